import { isModulo11, isNumber, isSwedishNumber } from "./check-digits.ts";
import { agreement, from, line, settlement } from "./cii-view.ts";
import { danishWords, dutchWords, italianWords, norwegianWords, swedishWords } from "./country-words.ts";
import { atMost, figureAt, nought } from "./figures.ts";
import { group, on, rule, type Check, type Pattern, type Rule } from "./rules.ts";
import { all, attribute, first, has, says, squeezed, value, type Doc, type XmlNode } from "./tree.ts";

// National rules of Peppol BIS Billing 3 on CII. They look for VAT numbers under the scheme "VAT", which CII writes as "VA", so
// that a country is mostly told by the seller's address; that is how they are published.

const seller = `${agreement}/SellerTradeParty`;
const buyer = `${agreement}/BuyerTradeParty`;
const text = (node: XmlNode | null | undefined, path: string): string => first(node, path)?.text ?? "";
const never: Check = () => false;
const registrations = (party: XmlNode | null | undefined, scheme: string): XmlNode[] => all(party, "SpecifiedTaxRegistration").filter((tax) => all(tax, "ID").some((id) => attribute(id, "schemeID") === scheme));

// Where a party stands twice and says two things, no country is told and no national rule asked, as the official rules have it.
const told = (texts: readonly string[]): string => (texts.length > 1 ? "?" : squeezed(texts[0] ?? "").toUpperCase());
const addressCountry = (doc: Doc, party: string): string => told(all(doc.root, `${party}/PostalTradeAddress/CountryID`).map((country) => country.text));
const supplierCountry = (doc: Doc): string => doc.memo(supplierCountry, () => {
  const start = (party: string): string => told(all(doc.root, `${agreement}/${party}`).flatMap((found) => registrations(found, "VAT")).flatMap((tax) => all(tax, "ID").map((id) => id.text.slice(0, 2))));
  return start("SellerTradeParty") || start("SellerTaxRepresentativeTradeParty") || addressCountry(doc, seller) || "XX";
});
const written = (doc: Doc, party: string, country: string): boolean => says(doc.root, `${party}/PostalTradeAddress/CountryID`, country);
const livesIn = (doc: Doc, party: string, country: string): boolean => addressCountry(doc, party) === country;

const norway: Pattern = [
  group(on("SellerTradeParty", (_, doc) => supplierCountry(doc) === "NO"), [
    rule("NO-R-002", (node) => all(registrations(node, "FC"), "ID").some((id) => attribute(id, "schemeID") === "FC" && squeezed(id.text) === "Foretaksregisteret"), norwegianWords.register, "warning"),
    rule("NO-R-001", (node) => registrations(node, "VAT").every((tax) => !text(tax, "ID").startsWith("NO") || (/^\d{9}MVA$/.test(text(tax, "ID").slice(2)) && isModulo11(text(tax, "ID").slice(2, 11)))), norwegianWords.number)]),
];

