import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  AmountError, Decimal, Money, allocate, convert, convertGroups, currencyCodes, exponentOf, formatAmount, formatDecimal, formatMoney,
  cumulativeShare, formatPercent, lineAmounts, lineNet, money, parseAmount, percentOf, readTypedNumber, realisedGain, roundToCash, splitByPercents,
  splitEqually, splitInclusive, spreadOverGroups, taxesOn,
} from "./index.ts";

const d = Decimal.parse;
const eur = (text: string) => parseAmount(text, "EUR");
const texts = (amounts: readonly Money[]) => amounts.map(formatAmount);
const net = (quantity: string, unitPrice: string, currency = "EUR") => formatAmount(lineNet({ quantity: d(quantity), unitPrice: d(unitPrice) }, currency));
const codeOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return error instanceof AmountError ? error.code : error;
  }
  return "no error";
};

const anyDecimal = (min: number, max: number, scale: number) => fc.integer({ min, max }).map((units) => Decimal.of(units, scale));
const anyAmount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map((minor) => money(minor, "EUR"));

describe("reading and writing amounts", () => {
  test("the text form keeps every digit the currency has", () => {
    expect(formatAmount(eur("1234.5"))).toBe("1234.50");
    expect(formatAmount(eur("-0.05"))).toBe("-0.05");
    expect(formatAmount(parseAmount("3704", "JPY"))).toBe("3704");
    expect(formatAmount(parseAmount("30.377", "KWD"))).toBe("30.377");
    expect(eur("+1.500")).toEqual({ minor: 150n, currency: "EUR" });
  });
  test("amounts that would need rounding, are no numbers, or are too large are refused with their code", () => {
    expect(codeOf(() => eur("1.005"))).toBe("amount_too_precise");
    expect(codeOf(() => parseAmount("1.5", "JPY"))).toBe("amount_too_precise");
    for (const bad of ["", "1,50", "1e3", "NaN", "0x10", "1.2.3", "--1", ".", "9".repeat(100)]) expect(codeOf(() => eur(bad))).toBe("not_a_decimal");
    expect(codeOf(() => eur("9".repeat(17)))).toBe("amount_too_large");
    expect(codeOf(() => parseAmount("1", "eur"))).toBe("unknown_currency");
  });
  test("currencies never mix", () => {
    expect(codeOf(() => Money.add(eur("1"), parseAmount("1", "USD")))).toBe("currencies_differ");
    expect(codeOf(() => Money.sum([eur("1")], "USD"))).toBe("currencies_differ");
  });
  test("minor units follow ISO 4217, also for currencies that are gone", () => {
    expect(["EUR", "JPY", "KWD", "BHD", "CLF", "ISK", "DEM", "ITL"].map(exponentOf)).toEqual([2, 0, 3, 3, 4, 0, 2, 0]);
    expect(currencyCodes).toContain("XCG");
    expect(currencyCodes).not.toContain("DEM");
    expect(new Set(currencyCodes).size).toBe(currencyCodes.length);
  });
  test("what is written is read again", () => {
    fc.assert(fc.property(anyAmount, fc.constantFrom("EUR", "JPY", "KWD", "CLF"), ({ minor }, currency) => {
      expect(parseAmount(formatAmount(money(minor, currency)), currency)).toEqual(money(minor, currency));
    }));
  });
});

