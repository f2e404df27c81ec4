import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
// example:
import { checkTotals, flatInvoice, readXmlInvoice, semanticAmounts, totalsOf, writeUbl, type Invoice, type TotalsInput } from "@counterfoil/einvoice";

const input: TotalsInput = {
  currency: "EUR",
  lines: [
    { quantity: "3", unitPrice: "19.99", vat: { category: "S", rate: "20" } },
    { quantity: "1", unitPrice: "40.04", vat: { category: "S", rate: "20" } },
    { quantity: "1", unitPrice: "33.33", vat: { category: "S", rate: "5.5" } },
  ],
  allowances: [{ percent: "10" }],
};
const amounts = semanticAmounts(input, totalsOf(input));
const party = (name: string) => ({ name, identifiers: [], address: { line1: "1 Quay", city: "Cork", country: "IE" } });
const invoice: Invoice = {
  ...amounts, number: "2025-0001", issueDate: "2025-03-31", dueDate: "2025-04-30", typeCode: "380",
  seller: { ...party("Harbour Works Ltd"), vatId: "IE1234567T" }, buyer: party("Lough Foods Ltd"),
  lines: amounts.lines.map((line, index) => ({ ...line, id: String(index + 1), name: `Item ${index + 1}`, unit: "C62", classifications: [], attributes: [] })),
  notes: [], precedingInvoices: [], supportingDocuments: [],
};
const read = readXmlInvoice(writeUbl(invoice));
const flat = flatInvoice(read.invoice);

export const example = [read.syntax, flat.supplier.vatId, flat.netTotal, flat.taxTotal, flat.grossTotal, checkTotals(read.invoice).every((check) => check.holds)];
// → ["ubl", "IE1234567T", "120.01", "19.65", "139.66", true]
// end of example

test("the README opens with this example, and it says what comes out", () => {
  const source = readFileSync(new URL("readme.test.ts", import.meta.url), "utf8");
  const readme = readFileSync(new URL("README.md", import.meta.url), "utf8");
  const shown = source.split("// example:\n")[1]!.split("// end of example")[0]!.trim();
  expect(/```ts\n([^]*?)\n```/.exec(readme)?.[1]).toBe(shown);
  expect(example).toEqual(JSON.parse(shown.split("// → ")[1]!));
});
