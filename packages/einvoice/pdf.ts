import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString, decodePDFRawStream, type PDFObject } from "pdf-lib";
import { xmlLimits } from "./xml.ts";

// In the order in which a reader shall prefer them: Factur-X 1.0 and ZUGFeRD 2.1 up, ZUGFeRD 2.0, ZUGFeRD 1.0, XRechnung.
const specifiedNames = ["factur-x.xml", "zugferd-invoice.xml", "ZUGFeRD-invoice.xml", "xrechnung.xml"];
const namesAtMost = 1000;

/**
 * The invoice XML that a hybrid PDF (Factur-X, ZUGFeRD) carries, or null: none inside, encrypted, or too broken to tell.
 * Attachments are looked up among the document's files (/Names /EmbeddedFiles) and its associated files (/AF). With
 * several, the one named first by the specifications wins; by any other name an attachment must itself look like an
 * invoice. The name is the file's own words: never use it as a path.
 */
export async function extractXmlFromPdf(bytes: Uint8Array): Promise<{ name: string; bytes: Uint8Array } | null> {
  try {
    const document = await PDFDocument.load(bytes, { ignoreEncryption: false, throwOnInvalidObject: false, updateMetadata: false });
    return chosen(attachments(document));
  } catch {
    return null; // pages can still be read by their text; a broken attachment is no reason to refuse them
  }
}

type Attachment = { name: string; stream: PDFRawStream };

function chosen(found: readonly Attachment[]): { name: string; bytes: Uint8Array } | null {
  const specified = [
    ...specifiedNames.map((name) => found.find((file) => file.name === name)),
    ...specifiedNames.map((name) => found.find((file) => file.name.toLowerCase() === name.toLowerCase())),
  ];
  const others = found.filter((file) => /\.xml$/i.test(file.name));
  for (const file of [...specified, ...others]) {
    const bytes = file && contents(file.stream);
    if (file && bytes && (specified.includes(file) || looksLikeInvoice(bytes))) return { name: file.name, bytes };
  }
  return null;
}

function looksLikeInvoice(bytes: Uint8Array): boolean {
  return /<(?:[\w.-]+:)?(CrossIndustryInvoice|CrossIndustryDocument|Invoice|CreditNote)[\s>]/.test(new TextDecoder("latin1").decode(bytes.subarray(0, 20_000)));
}

/** Unpacked, or null when it is broken or unpacks to more than an invoice may have: read block by block, so a bomb stays packed. */
function contents(stream: PDFRawStream): Uint8Array | null {
  try {
    const bytes = decodePDFRawStream(stream).getBytes(xmlLimits.bytes + 1);
    return bytes.length === 0 || bytes.length > xmlLimits.bytes ? null : Uint8Array.from(bytes);
  } catch {
    return null;
  }
}

function attachments(document: PDFDocument): Attachment[] {
  const { catalog, context } = document;
  const dict = (object: PDFObject | undefined) => asDict(context.lookup(object));
  const specifications: { key: string; specification: PDFDict }[] = [];
  const seen = new Set<PDFObject>();
  const walk = (node: PDFDict | undefined): void => {
    if (node === undefined || seen.has(node) || seen.size > namesAtMost) return;
    seen.add(node);
    const names = context.lookup(node.get(PDFName.of("Names")));
    if (names instanceof PDFArray) {
      for (let index = 0; index + 1 < Math.min(names.size(), 2 * namesAtMost); index += 2) {
        const specification = dict(names.get(index + 1));
        if (specification) specifications.push({ key: asText(context.lookup(names.get(index))) ?? "", specification });
      }
    }
    const kids = context.lookup(node.get(PDFName.of("Kids")));
    if (kids instanceof PDFArray) kids.asArray().forEach((kid) => walk(dict(kid)));
  };
  walk(dict(dict(catalog.get(PDFName.of("Names")))?.get(PDFName.of("EmbeddedFiles"))));
  const associated = context.lookup(catalog.get(PDFName.of("AF")));
  const associatedFiles = associated instanceof PDFArray ? associated.asArray() : associated === undefined ? [] : [associated];
  for (const file of associatedFiles.slice(0, namesAtMost)) {
    const specification = dict(file);
    if (specification) specifications.push({ key: "", specification });
  }
  return specifications.flatMap(({ key, specification }) => {
    const entry = (name: string) => context.lookup(specification.get(PDFName.of(name)));
    const files = asDict(entry("EF"));
    const stream = ["UF", "F"].map((name) => context.lookup(files?.get(PDFName.of(name)))).find((object) => object instanceof PDFRawStream);
    return stream instanceof PDFRawStream ? [{ name: asText(entry("UF")) ?? asText(entry("F")) ?? key, stream }] : [];
  });
}

function asDict(object: PDFObject | undefined): PDFDict | undefined {
  return object instanceof PDFDict ? object : undefined;
}

function asText(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText().replace(/^.*[\\/]/, "") : undefined;
}
