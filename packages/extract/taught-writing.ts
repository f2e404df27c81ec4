/** What right values say about how a supplier writes: the order of day and month, and the decimal sign. Pure. */
import type { NumberCandidate } from "./candidates.ts";
import { civil } from "./locale.ts";
import type { Layout } from "./lines.ts";
import type { LayoutMemory } from "./memory.ts";

/** A value of the document, in normal form. `corrected`: the engine alone read something else, so a person decided it. */
export type RightValue = { value: string; corrected: boolean };
type Writing = LayoutMemory["writing"];

const NUMERIC_DATE = /(?<![\d.,/-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|[.,]\d)/g;

/**
 * The order of day and month by dates that are printed in figures and whose value is known. One that both orders allow
 * counts only where a person put it right: the engine's own guess must not become certain by being passed over.
 * `known` is kept where no date tells, and forgotten where the page contradicts it or itself.
 */
export function dateOrderTaught(layout: Layout, dates: readonly RightValue[], known: Writing["dates"]): Writing["dates"] {
  const votes = new Set<"dmy" | "mdy">();
  for (const { text } of layout.segments) {
    for (const [, first, , second, year] of text.matchAll(NUMERIC_DATE)) {
      const full = year!.length === 2 ? (Number(year) < 80 ? 2000 : 1900) + Number(year) : Number(year);
      const [dmy, mdy] = [civil(full, Number(second), Number(first)), civil(full, Number(first), Number(second))];
      if (dmy === mdy) continue;
      for (const { value, corrected } of dates) {
        if (dmy !== null && mdy !== null && !corrected) continue;
        if (dmy === value) votes.add("dmy");
        if (mdy === value) votes.add("mdy");
      }
    }
  }
  return decided(votes, known);
}

/**
 * The decimal sign by printed numbers that are one of the right amounts under one sign and not under the other. "1.234"
 * and "1,234" count only where a person put the amount right. `known` as for dates.
 */
export function decimalTaught(numbers: readonly NumberCandidate[], amounts: readonly RightValue[], known: Writing["decimal"]): Writing["decimal"] {
  const votes = new Set<"." | ",">();
  for (const { raw, percent } of numbers) {
    const digits = raw.replace(/[^\d.,]/g, "").replace(/[.,]+$/, "");
    if (percent || !/[.,]/.test(digits)) continue;
    const [point, comma] = [readBy(digits, "."), readBy(digits, ",")];
    if (point === comma) continue;
    for (const { value, corrected } of amounts) {
      if (point !== null && comma !== null && !corrected) continue;
      if (point === Math.abs(Number(value))) votes.add(".");
      if (comma === Math.abs(Number(value))) votes.add(",");
    }
  }
  return decided(votes, known);
}

const decided = <T>(votes: ReadonlySet<T>, known: T | undefined): T | undefined => (votes.size === 0 ? known : votes.size === 1 && (known === undefined || votes.has(known)) ? [...votes][0] : undefined);

/** A number as somebody writes it who sets this decimal sign and groups thousands with the other one; null when nobody does. */
function readBy(digits: string, decimal: "." | ","): number | null {
  const parts = digits.split(decimal);
  const whole = parts[0]!.split(decimal === "." ? "," : ".");
  const grouped = whole.length === 1 || (/^\d{1,3}$/.test(whole[0]!) && whole.slice(1).every((part) => /^\d{3}$/.test(part)));
  return parts.length > 2 || !grouped || !/^\d*$/.test(parts[1] ?? "") ? null : Number(`${whole.join("") || "0"}.${parts[1] ?? "0"}`);
}
