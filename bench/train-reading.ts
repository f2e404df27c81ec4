/**
 * Fits the weights of the reading engine: `node scripts/bench.mjs train-reading [--specimens N] [--own N] [--try] FOLDER…`.
 * FOLDERs hold PDFs with `NAME.truth.json`; `--specimens N` adds N generated documents of the families that are not reserved for measuring, `--own N` invoices of
 * our own printer. First it tells, field by field, how
 * rules and weights do on groups (suppliers, layouts) that the weights have not seen, five folds; then it fits on everything
 * and writes packages/extract/weights.json, unless `--try` is given. `--out FILE` writes elsewhere, `--fit-only` leaves the
 * folds and the calibration out: weights that never saw a folder, for `bench reading --weights FILE` on it.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { trainingFamilies } from "@counterfoil/specimens";
import { rootDir } from "../src/platform/config.ts";
import { documentsIn, ownDocuments, specimenDocuments, type Labelled } from "./reading-documents.ts";
import { examplesOf, fit, type FieldExample } from "./reading-training.ts";

const FOLDS = 5;

const words = process.argv.slice(2);
const count = (flag: string): number => (words.includes(flag) ? Number(words[words.indexOf(flag) + 1]) : 0);
const folders = words.filter((word, i) => !word.startsWith("--") && !["--own", "--specimens", "--out"].includes(words[i - 1] ?? ""));
const sources: Iterable<Labelled>[] = [...folders.map(documentsIn), ...(count("--specimens") > 0 ? [specimenDocuments(count("--specimens"), "train", trainingFamilies)] : []), ...(count("--own") > 0 ? [ownDocuments(count("--own"), 7)] : [])];

const examples: FieldExample[] = [];
for (const [source, documents] of sources.entries()) examples.push(...(await examplesOf(documents, source)));

const weights = fit(examples, words.includes("--fit-only") ? 0 : FOLDS, ({ field, groups, score, answers, clear, clearAndRight }) => {
  console.log(`${field.padEnd(16)} ${groups} groups; right by rule → by weights that have not seen the group: ${score.map((row) => (row.all > 0 ? `${row.rule} → ${row.learned} of ${row.all}` : "–")).join(" | ")}`);
  console.log(`${"".padEnd(16)} clear answers ${clear} of ${answers}, of these right ${clearAndRight}`);
});

if (!words.includes("--try")) {
  writeFileSync(words.includes("--out") ? words[words.indexOf("--out") + 1]! : join(rootDir, "packages/extract/weights.json"), `${JSON.stringify(weights, null, 1)}\n`);
  console.log(`weights ${weights.hash}: ${Object.values(weights.fields).reduce((sum, field) => sum + Object.keys(field).length, 0)} in ${Object.keys(weights.fields).length} fields`);
}
