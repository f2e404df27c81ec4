/** A page as what is drawn on it, and small pieces of layout that put it there. Units are points from the top left. */
import { faceOf, type FaceName } from "./faces.ts";

/** How text looks. `narrow` squeezes letters sideways (1 is natural), `colour` is RRGGBB. */
export type Ink = { face: FaceName; bold: boolean; size: number; colour: string; narrow: number };

/** Text in one ink from one point. `path` names the value it shows ("lines.2.netAmount"); `turn` is in degrees, clockwise. */
export type Run = { x: number; baseline: number; text: string; ink: Ink; path?: string; turn?: number };
export type Shape =
  | { kind: "line"; x1: number; y1: number; x2: number; y2: number; width: number; colour: string; dashed?: boolean }
  | { kind: "box"; x: number; y: number; width: number; height: number; fill?: string; stroke?: string; line?: number }
  | { kind: "polygon"; points: [number, number][]; fill: string };
export type Page = { width: number; height: number; runs: Run[]; shapes: Shape[] };

/** A stretch of text; a path marks it as a value of the truth. */
export type Piece = { text: string; path?: string; bold?: boolean; size?: number; colour?: string };
export type Line = readonly Piece[];
export type Align = "left" | "right" | "centre";

/** Something with a size that can be drawn anywhere. */
export type Block = { width: number; height: number; draw(page: Page, x: number, y: number): void };

const inkOf = (piece: Piece, ink: Ink): Ink => ({ ...ink, bold: piece.bold ?? ink.bold, size: piece.size ?? ink.size, colour: piece.colour ?? ink.colour });

/** Texts are measured again and again while columns are fitted: what each face makes of them is kept, in thousandths. */
const measured = new Map<string, Map<string, { text: string; width: number }>>();

function measure(text: string, ink: Ink): { text: string; width: number } {
  const key = ink.face + ink.bold;
  let known = measured.get(key);
  if (!known || known.size > 20_000) measured.set(key, (known = new Map()));
  let found = known.get(text);
  if (!found) {
    const face = faceOf(ink.face, ink.bold);
    let [shown, width] = ["", 0];
    for (const character of text) {
      const part = face.widthOf(character) !== null ? character : ({ "\u202f": "\u00a0", "−": "-", "’": "'", "₹": "Rs." })[character] ?? character.normalize("NFD").replace(/\p{M}/gu, "").replace("ł", "l").replace("Ł", "L");
      shown += part;
      for (const each of part) width += face.widthOf(each) ?? 500;
    }
    known.set(text, (found = { text: shown, width }));
  }
  return found;
}

/** Spaces and signs a face lacks are replaced as programs do, so that widths and print agree. */
export const printable = (text: string, ink: Ink): string => measure(text, ink).text;

export const widthOf = (text: string, ink: Ink): number => (measure(text, ink).width * ink.size * ink.narrow) / 1000;

export const lineWidth = (line: Line, ink: Ink): number => line.reduce((sum, piece) => sum + widthOf(piece.text, inkOf(piece, ink)), 0);
export const biggest = (line: Line, ink: Ink): number => line.reduce((most, piece) => Math.max(most, piece.size ?? ink.size), 0) || ink.size;

/** Draws a line with its baseline at `baseline`; `x` is its left, right or middle. */
export function drawLine(page: Page, line: Line, x: number, baseline: number, ink: Ink, align: Align = "left"): void {
  const width = align === "left" ? 0 : lineWidth(line, ink);
  let at = align === "left" ? x : align === "right" ? x - width : x - width / 2;
  for (const piece of line) {
    const own = inkOf(piece, ink);
    const text = printable(piece.text, own);
    if (text.trim() !== "") page.runs.push({ x: at, baseline, text, ink: own, ...(piece.path ? { path: piece.path } : {}) });
    at += widthOf(piece.text, own);
  }
}

