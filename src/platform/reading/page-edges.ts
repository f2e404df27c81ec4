/**
 * A sheet of paper lying in a photo: found by its edges against a darker ground, and laid flat as if scanned. The
 * recogniser finds lines by their level baselines, which a sheet seen from an angle does not have.
 */

import type { Raster } from "./pdfium.ts";

type Point = { x: number; y: number };

/** The sheet laid flat; `toPicture` leads a point (pixels) on it back to the photo. */
export type FlatSheet = { raster: Raster; toPicture: (point: Point) => Point };

/** Long side of the copy in which the sheet is looked for. */
const LOOK_SIDE = 320;

/**
 * The sheet, or null when there is none to be seen: the picture is a scan, the ground is as bright as the paper, or the
 * bright part has no four straight edges. Grey rasters only.
 */
export function flattenSheet(raster: Raster): FlatSheet | null {
  if (raster.channels !== 1) return null;
  const step = Math.max(1, Math.max(raster.width, raster.height) / LOOK_SIDE);
  const small = shrink(raster, step);
  const bright = largestBright(small);
  if (!bright) return null;
  const corners = cornersOf(bright, small.width, small.height);
  if (!corners) return null;
  const [a, b, c, d] = corners.map(({ x, y }) => ({ x: Math.min(Math.max(x * step, 0), raster.width - 1), y: Math.min(Math.max(y * step, 0), raster.height - 1) })) as [Point, Point, Point, Point];
  const askew = Math.max(Math.abs(a.x - d.x), Math.abs(b.x - c.x)) / raster.width + Math.max(Math.abs(a.y - b.y), Math.abs(d.y - c.y)) / raster.height;
  // A scan of a crumpled slip fills its picture; only what lies in the picture at an angle is laid flat.
  if (askew < 0.012 || areaOf([a, b, c, d]) > 0.92 * raster.width * raster.height) return null;
  const width = Math.round(Math.max(distance(a, b), distance(d, c)));
  const height = Math.round(Math.max(distance(a, d), distance(b, c)));
  return spread(raster, [a, b, c, d], width, height);
}

const areaOf = (corners: readonly Point[]): number => Math.abs(corners.reduce((sum, { x, y }, i) => sum + x * corners[(i + 1) % 4]!.y - corners[(i + 1) % 4]!.x * y, 0)) / 2;
const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Mean brightness of squares of `step` pixels, of which every second or third row and column is looked at when they are large. */
function shrink(raster: Raster, step: number): { data: Uint8Array; width: number; height: number } {
  const width = Math.floor(raster.width / step);
  const height = Math.floor(raster.height / step);
  const data = new Uint8Array(width * height);
  const stride = Math.max(1, Math.floor(step / 4));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      let count = 0;
      const [right, foot] = [Math.min((x + 1) * step, raster.width), Math.min((y + 1) * step, raster.height)];
      for (let j = Math.floor(y * step); j < foot; j += stride) for (let i = Math.floor(x * step); i < right; i += stride, count++) sum += raster.data[j * raster.width + i]!;
      data[y * width + x] = sum / count;
    }
  }
  return { data, width, height };
}

/** The largest connected area above Otsu's threshold, holes of print closed, when ground and paper are well apart. */
function largestBright({ data, width, height }: { data: Uint8Array; width: number; height: number }): Uint8Array | null {
  const { threshold, apart } = otsu(data);
  if (apart < 60) return null;
  const mark = new Uint8Array(data.length);
  let best = { label: 0, size: 0 };
  let second = 0;
  for (let start = 0, label = 0; start < data.length; start++) {
    if (mark[start] || data[start]! <= threshold || label === 250) continue;
    label++;
    const stack = [start];
    let size = 0;
    mark[start] = label;
    while (stack.length > 0) {
      const at = stack.pop()!;
      size++;
      const x = at % width;
      for (const next of [x > 0 ? at - 1 : -1, x < width - 1 ? at + 1 : -1, at - width, at + width]) {
        if (next < 0 || next >= data.length || mark[next] || data[next]! <= threshold) continue;
        mark[next] = label;
        stack.push(next);
      }
    }
    second = Math.max(second, Math.min(size, best.size));
    if (size > best.size) best = { label, size };
  }
  // Two bright parts may be one sheet under a dark band: rather crooked than half of it.
  if (second > 0.04 * width * height) return null;
  if (best.size < 0.2 * width * height || best.size > 0.97 * width * height) return null;
  return mark.map((value) => (value === best.label ? 1 : 0));
}

function otsu(data: Uint8Array): { threshold: number; apart: number } {
  const histogram = new Float64Array(256);
  for (const value of data) histogram[value]!++;
  const all = histogram.reduce((sum, count, value) => sum + count * value, 0);
  let best = { threshold: 0, apart: 0, between: -1 };
  let below = 0;
  let sum = 0;
  for (let value = 0; value < 255; value++) {
    below += histogram[value]!;
    sum += histogram[value]! * value;
    const above = data.length - below;
    if (below === 0 || above === 0) continue;
    const apart = (all - sum) / above - sum / below;
    const between = below * above * apart * apart;
    if (between > best.between) best = { threshold: value, apart, between };
  }
  return best;
}

