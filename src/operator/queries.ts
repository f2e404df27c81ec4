import { sql, type Kysely } from "kysely";
import { all, maybe, run } from "../platform/database.ts";
import type { Database } from "../platform/database-types.ts";
import type { Tx } from "../workspaces/index.ts";
import type { GrantAccess, Readable } from "./contract.ts";

type Db = Kysely<Database>;

export type AccessRow = {
  id: string; reason: string; reads: Readable[]; granted_by_name: string; created_at: Date; expires_at: Date;
  ended_at: Date | null; ended_by_name: string | null; uses: number; last_used_at: Date | null;
};

const accessColumns = sql`id, reason, reads, granted_by_name, created_at, expires_at, ended_at, ended_by_name, uses, last_used_at`;

export function insertAccess(tx: Tx, grant: Omit<GrantAccess, "hours"> & { id: string; codeHash: Buffer; personId: string | null; personName: string; at: Date; expiresAt: Date }): Promise<AccessRow> {
  return tx.one(sql<AccessRow>`
    insert into operator_access (id, workspace_id, code_hash, reason, reads, granted_by, granted_by_name, created_at, expires_at)
    values (${grant.id}, ${tx.workspaceId}, ${grant.codeHash}, ${grant.reason}, ${grant.reads}::text[], ${grant.personId}, ${grant.personName}, ${grant.at}, ${grant.expiresAt})
    returning ${accessColumns}`);
}

/** The newest 100: what is open, and what has been. */
export const listAccess = (tx: Tx): Promise<AccessRow[]> => tx.all(sql<AccessRow>`
  select ${accessColumns} from operator_access where workspace_id = ${tx.workspaceId} order by created_at desc, id limit 100`);

export const countOpenAccess = (tx: Tx): Promise<{ open: number; uses: number; total: number }> => tx.one(sql<{ open: number; uses: number; total: number }>`
  select count(*) filter (where ended_at is null and expires_at > ${tx.scope.now()})::int as open, coalesce(sum(uses), 0)::int as uses, count(*)::int as total
  from operator_access where workspace_id = ${tx.workspaceId}`);

export const lockAccess = (tx: Tx, id: string): Promise<AccessRow | undefined> => tx.maybe(sql<AccessRow>`
  select ${accessColumns} from operator_access where workspace_id = ${tx.workspaceId} and id = ${id} for update`);

export const lockAccessByCode = (tx: Tx, codeHash: Buffer): Promise<AccessRow | undefined> => tx.maybe(sql<AccessRow>`
  select ${accessColumns} from operator_access where workspace_id = ${tx.workspaceId} and code_hash = ${codeHash} for update`);

export const endAccess = (tx: Tx, id: string, byName: string): Promise<AccessRow> => tx.one(sql<AccessRow>`
  update operator_access set ended_at = ${tx.scope.now()}, ended_by_name = ${byName} where workspace_id = ${tx.workspaceId} and id = ${id} returning ${accessColumns}`);

export const noteUse = (tx: Tx, id: string): Promise<number> => tx.run(sql`
  update operator_access set uses = uses + 1, last_used_at = ${tx.scope.now()} where workspace_id = ${tx.workspaceId} and id = ${id}`);

/** Whom to tell: the owners of the workspace. */
export const ownersOf = (tx: Tx): Promise<{ email: string; name: string }[]> => tx.all(sql<{ email: string; name: string }>`
  select p.email, p.name from membership m join person p on p.id = m.person_id
  where m.workspace_id = ${tx.workspaceId} and m.role = 'owner' order by p.email`);

export const workspaceExists = async (tx: Tx): Promise<boolean> =>
  (await tx.maybe(sql`select 1 from workspace where id = ${tx.workspaceId}`)) !== undefined;

/** The workspace's key as it lies sealed, locked until the transaction ends. */
export const lockSealedKey = (tx: Tx): Promise<{ wrapped_key: Buffer; key_id: string } | undefined> => tx.maybe(sql<{ wrapped_key: Buffer; key_id: string }>`
  select wrapped_key, key_id from workspace where id = ${tx.workspaceId} for update`);

