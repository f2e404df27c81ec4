import { extractXmlFromPdf } from "./pdf.ts";
import { readXmlInvoice, type XmlReading } from "./read.ts";
import { XmlError, xmlLimits, type XmlLimits } from "./xml.ts";

/** An e-invoice as it came: `container` says whether the XML stood alone or in a PDF, `xml` is the XML itself. */
export type FileReading = XmlReading & { container: "xml" | "pdf"; xml: Uint8Array };

// A hybrid's page may be large though its XML is not.
const pdfBytes = 40 * 1024 * 1024;

/**
 * Reads an e-invoice from a file of any kind that carries one: XML (UBL, CII, ZUGFeRD 1.0, FatturaPA) or a PDF with XML inside
 * (Factur-X, ZUGFeRD). Throws XmlError as `readXmlInvoice` does, not_an_invoice also for PDFs without XML and for signed
 * envelopes (.p7m), which are not opened.
 */
export async function readInvoiceFile(bytes: Uint8Array, limits: XmlLimits = xmlLimits): Promise<FileReading> {
  const head = String.fromCharCode(...bytes.subarray(0, 1024)); // byte by byte: decoders of "latin1" differ
  if (head.includes("%PDF-")) {
    if (bytes.length > pdfBytes) throw new XmlError("too_large", `The PDF is larger than ${pdfBytes / (1024 * 1024)} MB, which no invoice needs.`);
    const found = await extractXmlFromPdf(bytes);
    if (found === null) throw new XmlError("not_an_invoice", "The PDF carries no e-invoice (no XML is attached to it), or it is locked or damaged. Its pages can be read with counterfoil parse.");
    return { ...readXmlInvoice(found.bytes, limits), container: "pdf", xml: found.bytes };
  }
  // CMS SignedData begins with a SEQUENCE and its object identifier, in DER or as base64 of it.
  if (/^\x30[\x80-\x84][^]{0,6}\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07/.test(head) || /^\s*(-----BEGIN|MI[A-Za-z0-9+/]{2,20}KoZIhvcNAQcC|MIAGCSqGSIb3DQEHA)/.test(head)) {
    throw new XmlError("not_an_invoice", "This is a signed envelope (.p7m), which we do not open. Take the XML out of it with your signature program, and send that.");
  }
  return { ...readXmlInvoice(bytes, limits), container: "xml", xml: bytes };
}
