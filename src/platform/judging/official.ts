/**
 * The official rules, from a folder that the user has: nothing is fetched and nothing is shipped. Schematron is turned into
 * a stylesheet, compiled once (some ten seconds; kept in the user's cache) and run by SaxonJS in a worker thread, so that
 * the program stays responsive. SaxonJS is an optional dependency; without it there is a clear error.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { basename, dirname, join, relative, resolve } from "node:path";
import { promisify } from "node:util";
import { Worker } from "node:worker_threads";
import type { RuleSet } from "@counterfoil/einvoice";
import { schematronToXslt } from "./schematron.ts";

export class OfficialError extends Error {
  override readonly name = "OfficialError";
}

export type OfficialFinding = { rule: string; severity: "fatal" | "warning" | "information"; count: number; path: string; text: string };
export type Artefact = { set: RuleSet; syntax: "UBL" | "CII"; file: string; version: string };
export type Official = {
  artefacts: readonly Artefact[];
  /** Judges by the artefacts of these sets. Throws OfficialError when there is none, or when the rules break off on the document. */
  judge: (xml: string, syntax: "UBL" | "CII", sets: readonly RuleSet[]) => Promise<{ engine: string; findings: OfficialFinding[] }>;
  close: () => Promise<void>;
};

// By file name, as the three publishers call them. Of several forms the most finished one is taken.
const known: readonly [RuleSet, "UBL" | "CII", RegExp][] = [
  ["EN16931", "UBL", /^(CEN-)?EN16931-UBL(-validation)?(-preprocessed)?\.(sef\.json|xslt?|sch)$/i], ["EN16931", "CII", /^(CEN-)?EN16931-CII(-validation)?(-preprocessed)?\.(sef\.json|xslt?|sch)$/i],
  ["PEPPOL", "UBL", /^PEPPOL-EN16931-UBL\.(sef\.json|xslt?|sch)$/i], ["PEPPOL", "CII", /^PEPPOL-EN16931-CII\.(sef\.json|xslt?|sch)$/i],
  ["XRECHNUNG", "UBL", /^XRechnung-UBL-validation\.(sef\.json|xslt?|sch)$/i], ["XRECHNUNG", "CII", /^XRechnung-CII-validation\.(sef\.json|xslt?|sch)$/i],
];
const preference = [/\.sef\.json$/i, /^EN.*\.xslt?$/i, /\.xslt?$/i, /^EN.*-preprocessed\.sch$/i, /^(?!EN16931).*\.sch$/i];

function filesBelow(folder: string, depth = 8): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? (depth > 0 && entry.name !== "node_modules" ? filesBelow(path, depth - 1) : []) : entry.isFile() ? [path] : [];
  });
}

/** The artefacts below a folder, one of each set and syntax. */
export function findArtefacts(folder: string): Artefact[] {
  const files = filesBelow(folder);
  return known.flatMap(([set, syntax, pattern]) => {
    const fitting = files.filter((path) => pattern.test(basename(path)));
    const file = preference.flatMap((wanted) => fitting.filter((path) => wanted.test(basename(path))))[0];
    return file === undefined ? [] : [{ set, syntax, file, version: versionOf(file) }];
  });
}

/** What a file says of its version, and the start of its SHA-256, which tells versions apart where the file says nothing. */
function versionOf(file: string): string {
  const bytes = readFileSync(file);
  const said = /(?:Schematron version|release) (\d+(?:\.\w+)*)/.exec(bytes.toString("utf8", 0, 4000));
  return `${said?.[1] ?? "unnamed version"}, sha256 ${createHash("sha256").update(bytes).digest("hex").slice(0, 12)}`;
}

/** Included patterns, put where they are included; only files of the artefacts' folder are read. */
export function withIncludes(file: string, folder: string): string {
  return readFileSync(file, "utf8").replace(/<(?:\w+:)?include\s+href="([^"]+)"\s*\/>/g, (_, href: string) => {
    const target = resolve(dirname(file), href);
    if (relative(folder, target).startsWith("..")) throw new OfficialError(`${file} includes ${href}, which lies outside the folder of artefacts.`);
    return readFileSync(target, "utf8").replace(/^\uFEFF?<\?xml[^>]*\?>/, "");
  });
}

// Runs in the worker: it knows two things, turning a schema into a stylesheet and judging a document by a compiled one.
const workerSource = `
const { parentPort, workerData } = require("node:worker_threads");
const { readFileSync } = require("node:fs");
const SaxonJS = require(workerData.saxon);
const sheets = new Map();
const listed = 'serialize(array { for $f in //*[local-name() = ("failed", "failed-assert", "successful-report")] return map { ' +
  '"rule": string(($f/@rule, $f/@id)[1]), "flag": string(($f/@flag, "fatal")[1]), "path": string(($f/@path, $f/@location)[1]), "text": normalize-space($f) } }, map { "method": "json" })';
parentPort.on("message", ({ id, stylesheet, schema, file, xml }) => {
  try {
    if (stylesheet !== undefined) {
      const made = SaxonJS.XPath.evaluate('transform(map { "stylesheet-text": $stylesheet, "source-node": parse-xml($schema), "delivery-format": "serialized" })?output', null, { params: { stylesheet, schema } });
      return parentPort.postMessage({ id, answer: String(made) });
    }
    if (!sheets.has(file)) sheets.set(file, JSON.parse(readFileSync(file, "utf8")));
    const { principalResult } = SaxonJS.transform({ stylesheetInternal: sheets.get(file), sourceText: xml, destination: "document" });
    parentPort.postMessage({ id, answer: JSON.parse(String(SaxonJS.XPath.evaluate(listed, principalResult))) });
  } catch (error) {
    parentPort.postMessage({ id, error: String(error && error.message || error).slice(0, 500) });
  }
});`;

