// Each value names the box it stands in: the box, read again from the file by PDFium's own text search, says the same value.
import { readPdfWords, readWords } from "@counterfoil/extract";
import { makeSpecimen, writePdf } from "@counterfoil/specimens";
import { expect, test } from "vitest";
import { goodPdf } from "../../../test/bad-input/make.ts";
import { fieldsWithEvidence, notReread, saysValue } from "../../../test/reread.ts";
import { PdfDocument } from "./pdfium.ts";

async function reread(bytes: Uint8Array) {
  const { pages, problems } = await readPdfWords(bytes.slice());
  const reading = readWords(pages, { problems });
  const pdf = await PdfDocument.open(bytes);
  try {
    return { wrong: notReread(pdf, reading), count: [...fieldsWithEvidence(reading)].length, moved: notReread(pdf, JSON.parse(JSON.stringify(reading), (key, value) => (key === "y" ? (value as number) + 40 : value) as unknown)) };
  } finally {
    pdf.close();
  }
}

test("the boxes of 40 documents of different layouts, read again, say what was read", { timeout: 120_000 }, async () => {
  const files = [goodPdf(), ...Array.from({ length: 40 }, (_, i) => writePdf(makeSpecimen(`places-${i}`).pages))];
  const results = [];
  for (const file of files) results.push(await reread(file));
  expect(results.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(results.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(1000);
  // Boxes that are off say something else.
  for (const { moved, count } of results) expect(moved.length).toBeGreaterThan(count / 4);
});

test("a value is said in any way of writing it, and by nothing else", () => {
  expect(["1.234,50 EUR", "USD 1,234.50", "1 234,50-", "(1,234.50)"].filter((text) => saysValue(text, "1234.50"))).toHaveLength(4);
  expect(["1.234,05", "11.234,50 x", "12345", "234.50", "1234.05"].filter((text) => saysValue(text, "1234.50"))).toEqual([]);
  expect(["31.03.2025", "March 31, 2025", "31 mars 25", "2025-03-31"].filter((text) => saysValue(text, "2025-03-31"))).toHaveLength(4);
  expect(saysValue("30.03.2025", "2025-03-31")).toBe(false);
  expect(saysValue("DE02 1203 0000 0000 2020 51", "DE02120300000000202051")).toBe(true);
  expect(saysValue("DE02 1203 0000 0000 2020 52", "DE02120300000000202051")).toBe(false);
});
