import { anyHandedOver } from "../deliveries/index.ts";
import { recordEvent } from "../events/index.ts";
import { common } from "../platform/refusal.ts";
import type { Scope } from "../workspaces/index.ts";
import { refuseIf, whyNotVoid } from "./policy.ts";
import { addToSums, lockInvoice, setNote, setVoid, type InvoiceRow } from "./queries.ts";
import { post } from "./settle.ts";
import { factsOf } from "./view.ts";

/**
 * Makes an issued document void (I3): only while nothing was paid, credited, written off or sent. It keeps its number for
 * ever (N6). A credit note only while nothing of it was used; its invoice can then be credited again.
 */
export function voidInvoice(scope: Scope, id: string, reason: string): Promise<InvoiceRow> {
  return scope.transaction(async (tx) => {
    const seen = await lockInvoice(tx, id);
    if (!seen) throw common.refuse("not_found");
    refuseIf(whyNotVoid(factsOf(seen), seen.issued_at !== null && (await anyHandedOver(tx, id))), { number: seen.number ?? "" });
    const row = await setVoid(tx, id, reason, scope.now());
    if (row.kind === "credit_note") {
      await addToSums(tx, row.credits_invoice_id!, { creditNoted: -row.total_minor });
      await post(tx, { company_id: row.company_id, customer_id: row.customer_id!, currency: row.currency, kind: "reverse", amount_minor: row.total_minor, entry_date: row.issue_date!, credit_note_id: row.id, reason });
    }
    recordEvent(tx, { action: "invoice.voided", summary: `Made ${row.kind === "invoice" ? "invoice" : "credit note"} ${row.number} void`, subjectKind: "invoice", subjectId: id, companyId: row.company_id, details: { reason } });
    return row;
  });
}

/** Changes what stays free after issue (I1): the note nobody prints, and tags. */
export function noteInvoice(scope: Scope, id: string, input: { internalNote: string | null; tags: string[] }): Promise<InvoiceRow> {
  return scope.transaction(async (tx) => {
    const before = await lockInvoice(tx, id);
    if (!before) throw common.refuse("not_found");
    const row = await setNote(tx, id, input.internalNote || null, [...new Set(input.tags)], scope.now());
    recordEvent(tx, { action: "invoice.noted", summary: `Changed the internal note or tags of ${row.number ?? "a draft"}`, subjectKind: "invoice", subjectId: id, companyId: row.company_id });
    return row;
  });
}
