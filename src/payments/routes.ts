import { formatAmount, money } from "@counterfoil/money";
import { found } from "../companies/index.ts";
import { findInvoice, sumOpen } from "../invoices/index.ts";
import { customerOf } from "../parties/index.ts";
import { decodeCursor, IdParams, PageQuery, pageOf, route, toPage } from "../platform/http.ts";
import { common } from "../platform/refusal.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import { allocateCredit, recoverInvoice, refundCredit, unallocateCredit, writeOffInvoice } from "./close.ts";
import { Allocate, CustomerBalance, InvoicePayments, NewPayment, PaymentDetail, PaymentFilter, PaymentView, Recover, Refund, ReversePayment, Unallocate, WriteOff, type EntryView } from "./contract.ts";
import { paymentState } from "./policy.ts";
import { currentAllocations, customerCredit, findPayment, listEntries, listPayments, type ListedEntry, type PaymentRow } from "./queries.ts";
import { allocatePayment, recordPayment, refundPayment, reversePayment, unallocatePayment } from "./record.ts";

const tag = "Payments";

function viewPayment(row: PaymentRow, customerName: string, allocations: Awaited<ReturnType<typeof currentAllocations>>): PaymentView {
  const text = (minor: bigint) => formatAmount(money(minor, row.currency));
  return {
    id: row.id, companyId: row.company_id, customerId: row.customer_id, customerName, receivedOn: row.received_on, amount: text(row.amount_minor), currency: row.currency,
    allocated: text(row.allocated_minor), refunded: text(row.refunded_minor), unallocated: text(row.left_minor),
    state: paymentState({ amount: row.amount_minor, allocated: row.allocated_minor, refunded: row.refunded_minor, reversed: row.reversed_at !== null }),
    method: row.method, reference: row.reference, note: row.note, provider: row.provider, reversedAt: row.reversed_at?.toISOString() ?? null, createdAt: row.created_at.toISOString(),
    invoices: allocations.filter((one) => one.payment_id === row.id).map((one) => ({ invoiceId: one.invoice_id, number: one.number, amount: text(one.amount) })),
  };
}
const viewEntry = (row: ListedEntry): EntryView => ({
  id: row.id, kind: row.kind, date: row.entry_date, amount: formatAmount(money(row.amount_minor, row.currency)), currency: row.currency, paymentId: row.payment_id,
  creditNoteId: row.credit_note_id, creditNoteNumber: row.credit_note_number, invoiceId: row.invoice_id, invoiceNumber: row.invoice_number, undoes: row.undoes, undone: row.undone,
  reason: row.reason, writeOffKind: row.write_off_kind, by: row.actor_name ?? "", at: row.created_at.toISOString(),
});
const detail = async (tx: Tx, row: PaymentRow) => ({
  ...viewPayment(row, (await customerOf(tx, row.customer_id)).name, await currentAllocations(tx, [row.id])), entries: (await listEntries(tx, { paymentId: row.id })).map(viewEntry),
});
const shown = (scope: Scope, work: Promise<PaymentRow>) => work.then((row) => scope.transaction((tx) => detail(tx, row)));

async function invoicePayments(tx: Tx, id: string) {
  const invoice = found(await findInvoice(tx, id));
  const entries = await listEntries(tx, invoice.kind === "invoice" ? { invoiceId: id } : { creditNoteId: id });
  return { items: entries.map(viewEntry), open: formatAmount(money(invoice.issued_at ? invoice.open_minor : 0n, invoice.currency)), currency: invoice.currency };
}

