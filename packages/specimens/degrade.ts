/**
 * Pages as scanners and telephones see them: skew, perspective, folds, shadow, noise, blur, faded thermal paper, JPEG.
 * Everything is drawn from the seed, so the same page and seed give the same picture.
 */
import { PDFiumLibrary } from "@hyzyla/pdfium";
import sharp from "sharp";
import { writePdf } from "./pdf.ts";
import type { Random } from "./random.ts";
import type { Page, Run, Shape } from "./scene.ts";
import type { ValueBox } from "./truth.ts";

/** Three bytes a pixel, red first. */
type Pixels = { width: number; height: number; data: Uint8Array };
/** A point of the page (points from its top left) in the picture (pixels). Folds and waves of the paper are left out. */
export type PlaceInPicture = (x: number, y: number) => { x: number; y: number };
export type Picture = { jpeg: Uint8Array; width: number; height: number; grey: boolean; place: PlaceInPicture; flaws: string[] };

let library: Promise<PDFiumLibrary> | undefined;

async function rasterise(page: Page, dpi: number): Promise<Pixels> {
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(writePdf([page]));
  try {
    const { width, height, data } = await document.getPage(0).render({ scale: dpi / 72, render: "bitmap", colorSpace: "BGRA" });
    const rgb = new Uint8Array(width * height * 3);
    for (let i = 0, o = 0; i < width * height * 4; i += 4, o += 3) {
      rgb[o] = data[i]!;
      rgb[o + 1] = data[i + 1]!;
      rgb[o + 2] = data[i + 2]!;
    }
    return { width, height, data: rgb };
  } finally {
    document.destroy();
  }
}

/** A flat-bed or feeder scan: almost straight, grey or colour, noisy; at times stamped, pale, or turned on its side. */
export async function scanned(page: Page, random: Random): Promise<Picture> {
  const flaws: string[] = [];
  const r = random.fork("scan");
  const dpi = page.width < 320 ? r.pick([200, 200, 250, 300]) : r.pick([150, 150, 200, 200, 200, 300]);
  const sheet = r.chance(0.15) ? (flaws.push("stamp"), stamped(page, r.fork("stamp"))) : page;
  const source = await rasterise(sheet, dpi);
  const skew = r.chance(0.75) ? r.normal() * 0.7 : 0;
  if (Math.abs(skew) > 0.3) flaws.push("skew");
  const quarter = r.chance(0.04) ? (flaws.push("turned"), r.pick([90, 180, 270])) : 0;
  const [width, height] = quarter % 180 === 0 ? [source.width, source.height] : [source.height, source.width];
  const matrix = rotation(skew + quarter, source, width, height);
  const folded = r.chance(0.12) ? (flaws.push("fold"), waves(r.fork("folds"), 3)) : null;
  const thermal = page.width < 320 && r.chance(0.5) ? (flaws.push("faded"), 0.25 + 0.35 * r.next()) : r.chance(0.08) ? (flaws.push("pale"), 0.2 + 0.3 * r.next()) : 0;
  const picture = warp(source, width, height, matrix, folded && ((x, y) => folded(x / width, y / height)), 2, () => [250, 250, 250]);
  const edge = r.chance(0.2) ? (flaws.push("dark edge"), r.int(8, 30)) : 0;
  tint(picture, (x, y) => (x < edge ? 0.45 + 0.5 * (x / edge) : 1), thermal, r.chance(0.5) ? 0 : r.int(0, 14), [1, 1, 1], (y) => 1 - 0.5 * y);
  noise(picture, 2 + r.next() * (r.chance(0.2) ? 16 : 6), r.chance(0.15) ? (flaws.push("specks"), 0.0006) : 0, r);
  const grey = r.chance(0.65);
  return encode(picture, { blur: r.chance(0.35) ? 0.4 + 0.5 * r.next() : 0, quality: r.int(45, 88), grey }, forward(matrix, dpi), flaws);
}

