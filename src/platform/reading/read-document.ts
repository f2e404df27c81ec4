/**
 * Which way a file is read: exactly when it is, or carries, an e-invoice in XML; else from a PDF's text layer, page by
 * page; else by OCR. Runs in the child. Everything is checked before it costs something: kind, page count, page sizes,
 * pixels. Throws CannotRead when nothing can be had; a page that cannot be read while others can is a problem.
 */

import type { XmlError } from "@counterfoil/einvoice";
import { partsOf, PdfError, rangesText, readWords, readPdfWords, SALVAGED, type Box, type Evidence, type Field, type Memory, type PageWords, type Part, type Problem, type Reading } from "@counterfoil/extract";
import type { Progress } from "./answers.ts";
import type { CountJob, PageImageJob, WatchedReadJob } from "./frames.ts";
import { CannotRead, type Limits } from "./limits.ts";
import { OCR_LANGUAGES, type OcrLanguage } from "./languages.ts";
import { readPicture } from "./ocr.ts";
import { PdfDocument, isFatal, type Raster, type Size } from "./pdfium.ts";
import { checkPage, encodePageImage, isBlank, openImage, renderPdfPage, scaleColour, type PageImage } from "./raster.ts";
import { sniff, type FileKind } from "./sniff.ts";
import { CHECK_DPI, INK_DPI, amountsOnlySeen, differs, hideWordsWithoutInk, pagesWithOtherDigits } from "./visible-text.ts";

const OCR_DPI = 300;
/** Of a file of more pages that seems to hold several documents only the first is read: reading all as one takes time by the square of the pages, for values of none. */
const TOGETHER = 20;

/** As many documents as one cut may make. */
const MOST_PARTS = 100;

/** What corrections taught goes into the reading; whoever wants the words it is made of gets them. */
function taught(job: WatchedReadJob, pages: readonly PageWords[]): { memory?: Memory } {
  job.onWords?.(pages);
  return job.memory ? { memory: job.memory } : {};
}

export type Report = (step: Progress) => void;

/** Reads a document of any supported kind. */
export async function readDocument(bytes: Uint8Array, job: WatchedReadJob, report: Report): Promise<Reading> {
  const { kind, offset } = sniff(bytes);
  const reading = kind === "xml" ? await readXml(bytes, job.limits) : kind === "pdf" ? await readPdf(bytes.subarray(offset), job, report) : await readImage(bytes, kind, job, report);
  const mismatch = nameMismatch(job.fileName, kind);
  if (mismatch) reading.problems.push(mismatch);
  return reading;
}

/** Draws one page for the review screen. */
export async function drawPage(bytes: Uint8Array, job: PageImageJob, report: Report): Promise<PageImage> {
  const { limits } = job;
  report({ stage: "picture", page: job.page });
  const { kind, offset } = sniff(bytes);
  if (kind === "xml") throw new CannotRead("not_supported");
  if (kind === "pdf") {
    const pdf = await PdfDocument.open(bytes.subarray(offset), job.password);
    try {
      if (job.page > pdf.pageCount) throw new CannotRead("no_pages", `There is no page ${job.page}; the document has ${pdf.pageCount}.`);
      return await encodePageImage(renderPdfPage(pdf, job.page, job.dpi, true, limits), limits);
    } finally {
      pdf.close();
    }
  }
  const image = await openImage(bytes, kind, limits);
  if (job.page > image.frames) throw new CannotRead("no_pages", `There is no page ${job.page}; the document has ${image.frames}.`);
  const { raster, size } = await image.frame(job.page - 1, true);
  return encodePageImage(await shrunk(raster, size, job.dpi), limits);
}

/** How many pages `drawPage` can draw. */
export async function countPages(bytes: Uint8Array, job: CountJob): Promise<number> {
  const { kind, offset } = sniff(bytes);
  if (kind === "xml") throw new CannotRead("not_supported");
  if (kind !== "pdf") return (await openImage(bytes, kind, job.limits)).frames;
  const pdf = await PdfDocument.open(bytes.subarray(offset), job.password);
  try {
    return pdf.pageCount;
  } finally {
    pdf.close();
  }
}

/** The page for checking digits, or null when it is too big to be drawn. */
function drawn(pdf: PdfDocument, number: number, limits: Limits): Raster | null {
  try {
    return renderPdfPage(pdf, number, CHECK_DPI, false, limits);
  } catch (error) {
    if (error instanceof CannotRead) return null;
    throw error;
  }
}

