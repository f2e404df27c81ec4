/**
 * The words of a picture: prepared, recognised in the language it is in, turned upright, doubted words looked at twice.
 * The engine itself is in `tesseract.ts`.
 */

import type { Box, PageWords, Word } from "@counterfoil/extract";
import { doubtedSpans, keepSurerWords, takeSecondReading } from "./doubted-words.ts";
import { FOREIGN_LETTERS, guessLanguage, type OcrLanguage } from "./languages.ts";
import { cellsToReread, takeReading } from "./numeric-cells.ts";
import { flattenSheet, type FlatSheet } from "./page-edges.ts";
import type { Raster, Size } from "./pdfium.ts";
import { crop, scaleGrey, turnGrey } from "./raster.ts";
import { evenOut } from "./shading.ts";
import { forget, recogniseLines, startAhead, type Ahead, type Bounds, type TessLine, type TessWord } from "./tesseract.ts";

/** Long side, in pixels, of what is handed to the recogniser: A4 at 300 dpi. Larger scans lose nothing by it but time. */
const LONG_SIDE = 3508;
/** Small letters this many pixels high are read as well as larger ones; magnifying beyond, or to more than one and a half, gains nothing. */
const GOOD_HEIGHT = 28;
const MOST_MAGNIFIED = 2;
/** Words with less confidence are looked at again when the page turns out to be in another language. */
const DOUBT_OF_LANGUAGE = 88;
/** Print on ground darker than this (of 255) is white on black; it is read with little confidence. */
const DARK = 110;
const DOUBT_ON_DARK = 70;
const FIRST_LANGUAGES: readonly OcrLanguage[] = ["eng", "deu"];

/** `sure` counts words read with confidence, along level lines; `upended`: most lines run up or down the page. */
type Recognised = { lines: TessLine[]; words: number; confidence: number; sure: number; upended: boolean };

async function recognise(raster: Raster, languages: readonly OcrLanguage[], progress?: (share: number) => void, ahead?: Ahead): Promise<Recognised> {
  const [lines] = await recogniseLines([raster], languages, "page", progress, ahead);
  return judged(lines!);
}

function judged(lines: TessLine[]): Recognised {
  const words = lines.flatMap((line) => line.words).filter((word) => word.text.trim() !== "");
  return { lines, words: words.length, confidence: words.length === 0 ? 0 : words.reduce((sum, word) => sum + word.confidence, 0) / words.length, sure: words.filter(isSure).length, upended: isUpended(words) };
}

const isSure = (word: TessWord): boolean => word.confidence >= 70 && /[\p{L}\p{N}]{2}/u.test(word.text) && !isUpright(word);

/** Tesseract finds lines that run up or down the page as well; their words are taller than wide. */
const isUpright = ({ bbox, text }: TessWord) => text.trim().length >= 3 && bbox.y1 - bbox.y0 > 1.3 * (bbox.x1 - bbox.x0);

function isUpended(words: readonly TessWord[]): boolean {
  const long = words.filter((word) => word.text.trim().length >= 3);
  return long.filter(isUpright).length > 0.6 * long.length;
}

/** `languages`: the page's own first, then one that is asked about doubted words; told by a look at the page when absent. */
export type OcrOptions = { page: number; size: Size; languages?: readonly OcrLanguage[] | undefined; onProgress?: (share: number) => void };

/**
 * The recognised page, upright and straightened, so that its lines are level. `toPicture` leads a box back to the page
 * as it was given. `languages` are those it was read in.
 */
export type OcrPage = PageWords & { confidence: number; languages: readonly OcrLanguage[]; toPicture: (box: Box) => Box };

/** Reads the words of one grey raster. Boxes are in points (`size`), confidence runs from 0 to 1. */
export async function readPicture(picture: Raster, options: OcrOptions): Promise<OcrPage> {
  const ahead = startAhead(options.languages ?? FIRST_LANGUAGES);
  try {
    return await readFlat(picture, options, ahead);
  } finally {
    forget(ahead);
  }
}

