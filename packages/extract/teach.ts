/** Teaching the memory from whole documents, and trying a lesson on documents that are known before it is taken. */
import { candidatesOf, type Candidate, type Candidates } from "./candidates.ts";
import { conventionsOf } from "./locale.ts";
import { layOut, type Layout } from "./lines.ts";
import { anchorText, formOf, IDENTITY, isIdentity, kindOf, MOST_LAYOUTS, placeOf, printOf, recognise, stillOf, type Correction, type FieldMemory, type LayoutMemory, type Memory, type Spot } from "./memory.ts";
import { printedAt, squeezed } from "./printed.ts";
import { readWords, type ReadOptions } from "./read.ts";
import { titleOf, withoutLetters, writtenAs } from "./recall.ts";
import { DOCUMENT_TYPES, type DocumentType, type Field, type FieldPath, type Reading } from "./reading.ts";
import { rememberedTable } from "./remembered-table.ts";
import { tableMemoryOf, type TaughtLine } from "./taught-table.ts";
import { dateOrderTaught, decimalTaught, type RightValue } from "./taught-writing.ts";
import { toFlat } from "./flat.ts";
import { amountText } from "./amount.ts";
import { labelsOf } from "./labels.ts";
import type { ItemRow } from "./table-rows.ts";
import type { PageWords, Word } from "./words.ts";

/** A document that a person has confirmed, with its true values; a path that is absent was not looked at. */
export type Confirmed = { pages: readonly PageWords[]; values: Partial<Record<FieldPath, string | null>>; lines?: readonly TaughtLine[] };

/**
 * What a person corrected or confirmed on one document, taken into the memory; the given one is not changed. Give every
 * field the person has seen, not only the corrected ones: a place that was right grows stronger, one that misled weaker.
 * Never give unreviewed output. What is not printed on the pages teaches nothing. `options`: our own companies.
 */
export function teach(memory: Memory, pages: readonly PageWords[], supplier: string, corrections: readonly Correction[], lines?: readonly TaughtLine[], options: ReadOptions = {}): Memory {
  const layout = layOut(pages);
  if (layout.pages.length === 0) return memory;
  const known = recognise(memory, layout);
  const alone = readWords(pages, { ...options, memory: undefined });
  const helped = known ? readWords(pages, { ...options, memory }) : alone;
  const candidates = candidatesOf(layout, writtenAs(conventionsOf(layout), known));
  const before: LayoutMemory = known ?? { supplier, print: printOf(layout), documents: 0, fields: {}, identity: {}, titles: [], writing: {} };
  const after: LayoutMemory = { ...before, supplier, print: known ? stillOf(before.print, printOf(layout)) : before.print, documents: before.documents + 1, fields: { ...before.fields }, identity: { ...before.identity }, titles: [...before.titles], writing: { ...before.writing } };
  for (const { path, value } of corrections) {
    if (isIdentity(path)) after.identity[path] = identityWith(after.identity[path] ?? [], value, layout);
    if (path === "documentType" && value !== null) after.titles = titlesWith(after, layout, alone, value);
    if (path === "currency" && value !== null && helped.fields.currency?.value !== value && /^[A-Z]{3}$/.test(value)) after.writing.currency = { mark: markOf(candidates), code: value };
    if (kindOf(path)) after.fields[path] = fieldWith(before.fields[path], layout, candidates, path, value, alone, helped, after);
    if (after.fields[path] === undefined) delete after.fields[path];
  }
  for (const path of IDENTITY) if (after.identity[path]?.length === 0) delete after.identity[path];
  const rightOf = (kind: "date" | "amount"): RightValue[] => corrections.flatMap(({ path, value }) => (kindOf(path) === kind && value !== null ? [{ value, corrected: !agrees(path, alone.fields[path]?.value, value) }] : []));
  const { dates: _dates, decimal: _decimal, ...writing } = after.writing;
  const dates = dateOrderTaught(layout, rightOf("date"), before.writing.dates);
  const decimal = decimalTaught(candidates.numbers, rightOf("amount"), before.writing.decimal);
  after.writing = { ...(dates ? { dates } : {}), ...(decimal ? { decimal } : {}), ...writing };
  if (lines && lines.length > 0) {
    const wrong = !sameLines(toFlat(alone).lines, lines);
    const made = tableMemoryOf(layout, candidates.numbers, lines, wrong || (before.table?.corrected ?? false));
    const stillRight = before.table !== undefined && sameLines(toFlat(helped).lines, lines);
    if (stillRight) after.table = { ...before.table!, confirmed: before.table!.confirmed + 1 };
    else if (made) {
      const again = rememberedTable(layout, labelsOf(layout), candidates.numbers, made);
      after.table = { ...made, exact: made.corrected && again !== null && sameLines(again.rows.map(flatRow), lines) };
    }
    else if (before.table) after.table = { ...before.table, failed: before.table.failed + 1 };
  }
  return { version: 1, layouts: [...memory.layouts.filter((each) => each !== known), after].slice(-MOST_LAYOUTS) };
}

