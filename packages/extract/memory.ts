/**
 * What a supplier's corrected documents taught: where on this layout a field is printed, how its table is built, how it
 * writes. It is evidence among other evidence, never an answer by itself: form, labels and arithmetic must still allow it.
 *
 * A layout is known by the words that stand still on it. A field is known by its neighbours ("anchors") and their
 * distance, so that it is found again when the page grew or was scanned a little larger. No values are kept, except the
 * supplier's own identity, and those count only where a document prints them. The whole memory is plain JSON: it can be
 * exported, read, shared and imported.
 */
import { plain, withinOneEdit } from "./fold.ts";
import { middle, right, type Layout, type Segment } from "./lines.ts";
import { DOCUMENT_TYPES, FIELD_PATHS, type Box, type DocumentType, type FieldPath } from "./reading.ts";
import { squeezed } from "./printed.ts";
import { checkTable, type TableMemory } from "./taught-table.ts";
import type { Word } from "./words.ts";

/** `print` are still words with their cell on the page ("rechnung@12,3"). Lengths are shares of the page. */
export type Memory = { version: 1; layouts: LayoutMemory[] };
export type LayoutMemory = {
  supplier: string; print: string[]; documents: number;
  fields: Partial<Record<FieldPath, FieldMemory>>;
  /** The supplier's own name, numbers, address and accounts. */
  identity: Partial<Record<IdentityPath, string[]>>;
  /** What the words of the title mean ("nota di accredito" → credit_note); folded. */
  titles: { words: string; type: DocumentType }[];
  writing: { dates?: "dmy" | "mdy"; decimal?: "." | ","; currency?: { mark: string; code: string } };
  table?: TableMemory;
};
/** A place: words near the value with the way from each to it, and where on the page it stood for when none is found. */
export type Place = { anchors: Anchor[]; at: { x: number; y: number; right: number }; page: "first" | "last" };
/** `dx` leads to the value's left edge, `dr` to its right one. */
export type Anchor = { text: string; dx: number; dr: number; dy: number };
export type FieldMemory = Place & {
  /** The value's form: "A" letters, "9" digits, signs as they are. */
  form: string;
  /** Text fields: how many lines it takes, and the sign that ends it within its cell ("" when it fills the rest of the cell). */
  lines: number; ends: string;
  /** Text fields: it begins its cell. */
  begins: boolean;
  /** Else the sign before it, or "". */
  after: string;
  /** Where something else was taken for this field. */
  avoid: (Place & { form: string })[];
  confirmed: number; failed: number;
  /** The engine alone got this field wrong: what stands here counts more than what it would choose. */
  corrected: boolean;
  /** No place is known, only what to avoid. */
  placeless?: true;
};

/** A value a person corrected or confirmed, normalised as in a Reading; null when the document has none. */
export type Correction = { path: FieldPath; value: string | null };

export const NO_MEMORY: Memory = { version: 1, layouts: [] };

/** The supplier's identity: the only values that are kept. */
export const IDENTITY = ["supplier.name", "supplier.tradingName", "supplier.vatId", "supplier.taxNumber", "supplier.registrationNumber", "supplier.address", "supplier.iban", "supplier.bic"] as const;
export type IdentityPath = (typeof IDENTITY)[number];
export const isIdentity = (path: string): path is IdentityPath => (IDENTITY as readonly string[]).includes(path);

/** How a field's value is found on a page. The currency, the kind of document and the identity are remembered in other ways. */
export type Kind = "id" | "date" | "amount" | "text";
const IDS: readonly FieldPath[] = ["invoiceNumber", "salesOrder", "purchaseOrder", "buyerReference", "contractReference", "projectReference", "despatchAdvice", "receivingAdvice", "accountingReference", "precedingInvoice.number", "customer.number", "paymentReference", "mandateReference"];
const DATES: readonly FieldPath[] = ["issueDate", "dueDate", "taxPointDate", "deliveryDate", "periodStart", "periodEnd", "precedingInvoice.date"];
const AMOUNTS: readonly FieldPath[] = ["lineTotal", "allowanceTotal", "chargeTotal", "netTotal", "taxTotal", "grossTotal", "withholding", "prepaid", "rounding", "previousBalance", "amountDue"];
const TEXTS: readonly FieldPath[] = ["customer.name", "customer.vatId", "customer.address", "deliverTo.name", "deliverTo.address", "paymentTerms"];
export const kindOf = (path: FieldPath): Kind | null => (IDS.includes(path) ? "id" : DATES.includes(path) ? "date" : AMOUNTS.includes(path) ? "amount" : TEXTS.includes(path) ? "text" : null);
export const REMEMBERED: readonly FieldPath[] = [...IDS, ...DATES, ...AMOUNTS, ...TEXTS, ...IDENTITY];

