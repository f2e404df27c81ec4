/** Dates that cannot be, because the recogniser took one digit for another: "17/83/2017" is 17/03/2017. */
import { civil } from "./locale.ts";

/** Which digits a misread one may have been. */
const MEANT: Record<string, string> = { "8": "03", "6": "05", "9": "0", "7": "1", "4": "1", "3": "08", "5": "6", "0": "8", "1": "7", "2": "7" };
/** No invoice that is read today is dated later. */
const LAST_YEAR = 2039;

/** The one possible date that differs in a single digit from the impossible one, or null when there are several or none. */
export function repairedDate(first: string, second: string, year: string, order: "dmy" | "mdy"): string | null {
  const found = new Set<string>();
  const digits = `${first}${second}${year}`;
  for (let at = 0; at < digits.length; at++) {
    for (const meant of MEANT[digits[at]!] ?? "") {
      const changed = digits.slice(0, at) + meant + digits.slice(at + 1);
      const [a, b, y] = [changed.slice(0, first.length), changed.slice(first.length, first.length + second.length), changed.slice(first.length + second.length)].map(Number) as [number, number, number];
      const date = possible(y < 100 ? 2000 + y : y, ...(order === "dmy" ? [b, a] as const : [a, b] as const));
      if (date) found.add(date);
    }
  }
  return found.size === 1 ? [...found][0]! : null;
}

/** A date an invoice of today can carry, or null. */
export const possible = (year: number, month: number, day: number): string | null => (year < 2000 || year > LAST_YEAR ? null : civil(year, month, day));
