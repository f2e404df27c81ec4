/**
 * Fits the weights of the reading engine: `node scripts/bench.mjs train-reading [--specimens N] [--own N] [--try] FOLDER…`.
 * FOLDERs hold PDFs with `NAME.truth.json`; `--specimens N` adds N generated documents, `--own N` invoices of
 * our own printer. First it tells, field by field, how
 * rules and weights do on groups (suppliers, layouts) that the weights have not seen, five folds; then it fits on everything
 * and writes packages/extract/weights.json, unless `--try` is given. `--out FILE` writes elsewhere, `--fit-only` leaves the
 * folds and the calibration out: weights that never saw a folder, for `bench reading --weights FILE` on it.
 */
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { calibrate, chanceOf, explainWords, PROVEN_CHANCE, readPdfWords, train, type Example, type FieldRanking } from "@counterfoil/extract";
import { rootDir } from "../src/platform/config.ts";
import { documentsIn, ownDocuments, specimenDocuments, type Labelled } from "./reading-documents.ts";
import { isRight, valueAt } from "./reading-judge.ts";

const FOLDS = 5;
/** Where the truth of a ranked field stands. */
const PATHS: Record<string, string> = { customerNumber: "customer.number" };

const words = process.argv.slice(2);
const count = (flag: string): number => (words.includes(flag) ? Number(words[words.indexOf(flag) + 1]) : 0);
const folders = words.filter((word, i) => !word.startsWith("--") && !["--own", "--specimens", "--out"].includes(words[i - 1] ?? ""));
const sources: Iterable<Labelled>[] = [...folders.map(documentsIn), ...(count("--specimens") > 0 ? [specimenDocuments(count("--specimens"), "train")] : []), ...(count("--own") > 0 ? [ownDocuments(count("--own"), 7)] : [])];

const examples: (Example & { byRule: boolean; source: number })[] = [];
let read = 0;
for (const [source, documents] of sources.entries()) {
  for (const document of documents) {
    const { pages } = await readPdfWords((await document.bytes()).slice());
    for (const ranking of explainWords(pages, { weights: { version: 1, hash: "", fields: {} } }).rankings) {
      const example = exampleOf(document, ranking);
      if (example) examples.push({ ...example, source });
    }
    if (++read % 200 === 0) console.error(`${read} documents read`);
  }
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

const fields: Record<string, Record<string, number>> = {};
const calibration: Record<string, [number, number][]> = {};
for (const field of [...new Set(examples.map((example) => example.field))]) {
  const own = examples.filter((example) => example.field === field);
  const groups = [...new Set(own.map((example) => example.group))].sort();
  const foldOf = new Map(groups.map((group, i) => [group, i % FOLDS]));
  const answers: { share: number; right: boolean }[] = [];
  const score = sources.map(() => ({ rule: 0, learned: 0, all: 0 }));
  for (let fold = 0; fold < (words.includes("--fit-only") ? 0 : FOLDS); fold++) {
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
  console.log(`${field.padEnd(16)} ${groups.length} groups; right by rule → by weights that have not seen the group: ${score.map((row) => (row.all > 0 ? `${row.rule} → ${row.learned} of ${row.all}` : "–")).join(" | ")}`);
  fields[field] = train(own);
  calibration[field] = calibrate(answers);
  const clear = answers.filter(({ share }) => chanceOf({ version: 1, hash: "", fields: {}, calibration }, field, share) >= PROVEN_CHANCE);
  console.log(`${"".padEnd(16)} clear answers ${clear.length} of ${answers.length}, of these right ${clear.filter((each) => each.right).length}`);
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

if (!words.includes("--try")) {
  const hash = createHash("sha256").update(JSON.stringify({ fields, calibration })).digest("hex").slice(0, 16);
  writeFileSync(words.includes("--out") ? words[words.indexOf("--out") + 1]! : join(rootDir, "packages/extract/weights.json"), `${JSON.stringify({ version: 1, hash, fields, calibration }, null, 1)}\n`);
  console.log(`weights ${hash}: ${Object.values(fields).reduce((sum, field) => sum + Object.keys(field).length, 0)} in ${Object.keys(fields).length} fields`);
}
