import { vatCategories, vatCategoryRule } from "@counterfoil/einvoice";
import { decimalsOf } from "../../web/kit.ts";
import type { VatCategory } from "../../platform/fields.ts";
import { units } from "../contract.ts";
import { carriesRate, vatWords } from "../policy.ts";

/** VAT in full: "23% standard or reduced rate", "Reverse charge". */
export function vatSentence(category: VatCategory, rate: string): string {
  const { label } = vatCategoryRule(category);
  return carriesRate(category) ? `${vatWords(category, rate)} ${label.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}` : label;
}

export const categoryOptions = vatCategories.map((rule) => ({ value: rule.category, label: rule.label, detail: rule.exemption ? `Prints “${rule.exemption.reason}”` : undefined }));
export const unitOptions = units.map((unit) => ({ value: unit.word as string, label: unit.word as string, aside: unit.code }));

/** "520.00" for 520 EUR; finer prices stay as they are. */
export function withCents(price: string, currency: string): string {
  const [whole = "", fraction = ""] = price.split(".");
  const cents = fraction.padEnd(decimalsOf(currency), "0");
  return cents ? `${whole}.${cents}` : whole;
}
