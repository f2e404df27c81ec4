/** `counterfoil doctor`: what is configured, what is off, what is wrong and how to mend it. Changes nothing. */
import { existsSync, readFileSync, statfsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { judgeChain, readCertificate, servedFile, type Served } from "./doors/tls.ts";
import { checkSettings, isLoopback, rootDir, settings, type Config } from "./platform/config.ts";
import { openDatabase } from "./platform/database.ts";
import { smtpOptions } from "./platform/mail.ts";
import { inspectBinaries } from "./platform/postgres/binaries.ts";
import { dataFolder, readPidFile } from "./platform/postgres/connections.ts";
import { checkDurability, connect, connectionsOf, type Connection } from "./platform/postgres/index.ts";
import { isRunning, readLock } from "./platform/process-lock.ts";
import { createReader } from "./platform/reading/child.ts";
import { ownTesseract } from "./platform/reading/cage.ts";
import { OCR_LANGUAGES } from "./platform/reading/languages.ts";
import { readClock, viewClock } from "./retention/index.ts";
import { lockFile, type Running } from "./start.ts";

/** `off` is a feature nobody asked for; `note` works but deserves a look; `wrong` does not work or is not safe. */
export type Finding = { area: string; state: "ok" | "off" | "note" | "wrong"; says: string; mend?: string };

const MB = 1024 * 1024;
const ok = (area: string, says: string): Finding => ({ area, state: "ok", says });
const off = (area: string, says: string, mend?: string): Finding => ({ area, state: "off", says, ...(mend ? { mend } : {}) });
const note = (area: string, says: string, mend: string): Finding => ({ area, state: "note", says, mend });
const wrong = (area: string, says: string, mend: string): Finding => ({ area, state: "wrong", says, mend });

/** Looks at everything, in the order in which a start needs it. Needs no running product; takes a few seconds at most. */
export async function examine(env: NodeJS.ProcessEnv = process.env): Promise<Finding[]> {
  const { config, problems } = checkSettings(env);
  const findings = [node(), built(), ...settingsFindings(env, problems, config)];
  if (!config) return findings;
  const running = runningOf(config);
  findings.push(
    ...state(config),
    ...(await address(config, running)),
    ...tls(config, running),
    ...(await database(config)),
    ...(await clock(config)),
    ...(await reading()),
    ...printing(),
    ...logs(config),
    await mail(config),
  );
  return findings;
}

/** The findings as text for a terminal, mending indented below. */
export function report(findings: readonly Finding[]): string {
  const mark = { ok: "ok   ", off: "off  ", note: "note ", wrong: "WRONG" };
  const width = Math.max(...findings.map((finding) => finding.area.length));
  const lines = findings.flatMap(({ area, state, says, mend }) => [
    `${mark[state]} ${area.padEnd(width)}  ${says}`,
    ...(mend ? [`      ${" ".repeat(width)}  → ${mend}`] : []),
  ]);
  const count = findings.filter((finding) => finding.state === "wrong").length;
  return [...lines, "", count === 0 ? "Nothing is wrong." : `${count} ${count === 1 ? "thing is" : "things are"} wrong.`].join("\n");
}

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) return wrong("Node.js", `${process.version} is too old.`, "Install 20.19 or newer from https://nodejs.org.");
  if (major === 20) return note("Node.js", `${process.version} works, but no longer gets security fixes.`, "Install a version with long-term support from https://nodejs.org.");
  return ok("Node.js", process.version);
}

function built(): Finding {
  const missing = ["dist/parser.js", "dist/web/index.html"].filter((path) => !existsSync(join(rootDir, path)));
  return missing.length === 0 ? ok("Program", `built in ${join(rootDir, "dist")}`) : off("Program", `${missing.join(" and ")} not built yet; the next start does it.`, "npm run build");
}

function settingsFindings(env: NodeJS.ProcessEnv, problems: { name: string; message: string }[], config: Config | null): Finding[] {
  // Defaults that follow from something else are shown as what they came to.
  const derived: Record<string, string | undefined> = { COUNTERFOIL_STATE_DIR: config?.stateDir, COUNTERFOIL_PUBLIC_URL: config?.publicUrl, COUNTERFOIL_MAIL_FROM: config?.mailFrom };
  return settings.map(({ name, default: standard, meaning, secret }) => {
    const problem = problems.find((one) => one.name === name);
    if (problem) return wrong(name, problem.message, meaning);
    const value = env[name]?.trim();
    if (value) return ok(name, secret ? "is set" : value);
    return standard.startsWith("none") || secret ? off(name, standard) : ok(name, `${derived[name] ?? standard} (default)`);
  });
}

