import { agreement, delivery, from, invoiceCurrency, isAllowanceOf, isChargeOf, isVatTax, settlement, summation, taxCurrency, taxNumbers } from "./cii-view.ts";
import { ciiVatCountries } from "./code-lists.ts";
import { atMost, figure, figureAt, floatTotal, isNought, magnitude, minus, near, nought, one, percentOf, plus, rounded, same, shown, type Figure } from "./figures.ts";
import { filled, group, on, present, rule, twoDecimals, type Pattern, type Rule } from "./rules.ts";
import { vatGroupsOfCii, vatRulesOfCii } from "./rules-vat-cii.ts";
import { term } from "./terms.ts";
import { all, attribute, contentOf, first, has, says, squeezed, value, type Doc, type XmlNode } from "./tree.ts";

// The business rules of EN 16931 (BR-*, BR-CO-*, BR-DEC-*) on CII D16B.

/** The same rule asked of the parent, for the official rules of allowances and charges stand on their indicator. */
const above = (check: Rule): Rule => {
  const { text } = check;
  return { ...check, holds: (node, doc) => check.holds(node.parent!, doc), text: typeof text === "string" ? text : (node, doc) => text(node.parent!, doc) };
};
const stated = (node: XmlNode, path: string, name: string): string => `${term(name)} is ${shown(figureAt(node, path))}`;
const oneOf = (id: string, paths: string, text: string): Rule => rule(id, (node) => has(node, paths), text);

function changeRules(ids: { amount: string; category?: string; reasons: string[]; decimals: string[] }, what: string, names: string[]): Rule[] {
  const [amount = "", basis = "", reason = "", code = "", category = ""] = names;
  return [
    present(ids.amount, "ActualAmount", amount),
    ...(ids.category === undefined ? [] : [rule(ids.category, (node) => all(node, "CategoryTradeTax").some((tax) => isVatTax(tax) && has(tax, "CategoryCode")), `The ${term(category)} is missing; state it in CategoryTradeTax/CategoryCode with the type VAT.`)]),
    ...ids.reasons.map((id) => oneOf(id, "Reason|ReasonCode", `The ${what} gives neither ${term(reason)} nor ${term(code)}; say why it is there.`)),
    twoDecimals(ids.decimals[0]!, "ActualAmount", amount), twoDecimals(ids.decimals[1]!, "BasisAmount", basis),
  ].map(above);
}

const lineNet = "SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount";
const changes = (doc: Doc, is: (change: XmlNode) => boolean): XmlNode[] => all(doc.root, `${settlement}/SpecifiedTradeAllowanceCharge`).filter(is);
const changeTotal = (doc: Doc, is: (change: XmlNode) => boolean): Figure => floatTotal(changes(doc, is).flatMap((change) => first(change, "ActualAmount") ?? []), true);
const lineTotal = (node: XmlNode): Figure => floatTotal(all(node.parent?.parent, `IncludedSupplyChainTradeLineItem/${lineNet}`), false);
const orNought = (node: XmlNode, path: string): Figure => (has(node, path) ? figureAt(node, path) : nought);
const netTotal = (node: XmlNode): Figure => rounded(plus(minus(figureAt(node, "LineTotalAmount"), orNought(node, "AllowanceTotalAmount")), orNought(node, "ChargeTotalAmount")));
const amountDue = (node: XmlNode): Figure => plus(minus(figureAt(node, "GrandTotalAmount"), orNought(node, "TotalPrepaidAmount")), orNought(node, "RoundingAmount"));
const inCents = (node: XmlNode): boolean => same(figure(node.text), rounded(figure(node.text)));