describe("decimals", () => {
  test("arithmetic is exact and rounding goes away from zero on ties", () => {
    expect(Decimal.text(Decimal.add(d("185.76"), d("14.29")))).toBe("200.05");
    expect(Decimal.text(Decimal.round(Decimal.mul(d("1.005"), d("100")), 0))).toBe("101");
    expect(["2.345", "-2.345", "2.3449", "0.005", "-0.004"].map((text) => Decimal.text(Decimal.round(d(text), 2)))).toEqual(["2.35", "-2.35", "2.34", "0.01", "0.00"]);
    expect(Decimal.text(Decimal.div(d("-1"), d("3"), 4))).toBe("-0.3333");
    expect(Decimal.text(Decimal.div(d("0.02"), d("0.004"), 2))).toBe("5.00");
    expect(codeOf(() => Decimal.div(d("1"), d("0.00"), 2))).toBe("cannot_divide_by_zero");
    expect(Decimal.shortText(d("1.500"))).toBe("1.5");
    expect(Decimal.compare(d("1.5"), d("1.50"))).toBe(0);
    expect(Decimal.tryParse("12 €")).toBeNull();
    expect(Decimal.tryParse(" .5 ")).toEqual({ units: 5n, scale: 1 });
  });
  test("text and value agree for any decimal", () => {
    fc.assert(fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }), (units, scale) => {
      expect(d(Decimal.text({ units, scale }))).toEqual({ units, scale });
    }));
  });
  test("division undoes multiplication up to half of the last digit", () => {
    fc.assert(fc.property(anyDecimal(-1e9, 1e9, 4), anyDecimal(1, 1e6, 3), (a, b) => {
      const error = Decimal.abs(Decimal.sub(Decimal.mul(Decimal.div(a, b, 6), b), a));
      expect(Decimal.compare(Decimal.mul(error, Decimal.of(2)), Decimal.mul(b, Decimal.of(1, 6)))).not.toBe(1);
    }));
  });
});

