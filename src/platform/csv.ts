import { pipeline, Readable } from "node:stream";
import { stringify } from "csv-stringify";

/** A decimal text that is a number in the file ("-12.50"), and so needs no guard against formulas. */
export type CsvNumber = { decimal: string };

/** Marks a decimal text as a number; anything else stays text, and is guarded. */
export const csvNumber = (text: string | null | undefined): CsvNumber | string =>
  text && /^-?\d+(\.\d+)?$/.test(text) ? { decimal: text } : (text ?? "");

/** Guards a text cell against being run as a formula (OWASP CSV injection): an apostrophe before = + - @ tab and CR. */
export const csvText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** How every CSV is written: RFC 4180, a UTF-8 mark so that spreadsheets read accents, formula guard on every text. */
export const csvOptions = {
  bom: true,
  record_delimiter: "windows",
  cast: { string: csvText, boolean: String, object: (value: object) => (value as CsvNumber).decimal ?? JSON.stringify(value) },
} as const;

/**
 * Rows as the bytes of a CSV with a head row, made while they are read. When the rows fail (the database ends in between),
 * so does the stream: a plain `pipe` would leave that error to nobody, which ends the process.
 */
export function csvStream(rows: AsyncIterable<unknown>, columns: readonly string[]): Readable {
  return pipeline(Readable.from(rows), stringify({ ...csvOptions, header: true, columns: [...columns] }), () => undefined);
}
