import { deal, settlement } from "./cii-view.ts";
import { atMost, figure, figureAt, isNought, minus, nought, one, percentOf, plus, same, shown, times, totalAt, type Figure } from "./figures.ts";
import { Decimal, exponentOf, isCurrency } from "@counterfoil/money";
import { group, on, rule, type Pattern, type Rule } from "./rules.ts";
import { term } from "./terms.ts";
import { all, has, type Doc, type XmlNode } from "./tree.ts";

// Our own rules, never under an official name. Warnings about what the official rules let pass and a bookkeeper would not; and
// two errors: what the syntax allows once stands twice, and what must be a number is none. Validators find these by the schema,
// before any rule is asked, and the official rules break off on them; without a schema we ask them as rules.

/** Elements that UBL 2.1 allows once in whatever they stand in, as far as EN 16931 uses them. */
const onceInUbl = `CustomizationID ProfileID ID IssueDate DueDate InvoiceTypeCode CreditNoteTypeCode TaxPointDate DocumentCurrencyCode TaxCurrencyCode AccountingCost BuyerReference StartDate EndDate
  OrderReference SalesOrderID InvoiceDocumentReference AccountingSupplierParty AccountingCustomerParty PayeeParty TaxRepresentativeParty Party EndpointID PostalAddress StreetName AdditionalStreetName CityName
  PostalZone CountrySubentity Line Country IdentificationCode CompanyID TaxScheme RegistrationName CompanyLegalForm Contact Name Telephone ElectronicMail ActualDeliveryDate DeliveryLocation Address DeliveryParty
  PaymentMeansCode PaymentDueDate CardAccount PrimaryAccountNumberID HolderName PayeeFinancialAccount FinancialInstitutionBranch PaymentMandate PayerFinancialAccount ChargeIndicator AllowanceChargeReasonCode
  MultiplierFactorNumeric Amount BaseAmount Percent TaxAmount TaxableAmount TaxExemptionReasonCode LegalMonetaryTotal LineExtensionAmount TaxExclusiveAmount TaxInclusiveAmount AllowanceTotalAmount ChargeTotalAmount
  PrepaidAmount PayableRoundingAmount PayableAmount InvoicedQuantity CreditedQuantity LineID Item SellersItemIdentification BuyersItemIdentification StandardItemIdentification OriginCountry ItemClassificationCode Value
  Price PriceAmount BaseQuantity Attachment EmbeddedDocumentBinaryObject ExternalReference URI DocumentTypeCode TaxSubtotal/TaxCategory`;
/** The same of CII D16B; with the parent where only there it is so, or where EN 16931 takes one of what CII may repeat. */
const onceInCii = `ExchangedDocumentContext ExchangedDocument SupplyChainTradeTransaction IssueDateTime DateTimeString AssociatedDocumentLineDocument LineID SpecifiedTradeProduct SellerAssignedID BuyerAssignedID
  OriginTradeCountry SpecifiedLineTradeAgreement SpecifiedLineTradeDelivery SpecifiedLineTradeSettlement GrossPriceProductTradePrice NetPriceProductTradePrice BilledQuantity ApplicableHeaderTradeAgreement
  ApplicableHeaderTradeDelivery ApplicableHeaderTradeSettlement BuyerReference SellerTradeParty BuyerTradeParty SellerTaxRepresentativeTradeParty SpecifiedLegalOrganization TradingBusinessName PersonName DepartmentName
  TelephoneUniversalCommunication EmailURIUniversalCommunication CompleteNumber URIID PostalTradeAddress PostcodeCode LineOne LineTwo LineThree CityName CountryID SellerOrderReferencedDocument
  BuyerOrderReferencedDocument ContractReferencedDocument SpecifiedProcuringProject IssuerAssignedID ReferenceTypeCode ShipToTradeParty ActualDeliverySupplyChainEvent OccurrenceDateTime DespatchAdviceReferencedDocument
  ReceivingAdviceReferencedDocument CreditorReferenceID TaxCurrencyCode InvoiceCurrencyCode ApplicableTradeSettlementFinancialCard PayerPartyDebtorFinancialAccount PayeePartyCreditorFinancialAccount
  PayeeSpecifiedCreditorFinancialInstitution IBANID ProprietaryID AccountName BICID CategoryCode RateApplicablePercent TaxPointDate DueDateTypeCode ExemptionReasonCode BillingSpecifiedPeriod StartDateTime EndDateTime
  ChargeIndicator Indicator CalculationPercent ReasonCode DueDateDateTime SpecifiedTradeSettlementHeaderMonetarySummation SpecifiedTradeSettlementLineMonetarySummation ClassCode SubjectCode FormattedIssueDateTime
  ExchangedDocument/ID SellerTradeParty/Name BuyerTradeParty/Name SpecifiedTradeProduct/Name SellerTaxRepresentativeTradeParty/Name ApplicableTradeTax/TypeCode ApplicableTradeTax/BasisAmount ApplicableTradeTax/CalculatedAmount
  CategoryTradeTax/TypeCode SpecifiedTradeSettlementPaymentMeans/TypeCode SpecifiedTaxRegistration/ID SpecifiedTradeAllowanceCharge/BasisAmount ApplicableTradeSettlementFinancialCard/ID SpecifiedLegalOrganization/ID
  SpecifiedTradeProduct/GlobalID GrossPriceProductTradePrice/ChargeAmount NetPriceProductTradePrice/BasisQuantity GrossPriceProductTradePrice/BasisQuantity AppliedTradeAllowanceCharge/ActualAmount
  BusinessProcessSpecifiedDocumentContextParameter/ID AdditionalReferencedDocument/TypeCode SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount`;

