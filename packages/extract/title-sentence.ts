/**
 * Documents that name themselves in a sentence: "Invoice 2024-17 of 3 March 2024", "No. 6818 of 3 May 2024", "N. FPR 7490/24 del
 * 30 agosto 2024". A number between a title (or "No.") that begins its cell and a date tied to it by "of" is the document's own.
 */
import type { Candidates, DateCandidate, IdCandidate } from "./candidates.ts";
import { plain } from "./fold.ts";
import type { Label } from "./labels.ts";
import { groupBy, union, type Segment } from "./lines.ts";

/** "of" and "dated" in the languages of the lexicon, folded. */
const TIES = new Set("of from dated vom von datiert du de del della dd d den van datum op da em z dnia ze dne fran fra av af pa kelt keltezett din la apo της του tou απο στις od datuma בתאריך מיום بتاريخ".split(" "));
const ISSUED = /^(?:issued|on|the|dated|date|le|il|el|den|the|zo|emise?|emitida|emessa|wystawiona|ausgestellt|am|στις)$/;

/**
 * Labels for the number and the date in such sentences, as sure as printed labels are. `labels` are those of the page, with
 * bare number signs; a sentence about another document ("credits invoice 17 of 3 March") has a label of its own and is left out.
 */
export function titleSentences(labels: readonly Label[], candidates: Candidates): Label[] {
  const found: Label[] = [];
  const idsOf = groupBy(candidates.ids, (id) => id.segment);
  const datesOf = groupBy(candidates.dates, (date) => date.segment);
  for (const label of [...labels, ...loneSigns(labels, candidates)]) {
    if (!(label.field === "title" || label.field === "invoiceNumber") || label.inside || !beginsItsCell(label, labels)) continue;
    const id = idsOf(label.segment).find((each) => follows(label, each));
    const date = id && datesOf(label.segment).find((each) => each.from > id.to && each.from - id.to < 40);
    const ties = id && date ? tiesBetween(label.segment, id, date) : null;
    if (!ties || found.some((each) => each.segment === label.segment)) continue;
    found.push({ ...label, field: "invoiceNumber", weight: 1 });
    const words = label.segment.words.slice(ties.first, ties.last + 1);
    found.push({ ...label, field: "issueDate", weight: 1, first: ties.first, last: ties.last, words, box: union(words.map((word) => word.box)), text: words.map((word) => word.text).join(" ") });
  }
  return found;
}

/** "N." at the start of a cell is a number sign only in such a sentence. */
function loneSigns(labels: readonly Label[], candidates: Candidates): Label[] {
  const segments = new Set(candidates.dates.map((date) => date.segment));
  return [...segments].filter((segment) => /^[Nn]\.?$/.test(segment.words[0]!.text) && !labels.some((label) => label.segment === segment && label.first === 0)).map((segment) => {
    const word = segment.words[0]!;
    return { field: "invoiceNumber", weight: 1, segment, line: segment.line, page: segment.page, words: [word], first: 0, last: 0, inside: false, box: word.box, text: word.text };
  });
}

/** Nothing stands before it but other words of a title: "Tax Invoice No." */
function beginsItsCell(label: Label, labels: readonly Label[]): boolean {
  if (label.first === 0) return true;
  const before = labels.filter((other) => other.segment === label.segment && other !== label && other.last < label.first && (other.field === "title" || other.field === "invoiceNumber"));
  return label.segment.words.slice(0, label.first).every((word, i) => before.some((other) => other.first <= i && i <= other.last) || !/[\p{L}\d]/u.test(word.text));
}

/** The number stands right behind the label, with at most a series of capitals between: "FPR 9843/26". */
function follows(label: Label, id: IdCandidate): boolean {
  const at = id.segment.words.indexOf(id.words[0]!);
  if (at <= label.last || at > label.last + 3) return at === label.last && id.from > id.segment.starts[label.last]!;
  return id.segment.words.slice(label.last + 1, at).every((word) => /^[A-Z]{1,5}$|^[^\p{L}\d]+$/u.test(word.text));
}

/** The words between number and date, when all they say is "of": null otherwise. */
function tiesBetween(segment: Segment, id: IdCandidate, date: DateCandidate): { first: number; last: number } | null {
  const first = segment.words.indexOf(id.words[id.words.length - 1]!) + 1;
  const last = segment.words.indexOf(date.words[0]!) - 1;
  if (first > last) return null;
  const words = segment.words.slice(first, last + 1).map((word) => plain(word.text).replace(/[^\p{L}]/gu, "")).filter((word) => word !== "");
  return words.length > 0 && words.length <= 4 && words.some((word) => TIES.has(word)) && words.every((word) => TIES.has(word) || ISSUED.test(word)) ? { first, last } : null;
}
