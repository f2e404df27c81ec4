/** Where a known value is printed: its letters and digits in order, over word gaps and line breaks, whatever the signs between. */
import { plain } from "./fold.ts";
import { overlapX, type Layout, type Segment } from "./lines.ts";
import type { Word } from "./words.ts";

/** Letters and digits alone, folded. */
export const squeezed = (text: string): string => plain(text).replace(/[^\p{L}\p{N}]/gu, "");

const MOST_PLACES = 12;

/** All printings of a text, in reading order, the words of each. In OCR one letter of a longer word may be another. */
export function printedAt(layout: Layout, text: string): Word[][] {
  const wanted = squeezed(text);
  if (wanted.length === 0) return [];
  const found: Word[][] = [];
  for (const segment of layout.segments) {
    for (let i = 0; i < segment.words.length && found.length < MOST_PLACES; i++) {
      const words = follow(layout, segment, i, wanted, [], 0);
      if (words) found.push(words);
    }
  }
  return found;
}

/** The words from here that spell the rest, or null; at the end of a cell it goes on below, or in the next cell. */
function follow(layout: Layout, segment: Segment, from: number, rest: string, words: Word[], jumps: number): Word[] | null {
  for (let i = from; i < segment.words.length; i++) {
    const word = segment.words[i]!;
    const text = squeezed(word.text);
    if (text === "") {
      if (words.length === 0) return null;
      continue;
    }
    const fits = rest.startsWith(text) || (word.confidence !== undefined && text.length >= 5 && differsByOne(rest.slice(0, text.length), text));
    if (!fits) return null;
    words = [...words, word];
    rest = rest.slice(text.length);
    if (rest === "") return words;
  }
  if (words.length === 0 || jumps >= 6) return null;
  for (const next of continuations(layout, segment, words[0]!)) {
    const all = follow(layout, next, 0, rest, words, jumps + 1);
    if (all) return all;
  }
  return null;
}

const differsByOne = (a: string, b: string): boolean => a.length === b.length && [...a].filter((letter, i) => letter !== b[i]).length === 1;

function continuations(layout: Layout, segment: Segment, first: Word): Segment[] {
  const line = layout.lines[segment.line]!;
  const beside = line.segments[line.segments.indexOf(segment) + 1];
  const below: Segment[] = [];
  for (let index = segment.line + 1; index < layout.lines.length && below.length < 3; index++) {
    const next = layout.lines[index]!;
    if (next.page !== segment.page || next.box.y - segment.box.y > 4 * segment.box.height) break;
    below.push(...next.segments.filter((other) => other.box.y > segment.box.y + 0.3 * segment.box.height && (Math.abs(other.box.x - first.box.x) < 2 * first.fontSize || overlapX(other.box, segment.box) > 0.3)));
  }
  return beside ? [...below, beside] : below;
}
