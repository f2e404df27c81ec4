import { z } from "zod";
import { CivilDateText, Uuid } from "../platform/fields.ts";

export const EventView = z.object({
  seq: z.number().int(),
  at: z.iso.datetime(),
  action: z.string(),
  actor: z.object({ kind: z.string(), id: z.string().nullable(), name: z.string().nullable() }),
  subject: z.object({ kind: z.string().nullable(), id: z.string().nullable() }),
  companyId: z.string().nullable(),
  summary: z.string(),
  details: z.record(z.string(), z.unknown()),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  requestId: z.string().nullable(),
  hash: z.string().describe("SHA-256 over the event and the hash before it, as hex"),
  previousHash: z.string(),
});
export type EventView = z.infer<typeof EventView>;

/** Filters of the Activity page: all are optional and joined by "and". */
export const EventFilter = z.object({
  action: z.string().max(100).optional().describe("Exact action, or a noun before the dot: invoice"),
  actorId: z.string().max(100).optional(),
  actorKind: z.enum(["person", "key", "job", "buyer", "system"]).optional(),
  subjectId: z.string().max(100).optional(),
  companyId: Uuid.optional().describe("Events of this company; those of the whole workspace are left out"),
  refused: z.enum(["true", "false"]).transform((value) => value === "true").optional().describe("true: only what was refused or failed"),
  search: z.string().trim().max(200).optional().describe("Words in the summary or the actor's name"),
  from: CivilDateText.optional(),
  until: CivilDateText.optional(),
});

export const Verification = z.object({
  intact: z.boolean(),
  events: z.number().int(),
  firstBroken: z.number().int().nullable().describe("Sequence number of the first event whose hash does not fit"),
});
