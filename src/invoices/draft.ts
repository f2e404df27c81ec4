import { randomUUID } from "node:crypto";
import { openCompany, seriesOfCompany, shortDecimal } from "../companies/index.ts";
import { recordEvent } from "../events/index.ts";
import { needItems } from "../items/index.ts";
import { openCustomer } from "../parties/index.ts";
import { common } from "../platform/refusal.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { ChangeInvoice, LineInput, NewInvoice } from "./contract.ts";
import { refuse, totalsOfDraft } from "./policy.ts";
import { deleteDraft, insertDraft, listLines, lockInvoice, replaceLines, updateDraft, type DraftColumns, type InvoiceRow, type LineRow } from "./queries.ts";

/** Starts a draft. It takes no number (N1) and may lack almost everything. */
export function createInvoice(scope: Scope, input: NewInvoice): Promise<InvoiceRow> {
  return scope.transaction((tx) => draftInvoice(tx, input, {}));
}

/**
 * Starts a draft in the caller's transaction; for other nouns too. Lines may come from an accepted proposal, whose
 * quantity, price and tax then stay as they were accepted.
 */
export async function draftInvoice(tx: Tx, input: NewInvoice, from: { proposalId?: string }): Promise<InvoiceRow> {
  await openCompany(tx, input.companyId);
  const { columns, lines } = await written(tx, input.companyId, input, new Map(), from.proposalId !== undefined);
  const row = await insertDraft(tx, { id: randomUUID(), kind: "invoice", companyId: input.companyId, creditsInvoiceId: null, creditReason: null, proposalId: from.proposalId ?? null, at: tx.scope.now() }, columns);
  await replaceLines(tx, row.id, lines);
  recordEvent(tx, { action: "invoice.drafted", summary: "Started an invoice", subjectKind: "invoice", subjectId: row.id, companyId: row.company_id, ...(from.proposalId ? { details: { proposalId: from.proposalId } } : {}) });
  return row;
}

/** Saves a draft whole (I4): refuses changed_elsewhere when somebody saved in between, invoice_already_issued when it is one no more. */
export function changeInvoice(scope: Scope, id: string, input: ChangeInvoice): Promise<InvoiceRow> {
  return scope.transaction(async (tx) => {
    const before = await lockDraft(tx, id);
    if (before.version !== input.version) throw common.refuse("changed_elsewhere");
    const linesBefore = new Map((await listLines(tx, id)).map((line) => [line.id, line]));
    const { columns, lines } = await written(tx, before.company_id, input, linesBefore, false);
    await replaceLines(tx, id, lines);
    const row = await updateDraft(tx, id, columns, scope.now());
    // Drafts are saved at every pause in typing; one event in ten minutes says enough.
    if (scope.now().getTime() - before.updated_at.getTime() > 600_000)
      recordEvent(tx, { action: "invoice.draft_changed", summary: "Changed a draft invoice", subjectKind: "invoice", subjectId: id, companyId: before.company_id });
    return row;
  });
}

/** Throws a draft away. An issued document can never go (N6). */
export function discardInvoice(scope: Scope, id: string): Promise<void> {
  return scope.transaction(async (tx) => {
    const before = await lockDraft(tx, id);
    await deleteDraft(tx, id);
    recordEvent(tx, { action: "invoice.discarded", summary: "Discarded a draft invoice", subjectKind: "invoice", subjectId: id, companyId: before.company_id });
  });
}

/** The draft, locked; refuses not_found, or invoice_already_issued with its number. */
export async function lockDraft(tx: Tx, id: string): Promise<InvoiceRow> {
  const row = await lockInvoice(tx, id);
  if (!row) throw common.refuse("not_found");
  if (row.issued_at) throw refuse("invoice_already_issued", { number: row.number!, date: row.issue_date! });
  return row;
}

type Written = Omit<ChangeInvoice, "version">;

async function written(tx: Tx, companyId: string, input: Written, before: Map<string, LineRow>, fromProposal: boolean): Promise<{ columns: DraftColumns; lines: Omit<LineRow, "position">[] }> {
  if (input.customerId) await openCustomer(tx, companyId, input.customerId);
  await needItems(tx, companyId, input.lines.map((line) => line.itemId));
  const totals = totalsOfDraft(input);
  const used = new Set<string>();
  const lines = input.lines.map((line, index): Omit<LineRow, "position"> => {
    // A line keeps its id only within its own draft; anything else gets a fresh one.
    const known = line.id && !used.has(line.id) ? before.get(line.id) : undefined;
    if (known) used.add(known.id);
    if (known?.proposal_line_id && !sameAsAccepted(known, line)) throw refuse("line_from_proposal", { name: known.name });
    const amounts = totals.lines[index]!;
    return {
      id: known?.id ?? randomUUID(), item_id: line.itemId, group_title: line.group || null, name: line.name, description: line.description || null, quantity: line.quantity, unit: line.unit,
      unit_price: line.unitPrice, discount: line.discount, vat_category: line.vatCategory, vat_rate: line.vatRate, exemption_reason: line.exemptionReason || null,
      amount_minor: amounts.amount.minor, net_minor: amounts.net.minor, proposal_line_id: known?.proposal_line_id ?? (fromProposal ? line.proposalLineId : null), credits_line_id: null, credits_quantity: null,
    };
  });
  const columns: DraftColumns = {
    customer_id: input.customerId, series_id: input.seriesId ? await needSeries(tx, companyId, input.seriesId) : null, currency: input.currency, locale: input.locale, issue_date: input.issueDate, due_date: input.dueDate, terms_days: input.termsDays,
    delivery_date: input.deliveryDate, period_start: input.periodStart, period_end: input.periodEnd, title: input.title || null, purchase_order: input.purchaseOrder || null,
    buyer_reference: input.buyerReference || null, contract_reference: input.contractReference || null, intro: input.intro || null, note: input.note || null, internal_note: input.internalNote || null,
    einvoice_format: input.einvoiceFormat, prices: input.prices, tax_rounding: input.taxRounding, template: input.template, paper: input.paper, changes: input.changes,
    net_minor: totals.netTotal.minor, tax_minor: totals.vatTotal.minor, total_minor: totals.grossTotal.minor,
  };
  if (input.periodStart && input.periodEnd && input.periodEnd < input.periodStart) [columns.period_start, columns.period_end] = [input.periodEnd, input.periodStart];
  return { columns, lines };
}

function sameAsAccepted(known: LineRow, line: LineInput): boolean {
  const number = (value: string) => shortDecimal(value);
  return number(known.quantity) === number(line.quantity) && number(known.unit_price) === number(line.unitPrice) && known.vat_category === line.vatCategory
    && number(known.vat_rate) === number(line.vatRate) && JSON.stringify(known.discount) === JSON.stringify(line.discount) && known.unit === line.unit;
}

async function needSeries(tx: Tx, companyId: string, seriesId: string): Promise<string> {
  if (!(await seriesOfCompany(tx, companyId, seriesId))) throw common.refuse("not_found");
  return seriesId;
}

