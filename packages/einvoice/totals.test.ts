import { AmountError, Decimal, formatAmount, parseAmount, type Money } from "@counterfoil/money";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkTotals } from "./check.ts";
import { semanticAmounts } from "./semantic-amounts.ts";
import { totalsOf, type Totals, type TotalsInput, type TotalsLine } from "./totals.ts";
import type { ReadInvoice, VatCategory } from "./types.ts";

const line = (quantity: string, unitPrice: string, rate = "19", extra: Partial<TotalsLine> = {}): TotalsLine => ({ quantity, unitPrice, vat: { category: "S", rate }, ...extra });
const eur = (lines: TotalsLine[], extra: Partial<TotalsInput> = {}): TotalsInput => ({ currency: "EUR", lines, ...extra });
const shown = (totals: Totals, ...keys: ("netTotal" | "vatTotal" | "grossTotal" | "amountDue" | "rounding" | "withheld")[]) => keys.map((key) => formatAmount(totals[key]));
const rows = (totals: Totals) => totals.vatBreakdown.map((row) => `${row.category} ${row.rate}: ${formatAmount(row.base)} + ${formatAmount(row.tax)}`);
const asInvoice = (input: TotalsInput, totals = totalsOf(input)): ReadInvoice => {
  const amounts = semanticAmounts(input, totals);
  return {
    ...amounts, notes: [], precedingInvoices: [], supportingDocuments: [],
    lines: amounts.lines.map((terms) => ({ ...terms, classifications: [], attributes: [] })),
  };
};