/** XML and what goes with it is loaded when it is met: most files are none, and a child starts in half the time. */
async function readXml(bytes: Uint8Array, limits: Limits): Promise<Reading> {
  const { readXmlInvoice } = await import("./exact.ts");
  const { readingOfInvoice } = await import("./xml-reading.ts");
  try {
    const { invoice, syntax, problems } = readXmlInvoice(bytes, xmlLimits(limits));
    return readingOfInvoice(invoice, syntax, [], problems.map(({ code, message }) => ({ code, message })));
  } catch (error) {
    throw xmlRefusal(error);
  }
}

export const xmlLimits = (limits: Limits) => ({ bytes: limits.xmlBytes, depth: limits.xmlDepth, elements: limits.xmlElements, attributesEach: limits.xmlAttributes });

/** An error of the XML reader as one that people are given; others as they are. */
export function xmlRefusal(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== "XmlError") return error;
  const { code, message } = error as XmlError;
  const codes = { xml_forbidden: "xml_forbidden", xml_malformed: "damaged", xml_too_deep: "xml_too_deep", too_large: "too_large", encoding: "encoding", not_an_invoice: "xml_not_invoice" } as const;
  return new CannotRead(codes[code], message, { cause: error });
}

async function readPdf(file: Uint8Array, job: WatchedReadJob, report: Report): Promise<Reading> {
  const { limits } = job;
  const pdf = await PdfDocument.open(file, job.password);
  const { bytes } = pdf;
  try {
    if (pdf.pageCount > limits.pages) throw new CannotRead("too_many_pages", `It has ${pdf.pageCount.toLocaleString("en-US")}.`);
    if (pdf.isDynamicForm()) throw new CannotRead("no_text", "It is a dynamic form (XFA) that only its own viewer can draw; print it to a PDF there and upload that.");
    for (let number = 1; number <= pdf.pageCount; number++) checkPage(pdf.pageSize(number), number, limits);
    report({ stage: "text", pages: pdf.pageCount });
    const text = await wordsOfPdf(bytes, job);
    const problems = [...(pdf.salvaged ? [SALVAGED] : []), ...text.problems, ...activeContent(pdf, file)];
    const exact = await readEmbedded(pdf, bytes, text.pages, problems, job, report);
    if (exact) return exact;
    const seen = await seePages(pdf, text, problems, job, report);
    report({ stage: "text", pages: pdf.pageCount });
    const parts = seen.parts();
    const read = (): Reading => seen.read("pdf", parts);
    const reading = read();
    const doubtful = job.trustFonts ? [] : await pagesWithOtherDigits(reading, seen.pages, (number) => drawn(pdf, number, limits));
    for (const number of doubtful) await seen.look(number, pdf.pageCount, async () => ({ raster: renderPdfPage(pdf, number, OCR_DPI, false, limits), size: checkPage(pdf.pageSize(number), number, limits) }), text.pages[number - 1]);
    return seen.back(inParts(doubtful.length === 0 ? reading : read(), parts, seen.pages));
  } finally {
    pdf.close();
  }
}

/** Says that the pages seem to be several documents, and which belong together. */
function inParts(reading: Reading, parts: Part[] | null, pages: readonly PageWords[]): Reading {
  if (!parts) return reading;
  const first = reading.pages.length < pages.length;
  const message = `This file seems to hold ${parts.length} documents: ${rangesText(parts)}. Split it, or keep it as one.${first ? " Until then only the first one was read." : ""}`;
  const all = pages.map(({ number, width, height, source, reason, words }) => ({ number, width, height, source, reason, words: words.filter((word) => !word.hidden).length }));
  return { ...reading, parts, pages: all, problems: [...reading.problems, { code: "several_documents", message }] };
}

async function readImage(bytes: Uint8Array, kind: Exclude<FileKind, "pdf" | "xml">, job: WatchedReadJob, report: Report): Promise<Reading> {
  report({ stage: "picture" });
  const image = await openImage(bytes, kind, job.limits);
  const seen = new SeenPages(job, report);
  const count = image.frames;
  for (let number = 1; number <= count; number++) {
    report({ stage: "picture", page: number, pages: count });
    if (number > job.limits.ocrPages) seen.leave({ ...seen.pages[0]!, number, words: [], source: "none", reason: "not read" });
    else await seen.look(number, count, async () => image.frame(number - 1, false));
  }
  seen.refuseNothing();
  const parts = seen.parts();
  return seen.back(inParts(seen.read("image", parts), parts, seen.pages));
}

