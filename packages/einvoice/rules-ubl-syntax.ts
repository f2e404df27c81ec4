import { decimalsOf, ending, group, on, once, rule, type Pattern, type Rule } from "./rules.ts";
import { term } from "./terms.ts";
import { all, attribute, contentOf, first, has, says, value, type Doc, type XmlNode } from "./tree.ts";
import { unwantedInUbl } from "./unwanted-ubl.ts";
import { isAllowance, isCharge } from "./ubl-view.ts";

// How EN 16931 is bound to UBL: how often elements may occur (UBL-SR-*), what values look like (UBL-DT-*), what is left out (UBL-CR-*).

const countOf = (path: string) => (node: XmlNode): number => all(node, path).length;
const atMostOne = (id: string, path: string, what: string): Rule => once(id, countOf(path), what);

/** Different values of an element in the whole document: namesakes may repeat one, as several payment means do. */
const different = (name: string) => (_: XmlNode, doc: Doc): number => new Set(doc.named(name).map(contentOf)).size;

const taxNumbers = (party: string, vat: boolean) => (node: XmlNode): number =>
  all(node, `${party}/Party/PartyTaxScheme`).filter((scheme) => all(scheme, "TaxScheme").some((tax) => (first(tax, "ID")?.text.toUpperCase() === "VAT") === vat))
    .reduce((sum, scheme) => sum + all(scheme, "CompanyID").length, 0);

const occurrences: Rule[] = [
  atMostOne("UBL-SR-01", "ContractDocumentReference/ID", term("BT-12")), atMostOne("UBL-SR-02", "ReceiptDocumentReference/ID", term("BT-15")),
  atMostOne("UBL-SR-03", "DespatchDocumentReference/ID", term("BT-16")),
  once("UBL-SR-04", (node) => all(node, "AdditionalDocumentReference").filter((reference) => says(reference, "DocumentTypeCode", "130")).reduce((sum, reference) => sum + all(reference, "ID").length, 0), term("BT-18")),
  atMostOne("UBL-SR-05", "PaymentTerms/Note", term("BT-20")), atMostOne("UBL-SR-08", "InvoicePeriod", term("BG-14")),
  atMostOne("UBL-SR-09", "AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName", term("BT-27")), atMostOne("UBL-SR-10", "AccountingSupplierParty/Party/PartyName/Name", term("BT-28")),
  atMostOne("UBL-SR-11", "AccountingSupplierParty/Party/PartyLegalEntity/CompanyID", term("BT-30")), once("UBL-SR-12", taxNumbers("AccountingSupplierParty", true), term("BT-31")),
  once("UBL-SR-13", taxNumbers("AccountingSupplierParty", false), term("BT-32")), atMostOne("UBL-SR-14", "AccountingSupplierParty/Party/PartyLegalEntity/CompanyLegalForm", term("BT-33")),
  atMostOne("UBL-SR-15", "AccountingCustomerParty/Party/PartyLegalEntity/RegistrationName", term("BT-44")), atMostOne("UBL-SR-16", "AccountingCustomerParty/Party/PartyIdentification/ID", term("BT-46")),
  atMostOne("UBL-SR-17", "AccountingCustomerParty/Party/PartyLegalEntity/CompanyID", term("BT-47")), once("UBL-SR-18", taxNumbers("AccountingCustomerParty", true), term("BT-48")),
  atMostOne("UBL-SR-24", "Delivery", term("BG-13")),
  once("UBL-SR-29", (_, doc) => doc.named("PartyIdentification").flatMap((party) => all(party, "ID")).filter((id) => attribute(id, "schemeID")?.toUpperCase() === "SEPA").length, term("BT-90")),
  atMostOne("UBL-SR-39", "ProjectReference/ID", term("BT-11")), atMostOne("UBL-SR-40", "AccountingCustomerParty/Party/PartyName/Name", term("BT-45")),
  once("UBL-SR-44", different("PaymentID"), term("BT-83")), atMostOne("UBL-SR-45", "PaymentMeans/PaymentDueDate", term("BT-9")),
  once("UBL-SR-46", (node) => all(node, "PaymentMeans/PaymentMeansCode").filter((code) => code.attributes.has("name")).length, term("BT-82")),
  once("UBL-SR-47", different("PaymentMeansCode"), term("BT-81")), atMostOne("UBL-SR-49", "InvoicePeriod/DescriptionCode", term("BT-8")),
  atMostOne("UBL-SR-54", "PaymentMeans/CardAccount", term("BG-18")), atMostOne("UBL-SR-55", "PaymentMeans/PaymentMandate", term("BG-19")), atMostOne("UBL-SR-56", "OriginatorDocumentReference/ID", term("BT-17")),
];

