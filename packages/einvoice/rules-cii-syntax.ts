import { agreement, delivery, from, line, settlement, summation } from "./cii-view.ts";
import { ending, group, on, once, rule, type Check, type Pattern, type Rule, type Severity } from "./rules.ts";
import { term } from "./terms.ts";
import { all, attribute, contentOf, has, says, squeezed, value, within, type Doc, type XmlNode } from "./tree.ts";
import { unwantedInCii as unwanted } from "./unwanted-cii.ts";

// How EN 16931 is bound to CII: how often elements may occur (CII-SR-*) and what values look like (CII-DT-*). Groups stand in
// the official order, since an element is judged by the first that takes it.

const atMostOne = (number: string, path: string, what: string, severity: Severity = "fatal"): Rule => once(`CII-SR-${number}`, (node) => all(node, path).length, what, severity);
const exactlyOne = (number: string, path: string, what: string, severity: Severity = "fatal"): Rule =>
  rule(`CII-SR-${number}`, (node) => all(node, path).length === 1, (node) => `There must be one ${what}, but there are ${all(node, path).length}; state it once.`, severity);
const oneIdentifier = (number: string, party: string, name: string): Rule =>
  rule(`CII-SR-${number}`, (node) => !(has(node, `${party}/ID`) && has(node, `${party}/GlobalID`)), `There may be one ${term(name)}, but there is an ID and a GlobalID; keep one.`, "warning");
const referenced = (node: XmlNode, type: string): XmlNode[] => all(node, "AdditionalReferencedDocument").filter((reference) => value(reference, "TypeCode") === type);
const exactType = (node: XmlNode, type: string): number => all(node, "AdditionalReferencedDocument").filter((reference) => says(reference, "TypeCode", type)).length;
const oneName = (number: string, party: string, name: string): Rule =>
  rule(`CII-SR-${number}`, (node) => !(has(node, `${party}/DefinedTradeContact/PersonName`) && has(node, `${party}/DefinedTradeContact/DepartmentName`)), `There may be one ${term(name)}, but there is a PersonName and a DepartmentName; keep one.`, "warning");

/** All texts of an element in the document are the same. */
const agrees = (number: string, owner: string, name: string, what: string): Rule => rule(`CII-SR-${number}`, (_, doc) => {
  const texts = doc.named(owner).flatMap((node) => all(node, name)).map(({ text }) => squeezed(text));
  return texts.every((text) => text === texts[0]);
}, `There may be one ${what} in the invoice, but payment means state different ones; make them the same.`);

const summed = ["LineTotalAmount", "ChargeTotalAmount", "AllowanceTotalAmount", "TaxBasisTotalAmount", "RoundingAmount", "GrandTotalAmount", "InformationAmount", "TotalPrepaidAmount", "TotalDiscountAmount",
  "TotalAllowanceChargeAmount", "DuePayableAmount", "RetailValueExcludingTaxInformationAmount", "TotalDepositFeeInformationAmount", "ProductValueExcludingTobaccoTaxInformationAmount", "TotalRetailValueInformationAmount",
  "GrossLineTotalAmount", "NetLineTotalAmount", "NetIncludingTaxesLineTotalAmount"];

const ram: Check = (node) => !node.name.startsWith("{") && !node.name.includes(":");
const discount = "GrossPriceProductTradePrice/AppliedTradeAllowanceCharge";

/** Only a referenced document of this type may have such a part. */
const partOf = (number: string, part: string, types: readonly string[], what: string): Rule =>
  rule(`CII-DT-${number}`, (node) => !has(node, part) || (node.name === "AdditionalReferencedDocument" && types.some((type) => says(node, "TypeCode", type))), `${part} belongs to ${what} only; leave it out or correct the TypeCode.`);
const onlyIn = (number: string, part: string, holds: Check, where: string): Rule => rule(`CII-DT-${number}`, (node, doc) => !has(node, part) || holds(node, doc), `${part} belongs to ${where} only; leave it out here.`, "warning");
const inHeader: Check = (node) => within(node, "ApplicableHeaderTradeSettlement");
const applied: Check = (node) => node.name === "ApplicableTradeTax";

const linesHaveUnits = (doc: Doc): boolean => doc.memo(linesHaveUnits, () => all(doc.root, `${line}/SpecifiedLineTradeDelivery/BilledQuantity`).some((quantity) => quantity.attributes.has("unitCode")));

const settlementRules: Rule[] = [
  oneIdentifier("451", "PayeeTradeParty", "BT-60"), atMostOne("452", "SpecifiedTradePaymentTerms", term("BT-20"), "warning"), atMostOne("453", "SpecifiedTradePaymentTerms/Description", term("BT-20"), "warning"),
  atMostOne("461", "ApplicableTradeTax/TaxPointDate", term("BT-7")),
  rule("CII-SR-462", (_, doc) => new Set(doc.named("ApplicableTradeTax").flatMap((tax) => all(tax, "DueDateTypeCode").map(contentOf))).size <= 1, `There may be one ${term("BT-8")} in the invoice, but taxes state different ones; make them the same.`),
  rule("CII-SR-470", (node) => all(node, "SpecifiedTradeSettlementPaymentMeans").every((means) => !["30", "58"].includes(value(means, "TypeCode")) || has(means, "PayeePartyCreditorFinancialAccount/IBANID|ProprietaryID")),
    `Payment is by credit transfer, but the ${term("BT-84")} is missing; state IBANID or ProprietaryID.`),
];

