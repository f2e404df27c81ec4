/**
 * How well the fields beyond those of a payment are read on invented documents: `node scripts/bench.mjs fields [--count 300]
 * [--seed S] [--languages de,fr] [--verbose]`. Right, wrong, missing and invented by field, and the accounts a page lists.
 */
import { parseArgs } from "node:util";
import { readPdfWords, readWords, type FieldPath } from "@counterfoil/extract";
import { makeSpecimen, writePdf, type Language } from "@counterfoil/specimens";
import { isRight } from "./reading-judge.ts";

const { values } = parseArgs({ options: { count: { type: "string", default: "300" }, seed: { type: "string", default: "fields" }, languages: { type: "string" }, verbose: { type: "boolean", default: false } } });
const languages = values.languages?.split(",") as Language[] | undefined;

type Row = { right: number; wrong: number; missing: number; invented: number; proven: number; provenWrong: number };
const rows = new Map<string, Row>();
const rowOf = (name: string): Row => {
  const row = rows.get(name) ?? { right: 0, wrong: 0, missing: 0, invented: 0, proven: 0, provenWrong: 0 };
  rows.set(name, row);
  return row;
};
const squeezed = (text: string): string => text.replace(/[^A-Za-z0-9]/g, "");

for (let i = 0; i < Number(values.count); i++) {
  const specimen = makeSpecimen(`${values.seed}-${i}`, { languages });
  const { further, accounts } = specimen.truth;
  if (!further || !accounts) continue;
  const pdf = await readPdfWords(writePdf(specimen.pages));
  const reading = readWords(pdf.pages, { problems: pdf.problems });
  const tell = (path: string, verdict: string, wanted: unknown, got: unknown): void => { if (values.verbose && verdict !== "right") console.log(`${specimen.family}-${specimen.language}-${values.seed}-${i}  ${path}: ${verdict}, want ${JSON.stringify(wanted)} got ${JSON.stringify(got)}`); };
  for (const [path, wanted] of Object.entries(further)) {
    const field = path === "taxes.reason" ? reading.taxes.find((tax) => tax.reason)?.reason : reading.fields[path as FieldPath];
    const got = field?.value;
    if (wanted === null && got === undefined) continue;
    const right = wanted !== null && got !== undefined && (/^(?:period|deliveryDate)/.test(path) ? wanted === got : /^(?:note|taxes\.reason)$/.test(path) ? isRight("description", wanted, got) : /^(?:tendered|change)$/.test(path) ? Number(wanted) === Number(got) : isRight(path, wanted, got));
    const verdict = wanted === null ? "invented" : got === undefined ? "missing" : right ? "right" : "wrong";
    const row = rowOf(path);
    row[verdict]++;
    if (field?.level === "proven") { row.proven++; if (!right) row.provenWrong++; }
    tell(path, verdict, wanted, got);
  }
  if (specimen.truth.lines?.length === reading.lines.length) specimen.truth.lines.forEach((line, index) => (["periodStart", "periodEnd"] as const).forEach((cell) => {
    const got = reading.lines[index]![cell]?.value;
    const verdict = line[cell] === undefined ? (got === undefined ? null : "invented") : got === undefined ? "missing" : got === line[cell] ? "right" : "wrong";
    if (!verdict) return;
    rowOf(`lines.${cell}`)[verdict]++;
    tell(`lines.${index}.${cell}`, verdict, line[cell], got);
  }));
  const found = reading.accounts.map((account) => squeezed((account.iban ?? account.number)?.value ?? ""));
  const all = reading.accounts.flatMap((account) => [account.iban, account.number].flatMap((field) => (field ? [squeezed(field.value)] : [])));
  for (const account of new Set(accounts.map(squeezed))) {
    const verdict = all.includes(account) ? "right" : "missing";
    rowOf("accounts")[verdict]++;
    tell("accounts", verdict, account, found);
  }
  for (const account of found) if (!accounts.some((each) => squeezed(each) === account)) { rowOf("accounts").invented++; tell("accounts", "invented", accounts, account); }
}

console.log("| field | right | wrong | missing | invented | precision | recall | proven (wrong) |\n|---|---|---|---|---|---|---|---|");
const percent = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);
for (const [name, row] of [...rows].sort(([a], [b]) => a.localeCompare(b))) console.log(`| ${name} | ${row.right} | ${row.wrong} | ${row.missing} | ${row.invented} | ${percent(row.right, row.right + row.wrong + row.invented)} | ${percent(row.right, row.right + row.wrong + row.missing)} | ${row.proven} (${row.provenWrong}) |`);
