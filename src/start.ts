/**
 * `counterfoil start`: one supervisor over the database, the web process and the worker. It holds the lock of the state
 * folder, restarts whatever dies, and takes everything down within five seconds. It serves nothing itself, so there is
 * little in it that could fail; and if it is killed all the same, its children end by themselves, the database goes on,
 * and the next start finds both.
 */
import { chmodSync, copyFileSync, existsSync, mkdirSync, openSync, readFileSync, statSync, truncateSync, writeSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createChildren } from "./platform/children.ts";
import { loadConfig, rootDir, type Config } from "./platform/config.ts";
import { createLog, type Log } from "./platform/log.ts";
import { migrate } from "./platform/migrate.ts";
import { checkDurability, connect, connectionsOf, ensureRoles, prepareState, startPostgres, type Postgres } from "./platform/postgres/index.ts";
import { isRunning, tryLock, type ProcessName } from "./platform/process-lock.ts";
import { openSecrets } from "./platform/secrets.ts";
import { setupToken } from "./sign-in/setup.ts";

/** Something a person must mend before the product can start; the message says what. */
export class StartError extends Error {
  override name = "StartError";
}

type Role = "web" | "worker";

/** What the lock file tells others about a running installation. */
export type Running = { address: string | null; stopping: boolean; children: (ProcessName & { role: Role })[] };

/** The lock file of a state folder. */
export const lockFile = (stateDir: string): string => join(stateDir, "start.lock");

// Together under the five seconds that Ctrl-C may take: children first, then the database (fast, then immediate).
const CHILDREN_STOP_MS = 2000;
// A stop that is no Ctrl-C (a service manager's, before an update) lets requests in work come to their end.
const PATIENT_STOP_MS = 27_500;
const DATABASE_STOP_MS = 1200;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const LOG_BYTES = 20_000_000;

/** Runs until it is told to stop. Answers the exit code. Throws errors written for people. */
export async function start({ logs }: { logs: boolean }): Promise<number> {
  const given = loadConfig();
  prepareState(given);
  const take = () => tryLock<Running>(lockFile(given.stateDir), { address: null, stopping: false, children: [] });
  let attempt = take();
  while ("holder" in attempt && attempt.holder.details.stopping) {
    await sleep(50);
    attempt = take();
  }
  if ("holder" in attempt) {
    const { pid, details } = attempt.holder;
    console.log(details.address
      ? `Counterfoil already runs at ${details.address} (process ${pid}, state in ${given.stateDir}).`
      : `Counterfoil is already starting (process ${pid}, state in ${given.stateDir}).`);
    return 0;
  }
  const { lock, inherited } = attempt;
  try {
    await endOrphans(inherited?.children ?? []);
    // Chosen here once, so that a web process that is started again comes back under the same address.
    const port = await usablePort(given);
    const config = port === given.port ? given : loadConfig({ ...process.env, PORT: String(port) });
    return await supervise(config, logs, lock.note);
  } finally {
    lock.release();
  }
}

/**
 * Makes the database ready for work: starts the embedded one or prepares the operator's, then migrates. Answers the names
 * of the migrations applied. The server is handed over as soon as it runs, so that the caller can stop it whatever comes.
 * Throws when the server could lose acknowledged writes.
 */
export async function prepareDatabase(config: Config, log: Log, serverRuns: (postgres: Postgres) => void): Promise<string[]> {
  prepareState(config);
  openSecrets(config); // a lost master key must show before anything is written
  const postgres = config.databaseUrl ? null : await startPostgres({ stateDir: config.stateDir, log });
  if (postgres) serverRuns(postgres);
  const connections = postgres ?? connectionsOf(config);
  if (!postgres) await ensureRoles(connections, config.stateDir);
  const unsafe = await checkDurability(connections.app);
  if (unsafe.length > 0) throw new StartError(unsafe.join("\n"));
  return migrate(connections.owner);
}

