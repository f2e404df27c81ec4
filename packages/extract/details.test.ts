import { describe, expect, test } from "vitest";
import { readWords } from "./read.ts";
import type { FieldPath, Reading } from "./reading.ts";
import { typed } from "./test-pages.ts";

const read = (text: string, confidence?: number): Reading => readWords([typed(text, confidence === undefined ? {} : { confidence })]);
const values = (reading: Reading, ...paths: FieldPath[]) => paths.map((path) => reading.fields[path]?.value);
const plain = (cells: object): Record<string, string> => Object.fromEntries(Object.entries(cells).map(([name, field]: [string, { value: string }]) => [name, field.value]));

describe("references", () => {
  test.each([
    ["Contract No.: V-2024/17", "contractReference", "V-2024/17"], ["Vertragsnummer 88123", "contractReference", "88123"], ["N° de contrat : C-4410", "contractReference", "C-4410"], ["Umowa nr 12/2024", "contractReference", "12/2024"],
    ["Bauvorhaben: BV-551", "projectReference", "BV-551"], ["Commessa n. 4471", "projectReference", "4471"], ["Job No. 7781", "projectReference", "7781"],
    ["Lieferschein-Nr. LS80012", "despatchAdvice", "LS80012"], ["Bon de livraison n° BL-993", "despatchAdvice", "BL-993"], ["Albarán n.º A-1203", "despatchAdvice", "A-1203"], ["Dodací list č. 20240017", "despatchAdvice", "20240017"], ["Δελτίο αποστολής 4512", "despatchAdvice", "4512"],
    ["Unsere Auftragsnummer: AB-77120", "salesOrder", "AB-77120"], ["Kostenstelle 4711", "accountingReference", "4711"], ["Goods receipt No. GR-551", "receivingAdvice", "GR-551"],
    ["Mandatsreferenz: M-2024-0012", "mandateReference", "M-2024-0012"], ["Machtigingskenmerk MK778120", "mandateReference", "MK778120"],
  ] as const)("%s", (line, path, value) => {
    const reading = read(`
Rechnung
Rechnungsnummer: R-2024-118
${line}`);
    expect(reading.fields[path]).toMatchObject({ value, checks: ["label"] });
    expect(reading.fields[path]!.evidence[0]!.raw).toContain(value.split(" ").at(-1)!);
  });

  test("what the label does not mean, and what answers for another field, is left out", () => {
    const reading = read(`
Invoice No.: 4711
Delivery note date: 03.05.2024
Project manager: 4
Contract date: 01.01.2024
Contract details on page 2`);
    expect(values(reading, "despatchAdvice", "projectReference", "contractReference")).toEqual([undefined, undefined, undefined]);
    expect(reading.fields.invoiceNumber?.value).toBe("4711");
  });

  test("a credit note names its invoice and that one's date", () => {
    const reading = read(`
Gutschrift
Gutschriftsnummer: G-9      Datum: 20.05.2024
zu Rechnung R-2024-118 vom 03.05.2024`);
    expect(values(reading, "invoiceNumber", "precedingInvoice.number", "precedingInvoice.date", "issueDate")).toEqual(["G-9", "R-2024-118", "2024-05-03", "2024-05-20"]);
  });

  test.each([["Leistungszeitraum: 01.03.2024 – 31.03.2024"], ["Leistungszeitraum: 01.03. – 31.03.2024"], ["Leistungszeitraum: März 2024"], ["Billing period   2024-03-01 to 2024-03-31"]])("%s is a period", (line) => {
    expect(values(read(`
Rechnung R-1
Datum: 15.04.2024
${line}`), "periodStart", "periodEnd")).toEqual(["2024-03-01", "2024-03-31"]);
  });

  test("a creditor identifier counts only with its check digits; a misread sign of a scan is put right", () => {
    const page = (id: string) => `
Rechnung R-1
Mandatsreferenz: M-12
Gläubiger-ID: ${id}`;
    const good = read(page("DE98ZZZ09999999999"));
    expect(good.fields.creditorId).toMatchObject({ level: "proven", checks: ["label", "creditor_checksum"] });
    expect(good.fields.paymentMeans).toMatchObject({ value: "59" });
    expect(read(page("DE98ZZZ09999999998")).fields.creditorId).toBeUndefined();
    expect(read(page("DE98ZZZO9999999999"), 0.95).fields.creditorId).toMatchObject({ value: "DE98ZZZ09999999999", checks: ["label", "creditor_checksum", "repaired"], evidence: [{ raw: "DE98ZZZO9999999999" }] });
    expect(read(page("DE98ZZZO9999999999"), 0.95).fields.creditorId!.level).not.toBe("proven");
  });
});

