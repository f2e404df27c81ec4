/**
 * How much of damaged PDFs can still be read: `node scripts/bench.mjs damaged-pdf FOLDER [--pdfjs PATH]`. Each PDF of the folder
 * is cut at 50, 75, 90 and 98 %, loses its xref, its carriage returns, a block in the middle; told is how many are opened and
 * which share of the whole file's words is found: by PDFium alone, with what we salvage, and by pdf.js where its folder is given.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PdfError, readPdfWords } from "@counterfoil/extract";

const words = process.argv.slice(2);
const folder = words[0]!;
const pdfjs = words.includes("--pdfjs") ? await import(pathToFileURL(join(words[words.indexOf("--pdfjs") + 1]!, "legacy/build/pdf.mjs")).href) : null;

// pdf.js rejects promises that nobody holds.
if (pdfjs) process.on("unhandledRejection", () => {});

const cut = (share: number) => (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * share));
const damages: [string, (bytes: Buffer) => Buffer][] = [
  ["cut at 50 %", cut(0.5)], ["cut at 75 %", cut(0.75)], ["cut at 90 %", cut(0.9)], ["cut at 98 %", cut(0.98)],
  ["xref destroyed", (bytes) => Buffer.from(bytes.toString("latin1").replace(/startxref\s+\d+/g, "startxref\n7").replace(/\bxref\b/g, "xxxx"), "latin1")],
  ["carriage returns lost", (bytes) => Buffer.from(bytes.toString("latin1").replace(/\r/g, ""), "latin1")],
  ["1 kB lost in the middle", (bytes) => Buffer.concat([bytes.subarray(0, bytes.length >> 1), bytes.subarray((bytes.length >> 1) + 1000)])],
];
const textOf = async (bytes: Uint8Array, salvage = false): Promise<string[] | null> => {
  try {
    return (await readPdfWords(bytes.slice(), { salvage })).pages.flatMap((page) => page.words.map((word) => word.text));
  } catch (error) {
    if (error instanceof PdfError) return null;
    throw error;
  }
};
const ways: Record<string, (bytes: Buffer) => Promise<string[] | null>> = {
  "PDFium alone": (bytes) => textOf(bytes),
  "with salvage": (bytes) => textOf(bytes, true),
  ...(pdfjs ? { "pdf.js": async (bytes: Buffer) => {
    try {
      const document = await pdfjs.getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false }).promise;
      const found: string[] = [];
      for (let i = 1; i <= document.numPages; i++) found.push(...((await (await document.getPage(i)).getTextContent()).items as { str: string }[]).flatMap((item) => item.str.split(/\s+/)).filter(Boolean));
      return found;
    } catch {
      return null;
    }
  } } : {}),
};

console.log(`| damage | ${Object.keys(ways).map((way) => `${way}: opened, words found`).join(" | ")} |\n|---|${Object.keys(ways).map(() => "---|").join("")}`);
const files = readdirSync(folder).filter((name) => name.endsWith(".pdf")).map((name) => readFileSync(join(folder, name)));
for (const [damage, change] of damages) {
  const cells: string[] = [];
  for (const way of Object.values(ways)) {
    let [opened, share] = [0, 0];
    for (const file of files) {
      const whole = new Set(await textOf(file));
      const found = await way(change(file));
      if (!found || found.length === 0) continue;
      opened++;
      const left = new Set(found);
      share += [...whole].filter((word) => left.has(word)).length / Math.max(1, whole.size);
    }
    cells.push(`${opened} of ${files.length}, ${((100 * share) / files.length).toFixed(0)} %`);
  }
  console.log(`| ${damage} | ${cells.join(" | ")} |`);
}
