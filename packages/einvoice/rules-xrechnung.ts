import { passesIbanCheck } from "./check-digits.ts";
import { agreement, delivery, from, line, settlement } from "./cii-view.ts";
import { addressSchemes, identifierSchemes, itemTypes, mimeTypes, type Codes } from "./code-lists.ts";
import { figureAt, minus, nought, plus, rounded, same, shown, totalAt, type Figure } from "./figures.ts";
import { decimalsOf, group, on, rule, type Check, type Pattern, type Rule } from "./rules.ts";
import { listed } from "./rules-codes.ts";
import { anyFilled, contactNumber, deliveryText, discountLinesFit, germanRulesOfUbl, germanTypes, germanVatCodes, isXrechnung, mailAddress, noTwins, profileText, wording, xrechnungExtensionId, xrechnungVehiclesId } from "./rules-german.ts";
import { term } from "./terms.ts";
import { all, attribute, contentOf, first, has, says, squeezed, value, within, type Doc, type XmlNode } from "./tree.ts";

// XRechnung 3.0: the German profile, its extension (BR-DEX-*) and that for the public purchase of vehicles (BR-DE-CVD-*).

const plus3 = (list: Codes): Codes => new Set([...list, "XR01", "XR02", "XR03"]);
const [identifiers, addresses] = [plus3(identifierSchemes), plus3(addressSchemes)];
const files = new Set([...mimeTypes, "application/xml"]);
const vehicleLists: Codes = new Set([...itemTypes, "CVD"]);
const icd = "the identifier schemes (ISO 6523 ICD, XR01 to XR03)";
const isUrl = (text: string): boolean => /^[a-zA-Z][a-zA-Z0-9+.-]+:/.test(text);
const urlText = `The ${term("BT-124")} should begin with a scheme, such as https:; correct it.`;
const bears: Check = (node) => node.attributes.has("schemeID");

// --- the extension

const extendedUbl: Check = (_, doc) => says(doc.root, "CustomizationID", xrechnungExtensionId);
const sepa = (node: XmlNode): boolean => squeezed(attribute(node, "schemeID") ?? "") === "SEPA" && (within(node, "AccountingSupplierParty") || within(node, "PayeeParty"));
const when = (...checks: Check[]): Check => (node, doc) => checks.every((check) => check(node, doc));

const addsUp = (parent: XmlNode): boolean => same(figureAt(parent, "LineExtensionAmount"), totalAt(parent, "SubInvoiceLine/LineExtensionAmount"));
const hasSubLines: Check = (node) => has(node, "SubInvoiceLine");

const orNought = (node: XmlNode, path: string): Figure => (has(node, path) ? figureAt(node, path) : nought);
const thirdParty = (node: XmlNode): Figure => (anyFilled(node.parent!, "PrepaidPayment/PaidAmount") ? totalAt(node.parent!, "PrepaidPayment/PaidAmount") : nought);
const extendedDue = (node: XmlNode): Figure => rounded(plus(minus(figureAt(node, "TaxInclusiveAmount"), orNought(node, "PrepaidAmount")), thirdParty(node)));
const prepaid = (id: string, path: string, what: string): Rule => rule(id, (node) => anyFilled(node, path), `A third party's payment lacks ${what}; state it in PrepaidPayment/${path}.`);

