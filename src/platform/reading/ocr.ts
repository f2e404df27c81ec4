/**
 * OCR by Tesseract compiled to WebAssembly, called in this very process: the reader is already a limited child, so the
 * usual worker thread would only add memory and messages, and the code that could fetch language data from the network
 * is not even loaded. Language data come from the installed packages.
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Box, PageWords, Word } from "@counterfoil/extract";
import { flattenSheet, type FlatSheet } from "./page-edges.ts";
import type { Raster, Size } from "./pdfium.ts";
import { cellsToReread, takeReading } from "./numeric-cells.ts";
import { crop, scaleGrey, turnGrey } from "./raster.ts";
import { evenOut } from "./shading.ts";

export const OCR_LANGUAGES = ["eng", "deu", "fra", "spa", "ita", "nld"] as const;
export type OcrLanguage = (typeof OCR_LANGUAGES)[number];

type Bounds = { x0: number; y0: number; x1: number; y1: number };
type TessWord = { bbox: Bounds; text: string; confidence: number };
type TessLine = { bbox: Bounds; baseline: Bounds; rowAttributes: { rowHeight: number }; words: TessWord[] };
type TessBlock = { paragraphs: { lines: TessLine[] }[] };
type TessApi = {
  Init(path: null, languages: string, engine: number): number;
  SetVariable(name: string, value: string): void;
  SetImageFile(exif: number, angle: number): number;
  SetSourceResolution(dpi: number): void;
  Recognize(monitor: null): number;
  GetJSONText(): string;
  Clear(): void;
  End(): void;
};
type TessModule = { TessBaseAPI: new () => TessApi; FS: { writeFile(path: string, data: Uint8Array): void; unlink(path: string): void } };
type TessFactory = (options: { TesseractProgress(percent: number): void; print(text: string): void; printErr(text: string): void }) => Promise<TessModule>;

const require = createRequire(import.meta.url);
const ENGINE_LSTM = "1";
const PAGE_SEGMENTATION_AUTO = "3";
const PAGE_SEGMENTATION_LINE = "7";

/** Long side, in pixels, of what is handed to the recogniser: A4 at 300 dpi. Larger scans lose nothing by it but time. */
const LONG_SIDE = 3508;
/** Below this many pixels a page is magnified: letters of 8 pixels height are read badly, of 16 well. */
const SMALL_SIDE = 1000;
/** Photos are softer than scans, and are magnified to 1.25 times this from below it. */
const PHOTO_SIDE = 1600;

let core: Promise<TessModule> | undefined;
let onPercent: (percent: number) => void = () => {};
const loaded = new Map<string, TessApi>();
const data = new Set<string>();

function loadCore(): Promise<TessModule> {
  // Relaxed SIMD needs a flag on Node 20 and gains little; plain SIMD runs on every supported Node.
  const factory = require("tesseract.js-core/tesseract-core-simd-lstm") as TessFactory;
  core ??= factory({ TesseractProgress: (percent) => onPercent(percent), print: () => {}, printErr: () => {} });
  return core;
}

async function apiFor(languages: readonly OcrLanguage[]): Promise<{ module: TessModule; api: TessApi }> {
  const module = await loadCore();
  const key = languages.join("+");
  let api = loaded.get(key);
  if (!api) {
    for (const language of languages) {
      if (data.has(language)) continue;
      const home = dirname(require.resolve(`@tesseract.js-data/${language}/package.json`));
      module.FS.writeFile(`./${language}.traineddata`, gunzipSync(readFileSync(join(home, "4.0.0_best_int", `${language}.traineddata.gz`))));
      data.add(language);
    }
    // One set of languages at a time: each holds 30 to 60 MB.
    for (const [other, old] of loaded) {
      old.End();
      loaded.delete(other);
    }
    api = new module.TessBaseAPI();
    if (api.Init(null, key, Number(ENGINE_LSTM)) !== 0) throw new Error(`Tesseract could not be started for ${key}`);
    api.SetVariable("tessedit_pageseg_mode", PAGE_SEGMENTATION_AUTO);
    loaded.set(key, api);
  }
  return { module, api };
}

/** `sure` counts words read with confidence, along level lines; `upended`: most lines run up or down the page. */
type Recognised = { lines: TessLine[]; words: number; confidence: number; sure: number; upended: boolean };

