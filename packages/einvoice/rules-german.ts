import { isNumber, passesIbanCheck } from "./check-digits.ts";
import { group, on, rule, type Check, type Group, type Rule } from "./rules.ts";
import { term } from "./terms.ts";
import { all, attribute, has, squeezed, value, type XmlNode } from "./tree.ts";

// The German rules, which XRechnung (BR-DE-*) and Peppol (DE-R-*, between Germans) share but for their names and some shapes.

export const contactNumber = (text: string): boolean => text.replace(/\D/g, "").length >= 3;
/** XRechnung's idea of a mail address: one @, and a dot with something on both sides behind it. */
export function mailAddress(text: string): boolean {
  const [name = "", host = "", ...more] = text.split("@");
  return more.length === 0 && name !== "" && !/\s/.test(text) && host.includes(".") && host.split(".").every((label) => label !== "");
}
/** Peppol's idea: names of plain characters, host labels of letters, digits and inner hyphens. */
function plainMailAddress(text: string): boolean {
  const [name = "", host = "", ...more] = text.split("@");
  const labels = host.split(".");
  return more.length === 0 && labels.length > 1 && name.split(".").every((part) => /^[a-zA-Z0-9!#$%&"*+/=?^_`{|}~-]+$/.test(part)) &&
    labels.every((label) => /^[a-zA-Z0-9-]+$/.test(label) && !label.startsWith("-") && !label.endsWith("-"));
}

/** Cash discounts as lines "#SKONTO#TAGE=14#PROZENT=2.00#", and nothing but white space and a line's end behind the last one. */
export function discountLinesFit(terms: string | undefined, strict: boolean): boolean {
  if (terms === undefined) return true;
  const marked = terms.split(/\r?\n/).map(squeezed).filter((line) => line.startsWith("#"));
  const shape = strict ? /^#SKONTO#TAGE=\d+#PROZENT=\d+\.\d\d(#BASISBETRAG=-?\d+\.\d\d)?#$/ : /#SKONTO#TAGE=\d+#PROZENT=\d+\.\d\d(#BASISBETRAG=-?\d+\.\d\d)?#$/;
  return marked.length === 0 || (marked.every((line) => shape.test(line)) && /^\s*\n/.test(behindLastMark(terms)));
}

/** What follows the last pair of number signs that stand in one line. */
function behindLastMark(text: string): string {
  const lines = text.split("\n");
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at]!;
    const end = line.lastIndexOf("#");
    if (end >= 0 && end - line.indexOf("#") >= 2) return [line.slice(end + 1), ...lines.slice(at + 1)].join("\n");
  }
  return text;
}

export const noTwins = (names: readonly (string | undefined)[]): boolean => {
  const known = names.filter((name) => name !== undefined);
  return new Set(known).size === known.length;
};

export const germanVatCodes = ["S", "Z", "E", "AE", "K", "G", "L", "M"];
export const germanTypes = ["326", "380", "384", "389", "381", "875", "876", "877"];
export const anyFilled = (node: XmlNode, path: string): boolean => all(node, path).some((found) => squeezed(found.text) !== "");

export const wording = {
  means: `The ${term("BG-16")} is missing; say how to pay.`,
  buyerReference: `The ${term("BT-10")} is missing; state the buyer's Leitweg-ID or another reference.`,
  taxNumber: `The invoice has VAT, but neither ${term("BT-31")}, ${term("BT-32")} nor ${term("BG-11")}; state one.`,
  discount: `A line of the ${term("BT-20")} that begins with # is no cash discount; write it as #SKONTO#TAGE=14#PROZENT=2.00# and end it with a new line.`,
  twins: "Two attached documents have the same file name; rename one.",
  corrected: `A corrected invoice (384) should name the invoice it corrects; state ${term("BT-25")}.`,
  creditor: `There is a direct debit, but the ${term("BT-90")} is missing; state it.`,
  debited: `There is a direct debit, but the ${term("BT-91")} is missing; state it.`,
  contact: `The ${term("BG-6")} is missing; name whom to ask.`,
  telephone: `The ${term("BT-42")} should have at least three digits; correct it.`,
  mail: `The ${term("BT-43")} should have the shape of a mail address; correct it.`,
  iban: (name: string): string => `The ${term(name)} should be an IBAN with right check digits; correct it.`,
  rate: `The ${term("BT-119")} is missing in the ${term("BG-23")}; state it.`,
};

