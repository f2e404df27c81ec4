/**
 * Starts the embedded PostgreSQL under a state folder, or attaches to the one that a killed process of ours left
 * running. The server is a process group of its own: Ctrl-C and the death of Node pass it by, and only `stop` ends it.
 */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync, chownSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, unlinkSync, writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createLog, type Log } from "../log.ts";
import { isRunning, startOf, waitForLock, type ProcessName } from "../process-lock.ts";
import { openDatabasePasswords } from "../secrets.ts";
import { findBinaries, PostgresError, prepareStateFolder, removeOldCopies, spawnAs, whoRunsPostgres, type Binaries, type RunsAs } from "./binaries.ts";
import { connectionsOf, dataFolder, readPidFile, SOCKET_PORT, socketFolder, usesSocket, type Connections } from "./connections.ts";
import { ensureRoles } from "./roles.ts";

/** A start that fails is tried again this long: after kill -9 of the server alone its sessions need a moment to end. */
const RETRY_MS = 60_000;
/** A server that replays its log is alive and may take its time. */
const RECOVERY_MS = 10 * 60_000;

/** A running embedded server and how to reach it. */
export type Postgres = Connections & {
  pid: number;
  /** True when it ran already. */
  attached: boolean;
  isRunning(): boolean;
  /** Ends it: sessions are cut, everything is written (fast); past `withinMs` it stops at once and replays its log next time. */
  stop(withinMs?: number): Promise<void>;
};

export type PostgresOptions = {
  stateDir: string;
  log?: Log;
  /** False trades safety for speed, in tests that make a throw-away server. */
  durable?: boolean;
};

type Place = { stateDir: string; pgdata: string; who: RunsAs; log: Log; durable: boolean };

/**
 * Starts or finds the server of `stateDir` and makes roles and database. The first start takes seconds (initdb), later
 * ones a fraction of one. Processes that start at once take turns: one starts the server, the others attach.
 * Throws `PostgresError` with a sentence for people, and `SecretsError` when its passwords are lost.
 */
export async function startPostgres({ stateDir, log = createLog("silent"), durable = true }: PostgresOptions): Promise<Postgres> {
  const pgdata = dataFolder(stateDir);
  const who = whoRunsPostgres(pgdata);
  prepareStateFolder(stateDir, who);
  const place: Place = { stateDir, pgdata, who, log, durable };
  if (existsSync(pgdata) && !existsSync(join(stateDir, "secrets", "database.json"))) {
    throw new PostgresError(`The database in ${pgdata} is there, but its passwords in ${join(stateDir, "secrets", "database.json")} are not. Restore that file from your copy.`);
  }

  const lock = await waitForLock(join(stateDir, "postgres.lock"), 120_000);
  try {
    const binaries = findBinaries({ stateDir, who, log });
    if (!existsSync(pgdata)) await initialise(place, binaries);
    checkMajor(pgdata, binaries);
    const server = await launch(place, binaries);
    const connections = connectionsOf({ stateDir, databaseUrl: null });
    try {
      await ensureRoles(connections, stateDir);
    } catch (error) {
      if (!server.attached) await stop(server.name, pgdata, binaries, 5000);
      throw error;
    }
    if (!server.attached) removeOldCopies(stateDir, binaries.version);
    log.info({ pid: server.name.pid, attached: server.attached }, "PostgreSQL is running");
    return {
      ...connections,
      pid: server.name.pid,
      attached: server.attached,
      isRunning: () => isRunning(server.name),
      stop: (withinMs = 10_000) => stop(server.name, pgdata, binaries, withinMs),
    };
  } finally {
    lock.release();
  }
}

/**
 * Makes the data folder beside its place and then renames it, so that a killed first start leaves nothing half-made.
 * Each try has a folder of its own: the initdb of a killed process may still be writing into the last one.
 */