const extensionOfUbl: Pattern = [
  listed("BR-DEX-01", on("EmbeddedDocumentBinaryObject", extendedUbl), files, "the permitted file types (PDF, PNG, JPEG, CSV, XLSX, ODS, XML)", "mimeCode", { exact: true }),
  group(on("/Invoice", extendedUbl), [
    rule("BR-DEX-02", (node, doc) => all(node, "InvoiceLine").filter((found) => hasSubLines(found, doc)).every(addsUp) && doc.named("SubInvoiceLine").filter((found) => hasSubLines(found, doc)).every(addsUp),
      `The ${term("BT-131")} of a line with sub-lines should be the sum of theirs; correct one of them.`, "warning"),
    rule("BR-DEX-03", (_, doc) => doc.named("SubInvoiceLine").every((found) => all(found, "Item").every((item) => all(item, "ClassifiedTaxCategory").length === 1)), `A sub-line has exactly one ${term("BG-30")}; state one.`)]),
  group(on("LegalMonetaryTotal", extendedUbl), [
    rule("BR-DEX-09", (node) => same(rounded(minus(figureAt(node, "PayableAmount"), orNought(node, "PayableRoundingAmount"))), extendedDue(node)),
      (node) => `The ${term("BT-115")} is ${shown(figureAt(node, "PayableAmount"))}, but the total with VAT less what is paid plus third parties' payments and rounding makes ${shown(plus(extendedDue(node), orNought(node, "PayableRoundingAmount")))}; correct it.`)]),
  listed("BR-DEX-04", on("PartyIdentification/ID", when(bears, extendedUbl)), identifiers, icd, "schemeID", { also: sepa }),
  listed("BR-DEX-05", on("PartyLegalEntity/CompanyID", when(bears, extendedUbl)), identifiers, icd, "schemeID"),
  listed("BR-DEX-06", on("StandardItemIdentification/ID", when(bears, extendedUbl)), identifiers, icd, "schemeID"),
  listed("BR-DEX-07", on("EndpointID", when(bears, extendedUbl)), addresses, "the electronic address schemes (EAS, XR01 to XR03)", "schemeID"),
  listed("BR-DEX-08", on("DeliveryLocation/ID", when(bears, extendedUbl)), identifiers, icd, "schemeID"),
  group(on("/Invoice/PrepaidPayment", extendedUbl), [
    prepaid("BR-DEX-10", "ID", "its kind"), prepaid("BR-DEX-11", "PaidAmount", "its amount"), prepaid("BR-DEX-12", "InstructionID", "its text"),
    rule("BR-DEX-13", (node) => decimalsOf(first(node, "PaidAmount")?.text ?? "") <= 2, "A third party's payment has more than two decimals; round it."),
    rule("BR-DEX-14", (node) => all(node, "PaidAmount").some((amount) => amount.attributes.has("currencyID") && says(node.parent, "DocumentCurrencyCode", attribute(amount, "currencyID")!)), `A third party's payment must be in the ${term("BT-5")}; correct its currencyID.`)]),
];

// --- vehicles

const vehicleWords = {
  contract: `The ${term("BT-12")} is missing; an invoice for vehicles states it.`, tender: `The ${term("BT-17")} is missing; an invoice for vehicles states it.`,
  line: `No line is for a vehicle; one has a ${term("BT-158")} of list CVD and an attribute cva.`,
  attribute: `An item classified by list CVD has exactly one attribute cva; state it.`, classification: `An item with the attribute cva has exactly one ${term("BT-158")} of list CVD; state it.`,
  category: `The vehicle category of list CVD is one of M1, M2, M3, N1, N2, N3; correct it.`, kind: `The attribute cva is clean, zero-emission or other; correct it.`,
};
const vehicleList = "the item classifications (UNTDID 7143 and CVD)";
const isCategory: Check = (node) => squeezed(attribute(node, "listID") ?? "") !== "CVD" || ["M1", "M2", "M3", "N1", "N2", "N3"].includes(squeezed(node.text));
const isKind = (text: string): boolean => ["clean", "zero-emission", "other"].includes(text);
type Item = { codes: (node: XmlNode) => XmlNode[]; marks: (node: XmlNode) => number };
const coded = ({ codes }: Item, node: XmlNode): number => codes(node).filter((code) => attribute(code, "listID") === "CVD").length;
const itemRules = (item: Item): Rule[] => [
  rule("BR-DE-CVD-06-a", (node) => coded(item, node) === 0 || item.marks(node) === 1, vehicleWords.attribute), rule("BR-DE-CVD-06-b", (node) => item.marks(node) === 0 || coded(item, node) === 1, vehicleWords.classification)];
