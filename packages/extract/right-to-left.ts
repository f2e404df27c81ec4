/**
 * Arabic and Hebrew print. Text layers give such lines in drawing order, in reading order or in a library's guess at it, and
 * mixed with figures and Latin words in none of these; only the place of each character is certain. So words are built from
 * places alone, and pages that are read from right to left are folded over: afterwards what is read first stands left, as on
 * every other page, and no later stage needs to know. What was printed, and where, stays with each word.
 */
import type { Box } from "./reading.ts";
import type { Glyph, PageWords, Word } from "./words.ts";

const RIGHT_TO_LEFT = /[\u0590-\u05ff\u0600-\u0605\u0608\u060b\u060d\u061b-\u064a\u066d-\u066f\u0671-\u06d5\u06ee\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const LETTER = /\p{L}/u;
/** Marks that order text and print nothing. */
const ORDER_MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/** True when a letter of the text belongs to a script written from right to left. */
export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/** The glyph without marks of order, or null when it was nothing else; presentation forms become the letters they show. */
export function withoutOrderMarks(glyph: Glyph): Glyph | null {
  const bare = glyph.text.replace(ORDER_MARKS, "");
  if (bare === "" && glyph.text !== "") return null;
  const text = /[\ufb1d-\ufdff\ufe70-\ufefc]/u.test(bare) ? bare.normalize("NFKC") : bare;
  const ordered = text === bare ? inReadingOrder(text) : text;
  return ordered === glyph.text ? glyph : { ...glyph, text: ordered };
}

/** A ligature's letters come in the order in which they would be drawn: lam before alef is the only pair that is joined so. */
function inReadingOrder(text: string): string {
  if (text.length < 2 || !isRightToLeft(text) || /^\u0644[\u0622\u0623\u0625\u0627]/u.test(text)) return text;
  return [...text].reverse().join("");
}

const SPACE = /^[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]*$/;
/** As in words.ts, in font sizes. */
const WORD_GAP = 0.13;

export type Piece = { text: string; x0: number; x1: number; baseline: number; size: number; glyph: Glyph };

/** Words by place alone: characters of one baseline that touch, with no space between them. The text is in reading order. */
export function piecesByPlace(glyphs: readonly Glyph[]): Piece[] {
  const rows: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.baseline - b.baseline)) {
    const row = rows[rows.length - 1];
    if (row && Math.abs(row[row.length - 1]!.baseline - glyph.baseline) < 0.12 * Math.max(glyph.size, row[row.length - 1]!.size)) row.push(glyph);
    else rows.push([glyph]);
  }
  return rows.flatMap((row) => piecesOfRow(row));
}

function piecesOfRow(row: readonly Glyph[]): Piece[] {
  const pieces: Glyph[][] = [];
  let spaced = false;
  for (const glyph of [...row].sort((a, b) => (a.x0 + a.x1) / 2 - (b.x0 + b.x1) / 2)) {
    if (SPACE.test(glyph.text)) {
      spaced = true;
      continue;
    }
    const piece = pieces[pieces.length - 1];
    const last = piece?.[piece.length - 1];
    const size = Math.max(glyph.size, last?.size ?? 0, 1);
    const gap = last ? glyph.x0 - Math.max(...piece!.slice(-3).map((each) => each.x1)) : 0;
    if (last && last.text === glyph.text && Math.abs(last.x0 - glyph.x0) < Math.min(0.25 * size, 0.4 * (glyph.x1 - glyph.x0)) && Math.abs(last.x1 - glyph.x1) < 0.25 * size) last.bold = true; // drawn twice
    else if (last && gap < (spaced ? 0.06 : WORD_GAP) * size && last.hidden === glyph.hidden && Math.abs(last.size - glyph.size) < 0.3 * size) piece!.push({ ...glyph });
    else pieces.push([{ ...glyph }]);
    spaced = false;
  }
  return pieces.map((piece) => ({ text: readingOrder(piece), x0: Math.min(...piece.map((each) => each.x0)), x1: Math.max(...piece.map((each) => each.x1)), baseline: piece[0]!.baseline, size: piece[0]!.size, glyph: piece[0]! }));
}

