/** VAT numbers of Europe, by the rules which the tax administrations publish. Bodies are without the country's prefix. */
import { elevenLess, falling, luhn, luhnSum, mod11by10, mod97, weighted } from "./check-digits.ts";

/** `sure`: any one changed digit breaks it. Numbers for which `holds` is absent (or answers null) have a form only. */
export type Scheme = { form: RegExp; holds?: (body: string) => boolean | null; sure?: boolean };

const last = (body: string): number => Number(body[body.length - 1]);

export const VAT_SCHEMES: Record<string, Scheme> = {
  AT: { form: /^U\d{8}$/, sure: true, holds: (b) => (106 - doubledFromSecond(b.slice(1, 8))) % 10 === last(b) },
  BE: { form: /^[01]\d{9}$/, sure: true, holds: (b) => 97 - (Number(b.slice(0, 8)) % 97) === Number(b.slice(8)) },
  BG: { form: /^\d{9,10}$/, holds: bulgarian },
  CHE: { form: /^\d{9}$/, sure: true, holds: (b) => elevenLess(weighted(b, [5, 4, 3, 2, 7, 6, 5, 4])) === last(b) },
  CY: { form: /^[013-69]\d{7}[A-Z]$/, sure: true, holds: (b) => {
    const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
    const total = [...b.slice(0, 8)].reduce((sum, digit, i) => sum + (i % 2 === 0 ? odd[Number(digit)]! : Number(digit)), 0);
    return String.fromCharCode(65 + (total % 26)) === b[8];
  } },
  CZ: { form: /^\d{8,10}$/, holds: czech },
  DE: { form: /^[1-9]\d{8}$/, sure: true, holds: mod11by10 },
  DK: { form: /^[1-9]\d{7}$/, sure: true, holds: (b) => weighted(b, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 },
  EE: { form: /^10\d{7}$/, sure: true, holds: (b) => (10 - (weighted(b, [3, 7, 1, 3, 7, 1, 3, 7]) % 10)) % 10 === last(b) },
  EL: { form: /^\d{9}$/, holds: (b) => (weighted(b, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === last(b) },
  ES: { form: /^(?:[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/, sure: true, holds: spanish },
  FI: { form: /^\d{8}$/, sure: true, holds: (b) => elevenLess(weighted(b, [7, 9, 10, 5, 8, 4, 2])) === last(b) },
  FR: { form: /^[0-9A-HJ-NP-Z]{2}\d{9}$/, holds: french },
  GB: { form: /^(?:\d{9}|\d{12}|GD[0-4]\d\d|HA[5-9]\d\d)$/, holds: british },
  HR: { form: /^\d{11}$/, sure: true, holds: mod11by10 },
  HU: { form: /^\d{8}$/, sure: true, holds: (b) => (10 - (weighted(b, [9, 7, 3, 1, 9, 7, 3]) % 10)) % 10 === last(b) },
  IE: { form: /^\d[A-Z0-9+*]\d{5}[A-W](?:[A-I]|W)?$/, sure: true, holds: irish },
  IT: { form: /^\d{11}$/, sure: true, holds: luhn },
  LT: { form: /^(?:\d{7}1\d|\d{10}1\d)$/, holds: lithuanian },
  LU: { form: /^\d{8}$/, sure: true, holds: (b) => Number(b.slice(0, 6)) % 89 === Number(b.slice(6)) },
  LV: { form: /^\d{11}$/, holds: latvian },
  MT: { form: /^\d{8}$/, sure: true, holds: (b) => 37 - (weighted(b, [3, 4, 6, 7, 8, 9]) % 37) === Number(b.slice(6)) },
  NL: { form: /^\d{9}B\d{2}$/, holds: (b) => weighted(b, falling(9)) % 11 === Number(b[8]) || mod97(`NL${b}`) === 1 },
  NO: { form: /^\d{9}(?:MVA)?$/, sure: true, holds: (b) => elevenLess(weighted(b, [3, 2, 7, 6, 5, 4, 3, 2])) === Number(b[8]) },
  PL: { form: /^\d{10}$/, sure: true, holds: (b) => weighted(b, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === last(b) },
  PT: { form: /^\d{9}$/, holds: (b) => elevenLess(weighted(b, falling(9)), 0) === last(b) },
  RO: { form: /^[1-9]\d{1,9}$/, holds: (b) => ((weighted(b.padStart(10, "0"), [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 === last(b) },
  SE: { form: /^\d{10}01$/, sure: true, holds: (b) => luhn(b.slice(0, 10)) },
  SI: { form: /^[1-9]\d{7}$/, holds: (b) => { const rest = 11 - (weighted(b, falling(8)) % 11); return rest !== 11 && (rest === 10 ? 0 : rest) === last(b); } },
  SK: { form: /^[1-9]\d{9}$/, sure: true, holds: (b) => Number(b) % 11 === 0 },
  XI: { form: /^(?:\d{9}|\d{12}|GD[0-4]\d\d|HA[5-9]\d\d)$/, holds: british },
};

/** Every second digit, from the second, doubled and its digits added. */
function doubledFromSecond(digits: string): number {
  return [...digits].reduce((sum, digit, i) => { const value = Number(digit) * (i % 2 === 1 ? 2 : 1); return sum + (value > 9 ? value - 9 : value); }, 0);
}

/** Nine digits: a firm, by a first and, where that gives ten, a second set of weights. Ten: a person, a foreigner or another. */
function bulgarian(b: string): boolean {
  if (b.length === 9) {
    const first = weighted(b, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
    return (first === 10 ? (weighted(b, [3, 4, 5, 6, 7, 8, 9, 10]) % 11) % 10 : first) === last(b);
  }
  return (weighted(b, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === last(b) || weighted(b, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 === last(b) || elevenLess(weighted(b, [4, 3, 2, 7, 6, 5, 4, 3, 2])) === last(b);
}

/** Eight digits: a firm. Ten: a person, whose number eleven divides. Nine (persons born before 1954) have no check. */
function czech(b: string): boolean | null {
  if (b.length === 9) return null;
  if (b.length === 10) return Number(b) % 11 === 0 || (Number(b.slice(0, 9)) % 11 === 10 && last(b) === 0);
  return b[0] !== "9" && (11 - (weighted(b, falling(8)) % 11)) % 10 === last(b);
}

/** Digits as key: from the SIREN. A letter in the key: the older kind, counted in 34 signs without I and O. */
function french(b: string): boolean {
  const siren = Number(b.slice(2));
  if (/^\d\d/.test(b)) return (12 + 3 * (siren % 97)) % 97 === Number(b.slice(0, 2));
  const at = (sign: string): number => "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ".indexOf(sign);
  const key = /^\d/.test(b) ? at(b[0]!) * 24 + at(b[1]!) - 10 : at(b[0]!) * 34 + at(b[1]!) - 100;
  return (siren + 1 + Math.floor(key / 11)) % 11 === key % 11;
}

/** Nine digits (twelve with a branch): the sum, or the sum and 55, is a multiple of 97. Government and health have a form only. */
function british(b: string): boolean | null {
  if (/^[GH]/.test(b)) return null;
  const total = weighted(b, falling(8)) + Number(b.slice(7, 9));
  return total % 97 === 0 || (total + 55) % 97 === 0;
}

/** The letter counts seven digits; a second letter counts nine times. The older kind has a sign in second place. */
function irish(b: string): boolean {
  const digits = /^\d{7}/.test(b) ? b.slice(0, 7) : `0${b.slice(2, 7)}${b[0]}`;
  const second = b[8] && b[8] !== "W" ? 9 * (b.charCodeAt(8) - 64) : 0;
  return "WABCDEFGHIJKLMNOPQRSTUV"[(weighted(digits, falling(8)) + second) % 23] === b[7];
}

function lithuanian(b: string): boolean {
  const weights = (start: number): number[] => Array.from({ length: b.length - 1 }, (_, i) => ((start - 1 + i) % 9) + 1);
  const first = weighted(b, weights(1)) % 11;
  return (first === 10 ? (weighted(b, weights(3)) % 11) % 10 : first) === last(b);
}

/** Firms begin with 4 or more; persons' codes with the day of birth, or 32. */
function latvian(b: string): boolean {
  if (b[0]! > "3") {
    const rest = 3 - (weighted(b, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6]) % 11);
    return rest !== -1 && (rest < -1 ? rest + 11 : rest) === last(b);
  }
  return ((1101 - weighted(b, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11) % 10 === last(b);
}

/** NIF and NIE of persons close with one of 23 letters; the NIF of bodies with a digit or a letter, by the kind of body. */
function spanish(b: string): boolean {
  const first = b[0]!;
  const letters = "TRWAGMYFPDXBNJZSQVHLCKE";
  if (/[0-9XYZ]/.test(first)) return letters[Number(b.slice(0, 8).replace("X", "0").replace("Y", "1").replace("Z", "2")) % 23] === b[8];
  if (/[KLM]/.test(first)) return letters[Number(b.slice(1, 8)) % 23] === b[8];
  if (/[ABEH]/.test(first)) return b[8] === String(spanishBody(b));
  if (/[NPQRSW]/.test(first)) return b[8] === "JABCDEFGHI"[spanishBody(b)];
  return /[CDFGJUV]/.test(first) && (b[8] === String(spanishBody(b)) || b[8] === "JABCDEFGHI"[spanishBody(b)]);
}
const spanishBody = (b: string): number => (10 - (luhnSum(`${b.slice(1, 8)}0`) % 10)) % 10;

/** The country's key and the rest of a number with its prefix: "GR" is EL, a Swiss suffix is left out. */
export function vatParts(text: string): { country: string; body: string } {
  const country = text.startsWith("CHE") ? "CHE" : text.startsWith("GR") ? "EL" : text.slice(0, 2);
  return { country, body: text.slice(country === "CHE" ? 3 : 2).replace(/(?:MWST|TVA|IVA)$/, "") };
}
