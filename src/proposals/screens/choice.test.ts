import { expect, test } from "vitest";
import { step, toggle, whatIsMissing, type Chosen } from "./choice.ts";

const line = (id: string, groupId: string | null, more: object = {}) => ({
  id, groupId, optional: groupId === null, preselected: false, itemId: null, name: id, description: null, quantity: "1", quantityChoice: null, unit: "C62",
  unitPrice: "1", discount: null, vatCategory: "S" as const, vatRate: "0", exemptionReason: null, ...more,
});
const group = { id: "g", title: "Timber", text: null, min: 1, max: 1 };
const lines = [line("ash", "g"), line("oak", "g"), line("rail", null)];

test("in a choose-one group the new option replaces the old, and the last one cannot be taken out", () => {
  let chosen: Chosen = new Map([["ash", "1"]]);
  chosen = toggle(chosen, lines[1]!, group, lines);
  expect([...chosen.keys()]).toEqual(["oak"]);
  expect([...toggle(chosen, lines[1]!, group, lines).keys()]).toEqual(["oak"]);
  expect([...toggle(chosen, lines[2]!, undefined, lines).keys()]).toEqual(["oak", "rail"]);
});

test("a stepper keeps within its bounds and adds exactly", () => {
  const choice = { min: "0.5", max: "2", step: "0.1" };
  expect(step("0.5", choice, 1)).toBe("0.6");
  expect(step("0.5", choice, -1)).toBe("0.5");
  expect(step("1.95", choice, 1)).toBe("2");
  expect(step("9", { min: "1", max: "12", step: "1" }, 1)).toBe("10");
});

test("an incomplete choice says which group lacks an answer", () => {
  const shown = { groups: [group], lines } as never;
  expect(whatIsMissing(new Map(), shown)).toBe("Choose one of “Timber”.");
  expect(whatIsMissing(new Map([["oak", "1"]]), shown)).toBeNull();
});
