/**
 * `counterfoil teach --memory FILE DOCUMENT TRUTH`: takes one corrected document into a memory file, without a server.
 * TRUTH is the flat form that `counterfoil parse` prints, put right by a person; null says that there is no such value.
 */

import { stat, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Correction, FieldPath, Memory, TaughtLine } from "@counterfoil/extract";
import { createReader } from "./child.ts";
import { CannotRead } from "./limits.ts";
import { readMemory, readWhole } from "./parse-command.ts";

const HELP = `counterfoil teach --memory FILE [options] DOCUMENT TRUTH

Learns from one document with its right values, so that counterfoil parse --memory FILE reads the next one of its layout.

  --memory FILE     Is read, and written with the lesson taken in; made when it is not there.
  --password TEXT   For PDFs that are locked.

TRUTH is a JSON file as counterfoil parse prints it, with its mistakes put right; null means that the document has no
such value, and a value that is left out is not learned. Exit code: 0 when something was learned, 1 when not, 2 for a
mistake in the command.`;

/** The command: its words in, the exit code out. */
export async function teachFile(args: string[]): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({ args, allowPositionals: true, options: { memory: { type: "string" }, password: { type: "string" }, help: { type: "boolean", short: "h" } } });
  } catch (error) {
    return mistake((error as Error).message);
  }
  const { memory: file, password, help } = parsed.values;
  if (help) {
    console.log(HELP);
    return 0;
  }
  const [document, truth] = parsed.positionals;
  if (!file) return mistake("teach needs --memory FILE.");
  if (!document || !truth || parsed.positionals.length > 2) return mistake("teach needs a document and the file with its right values.");
  const reader = createReader({ parserPath: fileURLToPath(new URL("./parser.js", import.meta.url)) });
  try {
    const { FIELD_PATHS } = await import("@counterfoil/extract");
    const before: Memory | undefined = (await exists(file)) ? await readMemory(file) : undefined;
    const lesson = lessonOf(await jsonOf(truth), FIELD_PATHS);
    const after = await reader.teach(await readWhole(document), lesson, { ...(before ? { memory: before } : {}), ...(password ? { password } : {}) });
    if (JSON.stringify(after) === JSON.stringify(before ?? { version: 1, layouts: [] })) {
      console.error(`Nothing in ${document} could be learned: none of the values is printed there.`);
      return 1;
    }
    await writeFile(file, `${JSON.stringify(after, null, 2)}\n`);
    console.log(`${file} knows ${after.layouts.length} ${after.layouts.length === 1 ? "layout" : "layouts"} now.`);
    return 0;
  } catch (error) {
    console.error(error instanceof CannotRead ? `${document}: ${error.detail || error.code}` : (error as Error).message);
    return 1;
  } finally {
    await reader.close();
  }
}

function mistake(words: string): number {
  console.error(`${words} See counterfoil teach --help.`);
  return 2;
}

const exists = (path: string): Promise<boolean> => stat(path).then(() => true, () => false);

async function jsonOf(path: string): Promise<Record<string, unknown>> {
  let json: unknown;
  try {
    json = JSON.parse((await readWhole(path)).toString("utf8"));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof SyntaxError ? "this is no JSON" : "the file cannot be read"}.`, { cause: error });
  }
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw new Error(`${path}: the right values are one JSON object.`);
  return json as Record<string, unknown>;
}

/** Flat values ("supplier": {"name": …}) as corrections of fields. */
function lessonOf(flat: Record<string, unknown>, paths: readonly FieldPath[]): { supplier: string; corrections: Correction[]; lines?: TaughtLine[] } {
  const at = (path: string): unknown => path.split(".").reduce<unknown>((value, key) => (typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined), flat);
  const corrections = paths.flatMap((path): Correction[] => {
    const value = at(path);
    return value === null ? [{ path, value: null }] : typeof value === "string" || typeof value === "number" ? [{ path, value: String(value) }] : [];
  });
  const name = at("supplier.name");
  const lines = flat["lines"];
  return { supplier: typeof name === "string" ? name : "", corrections, ...(Array.isArray(lines) ? { lines: lines as TaughtLine[] } : {}) };
}
