import pg from "pg";
import { Kysely, PostgresDialect, type RawBuilder, type Transaction } from "kysely";
import type { Database } from "./database-types.ts";

// Values as the product wants them: bigint minor units, civil dates as text, exact decimals as text, instants as Date.
const parsers: Record<number, (text: string) => unknown> = {
  20: (text) => BigInt(text), // int8
  1082: (text) => text, // date
  1700: (text) => text, // numeric
};
const types = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    (format !== "binary" && parsers[oid]) || pg.types.getTypeParser(oid, format as "text"),
} as pg.CustomTypesConfig;

export type DatabaseHandle = {
  pool: pg.Pool;
  kysely: Kysely<Database>;
  /** Runs `work` in one transaction under the given identity; row-level security sees nothing beyond it. */
  transaction<T>(identity: Identity, work: (db: Transaction<Database>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** Who a transaction is for. What is absent is invisible: no identity, no rows. */
export type Identity = {
  workspaceId?: string | undefined;
  personId?: string | undefined;
  /** The companies of the workspace that are visible; null or absent for all, empty for none. */
  companies?: readonly string[] | null | undefined;
  /** A secret's SHA-256 (API key, invitation, link) or a session id, which makes just the row that it names visible. */
  presented?: Buffer | undefined;
  /** Sign-in only: makes the person with this address visible. */
  email?: string | undefined;
};

/** Opens the pool that every request and job uses: the role `counterfoil_app`, which cannot bypass row security. */
export function openDatabase(connection: pg.PoolConfig, options: { max?: number } = {}): DatabaseHandle {
  const pool = new pg.Pool({ ...connection, max: options.max ?? 16, types, application_name: "counterfoil" });
  // A connection that dies (database restart) fails the query it runs; without these it would also end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => { client.on("error", () => undefined); });
  const kysely = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return {
    pool,
    kysely,
    transaction: (identity, work) => kysely.transaction().execute(async (db) => {
      await assume(db, identity);
      return work(db);
    }),
    close: () => kysely.destroy(),
  };
}

/** Sets the identity for the rest of the transaction (`true` = local), in one round trip; empty text means "none". */
export async function assume(db: Transaction<Database>, identity: Identity): Promise<void> {
  await db.executeQuery({
    sql: `select set_config('app.workspace', $1, true), set_config('app.person', $2, true),
                 set_config('app.presented', $3, true), set_config('app.email', $4, true), set_config('app.companies', $5, true)`,
    parameters: [
      identity.workspaceId ?? "",
      identity.personId ?? "",
      identity.presented?.toString("hex") ?? "",
      identity.email ?? "",
      identity.companies ? `{${identity.companies.join(",")}}` : "",
    ],
    query: { kind: "RawNode" } as never,
    queryId: { queryId: "assume" },
  });
}

/** Runs a query that yields exactly one row; anything else is our bug. */
export async function one<T>(db: Kysely<Database>, query: RawBuilder<T>): Promise<T> {
  const { rows } = await query.execute(db);
  if (rows.length !== 1) throw new Error(`expected one row, got ${rows.length}`);
  return rows[0]!;
}

/** Runs a query that yields a row or nothing. */
export async function maybe<T>(db: Kysely<Database>, query: RawBuilder<T>): Promise<T | undefined> {
  return (await query.execute(db)).rows[0];
}

/** Runs a query and returns its rows. */
export async function all<T>(db: Kysely<Database>, query: RawBuilder<T>): Promise<T[]> {
  return (await query.execute(db)).rows;
}

/** Runs a statement and returns how many rows it changed. */
export async function run(db: Kysely<Database>, query: RawBuilder<unknown>): Promise<number> {
  return Number((await query.execute(db)).numAffectedRows ?? 0n);
}

