// What becomes of a document: approved, rejected, held, opened again.
import { recordEvent } from "../events/index.ts";
import { Refusal } from "../platform/refusal.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { z } from "zod";
import { assess } from "./assess.ts";
import type { Approve, ManyAnswer, Reject, RejectCode, Release, ReceivedDetail } from "./contract.ts";
import { teachOnApproval } from "./learn.ts";
import { labelOf, refuse, refuseIf, whyNotAnswer, whyNotApprove, whyNotHold, whyNotReject, whyNotRelease, whyNotReopen } from "./policy.ts";
import { clearTwinsOf, otherApprovers, updateReceived, type Settable, type WholeRow } from "./queries.ts";
import { openForChange, receivedDetail, type Opened } from "./stored.ts";
import { supplierToApprove } from "./suppliers.ts";
import { viewSummary } from "./view.ts";

/**
 * Approves a document for export and payment, and finds or makes its supplier. Refused while a value that a payment
 * depends on is open, while it is on hold, and to the one who confirmed a changed bank account when there are others.
 */
export function approve(scope: Scope, id: string, input: z.output<typeof Approve>): Promise<ReceivedDetail> {
  return scope.transaction(async (tx) => {
    await approveOpened(tx, await openForChange(tx, id, input.version));
    return receivedDetail(scope, id);
  });
}

async function approveOpened(tx: Tx, { row, current }: Opened): Promise<void> {
  const { scope } = tx;
  const confirmedByMe = row.bank_confirmed_by !== null && row.bank_confirmed_by === scope.actor.id;
  const secondPerson = confirmedByMe && (await otherApprovers(tx, scope.actor.id!, row.company_id)).count > 0;
  const why = whyNotApprove(viewSummary(row), secondPerson);
  if (why) throw refuse(why, { paths: row.to_check.slice(0, Math.max(row.blocking, 1)).map(labelOf).join(", "), note: row.hold_note ?? "" });
  const supplier = await supplierToApprove(tx, row.company_id, current.fields);
  await updateReceived(tx, row.id, {
    supplier_id: supplier.id, review_state: "reviewed", reviewed_at: row.reviewed_at ?? scope.now(), reviewed_by: row.reviewed_by ?? scope.actor.name,
    approval_state: "approved", approved_at: scope.now(), approved_by: scope.actor.name, settled_at: scope.now(), to_check: [], blocking: 0,
  });
  await teachOnApproval(tx, row, supplier.id);
  event(tx, row, "approved", `Approved ${titleOf(row)}`, { supplierId: supplier.id });
}

/** Everything is answered, but the approval is somebody else's: the document moves on to be approved. */
export function markReviewed(scope: Scope, id: string, version: number): Promise<ReceivedDetail> {
  return scope.transaction(async (tx) => {
    const { row } = await openForChange(tx, id, version);
    refuseIf(whyNotAnswer(viewSummary(row)));
    if (row.blocking > 0) throw refuse("questions_open", { paths: row.to_check.slice(0, row.blocking).map(labelOf).join(", ") });
    await updateReceived(tx, id, { review_state: "reviewed", reviewed_at: scope.now(), reviewed_by: scope.actor.name });
    event(tx, row, "reviewed", `Reviewed ${titleOf(row)}`);
    return receivedDetail(scope, id);
  });
}

/** Rejects a document; it stays readable and can be reopened. Documents that were taken for its copies are so no more. */
export function reject(scope: Scope, id: string, input: z.output<typeof Reject>): Promise<ReceivedDetail> {
  return scope.transaction(async (tx) => {
    const { row } = await openForChange(tx, id, input.version);
    await rejectRow(tx, row, input.code, input.note);
    return receivedDetail(scope, id);
  });
}

export async function rejectRow(tx: Tx, row: WholeRow, code: RejectCode, note: string | undefined): Promise<void> {
  refuseIf(whyNotReject(viewSummary(row)));
  await updateReceived(tx, row.id, {
    review_state: "rejected", reject_code: code, reject_note: note || null, settled_at: tx.scope.now(), reviewed_at: tx.scope.now(), reviewed_by: tx.scope.actor.name,
    approval_state: "to_approve", hold_code: null, hold_note: null, held_at: null,
  });
  await clearTwinsOf(tx, row.id);
  event(tx, row, "rejected", `Rejected ${titleOf(row)}`, { code });
}

/** Puts a document on hold with a reason; it cannot be approved until it is released. */
export function hold(scope: Scope, id: string, input: { version: number; note: string }): Promise<ReceivedDetail> {
  return scope.transaction(async (tx) => {
    const { row } = await openForChange(tx, id, input.version);
    refuseIf(whyNotHold(viewSummary(row)));
    await updateReceived(tx, id, { approval_state: "on_hold", hold_code: row.bank_doubt ? "bank_changed" : "by_hand", hold_note: input.note, held_at: scope.now() });
    event(tx, row, "held", `Put ${titleOf(row)} on hold`, { note: input.note });
    return receivedDetail(scope, id);
  });
}

