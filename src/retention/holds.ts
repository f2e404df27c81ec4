// Legal holds: what is held is not deleted, whatever the setting. A hold is put and lifted with a reason.
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { recordEvent } from "../events/index.ts";
import { common } from "../platform/refusal.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { HoldView, PlaceHold } from "./contract.ts";
import { refuse } from "./policy.ts";
import { companyToHold, documentToHold, findHold, findSetting, insertHold, liftHoldRow, lockRetention, type HoldRow } from "./queries.ts";

const day = (at: Date): string => at.toISOString().slice(0, 10);

/** Puts a document, or all documents of a company, on hold. From the commit on no run marks any of them. */
export function placeHold(scope: Scope, input: z.output<typeof PlaceHold>): Promise<HoldView> {
  return scope.transaction(async (tx) => {
    await lockRetention(tx);
    const { name, companyId } = input.documentId ? await ofDocument(tx, input.documentId) : await ofCompany(tx, input.companyId!);
    const id = randomUUID();
    await insertHold(tx, { id, documentId: input.documentId ?? null, companyId: input.companyId ?? null, reason: input.reason, by: scope.actor.name });
    recordEvent(tx, {
      action: "retention.hold_placed", summary: `Put ${name} on legal hold`, subjectKind: input.documentId ? "received_invoice" : "company", subjectId: (input.documentId ?? input.companyId)!, companyId,
      details: { holdId: id, before: null, after: { reason: input.reason, placedBy: scope.actor.name, placedAt: scope.now().toISOString() } },
    });
    return viewHold((await findHold(tx, id, (await findSetting(tx)).keep))!);
  });
}

async function ofDocument(tx: Tx, id: string): Promise<{ name: string; companyId: string }> {
  const document = await documentToHold(tx, id);
  if (!document) throw common.refuse("not_found");
  if (document.deleted_at) throw refuse("original_gone", { date: day(document.deleted_at) });
  if (document.deleting_at) throw refuse("deletion_begun", { date: day(document.deleting_at) });
  return { name: document.file_name, companyId: document.company_id };
}

async function ofCompany(tx: Tx, id: string): Promise<{ name: string; companyId: string }> {
  const company = await companyToHold(tx, id);
  if (!company) throw common.refuse("not_found");
  return { name: company.name, companyId: id };
}

/** Lifts a hold. What was due meanwhile goes with the next run; what was not keeps its time. Other holds stay. */
export function liftHold(scope: Scope, id: string, reason: string): Promise<HoldView> {
  return scope.transaction(async (tx) => {
    await lockRetention(tx);
    const { keep } = await findSetting(tx);
    const hold = await findHold(tx, id, keep);
    if (!hold) throw common.refuse("not_found");
    if ((await liftHoldRow(tx, id, scope.actor.name, reason)) === 0) throw refuse("already_lifted", { date: day(hold.lifted_at!) });
    const companyId = hold.company_id ?? (await documentToHold(tx, hold.received_invoice_id!))?.company_id ?? null;
    recordEvent(tx, {
      action: "retention.hold_lifted", summary: `Lifted the legal hold on ${hold.name}`, subjectKind: hold.company_id ? "company" : "received_invoice", subjectId: (hold.company_id ?? hold.received_invoice_id)!, companyId,
      details: { holdId: id, before: { reason: hold.reason, placedBy: hold.placed_by, placedAt: hold.placed_at.toISOString() }, after: { liftedBy: scope.actor.name, reason, liftedAt: scope.now().toISOString() }, filesDue: hold.due },
    });
    return viewHold((await findHold(tx, id, keep))!);
  });
}

export const viewHold = (row: HoldRow): HoldView => ({
  id: row.id, on: row.company_id ? "company" : "document", documentId: row.received_invoice_id, companyId: row.company_id, name: row.name, reason: row.reason,
  placedAt: row.placed_at.toISOString(), placedBy: row.placed_by, liftedAt: row.lifted_at?.toISOString() ?? null, liftedBy: row.lifted_by, liftReason: row.lift_reason, files: row.files, due: row.due,
});
