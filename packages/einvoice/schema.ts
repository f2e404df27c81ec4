import { isCivilDate } from "@counterfoil/calendar";
import { Decimal, isCurrency } from "@counterfoil/money";
import { z } from "zod";
import { completed } from "./computed.ts";
import type { Invoice } from "./types.ts";
import { isVatCategory, vatCategories } from "./vat.ts";
import { XmlError, parseXml } from "./xml.ts";

// Sizes that no invoice needs and that keep a mistaken program from filling a machine.
const Text = z.string().trim().min(1, "must not be empty").max(20_000, "must be at most 20000 characters");
const DecimalText = z.string().max(60, "must be at most 60 characters").refine((text) => Decimal.tryParse(text) !== null, "must be a number written as text with a dot, like \"1234.50\"");
const CivilDate = z.string().refine(isCivilDate, "must be a date like 2026-03-31");
const Currency = z.string().refine(isCurrency, "must be an ISO 4217 currency like EUR");
const Category = z.custom<Invoice["lines"][number]["vatCategory"]>((value) => typeof value === "string" && isVatCategory(value), `must be a VAT category: ${vatCategories.map(({ category }) => category).join(", ")}`);
const list = <T extends z.ZodType>(item: T, most = 1_000) => z.array(item).max(most, `must have at most ${most} entries`).default([]);

const Identifier = z.strictObject({ id: Text, scheme: Text.optional() });
const Address = z.strictObject({
  line1: Text.optional(), line2: Text.optional(), line3: Text.optional(), city: Text.optional(), postCode: Text.optional(), region: Text.optional(),
  country: z.string().regex(/^[A-Z0-9]{2}$/, "must be an ISO 3166-1 country code of two letters, like DE"),
});
const Party = z.strictObject({
  name: Text, tradingName: Text.optional(), identifiers: list(Identifier), legalRegistration: Identifier.optional(), vatId: Text.optional(), taxNumber: Text.optional(),
  legalInformation: Text.optional(), electronicAddress: Identifier.optional(), address: Address.optional(),
  contact: z.strictObject({ name: Text.optional(), phone: Text.optional(), email: Text.optional() }).optional(),
});
const Period = z.strictObject({ start: CivilDate.optional(), end: CivilDate.optional() });
const change = { amount: DecimalText, base: DecimalText.optional(), percent: DecimalText.optional(), reason: Text.optional(), reasonCode: Text.optional() };
const Change = z.strictObject(change);
const DocumentChange = z.strictObject({ ...change, vatCategory: Category, vatRate: DecimalText.optional() });

const Line = z.strictObject({
  id: Text, note: Text.optional(), object: Identifier.optional(), quantity: DecimalText, unit: Text, netAmount: DecimalText.optional(), orderLine: Text.optional(),
  accountingReference: Text.optional(), period: Period.optional(), allowances: list(Change), charges: list(Change), unitPrice: DecimalText,
  priceDiscount: DecimalText.optional(), grossUnitPrice: DecimalText.optional(), baseQuantity: DecimalText.optional(), baseQuantityUnit: Text.optional(),
  vatCategory: Category, vatRate: DecimalText.optional(), name: Text, description: Text.optional(), sellerItemId: Text.optional(), buyerItemId: Text.optional(),
  standardItemId: Identifier.optional(), classifications: list(z.strictObject({ code: Text, list: Text, listVersion: Text.optional() })),
  originCountry: Text.optional(), attributes: list(z.strictObject({ name: Text, value: Text })),
});

const Totals = z.strictObject({
  lineTotal: DecimalText, allowanceTotal: DecimalText, chargeTotal: DecimalText, netTotal: DecimalText, vatTotal: DecimalText, vatTotalInVatCurrency: DecimalText,
  grossTotal: DecimalText, prepaid: DecimalText, rounding: DecimalText, amountDue: DecimalText,
}).partial();

const Part = z.union([
  z.strictObject({ at: z.string(), after: z.string().optional(), element: z.string().refine(isElement, "must be one well-formed XML element"), instead: z.array(z.string()).optional() }),
  z.strictObject({ at: z.string(), attribute: z.string().regex(/^[\w.-]+$/, "must be a plain attribute name"), value: z.string(), instead: z.string().optional() }),
  z.strictObject({ at: z.string(), text: z.string(), instead: z.string() }),
]);

