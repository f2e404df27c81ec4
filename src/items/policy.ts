import { vatCategoryRule } from "@counterfoil/einvoice";
import { Decimal } from "@counterfoil/money";
import type { VatCategory } from "../platform/fields.ts";
import { declareRefusals } from "../platform/refusal.ts";

export const { refuse, refuseIf, explain } = declareRefusals({
  item_code_taken: [409, "{name} has this number already. Choose another."],
});

/** Why a rate does not go with a VAT category, as a sentence (0 % is not "no tax", T11); null when it does. */
export function whyNotRate(category: VatCategory, rate: string): string | null {
  const rule = vatCategoryRule(category);
  const value = Decimal.tryParse(rate);
  if (value === null || Decimal.isNegative(value)) return "Write a percentage like 19.";
  if ((rule.rate === "zero" || rule.rate === "none") && !Decimal.isZero(value)) return `“${rule.label}” carries no tax. Set the rate to 0, or choose another category.`;
  if (rule.rate === "positive" && Decimal.isZero(value)) return `“${rule.label}” needs a rate above 0. For 0 %, choose why there is no tax: zero rate, exempt, reverse charge, export or outside scope.`;
  return null;
}

// Words for UN/ECE Recommendation 20 codes on paper; "one" needs no word. In the order: en, de, fr, es, it, nl.
const languages = ["en", "de", "fr", "es", "it", "nl"];
const words: Record<string, readonly string[]> = {
  C62: ["", "", "", "", "", ""], HUR: ["h", "Std.", "h", "h", "h", "uur"], DAY: ["days", "Tage", "jours", "días", "giorni", "dagen"], WEE: ["weeks", "Wochen", "semaines", "semanas", "settimane", "weken"],
  MON: ["months", "Monate", "mois", "meses", "mesi", "maanden"], ANN: ["years", "Jahre", "ans", "años", "anni", "jaar"],
  MTR: ["m"], MTK: ["m²"], MTQ: ["m³"], KMT: ["km"], LTR: ["l"], GRM: ["g"], KGM: ["kg"], TNE: ["t"], KWH: ["kWh"],
  LS: ["lump sum", "pauschal", "forfait", "a tanto alzado", "a corpo", "vast bedrag"], SET: ["sets", "Sätze", "jeux", "juegos", "serie", "sets"], XPK: ["packs", "Pakete", "lots", "paquetes", "pacchi", "pakken"],
};

/** A unit code as it is printed beside a quantity; an unknown code prints as itself. */
export function unitWord(code: string, locale: string): string {
  const known = words[code];
  return known ? known[languages.indexOf(locale.toLowerCase().split("-")[0]!)] ?? known[0]! : code;
}
