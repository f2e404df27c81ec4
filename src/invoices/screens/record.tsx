import { useEffect, useState, type ReactNode } from "react";
import type { z } from "zod";
import { parseAmount } from "@counterfoil/money";
import { asApiError, Button, ButtonLink, Content, DateText, Dialog, DownloadLink, FailedState, Facts, Field, Fields, IconButton, Input, Link, Menu, Money, MoneyInput, Note, Page, PlainTable, plural, Section, Select, SkeletonLines, State, TextArea, toast, useApiMutation, useApiQuery, useCommands, useGo, useKeys, useMoneyText, useParam, usePageTitle, useSession, type ApiPage } from "../../web/kit.ts";
import type { DeliveryView } from "../../deliveries/contract.ts";
import { unitName, vatWords } from "../../items/policy.ts";
import type { EntryView, InvoicePayments, PaymentView, WriteOff } from "../../payments/contract.ts";
import { AskReason, PayBack, RecordPayment, UseCredit } from "../../payments/screens/index.ts";
import type { InvoiceListRow, InvoiceView, NewInvoice } from "../contract.ts";
import { explain, whyNotCredit, whyNotVoid, type SettlementFacts } from "../policy.ts";
import { EinvoiceSection } from "./einvoice.tsx";
import { SendDialog } from "./issue-dialog.tsx";
import { StoredTotals } from "./totals.tsx";
import { Delivered, invoiceCaches, kindWord, Settled, shortHash } from "./words.tsx";

const above = (amount: string) => /[1-9]/.test(amount) && !amount.startsWith("-");

/** What the policy asks about, from the view; amounts in minor units. */
function factsOf(view: InvoiceView): SettlementFacts {
  const minor = (amount: string) => parseAmount(amount, view.currency).minor;
  return {
    kind: view.kind, issued: view.issuedAt !== null, voided: view.voidedAt !== null, total: minor(view.totals.grossTotal), paid: minor(view.paid), credited: minor(view.credited), writtenOff: minor(view.writtenOff),
    creditNoted: view.creditNotes.reduce((sum, note) => sum + minor(note.total), 0n), dueDate: view.dueDate,
  };
}

/** One invoice or credit note: its three states, what was agreed, what was paid, where it went. */
export function InvoiceRecord() {
  const id = useParam("id");
  const [busy, setBusy] = useState(false);
  const query = useApiQuery<InvoiceView>("/api/invoices/{id}", { path: { id }, refetchEveryMs: busy ? 1500 : false });
  const view = query.data;
  // The PDF is made and the mail leaves in the background; until then the page asks again by itself.
  useEffect(() => setBusy(Boolean(view && view.issuedAt && (view.pdf === null || view.delivery === "waiting" || view.delivery === "queued"))), [view]);
  usePageTitle(view ? (view.number ?? "Draft") : undefined);
  if (query.error && !view) return <Page title="Invoice" back="/invoices"><FailedState what="The invoice could not be loaded" error={query.error} again={() => void query.refetch()} /></Page>;
  if (!view) return <Page title="Invoice" back="/invoices"><Content><SkeletonLines lines={8} /></Content></Page>;
  return <Record key={view.id} view={view} />;
}

