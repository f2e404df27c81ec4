/**
 * How well invented documents of layouts never seen are read: `node scripts/bench.mjs specimens [--count 2000] [--seed S]
 * [--languages de,fr] [--families a,b | --families reserved] [--verbose] [--min-header 0.97 --min-tables 0.85 --min-noticed 0.99]`. Header fields by F1, tables by
 * being exact as a whole, then the same documents with one digit of one amount changed: how many of those are noticed (the
 * proof is contradictory, or an equation over what is printed fails), how many give the wrong amount as proven, and how many
 * untouched ones are suspected. A changed amount that stands in no printed equation (bench/specimen-sums.ts) is counted apart.
 * By language and by family. Seeds of training are others than these, and no training sees a reserved family.
 */
import { parseArgs } from "node:util";
import { readPdfWords, readWords, toFlat, type FieldPath, type Reading } from "@counterfoil/extract";
import { makeSpecimen, randomFrom, reservedFamilies, withOneDigitChanged, writePdf, type Language, type Specimen } from "@counterfoil/specimens";
import { f1, HEADER, scoreLines, verdictOf } from "./reading-judge.ts";
import type { Truth } from "./reading-documents.ts";
import { printedSums } from "./specimen-sums.ts";

const { values } = parseArgs({ options: {
  count: { type: "string", default: "2000" }, seed: { type: "string", default: "unseen" }, languages: { type: "string" }, families: { type: "string" }, verbose: { type: "boolean", default: false },
  "min-header": { type: "string" }, "min-tables": { type: "string" }, "min-noticed": { type: "string" },
} });
const list = (text: string | undefined): string[] | undefined => text?.split(",").filter(Boolean);

const chosen = values.families === "reserved" ? [...reservedFamilies] : list(values.families);

type Row = { documents: number; right: number; wrong: number; missing: number; tables: number; exact: number; spoiled: number; unfindable: number; noticed: number; trusted: number; held: number; cleanHeld: number; clean: number; suspected: number };
const emptyRow = (): Row => ({ documents: 0, right: 0, wrong: 0, missing: 0, tables: 0, exact: 0, spoiled: 0, unfindable: 0, noticed: 0, trusted: 0, held: 0, cleanHeld: 0, clean: 0, suspected: 0 });
const all = emptyRow();
const unseen = emptyRow();
const open = emptyRow();
const byLanguage = new Map<string, Row>();
const byFamily = new Map<string, Row>();
const byField = new Map<string, Row>();
const layouts = new Set<string>();
/** Changes that went unnoticed, and proofs that are not complete, by what would have told. */
const unnoticed = new Map<string, number>();
const incomplete = new Map<string, number>();
const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
let ms = 0;
let pages = 0;

for (let i = 0; i < Number(values.count); i++) {
  const specimen = makeSpecimen(`${values.seed}-${i}`, { languages: list(values.languages) as Language[] | undefined, families: chosen });
  layouts.add(specimen.layout);
  const truth = specimen.truth as unknown as Truth;
  const bytes = writePdf(specimen.pages);
  const began = performance.now();
  const reading = await read(bytes);
  ms += performance.now() - began;
  pages += specimen.pages.length;
  const rows = [all, reservedFamilies.includes(specimen.family) ? unseen : open, rowOf(byLanguage, specimen.language), rowOf(byFamily, specimen.family)];
  const flat = toFlat(reading);
  for (const row of rows) row.documents++;
  for (const key of HEADER) {
    const got = reading.fields[key as FieldPath]?.value;
    const verdict = verdictOf(truth, key, got);
    if (verdict === undefined || verdict === "rightly_absent") continue;
    for (const row of [...rows, rowOf(byField, key)]) {
      if (verdict === "right") row.right++;
      if (verdict === "wrong" || verdict === "invented") row.wrong++;
      if (verdict === "wrong" || verdict === "missing") row.missing++;
    }
    if (values.verbose && verdict !== "right") console.log(`${name(specimen.family, specimen.language, i)}  ${key}: ${verdict}, got ${JSON.stringify(got)}`);
  }
  const table = scoreLines(truth, flat.lines);
  if (table) for (const row of rows) {
    row.tables++;
    if (table.exact) row.exact++;
  }
  if (values.verbose && table && !table.exact) console.log(`${name(specimen.family, specimen.language, i)}  lines: ${table.misses.slice(0, 3).join("; ")}`);
  if (specimen.truth.documentType === "other") continue;
  const spoiled = withOneDigitChanged(specimen, randomFrom(`${values.seed}-${i}/digit`));
  if (!spoiled) continue;
  const second = await read(writePdf(spoiled.pages));
  const sums = printedSums(specimen, spoiled.path);
  for (const row of rows) {
    row.clean++;
    if (isSuspicious(reading)) row.suspected++;
    if (reading.proof !== "complete") row.cleanHeld++;
    if (isTrusted(second, spoiled.path)) row.trusted++;
    if (sums.length === 0) row.unfindable++;
    else {
      row.spoiled++;
      if (isSuspicious(second)) row.noticed++;
      if (second.proof !== "complete") row.held++;
    }
  }
  if (!isSuspicious(second)) count(unnoticed, `${spoiled.path.replace(/\d+/, "N")} | ${sums.join(", ") || "no printed equation"} | ${reading.proof}`);
  if (reading.proof !== "complete") count(incomplete, whyIncomplete(specimen, reading));
  if (values.verbose && !isSuspicious(second)) console.log(`${name(specimen.family, specimen.language, i)}  digit of ${spoiled.path} ${spoiled.from} → ${spoiled.to} not noticed (proof ${second.proof}; printed: ${sums.join(", ") || "no equation"})`);
  if (values.verbose && reading.proof !== "complete") console.log(`${name(specimen.family, specimen.language, i)}  proof ${reading.proof}: ${whyIncomplete(specimen, reading)}`);
  if (values.verbose && isSuspicious(reading)) console.log(`${name(specimen.family, specimen.language, i)}  suspected without cause: ${reading.checks.filter((check) => !check.holds).map((check) => check.equation).join("; ")}`);
}

