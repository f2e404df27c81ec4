import { randomUUID } from "node:crypto";
import { AmountError, Decimal, formatAmount, money, parseAmount } from "@counterfoil/money";
import { companyOf, takeNextNumber, todayOf } from "../companies/index.ts";
import { recordEvent } from "../events/index.ts";
import { common, Refusal } from "../platform/refusal.ts";
import type { VatCategory } from "../platform/fields.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { CreditInvoice, TotalsView } from "./contract.ts";
import { creditAmounts, type CreditAmounts } from "./credit-amounts.ts";
import { writeIssued, type TaxFacts } from "./issue.ts";
import { refuse, refuseIf, whyNotCredit } from "./policy.ts";
import { addToSums, creditedLines, creditedTaxes, findInvoice, insertDraft, listLines, listTaxes, lockInvoice, replaceLines, type InvoiceRow, type LineRow, type TaxRow } from "./queries.ts";
import { creditTerms, needsOf, refuseIncomplete, semanticOf } from "./semantic.ts";
import { sendLater } from "./send.ts";
import { allocateTo, creditSource, post } from "./settle.ts";
import { lineNumber, type InvoiceSnapshot } from "./snapshot.ts";
import { factsOf } from "./view.ts";

/**
 * Issues a credit note for all that is left of an invoice, or for quantities or amounts of its lines (C1 to C5). It uses
 * the invoice's own tax rows, never today's rates, first lowers what is open on the invoice, and the rest becomes the
 * customer's credit (C2). Number, snapshot and PDF as for an invoice.
 */
export function issueCreditNote(scope: Scope, invoiceId: string, input: CreditInvoice): Promise<InvoiceRow> {
  return scope.transaction(async (tx) => {
    const invoice = await lockInvoice(tx, invoiceId);
    if (!invoice) throw common.refuse("not_found");
    refuseIf(whyNotCredit(factsOf(invoice)), { number: invoice.number ?? "" });
    const asked = await amountsOf(tx, invoice, input.lines);
    const company = await companyOf(tx, invoice.company_id);
    const today = todayOf(company, scope.now());
    const issueDate = input.issueDate ?? today;
    if (issueDate > today) throw refuse("issue_date_in_future", { date: issueDate, today });
    if (issueDate < invoice.issue_date!) throw refuse("due_before_issue", { date: invoice.issue_date! });
    const taken = await takeNextNumber(tx, { companyId: company.id, kind: "credit_note", seriesId: null, issueDate, customerNumber: invoice.snapshot!.buyer!.number });
    const draft = await insertDraft(tx, { id: randomUUID(), kind: "credit_note", companyId: company.id, creditsInvoiceId: invoice.id, creditReason: input.reason, proposalId: null, at: scope.now() }, {
      customer_id: invoice.customer_id, series_id: null, currency: invoice.currency, locale: invoice.locale, issue_date: issueDate, due_date: null, terms_days: null, delivery_date: invoice.delivery_date,
      period_start: invoice.period_start, period_end: invoice.period_end, title: invoice.title, purchase_order: invoice.purchase_order, buyer_reference: invoice.buyer_reference, contract_reference: invoice.contract_reference,
      intro: null, note: input.reason, internal_note: null, einvoice_format: invoice.einvoice_format, prices: "net", tax_rounding: invoice.tax_rounding, template: invoice.template, paper: invoice.paper, changes: [],
      net_minor: asked.net, tax_minor: asked.tax, total_minor: asked.amounts.total,
    });
    await replaceLines(tx, draft.id, asked.lines);
    const snapshot = creditSnapshot(invoice, asked, { number: taken.number, issueDate, reason: input.reason });
    snapshot.einvoice = einvoiceOfCredit(invoice, snapshot);
    const note = await writeIssued(tx, draft, snapshot, taken, asked.taxes);
    await addToSums(tx, invoice.id, { creditNoted: note.total_minor });
    await post(tx, { company_id: company.id, customer_id: invoice.customer_id!, currency: invoice.currency, kind: "credit", amount_minor: note.total_minor, entry_date: issueDate, credit_note_id: note.id, reason: input.reason });
    const applied = invoice.open_minor < note.total_minor ? invoice.open_minor : note.total_minor;
    if (applied > 0n) await allocateTo(tx, creditSource(note), invoice, applied, issueDate, null);
    recordEvent(tx, { action: "invoice.credited", summary: `Issued credit note ${taken.number} for invoice ${invoice.number} over ${snapshot.totals.grossTotal} ${snapshot.currency}`, subjectKind: "invoice", subjectId: note.id, companyId: company.id, details: { number: taken.number, invoice: invoice.number, invoiceId: invoice.id, total: snapshot.totals.grossTotal, applied: formatAmount(money(applied, invoice.currency)) } });
    if (input.send) await sendLater(tx, note, input.send);
    return (await findInvoice(tx, note.id))!;
  });
}

