import { expect, test } from "vitest";
import { evidenceOf, layOut } from "./lines.ts";
import { readWords } from "./read.ts";
import { typed } from "./test-pages.ts";
import { wordsFromGlyphs, type Glyph, type PageWords, type Word } from "./words.ts";

/** Glyphs from left to right as they stand on the page, each half an em wide; a space is a gap. */
function printed(text: string, options: { x?: number; baseline?: number } = {}): Glyph[] {
  let x = options.x ?? 50;
  return [...text].flatMap((sign) => {
    x += sign === " " ? 3 : 5;
    return sign === " " ? [] : [{ text: sign, x0: x - 5, x1: x, baseline: options.baseline ?? 100, size: 10, bold: false }];
  });
}
const backwards = (text: string): string => [...text].reverse().join("");

/** A typed page seen in a mirror: cells keep what they say, words of a cell stand from right to left, Latin ones as they are. */
function mirrored(page: PageWords): PageWords {
  return { ...page, words: page.words.map((word): Word => ({ ...word, box: { ...word.box, x: page.width - word.box.x - word.box.width } })) };
}

test("letters of Hebrew and Arabic words are read from the right, in whatever order a file draws them", () => {
  const glyphs = printed(`2,679.22 ${backwards("סה״כ")} ${backwards("לתשלום")}`);
  const shuffled = [...glyphs].sort((a, b) => (a.x0 * 7919) % 101 - (b.x0 * 7919) % 101);
  for (const order of [glyphs, shuffled]) expect(wordsFromGlyphs(order, 1).map((word) => word.text)).toEqual(["2,679.22", "סה״כ", "לתשלום"]);
});

test("marks that only order text are no characters, lam and alef of one ligature stand in their order, presentation forms are letters", () => {
  const words = wordsFromGlyphs([{ ...printed("x")[0]!, text: "\u0627\u0644" }, ...printed("\u200f5%\u200e", { x: 80 }), ...printed("\ufefa", { x: 120 })], 1);
  expect(words.map((word) => word.text)).toEqual(["\u0644\u0627", "5%", "\u0644\u0625"]);
});

test("a page read from the right is laid out like any other, and its values say where they are printed", () => {
  const page = mirrored(typed(`
חשבונית          2024-0017
תאריך            05.03.2024
סה״כ             1,190.00`));
  const layout = layOut([page]);
  expect(layout.lines.map((line) => line.segments.map((segment) => segment.text))).toEqual([["חשבונית", "2024-0017"], ["תאריך", "05.03.2024"], ["סה״כ", "1,190.00"]]);
  const amount = layout.lines[2]!.segments[1]!.words[0]!;
  expect(amount.box.x).toBeGreaterThan(layout.lines[2]!.segments[0]!.box.x);
  expect(evidenceOf([amount])[0]!.box.x).toBeCloseTo(page.words.find((word) => word.text === "1,190.00")!.box.x);
});

test("a Hebrew invoice gives number, dates and sums", () => {
  const reading = readWords([mirrored(typed(`
חשבונית מספר          2024-0017
תאריך                 5 במרץ 2024
לתשלום עד             4 באפריל 2024

תיאור                  כמות     מחיר      סכום
Chair                  2        250.00    500.00
Table                  1        500.00    500.00
לפני מע״מ                                1,000.00
מע״מ 17%                                   170.00
סה״כ                                     1,170.00`))]);
  const { invoiceNumber, issueDate, dueDate, netTotal, taxTotal, grossTotal, documentType } = reading.fields;
  expect([documentType, invoiceNumber, issueDate, dueDate, netTotal, taxTotal, grossTotal].map((field) => field?.value)).toEqual(["invoice", "2024-0017", "2024-03-05", "2024-04-04", "1000.00", "170.00", "1170.00"]);
  expect(reading.lines.map((line) => [line.description?.value, line.quantity?.value, line.netAmount?.value])).toEqual([["Chair", "2", "500.00"], ["Table", "1", "500.00"]]);
});

test("Arabic and Persian digits are figures, and what was printed stays with them", () => {
  const page = typed("Total   ١٬٢٣٤٫٥٠\nNet   ۵۶");
  const [amount, count] = layOut([page]).lines.map((line) => line.segments[1]!.words[0]!);
  expect([amount!.text, count!.text]).toEqual(["1,234.50", "56"]);
  expect(evidenceOf([amount!])[0]!.raw).toBe("١٬٢٣٤٫٥٠");
});

test("a page in English with a heading in Arabic stays as it is", () => {
  const page = typed(`
Invoice No.     4711         رقم الفاتورة
Date            05.03.2024   التاريخ
Acme Tools Ltd
14 Mill Lane
Thornford`);
  expect(layOut([page]).lines[0]!.segments[0]!.text).toBe("Invoice No.");
});
