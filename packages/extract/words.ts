/**
 * Glyphs to words. Pure: it knows nothing of PDFium, so that its gap rules can be tested on glyphs made by hand.
 *
 * Gaps are judged relative to the font size, never in fixed points: a fixed tolerance merges columns in small print
 * and splits words in headings.
 */
import type { Box, Problem } from "./reading.ts";
import { isRightToLeft, piecesByPlace, withoutOrderMarks } from "./right-to-left.ts";

/** One printed word. `box` is in points from the page's top left. `confidence` is set for OCR words only. */
export type Word = {
  text: string;
  page: number;
  box: Box;
  fontSize: number;
  bold: boolean;
  fontName?: string;
  /** 0 to 1, as the recogniser gave it; absent for words of a text layer. */
  confidence?: number;
  /** Present in the file but not visible to a reader: never used as a value, reported as a problem. */
  hidden?: boolean;
  /** What the page shows, and where, when the word was moved into the reading order of other pages or its digits rewritten. */
  printed?: { text: string; box: Box };
  /** Printed at an angle (a remark along the margin): never part of a line. */
  rotated?: boolean;
};

/** The words of one page and how we came by them. */
export type PageWords = {
  number: number;
  width: number;
  height: number;
  words: Word[];
  source: "text" | "ocr" | "none";
  reason: string;
};

/** What a text layer gave: pages in order, findings, and the pages that must be looked at instead. */
export type PdfWords = { pages: PageWords[]; problems: Problem[]; needsOcr: { page: number; reason: string }[] };

/** One drawn character: `x0`..`x1` is its advance, `baseline` and `size` are in points, y grows downwards. */
export type Glyph = {
  text: string;
  x0: number;
  x1: number;
  baseline: number;
  size: number;
  bold: boolean;
  fontName?: string;
  hidden?: boolean;
  rotated?: boolean;
  /** The font gave no meaning to the glyph (no Unicode mapping). */
  unmapped?: boolean;
};

type Fragment = { text: string; x0: number; x1: number; baseline: number; size: number; glyph: Glyph; spaceAfter: boolean; /** sum and count of the gaps between its letters, in font sizes */ gaps: number; joints: number };

/**
 * Without a space character a gap this wide, in font sizes, still separates words. A normal space is 0.25 to 0.33, but
 * justified text squeezes it; letters of one word stand within 0.05 unless the whole run is spaced out.
 */
const WORD_GAP = 0.13;
/** A space character narrower than this is kerning, not a separation. */
const LEAST_SPACE = 0.06;
const LIGATURES: Record<string, string> = { "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00ad": "-" };
const isSpace = (text: string): boolean => /^[\s\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]*$/.test(text);

/**
 * Builds words from glyphs in drawing order. Glyphs drawn twice for a bold look count once; characters drawn in any
 * order still meet, because pieces are joined by place; letter-spaced headings ("T O T A L") become one word.
 */
export function wordsFromGlyphs(glyphs: readonly Glyph[], page: number): Word[] {
  const signs = glyphs.flatMap((glyph) => (glyph.rotated ? [] : (withoutOrderMarks(glyph) ?? [])));
  const upright = signs.some((glyph) => isRightToLeft(glyph.text)) ? piecesByPlace(signs) : joinPieces(fragmentsOf(signs));
  return [...upright.map((piece) => toWord(piece, page)), ...turnedWords(glyphs.filter((glyph) => glyph.rotated), page)].filter((word) => word.text !== "");
}

/** Text at an angle is never laid out; it is only put together in drawing order, so that people can see what it says. */
function turnedWords(glyphs: readonly Glyph[], page: number): Word[] {
  const groups: Glyph[][] = [];
  for (const glyph of glyphs) {
    const group = groups[groups.length - 1];
    const last = group?.[group.length - 1];
    if (isSpace(glyph.text)) groups.push([]);
    else if (group && last && Math.hypot(glyph.x0 - last.x0, glyph.baseline - last.baseline) < 1.3 * glyph.size) group.push(glyph);
    else groups.push([glyph]);
  }
  return groups.filter((group) => group.length > 0).map((group) => {
    const left = Math.min(...group.map((glyph) => glyph.x0));
    const top = Math.min(...group.map((glyph) => glyph.baseline - glyph.size));
    const first = group[0]!;
    return {
      text: group.map((glyph) => LIGATURES[glyph.text] ?? glyph.text).join(""), page, fontSize: first.size, bold: first.bold, rotated: true,
      box: { x: left, y: top, width: Math.max(...group.map((glyph) => glyph.x1)) - left, height: Math.max(...group.map((glyph) => glyph.baseline)) - top },
      ...(first.fontName ? { fontName: first.fontName } : {}), ...(first.hidden ? { hidden: true } : {}),
    };
  });
}

