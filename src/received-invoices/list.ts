// The inbox: a page of it, its counts, and what came from one supplier.
import type { z } from "zod";
import { decodeCursor, toPage } from "../platform/http.ts";
import type { Scope } from "../workspaces/index.ts";
import { InboxTab, type InboxCounts, type InboxFilter, type InboxSort, type ReceivedState, type SupplierReceived } from "./contract.ts";
import { countStates, listReceived, openSums, statesOfTab, supplierById, supplierSummary, supplierTotals } from "./queries.ts";
import { found } from "./stored.ts";
import { amountView, viewSummary } from "./view.ts";

/** A page of documents, with the cursor of the next. */
export function inboxPage(scope: Scope, query: InboxFilter & { sort: z.infer<typeof InboxSort>; cursor?: string | undefined; limit: number }) {
  return scope.transaction(async (tx) => {
    const [sort, receivedAt, id] = query.cursor ? decodeCursor(query.cursor, 3) : [];
    const cursor = query.cursor ? { sort: sort === "" ? null : sort!, receivedAt: receivedAt!, id: id! } : null;
    const rows = await listReceived(tx, query, query.sort, cursor, query.limit + 1);
    return toPage(rows, query.limit, viewSummary, (row) => [row.sort_key ?? "", row.received_text, row.id]);
  });
}

/** How many documents stand in each state and under each tab, and the totals still to settle per currency. */
export function inboxCounts(scope: Scope, filter: Omit<InboxFilter, "tab">): Promise<z.infer<typeof InboxCounts>> {
  return scope.transaction(async (tx) => {
    const states = Object.fromEntries((await countStates(tx, filter)).map((row) => [row.state, row.count])) as Partial<Record<ReceivedState, number>>;
    const all = Object.values(states).reduce((sum, count) => sum + count, 0);
    const tabs = Object.fromEntries(InboxTab.options.map((tab) => [tab, statesOfTab(tab)?.reduce((sum, state) => sum + (states[state] ?? 0), 0) ?? all])) as Record<InboxTab, number>;
    const sums = (await openSums(tx, filter)).map((row) => ({ currency: row.currency, open: amountView(row.minor, row.currency)! }));
    return { tabs, states, sums };
  });
}

/** What a supplier's page shows of their documents. */
export function supplierReceived(scope: Scope, supplierId: string): Promise<z.infer<typeof SupplierReceived>> {
  return scope.transaction(async (tx) => {
    found(await supplierById(tx, supplierId));
    const summary = await supplierSummary(tx, supplierId);
    const totals = await supplierTotals(tx, supplierId);
    return {
      supplierId, documents: summary.documents, open: summary.open, firstAt: summary.first_at, lastAt: summary.last_at, ibans: summary.ibans ?? [],
      totals: totals.map((row) => ({ currency: row.currency, documents: row.documents, grossTotal: amountView(row.minor, row.currency)! })),
    };
  });
}
