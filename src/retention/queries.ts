// All SQL of file retention. It names the workspace; row-level security checks it again.
import { sql, type RawBuilder } from "kysely";
import type { Tx } from "../workspaces/index.ts";
import type { Keep } from "./contract.ts";
import { keepYears } from "./policy.ts";

// ---- The setting

export type SettingRow = {
  keep: Keep; changed_at: Date | null; changed_by: string | null;
  pending_keep: Exclude<Keep, "permanent"> | null; pending_asked_at: Date | null; pending_asked_by: string | null; pending_from: Date | null;
};
const unset: SettingRow = { keep: "7_years", changed_at: null, changed_by: null, pending_keep: null, pending_asked_at: null, pending_asked_by: null, pending_from: null };

/** Changes, holds and the marking of files that go take turns: whoever holds this knows that none of them moves. */
export const lockRetention = (tx: Tx) => tx.run(sql`select pg_advisory_xact_lock(hashtextextended('retention:' || ${tx.workspaceId}::text, 0))`);

export const findSetting = async (tx: Tx): Promise<SettingRow> => (await tx.maybe(sql<SettingRow>`
  select keep, changed_at, changed_by, pending_keep, pending_asked_at, pending_asked_by, pending_from from retention_setting where workspace_id = ${tx.workspaceId}`)) ?? unset;

export const saveSetting = (tx: Tx, row: SettingRow) => tx.run(sql`
  insert into retention_setting (workspace_id, keep, changed_at, changed_by, pending_keep, pending_asked_at, pending_asked_by, pending_from)
  values (${tx.workspaceId}, ${row.keep}, ${row.changed_at}, ${row.changed_by}, ${row.pending_keep}, ${row.pending_asked_at}, ${row.pending_asked_by}, ${row.pending_from})
  on conflict (workspace_id) do update set keep = excluded.keep, changed_at = excluded.changed_at, changed_by = excluded.changed_by,
    pending_keep = excluded.pending_keep, pending_asked_at = excluded.pending_asked_at, pending_asked_by = excluded.pending_asked_by, pending_from = excluded.pending_from`);

export const ownersOf = (tx: Tx) => tx.all(sql<{ name: string; email: string }>`
  select p.name, p.email from membership m join person p on p.id = m.person_id where m.workspace_id = ${tx.workspaceId} and m.role = 'owner' order by p.email`);
export const workspaceName = async (tx: Tx) => (await tx.one(sql<{ name: string }>`select name from workspace where id = ${tx.workspaceId}`)).name;

// ---- When runs are: at two in the morning where the workspace's first company is

const zone = (tx: Tx) => sql`coalesce((select time_zone from company where workspace_id = ${tx.workspaceId} and archived_at is null order by created_at, id limit 1), 'UTC')`;
/** The first run at or after an instant. */
export const runAfter = async (tx: Tx, at: Date) => (await tx.one(sql<{ run: Date }>`select retention_run_after(${at}, ${zone(tx)}) as run`)).run;
export const nextRun = async (tx: Tx) => (await tx.one(sql<{ next_run_at: Date }>`select next_run_at from retention_schedule where workspace_id = ${tx.workspaceId}`)).next_run_at;

/** Workspaces whose run is due, longest waiting first; `restarted`: also those without one in the last hour. Run without any identity (policy "sweep"). */
export const dueWorkspaces = (restarted: boolean): RawBuilder<{ workspace_id: string }> => sql<{ workspace_id: string }>`
  select workspace_id from retention_schedule
  where next_run_at <= now() or (${restarted} and (last_run_at is null or last_run_at < now() - interval '1 hour')) order by next_run_at limit 500`;
/** Takes the turn to ask for a workspace's run; 0 when somebody else did. Should the job get lost, it is asked for again in an hour. */
export const takeTurn = (tx: Tx) => tx.run(sql`
  update retention_schedule set next_run_at = now() + interval '1 hour', last_run_at = now()
  where workspace_id = ${tx.workspaceId} and (next_run_at <= now() or last_run_at is null or last_run_at < now() - interval '1 hour')`);
/** Sets the next run: the coming night, or in an hour when this one could not do its work. */
export const scheduleNext = (tx: Tx, soon: boolean) => tx.run(sql`
  update retention_schedule set last_run_at = now(),
    next_run_at = least(retention_run_after(now() + interval '1 minute', ${zone(tx)}), ${soon ? sql`now() + interval '1 hour'` : sql`'infinity'::timestamptz`})
  where workspace_id = ${tx.workspaceId}`);

