import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isRunning, readLock, startOf, thisProcess, tryLock, waitForLock } from "./process-lock.ts";

let dir: string;
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), "counterfoil-lock-")); });
afterEach(() => { rmSync(dir, { recursive: true }); });
const path = () => join(dir, "start.lock");

async function deadProcess() {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const name = { pid: child.pid!, started: startOf(child.pid!)! };
  child.kill("SIGKILL");
  await once(child, "exit");
  return name;
}

test("a held lock names its holder and what the holder noted", () => {
  const first = tryLock(path(), { address: "" });
  if (!("lock" in first)) throw new Error("not taken");
  first.lock.note({ address: "http://localhost:3000" });
  const second = tryLock(path(), { address: "other" });
  expect(second).toEqual({ holder: { ...thisProcess(), details: { address: "http://localhost:3000" } } });
  first.lock.release();
  expect(readLock(path())).toBeNull();
  expect("lock" in tryLock(path(), {})).toBe(true);
  expect(readdirSync(dir)).toEqual(["start.lock"]);
});

test("a killed holder's lock is taken over together with its notes", async () => {
  writeFileSync(path(), JSON.stringify({ ...(await deadProcess()), details: { children: [42] } }));
  expect(tryLock(path(), { children: [] })).toMatchObject({ inherited: { children: [42] } });
});

test("a pid that belongs to another process by now does not hold the lock", () => {
  writeFileSync(path(), JSON.stringify({ pid: process.pid, started: "long ago", details: null }));
  expect("lock" in tryLock(path(), null)).toBe(true);
});

test("a dead lock goes to one of many that want it", async () => {
  const dead = await deadProcess();
  for (let round = 0; round < 20; round++) {
    writeFileSync(path(), JSON.stringify({ ...dead, details: null }));
    const taken = (await Promise.all(Array.from({ length: 5 }, async () => tryLock(path(), null)))).filter((attempt) => "lock" in attempt);
    expect(taken).toHaveLength(1);
    rmSync(path());
  }
});

test("what a crash left in the middle of a take-over does not block for ever", async () => {
  writeFileSync(path(), JSON.stringify({ ...(await deadProcess()), details: null }));
  mkdirSync(`${path()}.takeover`);
  utimesSync(`${path()}.takeover`, new Date(0), new Date(0));
  expect("lock" in tryLock(path(), null)).toBe(true);
  expect(existsSync(`${path()}.takeover`)).toBe(false);
});

test("waiting ends when the holder lets go, or with a sentence that names it", async () => {
  const held = await waitForLock(path(), 1000);
  await expect(waitForLock(path(), 60)).rejects.toThrow(new RegExp(`Process ${process.pid} has held`));
  setTimeout(() => held.release(), 50);
  (await waitForLock(path(), 2000)).release();
});

test("a process is told apart from the dead and from zombies", async () => {
  expect(isRunning(thisProcess())).toBe(true);
  expect(isRunning(await deadProcess())).toBe(false);
});
