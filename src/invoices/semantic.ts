import { fitted, isLeitwegId, judge, looksLikeLeitwegId, parseElectronicAddress, ProfileError, writeCii, writeUbl, type Invoice, type Party, type Profile, type SemanticAmounts } from "@counterfoil/einvoice";
import { Decimal } from "@counterfoil/money";
import type { CompanyRow } from "../companies/index.ts";
import type { EinvoiceFormat } from "../parties/contract.ts";
import type { PartyRow } from "../parties/index.ts";
import { Refusal } from "../platform/refusal.ts";
import type { EinvoiceNeed } from "./contract.ts";
import { explain } from "./policy.ts";
import type { InvoiceSnapshot, LineSnapshot } from "./snapshot.ts";

/** The forms that an e-invoice can have; what a format of a customer leads to. */
export type EinvoiceForm = "facturx" | "xrechnung" | "peppol";
const profileOf: Record<EinvoiceForm, Profile> = { facturx: "facturx-en16931", xrechnung: "xrechnung", peppol: "peppol" };
export const formNames: Record<EinvoiceForm, string> = { facturx: "Factur-X", xrechnung: "XRechnung", peppol: "Peppol" };
const rulesOf = { facturx: ["EN16931"], xrechnung: ["EN16931", "XRECHNUNG"], peppol: ["EN16931", "PEPPOL"] } as const;

export type SemanticParties = Pick<Invoice, "seller" | "buyer" | "payment">;

/** The parties of an invoice as they are today, and how it is paid. */
export const partiesOf = (company: CompanyRow, customer: PartyRow, currency: string): SemanticParties => ({ seller: sellerOf(company), buyer: buyerOf(customer), ...paymentOf(company, currency) });

/**
 * A document as semantic invoice (EN 16931), from what its snapshot freezes, its parties, and its amounts as terms. What is
 * not known is absent; whether that is enough for a form, `needsOf` says.
 */
export function semanticOf(of: InvoiceSnapshot, { seller, buyer, payment }: SemanticParties, amounts: SemanticAmounts): Invoice {
  const { lines, ...rest } = amounts;
  const byBuyer = amounts.vatBreakdown.some((row) => row.category === "K");
  return {
    ...rest,
    number: of.number ?? "", issueDate: of.issueDate, typeCode: of.kind === "credit_note" ? "381" : "380",
    ...given({
      dueDate: of.dueDate, buyerReference: of.buyerReference, contractReference: of.contractReference, purchaseOrderReference: of.purchaseOrder,
      // Something positive to pay without a date needs words about it (BR-CO-25).
      paymentTerms: of.dueDate ? null : creditWords(of),
    }),
    notes: [of.title, of.note, of.companyNote].filter((text) => text !== null && text !== "").map((text) => ({ text: text! })),
    precedingInvoices: of.credits ? [{ number: of.credits.number, issueDate: of.credits.issueDate }] : [],
    seller, buyer,
    ...(of.deliveryDate || byBuyer ? { delivery: { ...given({ date: of.deliveryDate }), ...(byBuyer && buyer.address ? { address: buyer.address } : {}) } } : {}),
    ...(of.periodStart || of.periodEnd ? { invoicingPeriod: given({ start: of.periodStart, end: of.periodEnd }) } : {}),
    // A credit is set off, not paid (UNTDID 4461: 97, clearing between partners).
    ...(of.kind === "credit_note" ? { payment: { meansCode: "97", transfers: [] } } : payment ? { payment: { ...payment, ...given({ reference: of.number }) } } : {}),
    vatBreakdown: amounts.vatBreakdown.map((row) => {
      const reason = of.totals.vat.find((one) => one.category === row.category && (row.rate === undefined || Decimal.equals(Decimal.parse(one.rate), Decimal.parse(row.rate))))?.reason;
      return row.exemptionReason !== undefined && reason ? { ...row, exemptionReason: reason } : row;
    }),
    supportingDocuments: [],
    lines: lines.map((terms, index) => {
      const line = of.lines[index]!;
      return {
        ...terms, id: String(index + 1), unit: line.unit, name: line.name, ...given({ description: line.description, sellerItemId: line.code }), classifications: [], attributes: [],
      };
    }),
  };
}

