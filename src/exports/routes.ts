import { z } from "zod";
import { decodeCursor, IdParams, PageQuery, pageOf, route, sendFile, toPage } from "../platform/http.ts";
import { CreateExport, ExportPreview, ExportSelection, ExportView, PutSchedule, ScheduleView } from "./contract.ts";
import { createExport, exportById, openExport, previewExport, viewExport } from "./create.ts";
import { listExports } from "./queries.ts";
import { endSchedule, readSchedule, setSchedule } from "./schedule.ts";

const tag = "Exports";
/** In an address: true and false as words. */
const PreviewQuery = ExportSelection.omit({ ids: true, includeExported: true }).extend({ includeExported: z.enum(["true", "false"]).default("false") });

export const routes = [
  route({
    method: "POST", url: "/api/exports", tag, summary: "Make a file of approved documents: CSV, XLSX, JSON or the originals", permission: "exports.create",
    body: CreateExport, answer: ExportView, status: 201, ratePerMinute: 60,
    handler: ({ scope, body }) => createExport(scope, body),
  }),
  route({
    method: "GET", url: "/api/exports", tag, summary: "Exports, newest first", permission: "exports.create",
    query: PageQuery, answer: pageOf(ExportView),
    handler: ({ scope, query }) => scope.transaction(async (tx) => {
      const [at, id] = query.cursor ? decodeCursor(query.cursor, 2) : [];
      const rows = await listExports(tx, at ? { at, id: id! } : null, query.limit + 1);
      return toPage(rows, query.limit, viewExport, (row) => [row.at_text, row.id]);
    }),
  }),
  route({
    method: "GET", url: "/api/exports/preview", tag, summary: "What an export would hold", permission: "exports.create",
    query: PreviewQuery, answer: ExportPreview,
    handler: ({ scope, query }) => previewExport(scope, { ...query, includeExported: query.includeExported === "true" }),
  }),
  route({
    method: "GET", url: "/api/exports/schedule", tag, summary: "Your export that is made by itself", permission: "exports.create", answer: ScheduleView,
    handler: ({ scope }) => readSchedule(scope),
  }),
  route({
    method: "PUT", url: "/api/exports/schedule", tag, summary: "Have an export made by itself every week or month", permission: "exports.create", body: PutSchedule, answer: ScheduleView,
    handler: ({ scope, body }) => setSchedule(scope, body),
  }),
  route({
    method: "DELETE", url: "/api/exports/schedule", tag, summary: "End the export that is made by itself", permission: "exports.create", answer: ScheduleView,
    handler: ({ scope }) => endSchedule(scope),
  }),
  route({
    method: "GET", url: "/api/exports/:id", tag, summary: "One export and whether it is ready", permission: "exports.create",
    params: IdParams, answer: ExportView,
    handler: ({ scope, params }) => exportById(scope, params.id),
  }),
  route({
    method: "GET", url: "/api/exports/:id/file", tag, summary: "The file of an export", permission: "exports.create", params: IdParams, answer: "bytes",
    async handler({ scope, params, reply }) {
      const { bytes, ...file } = await openExport(scope, params.id);
      return sendFile(reply, bytes, file);
    },
  }),
];
