/**
 * Reading and writing e-invoices, measured: node scripts/bench.mjs einvoice-read-write [FOLDER…] [--facturx] [--random N] [--peers FOLDER] [--list]
 *
 * FOLDERs hold e-invoices (XML, or PDFs that carry XML): each is read, written in its own syntax and read again, and must say
 * the same; nothing of the file may be lost; and by way of the other syntax no term may be lost; with --facturx
 * also by way of a hybrid PDF of ours. --random invents N invoices
 * (10,000 when N is left out) for the same trip, and says what memory they leave behind. --peers names a folder whose
 * node_modules hold @fin.cx/einvoice and @e-invoice-eu/core, for speed side by side; without it that part is left out.
 */
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { XmlError, completed, extractXmlFromPdf, judge, readInvoiceFile, readXmlInvoice, writeCii, writeUbl, type ReadInvoice } from "@counterfoil/einvoice";
import { renderFacturX } from "@counterfoil/paper";
import { inventedInvoice } from "../packages/einvoice/invented.ts";
import { ublFile } from "../packages/einvoice/write-ubl.ts";
import type { XmlNode } from "../packages/einvoice/write-xml.ts";
import { parseXml, type XmlElement } from "../packages/einvoice/xml.ts";
import { asCii, isZugferd1 } from "../packages/einvoice/zugferd1.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { peers: { type: "string" }, random: { type: "string" }, facturx: { type: "boolean" }, list: { type: "boolean" } } });

const files = (folder: string): string[] => readdirSync(folder).flatMap((name) => {
  const path = join(folder, name);
  return statSync(path).isDirectory() ? files(path) : /\.(xml|pdf)$/i.test(name) ? [path] : [];
});

type Tally = { documents: number; failures: string[] };
const tallies = new Map<string, Tally>();
function tally(name: string): Tally {
  if (!tallies.has(name)) tallies.set(name, { documents: 0, failures: [] });
  return tallies.get(name)!;
}
function check(name: string, file: string, difference: string | null): void {
  const { failures } = tally(name);
  tally(name).documents += 1;
  if (difference !== null) failures.push(`${file}: ${difference}`);
}

async function roundTrips(folder: string): Promise<void> {
  for (const path of files(folder)) {
    const file = relative(folder, path);
    const bytes = readFileSync(path);
    const xml = bytes.subarray(0, 5).toString("latin1") === "%PDF-" ? (await extractXmlFromPdf(bytes))?.bytes : bytes;
    if (xml === undefined) {
      check("read", file, "no XML inside");
      continue;
    }
    let reading;
    try {
      reading = readXmlInvoice(xml);
      check("read", file, null);
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      if (error.code === "not_an_invoice") tally("other XML, no invoice").documents += 1;
      else check("read", file, error.message);
      continue;
    }
    const [write, other] = reading.syntax === "ubl" ? [writeUbl, writeCii] : [writeCii, writeUbl];
    const written = write(reading.invoice);
    const source = parseXml(xml);
    const again = readXmlInvoice(written);
    check(`read → write → read, ${reading.syntax}`, file, different(reading, again) ?? different([...write(again.invoice)].length, written.length));
    check(`nothing of the file lost, ${reading.syntax}`, file, lost(isZugferd1(source) ? asCii(source) : source, parseXml(written)));
    const there = readXmlInvoice(other(reading.invoice));
    const back = readXmlInvoice(write(there.invoice));
    const terms = (invoice: ReadInvoice) => ({ ...invoice, unknown: undefined, seller: sorted(invoice.seller), buyer: sorted(invoice.buyer) });
    if (values.facturx && reading.invoice.number !== undefined && reading.invoice.buyer?.name !== undefined) {
      try {
        const { invoice } = await readInvoiceFile((await renderFacturX(reading.invoice)).pdf);
        check("as Factur-X and back", file, different({ ...terms(reading.invoice), specification: undefined }, { ...terms(invoice), specification: undefined }));
      } catch (error) {
        check("as Factur-X and back", file, String(error).slice(0, 200)); // what cannot be printed, such as a fragment, is counted with its reason
      }
    }
    check(reading.syntax === "ubl" ? "UBL → CII → UBL" : "CII → UBL → CII", file, different(terms(reading.invoice), terms(back.invoice)));
  }
}

// CII's schema wants identifiers of a known list behind the others; their order says nothing.
const sorted = (party: ReadInvoice["seller"]) => party && { ...party, identifiers: [...party.identifiers].sort((a, b) => JSON.stringify(a) < JSON.stringify(b) ? -1 : 1) };

/** The first place where two values differ, or null. */
function different(one: unknown, other: unknown, at = ""): string | null {
  if (isDeepStrictEqual(one, other)) return null;
  if (typeof one === "object" && typeof other === "object" && one !== null && other !== null) {
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      const found = different((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key], at === "" ? key : `${at}.${key}`);
      if (found !== null) return found;
    }
  }
  return `${at}: ${JSON.stringify(one)?.slice(0, 120)} ≠ ${JSON.stringify(other)?.slice(0, 120)}`;
}

