import { useState } from "react";
import { Button, DateText, Dialog, Field, Fields, Input, Money, Note, TextArea, toast, useApiMutation, type ApiError } from "../../web/kit.ts";
import type { CompanyView, SeriesView } from "../../companies/contract.ts";
import type { PartyView } from "../../parties/contract.ts";
import type { InvoiceView, IssueInvoice } from "../contract.ts";
import { invoiceCaches } from "./words.tsx";

const isAddress = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());

/** Says what issuing does before it happens: number, amount, date, and to whom it goes. */
export function IssueDialog({ view, how, customer, series, due, issueDate, onClose, onIssued }: {
  view: InvoiceView; how: "send" | "issue"; customer: PartyView | null; company: CompanyView; series: SeriesView | null; due: string; issueDate: string; onClose: () => void; onIssued: (invoice: InvoiceView) => void;
}) {
  const [typed, setTo] = useState<string | null>(null);
  const to = typed ?? customer?.email ?? ""; // the customer may arrive after the dialog
  const [subject, setSubject] = useState("");
  const [message, setMessage] = useState("");
  const sending = how === "send";
  const issue = useApiMutation<IssueInvoice, InvoiceView>("post", "/api/invoices/{id}/issue", {
    request: (body) => ({ path: { id: view.id }, body }), refresh: invoiceCaches,
    onDone: (issued) => { toast(sending ? `Issued as ${issued.number}. Its mail leaves when the PDF is made` : `Issued as ${issued.number}`); onIssued(issued); },
  });
  const because = sending && !isAddress(to) ? "Write an e-mail address first" : null;
  const send = () => { if (!because && !issue.isPending) issue.mutate({ version: view.version, ...(sending ? { send: { to: to.trim(), toName: customer?.contactName ?? customer?.name ?? null, subject: subject.trim() || null, message: message.trim() || null } } : {}) }); };
  return (
    <Dialog open onClose={onClose} width={520} title={sending ? "Issue and send this invoice?" : "Issue this invoice?"}
      foot={<><Button onClick={onClose}>Cancel</Button><Button kind="primary" busy={issue.isPending} disabledBecause={because} reasonBeside onClick={send} keys="mod+enter">{sending ? "Issue and send" : "Issue"}</Button></>}>
      <div onKeyDown={(event) => { if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) { event.preventDefault(); event.stopPropagation(); send(); } }}>
        {issue.error && <div className="mb-3"><Note tone="danger">{wordsOf(issue.error)}</Note></div>}
        <p className="mb-4 text-ink-2">
          <b className="text-ink"><Money amount={view.totals.grossTotal} currency={view.currency} total /></b> to {customer?.name}, issued <DateText value={issueDate} />, due <DateText value={due} />. It takes the next number{series?.lastNumber ? <> after <span className="num">{series.lastNumber}</span></> : ""} and cannot change afterwards; what is wrong then is put right by a credit note.
        </p>
        {sending && (
          <Fields>
            <Field label="To" required><Input type="email" value={to} onChange={setTo} autoComplete="off" /></Field>
            <Field label="Subject" optional><Input value={subject} onChange={setSubject} placeholder="Invoice number and your name" maxLength={300} autoComplete="off" /></Field>
            <Field label="Message" optional hint="Without one, a short letter in the invoice’s language with number, amount and due date. The PDF is attached."><TextArea value={message} onChange={setMessage} rows={3} /></Field>
          </Fields>
        )}
      </div>
    </Dialog>
  );
}

const wordsOf = (error: ApiError): string => Object.values(error.fields)[0] ?? error.message;

/** Mails a document that is issued already. */
export function SendDialog({ view, onClose }: { view: InvoiceView; onClose: () => void }) {
  const [to, setTo] = useState(view.customer?.email ?? "");
  const [subject, setSubject] = useState("");
  const [message, setMessage] = useState("");
  const send = useApiMutation<IssueInvoice["send"], InvoiceView>("post", "/api/invoices/{id}/send", { request: (body) => ({ path: { id: view.id }, body }), refresh: invoiceCaches, onDone: () => { toast(`Handed ${view.number} to the mail for ${to.trim()}`); onClose(); } });
  const because = !isAddress(to) ? "Write an e-mail address first" : null;
  const go = () => { if (!because && !send.isPending) send.mutate({ to: to.trim(), toName: view.customer?.contactName ?? view.customer?.name ?? null, subject: subject.trim() || null, message: message.trim() || null }); };
  return (
    <Dialog open onClose={onClose} width={520} title={`Send ${view.number}`} foot={<><Button onClick={onClose}>Cancel</Button><Button kind="primary" busy={send.isPending} disabledBecause={because} reasonBeside onClick={go}>Send</Button></>}>
      {send.error && <div className="mb-3"><Note tone="danger">{wordsOf(send.error)}</Note></div>}
      {view.delivery && view.delivery !== "failed" && <div className="mb-3"><Note>It was sent before. This sends it once more.</Note></div>}
      <Fields>
        <Field label="To" required><Input type="email" value={to} onChange={setTo} onEnter={go} autoComplete="off" /></Field>
        <Field label="Subject" optional><Input value={subject} onChange={setSubject} placeholder={`${view.kind === "credit_note" ? "Credit note" : "Invoice"} ${view.number} from ${view.seller.name}`} maxLength={300} autoComplete="off" /></Field>
        <Field label="Message" optional hint="Without one, a short letter in the document’s language. The PDF is attached."><TextArea value={message} onChange={setMessage} rows={4} /></Field>
      </Fields>
    </Dialog>
  );
}
