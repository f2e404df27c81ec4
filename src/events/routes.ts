import { Readable } from "node:stream";
import { z } from "zod";
import { csvStream } from "../platform/csv.ts";
import { decodeCursor, Done, IdParams, PageQuery, route, sendFile, toPage } from "../platform/http.ts";
import { common } from "../platform/refusal.ts";
import { recordEvent, type Scope } from "../workspaces/index.ts";
import { changeAlertSettings, settingsOf } from "./alerts.ts";
import {
  AlertPage, AlertSettingsView, AlertView, ChainHead, ChangeAlertSettings, ChangeView, EventCounts, EventFilter, EventPage, NewView, SavedView, Verification, VerifyEvents,
} from "./contract.ts";
import { csvColumns, csvRows, jsonLines } from "./export.ts";
import { eventPage } from "./list.ts";
import { countNouns, countUnseen, findAlert, findHead, indexedTo, listAlerts, markSeen, type AlertRow, type AlertSettingRow } from "./queries.ts";
import { verifyChain } from "./verify.ts";
import { changeView, removeView, savedViews, saveView } from "./views.ts";

const tag = "Activity";
const permission = "events.read";
const done = { done: true as const };

export const routes = [
  route({
    method: "GET", url: "/api/events", tag, summary: "Audit events, newest first", permission,
    query: PageQuery.extend(EventFilter.shape), answer: EventPage,
    handler: ({ scope, query }) => scope.transaction((tx) => eventPage(tx, query, query.cursor ? seqCursor(query.cursor) : null, query.limit)),
  }),
  route({
    method: "GET", url: "/api/events/counts", tag, summary: "How many events there are, by what they are about", permission, answer: EventCounts,
    handler: ({ scope }) => scope.transaction(async (tx) => {
      const nouns = await countNouns(tx, await indexedTo(tx));
      return { total: nouns.reduce((sum, one) => sum + one.events, 0), nouns };
    }),
  }),
  route({
    method: "GET", url: "/api/events.csv", tag, summary: "Audit events as CSV, with the same filters", permission, query: EventFilter, answer: "bytes", ratePerMinute: 20,
    async handler({ scope, query, reply }) {
      await noteExport(scope, query, "CSV");
      return sendFile(reply, csvStream(csvRows(scope, query), csvColumns), { name: "activity.csv", mediaType: "text/csv; charset=utf-8" });
    },
  }),
  route({
    method: "GET", url: "/api/events.jsonl", tag, summary: "Audit events as lines of JSON with their hashes, so that others can check the chain", permission, query: EventFilter, answer: "bytes", ratePerMinute: 20,
    async handler({ scope, query, reply }) {
      await noteExport(scope, query, "JSON Lines");
      return sendFile(reply, Readable.from(jsonLines(scope, query)), { name: "activity.jsonl", mediaType: "application/jsonl; charset=utf-8" });
    },
  }),
  route({
    method: "GET", url: "/api/events/head", tag, summary: "Number and hash of the newest event: kept elsewhere, they prove later that nothing before was changed or cut off", permission, answer: ChainHead.nullable(),
    handler: ({ scope }) => scope.transaction(async (tx) => {
      const head = await findHead(tx);
      return head ? { seq: Number(head.seq), hash: head.hash.toString("hex") } : null;
    }),
  }),
  route({
    method: "POST", url: "/api/events/verify", tag, summary: "Recomputes the hash chain; with a head noted earlier, also against that", permission, body: VerifyEvents, answer: Verification, ratePerMinute: 10,
    async handler({ scope, body }) {
      if (body.head && !/^[0-9a-f]{64}$/i.test(body.head.hash)) throw common.refuse("invalid_input");
      const noted = body.head ? { seq: BigInt(body.head.seq), hash: Buffer.from(body.head.hash, "hex") } : null;
      const verdict = await scope.transaction((tx) => verifyChain(tx, noted));
      await scope.transaction(async (tx) => recordEvent(tx, verdict.intact
        ? { action: "events.verified", summary: `Checked the log: ${verdict.events} events, unbroken`, details: { events: verdict.events, head: verdict.head?.hash ?? null } }
        : { action: "events.check_failed", summary: `Checked the log: broken at event ${verdict.firstBroken}`, details: { events: verdict.events, firstBroken: verdict.firstBroken, problem: verdict.problem } }));
      return verdict;
    },
  }),

  route({
    method: "GET", url: "/api/events/views", tag, summary: "Saved views: your own and the shared ones", permission, answer: z.object({ items: z.array(SavedView) }),
    handler: async ({ scope }) => ({ items: await savedViews(scope) }),
  }),
  route({
    method: "POST", url: "/api/events/views", tag, summary: "Saves a filter under a name", permission, body: NewView, answer: SavedView, status: 201,
    handler: ({ scope, body }) => saveView(scope, body),
  }),
  route({
    method: "PATCH", url: "/api/events/views/:id", tag, summary: "Renames a saved view or changes its filter", permission, params: IdParams, body: ChangeView, answer: SavedView,
    handler: ({ scope, params, body }) => changeView(scope, params.id, body),
  }),
  route({
    method: "DELETE", url: "/api/events/views/:id", tag, summary: "Deletes a saved view", permission, params: IdParams, answer: Done,
    async handler({ scope, params }) { await removeView(scope, params.id); return done; },
  }),

  route({
    method: "GET", url: "/api/alerts", tag, summary: "What stood out, newest first", permission,
    query: PageQuery.extend({ unseen: z.enum(["true", "false"]).transform((value) => value === "true").optional(), kind: z.string().max(50).optional() }), answer: AlertPage,
    handler: ({ scope, query }) => scope.transaction(async (tx) => {
      const after = query.cursor ? alertCursor(query.cursor) : null;
      const rows = await listAlerts(tx, { unseenBy: query.unseen ? actorOf(scope).id : null, kind: query.kind ?? null }, after, query.limit + 1);
      return { ...toPage(rows, query.limit, (row) => viewAlert(scope, row), (row) => [row.sort_key, row.id]), unseen: await countUnseen(tx, actorOf(scope).id) };
    }),
  }),
  route({
    method: "GET", url: "/api/alerts/settings", tag, summary: "From when on owners are alerted", permission, answer: AlertSettingsView,
    handler: ({ scope }) => scope.transaction(async (tx) => viewSettings(await settingsOf(tx))),
  }),
  route({
    method: "PUT", url: "/api/alerts/settings", tag, summary: "Changes when owners are alerted; they are told of the change", permission: "settings.manage", body: ChangeAlertSettings, answer: AlertSettingsView,
    handler: async ({ scope, body }) => viewSettings(await changeAlertSettings(scope, {
      exports_per_hour: body.exportsPerHour, downloads_per_hour: body.downloadsPerHour, views_per_hour: body.viewsPerHour, refusals_per_hour: body.refusalsPerHour, by_mail: body.byMail,
    }, body.version)),
  }),
  route({
    method: "POST", url: "/api/alerts/seen", tag, summary: "Marks every alert as seen by you", permission, answer: Done,
    async handler({ scope }) { await see(scope, null); return done; },
  }),
  route({
    method: "POST", url: "/api/alerts/:id/seen", tag, summary: "Marks an alert as seen by you", permission, params: IdParams, answer: AlertView,
    handler: ({ scope, params }) => scope.transaction(async (tx) => {
      if (!(await findAlert(tx, params.id))) throw common.refuse("not_found");
      await see(scope, params.id);
      return viewAlert(scope, (await findAlert(tx, params.id))!);
    }),
  }),
];

