/** Words from Tesseract's TSV output, scaled to points of a page 595 wide: for measuring the engine on scans. */
import { readFileSync } from "node:fs";
import type { PageWords, Word } from "../words.ts";

export function tsvWords(path: string, page: number): PageWords {
  const rows = readFileSync(path, "utf8").split("\n").slice(1).map((row) => row.split("\t"));
  const first = rows.find((row) => row[0] === "1");
  const [pixelsWide, pixelsHigh] = [Number(first?.[8] ?? 1), Number(first?.[9] ?? 1)];
  const scale = 595 / pixelsWide;
  const words: Word[] = rows.filter((row) => row[0] === "5" && (row[11] ?? "").trim() !== "" && Number(row[10]) >= 0).map((row) => {
    const box = { x: Number(row[6]) * scale, y: Number(row[7]) * scale, width: Number(row[8]) * scale, height: Number(row[9]) * scale };
    return { text: row[11]!.trim(), page, box, fontSize: box.height, bold: false, confidence: Number(row[10]) / 100 };
  });
  return { number: page, width: 595, height: pixelsHigh * scale, words, source: "ocr", reason: "measured" };
}
