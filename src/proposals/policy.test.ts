import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ProposalLineView } from "./contract.ts";
import { amountsPerLine, chosenLines, initialSelection, proposalState, publicState, scheduleOf, totalsOfChosen, type Offer } from "./policy.ts";

const line = (id: string, more: Partial<ProposalLineView> = {}): ProposalLineView => ({
  id, groupId: null, optional: false, preselected: false, itemId: null, name: id, description: null, quantity: "1", quantityChoice: null, unit: "C62", unitPrice: "100", discount: null, vatCategory: "S", vatRate: "13.5", exemptionReason: null, ...more,
});
const offer: Offer = {
  currency: "EUR", prices: "net", taxRounding: "document", groups: [{ id: "timber", title: "Choose the timber", min: 1, max: 1 }, { id: "extras", title: "Extras", min: 0, max: 2 }],
  lines: [
    line("survey", { unitPrice: "1450" }), line("bar", { unitPrice: "8900" }),
    line("ash", { groupId: "timber", optional: true, unitPrice: "0", preselected: true }), line("oak", { groupId: "timber", optional: true, unitPrice: "1260" }),
    line("rail", { groupId: "extras", optional: true, unitPrice: "780" }), line("bays", { optional: true, unitPrice: "940", quantity: "3", quantityChoice: { min: "1", max: "6", step: "1" } }),
  ],
};
const problemOf = (selection: { lineId: string; quantity?: string }[]) => chosenLines(offer, selection).problem;

describe("P5 choices", () => {
  test("fixed lines are always in, one of a choose-one group must be, quantities keep to their range and step", () => {
    expect(problemOf([{ lineId: "oak" }])).toBeNull();
    expect(problemOf([])).toBe("“Choose the timber”: choose exactly 1.");
    expect(problemOf([{ lineId: "oak" }, { lineId: "ash" }])).toBe("“Choose the timber”: choose exactly 1.");
    expect(problemOf([{ lineId: "oak" }, { lineId: "bays", quantity: "7" }])).toBe("“bays”: choose from 1 to 6.");
    expect(problemOf([{ lineId: "oak" }, { lineId: "bays", quantity: "2.5" }])).toBe("“bays”: choose in steps of 1 from 1.");
    expect(problemOf([{ lineId: "oak", quantity: "2" }])).toBe("“oak”: the quantity is 1.");
    expect(problemOf([{ lineId: "oak" }, { lineId: "survey", quantity: "0" }])).toBe("“survey”: the quantity is 1.");
    expect(problemOf([{ lineId: "oak" }, { lineId: "oak" }])).toBe("A line is chosen twice.");
    expect(problemOf([{ lineId: "oak" }, { lineId: "elsewhere" }])).toMatch(/does not have/);
  });

  test("the totals of the choice are the money kernel's: 15,210.00 net, 2,053.35 VAT", () => {
    const { chosen, problem } = chosenLines(offer, [{ lineId: "oak" }, { lineId: "rail" }, { lineId: "bays", quantity: "3.0" }]);
    expect(problem).toBeNull();
    const totals = totalsOfChosen(offer, chosen);
    expect([totals.netTotal.minor, totals.vatTotal.minor, totals.grossTotal.minor]).toEqual([1_521_000n, 205_335n, 1_726_335n]);
    expect(amountsPerLine(offer)).toEqual(["1450.00", "8900.00", "0.00", "1260.00", "780.00", "2820.00"]);
    expect(initialSelection(offer)).toEqual([{ lineId: "ash", quantity: "1" }]);
  });

  test("allocation-10 a schedule of 30, 40 and 30 % sums to the total, the last part takes the residue", () => {
    const parts = scheduleOf({ minor: 1_726_335n, currency: "EUR" }, [{ label: "a", percent: "30" }, { label: "b", percent: "40" }, { label: "c", percent: "30" }]);
    expect(parts.map((part) => part.amount)).toEqual(["5179.01", "6905.34", "5179.00"]);
  });

  test("no selection whatever makes the server crash, and an accepted one holds every rule", () => {
    const pick = fc.record({ lineId: fc.constantFrom(...offer.lines.map((one) => one.id), "other"), quantity: fc.option(fc.oneof(fc.string(), fc.constantFrom("1", "3", "-1", "1e3", "0x1", "6.000000")), { nil: undefined }) });
    fc.assert(fc.property(fc.array(pick, { maxLength: 8 }), (selection) => {
      const { chosen, problem } = chosenLines(offer, selection as never);
      if (problem !== null) return;
      expect(chosen.filter(({ line }) => line.groupId === "timber")).toHaveLength(1);
      expect(chosen.filter(({ line }) => !line.optional)).toHaveLength(2);
      expect(totalsOfChosen(offer, chosen).grossTotal.minor).toBeGreaterThan(0n);
    }));
  });
});

describe("V2.3.1 P1 states", () => {
  const facts = { sent: true, viewed: false, answer: null, withdrawn: false, over: false, anyInvoiced: false, allInvoiced: false } as const;
  test.each([
    [{ ...facts, sent: false }, "draft"], [facts, "sent"], [{ ...facts, viewed: true }, "viewed"], [{ ...facts, over: true }, "expired"], [{ ...facts, withdrawn: true, over: true }, "withdrawn"],
    [{ ...facts, answer: "declined", over: true }, "declined"], [{ ...facts, answer: "accepted", over: true, withdrawn: true }, "accepted"],
    [{ ...facts, answer: "accepted", anyInvoiced: true }, "part_invoiced"], [{ ...facts, answer: "accepted", anyInvoiced: true, allInvoiced: true }, "invoiced"],
  ] as const)("%j is %s", (given, state) => expect(proposalState(given)).toBe(state));
  test("the holder of an old link sees that it is superseded, unless that version was answered", () => {
    const link = { answer: null, superseded: true, withdrawn: true, over: true } as const;
    expect(publicState(link)).toBe("superseded");
    expect(publicState({ ...link, answer: "declined" })).toBe("declined");
    expect(publicState({ ...link, superseded: false })).toBe("withdrawn");
  });
});