function Record({ view }: { view: InvoiceView }) {
  const { may } = useSession();
  const go = useGo();
  const money = useMoneyText();
  const [asking, setAsking] = useState<"pay" | "send" | "void" | "write-off" | "recover" | "use" | "back" | null>(null);
  const close = () => setAsking(null);
  const path = { id: view.id };
  const draft = view.document === "draft";
  const note = view.kind === "credit_note";
  const facts = factsOf(view);
  const number = view.number ?? "Draft";
  const issues = may("invoices.issue"), pays = may("payments.write");
  const whyVoid = whyNotVoid(facts, view.delivery !== null && view.delivery !== "failed");
  const whyCredit = whyNotCredit(facts);
  const say = (code: Parameters<typeof explain>[0] | null) => (code ? explain(code, { number }) : null);
  const open = above(view.open);
  const source = { kind: "credit_note" as const, id: view.id, companyId: view.companyId, customerId: view.customerId ?? "", customerName: view.customer?.name ?? "the customer", currency: view.currency, left: view.open };

  const voiding = useApiMutation<{ reason: string }, InvoiceView>("post", "/api/invoices/{id}/void", { request: (body) => ({ path, body }), refresh: invoiceCaches, onDone: () => { close(); toast(`Made ${number} void`); } });
  const recover = useApiMutation<{ reason: string }>("post", "/api/invoices/{id}/recover", { request: (body) => ({ path, body }), refresh: invoiceCaches, onDone: () => { close(); toast(`Opened ${number} again`); } });
  const copy = useApiMutation<NewInvoice, InvoiceView>("post", "/api/invoices", { refresh: ["/api/invoices", "/api/invoices/counts"], onDone: (made) => go(`/invoices/${made.id}/edit`) });
  const pdf = `/api/invoices/${view.id}/pdf`;
  useKeys("Invoice", [
    ...(draft && may("invoices.write") ? [{ keys: "e", label: "Edit", run: () => go(`/invoices/${view.id}/edit`) }] : []),
    ...(pays && !note && open ? [{ keys: "p", label: "Record payment", run: () => setAsking("pay") }] : []),
    ...(issues && !draft && !facts.voided ? [{ keys: "s", label: "Send by mail", run: () => setAsking("send") }] : []),
    { keys: "mod+p", label: "Open the PDF", run: () => window.open(pdf, "_blank") },
    { keys: "escape", label: "Back to invoices", run: () => go("/invoices") },
  ]);
  useCommands([
    { label: `Open the PDF of ${number}`, icon: "download", keys: "mod+p", run: () => window.open(pdf, "_blank") },
    ...(pays && !note && open ? [{ label: `Record payment of ${number}`, icon: "payments" as const, keys: "p", run: () => setAsking("pay") }] : []),
    ...(issues && !draft ? [{ label: `Send ${number} by mail`, icon: "send" as const, keys: "s", run: () => setAsking("send"), disabledBecause: facts.voided ? say("invoice_void") : null }] : []),
    ...(issues && !draft && !note ? [{ label: `Credit ${number}`, icon: "again" as const, run: () => go(`/invoices/${view.id}/credit`), disabledBecause: say(whyCredit) }] : []),
  ]);
  return (
    <Page title={number} back="/invoices" beside={
      <span className="flex flex-wrap items-center gap-x-4 gap-y-1" aria-label="States">
        {note && <span>Credit note</span>}
        <State of="document" is={view.document} />
        {view.settlement && (view.daysOverdue > 0 ? <State of="settlement" is="overdue" count={view.daysOverdue} /> : <Settled kind={view.kind} is={view.settlement} />)}
        <Delivered is={view.delivery} />
      </span>
    } actions={
      <>
        <Menu width={280} items={[
          issues && !draft && !note && { label: "Credit note", icon: "again", onChoose: () => go(`/invoices/${view.id}/credit`), disabledBecause: say(whyCredit) },
          pays && !draft && !note && { label: "Write off what is open", icon: "close", onChoose: () => setAsking("write-off"), disabledBecause: open ? null : "Nothing is open" },
          pays && above(view.writtenOff) && { label: "Take the write-off back", icon: "again", onChoose: () => setAsking("recover") },
          note && pays && { label: "Pay back", icon: "bank", onChoose: () => setAsking("back"), disabledBecause: open ? null : "All of it is used" },
          may("invoices.write") && { label: "Write one like it", icon: "copy", onChoose: () => copy.mutate(copyOf(view)) },
          issues && !draft && "line",
          issues && !draft && { label: "Void", icon: "trash", danger: true, onChoose: () => setAsking("void"), disabledBecause: say(whyVoid) },
        ]}><IconButton icon="more" label="More" kind="plain" /></Menu>
        <DownloadLink href={`${pdf}?download=yes`}>PDF</DownloadLink>
        {issues && !draft && <Button icon="send" keys="s" disabledBecause={facts.voided ? say("invoice_void") : null} onClick={() => setAsking("send")}>Send</Button>}
        {draft && may("invoices.write") && <ButtonLink to={`/invoices/${view.id}/edit`} kind="primary" icon="edit" keys="e">Edit</ButtonLink>}
        {!draft && !note && pays && open && <Button kind="primary" icon="payments" keys="p" onClick={() => setAsking("pay")}>Record payment</Button>}
        {note && pays && open && <Button kind="primary" onClick={() => setAsking("use")}>Use on invoices</Button>}
      </>
    }>
      <Content className="desk:grid desk:grid-cols-[minmax(0,1fr)_320px] desk:gap-10">
        <div className="min-w-0">
          {copy.error && <div className="mt-2"><Note tone="danger">{asApiError(copy.error).message}</Note></div>}
          {facts.voided && <div className="mt-2"><Note tone="doubt">Void since <DateText value={view.voidedAt} />: {view.voidReason}. It keeps its number and counts as nothing.</Note></div>}
          {!note && !draft && <SettledWords view={view} />}
          {!note && pays && open && view.customerId && <Credit view={view} />}
          <Section title={view.title ?? (note ? "What is credited" : "Lines")}>
            {view.intro && <p className="mb-3 max-w-[68ch] whitespace-pre-wrap text-ink-2">{view.intro}</p>}
            <Lines view={view} />
            <div className="mt-4 ml-auto max-w-[340px]"><StoredTotals totals={view.totals} currency={view.currency} closing={note ? "Credited" : "Total"} /></div>
            {view.note && <p className="mt-4 max-w-[68ch] whitespace-pre-wrap text-ink-2">{view.note}</p>}
          </Section>
          {!draft && <Ledger view={view} />}
          {!draft && <Deliveries view={view} onSend={issues && !facts.voided ? () => setAsking("send") : undefined} />}
          <InternalNote view={view} />
        </div>
        <aside className="min-w-0" aria-label="Facts">
          <Section title={note ? "Credited to" : "Customer"}>
            {view.customer ? (
              <address className="not-italic">
                {view.customerId ? <Link className="font-medium hover:underline" to={`/customers/${view.customerId}`}>{view.customer.name}</Link> : view.customer.name}
                {view.customer.contactName && <span className="block">{view.customer.contactName}</span>}
                {view.customer.address.map((line, index) => <span key={index} className="block">{line}</span>)}
                {view.customer.vatId && <span className="num block">{view.customer.vatId}</span>}
              </address>
            ) : <p className="text-ink-3">No customer yet.</p>}
          </Section>
          <Section title="Facts">
            <Facts labelWidth={112} items={[
              ["Issued", <DateText value={view.issueDate} />], note ? null : ["Due", <DateText value={view.dueDate} late={view.daysOverdue > 0} />],
              view.periodStart && view.periodEnd ? ["Period", <><DateText value={view.periodStart} /> – <DateText value={view.periodEnd} /></>] : view.deliveryDate ? ["Supplied", <DateText value={view.deliveryDate} />] : null,
              view.purchaseOrder ? ["Their order", view.purchaseOrder] : null, view.buyerReference ? ["Their reference", view.buyerReference] : null, view.contractReference ? ["Contract", view.contractReference] : null,
              view.creditsInvoice ? ["Credits", <Link className="link num" to={`/invoices/${view.creditsInvoice.id}`}>{view.creditsInvoice.number}</Link>] : null, view.creditReason ? ["Because", view.creditReason] : null,
              view.creditNotes.length > 0 ? ["Credited by", view.creditNotes.map((one) => <span key={one.id} className="block"><Link className="link num" to={`/invoices/${one.id}`}>{one.number}</Link> <Money amount={one.total} currency={view.currency} /></span>)] : null,
              view.proposalId ? ["From", <Link className="link" to={`/proposals/${view.proposalId}`}>accepted proposal</Link>] : null,
            ]} />
          </Section>
          {!note && !draft && (
            <Section title="Settlement">
              <Facts right items={[
                ["Total", <Money amount={view.totals.grossTotal} currency={view.currency} struck={facts.voided} />], above(view.paid) ? ["Paid", <Money amount={view.paid} currency={view.currency} />] : null, above(view.credited) ? ["Credited", <Money amount={view.credited} currency={view.currency} />] : null,
                above(view.writtenOff) ? ["Written off", <Money amount={view.writtenOff} currency={view.currency} />] : null, [<span className="font-strong text-ink">Open</span>, <Money amount={facts.voided ? "0.00" : view.open} currency={view.currency} total className="font-strong" />],
              ]} />
            </Section>
          )}
          {note && <Section title="Use"><Facts right items={[["Credit", <Money amount={view.totals.grossTotal} currency={view.currency} struck={facts.voided} />], [<span className="font-strong text-ink">Left to use</span>, <Money amount={view.open} currency={view.currency} total className="font-strong" />]]} /></Section>}
          {!draft && <EinvoiceSection view={view} mayIssue={issues && !facts.voided} />}
          {view.snapshotHash && (
            <Section title="Kept as issued">
              <Facts labelWidth={112} items={[
                ["Fingerprint", <code className="font-code text-sm" title={view.snapshotHash}>{shortHash(view.snapshotHash)}</code>],
                ["PDF", view.pdf ? <><code className="font-code text-sm" title={view.pdf.sha256}>{shortHash(view.pdf.sha256)}</code><span className="block text-sm text-ink-3">{Math.ceil(view.pdf.sizeBytes / 1024).toLocaleString("en")} kB</span></> : <span className="text-ink-3">being made</span>],
              ]} />
            </Section>
          )}
        </aside>
      </Content>
      {asking === "pay" && view.customerId && <RecordPayment customer={{ id: view.customerId, name: view.customer?.name ?? "the customer" }} invoiceIds={[view.id]} currency={view.currency} onClose={close} />}
      {asking === "send" && <SendDialog view={view} onClose={close} />}
      {asking === "use" && <UseCredit source={source} onClose={close} />}
      {asking === "back" && <PayBack source={source} onClose={close} />}
      {asking === "write-off" && <WriteOffDialog view={view} onClose={close} />}
      {asking === "recover" && <AskReason title={`Open ${number} again?`} verb="Open again" placeholder="The customer paid after all" busy={recover.isPending} error={recover.error} onClose={close} onConfirm={(reason: string) => recover.mutate({ reason })}>{money(view.writtenOff, view.currency)} was written off and is then open again.</AskReason>}
      {asking === "void" && <AskReason title={`Void ${number}?`} verb={`Void ${kindWord(view.kind).toLowerCase()}`} danger placeholder="Raised twice by mistake" busy={voiding.isPending} error={voiding.error} onClose={close} onConfirm={(reason: string) => voiding.mutate({ reason })}>
        {money(view.totals.grossTotal, view.currency)} then counts as nothing. {number} stays in the list, and its number is not given again. This cannot be undone.
      </AskReason>}
    </Page>
  );
}

