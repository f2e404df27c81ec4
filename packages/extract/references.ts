/**
 * References, dates and periods that stand beside a label of their own (EN 16931 BT-7, BT-11 to BT-19, BT-25, BT-26, BT-73,
 * BT-74, BT-89, BT-90). Only labelled values count, and none that already answers for another field: missing beats wrong.
 */
import type { Candidates, DateCandidate, IdCandidate } from "./candidates.ts";
import { tokensOf } from "./fold.ts";
import { put, type Make } from "./field.ts";
import { repair } from "./identifiers.ts";
import type { Label } from "./labels.ts";
import { evidenceOf, right, union, type Layout, type Segment } from "./lines.ts";
import { civil, monthOf } from "./locale.ts";
import { assign, pairUp, type Ranked } from "./rank.ts";
import type { Field, FieldPath, Fields } from "./reading.ts";
import { REFERENCES, type ReferenceField } from "./reference-lexicon.ts";
import { check, squeezed } from "./register-numbers.ts";
import type { Word } from "./words.ts";

/** As `Label`, announcing a reference. */
export type ReferenceLabel = Omit<Label, "field"> & { field: ReferenceField };

const ID_PATHS: Partial<Record<ReferenceField, FieldPath>> = {
  salesOrder: "salesOrder", contractReference: "contractReference", projectReference: "projectReference", despatchAdvice: "despatchAdvice", receivingAdvice: "receivingAdvice",
  accountingReference: "accountingReference", precedingInvoice: "precedingInvoice.number", mandateReference: "mandateReference", creditorId: "creditorId",
};
const ID_FIELDS = new Set(Object.keys(ID_PATHS));

/** Every reference label of the document, and the other labels that are not printed within one: rivals for the values beside them. */
export function referenceLabels(layout: Layout, labels: readonly Label[]): { references: ReferenceLabel[]; rivals: Label[] } {
  const ofSegment = new Map<Segment, Label[]>();
  for (const label of labels) ofSegment.set(label.segment, [...(ofSegment.get(label.segment) ?? []), label]);
  const references: ReferenceLabel[] = [];
  const rivals: Label[] = [];
  for (const segment of layout.segments) {
    const others = ofSegment.get(segment) ?? [];
    const own = REFERENCES.find(segment.words.map((word) => word.text), segment.words[0]?.confidence !== undefined)
      .filter((hit) => !hit.inside && hit.meanings[0]!.meaning !== "none" && !others.some((other) => other.last - other.first > hit.last - hit.first && other.first <= hit.first && other.last >= hit.last))
      .map(({ first, last, meanings }): ReferenceLabel => {
        const words = segment.words.slice(first, last + 1);
        return { field: meanings[0]!.meaning, weight: meanings[0]!.weight, segment, line: segment.line, page: segment.page, words, first, last, inside: false, box: union(words.map((word) => word.box)), text: words.map((word) => word.text).join(" ") };
      });
    references.push(...own);
    rivals.push(...others.filter((other) => !own.some((mine) => other.first <= mine.last && other.last >= mine.first)));
  }
  return { references, rivals };
}

/** A reference label says what it means only at the start of its segment, or behind a separator. */
const leads = (label: ReferenceLabel): boolean => label.first === 0 || /[.:|;•·,/–-]$/.test(label.segment.words[label.first - 1]!.text) || label.segment.words.slice(0, label.first).every((word) => !/\p{L}{2,}/u.test(word.text) || /\d/.test(word.text));

/** Answers with less than this are no answers. */
const LEAST = 0.6;