describe("the rules' examples", () => {
  test("a discount on the document reduces each tax group before tax (T6)", () => {
    const totals = totalsOf(eur([line("1", "100.01", "20"), line("1", "33.33", "5.5")], { allowances: [{ percent: "10" }] }));
    expect(totals.allowances.map((part) => formatAmount(part.amount))).toEqual(["10.00", "3.33"]);
    expect(rows(totals)).toEqual(["S 20: 90.01 + 18.00", "S 5.5: 30.00 + 1.65"]);
    expect(shown(totals, "grossTotal")).toEqual(["139.66"]);
    const fixed = totalsOf(eur([line("3", "45", "21")], { allowances: [{ amount: "60" }] }));
    expect(shown(fixed, "netTotal", "vatTotal", "grossTotal")).toEqual(["75.00", "15.75", "90.75"]);
  });
  test("a fixed discount enters exactly (T7)", () => {
    expect(shown(totalsOf(eur([line("1", "8500")], { allowances: [{ amount: "7500" }] })), "grossTotal")).toEqual(["1190.00"]);
    expect(shown(totalsOf(eur([line("3", "290", "0", { vat: { category: "E", rate: "0" } })], { allowances: [{ amount: "70" }] })), "netTotal")).toEqual(["800.00"]);
  });
  test("tax is rounded per document or per line, as the document says (T3)", () => {
    const lines = [line("1", "55.55", "23"), line("1", "11.11", "23")];
    expect(shown(totalsOf(eur(lines)), "vatTotal")).toEqual(["15.33"]);
    const perLine = totalsOf(eur(lines, { taxRounding: "line" }));
    expect(shown(perLine, "vatTotal")).toEqual(["15.34"]);
    expect(formatAmount(perLine.vatBreakdown[0]!.difference)).toBe("0.01");
  });
  test("inclusive prices keep their gross (T4)", () => {
    expect(rows(totalsOf(eur([line("1", "500.00", "10")], { prices: "inclusive" })))).toEqual(["S 10: 454.55 + 45.45"]);
    expect(rows(totalsOf(eur([line("1", "100.00")], { prices: "inclusive" })))).toEqual(["S 19: 84.03 + 15.97"]);
    const discounted = totalsOf(eur([line("3", "19.99"), line("1", "4.50", "7")], { prices: "inclusive", allowances: [{ amount: "5" }] }));
    expect(shown(discounted, "grossTotal")).toEqual(["59.47"]);
  });
  test("two taxes on one base, and a tax on a tax (T5)", () => {
    const taxes = [{ name: "QST", rate: "9.975" }];
    const canada = (price: string) => totalsOf({ currency: "CAD", lines: [line("1", price, "5", { furtherTaxes: taxes })] });
    expect(["300.00", "140", "1140"].map((price) => shown(canada(price), "grossTotal")[0])).toEqual(["344.93", "160.97", "1310.72"]);
    expect(canada("300").vatBreakdown[0]!.furtherTaxes.map((tax) => [tax.name, tax.rate, formatAmount(tax.tax)])).toEqual([["QST", "9.975", "29.93"]]);
    const compound = totalsOf({ currency: "CAD", lines: [line("1", "100", "5", { furtherTaxes: [{ name: "PST", rate: "9.5", compound: true }] })] });
    expect(shown(compound, "grossTotal")).toEqual(["114.98"]);
    const inclusive = totalsOf({ currency: "CAD", prices: "inclusive", lines: [line("1", "344.93", "5", { furtherTaxes: taxes })] });
    expect(shown(inclusive, "netTotal", "grossTotal")).toEqual(["300.00", "344.93"]);
    expect(() => semanticAmounts(eur([]), canada("1"))).toThrow(RangeError);
  });
  test("withholding is taken of the net, after VAT (T9)", () => {
    const totals = totalsOf(eur([line("1", "1393.50", "21")], { withholdingPercents: ["15"] }));
    expect(shown(totals, "vatTotal", "withheld", "grossTotal", "amountDue")).toEqual(["292.64", "-209.03", "1686.14", "1477.11"]);
  });
  test("the currency decides the digits (T10)", () => {
    expect(formatAmount(totalsOf({ currency: "KWD", lines: [line("3", "10.1255", "0", { vat: { category: "Z", rate: "0" } })] }).amountDue)).toBe("30.377");
    expect(formatAmount(totalsOf({ currency: "JPY", lines: [line("3", "1234.5", "0", { vat: { category: "Z", rate: "0" } })] }).amountDue)).toBe("3704");
  });
  test("cash is rounded in a field of its own (T12)", () => {
    const totals = totalsOf({ currency: "CHF", lines: [line("1", "10.53", "0", { vat: { category: "O", rate: "0" } })], cashStepMinor: 5n });
    expect(shown(totals, "grossTotal", "rounding", "amountDue")).toEqual(["10.53", "0.02", "10.55"]);
  });
  test("categories without tax carry their legal reason, and refuse a rate (T11)", () => {
    const input = eur([line("1", "100", "0", { vat: { category: "AE", rate: "0" } }), line("1", "50")]);
    expect(semanticAmounts(input, totalsOf(input)).vatBreakdown).toEqual([
      { category: "S", rate: "19", base: "50.00", tax: "9.50" },
      { category: "AE", rate: "0", base: "100.00", tax: "0.00", exemptionReason: "Reverse charge", exemptionReasonCode: "VATEX-EU-AE" },
    ]);
    for (const vat of [{ category: "AE", rate: "19" }, { category: "S", rate: "-1" }, { category: "X" as VatCategory, rate: "0" }] as const) {
      expect(() => totalsOf(eur([line("1", "1", "0", { vat })]))).toThrow(AmountError);
    }
  });
  test("outside the scope of VAT there is no rate", () => {
    const input = eur([line("1", "100", "0", { vat: { category: "O", rate: "0" } })]);
    const { lines, vatBreakdown } = semanticAmounts(input, totalsOf(input));
    expect([lines[0], vatBreakdown[0]].some((terms) => "vatRate" in terms! || "rate" in terms!)).toBe(false);
  });
  test("a charge with its own tax, such as freight, makes its own group", () => {
    const totals = totalsOf(eur([line("2", "50", "7")], { charges: [{ amount: "4.90", reason: "Freight", vat: { category: "S", rate: "19" } }] }));
    expect(rows(totals)).toEqual(["S 19: 4.90 + 0.93", "S 7: 100.00 + 7.00"]);
  });
  test("prepaid amounts are deducted, and nothing at all totals zero", () => {
    expect(shown(totalsOf(eur([line("1", "100")], { prepaid: "19.00" })), "amountDue")).toEqual(["100.00"]);
    expect(shown(totalsOf(eur([], { allowances: [{ amount: "5" }] })), "amountDue")).toEqual(["0.00"]);
    expect(() => totalsOf(eur([line("one", "1")]))).toThrow(/not a decimal number/);
  });
  test("negative prices move their sign to the quantity, and discounts below zero become charges", () => {
    const input = eur([line("2", "-5"), line("1", "100", "19", { discount: { amount: "-3" } })]);
    const { lines } = semanticAmounts(input, totalsOf(input));
    expect(lines[0]).toMatchObject({ quantity: "-2", unitPrice: "5", netAmount: "-10.00" });
    expect(lines[1]).toMatchObject({ allowances: [], charges: [{ amount: "3.00" }], netAmount: "103.00" });
  });
});

