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