describe("lines and tax", () => {
  test("a line is rounded once, after the exact product (T1)", () => {
    expect(net("3.25", "95.38")).toBe("309.99");
    expect(formatAmount(Money.sum(["1", "2", "3"].map(() => eur(net("0.333", "100"))), "EUR"))).toBe("99.90");
  });
  test("the currency's exponent decides the rounding (T10)", () => {
    expect(net("3", "10.1255", "KWD")).toBe("30.377");
    expect(net("3", "1234.5", "JPY")).toBe("3704");
  });
  test("a price may be for a base quantity, and a discount may be percent or amount", () => {
    expect(formatAmount(lineNet({ quantity: d("250"), unitPrice: d("9.99"), baseQuantity: d("100") }, "EUR"))).toBe("24.98");
    const tenPercent = lineAmounts({ quantity: d("3"), unitPrice: d("33.335"), discountPercent: d("10") }, "EUR");
    expect(texts([tenPercent.gross, tenPercent.discount, tenPercent.net])).toEqual(["100.01", "10.01", "90.00"]);
    expect(formatAmount(lineNet({ quantity: d("2"), unitPrice: d("50"), discountAmount: d("7.25") }, "EUR"))).toBe("92.75");
    expect(codeOf(() => lineNet({ quantity: d("1"), unitPrice: d("1"), baseQuantity: d("0") }, "EUR"))).toBe("cannot_divide_by_zero");
  });
  test("negating the quantity negates the line, and gross is always discount plus net", () => {
    fc.assert(fc.property(anyDecimal(-1e8, 1e8, 3), anyDecimal(0, 1e8, 4), anyDecimal(1, 1000, 0), anyDecimal(0, 1000, 1), (quantity, unitPrice, baseQuantity, discountPercent) => {
      const line = lineAmounts({ quantity, unitPrice, baseQuantity, discountPercent }, "EUR");
      const mirrored = lineAmounts({ quantity: Decimal.negate(quantity), unitPrice, baseQuantity, discountPercent }, "EUR");
      expect(mirrored.net.minor).toBe(-line.net.minor);
      expect(Money.add(line.net, line.discount)).toEqual(line.gross);
    }));
  });
  test("rounding per document and per line differ as they should (T3)", () => {
    const lines = [eur("55.55"), eur("11.11")];
    expect(formatAmount(percentOf(Money.sum(lines, "EUR"), d("23")))).toBe("15.33");
    expect(formatAmount(Money.sum(lines.map((line) => percentOf(line, d("23"))), "EUR"))).toBe("15.34");
  });
  test("tax comes out of an inclusive price without moving it (T4)", () => {
    const at = (gross: string, rate: string) => {
      const split = splitInclusive(eur(gross), [d(rate)]);
      return texts([split.net, ...split.taxes]);
    };
    expect(at("500.00", "10")).toEqual(["454.55", "45.45"]);
    expect(at("100.00", "19")).toEqual(["84.03", "15.97"]);
    expect(at("100.00", "0")).toEqual(["100.00", "0.00"]);
  });
  test("net and taxes of an inclusive price sum to it for any rates, also negative amounts", () => {
    fc.assert(fc.property(anyAmount, fc.array(anyDecimal(0, 40000, 3), { maxLength: 4 }), (gross, rates) => {
      const { net, taxes } = splitInclusive(gross, rates);
      expect(Money.sum([net, ...taxes], "EUR")).toEqual(gross);
    }));
  });
  test("two taxes on one base are rounded separately (T5)", () => {
    const quebec = [{ rate: d("5") }, { rate: d("9.975") }];
    const total = (base: string) => formatAmount(taxesOn(parseAmount(base, "CAD"), quebec).total);
    expect(texts(taxesOn(eur("300.00"), quebec).taxes.map(({ tax }) => tax))).toEqual(["15.00", "29.93"]);
    expect(["300.00", "140", "1140"].map(total)).toEqual(["344.93", "160.97", "1310.72"]);
  });
  test("a compound tax is charged on the taxes before it, in the order given (T5)", () => {
    const { taxes, total } = taxesOn(eur("100"), [{ rate: d("5") }, { rate: d("9.5"), compound: true }]);
    expect(texts(taxes.map(({ base }) => base))).toEqual(["100.00", "105.00"]);
    expect(formatAmount(total)).toBe("114.98");
  });
  test("a withholding is a negative tax on the net, rounded like its mirror (T9)", () => {
    const { taxes, total } = taxesOn(eur("1393.50"), [{ rate: d("21") }, { rate: d("-15") }]);
    expect(texts(taxes.map(({ tax }) => tax))).toEqual(["292.64", "-209.03"]);
    expect(formatAmount(total)).toBe("1477.11");
  });
  test("a document discount reduces each tax group in proportion, before tax (T6)", () => {
    const nets = [eur("100.01"), eur("33.33")];
    const { total, parts } = spreadOverGroups(nets, { percent: d("10") });
    expect([formatAmount(total), ...texts(parts)]).toEqual(["13.33", "10.00", "3.33"]);
    const bases = nets.map((group, index) => Money.sub(group, parts[index]!));
    expect(texts(bases)).toEqual(["90.01", "30.00"]);
    const taxes = [percentOf(bases[0]!, d("20")), percentOf(bases[1]!, d("5.5"))];
    expect(texts(taxes)).toEqual(["18.00", "1.65"]);
    expect(formatAmount(Money.sum([...bases, ...taxes], "EUR"))).toBe("139.66");
  });
  test("the discount is taken off before the tax, not after (T6)", () => {
    const group = eur(net("3", "45"));
    const base = Money.sub(group, spreadOverGroups([group], { amount: eur("60") }).total);
    const tax = percentOf(base, d("21"));
    expect(texts([base, tax, Money.add(base, tax)])).toEqual(["75.00", "15.75", "90.75"]);
  });
  test("a fixed discount enters exactly (T7)", () => {
    const base = Money.sub(eur("8500"), spreadOverGroups([eur("8500")], { amount: eur("7500") }).total);
    expect(formatAmount(Money.add(base, percentOf(base, d("19"))))).toBe("1190.00");
    expect(formatAmount(Money.sub(eur("870"), spreadOverGroups([eur("400"), eur("470")], { amount: eur("70") }).total))).toBe("800.00");
  });
  test("groups of mixed sign are not torn apart by a discount", () => {
    const nets = [eur("1000.00"), eur("-999.99")];
    expect(texts(spreadOverGroups(nets, { amount: eur("5") }).parts)).toEqual(["5.00", "0.00"]);
    expect(texts(spreadOverGroups(nets, { percent: d("10") }).parts)).toEqual(["100.00", "-100.00"]);
    expect(texts(spreadOverGroups([eur("0"), eur("0")], { amount: eur("5") }).parts)).toEqual(["5.00", "0.00"]);
  });
  test("a spread discount sums to the whole and mirrors under negation", () => {
    fc.assert(fc.property(fc.array(anyAmount, { minLength: 1, maxLength: 6 }), anyDecimal(0, 10000, 2), (nets, percent) => {
      const { total, parts } = spreadOverGroups(nets, { percent });
      expect(Money.sum(parts, "EUR")).toEqual(total);
      expect(spreadOverGroups(nets.map(Money.negate), { percent }).parts).toEqual(parts.map(Money.negate));
      const fixed = spreadOverGroups(nets, { amount: eur("12.34") });
      expect(formatAmount(Money.sum(fixed.parts, "EUR"))).toBe("12.34");
    }));
  });
  test("cash is rounded to the smallest coin and the difference is stated (T12)", () => {
    const rounded = roundToCash(parseAmount("10.53", "CHF"), 5n);
    expect(texts([rounded.payable, rounded.rounding])).toEqual(["10.55", "0.02"]);
    expect(texts([roundToCash(parseAmount("-10.53", "CHF"), 5n).payable])).toEqual(["-10.55"]);
  });
});