/** "Paid in full on 18 November, two days early.", or what is still open. */
function SettledWords({ view }: { view: InvoiceView }) {
  const money = useMoneyText();
  if (view.document === "void") return null;
  const words = view.settlement === "paid" ? "Paid in full." : view.settlement === "credited" ? "Nothing is owed: all of it was credited." : view.settlement === "written_off" ? "Closed: what was open is written off."
    : view.daysOverdue > 0 ? `${money(view.open, view.currency)} is ${plural(view.daysOverdue, "day")} late.` : `${money(view.open, view.currency)} is open.`;
  return <p className={`pt-2 text-lg ${view.daysOverdue > 0 ? "text-danger" : ""}`}>{words}</p>;
}

/** Money and credit notes of the customer that are not used yet, offered where they can be. */
function Credit({ view }: { view: InvoiceView }) {
  const money = useMoneyText();
  const payments = useApiQuery<ApiPage<PaymentView>>("/api/payments", { query: { companyId: view.companyId, customerId: view.customerId ?? "", state: "unallocated", limit: 20 } }).data;
  const notes = useApiQuery<ApiPage<InvoiceListRow>>("/api/invoices", { query: { companyId: view.companyId, customerId: view.customerId ?? "", tab: "credit_notes", limit: 50 } }).data;
  const [problem, setProblem] = useState<string | null>(null);
  const sources = [
    ...(payments?.items ?? []).filter((one) => one.currency === view.currency && above(one.unallocated)).map((one) => ({ door: "/api/payments/{id}/allocate", id: one.id, left: one.unallocated, words: <>from the payment of <DateText short value={one.receivedOn} /></>, from: "the payment" })),
    ...(notes?.items ?? []).filter((one) => one.currency === view.currency && one.document === "issued" && above(one.open)).map((one) => ({ door: "/api/credit-notes/{id}/allocate", id: one.id, left: one.open, words: <>of credit note <span className="num">{one.number}</span></>, from: one.number ?? "the credit note" })),
  ];
  if (sources.length === 0) return null;
  const least = (a: string, b: string) => (parseAmount(a, view.currency).minor < parseAmount(b, view.currency).minor ? a : b);
  return (
    <div className="mt-3 grid gap-2">
      {problem && <Note tone="danger">{problem}</Note>}
      {sources.map((one) => {
        const amount = least(one.left, view.open);
        return <Note key={one.id} action={<UseHere door={one.door} id={one.id} invoiceId={view.id} amount={amount} onFailed={setProblem} onDone={() => toast(`Used ${money(amount, view.currency)} of ${one.from}`)} />}><Money amount={one.left} currency={view.currency} total /> {one.words} is not used yet.</Note>;
      })}
    </div>
  );
}

