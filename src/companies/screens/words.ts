import { currencyCodes } from "@counterfoil/money";

type Option = { value: string; label: string; aside?: string };

const named = (locale: string, type: "region" | "language" | "currency") => {
  const names = new Intl.DisplayNames([locale, "en"], { type, fallback: "none" });
  return (code: string): string | undefined => names.of(code);
};
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
/** Groups of states, parts of the ocean and placeholders, which no company has its seat in. */
const noSeat = new Set(["EU", "EZ", "UN", "QO", "ZZ", "XA", "XB", "AQ", "BV", "HM"]);

/** Countries by name in the reader's language. Codes that were replaced (of states that are gone) are left out. */
export function countryOptions(locale: string): Option[] {
  const name = named(locale, "region");
  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => !noSeat.has(code) && name(code) !== undefined && new Intl.Locale(`und-${code}`).region === code);
  return codes.map((code) => ({ value: code, label: name(code)!, aside: code })).sort((a, b) => a.label.localeCompare(b.label, locale));
}

/** Currencies, the given ones first. */
export function currencyOptions(first: readonly string[], locale: string): Option[] {
  const name = named(locale, "currency");
  return [...new Set([...first, "EUR", "USD", "GBP", "CHF", ...currencyCodes])].map((code) => ({ value: code, label: [code, name(code)].filter((part, index, all) => part && all.indexOf(part) === index).join(" ") }));
}

const usualLocales = ["en-IE", "en-GB", "en-US", "en-CA", "en-AU", "de-DE", "de-AT", "de-CH", "fr-FR", "fr-BE", "fr-CH", "fr-CA", "es-ES", "it-IT", "nl-NL", "nl-BE", "ar", "he"];
/** Languages with the country whose numbers and dates they use; `kept` is offered too. */
export function localeOptions(kept: string, locale: string): Option[] {
  const name = named(locale, "language");
  return [...new Set([kept, ...usualLocales].filter(Boolean))].map((tag) => ({ value: tag, label: name(tag) ?? tag, aside: tag }));
}

/** Time zones; the words of a name can be typed in any order ("dublin"). */
export function timeZoneOptions(kept: string): Option[] {
  return [...new Set([kept, ...Intl.supportedValuesOf("timeZone"), "UTC"])].filter(Boolean).map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}

/** UNTDID 5305 in words. */
export const vatCategoryOptions = [
  { value: "S", label: "Standard or reduced rate" }, { value: "Z", label: "Zero rate" }, { value: "E", label: "Exempt" }, { value: "AE", label: "Reverse charge" },
  { value: "K", label: "Supply within the EU" }, { value: "G", label: "Export" }, { value: "O", label: "Outside VAT" }, { value: "L", label: "IGIC (Canary Islands)" }, { value: "M", label: "IPSI (Ceuta, Melilla)" },
] as const;
