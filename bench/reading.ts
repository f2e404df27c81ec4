/**
 * How well documents with a text layer are read: `node scripts/bench.mjs reading [--specimens N [--seed S]] [--own N] [--weights FILE] [--verbose] FOLDER…`.
 * FOLDERs hold PDFs with `NAME.truth.json` beside them; `--specimens N` adds N generated documents,
 * `--own N` invoices of our own printer. `--unseen` reads each document of a FOLDER with weights that never saw one of its
 * source: fitted anew, five times, from 600 specimens, 69 pages of our own printer and the folders' other sources. Prints per field how
 * many answers are right, how far "proven" can be trusted, and the time a page takes.
 */
import { readFileSync } from "node:fs";
import { explainWords, readPdfWords, toFlat, type FieldPath, type Reading, type Weights } from "@counterfoil/extract";
import { trainingFamilies } from "@counterfoil/specimens";
import { documentsIn, ownDocuments, specimenDocuments, type Labelled } from "./reading-documents.ts";
import { examplesOf, fit } from "./reading-training.ts";
import { f1, HEADER, scoreLines, valueAt, verdictOf } from "./reading-judge.ts";

const words = process.argv.slice(2);
const verbose = words.includes("--verbose");
const after = (flag: string): string | undefined => (words.includes(flag) ? words[words.indexOf(flag) + 1] : undefined);
const folders = words.filter((word, i) => !word.startsWith("--") && !["--own", "--specimens", "--seed", "--weights"].includes(words[i - 1] ?? ""));
const weightsFile = after("--weights");
const weights = weightsFile ? (JSON.parse(readFileSync(weightsFile, "utf8")) as Weights) : undefined;
const own = Number(after("--own") ?? 0);
const specimens = Number(after("--specimens") ?? 0);

const sets: [string, Iterable<Labelled>][] = folders.map((folder) => [folder, documentsIn(folder)]);
if (specimens > 0) sets.push(["specimens", specimenDocuments(specimens, after("--seed") ?? "measure")]);
if (own > 0) sets.push(["our own printer", ownDocuments(own)]);
if (sets.length === 0) {
  console.error("Say what to read: folders with documents and truth files, or --own 100.");
  process.exit(2);
}

const unseen = words.includes("--unseen") ? await weightsBySource(folders) : null;

/** For each source of the folders' documents weights that learned from all others; five fits. */
async function weightsBySource(from: readonly string[]): Promise<Map<string, Weights>> {
  const made = await examplesOf([...specimenDocuments(600, "train", trainingFamilies), ...ownDocuments(69, 7)]);
  const real = await examplesOf(from.flatMap(documentsIn), 1);
  const sources = [...new Set(real.map((example) => example.group))].sort();
  const turns = Array.from({ length: Math.min(5, sources.length) }, (_, turn) => sources.filter((_source, i) => i % 5 === turn));
  return new Map(turns.flatMap((held) => {
    const fitted = fit([...made, ...real.filter((example) => !held.includes(example.group))], 3);
    return held.map((source): [string, Weights] => [source, fitted]);
  }));
}

/** What a payment needs. */
const PAYMENT: FieldPath[] = ["supplier.name", "supplier.iban", "amountDue", "currency", "invoiceNumber", "issueDate"];
const FULLY = ["invoiceNumber", "issueDate", "grossTotal", "currency", "supplier.name"];

for (const [title, documents] of sets) await measure(title, documents);

