// Writes labelled specimens of invoices and receipts to a folder: NAME.pdf (or .jpg) with NAME.EXT.truth.json beside it.
//   node scripts/bench.mjs make-specimens --count 100 --seed one --out DIR [--languages de,fr] [--families din-letter,facture] [--kind text|scan|photo]
// text: PDF with a text layer. scan: PDF of pictures, or one JPEG. photo: a JPEG of the first page. Boxes are in points of the
// page for PDFs of text, in pixels of the picture (of its page) otherwise.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { boxesInPicture, makeSpecimen, photographed, randomFrom, scanned, writePdf, writePicturePdf, type Language, type Specimen, type ValueBox } from "@counterfoil/specimens";

const { values } = parseArgs({ options: {
  count: { type: "string", default: "20" }, seed: { type: "string", default: "specimens" }, out: { type: "string" }, languages: { type: "string" }, families: { type: "string" }, kind: { type: "string", default: "text" },
} });
if (!values.out || !["text", "scan", "photo"].includes(values.kind)) {
  console.error("Say where to and what: --out DIR [--kind text|scan|photo]");
  process.exit(2);
}
mkdirSync(values.out, { recursive: true });
const list = (text: string | undefined): string[] | undefined => text?.split(",").filter(Boolean);
const began = performance.now();
let pages = 0;
for (let index = 0, made = 0; made < Number(values.count); index++) {
  const specimen = makeSpecimen(`${values.seed}-${index}`, { languages: list(values.languages) as Language[] | undefined, families: list(values.families) });
  if (values.kind === "photo" && specimen.pages.length > 1) continue; // nobody photographs page one of three
  made++;
  pages += specimen.pages.length;
  const { bytes, extension, boxes, flaws } = await fileOf(specimen);
  const name = `${specimen.family}-${specimen.language}-${String(index).padStart(5, "0")}.${extension}`;
  writeFileSync(join(values.out, name), bytes);
  const { seed, family, layout, country, language, truth } = specimen;
  writeFileSync(join(values.out, `${name}.truth.json`), JSON.stringify({ ...truth, _specimen: { seed, family, layout, country, language, flaws }, _boxes: boxes }, null, 1));
}
const seconds = (performance.now() - began) / 1000;
console.log(`${values.count} specimens, ${pages} pages in ${seconds.toFixed(1)} s (${((1000 * seconds) / pages).toFixed(1)} ms a page) in ${values.out}`);

async function fileOf(specimen: Specimen): Promise<{ bytes: Uint8Array; extension: string; boxes: ValueBox[]; flaws: string[] }> {
  if (values.kind === "text") return { bytes: writePdf(specimen.pages), extension: "pdf", boxes: specimen.boxes, flaws: [] };
  const random = randomFrom(`${specimen.seed}/${values.kind}`);
  const pictures = [];
  for (const [index, page] of specimen.pages.entries()) pictures.push(await (values.kind === "scan" ? scanned : photographed)(page, random.fork(`page${index}`)));
  const boxes = pictures.flatMap(({ place }, index) => boxesInPicture(specimen.boxes, index + 1, place));
  const flaws = [...new Set(pictures.flatMap((picture) => picture.flaws))];
  if (pictures.length === 1 && (values.kind === "photo" || random.chance(0.3))) return { bytes: pictures[0]!.jpeg, extension: "jpg", boxes, flaws };
  return { bytes: writePicturePdf(pictures.map(({ jpeg, width, height, grey }, index) => {
    const page = specimen.pages[index]!;
    const upright = width < height === page.width < page.height;
    return { width: upright ? page.width : page.height, height: upright ? page.height : page.width, jpeg, pixels: { width, height }, grey };
  })), extension: "pdf", boxes, flaws };
}
