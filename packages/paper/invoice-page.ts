import { addressLine, isCreditNote, isIban, isVatCategory, vatCategoryRule, type ReadAddress, type ReadInvoice, type ReadLine, type ReadParty } from "@counterfoil/einvoice";
import { Decimal } from "@counterfoil/money";
import { PaperDocumentError, type PaperDocumentInput } from "./document.ts";
import { labelLanguages } from "./labels.ts";
import { epcPayload } from "./qr.ts";

// Units as people write them; others keep their code of UN/ECE Recommendation 20.
const units: Record<string, string> = {
  C62: "", EA: "", H87: "", NAR: "", HUR: "h", MIN: "min", DAY: "d", MON: "mo.", ANN: "y.", KGM: "kg", GRM: "g", TNE: "t", LTR: "l", MTR: "m", KMT: "km", MTK: "m²", MTQ: "m³", KWH: "kWh", P1: "%",
};
const languageOf: Record<string, string> = { DE: "de", AT: "de", CH: "de", LI: "de", FR: "fr", BE: "fr", LU: "fr", ES: "es", IT: "it", NL: "nl" };

/**
 * An invoice of the standard's terms as a page: what our templates print of an e-invoice that has no page of its own. Every
 * amount is the stated one. `language` defaults to one of the seller's country. Throws PaperDocumentError for an invoice
 * without number, date, currency, parties or totals, as nothing could be printed that a reader would take for an invoice.
 */
export function paperOf(invoice: ReadInvoice, language?: string): PaperDocumentInput {
  const { number, issueDate, currency, seller, buyer, totals } = invoice;
  const lacking = [
    ["invoice number", number], ["issue date", issueDate], ["currency", currency], ["seller's name", nameOf(seller)], ["buyer's name", nameOf(buyer)],
    ["total without VAT", totals?.netTotal], ["total with VAT", totals?.grossTotal ?? totals?.amountDue],
  ].filter(([, value]) => value === undefined).map(([term]) => term!);
  if (lacking.length > 0) throw new PaperDocumentError([`The invoice states no ${lacking.join(", no ")}, so that no page can be printed.`]);
  const credit = isCreditNote(invoice.typeCode ?? "");
  const transfer = invoice.payment?.transfers.find(({ account }) => account !== undefined && isIban(account));
  const gross = totals!.grossTotal ?? totals!.amountDue!;
  return {
    kind: credit ? "credit_note" : "invoice",
    number: short(number!, 60),
    date: issueDate!,
    language: language ?? defaultLanguage(seller?.address),
    currency: currency!,
    seller: {
      name: short(nameOf(seller)!),
      ...(seller!.tradingName !== undefined && { brand: short(seller!.tradingName) }),
      address: addressOf(seller!.address),
      ...optional("vatId", seller!.vatId),
      ...optional("taxNumber", seller!.taxNumber),
      ...optional("registration", [seller!.legalRegistration?.id, seller!.legalInformation].filter(Boolean).join(", ") || undefined),
      ...optional("phone", seller!.contact?.phone),
      ...optional("email", seller!.contact?.email),
      ...(transfer !== undefined && { bank: { iban: transfer.account!, ...optional("bic", transfer.bic, 20), ...optional("holder", transfer.accountName) } }),
    },
    buyer: { name: short(nameOf(buyer)!), ...optional("attention", buyer!.contact?.name), address: addressOf(buyer!.address), ...optional("vatId", buyer!.vatId) },
    ...(invoice.delivery?.address !== undefined && { deliverTo: { name: short(invoice.delivery.name ?? nameOf(buyer)!), address: addressOf(invoice.delivery.address) } }),
    facts: facts(invoice),
    lines: invoice.lines.map(line),
    totals: {
      adjustments: [
        ...invoice.allowances.flatMap(({ amount, reason }) => (amount === undefined ? [] : [{ label: short(reason ?? "Allowance"), amount: negated(amount) }])),
        ...invoice.charges.flatMap(({ amount, reason }) => (amount === undefined ? [] : [{ label: short(reason ?? "Charge"), amount }])),
      ].slice(0, 40),
      net: totals!.netTotal!,
      vat: invoice.vatBreakdown.flatMap(({ rate, base, tax, category }) => {
        if (tax === undefined) return [];
        return [{ ...(rate === undefined ? { label: categoryLabel(category) } : { rate }), ...optional("base", base), amount: tax }];
      }).slice(0, 40),
      gross,
      paid: totals!.prepaid === undefined || isZero(totals!.prepaid) ? [] : [{ amount: totals!.prepaid }],
      ...(totals!.rounding !== undefined && !isZero(totals!.rounding) && { rounding: totals!.rounding }),
      ...optional("toPay", totals!.amountDue),
    },
    legal: legal(invoice),
    ...(transfer !== undefined && !credit && slipOf(invoice, transfer)),
  };
}

function slipOf(invoice: ReadInvoice, transfer: { account?: string; bic?: string; accountName?: string }): Pick<PaperDocumentInput, "slip"> {
  const amount = invoice.totals?.amountDue;
  if (amount === undefined || isZero(amount) || amount.startsWith("-")) return {};
  const account = { payee: short(transfer.accountName ?? invoice.payee?.name ?? nameOf(invoice.seller)!), iban: transfer.account!, ...optional("bic", transfer.bic, 20), amount, reference: short(invoice.payment?.reference ?? invoice.number!, 140) };
  let qr: string | undefined;
  try {
    if (invoice.currency === "EUR") qr = epcPayload(account);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // too large for a code: the slip is printed without
  }
  return { slip: { ...account, ...optional("due", invoice.dueDate), ...(qr !== undefined && { qr }) } };
}

