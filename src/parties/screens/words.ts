import type { PartyView } from "../contract.ts";

// ISO 3166-1 alpha-2; the names come from the browser, in the reader's language.
const codes = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XI XK YE YT ZA ZM ZW".split(" ");
const named = (locale: string, type: "region" | "language" | "currency") => {
  const names = new Intl.DisplayNames([locale, "en"], { type, fallback: "code" });
  return (code: string): string => names.of(code) ?? code;
};

/** Countries by name in the reader's language, for a Combobox. */
export function countryOptions(locale: string): { value: string; label: string; aside: string }[] {
  const name = named(locale, "region");
  return codes.map((code) => ({ value: code, label: name(code), aside: code })).sort((a, b) => a.label.localeCompare(b.label, locale));
}
export const countryName = (code: string, locale = "en"): string => named(locale, "region")(code);

/** Currencies by name, the usual ones of the company first. */
export function currencyOptions(all: readonly string[], locale: string): { value: string; label: string }[] {
  const name = named(locale, "currency");
  return all.map((code) => ({ value: code, label: `${code} ${name(code)}` }));
}

/** Languages in which documents are printed, with the countries whose numbers and dates differ; `kept` is added when it is none of them. */
export function localeOptions(locale: string, kept: string): { value: string; label: string }[] {
  const usual = ["en-IE", "en-GB", "en-US", "en-CA", "en-AU", "de-DE", "de-AT", "de-CH", "fr-FR", "fr-BE", "fr-CH", "fr-CA", "es-ES", "it-IT", "nl-NL", "nl-BE", "ar", "he"];
  const name = named(locale, "language");
  return (kept === "" || usual.includes(kept) ? usual : [kept, ...usual]).map((tag) => ({ value: tag, label: name(tag) }));
}

/** "Galway" at home, "Lyon, France" abroad. */
export function placeOf(party: Pick<PartyView, "city" | "country">, home: string | null): string {
  const abroad = party.country && party.country !== home ? countryName(party.country) : null;
  return [party.city, abroad].filter(Boolean).join(", ");
}

/** The lines of a postal address, in the order in which they are printed. */
export function addressLines(party: Pick<PartyView, "addressLine1" | "addressLine2" | "postalCode" | "city" | "region" | "country">, locale: string): string[] {
  return [party.addressLine1, party.addressLine2, [party.postalCode, party.city].filter(Boolean).join(" "), party.region, party.country && countryName(party.country, locale)].filter((line): line is string => Boolean(line));
}

/** The address of a CSV that holds what the list shows. */
export function exportAddress(path: string, query: Record<string, string>): string {
  return `${path}?${new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ""))}`;
}