describe("accounts", () => {
  test("all accounts are listed with what stands beside them, and the first is the one to pay to", () => {
    const reading = read(`
Rechnung R-1

Volksbank Ostermoor  IBAN DE89 3704 0044 0532 0130 00  BIC COBADEFFXXX
Sparkasse Steinfelden  IBAN DE02 1203 0000 0000 2020 51  BIC BYLADEM1001`);
    expect(reading.accounts.map(plain)).toEqual([{ iban: "DE89370400440532013000", bic: "COBADEFFXXX" }, { iban: "DE02120300000000202051", bic: "BYLADEM1001" }]);
    expect(values(reading, "supplier.iban", "supplier.bic")).toEqual(["DE89370400440532013000", "COBADEFFXXX"]);
  });

  test("the account that will be debited is the customer's, not one to pay to", () => {
    const reading = read(`
Rechnung R-1
Der Betrag wird von Ihrem Konto IBAN DE02 1203 0000 0000 2020 51 eingezogen
Bankverbindung: IBAN DE89 3704 0044 0532 0130 00`);
    expect(values(reading, "supplier.iban", "debitedAccount")).toEqual(["DE89370400440532013000", "DE02120300000000202051"]);
    expect(reading.accounts).toHaveLength(1);
  });

  test("national accounts come with their bank's code", () => {
    expect(read(`
Invoice No. 12
Account Name: Marlstone Supplies Ltd
Sort Code: 20-45-77
Account No.: 73801137`).accounts.map(plain)).toEqual([{ number: "73801137", routing: "20-45-77", name: "Marlstone Supplies Ltd" }]);
    expect(read(`
Invoice No. 12
Routing No. 111000025   Account No. 000123456789`).accounts[0]!.routing!.checks).toContain("routing_checksum");
    expect(read(`
Invoice No. 12
Customer account No. 73801137`).accounts).toEqual([]);
  });

  test("a national number inside an IBAN is the same account", () => {
    expect(read(`
Rechnung R-1
Konto-Nr. 532013000   BLZ 370 400 44
IBAN DE89 3704 0044 0532 0130 00`).accounts.map(plain)).toEqual([{ iban: "DE89370400440532013000", number: "532013000", routing: "370 400 44" }]);
  });

  test("the words for the means of payment become its code", () => {
    expect(values(read("\nRechnung R-1\nZahlungsart: SEPA-Lastschrift"), "paymentMeans")).toEqual(["59"]);
    expect(values(read("\nFacture n° 4\nMode de règlement : Carte bancaire **** **** **** 4821"), "paymentMeans", "cardLastFour")).toEqual(["48", "4821"]);
  });
});

describe("parties", () => {
  const letter = `
Marlstone Supplies Ltd
12 Quay Street
Dublin

Invoice No. 12

Bill to
Kranich Handel AG
Am Markt 1
10115 Berlin
Tel. 030 5550142
einkauf@kranich.example

Deliver to
Kranich Lager Nord
Werftweg 9
24143 Kiel

Your contact: Nora Lindqvist
ABN 53 004 085 616
Web: marlstone.example`;

  test("register numbers are typed by their label and check digits", () => {
    const reading = read(letter);
    expect(reading.identifiers).toMatchObject([{ party: "supplier", scheme: "abn", value: { value: "53004085616", level: "proven", checks: ["label", "register_checksum"] } }]);
    expect(values(reading, "supplier.registrationNumber")).toEqual(["53004085616"]);
    expect(read(letter.replace("085 616", "085 617")).identifiers).toEqual([]);
  });

  test("contacts of both sides, and where the goods went", () => {
    expect(values(read(letter), "supplier.contactName", "supplier.website", "customer.email", "customer.phone", "deliverTo.name", "deliverTo.address"))
      .toEqual(["Nora Lindqvist", "marlstone.example", "einkauf@kranich.example", "030 5550142", "Kranich Lager Nord", "Werftweg 9, 24143 Kiel"]);
  });
});