const changes = `${settlement}/SpecifiedTradeAllowanceCharge`;
const amongDanes: Check = (_, doc) => written(doc, seller, "DK") && written(doc, buyer, "DK");
const unnamed = (node: XmlNode, party: string): boolean => has(node, `${party}/GlobalID`) && squeezed(attribute(first(node, `${party}/GlobalID`), "schemeID") ?? "") === "";
const starts = (node: XmlNode, ...prefixes: string[]): boolean => prefixes.includes(text(node.parent, "PaymentReference").slice(0, 3));
const code = (node: XmlNode, ...codes: string[]): boolean => codes.some((wanted) => says(node, "TypeCode", wanted));
const danishListVersions = ["19.05.01", "19.0501", "26.08.01", "26.0801"];
function danishReason(node: XmlNode): boolean {
  const reason = text(node, `${changes}/Reason`);
  return (squeezed(reason).length === 4 && isNumber(reason) && Number(reason) >= 0) || (reason.includes("#") && !reason.startsWith("#") && !reason.endsWith("#"));
}
const denmark: Pattern = [
  group(on("CrossIndustryInvoice", (_, doc) => written(doc, seller, "DK")), [
    rule("DK-R-002", (node) => value(node, `${seller}/SpecifiedLegalOrganization/ID`) !== "", danishWords.registration),
    rule("DK-R-004", (node, doc) => !written(doc, buyer, "DK") || !says(node, `${changes}/ReasonCode`, "ZZZ") || danishReason(node), danishWords.reason),
    rule("DK-R-013", (node, doc) => !written(doc, buyer, "DK") || (!unnamed(node, seller) && !unnamed(node, buyer)), danishWords.identifierScheme),
    rule("DK-R-014", (node) => !has(node, `${seller}/SpecifiedLegalOrganization/ID`) || squeezed(attribute(first(node, `${seller}/SpecifiedLegalOrganization/ID`), "schemeID") ?? "") === "0184", danishWords.registrationScheme),
    rule("DK-R-016", (node, doc) => !written(doc, buyer, "DK") || value(node, "ExchangedDocument/TypeCode") !== "381" ||
      !(Number(text(node, `${settlement}/SpecifiedTradeSettlementHeaderMonetarySummation/DuePayableAmount`) || NaN) < 0), danishWords.negative)]),
  group(on(`CrossIndustryInvoice/${settlement}/SpecifiedTradeSettlementPaymentMeans`, amongDanes), [
    rule("DK-R-005", (node) => ["1", "10", "31", "42", "48", "49", "50", "58", "59", "93", "97"].includes(text(node, "TypeCode")), danishWords.means),
    rule("DK-R-006", (node) => !code(node, "31", "42") || (value(node, "PayeePartyCreditorFinancialAccount/IBANID") !== "" && value(node, "PayeeSpecifiedCreditorFinancialInstitution/BICID") !== ""), danishWords.account),
    // As published, the mandate is looked for below the payment means, where CII has none.
    rule("DK-R-007", (node) => !code(node, "49") || (value(node.parent, "CreditorReferenceID") !== "" && value(node, "SpecifiedTradePaymentTerms/DirectDebitMandateID") !== ""), danishWords.mandate),
    rule("DK-R-008", (node) => !code(node, "50") || (starts(node, "01#", "04#", "15#") && text(node, "PayeePartyCreditorFinancialAccount/IBANID").length === 7), danishWords.giro),
    rule("DK-R-009", (node) => !code(node, "50") || !starts(node, "04#", "15#") || text(node.parent, "PaymentReference").length === 19, danishWords.giroLength),
    rule("DK-R-010", (node) => !code(node, "93") || (starts(node, "71#", "73#", "75#") && text(node, "PayeePartyCreditorFinancialAccount/IBANID").length === 8), danishWords.fik),
    rule("DK-R-011", (node) => !code(node, "93") || !starts(node, "71#", "75#") || [18, 19].includes(text(node.parent, "PaymentReference").length), danishWords.fikLength)]),
  group(on(`CrossIndustryInvoice/${line}`, amongDanes), [
    rule("DK-R-003", (node) => {
      const classes = all(node, "SpecifiedTradeProduct/DesignatedProductClassification/ClassCode");
      return !classes.some((found) => attribute(found, "listID") === "TST") || classes.some((found) => danishListVersions.includes(attribute(found, "listVersionID") ?? ""));
    }, danishWords.unspsc, "warning")]),
];

const italian: Check = (_, doc) => supplierCountry(doc) === "IT";
const italy: Pattern = [
  group(on("SellerTradeParty/SpecifiedTaxRegistration", italian), [
    rule("IT-R-001", (node) => all(node, "ID").some((id) => squeezed(attribute(id, "schemeID") ?? "") !== "FC" || /^[A-Z0-9]{11,16}$/.test(squeezed(id.text))), italianWords.fiscal)]),
  group(on("SellerTradeParty", italian), [
    rule("IT-R-002", (node) => has(node, "PostalTradeAddress/LineOne"), italianWords.missing("BT-35")), rule("IT-R-003", (node) => has(node, "PostalTradeAddress/CityName"), italianWords.missing("BT-37")),
    rule("IT-R-004", (node) => has(node, "PostalTradeAddress/PostcodeCode"), italianWords.missing("BT-38"))]),
];

const isSwede = (party: XmlNode | null | undefined): boolean => says(party, "PostalTradeAddress/CountryID", "SE");
const swedishVat = (party: XmlNode | null | undefined): string[] => all(party, "SpecifiedTaxRegistration/ID").filter((id) => attribute(id, "schemeID") === "VAT").map((id) => id.text);
const isTaxedSwede = (party: XmlNode): boolean => isSwede(party) && swedishVat(party).some((number) => number.startsWith("SE"));
const fromSwede: Check = (_, doc) => all(doc.root, seller).some(isSwede);
const giro = (bank: string): Check => (node, doc) => {
  const means = node.parent?.parent;
  return value(means, "TypeCode") === "30" && value(means, "PayeeSpecifiedCreditorFinancialInstitution/BICID") === bank && fromSwede(node, doc);
};
const means = `${settlement}/SpecifiedTradeSettlementPaymentMeans`;
const coded = (...codes: string[]): Check => (node, doc) => codes.includes(value(node, "TypeCode")) && fromSwede(node, doc);
const giroAccount = `${from(means)}/PayeePartyCreditorFinancialAccount/ProprietaryID`;
const sweden: Pattern = [
  group(on(`CrossIndustryInvoice/${seller}`, isTaxedSwede), [
    rule("SE-R-001", (node) => squeezed(swedishVat(node)[0] ?? "").length === 14, swedishWords.vatLength), rule("SE-R-002", (node) => isNumber((swedishVat(node)[0] ?? "").slice(2, 14)), swedishWords.vatDigits)]),
  group(on(`CrossIndustryInvoice/${seller}/SpecifiedLegalOrganization`, (node) => isSwede(node.parent) && has(node, "ID")), [
    rule("SE-R-003", (node) => isNumber(text(node, "ID")), swedishWords.organisationDigits), rule("SE-R-004", (node) => value(node, "ID").length === 10, swedishWords.organisationLength),
    rule("SE-R-013", (node) => isSwedishNumber(value(node, "ID")), swedishWords.organisationCheck)]),
  group(on(`CrossIndustryInvoice/${seller}/SpecifiedTaxRegistration/ID`, (node) => attribute(node, "schemeID") === "FC" && isSwede(node.parent!.parent) && has(node.parent!.parent, "SpecifiedLegalOrganization/ID")), [
    rule("SE-R-005", (node) => squeezed(node.text.toUpperCase()) === "GODKÄND FÖR F-SKATT", swedishWords.fTax)]),
  group(on("ApplicableTradeTax | CategoryTradeTax", (_, doc) => all(doc.root, seller).some(isTaxedSwede)), [
    rule("SE-R-006", (node) => [25, 12, 6].includes(Number(text(node, "RateApplicablePercent") || NaN)), swedishWords.rates)]),
  group(on(giroAccount, giro("SE:PLUSGIRO")), [
    rule("SE-R-007", (node) => isNumber(node.text), swedishWords.plusgiro, "warning"), rule("SE-R-010", (node) => squeezed(node.text).length >= 2 && squeezed(node.text).length <= 8, swedishWords.plusgiro, "warning")]),
  group(on(giroAccount, giro("SE:BANKGIRO")), [
    rule("SE-R-008", (node) => isNumber(node.text), swedishWords.bankgiro, "warning"), rule("SE-R-009", (node) => [7, 8].includes(squeezed(node.text).length), swedishWords.bankgiro, "warning")]),
  group(on(from(means), coded("50", "56")), [rule("SE-R-011", never, swedishWords.giroCode, "warning")]),
  group(on(from(means), (node, doc) => coded("31")(node, doc) && all(doc.root, buyer).some(isSwede)), [rule("SE-R-012", never, swedishWords.transferCode, "warning")]),
];

