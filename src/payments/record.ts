import { randomUUID } from "node:crypto";
import { AmountError, formatAmount, money, parseAmount } from "@counterfoil/money";
import { companyOf, openCompany, todayOf } from "../companies/index.ts";
import { recordEvent } from "../events/index.ts";
import { allocateTo, lockIssuedInvoices, lockOpenInvoices, post, unallocate, type InvoiceRow, type Source } from "../invoices/index.ts";
import { customerOf } from "../parties/index.ts";
import { common, Refusal } from "../platform/refusal.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { NewPayment } from "./contract.ts";
import { refuse, spend } from "./policy.ts";
import { addToPayment, findByProvider, findEntry, findPayment, insertPayment, lockPayment, setReversed, standingAllocations, type PaymentRow } from "./queries.ts";

type Allocations = "oldest_due" | "none" | readonly { invoiceId: string; amount: string }[];

/**
 * Records money that arrived (A1) and uses it: on the invoices named, or on the oldest due first; the rest is the
 * customer's credit. With `provider` the same payment of a provider is recorded once, however often it is told (A6).
 */
export function recordPayment(scope: Scope, input: NewPayment, provider?: { name: string; paymentId: string }): Promise<PaymentRow> {
  return scope.transaction(async (tx) => {
    const company = await openCompany(tx, input.companyId);
    const customer = await customerOf(tx, input.customerId);
    if (customer.company_id !== company.id) throw common.refuse("not_found");
    if (input.receivedOn > todayOf(company, scope.now())) throw refuse("received_in_future", { date: input.receivedOn });
    const amountMinor = minorOf(input.amount, input.currency, "amount");
    const payment = await insertPayment(tx, {
      id: randomUUID(), companyId: company.id, customerId: customer.id, receivedOn: input.receivedOn, currency: input.currency, amountMinor, method: input.method,
      reference: input.reference || null, note: input.note || null, provider: provider?.name ?? null, providerPaymentId: provider?.paymentId ?? null, at: scope.now(),
    });
    if (!payment) return (await findByProvider(tx, provider!.name, provider!.paymentId))!;
    await post(tx, { company_id: company.id, customer_id: customer.id, currency: input.currency, kind: "receive", amount_minor: amountMinor, entry_date: input.receivedOn, payment_id: payment.id });
    await use(tx, sourceOf(payment), input.allocations, input.receivedOn);
    recordEvent(tx, { action: "payment.recorded", summary: `Recorded ${text(amountMinor, input.currency)} from ${customer.name}`, subjectKind: "payment", subjectId: payment.id, companyId: company.id, details: { amount: input.amount, currency: input.currency, receivedOn: input.receivedOn, ...(provider ? { provider: provider.name } : {}) } });
    return (await findPayment(tx, payment.id))!;
  });
}

/** Uses what is left of a payment on invoices. */
export function allocatePayment(scope: Scope, id: string, allocations: Allocations): Promise<PaymentRow> {
  return scope.transaction(async (tx) => {
    const payment = await lockStanding(tx, id);
    if (payment.left_minor === 0n) throw refuse("nothing_left");
    const used = await use(tx, sourceOf(payment), allocations, await todayFor(tx, payment.company_id));
    recordEvent(tx, { action: "payment.allocated", summary: `Used ${text(used, payment.currency)} of a payment on invoices`, subjectKind: "payment", subjectId: id, companyId: payment.company_id });
    return (await findPayment(tx, id))!;
  });
}

/** Takes one allocation of a payment back; the invoice is open again, the money is the customer's credit. */
export function unallocatePayment(scope: Scope, id: string, entryId: string, reason: string): Promise<PaymentRow> {
  return scope.transaction(async (tx) => {
    const payment = await lockStanding(tx, id);
    const entry = await findEntry(tx, entryId);
    if (!entry || entry.payment_id !== id) throw common.refuse("not_found");
    if (entry.kind !== "allocate") throw refuse("entry_not_allocation");
    if (entry.undone) throw refuse("entry_undone");
    await lockIssuedInvoices(tx, [entry.invoice_id!]);
    await unallocate(tx, entry, await todayFor(tx, payment.company_id), reason);
    recordEvent(tx, { action: "payment.unallocated", summary: `Took ${text(entry.amount_minor, payment.currency)} of a payment back from an invoice`, subjectKind: "payment", subjectId: id, companyId: payment.company_id, details: { invoiceId: entry.invoice_id, reason } });
    return addToPayment(tx, id, { allocated: -entry.amount_minor });
  });
}

