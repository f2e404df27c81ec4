import { deal, settlement } from "./cii-view.ts";
import { atMost, figure, figureAt, isNought, minus, nought, one, percentOf, plus, same, shown, times, totalAt, type Figure } from "./figures.ts";
import { Decimal } from "@counterfoil/money";
import { group, on, rule, type Pattern, type Rule } from "./rules.ts";
import { term } from "./terms.ts";
import { all, has, type XmlNode } from "./tree.ts";

// What the official rules let pass and a bookkeeper would not: our own, always warnings, never under an official name.

/** Half away from zero, as money is rounded. */
const cents = (value: Figure): Figure => value && Decimal.round(value, 2);
const orElse = (node: XmlNode, path: string, otherwise: Figure): Figure => (has(node, path) ? figureAt(node, path) : otherwise);

type Names = { net: string; quantity: string; price: string; base: string; allowances: (line: XmlNode) => Figure; charges: (line: XmlNode) => Figure };

/** Net of a line to the cent; null when a part is missing or no number. */
function lineNet(line: XmlNode, { quantity, price, base, allowances, charges }: Names): Figure {
  const product = times(figureAt(line, quantity), figureAt(line, price));
  const per = orElse(line, base, one);
  return product === null || per === null || isNought(per) ? null : minus(plus(Decimal.div(product, per, 2), charges(line)), allowances(line));
}

const lineRule = (names: Names): Rule => rule("CF-LINE", (line) => {
  const expected = lineNet(line, names);
  return expected === null || figureAt(line, names.net) === null || same(cents(figureAt(line, names.net)), expected);
}, (line) => `The ${term("BT-131")} is ${shown(figureAt(line, names.net))}, but quantity times price plus charges less allowances makes ${shown(lineNet(line, names))} to the cent; check which is right.`, "warning");

function taxRule(baseAt: string, taxAt: string, rateOf: (node: XmlNode) => Figure): Rule {
  const expected = (node: XmlNode): Figure => cents(percentOf(figureAt(node, baseAt), rateOf(node)));
  return rule("CF-VAT", (node) => expected(node) === null || figureAt(node, taxAt) === null || same(figureAt(node, taxAt), expected(node)),
    (node) => `The ${term("BT-117")} is ${shown(figureAt(node, taxAt))}, but ${shown(rateOf(node))} % of ${shown(figureAt(node, baseAt))} makes ${shown(expected(node))} to the cent; check which is right.`, "warning");
}

const dueRule = (amount: string, isTold: (root: XmlNode) => boolean): Rule => rule("CF-DUE", (node, doc) => figureAt(node, amount) === null || atMost(figureAt(node, amount), nought) || isTold(doc.root),
  (node) => `${shown(figureAt(node, amount))} is to be paid, but the invoice says neither ${term("BT-9")} nor ${term("BT-20")}; state one.`, "warning");

const changes = (path: string, indicator: string, wanted: readonly string[], amount: string) => (line: XmlNode): Figure =>
  totalAt(all(line, path).filter((change) => all(change, indicator).some(({ text }) => wanted.includes(text.trim()))), amount);
const [yes, no] = [["true", "1"], ["false", "0"]];

const ubl = (quantity: string): Names => ({
  net: "LineExtensionAmount", quantity, price: "Price/PriceAmount", base: "Price/BaseQuantity",
  allowances: changes("AllowanceCharge", "ChargeIndicator", no!, "Amount"), charges: changes("AllowanceCharge", "ChargeIndicator", yes!, "Amount"),
});
const cii: Names = {
  net: "SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount", quantity: "SpecifiedLineTradeDelivery/BilledQuantity",
  price: "SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount", base: "SpecifiedLineTradeAgreement/NetPriceProductTradePrice/BasisQuantity",
  allowances: changes("SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge", "ChargeIndicator/Indicator", no!, "ActualAmount"),
  charges: changes("SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge", "ChargeIndicator/Indicator", yes!, "ActualAmount"),
};

export const exactOfUbl: Pattern = [
  group(on("/Invoice/InvoiceLine"), [lineRule(ubl("InvoicedQuantity"))]), group(on("/CreditNote/CreditNoteLine"), [lineRule(ubl("CreditedQuantity"))]),
  group(on("TaxTotal/TaxSubtotal"), [taxRule("TaxableAmount", "TaxAmount", (node) => figure(all(node, "TaxCategory/Percent")[0]?.text))]),
  group(on("/Invoice/LegalMonetaryTotal | /CreditNote/LegalMonetaryTotal"), [dueRule("PayableAmount", (root) => has(root, "DueDate") || has(root, "PaymentTerms/Note") || has(root, "PaymentMeans/PaymentDueDate"))]),
];

export const exactOfCii: Pattern = [
  group(on(`${deal}/IncludedSupplyChainTradeLineItem`), [lineRule(cii)]),
  group(on(`${settlement}/ApplicableTradeTax`), [taxRule("BasisAmount", "CalculatedAmount", (node) => figureAt(node, "RateApplicablePercent"))]),
  group(on(`${settlement}/SpecifiedTradeSettlementHeaderMonetarySummation`), [dueRule("DuePayableAmount", (root) => has(root, `${settlement}/SpecifiedTradePaymentTerms/DueDateDateTime|Description`))]),
];