type PdfText = { pages: PageWords[]; problems: Problem[]; needsOcr: { page: number; reason: string }[] };

async function wordsOfPdf(bytes: Uint8Array, job: WatchedReadJob): Promise<PdfText> {
  try {
    const text = await readPdfWords(bytes, { maxPages: job.limits.pages, ...(job.password ? { password: job.password } : {}) });
    const characters = text.pages.reduce((sum, page) => sum + page.words.reduce((length, word) => length + word.text.length, 0), 0);
    if (characters > job.limits.textCharacters) throw new CannotRead("too_much_text");
    return text;
  } catch (error) {
    if (error instanceof PdfError) throw new CannotRead(error.code === "not_a_pdf" ? "damaged" : error.code, "", { cause: error });
    throw error;
  }
}

/** Actions and scripts are never run here, but a viewer may; whoever opens the original should know. */
function activeContent(pdf: PdfDocument, bytes: Uint8Array): Problem[] {
  if (!pdf.hasScripts() && !["/JavaScript", "/Launch", "/SubmitForm"].some((name) => mentions(bytes, name))) return [];
  return [{ code: "active_content", message: "The PDF carries scripts or actions, which invoices do not need. Nothing of it was run. Take care when you open the original." }];
}

const mentions = (bytes: Uint8Array, name: string) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(name, 0, "latin1") >= 0;

/** A hybrid invoice (Factur-X, ZUGFeRD): exact values from the XML inside, their places from the pages. XML that cannot be read is a problem, and the pages are read. */
async function readEmbedded(pdf: PdfDocument, bytes: Uint8Array, pages: PageWords[], problems: Problem[], job: WatchedReadJob, report: Report): Promise<Reading | null> {
  if (!pdf.hasAttachments() && !mentions(bytes, "/EmbeddedFile")) return null;
  const { extractXmlFromPdf, readXmlInvoice } = await import("./exact.ts");
  const found = await extractXmlFromPdf(bytes);
  if (!found) return null;
  const { readingOfInvoice } = await import("./xml-reading.ts");
  try {
    const { invoice, problems: findings } = readXmlInvoice(found.bytes, xmlLimits(job.limits));
    // White text could make the page "show" what the XML says.
    const seen = new SeenPages(job, report);
    for (const page of pages) {
      report({ stage: "picture", page: page.number, pages: pages.length });
      if (page.words.length > 0) seen.inkOn(page, () => renderPdfPage(pdf, page.number, INK_DPI, false, job.limits));
    }
    return readingOfInvoice(invoice, "facturx", pages, [...seen.problems, ...findings.map(({ code, message }) => ({ code, message })), ...problems]);
  } catch (error) {
    const refusal = xmlRefusal(error);
    if (!(refusal instanceof CannotRead)) throw refusal;
    problems.push({ code: "xml_unreadable", message: `The file carries an e-invoice in XML that cannot be read (${refusal.detail || refusal.code}). The pages were read instead.` });
    return null;
  }
}

/**
 * Looks at every page: those without usable text are read by OCR; on the others it is checked that the text can be
 * seen. A scanner's own text under its picture is compared with what we read in the picture ourselves.
 */
async function seePages(pdf: PdfDocument, text: PdfText, problems: Problem[], job: WatchedReadJob, report: Report): Promise<SeenPages> {
  const { limits } = job;
  const seen = new SeenPages(job, report);
  seen.problems.push(...problems);
  const needs = new Map(text.needsOcr.map((need) => [need.page, need.reason]));
  const sizeOf = (number: number) => checkPage(pdf.pageSize(number), number, limits);
  let ocrPages = 0;
  for (const page of text.pages) {
    const { number } = page;
    report({ stage: "picture", page: number, pages: text.pages.length });
    const picture = async () => ({ raster: renderPdfPage(pdf, number, OCR_DPI, false, limits), size: sizeOf(number) });
    // Words may be drawn as outlines: a page without a single one is looked at, whatever is on it.
    const doubt = needs.has(number) || page.words.length === 0 ? "read it" : byScanner(page) ? "compare" : seen.inkOn(page, () => renderPdfPage(pdf, number, INK_DPI, false, limits));
    if (doubt === "trust" || ocrPages === limits.ocrPages) {
      if (doubt === "trust") seen.put(page);
      else seen.leave(page);
      continue;
    }
    ocrPages++;
    await seen.look(number, text.pages.length, picture, doubt === "read it" ? undefined : page, needs.get(number));
  }
  seen.refuseNothing();
  return seen;
}

