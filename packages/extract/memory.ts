/**
 * What a supplier's corrected documents taught: where on this layout a field is printed. It is evidence among other
 * evidence, never an answer by itself: it points at candidates which form, labels and arithmetic must still allow.
 *
 * A layout is known by the words that stand still on it. A field is known by its neighbours ("anchors") and their
 * distance, so that it is found again when the page grew or was scanned a little larger. No values are kept, except the
 * supplier's own name. The whole memory is plain JSON: it can be exported, read, shared and imported.
 */
import type { Candidate, Candidates } from "./candidates.ts";
import { plain } from "./fold.ts";
import { middle, type Layout, type Segment } from "./lines.ts";
import type { Box, FieldPath } from "./reading.ts";
import type { Word } from "./words.ts";

/** `print` are still words with their cell on the page ("rechnung@12,3"). Lengths are shares of the page. */
export type Memory = { version: 1; layouts: LayoutMemory[] };
export type LayoutMemory = { supplier: string; print: string[]; documents: number; fields: Partial<Record<FieldPath, FieldMemory>> };
export type FieldMemory = {
  /** Words near the value and the way from them to it. */
  anchors: { text: string; dx: number; dy: number }[];
  /** Where it stood, for when no anchor is found. */
  at: { x: number; y: number };
  page: "first" | "last";
  /** The value's form: "A" letters, "9" digits, signs as they are. */
  form: string;
  confirmed: number;
  failed: number;
  /** A person said that this layout has no such field. */
  absent?: true;
};

/** A value a person corrected or confirmed, normalised as in a Reading; null when the document has none. */
export type Correction = { path: FieldPath; value: string | null };

export const NO_MEMORY: Memory = { version: 1, layouts: [] };

/** The fields that memory can point at, by the kind of candidate that answers them. */
const IDS: readonly FieldPath[] = ["invoiceNumber", "purchaseOrder", "buyerReference", "customer.number", "paymentReference"];
const DATES: readonly FieldPath[] = ["issueDate", "dueDate", "deliveryDate"];
const AMOUNTS: readonly FieldPath[] = ["netTotal", "taxTotal", "grossTotal", "amountDue", "prepaid", "rounding"];
export const REMEMBERED: readonly FieldPath[] = [...IDS, ...DATES, ...AMOUNTS, "supplier.name", "customer.name"];

/** Share of the smaller print that must be found on a page for its layout to be recognised. */
const SAME_LAYOUT = 0.6;
const MOST_PRINT = 80;
const MOST_LAYOUTS = 2000;

/**
 * The memory with these corrections taken in; the given one is not changed. Corrections whose value is not printed on the
 * page teach nothing. `amountOf` values compare as numbers, the rest as text without separators.
 */
export function learn(memory: Memory, document: { layout: Layout; candidates: Candidates; names: readonly { text: string; words: readonly Word[] }[]; supplier: string }, corrections: readonly Correction[]): Memory {
  const { layout, supplier } = document;
  const print = printOf(layout);
  const known = recognise(memory, layout);
  const before: LayoutMemory = known ?? { supplier, print, documents: 0, fields: {} };
  const fields = { ...before.fields };
  for (const { path, value } of corrections) {
    if (!REMEMBERED.includes(path)) continue;
    const old = fields[path];
    if (value === null) {
      fields[path] = { anchors: [], at: { x: 0, y: 0 }, page: "first", form: "", confirmed: (old?.absent ? old.confirmed : 0) + 1, failed: 0, absent: true };
      continue;
    }
    const places = placesOf(document, path, value);
    if (places.length === 0) continue;
    // Where the old place already holds the value, it is confirmed; else the first printing is learned anew.
    const pointed = old && !old.absent ? places.find((place) => strengthAt(layout, old, place) > 0) : undefined;
    fields[path] = pointed ? { ...old!, confirmed: old!.confirmed + 1 } : { ...placeMemory(layout, places[0]!, value), failed: 0 };
  }
  // Words that did not stand still this time leave the print.
  const still = known ? before.print.filter((entry) => print.some((other) => sameEntry(entry, other))) : print;
  const after: LayoutMemory = { ...before, supplier, print: still.length >= 12 ? still : before.print, documents: before.documents + 1, fields };
  return { version: 1, layouts: [...memory.layouts.filter((each) => each !== known), after].slice(-MOST_LAYOUTS) };
}

/** Notes that a remembered place led to a wrong value: it counts less from now on, and is forgotten after three failures more than successes. */
export function blame(memory: Memory, layout: Layout, paths: readonly FieldPath[]): Memory {
  const known = recognise(memory, layout);
  if (!known) return memory;
  const fields = { ...known.fields };
  for (const path of paths) {
    const field = fields[path];
    if (!field) continue;
    if (field.failed + 1 - field.confirmed >= 3) delete fields[path];
    else fields[path] = { ...field, failed: field.failed + 1 };
  }
  return { version: 1, layouts: memory.layouts.map((each) => (each === known ? { ...known, fields } : each)) };
}