/** A telephone's photo: lying askew on a table, lit from one side, a little out of focus. */
export async function photographed(page: Page, random: Random): Promise<Picture> {
  const flaws = ["perspective"];
  const r = random.fork("photo");
  const dpi = page.width < 320 ? r.int(170, 260) : r.int(140, 190);
  const sheet = r.chance(0.1) ? (flaws.push("stamp"), stamped(page, r.fork("stamp"))) : page;
  const source = await rasterise(sheet, dpi);
  const border = 0.02 + 0.06 * r.next();
  const width = Math.round(source.width * (1 + 2 * border));
  const height = Math.round(source.height * (1 + 2 * border));
  const jitter = (): number => (r.next() - 0.5) * 0.07;
  const tilt = r.normal() * 0.02;
  const corners = ([[0, 0], [1, 0], [1, 1], [0, 1]] as const).map(([u, v]): [number, number] => [
    width * (border + (1 - 2 * border) * u + jitter() * (1 - border) * 0.7 - tilt * (v - 0.5)), height * (border + (1 - 2 * border) * v + jitter() * 0.5 + tilt * (u - 0.5)),
  ]);
  const matrix = homography([[0, 0], [source.width, 0], [source.width, source.height], [0, source.height]], corners);
  const crumpled = r.chance(0.4) ? (flaws.push("crumpled"), waves(r.fork("crumple"), 9)) : waves(r.fork("bend"), 2);
  const table = r.pick([[92, 70, 52], [60, 62, 66], [150, 140, 128], [40, 44, 52], [205, 200, 192]] as const);
  const grain = waves(r.fork("grain"), 30);
  const strength = flaws.includes("crumpled") ? 3.5 : 5;
  const picture = warp(source, width, height, matrix, (x, y) => crumpled(x / width, y / height), strength, (x, y) => {
    const light = 1 + 0.12 * grain(x / width, (3 * y) / height)[0];
    return [table[0] * light, table[1] * light, table[2] * light];
  });
  const [angle, depth] = [r.next() * 2 * Math.PI, 0.08 + 0.2 * r.next()];
  const [across, down] = [Math.cos(angle), Math.sin(angle)];
  const hand = r.chance(0.35) ? (flaws.push("shadow"), { at: r.next(), soft: 0.05 + 0.1 * r.next(), dark: 0.15 + 0.25 * r.next() }) : null;
  const creases = waves(r.fork("shade"), 7);
  const shade = (x: number, y: number): number => {
    const [u, v] = [x / width, y / height];
    const slope = 1 - depth * (0.5 + 0.5 * ((u - 0.5) * across + (v - 0.5) * down) * 2);
    const cast = hand ? 1 - hand.dark / (1 + Math.exp((u * across + v * down - hand.at) / (hand.soft / 4))) : 1;
    return slope * cast * (flaws.includes("crumpled") ? 1 + 0.12 * creases(u, v)[0] : 1);
  };
  const warm = r.next() * 0.1;
  const thermal = page.width < 320 && r.chance(0.5) ? (flaws.push("faded"), 0.15 + 0.35 * r.next()) : 0;
  tint(picture, shade, thermal, 0, [1, 1 - warm * 0.4, 1 - warm], (y) => 1 - 0.4 * y);
  noise(picture, 3 + 6 * r.next(), 0, r);
  return encode(picture, { blur: 0.4 + 0.7 * r.next(), quality: r.int(40, 85), grey: false }, forward(matrix, dpi), flaws);
}

/** The boxes of a page's values in its picture: upright boxes around the four corners, in pixels. */
export function boxesInPicture(boxes: readonly ValueBox[], page: number, place: PlaceInPicture): ValueBox[] {
  return boxes.filter((each) => each.page === page).map((each) => {
    const { x, y, width, height } = each.box;
    const corners = [place(x, y), place(x + width, y), place(x + width, y + height), place(x, y + height)];
    const [left, top] = [Math.min(...corners.map((corner) => corner.x)), Math.min(...corners.map((corner) => corner.y))];
    return { ...each, box: { x: left, y: top, width: Math.max(...corners.map((corner) => corner.x)) - left, height: Math.max(...corners.map((corner) => corner.y)) - top } };
  });
}

const stampWords = ["BEZAHLT", "PAID", "RECEIVED", "EINGEGANGEN", "PAGADO", "PAYÉ", "COPY", "GEBUCHT", "VOLDAAN", "PAGATO"];

