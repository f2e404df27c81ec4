/**
 * Every limit that a received file meets, in one place, with the reason people are given when one is hit.
 *
 * A byte limit bounds neither memory nor time (a 6 kB PDF can ask for a gigabyte), so each kind of growth has its
 * own limit. Sizes are bytes, times milliseconds, page sides PDF points. The parent process enforces size, time and
 * process memory; the child enforces what only a parser can see (pages, boxes, pixels) before it allocates.
 */

const MB = 1024 * 1024;

export type Limits = {
  fileBytes: number;
  xmlBytes: number;
  xmlDepth: number;
  xmlElements: number;
  xmlAttributes: number;
  /** Pages read in one document, and pages read by OCR. */
  pages: number;
  ocrPages: number;
  /** Longest side of a page in points; above it the page cannot be a sheet of paper (14,400 pt = 5.08 m). */
  pageSidePt: number;
  /** Pixels of one page raster. The resolution is lowered to fit, but never below `rasterMinDpi`. */
  rasterPixels: number;
  rasterMinDpi: number;
  /** Pixels and frames of an image file, known from its header before anything is decoded. */
  imagePixels: number;
  imageFrames: number;
  /** Characters of text in one document. */
  textCharacters: number;
  /** One answer of the child. */
  answerBytes: number;
  /** Time for one page, for the document, and the same with OCR. */
  pageMs: number;
  documentMs: number;
  ocrPageMs: number;
  ocrDocumentMs: number;
  /** RLIMIT_DATA of the child while it reads text, and once it comes to pictures; where that does not exist, its resident size. */
  textMemoryBytes: number;
  memoryBytes: number;
  /** A child is replaced after so many documents, or when it holds more than this when idle. */
  childDocuments: number;
  childIdleBytes: number;
  /** The picture of a page which the review screen shows. */
  pageImageBytes: number;
};

export const LIMITS: Readonly<Limits> = {
  fileBytes: 40 * MB,
  xmlBytes: 20 * MB,
  xmlDepth: 100,
  xmlElements: 500_000,
  xmlAttributes: 256,
  pages: 500,
  ocrPages: 100,
  pageSidePt: 14_400,
  rasterPixels: 40_000_000,
  rasterMinDpi: 72,
  imagePixels: 100_000_000,
  imageFrames: 100,
  textCharacters: 5_000_000,
  answerBytes: 32 * MB,
  pageMs: 10_000,
  documentMs: 60_000,
  ocrPageMs: 30_000,
  ocrDocumentMs: 600_000,
  textMemoryBytes: 600 * MB,
  memoryBytes: 1200 * MB,
  childDocuments: 25,
  childIdleBytes: 300 * MB,
  pageImageBytes: 250_000,
};

const number = (value: number) => value.toLocaleString("en-US");
const megabytes = (bytes: number) => `${number(Math.round(bytes / MB))} MB`;

/**
 * Why a file could not be read. `refused` codes are answered at upload with that HTTP status and nothing is stored;
 * all others leave the original stored and downloadable, in the state "unreadable".
 */