/** The remembered layout this document has, or null. */
export function recognise(memory: Memory, layout: Layout): LayoutMemory | null {
  if (memory.layouts.length === 0) return null;
  const print = new Map<string, [number, number][]>();
  for (const entry of printOf(layout)) {
    const { word, x, y } = partsOf(entry);
    print.set(word, [...(print.get(word) ?? []), [x, y]]);
  }
  let best: { layout: LayoutMemory; share: number } | null = null;
  for (const each of memory.layouts) {
    let found = 0;
    for (const entry of each.print) {
      const { word, x, y } = partsOf(entry);
      if (print.get(word)?.some(([px, py]) => Math.abs(px - x) <= 1 && Math.abs(py - y) <= 1)) found++;
    }
    const share = found / Math.max(12, each.print.length);
    if (share >= SAME_LAYOUT && (!best || share > best.share)) best = { layout: each, share };
  }
  return best?.layout ?? null;
}

/** How strongly memory points at a candidate for a field, 0 to 1. */
export function pointer(known: LayoutMemory | null, layout: Layout, path: FieldPath): ((candidate: { page: number; box: Box; text: string }) => number) | null {
  const field = known?.fields[path];
  if (!field || field.absent) return null;
  const trust = (field.confirmed + 1) / (field.confirmed + 1 + 2 * field.failed);
  return (candidate) => trust * strengthAt(layout, field, candidate);
}

/** 0 to 1: a person said that documents of this layout do not have the field. */
export const saysAbsent = (known: LayoutMemory | null, path: FieldPath): number => (known?.fields[path]?.absent ? 1 : 0);

type Spot = { page: number; box: Box; text: string };

function placesOf(document: { layout: Layout; candidates: Candidates; names: readonly { text: string; words: readonly Word[] }[] }, path: FieldPath, value: string): Spot[] {
  const { candidates, names } = document;
  const squeezed = (text: string): string => plain(text).replace(/[^\p{L}\p{N}]/gu, "");
  const spot = (candidate: Candidate): Spot => ({ page: candidate.page, box: candidate.box, text: candidate.raw });
  if (DATES.includes(path)) return candidates.dates.filter((date) => date.value === value || date.other === value).map(spot);
  if (AMOUNTS.includes(path)) return candidates.numbers.filter((number) => !number.percent && Number(number.amount) / 1e6 === Number(value)).map(spot);
  if (IDS.includes(path)) return candidates.ids.filter((id) => squeezed(id.value) === squeezed(value) || squeezed(value).endsWith(squeezed(id.value)) && id.value.length > 2).map(spot);
  return names.filter((name) => squeezed(name.text) === squeezed(value)).map(({ text, words }) => ({ page: words[0]!.page, box: words[0]!.box, text }));
}

function placeMemory(layout: Layout, spot: Spot, value: string): FieldMemory {
  const page = layout.pages.find((each) => each.number === spot.page)!;
  return {
    anchors: anchorsNear(layout, spot), at: { x: rounded(spot.box.x / page.width), y: rounded(middle(spot.box) / page.height) },
    page: spot.page === layout.pages[0]!.number ? "first" : "last", form: formOf(spot.text || value), confirmed: 1, failed: 0,
  };
}

/** Up to four words without digits to the left of the value or above it, the nearest first. */
function anchorsNear(layout: Layout, spot: Spot): FieldMemory["anchors"] {
  const page = layout.pages.find((each) => each.number === spot.page)!;
  const near: { text: string; dx: number; dy: number; distance: number }[] = [];
  for (const segment of layout.segments) {
    if (segment.page !== spot.page) continue;
    for (const word of segment.words) {
      const text = anchorText(word);
      if (text === null) continue;
      const [dx, dy] = [spot.box.x - word.box.x, middle(spot.box) - middle(word.box)];
      if (dy < -2 || dx < -0.1 * page.width || dy > 0.08 * page.height) continue;
      near.push({ text, dx: rounded(dx / page.width), dy: rounded(dy / page.height), distance: Math.abs(dx) / 3 + Math.abs(dy) });
    }
  }
  return near.filter((each) => each.distance > 0).sort((a, b) => a.distance - b.distance).slice(0, 4).map(({ text, dx, dy }) => ({ text, dx, dy }));
}

function strengthAt(layout: Layout, field: FieldMemory, spot: Spot): number {
  const wanted = field.page === "first" ? layout.pages[0]! : layout.pages[layout.pages.length - 1]!;
  if (spot.page !== wanted.number || !fitsForm(field.form, spot.text)) return 0;
  const off = (x: number, y: number): number => Math.abs(spot.box.x / wanted.width - x) / 0.06 + Math.abs(middle(spot.box) / wanted.height - y) / 0.008;
  let best = Infinity;
  for (const anchor of field.anchors) {
    for (const word of wordsWith(layout, wanted.number, anchor.text)) best = Math.min(best, off(word.box.x / wanted.width + anchor.dx, middle(word.box) / wanted.height + anchor.dy));
  }
  if (best === Infinity) best = off(field.at.x, field.at.y) + 0.3;
  return best <= 0.8 ? 1 : best <= 1.6 ? 0.6 : 0;
}

