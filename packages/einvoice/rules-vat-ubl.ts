import { atMost, figure, figureAt, isNought, less, magnitude, minus, near, nought, one, percentOf, plus, rounded, same, shown, totalAt, type Figure } from "./figures.ts";
import { group, on, rule, type Check, type Group, type Rule } from "./rules.ts";
import { term } from "./terms.ts";
import { all, first, has, says, value, type Doc, type XmlNode } from "./tree.ts";
import { categoriesOf, isAllowance, isCharge, isVat, registrations } from "./ubl-view.ts";
import { baseText, breakdownText, exemptionText, identified, identityText, rateText, taxText, vatFamilies, type VatFamily } from "./vat-families.ts";

// The VAT category rules of EN 16931 on UBL: rules of the whole invoice first, then those of single categories.

function inBreakdown(family: VatFamily, node: XmlNode, doc: Doc): boolean {
  const { code } = family;
  const { anywhere, changes, changesVat, lines, linesVat, breakdown, breakdownVat } = categoriesOf(doc);
  if (code === "S") return (changes.has(code) || lines.has(code)) === breakdown.has(code);
  if (!family.byRate) return !anywhere.has(code) || breakdownVat.get(code) === 1;
  if (!changesVat.has(code) && !linesVat.has(code)) return !breakdownVat.has(code);
  return all(node, "TaxTotal/TaxSubtotal/TaxCategory").some((category) => says(category, "ID", code) && (code === "L" || isVat(category)));
}

/** Rules 02-04: a line, an allowance or a charge has the category, so the parties must be identified as it asks. */
function partyRules(family: VatFamily): Rule[] {
  const { code, rules } = family;
  const found: [number: string, where: string, has: (doc: Doc) => boolean][] = [
    ["02", "A line", (doc) => (code === "S" ? categoriesOf(doc).lines : categoriesOf(doc).linesVat).has(code)],
    ["03", "An allowance", (doc) => (code === "O" ? categoriesOf(doc).documentAllowancesVat : categoriesOf(doc).allowancesVat).has(code)],
    ["04", "A charge", (doc) => (code === "O" ? categoriesOf(doc).documentChargesVat : categoriesOf(doc).chargesVat).has(code)],
  ];
  // A standard rated line whose scheme is not VAT fails, whoever is identified.
  const fine = (number: string, doc: Doc): boolean => identified(family, registrations(doc)) && (code !== "S" || number !== "02" || categoriesOf(doc).linesVat.has(code));
  return found.map(([number, where, occurs]) => rule(`${rules}-${number}`, (_, doc) => !occurs(doc) || fine(number, doc), identityText(family, where)));
}

/** Category O stands alone: neither breakdown, lines, allowances nor charges may have another one beside it. */
const alone: Rule[] = ([
  ["BR-O-11", "the VAT breakdown", (doc) => [...categoriesOf(doc).breakdownVat.keys()]], ["BR-O-12", "a line", (doc) => [...categoriesOf(doc).linesVat]],
  ["BR-O-13", "an allowance", (doc) => [...categoriesOf(doc).allowancesVat]], ["BR-O-14", "a charge", (doc) => [...categoriesOf(doc).chargesVat]],
] as [string, string, (doc: Doc) => string[]][]).map(([id, where, codes]) =>
  rule(id, (_, doc) => !categoriesOf(doc).breakdownVat.has("O") || codes(doc).every((code) => code === "O"),
    (_, doc) => `The invoice is not subject to VAT (category O), but ${where} has category ${codes(doc).find((code) => code !== "O") ?? "none"}; O admits no other, so split the invoice or correct the category.`));

const supply: Rule[] = [
  rule("BR-IC-11", (node, doc) => !categoriesOf(doc).breakdownVat.has("K") || value(node, "Delivery/ActualDeliveryDate").length > 1 || all(node, "InvoicePeriod").some((period) => period.children.length > 0),
    `An intra-community supply (category K) must say when it was delivered; state ${term("BT-72")} or the ${term("BG-14")}.`),
  rule("BR-IC-12", (node, doc) => !categoriesOf(doc).breakdownVat.has("K") || (first(node, "Delivery/DeliveryLocation/Address/Country/IdentificationCode")?.text ?? "").length > 1,
    `An intra-community supply (category K) must say where it was delivered; state ${term("BT-80")}.`),
];

const splitPayment: Rule[] = [
  rule("BR-B-01", (_, doc) => !splits(doc) || doc.named("IdentificationCode").every(({ text }) => text === "IT"), "VAT category B (split payment) is for domestic Italian invoices only; use another category or state Italy as the country of all parties."),
  rule("BR-B-02", (node, doc) => !hasPlain(node, doc, "B") || !hasPlain(node, doc, "S"), "VAT category B (split payment) and S (standard rated) exclude each other; split the invoice or use one."),
];
const splits = (doc: Doc): boolean => ["TaxCategory", "ClassifiedTaxCategory"].some((name) => doc.named(name).some((category) => says(category, "ID", "B")));
const hasPlain = (node: XmlNode, doc: Doc, code: string): boolean =>
  [...all(node, "TaxTotal/TaxSubtotal/TaxCategory"), ...all(node, "AllowanceCharge/TaxCategory"), ...doc.named("ClassifiedTaxCategory")].some((category) => says(category, "ID", code));

