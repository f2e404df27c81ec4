import { vatCategoryRule } from "@counterfoil/einvoice";
import { Decimal } from "@counterfoil/money";
import type { VatCategory } from "../platform/fields.ts";
import { declareRefusals } from "../platform/refusal.ts";
import { units } from "./contract.ts";

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

/** The name of a unit in a list or field: "hour" for HUR, "hours" for 3 of them; a code that is not one of ours stays itself. */
export function unitName(code: string, quantity = "1"): string {
  const word: string = units.find((unit) => unit.code === code)?.word ?? code;
  return /^(piece|hour|day|week|month|year|set|pack)$/.test(word) && !/^-?1(\.0*)?$/.test(quantity) ? `${word}s` : word;
}

const otherNames: Record<string, string> = { h: "HUR", hr: "HUR", hrs: "HUR", d: "DAY", pc: "C62", pcs: "C62", pce: "C62", m2: "MTK", sqm: "MTK", m3: "MTQ", litre: "LTR", litres: "LTR", liter: "LTR", liters: "LTR", flat: "LS", fixed: "LS" };
/** The code of a unit as people type it: "hour", "hours", "h", "HUR"; null when it is none. */
export function readUnit(text: string): string | null {
  const typed = text.trim().toLowerCase();
  if (typed === "") return "C62";
  const known = units.find((unit) => unit.word === typed || `${unit.word}s` === typed || unit.code.toLowerCase() === typed);
  return known?.code ?? otherNames[typed] ?? (/^[a-z0-9]{2,3}$/.test(typed) ? typed.toUpperCase() : null);
}

/** Whether a category has a rate of its own; the others are always at 0. */
export const carriesRate = (category: VatCategory): boolean => ["positive", "any"].includes(vatCategoryRule(category).rate);

const shortNames: Partial<Record<VatCategory, string>> = { Z: "0%", E: "Exempt", AE: "Reverse", K: "EU", G: "Export", O: "No VAT" };
/** VAT in few letters, for a column: "23%", "Exempt", "Reverse". */
export const vatWords = (category: VatCategory, rate: string): string => shortNames[category] ?? `${rate.includes(".") ? rate.replace(/\.?0+$/, "") : rate}%`;
