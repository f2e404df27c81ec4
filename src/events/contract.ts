import { z } from "zod";
import { CivilDateText, nameText, Uuid } from "../platform/fields.ts";

export const actorKinds = ["person", "key", "job", "buyer", "operator", "system"] as const;

export const EventView = z.object({
  seq: z.number().int(),
  at: z.iso.datetime(),
  action: z.string(),
  actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }),
  subject: z.object({ kind: z.string().nullable(), id: z.string().nullable() }),
  companyId: z.string().nullable(),
  summary: z.string(),
  details: z.record(z.string(), z.unknown()).describe("For a change of settings: changed, before and after; bank accounts by their last four characters"),
  ip: z.string().nullable(),
  device: z.string().nullable().describe("\"Firefox on Linux\"; the user agent in words"),
  userAgent: z.string().nullable(),
  requestId: z.string().nullable(),
  alerts: z.array(z.string()).describe("Kinds of the alerts that it raised"),
  hash: z.string().describe("SHA-256 over the event and the hash before it, as hex"),
  previousHash: z.string(),
});
export type EventView = z.infer<typeof EventView>;

/** Filters of the Activity page: all are optional and joined by "and". */
export const EventFilter = z.object({
  action: z.string().max(100).optional().describe("Exact action, or a noun before the dot: invoice"),
  actorId: z.string().max(100).optional(),
  actorKind: z.enum(actorKinds).optional(),
  subjectId: z.string().max(100).optional(),
  companyId: Uuid.optional().describe("Events of this company; those of the whole workspace are left out"),
  seq: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional().describe("One event by its number"),
  refused: z.enum(["true", "false"]).transform((value) => value === "true").optional().describe("true: only what was refused or failed"),
  alert: z.enum(["true", "false"]).transform((value) => value === "true").optional().describe("true: only what raised an alert"),
  search: z.string().trim().max(200).optional().describe("Words, or how they begin, in the sentence, the actor's name, the address or the request id"),
  from: CivilDateText.optional(),
  until: CivilDateText.optional(),
  timeZone: z.string().max(60).refine(isTimeZone, "This is no time zone. Write one like Europe/Dublin.").optional().describe("In which the two dates begin and end; UTC otherwise"),
});
export type EventFilter = z.output<typeof EventFilter>;

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

export const EventPage = z.object({
  items: z.array(EventView),
  nextCursor: z.string().nullable().describe("With filters that rarely fit a page may be short or empty and go on: only null is the end"),
  searchedTo: z.iso.datetime().nullable().describe("For a page that ended before it was full: how far back it looked"),
});

/** How often what happened, by the noun before the dot: for the menu of the filter. */
export const EventCounts = z.object({ total: z.number().int(), nouns: z.array(z.object({ noun: z.string(), events: z.number().int() })) });

export const ChainHead = z.object({ seq: z.number().int(), hash: z.string().max(128).describe("As hex") });
/** A head that was noted earlier: with it a tail that was cut off is found, even when the log's own head was rewritten. */
export const VerifyEvents = z.object({ head: ChainHead.optional() });
export const Verification = z.object({
  intact: z.boolean(),
  events: z.number().int().describe("How many fit, from the first"),
  firstBroken: z.number().int().nullable().describe("Sequence number of the first event that does not fit, or is missing"),
  problem: z.string().nullable().describe("What does not fit, in a sentence"),
  head: ChainHead.nullable().describe("Keep it elsewhere: it seals everything before it"),
  milliseconds: z.number().int(),
});
export type Verification = z.infer<typeof Verification>;

/** What a saved view keeps: the words of the page's address. */
export const ViewFilter = z.record(z.string().max(30), z.string().max(200)).refine((filter) => Object.keys(filter).length <= 12, "These are too many filters.");
export const SavedView = z.object({ id: z.string(), name: z.string(), shared: z.boolean(), filter: z.record(z.string(), z.string()) });
export type SavedView = z.infer<typeof SavedView>;
export const NewView = z.object({ name: nameText(60), shared: z.boolean().default(false), filter: ViewFilter });
export const ChangeView = z.object({ name: nameText(60).optional(), filter: ViewFilter.optional() });

export const AlertView = z.object({
  id: z.string(), kind: z.string(), at: z.iso.datetime(), summary: z.string(),
  actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }),
  subject: z.object({ kind: z.string().nullable(), id: z.string().nullable() }),
  companyId: z.string().nullable(),
  event: z.number().int().nullable().describe("Number of the event that raised it"),
  seen: z.boolean().describe("By you"),
  seenBy: z.array(z.object({ name: z.string(), at: z.iso.datetime() })),
});
export type AlertView = z.infer<typeof AlertView>;
export const AlertPage = z.object({ items: z.array(AlertView), nextCursor: z.string().nullable(), unseen: z.number().int() });

const threshold = z.number().int().min(1, "This must be 1 or more.").max(100_000, "This must be 100,000 or less.");
/** From which number within an hour one person or key stands out. */
export const AlertSettings = z.object({
  exportsPerHour: threshold.describe("Exports of whole tables and files of exports"),
  downloadsPerHour: threshold.describe("Originals and PDFs opened"),
  viewsPerHour: threshold.describe("Documents looked at"),
  refusalsPerHour: threshold.describe("Requests turned away"),
  byMail: z.boolean(),
});
export const AlertSettingsView = AlertSettings.extend({ version: z.number().int() });
export const ChangeAlertSettings = AlertSettings.extend({ version: z.number().int() });
