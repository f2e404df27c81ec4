import { expect, test } from "vitest";
import { readWords } from "./read.ts";
import { typed } from "./test-pages.ts";

const RECEIPT = `
tan
         MEGA FRESH
         (CITY) SDN EHD
         (767840-W)
    NO 24, JALAN BUNGA RAYA 4,
    43300 SERI KEMBANGAN
    SELANGOR
    Tel: 03-1234567
    GST Reg No: 000746659840
         TAX INVOICE
Invoice No : 01-283886
Date       : 13/07/2018 5:22:43 PM
Rice 5kg              2   12.50    25.00
Tea                   1    5.45     5.45
Total Sales Inclusive GST         30.45
Cash Received                     50.00
Change                            19.55
Thank you, please come again`;

test("a till receipt: name over two lines with its form mended, address, date and total", () => {
  const { fields } = readWords([typed(RECEIPT, { confidence: 0.9, height: 900 })], { syntax: "image" });
  expect(fields["supplier.name"]).toMatchObject({ value: "MEGA FRESH (CITY) SDN BHD", source: "ocr", checks: ["receipt_head", "repaired"] });
  expect(fields["supplier.address"]?.value).toBe("NO 24, JALAN BUNGA RAYA 4, 43300 SERI KEMBANGAN, SELANGOR");
  expect(fields.issueDate?.value).toBe("2018-07-13");
  expect(fields.grossTotal?.value).toBe("30.45");
  expect(fields["customer.name"]).toBeUndefined();
});

test("a currency that nobody printed is a suggestion with its reason", () => {
  const { fields } = readWords([typed(RECEIPT, { confidence: 0.9 })]);
  expect(fields.currency).toMatchObject({ value: "MYR", source: "derived", level: "unsure", formula: expect.stringContaining("no currency is printed") });
});

test("lines the recogniser doubts name nobody", () => {
  const page = typed("Xq wrbt mnop\nTOTAL 12.00\nCASH 20.00\nCHANGE 8.00", { confidence: 0.9 });
  for (const word of page.words.slice(0, 3)) word.confidence = 0.2;
  expect(readWords([page]).fields["supplier.name"]).toBeUndefined();
});
