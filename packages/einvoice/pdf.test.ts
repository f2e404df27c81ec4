import { AFRelationship, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from "pdf-lib";
import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { extractXmlFromPdf } from "./pdf.ts";

const xml = (number: string) => new TextEncoder().encode(`<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100">${number}</rsm:CrossIndustryInvoice>`);
const text = (bytes: Uint8Array | undefined) => bytes && /\d+/.exec(new TextDecoder().decode(bytes).replace(/"[^"]*"/g, ""))?.[0];

async function pdfWith(files: [name: string, bytes: Uint8Array][], options: { objectStreams?: boolean } = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  for (const [name, bytes] of files) await document.attach(bytes, name, { mimeType: "text/xml", afRelationship: AFRelationship.Alternative });
  return document.save({ useObjectStreams: options.objectStreams ?? true });
}

/** A PDF whose file specifications are placed by hand: under /AF alone, or in a tree of names with kids. */
async function pdfByHand(place: "AF" | "kids", stream: { dict?: Record<string, string>; bytes: Uint8Array }, name = "factur-x.xml"): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  const { context, catalog } = document;
  const file = context.register(context.stream(stream.bytes, { Type: "EmbeddedFile", ...stream.dict }));
  const specification = context.register(context.obj({ Type: "Filespec", F: PDFString.of(name), EF: context.obj({ F: file }) }));
  if (place === "AF") catalog.set(PDFName.of("AF"), context.obj([specification]));
  else {
    const leaf = context.register(context.obj({ Names: [PDFHexString.fromText(name), specification] }));
    const loop = PDFDict.withContext(context);
    const root = context.register(loop);
    loop.set(PDFName.of("Kids"), context.obj([leaf, root])); // a tree that bites its tail
    catalog.set(PDFName.of("Names"), context.obj({ EmbeddedFiles: root }));
  }
  return document.save();
}

describe("the XML inside a hybrid PDF", () => {
  test("is found by any of its names, in files with and without object streams", async () => {
    for (const name of ["factur-x.xml", "zugferd-invoice.xml", "ZUGFeRD-invoice.xml", "xrechnung.xml", "FACTUR-X.XML"]) {
      for (const objectStreams of [true, false]) {
        const found = await extractXmlFromPdf(await pdfWith([["terms.pdf", xml("9")], [name, xml("1")]], { objectStreams }));
        expect([found?.name, text(found?.bytes)]).toEqual([name, "1"]);
      }
    }
  });
  test("is the one the specifications name first when there are several", async () => {
    const found = await extractXmlFromPdf(await pdfWith([["xrechnung.xml", xml("2")], ["zugferd-invoice.xml", xml("3")], ["factur-x.xml", xml("1")]]));
    expect([found?.name, text(found?.bytes)]).toEqual(["factur-x.xml", "1"]);
  });
  test("abuse-20 by another name must look like an invoice, and a path in the name is dropped", async () => {
    expect(await extractXmlFromPdf(await pdfWith([["data.xml", new TextEncoder().encode("<Order/>")], ["notes.txt", xml("1")]]))).toBeNull();
    const found = await extractXmlFromPdf(await pdfWith([["../../etc/rechnung.xml", xml("4")]]));
    expect([found?.name, text(found?.bytes)]).toEqual(["rechnung.xml", "4"]);
  });
  test("is found among the associated files alone, and in a tree of names that loops", async () => {
    expect(text((await extractXmlFromPdf(await pdfByHand("AF", { bytes: xml("5") })))?.bytes)).toBe("5");
    expect(text((await extractXmlFromPdf(await pdfByHand("kids", { bytes: xml("6") })))?.bytes)).toBe("6");
  });
  test("V5.2.3 is not unpacked beyond what an invoice may have", async () => {
    const bomb = deflateSync(Buffer.alloc(64 * 1024 * 1024, 32));
    expect(await extractXmlFromPdf(await pdfByHand("AF", { bytes: bomb, dict: { Filter: "FlateDecode" } }))).toBeNull();
  });
  test("is null for plain, broken, empty and foreign files", async () => {
    const whole = await pdfWith([["factur-x.xml", xml("1")]]);
    const broken = [whole.subarray(0, 300), new Uint8Array(0), new TextEncoder().encode("%PDF-1.7\nnonsense"), xml("1")];
    for (const bytes of [await pdfWith([]), ...broken]) expect(await extractXmlFromPdf(bytes)).toBeNull();
    expect(await extractXmlFromPdf(await pdfByHand("AF", { bytes: new Uint8Array([1, 2, 3]), dict: { Filter: "FlateDecode" } }))).toBeNull();
  });
  test("survives a file without its end, as long as the objects are there", async () => {
    const whole = await pdfWith([["factur-x.xml", xml("7")]], { objectStreams: false });
    const cut = whole.subarray(0, Buffer.from(whole).lastIndexOf("startxref"));
    expect(text((await extractXmlFromPdf(cut))?.bytes)).toBe("7");
  });
});