/** What stands in the file and no longer in the one written: texts and attributes with the names of the elements around them. */
function lost(source: XmlElement, written: XmlElement): string | null {
  const there = new Map<string, number>();
  for (const saying of sayings(written, "")) there.set(saying, (there.get(saying) ?? 0) + 1);
  const missing: string[] = [];
  for (const saying of sayings(source, "")) {
    const count = there.get(saying) ?? 0;
    if (count === 0) missing.push(saying);
    else there.set(saying, count - 1);
  }
  return missing.length === 0 ? null : `${missing.length}: ${missing.slice(0, 3).join(" | ").slice(0, 300)}`;
}

function* sayings(element: XmlElement, around: string): Generator<string> {
  const path = `${around}/${element.name}`;
  for (const [name, value] of element.attributes) if (value !== "" && !name.startsWith("{http://www.w3.org/2001/XMLSchema-instance}")) yield `${path}@${name}=${value}`;
  if (element.children.length === 0 && element.text !== "") yield `${path}=${spelled(element.text)}`;
  for (const child of element.children) yield* sayings(child, path);
}

const spelled = (text: string) => /^[+-]?(\d{1,20}\.?\d*|\.\d+)$/.test(text) ? String(Number(text)) : text.replace(/\s+/g, "");

function inventedTrips(count: number): void {
  const collect = (globalThis as { gc?: () => void }).gc ?? (() => {});
  const warnings = new Map<string, number>();
  let early = 0;
  for (let seed = 1; seed <= count; seed += 1) {
    const invoice = inventedInvoice(seed);
    for (const [syntax, write] of [["ubl", writeUbl], ["cii", writeCii]] as const) {
      const written = write(invoice);
      check(`invented, ${syntax}, read back`, `seed ${seed}`, different({ syntax, invoice, problems: [] }, readXmlInvoice(written)));
      const { findings } = judge(written);
      for (const { rule, severity } of findings) if (severity !== "fatal") warnings.set(rule, (warnings.get(rule) ?? 0) + 1);
      const fatal = findings.filter(({ severity }) => severity === "fatal");
      check(`invented, ${syntax}, no fatal finding`, `seed ${seed}`, fatal.length === 0 ? null : fatal.map(({ rule, severity, path, text }) => `${severity} ${rule} ${path}: ${text}`).join(" | "));
    }
    if (seed === Math.ceil(count / 10)) {
      collect();
      early = process.memoryUsage().heapUsed;
    }
  }
  if (warnings.size > 0) console.log(`findings short of fatal: ${[...warnings].map(([rule, times]) => `${rule} × ${times}`).join(", ")}`);
  collect();
  const late = process.memoryUsage().heapUsed;
  console.log(`memory held after ${Math.ceil(count / 10)} and after ${count} invented invoices: ${(early / 2 ** 20).toFixed(1)} and ${(late / 2 ** 20).toFixed(1)} MB (× ${(late / early).toFixed(2)})`);
}

/** Milliseconds a piece of one and the other, each the best of its rounds, turn by turn: what else the machine does only ever adds. */
async function beside(rounds: number, one: { pieces: number; work: () => Promise<void> | void }, other: { pieces: number; work: () => Promise<void> | void }): Promise<[number, number]> {
  const best: [number, number] = [Infinity, Infinity];
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { pieces, work }] of [one, other].entries()) {
      const started = performance.now();
      await work();
      best[index as 0 | 1] = Math.min(best[index as 0 | 1], (performance.now() - started) / pieces);
    }
  }
  return best;
}

type Reader = { EInvoice: { fromXml(xml: string): Promise<{ id?: string; accountingDocId?: string }> } };
type Writer = { InvoiceService: new (logger: unknown) => { generate(invoice: unknown, options: { format: string; lang: string }): Promise<string | Uint8Array> } };