type Listed = { rule: string; flag: string; path: string; text: string };
type Ask = { stylesheet: string; schema: string } | { file: string; xml: string };

/** Opens the artefacts of a folder. Throws OfficialError when the folder or SaxonJS is missing, or holds no artefact we know. */
export async function openOfficial(folder: string | undefined): Promise<Official> {
  if (!folder) throw new OfficialError("The official rules are not part of this program. Download them from their publishers (EN 16931, Peppol, XRechnung) and name their folder with --artefacts, or in EINVOICE_ARTEFACTS.");
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new OfficialError(`There is no folder ${folder}. Name the one that holds the official rules.`);
  const artefacts = findArtefacts(folder);
  if (artefacts.length === 0) throw new OfficialError(`${folder} holds no rules we know by name, such as EN16931-UBL-validation.xslt or PEPPOL-EN16931-UBL.sch.`);
  const require = createRequire(import.meta.url);
  const found = (name: string): string => {
    try {
      return require.resolve(name);
    } catch {
      throw new OfficialError(`The official rules are run by SaxonJS, which is not installed. Install it beside this program: npm install saxon-js xslt3`);
    }
  };
  const saxon = found("saxon-js");
  const worker = new Worker(workerSource, { eval: true, workerData: { saxon } });
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  const fail = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on("message", ({ id, answer, error }: { id: number; answer?: unknown; error?: string }) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(answer);
    else asked?.reject(new OfficialError(`The official rules broke off: ${error}`));
  });
  worker.on("error", fail);
  worker.on("exit", () => fail(new OfficialError("The official rules were stopped.")));
  let asks = 0;
  const ask = (question: Ask): Promise<unknown> => new Promise((resolve, reject) => {
    asks += 1;
    waiting.set(asks, { resolve, reject });
    worker.postMessage({ id: asks, ...question });
  });

  const compiled = new Map<string, Promise<string>>();
  const sheetOf = ({ file }: Artefact): Promise<string> => {
    const known = compiled.get(file);
    if (known) return known;
    const made = compile(file, resolve(folder), (schema) => ask({ stylesheet: schematronToXslt, schema }) as Promise<string>, () => found("xslt3"));
    compiled.set(file, made);
    return made;
  };
  return {
    artefacts,
    async judge(xml, syntax, sets) {
      const chosen = artefacts.filter((artefact) => artefact.syntax === syntax && sets.includes(artefact.set));
      const missing = sets.filter((set) => !chosen.some((artefact) => artefact.set === set));
      if (missing.length > 0) throw new OfficialError(`${folder} holds no official rules of ${missing.join(", ")} for ${syntax}. Add them, or choose others with --rules.`);
      const findings = new Map<string, OfficialFinding>();
      for (const artefact of chosen) {
        for (const { rule, flag, path, text } of (await ask({ file: await sheetOf(artefact), xml })) as Listed[]) {
          const same = findings.get(rule);
          if (same) same.count += 1;
          else findings.set(rule, { rule, severity: flag === "warning" ? "warning" : /^info/.test(flag) ? "information" : "fatal", count: 1, path, text });
        }
      }
      const { version } = require(saxon.replace(/[^/\\]+$/, "package.json")) as { version: string };
      return { engine: `SaxonJS ${version} with ${chosen.map(({ file, version: said }) => `${basename(file)} (${said})`).join(", ")}`, findings: [...findings.values()] };
    },
    async close() {
      await worker.terminate();
    },
  };
}

/** Compiles a schema or stylesheet for SaxonJS and keeps the result by the content's hash in the user's own cache. Answers its path. */
async function compile(file: string, folder: string, translate: (schema: string) => Promise<string>, compiler: () => string): Promise<string> {
  if (/\.sef\.json$/i.test(file)) return file;
  const source = /\.sch$/i.test(file) ? withIncludes(file, folder) : readFileSync(file, "utf8");
  const cache = join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "counterfoil", "official");
  mkdirSync(cache, { recursive: true, mode: 0o700 });
  const name = createHash("sha256").update(schematronToXslt).update(source).digest("hex");
  const target = join(cache, `${name}.sef.json`);
  if (existsSync(target)) return target;
  const program = compiler();
  const sheet = join(cache, `${name}.${process.pid}.xsl`);
  writeFileSync(sheet, /\.sch$/i.test(file) ? await translate(source) : source, { mode: 0o600 });
  const draft = join(cache, `${name}.${process.pid}.json`);
  try {
    await promisify(execFile)(process.execPath, [program, `-xsl:${sheet}`, `-export:${draft}`, "-nogo"], { timeout: 300_000, maxBuffer: 16 * 1024 * 1024 });
  } catch (cause) {
    throw new OfficialError(`${file} could not be compiled: ${String((cause as { stderr?: string }).stderr ?? cause).trim().slice(0, 300)}`, { cause });
  }
  renameSync(draft, target);
  return target;
}
