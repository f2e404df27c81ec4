/**
 * What reading a page by OCR costs beside the bare engine: `node scripts/bench.mjs ocr [--documents N] [--engine bundled|system] FOLDER…`.
 * FOLDERs hold scans and photos (PDF, PNG, JPEG, TIFF …). Each page is read twice, by turns first: by `readPicture`, and
 * by the same engine, data and languages called once on the same pixels. Prints processor seconds a page of both (with
 * those of the processes they start), their ratio, and the resident memory after the first tenth of the documents and at
 * the end. Ends with 1 when the ratio or the memory is above what is promised.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { LIMITS } from "../src/platform/reading/limits.ts";
import { readPicture } from "../src/platform/reading/ocr.ts";
import { PdfDocument, type Raster, type Size } from "../src/platform/reading/pdfium.ts";
import { checkPage, openImage, renderPdfPage } from "../src/platform/reading/raster.ts";
import { sniff } from "../src/platform/reading/sniff.ts";
import { preferSystemTesseract } from "../src/platform/reading/tesseract.ts";

const words = process.argv.slice(2);
const wanted = Number(words.includes("--documents") ? words[words.indexOf("--documents") + 1] : 0);
const engine = words.includes("--engine") ? words[words.indexOf("--engine") + 1] : "bundled";
const folders = words.filter((word, i) => !word.startsWith("--") && !["--documents", "--engine"].includes(words[i - 1] ?? ""));
const files = folders.flatMap(filesIn);
if (files.length === 0) {
  console.error("Say which folders hold scans: node scripts/bench.mjs ocr [--documents N] [--engine bundled|system] FOLDER…");
  process.exit(2);
}
const count = wanted || files.length;

/** What is promised: the ratio of processor time, and megabytes. */
const BARS = { ratio: 1.2, memoryMb: 700 };
const system = engine === "system" ? spawnSync("sh", ["-c", "command -v tesseract"], { encoding: "utf8" }).stdout.trim() : "";
if (engine === "system" && !system) {
  console.error("This machine has no tesseract of its own.");
  process.exit(2);
}
if (system) preferSystemTesseract(system, new URL("../parser.js", import.meta.url).href);
const bare = system ? bareCommand(system) : await bareEngine();
const spent = { ours: 0, bare: 0, pages: 0 };
const memory = { early: 0, most: 0 };
for (let i = 0; i < count; i++) {
  for await (const { raster, size } of pagesOf(files[i % files.length]!)) {
    const ours = async () => void (spent.ours += await cpuOf(() => readPicture(raster, { page: 1, size })));
    const alone = async () => void (spent.bare += await cpuOf(async () => bare(raster)));
    // By turns, so that neither always has the warmer caches; both once before, as loading is no part of a page.
    if (spent.pages === 0) {
      await readPicture(raster, { page: 1, size });
      bare(raster);
    }
    for (const run of i % 2 === 0 ? [ours, alone] : [alone, ours]) await run();
    spent.pages++;
  }
  const resident = process.memoryUsage.rss() / 1e6;
  memory.most = Math.max(memory.most, resident);
  if (i <= count / 10) memory.early = memory.most;
}
const ratio = spent.ours / spent.bare;
console.log(`${engine} engine, ${count} documents, ${spent.pages} pages`);
console.log(`processor time a page   ours ${(spent.ours / spent.pages).toFixed(2)} s   bare engine ${(spent.bare / spent.pages).toFixed(2)} s   ratio ${ratio.toFixed(2)} (at most ${BARS.ratio})`);
console.log(`resident memory, ${system ? "without the command's" : "both engines in one process"}   after a tenth ${memory.early.toFixed(0)} MB   at most ${memory.most.toFixed(0)} MB (${BARS.memoryMb})`);
process.exit(ratio > BARS.ratio || memory.most > BARS.memoryMb ? 1 : 0);

function filesIn(folder: string): string[] {
  return readdirSync(folder).sort().map((name) => join(folder, name)).flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : /\.(?:pdf|png|jpe?g|tiff?|webp)$/i.test(path) && existsSync(path) ? [path] : []));
}

async function* pagesOf(path: string): AsyncGenerator<{ raster: Raster; size: Size }> {
  const bytes = new Uint8Array(readFileSync(path));
  const { kind, offset } = sniff(bytes);
  if (kind === "xml") return;
  if (kind !== "pdf") {
    yield await (await openImage(bytes, kind, LIMITS)).frame(0, false);
    return;
  }
  const pdf = await PdfDocument.open(bytes.subarray(offset));
  try {
    for (let number = 1; number <= pdf.pageCount; number++) yield { raster: renderPdfPage(pdf, number, 300, false, LIMITS), size: checkPage(pdf.pageSize(number), number, LIMITS) };
  } finally {
    pdf.close();
  }
}

async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const start = processorSeconds();
  await work();
  return processorSeconds() - start;
}

/** Of this process and, on Linux, of those it has waited for. */
function processorSeconds(): number {
  const { user, system: kernel } = process.cpuUsage();
  const fields = existsSync("/proc/self/stat") ? readFileSync("/proc/self/stat", "utf8").split(") ")[1]!.split(" ") : [];
  return (user + kernel) / 1e6 + (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / 100;
}

/** The command, one thread, on a picture file as people have it; our language data, as others would measure other data. */
function bareCommand(command: string): (raster: Raster) => void {
  const data = fileURLToPath(new URL("../tessdata", import.meta.url));
  return ({ data: pixels, width, height }) => void execFileSync(command, ["-", "-", "--tessdata-dir", data, "-l", "eng+deu", "--psm", "3", "-c", "tessedit_create_hocr=1"], { input: Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, "latin1"), pixels]), env: { OMP_THREAD_LIMIT: "1" }, stdio: ["pipe", "pipe", "ignore"], maxBuffer: 1 << 28 });
}

/** The engine as its package gives it: English and German, whole page, no preparation. */
async function bareEngine(): Promise<(raster: Raster) => void> {
  const require = createRequire(import.meta.url);
  type Api = { Init(path: null, languages: string, engine: number): number; SetVariable(name: string, value: string): void; SetImageFile(exif: number, angle: number): number; Recognize(monitor: null): number; GetJSONText(): string; Clear(): void };
  type Module = { TessBaseAPI: new () => Api; FS: { writeFile(path: string, data: Uint8Array): void; unlink(path: string): void } };
  const module = await (require("tesseract.js-core/tesseract-core-simd-lstm") as (options: object) => Promise<Module>)({ TesseractProgress: () => {}, print: () => {}, printErr: () => {} });
  for (const language of ["eng", "deu"]) module.FS.writeFile(`./${language}.traineddata`, gunzipSync(readFileSync(join(dirname(require.resolve(`@tesseract.js-data/${language}/package.json`)), "4.0.0_best_int", `${language}.traineddata.gz`))));
  const api = new module.TessBaseAPI();
  if (api.Init(null, "eng+deu", 1) !== 0) throw new Error("the engine did not start");
  api.SetVariable("tessedit_pageseg_mode", "3");
  return (raster) => {
    module.FS.writeFile("/input", Buffer.concat([Buffer.from(`P5\n${raster.width} ${raster.height}\n255\n`, "latin1"), raster.data]));
    api.SetImageFile(1, 0);
    api.Recognize(null);
    api.GetJSONText();
    api.Clear();
    module.FS.unlink("/input");
  };
}
