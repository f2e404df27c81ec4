// Claims A6 and A8: row-level security holds on every tenant table, under a role that cannot get around it.
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { roleMay } from "../src/access/index.ts";
import { NewCompany } from "../src/companies/contract.ts";
import { createCompany } from "../src/companies/index.ts";
import { createScope, type Scope } from "../src/workspaces/index.ts";
import { aScope, testServices } from "./builders.ts";

// Tables that belong to no tenant and hold nothing of one: what ran, what the clock said, counts by hash.
const notTenants = new Set(["schema_migration", "clock_watch", "rate_limit"]);

/** Tables of a workspace that hold no company's books, and why somebody limited to some companies may share them. */
const ofTheWorkspace: Record<string, string> = {
  workspace: "its name and settings",
  person: "colleagues' names",
  membership: "who is in the workspace; read by admins, and by each person their own",
  invitation: "read by admins, who see all companies",
  api_key: "read by admins, who see all companies",
  event_head: "a counter and a hash",
  idempotency_key: "each actor's own answers",
  sample_fill: "that sample data was asked for",
  sample_step: "which steps of it are done",
  retention_setting: "how long the workspace keeps originals", retention_schedule: "when its next run is", retention_run: "counts of its runs",
  event_index: "how far events are indexed", event_word: "words of events; read by admins, who see all companies", event_tally: "counts of events; read by admins", event_volume: "counts by actor",
  refused_access: "counts of refusals; becomes events", known_device: "devices of people", event_view: "saved filters of admins",
  alert: "for owners and admins, who see all companies", alert_seen: "which of them saw it", alert_setting: "when alerts are raised",
  sso_connection: "how its people sign in", sso_domain: "its mail domains", sso_rule: "roles by group", sso_identity: "who somebody is at its provider",
  directory_token: "what its directory presents", directory_user: "people its directory names", directory_group: "groups of its directory", directory_group_member: "who is in them",
  access_point: "the service that sends the workspace's e-invoices; set by admins, who see all companies",
  operator_access: "leave given to the operator by owners",
};

/** Tables that break a rule of tenancy, with the rule. */
const rules = `
  with tenant as (
    select c.oid, c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
           exists (select 1 from pg_policy p where p.polrelid = c.oid and pg_get_expr(p.polqual, p.polrelid) ~ 'workspace_id = (app_workspace\\(\\)|\\( SELECT app_workspace\\(\\) AS app_workspace\\))') as policy,
           exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and a.attnotnull) as always
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped))
  select name || ' has no row security' as fault from tenant where not enabled
  union all select name || ' does not force it on its owner' from tenant where not forced
  union all select name || ' has no policy that asks for the workspace' from tenant where not policy
  union all select name || ' may have rows of no workspace' from tenant where not always and name <> 'mail'
  union all select conrelid::regclass || '.' || conname || ' may point into another workspace'
    from pg_constraint c where c.contype = 'f' and c.conrelid in (select oid from tenant) and c.confrelid in (select oid from tenant)
      and not exists (select 1 from unnest(c.conkey) with ordinality k (attnum, place) join unnest(c.confkey) with ordinality f (attnum, place) using (place)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum join pg_attribute b on b.attrelid = c.confrelid and b.attnum = f.attnum
        where a.attname = 'workspace_id' and b.attname = 'workspace_id')
  order by 1`;

