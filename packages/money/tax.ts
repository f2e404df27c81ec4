import { allocateMinor, roundToSum } from "./allocate.ts";
import { exponentOf } from "./currencies.ts";
import { Decimal, divideHalfAway, pow10 } from "./decimal.ts";
import { AmountError } from "./errors.ts";
import { Money, money, roundToMoney, toDecimal } from "./money.ts";

/** Quantity, unit price and its base quantity ("per 100"), and a discount on the line as amount or as percent of the product. */
export type LineAmounts = {
  quantity: Decimal;
  unitPrice: Decimal;
  /** The quantity which the price is for (BT-149); 1 when absent. Must not be zero. */
  baseQuantity?: Decimal;
  discountAmount?: Decimal;
  /** "10" is 10 %. */
  discountPercent?: Decimal;
};

/**
 * A line's amounts (T1): `net = round(quantity × price ÷ base − discount)`, exact until that one rounding. `gross` is the
 * rounded product and `discount` is `gross − net`, so that the line adds up as EN 16931 wants it (BT-131, BT-136).
 * Throws AmountError cannot_divide_by_zero on a base quantity of zero.
 */
export function lineAmounts(line: LineAmounts, currency: string): { gross: Money; discount: Money; net: Money } {
  const exponent = exponentOf(currency);
  const product = Decimal.mul(line.quantity, line.unitPrice);
  const base = line.baseQuantity ?? Decimal.one;
  const keptPercent = Decimal.sub(Decimal.hundred, line.discountPercent ?? Decimal.zero);
  // (product × kept% − amount × base) ÷ base, over one common denominator: the division is the rounding.
  const kept = Decimal.mul(Decimal.mul(product, keptPercent), Decimal.of(1, 2));
  const exact = Decimal.sub(kept, Decimal.mul(line.discountAmount ?? Decimal.zero, base));
  const gross = money(Decimal.div(product, base, exponent).units, currency);
  const net = money(Decimal.div(exact, base, exponent).units, currency);
  return { gross, discount: Money.sub(gross, net), net };
}

/** The net amount of a line, see `lineAmounts`: 3.25 × 95.38 = 309.985 → 309.99. */
export function lineNet(line: LineAmounts, currency: string): Money {
  return lineAmounts(line, currency).net;
}

/** `rate` percent of `amount`, rounded once, half away from zero. Negative rates withhold (T9). */
export function percentOf(amount: Money, rate: Decimal): Money {
  return roundToMoney(Decimal.mul(Decimal.mul(toDecimal(amount), rate), Decimal.of(1, 2)), amount.currency);
}

/**
 * Takes the tax out of a gross amount (T4): `net = round(gross ÷ (1 + Σ rates))`, the tax is the rest, shared over the
 * rates by largest remainder. The gross never moves. Throws AmountError when the rates sum to −100 % or less.
 */
export function splitInclusive(gross: Money, rates: readonly Decimal[]): { net: Money; taxes: Money[] } {
  const divisor = Decimal.add(Decimal.hundred, Decimal.sum(rates));
  if (divisor.units <= 0n) throw new AmountError("cannot_divide_by_zero", "Tax rates of −100 % or less cannot be taken out of a gross amount.");
  const net = money(Decimal.div(Decimal.mul(toDecimal(gross), Decimal.hundred), divisor, exponentOf(gross.currency)).units, gross.currency);
  const tax = Money.sub(gross, net);
  const scale = rates.reduce((widest, rate) => Math.max(widest, rate.scale), 0);
  const weights = rates.map((rate) => rate.units * pow10(scale - rate.scale));
  const shares = rates.length === 0 ? [] : allocateMinor(tax.minor, weights);
  return { net, taxes: shares.map((share) => money(share, gross.currency)) };
}

/** One of several taxes on the same base. A compound tax is charged on the base plus all taxes before it. */
export type TaxRate = { rate: Decimal; compound?: boolean };

/**
 * Several taxes on one base, each rounded separately, in the order given (T5, T9): 300.00 with 5 % and 9.975 % gives 15.00 + 29.93.
 * A withholding is a negative rate on the same base: 1393.50 with 21 % and −15 % gives 292.64 and −209.03.
 */
export function taxesOn(base: Money, rates: readonly TaxRate[]): { taxes: { base: Money; tax: Money }[]; total: Money } {
  let total = base;
  const taxes = rates.map(({ rate, compound }) => {
    const taxedBase = compound ? total : base;
    const tax = percentOf(taxedBase, rate);
    total = Money.add(total, tax);
    return { base: taxedBase, tax };
  });
  return { taxes, total };
}

/**
 * A discount (or charge) on the whole document, spread over its tax groups in proportion to their nets, cents by largest
 * remainder, ties by group order (T6). A percent is taken of the sum of the nets; an amount enters exactly (T7).
 * An amount only falls on groups with the sign of the whole, since a proportion to +1000.00 and −999.99 would tear the
 * groups apart; when no group has one, it falls on the first. Throws AmountError cannot_allocate without groups.
 */
export function spreadOverGroups(nets: readonly Money[], change: { percent: Decimal } | { amount: Money }): { total: Money; parts: Money[] } {
  const first = nets[0];
  if (first === undefined) throw new AmountError("cannot_allocate", "There is nothing the discount could be taken from.");
  const currency = first.currency;
  const sum = Money.sum(nets, currency);
  if ("percent" in change) {
    const total = percentOf(sum, change.percent);
    const shares = nets.map((net) => net.minor * change.percent.units);
    const parts = roundToSum(shares, 100n * pow10(change.percent.scale), total.minor);
    return { total, parts: parts.map((minor) => money(minor, currency)) };
  }
  const total = Money.add(Money.zero(currency), change.amount);
  const follows = nets.map((net) => (sum.minor < 0n ? net.minor < 0n : net.minor > 0n));
  const weights = follows.some(Boolean) ? nets.map((net, index) => (follows[index] ? net.minor : 0n)) : nets.map((_, index) => (index === 0 ? 1n : 0n));
  return { total, parts: allocateMinor(total.minor, weights).map((minor) => money(minor, currency)) };
}

/**
 * Rounds to a multiple of the smallest coin, half away from zero (T12): CHF 10.53 with a step of 5 rappen is 10.55, and
 * `rounding` (BT-114) is 0.02. The step is in minor units and must be positive.
 */
export function roundToCash(amount: Money, stepMinor: bigint): { payable: Money; rounding: Money } {
  if (stepMinor <= 0n) throw new AmountError("cannot_divide_by_zero", "The smallest coin must be worth something.");
  const payable = money(divideHalfAway(amount.minor, stepMinor) * stepMinor, amount.currency);
  return { payable, rounding: Money.sub(payable, amount) };
}