function UseHere({ door, id, invoiceId, amount, onFailed, onDone }: { door: string; id: string; invoiceId: string; amount: string; onFailed: (message: string | null) => void; onDone: () => void }) {
  const use = useApiMutation<void>("post", door, { request: () => ({ path: { id }, body: { allocations: [{ invoiceId, amount }] } }), refresh: invoiceCaches, onDone });
  return <Button size="small" busy={use.isPending} onClick={() => { onFailed(null); use.mutate(undefined, { onError: (error) => onFailed(error.message) }); }}>Use it here</Button>;
}

function Lines({ view }: { view: InvoiceView }) {
  if (view.lines.length === 0) return <p className="text-ink-3">No line yet.</p>;
  const reduced = view.lines.some((line) => line.discount !== null);
  return (
    <PlainTable caption="Lines">
      <thead><tr><th scope="col">Description</th><th scope="col" className="text-right">Qty</th><th scope="col" className="max-phone:hidden">Unit</th><th scope="col" className="text-right max-phone:hidden">Price</th>{reduced && <th scope="col" className="text-right max-phone:hidden">Less</th>}<th scope="col" className="max-phone:hidden">VAT</th><th scope="col" className="text-right">Amount {view.currency}</th></tr></thead>
      <tbody>
        {view.lines.map((line, index) => (
          [
            line.group && line.group !== view.lines[index - 1]?.group ? <tr key={`${line.id}-group`}><th scope="rowgroup" colSpan={7} className="pt-2 text-md! font-strong! text-ink!">{line.group}</th></tr> : null,
            <tr key={line.id}>
              <td>{line.name}{line.description && <span className="block pb-1.5 text-sm whitespace-pre-wrap text-ink-3">{line.description}</span>}</td>
              <td className="num text-right">{line.quantity}</td><td className="text-ink-2 max-phone:hidden">{unitName(line.unit, line.quantity)}</td><td className="text-right max-phone:hidden"><Money amount={padded(line.unitPrice)} /></td>
              {reduced && <td className="num text-right text-ink-2 max-phone:hidden">{line.discount === null ? "" : "percent" in line.discount ? `${line.discount.percent}%` : line.discount.amount}</td>}
              <td className="num max-phone:hidden">{vatWords(line.vatCategory, line.vatRate)}</td><td className="text-right"><Money amount={line.amount} /></td>
            </tr>,
          ]
        ))}
      </tbody>
    </PlainTable>
  );
}
const padded = (price: string) => (/^-?\d+$/.test(price) ? `${price}.00` : price.replace(/^(-?\d+\.\d)$/, "$10"));

