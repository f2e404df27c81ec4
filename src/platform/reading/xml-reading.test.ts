import { readXmlInvoice, type ReadInvoice } from "@counterfoil/einvoice";
import type { PageWords, Word } from "@counterfoil/extract";
import { expect, test } from "vitest";
import { readingOfInvoice } from "./xml-reading.ts";

const cbc = (name: string, value: string, attributes = "") => `<cbc:${name}${attributes}>${value}</cbc:${name}>`;
const amount = (name: string, value: string) => cbc(name, value, ' currencyID="EUR"');

function ubl({ net = "100.00", tax = "19.00", gross = "119.00" } = {}): ReadInvoice {
  const party = (tag: string, name: string, street: string, zone: string, city: string, vat: string) => `<cac:${tag}><cac:Party><cac:PartyName>${cbc("Name", name)}</cac:PartyName><cac:PostalAddress>${cbc("StreetName", street)}${cbc("CityName", city)}${cbc("PostalZone", zone)}<cac:Country>${cbc("IdentificationCode", "DE")}</cac:Country></cac:PostalAddress><cac:PartyTaxScheme>${cbc("CompanyID", vat)}<cac:TaxScheme>${cbc("ID", "VAT")}</cac:TaxScheme></cac:PartyTaxScheme><cac:PartyLegalEntity>${cbc("RegistrationName", name)}</cac:PartyLegalEntity></cac:Party></cac:${tag}>`;
  const category = `<cac:TaxCategory>${cbc("ID", "S")}${cbc("Percent", "19")}<cac:TaxScheme>${cbc("ID", "VAT")}</cac:TaxScheme></cac:TaxCategory>`;
  const xml = `<?xml version="1.0" encoding="UTF-8"?><Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
${cbc("ID", "R-77")}${cbc("IssueDate", "2025-03-14")}${cbc("DueDate", "2025-04-13")}${cbc("InvoiceTypeCode", "380")}${cbc("DocumentCurrencyCode", "EUR")}
${party("AccountingSupplierParty", "Nordwind Papier GmbH", "Hafenstr. 12", "20457", "Hamburg", "DE136695976")}${party("AccountingCustomerParty", "Blauwal Verlag GmbH", "Seeweg 3", "24103", "Kiel", "DE811569869")}
<cac:TaxTotal>${amount("TaxAmount", tax)}<cac:TaxSubtotal>${amount("TaxableAmount", net)}${amount("TaxAmount", tax)}${category}</cac:TaxSubtotal></cac:TaxTotal>
<cac:LegalMonetaryTotal>${amount("LineExtensionAmount", net)}${amount("TaxExclusiveAmount", net)}${amount("TaxInclusiveAmount", gross)}${amount("PayableAmount", gross)}</cac:LegalMonetaryTotal>
<cac:InvoiceLine>${cbc("ID", "1")}${cbc("InvoicedQuantity", "4", ' unitCode="C62"')}${amount("LineExtensionAmount", "100.00")}<cac:Item>${cbc("Name", "Paper A4")}${category.replaceAll("TaxCategory", "ClassifiedTaxCategory")}</cac:Item><cac:Price>${amount("PriceAmount", "25.00")}</cac:Price></cac:InvoiceLine></Invoice>`;
  return readXmlInvoice(Buffer.from(xml)).invoice;
}

function page(...lines: string[]): PageWords {
  const words: Word[] = lines.flatMap((line, row) => {
    let x = 50;
    return line.split(" ").map((text) => {
      const box = { x, y: 100 + row * 14, width: text.length * 6, height: 10 };
      x += (text.length + 1) * 6;
      return { text, page: 1, box, fontSize: 10, bold: false };
    });
  });
  return { number: 1, width: 595, height: 842, words, source: "text", reason: "" };
}