/** Where both logs go, and what makes them worth more: a copy that nobody on this machine can change. */
function logs({ stateDir, logLevel }: Config): Finding[] {
  return [
    logLevel === "silent" ? note("Log", "is off: LOG_LEVEL is silent, so refusals and errors are written nowhere.", "Set LOG_LEVEL to info.")
      : ok("Log", `JSON lines (${logLevel} and above) on standard error; counterfoil start keeps them in ${join(stateDir, "logs")}, --logs hands them to a collector`),
    ok("Audit log", "in the database, chained by SHA-256; counterfoil audit verify checks it, counterfoil audit head prints what to keep elsewhere"),
  ];
}

function state({ stateDir, masterKeys }: Config): Finding[] {
  if (!existsSync(stateDir)) return [off("State folder", `${stateDir} does not exist yet; the first start makes it.`)];
  const findings: Finding[] = [];
  const open = ["secrets", "pgdata", "files", "logs"].map((name) => join(stateDir, name)).filter((path) => existsSync(path) && (statSync(path).mode & 0o077) !== 0);
  findings.push(open.length > 0 && process.platform !== "win32"
    ? wrong("State folder", `Other users of this machine can look into ${open.join(", ")}.`, `chmod 700 ${open.join(" ")}`)
    : ok("State folder", stateDir));

  const { bavail, bsize } = statfsSync(stateDir);
  const free = Math.round((bavail * bsize) / MB);
  findings.push(free < 200 ? wrong("Disk", `Only ${free} MB are free for ${stateDir}.`, "Free space; below this the database stops taking writes.")
    : free < 2000 ? note("Disk", `${free} MB are free for ${stateDir}.`, "Plan for more space.")
    : ok("Disk", `${Math.round(free / 1024)} GB free`));

  const key = join(stateDir, "secrets", "master.keys");
  findings.push(masterKeys.length > 0 ? ok("Master key", "given by the operator")
    : existsSync(key) ? note("Master key", `lies in ${key}, beside the data it seals.`, "Keep a copy elsewhere. For more safety give it as COUNTERFOIL_MASTER_KEY or COUNTERFOIL_MASTER_KEY_FILE and remove the file.")
    : existsSync(join(stateDir, "installation.json")) ? wrong("Master key", "is missing; nothing sealed can be read.", `Restore ${key} from your copy, or set COUNTERFOIL_MASTER_KEY.`)
    : off("Master key", "is made by the first start"));
  return findings;
}

function runningOf({ stateDir }: Config): { pid: number; details: Running } | null {
  const holder = readLock<Running>(lockFile(stateDir));
  return holder && isRunning(holder) ? holder : null;
}

async function address({ host, port, publicUrl }: Config, running: ReturnType<typeof runningOf>): Promise<Finding[]> {
  if (running) return [ok("Running", `${running.details.address ?? "starting"} (process ${running.pid})`)];
  const code = await new Promise<string | null>((resolve) => {
    const probe = createServer().on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "error"));
    probe.listen({ host, port }, () => probe.close(() => resolve(null)));
  });
  return [
    off("Running", "not running", "npm start"),
    code === null ? ok("Port", `${host}:${port} is free; people will use ${publicUrl}`)
      : wrong("Port", code === "EADDRINUSE" ? `${port} is used by another program.` : `${host}:${port} cannot be used (${code}).`, "End that program, or choose another port with PORT."),
  ];
}