/** The export is on record before its first byte leaves. */
const noteExport = (scope: Scope, filter: EventFilter, format: string) => scope.transaction(async (tx) =>
  recordEvent(tx, { action: "events.exported", summary: `Exported the activity log as ${format}`, details: { format, filter } }));

const actorOf = ({ actor }: Scope) => ({ id: actor.id ?? actor.kind, name: actor.name });
const see = (scope: Scope, id: string | null) => scope.transaction(async (tx) => {
  const marked = await markSeen(tx, id, actorOf(scope), scope.now());
  if (marked > 0) recordEvent(tx, { action: "alerts.seen", summary: marked === 1 ? "Saw an alert" : `Saw ${marked} alerts`, ...(id ? { subjectKind: "alert", subjectId: id } : {}) });
});

const viewAlert = (scope: Scope, row: AlertRow): z.input<typeof AlertView> => ({
  id: row.id, kind: row.kind, at: row.at.toISOString(), summary: row.summary, actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
  subject: { kind: row.subject_kind, id: row.subject_id }, companyId: row.company_id, event: row.event_seq === null ? null : Number(row.event_seq),
  seen: row.seen_by.some((one) => one.id === actorOf(scope).id), seenBy: row.seen_by.map((one) => ({ name: one.name, at: new Date(one.at).toISOString() })),
});

const viewSettings = (row: AlertSettingRow): z.input<typeof AlertSettingsView> => ({
  exportsPerHour: row.exports_per_hour, downloadsPerHour: row.downloads_per_hour, viewsPerHour: row.views_per_hour, refusalsPerHour: row.refusals_per_hour, byMail: row.by_mail, version: row.version,
});

/** A cursor of the list: only events with a smaller number follow. */
function seqCursor(cursor: string): bigint {
  const [seq] = decodeCursor(cursor, 1) as [string];
  if (!/^\d{1,18}$/.test(seq)) throw common.refuse("invalid_cursor");
  return BigInt(seq);
}

function alertCursor(cursor: string): [string, string] {
  const [at, id] = decodeCursor(cursor, 2) as [string, string];
  return [at, id];
}