const decimal = (min: number, max: number, scale: number) => fc.integer({ min, max }).map((units) => Decimal.text(Decimal.of(units, scale)));
const vat = fc.constantFrom<TotalsLine["vat"]>(
  { category: "S", rate: "19" }, { category: "S", rate: "7" }, { category: "S", rate: "5.5" }, { category: "S", rate: "21.375" },
  { category: "Z", rate: "0" }, { category: "AE", rate: "0" }, { category: "E", rate: "0" }, { category: "L", rate: "3" },
);
const change = fc.oneof(decimal(0, 3000, 2).map((percent) => ({ percent })), decimal(0, 100_000, 2).map((amount) => ({ amount })));
const anyLine: fc.Arbitrary<TotalsLine> = fc.record(
  { quantity: decimal(-99_999, 999_999, 3), unitPrice: decimal(0, 9_999_999, 4), vat, baseQuantity: fc.constantFrom("1", "10", "100"), discount: change },
  { requiredKeys: ["quantity", "unitPrice", "vat"] },
);
const anyInput = (fixed: Partial<TotalsInput> = {}): fc.Arbitrary<TotalsInput> =>
  fc.record({
    currency: fc.constant("EUR"),
    lines: fc.array(anyLine, { minLength: 1, maxLength: 8 }),
    allowances: fc.array(change, { maxLength: 2 }),
    charges: fc.array(fc.oneof(change, fc.tuple(change, vat).map(([first, group]) => ({ ...first, vat: group }))), { maxLength: 2 }),
    prepaid: decimal(0, 100_000, 2),
    taxRounding: fc.constantFrom("document" as const, "line" as const),
    prices: fc.constantFrom("net" as const, "inclusive" as const),
    cashStepMinor: fc.constantFrom(undefined, 5n, 100n),
  }).map(({ cashStepMinor, ...input }) => ({ ...input, ...(cashStepMinor !== undefined && { cashStepMinor }), ...fixed }));

describe("whatever the document (T12, T13)", () => {
  test("BR-CO-10 to BR-CO-17 hold to the cent for net prices with tax rounded per document", () => {
    fc.assert(fc.property(anyInput({ prices: "net", taxRounding: "document" }), (input) => {
      const checks = checkTotals(asInvoice(input));
      expect(checks.filter((check) => !check.holds)).toEqual([]);
      for (const rule of ["BT-131", "BR-CO-10", "BR-CO-13", "BR-CO-14", "BR-CO-15", "BR-CO-16", "BR-CO-17"]) expect(checks.some((check) => check.rule === rule)).toBe(true);
    }), { numRuns: 400 });
  });
  test("only the tax product may be off in the other modes: half a cent per rounding, as the row's difference says", () => {
    fc.assert(fc.property(anyInput(), (input) => {
      const totals = totalsOf(input);
      const failing = checkTotals(asInvoice(input, totals)).filter((check) => !check.holds);
      expect(failing.filter((check) => check.rule !== "BR-CO-17")).toEqual([]);
      const roundings = (input.taxRounding === "line" ? BigInt(input.lines.length) + 4n : 0n) + 1n;
      for (const row of totals.vatBreakdown) expect(row.difference.minor ** 2n <= roundings ** 2n).toBe(true);
    }), { numRuns: 400 });
  });
  test("an inclusive document costs what its lines, discounts and charges say", () => {
    fc.assert(fc.property(anyInput({ prices: "inclusive", allowances: [{ amount: "1.23" }], charges: [{ amount: "0.45" }] }), (input) => {
      const totals = totalsOf(input);
      const asPriced = totals.lines.reduce((sum, { amount }) => sum + amount.minor, 0n);
      expect(totals.grossTotal.minor).toBe(asPriced - 123n + 45n);
    }));
  });
  test("lines less discounts are the bases, and bases with tax are the total", () => {
    fc.assert(fc.property(anyInput(), (input) => {
      const totals = totalsOf(input);
      const sum = (amounts: Money[]) => amounts.reduce((all, { minor }) => all + minor, 0n);
      const bases = sum(totals.vatBreakdown.map((row) => row.base));
      expect(sum(totals.lines.map((entry) => entry.net)) - totals.allowanceTotal.minor + totals.chargeTotal.minor).toBe(bases);
      expect(bases + totals.vatTotal.minor).toBe(totals.grossTotal.minor);
    }));
  });
  test("the order of lines changes no total", () => {
    fc.assert(fc.property(anyInput(), (input) => {
      const { lines: _, ...totals } = totalsOf(input);
      const { lines: __, ...reversed } = totalsOf({ ...input, lines: [...input.lines].reverse() });
      expect(reversed).toEqual(totals);
    }));
  });
  test("negating every quantity and fixed amount negates every amount", () => {
    const negative = (text: string) => (text.startsWith("-") ? text.slice(1) : `-${text}`);
    const mirrored = <T extends object>(item: T): T => ("amount" in item ? { ...item, amount: negative(item.amount as string) } : item);
    fc.assert(fc.property(anyInput(), (input) => {
      const mirror = totalsOf({
        ...input,
        lines: input.lines.map((entry) => ({ ...entry, quantity: negative(entry.quantity), ...(entry.discount && { discount: mirrored(entry.discount) }) })),
        allowances: input.allowances!.map(mirrored), charges: input.charges!.map(mirrored), prepaid: negative(input.prepaid!),
      });
      const amounts = (totals: Totals) => [...totals.vatBreakdown.flatMap((row) => [row.base, row.tax]), totals.netTotal, totals.grossTotal, totals.rounding, totals.amountDue].map(({ minor }) => minor);
      expect(amounts(mirror)).toEqual(amounts(totalsOf(input)).map((minor) => -minor));
    }));
  });
  test("splitting a line moves the total by at most half a cent per line and a half for the tax", () => {
    fc.assert(fc.property(decimal(1, 99_999, 3), fc.integer({ min: 1, max: 500 }), decimal(0, 99_999, 4), (quantity, parts, unitPrice) => {
      const share = Decimal.parse(quantity);
      const first = Decimal.of(share.units / BigInt(parts), 3);
      const rest = Decimal.sub(share, Decimal.mul(first, Decimal.of(parts - 1)));
      const split = [...Array.from({ length: parts - 1 }, () => line(Decimal.text(first), unitPrice)), line(Decimal.text(rest), unitPrice)];
      const difference = totalsOf(eur(split)).grossTotal.minor - totalsOf(eur([line(quantity, unitPrice)])).grossTotal.minor;
      const boundTwice = (BigInt(parts) + 1n) * 119n / 100n + 2n; // (parts + 1) nets off by ½ each, times 1.19, and two taxes by ½
      expect(4n * difference * difference <= boundTwice * boundTwice).toBe(true);
    }), { numRuns: 60 });
  });
});

