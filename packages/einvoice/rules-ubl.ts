import { filled, group, on, present, rule, twoDecimals, type Pattern, type Rule } from "./rules.ts";
import { atMost, figureAt, isNought, magnitude, minus, near, nought, one, percentOf, plus, rounded, same, shown, total, totalAt, type Figure } from "./figures.ts";
import { vatCountries } from "./code-lists.ts";
import { term } from "./terms.ts";
import { all, attribute, contentOf, first, has, says, squeezed, value, type Doc, type XmlNode } from "./tree.ts";
import { noteSubject } from "./rules-codes.ts";
import { isAllowance, isCharge, isVat } from "./ubl-view.ts";
import { vatGroupsOfUbl, vatRulesOfUbl } from "./rules-vat-ubl.ts";

// The business rules of EN 16931 (BR-*, BR-CO-*, BR-DEC-*) on UBL 2.1. Paths are local names; the VAT categories have a file of their own.

const root = "/Invoice | /CreditNote";
const lines = "InvoiceLine|CreditNoteLine";
const hasReason = (node: XmlNode): boolean => has(node, "AllowanceChargeReason") || has(node, "AllowanceChargeReasonCode");
const reasonRules = (ids: readonly string[], what: string, reason: string, code: string): Rule[] => ids.map((id) =>
  rule(id, hasReason, `The ${what} gives neither ${term(reason)} nor ${term(code)}; say why it is there.`));
const vatCategoryOf = (id: string, name: string): Rule =>
  rule(id, (node) => all(node, "TaxCategory").some((category) => isVat(category) && has(category, "ID")), `The ${term(name)} is missing; state it in TaxCategory/ID with the tax scheme VAT.`);
const country = (id: string, name: string): Rule => filled(id, "Country/IdentificationCode", name);

/** "Amount (BT-115)" as it stands, for messages. */
const stated = (node: XmlNode, path: string, name: string): string => `${term(name)} is ${shown(figureAt(node, path))}`;
const sumOf = (node: XmlNode | null, is: (change: XmlNode) => boolean): Figure => totalAt(all(node, "AllowanceCharge").filter(is), "Amount");

const totals: Rule[] = [
  present("BR-12", "LineExtensionAmount", "BT-106"), present("BR-13", "TaxExclusiveAmount", "BT-109"),
  present("BR-14", "TaxInclusiveAmount", "BT-112"), present("BR-15", "PayableAmount", "BT-115"),
  rule("BR-CO-10", (node, doc) => same(figureAt(node, "LineExtensionAmount"), lineTotal(doc)),
    (node, doc) => `The ${stated(node, "LineExtensionAmount", "BT-106")}, but the lines add up to ${shown(lineTotal(doc))}; correct the total or the lines.`),
  ...([["BR-CO-11", "AllowanceTotalAmount", "BT-107", isAllowance], ["BR-CO-12", "ChargeTotalAmount", "BT-108", isCharge]] as const).map(([id, path, name, is]) =>
    rule(id, (node) => same(figureAt(node, path), rounded(sumOf(node.parent, is))) || (!has(node, path) && !all(node.parent, "AllowanceCharge").some(is)),
      (node) => `The ${stated(node, path, name)}, but the document's ${name === "BT-107" ? "allowances" : "charges"} add up to ${shown(sumOf(node.parent, is))}; correct one of them.`)),
  rule("BR-CO-13", (node) => same(figureAt(node, "TaxExclusiveAmount"), netTotal(node)),
    (node) => `The ${stated(node, "TaxExclusiveAmount", "BT-109")}, but lines less allowances plus charges make ${shown(netTotal(node))}; correct the total.`),
  rule("BR-CO-16", amountDueHolds,
    (node) => `The ${stated(node, "PayableAmount", "BT-115")}, but the total with VAT less what is paid plus rounding makes ${shown(amountDue(node))}; correct the amount due.`),
  ...([["09", "LineExtensionAmount", "BT-106"], ["10", "AllowanceTotalAmount", "BT-107"], ["11", "ChargeTotalAmount", "BT-108"], ["12", "TaxExclusiveAmount", "BT-109"],
    ["14", "TaxInclusiveAmount", "BT-112"], ["16", "PrepaidAmount", "BT-113"], ["17", "PayableRoundingAmount", "BT-114"], ["18", "PayableAmount", "BT-115"]] as const)
    .map(([id, path, name]) => twoDecimals(`BR-DEC-${id}`, path, name)),
];

