export * from "./types.ts";
export { isVatCategory, vatCategories, vatCategoryRule, type VatCategoryRule } from "./vat.ts";
export {
  totalsOf,
  type Change, type DocumentChange, type DocumentChangePart, type LineTotals, type Totals, type TotalsInput, type TotalsLine, type VatRate, type VatRow,
} from "./totals.ts";
export { semanticAmounts, type SemanticAmounts } from "./semantic-amounts.ts";
export { checkTotals, type TotalsCheck } from "./check.ts";
export { readXmlInvoice, type XmlReading } from "./read.ts";
export { decodeXml, XmlError, xmlLimits, type XmlErrorCode, type XmlLimits } from "./xml.ts";
export { extractXmlFromPdf } from "./pdf.ts";
export { addressLine, flatInvoice, type FlatInvoice, type FlatParty } from "./flat.ts";
export { writeUbl } from "./write-ubl.ts";
export { writeCii } from "./write-cii.ts";
export { isIban } from "./iban.ts";
export { electronicAddressProblem, isLeitwegId, looksLikeLeitwegId, parseElectronicAddress } from "./electronic-address.ts";
export { completed, computedAmounts, statedAmounts, type ComputedAmounts, type StatedAmount } from "./computed.ts";
export { InvoiceJson, InvoiceJsonError, parseInvoice } from "./schema.ts";
export { ProfileError, fitted, profiles, type Fitted, type Profile } from "./profiles.ts";
export { readInvoiceFile, type FileReading } from "./read-file.ts";
export { judge, judgeEngine, passes, ruleIds, ruleSets, type Finding, type JudgeOptions, type RuleSet, type Verdict } from "./judge.ts";
