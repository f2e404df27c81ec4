import { expect, test } from "vitest";
import { amountText } from "./amount.ts";
import { candidatesOf } from "./candidates.ts";
import { labelsOf } from "./labels.ts";
import { layOut } from "./lines.ts";
import { conventionsOf } from "./locale.ts";
import { readWords } from "./read.ts";
import { typed } from "./test-pages.ts";
import { totalsOf, type Totals } from "./totals.ts";

function totals(text: string, receipt = false, confidence?: number): Totals {
  const layout = layOut([typed(text, confidence === undefined ? {} : { confidence })]);
  return totalsOf(layout, labelsOf(layout), candidatesOf(layout, conventionsOf(layout)).numbers, null, receipt);
}
const values = (text: string, receipt = false): Record<string, string> => Object.fromEntries(Object.entries(totals(text, receipt).values).map(([name, total]) => [name, amountText(total!.amount)]));

test("labels propose and arithmetic decides", () => {
  expect(values("Subtotal   100.00\nVAT 20%   20.00\nTotal   120.00")).toMatchObject({ netTotal: "100.00", taxTotal: "20.00", grossTotal: "120.00" });
});

test("on a tax line the last amount is the tax, the one before it the base", () => {
  expect(values("Netto 120,00\nzzgl. Umsatzsteuer 7% von 120,00   8,40\nBrutto 128,40")).toMatchObject({ netTotal: "120.00", taxTotal: "8.40", grossTotal: "128.40" });
});

test("“Total incl. VAT” is a total, not a tax", () => {
  expect(values("Total Excl. VAT   573.00\n19% VAT   108.87\nTotal € Incl. VAT   681.87")).toMatchObject({ netTotal: "573.00", taxTotal: "108.87", grossTotal: "681.87" });
});

test("several rates are summed, with the sum as formula", () => {
  const { values: found, taxes, proof } = totals("Netto 7%     24,00   MwSt 7%    1,68\nNetto 19%   159,60   MwSt 19%  30,32\nGesamtbetrag EUR   215,60");
  expect([found.netTotal?.formula, found.taxTotal?.formula]).toEqual(["24.00 + 159.60 = 183.60", "1.68 + 30.32 = 32.00"]);
  expect(taxes.every((row) => row.holds)).toBe(true);
  expect(proof).toBe("complete");
});

test("central and state tax at the same rate are two taxes", () => {
  expect(values("Taxable value   27,000.00\nCGST 9%   2,430.00\nSGST 9%   2,430.00\nTotal   31,860.00")).toMatchObject({ taxTotal: "4860.00", grossTotal: "31860.00" });
});

test("a total below a withheld tax is what is due, with taxes at several rates too", () => {
  expect(values("Importe neto   3.000,00\nIVA 21%   420,00\nIVA 4%   40,00\nIRPF 15%   -450,00\nTotal con impuestos   3.010,00")).toMatchObject({ netTotal: "3000.00", taxTotal: "460.00", grossTotal: "3460.00", amountDue: "3010.00", withholding: "450.00" });
});

test("a tax named with its rate above its amount is that share of the total", () => {
  expect(readWords([typed("Descripción      Cant.    Precio    Importe con IVA\nEscuadra              7      9,90              69,30\nGuantes              50     23,90           1.195,00\n\nTOTAL FACTURA    IVA 21% incl.    A pagar\n1.264,30         219,42           1.264,30")]).checks.map((check) => check.name)).toContain("tax_included");
});

test("tax in a negative total is rounded as in a positive one, half a cent either way", () => {
  expect(readWords([typed("Description          Qty     Price      Total incl. VAT\nInstallation       18.75-    409.00     7668.75-\nProject                1-     27.00       27.00-\n              Total incl. VAT:          7695.75-\n              VAT 20% incl.:            1282.62-")]).checks.filter((check) => !check.holds)).toEqual([]);
});

test("what a till rounds by stands between its lines and its total", () => {
  const slip = "FIRNLICHT GMBH\nKASSENBON\nORANGENSAFT\n 4 x 7.00            28.00\nBROT\n 1 x 1.12             1.12\nTOTAL           CHF 29.12\nRundung               0.03\nOffener Betrag  CHF 29.15\nEC-Karte             29.15\ninkl. MWST 2.6%       0.74\nEs bediente Sie: 12";
  const { checks } = readWords([typed(slip)]);
  expect(checks.filter((check) => !check.holds)).toEqual([]);
  expect(checks.find((check) => check.name === "lines_sum")?.equation).toBe("sum of 2 lines 29.12 + 0.03 = 29.15");
});

test("a prepayment explains what is left to pay", () => {
  const found = totals("Total HT   100,00\nTVA 20 %   20,00\nTotal TTC   120,00\nAcompte versé   50,00\nNet à payer   70,00");
  expect(amountText(found.values.amountDue!.amount)).toBe("70.00");
  expect(found.equations.map((each) => each.name)).toContain("gross_less_prepaid");
});

