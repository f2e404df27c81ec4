import { Avatar, ButtonLink, Count, DataTable, EmptyState, Page, StateChip, Tabs, toast, useApiQuery, useFilters, useGo, useSession, type Column, type Pages } from "../../web/kit.ts";
import type { CompanyView } from "../contract.ts";

type Row = CompanyView & { open: { inbox: number; proposals: number; invoices: number } | undefined };

/** The companies of the workspace (the clients of a firm), with what is open in each; opening one makes it the one that is worked on. */
export function CompaniesPage() {
  const { workspace, companies, company: current, chooseCompany, may } = useSession();
  const go = useGo();
  const [{ show }, setFilters] = useFilters({ show: "active" });
  const query = useApiQuery<{ items: CompanyView[] }>("/api/companies");
  const word = workspace.kind === "firm" ? "Clients" : "Companies";
  const all = (query.data?.items ?? []).map((one): Row => ({ ...one, open: companies.find((short) => short.id === one.id)?.open as Row["open"] }));
  const rows = all.filter((one) => (show === "archived") === (one.archivedAt !== null));
  const pages: Pages<Row> = { rows, total: rows.length, status: query.data ? "full" : query.error ? "failed" : "loading", error: query.error, fetchedAt: query.dataUpdatedAt, hasOlder: false, hasNewer: false, index: 0, identity: `companies ${show}`, older: () => undefined, newer: () => undefined, again: () => void query.refetch() };
  const open = (row: Row) => {
    chooseCompany(row.id);
    if (row.archivedAt) { go("/settings/company"); return; }
    if (row.id !== current?.id) toast(`Opened ${row.name}`);
    go("/");
  };
  const number = (count: number | undefined, bad = false) => (count ? <Count value={count} className={bad ? "text-danger" : ""} /> : <span className="text-ink-3">–</span>);
  const columns: Column<Row>[] = [
    { key: "name", head: workspace.kind === "firm" ? "Client" : "Company", link: true, phone: "title", cell: (row) => <span className="flex items-center gap-2.5"><Avatar name={row.name} company />{row.name}</span>, full: (row) => row.name },
    { key: "vat", head: "VAT number", width: 150, from: "desk", cell: (row) => <span className="num text-ink-2">{row.vatId ?? "–"}</span>, phone: "note" },
    { key: "place", head: "Seat", width: 150, from: "wide", cell: (row) => <span className="text-ink-2">{[row.city, row.country].filter(Boolean).join(", ")}</span> },
    { key: "currency", head: "Currency", width: 88, cell: (row) => <span className="text-ink-2">{row.currency}</span>, phone: "aside" },
    { key: "inbox", head: "In the inbox", width: 110, right: true, cell: (row) => number(row.open?.inbox), phone: "amount" },
    { key: "proposals", head: "Open proposals", width: 130, right: true, cell: (row) => number(row.open?.proposals) },
    { key: "overdue", head: "Overdue", width: 96, right: true, cell: (row) => number(row.open?.invoices, true) },
    { key: "state", head: <span className="sr-only">State</span>, width: 130, gap: true, phone: "state", cell: (row) => (row.archivedAt ? <StateChip stage="ended">Archived</StateChip> : row.id === current?.id ? <StateChip stage="done">Open now</StateChip> : null) },
  ];
  const archived = all.filter((one) => one.archivedAt !== null).length;
  return (
    <Page title={word} back="/settings" scroll={false} actions={may("companies.write") && <ButtonLink to="/companies/new" kind="primary" icon="plus">{workspace.kind === "firm" ? "New client" : "New company"}</ButtonLink>}>
      <Tabs keys current={show} onChoose={(next) => setFilters({ show: next })} tabs={[{ key: "active", label: "Active", count: query.data && all.length - archived }, { key: "archived", label: "Archived", count: query.data && archived }]} />
      <DataTable label={word.toLowerCase()} pages={pages} columns={columns} id={(row) => row.id} onOpen={open}
        empty={show === "archived" ? <EmptyState title="Nothing is archived" /> : <EmptyState first title="Add the first company" action={may("companies.write") && <ButtonLink to="/companies/new" kind="primary">New company</ButtonLink>}>Whose invoices will be kept here.</EmptyState>} />
    </Page>
  );
}
