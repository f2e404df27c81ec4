import { AmountError, Decimal, isCurrency, parseAmount } from "@counterfoil/money";
import { z } from "zod";
import { factNames } from "./labels.ts";

// Limits keep a hostile or mistaken document from holding the machine: 1,900 lines are 45 pages, 5,000 the most we print.
const longestName = 300;
const longestText = 20_000;
const mostLines = 5_000;
const largestImage = 2_000_000;

const Name = z.string().trim().min(1, "must not be empty").max(longestName, `must be at most ${longestName} characters`);
const Prose = z.string().max(longestText, `must be at most ${longestText} characters`);
const DecimalText = z.string().refine((text) => Decimal.tryParse(text) !== null, "must be a number written with a dot, like 1234.50");
const CivilDate = z.string().refine(isCivilDate, "must be a date like 2026-03-31");
const Language = z.string().refine(isLanguageTag, "must be a language tag like en, de or fr-CA");

const Png = z.custom<Uint8Array | string>((value) => value instanceof Uint8Array || typeof value === "string", "must be a PNG image as base64 text").transform((image, context) => {
  const bytes = typeof image !== "string" ? image : /^[A-Za-z0-9+/\s]*(?:=\s*){0,2}$/.test(image) ? new Uint8Array(Buffer.from(image, "base64")) : null;
  const remark = bytes === null ? "must be a PNG image as base64 text" : bytes.length > largestImage ? "is larger than 2 MB" : isPng(bytes) ? null : "is not a PNG image";
  if (bytes !== null && remark === null) return bytes;
  context.addIssue({ code: "custom", message: remark! });
  return z.NEVER;
});

const Bank = z.object({
  iban: z.string().trim().min(1).max(60),
  bic: z.string().trim().max(20).optional(),
  holder: Name.optional(),
  name: Name.optional(),
});