describe("checking what others sent", () => {
  test("each equation is stated with its numbers, and by how much it fails", () => {
    const input = eur([line("2", "10", "19", { discount: { percent: "10" } })], { charges: [{ amount: "1" }] });
    const sent = asInvoice(input);
    sent.totals = { ...sent.totals, grossTotal: "22.60" };
    const failing = checkTotals(sent).filter((check) => !check.holds);
    expect(failing).toEqual([
      { rule: "BR-CO-15", holds: false, equation: "19.00 + 3.61 = 22.60", difference: "-0.01", operands: ["totals.netTotal", "totals.vatTotal", "totals.grossTotal"] },
      { rule: "BR-CO-16", holds: false, equation: "22.60 = 22.61", difference: "0.01", operands: ["totals.grossTotal", "totals.amountDue"] },
    ]);
    expect(checkTotals(sent)[0]).toMatchObject({ rule: "BT-131", holds: true, equation: "2 × 10 − 2.00 = 18.00" });
  });
  test("a cent off in the tax or a line is told apart from a wrong sum", () => {
    const sent = asInvoice(eur([line("3", "3.333", "19")]));
    sent.vatBreakdown[0]!.tax = "1.91";
    sent.lines[0]!.netAmount = "10.02";
    const failing = checkTotals(sent).filter((check) => !check.holds);
    expect(failing.map(({ rule, difference, tolerated }) => [rule, difference, tolerated])).toEqual([
      ["BT-131", "0.02", true], ["BR-CO-10", "-0.02", undefined], ["BR-CO-14", "-0.01", undefined], ["BR-CO-17", "0.01", true],
    ]);
  });
  test("absent operands make no claim", () => {
    expect(checkTotals({ notes: [], precedingInvoices: [], allowances: [], charges: [], vatBreakdown: [], supportingDocuments: [], lines: [], totals: { grossTotal: "1.00" } })).toEqual([]);
  });
  test("an amount read is an amount computed", () => {
    expect(parseAmount(asInvoice(eur([line("1", "1")])).totals!.amountDue!, "EUR").minor).toBe(119n);
  });
});