/** The characters of one word, left to right on the page, in the order in which they are read. */
function readingOrder(piece: readonly Glyph[]): string {
  const glyphs = piece.map((glyph) => glyph.text);
  if (!glyphs.some(isRightToLeft)) return bracketsOutward(glyphs.join(""));
  const runs: { leftToRight: boolean; texts: string[] }[] = [];
  for (const [i, text] of glyphs.entries()) {
    const inside = /^[.,/:'’٫٬-]$/u.test(text) && /[\p{N}A-Za-z]$/u.test(glyphs[i - 1] ?? "") && /^[\p{N}A-Za-z]/u.test(glyphs[i + 1] ?? "");
    const leftToRight = inside || (/[\p{N}\p{L}%$€£₪]/u.test(text) && !isRightToLeft(text) && !/^\p{M}/u.test(text));
    const run = runs[runs.length - 1];
    if (run && run.leftToRight === leftToRight) run.texts.push(text);
    else runs.push({ leftToRight, texts: [text] });
  }
  const text = runs.reverse().map((run) => (run.leftToRight ? run.texts : marksBehind(run.texts.reverse())).join("")).join("");
  return bracketsOutward(text);
}

/** On such lines libraries swap brackets, rightly or not: one that begins a word opens, one that ends it closes. */
const bracketsOutward = (text: string): string => text.replace(/^\)(?=.)/su, "(").replace(/(?<=.)\($/su, ")");

/** A vowel sign or doubling sign drawn over a letter belongs behind it. */
function marksBehind(texts: string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < texts.length; i++) {
    if (/^\p{M}/u.test(texts[i]!) && texts[i + 1] !== undefined && !/^\p{M}/u.test(texts[i + 1]!)) out.push(texts[i + 1]!, texts[i++]!);
    else out.push(texts[i]!);
  }
  return out;
}

const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u066a-\u066c\u060c]/u;

/** Digits and signs of Arabic and Persian as those of every other page. */
const westernDigits = (text: string): string => text.replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String((digit.codePointAt(0)! & 0xf))).replace(/\u066b/g, ".").replace(/\u066c/g, ",").replace(/\u066a/g, "%").replace(/\u060c/g, ",");

/**
 * Pages in the direction of every other page. Words that moved, or whose figures were rewritten, keep what was printed.
 * `linesOf` and `clustersOf` are those of the layout.
 */
export function unfold(pages: readonly PageWords[], linesOf: (words: readonly Word[]) => Word[][], clustersOf: (row: readonly Word[]) => Word[][]): readonly PageWords[] {
  const numbered = pages.map((page) => (page.words.some((word) => DIGITS.test(word.text)) ? { ...page, words: page.words.map(withWesternDigits) } : page));
  if (!pages.some((page) => page.words.some((word) => isRightToLeft(word.text)))) return numbered;
  const rows = numbered.map((page) => linesOf(page.words.filter((word) => !word.hidden && !word.rotated && word.text.trim() !== "")).map(clustersOf));
  const mirrored = readsRightToLeft(rows.flat());
  return numbered.map((page, i) => {
    const moved = new Map<Word, Word>();
    for (const cluster of rows[i]!.flat()) for (const { word, x, text } of placed(cluster, mirrored, page.width)) if (mirrored || Math.abs(x - word.box.x) > 0.01) moved.set(word, at(word, x, text));
    return moved.size === 0 ? page : { ...page, words: page.words.map((word) => moved.get(word) ?? word) };
  });
}

function withWesternDigits(word: Word): Word {
  const text = westernDigits(word.text);
  return text === word.text ? word : { ...word, text, printed: { text: word.text, box: word.box } };
}

const at = (word: Word, x: number, text: string): Word => ({ ...word, text, box: { ...word.box, x }, printed: word.printed ?? { text: word.text, box: word.box } });

/** A full stop or comma of the line stands left of the Latin words or figures it follows. */
function stopsBehind(run: readonly Word[]): string[] {
  const texts = run.map((word) => word.text);
  const [, stop, rest] = /^([.,:;])(?=[\p{L}\d])(.*)$/su.exec(texts[0]!) ?? [];
  if (stop === undefined || /^\d\d$/.test(rest!) || isRightToLeft(rest!) || !/[\p{L}\d)]$/u.test(texts[texts.length - 1]!)) return texts;
  texts[0] = rest!;
  texts[texts.length - 1] += stop;
  return texts;
}

/**
 * Whether the pages are laid out from right to left: by the script of their words, and by which edge lines of words share,
 * since a page in Arabic may hold mostly Latin names and a page in English two headings in Arabic.
 */
