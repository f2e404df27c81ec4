import { term } from "./terms.ts";

/**
 * The VAT categories as the business rules treat them, one row each; both syntaxes make their rules from it. Every family
 * has ten rules: 01 the category is in the breakdown; 02-04 who must (not) be identified when a line, an allowance or a
 * charge has it; 05-07 its rate there; 08 the breakdown's base, 09 its tax, 10 its exemption reason.
 */
export type VatFamily = {
  rules: string;
  code: string;
  name: string;
  /** Who must be identified: a seller with any tax number, with a VAT number, both parties, or nobody. */
  needs: "seller" | "seller-vat" | "seller-and-buyer" | "both-vat" | "nobody";
  rate: "positive" | "not-negative" | "zero" | "absent";
  /** Breakdown rows go by rate as well as by category; their number is free then, else it is one. */
  byRate: boolean;
  exempt: boolean;
};

export const vatFamilies: readonly VatFamily[] = [
  { rules: "BR-S", code: "S", name: "standard rated", needs: "seller", rate: "positive", byRate: true, exempt: false },
  { rules: "BR-Z", code: "Z", name: "zero rated", needs: "seller", rate: "zero", byRate: false, exempt: false },
  { rules: "BR-E", code: "E", name: "exempt", needs: "seller", rate: "zero", byRate: false, exempt: true },
  { rules: "BR-AE", code: "AE", name: "reverse charge", needs: "seller-and-buyer", rate: "zero", byRate: false, exempt: true },
  { rules: "BR-IC", code: "K", name: "intra-community supply", needs: "both-vat", rate: "zero", byRate: false, exempt: true },
  { rules: "BR-G", code: "G", name: "export", needs: "seller-vat", rate: "zero", byRate: false, exempt: true },
  { rules: "BR-O", code: "O", name: "not subject to VAT", needs: "nobody", rate: "absent", byRate: false, exempt: true },
  { rules: "BR-AF", code: "L", name: "IGIC (Canary Islands)", needs: "seller", rate: "not-negative", byRate: true, exempt: false },
  { rules: "BR-AG", code: "M", name: "IPSI (Ceuta and Melilla)", needs: "seller", rate: "not-negative", byRate: true, exempt: false },
];

export type Registered = Record<"sellerTax" | "sellerVat" | "representativeVat" | "buyerVat" | "buyerLegal", boolean>;

/** True when the parties are identified as a category asks. */
export function identified({ needs }: VatFamily, { sellerTax, sellerVat, representativeVat, buyerVat, buyerLegal }: Registered): boolean {
  switch (needs) {
    case "seller": return sellerTax || representativeVat;
    case "seller-vat": return sellerVat || representativeVat;
    case "seller-and-buyer": return (sellerTax || representativeVat) && (buyerVat || buyerLegal);
    case "both-vat": return (sellerVat || representativeVat) && buyerVat;
    case "nobody": return !sellerVat && !representativeVat && !buyerVat;
  }
}

const seller = `${term("BT-31")}, ${term("BT-32")} or ${term("BT-63")}`;
const wanted: Record<VatFamily["needs"], string> = {
  "seller": `state ${seller}`,
  "seller-vat": `state ${term("BT-31")} or ${term("BT-63")}`,
  "seller-and-buyer": `state ${seller}, and ${term("BT-48")} or ${term("BT-47")}`,
  "both-vat": `state ${term("BT-31")} or ${term("BT-63")}, and ${term("BT-48")}`,
  "nobody": `leave out ${term("BT-31")}, ${term("BT-63")} and ${term("BT-48")}, or use another category`,
};

export const identityText = ({ code, name, needs }: VatFamily, where: string): string => `${where} has VAT category ${code} (${name}), but the parties are not identified as it asks; ${wanted[needs]}.`;

const rates: Record<VatFamily["rate"], string> = { "positive": "above 0", "not-negative": "0 or more", "zero": "0", "absent": "left out" };

export const rateText = ({ code, name, rate }: VatFamily, where: string, stated: string): string =>
  `${where} has VAT category ${code} (${name}) with ${stated === "" ? "no rate" : `the rate “${stated.slice(0, 20)}”`}; its rate must be ${rates[rate]}.`;

export const breakdownText = ({ code, name, byRate }: VatFamily): string =>
  `VAT category ${code} (${name}) must stand in the ${term("BG-23")} ${byRate ? "for each of its rates" : "exactly once"} when lines, allowances or charges have it, and only then; add, merge or remove its row.`;

export const baseText = ({ code }: VatFamily, stated: string, expected: string): string =>
  `The ${term("BT-116")} of category ${code} is ${stated}, but its lines less allowances plus charges make ${expected}; correct one of them.`;

export const taxText = ({ code }: VatFamily, stated: string, expected: string): string => `The ${term("BT-117")} of category ${code} is ${stated}, but must be ${expected}; correct the tax.`;

export const exemptionText = ({ code, name, exempt }: VatFamily): string =>
  exempt ? `VAT category ${code} (${name}) needs its reason; state ${term("BT-120")} or ${term("BT-121")}.`
    : `VAT category ${code} (${name}) is no exemption, so there is no ${term("BT-120")} and no ${term("BT-121")}; leave them out.`;
