import { isDate, isGreekNumber, isModulo11, isNumber, isSwedishNumber } from "./check-digits.ts";
import { atMost, figureAt, nought } from "./figures.ts";
import { danishWords, dutchWords, italianWords, norwegianWords, swedishWords } from "./country-words.ts";
import { accountingSupplierCountry, amongGermans, customerCountry, livesIn, plainCountry, supplierCountry } from "./peppol-view.ts";
import { group, on, rule, type Check, type Pattern, type Rule } from "./rules.ts";
import { germanRulesOfUbl } from "./rules-german.ts";
import { term } from "./terms.ts";
import { all, attribute, first, has, says, squeezed, value, type Doc, type XmlNode } from "./tree.ts";

// National rules of Peppol BIS Billing 3 on UBL: each country is a pattern of its own.

const seller = "AccountingSupplierParty/Party";
const buyer = "AccountingCustomerParty/Party";
const text = (node: XmlNode | null | undefined, path: string): string => first(node, path)?.text ?? "";
const never: Check = () => false;

/** Tax numbers of a party whose scheme is plainly this. */
const numbers = (party: XmlNode | null | undefined, scheme: string): string[] => all(party, "PartyTaxScheme").filter((tax) => value(tax, "TaxScheme/ID") === scheme).flatMap((tax) => all(tax, "CompanyID").map(({ text: found }) => found));

const norway: Pattern = [
  group(on(seller, (_, doc) => supplierCountry(doc) === "NO"), [
    rule("NO-R-002", (node) => numbers(node, "TAX").some((found) => squeezed(found) === "Foretaksregisteret"), norwegianWords.register, "warning"),
    rule("NO-R-001", (node) => numbers(node, "VAT").every((found) => !found.startsWith("NO") || (/^\d{9}MVA$/.test(found.slice(2)) && isModulo11(found.slice(2, 11)))), norwegianWords.number)]),
];

const ofDanes: Check = (_, doc) => plainCountry(doc, "AccountingSupplierParty") === "DK";
const amongDanes: Check = (_, doc) => plainCountry(doc, "AccountingSupplierParty") === "DK" && plainCountry(doc, "AccountingCustomerParty") === "DK";
const starts = (node: XmlNode, ...prefixes: string[]): boolean => prefixes.includes(text(node, "PaymentID").slice(0, 3));
const code = (node: XmlNode, ...codes: string[]): boolean => codes.some((wanted) => says(node, "PaymentMeansCode", wanted));
const danishListVersions = ["19.05.01", "19.0501", "26.08.01", "26.0801"];
function danishReason(node: XmlNode): boolean {
  const reason = text(node, "AllowanceChargeReason");
  const number = isNumber(reason) ? Number(reason) : NaN;
  return (squeezed(reason).length === 4 && number >= 0 && number <= 9999) || (reason.includes("#") && !reason.startsWith("#") && !reason.endsWith("#"));
}
const denmark: Pattern = [
  group(on("CreditNote | Invoice", ofDanes), [
    rule("DK-R-002", (node) => value(node, `${seller}/PartyLegalEntity/CompanyID`) !== "", danishWords.registration),
    rule("DK-R-014", (node) => !has(node, `${seller}/PartyLegalEntity/CompanyID`) || squeezed(attribute(first(node, `${seller}/PartyLegalEntity/CompanyID`), "schemeID") ?? "") === "0184", danishWords.registrationScheme),
    rule("DK-R-016", (node, doc) => node.name !== "CreditNote" || plainCountry(doc, "AccountingCustomerParty") !== "DK" || !(Number(text(node, "LegalMonetaryTotal/PayableAmount") || NaN) < 0), danishWords.negative)]),
  group(on("CreditNote/AccountingSupplierParty/Party/PartyIdentification | CreditNote/AccountingCustomerParty/Party/PartyIdentification | Invoice/AccountingSupplierParty/Party/PartyIdentification | Invoice/AccountingCustomerParty/Party/PartyIdentification", amongDanes), [
    rule("DK-R-013", (node) => !has(node, "ID") || squeezed(attribute(first(node, "ID"), "schemeID") ?? "") !== "", danishWords.identifierScheme)]),
  group(on("Invoice/PaymentMeans", amongDanes), [
    rule("DK-R-005", (node) => ["1", "10", "31", "42", "48", "49", "50", "58", "59", "93", "97"].includes(text(node, "PaymentMeansCode")), danishWords.means),
    rule("DK-R-006", (node) => !code(node, "31", "42") || (value(node, "PayeeFinancialAccount/ID") !== "" && value(node, "PayeeFinancialAccount/FinancialInstitutionBranch/ID") !== ""), danishWords.account),
    rule("DK-R-007", (node) => !code(node, "49") || (value(node, "PaymentMandate/ID") !== "" && value(node, "PaymentMandate/PayerFinancialAccount/ID") !== ""), danishWords.mandate),
    rule("DK-R-008", (node) => !code(node, "50") || (starts(node, "01#", "04#", "15#") && /^\d{7,8}$/.test(text(node, "PayeeFinancialAccount/ID"))), danishWords.giro),
    rule("DK-R-009", (node) => !code(node, "50") || !starts(node, "04#", "15#") || text(node, "PaymentID").length === 19, danishWords.giroLength),
    rule("DK-R-010", (node) => !code(node, "93") || (starts(node, "71#", "73#", "75#") && text(node, "PayeeFinancialAccount/ID").length === 8), danishWords.fik),
    rule("DK-R-011", (node) => !code(node, "93") || !starts(node, "71#", "75#") || [18, 19].includes(text(node, "PaymentID").length), danishWords.fikLength)]),
  group(on("CreditNote/CreditNoteLine | Invoice/InvoiceLine", amongDanes), [
    rule("DK-R-003", (node) => {
      const classes = all(node, "Item/CommodityClassification/ItemClassificationCode");
      return !classes.some((found) => attribute(found, "listID") === "TST") || classes.some((found) => danishListVersions.includes(attribute(found, "listVersionID") ?? ""));
    }, danishWords.unspsc, "warning")]),
  group(on("AllowanceCharge", amongDanes), [rule("DK-R-004", (node) => !says(node, "AllowanceChargeReasonCode", "ZZZ") || danishReason(node), danishWords.reason)]),
];

