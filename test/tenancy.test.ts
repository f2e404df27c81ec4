// Claims A6 and A8: row-level security holds on every tenant table, under a role that cannot get around it.
import pg from "pg";
import { describe, expect, test } from "vitest";
import { aScope, testServices } from "./builders.ts";

// Tables that belong to no tenant and hold nothing of one.
const notTenants = new Set(["schema_migration"]);

describe("A6 A8 B3 tenancy in the database", () => {
  const services = testServices();
  const query = async <T extends pg.QueryResultRow>(sql: string): Promise<T[]> => {
    const client = new pg.Client(services.databaseConnections.admin);
    await client.connect();
    return client.query<T>(sql).then((result) => result.rows).finally(() => client.end());
  };

  test("every table is under forced row-level security and has a policy", async () => {
    const rows = await query<{ table: string; enabled: boolean; forced: boolean; policies: number }>(`
      select c.relname as table, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
             (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p')`);
    const tenants = rows.filter((row) => !notTenants.has(row.table));
    expect(tenants.length).toBeGreaterThan(10);
    const open = tenants.filter((row) => !row.enabled || !row.forced || row.policies === 0).map((row) => row.table);
    expect(open, "add `call protect_tenant_table('…')` to the migration of these tables").toEqual([]);
    console.info(`${tenants.length} of ${tenants.length} tables under forced row-level security`);
  });

  test("the application's role owns nothing and cannot bypass row security", async () => {
    const [role] = await query<{ rolsuper: boolean; rolbypassrls: boolean; rolcreaterole: boolean; owned: number }>(`
      select rolsuper, rolbypassrls, rolcreaterole,
             (select count(*)::int from pg_class c where c.relowner = r.oid) as owned
      from pg_roles r where rolname = 'counterfoil_app'`);
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, owned: 0 });
  });

  test("foreign keys between tenant tables carry the workspace, so that a row can never point across", async () => {
    const loose = await query<{ name: string }>(`
      select c.conrelid::regclass || '.' || c.conname as name
      from pg_constraint c
      where c.contype = 'f' and c.connamespace = 'public'::regnamespace
        and exists (select 1 from pg_attribute a where a.attrelid = c.conrelid and a.attname = 'workspace_id')
        and exists (select 1 from pg_attribute a where a.attrelid = c.confrelid and a.attname = 'workspace_id')
        and not exists (select 1 from unnest(c.conkey) k join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k where a.attname = 'workspace_id')`);
    expect(loose.map((row) => row.name)).toEqual([]);
  });

  test("a neighbour's rows are invisible and cannot be written, and a pooled connection forgets whom it served", async () => {
    const mine = await aScope(services);
    const theirs = await aScope(services);
    const count = (scope: typeof mine) => scope.transaction(async (tx) =>
      (await tx.db.selectFrom("membership").select("workspace_id").execute()).map((row) => row.workspace_id));
    expect(await count(theirs)).toEqual([theirs.workspaceId]);
    expect(await count(mine)).toEqual([mine.workspaceId]);
    await expect(mine.transaction((tx) => tx.db.insertInto("event_head").values({ workspace_id: theirs.workspaceId, seq: 1n, hash: Buffer.alloc(32) }).execute()))
      .rejects.toThrow(/row-level security/);
    const outside = await services.database.kysely.selectFrom("workspace").select("id").execute();
    expect(outside).toEqual([]);
  });
});
