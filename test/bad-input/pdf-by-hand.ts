/** PDFs put together by hand, so that every defect is exactly the one we mean. */

import { createHash } from "node:crypto";
import { deflateRawSync, constants } from "node:zlib";

export type PdfObject = string | { dictionary: string; stream: Buffer };

export type PdfParts = {
  objects: PdfObject[];
  trailer?: string;
  /** What stands in the xref's place, given its proper text. */
  xref?: (proper: string) => string;
  encrypt?: { key: Buffer };
};

/** Object numbers count from 1 in the order given; object 1 is the catalogue. */
export function pdf({ objects, trailer = "", xref = (proper) => proper, encrypt }: PdfParts): Buffer {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  const offsets: number[] = [];
  let at = parts[0]!.length;
  const push = (part: Buffer) => {
    parts.push(part);
    at += part.length;
  };
  objects.forEach((object, i) => {
    offsets.push(at);
    push(Buffer.from(`${i + 1} 0 obj\n`));
    if (typeof object === "string") push(Buffer.from(object, "latin1"));
    else {
      const stream = encrypt ? rc4(objectKey(encrypt.key, i + 1), object.stream) : object.stream;
      push(Buffer.from(`<< ${object.dictionary} /Length ${stream.length} >>\nstream\n`));
      push(stream);
      push(Buffer.from("\nendstream"));
    }
    push(Buffer.from("\nendobj\n"));
  });
  const start = at;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  const proper = `${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  push(Buffer.from(xref(proper), "latin1"));
  return Buffer.concat(parts);
}

export const FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";

/** Lines of text as a content stream, from the top left, 16 points apart. */
export function textContent(lines: readonly string[], { x = 60, y = 780, size = 11 } = {}): string {
  const escape = (text: string) => text.replace(/[\\()]/g, "\\$&");
  return `BT /F1 ${size} Tf ${x} ${y} Td 16 TL\n${lines.map((line) => `(${escape(line)}) Tj T*`).join("\n")}\nET\n`;
}

/** One page of given content; `page` and `resources` add to their dictionaries. */
export function onePage(content: string | Buffer | { dictionary: string; stream: Buffer }, { page = "", resources = "", box = "0 0 595 842", more = [] as PdfObject[], catalogue = "" } = {}): PdfObject[] {
  const stream = typeof content === "string" || Buffer.isBuffer(content) ? { dictionary: "", stream: Buffer.from(content as string, "latin1") } : content;
  return [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> ${page} >>`,
    stream,
    FONT,
    ...more,
  ];
}

/** `size` bytes of one value as a zlib stream, made without holding them: a block of 1 MB repeated. */
export function deflatedRun(value: number, size: number): Buffer {
  const chunk = 1 << 20;
  const whole = Math.floor(size / chunk);
  // A full flush ends on a byte boundary and forgets what came before, so the block can be repeated.
  const block = deflateRawSync(Buffer.alloc(chunk, value), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  const rest = deflateRawSync(Buffer.alloc(size % chunk, value), { level: 9 });
  const n = BigInt(size);
  const v = BigInt(value);
  const a = (1n + v * n) % 65521n;
  const b = (n + (v * n * (n + 1n)) / 2n) % 65521n;
  const adler = Buffer.alloc(4);
  adler.writeUInt32BE(Number((b << 16n) | a));
  return Buffer.concat([Buffer.from([0x78, 0xda]), ...Array.from({ length: whole }, () => block), rest, adler]);
}

const PADDING = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");
const FILE_ID = Buffer.from("00112233445566778899aabbccddeeff", "hex");
const padded = (password: string) => Buffer.concat([Buffer.from(password, "latin1"), PADDING]).subarray(0, 32);
const md5 = (...parts: Buffer[]) => createHash("md5").update(Buffer.concat(parts)).digest();

/** RC4 is gone from OpenSSL's default set; it is ten lines. */
export function rc4(key: Buffer, data: Buffer): Buffer {
  const s = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + s[i]! + key[i % key.length]!) & 255;
    [s[i], s[j]] = [s[j]!, s[i]!];
  }
  const out = Buffer.alloc(data.length);
  for (let n = 0, i = 0, j = 0; n < data.length; n++) {
    i = (i + 1) & 255;
    j = (j + s[i]!) & 255;
    [s[i], s[j]] = [s[j]!, s[i]!];
    out[n] = data[n]! ^ s[(s[i]! + s[j]!) & 255]!;
  }
  return out;
}

function objectKey(key: Buffer, number: number): Buffer {
  const suffix = Buffer.from([number & 255, (number >> 8) & 255, (number >> 16) & 255, 0, 0]);
  return md5(key, suffix).subarray(0, 10);
}

/** Standard security handler, revision 2, 40 bit (ISO 32000-1, 7.6.3): enough to ask for a password. */
export function encryption(userPassword: string, ownerPassword: string): { key: Buffer; dictionary: string; id: string } {
  const owner = rc4(md5(padded(ownerPassword)).subarray(0, 5), padded(userPassword));
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(-44);
  const key = md5(padded(userPassword), owner, permissions, FILE_ID).subarray(0, 5);
  const user = rc4(key, PADDING);
  return {
    key,
    dictionary: `<< /Filter /Standard /V 1 /R 2 /O <${owner.toString("hex")}> /U <${user.toString("hex")}> /P -44 >>`,
    id: `[<${FILE_ID.toString("hex")}> <${FILE_ID.toString("hex")}>]`,
  };
}
