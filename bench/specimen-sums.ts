/**
 * Which sums an invented document prints: from its story and the boxes of its values, never from what was read. A changed
 * amount that stands in none of them cannot be found wrong by anybody, and is reported apart.
 */
import type { Specimen } from "@counterfoil/specimens";

/** The names of the printed equations in which the value at `path` stands. */
export function printedSums({ story, boxes }: Specimen, path: string): string[] {
  const printed = new Set(boxes.map((box) => box.path));
  const has = (...paths: string[]): boolean => paths.every((each) => printed.has(each));
  const lines = story.lines.every((_, i) => has(`lines.${i}.netAmount`));
  const changes = [...(story.discount ? ["discount"] : []), ...(story.freight ? ["freight"] : [])];
  const settlements = [...(story.withheld ? ["withheld"] : []), ...(story.prepaid ? ["prepaid"] : []), ...(story.rounding ? ["rounding"] : [])];
  const taxParts = story.taxes.every((_, i) => has(`taxes.${i}.amount`) || has(`taxes.${i}.half`));
  const tax = has("taxTotal") || taxParts;
  const untaxed = story.tax === "0.00" || story.tax === "-0.00";
  const sums: [string, string[], boolean][] = [];
  const row = /^lines\.(\d+)\./.exec(path)?.[1];
  if (row !== undefined) sums.push(["quantity × price", [path], has(`lines.${row}.quantity`, `lines.${row}.unitPrice`) && (story.lines[Number(row)]!.discountPercent === null || has(`lines.${row}.discountPercent`))]);
  const all = story.lines.map((_, i) => `lines.${i}.netAmount`);
  const target = story.inclusive ? "grossTotal" : has("netTotal") ? "netTotal" : untaxed ? "grossTotal" : "netTotal";
  sums.push(["sum of lines", [...all, "subtotal"], lines && has("subtotal")]);
  sums.push(["sum of lines", [...all, target, ...changes], lines && has(target, ...changes)]);
  sums.push(["lines to net total", ["subtotal", target, ...changes], has("subtotal", target, ...changes)]);
  sums.push(["net + tax", ["netTotal", "taxTotal", "grossTotal"], has("netTotal", "grossTotal") && (tax || untaxed)]);
  sums.push(["net + tax to what is due", ["netTotal", "taxTotal", "amountDue"], has("netTotal", "amountDue", ...settlements) && (tax || untaxed)]);
  sums.push(["gross to what is due", ["grossTotal", "amountDue"], has("grossTotal", "amountDue", ...settlements)]);
  sums.push(["rate", ["netTotal", "taxTotal"], has("taxTotal", "netTotal") && story.taxes.length === 1 && !untaxed]);
  sums.push(["rate of the gross total", ["grossTotal", "taxTotal"], has("taxTotal", "grossTotal") && story.taxes.length === 1 && story.inclusive]);
  sums.push(["sum of taxes", ["taxTotal"], has("taxTotal") && taxParts && story.taxes.length > 1]);
  sums.push(["sum of bases", ["netTotal"], has("netTotal") && story.taxes.length > 1 && story.taxes.every((_, i) => has(`taxes.${i}.base`))]);
  sums.push(["money given less change", [story.rounding ? "amountDue" : "grossTotal"], has("tender", "change")]);
  // Printed in two ways ("1,234.50" and "EUR 1,234.50") or beside another name of the same amount.
  sums.push(["printed again", [path], new Set(boxes.filter((box) => box.path === path).map((box) => box.text)).size > 1]);
  return [...new Set(sums.flatMap(([name, operands, there]) => (there && operands.includes(path) ? [name] : [])))];
}
