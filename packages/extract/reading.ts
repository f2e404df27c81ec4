/**
 * What one read document looks like: the shapes shared by the engine, the OCR adapter, storage and the review screen.
 *
 * Units: boxes are PDF points (1/72 inch) from the top left of the page as it is shown; for images one point is
 * 1/72 inch of the stated page size. Pages count from 1. Confidence runs from 0 to 1. Values are normalised text:
 * money "1234.50" (decimal point, sign in front), dates "2025-03-31", currency ISO 4217, rates in percent "19".
 *
 * A field that was not found is absent; there is no empty field. A field always carries evidence (where it was
 * printed) or a formula (what it was computed from).
 */

/** Where a value came from: e-invoice XML, a PDF's text layer, OCR, arithmetic, what the supplier taught us, a person. */
export type Source = "xml" | "text" | "ocr" | "derived" | "memory" | "human";

export type Box = { x: number; y: number; width: number; height: number };

export type Evidence = { page: number; box: Box; raw: string };

/**
 * proven: a checksum, or arithmetic together with a label, or XML says so, or a labelled answer of a clearness that was
 * wrong less than once in two hundred on unseen layouts.
 * sure: good evidence, nothing against it. unsure: a person should look; `reason` says why.
 */
export type Level = "proven" | "sure" | "unsure";

export type Alternative = { value: string; evidence: Evidence[]; confidence: number; reason: string };

export type Field = {
  value: string;
  source: Source;
  confidence: number;
  level: Level;
  evidence: Evidence[];
  /** How a derived value was computed, with numbers: "3,760.40 + 864.89 = 4,625.29". */
  formula?: string;
  /** Names of the facts that support the value: "iban_checksum", "net_plus_tax", "label". */
  checks: string[];
  /** For people, when the level is unsure: what is doubtful. */
  reason?: string;
  alternatives: Alternative[];
};

/**
 * The header fields, under the names of EN 16931 where it has them (BT numbers beside each); `ext` marks what it lacks.
 * Dates, amounts and codes are normalised as above; references are as printed.
 */
export const FIELD_PATHS = [
  "documentType", // BT-3, as one of DOCUMENT_TYPES
  "invoiceNumber", "issueDate", "dueDate", "taxPointDate", // BT-1, BT-2, BT-9, BT-7
  "deliveryDate", "periodStart", "periodEnd", // BT-72, BT-73, BT-74
  "purchaseOrder", "salesOrder", "buyerReference", // BT-13, BT-14, BT-10
  "contractReference", "projectReference", "despatchAdvice", "receivingAdvice", "accountingReference", // BT-12, BT-11, BT-16, BT-15, BT-19
  "precedingInvoice.number", "precedingInvoice.date", // BT-25, BT-26
  "currency", "taxCurrency", "exchangeRate", // BT-5, BT-6, ext: one unit of the invoice currency in the tax currency, as printed
  "note", // BT-22
  "supplier.name", "supplier.tradingName", "supplier.vatId", "supplier.taxNumber", "supplier.registrationNumber", // BT-27, BT-28, BT-31, BT-32, BT-30
  "supplier.address", "supplier.iban", "supplier.bic", // BT-35 … 40; BT-84 and BT-86 of the account to pay to
  "supplier.contactName", "supplier.email", "supplier.phone", "supplier.website", // BT-41, BT-43, BT-42, ext
  "customer.name", "customer.vatId", "customer.taxNumber", "customer.registrationNumber", // BT-44, BT-48, ext, BT-47
  "customer.address", "customer.number", "customer.contactName", "customer.email", "customer.phone", // BT-50 … 55, BT-46, BT-56, BT-58, BT-57
  "payee.name", "taxRepresentative.name", "taxRepresentative.vatId", "taxRepresentative.address", // BT-59, BT-62, BT-63, BT-64 … 69
  "deliverTo.name", "deliverTo.address", // BT-70, BT-75 … 80
  "lineTotal", "allowanceTotal", "chargeTotal", // BT-106, BT-107, BT-108
  "netTotal", "taxTotal", "taxTotalInTaxCurrency", "grossTotal", // BT-109, BT-110, BT-111, BT-112
  "withholding", "prepaid", "rounding", "previousBalance", "amountDue", // ext (income tax kept back by the buyer, positive), BT-113, BT-114, ext, BT-115
  "paymentMeans", "paymentReference", "paymentTerms", // BT-81 (UNTDID 4461), BT-83, BT-20
  "mandateReference", "creditorId", "debitedAccount", "cardLastFour", // BT-89, BT-90, BT-91, BT-87
  "time", "tendered", "change", "tip", // ext, of receipts: "14:05" or "14:05:09", money given, money back, gratuity
] as const;

export type FieldPath = (typeof FIELD_PATHS)[number];

export type Fields = Partial<Record<FieldPath, Field>>;

