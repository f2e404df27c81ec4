import { expect, test } from "vitest";
import { splitPages } from "./split.ts";
import { typed } from "./test-pages.ts";

const invoice = (page: number, number: string, mark = "") => typed(`
Nordlicht Werbung GmbH
Hafenstraße 12
20457 Hamburg

Rechnung

Rechnungsnummer:   ${number}
Rechnungsdatum:    14.03.2024

Beschreibung                Menge    Einzelpreis     Betrag
Flyer                       10       10,00           100,00

Nettobetrag                                          100,00
USt 19 %                                              19,00
Gesamtbetrag                                         119,00 EUR
${mark}`, { page });
const more = (page: number, mark = "") => typed(`\nWeitere Hinweise zu den Positionen\nPapier aus eigener Herstellung\n${mark}`, { page });

test("pages with other numbers are other documents, and each says why", () => {
  const groups = splitPages([invoice(1, "RE-1001"), invoice(2, "RE-1002"), more(3), invoice(4, "RE-1003")]);
  expect(groups.map((group) => group.pages)).toEqual([[1], [2, 3], [4]]);
  expect(groups[1]!.reason).toBe("it carries another number: RE-1002 instead of RE-1001");
});

test("a document whose every page repeats title and number stays whole", () => {
  expect(splitPages([invoice(1, "RE-1001", "Seite 1 von 2"), invoice(2, "RE-1001", "Seite 2 von 2")]).map((group) => group.pages)).toEqual([[1, 2]]);
});

test("page numbers that begin again begin a document", () => {
  const groups = splitPages([invoice(1, "RE-1001", "Seite 1 von 2"), more(2, "Seite 2 von 2"), invoice(3, "RE-1002", "Seite 1 von 1")]);
  expect(groups).toMatchObject([{ pages: [1, 2] }, { pages: [3], reason: "it says that it is page 1" }]);
});

test("one page is one document, and no page is none", () => {
  expect(splitPages([more(1)])).toEqual([{ pages: [1], reason: "the first page" }]);
  expect(splitPages([])).toEqual([]);
});

const receipt = (page: number, number: string, date: string, total: string) => typed(`
BURROW HILL STORES
102 Strand Street
Carrigroe

Ticket: ${number}
${date} 14:45
Butter 250g                     0.99
Apples loose                    0.95
TOTAL                           ${total}
CASH                            20.00`, { page });

test("tills' receipts of one shop, one to a page, are documents each", () => {
  const groups = splitPages([receipt(1, "016/7295", "2025-05-31", "11.36"), receipt(2, "016/8011", "2025-06-02", "7.20"), receipt(3, "017/0044", "2025-06-09", "15.02")]);
  expect(groups.map((group) => group.pages)).toEqual([[1], [2], [3]]);
});

test("invoices of one firm are told apart where totals stand below their labels", () => {
  const page = (at: number, number: string, date: string) => typed(`
Maresia Distribuição, Lda.
Rua da Estação, 170
5882-167 Casal Nova

Fatura

Documento n.º:   ${number}
Data da fatura:  ${date}

Descrição              Quant.    Preço      Valor
Luvas de trabalho      25        4,52       113,00

Total ilíquido      IVA (23%)      Total a pagar
113,00              25,99          138,99`, { page: at });
  expect(splitPages([page(1, "FAC 01979", "29-05-2025"), page(2, "A2025/8536", "20-03-2025")]).map((group) => group.pages)).toEqual([[1], [2]]);
});

test("neither the article codes of a table that goes on nor the firm's foot begin a document", () => {
  const foot = "Nordlicht Werbung GmbH   USt-IdNr. DE136695976   info@nordlicht-werbung.example";
  const rest = typed(`
Rechnung RE-1001
Artikel      Bezeichnung         Menge   Preis    Betrag
Übertrag                                          100,00
WL-0609      Lagerkasten         4       56,39    225,56
UX-599       Scharnier           2        3,69      7,38
Gesamtbetrag                                      332,94 EUR
${foot}`, { page: 2 });
  const terms = typed(`\n60 Tage ab Datum der Rechnung\nErstellt mit Programm Nr. 0000/AT\n${foot}`, { page: 3 });
  expect(splitPages([invoice(1, "RE-1001", foot), rest, terms]).map((group) => group.pages)).toEqual([[1, 2, 3]]);
});
