import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import { completed, extractXmlFromPdf, parseInvoice, readInvoiceFile, readXmlInvoice, type Invoice } from "@counterfoil/einvoice";
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString, decodePDFRawStream } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { anInvoice, textOfPages } from "./examples.ts";
import { paperOf, renderFacturX, type FacturXProfile } from "./index.ts";

const invoice: Invoice = parseInvoice({
  number: "TW-2026-0186", issueDate: "2026-11-17", dueDate: "2026-12-01", currency: "EUR", purchaseOrderReference: "PD-311", notes: [{ text: "Thank you, *really* #thank you." }],
  seller: { name: "Tidewater Joinery Ltd", vatId: "IE3209174KH", legalRegistration: { id: "402911" }, address: { line1: "Pier Road", city: "Kinsale", country: "IE" }, contact: { phone: "+353 21 000 000" } },
  buyer: { name: "Portobello Dental Practice", address: { line1: "18 Lennox Street", city: "Dublin", postCode: "D08 W2N7", country: "IE" } },
  payment: { meansCode: "58", transfers: [{ account: "IE29AIBK93115212345678", bic: "AIBKIE2D" }], reference: "TW-2026-0186" },
  lines: [
    { id: "1", name: "Reception counter, oak & linoleum", quantity: "1", unit: "C62", unitPrice: "2640", vatCategory: "S", vatRate: "23", sellerItemId: "RC-1" },
    { id: "2", name: "Drawings", quantity: "2.5", unit: "HUR", unitPrice: "80", vatCategory: "S", vatRate: "23", allowances: [{ amount: "20.00", reason: "Discount" }] },
  ],
});

async function xmpOf(pdf: Uint8Array): Promise<{ document: PDFDocument; xmp: string }> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const stream = document.context.lookup(document.catalog.get(PDFName.of("Metadata")));
  if (!(stream instanceof PDFRawStream)) throw new Error("no metadata");
  return { document, xmp: new TextDecoder().decode(decodePDFRawStream(stream).decode()) };
}

const said = (xmp: string, property: string) => new RegExp(`<${property}>([^<]*)</${property}>`).exec(xmp)?.[1];

