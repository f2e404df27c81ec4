import { readCii } from "./read-cii.ts";
import { isFatturaPa, readFatturaPa } from "./read-fatturapa.ts";
import { readUbl } from "./read-ubl.ts";
import type { Problem, ReadInvoice } from "./types.ts";
import { ublFile } from "./write-ubl.ts";
import { ciiFile } from "./write-cii.ts";
import { unknownIn } from "./unknown.ts";
import { XmlError, onlyNamespaces, parseXml, xmlLimits, type XmlElement, type XmlLimits } from "./xml.ts";
import { asCii, isZugferd1 } from "./zugferd1.ts";

export type XmlReading = { syntax: "ubl" | "cii" | "fatturapa"; invoice: ReadInvoice; problems: Problem[] };

/**
 * Reads an e-invoice: UBL 2.1 Invoice or CreditNote, UN/CEFACT CII D16B, ZUGFeRD 1.0 (reported as "cii"), or
 * FatturaPA. What the file does not say is absent from the invoice; what it says wrongly (a number that is none) is a
 * problem, and absent too. Of UBL and CII, what the file says beyond the model is kept in `unknown`.
 * Throws XmlError: not_an_invoice for other XML, and the codes of `parseXml`.
 */
export function readXmlInvoice(bytes: Uint8Array, limits: XmlLimits = xmlLimits): XmlReading {
  const parsed = parseXml(bytes, limits);
  const root = isZugferd1(parsed) ? asCii(parsed) : parsed;
  if (isFatturaPa(root)) {
    const problems: Problem[] = [];
    const invoice = readFatturaPa(onlyNamespaces(root, (namespace) => namespace === "" || namespace === root.namespace), problems);
    return { syntax: "fatturapa", invoice, problems: [...missing(invoice), ...problems].slice(0, problemsAtMost) };
  }
  const syntax = syntaxOf(root);
  if (syntax === null) {
    throw new XmlError("not_an_invoice", `This is XML, but no invoice we know: its root is “${root.name.slice(0, 60)}”. We read UBL 2.1 invoices and credit notes, Factur-X, ZUGFeRD, XRechnung and FatturaPA.`);
  }
  const problems: Problem[] = [];
  const known = onlyNamespaces(root, syntax === "ubl" ? isUblNamespace : isCiiNamespace);
  const invoice: ReadInvoice = syntax === "ubl" ? readUbl(known, problems) : readCii(known, problems);
  const unknown = unknownIn(syntax, root, syntax === "ubl" ? ublFile(invoice, root.name) : ciiFile(invoice));
  if (unknown !== undefined) invoice.unknown = unknown;
  return { syntax, invoice, problems: [...missing(invoice), ...problems].slice(0, problemsAtMost) };
}

// A file that is wrong throughout is no better understood by its ten-thousandth problem.
const problemsAtMost = 200;

/** "ubl", "cii", or null for any other document element. */
export function syntaxOf(root: XmlElement): "ubl" | "cii" | null {
  if (/^urn:oasis:names:specification:ubl:schema:xsd:(Invoice|CreditNote)-2$/.test(root.namespace) && ["Invoice", "CreditNote"].includes(root.name)) return "ubl";
  if (/^urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:\d+$/.test(root.namespace) && root.name === "CrossIndustryInvoice") return "cii";
  return isZugferd1(root) ? "cii" : null;
}

const isUblNamespace = (namespace: string) => /^urn:oasis:names:specification:ubl:schema:xsd:Common(Basic|Aggregate)Components-2$/.test(namespace);
const isCiiNamespace = (namespace: string) => namespace.startsWith("urn:un:unece:uncefact:data:standard:");

// Without these a reviewer has nothing to go by. Whether an invoice obeys the standard is another question.
function missing(invoice: ReadInvoice): Problem[] {
  const terms: [string, unknown, string][] = [
    ["number", invoice.number, "invoice number"],
    ["issueDate", invoice.issueDate, "issue date"],
    ["currency", invoice.currency, "currency"],
    ["seller.name", invoice.seller?.name, "seller's name"],
    ["totals.grossTotal", invoice.totals?.grossTotal, "total with VAT"],
  ];
  return terms.filter(([, value]) => value === undefined).map(([path, , name]) => ({ code: "missing", path, message: `The file states no ${name}.` }));
}