/** Puts references, dates and periods among the fields. `excluded` are lines of the item table. */
export function putReferences(fields: Fields, layout: Layout, references: readonly ReferenceLabel[], rivals: readonly Label[], candidates: Candidates, excluded: ReadonlySet<number>, make: Make): void {
  const mine = references.filter((label) => leads(label) && !excluded.has(label.line));
  const all = [...mine, ...rivals] as unknown as Label[];
  const dateWords = new Set(candidates.dates.flatMap((date) => date.words));
  const money = new Set(candidates.numbers.filter((number) => number.currency !== undefined || number.percent || (number.decimals === 2 && !/^\d+$/.test(number.raw))).flatMap((number) => number.words));
  const ids = candidates.ids.filter((id) => !excluded.has(id.line) && !id.words.some((word) => dateWords.has(word) || money.has(word)));
  const pairs = assign(pairUp(layout, all, ids, ID_FIELDS as never, (field, id) => fits(field as unknown as ReferenceField, id)));
  for (const [name, path] of Object.entries(ID_PATHS) as [ReferenceField, FieldPath][]) {
    if (fields[path]) continue;
    const best = pairs.get(name)?.find((pair) => pair.score >= LEAST && !answersAnother(fields, pair, path, overruled(pair)));
    if (!best) continue;
    for (const other of overruled(best)) if (answersAt(fields, other, best)) delete fields[other];
    put(fields, path, name === "creditorId" ? creditor(layout, best, make) : reference(best, make));
  }
  putNotedInvoiceDate(fields, layout, candidates.dates, make);
  const taxPoint = assign(pairUp(layout, all, candidates.dates.filter((date) => !excluded.has(date.line)), new Set(["taxPointDate"]) as never, () => 1)).get("taxPointDate")?.[0];
  if (taxPoint && taxPoint.score >= LEAST && !taxPoint.candidate.other && !answersAnother(fields, taxPoint, "taxPointDate")) put(fields, "taxPointDate", make(taxPoint.candidate.words, taxPoint.candidate.value, 0.85, ["label"]));
  putPeriod(fields, layout, mine.filter((label) => label.field === "period"), candidates.dates, make);
}

/** How typical a token is for a reference, 0 to 1. */
function fits(field: ReferenceField, { value }: IdCandidate): number {
  if (value.length > (field === "creditorId" || field === "mandateReference" ? 35 : 30) || !/\d/.test(value)) return 0;
  if (field === "creditorId") return check("creditor_id", squeezed(value)) === "valid" ? 1 : 0.7;
  if (/^\d{1,2}$/.test(value)) return 0.55;
  if (/^(?:19|20)\d{2}$/.test(value)) return 0.75;
  if (/^\d+(?:kg|g|ml|l|cm|mm|m|x|st|nd|rd|th|h|hrs|days?|tage|%)$/i.test(value)) return 0.1;
  return 1;
}

/** The same print gives the invoice's number, an order, a date …: it is taken. */
function answersAnother(fields: Fields, pair: Ranked<IdCandidate | DateCandidate>, path: FieldPath, except: readonly FieldPath[] = []): boolean {
  return (Object.keys(fields) as FieldPath[]).some((other) => other !== path && !except.includes(other) && !/\.address$|^paymentTerms$|^note$/.test(other) && answersAt(fields, other, pair));
}
const answersAt = (fields: Fields, path: FieldPath, { candidate }: Ranked<IdCandidate | DateCandidate>): boolean =>
  fields[path]?.evidence.some((each) => evidenceOf(candidate.words).some((own) => own.page === each.page && overlaps(each.box, own.box))) ?? false;

/** A contract's number is no customer's number, and "our order" none of the customer's, whatever a looser label said. */
function overruled({ label, score }: Ranked<IdCandidate>): FieldPath[] {
  if (score < ((label.field as string) === "mandateReference" ? LEAST : 0.85)) return [];
  const ours = /^(?:our|unsere?|notre|nuestro|ns|nostro|onze|nossa|v[åa]r|vores)\b/i.test(label.text) || /best[äa]tigung|confirm|conferma|bevestiging|potwierdzen|bekr[æa]e?ftelse/i.test(label.text);
  return ["customer.number", "buyerReference", ...(ours ? (["purchaseOrder"] as const) : [])];
}
const overlaps = (a: { x: number; y: number; width: number; height: number }, b: typeof a): boolean =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.4 * Math.min(a.width, b.width) && Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.4 * Math.min(a.height, b.height);

