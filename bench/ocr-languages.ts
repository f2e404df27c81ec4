/**
 * How well pages in each language are recognised: `node scripts/bench.mjs ocr-languages [--count N] [--engine bundled|system] [LANGUAGE…]`.
 * Generated documents are degraded as scanners do, read by `readPicture`, and their words compared with what was drawn.
 * Prints the share of all words found exactly, of those with letters beyond the English alphabet, of those with digits, and
 * what language the pages were taken for.
 */
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { languages as all, makeSpecimen, randomFrom, scanned, type Language, type Page } from "@counterfoil/specimens";
import { LIMITS } from "../src/platform/reading/limits.ts";
import { readPicture } from "../src/platform/reading/ocr.ts";
import { openImage } from "../src/platform/reading/raster.ts";
import { preferSystemTesseract } from "../src/platform/reading/tesseract.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { count: { type: "string", default: "8" }, engine: { type: "string", default: "bundled" } } });
const unknown = positionals.filter((name) => !(all as readonly string[]).includes(name));
if (unknown.length > 0) {
  console.error(`There are no documents in ${unknown.join(", ")}; there are: ${all.join(", ")}.`);
  process.exit(2);
}
if (values.engine === "system") {
  const command = spawnSync("sh", ["-c", "command -v tesseract"], { encoding: "utf8" }).stdout.trim();
  preferSystemTesseract(command, new URL("../parser.js", import.meta.url).href);
}

const wordsOf = (text: string): string[] => text.split(/\s+/).map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "")).filter((word) => word.length > 1);
const drawnOn = (page: Page): string[] => page.runs.filter(({ turn }) => !turn).flatMap(({ text }) => wordsOf(text));

console.log("language  pages  words  found   of those with other letters  figures  taken for");
for (const language of positionals.length > 0 ? (positionals as Language[]) : all) {
  const seen = { words: 0, found: 0, special: 0, specialFound: 0, figures: 0, figuresFound: 0 };
  const taken = new Map<string, number>();
  for (let i = 0; i < Number(values.count); i++) {
    const seed = `ocr-${language}-${i}`;
    const page = makeSpecimen(seed, { languages: [language] }).pages[0]!;
    const { jpeg } = await scanned(page, randomFrom(seed));
    const { raster, size } = await (await openImage(jpeg, "jpeg", LIMITS)).frame(0, false);
    const read = await readPicture(raster, { page: 1, size });
    taken.set(read.languages[0]!, (taken.get(read.languages[0]!) ?? 0) + 1);
    const left = new Map<string, number>();
    for (const word of read.words.flatMap(({ text }) => wordsOf(text))) left.set(word, (left.get(word) ?? 0) + 1);
    for (const word of drawnOn(page)) {
      const found = (left.get(word) ?? 0) > 0;
      if (found) left.set(word, left.get(word)! - 1);
      const special = /[^\u0000-\u007f]/u.test(word.replace(/[€£’–]/gu, ""));
      seen.words++;
      if (found) seen.found++;
      if (special) seen.special++;
      if (special && found) seen.specialFound++;
      const figure = /\d/.test(word);
      if (figure) seen.figures++;
      if (figure && found) seen.figuresFound++;
    }
  }
  const share = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);
  console.log(`${language.padEnd(9)} ${String(values.count).padStart(5)} ${String(seen.words).padStart(6)}  ${share(seen.found, seen.words).padStart(6)}  ${share(seen.specialFound, seen.special).padStart(7)} of ${String(seen.special).padEnd(16)} ${share(seen.figuresFound, seen.figures).padStart(7)}  ${[...taken].map(([name, count]) => `${name} ${count}`).join(", ")}`);
}
