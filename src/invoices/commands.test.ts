import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judge, passes, readInvoiceFile, readXmlInvoice } from "@counterfoil/einvoice";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { convertCommand, isInvoiceJson, renderInvoiceCommand } from "./commands.ts";

const folder = mkdtempSync(join(tmpdir(), "convert-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
  vi.spyOn(console, "error").mockImplementation((line: string) => void said.push(line));
});

const json = {
  number: "R-7", issueDate: "2026-03-31", dueDate: "2026-04-30", currency: "EUR", buyerReference: "04011000-12345-34",
  seller: { name: "Tidewater Joinery Ltd", vatId: "DE123456789", electronicAddress: { id: "DE123456789", scheme: "9930" }, address: { line1: "Pier 1", city: "Kiel", postCode: "24103", country: "DE" }, contact: { name: "Accounts", phone: "+49 431 123456", email: "billing@tidewater.example" } },
  buyer: { name: "Hafenamt", electronicAddress: { id: "DE987654321", scheme: "9930" }, address: { line1: "Kai 2", city: "Kiel", postCode: "24103", country: "DE" } },
  payment: { meansCode: "58", transfers: [{ account: "DE02120300000000202051" }] },
  lines: [
    { id: "1", name: "Counter", quantity: "2", unit: "C62", unitPrice: "100", vatCategory: "S", vatRate: "19" },
    { id: "2", name: "Training", quantity: "1", unit: "HUR", unitPrice: "50", vatCategory: "E", vatRate: "0" },
  ],
};

