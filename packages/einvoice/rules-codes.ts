import {
  addressSchemes, allowanceReasons, chargeReasons, ciiCountries, ciiNoteSubjects, ciiVatPointCodes, countries, creditNoteTypes, currencies, documentTypes, exemptionReasons, identifierSchemes,
  invoiceTypes, itemTypes, mimeTypes, noteSubjects, paymentMeans, referenceTypes, units, vatCategories, vatPointCodes, type Codes,
} from "./code-lists.ts";
import { group, on, rule, type Check, type Group, type Pattern, type Selection } from "./rules.ts";
import { term } from "./terms.ts";
import { all, attribute, says, squeezed, within, type XmlNode } from "./tree.ts";
import { isAllowance, isCharge } from "./ubl-view.ts";

// Code lists (BR-CL-*): each row says where a code stands, which list it is from and how people call it.

/** A group with the one rule that a node's text, or one of its attributes, is a code of a list. */
export function listed(id: string, of: Selection, codes: Codes, what: string, attributeName?: string, { exact = false, also = (() => false) as Check, fold = false } = {}): Group {
  const coded = (node: XmlNode): string => {
    const text = attributeName === undefined ? node.text : (attribute(node, attributeName) ?? "");
    return exact ? text : fold ? squeezed(text.toUpperCase()) : squeezed(text);
  };
  return group(of, [rule(id, (node, doc) => codes.has(coded(node)) || also(node, doc), (node) => `“${coded(node).slice(0, 40)}” is no code of ${what}; use one of the list.`)]);
}

const bears = (name: string): Check => (node) => node.attributes.has(name);
const amounts = "Amount | BaseAmount | PriceAmount | TaxAmount | TaxableAmount | LineExtensionAmount | TaxExclusiveAmount | TaxInclusiveAmount | AllowanceTotalAmount | ChargeTotalAmount | PrepaidAmount | PayableRoundingAmount | PayableAmount";
const icd = "the identifier schemes (ISO 6523 ICD)";
const sepa: Check = (node) => squeezed(attribute(node, "schemeID") ?? "") === "SEPA" && (within(node, "AccountingSupplierParty") || within(node, "PayeeParty"));

const subjects = ` ${[...noteSubjects].join(" ")} `;
/** The three letters between the first two number signs of a note, which UBL uses for its subject; null when there are none. */
function subjectOf({ text }: XmlNode): string | null {
  const [, subject, ...rest] = text.split("#");
  return subject !== undefined && rest.length > 0 && subject.length === 3 ? subject : null;
}

export const codesOfUbl: Pattern = [
  group(on("InvoiceTypeCode | CreditNoteTypeCode"), [rule("BR-CL-01", (node) => (node.name === "InvoiceTypeCode" ? invoiceTypes : creditNoteTypes).has(squeezed(node.text)),
    (node) => `“${squeezed(node.text).slice(0, 40)}” is no ${term("BT-3")} of UNTDID 1001 for ${node.name === "InvoiceTypeCode" ? "an invoice" : "a credit note"}; use ${node.name === "InvoiceTypeCode" ? "380" : "381"} or another of the list.`)]),
  listed("BR-CL-03", on(amounts), currencies, "the currencies (ISO 4217)", "currencyID"),
  listed("BR-CL-04", on("DocumentCurrencyCode"), currencies, "the currencies (ISO 4217)"),
  listed("BR-CL-05", on("TaxCurrencyCode"), currencies, "the currencies (ISO 4217)"),
  listed("BR-CL-06", on("InvoicePeriod/DescriptionCode"), vatPointCodes, `the ${term("BT-8")} (UNTDID 2005: 3, 35, 432)`),
  listed("BR-CL-07", on("AdditionalDocumentReference/ID | DocumentReference/ID", (node) => node.attributes.has("schemeID") && says(node.parent, "DocumentTypeCode", "130")), referenceTypes, "the reference types (UNTDID 1153)", "schemeID"),
  listed("BR-CL-10", on("PartyIdentification/ID", bears("schemeID")), identifierSchemes, icd, "schemeID", { also: sepa }),
  listed("BR-CL-11", on("PartyLegalEntity/CompanyID", bears("schemeID")), identifierSchemes, icd, "schemeID"),
  listed("BR-CL-13", on("CommodityClassification/ItemClassificationCode", bears("listID")), itemTypes, "the item classifications (UNTDID 7143)", "listID"),
  listed("BR-CL-14", on("Country/IdentificationCode"), countries, "the countries (ISO 3166)"),
  listed("BR-CL-15", on("OriginCountry/IdentificationCode"), countries, "the countries (ISO 3166)"),
  listed("BR-CL-16", on("PaymentMeans/PaymentMeansCode"), paymentMeans, "the payment means (UNTDID 4461)"),
  listed("BR-CL-17", on("TaxCategory/ID"), vatCategories, "the VAT categories (UNTDID 5305)"),
  listed("BR-CL-18", on("ClassifiedTaxCategory/ID"), vatCategories, "the VAT categories (UNTDID 5305)"),
  listed("BR-CL-19", on("AllowanceCharge/AllowanceChargeReasonCode", (node) => isAllowance(node.parent!)), allowanceReasons, "the allowance reasons (UNTDID 5189)"),
  listed("BR-CL-20", on("AllowanceCharge/AllowanceChargeReasonCode", (node) => isCharge(node.parent!)), chargeReasons, "the charge reasons (UNTDID 7161)"),
  listed("BR-CL-21", on("StandardItemIdentification/ID", bears("schemeID")), identifierSchemes, icd, "schemeID"),
  listed("BR-CL-22", on("TaxExemptionReasonCode"), exemptionReasons, "the VAT exemption reasons (VATEX)", undefined, { fold: true }),
  listed("BR-CL-23", on("InvoicedQuantity | BaseQuantity | CreditedQuantity", bears("unitCode")), units, "the units (UN/ECE Rec. 20 and 21)", "unitCode"),
  listed("BR-CL-24", on("EmbeddedDocumentBinaryObject", bears("mimeCode")), mimeTypes, "the permitted file types (PDF, PNG, JPEG, CSV, XLSX, ODS)", "mimeCode", { exact: true }),
  listed("BR-CL-25", on("EndpointID", bears("schemeID")), addressSchemes, "the electronic address schemes (EAS)", "schemeID"),
  listed("BR-CL-26", on("DeliveryLocation/ID", bears("schemeID")), identifierSchemes, icd, "schemeID"),
];

