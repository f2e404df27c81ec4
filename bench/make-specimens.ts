// Writes labelled specimens of invoices and receipts to a folder: NAME.pdf (or .png, .jpg) with NAME.EXT.truth.json beside it.
//   node scripts/bench.mjs make-specimens --count 100 --seed one --out DIR [--languages de,fr] [--families din-letter,facture] [--kind text]
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { makeSpecimen, writePdf, type Language } from "@counterfoil/specimens";

const { values } = parseArgs({ options: {
  count: { type: "string", default: "20" }, seed: { type: "string", default: "specimens" }, out: { type: "string" }, languages: { type: "string" }, families: { type: "string" }, kind: { type: "string", default: "text" },
} });
if (!values.out) {
  console.error("Say where to: --out DIR");
  process.exit(2);
}
mkdirSync(values.out, { recursive: true });
const list = (text: string | undefined): string[] | undefined => text?.split(",").filter(Boolean);
const began = performance.now();
let pages = 0;
for (let index = 0; index < Number(values.count); index++) {
  const specimen = makeSpecimen(`${values.seed}-${index}`, { languages: list(values.languages) as Language[] | undefined, families: list(values.families) });
  pages += specimen.pages.length;
  const name = `${specimen.family}-${specimen.language}-${String(index).padStart(5, "0")}.pdf`;
  writeFileSync(join(values.out, name), writePdf(specimen.pages));
  const { seed, family, layout, country, language, truth, boxes } = specimen;
  writeFileSync(join(values.out, `${name}.truth.json`), JSON.stringify({ ...truth, _specimen: { seed, family, layout, country, language }, _boxes: boxes }, null, 1));
}
const seconds = (performance.now() - began) / 1000;
console.log(`${values.count} specimens, ${pages} pages in ${seconds.toFixed(1)} s (${((1000 * seconds) / pages).toFixed(1)} ms a page) in ${values.out}`);
