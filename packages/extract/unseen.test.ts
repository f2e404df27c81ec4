import { expect, test } from "vitest";
import { readWords } from "./read.ts";
import { typed } from "./test-pages.ts";
import { imitates, plainSigns, unseenBetweenFigures } from "./unseen.ts";
import type { Glyph, PageWords, Word } from "./words.ts";

const word = (text: string, x: number, y = 100): Word => ({ text, page: 1, box: { x, y, width: 8 * text.length, height: 10 }, fontSize: 10, bold: false });
const page = (words: Word[]): PageWords => ({ number: 1, width: 595, height: 842, words, source: "text", reason: "text layer" });

test("an account with characters that nobody sees is read without them, keeps what was printed, and is told", () => {
  const reading = readWords([page([word("IBAN:", 40), word("DE89\u200b370400440532013000", 100)])]);
  expect(reading.fields["supplier.iban"]).toMatchObject({ value: "DE89370400440532013000", evidence: [{ raw: "DE89\u200b370400440532013000" }] });
  expect(reading.problems.map((problem) => problem.code)).toEqual(["control_characters"]);
});

test("digits of double width are plain digits, told where the page is not East Asian", () => {
  const wide = plainSigns([page([word("１１９．００", 40)])]);
  expect([wide.pages[0]!.words[0]!.text, wide.pages[0]!.words[0]!.printed!.text, wide.problems.length]).toEqual(["119.00", "１１９．００", 1]);
  expect(plainSigns([page([word("１１９円", 40), word("請求書", 140)])]).problems).toEqual([]);
  const untouched = [page([word("119.00", 40)])];
  expect(plainSigns(untouched).pages).toBe(untouched);
});

test("an unseen character between two figures of a text layer is told, a soft hyphen within a word is not", () => {
  const glyphs = (text: string): Glyph[] => [...text].map((sign, i) => ({ text: sign, x0: 6 * i, x1: 6 * i + 6, baseline: 100, size: 10, bold: false }));
  expect(unseenBetweenFigures(glyphs("DE02\u200b1203"), 1)).toMatchObject({ code: "control_characters" });
  expect(unseenBetweenFigures(glyphs("Rechnungs\u00adbetrag"), 1)).toBeNull();
});

test("letters of another script in a Latin name imitate it, a name in its own script does not", () => {
  expect(["Nоrdwind Pаpier GmbH", "РАУРАL Europe", "ΑΚΜΗ Shipping Ltd"].map(imitates)).toEqual([true, true, true]);
  expect(["Nordwind Papier GmbH", "ООО Ромашка", "ООО Ромашка Trading", "Ελληνικά Τρόφιμα ΑΕ", "Δέλτα SA", "Ærø Måleri"].map(imitates)).toEqual([false, false, false, false, false, false]);
});

test("a supplier whose name imitates another is doubtful and told", () => {
  const reading = readWords([typed(`
Nоrdwind Pаpier GmbH
Hafenstraße 12
20457 Hamburg
USt-IdNr. DE136695976

Rechnung R-7

Rechnungsempfänger
Kranich Handel AG
Am Markt 1
10115 Berlin

Gesamtbetrag    119,00 EUR`)]);
  expect(reading.fields["supplier.name"]).toMatchObject({ level: "unsure" });
  expect(reading.problems.map((problem) => problem.code)).toContain("look_alike");
});
