/**
 * Words with their places from a PDF's text layer, through PDFium compiled to WebAssembly. The published wrapper
 * gives plain text only, so this file calls PDFium's own `FPDFText_*` functions (fpdf_text.h), which give a box, font
 * and colour for every character. The library is loaded once per process and everything allocated here is freed.
 */
import { PDFiumLibrary } from "@hyzyla/pdfium";
import type { Problem } from "./reading.ts";
import { unseenBetweenFigures } from "./unseen.ts";
import { whyGarbled, wordsFromGlyphs, type Glyph, type PageWords, type PdfWords, type Word } from "./words.ts";

export type PdfErrorCode = "not_a_pdf" | "password" | "damaged" | "too_many_pages" | "no_pages";

/** A PDF we cannot read at all. `code` is stable; the message is a sentence for people. */
export class PdfError extends Error {
  readonly code: PdfErrorCode;
  constructor(code: PdfErrorCode, message: string) {
    super(message);
    this.name = "PdfError";
    this.code = code;
  }
}

type Pdfium = {
  wasmExports: Record<string, (...values: number[]) => number>;
  HEAPU8: Uint8Array;
  HEAPF32: Float32Array;
  HEAPF64: Float64Array;
  HEAP32: Int32Array;
};

let loading: Promise<Pdfium> | null = null;

/** The wrapper keeps its module to itself in types only; at run time it is an ordinary property. */
function pdfium(): Promise<Pdfium> {
  loading ??= PDFiumLibrary.init().then((library) => (library as unknown as { module: Pdfium }).module);
  return loading;
}

const FORMAT_ERROR = 3;
const PASSWORD_ERROR = 4;
const SECURITY_ERROR = 5;
const INVISIBLE = 3;
const IMAGE_OBJECT = 3;
const FORM_OBJECT = 5;

/** What people are told of a file of which only pieces were left. */
export const SALVAGED: Problem = { code: "salvaged", message: "The file is damaged; what is left of its pages was read. Compare everything with the picture, and ask the sender for a whole copy." };

/**
 * Reads the text layer of a PDF. Of a damaged one what is left is read, with a problem that says so, unless `salvage` is
 * false. Pages whose text is missing or cannot be trusted come back in `needsOcr` with the
 * reason; their words are still given when there are any. Throws PdfError ("not_a_pdf", "password", "damaged",
 * "no_pages", "too_many_pages"); never anything else for bad input.
 */
export async function readPdfWords(bytes: Uint8Array, options: { maxPages?: number; password?: string; salvage?: boolean } = {}): Promise<PdfWords> {
  try {
    return await readWhole(bytes, options);
  } catch (error) {
    if (options.salvage === false || !(error instanceof PdfError) || (error.code !== "damaged" && error.code !== "no_pages")) throw error;
    const rest = await salvagePdf(fromHeader(bytes));
    if (!rest) throw error;
    const read = await readWhole(rest, options);
    return { ...read, problems: [SALVAGED, ...read.problems] };
  }
}

/** The pages that are left in a damaged PDF, as a PDF, or null. What it needs is loaded when it is needed: most files are whole. */
export async function salvagePdf(bytes: Uint8Array): Promise<Uint8Array | null> {
  const { salvage } = await import("./salvage.ts");
  return salvage(bytes);
}

async function readWhole(bytes: Uint8Array, options: { maxPages?: number; password?: string }): Promise<PdfWords> {
  const maxPages = options.maxPages ?? 100;
  const pdf = await pdfium();
  const body = fromHeader(bytes);
  const raw = pdf.wasmExports;
  const data = raw["malloc"]!(body.length);
  if (data === 0) throw new PdfError("damaged", "The PDF is too large to be opened in memory.");
  const password = options.password ? cString(pdf, options.password) : 0;
  try {
    pdf.HEAPU8.set(body, data);
    const document = raw["FPDF_LoadMemDocument"]!(data, body.length, password);
    if (document === 0) throw openError(raw["FPDF_GetLastError"]!());
    try {
      const count = raw["FPDF_GetPageCount"]!(document);
      if (count === 0) throw new PdfError("no_pages", "The PDF has no pages. It may have been cut off while it was sent; ask for it again.");
      if (count > maxPages) throw new PdfError("too_many_pages", `The PDF has ${count} pages; at most ${maxPages} are read. Split it and try again.`);
      const result: PdfWords = { pages: [], problems: [], needsOcr: [] };
      for (let index = 0; index < count; index++) readPage(pdf, document, index, result);
      return result;
    } finally {
      raw["FPDF_CloseDocument"]!(document);
    }
  } finally {
    raw["free"]!(data);
    if (password !== 0) raw["free"]!(password);
  }
}

