/**
 * Bytes to a Reading, safely: the door to the reading processes. The work is done in `parser.ts`, in a child locked up
 * by `cage.ts` and minded by `reader-child.ts`; `pool.ts` keeps a few of them and decides on second tries.
 */

import type { Box, Confirmed, Correction, Memory, Reading, TaughtLine } from "@counterfoil/extract";
import type { JudgedDocument, Progress } from "./answers.ts";
import { cages, type Cage, type Isolation } from "./cage.ts";
import type { OwnCompany } from "./frames.ts";
import { CannotRead, LIMITS, unreadable, type Limits, type ReasonCode, type Unreadable } from "./limits.ts";
import { ChildPool } from "./pool.ts";
import type { PageImage } from "./raster.ts";
import { sniff } from "./sniff.ts";

export type { OwnCompany } from "./frames.ts";
export type { PageImage } from "./raster.ts";
export type { JudgedDocument, Progress } from "./answers.ts";
export type { Isolation } from "./cage.ts";

export type ReadOptions = {
  /** Only compared with the content ("PNG named .pdf"); the kind of the file never follows from it. */
  fileName?: string;
  /** The workspace's own companies, which are never the supplier. */
  own?: OwnCompany[];
  /** ISO 639-1 or Tesseract codes to read scans in; chosen by a look at the first page when absent. */
  languages?: string[];
  password?: string;
  /** What corrections taught of this company's suppliers. */
  memory?: Memory;
  /** Leaves out the second look at the digits of totals and IBAN (0.1 to 0.2 s), which finds fonts that lie about them. */
  trustFonts?: boolean;
  /** Adds to the reading what was weighed for each field. */
  explain?: boolean;
  onProgress?: (progress: Progress) => void;
};

/** `flags` are the codes of problems because of which a person must look before export. */
export type ReadOutcome = { outcome: "read"; reading: Reading; flags: string[] } | Unreadable;

export type Reader = {
  /** Reads a document. Never rejects for a bad file, only when the reader itself cannot work (no child can be started, closed). */
  read(bytes: Uint8Array | AsyncIterable<Uint8Array>, options?: ReadOptions): Promise<ReadOutcome>;
  /** The memory (`options.memory`, or none) with what a person corrected and confirmed on this document. Throws CannotRead. */
  teach(bytes: Uint8Array, lesson: { supplier: string; corrections: Correction[]; lines?: TaughtLine[] }, options?: ReadOptions): Promise<Memory>;
  /** What a changed memory does to a confirmed document. Throws CannotRead. */
  replay(bytes: Uint8Array, change: { before: Memory; after: Memory; values: Confirmed["values"]; lines?: TaughtLine[] }, options?: ReadOptions): Promise<{ fixes: number; breaks: number }>;
  /** A page's picture for people; pages count from 1. Throws CannotRead, e.g. for XML or a page that is not there. */
  pageImage(bytes: Uint8Array, page: number, dpi?: number, password?: string): Promise<PageImage>;
  /** The words of one page with their places, for pointing at them. Throws CannotRead. */
  pageWords(bytes: Uint8Array, page: number, password?: string): Promise<WordsOfPage>;
  /** Runs of pages (from 1, both ends included) of a PDF as PDFs of their own; the same input gives the same bytes. Throws CannotRead. */
  cutPdf(bytes: Uint8Array, parts: readonly { from: number; to: number }[], password?: string): Promise<Buffer[]>;
  /** How many pages can be drawn. Throws CannotRead. */
  countPages(bytes: Uint8Array, password?: string): Promise<number>;
  /** What our own rules make of an e-invoice. Throws CannotRead. */
  judge(bytes: Uint8Array, rules?: string[]): Promise<JudgedDocument>;
  /** What isolation this machine allows; starts a child when none has been started. */
  isolation(): Promise<Isolation>;
  close(): Promise<void>;
};

/** Boxes in points from the top left of the page as it is drawn. */
export type WordsOfPage = { page: number; width: number; height: number; source: "text" | "ocr" | "none"; words: { text: string; box: Box }[] };

export type ReaderOptions = {
  /** Children at work at the same time (default 1); one is started ahead, others when needed. */
  size?: number;
  /** The bundled `parser.ts`. */
  parserPath: string;
  limits?: Partial<Limits>;
  /** Cages to try in place of this machine's own list. */
  cages?: Cage[];
  /** What a child wrote to its standard error before it failed, for the operator's log. */
  onFailure?: (failure: { code: ReasonCode; stderr: string }) => void;
};