function fragmentsOf(glyphs: readonly Glyph[]): Fragment[] {
  const fragments: Fragment[] = [];
  let current: Fragment | null = null;
  let spaceSeen = false;
  for (const glyph of glyphs) {
    const text = LIGATURES[glyph.text] ?? glyph.text;
    if (isSpace(text)) {
      spaceSeen = current !== null;
      continue;
    }
    const size = glyph.size || 1;
    if (current && sameLine(current, glyph) && current.glyph.hidden === glyph.hidden) {
      const gap = (glyph.x0 - current.x1) / Math.max(size, current.size);
      const usual = current.joints > 1 ? Math.max(0, current.gaps / current.joints) : 0;
      const breaks = gap > WORD_GAP + usual || (spaceSeen && gap > LEAST_SPACE) || gap < -0.45;
      if (!breaks && Math.abs(size - current.size) < 0.3 * current.size) {
        current.text += text;
        current.x1 = Math.max(current.x1, glyph.x1);
        current.gaps += gap;
        current.joints++;
        spaceSeen = false;
        continue;
      }
      if (spaceSeen) current.spaceAfter = true;
    }
    current = { text, x0: glyph.x0, x1: glyph.x1, baseline: glyph.baseline, size, glyph, spaceAfter: false, gaps: 0, joints: 0 };
    fragments.push(current);
    spaceSeen = false;
  }
  return fragments;
}

const sameLine = (a: { baseline: number; size: number }, b: { baseline: number; size: number }): boolean =>
  Math.abs(a.baseline - b.baseline) < 0.12 * Math.max(a.size, b.size);

/** Sorts pieces of a baseline from left to right, drops doubles, and joins what touches. */
function joinPieces(fragments: Fragment[]): Fragment[] {
  const byBaseline = [...fragments].sort((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
  const joined: Fragment[] = [];
  for (let start = 0; start < byBaseline.length; ) {
    let end = start + 1;
    while (end < byBaseline.length && sameLine(byBaseline[end - 1]!, byBaseline[end]!)) end++;
    const row = byBaseline.slice(start, end).sort((a, b) => a.x0 - b.x0);
    const kept: Fragment[] = [];
    for (const piece of row) {
      const twin = kept.slice(-4).find((other) => other.text === piece.text && Math.abs(other.x0 - piece.x0) < 0.25 * piece.size && Math.abs(other.x1 - piece.x1) < 0.25 * piece.size);
      if (twin) {
        twin.glyph = { ...twin.glyph, bold: true };
        continue;
      }
      const last = kept[kept.length - 1];
      if (last && touches(last, piece)) {
        last.text += piece.text;
        last.x1 = Math.max(last.x1, piece.x1);
        last.spaceAfter = piece.spaceAfter;
        continue;
      }
      kept.push({ ...piece });
    }
    joined.push(...joinSpacedLetters(kept));
    start = end;
  }
  return joined;
}

function touches(left: Fragment, right: Fragment): boolean {
  if (left.spaceAfter || left.glyph.hidden !== right.glyph.hidden) return false;
  const size = Math.max(left.size, right.size);
  const gap = (right.x0 - left.x1) / size;
  return gap < 0.09 && gap > -0.3 && Math.abs(left.size - right.size) < 0.3 * size;
}

/** "I N V O I C E": four or more single letters at an even distance are one word. */
function joinSpacedLetters(row: Fragment[]): Fragment[] {
  const out: Fragment[] = [];
  for (let i = 0; i < row.length; ) {
    let end = i + 1;
    while (end < row.length && isLetter(row[i]!) && isLetter(row[end]!) && evenlySpaced(row, i, end)) end++;
    if (end - i >= 4) {
      out.push({ ...row[i]!, text: row.slice(i, end).map((piece) => piece.text).join(""), x1: row[end - 1]!.x1, spaceAfter: true });
      i = end;
    } else {
      out.push(row[i]!);
      i++;
    }
  }
  return out;
}

const isLetter = (piece: Fragment): boolean => /^\p{L}$/u.test(piece.text);

function evenlySpaced(row: Fragment[], first: number, at: number): boolean {
  const gap = row[at]!.x0 - row[at - 1]!.x1;
  const size = row[at]!.size;
  if (gap > 0.75 * size) return false;
  return at - first < 2 || Math.abs(gap - (row[first + 1]!.x0 - row[first]!.x1)) < 0.2 * size;
}

function toWord(piece: Pick<Fragment, "text" | "glyph" | "x0" | "x1" | "baseline" | "size">, page: number): Word {
  const { glyph } = piece;
  return {
    text: piece.text.trim(),
    page,
    box: { x: piece.x0, y: piece.baseline - 0.78 * piece.size, width: Math.max(piece.x1 - piece.x0, 0.1), height: piece.size },
    fontSize: piece.size,
    bold: glyph.bold,
    ...(glyph.fontName ? { fontName: glyph.fontName } : {}),
    ...(glyph.hidden ? { hidden: true } : {}),
  };
}

/**
 * Why a text layer cannot be trusted, or null when it reads like text: too many characters without a meaning, or
 * words without vowels (a font whose letters were shuffled).
 */
export function whyGarbled(glyphs: readonly Glyph[], words: readonly Word[]): string | null {
  const printed = glyphs.filter((glyph) => !isSpace(glyph.text));
  if (printed.length < 20) return null;
  const odd = printed.filter((glyph) => glyph.unmapped || /[\ue000-\uf8ff\ufffd\u0000-\u0008]/.test(glyph.text)).length;
  if (odd / printed.length > 0.2) return `${Math.round((100 * odd) / printed.length)} % of the characters have no meaning in the file`;
  const long = words.filter((word) => /^\p{Script=Latin}{4,}$/u.test(word.text));
  if (long.length < 12) return null;
  const readable = long.filter((word) => /[aeiouyäöüåæøáéíóúàèìòùâêîôûąęó]/i.test(word.text)).length;
  if (readable / long.length < 0.6) return "most words of the text layer cannot be pronounced: its letters are shuffled";
  return null;
}
