import { Button, ButtonLink, DataTable, EmptyState, IconButton, Menu, Page, SearchBox, Tabs, toast, useApiMutation, useCommands, useCompany, useFilters, useGo, usePages, useSession, type Column } from "../../web/kit.ts";
import type { PartyView } from "../contract.ts";
import { exportAddress, placeOf } from "./words.ts";

/** Everybody who buys from the company, by name. */
export function CustomerList() {
  const { may } = useSession();
  const company = useCompany();
  const go = useGo();
  const [filters, setFilters] = useFilters({ q: "", show: "active" });
  const archived = filters.show === "archived" ? "only" : "no";
  const pages = usePages<PartyView>("/api/customers", { query: { companyId: company.id, search: filters.q, archived } });
  const restore = useApiMutation<string, PartyView>("post", "/api/customers/{id}/restore", { request: (id) => ({ path: { id } }), refresh: ["/api/customers", "/api/customers/{id}"], onDone: (one) => toast(`Brought back ${one.name}`) });
  const archive = useApiMutation<string, PartyView>("post", "/api/customers/{id}/archive", {
    request: (id) => ({ path: { id } }), refresh: ["/api/customers", "/api/customers/{id}"], onDone: (one) => toast(`Put away ${one.name}`, { undo: () => restore.mutate(one.id) }),
  });
  const writes = may("customers.write");
  const exported = exportAddress("/api/customers.csv", { companyId: company.id, search: filters.q, archived });
  useCommands([
    ...(writes ? [{ label: "Import customers from CSV", icon: "upload" as const, run: () => go("/customers/import") }] : []),
    ...(may("exports.create") ? [{ label: "Export customers as CSV", icon: "download" as const, run: () => location.assign(exported) }] : []),
  ]);
  const columns: Column<PartyView>[] = [
    { key: "name", head: "Name", link: true, phone: "title", cell: (row) => row.name, full: (row) => row.name },
    { key: "number", head: "Number", width: 104, from: "wide", cell: (row) => <span className="num text-ink-2">{row.number ?? ""}</span>, full: (row) => row.number ?? "" },
    { key: "contact", head: "Contact", width: 168, from: "desk", cell: (row) => <span className="text-ink-2">{row.contactName}</span>, full: (row) => row.contactName ?? "" },
    { key: "email", head: "E-mail", width: 236, phone: "note", cell: (row) => <span className="text-ink-2">{row.email}</span>, full: (row) => row.email ?? "" },
    { key: "place", head: "Place", width: 176, phone: "aside", cell: (row) => <span className="text-ink-2">{placeOf(row, company.country)}</span>, full: (row) => placeOf(row, null) },
    { key: "terms", head: "Terms", width: 92, right: true, from: "desk", cell: (row) => (row.termsDays === null ? <span className="text-ink-3">usual</span> : <span className="num">{row.termsDays} days</span>) },
  ];
  const filtered = filters.q !== "" || filters.show !== "active";
  return (
    <Page title="Customers" scroll={false} actions={
      <>
        <SearchBox value={filters.q} onChange={(q) => setFilters({ q })} placeholder="Name, number, e-mail or city" />
        <Menu items={[
          writes && { label: "Import from CSV", icon: "upload", onChoose: () => go("/customers/import") },
          may("exports.create") && { label: filters.q ? "Export what is shown as CSV" : "Export as CSV", icon: "download", href: exported },
        ]}><IconButton icon="more" label="Import and export" kind="plain" /></Menu>
        {writes && <ButtonLink to="/customers/new" kind="primary" icon="plus" keys="c c">New customer</ButtonLink>}
      </>
    }>
      <Tabs keys current={filters.show} onChoose={(show) => setFilters({ show })} tabs={[{ key: "active", label: "Active" }, { key: "archived", label: "Archived" }]} />
      <DataTable label="customers" pages={pages} columns={columns} id={(row) => row.id} href={(row) => `/customers/${row.id}`}
        rowKeys={[
          ...(may("invoices.write") ? [{ keys: "i", label: "New invoice for this customer", run: (row: PartyView) => go(`/invoices/new?customer=${row.id}`) }] : []),
          ...(writes ? [{ keys: "e", label: "Edit", run: (row: PartyView) => go(`/customers/${row.id}/edit`) }, { keys: "x", label: archived === "only" ? "Bring back" : "Put away", run: (row: PartyView) => (archived === "only" ? restore : archive).mutate(row.id) }] : []),
        ]}
        empty={filters.q !== "" ? <EmptyState title={`Nobody matches “${filters.q}”`} action={<Button onClick={() => setFilters({ q: "" })}>Clear the search</Button>} />
          : filtered ? <EmptyState title="Nobody is put away" action={<Button onClick={() => setFilters({ show: "active" })}>Show active customers</Button>}>Customers you no longer invoice can be put away; their invoices stay.</EmptyState>
            : <EmptyState title="Add your first customer" action={writes && <><ButtonLink to="/customers/new" kind="primary" icon="plus">New customer</ButtonLink><ButtonLink to="/customers/import" icon="upload">Import from CSV</ButtonLink></>}>Name and address are enough. Terms, language and VAT number are taken over into every invoice.</EmptyState>} />
    </Page>
  );
}