const lineTotal = (doc: Doc): Figure => doc.memo(lineTotal, () => rounded(totalAt([...doc.named("InvoiceLine"), ...doc.named("CreditNoteLine")], "LineExtensionAmount")));

function netTotal(node: XmlNode): Figure {
  const [line, charges, allowances] = ["LineExtensionAmount", "ChargeTotalAmount", "AllowanceTotalAmount"].map((path) => (has(node, path) ? figureAt(node, path) : undefined));
  if (charges === undefined && allowances === undefined) return line ?? null;
  return rounded(minus(plus(line ?? null, charges === undefined ? nought : charges), allowances === undefined ? nought : allowances));
}

const paid = (node: XmlNode): Figure => (has(node, "PrepaidAmount") ? figureAt(node, "PrepaidAmount") : nought);
const rounding = (node: XmlNode): Figure => (has(node, "PayableRoundingAmount") ? figureAt(node, "PayableRoundingAmount") : nought);
const amountDue = (node: XmlNode): Figure => plus(minus(figureAt(node, "TaxInclusiveAmount"), paid(node)), rounding(node));

function amountDueHolds(node: XmlNode): boolean {
  const due = figureAt(node, "PayableAmount");
  const gross = figureAt(node, "TaxInclusiveAmount");
  const left = has(node, "PayableRoundingAmount") ? rounded(minus(due, rounding(node))) : due;
  return same(left, has(node, "PrepaidAmount") ? rounded(minus(gross, paid(node))) : gross);
}

/** VAT totals in a currency: TaxTotal/TaxAmount elements of the document that name it. */
const taxIn = (node: XmlNode, currency: string): XmlNode[] => all(node, "TaxTotal/TaxAmount").filter((amount) => attribute(amount, "currencyID") === currency);
const gross = (node: XmlNode): XmlNode | undefined => first(node, "LegalMonetaryTotal/TaxInclusiveAmount");
const grossExpected = (node: XmlNode, currency: string): Figure => rounded(plus(figureAt(node, "LegalMonetaryTotal/TaxExclusiveAmount"), total(taxIn(node, currency))));

const document: Rule[] = [
  filled("BR-01", "CustomizationID", "BT-24"), filled("BR-02", "ID", "BT-1"), filled("BR-03", "IssueDate", "BT-2"),
  rule("BR-04", (node) => value(node, "InvoiceTypeCode") !== "" || value(node, "CreditNoteTypeCode") !== "", `The ${term("BT-3")} is missing; state it in InvoiceTypeCode or CreditNoteTypeCode.`),
  filled("BR-05", "DocumentCurrencyCode", "BT-5"),
  filled("BR-06", "AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName", "BT-27"),
  filled("BR-07", "AccountingCustomerParty/Party/PartyLegalEntity/RegistrationName", "BT-44"),
  present("BR-08", "AccountingSupplierParty/Party/PostalAddress", "BG-5"), present("BR-10", "AccountingCustomerParty/Party/PostalAddress", "BG-8"),
  rule("BR-16", (node) => has(node, lines), `There is no ${term("BG-25")}; an invoice has at least one.`),
  rule("BR-53", (node, doc) => all(node, "TaxCurrencyCode").every(({ text }) => doc.named("TaxTotal").some((sum) => all(sum, "TaxAmount").some((amount) => attribute(amount, "currencyID") === text))),
    (node) => `The ${term("BT-6")} is ${value(node, "TaxCurrencyCode")}, but the ${term("BT-111")} is missing; state it in a second TaxTotal.`),
  rule("BR-CO-03", (node) => !(has(node, "TaxPointDate") && has(node, "InvoicePeriod/DescriptionCode")), `There is a ${term("BT-7")} and a ${term("BT-8")}; they exclude each other, so keep one.`),
  rule("BR-CO-15", (node) => all(node, "DocumentCurrencyCode").every(({ text }) => taxIn(node, text).length === 1 && same(figureAt(node, "LegalMonetaryTotal/TaxInclusiveAmount"), grossExpected(node, text))),
    (node) => {
      const currency = value(node, "DocumentCurrencyCode");
      const count = taxIn(node, currency).length;
      if (count !== 1) return `There must be one ${term("BT-110")} in ${currency}, but there ${count === 0 ? "is none" : `are ${count}`}; state it once in TaxTotal/TaxAmount.`;
      return `The ${term("BT-112")} is ${shown(gross(node) ? figureAt(gross(node), ".") : null)}, but total without VAT plus VAT makes ${shown(grossExpected(node, currency))}; correct one of the three.`;
    }),
  rule("BR-CO-18", (node) => has(node, "TaxTotal/TaxSubtotal"), `There is no ${term("BG-23")}; state each VAT category with its base and tax in TaxTotal/TaxSubtotal.`),
  // As published, these two compare a currency with an element that a tax amount never has, so they never fire.
  rule("BR-DEC-13", () => true, ""), rule("BR-DEC-15", () => true, ""),
  ...vatRulesOfUbl,
];

