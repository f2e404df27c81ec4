/**
 * Fits the weights of model.ts: for each field the softmax over a document's candidates is pulled towards the right ones
 * by gradient descent, with a penalty on large weights. Deterministic: the same examples give the same weights.
 */
import type { Features } from "./features.ts";

/** One document and field. `right` holds the indexes of candidates with the true value; empty when the document does not say. */
export type Example = { field: string; group: string; candidates: Features[]; right: number[] };

export type TrainingOptions = {
  steps?: number;
  /** Penalty on squared weights, per example. */
  penalty?: number;
  /** Further penalty on single words, which otherwise learn suppliers by heart. */
  wordPenalty?: number;
  /** A word must occur in so many groups to be kept. */
  groups?: number;
};

const isWordFeature = (name: string): boolean => /^(?:before|left|behind|above|title):/.test(name);

/** Weights of one field, rounded to four places; features that came out as nothing are left out. */
export function train(examples: readonly Example[], options: TrainingOptions = {}): Record<string, number> {
  const { steps = 400, penalty = 2e-4, wordPenalty = 2e-3, groups = 4 } = options;
  const names = namesOf(examples, groups);
  const index = new Map(names.map((name, i) => [name, i]));
  const [none, noLabel] = [index.get("none")!, index.get("none, no label anywhere")!];
  // A supplier with many documents must not drown those with one.
  const size = new Map<string, number>();
  for (const { group } of examples) size.set(group, (size.get(group) ?? 0) + 1);
  const rows = examples.map((example) => ({
    weight: 1 / Math.sqrt(size.get(example.group)!),
    right: new Set(example.right),
    labelled: example.candidates.some((features) => (features["label"] ?? 0) > 0.4),
    candidates: example.candidates.map((features) => Object.entries(features).flatMap(([name, value]): [number, number][] => (index.has(name) && value !== 0 ? [[index.get(name)!, value]] : []))),
  }));
  const weightOfAll = rows.reduce((sum, row) => sum + row.weight, 0);
  const weights = new Float64Array(names.length);
  const mean = new Float64Array(names.length);
  const square = new Float64Array(names.length);
  const cost = names.map((name) => (isWordFeature(name) ? wordPenalty : penalty));
  for (let step = 1; step <= steps; step++) {
    const gradient = new Float64Array(names.length);
    for (const row of rows) {
      const parts = [...row.candidates, row.labelled ? [[none, 1] as [number, number]] : [[none, 1] as [number, number], [noLabel, 1] as [number, number]]];
      const scores = parts.map((features) => features.reduce((sum, [i, value]) => sum + weights[i]! * value, 0));
      const most = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - most));
      const total = shares.reduce((sum, share) => sum + share, 0);
      const isRight = (at: number): boolean => (row.right.size === 0 ? at === parts.length - 1 : row.right.has(at));
      const rightly = shares.reduce((sum, share, at) => sum + (isRight(at) ? share : 0), 0) || 1e-300;
      parts.forEach((features, at) => {
        const pull = row.weight * (shares[at]! / total - (isRight(at) ? shares[at]! / rightly : 0));
        if (Math.abs(pull) > 1e-7) for (const [i, value] of features) gradient[i]! += pull * value;
      });
    }
    // Adam: each weight moves at its own pace, so that rare features arrive too.
    for (let i = 0; i < names.length; i++) {
      const slope = gradient[i]! / weightOfAll + cost[i]! * weights[i]!;
      mean[i] = 0.9 * mean[i]! + 0.1 * slope;
      square[i] = 0.999 * square[i]! + 0.001 * slope * slope;
      weights[i]! -= (0.08 * (mean[i]! / (1 - 0.9 ** step))) / (Math.sqrt(square[i]! / (1 - 0.999 ** step)) + 1e-8);
    }
  }
  const rounded = names.map((name, i): [string, number] => [name, Math.round(1e4 * weights[i]!) / 1e4]);
  return Object.fromEntries(rounded.filter(([name, weight]) => Math.abs(weight) >= (isWordFeature(name) ? 0.02 : 0.001)));
}

/** Features worth a weight, sorted: words only when several groups use them. */
function namesOf(examples: readonly Example[], groups: number): string[] {
  const seen = new Map<string, Set<string>>();
  for (const { candidates, group } of examples) {
    for (const features of candidates) {
      for (const name of Object.keys(features)) {
        const where = seen.get(name) ?? new Set();
        seen.set(name, where);
        if (where.size < groups) where.add(group);
      }
    }
  }
  return ["none", "none, no label anywhere", ...[...seen].filter(([name, where]) => !isWordFeature(name) || where.size >= groups).map(([name]) => name).sort()];
}