async function recognise(raster: Raster, languages: readonly OcrLanguage[]): Promise<Recognised> {
  const { module, api } = await apiFor(languages);
  const header = Buffer.from(`P5\n${raster.width} ${raster.height}\n255\n`, "latin1");
  module.FS.writeFile("/input", Buffer.concat([header, raster.data]));
  try {
    if (api.SetImageFile(1, 0) !== 0) throw new Error("Tesseract did not take the image");
    api.SetSourceResolution(Math.round(Math.min(Math.max(raster.dpi, 70), 600)));
    api.Recognize(null);
    const { blocks } = JSON.parse(api.GetJSONText()) as { blocks: TessBlock[] | null };
    const lines = (blocks ?? []).flatMap((block) => (block.paragraphs ?? []).flatMap((paragraph) => paragraph.lines ?? []));
    const words = lines.flatMap((line) => line.words).filter((word) => word.text.trim() !== "");
    const sure = words.filter((word) => word.confidence >= 70 && /[\p{L}\p{N}]{2}/u.test(word.text) && !isUpright(word)).length;
    return { lines, words: words.length, confidence: words.length === 0 ? 0 : words.reduce((sum, word) => sum + word.confidence, 0) / words.length, sure, upended: isUpended(words) };
  } finally {
    api.Clear();
    module.FS.unlink("/input");
  }
}

/** Tesseract finds lines that run up or down the page as well; their words are taller than wide. */
const isUpright = ({ bbox, text }: TessWord) => text.trim().length >= 3 && bbox.y1 - bbox.y0 > 1.3 * (bbox.x1 - bbox.x0);

function isUpended(words: readonly TessWord[]): boolean {
  const long = words.filter((word) => word.text.trim().length >= 3);
  return long.filter(isUpright).length > 0.6 * long.length;
}

/** `languages` absent: English and German first, then whatever the words turn out to be. */
export type OcrOptions = { page: number; size: Size; languages?: readonly OcrLanguage[] | undefined; onProgress?: (share: number) => void };

/**
 * The recognised page, upright and straightened, so that its lines are level. `toPicture` leads a box back to the page
 * as it was given. `languages` are those it was read in.
 */
export type OcrPage = PageWords & { confidence: number; languages: readonly OcrLanguage[]; toPicture: (box: Box) => Box };

const FIRST_LANGUAGES: readonly OcrLanguage[] = ["eng", "deu"];

/** Reads the words of one grey raster. Boxes are in points (`size`), confidence runs from 0 to 1. */
export async function readPicture(picture: Raster, options: OcrOptions): Promise<OcrPage> {
  const grey = picture.channels === 1 ? picture : await scaleGrey(picture, 1);
  const sheet = flattenSheet(grey);
  if (!sheet) return readSheet(grey, false, options);
  const points = options.size.width / grey.width;
  const size = { width: sheet.raster.width * points, height: sheet.raster.height * points };
  const flat = await readSheet(sheet.raster, true, { ...options, size });
  return { ...flat, reason: `${flat.reason}, laid flat`, toPicture: (box) => unspread(flat.toPicture(box), sheet, points) };
}

/** A box on the sheet laid flat as the upright box around it in the photo. */
function unspread({ x, y, width, height }: Box, sheet: FlatSheet, points: number): Box {
  const corners = [[x, y], [x + width, y], [x, y + height], [x + width, y + height]].map(([atX, atY]) => sheet.toPicture({ x: atX! / points, y: atY! / points }));
  return around(corners.map((corner) => ({ x: corner.x * points, y: corner.y * points })));
}

async function readSheet(raster: Raster, flattened: boolean, options: OcrOptions): Promise<OcrPage> {
  const { size, page } = options;
  let last = -1;
  onPercent = (percent) => {
    const share = Math.max(0, Math.min(1, (percent - 30) / 70));
    if (Math.abs(share - last) < 0.1) return;
    last = share;
    options.onProgress?.(share);
  };
  const prepared = await prepare(raster, flattened);
  let languages = options.languages ?? FIRST_LANGUAGES;
  let result = await recognise(prepared, languages);
  let turned: Turn = 0;
  if (result.sure < 12 || result.confidence < 55) {
    turned = await betterDirection(prepared, result, languages);
    if (turned !== 0) result = await recognise(turnGrey(prepared, turned), languages);
  }
  if (!options.languages) {
    const guess = guessLanguage(result.lines);
    languages = guess === "eng" || guess === "deu" ? FIRST_LANGUAGES : [guess, "eng"];
    if (languages !== FIRST_LANGUAGES) result = await recognise(turned === 0 ? prepared : turnGrey(prepared, turned), languages);
  }
  await rereadCells(turned === 0 ? prepared : turnGrey(prepared, turned), result, languages);
  const lying = turned === 90 || turned === 270;
  const upright = lying ? { width: size.height, height: size.width } : size;
  const scale = upright.width / (lying ? prepared.height : prepared.width);
  const slope = slopeOf(result.lines);
  const words = wordsOf(result.lines, scale, slope, page);
  const reason = words.length === 0 ? "OCR found no words" : turned === 0 ? "read by OCR" : `read by OCR, turned by ${turned} degrees`;
  const toPicture = (box: Box) => turnBack(tiltBack(box, slope), turned, size);
  return { number: page, ...upright, words, source: words.length === 0 ? "none" : "ocr", reason, confidence: result.confidence / 100, languages, toPicture };
}

