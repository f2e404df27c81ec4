/** IBANs (ISO 13616): the countries' structures as the SWIFT registry publishes them, and check digits that some carry inside. */
import { luhn, mod97, weighted } from "./check-digits.ts";

/** The national part by country: digits (n), capitals (a), either (c), each with its count. */
const STRUCTURES: Record<string, string> = Object.fromEntries((
  "AD:8n12c AE:19n AL:8n16c AT:16n AZ:4a20c BA:16n BE:12n BG:4a6n8c BH:4a14c BI:23n BR:23n1a1c BY:4c4n16c CH:5n12c CR:18n CY:8n16c CZ:20n DE:18n DJ:23n DK:14n DO:4c20n EE:16n EG:25n ES:20n FI:14n FK:2a12n FO:14n FR:10n11c2n " +
  "GB:4a14n GE:2a16n GI:4a15c GL:14n GR:7n16c GT:24c HN:4a20n HR:17n HU:24n IE:4a14n IL:19n IQ:4a15n IS:22n IT:1a10n12c JO:4a4n18c KW:4a22c KZ:3n13c LB:4n20c LC:4a24c LI:5n12c LT:16n LU:3n13c LV:4a13c LY:21n " +
  "MC:10n11c2n MD:20c ME:18n MK:3n10c2n MN:16n MR:23n MT:4a5n18c MU:4a19n3a NI:4a20n NL:4a10n NO:11n OM:3n16c PK:4a16c PL:24n PS:4a21c PT:21n QA:4a21c RO:4a16c RS:18n RU:14n15c SA:2n18c SC:4a20n3a SD:14n SE:20n SI:15n " +
  "SK:20n SM:1a10n12c SO:19n ST:21n SV:4a20n TL:19n TN:20n TR:6n16c UA:6n19c VA:18n VG:4a16n XK:16n YE:4a4n18c"
).split(" ").map((entry) => entry.split(":") as [string, string]));

/** What may stand at each place of an account number: SWIFT's n, a and c. */
const MAY_STAND: Record<string, RegExp> = { n: /\d/, a: /[A-Z]/, c: /[A-Z0-9]/ };
const FORMS: Record<string, string> = Object.fromEntries(Object.entries(STRUCTURES).map(([country, structure]) => [country, [...structure.matchAll(/(\d+)([nac])/g)].map((part) => part[2]!.repeat(Number(part[1]))).join("")]));

export const ibanLength = (country: string): number | undefined => (FORMS[country] === undefined ? undefined : 4 + FORMS[country].length);

/** Country, length and the kinds of signs of its structure fit. Expects no spaces, upper case. */
export function hasIbanForm(text: string): boolean {
  const form = FORMS[text.slice(0, 2)];
  return form !== undefined && /^[A-Z]{2}\d{2}/.test(text) && text.length === 4 + form.length && [...form].every((kind, i) => MAY_STAND[kind]!.test(text[4 + i]!));
}

/** True when structure and check digits (ISO 7064 MOD 97-10) fit. Expects no spaces, upper case. */
export const isIban = (text: string): boolean => hasIbanForm(text) && mod97(text.slice(4) + text.slice(0, 4)) === 1;

/** Check digits that the national part carries itself, where their rule is published. */
const INNER: Record<string, (bban: string) => boolean> = {
  BE: (b) => (Number(b.slice(0, 10)) % 97 || 97) === Number(b.slice(10)),
  ES: (b) => spanishDigit(`00${b.slice(0, 8)}`) === Number(b[8]) && spanishDigit(b.slice(10)) === Number(b[9]),
  FI: luhn,
  FR: ribHolds,
  IT: (b) => cin(b.slice(1)) === b[0],
  MC: ribHolds,
  NO: (b) => { const rest = weighted(b, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11; return rest !== 1 && (11 - rest) % 11 === Number(b[10]); },
  PT: (b) => mod97(b) === 1,
  SM: (b) => cin(b.slice(1)) === b[0],
};

/** Whether the check digits inside the national part hold; null where the country has none that we know. */
export const innerChecksHold = (iban: string): boolean | null => INNER[iban.slice(0, 2)]?.(iban.slice(4)) ?? null;

function spanishDigit(ten: string): number {
  const rest = 11 - (weighted(ten, [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11);
  return rest === 11 ? 0 : rest === 10 ? 1 : rest;
}

/** The French RIB key: letters count as digits A1 … I9, J1 … R9, S2 … Z9. */
function ribHolds(bban: string): boolean {
  const digits = bban.replace(/[A-Z]/g, (letter) => { const at = letter.charCodeAt(0) - 65; return String(at < 18 ? (at % 9) + 1 : (at - 18) + 2); });
  return mod97(digits) === 0;
}

/** The Italian control letter: signs at odd places by a table, at even places as they are. */
function cin(body: string): string {
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
  const value = (sign: string): number => (sign >= "A" ? sign.charCodeAt(0) - 65 : Number(sign));
  const total = [...body].reduce((sum, sign, i) => sum + (i % 2 === 0 ? odd[value(sign)]! : value(sign)), 0);
  return String.fromCharCode(65 + (total % 26));
}