const Seller = z.object({
  /** Legal name, printed in the foot and on the slip. */
  name: Name,
  /** Trading name for the head; the legal name when absent. */
  brand: Name.optional(),
  address: z.array(Name).max(8).default([]),
  vatId: Name.optional(),
  taxNumber: Name.optional(),
  /** Company register as it must be printed: "Registered in Ireland 402 911". */
  registration: Name.optional(),
  phone: Name.optional(),
  email: Name.optional(),
  website: Name.optional(),
  bank: Bank.optional(),
  /** PNG bytes; base64 text in JSON. */
  logo: Png.optional(),
  /** One company colour, "#22405c"; used for text only where it reaches 4.5 : 1 on white. */
  colour: z.string().regex(/^#[0-9a-fA-F]{6}$/, "must be a colour like #22405c").optional(),
});

const Party = z.object({
  name: Name,
  /** A person, printed above the firm's name. */
  attention: Name.optional(),
  address: z.array(Name).max(8).default([]),
  vatId: Name.optional(),
});

const Fact = z.union([
  z.object({ name: z.enum(factNames), date: CivilDate }),
  z.object({ name: z.literal("period"), from: CivilDate, to: CivilDate }),
  z.object({ name: z.enum(factNames), text: Name }),
  z.object({ label: Name, text: Name }),
]);

const Line = z.object({
  /** Heading printed before the first of consecutive lines with the same group. */
  group: Name.optional(),
  description: z.string().trim().min(1, "must not be empty").max(2_000),
  /** Smaller text below the description, line breaks kept. */
  detail: Prose.optional(),
  quantity: DecimalText.optional(),
  unit: z.string().trim().max(40).optional(),
  /** Price of one unit, as many decimals as it has. */
  price: DecimalText.optional(),
  /** VAT rate in percent: "23". */
  vatRate: DecimalText.optional(),
  /** Printed instead of a rate: "exempt". */
  vatLabel: z.string().trim().max(20).optional(),
  /** null prints "included". */
  amount: DecimalText.nullable(),
  /** Proposals: a box, ticked or not. Lines that are not chosen are grey and count in no sum. */
  option: z.enum(["chosen", "not_chosen"]).optional(),
});

const LabelledAmount = z.object({ label: Name, amount: DecimalText });

const Totals = z.object({
  /** Allowances and charges on the whole document, between the sum of lines and net. */
  adjustments: z.array(LabelledAmount).max(40).default([]),
  net: DecimalText,
  vat: z.array(z.object({ rate: DecimalText.optional(), label: Name.optional(), base: DecimalText.optional(), amount: DecimalText })).max(40).default([]),
  gross: DecimalText,
  /** Money already received, positive. */
  paid: z.array(z.object({ date: CivilDate.optional(), label: Name.optional(), amount: DecimalText })).max(100).default([]),
  rounding: DecimalText.optional(),
  /** Amount due (BT-115). When absent the gross total closes the sums. */
  toPay: DecimalText.optional(),
});

const Slip = z.object({
  payee: Name,
  iban: Bank.shape.iban,
  bic: Bank.shape.bic,
  reference: Name,
  amount: DecimalText,
  due: CivilDate.optional(),
  /** Text of the QR code, see `epcPayload`. No code is drawn without it. */
  qr: z.string().min(1).max(1_200).optional(),
});

const Certificate = z.object({
  acceptedBy: Name,
  email: Name.optional(),
  /** As it shall be read, with zone: "7 November 2026, 14:06 (Europe/Dublin)". */
  acceptedAt: Name,
  /** "Drawn signature on the page sent to …", "typed name". */
  how: Name,
  /** The consent sentence which was ticked. */
  statement: Prose.optional(),
  total: DecimalText.optional(),
  fingerprint: z.string().trim().min(8).max(200),
  /** PNG of the drawn signature. */
  signature: Png.optional(),
  /** Further rows, in order: address of the network, version of the terms. */
  more: z.array(z.object({ label: Name, text: Name })).max(20).default([]),
});

const shape = z.object({
  kind: z.enum(["invoice", "credit_note", "proposal"]),
  /** null prints “Draft, no number yet”. */
  number: Name.max(60, "must be at most 60 characters").nullable(),
  /** What it is about: "Proposal for a library bar". The kind's own word stands in the head. */
  title: Name.optional(),
  /** Words: en, de, fr, es, it, nl, ar, he; other languages print the English words. */
  language: Language.default("en"),
  /** Numbers and dates; the language when absent. */
  locale: Language.optional(),
  currency: z.string().refine(isCurrency, "must be an ISO 4217 currency like EUR"),
  /** Issue date; also the creation date inside the file, so that equal documents are equal bytes. */
  date: CivilDate,
  seller: Seller,
  buyer: Party,
  deliverTo: Party.optional(),
  facts: z.array(Fact).max(16).default([]),
  /** Name of the tax where it is not the language's word for VAT: "GST", "Sales tax". */
  taxName: z.string().trim().min(1).max(20).optional(),
  /** Text with a little Markdown (paragraphs, ## headings, lists, **bold**, *italic*, links), before or after the lines. */
  sections: z.array(z.object({ title: Name.optional(), text: Prose, place: z.enum(["before", "after"]).default("before") })).max(60).default([]),
  lines: z.array(Line).max(mostLines, `must be at most ${mostLines} lines`).default([]),
  totals: Totals,
  /** Proposals: what is due when. */
  schedule: z.array(LabelledAmount).max(40).default([]),
  /** Small Markdown, below the totals. */
  notes: Prose.optional(),
  /** Sentences the law asks for (reverse charge, exemption, small business), beside the totals. */
  legal: z.array(Prose).max(12).default([]),
  slip: Slip.optional(),
  /** Proposals: asks for a signature on paper. */
  signature: z.object({ statement: Prose.optional(), online: Prose.optional() }).optional(),
  /** Proposals: proof of the acceptance, on a page of its own. */
  certificate: Certificate.optional(),
});

/**
 * Everything a printed invoice, credit note or proposal shows. Amounts are exact decimal text in `currency` ("1234.50"),
 * dates are civil dates, prose is data and never markup for the typesetter. The schema also reads JSON: images are then
 * base64 text. `PaperDocument` is the checked form, `PaperDocumentInput` what callers may write (defaults left out).
 */
export const PaperDocument = shape.superRefine((document, context) => {
  for (const [path, amount] of amountsOf(document)) {
    try {
      if (isCurrency(document.currency)) parseAmount(amount, document.currency);
    } catch (error) {
      if (!(error instanceof AmountError)) throw error;
      context.addIssue({ code: "custom", path, message: error.message });
    }
  }
});
export type PaperDocument = z.output<typeof shape>;
export type PaperDocumentInput = z.input<typeof shape>;

/** What is wrong with a document, one sentence per finding, each beginning with the path: "lines[2].price must be …". */
export class PaperDocumentError extends Error {
  override readonly name = "PaperDocumentError";
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.length === 1 ? problems[0]! : `The document has ${problems.length} mistakes:\n- ${problems.join("\n- ")}`);
    this.problems = problems;
  }
}

