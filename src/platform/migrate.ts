import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { rootDir } from "./config.ts";
import { installQueues } from "./jobs.ts";

/** Where the numbered migrations lie, in the checkout and beside the built program alike. */
export const migrationsFolder = join(rootDir, "migrations");

/**
 * Brings the schema up to date as the owner role: numbered SQL files, each in one transaction, in order, under an
 * advisory lock so that two starting processes take turns. A file that was changed after it ran is an error: write a
 * new one. Also installs the queue tables, since the application's role may not create any.
 */
export async function migrate(owner: pg.ClientConfig, folder = migrationsFolder): Promise<string[]> {
  const client = new pg.Client({ ...owner, application_name: "counterfoil migrate" });
  await client.connect();
  const applied: string[] = [];
  try {
    await client.query("select pg_advisory_lock(hashtext('counterfoil.migrate'))");
    await client.query(`create table if not exists schema_migration (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
    const known = new Map<string, string>(
      (await client.query<{ name: string; sha256: string }>("select name, sha256 from schema_migration")).rows
        .map((row) => [row.name, row.sha256]));
    for (const name of (await readdir(folder)).filter((file) => /^\d{4}-.*\.sql$/.test(file)).sort()) {
      const text = await readFile(join(folder, name), "utf8");
      const sha256 = createHash("sha256").update(text).digest("hex");
      const before = known.get(name);
      if (before === sha256) continue;
      if (before) throw new Error(`migration ${name} changed after it was applied; restore it and add a new file instead`);
      try {
        await client.query("begin");
        await client.query(text);
        await client.query("insert into schema_migration (name, sha256) values ($1, $2)", [name, sha256]);
        await client.query("commit");
      } catch (error) {
        await client.query("rollback");
        throw new Error(`migration ${name} failed: ${(error as Error).message}`, { cause: error });
      }
      applied.push(name);
    }
    await installQueues(owner, client);
  } finally {
    await client.end();
  }
  return applied;
}
