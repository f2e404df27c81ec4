/**
 * The words of one page with their boxes, for pointing at them: from the text layer when that can be used, else by OCR.
 * Boxes lie where the page, as it is drawn, shows the words. Runs in the child.
 */

import { PdfError, readPdfWords, type PageWords } from "@counterfoil/extract";
import type { Progress } from "./answers.ts";
import type { PageWordsJob } from "./frames.ts";
import { CannotRead } from "./limits.ts";
import { readPicture } from "./ocr.ts";
import { PdfDocument, type Raster, type Size } from "./pdfium.ts";
import { checkPage, isBlank, openImage, renderPdfPage } from "./raster.ts";
import { sniff } from "./sniff.ts";

const OCR_DPI = 300;

/** Throws CannotRead, `no_pages` for a page that is not there. */
export async function readPageWords(bytes: Uint8Array, job: PageWordsJob, report: (step: Progress) => void): Promise<PageWords> {
  const { kind, offset } = sniff(bytes);
  if (kind === "xml") throw new CannotRead("not_supported");
  if (kind !== "pdf") {
    report({ stage: "picture", page: job.page });
    const image = await openImage(bytes, kind, job.limits);
    if (job.page > image.frames) throw new CannotRead("no_pages", `There is no page ${job.page}; the document has ${image.frames}.`);
    return look(await image.frame(job.page - 1, false), job, report);
  }
  const pdf = await PdfDocument.open(bytes.subarray(offset), job.password);
  try {
    if (job.page > pdf.pageCount) throw new CannotRead("no_pages", `There is no page ${job.page}; the document has ${pdf.pageCount}.`);
    report({ stage: "text", pages: pdf.pageCount });
    const text = await readPdfWords(bytes.subarray(offset), { maxPages: job.limits.pages, ...(job.password ? { password: job.password } : {}) });
    const page = text.pages.find((one) => one.number === job.page);
    if (page && page.words.some((word) => !word.hidden) && !text.needsOcr.some((need) => need.page === job.page)) return page;
    report({ stage: "picture", page: job.page });
    const size = checkPage(pdf.pageSize(job.page), job.page, job.limits);
    return await look({ raster: renderPdfPage(pdf, job.page, OCR_DPI, false, job.limits), size }, job, report);
  } catch (error) {
    if (error instanceof PdfError) throw new CannotRead(error.code === "not_a_pdf" ? "damaged" : error.code, "", { cause: error });
    throw error;
  } finally {
    pdf.close();
  }
}

async function look({ raster, size }: { raster: Raster; size: Size }, job: PageWordsJob, report: (step: Progress) => void): Promise<PageWords> {
  if (isBlank(raster)) return { number: job.page, ...size, words: [], source: "none", reason: "the page is blank" };
  report({ stage: "ocr", page: job.page, share: 0 });
  const page = await readPicture(raster, { page: job.page, size, onProgress: (share) => report({ stage: "ocr", page: job.page, share: Math.max(0.01, share) }) });
  return { number: job.page, ...size, words: page.words.map((word) => ({ ...word, box: page.toPicture(word.box) })), source: page.source, reason: page.reason };
}