const italian: Check = (_, doc) => supplierCountry(doc) === "IT";
const italy: Pattern = [
  group(on(`${seller}/PartyTaxScheme`, (node, doc) => italian(node, doc) && value(node, "TaxScheme/ID") !== "VAT"), [
    rule("IT-R-001", (node) => /^[A-Z0-9]{11,16}$/.test(value(node, "CompanyID")), italianWords.fiscal)]),
  group(on(seller, italian), [
    rule("IT-R-002", (node) => has(node, "PostalAddress/StreetName"), italianWords.missing("BT-35")), rule("IT-R-003", (node) => has(node, "PostalAddress/CityName"), italianWords.missing("BT-37")),
    rule("IT-R-004", (node) => has(node, "PostalAddress/PostalZone"), italianWords.missing("BT-38"))]),
];

const isSwede = (party: XmlNode | null): boolean => says(party, "PostalAddress/Country/IdentificationCode", "SE");
const swedishVat = (party: XmlNode | null): XmlNode[] => all(party, "PartyTaxScheme").filter((scheme) => says(scheme, "TaxScheme/ID", "VAT"));
const isTaxedSwede = (party: XmlNode): boolean => isSwede(party) && swedishVat(party).some((scheme) => text(scheme, "CompanyID").startsWith("SE"));
const swedishVatNumber = (party: XmlNode): string => all(swedishVat(party), "CompanyID")[0]?.text ?? "";
const parties = (doc: Doc, name: string): XmlNode[] => doc.named(name).flatMap((party) => all(party, "Party"));
const fromSwede: Check = (_, doc) => parties(doc, "AccountingSupplierParty").some(isSwede);
const giro = (branch: string): Check => (node, doc) => value(node.parent!.parent, "PaymentMeansCode") === "30" && value(node.parent, "FinancialInstitutionBranch/ID") === branch && fromSwede(node, doc);
const swedishRates = [25, 12, 6];
const sweden: Pattern = [
  group(on(seller, isTaxedSwede), [
    rule("SE-R-001", (node) => squeezed(swedishVatNumber(node)).length === 14, swedishWords.vatLength),
    rule("SE-R-002", (node) => isNumber(swedishVatNumber(node).slice(2, 14)), swedishWords.vatDigits)]),
  group(on(`${seller}/PartyLegalEntity`, (node) => isSwede(node.parent) && has(node, "CompanyID")), [
    rule("SE-R-003", (node) => isNumber(text(node, "CompanyID")), swedishWords.organisationDigits), rule("SE-R-004", (node) => value(node, "CompanyID").length === 10, swedishWords.organisationLength),
    rule("SE-R-013", (node) => isSwedishNumber(value(node, "CompanyID")), swedishWords.organisationCheck)]),
  group(on(`${seller}/PartyTaxScheme/CompanyID`, (node) => isSwede(node.parent!.parent) && has(node.parent!.parent, "PartyLegalEntity/CompanyID") && value(node.parent, "TaxScheme/ID").toUpperCase() !== "VAT"), [
    rule("SE-R-005", (node) => squeezed(node.text.toUpperCase()) === "GODKÄND FÖR F-SKATT", swedishWords.fTax)]),
  group(on("TaxCategory | ClassifiedTaxCategory", (node, doc) => says(node, "ID", "S") && parties(doc, "AccountingSupplierParty").some(isTaxedSwede)), [
    rule("SE-R-006", (node) => swedishRates.includes(Number(text(node, "Percent") || NaN)), swedishWords.rates)]),
  group(on("PaymentMeans/PayeeFinancialAccount/ID", giro("SE:PLUSGIRO")), [
    rule("SE-R-007", (node) => isNumber(node.text), swedishWords.plusgiro, "warning"), rule("SE-R-010", (node) => squeezed(node.text).length >= 2 && squeezed(node.text).length <= 8, swedishWords.plusgiro, "warning")]),
  group(on("PaymentMeans/PayeeFinancialAccount/ID", giro("SE:BANKGIRO")), [
    rule("SE-R-008", (node) => isNumber(node.text), swedishWords.bankgiro, "warning"), rule("SE-R-009", (node) => [7, 8].includes(squeezed(node.text).length), swedishWords.bankgiro, "warning")]),
  group(on("PaymentMeans", (node, doc) => code(node, "50", "56") && fromSwede(node, doc)), [rule("SE-R-011", never, swedishWords.giroCode, "warning")]),
  group(on("PaymentMeans", (node, doc) => code(node, "31") && fromSwede(node, doc) && parties(doc, "AccountingCustomerParty").some(isSwede)), [rule("SE-R-012", never, swedishWords.transferCode, "warning")]),
];

