import type { VatCategory } from "./types.ts";

/** What a VAT category asks of an invoice that uses it (EN 16931 BR-S, BR-Z, BR-E, BR-AE, BR-IC, BR-G, BR-O, BR-IG, BR-IP). */
export type VatCategoryRule = {
  category: VatCategory;
  label: string;
  /** "positive" only above zero, "any" zero or more, "zero" must be 0, "none" must be absent. */
  rate: "positive" | "any" | "zero" | "none";
  /**
   * Legal text printed and sent when nobody writes another; 0 % without its reason is no legal invoice. "E" has no code of
   * its own, as VATEX names the article that exempts, and that depends on what is sold.
   */
  exemption?: { reason: string; code?: string };
};

/** In the order in which breakdown rows, menus and reports list them. */
export const vatCategories: readonly VatCategoryRule[] = [
  { category: "S", label: "Standard or reduced rate", rate: "positive" },
  { category: "Z", label: "Zero rate", rate: "zero" },
  { category: "E", label: "Exempt", rate: "zero", exemption: { reason: "Exempt from VAT" } },
  { category: "AE", label: "Reverse charge", rate: "zero", exemption: { reason: "Reverse charge", code: "VATEX-EU-AE" } },
  { category: "K", label: "Intra-community supply", rate: "zero", exemption: { reason: "Intra-community supply", code: "VATEX-EU-IC" } },
  { category: "G", label: "Export outside the EU", rate: "zero", exemption: { reason: "Export outside the EU", code: "VATEX-EU-G" } },
  { category: "O", label: "Outside the scope of VAT", rate: "none", exemption: { reason: "Not subject to VAT", code: "VATEX-EU-O" } },
  { category: "L", label: "IGIC (Canary Islands)", rate: "any" },
  { category: "M", label: "IPSI (Ceuta and Melilla)", rate: "any" },
];

const byCategory = new Map(vatCategories.map((rule, order) => [rule.category as string, { ...rule, order }]));

export function isVatCategory(code: string): code is VatCategory {
  return byCategory.has(code);
}

export function vatCategoryRule(category: VatCategory): VatCategoryRule & { order: number } {
  return byCategory.get(category)!;
}
