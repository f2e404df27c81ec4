import { z } from "zod";
import { nameText, Uuid } from "../platform/fields.ts";

export const RuleSetName = z.enum(["EN16931", "PEPPOL", "XRECHNUNG"]);
export const CheckQuery = z.object({ rules: z.string().max(60).regex(/^(EN16931|PEPPOL|XRECHNUNG)(,(EN16931|PEPPOL|XRECHNUNG))*$/, "Name rule sets like EN16931,XRECHNUNG.").optional().describe("Rule sets by comma; those the document claims when absent") });
/** What our own rules make of an e-invoice. It is never an official verdict. */
export const CheckAnswer = z.object({
  fileName: z.string(), container: z.enum(["xml", "pdf"]), syntax: z.enum(["UBL", "CII"]), profile: z.string().describe("BT-24, as the file says it"), engine: z.string(), rules: z.array(RuleSetName),
  valid: z.boolean().describe("No rule of severity fatal is broken"),
  findings: z.array(z.object({ rule: z.string(), severity: z.enum(["fatal", "warning", "information"]), count: z.number().int(), path: z.string(), line: z.number().int(), text: z.string() })),
  more: z.number().int().describe("Findings beyond those listed"),
  says: z.object({ number: z.string().nullable(), issueDate: z.string().nullable(), seller: z.string().nullable(), buyer: z.string().nullable(), currency: z.string().nullable(), total: z.string().nullable() }),
});
export type CheckAnswer = z.infer<typeof CheckAnswer>;

/** The provider's own address may not hold secrets: they stand in addresses that logs keep. */
export const PutAccessPoint = z.object({
  url: z.url("Write an address like https://access-point.example/api.").max(500).refine((url) => !/[?#]/.test(url), "Leave out everything from ? or # on."),
  key: nameText(1000).optional().describe("Kept sealed, never shown; leave out to keep the one that is there"),
});
export const AccessPointView = z.object({ accessPoint: z.object({ url: z.string(), keyEndsIn: z.string(), changedAt: z.iso.datetime(), changedBy: z.string() }).nullable() });

export const TransmissionState = z.enum(["waiting", "sent", "delivered", "rejected", "failed"]);
export const TransmissionView = z.object({
  id: z.string(), state: TransmissionState, sender: z.string(), receiver: z.string(), detail: z.string().nullable(), tries: z.number().int(),
  requestedBy: z.string(), requestedAt: z.iso.datetime(), sentAt: z.iso.datetime().nullable(), endedAt: z.iso.datetime().nullable(),
});
export type TransmissionView = z.infer<typeof TransmissionView>;
export const TransmissionList = z.object({ items: z.array(TransmissionView), possible: z.boolean().describe("It can be sent now"), whyNot: z.string().nullable() });
export const InvoiceParams = z.object({ id: Uuid });

/** What an access point answers: its own name for the document, how far it is, and words about it. */
export const AccessPointAnswer = z.object({
  id: z.string().min(1).max(200).optional(), status: z.enum(["accepted", "sent", "delivered", "rejected"]).optional(), message: z.string().max(5000).optional(),
});
