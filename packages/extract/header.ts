/**
 * The header fields that a label announces: numbers and dates. Candidates of one type compete for labels of that
 * type, so that the due date does not answer for the issue date.
 */
import type { Candidate, Candidates, DateCandidate, IdCandidate } from "./candidates.ts";
import { commonFeatures, dateFeatures, evidencedBy, idFeatures, labelFeatures, surroundingsOf, type Features, type Surroundings } from "./features.ts";
import { isGtin, isIban, vatIdsIn } from "./identifiers.ts";
import type { Label, LabelField } from "./labels.ts";
import { postalIn } from "./address.ts";
import { groupBy, type Layout } from "./lines.ts";
import { pointer, type LayoutMemory } from "./memory.ts";
import { rankBy, REMEMBERED_PLACE, WEIGHTS, type Ranking, type Weights } from "./model.ts";
import { assign, pairUp, type Ranked } from "./rank.ts";
import type { FieldPath } from "./reading.ts";
import { titleSentences } from "./title-sentence.ts";

/** Answers by rule, and the learned ranking of the fields that have one. */
export type HeaderAnswers = { ids: Map<string, Ranked<IdCandidate>[]>; dates: Map<string, Ranked<DateCandidate>[]>; idRankings: Ranking<IdCandidate>[]; dateRankings: Ranking<DateCandidate>[] };

/** The fields whose answers are ranked by learned weights. */
const RANKED_IDS = ["invoiceNumber", "purchaseOrder", "customerNumber", "buyerReference"] as const;
const RANKED_DATES = ["issueDate", "dueDate", "deliveryDate"] as const;

const ID_FIELDS: ReadonlySet<LabelField> = new Set(["invoiceNumber", "purchaseOrder", "buyerReference", "customerNumber", "paymentReference", "otherNumber", "taxNumber", "vatId", "iban", "bic", "phone"]);
const DATE_FIELDS: ReadonlySet<LabelField> = new Set(["issueDate", "dueDate", "deliveryDate", "otherDate"]);

export function headerAnswers(layout: Layout, labels: readonly Label[], candidates: Candidates, items: ReadonlySet<number>, headerLines: ReadonlySet<number>, weights: Weights = WEIGHTS, known: LayoutMemory | null = null): HeaderAnswers {
  const outside = labels.filter((label) => !items.has(label.line) && !headerLines.has(label.line));
  const usable = [...titleSentences(outside, candidates), ...outside.filter((label) => !isBareNumberSign(label) && !endsPeriod(label, candidates))];
  const dates = candidates.dates.filter((date) => !items.has(date.line));
  const dateWords = new Set(candidates.dates.flatMap((date) => date.words));
  const moneyWords = new Set(candidates.numbers.filter((number) => number.currency !== undefined || number.percent || (number.decimals === 2 && !/^\d+$/.test(number.raw))).flatMap((number) => number.words));
  const ids = candidates.ids.filter((id) => !items.has(id.line) && !id.words.some((word) => moneyWords.has(word)) && !(id.words.some((word) => dateWords.has(word)) && candidates.dates.some((date) => date.segment === id.segment && id.from < date.to && id.to > date.from && date.to - date.from >= id.to - id.from)));
  const titled = usable.map((label): Label => (label.field === "title" ? { ...label, field: "invoiceNumber", weight: label.weight * 0.62, byTitle: true } : label));
  // "Invoice 4711 of 3 May 2024": the title, or the number's label, speaks for a date behind it on its line.
  const datesByTitle = usable.map((label): Label => (label.field === "title" ? { ...label, field: "issueDate", weight: 0.35 * label.weight, byTitle: true } : label))
    .concat(usable.filter((label) => label.field === "invoiceNumber" && label.first === 0).map((label): Label => ({ ...label, field: "issueDate", weight: 0.6, byTitle: true })));
  const idPairs = pairUp(layout, titled, ids, ID_FIELDS, (field, id) => fitsId(field, id));
  const datePairs = pairUp(layout, datesByTitle, dates, DATE_FIELDS, (field, date) => (field === "issueDate" && date.page > 1 ? 0.85 : 1)).filter((pair) => pair.label.weight !== 0.6 || pair.label.field !== "issueDate" || pair.candidate.line === pair.label.line);
  const answers = { ids: assign(idPairs), dates: assign(datePairs) };
  const around = surroundingsOf(layout);
  const datesOn = groupBy(dates, (date) => date.line);
  const seen = new Map<string, number>();
  for (const { value } of ids) seen.set(value, (seen.get(value) ?? 0) + 1);
  return {
    ...answers,
    idRankings: rank(RANKED_IDS, around, ids, idPairs, answers.ids, weights, known, (id) => idFeatures(id, datesOn(id.line).length, seen.get(id.value)!), (field, id) => fitsId(field, id)),
    dateRankings: rank(RANKED_DATES, around, dates, datePairs, answers.dates, weights, known, (date) => dateFeatures(date, dates), () => 1),
  };
}

