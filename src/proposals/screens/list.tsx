import type { z } from "zod";
import { Button, ButtonLink, DataTable, DateText, EmptyState, Money, Page, SearchBox, State, Tabs, useApiQuery, useCompany, useFilters, usePages, useSession, type Column } from "../../web/kit.ts";
import type { ProposalCounts, ProposalListRow, ProposalTab } from "../contract.ts";

type Row = z.infer<typeof ProposalListRow>;
type Tab = z.infer<typeof ProposalTab>;

const tabs: readonly { key: Tab; label: string }[] = [
  { key: "all", label: "All" }, { key: "draft", label: "Drafts" }, { key: "open", label: "Open" }, { key: "accepted", label: "Accepted" }, { key: "to_invoice", label: "To invoice" }, { key: "ended", label: "Ended" },
];

const columns: Column<Row>[] = [
  { key: "state", head: "State", width: 140, phone: "state", cell: (row) => <State of="proposal" is={(row.state === "sent" || row.state === "viewed") && row.endsInDays !== null && row.endsInDays <= 1 ? "ending" : row.state} count={row.views} /> },
  { key: "title", head: "Proposal", link: true, phone: "title", cell: (row) => row.title, full: (row) => row.title },
  { key: "customer", head: "Customer", width: 220, phone: "note", cell: (row) => row.customerName ?? <span className="text-ink-3">No customer yet</span>, full: (row) => row.customerName ?? "" },
  { key: "number", head: "Number", width: 130, from: "wide", cell: (row) => <span className="num">{row.number ?? <span className="text-ink-3">Not sent yet</span>}</span> },
  { key: "until", head: "Valid until", width: 96, from: "desk", phone: "aside", cell: (row) => <DateText short value={row.validUntil} late={row.state === "expired"} /> },
  { key: "total", head: "Total", width: 130, right: true, phone: "amount", cell: (row) => <Money amount={row.total} currency={row.currency} /> },
];

/** Offers, newest first; the tab and the words searched for are in the address. */
export function ProposalList() {
  const { may } = useSession();
  const company = useCompany();
  const [filters, setFilters] = useFilters({ tab: "all", q: "" });
  const pages = usePages<Row>("/api/proposals", { query: { companyId: company.id, tab: filters.tab, search: filters.q || null } });
  const counts = useApiQuery<z.infer<typeof ProposalCounts>>("/api/proposals/counts", { query: { companyId: company.id } });
  const filtered = filters.q !== "" || filters.tab !== "all";
  return (
    <Page title="Proposals" scroll={false} actions={<>
      <SearchBox value={filters.q} onChange={(q) => setFilters({ q })} placeholder="Title, number or customer" />
      {may("proposals.write") && <ButtonLink to="/proposals/new" kind="primary" icon="plus">New proposal</ButtonLink>}
    </>}>
      <Tabs keys current={filters.tab} onChoose={(tab) => setFilters({ tab })} tabs={tabs.map((tab) => ({ ...tab, count: counts.data?.counts[tab.key] }))} />
      <DataTable label="proposals" pages={pages} columns={columns} id={(row) => row.id} href={(row) => (row.state === "draft" && may("proposals.write") ? `/proposals/${row.id}/edit` : `/proposals/${row.id}`)}
        empty={filtered ? <EmptyState title="No proposal matches" action={<Button onClick={() => setFilters({ tab: "all", q: "" })}>Clear filters</Button>} />
          : <EmptyState title="Write your first proposal" action={may("proposals.write") ? <ButtonLink to="/proposals/new" kind="primary">New proposal</ButtonLink> : undefined}>Your customer opens it by a link, chooses options and accepts on any phone.</EmptyState>} />
    </Page>
  );
}
