import { describe, expect, test } from "vitest";
import { readWords } from "./read.ts";
import type { Reading } from "./reading.ts";
import { typed } from "./test-pages.ts";

const untaxed = (sentence: string, total = "Gesamtbetrag              250,00"): Reading => readWords([typed(`
Rechnung R-1                      Datum: 15.04.2024

Menge   Bezeichnung                          Preis      Betrag
1       Wartung                             100,00      100,00
1       Miete                               150,00      150,00

                              ${total}

${sentence}`)]);
const said = (reading: Reading): (string | undefined)[][] => reading.taxes.map((tax) => [tax.category?.value, tax.reason?.value]);

describe("why no VAT is charged", () => {
  test.each([
    ["Steuerschuldnerschaft des Leistungsempfängers.", "AE"], ["Reverse charge: VAT to be accounted for by the recipient.", "AE"], ["Autoliquidation de la TVA par le preneur.", "AE"], ["Inversión del sujeto pasivo, art. 84.Uno.2º LIVA.", "AE"], ["Btw verlegd naar de afnemer.", "AE"],
    ["Inversione contabile, art. 17 DPR 633/72.", "AE"], ["IVA – autoliquidação.", "AE"], ["Odwrotne obciążenie, art. 28b ustawy o VAT.", "AE"], ["Omvänd betalningsskyldighet.", "AE"], ["Omvendt betalingspligt.", "AE"], ["Snudd avregning, merverdiavgiftsloven § 11-3.", "AE"], ["Käännetty verovelvollisuus", "AE"],
    ["Steuerfreie innergemeinschaftliche Lieferung gemäß § 4 Nr. 1b UStG", "K"], ["Exonération de TVA, article 262 ter I du CGI.", "K"], ["Operazione non imponibile art. 41 D.L. 331/93.", "K"], ["VAT exempt intra-community supply", "K"], ["Wewnątrzwspólnotowa dostawa towarów", "K"],
    ["Steuerfreie Ausfuhrlieferung", "G"], ["Zero-rated export of goods, art. 146 of Directive 2006/112/EC.", "G"], ["Outside the scope of UK VAT.", "O"], ["Nicht steuerbar in Deutschland.", "O"],
    ["Gemäß § 19 UStG wird keine Umsatzsteuer berechnet.", "E"], ["TVA non applicable, art. 293 B du CGI.", "E"], ["Operación exenta de IVA, art. 20 LIVA.", "E"], ["Vrijgesteld van btw.", "E"], ["Isento de IVA, artigo 53.º do CIVA.", "E"], ["Zwolnienie z VAT na podstawie art. 113 ust. 1 ustawy o VAT.", "E"], ["Momsfri verksamhet.", "E"], ["Esente IVA art. 10 DPR 633/72", "E"], ["No VAT is charged: small business.", "E"],
    ["Nullsteuersatz gemäß § 12 Abs. 3 UStG", "Z"], ["Regime forfettario, legge 190/2014", undefined],
  ])("%s", (sentence, category) => {
    const reading = untaxed(sentence);
    expect(said(reading)).toEqual([[category, sentence]]);
    expect(reading.taxes[0]!.reason!.evidence[0]!.raw).toBe(sentence);
  });

  test("where two sentences mean different things, the first is the reason and the category stays open", () => {
    expect(said(untaxed("Intra-community supply of services, reverse charge applies."))).toEqual([[undefined, "Intra-community supply of services, reverse charge applies."]]);
  });

  test("a sentence goes on over lines, and the next one does not belong to it", () => {
    const reading = untaxed("Die Umsätze sind nach § 4 Nr. 14 UStG von der Umsatzsteuer befreit, weil sie der\nHeilbehandlung dienen. Vielen Dank für Ihr Vertrauen.");
    expect(said(reading)).toEqual([["E", "Die Umsätze sind nach § 4 Nr. 14 UStG von der Umsatzsteuer befreit, weil sie der Heilbehandlung dienen."]]);
    expect(reading.taxes[0]!.reason!.evidence).toHaveLength(2);
  });

  test("it stands with the zero rate where there is one", () => {
    const reading = untaxed("VAT reverse charged to the customer.", "Net total   250.00\n                              VAT 0 %       0.00\n                              Total       250.00");
    expect(reading.taxes).toHaveLength(1);
    expect(reading.taxes[0]).toMatchObject({ rate: { value: "0" }, category: { value: "AE" } });
  });

  test("a document with tax, an answer of no, and a condition are no reason", () => {
    const taxed = "Netto           250,00\n                              USt 19 %         47,50\n                              Gesamtbetrag    297,50";
    expect(untaxed("Innergemeinschaftliche Lieferungen sind steuerfrei.", taxed).taxes.map((tax) => tax.reason)).toEqual([undefined]);
    expect(untaxed("Whether tax is payable on reverse charge: No").taxes).toEqual([]);
    expect(untaxed("Unless stated otherwise, reverse charge applies.").taxes).toEqual([]);
  });
});
