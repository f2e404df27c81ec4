/**
 * Pixels: a PDF page through PDFium, or an image file through sharp (HEIC through libheif), always after its size
 * has been checked. Decoding is the costly part, so nothing here decodes before the header was looked at.
 */

import type { Sharp } from "sharp";
import { CannotRead, type Limits } from "./limits.ts";
import type { PdfDocument, Raster, Size } from "./pdfium.ts";
import type { FileKind } from "./sniff.ts";

/** A page image ready to be sent to a browser. */
export type PageImage = { bytes: Buffer; type: "image/png" | "image/jpeg"; width: number; height: number };

/** sharp is loaded when an image is met: a text PDF is read without it, and a start costs 60 ms less. */
async function loadSharp() {
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

/** Throws `page_too_big` unless the page is a sheet of paper: sides between 1 pt and the limit. */
export function checkPage(size: Size | null, number: number, limits: Limits): Size {
  if (!size || !(size.width >= 1) || !(size.height >= 1) || Math.max(size.width, size.height) > limits.pageSidePt) {
    const measured = size ? `${Math.round(size.width).toLocaleString("en-US")} × ${Math.round(size.height).toLocaleString("en-US")} points` : "no size";
    throw new CannotRead("page_too_big", `Page ${number} has ${measured}.`);
  }
  return size;
}

/** The highest resolution up to `wanted` at which the page fits the pixel limit. Throws `page_too_big` below the minimum. */
export function fitDpi(size: Size, wanted: number, limits: Limits): number {
  const most = Math.floor(72 * Math.sqrt(limits.rasterPixels / (size.width * size.height)));
  if (most < limits.rasterMinDpi) throw new CannotRead("page_too_big");
  return Math.min(wanted, most);
}

/**
 * Renders one page as people see it. Throws `page_too_big`, `image_too_big` (an image inside the page which PDFium
 * would have to decode), `damaged`.
 */
export function renderPdfPage(pdf: PdfDocument, number: number, dpi: number, colour: boolean, limits: Limits): Raster {
  const size = checkPage(pdf.pageSize(number), number, limits);
  const fitting = fitDpi(size, dpi, limits);
  return pdf.withPage(number, (page) => {
    const largest = pdf.images(page, size).reduce((most, image) => Math.max(most, image.width * image.height), 0);
    if (largest > limits.imagePixels) throw new CannotRead("image_too_big", `Page ${number} holds one of ${Math.round(largest / 1e6).toLocaleString("en-US")} million pixels.`);
    return pdf.render(page, size, fitting, colour);
  });
}

/** An image file whose header was read. `frame` decodes one, upright (EXIF), in grey or colour. */
export type ImageFile = { frames: number; frame(index: number, colour: boolean): Promise<{ raster: Raster; size: Size }> };

/**
 * Opens an image file and checks its frames' sizes. TIFF gives all pages; an animation only its first frame, as an
 * invoice does not move. Throws `image_too_big`, `damaged`.
 */
export async function openImage(bytes: Uint8Array, kind: Exclude<FileKind, "pdf" | "xml">, limits: Limits): Promise<ImageFile> {
  return kind === "heic" ? openHeic(bytes, limits) : openWithSharp(bytes, kind, limits);
}

async function openWithSharp(bytes: Uint8Array, kind: FileKind, limits: Limits): Promise<ImageFile> {
  const sharp = await loadSharp();
  // `failOn: truncated` still reads a photo with a few odd markers, and refuses one that breaks off.
  const open = (page: number): Sharp => sharp(bytes, { page, pages: 1, limitInputPixels: limits.imagePixels, failOn: "truncated", sequentialRead: true });
  const describe = async (page: number) => {
    try {
      return await open(page).metadata();
    } catch (error) {
      throw imageError(error);
    }
  };
  const first = await describe(0);
  checkPixels(first.width, first.height, limits);
  if ((first.pages ?? 1) > limits.imageFrames) throw new CannotRead("image_too_big", `It has ${(first.pages ?? 1).toLocaleString("en-US")} frames.`);
  return {
    frames: kind === "tiff" ? (first.pages ?? 1) : 1,
    async frame(index, colour) {
      const about = index === 0 ? first : await describe(index);
      checkPixels(about.width, about.height, limits);
      try {
        let image = open(index).autoOrient().flatten({ background: "#ffffff" });
        image = colour ? image.toColourspace("srgb") : image.greyscale().toColourspace("b-w");
        const { data, info } = await image.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
        return paged(data, info.width, info.height, info.channels === 1 ? 1 : 3, about.density);
      } catch (error) {
        throw imageError(error);
      }
    },
  };
}

async function openHeic(bytes: Uint8Array, limits: Limits): Promise<ImageFile> {
  const { default: heic } = await import("heic-decode");
  let images: Awaited<ReturnType<typeof heic.all>>;
  try {
    images = await heic.all({ buffer: bytes });
  } catch (error) {
    throw new CannotRead("damaged", "", { cause: error });
  }
  const first = images[0];
  if (!first) throw new CannotRead("damaged");
  for (const image of images) checkPixels(image.width, image.height, limits);
  return {
    frames: 1,
    async frame(_index, colour) {
      try {
        const { data, width, height } = await first.decode();
        const sharp = await loadSharp();
        let image = sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: limits.imagePixels }).flatten({ background: "#ffffff" });
        image = colour ? image : image.greyscale().toColourspace("b-w");
        const raw = await image.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
        return paged(raw.data, raw.info.width, raw.info.height, raw.info.channels === 1 ? 1 : 3, undefined);
      } catch (error) {
        throw error instanceof CannotRead ? error : new CannotRead("damaged", "", { cause: error });
      } finally {
        images.dispose();
      }
    },
  };
}