test("a factor is the payee, and the seller's own name as holder of the account is none", () => {
  const page = (name: string): string => `
Lieferant Nord GmbH
Lieferantenstraße 20
80333 München

Rechnung R-2024-118

Rechnungsempfänger
Kranich Handel AG
Am Markt 1
10115 Berlin

Zahlungsempfänger:
Nummer 4711
${name}

IBAN DE89 3704 0044 0532 0130 00`;
  expect(values(read(page("Westhafen Factoring GmbH")), "payee.name")).toEqual(["Westhafen Factoring GmbH"]);
  expect(values(read(page("Lieferant Nord GmbH")), "payee.name")).toEqual([undefined]);
});

describe("tills", () => {
  test("time, money given and money back; given less back is the total", () => {
    const reading = read(`
Lindhof Markt
Hauptstr. 4
10115 Berlin
Datum 18.11.2024 19:53
Brot            3,20
Milch           1,80
SUMME EUR       5,00
Bar            20,00
Rückgeld       15,00`);
    expect(values(reading, "time", "tendered", "change")).toEqual(["19:53", "20.00", "15.00"]);
    expect(reading.fields.tendered!.checks).toContain("given_less_change");
  });
});

test("a rate of exchange tells which amount is the tax in the other currency", () => {
  const reading = read(`
Faktura nr FV/4/2024
Razem netto     1 000,00 EUR
VAT 23%           230,00 EUR
Razem brutto    1 230,00 EUR
Kurs waluty: 1 EUR = 4,3215 PLN
Kwota VAT         993,95 PLN`);
  expect(values(reading, "exchangeRate", "taxCurrency", "taxTotalInTaxCurrency")).toEqual(["4.3215", "PLN", "993.95"]);
});

describe("notes and representatives", () => {
  test.each([
    ["Bemerkung: Bitte beachten Sie die neuen\nÖffnungszeiten ab Mai.", "Bitte beachten Sie die neuen Öffnungszeiten ab Mai."], ["Notes\nDeliveries only before noon,\nplease ring twice.", "Deliveries only before noon, please ring twice."],
    ["Remarques : Livraison au quai 4", "Livraison au quai 4"], ["Observaciones:   Entregar en el almacén", "Entregar en el almacén"],
  ])("%s is a note", (lines, value) => {
    expect(read(`
Invoice No. 12

${lines}

IBAN: DE89 3704 0044 0532 0130 00`).fields.note).toMatchObject({ value, checks: ["label"] });
  });

  test("a title, a reference and a heading of a table are no notes", () => {
    expect(values(read("\nNota de crédito\nNote No. 44 of May"), "note")).toEqual([undefined]);
    expect(values(read("\nInvoice No. 12\nDelivery note: LS 44\nNotes\nIBAN: DE89 3704 0044 0532 0130 00"), "note")).toEqual([undefined]);
  });

  test("a tax representative has an address", () => {
    expect(values(read(`
Rechnung R-1

Fiskalvertreter:
Grenzland Steuer GmbH
Ringstraße 4
10115 Berlin
Deutschland
USt-IdNr. DE136695976`), "taxRepresentative.name", "taxRepresentative.address")).toEqual(["Grenzland Steuer GmbH", "Ringstraße 4, 10115 Berlin, Deutschland"]);
    expect(values(read("\nInvoice No. 12\nTax representative: Harbour Fiscal Ltd, 12 Quay Street, 1012 AB Amsterdam"), "taxRepresentative.name", "taxRepresentative.address")).toEqual(["Harbour Fiscal Ltd", "12 Quay Street, 1012 AB Amsterdam"]);
  });
});
