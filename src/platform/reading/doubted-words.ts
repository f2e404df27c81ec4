/**
 * A second opinion on words that the recogniser doubts: the same pixels, cut out alone, read by another language's
 * model. Reading every page in two languages finds the same, at nearly twice the cost.
 */

type Bounds = { x0: number; y0: number; x1: number; y1: number };
type SeenWord = { bbox: Bounds; text: string; confidence: number };
type SeenLine<W extends SeenWord> = { words: W[] };

/** Neighbouring words of one line. */
export type Span<W extends SeenWord = SeenWord> = { line: SeenLine<W>; words: W[]; bounds: Bounds };

/** Share of a page's print that is looked at again at most: of a page that is hard to read throughout, it is no better. */
const MOST_SHARE = 0.35;

const letters = (text: string): number => text.replace(/[^\p{L}\p{N}]/gu, "").length;
const isRunning = ({ bbox, text }: SeenWord): boolean => text.trim().length < 3 || bbox.y1 - bbox.y0 <= 1.3 * (bbox.x1 - bbox.x0);

/** Words with less than `below` (0 to 100) confidence, those with digits first; `width` and `height` are the picture's. */
export function doubtedSpans<W extends SeenWord>(lines: readonly SeenLine<W>[], below: number, width: number, height: number): Span<W>[] {
  const spans = lines.flatMap((line): Span<W>[] => {
    const groups: W[][] = [];
    line.words.forEach((word, i) => {
      if (word.confidence >= below || !isRunning(word)) return;
      const before = line.words[i - 1];
      if (before && groups.at(-1)?.at(-1) === before) groups.at(-1)!.push(word);
      else groups.push([word]);
    });
    return groups.filter((words) => letters(words.map((word) => word.text).join("")) >= 2).map((words) => ({ line, words, bounds: around(words, width, height) }));
  });
  const length = ({ x0, x1, y0, y1 }: Bounds) => (x1 - x0) / Math.max(8, y1 - y0);
  const digits = ({ words }: Span<W>) => words.some(({ text }) => /\d/.test(text));
  let left = MOST_SHARE * lines.flatMap((line) => line.words).reduce((sum, word) => sum + length(word.bbox), 0);
  return [...spans.filter(digits), ...spans.filter((span) => !digits(span))].filter(({ bounds }) => (left -= length(bounds)) > 0);
}

function around(words: readonly SeenWord[], width: number, height: number): Bounds {
  const y0 = Math.min(...words.map(({ bbox }) => bbox.y0));
  const y1 = Math.max(...words.map(({ bbox }) => bbox.y1));
  const edge = 0.3 * (y1 - y0);
  return { x0: Math.max(0, words[0]!.bbox.x0 - edge), y0: Math.max(0, y0 - edge), x1: Math.min(width, words.at(-1)!.bbox.x1 + edge), y1: Math.min(height, y1 + edge) };
}

/** Puts the second reading in place of the first where it is surer: word by word, or as a whole when the words differ in number. */
export function takeSecondReading<W extends SeenWord>({ line, words }: Span<W>, found: readonly W[]): void {
  const read = found.filter((word) => word.text.trim() !== "");
  if (read.length === words.length) {
    words.forEach((word, i) => {
      const other = read[i]!;
      if (other.confidence > word.confidence + 3 && letters(other.text) > 0) Object.assign(word, { text: other.text, confidence: other.confidence });
    });
    return;
  }
  const length = (list: readonly SeenWord[]) => list.reduce((sum, word) => sum + letters(word.text), 0);
  const sureness = (list: readonly SeenWord[]) => list.reduce((sum, word) => sum + word.confidence * Math.max(1, letters(word.text)), 0) / Math.max(1, list.reduce((sum, word) => sum + Math.max(1, letters(word.text)), 0));
  const share = length(read) / Math.max(1, length(words));
  if (read.length === 0 || share < 0.6 || share > 1.6 || sureness(read) < sureness(words) + 10) return;
  const at = line.words.indexOf(words[0]!);
  if (at >= 0) line.words.splice(at, words.length, ...read);
}

/**
 * A page read again in its own language: where an earlier reading of the same page was surer of a word, that is kept,
 * save of words with letters that the earlier language does not have.
 */
export function keepSurerWords<W extends SeenWord>(lines: readonly SeenLine<W>[], earlier: readonly SeenLine<W>[]): void {
  const known = earlier.flatMap((line) => line.words);
  for (const word of lines.flatMap((line) => line.words)) {
    if (/[^\P{L}A-Za-z]/u.test(word.text)) continue;
    const same = known.find(({ bbox }) => overlap(bbox, word.bbox) > 0.7);
    if (same && same.confidence > word.confidence) Object.assign(word, { text: same.text, confidence: same.confidence });
  }
}

/** Area that two boxes share, as a part of what they cover together. */
function overlap(a: Bounds, b: Bounds): number {
  const width = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const height = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  if (width <= 0 || height <= 0) return 0;
  const area = ({ x0, y0, x1, y1 }: Bounds) => (x1 - x0) * (y1 - y0);
  return (width * height) / (area(a) + area(b) - width * height);
}
