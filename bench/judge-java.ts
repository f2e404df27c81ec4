// Our own rules against the official ones run by Java's Saxon, a second engine beside SaxonJS:
//   node scripts/bench.mjs judge-java ARTEFACTS SAXON.jar FOLDER… [--mutations 200] [--seed 1]
// All full documents below the folders, and as many of them again with an amount, date or code changed or an element gone.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { judge, XmlError } from "@counterfoil/einvoice";
import { findArtefacts, withIncludes } from "../src/platform/judging/official.ts";
import { schematronToXslt } from "../src/platform/judging/schematron.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { mutations: { type: "string", default: "200" }, seed: { type: "string", default: "1" } } });
const [artefacts, jar, ...folders] = positionals;
if (!artefacts || !jar || folders.length === 0) {
  console.error("usage: node scripts/bench.mjs judge-java ARTEFACTS SAXON.jar FOLDER… [--mutations 200] [--seed 1]");
  process.exit(2);
}
const work = mkdtempSync(join(tmpdir(), "counterfoil-java-"));
process.once("exit", () => rmSync(work, { recursive: true, force: true }));
const saxon = (from: string, sheet: string, to: string): void => {
  try {
    execFileSync("java", ["-Xmx2g", "-cp", jar, "net.sf.saxon.Transform", `-s:${from}`, `-xsl:${sheet}`, `-o:${to}`], { stdio: "pipe", maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    // A document on which the rules break off has no answer; the others have theirs.
    if (!existsSync(to)) throw error;
  }
};
const filesBelow = (path: string): string[] => (statSync(path).isDirectory() ? readdirSync(path).sort().flatMap((name) => filesBelow(join(path, name))) : /\.xml$/i.test(path) ? [path] : []);

let state = Number(values.seed) >>> 0;
const random = (below: number): number => { state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; return Math.floor((state / 2 ** 32) * below); };
/** One text changed or one small element taken away, somewhere in the document. */
function mutated(xml: string): string {
  const leaves = [...xml.matchAll(/<(\w+:?\w*)( [^<>]*)?>([^<>]+)<\/\1>/g)];
  const leaf = leaves[random(leaves.length)];
  if (!leaf) return xml;
  const [whole, name, attributes = "", text = ""] = leaf;
  const other = /^-?\d+(\.\d+)?$/.test(text) ? (Number(text) + 1).toFixed(2) : /^\d{4}-\d\d-\d\d$/.test(text) ? "2031-02-28" : /^[A-Z]{2,3}$/.test(text) ? "XX" : `${text}9`;
  const by = random(3) === 0 ? "" : `<${name}${attributes}>${other}</${name}>`;
  return xml.slice(0, leaf.index) + by + xml.slice(leaf.index + whole.length);
}

const documents = folders.flatMap(filesBelow).flatMap((path) => {
  const bytes = readFileSync(path);
  try {
    return [{ name: path, xml: bytes.toString("utf8").replace(/^\uFEFF/, ""), syntax: judge(bytes, { rules: ["EN16931"] }).syntax }];
  } catch (error) {
    if (error instanceof XmlError) return [];
    throw error;
  }
});
const whole = documents.length;
for (let n = 0; n < Number(values.mutations); n += 1) { const of = documents[random(whole)]!; documents.push({ ...of, name: `${of.name} #${n}`, xml: mutated(of.xml) }); }
writeFileSync(join(work, "schematron.xsl"), schematronToXslt);
let [asked, alike, brokeOff] = [0, 0, 0];
for (const { set, syntax, file } of findArtefacts(artefacts)) {
  if (!/\.sch$/i.test(file)) continue;
  const folder = join(work, `${set}-${syntax}`);
  for (const name of ["in", "out"]) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, "rules.sch"), withIncludes(file, artefacts));
  saxon(join(folder, "rules.sch"), join(work, "schematron.xsl"), join(folder, "rules.xsl"));
  const mine = documents.filter((one) => one.syntax === syntax && judge(Buffer.from(one.xml)).rules.includes(set));
  mine.forEach((one, index) => writeFileSync(join(folder, "in", `${index}.xml`), one.xml));
  if (mine.length === 0) continue;
  saxon(join(folder, "in"), join(folder, "rules.xsl"), join(folder, "out"));
  mine.forEach((one, index) => {
    asked += 1;
    const answer = join(folder, "out", `${index}.xml`);
    const text = existsSync(answer) ? readFileSync(answer, "utf8") : "";
    if (!text.includes("failures")) { brokeOff += 1; return; }
    const counts = new Map<string, number>();
    for (const [, rule] of text.matchAll(/<failed[^>]*?\brule="([^"]+)"/g)) counts.set(rule!, (counts.get(rule!) ?? 0) + 1);
    const ours = judge(Buffer.from(one.xml), { rules: [set], fragment: true }).findings;
    const said = (list: Iterable<readonly [string, number]>) => [...list].map(([rule, count]) => `${rule}×${count}`).sort().join(" ");
    const [theirs, own] = [said(counts), said(ours.map(({ rule, count }) => [rule, count] as const))];
    if (theirs === own) alike += 1;
    else console.log(`${set} ${one.name}\n  Saxon: ${theirs}\n  ours:  ${own}`);
  });
}
console.log(`${whole} documents and ${documents.length - whole} changed ones, ${asked} verdicts by Java's Saxon: ${alike} as ours, ${asked - alike - brokeOff} otherwise, ${brokeOff} where the official rules broke off.`);
process.exitCode = alike + brokeOff === asked ? 0 : 1;