const greek = (country: string): boolean => country === "GR" || country === "EL";
const ofGreek: Check = (_, doc) => greek(supplierCountry(doc));
const amongGreeks: Check = (_, doc) => greek(supplierCountry(doc)) && greek(customerCountry(doc));
const inGreece: Check = (node, doc) => ofGreek(node, doc) && plainCountry(doc, "AccountingSupplierParty") === "GR";
const segments = (node: XmlNode): string[] => node.text.split("|");
const described = (node: XmlNode, description: string): XmlNode[] => all(node, "AdditionalDocumentReference").filter((reference) => says(reference, "DocumentDescription", description));
const isGreekVat = (found: readonly string[]): boolean => found.length === 1 && found[0]!.startsWith("EL") && isGreekNumber(found[0]!.slice(2));
const greekPart = (id: string, holds: (parts: string[], doc: Doc) => boolean, what: string): Rule =>
  rule(id, (node, doc) => holds(segments(node), doc), (node) => `The ${term("BT-1")} “${node.text.slice(0, 80)}” of a Greek invoice has six parts, TIN|date|branch|type|series|number; ${what}.`);
const plainVat = (doc: Doc, path: string): string[] => all(doc.root, path).filter((tax) => says(tax, "TaxScheme/ID", "VAT")).map((tax) => text(tax, "CompanyID").slice(2, 11));
function sameDay(part: string, doc: Doc): boolean {
  const [day, month, year] = part.split("/");
  const [issuedYear, issuedMonth, issuedDay] = value(doc.root, "IssueDate").split("-");
  return /^(0?[1-9]|[12]\d|3[01])[-\\/ ]?(0?[1-9]|1[0-2])[-\\/ ]?(19|20)\d\d/.test(part) && day === issuedDay && month === issuedMonth && year === issuedYear;
}
const greekVat = `The VAT number of a Greek party is EL and nine digits with a right check digit; correct it.`;
const greece: Pattern = [
  group(on("/Invoice/ID | /CreditNote/ID", ofGreek), [
    greekPart("GR-R-001-1", (parts) => parts.length === 6, "separate them by |"),
    greekPart("GR-R-001-2", ([tin = ""], doc) => squeezed(tin).length === 9 && isGreekNumber(tin) && [...plainVat(doc, `${seller}/PartyTaxScheme`), ...plainVat(doc, "TaxRepresentativeParty/PartyTaxScheme")].includes(tin), "the first must be the seller's TIN"),
    greekPart("GR-R-001-3", ([, day = ""], doc) => sameDay(day, doc), "the second must be the issue date as DD/MM/YYYY"),
    greekPart("GR-R-001-4", ([, , branch = ""]) => /^\s*\+?\d+\s*$/.test(branch), "the third must be a whole number"),
    greekPart("GR-R-001-5", ([, , , type = ""]) => ["1.1", "1.6", "2.1", "2.4", "5.1", "5.2"].includes(type), "the fourth must be a Greek document type"),
    greekPart("GR-R-001-6", ([, , , , series = ""]) => series !== "", "the fifth must not be empty"), greekPart("GR-R-001-7", ([, , , , , number = ""]) => number !== "", "the sixth must not be empty")]),
  group(on(seller, ofGreek), [
    rule("GR-R-002", (node) => text(node, "PartyName/Name") !== "", `The ${term("BT-28")} is missing; a Greek seller states it in PartyName/Name.`), rule("GR-S-011", (node) => isGreekVat(numbers(node, "VAT")), greekVat, "warning")]),
  group(on(`${seller}/PartyTaxScheme/CompanyID`, (node, doc) => ofGreek(node, doc) && value(node.parent, "TaxScheme/ID") === "VAT"), [rule("GR-R-003", (node) => isGreekVat([node.text]), greekVat)]),
  group(on("/Invoice | /CreditNote", inGreece), [
    rule("GR-R-004-1", (node) => described(node, "##M.AR.K##").length === 1, "A Greek invoice has its M.AR.K number once, as supporting document described ##M.AR.K##; state it."),
    rule("GR-S-008-1", (node) => described(node, "##INVOICE|URL##").length === 1, "A Greek invoice should say where it can be seen, as supporting document described ##INVOICE|URL##; state it once.", "warning"),
    rule("GR-R-008-2", (node) => described(node, "##INVOICE|URL##").length <= 1, "A Greek invoice says at most once where it can be seen (##INVOICE|URL##); keep one.")]),
  group(on("AdditionalDocumentReference/ID", (node, doc) => inGreece(node, doc) && says(node.parent, "DocumentDescription", "##M.AR.K##")), [rule("GR-R-004-2", (node) => /^[1-9]/.test(node.text), "The M.AR.K number is a positive number; correct it.")]),
  group(on("AdditionalDocumentReference", (node, doc) => ofGreek(node, doc) && says(node, "DocumentDescription", "##INVOICE|URL##")), [
    rule("GR-R-008-3", (node) => value(node, "Attachment/ExternalReference/URI") !== "", `The document described ##INVOICE|URL## lacks its ${term("BT-124")}; state it.`)]),
  group(on(buyer, ofGreek), [rule("GR-R-005", (node) => text(node, "PartyName/Name") !== "", `The ${term("BT-45")} is missing; a Greek invoice states it in PartyName/Name.`)]),
  group(on(`${seller}/EndpointID`, (_, doc) => greek(accountingSupplierCountry(doc))), [rule("GR-R-009", (node) => attribute(node, "schemeID") === "9933" && isGreekNumber(node.text), `The ${term("BT-34")} of a Greek seller is its TIN with scheme 9933; correct it.`)]),
];
const greeceBoth: Pattern = [
  group(on(buyer, amongGreeks), [rule("GR-R-006", (node) => isGreekVat(numbers(node, "VAT")), greekVat)]),
  group(on(`${buyer}/EndpointID`, amongGreeks), [rule("GR-R-010", (node) => attribute(node, "schemeID") === "9933" && isGreekNumber(node.text), `The ${term("BT-49")} of a Greek buyer is its TIN with scheme 9933; correct it.`)]),
];

