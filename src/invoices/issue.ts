import { formatAmount, money } from "@counterfoil/money";
import { semanticAmounts, type Totals } from "@counterfoil/einvoice";
import { companyOf, openCompany, takeNextNumber, todayOf, unlessTaken, type CompanyRow } from "../companies/index.ts";
import { recordEvent } from "../events/index.ts";
import { customerOf, openCustomer, type PartyRow } from "../parties/index.ts";
import { common, Refusal } from "../platform/refusal.ts";
import type { VatCategory } from "../platform/fields.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { IssueInvoice } from "./contract.ts";
import { lockDraft } from "./draft.ts";
import { dueDateOf, reasonFor, totalsOfDraft, totalsInput, viewTotals, whyNotIssue, type Blocker } from "./policy.ts";
import { codesOf, freeze, insertTax, listLines, type InvoiceRow, type LineRow } from "./queries.ts";
import { paperOf, refuseUnprintable } from "./print.ts";
import { formOf, frozen, partiesOf, refuseIncomplete, semanticOf, type Einvoice } from "./semantic.ts";
import { sendLater } from "./send.ts";
import { buyerSnapshot, hashOfSnapshot, lineNumber, sellerSnapshot, type InvoiceSnapshot } from "./snapshot.ts";

/**
 * Issues a draft (N2), in one transaction: lock the draft, ask the policy, lock the series and take the next number,
 * freeze parties, lines and totals with their hash, order the PDF. A failure at any step leaves draft and counter as they
 * were. The issue date is a civil date in the company's zone; without one it is today there.
 */
export function issueInvoice(scope: Scope, id: string, input: IssueInvoice): Promise<InvoiceRow> {
  return scope.transaction(async (tx) => {
    const draft = await lockDraft(tx, id);
    if (input.version !== undefined && input.version !== draft.version) throw common.refuse("changed_elsewhere");
    const company = await openCompany(tx, draft.company_id);
    const lines = await listLines(tx, id);
    const customer = draft.customer_id ? await openCustomer(tx, company.id, draft.customer_id) : null;
    const [reason] = blockersOf(draft, lines, customer, company, scope.now(), input.issueDate ?? null);
    if (reason) throw new Refusal(reason.code, 409, reason.message);
    const issueDate = input.issueDate ?? draft.issue_date ?? todayOf(company, scope.now());
    const taken = await takeNextNumber(tx, { companyId: company.id, kind: "invoice", seriesId: draft.series_id, issueDate, customerNumber: customer!.number });
    const { snapshot, totals, einvoice } = await snapshotOfDraft(tx, draft, lines, company, customer!, { number: taken.number, issueDate });
    refuseIncomplete(einvoice);
    const invoice = await writeIssued(tx, draft, snapshot, taken, rowsOfTax(totals, lines));
    recordEvent(tx, { action: "invoice.issued", summary: `Issued invoice ${taken.number} to ${snapshot.buyer!.name} over ${snapshot.totals.grossTotal} ${snapshot.currency}`, subjectKind: "invoice", subjectId: id, companyId: company.id, details: { number: taken.number, total: snapshot.totals.grossTotal, currency: snapshot.currency, snapshotSha256: invoice.snapshot_hash!.toString("hex") } });
    if (input.send) await sendLater(tx, invoice, input.send);
    return invoice;
  });
}

/** Writes number and snapshot, and the tax rows; orders the PDF. For invoices and credit notes alike. */
export async function writeIssued(tx: Tx, draft: InvoiceRow, snapshot: InvoiceSnapshot, taken: { number: string; seriesId: string; period: string; counter: bigint }, taxes: TaxFacts[]): Promise<InvoiceRow> {
  refuseUnprintable(paperOf(snapshot, null));
  for (const [index, tax] of taxes.entries())
    await insertTax(tx, draft.id, { position: index + 1, vat_category: tax.category, vat_rate: tax.rate, base_minor: tax.base, tax_minor: tax.tax, lines_minor: tax.lines, reason: tax.reason });
  const invoice = await unlessTaken(taken.number, freeze(tx, draft.id, {
    number: taken.number, seriesId: taken.seriesId, period: taken.period, counter: taken.counter, issueDate: snapshot.issueDate, dueDate: snapshot.dueDate, snapshot, hash: hashOfSnapshot(snapshot),
    at: tx.scope.now(), by: tx.scope.actor.name,
  }));
  await tx.enqueue("invoices.render", { invoiceId: draft.id });
  return invoice;
}

export type TaxFacts = { category: VatCategory; rate: string; base: bigint; tax: bigint; lines: bigint; reason: string | null };

function rowsOfTax(totals: Totals, lines: readonly LineRow[]): TaxFacts[] {
  return totals.vatBreakdown.map((row) => ({
    category: row.category, rate: row.rate, base: row.base.minor, tax: row.tax.minor,
    lines: lines.filter((line) => line.vat_category === row.category && lineNumber(line.vat_rate) === lineNumber(row.rate)).reduce((sum, line) => sum + line.net_minor, 0n),
    reason: reasonOf(lines)(row.category, row.rate),
  }));
}

/** The legal reason printed for a tax row: what its lines say, else the category's usual words. */
export const reasonOf = (lines: readonly Pick<LineRow, "vat_category" | "vat_rate" | "exemption_reason">[]) => (category: VatCategory, rate: string): string | null =>
  reasonFor(category, lines.find((line) => line.exemption_reason && line.vat_category === category && lineNumber(line.vat_rate) === lineNumber(rate))?.exemption_reason);

