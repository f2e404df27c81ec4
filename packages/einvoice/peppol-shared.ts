import { isAbn, isBelgianNumber, isCvr, isFiscalCode, isGln, isIpaCode, isItalianVat, isModulo11, isSwedishNumber } from "./check-digits.ts";
import { group, on, rule, type Check, type Group, type Severity } from "./rules.ts";
import { term } from "./terms.ts";
import { attribute, squeezed } from "./tree.ts";

// What Peppol's rules on UBL and on CII have in common.

export const peppolId = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";

/** The two digits of a Peppol business process identifier (BT-23), or null when it is none. */
export const processOf = (text: string): string | null => /urn:fdc:peppol.eu:2017:poacc:billing:(\d\d):1.0/.test(text) ? (text.split(":")[6] ?? null) : null;

type Scheme = [number: string, scheme: string, what: string, holds: (text: string) => boolean, severity: Severity, exact?: true];
const schemes: Scheme[] = [
  ["040", "0088", "a GLN", isGln, "fatal"], ["041", "0192", "a Norwegian organisation number", (text) => /^\d{9}$/.test(text) && isModulo11(text), "fatal"],
  ["042", "0184", "a Danish CVR number", isCvr, "fatal", true], ["043", "0208", "a Belgian enterprise number", isBelgianNumber, "fatal"],
  ["044", "0201", "an Italian office code (IPA)", isIpaCode, "warning"], ["045", "0210", "an Italian fiscal code", isFiscalCode, "warning"],
  ["046", "9907", "an Italian fiscal code", isFiscalCode, "warning"], ["047", "0211", "an Italian VAT number", isItalianVat, "warning"], ["048", "9906", "an Italian VAT number", isItalianVat, "warning"],
  ["049", "0007", "a Swedish organisation number", (text) => text.length === 10 && isSwedishNumber(text), "fatal"],
  ["050", "0151", "an Australian business number", (text) => /^\d{11}$/.test(text) && isAbn(text), "fatal"],
];

/** Identifiers by their scheme (PEPPOL-COMMON-R040 and on); the two old Italian schemes are for electronic addresses only. */
export function identifierGroups(anywhere: string, addresses: string, without: readonly string[] = []): Group[] {
  return schemes.filter(([number]) => !without.includes(number)).map(([number, scheme, what, holds, severity, exact]) =>
    group(on(scheme.startsWith("99") ? addresses : anywhere, (node) => attribute(node, "schemeID") === scheme), [
      rule(`PEPPOL-COMMON-R${number}`, (node) => holds(exact ? node.text : squeezed(node.text)), (node) => `“${squeezed(node.text).slice(0, 40)}” has scheme ${scheme}, but is not ${what}: its shape or check digits are wrong; correct the number or the scheme.`, severity)]));
}

export const peppolWords = {
  process: `The ${term("BT-23")} is missing; state urn:fdc:peppol.eu:2017:poacc:billing:01:1.0.`,
  processShape: (text: string): string => `The ${term("BT-23")} “${text.slice(0, 80)}” is none of Peppol; state urn:fdc:peppol.eu:2017:poacc:billing:01:1.0.`,
  notes: "There may be one note on an invoice over Peppol (except between Germans); join the notes into one.",
  reference: `Neither ${term("BT-10")} nor ${term("BT-13")} is stated; Peppol asks for one.`,
  specification: (text: string): string => `The ${term("BT-24")} “${text.slice(0, 120)}” is not that of Peppol BIS Billing 3; state ${peppolId}.`,
  currencies: `The ${term("BT-6")} is the invoice's own currency; leave it out.`,
  breakdowns: "There must be one VAT total with a breakdown; keep one.",
  accounting: `There must be one VAT total in accounting currency when ${term("BT-6")} is stated, and none otherwise; add or remove it.`,
  signs: `The ${term("BT-110")} and the ${term("BT-111")} have different signs; correct one.`,
  address: (name: string): string => `The ${term(name)} is missing; Peppol delivers to it.`,
  noBase: "An allowance or charge has a percentage, but no base amount; state both.",
  noPercent: "An allowance or charge has a base amount, but no percentage; state both.",
  percent: (amount: string, expected: string): string => `An allowance or charge is ${amount}, but its percentage of its base makes ${expected}; correct one of them.`,
  indicator: "An allowance or charge does not say which of the two it is; its ChargeIndicator must be true or false.",
  mandate: `The payment means is direct debit, but the ${term("BT-89")} is missing; state it.`,
  periodStart: `A line period begins before the ${term("BG-14")}; correct one of them.`,
  periodEnd: `A line period ends after the ${term("BG-14")}; correct one of them.`,
  line: (stated: string, expected: string): string => `The ${term("BT-131")} is ${stated}, but quantity times price plus charges less allowances makes ${expected}; correct one of them.`,
  baseQuantity: `The ${term("BT-149")} must be above 0; correct it or leave it out.`,
  objects: `There may be one ${term("BT-128")} on a line; keep one.`,
  objectType: `A document reference on a line must be the invoiced object (type 130); correct its type or leave it out.`,
  discountOnly: "A price may have a discount, but no charge; its ChargeIndicator must be false.",
  netPrice: (net: string, expected: string): string => `The ${term("BT-146")} is ${net}, but gross price less discount makes ${expected}; correct one of them.`,
  unit: `The ${term("BT-150")} differs from the ${term("BT-130")}; use one unit for both.`,
  originals: "A credit note may refer to one project (type 50); keep one.",
};

/** Peppol prescribes the category that goes with some exemption codes: PEPPOL-EN16931-P0104 and on. */
export const exemptionCategories: readonly (readonly [rule: string, code: string, category: string])[] = [
  ["P0104", "VATEX-EU-G", "G"], ["P0105", "VATEX-EU-O", "O"], ["P0106", "VATEX-EU-IC", "K"], ["P0107", "VATEX-EU-AE", "AE"],
  ["P0108", "VATEX-EU-D", "E"], ["P0109", "VATEX-EU-F", "E"], ["P0110", "VATEX-EU-I", "E"], ["P0111", "VATEX-EU-J", "E"],
];

/** Empty elements are not allowed anywhere (PEPPOL-EN16931-R008). */
export const noEmptyElements: Check = (node) => node.children.length === 0 && squeezed(node.text) === "";
