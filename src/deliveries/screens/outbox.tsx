import { useState } from "react";
import type { z } from "zod";
import { Button, Checkbox, DataTable, DateText, Delivery, EmptyState, FailedState, Facts, Field, Input, Link, Note, Page, SearchBox, Sheet, SkeletonLines, Tabs, Tag, toast, useApiMutation, useApiQuery, useFilters, usePages, useSession, type Column } from "../../web/kit.ts";
import type { DeliveryDetail, DeliveryState, DeliveryView } from "../contract.ts";
import { explain, whyNotResend } from "../policy.ts";

type Detail = z.infer<typeof DeliveryDetail>;

const stateWords: Record<DeliveryState, string> = { waiting: "PDF being made", queued: "Queued", sent: "Sent", outbox: "Kept here", failed: "Failed", unknown: "May have left" };
const kindWords: Record<string, string> = { invoice: "Invoice", credit_note: "Credit note", proposal: "Proposal", acceptance: "Acceptance", invitation: "Invitation", "password-reset": "Password", password_reset: "Password" };
const wordOf = (kind: string) => kindWords[kind] ?? kind.replaceAll(/[_-]/g, " ").replace(/^./, (letter) => letter.toUpperCase());
/** The icon and colour of the kit's delivery axis that fits. */
const lookOf = (state: DeliveryState) => (state === "waiting" ? "queued" : state === "unknown" ? "failed" : state);

/** Every mail of the workspace: what left, what is kept because no mail server is set up, what failed and why. */
export function Outbox() {
  const [filters, setFilters] = useFilters({ state: "all", q: "", mail: "" });
  const pages = usePages<DeliveryView>("/api/deliveries", { query: { state: filters.state === "all" ? null : filters.state, search: filters.q } });
  const kept = pages.rows.some((row) => row.state === "outbox");
  const columns: Column<DeliveryView>[] = [
    { key: "at", head: "When", width: 104, phone: "aside", cell: (row) => <DateText short value={row.createdAt} /> },
    { key: "to", head: "To", link: true, phone: "title", cell: (row) => row.recipientName ?? row.recipient, full: (row) => row.recipient },
    { key: "title", head: "Subject", phone: "note", cell: (row) => <span className="text-ink-2">{row.title}</span>, full: (row) => row.title },
    { key: "kind", head: "What", width: 116, from: "desk", cell: (row) => <span className="text-ink-2">{wordOf(row.kind)}</span> },
    { key: "files", head: "Attached", width: 190, from: "wide", cell: (row) => <span className="text-ink-2">{row.attachments.map((one) => one.name).join(", ")}</span>, full: (row) => row.attachments.map((one) => one.name).join(", ") },
    { key: "state", head: "State", width: 150, phone: "state", cell: (row) => <Delivery is={lookOf(row.state)}>{stateWords[row.state]}</Delivery>, full: (row) => row.error ?? stateWords[row.state] },
  ];
  return (
    <Page title="Mail outbox" back="/settings" scroll={false} actions={<SearchBox value={filters.q} onChange={(q) => setFilters({ q })} placeholder="Recipient or subject" />}>
      <Tabs keys current={filters.state} onChoose={(state) => setFilters({ state })} tabs={[{ key: "all", label: "All" }, { key: "sent", label: "Sent" }, { key: "outbox", label: "Kept here" }, { key: "queued", label: "Queued" }, { key: "failed", label: "Failed" }, { key: "unknown", label: "May have left" }]} />
      {kept && <div className="px-6 py-2.5 max-phone:px-4"><Note>No mail server is set up, so mails are kept here and nobody has received them. Set SMTP_URL and start again; then open a kept mail and send it.</Note></div>}
      <DataTable label="mails" pages={pages} columns={columns} id={(row) => row.id} onOpen={(row) => setFilters({ mail: row.id })}
        empty={filters.q !== "" || filters.state !== "all" ? <EmptyState title="No mail matches" action={<Button onClick={() => setFilters({ q: "", state: "all" })}>Clear filters</Button>} />
          : <EmptyState title="Send the first invoice">Every mail that leaves, or could not leave, is listed here with its text and files.</EmptyState>} />
      <MailSheet id={filters.mail} onClose={() => setFilters({ mail: "" })} />
    </Page>
  );
}

function MailSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useApiQuery<Detail>("/api/deliveries/{id}", { path: { id }, enabled: id !== "" });
  const mail = query.data;
  return (
    <Sheet open={id !== ""} onClose={onClose} width={560} title={mail?.title ?? "Mail"}>
      {query.error ? <FailedState what="The mail could not be loaded" error={query.error} again={() => void query.refetch()} /> : !mail ? <SkeletonLines lines={6} /> : <Mail key={mail.id} mail={mail} />}
    </Sheet>
  );
}

function Mail({ mail }: { mail: Detail }) {
  const { may } = useSession();
  const [to, setTo] = useState(mail.recipient);
  const [sure, setSure] = useState(false);
  const [again, setAgain] = useState(false);
  const [, setFilters] = useFilters({ mail: "" });
  const resend = useApiMutation<{ to?: string; evenIfItMayHaveArrived: boolean }, Detail>("post", "/api/deliveries/{id}/resend", {
    request: (body) => ({ path: { id: mail.id }, body }), refresh: ["/api/deliveries", "/api/deliveries/{id}", "/api/invoices", "/api/invoices/{id}"], onDone: (sent) => { toast(`Sent “${sent.title}” to ${sent.recipient} again`); setFilters({ mail: sent.id }); },
  });
  const whyNever = whyNotResend(mail, true);
  const whyNow = whyNotResend(mail, sure);
  const place = mail.subject ? `/${mail.subject.kind}s/${mail.subject.id}` : null;
  const because = !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(to.trim()) ? "Write an e-mail address first" : whyNow ? (whyNow === "delivery_may_have_arrived" ? "Confirm first that it shall go out twice" : explain(whyNow)) : null;
  return (
    <>
      <Facts labelWidth={96} items={[
        ["State", <Delivery is={lookOf(mail.state)}>{stateWords[mail.state]}</Delivery>],
        ["To", <>{mail.recipientName && `${mail.recipientName}, `}<span className="break-all">{mail.recipient}</span></>],
        mail.replyTo ? ["Answers to", mail.replyTo] : null,
        ["Written", <DateText value={mail.createdAt} />],
        mail.settledAt ? [mail.state === "sent" ? "Left" : "Settled", <DateText value={mail.settledAt} />] : null,
        mail.attempts > 1 ? ["Tries", String(mail.attempts)] : null,
        place ? ["Belongs to", <Link className="link" to={place}>{wordOf(mail.kind)}</Link>] : null,
        mail.attachments.length > 0 ? ["Attached", <span className="flex flex-wrap gap-1.5">{mail.attachments.map((one) => <Tag key={one.name} icon="paperclip">{one.name}</Tag>)}</span>] : null,
      ]} />
      {mail.error && <div className="mt-3"><Note tone={mail.state === "failed" ? "danger" : "doubt"}>{mail.error}</Note></div>}
      {mail.state === "outbox" && <div className="mt-3"><Note>It was not sent: no mail server is set up. You can read it here and hand it over yourself.</Note></div>}
      {mail.state === "unknown" && <div className="mt-3"><Note tone="doubt">The server stopped while this mail was leaving. It may have arrived.</Note></div>}
      {mail.text === null ? <p className="mt-4 text-ink-2">The text holds a one-time link and is shown only to its recipient.</p> : <pre className="mt-4 rounded-2 border border-line bg-sunken px-4 py-3 font-ui whitespace-pre-wrap">{mail.text}</pre>}
      {may("invoices.issue") && (
        <div className="mt-5 border-t border-line pt-4">
          {whyNever ? <p className="text-sm text-ink-3">{explain(whyNever)}</p> : !again ? <Button icon="send" onClick={() => setAgain(true)}>{mail.state === "sent" || mail.state === "unknown" ? "Send once more" : "Send again"}</Button> : (
            <div className="grid gap-3">
              {resend.error && <Note tone="danger">{resend.error.message}</Note>}
              <Field label="To"><Input type="email" value={to} onChange={setTo} /></Field>
              {(mail.state === "sent" || mail.state === "unknown") && <Checkbox checked={sure} onChange={setSure} hint="The recipient may get the same mail a second time.">Send it although it may have arrived</Checkbox>}
              <div className="flex gap-2"><Button kind="primary" busy={resend.isPending} disabledBecause={because} reasonBeside onClick={() => resend.mutate({ to: to.trim() === mail.recipient ? undefined : to.trim(), evenIfItMayHaveArrived: sure })}>Send</Button><Button onClick={() => setAgain(false)}>Cancel</Button></div>
            </div>
          )}
        </div>
      )}
    </>
  );
}
