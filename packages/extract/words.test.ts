import { expect, test } from "vitest";
import { whyGarbled, wordsFromGlyphs, type Glyph } from "./words.ts";

/** Glyphs of a text set solid in 10 points, each half an em wide; a space is `space` wide. */
function glyphs(text: string, options: { x?: number; baseline?: number; space?: number; size?: number; hidden?: boolean } = {}): Glyph[] {
  const { baseline = 100, space = 2.8, size = 10 } = options;
  let x = options.x ?? 50;
  return [...text].map((sign) => {
    const width = sign === " " ? space : size / 2;
    const glyph: Glyph = { text: sign, x0: x, x1: x + width, baseline, size, bold: false, ...(options.hidden ? { hidden: true } : {}) };
    x += width;
    return glyph;
  });
}
const texts = (list: Glyph[]): string[] => wordsFromGlyphs(list, 1).map((word) => word.text);

test("spaces part words, and boxes are measured from the top", () => {
  const [first, second] = wordsFromGlyphs(glyphs("Total 12.00"), 3);
  expect([first!.text, second!.text, first!.page]).toEqual(["Total", "12.00", 3]);
  expect(first!.box).toEqual({ x: 50, y: 100 - 7.8, width: 25, height: 10 });
});

test("a gap without a space character parts words when it is wide for the font size", () => {
  const after = (gap: number): string[] => texts([...glyphs("Rechnung"), ...glyphs("Nr", { x: 50 + 8 * 5 + gap })]);
  expect(after(1.6)).toEqual(["Rechnung", "Nr"]);
  expect(after(0.4)).toEqual(["RechnungNr"]);
});

test("a space squeezed to nothing is kerning", () => {
  expect(texts(glyphs("A V", { space: 0.2 }))).toEqual(["AV"]);
});

test("text drawn twice for a bold look counts once", () => {
  expect(texts([...glyphs("Summe"), ...glyphs("Summe", { x: 50.4 })])).toEqual(["Summe"]);
});

test("characters drawn in any order meet by place", () => {
  expect(texts(glyphs("Invoice").reverse())).toEqual(["Invoice"]);
});

test("letter-spaced headings become one word, single letters in a row of cells do not", () => {
  const spaced = [..."TOTAL"].flatMap((letter, i) => glyphs(letter, { x: 50 + i * 9 }));
  expect(texts(spaced)).toEqual(["TOTAL"]);
  const cells = [..."ABCD"].flatMap((letter, i) => glyphs(letter, { x: 50 + i * 60 }));
  expect(texts(cells)).toEqual(["A", "B", "C", "D"]);
});

test("ligatures are spelt out and hidden text keeps its mark", () => {
  expect(texts(glyphs("oﬃce"))).toEqual(["office"]);
  expect(wordsFromGlyphs(glyphs("secret", { hidden: true }), 1)[0]!.hidden).toBe(true);
});

test("text whose characters mean nothing, or cannot be pronounced, is called garbled", () => {
  const plain = glyphs("Please pay this invoice within thirty days from today to the account below thank you very much indeed always yours");
  expect(whyGarbled(plain, wordsFromGlyphs(plain, 1))).toBeNull();
  const unmapped = plain.map((glyph) => ({ ...glyph, unmapped: true }));
  expect(whyGarbled(unmapped, [])).toMatch(/no meaning/);
  const shuffled = glyphs("Xlrtsk qwrt zxcvb plkjh grtfd bnmvc trdfg hjklp qzwsx crfvt gbhnj mklpt wrtzp");
  expect(whyGarbled(shuffled, wordsFromGlyphs(shuffled, 1))).toMatch(/shuffled/);
});
