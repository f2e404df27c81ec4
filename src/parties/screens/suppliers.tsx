import { useState } from "react";
import { Button, ButtonLink, Content, DataTable, DateText, EmptyState, FailedState, Facts, FilterBar, Iban, IconButton, Menu, Money, Note, Page, PlainTable, plural, SearchBox, Section, SkeletonLines, State, Tag, toast, ToggleChip, useApiMutation, useApiQuery, useCompany, useFilters, useGo, useKeys, useLocale, useParam, usePages, usePageTitle, useSession, type Column } from "../../web/kit.ts";
import type { ReceivedSummary, SupplierReceived } from "../../received-invoices/contract.ts";
import type { z } from "zod";
import type { PartyView } from "../contract.ts";
import { Learned } from "./learned.tsx";
import { SupplierSheet } from "./supplier-sheet.tsx";
import { addressLines } from "./words.ts";

/** Who sends us invoices. Most were made from the first document approved. */
export function SupplierList() {
  const company = useCompany();
  const { may } = useSession();
  const [filters, setFilters] = useFilters({ q: "", archived: "no" });
  const [adding, setAdding] = useState(false);
  const go = useGo();
  const writes = may("suppliers.write");
  const pages = usePages<PartyView>("/api/suppliers", { query: { companyId: company.id, search: filters.q || null, archived: filters.archived } });
  useKeys("Suppliers", writes ? [{ keys: "i", label: "New supplier", run: () => setAdding(true) }] : []);
  const columns: Column<PartyView>[] = [
    { key: "name", head: "Supplier", link: true, phone: "title", cell: (row) => row.name, full: (row) => row.name },
    { key: "vat", head: "VAT id", width: 156, phone: "note", cell: (row) => <span className="num text-ink-2">{row.vatId ?? row.taxNumber}</span> },
    { key: "account", head: "Bank account", width: 250, from: "desk", cell: (row) => { const [first, ...rest] = row.bankAccounts; return first ? <span className="text-ink-2"><Iban value={first.iban} />{rest.length > 0 && <span className="text-ink-3"> and {rest.length} more</span>}</span> : null; }, full: (row) => row.bankAccounts.map((one) => one.iban).join(", ") },
    { key: "city", head: "Place", width: 170, from: "wide", cell: (row) => <span className="text-ink-2">{[row.city, row.country].filter(Boolean).join(", ")}</span> },
    { key: "since", head: "On file since", width: 110, phone: "aside", cell: (row) => <DateText short value={row.createdAt} className="text-ink-2" /> },
  ];
  const filtered = filters.q !== "" || filters.archived !== "no";
  return (
    <Page title="Suppliers" scroll={false} actions={<><SearchBox value={filters.q} onChange={(q) => setFilters({ q })} placeholder="Name, VAT id or place" />{writes && <Button kind="primary" icon="plus" keys="i" onClick={() => setAdding(true)}>New supplier</Button>}</>}>
      <FilterBar><ToggleChip on={filters.archived === "only"} onChange={(on) => setFilters({ archived: on ? "only" : "no" })}>Put away</ToggleChip></FilterBar>
      <DataTable label="suppliers" pages={pages} columns={columns} id={(row) => row.id} href={(row) => `/suppliers/${row.id}`} faint={(row) => row.archivedAt !== null}
        empty={filtered ? <EmptyState title="No supplier matches" action={<Button onClick={() => setFilters({ q: "", archived: "no" })}>Clear filters</Button>} />
          : <EmptyState title="Approve a first invoice" action={<><ButtonLink to="/inbox" kind="primary">Open the inbox</ButtonLink>{writes && <Button onClick={() => setAdding(true)}>New supplier</Button>}</>}>Its sender becomes a supplier, with the bank account it was first seen with.</EmptyState>} />
      {adding && <SupplierSheet companyId={company.id} onClose={() => setAdding(false)} onSaved={(saved) => { setAdding(false); toast(`Added ${saved.name}`); go(`/suppliers/${saved.id}`); }} />}
    </Page>
  );
}

/** A supplier: bank accounts with the day each was first seen, and what came from them. */
export function SupplierRecord() {
  const id = useParam("id");
  const query = useApiQuery<PartyView>("/api/suppliers/{id}", { path: { id } });
  usePageTitle(query.data?.name);
  if (query.error && !query.data) return <Page title="Supplier" back="/suppliers"><FailedState what="The supplier could not be loaded" error={query.error} again={() => void query.refetch()} /></Page>;
  if (!query.data) return <Page title="Supplier" back="/suppliers"><Content><SkeletonLines lines={6} /></Content></Page>;
  return <Record supplier={query.data} />;
}

