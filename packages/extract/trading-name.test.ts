import { expect, test } from "vitest";
import { readWords } from "./read.ts";
import { typed } from "./test-pages.ts";

const names = (text: string) => {
  const { fields } = readWords([typed(text)]);
  return [fields["supplier.name"]?.value, fields["supplier.tradingName"]?.value, fields["customer.name"]?.value];
};
const body = `
Rechnungsempfänger:
Blaustein Beratung GmbH
Parkweg 9
22851 Steinstetten

Rechnungsnummer: 4711
Rechnungsdatum: 03.05.2024
Nettobetrag    100,00
USt 19 %        19,00
Gesamtbetrag   119,00`;

test("the name with the legal form, printed in the foot, is the supplier; the larger one its trading name", () => {
  expect(names(`
Kieselbach Sanitär
Lindenweg 4
24616 Sonnenrode
${body}

Kieselbach Sanitär GmbH · Lindenweg 4 · 24616 Sonnenrode · USt-IdNr. DE136695976`)).toEqual(["Kieselbach Sanitär GmbH", "Kieselbach Sanitär", "Blaustein Beratung GmbH"]);
});

test("the buyer's name is nobody's legal name, even when it contains the seller's sign", () => {
  expect(names(`
Blaustein
Lindenweg 4
24616 Sonnenrode
${body}`)).toEqual(["Blaustein", undefined, "Blaustein Beratung GmbH"]);
});

test("a person above the firm does not receive the invoice", () => {
  expect(names(`
Kieselbach Sanitär GmbH
Lindenweg 4
24616 Sonnenrode
${body.replace("Blaustein", "Robin Vale\nBlaustein")}`)[2]).toBe("Blaustein Beratung GmbH");
});