const lineRules: Rule[] = [
  filled("BR-21", "ID", "BT-126"),
  rule("BR-22", (node) => has(node, "InvoicedQuantity|CreditedQuantity"), `The ${term("BT-129")} is missing; state it in InvoicedQuantity or CreditedQuantity.`),
  rule("BR-23", (node) => all(node, "InvoicedQuantity|CreditedQuantity").some((quantity) => quantity.attributes.has("unitCode")), `The ${term("BT-130")} is missing; give the quantity a unitCode, such as C62 for pieces.`),
  present("BR-24", "LineExtensionAmount", "BT-131"), filled("BR-25", "Item/Name", "BT-153"), present("BR-26", "Price/PriceAmount", "BT-146"),
  rule("BR-27", (node) => atMost(nought, figureAt(node, "Price/PriceAmount")), (node) => `The ${stated(node, "Price/PriceAmount", "BT-146")}; a price is never negative, so make the quantity negative instead.`),
  rule("BR-28", (node) => !has(node, "Price/AllowanceCharge/BaseAmount") || atMost(nought, figureAt(node, "Price/AllowanceCharge/BaseAmount")),
    (node) => `The ${stated(node, "Price/AllowanceCharge/BaseAmount", "BT-148")}; a price is never negative, so make the quantity negative instead.`),
  rule("BR-CO-04", (node) => all(node, "Item/ClassifiedTaxCategory").some((category) => isVat(category) && has(category, "ID")), `The ${term("BT-151")} is missing; state it in Item/ClassifiedTaxCategory/ID with the tax scheme VAT.`),
  twoDecimals("BR-DEC-23", "LineExtensionAmount", "BT-131"),
];

const isDay = (text: string): boolean => /^-?\d{4,}-\d\d-\d\d(Z|[+-]\d\d:\d\d)?$/.test(text);
/** True unless both ends of a period are stated and the end is before the start. */
export function periodRuns(node: XmlNode): boolean {
  if (!has(node, "StartDate") || !has(node, "EndDate")) return true;
  const [start, end] = [value(node, "StartDate"), value(node, "EndDate")];
  return isDay(start) && isDay(end) && end >= start;
}
const periodRule = (id: string, start: string, end: string): Rule =>
  rule(id, periodRuns, (node) => `The ${term(end)} (${value(node, "EndDate")}) is before the ${term(start)} (${value(node, "StartDate")}); swap or correct them.`);

/** Tax that follows from base and rate lies within one currency unit of what is stated. */
function taxFits(node: XmlNode): boolean {
  const tax = figureAt(node, "TaxAmount");
  const rate = vatRate(node);
  if (rate === undefined) return isNought(rounded(tax, 0));
  if (isNought(rounded(rate, 0))) return isNought(rounded(tax, 0));
  return near(magnitude(tax), rounded(percentOf(magnitude(figureAt(node, "TaxableAmount")), rate)), one);
}
const vatRate = (node: XmlNode): Figure | undefined => {
  const percent = all(node, "TaxCategory").filter(isVat).flatMap((category) => all(category, "Percent"));
  return percent.length === 0 ? undefined : figureAt(percent[0], ".");
};

const partyTax = (node: XmlNode, path: string): boolean => all(node, path).some((scheme) => isVat(scheme) && has(scheme, "CompanyID"));
const vatStarts = ` ${[...vatCountries].join(" ")} `;

