/**
 * What one correction is worth: `node scripts/bench.mjs memory [--firms 60] [--next 5] [--seed S] [--noise 0.02] [--verbose]`.
 * Firms are drawn until so many of them have a misread first document. A person corrects and confirms that one document;
 * then the firm's next documents are read without and with what was learned. Counted are wrong, missing and invented
 * header fields and item tables that are not exact, by field; `harm` are those that only memory got wrong.
 * `--noise` reads the words as a recogniser gives them: that share of words has one letter changed.
 */
import { parseArgs } from "node:util";
import { NO_MEMORY, readWords, replay, teach, toFlat, type Correction, type FieldPath, type Memory, type PageWords, type Reading, type TaughtLine } from "@counterfoil/extract";
import { layOut } from "../packages/extract/lines.ts";
import { recognise } from "../packages/extract/memory.ts";
import { wordsFromGlyphs } from "../packages/extract/words.ts";
import { glyphsOf, makeSpecimen, randomFrom, type Specimen } from "@counterfoil/specimens";
import { HEADER, scoreLines, valueAt, verdictOf } from "./reading-judge.ts";
import type { Truth } from "./reading-documents.ts";

const { values } = parseArgs({ options: { firms: { type: "string", default: "60" }, next: { type: "string", default: "5" }, seed: { type: "string", default: "memory" }, noise: { type: "string", default: "0" }, verbose: { type: "boolean", default: false }, "min-fewer": { type: "string" }, "max-harm": { type: "string" } } });

type Row = { before: number; after: number; harm: number };
const rows = new Map<string, Row>();
const row = (key: string): Row => rows.get(key) ?? rows.set(key, { before: 0, after: 0, harm: 0 }).get(key)!;

/** Names of what is wrong in a reading: header fields, and "lines" for a table that is not exact. */
function errorsOf(reading: Reading, truth: Truth): Set<string> {
  const wrong = new Set<string>();
  for (const key of HEADER) {
    const verdict = verdictOf(truth, key, reading.fields[key as FieldPath]?.value);
    if (verdict !== undefined && verdict !== "right" && verdict !== "rightly_absent") wrong.add(key);
  }
  const table = scoreLines(truth, toFlat(reading).lines);
  if (table && !table.exact) wrong.add("lines");
  return wrong;
}

function wordsOf(specimen: Specimen): PageWords[] {
  const noise = Number(values.noise);
  const random = randomFrom(`${specimen.seed}/noise`);
  return specimen.pages.map((page, i): PageWords => {
    const words = wordsFromGlyphs(glyphsOf(page), i + 1);
    const seen = noise === 0 ? words : words.map((word) => ({ ...word, confidence: 0.9, text: random.chance(noise) && /^\p{L}{4,}$/u.test(word.text) ? misread(word.text, random.int(0, word.text.length - 1)) : word.text }));
    return { number: i + 1, width: page.width, height: page.height, words: seen, source: noise === 0 ? "text" : "ocr", reason: "specimen" } as PageWords;
  });
}
const misread = (text: string, at: number): string => `${text.slice(0, at)}${({ e: "c", i: "l", l: "i", o: "0", n: "m", m: "n", a: "o", s: "5", t: "f", r: "n" } as Record<string, string>)[text[at]!.toLowerCase()] ?? "x"}${text.slice(at + 1)}`;

/** What a person types who looks at the document: the printed values; what was read right stays as it was read. */
function correctionsOf(reading: Reading, truth: Truth): { corrections: Correction[]; lines: TaughtLine[] | undefined } {
  const corrections = HEADER.flatMap((key): Correction[] => {
    const got = reading.fields[key as FieldPath]?.value;
    const verdict = verdictOf(truth, key, got);
    if (verdict === undefined) return [];
    const wanted = valueAt(truth, key);
    return [{ path: key as FieldPath, value: verdict === "right" ? got! : wanted === null ? null : String(wanted) }];
  });
  return { corrections, lines: truth["lines"] as TaughtLine[] | undefined };
}