const agrees = (path: FieldPath, a: string | null | undefined, b: string | null): boolean => (a ?? null) === b || (a != null && b != null && (kindOf(path) === "amount" ? Number(a) === Number(b) : squeezed(a) === squeezed(b)));

/** Up to eight values, the latest first; only what the page prints. */
function identityWith(known: readonly string[], value: string | null, layout: Layout): string[] {
  if (value === null || [value, ...withoutLetters(value)].every((printed) => printedAt(layout, printed).length === 0)) return [...known];
  return [value, ...known.filter((each) => squeezed(each) !== squeezed(value))].slice(0, 8);
}

/** The words that name the kind of document: those the engine found, else the largest print of the first page's upper half. */
function titlesWith({ titles, identity }: LayoutMemory, layout: Layout, alone: Reading, value: string): LayoutMemory["titles"] {
  if (!(DOCUMENT_TYPES as readonly string[]).includes(value)) return titles;
  const read = alone.fields.documentType;
  if (read?.value === value && titles.length === 0) return titles;
  // Invoices and credit notes of one firm may have the same title: what the engine took it for stays.
  if (read && value === "credit_note") return titles;
  const page = layout.pages[0]!;
  const own = Object.values(identity).flat().map(squeezed);
  const largest = layout.segments.filter((segment) => segment.page === page.number && segment.box.y < 0.6 * page.height && segment.words.some((word) => anchorText(word) !== null) && !own.some((value) => value.includes(squeezed(segment.text)))).sort((a, b) => b.fontSize - a.fontSize)[0];
  const evidence = read?.evidence[0];
  const printed = evidence && layout.segments.find((segment) => segment.page === evidence.page && segment.text.includes(evidence.raw) && Math.abs(segment.box.y - evidence.box.y) < 3);
  const words = titleOf(printed ?? (evidence ? undefined : largest));
  // Without any title the layout itself is of this kind: the empty title.
  const text = read || words === "" ? words : "";
  return [{ words: text.slice(0, 120), type: value as DocumentType }, ...titles.filter((title) => title.words !== text)].slice(0, 8);
}

