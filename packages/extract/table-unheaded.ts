/** A list without headings, as tills print it: one amount at the right of a line, and below the last a total which they come to. */
import { looksLikeMoney, type NumberCandidate } from "./candidates.ts";
import { right, union, type Layout } from "./lines.ts";
import type { Column, Header } from "./table-header.ts";
import type { OnLine } from "./table-sums.ts";

/**
 * The heading that such a list would have, and the lines of its rows. Null when no printed total is the sum of a list.
 */
export function columnDownTo(layout: Layout, on: OnLine): { header: Header; lines: Set<number> } | null {
  const isSum = (line: number): boolean => on.labels(line).some((label) => ["netTotal", "grossTotal", "lineTotal", "amountDue", "taxTotal"].includes(label.field) && label.first === 0);
  const lastOn = (line: number): NumberCandidate | undefined => on.numbers(line).filter((number) => looksLikeMoney(number) && !number.percent).sort((a, b) => right(b.box) - right(a.box))[0];
  for (const line of layout.lines) {
    // On the line of its label, on the one below it, or in a strip of totals, which stands under no column.
    const below = isSum(line.index - 1) && on.numbers(line.index - 1).length === 0 && layout.lines[line.index - 1]?.page === line.page;
    const total = isSum(line.index) || below ? lastOn(line.index) : undefined;
    const sums = on.strips.has(line.index) ? on.numbers(line.index).filter(looksLikeMoney) : total ? [total] : [];
    if (!sums.some((each) => each.amount !== 0n)) continue;
    let anchor = on.strips.has(line.index) ? undefined : total;
    let sum = 0n;
    const found: NumberCandidate[] = [];
    for (let index = line.index - 1; index >= 0 && found.length < 80; index--) {
      const amount = lastOn(index);
      if (!amount || on.carried.has(index) || (isSum(index) && amount.amount !== 0n && on.numbers(index).length === 1)) continue;
      // A total may be printed with its currency behind it, the amounts without.
      anchor ??= amount;
      if (Math.abs(right(amount.box) - right(anchor.box)) > (anchor.currency && !amount.currency ? 3.2 : 1.6) * amount.box.height) continue;
      found.push(amount);
      sum += amount.amount;
      if (!sums.some((each) => each.amount === sum && sum !== 0n) || (found.length === 1 && on.numbers(index).length < 3)) continue;
      const box = union(found.map((number) => number.box));
      const own = new Set(found.flatMap((number) => [number.line, number.line - 1]));
      const text = layout.lines.slice(Math.max(0, index - 1), line.index).filter((each) => own.has(each.index)).map((each) => each.box.x);
      const left = Math.min(...text, box.x - 1);
      const columns: Column[] = [
        { role: "description", roles: ["description"], placed: true, text: "", box: { ...box, x: left, width: Math.max(1, box.x - left - 4) } },
        { role: "amount", roles: ["amount"], cents: true, text: "", box },
      ];
      return { header: { page: layout.lines[index]!.page, first: index, last: index - 1, columns, box: { ...box, y: layout.lines[index]!.box.y - 1, height: 0 } }, lines: new Set(found.map((number) => number.line)) };
    }
  }
  return null;
}
