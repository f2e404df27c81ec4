// Documents as files: what each format holds and how. Every writer is a stream of bytes, pulled as it is stored.
import { Readable } from "node:stream";
import { Zip, ZipPassThrough } from "fflate";
import { writeXlsx, type CellValue } from "hucre/xlsx";
import { Decimal } from "@counterfoil/money";
import { csvNumber, csvStream, type CsvNumber } from "../platform/csv.ts";
import { openReceivedFile, originalIsKept, shownName, valueOf, type ApprovedDocument } from "../received-invoices/index.ts";
import type { Scope } from "../workspaces/index.ts";
import type { ExportFormat } from "./contract.ts";

/** Media type and ending of each format. */
export const formats: Record<ExportFormat, { mediaType: string; ending: string; words: string }> = {
  csv: { mediaType: "text/csv; charset=utf-8", ending: "csv", words: "documents" },
  csv_lines: { mediaType: "text/csv; charset=utf-8", ending: "csv", words: "lines" },
  xlsx: { mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ending: "xlsx", words: "documents" },
  json: { mediaType: "application/json; charset=utf-8", ending: "json", words: "documents" },
  originals: { mediaType: "application/zip", ending: "zip", words: "originals" },
};

/** Rows of both sheets of a workbook together; it is put together in memory. */
export const mostWorkbookRows = 200_000;
/** ZIP without its 64-bit extension, which some programs cannot open, ends at 4 GB. */
export const mostArchiveBytes = 3.5 * 1024 ** 3;

/** Thrown by a writer for what the format cannot hold; the message is for people. */
export class CannotExport extends Error {}

export function writeExport(scope: Scope, format: ExportFormat, documents: AsyncIterable<ApprovedDocument>): Readable {
  switch (format) {
    case "csv": return csvOf(documents, documentColumns, (document) => [document]);
    case "csv_lines": return csvOf(documents, lineColumns, (document) => document.lines.map((_line, index) => ({ document, index })));
    case "xlsx": return Readable.from(workbookOf(documents), { objectMode: false });
    case "json": return Readable.from(jsonOf(documents), { objectMode: false });
    case "originals": return Readable.from(archiveOf(scope, documents), { objectMode: false });
  }
}

// ---- Tables: CSV and workbook share their columns

type Kind = "text" | "number" | "date";
type Column<Row> = { name: string; kind: Kind; value(row: Row): string; width?: number };
const text = <Row>(name: string, value: (row: Row) => string, width = 16): Column<Row> => ({ name, kind: "text", value, width });
const number = <Row>(name: string, value: (row: Row) => string): Column<Row> => ({ name, kind: "number", value, width: 12 });
const date = <Row>(name: string, value: (row: Row) => string): Column<Row> => ({ name, kind: "date", value, width: 12 });