// Attributes that EN 16931 does not use, wherever they stand: UBL-DT-08 and on.
const attributes = ["schemeName", "schemeAgencyName", "schemeDataURI", "schemeURI", "format", "unitCodeListIdentifier", "unitCodeListAgencyIdentifier", "unitCodeListAgencyName",
  "listAgencyName", "listName", "name", "languageID", "listURI", "listSchemeURI", "languageLocaleID", "uri", "currencyCodeListVersionID", "characterSetCode", "encodingCode", "schemeAgencyID", "listAgencyID"];
const leaveOut = (what: string): string => `${what} is not a part of an EN 16931 invoice; leave it out.`;
const unusedAttributes: Rule[] = attributes.map((name, offset) => rule(`UBL-DT-${String(offset + 8).padStart(2, "0")}`,
  (_, doc) => !doc.attributes.has(name) || (name === "name" && doc.attributes.get(name)!.every((node) => node.name === "PaymentMeansCode")), leaveOut(`The attribute ${name}`), "warning"));

/** Elements of a name that bear a schemeID or listID they should not have. */
const bare = (number: string, name: string, path: string, where: (node: XmlNode) => boolean = () => true): Rule => {
  const [elements = "", attributeName = ""] = path.split("@");
  const below = elements.replace(/\/$/, "");
  return rule(`UBL-CR-${number}`, (_, doc) => !doc.named(name).filter(where).some((node) => (below === "" ? [node] : all(node, below)).some((found) => attributeName === "" || found.attributes.has(attributeName))),
    leaveOut(`${name}${below === "" ? "" : `/${below}`}${attributeName === "" ? "" : ` with ${attributeName}`}`), "warning");
};
const childOf = (parent: string) => (node: XmlNode): boolean => node.parent?.name === parent;
const isObject = (node: XmlNode): boolean => says(node, "DocumentTypeCode", "130");

const elsewhere: Rule[] = [
  rule("UBL-CR-002", (node) => !has(node, "UBLVersionID") || says(node, "UBLVersionID", "2.1"), "UBLVersionID names another version than 2.1; leave it out or say 2.1.", "warning"),
  rule("UBL-CR-412", (node) => !has(node, "PaymentMeans/PaymentDueDate") || node.name === "CreditNote", `An invoice states its ${term("BT-9")} in DueDate, not in PaymentMeans/PaymentDueDate; move it.`, "warning"),
  bare("652", "PartyTaxScheme", "CompanyID/@schemeID"), bare("660", "Country", "IdentificationCode/@listID"), bare("662", "AllowanceChargeReasonCode", "@listID"),
  rule("UBL-CR-663", (_, doc) => !doc.attributes.has("unitCodeListID"), leaveOut("The attribute unitCodeListID"), "warning"),
  bare("664", "FinancialInstitution", ""),
  bare("665", "AdditionalDocumentReference", "ID/@schemeID", (node) => !has(node, "DocumentTypeCode") || all(node, "DocumentTypeCode").some((code) => code.text !== "130")),
  { ...bare("666", "AdditionalDocumentReference", "Attachment", isObject), severity: "fatal" },
  bare("667", "BuyersItemIdentification", "ID/@schemeID"), bare("668", "SellersItemIdentification", "ID/@schemeID"),
  ...["AllowanceChargeReasonCode", "AllowanceChargeReason", "MultiplierFactorNumeric"].map((name, offset) => bare(String(669 + offset), "AllowanceCharge", name, childOf("Price"))),
  { ...bare("673", "AdditionalDocumentReference", "DocumentDescription", isObject), severity: "fatal" },
  bare("674", "PrimaryAccountNumberID", "@schemeID"), bare("675", "CardAccount", "NetworkID/@schemeID"), bare("676", "PaymentMandate", "ID/@schemeID"),
  bare("677", "PaymentMandate", "PayerFinancialAccount/ID/@schemeID"), bare("678", "TaxCategory", "ID/@schemeID"), bare("679", "ClassifiedTaxCategory", "ID/@schemeID"),
  bare("680", "PaymentMeans", "PayerFinancialAccount"),
];

/** A payee must not bear the seller's registered name, or these three fail too, whatever they count. */
function payeeRule(id: string, count: (node: XmlNode) => number, what: string): Rule {
  const otherThanSeller = (node: XmlNode): boolean => {
    const sellers = all(all(node.parent, "AccountingSupplierParty"), "Party/PartyLegalEntity/RegistrationName");
    return all(node, "PartyName/Name").some((name) => sellers.some((seller) => name.text !== seller.text));
  };
  return rule(id, (node) => count(node) <= 1 && otherThanSeller(node),
    (node) => (count(node) > 1 ? `There may be one ${what}, but there are ${count(node)}; keep one.` : `The ${term("BT-59")} is missing or the seller's own name; name another party or leave the payee out.`));
}

