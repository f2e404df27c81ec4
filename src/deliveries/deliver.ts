import { randomUUID } from "node:crypto";
import { queueMail, type OutgoingMail } from "../platform/mail.ts";
import { takeQuota } from "../platform/quotas.ts";
import { common } from "../platform/refusal.ts";
import { recordEvent } from "../events/index.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { DeliveryState } from "./contract.ts";
import { refuseIf, stateOf, whyNotResend } from "./policy.ts";
import { findDelivery, insertDelivery, latestStates, lockWaiting, setMail, type Attachment, type DeliveryRow } from "./queries.ts";

export type Delivery = {
  companyId: string;
  subject: { kind: "invoice" | "proposal"; id: string };
  mail: Omit<OutgoingMail, "attachments">;
  /** The documents; null while they are being made: `releaseWaiting` then sends it. */
  attachments: Attachment[] | null;
};

/** Hands a document to a party by mail, in the caller's transaction. Returns the delivery's id. */
export async function deliverByMail(tx: Tx, delivery: Delivery): Promise<string> {
  const id = randomUUID();
  const { services } = tx.scope;
  const { mail } = delivery;
  await takeQuota(services, "mails", tx.workspaceId);
  const mailId = delivery.attachments === null ? null : await queueMail(services, tx.db, { workspaceId: tx.workspaceId }, { ...mail, attachments: delivery.attachments });
  await insertDelivery(tx, {
    id, companyId: delivery.companyId, subjectKind: delivery.subject.kind, subjectId: delivery.subject.id, recipient: mail.to, recipientName: mail.toName ?? null,
    mailId, draft: mailId === null ? mail : null, at: tx.scope.now(),
  });
  return id;
}

/** Sends what waited for a document that is now there. Returns how many. */
export async function releaseWaiting(tx: Tx, subjectId: string, attachments: Attachment[]): Promise<number> {
  const waiting = await lockWaiting(tx, subjectId);
  for (const { id, draft } of waiting) await setMail(tx, id, await queueMail(tx.scope.services, tx.db, { workspaceId: tx.workspaceId }, { ...draft, attachments }));
  return waiting.length;
}

/** Where the latest mail of each document stands; absent when none was sent. */
export async function deliveryStates(tx: Tx, subjectIds: string[]): Promise<Map<string, DeliveryState>> {
  const rows = subjectIds.length === 0 ? [] : await latestStates(tx, subjectIds);
  return new Map(rows.map((row) => [row.subject_id, stateOf(row.state)]));
}

/**
 * Sends a mail once more, as a new one with the same text and files. Mails that hold a one-time link are not sent again;
 * one that may have arrived only when that was confirmed. Returns the new row.
 */
export function resend(scope: Scope, id: string, input: { to?: string | undefined; evenIfItMayHaveArrived: boolean }): Promise<DeliveryRow> {
  return scope.transaction(async (tx) => {
    const before = await findDelivery(tx, id);
    if (!before) throw common.refuse("not_found");
    refuseIf(whyNotResend({ kind: before.kind, state: stateOf(before.state) }, input.evenIfItMayHaveArrived));
    const mail: OutgoingMail = {
      kind: before.kind, to: input.to ?? before.recipient, toName: input.to ? undefined : before.recipient_name ?? undefined, fromName: before.from_name ?? undefined, replyTo: before.reply_to ?? undefined,
      subject: before.title, text: before.body_text,
    };
    await takeQuota(scope.services, "mails", tx.workspaceId);
    const mailId = await queueMail(scope.services, tx.db, { workspaceId: tx.workspaceId }, { ...mail, attachments: before.attachments });
    if (before.company_id && before.subject_kind && before.subject_id)
      await insertDelivery(tx, { id: randomUUID(), companyId: before.company_id, subjectKind: before.subject_kind, subjectId: before.subject_id, recipient: mail.to, recipientName: mail.toName ?? null, mailId, draft: null, at: scope.now() });
    recordEvent(tx, { action: "delivery.resent", summary: `Sent “${before.title}” to ${mail.to} again`, subjectKind: before.subject_kind ?? "mail", subjectId: before.subject_id ?? id, companyId: before.company_id });
    return (await findDelivery(tx, mailId))!;
  });
}