async function initialise({ stateDir, pgdata, who, log, durable }: Place, binaries: Binaries): Promise<void> {
  const draft = `${pgdata}.init-${randomBytes(4).toString("hex")}`;
  const passwordFile = `${draft}.password`;
  const started = Date.now();
  for (const left of readdirSync(stateDir).filter((name) => name.startsWith("pgdata.init-"))) removeIfIdle(join(stateDir, left));
  makeFolder(draft, who);
  writeFileSync(passwordFile, `${openDatabasePasswords(stateDir).admin}\n`, { mode: 0o600, flag: "wx" });
  if (who.uid !== undefined) chownSync(passwordFile, who.uid, who.gid ?? who.uid);
  try {
    // The builtin collation depends on neither glibc nor ICU, so the data outlive upgrades of both.
    const run = await finished(spawn(binaries.initdb, [
      "-D", draft, "-U", "postgres", "-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C",
      "-A", "scram-sha-256", "--pwfile", passwordFile, "--data-checksums", ...(durable ? [] : ["--no-sync"]),
    ], { ...spawnAs(who), stdio: ["ignore", "ignore", "pipe"] }));
    if (run.status !== 0) {
      removeIfIdle(draft);
      const reason = run.stderr.trim().split("\n").filter((line) => /error|fatal|could not/i.test(line)).join(" ");
      const hint = /effective user ID/.test(reason) ? " Add the user to /etc/passwd, or set DATABASE_URL." : "";
      throw new PostgresError(`The database could not be made in ${draft}: ${reason || `initdb ended with ${run.status}`}${hint}`);
    }
    renameSync(draft, pgdata);
    if (durable) syncFolder(stateDir);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  log.info({ pgdata, ms: Date.now() - started }, "database made");
}

/** Waits for a program's end. `status` is its exit code, the signal that ended it, or why it could not be started. */
async function finished(program: ChildProcess): Promise<{ status: number | string; stderr: string }> {
  let stderr = "";
  program.stderr?.setEncoding("utf8").on("data", (text: string) => { stderr += text; });
  return new Promise((resolve) => {
    program.on("error", (error) => resolve({ status: error.message, stderr }));
    program.on("close", (code, signal) => resolve({ status: code ?? signal ?? "unknown", stderr }));
  });
}

function removeIfIdle(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch { /* somebody still writes there; the next first start removes it */ }
}

function checkMajor(pgdata: string, binaries: Binaries): void {
  const made = readFileSync(join(pgdata, "PG_VERSION"), "utf8").trim();
  const major = binaries.version.split(".")[0];
  if (made !== major) {
    throw new PostgresError(`The database in ${pgdata} was made by PostgreSQL ${made}, this version of Counterfoil brings ${major}. Export it with the old version and restore the export with this one.`);
  }
}

async function launch(place: Place, binaries: Binaries): Promise<{ name: ProcessName; attached: boolean }> {
  const { stateDir, pgdata, who, log } = place;
  for (let attempt = 1, deadline = Date.now() + RETRY_MS; ; attempt++, await sleep(250)) {
    const running = findServer(pgdata);
    if (running) {
      if (await isReady(running, pgdata)) return { name: running, attached: true };
      continue;
    }
    makeFolder(socketFolder(stateDir), who);
    // After a crash the old port is tried first, since clients know it.
    const last = attempt <= 3 ? readPidFile(pgdata)?.port : undefined;
    const pid = spawnServer(place, binaries, usesSocket(stateDir) ? SOCKET_PORT : last || (await freePort()));
    const started = pid === undefined ? null : startOf(pid);
    const name = { pid: pid ?? 0, started: started ?? "" };
    if (started && (await isReady(name, pgdata))) return { name, attached: false };
    if (Date.now() > deadline) {
      throw new PostgresError(`PostgreSQL does not start. It says: ${tailOf(logFile(stateDir)) || "nothing"} (more in ${logFile(stateDir)})`);
    }
    log.warn({ says: tailOf(logFile(stateDir)) }, "PostgreSQL did not start; trying again");
  }
}

function spawnServer({ stateDir, who, pgdata, durable }: Place, binaries: Binaries, port: number): number | undefined {
  const socket = usesSocket(stateDir);
  const settings = {
    listen_addresses: socket ? "" : "127.0.0.1",
    unix_socket_directories: socket ? socketFolder(stateDir) : "",
    unix_socket_permissions: "0700",
    max_connections: "100",
    shared_buffers: "64MB",
    // Statements and rows hold invoice content, which does not belong into a log.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const output = openLogFile(stateDir);
  try {
    const server = spawn(binaries.postgres, ["-D", pgdata, "-p", String(port), ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])], {
      ...spawnAs(who), detached: true, stdio: ["ignore", output, output],
    });
    server.on("error", () => undefined); // shows as a missing pid
    server.unref();
    return server.pid;
  } finally {
    closeSync(output);
  }
}

