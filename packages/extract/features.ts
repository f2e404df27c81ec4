/**
 * What speaks for and against a candidate being a field's value, as named numbers: labels near it and those of rival
 * questions, the words around it, its place, its size, its form. Ranking weighs them (model.ts); nothing is decided here.
 */
import type { Candidate, DateCandidate, IdCandidate } from "./candidates.ts";
import { tokensOf } from "./fold.ts";
import type { LabelField } from "./labels.ts";
import { middle, overlapX, right, type Layout, type Segment } from "./lines.ts";
import type { Ranked } from "./rank.ts";

/** Named numbers, mostly 0 to 1; a feature that is absent counts 0. */
export type Features = Record<string, number>;

/** What is the same for all candidates of one document, worked out once. */
export type Surroundings = { layout: Layout; median: number; byPage: Map<number, Segment[]> };

export function surroundingsOf(layout: Layout): Surroundings {
  const sizes = layout.segments.map((segment) => segment.fontSize).sort((a, b) => a - b);
  const byPage = new Map<number, Segment[]>();
  for (const segment of layout.segments) byPage.set(segment.page, [...(byPage.get(segment.page) ?? []), segment]);
  return { layout, median: sizes[Math.floor(sizes.length / 2)] ?? 10, byPage };
}

/** The pairs of one candidate by the label's field, the best of each; `first` when it is its label's best candidate. */
export type Evidenced = Map<LabelField | "bareTitle", { pair: Ranked; first: boolean }>;

export function evidencedBy<C extends Candidate>(pairs: readonly Ranked<C>[], isTitle: (pair: Ranked<C>) => boolean): Map<C, Evidenced> {
  const found = new Map<C, Evidenced>();
  const labelsSeen = new Set<string>();
  for (const pair of pairs) {
    const field = isTitle(pair) ? "bareTitle" : pair.label.field;
    const label = `${pair.label.line}:${pair.label.box.x}:${field}`;
    const first = !labelsSeen.has(label);
    labelsSeen.add(label);
    const known = found.get(pair.candidate) ?? new Map();
    found.set(pair.candidate, known);
    if (!known.has(field)) known.set(field, { pair, first });
  }
  return found;
}

/** What a candidate's place and neighbourhood say, whatever the field. */
export function commonFeatures(around: Surroundings, candidate: Candidate): Features {
  const features: Features = {};
  placeFeatures(around, candidate, features);
  wordFeatures(around, candidate, features);
  return features;
}

/** What its labels say for one field; `hand` is its place among the answers by rule. */
export function labelFeatures(field: LabelField, evidenced: Evidenced | undefined, hand: { rank: number; score: number } | undefined): Features {
  const features: Features = {};
  const own = evidenced?.get(field);
  if (own) {
    features["label"] = own.pair.score;
    features[`relation ${own.pair.relation}`] = 1;
    if (own.first) features["label's nearest"] = own.pair.score;
    if (own.pair.label.weight >= 0.95) features["clear label"] = own.pair.score;
  } else features["no label"] = 1;
  let rival = 0;
  for (const [other, { pair, first }] of evidenced ?? []) {
    if (other === field) continue;
    features[`label of ${other}`] = pair.score;
    if (first) features[`nearest of ${other}`] = pair.score;
    if (other !== "bareTitle") rival = Math.max(rival, pair.score);
  }
  if (rival > (own?.pair.score ?? 0) + 0.05) features["rival is stronger"] = 1;
  if (hand) {
    features["answer by rule"] = 1;
    if (hand.rank === 0) features["first answer by rule"] = hand.score;
  }
  return features;
}

function placeFeatures({ layout, median }: Surroundings, candidate: Candidate, features: Features): void {
  const page = layout.pages.find((each) => each.number === candidate.page)!;
  const down = middle(candidate.box) / page.height;
  if (candidate.page === 1) features[`page 1, band ${Math.min(9, Math.max(0, Math.floor(down * 10)))}`] = 1;
  else features[candidate.page === layout.pages.length ? "last page" : "middle page"] = 1;
  if (candidate.box.x > 0.5 * page.width) features["right half"] = 1;
  const size = candidate.words[0]!.fontSize / median - 1;
  if (size > 0.12) features["large print"] = Math.min(1.5, size);
  if (size < -0.12) features["small print"] = Math.min(1, -size * 2);
  if (candidate.words.every((word) => word.bold)) features["bold"] = 1;
  if (candidate.from === 0) features["begins its cell"] = 1;
  if (candidate.from === 0 && candidate.to === candidate.segment.text.length) features["fills its cell"] = 1;
}

