import { addDays, daysBetween, type CivilDate } from "@counterfoil/calendar";
import { totalsOf, vatCategoryRule, type Totals, type TotalsInput } from "@counterfoil/einvoice";
import { AmountError, formatAmount, Money } from "@counterfoil/money";
import { whyNotRate } from "../items/policy.ts";
import { common, declareRefusals, Refusal } from "../platform/refusal.ts";
import type { VatCategory } from "../platform/fields.ts";
import type { TotalsView } from "./contract.ts";

export const { refuse, refuseIf, explain } = declareRefusals({
  invoice_already_issued: [409, "{number} was issued on {date} and cannot change. Issue a credit note instead."],
  invoice_not_issued: [409, "This is still a draft. Issue it first."],
  invoice_without_customer: [409, "An invoice needs a customer. Choose one, then issue."],
  invoice_without_lines: [409, "An invoice needs at least one line. Add one, then issue."],
  invoice_total_negative: [409, "The total is below zero. An invoice cannot be negative: issue a credit note for the earlier invoice instead."],
  invoice_rate_wrong: [409, "Line {line}: {problem}"],
  customer_vat_id_missing: [409, "{category} needs the customer's VAT id. Add it to the customer, then issue."],
  issue_date_in_future: [409, "The issue date {date} has not come yet. Choose today, {today}, or an earlier day."],
  due_before_issue: [409, "The due date is before the issue date. Choose {date} or later."],
  draft_is_credit_note: [409, "Credit notes are issued at once and have no draft."],
  line_from_proposal: [409, "“{name}” comes from the accepted proposal: its quantity, price and tax stay as accepted. Remove the line, or invoice another quantity from the proposal."],
  invoice_void: [409, "{number} is void."],
  invoice_settled: [409, "{number} is paid, credited or written off in part, so it cannot be void. Issue a credit note instead."],
  invoice_handed_over: [409, "{number} was sent to the customer, so it cannot be void. Issue a credit note instead."],
  credit_note_used: [409, "{number} was used on an invoice, or refunded, so it cannot be void."],
  credit_note_cannot_be_credited: [409, "A credit note cannot be credited. Issue a new invoice instead."],
  nothing_to_credit: [409, "Nothing of {number} is left to credit."],
  credit_exceeds_line: [409, "“{name}” has only {left} left to credit."],
  amount_exceeds_open: [409, "{number} has only {open} open."],
  amount_exceeds_left: [409, "Only {left} is left to use."],
  currency_differs: [409, "{number} is in {currency}. Money of another currency cannot settle it."],
  customer_differs: [409, "{number} is another customer's or another company's."],
  amount_not_possible: [400, "{problem}"],
  einvoice_incomplete: [409, "This cannot be issued as {form} yet: {need}"],
  einvoice_absent: [409, "{number} carries no e-invoice data: it was issued as a PDF alone."],
  document_not_printable: [409, "This cannot be printed: {problem}"],
});

/** What a draft's totals depend on, in the words of the wire. */
export type DraftAmounts = {
  currency: string;
  prices: "net" | "inclusive";
  taxRounding: "document" | "line";
  lines: readonly { quantity: string; unitPrice: string; discount: { amount: string } | { percent: string } | null; vatCategory: VatCategory; vatRate: string }[];
  changes?: readonly { kind: "allowance" | "charge"; change: { amount: string } | { percent: string }; reason: string | null }[];
};

/** A draft as the one place of totals reads it. */
export const totalsInput = (draft: DraftAmounts): TotalsInput => ({
  currency: draft.currency, prices: draft.prices, taxRounding: draft.taxRounding,
  lines: draft.lines.map((line) => ({ quantity: line.quantity, unitPrice: line.unitPrice, ...(line.discount ? { discount: line.discount } : {}), vat: { category: line.vatCategory, rate: line.vatRate } })),
  allowances: changesOf(draft, "allowance"), charges: changesOf(draft, "charge"),
});
const changesOf = (draft: DraftAmounts, kind: "allowance" | "charge") =>
  (draft.changes ?? []).filter((one) => one.kind === kind).map((one) => ({ ...one.change, ...(one.reason ? { reason: one.reason } : {}) }));

/** Totals of a draft. What cannot be added up (an amount finer than the currency, a rate its category forbids) is refused with the reason. */
export function totalsOfDraft(draft: DraftAmounts): Totals {
  try {
    return totalsOf(totalsInput(draft));
  } catch (error) {
    if (error instanceof AmountError) throw new Refusal("invalid_input", 400, common.explain("invalid_input"), [{ path: "lines", message: error.message }]);
    throw error;
  }
}

/** The legal reason of a tax row: what the line says, else the category's usual words. */
export const reasonFor = (category: VatCategory, own: string | null | undefined): string | null => own || (vatCategoryRule(category).exemption?.reason ?? null);

export function viewTotals(totals: Totals, reasons: (category: VatCategory, rate: string) => string | null): TotalsView {
  const text = formatAmount;
  return {
    lineTotal: text(totals.lineTotal), allowanceTotal: text(totals.allowanceTotal), chargeTotal: text(totals.chargeTotal),
    netTotal: text(totals.netTotal), vatTotal: text(totals.vatTotal), grossTotal: text(totals.grossTotal),
    vat: totals.vatBreakdown.map((row) => ({ category: row.category, rate: row.rate, base: text(row.base), tax: text(row.tax), reason: reasons(row.category, row.rate) })),
  };
}

