import { Decimal, divideHalfAway, pow10 } from "./decimal.ts";
import { AmountError } from "./errors.ts";
import { Money, money, roundToMoney, toDecimal } from "./money.ts";

/**
 * Splits `total` in proportion to `weights` by largest remainder; ties go to the earlier part. The parts always sum to
 * the whole, and negating the total negates every part. Weights may be amounts, quantities or plain numbers, also of
 * mixed sign, as long as they do not sum to zero; a zero total gives zeros. Throws AmountError cannot_allocate otherwise.
 */
export function allocate(total: Money, weights: readonly (bigint | Decimal)[]): Money[] {
  const decimals = weights.map((weight) => (typeof weight === "bigint" ? Decimal.of(weight) : weight));
  const scale = decimals.reduce((widest, weight) => Math.max(widest, weight.scale), 0);
  const shares = decimals.map((weight) => weight.units * pow10(scale - weight.scale));
  return allocateMinor(total.minor, shares).map((minor) => money(minor, total.currency));
}

/** `allocate` on bare integers. */
export function allocateMinor(total: bigint, weights: readonly bigint[]): bigint[] {
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0n);
  if (weightSum === 0n) {
    if (total === 0n) return weights.map(() => 0n);
    throw new AmountError("cannot_allocate", "The amount cannot be split: the parts it should follow sum to zero.");
  }
  return roundToSum(weights.map((weight) => weight * total), weightSum, total);
}

/**
 * Rounds the fractions `numerators[i] ÷ denominator` to integers that sum to `total`, which must be their sum rounded:
 * each is rounded down, and what is missing goes, one each, to the largest remainders, ties to the earlier one. Works on
 * magnitudes, so that negating all numerators and the total negates the result.
 */
export function roundToSum(numerators: readonly bigint[], denominator: bigint, total: bigint): bigint[] {
  const exactSum = numerators.reduce((sum, numerator) => sum + numerator, 0n);
  const direction = exactSum !== 0n ? exactSum : (numerators.find((numerator) => numerator !== 0n) ?? 0n);
  const divisor = denominator < 0n ? -denominator : denominator;
  const mirrored = direction < 0n !== denominator < 0n; // is the sum of the fractions negative?
  const sign = denominator < 0n !== mirrored ? -1n : 1n; // makes that sum positive over a positive divisor
  const shares = numerators.map((numerator, index) => {
    const value = numerator * sign;
    const floor = value >= 0n ? value / divisor : -((-value + divisor - 1n) / divisor);
    return { index, floor, remainder: value - floor * divisor };
  });
  const parts = shares.map((share) => share.floor);
  let missing = (mirrored ? -total : total) - parts.reduce((sum, part) => sum + part, 0n);
  const byRemainder = [...shares].sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  for (const { index } of byRemainder) {
    if (missing <= 0n) break;
    parts[index]! += 1n;
    missing -= 1n;
  }
  if (missing !== 0n) throw new Error("roundToSum: the total is not the rounded sum of the fractions");
  return mirrored ? parts.map((part) => -part) : parts;
}

/**
 * Instalments by percent (A10): each is rounded, the last takes the residue; 1000.01 at 30/30/40 is 300.00, 300.00,
 * 400.01. Percents must be positive and sum to exactly 100, else AmountError percents_not_100. No part changes sign.
 */
export function splitByPercents(total: Money, percents: readonly Decimal[]): Money[] {
  const whole = Decimal.sum(percents);
  if (percents.some((percent) => percent.units <= 0n) || !Decimal.equals(whole, Decimal.hundred)) {
    throw new AmountError("percents_not_100", `The percents of a payment plan must be above zero and sum to 100; these sum to ${Decimal.shortText(whole)}.`);
  }
  return splitWithResidue(total, percents.map((percent) => Decimal.mul(percent, Decimal.of(1, 2))));
}

/** `parts` equal instalments, the last takes the residue: 100 in three is 33.33, 33.33, 33.34 (A10). */
export function splitEqually(total: Money, parts: number): Money[] {
  if (!Number.isInteger(parts) || parts < 1) throw new AmountError("cannot_allocate", "An amount is split into one or more parts.");
  const part = roundToMoney(Decimal.div(toDecimal(total), Decimal.of(parts), toDecimal(total).scale), total.currency);
  return fillUp(total, Array.from({ length: parts }, () => part));
}

/**
 * The part of `total` that belongs to `part` of `whole` when `before` of it has been dealt with already, by the cumulative
 * method: parts taken one after the other sum to `total` exactly once they reach the whole, whatever their number. For
 * partial credits of an invoice's tax (C3), base amounts released by payments (F3), revenue by progress.
 * Throws AmountError cannot_divide_by_zero when the whole is zero.
 */
export function cumulativeShare(total: Money, { part, before, whole }: { part: bigint; before: bigint; whole: bigint }): Money {
  if (whole === 0n) throw new AmountError("cannot_divide_by_zero", "There is no part of zero.");
  const upTo = (reached: bigint) => divideHalfAway(total.minor * reached, whole);
  return money(upTo(before + part) - upTo(before), total.currency);
}

function splitWithResidue(total: Money, shares: readonly Decimal[]): Money[] {
  return fillUp(total, shares.map((share) => roundToMoney(Decimal.mul(toDecimal(total), share), total.currency)));
}

// Rounded parts can overshoot a tiny total (0.05 in ten parts); each is therefore held to what is left.
function fillUp(total: Money, wanted: readonly Money[]): Money[] {
  let left = total;
  return wanted.map((part, index) => {
    const tooMuch = total.minor < 0n ? part.minor < left.minor : part.minor > left.minor;
    const taken = index === wanted.length - 1 || tooMuch ? left : part;
    left = Money.sub(left, taken);
    return taken;
  });
}
