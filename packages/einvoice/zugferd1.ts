import type { XmlElement } from "./xml.ts";

const standard = "urn:un:unece:uncefact:data:standard:";
const namespaces = {
  rsm: `${standard}CrossIndustryInvoice:100`, ram: `${standard}ReusableAggregateBusinessInformationEntity:100`,
  udt: `${standard}UnqualifiedDataType:100`, qdt: `${standard}QualifiedDataType:100`,
};

// The names that changed from the Cross Industry Document of 2013 to the Cross Industry Invoice D16B.
const renamed: Record<string, string> = {
  CrossIndustryDocument: "CrossIndustryInvoice", SpecifiedExchangedDocumentContext: "ExchangedDocumentContext", HeaderExchangedDocument: "ExchangedDocument",
  SpecifiedSupplyChainTradeTransaction: "SupplyChainTradeTransaction", ApplicableSupplyChainTradeAgreement: "ApplicableHeaderTradeAgreement",
  ApplicableSupplyChainTradeDelivery: "ApplicableHeaderTradeDelivery", ApplicableSupplyChainTradeSettlement: "ApplicableHeaderTradeSettlement",
  SpecifiedSupplyChainTradeAgreement: "SpecifiedLineTradeAgreement", SpecifiedSupplyChainTradeDelivery: "SpecifiedLineTradeDelivery",
  SpecifiedSupplyChainTradeSettlement: "SpecifiedLineTradeSettlement", ApplicablePercent: "RateApplicablePercent",
};

/** True for the document element of ZUGFeRD 1.0. */
export function isZugferd1(root: XmlElement): boolean {
  return root.namespace.startsWith("urn:ferd:CrossIndustryDocument:invoice:1p0") && root.name === "CrossIndustryDocument";
}

/**
 * A ZUGFeRD 1.0 invoice in the names and namespaces of CII D16B, its successor: so it is read, and what it says beyond the
 * model is kept and written in those names. Currencies on amounts, which D16B leaves out, go where they are the invoice's own.
 */
export function asCii(root: XmlElement): XmlElement {
  let currency = "";
  const find = (element: XmlElement): void => {
    if (element.name === "InvoiceCurrencyCode") currency ||= element.text;
    for (const child of element.children) find(child);
  };
  find(root);
  return translated(root, "", currency);
}

function translated(of: XmlElement, around: string, currency: string): XmlElement {
  const inReference = around.endsWith("ReferencedDocument");
  const name = inReference && of.name === "ID" ? "IssuerAssignedID"
    : inReference && of.name === "IssueDateTime" ? "FormattedIssueDateTime"
    : of.name === "SpecifiedTradeSettlementMonetarySummation" ? (around === "SpecifiedLineTradeSettlement" ? "SpecifiedTradeSettlementLineMonetarySummation" : "SpecifiedTradeSettlementHeaderMonetarySummation")
    : renamed[of.name] ?? of.name;
  const children = of.children.map((child) => translated(child, name, currency));
  const attributes = of.name !== "TaxTotalAmount" && of.attributes.get("currencyID") === currency ? new Map([...of.attributes].filter(([attribute]) => attribute !== "currencyID")) : of.attributes;
  const element = { ...of, name, namespace: namespaceOf(of.namespace, around), attributes, children };
  // References had their date as text.
  return name === "FormattedIssueDateTime" && children.length === 0 && of.text !== ""
    ? { ...element, text: "", children: [{ name: "DateTimeString", namespace: namespaces.qdt, attributes: new Map(), children: [], text: of.text, written: of.written, line: of.line }] } : element;
}

function namespaceOf(namespace: string, around: string): string {
  if (namespace.startsWith("urn:ferd:CrossIndustryDocument:")) return namespaces.rsm;
  if (namespace.startsWith(`${standard}ReusableAggregateBusinessInformationEntity:`)) return namespaces.ram;
  if (namespace.startsWith(`${standard}UnqualifiedDataType:`)) return around === "FormattedIssueDateTime" ? namespaces.qdt : namespaces.udt;
  return namespace.startsWith(`${standard}QualifiedDataType:`) ? namespaces.qdt : namespace;
}
