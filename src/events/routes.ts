import { decodeCursor, PageQuery, pageOf, route, sendFile, toPage } from "../platform/http.ts";
import { csvStream } from "../platform/csv.ts";
import { EventFilter, EventView, Verification } from "./contract.ts";
import { listEvents, verifyChain, viewEvent } from "./queries.ts";
import { common } from "../platform/refusal.ts";
import { recordEvent } from "../workspaces/index.ts";

export const routes = [
  route({
    method: "GET", url: "/api/events", tag: "Activity", summary: "Audit events, newest first", permission: "events.read",
    query: PageQuery.extend(EventFilter.shape), answer: pageOf(EventView),
    handler: ({ scope, query }) => scope.transaction(async (tx) => {
      const before = query.cursor ? seqCursor(query.cursor) : null;
      const rows = await listEvents(tx, query, before, query.limit + 1);
      return toPage(rows, query.limit, viewEvent, (row) => [Number(row.seq)]);
    }),
  }),
  route({
    method: "GET", url: "/api/events.csv", tag: "Activity", summary: "Audit events as CSV, with the same filters", permission: "events.read",
    query: EventFilter, answer: "bytes",
    async handler({ scope, query, reply }) {
      await scope.transaction(async (tx) => recordEvent(tx, { action: "events.exported", summary: "Exported the activity log", details: { ...query } }));
      async function* rows() {
        let before: bigint | null = null;
        for (;;) {
          const page = await scope.transaction((tx) => listEvents(tx, query, before, 1000));
          for (const row of page) {
            yield [row.seq.toString(), row.at.toISOString(), row.action, row.actor_kind, row.actor_name ?? "", row.subject_kind ?? "", row.subject_id ?? "",
              row.summary, JSON.stringify(row.details), row.ip ?? "", row.user_agent ?? "", row.request_id ?? "", row.hash.toString("hex")];
          }
          if (page.length < 1000) return;
          before = page.at(-1)!.seq;
        }
      }
      const columns = ["seq", "time", "action", "actor_kind", "actor", "subject_kind", "subject_id", "summary", "details", "ip", "device", "request_id", "hash"];
      return sendFile(reply, csvStream(rows(), columns), { name: "activity.csv", mediaType: "text/csv; charset=utf-8" });
    },
  }),
  route({
    method: "GET", url: "/api/events/verification", tag: "Activity", summary: "Recomputes the hash chain", permission: "events.read", answer: Verification,
    handler: ({ scope }) => scope.transaction(verifyChain),
  }),
];

/** A cursor of the list: the sequence number of its last event. */
function seqCursor(cursor: string): bigint {
  const [seq] = decodeCursor(cursor, 1) as [string];
  if (!/^\d{1,18}$/.test(seq)) throw common.refuse("invalid_cursor");
  return BigInt(seq);
}