const codeRules = [
  rule("BR-TMP-CVD-01", (node) => vehicleLists.has(squeezed(attribute(node, "listID") ?? "")), (node) => `“${attribute(node, "listID") ?? ""}” is no code of ${vehicleList}; use one of the list.`), rule("BR-DE-CVD-04", isCategory, vehicleWords.category)];

const vehiclesUbl: Check = (_, doc) => says(doc.root, "CustomizationID", xrechnungVehiclesId);
const itemOfUbl: Item = { codes: (node) => all(node, "CommodityClassification/ItemClassificationCode"), marks: (node) => all(node, "AdditionalItemProperty").filter((property) => says(property, "Name", "cva")).length };
const onLines = (path: string): string => `/Invoice/InvoiceLine/${path} | /CreditNote/CreditNoteLine/${path}`;
const cvaOfUbl: Check = (node) => says(node, "Name", "cva");
const vehicleRulesOfUbl: Pattern = [
  group(on("/Invoice | /CreditNote", vehiclesUbl), [
    rule("BR-DE-CVD-02", (node) => anyFilled(node, "OriginatorDocumentReference/ID"), vehicleWords.tender), rule("BR-DE-CVD-01", (node) => anyFilled(node, "ContractDocumentReference/ID"), vehicleWords.contract),
    rule("BR-DE-CVD-03", (node) => all(node, "InvoiceLine|CreditNoteLine/Item").some((item) => coded(itemOfUbl, item) > 0 && itemOfUbl.marks(item) > 0), vehicleWords.line)]),
  group(on(onLines("Item"), vehiclesUbl), itemRules(itemOfUbl)),
  group(on(onLines("Item/CommodityClassification/ItemClassificationCode"), vehiclesUbl), codeRules),
  group(on(onLines("Item/AdditionalItemProperty"), when(cvaOfUbl, vehiclesUbl)), [rule("BR-DE-CVD-05", (node) => isKind(value(node, "Value")), vehicleWords.kind)]),
];

const locations: Pattern = [group(on("/Invoice/AdditionalDocumentReference/Attachment/ExternalReference | /CreditNote/AdditionalDocumentReference/Attachment/ExternalReference"), [
  rule("BR-TMP-2", (node) => isUrl(first(node, "URI")?.text ?? ""), urlText, "warning")])];

export const xrechnungOfUbl: readonly Pattern[] = [[...germanRulesOfUbl("BR-DE", () => true), ...locations], extensionOfUbl, vehicleRulesOfUbl];

// --- CII

const said = (id: string, path: string, name: string): Rule => rule(id, (node) => anyFilled(node, path), `The ${term(name)} is missing; state it in ${path}.`);
const mandate = (root: XmlNode): boolean => has(root, `${settlement}/SpecifiedTradePaymentTerms/DirectDebitMandateID`);
const creditor = (root: XmlNode): boolean => has(root, `${settlement}/CreditorReferenceID`);
const debited = (root: XmlNode): boolean => has(root, `${settlement}/SpecifiedTradeSettlementPaymentMeans/PayerPartyDebtorFinancialAccount/IBANID`);
const debits = (root: XmlNode): boolean => mandate(root) || creditor(root) || debited(root);
const directDebit: Check = (node, doc) => mandate(doc.root) || creditor(doc.root) || has(node, "PayerPartyDebtorFinancialAccount/IBANID");
const typeOf = (root: XmlNode): string => value(root, "ExchangedDocument/TypeCode");
const vatOnLines = (node: XmlNode): boolean => {
  const taxes = all(node, `${line}/SpecifiedLineTradeSettlement/ApplicableTradeTax`);
  return taxes.some((tax) => says(tax, "TypeCode", "VAT")) && taxes.some((tax) => all(tax, "CategoryCode").some(({ text }) => germanVatCodes.includes(text)));
};
// As published, the tax of an allowance must be the word VAT and nothing else to count, which a tax with a category never is.
const vatOnChanges = (node: XmlNode): boolean => {
  const taxes = all(node, `${settlement}/SpecifiedTradeAllowanceCharge/CategoryTradeTax`);
  return taxes.some((tax) => contentOf(tax) === "VAT") && taxes.some((tax) => all(tax, "CategoryCode").some(({ text }) => germanVatCodes.includes(text)));
};
const sellerTax = (node: XmlNode): boolean => has(node, `${agreement}/SellerTaxRepresentativeTradeParty`) ||
  all(node, `${agreement}/SellerTradeParty/SpecifiedTaxRegistration/ID`).some((id) => ["VA", "FC"].includes(squeezed(attribute(id, "schemeID") ?? "")) && squeezed(id.text) !== "");
