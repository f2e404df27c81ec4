/**
 * `counterfoil validate FILE…`: judges e-invoices offline, by our own rules or, on request, by the official ones. A file that
 * cannot be read gets its line too, with the reason, and the others go on.
 */
import { readFile, stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import { decodeXml, extractXmlFromPdf, judge, ruleSets, XmlError, type RuleSet } from "@counterfoil/einvoice";
import { openOfficial, OfficialError, type Official } from "./official.ts";

const HELP = `counterfoil validate [options] FILE…

Judges e-invoices (UBL and CII as XML, or inside a PDF) by the rules of EN 16931, and of Peppol and XRechnung where the
invoice claims them. The verdict is our own; it is not an official one.

  --format json     One JSON object a line: {file, syntax, profile, engine, rules, findings}.
  --rules SETS      EN16931, PEPPOL, XRECHNUNG, by commas; by the invoice's own profile when absent.
  --fragment        Judge a part of an invoice: any element of UBL or CII may be the root.
  --list FILE       Judge the files named in FILE, one a line, as JSON. "-" reads standard input.
  --official        Judge by the official rules instead, run by SaxonJS (npm install saxon-js xslt3).
  --artefacts DIR   Where the official rules lie that you downloaded (default: EINVOICE_ARTEFACTS).

A file that cannot be read gives {"file": …, "error": {"code", "reason"}}.
Exit code: 0 without errors, 1 with errors, 2 when something could not be read or for a mistake in the command.`;

const LARGEST_BYTES = 100 * 1024 * 1024;

type Line = { file: string; error: { code: string; reason: string } } | {
  file: string; syntax: "UBL" | "CII"; profile: string; engine: string; rules: readonly RuleSet[];
  findings: readonly { rule: string; severity: string; count: number; path: string; line?: number; text: string }[];
};
export type ValidateSettings = { rules?: readonly RuleSet[]; fragment?: boolean; official?: Official };

/** A mistake in the command's words. */
class Mistake extends Error {}

/** The command: its words in, the exit code out. Prints to standard output, mistakes to standard error. */
export async function validateFiles(args: string[]): Promise<number> {
  let official: Official | undefined;
  try {
    const { values, positionals } = optionsOf(args);
    if (values.help) {
      console.log(HELP);
      return 0;
    }
    const rules = values.rules === undefined ? undefined : setsOf(values.rules);
    const files = values.list === undefined ? positionals : [...positionals, ...(await linesOf(values.list))];
    if (files.length === 0 && values.list === undefined) throw new Mistake("validate needs at least one file.");
    if (values.official) official = await openOfficial(values.artefacts ?? process.env["EINVOICE_ARTEFACTS"]);
    const json = values.format === "json" || values.list !== undefined;
    let code = 0;
    for (const file of files) {
      const line = await validateFile(file, { fragment: values.fragment === true, ...(rules && { rules }), ...(official && { official }) });
      process.stdout.write(json ? `${JSON.stringify(line)}\n` : readable(line));
      code = Math.max(code, "error" in line ? 2 : line.findings.some(({ severity }) => severity === "fatal") ? 1 : 0);
    }
    return code;
  } catch (error) {
    if (!(error instanceof Mistake) && !(error instanceof OfficialError)) throw error;
    console.error(error instanceof Mistake ? `${error.message} See counterfoil validate --help.` : error.message);
    return 2;
  } finally {
    await official?.close();
  }
}

function optionsOf(args: string[]) {
  try {
    const parsed = parseArgs({
      args, allowPositionals: true,
      options: {
        format: { type: "string" }, rules: { type: "string" }, fragment: { type: "boolean" }, official: { type: "boolean" },
        artefacts: { type: "string" }, list: { type: "string" }, help: { type: "boolean", short: "h" },
      },
    });
    const { format } = parsed.values;
    if (format !== undefined && format !== "json" && format !== "text") throw new Mistake(`There is no format “${format}”; there are json and text.`);
    return parsed;
  } catch (error) {
    throw error instanceof Mistake ? error : new Mistake((error as Error).message.split("\n")[0]!);
  }
}

function setsOf(text: string): RuleSet[] {
  const asked = text.split(",").map((name) => name.trim().toUpperCase()).filter(Boolean);
  const unknown = asked.find((name) => !(ruleSets as readonly string[]).includes(name));
  if (unknown !== undefined || asked.length === 0) throw new Mistake(`There is no rule set “${unknown ?? text}”; there are ${ruleSets.join(", ")}.`);
  return asked as RuleSet[];
}

async function linesOf(list: string): Promise<string[]> {
  let text = "";
  try {
    if (list === "-") for await (const chunk of process.stdin) text += String(chunk);
    else text = await readFile(list, "utf8");
  } catch (error) {
    throw new Mistake(`The list ${list} cannot be read: ${(error as Error).message}.`);
  }
  return text.split(/\r?\n/).map((line) => line.trim()).filter(Boolean);
}

/** Judges one file; never throws on a bad one. */
export async function validateFile(file: string, { rules, fragment = false, official }: ValidateSettings = {}): Promise<Line> {
  try {
    const bytes = await bytesOf(file);
    const own = judge(bytes, { fragment, ...(rules && { rules }) });
    if (!official) return { file, ...own };
    const { engine, findings } = await official.judge(decodeXml(bytes).replace(/^\uFEFF/, ""), own.syntax, own.rules);
    return { file, syntax: own.syntax, profile: own.profile, engine, rules: own.rules, findings };
  } catch (error) {
    const { code = "unreadable", message } = error as Error & { code?: string };
    if (error instanceof OfficialError) return { file, error: { code: "official_rules", reason: message } };
    if (error instanceof XmlError || error instanceof Unreadable) return { file, error: { code, reason: message } };
    if (typeof code === "string" && /^E[A-Z]+$/.test(code)) return { file, error: { code: "no_file", reason: `The file cannot be read: ${message}.` } };
    throw error;
  }
}

class Unreadable extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const { size } = await stat(file);
  if (size > LARGEST_BYTES) throw new Unreadable("too_large", "The file is larger than 100 MB, which no invoice needs.");
  const bytes = await readFile(file);
  if (bytes.subarray(0, 1024).indexOf("%PDF-") < 0) return bytes;
  const inside = await extractXmlFromPdf(bytes);
  if (inside === null) throw new Unreadable("no_xml_inside", "The PDF carries no invoice as XML. Only hybrid invoices (Factur-X, ZUGFeRD) can be judged.");
  return inside.bytes;
}

const words: Record<string, string> = { fatal: "error", warning: "warning", information: "note" };

function readable(line: Line): string {
  if ("error" in line) return `${line.file}: cannot be judged (${line.error.code}). ${line.error.reason}\n`;
  const { file, syntax, profile, engine, rules, findings } = line;
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  const errors = count("fatal");
  const head = `${file}: ${errors === 0 ? "no errors" : errors === 1 ? "1 error" : `${errors} errors`}, ${count("warning")} warnings. ${syntax}, ${profile || "no profile"}; ${rules.join(", ")} by ${engine}.\n`;
  const times = (many: number): string => (many > 1 ? ` (${many} times)` : "");
  return head + findings.map(({ rule, severity, count: many, path, line: at, text }) => `  ${words[severity] ?? severity} ${rule}${times(many)}: ${text}\n    at ${path}${at === undefined ? "" : `, line ${at}`}\n`).join("");
}
