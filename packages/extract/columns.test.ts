import { expect, test } from "vitest";
import { toFlat } from "./flat.ts";
import { readWords } from "./read.ts";
import { typed } from "./test-pages.ts";

const lines = (...pages: string[]) => toFlat(readWords(pages.map((text, i) => typed(text, { page: i + 1 })))).lines.map(({ description, quantity, unitPrice, netAmount }) => [description, quantity, unitPrice, netAmount]);

test("a table without headings is read by its figures", () => {
  expect(lines(`
Invoice 4711
Date 03/05/2024

      Repair of the garden gate          2     85.00        170.00
      Oak boards                        12      9.50        114.00
      Screws, box of 200                 3      4.20         12.60

                                     Subtotal               296.60
                                     VAT 20%                 59.32
                                     Total                  355.92`)).toEqual([["Repair of the garden gate", "2", "85.00", "170.00"], ["Oak boards", "12", "9.50", "114.00"], ["Screws, box of 200", "3", "4.20", "12.60"]]);
});

test("headings in a language nobody taught us: the figures say which column is which", () => {
  expect(lines(`
Rechnung 4711

Bazugu        Feloki        Zaminto     Kurobel
Taruk         4             12,50       50,00
Mirelo        3             20,00       60,00

              Nettobetrag               110,00
              USt 19 %                   20,90
              Gesamtbetrag              130,90 EUR`)).toEqual([["Taruk", "4", "12.50", "50.00"], ["Mirelo", "3", "20.00", "60.00"]]);
});

test("sums carried over a page are no lines, whatever they are called", () => {
  const head = "Pos   Beschreibung              Menge     Einzelpreis     Betrag";
  expect(lines(`
Rechnung 4711

${head}
1     Flyer                     10        10,00           100,00
2     Plakate                   5         20,00           100,00
      weiter auf der nächsten Seite                       200,00`, `
${head}
      von der vorigen Seite                               200,00
3     Karten                    4         25,00           100,00

      Nettobetrag                                         300,00
      USt 19 %                                             57,00
      Gesamtbetrag                                        357,00 EUR`)).toEqual([["Flyer", "10", "10.00", "100.00"], ["Plakate", "5", "20.00", "100.00"], ["Karten", "4", "25.00", "100.00"]]);
});

test("quantity and price in small print under an item belong to it", () => {
  expect(lines(`
Rechnung 4711

Bezeichnung                          Betrag
Beratung vor Ort                     858,80
10 × 85,88
Anfahrt                              40,00

Nettobetrag                          898,80
USt 19 %                             170,77
Gesamtbetrag                         1.069,57 EUR`)).toEqual([["Beratung vor Ort", "10", "85.88", "858.80"], ["Anfahrt", undefined, undefined, "40.00"]]);
});
