import { parse } from "csv-parse/sync";
import { decodeCursor } from "./http.ts";
import { common, declareRefusals } from "./refusal.ts";

const { refuse } = declareRefusals({
  csv_unreadable: [422, "The file cannot be read as CSV: {reason}. Save it as CSV with a head row and try again."],
  csv_without_column: [422, "There is no column “{needed}”. The first row must name the columns: {columns}."],
  csv_too_many_rows: [422, "The file has more than {most} rows. Split it and import the parts."],
  csv_has_errors: [409, "{count} rows have errors. Correct them, or leave them out, then import again."],
});

/** The refusal of an import in which some rows cannot be used. */
export const rowsHaveErrors = (count: number) => refuse("csv_has_errors", { count });

const mostRows = 5000;
const shownRows = 500;

/**
 * Rows of a CSV by column name (lower case, words joined by "_"), with the line each ends on. The separator may be comma,
 * semicolon or tab. Refuses csv_unreadable, csv_without_column, csv_too_many_rows.
 */
export function readCsv(csv: string, needed: string, columns: readonly string[]): { rows: { line: number; values: Record<string, string> }[]; unknownColumns: string[] } {
  const firstLine = csv.replace(/^\ufeff/, "").split(/\r?\n/, 1)[0]!;
  const delimiter = [",", ";", "\t"].sort((a, b) => firstLine.split(b).length - firstLine.split(a).length)[0]!;
  let records: { record: Record<string, string>; info: { lines: number } }[];
  let head: string[] = [];
  try {
    records = parse(csv, {
      bom: true, delimiter, info: true, skip_empty_lines: true, trim: true, relax_column_count: true, max_record_size: 100_000,
      columns: (names: string[]) => (head = names.map((name) => name.trim().toLowerCase().replace(/[\s-]+/g, "_"))),
    }) as unknown as typeof records;
  } catch (error) {
    throw refuse("csv_unreadable", { reason: (error as Error).message.slice(0, 200).replace(/\.$/, "") });
  }
  if (!head.includes(needed)) throw refuse("csv_without_column", { needed, columns: columns.join(", ") });
  if (records.length > mostRows) throw refuse("csv_too_many_rows", { most: mostRows.toLocaleString("en") });
  const rows = records.map(({ record, info }) => ({
    line: info.lines, values: Object.fromEntries(Object.entries(record).filter(([, value]) => typeof value === "string").map(([name, value]) => [name, unguarded(value)])),
  }));
  return { rows, unknownColumns: head.filter((name) => name && !columns.includes(name)) };
}

/** Our own export writes an apostrophe before a cell that could be a formula; reading takes it away again. */
const unguarded = (value: string) => (/^'[=+\-@\t\r]/.test(value) ? value.slice(1) : value);

/** The rows of an import that are shown: those with errors first, at most 500. */
export const shownFirst = <Row extends { errors: unknown[]; line: number }>(rows: Row[]): Row[] =>
  [...rows].sort((a, b) => Number(b.errors.length > 0) - Number(a.errors.length > 0) || a.line - b.line).slice(0, shownRows);

/** "unit_price" for "unitPrice", and back. */
export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const camelCase = (name: string): string => name.replace(/_(\w)/g, (_whole, letter: string) => letter.toUpperCase());

/** The cursor of a list that is ordered by a text and then by id. */
export function textCursor(cursor: string): [string, string] {
  const [text, id] = decodeCursor(cursor, 2) as [string, string];
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw common.refuse("invalid_cursor");
  return [text, id];
}
