// Evidence put to the test: what stands in the box that a field names, read from the PDF anew by PDFium's own text search
// (not by our words), must say the field's value.
import type { Box, Field, Reading } from "@counterfoil/extract";
import type { PdfDocument, RawPdfium } from "../src/platform/reading/pdfium.ts";
import { monthOf, plainNumber } from "../packages/extract/locale.ts";
import { plain } from "../packages/extract/fold.ts";

type TextCalls = RawPdfium & {
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(textPage: number): void;
  _FPDFText_GetBoundedText(textPage: number, left: number, top: number, right: number, bottom: number, buffer: number, length: number): number;
  _FPDF_DeviceToPage(page: number, startX: number, startY: number, sizeX: number, sizeY: number, rotate: number, x: number, y: number, pageX: number, pageY: number): number;
  HEAPF64: Float64Array;
  HEAPU16: Uint16Array;
};

/** The text that PDFium finds in a box of a page (points from the top left of the page as shown). */
export function textInBox(pdf: PdfDocument, number: number, box: Box): string {
  const raw = pdf.raw as TextCalls;
  const size = pdf.pageSize(number)!;
  return pdf.withPage(number, (page) => {
    const text = raw._FPDFText_LoadPage(page);
    const memory = raw.wasmExports.malloc(16 + 2 * 4096);
    try {
      // Whole device units only: a hundredth of a point each.
      const corner = (x: number, y: number): [number, number] => {
        raw._FPDF_DeviceToPage(page, 0, 0, Math.round(size.width * 100), Math.round(size.height * 100), 0, Math.round(x * 100), Math.round(y * 100), memory, memory + 8);
        return [raw.HEAPF64[memory >> 3]!, raw.HEAPF64[(memory >> 3) + 1]!];
      };
      const [x1, y1] = corner(box.x - 0.3, box.y - 0.3);
      const [x2, y2] = corner(box.x + box.width + 0.3, box.y + box.height + 0.3);
      const length = raw._FPDFText_GetBoundedText(text, Math.min(x1, x2), Math.max(y1, y2), Math.max(x1, x2), Math.min(y1, y2), memory + 16, 4096);
      return String.fromCharCode(...raw.HEAPU16.subarray((memory + 16) >> 1, ((memory + 16) >> 1) + length)).replace(/\u0000/g, "").trim();
    } finally {
      raw.wasmExports.free(memory);
      raw._FPDFText_ClosePage(text);
    }
  });
}

const letters = (text: string): string => plain(text.normalize("NFKC")).replace(/[^\p{L}\p{N}]/gu, "");
const asciiDigits = (text: string): string => text.normalize("NFKC").replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0)).replace(/٫/g, ".").replace(/٬/g, ",");

/** True when the printed text says the value, whichever way it is written: a number, a day, or the same letters and digits. */
export function saysValue(printed: string, value: string): boolean {
  const text = asciiDigits(printed);
  if (/^-?\d+(\.\d+)?$/.test(value)) {
    const numbers = [...text.matchAll(/[\d][\d.,'’ \u00a0\u202f]*\d|\d|(?<!\p{L})[.,]\d\d/gu)].map(([number]) => number);
    const readings = numbers.flatMap((number) => [".", ","].map((decimal) => plainNumber(number, { decimal: decimal as "." | ",", certain: true, spaceGroups: true })));
    if (readings.some((reading) => reading !== null && Math.abs(Math.abs(Number(reading)) - Math.abs(Number(value))) < 1e-9)) return true;
    if (value.includes(".")) return false;
  }
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  if (day) {
    const [year, month, date] = day.slice(1).map(Number) as [number, number, number];
    const numbers = (text.match(/\d+/g) ?? []).map(Number);
    const named = (text.match(/\p{L}+/gu) ?? []).map((word) => monthOf(word)).find((each) => each !== null && each !== undefined);
    const hasYear = numbers.some((each) => each === year || each === year % 100);
    return hasYear && numbers.includes(date) && (named === month || numbers.includes(month));
  }
  // A description may be printed in parts with other cells between them.
  const wanted = letters(value);
  return letters(text).includes(wanted) || value.split(/\s+/).every((part) => letters(text).includes(letters(part)));
}

/** Every value of a reading that names places, as path and field. */
export function* fieldsWithEvidence(reading: Reading): Generator<[string, Field]> {
  const own = function* (prefix: string, part: object): Generator<[string, Field]> {
    for (const [name, value] of Object.entries(part)) if (value && typeof value === "object" && "evidence" in value) yield [`${prefix}${name}`, value as Field];
  };
  yield* own("", reading.fields);
  for (const list of ["lines", "taxes", "accounts", "allowances", "charges"] as const) for (const [i, each] of reading[list].entries()) yield* own(`${list}.${i}.`, each);
}

/** Values that are words of ours for what is printed (a kind, a code), or worked out: their place shows why, not what. */
const interpreted = /^(documentType|currency|taxCurrency|paymentMeans|.*\.(category|kind))$/;

/** The fields whose boxes, read again, do not say their value. */
export function notReread(pdf: PdfDocument, reading: Reading): string[] {
  const wrong: string[] = [];
  for (const [path, field] of fieldsWithEvidence(reading)) {
    if (interpreted.test(path) || field.evidence.length === 0 || field.source === "derived" || field.source === "ocr") continue;
    const printed = field.evidence.map((each) => textInBox(pdf, each.page, each.box)).join(" ");
    if (!saysValue(printed, field.value)) wrong.push(`${path}: ${JSON.stringify(field.value)}, but ${JSON.stringify(printed)} stands there (raw ${JSON.stringify(field.evidence.map((each) => each.raw).join(" "))})`);
  }
  return wrong;
}