/** Belongs to the model's groups, as the official rules have it there. */
export const noteSubject: Group = group(on("/Invoice/Note | /CreditNote/Note"), [
  rule("BR-CL-08", (node) => subjectOf(node) === null || subjects.includes(subjectOf(node)!), (node) => `“${subjectOf(node) ?? ""}” is no ${term("BT-21")} of UNTDID 4451; use one of the list or leave out the number signs.`)]);

const indicator = (node: XmlNode, ...texts: string[]): boolean => all(node, "ChargeIndicator/Indicator").some(({ text }) => texts.includes(text.trim()));

export const codesOfCii: Pattern = [
  listed("BR-CL-01", on("ExchangedDocument/TypeCode"), documentTypes, "the invoice types (UNTDID 1001)"),
  listed("BR-CL-03", on("TaxTotalAmount", bears("currencyID")), currencies, "the currencies (ISO 4217)", "currencyID"),
  listed("BR-CL-04", on("InvoiceCurrencyCode"), currencies, "the currencies (ISO 4217)"),
  listed("BR-CL-05", on("TaxCurrencyCode"), currencies, "the currencies (ISO 4217)"),
  listed("BR-CL-06", on("DueDateTypeCode"), ciiVatPointCodes, `the ${term("BT-8")} (UNTDID 2475: 5, 29, 72)`),
  listed("BR-CL-07", on("ReferenceTypeCode"), referenceTypes, "the reference types (UNTDID 1153)"),
  listed("BR-CL-08", on("SubjectCode"), ciiNoteSubjects, "the note subjects (UNTDID 4451)"),
  listed("BR-CL-10", on("GlobalID", (node) => node.attributes.has("schemeID") && !within(node, "SpecifiedTradeProduct") && !within(node, "ShipToTradeParty")), identifierSchemes, icd, "schemeID"),
  listed("BR-CL-11", on("ID", (node) => node.attributes.has("schemeID") && !within(node, "SpecifiedTaxRegistration")), identifierSchemes, icd, "schemeID"),
  listed("BR-CL-13", on("ClassCode", bears("listID")), itemTypes, "the item classifications (UNTDID 7143)", "listID"),
  listed("BR-CL-14", on("CountryID"), ciiCountries, "the countries (ISO 3166)"),
  listed("BR-CL-15", on("OriginTradeCountry/ID"), ciiCountries, "the countries (ISO 3166)"),
  listed("BR-CL-16", on("SpecifiedTradeSettlementPaymentMeans/TypeCode"), paymentMeans, "the payment means (UNTDID 4461)"),
  listed("BR-CL-17", on("CategoryTradeTax/CategoryCode"), vatCategories, "the VAT categories (UNTDID 5305)"),
  listed("BR-CL-18", on("ApplicableTradeTax/CategoryCode"), vatCategories, "the VAT categories (UNTDID 5305)"),
  listed("BR-CL-19", on("SpecifiedTradeAllowanceCharge/ReasonCode", (node) => indicator(node.parent!, "false", "0")), allowanceReasons, "the allowance reasons (UNTDID 5189)"),
  listed("BR-CL-20", on("SpecifiedTradeAllowanceCharge/ReasonCode", (node) => indicator(node.parent!, "true", "1")), chargeReasons, "the charge reasons (UNTDID 7161)"),
  listed("BR-CL-21", on("SpecifiedTradeProduct/GlobalID", bears("schemeID")), identifierSchemes, icd, "schemeID"),
  listed("BR-CL-22", on("ExemptionReasonCode"), exemptionReasons, "the VAT exemption reasons (VATEX)", undefined, { fold: true }),
  listed("BR-CL-23", on("BasisQuantity | BilledQuantity", bears("unitCode")), units, "the units (UN/ECE Rec. 20 and 21)", "unitCode"),
  listed("BR-CL-24", on("AttachmentBinaryObject", bears("mimeCode")), mimeTypes, "the permitted file types (PDF, PNG, JPEG, CSV, XLSX, ODS)", "mimeCode", { exact: true }),
  listed("BR-CL-25", on("URIUniversalCommunication/URIID", bears("schemeID")), addressSchemes, "the electronic address schemes (EAS)", "schemeID"),
  listed("BR-CL-26", on("ApplicableHeaderTradeDelivery/ShipToTradeParty/GlobalID", bears("schemeID")), identifierSchemes, icd, "schemeID"),
];
