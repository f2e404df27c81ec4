// Shapes on the wire of export files. Read by the browser too.
import { z } from "zod";
import { CivilDateText, Uuid } from "../platform/fields.ts";

/** CSV with one row a document; CSV with one row a line; a workbook with both; JSON with everything; the originals as ZIP. */
export const ExportFormat = z.enum(["csv", "csv_lines", "xlsx", "json", "originals"]);
export type ExportFormat = z.infer<typeof ExportFormat>;

/** Which documents: those named, or all approved ones that fit. Only approved (and already exported) documents leave. */
export const ExportSelection = z.object({
  ids: z.array(Uuid).min(1).max(5000).optional(),
  companyId: Uuid.optional(),
  supplierId: Uuid.optional(),
  includeExported: z.boolean().default(false).describe("Also those that were exported before"),
  issuedFrom: CivilDateText.optional(),
  issuedUntil: CivilDateText.optional(),
});
export type ExportSelection = z.infer<typeof ExportSelection>;

export const CreateExport = z.object({
  format: ExportFormat,
  selection: ExportSelection.default({ includeExported: false }),
  markExported: z.boolean().default(true).describe("Documents in the file count as exported"),
});
export type CreateExport = z.input<typeof CreateExport>;

export const ExportView = z.object({
  id: z.string(),
  format: ExportFormat,
  state: z.enum(["building", "ready", "failed"]),
  fileName: z.string(),
  companyId: z.string().nullable(),
  documents: z.number().int().nullable(),
  sizeBytes: z.number().int().nullable(),
  sha256: z.string().nullable(),
  failure: z.string().nullable(),
  createdBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
  readyAt: z.iso.datetime().nullable(),
  deletedAt: z.iso.datetime().nullable().describe("When file retention deleted it, because it held an original whose time was over"),
  url: z.string().nullable().describe("Where to download it once it is ready"),
});
export type ExportView = z.infer<typeof ExportView>;

/** How many documents an export with this selection would hold, per currency, before it is made. */
export const ExportPreview = z.object({
  documents: z.number().int(),
  sums: z.array(z.object({ currency: z.string(), documents: z.number().int(), grossTotal: z.string() })),
});

export const ScheduleFormat = ExportFormat.exclude(["originals"]);
const scheduleFields = {
  every: z.enum(["week", "month"]),
  day: z.number().int().min(1).max(28).describe("Of the week, 1 (Monday) to 7, or of the month, 1 to 28"),
  format: ScheduleFormat,
  companyId: Uuid.nullable().default(null).describe("null: all companies that you see"),
};
export const PutSchedule = z.object(scheduleFields).refine(({ every, day }) => every === "month" || day <= 7, { path: ["day"], message: "A week has the days 1 (Monday) to 7 (Sunday)." });
export type PutSchedule = z.input<typeof PutSchedule>;

/** Your export that is made by itself, or null. It holds all approved documents, also those exported before, and marks none. */
export const ScheduleView = z.object({
  schedule: z.object({
    ...scheduleFields, companyId: z.string().nullable(), companyName: z.string().nullable(),
    nextOn: z.string().describe("The day when it is made next, at four in the morning"), timeZone: z.string(),
    lastOn: z.string().nullable().describe("The day that was served last"), lastAt: z.iso.datetime().nullable(),
    lastOutcome: z.enum(["made", "nothing", "refused"]).nullable().describe("made; nothing was approved; refused: you could no longer export this"),
    lastExportId: z.string().nullable(),
  }).nullable(),
});
export type ScheduleView = z.infer<typeof ScheduleView>;