/** Share of the smaller print that must be found on a page for its layout to be recognised. */
const SAME_LAYOUT = 0.52;
/** Another firm may print with the same program: without a word of the known one its page must be nearly the same. */
const OTHER_FIRM = 0.8;
const MOST_PRINT = 240;
export const MOST_LAYOUTS = 2000;
const FEWEST_PRINT = 12;

/** The remembered layout this document has, or null. In OCR a longer word may have one letter misread. */
export function recognise(memory: Memory, layout: Layout): LayoutMemory | null {
  if (memory.layouts.length === 0) return null;
  const print = new Map<string, [number, number][]>();
  for (const entry of printOf(layout)) {
    const { word, x, y } = partsOf(entry);
    print.set(word, [...(print.get(word) ?? []), [x, y]]);
  }
  const scanned = layout.segments.some((segment) => segment.words.some((word) => word.confidence !== undefined));
  const cells = scanned ? [...print].flatMap(([word, places]) => (word.length >= 5 ? [{ word, places }] : [])) : [];
  const near = (places: readonly [number, number][] | undefined, x: number, y: number): boolean => places?.some(([px, py]) => Math.abs(px - x) <= 1 && Math.abs(py - y) <= 1) ?? false;
  const text = squeezed(layout.segments.map((segment) => segment.text).join(""));
  let best: { layout: LayoutMemory; share: number } | null = null;
  for (const each of memory.layouts) {
    let found = 0;
    for (const entry of each.print) {
      const { word, x, y } = partsOf(entry);
      if (near(print.get(word), x, y) || (scanned && word.length >= 5 && cells.some((other) => near(other.places, x, y) && withinOneEdit(other.word, word)))) found++;
    }
    const whose = isOf(each, text);
    const share = found / Math.max(FEWEST_PRINT, each.print.length) + (whose ? 0.45 : 0);
    if (share >= (whose === false ? OTHER_FIRM : SAME_LAYOUT) && (!best || share > best.share)) best = { layout: each, share };
  }
  return best?.layout ?? null;
}

/** Whether the page prints the supplier's name or one of its numbers; null where none of them is known. */
function isOf({ identity }: LayoutMemory, text: string): boolean | null {
  const known = IDENTITY.filter((path) => path !== "supplier.address").flatMap((path) => identity[path] ?? []).map(squeezed).filter((value) => value.length >= 6);
  return known.length === 0 ? null : known.some((value) => text.includes(value) || (/^[a-z]{2}\d{7,}$/.test(value) && text.includes(value.slice(2))));
}

export type Spot = { page: number; box: Box; text: string };

/** How strongly memory points at a candidate for a field, 0 to 1; below 0 where a person said that it stands not there. */
export function pointer(known: LayoutMemory | null, layout: Layout, path: FieldPath): ((spot: Spot) => number) | null {
  const field = known?.fields[path];
  if (!field) return null;
  const trust = trustIn(field);
  return (spot) => {
    const strength = field.placeless ? 0 : trust * strengthAt(layout, field, spot, kindOf(path) === "text" ? null : field.form);
    if (strength > 0) return field.corrected ? strength : 0.5 * strength;
    return field.avoid.some((place) => strengthAt(layout, place, spot, place.form) >= 1) ? -0.6 : 0;
  };
}

/** Falls with every time that it led to a wrong value. */
export const trustIn = (field: { confirmed: number; failed: number }): number => (field.confirmed + 1) / (field.confirmed + 1 + 2 * field.failed);