async function supervise(config: Config, logs: boolean, note: (running: Running) => void): Promise<number> {
  const logFiles = openLogs(config.stateDir);
  const log = createLog(config.logLevel, (line) => {
    writeSync(logFiles.start, line);
    if (logs) process.stderr.write(line);
  });
  // Without a terminal that could hang up, SIGHUP is the customary order to read the certificate again.
  const orders = listenForOrders(() => { for (const { role, pid } of children.running()) if (role === "web") process.kill(pid, "SIGHUP"); });
  let address: string | null = null;
  let postgres: Postgres | null = null;
  let giveUp = (_error: Error) => undefined as void;
  const gaveUp = new Promise<never>((_resolve, reject) => { giveUp = reject; });
  gaveUp.catch(() => undefined); // it may come after nobody waits any more

  const children = createChildren<Role>({
    script: join(rootDir, "dist", "cli.js"),
    env: { ...process.env, PORT: String(config.port), NODE_ENV: "production" },
    output: (role) => (logs ? "inherit" : logFiles[role]),
    log,
    changed: () => tell(),
    gaveUp: (role) => giveUp(new StartError(`The ${role} process does not start. ${logs ? "" : lastWords(config.stateDir, role)}`)),
  });
  const tell = () => note({ address, stopping: orders.stop, children: children.running() });

  /** Starts the database again whenever it ended. */
  const keepDatabase = async (): Promise<void> => {
    for (let failures = 0; postgres && !orders.stop; ) {
      if (postgres.isRunning()) {
        failures = 0;
        await Promise.race([sleep(200), orders.stopped]);
        continue;
      }
      const { pid, app: { port } } = postgres;
      log.warn({ pid }, "PostgreSQL ended; starting it again");
      try {
        postgres = await startPostgres({ stateDir: config.stateDir, log });
        // Without a socket it may have come back under another port, which children learn only at their start.
        if (postgres.app.port !== port) children.restart();
      } catch (error) {
        log.error({ error: (error as Error).message }, "PostgreSQL does not start");
        await Promise.race([sleep(Math.min(10_000, 250 * 2 ** failures++)), orders.stopped]);
      }
    }
  };

  let watching: Promise<void> = Promise.resolve();
  const bringUp = async (): Promise<void> => {
    const applied = await prepareDatabase(config, log, (server) => { postgres = server; });
    if (applied.length > 0) log.info({ applied }, "database brought up to date");
    if (orders.stop) return;
    watching = keepDatabase();
    const [listening = ""] = (await Promise.race([Promise.all([children.keep("web"), children.keep("worker")]), orders.stopped])) ?? [];
    while (!orders.stop && !config.tls && !(await answers(listening))) await sleep(25);
    if (orders.stop) return;
    address = config.publicUrl;
    tell();
    console.log(`Counterfoil is running at ${address}`);
    const code = await setupCode(config, postgres?.app ?? connectionsOf(config).app);
    if (code) console.log(`Nobody has a sign-in here yet. Make the first one at ${address}/sign-up with this setup code:\n  ${code}`);
  };

  const takeDown = async (): Promise<void> => {
    const begun = Date.now();
    orders.giveStop();
    tell();
    await children.stop(orders.patient ? PATIENT_STOP_MS : CHILDREN_STOP_MS, () => orders.hurry);
    // A start in progress may be about to have a database: wait for it, within reason, so as not to leave one behind.
    await Promise.race([Promise.allSettled([starting, watching]), sleep(CHILDREN_STOP_MS)]);
    await postgres?.stop(orders.hurry ? 200 : DATABASE_STOP_MS).catch((error: Error) => log.error({ error: error.message }, "PostgreSQL does not stop"));
    log.info({ ms: Date.now() - begun }, "stopped");
  };

  const starting = bringUp();
  const rotating = setInterval(() => rotateLogs(config.stateDir), 60_000).unref();
  try {
    await Promise.race([starting.then(() => orders.stopped), gaveUp, orders.stopped]);
  } finally {
    await takeDown();
    clearInterval(rotating);
    orders.close();
  }
  return 0;
}

/** The code by which the first owner proves that the installation is theirs; null where none is needed (any more). */
async function setupCode(config: Config, database: Parameters<typeof connect>[0]): Promise<string | null> {
  const client = await connect(database);
  try {
    const { rows: [row] } = await client.query<{ opened_at: Date | null }>("select opened_at from installation");
    return setupToken(config, Boolean(row?.opened_at));
  } finally {
    await client.end();
  }
}

