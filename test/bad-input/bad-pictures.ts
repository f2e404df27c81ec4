/** Pictures beyond every bound, and pictures that carry more than a picture. */

import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { PdfDocument } from "../../src/platform/reading/pdfium.ts";
import { LIMITS } from "../../src/platform/reading/limits.ts";
import { renderPdfPage } from "../../src/platform/reading/raster.ts";
import { goodPdf, noise, type BadFile } from "./make.ts";
import { deflatedRun } from "./pdf-by-hand.ts";

/** The good invoice as a photo of it would be. */
export async function goodPicture() {
  const document = await PdfDocument.open(goodPdf());
  const { data, width, height, channels } = renderPdfPage(document, 1, 150, false, LIMITS);
  document.close();
  return sharp(data, { raw: { width, height, channels } });
}

/**
 * A JPEG whose Exif (CIPA DC-008) says orientation 9, points beyond its end, has a thumbnail directory that leads back to
 * the first, and a place (GPS); with 10 MB of XMP behind it.
 */
export async function loadedJpeg(): Promise<Buffer> {
  const plain = await (await goodPicture()).jpeg({ quality: 90 }).toBuffer();
  const exif = Buffer.alloc(200);
  exif.write("Exif\0\0II*\0", 0, "latin1");
  exif.writeUInt32LE(8, 10);
  const entries: [tag: number, type: number, count: number, value: number][] = [[0x0112, 3, 1, 9], [0x010f, 2, 0x7fffffff, 0xfffffff0], [0x8769, 4, 1, 0xffffff00], [0x8825, 4, 1, 100]];
  exif.writeUInt16LE(entries.length, 14);
  entries.forEach(([tag, type, count, value], i) => {
    exif.writeUInt16LE(tag, 16 + i * 12);
    exif.writeUInt16LE(type, 18 + i * 12);
    exif.writeUInt32LE(count, 20 + i * 12);
    exif.writeUInt32LE(value, 24 + i * 12);
  });
  exif.writeUInt32LE(8, 16 + entries.length * 12);
  exif.writeUInt16LE(1, 106);
  exif.write("\x01\0\x02\0\x02\0\0\0N\0\0\0", 108, "latin1");
  const segment = (body: Buffer) => Buffer.concat([Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);
  const xmp = segment(Buffer.concat([Buffer.from("http://ns.adobe.com/xmp/extension/\0", "latin1"), Buffer.alloc(65_000, 0x41)]));
  return Buffer.concat([plain.subarray(0, 2), segment(exif), ...Array.from({ length: 160 }, () => xmp), plain.subarray(2)]);
}

/** A GIF of so many frames of one point. */
function gif(frames: number): Buffer {
  const frame = Buffer.from("2c00000000010001000002024401 00".replaceAll(" ", ""), "hex");
  return Buffer.concat([Buffer.from("474946383961" + "01000100" + "800000" + "000000ffffff", "hex"), ...Array.from({ length: frames }, () => frame), Buffer.from([0x3b])]);
}

const blank = (side: number) => sharp({ create: { width: side, height: side, channels: 3, background: "#ffffff" } });
const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2));

