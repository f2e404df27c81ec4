/** What a child may answer, checked as hostile input: known keys only, finite numbers, bounded lists and texts. */

import { z } from "zod";
import type { Reading } from "@counterfoil/extract";
// By itself: whoever waits for a child need not load the engine.
import { ALLOWANCE_KINDS, FIELD_PATHS } from "@counterfoil/extract/reading.ts";
import { MOST } from "./bounds.ts";
import { LIMITS, REASON_CODES } from "./limits.ts";

const Text = (most: number) => z.string().max(most).refine((text) => !text.includes("\0"), "holds U+0000");
const Points = z.number().finite().min(-MOST.points).max(MOST.points);
const Share = z.number().finite().min(0).max(1);
const PageNumber = z.int().min(1).max(10_000);

const Box = z.strictObject({ x: Points, y: Points, width: Points, height: Points });
const Evidence = z.strictObject({ page: PageNumber, box: Box, raw: Text(MOST.text) });
const Alternative = z.strictObject({ value: Text(MOST.text), evidence: z.array(Evidence).max(MOST.evidence), confidence: Share, reason: Text(500) });
const Field = z.strictObject({
  value: Text(MOST.text),
  source: z.enum(["xml", "text", "ocr", "derived", "memory", "human"]),
  confidence: Share,
  level: z.enum(["proven", "sure", "unsure"]),
  evidence: z.array(Evidence).max(MOST.evidence),
  formula: Text(2000).optional(),
  checks: z.array(Text(100)).max(MOST.namesOfChecks),
  reason: Text(500).optional(),
  alternatives: z.array(Alternative).max(MOST.alternatives),
});
const Fields = z.strictObject(Object.fromEntries(FIELD_PATHS.map((path) => [path, Field.optional()])));
const Line = z.strictObject({
  description: Field.optional(), quantity: Field.optional(), unit: Field.optional(), unitPrice: Field.optional(),
  netAmount: Field.optional(), taxRate: Field.optional(), itemId: Field.optional(), lineNumber: Field.optional(), discount: Field.optional(),
  discountPercent: Field.optional(), grossPrice: Field.optional(), baseQuantity: Field.optional(), gtin: Field.optional(),
  periodStart: Field.optional(), periodEnd: Field.optional(), taxCategory: Field.optional(),
});
const Tax = z.strictObject({ rate: Field.optional(), base: Field.optional(), amount: Field.optional(), category: Field.optional(), reason: Field.optional() });
const Account = z.strictObject({ iban: Field.optional(), number: Field.optional(), bic: Field.optional(), name: Field.optional(), routing: Field.optional() });
const Allowance = z.strictObject({ kind: z.enum(ALLOWANCE_KINDS), amount: Field.optional(), percent: Field.optional(), reason: Field.optional() });
const Identifier = z.strictObject({ party: z.enum(["supplier", "customer"]), scheme: Text(40), value: Field });
const Check = z.strictObject({ name: Text(100), holds: z.boolean(), equation: Text(MOST.text), difference: Text(100).optional(), operands: z.array(Text(100)).max(MOST.operands) });
const Page = z.strictObject({ number: PageNumber, width: Points, height: Points, source: z.enum(["text", "ocr", "xml", "none"]), reason: Text(500), words: z.int().min(0) });
const Problem = z.strictObject({ code: Text(100), message: Text(2000), page: PageNumber.optional() });

