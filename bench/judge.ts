// Our own rules against the official ones run by SaxonJS, warm, on the same documents in one run:
//   node scripts/bench.mjs judge ARTEFACTS FOLDER… [--rounds 3]
// Both are asked the same rule sets. A document counts only if both find the same; the ratio is of median times per document.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { judge, type RuleSet } from "@counterfoil/einvoice";
import { openOfficial, OfficialError } from "../src/platform/judging/official.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: "string", default: "3" }, most: { type: "string", default: "40" } } });
const [artefacts, ...folders] = positionals;
if (!artefacts || folders.length === 0) {
  console.error("usage: node scripts/bench.mjs judge ARTEFACTS FOLDER… [--rounds 3] [--most 40]");
  process.exit(2);
}
const filesBelow = (path: string): string[] => (statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((name) => filesBelow(join(path, name))) : /\.xml$/i.test(path) ? [path] : []);
const everything = folders.flatMap(filesBelow);
const files = everything.filter((_, index) => index % Math.ceil(everything.length / Number(values.most)) === 0);
const median = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1]!;
const milliseconds = async (work: () => unknown): Promise<number> => {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e6;
};

const official = await openOfficial(artefacts);
const rounds = Number(values.rounds);
const [ours, theirs]: number[][] = [[], []];
let different = 0;
for (const file of files) {
  const bytes = readFileSync(file);
  const rules: RuleSet[] = ["EN16931"];
  const verdict = judge(bytes, { rules, fragment: true });
  const xml = bytes.toString("utf8").replace(/^\uFEFF/, "");
  try {
    const { findings } = await official.judge(xml, verdict.syntax, rules); // warms up, too
    const said = (list: readonly { rule: string; count: number }[]): string => list.map(({ rule, count }) => `${rule} ${count}`).sort().join();
    if (said(findings) !== said(verdict.findings)) {
      different += 1;
      continue;
    }
  } catch (error) {
    if (!(error instanceof OfficialError)) throw error;
    console.log(`${file}: ${error.message}`);
    continue;
  }
  const slow: number[] = [];
  for (let round = 0; round < rounds; round += 1) slow.push(await milliseconds(() => official.judge(xml, verdict.syntax, rules)));
  theirs!.push(median(slow));
  const quick: number[] = [];
  for (let round = 0; round < 50; round += 1) quick.push(await milliseconds(() => judge(bytes, { rules })));
  ours!.push(median(quick.slice(20)));
}
await official.close();
const sum = (times: number[]): number => times.reduce((total, time) => total + time, 0);
console.log(`${ours!.length} documents, ${different} with different findings. Parsing and judging, warm, median per document: ours ${median([...ours!]).toFixed(2)} ms (slowest ${Math.max(...ours!).toFixed(2)} ms), ` +
  `SaxonJS ${median([...theirs!]).toFixed(0)} ms. In sum ours is ${(sum(theirs!) / sum(ours!)).toFixed(0)} times as fast.`);
process.exitCode = different > 0 || Math.max(...ours!) > 5 ? 1 : 0;
