import { fitted, profiles, writeCii, type ReadInvoice } from "@counterfoil/einvoice";
import { PDFDocument, PDFName, PDFRawStream, decodePDFRawStream } from "pdf-lib";
import type { PaperDocumentInput } from "./document.ts";
import { paperOf } from "./invoice-page.ts";
import { renderPdf, type RenderOptions } from "./render.ts";

/** How much of an invoice the file inside says. EN 16931 is the one to choose unless a receiver asks for another. */
export type FacturXProfile = "minimum" | "basicwl" | "basic" | "en16931" | "extended";

export type FacturXOptions = Partial<RenderOptions> & {
  profile?: FacturXProfile;
  /** The page; the invoice printed plainly when absent. It must say what the invoice says: receivers compare. */
  document?: PaperDocumentInput;
  /** Language of the plain page. */
  language?: string;
};

export type FacturX = {
  pdf: Uint8Array;
  /** The XML inside. */
  xml: Uint8Array;
  /** Terms of the invoice that the profile has no place for, as paths. */
  left: string[];
};

const conformance: Record<FacturXProfile, string> = { minimum: "MINIMUM", basicwl: "BASIC WL", basic: "BASIC", en16931: "EN 16931", extended: "EXTENDED" };
const fileName = "factur-x.xml";

/**
 * A hybrid invoice (Factur-X 1.0, ZUGFeRD 2): PDF/A-3a with the invoice as CII XML inside, related as Alternative (Data for
 * MINIMUM and BASIC WL, which are no invoices by themselves), and announced in the XMP metadata. The same input gives the
 * same bytes. Throws ProfileError and PaperDocumentError. That the file conforms to PDF/A is what the typesetter checks
 * while writing; no outside validator has been run.
 */
export async function renderFacturX(invoice: ReadInvoice, { profile = "en16931", document, language, ...render }: FacturXOptions = {}): Promise<FacturX> {
  const { invoice: inside, left } = fitted(invoice, `facturx-${profile}`);
  const xml = writeCii(inside);
  const pdf = await renderPdf(document ?? paperOf(invoice, language), {
    template: "ledger", paper: "a4", ...render,
    attachments: [
      { name: fileName, mime: "text/xml", bytes: xml, relationship: profile === "minimum" || profile === "basicwl" ? "data" : "alternative", description: `Invoice data, ${profiles[`facturx-${profile}`].name}` },
      ...(render.attachments ?? []),
    ],
  });
  return { pdf: await announced(pdf, conformance[profile]), xml, left };
}

const namespace = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#";

/** The PDF with Factur-X's four properties in its XMP metadata, and their description among the extension schemas PDF/A asks for. */
async function announced(pdf: Uint8Array, level: string): Promise<Uint8Array> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false });
  const reference = file.catalog.get(PDFName.of("Metadata"));
  const stream = file.context.lookup(reference);
  if (!(stream instanceof PDFRawStream)) throw new Error("The typesetter wrote no XMP metadata.");
  const xmp = new TextDecoder().decode(decodePDFRawStream(stream).decode());
  const dictionary = file.context.obj({ Type: "Metadata", Subtype: "XML" });
  const bytes = new TextEncoder().encode(withFacturX(xmp, level));
  dictionary.set(PDFName.of("Length"), file.context.obj(bytes.length));
  file.context.assign(reference as Parameters<typeof file.context.assign>[0], PDFRawStream.of(dictionary, bytes));
  return file.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

function withFacturX(xmp: string, level: string): string {
  const properties = [
    ["DocumentFileName", "Name of the embedded XML invoice file"], ["DocumentType", "Type of the hybrid document"],
    ["Version", "Version of the XML schema of the embedded file"], ["ConformanceLevel", "Conformance level of the embedded file"],
  ].map(([name, description]) => `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`);
  const schema = `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>${properties.join("")}</rdf:Seq></pdfaSchema:property></rdf:li>`;
  const said = `<rdf:Description rdf:about="" xmlns:fx="${namespace}"><fx:DocumentType>INVOICE</fx:DocumentType><fx:DocumentFileName>${fileName}</fx:DocumentFileName><fx:Version>1.0</fx:Version><fx:ConformanceLevel>${level}</fx:ConformanceLevel></rdf:Description>`;
  // The typesetter describes schemas of its own there, and a second list would be no valid XMP: ours joins it.
  const listed = replacedOnce(xmp, "</rdf:Bag></pdfaExtension:schemas>", `${schema}</rdf:Bag></pdfaExtension:schemas>`);
  return replacedOnce(listed, "</rdf:RDF>", `${said}</rdf:RDF>`);
}

function replacedOnce(text: string, part: string, by: string): string {
  const [before, after, ...more] = text.split(part);
  if (after === undefined || more.length > 0) throw new Error(`The typesetter's XMP metadata has changed: “${part}” should stand there once.`);
  return before + by + after;
}
