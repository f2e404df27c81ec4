import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amountParts, currencySign, readAmount, readDecimal, showAmount, sumByCurrency } from "./amount-text.ts";

const read = (text: string, locale = "en-IE", decimals = 2) => readAmount(text, { decimals, locale, unit: "EUR" });
const value = (text: string, locale?: string, decimals?: number) => { const result = read(text, locale, decimals); return result.ok ? result.value : `refused: ${result.problem}`; };

describe("an amount as typed", () => {
  test.each([
    ["1234,5", "1234.50"], ["1.234,50", "1234.50"], ["1 234.50", "1234.50"], ["1\u202f234,50", "1234.50"], ["1'234.50", "1234.50"], ["1,234,567", "1234567.00"],
    ["12,34,567.80", "1234567.80"], ["0,05", "0.05"], [".5", "0.50"], ["007", "7.00"], ["€ 1,234.50", "1234.50"], ["1234.50 EUR", "1234.50"], ["EUR 12", "12.00"],
    ["-12", "-12.00"], ["−12", "-12.00"], ["12-", "-12.00"], ["(12.5)", "-12.50"], ["-0", "0.00"], ["+3", "3.00"], ["١٢٣٫٥", "123.50"], ["", ""],
  ])("%s is %s", (typed, expected) => expect(value(typed)).toBe(expected));

  test("one separator before three digits groups where the locale groups so, else it is refused as too many decimals", () => {
    expect(value("1,234", "en-IE")).toBe("1234.00");
    expect(value("1.234", "de-DE")).toBe("1234.00");
    expect(value("1.234", "en-IE")).toContain("refused: EUR has 2 decimals");
    expect(value("1,234", "de-DE")).toContain("refused: EUR has 2 decimals");
  });

  test("decimals beyond the currency's are refused, never rounded away; zeros there are harmless", () => {
    expect(value("12.345")).toContain("“12.345” has 3");
    expect(value("12.3400")).toBe("12.34");
    expect(value("12.5", "en", 0)).toContain("has no decimals");
    expect(value("1200", "ja-JP", 0)).toBe("1200");
  });

  test.each(["abc", "1..2", "1,2,3", "12.34.5", "1,23.456,7", "--5", "5 apples", "=", "=2+", "=(1", "=1)", "=alert(1)", "1e5"])("%s is refused with a sentence", (typed) => {
    const result = read(typed);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.problem).toMatch(/^“.*[.]$/);
  });

  test.each([["=3*95.38", "286.14"], ["=10/3", "3.33"], ["=-10/3", "-3.33"], ["=0.125*1", "0.13"], ["=-0.125*1", "-0.13"], ["=(12,50+3)×2", "31.00"], ["= 2 - -3", "5.00"], ["=100/4/5", "5.00"], ["=0.1+0.2", "0.30"]])("the formula %s gives %s", (typed, expected) => expect(value(typed)).toBe(expected));

  test("dividing by zero and endless nesting are sentences, not crashes", () => {
    expect(value("=1/0")).toContain("Dividing by zero");
    expect(value(`=${"(".repeat(90)}1${")".repeat(90)}`)).toContain("refused");
  });

  test("whatever a locale shows reads back as the same amount, for any size", () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.constantFrom("en-IE", "de-DE", "fr-FR", "de-CH", "en-IN", "pl-PL", "ar-EG"), (minor, locale) => {
      const digits = (minor < 0n ? -minor : minor).toString().padStart(3, "0");
      const text = `${minor < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
      expect(value(showAmount(text, locale), locale)).toBe(text);
    }));
  });

  test("any text at all gives a value or a sentence", () => {
    fc.assert(fc.property(fc.string(), fc.boolean(), (text, formula) => {
      const result = read(formula ? `=${text}` : text);
      expect(typeof (result.ok ? result.value : result.problem)).toBe("string");
    }));
  });
});

test("a quantity keeps the decimals that were typed", () => {
  expect(readAmount("3", { decimals: 6, loose: true })).toEqual({ ok: true, value: "3" });
  expect(readAmount("2,125", { decimals: 6, loose: true, locale: "de-DE" })).toEqual({ ok: true, value: "2.125" });
});

test("figures are set with the locale's marks, and the minus is the true one", () => {
  expect(showAmount("-1234567.50", "en-IE")).toBe("−1,234,567.50");
  expect(showAmount("1234.50", "de-DE")).toBe("1.234,50");
  expect(showAmount("123456789012345678901234.56", "en")).toBe("123,456,789,012,345,678,901,234.56");
  expect(showAmount("not a number", "en")).toBe("not a number");
  expect(amountParts("-369.00", "en")).toEqual({ minus: true, whole: "369", point: ".", fraction: "00" });
  expect(currencySign("EUR", "en-IE")).toEqual({ sign: "€", before: true, gap: "" });
  expect(currencySign("EUR", "de-DE")).toMatchObject({ sign: "€", before: false });
});

test("sums of selected rows stay apart by currency and are exact", () => {
  expect(sumByCurrency([{ amount: "0.10", currency: "EUR" }, { amount: "0.20", currency: "EUR" }, { amount: "5", currency: "JPY" }, { amount: "-0.30", currency: "EUR" }])).toEqual([{ currency: "EUR", amount: "0.00" }, { currency: "JPY", amount: "5" }]);
});

test("a three-letter code in front is no part of the number", () => {
  expect(readDecimal("USD 1,000.00")).toBe("1000.00");
});