describe("a Factur-X file", () => {
  test("is announced as PDF/A-3 with an output intent, and its XMP describes Factur-X in the one list of extension schemas", async () => {
    const { document, xmp } = await xmpOf((await renderFacturX(invoice)).pdf);
    expect([said(xmp, "pdfaid:part"), said(xmp, "pdfaid:conformance")]).toEqual(["3", "A"]);
    expect(["DocumentType", "DocumentFileName", "Version", "ConformanceLevel"].map((name) => said(xmp, `fx:${name}`))).toEqual(["INVOICE", "factur-x.xml", "1.0", "EN 16931"]);
    expect(xmp.match(/<pdfaExtension:schemas>/g)).toHaveLength(1);
    const schemas = /<pdfaExtension:schemas><rdf:Bag>([^]*)<\/rdf:Bag><\/pdfaExtension:schemas>/.exec(xmp)![1]!;
    expect(schemas).toContain("<pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix>");
    for (const name of ["DocumentType", "DocumentFileName", "Version", "ConformanceLevel"]) expect(schemas).toContain(`<pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category>`);
    const intent = document.catalog.lookup(PDFName.of("OutputIntents"), PDFArray).lookup(0, PDFDict);
    expect([String(intent.get(PDFName.of("S"))), document.context.lookup(intent.get(PDFName.of("DestOutputProfile")))]).toEqual(["/GTS_PDFA1", expect.anything()]);
    expect(document.catalog.lookup(PDFName.of("MarkInfo"), PDFDict).get(PDFName.of("Marked"))!.toString()).toBe("true");
    expect(document.context.trailerInfo.ID).toBeDefined();
  });

  test("relates the XML to the page: Alternative, Data for the profiles that are no invoice by themselves", async () => {
    for (const [profile, relationship, level] of [["minimum", "/Data", "MINIMUM"], ["basicwl", "/Data", "BASIC WL"], ["basic", "/Alternative", "BASIC"], ["en16931", "/Alternative", "EN 16931"], ["extended", "/Alternative", "EXTENDED"]] as const) {
      const { document, xmp } = await xmpOf((await renderFacturX(invoice, { profile })).pdf);
      const file = document.catalog.lookup(PDFName.of("AF"), PDFArray).lookup(0, PDFDict);
      const named = document.catalog.lookup(PDFName.of("Names"), PDFDict).lookup(PDFName.of("EmbeddedFiles"), PDFDict).lookup(PDFName.of("Names"), PDFArray);
      expect([file.get(PDFName.of("AFRelationship"))!.toString(), said(xmp, "fx:ConformanceLevel")]).toEqual([relationship, level]);
      expect(named.lookup(1)).toBe(file);
      expect(document.context.lookup(named.get(0), PDFString)?.decodeText()).toBe("factur-x.xml");
      const stream = document.context.lookup(file.lookup(PDFName.of("EF"), PDFDict).get(PDFName.of("F")));
      expect(stream instanceof PDFRawStream && stream.dict.get(PDFName.of("Subtype"))!.toString()).toBe("/text#2Fxml");
    }
  });

  test("carries the invoice: the XML comes out of it by PDFium and by ours, byte for byte, and says what was put in", async () => {
    const { pdf, xml, left } = await renderFacturX(invoice);
    expect(left).toEqual([]);
    expect(await attachmentByPdfium(pdf)).toEqual(["factur-x.xml", xml]);
    expect((await extractXmlFromPdf(pdf))?.bytes).toEqual(xml);
    expect((await readInvoiceFile(pdf)).invoice).toEqual({ ...invoice, specification: "urn:cen.eu:en16931:2017" });
  });

  test("says less in the smaller profiles, and which terms those are", async () => {
    const of = async (profile: FacturXProfile) => {
      const { xml, left } = await renderFacturX(invoice, { profile });
      return { read: readXmlInvoice(xml).invoice, left };
    };
    const minimum = await of("minimum");
    expect(minimum.read).toMatchObject({ specification: "urn:factur-x.eu:1p0:minimum", number: "TW-2026-0186", totals: { grossTotal: invoice.totals.grossTotal }, lines: [], vatBreakdown: [] });
    expect(minimum.left).toContain("lines[0].name");
    const basicWl = await of("basicwl");
    expect(basicWl.read).toMatchObject({ specification: "urn:factur-x.eu:1p0:basicwl", lines: [], vatBreakdown: invoice.vatBreakdown, payment: { transfers: [{ account: "IE29AIBK93115212345678" }] } });
    const basic = await of("basic");
    expect(basic.left).toEqual(["seller.contact.phone", "payment.transfers[0].bic", "lines[0].sellerItemId"]);
    expect(basic.read.lines).toHaveLength(2);
    await expect(renderFacturX({ ...invoice, totals: { ...invoice.totals, rounding: "0.02" } }, { profile: "basic" })).rejects.toThrow("Choose the profile EN 16931");
  });

  test("shows what it says, in words of the seller's or a chosen language, and takes a page of one's own", async () => {
    const page = (await textOfPages((await renderFacturX(invoice)).pdf)).join("\n");
    for (const text of ["Invoice", "TW-2026-0186", "Tidewater Joinery Ltd", "Portobello Dental Practice", "Reception counter, oak & linoleum", "2,820.00", "648.60", "€3,468.60", "Discount: −20.00", "*really* #thank you"]) expect(page).toContain(text);
    expect((await textOfPages((await renderFacturX(invoice, { language: "de" })).pdf)).join("\n")).toContain("Rechnung");
    expect((await textOfPages((await renderFacturX(invoice, { document: anInvoice(), template: "letter" })).pdf)).join("\n")).toContain("linoleum");
  });

  test("is the same file each time, and qpdf finds nothing wrong where it is installed", async ({ skip }) => {
    const [one, other] = [await renderFacturX(invoice), await renderFacturX(invoice)];
    expect(Buffer.from(one.pdf).equals(other.pdf)).toBe(true);
    const folder = mkdtempSync(join(tmpdir(), "facturx-"));
    try {
      writeFileSync(join(folder, "invoice.pdf"), one.pdf);
      expect(execFileSync("qpdf", ["--check", join(folder, "invoice.pdf")], { encoding: "utf8" })).toContain("No syntax or stream encoding errors found");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") skip("qpdf is not installed");
      throw error;
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test("an invoice that states too little for a page says what it lacks", () => {
  expect(() => paperOf({ ...completed(invoice), number: undefined, buyer: undefined })).toThrow("The invoice states no invoice number, no buyer's name");
});

/** Name and bytes of the first attachment, read by PDFium's own functions. */
async function attachmentByPdfium(pdf: Uint8Array): Promise<[string, Uint8Array]> {
  type Raw = {
    wasmExports: { malloc(size: number): number }; HEAPU8: Uint8Array; HEAPU32: Uint32Array;
    _FPDFDoc_GetAttachment(document: number, index: number): number;
    _FPDFAttachment_GetName(attachment: number, buffer: number, size: number): number;
    _FPDFAttachment_GetFile(attachment: number, buffer: number, size: number, written: number): number;
  };
  const library = await PDFiumLibrary.init();
  try {
    const raw = (library as unknown as { module: Raw }).module;
    const document = await library.loadDocument(pdf);
    const attachment = raw._FPDFDoc_GetAttachment((document as unknown as { documentIdx: number }).documentIdx, 0);
    const [buffer, written] = [raw.wasmExports.malloc(1_000), raw.wasmExports.malloc(4)];
    const nameLength = raw._FPDFAttachment_GetName(attachment, buffer, 1_000);
    const name = Buffer.from(raw.HEAPU8.slice(buffer, buffer + nameLength - 2)).toString("utf16le");
    raw._FPDFAttachment_GetFile(attachment, 0, 0, written);
    const length = raw.HEAPU32[written / 4]!;
    const contents = raw.wasmExports.malloc(length);
    raw._FPDFAttachment_GetFile(attachment, contents, length, written);
    const bytes = raw.HEAPU8.slice(contents, contents + length);
    document.destroy();
    return [name, bytes];
  } finally {
    library.destroy();
  }
}