const totals: Rule[] = [
  present("BR-12", "LineTotalAmount", "BT-106"), present("BR-13", "TaxBasisTotalAmount", "BT-109"), present("BR-14", "GrandTotalAmount", "BT-112"), present("BR-15", "DuePayableAmount", "BT-115"),
  rule("BR-53", (node, doc) => {
    const currency = taxCurrency(doc);
    return currency === undefined || (all(node, "TaxTotalAmount").some((amount) => attribute(amount, "currencyID") === currency) && currency !== invoiceCurrency(doc));
  }, (_, doc) => `The ${term("BT-6")} is ${taxCurrency(doc) ?? ""}, but the ${term("BT-111")} is missing, or it is the invoice's own currency; state a TaxTotalAmount in it, or leave TaxCurrencyCode out.`),
  rule("BR-CO-10", (node) => same(figureAt(node, "LineTotalAmount"), lineTotal(node)), (node) => `The ${stated(node, "LineTotalAmount", "BT-106")}, but the lines add up to ${shown(lineTotal(node))}; correct the total or the lines.`),
  ...([["BR-CO-11", "AllowanceTotalAmount", "BT-107", isAllowanceOf], ["BR-CO-12", "ChargeTotalAmount", "BT-108", isChargeOf]] as const).map(([id, path, name, is]) =>
    rule(id, (node, doc) => (has(node, path) ? same(figureAt(node, path), changeTotal(doc, is)) : changes(doc, is).length === 0),
      (node, doc) => `The ${stated(node, path, name)}, but the document's ${name === "BT-107" ? "allowances" : "charges"} add up to ${shown(changeTotal(doc, is))}; correct one of them.`)),
  rule("BR-CO-13", (node) => same(figureAt(node, "TaxBasisTotalAmount"), netTotal(node)), (node) => `The ${stated(node, "TaxBasisTotalAmount", "BT-109")}, but lines less allowances plus charges make ${shown(netTotal(node))}; correct the total.`),
  rule("BR-CO-16", (node) => same(figureAt(node, "DuePayableAmount"), amountDue(node)), (node) => `The ${stated(node, "DuePayableAmount", "BT-115")}, but the total with VAT less what is paid plus rounding makes ${shown(amountDue(node))}; correct the amount due.`),
  ...([["09", "LineTotalAmount", "BT-106"], ["10", "AllowanceTotalAmount", "BT-107"], ["11", "ChargeTotalAmount", "BT-108"], ["12", "TaxBasisTotalAmount", "BT-109"], ["14", "GrandTotalAmount", "BT-112"],
    ["16", "TotalPrepaidAmount", "BT-113"], ["17", "RoundingAmount", "BT-114"], ["18", "DuePayableAmount", "BT-115"]] as const).map(([id, path, name]) => twoDecimals(`BR-DEC-${id}`, path, name)),
  // One amount that fits is enough for the official rules, so these look at all of them together.
  rule("BR-DEC-13", (node, doc) => !has(node, "TaxTotalAmount") || all(node, "TaxTotalAmount").some((amount) => attribute(amount, "currencyID") !== invoiceCurrency(doc) || inCents(amount)), `The ${term("BT-110")} has more than two decimals; round it.`),
  rule("BR-DEC-15", (node, doc) => !has(node, "TaxTotalAmount") || taxCurrency(doc) === undefined || all(node, "TaxTotalAmount").some((amount) => attribute(amount, "currencyID") === taxCurrency(doc) && inCents(amount)),
    `The ${term("BT-111")} is missing or has more than two decimals; state it in the ${term("BT-6")}, rounded.`),
];

const addressScheme = (id: string, party: string, name: string): Rule => rule(id, (node) => {
  const address = first(node, `${agreement}/${party}/URIUniversalCommunication`);
  return address === undefined || squeezed(attribute(first(address, "URIID"), "schemeID") ?? "") !== "";
}, `The ${term(name)} has no scheme; give its URIID a schemeID, such as 0088 for a GLN.`);

const taxIn = (node: XmlNode, currency: string): XmlNode[] => all(node, `${summation}/TaxTotalAmount`).filter((amount) => attribute(amount, "currencyID") === currency);
const grossExpected = (node: XmlNode, currency: string): Figure => rounded(plus(figureAt(node, `${summation}/TaxBasisTotalAmount`), figureAt(taxIn(node, currency)[0], ".")));