async function readFlat(picture: Raster, options: OcrOptions, ahead: Ahead): Promise<OcrPage> {
  const grey = picture.channels === 1 ? picture : await scaleGrey(picture, 1);
  const sheet = flattenSheet(grey);
  if (!sheet) return readSheet(grey, false, options, ahead);
  const points = options.size.width / grey.width;
  const size = { width: sheet.raster.width * points, height: sheet.raster.height * points };
  const flat = await readSheet(sheet.raster, true, { ...options, size }, ahead);
  return { ...flat, reason: `${flat.reason}, laid flat`, toPicture: (box) => unspread(flat.toPicture(box), sheet, points) };
}

/** A box on the sheet laid flat as the upright box around it in the photo. */
function unspread({ x, y, width, height }: Box, sheet: FlatSheet, points: number): Box {
  const corners = [[x, y], [x + width, y], [x, y + height], [x + width, y + height]].map(([atX, atY]) => sheet.toPicture({ x: atX! / points, y: atY! / points }));
  return around(corners.map((corner) => ({ x: corner.x * points, y: corner.y * points })));
}

async function readSheet(raster: Raster, flattened: boolean, options: OcrOptions, ahead: Ahead): Promise<OcrPage> {
  const { size, page } = options;
  const progress = inSteps(options.onProgress);
  let prepared = await prepare(raster, flattened);
  let { languages } = ahead;
  let result = await recognise(prepared, languages, progress, ahead);
  let turned: Turn = 0;
  if (result.sure < 12 || result.confidence < 55) {
    turned = await betterDirection(prepared, result);
    if (turned !== 0) {
      prepared = turnGrey(prepared, turned);
      result = await recognise(prepared, languages, progress);
    }
  }
  const guess = options.languages ? null : guessLanguage(wordsIn(result.lines));
  if (guess && FOREIGN_LETTERS.has(guess)) {
    const again = await recognise(prepared, [guess], progress);
    keepSurerWords(again.lines, result.lines);
    result = again;
    languages = [guess];
  } else if (guess && !languages.includes(guess)) {
    await takeLooks(doubtedSpans(result.lines, DOUBT_OF_LANGUAGE, prepared.width, prepared.height).map((span) => lookAt(prepared, span.bounds, (found) => takeSecondReading(span, found))), [guess]);
    languages = [guess, "eng"];
  }
  await takeLooks([...darkWords(prepared, result), ...cellsToReread(result.lines, prepared.width).map((cell) => lookAt(prepared, cell.bounds, (found) => takeReading(cell, found)))], languages);
  const lying = turned === 90 || turned === 270;
  const upright = lying ? { width: size.height, height: size.width } : size;
  const scale = upright.width / prepared.width;
  const slope = slopeOf(result.lines);
  const words = wordsOf(result.lines, scale, slope, page);
  const reason = words.length === 0 ? "OCR found no words" : turned === 0 ? "read by OCR" : `read by OCR, turned by ${turned} degrees`;
  const toPicture = (box: Box) => turnBack(tiltBack(box, slope), turned, size);
  const { confidence } = judged(result.lines);
  return { number: page, ...upright, words, source: words.length === 0 ? "none" : "ocr", reason, confidence: confidence / 100, languages, toPicture };
}

const wordsIn = (lines: readonly TessLine[]): string[] => lines.flatMap((line) => line.words.map((word) => word.text));

/** Tells only of steps of a tenth. */
function inSteps(tell: ((share: number) => void) | undefined): (share: number) => void {
  let last = -1;
  return (share) => {
    if (Math.abs(share - last) < 0.1) return;
    last = share;
    tell?.(share);
  };
}

/** A part of the page that is read again alone, as one line, and what is done with the words found there. */
type Look = { part: Raster; left: number; top: number; take: (found: TessWord[]) => void };

function lookAt(raster: Raster, { x0, y0, x1, y1 }: Bounds, take: (found: TessWord[]) => void): Look {
  return { part: crop(raster, x0, y0, x1 - x0, y1 - y0), left: Math.max(0, Math.floor(x0)), top: Math.max(0, Math.floor(y0)), take };
}