function tls({ tls: files, host, publicUrl, httpPort, stateDir, trustedProxies }: Config, running: ReturnType<typeof runningOf>): Finding[] {
  if (!files) {
    return [trustedProxies.length > 0 ? ok("Encryption", `by the proxy at ${trustedProxies.join(", ")}`)
      : off("Encryption", `off: only this machine can reach ${host}`, "To serve others, set COUNTERFOIL_TLS_CERT and COUNTERFOIL_TLS_KEY, or COUNTERFOIL_BEHIND_TLS_PROXY.")];
  }
  const served = running ? servedBy(stateDir) : null;
  const goesOn = served ? ` The running server goes on with the one that it read before (valid until ${served.until}).` : "";
  try {
    const { leaf, chain } = readCertificate(files);
    const days = Math.floor((Date.parse(leaf.validTo) - Date.now()) / 86_400_000);
    const name = new URL(publicUrl).hostname;
    const findings = [
      days < 0 ? wrong("Encryption", `The certificate ended on ${leaf.validTo}.`, "Renew it; the running server reads it again by itself.")
      : days < 21 ? note("Encryption", `The certificate ends in ${days} days.`, "Renew it; the running server reads it again by itself.")
      : ok("Encryption", `TLS 1.2 and 1.3, certificate valid until ${leaf.validTo}`),
    ];
    if (!leaf.checkHost(name) && !leaf.checkIP(name)) findings.push(wrong("Certificate's name", `The certificate is not for ${name}; browsers will refuse it.`, "Get one for the name in COUNTERFOIL_PUBLIC_URL, or correct that."));
    const kind = judgeChain(chain);
    if (kind === "broken") findings.push(wrong("Certificate chain", "The certificates in the file do not stand one on the other.", "The file must hold the server's certificate first, then each issuer's in turn."));
    else findings.push(kind === "public" ? ok("Certificate chain", `${chain.length} certificates, up to an authority that browsers know`)
      : note("Certificate chain", kind === "self-made" ? "The certificate vouches for itself; browsers will warn." : "The chain ends at an authority that this machine does not know.", "Good enough where everybody trusts that authority; for others use a public one, and put its intermediate certificates into the file."));
    if (served && served.fingerprint !== leaf.fingerprint256) findings.push(note("Certificate served", `The running server serves another certificate than the one in the file${served.refused ? `, since it could not use that: ${served.refused.reason}` : ""}.`, "It reads a new one within seconds; SIGHUP makes it try again."));
    if (httpPort !== null) findings.push(ok("Plain port", `${httpPort} sends people to ${publicUrl} and serves nothing`));
    return findings;
  } catch (error) {
    return [wrong("Encryption", `Certificate and key cannot be used: ${(error as Error).message}.${goesOn}`, "Both must be PEM files that belong together; a key with a passphrase does not work.")];
  }
}

/** What the running server says that it serves. */
function servedBy(stateDir: string): Served | null {
  try {
    return JSON.parse(readFileSync(servedFile(stateDir), "utf8")) as Served;
  } catch {
    return null;
  }
}

async function database(config: Config): Promise<Finding[]> {
  const findings: Finding[] = [];
  if (!config.databaseUrl) {
    const { version, problem, copied } = inspectBinaries(config.stateDir);
    findings.push(problem ? wrong("PostgreSQL", problem, "Install what is missing, or set DATABASE_URL to a server of your own.") : ok("PostgreSQL", `embedded ${version}${copied ? ", from the copy in the state folder" : ""}`));
    let pid: number | undefined;
    try {
      pid = readPidFile(dataFolder(config.stateDir))?.pid;
    } catch {
      return [...findings, wrong("Database", `${dataFolder(config.stateDir)} belongs to another user.`, "Run doctor as the user who starts Counterfoil.")];
    }
    if (pid === undefined) return [...findings, off("Database", existsSync(dataFolder(config.stateDir)) ? "not running" : "is made by the first start")];
  }
  const { admin, app } = connectionsOf(config);
  try {
    const client = await connect(config.databaseUrl ? admin : app, 3000);
    const { rows: [row] } = await client.query<{ version: string; migrations: string | null }>(
      "select current_setting('server_version') as version, to_regclass('schema_migration')::text as migrations");
    await client.end();
    findings.push(ok("Database", `PostgreSQL ${row!.version} answers${row!.migrations ? "" : "; it is not migrated yet"}`));
    const unsafe = await checkDurability(config.databaseUrl ? admin : app);
    findings.push(unsafe.length > 0 ? wrong("Durability", unsafe.join(" "), "Nothing is lost only with fsync, full_page_writes and synchronous_commit on.") : ok("Durability", "fsync, full_page_writes and synchronous_commit are on"));
  } catch (error) {
    findings.push(wrong("Database", `does not answer: ${(error as Error).message}`, config.databaseUrl ? "Check DATABASE_URL and that the server runs." : "Start Counterfoil; if it stays, look into postgres.log in the state folder."));
  }
  if (config.databaseUrl && isRemote(admin) && !admin.ssl) {
    findings.push(wrong("Database encryption", `The connection to ${admin.host} is not encrypted.`, "Add ?sslmode=verify-full to DATABASE_URL."));
  }
  return findings;
}