async function speed(folder: string): Promise<void> {
  const from = createRequire(join(folder, "index.js"));
  const load = async <T>(name: string): Promise<T | null> => {
    try {
      return (await import(pathToFileURL(from.resolve(name)).href)) as T;
    } catch (error) {
      console.log(`${name} is left out: ${(error as Error).message.split("\n")[0]}`);
      return null;
    }
  };
  const invoices = Array.from({ length: 40 }, (_, seed) => plainInvoice(seed));
  const quiet = Object.fromEntries(["log", "warn", "error", "debug", "info"].map((level) => [level, () => undefined]));
  const log = console.log;

  const reader = await load<Reader>("@fin.cx/einvoice");
  for (const [syntax, write] of [["ubl", writeUbl], ["cii", writeCii]] as const) {
    if (reader === null) break;
    const bytes = invoices.map((invoice) => write(invoice));
    const texts = bytes.map((file) => new TextDecoder().decode(file));
    const read = async () => { for (const text of texts) await reader.EInvoice.fromXml(text); };
    console.log = () => undefined;
    await read();
    for (let warm = 0; warm < 20; warm += 1) for (const file of bytes) readXmlInvoice(file);
    const [ours, theirs] = await beside(15, { pieces: bytes.length, work: () => { for (const file of bytes) readXmlInvoice(file); } }, { pieces: texts.length, work: read });
    console.log = log;
    console.log(`read ${syntax}: ours ${ours.toFixed(3)} ms, @fin.cx/einvoice ${theirs.toFixed(3)} ms: ${(theirs / ours).toFixed(1)} times as fast (5 wanted)`);
  }

  const writer = await load<Writer>("@e-invoice-eu/core");
  if (writer === null) return;
  const service = new writer.InvoiceService(quiet);
  for (const [syntax, format, write] of [["ubl", "UBL", writeUbl], ["cii", "CII", writeCii]] as const) {
    const inputs = invoices.map((invoice) => ({ "ubl:Invoice": asTheirs(ublFile(invoice).root, "") }));
    const write5 = async () => { for (const input of inputs.slice(0, 5)) await service.generate(structuredClone(input), { format, lang: "en" }); };
    const sample = await service.generate(structuredClone(inputs[0]!), { format, lang: "en" });
    const reread = readXmlInvoice(typeof sample === "string" ? new TextEncoder().encode(sample) : sample).invoice;
    if (reread.totals?.grossTotal !== invoices[0]!.totals.grossTotal) throw new Error("The other writer wrote another total: the comparison would say nothing.");
    for (let warm = 0; warm < 20; warm += 1) for (const invoice of invoices) write(invoice);
    const [ours, theirs] = await beside(4, { pieces: invoices.length, work: () => { for (const invoice of invoices) write(invoice); } }, { pieces: 5, work: write5 });
    console.log(`write ${syntax}: ours ${ours.toFixed(4)} ms, @e-invoice-eu/core ${theirs.toFixed(3)} ms: ${(theirs / ours).toFixed(0)} times as fast (100 wanted)`);
  }
}

/** An invented invoice as both other programs take it: no credit note, standard rates, prices of two decimals, one account. */
function plainInvoice(seed: number): ReturnType<typeof inventedInvoice> {
  for (let at = seed * 1000; ; at += 1) {
    const invoice = inventedInvoice(at);
    if (invoice.currency !== "EUR" || invoice.lines.length < 2 || invoice.vatBreakdown.some(({ category }) => category !== "S")) continue;
    const lines = invoice.lines.map(({ netAmount, grossUnitPrice, priceDiscount, ...line }, index) => ({ ...line, unitPrice: `${index + 12}.34` }));
    const address = { id: "4012345000009", scheme: "0088" };
    const { prepaid, vatTotalInVatCurrency } = invoice.totals;
    return completed({
      ...invoice, typeCode: "380", supportingDocuments: [], vatBreakdown: [], lines, totals: { ...(prepaid && { prepaid }), ...(vatTotalInVatCurrency && { vatTotalInVatCurrency }) },
      seller: { ...invoice.seller, electronicAddress: address }, buyer: { ...invoice.buyer, electronicAddress: address },
      payment: { meansCode: "58", reference: invoice.number, transfers: [{ account: "DE02120300000000202051" }] },
    } as unknown as typeof invoice);
  }
}

// Elements which the other program takes as lists, by the element around them ("" for any).
const lists = new Set([
  "Invoice/cbc:Note", "Invoice/cac:BillingReference", "Invoice/cac:AdditionalDocumentReference", "Invoice/cac:PaymentMeans", "Invoice/cac:AllowanceCharge", "Invoice/cac:TaxTotal", "Invoice/cac:InvoiceLine",
  "cac:TaxTotal/cac:TaxSubtotal", "cac:InvoiceLine/cac:AllowanceCharge", "cac:Item/cac:CommodityClassification", "cac:Item/cac:AdditionalItemProperty",
  "seller/cac:PartyIdentification", "seller/cac:PartyTaxScheme",
]);

/** A UBL element in the other program's words: an object by element names, attributes beside their element as "name@attribute". */
function asTheirs(node: XmlNode, around: string): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  const name = node.name === "cac:Party" ? (around === "cac:AccountingSupplierParty" ? "seller" : "buyer") : node.name;
  for (const child of node.children) {
    const value = child.children.length > 0 ? asTheirs(child, node.name) : child.text;
    if (lists.has(`${name}/${child.name}`)) object[child.name] = [...((object[child.name] as unknown[] | undefined) ?? []), value];
    else object[child.name] = value;
    for (const [attribute, text] of Object.entries(child.attributes)) if (text !== undefined) object[`${child.name}@${attribute}`] = text;
  }
  return object;
}

for (const folder of positionals) await roundTrips(folder);
if (values.random !== undefined) inventedTrips(Number(values.random) || 10_000);
if (values.peers !== undefined) await speed(values.peers);
else console.log("speed beside other programs is left out: no --peers FOLDER");
for (const [name, { documents, failures }] of tallies) {
  console.log(`${name.padEnd(36)} ${documents - failures.length} of ${documents}`);
  for (const failure of values.list ? failures : failures.slice(0, 10)) console.log(`    ${failure}`);
}
