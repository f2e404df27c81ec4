import { z } from "zod";
import { csvNumber, csvStream } from "../platform/csv.ts";
import { Uuid } from "../platform/fields.ts";
import { decodeCursor, IdParams, PageQuery, pageOf, route, sendFile, toPage } from "../platform/http.ts";
import { common } from "../platform/refusal.ts";
import { recordEvent } from "../events/index.ts";
import { Choose, DeletionView, HoldFilter, HoldView, Keep, LiftHold, PlaceHold, Preview, RetentionView, RunView } from "./contract.ts";
import { liftHold, placeHold, viewHold } from "./holds.ts";
import { findSetting, listDeletions, listHolds, listRuns, type DeletionRow } from "./queries.ts";
import { chooseLonger, chooseShorter, keepOldChoice, previewChoice, retentionView, viewRun } from "./setting.ts";

const tag = "File retention";
/** Everybody who sees originals may see how long they stay; who manages settings decides it, and sees holds, runs and what was deleted. */
const permission = "settings.manage";
const DeletionFilter = z.object({ runId: Uuid.optional().describe("Only what this run deleted") });

/** The two parts of a cursor; a time that is none is refused. */
function timeCursor(cursor: string | undefined): { at: string; id: string } | null {
  if (!cursor) return null;
  const [at, id] = decodeCursor(cursor, 2) as [string, string];
  if (Number.isNaN(Date.parse(at)) || !Uuid.safeParse(id).success) throw common.refuse("invalid_cursor");
  return { at, id };
}

const viewDeletion = (row: DeletionRow): z.infer<typeof DeletionView> => ({
  kind: row.kind, documentId: row.subject_id, fileName: row.file_name, sha256: row.sha256.toString("hex"), sizeBytes: Number(row.size_bytes),
  receivedAt: row.received_at.toISOString(), deletedAt: row.deleted_at.toISOString(), rule: row.rule, runId: row.run_id,
});

export const routes = [
  route({
    method: "GET", url: "/api/retention", tag, summary: "How long originals are kept, what is due when, the last run", permission: "received.read", answer: RetentionView,
    handler: ({ scope }) => retentionView(scope),
  }),
  route({
    method: "GET", url: "/api/retention/preview", tag, summary: "What a choice would delete, and when", permission: "received.read", query: z.object({ keep: Keep }), answer: Preview,
    handler: ({ scope, query }) => previewChoice(scope, query.keep),
  }),
  route({
    method: "PUT", url: "/api/retention", tag, summary: "Keep originals longer, at once; takes a waiting change back", permission, body: Choose, answer: RetentionView,
    handler: ({ scope, body }) => chooseLonger(scope, body.keep),
  }),
  route({
    method: "POST", url: "/api/retention/shorter", tag, summary: "Keep originals for a shorter time, after a week in which it can be taken back", permission, stepUp: true, body: Choose, answer: RetentionView, ratePerMinute: 10,
    handler: ({ scope, body }) => chooseShorter(scope, body.keep),
  }),
  route({
    method: "DELETE", url: "/api/retention/pending", tag, summary: "Take back a change that waits", permission, answer: RetentionView,
    handler: ({ scope }) => keepOldChoice(scope),
  }),
  route({
    method: "GET", url: "/api/retention/holds", tag, summary: "Legal holds, newest first", permission, query: PageQuery.extend(HoldFilter.shape), answer: pageOf(HoldView),
    handler: ({ scope, query }) => scope.transaction(async (tx) => {
      const rows = await listHolds(tx, (await findSetting(tx)).keep, query, timeCursor(query.cursor), query.limit + 1);
      return toPage(rows, query.limit, viewHold, (row) => [row.placed_text, row.id]);
    }),
  }),
  route({
    method: "POST", url: "/api/retention/holds", tag, summary: "Put a document or a company on legal hold", permission, body: PlaceHold, answer: HoldView, status: 201,
    handler: ({ scope, body }) => placeHold(scope, body),
  }),
  route({
    method: "POST", url: "/api/retention/holds/:id/lift", tag, summary: "Lift a legal hold; what is past its time goes with the next run", permission, stepUp: true, params: IdParams, body: LiftHold, answer: HoldView,
    handler: ({ scope, params, body }) => liftHold(scope, params.id, body.reason),
  }),
  route({
    method: "GET", url: "/api/retention/runs", tag, summary: "Runs, newest first", permission, query: PageQuery, answer: pageOf(RunView),
    handler: ({ scope, query }) => scope.transaction(async (tx) => {
      const [seq] = query.cursor ? decodeCursor(query.cursor, 1) : [];
      if (seq !== undefined && !/^\d{1,18}$/.test(seq)) throw common.refuse("invalid_cursor");
      return toPage(await listRuns(tx, seq ?? null, query.limit + 1), query.limit, viewRun, (row) => [row.seq.toString()]);
    }),
  }),
  route({
    method: "GET", url: "/api/retention/deletions", tag, summary: "What retention has deleted, newest first", permission, query: PageQuery.extend(DeletionFilter.shape), answer: pageOf(DeletionView),
    handler: ({ scope, query }) => scope.transaction(async (tx) =>
      toPage(await listDeletions(tx, query, timeCursor(query.cursor), query.limit + 1), query.limit, viewDeletion, (row) => [row.deleted_text, row.file_id])),
  }),
  route({
    method: "GET", url: "/api/retention/deletions.csv", tag, summary: "What retention has deleted, as CSV", permission, query: DeletionFilter, answer: "bytes",
    async handler({ scope, query, reply }) {
      await scope.transaction(async (tx) => recordEvent(tx, { action: "retention.deletions_exported", summary: "Exported the list of deleted files", details: { ...query } }));
      async function* rows() {
        let before: { at: string; id: string } | null = null;
        for (;;) {
          const page: DeletionRow[] = await scope.transaction((tx) => listDeletions(tx, query, before, 1000));
          for (const row of page.map(viewDeletion)) yield [row.deletedAt, row.kind, row.fileName, row.sha256, csvNumber(String(row.sizeBytes)), row.receivedAt, row.rule, row.documentId, row.runId];
          if (page.length < 1000) return;
          before = { at: page.at(-1)!.deleted_text, id: page.at(-1)!.file_id };
        }
      }
      const columns = ["deleted_at", "kind", "file_name", "sha256", "size_bytes", "received_at", "rule", "document_id", "run_id"];
      return sendFile(reply, csvStream(rows(), columns), { name: "deleted-files.csv", mediaType: "text/csv; charset=utf-8" });
    },
  }),
];
