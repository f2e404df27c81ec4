import { expect, test } from "vitest";
import { readWords } from "./read.ts";
import { typed } from "./test-pages.ts";

const page = (first: string, second: string): string => `
Rechnung R-2024-118

Pos   Bezeichnung                     Menge    Einzelpreis     Betrag
${first}   Papier A4 EAN 4006381333931         2          10,00      20,00
${second}   Ordner breit                        3           4,00      12,00

Nettobetrag                                                     32,00`;

test("a row's number and GTIN are told, the number only where it counts up", () => {
  const { lines } = readWords([typed(page("1", "2"))]);
  expect(lines.map((line) => [line.lineNumber?.value, line.gtin?.value])).toEqual([["1", "4006381333931"], ["2", undefined]]);
  expect(lines[0]!.gtin).toMatchObject({ level: "proven", checks: ["label", "gtin_checksum"] });
  expect(readWords([typed(page("7", "3"))]).lines.map((line) => line.lineNumber)).toEqual([undefined, undefined]);
  expect(readWords([typed(page("1", "2").replace("3931", "3932"))]).lines[0]!.gtin).toBeUndefined();
});

const row = (first: string, below = ""): string => `
Rechnung R-2024-118          Datum 15.04.2024

Menge   Bezeichnung                              Preis      Betrag
2       ${first}50,00      100,00
${below}
1       Anfahrt                                  20,00       20,00

Nettobetrag                                                 120,00`;

test.each([
  ["Miete 01.03.2024 – 31.03.2024            ", ""], ["Miete 01.03. – 31.03.2024                ", ""], ["Miete 01.03.2024-31.03.2024              ", ""],
  ["Miete 2024-03-01 bis 2024-03-31          ", ""], ["Miete                                    ", "        01.03.2024 bis 31.03.2024"],
])("a row's period: %s%s", (first, below) => {
  const { lines } = readWords([typed(row(first, below))]);
  expect(lines.map((line) => [line.periodStart?.value, line.periodEnd?.value])).toEqual([["2024-03-01", "2024-03-31"], [undefined, undefined]]);
  expect(lines[0]!.periodEnd!.evidence[0]!.raw).toContain("31");
});

test("one date, and two that do not make a span, are no period", () => {
  expect(readWords([typed(row("Miete ab 01.03.2024                      "))]).lines[0]!.periodStart).toBeUndefined();
  expect(readWords([typed(row("Lieferung 01.03.2024, Montage 31.03.2024 "))]).lines[0]!.periodStart).toBeUndefined();
});

test("a list price that leads to the price by a printed discount is the gross price", () => {
  const { lines } = readWords([typed(`
Rechnung R-1                      Datum: 15.04.2024

Menge   Bezeichnung           Listenpreis    Rabatt   Preis      Betrag
3       Wartung                    100,00      10 %   90,00      270,00
2       Miete                       50,00       5 %   47,50       95,00

Nettobetrag                                                      365,00`)]);
  expect(lines.map((line) => [line.grossPrice?.value, line.unitPrice?.value, line.discount?.value, line.discountPercent?.value])).toEqual([["100.00", "90.00", undefined, undefined], ["50.00", "47.50", undefined, undefined]]);
  expect(lines[0]!.grossPrice!.evidence[0]!.raw).toBe("100,00");
});
