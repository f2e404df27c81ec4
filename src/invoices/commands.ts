/**
 * `counterfoil convert` and `counterfoil render`: an e-invoice from one form into another, and an invoice described as JSON
 * into any of them. No server, no database, no network; files of strangers are read under the limits of packages/einvoice.
 */
import { readFile, stat, writeFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ProfileError, XmlError, fitted, judge, parseInvoice, readInvoiceFile, writeCii, writeUbl, type Profile, type ReadInvoice } from "@counterfoil/einvoice";

export const CONVERT_HELP = `counterfoil convert IN --to FORM [--out FILE]

Reads an e-invoice (UBL, CII, XRechnung, Peppol, ZUGFeRD, FatturaPA as XML; Factur-X and ZUGFeRD as PDF) and writes it as
another. "-" reads standard input.

  --to FORM         ubl, cii, facturx, xrechnung, peppol, or json (the invoice's terms, which render takes).
  --out FILE        Where to write ("-" for standard output); beside nothing, the name of IN with the form's ending.
  --profile NAME    For facturx: minimum, basicwl, basic, en16931 (default), extended.
  --syntax NAME     For xrechnung: ubl or cii; that of IN when absent.
  --language CODE   For facturx: the page's language (en, de, fr, es, it, nl …); that of the seller's country when absent.

Nothing is lost between files of the same syntax. What a form has no place for is named on standard error, and so is what
our rules find wrong with the result.
Exit code: 0 written, 1 not possible, 2 for a mistake in the command.`;

const endings: Record<string, string> = { ubl: ".ubl.xml", cii: ".cii.xml", facturx: ".facturx.pdf", xrechnung: ".xrechnung.xml", peppol: ".peppol.xml", json: ".json", pdf: ".pdf" };
const facturXProfiles = ["minimum", "basicwl", "basic", "en16931", "extended"] as const;
const inputBytes = 40 * 1024 * 1024;

/** What could not be done, as a sentence; `usage` when the words of the command were wrong. */
class CommandError extends Error {
  readonly usage: boolean;
  constructor(message: string, usage = false) {
    super(message);
    this.usage = usage;
  }
}

type Settings = { to: string; profile: (typeof facturXProfiles)[number]; syntax?: string; language?: string; template: "ledger" | "letter"; paper: "a4" | "us-letter" };

/** The command: its words in, the exit code out. */
export async function convertCommand(args: string[]): Promise<number> {
  return guarded("convert", async () => {
    const { values, positionals } = parsed(args, { to: { type: "string" }, out: { type: "string", short: "o" }, profile: { type: "string" }, syntax: { type: "string" }, language: { type: "string" }, help: { type: "boolean", short: "h" } });
    if (values.help) return say(CONVERT_HELP);
    const [input, ...more] = positionals;
    if (input === undefined || more.length > 0) throw new CommandError("convert takes one file, or - for standard input.", true);
    const settings = settingsOf(values, ["ubl", "cii", "facturx", "xrechnung", "peppol", "json"]);
    const bytes = await bytesOf(input);
    const { invoice, syntax, problems } = await readInvoiceFile(bytes).catch((error: unknown) => {
      throw error instanceof XmlError ? new CommandError(`${input === "-" ? "Standard input" : input}: ${error.message}`) : error;
    });
    for (const { path, message } of problems) console.error(`${path}: ${message}`);
    const written = await made(invoice, { ...settings, syntax: settings.syntax ?? (syntax === "cii" ? "cii" : "ubl") });
    await put(written, input, values.out, settings.to);
    return 0;
  });
}

/**
 * `counterfoil render INVOICE.json --to FORM`: `text` is an invoice of the standard's terms. `input` is its file's name, "-"
 * for standard input. Documents for the page alone are rendered by the caller.
 */
export async function renderInvoiceCommand(text: string, input: string, values: Record<string, string | undefined>): Promise<number> {
  return guarded("render", async () => {
    const settings = settingsOf({ to: "pdf", ...values }, ["pdf", "facturx", "ubl", "cii", "xrechnung", "peppol"]);
    await put(await made(parseInvoice(text), settings), input, values.out, settings.to);
    return 0;
  });
}

/** True for JSON that describes an invoice by the standard's terms, not a document as it is printed (which has a kind). */
export function isInvoiceJson(text: string): boolean {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === "object" && value !== null && !("kind" in value) && ("issueDate" in value || "typeCode" in value);
  } catch {
    return false;
  }
}

async function made(invoice: ReadInvoice, settings: Settings): Promise<Uint8Array> {
  const { to, profile, syntax, language, template, paper } = settings;
  switch (to) {
    case "json": return new TextEncoder().encode(`${JSON.stringify(invoice, null, 2)}\n`);
    case "ubl": return judged(writeUbl(inItsSyntax(invoice, "ubl")));
    case "cii": return judged(writeCii(inItsSyntax(invoice, "cii")));
    case "xrechnung": return judged((syntax === "cii" ? writeCii : writeUbl)(inProfile(invoice, "xrechnung")));
    case "peppol": return judged(writeUbl(inProfile(invoice, "peppol")));
    case "facturx": {
      const { renderFacturX } = await import("@counterfoil/paper");
      const { pdf, xml, left } = await renderFacturX(invoice, { profile, template, paper, ...(language !== undefined && { language }) });
      tellLeft(left, `facturx-${profile}`);
      if (profile !== "minimum" && profile !== "basicwl") judged(xml); // those two are no invoices of the standard
      return pdf;
    }
    default: {
      const { paperOf, renderPdf } = await import("@counterfoil/paper");
      return renderPdf(paperOf(invoice, language), { template, paper });
    }
  }
}

