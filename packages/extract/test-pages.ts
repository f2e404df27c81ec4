/** Pages for tests, drawn with letters: a column is half a font size wide, a row one and a half high. */
import type { PageWords, Word } from "./words.ts";

const SIZE = 10;
const COLUMN = 5;
const ROW = 14;

/** Makes words of typed text: single spaces part words, wider gaps part cells, as on paper. `confidence` makes it OCR. */
export function typed(text: string, options: { page?: number; confidence?: number; height?: number } = {}): PageWords {
  const { page = 1, confidence, height = 842 } = options;
  const words: Word[] = [];
  text.replace(/^\n/, "").split("\n").forEach((row, line) => {
    for (const match of row.matchAll(/\S+/g)) {
      words.push({
        text: match[0], page, fontSize: SIZE, bold: false,
        box: { x: 20 + match.index * COLUMN, y: 30 + line * ROW, width: match[0].length * COLUMN, height: SIZE },
        ...(confidence === undefined ? {} : { confidence }),
      });
    }
  });
  return { number: page, width: 595, height, words, source: confidence === undefined ? "text" : "ocr", reason: "typed for a test" };
}
