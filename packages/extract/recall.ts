/**
 * What supplier memory adds when everything else is read: the supplier's own identity where it is printed, fields at the
 * places a person once showed, and no value from a place a person called wrong. A checksum or an equation that proves
 * another value stands above it, unless this very field was corrected before.
 */
import { isCountry, postalIn } from "./address.ts";
import { amountText } from "./amount.ts";
import type { Candidates } from "./candidates.ts";
import type { Make } from "./field.ts";
import { checkVatId, vatIdsIn } from "./identifiers.ts";
import { bottom, evidenceOf, type Layout, type Segment } from "./lines.ts";
import type { Conventions } from "./locale.ts";
import { IDENTITY, kindOf, pointer, trustIn, type FieldMemory, type IdentityPath, type LayoutMemory } from "./memory.ts";
import { printedAt, squeezed } from "./printed.ts";
import type { DocumentType, Field, FieldPath, Fields } from "./reading.ts";
import type { Word } from "./words.ts";

/** How this supplier writes numbers and dates, where the document itself does not say. */
export function writtenAs(conventions: Conventions, known: LayoutMemory | null): Conventions {
  if (!known) return conventions;
  const { dates, decimal } = known.writing;
  return {
    date: dates && !conventions.date.certain ? { order: dates, certain: true } : conventions.date,
    number: decimal && !conventions.number.certain ? { ...conventions.number, decimal } : conventions.number,
  };
}

type Found = { words: Word[]; value: string; strength: number };

/** Changes `fields` by what the layout's memory says. */
export function recall(fields: Fields, layout: Layout, candidates: Candidates, known: LayoutMemory, make: Make): void {
  recallTitle(fields, layout, known, make);
  recallIdentity(fields, layout, known, make);
  recallCurrency(fields, known, candidates, make);
  for (const [path, field] of Object.entries(known.fields) as [FieldPath, FieldMemory][]) recallField(fields, layout, candidates, known, path, field, make);
}

const remembered = (make: Make, words: readonly Word[], value: string, confidence: number, before: Field | undefined): Field => {
  const made = make(words, value, confidence, ["memory"]);
  return { ...made, source: "memory", alternatives: before && before.value !== value ? [{ value: before.value, evidence: before.evidence, confidence: Math.min(0.4, before.confidence), reason: "what the page alone suggests" }, ...before.alternatives.filter((other) => other.value !== value)].slice(0, 4) : (before?.alternatives ?? []) };
};

/** A value that memory confirms is sure. */
function confirmed(field: Field): Field {
  const { reason: _settled, ...rest } = field;
  const checks = field.checks.includes("memory") ? field.checks : [...field.checks, "memory"];
  return field.level === "unsure" && !field.checks.includes("repaired") ? { ...rest, level: "sure", confidence: Math.max(0.85, field.confidence), checks } : { ...field, checks };
}

/** The words of a title before any number, folded: "Fatura-Recibo FR 24/7" → "faturarecibofr". */
export function titleOf(segment: Segment | undefined): string {
  const words = segment?.words ?? [];
  const digits = words.findIndex((word) => /\d/.test(word.text));
  return squeezed((digits < 0 ? words : words.slice(0, digits)).map((word) => word.text).join(" "));
}

function recallTitle(fields: Fields, layout: Layout, known: LayoutMemory, make: Make): void {
  const page = layout.pages[0];
  const before = fields.documentType;
  const say = (segment: Segment, type: DocumentType): void => void (fields.documentType = before?.value === type ? confirmed(before) : remembered(make, segment.words, type, 0.9, before));
  for (const segment of layout.segments) {
    if (segment.page !== page?.number) continue;
    const text = titleOf(segment);
    const title = text === "" ? undefined : known.titles.find((each) => each.words !== "" && (each.words === text || (each.words.length >= 8 && text.startsWith(each.words))));
    if (title) return say(segment, title.type);
  }
  const untitled = known.titles.find((each) => each.words === "");
  if (untitled && !before && layout.segments[0]) say(layout.segments[0], untitled.type);
}

