import { expect, test } from "vitest";
import { tokensOf, withinOneEdit } from "./fold.ts";
import { labelsOf } from "./labels.ts";
import { layOut } from "./lines.ts";
import { typed } from "./test-pages.ts";

const fields = (text: string, confidence?: number): string[] => labelsOf(layOut([typed(text, confidence === undefined ? {} : { confidence })])).map((label) => label.field);

test("the many ways to write a number's label fold into one", () => {
  for (const text of ["Rechnungsnummer", "Rechnungs-Nr.:", "RECHNUNGSNR", "Rechnungs Nr"]) expect(tokensOf(text)).toEqual(["rechnungs", "№"]);
  for (const text of ["N° facture", "nº facture", "No. facture", "# facture"]) expect(tokensOf(text)).toEqual(["№", "facture"]);
});

test.each([
  ["Invoice No:", "invoiceNumber"], ["Rechnungsnummer", "invoiceNumber"], ["Facture n°", "invoiceNumber"], ["Factuurnummer", "invoiceNumber"], ["Fakturanr.", "invoiceNumber"], ["Faktura VAT nr", "invoiceNumber"],
  ["Invoice Date", "issueDate"], ["Data wystawienia", "issueDate"], ["Date d'émission", "issueDate"], ["Fälligkeitsdatum", "dueDate"], ["Date d'échéance", "dueDate"], ["Förfallodatum", "dueDate"], ["Termin płatności", "dueDate"],
  ["Total HT", "netTotal"], ["Base imponible", "netTotal"], ["zzgl. Umsatzsteuer", "taxTotal"], ["Totaal incl. btw", "grossTotal"], ["Net à payer", "amountDue"], ["Do zapłaty", "amountDue"],
])("“%s” announces %s", (text, field) => {
  expect(fields(text)).toContain(field);
});

test("the longest phrase wins: an invoice date is no mere date, an order date no invoice date", () => {
  expect(fields("Invoice Date")).toEqual(["issueDate"]);
  expect(fields("Order Date")).toEqual(["otherDate"]);
});

test("one misread letter is forgiven in scans only", () => {
  expect(withinOneEdit("rechnung", "rechnunq")).toBe(true);
  expect(fields("Subtotel", 0.8)).toEqual(["netTotal"]);
  expect(fields("Subtotel")).toEqual([]);
});

test("a value glued to the number sign is not part of the label", () => {
  const [label] = labelsOf(layOut([typed("Invoice #INV-7")]));
  expect(label!.text).toBe("Invoice");
});
