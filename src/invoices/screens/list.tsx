import { useState } from "react";
import { Button, ButtonLink, DataTable, DateInput, DateText, EmptyState, Field, FilterBar, FilterChip, IconButton, Combobox, Link, Menu, Money, Page, SearchBox, Tabs, showDateShort, sumByCurrency, toast, useApiQuery, useCommands, useCompany, useFilters, useGo, useLocale, usePages, usePhone, useSession, type ApiPage, type Column } from "../../web/kit.ts";
import type { z } from "zod";
import type { PartyView } from "../../parties/contract.ts";
import { RecordPayment } from "../../payments/screens/index.ts";
import type { InvoiceCounts, InvoiceListRow, NumberReport } from "../contract.ts";
import { Delivered, MainState, placeOfInvoice } from "./words.tsx";

const tabs = [
  ["all", "All"], ["draft", "Drafts"], ["open", "Unpaid"], ["overdue", "Overdue"], ["part_paid", "Part-paid"], ["paid", "Paid"], ["credited", "Credited"], ["void", "Void"], ["credit_notes", "Credit notes"],
] as const;

/** Invoices and credit notes of the company: drafts first, then the newest. */
export function InvoiceList() {
  const { may, today } = useSession();
  const company = useCompany();
  const locale = useLocale();
  const go = useGo();
  const [filters, setFilters] = useFilters({ tab: "all", q: "", customer: "", from: "", until: "" });
  const [paying, setPaying] = useState<readonly InvoiceListRow[] | null>(null);
  const query = { companyId: company.id, tab: filters.tab, search: filters.q, customerId: filters.customer, from: filters.from, until: filters.until };
  const pages = usePages<InvoiceListRow>("/api/invoices", { query });
  const counts = useApiQuery<z.infer<typeof InvoiceCounts>>("/api/invoices/counts", { query: { companyId: company.id } }).data;
  const report = useApiQuery<z.infer<typeof NumberReport>>("/api/invoices/numbers", { query: { companyId: company.id } }).data;
  const writes = may("invoices.write");
  useCommands([{ label: "Check numbers for gaps", icon: "approvals", run: () => go("/reports/numbers") }]);

  const pay = (rows: readonly InvoiceListRow[]) => {
    const due = rows.filter((row) => row.kind === "invoice" && row.document === "issued" && /[1-9]/.test(row.open));
    if (due.length === 0) { toast("Nothing is open on what is selected"); return; }
    setPaying(due);
  };
  // One payment is one customer's money in one currency.
  const whyNotPay = (rows: readonly InvoiceListRow[]) =>
    rows.some((row) => row.document === "draft") ? "Drafts cannot be paid" : rows.every((row) => !/[1-9]/.test(row.open) || row.kind !== "invoice") ? "Nothing is open on these"
      : new Set(rows.map((row) => `${row.customerId} ${row.currency}`)).size > 1 ? "These are of several customers or currencies" : null;
  const download = (rows: readonly InvoiceListRow[]) => rows.filter((row) => row.number).forEach((row, index) => setTimeout(() => {
    // One click each: browsers hold back a second download begun at the same moment.
    const link = Object.assign(document.createElement("a"), { href: `/api/invoices/${row.id}/pdf?download=yes`, download: "" });
    link.click();
  }, index * 350));

  const currencies = new Set(pages.rows.map((row) => row.currency));
  const sole = currencies.size === 1 ? [...currencies][0] : null;
  const sign = sole ? ` ${sole === "EUR" ? "€" : sole === "GBP" ? "£" : sole === "USD" ? "$" : sole}` : "";
  const phone = usePhone();
  // The head names the currency when the column has one; the phone has no head.
  const money = (amount: string, row: InvoiceListRow, faint = false) => <Money amount={amount} currency={phone || sole === null ? row.currency : undefined} code={sole === null && !phone} faint={faint} struck={row.document === "void"} />;
  const signed = (row: InvoiceListRow) => (row.kind === "credit_note" && row.document !== "void" && /[1-9]/.test(row.total) ? `-${row.total.replace(/^-/, "")}` : row.total);
  const columns: Column<InvoiceListRow>[] = [
    { key: "number", head: "Number", width: 124, phone: "note", cell: (row) => (row.number ? <span className="num">{row.number}</span> : <span className="text-ink-3">No number yet</span>) },
    { key: "customer", head: "Customer", link: true, phone: "title", cell: (row) => row.customerName ?? <span className="text-ink-3">No customer yet</span>, full: (row) => row.customerName ?? "" },
    { key: "for", head: "For", cell: (row) => <span className="text-ink-2">{row.title}</span>, full: (row) => row.title ?? "" },
    { key: "issued", head: "Issued", width: 82, from: "wide", cell: (row) => <DateText short value={row.issueDate} /> },
    { key: "due", head: "Due", width: 82, phone: "aside", cell: (row) => <DateText short value={row.dueDate} late={row.daysOverdue > 0} /> },
    { key: "total", head: `Total${sign}`, width: sole ? 112 : 132, right: true, phone: "amount", cell: (row) => money(signed(row), row) },
    { key: "open", head: `Open${sign}`, width: sole ? 104 : 124, right: true, cell: (row) => (row.document === "draft" ? <span className="text-ink-3">–</span> : row.document === "void" ? <Money amount={row.open} faint /> : money(row.open, row, !/[1-9]/.test(row.open))) },
    { key: "settlement", head: "Settlement", width: 128, gap: true, phone: "state", cell: (row) => <MainState of={row} /> },
    { key: "delivery", head: "Delivery", width: 150, from: "desk", cell: (row) => <Delivered is={row.delivery} /> },
  ];
  const period = filters.from || filters.until ? `${filters.from ? showDateShort(filters.from, locale, today) : ""} – ${filters.until ? showDateShort(filters.until, locale, today) : ""}` : null;
  const filtered = filters.q !== "" || filters.customer !== "" || period !== null;
  const clear = () => setFilters({ tab: "all", q: "", customer: "", from: "", until: "" });
  const gaps = report?.series.reduce((sum, series) => sum + series.missingCount, 0) ?? 0;
  return (
    <Page title="Invoices" scroll={false} actions={
      <>
        <SearchBox value={filters.q} onChange={(q) => setFilters({ q })} placeholder="Number, customer or amount" />
        <Menu items={[{ label: "Numbers and gaps", icon: "approvals", onChoose: () => go("/reports/numbers") }, { label: "Mail outbox", icon: "mail", onChoose: () => go("/settings/outbox") }]}><IconButton icon="more" label="More about invoices" kind="plain" /></Menu>
        {writes && <ButtonLink to="/invoices/new" kind="primary" icon="plus" keys="c i">New invoice</ButtonLink>}
      </>
    }>
      <Tabs keys current={filters.tab} onChoose={(tab) => setFilters({ tab })} tabs={tabs.filter(([key]) => key === filters.tab || !["part_paid", "credited", "void", "credit_notes"].includes(key) || (counts?.counts[key] ?? 0) > 0).map(([key, label]) => ({ key: key as string, label, count: counts?.counts[key] }))} />
      <FilterBar aside={counts && counts.open.length > 0 && <Owed open={counts.open} />}>
        <FilterChip label="Issued" any="any time" value={period} onClear={() => setFilters({ from: "", until: "" })}>{(close) => <PeriodFilter from={filters.from} until={filters.until} today={today} onChange={(change) => setFilters(change)} close={close} />}</FilterChip>
        <CustomerFilter value={filters.customer} onChange={(customer) => setFilters({ customer })} />
        {(filtered || filters.tab !== "all") && <Button size="small" kind="quiet" onClick={clear}>Clear filters</Button>}
      </FilterBar>
      <DataTable label="invoices" pages={pages} columns={columns} id={(row) => row.id} href={(row) => placeOfInvoice(row, may)} faint={(row) => row.document === "void"}
        bulk={({ rows, clear: unselect }) => (
          <>
            {may("payments.write") && <Button kind="primary" keys="p" disabledBecause={whyNotPay(rows)} onClick={() => pay(rows)}>Record payment</Button>}
            <Button icon="download" disabledBecause={rows.some((row) => row.number) ? null : "Drafts have no PDF to keep"} onClick={() => { download(rows); unselect(); }}>Download</Button>
          </>
        )}
        bulkSum={(rows) => { const sums = sumByCurrency(rows.filter((row) => row.document !== "draft" && row.document !== "void" && row.kind === "invoice").map((row) => ({ amount: row.open, currency: row.currency }))); return sums.length > 0 ? sums.map((sum) => <span key={sum.currency} className="mr-2"><Money amount={sum.amount} currency={sum.currency} total /> open</span>) : null; }}
        rowKeys={[
          ...(may("payments.write") ? [{ keys: "p", label: "Record payment", run: (row: InvoiceListRow, selected: readonly InvoiceListRow[]) => { const rows = selected.length > 0 ? selected : [row]; const because = whyNotPay(rows); if (because) toast(because); else pay(rows); } }] : []),
        ]}
        foot={report && report.series.length > 0 && <Link to="/reports/numbers" className={gaps > 0 ? "text-danger" : "hover:underline"}>{gaps > 0 ? `${gaps} numbers are missing` : "Gapless, no number missing"}</Link>}
        empty={filtered ? <EmptyState title="No invoice matches" action={<Button onClick={clear}>Clear filters</Button>} />
          : filters.tab !== "all" ? <EmptyState title={filters.tab === "overdue" ? "Nobody is late" : filters.tab === "draft" ? "No draft is waiting" : filters.tab === "open" ? "Everything is paid" : "Nothing here"} action={<Button onClick={clear}>Show all invoices</Button>} />
            : <EmptyState title="Write your first invoice" action={writes && <ButtonLink to="/invoices/new" kind="primary" icon="plus">New invoice</ButtonLink>}>It takes its number when you issue it. Until then it is a draft that saves itself.</EmptyState>} />
      {paying && <RecordPayment customer={{ id: paying[0]!.customerId!, name: paying[0]!.customerName ?? "the customer" }} invoiceIds={paying.map((row) => row.id)} currency={paying[0]!.currency} onClose={() => setPaying(null)} />}
    </Page>
  );
}

