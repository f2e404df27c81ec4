import { expect, test } from "vitest";
import { checkVatId, isIban, readPdfWords } from "@counterfoil/extract";
import { families, languages, makeSpecimen, randomFrom, withOneDigitChanged, writePdf, type Specimen } from "./index.ts";
import { wordsFromGlyphs } from "../extract/words.ts";
import { glyphsOf } from "./glyphs.ts";
import { widthOf } from "./scene.ts";

const some: Specimen[] = Array.from({ length: 240 }, (_, i) => makeSpecimen(`test-${i}`));
const minor = (text: string): bigint => BigInt(text.replace(".", ""));
const total = (texts: readonly string[]): bigint => texts.reduce((sum, text) => sum + minor(text), 0n);

test("one seed makes the same bytes and the same truth again, another seed another document", () => {
  for (const seed of ["a", "b", "c"]) {
    const [first, again] = [makeSpecimen(seed), makeSpecimen(seed)];
    expect(Buffer.from(writePdf(again.pages)).equals(Buffer.from(writePdf(first.pages)))).toBe(true);
    expect(again.truth).toEqual(first.truth);
  }
  expect(makeSpecimen("a").truth).not.toEqual(makeSpecimen("b").truth);
});

test("every family and every language comes up, and layouts differ", () => {
  expect(new Set(some.map((each) => each.language))).toEqual(new Set(languages));
  expect(new Set(some.map((each) => each.family)).size).toBe(families.length);
  expect(new Set(some.map((each) => each.layout)).size).toBeGreaterThan(230);
});

test("documents of one firm share layout, seller and wording, and differ in number and lines", () => {
  const [first, second] = [makeSpecimen("x1", { firm: "f", kinds: ["invoice"] }), makeSpecimen("x2", { firm: "f", kinds: ["invoice"] })];
  expect(second.layout).toBe(first.layout);
  expect(second.story.seller).toEqual(first.story.seller);
  expect(second.story.words).toEqual(first.story.words);
  expect(second.truth.invoiceNumber).not.toBe(first.truth.invoiceNumber);
  expect(second.truth.lines).not.toEqual(first.truth.lines);
});

test("sums are exact: lines, discount and freight, tax rows, prepaid, withheld and rounding", () => {
  for (const { story } of some) {
    expect(total(story.lines.map((line) => line.net))).toBe(minor(story.subtotal));
    const charged = minor(story.subtotal) - (story.discount ? minor(story.discount.amount) : 0n) + (story.freight ? minor(story.freight) : 0n);
    expect(charged).toBe(story.inclusive ? minor(story.gross) : minor(story.net));
    expect(total(story.taxes.map((row) => row.base))).toBe(minor(story.net));
    expect(total(story.taxes.map((row) => row.amount))).toBe(minor(story.tax));
    expect(minor(story.net) + minor(story.tax)).toBe(minor(story.gross));
    expect(minor(story.gross) - minor(story.withheld?.amount ?? "0.00") - minor(story.prepaid ?? "0.00") + minor(story.rounding ?? "0.00")).toBe(minor(story.due));
    if (story.change) expect(minor(story.tenders[0]!.amount) - minor(story.change)).toBe(minor(story.due));
  }
});

test("identifiers pass their checks", () => {
  for (const { story } of some) {
    for (const account of story.accounts) if (account.iban) expect([account.iban, isIban(account.iban)]).toEqual([account.iban, true]);
    for (const party of [story.seller, story.buyer]) if (party.vatId) expect([party.vatId, checkVatId(party.vatId)]).toEqual([party.vatId, "valid"]);
  }
});

test("what the truth asks for is on the page, inside it, and where the box says", () => {
  for (const { truth, boxes, pages } of some.filter((each) => each.truth.documentType !== "other")) {
    for (const { page, box } of boxes) {
      expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= pages[page - 1]!.width + 0.5 && box.y + box.height <= pages[page - 1]!.height).toBe(true);
    }
    const printed = (path: string): string[] => boxes.filter((box) => box.path === path).map((box) => box.text.replace(/[^\d]/g, ""));
    for (const path of ["netTotal", "taxTotal", "grossTotal", "amountDue"] as const) if (truth[path] !== undefined) expect(printed(path)).toContain(truth[path].replace(/[^\d]/g, ""));
    truth.lines!.forEach((line, i) => expect(line.netAmount === undefined || printed(`lines.${i}.netAmount`).includes(line.netAmount.replace(/[^\d]/g, ""))).toBe(true));
  }
});

test("no text lies on other text", () => {
  for (const { pages, seed } of some) for (const page of pages) {
    const boxes = page.runs.filter((run) => !run.turn).map((run) => ({ text: run.text, x0: run.x, x1: run.x + widthOf(run.text.trimEnd(), run.ink), y0: run.baseline - 0.6 * run.ink.size, y1: run.baseline }));
    boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
      const overlap = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > 1.5 && Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) > 1.5;
      if (overlap) expect.fail(`${seed}: “${a.text}” and “${b.text}”`);
    }));
  }
});

test("the short way over glyphs gives the words that reading the PDF gives", async () => {
  for (const { pages, seed } of some.slice(0, 60)) {
    const read = await readPdfWords(writePdf(pages));
    expect(read.needsOcr).toEqual([]);
    pages.forEach((page, i) => {
      const [direct, fromFile] = [wordsFromGlyphs(glyphsOf(page), i + 1), read.pages[i]!.words.filter((word) => !word.rotated)];
      expect([seed, direct.map((word) => word.text)]).toEqual([seed, fromFile.map((word) => word.text)]);
      direct.forEach((word, k) => {
        const other = fromFile[k]!;
        expect(Math.max(Math.abs(word.box.x - other.box.x), Math.abs(word.box.y - other.box.y), Math.abs(word.box.width - other.box.width), Math.abs(word.fontSize - other.fontSize))).toBeLessThan(0.6);
        expect([word.text, word.bold]).toEqual([other.text, other.bold]);
      });
    });
  }
});

test("one changed digit changes one amount, wherever it is printed, and nothing else", () => {
  const random = randomFrom("digits");
  let changed = 0;
  for (const specimen of some) {
    const spoiled = withOneDigitChanged(specimen, random);
    if (!spoiled) continue;
    changed++;
    expect(spoiled.to.length).toBe(spoiled.from.length);
    expect([...spoiled.to].filter((character, i) => character !== spoiled.from[i])).toHaveLength(1);
    const differing = spoiled.pages.flatMap((page, p) => page.runs.filter((run, i) => run.text !== specimen.pages[p]!.runs[i]!.text));
    expect(differing.length).toBeGreaterThan(0);
    for (const run of differing) expect(run.path!.split(" ")).toContain(spoiled.path);
  }
  expect(changed).toBeGreaterThan(180);
});