function facts(invoice: ReadInvoice): NonNullable<PaperDocumentInput["facts"]> {
  const { invoicingPeriod: period } = invoice;
  const text = (name: "order" | "buyerReference" | "contract" | "project" | "deliveryNote" | "original", value: string | undefined) => (value === undefined ? [] : [{ name, text: short(value) }]);
  return [
    ...(invoice.dueDate === undefined ? [] : [{ name: "due" as const, date: invoice.dueDate }]),
    ...(invoice.delivery?.date === undefined ? [] : [{ name: "supplied" as const, date: invoice.delivery.date }]),
    ...(period?.start !== undefined && period.end !== undefined ? [{ name: "period" as const, from: period.start, to: period.end }] : []),
    ...text("original", invoice.precedingInvoices.map(({ number }) => number).filter(Boolean).join(", ") || undefined),
    ...text("order", invoice.purchaseOrderReference),
    ...text("buyerReference", invoice.buyerReference),
    ...text("contract", invoice.contractReference),
    ...text("project", invoice.projectReference),
    ...text("deliveryNote", invoice.despatchAdviceReference),
  ];
}

function line(of: ReadLine): NonNullable<PaperDocumentInput["lines"]>[number] {
  const changes = [
    ...of.allowances.map(({ amount, reason }) => `${reason ?? "Allowance"}: −${amount ?? ""}`),
    ...of.charges.map(({ amount, reason }) => `${reason ?? "Charge"}: ${amount ?? ""}`),
  ];
  const base = of.baseQuantity !== undefined && of.baseQuantity !== "1" ? `Price per ${of.baseQuantity}` : undefined;
  const period = of.period === undefined ? undefined : `${of.period.start ?? ""} – ${of.period.end ?? ""}`;
  const detail = [of.description, of.note, period, of.sellerItemId, base, ...changes].filter((text) => text !== undefined && text !== "").join("\n").slice(0, 20_000);
  return {
    description: short(of.name ?? of.description ?? of.id ?? "–", 2_000),
    ...(detail !== "" && { detail }),
    ...optional("quantity", of.quantity),
    ...optional("unit", of.unit === undefined ? undefined : (units[of.unit] ?? of.unit), 40),
    ...optional("price", of.unitPrice),
    ...(of.vatRate !== undefined ? { vatRate: of.vatRate } : of.vatCategory !== undefined ? { vatLabel: of.vatCategory } : {}),
    amount: of.netAmount ?? null,
  };
}

// What the law asks for and what the seller says, as plain text: whatever stands in it, none of it is markup.
function legal(invoice: ReadInvoice): string[] {
  const inVatCurrency = invoice.totals?.vatTotalInVatCurrency;
  return [
    ...new Set(invoice.vatBreakdown.flatMap(({ exemptionReason, category }) => exemptionReason ?? (category !== undefined && isVatCategory(category) ? (vatCategoryRule(category).exemption?.reason ?? []) : []))),
    ...(inVatCurrency === undefined ? [] : [`VAT: ${invoice.vatCurrency ?? ""} ${inVatCurrency}`]),
    ...(invoice.taxRepresentative === undefined ? [] : [[invoice.taxRepresentative.name, invoice.taxRepresentative.vatId, addressLine(invoice.taxRepresentative.address)].filter(Boolean).join(", ")]),
    ...(invoice.paymentTerms === undefined ? [] : [invoice.paymentTerms]),
    ...invoice.notes.flatMap(({ text }) => (text === undefined ? [] : [text])),
  ].filter((text) => text !== "").map((text) => text.slice(0, 20_000)).slice(0, 12);
}

function nameOf(party: ReadParty | undefined): string | undefined {
  return party?.name ?? party?.tradingName;
}

function addressOf(address: ReadAddress | undefined): string[] {
  const place = [address?.postCode, address?.city].filter(Boolean).join(" ");
  return [address?.line1, address?.line2, address?.line3, place, address?.region, address?.country].filter((text) => text !== undefined && text !== "").map((text) => short(text!));
}

function categoryLabel(category: string | undefined): string {
  return category !== undefined && isVatCategory(category) ? vatCategoryRule(category).label : "VAT";
}

function defaultLanguage(address: ReadAddress | undefined): string {
  const language = languageOf[address?.country ?? ""] ?? "en";
  return (labelLanguages as readonly string[]).includes(language) ? language : "en";
}

/** One line of at most `most` characters, as names and references are printed. */
function short(text: string, most = 300): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}

function optional<Name extends string>(name: Name, text: string | undefined, most?: number): { [Key in Name]?: string } {
  return (text === undefined || text.trim() === "" ? {} : { [name]: short(text, most) }) as { [Key in Name]?: string };
}

function isZero(text: string): boolean {
  return Decimal.isZero(Decimal.tryParse(text) ?? Decimal.zero);
}

function negated(text: string): string {
  const value = Decimal.tryParse(text);
  return value === null ? text : Decimal.text(Decimal.negate(value));
}
