import { expect, test } from "vitest";
import { amountText } from "./amount.ts";
import { candidatesOf } from "./candidates.ts";
import { layOut } from "./lines.ts";
import { conventionsOf } from "./locale.ts";
import { typed } from "./test-pages.ts";

function found(text: string, confidence?: number) {
  const layout = layOut([typed(text, confidence === undefined ? {} : { confidence })]);
  return candidatesOf(layout, conventionsOf(layout));
}
const amounts = (text: string, confidence?: number): string[] => found(text, confidence).numbers.map((number) => `${amountText(number.amount, 0)}${number.currency ?? ""}${number.percent ? "%" : ""}`);

test("amounts are found with sign, currency and percent, wherever the mark stands", () => {
  expect(amounts("Total €1,234.50  19 %  $ 5.00  -7.25  (3.10)  12,00 EUR")).toEqual(["1234.5EUR", "19%", "5$", "-7.25", "-3.1", "12EUR"]);
});

test("a currency in a cell of its own belongs to the nearest amount", () => {
  expect(amounts("Totaal     €     272,25")).toEqual(["272.25EUR"]);
});

test("groups set off by spaces are one number only where the document writes so", () => {
  expect(amounts("Total HT   1 704,00 €")).toEqual(["1704EUR"]);
  expect(amounts("2 120.00\nTotal 1,120.00")).toEqual(["2", "120", "1120"]);
});

test("parts of dates, telephone numbers and codes are no amounts", () => {
  expect(amounts("12.03.2024   990-120-4560   AB-12   v2.0.1")).toEqual([]);
});

test("scanned amounts survive a gap beside the point and a tax letter behind", () => {
  expect(amounts("TOTAL   8. 00   4.50 SR", 0.9)).toEqual(["8", "4.5"]);
});

test("dates are found in numbers and in words", () => {
  expect(found("2024-03-05  5. März 2024  March 5, 2024  5 de marzo de 2024  05/03/24  31/03/2024").dates.map((date) => date.value)).toEqual(Array(5).fill("2024-03-05").concat("2024-03-31"));
});

test("a date that could be read both ways carries the other reading", () => {
  expect(found("03/04/2024").dates.map(({ value, other }) => [value, other])).toEqual([["2024-04-03", "2024-03-04"]]);
});

test("a value inside a word has a box of its own", () => {
  const [number] = found("Total:5.00").numbers;
  expect(number!.raw).toBe("5.00");
  expect(number!.box.x).toBeCloseTo(20 + 6 * 5, 5);
});
