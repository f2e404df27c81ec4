// What the promises are judged by, read from the running configuration and the database: nothing here is remembered or assumed.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Kysely } from "kysely";
import { countOpenAccess } from "../operator/index.ts";
import { isLoopback, rootDir, type Config } from "../platform/config.ts";
import type { Database } from "../platform/database-types.ts";
import { parseConnection } from "../platform/postgres/index.ts";
import type { Tx } from "../workspaces/index.ts";
import type { Facts, WorkspaceFacts } from "./facts.ts";
import { forbiddenPowers, serverVersion, tenantTables, workspaceSettings, type WorkspaceSettings } from "./queries.ts";

export const productVersion = (): string => (JSON.parse(readFileSync(join(rootDir, "package.json"), "utf8")) as { version: string }).version;

/** The facts of an installation. `db` is the application's own login: what it may see and do is a fact too. */
export async function examine(config: Config, db: Kysely<Database>, workspace: WorkspaceFacts | null = null): Promise<Facts> {
  const tables = await tenantTables(db);
  return {
    version: productVersion(),
    reach: config.tls ? "certificate" : config.trustedProxies.length > 0 ? "proxy" : "loopback",
    https: config.publicUrl.startsWith("https:"),
    database: { ...databasePlace(config), version: await serverVersion(db) },
    tables: { total: tables.length, open: tables.filter((table) => !table.protected).map((table) => table.name) },
    powers: await forbiddenPowers(db),
    signInProviders: [...(config.google ? ["Google"] : []), ...(config.microsoft ? ["Microsoft"] : [])],
    mail: config.smtpUrl !== null,
    securityContact: config.securityContact,
    routes: countRoutes(),
    workspace,
  };
}

function databasePlace({ databaseUrl }: Config): { place: Facts["database"]["place"]; encrypted: boolean } {
  if (!databaseUrl) return { place: "embedded", encrypted: true };
  const { host, ssl } = parseConnection(databaseUrl);
  const near = host.startsWith("/") || isLoopback(host);
  return { place: near ? "this_server" : "remote", encrypted: near || Boolean(ssl) };
}

let routes: Facts["routes"] | null = null;
/** From the API's description, which a test holds against the routes themselves. */
function countRoutes(): Facts["routes"] {
  if (routes) return routes;
  const path = join(rootDir, "openapi.json");
  const paths = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as { paths: Record<string, object> }).paths : {};
  const methods = Object.values(paths).flatMap((item) => Object.keys(item));
  return (routes = { total: methods.length, writing: methods.filter((method) => method !== "get").length });
}

const years: Record<string, number | "permanent"> = { "1_year": 1, "3_years": 3, "7_years": 7, permanent: "permanent" };

/** What the workspace of a transaction has set, as far as promises depend on it; and the settings as they are. */
export async function examineWorkspace(tx: Tx): Promise<{ facts: WorkspaceFacts; settings: WorkspaceSettings }> {
  const settings = await workspaceSettings(tx);
  const access = await countOpenAccess(tx);
  return {
    settings,
    facts: {
      retention: { years: years[settings.keep ?? "7_years"] ?? 7, chosen: settings.changed }, secondFactorForAll: settings.require_second_factor,
      sso: { connections: settings.connections, required: settings.required }, operatorAccess: access.open, lastExportAt: settings.last_export_at, exportSchedules: settings.export_schedules,
    },
  };
}
