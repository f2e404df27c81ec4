import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
// example:
import { makeSpecimen, writePdf } from "@counterfoil/specimens";

const specimen = makeSpecimen("readme-1", { languages: ["nl"], families: ["nl-grid"], kinds: ["invoice"] });
const pdf = writePdf(specimen.pages);

export const example = [specimen.family, specimen.truth.documentType, specimen.truth.currency, new TextDecoder().decode(pdf.subarray(0, 5))];
// → ["nl-grid", "invoice", "EUR", "%PDF-"]
// end of example

test("the README opens with this example, and it says what comes out", () => {
  const source = readFileSync(new URL("readme.test.ts", import.meta.url), "utf8");
  const readme = readFileSync(new URL("README.md", import.meta.url), "utf8");
  const shown = source.split("// example:\n")[1]!.split("// end of example")[0]!.trim();
  expect(/```ts\n([^]*?)\n```/.exec(readme)?.[1]).toBe(shown);
  expect(example).toEqual(["nl-grid", "invoice", "EUR", "%PDF-"]);
});
