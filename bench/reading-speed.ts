/**
 * What reading costs beside what people use otherwise: `node scripts/bench.mjs reading-speed [--documents N] [--scans N] [--runs N] FOLDER`.
 * FOLDER holds PDFs and pictures (folders in it too). In one run, by turns: text PDFs warm (one reader, second pass) and
 * cold (the command from the shell) against `pdftotext` with a script of patterns, and invoice2data where that is
 * installed; scans against the bare Tesseract command; memory of the whole family of processes; 1,000 generated documents
 * through one reader; generated documents of 1 to 200 pages. Ends with 1 when a bar is missed. Times are those of the clock;
 * what an empty Node process takes tells how busy the machine is (40 ms on an idle one).
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readPdfWords } from "@counterfoil/extract";
import { makeSpecimen, writePdf, type Page } from "@counterfoil/specimens";
import { createReader, type Reader } from "../src/platform/reading/child.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const command = join(root, "bin", "counterfoil.mjs");
const { values, positionals } = parseArgs({ allowPositionals: true, options: { documents: { type: "string", default: "60" }, scans: { type: "string", default: "12" }, runs: { type: "string", default: "7" }, many: { type: "string", default: "1000" } } });
if (positionals.length === 0) {
  console.error("Say which folder holds PDFs and scans: node scripts/bench.mjs reading-speed [--documents N] [--scans N] [--many N] FOLDER");
  process.exit(2);
}
/** What the product promises. */
const BARS = { warmMs: 30, coldMs: 700, ocrRatio: 1.2, digitalMb: 300, ocrMb: 700, growth: 1.15, perPage: 1.5 };

execFileSync(process.execPath, [join(root, "scripts", "build.mjs"), "--no-web", "--quiet"]);
const scratch = mkdtempSync(join(tmpdir(), "reading-speed-"));
process.once("exit", () => rmSync(scratch, { recursive: true, force: true }));
const missed: string[] = [];
const files = positionals.flatMap(filesIn);
const pdfs = await textPdfs(spreadOver(files.filter((path) => /\.pdf$/i.test(path)), 4 * Number(values.documents)), Number(values.documents));
const scans = spreadOver(files.filter((path) => /\.(?:png|jpe?g|tiff?)$/i.test(path)), Number(values.scans));

const reader = createReader({ size: 1, parserPath: join(root, "dist", "parser.js") });
await warm(reader);
await cold();
await ocr(reader);
await memoryOf("digital, memory of the command and its children", pdfs.map(({ path }) => path), BARS.digitalMb);
await memoryOf("OCR, the same", scans, BARS.ocrMb);
await reader.close();
if (Number(values.many) > 0) await thousand();
await long();
for (const line of missed) console.log(`MISSED  ${line}`);
process.exit(missed.length > 0 ? 1 : 0);

function filesIn(folder: string): string[] {
  return readdirSync(folder).sort().map((name) => join(folder, name)).flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]));
}

/** At most `count`, evenly over the list. */
function spreadOver<T>(list: readonly T[], count: number): T[] {
  return list.length <= count ? [...list] : Array.from({ length: count }, (_, i) => list[Math.floor((i * list.length) / count)]!);
}

type TextPdf = { path: string; pages: number };

/** Those whose every page has a text layer that is used. */
async function textPdfs(paths: readonly string[], count: number): Promise<TextPdf[]> {
  const found: TextPdf[] = [];
  for (const path of paths) {
    const text = await readPdfWords(new Uint8Array(readFileSync(path))).catch(() => null);
    if (text && text.pages.length > 0 && text.needsOcr.length === 0) found.push({ path, pages: text.pages.length });
  }
  return spreadOver(found, count);
}

function report(name: string, figure: string, peer: string, holds?: boolean): void {
  const verdict = holds === undefined ? "" : holds ? "holds" : "MISSED";
  console.log(`${name.padEnd(58)} ${figure.padEnd(44)} ${peer.padEnd(58)} ${verdict}`.trimEnd());
  if (holds === false) missed.push(`${name}: ${figure}`);
}

/** The value that this share of the list does not exceed. */
function at(list: readonly number[], share: number): number {
  return [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(share * list.length))]!;
}

function sum(list: readonly number[]): number {
  return list.reduce((all, one) => all + one, 0);
}