/** The token, with the capitals of a series before it ("FT 2024/88") where nothing but a space is between. */
function reference({ candidate, label, score }: Ranked<IdCandidate>, make: Make): Field {
  const { segment } = candidate;
  const before = segment.words[segment.words.indexOf(candidate.words[0]!) - 1];
  const mandate = (label.field as string) === "mandateReference" && before?.text === "REF";
  const series = before && !label.words.includes(before) && /^[A-Z]{1,4}$/.test(before.text) && (mandate || !/^(?:NO|NR|N|DU|DE|OF|VOM|DEL|REF|ID|EUR|USD|DDT|WZ|PZ|BL|GRN)$/.test(before.text)) && candidate.box.x - right(before.box) < 0.8 * before.fontSize ? before : null;
  return make(series ? [series, ...candidate.words] : candidate.words, series ? `${series.text} ${candidate.value}` : candidate.value, Math.min(0.9, 0.3 + 0.6 * score), ["label"]);
}

/** The SEPA creditor identifier has check digits: grouped, or with one misread sign, it is taken only if they hold. */
function creditor(layout: Layout, { candidate }: Ranked<IdCandidate>, make: Make): Field | null {
  const line = layout.lines[candidate.line]!;
  const words = line.words.slice(line.words.indexOf(candidate.words[0]!)).slice(0, 6);
  for (let count = 1; count <= words.length; count++) {
    const value = squeezed(words.slice(0, count).map((word) => word.text.replace(/^[^:]*:(?=.)/, "")).join(""));
    if (check("creditor_id", value) === "valid") return make(words.slice(0, count), value, 0.97, ["label", "creditor_checksum"], { level: "proven" });
    const mended = words[0]!.confidence !== undefined ? repair(value, (each) => check("creditor_id", each) === "valid", 2) : null;
    if (mended) return make(words.slice(0, count), mended, 0.8, ["label", "creditor_checksum", "repaired"]);
  }
  return null;
}

/** "… zu Rechnung 4711 vom 3.5.2024": the date on the line of the preceding invoice's number, behind it. */
function putNotedInvoiceDate(fields: Fields, layout: Layout, dates: readonly DateCandidate[], make: Make): void {
  const number = fields["precedingInvoice.number"]?.evidence[0];
  if (!number || fields["precedingInvoice.date"]) return;
  const date = dates.find((each) => each.page === number.page && Math.abs(each.box.y - number.box.y) < 0.6 * number.box.height && each.box.x >= number.box.x + number.box.width - 1 && each.box.x - number.box.x - number.box.width < 12 * each.segment.fontSize);
  if (!date || date.other || Object.values(fields).some((field) => field.evidence.some((each) => evidenceOf(date.words).some((own) => own.page === each.page && overlaps(each.box, own.box))))) return;
  const between = layout.lines[date.line]!.words.filter((word) => word.box.x >= number.box.x + number.box.width - 1 && right(word.box) <= date.box.x + 1).map((word) => word.text);
  if (between.length <= 2 && !between.some((word) => /\d/.test(word))) put(fields, "precedingInvoice.date", make(date.words, date.value, 0.85, ["label"]));
}

/** "Leistungszeitraum 01.03. – 31.03.2024", two dates beside or below the label; or a month by its name. */
function putPeriod(fields: Fields, layout: Layout, labels: readonly ReferenceLabel[], dates: readonly DateCandidate[], make: Make): void {
  for (const label of labels) {
    const line = layout.lines[label.line]!;
    const beside = dates.filter((date) => date.line === label.line && date.box.x >= right(label.box) - 1 && date.box.x - right(label.box) < 0.5 * pageWidth(layout, label.page));
    const below = dates.filter((date) => date.page === label.page && date.line !== label.line && date.box.y > label.box.y && date.box.y - label.box.y < 2.4 * label.box.height && date.segment.box.x < right(label.box) && right(date.segment.box) > label.box.x);
    const pair = [beside, below].find((list) => list.length >= 2 && list[0]!.line === list[1]!.line)?.slice(0, 2);
    if (pair && !pair.some((date) => date.other) && pair[0]!.value <= pair[1]!.value) return putBoth(fields, pair[0]!.value, pair[1]!.value, pair[0]!.words, pair[1]!.words, make);
    const after = line.words.filter((word) => word.box.x >= right(label.box) - 1 && word.box.x - right(label.box) < 14 * word.fontSize);
    const glued = gluedPeriod(after);
    if (glued) return putBoth(fields, glued.start, glued.end, glued.startWords, glued.endWords, make);
    const short = shortStart(after.map((word) => word.text).join(" "), beside[0]);
    if (short) return putBoth(fields, short, beside[0]!.value, after.slice(0, 1), beside[0]!.words, make);
    const month = monthNamed(after);
    if (month && beside.length === 0) return putBoth(fields, month.from, month.to, month.words, month.words, make);
  }
}

