// Asks our own rules the cases of a folder: node scripts/bench.mjs unit-cases FOLDER [--verbose]
// FOLDER/cases.jsonl has one case a line: { id, suite, rule, doc, expect: success | error | warning, count?, fired?, flag? }. A rule counts only
// if all its cases are right: it fires (as often as stated, with the stated severity) or does not.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { judge, type RuleSet } from "@counterfoil/einvoice";

type Case = { id: string; suite: string; rule: string; doc: string; expect: "success" | "error" | "warning"; count?: number; fired?: number; flag?: string };

const [folder, verbose] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node scripts/bench.mjs unit-cases FOLDER [--verbose]");
  process.exit(2);
}
const cases = readFileSync(join(folder, "cases.jsonl"), "utf8").trim().split("\n").map((line) => JSON.parse(line) as Case);
const wrong = new Map<string, string[]>();
const rules = new Map<string, Set<string>>();
let right = 0;
for (const one of cases) {
  const set: RuleSet = one.suite.startsWith("peppol") ? "PEPPOL" : one.suite.startsWith("xrechnung") ? "XRECHNUNG" : "EN16931";
  const key = `${one.suite} ${one.rule}`;
  rules.set(one.suite, (rules.get(one.suite) ?? new Set()).add(one.rule));
  let said: string;
  try {
    const found = judge(readFileSync(join(folder, one.doc)), { rules: [set], fragment: true }).findings.find(({ rule }) => rule === one.rule);
    const count = found?.count ?? 0;
    const expected = one.expect === "success" ? 0 : (one.count ?? one.fired);
    const wanted = one.expect === "warning" ? "warning" : one.flag;
    const severity = found && wanted && found.severity !== wanted ? ` as ${found.severity} instead of ${wanted}` : "";
    said = (one.expect === "success" ? count === 0 : count > 0 && (expected === undefined || count === expected)) && severity === "" ? "" : `fired ${count} times, expected ${expected ?? "some"}${severity}`;
  } catch (error) {
    said = String(error);
  }
  if (said === "") right += 1;
  else wrong.set(key, [...(wrong.get(key) ?? []), `${one.id}: ${said}`]);
}
console.log(`${right} of ${cases.length} cases right.`);
for (const [suite, names] of rules) console.log(`${suite}: ${names.size - [...names].filter((name) => wrong.has(`${suite} ${name}`)).length} of ${names.size} rules right.`);
for (const [key, texts] of wrong) console.log(`wrong: ${key}${verbose ? `\n  ${texts.join("\n  ")}` : ` (${texts.length})`}`);
process.exitCode = wrong.size > 0 ? 1 : 0;