const document: Rule[] = [
  filled("BR-01", "ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID", "BT-24"), filled("BR-02", "ExchangedDocument/ID", "BT-1"),
  rule("BR-03", (node) => all(node, "ExchangedDocument/IssueDateTime/DateTimeString").some((date) => attribute(date, "format") === "102" && squeezed(date.text) !== ""), `The ${term("BT-2")} is missing; state it in ExchangedDocument/IssueDateTime as YYYYMMDD with format 102.`),
  filled("BR-04", "ExchangedDocument/TypeCode", "BT-3"), filled("BR-05", `${settlement}/InvoiceCurrencyCode`, "BT-5"),
  filled("BR-06", `${agreement}/SellerTradeParty/Name`, "BT-27"), filled("BR-07", `${agreement}/BuyerTradeParty/Name`, "BT-44"),
  present("BR-08", `${agreement}/SellerTradeParty/PostalTradeAddress`, "BG-5"), filled("BR-09", `${agreement}/SellerTradeParty/PostalTradeAddress/CountryID`, "BT-40"),
  present("BR-10", `${agreement}/BuyerTradeParty/PostalTradeAddress`, "BG-8"), filled("BR-11", `${agreement}/BuyerTradeParty/PostalTradeAddress/CountryID`, "BT-55"),
  rule("BR-16", (_, doc) => doc.named("IncludedSupplyChainTradeLineItem").length > 0, `There is no ${term("BG-25")}; an invoice has at least one.`),
  addressScheme("BR-62", "SellerTradeParty", "BT-34"), addressScheme("BR-63", "BuyerTradeParty", "BT-49"),
  rule("BR-CO-15", (node) => all(node, `${settlement}/InvoiceCurrencyCode`).every(({ text }) => {
    const gross = figureAt(node, `${summation}/GrandTotalAmount`);
    return (taxIn(node, text).length === 1 && same(gross, grossExpected(node, text))) || same(gross, figureAt(node, `${summation}/TaxBasisTotalAmount`));
  }), (node, doc) => {
    const currency = invoiceCurrency(doc) ?? "";
    if (taxIn(node, currency).length !== 1) return `There must be one ${term("BT-110")} in ${currency}, but there are ${taxIn(node, currency).length}; state it once in TaxTotalAmount.`;
    return `The ${stated(node, `${summation}/GrandTotalAmount`, "BT-112")}, but total without VAT plus VAT makes ${shown(grossExpected(node, currency))}; correct one of the three.`;
  }),
  ...vatRulesOfCii,
];

const net = "SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount";
const grossPrice = "SpecifiedLineTradeAgreement/GrossPriceProductTradePrice/ChargeAmount";
const hasBreakdown = (doc: Doc): boolean => doc.memo(hasBreakdown, () => doc.named("ApplicableHeaderTradeSettlement").some((settled) => settled.parent?.name === "SupplyChainTradeTransaction" && has(settled, "ApplicableTradeTax")));
const lineRules: Rule[] = [
  filled("BR-21", "AssociatedDocumentLineDocument/LineID", "BT-126"), present("BR-22", "SpecifiedLineTradeDelivery/BilledQuantity", "BT-129"),
  rule("BR-23", (node) => all(node, "SpecifiedLineTradeDelivery/BilledQuantity").some((quantity) => quantity.attributes.has("unitCode")), `The ${term("BT-130")} is missing; give BilledQuantity a unitCode, such as C62 for pieces.`),
  present("BR-24", lineNet, "BT-131"), filled("BR-25", "SpecifiedTradeProduct/Name", "BT-153"), present("BR-26", net, "BT-146"),
  rule("BR-27", (node) => atMost(nought, figureAt(node, net)), (node) => `The ${stated(node, net, "BT-146")}; a price is never negative, so make the quantity negative instead.`),
  rule("BR-28", (node) => !has(node, grossPrice) || atMost(nought, figureAt(node, grossPrice)), (node) => `The ${stated(node, grossPrice, "BT-148")}; a price is never negative, so make the quantity negative instead.`),
  rule("BR-64", (node) => !has(node, "SpecifiedTradeProduct/GlobalID") || squeezed(attribute(first(node, "SpecifiedTradeProduct/GlobalID"), "schemeID") ?? "") !== "", `The ${term("BT-157")} has no scheme; give it a schemeID, such as 0160 for a GTIN.`),
  rule("BR-CO-04", (node) => all(node, "SpecifiedLineTradeSettlement/ApplicableTradeTax").some((tax) => isVatTax(tax) && has(tax, "CategoryCode")), `The ${term("BT-151")} is missing; state it in ApplicableTradeTax/CategoryCode with the type VAT.`),
  rule("BR-CO-18", (_, doc) => hasBreakdown(doc),
    `There is no ${term("BG-23")}; state each VAT category with its base and tax in ApplicableHeaderTradeSettlement/ApplicableTradeTax.`),
  twoDecimals("BR-DEC-23", lineNet, "BT-131"),
];

/** Dates with format 102 of a period's end; the official rules compare them as text. */
const days = (node: XmlNode, path: string): string[] => all(node, `${path}/DateTimeString`).filter((date) => attribute(date, "format") === "102").map(({ text }) => text);
const periodRule = (id: string, start: string, end: string): Rule => rule(id,
  (node) => !has(node, "EndDateTime") || !has(node, "StartDateTime") || days(node, "EndDateTime").some((last) => days(node, "StartDateTime").some((begin) => last >= begin)),
  (node) => `The ${term(end)} (${days(node, "EndDateTime")[0] ?? "not a date of format 102"}) is before the ${term(start)} (${days(node, "StartDateTime")[0] ?? "not a date of format 102"}); swap or correct them.`);

