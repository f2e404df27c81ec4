import { describe, expect, test } from "vitest";
import { flatInvoice } from "./flat.ts";
import { readXmlInvoice } from "./read.ts";
import { XmlError } from "./xml.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const ubl = (content: string, root = "Invoice") => bytes(
  `<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:b="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">${content}</${root}>`,
);
const cii = (content: string) => bytes(
  `<r:CrossIndustryInvoice xmlns:r="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:u="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">${content}</r:CrossIndustryInvoice>`,
);
const trade = (settlement: string, rest = "") => cii(`<r:SupplyChainTradeTransaction>${rest}<ApplicableHeaderTradeSettlement><InvoiceCurrencyCode>EUR</InvoiceCurrencyCode>${settlement}</ApplicableHeaderTradeSettlement></r:SupplyChainTradeTransaction>`);

describe("UBL", () => {
  test("a credit note is read with its own element names, and its due date from the payment means", () => {
    const { syntax, invoice, problems } = readXmlInvoice(ubl(
      `<b:ID>CN-7</b:ID><b:IssueDate>2025-03-31+02:00</b:IssueDate><b:CreditNoteTypeCode>381</b:CreditNoteTypeCode><b:DocumentCurrencyCode>SEK</b:DocumentCurrencyCode>
       <a:BillingReference><a:InvoiceDocumentReference><b:ID>F-1</b:ID></a:InvoiceDocumentReference></a:BillingReference>
       <a:AccountingSupplierParty><a:Party><a:PartyName><b:Name>Fjord AB</b:Name></a:PartyName>
         <a:PartyTaxScheme><b:CompanyID>5566-77</b:CompanyID><a:TaxScheme><b:ID>TAX</b:ID></a:TaxScheme></a:PartyTaxScheme>
         <a:PartyTaxScheme><b:CompanyID>SE556677889901</b:CompanyID><a:TaxScheme><b:ID>VAT</b:ID></a:TaxScheme></a:PartyTaxScheme></a:Party></a:AccountingSupplierParty>
       <a:PaymentMeans><b:PaymentMeansCode>30</b:PaymentMeansCode><b:PaymentDueDate>2025-04-30</b:PaymentDueDate><a:PayeeFinancialAccount><b:ID>1234-5678</b:ID></a:PayeeFinancialAccount></a:PaymentMeans>
       <a:TaxTotal><b:TaxAmount currencyID="EUR">2.20</b:TaxAmount></a:TaxTotal><a:TaxTotal><b:TaxAmount currencyID="SEK">25</b:TaxAmount></a:TaxTotal>
       <a:LegalMonetaryTotal><b:TaxInclusiveAmount>125.5</b:TaxInclusiveAmount></a:LegalMonetaryTotal>
       <a:CreditNoteLine><b:ID>1</b:ID><b:CreditedQuantity unitCode="HUR">2.50</b:CreditedQuantity><b:LineExtensionAmount>100</b:LineExtensionAmount><a:Item><b:Name>Work</b:Name></a:Item></a:CreditNoteLine>`, "CreditNote",
    ));
    expect(syntax).toBe("ubl");
    expect(problems).toEqual([]);
    expect(invoice).toMatchObject({
      number: "CN-7", issueDate: "2025-03-31", dueDate: "2025-04-30", precedingInvoices: [{ number: "F-1" }],
      seller: { name: "Fjord AB", vatId: "SE556677889901", taxNumber: "5566-77" },
      totals: { vatTotal: "25.00", grossTotal: "125.50" },
      lines: [{ quantity: "2.5", unit: "HUR", netAmount: "100.00", name: "Work" }],
    });
    expect(flatInvoice(invoice)).toMatchObject({ documentType: "credit_note", supplier: { name: "Fjord AB", iban: "1234-5678" }, taxTotal: "25.00", netTotal: null });
  });
  test("numbers and dates that are none become problems, not values", () => {
    const { invoice, problems } = readXmlInvoice(ubl(
      `<b:ID>1</b:ID><b:IssueDate>31.03.2025</b:IssueDate><b:DocumentCurrencyCode>EUR</b:DocumentCurrencyCode><a:LegalMonetaryTotal><b:TaxInclusiveAmount>1,5</b:TaxInclusiveAmount></a:LegalMonetaryTotal>`,
    ));
    expect(invoice.issueDate).toBeUndefined();
    expect(invoice.totals?.grossTotal).toBeUndefined();
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      "missing issueDate", "missing seller.name", "missing totals.grossTotal", "not_a_date issueDate", "not_a_decimal totals.grossTotal",
    ]);
  });
  test("a purchase order of \"NA\" is none, and the order of the seller is kept", () => {
    const { invoice } = readXmlInvoice(ubl(`<a:OrderReference><b:ID>NA</b:ID><b:SalesOrderID>S-9</b:SalesOrderID></a:OrderReference>`));
    expect([invoice.purchaseOrderReference, invoice.salesOrderReference]).toEqual([undefined, "S-9"]);
  });
  test("a tax in another currency does not pass for one in the invoice's", () => {
    const { invoice } = readXmlInvoice(ubl(`<b:DocumentCurrencyCode>SEK</b:DocumentCurrencyCode><a:TaxTotal><b:TaxAmount currencyID="EUR">2.20</b:TaxAmount></a:TaxTotal>`));
    expect(invoice.totals?.vatTotal).toBeUndefined();
    expect(readXmlInvoice(trade('<SpecifiedTradeSettlementHeaderMonetarySummation><TaxTotalAmount currencyID="GBP">9</TaxTotalAmount></SpecifiedTradeSettlementHeaderMonetarySummation>')).invoice.totals).toBeUndefined();
  });
  test("extensions cannot pass for terms", () => {
    const { invoice } = readXmlInvoice(ubl(`<x:ID xmlns:x="urn:other">evil</x:ID><b:ID>good</b:ID>`));
    expect(invoice.number).toBe("good");
  });
});

