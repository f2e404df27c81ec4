import { useEffect, useState } from "react";
import type { z } from "zod";
import { Button, Checkbox, ConfirmDialog, Content, DateInput, DecimalInput, decimalsOf, FailedState, Field, Fields, Input, Money, Note, Page, PlainTable, Radios, Section, SkeletonLines, toast, useApiMutation, useApiQuery, useGo, useMoneyText, useParam, usePageTitle, useSession, asApiError, api, type ApiError } from "../../web/kit.ts";
import { unitName } from "../../items/policy.ts";
import type { CreditableView, CreditInvoice as CreditBody, CreditPreview, InvoiceView } from "../contract.ts";
import { StoredTotals } from "./totals.tsx";
import { invoiceCaches } from "./words.tsx";

type Creditable = z.infer<typeof CreditableView>;
type Preview = z.infer<typeof CreditPreview>;
type Part = { by: "quantity" | "amount"; value: string };

/** A credit note against an invoice: all that is left, or so much of some lines; its effect stands beside it before it is issued. */
export function CreditInvoice() {
  const id = useParam("id");
  const invoice = useApiQuery<InvoiceView>("/api/invoices/{id}", { path: { id } });
  const left = useApiQuery<Creditable>("/api/invoices/{id}/creditable", { path: { id } });
  const back = `/invoices/${id}`;
  usePageTitle(invoice.data?.number ? `Credit ${invoice.data.number}` : undefined);
  const error = invoice.error ?? left.error;
  if (error) return <Page title="Credit note" back={back}><FailedState what="Nothing can be credited here" error={error} again={() => { void invoice.refetch(); void left.refetch(); }} /></Page>;
  if (!invoice.data || !left.data) return <Page title="Credit note" back={back}><Content><SkeletonLines lines={6} /></Content></Page>;
  return <Credit invoice={invoice.data} left={left.data} back={back} />;
}

