import { declareRefusals } from "../platform/refusal.ts";
import type { DeliveryState } from "./contract.ts";

export const { refuse, refuseIf, explain } = declareRefusals({
  delivery_not_resendable: [409, "This mail holds a one-time link and cannot be sent again. Make a new one where it came from."],
  delivery_under_way: [409, "This mail is on its way already."],
  delivery_may_have_arrived: [409, "This mail may have arrived. Ask the recipient first, or confirm that it shall go out twice."],
});

/** The kinds of mail about a document, whose text the outbox shows. */
export const documentKinds: readonly string[] = ["invoice", "credit_note", "proposal", "acceptance"];

/** Where a mail stands, from the outbox's own states; no mail yet means that its document is being made. */
export const stateOf = (mailState: string | null): DeliveryState =>
  mailState === null ? "waiting" : mailState === "sending" ? "queued" : mailState === "kept" ? "outbox" : (mailState as DeliveryState);

/** Why a mail may not be sent again; null when it may. */
export function whyNotResend(mail: { kind: string; state: DeliveryState }, confirmed: boolean) {
  if (!documentKinds.includes(mail.kind) || mail.kind === "proposal") return "delivery_not_resendable" as const;
  if (mail.state === "waiting" || mail.state === "queued") return "delivery_under_way" as const;
  if ((mail.state === "sent" || mail.state === "unknown") && !confirmed) return "delivery_may_have_arrived" as const;
  return null;
}
