import { expect, test } from "vitest";
import { checkedBody, filled, isBlank, newDraft, readLess, readRows, totalsOf, withBlank, type Draft } from "./draft.ts";
import type { CompanyView } from "../../companies/contract.ts";

const company = { currency: "EUR", prices: "net", taxRounding: "document", defaultVatCategory: "S", defaultVatRate: "23" } as CompanyView;
const draftWith = (...lines: Partial<Draft["lines"][number]>[]): Draft => {
  const empty = newDraft(company);
  return { ...empty, lines: withBlank(lines.map((line, index) => ({ ...empty.lines[0]!, key: `k${index}`, ...line })), company) };
};

test("the blank line at the end is never saved, and one always stands there", () => {
  const draft = draftWith({ name: "Oak", unitPrice: "10" });
  expect(isBlank(draft.lines.at(-1)!)).toBe(true);
  expect(checkedBody(draft, "en").body?.lines.map((line) => line.name)).toEqual(["Oak"]);
});

test("rows of a spreadsheet become lines with quantity, unit, price and rate", () => {
  const [varnish, paper, alone] = readRows("Varnish\t2\tl\t24,90\nSandpaper\t12\t1,15\t9%\nSurvey\t85\n\n", company, "de", "EUR");
  expect([varnish!.name, varnish!.quantity, varnish!.unit, varnish!.unitPrice]).toEqual(["Varnish", "2", "l", "24.90"]);
  expect([paper!.quantity, paper!.unitPrice, paper!.vatRate]).toEqual(["12", "1.15", "9"]);
  expect([alone!.quantity, alone!.unitPrice]).toEqual(["1", "85.00"]);
});

test("a reduction is a percent or an amount, and anything else is said to be wrong", () => {
  expect(readLess("5,5 %", "de")).toEqual({ percent: "5.5" });
  expect(readLess("20.00", "en")).toEqual({ amount: "20.00" });
  expect(readLess("", "en")).toBeNull();
  expect(readLess("a lot", "en")).toBe("wrong");
  expect(checkedBody(draftWith({ name: "Oak", unitPrice: "10", less: "a lot" }), "en").problem?.message).toMatch(/^Line 1, reduction/);
});

test("what cannot be saved names its line and field", () => {
  expect(checkedBody(draftWith({ name: "Oak", unitPrice: "10" }, { name: "", unitPrice: "5" }), "en").problem?.message).toBe("Line 2 needs a description");
  expect(checkedBody(draftWith({ name: "Oak", unitPrice: "ten" }), "en").problem?.message).toMatch(/^Line 1, price: /);
});

test("totals follow the lines, and an unreadable number is said instead of summed", () => {
  const { totals } = totalsOf(draftWith({ name: "Shelving", quantity: "3", unitPrice: "1150.00", less: "5%" }), "en");
  expect(totals?.amountDue.minor).toBe(403133n);
  expect(totalsOf(draftWith({ name: "Oak", unitPrice: "1o" }), "en").problem).toBe("Line 1 has a number that cannot be read.");
});

test("prices have at least the currency's decimals, and keep finer ones", () => {
  expect([filled("520", "EUR"), filled("0.125", "EUR"), filled("1200", "JPY")]).toEqual(["520.00", "0.125", "1200"]);
});