function Record({ supplier }: { supplier: PartyView }) {
  const { may } = useSession();
  const go = useGo();
  const locale = useLocale();
  const [editing, setEditing] = useState(false);
  const path = { id: supplier.id };
  const refresh = ["/api/suppliers", "/api/suppliers/{id}"];
  const restore = useApiMutation<void, PartyView>("post", "/api/suppliers/{id}/restore", { request: () => ({ path }), refresh, onDone: () => toast(`Brought back ${supplier.name}`) });
  const archive = useApiMutation<void, PartyView>("post", "/api/suppliers/{id}/archive", { request: () => ({ path }), refresh, onDone: () => toast(`Put away ${supplier.name}`, { undo: () => restore.mutate() }) });
  const received = useApiQuery<z.infer<typeof SupplierReceived>>("/api/received-invoices/suppliers/{id}", { path, enabled: may("received.read") });
  const writes = may("suppliers.write");
  const archived = supplier.archivedAt !== null;
  useKeys("Supplier", [
    ...(writes ? [{ keys: "e", label: "Edit", run: () => setEditing(true) }] : []),
    { keys: "escape", label: "Back to suppliers", run: () => go("/suppliers") },
  ], !editing);
  const lines = addressLines(supplier, locale);
  const summary = received.data;
  return (
    <Page title={supplier.name} back="/suppliers" beside={<>{supplier.number && <span className="num">{supplier.number}</span>}{archived && <Tag>Put away</Tag>}{supplier.isCustomer && <Tag>Also a customer</Tag>}</>} actions={writes && <>
      <Menu items={[archived ? { label: "Bring back", icon: "again", onChoose: () => restore.mutate() } : { label: "Put away", icon: "inbox", onChoose: () => archive.mutate() }, supplier.isCustomer && { label: "Open as customer", icon: "people", onChoose: () => go(`/customers/${supplier.id}`) }]}><IconButton icon="more" label="More" kind="plain" /></Menu>
      <Button icon="edit" keys="e" onClick={() => setEditing(true)}>Edit</Button>
    </>}>
      <Content className="desk:grid desk:grid-cols-[minmax(0,1fr)_340px] desk:gap-10">
        <div className="min-w-0">
          {archived && <div className="mt-2"><Note action={writes && <Button size="small" busy={restore.isPending} onClick={() => restore.mutate()}>Bring back</Button>}>Put away. What came from them stays.</Note></div>}
          {summary && summary.documents > 0 && (
            <Section>
              <dl className="flex flex-wrap gap-x-10 gap-y-3">
                {summary.totals.map((total) => <div key={total.currency}><dt className="text-sm text-ink-3">{plural(total.documents, "invoice")} in {total.currency}</dt><dd className="text-2xl font-strong"><Money amount={total.grossTotal} currency={total.currency} /></dd></div>)}
                <div><dt className="text-sm text-ink-3">Open</dt><dd className="num text-2xl font-strong">{summary.open}</dd></div>
                <div><dt className="text-sm text-ink-3">First and last</dt><dd className="pt-1 text-lg"><DateText value={summary.firstAt} /> – <DateText value={summary.lastAt} /></dd></div>
              </dl>
            </Section>
          )}
          <Accounts supplier={supplier} />
          {may("received.read") && <Came supplier={supplier} />}
          <Learned supplierId={supplier.id} name={supplier.name} />
        </div>
        <aside className="min-w-0" aria-label="About the supplier">
          <Section title="Address">{lines.length > 0 ? <address className="not-italic">{supplier.name}{lines.map((line) => <span key={line} className="block">{line}</span>)}</address> : <p className="text-ink-3">No address on file.</p>}</Section>
          <Section title="Contact"><Facts labelWidth={112} items={[
            supplier.contactName ? ["Contact", supplier.contactName] : null,
            ["E-mail", supplier.email ? <a key="m" className="link break-all" href={`mailto:${supplier.email}`}>{supplier.email}</a> : <None key="m" />],
            ["Telephone", supplier.phone ? <a key="t" className="link num" href={`tel:${supplier.phone.replace(/[^\d+]/g, "")}`}>{supplier.phone}</a> : <None key="t" />],
            supplier.website ? ["Website", supplier.website] : null,
          ]} /></Section>
          <Section title="Tax"><Facts labelWidth={112} items={[["VAT id", supplier.vatId ? <span key="v" className="num">{supplier.vatId}</span> : <None key="v" />], supplier.taxNumber ? ["Tax number", <span key="t" className="num">{supplier.taxNumber}</span>] : null, supplier.registration ? ["Registration", supplier.registration] : null]} /></Section>
          {supplier.notes && <Section title="Notes"><p className="whitespace-pre-line">{supplier.notes}</p></Section>}
        </aside>
      </Content>
      {editing && <SupplierSheet companyId={supplier.companyId} supplier={supplier} onClose={() => setEditing(false)} onSaved={(saved) => { setEditing(false); toast(`Saved ${saved.name}`); }} />}
    </Page>
  );
}

