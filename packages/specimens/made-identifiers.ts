/** Identifiers of no real firm or account, with check digits that fit: rules as the registries publish them. */
import type { Random } from "./random.ts";

const weighted = (digits: string, weights: readonly number[]): number => weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);

function luhnDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

function mod97(text: string): number {
  let rest = 0;
  for (const sign of text) {
    const value = sign >= "A" ? sign.charCodeAt(0) - 55 : Number(sign);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** Draws until `finish` accepts: some bodies have no check digit. */
function until(draw: () => string | null): string {
  for (;;) {
    const made = draw();
    if (made !== null) return made;
  }
}

const national: Record<string, (random: Random) => string> = {
  DE: (r) => r.int(1, 8) + r.digits(17), AT: (r) => r.int(1, 8) + r.digits(15), CH: (r) => `0${r.digits(16)}`,
  FR: (r) => { const body = `${r.int(1, 4)}${r.digits(20)}`; return body + String(97 - mod97(`${body}00`)).padStart(2, "0"); },
  BE: (r) => { const body = `${r.int(1, 9)}${r.digits(9)}`; return body + String(Number(body) % 97 || 97).padStart(2, "0"); },
  NL: (r) => r.pick(["VELD", "BERG", "DUIN", "POLD"]) + until(() => { const d = `0${r.digits(9)}`; return weighted(d, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 ? d : null; }),
  ES: (r) => { const bank = `${r.int(1, 8)}${r.digits(3)}`, office = r.digits(4), account = r.digits(10), w = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];
    const check = (text: string): string => { const rest = 11 - (weighted(text.padStart(10, "0"), w) % 11); return String(rest === 11 ? 0 : rest === 10 ? 1 : rest); };
    return bank + office + check(bank + office) + check(account) + account; },
  IT: (r) => { const body = `0${r.digits(9)}${r.digits(12)}`, odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
    return String.fromCharCode(65 + [...body].reduce((sum, d, i) => sum + (i % 2 === 0 ? odd[Number(d)]! : Number(d)), 0) % 26) + body; },
  PL: (r) => `${r.int(1, 9)}${r.digits(23)}`, SE: (r) => `${r.int(3, 9)}${r.digits(19)}`,
  PT: (r) => { const body = `00${r.digits(17)}`; return body + String(98 - mod97(`${body}00`)).padStart(2, "0"); },
  DK: (r) => `${r.int(1, 9)}${r.digits(13)}`,
  NO: (r) => until(() => { const d = `${r.int(1, 9)}${r.digits(9)}`; const rest = 11 - (weighted(d, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11); return rest === 10 ? null : d + (rest === 11 ? 0 : rest); }),
  GB: (r) => r.pick(["TWNB", "HRBK", "LNSB", "MOOR"]) + r.digits(14), IE: (r) => r.pick(["LIFB", "SHAN", "BOYN"]) + r.digits(14),
};

/** An IBAN of the country in one piece, check digits included, or null where IBANs are not used. */
export function makeIban(country: string, random: Random): string | null {
  const body = national[country]?.(random);
  if (body === undefined) return null;
  return country + String(98 - mod97(`${body}${country}00`)).padStart(2, "0") + body;
}

/** A BIC of an invented bank: four letters, country, place. */
export function makeBic(country: string, random: Random): string {
  return `${random.letters(4)}${country}${random.pick(["2A", "22", "21", "2L", "33"])}${random.chance(0.4) ? "XXX" : ""}`;
}

const vat: Record<string, (random: Random) => string> = {
  DE: (r) => { const body = `${r.int(1, 9)}${r.digits(7)}`; let product = 10; for (const d of body) product = (2 * ((Number(d) + product) % 10 || 10)) % 11; return `DE${body}${(11 - product) % 10}`; },
  AT: (r) => { const body = r.digits(7); let sum = 0; [...body].forEach((d, i) => { const v = Number(d) * (i % 2 === 1 ? 2 : 1); sum += v > 9 ? v - 9 : v; }); return `ATU${body}${(106 - sum) % 10}`; },
  CH: (r) => until(() => { const body = `1${r.digits(7)}`; const check = (11 - (weighted(body, [5, 4, 3, 2, 7, 6, 5, 4]) % 11)) % 11; return check === 10 ? null : `CHE${body}${check}`; }),
  FR: (r) => { const siren = makeSiren(r); return `FR${String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, "0")}${siren}`; },
  BE: (r) => { const body = `0${r.int(4, 7)}${r.digits(6)}`; return `BE${body}${String(97 - (Number(body) % 97)).padStart(2, "0")}`; },
  NL: (r) => until(() => { const body = `${r.int(1, 8)}${r.digits(7)}`; const rest = weighted(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11; return rest === 10 ? null : `NL${body}${rest}B0${r.int(1, 3)}`; }),
  ES: (r) => { const body = r.digits(7); const sum = [...body].reduce((total, d, i) => total + (i % 2 === 0 ? ((2 * Number(d)) % 10) + Math.floor((2 * Number(d)) / 10) : Number(d)), 0); return `ES${r.pick(["A", "B"])}${body}${(10 - (sum % 10)) % 10}`; },
  IT: (r) => { const body = `0${r.digits(6)}${r.pick(["001", "015", "037", "048", "058"])}`; return `IT${body}${luhnDigit(body)}`; },
  PL: (r) => until(() => { const body = `${r.int(5, 9)}${r.digits(8)}`; const rest = weighted(body, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11; return rest === 10 ? null : `PL${body}${rest}`; }),
  PT: (r) => { const body = `5${r.digits(7)}`; const rest = 11 - (weighted(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11); return `PT${body}${rest > 9 ? 0 : rest}`; },
  SE: (r) => { const body = `55${r.int(2, 9)}${r.digits(6)}`; return `SE${body}${luhnDigit(body)}01`; },
  DK: (r) => until(() => { const d = `${r.int(1, 4)}${r.digits(7)}`; return weighted(d, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 ? `DK${d}` : null; }),
  NO: (r) => until(() => { const body = `9${r.digits(7)}`; const rest = 11 - (weighted(body, [3, 2, 7, 6, 5, 4, 3, 2]) % 11); return rest === 10 ? null : `NO${body}${rest === 11 ? 0 : rest}MVA`; }),
  GB: (r) => until(() => { const body = `${r.int(1, 9)}${r.digits(6)}`; const rest = 97 - (weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 97); return `GB${body}${String(rest).padStart(2, "0")}`; }),
  IE: (r) => { const body = r.digits(7); return `IE${body}${"WABCDEFGHIJKLMNOPQRSTUV"[weighted(body, [8, 7, 6, 5, 4, 3, 2]) % 23]}`; },
  IN: (r) => {
    const signs = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const body = `${r.pick(["27", "29", "33", "07", "24"])}${r.letters(3)}C${r.letters(1)}${r.digits(4)}${r.letters(1)}1Z`;
    const sum = [...body].reduce((total, sign, i) => { const product = signs.indexOf(sign) * (i % 2 === 0 ? 1 : 2); return total + Math.floor(product / 36) + (product % 36); }, 0);
    return body + signs[(36 - (sum % 36)) % 36];
  },
};

/** A VAT number with its country's prefix (India: GSTIN), or null where there is none (US, MY). */
export const makeVatId = (country: string, random: Random): string | null => vat[country]?.(random) ?? null;

function makeSiren(random: Random): string {
  const body = `${random.int(3, 8)}${random.digits(7)}`;
  return body + luhnDigit(body);
}

/** A VAT number as firms of the country print it: grouped, dotted, with or without prefix. */
export function printVatId(vatId: string, random: Random): string {
  const body = vatId.slice(2);
  switch (vatId.slice(0, 2)) {
    case "FR": return random.pick([vatId, `FR ${body.slice(0, 2)} ${body.slice(2, 5)} ${body.slice(5, 8)} ${body.slice(8)}`, `FR${body.slice(0, 2)} ${body.slice(2)}`]);
    case "DE": return random.pick([vatId, vatId, `DE ${body}`, `DE ${body.slice(0, 3)} ${body.slice(3, 6)} ${body.slice(6)}`]);
    case "CH": return `CHE-${vatId.slice(3, 6)}.${vatId.slice(6, 9)}.${vatId.slice(9)}${random.pick([" MWST", ""])}`;
    case "BE": return random.pick([vatId, `BE ${body.slice(0, 4)}.${body.slice(4, 7)}.${body.slice(7)}`]);
    case "NL": return random.pick([vatId, `NL ${body}`, `NL${body.slice(0, 9)}.${body.slice(9)}`]);
    case "GB": return random.pick([vatId, `GB ${body.slice(0, 3)} ${body.slice(3, 7)} ${body.slice(7)}`]);
    case "PL": return random.pick([vatId, body, `${body.slice(0, 3)}-${body.slice(3, 6)}-${body.slice(6, 8)}-${body.slice(8)}`]);
    case "IT": return random.pick([vatId, body, `IT ${body}`]);
    case "ES": return random.pick([vatId, body, `${body.slice(0, 1)}-${body.slice(1)}`]);
    case "PT": return random.pick([vatId, body, `${body.slice(0, 3)} ${body.slice(3, 6)} ${body.slice(6)}`]);
    case "DK": return random.pick([vatId, body, `${body.slice(0, 2)} ${body.slice(2, 4)} ${body.slice(4, 6)} ${body.slice(6)}`]);
    case "NO": return random.pick([`NO ${body.slice(0, 3)} ${body.slice(3, 6)} ${body.slice(6, 9)} MVA`, vatId]);
    default: return vatId;
  }
}

/** An IBAN in groups of four, or as one word. */
export const printIban = (iban: string, random: Random): string => (random.chance(0.8) ? iban.replace(/(.{4})(?=.)/g, "$1 ") : iban);

export type Register = { label: string; value: string; /** It is the VAT number under another name. */ isVat?: boolean; /** Not the VAT number, but what stands in for it where that is not printed. */ isTax?: boolean };

/** Register numbers which a firm prints beside its VAT number: label and value, the national habit. */
export function registersOf(country: string, vatId: string | null, town: string, random: Random): Register[] {
  const body = vatId?.slice(2) ?? "";
  switch (country) {
    case "DE": return [{ label: "Steuernummer", value: `${random.digits(2)}/${random.digits(3)}/${random.digits(5)}` }, { label: `Amtsgericht ${town}`, value: `HRB ${random.digits(5)}` }];
    case "AT": return [{ label: "Firmenbuch", value: `FN ${random.digits(6)}${random.letters(1).toLowerCase()}` }];
    case "CH": return [{ label: "UID", value: `CHE-${vatId!.slice(3, 6)}.${vatId!.slice(6, 9)}.${vatId!.slice(9)}`, isVat: true }];
    case "FR": { const nic = `000${random.int(1, 9)}`; return [{ label: "SIRET", value: `${body.slice(2, 5)} ${body.slice(5, 8)} ${body.slice(8)} ${nic}${luhnDigit(body.slice(2) + nic)}` }, { label: "RCS", value: `${town} ${body.slice(2, 5)} ${body.slice(5, 8)} ${body.slice(8)}` }, { label: "APE", value: `${random.digits(4)}${random.letters(1)}` }]; }
    case "NL": return [{ label: "KvK", value: random.digits(8) }];
    case "GB": return [{ label: "Company No.", value: `0${random.digits(7)}` }];
    case "IE": return [{ label: "Registered in Ireland No.", value: random.digits(6) }];
    case "IT": return [{ label: "C.F.", value: body, isVat: true }, { label: "REA", value: `${random.letters(2)}-${random.digits(6)}` }, { label: "SDI", value: `${random.letters(2)}${random.digits(5)}` }];
    case "PL": return [{ label: "REGON", value: random.digits(9) }, { label: "KRS", value: `000${random.digits(7)}` }];
    case "SE": return [{ label: "Org.nr", value: `${body.slice(0, 6)}-${body.slice(6, 10)}`, isTax: true }];
    case "NO": return [{ label: "Org.nr.", value: `${body.slice(0, 3)} ${body.slice(3, 6)} ${body.slice(6, 9)}`, isVat: true }];
    case "MY": return [{ label: "Co. Reg. No.", value: `${random.int(2001, 2023)}010${random.digits(5)} (${random.digits(7)}-${random.letters(1)})` }, { label: "SST ID", value: `${random.letters(1)}10-${random.digits(4)}-${random.digits(8)}`, isTax: true }];
    case "IN": return [{ label: "PAN", value: vatId!.slice(2, 12) }, { label: "CIN", value: `U${random.digits(5)}MH${random.int(2001, 2022)}PTC${random.digits(6)}` }];
    case "US": return [{ label: "EIN", value: `${random.int(10, 98)}-${random.digits(7)}`, isTax: true }];
    case "PT": return [{ label: "Cap. Social", value: `${random.int(5, 90)}.000,00 EUR` }];
    default: return [];
  }
}

/** Nordic payment reference: digits with a Luhn check. */
export function makeOcr(random: Random): string {
  const body = `${random.int(1, 9)}${random.digits(random.int(6, 13))}`;
  return body + luhnDigit(body);
}

/** A structured payment reference as the country prints it, and without spaces: QR reference, OGM, else a creditor reference (ISO 11649). */
export function makePaymentReference(country: string, random: Random): { value: string; printed: string } {
  if (country === "CH") {
    const body = `${random.int(1, 9)}${random.digits(25)}`;
    const table = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];
    const value = `${body}${(10 - [...body].reduce((at, digit) => table[(at + Number(digit)) % 10]!, 0)) % 10}`;
    return { value, printed: `${value.slice(0, 2)} ${value.slice(2).replace(/(.{5})(?=.)/g, "$1 ")}` };
  }
  if (country === "BE") {
    const body = `${random.int(1, 9)}${random.digits(9)}`;
    const value = `${body}${String(Number(body) % 97 || 97).padStart(2, "0")}`;
    const printed = `+++${value.slice(0, 3)}/${value.slice(3, 7)}/${value.slice(7)}+++`;
    return { value: printed, printed };
  }
  const body = `${random.letters(2)}${random.digits(random.int(6, 12))}`;
  const value = `RF${String(98 - mod97(`${body}RF00`)).padStart(2, "0")}${body}`;
  return { value, printed: value.replace(/(.{4})(?=.)/g, "$1 ") };
}
