import type { Config } from "../config.ts";
import { prepareStateFolder, whoRunsPostgres } from "./binaries.ts";
import { dataFolder } from "./connections.ts";

export { PostgresError } from "./binaries.ts";
export { connectionsOf, parseConnection, type Connection, type Connections } from "./connections.ts";
export { startPostgres, type Postgres, type PostgresOptions } from "./launcher.ts";
export { checkDurability, connect, ensureRoles } from "./roles.ts";

/** Makes the state folder, closed to others and, as root with the embedded server, open for its user to pass through. */
export function prepareState({ stateDir, databaseUrl }: Pick<Config, "stateDir" | "databaseUrl">): void {
  prepareStateFolder(stateDir, databaseUrl ? {} : whoRunsPostgres(dataFolder(stateDir)));
}
