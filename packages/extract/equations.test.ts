import { randomFrom } from "@counterfoil/specimens";
import { expect, test } from "vitest";
import { CENT } from "./amount.ts";
import { chanceOf, PROOF_BOUND } from "./equations.ts";
import { readWords } from "./read.ts";
import type { Reading } from "./reading.ts";
import { typed } from "./test-pages.ts";

const read = (text: string): Reading => readWords([typed(text)]);
const equations = (reading: Reading): string[] => reading.checks.map((check) => `${check.holds ? "" : "NOT "}${check.name}: ${check.equation}`);

const WITH_CHANGES = `
Description          Qty     Price      Amount
Garden table           2    100.00      200.00
Lamp                   1     50.00       50.00
                        Subtotal        250.00
                        Discount        -25.00
                        Shipping         15.00
                        Net total       240.00
                        VAT 20 %         48.00
                        Total           288.00
                        Deposit paid   -100.00
                        Amount due      188.00`;

test("from quantity × price to what is due, every equation the page allows is told", () => {
  const reading = read(WITH_CHANGES);
  expect(equations(reading)).toEqual(expect.arrayContaining([
    "net_plus_tax: 240.00 + 48.00 = 288.00", "net_of_lines: 250.00 − 25.00 + 15.00 = 240.00", "tax_of_net: 240.00 × 20 % = 48.00", "lines_sum: sum of 2 lines 250.00 = 250.00",
    "line_product: 2 × 100.00 = 200.00", "gross_less_prepaid: 288.00 − 100.00 = 188.00",
  ]));
  expect(reading.proof).toBe("complete");
  expect(reading.proofBound).toBeLessThan(PROOF_BOUND);
});

test("total of lines, allowances, charges, net, prepaid and due are kept apart, and typed", () => {
  const { fields, allowances, charges } = read(WITH_CHANGES);
  const values = Object.fromEntries(Object.entries(fields).map(([path, field]) => [path, field!.value]));
  expect(values).toMatchObject({ lineTotal: "250.00", allowanceTotal: "25.00", chargeTotal: "15.00", netTotal: "240.00", taxTotal: "48.00", grossTotal: "288.00", prepaid: "100.00", amountDue: "188.00" });
  expect(allowances.map((each) => [each.kind, each.amount?.value, each.reason?.value])).toEqual([["discount", "25.00", "Discount"]]);
  expect(charges.map((each) => [each.kind, each.amount?.value])).toEqual([["freight", "15.00"]]);
});

test("an amount under words we do not know is a charge where it alone closes the sum", () => {
  const { charges, proof } = read("Item   Qty   Price   Amount\nLamp      3   50.00   150.00\nSubtotal   150.00\nFlurbgebühr   7.50\nNet total   157.50\nVAT 20 %   31.50\nTotal   189.00");
  expect(charges.map((each) => [each.kind, each.amount?.value])).toEqual([["other", "7.50"]]);
  expect(proof).toBe("complete");
});

test("withheld tax leads to what is due, also where the gross total is not printed", () => {
  const { fields, proof } = read("Concepto   Cantidad   Precio   Importe\nDiseño            2   500,00   1000,00\nBase imponible   1000,00\nIVA 21 %   210,00\nRetención IRPF 15 %   -150,00\nTotal a pagar   1060,00");
  expect([fields.withholding?.value, fields.grossTotal?.value, fields.amountDue?.value, proof]).toEqual(["150.00", "1210.00", "1060.00", "complete"]);
});

test("tax inside the prices is a part of the total; rounded once or line by line it is right to the cent", () => {
  const till = (tax: string): Reading => read(`Item        Qty   Price   Amount\nBread         3    1.99     5.97\nMilk          2    1.09     2.18\nTotal   8.15\nincl. VAT 7 %   ${tax}`);
  expect(equations(till("0.53"))).toContain("tax_included: 7 % in 8.15 = 0.53");
  expect(till("0.53").proof).toBe("complete");
  expect(till("0.55").checks.filter((check) => check.holds && check.name.startsWith("tax_"))).toEqual([]);
});

test("programs that do not round each line first come to another cent, and that is no contradiction", () => {
  const reading = read("Item   Qty   Price   Amount\nOil     0.335    1.30     0.44\nSalt    0.335    1.30     0.44\nRye     0.335    1.30     0.44\nNet total   1.31\nVAT 20 %   0.26\nTotal   1.57");
  expect(equations(reading)).toContain("lines_sum: sum of 3 lines 1.32 ≈ 1.31");
  expect(reading.checks.every((check) => check.holds)).toBe(true);
});

test("a price for a hundred is divided by a hundred", () => {
  const { lines, checks } = read("Item   Qty   Price   Amount\nScrews   1200   2.50 /100   30.00\nTotal   30.00");
  expect(checks.find((check) => check.name === "line_product")?.equation).toBe("1200 × 2.50 ÷ 100 = 30.00");
  expect(lines[0]!.baseQuantity?.value).toBe("100");
});

/** Amounts even on a logarithmic scale from 1.00 to 10,000.00, in cents. */
function amounts(count: number, seed: string): number[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => Math.round(100 * 10 ** (4 * random.next())));
}

/** The shares measured on random amounts: that among so many some a + b is a third, and that b is a legal rate of a as well. */
const MEASURED = [[10, 0.007, 0.0005], [20, 0.09, 0.0015], [40, 0.54, 0.014]] as const;
const RATES = [5, 5.5, 6, 7, 8, 8.1, 9, 10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25];

test.each(MEASURED)("among %i random amounts the bound on coincidence is kept, and is not far above what is seen", (count, measured, measuredWithRate) => {
  let [found, rated, bound] = [0, 0, 0];
  const runs = 1500;
  for (let run = 0; run < runs; run++) {
    const all = amounts(count, `coincidence ${count} ${run}`);
    const set = new Set(all);
    let [any, legal, expected] = [false, false, 0];
    all.forEach((a, i) => all.forEach((b, j) => {
      if (j <= i) return;
      // Each of the others might be the sum of these two.
      if (a + b <= 1_000_000) expected += chanceOf(count - 2, BigInt(a + b) * CENT, 0n);
      if (!set.has(a + b)) return;
      any = true;
      const [base, tax] = a > b ? [a, b] : [b, a];
      if (RATES.some((rate) => Math.abs(Math.round((base * rate) / 100) - tax) <= 1)) legal = true;
    }));
    if (any) found++;
    if (legal) rated++;
    bound += Math.min(1, expected);
  }
  const [share, most] = [found / runs, bound / runs];
  expect(share).toBeLessThanOrEqual(most * 1.25 + 0.004);
  expect(most).toBeLessThan(3 * share + 0.01);
  // The measurement of others, whose amounts were spread a little differently.
  expect(share).toBeGreaterThan(measured / 4);
  expect(share).toBeLessThan(measured * 4);
  expect(rated / runs).toBeLessThan(4 * measuredWithRate + 0.003);
});
