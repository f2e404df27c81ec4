/**
 * Runs of pages of a PDF, or of a TIFF, as PDFs of their own. Runs in the child. Pages of a PDF are copied with what they are
 * drawn from; links and actions stay behind, as they would take other pages along. Pages of a TIFF become pictures on pages of
 * their size: black and white as it is, shades and colours as JPEG. Nothing of the copy depends on time or chance.
 */

import { concatTransformationMatrix, drawObject, EncryptedPDFError, PDFArray, PDFDict, PDFDocument as Writer, PDFName, popGraphicsState, pushGraphicsState } from "pdf-lib";
import type { CutJob } from "./frames.ts";
import { CannotRead, type Limits } from "./limits.ts";
import { PdfDocument, type Raster } from "./pdfium.ts";
import { encodeJpeg, openImage, type ImageFile } from "./raster.ts";
import type { Report } from "./read-document.ts";
import { sniff } from "./sniff.ts";

/** A file whose pages can be put into files of their own. */
type Cuttable = { pageCount: number; pagesOf(from: number, to: number): Promise<Buffer> };

/** The files of the job's first parts, as many as fit into one answer, at least one. Throws CannotRead. */
export async function cutPdf(bytes: Uint8Array, job: CutJob, report: Report): Promise<Buffer[]> {
  const { kind, offset } = sniff(bytes);
  if (kind !== "pdf" && kind !== "tiff") throw new CannotRead("not_supported", "Only a PDF or TIFF can be split.");
  report({ stage: "picture", page: 1 });
  const { pageCount, pagesOf } = kind === "pdf" ? await openPdf(bytes.subarray(offset), job.password) : await openTiff(bytes, job.limits);
  const beyond = job.parts.find(({ from, to }) => from < 1 || from > to || to > pageCount);
  if (beyond) throw new CannotRead("no_pages", `There are no pages ${beyond.from} to ${beyond.to}; the document has ${pageCount}.`);
  // Base64 takes four letters for three bytes.
  const most = Math.floor((job.limits.answerBytes - 100_000) * 0.75);
  const files: Buffer[] = [];
  let size = 0;
  for (const { from, to } of job.parts) {
    report({ stage: "picture", page: from, pages: pageCount });
    const file = await pagesOf(from, to);
    if (file.length > most) throw new CannotRead("too_large", `Pages ${from} to ${to} alone take ${Math.ceil(file.length / 1e6)} MB.`);
    size += file.length;
    if (size > most) break;
    files.push(file);
  }
  return files;
}

async function openPdf(bytes: Uint8Array, password: string | undefined): Promise<Cuttable> {
  const pdf = await PdfDocument.open(bytes, password);
  const { bytes: sound, pageCount } = pdf;
  pdf.close();
  const source = await opened(sound);
  return { pageCount, pagesOf: (from, to) => copied(source, from, to) };
}

async function openTiff(bytes: Uint8Array, limits: Limits): Promise<Cuttable> {
  const image = await openImage(bytes, "tiff", limits);
  return { pageCount: image.frames, pagesOf: (from, to) => pictured(image, from, to) };
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

async function copied(source: Writer, from: number, to: number): Promise<Buffer> {
  const target = await Writer.create({ updateMetadata: false });
  for (const page of await target.copyPages(source, Array.from({ length: to - from + 1 }, (_, i) => from - 1 + i))) target.addPage(page);
  return written(target);
}

async function pictured(image: ImageFile, from: number, to: number): Promise<Buffer> {
  const target = await Writer.create({ updateMetadata: false });
  for (let number = from; number <= to; number++) {
    const { raster, size } = await image.frame(number - 1, true);
    const page = target.addPage([size.width, size.height]);
    const bits = bitsOf(raster);
    if (!bits) {
      page.drawImage(await target.embedJpg(await encodeJpeg(raster, 90)), { x: 0, y: 0, width: size.width, height: size.height });
      continue;
    }
    const picture = target.context.flateStream(bits, { Type: "XObject", Subtype: "Image", Width: raster.width, Height: raster.height, ColorSpace: "DeviceGray", BitsPerComponent: 1 });
    const name = page.node.newXObject("Page", target.context.register(picture));
    page.pushOperators(pushGraphicsState(), concatTransformationMatrix(size.width, 0, 0, size.height, 0, 0), drawObject(name), popGraphicsState());
  }
  return written(target);
}

/** Eight points of a row to a byte, white as 1, of a picture in pure black and white; null for any other. */
function bitsOf({ data, width, height, channels }: Raster): Buffer | null {
  for (const value of data) if (value !== 0 && value !== 255) return null;
  const bytesARow = Math.ceil(width / 8);
  const bits = Buffer.alloc(bytesARow * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * channels;
      // Pure red is no white.
      if (channels === 3 && (data[at] !== data[at + 1] || data[at] !== data[at + 2])) return null;
      if (data[at] === 255) bits[y * bytesARow + (x >> 3)]! |= 0x80 >> (x & 7);
    }
  }
  return bits;
}

const written = async (target: Writer): Promise<Buffer> => Buffer.from(await target.save({ addDefaultPage: false, updateFieldAppearances: false }));
