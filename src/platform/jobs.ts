import PgBoss from "pg-boss";
import pg from "pg";
import type { Kysely } from "kysely";
import type { Database } from "./database-types.ts";
import type { Log } from "./log.ts";

/**
 * Every kind of job there is, with how often it is tried. Payloads hold ids only, never invoice content, and always the
 * workspace under which the job runs (mail of a person without one carries the person).
 */
export const jobKinds = {
  "received-invoices.read": { retryLimit: 8, retryDelay: 2, expireInSeconds: 900 },
  "supplier-memory.learn": { retryLimit: 4, retryDelay: 10, expireInSeconds: 1800 },
  "invoices.render": { retryLimit: 8, retryDelay: 2, expireInSeconds: 120 },
  "proposals.render": { retryLimit: 8, retryDelay: 2, expireInSeconds: 120 },
  "exports.build": { retryLimit: 4, retryDelay: 5, expireInSeconds: 900 },
  "einvoices.transmit": { retryLimit: 8, retryDelay: 20, expireInSeconds: 120 },
  "events.index": { retryLimit: 8, retryDelay: 5, expireInSeconds: 600 },
  "mail.send": { retryLimit: 6, retryDelay: 20, expireInSeconds: 120 },
  "retention.run": { retryLimit: 5, retryDelay: 30, expireInSeconds: 3600 },
  "workspaces.fill-sample": { retryLimit: 3, retryDelay: 5, expireInSeconds: 900 },
} as const;
export type JobKind = keyof typeof jobKinds;
export type JobPayload = { workspaceId?: string; personId?: string } & Record<string, string | undefined>;

/** The queue as the product sees it: put a job in, in the caller's transaction; work jobs off, at least once each. */
export type Queue = {
  /** Joins the caller's transaction: no lost job when it commits, no ghost job when it does not. */
  enqueue(db: Kysely<Database>, kind: JobKind, payload: JobPayload): Promise<void>;
  /** Starts working off one kind; a handler that throws is tried again with growing pauses. */
  work(kind: JobKind, options: { parallel: number }, handler: (payload: JobPayload) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
};

/** Creates pg-boss's tables and one queue per kind as the owner role, and lets the application's role use them. */
export async function installQueues(owner: pg.ClientConfig, client: pg.Client): Promise<void> {
  const boss = new PgBoss({ ...(owner as PgBoss.DatabaseOptions), max: 2, schedule: false, supervise: false, migrate: true });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    for (const [name, options] of Object.entries(jobKinds)) {
      const settings = { name, policy: "standard" as const, retryBackoff: true, ...options };
      if (await boss.getQueue(name)) await boss.updateQueue(name, settings);
      else await boss.createQueue(name, settings);
    }
  } finally {
    await boss.stop({ graceful: false, wait: true });
  }
  await client.query(`grant usage on schema pgboss to counterfoil_app;
    grant select, insert, update, delete on all tables in schema pgboss to counterfoil_app;
    grant execute on all functions in schema pgboss to counterfoil_app;`);
}

/** The default queue: pg-boss in the product's own database. `sweep` is for the worker host, which also tidies up. */
export async function openQueue(connection: pg.PoolConfig, log: Log, options: { worker?: boolean } = {}): Promise<Queue> {
  const boss = new PgBoss({
    ...(connection as PgBoss.DatabaseOptions),
    max: options.worker ? 4 : 1,
    migrate: false,
    schedule: false,
    supervise: options.worker ?? false,
    maintenanceIntervalSeconds: 10,
    monitorStateIntervalSeconds: 10,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 7,
  } as PgBoss.ConstructorOptions);
  boss.on("error", (error) => log.warn({ error: String(error) }, "queue"));
  await boss.start();
  const lock = options.worker ? await takeOverAbandonedJobs(connection, log) : null;
  return {
    async enqueue(db, kind, payload) {
      const executeSql = async (text: string, values: unknown[]) => {
        const result = await db.executeQuery<never>({
          sql: text, parameters: values ?? [], query: { kind: "RawNode" } as never, queryId: { queryId: "enqueue" },
        });
        return { rows: result.rows as unknown[], rowCount: result.rows.length };
      };
      await boss.send(kind, payload, { db: { executeSql: executeSql as PgBoss.Db["executeSql"] } });
    },
    async work(kind, { parallel }, handler) {
      for (let index = 0; index < parallel; index++) {
        await boss.work<JobPayload>(kind, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async ([job]) => {
          if (!job) return;
          try {
            await handler(job.data);
          } catch (error) {
            log.warn({ kind, job: job.id, workspace: job.data.workspaceId, error: String(error), stack: (error as Error).stack }, "job failed");
            throw error;
          }
        });
      }
    },
    async stop() {
      await boss.stop(options.worker ? { graceful: true, timeout: 3000, wait: true } : { graceful: false, wait: true });
      await lock?.end().catch(() => undefined);
    },
  };
}

/**
 * A worker that was killed leaves its jobs marked as running until they expire. When this worker is the only one (it gets
 * the advisory lock), whatever still counts as running is abandoned and goes back into the queue at once.
 */
async function takeOverAbandonedJobs(connection: pg.PoolConfig, log: Log): Promise<pg.Client> {
  const client = new pg.Client({ ...connection, application_name: "counterfoil worker lock" });
  client.on("error", () => undefined);
  await client.connect();
  const { rows: [row] } = await client.query<{ alone: boolean }>(
    "select pg_try_advisory_lock(hashtext('counterfoil.worker')) as alone");
  if (row?.alone) {
    const { rowCount } = await client.query(
      "update pgboss.job set state = 'retry', start_after = now() where state = 'active'");
    if (rowCount) log.info({ jobs: rowCount }, "took over jobs of a worker that ended");
  }
  return client;
}
