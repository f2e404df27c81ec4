/**
 * Typefaces: widths to lay text out by, and font programs to put into a PDF. The standard faces (Helvetica, Times,
 * Courier) are in no file; readers bring their own, as with most invoices. The others are paper's, cut to the glyphs used.
 */
import { readFileSync } from "node:fs";
import { ownPaperAssets } from "@counterfoil/paper/assets.mjs";
import standardWidths from "./standard-widths.json" with { type: "json" };

export type FaceName = "helvetica" | "times" | "courier" | "inter" | "serif";

export type Face = {
  name: FaceName;
  bold: boolean;
  /** PostScript name, as files state it. */
  postscript: string;
  /** Advance in thousandths of the size, or null when the face lacks the character. */
  widthOf(character: string): number | null;
  /** Present for embedded faces. */
  program?: TrueType;
};

const cp1252 = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

/** Byte of a character in WinAnsi, or null. */
export function winAnsi(character: string): number | null {
  const code = character.codePointAt(0)!;
  if ((code >= 32 && code < 127) || (code >= 160 && code < 256)) return code;
  const at = cp1252.indexOf(character);
  return at >= 0 && character !== "\0" ? 128 + at : null;
}

const standard: Record<"helvetica" | "times" | "courier", [string, string]> = { helvetica: ["Helvetica", "Helvetica-Bold"], times: ["Times-Roman", "Times-Bold"], courier: ["Courier", "Courier-Bold"] };
const embedded: Record<"inter" | "serif", [string, string]> = { inter: ["Inter_400Regular.ttf", "Inter_600SemiBold.ttf"], serif: ["SourceSerif4_400Regular.ttf", "SourceSerif4_600SemiBold.ttf"] };
const made = new Map<string, Face>();

/** The face in one of its two weights; read from disk once. */
export function faceOf(name: FaceName, bold: boolean): Face {
  const key = `${name}${bold}`;
  let face = made.get(key);
  if (!face) made.set(key, (face = name === "inter" || name === "serif" ? embeddedFace(name, bold) : standardFace(name, bold)));
  return face;
}

function standardFace(name: "helvetica" | "times" | "courier", bold: boolean): Face {
  const postscript = standard[name][bold ? 1 : 0];
  const widths = (standardWidths as Record<string, number[]>)[postscript];
  return { name, bold, postscript, widthOf: (character) => {
    const byte = winAnsi(character);
    return byte === null ? null : widths ? widths[byte - 32]! : 600;
  } };
}

function embeddedFace(name: "inter" | "serif", bold: boolean): Face {
  const file = embedded[name][bold ? 1 : 0];
  const path = ownPaperAssets().fonts.find((each) => each.endsWith(file))!;
  const program = readTrueType(new Uint8Array(readFileSync(path)));
  return { name, bold, postscript: file.replace(/\.ttf$/, "").replace(/_\d+/, "-"), program, widthOf: (character) => {
    const glyph = program.glyphOf(character.codePointAt(0)!);
    return glyph === 0 ? null : Math.round((1000 * program.advanceOf(glyph)) / program.unitsPerEm);
  } };
}

export type TrueType = { bytes: Uint8Array; tables: Map<string, { at: number; length: number }>; unitsPerEm: number; glyphs: number; longLoca: boolean; glyphOf(code: number): number; advanceOf(glyph: number): number; ascent: number; descent: number };

function readTrueType(bytes: Uint8Array): TrueType {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, { at: number; length: number }>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + 16 * i;
    tables.set(String.fromCharCode(...bytes.subarray(record, record + 4)), { at: view.getUint32(record + 8), length: view.getUint32(record + 12) });
  }
  const at = (name: string): number => tables.get(name)!.at;
  const long = view.getUint16(at("hhea") + 34);
  const cmap = new Map<number, number>();
  for (let i = 0; i < view.getUint16(at("cmap") + 2); i++) readCmap(view, at("cmap") + view.getUint32(at("cmap") + 8 + 8 * i), cmap);
  return {
    bytes, tables, unitsPerEm: view.getUint16(at("head") + 18), longLoca: view.getInt16(at("head") + 50) === 1, glyphs: view.getUint16(at("maxp") + 4),
    ascent: view.getInt16(at("hhea") + 4), descent: view.getInt16(at("hhea") + 6),
    glyphOf: (code) => cmap.get(code) ?? 0, advanceOf: (glyph) => view.getUint16(at("hmtx") + 4 * Math.min(glyph, long - 1)),
  };
}

