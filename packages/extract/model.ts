/**
 * The learned ranking: one softmax per field over the candidates of a document and "none of them". Linear, so that every
 * choice is a sum of readable parts; the weights are data (weights.json), made by `node scripts/bench.mjs train-reading`.
 */
import type { Features } from "./features.ts";
import shipped from "./weights.json" with { type: "json" };

/** `fields[field][feature]` is a weight; "none" is the weight of answering nothing. `hash` is that of the fields, see `hashOf`. */
export type Weights = {
  version: number;
  hash: string;
  fields: Record<string, Record<string, number>>;
  /** How often a share was right on layouts that the weights had not seen: rising steps [share, right of all], by field. */
  calibration?: Record<string, [number, number][]>;
};

export const WEIGHTS: Weights = shipped as unknown as Weights;

/** What supplier memory says of a candidate, 0 to 1; below 0 where it stands where a person said it does not. Its weight is fixed: nobody's documents are in the training. */
export const REMEMBERED_PLACE = "where earlier documents had it";
const MEMORY_WEIGHT = 8;

export type Choice<C> = { candidate: C; features: Features; score: number; /** probability among all candidates and none */ share: number };
export type Ranking<C> = { field: string; /** false: there are no weights for the field, the choices stand in their given order */ learned: boolean; choices: Choice<C>[]; /** probability that the document does not say */ none: number };

/** Best first. Ties keep the given order, so that the answer is the same each time. */
export function rankBy<C>(weights: Weights, field: string, candidates: readonly { candidate: C; features: Features }[]): Ranking<C> {
  const known = weights.fields[field];
  const learned = known ?? {};
  const scored = candidates.map((each) => ({ ...each, score: scoreOf(learned, each.features) }));
  const nothing = (learned["none"] ?? 0) + (learned["none, no label anywhere"] ?? 0) * (candidates.some((each) => (each.features["label"] ?? 0) > 0.4) ? 0 : 1);
  const most = Math.max(nothing, ...scored.map((each) => each.score));
  const total = scored.reduce((sum, each) => sum + Math.exp(each.score - most), Math.exp(nothing - most));
  const choices = scored.map((each) => ({ ...each, share: Math.exp(each.score - most) / total })).sort((a, b) => b.score - a.score);
  return { field, learned: known !== undefined, choices, none: Math.exp(nothing - most) / total };
}

export function scoreOf(learned: Readonly<Record<string, number>>, features: Features): number {
  let score = MEMORY_WEIGHT * (features[REMEMBERED_PLACE] ?? 0);
  for (const [name, value] of Object.entries(features)) score += (learned[name] ?? 0) * value;
  return score;
}

/** What each feature added to a candidate's score, the weightiest first. */
export function contributionsOf(weights: Weights, field: string, features: Features): { feature: string; adds: number }[] {
  const learned = weights.fields[field] ?? {};
  return Object.entries(features).map(([feature, value]) => ({ feature, adds: Math.round(100 * (feature === REMEMBERED_PLACE ? MEMORY_WEIGHT : learned[feature] ?? 0) * value) / 100 }))
    .filter((each) => each.adds !== 0).sort((a, b) => Math.abs(b.adds) - Math.abs(a.adds) || (a.feature < b.feature ? -1 : 1));
}

/** The share of an answer as the chance that it is right, measured on unseen layouts; the share itself where nothing was measured. */
export function chanceOf(weights: Weights, field: string, share: number): number {
  const steps = weights.calibration?.[field];
  if (!steps || steps.length === 0) return share;
  let below: [number, number] = [0, 0];
  for (const step of steps) {
    if (share < step[0]) return below[1] + ((step[1] - below[1]) * (share - below[0])) / (step[0] - below[0]);
    below = step;
  }
  return below[1];
}

/** From here on a labelled answer counts as proven: wrong less than once in two hundred on unseen layouts. */
export const PROVEN_CHANCE = 0.995;