const field = (path: keyof ApprovedDocument["fields"]) => (document: ApprovedDocument) => valueOf(document.fields[path]);
/** The printed total, or else the sum of the list where each of its rows has an amount. */
const totalOf = (list: "allowances" | "charges", path: "allowanceTotal" | "chargeTotal") => (document: ApprovedDocument): string => {
  const printed = valueOf(document.fields[path]);
  const amounts = document[list].filter((one) => one.amount ?? one.percent ?? one.reason).map((one) => Decimal.tryParse(one.amount?.value));
  return printed !== "" || amounts.length === 0 || amounts.includes(null) ? printed : Decimal.text(Decimal.sum(amounts as Decimal[]));
};
const documentColumns: Column<ApprovedDocument>[] = [
  text("supplier", field("supplier.name"), 30), text("supplier_vat_id", field("supplier.vatId")), text("invoice_number", field("invoiceNumber"), 20), text("type", field("documentType"), 12),
  date("issue_date", field("issueDate")), date("due_date", field("dueDate")), date("delivery_date", field("deliveryDate")), text("currency", field("currency"), 9),
  number("net_total", field("netTotal")), number("tax_total", field("taxTotal")), number("gross_total", field("grossTotal")),
  number("prepaid", field("prepaid")), number("rounding", field("rounding")), number("amount_due", field("amountDue")),
  text("iban", field("supplier.iban"), 26), text("bic", field("supplier.bic"), 13), text("payment_reference", field("paymentReference"), 20), text("purchase_order", field("purchaseOrder")),
  text("customer", field("customer.name"), 24), text("approved_by", (document) => document.approvedBy ?? ""), text("approved_at", (document) => document.approvedAt, 24),
  text("file_name", (document) => document.fileName, 30), text("file_sha256", (document) => document.sha256, 20), text("document_id", (document) => document.id, 36),
  // New columns stand at the end: programs may count.
  text("trading_name", field("supplier.tradingName"), 24), text("registration_number", field("supplier.registrationNumber")), date("tax_point_date", field("taxPointDate")), date("period_start", field("periodStart")), date("period_end", field("periodEnd")),
  text("sales_order", field("salesOrder")), text("buyer_reference", field("buyerReference")), text("contract", field("contractReference")), text("project", field("projectReference")), text("delivery_note", field("despatchAdvice")),
  text("accounting_reference", field("accountingReference")), text("preceding_invoice", field("precedingInvoice.number")), number("line_total", field("lineTotal")), number("allowance_total", totalOf("allowances", "allowanceTotal")),
  number("charge_total", totalOf("charges", "chargeTotal")), number("withholding", field("withholding")), text("payment_means", field("paymentMeans"), 9), text("payee", field("payee.name"), 24),
  text("other_accounts", (document) => document.accounts.map((account) => valueOf(account.iban ?? account.number)).filter((account) => account !== "" && account !== valueOf(document.fields["supplier.iban"])).join("; "), 26),
];
type LineRow = { document: ApprovedDocument; index: number };
const cell = (name: keyof ApprovedDocument["lines"][number]) => ({ document, index }: LineRow) => valueOf(document.lines[index]![name]);
const lineColumns: Column<LineRow>[] = [
  text("supplier", ({ document }) => valueOf(document.fields["supplier.name"]), 30), text("invoice_number", ({ document }) => valueOf(document.fields.invoiceNumber), 20),
  date("issue_date", ({ document }) => valueOf(document.fields.issueDate)), text("currency", ({ document }) => valueOf(document.fields.currency), 9),
  number("line", ({ index }) => String(index + 1)), text("item", cell("itemId")), text("description", cell("description"), 40), number("quantity", cell("quantity")), text("unit", cell("unit"), 8),
  number("unit_price", cell("unitPrice")), number("net_amount", cell("netAmount")), number("tax_rate", cell("taxRate")), text("document_id", ({ document }) => document.id, 36),
  text("gtin", cell("gtin")), number("discount", cell("discount")), number("discount_percent", cell("discountPercent")), number("base_quantity", cell("baseQuantity")), date("period_start", cell("periodStart")), date("period_end", cell("periodEnd")),
];

function csvOf<Row>(documents: AsyncIterable<ApprovedDocument>, columns: Column<Row>[], rowsOf: (document: ApprovedDocument) => Row[]): Readable {
  async function* rows(): AsyncGenerator<(string | CsvNumber)[]> {
    for await (const document of documents) {
      for (const row of rowsOf(document)) yield columns.map((column) => (column.kind === "number" ? csvNumber(column.value(row)) : column.value(row)));
    }
  }
  return csvStream(rows(), columns.map((column) => column.name));
}

/** A number for a spreadsheet when it has it exactly (15 digits), else text; a text is never a formula there. */
function workbookCell(kind: Kind, value: string): CellValue {
  if (value === "") return null;
  if (kind === "number" && /^-?\d+(\.\d+)?$/.test(value) && value.replace(/\D/g, "").replace(/^0+/, "").length <= 15) return Number(value);
  if (kind === "date" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return new Date(`${value}T00:00:00Z`);
  // Excel ends a cell at 32,767 characters and XML knows no control characters.
  return value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "").slice(0, 32_767);
}

async function* workbookOf(documents: AsyncIterable<ApprovedDocument>): AsyncGenerator<Uint8Array> {
  const sheets = [sheetOf("Documents", documentColumns), sheetOf("Lines", lineColumns)] as const;
  for await (const document of documents) {
    sheets[0].add(document);
    document.lines.forEach((_line, index) => sheets[1].add({ document, index }));
    if (sheets[0].sheet.rows.length + sheets[1].sheet.rows.length > mostWorkbookRows)
      throw new CannotExport(`A workbook takes up to ${mostWorkbookRows.toLocaleString("en-US")} rows. Choose a shorter period, or CSV.`);
  }
  const bytes = await writeXlsx({ sheets: sheets.map(({ sheet }) => sheet), properties: { creator: "Counterfoil" } });
  const piece = 256 * 1024;
  for (let start = 0; start < bytes.length; start += piece) yield bytes.subarray(start, start + piece);
}

