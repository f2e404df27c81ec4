/**
 * Reads files and prints one JSON line each, for a scorer (built and called by run-score.sh). PDFs go through the text
 * layer. For scans and images the words come from `FILE-NAME.json` (PageWords[], as the OCR adapter gives them) in the
 * directory named by OCR_WORDS.
 */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { readPdfWords, readWords, toFlat, type PageWords } from "../index.ts";

for (const file of process.argv.slice(2)) {
  try {
    const words = join(process.env["OCR_WORDS"] ?? "", `${basename(file)}.json`);
    const seen = existsSync(words) ? (JSON.parse(readFileSync(words, "utf8")) as PageWords[]) : null;
    const started = performance.now();
    const pdf = seen ? null : await readPdfWords(readFileSync(file));
    const pages = seen ?? pdf!.pages;
    const reading = readWords(pages, { problems: pdf?.problems ?? [], syntax: seen ? "image" : "pdf" });
    const ms = Math.round(10 * (performance.now() - started)) / 10;
    console.log(JSON.stringify({ file, ms, pages: pages.length, proof: reading.proof, invoice: toFlat(reading), ...(process.env["FULL"] ? { reading } : {}) }));
  } catch (error) {
    console.log(JSON.stringify({ file, error: (error as Error).stack ?? String(error) }));
  }
}
