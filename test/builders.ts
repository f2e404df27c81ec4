// What tests are made of: services on a database of their own, workspaces, people, the application itself.
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance, InjectOptions } from "fastify";
import { generate } from "otplib";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { roleMay, type Role } from "../src/access/index.ts";
import { buildApp } from "../src/app.ts";
import { writeEvents } from "../src/events/index.ts";
import { jobs } from "../src/nouns.ts";
import { loadConfig } from "../src/platform/config.ts";
import { openDatabase } from "../src/platform/database.ts";
import { folderStore, newWorkspaceKey } from "../src/platform/files.ts";
import { openQueue } from "../src/platform/jobs.ts";
import { createOutbound } from "../src/platform/outbound.ts";
import { createLimits } from "../src/platform/limits.ts";
import { createLog } from "../src/platform/log.ts";
import { createReader, type Reader } from "../src/platform/reading/child.ts";
import type { Services } from "../src/platform/services.ts";
import { ssoHooks } from "../src/sso/index.ts";
import { createScope, type Scope } from "../src/workspaces/index.ts";
import { rootDir } from "../src/platform/config.ts";

const admin = async (work: (client: pg.Client) => Promise<unknown>) => {
  const client = new pg.Client(inject("connections").admin);
  await client.connect();
  await work(client).finally(() => client.end());
};

/** Connections to a fresh copy of the migrated database. */
export async function freshDatabase(): Promise<{ owner: pg.ClientConfig; app: pg.ClientConfig; admin: pg.ClientConfig; drop(): Promise<void> }> {
  const { admin: a, owner, app } = inject("connections");
  const database = `${inject("template")}_${randomUUID().slice(0, 8)}`;
  await admin(async (client) => {
    // Two files may copy the template at once; PostgreSQL lets one at a time.
    await client.query("select pg_advisory_lock(hashtext('counterfoil.test.template'))");
    await client.query(`create database "${database}" template "${inject("template")}" owner counterfoil_owner`);
  });
  return {
    owner: { ...owner, database }, app: { ...app, database }, admin: { ...a, database },
    drop: () => admin((client) => client.query(`drop database if exists "${database}" with (force)`)),
  };
}

export type TestServices = Services & {
  /** Moves the clock to an instant; `null` returns to the real time. */
  moveClock(to: Date | null): void;
  /** Works off every job that waits, once each, in this process, until none is left. */
  workJobs(): Promise<void>;
  databaseConnections: { owner: pg.ClientConfig; app: pg.ClientConfig; admin: pg.ClientConfig };
};

const ring = () => {
  const key = randomBytes(32);
  return { currentId: "test", keyOf: () => key };
};

/** Services for a test file, opened before its first test and closed after its last. */
export function testServices(options: { readers?: number; connections?: number } = {}): TestServices {
  const services = {} as TestServices;
  let close: () => Promise<void> = async () => undefined;
  beforeAll(async () => {
    const stateDir = mkdtempSync(join(tmpdir(), "counterfoil-files-"));
    const fresh = await freshDatabase();
    const log = createLog(process.env["LOG_LEVEL"] ?? "silent");
    const config = loadConfig({ PORT: "3000", COUNTERFOIL_STATE_DIR: stateDir });
    let moved: Date | null = null;
    const database = openDatabase(fresh.app, { max: options.connections ?? 12 });
    const queue = await openQueue(fresh.app, log);
    // Children start when a test first reads something: most never do.
    let started: Reader | null = null;
    const open = () => (started ??= createReader({ size: options.readers ?? 1, parserPath: join(rootDir, "dist", "parser.js") }));
    const reader: Reader = {
      read: (...input) => open().read(...input), pageImage: (...input) => open().pageImage(...input), countPages: (...input) => open().countPages(...input), pageWords: (...input) => open().pageWords(...input),
      cutPdf: (...input) => open().cutPdf(...input), judge: (...input) => open().judge(...input), teach: (...input) => open().teach(...input), replay: (...input) => open().replay(...input), isolation: () => open().isolation(), close: async () => started?.close(),
    };
    Object.assign(services, {
      config, log, database, queue, reader, writeEvents, limits: createLimits(database.pool, log), keys: ring(), signing: { ...ring(), audience: "counterfoil:test" },
      files: folderStore(join(stateDir, "files")),
      sso: ssoHooks,
      // A test that needs somebody outside puts its own here; by default nothing is reached.
      outbound: createOutbound({ hosts: [], privateHosts: [] }),
      clock: () => moved ?? new Date(),
      moveClock: (to: Date | null) => { moved = to; },
      databaseConnections: fresh,
      workJobs: () => workWaitingJobs(services, fresh.app),
    } satisfies TestServices);
    close = async () => {
      await queue.stop();
      await reader.close();
      await database.close();
      await fresh.drop();
      rmSync(stateDir, { recursive: true, force: true });
    };
  });
  afterAll(() => close());
  return services;
}

