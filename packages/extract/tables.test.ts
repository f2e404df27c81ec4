import { expect, test } from "vitest";
import { amountText } from "./amount.ts";
import { candidatesOf } from "./candidates.ts";
import { labelsOf } from "./labels.ts";
import { readLines } from "./line-fields.ts";
import { layOut } from "./lines.ts";
import { conventionsOf } from "./locale.ts";
import { headersOf } from "./table-header.ts";
import { itemTableOf, netOf } from "./tables.ts";
import { typed } from "./test-pages.ts";

function rows(...pages: string[]): string[] {
  const layout = layOut(pages.map((text, i) => typed(text, { page: i + 1 })));
  const table = itemTableOf(layout, labelsOf(layout), candidatesOf(layout, conventionsOf(layout)).numbers);
  return (table?.rows ?? []).map((row) => [row.description.map((word) => word.text).join(" "), row.quantity?.raw ?? "-", row.unitPrice?.raw ?? "-", amountText(netOf(row))].join(" | "));
}

test("columns get their numbers by place", () => {
  expect(rows(`
Pos  Description              Qty    Unit Price     VAT      Amount
1    Copper pipe 15 mm         12          3.50     20%       42.00
2    Ball valve                 3         12.00     20%       36.00
                                       Subtotal               78.00`)).toEqual(["Copper pipe 15 mm | 12 | 3.50 | 42.00", "Ball valve | 3 | 12.00 | 36.00"]);
});

test("a heading may take two lines, and its columns may stand in any order", () => {
  const text = `
Menge     Bezeichnung            Einzel-        Gesamt-
                                 preis          preis
2,5       Stunden Beratung        80,00          200,00`;
  expect(headersOf(layOut([typed(text)]))[0]!.columns.map((column) => column.role)).toEqual(["quantity", "description", "unitPrice", "amount"]);
  expect(rows(text)).toEqual(["Stunden Beratung | 2,5 | 80,00 | 200.00"]);
});

test("quantity × price = amount settles what the place of a number leaves open", () => {
  expect(rows(`
Artikel            Menge                    Preis          Betrag
Schrauben              400    0,79                         316,00
Muttern                100    0,20                          20,00`)).toEqual(["Schrauben | 400 | 0,79 | 316.00", "Muttern | 100 | 0,20 | 20.00"]);
});

test("a name broken at the column's edge goes on, a remark below does not", () => {
  expect(rows(`
Description                Qty      Price      Amount
Garden table with four       2     100.00      200.00
matching chairs
Serial: 4711
Lamp                         1      20.00       20.00`)).toEqual(["Garden table with four matching chairs | 2 | 100.00 | 200.00", "Lamp | 1 | 20.00 | 20.00"]);
});

test("subtotals of sections are passed over and the table goes on behind them", () => {
  expect(rows(`
Description          Quantity   Unit Price      Amount
Candle wax                  1        42.00       42.00
                              Subtotal           42.00
Biscuits                   15        10.00      150.00
                              Subtotal          150.00
                                 Total          192.00`)).toEqual(["Candle wax | 1 | 42.00 | 42.00", "Biscuits | 15 | 10.00 | 150.00"]);
});

test("a total printed under the descriptions is not part of the last one", () => {
  expect(rows("Description              Qty     Price      Amount\nArticle number one         2      5.00       10.00\nSubtotal    10.00")).toEqual(["Article number one | 2 | 5.00 | 10.00"]);
});

test("a table goes on over the page, with its heading repeated or not", () => {
  const first = "Item              Qty     Price    Amount\nA thing             1      5.00      5.00";
  expect(rows(first, "Item              Qty     Price    Amount\nB thing             2      5.00     10.00\n       Total   15.00")).toHaveLength(2);
  expect(rows(first, "B thing             2      5.00     10.00\n       Total   15.00")).toHaveLength(2);
});

test("a reduction printed under an item belongs to it", () => {
  expect(rows(`
Artikel            Menge      Preis      Betrag
Teppich                3       4,00       12,00
abzgl. Rabatt                             -2,00`)).toEqual(["Teppich | 3 | 4,00 | 10.00"]);
});

test("totals in a strip below their headings are no row", () => {
  expect(rows(`
Beskrivelse              Mengde    MVA         Beløp
Programvarelisens         12,25    25 %      7 862,30
Vedlikehold                  16    25 %     79 295,20

Nettobeløp    25% mva      Totalbeløp     Beløp å betale
87 157,50     21 789,38    108 946,88     108 946,88`)).toEqual(["Programvarelisens | 12,25 | - | 7862.30", "Vedlikehold | 16 | - | 79295.20"]);
});

test("an amount alone on its line belongs to the name above it", () => {
  expect(rows(`
Description                              Amount
Work gloves
                                       1,173.49
Paint roller
                                         925.00
                          Subtotal     2,098.49`)).toEqual(["Work gloves | - | - | 1173.49", "Paint roller | - | - | 925.00"]);
});

test("of two columns of amounts the one that the small print multiplies out to is what a row costs", () => {
  expect(rows(`
Beskrivelse                  Moms   Linjetotal      Beløb
                                                    inkl.
                                                     moms
Egehylde                      25%       580,00     725,00
20 dag à 29,00
                                   Subtotal        580,00
                                   Moms 25%        145,00
                                   I alt           725,00`)).toEqual(["Egehylde | 20 | 29,00 | 580.00"]);
});

test("a list without headings goes over the page, and its words may also name a payment", () => {
  const layout = [`1 Transport                        510.00\n2 Card paper A4                    891.00`, `3 Design of brochure             3,442.50\nNet total                        4,843.50\nVAT 20 %                           968.70\nTotal                            5,812.20`];
  expect(rows(...layout)).toEqual(["1 Transport | - | - | 510.00", "2 Card paper A4 | - | - | 891.00", "3 Design of brochure | - | - | 3442.50"]);
});

test("a list without headings may lead to a strip of totals, which stands under no column", () => {
  expect(rows(`
Training day
                                               6,651.75
Transport
                                                 471.81
Design
                                              10,370.36

Net total          VAT 20 %        Total
17,493.92          3,498.78        20,992.70`)).toEqual(["Training day | - | - | 6651.75", "Transport | - | - | 471.81", "Design | - | - | 10370.36"]);
});

test("a count below amounts with cents is no row", () => {
  expect(rows(`
Description          Qty     Price      Amount
Croquette              1      2.90        2.90
Orange juice           2      1.00        2.00
Pieces:                                      2
                            Total         4.90`)).toHaveLength(2);
});

test("a tax summary or a payment plan is no item table", () => {
  expect(rows("VAT %     Net amount     VAT amount\n7 %           100.00           7.00\n19 %          200.00          38.00")).toEqual([]);
  expect(rows("Due Date       Terms       Discount\n01.02.2024     30 days       2.00")).toEqual([]);
});

test("a row's fields say what supports them", () => {
  const layout = layOut([typed("Item              Qty     Price    Amount\nA thing             3      5.00     15.00")]);
  const table = itemTableOf(layout, labelsOf(layout), candidatesOf(layout, conventionsOf(layout)).numbers)!;
  const [line] = readLines(table, "text", true);
  expect(line!.netAmount).toMatchObject({ value: "15.00", level: "proven", checks: ["quantity_times_price", "lines_sum"] });
  expect(line!.netAmount!.evidence[0]).toMatchObject({ page: 1, raw: "15.00" });
});
