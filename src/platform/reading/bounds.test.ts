import type { Field, Reading } from "@counterfoil/extract";
import { expect, test } from "vitest";
import { ReadingSchema } from "./answers.ts";
import { bounded } from "./bounds.ts";

const box = { x: 1, y: 2, width: 3, height: 4 };
const field = (value: string): Field => ({ value, source: "text", confidence: 0.9, level: "sure", evidence: [{ page: 1, box, raw: value }], checks: ["label"], alternatives: [] });
const reading = (description: Field): Reading => ({
  engine: { name: "counterfoil", version: "0.1.0" }, syntax: "pdf", fields: { invoiceNumber: field("R-1") }, lines: [{ description }], taxes: [], accounts: [], allowances: [], charges: [], identifiers: [],
  checks: [{ name: "lines_sum", holds: true, equation: "1 = 1", operands: ["netTotal"] }], proof: "none",
  pages: [{ number: 1, width: 595, height: 842, source: "text", reason: "text layer", words: 2 }], problems: [],
});

test("an ordinary reading passes unchanged", () => {
  expect(bounded(reading(field("Paper")))).toEqual(reading(field("Paper")));
  expect(ReadingSchema.parse(bounded(reading(field("Paper"))))).toEqual(reading(field("Paper")));
});

test("whatever a document makes the engine say fits the schema after cutting", () => {
  const odd = field(`a\0b${"x".repeat(50_000)}`);
  odd.evidence = Array.from({ length: 5000 }, () => ({ page: 1, box: { x: Infinity, y: NaN, width: 1e12, height: -1e12 }, raw: "y".repeat(9000) }));
  odd.checks = Array.from({ length: 300 }, (_, i) => `check ${i}`);
  odd.reason = "z".repeat(3000);
  const raw = reading(odd);
  expect(ReadingSchema.safeParse(raw).success).toBe(false);
  const cut = ReadingSchema.parse(bounded(raw));
  expect(cut.lines[0]!.description!.value).toMatch(/^abx+…$/);
  expect(cut.lines[0]!.description!.evidence).toHaveLength(200);
});
