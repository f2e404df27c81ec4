import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeUbl, type Invoice } from "@counterfoil/einvoice";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openOfficial } from "./official.ts";
import { validateFile, validateFiles } from "./validate-command.ts";

const folder = mkdtempSync(join(tmpdir(), "validate-"));
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const party = (name: string) => ({ name, identifiers: [{ id: "4711" }], address: { line1: "1 Quay", city: "Cork", country: "IE" } });
const invoice: Invoice = {
  number: "2025-0001", issueDate: "2025-03-31", dueDate: "2025-04-30", typeCode: "380", currency: "EUR", specification: "urn:cen.eu:en16931:2017",
  seller: { ...party("Harbour Works Ltd"), vatId: "IE1234567T" }, buyer: party("Lough Foods Ltd"),
  lines: [{ id: "1", name: "Rope", quantity: "2", unit: "C62", unitPrice: "10.00", netAmount: "20.00", vatCategory: "S", vatRate: "23", allowances: [], charges: [], classifications: [], attributes: [] }],
  vatBreakdown: [{ category: "S", rate: "23", base: "20.00", tax: "4.60" }],
  totals: { lineTotal: "20.00", netTotal: "20.00", vatTotal: "4.60", grossTotal: "24.60", amountDue: "24.60" },
  allowances: [], charges: [], notes: [], precedingInvoices: [], supportingDocuments: [],
} as unknown as Invoice;
const good = file("good.xml", writeUbl(invoice));
const bad = file("bad.xml", new TextDecoder().decode(writeUbl(invoice)).replace(/(<cbc:PayableAmount[^>]*>)24\.60/, "$124.61"));
const torn = file("torn.xml", "<Invoice");

let printed = "";
let complained = "";
beforeEach(() => {
  printed = complained = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => ((printed += String(text)), true));
  vi.spyOn(console, "error").mockImplementation((text: string) => void (complained += `${text}\n`));
  vi.spyOn(console, "log").mockImplementation((text: string) => void (printed += `${text}\n`));
});
afterEach(() => vi.restoreAllMocks());

describe("counterfoil validate", () => {
  test("an invoice without errors ends with 0, one with errors with 1, what is unreadable with 2", async () => {
    expect(await validateFiles([good])).toBe(0);
    expect(printed).toContain("good.xml: no errors");
    expect(await validateFiles([bad])).toBe(1);
    expect(printed).toMatch(/error BR-CO-16: The amount due \(BT-115\) is 24\.61, .* makes 24\.60/);
    expect(printed).toContain("at /Invoice/cac:LegalMonetaryTotal, line ");
    expect(await validateFiles([torn])).toBe(2);
    expect(await validateFiles([join(folder, "absent.xml")])).toBe(2);
  });
  test("as JSON a verdict names the file, its syntax, profile, the engine and the findings", async () => {
    expect(await validateFiles(["--format", "json", bad])).toBe(1);
    const verdict = JSON.parse(printed) as { engine: string };
    expect(verdict).toMatchObject({ file: bad, syntax: "UBL", profile: "urn:cen.eu:en16931:2017", rules: ["EN16931"], findings: [{ rule: "BR-CO-16", severity: "fatal", count: 1, path: "/Invoice/cac:LegalMonetaryTotal" }] });
    expect(verdict.engine).toContain("own rules");
  });
  test("a list is judged file by file, in order, and a bad one does not stop it", async () => {
    const list = file("list.txt", `${good}\n${torn}\n\n${bad}\n`);
    expect(await validateFiles(["--list", list])).toBe(2);
    const lines = printed.trim().split("\n").map((line) => JSON.parse(line) as { file: string; error?: { code: string }; findings?: unknown[] });
    expect(lines.map((line) => [line.file, line.error?.code ?? line.findings!.length])).toEqual([[good, 0], [torn, "xml_malformed"], [bad, 1]]);
  });
  test("rule sets can be chosen, fragments are judged on request", async () => {
    expect(await validateFiles(["--format", "json", "--rules", "peppol,xrechnung", good])).toBe(1);
    expect(printed).toContain("PEPPOL-EN16931-R020");
    expect(printed).toContain("BR-DE-15");
    const part = file("part.xml", `<cac:PaymentMeans xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"/>`);
    expect(await validateFile(part)).toMatchObject({ error: { code: "not_an_invoice" } });
    expect(await validateFile(part, { fragment: true })).toMatchObject({ findings: [{ rule: "BR-49" }] });
  });
  test("mistakes in the words are told, with exit code 2", async () => {
    for (const words of [["--rules", "PEPPOL5", good], ["--format", "xml", good], [], ["--nonsense"], ["--list", join(folder, "absent.txt")]]) expect(await validateFiles(words)).toBe(2);
    expect(complained).toMatch(/There is no rule set “PEPPOL5”/);
  });
});

describe("official rules", () => {
  test("without a folder, or with one that holds none, there is a sentence on what to do", async () => {
    expect(await validateFiles(["--official", good])).toBe(2);
    expect(complained).toMatch(/not part of this program\. Download them/);
    await expect(openOfficial(join(folder, "nowhere"))).rejects.toThrow(/There is no folder/);
    await expect(openOfficial(mkdtempSync(join(tmpdir(), "empty-")))).rejects.toThrow(/holds no rules we know/);
  });
  test("a Schematron in the folder is compiled, run in a thread and named with its version", async () => {
    const rules = mkdtempSync(join(tmpdir(), "artefacts-"));
    vi.stubEnv("XDG_CACHE_HOME", join(rules, "cache"));
    writeFileSync(join(rules, "part.sch"), `<pattern xmlns="http://purl.oclc.org/dsdl/schematron"><let name="most" value="24"/><rule context="cac:LegalMonetaryTotal"><assert id="T-1" test="cbc:PayableAmount &lt;= $most">The amount is too much.</assert></rule><rule context="*"><report id="T-2" flag="warning" test="self::cac:LegalMonetaryTotal">Never told, the first rule took it.</report></rule></pattern>`);
    writeFileSync(join(rules, "CEN-EN16931-UBL.sch"), `<!--Schematron version 9.9.1--><schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"><ns prefix="cac" uri="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"/><ns prefix="cbc" uri="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"/><include href="part.sch"/></schema>`);
    const official = await openOfficial(rules);
    try {
      const verdict = await validateFile(good, { official });
      expect(verdict).toMatchObject({ findings: [{ rule: "T-1", severity: "fatal", count: 1, text: "The amount is too much." }] });
      expect((verdict as { engine: string }).engine).toMatch(/^SaxonJS [\d.]+ with CEN-EN16931-UBL\.sch \(9\.9\.1, sha256 [0-9a-f]{12}\)$/);
      expect(await validateFile(good, { official, rules: ["PEPPOL"] })).toMatchObject({ error: { code: "official_rules", reason: expect.stringContaining("no official rules of PEPPOL for UBL") as string } });
    } finally {
      await official.close();
      vi.unstubAllEnvs();
    }
  });
});