/** Gives money back that is not used on invoices. More than that is refused (A7). */
export function refundPayment(scope: Scope, id: string, input: { amount: string; date?: string | undefined; reason: string }): Promise<PaymentRow> {
  return scope.transaction(async (tx) => {
    const payment = await lockStanding(tx, id);
    const amountMinor = minorOf(input.amount, payment.currency, "amount");
    if (amountMinor > payment.left_minor) throw refuse("refund_exceeds_left", { left: text(payment.left_minor, payment.currency) });
    await post(tx, { company_id: payment.company_id, customer_id: payment.customer_id, currency: payment.currency, kind: "refund", amount_minor: amountMinor, entry_date: input.date ?? await todayFor(tx, payment.company_id), payment_id: id, reason: input.reason });
    recordEvent(tx, { action: "payment.refunded", summary: `Refunded ${text(amountMinor, payment.currency)}`, subjectKind: "payment", subjectId: id, companyId: payment.company_id, details: { reason: input.reason } });
    return addToPayment(tx, id, { refunded: amountMinor });
  });
}

/** The money never was, or went back at the bank (A7): every allocation is taken back and the payment counts no more. Its history stays. */
export function reversePayment(scope: Scope, id: string, input: { reason: string; date?: string | undefined }): Promise<PaymentRow> {
  return scope.transaction(async (tx) => {
    const payment = await lockStanding(tx, id);
    const left = payment.amount_minor - payment.refunded_minor;
    if (left === 0n) throw refuse("nothing_to_reverse");
    const date = input.date ?? await todayFor(tx, payment.company_id);
    const standing = await standingAllocations(tx, id);
    await lockIssuedInvoices(tx, standing.map((entry) => entry.invoice_id!));
    for (const entry of standing) await unallocate(tx, entry, date, input.reason);
    await addToPayment(tx, id, { allocated: -payment.allocated_minor });
    await post(tx, { company_id: payment.company_id, customer_id: payment.customer_id, currency: payment.currency, kind: "reverse", amount_minor: left, entry_date: date, payment_id: id, reason: input.reason });
    recordEvent(tx, { action: "payment.reversed", summary: `Reversed a payment of ${text(payment.amount_minor, payment.currency)}`, subjectKind: "payment", subjectId: id, companyId: payment.company_id, details: { reason: input.reason, invoices: standing.length } });
    return setReversed(tx, id, scope.now());
  });
}

/** Uses a source on invoices and answers how much was used. Invoices are locked in one order everywhere, so that two payments cannot wait for each other. */
export async function use(tx: Tx, source: Source, allocations: Allocations, date: string): Promise<bigint> {
  if (allocations === "none") return 0n;
  let parts: { invoice: InvoiceRow; amount: bigint }[];
  if (allocations === "oldest_due") {
    const open = await lockOpenInvoices(tx, source.companyId, source.customerId, source.currency);
    parts = spend(source.left, open.map((invoice) => ({ id: invoice.id, open: invoice.open_minor }))).map(({ id, amount }) => ({ invoice: open.find((one) => one.id === id)!, amount }));
  } else {
    const invoices = await lockIssuedInvoices(tx, allocations.map((one) => one.invoiceId));
    const wanted = new Map<string, bigint>();
    for (const [index, one] of allocations.entries()) wanted.set(one.invoiceId, (wanted.get(one.invoiceId) ?? 0n) + minorOf(one.amount, source.currency, `allocations.${index}.amount`));
    parts = [...wanted].map(([id, amount]) => ({ invoice: invoices.get(id)!, amount }));
    const sum = parts.reduce((total, part) => total + part.amount, 0n);
    if (sum > source.left) throw refuse("allocations_exceed_payment", { sum: text(sum, source.currency), amount: text(source.left, source.currency) });
  }
  let left = source.left;
  for (const { invoice, amount } of parts) {
    await allocateTo(tx, { ...source, left }, invoice, amount, date, null);
    left -= amount;
  }
  const used = source.left - left;
  if (source.kind === "payment" && used > 0n) await addToPayment(tx, source.id, { allocated: used });
  return used;
}

const sourceOf = (payment: PaymentRow): Source => ({ kind: "payment", id: payment.id, companyId: payment.company_id, customerId: payment.customer_id, currency: payment.currency, left: payment.left_minor });

async function lockStanding(tx: Tx, id: string): Promise<PaymentRow> {
  const payment = await lockPayment(tx, id);
  if (!payment) throw common.refuse("not_found");
  if (payment.reversed_at) throw refuse("payment_reversed", { date: payment.reversed_at.toISOString().slice(0, 10) });
  return payment;
}

export const todayFor = async (tx: Tx, companyId: string): Promise<string> => todayOf(await companyOf(tx, companyId), tx.scope.now());
export const text = (minor: bigint, currency: string): string => `${formatAmount(money(minor, currency))} ${currency}`;

/** Minor units of what was typed; more decimals than the currency has are told beside the field. */
export function minorOf(amount: string, currency: string, path: string): bigint {
  try {
    return parseAmount(amount, currency).minor;
  } catch (error) {
    if (error instanceof AmountError) throw new Refusal("invalid_input", 400, common.explain("invalid_input"), [{ path, message: error.message }]);
    throw error;
  }
}
