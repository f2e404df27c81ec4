import { Decimal } from "@counterfoil/money";
import { all, first, type XmlNode } from "./tree.ts";

/**
 * Numbers as rules reckon with them: exact decimals, and null for what is absent or no number. Whatever is worked out from
 * null is null, and no comparison with null holds, so a rule about amounts fails where an amount cannot be read.
 */
export type Figure = Decimal | null;

export const figure = (text: string | undefined): Figure => (text === undefined ? null : Decimal.tryParse(text));
/** The number in the first element on a path ("." is the node itself). */
export const figureAt = (node: XmlNode | null | undefined, path: string): Figure => figure(path === "." ? node?.text : first(node, path)?.text);

export const plus = (a: Figure, b: Figure): Figure => a && b && Decimal.add(a, b);
export const minus = (a: Figure, b: Figure): Figure => a && b && Decimal.sub(a, b);
export const times = (a: Figure, b: Figure): Figure => a && b && Decimal.mul(a, b);
export const magnitude = (a: Figure): Figure => a && Decimal.abs(a);
export const nought = Decimal.zero;
export const one = Decimal.one;

/** `value` percent of `base`, unrounded. */
export const percentOf = (base: Figure, percent: Figure): Figure => times(times(base, percent), Decimal.of(1, 2));

/** Sum of the numbers in nodes; null when one of them is no number. Nothing sums to 0. */
export function total(nodes: readonly XmlNode[]): Figure {
  let sum = Decimal.zero;
  for (const node of nodes) {
    const value = figure(node.text);
    if (value === null) return null;
    sum = Decimal.add(sum, value);
  }
  return sum;
}
export const totalAt = (from: XmlNode | readonly XmlNode[], path: string): Figure => total(all(from, path));

/**
 * Sum of the numbers in nodes as floating point has it: where official rules on CII add up without saying how, XPath takes
 * doubles, and at half a cent their noise decides. `cents` rounds in floating point too. Null when one is no number.
 */
export function floatTotal(nodes: readonly XmlNode[], cents: boolean): Figure {
  if (nodes.some((node) => figure(node.text) === null)) return null;
  const sum = nodes.reduce((so, node) => so + Number(node.text), 0);
  return cents ? Decimal.of(Math.floor(sum * 10 * 10 + 0.5), 2) : rounded(figure(Math.abs(sum) < 1e-6 ? sum.toFixed(20) : String(sum)));
}

/** To `places` digits, a half going up (towards plus infinity, also below zero), as XPath's round has it. */
export function rounded(value: Figure, places = 2): Figure {
  if (value === null || value.scale <= places) return value;
  const unit = 10n ** BigInt(value.scale - places);
  const shifted = 2n * value.units + unit;
  const quotient = shifted / (2n * unit);
  return Decimal.of(shifted < 0n && shifted % (2n * unit) !== 0n ? quotient - 1n : quotient, places);
}

export const same = (a: Figure, b: Figure): boolean => a !== null && b !== null && Decimal.compare(a, b) === 0;
export const less = (a: Figure, b: Figure): boolean => a !== null && b !== null && Decimal.compare(a, b) < 0;
export const atMost = (a: Figure, b: Figure): boolean => a !== null && b !== null && Decimal.compare(a, b) <= 0;
export const isNought = (a: Figure): boolean => a !== null && Decimal.isZero(a);

/** True when the two differ by less than `slack` (or at most, when `inclusive`). */
export function near(a: Figure, b: Figure, slack: Decimal, inclusive = false): boolean {
  const distance = magnitude(minus(a, b));
  return inclusive ? atMost(distance, slack) : less(distance, slack);
}

/** As text for messages: "120.50", or "nothing" when there is no number. */
export const shown = (value: Figure): string => (value === null ? "nothing" : value.scale < 2 ? Decimal.text(Decimal.round(value, 2)) : Decimal.shortText(value).includes(".") && value.scale > 2 ? Decimal.shortText(value) : Decimal.text(Decimal.round(value, 2)));
