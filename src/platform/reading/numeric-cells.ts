/**
 * Places of a recognised page worth a second look: amounts that the first pass passed over (beside "TOTAL" stands
 * nothing, as wide gaps make it take the column for a picture) or doubts itself. Each is read again alone, as one line.
 */

type Bounds = { x0: number; y0: number; x1: number; y1: number };
type SeenWord = { bbox: Bounds; text: string; confidence: number };
type SeenLine = { bbox: Bounds; words: SeenWord[] };

/** `line` gets what is found; `word`, when given, is replaced by it. */
export type Cell<L extends SeenLine = SeenLine> = { line: L; word?: L["words"][number]; bounds: Bounds };

/** A second look costs about 30 ms a cell; pages with more gaps than this are no better for it. */
const MOST_CELLS = 14;
const MONEY_WORD = /\b(?:sub.?total|total|amount|cash|change|gst|sst|tax|vat|sales|net|balance|due|rounding|tender\w*|paid|visa|master\w*|card|summe|betrag|gesamt|zu zahlen|gegeben|bar|mwst|ust|netto|brutto|r[uü]ckgeld)\b/i;
const NO_MONEY = /\b(?:invoice|reg|no|nr|number|id|code|qty|item|items|summary)\b/i;
const AMOUNT = /\d[.,]\s?\d{2}(?!\d)/;
const LIKE_AMOUNT = /^[^\p{L}]{0,4}[\dOoIlSB]{1,12}(?:[.,][\dOoIlSB]{1,12}){0,4}[.,][\dOoIlSB]{1,3}[^\p{L}]{0,4}$/u;

/** In reading order; gaps beside money words first, then doubted amounts. */
export function cellsToReread<L extends SeenLine>(lines: readonly L[], width: number): Cell<L>[] {
  const words = lines.flatMap((line) => line.words);
  const edge = Math.min(width, Math.max(0, ...words.filter((word) => word.confidence > 60).map((word) => word.bbox.x1)));
  const gaps = lines.flatMap((line): Cell<L>[] => {
    const text = line.words.map((word) => word.text).join(" ");
    const sure = line.words.filter((word) => word.confidence > 40);
    if (!MONEY_WORD.test(text) || NO_MONEY.test(text) || AMOUNT.test(text) || sure.length === 0) return [];
    const height = line.bbox.y1 - line.bbox.y0;
    const x0 = Math.max(...sure.map((word) => word.bbox.x1)) + 0.3 * height;
    const bounds = { x0, y0: line.bbox.y0 - 0.3 * height, x1: Math.min(width, edge + height), y1: line.bbox.y1 + 0.3 * height };
    const free = !words.some((word) => word.confidence > 40 && word.bbox.x1 > bounds.x0 && word.bbox.x0 < bounds.x1 && (word.bbox.y0 + word.bbox.y1) / 2 > line.bbox.y0 && (word.bbox.y0 + word.bbox.y1) / 2 < line.bbox.y1 && !line.words.includes(word));
    return bounds.x1 - x0 > 2 * height && free ? [{ line, bounds }] : [];
  });
  const doubted = lines.flatMap((line) => line.words.filter((word) => word.confidence < 60 && LIKE_AMOUNT.test(word.text)).map((word): Cell<L> => {
    const height = word.bbox.y1 - word.bbox.y0;
    return { line, word, bounds: { x0: word.bbox.x0 - 0.4 * height, y0: word.bbox.y0 - 0.3 * height, x1: word.bbox.x1 + 0.4 * height, y1: word.bbox.y1 + 0.3 * height } };
  }));
  return [...gaps, ...doubted].slice(0, MOST_CELLS);
}

/** Puts what the second look found in its place: an amount, and only one that is surer than what stood there. */
export function takeReading<W extends SeenWord>(cell: { line: { words: W[] }; word?: W }, found: readonly W[]): void {
  const read = found.filter((word) => /\d/.test(word.text));
  if (!read.some((word) => AMOUNT.test(word.text) && word.confidence >= 60)) return;
  if (!cell.word) cell.line.words.push(...read.filter((word) => word.confidence >= 50));
  else if (read.length === 1 && read[0]!.confidence > cell.word.confidence + 10) Object.assign(cell.word, { text: read[0]!.text, confidence: read[0]!.confidence });
}
