// Once per run: a real PostgreSQL (the embedded one in a folder of its own, or the one of DATABASE_URL) with a migrated
// template database, of which every test file gets its own copy.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { migrate } from "../src/platform/migrate.ts";
import { connectionsOf, ensureRoles, startPostgres, type Connections } from "../src/platform/postgres/index.ts";

declare module "vitest" {
  interface ProvidedContext {
    connections: Connections;
    template: string;
  }
}

export default async function setup(project: { provide(key: "connections", value: Connections): void; provide(key: "template", value: string): void }) {
  const stateDir = await mkdtemp(join(tmpdir(), "counterfoil-test-"));
  const databaseUrl = process.env["DATABASE_URL"] ?? null;
  const server = databaseUrl ? null : await startPostgres({ stateDir, durable: false });
  const connections = server ?? connectionsOf({ stateDir, databaseUrl });
  await ensureRoles(connections, stateDir);
  const template = `counterfoil_template_${process.pid}`;
  const admin = new pg.Client({ ...connections.admin });
  await admin.connect();
  await admin.query(`create database ${template} owner counterfoil_owner`);
  await migrate({ ...connections.owner, database: template });
  const { admin: a, owner, app } = connections;
  project.provide("connections", { admin: a, owner, app });
  project.provide("template", template);
  return async () => {
    const { rows } = await admin.query<{ datname: string }>("select datname from pg_database where datname like $1", [`${template}%`]);
    for (const { datname } of rows) await admin.query(`drop database if exists "${datname}" with (force)`);
    await admin.end();
    await server?.stop();
    await rm(stateDir, { recursive: true, force: true });
  };
}