// ---- Originals and when they are due

/** Every original that is kept, with when it is due under a choice, and whether a hold covers it. */
const originals = (tx: Tx, keep: Keep) => sql`
  select r.id, r.file_id, r.company_id, r.file_name, r.received_at, f.size_bytes, f.sha256, f.media_type, f.deleting_at,
         retention_due_at(greatest(r.received_at, f.created_at), ${keep}) as due_at,
         exists (select 1 from retention_hold h where h.workspace_id = r.workspace_id and h.lifted_at is null and (h.received_invoice_id = r.id or h.company_id = r.company_id)) as held
  from received_invoice r join file f on f.workspace_id = r.workspace_id and f.id = r.file_id
  where r.workspace_id = ${tx.workspaceId} and f.deleted_at is null`;

export type PlanTotals = { files: number; bytes: bigint; held_files: number; held_bytes: bigint; held_due_files: number; held_due_bytes: bigint; first_files: number; first_bytes: bigint; first_due_at: Date | null; oldest_at: Date | null };
/** Sums of a plan: what the first run at `at` deletes, what is held, when the next one is due. */
export const planTotals = (tx: Tx, keep: Keep, at: Date) => tx.one(sql<PlanTotals>`
  select count(*)::int as files, coalesce(sum(size_bytes), 0)::bigint as bytes,
         count(*) filter (where held)::int as held_files, coalesce(sum(size_bytes) filter (where held), 0)::bigint as held_bytes,
         count(*) filter (where held and due_at <= ${at})::int as held_due_files, coalesce(sum(size_bytes) filter (where held and due_at <= ${at}), 0)::bigint as held_due_bytes,
         count(*) filter (where not held and due_at <= ${at})::int as first_files, coalesce(sum(size_bytes) filter (where not held and due_at <= ${at}), 0)::bigint as first_bytes,
         min(greatest(due_at, ${at})) filter (where not held and due_at is not null) as first_due_at, min(received_at) as oldest_at
  from (${originals(tx, keep)}) o`);
/** Per month in which they go. What is past its time at `at` goes then. */
export const planMonths = (tx: Tx, keep: Keep, at: Date) => tx.all(sql<{ month: string; files: number; bytes: bigint }>`
  select to_char(greatest(due_at, ${at}) at time zone 'UTC', 'YYYY-MM') as month, count(*)::int as files, sum(size_bytes)::bigint as bytes
  from (${originals(tx, keep)}) o where not held and due_at is not null group by 1 order by 1`);
/** What the first run deletes, per year in which it was received. */
export const planYears = (tx: Tx, keep: Keep, at: Date) => tx.all(sql<{ year: number; files: number; bytes: bigint }>`
  select extract(year from received_at at time zone 'UTC')::int as year, count(*)::int as files, sum(size_bytes)::bigint as bytes
  from (${originals(tx, keep)}) o where not held and due_at <= ${at} group by 1 order by 1`);

export const deletedTotals = (tx: Tx) => tx.one(sql<{ files: number; bytes: bigint }>`
  select count(*)::int as files, coalesce(sum(f.size_bytes), 0)::bigint as bytes
  from file f join received_invoice r on r.workspace_id = f.workspace_id and r.file_id = f.id where f.workspace_id = ${tx.workspaceId} and f.deleted_at is not null`);

// ---- Deleting

/** An original, or an export that holds one, on its way out. */
export type Leaving = {
  file_id: string; kind: "original" | "export"; subject_id: string; company_id: string | null; file_name: string; store_key: string; sha256: Buffer; size_bytes: bigint; media_type: string;
  received_at: Date; rule: Exclude<Keep, "permanent">;
};

/**
 * Marks up to `limit` originals that are due at `asOf` and that no hold covers, oldest first: the point of no return. Call
 * it under `lockRetention`. The documents are locked first, so that nothing new is made of them and none moves to a company
 * that is held; what is due is then asked again.
 */