export const modelOfUbl: Pattern = [
  group(on("AdditionalDocumentReference"), [filled("BR-52", "ID", "BT-122")]),
  group(on("AccountingCustomerParty/Party/EndpointID"), [rule("BR-63", (node) => node.attributes.has("schemeID"), `The ${term("BT-49")} has no scheme; give it a schemeID, such as 0088 for a GLN.`)]),
  group(on("AccountingCustomerParty/Party/PostalAddress"), [country("BR-11", "BT-55")]),
  group(on("PaymentMeans/CardAccount/PrimaryAccountNumberID"), [
    rule("BR-51", (node) => squeezed(node.text).length <= 10, `The ${term("BT-87")} has more than ten characters; for safety give only the first six and last four digits.`, "warning")]),
  group(on("Delivery/DeliveryLocation/Address"), [present("BR-57", "Country/IdentificationCode", "BT-80")]),
  group(on("/Invoice/AllowanceCharge | /CreditNote/AllowanceCharge", isAllowance), [
    present("BR-31", "Amount", "BT-92"), vatCategoryOf("BR-32", "BT-95"), ...reasonRules(["BR-33", "BR-CO-21"], "document allowance", "BT-97", "BT-98"),
    twoDecimals("BR-DEC-01", "Amount", "BT-92"), twoDecimals("BR-DEC-02", "BaseAmount", "BT-93")]),
  group(on("/Invoice/AllowanceCharge | /CreditNote/AllowanceCharge", isCharge), [
    present("BR-36", "Amount", "BT-99"), vatCategoryOf("BR-37", "BT-102"), ...reasonRules(["BR-38", "BR-CO-22"], "document charge", "BT-104", "BT-105"),
    twoDecimals("BR-DEC-05", "Amount", "BT-99"), twoDecimals("BR-DEC-06", "BaseAmount", "BT-100")]),
  group(on("LegalMonetaryTotal"), totals),
  group(on(root), document),
  group(on("InvoiceLine | CreditNoteLine"), lineRules),
  group(on("InvoiceLine/AllowanceCharge | CreditNoteLine/AllowanceCharge", isAllowance), [
    present("BR-41", "Amount", "BT-136"), ...reasonRules(["BR-42", "BR-CO-23"], "line allowance", "BT-139", "BT-140"),
    twoDecimals("BR-DEC-24", "Amount", "BT-136"), twoDecimals("BR-DEC-25", "BaseAmount", "BT-137")]),
  group(on("InvoiceLine/AllowanceCharge | CreditNoteLine/AllowanceCharge", isCharge), [
    present("BR-43", "Amount", "BT-141"), ...reasonRules(["BR-44", "BR-CO-24"], "line charge", "BT-144", "BT-145"),
    twoDecimals("BR-DEC-27", "Amount", "BT-141"), twoDecimals("BR-DEC-28", "BaseAmount", "BT-142")]),
  group(on("InvoiceLine/InvoicePeriod | CreditNoteLine/InvoicePeriod"), [
    periodRule("BR-30", "BT-134", "BT-135"),
    rule("BR-CO-20", (node) => has(node, "StartDate|EndDate"), `The line period says neither ${term("BT-134")} nor ${term("BT-135")}; state one or leave the period out.`)]),
  group(on("InvoicePeriod"), [
    periodRule("BR-29", "BT-73", "BT-74"),
    rule("BR-CO-19", (node) => has(node, "StartDate|EndDate|DescriptionCode"), `The invoicing period says neither ${term("BT-73")} nor ${term("BT-74")}; state one or leave the period out.`)]),
  group(on("AdditionalItemProperty"), [rule("BR-54", (node) => has(node, "Name") && has(node, "Value"), `An item attribute lacks its ${term("BT-160")} or ${term("BT-161")}; state both.`)]),
  group(on("InvoiceLine/Item/CommodityClassification/ItemClassificationCode | CreditNoteLine/Item/CommodityClassification/ItemClassificationCode"), [
    rule("BR-65", (node) => node.attributes.has("listID"), `The ${term("BT-158")} does not say from which list it is; give it a listID.`)]),
  group(on("InvoiceLine/Item/StandardItemIdentification/ID | CreditNoteLine/Item/StandardItemIdentification/ID"), [
    rule("BR-64", (node) => node.attributes.has("schemeID"), `The ${term("BT-157")} has no scheme; give it a schemeID, such as 0160 for a GTIN.`)]),
  noteSubject,
  group(on("PayeeParty"), [rule("BR-17", (node) => has(node, "PartyName/Name") && !sellerIs(node), `A payee is stated, but the ${term("BT-59")} is missing or the payee is the seller; name another party or leave the payee out.`)]),
  group(on("PaymentMeans/PayeeFinancialAccount", (node) => says(node.parent, "PaymentMeansCode", "30") || says(node.parent, "PaymentMeansCode", "58")), [filled("BR-50", "ID", "BT-84")]),
  group(on("PaymentMeans"), [
    present("BR-49", "PaymentMeansCode", "BT-81"),
    rule("BR-61", (node) => !["30", "58"].includes(value(node, "PaymentMeansCode")) || has(node, "PayeeFinancialAccount/ID"), `Payment is by credit transfer, but the ${term("BT-84")} is missing; state the account in PayeeFinancialAccount/ID.`)]),
  group(on("BillingReference"), [present("BR-55", "InvoiceDocumentReference/ID", "BT-25")]),
  group(on("AccountingSupplierParty"), [
    rule("BR-CO-26", (node) => partyTax(node, "Party/PartyTaxScheme") || has(node, "Party/PartyLegalEntity/CompanyID") || all(node, "Party/PartyIdentification/ID").some((id) => attribute(id, "schemeID") !== "SEPA"),
      `Nothing identifies the seller; state ${term("BT-29")}, ${term("BT-30")} or ${term("BT-31")}.`)]),
  group(on("AccountingSupplierParty/Party/EndpointID"), [rule("BR-62", (node) => node.attributes.has("schemeID"), `The ${term("BT-34")} has no scheme; give it a schemeID, such as 0088 for a GLN.`)]),
  group(on("AccountingSupplierParty/Party/PostalAddress"), [country("BR-09", "BT-40")]),
  group(on("TaxRepresentativeParty"), [
    filled("BR-18", "PartyName/Name", "BT-62"), present("BR-19", "PostalAddress", "BG-12"),
    rule("BR-56", (node) => partyTax(node, "PartyTaxScheme"), `The ${term("BT-63")} is missing; state it in PartyTaxScheme/CompanyID with the tax scheme VAT.`)]),
  group(on("TaxRepresentativeParty/PostalAddress"), [country("BR-20", "BT-69")]),
  group(on("/Invoice/TaxTotal | /CreditNote/TaxTotal"), [
    rule("BR-CO-14", (node) => !has(node, "TaxSubtotal") || same(figureAt(node, "TaxAmount"), taxes(node)),
      (node) => `The ${stated(node, "TaxAmount", "BT-110")}, but the VAT breakdown adds up to ${shown(taxes(node))}; correct one of them.`)]),
  group(on("TaxTotal/TaxSubtotal"), [
    present("BR-45", "TaxableAmount", "BT-116"), present("BR-46", "TaxAmount", "BT-117"), vatCategoryOf("BR-47", "BT-118"),
    rule("BR-48", (node) => all(node, "TaxCategory").some((category) => isVat(category) && (has(category, "Percent") || value(category, "ID") === "O")),
      `The ${term("BT-119")} is missing; state it in TaxCategory/Percent (only category O has none).`),
    rule("BR-CO-17", taxFits, (node) => `The ${stated(node, "TaxAmount", "BT-117")}, but ${shown(vatRate(node) ?? null)} % of ${shown(figureAt(node, "TaxableAmount"))} makes ${shown(rounded(percentOf(figureAt(node, "TaxableAmount"), vatRate(node) ?? nought)))}; correct the tax, the base or the rate.`),
    twoDecimals("BR-DEC-19", "TaxableAmount", "BT-116"), twoDecimals("BR-DEC-20", "TaxAmount", "BT-117")]),
  group(on("PartyTaxScheme", isVat), [
    rule("BR-CO-09", (node) => vatStarts.includes((first(node, "CompanyID")?.text ?? "").slice(0, 2)),
      (node) => `The VAT identifier “${value(node, "CompanyID")}” does not begin with a country code (ISO 3166, EL for Greece); put it in front.`)]),
  ...vatGroupsOfUbl,
];

const taxes = (node: XmlNode): Figure => rounded(totalAt(node, "TaxSubtotal/TaxAmount"));

/** A payee that has the seller's trading name or one of its identifiers. */
function sellerIs(payee: XmlNode): boolean {
  const seller = all(payee.parent, "AccountingSupplierParty/Party");
  const shared = (path: string): boolean => all(payee, path).some((mine) => all(seller, path).some((theirs) => contentOf(mine) === contentOf(theirs)));
  return shared("PartyName/Name") || shared("PartyIdentification/ID");
}

