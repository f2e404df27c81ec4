/**
 * Identifiers that carry their own proof: IBAN (ISO 13616), BIC (ISO 9362), VAT numbers, GTIN. The check-digit rules
 * are those published by the registries; a passing checksum both types a token and proves it was read right.
 */

/** IBAN length per country, from the SWIFT IBAN registry. */
const IBAN_LENGTHS: Record<string, number> = {};
for (const entry of (
  "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 " +
  "MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 TN24 TR26 UA29 VA22 VG24 XK20"
).split(" ")) IBAN_LENGTHS[entry.slice(0, 2)] = Number(entry.slice(2));

/** The national part (BBAN) where it is not digits only. Letters elsewhere mean that words were taken for an account. */
const BBAN: Record<string, RegExp> = {
  CH: /^\d{5}[A-Z0-9]{12}$/, LI: /^\d{5}[A-Z0-9]{12}$/, FR: /^\d{10}[A-Z0-9]{11}\d{2}$/, MC: /^\d{10}[A-Z0-9]{11}\d{2}$/, IT: /^[A-Z]\d{10}[A-Z0-9]{12}$/, SM: /^[A-Z]\d{10}[A-Z0-9]{12}$/,
  GB: /^[A-Z]{4}\d{14}$/, IE: /^[A-Z]{4}\d{14}$/, NL: /^[A-Z]{4}\d{10}$/, LU: /^\d{3}[A-Z0-9]{13}$/, BG: /^[A-Z]{4}\d{6}[A-Z0-9]{8}$/, RO: /^[A-Z]{4}[A-Z0-9]{16}$/, LV: /^[A-Z]{4}[A-Z0-9]{13}$/,
  MT: /^[A-Z]{4}\d{5}[A-Z0-9]{18}$/, GR: /^\d{7}[A-Z0-9]{16}$/, CY: /^\d{8}[A-Z0-9]{16}$/, TR: /^\d{6}[A-Z0-9]{16}$/,
};
const DIGITS_ONLY = new Set("DE AT BE DK EE ES FI HR HU IS LT NO PL PT SE SI SK CZ RS XK ME BA MK IL".split(" "));

const mod97 = (digits: string): number => {
  let rest = 0;
  for (const sign of digits) {
    const value = sign >= "A" ? sign.charCodeAt(0) - 55 : Number(sign);
    rest = value > 9 ? (rest * 100 + value) % 97 : (rest * 10 + value) % 97;
  }
  return rest;
};

/** True when length and check digits fit. Expects no spaces, upper case. */
export function isIban(text: string): boolean {
  return hasIbanForm(text) && IBAN_LENGTHS[text.slice(0, 2)] === text.length && mod97(text.slice(4) + text.slice(0, 4)) === 1;
}

function hasIbanForm(text: string): boolean {
  const country = text.slice(0, 2);
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(text)) return false;
  return DIGITS_ONLY.has(country) ? /^\d+$/.test(text.slice(4)) : (BBAN[country]?.test(text.slice(4)) ?? true);
}

export const ibanLength = (country: string): number | undefined => IBAN_LENGTHS[country];

export type FoundId = { value: string; from: number; to: number; valid: boolean; /** one misread character was put right by the checksum */ repaired?: boolean };

