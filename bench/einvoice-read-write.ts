/**
 * Reading and writing e-invoices, measured: node scripts/bench.mjs einvoice-read-write [FOLDER…] [--peers FOLDER] [--list]
 *
 * FOLDERs hold e-invoices (XML, or PDFs that carry XML): each is read, written in its own syntax and read again, and must say
 * the same; nothing of the file may be lost; and by way of the other syntax no term may be lost. --peers names a folder whose
 * node_modules hold @fin.cx/einvoice and @e-invoice-eu/core, for speed side by side.
 */
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { XmlError, extractXmlFromPdf, readXmlInvoice, writeCii, writeUbl, type ReadInvoice } from "@counterfoil/einvoice";
import { parseXml, type XmlElement } from "../packages/einvoice/xml.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { peers: { type: "string" }, list: { type: "boolean" } } });

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
    const again = readXmlInvoice(written);
    check(`read → write → read, ${reading.syntax}`, file, different(reading, again) ?? different([...write(again.invoice)].length, written.length));
    check(`nothing of the file lost, ${reading.syntax}`, file, lost(parseXml(xml), parseXml(written)));
    const there = readXmlInvoice(other(reading.invoice));
    const back = readXmlInvoice(write(there.invoice));
    const terms = (invoice: ReadInvoice) => ({ ...invoice, unknown: undefined, seller: sorted(invoice.seller), buyer: sorted(invoice.buyer) });
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
  if (source.name === "CrossIndustryDocument") return null; // ZUGFeRD 1.0 becomes CII D16B: other names
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

for (const folder of positionals) await roundTrips(folder);
for (const [name, { documents, failures }] of tallies) {
  console.log(`${name.padEnd(36)} ${documents - failures.length} of ${documents}`);
  for (const failure of values.list ? failures : failures.slice(0, 10)) console.log(`    ${failure}`);
}