/** Original files are deleted by the clock, so it says whether it is trusted. Nothing is said where there is no database yet. */
async function clock(config: Config): Promise<Finding[]> {
  try {
    if (!config.databaseUrl && readPidFile(dataFolder(config.stateDir))?.pid === undefined) return [];
  } catch {
    return [];
  }
  const handle = openDatabase({ ...connectionsOf(config).app, connectionTimeoutMillis: 3000 }, { max: 1 });
  try {
    const { trusted, now, reason, message, remedy } = viewClock(await readClock({ database: handle, clock: () => new Date() }));
    const notYet = reason === "not_watched" || reason === "nobody_looks";
    return [trusted ? ok("Clock", `trusted: ${now}`) : (notYet ? note : wrong)("Clock", `${now} is not trusted, so file retention deletes nothing. ${message}`, remedy!)];
  } catch {
    return []; // the database does not answer or is not migrated, which is said already
  } finally {
    await handle.close();
  }
}

const isRemote = ({ host }: Connection) => !host.startsWith("/") && !isLoopback(host);

async function reading(): Promise<Finding[]> {
  const findings: Finding[] = [];
  const require = createRequire(import.meta.url);
  const missing = OCR_LANGUAGES.filter((language) => {
    try {
      return !existsSync(join(require.resolve(`@tesseract.js-data/${language}/package.json`), "..", "4.0.0_best_int", `${language}.traineddata.gz`));
    } catch {
      return true;
    }
  });
  const parserPath = join(rootDir, "dist", "parser.js");
  const engine = ownTesseract(parserPath) ?? "the bundled engine (with this machine's tesseract it would be faster)";
  findings.push(missing.length === 0 ? ok("Text recognition", `languages ${OCR_LANGUAGES.join(", ")}; by ${engine}`) : wrong("Text recognition", `Language data missing for ${missing.join(", ")}.`, "npm ci"));

  if (!existsSync(parserPath)) return [...findings, off("Reading", "not built yet")];
  const reader = createReader({ parserPath });
  try {
    const { name, network, user, memory } = await reader.isolation();
    const lacking = [...(network ? [] : ["the network is not cut off"]), ...(memory ? [] : ["memory is not limited by the kernel (prlimit is missing)"]), ...(user || process.getuid?.() !== 0 ? [] : ["it runs as root, without its powers"])];
    findings.push(lacking.length === 0 ? ok("Reading", `in processes locked up as “${name}”`)
      : note("Reading", `in processes locked up as “${name}”: ${lacking.join("; ")}.`, "Works, with less between a hostile file and this machine. On Linux install util-linux (prlimit, unshare, setpriv), allow user namespaces, and keep the program outside closed folders."));
  } catch (error) {
    findings.push(wrong("Reading", (error as Error).message, "npm ci && npm run build"));
  } finally {
    await reader.close();
  }
  return findings;
}

function printing(): Finding[] {
  const fonts = join(rootDir, "dist", "paper", "fonts.json");
  if (!existsSync(fonts)) return [off("Printing", "fonts and templates are not built yet", "npm run build")];
  const list = JSON.parse(readFileSync(fonts, "utf8")) as { file: string }[];
  const missing = list.map(({ file }) => file.split("/").at(-1)!).filter((name) => !existsSync(join(rootDir, "dist", "paper", "fonts", name)));
  try {
    createRequire(import.meta.url)("@myriaddreamin/typst-ts-node-compiler");
  } catch (error) {
    return [wrong("Printing", `Typst cannot be loaded: ${(error as Error).message.split("\n")[0]}`, "npm ci without --omit=optional")];
  }
  return [missing.length === 0 ? ok("Printing", `Typst with ${list.length} font files`) : wrong("Printing", `Font files missing: ${missing.join(", ")}.`, "npm run build")];
}

async function mail({ smtpUrl, mailFrom }: Config): Promise<Finding> {
  if (!smtpUrl) return off("Mail", "off: mails stay in the outbox, where they can be read", "Set SMTP_URL and COUNTERFOIL_MAIL_FROM.");
  const transport = createTransport({ ...smtpOptions(smtpUrl), connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 5000 });
  try {
    await transport.verify();
    return ok("Mail", `${new URL(smtpUrl).host} answers; sender ${mailFrom}`);
  } catch (error) {
    return wrong("Mail", `${new URL(smtpUrl).host} does not take our mail: ${(error as Error).message}`, "Correct SMTP_URL, or remove it to keep mails in the outbox.");
  } finally {
    transport.close();
  }
}