const numeric = /(Amount|Quantity|Percent|Numeric)$/;
const numbers: Pattern = [group(on("*", (node) => node.children.length === 0 && numeric.test(node.name)), [
  rule("CF-NUMBER", (node) => figure(node.text) !== null, (node) => `${node.shown} is “${node.text.trim().slice(0, 40)}”, which is no number; write digits with a dot, like 1234.50.`)])];

/** Elements that have a namesake before them in the same parent. */
const repeated = (doc: Doc): ReadonlySet<XmlNode> => doc.memo(repeated, () => {
  const found = new Set<XmlNode>();
  for (const { children } of doc.nodes) {
    const seen = new Set<string>();
    for (const child of children) {
      if (seen.has(child.name)) found.add(child);
      else seen.add(child.name);
    }
  }
  return found;
});

const onceRules = (names: string): Pattern => [group(on(names.trim().split(/\s+/).join(" | ")), [
  rule("CF-ONCE", (node, doc) => !repeated(doc).has(node),
    (node) => `${node.shown} stands more than once in ${node.parent?.shown ?? "the document"}, where it may stand once; keep the right one.`)])];

/** Half away from zero, as money is rounded. */
const rounded = (value: Figure, places: number): Figure => value && Decimal.round(value, places);

const currencyKey = {};
/** Decimals of the document's currency (BT-5): yen have none, dinars three. Two where it names none we know. */
const placesOf = (doc: Doc): number => doc.memo(currencyKey, ({ root, syntax }) => {
  const code = all(root, syntax === "UBL" ? "DocumentCurrencyCode" : `${settlement}/InvoiceCurrencyCode`)[0]?.text.trim() ?? "";
  return isCurrency(code) ? exponentOf(code) : 2;
});
type Names = { net: string; quantity: string; price: string; bases: readonly string[]; allowances: (line: XmlNode) => Figure; charges: (line: XmlNode) => Figure };

/** Net of a line to the cent; null when a part is missing or no number. */
function lineNet(line: XmlNode, places: number, { quantity, price, bases, allowances, charges }: Names): Figure {
  const product = times(figureAt(line, quantity), figureAt(line, price));
  const base = bases.find((path) => has(line, path));
  const per = base === undefined ? one : figureAt(line, base);
  return product === null || per === null || isNought(per) ? null : minus(plus(Decimal.div(product, per, places), charges(line)), allowances(line));
}

