// Invoices for tests of the receiving side, made here: UBL with the values a test cares about, multipart bodies.
import { randomUUID } from "node:crypto";

export type UblValues = { number?: string; supplier?: string; vatId?: string; iban?: string | null; issueDate?: string; dueDate?: string; net?: string; tax?: string; gross?: string; description?: string };

/** A small UBL invoice (EN 16931) of one line at 19 %. */
export function ubl(values: UblValues = {}): Buffer {
  const v = {
    number: `T-${randomUUID().slice(0, 8)}`, supplier: "Harbour Print Works GmbH", vatId: "DE136695976", iban: "DE02120300000000202051" as string | null,
    issueDate: "2026-11-02", dueDate: "2026-11-16", net: "100.00", tax: "19.00", gross: "119.00", description: "Posters, A2", ...values,
  };
  const payment = v.iban === null ? "" : `<cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode><cac:PayeeFinancialAccount><cbc:ID>${v.iban}</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>`;
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID><cbc:ID>${v.number}</cbc:ID><cbc:IssueDate>${v.issueDate}</cbc:IssueDate><cbc:DueDate>${v.dueDate}</cbc:DueDate>
<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cac:AccountingSupplierParty><cac:Party><cac:PostalAddress><cbc:StreetName>Kai 4</cbc:StreetName><cbc:CityName>Hamburg</cbc:CityName><cbc:PostalZone>20457</cbc:PostalZone><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
<cac:PartyTaxScheme><cbc:CompanyID>${v.vatId}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme><cac:PartyLegalEntity><cbc:RegistrationName>${v.supplier}</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
<cac:AccountingCustomerParty><cac:Party><cac:PartyLegalEntity><cbc:RegistrationName>Our Own Firm Ltd</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingCustomerParty>
${payment}
<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">${v.tax}</cbc:TaxAmount><cac:TaxSubtotal><cbc:TaxableAmount currencyID="EUR">${v.net}</cbc:TaxableAmount><cbc:TaxAmount currencyID="EUR">${v.tax}</cbc:TaxAmount><cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
<cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="EUR">${v.net}</cbc:LineExtensionAmount><cbc:TaxExclusiveAmount currencyID="EUR">${v.net}</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="EUR">${v.gross}</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="EUR">${v.gross}</cbc:PayableAmount></cac:LegalMonetaryTotal>
<cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode="C62">1</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID="EUR">${v.net}</cbc:LineExtensionAmount><cac:Item><cbc:Name>${v.description}</cbc:Name><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory></cac:Item><cac:Price><cbc:PriceAmount currencyID="EUR">${v.net}</cbc:PriceAmount></cac:Price></cac:InvoiceLine>
</Invoice>`);
}

/** A multipart body as a browser sends it; `headers` go with it. */
export function multipart(files: { name: string; bytes: Buffer }[], fields: Record<string, string> = {}): { payload: Buffer; headers: Record<string, string> } {
  const boundary = `----test${randomUUID().replaceAll("-", "")}`;
  const parts = [
    ...Object.entries(fields).map(([name, value]) => Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)),
    ...files.flatMap((file) => [Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`), file.bytes, Buffer.from("\r\n")]),
    Buffer.from(`--${boundary}--\r\n`),
  ];
  return { payload: Buffer.concat(parts), headers: { "content-type": `multipart/form-data; boundary=${boundary}` } };
}
