/**
 * The engine: the machine's own Tesseract where it can be used (`system-tesseract.ts`), else Tesseract compiled to
 * WebAssembly, called in this very process. The reader is already a limited child, so the usual worker thread would only
 * add memory and messages, and the code that could fetch language data from the network is not even loaded. Language data
 * come from the installed packages. Pixels go in as they are, behind a header.
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { OcrLanguage } from "./languages.ts";
import type { Raster } from "./pdfium.ts";
import { dpiOf, findSystemTesseract, startSystemTesseract, tiffOf, type RunningTesseract, type SystemTesseract } from "./system-tesseract.ts";

/** Pixels from the picture's top left. */
export type Bounds = { x0: number; y0: number; x1: number; y1: number };
/** `confidence` runs from 0 to 100. */
export type TessWord = { bbox: Bounds; text: string; confidence: number };
export type TessLine = { bbox: Bounds; baseline: Bounds; rowAttributes: { rowHeight: number }; words: TessWord[] };
/** The whole layout of a page is looked for, or the picture is known to hold one line. */
export type Layout = "page" | "line";

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
const ENGINE_LSTM = 1;
const SEGMENTATION: Record<Layout, string> = { page: "3", line: "7" };
/** English and German together, and one more: each holds 20 to 60 MB. */
const MOST_LOADED = 2;
/** So few lines the bundled engine, which is loaded once, reads in less time than the machine's own takes to start. */
const FEW_LINES = 6;

let preferred: { command: string; program: string | undefined } | undefined;
let system: Promise<SystemTesseract | null> | undefined;
let core: Promise<TessModule> | undefined;
let onPercent: (percent: number) => void = () => {};
/** Least recently used first. */
const loaded = new Map<string, TessApi>();
const data = new Set<string>();

/** From now on the machine's own engine is used, provided that one at this path can be. `program`: beside what the data lie. */
export function preferSystemTesseract(command: string, program?: string): void {
  preferred = { command, program };
  system = undefined;
}

/** An engine started for a page that is still being prepared, so that it loads its models meanwhile; null: the bundled one will read it. */
export type Ahead = { languages: readonly OcrLanguage[]; engine: Promise<RunningTesseract | null> };

/** Whoever calls this hands it to `recogniseLines`, or calls `forget`. */
export function startAhead(languages: readonly OcrLanguage[]): Ahead {
  const engine = ownEngine().then((own) => own && startSystemTesseract(own, languages, "page"));
  engine.catch(() => {});
  return { languages, engine };
}

export function forget({ engine }: Ahead): void {
  void engine.then((running) => running?.kill(), () => {});
}

/** Not before the first picture: asking its version takes as long as reading a page of text. */
const ownEngine = (): Promise<SystemTesseract | null> => (system ??= findSystemTesseract(preferred?.command, preferred?.program));

/**
 * The lines of each grey picture, in the order the engine gives them. `progress` takes the share done of the first, from 0
 * to 1, as far as the engine tells. `ahead`: the engine started for this page.
 */
export async function recogniseLines(pictures: readonly Raster[], languages: readonly OcrLanguage[], layout: Layout, progress: (share: number) => void = () => {}, ahead?: Ahead): Promise<TessLine[][]> {
  if (pictures.length === 0) return [];
  // Of single lines a second language finds little that the first does not, and loading it takes longer than reading them.
  const asked = layout === "line" ? languages.slice(0, 1) : languages;
  const own = await ownEngine();
  if (own && (layout === "page" || pictures.length > FEW_LINES)) {
    try {
      const engine = (await ahead?.engine) ?? startSystemTesseract(own, asked, layout);
      return await engine.read(pictures);
    } catch {
      // It cannot run in this cage, or this picture ended it: the bundled one tells by its own end if it is the picture.
      system = Promise.resolve(null);
    }
  }
  const found: TessLine[][] = [];
  for (const picture of pictures) found.push(await recogniseHere(picture, asked, layout, progress));
  return found;
}

function loadCore(): Promise<TessModule> {
  // The relaxed SIMD build was measured no faster, and needs a flag on Node 20; plain SIMD runs on every supported Node.
  const factory = require("tesseract.js-core/tesseract-core-simd-lstm") as TessFactory;
  core ??= factory({ TesseractProgress: (percent) => onPercent(percent), print: () => {}, printErr: () => {} });
  return core;
}

async function apiFor(languages: readonly OcrLanguage[]): Promise<{ module: TessModule; api: TessApi }> {
  const module = await loadCore();
  const key = languages.join("+");
  let api = loaded.get(key);
  loaded.delete(key);
  if (!api) {
    for (const [other, old] of loaded) {
      if (loaded.size < MOST_LOADED) break;
      old.End();
      loaded.delete(other);
    }
    for (const language of languages.filter((one) => !data.has(one))) {
      const home = dirname(require.resolve(`@tesseract.js-data/${language}/package.json`));
      module.FS.writeFile(`./${language}.traineddata`, gunzipSync(readFileSync(join(home, "4.0.0_best_int", `${language}.traineddata.gz`))));
      data.add(language);
    }
    api = new module.TessBaseAPI();
    if (api.Init(null, key, ENGINE_LSTM) !== 0) throw new Error(`Tesseract could not be started for ${key}`);
    // Looking for white print on black in every doubtful line costs 6 %; where the ground is dark, we turn the picture.
    api.SetVariable("tessedit_do_invert", "0");
  }
  loaded.set(key, api);
  return { module, api };
}

async function recogniseHere(raster: Raster, languages: readonly OcrLanguage[], layout: Layout, progress: (share: number) => void): Promise<TessLine[]> {
  const { module, api } = await apiFor(languages);
  module.FS.writeFile("/input", tiffOf([raster]));
  onPercent = (percent) => progress(Math.max(0, Math.min(1, (percent - 30) / 70)));
  try {
    api.SetVariable("tessedit_pageseg_mode", SEGMENTATION[layout]);
    if (api.SetImageFile(1, 0) !== 0) throw new Error("Tesseract did not take the image");
    api.SetSourceResolution(dpiOf(raster));
    api.Recognize(null);
    const { blocks } = JSON.parse(api.GetJSONText()) as { blocks: TessBlock[] | null };
    return (blocks ?? []).flatMap((block) => (block.paragraphs ?? []).flatMap((paragraph) => paragraph.lines ?? []));
  } finally {
    onPercent = () => {};
    api.Clear();
    module.FS.unlink("/input");
  }
}