describe("splitting", () => {
  test("instalments by percent leave the residue to the last (A10)", () => {
    expect(texts(splitByPercents(eur("1000.01"), [d("30"), d("30"), d("40")]))).toEqual(["300.00", "300.00", "400.01"]);
    expect(texts(splitEqually(eur("100"), 3))).toEqual(["33.33", "33.33", "33.34"]);
    expect(texts(splitEqually(eur("0.05"), 10)).slice(4)).toEqual(["0.01", "0.00", "0.00", "0.00", "0.00", "0.00"]);
    expect(codeOf(() => splitByPercents(eur("1"), [d("50"), d("49.9")]))).toBe("percents_not_100");
    expect(codeOf(() => splitEqually(eur("1"), 0))).toBe("cannot_allocate");
  });
  test("ties of the largest remainder go to the earlier part", () => {
    expect(texts(allocate(eur("0.05"), [1n, 1n]))).toEqual(["0.03", "0.02"]);
    expect(texts(allocate(eur("-0.05"), [1n, 1n]))).toEqual(["-0.03", "-0.02"]);
    expect(texts(allocate(eur("10"), [d("0.5"), d("2.5"), d("0")]))).toEqual(["1.67", "8.33", "0.00"]);
    expect(codeOf(() => allocate(eur("1"), []))).toBe("cannot_allocate");
    expect(codeOf(() => allocate(eur("1"), [0n, 0n]))).toBe("cannot_allocate");
  });
  test("parts sum to the whole, stay within one cent of their share, and mirror under negation", () => {
    const weights = fc.array(fc.bigInt({ min: -1000n, max: 10_000n }), { minLength: 1, maxLength: 12 }).filter((list) => list.reduce((a, b) => a + b, 0n) !== 0n);
    fc.assert(fc.property(anyAmount, weights, (total, list) => {
      const parts = allocate(total, list);
      const weightSum = list.reduce((a, b) => a + b, 0n);
      expect(Money.sum(parts, "EUR")).toEqual(total);
      expect(allocate(Money.negate(total), list)).toEqual(parts.map(Money.negate));
      parts.forEach((part, index) => {
        const error = part.minor * weightSum - total.minor * list[index]!;
        expect(error * error < weightSum * weightSum).toBe(true);
      });
    }));
  });
  test("partial credits of one tax close at zero, in however many steps (C3)", () => {
    const shares = (parts: bigint[]) => parts.map((part, index) => cumulativeShare(eur("0.19"), { part, before: parts.slice(0, index).reduce((a, b) => a + b, 0n), whole: 100n }));
    expect(texts(shares([33n, 33n, 34n]))).toEqual(["0.06", "0.07", "0.06"]);
    expect(formatAmount(Money.sum(shares([1n, 1n, 98n]), "EUR"))).toBe("0.19");
    expect(codeOf(() => cumulativeShare(eur("1"), { part: 1n, before: 0n, whole: 0n }))).toBe("cannot_divide_by_zero");
  });
  test("payment plans sum to the whole and no instalment changes sign", () => {
    fc.assert(fc.property(anyAmount, fc.integer({ min: 1, max: 40 }), (total, parts) => {
      const split = splitEqually(total, parts);
      expect(Money.sum(split, "EUR")).toEqual(total);
      expect(split.every((part) => part.minor * total.minor >= 0n)).toBe(true);
    }));
  });
});

