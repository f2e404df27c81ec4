import { declareRefusals } from "../platform/refusal.ts";

export const { refuse, refuseIf, explain } = declareRefusals({
  no_file_to_check: [400, "There was no file in this upload. Choose an XML or PDF file."],
  einvoice_not_readable: [422, "{reason}"],
  no_access_point: [409, "No access point is set up. An admin does that in Settings › Access point."],
  access_point_key_missing: [400, "Enter the key that the access point gave you."],
  access_point_refused: [400, "{reason}"],
  not_for_network: [409, "{number} is not a document for the network: it was issued as {form}. Choose XRechnung or Peppol for the customer or the document before it is issued."],
  receiver_missing: [409, "{number} has no electronic address of the customer, or only a mail address. Add it to the customer (like 0204:04011000-12345-03); it counts for documents issued from then on."],
  sender_missing: [409, "{number} has no electronic address of your company other than a mail address. Add it in Settings › Company; it counts for documents issued from then on."],
  already_transmitted: [409, "{number} is on its way already, or has arrived."],
});

export type TransmissionFacts = {
  issued: boolean; voided: boolean; form: string | null; sender: string | null; receiver: string | null; accessPoint: boolean;
  /** States of earlier sendings of the same document. */
  before: readonly string[];
};

/** Why a document cannot be sent through the access point now; null when it can. */
export function whyNotTransmit(facts: TransmissionFacts): "invoice_not_issued" | "invoice_void" | "not_for_network" | "no_access_point" | "sender_missing" | "receiver_missing" | "already_transmitted" | null {
  if (!facts.issued) return "invoice_not_issued";
  if (facts.voided) return "invoice_void";
  if (facts.form !== "xrechnung" && facts.form !== "peppol") return "not_for_network";
  if (!facts.accessPoint) return "no_access_point";
  if (!facts.sender || facts.sender.startsWith("EM:")) return "sender_missing";
  if (!facts.receiver || facts.receiver.startsWith("EM:")) return "receiver_missing";
  return facts.before.some((state) => state === "waiting" || state === "sent" || state === "delivered") ? "already_transmitted" : null;
}

const MINUTE = 60_000;
/** When an access point is asked again about what was sent: soon at first, then every quarter of the time that has gone by; null after ten days. */
export function nextLook(sentAt: Date, now: Date): Date | null {
  const gone = now.getTime() - sentAt.getTime();
  return gone > 10 * 24 * 60 * MINUTE ? null : new Date(now.getTime() + Math.min(6 * 60 * MINUTE, Math.max(MINUTE, gone / 4)));
}

/** A try that failed for now is repeated up to so many times in all. */
export const MOST_TRIES = 8;