const attachedTwice = (doc: Doc): boolean => {
  const owners = new Set(doc.named("AdditionalReferencedDocument").map(({ parent }) => parent));
  return [...owners].some((owner) => !noTwins(all(owner, "AdditionalReferencedDocument/AttachmentBinaryObject").map((file) => attribute(file, "filename"))));
};
const paid = (...codes: string[]): Check => (node) => codes.includes(value(node, "TypeCode"));
const means = from(`${settlement}/SpecifiedTradeSettlementPaymentMeans`);
const alone = (name: string): string => `The payment means code asks for the ${term(name)} alone; leave the other accounts, cards and mandates out.`;
const wants = (name: string): string => `The payment means code asks for the ${term(name)}; state it.`;
const seller = `${agreement}/SellerTradeParty`;
const [net, gross] = ["SpecifiedLineTradeAgreement/NetPriceProductTradePrice/BasisQuantity", "SpecifiedLineTradeAgreement/GrossPriceProductTradePrice/BasisQuantity"];
function quantitiesAgree(node: XmlNode): boolean {
  if (!has(node, net) || !has(node, gross)) return true;
  const [nets, grosses] = [all(node, net), all(node, gross)];
  const units = (nodes: XmlNode[]): string[] => nodes.flatMap((quantity) => attribute(quantity, "unitCode") ?? []);
  return grosses.some(({ text }) => nets.some((other) => other.text === text)) && (units(nets).length === 0 || units(grosses).length === 0 || units(grosses).some((unit) => units(nets).includes(unit)));
}