/** Where a label's field goes by another name among the document's fields. */
const PATH_OF: Partial<Record<LabelField, FieldPath>> = { customerNumber: "customer.number" };
const remembered = (strength: number): Features => (strength !== 0 ? { [REMEMBERED_PLACE]: strength } : {});

const MOST_CANDIDATES = 400;

function rank<C extends Candidate>(fields: readonly LabelField[], around: Surroundings, all: readonly C[], pairs: readonly Ranked<C>[], answers: Map<string, Ranked<C>[]>, weights: Weights, known: LayoutMemory | null, form: (candidate: C) => Features, fits: (field: LabelField, candidate: C) => number): Ranking<C>[] {
  const evidenced = evidencedBy(pairs, (pair) => pair.label.byTitle === true);
  const candidates = all.slice(0, MOST_CANDIDATES);
  const common = new Map(candidates.map((candidate) => [candidate, { ...commonFeatures(around, candidate), ...form(candidate) }]));
  return fields.flatMap((field) => {
    const byRule = answers.get(field) ?? [];
    const path = PATH_OF[field] ?? (field as FieldPath);
    const point = pointer(known, around.layout, path);
    const fitting = candidates.flatMap((candidate) => {
      const fit = fits(field, candidate);
      if (fit <= 0) return [];
      const at = byRule.findIndex((pair) => pair.candidate === candidate);
      const hand = at >= 0 ? { rank: at, score: byRule[at]!.score } : undefined;
      return [{ candidate, features: { ...common.get(candidate)!, fit, ...labelFeatures(field, evidenced.get(candidate), hand), ...remembered(point?.({ page: candidate.page, box: candidate.box, text: candidate.raw }) ?? 0) } }];
    });
    return rankBy(weights, field, fitting);
  });
}

/** "No." alone announces the document's number only as a heading of its own. */
const isBareNumberSign = (label: Label): boolean => label.field === "invoiceNumber" && label.weight === 0.5 && (label.inside || label.first > 0 || (label.segment.words.length > 1 && !/:$/.test(label.text) && !/^:/.test(label.segment.words[label.last + 1]?.text ?? "")));

/** "01.05.2024 bis 31.05.2024" is a period; "bis 14.06.2024" alone is a date to pay by. */
const endsPeriod = (label: Label, candidates: Candidates): boolean => label.field === "dueDate" && label.words.length === 1 && /^(?:bis|until|to)\b/i.test(label.text) && candidates.dates.some((date) => date.segment === label.segment && date.box.x < label.box.x);

/** How typical a token is for a field, 0 to 1; 0 rules it out. */
export function fitsId(field: LabelField, id: IdCandidate): number {
  const { value } = id;
  const squeezed = value.replace(/[^A-Za-z0-9]/g, "").toUpperCase();
  const digits = squeezed.replace(/\D/g, "").length;
  if (["vatId", "iban", "bic", "phone", "taxNumber", "otherNumber"].includes(field)) return 0.9;
  if (isIban(squeezed) || value.length > 30) return 0;
  let fit = 1;
  if (/^\d{1,2}$/.test(value)) fit = 0.45;
  else if (/^(?:19|20)\d{2}$/.test(value)) fit = 0.55;
  else if (digits === 0) return 0;
  else if (digits < 2 && squeezed.length < 4) fit = 0.4;
  if (/^\d+(?:kg|g|ml|l|cm|mm|m|x|st|nd|rd|th|h|hrs|days?|tage)$/i.test(value)) fit *= 0.15;
  if (/^[a-z]+\d?$/.test(value)) fit *= 0.4;
  if (field === "invoiceNumber" || field === "purchaseOrder") {
    if (vatIdsIn(value).some((found) => found.valid)) fit *= 0.15;
    if (/^\d{13}$/.test(value) && isGtin(value)) fit *= 0.4;
    if (/^\+?\d[\d.-]{8,}$/.test(value) && /\d[-.]\d{3}[-.]\d{4}$/.test(value)) fit *= 0.3;
    // A Portuguese or Polish postcode before its town is nothing else.
    if (/^\d{4}-\d{3}$|^\d{2}-\d{3}$/.test(value) && postalIn(id.segment.text.slice(id.from))?.startsWith(value)) return 0;
    if (postalIn(id.segment.text) !== null && /^\d{4,6}$|^\d{4}-\d{3}$|^\d{2}-\d{3}$/.test(value)) fit *= 0.25;
  }
  return fit;
}