/** Rules asked once of the invoice. */
export const vatRulesOfUbl: Rule[] = [
  ...vatFamilies.flatMap((family) => [rule(`${family.rules}-01`, (node, doc) => inBreakdown(family, node, doc), breakdownText(family)), ...partyRules(family)]),
  ...supply, ...alone, ...splitPayment,
];

function rateHolds({ rate }: VatFamily, category: XmlNode): boolean {
  const percent = first(category, "Percent");
  const stated = figureAt(category, "Percent");
  if (rate === "absent") return percent === undefined;
  return rate === "positive" ? less(nought, stated) : rate === "zero" ? isNought(stated) : atMost(nought, stated);
}

/** What makes up a breakdown row's base: line nets, plus charges, less allowances of the category (and rate). */
function base(family: VatFamily, invoice: XmlNode, lines: string, rate: Figure | undefined): Figure {
  const fits = (categories: XmlNode[]): boolean => categories.some((category) => value(category, "ID") === family.code) &&
    (rate === undefined || categories.some((category) => same(figureAt(category, "Percent"), rate)));
  const changes = all(invoice, "AllowanceCharge").filter((change) => fits(all(change, "TaxCategory")));
  const net = totalAt(all(invoice, lines).filter((line) => fits(all(line, "Item/ClassifiedTaxCategory"))), "LineExtensionAmount");
  return minus(plus(net, totalAt(changes.filter(isCharge), "Amount")), totalAt(changes.filter(isAllowance), "Amount"));
}

const invoiceOf = (category: XmlNode): XmlNode => category.parent!.parent!.parent!;

function baseHolds(family: VatFamily, category: XmlNode, doc: Doc): boolean {
  const invoice = invoiceOf(category);
  const stated = figureAt(category.parent, "TaxableAmount");
  if (!family.byRate) return ["InvoiceLine", "CreditNoteLine"].some((lines) => doc.named(lines).length > 0 && same(stated, base(family, invoice, lines, undefined)));
  const percent = first(category, "Percent");
  if (percent === undefined) return true;
  const rate = figure(percent.text);
  const fits = (categories: XmlNode[]): boolean => categories.some((one) => value(one, "ID") === family.code) && categories.some((one) => same(figureAt(one, "Percent"), rate));
  const occurs = (lines: string): boolean => (family.code !== "S" ? doc.named(lines).length > 0
    : doc.named(lines).some((line) => fits(all(line, "Item/ClassifiedTaxCategory"))) || doc.named("AllowanceCharge").some((change) => fits(all(change, "TaxCategory"))));
  return ["InvoiceLine", "CreditNoteLine"].some((lines) => occurs(lines) && near(stated, base(family, invoice, lines, rate), one));
}

function baseMessage(family: VatFamily, category: XmlNode): string {
  const lines = has(invoiceOf(category), "CreditNoteLine") ? "CreditNoteLine" : "InvoiceLine";
  return baseText(family, shown(figureAt(category.parent, "TaxableAmount")), shown(base(family, invoiceOf(category), lines, family.byRate ? figureAt(category, "Percent") : undefined)));
}

const taxExpected = (category: XmlNode): Figure => rounded(percentOf(magnitude(figureAt(category.parent, "TaxableAmount")), figureAt(category, "Percent")));

function breakdownRules(family: VatFamily): Rule[] {
  const { rules, byRate, exempt } = family;
  const explained: Check = (category) => has(category, "TaxExemptionReason") || has(category, "TaxExemptionReasonCode");
  return [
    rule(`${rules}-08`, (category, doc) => baseHolds(family, category, doc), (category) => baseMessage(family, category)),
    rule(`${rules}-09`, (category) => (byRate ? near(magnitude(figureAt(category.parent, "TaxAmount")), taxExpected(category), one) : isNought(figureAt(category.parent, "TaxAmount"))),
      (category) => taxText(family, shown(figureAt(category.parent, "TaxAmount")), byRate ? shown(taxExpected(category)) : "0")),
    rule(`${rules}-10`, (category, doc) => explained(category, doc) === exempt, exemptionText(family)),
  ];
}

const rateRule = (family: VatFamily, number: string, where: string): Rule =>
  rule(`${family.rules}-${number}`, (category) => rateHolds(family, category), (category) => rateText(family, where, value(category, "Percent")));

/** Rules asked of single categories: in the breakdown, of allowances, of charges and of lines. */
export const vatGroupsOfUbl: Group[] = vatFamilies.flatMap((family) => {
  const ours: Check = (category) => value(category, "ID") === family.code && isVat(category);
  return [
    group(on("/*/TaxTotal/TaxSubtotal/TaxCategory", ours), breakdownRules(family)),
    group(on("AllowanceCharge/TaxCategory", (category, doc) => isAllowance(category.parent!) && ours(category, doc)), [rateRule(family, "06", "An allowance")]),
    group(on("AllowanceCharge/TaxCategory", (category, doc) => isCharge(category.parent!) && ours(category, doc)), [rateRule(family, "07", "A charge")]),
    group(on("InvoiceLine/Item/ClassifiedTaxCategory | CreditNoteLine/Item/ClassifiedTaxCategory", ours), [rateRule(family, "05", "A line")]),
  ];
});
