import { useState } from "react";
import { Button, DateInput, Dialog, Field, Fields, Input, Money, MoneyInput, Note, SkeletonLines, toast, useApiMutation, useApiQuery, useMoneyText, useSession, type ApiPage } from "../../web/kit.ts";
import type { InvoiceListRow } from "../../invoices/contract.ts";
import { byDue, isAbove, oldestFirst, whyNotShares } from "./allocation.ts";
import { AllocationTable, AllocationWords } from "./allocation-table.tsx";
import { paymentCaches } from "./words.ts";

/** Money that arrived, or a credit note, of which something is left to use. */
export type CreditSource = { kind: "payment" | "credit_note"; id: string; companyId: string; customerId: string; customerName: string; currency: string; left: string };
type Props = { source: CreditSource; onClose: () => void };
const doorOf = (source: CreditSource) => (source.kind === "payment" ? "/api/payments/{id}" : "/api/credit-notes/{id}");

/** Shares what is left over the customer's open invoices. */
export function UseDialog({ source, onClose }: Props) {
  const open = useApiQuery<ApiPage<InvoiceListRow>>("/api/invoices", { query: { companyId: source.companyId, customerId: source.customerId, tab: "open", limit: 200 } });
  const [typed, setTyped] = useState<Record<string, string> | null>(null);
  const invoices = byDue((open.data?.items ?? []).filter((one) => one.currency === source.currency));
  const shares = typed ?? oldestFirst(invoices, source.left, source.currency);
  const use = useApiMutation<{ allocations: { invoiceId: string; amount: string }[] }>("post", `${doorOf(source)}/allocate`, { request: (body) => ({ path: { id: source.id }, body }), refresh: paymentCaches, onDone: () => { onClose(); toast("Used on invoices"); } });
  const chosen = Object.entries(shares).filter(([, share]) => isAbove(share)).map(([invoiceId, amount]) => ({ invoiceId, amount }));
  const because = chosen.length === 0 ? "Choose an invoice first" : whyNotShares(invoices, shares, source.left, source.currency);
  return (
    <Dialog open onClose={onClose} width={580} title={<>Use <Money amount={source.left} currency={source.currency} total /> on invoices</>} foot={<><Button onClick={onClose}>Cancel</Button><Button kind="primary" busy={use.isPending} disabledBecause={because} reasonBeside onClick={() => use.mutate({ allocations: chosen })}>Use on invoices</Button></>}>
      {use.error && <div className="mb-3"><Note tone="danger">{use.error.message}</Note></div>}
      {open.isPending ? <SkeletonLines lines={3} /> : open.error ? <Note tone="danger">{open.error.message}</Note> : invoices.length === 0 ? <p className="text-ink-2">{source.customerName} has no open invoice in {source.currency}.</p> : (
        <>
          <AllocationTable invoices={invoices} shares={shares} onChange={setTyped} available={source.left} currency={source.currency} />
          <div className="mt-2.5"><AllocationWords invoices={invoices} shares={shares} available={source.left} currency={source.currency} who={source.customerName} /></div>
        </>
      )}
    </Dialog>
  );
}

/** Records that unused money, or a credit note, was paid back. */
export function PayBackDialog({ source, onClose }: Props) {
  const { today } = useSession();
  const money = useMoneyText();
  const [amount, setAmount] = useState(source.left);
  const [date, setDate] = useState(today);
  const [reason, setReason] = useState("");
  const refund = useApiMutation<{ amount: string; date: string; reason: string }>("post", `${doorOf(source)}/refund`, { request: (body) => ({ path: { id: source.id }, body }), refresh: paymentCaches, onDone: () => { onClose(); toast(`Recorded ${money(amount, source.currency)} as paid back`); } });
  const because = !isAbove(amount) ? "Write the amount first" : reason.trim() === "" ? "Say why first" : !/^\d{4}-\d\d-\d\d$/.test(date) ? "Write the day first" : null;
  return (
    <Dialog open onClose={onClose} title={`Pay back to ${source.customerName}`} description={`${money(source.left, source.currency)} is not used. This records that you paid it back; the transfer itself you make at your bank.`}
      foot={<><Button onClick={onClose}>Cancel</Button><Button kind="primary" busy={refund.isPending} disabledBecause={because} reasonBeside onClick={() => refund.mutate({ amount, date, reason: reason.trim() })}>Record as paid back</Button></>}>
      {refund.error && <div className="mb-3"><Note tone="danger">{refund.error.message}</Note></div>}
      <Fields>
        <Field label="Amount" required className="phone:col-span-6!"><MoneyInput currency={source.currency} value={amount} onChange={setAmount} /></Field>
        <Field label="Paid back on" required className="phone:col-span-6!"><DateInput short value={date} onChange={setDate} /></Field>
        <Field label="Why" required><Input value={reason} onChange={setReason} placeholder="Paid twice" /></Field>
      </Fields>
    </Dialog>
  );
}
