/** Fitting the weights of the reading engine from labelled documents: shared by the training itself and by measuring on suppliers that the weights never saw. */
import { createHash } from "node:crypto";
import { calibrate, chanceOf, explainWords, PROVEN_CHANCE, readPdfWords, train, type Example, type FieldRanking, type Weights } from "@counterfoil/extract";
import type { Labelled } from "./reading-documents.ts";
import { isRight, valueAt } from "./reading-judge.ts";

/** Where the truth of a ranked field stands. */
const PATHS: Record<string, string> = { customerNumber: "customer.number" };

/** `source`: which of several sources of documents it is of. */
export type FieldExample = Example & { byRule: boolean; source: number };

/** What the documents teach: for each ranked field the candidates and which of them are right. */
export async function examplesOf(documents: Iterable<Labelled>, source = 0): Promise<FieldExample[]> {
  const examples: FieldExample[] = [];
  let read = 0;
  for (const document of documents) {
    const { pages } = await readPdfWords((await document.bytes()).slice());
    for (const ranking of explainWords(pages, { weights: { version: 1, hash: "", fields: {} } }).rankings) {
      const example = exampleOf(document, ranking);
      if (example) examples.push({ ...example, source });
    }
    if (++read % 200 === 0) console.error(`${read} documents read`);
  }
  return examples;
}

function exampleOf(document: Labelled, ranking: FieldRanking): (Example & { byRule: boolean }) | null {
  const path = PATHS[ranking.field] ?? ranking.field;
  const wanted = valueAt(document.truth, path);
  if (wanted === undefined) return null;
  const answers = wanted === null ? [] : [wanted, ...(document.truth._alt?.[path] ?? [])];
  const right = ranking.choices.flatMap(({ candidate }, i) => (answers.some((each) => isRight(path, each, candidate.value)) ? [i] : []));
  // What no candidate holds cannot be learned from.
  if (wanted !== null && right.length === 0) return null;
  const first = ranking.choices.findIndex(({ features }) => (features["first answer by rule"] ?? features["first by rule"] ?? 0) > 0);
  return { field: ranking.field, group: document.group, candidates: ranking.choices.map((choice) => choice.features), values: ranking.choices.map((choice) => choice.candidate.value), right, byRule: wanted === null ? first < 0 : right.includes(first) };
}

/** What one field's weights did on groups that they had not seen: per source, by rule and learned; and how clear answers were. */
export type FieldReport = { field: string; groups: number; score: { rule: number; learned: number; all: number }[]; answers: number; clear: number; clearAndRight: number };

/**
 * Weights from all examples, calibrated on groups held out in `folds` turns (0: without calibration). Deterministic.
 */
export function fit(examples: readonly FieldExample[], folds: number, tell: (report: FieldReport) => void = () => {}): Weights {
  const fields: Weights["fields"] = {};
  const calibration: NonNullable<Weights["calibration"]> = {};
  const sources = 1 + Math.max(0, ...examples.map((example) => example.source));
  for (const field of [...new Set(examples.map((example) => example.field))]) {
    const own = examples.filter((example) => example.field === field);
    const groups = [...new Set(own.map((example) => example.group))].sort();
    const foldOf = new Map(groups.map((group, i) => [group, i % Math.max(1, folds)]));
    const answers: { share: number; right: boolean }[] = [];
    const score = Array.from({ length: sources }, () => ({ rule: 0, learned: 0, all: 0 }));
    for (let fold = 0; fold < folds; fold++) {
      const weights = train(own.filter((example) => foldOf.get(example.group) !== fold));
      for (const example of own.filter((each) => foldOf.get(each.group) === fold)) {
        const chosen = choose(weights, example);
        const good = example.right.length === 0 ? chosen.at === -1 : example.right.includes(chosen.at);
        if (chosen.at >= 0) answers.push({ share: chosen.share, right: good });
        const row = score[example.source]!;
        row.all++;
        if (example.byRule) row.rule++;
        if (good) row.learned++;
      }
    }
    fields[field] = train(own);
    calibration[field] = calibrate(answers);
    const clear = answers.filter(({ share }) => chanceOf({ version: 1, hash: "", fields: {}, calibration }, field, share) >= PROVEN_CHANCE);
    tell({ field, groups: groups.length, score, answers: answers.length, clear: clear.length, clearAndRight: clear.filter((each) => each.right).length });
  }
  return { version: 1, hash: createHash("sha256").update(JSON.stringify({ fields, calibration })).digest("hex").slice(0, 16), fields, calibration };
}

/** The chosen candidate (−1: none) and the share of all candidates with its value. */
function choose(weights: Record<string, number>, example: Example): { at: number; share: number } {
  const scores = example.candidates.map((features) => Object.entries(features).reduce((sum, [name, value]) => sum + (weights[name] ?? 0) * value, 0));
  const labelled = example.candidates.some((features) => (features["label"] ?? 0) > 0.4);
  const none = (weights["none"] ?? 0) + (labelled ? 0 : (weights["none, no label anywhere"] ?? 0));
  const most = Math.max(none, ...scores);
  const total = scores.reduce((sum, score) => sum + Math.exp(score - most), Math.exp(none - most));
  const shares = new Map<string, { at: number; share: number }>();
  scores.forEach((score, at) => {
    const value = example.values![at]!;
    const known = shares.get(value);
    if (known) known.share += Math.exp(score - most) / total;
    else shares.set(value, { at, share: Math.exp(score - most) / total });
  });
  const best = [...shares.values()].sort((a, b) => b.share - a.share)[0];
  return best && best.share > Math.exp(none - most) / total ? best : { at: -1, share: 0 };
}

