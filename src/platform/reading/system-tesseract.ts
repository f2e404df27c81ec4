/**
 * The machine's own Tesseract, where one is installed: the same engine and the same language data as the bundled one, but
 * compiled for its processor, which was measured 1.7 times as fast (docs/decisions/0016-ocr.md). It runs inside the reading
 * child's cage, with its limits, as its child and in its process group; pictures go in and words come out through pipes.
 */

import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { OcrLanguage } from "./languages.ts";
import type { Raster } from "./pdfium.ts";
import type { Layout, TessLine, TessWord } from "./tesseract.ts";

/** The command and the folder with language data; the build puts our data beside the program, unpacked. */
export type SystemTesseract = { command: string; data: string };

const SEGMENTATION: Record<Layout, string> = { page: "3", line: "7" };
/** Its answers are small; more than this is no answer. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The engine at this path, when it runs, is version 5 or newer, and the data lie beside the program; else null. */
export async function findSystemTesseract(command: string | undefined, from: string = import.meta.url): Promise<SystemTesseract | null> {
  const data = join(dirname(fileURLToPath(from)), "tessdata");
  if (!command || !existsSync(join(data, "eng.traineddata"))) return null;
  const version = await new Promise<string>((resolve) => execFile(command, ["--version"], { env: {}, timeout: 5000 }, (error, out) => resolve(error ? "" : out)));
  return Number(/^tesseract v?(\d+)\./m.exec(version)?.[1] ?? 0) >= 5 ? { command, data } : null;
}

/** A started engine, loading its models until it is given pictures. */
export type RunningTesseract = { read(pictures: readonly Raster[]): Promise<TessLine[][]>; kill(): void };

/** Starts the engine for one page, or for single lines, of one picture or several that are given at once. */
export function startSystemTesseract({ command, data }: SystemTesseract, languages: readonly OcrLanguage[], layout: Layout): RunningTesseract {
  const settings = ["tessedit_create_hocr=1", "tessedit_do_invert=0"].flatMap((setting) => ["-c", setting]);
  const args = ["-", "-", "--tessdata-dir", data, "-l", languages.join("+"), "--psm", SEGMENTATION[layout], "--oem", "1", ...settings];
  // Several threads a page cost more than they gain on machines with few cores.
  const engine = spawn(command, args, { env: { OMP_THREAD_LIMIT: "1" }, stdio: ["pipe", "pipe", "ignore"] });
  const chunks: Buffer[] = [];
  let size = 0;
  const ended = new Promise<void>((resolve, reject) => {
    engine.once("error", reject);
    engine.once("close", (code, signal) => (code === 0 ? resolve() : reject(new Error(`tesseract ended with ${signal ?? code}`))));
    engine.stdout.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      if ((size += chunk.length) > MOST_BYTES) engine.kill("SIGKILL");
    });
    engine.stdin.on("error", () => {}); // it ended before it had read everything; how it ended tells why
  });
  ended.catch(() => {}); // told by `read`, when it comes to that
  return {
    /** The lines of each grey picture. Rejects when the engine ends in any other way than well. */
    async read(pictures) {
      engine.stdin.end(tiffOf(pictures));
      await ended;
      const pages = pagesOfHocr(Buffer.concat(chunks).toString("utf8"));
      if (pages.length !== pictures.length) throw new Error(`tesseract read ${pages.length} of ${pictures.length} pictures`);
      return pages;
    },
    kill: () => void engine.kill("SIGKILL"),
  };
}

/** Dots an inch as the engine believes them. */
export const dpiOf = ({ dpi }: Raster): number => Math.round(Math.min(Math.max(dpi, 70), 600));

/**
 * Grey pictures as one TIFF (6.0, baseline, not compressed): one start of the engine reads them all, and it takes TIFF in
 * at once, a grey map byte by byte, which was measured 5 % of a page's time.
 */
export function tiffOf(pictures: readonly Raster[]): Buffer {
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0])];
  let at = 8;
  pictures.forEach((picture, i) => {
    const { data, width, height } = picture;
    const [SHORT, LONG, RATIONAL] = [3, 4, 5];
    const count = 12;
    const resolution = at + 2 + 12 * count + 4;
    const pixels = resolution + 8;
    const next = pixels + data.length + (data.length % 2);
    const entries: [tag: number, type: number, value: number][] = [[256, LONG, width], [257, LONG, height], [258, SHORT, 8], [259, SHORT, 1], [262, SHORT, 1], [273, LONG, pixels], [277, SHORT, 1], [278, LONG, height], [279, LONG, data.length], [282, RATIONAL, resolution], [283, RATIONAL, resolution], [296, SHORT, 2]];
    const directory = Buffer.alloc(pixels - at);
    directory.writeUInt16LE(count, 0);
    entries.forEach(([tag, type, value], k) => {
      const offset = 2 + 12 * k;
      directory.writeUInt16LE(tag, offset);
      directory.writeUInt16LE(type, offset + 2);
      directory.writeUInt32LE(1, offset + 4);
      directory.writeUInt32LE(value, offset + 8);
    });
    directory.writeUInt32LE(i === pictures.length - 1 ? 0 : next, 2 + 12 * count);
    directory.writeUInt32LE(dpiOf(picture), resolution - at);
    directory.writeUInt32LE(1, resolution - at + 4);
    parts.push(directory, data, Buffer.alloc(data.length % 2));
    at = next;
  });
  return Buffer.concat(parts);
}

const ENTITIES: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
const numbersOf = (text: string | undefined): number[] => (text ?? "").trim().split(" ").map(Number);

/** The engine's answer, hOCR 1.2: one list of lines a page. */
export function pagesOfHocr(hocr: string): TessLine[][] {
  return hocr.split(/<div class='ocr_page'/).slice(1).map((page) => page.split(/<span class='ocr_(?:line|header|caption|textfloat)'/).slice(1).flatMap((part): TessLine[] => {
    const title = /title="([^"]*)"/.exec(part)?.[1] ?? "";
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbersOf(/bbox ([\d ]+)/.exec(title)?.[1]);
    const [slope = 0, offset = 0] = numbersOf(/baseline ([-\d.e ]+)/.exec(title)?.[1]);
    const rowHeight = Number(/x_size ([\d.]+)/.exec(title)?.[1] ?? y1 - y0);
    const words = [...part.matchAll(/<span class='ocrx_word'[^>]*title='bbox (\d+) (\d+) (\d+) (\d+); x_wconf (\d+)[^']*'[^>]*>(.*?)<\/span>/gs)].map(([, left, top, right, foot, confidence, text]): TessWord => ({
      bbox: { x0: Number(left), y0: Number(top), x1: Number(right), y1: Number(foot) },
      text: text!.replace(/<[^>]*>/g, "").replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity]!),
      confidence: Number(confidence),
    }));
    if (words.length === 0) return [];
    const baseline = { x0, y0: y1 + offset, x1, y1: y1 + offset + slope * (x1 - x0) };
    return [{ bbox: { x0, y0, x1, y1 }, baseline, rowAttributes: { rowHeight }, words }];
  }));
}