const vatRate = (tax: XmlNode): Figure | undefined => (value(tax, "TypeCode").toUpperCase() === "VAT" && has(tax, "RateApplicablePercent") ? figureAt(tax, "RateApplicablePercent") : undefined);
function taxFits(tax: XmlNode): boolean {
  const amount = figureAt(tax, "CalculatedAmount");
  const rate = vatRate(tax);
  if (rate === undefined || isNought(rounded(rate, 0))) return isNought(rounded(amount, 0));
  return near(magnitude(amount), rounded(percentOf(magnitude(figureAt(tax, "BasisAmount")), rate)), one, true);
}

const breakdown: Rule[] = [
  present("BR-45", "BasisAmount", "BT-116"), present("BR-46", "CalculatedAmount", "BT-117"),
  rule("BR-47", (tax) => isVatTax(tax) && has(tax, "CategoryCode"), `The ${term("BT-118")} is missing; state it in CategoryCode with the type VAT.`),
  rule("BR-48", (tax) => isVatTax(tax) && (has(tax, "RateApplicablePercent") || says(tax, "CategoryCode", "O")), `The ${term("BT-119")} is missing; state it in RateApplicablePercent (only category O has none).`),
  rule("BR-CO-03", (_, doc) => doc.named("TaxPointDate").length === 0 || doc.named("DueDateTypeCode").length === 0, `There is a ${term("BT-7")} and a ${term("BT-8")}; they exclude each other, so keep one.`),
  rule("BR-CO-17", taxFits, (tax) => `The ${stated(tax, "CalculatedAmount", "BT-117")}, but ${shown(vatRate(tax) ?? null)} % of ${shown(figureAt(tax, "BasisAmount"))} makes ${shown(rounded(percentOf(figureAt(tax, "BasisAmount"), vatRate(tax) ?? nought)))}; correct the tax, the base or the rate.`),
  twoDecimals("BR-DEC-19", "BasisAmount", "BT-116"), twoDecimals("BR-DEC-20", "CalculatedAmount", "BT-117"),
];

function sellerIs(payee: XmlNode): boolean {
  const sellers = all(payee.parent?.parent, "ApplicableHeaderTradeAgreement/SellerTradeParty");
  const shared = (path: string): boolean => all(payee, path).some((mine) => all(sellers, path).some((theirs) => contentOf(mine) === contentOf(theirs)));
  return shared("Name") || shared("ID") || shared("SpecifiedLegalOrganization/ID");
}

const indicates = (text: string) => (node: XmlNode): boolean => says(node, "Indicator", text);
const taxSum = (doc: Doc): Figure => floatTotal(all(doc.root, `${settlement}/ApplicableTradeTax/CalculatedAmount`), true);