/** Findings that call for a person: the values may not be what the page shows. */
const FLAGS = new Set(["text_differs_from_picture", "hidden_text", "xml_differs_from_picture", "type_mismatch", "active_content", "look_alike", "control_characters", "pages_skipped", "salvaged", "several_documents"]);

export function createReader(options: ReaderOptions): Reader {
  const limits: Limits = { ...LIMITS, ...options.limits };
  const pool = new ChildPool(options.parserPath, options.size ?? 1, limits, options.cages ?? cages(limits), options.onFailure);
  pool.warmUp();

  return {
    async read(source, settings = {}) {
      try {
        const bytes = await collect(source, limits);
        const { kind } = sniff(bytes);
        if (kind === "xml" && bytes.length > limits.xmlBytes) throw new CannotRead("too_large");
        const { onProgress, ...rest } = settings;
        const message = await pool.run({ op: "read", size: bytes.length, limits, ...rest }, bytes, onProgress);
        if (message.type !== "read") throw new CannotRead("crashed");
        const flags = [...new Set(message.reading.problems.map((problem) => problem.code))].filter((code) => FLAGS.has(code));
        return { outcome: "read", reading: message.reading, flags };
      } catch (error) {
        if (error instanceof CannotRead) return unreadable(error.code, error.detail, limits);
        throw error;
      }
    },

    async teach(bytes, lesson, settings = {}) {
      const { onProgress, ...rest } = settings;
      const message = await pool.run({ op: "teach", size: bytes.length, limits, ...rest, ...lesson }, bytes, onProgress);
      if (message.type !== "taught") throw new CannotRead("crashed");
      const { parseMemory } = await import("@counterfoil/extract");
      try {
        return parseMemory(message.memory);
      } catch (cause) {
        throw new CannotRead("crashed", "", { cause });
      }
    },

    async replay(bytes, change, settings = {}) {
      const { onProgress, ...rest } = settings;
      const message = await pool.run({ op: "replay", size: bytes.length, limits, ...rest, ...change }, bytes, onProgress);
      if (message.type !== "replayed") throw new CannotRead("crashed");
      return { fixes: message.fixes, breaks: message.breaks };
    },

    async pageImage(bytes, page, dpi = 150, password) {
      if (sniff(bytes).kind === "xml") throw new CannotRead("not_supported", "An XML invoice has no pages to draw.");
      const message = await pool.run({ op: "page-image", size: bytes.length, page, dpi, limits, ...(password ? { password } : {}) }, bytes);
      if (message.type !== "page-image") throw new CannotRead("crashed");
      return { bytes: Buffer.from(message.image, "base64"), type: message.mediaType, width: message.width, height: message.height };
    },

    async pageWords(bytes, page, password) {
      if (sniff(bytes).kind === "xml") throw new CannotRead("not_supported", "An XML invoice has no pages to read.");
      const message = await pool.run({ op: "page-words", size: bytes.length, page, limits, ...(password ? { password } : {}) }, bytes);
      if (message.type !== "page-words") throw new CannotRead("crashed");
      const { width, height, source, words } = message;
      return { page, width, height, source, words };
    },

    async cutPdf(bytes, parts, password) {
      const files: Buffer[] = [];
      while (files.length < parts.length) {
        const message = await pool.run({ op: "cut", size: bytes.length, parts: parts.slice(files.length), limits, ...(password ? { password } : {}) }, bytes);
        if (message.type !== "cut" || message.files.length > parts.length - files.length) throw new CannotRead("crashed");
        files.push(...message.files.map((file) => Buffer.from(file, "base64")));
      }
      return files;
    },

    async countPages(bytes, password) {
      if (sniff(bytes).kind === "xml") return 0;
      const message = await pool.run({ op: "count", size: bytes.length, limits, ...(password ? { password } : {}) }, bytes);
      if (message.type !== "count") throw new CannotRead("crashed");
      return message.pages;
    },

    async judge(bytes, rules) {
      const message = await pool.run({ op: "judge", size: bytes.length, limits, ...(rules ? { rules } : {}) }, bytes);
      if (message.type !== "judge") throw new CannotRead("crashed");
      return message.judged;
    },

    isolation: () => pool.isolation(),
    close: () => pool.close(),
  };
}

/** Takes a stream into memory up to the limit: a second try needs the bytes again. */
async function collect(source: Uint8Array | AsyncIterable<Uint8Array>, limits: Limits): Promise<Uint8Array> {
  if (source instanceof Uint8Array) {
    if (source.length > limits.fileBytes) throw new CannotRead("too_large");
    return source;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > limits.fileBytes) throw new CannotRead("too_large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
