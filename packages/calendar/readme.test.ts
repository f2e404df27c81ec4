import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
// example:
import { dueDate, endOfDayIn, recurringDate, todayIn } from "@counterfoil/calendar";

const issued = todayIn("Europe/Berlin", new Date("2025-01-30T23:30:00Z"));
const due = dueDate(issued, { kind: "end_of_month", days: 10 }, "following");
const march = recurringDate(issued, { unit: "month", every: 1 }, 2);

export const example = [issued, due, march, endOfDayIn("Europe/Berlin", due).toISOString()];
// → ["2025-01-31", "2025-02-10", "2025-03-31", "2025-02-10T23:00:00.000Z"]
// end of example

test("the README opens with this example, and it says what comes out", () => {
  const source = readFileSync(new URL("readme.test.ts", import.meta.url), "utf8");
  const readme = readFileSync(new URL("README.md", import.meta.url), "utf8");
  const shown = source.split("// example:\n")[1]!.split("// end of example")[0]!.trim();
  expect(/```ts\n([^]*?)\n```/.exec(readme)?.[1]).toBe(shown);
  expect(example).toEqual(JSON.parse(shown.split("// → ")[1]!));
});