/**
 * Checks unknown JSON (text or value) and returns the document. Throws PaperDocumentError with every mistake found, at
 * most 20 of them; a text that is no JSON is one mistake.
 */
export function parsePaperDocument(json: unknown): PaperDocument {
  const result = PaperDocument.safeParse(typeof json === "string" ? readJson(json) : json);
  if (result.success) return result.data;
  throw new PaperDocumentError(result.error.issues.slice(0, 20).map((issue) => sentence(issue)));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PaperDocumentError([`The document is not JSON: ${(cause as Error).message}`]);
  }
}

function sentence(issue: z.core.$ZodIssue): string {
  const path = issue.path.reduce<string>((text, step) => (typeof step === "number" ? `${text}[${step}]` : text === "" ? String(step) : `${text}.${String(step)}`), "");
  const remark = issue.code === "invalid_type" && issue.message.includes("received undefined") ? "is missing"
    : issue.code === "unrecognized_keys" ? `has unknown fields: ${issue.keys.join(", ")}`
    : issue.message.replace(/^Invalid (input|option): expected/, "must be");
  return `${path === "" ? "The document" : path}${/^(must|is|has) /.test(remark) ? " " : ": "}${remark}.`.replace(/\.\.$/, ".");
}

/** Every amount of money in the document with its path; prices are not among them, they may have more decimals. */
function* amountsOf(document: PaperDocument): Generator<[(string | number)[], string]> {
  for (const [index, line] of document.lines.entries()) if (line.amount !== null) yield [["lines", index, "amount"], line.amount];
  const { totals } = document;
  yield [["totals", "net"], totals.net];
  yield [["totals", "gross"], totals.gross];
  for (const [index, row] of totals.adjustments.entries()) yield [["totals", "adjustments", index, "amount"], row.amount];
  for (const [index, row] of totals.vat.entries()) {
    yield [["totals", "vat", index, "amount"], row.amount];
    if (row.base !== undefined) yield [["totals", "vat", index, "base"], row.base];
  }
  for (const [index, row] of totals.paid.entries()) yield [["totals", "paid", index, "amount"], row.amount];
  if (totals.rounding !== undefined) yield [["totals", "rounding"], totals.rounding];
  if (totals.toPay !== undefined) yield [["totals", "toPay"], totals.toPay];
  for (const [index, row] of document.schedule.entries()) yield [["schedule", index, "amount"], row.amount];
  if (document.slip) yield [["slip", "amount"], document.slip.amount];
  if (document.certificate?.total !== undefined) yield [["certificate", "total"], document.certificate.total];
}

function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}

function isPng(bytes: Uint8Array): boolean {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  return bytes.length > 40 && signature.every((byte, index) => bytes[index] === byte);
}
