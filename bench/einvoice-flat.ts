// Prints one flat invoice as JSON per line for XML files and PDFs that carry XML. Bundled and run by score-einvoice.mjs.
import { readFileSync } from "node:fs";
import { extractXmlFromPdf, flatInvoice, readXmlInvoice } from "@counterfoil/einvoice";

for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  const xml = bytes.subarray(0, 5).toString("latin1") === "%PDF-" ? (await extractXmlFromPdf(bytes))?.bytes : bytes;
  try {
    if (xml === undefined) throw new Error("no invoice XML inside");
    console.log(JSON.stringify({ file, ...flatInvoice(readXmlInvoice(xml).invoice) }));
  } catch (error) {
    console.log(JSON.stringify({ file, error: String(error) }));
  }
}