/** Scanners write their true resolution. Cameras write 72 or 96 which means nothing: then the long side is A4's 842 pt. */
function paged(data: Buffer, width: number, height: number, channels: 1 | 3, density: number | undefined): { raster: Raster; size: Size } {
  const believable = density !== undefined && density >= 100 && density <= 1200 && (Math.max(width, height) / density) * 72 <= 2400;
  const dpi = believable ? density : (72 * Math.max(width, height)) / 842;
  return { raster: { data, width, height, channels, dpi }, size: { width: (72 * width) / dpi, height: (72 * height) / dpi } };
}

function checkPixels(width: number | undefined, height: number | undefined, limits: Limits): void {
  if (!width || !height) throw new CannotRead("damaged");
  if (width * height > limits.imagePixels) throw new CannotRead("image_too_big", `It has ${width.toLocaleString("en-US")} × ${height.toLocaleString("en-US")}.`);
}

/** libvips says why in words only. */
function imageError(error: unknown): unknown {
  if (error instanceof CannotRead) return error;
  const text = error instanceof Error ? error.message : String(error);
  if (/pixel limit|too large|exceeds|dimension/i.test(text)) return new CannotRead("image_too_big", "", { cause: error });
  if (/memory/i.test(text)) return new CannotRead("too_much_memory", "", { cause: error });
  return new CannotRead("damaged", "", { cause: error });
}

/** True when nothing is drawn: hardly any difference between the darkest and the lightest point. */
export function isBlank(raster: Raster): boolean {
  let least = 255;
  let most = 0;
  for (const value of raster.data) {
    if (value < least) least = value;
    if (value > most) most = value;
    if (most - least > 32) return false;
  }
  return true;
}

/** The picture as JPEG of a quality up to 100; one channel stays one. */
export async function encodeJpeg(raster: Raster, quality: number): Promise<Buffer> {
  const sharp = await loadSharp();
  return sharp(raster.data, { raw: raster }).jpeg({ quality, chromaSubsampling: "4:4:4" }).toBuffer();
}

/** A part of a grey raster, within its bounds. */
export function crop(raster: Raster, x: number, y: number, width: number, height: number): Raster {
  const left = Math.max(0, Math.floor(x));
  const top = Math.max(0, Math.floor(y));
  const right = Math.min(raster.width, Math.ceil(x + width));
  const bottom = Math.min(raster.height, Math.ceil(y + height));
  const data = Buffer.allocUnsafe(Math.max(0, right - left) * Math.max(0, bottom - top));
  for (let row = top; row < bottom; row++) raster.data.copy(data, (row - top) * (right - left), row * raster.width + left, row * raster.width + right);
  return { data, width: right - left, height: bottom - top, channels: 1, dpi: raster.dpi };
}

/** A greyscale copy scaled by `factor` (Lanczos), or to exactly `size`, for OCR of small print and of oversized scans. */
export async function scaleGrey(raster: Raster, factor: number, size?: Size, kernel: "lanczos3" | "linear" = "lanczos3"): Promise<Raster> {
  const sharp = await loadSharp();
  const width = size?.width ?? Math.max(1, Math.round(raster.width * factor));
  const height = size?.height ?? Math.max(1, Math.round(raster.height * factor));
  const { data } = await sharp(raster.data, { raw: raster }).resize(width, height, { fit: "fill", kernel }).greyscale().toColourspace("b-w").raw().toBuffer({ resolveWithObject: true });
  return { data, width, height, channels: 1, dpi: raster.dpi * factor };
}

/** A smaller copy with its colours, for people. */
export async function scaleColour(raster: Raster, factor: number): Promise<Raster> {
  const sharp = await loadSharp();
  const { data, info } = await sharp(raster.data, { raw: raster }).resize({ width: Math.max(1, Math.round(raster.width * factor)) }).raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: raster.channels, dpi: raster.dpi * factor };
}

/** Turns a grey raster clockwise by a multiple of 90 degrees. */
export function turnGrey(raster: Raster, degrees: 90 | 180 | 270): Raster {
  const { data, width, height, dpi } = raster;
  const out = Buffer.allocUnsafe(data.length);
  const upright = degrees === 180;
  const newWidth = upright ? width : height;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = degrees === 90 ? x * newWidth + (height - 1 - y) : upright ? (height - 1 - y) * width + (width - 1 - x) : (width - 1 - x) * newWidth + y;
      out[at] = data[y * width + x]!;
    }
  }
  return { data: out, width: newWidth, height: upright ? height : width, channels: 1, dpi };
}

/**
 * A page's picture for the review screen, within the byte limit: PNG where it is small enough (print stays crisp),
 * else JPEG, of lower and lower quality, at last smaller.
 */
export async function encodePageImage(raster: Raster, limits: Limits): Promise<PageImage> {
  const sharp = await loadSharp();
  const image = () => sharp(raster.data, { raw: raster });
  const png = await image().png({ palette: true, colours: 32, effort: 1, compressionLevel: 6 }).toBuffer();
  if (png.length <= limits.pageImageBytes) return { bytes: png, type: "image/png", width: raster.width, height: raster.height };
  for (const quality of [80, 65, 50]) {
    const jpeg = await image().jpeg({ quality, mozjpeg: false }).toBuffer();
    if (jpeg.length <= limits.pageImageBytes) return { bytes: jpeg, type: "image/jpeg", width: raster.width, height: raster.height };
  }
  for (let scale = 0.75; ; scale *= 0.75) {
    const width = Math.max(1, Math.round(raster.width * scale));
    const { data, info } = await image().resize({ width }).jpeg({ quality: 60 }).toBuffer({ resolveWithObject: true });
    if (data.length <= limits.pageImageBytes || width < 100) return { bytes: data, type: "image/jpeg", width: info.width, height: info.height };
  }
}
