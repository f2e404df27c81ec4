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

export const FIELD_PATHS = [
  "documentType", "invoiceNumber", "issueDate", "dueDate", "deliveryDate", "purchaseOrder", "buyerReference", "currency",
  "supplier.name", "supplier.vatId", "supplier.taxNumber", "supplier.address", "supplier.iban", "supplier.bic",
  "supplier.email", "supplier.phone", "customer.name", "customer.vatId", "customer.address", "customer.number",
  "netTotal", "taxTotal", "grossTotal", "prepaid", "rounding", "amountDue", "paymentReference", "paymentTerms",
] as const;

export type FieldPath = (typeof FIELD_PATHS)[number];

export type Fields = Partial<Record<FieldPath, Field>>;

/** The values of `documentType`. */
export const DOCUMENT_TYPES = ["invoice", "credit_note", "receipt", "statement", "other"] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** One invoice line. `netAmount` is the printed line total; `taxRate` is in percent; `unit` is as printed. */
export type ReadLine = {
  description?: Field;
  quantity?: Field;
  unit?: Field;
  unitPrice?: Field;
  netAmount?: Field;
  taxRate?: Field;
  itemId?: Field;
};

/** One row of the tax summary. `category` is UNTDID 5305 (S, Z, E, AE …). */
export type ReadTax = { rate?: Field; base?: Field; amount?: Field; category?: Field };

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
  checks: Check[];
  proof: Proof;
  pages: ReadPage[];
  problems: Problem[];
  /** Only when asked for. */
  explained?: Explanation[];
};

/** Changes whenever the engine may answer differently; stored with every reading. */
export const ENGINE_VERSION = "0.2.0";
