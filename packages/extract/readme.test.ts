import { readFileSync } from "node:fs";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { expect, test } from "vitest";
// example:
import { readPdfWords, readWords, toFlat } from "@counterfoil/extract";

export async function read(pdf: Uint8Array) {
  const { pages, problems, needsOcr } = await readPdfWords(pdf, { maxPages: 50 });
  const reading = readWords(pages, { problems, own: [{ name: "Our Company Ltd" }] });
  const total = reading.fields.grossTotal!;
  return [toFlat(reading).supplier.name, total.value, total.level, total.evidence[0]!.raw, reading.checks[0]!.equation, needsOcr.length];
}
// → ["Nordlicht Werbung GmbH", "119.00", "proven", "119,00", "100.00 + 19.00 = 119.00", 0]
// end of example

async function invoice(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([595, 842]);
  const put = (x: number, y: number, text: string): void => page.drawText(text, { x, y: 842 - y, size: 10, font });
  put(60, 60, "Nordlicht Werbung GmbH, Hafenstraße 12, 20457 Hamburg");
  ["Our Company Ltd", "Marktplatz 3", "21335 Lüneburg"].forEach((line, i) => put(60, 100 + 14 * i, line));
  put(60, 170, "Rechnung Nr. 815 vom 14.03.2024");
  [["Nettobetrag", "100,00"], ["zzgl. 19 % USt.", "19,00"], ["Gesamtbetrag EUR", "119,00"]].forEach(([label, amount], i) => {
    put(60, 220 + 14 * i, label!);
    put(500, 220 + 14 * i, amount!);
  });
  return document.save();
}

test("the README opens with this example, and it says what comes out", async () => {
  const source = readFileSync(new URL("readme.test.ts", import.meta.url), "utf8");
  const readme = readFileSync(new URL("README.md", import.meta.url), "utf8");
  const shown = source.split("// example:\n")[1]!.split("// end of example")[0]!.trim();
  expect(/```ts\n([^]*?)\n```/.exec(readme)?.[1]).toBe(shown);
  expect(await read(await invoice())).toEqual(JSON.parse(shown.split("// → ")[1]!));
});
