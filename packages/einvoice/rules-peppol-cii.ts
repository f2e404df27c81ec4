import { Decimal } from "@counterfoil/money";
import { invoiceCurrency, taxCurrency } from "./cii-view.ts";
import { allowanceReasons, chargeReasons, mimeTypes, peppolAddressSchemes, peppolCurrencies } from "./code-lists.ts";
import { figureAt, isNought, less, magnitude, minus, near, nought, one, percentOf, plus, rounded, shown, times, total, type Figure } from "./figures.ts";
import { identifierGroups, peppolId, peppolWords as words, processOf } from "./peppol-shared.ts";
import { listed } from "./rules-codes.ts";
import { countryPatternsOfCii } from "./rules-countries-cii.ts";
import { group, on, rule, type Check, type Pattern, type Rule } from "./rules.ts";
import { term } from "./terms.ts";
import { all, attribute, has, says, squeezed, value, type Doc, type XmlNode } from "./tree.ts";

// Peppol BIS Billing 3 on CII.

const process = (doc: Doc): string | null => processOf(value(doc.root, "ExchangedDocumentContext/BusinessProcessSpecifiedDocumentContextParameter/ID"));
const never: Check = () => false;
const twoCents = Decimal.of(2, 2);

const summed = "SpecifiedTradeSettlementHeaderMonetarySummation/TaxTotalAmount";
const taxesIn = (node: XmlNode, is: (currency: string) => boolean): XmlNode[] => all(node, summed).filter((amount) => amount.attributes.has("currencyID") && is(attribute(amount, "currencyID")!));
function signsAgree(node: XmlNode, doc: Doc): boolean {
  if (taxCurrency(doc) === undefined) return true;
  const [accounting, own] = [taxCurrency(doc), invoiceCurrency(doc)].map((wanted) => taxesIn(node, (currency) => currency === wanted).map(({ text }) => Number(text)));
  const both = (is: (amount: number) => boolean): boolean => accounting!.some(is) && own!.some(is);
  return both((amount) => amount < 0) || both((amount) => amount >= 0);
}

const context: Rule[] = [
  rule("PEPPOL-EN16931-R001", (node) => has(node, "BusinessProcessSpecifiedDocumentContextParameter/ID"), words.process),
  rule("PEPPOL-EN16931-R007", (_, doc) => process(doc) !== null, (node) => words.processShape(value(node, "BusinessProcessSpecifiedDocumentContextParameter/ID"))),
  rule("PEPPOL-EN16931-R004", (node) => value(node, "GuidelineSpecifiedDocumentContextParameter/ID").startsWith(peppolId), (node) => words.specification(value(node, "GuidelineSpecifiedDocumentContextParameter/ID"))),
];

const typed = (node: XmlNode, type: string): number => all(node, "AdditionalReferencedDocument").filter((reference) => says(reference, "TypeCode", type)).length;
const changeExpected = (node: XmlNode): Figure => percentOf(figureAt(node, "BasisAmount"), figureAt(node, "CalculationPercent"));
const changeAmount = (node: XmlNode): Figure => (has(node, "ActualAmount") ? figureAt(node, "ActualAmount") : nought);
const indicator = (node: XmlNode | null): string => value(node, "ChargeIndicator/Indicator");
const indicated = rule("PEPPOL-EN16931-R043", (node) => ["true", "false"].includes(indicator(node)), words.indicator);

const orElse = (node: XmlNode, path: string, otherwise: Figure): Figure => (has(node, path) ? figureAt(node, path) : otherwise);
function parts(node: XmlNode) {
  const perBase = orElse(node, "SpecifiedLineTradeAgreement/NetPriceProductTradePrice/BasisQuantity", one);
  const sum = (wanted: string): Figure => rounded(total(all(node, "SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge").filter((change) => indicator(change) === wanted).flatMap((change) => all(change, "ActualAmount"))));
  return {
    net: orElse(node, "SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount", nought), quantity: orElse(node, "SpecifiedLineTradeDelivery/BilledQuantity", one),
    price: orElse(node, "SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount", nought), base: isNought(perBase) ? one : perBase, changes: minus(sum("true"), sum("false")),
  };
}
/** Quantity × price ÷ base + charges − allowances, times base so that nothing is divided. */
function lineFits(node: XmlNode): boolean {
  const { net, quantity, price, base, changes } = parts(node);
  return near(times(net, base), plus(times(quantity, price), times(changes, base)), magnitude(times(twoCents, base)) ?? twoCents, true);
}
function lineText(node: XmlNode): string {
  const { net, quantity, price, base, changes } = parts(node);
  const product = times(quantity, price);
  return words.line(shown(net), shown(product && base && changes ? Decimal.add(Decimal.div(product, base, 2), changes) : null));
}