function inProfile(invoice: ReadInvoice, profile: Profile): ReadInvoice {
  const { invoice: inside, left } = fitted(invoice, profile);
  tellLeft(left, profile);
  return inside;
}

// A change of syntax alone keeps the profile, unless it belongs to one syntax: Factur-X is CII, and ZUGFeRD 1.0 an older one.
function inItsSyntax(invoice: ReadInvoice, syntax: "ubl" | "cii"): ReadInvoice {
  const { specification } = invoice;
  const bound = /^urn:ferd:/.test(specification ?? "") || (syntax === "ubl" && /factur-x|zugferd/i.test(specification ?? ""));
  if (invoice.unknown !== undefined && invoice.unknown.syntax !== syntax) console.error(`${invoice.unknown.parts.length} things beyond EN 16931 stay behind, as the other syntax has no place for them.`);
  return specification === undefined || bound ? inProfile(invoice, "en16931") : invoice;
}

/** The file as it is, after saying what a receiver would refuse it for. */
function judged(xml: Uint8Array): Uint8Array {
  const errors = judge(xml).findings.filter(({ severity }) => severity === "fatal");
  for (const { rule, text } of errors.slice(0, 20)) console.error(`${rule}: ${text}`);
  if (errors.length > 20) console.error(`… and ${errors.length - 20} more. See counterfoil validate.`);
  return xml;
}

function tellLeft(left: readonly string[], profile: Profile): void {
  if (left.length > 0) console.error(`Left out, as ${profile} has no place for it: ${left.slice(0, 20).join(", ")}${left.length > 20 ? ` and ${left.length - 20} more` : ""}.`);
}

function settingsOf(values: Record<string, string | boolean | undefined>, forms: readonly string[]): Settings {
  const { to, profile = "en16931", syntax, language, template = "ledger", paper = "a4" } = values as Record<string, string | undefined>;
  if (to === undefined) throw new CommandError(`Say into what with --to: ${forms.join(", ")}.`, true);
  if (!forms.includes(to)) throw new CommandError(`There is no form “${to}”; there are ${forms.join(", ")}.`, true);
  if (!facturXProfiles.includes(profile as Settings["profile"])) throw new CommandError(`There is no Factur-X profile “${profile}”; there are ${facturXProfiles.join(", ")}.`, true);
  if (syntax !== undefined && syntax !== "ubl" && syntax !== "cii") throw new CommandError(`There is no syntax “${syntax}”; there are ubl and cii.`, true);
  return { to, profile: profile as Settings["profile"], syntax, language, template: template as Settings["template"], paper: paper as Settings["paper"] };
}

function parsed(args: string[], options: NonNullable<Parameters<typeof parseArgs>[0]>["options"]): { values: Record<string, string | undefined>; positionals: string[] } {
  try {
    return parseArgs({ args, allowPositionals: true, options }) as { values: Record<string, string | undefined>; positionals: string[] };
  } catch (error) {
    throw new CommandError((error as Error).message, true);
  }
}

async function guarded(command: string, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CommandError) {
      console.error(error.usage ? `${error.message} See counterfoil ${command} --help.` : error.message);
      return error.usage ? 2 : 1;
    }
    const { code, message, name } = error as NodeJS.ErrnoException;
    if (error instanceof ProfileError || name === "InvoiceJsonError" || name === "PaperDocumentError" || code === "ENOENT" || code === "EACCES" || code === "EISDIR") {
      console.error(message);
      return 1;
    }
    throw error;
  }
}

function say(text: string): number {
  console.log(text);
  return 0;
}

/** The file's bytes, never more of them than an invoice may have: a larger file or an endless stream is not read to its end. */
async function bytesOf(input: string): Promise<Uint8Array> {
  const tooLarge = () => new CommandError(`${input === "-" ? "Standard input" : input} is larger than ${inputBytes / (1024 * 1024)} MB, which no invoice is.`);
  if (input === "-") {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of process.stdin) {
      size += (chunk as Buffer).length;
      if (size > inputBytes) throw tooLarge();
      chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks);
  }
  const { size } = await stat(input);
  if (size > inputBytes) throw tooLarge();
  return readFile(input);
}

async function put(bytes: Uint8Array, input: string, out: string | undefined, to: string): Promise<void> {
  const target = out ?? (input === "-" ? "-" : `${basename(input).replace(/(\.(ubl|cii|facturx|xrechnung|peppol))?\.[^.]+$/i, "")}${endings[to]}`);
  if (target === "-") return new Promise<void>((done, failed) => process.stdout.write(bytes, (error) => (error ? failed(error) : done())));
  if (input !== "-" && resolve(target) === resolve(input)) throw new CommandError(`${target} is the file being read. Name another with --out.`);
  await writeFile(target, bytes);
  console.log(target);
}