/** The supplier is who it was, where the page says so. Nobody else has its numbers. */
function recallIdentity(fields: Fields, layout: Layout, known: LayoutMemory, make: Make): void {
  for (const path of IDENTITY) {
    const values = known.identity[path] ?? [];
    const before = fields[path];
    if (before && values.some((value) => squeezed(value) === squeezed(before.value))) {
      fields[path] = confirmed(before);
      continue;
    }
    const found = values.flatMap((value) => {
      const words = printedAt(layout, value)[0] ?? (path === "supplier.address" && withoutCountry(value) !== value ? printedAt(layout, withoutCountry(value))[0] : undefined) ?? (path === "supplier.vatId" ? vatWords(layout, value) : undefined);
      return words ? [{ value: path === "supplier.address" && !squeezed(words.map((word) => word.text).join("")).endsWith(squeezed(value.split(", ").at(-1)!)) ? withoutCountry(value) : value, words }] : [];
    })[0];
    // Another account may be a new one: it is kept, and the person is told by whoever knows the supplier's accounts.
    if (found && !(before && path === "supplier.iban")) fields[path] = remembered(make, found.words, found.value, 0.95, before);
  }
  const own = (path: IdentityPath): string[] => (known.identity[path] ?? []).map(squeezed);
  for (const [path, from] of [["customer.vatId", "supplier.vatId"], ["customer.name", "supplier.name"], ["customer.address", "supplier.address"]] as const) {
    const field = fields[path];
    if (field && own(from).includes(squeezed(field.value))) delete fields[path];
  }
}

/** The country is printed for buyers abroad only. */
const withoutCountry = (address: string): string => (isCountry(address.split(", ").at(-1)!) ? address.split(", ").slice(0, -1).join(", ") : address);

/** "DE 123 456 789" or without the country's letters. */
const vatWords = (layout: Layout, value: string): Word[] | undefined => withoutLetters(value).map((bare) => printedAt(layout, bare)[0]).find((words) => words !== undefined);

/** A tax number as it is printed at home: "ESA06454185" → "A06454185", "06454185". */
export const withoutLetters = (value: string): string[] => [...new Set([value.replace(/^[A-Z]{2}(?=[A-Z\d]{7})/, ""), value.replace(/^[A-Z]{2,3}(?=\d{7})/, "")])].filter((bare) => bare !== value && bare.length >= 7);

function recallCurrency(fields: Fields, known: LayoutMemory, candidates: Candidates, make: Make): void {
  const { currency } = known.writing;
  if (!currency) return;
  const marked = candidates.numbers.filter((number) => number.currency !== undefined);
  const same = currency.mark === "" ? marked.length === 0 && candidates.numbers[0] : marked.every((number) => number.currency === currency.mark || number.currency === currency.code) && marked[0];
  if (same) fields.currency = fields.currency?.value === currency.code ? confirmed(fields.currency) : remembered(make, same.words, currency.code, 0.85, fields.currency);
}