export const replaceSealedKey = (tx: Tx, wrapped: Buffer, keyId: string): Promise<number> => tx.run(sql`
  update workspace set wrapped_key = ${wrapped}, key_id = ${keyId} where id = ${tx.workspaceId}`);

// A person's own rows, in a transaction that acts for that person.
export type SealedTotp = { sealed_secret: Buffer | null; key_id: string | null; next_secret: Buffer | null; next_key_id: string | null };
export const lockTotp = (db: Db, personId: string): Promise<SealedTotp | undefined> => maybe(db, sql<SealedTotp>`
  select sealed_secret, key_id, next_secret, next_key_id from totp where person_id = ${personId} for update`);
export const replaceTotp = (db: Db, personId: string, { sealed_secret, key_id, next_secret, next_key_id }: SealedTotp): Promise<number> => run(db, sql`
  update totp set sealed_secret = ${sealed_secret}, key_id = ${key_id}, next_secret = ${next_secret}, next_key_id = ${next_key_id} where person_id = ${personId}`);

// What the console may know: numbers, ids, states, instants (migration 0014). The functions are all that a login without a workspace gets.
export type WorkspaceLine = {
  id: string; kind: string; created_at: Date; key_id: string; people: bigint; owners: bigint; companies: bigint; received: bigint; invoices: bigint; proposals: bigint; files: bigint; file_bytes: bigint; events: bigint;
};
export const consoleCounts = (db: Db): Promise<{ what: string; count: bigint }[]> => all(db, sql<{ what: string; count: bigint }>`select what, count from console_counts()`);
export const consoleWorkspaces = (db: Db, after: string | null, page: number): Promise<WorkspaceLine[]> => all(db, sql<WorkspaceLine>`select * from console_workspaces(${after}::uuid, ${page})`);
export const consoleSignedIn = (db: Db, after: string | null, page: number): Promise<{ person_id: string; sessions: bigint }[]> =>
  all(db, sql<{ person_id: string; sessions: bigint }>`select person_id, sessions from console_signed_in(${after}::uuid, ${page})`);
export const consoleKeys = (db: Db): Promise<{ key_id: string; seals: string; count: bigint }[]> => all(db, sql<{ key_id: string; seals: string; count: bigint }>`select key_id, seals, count from console_keys()`);

export const consoleTotpNotUnder = async (db: Db, keyId: string, after: string | null, page: number): Promise<string[]> =>
  (await all(db, sql<{ person_id: string }>`select person_id from console_totp_not_under(${keyId}, ${after}::uuid, ${page})`)).map((row) => row.person_id);

/** Every workspace's id, a thousand at a time. */
export async function* everyWorkspace(db: Db): AsyncGenerator<WorkspaceLine> {
  for (let after: string | null = null; ; ) {
    const page: WorkspaceLine[] = await consoleWorkspaces(db, after, 1000);
    yield* page;
    if (page.length < 1000) return;
    after = page.at(-1)!.id;
  }
}

export type Health = {
  server: string; database_bytes: bigint; migrations: number; newest_migration: string | null; now: Date; connections: number; oldest_transaction_s: number;
};
export const databaseHealth = async (db: Db): Promise<Health> => (await all(db, sql<Health>`
  select current_setting('server_version') as server, pg_database_size(current_database()) as database_bytes,
    (select count(*)::int from schema_migration) as migrations, (select max(name) from schema_migration) as newest_migration, clock_timestamp() as now,
    (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
    coalesce((select max(extract(epoch from now() - xact_start))::int from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()), 0) as oldest_transaction_s`))[0]!;

export type QueueLine = { name: string; waiting: number; running: number; failed: number; oldest_s: number };
/** The queue by kind of job: what waits, runs and has failed; payloads stay where they are. */
export const queueHealth = (db: Db): Promise<QueueLine[]> => all(db, sql<QueueLine>`
  select name, count(*) filter (where state in ('created', 'retry'))::int as waiting, count(*) filter (where state = 'active')::int as running,
    count(*) filter (where state = 'failed')::int as failed,
    coalesce(extract(epoch from now() - min(created_on) filter (where state in ('created', 'retry')))::int, 0) as oldest_s
  from pgboss.job where name not like '\\_\\_%' group by name order by name`);