export const modelOfCii: Pattern = [
  group(on("DesignatedProductClassification"), [rule("BR-65", (node) => !has(node, "ClassCode") || squeezed(attribute(first(node, "ClassCode"), "listID") ?? "") !== "", `The ${term("BT-158")} does not say from which list it is; give ClassCode a listID.`)]),
  group(on("AdditionalReferencedDocument"), [filled("BR-52", "IssuerAssignedID", "BT-122")]),
  group(on("ApplicableTradeSettlementFinancialCard"), [rule("BR-51", (node) => value(node, "ID").length <= 10, `The ${term("BT-87")} has more than ten characters; for safety give only the first six and last four digits.`)]),
  group(on("SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount", ({ parent }) => says(parent, "TypeCode", "30") || says(parent, "TypeCode", "58")), [
    rule("BR-50", (node) => value(node, "IBANID") !== "" || value(node, "ProprietaryID") !== "", `Payment is by credit transfer, but the ${term("BT-84")} is empty; state IBANID or ProprietaryID.`),
    oneOf("BR-61", "IBANID|ProprietaryID", `Payment is by credit transfer, but the ${term("BT-84")} is missing; state IBANID or ProprietaryID.`)]),
  group(on(from(delivery)), [rule("BR-57", (node) => !has(node, "ShipToTradeParty/PostalTradeAddress") || value(node, "ShipToTradeParty/PostalTradeAddress/CountryID") !== "", `The ${term("BT-80")} is missing; state it in ShipToTradeParty/PostalTradeAddress/CountryID.`)]),
  group(on("ApplicableHeaderTradeSettlement/SpecifiedTradeAllowanceCharge/ChargeIndicator", indicates("false")),
    changeRules({ amount: "BR-31", category: "BR-32", reasons: ["BR-33", "BR-CO-21"], decimals: ["BR-DEC-01", "BR-DEC-02"] }, "document allowance", ["BT-92", "BT-93", "BT-97", "BT-98", "BT-95"])),
  group(on("ApplicableHeaderTradeSettlement/SpecifiedTradeAllowanceCharge/ChargeIndicator", indicates("true")),
    changeRules({ amount: "BR-36", category: "BR-37", reasons: ["BR-38", "BR-CO-22"], decimals: ["BR-DEC-05", "BR-DEC-06"] }, "document charge", ["BT-99", "BT-100", "BT-104", "BT-105", "BT-102"])),
  group(on("SpecifiedTradeSettlementHeaderMonetarySummation"), totals),
  group(on("/CrossIndustryInvoice"), document),
  group(on("IncludedSupplyChainTradeLineItem"), lineRules),
  group(on("SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge/ChargeIndicator", indicates("false")),
    changeRules({ amount: "BR-41", reasons: ["BR-42", "BR-CO-23"], decimals: ["BR-DEC-24", "BR-DEC-25"] }, "line allowance", ["BT-136", "BT-137", "BT-139", "BT-140"])),
  group(on("SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge/ChargeIndicator", indicates("true")),
    changeRules({ amount: "BR-43", reasons: ["BR-44", "BR-CO-24"], decimals: ["BR-DEC-27", "BR-DEC-28"] }, "line charge", ["BT-141", "BT-142", "BT-144", "BT-145"])),
  group(on("SpecifiedLineTradeSettlement/BillingSpecifiedPeriod"), [periodRule("BR-30", "BT-134", "BT-135"), oneOf("BR-CO-20", "StartDateTime|EndDateTime", `The line period says neither ${term("BT-134")} nor ${term("BT-135")}; state one or leave the period out.`)]),
  group(on("ApplicableHeaderTradeSettlement/BillingSpecifiedPeriod"), [periodRule("BR-29", "BT-73", "BT-74"), oneOf("BR-CO-19", "StartDateTime|EndDateTime", `The invoicing period says neither ${term("BT-73")} nor ${term("BT-74")}; state one or leave the period out.`)]),
  group(on("ApplicableProductCharacteristic"), [rule("BR-54", (node) => has(node, "Description") && has(node, "Value"), `An item attribute lacks its ${term("BT-160")} or ${term("BT-161")}; state both.`)]),
  group(on("PayeeTradeParty"), [rule("BR-17", (node) => has(node, "Name") && !sellerIs(node), `A payee is stated, but the ${term("BT-59")} is missing or the payee is the seller; name another party or leave the payee out.`)]),
  group(on("SpecifiedTradeSettlementPaymentMeans"), [present("BR-49", "TypeCode", "BT-81")]),
  group(on(from(`${settlement}/InvoiceReferencedDocument`)), [filled("BR-55", "IssuerAssignedID", "BT-25")]),
  group(on("SellerTradeParty"), [rule("BR-CO-26", (node) => has(node, "ID|GlobalID") || has(node, "SpecifiedLegalOrganization/ID") || taxNumbers(node, "VA").length > 0, `Nothing identifies the seller; state ${term("BT-29")}, ${term("BT-30")} or ${term("BT-31")}.`)]),
  group(on("SellerTaxRepresentativeTradeParty"), [
    filled("BR-18", "Name", "BT-62"), present("BR-19", "PostalTradeAddress", "BG-12"), filled("BR-20", "PostalTradeAddress/CountryID", "BT-69"),
    rule("BR-56", (node) => taxNumbers(node, "VA").some(({ text }) => squeezed(text) !== ""), `The ${term("BT-63")} is missing; state it in SpecifiedTaxRegistration/ID with schemeID VA.`)]),
  group(on("SpecifiedTradeSettlementHeaderMonetarySummation/TaxTotalAmount", (node, doc) => node.attributes.has("currencyID") && attribute(node, "currencyID") === invoiceCurrency(doc)), [
    rule("BR-CO-14", (node, doc) => same(figureAt(node, "."), taxSum(doc)), (node, doc) => `The ${stated(node, ".", "BT-110")}, but the VAT breakdown adds up to ${shown(taxSum(doc))}; correct one of them.`)]),
  group(on("SpecifiedTaxRegistration/ID", (node) => attribute(node, "schemeID") === "VA"), [
    rule("BR-CO-09", (node) => ciiVatCountries.has(node.text.slice(0, 2)), (node) => `The VAT identifier “${squeezed(node.text).slice(0, 40)}” does not begin with a country code (ISO 3166, EL for Greece); put it in front.`)]),
  ...vatGroupsOfCii,
  group(on("ApplicableHeaderTradeSettlement/ApplicableTradeTax"), breakdown),
];
