import { isGln } from "./check-digits.ts";
import { addressSchemes } from "./code-lists.ts";
import type { Identifier } from "./types.ts";

/**
 * An electronic address (BT-34, BT-49) as networks write it, "scheme:identifier": the scheme is a code of the EAS list
 * ("0088" GLN, "0204" Leitweg-ID, "9930" German VAT number, "EM" mail). A plain mail address is one too. Null when it is none.
 */
export function parseElectronicAddress(text: string): Identifier | null {
  const trimmed = text.trim();
  if (/^[^\s:@]+@[^\s:@]+\.[^\s:@]+$/.test(trimmed)) return { scheme: "EM", id: trimmed };
  const match = /^([0-9]{4}|[A-Za-z]{2}):(\S(?:.*\S)?)$/.exec(trimmed);
  return match ? { scheme: match[1]!.toUpperCase(), id: match[2]! } : null;
}

/** What is wrong with an electronic address, as a sentence; null when nothing is. */
export function electronicAddressProblem(text: string): string | null {
  const found = parseElectronicAddress(text);
  if (!found) return "Write it as scheme and identifier, like 0204:04011000-12345-03 or 0088:7300010000001, or a mail address.";
  const { scheme, id } = found;
  if (!addressSchemes.has(scheme!)) return `${scheme} is no scheme of the list of electronic addresses (EAS).`;
  if (scheme === "0204" && !isLeitwegId(id)) return "The check digits of this Leitweg-ID do not fit. Compare it with the order.";
  if (scheme === "0088" && !isGln(id)) return "The check digit of this GLN does not fit. It has 13 digits.";
  if (scheme === "EM" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(id)) return "EM stands for a mail address, like EM:invoices@buyer.example.";
  return null;
}

/** A Leitweg-ID: coarse address, optional fine address and two check digits by ISO 7064 MOD 97-10 (KoSIT, Leitweg-ID format 2.0.2). */
export function isLeitwegId(text: string): boolean {
  if (!leitwegShape.test(text)) return false;
  const digits = text.replaceAll("-", "").replace(/[A-Za-z]/g, (letter) => String(letter.toUpperCase().charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}

const leitwegShape = /^\d{2,12}(?:-[A-Za-z0-9]{1,30})?-\d{2}$/;

/** Whether a text means to be a Leitweg-ID, right or not: the shape alone. */
export const looksLikeLeitwegId = (text: string): boolean => leitwegShape.test(text.trim());