export const REASONS = {
  empty: {
    status: 422,
    reason: () => "The file is empty.",
    remedy: "Check that it was saved completely, then upload it again.",
  },
  not_supported: {
    status: 415,
    reason: () => "This kind of file cannot be read.",
    remedy: "Upload a PDF, PNG, JPEG, TIFF, WebP, HEIC or GIF file, or an e-invoice in XML (UBL or CII).",
  },
  too_large: {
    status: 413,
    reason: (limits: Limits) => `The file is larger than ${megabytes(limits.fileBytes)} (XML: ${megabytes(limits.xmlBytes)}).`,
    remedy: "Send a smaller file: fewer pages, or a scan at 300 dpi.",
  },
  damaged: {
    reason: () => "The file is damaged: it breaks off or its structure cannot be followed.",
    remedy: "Ask the sender for a fresh copy, or enter the invoice by hand.",
  },
  password: {
    reason: () => "The file is protected and needs a password, or uses a protection that is not known.",
    remedy: "Enter the password, or upload a copy without protection.",
  },
  no_pages: {
    reason: () => "The file has no pages.",
    remedy: "Ask the sender for a fresh copy.",
  },
  too_many_pages: {
    reason: (limits: Limits) => `The document has more than ${number(limits.pages)} pages (by OCR: ${number(limits.ocrPages)}).`,
    remedy: "Split it, and upload the part with the invoice.",
  },
  page_too_big: {
    reason: (limits: Limits) => `A page is larger than ${number(limits.pageSidePt)} points, or its size is not a size.`,
    remedy: "Print the document to a PDF with ordinary paper size, and upload that.",
  },
  image_too_big: {
    reason: (limits: Limits) => `An image has more than ${number(limits.imagePixels / 1_000_000)} million pixels, or the file more than ${number(limits.imageFrames)} frames.`,
    remedy: "Save it smaller: 300 dpi are enough for reading.",
  },
  too_much_text: {
    reason: (limits: Limits) => `The document holds more than ${number(limits.textCharacters)} characters of text.`,
    remedy: "Split it, and upload the part with the invoice.",
  },
  too_much_memory: {
    reason: (limits: Limits) => `Reading the file would take more than ${megabytes(limits.textMemoryBytes)} of memory (pictures: ${megabytes(limits.memoryBytes)}).`,
    remedy: "Print the document to a new PDF and upload that, or enter the invoice by hand.",
  },
  too_slow: {
    reason: (limits: Limits) => `Reading took longer than allowed (${limits.pageMs / 1000} s a page, ${limits.ocrPageMs / 1000} s by OCR).`,
    remedy: "Try again later. If it stays so, print the document to a new PDF and upload that, or enter the invoice by hand.",
  },
  crashed: {
    reason: () => "The file made the reader fail.",
    remedy: "Print the document to a new PDF and upload that, or enter the invoice by hand.",
  },
  no_text: {
    reason: () => "No text was found, neither in the file nor by OCR.",
    remedy: "If there is text to see, scan it again straight and sharp at 300 dpi; else enter the invoice by hand.",
  },
  xml_forbidden: {
    reason: () => "The XML has a DOCTYPE or entities of its own; e-invoices do not, and they are a way of attack.",
    remedy: "Ask the sender for an e-invoice without DOCTYPE.",
  },
  xml_too_deep: {
    reason: () => "The XML is nested too deeply or has too many elements.",
    remedy: "Ask the sender for a proper e-invoice.",
  },
  xml_not_invoice: {
    reason: () => "The XML is not an e-invoice in UBL or CII.",
    remedy: "Ask the sender for the invoice as XRechnung, Peppol BIS, Factur-X or PDF.",
  },
  encoding: {
    reason: () => "The characters of the XML do not fit its encoding.",
    remedy: "Ask the sender for a copy in UTF-8.",
  },
} satisfies Record<string, { status?: number; reason: (limits: Limits) => string; remedy: string }>;

export type ReasonCode = keyof typeof REASONS;
export const REASON_CODES = Object.keys(REASONS) as [ReasonCode, ...ReasonCode[]];

/** What people and callers are told. `detail` says what exactly was met, e.g. "10,000 pages". */
export type Unreadable = { outcome: "unreadable"; code: ReasonCode; reason: string; remedy: string };

/** The answer for one reason, in sentences: what happened, what to do. */
export function unreadable(code: ReasonCode, detail = "", limits: Limits = LIMITS): Unreadable {
  const sentence = REASONS[code].reason(limits);
  return { outcome: "unreadable", code, reason: detail ? `${sentence} ${detail}` : sentence, remedy: REASONS[code].remedy };
}

/** Thrown inside the reader when a file meets a limit or cannot be read; never leaves the folder as an exception. */
export class CannotRead extends Error {
  readonly code: ReasonCode;
  readonly detail: string;
  constructor(code: ReasonCode, detail = "", options?: { cause?: unknown }) {
    super(detail ? `${code}: ${detail}` : code, options);
    this.code = code;
    this.detail = detail;
  }
}