const period = "ApplicableHeaderTradeSettlement/BillingSpecifiedPeriod";
const lineEnd = (name: string): string => `SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem/SpecifiedLineTradeSettlement/BillingSpecifiedPeriod/${name}`;
const dealOf = (node: XmlNode): XmlNode | null => node.parent?.parent?.parent?.parent ?? null;
const dates = (node: XmlNode | null, path: string): string[] => all(node, path).map(({ text }) => text);
const compared = (name: string, fits: (own: string, header: string) => boolean): Check => (node) =>
  dates(node, "DateTimeString").some((own) => dates(dealOf(node), `${period}/${name}/DateTimeString`).some((header) => fits(own, header)));
const headerHas = (name: string): Check => (node) => has(dealOf(node), `${period}/${name}`);

const transaction: Pattern = [
  group(on("ExchangedDocumentContext"), context),
  group(on("ApplicableHeaderTradeAgreement"), [
    rule("PEPPOL-EN16931-R003", (node) => has(node, "BuyerReference") || has(node, "BuyerOrderReferencedDocument/IssuerAssignedID"), words.reference),
    rule("PEPPOL-EN16931-R006", (node) => typed(node, "130") <= 1, `There may be one ${term("BT-18")}; keep one.`), rule("PEPPOL-EN16931-R080", (node) => typed(node, "50") <= 1, `There may be one ${term("BT-17")}; keep one.`)]),
  group(on("ApplicableHeaderTradeSettlement"), [
    rule("PEPPOL-EN16931-R005", (node) => !has(node, "TaxCurrencyCode") || value(node, "TaxCurrencyCode") !== value(node, "InvoiceCurrencyCode"), words.currencies),
    rule("PEPPOL-EN16931-R053", (node, doc) => taxesIn(node, (currency) => currency === invoiceCurrency(doc)).length === 1, `There must be one ${term("BT-110")} in the invoice's currency; state it once.`),
    rule("PEPPOL-EN16931-R054", (node, doc) => taxesIn(node, (currency) => invoiceCurrency(doc) !== undefined && currency !== invoiceCurrency(doc)).length === (has(node, "TaxCurrencyCode") ? 1 : 0), words.accounting),
    rule("PEPPOL-EN16931-R055", signsAgree, words.signs)]),
  group(on("ExchangedDocument"), [rule("PEPPOL-EN16931-R002", (node) => all(node, "IncludedNote").length <= 1 && !has(node, "IncludedNote/SubjectCode"), "There may be one note without subject code on an invoice over Peppol; join the notes and leave the code out.")]),
  group(on("BuyerTradeParty"), [rule("PEPPOL-EN16931-R010", (node) => has(node, "URIUniversalCommunication/URIID"), words.address("BT-49"))]),
  group(on("SellerTradeParty"), [rule("PEPPOL-EN16931-R020", (node) => has(node, "URIUniversalCommunication/URIID"), words.address("BT-34"))]),
  group(on("SpecifiedTradeAllowanceCharge", (node) => has(node, "CalculationPercent") && !has(node, "BasisAmount")), [rule("PEPPOL-EN16931-R041", never, words.noBase)]),
  group(on("SpecifiedTradeAllowanceCharge", (node) => !has(node, "CalculationPercent") && has(node, "BasisAmount")), [rule("PEPPOL-EN16931-R042", never, words.noPercent)]),
  group(on("SpecifiedTradeAllowanceCharge"), [
    rule("PEPPOL-EN16931-R040", (node) => !has(node, "CalculationPercent") || !has(node, "BasisAmount") || near(changeAmount(node), changeExpected(node), twoCents, true), (node) => words.percent(shown(changeAmount(node)), shown(changeExpected(node)))), indicated]),
  group(on("AppliedTradeAllowanceCharge"), [indicated]),
  group(on("SpecifiedTradeSettlementPaymentMeans", (node) => ["49", "59"].includes(value(node, "TypeCode"))), [rule("PEPPOL-EN16931-R061", (node) => has(node.parent, "SpecifiedTradePaymentTerms/DirectDebitMandateID"), words.mandate)]),
  group(on(lineEnd("StartDateTime"), headerHas("StartDateTime")), [rule("PEPPOL-EN16931-R110", compared("StartDateTime", (own, header) => own >= header), words.periodStart)]),
  group(on(lineEnd("EndDateTime"), headerHas("EndDateTime")), [rule("PEPPOL-EN16931-R111", compared("EndDateTime", (own, header) => own <= header), words.periodEnd)]),
  group(on("IncludedSupplyChainTradeLineItem"), [
    rule("PEPPOL-EN16931-R120", lineFits, lineText),
    rule("PEPPOL-EN16931-R100", (node) => all(node, "SpecifiedLineTradeSettlement").reduce((sum, settled) => sum + typed(settled, "130"), 0) <= 1, words.objects),
    rule("PEPPOL-EN16931-R101", (node) => !has(node, "SpecifiedLineTradeSettlement/AdditionalReferencedDocument") || says(node, "SpecifiedLineTradeSettlement/AdditionalReferencedDocument/TypeCode", "130"), words.objectType)]),
  group(on("NetPriceProductTradePrice | GrossPriceProductTradePrice"), [rule("PEPPOL-EN16931-R121", (node) => !has(node, "BasisQuantity") || less(nought, figureAt(node, "BasisQuantity")), words.baseQuantity)]),
  group(on("NetPriceProductTradePrice/BasisQuantity | GrossPriceProductTradePrice/BasisQuantity", (node) => node.attributes.has("unitCode")), [
    rule("PEPPOL-EN16931-R130", (node) => all(node.parent?.parent?.parent, "SpecifiedLineTradeDelivery/BilledQuantity").some((quantity) => attribute(quantity, "unitCode") === attribute(node, "unitCode")), words.unit)]),
  ...identifierGroups("URIID | ID | GlobalID", "URIID"),
];