/** The last words before it on its line, the next one behind it, and the words right above it. */
function wordFeatures({ layout, byPage }: Surroundings, candidate: Candidate, features: Features): void {
  const line = layout.lines[candidate.line]!;
  const inFront = candidate.segment.text.slice(0, candidate.from);
  const at = line.segments.indexOf(candidate.segment);
  const before = [...(at > 0 ? tokensOf(line.segments[at - 1]!.text).slice(-3) : []), ...tokensOf(inFront).slice(-3)].slice(-3);
  before.forEach((token, i) => { if (isWord(token)) features[`${i === before.length - 1 ? "before" : "left"}:${token}`] = 1; });
  const behind = tokensOf(candidate.segment.text.slice(candidate.to))[0];
  if (behind !== undefined && isWord(behind)) features[`behind:${behind}`] = 1;
  const above = nearestAbove(byPage.get(candidate.page) ?? [], candidate);
  if (above) for (const token of tokensOf(above.text).slice(0, 4)) if (isWord(token)) features[`above:${token}`] = 1;
}

const isWord = (token: string): boolean => token.length >= 2 && token.length <= 18 && !/\d/.test(token);

function nearestAbove(segments: readonly Segment[], candidate: Candidate): Segment | null {
  let best: Segment | null = null;
  for (const segment of segments) {
    const drop = candidate.box.y - segment.box.y;
    if (drop < 0.4 * candidate.box.height || drop > 2.8 * Math.max(candidate.box.height, segment.box.height)) continue;
    if (overlapX(segment.box, candidate.box) < 0.25 && Math.abs(segment.box.x - candidate.box.x) > candidate.box.height && Math.abs(right(segment.box) - right(candidate.box)) > candidate.box.height) continue;
    if (!best || segment.box.y > best.box.y) best = segment;
  }
  return best;
}

/** The form of a number of something: digits, letters, signs, length, a year inside. */
export function idFeatures(candidate: IdCandidate, datesOnLine: number, seen: number): Features {
  const { value } = candidate;
  const features: Features = {};
  const digits = value.replace(/\D/g, "").length;
  const letters = value.replace(/[^\p{L}]/gu, "").length;
  features[letters === 0 && digits === value.length ? "only digits" : letters === 0 ? "digits and signs" : digits === 0 ? "only letters" : "letters and digits"] = 1;
  features[`length ${value.length <= 2 ? "1-2" : value.length <= 4 ? "3-4" : value.length <= 7 ? "5-7" : value.length <= 12 ? "8-12" : value.length <= 18 ? "13-18" : "19+"}`] = 1;
  if (/^\p{Lu}{1,5}[-/ ]?\d/u.test(value)) features["capitals, then digits"] = 1;
  if (/^(?:po|p\.?o|ord|bc|bst|pur)[-\d]/i.test(value)) features["begins like an order"] = 1;
  if (/(?:19|20)[0-4]\d/.test(value)) features["a year inside"] = 1;
  if (/[-/]/.test(value)) features["parts joined by signs"] = 1;
  if (/^(?:19|20)\d{2}$/.test(value)) features["a year alone"] = 1;
  if (/^\p{Ll}/u.test(value)) features["begins in lower case"] = 1;
  if (datesOnLine > 0) features["a date on its line"] = 1;
  if (seen > 1) features["printed again"] = Math.min(1, (seen - 1) / 2);
  return features;
}

/** Where a date stands among the document's dates, in time. */
export function dateFeatures(candidate: DateCandidate, all: readonly DateCandidate[]): Features {
  const features: Features = {};
  const values = [...new Set(all.map((date) => date.value))].sort();
  if (values.length === 1) features["the only date"] = 1;
  else if (candidate.value === values[0]) features["earliest"] = 1;
  else if (candidate.value === values[values.length - 1]) features["latest"] = 1;
  if (all.filter((date) => date.value === candidate.value).length > 1) features["printed again"] = 1;
  if (candidate === all[0]) features["first in reading order"] = 1;
  if (candidate.other) features["day and month could be swapped"] = 1;
  return features;
}
