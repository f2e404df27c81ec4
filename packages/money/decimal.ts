import { AmountError } from "./errors.ts";

/**
 * An exact decimal number: `units / 10 ** scale`. Used for quantities, unit prices, percents and exchange rates, which
 * need more digits than money has. `{ units: 9975n, scale: 3 }` is 9.975. Scale is never negative.
 */
export type Decimal = { readonly units: bigint; readonly scale: number };

const plainDecimal = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))$/;
// Longer texts are no quantity or price; the bound also keeps hostile input from making us multiply huge integers.
const longestText = 60;

/** Reads plain decimal text: "1234.50", "-0.333", "+5", ".5". No grouping, exponent or spaces inside. Throws AmountError not_a_decimal. */
function parse(text: string): Decimal {
  const trimmed = text.trim();
  const match = trimmed.length <= longestText ? plainDecimal.exec(trimmed) : null;
  if (!match) {
    throw new AmountError("not_a_decimal", `“${text.slice(0, 40)}” is not a decimal number. Write digits with a dot, like 1234.50.`);
  }
  const [, sign, whole = "0", fraction, bareFraction] = match;
  const decimals = fraction ?? bareFraction ?? "";
  const magnitude = BigInt(whole + decimals);
  return { units: sign === "-" ? -magnitude : magnitude, scale: decimals.length };
}

/** As `parse`, but null instead of an error: for text that may be anything. */
function tryParse(text: string | null | undefined): Decimal | null {
  if (text === null || text === undefined || text.length > longestText || !plainDecimal.test(text.trim())) return null;
  return parse(text);
}

/** A whole number as decimal; `units(1050n, 2)` is 10.50. */
function of(units: bigint | number, scale = 0): Decimal {
  return { units: BigInt(units), scale };
}

/** Plain text with exactly `scale` digits after the dot: "10.50". */
function text({ units, scale }: Decimal): string {
  const digits = magnitude(units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = scale === 0 ? "" : `.${digits.slice(digits.length - scale)}`;
  return `${units < 0n ? "-" : ""}${whole}${fraction}`;
}

/** Plain text without trailing zeros: "10.5", "3", "0". */
function shortText(value: Decimal): string {
  return text(normalize(value));
}

/** Same value with the smallest scale. */
function normalize({ units, scale }: Decimal): Decimal {
  while (scale > 0 && units % 10n === 0n) {
    units /= 10n;
    scale -= 1;
  }
  return { units, scale };
}

function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

function sub(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

/** Exact product; its scale is the sum of both scales. */
function mul(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** Quotient rounded to `places` digits, half away from zero. Throws AmountError cannot_divide_by_zero. */
function div(a: Decimal, b: Decimal, places: number): Decimal {
  if (b.units === 0n) throw new AmountError("cannot_divide_by_zero", "A number cannot be divided by zero.");
  // a/10^as ÷ b/10^bs × 10^places, as one fraction of integers so that there is one rounding.
  const numerator = a.units * pow10(b.scale + places);
  const denominator = b.units * pow10(a.scale);
  return { units: divideHalfAway(numerator, denominator), scale: places };
}

/** Exactly `places` digits after the dot, ties away from zero: 2.345 → 2.35, −2.345 → −2.35, 1.5 → 1.50. */
function round(value: Decimal, places: number): Decimal {
  if (value.scale <= places) return { units: unitsAt(value, places), scale: places };
  return { units: divideHalfAway(value.units, pow10(value.scale - places)), scale: places };
}

/** −1, 0 or 1, as for sort. */
function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const scale = Math.max(a.scale, b.scale);
  const difference = unitsAt(a, scale) - unitsAt(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Equal in value: 1.5 equals 1.50. */
function equals(a: Decimal, b: Decimal): boolean {
  return compare(a, b) === 0;
}

function negate({ units, scale }: Decimal): Decimal {
  return { units: -units, scale };
}

function abs({ units, scale }: Decimal): Decimal {
  return { units: magnitude(units), scale };
}

function isZero(value: Decimal): boolean {
  return value.units === 0n;
}

function isNegative(value: Decimal): boolean {
  return value.units < 0n;
}

function sum(values: readonly Decimal[]): Decimal {
  return values.reduce(add, zero);
}

const zero: Decimal = { units: 0n, scale: 0 };
const one: Decimal = { units: 1n, scale: 0 };
const hundred: Decimal = { units: 100n, scale: 0 };

/** Exact decimal arithmetic. Nothing here rounds except `round` and `div`, and those take the number of places. */
export const Decimal = {
  parse, tryParse, of, text, shortText, normalize, add, sub, mul, div, round, compare, equals, negate, abs, isZero, isNegative, sum,
  zero, one, hundred,
};

/** Integer quotient rounded to nearest, ties away from zero; the one rounding every amount in the product goes through. */
export function divideHalfAway(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const dividend = magnitude(numerator);
  const divisor = magnitude(denominator);
  const rounded = (2n * dividend + divisor) / (2n * divisor);
  return negative ? -rounded : rounded;
}

export function pow10(exponent: number): bigint {
  return 10n ** BigInt(exponent);
}

function unitsAt(value: Decimal, scale: number): bigint {
  return value.units * pow10(scale - value.scale);
}

function magnitude(units: bigint): bigint {
  return units < 0n ? -units : units;
}