/** Mail gateways put junk before the header and PDFium refuses that; the format allows it within the first kilobyte, others send more. */
function fromHeader(bytes: Uint8Array): Uint8Array {
  const limit = Math.min(bytes.length - 5, 64 * 1024);
  for (let at = 0; at <= limit; at++) {
    if (bytes[at] === 0x25 && bytes[at + 1] === 0x50 && bytes[at + 2] === 0x44 && bytes[at + 3] === 0x46 && bytes[at + 4] === 0x2d) return at === 0 ? bytes : bytes.subarray(at);
  }
  throw new PdfError("not_a_pdf", "This file is not a PDF: it has no PDF header.");
}

function openError(code: number): PdfError {
  if (code === PASSWORD_ERROR) return new PdfError("password", "The PDF is protected with a password. Ask the sender for a copy without one.");
  if (code === SECURITY_ERROR) return new PdfError("password", "The PDF is encrypted in a way that cannot be opened here. Ask the sender for an ordinary copy.");
  if (code === FORMAT_ERROR) return new PdfError("damaged", "The PDF is damaged and cannot be opened. Ask the sender for it again.");
  return new PdfError("damaged", "The PDF could not be opened. Ask the sender for it again.");
}

function cString(pdf: Pdfium, text: string): number {
  const encoded = new TextEncoder().encode(text);
  const at = pdf.wasmExports["malloc"]!(encoded.length + 1);
  pdf.HEAPU8.set(encoded, at);
  pdf.HEAPU8[at + encoded.length] = 0;
  return at;
}

function readPage(pdf: Pdfium, document: number, index: number, result: PdfWords): void {
  const raw = pdf.wasmExports;
  const number = index + 1;
  const page = raw["FPDF_LoadPage"]!(document, index);
  if (page === 0) {
    result.problems.push({ code: "page_unreadable", page: number, message: `Page ${number} is damaged and could not be read.` });
    result.pages.push({ number, width: 595, height: 842, words: [], source: "none", reason: "the page is damaged" });
    return;
  }
  const text = raw["FPDFText_LoadPage"]!(page);
  try {
    const width = raw["FPDF_GetPageWidthF"]!(page);
    const height = raw["FPDF_GetPageHeightF"]!(page);
    const glyphs = text === 0 ? [] : glyphsOf(pdf, page, text, width, height);
    const words = wordsFromGlyphs(glyphs, number);
    const visible = words.filter((word) => !word.hidden);
    const garbled = whyGarbled(glyphs, words);
    const picture = pictureShare(pdf, page, width, height);
    // A scanner's own OCR lies invisible over the picture; then "hidden" text is the text.
    const overPicture = picture > 0.7 && words.length > visible.length;
    if (overPicture) for (const word of words) delete word.hidden;
    const usable = overPicture ? words : visible;
    const letters = usable.reduce((sum, word) => sum + word.text.length, 0);
    let ocr: string | null = garbled;
    if (!ocr && letters < 20 && picture > 0.05) ocr = letters === 0 ? "the page is a picture without text" : "the text layer holds only a few characters beside a picture";
    else if (!ocr && letters < 120 && picture > 0.6) ocr = "the page is mostly a picture";
    if (ocr) result.needsOcr.push({ page: number, reason: ocr });
    const hidden = words.filter((word) => word.hidden);
    if (hidden.length > 0) {
      const sample = hidden.slice(0, 8).map((word) => word.text).join(" ");
      result.problems.push({ code: "hidden_text", page: number, message: `Page ${number} carries text that cannot be seen ("${sample}"). It was not used.` });
    }
    const unseen = unseenBetweenFigures(glyphs, number);
    if (unseen) result.problems.push(unseen);
    result.pages.push(pageOf(number, width, height, words, garbled, usable.length, overPicture));
  } finally {
    if (text !== 0) raw["FPDFText_ClosePage"]!(text);
    raw["FPDF_ClosePage"]!(page);
  }
}