/** The page with an office's stamp on it: a frame with a word and a date, askew and in colour. */
export function stamped(page: Page, random: Random): Page {
  const turn = random.int(9, 16) * random.pick([-1, 1]);
  const colour = random.pick(["b02a37", "1f4fa3", "2d7a46", "6b3fa0"]);
  const [x, y] = [page.width * (0.15 + 0.5 * random.next()), page.height * (0.2 + 0.6 * random.next())];
  const ink = { face: "helvetica" as const, bold: true, size: Math.min(17, page.width / 18), colour, narrow: 1 };
  const date = `${String(random.int(1, 28)).padStart(2, "0")}.${String(random.int(1, 12)).padStart(2, "0")}.20${random.int(21, 27)}`;
  const runs: Run[] = [{ x, baseline: y, text: random.pick(stampWords), ink, turn }, { x, baseline: y + ink.size * 1.2, text: date, ink: { ...ink, size: ink.size * 0.7 }, turn }];
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const corner = (dx: number, dy: number): [number, number] => [x + dx * cos - dy * sin, y + dx * sin + dy * cos];
  const frame = [corner(-6, -ink.size * 1.1), corner(ink.size * 7, -ink.size * 1.1), corner(ink.size * 7, ink.size * 1.6), corner(-6, ink.size * 1.6)];
  const shapes: Shape[] = frame.map(([x1, y1], i) => ({ kind: "line", x1, y1, x2: frame[(i + 1) % 4]![0], y2: frame[(i + 1) % 4]![1], width: 1.6, colour }));
  return { ...page, runs: [...page.runs, ...runs], shapes: [...page.shapes, ...shapes] };
}

/** 3 × 3, row by row: from pixels of the flat page to pixels of the picture. */
type Matrix = readonly number[];

function rotation(degrees: number, source: Pixels, width: number, height: number): Matrix {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [cos, -sin, width / 2 - (cos * source.width) / 2 + (sin * source.height) / 2, sin, cos, height / 2 - (sin * source.width) / 2 - (cos * source.height) / 2, 0, 0, 1];
}

/** The perspective that takes four points to four points. */
function homography(from: readonly [number, number][], to: readonly [number, number][]): Matrix {
  const rows = from.flatMap(([x, y], i): number[][] => {
    const [u, v] = to[i]!;
    return [[x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]];
  });
  for (let column = 0; column < 8; column++) {
    const best = rows.slice(column).reduce((most, row, i) => (Math.abs(row[column]!) > Math.abs(rows[most]![column]!) ? column + i : most), column);
    [rows[column], rows[best]] = [rows[best]!, rows[column]!];
    const pivot = rows[column]!;
    for (let r = 0; r < 8; r++) {
      if (r === column) continue;
      const factor = rows[r]![column]! / pivot[column]!;
      for (let c = column; c < 9; c++) rows[r]![c]! -= factor * pivot[c]!;
    }
  }
  return [...rows.map((row, i) => row[8]! / row[i]!), 1];
}

function inverse(m: Matrix): Matrix {
  const [a, b, c, d, e, f, g, h, i] = m as [number, number, number, number, number, number, number, number, number];
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  return [e * i - f * h, c * h - b * i, b * f - c * e, f * g - d * i, a * i - c * g, c * d - a * f, d * h - e * g, b * g - a * h, a * e - b * d].map((value) => value / determinant);
}

function forward(m: Matrix, dpi: number): PlaceInPicture {
  return (px, py) => {
    const [x, y] = [(px * dpi) / 72, (py * dpi) / 72];
    const w = m[6]! * x + m[7]! * y + m[8]!;
    return { x: (m[0]! * x + m[1]! * y + m[2]!) / w, y: (m[3]! * x + m[4]! * y + m[5]!) / w };
  };
}

/** Smooth chance over the unit square: two values of about −1 … 1, with so many hills across. */
function waves(random: Random, hills: number): (u: number, v: number) => [number, number] {
  const grid = Array.from({ length: (hills + 2) * (hills + 2) * 2 }, () => random.next() * 2 - 1);
  const at = (i: number, j: number, k: number): number => grid[(((j % (hills + 2)) + hills + 2) % (hills + 2)) * (hills + 2) * 2 + (((i % (hills + 2)) + hills + 2) % (hills + 2)) * 2 + k]!;
  const smooth = (t: number): number => t * t * (3 - 2 * t);
  return (u, v) => {
    const [x, y] = [u * hills, v * hills];
    const [i, j] = [Math.floor(x), Math.floor(y)];
    const [s, t] = [smooth(x - i), smooth(y - j)];
    const value = (k: number): number => (at(i, j, k) * (1 - s) + at(i + 1, j, k) * s) * (1 - t) + (at(i, j + 1, k) * (1 - s) + at(i + 1, j + 1, k) * s) * t;
    return [value(0), value(1)];
  };
}