/** Releases a hold. One for a changed bank account needs who was spoken to and the number called. */
export function release(scope: Scope, id: string, input: z.output<typeof Release>): Promise<ReceivedDetail> {
  return scope.transaction(async (tx) => {
    const { row, current } = await openForChange(tx, id, input.version);
    refuseIf(whyNotRelease(viewSummary(row)));
    const free: Settable = { approval_state: "to_approve", hold_code: null, hold_note: null, held_at: null };
    let confirmed: Settable = {};
    if (row.bank_doubt) {
      // A program cannot have called anybody.
      if (!input.spokeTo || !input.calledNumber || scope.actor.kind !== "person") throw refuse("bank_changed");
      confirmed = {
        bank_confirmed_by: scope.actor.id, bank_confirmed_iban: row.supplier_iban,
        bank_confirmed_note: `Spoke to ${input.spokeTo} on ${input.calledNumber}${input.note ? `: ${input.note}` : ""}`,
      };
    }
    await updateReceived(tx, id, { ...free, ...confirmed, ...(await assess(tx, { ...row, ...free, ...confirmed } as WholeRow, current)) });
    event(tx, row, "released", `Released ${titleOf(row)}`, row.bank_doubt
      ? { reason: "bank_changed", accountEnd: row.supplier_iban?.slice(-4), spokeTo: input.spokeTo, calledNumber: input.calledNumber } : { note: input.note ?? null });
    return receivedDetail(scope, id);
  });
}

/** Opens an approved, rejected or reviewed document again, with the questions that it had. Exported ones stay as they are. */
export function reopen(scope: Scope, id: string, version: number): Promise<ReceivedDetail> {
  return scope.transaction(async (tx) => {
    await reopenOpened(tx, await openForChange(tx, id, version));
    return receivedDetail(scope, id);
  });
}

export async function reopenOpened(tx: Tx, { row, current }: Opened): Promise<void> {
  refuseIf(whyNotReopen(viewSummary(row)));
  const fresh = {
    review_state: "to_review", reviewed_at: null, reviewed_by: null, reject_code: null, reject_note: null, settled_at: null,
    approval_state: row.approval_state === "on_hold" ? "on_hold" : "to_approve", approved_at: null, approved_by: null,
  } as const satisfies Settable;
  await updateReceived(tx, row.id, { ...fresh, ...(await assess(tx, { ...row, ...fresh }, current)) });
  event(tx, row, "reopened", `Reopened ${titleOf(row)}`);
}

/** A person looked and says that the file is one document, whatever its pages look like. */
export function keepWhole(scope: Scope, id: string, version: number): Promise<ReceivedDetail> {
  return scope.transaction(async (tx) => {
    const { row, current } = await openForChange(tx, id, version);
    refuseIf(whyNotAnswer(viewSummary(row)));
    if (!row.flags.includes("several_documents")) throw refuse("not_several");
    await updateReceived(tx, id, await assess(tx, row, current, row.flags.filter((flag) => flag !== "several_documents")));
    event(tx, row, "kept_whole", `Said that ${titleOf(row)} is one document`);
    return receivedDetail(scope, id);
  });
}

/** A person compared the two and says that they are different documents. */
export function notDuplicate(scope: Scope, id: string, version: number): Promise<ReceivedDetail> {
  return scope.transaction(async (tx) => {
    const { row, current } = await openForChange(tx, id, version);
    refuseIf(whyNotAnswer(viewSummary(row)));
    if (!row.duplicate_of) throw refuse("not_a_duplicate");
    const cleared = { cleared_duplicates: [...row.cleared_duplicates, row.duplicate_of] };
    await updateReceived(tx, id, { ...cleared, ...(await assess(tx, { ...row, ...cleared }, current)) });
    event(tx, row, "kept_apart", `Said that ${titleOf(row)} is no duplicate`, { of: row.duplicate_of });
    return receivedDetail(scope, id);
  });
}

/** Approves each of several documents for itself: those without open questions and findings; the others say why not. */
export function approveMany(scope: Scope, ids: string[]): Promise<z.input<typeof ManyAnswer>> {
  return each(scope, ids, async (tx, id) => {
    const opened = await openForChange(tx, id, null);
    // Findings such as hidden text need eyes on the page; a list cannot show them.
    if (opened.row.flags.length > 0) throw refuse("questions_open", { paths: opened.row.flags.map(labelOf).join(", ") });
    await approveOpened(tx, opened);
  });
}

/** Rejects each of several documents for itself. */
export const rejectMany = (scope: Scope, ids: string[], code: RejectCode, note: string | undefined): Promise<z.input<typeof ManyAnswer>> =>
  each(scope, ids, async (tx, id) => rejectRow(tx, (await openForChange(tx, id, null)).row, code, note));

/** One transaction per document: a refused one does not undo the others. */
async function each(scope: Scope, ids: string[], work: (tx: Tx, id: string) => Promise<void>): Promise<z.input<typeof ManyAnswer>> {
  const results: z.input<typeof ManyAnswer>["results"] = [];
  for (const id of new Set(ids)) {
    try {
      await scope.transaction((tx) => work(tx, id));
      results.push({ id, outcome: "done" });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      results.push({ id, outcome: "refused", code: error.code, message: error.message });
    }
  }
  return { done: results.filter((result) => result.outcome === "done").length, results };
}

const titleOf = (row: WholeRow): string => [row.supplier_name, row.invoice_number].filter(Boolean).join(" ") || row.file_name;

function event(tx: Tx, row: WholeRow, what: string, summary: string, details: Record<string, unknown> = {}): void {
  recordEvent(tx, { action: `received_invoice.${what}`, summary, subjectKind: "received_invoice", subjectId: row.id, companyId: row.company_id, details });
}
