import { Decimal } from "@counterfoil/money";
import { draftInvoice, invoicedQuantities, type InvoiceRow } from "../invoices/index.ts";
import { NewInvoice } from "../invoices/contract.ts";
import { recordEvent } from "../events/index.ts";
import { common } from "../platform/refusal.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { ProposalLineView } from "./contract.ts";
import { amountText, refuse } from "./policy.ts";
import { findAnswer, latestVersion, lockProposal, type AnswerRow, type ProposalRow, type VersionRow } from "./queries.ts";

export type Asked = "all" | readonly { lineId: string; quantity: string }[];

/** Drafts an invoice from what was accepted and is not invoiced yet, all of it or so much of each line (P6). Prices and tax are those of the accepted version. */
export function invoiceProposal(scope: Scope, id: string, asked: Asked): Promise<InvoiceRow> {
  return scope.transaction(async (tx) => {
    const proposal = await lockProposal(tx, id);
    if (!proposal) throw common.refuse("not_found");
    const version = await latestVersion(tx, id);
    const answer = version && await findAnswer(tx, version.id);
    if (!version || answer?.kind !== "accepted") throw refuse("proposal_not_accepted");
    return invoiceAccepted(tx, proposal, version, answer, asked);
  });
}

export type Left = { line: ProposalLineView; accepted: Decimal; invoiced: Decimal; left: Decimal };

/** What of each accepted line drafts and invoices do not hold yet. */
export async function leftToInvoice(tx: Tx, version: VersionRow, answer: AnswerRow): Promise<Left[]> {
  const invoiced = new Map((await invoicedQuantities(tx, version.proposal_id)).map((row) => [row.proposal_line_id, Decimal.parse(row.quantity)]));
  return answer.selection.map(({ lineId, quantity }) => {
    const accepted = Decimal.parse(quantity);
    const already = invoiced.get(lineId) ?? Decimal.zero;
    return { line: version.shown.lines.find((line) => line.id === lineId)!, accepted, invoiced: already, left: Decimal.sub(accepted, already) };
  });
}

/** As `invoiceProposal`, in the transaction of an acceptance. The caller holds the proposal. */
export async function invoiceAccepted(tx: Tx, proposal: ProposalRow, version: VersionRow, answer: AnswerRow, asked: Asked): Promise<InvoiceRow> {
  const { shown } = version;
  const left = await leftToInvoice(tx, version, answer);
  const wanted = asked === "all" ? left.filter((one) => !Decimal.isZero(one.left)).map((one) => ({ ...one, quantity: one.left })) : asked.map(({ lineId, quantity }) => {
    const one = left.find((part) => part.line.id === lineId);
    if (!one) throw common.refuse("not_found");
    return { ...one, quantity: Decimal.parse(quantity) };
  });
  if (new Set(wanted.map((one) => one.line.id)).size < wanted.length) throw common.refuse("invalid_input");
  for (const { line, quantity, left: most, accepted } of wanted) {
    const sameSign = Decimal.isNegative(quantity) === Decimal.isNegative(accepted);
    if (Decimal.isZero(quantity) || !sameSign || Decimal.compare(Decimal.abs(quantity), Decimal.abs(most)) > 0) throw refuse("line_left_exceeded", { name: line.name, left: Decimal.shortText(most) });
    if (line.discount && "amount" in line.discount && !Decimal.equals(quantity, accepted)) throw refuse("line_discount_whole", { name: line.name });
  }
  if (wanted.length === 0) throw refuse("nothing_left_to_invoice");
  const invoice = await draftInvoice(tx, NewInvoice.parse({
    companyId: proposal.company_id, customerId: proposal.customer_id, currency: shown.currency, locale: shown.locale, title: shown.title, prices: shown.prices, taxRounding: shown.taxRounding,
    contractReference: shown.number, template: version.template, paper: version.paper,
    lines: wanted.map(({ line, quantity }) => ({
      itemId: line.itemId, name: line.name, description: line.description, quantity: Decimal.shortText(quantity), unit: line.unit, unitPrice: line.unitPrice,
      discount: line.discount, vatCategory: line.vatCategory, vatRate: line.vatRate, exemptionReason: line.exemptionReason, proposalLineId: line.id,
    })),
  }), { proposalId: proposal.id });
  const whole = left.every((one) => Decimal.isZero(one.invoiced)) && wanted.length === left.length && wanted.every((one) => Decimal.equals(one.quantity, one.accepted));
  // P4: any difference between the record of acceptance and the invoice is an error, and ours.
  if (whole && answer.totals!.grossTotal !== textOf(invoice)) throw new Error(`invoice draft of proposal ${proposal.id} comes to ${textOf(invoice)}, accepted were ${answer.totals!.grossTotal}`);
  recordEvent(tx, { action: "proposal.invoiced", summary: `Drafted an invoice from proposal ${shown.number}`, subjectKind: "proposal", subjectId: proposal.id, companyId: proposal.company_id, details: { invoiceId: invoice.id, total: textOf(invoice) } });
  return invoice;
}

const textOf = (invoice: InvoiceRow) => amountText(invoice.total_minor, invoice.currency);