export type AskedCredit = { amounts: CreditAmounts; lines: Omit<LineRow, "position">[]; taxes: TaxFacts[]; net: bigint; tax: bigint; totals: TotalsView; applied: bigint };

/** What a credit note would hold; for the preview, and for the note itself. Refuses credit_exceeds_line and nothing_to_credit. */
export async function amountsOf(tx: Tx, invoice: InvoiceRow, ask: CreditInvoice["lines"]): Promise<AskedCredit> {
  const { lines, taxes, before } = await creditFacts(tx, invoice);
  const wanted = ask === "all" ? ask : ask.map((one) => ({ lineId: one.lineId, quantity: one.quantity, net: one.amount === undefined ? undefined : minorOf(one.amount, invoice.currency) }));
  if (wanted !== "all" && new Set(wanted.map((one) => one.lineId)).size !== wanted.length) throw new Refusal("invalid_input", 400, common.explain("invalid_input"), [{ path: "lines", message: "Each line may stand here once." }]);
  if (wanted !== "all" && wanted.some((one) => !lines.some((line) => line.id === one.lineId))) throw common.refuse("not_found");
  const amounts = creditAmounts({ lines: lines.map((line) => ({ id: line.id, quantity: line.quantity, net: line.net_minor, tax: keyOf(line) })), taxes: taxes.map((row) => ({ key: keyOf(row), base: row.base_minor, tax: row.tax_minor })) }, before, wanted);
  if (!("total" in amounts)) {
    const line = lines.find((one) => one.id === amounts.lineId)!;
    throw refuse("credit_exceeds_line", { name: line.name, left: `${amounts.leftQuantity} (${formatAmount(money(amounts.leftNet, invoice.currency))} ${invoice.currency} net)` });
  }
  if (amounts.total <= 0n) throw refuse("nothing_to_credit", { number: invoice.number! });
  const taxFacts = amounts.taxes.map((part): TaxFacts => {
    const row = taxes.find((one) => keyOf(one) === part.key)!;
    return { category: row.vat_category as VatCategory, rate: lineNumber(row.vat_rate), base: part.base, tax: part.tax, lines: part.lines, reason: row.reason };
  });
  const sum = (pick: (row: TaxFacts) => bigint) => taxFacts.reduce((total, row) => total + pick(row), 0n);
  const text = (minor: bigint) => formatAmount(money(minor, invoice.currency));
  const change = (row: TaxFacts) => row.lines - row.base;
  const totals: TotalsView = {
    lineTotal: text(sum((row) => row.lines)), allowanceTotal: text(sum((row) => (change(row) > 0n ? change(row) : 0n))), chargeTotal: text(sum((row) => (change(row) < 0n ? -change(row) : 0n))),
    netTotal: text(sum((row) => row.base)), vatTotal: text(sum((row) => row.tax)), grossTotal: text(amounts.total),
    vat: taxFacts.map((row) => ({ category: row.category, rate: row.rate, base: text(row.base), tax: text(row.tax), reason: row.reason })),
  };
  return { amounts, lines: amounts.lines.map((part) => creditLine(lines.find((line) => line.id === part.lineId)!, part, invoice)), taxes: taxFacts, net: sum((row) => row.base), tax: sum((row) => row.tax), totals, applied: invoice.open_minor < amounts.total ? invoice.open_minor : amounts.total };
}

/** The lines and tax rows of an invoice, and what credit notes took of them. */
export async function creditFacts(tx: Tx, invoice: InvoiceRow) {
  const [lines, taxes, takenLines, takenTaxes] = [await listLines(tx, invoice.id), await listTaxes(tx, invoice.id), await creditedLines(tx, invoice.id), await creditedTaxes(tx, invoice.id)];
  const before = {
    lines: new Map(takenLines.map((row) => [row.line_id, { quantity: row.quantity, netByQuantity: row.net_by_quantity, net: row.net }])),
    taxes: new Map(takenTaxes.map((row) => [keyOf(row), { base: row.base, tax: row.tax }])),
  };
  return { lines, taxes, before };
}