export const syntaxOfUbl: Pattern = [
  group(on("PostalAddress | Address"), [atMostOne("UBL-SR-51", "AddressLine", "third address line")]),
  group(on("AccountingSupplierParty/Party"), [rule("UBL-SR-42", (node) => all(node, "PartyTaxScheme").length <= 2, (node) => `The seller has ${all(node, "PartyTaxScheme").length} tax numbers; state at most ${term("BT-31")} and ${term("BT-32")}.`)]),
  group(on("AdditionalDocumentReference"), [
    atMostOne("UBL-SR-33", "DocumentDescription", term("BT-123")),
    rule("UBL-SR-43", (node, doc) => isObject(node) || (doc.root.name === "CreditNote" && says(node, "DocumentTypeCode", "50")) || (!has(node, "DocumentTypeCode") && !all(node, "ID").some((id) => id.attributes.has("schemeID"))),
      (node) => `A document reference with type code “${value(node, "DocumentTypeCode")}” or a schemeID is neither a supporting document nor an invoiced object; use 130 for the object, nothing for a supporting document.`)]),
  group(ending("Amount", (node) => !node.name.endsWith("PriceAmount") && !insidePriceAllowance(node)), [
    rule("UBL-DT-01", (node) => decimalsOf(contentOf(node)) <= 2, (node) => `${node.name} is “${node.text.slice(0, 40)}”; amounts have at most two decimals, so round it.`)]),
  group(ending("BinaryObject"), [
    rule("UBL-DT-06", (node) => node.attributes.has("mimeCode"), `The ${term("BT-125")} does not say what it is; give it a mimeCode, such as application/pdf.`),
    rule("UBL-DT-07", (node) => node.attributes.has("filename"), `The ${term("BT-125")} has no name; give it a filename.`)]),
  group(on("Delivery"), [atMostOne("UBL-SR-25", "DeliveryParty/PartyName/Name", term("BT-70"))]),
  group(on("AllowanceCharge", isAllowance), [atMostOne("UBL-SR-30", "AllowanceChargeReason", term("BT-97"))]),
  group(on("AllowanceCharge", isCharge), [atMostOne("UBL-SR-31", "AllowanceChargeReason", term("BT-104"))]),
  group(on("PartyTaxScheme"), [rule("UBL-SR-53", (node) => has(node, "TaxScheme/ID") && has(node, "CompanyID"), "A tax number lacks its number or its scheme; state CompanyID and TaxScheme/ID.")]),
  group(on("/Invoice | /CreditNote"), [...occurrences, ...elsewhere, ...unusedAttributes], unwantedInUbl),
  group(on("InvoiceLine | CreditNoteLine"), [
    atMostOne("UBL-SR-34", "Note", term("BT-127")), atMostOne("UBL-SR-35", "OrderLineReference/LineID", term("BT-132")), atMostOne("UBL-SR-36", "InvoicePeriod", term("BG-26")),
    atMostOne("UBL-SR-37", "Price/AllowanceCharge/Amount", term("BT-147")),
    rule("UBL-SR-48", (node) => all(node, "Item/ClassifiedTaxCategory").length === 1, (node) => `A line has exactly one ${term("BG-30")}, but this one has ${all(node, "Item/ClassifiedTaxCategory").length}; state one ClassifiedTaxCategory.`),
    atMostOne("UBL-SR-50", "Item/Description", term("BT-154")), atMostOne("UBL-SR-52", "DocumentReference", term("BT-128"))]),
  group(on("PayeeParty"), [
    payeeRule("UBL-SR-19", countOf("PartyName/Name"), term("BT-59")),
    payeeRule("UBL-SR-20", (node) => all(node, "PartyIdentification/ID").filter((id) => attribute(id, "schemeID")?.toUpperCase() !== "SEPA").length, term("BT-60")),
    payeeRule("UBL-SR-21", countOf("PartyLegalEntity/CompanyID"), term("BT-61"))]),
  group(on("PaymentMeans"), [atMostOne("UBL-SR-26", "PaymentID", term("BT-83")), atMostOne("UBL-SR-27", "PaymentMeansCode", term("BT-81")), atMostOne("UBL-SR-28", "PaymentMandate/ID", term("BT-89"))]),
  group(on("BillingReference"), [
    atMostOne("UBL-SR-06", "InvoiceDocumentReference", term("BG-3")), rule("UBL-SR-07", (node) => has(node, "InvoiceDocumentReference/ID"), `The ${term("BT-25")} is missing; state it in InvoiceDocumentReference/ID.`)]),
  group(on("TaxRepresentativeParty"), [atMostOne("UBL-SR-22", "PartyName/Name", term("BT-62")), atMostOne("UBL-SR-23", "PartyTaxScheme/CompanyID", term("BT-63"))]),
  group(on("TaxSubtotal"), [atMostOne("UBL-SR-32", "TaxCategory/TaxExemptionReason", term("BT-120"))]),
];

/** Amounts of a price's own discount have as many decimals as prices have. */
const insidePriceAllowance = (node: XmlNode): boolean => {
  for (let above = node.parent; above !== null; above = above.parent) if (above.name === "AllowanceCharge" && above.parent?.name === "Price") return true;
  return false;
};