export const ReadingSchema = z.strictObject({
  engine: z.strictObject({ name: z.literal("counterfoil"), version: Text(40), weights: Text(64).optional() }),
  syntax: z.enum(["pdf", "image", "ubl", "cii", "facturx", "fatturapa"]),
  fields: Fields,
  lines: z.array(Line).max(MOST.lines),
  taxes: z.array(Tax).max(MOST.taxes),
  accounts: z.array(Account).max(MOST.accounts),
  allowances: z.array(Allowance).max(MOST.allowances),
  charges: z.array(Allowance).max(MOST.allowances),
  identifiers: z.array(Identifier).max(MOST.identifiers),
  checks: z.array(Check).max(MOST.checks),
  proof: z.enum(["complete", "partial", "contradictory", "none"]),
  proofBound: Share.optional(),
  pages: z.array(Page).max(LIMITS.pages),
  problems: z.array(Problem).max(MOST.problems),
  parts: z.array(z.strictObject({ from: PageNumber, to: PageNumber, reason: Text(500) })).min(2).max(100).optional(),
  explained: z.array(z.strictObject({
    field: Text(40), none: Share,
    candidates: z.array(z.strictObject({ value: Text(MOST.text), page: PageNumber, raw: Text(200), share: Share, score: z.number().finite(), facts: z.array(z.strictObject({ name: Text(100), adds: z.number().finite() })).max(12) })).max(4),
  })).max(30).optional(),
}) as unknown as z.ZodType<Reading>;

const Progress = z.strictObject({
  type: z.literal("progress"),
  stage: z.enum(["text", "picture", "ocr", "fields"]),
  page: PageNumber.optional(),
  pages: PageNumber.optional(),
  share: Share.optional(),
});
export type Progress = Omit<z.infer<typeof Progress>, "type">;

/** How much the child holds after a job, so that the parent can replace it in time. */
const Usage = z.strictObject({ residentBytes: z.number().finite(), cpuMs: z.number().finite() });

const Short = Text(300);
const Judged = z.strictObject({
  container: z.enum(["xml", "pdf"]), syntax: z.enum(["UBL", "CII"]), profile: Short, engine: Text(400), rules: z.array(z.enum(["EN16931", "PEPPOL", "XRECHNUNG"])).max(3),
  findings: z.array(z.strictObject({ rule: Text(60), severity: z.enum(["fatal", "warning", "information"]), count: z.int().min(1), path: Short, line: z.int().min(0), text: Text(1000) })).max(500),
  more: z.int().min(0),
  says: z.strictObject({ number: Short.nullable(), issueDate: Short.nullable(), seller: Short.nullable(), buyer: Short.nullable(), currency: Short.nullable(), total: Short.nullable() }),
});
/** What our own rules make of an e-invoice. `more` findings than fit are only counted. */
export type JudgedDocument = z.infer<typeof Judged>;

/** What a lesson made of the memory; `teach` in child.ts checks it as an imported one is, for which it loads the engine. */
const TaughtMemory = z.custom<object>((value) => typeof value === "object" && value !== null && !JSON.stringify(value).includes("\\u0000"), "is no supplier memory");

export const ChildMessage = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("ready") }),
  Progress,
  z.strictObject({ type: z.literal("read"), reading: ReadingSchema, usage: Usage }),
  z.strictObject({ type: z.literal("taught"), memory: TaughtMemory, usage: Usage }),
  z.strictObject({ type: z.literal("replayed"), fixes: z.int().min(0), breaks: z.int().min(0), usage: Usage }),
  z.strictObject({ type: z.literal("page-image"), image: z.base64().max(LIMITS.answerBytes), mediaType: z.enum(["image/png", "image/jpeg"]), width: z.int().min(1), height: z.int().min(1), usage: Usage }),
  z.strictObject({
    type: z.literal("page-words"), width: Points, height: Points, source: z.enum(["text", "ocr", "none"]),
    words: z.array(z.strictObject({ text: Text(1000), box: Box })).max(50_000), usage: Usage,
  }),
  z.strictObject({ type: z.literal("judge"), judged: Judged, usage: Usage }),
  /** PDFs in Base64, decoded leniently and then told by their content like an upload. */
  z.strictObject({ type: z.literal("cut"), files: z.array(z.string().max(LIMITS.answerBytes)).min(1).max(100), usage: Usage }),
  z.strictObject({ type: z.literal("count"), pages: z.int().min(1), usage: Usage }),
  /** `fatal`: the child cannot go on (its WebAssembly memory is gone) and ends by itself. */
  z.strictObject({ type: z.literal("failed"), code: z.enum(REASON_CODES), detail: Text(1000), fatal: z.boolean() }),
]);
export type ChildMessage = z.infer<typeof ChildMessage>;
