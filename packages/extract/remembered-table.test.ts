import { expect, test } from "vitest";
import { NO_MEMORY } from "./memory.ts";
import { toFlat } from "./flat.ts";
import { readWords } from "./read.ts";
import { teach } from "./teach.ts";
import { typed } from "./test-pages.ts";

/** A slip that prints each item's name above its code and figures. */
const slip = (rows: readonly string[], count: number, total: string) => typed(`
KONSULT HAVSVIND AB
Björktorget 2
144 62 Granstorp
Org.nr 553131-6809
Nota NL4206959                  2023-12-27

Artikel                     ANTAL
                       PRIS/ENHET      RADSUMMA
${rows.join("\n")}
Antal artiklar                            ${count}
TOTALT                                ${total} SEK
Kortköp                               ${total}
Spara kvittot och kom snart tillbaka till oss`);
const row = (name: string, code: string, quantity: string, price: string, amount: string): string => `${name}\n${code.padEnd(20)}${quantity.padStart(3)} ${price.padStart(6)} ${amount.padStart(15)}`;
const first = slip([row("MINERALVATTEN", "YU-7596", "1", "8,69", "8,69"), row("MJÖLK 1L", "14295", "1", "19,98", "19,98"), row("APELSINJUICE", "RS-7843", "2", "50,26", "100,52")], 3, "129,19");
const taught = [
  { description: "MINERALVATTEN", itemId: "YU-7596", quantity: "1", unitPrice: "8.69", netAmount: "8.69" },
  { description: "MJÖLK 1L", itemId: "14295", quantity: "1", unitPrice: "19.98", netAmount: "19.98" },
  { description: "APELSINJUICE", itemId: "RS-7843", quantity: "2", unitPrice: "50.26", netAmount: "100.52" },
];
const memory = teach(NO_MEMORY, [first], "Konsult Havsvind AB", [{ path: "supplier.name", value: "KONSULT HAVSVIND AB" }], taught);
const namesIn = (page: ReturnType<typeof slip>, known = memory) => toFlat(readWords([page], { memory: known })).lines.map((line) => [line.description, line.quantity, line.netAmount]);

test("a name above its code is read once a person has shown it, and the count of items is none of them", () => {
  const next = slip([row("ÄPPLEN LÖSVIKT", "WB-0280", "1", "8,59", "8,59"), row("KANELBULLE", "591.756", "3", "18,00", "54,00")], 2, "62,59");
  const wanted = [["ÄPPLEN LÖSVIKT", "1", "8.59"], ["KANELBULLE", "3", "54.00"]];
  expect(namesIn(next, NO_MEMORY)).not.toEqual(wanted);
  expect(namesIn(next)).toEqual(wanted);
});

test("the title of a section is no part of the name below it", () => {
  const next = slip(["Frukost", row("ÄPPLEN LÖSVIKT", "WB-0280", "1", "8,59", "8,59"), row("KANELBULLE", "591.756", "3", "18,00", "54,00")], 2, "62,59");
  expect(namesIn(next)).toEqual([["ÄPPLEN LÖSVIKT", "1", "8.59"], ["KANELBULLE", "3", "54.00"]]);
});

test("a quantity that equals the row's number does not widen its column", () => {
  const table = memory.layouts[0]!.table!;
  const numbered = typed(`
Banyan Peak Traders
Invoice no   XV-9549
Date         25/03/2024

Pos   Description        Quantity      Amount
1     Steel bracket      5             593.30
2     Filter set         2             826.69
3     Oak shelf          4             344.50
4     Hand drill         4             667.58
                         Total        2432.07`);
  const lines = [["Steel bracket", "5", "593.30"], ["Filter set", "2", "826.69"], ["Oak shelf", "4", "344.50"], ["Hand drill", "4", "667.58"]].map(([description, quantity, netAmount]) => ({ description: description!, quantity: quantity!, netAmount: netAmount! }));
  const { quantity, description } = teach(NO_MEMORY, [numbered], "Banyan Peak Traders", [], lines).layouts[0]!.table!.cells;
  expect(quantity!.left).toBeGreaterThan(description!.right - 0.1);
  expect(table.cells.description!.lines).toEqual([-1]);
});