export async function markDue(tx: Tx, run: { id: string; keep: Keep; asOf: Date }, limit: number): Promise<number> {
  const years = keepYears[run.keep];
  if (years === null) return 0;
  const due = (only: RawBuilder<unknown>) => sql`select o.id, o.file_id from (${originals(tx, run.keep)} and ${only}) o where o.due_at <= ${run.asOf} and not o.held and o.deleting_at is null`;
  // The index knows when documents came: none of the last years can be due.
  const latest = sql`r.received_at <= ${run.asOf}::timestamptz - make_interval(years => ${years}) + interval '2 days'`;
  const ids = (await tx.all(sql<{ id: string }>`${due(latest)} order by o.received_at, o.id limit ${limit}`)).map((row) => row.id);
  if (ids.length === 0) return 0;
  await tx.run(sql`select id from received_invoice where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[]) order by id for update`);
  return tx.run(sql`
    update file set deleting_at = ${tx.scope.now()}, deleted_by_rule = ${run.keep}, deleted_in_run = ${run.id}
    where workspace_id = ${tx.workspaceId} and id in (select file_id from (${due(sql`r.id = any(${ids}::uuid[])`)}) d)`);
}

/** Marks exports that hold an original which is going or gone: a copy does not outlive what it is a copy of. */
export const markBundles = (tx: Tx, run: { id: string }) => tx.run(sql`
  update file b set deleting_at = ${tx.scope.now()}, deleted_by_rule = o.rule, deleted_in_run = ${run.id}
  from (select e.file_id, min(f.deleted_by_rule) as rule
        from export e join export_document d on d.workspace_id = e.workspace_id and d.export_id = e.id
        join received_invoice r on r.workspace_id = d.workspace_id and r.id = d.received_invoice_id
        join file f on f.workspace_id = r.workspace_id and f.id = r.file_id
        where e.workspace_id = ${tx.workspaceId} and e.format = 'originals' and e.file_id is not null and f.deleting_at is not null group by e.file_id) o
  where b.workspace_id = ${tx.workspaceId} and b.id = o.file_id and b.deleting_at is null`);

/** Files whose deletion has begun and is not written down as done, but for those that failed in this run. */
export const leaving = (tx: Tx, except: readonly string[], limit: number) => tx.all(sql<Leaving>`
  select f.id as file_id, case when r.id is null then 'export' else 'original' end as kind, coalesce(r.id, e.id) as subject_id, coalesce(r.company_id, e.company_id) as company_id,
         coalesce(r.file_name, e.file_name) as file_name, f.store_key, f.sha256, f.size_bytes, f.media_type, coalesce(r.received_at, e.created_at) as received_at, f.deleted_by_rule as rule
  from file f
  left join received_invoice r on r.workspace_id = f.workspace_id and r.file_id = f.id
  left join export e on e.workspace_id = f.workspace_id and e.file_id = f.id
  where f.workspace_id = ${tx.workspaceId} and f.deleting_at is not null and f.deleted_at is null and f.id <> all(${[...except]}::uuid[])
  order by f.deleting_at, f.id limit ${limit}`);

/** Writes down that the store holds nothing of these files, and erases their keys. Answers those for which this was the first time. */
export const writeDeleted = async (tx: Tx, ids: readonly string[]): Promise<Set<string>> => new Set((await tx.all(sql<{ id: string }>`
  update file set deleted_at = ${tx.scope.now()}, wrapped_key = ''::bytea
  where workspace_id = ${tx.workspaceId} and id = any(${[...ids]}::uuid[]) and deleting_at is not null and deleted_at is null returning id`)).map((row) => row.id));

// ---- Runs

export type RunRow = {
  id: string; seq: bigint; state: "running" | "finished" | "refused"; keep: Keep; as_of: Date; started_at: Date; finished_at: Date | null; resumed: number; held: number; deleted: number; deleted_bytes: bigint;
  derived: number; bundles: number; errors: number; last_error: string | null; refused_because: string | null; refusals: number;
};
const runColumns = sql.raw("id, seq, state, keep, as_of, started_at, finished_at, resumed, held, deleted, deleted_bytes, derived, bundles, errors, last_error, refused_because, refusals");
export const latestRun = (tx: Tx) => tx.maybe(sql<RunRow>`select ${runColumns} from retention_run where workspace_id = ${tx.workspaceId} order by seq desc limit 1`);
export const findRun = (tx: Tx, id: string) => tx.maybe(sql<RunRow>`select ${runColumns} from retention_run where workspace_id = ${tx.workspaceId} and id = ${id}`);
export const listRuns = (tx: Tx, before: string | null, limit: number) => tx.all(sql<RunRow>`
  select ${runColumns} from retention_run where workspace_id = ${tx.workspaceId} and (${before}::bigint is null or seq < ${before}::bigint) order by seq desc limit ${limit}`);
