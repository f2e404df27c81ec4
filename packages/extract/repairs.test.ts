import { glyphsOf, makeSpecimen, randomFrom, withOneDigitChanged, type Page } from "@counterfoil/specimens";
import { expect, test } from "vitest";
import { amountOf } from "./amount.ts";
import type { NumberCandidate } from "./candidates.ts";
import { readWords } from "./read.ts";
import type { FieldPath, Reading } from "./reading.ts";
import { isOneDigitOff } from "./repairs.ts";
import { typed } from "./test-pages.ts";
import { wordsFromGlyphs } from "./words.ts";

const INVOICE = `
Description          Qty     Price      Amount
Garden table           2    612.00    1,224.00
Lamp                   3     50.00      150.00
Chair                  4     81.25      325.00
                        Net total     1,699.00
                        VAT 20 %        339.80
                        Total         2,038.80`;

const read = (text: string): Reading => readWords([typed(text)]);
const broken = (reading: Reading): string[] => reading.checks.filter((check) => !check.holds).map((check) => check.name);

test("the untouched page is proven and nothing on it is suspected", () => {
  const reading = read(INVOICE);
  expect([reading.proof, broken(reading)]).toEqual(["complete", []]);
  expect(reading.lines.map((line) => line.netAmount?.level)).toEqual(["proven", "proven", "proven"]);
});

test.each([
  ["netTotal", "1,699.00", "1,699.60", "1699.00"],
  ["taxTotal", "339.80", "389.80", "339.80"],
  ["grossTotal", "2,038.80", "2,038.30", "2038.80"],
] as const)("one wrong digit in %s is told as printed, as a contradiction, with the digit that would add up", (path, right, wrong, expected) => {
  const reading = read(INVOICE.replace(new RegExp(`${right.replace(".", "\\.")}$`, "m"), wrong));
  expect(reading.proof).toBe("contradictory");
  expect(broken(reading).length).toBeGreaterThan(0);
  expect(reading.fields[path]).toMatchObject({ value: wrong.replace(",", ""), level: "unsure", reason: expect.stringContaining("one digit") });
  expect(reading.fields[path]!.alternatives[0]).toMatchObject({ value: expected, reason: expect.stringContaining("would add up") });
  expect(Object.values(reading.fields).filter((field) => field!.level === "proven" && /Total|Due/.test(field!.checks.join()))).toEqual([]);
});

test("a wrong digit in a line contradicts its own product and the sum; the other lines keep standing", () => {
  const reading = read(INVOICE.replace("150.00", "180.00"));
  expect(broken(reading).sort()).toEqual(["line_product", "lines_sum"]);
  expect(reading.lines.map((line) => line.netAmount?.level)).toEqual(["sure", "unsure", "sure"]);
  expect(reading.lines[1]!.netAmount).toMatchObject({ value: "180.00", alternatives: [{ value: "150.00", reason: "one digit different: 150.00 would add up" }] });
});

test("a cent is a digit too", () => {
  expect(read(INVOICE.replace("150.00", "150.01")).proof).toBe("contradictory");
  expect(read(INVOICE.replace("1,699.00", "1,699.01")).proof).toBe("contradictory");
});

test("a page that was not understood is not accused: the difference is printed and may be a charge we overlooked", () => {
  const reading = read("Item        Amount\nGarden table     1,224.00\nLamp     150.00\nNet total     1,394.00\nAbholung im Lager 20.00 Rückfracht frei Haus\nTotal     1,394.00");
  expect(reading.checks.filter((check) => !check.holds)).toEqual([]);
  expect(reading.proof).not.toBe("complete");
});

test("one digit off means as many digits, and one of them different", () => {
  const number = (raw: string): NumberCandidate => ({ raw, amount: amountOf(raw.replace(",", ""))!, decimals: 2 }) as NumberCandidate;
  const off = (printed: string, other: string): boolean => isOneDigitOff(number(printed), amountOf(other)!);
  expect([off("1,234.50", "1234.60"), off("1,234.50", "1244.60"), off("9.50", "19.50"), off("1,234.50", "-1234.60"), off("1,234.50", "1234.505")]).toEqual([true, false, false, false, false]);
  // A first digit that became 0 is still printed.
  expect(off("0,234.50", "1234.50")).toBe(true);
});

const readPages = (...pages: string[]): Reading => readWords(pages.map((text, i) => typed(text, { page: i + 1 })));

test("a wrong digit before a page break is not taken away with the sum that is carried over it", () => {
  const head = "Description          Qty     Price      Amount\n";
  const first = (lamp: string): string => `${head}Garden table           2    612.00    1,224.00\nLamp                   3     50.00      ${lamp}\nTransport                             1,374.00`;
  const second = `Transport                             1,374.00\nChair                  4     81.25      325.00\n                        Net total     1,699.00\n                        VAT 20 %        339.80\n                        Total         2,038.80`;
  for (const next of [second, head + second]) {
    expect(readPages(first("150.00"), next)).toMatchObject({ proof: "complete", lines: { length: 3 } });
    const reading = readPages(first("180.00"), next);
    expect([reading.lines.length, reading.proof, ...broken(reading).sort()]).toEqual([3, "contradictory", "line_product", "lines_sum"]);
  }
});