/** Breaks a line at spaces so that no part is wider; a single long word stays whole. */
export function wrap(line: Line, ink: Ink, width: number): Line[] {
  if (lineWidth(line, ink) <= width) return [line];
  const words = line.flatMap((piece) => piece.text.split(/(?<= )/).map((text) => ({ ...piece, text })));
  const lines: Piece[][] = [[]];
  let at = 0;
  for (const word of words) {
    const own = widthOf(word.text.trimEnd(), inkOf(word, ink));
    if (at + own > width && lines[lines.length - 1]!.length > 0) {
      lines.push([]);
      at = 0;
    }
    const current = lines[lines.length - 1]!;
    const last = current[current.length - 1];
    if (last && last.path === word.path && last.bold === word.bold && last.size === word.size) current[current.length - 1] = { ...last, text: last.text + word.text };
    else current.push(word);
    at += widthOf(word.text, inkOf(word, ink));
  }
  return lines.map((pieces) => pieces.map((piece, i) => (i === pieces.length - 1 ? { ...piece, text: piece.text.trimEnd() } : piece)));
}

/** Lines of text as a block; wider lines are wrapped when a width is given. */
export function textBlock(lines: readonly Line[], ink: Ink, options: { width?: number; align?: Align; leading?: number } = {}): Block {
  const { align = "left", leading = 1.25 } = options;
  const wrapped = options.width === undefined ? lines : lines.flatMap((line) => wrap(line, ink, options.width!));
  const width = options.width ?? Math.max(0, ...wrapped.map((line) => lineWidth(line, ink)));
  const height = wrapped.reduce((sum, line) => sum + biggest(line, ink) * leading, 0);
  return { width, height, draw: (page, x, y) => {
    let top = y;
    for (const line of wrapped) {
      const size = biggest(line, ink);
      drawLine(page, line, align === "left" ? x : align === "right" ? x + width : x + width / 2, top + 0.5 * (leading - 1) * size + 0.8 * size, ink, align);
      top += size * leading;
    }
  } };
}

/** Blocks below each other. */
export function stack(blocks: readonly Block[], gap = 0, align: Align = "left"): Block {
  const seen = blocks.filter((block) => block.height > 0);
  const width = Math.max(0, ...seen.map((block) => block.width));
  return { width, height: seen.reduce((sum, block) => sum + block.height, 0) + gap * Math.max(0, seen.length - 1), draw: (page, x, y) => {
    let top = y;
    for (const block of seen) {
      block.draw(page, align === "left" ? x : align === "right" ? x + width - block.width : x + (width - block.width) / 2, top);
      top += block.height + gap;
    }
  } };
}

/** Blocks beside each other: each at its left edge within the whole width. */
export function beside(places: readonly { at: number; block: Block }[], width: number): Block {
  return { width, height: Math.max(0, ...places.map(({ block }) => block.height)), draw: (page, x, y) => {
    for (const { at, block } of places) block.draw(page, x + at, y);
  } };
}

/** A block with a frame or a ground, and room inside. */
export function framed(block: Block, padding: number, look: { fill?: string; stroke?: string; line?: number }, width = block.width + 2 * padding, height = block.height + 2 * padding): Block {
  return { width, height, draw: (page, x, y) => {
    page.shapes.push({ kind: "box", x, y, width, height, ...look });
    block.draw(page, x + padding, y + padding);
  } };
}

export const space = (height: number): Block => ({ width: 0, height, draw: () => {} });
export const ruleBlock = (width: number, colour: string, line = 0.7): Block => ({ width, height: line, draw: (page, x, y) => void page.shapes.push({ kind: "line", x1: x, y1: y, x2: x + width, y2: y, width: line, colour }) });

/** The box around a run as a reader sees it: from cap height to descender. */
export const runBox = (run: Run): { x: number; y: number; width: number; height: number } => ({ x: run.x, y: run.baseline - 0.78 * run.ink.size, width: widthOf(run.text, run.ink), height: run.ink.size });