/** Looks again at amounts that were passed over or are doubted, each alone. */
async function rereadCells(raster: Raster, result: Recognised, languages: readonly OcrLanguage[]): Promise<void> {
  const cells = cellsToReread(result.lines, raster.width);
  if (cells.length === 0) return;
  const { api } = await apiFor(languages);
  const notify = onPercent;
  onPercent = () => {};
  api.SetVariable("tessedit_pageseg_mode", PAGE_SEGMENTATION_LINE);
  try {
    for (const cell of cells) {
      const { x0, y0, x1, y1 } = cell.bounds;
      const part = crop(raster, x0, y0, x1 - x0, y1 - y0);
      if (part.width < 8 || part.height < 8) continue;
      const [left, top] = [Math.max(0, Math.floor(x0)), Math.max(0, Math.floor(y0))];
      const { lines } = await recognise(part, languages);
      takeReading(cell, lines.flatMap((line) => line.words).map((word) => ({ ...word, bbox: { x0: word.bbox.x0 + left, x1: word.bbox.x1 + left, y0: word.bbox.y0 + top, y1: word.bbox.y1 + top } })));
    }
  } finally {
    api.SetVariable("tessedit_pageseg_mode", PAGE_SEGMENTATION_AUTO);
    onPercent = notify;
  }
}

/** Reads a small picture that holds one line of print; for checking what a text layer claims. */
export async function readLine(raster: Raster): Promise<{ text: string; confidence: number }> {
  const { api } = await apiFor(FIRST_LANGUAGES);
  api.SetVariable("tessedit_pageseg_mode", PAGE_SEGMENTATION_LINE);
  try {
    const { lines, confidence } = await recognise(raster, FIRST_LANGUAGES);
    return { text: lines.flatMap((line) => line.words.map((word) => word.text)).join(" "), confidence: confidence / 100 };
  } finally {
    api.SetVariable("tessedit_pageseg_mode", PAGE_SEGMENTATION_AUTO);
  }
}

type Turn = 0 | 90 | 180 | 270;

async function prepare(given: Raster, flattened: boolean): Promise<Raster> {
  const { raster, shaded } = await evenOut(given, flattened);
  const long = Math.max(raster.width, raster.height);
  const short = Math.min(raster.width, raster.height);
  if (long > LONG_SIDE) return scaleGrey(raster, LONG_SIDE / long);
  if (shaded && short < PHOTO_SIDE) return scaleGrey(raster, Math.min(2.5, (1.25 * PHOTO_SIDE) / short, LONG_SIDE / long));
  if (short < SMALL_SIDE) return scaleGrey(raster, Math.min(2, LONG_SIDE / long));
  return raster;
}

/** Tries the other directions on a smaller copy, the likely ones only; 0 unless one is clearly better. */
async function betterDirection(raster: Raster, given: Recognised, languages: readonly OcrLanguage[]): Promise<Turn> {
  const long = Math.max(raster.width, raster.height);
  const small = long > 1800 ? await scaleGrey(raster, 1800 / long) : raster;
  let best: { turned: Turn; sure: number } = { turned: 0, sure: given.sure };
  for (const turned of given.upended ? ([270, 90] as const) : ([180, 270, 90] as const)) {
    const tried = await recognise(turnGrey(small, turned), languages);
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

/** Little words that belong to one of the languages only, as they stand on invoices. */
const LITTLE_WORDS: Record<OcrLanguage, string> = {
  eng: "the of and for to your with please from this by date invoice total amount due number tax description quantity price payment bill ship",
  deu: "der die das und für mit den bitte von zu auf ist nicht rechnung datum betrag gesamt menge preis mwst ust zzgl inkl kunde nummer steuer zahlbar summe",
  fra: "le la les et pour du des vous votre facture date montant ttc ht tva quantité prix échéance règlement client sur désignation siret",
  spa: "el los las por para con su factura fecha importe total iva cantidad precio cliente vencimiento base imponible pago cif nif",
  ita: "il lo gli per con della del di fattura data importo totale iva quantità prezzo cliente scadenza pagamento partita imponibile descrizione",
  nld: "de het een van en voor met uw factuur datum bedrag totaal btw aantal prijs klant factuurnummer betalen omschrijving excl incl vervaldatum te",
};
const littleWords = Object.fromEntries(Object.entries(LITTLE_WORDS).map(([language, words]) => [language, new Set(words.split(" "))])) as Record<OcrLanguage, Set<string>>;

/** The language most of whose little words occur; English unless another one is clearly ahead. */
function guessLanguage(lines: readonly TessLine[]): OcrLanguage {
  const words = lines.flatMap((line) => line.words.map((word) => word.text.toLowerCase().replace(/[^\p{L}]/gu, "")));
  const score = (language: OcrLanguage) => new Set(words.filter((word) => littleWords[language].has(word))).size;
  const [best, second] = OCR_LANGUAGES.map((language) => ({ language, score: score(language) })).sort((a, b) => b.score - a.score);
  return best!.score >= 4 && best!.score >= second!.score + 2 ? best!.language : "eng";
}