/** Amounts of a credit note as terms: its lines are net, and what its tax rows differ from them is an allowance or a charge. */
export function creditTerms(currency: string, lines: readonly LineSnapshot[], totals: InvoiceSnapshot["totals"], label: string): SemanticAmounts {
  const decimal = (text: string) => Decimal.parse(text);
  const rate = (category: string, text: string) => (category === "O" ? {} : { vatRate: text });
  const changes = totals.vat.map((row) => {
    const sum = Decimal.sum(lines.filter((line) => line.vatCategory === row.category && Decimal.equals(decimal(line.vatRate), decimal(row.rate))).map((line) => decimal(line.net)));
    return { row, by: Decimal.sub(decimal(row.base), sum) };
  }).filter(({ by }) => !Decimal.isZero(by));
  const changeTerm = ({ row, by }: (typeof changes)[number]) => ({ amount: Decimal.text(Decimal.abs(by)), reason: label, vatCategory: row.category, ...rate(row.category, row.rate) });
  const sumOf = (parts: typeof changes) => Decimal.text(Decimal.abs(Decimal.sum(parts.map(({ by }) => by))));
  const [down, up] = [changes.filter(({ by }) => Decimal.isNegative(by)), changes.filter(({ by }) => !Decimal.isNegative(by))];
  return {
    currency, allowances: down.map(changeTerm), charges: up.map(changeTerm),
    totals: {
      lineTotal: totals.lineTotal, ...(down.length > 0 ? { allowanceTotal: sumOf(down) } : {}), ...(up.length > 0 ? { chargeTotal: sumOf(up) } : {}),
      netTotal: totals.netTotal, vatTotal: totals.vatTotal, grossTotal: totals.grossTotal, amountDue: totals.grossTotal,
    },
    vatBreakdown: totals.vat.map((row) => ({
      category: row.category, ...(row.category === "O" ? {} : { rate: row.rate }), base: row.base, tax: row.tax,
      ...(row.reason && !["S", "Z", "L", "M"].includes(row.category) ? { exemptionReason: row.reason } : {}),
    })),
    lines: lines.map((line) => {
      const flipped = Decimal.isNegative(decimal(line.unitPrice)); // a price is never below zero (BR-27)
      return {
        quantity: flipped ? Decimal.shortText(Decimal.negate(decimal(line.quantity))) : line.quantity, unitPrice: Decimal.shortText(Decimal.abs(decimal(line.unitPrice))),
        netAmount: line.net, vatCategory: line.vatCategory, ...rate(line.vatCategory, line.vatRate), allowances: [], charges: [],
      };
    }),
  };
}

/** What an invoice is in a form, as XML: CII inside a PDF, UBL by itself. Throws ProfileError when the form has no place for it. */
export function xmlOf(invoice: Invoice, form: EinvoiceForm): Uint8Array {
  const { invoice: inside } = fitted(invoice, profileOf[form]);
  return form === "facturx" ? writeCii(inside) : writeUbl(inside);
}

/** Everything that keeps an invoice from a form, in plain words; empty when it may be sent. Numberless drafts are judged as if numbered. */
export function needsOf(invoice: Invoice, form: EinvoiceForm): EinvoiceNeed[] {
  const numbered = invoice.number === "" ? { ...invoice, number: "1" } : invoice;
  const needs: EinvoiceNeed[] = [];
  const reference = numbered.buyerReference?.trim() ?? "";
  if (form === "xrechnung" && looksLikeLeitwegId(reference) && !isLeitwegId(reference)) needs.push({ rule: "BT-10", text: `The check digits of the Leitweg-ID ${reference} do not fit. Compare it with the order.` });
  try {
    const { findings } = judge(xmlOf(numbered, form), { rules: [...rulesOf[form]] });
    for (const { rule, severity, text } of findings) if (severity === "fatal" && !needs.some((need) => need.text === text)) needs.push({ rule, text });
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    needs.push({ rule: "profile", text: error.message });
  }
  return needs;
}