test("what is not printed is derived, with its formula, and only where a printed rate supports it", () => {
  const found = totals("Nettobetrag   100,00\nMwSt. 19 %\nGesamtbetrag   119,00");
  expect(found.values.taxTotal).toMatchObject({ formula: "119.00 − 100.00 = 19.00" });
  expect(totals("Zwischensumme   100,00\nGesamtbetrag   137,00").values.taxTotal).toBeUndefined();
});

test("totals that do not add up are called contradictory", () => {
  expect(totals("Subtotal   100.00\nVAT 20%   20.00\nTotal   125.00").proof).toBe("contradictory");
});

test("a credit note's minus signs stay", () => {
  expect(values("Summe netto   -199,00\nMwSt. 19 %   -37,81\nGutschriftsbetrag   -236,81")).toMatchObject({ netTotal: "-199.00", taxTotal: "-37.81", grossTotal: "-236.81" });
});

test("at a till, money given less change vouches for the total", () => {
  expect(values("TOTAL QTY   3.00\nAue   19.20\nPay   20.00\nChange   0.80", true)).toMatchObject({ grossTotal: "19.20" });
  expect(values("TOTAL   9.49\nSUMME   28.81\nBar   30.00\nRückgeld   1.19", true)).toMatchObject({ grossTotal: "28.81" });
});

test("at a till, the rounded total is the total", () => {
  expect(values("Total   60.31\nRounding Adj   -0.01\nNet Total   60.30\nCash   100.30\nChange   40.00", true)).toMatchObject({ grossTotal: "60.30" });
});

test("where everything has cents, a number without has lost its point and is not taken", () => {
  expect(values("Item   17.40\nItem   13.05\nTax   0.00\nCash   30.50\nTotal   3045")["grossTotal"]).toBeUndefined();
});

test("an amount under unread words is no charge on a scan: what a legal rate makes of the net total is the tax", () => {
  const page = `
                          RECHNUNG 4711
Menge   Bezeichnung          Einzelpreis     Gesamt
2       Regal                    100,00      200,00
1       Leuchte                   50,00       50,00

Nettobetrag                                  250,00
Xwq zu 20                                     50,00
Rechnungsbetrag                              300,00`;
  const { fields, charges } = readWords([typed(page, { confidence: 0.9 })], { syntax: "image" });
  expect([fields.netTotal?.value, fields.taxTotal?.value, fields.grossTotal?.value]).toEqual(["250.00", "50.00", "300.00"]);
  expect(charges).toEqual([]);
});

test("only the base that was taxed leads to a printed total: the sub-total is the sum of the lines", () => {
  const page = `
                          INVOICE 4711
Qty     Description            Unit price      Amount
2       Shelf                      100.00      200.00
1       Lamp                        50.00       50.00

Subtotal                                       250.00
Rqbxt 2%                                        -5.00
Bxlqb xkskl                                    245.00
VAT 20%                                         49.00
Il qlt                                         294.00

VAT rate          Taxable                         VAT
20%                245.00                       49.00`;
  const { fields } = readWords([typed(page, { confidence: 0.9 })], { syntax: "image" });
  expect([fields.netTotal?.value, fields.taxTotal?.value, fields.grossTotal?.value]).toEqual(["245.00", "49.00", "294.00"]);
});

test("what is due is proven where its own label repeats the proven total, and not where it says something else", () => {
  const due = (amount: string) => readWords([typed(`
Rechnung R-1                      Datum: 15.04.2024

Menge   Bezeichnung                          Preis      Betrag
1       Wartung                             100,00      100,00
1       Miete                               150,00      150,00

Netto                                                   250,00
USt 19 %                                                 47,50
Gesamtbetrag                                            297,50
Zahlbetrag                                              ${amount}`)]).fields.amountDue;
  expect(due("297,50")).toMatchObject({ value: "297.50", level: "proven" });
  expect(due("279,50")?.level).not.toBe("proven");
});

test("a tax of nothing on the net total is no row of the table", () => {
  const { fields, lines } = readWords([typed(`
Rechnung R-1                      Datum: 15.04.2024

Pos.   Bezeichnung            Menge   Einheit   USt.   Einzelpreis   Gesamtpreis
1      Gestaltung             13,95   m           0%         74,21      1.035,23
2      Projektleitung          5,25   St          0%         34,92        183,33

                                       Summe netto                    1.218,56 €
                       zzgl. 0 % USt. auf 1.218,56 €                      0,00 €
                                   Rechnungsbetrag                    1.218,56 €`)]);
  expect([lines.length, fields.taxTotal?.value, fields.grossTotal?.value]).toEqual([2, "0.00", "1218.56"]);
});

test("the one figure under the total's heading in a summary by rate is the total, beside whichever rate it stands", () => {
  const { fields } = readWords([typed(`
Factura F-204                     Fecha: 15.04.2024

Cant.    Concepto                     Precio ud.        Importe
16       Transporte                        45,00         720,00
8        Jornada de formación              37,00         296,00

Base imponible        % IVA         Cuota IVA        TOTAL FACTURA
720,00                21 %             151,20
296,00                10 %              29,60              1196,80`)]);
  expect([fields.netTotal?.value, fields.taxTotal?.value, fields.grossTotal?.value]).toEqual(["1016.00", "180.80", "1196.80"]);
});