/** "01.03. – 31.03.2024": the first day borrows its year. */
export function shortStart(text: string, end: DateCandidate | undefined): string | null {
  const match = end && !end.other ? /^[^\d]*(\d{1,2})[./](\d{1,2})\.?\s*(?:[-–—]|bis|to|au|al|tot|do|till|til)\s/.exec(text) : null;
  if (!match) return null;
  const start = civil(Number(end!.value.slice(0, 4)), Number(match[2]), Number(match[1]));
  return start !== null && start <= end!.value ? start : null;
}

/** "01.03.2024-31.03.2024" in one word, which is no date of its own: days before months where points part them, ISO else. */
export function gluedPeriod(words: readonly Word[]): { start: string; end: string; startWords: Word[]; endWords: Word[] } | null {
  for (const word of words) {
    const match = /(?<!\d)(?:(\d{1,2})\.(\d{1,2})\.(\d{4})?[-–](\d{1,2})\.(\d{1,2})\.(\d{4})|(\d{4})-(\d{2})-(\d{2})[/–](\d{4})-(\d{2})-(\d{2}))(?!\d)/.exec(word.text);
    if (!match) continue;
    const [, d1, m1, y1, d2, m2, y2] = match[1] ? match : [null, match[9], match[8], match[7], match[12], match[11], match[10]];
    const [start, end] = [civil(Number(y1 ?? y2), Number(m1), Number(d1)), civil(Number(y2), Number(m2), Number(d2))];
    if (start !== null && end !== null && start <= end) return { start, end, startWords: [word], endWords: [word] };
  }
  return null;
}

/** "März 2024" behind the label: its first and its last day. */
function monthNamed(words: Segment["words"]): { from: string; to: string; words: Segment["words"] } | null {
  const at = words.findIndex((word) => monthOf(word.text.replace(/[^\p{L}]/gu, "")) !== null);
  const year = /^((?:19|20)\d{2})[.,;)]?$/.exec(words[at + 1]?.text ?? "")?.[1];
  if (at < 0 || at > 1 || !year) return null;
  const month = monthOf(words[at]!.text.replace(/[^\p{L}]/gu, ""))!;
  const days = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  const both = String(month).padStart(2, "0");
  return { from: `${year}-${both}-01`, to: `${year}-${both}-${days}`, words: words.slice(at, at + 2) };
}

function putBoth(fields: Fields, from: string, to: string, fromWords: Segment["words"], toWords: Segment["words"], make: Make): void {
  put(fields, "periodStart", make(fromWords, from, 0.88, ["label"]));
  put(fields, "periodEnd", make(toWords, to, 0.88, ["label"]));
}

const pageWidth = (layout: Layout, page: number): number => layout.pages.find((each) => each.number === page)?.width ?? 595;

/** The words behind a label: on its line, or else on the next below it, up to the next label or wide gap. */
export function textBehind(layout: Layout, label: ReferenceLabel, rivals: readonly Label[]): Segment["words"] {
  const line = layout.lines[label.line]!;
  const stops = rivals.filter((other) => other.line === label.line && other.box.x > right(label.box) && tokensOf(other.text).length > 0);
  const rest = label.segment.words.slice(label.last + 1).filter((word) => /[\p{L}\d]/u.test(word.text) && !stops.some((other) => word.box.x >= other.box.x - 0.5));
  if (rest.length > 0) return rest;
  const next = line.segments[line.segments.indexOf(label.segment) + 1];
  if (next && next.box.x - right(label.segment.box) < 25 * label.segment.fontSize && !stops.some((other) => other.segment === next && other.first === 0)) return next.words;
  const below = layout.segments.find((segment) => segment.page === label.page && segment.box.y > label.box.y + 0.3 * label.box.height && segment.box.y - label.box.y < 2.2 * label.box.height && Math.abs(segment.box.x - label.box.x) < 2 * segment.fontSize);
  return below && !/:$/.test(below.text) ? below.words : [];
}
