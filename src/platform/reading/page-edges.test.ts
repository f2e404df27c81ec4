import { expect, test } from "vitest";
import { flattenSheet } from "./page-edges.ts";
import type { Raster } from "./pdfium.ts";
import { evenOut } from "./shading.ts";

const WIDTH = 600;
const HEIGHT = 800;

function drawn(colour: (x: number, y: number) => number): Raster {
  const data = Buffer.alloc(WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) for (let x = 0; x < WIDTH; x++) data[y * WIDTH + x] = colour(x, y);
  return { data, width: WIDTH, height: HEIGHT, channels: 1, dpi: 100 };
}

/** A sheet narrower at its top, on a dark table, with a black bar across its middle height. */
const photo = (band: number) => drawn((x, y) => {
  const left = 100 - (y * 60) / HEIGHT;
  const right = 500 + (y * 60) / HEIGHT;
  if (x < left || x > right || y < 60 || y > 740) return 40;
  return Math.abs(y - 400) < 6 && x > band ? 20 : 225;
});

test("a sheet seen from an angle is laid flat, and its points lead back to the photo", () => {
  const sheet = flattenSheet(photo(150))!;
  const { width, height } = sheet.raster;
  const back = (x: number, y: number) => sheet.toPicture({ x, y });
  expect(Math.abs(back(0, 0).x - 95.5)).toBeLessThan(4);
  expect(Math.abs(back(0, 0).y - 60)).toBeLessThan(4);
  expect(Math.abs(back(width, height).x - 555.5)).toBeLessThan(4);
  expect(Math.abs(back(width, height).y - 740)).toBeLessThan(4);
  // No table is left at the sides.
  const column = (x: number) => Math.min(...Array.from({ length: 100 }, (_, i) => sheet.raster.data[(40 + i) * width + x]!));
  expect(column(8)).toBeGreaterThan(180);
  expect(column(width - 9)).toBeGreaterThan(180);
});

test("a scan that fills its picture, a page as bright as the table, and one under a dark band are left as they are", () => {
  expect(flattenSheet(photo(0))).toBeNull();
  expect(flattenSheet(drawn((x, y) => (x < 4 || y < 4 ? 30 : 240)))).toBeNull();
  expect(flattenSheet(drawn((x, y) => (x > 100 && x < 500 && y > 100 ? 230 : 200)))).toBeNull();
});

test("a shadow over half the page is taken away, and an even page is not touched", async () => {
  const ink = (x: number, y: number) => y % 40 < 3 && x % 20 < 12;
  const paper = (x: number) => (x < WIDTH / 2 ? 235 : 120);
  const even = await evenOut(drawn((x, y) => (ink(x, y) ? 0.2 : 1) * paper(x)), false);
  expect(even.shaded).toBe(true);
  const at = (x: number, y: number) => even.raster.data[y * WIDTH + x]!;
  expect(at(560, 20)).toBeGreaterThan(225);
  expect(at(40, 20)).toBeGreaterThan(225);
  expect(at(560, 41)).toBeLessThan(90);
  const clean = drawn((x, y) => (ink(x, y) ? 30 : 235));
  expect((await evenOut(clean, false)).raster).toBe(clean);
});
