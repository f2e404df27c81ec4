/**
 * Words to lines, segments and blocks, by geometry alone: the order in which a PDF draws its text means nothing.
 * A line is everything on one baseline across the page; a segment is a stretch of it without a wide gap (a table
 * cell, a label with its value); a block is a stack of segments that belong together (an address).
 */
import type { Box, Evidence } from "./reading.ts";
import { printedBox, printedText, unfold } from "./right-to-left.ts";
import type { PageWords, Word } from "./words.ts";

export type Segment = {
  page: number;
  line: number;
  words: Word[];
  /** The words joined by single spaces; `starts[i]` is the offset of word i in it. */
  text: string;
  starts: number[];
  box: Box;
  bold: boolean;
  fontSize: number;
};

export type Line = { page: number; index: number; words: Word[]; segments: Segment[]; text: string; box: Box };

export type Block = { page: number; segments: Segment[]; box: Box };

/** A document laid out: lines of all pages, from the top; `index` runs through the whole document. */
export type Layout = { pages: { number: number; width: number; height: number }[]; lines: Line[]; segments: Segment[]; blocks: Block[] };

/** A gap wider than this many font sizes starts a new segment. */
const SEGMENT_GAP = 0.95;

export const right = (box: Box): number => box.x + box.width;
export const bottom = (box: Box): number => box.y + box.height;
export const middle = (box: Box): number => box.y + box.height / 2;

export function union(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return { x, y, width: Math.max(...boxes.map(right)) - x, height: Math.max(...boxes.map(bottom)) - y };
}

/** How much of the narrower box lies within the other's width, 0 to 1. */
export function overlapX(a: Box, b: Box): number {
  return Math.max(0, Math.min(right(a), right(b)) - Math.max(a.x, b.x)) / Math.max(0.1, Math.min(a.width, b.width));
}

/** Groups what stands on lines (or pages) by their number, so that long documents are not searched again and again. */
export function groupBy<T, Key>(list: readonly T[], key: (each: T) => Key): (at: Key) => readonly T[] {
  const groups = new Map<Key, T[]>();
  for (const each of list) {
    const group = groups.get(key(each));
    if (group) group.push(each);
    else groups.set(key(each), [each]);
  }
  const none: readonly T[] = [];
  return (at) => groups.get(at) ?? none;
}

/** Where these words are printed, one entry per line they stand on. */
export function evidenceOf(words: readonly Word[]): Evidence[] {
  const rows: Word[][] = [];
  for (const word of words) {
    const row = rows[rows.length - 1];
    const before = row?.[row.length - 1];
    if (row && before && before.page === word.page && Math.abs(middle(before.box) - middle(word.box)) < 0.6 * Math.max(before.box.height, word.box.height)) row.push(word);
    else rows.push([word]);
  }
  return rows.map((row) => ({ page: row[0]!.page, box: rounded(union(row.map(printedBox))), raw: row.map(printedText).join(" ") }));
}

const round = (value: number): number => Math.round(value * 100) / 100;
const rounded = (box: Box): Box => ({ x: round(box.x), y: round(box.y), width: round(box.width), height: round(box.height) });

/** Lays out all pages. Hidden and turned words take no part. */
export function layOut(pages: readonly PageWords[]): Layout {
  const layout: Layout = { pages: pages.map(({ number, width, height }) => ({ number, width, height })), lines: [], segments: [], blocks: [] };
  for (const page of unfold(pages, linesOf, splitAtGaps)) {
    const words = page.words.filter((word) => !word.hidden && !word.rotated && word.text.trim() !== "");
    const lines = linesOf(words);
    const segments: Segment[] = [];
    for (const row of lines) {
      const index = layout.lines.length;
      const parts = segmentsOf(row, index);
      segments.push(...parts);
      layout.lines.push({ page: page.number, index, words: row, segments: parts, text: parts.map((part) => part.text).join("  "), box: union(row.map((word) => word.box)) });
    }
    layout.segments.push(...segments);
    layout.blocks.push(...blocksOf(segments));
  }
  return layout;
}

/**
 * Chains every word to its nearest neighbour on the right that stands at the same height. Chaining, unlike sorting by
 * baseline, follows the slope of a crooked scan.
 */
