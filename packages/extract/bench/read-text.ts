/**
 * Reads files and prints one JSON line each, for a scorer: `node read-text.mjs FILE…` (built by run-score.sh).
 * PDFs go through the text layer; for pages without one, and for images, the words come from `FILE-NAME.N.tsv`
 * (Tesseract's TSV output, made beforehand) in the directory named by OCR_WORDS.
 */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { readPdfWords, readWords, toFlat } from "../index.ts";
import { tsvWords } from "./tsv.ts";

for (const file of process.argv.slice(2)) {
  try {
    const ocr = [1, 2, 3, 4].map((page) => join(process.env["OCR_WORDS"] ?? "", `${basename(file)}.${page}.tsv`)).filter((path) => existsSync(path));
    const started = performance.now();
    const pdf = file.endsWith(".pdf") && ocr.length === 0 ? await readPdfWords(readFileSync(file)) : null;
    const pages = pdf ? pdf.pages : ocr.map((path, i) => tsvWords(path, i + 1));
    const reading = readWords(pages, { problems: pdf?.problems ?? [] });
    const ms = performance.now() - started;
    console.log(JSON.stringify({ file, ms: Math.round(ms * 10) / 10, pages: pages.length, proof: reading.proof, invoice: toFlat(reading), ...(process.env["FULL"] ? { reading } : {}) }));
  } catch (error) {
    console.log(JSON.stringify({ file, error: (error as Error).stack ?? String(error) }));
  }
}
