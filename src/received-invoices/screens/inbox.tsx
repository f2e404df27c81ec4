import { useEffect, useState } from "react";
import { Button, Content, DataTable, DateText, DropHint, EmptyState, Mark, Money, Page, SearchBox, Section, Sheet, State, Tabs, toast, useApiMutation, useApiQuery, useCompany, useFilters, useGo, useKeys, useMedia, useMoneyText, usePages, usePhone, useSession, sumByCurrency, type Column } from "../../web/kit.ts";
import type { InboxCounts, InboxTab, ReceivedDetail, ReceivedSummary, RejectCode } from "../contract.ts";
import type { z } from "zod";
import { whyNotReject } from "../policy.ts";
import { Peek } from "./peek.tsx";
import { pickFiles } from "./upload.tsx";
import { isFinished, useUploads } from "./uploads.ts";
import { HoldDialog, RejectDialog, refreshInbox, reopenMany, tellResult, useApproveMany, type ManyResult } from "./verbs.tsx";
import { chipOf, nameAndNumber, nameOf, openWords, rejectWords } from "./words.ts";

const tabs: readonly { key: InboxTab; label: string; always?: boolean }[] = [
  { key: "all", label: "All", always: true }, { key: "to_read", label: "Not read" }, { key: "to_review", label: "To review", always: true }, { key: "to_approve", label: "To approve" },
  { key: "on_hold", label: "On hold", always: true }, { key: "approved", label: "Approved", always: true }, { key: "exported", label: "Exported", always: true }, { key: "rejected", label: "Rejected", always: true },
];