/** Waits until the server takes connections; false when it ended instead. */
async function isReady(name: ProcessName, pgdata: string): Promise<boolean> {
  for (const deadline = Date.now() + RECOVERY_MS; Date.now() < deadline; await sleep(20)) {
    const file = readPidFile(pgdata);
    if (file?.pid === name.pid && file.status === "ready") return isRunning(name);
    if (!isRunning(name)) return false;
  }
  throw new PostgresError(`PostgreSQL (process ${name.pid}) has not become ready in ${RECOVERY_MS / 60_000} minutes; see postgres.log in the state folder.`);
}

/**
 * The live server of this data folder. A pid file whose pid now belongs to another program is removed, which the server
 * itself does not dare for a process of its own user; but only once nothing works in the folder any more, since sessions
 * of a killed server still hold its memory.
 */
function findServer(pgdata: string): ProcessName | null {
  const file = readPidFile(pgdata);
  const started = file && startOf(file.pid);
  if (!file || !started) return null;
  if (process.platform !== "linux") return { pid: file.pid, started };
  try {
    if (readFileSync(`/proc/${file.pid}/cmdline`, "utf8").split("\0").includes(pgdata)) return { pid: file.pid, started };
  } catch {
    return null; // ended meanwhile
  }
  const working = readdirSync("/proc").some((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`) === pgdata;
    } catch {
      return false;
    }
  });
  if (!working) unlinkSync(join(pgdata, "postmaster.pid"));
  return null;
}

async function stop(name: ProcessName, pgdata: string, binaries: Binaries, withinMs: number): Promise<void> {
  if (process.platform === "win32") {
    spawnSync(binaries.pgCtl, ["stop", "-D", pgdata, "-m", "fast", "-t", String(Math.ceil(withinMs / 1000))], { windowsHide: true });
    return;
  }
  for (const signal of ["SIGINT", "SIGQUIT"] as const) { // fast, then immediate
    if (!isRunning(name)) return;
    process.kill(name.pid, signal);
    for (const deadline = Date.now() + withinMs; isRunning(name) && Date.now() < deadline; ) await sleep(10);
  }
  if (isRunning(name)) throw new PostgresError(`PostgreSQL (process ${name.pid}) does not stop.`);
}

function makeFolder(path: string, who: RunsAs): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  if (who.uid !== undefined && statSync(path).uid !== who.uid) chownSync(path, who.uid, who.gid ?? who.uid);
}

const logFile = (stateDir: string) => join(stateDir, "postgres.log");

function openLogFile(stateDir: string): number {
  const path = logFile(stateDir);
  if (existsSync(path) && statSync(path).size > 10_000_000) renameSync(path, `${path}.1`);
  return openSync(path, "a", 0o600);
}

function tailOf(path: string): string {
  try {
    return readFileSync(path, "utf8").trim().split("\n").filter((line) => /FATAL|PANIC|ERROR|HINT|could not|cannot/.test(line)).slice(-3).join(" ");
  } catch {
    return "";
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject).listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
