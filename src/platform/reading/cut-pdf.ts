/**
 * Runs of pages of a PDF as PDFs of their own. Runs in the child. Pages are copied with what they are drawn from; links and
 * actions stay behind, as they would take other pages along. Nothing of the copy depends on time or chance.
 */

import { EncryptedPDFError, PDFArray, PDFDict, PDFDocument as Writer, PDFName } from "pdf-lib";
import type { CutJob } from "./frames.ts";
import { CannotRead } from "./limits.ts";
import { PdfDocument } from "./pdfium.ts";
import type { Report } from "./read-document.ts";
import { sniff } from "./sniff.ts";

/** The files of the job's first parts, as many as fit into one answer, at least one. Throws CannotRead. */
export async function cutPdf(bytes: Uint8Array, job: CutJob, report: Report): Promise<Buffer[]> {
  const { kind, offset } = sniff(bytes);
  if (kind !== "pdf") throw new CannotRead("not_supported", "Only a PDF can be split.");
  report({ stage: "picture", page: 1 });
  const pdf = await PdfDocument.open(bytes.subarray(offset), job.password);
  const { bytes: sound, pageCount } = pdf;
  pdf.close();
  const beyond = job.parts.find(({ from, to }) => from < 1 || from > to || to > pageCount);
  if (beyond) throw new CannotRead("no_pages", `There are no pages ${beyond.from} to ${beyond.to}; the document has ${pageCount}.`);
  const source = await opened(sound);
  // Base64 takes four letters for three bytes.
  const most = Math.floor((job.limits.answerBytes - 100_000) * 0.75);
  const files: Buffer[] = [];
  let size = 0;
  for (const { from, to } of job.parts) {
    report({ stage: "picture", page: from, pages: pageCount });
    const file = await pagesOf(source, from, to);
    if (file.length > most) throw new CannotRead("too_large", `Pages ${from} to ${to} alone take ${Math.ceil(file.length / 1e6)} MB.`);
    size += file.length;
    if (size > most) break;
    files.push(file);
  }
  return files;
}

async function opened(bytes: Uint8Array): Promise<Writer> {
  try {
    const source = await Writer.load(bytes, { updateMetadata: false });
    for (const { node } of source.getPages()) {
      for (const name of ["AA", "B", "StructParents"]) node.delete(PDFName.of(name));
      const notes = node.lookupMaybe(PDFName.of("Annots"), PDFArray);
      if (!notes) continue;
      const kept = notes.asArray().filter((each) => {
        const note = source.context.lookup(each);
        return note instanceof PDFDict && note.get(PDFName.of("Subtype")) !== PDFName.of("Link");
      });
      for (const each of kept) for (const name of ["A", "AA", "P", "Parent", "Popup", "IRT"]) (source.context.lookup(each) as PDFDict).delete(PDFName.of(name));
      node.set(PDFName.of("Annots"), source.context.obj(kept));
    }
    return source;
  } catch (error) {
    if (error instanceof EncryptedPDFError) throw new CannotRead("password", "A protected PDF cannot be split here: print it to a new PDF without protection, and upload that.");
    throw new CannotRead("damaged", "", { cause: error });
  }
}

async function pagesOf(source: Writer, from: number, to: number): Promise<Buffer> {
  const target = await Writer.create({ updateMetadata: false });
  for (const page of await target.copyPages(source, Array.from({ length: to - from + 1 }, (_, i) => from - 1 + i))) target.addPage(page);
  return Buffer.from(await target.save({ addDefaultPage: false, updateFieldAppearances: false }));
}
