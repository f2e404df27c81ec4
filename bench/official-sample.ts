// Invented invoices, as we write them, put to the official rules run by SaxonJS, and to ours:
//   node scripts/bench.mjs official-sample ARTEFACTS [--count 300] [--seed 1]
// Half go through UBL, half through CII. Anything fatal, or a verdict that differs from ours, ends with 1.
import { parseArgs } from "node:util";
import { fitted, judge, writeCii, writeUbl } from "@counterfoil/einvoice";
import { inventedInvoice } from "../packages/einvoice/invented.ts";
import { openOfficial } from "../src/platform/judging/official.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { count: { type: "string", default: "300" }, seed: { type: "string", default: "1" } } });
if (!positionals[0]) {
  console.error("usage: node scripts/bench.mjs official-sample ARTEFACTS [--count 300] [--seed 1]");
  process.exit(2);
}
const official = await openOfficial(positionals[0]);
const [count, seed] = [Number(values.count), Number(values.seed)];
let [fatal, different] = [0, 0];
for (let at = 0; at < count; at += 1) {
  const { invoice } = fitted(inventedInvoice(seed + at), "en16931");
  const xml = at % 2 === 0 ? writeUbl(invoice) : writeCii(invoice);
  const syntax = at % 2 === 0 ? "UBL" : "CII";
  const theirs = (await official.judge(Buffer.from(xml).toString("utf8"), syntax, ["EN16931"])).findings.filter((finding) => finding.severity === "fatal");
  const ours = judge(xml, { rules: ["EN16931"], fragment: true }).findings.filter((finding) => finding.severity === "fatal");
  if (theirs.length > 0) console.log(`seed ${seed + at}, ${syntax}: ${theirs.map(({ rule, text }) => `${rule} ${text}`).join("; ").slice(0, 300)}`);
  fatal += theirs.length > 0 ? 1 : 0;
  different += theirs.map(({ rule }) => rule).sort().join() === ours.map(({ rule }) => rule).sort().join() ? 0 : 1;
}
await official.close();
console.log(`${count} invented invoices by the official rules of EN 16931: ${fatal} with a fatal finding, ${different} judged otherwise by ours.`);
process.exitCode = fatal + different > 0 ? 1 : 0;
