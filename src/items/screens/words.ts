import { vatCategories, vatCategoryRule } from "@counterfoil/einvoice";
import type { VatCategory } from "../../platform/fields.ts";
import { units } from "../contract.ts";

const short: Partial<Record<VatCategory, string>> = { Z: "0%", E: "Exempt", AE: "Reverse", K: "EU", G: "Export", O: "No VAT" };

/** VAT in few letters: "23%", "Exempt", "Reverse". */
export function vatWords(category: VatCategory, rate: string): string {
  return short[category] ?? `${trimmed(rate)}%`;
}
/** VAT in full: "23% standard or reduced rate", "Reverse charge". */
export function vatSentence(category: VatCategory, rate: string): string {
  const { label } = vatCategoryRule(category);
  return category === "S" || category === "L" || category === "M" ? `${trimmed(rate)}% ${label.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}` : label;
}
const trimmed = (rate: string) => (rate.includes(".") ? rate.replace(/\.?0+$/, "") : rate);

export const categoryOptions = vatCategories.map((rule) => ({ value: rule.category, label: rule.label, detail: rule.exemption ? `Prints “${rule.exemption.reason}”` : undefined }));
/** A category that carries no tax sets the rate to 0; the screen then hides it. */
export const carriesRate = (category: VatCategory): boolean => { const { rate } = vatCategoryRule(category); return rate === "positive" || rate === "any"; };

export const unitOptions = units.map((unit) => ({ value: unit.code as string, label: unit.word as string, aside: unit.code }));
/** "hour" for HUR; a code that is not one of ours is shown as it is. */
export const unitWord = (code: string): string => units.find((unit) => unit.code === code)?.word ?? code;
/** "hours" for 3 HUR, "h" never: words as on paper. */
export const unitWords = (code: string, quantity: string): string => {
  const word = unitWord(code);
  return /^(piece|hour|day|week|month|year|set|pack)$/.test(word) && !/^-?1(\.0+)?$/.test(quantity) ? `${word}s` : word;
};
/** The code of a unit typed as word or code: "hours", "h", "hur"; null when it is neither. */
export function readUnit(text: string): string | null {
  const typed = text.trim().toLowerCase();
  const others: Record<string, string> = { h: "HUR", hrs: "HUR", hr: "HUR", pc: "C62", pcs: "C62", pce: "C62", d: "DAY", "sq m": "MTK", sqm: "MTK", m2: "MTK", m3: "MTQ", litre: "LTR", liter: "LTR", flat: "LS", fixed: "LS" };
  const known = units.find((unit) => unit.word === typed || `${unit.word}s` === typed || unit.code.toLowerCase() === typed);
  return known?.code ?? others[typed] ?? (/^[a-z0-9]{2,3}$/.test(typed) ? typed.toUpperCase() : null);
}