export function linesOf(words: readonly Word[]): Word[][] {
  const byTop = [...words].sort((a, b) => middle(a.box) - middle(b.box));
  const next = new Map<Word, Word>();
  const before = new Map<Word, { word: Word; cost: number }>();
  /** The nearest word on the right of `word` that stands at the height of `level`. */
  const neighbour = (word: Word, level: Word, at: number): { word: Word; cost: number } | null => {
    let best: { word: Word; cost: number } | null = null;
    for (const step of [-1, 1]) {
      for (let i = at + step; i >= 0 && i < byTop.length; i += step) {
        const other = byTop[i]!;
        const apart = Math.abs(middle(other.box) - middle(level.box));
        if (apart > Math.max(1.2 * level.box.height, other.box.height) + Math.abs(middle(word.box) - middle(level.box))) break;
        if (other === word || other === level || other.box.x <= word.box.x || other.box.x < right(word.box) - 0.5 * Math.min(word.box.height, word.box.width)) continue;
        if (!sameHeight(level, other)) continue;
        const gap = Math.max(0, other.box.x - right(word.box));
        const cost = gap + (gap < 0.25 * Math.min(word.box.height, other.box.height) ? 1 : 4) * apart;
        if (!best || cost < best.cost) best = { word: other, cost };
      }
    }
    return best;
  };
  byTop.forEach((word, at) => {
    const best = neighbour(word, word, at);
    if (!best) return;
    const rival = before.get(best.word);
    if (rival && rival.cost <= best.cost) return;
    if (rival) next.delete(rival.word);
    next.set(word, best.word);
    before.set(best.word, { word, cost: best.cost });
  });
  // Behind a raised "th" the line goes on at the height of the word before it.
  byTop.forEach((word, at) => {
    const previous = before.get(word)?.word;
    if (!previous || next.has(word) || word.box.height > 0.8 * previous.box.height) return;
    const best = neighbour(word, previous, at);
    if (!best || before.has(best.word)) return;
    next.set(word, best.word);
    before.set(best.word, { word, cost: best.cost });
  });
  const lines: Word[][] = [];
  for (const word of byTop) {
    if (before.has(word)) continue;
    const line = [word];
    for (let at = next.get(word); at; at = next.get(at)) line.push(at);
    lines.push(line);
  }
  return lines.sort((a, b) => middle(a[0]!.box) - middle(b[0]!.box) || a[0]!.box.x - b[0]!.box.x);
}

function sameHeight(a: Word, b: Word): boolean {
  const least = Math.min(a.box.height, b.box.height);
  const shared = Math.min(bottom(a.box), bottom(b.box)) - Math.max(a.box.y, b.box.y);
  if (shared < 0.45 * least) return false;
  // A raised "th" or "2" touches the word it belongs to.
  if (b.box.x - right(a.box) < 0.25 * least && shared > 0.5 * least) return true;
  // Beside a much larger or smaller word only a common baseline or a common middle counts.
  return Math.abs(middle(a.box) - middle(b.box)) < 0.45 * least || Math.abs(bottom(a.box) - bottom(b.box)) < 0.3 * least;
}

/** Splits a line at its wide gaps. A colon followed by a wide gap (a label's tabulator) also splits; that is wanted. */
export const segmentsOf = (line: readonly Word[], index: number): Segment[] => splitAtGaps(line).map((words) => segmentOf(words, index));

function splitAtGaps(line: readonly Word[]): Word[][] {
  const groups: Word[][] = [];
  for (const word of line) {
    const group = groups[groups.length - 1];
    const last = group?.[group.length - 1];
    const size = last ? Math.max(Math.min(last.fontSize, word.fontSize), 1) : 1;
    if (group && last && (word.box.x - right(last.box)) / size < SEGMENT_GAP) group.push(word);
    else groups.push([word]);
  }
  return groups;
}

export function segmentOf(words: Word[], line: number): Segment {
  let text = "";
  const starts: number[] = [];
  for (const word of words) {
    if (text !== "") text += " ";
    starts.push(text.length);
    text += word.text;
  }
  return { page: words[0]!.page, line, words, text, starts, box: union(words.map((word) => word.box)), bold: words.every((word) => word.bold), fontSize: Math.max(...words.map((word) => word.fontSize)) };
}

/** Words of a segment that the characters from..to of its text belong to. */
export function wordsAt(segment: Pick<Segment, "words" | "starts">, from: number, to: number): Word[] {
  return segment.words.filter((word, i) => segment.starts[i]! < to && segment.starts[i]! + word.text.length > from);
}

/** Stacks segments that share a left edge, or a middle, and stand close below each other. */
export function blocksOf(segments: readonly Segment[]): Block[] {
  const open: Segment[][] = [];
  for (const segment of segments) {
    let best: { stack: Segment[]; gap: number } | null = null;
    for (const stack of open) {
      const last = stack[stack.length - 1]!;
      const height = Math.max(last.box.height, segment.box.height);
      const gap = segment.box.y - bottom(last.box);
      if (gap < -0.4 * height || gap > 0.95 * Math.min(last.box.height, segment.box.height) + 0.3 * height) continue;
      if (Math.max(last.fontSize, segment.fontSize) > 1.9 * Math.min(last.fontSize, segment.fontSize)) continue;
      const left = Math.abs(segment.box.x - last.box.x) < 0.9 * height;
      const centred = Math.abs(segment.box.x + segment.box.width / 2 - last.box.x - last.box.width / 2) < 1.2 * height && overlapX(segment.box, last.box) > 0.9;
      const flushRight = Math.abs(right(segment.box) - right(last.box)) < 0.4 * height && overlapX(segment.box, last.box) > 0.9;
      if ((left || centred || flushRight) && (!best || gap < best.gap)) best = { stack, gap };
    }
    if (best) best.stack.push(segment);
    else open.push([segment]);
  }
  return open.map((stack) => ({ page: stack[0]!.page, segments: stack, box: union(stack.map((segment) => segment.box)) }));
}
