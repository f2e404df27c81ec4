/** Roles and database, on the embedded server and on one of the operator's own alike. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { secretsFolder } from "../secrets.ts";
import { PostgresError } from "./binaries.ts";
import { APP_ROLE, OWNER_ROLE, type Connection, type Connections } from "./connections.ts";

const OLDEST_MAJOR = 15;
// Neither may bypass row security, become somebody else or make roles; only the owner may change the schema.
const LIMITS = "login nosuperuser nobypassrls nocreaterole nocreatedb noreplication";

type Role = { rolname: string; tame: boolean };

/**
 * Makes the database, the role that owns the schema and the role the product runs under, or repairs what differs.
 * Passwords are those of `connections`. Safe to repeat, and for several processes at once.
 *
 * Throws `PostgresError` when the server is too old, when the login may not create roles (a file in `stateDir`/secrets
 * then holds the SQL to run), or when the roles belong to another installation that is running.
 */
export async function ensureRoles({ admin, owner, app }: Connections, stateDir: string): Promise<void> {
  if (owner === admin && (await canLogIn(app))) return; // the operator gave us the owner and made the other role
  const client = await connect(admin);
  try {
    await client.query("select pg_advisory_lock(hashtext('counterfoil.roles'))");
    const version = Number((await client.query<{ server_version_num: string }>("show server_version_num")).rows[0]!.server_version_num);
    if (version < OLDEST_MAJOR * 10_000) throw new PostgresError(`The database server is PostgreSQL ${Math.floor(version / 10_000)}; Counterfoil needs ${OLDEST_MAJOR} or newer.`);

    for (const wanted of [owner, app]) {
      if (wanted !== admin) await ensureRole(client, wanted);
    }
    await ensureDatabase(client, { admin, owner });
    for (const wanted of [owner, app]) {
      if (wanted !== admin && !(await canLogIn(wanted))) await takeOver(client, wanted);
    }
  } catch (error) {
    if ((error as { code?: string }).code !== "42501") throw error; // insufficient_privilege
    const file = join(secretsFolder(stateDir), "roles.sql");
    writeFileSync(file, rolesSql({ admin, owner, app }), { mode: 0o600 });
    throw new PostgresError(`The login ${admin.user} of DATABASE_URL may not create the roles ${OWNER_ROLE} and ${APP_ROLE}. Let an administrator of the server run ${file} once (psql -f), then start again.`, { cause: error });
  } finally {
    await client.end();
  }
}

/** The same as SQL, for an administrator to run by hand. Holds passwords. */
export function rolesSql({ admin, owner, app }: Connections): string {
  const database = pg.escapeIdentifier(owner.database);
  return [
    "-- Roles of Counterfoil. Holds passwords: remove this file after use.",
    ...[owner, app].filter((role) => role !== admin).map((role) => `create role ${pg.escapeIdentifier(role.user)} ${LIMITS} password ${pg.escapeLiteral(role.password ?? "")};`),
    `grant connect, create, temporary on database ${database} to ${OWNER_ROLE};`,
    `grant connect on database ${database} to ${APP_ROLE};`,
    `\\connect ${database}`,
    `grant usage, create on schema public to ${OWNER_ROLE};`,
    `grant usage on schema public to ${APP_ROLE};`,
    "",
  ].join("\n");
}

async function ensureRole(client: pg.Client, wanted: Connection): Promise<void> {
  const name = pg.escapeIdentifier(wanted.user);
  const { rows } = await client.query<Role>(
    `select rolname, rolcanlogin and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication) as tame
       from pg_roles where rolname = $1`, [wanted.user]);
  if (!rows[0]) await client.query(`create role ${name} ${LIMITS} password ${pg.escapeLiteral(wanted.password ?? "")}`);
  else if (!rows[0].tame) await client.query(`alter role ${name} ${LIMITS}`);
}

/** A role that exists with another password: ours after secrets were lost, or that of a neighbour on the same server. */
async function takeOver(client: pg.Client, wanted: Connection): Promise<void> {
  const { rows } = await client.query<{ count: string }>("select count(*) from pg_stat_activity where usename = $1", [wanted.user]);
  if (Number(rows[0]!.count) > 0) {
    throw new PostgresError(`The role ${wanted.user} exists on this server with another password and is in use, so another installation works with it. Give each installation a server of its own, or start this one with the other's state folder (COUNTERFOIL_STATE_DIR).`);
  }
  await client.query(`alter role ${pg.escapeIdentifier(wanted.user)} password ${pg.escapeLiteral(wanted.password ?? "")}`);
  if (!(await canLogIn(wanted))) throw new PostgresError(`The role ${wanted.user} cannot log in to ${wanted.database}; check the server's pg_hba.conf, which must allow password logins (scram-sha-256) for it.`);
}

async function ensureDatabase(client: pg.Client, { admin, owner }: Pick<Connections, "admin" | "owner">): Promise<void> {
  const database = pg.escapeIdentifier(owner.database);
  if (admin.database === owner.database) { // the operator's database stays theirs
    if (owner === admin) return;
    const { rows } = await client.query<{ done: boolean }>(
      `select has_database_privilege($1, current_database(), 'create') and has_schema_privilege($1, 'public', 'create')
          and has_database_privilege($2, current_database(), 'connect') and has_schema_privilege($2, 'public', 'usage') as done`, [OWNER_ROLE, APP_ROLE]);
    if (rows[0]!.done) return;
    await client.query(`grant connect, create, temporary on database ${database} to ${OWNER_ROLE}`);
    await client.query(`grant connect on database ${database} to ${APP_ROLE}`);
    await client.query(`grant usage, create on schema public to ${OWNER_ROLE}`);
    await client.query(`grant usage on schema public to ${APP_ROLE}`);
    return;
  }
  const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [owner.database]);
  if (rowCount) return;
  await client.query(`create database ${database} owner ${OWNER_ROLE}`);
  await client.query(`revoke all on database ${database} from public`);
  await client.query(`grant connect on database ${database} to ${APP_ROLE}`);
}

/**
 * Settings without which an acknowledged write can be lost. Each entry is a sentence; empty is good.
 */
export async function checkDurability(connection: Connection): Promise<string[]> {
  const client = await connect(connection);
  try {
    const { rows } = await client.query<{ name: string; setting: string }>(
      "select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')");
    return rows.filter((row) => row.setting === "off" || (row.name === "synchronous_commit" && row.setting === "local"))
      .map((row) => `The database server runs with ${row.name} = ${row.setting}, so a power cut can lose what was acknowledged. Set ${row.name} = on.`);
  } finally {
    await client.end();
  }
}

async function canLogIn(connection: Connection): Promise<boolean> {
  try {
    await (await connect(connection)).end();
    return true;
  } catch (error) {
    // wrong password, no entry in pg_hba.conf for it, no right to the database
    if (["28P01", "28000", "42501"].includes((error as { code?: string }).code ?? "")) return false;
    throw error;
  }
}

/** Connects and waits, up to 30 s, for a server that is starting or recovering. */
export async function connect(connection: Connection, patienceMs = 30_000): Promise<pg.Client> {
  for (const deadline = Date.now() + patienceMs; ; ) {
    const client = new pg.Client({ ...connection, application_name: "counterfoil start", connectionTimeoutMillis: 10_000 });
    client.on("error", () => undefined); // the server going away is reported by the query that fails
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      const { code } = error as { code?: string };
      const starting = code === "57P03" || code === "ECONNREFUSED" || code === "ENOENT" || code === "ECONNRESET";
      if (!starting || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