/** 0 to 1: how well a spot lies where the place was, by the neighbours that are found again. */
export function strengthAt(layout: Layout, place: Place, spot: Spot, form: string | null): number {
  const wanted = place.page === "first" ? layout.pages[0]! : layout.pages[layout.pages.length - 1]!;
  if (form !== null && !fitsForm(form, spot.text)) return 0;
  const page = layout.pages.find((each) => each.number === spot.page)!;
  const off = (x: number, edge: number, y: number): number => Math.min(Math.abs(spot.box.x / page.width - x), Math.abs(right(spot.box) / page.width - edge)) / 0.03 + Math.abs(middle(spot.box) / page.height - y) / 0.008;
  let [found, agreeing, all] = [0, 0, 0];
  let label: boolean | null = null;
  place.anchors.forEach((anchor, i) => {
    const weight = Math.abs(anchor.dy) < 0.004 ? 3 : 1;
    all += weight;
    const words = wordsWith(layout, page.number, anchor.text);
    if (words.length === 0) return;
    found += weight;
    const agrees = words.some((word) => off(word.box.x / page.width + anchor.dx, word.box.x / page.width + anchor.dr, middle(word.box) / page.height + anchor.dy) <= 1);
    if (agrees) agreeing += weight;
    if (i === 0) label = agrees;
  });
  // The nearest word is the value's label: where it stands elsewhere, or not at all, another value took the place.
  if (form !== null && place.anchors.length > 0 && label !== true) return found > 0 ? 0 : off(place.at.x, place.at.right, place.at.y) <= 1 ? 0.6 : 0;
  const share = all === 0 ? 0 : agreeing / all;
  if (share >= 0.5) return page === wanted ? 1 : 0.8;
  if (page !== wanted) return 0;
  if (share >= 0.25) return 0.7;
  if (found > 0.34 * all) return 0;
  return off(place.at.x, place.at.right, place.at.y) <= 1.2 ? 0.6 : 0;
}

const wordsOfPage = new WeakMap<Layout, { index: Map<string, Word[]>; asked: Map<string, Word[]> }>();

/** The words of a page that are this anchor. A recogniser may have read one letter of a longer word wrongly, also as a digit. */
function wordsWith(layout: Layout, page: number, text: string): readonly Word[] {
  let words = wordsOfPage.get(layout);
  if (!words) {
    words = { index: new Map(), asked: new Map() };
    for (const word of layout.segments.flatMap((segment) => segment.words)) {
      const known = anchorText(word) ?? misreadAnchor(word);
      if (known !== null) words.index.set(`${word.page} ${known}`, [...(words.index.get(`${word.page} ${known}`) ?? []), word]);
    }
    wordsOfPage.set(layout, words);
  }
  const { index, asked } = words;
  const key = `${page} ${text}`;
  const known = asked.get(key);
  if (known) return known;
  const exact = index.get(key) ?? [];
  const nearly = text.length < 5 ? [] : [...index].flatMap(([each, same]) => (each !== key && same[0]!.page === page && same[0]!.confidence !== undefined && withinOneEdit(each, key) ? same : []));
  const found = [...exact, ...nearly];
  asked.set(key, found);
  return found;
}

const misreadAnchor = (word: Word): string | null => {
  const text = plain(word.text).replace(/[^\p{L}\d]/gu, "");
  return word.confidence !== undefined && text.length >= 5 && text.length <= 60 && text.replace(/\D/g, "").length === 1 ? text : null;
};

/** The place of a spot: up to six words without digits around it, those of its own line first. */
export function placeOf(layout: Layout, spot: Spot): Place {
  const page = layout.pages.find((each) => each.number === spot.page)!;
  return {
    anchors: anchorsNear(layout, spot, page), at: { x: rounded(spot.box.x / page.width), y: rounded(middle(spot.box) / page.height), right: rounded(right(spot.box) / page.width) },
    page: spot.page === layout.pages[0]!.number ? "first" : "last",
  };
}

function anchorsNear(layout: Layout, spot: Spot, page: Layout["pages"][number]): Anchor[] {
  const near: (Anchor & { distance: number; beside: boolean })[] = [];
  for (const segment of layout.segments) {
    if (segment.page !== spot.page) continue;
    for (const word of segment.words) {
      const text = anchorText(word);
      if (text === null) continue;
      const [dx, dy] = [spot.box.x - word.box.x, middle(spot.box) - middle(word.box)];
      if (word.box.x >= spot.box.x - 0.5 && word.box.x < right(spot.box) && Math.abs(dy) < 3) continue; // the value itself
      if (dy < -0.04 * page.height || dx < -0.2 * page.width || dy > 0.08 * page.height) continue;
      near.push({ text, dx: rounded(dx / page.width), dr: rounded((right(spot.box) - word.box.x) / page.width), dy: rounded(dy / page.height), distance: Math.abs(dx) / 3 + Math.abs(dy) * (dy < 0 ? 2 : 1), beside: Math.abs(dy) < 0.004 * page.height && dx > 0 });
    }
  }
  const sorted = near.sort((a, b) => a.distance - b.distance);
  return [...sorted.filter((each) => each.beside).slice(0, 2), ...sorted.filter((each) => !each.beside).slice(0, 4)].map(({ text, dx, dr, dy }) => ({ text, dx, dr, dy }));
}

export function anchorText(word: Word): string | null {
  const text = plain(word.text).replace(/[^\p{L}]/gu, "");
  return text.length >= 2 && text.length <= 60 && !/\d/.test(word.text) ? text : null;
}

