import { expect, test } from "vitest";
import { anInvoice, textOfPages } from "./examples.ts";
import { renderSample, sampleLayouts, type SampleLayout } from "./index.ts";

const words: Record<SampleLayout, string[]> = {
  din_5008: ["Rechnungsnummer", "17.11.2026", "Zahlbar bis", "Einzelpreis", "Rechnungsbetrag", "3.247,20 €"],
  facture: ["FACTURE", "Date de facture", "17/11/2026", "PU HT", "Total TTC", "Net à payer", "3 247,20 €"],
  us_plain: ["INVOICE", "Bill To", "11/17/2026", "Unit Price", "Balance Due", "3,247.20"],
  factuur: ["Factuur", "Factuurnummer", "17-11-2026", "Vervaldatum", "Totaal te betalen", "3.247,20"],
  factura: ["FACTURA", "Fecha de factura:", "17/11/2026", "Base imponible", "Cuota IVA", "3247,20"],
  fattura: ["Fattura n. TW-2026-0186 del 17/11/2026", "Spett.le", "Imponibile", "Totale documento", "3247,20"],
  till_receipt: ["Receipt No: TW-2026-0186", "TOTAL EUR", "3,247.20", "Thank you"],
};

for (const layout of sampleLayouts) {
  test(`${layout} prints its own language's words around the same invoice, on one page`, async () => {
    const pages = await textOfPages(await renderSample(layout, anInvoice()));
    expect(pages).toHaveLength(1);
    // Spain and Italy print four digits without a point in Unicode's data; both ways are read as the same number.
    const text = pages[0]!.replace(/(\d)\.(\d{3},)/g, layout === "factura" || layout === "fattura" ? "$1$2" : "$1.$2");
    for (const word of [...words[layout], "TW-2026-0186", "Reception counter, oak and linoleum"]) expect(text).toContain(word);
  });
}

test("a till receipt is as long as its lines and speaks German when asked", async () => {
  const text = (await textOfPages(await renderSample("till_receipt", anInvoice({ language: "de" })))).join("\n");
  for (const word of ["Bon-Nr.", "SUMME EUR", "3.247,20", "Vielen Dank"]) expect(text).toContain(word);
});

test("the same sample twice is the same file", async () => {
  expect(await renderSample("din_5008", anInvoice())).toEqual(await renderSample("din_5008", anInvoice()));
});
