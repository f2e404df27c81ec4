import { createHash, randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import type { Field, Fields, Reading, ReadLine } from "@counterfoil/extract";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { aScope, testServices } from "../../test/builders.ts";
import { NewCompany } from "../companies/contract.ts";
import { createCompany } from "../companies/index.ts";
import { approve, reopen } from "../received-invoices/settle.ts";
import { readNext } from "../received-invoices/read.ts";
import { receiveFile } from "../received-invoices/receive.ts";
import { receivedDetail } from "../received-invoices/stored.ts";
import type { Scope } from "../workspaces/index.ts";
import { CreateExport } from "./contract.ts";
import { buildExport, createExport, exportById, openExport, previewExport } from "./create.ts";

describe("exports", () => {
  const services = testServices();
  const anExporter = async (): Promise<Scope> => {
    const scope = await aScope(services);
    await createCompany(scope, NewCompany.parse({ name: "Our Own Firm Ltd", country: "DE", currency: "EUR", timeZone: "Europe/Berlin", locale: "de" }));
    return scope;
  };
  const approved = async (scope: Scope, fields: Record<string, string>, lines: ReadLine[] = [], bytes = Buffer.from(`%PDF-1.7 ${randomUUID()}`), further: Partial<Reading> = {}) => {
    const real = services.reader;
    services.reader = { ...real, read: async () => ({ outcome: "read", reading: { ...readingOf(fields, lines), ...further }, flags: [] }) };
    const { id } = await receiveFile(scope, { fileName: "../evil/../a.pdf", bytes: (async function* () { yield bytes; })() });
    await readNext(scope);
    services.reader = real;
    const detail = await receivedDetail(scope, id!);
    return approve(scope, id!, { version: detail.version });
  };
  const file = async (scope: Scope, input: CreateExport): Promise<{ bytes: Buffer; name: string; id: string }> => {
    const made = await createExport(scope, CreateExport.parse(input));
    if (made.state === "building") await buildExport(scope, made.id);
    const opened = await openExport(scope, made.id);
    const bytes = await buffer(opened.bytes);
    const view = await exportById(scope, made.id);
    expect(view).toMatchObject({ state: "ready", sizeBytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") });
    return { bytes, name: opened.name, id: made.id };
  };
  const refusal = (promise: Promise<unknown>) => promise.then(() => "nothing refused", (error: { code?: string }) => error.code ?? String(error));

  test("columns of newer fields stand behind the older ones; further accounts, allowances and charges come along", async () => {
    const scope = await anExporter();
    await approved(scope, { invoiceNumber: "N-7", contractReference: "V-2024/17", periodStart: "2026-10-01", withholding: "15.00" }, [], undefined, {
      accounts: [{ iban: field("DE02120300000000202051") }, { number: field("73801137"), routing: field("20-45-77") }], charges: [{ kind: "freight", amount: field("12.50"), reason: field("Freight") }, { kind: "other", amount: field("2.50") }],
      identifiers: [{ party: "supplier", scheme: "gln", value: field("4012345000009") }],
    });
    const { bytes } = await file(scope, { format: "csv" });
    const [head] = parse(bytes, { bom: true }) as string[][];
    expect(head!.slice(0, 24).at(-1)).toBe("document_id");
    expect((parse(bytes, { columns: true, bom: true }) as Record<string, string>[])[0]).toMatchObject({ contract: "V-2024/17", period_start: "2026-10-01", charge_total: "15.00", withholding: "15.00", other_accounts: "73801137" });
    const { documents } = JSON.parse((await file(scope, { format: "json", selection: { includeExported: true } })).bytes.toString("utf8")) as { documents: Record<string, unknown>[] };
    expect(documents[0]).toMatchObject({
      accounts: [{ iban: "DE02120300000000202051" }, { number: "73801137", routing: "20-45-77" }], allowances: [], identifiers: [{ party: "supplier", scheme: "gln", value: "4012345000009" }],
      charges: [{ kind: "freight", amount: "12.50", reason: "Freight" }, { kind: "other", amount: "2.50" }],
    });
  });

  test("V1.2.1 abuse-9 a second reader of the CSV gets text guarded against formulas and amounts that kept their minus", async () => {
    const scope = await anExporter();
    await approved(scope, { "supplier.name": '=HYPERLINK("http://evil.example","x")', invoiceNumber: "+1", grossTotal: "-119.00", netTotal: "-100.00", taxTotal: "-19.00", "customer.name": 'A "quoted", name\nof two lines' });
    const { bytes, name } = await file(scope, { format: "csv" });
    expect(name).toMatch(/^received documents \d{4}-\d\d-\d\d\.csv$/);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = parse(bytes, { columns: true, bom: true }) as Record<string, string>[];
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ supplier: `'=HYPERLINK("http://evil.example","x")`, invoice_number: "'+1", gross_total: "-119.00", net_total: "-100.00", customer: 'A "quoted", name\nof two lines' });
  });

  test("lines come as a CSV of their own", async () => {
    const scope = await anExporter();
    await approved(scope, { invoiceNumber: "L-1" }, [{ description: field("@SUM(A1)"), quantity: field("2"), unitPrice: field("40.125"), netAmount: field("80.25"), taxRate: field("19") }, { description: field("Rebate"), netAmount: field("-5.00") }]);
    const rows = parse((await file(scope, { format: "csv_lines" })).bytes, { columns: true, bom: true }) as Record<string, string>[];
    expect(rows.map((row) => [row["line"], row["description"], row["quantity"], row["unit_price"], row["net_amount"]])).toEqual([["1", "'@SUM(A1)", "2", "40.125", "80.25"], ["2", "Rebate", "", "", "-5.00"]]);
  });

  test("V1.2.1 abuse-9 a second reader of the workbook gets two sheets: numbers as numbers, days as days, texts never as formulas", async () => {
    const scope = await anExporter();
    await approved(scope, { "supplier.name": '=1+1', invoiceNumber: "00012", issueDate: "2026-11-02", grossTotal: "1234567890.12", netTotal: "", taxTotal: "" }, [{ description: field("-2+3"), netAmount: field("-0.10") }]);
    const parts = unzipSync((await file(scope, { format: "xlsx" })).bytes);
    const workbook = cellsOf(parts["xl/workbook.xml"]!, "sheet").map((sheet) => sheet.attributes["name"]);
    expect(workbook).toEqual(["Documents", "Lines"]);
    const documents = sheetOf(parts, 1);
    const at = (name: string) => documents.get(`${column(documents, name)}2`)!;
    expect(at("supplier")).toMatchObject({ text: "=1+1", formula: false, isText: true });
    expect(at("invoice_number")).toMatchObject({ text: "00012", isText: true });
    expect(at("gross_total")).toMatchObject({ text: "1234567890.12", isText: false });
    // Excel's day 46328 is 2 November 2026.
    expect(at("issue_date")).toMatchObject({ text: "46328", isText: false });
    const lines = sheetOf(parts, 2);
    expect(lines.get(`${column(lines, "description")}2`)).toMatchObject({ text: "-2+3", formula: false, isText: true });
    expect(lines.get(`${column(lines, "net_amount")}2`)).toMatchObject({ text: "-0.1", isText: false });
  });

  test("JSON holds every value with its source and place", async () => {
    const scope = await anExporter();
    const document = await approved(scope, { invoiceNumber: "J-1" }, [{ description: field("Posters"), netAmount: field("100.00") }]);
    const json = JSON.parse((await file(scope, { format: "json" })).bytes.toString("utf8"));
    expect(json.documents).toHaveLength(1);
    expect(json.documents[0]).toMatchObject({ id: document.id, fields: { grossTotal: { value: "119.00", source: "text", evidence: [{ page: 1, raw: "119.00" }] } }, lines: [{ description: "Posters", netAmount: "100.00" }] });
  });

  test("V5.3.2 abuse-20 originals come as a ZIP of the very bytes, under names that are no paths, with their sums", async () => {
    const scope = await anExporter();
    const [first, second] = [Buffer.from(`%PDF-1.7 first ${randomUUID()}`), Buffer.from(`%PDF-1.7 second ${randomUUID()}`.repeat(20_000))];
    await approved(scope, { "supplier.name": "../../Evil & Sons", invoiceNumber: "a/b", issueDate: "2026-01-01" }, [], first);
    await approved(scope, { "supplier.name": "../../Evil & Sons", invoiceNumber: "a_c", issueDate: "2026-01-02" }, [], second);
    const parts = unzipSync((await file(scope, { format: "originals" })).bytes);
    expect(Object.keys(parts)).toEqual(["2026-01-01 Evil & Sons a-b.pdf", "2026-01-02 Evil & Sons a_c.pdf", "SHA256SUMS"]);
    expect(Buffer.from(parts["2026-01-01 Evil & Sons a-b.pdf"]!).equals(first)).toBe(true);
    expect(Buffer.from(parts["2026-01-02 Evil & Sons a_c.pdf"]!).equals(second)).toBe(true);
    const sums = Buffer.from(parts["SHA256SUMS"]!).toString().trim().split("\n").map((line) => line.split("  "));
    expect(sums.map(([sum]) => sum)).toEqual([first, second].map((bytes) => createHash("sha256").update(bytes).digest("hex")));
  });

  test("exported documents are marked, cannot be reopened, and are left out of the next export unless asked for", async () => {
    const scope = await anExporter();
    const document = await approved(scope, { invoiceNumber: "M-1" });
    expect(await previewExport(scope, { includeExported: false })).toEqual({ documents: 1, sums: [{ currency: "EUR", documents: 1, grossTotal: "119.00" }] });
    await file(scope, { format: "csv", markExported: false });
    expect((await receivedDetail(scope, document.id)).state).toBe("approved");
    await file(scope, { format: "csv" });
    const exported = await receivedDetail(scope, document.id);
    expect([exported.state, exported.export.state]).toEqual(["exported", "exported"]);
    expect(await refusal(reopen(scope, document.id, exported.version))).toBe("already_exported");
    expect(await refusal(createExport(scope, CreateExport.parse({ format: "csv" })))).toBe("nothing_to_export");
    const again = await file(scope, { format: "csv", selection: { includeExported: true } });
    expect(parse(again.bytes, { columns: true, bom: true })).toHaveLength(1);
  });

  test("only approved documents of one's own workspace leave, whatever ids are named", async () => {
    const [scope, neighbour] = [await anExporter(), await anExporter()];
    const theirs = await approved(neighbour, { invoiceNumber: "T-1" });
    expect(await refusal(createExport(scope, CreateExport.parse({ format: "csv", selection: { ids: [theirs.id] } })))).toBe("nothing_to_export");
    const made = await file(neighbour, { format: "csv" });
    expect(await refusal(openExport(scope, made.id))).toBe("not_found");
    expect(await refusal(exportById(scope, made.id))).toBe("not_found");
  });

  test("a large export is made by a job, and a build that runs twice makes one file", async () => {
    const scope = await anExporter();
    await approved(scope, { invoiceNumber: "O-1" });
    const made = await createExport(scope, CreateExport.parse({ format: "originals" }));
    expect([made.state, made.url]).toEqual(["building", null]);
    expect(await refusal(openExport(scope, made.id))).toBe("export_building");
    await Promise.all([buildExport(scope, made.id), buildExport(scope, made.id)]);
    await services.workJobs();
    expect(await exportById(scope, made.id)).toMatchObject({ state: "ready", documents: 1, url: `/api/exports/${made.id}/file` });
    const files = await scope.transaction((tx) => tx.db.selectFrom("file").select("media_type").where("media_type", "=", "application/zip").execute());
    expect(files).toHaveLength(1);
  });
});

const field = (value: string): Field => ({ value, source: "text", confidence: 0.9, level: "sure", evidence: [{ page: 1, box: { x: 1, y: 1, width: 1, height: 1 }, raw: value }], checks: [], alternatives: [] });
const readingOf = (values: Record<string, string>, lines: ReadLine[]): Reading => ({
  engine: { name: "counterfoil", version: "test" }, syntax: "pdf", lines, taxes: [], accounts: [], allowances: [], charges: [], identifiers: [], checks: [], proof: "partial", problems: [],
  pages: [{ number: 1, width: 595, height: 842, source: "text", reason: "", words: 10 }],
  fields: Object.fromEntries(Object.entries({
    documentType: "invoice", invoiceNumber: "N-1", issueDate: "2026-11-02", currency: "EUR", netTotal: "100.00", taxTotal: "19.00", grossTotal: "119.00",
    "supplier.name": "Harbour Print Works GmbH", "supplier.iban": "DE02120300000000202051", ...values,
  }).filter(([, value]) => value !== "").map(([path, value]) => [path, field(value)])) as Fields,
});

type Cell = { text: string; formula: boolean; isText: boolean; attributes: Record<string, string> };
/** The elements of one name in an XML part, with their text: a reader that shares nothing with the writer. */
function cellsOf(bytes: Uint8Array, name: string): Cell[] {
  const found: Cell[] = [];
  let inside: Cell | null = null;
  const parser = new SaxesParser();
  parser.on("opentag", (tag) => {
    const local = tag.name.replace(/^.*:/, "");
    if (local === name) found.push(inside = { text: "", formula: false, isText: ["inlineStr", "s", "str"].includes(String(tag.attributes["t"])), attributes: tag.attributes as Record<string, string> });
    if (local === "f" && inside) inside.formula = true;
  });
  parser.on("text", (text) => { if (inside) inside.text += text; });
  parser.on("closetag", (tag) => { if (tag.name.replace(/^.*:/, "") === name) inside = null; });
  parser.write(Buffer.from(bytes).toString("utf8")).close();
  return found;
}
function sheetOf(parts: Record<string, Uint8Array>, number: number): Map<string, Cell> {
  const shared = parts["xl/sharedStrings.xml"] ? cellsOf(parts["xl/sharedStrings.xml"], "si").map((cell) => cell.text) : [];
  return new Map(cellsOf(parts[`xl/worksheets/sheet${number}.xml`]!, "c").map((cell) => [cell.attributes["r"]!, cell.attributes["t"] === "s" ? { ...cell, text: shared[Number(cell.text)]! } : cell]));
}
const column = (sheet: Map<string, Cell>, name: string): string => [...sheet].find(([place, cell]) => /^[A-Z]+1$/.test(place) && cell.text === name)![0].replace(/1$/, "");