/** The currency mark that most amounts carry, or "" when they carry none. */
function markOf(candidates: Candidates): string {
  const counts = new Map<string, number>();
  for (const { currency } of candidates.numbers) if (currency) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

function fieldWith(old: FieldMemory | undefined, layout: Layout, candidates: Candidates, path: FieldPath, value: string | null, alone: Reading, helped: Reading, layoutMemory: LayoutMemory): FieldMemory | undefined {
  const corrected = !agrees(path, alone.fields[path]?.value, value);
  const misled = old !== undefined && !agrees(path, helped.fields[path]?.value, value);
  const avoid = [...(old?.avoid ?? [])];
  const wrong = corrected ? spotOf(alone.fields[path], layout) : null;
  if (value === null) {
    if (wrong) avoid.push({ ...placeOf(layout, wrong), form: formOf(wrong.text) });
    if (!old && avoid.length === 0) return undefined;
    const base = old ?? { anchors: [], at: { x: 0, y: 0, right: 0 }, page: "first" as const, form: "", lines: 1, ends: "", begins: true, after: "", confirmed: 0, failed: 0, placeless: true as const };
    return forgotten({ ...base, avoid: avoid.slice(-4), failed: base.failed + (misled ? 1 : 0), corrected: corrected || (old?.corrected ?? false) });
  }
  const spots = spotsOf(layout, candidates, path, value, layoutMemory);
  if (spots.length === 0) return old && misled ? forgotten({ ...old, failed: old.failed + 1 }) : old;
  if (old && !misled && !old.placeless) return { ...old, confirmed: old.confirmed + 1, corrected: old.corrected || corrected };
  const right = !corrected ? spotOf(alone.fields[path], layout) : null;
  const chosen = (right && spots.find((spot) => spot.page === right.page && Math.abs(spot.box.y - right.box.y) < 4 && Math.abs(spot.box.x - right.box.x) < 4)) ?? spots[0]!;
  return { ...placeOf(layout, chosen), form: formOf(chosen.text || value), lines: chosen.lines ?? 1, ends: chosen.ends ?? "", begins: chosen.begins ?? true, after: chosen.after ?? "", avoid: avoid.slice(-4), confirmed: 1, failed: 0, corrected: corrected || (old?.corrected ?? false) };
}

/** A place that failed three times more than it helped is forgotten. */
const forgotten = (field: FieldMemory): FieldMemory | undefined => (field.failed - field.confirmed >= 3 ? undefined : field);

function spotOf(field: Field | undefined, layout: Layout): Spot | null {
  const evidence = field?.evidence[0];
  return evidence && layout.pages.some((page) => page.number === evidence.page) ? { page: evidence.page, box: evidence.box, text: evidence.raw } : null;
}

type TaughtSpot = Spot & { lines?: number; ends?: string; begins?: boolean; after?: string };

/** Where the value is printed, the likeliest place for this kind of field first. */
function spotsOf(layout: Layout, candidates: Candidates, path: FieldPath, value: string, { identity }: LayoutMemory): TaughtSpot[] {
  const kind = kindOf(path);
  const spot = (candidate: Candidate): TaughtSpot => ({ page: candidate.page, box: candidate.box, text: candidate.raw });
  if (kind === "date") return candidates.dates.filter((date) => date.value === value || date.other === value).map(spot);
  if (kind === "amount") {
    const labelled = (candidate: Candidate): number => (layout.lines[candidate.line]!.words.some((word) => word.box.x < candidate.box.x && anchorText(word) !== null) ? 1 : 0);
    const found = candidates.numbers.filter((number) => !number.percent && Math.abs(Number(number.amount) / 1e6) === Math.abs(Number(value)));
    return [...found].sort((a, b) => labelled(b) - labelled(a) || b.line - a.line).map(spot);
  }
  if (kind === "id") return candidates.ids.filter((id) => squeezed(id.value) === squeezed(value) || (squeezed(value).endsWith(squeezed(id.value)) && id.value.length > 2)).map(spot);
  const own = new Set(Object.values(identity).flat().map(squeezed));
  const printed = [value, ...(path === "customer.vatId" ? withoutLetters(value) : [])].map((text) => printedAt(layout, text)).find((places) => places.length > 0) ?? [];
  return printed.filter((words) => !own.has(squeezed(words.map((word) => word.text).join(" ")))).map((words) => textSpot(layout, words));
}

/** The start of a text, how many lines it takes, and what ends it within its cell. */
function textSpot(layout: Layout, words: readonly Word[]): TaughtSpot {
  const first = words[0]!;
  const rows = new Set(words.map((word) => layout.segments.find((segment) => segment.words.includes(word))!));
  const last = words[words.length - 1]!;
  const cell = [...rows].find((segment) => segment.words.includes(last))!;
  const fills = cell.words[cell.words.length - 1] === last;
  return { page: first.page, box: first.box, text: first.text, begins: [...rows][0]!.words[0] === first, after: /[,;:|·•–-]$/u.exec([...rows][0]!.words[[...rows][0]!.words.indexOf(first) - 1]?.text ?? "")?.[0] ?? "", lines: rows.size, ends: fills ? "" : (/[,;:|·•]$/u.exec(last.text)?.[0] ?? /^[,;:|·•–-]/u.exec(cell.words[cell.words.indexOf(last) + 1]!.text)?.[0] ?? "") };
}

const flatRow = (row: ItemRow): TaughtLine => ({ description: row.description.map((word) => word.text).join(" "), ...(row.quantity ? { quantity: amountText(row.quantity.amount) } : {}), ...(row.unitPrice ? { unitPrice: amountText(row.unitPrice.amount) } : {}), ...(row.amount ? { netAmount: amountText(row.amount.amount) } : {}) });

/** Whether two readings of the lines say the same, as far as a person said something. */
function sameLines(read: readonly { description?: string; quantity?: string; unitPrice?: string; netAmount?: string }[], taught: readonly TaughtLine[]): boolean {
  const number = (a: string | undefined, b: string | undefined): boolean => b === undefined || (a !== undefined && Math.abs(Math.abs(Number(a)) - Math.abs(Number(b))) < 0.0051);
  return read.length === taught.length && taught.every((line, i) => {
    const other = read[i]!;
    const text = (given: string | undefined): string => squeezed(given ?? "");
    return number(other.netAmount, line.netAmount) && number(other.quantity, line.quantity) && number(other.unitPrice, line.unitPrice) && (line.description === undefined || text(line.description).startsWith(text(other.description)) && text(other.description) !== "" || text(other.description).startsWith(text(line.description)));
  });
}

/** What a changed memory does to documents that are known: how many values become right, how many wrong, and which. */
export type Replay = { fixes: number; breaks: number; broken: { document: number; path: FieldPath | "lines"; was: string; becomes: string | null }[] };

/** Reads every confirmed document with both memories. Take the new one only when it breaks nothing. A table counts as one value. */
export function replay(before: Memory, after: Memory, confirmed: readonly Confirmed[], options: ReadOptions = {}): Replay {
  const result: Replay = { fixes: 0, breaks: 0, broken: [] };
  confirmed.forEach(({ pages, values, lines }, document) => {
    const [old, now] = [readWords(pages, { ...options, memory: before }), readWords(pages, { ...options, memory: after })];
    for (const [path, value] of Object.entries(values) as [FieldPath, string | null][]) {
      const [was, becomes] = [old.fields[path]?.value ?? null, now.fields[path]?.value ?? null];
      const [right, stays] = [agrees(path, was, value), agrees(path, becomes, value)];
      if (!right && stays) result.fixes++;
      else if (right && !stays) {
        result.breaks++;
        result.broken.push({ document, path, was: was ?? "", becomes });
      }
    }
    if (!lines || lines.length === 0) return;
    const [right, stays] = [sameLines(toFlat(old).lines, lines), sameLines(toFlat(now).lines, lines)];
    if (!right && stays) result.fixes++;
    else if (right && !stays) {
      result.breaks++;
      result.broken.push({ document, path: "lines", was: `${old.lines.length} lines`, becomes: `${now.lines.length} lines` });
    }
  });
  return result;
}
