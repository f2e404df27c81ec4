import { exponentOf } from "./currencies.ts";
import { Decimal } from "./decimal.ts";
import { AmountError } from "./errors.ts";

/** Whole minor units with their currency: `{ minor: 123450n, currency: "EUR" }` is 1,234.50 euros. Never a float. */
export type Money = { readonly minor: bigint; readonly currency: string };

// PostgreSQL's bigint holds 19 digits; 18 leaves room to add.
const largestMinor = 999_999_999_999_999_999n;

/** Money from minor units. Throws AmountError unknown_currency or amount_too_large. */
export function money(minor: bigint, currency: string): Money {
  exponentOf(currency);
  if (minor > largestMinor || minor < -largestMinor) {
    throw new AmountError("amount_too_large", "The amount is too large: at most 18 digits, counting cents, can be kept.");
  }
  return { minor, currency };
}

/**
 * Reads plain decimal text: `parseAmount("1234.5", "EUR")` is 123450 cents. Fewer digits than the currency has are fine,
 * further zeros too; a digit that would have to be rounded away is refused (amount_too_precise), for money is never
 * rounded silently. Throws AmountError with not_a_decimal, unknown_currency, amount_too_precise or amount_too_large.
 */
export function parseAmount(text: string, currency: string): Money {
  const exponent = exponentOf(currency);
  const value = Decimal.parse(text);
  const rounded = Decimal.round(value, exponent);
  if (!Decimal.equals(value, rounded)) {
    throw new AmountError("amount_too_precise", `${text.trim()} has more decimals than ${currency} allows (${exponent}).`);
  }
  return money(rounded.units, currency);
}

/** Plain decimal text with all digits of the currency and a dot: "1234.50", "-3", "30.377". The form used on the wire. */
export function formatAmount(amount: Money): string {
  return Decimal.text(toDecimal(amount));
}

/** The amount in major units: 123450 cents are 1234.50. */
export function toDecimal(amount: Money): Decimal {
  return { units: amount.minor, scale: exponentOf(amount.currency) };
}

/** Rounds an exact number to the currency's digits, half away from zero: the one place where money is rounded. */
export function roundToMoney(value: Decimal, currency: string): Money {
  return money(Decimal.round(value, exponentOf(currency)).units, currency);
}

function zero(currency: string): Money {
  return money(0n, currency);
}

function add(a: Money, b: Money): Money {
  return money(a.minor + sameCurrency(a, b).minor, a.currency);
}

function sub(a: Money, b: Money): Money {
  return money(a.minor - sameCurrency(a, b).minor, a.currency);
}

function negate(a: Money): Money {
  return money(-a.minor, a.currency);
}

/** Sum in the currency named; an empty list is zero. Throws AmountError currencies_differ: totals over currencies are never added raw (F5). */
function sum(amounts: readonly Money[], currency: string): Money {
  return amounts.reduce(add, zero(currency));
}

function compare(a: Money, b: Money): -1 | 0 | 1 {
  const difference = a.minor - sameCurrency(a, b).minor;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function equals(a: Money, b: Money): boolean {
  return a.currency === b.currency && a.minor === b.minor;
}

function isZero(a: Money): boolean {
  return a.minor === 0n;
}

function isNegative(a: Money): boolean {
  return a.minor < 0n;
}

function min(a: Money, b: Money): Money {
  return compare(a, b) <= 0 ? a : b;
}

function max(a: Money, b: Money): Money {
  return compare(a, b) >= 0 ? a : b;
}

function sameCurrency(a: Money, b: Money): Money {
  if (a.currency !== b.currency) {
    throw new AmountError("currencies_differ", `${a.currency} and ${b.currency} cannot be added or compared. Convert one of them with a stated rate first.`);
  }
  return b;
}

/** Arithmetic on amounts of one currency; mixing currencies throws AmountError currencies_differ. */
export const Money = { zero, add, sub, negate, sum, compare, equals, isZero, isNegative, min, max };