function readCmap(view: DataView, at: number, map: Map<number, number>): void {
  const format = view.getUint16(at);
  if (format === 12) {
    for (let i = 0; i < view.getUint32(at + 12); i++) {
      const group = at + 16 + 12 * i;
      const first = view.getUint32(group);
      for (let code = first; code <= view.getUint32(group + 4); code++) map.set(code, view.getUint32(group + 8) + code - first);
    }
  } else if (format === 4) {
    const segments = view.getUint16(at + 6) / 2;
    for (let i = 0; i < segments; i++) {
      const [end, start] = [view.getUint16(at + 14 + 2 * i), view.getUint16(at + 16 + 2 * segments + 2 * i)];
      const delta = view.getUint16(at + 16 + 4 * segments + 2 * i);
      const offsetAt = at + 16 + 6 * segments + 2 * i;
      const offset = view.getUint16(offsetAt);
      for (let code = start; code <= end && code !== 0xffff; code++) {
        const glyph = offset === 0 ? code + delta : view.getUint16(offsetAt + offset + 2 * (code - start));
        if ((glyph & 0xffff) !== 0 && !map.has(code)) map.set(code, offset === 0 ? glyph & 0xffff : (glyph + delta) & 0xffff);
      }
    }
  }
}

/** The font file with the outlines of these glyphs only; glyph numbers stay. */
export function subset(font: TrueType, used: Iterable<number>): Uint8Array {
  const view = new DataView(font.bytes.buffer, font.bytes.byteOffset, font.bytes.byteLength);
  const [loca, glyf] = [font.tables.get("loca")!, font.tables.get("glyf")!];
  const place = (glyph: number): [number, number] => (font.longLoca ? [view.getUint32(loca.at + 4 * glyph), view.getUint32(loca.at + 4 * glyph + 4)] : [2 * view.getUint16(loca.at + 2 * glyph), 2 * view.getUint16(loca.at + 2 * glyph + 2)]);
  const wanted = new Set<number>([0, ...used]);
  for (const glyph of wanted) for (const part of componentsOf(view, glyf.at, place(glyph))) wanted.add(part); // a set's iteration sees what is added
  const newLoca = new DataView(new ArrayBuffer(4 * (font.glyphs + 1)));
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let glyph = 0; glyph < font.glyphs; glyph++) {
    newLoca.setUint32(4 * glyph, length);
    if (!wanted.has(glyph)) continue;
    const [from, to] = place(glyph);
    const padded = new Uint8Array((to - from + 3) & ~3);
    padded.set(font.bytes.subarray(glyf.at + from, glyf.at + to));
    parts.push(padded);
    length += padded.length;
  }
  newLoca.setUint32(4 * font.glyphs, length);
  const head = table(font, "head").slice();
  new DataView(head.buffer).setInt16(50, 1);
  const tables: [string, Uint8Array][] = [["glyf", joined(parts)], ["head", head], ["hhea", table(font, "hhea")], ["hmtx", table(font, "hmtx")], ["loca", new Uint8Array(newLoca.buffer)], ["maxp", table(font, "maxp")]];
  for (const name of ["cvt ", "fpgm", "prep"]) if (font.tables.has(name)) tables.push([name, table(font, name)]);
  return fontFile(tables.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function componentsOf(view: DataView, glyf: number, [from, to]: [number, number]): number[] {
  if (to - from < 12 || view.getInt16(glyf + from) >= 0) return [];
  const found: number[] = [];
  for (let at = glyf + from + 10; ; ) {
    const flags = view.getUint16(at);
    found.push(view.getUint16(at + 2));
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    if (!(flags & 0x20)) return found;
  }
}

function table(font: TrueType, name: string): Uint8Array {
  const { at, length } = font.tables.get(name)!;
  return font.bytes.slice(at, at + length);
}

function fontFile(tables: [string, Uint8Array][]): Uint8Array {
  const head = new DataView(new ArrayBuffer(12 + 16 * tables.length));
  const power = Math.floor(Math.log2(tables.length));
  head.setUint32(0, 0x00010000);
  [tables.length, 16 << power, power, 16 * tables.length - (16 << power)].forEach((value, i) => head.setUint16(4 + 2 * i, value));
  let at = head.byteLength;
  const parts: Uint8Array[] = [new Uint8Array(head.buffer)];
  tables.forEach(([name, bytes], i) => {
    [...name].forEach((letter, k) => head.setUint8(12 + 16 * i + k, letter.charCodeAt(0)));
    head.setUint32(20 + 16 * i, at);
    head.setUint32(24 + 16 * i, bytes.length);
    const padded = new Uint8Array((bytes.length + 3) & ~3);
    padded.set(bytes);
    parts.push(padded);
    at += padded.length;
  });
  return joined(parts);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