async function timeOf(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** What people write first: a label in three languages, and what stands behind it. */
function fieldsByPattern(text: string): Record<string, string | undefined> {
  const find = (pattern: RegExp): string | undefined => pattern.exec(text)?.[1]?.trim();
  return {
    number: find(/(?:invoice|rechnungs?|facture)[ -]*(?:no|nr|number|nummer|n°|#)[.: ]*([\w/-]+)/i),
    date: find(/(?:date|datum)[: ]*(\d{1,4}[./-]\d{1,2}[./-]\d{2,4})/i),
    total: find(/(?:total|gesamtbetrag|montant ttc|amount due)[^\d\n]*([\d.,' ]+\d)/i),
    vat: find(/\b((?:DE|AT|FR|NL|GB|IT|ES)[ ]?[A-Z0-9]{8,12})\b/),
    iban: find(/\b([A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?)\b/),
  };
}

function has(tool: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${tool}`]).status === 0;
}

/** Processor seconds of this process and of all below it, those that have ended among them. */
function processorSeconds(pid = process.pid): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "latin1").split(") ").at(-1)!.split(" ").slice(11, 15).map(Number);
    const below = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
    return sum(fields) / 100 + sum(below.map(processorSeconds));
  } catch {
    return 0;
  }
}

async function warm(one: Reader): Promise<void> {
  const idle = await timeOf(() => spawnSync(process.execPath, ["-e", "0"]));
  report("an empty Node process, ms", idle.toFixed(0), "");
  const ours: number[] = [];
  const peer: number[] = [];
  for (const { path } of pdfs) await one.read(readFileSync(path), { fileName: path, trustFonts: true });
  const spent = processorSeconds();
  for (const { path } of pdfs) await one.read(readFileSync(path), { fileName: path, trustFonts: true });
  const processor = (1000 * (processorSeconds() - spent)) / sum(pdfs.map(({ pages }) => pages));
  for (const [i, { path, pages }] of pdfs.entries()) {
    const bytes = readFileSync(path);
    const read = async () => void ours.push((await timeOf(() => one.read(bytes, { fileName: path, trustFonts: true }))) / pages);
    const scripted = async () => void (has("pdftotext") && peer.push((await timeOf(() => fieldsByPattern(execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8", maxBuffer: 1 << 28 })))) / pages));
    for (const turn of i % 2 ? [read, scripted] : [scripted, read]) await turn();
  }
  const median = at(ours, 0.5);
  const beside = peer.length === 0 ? "pdftotext is not installed" : `pdftotext + patterns ${at(peer, 0.5).toFixed(1)} ms, p95 ${at(peer, 0.95).toFixed(1)} ms; ratio ${(median / at(peer, 0.5)).toFixed(2)}`;
  report(`text PDF warm, ms a page (${pdfs.length} documents)`, `median ${median.toFixed(1)}, p95 ${at(ours, 0.95).toFixed(1)}, processor ${processor.toFixed(1)}`, beside, median <= BARS.warmMs);
}

async function cold(): Promise<void> {
  const path = pdfs.find(({ pages }) => pages === 1)?.path ?? pdfs[0]!.path;
  const script = `const fieldsByPattern = ${fieldsByPattern.toString()}; const { execFileSync } = await import("node:child_process"); console.log(JSON.stringify(fieldsByPattern(execFileSync("pdftotext", ["-layout", process.argv[1], "-"], { encoding: "utf8" }))));`;
  const commands: [string, string[]][] = [["ours", [process.execPath, command, "parse", path]]];
  if (has("pdftotext")) commands.push(["pdftotext + patterns", [process.execPath, "--input-type=module", "-e", script, path]]);
  if (has("invoice2data")) commands.push(["invoice2data", ["invoice2data", path]]);
  const times = new Map<string, number[]>(commands.map(([name]) => [name, []]));
  for (let run = 0; run <= Number(values.runs); run++) {
    for (const [name, [program, ...args]] of commands) {
      const took = await timeOf(() => spawnSync(program!, args, { stdio: "ignore" }));
      // The first fills the file cache for all.
      if (run > 0) times.get(name)!.push(took);
    }
  }
  const ours = at(times.get("ours")!, 0.5);
  const beside = commands.slice(1).map(([name]) => `${name} ${at(times.get(name)!, 0.5).toFixed(0)} ms, ratio ${(ours / at(times.get(name)!, 0.5)).toFixed(2)}`);
  if (!has("invoice2data")) beside.push("invoice2data is not installed");
  report("text PDF cold from the shell, ms", `median ${ours.toFixed(0)}, best ${at(times.get("ours")!, 0).toFixed(0)}`, beside.join("; "), ours <= BARS.coldMs);
}

async function ocr(one: Reader): Promise<void> {
  if (scans.length === 0) return report("OCR", "no pictures in the folder", "");
  if (!has("tesseract")) return report("OCR against the bare command", "tesseract is not installed", "see `bench.mjs ocr` for the bundled engine");
  const shell = (path: string, args: string[], env: Record<string, string>) => timeOf(() => spawnSync("tesseract", [path, "-", ...args], { stdio: "ignore", env: { ...process.env, ...env } }));
  const ours: number[] = [];
  const same: number[] = [];
  const plain: number[] = [];
  await one.read(readFileSync(scans[0]!), {});
  for (const [i, path] of scans.entries()) {
    const bytes = readFileSync(path);
    const turns = [
      async () => void ours.push(await timeOf(() => one.read(bytes, { fileName: path }))),
      // The same data, and one thread, which is its best on machines with few cores.
      async () => void same.push(await shell(path, ["--tessdata-dir", join(root, "dist", "tessdata"), "-l", "eng+deu", "-c", "tessedit_create_tsv=1"], { OMP_THREAD_LIMIT: "1" })),
      async () => void plain.push(await shell(path, [], {})),
    ];
    for (const turn of i % 2 ? turns.reverse() : turns) await turn();
  }
  const each = (list: readonly number[]) => (sum(list) / list.length / 1000).toFixed(2);
  report(`scans, s a page (${scans.length} pictures)`, `ours ${each(ours)}`, `bare tesseract, same data, one thread ${each(same)} s, ratio ${(sum(ours) / sum(same)).toFixed(2)}; as installed ${each(plain)} s, ratio ${(sum(ours) / sum(plain)).toFixed(2)}`, sum(ours) <= BARS.ocrRatio * sum(same));
}

/** Resident megabytes of a process and all below it. Memory that they share counts once for each. */
function residentOf(pid: number): number {
  try {
    const below = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
    const own = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1000;
    return own + sum(below.map(residentOf));
  } catch {
    return 0;
  }
}

async function memoryOf(name: string, paths: readonly string[], bar: number): Promise<void> {
  if (process.platform !== "linux" || paths.length === 0) return;
  const run = spawn(process.execPath, [command, "parse", "--jobs", "1", ...paths], { stdio: "ignore" });
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, residentOf(run.pid!))), 20);
  await new Promise((resolve) => run.once("exit", resolve));
  clearInterval(watch);
  report(`${name}, MB (${paths.length} documents)`, `at most ${most.toFixed(0)}`, "", most <= bar);
}

/** Through one reader, whose children are replaced now and then: neither they nor the parent may grow. */
async function thousand(): Promise<void> {
  const count = Number(values.many);
  const samples: { parent: number; children: number }[] = [];
  const one = createReader({ size: 1, parserPath: join(root, "dist", "parser.js") });
  let children = 0;
  const watch = setInterval(() => (children = Math.max(children, residentOf(process.pid) - process.memoryUsage.rss() / 1e6)), 50);
  for (let i = 1; i <= count; i++) {
    const bytes = writePdf(makeSpecimen(`many-${i % 100}`).pages);
    await one.read(bytes, { trustFonts: true });
    if (i % Math.max(1, count / 10) > 0) continue;
    globalThis.gc?.();
    samples.push({ parent: process.memoryUsage.rss() / 1e6, children });
    children = 0;
  }
  clearInterval(watch);
  await one.close();
  // The first fifth is what any program takes to get warm.
  const [early, late] = [samples[2] ?? samples[0]!, samples.at(-1)!];
  const grown = Math.max(late.parent / early.parent, late.children / Math.max(1, early.children));
  report(`${count} documents, one reader: reading processes, MB`, samples.map((each) => each.children.toFixed(0)).join(" "), `this program ${samples.map((each) => each.parent.toFixed(0)).join(" ")}`, grown <= BARS.growth && Math.max(...samples.map((each) => each.children)) <= BARS.digitalMb);
}

/** Pages of many documents in one file: none costs more for standing behind others. */
async function long(): Promise<void> {
  const all: Page[] = [];
  for (let i = 0; all.length < 200; i++) all.push(...makeSpecimen(`long-${i}`).pages);
  const one = createReader({ size: 1, parserPath: join(root, "dist", "parser.js") });
  const cost: [number, number][] = [];
  for (const pages of [1, 10, 50, 200]) {
    const path = join(scratch, `${pages}.pdf`);
    writeFileSync(path, writePdf(all.slice(0, pages)));
    const times: number[] = [];
    for (let run = 0; run < 4; run++) times.push(await timeOf(async () => {
      const outcome = await one.read(readFileSync(path), { trustFonts: true });
      if (outcome.outcome !== "read") missed.push(`${pages} pages were not read: ${outcome.reason}`);
    }));
    cost.push([pages, at(times.slice(1), 0) / pages]);
  }
  await one.close();
  const last = cost.at(-1)![1];
  report("documents of 1, 10, 50, 200 pages, ms a page", cost.map(([, ms]) => ms.toFixed(1)).join(" "), "", last <= BARS.perPage * cost[1]![1]);
}
