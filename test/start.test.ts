// The product as a person starts it: processes are killed, ports are taken, and what is left is counted.
import { fork, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anInvoice } from "../packages/paper/examples.ts";
import { rootDir } from "../src/platform/config.ts";
import { connect, startPostgres } from "../src/platform/postgres/index.ts";
import { isRunning, readLock, startOf, type ProcessName } from "../src/platform/process-lock.ts";
import { lockFile, type Running } from "../src/start.ts";

const command = join(rootDir, "bin", "counterfoil.mjs");
let stateDir: string;
const started: ChildProcess[] = [];

beforeAll(() => { stateDir = mkdtempSync(join(tmpdir(), "cf-start-")); });
afterAll(async () => {
  for (const child of started) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill("SIGTERM");
    await once(child, "exit");
  }
  if (existsSync(join(stateDir, "pgdata", "postmaster.pid"))) await (await startPostgres({ stateDir })).stop();
  rmSync(stateDir, { recursive: true, force: true });
});

const environment = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => {
  const { DATABASE_URL: _outer, ...rest } = process.env; // here the embedded database is the subject
  return { ...rest, COUNTERFOIL_STATE_DIR: stateDir, PORT: "0", ...more };
};
const run = (args: string[], more: NodeJS.ProcessEnv = {}) => spawnSync(process.execPath, [command, ...args], { encoding: "utf8", env: environment(more), timeout: 60_000 });

/** Starts the product and waits for the line with its address. */
async function startProduct(more: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [command, "start"], { env: environment(more), stdio: ["ignore", "pipe", "pipe"] });
  started.push(child);
  let output = "";
  let complaints = "";
  child.stderr.on("data", (chunk: Buffer) => { complaints += chunk.toString(); });
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const line = /running at (\S+)/.exec(output);
      if (line) resolve(line[1]!);
    });
    child.once("exit", (code) => reject(new Error(`start ended with ${code}: ${output}${complaints}`)));
  });
  return { child, address, output: () => output, complaints: () => complaints };
}

const notes = () => readLock<Running>(lockFile(stateDir))!;
const named = (role: "web" | "worker"): ProcessName | undefined => notes()?.details.children.find((child) => child.role === role);
const database = (): ProcessName => {
  const pid = Number(readFileSync(join(stateDir, "pgdata", "postmaster.pid"), "utf8").split("\n")[0]);
  return { pid, started: startOf(pid) ?? "" };
};
const health = async (address: string) => {
  try {
    return (await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(2000) })).status;
  } catch {
    return 0;
  }
};
const until = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 30_000, interval: 25 });

let product: Awaited<ReturnType<typeof startProduct>>;

describe.sequential("one installation", () => {
  test("start prints one line with the address, and by then it works", async () => {
    product = await startProduct();
    expect(await health(product.address)).toBe(200);
    expect(product.output()).toBe(`Counterfoil is running at ${product.address}\n`);
    expect(product.complaints()).toBe("");
  });

  test("a second start on the same state says so and leaves the first alone", async () => {
    const before = notes();
    const second = run(["start"]);
    expect(second.stdout).toContain(`already runs at ${product.address} (process ${product.child.pid}`);
    expect(second.status).toBe(0);
    expect(notes()).toEqual(before);
    expect(await health(product.address)).toBe(200);
  });

  test("doctor finds nothing wrong with it", () => {
    const doctor = run(["doctor"]);
    expect(doctor.stdout).toContain(`${product.address} (process ${product.child.pid})`);
    expect(doctor.stdout).toMatch(/Durability +fsync, full_page_writes and synchronous_commit are on/);
    expect(doctor.stdout).toContain("Nothing is wrong.");
    expect(doctor.status).toBe(0);
  });

  test("after kill -9 the web process comes back under the same address", async () => {
    const before = named("web")!;
    process.kill(before.pid, "SIGKILL");
    await until(() => named("web")?.pid !== before.pid && named("web") !== undefined).toBe(true);
    await until(() => health(product.address)).toBe(200);
  });

  test("after kill -9 the worker comes back, and the web process never noticed", async () => {
    const [before, web] = [named("worker")!, named("web")!];
    process.kill(before.pid, "SIGKILL");
    await until(() => named("worker")?.pid !== before.pid && named("worker") !== undefined).toBe(true);
    expect(named("web")).toEqual(web);
  });

  test("after kill -9 the database comes back, and the web process with its connections", async () => {
    const [before, web] = [database(), named("web")!];
    process.kill(before.pid, "SIGKILL");
    await until(() => existsSync(join(stateDir, "pgdata", "postmaster.pid")) && database().pid !== before.pid && database().started !== "").toBe(true);
    await until(() => health(product.address)).toBe(200);
    expect(named("web")).toEqual(web);
  });

  test("after kill -9 of start itself its children end, the database goes on, and a new start takes over", async () => {
    const [web, worker, postgres] = [named("web")!, named("worker")!, database()];
    process.kill(worker.pid, "SIGSTOP"); // one that cannot end by itself
    product.child.kill("SIGKILL");
    await until(() => isRunning(web)).toBe(false);
    expect(isRunning(postgres)).toBe(true);
    product = await startProduct();
    expect(isRunning(worker)).toBe(false);
    expect(database()).toEqual(postgres);
    expect(await health(product.address)).toBe(200);
  });

  test("after kill -9 of everything at once the next start finds all of it", async () => {
    for (const { pid } of [notes(), named("web")!, named("worker")!, database()]) process.kill(pid, "SIGKILL");
    product = await startProduct();
    expect(await health(product.address)).toBe(200);
  });

  test("Ctrl-C stops everything within five seconds", async () => {
    const everything = [named("web")!, named("worker")!, database()];
    expect(everything.map(isRunning)).toEqual([true, true, true]);
    const asked = Date.now();
    for (const { pid } of everything.slice(0, 2)) process.kill(pid, "SIGINT"); // the terminal sends it to the whole group
    product.child.kill("SIGINT");
    const [code] = (await once(product.child, "exit")) as [number];
    expect(Date.now() - asked).toBeLessThan(5000);
    expect(code).toBe(0);
    expect(everything.map(isRunning)).toEqual([false, false, false]);
    expect(existsSync(lockFile(stateDir))).toBe(false);
  });

  test("logs are files for their owner only", () => {
    for (const name of ["start", "web", "worker"]) expect(statSync(join(stateDir, "logs", `${name}.log`)).mode & 0o777).toBe(0o600);
  });

  test("a port that another program has is named, with a way out", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const attempt = run(["start"], { PORT: String(port) });
    other.close();
    expect(attempt.stderr).toMatch(new RegExp(`^Port ${port} is used by another program.*PORT=${port + 1}`));
    expect(attempt.status).toBe(1);
    expect(existsSync(lockFile(stateDir))).toBe(false);
  });

  test("a signal to npm alone stops what npm start started", async () => {
    const npm = spawn("npm", ["start"], { cwd: rootDir, env: environment(), stdio: ["ignore", "pipe", "ignore"] });
    started.push(npm);
    for await (const chunk of npm.stdout) if (String(chunk).includes("running at")) break;
    const everything: ProcessName[] = [{ pid: notes().pid, started: notes().started }, named("web")!, named("worker")!, database()];
    npm.kill("SIGINT");
    await until(() => everything.map(isRunning)).toEqual([false, false, false, false]);
  });

  test("a start that fails leaves no database behind", async () => {
    const spoil = async (statement: string) => {
      const postgres = await startPostgres({ stateDir });
      const client = await connect(postgres.owner);
      await client.query(statement);
      await client.end();
      await postgres.stop();
    };
    await spoil("update schema_migration set sha256 = 'not ' || sha256");
    const attempt = run(["start"]);
    const left = existsSync(join(stateDir, "pgdata", "postmaster.pid"));
    await spoil("update schema_migration set sha256 = substr(sha256, 5)");
    expect(attempt.stderr).toMatch(/migration .* changed after it was applied/);
    expect(attempt.status).toBe(1);
    expect(left).toBe(false);
  });

  test("migrate works without a running product and leaves none", () => {
    const migrated = run(["migrate"]);
    expect(migrated.stdout).toBe("The database is up to date.\n");
    expect(existsSync(join(stateDir, "pgdata", "postmaster.pid"))).toBe(false);
  });
});