const entryVerbs: Record<EntryView["kind"], string> = { receive: "Received", credit: "Credit", allocate: "Paid", unallocate: "Payment taken off", refund: "Paid back", write_off: "Written off", recover: "Write-off taken back", reverse: "Reversed" };

function Ledger({ view }: { view: InvoiceView }) {
  const { may } = useSession();
  const money = useMoneyText();
  const [taking, setTaking] = useState<EntryView | null>(null);
  const query = useApiQuery<z.infer<typeof InvoicePayments>>("/api/invoices/{id}/payments", { path: { id: view.id }, enabled: may("payments.read") });
  const source = taking?.paymentId ?? taking?.creditNoteId ?? "";
  const takeOff = useApiMutation<{ reason: string }>("post", taking?.paymentId ? "/api/payments/{id}/unallocate" : "/api/credit-notes/{id}/unallocate", { request: ({ reason }) => ({ path: { id: source }, body: { entryId: taking?.id, reason } }), refresh: invoiceCaches, onDone: () => { setTaking(null); toast("Taken off the invoice"); } });
  if (query.error) return <Section title="Payments"><FailedState compact what="The payments could not be loaded" error={query.error} again={() => void query.refetch()} /></Section>;
  const entries = query.data?.items ?? [];
  const note = view.kind === "credit_note";
  if (entries.length === 0) return note ? null : <Section title="Payments"><p className="text-ink-3">Nothing arrived yet.</p></Section>;
  const words = (entry: EntryView): ReactNode => {
    if (note) return entry.invoiceId ? <>{entry.kind === "allocate" ? "Used on" : "Taken off"} <Link className="link num" to={`/invoices/${entry.invoiceId}`}>{entry.invoiceNumber}</Link></> : entryVerbs[entry.kind];
    if (entry.creditNoteId) return <>{entry.kind === "allocate" ? "Credited by" : "Taken off:"} <Link className="link num" to={`/invoices/${entry.creditNoteId}`}>{entry.creditNoteNumber}</Link></>;
    return entry.paymentId ? <Link className="link" to={`/payments/${entry.paymentId}`}>{entryVerbs[entry.kind]}</Link> : entryVerbs[entry.kind];
  };
  return (
    <Section title={note ? "How it was used" : "Payments"}>
      <PlainTable caption="Ledger of this document">
        <thead><tr><th scope="col" className="w-28 max-phone:w-16">Date</th><th scope="col">What</th><th scope="col" className="max-phone:hidden">By</th><th scope="col" className="text-right">Amount</th><th scope="col" className="w-24"><span className="sr-only">Undo</span></th></tr></thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id} className={entry.undone ? "text-ink-3" : ""}>
              <td><DateText short value={entry.date} /></td>
              <td>{words(entry)}{entry.undone && " (taken back)"}{entry.reason && <span className="block text-sm text-ink-3">{entry.reason}</span>}</td>
              <td className="text-ink-2 max-phone:hidden">{entry.by}</td>
              <td className="text-right"><Money amount={entry.kind === "unallocate" || entry.kind === "recover" ? `-${entry.amount}` : entry.amount} currency={entry.currency} struck={entry.undone} /></td>
              <td className="text-right">{may("payments.write") && entry.kind === "allocate" && !entry.undone && <Button size="small" kind="quiet" onClick={() => setTaking(entry)}>Take off</Button>}</td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      {taking && <AskReason title={`Take ${money(taking.amount, taking.currency)} off ${taking.invoiceNumber}?`} verb="Take off" placeholder="Meant for another invoice" busy={takeOff.isPending} error={takeOff.error} onClose={() => setTaking(null)} onConfirm={(reason: string) => takeOff.mutate({ reason })}>The invoice is open again by that much, and the money is free to use.</AskReason>}
    </Section>
  );
}

