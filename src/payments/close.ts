import { recordEvent } from "../events/index.ts";
import { creditSource, lockIssued, lockIssuedInvoices, recover, refundCreditNote, unallocate, writeOff } from "../invoices/index.ts";
import { common } from "../platform/refusal.ts";
import type { Scope } from "../workspaces/index.ts";
import type { z } from "zod";
import type { Allocate, Recover, Refund, WriteOff } from "./contract.ts";
import { refuse } from "./policy.ts";
import { findEntry } from "./queries.ts";
import { minorOf, text, todayFor, use } from "./record.ts";

/** Closes what is open on an invoice without money: a bank fee, a discount, a bad debt (A8, A9). The invoice itself stays as issued. */
export function writeOffInvoice(scope: Scope, id: string, input: z.infer<typeof WriteOff>): Promise<void> {
  return scope.transaction(async (tx) => {
    const invoice = await lockIssued(tx, id, "invoice");
    if (invoice.open_minor === 0n) throw refuse("nothing_open", { number: invoice.number! });
    const amount = input.amount === undefined ? invoice.open_minor : minorOf(input.amount, invoice.currency, "amount");
    await writeOff(tx, invoice, amount, { date: input.date ?? await todayFor(tx, invoice.company_id), kind: input.kind, taxTreatment: input.taxTreatment, reason: input.reason });
    recordEvent(tx, { action: "invoice.written_off", summary: `Wrote off ${text(amount, invoice.currency)} of ${invoice.number}`, subjectKind: "invoice", subjectId: id, companyId: invoice.company_id, details: { kind: input.kind, taxTreatment: input.taxTreatment, reason: input.reason } });
  });
}

/** Opens an invoice again by what was written off, for money that comes after all (A9). */
export function recoverInvoice(scope: Scope, id: string, input: z.infer<typeof Recover>): Promise<void> {
  return scope.transaction(async (tx) => {
    const invoice = await lockIssued(tx, id, "invoice");
    if (invoice.written_off_minor === 0n) throw refuse("nothing_left");
    const amount = input.amount === undefined ? invoice.written_off_minor : minorOf(input.amount, invoice.currency, "amount");
    await recover(tx, invoice, amount, input.date ?? await todayFor(tx, invoice.company_id), input.reason);
    recordEvent(tx, { action: "invoice.recovered", summary: `Opened ${text(amount, invoice.currency)} of ${invoice.number} again`, subjectKind: "invoice", subjectId: id, companyId: invoice.company_id, details: { reason: input.reason } });
  });
}

/** Uses what is left of a credit note on invoices of the same customer and currency. */
export function allocateCredit(scope: Scope, id: string, allocations: z.infer<typeof Allocate>["allocations"]): Promise<void> {
  return scope.transaction(async (tx) => {
    const note = await lockIssued(tx, id, "credit_note");
    if (note.open_minor === 0n) throw refuse("nothing_left");
    const used = await use(tx, creditSource(note), allocations, await todayFor(tx, note.company_id));
    recordEvent(tx, { action: "credit.allocated", summary: `Used ${text(used, note.currency)} of credit note ${note.number} on invoices`, subjectKind: "invoice", subjectId: id, companyId: note.company_id });
  });
}

/** Takes a use of a credit note back. */
export function unallocateCredit(scope: Scope, id: string, entryId: string, reason: string): Promise<void> {
  return scope.transaction(async (tx) => {
    const note = await lockIssued(tx, id, "credit_note");
    const entry = await findEntry(tx, entryId);
    if (!entry || entry.credit_note_id !== id) throw common.refuse("not_found");
    if (entry.kind !== "allocate") throw refuse("entry_not_allocation");
    if (entry.undone) throw refuse("entry_undone");
    await lockIssuedInvoices(tx, [entry.invoice_id!]);
    await unallocate(tx, entry, await todayFor(tx, note.company_id), reason);
    recordEvent(tx, { action: "credit.unallocated", summary: `Took ${text(entry.amount_minor, note.currency)} of credit note ${note.number} back from an invoice`, subjectKind: "invoice", subjectId: id, companyId: note.company_id, details: { invoiceId: entry.invoice_id, reason } });
  });
}

/** Pays out what is left of a credit note. */
export function refundCredit(scope: Scope, id: string, input: z.infer<typeof Refund>): Promise<void> {
  return scope.transaction(async (tx) => {
    const note = await lockIssued(tx, id, "credit_note");
    const amount = minorOf(input.amount, note.currency, "amount");
    await refundCreditNote(tx, note, amount, input.date ?? await todayFor(tx, note.company_id), input.reason);
    recordEvent(tx, { action: "credit.refunded", summary: `Refunded ${text(amount, note.currency)} of credit note ${note.number}`, subjectKind: "invoice", subjectId: id, companyId: note.company_id, details: { reason: input.reason } });
  });
}