export const insertRun = (tx: Tx, run: { id: string; keep: Keep; asOf: Date }) => tx.run(sql`
  insert into retention_run (id, workspace_id, state, keep, as_of, started_at) values (${run.id}, ${tx.workspaceId}, 'running', ${run.keep}, ${run.asOf}, ${tx.scope.now()})`);
export const resumeRun = (tx: Tx, id: string) => tx.run(sql`update retention_run set resumed = resumed + 1 where workspace_id = ${tx.workspaceId} and id = ${id}`);
export const countDeleted = (tx: Tx, id: string, add: { deleted: number; bytes: bigint; derived: number; bundles: number }) => tx.run(sql`
  update retention_run set deleted = deleted + ${add.deleted}, deleted_bytes = deleted_bytes + ${add.bytes}, derived = derived + ${add.derived}, bundles = bundles + ${add.bundles}
  where workspace_id = ${tx.workspaceId} and id = ${id}`);
export const countError = (tx: Tx, id: string, message: string) => tx.run(sql`
  update retention_run set errors = errors + 1, last_error = ${message} where workspace_id = ${tx.workspaceId} and id = ${id}`);
export const finishRun = (tx: Tx, id: string, held: number) => tx.run(sql`
  update retention_run set state = 'finished', finished_at = ${tx.scope.now()}, held = ${held} where workspace_id = ${tx.workspaceId} and id = ${id} and state = 'running'`);
/** A run that may not delete. Several in a row for the same reason are one row. */
export async function refuseRun(tx: Tx, id: string, keep: Keep, at: Date, reason: string): Promise<void> {
  const latest = await latestRun(tx);
  if (latest?.state === "refused" && latest.refused_because === reason)
    await tx.run(sql`update retention_run set finished_at = ${at}, refusals = refusals + 1 where workspace_id = ${tx.workspaceId} and id = ${latest.id}`);
  else
    await tx.run(sql`
      insert into retention_run (id, workspace_id, state, keep, as_of, started_at, finished_at, refused_because, refusals)
      values (${id}, ${tx.workspaceId}, 'refused', ${keep}, ${at}, ${at}, ${at}, ${reason}, 1)`);
}

export type DeletionRow = { file_id: string; kind: "original" | "export"; subject_id: string; file_name: string; sha256: Buffer; size_bytes: bigint; received_at: Date; deleted_at: Date; deleted_text: string; rule: Exclude<Keep, "permanent">; run_id: string };
/** What retention has deleted, newest first. */
export const listDeletions = (tx: Tx, filter: { runId?: string | undefined }, before: { at: string; id: string } | null, limit: number) => tx.all(sql<DeletionRow>`
  select f.id as file_id, case when r.id is null then 'export' else 'original' end as kind, coalesce(r.id, e.id) as subject_id, coalesce(r.file_name, e.file_name) as file_name, f.sha256, f.size_bytes,
         coalesce(r.received_at, e.created_at) as received_at, f.deleted_at, f.deleted_at::text as deleted_text, f.deleted_by_rule as rule, f.deleted_in_run as run_id
  from file f
  left join received_invoice r on r.workspace_id = f.workspace_id and r.file_id = f.id
  left join export e on e.workspace_id = f.workspace_id and e.file_id = f.id
  where f.workspace_id = ${tx.workspaceId} and f.deleted_at is not null and (${filter.runId ?? null}::uuid is null or f.deleted_in_run = ${filter.runId ?? null})
    and (${before?.at ?? null}::timestamptz is null or (f.deleted_at, f.id) < (${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid))
  order by f.deleted_at desc, f.id desc limit ${limit}`);

// ---- Holds