function sheetOf<Row>(name: string, columns: Column<Row>[]) {
  const rows: CellValue[][] = [columns.map((column) => column.name)];
  const numFmt = { text: undefined, number: undefined, date: "yyyy-mm-dd" } as const;
  const sheet = {
    name, rows, freezePane: { rows: 1 },
    columns: columns.map((column) => ({ width: column.width ?? 14, ...(numFmt[column.kind] ? { numFmt: numFmt[column.kind] } : {}) })),
  };
  return { sheet, add: (row: Row) => { rows.push(columns.map((column) => workbookCell(column.kind, column.value(row)))); } };
}

// ---- JSON: values with their source, for programs

async function* jsonOf(documents: AsyncIterable<ApprovedDocument>): AsyncGenerator<string> {
  yield '{"format":"counterfoil.received-invoices/1","documents":[';
  let first = true;
  for await (const document of documents) {
    yield `${first ? "" : ","}\n${JSON.stringify(jsonDocument(document))}`;
    first = false;
  }
  yield "\n]}\n";
}

function jsonDocument({ fields, lines, taxes, accounts, allowances, charges, identifiers, version: _version, fileId: _fileId, ...about }: ApprovedDocument) {
  const values = (cells: object) => Object.fromEntries(Object.entries(cells).filter(([, value]) => value).map(([name, value]) => [name, value.value]));
  const any = (cells: object) => Object.keys(cells).length > 0;
  return {
    ...about,
    fields: Object.fromEntries(Object.entries(fields).map(([path, value]) => [path, {
      value: value.value, source: value.source, level: value.level, evidence: value.evidence, ...(value.formula ? { formula: value.formula } : {}),
    }])),
    lines: lines.map(values), taxes: taxes.map(values), accounts: accounts.map(values).filter(any),
    allowances: allowances.map(({ kind, ...cells }) => ({ kind, ...values(cells) })), charges: charges.map(({ kind, ...cells }) => ({ kind, ...values(cells) })),
    identifiers: identifiers.filter((one) => one.value).map(({ party, scheme, value }) => ({ party, scheme, value: value.value })),
  };
}

// ---- Originals

async function* archiveOf(scope: Scope, documents: AsyncIterable<ApprovedDocument>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else ready.push(chunk);
  });
  function* taken(): Generator<Uint8Array> {
    if (failure) throw failure;
    while (ready.length > 0) yield ready.shift()!;
  }
  const names = new Set<string>();
  const contents: string[] = [];
  const missing: string[] = [];
  let bytes = 0;
  for await (const document of documents) {
    if (!(await originalIsKept(scope, document.fileId))) {
      missing.push(`${document.sha256}  ${entryName(document, names)}`);
      continue;
    }
    bytes += document.sizeBytes;
    if (bytes > mostArchiveBytes) throw new CannotExport("The originals are larger than 3.5 GB together. Choose a shorter period.");
    const name = entryName(document, names);
    contents.push(`${document.sha256}  ${name}`);
    // Stored as they are: PDFs and pictures do not get smaller.
    const entry = new ZipPassThrough(name);
    entry.mtime = new Date(document.receivedAt);
    zip.add(entry);
    for await (const chunk of await openReceivedFile(scope, document.fileId)) {
      entry.push(chunk as Uint8Array);
      yield* taken();
    }
    entry.push(new Uint8Array(0), true);
    yield* taken();
  }
  const list = (name: string, lines: string[]) => {
    const entry = new ZipPassThrough(name);
    zip.add(entry);
    entry.push(Buffer.from(`${lines.join("\n")}\n`), true);
  };
  list("SHA256SUMS", contents);
  if (missing.length > 0) list("NOT HERE.txt", ["Deleted by the workspace's retention setting before this export was made:", "", ...missing]);
  zip.end();
  yield* taken();
}

/** Date, supplier and number, then the kind's ending: names that sort, and none twice. Never a path. */
function entryName(document: ApprovedDocument, taken: Set<string>): string {
  const ending = { jpeg: "jpg", tiff: "tif" }[document.kind] ?? document.kind;
  const stem = [valueOf(document.fields.issueDate), valueOf(document.fields["supplier.name"]), valueOf(document.fields.invoiceNumber)]
    .map((part) => shownName(part.replace(/[/\\]/g, "-")).replace(/^document$|^[-. ]+/, "")).filter(Boolean).join(" ").slice(0, 120) || document.id;
  let name = `${stem}.${ending}`;
  for (let copy = 2; taken.has(name.toLowerCase()); copy++) name = `${stem} (${copy}).${ending}`;
  taken.add(name.toLowerCase());
  return name;
}