const ofIcelander: Check = (_, doc) => plainCountry(doc, "AccountingSupplierParty") === "IS";
const means = (node: XmlNode, wanted: string): XmlNode[] => all(node, "PaymentMeans").filter((found) => says(found, "PaymentMeansCode", wanted));
const icelandicAccount = (id: string, wanted: string): Rule =>
  rule(id, (node) => means(node, wanted).length === 0 || squeezed(all(means(node, wanted), "PayeeFinancialAccount/ID")[0]?.text ?? "").length === 12, `With payment means ${wanted} the Icelandic account has twelve digits; correct the ${term("BT-84")}.`);
const lastDay = (node: XmlNode): XmlNode[] => described(node, "EINDAGI");
const icelandicNumber = (id: string, path: string, name: string): Rule =>
  rule(id, (node) => all(node, path).some((found) => attribute(found, "schemeID") === "0196"), `The ${term(name)} must be an Icelandic identity number with scheme 0196; state it.`);
const icelandicAddress = (id: string, party: string, name: string): Rule =>
  rule(id, (node) => has(node, `${party}/PostalAddress/StreetName`) && has(node, `${party}/PostalAddress/PostalZone`), `The ${term(name)} lacks street or post code; Icelandic invoices state both.`);
const iceland: Pattern = [
  group(on("CreditNote | Invoice", ofIcelander), [
    rule("IS-R-001", (node) => ["380", "381"].includes(value(node, "InvoiceTypeCode")) || ["380", "381"].includes(value(node, "CreditNoteTypeCode")), `The ${term("BT-3")} of an Icelandic invoice should be 380 or 381; correct it.`, "warning"),
    icelandicNumber("IS-R-002", `${seller}/PartyLegalEntity/CompanyID`, "BT-30"), icelandicAddress("IS-R-003", seller, "BG-5"),
    icelandicAccount("IS-R-006", "9"), icelandicAccount("IS-R-007", "42"),
    rule("IS-R-008", (node) => lastDay(node).length === 0 || (text(lastDay(node)[0], "ID").length === 10 && isDate(text(lastDay(node)[0], "ID"))), "The last day of payment (EINDAGI) is no date; write YYYY-MM-DD."),
    rule("IS-R-009", (node) => lastDay(node).length === 0 || has(node, "DueDate"), `The last day of payment (EINDAGI) is stated, but the ${term("BT-9")} is missing; state it.`),
    rule("IS-R-010", (node) => lastDay(node).length === 0 || (has(node, "DueDate") && text(node, "DueDate") <= text(lastDay(node)[0], "ID")), `The last day of payment (EINDAGI) is before the ${term("BT-9")}; correct one of them.`)]),
  group(on("CreditNote/AccountingCustomerParty | Invoice/AccountingCustomerParty", (node, doc) => ofIcelander(node, doc) && plainCountry(doc, "AccountingCustomerParty") === "IS"), [
    icelandicNumber("IS-R-004", "Party/PartyLegalEntity/CompanyID", "BT-47"), icelandicAddress("IS-R-005", "Party", "BG-8")]),
];