const agreementRules: Rule[] = [
  oneIdentifier("450", "BuyerTradeParty", "BT-46"), atMostOne("455", "SellerTradeParty/DefinedTradeContact", term("BG-6")), atMostOne("456", "BuyerTradeParty/DefinedTradeContact", term("BG-9")),
  once("CII-SR-457", (node) => exactType(node, "50"), term("BT-17"), "warning"), once("CII-SR-458", (node) => exactType(node, "130"), term("BT-18"), "warning"),
  atMostOne("459", "SellerTradeParty/URIUniversalCommunication", term("BT-34")), atMostOne("460", "BuyerTradeParty/URIUniversalCommunication", term("BT-49")),
  oneName("465", "SellerTradeParty", "BT-41"), oneName("466", "BuyerTradeParty", "BT-56"),
  once("CII-SR-475", (node) => all(referenced(node, "916"), "Name").length, term("BT-123"), "warning"), once("CII-SR-476", (node) => all(referenced(node, "916"), "AttachmentBinaryObject").length, term("BT-125"), "warning"),
];

export const syntaxOfCii: Pattern = [
  group(on("SpecifiedTradeSettlementPaymentMeans"), [], unwanted.paymentMeans),
  group(on(from("ExchangedDocumentContext")), [
    atMostOne("003", "BusinessProcessSpecifiedDocumentContextParameter", term("BT-23"), "warning"), exactlyOne("009", "GuidelineSpecifiedDocumentContextParameter", term("BT-24")),
    exactlyOne("010", "GuidelineSpecifiedDocumentContextParameter/ID", term("BT-24"))], unwanted.documentContext),
  group(on(from("ExchangedDocument")), [exactlyOne("014", "TypeCode", term("BT-3"))], unwanted.document),
  group(on(from("ExchangedDocument/IncludedNote")), [atMostOne("030", "Content", term("BT-22"), "warning")]),
  group(on(from(line)), [], unwanted.line),
  group(on(from(`${line}/AssociatedDocumentLineDocument`)), [atMostOne("039", "IncludedNote", term("BT-127"), "warning"), atMostOne("040", "IncludedNote/Content", term("BT-127"), "warning")], unwanted.lineDocument),
  group(on(from(`${line}/SpecifiedTradeProduct`)), [
    rule("CII-SR-046", (node) => !has(node, "GlobalID") || all(node, "GlobalID").some((id) => id.attributes.has("schemeID")), `The ${term("BT-157")} has no scheme; give GlobalID a schemeID, such as 0160 for a GTIN.`),
    rule("CII-SR-090", (node) => !has(node, "OriginTradeCountry") || all(node, "OriginTradeCountry/ID").length === 1, `There must be one ${term("BT-159")} in OriginTradeCountry/ID; state one.`)], unwanted.product),
  group(on(from(`${line}/SpecifiedTradeProduct/ApplicableProductCharacteristic`)), [exactlyOne("069", "Description", term("BT-160")), exactlyOne("072", "Value", term("BT-161"))]),
  group(on(from(`${line}/SpecifiedLineTradeAgreement`)), [
    exactlyOne("439", "NetPriceProductTradePrice/ChargeAmount", term("BT-146")),
    rule("CII-SR-119", (node) => {
      const indicators = all(node, `${discount}/ChargeIndicator`);
      const amount = has(node, `${discount}/ActualAmount`);
      return indicators.length === 0 ? !amount : amount && indicators.some((indicator) => all(indicator, "Indicator").some(({ text }) => ["false", "0"].includes(text.trim())));
    }, `The ${term("BT-147")} must have an amount and the indicator false; state both or neither.`, "warning"),
    atMostOne("441", "NetPriceProductTradePrice/ChargeAmount", term("BT-146"))], unwanted.lineAgreement),
  group(on("SpecifiedTradeAllowanceCharge"), [
    rule("CII-SR-463", (node) => has(node, "ChargeIndicator"), "An allowance or charge does not say which of the two it is; state ChargeIndicator."),
    atMostOne("471", "RateApplicablePercent", "rate of an allowance or charge"), atMostOne("472", "CategoryTradeTax", "VAT category of an allowance or charge"), atMostOne("473", "ActualAmount", "amount of an allowance or charge")]),
  group(on(discount), [atMostOne("440", "ActualAmount", term("BT-147"))]),
  group(on(from(`${line}/SpecifiedLineTradeDelivery`)), [], unwanted.lineDelivery),
  group(on(from(`${line}/SpecifiedLineTradeSettlement`)), [
    exactlyOne("454", "ApplicableTradeTax", term("BG-30"), "warning"), once("CII-SR-474", (node) => referenced(node, "130").length, term("BT-128"), "warning")], unwanted.lineSettlement),
  group(on(from(agreement)), agreementRules, unwanted.agreement),
  group(on(from(delivery)), [oneIdentifier("449", "ShipToTradeParty", "BT-71")], unwanted.delivery),
  group(on(from(settlement)), settlementRules, unwanted.settlement),
  group(on(from(summation)), summed.map((name, offset) => atMostOne(String(477 + offset), name, name)), unwanted.summation),
  group(on("/CrossIndustryInvoice"), [
    agrees("467", "SpecifiedTradeSettlementPaymentMeans", "TypeCode", term("BT-81")), agrees("468", "SpecifiedTradeSettlementPaymentMeans", "Information", term("BT-82")),
    once("CII-SR-469", (_, doc) => doc.named("ApplicableHeaderTradeSettlement").reduce((sum, settled) => sum + all(settled, "PaymentReference").length, 0), term("BT-83")),
    ...["languageID", "languageLocaleID"].map((name, offset) => rule(`CII-DT-0${13 + offset}`, (_, doc) => !doc.attributes.has(name), `The attribute ${name} is not a part of an EN 16931 invoice; leave it out.`))], unwanted.root),
  group(ending("DocumentContextParameter"), [], unwanted.contextParameter),
  group(on([from("ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID"), from("ExchangedDocument/ID"), from(`${line}/AssociatedDocumentLineDocument/LineID`), from(`${line}/SpecifiedTradeProduct/SellerAssignedID`)].join(" | ")), [], unwanted.keyIdentifier),
  group(ending("ID", ram), [], unwanted.identifier),
  group(on("TypeCode"), [], unwanted.typeCode),
  group(on(from("ExchangedDocument/TypeCode")), [], unwanted.documentType),
  group(on(from(`${line}/SpecifiedLineTradeSettlement/ApplicableTradeTax/CategoryCode`)), [], unwanted.lineCategory),
  group(ending("ReferencedDocument", ram), [
    partOf("015", "URIID", ["916"], "a supporting document (TypeCode 916)"),
    rule("CII-DT-018", (node) => !has(node, "TypeCode") || (node.name === "AdditionalReferencedDocument" && ["50", "130", "916"].some((type) => says(node, "TypeCode", type))),
      (node) => `A referenced document has the type “${value(node, "TypeCode").slice(0, 20)}”; only AdditionalReferencedDocument has one, and it is 50, 130 or 916.`),
    partOf("021", "Name", ["916"], "a supporting document (TypeCode 916)"), partOf("022", "AttachmentBinaryObject", ["916"], "a supporting document (TypeCode 916)"),
    partOf("024", "ReferenceTypeCode", ["130"], "the invoiced object (TypeCode 130)"),
    rule("CII-DT-027", (node) => !has(node, "FormattedIssueDateTime") || node.name === "InvoiceReferencedDocument", "FormattedIssueDateTime belongs to the preceding invoice only; leave it out here.")], unwanted.referencedDocument),
  group(ending("Amount", (node, doc) => ram(node, doc) && node.name !== "TaxTotalAmount"), [], unwanted.amount),
  group(ending("Quantity", ram), [
    rule("CII-DT-033", (node, doc) => !node.attributes.has("unitCode") || linesHaveUnits(doc), `A quantity has a unit, but no line has a ${term("BT-130")}; state it on BilledQuantity.`)], unwanted.quantity),
  group(ending("TradeTax", ram), [
    rule("CII-DT-037", (node) => !has(node, "TypeCode") || says(node, "TypeCode", "VAT"), (node) => `A tax has the type “${value(node, "TypeCode").slice(0, 20)}”; EN 16931 knows only VAT.`),
    onlyIn("041", "BasisAmount", inHeader, "the VAT breakdown"), onlyIn("052", "ExemptionReasonCode", applied, "ApplicableTradeTax"), onlyIn("098", "ExemptionReason", applied, "ApplicableTradeTax"),
    onlyIn("054", "TaxPointDate", inHeader, "the VAT breakdown"), onlyIn("058", "DueDateTypeCode", inHeader, "the VAT breakdown")], unwanted.tax),
  group(on("BillingSpecifiedPeriod"), [], unwanted.period),
  group(on("PostalTradeAddress"), [], unwanted.address),
  group(on("DateTimeString", (node) => attribute(node, "format") === "102"), [
    rule("CII-DT-097", (node) => /^\s*\d{4}(1[0-2]|0[1-9])(3[01]|[12]\d|0[1-9])\s*$/.test(node.text), (node) => `“${squeezed(node.text).slice(0, 40)}” is no date of format 102; write YYYYMMDD.`)]),
];
