/**
 * Numbers by which registers and tax offices know a firm, article or payment, by their published rules. `check` takes text
 * without spaces and separators, upper case (`squeezed`). A scheme without `holds` has a form only, and proves nothing.
 */
import { elevenLess, falling, gs1, luhn, mod97, SIGNS_36, weighted } from "./check-digits.ts";
import { VAT_SCHEMES, type Scheme } from "./vat-numbers.ts";

const last = (text: string): number => Number(text[text.length - 1]);

export const SCHEMES = {
  // ---- Firms
  abn: { form: /^[1-9]\d{10}$/, sure: true, holds: (t) => (weighted(t, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 === 0 }, // Australia
  acn: { form: /^\d{9}$/, holds: (t) => (10 - (weighted(t, falling(9).map((w) => w - 1)) % 10)) % 10 === last(t) }, // Australia
  at_firmenbuch: { form: /^FN\d{1,6}[A-Z]$/ },
  be_enterprise: { form: /^[01]\d{9}$/, sure: true, holds: VAT_SCHEMES.BE!.holds! },
  ca_bn: { form: /^\d{9}(?:R[CMPTRZ]\d{4})?$/, sure: true, holds: (t) => luhn(t.slice(0, 9)) }, // Canada
  ch_uid: { form: /^CHE\d{9}$/, sure: true, holds: (t) => VAT_SCHEMES.CHE!.holds!(t.slice(3)) },
  cnpj: { form: /^[0-9A-Z]{12}\d{2}$/, holds: cnpj }, // Brazil
  cz_ico: { form: /^\d{8}$/, holds: (t) => (11 - (weighted(t, falling(8)) % 11)) % 10 === last(t) },
  de_handelsregister: { form: /^HR[AB]\d{1,6}[A-Z]{0,2}$/ },
  de_tax: { form: /^\d{10,13}$/ },
  dk_cvr: { form: /^[1-9]\d{7}$/, sure: true, holds: VAT_SCHEMES.DK!.holds! },
  ein: { form: /^\d{9}$/, holds: (t) => EIN_PREFIXES.has(t.slice(0, 2)) }, // United States: a list of prefixes, no check digit
  fi_business: { form: /^\d{8}$/, sure: true, holds: VAT_SCHEMES.FI!.holds! },
  gb_company: { form: /^(?:\d{8}|(?:SC|NI|OC|SO|NC|R0|FC|BR)\d{6})$/ },
  gst_nz: { form: /^\d{8,9}$/, holds: ird }, // New Zealand IRD number
  gstin: { form: /^[0-3]\d[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]$/, sure: true, holds: gstin }, // India
  in_pan: { form: /^[A-Z]{5}\d{4}[A-Z]$/ },
  in_cin: { form: /^[LU]\d{5}[A-Z]{2}(?:19|20)\d{2}[A-Z]{3}\d{6}$/ },
  it_codice_fiscale: { form: /^(?:\d{11}|[A-Z]{6}[0-9L-V]{2}[A-EHLMPRST][0-9L-V]{2}[A-Z][0-9L-V]{3}[A-Z])$/, holds: codiceFiscale },
  it_rea: { form: /^[A-Z]{2}\d{5,7}$/ },
  nl_kvk: { form: /^\d{8}$/ },
  no_org: { form: /^[89]\d{8}$/, sure: true, holds: VAT_SCHEMES.NO!.holds! },
  nzbn: { form: /^94\d{11}$/, sure: true, holds: gs1 },
  pl_krs: { form: /^\d{10}$/ },
  pl_regon: { form: /^(?:\d{9}|\d{14})$/, holds: regon },
  rfc: { form: /^[A-ZÑ&]{3,4}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[A-Z0-9]{2}[0-9A]$/, holds: rfc }, // Mexico
  rcs: { form: /^\d{9}$/, sure: true, holds: luhn },
  se_org: { form: /^\d{10}$/, sure: true, holds: luhn },
  siren: { form: /^\d{9}$/, sure: true, holds: luhn }, // France
  siret: { form: /^\d{14}$/, holds: (t) => luhn(t.slice(0, 9)) && (luhn(t) || (t.startsWith("356000000") && [...t].reduce((sum, d) => sum + Number(d), 0) % 5 === 0)) },
  // ---- Anywhere
  duns: { form: /^\d{9}$/ },
  gln: { form: /^\d{13}$/, sure: true, holds: gs1 },
  gtin: { form: /^(?:\d{8}|\d{12,14})$/, sure: true, holds: gs1 },
  leitweg: { form: /^\d{2,12}-(?:[0-9A-Z]{1,30}-)?\d{2}$/, sure: true, holds: (t) => mod97(t.replace(/-/g, "")) === 1 }, // German public buyers; hyphens belong to it
  lei: { form: /^[0-9A-Z]{18}\d{2}$/, sure: true, holds: (t) => mod97(t) === 1 }, // ISO 17442
  // ---- Payments
  creditor_id: { form: /^[A-Z]{2}\d{2}[0-9A-Z]{3}[0-9A-Z]{1,28}$/, sure: false, holds: (t) => mod97(t.slice(7) + t.slice(0, 4)) === 1 }, // SEPA AT-02: the business code does not count
  us_routing: { form: /^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{7}$/, sure: true, holds: (t) => weighted(t, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0 },
  rf: { form: /^RF\d{2}[0-9A-Z]{1,21}$/, sure: true, holds: (t) => mod97(t.slice(4) + t.slice(0, 4)) === 1 }, // ISO 11649
  qr_reference: { form: /^\d{27}$/, sure: true, holds: (t) => recursive10(t) === 0 && /[1-9]/.test(t) }, // Switzerland
  ogm: { form: /^\d{12}$/, sure: true, holds: (t) => (Number(t.slice(0, 10)) % 97 || 97) === Number(t.slice(10)) }, // Belgium
  fi_reference: { form: /^[1-9]\d{3,19}$/, sure: true, holds: (t) => [...t.slice(0, -1)].reverse().reduce((sum, d, i) => sum + Number(d) * [7, 3, 1][i % 3]!, last(t)) % 10 === 0 },
  fik_reference: { form: /^\d{15}$/, sure: true, holds: (t) => luhn(t) && /[1-9]/.test(t) }, // Denmark, payment card type 71
  kid_mod11: { form: /^\d{4,25}$/, sure: true, holds: (t) => elevenLess([...t.slice(0, -1)].reverse().reduce((sum, d, i) => sum + Number(d) * (2 + (i % 6)), 0)) === last(t) }, // Norway: KID closed by MOD 11
  si_reference: { form: /^SI(?:01|12)\d{3,20}$/, holds: (t) => elevenLess([...t.slice(4, -1)].reverse().reduce((sum, d, i) => sum + Number(d) * (2 + (i % 12)), 0), 0) === last(t) }, // Slovenia, models 01 and 12
  luhn_reference: { form: /^\d{5,25}$/, sure: true, holds: luhn }, // Sweden, Norway, Denmark: OCR, KID, FIK
} as const satisfies Record<string, Scheme>;

export type SchemeName = keyof typeof SCHEMES;

/** How a number stands to its scheme: "well_formed" is right in form where there is no check digit to say more. */
export type Verdict = "valid" | "well_formed" | "wrong_check" | "unknown";

/** Capitals and digits alone; hyphens stay where a scheme counts them (Leitweg-ID). */
export const squeezed = (text: string, name?: SchemeName): string => text.normalize("NFKC").replace(name === "leitweg" ? /[^0-9A-Za-z-]/g : /[^0-9A-Za-zÑñ&]/g, "").toUpperCase();

/** Whether a number, squeezed, is one of this scheme. */
export function check(name: SchemeName, text: string): Verdict {
  const scheme: Scheme = SCHEMES[name];
  if (!scheme.form.test(text)) return "unknown";
  const holds = scheme.holds?.(text) ?? null;
  return holds === null ? "well_formed" : holds ? "valid" : "wrong_check";
}

/** The IRS publishes which first two digits it gives out. */
const EIN_PREFIXES = new Set(Array.from({ length: 100 }, (_, i) => String(i).padStart(2, "0")).filter((prefix) => !/^(?:00|0[789]|1[789]|2[89]|49|69|70|78|79|89|96|97)$/.test(prefix)));

/** Two digits by MOD 11; letters of the newer form count as their ASCII code less 48. */
function cnpj(text: string): boolean {
  if (/^(.)\1*$/.test(text)) return false;
  const sum = (signs: string, weights: readonly number[]): number => weights.reduce((total, weight, i) => total + weight * (signs.charCodeAt(i) - 48), 0);
  const digit = (total: number): number => (total % 11 < 2 ? 0 : 11 - (total % 11));
  const weights = [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
  return digit(sum(text, weights)) === Number(text[12]) && digit(sum(text, [6, ...weights])) === Number(text[13]);
}

/** A state's code, a PAN, and MOD 36 with every second sign doubled. */
function gstin(text: string): boolean {
  const state = Number(text.slice(0, 2));
  if (state < 1 || state > 38) return false;
  let total = 0;
  for (let i = 0; i < 14; i++) {
    const product = SIGNS_36.indexOf(text[i]!) * (i % 2 === 0 ? 1 : 2);
    total += Math.floor(product / 36) + (product % 36);
  }
  return SIGNS_36[(36 - (total % 36)) % 36] === text[14];
}

/** Eight or nine digits; where the first set of weights gives ten, a second one decides. */
function ird(text: string): boolean {
  const digits = text.padStart(9, "0");
  if (Number(digits) < 10_000_000 || Number(digits) > 150_000_000) return false;
  const first = elevenLess(weighted(digits, [3, 2, 7, 6, 5, 4, 3, 2]));
  return (first ?? elevenLess(weighted(digits, [7, 4, 3, 2, 5, 2, 7, 6]))) === last(digits);
}

/** A firm's is its VAT number; a person's sixteen signs close with a letter, odd places by a table. */
function codiceFiscale(text: string): boolean {
  if (/^\d{11}$/.test(text)) return luhn(text);
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
  const value = (sign: string): number => (sign >= "A" ? sign.charCodeAt(0) - 65 : Number(sign));
  const total = [...text.slice(0, 15)].reduce((sum, sign, i) => sum + (i % 2 === 0 ? odd[value(sign)]! : value(sign)), 0);
  return String.fromCharCode(65 + (total % 26)) === text[15];
}

function regon(text: string): boolean {
  const nine = (weighted(text, [8, 9, 2, 3, 4, 5, 6, 7]) % 11) % 10 === Number(text[8]);
  return nine && (text.length === 9 || (weighted(text, [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]) % 11) % 10 === last(text));
}

/** Twelve signs of a firm (a blank before them) or thirteen of a person, weighed 13 … 2 by their place in 39 signs. */
function rfc(text: string): boolean {
  const signs = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";
  const whole = text.padStart(13, " ");
  const total = [...whole.slice(0, 12)].reduce((sum, sign, i) => sum + signs.indexOf(sign) * (13 - i), 0);
  const rest = 11 - (total % 11);
  return (rest === 11 ? "0" : rest === 10 ? "A" : String(rest)) === whole[12];
}

/** MOD 10, recursive: each digit leads from one carry to the next. */
function recursive10(digits: string): number {
  const table = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];
  const carry = [...digits.slice(0, -1)].reduce((at, digit) => table[(at + Number(digit)) % 10]!, 0);
  return (10 - carry - last(digits) + 10) % 10;
}