export type HoldRow = {
  id: string; received_invoice_id: string | null; company_id: string | null; reason: string; placed_at: Date; placed_text: string; placed_by: string;
  lifted_at: Date | null; lifted_by: string | null; lift_reason: string | null; name: string; files: number; due: number;
};
const holds = (tx: Tx, keep: Keep, at: Date) => sql`
  select h.id, h.received_invoice_id, h.company_id, h.reason, h.placed_at, h.placed_at::text as placed_text, h.placed_by, h.lifted_at, h.lifted_by, h.lift_reason,
         coalesce(c.name, nullif(concat_ws(' ', d.supplier_name, d.invoice_number), ''), d.file_name) as name, n.files, n.due
  from retention_hold h
  left join company c on c.workspace_id = h.workspace_id and c.id = h.company_id
  left join received_invoice d on d.workspace_id = h.workspace_id and d.id = h.received_invoice_id
  cross join lateral (select count(*)::int as files, count(*) filter (where retention_due_at(greatest(r.received_at, f.created_at), ${keep}) <= ${at})::int as due
    from received_invoice r join file f on f.workspace_id = r.workspace_id and f.id = r.file_id
    where r.workspace_id = h.workspace_id and (r.id = h.received_invoice_id or r.company_id = h.company_id) and f.deleted_at is null) n
  where h.workspace_id = ${tx.workspaceId}`;
export const findHold = (tx: Tx, id: string, keep: Keep) => tx.maybe(sql<HoldRow>`select * from (${holds(tx, keep, tx.scope.now())} and h.id = ${id}) x`);
export const listHolds = (tx: Tx, keep: Keep, filter: { state: "open" | "lifted" | "all"; documentId?: string | undefined }, before: { at: string; id: string } | null, limit: number) => tx.all(sql<HoldRow>`
  select * from (${holds(tx, keep, tx.scope.now())}
    and (${filter.state} = 'all' or (h.lifted_at is null) = (${filter.state} = 'open'))
    and (${filter.documentId ?? null}::uuid is null or h.received_invoice_id = ${filter.documentId ?? null}
         or h.company_id = (select company_id from received_invoice where workspace_id = ${tx.workspaceId} and id = ${filter.documentId ?? null}))
    and (${before?.at ?? null}::timestamptz is null or (h.placed_at, h.id) < (${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid))
    order by h.placed_at desc, h.id desc limit ${limit}) x order by placed_at desc, id desc`);
export const countOpenHolds = async (tx: Tx) => (await tx.one(sql<{ count: number }>`select count(*)::int as count from retention_hold where workspace_id = ${tx.workspaceId} and lifted_at is null`)).count;
export const insertHold = (tx: Tx, hold: { id: string; documentId: string | null; companyId: string | null; reason: string; by: string }) => tx.run(sql`
  insert into retention_hold (id, workspace_id, received_invoice_id, company_id, reason, placed_at, placed_by)
  values (${hold.id}, ${tx.workspaceId}, ${hold.documentId}, ${hold.companyId}, ${hold.reason}, ${tx.scope.now()}, ${hold.by})`);
/** 0 when it is lifted already. */
export const liftHoldRow = (tx: Tx, id: string, by: string, reason: string) => tx.run(sql`
  update retention_hold set lifted_at = ${tx.scope.now()}, lifted_by = ${by}, lift_reason = ${reason} where workspace_id = ${tx.workspaceId} and id = ${id} and lifted_at is null`);
export const documentToHold = (tx: Tx, id: string) => tx.maybe(sql<{ company_id: string; file_name: string; deleting_at: Date | null; deleted_at: Date | null }>`
  select r.company_id, r.file_name, f.deleting_at, f.deleted_at from received_invoice r join file f on f.workspace_id = r.workspace_id and f.id = r.file_id
  where r.workspace_id = ${tx.workspaceId} and r.id = ${id}`);
export const companyToHold = (tx: Tx, id: string) => tx.maybe(sql<{ name: string }>`select name from company where workspace_id = ${tx.workspaceId} and id = ${id}`);

// ---- Orphans

/** Those of these store keys that a file has which is not deleted. */
export const knownKeys = async (tx: Tx, keys: readonly string[]): Promise<Set<string>> => new Set((await tx.all(sql<{ store_key: string }>`
  select store_key from file where workspace_id = ${tx.workspaceId} and store_key = any(${[...keys]}::text[]) and deleted_at is null`)).map((row) => row.store_key));
export const workspaceExists = async (tx: Tx) => (await tx.maybe(sql`select 1 from workspace where id = ${tx.workspaceId}`)) !== undefined;