/** IBANs in a stretch of text, groups and glued labels allowed. `valid` is false for one with wrong check digits. */
export function ibansIn(text: string): FoundId[] {
  const found: FoundId[] = [];
  for (const match of text.matchAll(/(?<![A-Z0-9])([A-Z]{2})\s?([0-9OIl]{2})(?=[\s.-]?[A-Z0-9]{2})/g)) {
    const length = IBAN_LENGTHS[match[1]!];
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
      const mended = repair(value, isIban, 2);
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

const weighted = (digits: string, weights: readonly number[]): number => weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
const luhn = (digits: string): boolean => {
  let total = 0;
  for (let i = 0; i < digits.length; i++) {
    const value = Number(digits[digits.length - 1 - i]) * (i % 2 === 1 ? 2 : 1);
    total += value > 9 ? value - 9 : value;
  }
  return total % 10 === 0;
};
const mod11by10 = (digits: string): boolean => {
  let product = 10;
  for (let i = 0; i < digits.length - 1; i++) {
    const rest = (Number(digits[i]) + product) % 10 || 10;
    product = (2 * rest) % 11;
  }
  return (11 - product) % 10 === Number(digits[digits.length - 1]);
};

/** Format per country (without the prefix) and, where the rule is published, its check. */
const VAT_RULES: Record<string, { format: RegExp; check?: (body: string) => boolean }> = {
  AT: { format: /^U\d{8}$/, check: (b) => {
    let total = 0;
    for (let i = 1; i <= 7; i++) {
      const value = Number(b[i]) * (i % 2 === 0 ? 2 : 1);
      total += value > 9 ? value - 9 : value;
    }
    return (106 - total) % 10 === Number(b[8]);
  } },
  BE: { format: /^[01]\d{9}$/, check: (b) => 97 - (Number(b.slice(0, 8)) % 97) === Number(b.slice(8)) },
  BG: { format: /^\d{9,10}$/ },
  CHE: { format: /^\d{9}$/, check: (b) => (11 - (weighted(b, [5, 4, 3, 2, 7, 6, 5, 4]) % 11)) % 11 === Number(b[8]) },
  CY: { format: /^\d{8}[A-Z]$/ },
  CZ: { format: /^\d{8,10}$/, check: (b) => b.length !== 8 || (11 - (weighted(b, [8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === Number(b[7]) }, // nine and ten digits are persons
  DE: { format: /^[1-9]\d{8}$/, check: mod11by10 },
  DK: { format: /^[1-9]\d{7}$/, check: (b) => weighted(b, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 },
  EE: { format: /^10\d{7}$/, check: (b) => (10 - (weighted(b, [3, 7, 1, 3, 7, 1, 3, 7]) % 10)) % 10 === Number(b[8]) },
  EL: { format: /^\d{9}$/, check: (b) => (weighted(b, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === Number(b[8]) },
  ES: { format: /^[A-Z0-9]\d{7}[A-Z0-9]$/, check: spanish },
  FI: { format: /^\d{8}$/, check: (b) => (11 - (weighted(b, [7, 9, 10, 5, 8, 4, 2]) % 11)) % 11 === Number(b[7]) },
  FR: { format: /^[0-9A-HJ-NP-Z]{2}\d{9}$/, check: (b) => !/^\d{2}/.test(b) || (12 + 3 * (Number(b.slice(2)) % 97)) % 97 === Number(b.slice(0, 2)) },
  GB: { format: /^\d{9}(\d{3})?$/, check: (b) => { const total = weighted(b, [8, 7, 6, 5, 4, 3, 2]) + Number(b.slice(7, 9)); return total % 97 === 0 || (total + 55) % 97 === 0; } },
  HR: { format: /^\d{11}$/, check: mod11by10 },
  HU: { format: /^\d{8}$/, check: (b) => (10 - (weighted(b, [9, 7, 3, 1, 9, 7, 3]) % 10)) % 10 === Number(b[7]) },
  IE: { format: /^\d[A-Z0-9+*]\d{5}[A-W][A-I]?$/, check: (b) => !/^\d{7}/.test(b) || "WABCDEFGHIJKLMNOPQRSTUV"[(weighted(b, [8, 7, 6, 5, 4, 3, 2]) + (b[8] ? 9 * (b.charCodeAt(8) - 64) : 0)) % 23] === b[7] },
  IT: { format: /^\d{11}$/, check: luhn },
  LT: { format: /^(\d{9}|\d{12})$/ },
  LU: { format: /^\d{8}$/, check: (b) => Number(b.slice(0, 6)) % 89 === Number(b.slice(6)) },
  LV: { format: /^\d{11}$/ },
  MT: { format: /^\d{8}$/, check: (b) => (37 - (weighted(b, [3, 4, 6, 7, 8, 9]) % 37)) === Number(b.slice(6)) },
  NL: { format: /^\d{9}B\d{2}$/, check: (b) => weighted(b, [9, 8, 7, 6, 5, 4, 3, 2]) % 11 === Number(b[8]) || mod97(`NL${b}`) === 1 },
  NO: { format: /^\d{9}(MVA)?$/, check: (b) => { const rest = 11 - (weighted(b, [3, 2, 7, 6, 5, 4, 3, 2]) % 11); return (rest === 11 ? 0 : rest) === Number(b[8]); } },
  PL: { format: /^\d{10}$/, check: (b) => weighted(b, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(b[9]) },
  PT: { format: /^\d{9}$/, check: (b) => { const rest = 11 - (weighted(b, [9, 8, 7, 6, 5, 4, 3, 2]) % 11); return (rest > 9 ? 0 : rest) === Number(b[8]); } },
  RO: { format: /^[1-9]\d{1,9}$/, check: (b) => { const padded = b.padStart(10, "0"); return ((weighted(padded, [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 === Number(padded[9]); } },
  SE: { format: /^\d{10}01$/, check: (b) => luhn(b.slice(0, 10)) },
  SI: { format: /^[1-9]\d{7}$/, check: (b) => { const rest = 11 - (weighted(b, [8, 7, 6, 5, 4, 3, 2]) % 11); return (rest === 10 ? 0 : rest) === Number(b[7]); } },
  SK: { format: /^[1-9]\d{9}$/, check: (b) => Number(b) % 11 === 0 },
  XI: { format: /^\d{9}(\d{3})?$/ },
};

function spanish(body: string): boolean {
  const first = body[0]!;
  const letters = "TRWAGMYFPDXBNJZSQVHLCKE";
  if (/[0-9XYZ]/.test(first)) return letters[Number(body.slice(0, 8).replace("X", "0").replace("Y", "1").replace("Z", "2")) % 23] === body[8];
  if (/[KLM]/.test(first)) return letters[Number(body.slice(1, 8)) % 23] === body[8];
  const digits = body.slice(1, 8);
  const total = [...digits].reduce((sum, digit, i) => sum + (i % 2 === 0 ? ((2 * Number(digit)) % 10) + Math.floor((2 * Number(digit)) / 10) : Number(digit)), 0);
  const check = (10 - (total % 10)) % 10;
  return body[8] === String(check) || body[8] === "JABCDEFGHI"[check];
}

/** Whether a VAT number (with prefix, no separators) has its country's form, and whether its check digits fit. */
export function checkVatId(text: string): "valid" | "well_formed" | "wrong_check" | "unknown" {
  const country = text.startsWith("CHE") ? "CHE" : text.startsWith("GR") ? "EL" : text.slice(0, 2);
  const rule = VAT_RULES[country];
  if (!rule) return isGstin(text) ? "valid" : "unknown";
  const body = text.slice(text.startsWith("CHE") ? 3 : 2).replace(/(MWST|TVA|IVA)$/, "");
  if (!rule.format.test(body)) return "unknown";
  if (!rule.check) return "well_formed";
  return rule.check(body) ? "valid" : "wrong_check";
}

/** Indian GSTIN: state, PAN, entity, Z, and a base-36 check character. */
export function isGstin(text: string): boolean {
  if (!/^[0-3]\d[A-Z]{5}\d{4}[A-Z][A-Z0-9]Z[A-Z0-9]$/.test(text)) return false;
  const signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  let total = 0;
  for (let i = 0; i < 14; i++) {
    const product = signs.indexOf(text[i]!) * (i % 2 === 0 ? 1 : 2);
    total += Math.floor(product / 36) + (product % 36);
  }
  return signs[(36 - (total % 36)) % 36] === text[14];
}

/** VAT numbers written with their country prefix, separators allowed between groups of digits. */
export function vatIdsIn(text: string): FoundId[] {
  const found: FoundId[] = [];
  const upper = text.replace(/[\u00a0]/g, " ").replace(/(?<=\d)(\s?)(?:MWST|TVA|IVA)(?![A-Za-z0-9])/g, (suffix) => " ".repeat(suffix.length)); // "CHE-123.456.789 MWST"
  for (const match of upper.matchAll(/(?<![A-Za-z0-9])(AT|BE|BG|CHE|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|GR|HR|HU|IE|IT|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK|XI)[\s.:-]{0,2}(?=[A-Z0-9])((?:[A-Z0-9][\s.-]?){7,14})/g)) {
    const country = match[1]!;
    // Take the longest run of groups that has the country's form: what follows may be the next word.
    let best: FoundId | null = null;
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
    }
    if (best) found.push(best);
  }
  for (const match of upper.matchAll(/(?<![A-Z0-9])[0-3]\d[A-Z]{5}\d{4}[A-Z][A-Z0-9]Z[A-Z0-9](?![A-Z0-9])/g)) found.push({ value: match[0], from: match.index, to: match.index + match[0].length, valid: isGstin(match[0]) });
  return found;
}

/** GTIN-8, -12, -13, -14 and GLN: the same weighing by three. */
export function isGtin(text: string): boolean {
  if (!/^(\d{8}|\d{12,14})$/.test(text)) return false;
  let total = 0;
  for (let i = 0; i < text.length - 1; i++) total += Number(text[text.length - 2 - i]) * (i % 2 === 0 ? 3 : 1);
  return (10 - (total % 10)) % 10 === Number(text[text.length - 1]);
}
