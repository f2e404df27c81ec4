import { AmountError } from "./errors.ts";

// ISO 4217, minor unit ("exponent") per active code; funds, metals and testing codes (XAU, XXX …) are no invoice currencies.
const activeByExponent: Record<number, string> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU
    CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES
    KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR
    NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP
    TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG`,
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

// ISO 4217 list 3: no longer issued, yet printed on documents people still keep or receive.
const historicByExponent: Record<number, string> = {
  0: "BEF ESP GRD ITL LUF PTE TPE",
  2: "ANG ATS BGN CUC CYP DEM EEK FIM FRF HRK IEP LTL LVL MRO MTL NLG SIT SKK SLL STD VEF ZMK ZWL",
};

const exponents = new Map<string, number>();
const active: string[] = [];
for (const [exponent, codes] of Object.entries(activeByExponent)) {
  for (const code of codes.split(/\s+/)) {
    exponents.set(code, Number(exponent));
    active.push(code);
  }
}
for (const [exponent, codes] of Object.entries(historicByExponent)) {
  for (const code of codes.split(/\s+/)) exponents.set(code, Number(exponent));
}

/** Active ISO 4217 codes in alphabetical order, for choosing. */
export const currencyCodes: readonly string[] = active.sort();

/** True for active and historic ISO 4217 codes in capitals. */
export function isCurrency(code: string): boolean {
  return exponents.has(code);
}

/** Digits after the dot (ISO 4217 minor unit): EUR 2, JPY 0, KWD 3. Throws AmountError unknown_currency. */
export function exponentOf(currency: string): number {
  const exponent = exponents.get(currency);
  if (exponent === undefined) {
    throw new AmountError("unknown_currency", `“${currency.slice(0, 20)}” is not an ISO 4217 currency code. Use three capital letters, like EUR.`);
  }
  return exponent;
}
