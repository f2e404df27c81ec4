import { allowanceReasons, chargeReasons, mimeTypes, peppolAddressSchemes, peppolCurrencies, vatPointCodes } from "./code-lists.ts";
import { isDate } from "./check-digits.ts";
import { figureAt, isNought, less, magnitude, minus, near, nought, one, percentOf, plus, rounded, same, shown, times, total, type Figure } from "./figures.ts";
import { exemptionCategories, identifierGroups, noEmptyElements, peppolId, peppolWords as words, processOf } from "./peppol-shared.ts";
import { listed } from "./rules-codes.ts";
import { countryPatternsOfUbl } from "./rules-countries-ubl.ts";
import { amongGermans } from "./peppol-view.ts";
import { group, on, rule, type Check, type Pattern, type Rule } from "./rules.ts";
import { Decimal } from "@counterfoil/money";
import { term } from "./terms.ts";
import { all, attribute, first, has, says, squeezed, value, type Doc, type XmlNode } from "./tree.ts";

// Peppol BIS Billing 3 on UBL.

const process = (doc: Doc): string | null => processOf(value(doc.root, "ProfileID"));
const never: Check = () => false;
const twoCents = Decimal.of(2, 2);

const taxIn = (node: XmlNode, currency: string): number[] => all(node, "TaxTotal/TaxAmount").filter((amount) => attribute(amount, "currencyID") === currency).map(({ text }) => Number(text));
function signsAgree(node: XmlNode): boolean {
  if (!has(node, "TaxCurrencyCode")) return true;
  const [accounting, own] = [taxIn(node, value(node, "TaxCurrencyCode")), taxIn(node, value(node, "DocumentCurrencyCode"))];
  const both = (is: (amount: number) => boolean): boolean => accounting.some(is) && own.some(is);
  return both((amount) => amount <= 0) || both((amount) => amount >= 0);
}

const withBreakdown = (node: XmlNode, wanted: boolean): number => all(node, "TaxTotal").filter((sum) => has(sum, "TaxSubtotal") === wanted).length;

const document: Rule[] = [
  rule("PEPPOL-EN16931-R001", (node) => has(node, "ProfileID"), words.process),
  rule("PEPPOL-EN16931-R007", (_, doc) => process(doc) !== null, (node) => words.processShape(value(node, "ProfileID"))),
  rule("PEPPOL-EN16931-R002", (node, doc) => all(node, "Note").length <= 1 || amongGermans(doc), words.notes),
  rule("PEPPOL-EN16931-R003", (node) => has(node, "BuyerReference") || has(node, "OrderReference/ID"), words.reference),
  rule("PEPPOL-EN16931-R004", (node) => value(node, "CustomizationID").startsWith(peppolId), (node) => words.specification(value(node, "CustomizationID"))),
  rule("PEPPOL-EN16931-R053", (node) => withBreakdown(node, true) === 1, words.breakdowns),
  rule("PEPPOL-EN16931-R054", (node) => withBreakdown(node, false) === (has(node, "TaxCurrencyCode") ? 1 : 0), words.accounting),
  rule("PEPPOL-EN16931-R055", signsAgree, words.signs),
];

const changes = "Invoice/AllowanceCharge | Invoice/InvoiceLine/AllowanceCharge | CreditNote/AllowanceCharge | CreditNote/CreditNoteLine/AllowanceCharge";
const changeExpected = (node: XmlNode): Figure => percentOf(figureAt(node, "BaseAmount"), figureAt(node, "MultiplierFactorNumeric"));
const changeAmount = (node: XmlNode): Figure => (has(node, "Amount") ? figureAt(node, "Amount") : nought);

const orElse = (node: XmlNode, path: string, otherwise: Figure): Figure => (has(node, path) ? figureAt(node, path) : otherwise);
function parts(node: XmlNode, doc: Doc) {
  const quantity = orElse(node, doc.root.name === "Invoice" ? "InvoicedQuantity" : "CreditedQuantity", one);
  const perBase = orElse(node, "Price/BaseQuantity", one);
  const sum = (indicator: string): Figure => rounded(total(all(node, "AllowanceCharge").filter((change) => value(change, "ChargeIndicator") === indicator).flatMap((change) => all(change, "Amount"))));
  return { net: orElse(node, "LineExtensionAmount", nought), quantity, price: orElse(node, "Price/PriceAmount", nought), base: isNought(perBase) ? one : perBase, changes: minus(sum("true"), sum("false")) };
}
/** Quantity × price ÷ base + charges − allowances, times base so that nothing is divided. */
function lineFits(node: XmlNode, doc: Doc): boolean {
  const { net, quantity, price, base, changes: more } = parts(node, doc);
  return near(times(net, base), plus(times(quantity, price), times(more, base)), magnitude(times(twoCents, base)) ?? twoCents, true);
}
function lineText(node: XmlNode, doc: Doc): string {
  const { net, quantity, price, base, changes: more } = parts(node, doc);
  const product = times(quantity, price);
  return words.line(shown(net), shown(product && base && more ? Decimal.add(Decimal.div(product, base, 2), more) : null));
}