export function Inbox() {
  const { may, today } = useSession();
  const company = useCompany();
  const moneyText = useMoneyText();
  const go = useGo();
  const phone = usePhone();
  const beside = useMedia("(min-width: 1200px)");
  const writes = may("received.write");
  const [filters, setFilters] = useFilters({ tab: "all", q: "", sort: "received", supplier: "" });
  const tab = tabs.find((one) => one.key === filters.tab)?.key ?? "all";
  const wanted = { companyId: company.id, search: filters.q || null, supplierId: filters.supplier || null };
  const uploading = useUploads().some((one) => !isFinished(one));
  const [reading, setReading] = useState(false);
  const every = uploading || reading ? 1500 : 30_000;
  const counts = useApiQuery<z.infer<typeof InboxCounts>>("/api/received-invoices/counts", { query: wanted, keep: true, refetchEveryMs: every });
  const list = usePages<ReceivedSummary>("/api/received-invoices", { query: { ...wanted, tab, sort: filters.sort }, refetchEveryMs: every });
  const pages = { ...list, total: counts.data?.tabs[tab] };
  const underWay = list.rows.some((row) => row.state === "waiting" || row.state === "reading");
  useEffect(() => setReading(underWay), [underWay]);
  const next = useApiQuery<{ items: ReceivedSummary[] }>("/api/received-invoices", { query: { companyId: company.id, tab: "to_review", limit: 1 } });
  const toReview = counts.data?.tabs.to_review ?? 0;

  const [at, setAt] = useState<ReceivedSummary | null>(null);
  const [sheet, setSheet] = useState(false);
  const [peekOn, setPeekOn] = useState(true);
  const peeked = at ?? list.rows[0] ?? null;
  const [rejecting, setRejecting] = useState<readonly ReceivedSummary[] | null>(null);
  const [holding, setHolding] = useState<ReceivedSummary | null>(null);
  const approve = useApproveMany();
  const reject = useApiMutation<{ ids: string[]; code: RejectCode; note?: string }, ManyResult>("post", "/api/received-invoices/reject-many", {
    refresh: ["/api/received-invoices", "/api/received-invoices/counts", "/api/received-invoices/{id}"],
    onDone: (result) => { setRejecting(null); tellResult(result, "Rejected", () => void reopenMany(result.results.filter((one) => one.outcome === "done").map((one) => one.id))); },
  });
  const hold = useApiMutation<{ id: string; version: number; note: string }, ReceivedDetail>("post", "/api/received-invoices/{id}/hold", {
    request: ({ id, ...body }) => ({ path: { id }, body }), refresh: ["/api/received-invoices", "/api/received-invoices/counts", "/api/received-invoices/{id}"],
    onDone: (detail) => { setHolding(null); toast(`Put ${nameAndNumber(detail)} on hold`); },
  });
  const review = () => { const [first] = next.data?.items ?? []; if (first) go(`/inbox/${first.id}`); };
  const askReject = (rows: readonly ReceivedSummary[]) => { const able = rows.filter((row) => !whyNotReject(row)); if (able.length > 0) setRejecting(able); else toast("These are settled already. Open one to reopen it"); };
  const exportThese = (ids: readonly string[]) => go("/exports", { search: { new: "1", ids: ids.join(",") } });
  // The list's own cursor moves, and the peek follows it.
  const step = (by: 1 | -1) => void dispatchEvent(new KeyboardEvent("keydown", { key: by === 1 ? "ArrowDown" : "ArrowUp", bubbles: true, cancelable: true }));

  useKeys("Inbox", [
    ...(toReview > 0 ? [{ keys: "r", label: `Review ${toReview}`, run: review }] : []),
    { keys: "]", label: "Peek", run: () => (beside ? setPeekOn(!peekOn) : setSheet(!sheet && peeked !== null)) },
  ], !phone);

  const columns: Column<ReceivedSummary>[] = [
    { key: "state", head: "State", width: 114, phone: "state", cell: (row) => <State {...chipOf(row)} /> },
    { key: "supplier", head: "Supplier", link: true, sort: "supplier", phone: "title", cell: (row) => <span className={row.supplierName ? "" : "text-ink-2"}>{nameOf(row)}</span>, full: nameOf },
    { key: "number", head: "Number", width: 104, from: "wide", cell: (row) => <span className="num text-ink-2">{row.invoiceNumber}</span>, full: (row) => row.invoiceNumber ?? "" },
    { key: "due", head: "Due", width: 106, sort: "due", phone: "aside", cell: (row) => (row.dueDate ? <DateText short value={row.dueDate} late={row.dueDate < today && !["exported", "rejected"].includes(row.state)} className={row.dueDate < today ? "" : "text-ink-2"} /> : phone ? <DateText short value={row.receivedAt} /> : null) },
    { key: "amount", head: "Amount", width: 110, right: true, sort: "amount", phone: "amount", cell: (row) => (row.grossTotal ? <Money amount={row.grossTotal} currency={row.currency ?? undefined} code={row.currency !== company.currency} /> : <span className="text-ink-3">–</span>) },
    { key: "check", head: "To check", width: 154, gap: true, phone: "note", cell: (row) => <ToCheck row={row} />, full: (row) => (row.state === "unreadable" ? row.reading.reason ?? "" : openWords(row.toCheck)) },
    { key: "came", head: "Came", width: 84, right: true, from: "wide", sort: "received", cell: (row) => <DateText short value={row.receivedAt} className="text-ink-3" /> },
  ];
  const filtered = filters.q !== "" || filters.supplier !== "" || tab !== "all";
  const shownTabs = tabs.filter((one) => one.always || one.key === tab || (counts.data?.tabs[one.key] ?? 0) > 0);
  const firstUse = counts.data?.tabs.all === 0 && filters.q === "" && filters.supplier === "";
  const side = beside && peekOn && peeked !== null && !firstUse && list.rows.length > 0;
  const hint = <DropHint>Drop files anywhere, many at once: PDF, XML, JPG, PNG, TIFF, WebP or HEIC. They are read on this server.</DropHint>;

  return (
    <Page title="Inbox" scroll={false} actions={<>
      {!firstUse && <SearchBox value={filters.q} onChange={(q) => setFilters({ q })} placeholder="Supplier, number or amount" width={232} />}
      {writes && <Button icon="upload" keys="u" onClick={pickFiles}>Upload</Button>}
      {writes && toReview > 0 && <Button kind="primary" keys="r" onClick={review}>Review {toReview}</Button>}
    </>}>
      <Tabs keys current={tab} onChoose={(key) => setFilters({ tab: key })} tabs={shownTabs.map((one) => ({ ...one, count: counts.data?.tabs[one.key] }))} />
      {filters.supplier !== "" && <div className="flex min-h-11 items-center gap-2 border-b border-line px-6 max-phone:px-4"><span className="text-ink-2">Only {list.rows[0]?.supplierName ?? "one supplier"}</span><Button size="small" kind="quiet" onClick={() => setFilters({ supplier: "" })}>Show all</Button></div>}
      <div className={`min-h-0 flex-1 ${side ? "grid grid-cols-[minmax(0,1fr)_340px]" : "flex flex-col"}`}>
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <DataTable label="received invoices" pages={pages} columns={columns} id={(row) => row.id} href={(row) => `/inbox/${row.id}`} onCursor={(row) => { if (row) setAt(row); }}
            onPeek={(row) => { setAt(row); if (!beside) setSheet(true); }}
            sort={{ by: filters.sort, direction: filters.sort === "received" || filters.sort === "amount" ? "desc" : "asc" }} onSort={({ by }) => setFilters({ sort: by })}
            faint={(row) => row.state === "rejected"}
            bulkSum={(rows) => sumByCurrency(rows.flatMap((row) => (row.grossTotal && row.currency ? [{ amount: row.grossTotal, currency: row.currency }] : []))).map(({ amount, currency }) => moneyText(amount, currency)).join(" · ")}
            bulk={writes ? ({ rows, ids, clear }) => <>
              <Button kind="primary" keys="a" busy={approve.isPending} onClick={() => approve.mutate([...ids], { onSuccess: clear })}>Approve</Button>
              <Button keys="x" onClick={() => askReject(rows)}>Reject…</Button>
              {may("exports.create") && rows.some((row) => row.state === "approved" || row.state === "exported") && <Button keys="e" onClick={() => exportThese(ids)}>Export</Button>}
            </> : undefined}
            rowKeys={writes ? [
              { keys: "x", label: "Reject", run: (row, selected) => askReject(selected.length > 0 ? selected : [row]) },
              { keys: "a", label: "Approve", run: (row, selected) => approve.mutate((selected.length > 0 ? selected : [row]).map((one) => one.id)) },
              { keys: "h", label: "Hold", run: (row) => setHolding(row) },
              ...(may("exports.create") ? [{ keys: "e", label: "Export", run: (row: ReceivedSummary, selected: readonly ReceivedSummary[]) => exportThese((selected.length > 0 ? selected : [row]).map((one) => one.id)) }] : []),
            ] : undefined}
            foot={counts.data && counts.data.sums.length > 0 && <span className="num max-phone:hidden">To do: {counts.data.sums.map(({ currency, open }) => moneyText(open, currency)).join(" · ")}</span>}
            after={writes && !firstUse ? hint : undefined}
            empty={firstUse ? <First writes={writes} /> : filtered
              ? <EmptyState title={tab !== "all" && !filters.q && !filters.supplier ? emptyTab[tab] : "No invoice matches"} action={<Button onClick={() => setFilters({ q: "", tab: "all", supplier: "" })}>{tab !== "all" && !filters.q ? "Show all" : "Clear filters"}</Button>} />
              : <First writes={writes} />} />
        </div>
        {side && <aside aria-label="Preview" className="min-h-0 overflow-y-auto border-l border-line px-5 pt-3.5 pb-24"><Peek row={peeked} onStep={step} onReject={() => askReject([peeked])} onHold={() => setHolding(peeked)} /></aside>}
      </div>
      {!beside && peeked && <Sheet open={sheet} onClose={() => setSheet(false)} title="Preview"><Peek row={peeked} onStep={step} onReject={() => askReject([peeked])} onHold={() => setHolding(peeked)} /></Sheet>}
      <RejectDialog open={rejecting !== null} onClose={() => setRejecting(null)} names={rejecting?.length === 1 ? nameAndNumber(rejecting[0]!) : `${rejecting?.length ?? 0} invoices`} busy={reject.isPending} error={reject.error}
        onReject={(code, note) => rejecting && reject.mutate({ ids: rejecting.map((row) => row.id), code, ...(note ? { note } : {}) }, { onSuccess: refreshInbox })} />
      <HoldDialog open={holding !== null} onClose={() => setHolding(null)} name={holding ? nameAndNumber(holding) : ""} busy={hold.isPending} error={hold.error} onHold={(note) => holding && hold.mutate({ id: holding.id, version: holding.version, note })} />
      <span className="sr-only" aria-live="polite">{underWay ? "Documents are being read" : ""}</span>
    </Page>
  );
}