describe("the command line", () => {
  test("A1: start refuses an address that others can reach in clear", () => {
    const attempt = run(["start"], { HOST: "0.0.0.0" });
    expect(attempt.stderr).toMatch(/^HOST is 0\.0\.0\.0, which other machines can reach/);
    expect(attempt.status).toBe(1);
  });

  test("help lists the commands, and no command is an error with the same list", () => {
    expect(run(["--help"])).toMatchObject({ status: 0, stdout: expect.stringMatching(/start.*parse.*render.*migrate.*doctor/s) as string });
    expect(run([])).toMatchObject({ status: 2 });
  });

  test.each([[["nonsense"], "There is no command “nonsense”."], [["start", "--fast"], "Unknown option '--fast'."], [["render"], "render takes one JSON file"], [["render", "x.json", "--paper", "a5"], "There is no paper “a5”"]])("%j is answered by a sentence", (args, sentence) => {
    const attempt = run(args);
    expect(attempt.stderr).toContain(sentence);
    expect(attempt.stderr.trim().split("\n")).toHaveLength(1);
    expect(attempt.status).toBe(2);
  });

  test("render makes a PDF from a document described as JSON, and names what is wrong with one", () => {
    const source = join(stateDir, "document.json");
    const target = join(stateDir, "document.pdf");
    writeFileSync(source, JSON.stringify(anInvoice()));
    expect(run(["render", source, "--output", target, "--template", "letter"])).toMatchObject({ status: 0, stdout: `${target}\n` });
    expect(readFileSync(target).subarray(0, 5).toString()).toBe("%PDF-");
    writeFileSync(source, "{}");
    expect(run(["render", source])).toMatchObject({ status: 1, stderr: expect.stringMatching(/^The document has \d+ mistakes/) as string });
    writeFileSync(source, "{");
    expect(run(["render", source])).toMatchObject({ status: 1, stderr: expect.stringContaining("not JSON") as string });
  });

  test("a process of ours that cannot begin ends, although its parent would listen to it", async () => {
    const child = fork(join(rootDir, "dist", "cli.js"), ["web"], { env: environment({ PORT: "none" }), stdio: ["ignore", "ignore", "pipe", "ipc"] });
    started.push(child);
    expect(await once(child, "exit")).toEqual([1, null]);
  });

  test("doctor names what is wrong and how to mend it", () => {
    const doctor = run(["doctor"], { LOG_LEVEL: "loud", SMTP_URL: "mail.example" });
    expect(doctor.stdout).toMatch(/WRONG SMTP_URL .*must look like smtp:/);
    expect(doctor.stdout).toMatch(/2 things are wrong\./);
    expect(doctor.status).toBe(1);
  });
});