function recallField(fields: Fields, layout: Layout, candidates: Candidates, known: LayoutMemory, path: FieldPath, memory: FieldMemory, make: Make): void {
  const before = fields[path];
  const own = new Set(Object.values(known.identity).flat().map(squeezed));
  const point = pointer(known, layout, path);
  if (!point || !kindOf(path)) return;
  const spotOf = (field: Field): number => (field.evidence[0] ? point({ page: field.evidence[0].page, box: field.evidence[0].box, text: field.evidence[0].raw }) : 0);
  const pointed = before ? spotOf(before) : 0;
  if (before && pointed >= (memory.corrected ? 0.6 : 0.3)) {
    // The place is right; a text may still have been cut elsewhere.
    const found = kindOf(path) === "text" && memory.corrected ? foundAt(layout, candidates, path, memory, point, own) : null;
    fields[path] = !found || squeezed(found.value) === squeezed(before.value) ? confirmed(before) : remembered(make, found.words, found.value, 0.9 * found.strength, before);
    return;
  }
  const found = (memory.placeless ? null : foundAt(layout, candidates, path, memory, point, own)) ?? (path === "customer.address" && memory.corrected && !before ? behindName(layout, fields["customer.name"], own) : null);
  const misplaced = before !== undefined && pointed < 0;
  const proven = before !== undefined && (before.level === "proven" || before.checks.some((check) => /^(?:net_plus|lines_sum|gross_less|equals_gross)/.test(check)));
  const weak = (before === undefined && (memory.corrected || kindOf(path) !== "id")) || misplaced || before !== undefined && (memory.corrected ? !proven || trustIn(memory) > 0.7 : before.level === "unsure" && before.confidence < 0.6);
  if (found && found.strength >= (memory.corrected ? 0.6 : 0.3) && weak && !(kindOf(path) === "amount" && proven)) fields[path] = remembered(make, found.words, found.value, 0.95 * found.strength, before);
  else if (memory.placeless && (misplaced || (before && memory.corrected && !proven && !before.checks.some((check) => check.startsWith("label"))))) delete fields[path];
}

/** The value that stands at the remembered place, read by its kind. */
function foundAt(layout: Layout, candidates: Candidates, path: FieldPath, memory: FieldMemory, point: NonNullable<ReturnType<typeof pointer>>, own: ReadonlySet<string>): Found | null {
  const kind = kindOf(path);
  const best = <C extends { page: number; box: Word["box"]; raw: string; words: Word[] }>(list: readonly C[], valueOf: (candidate: C) => string): Found | null => {
    let found: Found | null = null;
    for (const candidate of list) {
      const strength = point({ page: candidate.page, box: candidate.box, text: candidate.raw });
      if (strength > (found?.strength ?? 0)) found = { words: candidate.words, value: valueOf(candidate), strength };
    }
    return found;
  };
  if (kind === "date") return best(candidates.dates, (date) => date.value);
  if (kind === "amount") return best(candidates.numbers.filter((number) => !number.percent), (number) => amountText(number.amount));
  if (kind === "id") return best(candidates.ids, (id) => id.value);
  const ownNumbers = path === "customer.vatId" ? [...own].flatMap((each) => [each, ...withoutLetters(each.toUpperCase()).map(squeezed)]).filter((each) => /\d{6}/.test(each)) : [];
  const isOwn = (words: readonly Word[]): boolean => ownNumbers.some((each) => squeezed(words.map((word) => word.text).join("")).startsWith(each));
  let found: { segment: Segment; at: number; strength: number } | null = null;
  for (const segment of layout.segments) {
    for (const [at, word] of segment.words.entries()) {
      if (ownNumbers.length > 0 && isOwn(segment.words.slice(at))) continue;
      if ((at === 0) !== memory.begins || (at > 0 && memory.after !== "" && !segment.words[at - 1]!.text.endsWith(memory.after))) continue;
      const strength = point({ page: word.page, box: word.box, text: word.text });
      if (strength > (found?.strength ?? 0)) found = { segment, at, strength };
    }
  }
  if (!found) return null;
  const words = textFrom(layout, found.segment, found.at, path, memory);
  if (words.length === 0) return null;
  if (memory.corrected === false && path !== "customer.vatId") return null;
  if (path === "customer.vatId") {
    const id = vatIdsIn(words[0]!.map((word) => word.text).join(" ")).find((each) => each.valid);
    return { words: words[0]!, value: id?.value ?? withLetters(words[0]!.map((word) => word.text).join("").replace(/[^A-Za-z0-9]/g, "").toUpperCase(), own), strength: found.strength };
  }
  const text = words.map((row) => row.map((word) => word.text).join(" ").replace(/[,;:|·•]+$/u, "").trim()).filter((row) => row !== "").join(path.endsWith(".address") ? ", " : " ");
  return own.has(squeezed(text)) || squeezed(text) === "" ? null : { words: words.flat(), value: text, strength: found.strength };
}

