/**
 * How well several documents in one file are found: `node scripts/bench.mjs split [--files 300] [--singles 300] [--seed S] [--verbose] [FOLDER]`.
 * Files are joined from two to eight invented documents: of the same firm and of others, of one and of several pages,
 * receipts among them, pages of terms behind some, blank sheets between others. Counted are files whose cuts are all
 * right, and true single documents of several pages that are cut. PDFs with truth files in FOLDER are single documents.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readPdfWords, splitPages, type PageWords } from "@counterfoil/extract";
import { glyphsOf, makeSpecimen, randomFrom, type Random, type Specimen } from "@counterfoil/specimens";
import { wordsFromGlyphs } from "../packages/extract/words.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { files: { type: "string", default: "300" }, singles: { type: "string", default: "300" }, seed: { type: "string", default: "split" }, verbose: { type: "boolean", default: false }, "min-exact": { type: "string" } } });

const TERMS = "Terms of delivery and payment. Goods stay ours until they are paid in full. Complaints reach us within eight days of the delivery. Late payment bears interest at the legal rate. The place of jurisdiction is the seat of the seller. Parts of these terms that do not hold leave the others as they are. Prices are those of the day of the order. Samples are lent for thirty days.";
const pagesOf = (specimen: Specimen): PageWords[] => specimen.pages.map((page): PageWords => ({ number: 0, width: page.width, height: page.height, words: wordsFromGlyphs(glyphsOf(page), 1), source: "text", reason: "specimen" }));
const blank = (): PageWords => ({ number: 0, width: 595, height: 842, words: [], source: "none", reason: "blank" });
const terms = (): PageWords => ({ number: 0, width: 595, height: 842, source: "text", reason: "terms", words: TERMS.split(" ").map((text, i) => ({ text, page: 1, box: { x: 60 + (i % 10) * 48, y: 80 + Math.floor(i / 10) * 14, width: 5 * text.length, height: 9 }, fontSize: 9, bold: false })) });
const numbered = (pages: readonly PageWords[]): PageWords[] => pages.map((page, i) => ({ ...page, number: i + 1, words: page.words.map((word) => ({ ...word, page: i + 1 })) }));

function document(random: Random, seed: string, firm: string | undefined): PageWords[] {
  const specimen = makeSpecimen(seed, { kinds: ["invoice", "credit_note", "receipt"], ...(firm === undefined ? {} : { firm }) });
  const pages = pagesOf(specimen);
  if (specimen.truth.documentType !== "receipt" && random.chance(0.15)) pages.push(terms());
  return pages;
}

let [exact, files, cuts, missed, invented] = [0, 0, 0, 0, 0];
for (; files < Number(values.files); files++) {
  const random = randomFrom(`${values.seed}-${files}`);
  const count = random.int(2, 8);
  const firm = random.chance(0.4) ? `${values.seed}-${files}-firm` : undefined;
  const all: PageWords[] = [];
  const starts: number[] = [];
  for (let i = 0; i < count; i++) {
    starts.push(all.length + 1);
    all.push(...document(random, `${values.seed}-${files}-${i}`, firm));
    if (i + 1 < count && random.chance(0.15)) all.push(blank());
  }
  const groups = splitPages(numbered(all));
  const got = groups.map((group) => group.pages[0]!);
  const [wrong, lost] = [got.filter((page) => !starts.includes(page)), starts.filter((page) => !got.includes(page))];
  cuts += count - 1;
  missed += lost.length;
  invented += wrong.length;
  if (wrong.length + lost.length === 0) exact++;
  else if (values.verbose) console.log(`file ${files}${firm ? " (one firm)" : ""}: ${count} documents on ${all.length} pages; missed ${lost.join(" ") || "none"}; invented ${wrong.map((page) => `${page} (${groups.find((group) => group.pages[0] === page)!.reason})`).join(", ") || "none"}`);
}
let [singles, cut] = [0, 0];
for (let i = 0; singles < Number(values.singles) && i < 40_000; i++) {
  const specimen = makeSpecimen(`${values.seed}-single-${i}`);
  if (specimen.pages.length < 2 || specimen.truth.documentType === "other") continue;
  singles++;
  const groups = splitPages(numbered(pagesOf(specimen)));
  if (groups.length === 1) continue;
  cut++;
  if (values.verbose) console.log(`single ${i} ${specimen.family}-${specimen.language}: ${groups.map((group) => `${group.pages.join(" ")} (${group.reason})`).join(" | ")}`);
}
const percent = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`);
console.log(`${files} joined files: ${percent(exact, files)} exact; of ${cuts} cuts ${missed} missed, ${invented} invented`);
console.log(`${singles} documents of several pages: ${cut} cut`);
for (const folder of positionals) {
  let [whole, split] = [0, 0];
  for (const name of readdirSync(folder, { recursive: true }).map(String).sort()) {
    if (!/\.pdf$/i.test(name) || !statSync(join(folder, name)).isFile()) continue;
    const { pages } = await readPdfWords(new Uint8Array(readFileSync(join(folder, name))));
    if (pages.every((page) => page.words.length === 0)) continue;
    const groups = splitPages(pages);
    whole++;
    if (groups.length === 1) continue;
    split++;
    console.log(`${name}: ${groups.map((group) => `${group.pages.join(" ")} (${group.reason})`).join(" | ")}`);
  }
  console.log(`${folder}: ${whole} files, ${split} cut`);
}
if (exact / Math.max(1, files) < Number(values["min-exact"] ?? 0)) process.exitCode = 1;