const ofDutch: Check = (_, doc) => livesIn(doc, seller, "NL");
const amongDutch: Check = (node, doc) => ofDutch(node, doc) && livesIn(doc, buyer, "NL");
const dutchAddress = (id: string, name: string): Rule => rule(id, (node) => has(node, "LineOne") && has(node, "CityName") && has(node, "PostcodeCode"), dutchWords.address(name));
const dutchNumber = (id: string, name: string): Rule => rule(id, (node) => ["0106", "0190"].some((scheme) => (attribute(node, "schemeID") ?? "").split(" ").includes(scheme)) && squeezed(node.text) !== "", dutchWords.number(name));
const nothingDue: Check = (node, doc) => {
  const type = value(doc.root, "ExchangedDocument/TypeCode");
  const due = figureAt(node, "DuePayableAmount");
  return type === "381" ? atMost(nought, due) : atMost(due, nought);
};
const netherlands: Pattern = [
  group(on("/CrossIndustryInvoice/ExchangedDocument", (node, doc) => ["81", "83", "381", "396", "532"].includes(value(node, "TypeCode")) && ofDutch(node, doc)), [
    rule("NL-R-001", (_, doc) => doc.named("ApplicableHeaderTradeSettlement").some((settled) => has(settled, "InvoiceReferencedDocument/IssuerAssignedID")), dutchWords.preceding)]),
  group(on(`${from(seller)}/PostalTradeAddress`, ofDutch), [dutchAddress("NL-R-002", "BG-5")]),
  group(on(`${from(seller)}/SpecifiedLegalOrganization/ID`, ofDutch), [dutchNumber("NL-R-003", "BT-30")]),
  group(on(`${from(buyer)}/PostalTradeAddress`, amongDutch), [dutchAddress("NL-R-004", "BG-8")]),
  group(on(`${from(buyer)}/SpecifiedLegalOrganization/ID`, amongDutch), [dutchNumber("NL-R-005", "BT-47")]),
  group(on(`CrossIndustryInvoice/${agreement}/SellerTaxRepresentativeTradeParty/PostalTradeAddress`, (node, doc) => ofDutch(node, doc) && livesIn(doc, `${agreement}/SellerTaxRepresentativeTradeParty`, "NL")), [dutchAddress("NL-R-006", "BG-12")]),
  group(on(`${from(settlement)}/SpecifiedTradeSettlementHeaderMonetarySummation`, ofDutch), [rule("NL-R-007", (node, doc) => nothingDue(node, doc) || has(doc.root, means), dutchWords.means)]),
  group(on(from(means), amongDutch), [rule("NL-R-008", (node) => ["30", "48", "49", "57", "58", "59"].includes(value(node, "TypeCode")), dutchWords.code)]),
  group(on(`CrossIndustryInvoice/${line}/SpecifiedLineTradeAgreement/BuyerOrderReferencedDocument/LineID`, ofDutch), [rule("NL-R-009", (_, doc) => has(doc.root, `${agreement}/BuyerOrderReferencedDocument/IssuerAssignedID`), dutchWords.order)]),
];

export const countryPatternsOfCii: readonly Pattern[] = [norway, denmark, italy, sweden, netherlands];
