/**
 * The command line: parses words, loads the one command that was asked for, prints. `web` and `worker` are the processes
 * that `start` runs; they are this file too. Nothing heavy is imported up here, since `parse` must answer at once.
 */
import { readFileSync, realpathSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, type ParseArgsConfig } from "node:util";

const HELP = `Counterfoil: both sides of an invoice. Reads the ones you receive, makes the ones you send.

Usage: counterfoil <command> [options]

  start             Run everything: database, web application, background work. Ctrl-C stops it.
    --logs          Also print the log (JSON lines) to standard error, for containers.
  parse FILE…       Read invoices (PDF, picture, XML) and print what they say, without a server.
                    See counterfoil parse --help.
  teach FILE TRUTH  Learn from one corrected invoice, for parse --memory. See counterfoil teach --help.
  convert IN --to FORM
                    An e-invoice (XML, or PDF with XML) as another: ubl, cii, facturx, xrechnung, peppol, json.
                    See counterfoil convert --help.
  validate FILE…    Judge e-invoices (XML or hybrid PDF) by the rules of EN 16931, Peppol, XRechnung.
                    See counterfoil validate --help.
  render FILE.json  Make the PDF of a document or invoice described as JSON. "-" reads standard input.
    --to            Of an invoice: pdf (default), facturx, ubl, cii, xrechnung, peppol.
    --profile       With facturx: minimum, basicwl, basic, en16931 (default), extended.
    --syntax        With xrechnung: ubl (default) or cii.
    --language      Of an invoice's page: en, de, fr, es, it, nl … (default: of the seller's country).
    -o, --out       Where to write (default: FILE.pdf; "-" writes to standard output).
    --template      ledger (default) or letter.
    --paper         a4 (default) or us-letter.
  migrate           Bring the database up to date without starting anything else.
  clock             Say whether the clock by which files are deleted is trusted.
    confirm DATE    Confirm that today is DATE (2026-03-31), so that deletion goes on at once.
  doctor            Say what is configured, what is off, what is wrong and how to mend it.
    --json          The same as JSON.
  audit             Check the audit logs' hash chains: audit verify, audit head.
                    See counterfoil audit --help.
  operator          Counts, health, keys and sessions of this installation; reading by an owner's grant.
                    See counterfoil operator --help.
  trust             What this installation promises and whether it keeps it, with the services it uses.
    --json          The same as JSON.
  version           Print the version.

Settings are environment variables; counterfoil doctor lists them.`;

/** A mistake in the command's words: one sentence, exit code 2. */
class UsageError extends Error {}

/** Errors that are written for people; anything else is our bug and shows its stack. */
const PLAIN_ERRORS = new Set(["SettingsError", "SecretsError", "PostgresError", "PaperDocumentError", "StartError", "OperatorError"]);

/** Runs one command and sets the process's exit code: 0 done, 1 failed, 2 not understood. */
export async function main(args: string[]): Promise<void> {
  try {
    process.exitCode = await run(args);
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message} See counterfoil --help.`);
      process.exitCode = 2;
      return;
    }
    console.error(sentenceOf(error));
    process.exitCode = 1;
  }
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, hostname } = error as NodeJS.ErrnoException & { hostname?: string };
  if (code === "ENOTFOUND") return `The host ${hostname ?? "of DATABASE_URL"} is not known. Check the address and your network.`;
  if (code === "ECONNREFUSED") return `Nothing answers at the database's address (${error.message}). Start the server or correct DATABASE_URL.`;
  if (code === "28P01" || code === "28000") return `The database refuses the login of DATABASE_URL: ${error.message}. Correct user and password.`;
  if (code === "3D000") return `${error.message}. Make it, or correct DATABASE_URL.`;
  if (code === "ERR_MODULE_NOT_FOUND") return `${error.message}. Something is not installed; run npm ci.`;
  if (PLAIN_ERRORS.has(error.name) || code === "EACCES" || code === "ENOENT" || code === "ENOSPC") return error.message;
  return error.stack ?? error.message;
}

async function run([command, ...rest]: string[]): Promise<number> {
  switch (command) {
    case undefined: case "help": case "--help": case "-h":
      console.log(HELP);
      return command === undefined ? 2 : 0;
    case "version": case "--version": case "-v":
      console.log(version());
      return 0;
    case "start": return startCommand(rest);
    case "parse": return (await import("./platform/reading/parse-command.ts")).parseFiles(rest);
    case "teach": return (await import("./platform/reading/teach-command.ts")).teachFile(rest);
    case "convert": return (await import("./invoices/commands.ts")).convertCommand(rest);
    case "validate": return (await import("./platform/judging/validate-command.ts")).validateFiles(rest);
    case "render": return renderCommand(rest);
    case "migrate": return migrateCommand(rest);
    case "clock": return clockCommand(rest);
    case "doctor": return doctorCommand(rest);
    case "audit": return auditCommand(rest);
    case "operator": return operatorCommand(rest);
    case "trust": return trustCommand(rest);
    case "web": return hostCommand(async (config) => (await import("./server.ts")).startServer(config));
    case "worker": return hostCommand(async (config) => ({ address: "", ...(await (await import("./worker.ts")).startWorker(config)) }));
    default: throw new UsageError(`There is no command “${command}”.`);
  }
}

