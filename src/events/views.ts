import { randomUUID } from "node:crypto";
import { common } from "../platform/refusal.ts";
import { recordEvent, type Scope, type Tx } from "../workspaces/index.ts";
import type { SavedView } from "./contract.ts";
import { refuse } from "./policy.ts";
import { deleteView, findView, insertView, listViews, updateView, type ViewRow } from "./queries.ts";

const MOST = 30;

const view = (row: ViewRow): SavedView => ({ id: row.id, name: row.name, shared: row.owner_id === null, filter: row.filter });
const unlessTaken = <T>(write: Promise<T>): Promise<T> => write.catch((error: { code?: string }) => { throw error.code === "23505" ? refuse("view_name_taken") : error; });

/** One's own views and the shared ones, in the order they were made. */
export const savedViews = (scope: Scope): Promise<SavedView[]> => scope.transaction(async (tx) => (await listViews(tx, scope.actor.id)).map(view));

/** Saves a filter under a name, for oneself or for everybody who may see the log. Refuses view_name_taken and too_many_views. */
export function saveView(scope: Scope, input: { name: string; shared: boolean; filter: Record<string, string> }): Promise<SavedView> {
  return scope.transaction(async (tx) => {
    if ((await listViews(tx, scope.actor.id)).length >= MOST) throw refuse("too_many_views");
    const row: ViewRow = { id: randomUUID(), owner_id: input.shared ? null : scope.actor.id, name: input.name, filter: input.filter };
    await unlessTaken(insertView(tx, row, scope.now()));
    note(tx, row, "saved", `Saved the view ${row.name} of the activity log`);
    return view(row);
  });
}

/** Renames a view or gives it another filter. */
export function changeView(scope: Scope, id: string, input: { name?: string | undefined; filter?: Record<string, string> | undefined }): Promise<SavedView> {
  return scope.transaction(async (tx) => {
    const before = await need(tx, id);
    const row: ViewRow = { ...before, name: input.name ?? before.name, filter: input.filter ?? before.filter };
    await unlessTaken(updateView(tx, row));
    note(tx, row, "changed", `Changed the view ${row.name} of the activity log`);
    return view(row);
  });
}

export function removeView(scope: Scope, id: string): Promise<void> {
  return scope.transaction(async (tx) => {
    const row = await need(tx, id);
    await deleteView(tx, id);
    note(tx, row, "removed", `Deleted the view ${row.name} of the activity log`);
  });
}

async function need(tx: Tx, id: string): Promise<ViewRow> {
  const row = await findView(tx, tx.scope.actor.id, id);
  if (!row) throw common.refuse("not_found");
  return row;
}

/** One's own views are nobody else's business; what others see in their tabs is on record. */
function note(tx: Tx, row: ViewRow, what: string, summary: string): void {
  if (row.owner_id === null) recordEvent(tx, { action: `events.view_${what}`, summary, subjectKind: "event_view", subjectId: row.id, details: { filter: row.filter } });
}