export const routes = [
  route({
    method: "GET", url: "/api/payments", tag, summary: "Money in, newest first", permission: "payments.read", query: PageQuery.extend(PaymentFilter.shape), answer: pageOf(PaymentView),
    handler: ({ scope, query }) => scope.transaction(async (tx) => {
      const rows = await listPayments(tx, query, query.cursor ? dateCursor(query.cursor) : null, query.limit + 1);
      const allocations = await currentAllocations(tx, rows.map((row) => row.id));
      return toPage(rows, query.limit, (row) => viewPayment(row, row.customer_name, allocations), (row) => [row.sort_key, row.seq.toString()]);
    }),
  }),
  route({
    method: "POST", url: "/api/payments", tag, summary: "Records money that arrived and uses it on invoices", permission: "payments.write", body: NewPayment, answer: PaymentDetail, status: 201,
    handler: ({ scope, body }) => shown(scope, recordPayment(scope, body)),
  }),
  route({
    method: "GET", url: "/api/payments/:id", tag, summary: "One payment with its ledger", permission: "payments.read", params: IdParams, answer: PaymentDetail,
    handler: ({ scope, params }) => scope.transaction(async (tx) => detail(tx, found(await findPayment(tx, params.id)))),
  }),
  route({
    method: "POST", url: "/api/payments/:id/allocate", tag, summary: "Uses what is left on invoices", permission: "payments.write", params: IdParams, body: Allocate, answer: PaymentDetail,
    handler: ({ scope, params, body }) => shown(scope, allocatePayment(scope, params.id, body.allocations)),
  }),
  route({
    method: "POST", url: "/api/payments/:id/unallocate", tag, summary: "Takes one allocation back", permission: "payments.write", params: IdParams, body: Unallocate, answer: PaymentDetail,
    handler: ({ scope, params, body }) => shown(scope, unallocatePayment(scope, params.id, body.entryId, body.reason)),
  }),
  route({
    method: "POST", url: "/api/payments/:id/refund", tag, summary: "Gives unused money back", permission: "payments.write", params: IdParams, body: Refund, answer: PaymentDetail,
    handler: ({ scope, params, body }) => shown(scope, refundPayment(scope, params.id, body)),
  }),
  route({
    method: "POST", url: "/api/payments/:id/reverse", tag, summary: "Reverses a payment that did not hold", permission: "payments.write", params: IdParams, body: ReversePayment, answer: PaymentDetail,
    handler: ({ scope, params, body }) => shown(scope, reversePayment(scope, params.id, body)),
  }),
  route({
    method: "GET", url: "/api/invoices/:id/payments", tag, summary: "The ledger of an invoice or credit note", permission: "payments.read", params: IdParams, answer: InvoicePayments,
    handler: ({ scope, params }) => scope.transaction((tx) => invoicePayments(tx, params.id)),
  }),
  route({
    method: "POST", url: "/api/invoices/:id/write-off", tag, summary: "Closes an open amount without money", permission: "payments.write", params: IdParams, body: WriteOff, answer: InvoicePayments,
    handler: async ({ scope, params, body }) => { await writeOffInvoice(scope, params.id, body); return scope.transaction((tx) => invoicePayments(tx, params.id)); },
  }),
  route({
    method: "POST", url: "/api/invoices/:id/recover", tag, summary: "Opens a written-off amount again", permission: "payments.write", params: IdParams, body: Recover, answer: InvoicePayments,
    handler: async ({ scope, params, body }) => { await recoverInvoice(scope, params.id, body); return scope.transaction((tx) => invoicePayments(tx, params.id)); },
  }),
  route({
    method: "POST", url: "/api/credit-notes/:id/allocate", tag, summary: "Uses a credit note on invoices", permission: "payments.write", params: IdParams, body: Allocate, answer: InvoicePayments,
    handler: async ({ scope, params, body }) => { await allocateCredit(scope, params.id, body.allocations); return scope.transaction((tx) => invoicePayments(tx, params.id)); },
  }),
  route({
    method: "POST", url: "/api/credit-notes/:id/unallocate", tag, summary: "Takes a use of a credit note back", permission: "payments.write", params: IdParams, body: Unallocate, answer: InvoicePayments,
    handler: async ({ scope, params, body }) => { await unallocateCredit(scope, params.id, body.entryId, body.reason); return scope.transaction((tx) => invoicePayments(tx, params.id)); },
  }),
  route({
    method: "POST", url: "/api/credit-notes/:id/refund", tag, summary: "Pays out a credit note", permission: "payments.write", params: IdParams, body: Refund, answer: InvoicePayments,
    handler: async ({ scope, params, body }) => { await refundCredit(scope, params.id, body); return scope.transaction((tx) => invoicePayments(tx, params.id)); },
  }),
  route({
    method: "GET", url: "/api/customers/:id/balance", tag, summary: "What a customer owes and has to their credit, per currency", permission: "payments.read", params: IdParams, answer: CustomerBalance,
    handler: ({ scope, params }) => scope.transaction(async (tx) => {
      const customer = await customerOf(tx, params.id);
      const open = new Map((await sumOpen(tx, null, customer.id, scope.now())).map((row) => [row.currency, row]));
      const credit = new Map((await customerCredit(tx, customer.id)).map((row) => [row.currency, row.credit]));
      return {
        customerId: customer.id,
        balances: [...new Set([...open.keys(), ...credit.keys()])].sort().map((currency) => {
          const text = (minor: bigint) => formatAmount(money(minor, currency));
          const [owed, held] = [open.get(currency), credit.get(currency) ?? 0n];
          return { currency, open: text(owed?.open ?? 0n), overdue: text(owed?.overdue ?? 0n), credit: text(held), balance: text((owed?.open ?? 0n) - held), openInvoices: owed?.count ?? 0 };
        }),
      };
    }),
  }),
];

/** A cursor of the list: the day money came and the row's sequence. */
function dateCursor(cursor: string): [string, bigint] {
  const [date, seq] = decodeCursor(cursor, 2) as [string, string];
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{1,18}$/.test(seq)) throw common.refuse("invalid_cursor");
  return [date, BigInt(seq)];
}