test("an e-invoice is read exactly, and values that its arithmetic supports are proven by it", () => {
  const reading = readingOfInvoice(ubl(), "ubl", [], []);
  const values = Object.fromEntries(Object.entries(reading.fields).map(([path, field]) => [path, field.value]));
  expect(values).toMatchObject({
    documentType: "invoice", invoiceNumber: "R-77", issueDate: "2025-03-14", dueDate: "2025-04-13", currency: "EUR",
    "supplier.name": "Nordwind Papier GmbH", "supplier.vatId": "DE136695976", "supplier.address": "Hafenstr. 12, 20457 Hamburg",
    "customer.name": "Blauwal Verlag GmbH", netTotal: "100.00", taxTotal: "19.00", grossTotal: "119.00", amountDue: "119.00",
  });
  expect(reading.proof).toBe("complete");
  expect(reading.checks.every((check) => check.holds)).toBe(true);
  expect(reading.fields.grossTotal).toMatchObject({ source: "xml", level: "proven", checks: ["xml", "net_plus_tax", "amount_due"] });
  expect(reading.lines).toHaveLength(1);
  expect(reading.lines[0]!.netAmount!.value).toBe("100.00");
});

test("totals that do not add up are shown with the equation, and nothing about them is proven", () => {
  const reading = readingOfInvoice(ubl({ gross: "120.00" }), "ubl", [], []);
  expect(reading.proof).toBe("contradictory");
  const broken = reading.checks.find((check) => check.name === "net_plus_tax")!;
  expect(broken).toMatchObject({ holds: false, equation: "100.00 + 19.00 = 120", difference: "-1" });
  expect(reading.fields.grossTotal).toMatchObject({ level: "unsure", value: "120.00" });
  expect(reading.fields.grossTotal!.reason).toContain("does not hold");
  expect(reading.fields.invoiceNumber!.level).toBe("proven");
});

test("values of a hybrid invoice get their places on the page", () => {
  const shown = page("Nordwind Papier GmbH", "Rechnung R-77 vom 14.03.2025", "Paper A4 4 25,00 100,00", "Netto 100,00", "19 % 19,00", "Gesamt 119,00 EUR");
  const reading = readingOfInvoice(ubl(), "facturx", [shown], []);
  expect(reading.fields["supplier.name"]!.evidence[0]!.raw).toBe("Nordwind Papier GmbH");
  expect(reading.fields.issueDate!.evidence[0]!.raw).toBe("14.03.2025");
  expect(reading.fields.grossTotal!.evidence[0]).toMatchObject({ page: 1, raw: "119,00" });
  expect(reading.lines[0]!.netAmount!.evidence[0]!.box.y).toBe(reading.lines[0]!.description!.evidence[0]!.box.y);
  expect(reading.problems).toEqual([]);
});

test("a hybrid invoice whose page shows another total is flagged", () => {
  const reading = readingOfInvoice(ubl(), "facturx", [page("Rechnung R-77", "Gesamt 219,00 EUR")], []);
  expect(reading.problems.map((problem) => problem.code)).toEqual(["xml_differs_from_picture"]);
});

test("where the page clearly says another number, payee or account than the XML, each difference is told; spelling is none", () => {
  const invoice = ubl();
  const paying = { ...invoice, payment: { meansCode: "58", transfers: [{ account: "DE02120300000000202051" }] } };
  const foot = "IBAN DE89 3704 0044 0532 0130 00";
  const other = page("Otherwise Trading GmbH", "Hafenstr. 12", "20457 Hamburg", "Rechnungsnummer: R-99", "Rechnungsdatum: 14.03.2025", "Nettobetrag 100,00", "19 % USt 19,00", "Gesamtbetrag 119,00 EUR", foot);
  const told = readingOfInvoice(paying, "facturx", [other], []).problems.filter((problem) => problem.code === "xml_differs_from_picture").map((problem) => problem.message).join("\n");
  expect(told).toContain("the number as R-77, the page shows R-99");
  expect(told).toContain("account to pay to as DE02120300000000202051, the page shows DE89370400440532013000");
  const same = page("NORDWIND PAPIER GMBH", "Hafenstr. 12", "20457 Hamburg", "Rechnungsnummer: R 77", "Rechnungsdatum: 14. März 2025", "Nettobetrag 100,00", "19 % USt 19,00", "Gesamtbetrag 119,00 EUR", "IBAN DE02 1203 0000 0000 2020 51");
  expect(readingOfInvoice(paying, "facturx", [same], []).problems.map((problem) => problem.message)).toEqual([]);
});