function Credit({ invoice, left, back }: { invoice: InvoiceView; left: Creditable; back: string }) {
  const { today } = useSession();
  const go = useGo();
  const money = useMoneyText();
  const [whole, setWhole] = useState<"all" | "some">("all");
  const [parts, setParts] = useState<Record<string, Part>>({});
  const [reason, setReason] = useState("");
  const [issueDate, setIssueDate] = useState(today);
  const [sends, setSends] = useState(Boolean(invoice.customer?.email));
  const [to, setTo] = useState(invoice.customer?.email ?? "");
  const [asking, setAsking] = useState(false);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState<ApiError | null>(null);
  const chosen = Object.entries(parts).filter(([, part]) => /[1-9]/.test(part.value));
  const lines: CreditBody["lines"] = whole === "all" ? "all" : chosen.map(([lineId, part]) => (part.by === "quantity" ? { lineId, quantity: part.value } : { lineId, amount: part.value }));
  const question = JSON.stringify(lines);
  // The server reckons: what earlier credit notes took is counted in, so that the last one closes at zero.
  useEffect(() => {
    if (lines !== "all" && lines.length === 0) { setPreview(null); setProblem(null); return; }
    const controller = new AbortController();
    const timer = setTimeout(() => {
      api.post<Preview>("/api/invoices/{id}/credit-preview", { path: { id: invoice.id }, body: { lines }, signal: controller.signal })
        .then((answer) => { setPreview(answer); setProblem(null); })
        .catch((cause: unknown) => { if (!controller.signal.aborted) { setPreview(null); setProblem(asApiError(cause)); } });
    }, 200);
    return () => { clearTimeout(timer); controller.abort(); };
    // `question` is `lines` as text.
  }, [question, invoice.id]);
  const issue = useApiMutation<CreditBody, InvoiceView>("post", "/api/invoices/{id}/credit-notes", {
    request: (body) => ({ path: { id: invoice.id }, body }), refresh: invoiceCaches,
    onDone: (note) => { toast(`Issued credit note ${note.number}${sends ? ". Its mail leaves when the PDF is made" : ""}`); go(`/invoices/${note.id}`, { replace: true }); },
  });
  const because = whole === "some" && chosen.length === 0 ? "Choose what to credit first" : problem ? (Object.values(problem.fields)[0] ?? problem.message) : reason.trim() === "" ? "Say why first" : !/^\d{4}-\d\d-\d\d$/.test(issueDate) ? "Write the day first"
    : sends && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(to.trim()) ? "Write an e-mail address, or do not send it" : preview === null ? "Reckoning" : null;
  const set = (lineId: string, part: Partial<Part>) => setParts((now) => ({ ...now, [lineId]: { ...(now[lineId] ?? { by: "quantity", value: "" }), ...part } }));
  return (
    <Page title={`Credit ${invoice.number}`} back={back} beside={<>{invoice.customer?.name}</>} actions={<Button kind="primary" disabledBecause={because} onClick={() => setAsking(true)}>Issue credit note</Button>}>
      <Content className="desk:grid desk:grid-cols-[minmax(0,1fr)_340px] desk:gap-10">
        <div className="min-w-0">
          <Section title="How much">
            <Radios framed label="How much" value={whole} onChange={setWhole} choices={[
              { value: "all", label: "All that is left", hint: "Every line, to the last cent.", aside: <Money amount={left.left} currency={left.currency} total className="font-strong" /> },
              { value: "some", label: "Some lines", hint: "So many pieces, or an amount before tax." },
            ]} />
            {whole === "some" && (
              <div className="mt-4">
                <PlainTable caption="Lines and what to credit of them">
                  <thead><tr><th scope="col" className="w-7"><span className="sr-only">Credit</span></th><th scope="col">Line</th><th scope="col" className="text-right">Left</th><th scope="col" className="text-right max-phone:hidden">Left net</th><th scope="col" className="w-28 text-right">Credit</th><th scope="col" className="w-24">of</th></tr></thead>
                  <tbody>
                    {left.lines.map((line) => {
                      const part = parts[line.lineId];
                      const nothing = !/[1-9]/.test(line.leftNet) && !/[1-9]/.test(line.leftQuantity);
                      return (
                        <tr key={line.lineId} className={nothing ? "text-ink-3" : ""}>
                          <td><span className="flex"><Checkbox label={`Credit ${line.name}`} disabled={nothing} checked={Boolean(part && /[1-9]/.test(part.value))} onChange={(on) => set(line.lineId, { value: on ? (part?.by === "amount" ? line.leftNet : line.leftQuantity) : "" })} /></span></td>
                          <td>{line.name}</td>
                          <td className="num text-right whitespace-nowrap">{line.leftQuantity} {unitName(line.unit, line.leftQuantity)}</td>
                          <td className="text-right max-phone:hidden"><Money amount={line.leftNet} /></td>
                          <td><DecimalInput bare decimals={part?.by === "amount" ? decimalsOf(left.currency) : 6} value={part?.value ?? ""} disabled={nothing} placeholder="–" onChange={(value) => set(line.lineId, { value })} aria-label={`Credit of ${line.name}`} /></td>
                          <td><button type="button" className="link text-sm" disabled={nothing} onClick={() => set(line.lineId, { by: part?.by === "amount" ? "quantity" : "amount", value: "" })} title="Switch between pieces and amount">{part?.by === "amount" ? `${left.currency} net` : unitName(line.unit, "2")}</button></td>
                        </tr>
                      );
                    })}
                  </tbody>
                </PlainTable>
              </div>
            )}
          </Section>
          <Section title="Why and when">
            <Fields>
              <Field label="Reason" required hint="Printed on the credit note." className="phone:col-span-8!"><Input value={reason} onChange={setReason} maxLength={500} placeholder="Two shelves were returned" /></Field>
              <Field label="Issued" className="phone:col-span-4!"><DateInput short value={issueDate} onChange={setIssueDate} /></Field>
              <div><Checkbox checked={sends} onChange={setSends}>Send it by mail as soon as its PDF is made</Checkbox></div>
              {sends && <Field label="To" className="phone:col-span-8!"><Input type="email" value={to} onChange={setTo} /></Field>}
            </Fields>
          </Section>
        </div>
        <aside className="min-w-0" aria-label="Effect">
          <Section title="The credit note">
            {problem ? <Note tone="danger">{Object.values(problem.fields)[0] ?? problem.message}</Note> : !preview ? <p className="text-ink-3">{whole === "some" && chosen.length === 0 ? "Choose lines to see it." : "Reckoning"}</p> : (
              <>
                <ul className="mb-4 grid gap-1.5">{preview.lines.map((line) => <li key={line.lineId} className="flex gap-3"><span className="min-w-0 flex-1">{line.quantity && <span className="num text-ink-3">{line.quantity} × </span>}{line.name}</span><Money amount={line.net} /></li>)}</ul>
                <StoredTotals totals={preview.totals} currency={preview.currency} closing="Credited" />
              </>
            )}
          </Section>
          {preview && (
            <Section title="What it does">
              <ul className="grid gap-1.5 text-ink-2">
                {/[1-9]/.test(preview.appliedToInvoice) && <li>{money(preview.appliedToInvoice, preview.currency)} is taken off what is open on {invoice.number}.</li>}
                {/[1-9]/.test(preview.becomesCredit) && <li>{money(preview.becomesCredit, preview.currency)} was paid already and stays with {invoice.customer?.name} as credit.</li>}
                <li>It takes the next number of the credit notes and cannot change.</li>
              </ul>
            </Section>
          )}
        </aside>
      </Content>
      <ConfirmDialog open={asking} onClose={() => setAsking(false)} title="Issue this credit note?" verb="Issue credit note" busy={issue.isPending} error={issue.error} onConfirm={() => issue.mutate({ lines, reason: reason.trim(), issueDate, ...(sends ? { send: { to: to.trim(), toName: invoice.customer?.contactName ?? invoice.customer?.name ?? null, subject: null, message: null } } : {}) })}>
        {preview && <>{money(preview.totals.grossTotal, preview.currency)} against {invoice.number}. It takes a number and cannot change afterwards.{sends && ` It goes to ${to.trim()}.`}</>}
      </ConfirmDialog>
    </Page>
  );
}
