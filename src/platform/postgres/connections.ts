/** How to reach the database: as administrator (roles, databases), as owner (migrations) and as the application. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { openDatabasePasswords } from "../secrets.ts";

/** What `pg` needs to connect. A `host` that is a path is the folder of a unix socket. */
export type Connection = {
  host: string; port: number; user: string; password?: string; database: string;
  ssl?: NonNullable<pg.ClientConfig["ssl"]>;
};

export type Connections = { admin: Connection; owner: Connection; app: Connection };

export const DATABASE = "counterfoil";
export const OWNER_ROLE = "counterfoil_owner";
export const APP_ROLE = "counterfoil_app";

/** Data of the embedded server. */
export const dataFolder = (stateDir: string): string => join(stateDir, "pgdata");

/** Folder of its unix socket, closed to everybody but its user. */
export const socketFolder = (stateDir: string): string => join(stateDir, "run");

/** The port number only names the socket file. */
export const SOCKET_PORT = 5432;

/** False where a unix socket cannot be used: on Windows, and where its path exceeds what the kernel takes (108 bytes). */
export const usesSocket = (stateDir: string): boolean =>
  process.platform !== "win32" && Buffer.byteLength(join(socketFolder(stateDir), `.s.PGSQL.${SOCKET_PORT}`)) < 100;

/**
 * The three connections of an installation: to the embedded server, which must be running if it listens on TCP, or to
 * the one in `databaseUrl`, under roles whose passwords are this installation's. Reads files, connects to nothing.
 */
export function connectionsOf({ stateDir, databaseUrl }: { stateDir: string; databaseUrl: string | null }): Connections {
  const passwords = openDatabasePasswords(stateDir);
  const admin: Connection = databaseUrl
    ? parseConnection(databaseUrl)
    : { ...embeddedAddress(stateDir), user: "postgres", password: passwords.admin, database: "postgres" };
  const database = databaseUrl ? admin.database : DATABASE;
  return {
    admin,
    // A login that is the owner role already keeps its own password.
    owner: admin.user === OWNER_ROLE ? admin : { ...admin, user: OWNER_ROLE, password: passwords.owner, database },
    app: { ...admin, user: APP_ROLE, password: passwords.app, database },
  };
}

/** Takes a postgres:// address apart, the way `pg` understands it. */
export function parseConnection(url: string): Connection {
  const { host, port, user, password, database, ssl } = new pg.Client({ connectionString: url }) as pg.Client & { ssl?: pg.ClientConfig["ssl"] };
  return {
    host, port, user: user ?? "postgres", database: database ?? "postgres",
    ...(typeof password === "string" ? { password } : {}),
    ...(ssl ? { ssl } : {}),
  };
}

function embeddedAddress(stateDir: string): { host: string; port: number } {
  if (usesSocket(stateDir)) return { host: socketFolder(stateDir), port: SOCKET_PORT };
  return { host: "127.0.0.1", port: readPidFile(dataFolder(stateDir))?.port ?? 0 };
}

/** What a server writes into its data folder: see PostgreSQL's `miscadmin.h`, "Lock file line numbers". */
export type PidFile = { pid: number; port: number; status: string };

/** Reads `postmaster.pid`; null when there is none or it is not complete yet. */
export function readPidFile(pgdata: string): PidFile | null {
  let lines: string[];
  try {
    lines = readFileSync(join(pgdata, "postmaster.pid"), "utf8").split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, port: Number(lines[3]), status: (lines[7] ?? "").trim() } : null;
}
