import { deal, delivery, isAllowanceOf, isChargeOf, isVatTax, line, registrationsOfCii, settlement } from "./cii-view.ts";
import { atMost, figure, figureAt, isNought, less, magnitude, minus, near, nought, one, percentOf, plus, rounded, same, shown, total, totalAt, type Figure } from "./figures.ts";
import { group, on, rule, type Check, type Group, type Rule } from "./rules.ts";
import { term } from "./terms.ts";
import { all, first, has, says, value, type Doc, type XmlNode } from "./tree.ts";
import { baseText, breakdownText, exemptionText, identified, identityText, rateText, taxText, vatFamilies, type VatFamily } from "./vat-families.ts";

// The VAT category rules of EN 16931 on CII. Where the official rules differ from those on UBL, so do these.

const taxesOf = (doc: Doc, owner: "ApplicableHeaderTradeSettlement" | "SpecifiedLineTradeSettlement"): XmlNode[] => doc.named("ApplicableTradeTax").filter((tax) => tax.parent?.name === owner);
const counted = (taxes: readonly XmlNode[], code: string): number => taxes.filter((tax) => says(tax, "CategoryCode", code)).length;

function inBreakdown({ code, byRate }: VatFamily, doc: Doc): boolean {
  const header = counted(taxesOf(doc, "ApplicableHeaderTradeSettlement"), code);
  const lines = counted(taxesOf(doc, "SpecifiedLineTradeSettlement"), code);
  const changes = counted(doc.named("CategoryTradeTax"), code);
  if (byRate) return (lines === 0 || lines + header >= 2) && (changes === 0 || changes + header >= 2);
  if (header === 0) return code === "O" || (lines === 0 && changes === 0);
  return header === 1 && (lines > 0 || changes > 0);
}

const anyCode = (doc: Doc, code: string): boolean => doc.named("CategoryCode").some(({ text }) => text === code);

/** Rules asked once of the invoice. */
export const vatRulesOfCii: Rule[] = [
  ...vatFamilies.map((family) => rule(`${family.rules}-01`, (_, doc) => inBreakdown(family, doc), breakdownText(family))),
  rule("BR-B-01", (_, doc) => !anyCode(doc, "B") || doc.named("CountryID").every(({ text }) => text === "IT"), "VAT category B (split payment) is for domestic Italian invoices only; use another category or state Italy as the country of all parties."),
  rule("BR-B-02", (_, doc) => !anyCode(doc, "B") || !anyCode(doc, "S"), "VAT category B (split payment) and S (standard rated) exclude each other; split the invoice or use one."),
];

/** What makes up a breakdown row's base: line nets, plus charges, less allowances of the category (and rate), each sum rounded to cents. */
function base({ code }: VatFamily, doc: Doc, rate: Figure | undefined): Figure {
  const fits = (taxes: XmlNode[]): boolean => taxes.some((tax) => says(tax, "CategoryCode", code)) && (rate === undefined || taxes.some((tax) => same(figureAt(tax, "RateApplicablePercent"), rate)));
  const lines = all(doc.root, `${line}/SpecifiedLineTradeSettlement`).filter((settled) => fits(all(settled, "ApplicableTradeTax")));
  const changes = all(doc.root, `${settlement}/SpecifiedTradeAllowanceCharge`).filter((change) => fits(all(change, "CategoryTradeTax")));
  const sum = (is: (change: XmlNode) => boolean): Figure => rounded(total(changes.filter(is).flatMap((change) => first(change, "ActualAmount") ?? [])));
  return minus(plus(rounded(totalAt(lines, "SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount")), sum(isChargeOf)), sum(isAllowanceOf));
}

/** The tax of a breakdown row, whether the rule stands on it or on its category. */
const taxOf = (node: XmlNode): XmlNode => (node.name === "CategoryCode" ? node.parent! : node);

function baseHolds(family: VatFamily, node: XmlNode, doc: Doc): boolean {
  const tax = taxOf(node);
  const stated = figureAt(tax, "BasisAmount");
  if (family.code === "S") return all(tax, "RateApplicablePercent").every(({ text }) => same(stated, base(family, doc, figure(text))));
  if (family.byRate) return true; // as published, the rules of L and M look for the rate in the wrong place and never fire
  const expected = base(family, doc, undefined);
  return family.code === "O" ? same(stated, expected) : near(stated, expected, one);
}

const taxExpected = (tax: XmlNode): Figure => rounded(percentOf(magnitude(figureAt(tax, "BasisAmount")), figureAt(tax, "RateApplicablePercent")));

