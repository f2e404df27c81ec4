import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
// example:
import { Decimal, formatAmount, formatMoney, lineNet, parseAmount, percentOf, splitEqually } from "@counterfoil/money";

const net = lineNet({ quantity: Decimal.parse("3.25"), unitPrice: Decimal.parse("95.38") }, "EUR");
const tax = percentOf(net, Decimal.parse("19"));
const instalments = splitEqually(parseAmount("100.00", "EUR"), 3);

export const example = [formatAmount(net), formatAmount(tax), formatMoney(net, "en-IE"), instalments.map(formatAmount)];
// → ["309.99", "58.90", "€309.99", ["33.33", "33.33", "33.34"]]
// end of example

test("the README opens with this example, and it says what comes out", () => {
  const source = readFileSync(new URL("readme.test.ts", import.meta.url), "utf8");
  const readme = readFileSync(new URL("README.md", import.meta.url), "utf8");
  const shown = source.split("// example:\n")[1]!.split("// end of example")[0]!.trim();
  expect(/```ts\n([^]*?)\n```/.exec(readme)?.[1]).toBe(shown);
  expect(example).toEqual(JSON.parse(shown.split("// → ")[1]!));
});
