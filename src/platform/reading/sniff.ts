/**
 * What a file is, by its first bytes and never by its name. Some senders put junk before `%PDF-`
 * (mail headers, a web server's warning); readers of PDF accept that, so it is looked for in the first 64 kB.
 */

import { CannotRead } from "./limits.ts";

export type FileKind = "pdf" | "png" | "jpeg" | "tiff" | "webp" | "heic" | "gif" | "xml";

export const MEDIA_TYPES: Record<FileKind, string> = {
  pdf: "application/pdf",
  png: "image/png",
  jpeg: "image/jpeg",
  tiff: "image/tiff",
  webp: "image/webp",
  heic: "image/heic",
  gif: "image/gif",
  xml: "application/xml",
};

/** `offset` is where the file proper begins (a PDF after junk). */
export type Sniffed = { kind: FileKind; mediaType: string; offset: number };

/** How many leading bytes `sniff` wants to see. */
export const SNIFF_BYTES = 64 * 1024;

const HEIC_BRANDS = new Set(["heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1"]);

const found = (kind: FileKind, offset = 0): Sniffed => ({ kind, mediaType: MEDIA_TYPES[kind], offset });

/**
 * Names the kind of a file from its beginning (at least the first 64 kB, or the whole file when shorter).
 * Throws CannotRead `empty` or `not_supported`, the latter saying what it looks like.
 */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) throw new CannotRead("empty");
  const head = bytes.subarray(0, SNIFF_BYTES);
  const at = (offset: number, ...values: number[]) => values.every((value, i) => head[offset + i] === value);
  const ascii = (from: number, to: number) => Buffer.from(head.subarray(from, to)).toString("latin1");

  if (ascii(0, 5) === "%PDF-") return found("pdf");
  if (at(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return found("png");
  if (at(0, 0xff, 0xd8, 0xff)) return found("jpeg");
  if (at(0, 0x49, 0x49, 0x2a, 0x00) || at(0, 0x4d, 0x4d, 0x00, 0x2a) || at(0, 0x49, 0x49, 0x2b, 0x00) || at(0, 0x4d, 0x4d, 0x00, 0x2b)) return found("tiff");
  if (ascii(0, 4) === "RIFF" && ascii(8, 12) === "WEBP") return found("webp");
  if (ascii(0, 6) === "GIF87a" || ascii(0, 6) === "GIF89a") return found("gif");
  if (ascii(4, 8) === "ftyp" && HEIC_BRANDS.has(ascii(8, 12))) return found("heic");

  const foreign = foreignKind(head, ascii);
  if (foreign) throw new CannotRead("not_supported", `It looks like ${foreign}.`);
  if (looksLikeXml(head)) return found("xml");

  const marker = Buffer.from(head.buffer, head.byteOffset, head.byteLength).indexOf("%PDF-", 0, "latin1");
  if (marker > 0) return found("pdf", marker);
  throw new CannotRead("not_supported");
}

function foreignKind(head: Uint8Array, ascii: (from: number, to: number) => string): string | null {
  if (ascii(0, 2) === "MZ") return "a Windows program";
  if (ascii(0, 4) === "\x7fELF") return "a Linux program";
  if (ascii(0, 2) === "#!") return "a script";
  if (ascii(0, 4) === "PK\x03\x04" || ascii(0, 4) === "PK\x05\x06") return "a ZIP archive or an office document; unpack it, or save it as PDF";
  if (ascii(0, 4) === "Rar!" || ascii(0, 6) === "7z\xbc\xaf\x27\x1c" || (head[0] === 0x1f && head[1] === 0x8b)) return "an archive; unpack it";
  if (ascii(0, 8) === "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") return "an old office document or a saved e-mail; save it as PDF";
  const text = ascii(0, 1024).replace(/^\xef\xbb\xbf/, "").trimStart().toLowerCase();
  if (text.startsWith("<!doctype html") || text.startsWith("<html") || text.startsWith("<head") || text.startsWith("<body")) return "a web page";
  return null;
}

/** XML in UTF-8, or in UTF-16 with or without byte order mark: the first character that is not white space is `<`. */
function looksLikeXml(head: Uint8Array): boolean {
  let i = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) i = 2;
  while (i < head.length && (head[i] === 0x20 || head[i] === 0x09 || head[i] === 0x0a || head[i] === 0x0d || head[i] === 0x00)) i++;
  if (head[i] !== 0x3c) return false;
  const next = head[i + 1] === 0x00 ? head[i + 2] : head[i + 1];
  return next !== undefined && (next === 0x3f || next === 0x21 || next === 0x5f || (next >= 0x41 && next <= 0x5a) || (next >= 0x61 && next <= 0x7a));
}