const wordsOfPage = new WeakMap<Layout, Map<string, Word[]>>();

function wordsWith(layout: Layout, page: number, text: string): readonly Word[] {
  let index = wordsOfPage.get(layout);
  if (!index) {
    index = new Map();
    for (const segment of layout.segments) {
      for (const word of segment.words) {
        const known = anchorText(word);
        if (known !== null) index.set(`${word.page} ${known}`, [...(index.get(`${word.page} ${known}`) ?? []), word]);
      }
    }
    wordsOfPage.set(layout, index);
  }
  return index.get(`${page} ${text}`) ?? [];
}

function anchorText(word: Word): string | null {
  const text = plain(word.text).replace(/[^\p{L}]/gu, "");
  return text.length >= 2 && !/\d/.test(word.text) ? text : null;
}

/** "RE-2025-0815" → "A-9-9": runs of letters and digits, signs kept. */
export const formOf = (text: string): string => text.replace(/\p{L}+/gu, "A").replace(/\d+/g, "9").replace(/\s+/g, " ").trim().slice(0, 40);

const fitsForm = (form: string, text: string): boolean => {
  const other = formOf(text);
  return other === form || other.replace(/[^A9]/g, "").slice(0, 2) === form.replace(/[^A9]/g, "").slice(0, 2);
};

/** Words without digits and where they stand, on a grid of 40 by 60 over the first page. */
function printOf(layout: Layout): string[] {
  const page = layout.pages[0];
  if (!page) return [];
  const entries = layout.segments.filter((segment: Segment) => segment.page === page.number).flatMap((segment) => segment.words).flatMap((word) => {
    const text = anchorText(word);
    return text !== null && text.length >= 3 ? [`${text}@${Math.floor((40 * word.box.x) / page.width)},${Math.floor((60 * middle(word.box)) / page.height)}`] : [];
  });
  return [...new Set(entries)].sort().filter((_, i, all) => all.length <= 3 * MOST_PRINT || i % Math.ceil(all.length / (3 * MOST_PRINT)) === 0);
}

const partsOf = (entry: string): { word: string; x: number; y: number } => {
  const at = entry.lastIndexOf("@");
  const [x, y] = entry.slice(at + 1).split(",").map(Number);
  return { word: entry.slice(0, at), x: x!, y: y! };
};

const sameEntry = (a: string, b: string): boolean => {
  const [left, other] = [partsOf(a), partsOf(b)];
  return left.word === other.word && Math.abs(left.x - other.x) <= 1 && Math.abs(left.y - other.y) <= 1;
};

const rounded = (share: number): number => Math.round(share * 1e4) / 1e4;

/** Memory from exported JSON; throws an Error with the place of what is wrong. */
export function parseMemory(json: unknown): Memory {
  const fail = (what: string): never => { throw new Error(`This is no supplier memory: ${what}.`); };
  const memory = json as Partial<Memory> | null;
  if (memory === null || typeof memory !== "object" || memory.version !== 1) fail("its version must be 1");
  if (!Array.isArray(memory!.layouts) || memory!.layouts.length > MOST_LAYOUTS) fail(`layouts must be a list of at most ${MOST_LAYOUTS}`);
  memory!.layouts!.forEach((each, i) => {
    if (typeof each?.supplier !== "string" || !Array.isArray(each.print) || each.print.length > 3 * MOST_PRINT || !each.print.every((entry) => typeof entry === "string" && /^\p{L}{3,60}@-?\d{1,3},-?\d{1,3}$/u.test(entry)) || typeof each.documents !== "number") fail(`layouts[${i}] lacks supplier, print or documents`);
    for (const [path, field] of Object.entries(each.fields ?? fail(`layouts[${i}] has no fields`))) {
      if (!(REMEMBERED as readonly string[]).includes(path)) fail(`layouts[${i}].fields.${path} is not a field that is remembered`);
      const numbers = [field.at?.x, field.at?.y, field.confirmed, field.failed, ...(Array.isArray(field.anchors) ? field.anchors.flatMap((anchor) => [anchor?.dx, anchor?.dy]) : [NaN])];
      if (!numbers.every((number) => Number.isFinite(number)) || !["first", "last"].includes(field.page) || typeof field.form !== "string" || field.anchors.length > 8 || !field.anchors.every((anchor) => typeof anchor.text === "string" && anchor.text.length <= 60)) fail(`layouts[${i}].fields.${path} is damaged`);
    }
  });
  return memory as Memory;
}
