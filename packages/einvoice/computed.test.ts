import { expect, test } from "vitest";
import { completed, computedAmounts, statedAmounts } from "./computed.ts";
import { inventedInvoice } from "./invented.ts";
import { fitted, profiles, type Profile } from "./profiles.ts";
import type { ReadInvoice } from "./types.ts";

const line = (terms: object) => ({ allowances: [], charges: [], classifications: [], attributes: [], vatCategory: "S", vatRate: "19", ...terms });
const invoice = (terms: object): ReadInvoice => ({ currency: "EUR", notes: [], precedingInvoices: [], allowances: [], charges: [], vatBreakdown: [], supportingDocuments: [], lines: [], ...terms });

test("line nets are rounded once, half away from zero, with base quantity, allowances and charges", () => {
  const lines = [
    line({ quantity: "3", unitPrice: "0.335" }), line({ quantity: "-1", unitPrice: "0.005" }), line({ quantity: "250", unitPrice: "9.99", baseQuantity: "100" }),
    line({ quantity: "2", unitPrice: "10", allowances: [{ amount: "1.50" }], charges: [{ amount: "0.25" }] }), line({ quantity: "2" }), line({ quantity: "1", unitPrice: "1", baseQuantity: "0" }),
  ];
  expect(computedAmounts(invoice({ lines })).lines).toEqual(["1.01", "-0.01", "24.98", "18.75", undefined, undefined]);
});

test("tax is rounded once a row, rows stand by category and rate, and document changes belong to theirs", () => {
  const { vatBreakdown, totals } = computedAmounts(invoice({
    lines: [line({ netAmount: "0.03" }), line({ netAmount: "0.03", vatRate: "19.00" }), line({ netAmount: "100", vatCategory: "AE", vatRate: "0" }), line({ netAmount: "10", vatRate: "7" })],
    allowances: [{ amount: "1", vatCategory: "S", vatRate: "7" }], charges: [{ amount: "2", vatCategory: "AE", vatRate: "0" }], totals: { prepaid: "5.00", rounding: "0.04" },
  }));
  expect(vatBreakdown).toEqual([
    { category: "S", rate: "19", base: "0.06", tax: "0.01" }, { category: "S", rate: "7", base: "9.00", tax: "0.63" },
    { category: "AE", rate: "0", base: "102.00", tax: "0.00", exemptionReason: "Reverse charge", exemptionReasonCode: "VATEX-EU-AE" },
  ]);
  expect(totals).toEqual({ lineTotal: "110.06", allowanceTotal: "1.00", chargeTotal: "2.00", netTotal: "111.06", vatTotal: "0.64", grossTotal: "111.70", prepaid: "5.00", rounding: "0.04", amountDue: "106.74" });
});

test("yen have no decimals", () => {
  expect(completed(invoice({ currency: "JPY", lines: [line({ quantity: "3", unitPrice: "33.5", vatRate: "10" })] }))).toMatchObject({ lines: [{ netAmount: "101" }], totals: { vatTotal: "10", grossTotal: "111" } });
});

test("what is stated stands beside what follows, and a cent off is told", () => {
  const stated = inventedInvoice(1);
  const off = statedAmounts({ ...stated, totals: { ...stated.totals, vatTotal: "0.01" }, lines: stated.lines.map((each, index) => (index === 0 ? { ...each, netAmount: undefined } : each)) });
  expect(off.find(({ path }) => path === "totals.vatTotal")).toMatchObject({ stated: "0.01", computed: stated.totals.vatTotal, difference: expect.any(String) as string });
  expect(off.find(({ path }) => path === "lines[0].netAmount")).toEqual({ path: "lines[0].netAmount", computed: stated.lines[0]!.netAmount });
});

test("every profile names itself, keeps what it is asked to, and says what it leaves", () => {
  for (const profile of Object.keys(profiles) as Profile[]) {
    for (let seed = 0; seed < 60; seed += 1) {
      const whole = inventedInvoice(seed);
      if (whole.totals.rounding !== undefined && /basic/.test(profile)) continue;
      const { invoice: inside, left } = fitted(whole, profile);
      expect(inside.specification).toBe(profiles[profile].specification);
      expect(inside.totals?.grossTotal).toBe(whole.totals.grossTotal);
      if (!/minimum|basic/.test(profile)) expect([left, { ...inside, specification: "", businessProcess: "" }]).toEqual([[], { ...whole, specification: "", businessProcess: "" }]);
      else for (const path of left) expect([path, typeof valueAt(whole, path), valueAt(inside, path)]).toEqual([path, "string", undefined]);
    }
  }
  expect(fitted({ ...inventedInvoice(1), specification: `${profiles.xrechnung.specification}#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0` }, "xrechnung").invoice.specification).toContain("extension");
});

function valueAt(value: unknown, path: string): unknown {
  return path.split(/[.[\]]+/).filter((step) => step !== "").reduce<unknown>((found, step) => (found as Record<string, unknown> | undefined)?.[step], value);
}
