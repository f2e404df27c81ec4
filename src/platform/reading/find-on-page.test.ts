import type { PageWords, Word } from "@counterfoil/extract";
import { expect, test } from "vitest";
import { findAmount, findDate, findText, indexPages } from "./find-on-page.ts";

/** Lines of words, 6 points a letter, 14 points a line. */
function page(...lines: string[]): PageWords {
  const words: Word[] = lines.flatMap((line, row) => {
    let x = 50;
    return line.split(" ").map((text) => {
      const box = { x, y: 100 + row * 14, width: text.length * 6, height: 10 };
      x += (text.length + 1) * 6;
      return { text, page: 1, box, fontSize: 10, bold: false };
    });
  });
  return { number: 1, width: 595, height: 842, words, source: "text", reason: "" };
}
const raws = (found: { raw: string }[]) => found.map((each) => each.raw);

test("amounts are found in every way of writing them", () => {
  const index = indexPages([page("Total 1.234,50 EUR", "Total €1,234.50", "Total 1 234,50", "Total CHF 1'234.50", "Total 1234.5")]);
  expect(raws(findAmount(index, "1234.50"))).toEqual(["1.234,50", "€1,234.50", "1 234,50", "1'234.50", "1234.5"]);
});

test("an amount is not found in a date, in a longer number or at another place of the point", () => {
  const index = indexPages([page("12.03.2025 123.45 1234.50 12,34 Nr.12-34")]);
  expect(raws(findAmount(index, "12.03"))).toEqual([]);
  expect(raws(findAmount(index, "234.50"))).toEqual([]);
  expect(raws(findAmount(index, "12345"))).toEqual([]);
});

test("dates are found as numbers in any order and with the month's name", () => {
  const index = indexPages([page("Date: 31.03.2025", "Due 3/31/25", "on 31 March 2025", "le 31 mars 2025", "31. März 2025", "2025-03-31", "13.03.2025")]);
  expect(raws(findDate(index, "2025-03-31"))).toEqual(["31.03.2025", "3/31/25", "31 March 2025", "31 mars 2025", "31. März 2025", "2025-03-31"]);
});

test("texts are found across words, without regard to case, accents and spaces, on one line only", () => {
  const index = indexPages([page("Société Générale de Papier", "DE89 3704 0044 0532 0130 00", "Hauptstraße", "5")]);
  expect(raws(findText(index, "SOCIETE GENERALE"))).toEqual(["Société Générale"]);
  expect(raws(findText(index, "DE89370400440532013000"))).toEqual(["DE89 3704 0044 0532 0130 00"]);
  expect(findText(index, "Hauptstraße 5")).toEqual([]);
  expect(findText(index, "")).toEqual([]);
});
