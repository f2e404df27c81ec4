import fc from "fast-check";
import type { Field, Reading } from "@counterfoil/extract";
import { describe, expect, test } from "vitest";
import { answered, currentOf, flatOf, normalised, numberKey, withLines, withValue, type Current } from "./current.ts";
import { questionsOf } from "./policy.ts";
import { equationsOf, recheck } from "./recheck.ts";

const field = (value: string, extra: Partial<Field> = {}): Field => ({ value, source: "text", confidence: 0.9, level: "sure", evidence: [{ page: 1, box: { x: 1, y: 10, width: 1, height: 1 }, raw: value }], checks: [], alternatives: [], ...extra });
const reading = (fields: Record<string, Field>, rest: Partial<Reading> = {}): Reading => ({
  engine: { name: "counterfoil", version: "t" }, syntax: "pdf", fields, lines: [], taxes: [], accounts: [], allowances: [], charges: [], identifiers: [], checks: [], proof: "none", pages: [], problems: [], ...rest,
});
const totals = (net: string, tax: string, gross: string, currency = "EUR") => ({ netTotal: field(net), taxTotal: field(tax), grossTotal: field(gross), currency: field(currency) });

describe("values as they stand", () => {
  test("sums are exact for any amounts, and a wrong cent is named", () => {
    const cents = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });
    const text = (minor: bigint) => `${minor < 0n ? "-" : ""}${(minor < 0n ? -minor : minor) / 100n}.${String((minor < 0n ? -minor : minor) % 100n).padStart(2, "0")}`;
    fc.assert(fc.property(cents, cents, fc.constantFrom(0n, 1n, -7n), (net, tax, off) => {
      const [check] = equationsOf({ fields: totals(text(net), text(tax), text(net + tax + off)), lines: [], taxes: [] });
      expect(check!.holds).toBe(off === 0n);
      if (off !== 0n) expect(check!.difference!.replaceAll(",", "").replace("−", "-")).toBe(text(off));
    }));
  });

  test("any answer followed by undoing it gives the values as before", () => {
    const start = recheck(currentOf(reading(totals("100.00", "19.00", "119.00"))), null, "netTotal");
    const answers = fc.oneof(
      fc.record({ path: fc.constantFrom("netTotal", "taxTotal", "grossTotal"), action: fc.constant("correct" as const), value: fc.integer({ min: 0, max: 99999 }).map(String) }),
      fc.record({ path: fc.constantFrom("netTotal", "dueDate", "supplier.iban"), action: fc.constant("absent" as const) }),
      fc.record({ path: fc.constantFrom("netTotal", "currency"), action: fc.constant("confirm" as const) }),
    );
    fc.assert(fc.property(fc.array(answers, { maxLength: 6 }), (list) => {
      let current: Current = start;
      const undo: (() => void)[] = [];
      for (const answer of list) {
        let result;
        try { result = answered(current, null, answer); } catch { continue; }
        undo.push(() => { current = recheck(withValue(current, answer.path, result.change.before), null, answer.path); });
        current = result.after;
      }
      for (const back of undo.reverse()) back();
      const sorted = (fields: object) => Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
      expect(sorted(current.fields)).toEqual(sorted(start.fields));
      expect(current.checks).toEqual(start.checks);
      expect(current.absent).toEqual([]);
    }));
  });

  test("an allowance that the engine saw keeps its equation until one of its values changes", () => {
    const seen = reading({ ...totals("90.00", "17.10", "107.10") }, {
      lines: [{ netAmount: field("100.00") }],
      checks: [{ name: "lines_sum", holds: true, equation: "100.00 − 10.00 = 90.00", operands: ["netTotal", "lines.0.netAmount"] }],
    });
    const { after } = answered(currentOf(seen), seen, { path: "taxTotal", action: "correct", value: "17.10" });
    expect(after.checks.find((check) => check.name === "lines_sum")).toMatchObject({ holds: true, equation: "100.00 − 10.00 = 90.00" });
    const changed = answered(after, seen, { path: "netTotal", action: "correct", value: "100.00" }).after;
    expect(changed.checks.find((check) => check.name === "lines_sum")).toMatchObject({ holds: true, equation: "Σ 1 line 100.00 = 100.00" });
  });

  test("a doubtful total is settled when a person's net and tax add up to it", () => {
    const seen = reading({ ...totals("100.00", "18.00", "119.00"), grossTotal: field("119.00", { level: "unsure", reason: "does not add up" }) });
    const { after } = answered(currentOf(seen), seen, { path: "taxTotal", action: "correct", value: "19" });
    expect(after.fields.grossTotal).toMatchObject({ level: "sure", checks: ["net_plus_tax"] });
    expect(after.fields.grossTotal!.reason).toBeUndefined();
    expect(after.proof).toBe("partial");
    const back = recheck(withValue(after, "taxTotal", { field: seen.fields.taxTotal!, absent: false }), seen, "taxTotal");
    expect(back.fields.grossTotal).toEqual(seen.fields.grossTotal);
  });

  test("amounts follow the currency: yen have no decimals, dinars three", () => {
    expect(normalised("grossTotal", "1200", "JPY")).toBe("1200");
    expect(() => normalised("grossTotal", "12.5", "JPY")).toThrow(/more decimals/);
    expect(normalised("grossTotal", "1.5", "KWD")).toBe("1.500");
    expect(flatOf(currentOf(reading(totals("1.000", "0.500", "1.500", "KWD")))).grossMinor).toBe(1500n);
    expect(flatOf(currentOf(reading(totals("1", "0", "1.005")))).grossMinor).toBeNull();
    expect(flatOf(currentOf(reading({ grossTotal: field("9".repeat(30)), currency: field("EUR") }))).grossMinor).toBeNull();
    expect(flatOf(currentOf(reading({ grossTotal: field("5.00"), currency: field("ABC") })))).toMatchObject({ currency: null, grossMinor: null });
    expect(flatOf(currentOf(reading({ issueDate: field("2026-02-31") }))).issueDate).toBeNull();
  });

  test("lines with hostile cells are refused, empty ones left out", () => {
    const current = currentOf(reading({ currency: field("EUR") }));
    expect(() => withLines(current, null, [{ quantity: "1e400" }])).toThrow(/number/);
    expect(() => withLines(current, null, [{ netAmount: "NaN" }])).toThrow();
    expect(() => withLines(current, null, [{ taxRate: "101" }])).toThrow(/percentage/);
    expect(withLines(current, null, [{ description: "", netAmount: "5" }]).after.lines).toEqual([{ netAmount: expect.objectContaining({ value: "5.00" }) }]);
  });

  test("numbers that people write differently are one", () => {
    expect(numberKey("RE-2026/0042")).toBe(numberKey("re 2026 0042"));
    expect(numberKey("---")).toBeNull();
  });

  test("questions come blocking first, in reading order, the bank account last of those, and a person's answer ends one", () => {
    const unsure = (value: string, y: number) => field(value, { level: "unsure", reason: "?", evidence: [{ page: 1, box: { x: 0, y, width: 1, height: 1 }, raw: value }] });
    const fields = { ...totals("1", "0", "1"), grossTotal: unsure("1", 700), invoiceNumber: unsure("A", 100), issueDate: field("2026-01-01"), "supplier.name": field("S"), paymentTerms: unsure("14", 50) };
    const facts = { fields, lines: [{ quantity: unsure("2", 300) }], taxes: [], allowances: [], charges: [], absent: [], bankChanged: "differs", duplicate: "twice" };
    expect(questionsOf(facts).map((question) => [question.path, question.blocking])).toEqual([
      ["duplicate", true], ["invoiceNumber", true], ["grossTotal", true], ["bank_changed", true], ["paymentTerms", false], ["lines.0.quantity", false],
    ]);
    const answeredFields = { ...fields, grossTotal: { ...fields.grossTotal, source: "human" as const } };
    expect(questionsOf({ ...facts, fields: answeredFields }).map((question) => question.path)).not.toContain("grossTotal");
  });

  test("a person adds an account, an allowance or a charge by its first value, and takes it back", () => {
    const read = reading(totals("100.00", "19.00", "119.00"), { accounts: [{ iban: field("DE02120300000000202051") }] });
    const start = currentOf(read);
    const { after, change } = answered(start, read, { path: "accounts.1.iban", action: "correct", value: "DE89 3704 0044 0532 0130 00" });
    expect(after.accounts.map((account) => account.iban!.value)).toEqual(["DE02120300000000202051", "DE89370400440532013000"]);
    const more = answered(answered(after, read, { path: "charges.0.amount", action: "correct", value: "12.5" }).after, read, { path: "charges.0.reason", action: "correct", value: "Freight" }).after;
    expect(more.charges).toMatchObject([{ kind: "other", amount: { value: "12.50", source: "human" }, reason: { value: "Freight" } }]);
    expect(withValue(after, "accounts.1.iban", change.before).accounts).toMatchObject([{ iban: { value: "DE02120300000000202051" } }, {}]);
    for (const path of ["accounts.3.iban", "lines.0.quantity", "taxes.0.base", "identifiers.0.value"]) expect(() => answered(start, read, { path, action: "correct", value: "1" }), path).toThrow("no such line");
    expect(() => answered(start, read, { path: "accounts.1.iban", action: "correct", value: "DE89370400440532013001" })).toThrow("check digits");
  });

  test("values stored before there were further lists still open", () => {
    const { accounts: _a, allowances: _b, charges: _c, identifiers: _d, ...old } = reading(totals("100.00", "19.00", "119.00"));
    expect(currentOf(old as Reading)).toMatchObject({ accounts: [], allowances: [], charges: [], identifiers: [] });
  });

  test("a line's product counts its discount and the quantity its price is for", () => {
    const line = { quantity: field("250"), unitPrice: field("40.00"), baseQuantity: field("100"), discountPercent: field("10"), netAmount: field("90.00") };
    expect(equationsOf({ fields: {}, lines: [line], taxes: [] })).toMatchObject([{ name: "line_product", holds: true, equation: "250 × 40.00 ÷ 100 − 10 % = 90.00" }]);
    expect(equationsOf({ fields: {}, lines: [{ ...line, netAmount: field("100.00") }], taxes: [] })[0]!.holds).toBe(false);
  });

  test("a charge that a person adds belongs to the sum of lines and net; tax withheld to what is due", () => {
    const fields = { ...totals("100.00", "19.00", "119.00"), withholding: field("15.00"), amountDue: field("104.00") };
    const base = { fields, lines: [{ netAmount: field("95.00") }], taxes: [], allowances: [], charges: [{ kind: "freight" as const, amount: field("5.00") }] };
    const held = (checks: ReturnType<typeof equationsOf>) => Object.fromEntries(checks.map((check) => [check.name, check.holds]));
    expect(held(equationsOf(base))).toEqual({ net_of_lines: true, net_plus_tax: true, amount_due: true });
    expect(held(equationsOf({ ...base, charges: [...base.charges, { kind: "other", amount: field("1.00") }] }))).toMatchObject({ net_of_lines: false });
    const read = reading(fields, { lines: base.lines, charges: base.charges, checks: equationsOf(base) });
    expect(recheck({ ...currentOf(read), charges: [...base.charges, { kind: "other", amount: field("1.00") }] }, read, "charges.1.amount").checks.find((check) => check.name === "net_of_lines")!.holds).toBe(false);
  });
});
