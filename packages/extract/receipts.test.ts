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

const SHOP = `
      HARBOUR LANE TRADING
      (002049088-U)
    12, JALAN LAUT 3
    43300 SERI KEMBANGAN
Date : 13/07/2018
`;
const totalOf = (items: string) => readWords([typed(SHOP + items, { confidence: 0.9, height: 900 })], { syntax: "image" }).fields;

test("where the till rounds, what was paid is the total", () => {
  const total = totalOf("Lamp              60.31\nTOTAL AMT         60.31\nROUND_NG x\nRM                60.30\nCASH              70.30\nCHANGE            10.00").grossTotal;
  expect(total?.value).toBe("60.30");
});

test("a misread digit of the total is put right by its prices or by money given less change, and says so", () => {
  const prices = totalOf("Burger            11.10\nNuggets            7.80\nTOTAL             16.90\nThank you, cashier Amy");
  expect(prices.grossTotal).toMatchObject({ value: "18.90", checks: expect.arrayContaining(["repaired", "items_sum"]) });
  expect(prices.grossTotal!.evidence[0]!.raw).toBe("16.90");
  const paid = totalOf("Burger            11.10\nTOTAL             16.90\nCASH              50.00\nCHANGE            31.10");
  expect(paid.grossTotal).toMatchObject({ value: "18.90", checks: expect.arrayContaining(["repaired", "paid_less_change"]) });
});

test("a total that differs from the sum in more than one look-alike digit is left as printed", () => {
  expect(totalOf("Burger            11.10\nNuggets            7.80\nTOTAL             14.20\nCASH\nThank you").grossTotal?.value).toBe("14.20");
});

test("change to be given back is no total, and a total that lost its point is found again", () => {
  expect(totalOf("Tea               79.35\nTOTAL             79.35\nTENDER           100.00\nCHANGE/BALANCE    20.65").grossTotal?.value).toBe("79.35");
  expect(totalOf("Rice              30.45\nTotal Sales Inclusive GST         3045\nCash Received     30.50\nChange             0.05").grossTotal?.value).toBe("30.45");
});

test("the name: above its registration number, above the address behind slogans, or of the firm at the foot", () => {
  const name = (head: string) => readWords([typed(`${head}\nDate : 13/07/2018\nTea 12.00\nTOTAL 12.00\nCASH 20.00\nCHANGE 8.00`, { confidence: 0.9, height: 900 })], { syntax: "image" }).fields["supplier.name"];
  expect(name("FACE OF THE SEA\nFOTS NOODLE CORNER\n(002049088-U)\n25, JALAN LAUT 3\n52100 Kuala Lumpur")?.value).toBe("FOTS NOODLE CORNER");
  expect(name("Fresh every day\nask for our card\nopen on Sunday\nBeispielkauf Nord\nHafenstr. 4\n33102 Paderborn")?.value).toBe("Beispielkauf Nord");
  expect(name("HARBOUR SDN EHD\n25, JALAN LAUT 3\n52100 Kuala Lumpur")).toMatchObject({ value: "HARBOUR SDN BHD", checks: expect.arrayContaining(["repaired"]) });
  expect(name("BILLOW SIX ENTFRPRISE\n25, JALAN LAUT 3\n52100 Kuala Lumpur")?.value).toBe("BILLOW SIX ENTERPRISE");
});