export const png = (width: number, height: number, data: Buffer): Buffer => {
  const chunk = (type: string, body: Buffer) => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(body.length);
    const typed = Buffer.concat([Buffer.from(type, "latin1"), body]);
    const check = Buffer.alloc(4);
    check.writeUInt32BE(crc32(typed) >>> 0);
    return Buffer.concat([head, typed, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
};

/** A TIFF of 1 × 1 pixel pages; `next` says where the directory after this one is, `stripBytes` how long its picture claims to be. */
function tiff(pages: number, next: (index: number, own: number, following: number) => number, stripBytes = 1): Buffer {
  const entries: [number, number, number, number][] = [[256, 3, 1, 1], [257, 3, 1, 1], [258, 3, 1, 8], [259, 3, 1, 1], [262, 3, 1, 1], [273, 4, 1, 8], [277, 3, 1, 1], [278, 3, 1, 1], [279, 4, 1, stripBytes]];
  const size = 2 + entries.length * 12 + 4;
  const out = Buffer.alloc(10 + pages * size);
  out.write("II*\0", 0, "latin1");
  out.writeUInt32LE(10, 4);
  for (let i = 0; i < pages; i++) {
    const at = 10 + i * size;
    out.writeUInt16LE(entries.length, at);
    entries.forEach(([tag, type, count, value], n) => {
      const entry = at + 2 + n * 12;
      out.writeUInt16LE(tag, entry);
      out.writeUInt16LE(type, entry + 2);
      out.writeUInt32LE(count, entry + 4);
      out.writeUInt32LE(value, entry + 8);
    });
    out.writeUInt32LE(next(i, at, at + size), at + size - 4);
  }
  return out;
}

export const BAD_PICTURES: BadFile[] = [
  { name: "N54 PNG named .pdf", fileName: "a.pdf", make: () => png(40, 40, deflateSync(Buffer.alloc(40 * 41))), allowed: ["no_text"] },
  { name: "N70 JPEG with swollen, crooked and circular data about itself", fileName: "a.jpg", make: loadedJpeg, allowed: ["read"], must: "119.00" },
  { name: "N88a TIFF of 65,535 pages", fileName: "a.tif", make: () => tiff(65_535, (i, _own, following) => (i === 65_534 ? 0 : following)), allowed: ["image_too_big", "damaged"] },
  { name: "N88b TIFF whose directories run in a circle", fileName: "a.tif", make: () => tiff(2, (i, own, following) => (i === 0 ? following : 10)), allowed: ["image_too_big", "damaged", "no_text"] },
  { name: "N89a PNG header of 65,535 x 65,535", fileName: "a.png", make: () => png(65_535, 65_535, deflateSync(Buffer.alloc(100))), allowed: ["image_too_big"] },
  { name: "N89b PNG that breaks off", fileName: "a.png", make: () => png(2000, 2000, deflateSync(noise(2000 * 2001))).subarray(0, 500_000), allowed: ["damaged"] },
  { name: "N89c 30,000 x 30,000 PNG", fileName: "a.png", make: () => png(30_000, 30_000, deflatedRun(255, 30_000 * 30_001)), allowed: ["image_too_big"] },
  { name: "N89d JPEG of two bytes", fileName: "a.jpg", make: () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1]), allowed: ["damaged"] },
  { name: "N88c TIFF whose strip claims 4 GB", fileName: "a.tif", make: () => tiff(1, () => 0, 0xffffffff), allowed: ["damaged", "no_text"] },
  { name: "N88d TIFF that unpacks to 98 MB", fileName: "a.tif", make: () => blank(9900).greyscale().tiff({ compression: "lzw" }).toBuffer(), allowed: ["no_text", "image_too_big", "too_much_memory", "too_slow"] },
  { name: "N89e JPEG that breaks off", fileName: "a.jpg", make: async () => half(await (await goodPicture()).jpeg().toBuffer()), allowed: ["damaged"] },
  { name: "N89f WebP that breaks off", fileName: "a.webp", make: async () => half(await (await goodPicture()).webp().toBuffer()), allowed: ["damaged"] },
  { name: "N89g HEIC of noise", fileName: "a.heic", make: () => Buffer.concat([Buffer.from("0000001866747970686569630000000068656963", "hex"), noise(5000)]), allowed: ["damaged"] },
  { name: "N89h GIF of 10,000 frames", fileName: "a.gif", make: () => gif(10_000), allowed: ["image_too_big", "damaged", "no_text"] },
  { name: "N89i PNG with a wrong check sum", fileName: "a.png", make: () => { const bytes = png(40, 40, deflateSync(Buffer.alloc(40 * 41))); bytes[30]! ^= 0xff; return bytes; }, allowed: ["damaged", "no_text"] },
];
