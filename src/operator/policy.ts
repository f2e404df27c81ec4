import { declareRefusals } from "../platform/refusal.ts";
import type { Readable } from "./contract.ts";

export const { refuse, refuseIf, explain } = declareRefusals({
  access_over: [409, "This access has already ended."],
  access_not_granted: [403, "No owner of this workspace has granted this access, or it has expired or was ended. Ask an owner for a new one."],
  access_other_records: [403, "The owner granted access to other records only. Ask for a new grant that names these."],
});

/** The kinds of record in the words of the screens. */
export const readableWords: Record<Readable, string> = {
  received_invoices: "Received invoices", invoices: "Invoices", proposals: "Proposals", parties: "Customers and suppliers", payments: "Payments", activity: "Activity log",
};

/** The permissions of the table in access that a kind of record stands for. */
export const permissionsFor: Record<Readable, readonly string[]> = {
  received_invoices: ["received.read"], invoices: ["invoices.read"], proposals: ["proposals.read"], parties: ["customers.read", "suppliers.read"], payments: ["payments.read"], activity: ["events.read"],
};

export type AccessFacts = { reads: readonly string[]; expires_at: Date; ended_at: Date | null };

/** Where an access stands now. */
export const stateOf = (access: Pick<AccessFacts, "expires_at" | "ended_at">, now: Date): "open" | "expired" | "ended" =>
  access.ended_at ? "ended" : access.expires_at <= now ? "expired" : "open";

/** Why the operator may not read this kind of record by this access; null when they may. */
export function whyNotRead(access: AccessFacts | undefined, kind: Readable, now: Date): "access_not_granted" | "access_other_records" | null {
  if (!access || stateOf(access, now) !== "open") return "access_not_granted";
  return access.reads.includes(kind) ? null : "access_other_records";
}
