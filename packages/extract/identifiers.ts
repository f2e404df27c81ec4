/**
 * Identifiers that carry their own proof, found in running text: IBAN (ISO 13616), VAT numbers, BIC (ISO 9362, form only).
 * A passing checksum both types a token and proves it was read right. The rules are in iban.ts, vat-numbers.ts and
 * register-numbers.ts.
 */
import { hasIbanForm, ibanLength, isIban } from "./iban.ts";
import { check } from "./register-numbers.ts";
import { VAT_SCHEMES, vatParts } from "./vat-numbers.ts";

export { ibanLength, innerChecksHold, isIban } from "./iban.ts";

export type FoundId = { value: string; from: number; to: number; valid: boolean; /** one misread character was put right by the checksum */ repaired?: boolean };

/**
 * IBANs in a stretch of text, groups and glued labels allowed. `valid` is false for one with wrong check digits. `mend`:
 * the signs may be misread, so one confusion is put right where exactly one way passes.
 */
export function ibansIn(text: string, mend = true): FoundId[] {
  const found: FoundId[] = [];
  for (const match of text.matchAll(/(?<![A-Z0-9])([A-Z]{2})\s?([0-9OIl]{2})(?=[\s.-]?[A-Z0-9]{2})/g)) {
    const length = ibanLength(match[1]!);
    if (!length) continue;
    let value = "";
    let at = match.index;
    while (at < text.length && value.length < length) {
      const sign = text[at]!;
      if (/[A-Za-z0-9]/.test(sign)) value += sign.toUpperCase();
      else if (!/[\s.\-\u00a0]/.test(sign) || /[\s.-]{3}/.test(text.slice(at, at + 3))) break;
      at++;
    }
    if (value.length !== length || /[A-Za-z0-9]/.test(text[at] ?? "")) continue;
    if (isIban(value)) found.push({ value, from: match.index, to: at, valid: true });
    else {
      const mended = mend ? repair(value, isIban, 2) : null;
      if (mended) found.push({ value: mended, from: match.index, to: at, valid: true, repaired: true });
      else if (hasIbanForm(value)) found.push({ value, from: match.index, to: at, valid: false });
    }
  }
  return found;
}

const CONFUSIONS = [["0", "O"], ["0", "D"], ["1", "I"], ["1", "L"], ["5", "S"], ["8", "B"], ["2", "Z"], ["6", "G"], ["0", "Q"], ["7", "T"]] as const;

/** The only text one confusion away that passes, or null when none or several do. Characters before `from` stay. */
export function repair(value: string, passes: (text: string) => boolean, from = 0): string | null {
  const good = new Set<string>();
  for (let i = from; i < value.length; i++) {
    for (const [digit, letter] of CONFUSIONS) {
      const other = value[i] === digit ? letter : value[i] === letter ? digit : null;
      if (other === null) continue;
      const changed = value.slice(0, i) + other + value.slice(i + 1);
      if (passes(changed)) good.add(changed);
    }
  }
  return good.size === 1 ? [...good][0]! : null;
}

const COUNTRIES_IN_BIC = /^(?:A[DEFGILMOQRSTUWXZ]|B[ABDEFGHIJLMNOQRSTVWYZ]|C[ACDFGHIKLMNORUVWXYZ]|D[EJKMOZ]|E[CEGHRST]|F[IJKMOR]|G[ABDEFGHILMNPQRSTUWY]|H[KMNRTU]|I[DELMNOQRST]|J[EMOP]|K[EGHIMNPRWYZ]|L[ABCIKRSTUVY]|M[ACDEFGHKLMNOPQRSTUVWXYZ]|N[ACEFGILOPRUZ]|OM|P[AEFGHKLMNRSTWY]|QA|R[EOSUW]|S[ABCDEGHIJKLMNORSTVXYZ]|T[CDFGHJKLMNORTVWZ]|U[AGMSYZ]|V[ACEGINU]|W[FS]|XK|Y[ET]|Z[AMW])$/;

/** Eight or eleven characters with a country in the middle. There is no checksum: only believe it beside a label. */
export const isBic = (text: string): boolean => /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(text) && COUNTRIES_IN_BIC.test(text.slice(4, 6));

/** Whether a VAT number (with prefix, no separators) has its country's form, and whether its check digits fit. */
export function checkVatId(text: string): "valid" | "well_formed" | "wrong_check" | "unknown" {
  const { country, body } = vatParts(text);
  const scheme = VAT_SCHEMES[country];
  if (!scheme) return isGstin(text) ? "valid" : "unknown";
  if (!scheme.form.test(body)) return "unknown";
  const holds = scheme.holds?.(body) ?? null;
  return holds === null ? "well_formed" : holds ? "valid" : "wrong_check";
}

/** Indian GSTIN: state, PAN, entity, Z, and a base-36 check character. */
export const isGstin = (text: string): boolean => check("gstin", text) === "valid";

/** VAT numbers written with their country prefix, separators allowed between groups of digits. `mend` as for IBANs. */
export function vatIdsIn(text: string, mend = false): FoundId[] {
  const found: FoundId[] = [];
  const upper = text.replace(/[\u00a0]/g, " ").replace(/(?<=\d)(\s?)(?:MWST|TVA|IVA)(?![A-Za-z0-9])/g, (suffix) => " ".repeat(suffix.length)); // "CHE-123.456.789 MWST"
  for (const match of upper.matchAll(/(?<![A-Za-z0-9])(AT|BE|BG|CHE|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|GR|HR|HU|IE|IT|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK|XI)[\s.:-]{0,2}(?=[A-Z0-9])((?:[A-Z0-9][\s.-]?){7,14})/g)) {
    const country = match[1]!;
    // Take the longest run of groups that has the country's form: what follows may be the next word.
    let best: FoundId | null = null;
    let mended: FoundId | null = null;
    let body = "";
    for (let i = 0; i < match[2]!.length; i++) {
      const sign = match[2]![i]!;
      if (/[A-Z0-9]/.test(sign)) body += sign;
      const following = match[2]![i + 1];
      if (following !== undefined && /[A-Z0-9]/.test(following)) continue;
      const value = country + body;
      const verdict = checkVatId(value);
      const end = match.index + match[0].length - match[2]!.length + i + 1;
      if (/[A-Za-z0-9]/.test(upper[end] ?? "")) continue;
      if (verdict === "valid" || (verdict !== "unknown" && !best)) best = { value, from: match.index, to: end, valid: verdict === "valid" };
      const other = mend && verdict === "unknown" ? repair(value, (each) => checkVatId(each) === "valid", country.length) : null;
      if (other) mended = { value: other, from: match.index, to: end, valid: true, repaired: true };
    }
    const taken = best?.valid ? best : mended ?? best;
    if (taken) found.push(taken);
  }
  for (const match of upper.matchAll(/(?<![A-Z0-9])[0-3]\d[A-Z]{5}\d{4}[A-Z][A-Z0-9]Z[A-Z0-9](?![A-Z0-9])/g)) found.push({ value: match[0], from: match.index, to: match.index + match[0].length, valid: isGstin(match[0]) });
  return found;
}

/** GTIN-8, -12, -13, -14 and GLN: the same weighing by three. */
export const isGtin = (text: string): boolean => check("gtin", text) === "valid";
