import { sql, type Kysely } from "kysely";
import { all, run } from "../platform/database.ts";
import type { Database } from "../platform/database-types.ts";
import type { Tx } from "../workspaces/index.ts";

type Db = Kysely<Database>;

export type TableState = { name: string; protected: boolean };
/**
 * Every table that belongs to tenants or people, from the catalogue: it names one in a column, or refers to one. It is protected
 * when row security is enabled and forced, has a policy, and no policy lets every row of a workspace's table through.
 */
export const tenantTables = (db: Db): Promise<TableState[]> => all(db, sql<TableState>`
  select c.relname as name,
    c.relrowsecurity and c.relforcerowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid)
      and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polpermissive and (p.polroles = '{0}' or p.polroles @> array[(select oid from pg_roles where rolname = current_user)])
        and pg_get_expr(p.polqual, p.polrelid) = 'true' and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped)) as protected
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and (c.relname in ('workspace', 'person')
    or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname in ('workspace_id', 'person_id') and not a.attisdropped)
    or exists (select 1 from pg_constraint f where f.conrelid = c.oid and f.contype = 'f'))
  order by c.relname`);

/** What the login we run under could do and must not. Empty is good. */
export const forbiddenPowers = async (db: Db): Promise<string[]> => (await all(db, sql<{ power: string }>`
  select 'superuser' as power from pg_roles where rolname = current_user and rolsuper
  union all select 'bypass of row security' from pg_roles where rolname = current_user and rolbypassrls
  union all select 'ownership of ' || relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and pg_has_role(current_user, relowner, 'member') and not (select rolsuper from pg_roles where rolname = current_user)
  union all select 'change of the event log' where has_table_privilege(current_user, 'event', 'update') or has_table_privilege(current_user, 'event', 'delete') or has_table_privilege(current_user, 'event', 'truncate')`)).map((row) => row.power);

export const serverVersion = async (db: Db): Promise<string> => (await all(db, sql<{ version: string }>`select current_setting('server_version') as version`))[0]!.version.split(" ")[0]!;

export type WorkspaceSettings = {
  keep: string | null; changed: boolean; require_second_factor: boolean; session_idle_minutes: number | null; session_hours: number | null; connections: number; required: boolean;
  directory_tokens: number; access_point: string | null; people: number; keys: number; last_export_at: Date | null; export_schedules: number;
};
/** What a workspace has set for itself. */
export const workspaceSettings = (tx: Tx): Promise<WorkspaceSettings> => tx.one(sql<WorkspaceSettings>`
  select r.keep, r.changed_at is not null as changed, w.require_second_factor, w.session_idle_minutes, w.session_hours,
    (select count(*)::int from sso_connection s where s.workspace_id = w.id and s.enabled) as connections,
    (select a.url from access_point a where a.workspace_id = w.id) as access_point,
    w.sso_required as required,
    (select count(*)::int from directory_token d where d.workspace_id = w.id and d.revoked_at is null) as directory_tokens,
    (select count(*)::int from membership m where m.workspace_id = w.id) as people,
    (select count(*)::int from api_key k where k.workspace_id = w.id and k.revoked_at is null and (k.expires_at is null or k.expires_at > ${tx.scope.now()})) as keys,
    (select max(e.created_at) from export e where e.workspace_id = w.id and e.state = 'ready') as last_export_at,
    (select count(*)::int from export_schedule s where s.workspace_id = w.id) as export_schedules
  from workspace w left join retention_setting r on r.workspace_id = w.id where w.id = ${tx.workspaceId}`);

export const ownerConnections = (tx: Tx): Promise<{ name: string; kind: string; issuer: string }[]> => tx.all(sql<{ name: string; kind: string; issuer: string }>`
  select name, kind, issuer from sso_connection where workspace_id = ${tx.workspaceId} and enabled order by name`);

export type ServiceChange = { at: Date; service: string; change: "added" | "changed" | "removed"; vendor: string; role: string; region: string; fingerprint: string };
/** What changed, newest first. */
export const serviceChanges = (db: Db, limit: number): Promise<ServiceChange[]> => all(db, sql<ServiceChange>`
  select at, service, change, vendor, role, region, fingerprint from service_change order by at desc, id desc limit ${limit}`);
/** The last word on each service. */
export const lastChanges = (db: Db): Promise<ServiceChange[]> => all(db, sql<ServiceChange>`
  select distinct on (service) at, service, change, vendor, role, region, fingerprint from service_change order by service, at desc, id desc`);
export const lockServiceHistory = (db: Db): Promise<unknown> => run(db, sql`select pg_advisory_xact_lock(hashtext('counterfoil.service_change'))`);
export const insertServiceChange = (db: Db, row: ServiceChange): Promise<number> => run(db, sql`
  insert into service_change (at, service, change, vendor, role, region, fingerprint) values (${row.at}, ${row.service}, ${row.change}, ${row.vendor}, ${row.role}, ${row.region}, ${row.fingerprint})`);