const vatOfUbl = (node: XmlNode): boolean => [
  ...all(node, "AllowanceCharge").filter((change) => all(change, "ChargeIndicator").some(({ text }) => text === "false" || text === "true")).flatMap((change) => all(change, "TaxCategory/ID")),
  ...all(node, "InvoiceLine|CreditNoteLine/Item/ClassifiedTaxCategory/ID"),
].some(({ text }) => germanVatCodes.includes(text));

/** The rules on UBL under the names of XRechnung or of Peppol, where `applies`. */
export function germanRulesOfUbl(names: "BR-DE" | "DE-R", applies: Check): Group[] {
  const own = names === "BR-DE";
  const id = (number: number, part = 0): string => (own ? `BR-DE-${number}${["", "-a", "-b"][part]}` : `DE-R-${String(number).padStart(3, "0")}${part === 0 ? "" : `-${part}`}`);
  const said = (number: number, path: string, name: string): Rule => rule(id(number), (node) => anyFilled(node, path), `The ${term(name)} is missing; state it in ${path}.`);
  const both = (path: string): string => `/Invoice/${path} | /CreditNote/${path}`;
  const code = (node: XmlNode, ...codes: string[]): boolean => all(node, "PaymentMeansCode").some(({ text }) => (own ? codes.includes(squeezed(text)) : isNumber(text) && codes.includes(String(Number(text)))));
  const type = (node: XmlNode): string[] => all(node, "InvoiceTypeCode|CreditNoteTypeCode").map(({ text }) => (own ? squeezed(text) : text));
  const paid = (...codes: string[]): Check => (node, doc) => code(node, ...codes) && applies(node, doc);
  const only = (number: number, wanted: string, name: string, others: string[]): Rule[] => [
    rule(id(number, 1), (node) => has(node, wanted), `The payment means code asks for the ${term(name)}; state ${wanted}.`),
    rule(id(number, 2), (node) => !others.some((other) => has(node, other)), `The payment means code asks for the ${term(name)} alone; leave out ${others.join(" and ")}.`),
  ];
  const mandate = (node: XmlNode): boolean => has(node, "PaymentMeans/PaymentMandate");
  const creditors = (node: XmlNode): XmlNode[] => [...all(node, "AccountingSupplierParty/Party/PartyIdentification/ID"), ...all(node, "PayeeParty/PartyIdentification/ID")];
  return [
    group(on("/Invoice | /CreditNote", applies), [
      rule(id(1), (node) => has(node, "PaymentMeans"), wording.means), rule(id(15), (node) => anyFilled(node, "BuyerReference"), wording.buyerReference),
      rule(id(16), (node) => !vatOfUbl(node) || has(node, "TaxRepresentativeParty") || anyFilled(node, "AccountingSupplierParty/Party/PartyTaxScheme/CompanyID"), wording.taxNumber),
      rule(id(17), (node) => type(node).some((found) => germanTypes.includes(found)), (node) => `The ${term("BT-3")} is “${type(node)[0] ?? ""}”; in Germany it should be one of ${germanTypes.join(", ")}.`, "warning"),
      rule(id(18), (node) => discountLinesFit(all(node, "PaymentTerms/Note")[0]?.text, own), wording.discount),
      rule(id(22), (node) => noTwins(all(node, "AdditionalDocumentReference/Attachment/EmbeddedDocumentBinaryObject").map((file) => attribute(file, "filename"))), wording.twins),
      rule(id(26), (node) => !type(node).some((found) => Number(found) === 384) || has(node, "BillingReference/InvoiceDocumentReference"), wording.corrected, "warning"),
      rule(id(30), (node) => !mandate(node) || creditors(node).some((found) => attribute(found, "schemeID") === "SEPA"), wording.creditor),
      rule(id(31), (node) => !mandate(node) || has(node, "PaymentMeans/PaymentMandate/PayerFinancialAccount/ID"), wording.debited),
      ...(own ? xrechnungOnly : []),
    ]),
    group(on(both("AccountingSupplierParty"), applies), [rule(id(2), (node) => has(node, "Party/Contact"), wording.contact)]),
    group(on(both("AccountingSupplierParty/Party/PostalAddress"), applies), [said(3, "CityName", "BT-37"), said(4, "PostalZone", "BT-38")]),
    group(on(both("AccountingSupplierParty/Party/Contact"), applies), [
      said(5, "Name", "BT-41"), said(6, "Telephone", "BT-42"), said(7, "ElectronicMail", "BT-43"),
      rule(id(27), (node) => contactNumber(value(node, "Telephone")), wording.telephone, "warning"),
      rule(id(28), (node) => (own ? mailAddress : plainMailAddress)(value(node, "ElectronicMail")), wording.mail, "warning")]),
    group(on(both("AccountingCustomerParty/Party/PostalAddress"), applies), [said(8, "CityName", "BT-52"), said(9, "PostalZone", "BT-53")]),
    group(on(both("Delivery/DeliveryLocation/Address"), applies), [said(10, "CityName", "BT-77"), said(11, "PostalZone", "BT-78")]),
    group(on(both("PaymentMeans"), paid("30", "58")), [
      rule(id(19), (node) => !code(node, "58") || passesIbanCheck(value(node, "PayeeFinancialAccount/ID")), wording.iban("BT-84"), "warning"), ...only(23, "PayeeFinancialAccount", "BG-17", ["CardAccount", "PaymentMandate"])]),
    group(on(both("PaymentMeans"), paid("48", "54", "55")), only(24, "CardAccount", "BG-18", ["PayeeFinancialAccount", "PaymentMandate"])),
    group(on(both("PaymentMeans"), paid("59")), [
      rule(id(20), (node) => passesIbanCheck(value(node, "PaymentMandate/PayerFinancialAccount/ID")), wording.iban("BT-91"), "warning"), ...only(25, "PaymentMandate", "BG-19", ["PayeeFinancialAccount", "CardAccount"])]),
    group(on(both("TaxTotal/TaxSubtotal"), applies), [rule(id(14), (node) => anyFilled(node, "TaxCategory/Percent"), wording.rate)]),
  ];
}

export const xrechnungId = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0";
export const xrechnungExtensionId = `${xrechnungId}#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0`;
export const xrechnungVehiclesId = `${xrechnungId}#compliant#urn:xeinkauf.de:kosit:xrechnung:cvd_0.9`;
export const isXrechnung = (text: string): boolean => [xrechnungId, xrechnungExtensionId, xrechnungVehiclesId].includes(text);
export const profileText = (stated: string): string => `The ${term("BT-24")} “${stated.slice(0, 120)}” is not that of XRechnung 3.0; state ${xrechnungId}.`;
export const deliveryText = `The invoice says neither ${term("BT-72")} nor ${term("BG-14")}, nor ${term("BG-26")} on every line; German VAT law asks for the time of supply.`;

const xrechnungOnly: Rule[] = [
  rule("BR-DE-21", (node) => all(node, "CustomizationID").some(({ text }) => isXrechnung(text)), (node) => profileText(value(node, "CustomizationID")), "warning"),
  rule("BR-DE-TMP-32", (node) => has(node, "Delivery/ActualDeliveryDate") || has(node, "InvoicePeriod") || all(node, "InvoiceLine|CreditNoteLine").every((line) => has(line, "InvoicePeriod")), deliveryText, "information"),
];