const None = () => <span className="text-ink-3">–</span>;

function Accounts({ supplier }: { supplier: PartyView }) {
  return (
    <Section title="Bank accounts" aside="A payment to any other account is held until it is confirmed">
      {supplier.bankAccounts.length === 0 ? <p className="text-ink-3">None on file yet. The first approved invoice that names one adds it.</p> : (
        <PlainTable caption="Bank accounts">
          <thead><tr><th scope="col">Account</th><th scope="col" className="max-phone:hidden">Bank</th><th scope="col">First seen</th></tr></thead>
          <tbody>{supplier.bankAccounts.map((account) => <tr key={account.id}><td className="font-medium"><Iban value={account.iban} /></td><td className="text-ink-2 max-phone:hidden">{[account.bankName, account.bic].filter(Boolean).join(", ")}</td><td className="text-ink-2"><DateText value={account.firstSeenAt} /></td></tr>)}</tbody>
        </PlainTable>
      )}
    </Section>
  );
}

function Came({ supplier }: { supplier: PartyView }) {
  const go = useGo();
  const query = useApiQuery<{ items: ReceivedSummary[]; nextCursor: string | null }>("/api/received-invoices", { query: { supplierId: supplier.id, limit: 20 } });
  const rows = query.data?.items ?? [];
  return (
    <Section title="Invoices from them" aside={rows.length > 0 && <button type="button" className="link" onClick={() => go("/inbox", { search: { supplier: supplier.id } })}>Show in the inbox</button>}>
      {query.error && <FailedState compact what="Their invoices could not be loaded" error={query.error} again={() => void query.refetch()} />}
      {query.isPending ? <SkeletonLines lines={4} /> : rows.length === 0 && !query.error ? <p className="text-ink-3">Nothing has come in from them yet.</p> : (
        <PlainTable caption={`Invoices from ${supplier.name}`}>
          <thead><tr><th scope="col" className="w-[130px]">State</th><th scope="col">Number</th><th scope="col" className="max-phone:hidden">Issued</th><th scope="col" className="max-phone:hidden">Due</th><th scope="col" className="text-right">Total</th></tr></thead>
          <tbody>{rows.map((row) => (
            <tr key={row.id} onClick={() => go(`/inbox/${row.id}`)} className="cursor-pointer hover:bg-hover">
              <td><State {...chip(row)} /></td>
              <td><a className="num font-medium" href={`/inbox/${row.id}`} onClick={(event) => { event.preventDefault(); event.stopPropagation(); go(`/inbox/${row.id}`); }}>{row.invoiceNumber ?? row.fileName}</a></td>
              <td className="text-ink-2 max-phone:hidden"><DateText short value={row.issueDate} /></td><td className="text-ink-2 max-phone:hidden"><DateText short value={row.dueDate} /></td>
              <td className="text-right"><Money amount={row.grossTotal} currency={row.currency ?? undefined} /></td>
            </tr>
          ))}</tbody>
        </PlainTable>
      )}
      {query.data?.nextCursor && <p className="mt-2 text-sm text-ink-3">The newest 20.</p>}
    </Section>
  );
}

const chip = (row: ReceivedSummary) => ({
  of: row.state === "exported" ? "export" : ["approved", "on_hold", "to_approve"].includes(row.state) ? "approval" : ["to_review", "duplicate", "rejected"].includes(row.state) ? "review" : "reading",
  is: row.state === "to_review" && row.toCheck.length > 0 ? "doubtful" : row.state,
}) as const;
