import { z } from "zod";
import { text } from "../platform/fields.ts";

/** What an owner can open to the operator. Reading only, whatever it is. */
export const readable = ["received_invoices", "invoices", "proposals", "parties", "payments", "activity"] as const;
export type Readable = (typeof readable)[number];

export const GrantAccess = z.object({
  hours: z.number().int().min(1).max(72).describe("How long the operator may look, from now"),
  reason: text(500, 1).refine((reason) => reason.length !== 1 && reason.length !== 2, "Say in a few words why.").describe("Why, in at least three characters, as it will stand in the log"),
  reads: z.array(z.enum(readable)).min(1, "Choose at least one kind of record.").max(readable.length).transform((kinds) => [...new Set(kinds)]),
});
export type GrantAccess = z.infer<typeof GrantAccess>;

export const AccessView = z.object({
  id: z.uuid(),
  state: z.enum(["open", "expired", "ended"]),
  reason: z.string(),
  reads: z.array(z.enum(readable)),
  grantedBy: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  endedBy: z.string().nullable(),
  uses: z.number().int().describe("How often the operator has read by it"),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type AccessView = z.infer<typeof AccessView>;

export const GrantedAccess = AccessView.extend({ code: z.string().describe("To be handed to the operator. Shown this once, kept only as its hash") });