const lineRule = (names: Names): Rule => rule("CF-LINE", (line, doc) => {
  const expected = lineNet(line, placesOf(doc), names);
  return expected === null || figureAt(line, names.net) === null || same(rounded(figureAt(line, names.net), placesOf(doc)), expected);
}, (line, doc) => `The ${term("BT-131")} is ${shown(figureAt(line, names.net))}, but quantity times price plus charges less allowances makes ${shown(lineNet(line, placesOf(doc), names))}; check which is right.`, "warning");

function taxRule(baseAt: string, taxAt: string, rateOf: (node: XmlNode) => Figure): Rule {
  const expected = (node: XmlNode, doc: Doc): Figure => rounded(percentOf(figureAt(node, baseAt), rateOf(node)), placesOf(doc));
  return rule("CF-VAT", (node, doc) => expected(node, doc) === null || figureAt(node, taxAt) === null || same(figureAt(node, taxAt), expected(node, doc)),
    (node, doc) => `The ${term("BT-117")} is ${shown(figureAt(node, taxAt))}, but ${shown(rateOf(node))} % of ${shown(figureAt(node, baseAt))} makes ${shown(expected(node, doc))}; check which is right.`, "warning");
}

const dueRule = (amount: string, isTold: (root: XmlNode) => boolean): Rule => rule("CF-DUE", (node, doc) => figureAt(node, amount) === null || atMost(figureAt(node, amount), nought) || isTold(doc.root),
  (node) => `${shown(figureAt(node, amount))} is to be paid, but the invoice says neither ${term("BT-9")} nor ${term("BT-20")}; state one.`, "warning");

const changes = (path: string, indicator: string, wanted: readonly string[], amount: string) => (line: XmlNode): Figure =>
  totalAt(all(line, path).filter((change) => all(change, indicator).some(({ text }) => wanted.includes(text.trim()))), amount);
const [yes, no] = [["true", "1"], ["false", "0"]];

const ubl = (quantity: string): Names => ({
  net: "LineExtensionAmount", quantity, price: "Price/PriceAmount", bases: ["Price/BaseQuantity"],
  allowances: changes("AllowanceCharge", "ChargeIndicator", no!, "Amount"), charges: changes("AllowanceCharge", "ChargeIndicator", yes!, "Amount"),
});
const cii: Names = {
  net: "SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount", quantity: "SpecifiedLineTradeDelivery/BilledQuantity",
  price: "SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount", bases: ["SpecifiedLineTradeAgreement/NetPriceProductTradePrice/BasisQuantity", "SpecifiedLineTradeAgreement/GrossPriceProductTradePrice/BasisQuantity"],
  allowances: changes("SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge", "ChargeIndicator/Indicator", no!, "ActualAmount"),
  charges: changes("SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge", "ChargeIndicator/Indicator", yes!, "ActualAmount"),
};

const ublRules: Pattern = [
  group(on("/Invoice/InvoiceLine"), [lineRule(ubl("InvoicedQuantity"))]), group(on("/CreditNote/CreditNoteLine"), [lineRule(ubl("CreditedQuantity"))]),
  group(on("TaxTotal/TaxSubtotal"), [taxRule("TaxableAmount", "TaxAmount", (node) => figure(all(node, "TaxCategory/Percent")[0]?.text))]),
  group(on("/Invoice/LegalMonetaryTotal | /CreditNote/LegalMonetaryTotal"), [dueRule("PayableAmount", (root) => has(root, "DueDate") || has(root, "PaymentTerms/Note") || has(root, "PaymentMeans/PaymentDueDate"))]),
];

const ciiRules: Pattern = [
  group(on(`${deal}/IncludedSupplyChainTradeLineItem`), [lineRule(cii)]),
  group(on(`${settlement}/ApplicableTradeTax`), [taxRule("BasisAmount", "CalculatedAmount", (node) => figureAt(node, "RateApplicablePercent"))]),
  group(on(`${settlement}/SpecifiedTradeSettlementHeaderMonetarySummation`), [dueRule("DuePayableAmount", (root) => has(root, `${settlement}/SpecifiedTradePaymentTerms/DueDateDateTime|Description`))]),
];

export const ownRulesOfUbl: readonly Pattern[] = [ublRules, numbers, onceRules(onceInUbl)];
export const ownRulesOfCii: readonly Pattern[] = [ciiRules, numbers, onceRules(onceInCii)];