const generalOfCii: Pattern = [
  group(on("/CrossIndustryInvoice"), [
    rule("BR-DE-30", (node) => ((mandate(node) || debited(node)) && creditor(node)) || !debits(node), wording.creditor), rule("BR-DE-31", (node) => ((mandate(node) || creditor(node)) && debited(node)) || !debits(node), wording.debited),
    rule("BR-DE-1", (node) => has(node, `${settlement}/SpecifiedTradeSettlementPaymentMeans`), wording.means), rule("BR-DE-15", (node) => anyFilled(node, `${agreement}/BuyerReference`), wording.buyerReference),
    rule("BR-DE-16", (node) => !(vatOnLines(node) || vatOnChanges(node)) || sellerTax(node), wording.taxNumber),
    rule("BR-DE-17", (node) => germanTypes.includes(typeOf(node)), (node) => `The ${term("BT-3")} is “${typeOf(node)}”; in Germany it should be one of ${germanTypes.join(", ")}.`, "warning"),
    rule("BR-DE-18", (node) => discountLinesFit(all(node, `${settlement}/SpecifiedTradePaymentTerms/Description`)[0]?.text, true), wording.discount),
    rule("BR-DE-22", (_, doc) => !attachedTwice(doc), wording.twins),
    rule("BR-DE-26", (node) => typeOf(node) !== "384" || has(node, `${settlement}/InvoiceReferencedDocument`), wording.corrected, "warning")]),
  group(on(from("ExchangedDocumentContext")), [rule("BR-DE-21", (node) => all(node, "GuidelineSpecifiedDocumentContextParameter/ID").some(({ text }) => isXrechnung(text)), (node) => profileText(value(node, "GuidelineSpecifiedDocumentContextParameter/ID")), "warning")]),
  group(on(from(seller)), [rule("BR-DE-2", (node) => has(node, "DefinedTradeContact"), wording.contact)]),
  group(on(from(`${seller}/PostalTradeAddress`)), [said("BR-DE-3", "CityName", "BT-37"), said("BR-DE-4", "PostcodeCode", "BT-38")]),
  group(on(from(`${seller}/DefinedTradeContact`)), [
    said("BR-DE-5", "PersonName|DepartmentName", "BT-41"), said("BR-DE-6", "TelephoneUniversalCommunication/CompleteNumber", "BT-42"), said("BR-DE-7", "EmailURIUniversalCommunication/URIID", "BT-43"),
    rule("BR-DE-27", (node) => contactNumber(value(node, "TelephoneUniversalCommunication/CompleteNumber")), wording.telephone, "warning"),
    rule("BR-DE-28", (node) => mailAddress(value(node, "EmailURIUniversalCommunication/URIID")), wording.mail, "warning")]),
  group(on(from(`${agreement}/BuyerTradeParty/PostalTradeAddress`)), [said("BR-DE-8", "CityName", "BT-52"), said("BR-DE-9", "PostcodeCode", "BT-53")]),
  group(on(from(`${agreement}/AdditionalReferencedDocument`), (node) => says(node, "TypeCode", "916")), [rule("BR-TMP-2", (node) => !has(node, "URIID") || isUrl(first(node, "URIID")!.text), urlText, "warning")]),
  group(on(from(`${delivery}/ShipToTradeParty/PostalTradeAddress`)), [said("BR-DE-10", "CityName", "BT-77"), said("BR-DE-11", "PostcodeCode", "BT-78")]),
  group(on(means, paid("30", "58")), [
    rule("BR-DE-19", (node) => value(node, "TypeCode") !== "58" || passesIbanCheck(value(node, "PayeePartyCreditorFinancialAccount/IBANID")), wording.iban("BT-84"), "warning"),
    rule("BR-DE-23-a", (node) => has(node, "PayeePartyCreditorFinancialAccount"), wants("BG-17")), rule("BR-DE-23-b", (node, doc) => !has(node, "ApplicableTradeSettlementFinancialCard") && !directDebit(node, doc), alone("BG-17"))]),
  group(on(means, paid("48", "54", "55")), [
    rule("BR-DE-24-a", (node) => has(node, "ApplicableTradeSettlementFinancialCard"), wants("BG-18")), rule("BR-DE-24-b", (node, doc) => !has(node, "PayeePartyCreditorFinancialAccount") && !directDebit(node, doc), alone("BG-18"))]),
  group(on(means, paid("59")), [
    rule("BR-DE-20", (node) => passesIbanCheck(value(node, "PayerPartyDebtorFinancialAccount/IBANID")), wording.iban("BT-91"), "warning"), rule("BR-DE-25-a", directDebit, wants("BG-19")),
    rule("BR-DE-25-b", (node) => !has(node, "PayeePartyCreditorFinancialAccount|PayeeSpecifiedCreditorFinancialInstitution|PayerSpecifiedDebtorFinancialInstitution|ApplicableTradeSettlementFinancialCard"), alone("BG-19"))]),
  group(on(from(`${settlement}/ApplicableTradeTax`)), [rule("BR-DE-14", (node) => anyFilled(node, "RateApplicablePercent"), wording.rate)]),
  group(on(from("SupplyChainTradeTransaction")), [
    rule("BR-DE-TMP-32", (node) => has(node, "ApplicableHeaderTradeDelivery/ActualDeliverySupplyChainEvent/OccurrenceDateTime") || has(node, "ApplicableHeaderTradeSettlement/BillingSpecifiedPeriod") ||
      all(node, "IncludedSupplyChainTradeLineItem").every((item) => has(item, "SpecifiedLineTradeSettlement/BillingSpecifiedPeriod")), deliveryText, "information")]),
  group(on(from(line)), [rule("BR-TMP-3", quantitiesAgree, `The price base quantities (${term("BT-149")}) of net and gross price differ; make them the same.`)]),
];