/** Takes jobs straight from the queue's table, as a worker would, and runs their handlers one after the other. */
async function workWaitingJobs(services: TestServices, connection: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    for (;;) {
      const { rows: [job] } = await client.query(`
        update pgboss.job set state = 'completed', completed_on = now() where (name, id) = (
          select name, id from pgboss.job where state in ('created', 'retry') order by created_on limit 1 for update skip locked)
        returning name, data`);
      if (!job) return;
      const handler = jobs.find((one) => one.kind === job.name);
      if (!handler) throw new Error(`no handler for job ${job.name}`);
      await handler.run(services, job.data);
    }
  } finally {
    await client.end();
  }
}

/** A fresh workspace and a scope of somebody with the given role in it. */
export async function aScope(services: Services, role: Role = "owner", name = "Ada Test"): Promise<Scope> {
  const workspaceId = randomUUID();
  const personId = randomUUID();
  const scope = createScope(services, {
    workspaceId, actor: { kind: "person", id: personId, name, role, may: (permission) => roleMay(role, permission) },
    requestId: "req_test", ip: "127.0.0.1", userAgent: "test",
  });
  const { wrapped, keyId } = newWorkspaceKey(services.keys, workspaceId);
  await scope.transaction(async (tx) => {
    await tx.db.insertInto("person").values({ id: personId, email: `${personId}@test.example`, name }).execute();
    await tx.db.insertInto("workspace").values({ id: workspaceId, name: "Test workspace", kind: "business", wrapped_key: wrapped, key_id: keyId }).execute();
    await tx.db.insertInto("membership").values({ workspace_id: workspaceId, person_id: personId, role }).execute();
  });
  return scope;
}

/** The application of a test file, ready for `inject`. */
export function anApp(services: Services): { app: FastifyInstance } {
  const holder = {} as { app: FastifyInstance };
  beforeAll(async () => { holder.app = await buildApp(services); });
  afterAll(() => holder.app?.close());
  return holder;
}

export type Client = {
  /** Calls the API like a browser of that person: cookie and Origin are set. */
  call(method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE", url: string, payload?: unknown, headers?: Record<string, string>): Promise<{ status: number; body: any; headers: Record<string, unknown>; raw: Buffer }>;
  cookie: string;
};

/** A client with cookies (or a bearer key) for `app`. Like a browser it takes the cookies that answers set; `cookie` is what it holds now. */
export function clientOf(app: FastifyInstance, auth: { cookie?: string; key?: string; /** The address it calls from. */ from?: string }): Client {
  const jar = new Map((auth.cookie ?? "").split("; ").filter(Boolean).map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)] as const));
  const held = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  return {
    get cookie() { return held(); },
    async call(method, url, payload, headers = {}) {
      const response = await app.inject({
        method, url, ...(auth.from ? { remoteAddress: auth.from } : {}),
        headers: {
          host: "localhost:3000", ...(method === "GET" ? {} : { origin: "http://localhost:3000" }),
          ...(jar.size > 0 ? { cookie: held() } : {}), ...(auth.key ? { authorization: `Bearer ${auth.key}` } : {}), ...headers,
        },
        ...(payload === undefined ? {} : { payload: payload as NonNullable<InjectOptions["payload"]> }),
      });
      for (const { name, value } of response.cookies) if (value) jar.set(name, value); else jar.delete(name);
      const type = String(response.headers["content-type"] ?? "");
      return { status: response.statusCode, body: /[/+]json\b/.test(type) ? response.json() : response.body, headers: response.headers, raw: response.rawPayload };
    },
  };
}