function taxHolds({ code, byRate }: VatFamily, tax: XmlNode): boolean {
  if (code === "S") return near(magnitude(figureAt(tax, "CalculatedAmount")), taxExpected(tax), one);
  return byRate || isNought(figureAt(tax, "CalculatedAmount"));
}

function breakdownRules(family: VatFamily): Rule[] {
  const { rules, code, byRate, exempt } = family;
  return [
    rule(`${rules}-08`, (node, doc) => baseHolds(family, node, doc),
      (node, doc) => baseText(family, shown(figureAt(taxOf(node), "BasisAmount")), shown(base(family, doc, byRate ? figureAt(taxOf(node), "RateApplicablePercent") : undefined)))),
    rule(`${rules}-09`, (node) => taxHolds(family, taxOf(node)), (node) => taxText(family, shown(figureAt(taxOf(node), "CalculatedAmount")), code === "S" ? shown(taxExpected(taxOf(node))) : "0")),
    rule(`${rules}-10`, (node) => has(taxOf(node), "ExemptionReason|ExemptionReasonCode") === exempt, exemptionText(family)),
  ];
}

const supply: Rule[] = [
  rule("BR-IC-11", (node, doc) => has(doc.root, `${delivery}/ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString`) || has(taxOf(node).parent, "BillingSpecifiedPeriod/StartDateTime|EndDateTime"),
    `An intra-community supply (category K) must say when it was delivered; state ${term("BT-72")} or the ${term("BG-14")}.`),
  rule("BR-IC-12", (_, doc) => has(doc.root, `${delivery}/ShipToTradeParty/PostalTradeAddress/CountryID`), `An intra-community supply (category K) must say where it was delivered; state ${term("BT-80")}.`),
];

const other = (doc: Doc, name: string): boolean => doc.named(name).some((tax) => all(tax, "CategoryCode").some(({ text }) => text !== "O"));
const alone: Rule[] = ([["BR-O-11", "ApplicableTradeTax"], ["BR-O-12", "ApplicableTradeTax"], ["BR-O-13", "CategoryTradeTax"], ["BR-O-14", "CategoryTradeTax"]] as const).map(([id, name]) =>
  rule(id, (_, doc) => !other(doc, name), `The invoice is not subject to VAT (category O), but ${name === "ApplicableTradeTax" ? "its breakdown or a line" : "an allowance or charge"} has another category; O admits no other, so split the invoice or correct the category.`));

function rateHolds({ rate, code }: VatFamily, tax: XmlNode): boolean {
  const stated = figureAt(tax, "RateApplicablePercent");
  if (rate === "absent") return !has(tax, "RateApplicablePercent");
  return rate === "positive" || code === "L" ? less(nought, stated) : rate === "zero" ? isNought(stated) : atMost(nought, stated);
}

function placed(family: VatFamily, identity: string, rate: string, where: string): Rule[] {
  return [
    rule(`${family.rules}-${identity}`, (_, doc) => identified(family, registrationsOfCii(doc)), identityText(family, where)),
    rule(`${family.rules}-${rate}`, (tax) => rateHolds(family, tax), (tax) => rateText(family, where, value(tax, "RateApplicablePercent"))),
  ];
}

/** Rules asked of single taxes: in the breakdown, of allowances, of charges and of lines. */
export const vatGroupsOfCii: Group[] = vatFamilies.flatMap((family) => {
  const { code } = family;
  const ours: Check = (tax) => says(tax, "CategoryCode", code) && isVatTax(tax);
  const rows = [...breakdownRules(family), ...(code === "K" ? supply : []), ...(code === "O" ? alone : [])];
  const inRow: Check = (node) => node.text === code && (code === "S" || code === "Z" || isVatTax(node.parent!));
  return [
    ["L", "M", "O"].includes(code) ? group(on(`${deal}/ApplicableHeaderTradeSettlement/ApplicableTradeTax`, ours), rows) : group(on("ApplicableHeaderTradeSettlement/ApplicableTradeTax/CategoryCode", inRow), rows),
    group(on("SpecifiedTradeAllowanceCharge/CategoryTradeTax", (tax, doc) => isAllowanceOf(tax.parent!) && ours(tax, doc)), placed(family, "03", "06", "An allowance")),
    group(on("SpecifiedTradeAllowanceCharge/CategoryTradeTax", (tax, doc) => isChargeOf(tax.parent!) && ours(tax, doc)), placed(family, "04", "07", "A charge")),
    group(on(`${line}/SpecifiedLineTradeSettlement/ApplicableTradeTax`, ours), placed(family, "02", "05", "A line")),
  ];
});
