export { PostgresError } from "./binaries.ts";
export { connectionsOf, parseConnection, type Connection, type Connections } from "./connections.ts";
export { startPostgres, type Postgres, type PostgresOptions } from "./launcher.ts";
export { checkDurability, connect, ensureRoles } from "./roles.ts";