function Deliveries({ view, onSend }: { view: InvoiceView; onSend: (() => void) | undefined }) {
  const { may } = useSession();
  const query = useApiQuery<ApiPage<DeliveryView>>("/api/deliveries", { query: { subjectId: view.id, limit: 20 }, enabled: may("deliveries.read"), refetchEveryMs: view.delivery === "waiting" || view.delivery === "queued" ? 1500 : false });
  const rows = query.data?.items ?? [];
  // The document's own state moved: the mails did too.
  const { refetch } = query;
  useEffect(() => { void refetch(); }, [view.delivery, refetch]);
  return (
    <Section title="Deliveries">
      {query.error && <FailedState compact what="The deliveries could not be loaded" error={query.error} again={() => void query.refetch()} />}
      {query.data && rows.length === 0 && <p className="text-ink-3">Not sent yet.{onSend && <> <button type="button" className="link" onClick={onSend}>Send it by mail</button></>}</p>}
      {rows.length > 0 && (
        <PlainTable caption="Mails with this document">
          <thead><tr><th scope="col" className="w-28 max-phone:w-16">When</th><th scope="col">To</th><th scope="col" className="w-40 max-phone:w-32">State</th></tr></thead>
          <tbody>{rows.map((row) => <tr key={row.id}><td><DateText short value={row.createdAt} /></td><td className="break-all"><Link className="hover:underline" to={`/settings/outbox?mail=${row.id}`}>{row.recipient}</Link>{row.error && <span className="block pb-1 text-sm text-danger">{row.error}</span>}</td><td><Delivered is={row.state} /></td></tr>)}</tbody>
        </PlainTable>
      )}
    </Section>
  );
}