async function measure(title: string, documents: Iterable<Labelled>): Promise<void> {
  const fields = new Map<string, Record<string, number>>();
  const levels = new Map<string, { right: number; wrong: number }>();
  const bins = Array.from({ length: 11 }, () => ({ right: 0, all: 0 }));
  const lines = { right: 0, wrong: 0, missing: 0, exact: 0, documents: 0 };
  const count = { documents: 0, fully: 0, pages: 0, ms: 0, proven: 0, provenRight: 0, complete: 0 };
  const misses: string[] = [];
  for (const each of documents) {
    const bytes = await each.bytes();
    const started = performance.now();
    const pdf = await readPdfWords(bytes.slice());
    const { reading } = explainWords(pdf.pages, { problems: pdf.problems, ...((unseen?.get(each.group) ?? weights) ? { weights: unseen?.get(each.group) ?? weights } : {}) });
    count.ms += performance.now() - started;
    count.documents++;
    count.pages += pdf.pages.length;
    const flat = toFlat(reading);
    let right = true;
    for (const key of HEADER) {
      const got = reading.fields[key as FieldPath]?.value;
      const verdict = verdictOf(each.truth, key, got);
      if (verdict === undefined) continue;
      const row = fields.get(key) ?? {};
      fields.set(key, row);
      row[verdict] = (row[verdict] ?? 0) + 1;
      const good = verdict === "right" || verdict === "rightly_absent";
      if (!good && FULLY.includes(key)) right = false;
      if (!good) misses.push(`${each.name}  ${key}: ${verdict}, want ${JSON.stringify(key.split(".").reduce((at: never, part) => at?.[part], each.truth as never))} got ${JSON.stringify(got)} (${reading.fields[key as FieldPath]?.level})`);
      const field = reading.fields[key as FieldPath];
      if (!field) continue;
      const level = levels.get(field.level) ?? { right: 0, wrong: 0 };
      levels.set(field.level, level);
      level[good ? "right" : "wrong"]++;
      const bin = bins[Math.floor(field.confidence * 10)]!;
      bin.all++;
      if (good) bin.right++;
    }
    if (right) count.fully++;
    const table = scoreLines(each.truth, flat.lines);
    if (table) {
      lines.right += table.right; lines.wrong += table.wrong; lines.missing += table.missing; lines.documents++;
      if (table.exact) lines.exact++;
      else misses.push(`${each.name}  lines: ${table.misses.slice(0, 4).join("; ")}`);
    }
    if (reading.proof === "complete") count.complete++;
    if (PAYMENT.every((path) => isProven(reading, path) || (reading.fields[path] === undefined && [null, undefined].includes(valueAt(each.truth, path) as null)))) {
      count.proven++;
      if (PAYMENT.every((path) => ["right", "rightly_absent", undefined].includes(verdictOf(each.truth, path, reading.fields[path]?.value)))) count.provenRight++;
    }
  }
  console.log(`\n== ${title}: ${count.documents} documents, ${count.pages} pages, ${(count.ms / Math.max(1, count.pages)).toFixed(1)} ms a page`);
  const all = { right: 0, wrong: 0, missing: 0 };
  for (const key of HEADER) {
    const row = fields.get(key);
    if (!row) continue;
    const [good, bad, gone] = [row["right"] ?? 0, (row["wrong"] ?? 0) + (row["invented"] ?? 0), (row["missing"] ?? 0) + (row["wrong"] ?? 0)];
    all.right += good; all.wrong += bad; all.missing += gone;
    console.log(`${key.padEnd(20)} right ${String(good).padStart(5)}  wrong ${String(row["wrong"] ?? 0).padStart(4)}  missing ${String(row["missing"] ?? 0).padStart(4)}  invented ${String(row["invented"] ?? 0).padStart(4)}  F1 ${percent(f1(good, bad, gone))}`);
  }
  console.log(`all header fields    F1 ${percent(f1(all.right, all.wrong, all.missing))}   documents fully right ${count.fully}/${count.documents} ${percent(count.fully / Math.max(1, count.documents))}`);
  if (lines.documents > 0) console.log(`lines                F1 ${percent(f1(lines.right, lines.wrong, lines.missing))}   whole table exact ${lines.exact}/${lines.documents} ${percent(lines.exact / lines.documents)}`);
  for (const [level, { right, wrong }] of [...levels].sort()) console.log(`${level.padEnd(20)} right ${right} of ${right + wrong} ${percent(right / (right + wrong))}`);
  console.log(`confidence → right   ${bins.map((bin, i) => (bin.all > 0 ? `${(i / 10).toFixed(1)}: ${percent(bin.right / bin.all)} of ${bin.all}` : "")).filter(Boolean).join(", ")}`);
  console.log(`arithmetic complete  ${count.complete}; every field a payment needs proven (or not on the document): ${count.proven}/${count.documents} ${percent(count.proven / Math.max(1, count.documents))}, of these all right ${count.provenRight}`);
  if (verbose) for (const miss of misses) console.log(`  ${miss}`);
}

function isProven(reading: Reading, path: FieldPath): boolean {
  return reading.fields[path]?.level === "proven";
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
