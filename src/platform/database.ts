import { createHash } from "node:crypto";
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
  /**
   * Answers one reading query under the given identity. For look-ups that stand before every request: the server plans
   * the statement once per connection, as planning under row security takes longer than looking.
   */
  look<T>(identity: Identity, query: RawBuilder<T>): Promise<T[]>;
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
    transaction: (identity, work) => kysely.connection().execute(async (connection) => {
      const db = connection as Transaction<Database>;
      try {
        await db.executeQuery(raw(`begin; ${assumption(identity)}`)); // one round trip for both
        const result = await work(db);
        await db.executeQuery(raw("commit"));
        return result;
      } catch (error) {
        await db.executeQuery(raw("rollback")).catch(() => undefined); // a connection that is gone took its transaction along
        throw error;
      }
    }),
    async look<T>(identity: Identity, query: RawBuilder<T>): Promise<T[]> {
      const { sql: text, parameters } = query.compile(kysely);
      const name = nameOf(text);
      const client = await pool.connect();
      let broken = true;
      try {
        const known = prepared.get(client) ?? new Set<string>();
        prepared.set(client, known);
        if (!known.has(name)) await client.query(`prepare ${name} (${parameters.map(typeOf).join(", ")}) as ${text}`);
        known.add(name);
        // One message is one transaction of its own: the identity ends with it, and nobody waits in between.
        const answers = await client.query(`${assumption(identity)}; execute ${name}${parameters.length > 0 ? ` (${parameters.map(literalOf).join(", ")})` : ""}`) as unknown as pg.QueryResult[];
        broken = false;
        return answers[1]!.rows as T[];
      } finally {
        client.release(broken); // after an error the next look-up begins on a fresh connection, with a statement planned anew
      }
    },
    close: () => kysely.destroy(),
  };
}

/** The statement that sets the identity for the rest of the transaction (`true` = local); empty text means "none". */
function assumption(identity: Identity): string {
  const settings = {
    workspace: identity.workspaceId ?? "",
    person: identity.personId ?? "",
    presented: identity.presented?.toString("hex") ?? "",
    email: identity.email?.includes("\0") ? "" : identity.email ?? "", // nobody has such an address, and it cannot be sent
    companies: identity.companies ? `{${identity.companies.join(",")}}` : "",
  };
  return `select ${Object.entries(settings).map(([name, value]) => `set_config('app.${name}', ${pg.escapeLiteral(value)}, true)`).join(", ")}`;
}

/** Sets the identity for the rest of a transaction that was begun by hand. */
export async function assume(db: Transaction<Database>, identity: Identity): Promise<void> {
  await db.executeQuery(raw(assumption(identity)));
}

const raw = (text: string) => ({ sql: text, parameters: [], query: { kind: "RawNode" } as never, queryId: { queryId: text } });

/** The look-ups that each connection has planned. */
const prepared = new WeakMap<pg.PoolClient, Set<string>>();
const typeOf = (value: unknown): string => (Buffer.isBuffer(value) ? "bytea" : "text");
/** A look-up's parameter as SQL: a hash or a text. Others would need a type, and there are none. */
function literalOf(value: unknown): string {
  if (Buffer.isBuffer(value)) return `'\\x${value.toString("hex")}'`;
  if (typeof value === "string") return pg.escapeLiteral(value);
  throw new Error("a look-up takes texts and bytes");
}

const names = new Map<string, string>();
/** A prepared statement's name, the same for the same text. There are as many as there are look-ups in the source. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `look_${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
  names.set(text, name);
  return name;
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

