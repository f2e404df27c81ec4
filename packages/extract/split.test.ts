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