/** The version in package.json. */
export const version = (): string => (JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string }).version;

/** parseArgs, with its errors as sentences and --help answered. Null means that help was printed. */
function optionsOf<T extends NonNullable<ParseArgsConfig["options"]>>(args: string[], options: T, positionals = false) {
  try {
    const parsed = parseArgs({ args, options: { ...options, help: { type: "boolean", short: "h" } }, allowPositionals: positionals, strict: true });
    if ((parsed.values as { help?: boolean }).help) {
      console.log(HELP);
      return null;
    }
    return parsed;
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split(". ")[0]!.replace(/\.$/, "")}.`);
  }
}

async function startCommand(args: string[]): Promise<number> {
  const parsed = optionsOf(args, { logs: { type: "boolean" } });
  if (!parsed) return 0;
  const { start } = await import("./start.ts");
  try {
    process.exit(await start({ logs: parsed.values.logs === true })); // timers of what was being waited for may still run
  } catch (error) {
    console.error(sentenceOf(error));
    process.exit(1);
  }
}

async function renderCommand(args: string[]): Promise<number> {
  const words: Record<string, { type: "string" }> = { output: { type: "string" }, template: { type: "string" }, paper: { type: "string" }, to: { type: "string" }, profile: { type: "string" }, syntax: { type: "string" }, language: { type: "string" } };
  const parsed = optionsOf(args, { ...words, out: { type: "string", short: "o" } }, true);
  if (!parsed) return 0;
  const { template = "ledger", paper = "a4", ...given } = parsed.values as Record<string, string | undefined>;
  const output = given.out ?? given.output;
  const [input, ...more] = parsed.positionals;
  if (!input || more.length > 0) throw new UsageError("render takes one JSON file, or - for standard input.");
  if (template !== "ledger" && template !== "letter") throw new UsageError(`There is no template “${String(template)}”; there are ledger and letter.`);
  if (paper !== "a4" && paper !== "us-letter") throw new UsageError(`There is no paper “${String(paper)}”; there are a4 and us-letter.`);

  const text = input === "-" ? await textOf(process.stdin) : await readFile(input, "utf8");
  const { isInvoiceJson, renderInvoiceCommand } = await import("./invoices/commands.ts");
  if (isInvoiceJson(text) || (given.to !== undefined && given.to !== "pdf")) return renderInvoiceCommand(text, input, { ...given, template, paper, out: output });
  const { parsePaperDocument, renderPdf } = await import("@counterfoil/paper");
  parsePaperDocument(text); // so that text which is no JSON is told as such
  const pdf = await renderPdf(JSON.parse(text) as Parameters<typeof renderPdf>[0], { template, paper });
  const target = output ?? (input === "-" ? "-" : `${basename(input).replace(/\.json$/i, "")}.pdf`);
  if (target === "-") await new Promise<void>((resolve, reject) => process.stdout.write(pdf, (error) => (error ? reject(error) : resolve())));
  else {
    await writeFile(target, pdf);
    console.log(target);
  }
  return 0;
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

async function migrateCommand(args: string[]): Promise<number> {
  if (!optionsOf(args, {})) return 0;
  const { prepareDatabase } = await import("./start.ts");
  const { loadConfig } = await import("./platform/config.ts");
  const { createLog } = await import("./platform/log.ts");
  let stop = async () => {};
  let applied: string[];
  try {
    applied = await prepareDatabase(loadConfig(), createLog("silent"), (postgres) => {
      if (!postgres.attached) stop = () => postgres.stop();
    });
  } finally {
    await stop();
  }
  console.log(applied.length === 0 ? "The database is up to date." : `Applied ${applied.join(", ")}.`);
  return 0;
}

async function clockCommand(args: string[]): Promise<number> {
  const parsed = optionsOf(args, {}, true);
  if (!parsed) return 0;
  const [verb, ...more] = parsed.positionals;
  if ((verb !== undefined && verb !== "confirm") || more.length > 1) throw new UsageError("It is “clock”, or “clock confirm” and today's date.");
  const { says, code } = await (await import("./retention/commands.ts")).clockCommand(parsed.positionals);
  console.log(says);
  return code;
}

async function doctorCommand(args: string[]): Promise<number> {
  const parsed = optionsOf(args, { json: { type: "boolean" } });
  if (!parsed) return 0;
  const { examine, report } = await import("./doctor.ts");
  const findings = await examine();
  console.log(parsed.values.json ? JSON.stringify(findings, null, 2) : report(findings));
  return findings.some((finding) => finding.state === "wrong") ? 1 : 0;
}

/** Runs `work` beside the running product, or on its database alone when it is stopped. Never migrates, never makes an installation. */
async function withDatabase<T>(config: import("./platform/config.ts").Config, work: () => Promise<T>): Promise<T> {
  const { existsSync } = await import("node:fs");
  const { join } = await import("node:path");
  if (!existsSync(join(config.stateDir, "installation.json"))) throw Object.assign(new Error(`There is no installation in ${config.stateDir} yet. Start it once: counterfoil start`), { name: "StartError" });
  let stop = async (): Promise<void> => undefined;
  if (!config.databaseUrl) {
    const { startPostgres } = await import("./platform/postgres/index.ts");
    const { createLog } = await import("./platform/log.ts");
    const postgres = await startPostgres({ stateDir: config.stateDir, log: createLog("silent") });
    if (!postgres.attached) stop = () => postgres.stop();
  }
  try {
    return await work();
  } catch (error) {
    const older = ["42883", "42P01", "42703"].includes((error as { code?: string }).code ?? ""); // no such function, table, column
    throw older ? Object.assign(new Error("The database is older than this program. Run counterfoil migrate, or start the product."), { name: "StartError" }) : error;
  } finally {
    await stop();
  }
}

async function operatorCommand(args: string[]): Promise<number> {
  const { runOperator } = await import("./operator/console.ts");
  const { loadConfig } = await import("./platform/config.ts");
  const { openDatabase } = await import("./platform/database.ts");
  const { connectionsOf } = await import("./platform/postgres/index.ts");
  const config = loadConfig();
  const host: import("./operator/console.ts").ConsoleHost = {
    config, version: version(), routes: (await import("./nouns.ts")).routes,
    print: (line) => console.log(line),
    readInput: () => textOf(process.stdin),
    open: async () => (await import("./host.ts")).openServices(config, { worker: false, log: (await import("./platform/log.ts")).createLog("error") }),
    openReading: () => openDatabase({ ...connectionsOf(config).app, options: "-c default_transaction_read_only=on" }, { max: 2 }),
  };
  return ["help", "--help", "-h", "log", undefined].includes(args[0]) ? runOperator(args, host) : withDatabase(config, () => runOperator(args, host));
}

async function auditCommand(args: string[]): Promise<number> {
  const audit = await import("./events/audit-command.ts");
  if (["help", "--help", "-h", undefined].includes(args[0])) {
    console.log(audit.AUDIT_HELP);
    return args[0] === undefined ? 2 : 0;
  }
  const { loadConfig } = await import("./platform/config.ts");
  const { openDatabase } = await import("./platform/database.ts");
  const { connectionsOf } = await import("./platform/postgres/index.ts");
  const config = loadConfig();
  return withDatabase(config, async () => {
    const database = openDatabase({ ...connectionsOf(config).app, options: "-c default_transaction_read_only=on" }, { max: 2 });
    return audit.auditCommand(args, database).finally(() => database.close());
  }).catch((error: unknown) => {
    console.error(sentenceOf(error));
    return 2; // 1 says that a chain is broken
  });
}

async function trustCommand(args: string[]): Promise<number> {
  const parsed = optionsOf(args, { json: { type: "boolean" } });
  if (!parsed) return 0;
  const { loadConfig } = await import("./platform/config.ts");
  const config = loadConfig();
  const { trustReport } = await import("./trust/report.ts");
  return withDatabase(config, async () => {
    const { report, broken } = await trustReport(config, parsed.values.json === true);
    console.log(report);
    return broken > 0 ? 1 : 0;
  });
}

/**
 * Runs a host as a child of `start`, or alone. A child leaves SIGINT to its parent, because Ctrl-C reaches the whole
 * process group, and it ends when its parent is gone: whoever starts next must find the field clear.
 */
async function hostCommand(begin: (config: import("./platform/config.ts").Config) => Promise<{ address: string; stopMs?: number; close(): Promise<void> }>): Promise<number> {
  const { loadConfig } = await import("./platform/config.ts");
  const supervised = process.send !== undefined;
  let stop: (patient: boolean) => void = () => process.exit(0); // nothing to close yet
  process.on("SIGTERM", () => stop(true));
  process.on("SIGINT", () => { if (!supervised) stop(false); });
  process.on("SIGHUP", () => { if (!supervised && process.stdout.isTTY) stop(false); }); // without a terminal: read the certificate again
  process.on("disconnect", () => stop(false));

  let host: { address: string; stopMs?: number; close(): Promise<void> };
  try {
    host = await begin(loadConfig());
  } catch (error) {
    console.error(sentenceOf(error));
    process.exit(1); // the channel to the parent would keep this process alive
  }
  const ended = new Promise<boolean>((resolve) => { stop = resolve; });
  if (supervised && !process.connected) return 0;
  process.send?.({ ready: true, address: host.address });
  if (!supervised && host.address) console.log(`Counterfoil is running at ${host.address}`);
  const patient = await ended;
  // What does not end by itself must not keep the process; requests in work are given time when there is some.
  setTimeout(() => process.exit(0), patient ? host.stopMs ?? 1800 : 1800).unref();
  process.on("disconnect", () => setTimeout(() => process.exit(0), 1800).unref());
  await host.close();
  process.exit(0);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