/** The form that a document asks for by its own format, else its customer's, and whether it can have it. */
export type Einvoice = { format: EinvoiceFormat; form: EinvoiceForm | null; needs: EinvoiceNeed[]; invoice: Invoice | null };

/** What is frozen of it at issue. */
export const frozen = ({ form, invoice }: Einvoice): InvoiceSnapshot["einvoice"] => (form && invoice ? { form, invoice } : null);

/** Refuses to issue what was promised as e-invoice and would be a wrong one. */
export function refuseIncomplete({ format, form, needs }: Pick<Einvoice, "format" | "form" | "needs">): void {
  if (form === null || needs.length === 0 || format === "auto") return;
  throw new Refusal("einvoice_incomplete", 409, explain("einvoice_incomplete", { form: formNames[form], need: needs[0]!.text }), needs.map((need) => ({ path: need.rule, message: need.text })));
}

/**
 * The form that a document gets by its format: `auto` is Factur-X when nothing is missing for it and otherwise a plain PDF;
 * the named ones stand, whatever is missing.
 */
export function formOf(format: EinvoiceFormat, invoice: Invoice | null): { form: EinvoiceForm | null; needs: EinvoiceNeed[] } {
  if (format === "none" || invoice === null) return { form: null, needs: [] };
  const form = format === "auto" ? "facturx" : format;
  const needs = needsOf(invoice, form);
  return { form: format === "auto" && needs.length > 0 ? null : form, needs };
}

const sellerOf = (company: CompanyRow): Party => ({
  name: company.legal_name ?? company.name, identifiers: [],
  ...(company.legal_name && company.legal_name !== company.name ? { tradingName: company.name } : {}),
  ...given({ vatId: company.vat_id, taxNumber: company.tax_number }),
  ...(company.registration ? { legalRegistration: { id: company.registration } } : {}),
  ...electronic(company.electronic_address ?? company.email),
  address: addressOf(company, company.country),
  ...contactOf(company),
});

const buyerOf = (party: PartyRow): Party => ({
  name: party.name, identifiers: party.number ? [{ id: party.number }] : [],
  ...given({ vatId: party.vat_id }),
  ...(party.registration ? { legalRegistration: { id: party.registration } } : {}),
  ...electronic(party.electronic_address ?? party.email),
  ...(party.country ? { address: addressOf(party, party.country) } : {}),
  ...contactOf(party),
});

type Place = Pick<CompanyRow, "address_line1" | "address_line2" | "postal_code" | "city" | "region">;
const addressOf = (row: Place, country: string) => ({ ...given({ line1: row.address_line1, line2: row.address_line2, city: row.city, postCode: row.postal_code, region: row.region }), country });
const contactOf = (row: { contact_name: string | null; phone: string | null; email: string | null }): Pick<Party, "contact"> =>
  row.contact_name || row.phone || row.email ? { contact: given({ name: row.contact_name, phone: row.phone, email: row.email }) } : {};

function electronic(text: string | null): Pick<Party, "electronicAddress"> {
  const found = text ? parseElectronicAddress(text) : null;
  return found ? { electronicAddress: found } : {};
}

function paymentOf(company: CompanyRow, currency: string): Pick<Invoice, "payment"> {
  if (!company.iban) return {};
  const sepa = currency === "EUR" && /^[A-Z]{2}\d{2}/.test(company.iban);
  return {
    payment: {
      meansCode: sepa ? "58" : "30",
      transfers: [{ account: company.iban, ...given({ accountName: company.account_holder ?? company.legal_name ?? company.name, bic: company.bic }) }],
    },
  };
}

const credit: Record<string, string> = { en: "Credit for invoice {number}", de: "Gutschrift zur Rechnung {number}", fr: "Avoir sur la facture {number}", es: "Abono de la factura {number}", it: "Accredito della fattura {number}", nl: "Credit op factuur {number}" };
const creditWords = (of: InvoiceSnapshot): string | null => (of.credits ? (credit[of.locale.split("-")[0]!] ?? credit["en"]!).replace("{number}", of.credits.number) : null);

/** Without what is null or empty. */
function given<T extends Record<string, string | null>>(terms: T): { [Key in keyof T]?: string } {
  return Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== null && value !== "")) as { [Key in keyof T]?: string };
}