describe("CII", () => {
  test("tax is taken in the invoice's currency, freight counts as a charge, the IBAN goes before an account number", () => {
    const { invoice } = readXmlInvoice(trade(
      `<SpecifiedTradeSettlementPaymentMeans><TypeCode>30</TypeCode><PayeePartyCreditorFinancialAccount><ProprietaryID>12-34</ProprietaryID></PayeePartyCreditorFinancialAccount></SpecifiedTradeSettlementPaymentMeans>
       <SpecifiedTradeSettlementPaymentMeans><TypeCode>30</TypeCode><PayeePartyCreditorFinancialAccount><IBANID>DE02120300000000202051</IBANID></PayeePartyCreditorFinancialAccount></SpecifiedTradeSettlementPaymentMeans>
       <SpecifiedLogisticsServiceCharge><Description>Freight</Description><AppliedAmount>5.8</AppliedAmount><AppliedTradeTax><CategoryCode>S</CategoryCode><RateApplicablePercent>19.00</RateApplicablePercent></AppliedTradeTax></SpecifiedLogisticsServiceCharge>
       <SpecifiedTradeSettlementHeaderMonetarySummation><TaxTotalAmount currencyID="GBP">9</TaxTotalAmount><TaxTotalAmount currencyID="EUR">10</TaxTotalAmount></SpecifiedTradeSettlementHeaderMonetarySummation>`,
    ));
    expect(invoice.totals?.vatTotal).toBe("10.00");
    expect(invoice.charges).toEqual([{ amount: "5.80", reason: "Freight", vatCategory: "S", vatRate: "19" }]);
    expect(flatInvoice(invoice).supplier.iban).toBe("DE02120300000000202051");
  });
  test("headings and remarks among the lines charge nothing", () => {
    const line = (id: string, status: string) => `<IncludedSupplyChainTradeLineItem><AssociatedDocumentLineDocument><LineID>${id}</LineID>${status}</AssociatedDocumentLineDocument><SpecifiedTradeProduct><Name>P${id}</Name></SpecifiedTradeProduct></IncludedSupplyChainTradeLineItem>`;
    const { invoice } = readXmlInvoice(trade("", line("1", "<LineStatusReasonCode>GROUP</LineStatusReasonCode>") + line("1.1", "<LineStatusReasonCode>DETAIL</LineStatusReasonCode>") + line("2", "")));
    expect(invoice.lines.map(({ id }) => id)).toEqual(["1.1", "2"]);
  });
  test("a month is no day", () => {
    const { invoice, problems } = readXmlInvoice(cii('<r:ExchangedDocument><ID>1</ID><IssueDateTime><u:DateTimeString format="610">202503</u:DateTimeString></IssueDateTime></r:ExchangedDocument>'));
    expect(invoice.issueDate).toBeUndefined();
    expect(problems).toContainEqual(expect.objectContaining({ code: "not_a_date", path: "issueDate" }));
  });
  test("ZUGFeRD 1.0 is read by its older names", () => {
    const { syntax, invoice } = readXmlInvoice(bytes(
      `<r:CrossIndustryDocument xmlns:r="urn:ferd:CrossIndustryDocument:invoice:1p0" xmlns="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:12" xmlns:u="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:15">
       <r:HeaderExchangedDocument><ID>471102</ID><Name>RECHNUNG</Name><TypeCode>380</TypeCode><IssueDateTime><u:DateTimeString format="102">20130305</u:DateTimeString></IssueDateTime></r:HeaderExchangedDocument>
       <r:SpecifiedSupplyChainTradeTransaction>
        <ApplicableSupplyChainTradeAgreement><SellerTradeParty><Name>Alt GmbH</Name><PostalTradeAddress><PostcodeCode>80333</PostcodeCode><LineOne>Lange Straße 2</LineOne><CityName>München</CityName></PostalTradeAddress>
          <SpecifiedTaxRegistration><ID schemeID="FC">201/113/40209</ID></SpecifiedTaxRegistration><SpecifiedTaxRegistration><ID schemeID="VA">DE123456789</ID></SpecifiedTaxRegistration></SellerTradeParty>
          <BuyerOrderReferencedDocument><ID>B-1</ID></BuyerOrderReferencedDocument></ApplicableSupplyChainTradeAgreement>
        <ApplicableSupplyChainTradeSettlement><InvoiceCurrencyCode>EUR</InvoiceCurrencyCode>
          <ApplicableTradeTax><CalculatedAmount currencyID="EUR">37.62</CalculatedAmount><TypeCode>VAT</TypeCode><BasisAmount currencyID="EUR">198</BasisAmount><CategoryCode>S</CategoryCode><ApplicablePercent>19.00</ApplicablePercent></ApplicableTradeTax>
          <SpecifiedTradeSettlementMonetarySummation><LineTotalAmount currencyID="EUR">198.00</LineTotalAmount><GrandTotalAmount currencyID="EUR">235.62</GrandTotalAmount></SpecifiedTradeSettlementMonetarySummation></ApplicableSupplyChainTradeSettlement>
        <IncludedSupplyChainTradeLineItem><AssociatedDocumentLineDocument><IncludedNote><Content>Wir danken</Content></IncludedNote></AssociatedDocumentLineDocument></IncludedSupplyChainTradeLineItem>
        <IncludedSupplyChainTradeLineItem><SpecifiedSupplyChainTradeAgreement><NetPriceProductTradePrice><ChargeAmount>9.9000</ChargeAmount></NetPriceProductTradePrice></SpecifiedSupplyChainTradeAgreement>
          <SpecifiedSupplyChainTradeDelivery><BilledQuantity unitCode="C62">20.0000</BilledQuantity></SpecifiedSupplyChainTradeDelivery>
          <SpecifiedSupplyChainTradeSettlement><ApplicableTradeTax><ApplicablePercent>19.00</ApplicablePercent></ApplicableTradeTax><SpecifiedTradeSettlementMonetarySummation><LineTotalAmount>198.00</LineTotalAmount></SpecifiedTradeSettlementMonetarySummation></SpecifiedSupplyChainTradeSettlement>
          <SpecifiedTradeProduct><Name>Trennblätter A4</Name></SpecifiedTradeProduct></IncludedSupplyChainTradeLineItem>
       </r:SpecifiedSupplyChainTradeTransaction></r:CrossIndustryDocument>`,
    ));
    expect(syntax).toBe("cii");
    expect(flatInvoice(invoice)).toEqual({
      documentType: "invoice", invoiceNumber: "471102", issueDate: "2013-03-05", dueDate: null, purchaseOrder: "B-1", currency: "EUR",
      supplier: { name: "Alt GmbH", vatId: "DE123456789", address: "Lange Straße 2, 80333 München", iban: null },
      customer: { name: null, vatId: null, address: null },
      lines: [{ description: "Trennblätter A4", quantity: "20", unitPrice: "9.9", netAmount: "198.00", taxRate: "19" }],
      netTotal: null, taxTotal: null, grossTotal: "235.62", amountDue: null,
    });
  });
});

test("other XML is told apart from invoices", () => {
  for (const other of ["<html/>", '<Invoice xmlns="urn:other"/>', '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"/>', "<Invoice/>"]) {
    try {
      readXmlInvoice(bytes(other));
      expect.unreachable();
    } catch (error) {
      expect(error instanceof XmlError && error.code).toBe("not_an_invoice");
    }
  }
});

test("an invoice of nothing but its root is read, with what is missing named", () => {
  const { invoice, problems } = readXmlInvoice(ubl(""));
  expect(invoice.lines).toEqual([]);
  expect(problems.every(({ code }) => code === "missing")).toBe(true);
});

test("a file made to be slow is read in time, and its problems are bounded", () => {
  const lines = '<a:InvoiceLine><b:LineExtensionAmount>x</b:LineExtensionAmount></a:InvoiceLine>'.repeat(20_000);
  const started = performance.now();
  const { invoice, problems } = readXmlInvoice(ubl(`<a:PaymentTerms><b:Note>a${" ".repeat(4_000_000)}b</b:Note></a:PaymentTerms>${lines}`));
  expect(invoice.lines.length).toBe(20_000);
  expect(problems.length).toBe(200);
  expect(performance.now() - started).toBeLessThan(10_000);
});