/** All at once: a look of its own for each would start the engine as often. */
async function takeLooks(looks: readonly Look[], languages: readonly OcrLanguage[]): Promise<void> {
  const worth = looks.filter(({ part }) => part.width >= 8 && part.height >= 8);
  const found = await recogniseLines(worth.map(({ part }) => part), languages, "line");
  worth.forEach(({ left, top, take }, i) => {
    const words = found[i]!.flatMap((line) => line.words);
    take(words.map((word) => ({ ...word, bbox: { x0: word.bbox.x0 + left, x1: word.bbox.x1 + left, y0: word.bbox.y0 + top, y1: word.bbox.y1 + top } })));
  });
}

/** White print on dark bars, which the engine takes for noise, with black and white exchanged. */
function darkWords(raster: Raster, result: Recognised): Look[] {
  return doubtedSpans(result.lines, DOUBT_ON_DARK, raster.width, raster.height).flatMap((span) => {
    const look = lookAt(raster, span.bounds, (found) => takeSecondReading(span, found));
    const { data } = look.part;
    if (data.reduce((sum, value) => sum + value, 0) >= DARK * data.length) return [];
    data.forEach((value, i) => (data[i] = 255 - value));
    return [look];
  });
}

/** Reads a small picture that holds one line of print; for checking what a text layer claims. */
export async function readLine(raster: Raster): Promise<{ text: string; confidence: number }> {
  const [read] = await recogniseLines([raster], FIRST_LANGUAGES, "line");
  const { lines, confidence } = judged(read!);
  return { text: wordsIn(lines).join(" "), confidence: confidence / 100 };
}

type Turn = 0 | 90 | 180 | 270;

async function prepare(given: Raster, flattened: boolean): Promise<Raster> {
  const { raster } = await evenOut(given, flattened);
  const largest = LONG_SIDE / Math.max(raster.width, raster.height);
  const factor = Math.min(Math.max(1, GOOD_HEIGHT / letterHeight(raster)), MOST_MAGNIFIED, largest);
  return factor > 1.05 || factor < 0.9 ? scaleGrey(raster, factor) : raster;
}

/**
 * Height in pixels of the small letters: rows of print have many steps between ink and paper as high as an x, few above
 * and below. Measured in narrow strips, which a tilt does not blur. Infinity where no print is seen.
 */
export function letterHeight({ data, width, height }: Raster): number {
  const strip = Math.max(60, Math.round(width / 8));
  const runs: number[] = [];
  for (let left = 0; left + strip <= width; left += strip) {
    const steps = new Uint16Array(height);
    for (let y = 0; y < height; y++) {
      let count = 0;
      for (let at = y * width + left + 2; at < y * width + left + strip; at += 2) if (Math.abs(data[at]! - data[at - 2]!) > 40) count++;
      steps[y] = count;
    }
    for (let y = 0; y < height; ) {
      let end = y;
      let most = 0;
      while (end < height && steps[end]! >= 3) most = Math.max(most, steps[end++]!);
      // A line of print: its dense rows are those with at least half the steps of the densest.
      if (most >= 6 && end - y < 120) runs.push(steps.subarray(y, end).filter((count) => count >= most / 2).length);
      y = Math.max(end, y + 1);
    }
  }
  return runs.length < 8 ? Infinity : runs.sort((a, b) => a - b)[Math.floor(runs.length / 2)]!;
}

/** Tries the other directions on a smaller copy, the likely ones only; 0 unless one is clearly better. */
async function betterDirection(raster: Raster, given: Recognised): Promise<Turn> {
  const long = Math.max(raster.width, raster.height);
  const small = long > 1800 ? await scaleGrey(raster, 1800 / long) : raster;
  let best: { turned: Turn; sure: number } = { turned: 0, sure: given.sure };
  // Of a page lying on its side the engine finds the lines, upended, or hardly anything.
  const likely: readonly Turn[] = given.upended ? [270, 90] : given.words >= 40 ? [180] : [180, 270, 90];
  for (const turned of likely) {
    const tried = await recognise(turnGrey(small, turned as 90 | 180 | 270), ["eng"]);
    if (tried.sure > 2 * best.sure + 3) best = { turned, sure: tried.sure };
    // Text of which most is read with confidence lies right: no need to look further.
    if (best.turned !== 0 && best.sure > 0.6 * tried.words) break;
  }
  return best.turned;
}