const byScanner = (page: PageWords) => page.source === "text" && /scanner/.test(page.reason);

type Doubt = "trust" | "compare" | "read it";

/** The pages of one document as they are seen, and how to get from their (upright, straightened) boxes back to the file's. */
class SeenPages {
  readonly pages: PageWords[] = [];
  readonly problems: Problem[] = [];
  private readonly ways = new Map<number, { size: Size; toPicture: (box: Box) => Box }>();
  private readonly left = new Set<number>();
  private failure: CannotRead | undefined;
  private languages: readonly OcrLanguage[] | undefined;

  constructor(
    private readonly job: WatchedReadJob,
    private readonly report: Report,
  ) {
    const named = namedLanguages(job.languages);
    this.languages = named.length > 0 ? named : undefined;
  }

  /** Takes a page, in place of what was there for its number. */
  put(page: PageWords): void {
    const at = this.pages.findIndex((each) => each.number === page.number);
    if (at < 0) this.pages.push(page);
    else this.pages[at] = page;
  }

  /** Takes a page whose picture is not read any more, as so many were before it. */
  leave(page: PageWords): void {
    this.put(page);
    this.left.add(page.number);
  }

  /** The documents that the pages seem to hold, when there are several. Behind the last page that was read begins a part of its own, so that it is read once it is cut off. */
  parts(): Part[] | null {
    const last = this.pages.findLast((page) => !this.left.has(page.number))!.number;
    const [read, rest] = [this.pages.filter((page) => page.number <= last), this.pages.filter((page) => page.number > last)];
    const parts = partsOf(read, rest.length > 0 ? MOST_PARTS - 1 : MOST_PARTS);
    if (!parts || rest.length === 0) return parts;
    return [...parts, { from: rest[0]!.number, to: rest[rest.length - 1]!.number, reason: `from here on nothing was read: only ${this.job.limits.ocrPages} pages of a file are read by OCR` }];
  }

  /** The fields; of a long file of several documents those of the first. */
  read(syntax: "pdf" | "image", parts: readonly Part[] | null): Reading {
    this.report({ stage: "fields" });
    const pages = parts && this.pages.length > TOGETHER ? this.pages.filter((page) => page.number <= parts[0]!.to) : this.pages;
    const { own = [], explain } = this.job;
    return readWords(pages, { syntax, problems: this.problems, own, ...taught(this.job, pages), ...(explain ? { explain } : {}) });
  }

  /** Is there ink where the words are? Words without are dropped; a page of which little can be seen is read by OCR as well. */
  inkOn(page: PageWords, render: () => Raster): Doubt {
    try {
      const { problems, doubtful } = hideWordsWithoutInk(page, render());
      this.problems.push(...problems);
      return doubtful ? "compare" : "trust";
    } catch (error) {
      if (!(error instanceof CannotRead)) throw error;
      // The picture is too big to be drawn; the text stands, unseen.
      this.problems.push(differs(page.number, `it could not be drawn (${error.code}), so that its text was not compared with it`));
      return "trust";
    }
  }

