/**
 * Sums that are printed among the rows of a table without being rows: what a page carries forward to the next, and a strip
 * of totals below their headings. They are known by where they stand, not by what they add up to, so that a wrong digit in
 * a row does not make rows of them.
 */
import { looksLikeMoney, type NumberCandidate } from "./candidates.ts";
import type { Label, LabelField } from "./labels.ts";
import { groupBy, right, type Layout, type Line } from "./lines.ts";
import type { OnLine as Printed } from "./table-rows.ts";

/** What stands on a line, and the lines that hold sums rather than rows. */
export type OnLine = Printed & { carried: ReadonlySet<number>; strips: ReadonlySet<number> };

export function onLines(layout: Layout, labels: readonly Label[], numbers: readonly NumberCandidate[]): OnLine {
  const on: Printed = { numbers: groupBy(numbers, (number) => number.line), labels: groupBy(labels, (label) => label.line) };
  return { ...on, carried: carriedLines(layout, on), strips: stripLines(layout, on) };
}

/** Labels of sums behind which no rows follow. */
export const FINAL: ReadonlySet<LabelField> = new Set(["taxTotal", "grossTotal", "amountDue", "prepaid"]);
const TOTALS: ReadonlySet<LabelField> = new Set(["netTotal", "taxTotal", "grossTotal", "amountDue", "lineTotal"]);
const AMONG_TOTALS: ReadonlySet<LabelField> = new Set([...TOTALS, "prepaid", "allowance", "charge", "rounding", "otherMoney"]);

/** Lines with money that are looked at on either side of a page break: a letter's head and foot may have some too. */
const AT_THE_EDGE = 4;

/**
 * The lines that carry a sum over a page break: the same amount is the last in its column on one page and the first on
 * the next, alone on its line on both, with amounts of the column above the one and below the other.
 */
export function carriedLines(layout: Layout, on: Printed): Set<number> {
  const carried = new Set<number>();
  if (layout.pages.length < 2) return carried;
  const money = new Map<number, { line: Line; numbers: NumberCandidate[] }[]>();
  for (const line of layout.lines) {
    const numbers = on.numbers(line.index).filter((number) => looksLikeMoney(number) && !number.percent);
    if (numbers.length > 0) money.set(line.page, [...(money.get(line.page) ?? []), { line, numbers }]);
  }
  const mayCarry = ({ line, numbers }: { line: Line; numbers: readonly NumberCandidate[] }): boolean =>
    numbers.length === 1 && numbers[0]!.amount !== 0n && on.numbers(line.index).length === 1 && !on.labels(line.index).some((label) => label.first === 0 && FINAL.has(label.field));
  const inColumn = (number: NumberCandidate) => ({ numbers }: { numbers: readonly NumberCandidate[] }): boolean => numbers.some((other) => Math.abs(right(other.box) - right(number.box)) < 2.5 * number.box.height);
  for (const page of layout.pages) {
    const [above, below] = [money.get(page.number) ?? [], money.get(page.number + 1) ?? []];
    for (const last of above.slice(-AT_THE_EDGE).filter(mayCarry)) for (const first of below.slice(0, AT_THE_EDGE).filter(mayCarry)) {
      const [sum, again] = [last.numbers[0]!, first.numbers[0]!];
      if (sum.amount !== again.amount || !inColumn(sum)(first)) continue;
      if (!above.slice(0, above.indexOf(last)).some(inColumn(sum)) || !below.slice(below.indexOf(first) + 1).some(inColumn(again))) continue;
      carried.add(last.line.index).add(first.line.index);
    }
  }
  return carried;
}

/** Figures below a line that holds the headings of several totals and no money ("Net  VAT  Total"), one under each. */
export function stripLines(layout: Layout, on: Printed): Set<number> {
  const strips = new Set<number>();
  for (const line of layout.lines) {
    const labels = on.labels(line.index).filter((label) => AMONG_TOTALS.has(label.field));
    const headed = line.segments.filter((segment) => labels.some((label) => label.segment === segment));
    if (headed.length < 2 || headed.length < line.segments.length - 1 || !labels.some((label) => TOTALS.has(label.field)) || on.numbers(line.index).some(looksLikeMoney)) continue;
    const below = layout.lines[line.index + 1];
    if (!below || below.page !== line.page) continue;
    if (below.words.some((word) => /\p{L}{4,}/u.test(word.text))) continue;
    const figures = on.numbers(below.index).filter((number) => looksLikeMoney(number) && !number.percent);
    const under = headed.filter((segment) => figures.some((number) => Math.abs(number.box.x - segment.box.x) < 1.5 * segment.fontSize || Math.abs(right(number.box) - right(segment.box)) < 1.5 * segment.fontSize || number.segment.box.x === segment.box.x));
    if (under.length >= 2 && figures.length >= Math.min(headed.length, 3)) strips.add(below.index);
  }
  return strips;
}