describe("A6 A8 B3 V8.4.1 tenancy in the database", () => {
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

  test("V8.2.2 abuse-2 every tenant table asks for the workspace, and its foreign keys carry it, so that a row can never point across", async () => {
    expect(await query(rules)).toEqual([]);
  });

  test("abuse-2 a table planted without a policy, without force, or with a loose foreign key is named", async () => {
    const client = new pg.Client(services.databaseConnections.admin);
    await client.connect();
    try {
      const named = async (statements: string) => {
        await client.query(`begin; ${statements}`);
        const { rows } = await client.query<{ fault: string }>(rules);
        await client.query("rollback");
        return rows.map((row) => row.fault);
      };
      const planted = "create table planted (workspace_id uuid not null references workspace (id), id uuid primary key, item_id uuid);";
      expect(await named(planted)).toEqual(["planted does not force it on its owner", "planted has no policy that asks for the workspace", "planted has no row security"]);
      expect(await named(`${planted} call protect_tenant_table('planted'); alter table planted no force row level security;`)).toEqual(["planted does not force it on its owner"]);
      expect(await named(`${planted} call protect_tenant_table('planted'); alter table planted add foreign key (item_id) references item (id);`)).toEqual(["planted.planted_item_id_fkey may point into another workspace"]);
      expect(await named("drop policy tenant on invoice;")).toEqual(["invoice has no policy that asks for the workspace"]);
      expect(await named(`${planted} call protect_tenant_table('planted');`)).toEqual([]);
    } finally {
      await client.end();
    }
  });

  test("A7 a file's key begins with its workspace's id, and the database takes no other", async () => {
    const scope = await aScope(services);
    const file = (key: string) => sql`insert into file (id, workspace_id, store_key, wrapped_key, sha256, size_bytes, media_type) values (${randomUUID()}, ${scope.workspaceId}, ${key}, '', ${Buffer.alloc(32)}, 0, 'text/plain')`;
    await scope.transaction((tx) => tx.run(file(`${scope.workspaceId}/${randomUUID()}`)));
    await expect(scope.transaction((tx) => tx.run(file(`${randomUUID()}/${randomUUID()}`)))).rejects.toThrow(/file_under_its_workspace/);
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

  test("every table of a company's rows is closed to who is limited to other companies; the others are named with their reason", async () => {
    const rows = await query<{ table: string; tenant: boolean; commands: string[] }>(`
      select c.relname as table, exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id') as tenant,
             coalesce((select array_agg(p.polcmd::text) from pg_policy p where p.polrelid = c.oid and p.polname like 'companies%' and not p.polpermissive), '{}') as commands
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`);
    const tenants = rows.filter((row) => row.tenant);
    const closed = tenants.filter((row) => row.commands.includes("*") || row.commands.includes("r"));
    const undecided = tenants.filter((row) => !closed.includes(row) && !(row.table in ofTheWorkspace)).map((row) => row.table);
    expect(undecided, "call restrict_to_companies or restrict_to_parent in their migration, or say above why they hold no company's books").toEqual([]);
    expect(closed.length).toBeGreaterThan(20);
    console.info(`${closed.length} tables limited by company, ${tenants.length - closed.length} of the workspace`);
  });
});

describe("A6 A9 V8.2.2 a person limited to some companies", () => {
  const services = testServices();
  const aCompany = (scope: Scope, name: string) => createCompany(scope, NewCompany.parse({ name, country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE" })).then((company) => company.id);
  const limitedTo = (owner: Scope, companies: string[]) => createScope(services, {
    workspaceId: owner.workspaceId, actor: { kind: "person", id: randomUUID(), name: "Bea Bookkeeper", role: "member", companies, may: (permission) => roleMay("member", permission) },
  });

  test("sees in each table what belongs to them and nothing else, and can write only there", async () => {
    const owner = await aScope(services);
    const [ours, theirs] = [await aCompany(owner, "Ours"), await aCompany(owner, "Theirs")];
    const item = (companyId: string) => sql`insert into item (id, workspace_id, company_id, name, unit_price, currency, vat_category)
      values (${randomUUID()}, ${owner.workspaceId}, ${companyId}, 'Hour', 1, 'EUR', 'S')`;
    await owner.transaction(async (tx) => { await tx.run(item(ours)); await tx.run(item(theirs)); });
    const count = (scope: Scope, table: string) => scope.transaction(async (tx) => (await tx.one(sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`)).n);
    const bea = limitedTo(owner, [ours]);
    for (const table of ["company", "item", "number_series"]) {
      expect(await count(owner, table)).toBe(2 * await count(bea, table));
      expect(await count(bea, table), table).toBeGreaterThan(0);
      expect(await count(limitedTo(owner, []), table), `${table}, no company`).toBe(0);
    }
    await bea.transaction((tx) => tx.run(item(ours)));
    await expect(bea.transaction((tx) => tx.run(item(theirs)))).rejects.toThrow(/row-level security/);
    expect(await bea.transaction((tx) => tx.run(sql`update item set name = 'Changed' where company_id = ${theirs}`))).toBe(0);
    await expect(bea.transaction((tx) => tx.run(sql`update item set company_id = ${theirs} where company_id = ${ours}`))).rejects.toThrow(/row-level security/);
    expect(await bea.transaction((tx) => tx.run(sql`delete from item where company_id = ${theirs}`))).toBe(0);
  });

  test("the limit ends with the transaction: the connection's next user sees what is theirs", async () => {
    const owner = await aScope(services);
    const [ours] = [await aCompany(owner, "Ours"), await aCompany(owner, "Theirs")];
    const companies = (scope: Scope) => scope.transaction(async (tx) => (await tx.all(sql`select id from company`)).length);
    for (let round = 0; round < 30; round++) {
      expect(await Promise.all([companies(limitedTo(owner, [ours])), companies(owner), companies(limitedTo(owner, []))])).toEqual([1, 2, 0]);
    }
  });
});