function readsRightToLeft(lines: readonly Word[][][]): boolean {
  const clusters = lines.flat();
  const words = clusters.flat().filter((word) => LETTER.test(word.text));
  const share = (2 * words.filter((word) => isRightToLeft(word.text)).length) / Math.max(1, words.length) - 1;
  const worded = clusters.filter((cluster) => cluster.some((word) => /\p{L}{2}/u.test(word.text)) && !cluster.some((word) => /\d/.test(word.text)));
  const shared = (edge: (cluster: readonly Word[]) => number): number => {
    const counts = new Map<number, number>();
    for (const cluster of worded) counts.set(Math.round(edge(cluster) / 2), (counts.get(Math.round(edge(cluster) / 2)) ?? 0) + 1);
    return [...counts.values()].reduce((sum, count) => sum + count - 1, 0);
  };
  const lefts = shared((cluster) => Math.min(...cluster.map((word) => word.box.x)));
  const rights = shared((cluster) => Math.max(...cluster.map((word) => word.box.x + word.box.width)));
  // Words stand before their figures, in every language.
  const pairs = lines.flatMap((line) => line.slice(1).flatMap((cluster, i) => {
    const [a, b] = [line[i]!, cluster].map((each) => ({ words: each.some((word) => LETTER.test(word.text)), figures: each.every((word) => !LETTER.test(word.text)) && each.some((word) => /\d/.test(word.text)) })) as [{ words: boolean; figures: boolean }, { words: boolean; figures: boolean }];
    return a.figures && b.words ? [1] : a.words && b.figures ? [-1] : [];
  }));
  const order = pairs.reduce((sum: number, each) => sum + each, 0) / Math.max(1, pairs.length);
  return share + (2 * (rights - lefts)) / Math.max(1, worded.length) + 2 * order > 0;
}

/** Where each word of a cell goes, from left to right in reading order. */
function placed(cluster: readonly Word[], mirrored: boolean, width: number): { word: Word; x: number; text: string }[] {
  const words = [...cluster].sort((a, b) => a.box.x - b.box.x);
  // "box 15": one small word that the figure stands before, as the line's own direction has it.
  if (mirrored && words.length === 2 && /^\p{Ll}{1,6}\.?$/u.test(words[0]!.text) && /^\d[\d.,]*$/.test(words[1]!.text)) return words.map((word) => ({ word, x: width - word.box.x - word.box.width, text: word.text }));
  const runs: Word[][] = [];
  words.forEach((word, i) => {
    const run = runs[runs.length - 1];
    if (run && (mirrored ? staysTogether(run, word) : isRightToLeft(word.text) === isRightToLeft(run[0]!.text) || (isRightToLeft(run[0]!.text) && !LETTER.test(word.text) && words.slice(i + 1).some((next, j, rest) => isRightToLeft(next.text) && rest.slice(0, j).every((each) => !LETTER.test(each.text)))))) run.push(word);
    else runs.push([word]);
  });
  return runs.flatMap((run) => {
    const left = run[0]!.box.x;
    const end = Math.max(...run.map((word) => word.box.x + word.box.width));
    const texts = mirrored ? stopsBehind(run) : run.map((word) => word.text);
    if (mirrored) return run.map((word, i) => ({ word, x: width - end + (word.box.x - left), text: texts[i]! }));
    return isRightToLeft(run[0]!.text) && run.length > 1 ? run.map((word, i) => ({ word, x: left + end - word.box.x - word.box.width, text: texts[i]! })) : run.map((word, i) => ({ word, x: word.box.x, text: texts[i]! }));
  });
}

/** Latin words keep their order among themselves, with the figures and signs between and beside them; nothing else does. */
function staysTogether(run: readonly Word[], word: Word): boolean {
  if ([...run, word].some((each) => isRightToLeft(each.text))) return false;
  if (LETTER.test(word.text) || run.some((each) => LETTER.test(each.text))) return true;
  return [...run, word].every((each) => /^[+(]?\d[\d-]*\)?$/.test(each.text)); // groups of one number, as of a telephone
}

/** Where a word is printed, and as what. */
export const printedBox = (word: Word): Box => word.printed?.box ?? word.box;
export const printedText = (word: Word): string => word.printed?.text ?? word.text;
