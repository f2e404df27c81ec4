/**
 * Does the text layer say what the page shows? A PDF can carry text nobody sees: invisible, white on white, under a
 * picture, outside the page. Programs read it, people do not, so it is used for fraud and for feeding instructions to
 * machines. The test is simple and needs no knowledge of how the hiding was done: render the page, and look whether
 * there is ink where a word claims to be.
 */

import type { Evidence, PageWords, Problem, Reading } from "@counterfoil/extract";
import { readLine } from "./ocr.ts";
import type { Raster } from "./pdfium.ts";
import { crop } from "./raster.ts";

/** Least difference between darkest and lightest grey (0 to 255) within a word's box; print in light grey has 60 and more. */
const LEAST_CONTRAST = 20;

export const INK_DPI = 90;

/**
 * Marks words without ink as hidden and returns the finding, if any. When most words show nothing, the page uses
 * fonts we cannot draw; then nothing is marked and `doubtful` is true.
 */
export function hideWordsWithoutInk(page: PageWords, raster: Raster): { problems: Problem[]; hidden: number; doubtful: boolean } {
  const scale = raster.width / page.width;
  const visible = page.words.filter((word) => !word.hidden && !word.rotated && word.text.length > 0);
  const blank = visible.filter((word) => contrast(raster, word.box, scale) < LEAST_CONTRAST && /[\p{L}\p{N}]/u.test(word.text));
  if (blank.length === 0) return { problems: [], hidden: 0, doubtful: false };
  const sample = blank.slice(0, 8).map((word) => word.text).join(" ");
  if (blank.length > 0.5 * visible.length) {
    return { problems: [differs(page.number, `most of its text layer cannot be seen on the page ("${sample}")`)], hidden: 0, doubtful: true };
  }
  for (const word of blank) word.hidden = true;
  return { problems: [differs(page.number, `its text layer holds words that cannot be seen ("${sample}"); they were not used`)], hidden: blank.length, doubtful: false };
}

export function differs(page: number, what: string): Problem {
  return { code: "text_differs_from_picture", page, message: `Page ${page}: ${what}. Compare the values with the picture.` };
}

function contrast(raster: Raster, box: { x: number; y: number; width: number; height: number }, scale: number): number {
  const x0 = Math.max(0, Math.floor(box.x * scale));
  const x1 = Math.min(raster.width, Math.ceil((box.x + box.width) * scale));
  const y0 = Math.max(0, Math.floor(box.y * scale));
  const y1 = Math.min(raster.height, Math.ceil((box.y + box.height) * scale));
  let least = 255;
  let most = 0;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const grey = raster.data[y * raster.width + x]!;
      if (grey < least) least = grey;
      if (grey > most) most = grey;
    }
  }
  return most - least;
}

/**
 * Do two readings of one page disagree about numbers? Compares the multiset of amounts (two decimals) in the text
 * layer with those seen by OCR; only amounts which OCR read confidently count. Returns up to 5 that the text layer lacks.
 */
export function amountsOnlySeen(text: PageWords, seen: PageWords): string[] {
  const digits = (value: string) => value.replace(/\D/g, "");
  const claimed = new Set(text.words.filter((word) => !word.hidden).map((word) => digits(word.text)));
  return seen.words.filter((word) => isAmount(word.text) && (word.confidence ?? 0) >= 0.85 && !claimed.has(digits(word.text))).map((word) => word.text).slice(0, 5);
}

const CHECKED_FIELDS = ["grossTotal", "amountDue", "supplier.iban"] as const;
export const CHECK_DPI = 200;

/**
 * A font may say of a glyph that looks like 1 that it means 9: text and picture differ although there is ink. So the
 * values that money hangs on are read once more from the picture, each by itself. Returns the pages on which digits
 * differ; the recogniser must be sure of itself, and whoever calls compares the whole page before believing it.
 */
export async function pagesWithOtherDigits(reading: Reading, pages: readonly PageWords[], render: (page: number) => Raster | null): Promise<number[]> {
  const rasters = new Map<number, Raster | null>();
  const found = new Set<number>();
  for (const evidence of worthChecking(reading, pages)) {
    if (found.has(evidence.page)) continue;
    if (!rasters.has(evidence.page)) rasters.set(evidence.page, render(evidence.page));
    const raster = rasters.get(evidence.page);
    const page = reading.pages.find((each) => each.number === evidence.page);
    if (raster && page && (await differsInPicture(evidence, raster, raster.width / page.width))) found.add(evidence.page);
  }
  return [...found];
}

/** Where total and IBAN are printed; without a printed total, the last amounts of the document, one of which should be it. */
function worthChecking(reading: Reading, pages: readonly PageWords[]): Evidence[] {
  const byText = new Set(pages.filter((page) => page.source === "text").map((page) => page.number));
  const evidence = CHECKED_FIELDS.flatMap((path) => reading.fields[path]?.evidence.slice(0, 1) ?? []);
  const distinct = evidence.filter((each, i) => evidence.findIndex((other) => other.page === each.page && other.raw === each.raw && other.box.y === each.box.y) === i);
  const total = reading.fields.grossTotal ?? reading.fields.amountDue;
  const amounts = total && total.evidence.length > 0 ? [] : pages.flatMap((page) => page.words).filter((word) => !word.hidden && !word.rotated && isAmount(word.text)).sort((a, b) => b.page - a.page || b.box.y - a.box.y).slice(0, 4);
  return [...distinct, ...amounts.map((word) => ({ page: word.page, box: word.box, raw: word.text }))].filter((each) => byText.has(each.page));
}

const isAmount = (text: string) => /^\D{0,4}\d[\d.,' ]*[.,]\d{2}\D{0,4}$/.test(text);

async function differsInPicture(evidence: Evidence, raster: Raster, scale: number): Promise<boolean> {
  const claimed = evidence.raw.replace(/\D/g, "");
  const { x, y, width, height } = evidence.box;
  const margin = Math.max(2, 0.25 * height);
  const seen = await readLine(crop(raster, (x - margin) * scale, (y - margin) * scale, (width + 2 * margin) * scale, (height + 2 * margin) * scale));
  const digits = seen.text.replace(/\D/g, "");
  return claimed.length >= 3 && digits.length === claimed.length && digits !== claimed && seen.confidence >= 0.75;
}
