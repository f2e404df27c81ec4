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
