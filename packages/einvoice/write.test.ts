import { addDays } from "@counterfoil/calendar";
import { Decimal } from "@counterfoil/money";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkTotals } from "./check.ts";
import { readXmlInvoice } from "./read.ts";
import { semanticAmounts } from "./semantic-amounts.ts";
import { totalsOf, type TotalsInput } from "./totals.ts";
import type { Address, AllowanceCharge, DocumentAllowanceCharge, Identifier, Invoice, InvoiceLine, Party } from "./types.ts";
import { writeCii } from "./write-cii.ts";
import { writeUbl } from "./write-ubl.ts";

// Text as people write it: letters of several scripts, marks that XML must escape, no white space at the ends.
const text = fc.stringMatching(/^[A-Za-z0-9äß€λ漢😀&<>"'.,\/#:-]{1,3}( [A-Za-zäß€&<>"'.]{1,8}){0,3}$/u).filter((value) => !/^#[A-Z]{3}#/.test(value) && value !== "NA");
const date = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("1990-01-01", days));
const number = (min: number, max: number, scale: number) => fc.integer({ min, max }).map((units) => Decimal.shortText(Decimal.of(units, scale)));
const amount = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((units) => Decimal.text(Decimal.of(units, 2)));
const category = fc.constantFrom("S" as const, "Z" as const, "E" as const, "AE" as const, "K" as const, "O" as const);
const some = <T extends object>(model: { [Key in keyof T]: fc.Arbitrary<T[Key]> }, requiredKeys: (keyof T)[] = []) =>
  fc.record(model, { requiredKeys }) as fc.Arbitrary<T>;
const filled = <T extends object>(arbitrary: fc.Arbitrary<T>) => arbitrary.filter((value) => Object.keys(value).length > 0);

const identifier: fc.Arbitrary<Identifier> = some<Identifier>({ id: text, scheme: fc.constantFrom("0088", "9930", "EM") }, ["id"]);
const plainFirst = (list: Identifier[]) => [...list.filter((item) => item.scheme === undefined), ...list.filter((item) => item.scheme !== undefined)];
const address = some<Address>({ line1: text, line2: text, line3: text, city: text, postCode: text, region: text, country: fc.constantFrom("DE", "FR", "GB") }, ["country"]);
const period = filled(some({ start: date, end: date }));
const change: fc.Arbitrary<AllowanceCharge> = some<AllowanceCharge>({ amount, base: amount, percent: number(0, 10000, 2), reason: text, reasonCode: fc.constant("95") }, ["amount"]);
const documentChange = fc.tuple(change, some({ vatCategory: category, vatRate: number(0, 3000, 2) }, ["vatCategory"])).map(([first, second]) => ({ ...first, ...second }) as DocumentAllowanceCharge);
const buyer: fc.Arbitrary<Party> = some<Party>(
  {
    name: text, tradingName: text, identifiers: fc.array(identifier, { maxLength: 2 }).map(plainFirst), legalRegistration: identifier, vatId: text,
    electronicAddress: identifier, address, contact: filled(some({ name: text, phone: text, email: text })),
  },
  ["name", "identifiers"],
);
const seller = fc.tuple(buyer, some({ taxNumber: text, legalInformation: text })).map(([party, more]) => ({ ...party, ...more }) as Party);
const line: fc.Arbitrary<InvoiceLine> = fc.tuple(
  some<InvoiceLine>(
    {
      id: text, note: text, object: identifier, quantity: number(-99_999, 99_999, 3), unit: fc.constantFrom("C62", "HUR"), netAmount: amount, orderLine: text,
      accountingReference: text, period, allowances: fc.array(change, { maxLength: 2 }), charges: fc.array(change, { maxLength: 2 }), unitPrice: number(0, 999_999, 4),
      baseQuantity: number(2, 1000, 0), vatCategory: category, vatRate: number(0, 3000, 2), name: text, description: text, sellerItemId: text,
      buyerItemId: text, standardItemId: identifier, originCountry: fc.constant("DE"),
      classifications: fc.array(some({ code: text, list: fc.constant("STI"), listVersion: fc.constant("2") }, ["code", "list"]), { maxLength: 2 }),
      attributes: fc.array(fc.record({ name: text, value: text }), { maxLength: 2 }),
    },
    ["id", "quantity", "unit", "netAmount", "allowances", "charges", "unitPrice", "vatCategory", "name", "classifications", "attributes"],
  ),
  fc.option(fc.record({ priceDiscount: number(1, 999, 2), grossUnitPrice: number(1, 99_999, 2) }), { nil: {} }),
).map(([terms, price]) => ({ ...terms, ...price }));

const invoice: fc.Arbitrary<Invoice> = some<Invoice>(
  {
    number: text, issueDate: date, typeCode: fc.constantFrom("380", "381", "384"), currency: fc.constantFrom("EUR", "USD"), vatCurrency: fc.constant("GBP"),
    vatPointDate: date, vatPointDateCode: fc.constantFrom("3", "35", "432"), dueDate: date, buyerReference: text, projectReference: text,
    contractReference: text, purchaseOrderReference: text, salesOrderReference: text, receivingAdviceReference: text, despatchAdviceReference: text,
    tenderReference: text, invoicedObject: identifier, buyerAccountingReference: text, paymentTerms: text,
    notes: fc.array(some({ subject: fc.constant("AAK"), text }, ["text"]), { maxLength: 2 }), businessProcess: text, specification: text,
    precedingInvoices: fc.array(some({ number: text, issueDate: date }, ["number"]), { maxLength: 2 }), seller, buyer,
    payee: some({ name: text, identifier, legalRegistration: identifier }, ["name"]),
    taxRepresentative: some({ name: text, vatId: text, address }, ["name", "vatId"]),
    delivery: filled(some({ name: text, location: identifier, date, address })), invoicingPeriod: period,
    payment: some(
      {
        meansCode: fc.constantFrom("30", "58", "59"), meansText: text, reference: text,
        transfers: fc.array(some({ account: fc.oneof(text, fc.constant("DE02120300000000202051")), accountName: text, bic: text }, ["account"]), { maxLength: 2 }),
        card: some({ number: text, holder: text }, ["number"]),
        directDebit: filled(some({ mandate: text, creditorId: text, debitedAccount: text })),
      },
      ["meansCode", "transfers"],
    ),
    allowances: fc.array(documentChange, { maxLength: 2 }), charges: fc.array(documentChange, { maxLength: 2 }),
    totals: some(
      {
        lineTotal: amount, allowanceTotal: amount, chargeTotal: amount, netTotal: amount, vatTotal: amount, grossTotal: amount, prepaid: amount,
        rounding: amount, amountDue: amount,
      },
      ["lineTotal", "netTotal", "vatTotal", "grossTotal", "amountDue"],
    ),
    vatBreakdown: fc.array(some({ category, rate: number(0, 3000, 2), base: amount, tax: amount, exemptionReason: text, exemptionReasonCode: text }, ["category", "base", "tax"]), { minLength: 1, maxLength: 3 }),
    supportingDocuments: fc.array(
      some({ id: text, description: text, url: text, attachment: fc.record({ name: text, mimeType: fc.constant("text/csv"), base64: fc.constant("YSxiCg==") }) }, ["id"]), { maxLength: 2 },
    ),
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  },
  ["number", "issueDate", "typeCode", "currency", "notes", "specification", "precedingInvoices", "seller", "buyer", "allowances", "charges", "totals", "vatBreakdown", "supportingDocuments", "lines"],
);

describe("what is written is read again, term by term", () => {
  for (const [syntax, write] of [["ubl", writeUbl], ["cii", writeCii]] as const) {
    test(syntax, () => {
      fc.assert(fc.property(invoice, (written) => {
        const read = readXmlInvoice(write(written));
        expect(read).toEqual({ syntax, invoice: written, problems: [] });
      }), { numRuns: 150 });
    });
  }
});

describe("made from totals", () => {
  const input: TotalsInput = {
    currency: "EUR",
    lines: [
      { quantity: "3.25", unitPrice: "95.38", vat: { category: "S", rate: "19" }, discount: { percent: "5.0" } },
      { quantity: "1", unitPrice: "100", vat: { category: "AE", rate: "0" } },
    ],
    allowances: [{ percent: "10" }],
    prepaid: "20.00",
  };
  const amounts = semanticAmounts(input, totalsOf(input));
  const party = (name: string): Party => ({ name, identifiers: [], vatId: "DE123456789", address: { line1: "Hauptstraße 1", city: "Bonn", postCode: "53111", country: "DE" } });
  const whole: Invoice = {
    ...amounts, number: "RE-1", issueDate: "2025-03-31", typeCode: "380", specification: "urn:cen.eu:en16931:2017", paymentTerms: "14 days net", notes: [],
    precedingInvoices: [], supportingDocuments: [], seller: party("Linde & Söhne GmbH"), buyer: party("Käufer <AG>"),
    lines: amounts.lines.map((terms, index) => ({ ...terms, id: String(index + 1), name: "Beratung", unit: "HUR", classifications: [], attributes: [] })),
  };
  test("the sums of the file hold for whoever reads it, in both syntaxes", () => {
    for (const write of [writeUbl, writeCii]) {
      const read = readXmlInvoice(write(whole));
      expect(read.invoice).toEqual(whole);
      const checks = checkTotals(read.invoice);
      expect(checks.length).toBeGreaterThan(8);
      expect(checks.every((check) => check.holds)).toBe(true);
    }
  });
  test("V1.2.1 nothing is written for what is absent, and characters XML cannot carry are dropped", () => {
    for (const write of [writeUbl, writeCii]) {
      const odd = new TextDecoder().decode(write({ ...whole, paymentTerms: "a\u0000b\ud800c\r\nd & <e>" }));
      expect(odd).toContain("abc\nd &amp; &lt;e&gt;");
      expect(odd.replace("<ram:ApplicableHeaderTradeDelivery/>", "")).not.toMatch(/<([\w:]+)[^>]*><\/\1>|<[\w:]+\/>/);
    }
  });
  test("a credit note is a CreditNote in UBL and code 381 in CII, with positive amounts", () => {
    const credit = { ...whole, typeCode: "381", precedingInvoices: [{ number: "RE-0", issueDate: "2025-02-01" }], dueDate: "2025-04-30" };
    const ubl = new TextDecoder().decode(writeUbl(credit));
    expect(ubl).toContain("<CreditNote ");
    expect(ubl).toContain("<cbc:CreditedQuantity");
    for (const write of [writeUbl, writeCii]) expect(readXmlInvoice(write(credit)).invoice).toEqual(credit);
  });
});