const keyOf = (row: Pick<TaxRow, "vat_category" | "vat_rate">) => `${row.vat_category} ${lineNumber(row.vat_rate)}`;

function minorOf(amount: string, currency: string): bigint {
  try {
    return parseAmount(amount, currency).minor;
  } catch (error) {
    if (error instanceof AmountError) throw refuse("amount_not_possible", { problem: error.message });
    throw error;
  }
}

/** A line of the note: so many pieces at the invoice's price where that gives the amount, else one piece of the amount. */
function creditLine(line: LineRow, part: CreditAmounts["lines"][number], invoice: InvoiceRow): Omit<LineRow, "position"> {
  const exact = money(part.net, invoice.currency);
  const net = Decimal.parse(formatAmount(exact));
  const quantity = part.quantity === null || part.quantity === "0" ? null : part.quantity;
  const plain = quantity !== null && line.discount === null && invoice.prices === "net";
  const price = quantity === null ? net : plain ? Decimal.parse(line.unit_price) : Decimal.div(net, Decimal.parse(quantity), 6);
  return {
    id: randomUUID(), item_id: line.item_id, group_title: line.group_title, name: line.name, description: line.description, quantity: quantity ?? "1", unit: quantity === null ? "C62" : line.unit,
    unit_price: Decimal.shortText(price), discount: null, vat_category: line.vat_category, vat_rate: line.vat_rate, exemption_reason: line.exemption_reason, amount_minor: part.net, net_minor: part.net,
    proposal_line_id: null, credits_line_id: line.id, credits_quantity: quantity,
  };
}

/** A credit note goes out in the form of its invoice, to the same parties. */
function einvoiceOfCredit(invoice: InvoiceRow, snapshot: InvoiceSnapshot): InvoiceSnapshot["einvoice"] {
  const of = invoice.snapshot!.einvoice;
  if (!of) return null;
  const note = semanticOf(snapshot, of.invoice, creditTerms(snapshot.currency, snapshot.lines, snapshot.totals, snapshot.adjustments[0]?.label ?? "Discount"));
  const needs = needsOf(note, of.form);
  const promised = invoice.einvoice_format !== null && invoice.einvoice_format !== "auto" || of.form !== "facturx";
  refuseIncomplete({ format: promised ? of.form : "auto", form: of.form, needs });
  return needs.length > 0 ? null : { form: of.form, invoice: note };
}

function creditSnapshot(invoice: InvoiceRow, asked: AskedCredit, facts: { number: string; issueDate: string; reason: string }): InvoiceSnapshot {
  const of = invoice.snapshot!;
  const text = (minor: bigint) => formatAmount(money(minor, invoice.currency));
  const changes = asked.taxes.map((row) => row.base - row.lines).filter((minor) => minor !== 0n);
  return {
    ...of, form: 2, einvoice: null, kind: "credit_note", number: facts.number, issueDate: facts.issueDate, dueDate: null, prices: "net", intro: null, note: facts.reason, companyNote: null,
    lines: asked.lines.map((line) => ({
      id: line.id, group: line.group_title, name: line.name, description: null, code: of.lines.find((one) => one.id === line.credits_line_id)?.code ?? null, quantity: lineNumber(line.quantity), unit: line.unit,
      unitPrice: lineNumber(line.unit_price), discount: null, vatCategory: line.vat_category as VatCategory, vatRate: lineNumber(line.vat_rate), amount: text(line.amount_minor), net: text(line.net_minor),
    })),
    adjustments: changes.length === 0 ? [] : [{ label: of.adjustments[0]?.label ?? "Discount", amount: text(changes.reduce((sum, minor) => sum + minor, 0n)) }],
    totals: asked.totals, legal: [...new Set(asked.totals.vat.map((row) => row.reason).filter((reason): reason is string => reason !== null))],
    credits: { invoiceId: invoice.id, number: invoice.number!, issueDate: invoice.issue_date!, reason: facts.reason },
  };
}
