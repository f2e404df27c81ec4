import { describe, expect, test } from "vitest";
import { inventedInvoice } from "./invented.ts";
import { fitted } from "./profiles.ts";
import { readXmlInvoice } from "./read.ts";
import { InvoiceJsonError, parseInvoice } from "./schema.ts";
import type { ReadInvoice } from "./types.ts";
import { writeCii } from "./write-cii.ts";
import { writeUbl } from "./write-ubl.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const read = (xml: string) => readXmlInvoice(new TextEncoder().encode(xml)).invoice;
const plain = inventedInvoice(3);
const ubl = text(writeUbl({ ...plain, lines: [...plain.lines, { ...plain.lines[0]!, id: "77" }] }));
const cii = text(writeCii(plain));
const again = (xml: string) => text((xml.includes("CrossIndustry") ? writeCii : writeUbl)(read(xml)));

describe("what a file says beyond the model", () => {
  test.each<[string, string, (xml: string) => string]>([
    ["an element between two that are known", ubl, (xml) => xml.replace("<cbc:IssueDate>", "<cbc:UUID>u-1</cbc:UUID><cbc:IssueDate>")],
    ["an element before all others", ubl, (xml) => xml.replace("<cbc:CustomizationID>", "<cbc:UBLVersionID>2.1</cbc:UBLVersionID><cbc:CustomizationID>")],
    ["several of them, in their order", ubl, (xml) => xml.replace("<cac:TaxTotal>", "<cac:PrepaidPayment><cbc:ID>1</cbc:ID></cac:PrepaidPayment><cac:PrepaidPayment><cbc:ID>2</cbc:ID></cac:PrepaidPayment><cac:TaxTotal>")],
    ["an extension of a foreign namespace", ubl, (xml) => xml.replace("<cbc:CustomizationID>", '<e:UBLExtensions xmlns:e="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"><e:UBLExtension><e:ExtensionContent><x:Y xmlns:x="urn:x" a="&lt;1&gt;">é &amp; ü</x:Y></e:ExtensionContent></e:UBLExtension></e:UBLExtensions><cbc:CustomizationID>')],
    ["an attribute", ubl, (xml) => xml.replace(/<cbc:ID>(?=[^<]*<\/cbc:ID><cbc:IssueDate>)/, '<cbc:ID schemeAgencyID="6">')],
    ["a currency of its own on one amount", ubl, (xml) => xml.replace(/(<cbc:LineExtensionAmount currencyID=")\w+/, "$1USD")],
    ["a date that is none", ubl, (xml) => xml.replace(/<cbc:IssueDate>[^<]*/, "<cbc:IssueDate>31.3.2026")],
    ["a date with a time zone", ubl, (xml) => xml.replace(/(<cbc:IssueDate>[^<]*)/, "$1+01:00")],
    ["an amount in words", ubl, (xml) => xml.replace(/(<cbc:PayableAmount[^>]*>)[^<]*/, "$1much")],
    ["a second identification of a line", ubl, (xml) => xml.replace(/(<\/cac:\w+Line><cac:\w+Line>)/, "$1<cbc:UUID>second</cbc:UUID>")],
    ["something on the last line alone", ubl, (xml) => xml.replace(/<cac:Item>(?!.*<cac:Item>)/s, "<cac:Item><cbc:PackQuantity>3</cbc:PackQuantity>")],
    ["an element of CII", cii, (xml) => xml.replace("<ram:TypeCode>", "<ram:Name>RECHNUNG</ram:Name><ram:TypeCode>")],
    ["freight, which is read as a charge", cii, (xml) => xml.replace(/(<\/ram:ApplicableTradeTax>)(?!.*<\/ram:ApplicableTradeTax>)/s, "$1<ram:SpecifiedLogisticsServiceCharge><ram:Description>Freight</ram:Description><ram:AppliedAmount>5.80</ram:AppliedAmount></ram:SpecifiedLogisticsServiceCharge>")],
    ["a line that is a heading", cii, (xml) => xml.replace("<ram:IncludedSupplyChainTradeLineItem>", "<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>0</ram:LineID><ram:LineStatusReasonCode>GROUP</ram:LineStatusReasonCode></ram:AssociatedDocumentLineDocument></ram:IncludedSupplyChainTradeLineItem><ram:IncludedSupplyChainTradeLineItem>")],
  ])("%s is written back", (_, base, change) => {
    const changed = change(base);
    expect(changed).not.toBe(base);
    const rewritten = again(changed);
    expect(read(rewritten)).toEqual(read(changed));
    const tags = (xml: string) => [...xml.replace(/ xmlns(:\w+)?="[^"]*"/g, "").matchAll(/<(?!\/)(?:\w+:)?([^\s>]+)([^>]*)>([^<]*)/g)].map((match) => match.slice(1, 4).join("|")).sort();
    expect(tags(rewritten)).toEqual(tags(changed));
  });

  test("is absent where a file says no more than the model", () => {
    expect(read(ubl)).not.toHaveProperty("unknown");
    expect(read(cii.replaceAll("><", ">\n <").replace(/<ram:LineTotalAmount>(\d+\.\d\d)/, "<ram:LineTotalAmount>$100"))).not.toHaveProperty("unknown");
  });

  test("of ZUGFeRD 1.0 is written in the names of its successor", () => {
    const old = `<r:CrossIndustryDocument xmlns:r="urn:ferd:CrossIndustryDocument:invoice:1p0" xmlns="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:12">
      <r:HeaderExchangedDocument><ID>1</ID><Name>RECHNUNG</Name></r:HeaderExchangedDocument><r:SpecifiedSupplyChainTradeTransaction>
      <ApplicableSupplyChainTradeAgreement><BuyerOrderReferencedDocument><IssueDateTime>2013-03-01T00:00:00</IssueDateTime><ID>B-1</ID></BuyerOrderReferencedDocument></ApplicableSupplyChainTradeAgreement>
      <ApplicableSupplyChainTradeSettlement><InvoiceCurrencyCode>EUR</InvoiceCurrencyCode><SpecifiedTradeSettlementMonetarySummation><LineTotalAmount currencyID="EUR">1.00</LineTotalAmount><GrandTotalAmount currencyID="USD">1.00</GrandTotalAmount></SpecifiedTradeSettlementMonetarySummation></ApplicableSupplyChainTradeSettlement>
      </r:SpecifiedSupplyChainTradeTransaction></r:CrossIndustryDocument>`;
    const invoice = read(old);
    expect(invoice).toMatchObject({ number: "1", purchaseOrderReference: "B-1", totals: { lineTotal: "1.00", grossTotal: "1.00" } });
    const written = text(writeCii(invoice));
    for (const piece of ["<ram:Name>RECHNUNG</ram:Name>", "<qdt:DateTimeString>2013-03-01T00:00:00</qdt:DateTimeString>", "<ram:LineTotalAmount>1.00<", '<ram:GrandTotalAmount currencyID="USD">1.00<']) expect(written).toContain(piece);
    expect(read(written)).toEqual(invoice);
  });

  test("does not contradict what was changed since", () => {
    const invoice = read(ubl.replace(/(<cbc:IssueDate>[^<]*)/, "$1+01:00").replace(/<cac:Item>(?!.*<cac:Item>)/s, "<cac:Item><cbc:PackQuantity>3</cbc:PackQuantity>"));
    const changed: ReadInvoice = { ...invoice, issueDate: "2026-01-02", lines: invoice.lines.slice(1) };
    const written = text(writeUbl(changed));
    expect(written).toContain("<cbc:IssueDate>2026-01-02</cbc:IssueDate>");
    expect(written).not.toContain("PackQuantity"); // nobody knows whose it was among the lines left
  });

  test("keeps the kind of document a file was, whatever its type code says", () => {
    const odd = ubl.replace(/(<cbc:(?:Invoice|CreditNote)TypeCode>)\d+/, "$1380");
    const credit = odd.replaceAll("cac:InvoiceLine", "cac:CreditNoteLine").replaceAll("InvoicedQuantity", "CreditedQuantity").replace("InvoiceTypeCode>", "CreditNoteTypeCode>").replace("InvoiceTypeCode>", "CreditNoteTypeCode>")
      .replace("<Invoice ", "<CreditNote ").replace("</Invoice>", "</CreditNote>").replace("xsd:Invoice-2", "xsd:CreditNote-2");
    expect(read(credit).unknown?.root).toBe("CreditNote");
    expect(again(credit)).toContain("<CreditNote ");
  });

  test("stays out of the other syntax and of other profiles", () => {
    const invoice = read(ubl.replace("<cbc:IssueDate>", "<cbc:UUID>u-1</cbc:UUID><cbc:IssueDate>"));
    expect(text(writeCii(invoice))).not.toContain("u-1");
    expect(fitted(invoice, "peppol").invoice).not.toHaveProperty("unknown");
    expect(fitted(invoice, "en16931").invoice).toHaveProperty("unknown");
  });

  test("given as JSON must be one well-formed element, and cannot break out of its place", () => {
    const part = (element: string) => ({ ...plain, unknown: { syntax: "ubl", parts: [{ at: "", element }] } });
    expect(parseInvoice(part("<cbc:UUID>1</cbc:UUID>")).unknown?.parts).toHaveLength(1);
    for (const element of ["<cbc:UUID>", "</Invoice><Invoice>", "<a/><b/>", "text", "<!DOCTYPE a>", ""]) expect(() => parseInvoice(part(element))).toThrow(InvoiceJsonError);
  });
});
