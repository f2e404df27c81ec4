/**
 * A PDF that cannot be opened may still hold its pages: cut off in sending, its table of contents (xref) destroyed, bytes
 * lost. What objects are left are gathered one by one and written as a new file. Nothing is invented: a page is there
 * when its dictionary is, with as much of its content as is left.
 */
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef, type PDFObject } from "pdf-lib";

/** Attributes that a page may have from the nodes above it (ISO 32000-1, 7.7.3.4). */
const INHERITED = ["MediaBox", "CropBox", "Resources", "Rotate"].map((name) => PDFName.of(name));
const A4 = [0, 0, 595, 842];
const DEEPEST = 20;

/** The pages that are left in a damaged PDF, as a PDF; null when there are none, or the file is encrypted. */
export async function salvage(bytes: Uint8Array): Promise<Uint8Array | null> {
  // What is encrypted cannot be told from garbage without its key, and that may be what was lost.
  if (new TextDecoder("latin1").decode(bytes).includes("/Encrypt")) return null;
  for (const variant of [ended(bytes), withCatalogue(ended(bytes)), withCatalogue(toLastObject(bytes))]) {
    const rest = await pagesOf(variant);
    if (rest) return rest;
  }
  return null;
}

async function pagesOf(bytes: Uint8Array): Promise<Uint8Array | null> {
  try {
    const { context } = await PDFDocument.load(bytes, { throwOnInvalidObject: false, updateMetadata: false });
    const found = context.enumerateIndirectObjects().flatMap(([ref, object]): [PDFRef, PDFDict][] => (object instanceof PDFDict && object.lookup(PDFName.of("Type")) === PDFName.of("Page") ? [[ref, object]] : []));
    if (found.length === 0) return null;
    for (const [, page] of found) completed(page);
    const pages = context.obj({ Type: "Pages", Count: found.length, Kids: found.map(([ref]) => ref) });
    const above = context.register(pages);
    for (const [, page] of found) page.set(PDFName.of("Parent"), above);
    context.trailerInfo.Root = context.register(context.obj({ Type: "Catalog", Pages: above }));
    const document = await PDFDocument.create();
    // A document's context cannot be put in its place; the writer takes any.
    Object.assign(document, { context, catalog: context.lookup(context.trailerInfo.Root) });
    return await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
  } catch {
    return null;
  }
}

/** A file that breaks off inside a stream: the stream is closed, so that its beginning counts. */
function ended(bytes: Uint8Array): Uint8Array {
  return joined(bytes, "\nendstream\nendobj\n");
}

/** A file that breaks off inside its table of contents: everything before that. */
function toLastObject(bytes: Uint8Array): Uint8Array {
  const end = new TextDecoder("latin1").decode(bytes).lastIndexOf("endobj");
  return end < 0 ? bytes : bytes.subarray(0, end + "endobj".length);
}

/** pdf-lib looks for a catalogue; which one does not matter here. PDFium takes no number of 2^22 or more. */
function withCatalogue(bytes: Uint8Array): Uint8Array {
  return joined(bytes, "\n3999999 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 3999999 0 R >>\n");
}

function joined(bytes: Uint8Array, more: string): Uint8Array {
  const tail = new TextEncoder().encode(more);
  const out = new Uint8Array(bytes.length + tail.length);
  out.set(bytes);
  out.set(tail, bytes.length);
  return out;
}

/** Gives a page what it had from above, as far as that is left. */
function completed(page: PDFDict): void {
  for (const name of INHERITED) {
    let node: PDFObject | undefined = page;
    for (let i = 0; i < DEEPEST && node instanceof PDFDict && !page.has(name); i++) {
      const value: PDFObject | undefined = node.get(name);
      if (value) page.set(name, value);
      node = node.lookup(PDFName.of("Parent"));
    }
  }
  if (!(page.lookup(PDFName.of("MediaBox")) instanceof PDFArray)) page.set(PDFName.of("MediaBox"), page.context.obj(A4));
}
