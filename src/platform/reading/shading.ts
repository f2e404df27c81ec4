/**
 * Shadows on a photographed page. The recogniser parts ink from paper by one threshold for the whole picture, so that a
 * page lying half in the shade is half black to it. Dividing by the brightness of the paper around makes it even.
 */

import { scaleGrey } from "./raster.ts";
import type { Raster } from "./pdfium.ts";

/** Pixels along each side of a square in which the paper's brightness is measured. */
const SQUARE = 16;
/** Paper this much darker in some places than in others (of 255) is shaded; scans stay well below. */
const UNEVEN = 45;
const PAPER = 245;

type Shades = { data: Buffer; width: number; height: number };

/** The picture with its paper equally bright everywhere; as it was when it is so already, unless `always`. Grey rasters only. */
export async function evenOut(raster: Raster, always: boolean): Promise<{ raster: Raster; shaded: boolean }> {
  const paper = widened(paperOf(raster));
  if (!always && !isUneven(paper)) return { raster, shaded: false };
  const { data: shade } = await scaleGrey({ ...softened(paper), channels: 1, dpi: raster.dpi }, 1, { width: raster.width, height: raster.height }, "linear");
  const data = Buffer.allocUnsafe(raster.data.length);
  for (let i = 0; i < data.length; i++) data[i] = Math.min(255, (raster.data[i]! * PAPER) / Math.max(40, shade[i]!) + 0.5);
  return { raster: { ...raster, data }, shaded: true };
}

/** The brightness which a tenth of each square's pixels exceed: paper, even between lines of print. */
function paperOf({ data: from, width: stride, height: rows }: Raster): Shades {
  const width = Math.max(1, Math.round(stride / SQUARE));
  const height = Math.max(1, Math.round(rows / SQUARE));
  const data = Buffer.allocUnsafe(width * height);
  const histogram = new Uint16Array(256);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      histogram.fill(0);
      let count = 0;
      for (let j = Math.floor((y * rows) / height); j < Math.floor(((y + 1) * rows) / height); j += 2) {
        for (let i = Math.floor((x * stride) / width); i < Math.floor(((x + 1) * stride) / width); i += 2, count++) histogram[from[j * stride + i]!]!++;
      }
      let value = 255;
      for (let above = 0; value > 0 && (above += histogram[value]!) <= count / 10; ) value--;
      data[y * width + x] = value;
    }
  }
  return { data, width, height };
}

/** The brightest within two squares: large print and dark bars are no shadows. */
function widened(shades: Shades): Shades {
  return mapped(shades, (values) => Math.max(...values), 2);
}

const softened = (shades: Shades): Shades => mapped(mapped(shades, mean, 2), mean, 1);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function mapped({ data, width, height }: Shades, combine: (values: readonly number[]) => number, reach: number): Shades {
  const out = Buffer.allocUnsafe(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const values: number[] = [];
      for (let j = Math.max(0, y - reach); j <= Math.min(height - 1, y + reach); j++) for (let i = Math.max(0, x - reach); i <= Math.min(width - 1, x + reach); i++) values.push(data[j * width + i]!);
      out[y * width + x] = combine(values);
    }
  }
  return { data: out, width, height };
}

/** Between the darkest and the lightest tenth of the picture. */
function isUneven({ data }: Shades): boolean {
  const sorted = Uint8Array.from(data).sort();
  return sorted[Math.floor(0.9 * sorted.length)]! - sorted[Math.floor(0.1 * sorted.length)]! > UNEVEN;
}
