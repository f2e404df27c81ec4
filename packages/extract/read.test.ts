import { expect, test } from "vitest";
import { toFlat } from "./flat.ts";
import { readWords } from "./read.ts";
import { typed } from "./test-pages.ts";

const read = (text: string) => readWords([typed(text)]);
const flat = (text: string) => toFlat(read(text));

test("a German invoice with a sender line and an address window", () => {
  const reading = read(`

                                                                    Nordlicht Werbung GmbH
                                                                    Hafenstraße 12
                                                                    20457 Hamburg
Nordlicht Werbung GmbH · Hafenstraße 12 · 20457 Hamburg             info@nordlicht-werbung.example

Bäckerei Sonnenschein e.K.
Frau Petra Klein
Marktplatz 3
21335 Lüneburg

                                                        Rechnungsnummer:      RE-2024-0815
                                                        Rechnungsdatum:       14.03.2024

Pos.   Bezeichnung                          Menge   Einheit    Einzelpreis      Gesamtpreis
1      Flyer DIN A5, 4/4-farbig              1000   Stk.          0,089 €          89,00 €
       135 g Bilderdruck matt
2      Grafikstunden                          3,5   Std.         75,00 €          262,50 €

                                            Nettobetrag                           351,50 €
                                            zzgl. 19 % USt.                        66,79 €
                                            Rechnungsbetrag                       418,29 €

Zahlbar innerhalb von 14 Tagen ohne Abzug bis zum 28.03.2024.

Geschäftsführer: Jan Petersen   USt-IdNr. DE136695976                IBAN DE02 1203 0000 0000 2020 51`);
  expect(toFlat(reading)).toMatchObject({
    documentType: "invoice", invoiceNumber: "RE-2024-0815", issueDate: "2024-03-14", dueDate: "2024-03-28", currency: "EUR",
    supplier: { name: "Nordlicht Werbung GmbH", vatId: "DE136695976", address: "Hafenstraße 12, 20457 Hamburg", iban: "DE02120300000000202051" },
    customer: { name: "Bäckerei Sonnenschein e.K.", address: "Marktplatz 3, 21335 Lüneburg" },
    netTotal: "351.50", taxTotal: "66.79", grossTotal: "418.29", amountDue: "418.29",
    lines: [{ description: "Flyer DIN A5, 4/4-farbig", quantity: "1000", unit: "Stk.", unitPrice: "0.089", netAmount: "89.00" }, { description: "Grafikstunden", quantity: "3.5", unit: "Std.", netAmount: "262.50" }],
  });
  expect(reading.proof).toBe("complete");
  expect(reading.checks.every((check) => check.holds)).toBe(true);
  expect([reading.fields.grossTotal!.level, reading.fields["supplier.iban"]!.level, reading.fields["supplier.vatId"]!.level]).toEqual(["proven", "proven", "proven"]);
});

test("every field has evidence or a formula, and every evidence a page, a box and the raw text", () => {
  const { fields } = read("Rechnung Nr. 5 vom 02.01.2024\nNetto   100,00\nMwSt. 19 %   19,00\nGesamtbetrag EUR   119,00\nBereits bezahlt   19,00");
  for (const field of Object.values(fields)) {
    expect(field.evidence.length > 0 || Boolean(field.formula)).toBe(true);
    for (const { page, box, raw } of field.evidence) expect(page === 1 && box.width > 0 && raw.length > 0).toBe(true);
    if (field.level === "unsure") expect(field.reason).toMatch(/\.$/);
  }
  expect(fields.amountDue).toMatchObject({ value: "100.00", source: "derived", formula: "119.00 − 19.00 = 100.00" });
});

test("a French invoice with thousands set off by spaces and an advance payment", () => {
  expect(flat(`
Atelier du Bois SARL                                            FACTURE N° F2024-117
12 rue des Lilas
31000 Toulouse                                                  Date : 05/02/2024
TVA intracommunautaire : FR44732829320                          Échéance : 06/03/2024

                                                                Facturé à :
                                                                Mairie de Blagnac
                                                                1 place des Arts
                                                                31700 Blagnac

Désignation                                 Qté     PU HT        TVA      Total HT
Table en chêne massif                        2      450,00 €     20 %      900,00 €
Chaise assortie                              8      100,50 €     20 %      804,00 €

                                                        Total HT        1 704,00 €
                                                        TVA 20 %          340,80 €
                                                        Total TTC       2 044,80 €
                                                        Acompte versé     500,00 €
                                                        Net à payer     1 544,80 €`)).toMatchObject({
    invoiceNumber: "F2024-117", issueDate: "2024-02-05", dueDate: "2024-03-06", supplier: { name: "Atelier du Bois SARL", vatId: "FR44732829320" }, customer: { name: "Mairie de Blagnac" },
    netTotal: "1704.00", taxTotal: "340.80", grossTotal: "2044.80", amountDue: "1544.80",
  });
});