describe("render", () => {
  test("makes every form of an invoice described as JSON, and each says the same", async () => {
    for (const to of ["ubl", "cii", "xrechnung", "peppol", "facturx"]) {
      expect(await renderInvoiceCommand(JSON.stringify(json), "invoice.json", { to, out: at(`rendered.${to}`) })).toBe(0);
      const { invoice, xml } = await readInvoiceFile(readFileSync(at(`rendered.${to}`)));
      expect(invoice).toMatchObject({ number: "R-7", totals: { lineTotal: "250.00", netTotal: "250.00", vatTotal: "38.00", grossTotal: "288.00", amountDue: "288.00" }, vatBreakdown: [{ category: "S", tax: "38.00" }, { category: "E", tax: "0.00", exemptionReason: "Exempt from VAT" }] });
      expect([to, judge(xml).findings.filter(({ severity }) => severity === "fatal")]).toEqual([to, []]);
    }
    expect(readXmlInvoice(readFileSync(at("rendered.xrechnung"))).invoice.specification).toContain("xrechnung_3.0");
    expect(readXmlInvoice(readFileSync(at("rendered.peppol"))).invoice).toMatchObject({ specification: expect.stringContaining("peppol.eu:2017") as string, businessProcess: "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0" });
    expect(await renderInvoiceCommand(JSON.stringify(json), "invoice.json", { to: "pdf", out: at("rendered.pdf") })).toBe(0);
    expect(readFileSync(at("rendered.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
  });
  test("names every mistake in the JSON with its place", async () => {
    const wrong = { ...json, issueDate: "31.3.2026", tax: 1, lines: [{ ...json.lines[0], quantity: 2, vatCategory: "X" }] };
    expect(await renderInvoiceCommand(JSON.stringify(wrong), "invoice.json", { to: "ubl", out: at("no") })).toBe(1);
    expect(said.join("\n")).toBe(`The invoice has 4 mistakes:
- issueDate must be a date like 2026-03-31.
- lines[0].quantity must be string, received number.
- lines[0].vatCategory must be a VAT category: S, Z, E, AE, K, G, O, L, M.
- The invoice has fields that no invoice has: tax.`);
    expect(await renderInvoiceCommand("{", "invoice.json", { to: "ubl" })).toBe(1);
    expect(said.at(-1)).toMatch(/^The invoice is not JSON/);
    expect([isInvoiceJson(JSON.stringify(json)), isInvoiceJson('{"kind":"invoice","issueDate":"x"}'), isInvoiceJson("{")]).toEqual([true, false, false]);
  });
});

describe("convert", () => {
  test("goes from any form to any other, by names of files beside each other", async () => {
    await renderInvoiceCommand(JSON.stringify(json), "invoice.json", { to: "facturx", out: at("a.pdf") });
    const steps = [["a.pdf", "ubl"], ["b.ubl", "cii"], ["b.cii", "xrechnung"], ["b.xrechnung", "peppol"], ["b.peppol", "facturx"], ["b.facturx", "json"]] as const;
    for (const [from, to] of steps) expect([to, await convertCommand([at(from), "--to", to, "--out", at(`b.${to}`)])]).toEqual([to, 0]);
    expect(JSON.parse(readFileSync(at("b.json"), "utf8"))).toMatchObject({ number: "R-7", buyerReference: "04011000-12345-34", totals: { grossTotal: "288.00" } });
    expect(readXmlInvoice(readFileSync(at("b.xrechnung"))).syntax).toBe("cii"); // that of the file it came from
    expect(passes(judge(readFileSync(at("b.peppol"))))).toBe(true);
    expect(await renderInvoiceCommand(readFileSync(at("b.json"), "utf8"), "b.json", { to: "cii", out: at("c.cii") })).toBe(0);
  });
  test("loses nothing within a syntax, and says what stays behind between them", async () => {
    await renderInvoiceCommand(JSON.stringify(json), "invoice.json", { to: "ubl", out: at("d.xml") });
    const rich = readFileSync(at("d.xml"), "utf8").replace("<cbc:IssueDate>", "<cbc:UUID>u-1</cbc:UUID><cbc:IssueDate>");
    writeFileSync(at("d.xml"), rich);
    await convertCommand([at("d.xml"), "--to", "ubl", "--out", at("e.xml")]);
    expect(readFileSync(at("e.xml"), "utf8")).toBe(rich);
    await convertCommand([at("d.xml"), "--to", "cii", "--out", at("f.xml")]);
    expect(said).toContain("1 things beyond EN 16931 stay behind, as the other syntax has no place for them.");
    expect(readFileSync(at("f.xml"), "utf8")).not.toContain("u-1");
  });
  test("says what a receiver would refuse, and what a profile has no place for", async () => {
    await renderInvoiceCommand(JSON.stringify({ ...json, buyerReference: undefined }), "invoice.json", { to: "xrechnung", out: at("g.xml") });
    expect(said.some((line) => line.startsWith("BR-DE-15"))).toBe(true);
    await convertCommand([at("g.xml"), "--to", "facturx", "--profile", "basic", "--out", at("g.pdf")]);
    expect(said.some((line) => line.startsWith("Left out, as facturx-basic has no place for it: seller.contact.name"))).toBe(true);
  });
  test("answers mistakes with a sentence and the right exit code", async () => {
    writeFileSync(at("order.xml"), "<Order/>");
    writeFileSync(at("bomb.xml"), "");
    truncateSync(at("bomb.xml"), 500 * 1024 * 1024);
    const started = performance.now();
    const answers: [string[], number, RegExp][] = [
      [[], 2, /takes one file/], [[at("d.xml")], 2, /Say into what/], [[at("d.xml"), "--to", "word"], 2, /no form “word”; there are ubl, cii/], [[at("d.xml"), "--to", "facturx", "--profile", "big"], 2, /no Factur-X profile/],
      [[at("d.xml"), "--fast"], 2, /--fast/], [[at("none.xml"), "--to", "ubl"], 1, /no such file/i], [[at("order.xml"), "--to", "ubl"], 1, /no invoice we know/], [[at("bomb.xml"), "--to", "ubl"], 1, /larger than 40 MB/],
      [[at("d.xml"), "--to", "ubl", "--out", at("d.xml")], 1, /is the file being read/], [["--help"], 0, /counterfoil convert IN/],
    ];
    for (const [args, code, sentence] of answers) {
      said.length = 0;
      expect([args, await convertCommand(args), said.join("\n")]).toEqual([args, code, expect.stringMatching(sentence)]);
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
