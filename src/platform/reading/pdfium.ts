/**
 * PDFium (WebAssembly) with the raw calls we need: the wrapper's own interface gives plain text only, we need boxes,
 * sizes before parsing, and rasters of our choosing. One module per process. After an abort (out of memory) the
 * module is dead, and so must be the process: `isFatal` tells.
 */

import { salvagePdf } from "@counterfoil/extract";
import { PDFiumModule } from "@hyzyla/pdfium";
import { CannotRead } from "./limits.ts";

type Pointer = number;

/** The part of PDFium's C interface we call; names and order of arguments as in fpdfview.h and fpdf_text.h. */
export type RawPdfium = {
  _FPDF_InitLibrary(): void;
  _FPDF_LoadMemDocument(data: Pointer, size: number, password: Pointer): Pointer;
  _FPDF_GetLastError(): number;
  _FPDF_CloseDocument(document: Pointer): void;
  _FPDFDoc_GetAttachmentCount(document: Pointer): number;
  _FPDFDoc_GetJavaScriptActionCount(document: Pointer): number;
  _FPDF_GetFormType(document: Pointer): number;
  _FPDF_GetPageCount(document: Pointer): number;
  _FPDF_GetPageSizeByIndexF(document: Pointer, index: number, size: Pointer): number;
  _FPDF_LoadPage(document: Pointer, index: number): Pointer;
  _FPDF_ClosePage(page: Pointer): void;
  _FPDF_RenderPageBitmap(bitmap: Pointer, page: Pointer, x: number, y: number, width: number, height: number, rotate: number, flags: number): void;
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, data: Pointer, stride: number): Pointer;
  _FPDFBitmap_FillRect(bitmap: Pointer, x: number, y: number, width: number, height: number, color: number): number;
  _FPDFBitmap_GetBuffer(bitmap: Pointer): Pointer;
  _FPDFBitmap_GetStride(bitmap: Pointer): number;
  _FPDFBitmap_Destroy(bitmap: Pointer): void;
  _FPDFPage_CountObjects(page: Pointer): number;
  _FPDFPage_GetObject(page: Pointer, index: number): Pointer;
  _FPDFPageObj_GetType(object: Pointer): number;
  _FPDFPageObj_GetBounds(object: Pointer, left: Pointer, bottom: Pointer, right: Pointer, top: Pointer): number;
  _FPDFImageObj_GetImagePixelSize(object: Pointer, width: Pointer, height: Pointer): number;
  _FPDFFormObj_CountObjects(object: Pointer): number;
  _FPDFFormObj_GetObject(object: Pointer, index: number): Pointer;
  wasmExports: { malloc(size: number): Pointer; free(pointer: Pointer): void };
  HEAPU8: Uint8Array;
  HEAP32: Int32Array;
  HEAPU32: Uint32Array;
  HEAPF32: Float32Array;
};

let loading: Promise<RawPdfium> | undefined;

/** Loads the library once per process (about 0.1 s). */
export function loadPdfium(): Promise<RawPdfium> {
  loading ??= PDFiumModule({}).then((module) => {
    const raw = module as unknown as RawPdfium;
    raw._FPDF_InitLibrary();
    return raw;
  });
  return loading;
}

/** True for a WebAssembly abort or trap: the library's memory is gone, end the process. */
export function isFatal(error: unknown): boolean {
  return error instanceof Error && (error.name === "RuntimeError" || (error instanceof RangeError && /memory|allocation/i.test(error.message)));
}

export type Size = { width: number; height: number };

/** Grey (1 channel) or RGB (3 channels), rows from the top, without padding. `dpi` is what was used after limits. */
export type Raster = { data: Buffer; width: number; height: number; channels: 1 | 3; dpi: number };

