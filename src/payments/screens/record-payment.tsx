import { useEffect, useMemo, useState } from "react";
import { formatAmount } from "@counterfoil/money";
import { asApiError, Button, Combobox, DateInput, Dialog, Field, Fields, Input, MoneyInput, Note, Select, toast, useApiMutation, useApiQuery, useCompany, useMoneyText, useSession, type ApiError, type ApiPage } from "../../web/kit.ts";
import type { InvoiceListRow } from "../../invoices/contract.ts";
import type { PartyView } from "../../parties/contract.ts";
import type { NewPayment, PaymentView } from "../contract.ts";
import { byDue, isAbove, leftOf, oldestFirst, whyNotShares, type OpenInvoice } from "./allocation.ts";
import { AllocationTable, AllocationWords } from "./allocation-table.tsx";
import { methodOptions, paymentCaches } from "./words.ts";

export type RecordPaymentProps = {
  /** Whose money it is; chosen in the dialog when absent. */
  customer?: { id: string; name: string };
  /** Invoices the money is for: their open sum is the amount that is proposed. */
  invoiceIds?: readonly string[];
  currency?: string;
  onClose: () => void;
  onDone?: () => void;
};

/** Money that arrived: from whom, how much, when, and which invoices it pays. */
export function RecordPaymentDialog({ customer: given, invoiceIds = [], currency: usual, onClose, onDone }: RecordPaymentProps) {
  const { today } = useSession();
  const company = useCompany();
  const money = useMoneyText();
  const [customer, setCustomer] = useState(given ?? null);
  const [query, setQuery] = useState("");
  const [amount, setAmount] = useState("");
  const [receivedOn, setReceivedOn] = useState(today);
  const [method, setMethod] = useState<NewPayment["method"]>("transfer");
  const [reference, setReference] = useState("");
  const [chosen, setCurrency] = useState<string | null>(null);
  // null: as the server would share it, oldest due first; typed by hand it stays as typed.
  const [typed, setTyped] = useState<Record<string, string> | null>(null);
  const found = useApiQuery<ApiPage<PartyView>>("/api/customers", { query: { companyId: company.id, search: query, limit: 20 }, enabled: !given, keep: true });
  const open = useApiQuery<ApiPage<InvoiceListRow>>("/api/invoices", { query: { companyId: company.id, customerId: customer?.id ?? "", tab: "open", limit: 200 }, enabled: customer !== null });
  const all = useMemo(() => byDue(open.data?.items ?? []), [open.data]);
  const currencies = [...new Set([...all.map((one) => one.currency), usual ?? company.currency])];
  const currency = chosen ?? usual ?? all.find((one) => invoiceIds.includes(one.id))?.currency ?? currencies[0] ?? company.currency;
  const invoices: OpenInvoice[] = useMemo(() => {
    const of = all.filter((one) => one.currency === currency);
    return [...of.filter((one) => invoiceIds.includes(one.id)), ...of.filter((one) => !invoiceIds.includes(one.id))];
    // The chosen ids are fixed for the life of the dialog.
  }, [all, currency]);
  const meant = invoices.filter((one) => invoiceIds.includes(one.id));
  // The amount that is proposed is what the chosen invoices have open; it stays what was typed.
  useEffect(() => {
    if (amount !== "" || meant.length === 0) return;
    const sum = leftOf("0", Object.fromEntries(meant.map((one) => [one.id, one.open])), currency).used;
    setAmount(formatAmount(sum));
    // Once, when the invoices are known.
  }, [invoices]);
  const shares = typed ?? oldestFirst(invoices, amount, currency);
  const record = useApiMutation<NewPayment, PaymentView>("post", "/api/payments", {
    refresh: paymentCaches,
    onDone: (payment) => { toast(`Recorded ${money(payment.amount, payment.currency)} from ${payment.customerName}`); onDone?.(); onClose(); },
  });
  const because = !customer ? "Choose who paid first" : !isAbove(amount) ? "Write the amount first" : !/^\d{4}-\d\d-\d\d$/.test(receivedOn) ? "Write the day it arrived" : whyNotShares(invoices, shares, amount, currency);
  const submit = () => {
    if (because || !customer || record.isPending) return;
    const allocations = Object.entries(shares).filter(([, share]) => isAbove(share)).map(([invoiceId, share]) => ({ invoiceId, amount: share }));
    record.mutate({ companyId: company.id, customerId: customer.id, receivedOn, amount, currency, method, reference: reference.trim() || null, note: null, allocations: allocations.length > 0 ? allocations : "none" });
  };
  const error: ApiError | null = record.error ? asApiError(record.error) : null;
  return (
    <Dialog open onClose={onClose} title={customer && given ? `Record payment from ${customer.name}` : "Record payment"} width={620}
      foot={<><Button onClick={onClose}>Cancel</Button><Button kind="primary" busy={record.isPending} disabledBecause={because} reasonBeside onClick={submit} keys="mod+enter">Record payment</Button></>}>
      <form onSubmit={(event) => { event.preventDefault(); submit(); }} onKeyDown={(event) => { if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) { event.preventDefault(); submit(); } }}>
        {error && <div className="mb-3"><Note tone="danger">{error.message}</Note></div>}
        <Fields>
          {!given && <Field label="From" required><Combobox icon="people" value={customer?.id ?? ""} shown={customer?.name} options={(found.data?.items ?? []).map((one) => ({ value: one.id, label: one.name, detail: one.city ?? undefined }))} onQuery={setQuery} loading={found.isFetching} placeholder="Type a customer’s name"
            onChange={(id, option) => { setCustomer(id && option ? { id, name: option.label } : null); setTyped(null); }} /></Field>}
          <Field label="Amount" required className="phone:col-span-4!"><MoneyInput currency={currency} value={amount} onChange={(value) => { setAmount(value); setTyped(null); }} /></Field>
          <Field label="Arrived on" required className="phone:col-span-4!" error={receivedOn > today && /^\d{4}-/.test(receivedOn) ? "This day has not come yet." : null}><DateInput short value={receivedOn} onChange={setReceivedOn} /></Field>
          <Field label="By" className="phone:col-span-4!"><Select value={method} onChange={setMethod} options={methodOptions} /></Field>
          <Field label="Reference" optional className={currencies.length > 1 ? "phone:col-span-8!" : ""}><Input value={reference} onChange={setReference} placeholder="As on the bank statement" autoComplete="off" /></Field>
          {currencies.length > 1 && <Field label="Currency" className="phone:col-span-4!"><Select value={currency} onChange={(next) => { setCurrency(next); setTyped(null); }} options={currencies.map((code) => ({ value: code, label: code }))} /></Field>}
        </Fields>
        {customer && (
          <div className="mt-5">
            <div className="mb-1 flex items-baseline gap-3"><h3 className="flex-1">Pays</h3>{typed && invoices.length > 1 && <Button size="small" kind="quiet" onClick={() => setTyped(null)}>Oldest due first</Button>}</div>
            {open.isPending ? <p className="text-ink-3">Looking for open invoices</p> : open.error ? <Note tone="danger">{open.error.message}</Note> : invoices.length === 0
              ? <p className="text-ink-2">{customer.name} has no open invoice in {currency}. The whole amount stays with them as credit.</p>
              : <>
                <AllocationTable invoices={invoices} shares={shares} onChange={setTyped} available={amount} currency={currency} />
                <div className="mt-2.5">{isAbove(amount) && <AllocationWords invoices={invoices} shares={shares} available={amount} currency={currency} who={customer.name} />}</div>
              </>}
          </div>
        )}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  );
}
