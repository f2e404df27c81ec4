/**
 * Is every value printed where its evidence says: `node scripts/bench.mjs evidence [--specimens N] [FOLDER…]`. Each box of each
 * field is read again from the PDF, by PDFium's own text search, and must say the same value. Ends with 1 when one does not.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPdfWords, readWords } from "@counterfoil/extract";
import { makeSpecimen, writePdf } from "@counterfoil/specimens";
import { PdfDocument } from "../src/platform/reading/pdfium.ts";
import { fieldsWithEvidence, notReread } from "../test/reread.ts";

const words = process.argv.slice(2);
const specimens = words.includes("--specimens") ? Number(words[words.indexOf("--specimens") + 1]) : 0;
const folders = words.filter((word, i) => !word.startsWith("--") && words[i - 1] !== "--specimens");

const count = { documents: 0, fields: 0, wrong: 0 };
for (const folder of folders) for (const name of readdirSync(folder).filter((each) => /\.pdf$/i.test(each)).sort()) await check(name, new Uint8Array(readFileSync(join(folder, name))));
for (let i = 0; i < specimens; i++) await check(`specimen ${i}`, writePdf(makeSpecimen(`evidence-${i}`).pages));
console.log(`${count.documents} documents, ${count.fields} values with a place on the page: ${count.fields - count.wrong} read again the same (${((100 * (count.fields - count.wrong)) / Math.max(1, count.fields)).toFixed(2)} %), ${count.wrong} not`);
if (count.wrong > 0) process.exitCode = 1;

async function check(name: string, bytes: Uint8Array): Promise<void> {
  const { pages, problems } = await readPdfWords(bytes.slice());
  const reading = readWords(pages, { problems });
  const pdf = await PdfDocument.open(bytes);
  const wrong = notReread(pdf, reading);
  pdf.close();
  count.documents++;
  count.fields += [...fieldsWithEvidence(reading)].filter(([, field]) => field.evidence.length > 0).length;
  count.wrong += wrong.length;
  for (const each of wrong) console.log(`${name}  ${each}`);
}