/** Everything that keeps this draft from being issued on a date; empty when nothing does. */
export function blockersOf(draft: InvoiceRow, lines: readonly LineRow[], customer: PartyRow | null, company: CompanyRow, now: Date, issueDate: string | null): Blocker[] {
  return whyNotIssue({
    issued: draft.issued_at ? { number: draft.number!, date: draft.issue_date! } : null,
    customer: customer && { vatId: customer.vat_id },
    lines: lines.map((line) => ({ vatCategory: line.vat_category as VatCategory, vatRate: line.vat_rate })),
    total: money(draft.total_minor, draft.currency), issueDate: issueDate ?? draft.issue_date, dueDate: draft.due_date, today: todayOf(company, now),
  });
}

/** What a draft would say if it were issued now: for its preview, with number null and perhaps no customer yet. */
export async function previewSnapshot(tx: Tx, draft: InvoiceRow): Promise<InvoiceSnapshot> {
  const company = await companyOf(tx, draft.company_id);
  const customer = draft.customer_id ? await customerOf(tx, draft.customer_id) : null;
  return (await asDraft(tx, draft, await listLines(tx, draft.id), company, customer)).snapshot;
}

/** What e-invoice a draft would be, and what it still lacks for it. */
export const einvoiceOfDraft = async (tx: Tx, draft: InvoiceRow, lines: LineRow[], company: CompanyRow, customer: PartyRow | null): Promise<Einvoice> => (await asDraft(tx, draft, lines, company, customer)).einvoice;

const asDraft = (tx: Tx, draft: InvoiceRow, lines: LineRow[], company: CompanyRow, customer: PartyRow | null) =>
  snapshotOfDraft(tx, draft, lines, company, customer, { number: null, issueDate: draft.issue_date ?? todayOf(company, tx.scope.now()) });

async function snapshotOfDraft(tx: Tx, draft: InvoiceRow, lines: LineRow[], company: CompanyRow, customer: PartyRow | null, facts: { number: string | null; issueDate: string }): Promise<{ snapshot: InvoiceSnapshot; totals: Totals; einvoice: Einvoice }> {
  const amounts = lines.map((line) => ({ quantity: line.quantity, unitPrice: line.unit_price, discount: line.discount, vatCategory: line.vat_category as VatCategory, vatRate: line.vat_rate }));
  const written = { currency: draft.currency, prices: draft.prices, taxRounding: draft.tax_rounding, lines: amounts, changes: draft.changes };
  const totals = totalsOfDraft(written);
  // The draft was saved by the same arithmetic; a difference would be our bug and must never reach a customer.
  if (totals.grossTotal.minor !== draft.total_minor) throw new Error(`totals of draft ${draft.id} moved from ${draft.total_minor} to ${totals.grossTotal.minor}`);
  const locale = draft.locale ?? customer?.locale ?? company.locale;
  const codes = new Map((await codesOf(tx, draft.id)).map((row) => [row.line_id, row.code]));
  const view = viewTotals(totals, reasonOf(lines));
  const labels = (kind: "allowance" | "charge", index: number) => draft.changes.filter((one) => one.kind === kind)[index]?.reason ?? (kind === "allowance" ? "Discount" : "Charge");
  const sums = new Map<string, bigint>();
  for (const part of totals.allowances) sums.set(`allowance ${part.index}`, (sums.get(`allowance ${part.index}`) ?? 0n) - part.amount.minor);
  for (const part of totals.charges) sums.set(`charge ${part.index}`, (sums.get(`charge ${part.index}`) ?? 0n) + part.amount.minor);
  const snapshot: InvoiceSnapshot = {
    form: 2, kind: "invoice", number: facts.number, issueDate: facts.issueDate,
    dueDate: dueDateOf(facts.issueDate, draft.due_date, draft.terms_days ?? customer?.terms_days ?? company.terms_days),
    deliveryDate: draft.delivery_date, periodStart: draft.period_start, periodEnd: draft.period_end, title: draft.title, purchaseOrder: draft.purchase_order,
    buyerReference: draft.buyer_reference ?? customer?.buyer_reference ?? null, contractReference: draft.contract_reference,
    currency: draft.currency, locale, prices: draft.prices, taxRounding: draft.tax_rounding, template: draft.template ?? company.template, paper: draft.paper ?? company.paper,
    seller: sellerSnapshot(company), buyer: customer && buyerSnapshot(customer, company, locale),
    lines: lines.map((line) => ({
      id: line.id, group: line.group_title, name: line.name, description: line.description, code: codes.get(line.id) ?? null, quantity: lineNumber(line.quantity), unit: line.unit,
      unitPrice: lineNumber(line.unit_price), discount: line.discount, vatCategory: line.vat_category as VatCategory, vatRate: lineNumber(line.vat_rate),
      amount: formatAmount(money(line.amount_minor, draft.currency)), net: formatAmount(money(line.net_minor, draft.currency)),
    })),
    adjustments: [...sums].map(([key, minor]) => {
      const [kind, index] = key.split(" ") as ["allowance" | "charge", string];
      return { label: labels(kind, Number(index)), amount: formatAmount(money(minor, draft.currency)) };
    }),
    totals: view, intro: draft.intro, note: draft.note, companyNote: company.invoice_note,
    legal: [...new Set(view.vat.map((row) => row.reason).filter((reason): reason is string => reason !== null))],
    credits: null,
  };
  const format = draft.einvoice_format ?? customer?.einvoice_format ?? "auto";
  const invoice = customer && lines.length > 0 ? semanticOf(snapshot, partiesOf(company, customer, draft.currency), semanticAmounts(totalsInput(written), totals)) : null;
  const einvoice: Einvoice = { format, invoice, ...formOf(format, invoice) };
  return { snapshot: { ...snapshot, einvoice: frozen(einvoice) }, totals, einvoice };
}