const FORMAT_GREY = 1;
const FORMAT_BGR = 2;
const FLAG_ANNOTATIONS = 0x01;
const FLAG_GREY = 0x08;
const FLAG_RGB_ORDER = 0x10;
const FLAG_LIMIT_IMAGE_CACHE = 0x200;
/** fpdf_formfill.h: FORMTYPE_XFA_FULL. */
const FORM_XFA_FULL = 2;
const OBJECT_IMAGE = 3;
const OBJECT_FORM = 5;

/** An open PDF. Pages count from 1. Close it, or its bytes stay in the library's memory. */
export class PdfDocument {
  readonly raw: RawPdfium;
  readonly pointer: Pointer;
  readonly pageCount: number;
  private readonly data: Pointer;

  private constructor(
    raw: RawPdfium,
    pointer: Pointer,
    data: Pointer,
    /** The bytes that were opened: the file's, or what was left of a damaged one. */
    readonly bytes: Uint8Array,
    readonly salvaged: boolean,
  ) {
    this.raw = raw;
    this.pointer = pointer;
    this.data = data;
    this.pageCount = raw._FPDF_GetPageCount(pointer);
  }

  /** Opens the bytes (beginning at `%PDF-`); of a damaged file what is left of its pages. Throws CannotRead `password`, `damaged` or `no_pages`. */
  static async open(bytes: Uint8Array, password?: string): Promise<PdfDocument> {
    const raw = await loadPdfium();
    try {
      return PdfDocument.load(raw, bytes, password, false);
    } catch (error) {
      if (!(error instanceof CannotRead) || (error.code !== "damaged" && error.code !== "no_pages")) throw error;
      const rest = await salvagePdf(bytes);
      if (!rest) throw error;
      return PdfDocument.load(raw, rest, password, true);
    }
  }

  private static load(raw: RawPdfium, bytes: Uint8Array, password: string | undefined, salvaged: boolean): PdfDocument {
    const data = raw.wasmExports.malloc(bytes.length);
    if (data === 0) throw new CannotRead("too_much_memory");
    raw.HEAPU8.set(bytes, data);
    const secret = password ? copyText(raw, password) : 0;
    const pointer = raw._FPDF_LoadMemDocument(data, bytes.length, secret);
    if (secret) raw.wasmExports.free(secret);
    if (pointer === 0) {
      const error = raw._FPDF_GetLastError();
      raw.wasmExports.free(data);
      // fpdfview.h: 4 = password required or wrong, 5 = unsupported security scheme.
      if (error === 4) throw new CannotRead("password", password ? "The password given is not the right one." : "");
      if (error === 5) throw new CannotRead("password", "Its protection is of an unknown kind.");
      throw new CannotRead("damaged");
    }
    const document = new PdfDocument(raw, pointer, data, bytes, salvaged);
    if (document.pageCount < 1) {
      document.close();
      throw new CannotRead("no_pages");
    }
    return document;
  }

  close(): void {
    this.raw._FPDF_CloseDocument(this.pointer);
    this.raw.wasmExports.free(this.data);
  }

  /** True when the document lists files inside it. */
  hasAttachments(): boolean {
    return this.raw._FPDFDoc_GetAttachmentCount(this.pointer) > 0;
  }

  /** True for a dynamic form (XFA): what it shows is made by the viewer, its pages are only a notice. */
  isDynamicForm(): boolean {
    return this.raw._FPDF_GetFormType(this.pointer) === FORM_XFA_FULL;
  }

  /** True when the document carries scripts of its own (at its top level; they are never run). */
  hasScripts(): boolean {
    return this.raw._FPDFDoc_GetJavaScriptActionCount(this.pointer) > 0;
  }

  /** The page's size in points as shown (crop box, after rotation), without parsing its content; null when it has none. */
  pageSize(number: number): Size | null {
    const { raw } = this;
    const size = raw.wasmExports.malloc(8);
    const ok = raw._FPDF_GetPageSizeByIndexF(this.pointer, number - 1, size);
    const width = raw.HEAPF32[size >> 2] ?? NaN;
    const height = raw.HEAPF32[(size >> 2) + 1] ?? NaN;
    raw.wasmExports.free(size);
    return ok && Number.isFinite(width) && Number.isFinite(height) ? { width, height } : null;
  }