/** The password of everybody whom the builders sign up. */
export const TEST_PASSWORD = "tonal-plinth-orbit-83";

/** Proves the person again, as before a dangerous act whose ten minutes are over. */
export async function stepUp(client: Client, password = TEST_PASSWORD): Promise<void> {
  const answer = await client.call("POST", "/api/session/prove", { password });
  if (answer.status !== 200) throw new Error(`step-up failed: ${JSON.stringify(answer.body)}`);
}

/** Sets up an authenticator app for the signed-in person. Answers `codeAt(instant)` and the recovery codes. */
export async function withTotp(client: Client, at: () => Date = () => new Date()): Promise<{ secret: string; codeAt(instant: Date): Promise<string>; recoveryCodes: string[] }> {
  const begun = await client.call("POST", "/api/totp");
  if (begun.status !== 200) throw new Error(`totp failed: ${JSON.stringify(begun.body)}`);
  const { secret } = begun.body as { secret: string };
  const codeAt = (instant: Date) => generate({ secret, epoch: Math.floor(instant.getTime() / 1000) });
  const confirmed = await client.call("POST", "/api/totp/confirm", { code: await codeAt(at()) });
  if (confirmed.status !== 200) throw new Error(`totp was not confirmed: ${JSON.stringify(confirmed.body)}`);
  return { secret, codeAt, recoveryCodes: confirmed.body.recoveryCodes ?? [] };
}

let people = 0;
/** Signs a new person up, with a workspace of their own, and returns their client. */
export async function signedIn(app: FastifyInstance, name = "Ada Test"): Promise<Client & { email: string; workspaceId: string }> {
  const email = `person${++people}-${randomUUID().slice(0, 8)}@test.example`;
  const client = clientOf(app, {});
  const answer = await client.call("POST", "/api/sign-up", { name, email, password: TEST_PASSWORD, workspaceName: `${name}'s workspace` });
  if (answer.status !== 200) throw new Error(`sign-up failed: ${JSON.stringify(answer.body)}`);
  const session = await client.call("GET", "/api/session");
  return Object.assign(client, { email, workspaceId: session.body.workspace.id as string });
}

/** Has the owner invite somebody of a role, limited to companies if given, who joins with a password; returns their client. */
export async function joined(app: FastifyInstance, owner: Client, role: Role, options: { name?: string; companyIds?: string[] | null } = {}): Promise<Client & { email: string; personId: string }> {
  const email = `${role}-${randomUUID().slice(0, 8)}@test.example`;
  const invited = await owner.call("POST", "/api/team/invitations", { email, role, ...(options.companyIds ? { companyIds: options.companyIds } : {}) });
  if (invited.status !== 201) throw new Error(`invitation failed: ${JSON.stringify(invited.body)}`);
  const client = clientOf(app, {});
  const answer = await client.call("POST", "/api/invitations/accept", { token: String(invited.body.link).split("/").at(-1), name: options.name ?? `Max ${role}`, password: TEST_PASSWORD });
  if (answer.status !== 200) throw new Error(`joining failed: ${JSON.stringify(answer.body)}`);
  const session = await client.call("GET", "/api/session");
  return Object.assign(client, { email, personId: session.body.person.id as string });
}
