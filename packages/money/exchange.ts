import { cumulativeShare } from "./allocate.ts";
import { Decimal } from "./decimal.ts";
import { AmountError } from "./errors.ts";
import { Money, roundToMoney, toDecimal } from "./money.ts";

/** An amount in another currency: `rate` is base units for one unit of the amount's currency, rounded once (F1). */
export function convert(amount: Money, rate: Decimal, baseCurrency: string): Money {
  if (rate.units <= 0n) throw new AmountError("cannot_divide_by_zero", "An exchange rate must be above zero.");
  return roundToMoney(Decimal.mul(toDecimal(amount), rate), baseCurrency);
}

/**
 * Base amounts of a document's groups (F2): the total is converted, then each group, and the residual cent falls on the
 * largest group (the first of them), so that the groups sum to the total.
 */
export function convertGroups(groups: readonly Money[], rate: Decimal, baseCurrency: string): { total: Money; groups: Money[] } {
  const first = groups[0];
  if (first === undefined) return { total: Money.zero(baseCurrency), groups: [] };
  const total = convert(Money.sum(groups, first.currency), rate, baseCurrency);
  const converted = groups.map((group) => convert(group, rate, baseCurrency));
  const residue = Money.sub(total, Money.sum(converted, baseCurrency));
  const size = (group: Money) => (group.minor < 0n ? -group.minor : group.minor);
  const largest = groups.reduce((best, group, index) => (size(group) > size(groups[best]!) ? index : best), 0);
  converted[largest] = Money.add(converted[largest]!, residue);
  return { total, groups: converted };
}

/** A payment towards a document in a foreign currency. All but `baseTotal` are in the document's currency. */
export type ForeignPayment = {
  /** The document's total, and the same at the rate stored at issue. */
  total: Money;
  baseTotal: Money;
  /** What earlier payments settled. */
  settledBefore: Money;
  payment: Money;
  /** Base units for one unit of the document's currency on the day of payment. */
  rate: Decimal;
};

/**
 * Gain (or, negative, loss) realised by a payment (F3): what it is worth today less the part of the stored base total
 * it releases. Releases follow the cumulative share, so the last payment takes the residue and they sum to `baseTotal`.
 */
export function realisedGain({ total, baseTotal, settledBefore, payment, rate }: ForeignPayment): { received: Money; released: Money; gain: Money } {
  Money.sub(total, Money.add(settledBefore, payment)); // refuses a payment in another currency (F4)
  const received = convert(payment, rate, baseTotal.currency);
  const released = cumulativeShare(baseTotal, { part: payment.minor, before: settledBefore.minor, whole: total.minor });
  return { received, released, gain: Money.sub(received, released) };
}
