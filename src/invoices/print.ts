import { epcPayload, PaperDocumentError, parsePaperDocument, renderFacturX, renderPdf, type PaperDocumentInput } from "@counterfoil/paper";
import { unitWord } from "../items/index.ts";
import { refuse } from "./policy.ts";
import type { InvoiceSnapshot, SellerSnapshot } from "./snapshot.ts";

/** Prints a snapshot, with its e-invoice inside where that is Factur-X. The same snapshot and logo give the same bytes, today and in ten years (I2). */
export async function printInvoice(snapshot: InvoiceSnapshot, logo: Buffer | null): Promise<Uint8Array> {
  const [document, sheet] = [paperOf(snapshot, logo), { template: snapshot.template, paper: snapshot.paper }];
  if (snapshot.number !== null && snapshot.einvoice?.form === "facturx") return (await renderFacturX(snapshot.einvoice.invoice, { ...sheet, document })).pdf;
  return renderPdf(document, sheet);
}

/** Refuses what the printer could not print, while it can still be mended: what is issued must have a PDF. */
export function refuseUnprintable(document: PaperDocumentInput): void {
  try {
    parsePaperDocument(document);
  } catch (error) {
    if (error instanceof PaperDocumentError) throw refuse("document_not_printable", { problem: error.problems[0]! });
    throw error;
  }
}

/** A snapshot as the paper's document. */
export function paperOf(of: InvoiceSnapshot, logo: Buffer | null): PaperDocumentInput {
  const facts: PaperDocumentInput["facts"] = [{ name: "issued", date: of.issueDate }];
  if (of.dueDate) facts.push({ name: "due", date: of.dueDate });
  if (of.periodStart && of.periodEnd) facts.push({ name: "period", from: of.periodStart, to: of.periodEnd });
  else if (of.deliveryDate) facts.push({ name: "supplied", date: of.deliveryDate });
  if (of.credits) facts.push({ name: "original", text: of.credits.number });
  if (of.purchaseOrder) facts.push({ name: "order", text: of.purchaseOrder });
  if (of.buyerReference) facts.push({ name: "buyerReference", text: of.buyerReference });
  if (of.contractReference) facts.push({ name: "contract", text: of.contractReference });
  if (of.buyer?.number) facts.push({ name: "customerNumber", text: of.buyer.number });
  const language = of.locale.split("-")[0]!;
  return {
    kind: of.kind, number: of.number, language, locale: of.locale, currency: of.currency, date: of.issueDate,
    ...(of.title ? { title: of.title } : {}),
    seller: paperSeller(of.seller, logo),
    buyer: { name: of.buyer?.name ?? "–", address: of.buyer?.address ?? [], ...(of.buyer?.contactName ? { attention: of.buyer.contactName } : {}), ...(of.buyer?.vatId ? { vatId: of.buyer.vatId } : {}) },
    facts,
    sections: of.intro ? [{ text: of.intro, place: "before" }] : [],
    lines: of.lines.map((line) => paperLine(line, of.locale)),
    totals: {
      adjustments: of.prices === "net" ? of.adjustments : [],
      net: of.totals.netTotal, gross: of.totals.grossTotal,
      vat: of.totals.vat.map((row) => ({ rate: row.rate, base: row.base, amount: row.tax })),
    },
    ...(notesOf(of) ? { notes: notesOf(of)! } : {}),
    legal: of.legal,
    ...slipOf(of),
  };
}

/** A company as printed; for proposals too. */
export const paperSeller = (seller: Pick<SellerSnapshot, "name" | "brand" | "address" | "vatId" | "taxNumber" | "registration" | "email" | "phone" | "website" | "colour"> & Partial<SellerSnapshot>, logo: Buffer | null): PaperDocumentInput["seller"] => ({
  name: seller.name, brand: seller.brand, address: seller.address,
  ...(seller.vatId ? { vatId: seller.vatId } : {}), ...(seller.taxNumber ? { taxNumber: seller.taxNumber } : {}), ...(seller.registration ? { registration: seller.registration } : {}),
  ...(seller.phone ? { phone: seller.phone } : {}), ...(seller.email ? { email: seller.email } : {}), ...(seller.website ? { website: seller.website } : {}),
  ...(seller.iban ? { bank: { iban: seller.iban, ...(seller.bic ? { bic: seller.bic } : {}), ...(seller.accountHolder ? { holder: seller.accountHolder } : {}), ...(seller.bankName ? { name: seller.bankName } : {}) } } : {}),
  ...(logo ? { logo } : {}), ...(seller.colour ? { colour: seller.colour } : {}),
});

/** A line as printed: unit in words, a discount on it below its text. For proposals too. */
export function paperLine(line: { group?: string | null; name: string; description: string | null; quantity: string; unit: string; unitPrice: string; discount: { amount: string } | { percent: string } | null; vatRate: string; amount: string | null }, locale: string): NonNullable<PaperDocumentInput["lines"]>[number] {
  const discount = line.discount === null ? null : "percent" in line.discount ? `−${line.discount.percent} %` : `−${line.discount.amount}`;
  const detail = [line.description, discount].filter(Boolean).join("\n");
  return {
    ...(line.group ? { group: line.group } : {}), description: line.name, ...(detail ? { detail } : {}), quantity: line.quantity, unit: unitWord(line.unit, locale), price: line.unitPrice, vatRate: line.vatRate, amount: line.amount,
  };
}

const notesOf = (of: InvoiceSnapshot): string | null => [of.note, of.companyNote].filter(Boolean).join("\n\n") || null;

/** The payment slip with its code: for invoices with something to pay, where the company has an account. */
function slipOf(of: InvoiceSnapshot): Pick<PaperDocumentInput, "slip"> {
  const { iban, bic, name, accountHolder } = of.seller;
  const amount = of.totals.grossTotal;
  if (of.kind !== "invoice" || !iban || of.number === null || !/[1-9]/.test(amount)) return {};
  const payee = accountHolder ?? name;
  const transfer = { payee, iban, ...(bic ? { bic } : {}), amount, reference: of.number };
  return { slip: { ...transfer, ...(of.dueDate ? { due: of.dueDate } : {}), ...codeOf(of.currency, transfer) } };
}

/** The EPC code carries euros to an IBAN only; anything else prints a slip without one. */
function codeOf(currency: string, transfer: Parameters<typeof epcPayload>[0]): { qr?: string } {
  if (currency !== "EUR") return {};
  try {
    return { qr: epcPayload(transfer) };
  } catch (error) {
    if (error instanceof RangeError) return {};
    throw error;
  }
}