/** Draws the source through the matrix, each point moved by `bend` times `strength` pixels; outside of the page is `ground`. */
function warp(source: Pixels, width: number, height: number, matrix: Matrix, bend: ((x: number, y: number) => [number, number]) | null, strength: number, ground: (x: number, y: number) => readonly [number, number, number]): Pixels {
  const back = inverse(matrix);
  const data = new Uint8Array(width * height * 3);
  const { data: from, width: w0, height: h0 } = source;
  // Bends are smooth, so they are asked for every eighth pixel and held in between.
  const cells = Math.ceil(width / 8);
  const shifts = new Float32Array(cells * 2);
  for (let y = 0, o = 0; y < height; y++) {
    if (bend && y % 4 === 0) for (let cell = 0; cell < cells; cell++) {
      const [dx, dy] = bend(cell * 8 + 4, y);
      shifts[2 * cell] = dx * strength;
      shifts[2 * cell + 1] = dy * strength;
    }
    for (let x = 0; x < width; x++, o += 3) {
      const z = back[6]! * x + back[7]! * y + back[8]!;
      let sx = (back[0]! * x + back[1]! * y + back[2]!) / z;
      let sy = (back[3]! * x + back[4]! * y + back[5]!) / z;
      if (bend) {
        const cell = Math.min(x >> 3, cells - 2);
        const t = cells < 2 ? 0 : x / 8 - cell;
        sx += shifts[2 * cell]! * (1 - t) + (shifts[2 * cell + 2] ?? 0) * t;
        sy += shifts[2 * cell + 1]! * (1 - t) + (shifts[2 * cell + 3] ?? 0) * t;
      }
      const [x0, y0] = [Math.floor(sx), Math.floor(sy)];
      if (x0 < 0 || y0 < 0 || x0 >= w0 - 1 || y0 >= h0 - 1) {
        const [red, green, blue] = ground(x, y);
        data[o] = red;
        data[o + 1] = green;
        data[o + 2] = blue;
        continue;
      }
      const [fx, fy] = [sx - x0, sy - y0];
      const at = (y0 * w0 + x0) * 3;
      const below = at + w0 * 3;
      for (let k = 0; k < 3; k++) data[o + k] = (from[at + k]! * (1 - fx) + from[at + 3 + k]! * fx) * (1 - fy) + (from[below + k]! * (1 - fx) + from[below + 3 + k]! * fx) * fy;
    }
  }
  return { width, height, data };
}

/** Light and paper: `shade` multiplies, `fade` (0 to 1) lifts the ink towards the paper, more where `fadeAt` is high. */
function tint(picture: Pixels, shade: (x: number, y: number) => number, fade: number, yellow: number, cast: readonly [number, number, number], fadeAt: (y: number) => number): void {
  const { width, height, data } = picture;
  for (let y = 0, o = 0; y < height; y++) {
    const lift = fade * fadeAt(y / height);
    for (let x = 0; x < width; x++, o += 3) {
      const light = shade(x, y);
      for (let k = 0; k < 3; k++) {
        const value = data[o + k]!;
        const inked = (value + (245 - value) * (value < 245 ? lift : 0)) * light * cast[k]! - (k === 2 ? yellow : 0);
        data[o + k] = inked < 0 ? 0 : inked > 255 ? 255 : inked;
      }
    }
  }
}

/** Grain of the sensor, and specks of dust. */
function noise(picture: Pixels, deviation: number, specks: number, random: Random): void {
  const { data } = picture;
  // A table of normal values, walked in a drawn order, is as good as a draw per pixel and much faster.
  const table = Float32Array.from({ length: 4096 }, () => random.normal() * deviation);
  let state = random.int(1, 2 ** 31);
  for (let o = 0; o < data.length; o += 3) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const grain = table[state >>> 20]!;
    for (let k = 0; k < 3; k++) {
      const value = data[o + k]! + grain;
      data[o + k] = value < 0 ? 0 : value > 255 ? 255 : value;
    }
    if (specks > 0 && (state & 0xffff) / 65536 < specks) data[o] = data[o + 1] = data[o + 2] = 60;
  }
}

async function encode(picture: Pixels, look: { blur: number; quality: number; grey: boolean }, place: PlaceInPicture, flaws: string[]): Promise<Picture> {
  const { width, height, data } = picture;
  let image = sharp(data, { raw: { width, height, channels: 3 } });
  if (look.blur > 0.3) image = image.blur(look.blur);
  if (look.grey) image = image.toColourspace("b-w");
  const { data: jpeg, info } = await image.jpeg({ quality: look.quality, chromaSubsampling: "4:2:0" }).toBuffer({ resolveWithObject: true });
  return { jpeg: new Uint8Array(jpeg), width, height, grey: info.channels === 1, place, flaws };
}
