import { expect, test } from "vitest";
import { fitsDomain, hasLegalForm, isCountry, looksLikeStreet, postalIn } from "./address.ts";
import { labelsOf } from "./labels.ts";
import { layOut } from "./lines.ts";
import { partiesOf, type OwnCompanies } from "./parties.ts";
import { readWords } from "./read.ts";
import { typed } from "./test-pages.ts";

const nobody: OwnCompanies = { names: [], vatIds: [], ibans: [] };
function parties(text: string, own = nobody): string[] {
  const layout = layOut([typed(text)]);
  const { seller, buyer } = partiesOf(layout, labelsOf(layout), new Set(), own);
  return [seller, buyer].map((party) => (party ? `${party.nameText}; ${party.addressText}` : "nobody"));
}

test("headings tell seller from buyer", () => {
  expect(parties(`
Sprzedawca:                          Nabywca:
Kowalski Meble Sp. z o.o.            Biuro Plus S.A.
ul. Długa 5                          ul. Krótka 10
00-238 Warszawa                      30-001 Kraków`)).toEqual(["Kowalski Meble Sp. z o.o.; ul. Długa 5, 00-238 Warszawa", "Biuro Plus S.A.; ul. Krótka 10, 30-001 Kraków"]);
});

test("the small sender line above an address window is the seller, the window the buyer", () => {
  expect(parties(`
Nordlicht Werbung GmbH · Hafenstraße 12 · 20457 Hamburg

Bäckerei Sonnenschein e.K.
Frau Petra Klein
Marktplatz 3
21335 Lüneburg`)).toEqual(["Nordlicht Werbung GmbH; Hafenstraße 12, 20457 Hamburg", "Bäckerei Sonnenschein e.K.; Marktplatz 3, 21335 Lüneburg"]);
});

test("the delivery address is not the buyer", () => {
  const [, buyer] = parties(`
ACME SUPPLY INC.
123 Industrial Blvd.
Dallas, TX 75201

BILL TO                     SHIP TO
Riverside Apartments        Building Site 7
9 River Road                77 Quarry Lane
Austin, TX 78701            Waco, TX 76701`);
  expect(buyer).toBe("Riverside Apartments; 9 River Road, Austin, TX 78701");
});

test("a company known to be ours is never the seller", () => {
  const text = `
Lindner Software UG
Hauptstr. 99
10827 Berlin

Cloudhost Ltd
10 Harbour Road
London EC1A 1BB`;
  expect(parties(text)[0]).toMatch(/^Lindner/);
  expect(parties(text, { ...nobody, names: ["Lindner Software UG"] })).toEqual(["Cloudhost Ltd; 10 Harbour Road, London EC1A 1BB", "Lindner Software UG; Hauptstr. 99, 10827 Berlin"]);
});

test("“Customer: 2” and “Facture à régler par virement” are no headings", () => {
  const [, buyer] = parties("Customer: 2\nYour order AB321\n\nFacture à régler par virement sur le compte");
  expect(buyer).toBe("nobody");
});

test.each(["80333 München", "DE 80333 München", "3542 AD Utrecht", "CH-7000 Chur", "00-238 Warszawa", "4050-265 Porto", "111 23 Stockholm", "Leeds LS1 4AB", "New York, NY, 10001", "Palo Alto CA 94301", "Melbourne, VIC 3000", "Toronto ON M5H 2H7", "Pune, Maharashtra 411001", "50667 Köln", "Dublin 2, D02 X285"])("“%s” ends an address", (line) => {
  expect(postalIn(line)).not.toBeNull();
});

test.each(["4512 Old Oak St", "Invoice 204518", "RE-20240703/17", "Tel. 040 123456"])("“%s” does not", (line) => {
  expect(postalIn(line)).toBeNull();
});

test("streets, company forms, countries and domains are recognised", () => {
  expect(["Lange Straße 5", "12 rue des Lilas", "Via Dante 8", "742 Evergreen Terrace", "No 2, Jalan Bulan 4"].every(looksLikeStreet)).toBe(true);
  expect(["Foo GmbH", "Bar Sp. z o.o.", "Baz Sdn Bhd", "Qux, Inc."].every(hasLegalForm)).toBe(true);
  expect([isCountry("Deutschland"), isCountry("United States"), isCountry("Main Street")]).toEqual([true, true, false]);
  expect([fitsDomain("Harbor Plumbing & Heating", "plumbingharbor"), fitsDomain("Other Firm", "plumbingharbor")]).toEqual([true, false]);
});

test("a sign alone at the top takes address and numbers from the block under the firm's own name", () => {
  const { fields } = readWords([typed(`
          Wisla Doradztwo

SPRZEDAWCA                              NABYWCA
Wisla Doradztwo sp. z o.o.              Zielone Pole Sp. z o.o.
al. Mlynska 75                          os. Lipowa 54
38-417 Dabrowka                         71-682 Sosnowka
NIP: 759-349-25-91                      NIP: 8455686503

Faktura nr 487/2026
Data wystawienia 17-08-2026
Do zaplaty                              3 703,05`)]);
  expect([fields["supplier.name"]?.value, fields["supplier.address"]?.value, fields["supplier.vatId"]?.value, fields["customer.vatId"]?.value]).toEqual(["Wisla Doradztwo sp. z o.o.", "al. Mlynska 75, 38-417 Dabrowka", "7593492591", "8455686503"]);
});

test("the only VAT number of a page is the seller's, unless it stands flush under the buyer's address", () => {
  const page = (beside: string, under: string): string => `
Seeblick Handel AG
Bahnhofstrasse 169
4216 Wilikon

                                                  Empfänger:
${beside}                Zinnkopf GmbH
                                                  Zugweg 158
                                                  2491 Ruetimatt
                                                  ${under}
Rechnung 4711
Datum 03.05.2024`;
  const ids = (text: string): (string | undefined)[] => { const { fields } = readWords([typed(text)]); return [fields["supplier.vatId"]?.value, fields["customer.vatId"]?.value]; };
  expect(ids(page("USt-IdNr.        DE136695976       ", ""))).toEqual(["DE136695976", undefined]);
  expect(ids(page("                                  ", "USt-IdNr. DE136695976"))).toEqual([undefined, "DE136695976"]);
});

test("a block without a heading beside the place of delivery is the customer", () => {
  expect(parties(`
Zielone Pole Transport Sp. z o.o.
pl. Mlynska 111, 72-594 Sosnowka


Zielone Pole Meble sp. z o.o.              Delivered to
pl. Przemyslowa 141                        Brzozowy Gaj sp.k.
36-985 Dabrowka                            ul. Krotka 87
                                           67-437 Olszyna

Invoice
No. INV005694`)[1]).toBe("Zielone Pole Meble sp. z o.o.; pl. Przemyslowa 141, 36-985 Dabrowka");
});