const profileOf = (doc: Doc): XmlNode[] => all(doc.root, "ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID");
const extendedCii: Check = (_, doc) => profileOf(doc).some(({ text }) => text === xrechnungExtensionId);
const extensionOfCii: Pattern = [
  group(on(from(`${line}/AssociatedDocumentLineDocument`), extendedCii), [rule("BR-DEX-15", (_, doc) => doc.named("ParentLineID").length === 0, "Sub-lines (ParentLineID) are not a part of XRechnung in CII; leave them out.", "warning")]),
  listed("BR-DEX-04", on("GlobalID", (node, doc) => bears(node, doc) && !within(node, "SpecifiedTradeProduct") && !within(node, "ShipToTradeParty") && extendedCii(node, doc)), identifiers, icd, "schemeID"),
  listed("BR-DEX-05", on("ID", (node, doc) => bears(node, doc) && !within(node, "SpecifiedTaxRegistration") && extendedCii(node, doc)), identifiers, icd, "schemeID"),
  listed("BR-DEX-06", on("SpecifiedTradeProduct/GlobalID", when(bears, extendedCii)), identifiers, icd, "schemeID"),
  listed("BR-DEX-07", on("URIUniversalCommunication/URIID", when(bears, extendedCii)), addresses, "the electronic address schemes (EAS, XR01 to XR03)", "schemeID"),
  listed("BR-DEX-08", on("ApplicableHeaderTradeDelivery/ShipToTradeParty/GlobalID", when(bears, extendedCii)), identifiers, icd, "schemeID"),
  listed("BR-DEX-01", on("AttachmentBinaryObject", extendedCii), files, "the permitted file types (PDF, PNG, JPEG, CSV, XLSX, ODS, XML)", "mimeCode", { exact: true }),
];

const vehiclesCii: Check = (_, doc) => profileOf(doc).some(({ text }) => text === xrechnungVehiclesId);
const itemOfCii: Item = { codes: (node) => all(node, "DesignatedProductClassification/ClassCode"), marks: (node) => all(node, "ApplicableProductCharacteristic").filter((property) => says(property, "Description", "cva")).length };
const product = `${line}/SpecifiedTradeProduct`;
const vehicleRulesOfCii: Pattern = [
  group(on(from("SupplyChainTradeTransaction"), vehiclesCii), [rule("BR-DE-CVD-03", (node) => all(node, "IncludedSupplyChainTradeLineItem/SpecifiedTradeProduct").some((item) => coded(itemOfCii, item) > 0 && itemOfCii.marks(item) > 0), vehicleWords.line)]),
  group(on(from(product), vehiclesCii), itemRules(itemOfCii)),
  group(on(from(`${product}/DesignatedProductClassification/ClassCode`), vehiclesCii), codeRules),
  group(on(from(`${product}/ApplicableProductCharacteristic`), when((node) => says(node, "Description", "cva"), vehiclesCii)), [rule("BR-DE-CVD-05", (node) => isKind(value(node, "Value")), vehicleWords.kind)]),
  group(on(from(agreement), vehiclesCii), [
    said("BR-DE-CVD-01", "ContractReferencedDocument/IssuerAssignedID", "BT-12"),
    rule("BR-DE-CVD-02", (node) => all(node, "AdditionalReferencedDocument").some((reference) => value(reference, "TypeCode") === "50" && value(reference, "IssuerAssignedID") !== ""), vehicleWords.tender)]),
];

export const xrechnungOfCii: readonly Pattern[] = [generalOfCii, extensionOfCii, vehicleRulesOfCii];