const emptyTab: Record<InboxTab, string> = {
  all: "Drop your first invoice", to_read: "Everything was read", to_review: "Nothing to review", to_approve: "Nothing to approve", on_hold: "Nothing on hold",
  approved: "Nothing approved waits for export", exported: "Nothing exported yet", rejected: "Nothing was rejected",
};

function ToCheck({ row }: { row: ReceivedSummary }) {
  switch (row.state) {
    case "waiting": return <span className="text-ink-3">In the queue</span>;
    case "reading": return <span className="num text-ink-3">{row.reading.page ? `Page ${row.reading.page}${row.reading.pages ? ` of ${row.reading.pages}` : ""}` : ""}</span>;
    case "needs_password": return <span className="text-danger">Needs a password</span>;
    case "unreadable": return <span className="text-danger">{row.reading.reason ?? "Could not be read"}</span>;
    case "duplicate": return <Mark>Already here?</Mark>;
    case "on_hold": return row.approval.holdCode === "bank_changed" ? <span className="text-danger">Bank account changed</span> : <span className="text-ink-2">{row.approval.holdNote}</span>;
    case "rejected": return <span className="text-ink-3">{row.review.rejectCode ? rejectWords[row.review.rejectCode] : ""}</span>;
    case "to_review": case "to_approve": return row.toCheck.length > 0 ? <Mark>{openWords(row.toCheck)}</Mark> : <span className="text-ink-3">{row.proof === "complete" ? "Sums prove it" : "Nothing to answer"}</span>;
    default: return null;
  }
}

function First({ writes }: { writes: boolean }) {
  if (!writes) return <EmptyState title="Nothing has come in yet">Invoices that colleagues upload appear here.</EmptyState>;
  return (
    <>
      <EmptyState first title="Drop your first invoice" action={<Button kind="primary" icon="upload" keys="u" onClick={pickFiles}>Choose files</Button>}>
        Anywhere on this page, as many as you like: PDF, XML, scans and photos. Each is read on this server, with the place on the page behind every figure.
      </EmptyState>
      <Content narrow><Section title="What happens then" line={false}>
        <ol className="grid gap-1.5 text-ink-2">
          <li>1. Sums, check digits and the sender are checked; what is proven asks for nothing.</li>
          <li>2. What is doubtful is shown beside the page, with the likeliest answer first.</li>
          <li>3. Approved invoices leave as CSV, XLSX, JSON or with their originals.</li>
        </ol>
      </Section></Content>
    </>
  );
}
