import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createChildren, type Children } from "./children.ts";
import { createLog } from "./log.ts";
import { isRunning } from "./process-lock.ts";

let dir: string;
let children: Children<"web"> | undefined;
let gaveUp: string[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "counterfoil-children-"));
  gaveUp = [];
});
afterEach(async () => {
  await children?.stop(0, () => true);
  rmSync(dir, { recursive: true });
});

/** Children that run this program; it can count its starts in a file. */
function run(program: string): Children<"web"> {
  const script = join(dir, "child.mjs");
  writeFileSync(script, `import { appendFileSync } from "node:fs"; appendFileSync(process.env.COUNT, "x"); ${program}`);
  children = createChildren<"web">({
    script, env: { COUNT: join(dir, "starts") }, output: () => "inherit", log: createLog("silent"), changed: () => undefined, gaveUp: (role) => gaveUp.push(role),
  });
  return children;
}
const starts = () => readFileSync(join(dir, "starts"), "utf8").length;
const READY = `process.send({ ready: true, address: "http://localhost:1" }); setInterval(() => {}, 1000);`;

test("a child that is ready tells its address, and another one follows when it is killed", async () => {
  const kept = run(READY);
  expect(await kept.keep("web")).toBe("http://localhost:1");
  const [first] = kept.running();
  process.kill(first!.pid, "SIGKILL");
  await expect.poll(() => kept.running()[0]?.pid ?? first!.pid, { timeout: 10_000 }).not.toBe(first!.pid);
  await expect.poll(starts, { timeout: 10_000 }).toBe(2);
});

test("a child that never gets ready is tried three times, and then somebody is told", async () => {
  void run("process.exit(1);").keep("web");
  await expect.poll(() => gaveUp, { timeout: 10_000 }).toEqual(["web"]);
  expect(starts()).toBe(3);
});

test("a child that does not listen is ended by force, and nothing follows it", async () => {
  const kept = run(`process.on("SIGTERM", () => {}); ${READY}`);
  await kept.keep("web");
  const [stubborn] = kept.running();
  const asked = Date.now();
  await kept.stop(200, () => false);
  expect(Date.now() - asked).toBeGreaterThanOrEqual(180);
  expect(isRunning(stubborn!)).toBe(false);
  expect(kept.running()).toEqual([]);
  expect(starts()).toBe(1);
});