const percent = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);
console.log(`${all.documents} documents of ${layouts.size} layouts, ${pages} pages, ${(ms / pages).toFixed(1)} ms a page`);
console.log("| | n | header F1 | table exact | digit noticed | of | in no equation | spoiled, yet proven | false alarms | proof not complete: spoiled / clean |\n|---|---|---|---|---|---|---|---|---|---|");
for (const [label, row] of [["all", all], ["new layouts of known families", open], ["reserved families", unseen], ...[...byLanguage].sort(), ...[...byFamily].sort()] as [string, Row][]) console.log(`| ${label} | ${row.documents} | ${(100 * f1(row.right, row.wrong, row.missing)).toFixed(1)} | ${percent(row.exact, row.tables)} | ${percent(row.noticed, row.spoiled)} | ${row.spoiled} | ${row.unfindable} | ${percent(row.trusted, row.clean)} | ${percent(row.suspected, row.clean)} | ${percent(row.held, row.spoiled)} / ${percent(row.cleanHeld, row.clean)} |`);
console.log("| field | right | wrong | missing | F1 |\n|---|---|---|---|---|");
for (const [key, row] of byField) console.log(`| ${key} | ${row.right} | ${row.wrong} | ${row.missing} | ${(100 * f1(row.right, row.wrong, row.missing)).toFixed(1)} |`);
for (const [title, counts] of [["changed amount, not noticed | printed equations with it | proof of the clean one", unnoticed], ["clean, proof not complete", incomplete]] as const) {
  if (counts.size > 0) console.log(`| ${title} | n |\n|${"---|".repeat(title.split("|").length + 1)}`);
  for (const [key, n] of [...counts].sort((x, y) => y[1] - x[1]).slice(0, 25)) console.log(`| ${key} | ${n} |`);
}
const header = f1(all.right, all.wrong, all.missing);
const tables = all.exact / Math.max(1, all.tables);
if (header < Number(values["min-header"] ?? 0) || tables < Number(values["min-tables"] ?? 0) || all.noticed / Math.max(1, all.spoiled) < Number(values["min-noticed"] ?? 0)) {
  console.error("Below what was asked for.");
  process.exitCode = 1;
}

async function read(bytes: Uint8Array): Promise<Reading> {
  const pdf = await readPdfWords(bytes);
  return readWords(pdf.pages, { problems: pdf.problems });
}

/** What of the sums was not found in the untouched document. */
function whyIncomplete(specimen: Specimen, reading: Reading): string {
  const checks = new Set(reading.checks.filter((check) => check.holds).map((check) => check.name));
  const missing = [...(reading.lines.length !== specimen.story.lines.length ? ["lines misread"] : !checks.has("lines_sum") ? ["lines lead to no total"] : []), ...(reading.fields.grossTotal || reading.fields.amountDue ? [] : ["no total"]),
    ...(["netTotal", "taxTotal", "grossTotal", "amountDue"] as const).filter((path) => specimen.truth[path] !== undefined && reading.fields[path] && Number(reading.fields[path].value) !== Number(specimen.truth[path])).map((path) => `${path} wrong`)];
  return `${reading.proof}: ${missing.join(", ") || "an amount stands in no equation"}`;
}

/** A person is asked to look at the sums: they contradict each other, or an equation over what is printed fails. */
function isSuspicious(reading: Reading): boolean {
  return reading.proof === "contradictory" || reading.checks.some((check) => !check.holds);
}

/** The spoiled amount comes out as proven: the one thing that must not happen. */
function isTrusted(reading: Reading, path: string): boolean {
  const [, line] = /^lines\.(\d+)\.netAmount$/.exec(path) ?? [];
  const field = line === undefined ? reading.fields[path as FieldPath] : reading.lines[Number(line)]?.netAmount;
  return field?.level === "proven" && field.source !== "derived";
}

function rowOf(rows: Map<string, Row>, key: string): Row {
  const row = rows.get(key) ?? emptyRow();
  rows.set(key, row);
  return row;
}

function name(family: string, language: string, index: number): string {
  return `${family}-${language}-${values.seed}-${index}`;
}
