/** The arithmetic behind check digits, by its published names. Each is told whole digits (or signs) and nothing else. */

export const SIGNS_36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** ISO 7064 MOD 97-10 over digits and letters (A is 10 … Z is 35): the remainder. */
export function mod97(text: string): number {
  let rest = 0;
  for (const sign of text) {
    const value = SIGNS_36.indexOf(sign);
    rest = value > 9 ? (rest * 100 + value) % 97 : (rest * 10 + value) % 97;
  }
  return rest;
}

/** Σ digit × weight; digits beyond the weights do not count. */
export const weighted = (digits: string, weights: readonly number[]): number => weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);

/** Weights that fall to 2: 8, 7, … 2 for seven digits. */
export const falling = (from: number): number[] => Array.from({ length: from - 1 }, (_, i) => from - i);

/** ISO/IEC 7812-1: every second digit from the right doubled, its digits added. */
export function luhnSum(digits: string): number {
  let total = 0;
  for (let i = 0; i < digits.length; i++) {
    const value = Number(digits[digits.length - 1 - i]) * (i % 2 === 1 ? 2 : 1);
    total += value > 9 ? value - 9 : value;
  }
  return total;
}
export const luhn = (digits: string): boolean => luhnSum(digits) % 10 === 0;

/** ISO 7064 MOD 11,10: the last digit closes the product. */
export function mod11by10(digits: string): boolean {
  let product = 10;
  for (let i = 0; i < digits.length - 1; i++) {
    const rest = (Number(digits[i]) + product) % 10 || 10;
    product = (2 * rest) % 11;
  }
  return (11 - product) % 10 === Number(digits[digits.length - 1]);
}

/** GS1: from the right 1, 3, 1, 3 … sums to a multiple of ten. */
export function gs1(digits: string): boolean {
  let total = 0;
  for (let i = 0; i < digits.length; i++) total += Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 1 : 3);
  return total % 10 === 0;
}

/** What 11 less the remainder must be: 11 counts as 0, and 10 is what `ten` says, null where such numbers are not given out. */
export function elevenLess(sum: number, ten: number | null = null): number | null {
  const rest = 11 - (sum % 11);
  return rest === 11 ? 0 : rest === 10 ? ten : rest;
}