test("an American invoice in boxes", () => {
  expect(flat(`
ACME PLUMBING SUPPLY                                               INVOICE

123 Industrial Blvd.                       DATE         INVOICE #      TERMS      DUE DATE
Dallas, TX 75201                           3/15/2024    88231          Net 30     4/14/2024

BILL TO                                    SHIP TO
Riverside Apartments                       Riverside Apartments
9 River Road                               9 River Road
Austin, TX 78701                           Austin, TX 78701

P.O. NUMBER      SHIP VIA      REP
4500-221         UPS           JT

QTY     ITEM          DESCRIPTION                       PRICE EACH      AMOUNT
24      CPX-34        3/4" Copper elbow                       1.85       44.40
 6      VLV-12        1/2" Ball valve                        12.40       74.40

                                             Subtotal                   $118.80
                                             Sales Tax (8.25%)            $9.80
                                             Balance Due                $128.60`)).toMatchObject({
    invoiceNumber: "88231", issueDate: "2024-03-15", dueDate: "2024-04-14", purchaseOrder: "4500-221", currency: "USD",
    supplier: { name: "ACME PLUMBING SUPPLY", address: "123 Industrial Blvd., Dallas, TX 75201" }, customer: { name: "Riverside Apartments" },
    lines: [{ itemId: "CPX-34", description: '3/4" Copper elbow', quantity: "24" }, { itemId: "VLV-12" }], grossTotal: "128.60",
  });
});

test("an Italian invoice with a row of labels over a row of values", () => {
  expect(flat(`
Officine Rossi S.r.l.
Via Garibaldi 45
20121 Milano (MI)
P.IVA IT00743110157

                                                        Spett.le
                                                        Bianchi S.p.A.
                                                        Corso Italia 7
                                                        10121 Torino (TO)

FATTURA

Numero              Data              Scadenza            Pagamento
2024/55             31/01/2024        29/02/2024          Bonifico bancario

Descrizione                      Q.tà      Prezzo        Importo     IVA
Manutenzione tornio                 1      850,00         850,00      22

                                              Imponibile              850,00
                                              IVA 22%                 187,00
                                              Totale fattura        1.037,00`)).toMatchObject({
    invoiceNumber: "2024/55", issueDate: "2024-01-31", dueDate: "2024-02-29", supplier: { name: "Officine Rossi S.r.l.", vatId: "IT00743110157" }, customer: { name: "Bianchi S.p.A." }, grossTotal: "1037.00",
  });
});

test("a Polish invoice: national tax numbers are checked by the country their label names", () => {
  const reading = read(`
Sprzedawca:                                   Nabywca:
Kowalski Meble Sp. z o.o.                     Biuro Plus S.A.
ul. Długa 5                                   ul. Krótka 10
00-238 Warszawa                               30-001 Kraków
NIP: 5260001246                               NIP: 6762433455

Faktura VAT nr FV/12/2024
Data wystawienia: 2024-02-19
Termin płatności: 2024-03-04

Razem netto      2 910,00
VAT 23%            669,30
Do zapłaty       3 579,30 zł`);
  expect(toFlat(reading)).toMatchObject({ invoiceNumber: "FV/12/2024", currency: "PLN", supplier: { vatId: "5260001246" }, customer: { vatId: "6762433455" }, grossTotal: "3579.30" });
  expect(reading.fields["supplier.vatId"]).toMatchObject({ level: "proven", checks: ["vat_checksum"] });
});

test("our own VAT id is the buyer's, and the supplier's stays empty rather than wrong", () => {
  const page = typed("Rechnung Nr. 7 vom 02.01.2024\nUSt-IdNr. DE136695976\nGesamtbetrag EUR   119,00");
  expect(readWords([page]).fields["supplier.vatId"]?.value).toBe("DE136695976");
  const { fields } = readWords([page], { own: [{ name: "Us GmbH", vatIds: ["DE 136 695 976"] }] });
  expect([fields["supplier.vatId"], fields["customer.vatId"]?.value]).toEqual([undefined, "DE136695976"]);
});

test("terms of payment and the tax number are taken along", () => {
  const { fields } = read("Rechnung Nr. 7 vom 02.01.2024\nSteuernummer: 27/123/45678\nZahlungsbedingungen:   14 Tage netto");
  expect([fields.paymentTerms?.value, fields["supplier.taxNumber"]?.value]).toEqual(["14 Tage netto", "27/123/45678"]);
});

test("an account to be debited is not the supplier's", () => {
  expect(read("Der Betrag wird am 20.03.2024 von Ihrem Konto mit IBAN DE89370400440532013000 eingezogen.").fields["supplier.iban"]).toBeUndefined();
});

test("a date that could be read both ways is unsure and offers the other reading", () => {
  expect(read("Invoice 12\nInvoice Date: 03/04/2024").fields.issueDate).toMatchObject({ level: "unsure", alternatives: [{ value: "2024-03-04" }] });
});

test("a dollar sign takes its country, and says so", () => {
  expect(read("Invoice 12\nToronto ON M5H 2H7\nHST   13.00\nTotal   $113.00").fields.currency).toMatchObject({ value: "CAD", level: "unsure" });
});

test("several totals with a label: the others are offered as alternatives", () => {
  const { fields } = read("Invoice 12\nTotal   120.00\nVAT 20%   20.00\nSubtotal   100.00\nTotal Due   620.00\nPrevious balance   500.00");
  expect(fields.grossTotal?.value).toBe("120.00");
  expect(fields.amountDue?.value).toBe("620.00");
});

test("the same words give the same reading, and nothing at all gives an empty one", () => {
  const page = typed("Invoice 12\nTotal   120.00");
  expect(readWords([page])).toEqual(readWords([page]));
  expect(readWords([])).toMatchObject({ fields: {}, lines: [], proof: "none" });
  expect(readWords([typed("")]).fields).toEqual({});
});

test("odd words do not make it stumble", () => {
  for (const text of ["€ € € , . - %", "Total", "1".repeat(300), "Invoice No:\n\n\nDate:", "((((", "IBAN DE", "Total 99999999999999999999.99", "\u0000 \ufffd 😀 12,00 €"]) expect(() => read(text)).not.toThrow();
});