/** A buyer's number without the country's letters is one of the supplier's country when it is a right one there. */
function withLetters(value: string, own: ReadonlySet<string>): string {
  const there = [...own].flatMap((each) => /^[a-z]{2}(?=[a-z\d]{7})/.exec(each)?.[0].toUpperCase() ?? []);
  return there.map((country) => country + value).find((full) => checkVatId(full) === "valid") ?? value;
}

/** An address that moves with the name before it: the rest of its cell, or the lines below. */
function behindName(layout: Layout, name: Field | undefined, own: ReadonlySet<string>): Found | null {
  const words = name && printedAt(layout, name.value).find((each) => each[0]!.page === name.evidence[0]?.page && Math.abs(each[0]!.box.y - name.evidence[0].box.y) < 4);
  const last = words?.at(-1);
  const segment = last && layout.segments.find((each) => each.words.includes(last));
  if (!words || !segment) return null;
  const rest = segment.words.slice(segment.words.indexOf(last!) + 1).filter((word) => /[\p{L}\d]/u.test(word.text));
  const rows = rest.length > 0 ? [rest] : [];
  let above = segment;
  const done = (): boolean => rows.length > 0 && postalIn(rows.at(-1)!.map((word) => word.text).join(" ")) !== null;
  for (let step = 0; step < 5 && !done(); step++) {
    const next = layout.segments.find((other) => other.page === above.page && other.box.y > above.box.y + 0.4 * above.box.height && other.box.y - bottom(above.box) < 0.9 * above.box.height && Math.abs(other.box.x - segment.box.x) < 0.6 * last!.fontSize);
    if (!next || /[:@]|www\./.test(next.text)) break;
    rows.push(next.words);
    above = next;
  }
  const value = rows.map((row) => row.map((word) => word.text).join(" ").replace(/[,;:|·•]+$/u, "").trim()).join(", ");
  return done() && !own.has(squeezed(value)) ? { words: rows.flat(), value, strength: 0.8 } : null;
}

/** The words of a text from its start, one list per line: to the end of each cell, or to the sign that ended it before. */
function textFrom(layout: Layout, segment: Segment, at: number, path: FieldPath, memory: FieldMemory): Word[][] {
  const first = segment.words[at]!;
  const cut = (words: readonly Word[]): { words: Word[]; ended: boolean } => {
    if (memory.ends === "") return { words: [...words], ended: false };
    const end = words.findIndex((word, i) => word.text.endsWith(memory.ends) || words[i + 1]?.text.startsWith(memory.ends));
    return end < 0 ? { words: [...words], ended: false } : { words: words.slice(0, end + 1), ended: !path.endsWith(".address") };
  };
  const address = path.endsWith(".address");
  if (path === "customer.vatId" || (memory.lines === 1 && !address)) return [cut(segment.words.slice(at)).words];
  const rows = [memory.lines === 1 && address ? segment.words.slice(at) : cut(segment.words.slice(at)).words];
  let last = segment;
  const done = (): boolean => address ? postalIn(rows[rows.length - 1]!.map((word) => word.text).join(" ")) !== null : rows.length >= memory.lines;
  for (let step = 0; step < 6; step++) {
    const next = layout.segments.find((other) => other.page === last.page && other.box.y > last.box.y + 0.4 * last.box.height && other.box.y - bottom(last.box) < 0.9 * last.box.height && Math.abs(other.box.x - first.box.x) < 0.6 * first.fontSize);
    if (!next) break;
    if (done()) {
      if (address && isCountry(next.text)) rows.push(next.words);
      break;
    }
    if (/[:@]|www\./.test(next.text)) break;
    rows.push(next.words);
    last = next;
  }
  return rows;
}

/** For people: fields that memory chose or confirmed. */
export const helpedBy = (fields: Fields): FieldPath[] => (Object.entries(fields) as [FieldPath, Field][]).filter(([, field]) => field.source === "memory" || field.checks.includes("memory")).map(([path]) => path);