describe("foreign currency", () => {
  const usd = (text: string) => parseAmount(text, "USD");
  test("a payment realises the difference between its rate and the rate at issue (F3)", () => {
    const baseTotal = convert(usd("1000.00"), d("1.0834"), "EUR");
    const payment = { total: usd("1000.00"), baseTotal, settledBefore: usd("0"), payment: usd("1000.00"), rate: d("1.1012") };
    const { received, released, gain } = realisedGain(payment);
    expect(texts([released, received, gain])).toEqual(["1083.40", "1101.20", "17.80"]);
    expect(codeOf(() => realisedGain({ ...payment, payment: eur("1") }))).toBe("currencies_differ");
  });
  test("partial payments release the base total to the cent", () => {
    fc.assert(fc.property(fc.array(fc.bigInt({ min: 1n, max: 10n ** 7n }), { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 99_999 }), (payments, rate) => {
      const total = money(payments.reduce((a, b) => a + b, 0n), "USD");
      const baseTotal = convert(total, Decimal.of(rate, 4), "EUR");
      let settledBefore = Money.zero("USD");
      let released = Money.zero("EUR");
      for (const minor of payments) {
        const payment = money(minor, "USD");
        released = Money.add(released, realisedGain({ total, baseTotal, settledBefore, payment, rate: d("1.1") }).released);
        settledBefore = Money.add(settledBefore, payment);
      }
      expect(released).toEqual(baseTotal);
    }));
  });
  test("converted groups sum to the converted total, the residue on the largest (F2)", () => {
    const { total, groups } = convertGroups([usd("0.33"), usd("0.33"), usd("0.34")], d("1.25"), "EUR");
    expect([formatAmount(total), ...texts(groups)]).toEqual(["1.25", "0.41", "0.41", "0.43"]);
  });
});

describe("display", () => {
  const spaces = (text: string) => text.replace(/\s/g, " ");
  test("amounts are shown exactly, as the reader's language does", () => {
    expect(spaces(formatMoney(eur("1234.5"), "de-DE"))).toBe("1.234,50 €");
    expect(formatMoney(parseAmount("1234.5", "USD"), "en-US")).toBe("$1,234.50");
    expect(formatMoney(eur("9999999999999999.99"), "en-US", { currencyDisplay: "none" })).toBe("9,999,999,999,999,999.99");
    expect(spaces(formatMoney(parseAmount("30.377", "KWD"), "en-US", { currencyDisplay: "code" }))).toBe("KWD 30.377");
    expect(formatMoney(parseAmount("3704", "JPY"), "en-US")).toBe("¥3,704");
  });
  test("quantities and rates keep their digits", () => {
    expect(formatDecimal(d("1234.5600"), "en-US")).toBe("1,234.56");
    expect(formatDecimal(d("2"), "de-DE", 2)).toBe("2,00");
    expect(spaces(formatPercent(d("9.975"), "de-DE"))).toBe("9,975 %");
    expect(formatPercent(d("19.00"), "en-US")).toBe("19%");
  });
  test("what people type in their language becomes plain decimal text", () => {
    expect(readTypedNumber("1.234,50", "de-DE")).toBe("1234.50");
    expect(readTypedNumber("1,234.50", "en-US")).toBe("1234.50");
    expect(readTypedNumber("1 234,5", "fr-FR")).toBe("1234.5");
    expect(readTypedNumber("−12'345.05", "de-CH")).toBe("-12345.05");
    expect(readTypedNumber("12,34,567", "en-IN")).toBe("1234567");
    expect(readTypedNumber("1,50", "en-US")).toBeNull();
    expect(readTypedNumber("12.50", "de-DE")).toBeNull();
    expect(readTypedNumber("twelve", "en-US")).toBeNull();
    expect(readTypedNumber("1,234,56", "de-DE")).toBeNull();
  });
});