let [firms, tried, documents, fixes, breaks] = [0, 0, 0, 0, 0];
let [misreadFirms, helped, known] = [0, 0, 0];
for (; firms < Number(values.firms) && tried < 4000; tried++) {
  const firm = `${values.seed}-firm-${tried}`;
  const first = makeSpecimen(`${firm}/0`, { firm });
  if (first.truth.documentType === "other") continue;
  const truth = first.truth as unknown as Truth;
  const pages = wordsOf(first);
  const reading = readWords(pages);
  const wrong = errorsOf(reading, truth);
  if (wrong.size === 0) continue;
  firms++;
  const { corrections, lines } = correctionsOf(reading, truth);
  const supplier = first.story.seller.name;
  const memory: Memory = teach(NO_MEMORY, pages, supplier, corrections, lines);
  const same = errorsOf(readWords(pages, { memory }), truth);
  if (values.verbose) console.log(`\n${firm} ${first.family}-${first.language} ${first.story.kind}: first ${[...wrong].join(" ")} → ${[...same].join(" ") || "all right"}`);
  let [before, after] = [0, 0];
  const confirmed: Parameters<typeof replay>[2][number][] = [];
  for (let i = 1; i <= Number(values.next); i++) {
    const next = makeSpecimen(`${firm}/${i}`, { firm });
    if (next.truth.documentType === "other") continue;
    documents++;
    const words = wordsOf(next);
    const answer = next.truth as unknown as Truth;
    const [without, withIt] = [readWords(words), readWords(words, { memory })];
    if (recognise(memory, layOut(words))) known++;
    else if (values.verbose) console.log(`  ${i} is not recognised`);
    const [old, now] = [errorsOf(without, answer), errorsOf(withIt, answer)];
    before += old.size;
    after += now.size;
    for (const key of new Set([...old, ...now])) {
      for (const each of [row(key), row("all"), row(first.story.kind === "receipt" ? "(receipts)" : "(invoices)")]) {
        if (old.has(key)) each.before++;
        if (now.has(key)) each.after++;
        if (now.has(key) && !old.has(key)) each.harm++;
      }
      if (values.verbose && now.has(key)) console.log(`  ${i} ${key}${old.has(key) ? "" : " HARM"}: ${key === "lines" ? scoreLines(answer, toFlat(withIt).lines)!.misses.slice(0, 4).join("; ") : `want ${JSON.stringify(valueAt(answer, key))} without ${JSON.stringify(without.fields[key as FieldPath]?.value)} with ${JSON.stringify(withIt.fields[key as FieldPath]?.value)} ${withIt.fields[key as FieldPath]?.checks.join(",")}`}`);
    }
    confirmed.push({ pages: words, values: Object.fromEntries(correctionsOf(without, answer).corrections.map(({ path, value }) => [path, value])) });
  }
  if (before > 0) misreadFirms++;
  if (before > 0 && after < before) helped++;
  const result = replay(NO_MEMORY, memory, confirmed);
  fixes += result.fixes;
  breaks += result.breaks;
}

const percent = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);
console.log(`${tried} firms drawn, ${firms} with a misread first document; ${documents} next documents, ${known} of them recognised; ${misreadFirms} firms err again, ${helped} of them helped; replay: fixes ${fixes}, breaks ${breaks}`);
console.log("| what | errors before | after | fewer | harm |\n|---|---|---|---|---|");
for (const [key, { before, after, harm }] of [...rows].sort((a, b) => b[1].before - a[1].before)) console.log(`| ${key} | ${before} | ${after} | ${percent(before - after, before)} | ${harm} |`);
const all = row("all");
if ((all.before - all.after) / Math.max(1, all.before) < Number(values["min-fewer"] ?? -1) || all.harm / Math.max(1, documents) > Number(values["max-harm"] ?? Infinity)) {
  console.error("Below what was asked for.");
  process.exitCode = 1;
}