  /** Reads one page by OCR. `text` is its text layer when that is to be compared and, if both agree, kept. */
  async look(number: number, count: number, picture: () => Promise<{ raster: Raster; size: Size }>, text?: PageWords, why?: string): Promise<void> {
    try {
      const { raster, size } = await picture();
      if (isBlank(raster)) {
        return this.put({ number, ...size, words: [], source: "none", reason: "the page is blank" });
      }
      this.report({ stage: "ocr", page: number, pages: count, share: 0 });
      const onProgress = (share: number) => this.report({ stage: "ocr", page: number, pages: count, share: Math.max(0.01, share) });
      const page = await readPicture(raster, { page: number, size, languages: this.languages, onProgress });
      this.languages ??= page.words.length >= 30 ? page.languages : undefined;
      const unseen = text ? amountsOnlySeen(text, page) : [];
      if (text && unseen.length === 0) return this.put(text);
      if (text) this.problems.push(differs(number, `the picture shows ${unseen.join(", ")}, its text layer does not; the picture was read`));
      if (page.words.length > 0 && page.confidence < 0.6) this.problems.push({ code: "hard_to_read", page: number, message: `Page ${number} is hard to read (blurred, dark or small print). Compare the values with the picture, or scan it again at 300 dpi.` });
      this.ways.set(number, { size, toPicture: page.toPicture });
      this.put({ number, width: page.width, height: page.height, words: page.words, source: page.source, reason: why ? `${page.reason}: ${why}` : page.reason });
    } catch (error) {
      if (!(error instanceof CannotRead) || isFatal(error)) throw error;
      this.failure ??= error;
      const size = text ?? { width: 595, height: 842 };
      this.problems.push({ code: "page_unreadable", page: number, message: `Page ${number} could not be read (${error.code}).${error.detail ? ` ${error.detail}` : ""}` });
      this.put(text ?? { number, width: size.width, height: size.height, words: [], source: "none", reason: error.code });
    }
  }

  /** A document of which nothing could be read is unreadable, for the first reason met. */
  refuseNothing(): void {
    if (this.left.size > 0) this.problems.push({ code: "pages_skipped", message: `Only ${this.pages.length - this.left.size} of ${this.pages.length} pages were read; no more than ${this.job.limits.ocrPages} are by OCR. Split the document to read the rest.` });
    if (this.pages.some((page) => page.words.some((word) => !word.hidden))) return;
    throw this.failure ?? new CannotRead("no_text");
  }

  /** Puts boxes where the page, as it is in the file, shows them. */
  back(reading: Reading): Reading {
    if (this.ways.size === 0) return reading;
    const onEvidence = (evidence: Evidence) => {
      const way = this.ways.get(evidence.page);
      if (way) evidence.box = way.toPicture(evidence.box);
    };
    // One list of evidence may serve several fields: each is put back once.
    const done = new Set<Evidence>();
    const onField = (field: Field | undefined) => {
      for (const evidence of field ? [...field.evidence, ...field.alternatives.flatMap((other) => other.evidence)] : []) {
        if (!done.has(evidence)) onEvidence(evidence);
        done.add(evidence);
      }
    };
    Object.values(reading.fields).forEach(onField);
    for (const row of [...reading.lines, ...reading.taxes]) Object.values(row).forEach(onField);
    for (const page of reading.pages) {
      const way = this.ways.get(page.number);
      if (way) Object.assign(page, way.size);
    }
    return reading;
  }
}

function namedLanguages(names: readonly string[] | undefined): OcrLanguage[] {
  const codes: Record<string, OcrLanguage> = { en: "eng", de: "deu", fr: "fra", es: "spa", it: "ita", nl: "nld", pt: "por", pl: "pol", da: "dan", no: "dan", nb: "dan" };
  const known = (names ?? []).map((name) => codes[name.slice(0, 2).toLowerCase()] ?? OCR_LANGUAGES.find((code) => code === name));
  return [...new Set(known.filter((code) => code !== undefined))];
}

/** The picture at about `dpi` of a page of this size; never enlarged. */
async function shrunk(raster: Raster, size: Size, dpi: number): Promise<Raster> {
  const factor = (size.width * dpi) / 72 / raster.width;
  return factor < 0.95 ? scaleColour(raster, factor) : raster;
}

/** Only the ending is compared, and only with kinds that people mean by it. */
function nameMismatch(fileName: string | undefined, kind: FileKind): Problem | null {
  const ending = /\.([a-z0-9]{2,5})$/i.exec(fileName ?? "")?.[1]?.toLowerCase();
  const kinds: Record<string, FileKind> = { pdf: "pdf", png: "png", jpg: "jpeg", jpeg: "jpeg", tif: "tiff", tiff: "tiff", webp: "webp", heic: "heic", heif: "heic", gif: "gif", xml: "xml" };
  const named = ending ? kinds[ending] : undefined;
  if (!named || named === kind) return null;
  return { code: "type_mismatch", message: `The file is named .${ending}, but it is ${kind.toUpperCase()}. It was read as what it is.` };
}