const days = (node: XmlNode, name: string): string[] => all(node.parent!.parent!.parent, `InvoicePeriod/${name}`).map(({ text }) => text.trim());
const linePeriod = (name: string): string => `Invoice/InvoiceLine/InvoicePeriod/${name} | CreditNote/CreditNoteLine/InvoicePeriod/${name}`;
const amounts = "BaseAmount | Amount | PriceAmount | TaxableAmount | LineExtensionAmount | TaxExclusiveAmount | TaxInclusiveAmount | AllowanceTotalAmount | ChargeTotalAmount | PrepaidAmount | PayableRoundingAmount | PayableAmount";
const inOwnCurrency: Check = (node) => node.name !== "TaxAmount" || node.parent?.name === "TaxSubtotal" || (node.parent?.name === "TaxTotal" && has(node.parent, "TaxSubtotal"));

const transaction: Pattern = [
  group(on("CreditNote | Invoice"), document),
  group(on("TaxCurrencyCode"), [rule("PEPPOL-EN16931-R005", (node) => squeezed(node.text) !== value(node.parent, "DocumentCurrencyCode"), words.currencies)]),
  group(on("AccountingCustomerParty/Party"), [rule("PEPPOL-EN16931-R010", (node) => has(node, "EndpointID"), words.address("BT-49"))]),
  group(on("AccountingSupplierParty/Party"), [rule("PEPPOL-EN16931-R020", (node) => has(node, "EndpointID"), words.address("BT-34"))]),
  group(on(changes, (node) => has(node, "MultiplierFactorNumeric") && !has(node, "BaseAmount")), [rule("PEPPOL-EN16931-R041", never, words.noBase)]),
  group(on(changes, (node) => !has(node, "MultiplierFactorNumeric") && has(node, "BaseAmount")), [rule("PEPPOL-EN16931-R042", never, words.noPercent)]),
  group(on(changes), [
    rule("PEPPOL-EN16931-R040", (node) => !has(node, "MultiplierFactorNumeric") || !has(node, "BaseAmount") || near(changeAmount(node), changeExpected(node), twoCents, true), (node) => words.percent(shown(changeAmount(node)), shown(changeExpected(node)))),
    rule("PEPPOL-EN16931-R043", (node) => ["true", "false"].includes(value(node, "ChargeIndicator")), words.indicator)]),
  group(on("PaymentMeans", (node) => ["49", "59"].includes(value(node, "PaymentMeansCode"))), [rule("PEPPOL-EN16931-R061", (node) => has(node, "PaymentMandate/ID"), words.mandate)]),
  group(on(`${amounts} | TaxAmount`, inOwnCurrency), [
    rule("PEPPOL-EN16931-R051", (node, doc) => says(doc.root, "DocumentCurrencyCode", attribute(node, "currencyID") ?? "\0"), (node, doc) => `${node.name} is in “${attribute(node, "currencyID") ?? ""}”, but the ${term("BT-5")} is ${value(doc.root, "DocumentCurrencyCode")}; only the second VAT total may differ.`)]),
  group(on(linePeriod("StartDate"), (node) => days(node, "StartDate").length > 0), [rule("PEPPOL-EN16931-R110", (node) => days(node, "StartDate").every((day) => node.text.trim() >= day), words.periodStart)]),
  group(on(linePeriod("EndDate"), (node) => days(node, "EndDate").length > 0), [rule("PEPPOL-EN16931-R111", (node) => days(node, "EndDate").every((day) => node.text.trim() <= day), words.periodEnd)]),
  group(on("InvoiceLine | CreditNoteLine"), [
    rule("PEPPOL-EN16931-R120", lineFits, lineText), rule("PEPPOL-EN16931-R121", (node) => !has(node, "Price/BaseQuantity") || less(nought, figureAt(node, "Price/BaseQuantity")), words.baseQuantity),
    rule("PEPPOL-EN16931-R100", (node) => all(node, "DocumentReference").length <= 1, words.objects),
    rule("PEPPOL-EN16931-R101", (node) => !has(node, "DocumentReference") || says(node, "DocumentReference/DocumentTypeCode", "130"), words.objectType)]),
  group(on("Price/AllowanceCharge"), [
    rule("PEPPOL-EN16931-R044", (node) => value(node, "ChargeIndicator") === "false", words.discountOnly),
    rule("PEPPOL-EN16931-R046", (node) => !has(node, "BaseAmount") || same(figureAt(node.parent, "PriceAmount"), minus(figureAt(node, "BaseAmount"), figureAt(node, "Amount"))),
      (node) => words.netPrice(shown(figureAt(node.parent, "PriceAmount")), shown(minus(figureAt(node, "BaseAmount"), figureAt(node, "Amount")))))]),
  group(on("Price/BaseQuantity", (node) => node.attributes.has("unitCode")), [
    rule("PEPPOL-EN16931-R130", (node, doc) => {
      const line = node.parent?.parent;
      const quantity = first(line, doc.root.name === "Invoice" ? "InvoicedQuantity" : "CreditedQuantity");
      return !has(line, "InvoicedQuantity|CreditedQuantity") || attribute(quantity, "unitCode") === attribute(node, "unitCode");
    }, words.unit)]),
  ...identifierGroups("EndpointID | PartyIdentification/ID | CompanyID", "EndpointID", ["048"]),
];

