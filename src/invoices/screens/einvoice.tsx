import { useEffect } from "react";
import type { z } from "zod";
import { Button, DateText, DownloadLink, Facts, FailedState, Note, Section, StateChip, toast, useApiMutation, useApiQuery, type Stage } from "../../web/kit.ts";
import type { TransmissionList } from "../../einvoices/contract.ts";
import type { InvoiceView } from "../contract.ts";

const formWords = { facturx: "Factur-X", xrechnung: "XRechnung", peppol: "Peppol BIS 3" } as const;

/** What of an e-invoice the draft would be, as the server judged it at the last save; what is missing, in words. */
export function EinvoiceState({ of }: { of: InvoiceView["einvoice"] }) {
  const { format, form, needs } = of;
  if (format === "none") return <>Goes out as a PDF alone, as chosen.</>;
  const name = formWords[form ?? "facturx"];
  if (needs.length === 0) return <>Ready to go out as {name}{form === "facturx" ? ", with its data inside the PDF" : ""}.</>;
  return (
    <>
      {format === "auto" ? "Goes out as a PDF alone. To carry its data (Factur-X) it would need:" : `To go out as ${name} it still needs:`}
      <ul className="mt-0.5">{needs.slice(0, 6).map((need) => <li key={need.rule + need.text} className="py-0.5"><span className="num text-ink-3">{need.rule}</span> {need.text}</li>)}{needs.length > 6 && <li className="text-ink-3">and {needs.length - 6} more</li>}</ul>
    </>
  );
}

const looks: Record<string, readonly [Stage, string]> = { waiting: ["notBegun", "Waiting"], sent: ["open", "Sent"], delivered: ["done", "Arrived"], rejected: ["needsYou", "Rejected"], failed: ["needsYou", "Could not be sent"] };

/** The e-invoice of an issued document: its form, its file, and its way through the access point. */
export function EinvoiceSection({ view, mayIssue }: { view: InvoiceView; mayIssue: boolean }) {
  const { form, xml } = view.einvoice;
  const network = form === "xrechnung" || form === "peppol";
  const list = "/api/invoices/{id}/transmissions";
  const query = useApiQuery<z.infer<typeof TransmissionList>>(list, { path: { id: view.id }, enabled: network, refetchEveryMs: 20_000 });
  const waiting = query.data?.items.some((one) => one.state === "waiting");
  const { refetch } = query;
  useEffect(() => { if (!waiting) return; const timer = setInterval(() => void refetch(), 2_000); return () => clearInterval(timer); }, [waiting, refetch]);
  const send = useApiMutation<void>("post", list, { request: () => ({ path: { id: view.id } }), refresh: [list, "/api/events"], onDone: () => toast(`${view.number} is on its way`) });
  if (!form) return <Section title="E-invoice"><p className="text-ink-3">A PDF alone, without data inside.</p></Section>;
  return (
    <Section title="E-invoice">
      <Facts labelWidth={112} items={[["Form", formWords[form]], ["Data", <DownloadLink href={`/api/invoices/${view.id}/xml`}>XML</DownloadLink>], network && !xml ? ["File", <span className="text-ink-3">being made</span>] : null]} />
      {network && (
        <div className="mt-3">
          {query.error && !query.data && <FailedState compact what="Its way through the network could not be loaded" error={query.error} again={() => void query.refetch()} />}
          <ul>{query.data?.items.map((one) => (
            <li key={one.id} className="border-t border-line py-2">
              <span className="flex flex-wrap items-center justify-between gap-x-3"><StateChip stage={looks[one.state]![0]}>{looks[one.state]![1]}</StateChip><span className="text-sm text-ink-3"><DateText short value={one.endedAt ?? one.sentAt ?? one.requestedAt} /></span></span>
              <span className="num block text-sm break-all text-ink-2">to {one.receiver}</span>
              {one.detail && <span className={`block text-sm ${one.state === "rejected" || one.state === "failed" ? "text-danger" : "text-ink-3"}`}>{one.detail}</span>}
            </li>
          ))}</ul>
          {send.error && <div className="my-2"><Note tone="danger">{send.error.message}</Note></div>}
          {mayIssue && query.data && (query.data.possible
            ? <Button size="small" icon="send" busy={send.isPending} onClick={() => send.mutate()}>{query.data.items.length > 0 ? "Send again through the network" : "Send through the network"}</Button>
            : query.data.items.length === 0 && <p className="text-sm text-ink-3">{query.data.whyNot}</p>)}
        </div>
      )}
    </Section>
  );
}
