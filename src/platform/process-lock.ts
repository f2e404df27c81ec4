/**
 * A lock file that one process of this machine holds until it ends, however it ends. It names its holder by pid and by
 * the time that process started, so a pid that was reused after a crash or a container restart is not taken for it.
 */
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmdirSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** A process, told apart from a later one with the same pid by `started`. */
export type ProcessName = { pid: number; started: string };

export type ProcessLock<T> = {
  /** Replaces what the lock says about its holder; readers see the old text or the new one. */
  note(details: T): void;
  release(): void;
};

/** What a lock file says: the holder, and whatever the holder noted. */
export type LockHolder<T> = ProcessName & { details: T };

/** When a live process started, as text that differs for every process that ever had this pid; null when it is not alive. */
export function startOf(pid: number): string | null {
  if (!isAlive(pid)) return null;
  if (process.platform === "linux") {
    try {
      // Field 22 of stat, in clock ticks since boot. The name (field 2) may hold spaces and brackets, so count after it.
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (fields[0] === "Z" || fields[0] === "X") return null; // dead, only not yet collected by its parent
      return `${fields[19]}@${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}`;
    } catch {
      return null;
    }
  }
  if (process.platform === "win32") return "unknown";
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** True while exactly this process runs. */
export const isRunning = (name: ProcessName): boolean => startOf(name.pid) === name.started;

/** This process, by its lasting name. */
export const thisProcess = (): ProcessName => ({ pid: process.pid, started: startOf(process.pid) ?? "unknown" });

/** Who holds the lock, dead or alive; null when nobody does. */
export function readLock<T>(path: string): LockHolder<T> | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as LockHolder<T>;
  } catch {
    return null; // no file: locks are linked whole, so a half-written one is never seen
  }
}

/**
 * Takes the lock, or returns the live process that holds it. A dead holder's lock is taken over, and `inherited` is
 * what that holder had noted. Two processes that find the same dead lock cannot both take it.
 */
export function tryLock<T>(path: string, details: T): { lock: ProcessLock<T>; inherited: T | null } | { holder: LockHolder<T> } {
  let inherited: T | null = null;
  for (;;) {
    const draft = `${path}.${process.pid}.${randomBytes(6).toString("hex")}`;
    const write = (now: T) => writeFileSync(draft, `${JSON.stringify({ ...thisProcess(), details: now })}\n`, { mode: 0o600 });
    write(details);
    try {
      linkSync(draft, path);
      unlinkSync(draft);
      return {
        lock: {
          note(now) { write(now); renameSync(draft, path); },
          release() { unlinkSync(path); },
        },
        inherited,
      };
    } catch (error) {
      unlinkSync(draft);
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = readLock<T>(path);
    if (holder && isRunning(holder)) return { holder };
    inherited = holder?.details ?? inherited;
    removeDead(path);
  }
}

/** Waits for the lock up to `timeoutMs`, then throws an error that names the holder. */
export async function waitForLock(path: string, timeoutMs: number): Promise<ProcessLock<null>> {
  for (const deadline = Date.now() + timeoutMs; ; await sleep(50)) {
    const attempt = tryLock(path, null);
    if ("lock" in attempt) return attempt.lock;
    if (Date.now() > deadline) throw new Error(`Process ${attempt.holder.pid} has held ${path} for over ${Math.round(timeoutMs / 1000)} s; wait for it to end, or end it, and start again.`);
  }
}

/**
 * Removes a dead holder's lock. Between reading it and removing it, another process may have done the same and taken
 * the lock, so removal itself is exclusive: `mkdir` succeeds for one, who looks again before removing.
 */
function removeDead(path: string): void {
  const guard = `${path}.takeover`;
  try {
    mkdirSync(guard);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    // Whoever made the guard needs a millisecond. One that is ten seconds old was left by a crash.
    try {
      if (Date.now() - statSync(guard).mtimeMs > 10_000) rmdirSync(guard);
    } catch { /* gone meanwhile */ }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    return;
  }
  try {
    const holder = readLock(path);
    if (!holder || !isRunning(holder)) unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  } finally {
    rmdirSync(guard);
  }
}