function pageOf(number: number, width: number, height: number, words: Word[], garbled: string | null, usable: number, overPicture: boolean): PageWords {
  if (garbled) return { number, width, height, words: [], source: "none", reason: garbled };
  if (usable === 0) return { number, width, height, words, source: "none", reason: "the page has no text" };
  return { number, width, height, words, source: "text", reason: overPicture ? "text layer laid over a picture by a scanner" : "text layer" };
}

/** Share of the page covered by its largest picture, 0 to 1. */
function pictureShare(pdf: Pdfium, page: number, width: number, height: number): number {
  const raw = pdf.wasmExports;
  const room = raw["malloc"]!(16);
  let largest = 0;
  try {
    const count = Math.min(raw["FPDFPage_CountObjects"]!(page), 5000);
    for (let i = 0; i < count; i++) {
      const object = raw["FPDFPage_GetObject"]!(page, i);
      const type = raw["FPDFPageObj_GetType"]!(object);
      if (type !== IMAGE_OBJECT && type !== FORM_OBJECT) continue;
      if (type === FORM_OBJECT && !formHoldsPicture(raw, object)) continue;
      if (!raw["FPDFPageObj_GetBounds"]!(object, room, room + 4, room + 8, room + 12)) continue;
      const [left, bottom, right, top] = pdf.HEAPF32.subarray(room >> 2, (room >> 2) + 4) as unknown as [number, number, number, number];
      largest = Math.max(largest, Math.min(1, Math.abs((right - left) * (top - bottom)) / (width * height)));
    }
  } finally {
    raw["free"]!(room);
  }
  return largest;
}

function formHoldsPicture(raw: Pdfium["wasmExports"], form: number): boolean {
  const count = raw["FPDFFormObj_CountObjects"]!(form);
  if (count <= 0 || count > 50) return false;
  for (let i = 0; i < count; i++) if (raw["FPDFPageObj_GetType"]!(raw["FPDFFormObj_GetObject"]!(form, i)) === IMAGE_OBJECT) return true;
  return false;
}

type Style = { size: number; bold: boolean; fontName: string; invisible: boolean; rotated: boolean };

