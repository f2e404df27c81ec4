import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { creditAmounts, type CreditAmounts, type CreditAsk, type CreditableInvoice, type CreditedSoFar } from "./credit-amounts.ts";

const nothing: CreditedSoFar = { lines: new Map(), taxes: new Map() };

/** What was credited before, plus one more note. */
function after(before: CreditedSoFar, note: CreditAmounts): CreditedSoFar {
  const lines = new Map(before.lines);
  for (const part of note.lines) {
    const taken = lines.get(part.lineId) ?? { quantity: "0", netByQuantity: 0n, net: 0n };
    lines.set(part.lineId, { quantity: String(Number(taken.quantity) + Number(part.quantity ?? 0)), netByQuantity: taken.netByQuantity + (part.quantity === null ? 0n : part.net), net: taken.net + part.net });
  }
  const taxes = new Map(before.taxes);
  for (const row of note.taxes) {
    const taken = taxes.get(row.key) ?? { base: 0n, tax: 0n };
    taxes.set(row.key, { base: taken.base + row.base, tax: taken.tax + row.tax });
  }
  return { lines, taxes };
}

describe("credit notes", () => {
  // 3 pieces for 100.00 in all, and a discount of 10.00 on the document; tax as issued, a cent off what 23 % would give.
  const invoice: CreditableInvoice = { lines: [{ id: "a", quantity: "3", net: 10_000n, tax: "S 23" }], taxes: [{ key: "S 23", base: 9_000n, tax: 2_071n }] };

  test("C3 a full credit gives back the invoice's stored cents, not a recomputation", () => {
    expect(creditAmounts(invoice, nothing, "all")).toEqual({ lines: [{ lineId: "a", quantity: "3", net: 10_000n }], taxes: [{ key: "S 23", lines: 10_000n, base: 9_000n, tax: 2_071n }], total: 11_071n });
  });

  test("C3 three thirds close at zero: the last takes the residue of line, base and tax", () => {
    let before = nothing;
    const notes = [1, 2, 3].map(() => {
      const note = creditAmounts(invoice, before, [{ lineId: "a", quantity: "1" }]) as CreditAmounts;
      before = after(before, note);
      return [note.lines[0]!.net, note.taxes[0]!.base, note.taxes[0]!.tax];
    });
    expect(notes).toEqual([[3_333n, 3_000n, 690n], [3_334n, 3_000n, 691n], [3_333n, 3_000n, 690n]]);
  });

  test("V2.3.2 C1 more than is left of a line is refused with what is left", () => {
    expect(creditAmounts(invoice, nothing, [{ lineId: "a", quantity: "3.1" }])).toEqual({ lineId: "a", leftQuantity: "3", leftNet: 10_000n });
    expect(creditAmounts(invoice, nothing, [{ lineId: "a", net: 10_001n }])).toEqual({ lineId: "a", leftQuantity: "3", leftNet: 10_000n });
    expect(creditAmounts(invoice, nothing, [{ lineId: "a", net: -1n }])).toMatchObject({ leftNet: 10_000n });
    expect(creditAmounts(invoice, nothing, [{ lineId: "a", quantity: "-1" }])).toMatchObject({ leftQuantity: "3" });
  });

  test("however an invoice is credited piece by piece, no row is ever exceeded and the last piece closes at zero", () => {
    const line = fc.record({ quantity: fc.integer({ min: 1, max: 40 }), price: fc.integer({ min: 1, max: 50_000 }), tax: fc.constantFrom("S 23", "S 13.5", "Z 0") });
    const asks = fc.array(fc.record({ line: fc.nat(5), by: fc.constantFrom("quantity", "amount"), share: fc.integer({ min: 1, max: 100 }) }), { maxLength: 12 });
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), asks, fc.integer({ min: 0, max: 90 }), (drawn, steps, discount) => {
      const lines = drawn.map((one, index) => ({ id: String(index), quantity: String(one.quantity), net: BigInt(one.quantity * one.price), tax: one.tax }));
      const taxes = [...new Set(drawn.map((one) => one.tax))].map((key) => {
        const sum = lines.filter((one) => one.tax === key).reduce((total, one) => total + one.net, 0n);
        const base = sum - (sum * BigInt(discount)) / 100n;
        return { key, base, tax: (base * BigInt(Math.round(Number(key.split(" ")[1]) * 10))) / 1000n };
      });
      const invoice = { lines, taxes };
      let before = nothing;
      const take = (ask: CreditAsk) => {
        const note = creditAmounts(invoice, before, ask);
        if (!("total" in note)) return;
        for (const row of note.taxes) expect(row.base >= 0n && row.tax >= 0n).toBe(true);
        before = after(before, note);
      };
      for (const step of steps) {
        const one = lines[step.line % lines.length]!;
        const left = one.net - (before.lines.get(one.id)?.net ?? 0n);
        take(step.by === "quantity" ? [{ lineId: one.id, quantity: String(Math.ceil((Number(one.quantity) * step.share) / 200)) }] : [{ lineId: one.id, net: (left * BigInt(step.share)) / 100n }]);
      }
      take("all");
      for (const one of lines) expect(before.lines.get(one.id)?.net ?? 0n).toBe(one.net);
      for (const row of taxes) expect(before.taxes.get(row.key) ?? { base: 0n, tax: 0n }).toEqual({ base: row.base, tax: row.tax });
    }), { numRuns: 500 });
  });
});