/** The values of `documentType`. */
export const DOCUMENT_TYPES = ["invoice", "credit_note", "receipt", "statement", "other"] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/**
 * One invoice line. `netAmount` is the printed line total (BT-131); `taxRate` is in percent (BT-152); `unit` is as printed;
 * `unitPrice` is what one unit, or `baseQuantity` units, cost (BT-146), `grossPrice` what the price was before a price
 * discount (BT-148). `discount` and `discountPercent` come off afterwards: quantity × price − discount = amount.
 */
export type ReadLine = {
  description?: Field;
  quantity?: Field;
  unit?: Field;
  unitPrice?: Field;
  netAmount?: Field;
  taxRate?: Field;
  itemId?: Field;
  /** BT-126, as printed: "1", "010". */
  lineNumber?: Field;
  /** BT-136: what the line is reduced by, as a positive amount. */
  discount?: Field;
  /** BT-138: the same in percent. */
  discountPercent?: Field;
  grossPrice?: Field;
  /** BT-149: "per 100" is "100"; absent means 1. */
  baseQuantity?: Field;
  /** BT-157: eight, twelve, thirteen or fourteen digits whose check digit fits. */
  gtin?: Field;
  /** BT-134, BT-135. */
  periodStart?: Field;
  periodEnd?: Field;
  /** BT-151, UNTDID 5305. */
  taxCategory?: Field;
};

/** One row of the tax summary (BG-23). `category` is UNTDID 5305 (S, Z, E, AE …), `reason` why no tax is due (BT-120). */
export type ReadTax = { rate?: Field; base?: Field; amount?: Field; category?: Field; reason?: Field };

/**
 * One account that the document asks to pay to (BG-17): `iban` or, without one, the national `number` (BT-84), its `bic`
 * (BT-86) and holder `name` (BT-85). `routing` is the national bank code: sort code, ABA, BSB, BLZ. All that are printed are
 * listed; the one chosen for payment is `supplier.iban` as well.
 */
export type ReadAccount = { iban?: Field; number?: Field; bic?: Field; name?: Field; routing?: Field };

export const ALLOWANCE_KINDS = ["discount", "freight", "tip", "deposit", "other"] as const;
export type AllowanceKind = (typeof ALLOWANCE_KINDS)[number];

/**
 * An allowance (BG-20) or charge (BG-21) on the whole document; amounts are positive in both lists. `percent` BT-94, BT-101;
 * `reason` BT-97, BT-104, as printed.
 */
export type ReadAllowance = { kind: AllowanceKind; amount?: Field; percent?: Field; reason?: Field };

/**
 * A number by which a register knows one of the parties (BT-29, BT-30, BT-46, BT-47 and their likes). `scheme` is one of
 * identifiers.ts ("siret", "gln", "lei", "abn", "handelsregister" …); the value's `checks` say whether its check digits hold.
 */
export type ReadIdentifier = { party: "supplier" | "customer"; scheme: string; value: Field };

/**
 * One equation between values of the document, whether it holds or not.
 * `operands` name fields ("netTotal") or places ("lines.2.netAmount", "taxes.0.base").
 */
export type Check = { name: string; holds: boolean; equation: string; difference?: string; operands: (FieldPath | string)[] };

/** How a page was read and why that way. `words` is the number of words found. */
export type ReadPage = {
  number: number;
  width: number;
  height: number;
  source: "text" | "ocr" | "xml" | "none";
  reason: string;
  words: number;
};

/** A finding about the document itself, for people: a stable code and a sentence. */
export type Problem = { code: string; message: string; page?: number };

/** A run of pages that forms one document, and why it begins at its first page. */
export type Part = { from: number; to: number; reason: string };

/** What the document is written in: a page format we read by looking, or an e-invoice syntax read exactly. */
export type Syntax = "pdf" | "image" | "ubl" | "cii" | "facturx" | "fatturapa";

/** How far the arithmetic of the totals holds together. */
export type Proof = "complete" | "partial" | "contradictory" | "none";

/** Why a field got its value: what was weighed, best first, and what each fact added to its score. `share` is the chance among all candidates and "none". */
export type Explanation = { field: string; none: number; candidates: { value: string; page: number; raw: string; share: number; score: number; facts: { name: string; adds: number }[] }[] };

export type Reading = {
  /** `weights` is the hash of the learned weights; absent where nothing was ranked (XML). */
  engine: { name: "counterfoil"; version: string; weights?: string };
  syntax: Syntax;
  fields: Fields;
  lines: ReadLine[];
  taxes: ReadTax[];
  accounts: ReadAccount[];
  allowances: ReadAllowance[];
  charges: ReadAllowance[];
  identifiers: ReadIdentifier[];
  checks: Check[];
  proof: Proof;
  /** Bound on the probability that the equations of the proof hold by coincidence, 0 to 1; absent without a proof. */
  proofBound?: number;
  pages: ReadPage[];
  problems: Problem[];
  /** Page ranges that seem to be documents of their own, in order and without gaps, and why each begins; absent when it is one document. */
  parts?: Part[];
  /** Only when asked for. */
  explained?: Explanation[];
};

/** Changes whenever the engine may answer differently; stored with every reading. */
export const ENGINE_VERSION = "0.4.0";