/** An invoice as JSON: the model of `types.ts`. Totals, VAT breakdown and line nets may be left out, lists that are empty too. */
export const InvoiceJson = z.strictObject({
  number: Text, issueDate: CivilDate, typeCode: z.string().regex(/^\d{2,3}$/, "must be a document type of UNTDID 1001, like 380").default("380"), currency: Currency,
  vatCurrency: Currency.optional(), vatPointDate: CivilDate.optional(), vatPointDateCode: Text.optional(), dueDate: CivilDate.optional(), buyerReference: Text.optional(),
  projectReference: Text.optional(), contractReference: Text.optional(), purchaseOrderReference: Text.optional(), salesOrderReference: Text.optional(),
  receivingAdviceReference: Text.optional(), despatchAdviceReference: Text.optional(), tenderReference: Text.optional(), invoicedObject: Identifier.optional(),
  buyerAccountingReference: Text.optional(), paymentTerms: Text.optional(), notes: list(z.strictObject({ subject: Text.optional(), text: Text })),
  businessProcess: Text.optional(), specification: Text.optional(),
  precedingInvoices: list(z.strictObject({ number: Text, issueDate: CivilDate.optional() })),
  seller: Party, buyer: Party,
  payee: z.strictObject({ name: Text, identifier: Identifier.optional(), legalRegistration: Identifier.optional() }).optional(),
  taxRepresentative: z.strictObject({ name: Text, vatId: Text, address: Address.optional() }).optional(),
  delivery: z.strictObject({ name: Text.optional(), location: Identifier.optional(), date: CivilDate.optional(), address: Address.optional() }).optional(),
  invoicingPeriod: Period.optional(),
  payment: z.strictObject({
    meansCode: Text, meansText: Text.optional(), reference: Text.optional(),
    transfers: list(z.strictObject({ account: Text, accountName: Text.optional(), bic: Text.optional() })),
    card: z.strictObject({ number: Text, holder: Text.optional() }).optional(),
    directDebit: z.strictObject({ mandate: Text.optional(), creditorId: Text.optional(), debitedAccount: Text.optional() }).optional(),
  }).optional(),
  allowances: list(DocumentChange), charges: list(DocumentChange), totals: Totals.default({}),
  vatBreakdown: list(z.strictObject({ category: Category, rate: DecimalText.optional(), base: DecimalText, tax: DecimalText, exemptionReason: Text.optional(), exemptionReasonCode: Text.optional() })),
  supportingDocuments: list(z.strictObject({
    id: Text, description: Text.optional(), url: Text.optional(),
    attachment: z.strictObject({ name: Text, mimeType: Text, base64: z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/, "must be base64 text") }).optional(),
  }), 100),
  lines: list(Line, 20_000),
  unknown: z.strictObject({ syntax: z.enum(["ubl", "cii"]), root: z.enum(["Invoice", "CreditNote"]).optional(), parts: z.array(Part).max(20_000) }).optional(),
});
export type InvoiceJson = z.input<typeof InvoiceJson>;

/** What is wrong with an invoice given as JSON: one sentence per finding, each beginning with its place: "lines[2].quantity must be …". */
export class InvoiceJsonError extends Error {
  override readonly name = "InvoiceJsonError";
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.length === 1 ? problems[0]! : `The invoice has ${problems.length} mistakes:\n- ${problems.join("\n- ")}`);
    this.problems = problems;
  }
}

/**
 * Checks JSON (text or value) and returns the invoice, with the amounts that were left out computed from its lines. Throws
 * InvoiceJsonError with every mistake found, at most 20. Whether the invoice obeys EN 16931 is not asked here.
 */
export function parseInvoice(json: unknown): Invoice {
  const result = InvoiceJson.safeParse(typeof json === "string" ? readJson(json) : json);
  if (!result.success) throw new InvoiceJsonError(result.error.issues.slice(0, 20).map(sentence));
  const { totals, lines } = result.data;
  if (lines.length === 0 && totals.grossTotal === undefined) throw new InvoiceJsonError(["lines has no entries and totals no grossTotal: there is nothing to pay. Add the lines."]);
  return completed(result.data) as Invoice;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InvoiceJsonError([`The invoice is not JSON: ${(cause as Error).message}`]);
  }
}

function sentence(issue: z.core.$ZodIssue): string {
  const path = issue.path.reduce<string>((text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? String(step) : `${text}.${String(step)}`), "");
  const remark = issue.code === "invalid_type" && issue.message.includes("received undefined") ? "is missing"
    : issue.code === "unrecognized_keys" ? `has fields that no invoice has: ${issue.keys.join(", ")}`
    : issue.message.replace(/^Invalid (input|option): expected/, "must be");
  return `${path === "" ? "The invoice" : path}${/^(must|is|has) /.test(remark) ? " " : ": "}${remark}.`.replace(/\.\.$/, ".");
}

// Put into a file as it is, so it must not be more than it says.
function isElement(xml: string): boolean {
  try {
    const known = ["cbc", "cac", "rsm", "ram", "udt", "qdt"].map((prefix) => ` xmlns:${prefix}="urn:${prefix}"`).join("");
    return parseXml(new TextEncoder().encode(`<wrap${known}>${xml}</wrap>`)).children.length === 1;
  } catch (error) {
    if (error instanceof XmlError) return false;
    throw error;
  }
}