export type DraftFacts = {
  issued: { number: string; date: string } | null;
  customer: { vatId: string | null } | null;
  lines: readonly { vatCategory: VatCategory; vatRate: string }[];
  total: Money;
  issueDate: CivilDate | null;
  dueDate: CivilDate | null;
  today: CivilDate;
};
export type Blocker = { code: string; message: string };

/** Everything that keeps a draft from being issued, most important first; empty when it may be. The server asks before acting, the screen before offering. */
export function whyNotIssue(draft: DraftFacts): Blocker[] {
  if (draft.issued) return [blocker("invoice_already_issued", draft.issued)];
  const found: Blocker[] = [];
  if (!draft.customer) found.push(blocker("invoice_without_customer"));
  if (draft.lines.length === 0) found.push(blocker("invoice_without_lines")); // BR-16
  draft.lines.forEach((line, index) => {
    const problem = whyNotRate(line.vatCategory, line.vatRate);
    if (problem) found.push(blocker("invoice_rate_wrong", { line: index + 1, problem }));
  });
  // Without the buyer's VAT id a supply cannot be taxed by the buyer (BR-AE-02, BR-IC-02).
  const byBuyer = draft.lines.find((line) => line.vatCategory === "AE" || line.vatCategory === "K");
  if (draft.customer && byBuyer && !draft.customer.vatId) found.push(blocker("customer_vat_id_missing", { category: vatCategoryRule(byBuyer.vatCategory).label }));
  if (Money.isNegative(draft.total)) found.push(blocker("invoice_total_negative")); // T15
  const issueDate = draft.issueDate ?? draft.today;
  if (issueDate > draft.today) found.push(blocker("issue_date_in_future", { date: issueDate, today: draft.today }));
  if (draft.dueDate && draft.dueDate < issueDate) found.push(blocker("due_before_issue", { date: issueDate }));
  return found;
}
const blocker = (code: Parameters<typeof explain>[0], parameters: Record<string, string | number> = {}): Blocker => ({ code, message: explain(code, parameters) });

/** The due date: the one that was written, else so many days after issue. */
export const dueDateOf = (issueDate: CivilDate, written: CivilDate | null, termsDays: number): CivilDate => written ?? addDays(issueDate, termsDays);

export type SettlementFacts = {
  kind: "invoice" | "credit_note"; issued: boolean; voided: boolean;
  total: bigint; paid: bigint; credited: bigint; writtenOff: bigint; creditNoted: bigint;
  dueDate: CivilDate | null;
};

/** The document axis (S1). Nothing leads back to a draft. */
export function documentState(facts: SettlementFacts): "draft" | "issued" | "credited" | "void" {
  if (!facts.issued) return "draft";
  if (facts.voided) return "void";
  return facts.kind === "invoice" && facts.total > 0n && facts.creditNoted === facts.total ? "credited" : "issued";
}

/** The settlement axis (S2), derived from the ledger's sums. A zero total is paid at issue (T15). Of a credit note: applied when all of it was used. */
export function settlementOf(facts: SettlementFacts): "unpaid" | "part_paid" | "paid" | "written_off" | "credited" | "applied" | null {
  if (!facts.issued || facts.voided) return null;
  const settled = facts.paid + facts.credited + facts.writtenOff;
  if (settled < facts.total) return settled > 0n ? "part_paid" : "unpaid";
  if (facts.kind === "credit_note") return "applied";
  if (facts.writtenOff > 0n) return "written_off";
  return facts.total > 0n && facts.paid === 0n ? "credited" : "paid";
}

/** Days past due; 0 when due today or later, settled, void or a draft. */
export function daysOverdue(facts: SettlementFacts, today: CivilDate): number {
  const open = facts.total - facts.paid - facts.credited - facts.writtenOff;
  if (facts.kind !== "invoice" || !facts.issued || facts.voided || open <= 0n || !facts.dueDate) return 0;
  return Math.max(0, daysBetween(facts.dueDate, today));
}

/** Why a document may not be made void (I3); null when it may. */
export function whyNotVoid(facts: SettlementFacts, handedOver: boolean): "invoice_not_issued" | "invoice_void" | "invoice_settled" | "invoice_handed_over" | "credit_note_used" | null {
  if (!facts.issued) return "invoice_not_issued";
  if (facts.voided) return "invoice_void";
  if (facts.kind === "credit_note" && facts.paid > 0n) return "credit_note_used";
  if (facts.paid + facts.credited + facts.writtenOff + facts.creditNoted > 0n) return "invoice_settled";
  return handedOver ? "invoice_handed_over" : null;
}

/** Why an invoice may not be credited (C1, C5); null when it may. */
export function whyNotCredit(facts: SettlementFacts): "invoice_not_issued" | "invoice_void" | "credit_note_cannot_be_credited" | "nothing_to_credit" | null {
  if (!facts.issued) return "invoice_not_issued";
  if (facts.kind === "credit_note") return "credit_note_cannot_be_credited";
  if (facts.voided) return "invoice_void";
  return facts.total === 0n || facts.creditNoted >= facts.total ? "nothing_to_credit" : null;
}
