import { todayIn } from "@counterfoil/calendar";
import { formatAmount, money } from "@counterfoil/money";
import { companyOf, found, todayOf, type CompanyRow } from "../companies/index.ts";
import { deliveryStates } from "../deliveries/index.ts";
import type { DeliveryState } from "../deliveries/contract.ts";
import type { VatCategory } from "../platform/fields.ts";
import { customerOf, type PartyRow } from "../parties/index.ts";
import type { Tx } from "../workspaces/index.ts";
import type { InvoiceListRow, InvoiceView } from "./contract.ts";
import { blockersOf, einvoiceOfDraft, reasonOf } from "./issue.ts";
import { daysOverdue, documentState, settlementOf, totalsOfDraft, viewTotals, type SettlementFacts } from "./policy.ts";
import { findInvoice, listCreditNotes, listLines, type InvoiceRow, type LineRow, type ListedInvoice } from "./queries.ts";
import { buyerSnapshot, lineNumber, sellerSnapshot } from "./snapshot.ts";

/** What the three axes of state are derived from. */
export const factsOf = (row: InvoiceRow): SettlementFacts => ({
  kind: row.kind, issued: row.issued_at !== null, voided: row.voided_at !== null, total: row.total_minor, paid: row.paid_minor, credited: row.credited_minor,
  writtenOff: row.written_off_minor, creditNoted: row.credit_noted_minor, dueDate: row.due_date,
});

/** A document with everything a screen shows. Of an issued one, all that was frozen comes from its snapshot. */
export async function viewInvoice(tx: Tx, row: InvoiceRow): Promise<InvoiceView> {
  const company = await companyOf(tx, row.company_id);
  const customer = row.customer_id ? await customerOf(tx, row.customer_id) : null;
  const lines = await listLines(tx, row.id);
  const facts = factsOf(row);
  const text = (minor: bigint) => formatAmount(money(minor, row.currency));
  const of = row.snapshot;
  const locale = row.locale ?? customer?.locale ?? company.locale;
  const sellerNow = of?.seller ?? sellerSnapshot(company);
  const credited = row.credits_invoice_id ? found(await findInvoice(tx, row.credits_invoice_id)) : null;
  return {
    id: row.id, kind: row.kind, companyId: row.company_id, customerId: row.customer_id, number: row.number,
    document: documentState(facts), settlement: settlementOf(facts), daysOverdue: daysOverdue(facts, todayOf(company, tx.scope.now())),
    delivery: (await deliveryStates(tx, [row.id])).get(row.id) ?? null,
    currency: row.currency, locale: row.locale, seriesId: row.series_id, issueDate: row.issue_date, dueDate: row.due_date, termsDays: row.terms_days, deliveryDate: row.delivery_date,
    periodStart: row.period_start, periodEnd: row.period_end, title: row.title, purchaseOrder: row.purchase_order, buyerReference: of?.buyerReference ?? row.buyer_reference, contractReference: row.contract_reference,
    intro: row.intro, note: row.note, internalNote: row.internal_note, tags: row.tags, prices: row.prices, taxRounding: row.tax_rounding, template: row.template, paper: row.paper,
    seller: { id: row.company_id, name: sellerNow.name, contactName: null, address: sellerNow.address, country: sellerNow.country, vatId: sellerNow.vatId, taxNumber: sellerNow.taxNumber, registration: sellerNow.registration, email: sellerNow.email, number: null },
    customer: of ? of.buyer : customer && buyerSnapshot(customer, company, locale),
    lines: lines.map((line) => ({
      id: line.id, itemId: line.item_id, group: line.group_title, name: line.name, description: line.description, quantity: lineNumber(line.quantity), unit: line.unit, unitPrice: lineNumber(line.unit_price),
      discount: line.discount, vatCategory: line.vat_category as VatCategory, vatRate: lineNumber(line.vat_rate), exemptionReason: line.exemption_reason, proposalLineId: line.proposal_line_id,
      amount: text(line.amount_minor), net: text(line.net_minor),
    })),
    einvoiceFormat: row.einvoice_format, einvoice: await viewEinvoice(tx, row, lines, company, customer),
    changes: row.changes,
    totals: of?.totals ?? viewTotals(totalsOfDraft({
      currency: row.currency, prices: row.prices, taxRounding: row.tax_rounding, changes: row.changes,
      lines: lines.map((line) => ({ quantity: line.quantity, unitPrice: line.unit_price, discount: line.discount, vatCategory: line.vat_category as VatCategory, vatRate: line.vat_rate })),
    }), reasonOf(lines)),
    paid: text(row.paid_minor), credited: text(row.credited_minor), writtenOff: text(row.written_off_minor), open: text(row.issued_at ? row.open_minor : 0n),
    creditsInvoice: credited && { id: credited.id, number: credited.number! },
    creditNotes: (await listCreditNotes(tx, row.id)).map((note) => ({ id: note.id, number: note.number, total: text(note.total_minor) })),
    creditReason: row.credit_reason, proposalId: row.proposal_id, snapshotHash: row.snapshot_hash?.toString("hex") ?? null,
    pdf: row.pdf_file_id ? await pdfFacts(tx, row) : null,
    issuedAt: row.issued_at?.toISOString() ?? null, voidedAt: row.voided_at?.toISOString() ?? null, voidReason: row.void_reason,
    blockers: row.issued_at ? [] : blockersOf(row, lines, customer, company, tx.scope.now(), null),
    version: row.version, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(),
  };
}

/** What e-invoice a document is; of a draft, what it would be, with what it lacks. */
async function viewEinvoice(tx: Tx, row: InvoiceRow, lines: LineRow[], company: CompanyRow, customer: PartyRow | null): Promise<InvoiceView["einvoice"]> {
  if (row.issued_at) return { format: row.einvoice_format ?? customer?.einvoice_format ?? "auto", form: row.snapshot!.einvoice?.form ?? null, needs: [], xml: row.xml_sha256 && { sha256: row.xml_sha256.toString("hex") } };
  const { format, form, needs } = await einvoiceOfDraft(tx, row, lines, company, customer);
  return { format, form, needs: needs.slice(0, 200), xml: null };
}

async function pdfFacts(tx: Tx, row: InvoiceRow): Promise<{ sha256: string; sizeBytes: number }> {
  const file = await tx.db.selectFrom("file").select("size_bytes").where("workspace_id", "=", tx.workspaceId).where("id", "=", row.pdf_file_id!).executeTakeFirstOrThrow();
  return { sha256: row.pdf_sha256!.toString("hex"), sizeBytes: Number(file.size_bytes) };
}

/** A row of the list. */
export function viewListed(row: ListedInvoice, delivery: DeliveryState | null, now: Date): InvoiceListRow {
  const facts = factsOf(row);
  const text = (minor: bigint) => formatAmount(money(minor, row.currency));
  return {
    id: row.id, kind: row.kind, companyId: row.company_id, number: row.number, customerId: row.customer_id, customerName: row.customer_name, title: row.title, issueDate: row.issue_date, dueDate: row.due_date,
    currency: row.currency, total: text(row.total_minor), open: text(row.issued_at ? row.open_minor : 0n), document: documentState(facts), settlement: settlementOf(facts),
    daysOverdue: daysOverdue(facts, todayIn(row.time_zone, now)), delivery, updatedAt: row.updated_at.toISOString(),
  };
}