const ofDutch: Check = (_, doc) => livesIn(doc, "AccountingSupplierParty", "NL");
const amongDutch: Check = (node, doc) => ofDutch(node, doc) && livesIn(doc, "AccountingCustomerParty", "NL");
const dutchAddress = (id: string, name: string): Rule => rule(id, (node) => has(node, "StreetName") && has(node, "CityName") && has(node, "PostalZone"), dutchWords.address(name));
const dutchNumber = (id: string, name: string): Rule => rule(id, (node) => ["0106", "0190"].some((scheme) => (attribute(node, "schemeID") ?? "").split(" ").includes(scheme)) && squeezed(node.text) !== "", dutchWords.number(name));
const netherlands: Pattern = [
  group(on("CreditNoteTypeCode", ofDutch), [rule("NL-R-001", (_, doc) => has(doc.root, "BillingReference/InvoiceDocumentReference/ID"), dutchWords.preceding)]),
  group(on(`${seller}/PostalAddress`, ofDutch), [dutchAddress("NL-R-002", "BG-5")]),
  group(on(`${seller}/PartyLegalEntity/CompanyID`, ofDutch), [dutchNumber("NL-R-003", "BT-30")]),
  group(on(`${buyer}/PostalAddress`, amongDutch), [dutchAddress("NL-R-004", "BG-8")]),
  group(on(`${buyer}/PartyLegalEntity/CompanyID`, amongDutch), [dutchNumber("NL-R-005", "BT-47")]),
  group(on("TaxRepresentativeParty/PostalAddress", (node, doc) => ofDutch(node, doc) && value(doc.root, "TaxRepresentativeParty/PostalAddress/Country/IdentificationCode").toUpperCase() === "NL"), [dutchAddress("NL-R-006", "BG-12")]),
  group(on("LegalMonetaryTotal", ofDutch), [
    rule("NL-R-007", (node, doc) => doc.named("PaymentMeans").length > 0 || (doc.root.name === "Invoice" && atMost(figureAt(node, "PayableAmount"), nought)) || (doc.root.name === "CreditNote" && atMost(nought, figureAt(node, "PayableAmount"))), dutchWords.means)]),
  group(on("PaymentMeans", amongDutch), [rule("NL-R-008", (node) => ["30", "48", "49", "57", "58", "59"].includes(value(node, "PaymentMeansCode")), dutchWords.code)]),
  group(on("OrderLineReference/LineID", ofDutch), [rule("NL-R-009", (_, doc) => has(doc.root, "OrderReference/ID"), dutchWords.order)]),
];

export const countryPatternsOfUbl: readonly Pattern[] = [norway, denmark, italy, sweden, greece, greeceBoth, iceland, netherlands, germanRulesOfUbl("DE-R", (_, doc) => amongGermans(doc))];