function glyphsOf(pdf: Pdfium, page: number, text: number, width: number, height: number): Glyph[] {
  const raw = pdf.wasmExports;
  const count = raw["FPDFText_CountChars"]!(text);
  const room = raw["malloc"]!(256);
  const glyphs: Glyph[] = [];
  const styles = new Map<number, Style>();
  let drawn: { object: number; x: number } | null = null;
  try {
    const place = pagePlacement(pdf, page, width, height, room);
    const f32 = room >> 2;
    const f64 = (room + 32) >> 3;
    for (let i = 0; i < count; i++) {
      if (raw["FPDFText_IsGenerated"]!(text, i) === 1) continue; // PDFium's own guess at spaces and line ends; ours come from the gaps
      const code = raw["FPDFText_GetUnicode"]!(text, i);
      const object = raw["FPDFText_GetTextObject"]!(text, i);
      let style = styles.get(object);
      if (!style) styles.set(object, (style = styleOf(pdf, text, i, object, room + 64, place)));
      if (!raw["FPDFText_GetLooseCharBox"]!(text, i, room) || !raw["FPDFText_GetCharOrigin"]!(text, i, room + 32, room + 40)) continue;
      const heap = pdf.HEAPF32;
      const [left, top, right, bottom] = [heap[f32]!, heap[f32 + 1]!, heap[f32 + 2]!, heap[f32 + 3]!];
      const origin = place(pdf.HEAPF64[f64]!, pdf.HEAPF64[f64 + 1]!);
      const a = place(left, bottom);
      const b = place(right, top);
      const x0 = Math.min(a.x, b.x);
      const x1 = Math.max(a.x, b.x);
      const before = glyphs[glyphs.length - 1];
      // One drawn sign that stands for several letters ("ffi"): each letter comes with the sign's whole box.
      if (drawn && before && drawn.object === object && drawn.x === pdf.HEAPF64[f64]! && before.x0 === x0 && before.x1 === x1 && before.baseline === origin.y && code !== 0) {
        before.text += String.fromCodePoint(Math.min(code, 0x10ffff));
        continue;
      }
      drawn = { object, x: pdf.HEAPF64[f64]! };
      const outside = x1 < -1 || x0 > width + 1 || origin.y < -1 || origin.y > height + style.size + 1;
      glyphs.push({
        text: code === 0 ? "\ufffd" : code > 0x10ffff ? "\ufffd" : code >= 0xd800 && code <= 0xdfff ? String.fromCharCode(code) : String.fromCodePoint(code),
        x0, x1,
        baseline: origin.y,
        size: style.size,
        bold: style.bold,
        fontName: style.fontName,
        ...(style.invisible || outside || style.size < 2 ? { hidden: true } : {}),
        ...(style.rotated ? { rotated: true } : {}),
        ...(code === 0 || raw["FPDFText_HasUnicodeMapError"]!(text, i) === 1 ? { unmapped: true } : {}),
      });
    }
  } finally {
    raw["free"]!(room);
  }
  return glyphs;
}

type Place = (x: number, y: number) => { x: number; y: number };

/** From PDF space to points from the top left of the page as shown, with crop box and rotation: PDFium knows, so ask it for three points. */
function pagePlacement(pdf: Pdfium, page: number, width: number, height: number, room: number): Place {
  const scale = 50;
  const probe = (x: number, y: number): { x: number; y: number } => {
    pdf.wasmExports["FPDF_PageToDevice"]!(page, 0, 0, Math.round(width * scale), Math.round(height * scale), 0, x, y, room, room + 4);
    return { x: pdf.HEAP32[room >> 2]! / scale, y: pdf.HEAP32[(room >> 2) + 1]! / scale };
  };
  const zero = probe(0, 0);
  const right = probe(1000, 0);
  const up = probe(0, 1000);
  const [xx, xy] = [(right.x - zero.x) / 1000, (right.y - zero.y) / 1000];
  const [yx, yy] = [(up.x - zero.x) / 1000, (up.y - zero.y) / 1000];
  return (x, y) => ({ x: zero.x + x * xx + y * yx, y: zero.y + x * xy + y * yy });
}

function styleOf(pdf: Pdfium, text: number, index: number, object: number, room: number, place: Place): Style {
  const raw = pdf.wasmExports;
  let scale = 1;
  let rotated = false;
  if (raw["FPDFText_GetMatrix"]!(text, index, room)) {
    const [a, b, c, d] = pdf.HEAPF32.subarray(room >> 2, (room >> 2) + 4) as unknown as [number, number, number, number];
    scale = Math.hypot(c, d) || 1;
    const from = place(0, 0);
    const to = place(a, b);
    rotated = Math.abs(to.y - from.y) > 0.15 * Math.abs(to.x - from.x) || to.x < from.x;
  }
  const length = raw["FPDFText_GetFontInfo"]!(text, index, room, 128, room + 136);
  const fontName = length > 1 && length <= 128 ? new TextDecoder().decode(pdf.HEAPU8.slice(room, room + length - 1)).replace(/^[A-Z]{6}\+/, "") : "";
  const weight = raw["FPDFText_GetFontWeight"]!(text, index);
  const mode = object === 0 ? 0 : raw["FPDFTextObj_GetTextRenderMode"]!(object);
  return {
    size: raw["FPDFText_GetFontSize"]!(text, index) * scale,
    bold: /bold|black|heavy|semibold|demi/i.test(fontName) || weight >= 650,
    fontName,
    invisible: mode === INVISIBLE,
    rotated,
  };
}

