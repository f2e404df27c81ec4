/**
 * Fits the weights of model.ts: for each field the softmax over a document's candidates is pulled towards the right ones
 * by gradient descent, with a penalty on large weights. Deterministic: the same examples give the same weights.
 */
import type { Features } from "./features.ts";

/** One document and field. `right` holds the indexes of candidates with the true value; empty when the document does not say. */
export type Example = { field: string; group: string; candidates: Features[]; right: number[]; /** the candidates' values, which may be printed several times */ values?: string[] };

export type TrainingOptions = {
  steps?: number;
  /** Penalty on squared weights, per example. */
  penalty?: number;
  /** Further penalty on single words, which otherwise learn suppliers by heart. */
  wordPenalty?: number;
  /** A word must occur in so many groups to be kept. */
  groups?: number;
};

/** The first so many of a document are weighed in training, and the labelled and the right ones wherever they stand. */
const MOST_CANDIDATES = 60;

const packed = (entries: [number, number][]): { at: Uint32Array; by: Float64Array } => ({ at: Uint32Array.from(entries.map(([at]) => at)), by: Float64Array.from(entries.map(([, by]) => by)) });

const isWordFeature = (name: string): boolean => /^(?:before|left|behind|above|title):/.test(name);

/** Weights of one field, rounded to four places; features that came out as nothing are left out. */
export function train(examples: readonly Example[], options: TrainingOptions = {}): Record<string, number> {
  const { steps = 250, penalty = 2e-4, wordPenalty = 2e-3, groups = 4 } = options;
  const names = namesOf(examples, groups);
  const index = new Map(names.map((name, i) => [name, i]));
  const [none, noLabel] = [index.get("none")!, index.get("none, no label anywhere")!];
  // A supplier with many documents must not drown those with one.
  const size = new Map<string, number>();
  for (const { group } of examples) size.set(group, (size.get(group) ?? 0) + 1);
  const rows = examples.map((example) => {
    const kept = example.candidates.flatMap((_, at) => (at < MOST_CANDIDATES || example.right.includes(at) || example.candidates[at]!["answer by rule"] !== undefined || example.candidates[at]!["label"] !== undefined ? [at] : []));
    return {
      weight: 1 / Math.sqrt(size.get(example.group)!),
      right: new Set(kept.flatMap((at, i) => (example.right.includes(at) ? [i] : []))),
      labelled: example.candidates.some((features) => (features["label"] ?? 0) > 0.4),
      candidates: kept.map((at) => packed(Object.entries(example.candidates[at]!).flatMap(([name, value]): [number, number][] => (index.has(name) && value !== 0 ? [[index.get(name)!, value]] : [])))),
    };
  });
  const weightOfAll = rows.reduce((sum, row) => sum + row.weight, 0);
  const weights = new Float64Array(names.length);
  const mean = new Float64Array(names.length);
  const square = new Float64Array(names.length);
  const cost = names.map((name) => (isWordFeature(name) ? wordPenalty : penalty));
  for (let step = 1; step <= steps; step++) {
    const gradient = new Float64Array(names.length);
    for (const row of rows) {
      const count = row.candidates.length;
      const scores = new Float64Array(count + 1);
      row.candidates.forEach(({ at, by }, i) => {
        let score = 0;
        for (let k = 0; k < at.length; k++) score += weights[at[k]!]! * by[k]!;
        scores[i] = score;
      });
      scores[count] = weights[none]! + (row.labelled ? 0 : weights[noLabel]!);
      const most = scores.reduce((a, b) => Math.max(a, b));
      let total = 0;
      let rightly = 0;
      const isRight = (i: number): boolean => (row.right.size === 0 ? i === count : row.right.has(i));
      for (let i = 0; i <= count; i++) {
        scores[i] = Math.exp(scores[i]! - most);
        total += scores[i]!;
        if (isRight(i)) rightly += scores[i]!;
      }
      for (let i = 0; i <= count; i++) {
        const pull = row.weight * (scores[i]! / total - (isRight(i) ? scores[i]! / (rightly || 1e-300) : 0));
        if (Math.abs(pull) < 1e-6) continue;
        if (i === count) {
          gradient[none]! += pull;
          if (!row.labelled) gradient[noLabel]! += pull;
          continue;
        }
        const { at, by } = row.candidates[i]!;
        for (let k = 0; k < at.length; k++) gradient[at[k]!]! += pull * by[k]!;
      }
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

/**
 * Rising steps [share, right of all] from answers on groups that the weights had not seen (pool adjacent violators). Every
 * step is a little pessimistic: one more wrong answer than was seen.
 */
export function calibrate(answers: readonly { share: number; right: boolean }[], least = 40): [number, number][] {
  const sorted = [...answers].sort((a, b) => a.share - b.share);
  const bins: { share: number; right: number; all: number }[] = [];
  for (let i = 0; i < sorted.length; i += least) {
    const part = sorted.slice(i, i + least);
    bins.push({ share: part[0]!.share, right: part.filter((each) => each.right).length, all: part.length });
    while (bins.length > 1 && bins[bins.length - 2]!.right / bins[bins.length - 2]!.all >= bins[bins.length - 1]!.right / bins[bins.length - 1]!.all) {
      const last = bins.pop()!;
      const before = bins[bins.length - 1]!;
      before.right += last.right;
      before.all += last.all;
    }
  }
  return bins.map(({ share, right, all }) => [Math.round(1e6 * share) / 1e6, Math.round(1e4 * (right / (all + 1))) / 1e4]);
}
