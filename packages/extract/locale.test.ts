import { expect, test } from "vitest";
import { civil, dateOrderOf, monthOf, numberStyleOf, numericDate, plainNumber } from "./locale.ts";

const comma = { decimal: ",", certain: true, spaceGroups: false } as const;
const point = { decimal: ".", certain: true, spaceGroups: false } as const;

test("a document's own numbers decide its decimal sign", () => {
  expect(numberStyleOf(["1.234,50", "2.000"]).decimal).toBe(",");
  expect(numberStyleOf(["1,234.50", "2,000"]).decimal).toBe(".");
  expect(numberStyleOf(["19,00 %", "12,50"]).decimal).toBe(",");
  expect(numberStyleOf(["42"]).certain).toBe(false);
  expect(numberStyleOf(["1 234,50 €"]).spaceGroups).toBe(true);
  expect(numberStyleOf(["-1 548.11", "-309.62"]).spaceGroups).toBe(true);
  // The capital in the foot of the letter is written by somebody else than the sum.
  expect(numberStyleOf(["EUR 1 422,71", "Cap. Social: 51.000,00 EUR"]).spaceGroups).toBe(true);
});

test.each([
  ["1.234,56", comma, "1234.56"], ["1,234.56", comma, "1234.56"], ["1.234", comma, "1234"], ["1.234", point, "1.234"], ["1,234", point, "1234"], ["5,000", comma, "5.000"],
  ["1'234.50", point, "1234.50"], ["1 234,50", comma, "1234.50"], ["1.234.567", comma, "1234567"], ["0,089", comma, "0.089"], ["0.025", comma, "0.025"], ["(12.50)", point, "-12.50"], ["12,50-", comma, "-12.50"],
  ["−7,00", comma, "-7.00"], ["12.3.4", point, null], ["abc", point, null],
])("%s reads as a number in its document's style", (printed, style, value) => {
  expect(plainNumber(printed, style)).toBe(value);
});

test("an impossible month anywhere settles the order of all dates", () => {
  expect(dateOrderOf(["03/04/2024", "28/04/2024"])).toEqual({ order: "dmy", certain: true });
  expect(dateOrderOf(["03/04/2024", "04/28/2024"])).toEqual({ order: "mdy", certain: true });
  expect(dateOrderOf(["03/04/2024", "Dallas, TX 75201"])).toEqual({ order: "mdy", certain: false });
  expect(dateOrderOf(["03.04.2024"])).toEqual({ order: "dmy", certain: true });
});

test("a date that can be read both ways keeps both readings", () => {
  expect(numericDate(3, 4, 2024, { order: "dmy", certain: false })).toEqual(["2024-04-03", "2024-03-04"]);
  expect(numericDate(28, 4, 24, { order: "mdy", certain: false })).toEqual(["2024-04-28"]);
});

test("months are known in many languages, days that do not exist are refused", () => {
  expect(["März", "févr.", "agosto", "listopada", "kesäkuuta", "września"].map(monthOf)).toEqual([3, 2, 8, 11, 6, 9]);
  expect(civil(2023, 2, 29)).toBeNull();
  expect(civil(2024, 2, 29)).toBe("2024-02-29");
});
