import { z } from "zod";
import { Uuid } from "../platform/fields.ts";

/**
 * Where a mail stands: waiting (for its document), queued, sent, outbox (no mail server is set up: it lies in the outbox
 * folder), failed, unknown (it was leaving when the server stopped).
 */
export const DeliveryState = z.enum(["waiting", "queued", "sent", "outbox", "failed", "unknown"]);
export type DeliveryState = z.infer<typeof DeliveryState>;

export const DeliveryView = z.object({
  id: z.string(), companyId: z.string().nullable(), kind: z.string().describe("invoice, proposal, acceptance, invitation …"),
  subject: z.object({ kind: z.enum(["invoice", "proposal"]), id: z.string() }).nullable(),
  recipient: z.string(), recipientName: z.string().nullable(), title: z.string().describe("Subject of the mail"),
  state: DeliveryState, error: z.string().nullable(), attempts: z.number().int(), attachments: z.array(z.object({ name: z.string(), mediaType: z.string() })),
  resendable: z.boolean(), createdAt: z.iso.datetime(), settledAt: z.iso.datetime().nullable(),
});
export type DeliveryView = z.infer<typeof DeliveryView>;

/** `text` is null for mails that hold a way in (invitations); tokens in links are masked. */
export const DeliveryDetail = DeliveryView.extend({ text: z.string().nullable(), replyTo: z.string().nullable() });

export const DeliveryFilter = z.object({
  companyId: Uuid.optional(),
  state: DeliveryState.optional(),
  subjectId: Uuid.optional(),
  search: z.string().trim().max(200).optional().describe("Part of recipient or subject"),
});

export const Resend = z.object({
  to: z.email().max(320).optional().describe("Another address; the same when absent"),
  evenIfItMayHaveArrived: z.boolean().default(false).describe("Needed for a mail whose fate is unknown"),
});