  /** Runs `use` with the parsed page. Throws CannotRead `damaged` when the page cannot be loaded. */
  withPage<T>(number: number, use: (page: Pointer) => T): T {
    const page = this.raw._FPDF_LoadPage(this.pointer, number - 1);
    if (page === 0) throw new CannotRead("damaged", `Page ${number} cannot be loaded.`);
    try {
      return use(page);
    } finally {
      this.raw._FPDF_ClosePage(page);
    }
  }

  /** Renders a loaded page as it is shown, annotations included, on white. */
  render(page: Pointer, size: Size, dpi: number, colour: boolean): Raster {
    const { raw } = this;
    const width = Math.max(1, Math.round((size.width * dpi) / 72));
    const height = Math.max(1, Math.round((size.height * dpi) / 72));
    const channels = colour ? 3 : 1;
    const bitmap = raw._FPDFBitmap_CreateEx(width, height, colour ? FORMAT_BGR : FORMAT_GREY, 0, 0);
    if (bitmap === 0) throw new CannotRead("too_much_memory");
    try {
      raw._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
      const flags = FLAG_ANNOTATIONS | FLAG_LIMIT_IMAGE_CACHE | (colour ? FLAG_RGB_ORDER : FLAG_GREY);
      raw._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags);
      const start = raw._FPDFBitmap_GetBuffer(bitmap);
      const stride = raw._FPDFBitmap_GetStride(bitmap);
      const row = width * channels;
      const data = Buffer.allocUnsafe(row * height);
      for (let y = 0; y < height; y++) data.set(raw.HEAPU8.subarray(start + y * stride, start + y * stride + row), y * row);
      return { data, width, height, channels, dpi };
    } finally {
      raw._FPDFBitmap_Destroy(bitmap);
    }
  }

  /**
   * The images drawn on a page, two levels of forms deep: pixels, and the share of the page each covers.
   * Looks at what the file says about them; nothing is decoded.
   */
  images(page: Pointer, size: Size): { width: number; height: number; share: number }[] {
    const { raw } = this;
    const scratch = raw.wasmExports.malloc(24);
    const found: { width: number; height: number; share: number }[] = [];
    const look = (object: Pointer, depth: number) => {
      const type = raw._FPDFPageObj_GetType(object);
      if (type === OBJECT_FORM && depth < 2) {
        const count = Math.min(raw._FPDFFormObj_CountObjects(object), 1000);
        for (let i = 0; i < count; i++) look(raw._FPDFFormObj_GetObject(object, i), depth + 1);
      }
      if (type !== OBJECT_IMAGE) return;
      const hasPixels = raw._FPDFImageObj_GetImagePixelSize(object, scratch, scratch + 4);
      const width = hasPixels ? (raw.HEAPU32[scratch >> 2] ?? 0) : 0;
      const height = hasPixels ? (raw.HEAPU32[(scratch >> 2) + 1] ?? 0) : 0;
      const hasBounds = raw._FPDFPageObj_GetBounds(object, scratch + 8, scratch + 12, scratch + 16, scratch + 20);
      const bound = (i: number) => raw.HEAPF32[(scratch >> 2) + i] ?? 0;
      const area = hasBounds ? Math.abs((bound(4) - bound(2)) * (bound(5) - bound(3))) : 0;
      found.push({ width, height, share: Math.min(1, area / (size.width * size.height)) });
    };
    const count = Math.min(raw._FPDFPage_CountObjects(page), 20_000);
    for (let i = 0; i < count; i++) look(raw._FPDFPage_GetObject(page, i), 0);
    raw.wasmExports.free(scratch);
    return found;
  }
}

function copyText(raw: RawPdfium, text: string): Pointer {
  const bytes = Buffer.from(`${text}\0`, "utf8");
  const pointer = raw.wasmExports.malloc(bytes.length);
  raw.HEAPU8.set(bytes, pointer);
  return pointer;
}