const documentTypes = new Set("71 102 218 219 326 331 382 553 817 870 875 876 877 380 383 384 386 388 393 82 80 84 395 575 623 780 381 396 81 83 532".split(" "));
const changeCode = (wanted: string): Check => ({ parent }) => indicator(parent) === wanted;

const codes: Pattern = [
  listed("PEPPOL-EN16931-CL001", on("AttachmentBinaryObject", (node) => node.attributes.has("mimeCode")), mimeTypes, "the permitted file types (PDF, PNG, JPEG, CSV, XLSX, ODS)", "mimeCode", { exact: true }),
  listed("PEPPOL-EN16931-CL002", on("SpecifiedTradeAllowanceCharge/ReasonCode", changeCode("false")), allowanceReasons, "the allowance reasons (UNTDID 5189)"),
  listed("PEPPOL-EN16931-CL003", on("SpecifiedTradeAllowanceCharge/ReasonCode", changeCode("true")), chargeReasons, "the charge reasons (UNTDID 7161)"),
  listed("PEPPOL-EN16931-CL007", on("TaxTotalAmount", (node) => node.attributes.has("currencyID")), peppolCurrencies, "Peppol's currencies (ISO 4217)", "currencyID", { exact: true }),
  // As published, P0100 stands on ram:ExchangedDocument, which no CII document has, so it never fires.
  group(on("ram:ExchangedDocument/TypeCode"), [rule("PEPPOL-EN16931-P0100", (node, doc) => process(doc) !== "01" || documentTypes.has(squeezed(node.text)), `The ${term("BT-3")} is not for Peppol's business process 01; use another code or process.`)]),
  group(on("DateTimeString"), [rule("PEPPOL-EN16931-F001", (node) => squeezed(attribute(node, "format") ?? "") === "102" && node.text.length === 8 && /20\d{6}/.test(squeezed(node.text)), (node) => `“${node.text.slice(0, 40)}” is no date; write YYYYMMDD with format 102.`)]),
  listed("PEPPOL-EN16931-CL008", on("BuyerTradeParty/URIUniversalCommunication/URIID | SellerTradeParty/URIUniversalCommunication/URIID"), peppolAddressSchemes, "Peppol's electronic address schemes (EAS)", "schemeID", { exact: true }),
];

export const peppolOfCii: readonly Pattern[] = [transaction, ...countryPatternsOfCii, codes];
