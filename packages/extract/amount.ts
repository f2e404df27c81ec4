/**
 * Exact amounts inside the engine: whole millionths in a bigint, so that sums and comparisons are never off by a
 * float. Money, quantities, prices and rates all fit (a printed price has at most six decimals).
 */
export type Amount = bigint;

const SCALE = 1_000_000n;
export const CENT: Amount = 10_000n;

/** "1234.5" → 1234500000n. Expects an optional sign, digits and at most one decimal point; null for anything else. */
export function amountOf(plain: string): Amount | null {
  const match = /^([-+]?)(\d+)(?:\.(\d{1,6})\d*)?$/.exec(plain);
  if (!match || match[2]!.length > 15) return null;
  const value = BigInt(match[2]!) * SCALE + BigInt((match[3] ?? "").padEnd(6, "0"));
  return match[1] === "-" ? -value : value;
}

/** Decimal text with at least `decimals` places, no more than needed: 1234500000n → "1234.50". */
export function amountText(amount: Amount, decimals = 2): string {
  const sign = amount < 0n ? "-" : "";
  const value = amount < 0n ? -amount : amount;
  const fraction = (value % SCALE).toString().padStart(6, "0").replace(/0+$/, "").padEnd(decimals, "0");
  return `${sign}${value / SCALE}${fraction ? `.${fraction}` : ""}`;
}

/** As people write it in an equation: "3,760.40". */
export function amountShown(amount: Amount): string {
  const [whole, fraction] = amountText(amount).split(".");
  return `${whole!.replace(/\B(?=(\d{3})+$)/g, ",")}${fraction ? `.${fraction}` : ""}`;
}

export const abs = (amount: Amount): Amount => (amount < 0n ? -amount : amount);

/** a × b, rounded half away from zero to millionths. */
export function times(a: Amount, b: Amount): Amount {
  const product = a * b;
  const half = SCALE / 2n;
  return (product < 0n ? product - half : product + half) / SCALE;
}

/** Rounded half away from zero to cents, as EN 16931 rounds tax. */
export function toCents(amount: Amount): Amount {
  const half = CENT / 2n;
  return ((amount < 0n ? amount - half : amount + half) / CENT) * CENT;
}

/** a × rate percent, in cents. */
export const percentOf = (a: Amount, rate: Amount): Amount => toCents(times(a, rate) / 100n);

export const near = (a: Amount, b: Amount, tolerance: Amount): boolean => abs(a - b) <= tolerance;

export const sum = (amounts: readonly Amount[]): Amount => amounts.reduce((total, amount) => total + amount, 0n);
