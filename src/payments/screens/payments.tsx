import { useState } from "react";
import { Button, DataTable, DateText, EmptyState, FilterBar, FilterChip, Field, DateInput, Money, Page, SearchBox, StateChip, Tabs, useApiQuery, useCommands, useCompany, useFilters, useKeys, useLocale, usePages, usePhone, useSession, showDateShort, type Column } from "../../web/kit.ts";
import type { PartyView } from "../../parties/contract.ts";
import type { PaymentView } from "../contract.ts";
import { RecordPaymentDialog } from "./record-payment.tsx";
import { methodWords, paymentLook } from "./words.ts";

/** Money in, newest first. */
export function PaymentList() {
  const { may, today } = useSession();
  const company = useCompany();
  const locale = useLocale();
  const [filters, setFilters] = useFilters({ state: "all", q: "", customer: "", from: "", until: "" });
  const [recording, setRecording] = useState(false);
  const pages = usePages<PaymentView>("/api/payments", { query: { companyId: company.id, state: filters.state, search: filters.q, customerId: filters.customer, from: filters.from, until: filters.until } });
  const customer = useApiQuery<PartyView>("/api/customers/{id}", { path: { id: filters.customer }, enabled: filters.customer !== "" });
  const writes = may("payments.write");
  useKeys("Payments", writes ? [{ keys: "p", label: "Record payment", run: () => setRecording(true) }] : []);
  useCommands(writes ? [{ label: "Record payment", icon: "payments", keys: "p", run: () => setRecording(true) }] : []);
  const phone = usePhone();
  const several = pages.rows.some((row) => row.currency !== company.currency);
  const head = several ? "" : ` ${company.currency}`;
  const amount = (value: string, row: PaymentView, faint = false) => <Money amount={value} currency={phone || several ? row.currency : undefined} code={several && !phone} faint={faint} struck={row.state === "reversed"} />;
  const columns: Column<PaymentView>[] = [
    { key: "received", head: "Arrived", width: 104, phone: "aside", cell: (row) => <DateText short value={row.receivedOn} /> },
    { key: "customer", head: "From", link: true, phone: "title", cell: (row) => row.customerName, full: (row) => row.customerName },
    { key: "for", head: "For", cell: (row) => <span className="num text-ink-2">{row.invoices.map((one) => one.number).join(", ")}</span>, full: (row) => row.invoices.map((one) => one.number).join(", "), phone: "note" },
    { key: "method", head: "By", width: 104, from: "desk", cell: (row) => <span className="text-ink-2">{methodWords[row.method]}</span> },
    { key: "reference", head: "Reference", width: 150, from: "wide", cell: (row) => <span className="text-ink-2">{row.reference}</span>, full: (row) => row.reference ?? "" },
    { key: "amount", head: `Amount${head}`, width: 128, right: true, phone: "amount", cell: (row) => amount(row.amount, row) },
    { key: "left", head: `Left${head}`, width: 116, right: true, cell: (row) => amount(row.unallocated, row, !/[1-9]/.test(row.unallocated)) },
    { key: "state", head: "State", width: 132, gap: true, phone: "state", cell: (row) => { const look = paymentLook[row.state]; return <StateChip stage={look.stage} tone={look.tone}>{look.word}</StateChip>; } },
  ];
  const period = filters.from || filters.until ? `${filters.from ? showDateShort(filters.from, locale, today) : ""} – ${filters.until ? showDateShort(filters.until, locale, today) : ""}` : null;
  const filtered = filters.q !== "" || filters.state !== "all" || filters.customer !== "" || period !== null;
  const clear = () => setFilters({ q: "", state: "all", customer: "", from: "", until: "" });
  return (
    <Page title="Payments" scroll={false} actions={<><SearchBox value={filters.q} onChange={(q) => setFilters({ q })} placeholder="Customer, reference, amount" />{writes && <Button kind="primary" icon="plus" keys="p" onClick={() => setRecording(true)}>Record payment</Button>}</>}>
      <Tabs keys current={filters.state} onChoose={(state) => setFilters({ state })} tabs={[{ key: "all", label: "All" }, { key: "unallocated", label: "Credit to use" }, { key: "reversed", label: "Reversed" }]} />
      <FilterBar>
        <FilterChip label="Arrived" any="any time" value={period} onClear={() => setFilters({ from: "", until: "" })}>
          <div className="grid gap-3"><Field label="From"><DateInput short value={filters.from} onChange={(from) => (from === "" || /^\d{4}-\d\d-\d\d$/.test(from)) && setFilters({ from })} /></Field><Field label="Until"><DateInput short value={filters.until} onChange={(until) => (until === "" || /^\d{4}-\d\d-\d\d$/.test(until)) && setFilters({ until })} /></Field></div>
        </FilterChip>
        {filters.customer && <Button size="small" icon="close" onClick={() => setFilters({ customer: "" })}>{customer.data?.name ?? "One customer"}</Button>}
      </FilterBar>
      <DataTable label="payments" pages={pages} columns={columns} id={(row) => row.id} href={(row) => `/payments/${row.id}`} faint={(row) => row.state === "reversed"}
        empty={filtered ? <EmptyState title={filters.state === "unallocated" ? "All money is used" : "No payment matches"} action={<Button onClick={clear}>Clear filters</Button>} />
          : <EmptyState title="Record the first payment" action={writes && <Button kind="primary" icon="plus" onClick={() => setRecording(true)}>Record payment</Button>}>Say what arrived and which invoices it pays. What is too much stays with the customer as credit.</EmptyState>} />
      {recording && <RecordPaymentDialog onClose={() => setRecording(false)} />}
    </Page>
  );
}