/** What we are told from outside: to stop, and, by a second signal, to hurry. */
function listenForOrders(reload: () => void) {
  let resolveStopped = () => undefined as void;
  const orders = {
    stop: false,
    /** Whether what is in work may come to its end first. */
    patient: false,
    hurry: false,
    stopped: new Promise<void>((resolve) => { resolveStopped = resolve; }),
    giveStop() {
      orders.stop = true;
      resolveStopped();
    },
    close() {
      clearInterval(orphaned);
      for (const signal of SIGNALS) process.off(signal, onSignal);
    },
  };
  const onSignal = (signal: NodeJS.Signals) => {
    if (signal === "SIGHUP" && !process.stdout.isTTY) return reload();
    orders.hurry = orders.stop;
    orders.patient = signal === "SIGTERM";
    orders.giveStop();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  // npm passes a signal on to the shell it started, which may die of it without telling us.
  const parent = process.ppid;
  const orphaned = setInterval(() => { if (process.env["npm_lifecycle_event"] && process.ppid !== parent) orders.giveStop(); }, 50).unref();
  return orders;
}

/** Children of a killed supervisor end when its channel closes. One that is stuck is ended here, by the name it was noted under. */
async function endOrphans(children: readonly ProcessName[]): Promise<void> {
  for (const deadline = Date.now() + 2500; Date.now() < deadline && children.some(isRunning); ) await sleep(20);
  for (const child of children) if (isRunning(child)) process.kill(child.pid, "SIGKILL");
}

/** The configured port if it is free, any free one for 0. Throws when another program has it. */
async function usablePort({ host, port }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", (error: NodeJS.ErrnoException) => reject(new StartError(
      error.code === "EADDRINUSE" ? `Port ${port} is used by another program. End it, or choose another port: PORT=${port + 1} npm start`
      : error.code === "EACCES" ? `Port ${port} may only be used by the system administrator. Choose one above 1023 with PORT.`
      : error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND" ? `HOST is ${host}, which is not an address of this machine. Use 127.0.0.1, or an address that it has.`
      : `The address ${host}:${port} cannot be used: ${error.message}.`)));
    probe.listen({ host, port }, () => {
      const chosen = (probe.address() as { port: number }).port;
      probe.close(() => resolve(chosen));
    });
  });
}

/** Whether the web process says that it can work. `address` is where it listens, which may be a wildcard. */
function answers(address: string): Promise<boolean> {
  const url = new URL(address);
  const host = url.hostname === "0.0.0.0" ? "127.0.0.1" : url.hostname === "[::]" ? "::1" : url.hostname.replace(/^\[|\]$/g, "");
  return new Promise((resolve) => {
    get({ host, port: url.port, path: "/healthz", agent: false, timeout: 2000, headers: { host: "localhost" } }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    }).on("error", () => resolve(false)).on("timeout", function (this: { destroy(): void }) { this.destroy(); });
  });
}

const logPath = (stateDir: string, name: Role | "start") => join(stateDir, "logs", `${name}.log`);

function openLogs(stateDir: string): Record<Role | "start", number> {
  mkdirSync(join(stateDir, "logs"), { recursive: true, mode: 0o700 });
  const open = (name: Role | "start") => {
    const file = openSync(logPath(stateDir, name), "a", 0o600);
    chmodSync(logPath(stateDir, name), 0o600);
    return file;
  };
  return { start: open("start"), web: open("web"), worker: open("worker") };
}

/** Children write into their file themselves, so it is copied away and emptied; they append and go on at its start. */
function rotateLogs(stateDir: string): void {
  for (const name of ["start", "web", "worker"] as const) {
    const path = logPath(stateDir, name);
    if (!existsSync(path) || statSync(path).size < LOG_BYTES) continue;
    copyFileSync(path, `${path}.1`);
    truncateSync(path);
  }
}

function lastWords(stateDir: string, role: Role): string {
  const path = logPath(stateDir, role);
  const lines = readFileSync(path, "utf8").trim().split("\n").slice(-12).join("\n");
  return `The end of ${path}:\n${lines}`;
}