/** Capital and digit height is about 0.72 of the font size in the faces of business letters. */
const CAPITAL_HEIGHT = 0.72;

/** Tilt of the text, as rise per run: the median over lines, the long ones counting most. 0 when it is hardly any. */
function slopeOf(lines: readonly TessLine[]): number {
  const slopes = lines
    .map(({ baseline }) => ({ run: baseline.x1 - baseline.x0, rise: baseline.y1 - baseline.y0 }))
    .filter(({ run }) => run > 100)
    .map(({ run, rise }) => ({ slope: rise / run, run }))
    .sort((a, b) => a.slope - b.slope);
  const half = slopes.reduce((sum, each) => sum + each.run, 0) / 2;
  let passed = 0;
  const middle = slopes.find((each) => (passed += each.run) >= half)?.slope ?? 0;
  return Math.abs(middle) < 0.002 || Math.abs(middle) > 0.2 ? 0 : middle;
}

/** Straightening: a point of the picture turned about the page's top left until the lines are level. */
function level(x: number, y: number, slope: number): { x: number; y: number } {
  const length = Math.hypot(1, slope);
  return { x: (x + slope * y) / length, y: (y - slope * x) / length };
}

function tiltBack(box: Box, slope: number): Box {
  if (slope === 0) return box;
  const corners = [[box.x, box.y], [box.x + box.width, box.y], [box.x, box.y + box.height], [box.x + box.width, box.y + box.height]].map(([x, y]) => level(x!, y!, -slope));
  return around(corners);
}

function around(corners: readonly { x: number; y: number }[]): Box {
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  return { x: Math.min(...xs), y: Math.min(...ys), width: Math.max(...xs) - Math.min(...xs), height: Math.max(...ys) - Math.min(...ys) };
}

function turnBack(box: Box, turned: Turn, size: Size): Box {
  const { x, y, width, height } = box;
  if (turned === 90) return { x: y, y: size.height - (x + width), width: height, height: width };
  if (turned === 180) return { x: size.width - (x + width), y: size.height - (y + height), width, height };
  if (turned === 270) return { x: size.width - (y + height), y: x, width: height, height: width };
  return box;
}

function wordsOf(lines: readonly TessLine[], scale: number, tilt: number, page: number): Word[] {
  const words: Word[] = [];
  for (const line of lines) {
    const tall = line.words.filter((word) => /[A-Z0-9bdfhkltß]/.test(word.text) && !/[gjpqyQ,;()[\]{}|/$€]/.test(word.text)).map((word) => word.bbox.y1 - word.bbox.y0).sort((a, b) => a - b);
    const capital = tall[Math.floor(tall.length / 2)];
    const size = capital ? capital / CAPITAL_HEIGHT : line.rowAttributes.rowHeight;
    const { x0, y0, x1, y1 } = line.baseline;
    const slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
    for (const word of line.words) {
      const text = word.text.trim();
      if (text === "") continue;
      const { bbox } = word;
      const middle = (bbox.x0 + bbox.x1) / 2;
      const foot = level(middle, y0 + slope * (middle - x0), tilt);
      const width = bbox.x1 - bbox.x0;
      // The same shape of box as words of a text layer have: from 0.78 font sizes above the baseline, one font size high.
      const box = { x: (foot.x - width / 2) * scale, y: (foot.y - 0.78 * size) * scale, width: width * scale, height: size * scale };
      const rotated = isUpright(word) ? { rotated: true } : {};
      words.push({ text, page, box, fontSize: size * scale, bold: false, confidence: Math.max(0, Math.min(1, word.confidence / 100)), ...rotated });
    }
  }
  return words;
}
