/**
 * `counterfoil parse FILE…`: reads invoices without a server or a database, in the same limited children the product
 * uses. One JSON object a line; a file that cannot be read gets its line too, with the reason, and the others go on.
 */

import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Memory, Reading } from "@counterfoil/extract";
// By itself: the engine is the child's, and loading it here would take longer than reading a page.
import { toFlat } from "@counterfoil/extract/flat.ts";
import { createReader, type Progress, type Reader, type ReadOutcome } from "./child.ts";
import { CannotRead, LIMITS, unreadable } from "./limits.ts";

const HELP = `counterfoil parse [options] FILE…

Reads invoices (PDF, PNG, JPEG, TIFF, WebP, HEIC, GIF, e-invoice XML) and prints one JSON object a line.

  --format flat     The values alone: invoiceNumber, issueDate, supplier, lines, grossTotal … (default)
  --format json     Everything: values with their place on the page, confidence, checks, problems; totals and
                    IBAN are compared with the picture.
  --explain         For people: each field with the candidates that were weighed and what spoke for and against them.
  --memory FILE     What corrections taught, as exported from a supplier or written by counterfoil teach.
  --password TEXT   For PDFs that are locked.
  --language CODES  Languages of scans, e.g. de,en; chosen by a look at the page when absent.
  --jobs N          Files read at the same time (default 2).

A file that cannot be read gives {"file": …, "error": {"code", "reason", "remedy"}}.
Exit code: 0 when at least one file was read, 1 when none was, 2 for a mistake in the command.`;

export type ParseSettings = {
  format: "flat" | "json";
  password?: string;
  languages?: string[];
  jobs?: number;
  memory?: Memory;
  /** Readable lines instead of JSON: what was weighed for each field. */
  explain?: boolean;
  /** Where the bundled parser lies; beside this program when absent. */
  parserPath?: string;
  /** Takes one line, without its end. */
  write: (line: string) => void;
  /** Is told which page of which file is being recognised; the share of it that is done runs from 0 to 1. */
  onPage?: (file: string, page: number, pages: number | undefined, share: number) => void;
};

/** The command: its words in, the exit code out. Prints to standard output, mistakes to standard error. */
export async function parseFiles(args: string[]): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: { format: { type: "string", default: "flat" }, password: { type: "string" }, language: { type: "string" }, jobs: { type: "string", default: "2" }, explain: { type: "boolean" }, memory: { type: "string" }, help: { type: "boolean", short: "h" } },
    });
  } catch (error) {
    console.error(`${(error as Error).message} See counterfoil parse --help.`);
    return 2;
  }
  const { format, password, language, jobs, explain, help } = parsed.values;
  if (help) {
    console.log(HELP);
    return 0;
  }
  const mistake =
    format !== "flat" && format !== "json" ? `There is no format “${format}”; there are flat and json.`
    : !/^[1-9]\d?$/.test(jobs) ? "--jobs takes a number from 1 to 99."
    : parsed.positionals.length === 0 ? "parse needs at least one file."
    : null;
  if (mistake) {
    console.error(`${mistake} See counterfoil parse --help.`);
    return 2;
  }
  let memory: Memory | undefined;
  try {
    memory = parsed.values.memory === undefined ? undefined : await readMemory(parsed.values.memory);
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
  const { read } = await parsePaths(parsed.positionals, {
    format: format as "flat" | "json",
    jobs: Number(jobs),
    ...(explain ? { explain } : {}),
    ...(memory ? { memory } : {}),
    ...(password ? { password } : {}),
    ...(language ? { languages: language.split(",") } : {}),
    write: (line) => void (clearProgress(), process.stdout.write(`${line}\n`)),
    // Text is read before anybody could read a message; pictures take seconds a page.
    ...(process.stderr.isTTY ? { onPage: showProgress } : {}),
  });
  clearProgress();
  return read > 0 ? 0 : 1;
}

