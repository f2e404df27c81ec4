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

test("the rows of a tax summary, each with base, tax and sum, are the total together and never one of them alone", () => {
  const unreadable = totalOf("VODKA              9,99 C\nMARMELADE          2,29 B\nSUMME\nBAR EUR           50,00\n\nB  7%    7,45     0,52     7,97\nC 19%   20,18     3,83    24,01").grossTotal;
  expect(unreadable).toMatchObject({ value: "31.98", checks: ["tax_rows"], source: "derived" });
  const paid = totalOf("VODKA              9,99 C\nMARMELADE          2,29 B\nSUMME EUR         27,42\nBAR EUR           27,42\n\nB  7%   23,45     1,64    25,09\nC 19%    1,86     0,37     2,33");
  expect(paid.grossTotal?.value).toBe("27.42");
  expect(paid.netTotal).toBeUndefined();
});

test("a total that is only computed gives way to money given less change and to the label's number without its point", () => {
  const goods = "Water             10.00\nSUB TOTAL         10.00\n";
  expect(totalOf(`${goods}GRAND TOTAL        1000\nCASH              20.00\nCHANGE DUE        10.00\nZRL: 0% GOODS:  10.00  TAX: 0.06`).grossTotal?.value).toBe("10.00");
  expect(totalOf("Fish              40.00\nRice              24.00\nSUB TOTAL         64.00\nGST 6%             3.84\nROUNDING           0.01\nNET TOTAL TH 8\nCash             100.00\nCHANGE            32.15").grossTotal?.value).toBe("67.85");
});

test("a digit too many or too few in the total shows by what was paid", () => {
  expect(totalOf("Pie               31.00\nTotal Amount:    731.00\nCash Received    101.00\nChange            70.00").grossTotal?.value).toBe("31.00");
  expect(totalOf("Gloves            28.90\nTOTAL            28.970\nCASH              28.90\nCHANGE").grossTotal?.value).toBe("28.90");
  expect(totalOf("Bread              7.25\nButter             4.00\nTotal              11.2\nPayment           20.00\nChange             8.75").grossTotal?.value).toBe("11.25");
  // Both are as they should be: nothing vouches for another total.
  expect(totalOf("Pie              731.00\nTotal Amount:    731.00\nCash Received    800.00\nChange            69.00").grossTotal?.value).toBe("731.00");
});

test("a rounding that lost its sign, a currency that lost its letters, and amounts without words", () => {
  expect(totalOf("Tube  2 x 50.88  101.76\nTotal Qty: 2     101.76\nTotal Sales (Excluding GST)  96.00\nTotal GST          5.76\nRounding :         0.01\nTotal Sales (Inclusive of GST) : 101.75\nCASH             101.75\nChange             0.00").grossTotal?.value).toBe("101.75");
  expect(totalOf("Scissors          18.00\nTweezer           23.45\nSUBTOTAL (QTY 4) AM41.45\nCASH          RMb1,50\nCHANGE CASH").grossTotal?.value).toBe("41.45");
  expect(totalOf("DPT01             149.00\nDPT04              21.00\nCASH\n                  170.00").grossTotal?.value).toBe("170.00");
  expect(totalOf("Balance before     1.90\nBalance after     31.40\nReload            30.00\nTotal              0.00\nCash              30.00").grossTotal?.value).toBe("30.00");
});

test("the name: above its registration number, above the address behind slogans, or of the firm at the foot", () => {
  const name = (head: string) => readWords([typed(`${head}\nDate : 13/07/2018\nTea 12.00\nTOTAL 12.00\nCASH 20.00\nCHANGE 8.00`, { confidence: 0.9, height: 900 })], { syntax: "image" }).fields["supplier.name"];
  expect(name("FACE OF THE SEA\nFOTS NOODLE CORNER\n(002049088-U)\n25, JALAN LAUT 3\n52100 Kuala Lumpur")?.value).toBe("FOTS NOODLE CORNER");
  expect(name("Fresh every day\nask for our card\nopen on Sunday\nBeispielkauf Nord\nHafenstr. 4\n33102 Paderborn")?.value).toBe("Beispielkauf Nord");
  expect(name("HARBOUR SDN EHD\n25, JALAN LAUT 3\n52100 Kuala Lumpur")).toMatchObject({ value: "HARBOUR SDN BHD", checks: expect.arrayContaining(["repaired"]) });
  expect(name("BILLOW SIX ENTFRPRISE\n25, JALAN LAUT 3\n52100 Kuala Lumpur")?.value).toBe("BILLOW SIX ENTERPRISE");
});