test("a wrong digit in one section of a table is found, and the sum of another section is not the total", () => {
  const page = (lamp: string): string => `
Details                              Amount
Furniture
Garden table                       1,224.00
2 pc x 612.00
Lamp                                 ${lamp}
3 pc x 50.00
Sub-total Furniture                1,374.00
Repairs
Chair                                325.00
4 pc x 81.25
Polish                                20.00
2 pc x 10.00
Sub-total Repairs                    345.00
                       VAT 0%          0.00
                       Total       1,719.00`;
  expect(read(page("150.00"))).toMatchObject({ proof: "complete", lines: { length: 4 }, fields: { grossTotal: { value: "1719.00" } } });
  expect(broken(read(page("180.00"))).sort()).toEqual(["line_product", "lines_sum"]);
});

test("a list of amounts over two pages whose sum has a wrong digit is still a list", () => {
  const items = (from: number, amounts: readonly string[]): string => amounts.map((amount, i) => `${from + i}    Service number ${"abcdefghi"[i]}                   ${amount}`).join("\n");
  const reading = readPages(items(1, ["294.12", "895.60", "222.72", "157.90", "126.55"]), `${items(6, ["158.75", "712.00"])}\nTaxable amount                      2,566.64\nVAT 20%                               513.33\nTOTAL                               3,079.97`);
  expect([reading.lines.length, ...broken(reading)]).toEqual([7, "lines_sum"]);
});

test("where every product is exact to the cent, two cents beside a reduced price are a wrong digit", () => {
  const page = (amount: string): string => `
Description          Qty     Price   Disc. %      Amount
Advice                12    103.90      20 %      ${amount}
Training              16     72.90      10 %    1,049.76
                                Net total     2,047.20
                                VAT 20 %        409.44
                                Total         2,456.64`;
  expect(read(page("997.44")).proof).toBe("complete");
  expect(broken(read(page("997.46")))).toContain("lines_sum");
});

test("the total beside base and tax in a summary by rate adds up, or has a wrong digit", () => {
  const page = (gross: string): string => `${INVOICE}\n\nVAT         Net        VAT       Gross\n20 %   1,699.00     339.80    ${gross}`;
  expect(read(page("2,038.80"))).toMatchObject({ proof: "complete" });
  expect(broken(read(page("2,838.80")))).toContain("base_plus_tax");
});

test("a wrong digit that differs by the printed rounding is found, and the rounding itself is none", () => {
  const page = (lamp: string): string => `${INVOICE.replace("150.00", lamp)}\n                        Rounding          -0.03\n                        Amount due    2,038.77`;
  expect(read(page("150.00"))).toMatchObject({ proof: "complete", fields: { amountDue: { value: "2038.77" } } });
  expect(broken(read(page("150.03")))).toContain("lines_sum");
});

test("the foot of a summary by rate is the sum of its taxes, whatever it is called", () => {
  const page = (tax: string): string => `
Text                 Menge     Preis    MWST        Gesamt
Etikettendrucker         4    160.43    8.10 %      641.72
Kopierpapier             3     55.47    2.60 %      166.41
                      Total exkl. MWST              808.13
                      MWST 8.10 %                    51.98
                      MWST 2.60 %                     4.33
                      Rechnungstotal                864.44

MWST         Netto     MWST
8.10 %      641.72    51.98
2.60 %      166.41     4.33
Total MWST  808.13    ${tax}`;
  expect(broken(read(page("56.31")))).toEqual([]);
  expect(broken(read(page("58.31")))).toEqual(["tax_sum"]);
});

test("a tax included in the total that is no share of it has a wrong digit", () => {
  const page = (tax: string): string => `
Product              Qty     Price    Total incl. BTW
Inktcartridge         50     40.95          2,047.50
Onderhoud              1    405.74            405.74
                   Totaal te betalen        2,453.24
                   incl. BTW 21%             ${tax}`;
  expect(broken(read(page("425.77")))).toEqual([]);
  expect(broken(read(page("425.07")))).toContain("tax_included");
});

const pagesOf = (pages: readonly Page[]) => pages.map((page, i) => ({ number: i + 1, width: page.width, height: page.height, words: wordsFromGlyphs(glyphsOf(page), i + 1), source: "text" as const, reason: "text layer" }));
const isSuspicious = (reading: Reading): boolean => reading.proof === "contradictory" || broken(reading).length > 0;

test("on invented documents a changed digit is noticed and never proven, and the clean ones are left alone", () => {
  const seen = { documents: 0, noticed: 0, alarms: 0, proven: 0 };
  for (let i = 0; seen.documents < 24; i++) {
    const specimen = makeSpecimen(`repairs ${i}`, { kinds: ["invoice", "receipt"] });
    const spoiled = specimen.story.lines.length <= 12 ? withOneDigitChanged(specimen, randomFrom(`repairs ${i} digit`)) : null;
    if (!spoiled) continue;
    seen.documents++;
    if (isSuspicious(readWords(pagesOf(specimen.pages)))) seen.alarms++;
    const reading = readWords(pagesOf(spoiled.pages));
    if (isSuspicious(reading)) seen.noticed++;
    const line = /^lines\.(\d+)\./.exec(spoiled.path)?.[1];
    const field = line === undefined ? reading.fields[spoiled.path as FieldPath] : reading.lines[Number(line)]?.netAmount;
    if (field?.level === "proven" && field.source !== "derived") seen.proven++;
  }
  expect(seen).toMatchObject({ alarms: 0, proven: 0 });
  expect(seen.noticed).toBeGreaterThanOrEqual(23);
});
