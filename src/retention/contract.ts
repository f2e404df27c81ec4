// Shapes on the wire of file retention. Read by the browser too.
import { z } from "zod";
import { text, Uuid } from "../platform/fields.ts";

/** How long originals are kept, counted from upload. */
export const Keep = z.enum(["1_year", "3_years", "7_years", "permanent"]);
export type Keep = z.infer<typeof Keep>;

export const FilesAndBytes = z.object({ files: z.number().int(), bytes: z.number().int() });
export type FilesAndBytes = z.infer<typeof FilesAndBytes>;

/** What a choice deletes, and when. Files under a legal hold are counted apart and in nothing else. */
export const Plan = z.object({
  keep: Keep,
  kept: FilesAndBytes.describe("Originals that are there now"),
  held: FilesAndBytes.describe("Of those, under a legal hold: not deleted while it stands"),
  heldDue: FilesAndBytes.describe("Of the held ones, those that would otherwise go with the first run"),
  first: FilesAndBytes.describe("Deleted by the first run under this choice"),
  firstByYear: z.array(FilesAndBytes.extend({ year: z.number().int().describe("In which they were received (UTC)") })),
  months: z.array(FilesAndBytes.extend({ month: z.string().describe("YYYY-MM in which they are due (UTC)") })),
  firstDueAt: z.iso.datetime().nullable(),
  oldestAt: z.iso.datetime().nullable().describe("When the oldest original that is kept was received"),
});
export type Plan = z.infer<typeof Plan>;

export const RunView = z.object({
  id: z.string(),
  state: z.enum(["running", "finished", "refused"]),
  keep: Keep,
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  resumed: z.number().int().describe("How often it was taken up again after it was interrupted"),
  deleted: FilesAndBytes,
  derived: z.number().int().describe("Page images and page words deleted with them"),
  bundles: z.number().int().describe("ZIP exports deleted because they held one of them"),
  held: z.number().int().describe("Files that were due and are kept by a legal hold"),
  errors: z.number().int(),
  lastError: z.string().nullable(),
  refusedBecause: z.string().nullable(),
});
export type RunView = z.infer<typeof RunView>;

/** Whether the installation's clock is trusted; files are deleted only while it is. */
export const ClockView = z.object({
  trusted: z.boolean(),
  reason: z.enum(["not_watched", "jumped_ahead", "went_back", "clocks_differ", "nobody_looks"]).nullable(),
  message: z.string().nullable(),
  remedy: z.string().nullable(),
  now: z.iso.datetime(),
});
export type ClockView = z.infer<typeof ClockView>;

export const PendingView = z.object({
  keep: Keep, askedAt: z.iso.datetime(), askedBy: z.string().nullable(),
  effectiveAt: z.iso.datetime().describe("Until then it can be taken back, and nothing is deleted by it"),
  firstRunAt: z.iso.datetime(),
  first: FilesAndBytes.describe("What the first run deletes, as things stand"),
});

export const RetentionView = z.object({
  keep: Keep,
  changedAt: z.iso.datetime().nullable(), changedBy: z.string().nullable(),
  pending: PendingView.nullable(),
  plan: Plan,
  deleted: FilesAndBytes.describe("Originals that retention has deleted so far"),
  openHolds: z.number().int(),
  nextRunAt: z.iso.datetime(),
  lastRun: RunView.nullable(),
  clock: ClockView,
});
export type RetentionView = z.infer<typeof RetentionView>;

export const Preview = z.object({
  current: Keep,
  shorter: z.boolean(),
  effectiveAt: z.iso.datetime().describe("When it takes effect: in a week for a shorter choice, at once for a longer one"),
  firstRunAt: z.iso.datetime(),
  plan: Plan,
});
export type Preview = z.infer<typeof Preview>;

export const Choose = z.object({ keep: Keep });

export const HoldView = z.object({
  id: z.string(),
  on: z.enum(["document", "company"]),
  documentId: z.string().nullable(), companyId: z.string().nullable(),
  name: z.string().describe("The document's supplier and number or file name, or the company's name"),
  reason: z.string(), placedAt: z.iso.datetime(), placedBy: z.string(),
  liftedAt: z.iso.datetime().nullable(), liftedBy: z.string().nullable(), liftReason: z.string().nullable(),
  files: z.number().int().describe("Originals it covers now"),
  due: z.number().int().describe("Of those, past their time: the next run deletes them once no hold covers them"),
});
export type HoldView = z.infer<typeof HoldView>;

/** A hold is for one document or for all documents of a company. */
export const PlaceHold = z.object({ documentId: Uuid.optional(), companyId: Uuid.optional(), reason: text(500, 1) })
  .refine((hold) => (hold.documentId === undefined) !== (hold.companyId === undefined), { message: "Name a document or a company, one of the two.", path: ["documentId"] });
export const LiftHold = z.object({ reason: text(500, 1) });
export const HoldFilter = z.object({ state: z.enum(["open", "lifted", "all"]).default("open"), documentId: Uuid.optional().describe("Holds that cover this document: its own and its company's") });

export const DeletionView = z.object({
  kind: z.enum(["original", "export"]), documentId: z.string(), fileName: z.string(), sha256: z.string(), sizeBytes: z.number().int(),
  receivedAt: z.iso.datetime(), deletedAt: z.iso.datetime(), rule: Keep, runId: z.string(),
});
export type DeletionView = z.infer<typeof DeletionView>;
