import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { statedAmounts } from "./computed.ts";
import { inventedInvoice } from "./invented.ts";
import { judge } from "./judge.ts";
import { parseInvoice } from "./schema.ts";
import { readXmlInvoice } from "./read.ts";
import { writeCii } from "./write-cii.ts";
import { writeUbl } from "./write-ubl.ts";

const invoices = Array.from({ length: 400 }, (_, seed) => inventedInvoice(seed));

// The matcher takes ten times as long, so that it is only asked to show a difference.
function same(one: unknown, other: unknown): void {
  if (!isDeepStrictEqual(one, other)) expect(one).toEqual(other);
}

describe("400 invented invoices", () => {
  test("use every VAT category, invoices, credit notes and corrections", () => {
    expect(new Set(invoices.flatMap(({ vatBreakdown }) => vatBreakdown.map(({ category }) => category)))).toEqual(new Set(["S", "Z", "E", "AE", "K", "G", "O", "L", "M"]));
    expect(new Set(invoices.map(({ typeCode }) => typeCode))).toEqual(new Set(["380", "381", "384", "389", "326"]));
    expect(inventedInvoice(7)).toEqual(inventedInvoice(7));
  });
  for (const [syntax, write] of [["ubl", writeUbl], ["cii", writeCii]] as const) {
    test(`written as ${syntax} and read again say the same, with nothing unknown and no problem`, () => {
      for (const invoice of invoices) same(readXmlInvoice(write(invoice)), { syntax, invoice, problems: [] });
    });
  }
  test("UBL by way of CII and CII by way of UBL lose no term", () => {
    for (const invoice of invoices) {
      same(readXmlInvoice(writeUbl(readXmlInvoice(writeCii(invoice)).invoice)).invoice, invoice);
      same(readXmlInvoice(writeCii(readXmlInvoice(writeUbl(invoice)).invoice)).invoice, invoice);
    }
  });
  test("have no finding, not even a warning, in UBL and in CII", () => {
    for (const invoice of invoices) for (const write of [writeUbl, writeCii]) same(judge(write(invoice)).findings, []);
  });
  test("as JSON they are the same invoice, and amounts left out are computed as they were stated", () => {
    for (const invoice of invoices) {
      same(parseInvoice(JSON.stringify(invoice)), invoice);
      expect(statedAmounts(invoice).filter(({ difference }) => difference !== undefined)).toEqual([]);
      const { totals, vatBreakdown, ...rest } = invoice;
      const { prepaid, rounding, vatTotalInVatCurrency } = totals;
      expect(parseInvoice({ ...rest, totals: { prepaid, rounding, vatTotalInVatCurrency }, lines: rest.lines.map(({ netAmount, ...line }) => line) })).toEqual(invoice);
    }
  });
});
