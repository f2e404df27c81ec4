/** Check digits and shapes of identifiers that Peppol's rules and national rules look at. Texts are taken as given; nothing throws. */

const digitsOf = (text: string): number[] => Array.from(text, (character) => (/\d/.test(character) ? Number(character) : NaN));

/** GS1 numbers (GLN): weights 3 and 1 from the right, the last digit completes to ten. */
export function isGln(text: string): boolean {
  if (!/^\d+$/.test(text)) return false;
  const digits = digitsOf(text);
  const check = digits.pop()!;
  const sum = digits.reverse().reduce((total, digit, place) => total + digit * (place % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10 === check;
}

/** Norwegian organisation numbers: weights 2 to 7 from the right, modulo 11. */
export function isModulo11(text: string): boolean {
  if (!/^\d+$/.test(text) || /^0+$/.test(text)) return false;
  const digits = digitsOf(text);
  const check = digits.pop()!;
  const sum = digits.reverse().reduce((total, digit, place) => total + digit * ((place % 6) + 2), 0);
  return (11 - (sum % 11)) % 11 === check;
}

/** Danish CVR: eight digits, also with DK in front. */
export const isCvr = (text: string): boolean => /^(DK)?\d{8}$/.test(text);

/** Belgian enterprise numbers: ten digits, the last two are 97 less the rest modulo 97. */
export const isBelgianNumber = (text: string): boolean => /^\d{10}$/.test(text) && 97 - (Number(text.slice(0, 8)) % 97) === Number(text.slice(8));

/** Italian office codes (IPA): six letters or digits. */
export const isIpaCode = (text: string): boolean => /^[A-Za-z\d]{6}$/.test(text);

/** Italian fiscal codes: eleven digits of a firm, or sixteen characters of a person, by their shape. */
export const isFiscalCode = (text: string): boolean => /^\d{11}$/.test(text) || /^[A-Za-z]{6}\d\d[A-Za-z]\d\d.{3}\d[A-Za-z]$/.test(text);

/** Italian VAT numbers, with the country in front: eleven digits, every second one doubled, their digits add up to a multiple of ten. Others pass. */
export function isItalianVat(text: string): boolean {
  if (!/^it/i.test(text) || !["IT", "it"].includes(text.slice(0, 2))) return true;
  const number = text.slice(2);
  if (!/^\d{11}$/.test(number)) return false;
  return digitsOf(number).reduce((sum, digit, place) => sum + (place % 2 === 0 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9), 0) % 10 === 0;
}

/** Swedish organisation numbers: nine digits and a Luhn digit; what follows is not looked at. */
export function isSwedishNumber(text: string): boolean {
  if (!/^\d{10,}$/.test(text)) return false;
  const sum = digitsOf(text.slice(0, 9)).reduce((total, digit, place) => total + (place % 2 === 1 ? digit : digit < 5 ? 2 * digit : 2 * digit - 9), 0);
  return (10 - (sum % 10)) % 10 === Number(text[9]);
}

/** Australian business numbers: eleven digits with weights, the first less one, modulo 89. */
export function isAbn(text: string): boolean {
  if (text.length < 11) return false;
  const weights = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19];
  return weights.reduce((sum, weight, place) => sum + (text.charCodeAt(place) - (place === 0 ? 49 : 48)) * weight, 0) % 89 === 0;
}

/** Greek tax numbers: eight digits with weights 256 to 2, modulo 11 and 10, and the ninth. */
export function isGreekNumber(text: string): boolean {
  const digits = digitsOf(text);
  const sum = digits.slice(0, 8).reduce((total, digit, place) => total + digit * 2 ** (8 - place), 0);
  return digits.length >= 9 && (sum % 11) % 10 === digits[8];
}

/** An IBAN by shape and check digits, white space aside; as the German rules have it, also a short one. */
export function passesIbanCheck(account: string): boolean {
  const compact = account.replace(/\s/g, "");
  if (!/^[A-Z]{2}\d\d[A-Za-z\d]{0,30}$/.test(compact)) return false;
  const digits = Array.from(compact.slice(4) + compact.slice(0, 4), (character) => {
    const code = character.charCodeAt(0);
    return String(code > 64 ? code - 55 : code - 48);
  }).join("");
  return BigInt(digits) % 97n === 1n;
}

/** A number as XPath's number() takes it. */
export const isNumber = (text: string): boolean => /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$|^-?INF$/.test(text.trim());

/** A calendar day "2025-03-31" that exists; a time zone may follow. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)(Z|[+-]\d\d:\d\d)?$/.exec(text);
  if (!match) return false;
  const [, year, month, day] = match.map(Number);
  const last = new Date(Date.UTC(year!, month!, 0)).getUTCDate();
  return month! >= 1 && month! <= 12 && day! >= 1 && day! <= last;
}