const invoiceTypes = new Set("71 80 82 84 102 218 219 326 331 380 382 383 384 386 388 393 395 553 575 623 780 817 870 875 876 877".split(" "));
const creditNoteTypes = new Set("381 396 81 83 532".split(" "));
const typeText = (node: XmlNode): string => `The ${term("BT-3")} “${squeezed(node.text).slice(0, 20)}” is not for Peppol's business process 01; use another code or process.`;
const dates = "IssueDate | DueDate | TaxPointDate | StartDate | EndDate | ActualDeliveryDate";
const allowance: Check = ({ parent }) => says(parent, "ChargeIndicator", "false");
const charge: Check = ({ parent }) => says(parent, "ChargeIndicator", "true");

const codes: Pattern = [
  listed("PEPPOL-EN16931-CL001", on("EmbeddedDocumentBinaryObject", (node) => node.attributes.has("mimeCode")), mimeTypes, "the permitted file types (PDF, PNG, JPEG, CSV, XLSX, ODS)", "mimeCode", { exact: true }),
  listed("PEPPOL-EN16931-CL002", on("AllowanceCharge/AllowanceChargeReasonCode", allowance), allowanceReasons, "the allowance reasons (UNTDID 5189)"),
  listed("PEPPOL-EN16931-CL003", on("AllowanceCharge/AllowanceChargeReasonCode", charge), chargeReasons, "the charge reasons (UNTDID 7161)"),
  listed("PEPPOL-EN16931-CL006", on("InvoicePeriod/DescriptionCode"), vatPointCodes, "the VAT point date codes (UNTDID 2005: 3, 35, 432)"),
  listed("PEPPOL-EN16931-CL007", on(`${amounts} | TaxAmount`), peppolCurrencies, "Peppol's currencies (ISO 4217)", "currencyID", { exact: true }),
  group(on("InvoiceTypeCode"), [
    rule("PEPPOL-EN16931-P0100", (node, doc) => process(doc) !== "01" || invoiceTypes.has(squeezed(node.text)), typeText),
    rule("PEPPOL-EN16931-P0112", (node, doc) => !["326", "384"].includes(squeezed(node.text)) || amongGermans(doc), (node) => `The ${term("BT-3")} ${squeezed(node.text)} is for invoices between Germans only; use 380.`)]),
  group(on("CreditNoteTypeCode"), [rule("PEPPOL-EN16931-P0101", (node, doc) => process(doc) !== "01" || creditNoteTypes.has(squeezed(node.text)), typeText)]),
  group(on(dates), [rule("PEPPOL-EN16931-F001", (node) => node.text.length === 10 && isDate(node.text), (node) => `“${node.text.slice(0, 40)}” is no date; write YYYY-MM-DD without a time zone.`)]),
  listed("PEPPOL-EN16931-CL008", on("EndpointID", (node) => node.attributes.has("schemeID")), peppolAddressSchemes, "Peppol's electronic address schemes (EAS)", "schemeID", { exact: true }),
  ...exemptionCategories.map(([id, code, category]) => group(on("TaxCategory", (node) => first(node, "TaxExemptionReasonCode")?.text.toUpperCase() === code), [
    rule(`PEPPOL-EN16931-${id}`, (node) => value(node, "ID") === category, (node) => `The exemption code ${code} goes with VAT category ${category}, but the category is “${value(node, "ID").slice(0, 10)}”; correct one of them.`)])),
];

export const peppolOfUbl: readonly Pattern[] = [
  [group(on("*", noEmptyElements), [rule("PEPPOL-EN16931-R008", never, (node) => `${node.name} is empty; fill it or leave it out.`)])],
  [group(on("CreditNote"), [rule("PEPPOL-EN16931-R080", (node) => all(node, "AdditionalDocumentReference").filter((reference) => says(reference, "DocumentTypeCode", "50")).length <= 1, words.originals)])],
  transaction, ...countryPatternsOfUbl, codes,
];