/** The note nobody prints; it stays free to change after issue. */
function InternalNote({ view }: { view: InvoiceView }) {
  const { may } = useSession();
  const [text, setText] = useState<string | null>(null);
  const save = useApiMutation<{ internalNote: string | null; tags: string[] }, InvoiceView>("put", "/api/invoices/{id}/note", { request: (body) => ({ path: { id: view.id }, body }), refresh: ["/api/invoices/{id}"], onDone: () => { setText(null); toast("Saved the note"); } });
  if (!may("invoices.write")) return view.internalNote ? <Section title="Note for yourselves"><p className="whitespace-pre-wrap text-ink-2">{view.internalNote}</p></Section> : null;
  const changed = text !== null && text !== (view.internalNote ?? "");
  return (
    <Section title="Note for yourselves" aside="Never printed">
      <TextArea aria-label="Note for yourselves" rows={2} value={text ?? view.internalNote ?? ""} onChange={setText} />
      {save.error && <div className="mt-2"><Note tone="danger">{save.error.message}</Note></div>}
      {changed && <div className="mt-2 flex gap-2"><Button kind="primary" size="small" busy={save.isPending} onClick={() => save.mutate({ internalNote: text.trim() || null, tags: view.tags })}>Save note</Button><Button size="small" onClick={() => setText(null)}>Cancel</Button></div>}
    </Section>
  );
}

const writeOffKinds = [
  { value: "discount", label: "Discount taken" }, { value: "bank_fee", label: "Bank fee" }, { value: "rounding", label: "Rounding" }, { value: "bad_debt", label: "Bad debt" }, { value: "other", label: "Other" },
] as const;
const taxTreatments = [
  { value: "none", label: "Says nothing about tax" }, { value: "tax_stays_due", label: "Its VAT stays due" }, { value: "tax_reclaimed", label: "Its VAT is reclaimed" },
] as const;

function WriteOffDialog({ view, onClose }: { view: InvoiceView; onClose: () => void }) {
  const money = useMoneyText();
  const [amount, setAmount] = useState(view.open);
  const [kind, setKind] = useState<(typeof writeOffKinds)[number]["value"]>("bad_debt");
  const [taxTreatment, setTax] = useState<(typeof taxTreatments)[number]["value"]>("none");
  const [reason, setReason] = useState("");
  const write = useApiMutation<Pick<z.infer<typeof WriteOff>, "amount" | "kind" | "taxTreatment" | "reason">>("post", "/api/invoices/{id}/write-off", { request: (body) => ({ path: { id: view.id }, body }), refresh: invoiceCaches, onDone: () => { onClose(); toast(`Wrote off ${money(amount, view.currency)} of ${view.number}`); } });
  const because = !above(amount) ? "Write the amount first" : reason.trim() === "" ? "Say why first" : null;
  return (
    <Dialog open onClose={onClose} title={`Write off what is open on ${view.number}?`} description="The invoice stays as issued; what is written off is no longer owed. You can take it back when the money comes after all."
      foot={<><Button onClick={onClose}>Cancel</Button><Button kind="primary" busy={write.isPending} disabledBecause={because} reasonBeside onClick={() => write.mutate({ amount, kind, taxTreatment, reason: reason.trim() })}>Write off</Button></>}>
      {write.error && <div className="mb-3"><Note tone="danger">{write.error.message}</Note></div>}
      <Fields>
        <Field label="Amount" required className="phone:col-span-6!"><MoneyInput currency={view.currency} value={amount} onChange={setAmount} /></Field>
        <Field label="Kind" className="phone:col-span-6!"><Select value={kind} onChange={setKind} options={writeOffKinds} /></Field>
        <Field label="Tax" className="phone:col-span-6!"><Select value={taxTreatment} onChange={setTax} options={taxTreatments} /></Field>
        <Field label="Why" required><Input value={reason} onChange={setReason} maxLength={500} /></Field>
      </Fields>
    </Dialog>
  );
}

/** A fresh draft with the same customer, lines and texts; numbers, dates and what came from a proposal stay behind. */
function copyOf(view: InvoiceView): NewInvoice {
  return {
    companyId: view.companyId, customerId: view.customerId, seriesId: null, currency: view.currency, locale: view.locale, issueDate: null, dueDate: null, termsDays: view.termsDays, deliveryDate: null, periodStart: null, periodEnd: null,
    title: view.title, purchaseOrder: view.purchaseOrder, buyerReference: view.buyerReference, contractReference: view.contractReference, intro: view.intro, note: view.note, internalNote: null, einvoiceFormat: view.einvoiceFormat, prices: view.prices, taxRounding: view.taxRounding, template: view.template, paper: view.paper,
    lines: view.lines.map(({ itemId, group, name, description, quantity, unit, unitPrice, discount, vatCategory, vatRate, exemptionReason }) => ({ itemId, group, name, description, quantity, unit, unitPrice, discount, vatCategory, vatRate, exemptionReason, proposalLineId: null })),
    changes: view.changes,
  };
}
