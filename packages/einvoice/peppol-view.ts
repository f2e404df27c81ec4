import { all, has, squeezed, type Doc, type XmlNode } from "./tree.ts";

// Which countries a Peppol invoice on UBL is between, for the national rules.

// Where a party stands twice and says two things, no country is told and no national rule asked, as the official rules have it.
const several = "?";
const told = (texts: readonly string[]): string => (texts.length > 1 ? several : squeezed(texts[0] ?? "").toUpperCase());

/** The first two letters of a VAT number whose scheme is plainly "VAT", in capitals; "" when there is none. */
const vatCountry = (schemes: readonly XmlNode[]): string =>
  told(schemes.filter((scheme) => all(scheme, "TaxScheme/ID").some(({ text }) => text === "VAT")).flatMap((scheme) => (has(scheme, "CompanyID") ? all(scheme, "CompanyID").map(({ text }) => text.slice(0, 2)) : [""])));
const countries = (doc: Doc, party: string): string[] => all(doc.root, `${party}/Party/PostalAddress/Country/IdentificationCode`).map(({ text }) => text);
const addressCountry = (doc: Doc, party: string): string => told(countries(doc, party));

/** Of the seller: by its VAT number, its representative's, or its address; "XX" when nothing says. */
export const supplierCountry = (doc: Doc): string => doc.memo(supplierCountry, () => vatCountry(all(doc.root, "AccountingSupplierParty/Party/PartyTaxScheme")) ||
  vatCountry(all(doc.root, "TaxRepresentativeParty/PartyTaxScheme")) || addressCountry(doc, "AccountingSupplierParty") || "XX");
/** Of the seller, its representative left aside. */
export const accountingSupplierCountry = (doc: Doc): string => doc.memo(accountingSupplierCountry, () => vatCountry(all(doc.root, "AccountingSupplierParty/Party/PartyTaxScheme")) || addressCountry(doc, "AccountingSupplierParty") || "XX");
/** Of the buyer: by its VAT number or its address. */
export const customerCountry = (doc: Doc): string => doc.memo(customerCountry, () => vatCountry(all(doc.root, "AccountingCustomerParty/Party/PartyTaxScheme")) || addressCountry(doc, "AccountingCustomerParty") || "XX");

/** Country of an address as written, and in capitals without white space. */
export const plainCountry = (doc: Doc, party: string): string => (countries(doc, party).length > 1 ? several : (countries(doc, party)[0] ?? ""));
export const amongGermans = (doc: Doc): boolean => addressCountry(doc, "AccountingSupplierParty") === "DE" && addressCountry(doc, "AccountingCustomerParty") === "DE";
export const livesIn = (doc: Doc, party: string, country: string): boolean => addressCountry(doc, party) === country;
