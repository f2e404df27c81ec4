import { randomUUID } from "node:crypto";
import { formatAmount, money } from "@counterfoil/money";
import { common } from "../platform/refusal.ts";
import type { Tx } from "../workspaces/index.ts";
import { refuse } from "./policy.ts";
import { addToSums, insertEntry, lockInvoice, lockInvoices, type InvoiceRow, type LedgerEntryRow } from "./queries.ts";

type Post = Pick<LedgerEntryRow, "company_id" | "customer_id" | "currency" | "kind" | "amount_minor" | "entry_date">
  & Partial<Pick<LedgerEntryRow, "payment_id" | "credit_note_id" | "invoice_id" | "undoes" | "write_off_kind" | "tax_treatment" | "reason">>;

/** Appends one entry to the ledger (A1). Nothing there is ever changed; undoing is another entry that names this one. */
export const post = (tx: Tx, entry: Post): Promise<LedgerEntryRow> => insertEntry(tx, {
  payment_id: null, credit_note_id: null, invoice_id: null, undoes: null, write_off_kind: null, tax_treatment: null, reason: null, ...entry, id: randomUUID(),
});

/** Money, or a credit note, of which something is left to use. The caller holds its row. */
export type Source = { kind: "payment" | "credit_note"; id: string; companyId: string; customerId: string; currency: string; left: bigint };

/**
 * Uses a source on an invoice: entry and sums, both rows locked by the caller. Refuses amounts above what is open or left
 * (A2), and another customer's, company's or currency's invoice (A5). A payment's own sums are its noun's to move.
 */
export async function allocateTo(tx: Tx, source: Source, invoice: InvoiceRow, amountMinor: bigint, date: string, reason: string | null): Promise<LedgerEntryRow> {
  refuseMismatch(source, invoice);
  if (amountMinor > source.left) throw refuse("amount_exceeds_left", { left: text(source.left, source.currency) });
  if (amountMinor > invoice.open_minor) throw refuse("amount_exceeds_open", { number: invoice.number!, open: text(invoice.open_minor, invoice.currency) });
  const entry = await post(tx, { ...sourceColumns(source), kind: "allocate", amount_minor: amountMinor, entry_date: date, invoice_id: invoice.id, reason });
  await addToSums(tx, invoice.id, source.kind === "payment" ? { paid: amountMinor } : { credited: amountMinor });
  if (source.kind === "credit_note") await addToSums(tx, source.id, { paid: amountMinor });
  return entry;
}

/** Takes an allocation back; the invoice is open again by that much. The unique key on `undoes` lets it happen once. */
export async function unallocate(tx: Tx, entry: LedgerEntryRow, date: string, reason: string): Promise<LedgerEntryRow> {
  const undone = await post(tx, { ...columnsOf(entry), kind: "unallocate", amount_minor: entry.amount_minor, entry_date: date, invoice_id: entry.invoice_id, undoes: entry.id, reason });
  await addToSums(tx, entry.invoice_id!, entry.payment_id ? { paid: -entry.amount_minor } : { credited: -entry.amount_minor });
  if (entry.credit_note_id) await addToSums(tx, entry.credit_note_id, { paid: -entry.amount_minor });
  return undone;
}

/** Gives back what is left of a credit note in money. */
export async function refundCreditNote(tx: Tx, note: InvoiceRow, amountMinor: bigint, date: string, reason: string): Promise<LedgerEntryRow> {
  if (amountMinor > note.open_minor) throw refuse("amount_exceeds_left", { left: text(note.open_minor, note.currency) });
  const entry = await post(tx, { ...sourceColumns(creditSource(note)), kind: "refund", amount_minor: amountMinor, entry_date: date, reason });
  await addToSums(tx, note.id, { paid: amountMinor });
  return entry;
}

/** Closes an open amount without money (A9), or opens it again when it comes in after all. */
export async function writeOff(tx: Tx, invoice: InvoiceRow, amountMinor: bigint, facts: { date: string; kind: string; taxTreatment: string; reason: string }): Promise<LedgerEntryRow> {
  if (amountMinor > invoice.open_minor) throw refuse("amount_exceeds_open", { number: invoice.number!, open: text(invoice.open_minor, invoice.currency) });
  const entry = await post(tx, { ...invoiceColumns(invoice), kind: "write_off", amount_minor: amountMinor, entry_date: facts.date, write_off_kind: facts.kind, tax_treatment: facts.taxTreatment, reason: facts.reason });
  await addToSums(tx, invoice.id, { writtenOff: amountMinor });
  return entry;
}
export async function recover(tx: Tx, invoice: InvoiceRow, amountMinor: bigint, date: string, reason: string): Promise<LedgerEntryRow> {
  if (amountMinor > invoice.written_off_minor) throw refuse("amount_exceeds_left", { left: text(invoice.written_off_minor, invoice.currency) });
  const entry = await post(tx, { ...invoiceColumns(invoice), kind: "recover", amount_minor: amountMinor, entry_date: date, reason });
  await addToSums(tx, invoice.id, { writtenOff: -amountMinor });
  return entry;
}

/** An issued, valid invoice or credit note, locked; refuses not_found and what the policy says. */
export async function lockIssued(tx: Tx, id: string, kind: InvoiceRow["kind"]): Promise<InvoiceRow> {
  const row = await lockInvoice(tx, id);
  if (!row || row.kind !== kind) throw common.refuse("not_found");
  if (!row.issued_at) throw refuse("invoice_not_issued");
  if (row.voided_at) throw refuse("invoice_void", { number: row.number! });
  return row;
}

/** Several issued invoices, locked in the one order all payments use, so that two of them never wait for each other. */
export async function lockIssuedInvoices(tx: Tx, ids: readonly string[]): Promise<Map<string, InvoiceRow>> {
  const rows = new Map((await lockInvoices(tx, [...new Set(ids)])).map((row) => [row.id, row]));
  for (const id of ids) {
    const row = rows.get(id);
    if (!row || row.kind !== "invoice") throw common.refuse("not_found");
    if (!row.issued_at) throw refuse("invoice_not_issued");
    if (row.voided_at) throw refuse("invoice_void", { number: row.number! });
  }
  return rows;
}

export const creditSource = (note: InvoiceRow): Source => ({ kind: "credit_note", id: note.id, companyId: note.company_id, customerId: note.customer_id!, currency: note.currency, left: note.open_minor });

function refuseMismatch(source: Source, invoice: InvoiceRow): void {
  if (invoice.company_id !== source.companyId || invoice.customer_id !== source.customerId) throw refuse("customer_differs", { number: invoice.number! });
  if (invoice.currency !== source.currency) throw refuse("currency_differs", { number: invoice.number!, currency: invoice.currency });
}

const text = (minor: bigint, currency: string) => `${formatAmount(money(minor, currency))} ${currency}`;
const sourceColumns = (source: Source) => ({
  company_id: source.companyId, customer_id: source.customerId, currency: source.currency, payment_id: source.kind === "payment" ? source.id : null, credit_note_id: source.kind === "credit_note" ? source.id : null,
});
const columnsOf = (entry: LedgerEntryRow) => ({ company_id: entry.company_id, customer_id: entry.customer_id, currency: entry.currency, payment_id: entry.payment_id, credit_note_id: entry.credit_note_id });
const invoiceColumns = (invoice: InvoiceRow) => ({ company_id: invoice.company_id, customer_id: invoice.customer_id!, currency: invoice.currency, invoice_id: invoice.id });