/** "RE-2025-0815" → "A-9-9": runs of letters and digits, signs kept. */
export const formOf = (text: string): string => text.replace(/\p{L}+/gu, "A").replace(/\d+/g, "9").replace(/\s+/g, " ").trim().slice(0, 40);

const fitsForm = (form: string, text: string): boolean => {
  const other = formOf(text);
  return other === form || other.replace(/[^A9]/g, "").slice(0, 2) === form.replace(/[^A9]/g, "").slice(0, 2);
};

/** Words without digits and where they stand, on a grid of 40 by 60 over the first page. */
export function printOf(layout: Layout): string[] {
  const page = layout.pages[0];
  if (!page) return [];
  const entries = layout.segments.filter((segment: Segment) => segment.page === page.number).flatMap((segment) => segment.words).flatMap((word) => {
    const text = anchorText(word);
    return text !== null && text.length >= 3 ? [`${text}@${Math.floor((40 * word.box.x) / page.width)},${Math.floor((60 * middle(word.box)) / page.height)}`] : [];
  });
  return [...new Set(entries)].sort().filter((_, i, all) => all.length <= MOST_PRINT || i % Math.ceil(all.length / MOST_PRINT) === 0);
}

/** What of a print is found again on another page. */
export const stillOf = (print: readonly string[], other: readonly string[]): string[] => {
  const still = print.filter((entry) => other.some((each) => sameEntry(entry, each)));
  return still.length >= FEWEST_PRINT ? still : [...print];
};

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
    const at = `layouts[${i}]`;
    if (typeof each?.supplier !== "string" || each.supplier.length > 300 || !Array.isArray(each.print) || each.print.length > MOST_PRINT || !each.print.every((entry) => typeof entry === "string" && /^\p{L}{3,60}@-?\d{1,3},-?\d{1,3}$/u.test(entry)) || !isCount(each.documents)) fail(`${at} lacks supplier, print or documents`);
    if (!isObject(each.fields) || !isObject(each.identity) || !isObject(each.writing) || !Array.isArray(each.titles)) fail(`${at} lacks fields, identity, titles or writing`);
    for (const [path, field] of Object.entries(each.fields)) {
      if (!(REMEMBERED as readonly string[]).includes(path) || !(FIELD_PATHS as readonly string[]).includes(path)) fail(`${at}.fields.${path} is not a field that is remembered`);
      const ok = isPlace(field) && typeof field.form === "string" && field.form.length <= 40 && isCount(field.lines) && typeof field.ends === "string" && field.ends.length <= 1 && typeof field.begins === "boolean" && typeof field.after === "string" && field.after.length <= 1 && isCount(field.confirmed) && isCount(field.failed) && typeof field.corrected === "boolean" && Array.isArray(field.avoid) && field.avoid.length <= 4 && field.avoid.every((place) => isPlace(place) && typeof place.form === "string" && place.form.length <= 40);
      if (!ok) fail(`${at}.fields.${path} is damaged`);
    }
    for (const [path, list] of Object.entries(each.identity)) if (!isIdentity(path) || !Array.isArray(list) || list.length > 8 || !list.every((value) => typeof value === "string" && value.length > 0 && value.length <= 400)) fail(`${at}.identity.${path} is damaged`);
    if (each.titles.length > 8 || !each.titles.every((title) => typeof title?.words === "string" && title.words.length <= 120 && (DOCUMENT_TYPES as readonly string[]).includes(title.type))) fail(`${at}.titles are damaged`);
    const { dates, decimal, currency } = each.writing;
    if (![undefined, "dmy", "mdy"].includes(dates) || ![undefined, ".", ","].includes(decimal) || (currency !== undefined && !(isObject(currency) && typeof currency.mark === "string" && currency.mark.length <= 8 && /^[A-Z]{3}$/.test(String(currency.code))))) fail(`${at}.writing is damaged`);
    if (each.table !== undefined) checkTable(each.table, () => fail(`${at}.table is damaged`));
  });
  return memory as Memory;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0 && (value as number) < 1e9;
const isShare = (value: unknown): boolean => typeof value === "number" && Number.isFinite(value) && Math.abs(value) <= 10;
const isPlace = (place: Place | undefined): boolean => isObject(place) && isObject(place.at) && [place.at.x, place.at.y, place.at.right].every(isShare) && ["first", "last"].includes(place.page) && Array.isArray(place.anchors) && place.anchors.length <= 8 && place.anchors.every((anchor) => isObject(anchor) && typeof anchor.text === "string" && anchor.text.length <= 60 && [anchor.dx, anchor.dr, anchor.dy].every(isShare));