/** What customers owe, one sum per currency. */
function Owed({ open }: { open: z.infer<typeof InvoiceCounts>["open"] }) {
  return <span className="flex flex-wrap gap-x-6 gap-y-0.5 max-phone:hidden">{open.map((sum) => (
    <span key={sum.currency} className="flex gap-x-6">
      <span><span className="mr-2 text-sm text-ink-2">Open</span><Money amount={sum.open} currency={sum.currency} className="font-medium" /></span>
      {/[1-9]/.test(sum.overdue) && <span><span className="mr-2 text-sm text-ink-2">Overdue</span><Money amount={sum.overdue} currency={sum.currency} bad className="font-medium" /></span>}
    </span>
  ))}</span>;
}

function PeriodFilter({ from, until, today, onChange, close }: { from: string; until: string; today: string; onChange: (change: { from?: string; until?: string }) => void; close: () => void }) {
  const year = today.slice(0, 4), month = today.slice(0, 7);
  const before = String(Number(year) - 1);
  const take = (value: string) => value === "" || /^\d{4}-\d\d-\d\d$/.test(value);
  const choose = (first: string, last: string) => { onChange({ from: first, until: last }); close(); };
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-1.5">
        <Button size="small" onClick={() => choose(`${month}-01`, "")}>This month</Button><Button size="small" onClick={() => choose(`${year}-01-01`, "")}>This year</Button><Button size="small" onClick={() => choose(`${before}-01-01`, `${before}-12-31`)}>{before}</Button>
      </div>
      <Field label="From"><DateInput short value={from} onChange={(value) => take(value) && onChange({ from: value })} /></Field>
      <Field label="Until"><DateInput short value={until} onChange={(value) => take(value) && onChange({ until: value })} /></Field>
    </div>
  );
}

function CustomerFilter({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const company = useCompany();
  const [query, setQuery] = useState("");
  const chosen = useApiQuery<PartyView>("/api/customers/{id}", { path: { id: value }, enabled: value !== "" });
  const found = useApiQuery<ApiPage<PartyView>>("/api/customers", { query: { companyId: company.id, search: query, limit: 20, archived: "all" }, keep: true });
  return (
    <FilterChip label="Customer" value={value === "" ? null : (chosen.data?.name ?? "one")} onClear={() => onChange("")}>
      {(close) => <Field label="Customer"><Combobox icon="people" autoFocus value={value} shown={chosen.data?.name} options={(found.data?.items ?? []).map((one) => ({ value: one.id, label: one.name, detail: one.city ?? undefined }))} onQuery={setQuery} loading={found.isFetching} placeholder="Type a name" onChange={(id) => { onChange(id); if (id) close(); }} /></Field>}
    </FilterChip>
  );
}