/** A memory from a file. Throws an Error that says what is wrong with it. */
export async function readMemory(path: string): Promise<Memory> {
  let json: unknown;
  try {
    json = JSON.parse((await readWhole(path)).toString("utf8"));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof SyntaxError ? "this is no JSON" : (error as NodeJS.ErrnoException).code === "ENOENT" ? "there is no such file" : "the file cannot be read"}.`, { cause: error });
  }
  try {
    const { parseMemory } = await import("@counterfoil/extract");
    return parseMemory(json);
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}

/** One line on the terminal that is written over, and cleared before anything else is printed. */
function showProgress(file: string, page: number, pages: number | undefined, share: number): void {
  const where = pages === undefined ? `page ${page}` : `page ${page} of ${pages}`;
  process.stderr.write(`\r\x1b[K${basename(file)}: recognising ${where}${share > 0 ? `, ${Math.round(100 * share)} %` : ""}`);
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
}

/**
 * Reads files and writes one line for each, in the order given. Returns how many could be read and how many not;
 * throws only when no reading process can be started at all.
 */
export async function parsePaths(paths: readonly string[], settings: ParseSettings): Promise<{ read: number; failed: number }> {
  const parserPath = settings.parserPath ?? fileURLToPath(new URL("./parser.js", import.meta.url));
  const jobs = Math.min(settings.jobs ?? 2, paths.length);
  const reader = createReader({ size: jobs, parserPath });
  const lines = new Map<number, string>();
  let next = 0;
  let written = 0;
  const count = { read: 0, failed: 0 };
  const worker = async () => {
    for (let i = next++; i < paths.length; i = next++) {
      const outcome = await readFileSafely(reader, paths[i]!, settings);
      count[outcome.outcome === "read" ? "read" : "failed"]++;
      lines.set(i, settings.explain && outcome.outcome === "read" ? explanationOf(paths[i]!, outcome.reading) : lineOf(paths[i]!, outcome, settings.format));
      for (let line = lines.get(written); line !== undefined; line = lines.get(written)) {
        settings.write(line);
        lines.delete(written++);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: jobs }, worker));
  } finally {
    await reader.close();
  }
  return count;
}

type FileOutcome = ReadOutcome | { outcome: "unreadable"; code: "no_file"; reason: string; remedy: string };

async function readFileSafely(reader: Reader, path: string, settings: ParseSettings): Promise<FileOutcome> {
  let bytes: Buffer;
  try {
    bytes = await readWhole(path);
  } catch (error) {
    if (error instanceof CannotRead) return unreadable(error.code, error.detail);
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "There is no such file." : code === "EISDIR" ? "This is a folder, not a file." : code === "ENOTFILE" ? "This is a pipe or a device, not a file." : code === "EACCES" ? "The file may not be opened." : `The file cannot be opened (${code ?? "unknown reason"}).`;
    return { outcome: "unreadable", code: "no_file", reason, remedy: "Check the path and your rights to it." };
  }
  // The flat form has no place for flags, so it does without the look that finds them (a third of the time).
  const { explain, password, languages, memory, onPage } = settings;
  const onProgress = ({ stage, page = 1, pages, share = 0 }: Progress) => void (stage === "ocr" && onPage?.(path, page, pages, share));
  return reader.read(bytes, { fileName: path, trustFonts: settings.format === "flat", onProgress, ...(explain ? { explain } : {}), ...(memory ? { memory } : {}), ...(password ? { password } : {}), ...(languages ? { languages } : {}) });
}

/** The size is looked at first: a file beyond the limit is not even opened for reading. */
export async function readWhole(path: string): Promise<Buffer> {
  const about = await stat(path);
  // A pipe or a device has no end that could be known beforehand.
  if (!about.isFile()) throw Object.assign(new Error("not a file"), { code: about.isDirectory() ? "EISDIR" : "ENOTFILE" });
  if (about.size > LIMITS.fileBytes) throw new CannotRead("too_large");
  const file = await open(path, "r");
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}

function lineOf(file: string, outcome: FileOutcome, format: "flat" | "json"): string {
  if (outcome.outcome === "unreadable") {
    const { code, reason, remedy } = outcome;
    return JSON.stringify({ file, error: { code, reason, remedy } });
  }
  if (format === "json") return JSON.stringify({ file, flags: outcome.flags, reading: outcome.reading });
  return JSON.stringify({ file, ...toFlat(outcome.reading) });
}

/** Text for people; amounts have no ranking, they are explained by the equations they fulfil. */
function explanationOf(file: string, { engine, fields, explained = [], checks }: Reading): string {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const lines = [`${file}  (engine ${engine.version}${engine.weights ? `, weights ${engine.weights}` : ""})`];
  for (const { field, none, candidates } of explained) {
    const chosen = fields[(field === "customerNumber" ? "customer.number" : field) as keyof typeof fields];
    lines.push("", `${field}: ${chosen ? `${chosen.value}  (${chosen.level})` : "not on the document"}; none of them ${percent(none)}`);
    for (const { value, page, share, score, facts } of candidates) lines.push(`  ${percent(share).padStart(7)}  ${value}  page ${page}, score ${score}: ${facts.map(({ name, adds }) => `${name} ${adds > 0 ? "+" : "−"}${Math.abs(adds)}`).join(", ")}`);
  }
  if (explained.length === 0) lines.push("", "Read exactly from the e-invoice in the file; nothing was weighed.");
  if (checks.length > 0) lines.push("", ...checks.map(({ name, holds, equation }) => `${holds ? "holds" : "BROKEN"}  ${name}: ${equation}`));
  return `${lines.join("\n")}\n`;
}
