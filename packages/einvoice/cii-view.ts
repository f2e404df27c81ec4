import { all, attribute, first, has, type Doc, type XmlNode } from "./tree.ts";
import type { Registered } from "./vat-families.ts";

// What several files of CII rules ask of a document.

export const deal = "SupplyChainTradeTransaction";
export const agreement = `${deal}/ApplicableHeaderTradeAgreement`;
export const delivery = `${deal}/ApplicableHeaderTradeDelivery`;
export const settlement = `${deal}/ApplicableHeaderTradeSettlement`;
export const summation = `${settlement}/SpecifiedTradeSettlementHeaderMonetarySummation`;
export const line = `${deal}/IncludedSupplyChainTradeLineItem`;
/** Selections from the root: "/CrossIndustryInvoice/…". */
export const from = (path: string): string => `/CrossIndustryInvoice/${path}`;

/** True when an allowance or charge says so: Indicator "true" or "1", "false" or "0". */
export const isChargeOf = (change: XmlNode): boolean => all(change, "ChargeIndicator/Indicator").some(({ text }) => ["true", "1"].includes(text.trim()));
export const isAllowanceOf = (change: XmlNode): boolean => all(change, "ChargeIndicator/Indicator").some(({ text }) => ["false", "0"].includes(text.trim()));
/** True for a tax whose type is VAT, in capitals or not. */
export const isVatTax = (tax: XmlNode): boolean => first(tax, "TypeCode")?.text.toUpperCase() === "VAT";

export const invoiceCurrency = (doc: Doc): string | undefined => first(doc.root, `${settlement}/InvoiceCurrencyCode`)?.text;
export const taxCurrency = (doc: Doc): string | undefined => first(doc.root, `${settlement}/TaxCurrencyCode`)?.text;

/** Tax numbers of a party whose scheme is one of these (VA: VAT, FC: fiscal). */
export const taxNumbers = (party: XmlNode, ...schemes: string[]): XmlNode[] => all(party, "SpecifiedTaxRegistration/ID").filter((id) => schemes.includes(attribute(id, "schemeID") ?? ""));

/** Who is registered for what. */
export const registrationsOfCii = (doc: Doc): Registered => doc.memo(registrationsOfCii, () => {
  const any = (party: string, ...schemes: string[]): boolean => doc.named(party).some((node) => taxNumbers(node, ...schemes).length > 0);
  return {
    sellerTax: any("SellerTradeParty", "VA", "FC"), sellerVat: any("SellerTradeParty", "VA"), representativeVat: any("SellerTaxRepresentativeTradeParty", "VA"),
    buyerVat: any("BuyerTradeParty", "VA"), buyerLegal: doc.named("BuyerTradeParty").some((party) => has(party, "SpecifiedLegalOrganization/ID")),
  };
});
