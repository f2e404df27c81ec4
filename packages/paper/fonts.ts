/** Fonts by what they can show. Sans and serif share everything after the first, as most scripts have one design here. */
const scripts = ["Noto Sans Thai", "Noto Sans Devanagari", "Noto Naskh Arabic", "Noto Sans Hebrew"];

/** Families in order of preference. Han characters have a national form, so Japanese and Korean come first in their languages. */
export function fontStack(style: "sans" | "serif", language: string): string[] {
  const han = language === "ja" ? ["MotoyaLCedar", "Noto Sans S Chinese", "NanumGothic"]
    : language === "ko" ? ["NanumGothic", "Noto Sans S Chinese", "MotoyaLCedar"]
    : ["Noto Sans S Chinese", "NanumGothic", "MotoyaLCedar"];
  return [...(style === "serif" ? ["Source Serif 4"] : []), "Inter", ...scripts, ...han];
}

// PDF/A forbids text from the private use areas, whatever glyph a font has there.
const isPrivate = (code: number) => (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000;

/** Code points with a glyph that may be printed, read from a TrueType or OpenType file's cmap (formats 4 and 12, Windows or Unicode platform). */
export function codePointsOf(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const covered = new Set<number>();
  for (let table = 0; table < view.getUint16(4); table += 1) {
    const record = 12 + 16 * table;
    if (view.getUint32(record) !== 0x636d6170) continue; // "cmap"
    const cmap = view.getUint32(record + 8);
    for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
      const platform = view.getUint16(cmap + 4 + 8 * index);
      const at = cmap + view.getUint32(cmap + 4 + 8 * index + 4);
      if (platform !== 0 && platform !== 3) continue;
      const format = view.getUint16(at);
      if (format === 4) readFormat4(view, at, covered);
      if (format === 12) readFormat12(view, at, covered);
    }
  }
  return covered;
}

function readFormat4(view: DataView, at: number, covered: Set<number>): void {
  const segments = view.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + 2 * segments + 2;
  const deltas = starts + 2 * segments;
  const offsets = deltas + 2 * segments;
  for (let segment = 0; segment < segments; segment += 1) {
    const start = view.getUint16(starts + 2 * segment);
    const end = view.getUint16(ends + 2 * segment);
    const delta = view.getUint16(deltas + 2 * segment);
    const offset = view.getUint16(offsets + 2 * segment);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const glyph = offset === 0 ? code + delta : view.getUint16(offsets + 2 * segment + offset + 2 * (code - start));
      if ((glyph & 0xffff) !== 0 && !isPrivate(code)) covered.add(code);
    }
  }
}

function readFormat12(view: DataView, at: number, covered: Set<number>): void {
  for (let group = 0; group < view.getUint32(at + 12); group += 1) {
    const record = at + 16 + 12 * group;
    for (let code = view.getUint32(record); code <= view.getUint32(record + 4); code += 1) if (!isPrivate(code)) covered.add(code);
  }
}

// Direction marks and joiners shape the text around them and are drawn by no font.
const invisible = /[\n\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]/;
// Control characters, variation selectors and tags have nothing to print.
const worthless = /[\u061c\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufe00-\ufe0f\ufeff\u{e0000}-\u{e0fff}]/gu;

// Scripts beyond Latin break by their own rules; a hard space joins words that are short enough (an IBAN, a date) on purpose.
const longWord = /[!-\u009f\u00a1-\u024f]{31,}/g;

/**
 * Text as the fonts can print it: composed (NFC), without control characters, and with "□" for each character that no
 * font has. PDF/A forbids a file with missing glyphs, so one emoji would otherwise stop an invoice. Missing characters are
 * added to `missing`, so that callers can say so before the document is issued.
 */
export function printable(text: string, covered: ReadonlySet<number>, missing: Set<string>): string {
  let result = "";
  // Without a place to break, a long word would run into the next column: U+200B allows one and shows nothing.
  const breakable = text.replace(longWord, (word) => word.replace(/.{20}(?=.)/g, "$&\u200b"));
  for (const character of breakable.normalize("NFC").replace(/\t/g, " ").replace(worthless, "")) {
    if (covered.has(character.codePointAt(0)!) || invisible.test(character)) {
      result += character;
    } else {
      missing.add(character);
      result += "□";
    }
  }
  return result;
}

/** `printable` for every text inside a value of plain JSON. */
export function printableValue<T>(value: T, covered: ReadonlySet<number>, missing: Set<string>): T {
  if (typeof value === "string") return printable(value, covered, missing) as T;
  if (Array.isArray(value)) return value.map((item) => printableValue(item, covered, missing)) as T;
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printableValue(item, covered, missing)])) as T;
  }
  return value;
}
