import { Button, ButtonLink, DataTable, EmptyState, IconButton, Menu, Money, Page, SearchBox, Tabs, toast, useApiMutation, useCommands, useCompany, useFilters, useGo, usePages, useSession, type Column } from "../../web/kit.ts";
import type { ItemView } from "../contract.ts";
import { unitName, vatWords } from "../policy.ts";
import { vatSentence, withCents } from "./words.ts";

/** What the company sells: the catalogue that lines of invoices and proposals start from. */
export function ServiceList() {
  const { may } = useSession();
  const company = useCompany();
  const go = useGo();
  const [filters, setFilters] = useFilters({ q: "", show: "all" });
  const query = { companyId: company.id, search: filters.q, kind: filters.show === "service" || filters.show === "product" ? filters.show : "", archived: filters.show === "archived" ? "only" : "no" };
  const pages = usePages<ItemView>("/api/items", { query });
  const refresh = ["/api/items", "/api/items/{id}"];
  const restore = useApiMutation<string, ItemView>("post", "/api/items/{id}/restore", { request: (id) => ({ path: { id } }), refresh, onDone: (one) => toast(`Brought back ${one.name}`) });
  const archive = useApiMutation<string, ItemView>("post", "/api/items/{id}/archive", { request: (id) => ({ path: { id } }), refresh, onDone: (one) => toast(`Put away ${one.name}`, { undo: () => restore.mutate(one.id) }) });
  const writes = may("items.write");
  const exported = `/api/items.csv?${new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ""))}`;
  useCommands([
    ...(writes ? [{ label: "Import services from CSV", icon: "upload" as const, run: () => go("/services/import") }] : []),
    ...(may("exports.create") ? [{ label: "Export services as CSV", icon: "download" as const, run: () => location.assign(exported) }] : []),
  ]);
  const columns: Column<ItemView>[] = [
    { key: "name", head: "Name", link: true, phone: "title", cell: (row) => row.name, full: (row) => row.name },
    { key: "code", head: "Code", width: 104, from: "wide", cell: (row) => <span className="num text-ink-2">{row.code}</span>, full: (row) => row.code ?? "" },
    { key: "description", head: "Description", from: "desk", cell: (row) => <span className="text-ink-2">{row.description}</span>, full: (row) => row.description ?? "" },
    { key: "price", head: "Price", width: 132, right: true, phone: "amount", cell: (row) => <Money amount={withCents(row.unitPrice, row.currency)} currency={row.currency} code={row.currency !== company.currency} /> },
    { key: "unit", head: "Per", width: 92, phone: "state", cell: (row) => <span className="text-ink-2">{unitName(row.unit)}</span> },
    { key: "vat", head: "VAT", width: 92, right: true, phone: "aside", cell: (row) => <span className="num">{vatWords(row.vatCategory, row.vatRate)}</span>, full: (row) => vatSentence(row.vatCategory, row.vatRate) },
  ];
  return (
    <Page title="Services" scroll={false} actions={
      <>
        <SearchBox value={filters.q} onChange={(q) => setFilters({ q })} placeholder="Name, code or description" />
        <Menu items={[
          writes && { label: "Import from CSV", icon: "upload", onChoose: () => go("/services/import") },
          may("exports.create") && { label: filters.q ? "Export what is shown as CSV" : "Export as CSV", icon: "download", href: exported },
        ]}><IconButton icon="more" label="Import and export" kind="plain" /></Menu>
        {writes && <ButtonLink to="/services/new" kind="primary" icon="plus" keys="c s">New service</ButtonLink>}
      </>
    }>
      <Tabs keys current={filters.show} onChoose={(show) => setFilters({ show })} tabs={[{ key: "all", label: "All" }, { key: "service", label: "Services" }, { key: "product", label: "Goods" }, { key: "archived", label: "Archived" }]} />
      <DataTable label="services" pages={pages} columns={columns} id={(row) => row.id} href={(row) => `/services/${row.id}`}
        rowKeys={writes ? [{ keys: "x", label: filters.show === "archived" ? "Bring back" : "Put away", run: (row) => (filters.show === "archived" ? restore : archive).mutate(row.id) }] : []}
        empty={filters.q !== "" ? <EmptyState title={`Nothing matches “${filters.q}”`} action={<Button onClick={() => setFilters({ q: "" })}>Clear the search</Button>} />
          : filters.show === "archived" ? <EmptyState title="Nothing is put away" action={<Button onClick={() => setFilters({ show: "all" })}>Show all</Button>}>What you no longer sell can be put away; invoices that name it stay as they are.</EmptyState>
            : <EmptyState title={filters.show === "product" ? "Add the first goods" : "Add your first service"} action={writes && <><ButtonLink to="/services/new" kind="primary" icon="plus">New service</ButtonLink><ButtonLink to="/services/import" icon="upload">Import from CSV</ButtonLink></>}>With name, price and VAT set once, a line of an invoice takes two keys.</EmptyState>} />
    </Page>
  );
}