/** An edge as a line: `across = at + slope × along`. */
type Edge = { at: number; slope: number };

/** Top left, top right, bottom right, bottom left; null unless all four sides are straight. */
function cornersOf(bright: Uint8Array, width: number, height: number): Point[] | null {
  const rows = Array.from({ length: height }, (_, y) => [...bright.subarray(y * width, (y + 1) * width)]);
  const spanOf = (cells: readonly number[]): [number, number] | null => (cells.includes(1) ? [cells.indexOf(1), cells.lastIndexOf(1) + 1] : null);
  const across = rows.map(spanOf);
  const down = Array.from({ length: width }, (_, x) => spanOf(rows.map((row) => row[x]!)));
  const left = edgeThrough(across.map((span) => span?.[0]), width);
  const right = edgeThrough(across.map((span) => span?.[1]), width);
  const top = edgeThrough(down.map((span) => span?.[0]), height);
  const foot = edgeThrough(down.map((span) => span?.[1]), height);
  if (!left || !right || !top || !foot) return null;
  const meet = (side: Edge, level: Edge): Point => {
    const x = (side.at + side.slope * level.at) / (1 - side.slope * level.slope);
    return { x, y: level.at + level.slope * x };
  };
  const corners = [meet(left, top), meet(right, top), meet(right, foot), meet(left, foot)];
  return corners.every(({ x, y }) => x > -0.03 * width && x < 1.03 * width && y > -0.03 * height && y < 1.03 * height) ? corners : null;
}

/** The line through the middle four fifths of the points (Theil and Sen: outliers do not turn it); null when they do not lie on one. */
function edgeThrough(points: readonly (number | undefined)[], extent: number): Edge | null {
  const known = points.flatMap((across, along) => (across === undefined ? [] : [{ along: along + 0.5, across }]));
  const inner = known.slice(Math.floor(known.length * 0.14), Math.ceil(known.length * 0.86));
  if (inner.length < 30) return null;
  const half = Math.floor(inner.length / 2);
  const slope = median(inner.slice(0, half).map((point, i) => (inner[i + half]!.across - point.across) / (inner[i + half]!.along - point.along)));
  const at = median(inner.map((point) => point.across - slope * point.along));
  const near = inner.filter((point) => Math.abs(point.across - at - slope * point.along) < 0.012 * extent).length;
  return Math.abs(slope) < 0.35 && near > 0.75 * inner.length ? { at, slope } : null;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Projects the quadrangle onto an upright rectangle, each pixel mixed from its four neighbours. */
function spread(raster: Raster, [a, b, c, d]: readonly [Point, Point, Point, Point], width: number, height: number): FlatSheet {
  // Heckbert's mapping of the unit square onto a quadrangle.
  const sx = a.x - b.x + c.x - d.x;
  const sy = a.y - b.y + c.y - d.y;
  const [dx1, dy1, dx2, dy2] = [b.x - c.x, b.y - c.y, d.x - c.x, d.y - c.y];
  const area = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / area;
  const h = (dx1 * sy - sx * dy1) / area;
  const [ux, vx] = [b.x - a.x + g * b.x, d.x - a.x + h * d.x];
  const [uy, vy] = [b.y - a.y + g * b.y, d.y - a.y + h * d.y];
  const data = Buffer.allocUnsafe(width * height);
  const { data: from, width: stride } = raster;
  for (let y = 0; y < height; y++) {
    const v = (y + 0.5) / height;
    for (let x = 0; x < width; x++) {
      const u = (x + 0.5) / width;
      const w = g * u + h * v + 1;
      const px = Math.min(Math.max((ux * u + vx * v + a.x) / w - 0.5, 0), raster.width - 1.001);
      const py = Math.min(Math.max((uy * u + vy * v + a.y) / w - 0.5, 0), raster.height - 1.001);
      const [column, row] = [Math.trunc(px), Math.trunc(py)];
      const [fx, fy] = [px - column, py - row];
      const at = row * stride + column;
      data[y * width + x] = (from[at]! * (1 - fx) + from[at + 1]! * fx) * (1 - fy) + (from[at + stride]! * (1 - fx) + from[at + stride + 1]! * fx) * fy + 0.5;
    }
  }
  const toPicture = ({ x, y }: Point): Point => {
    const [u, v] = [x / width, y / height];
    const w = g * u + h * v + 1;
    return { x: (ux * u + vx * v + a.x) / w, y: (uy * u + vy * v + a.y) / w };
  };
  return { raster: { data, width, height, channels: 1, dpi: raster.dpi }, toPicture };
}
