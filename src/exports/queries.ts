import { sql, type RawBuilder } from "kysely";
import type { Role } from "../access/index.ts";
import type { StoredFile } from "../platform/files.ts";
import type { Tx } from "../workspaces/index.ts";
import type { ExportFormat } from "./contract.ts";

export type ExportRow = {
  id: string; company_id: string | null; companies: string[]; format: ExportFormat; state: "building" | "ready" | "failed"; mark_exported: boolean; file_name: string; media_type: string; file_id: string | null;
  sha256: Buffer | null; size_bytes: bigint | null; documents: number | null; failure: string | null; created_by: string | null; created_at: Date; ready_at: Date | null; deleted_at: Date | null;
};
const columns = sql.raw(`id, company_id, companies, format, state, mark_exported, file_name, media_type, file_id, sha256, size_bytes, documents, failure, created_by, created_at, ready_at,
  (select coalesce(f.deleted_at, f.deleting_at) from file f where f.workspace_id = export.workspace_id and f.id = export.file_id) as deleted_at`);

/** Notes an export, the documents it shall hold and the companies they are of. */
export async function insertExport(tx: Tx, row: { id: string; companyId: string | null; format: string; selection: unknown; markExported: boolean; fileName: string; mediaType: string; documentIds: string[] }): Promise<void> {
  await tx.run(sql`
    insert into export (id, workspace_id, company_id, companies, format, selection, mark_exported, file_name, media_type, documents, created_by, created_at)
    values (${row.id}, ${tx.workspaceId}, ${row.companyId},
            array(select distinct company_id from received_invoice where workspace_id = ${tx.workspaceId} and id = any(${row.documentIds}::uuid[])), ${row.format}, ${JSON.stringify(row.selection)}::jsonb, ${row.markExported}, ${row.fileName}, ${row.mediaType},
            ${row.documentIds.length}, ${tx.scope.actor.name}, ${tx.scope.now()})`);
  await tx.run(sql`
    insert into export_document (workspace_id, export_id, received_invoice_id, position)
    select ${tx.workspaceId}, ${row.id}, id, position from unnest(${row.documentIds}::uuid[]) with ordinality as chosen (id, position)`);
}

export const findExport = (tx: Tx, id: string) => tx.maybe(sql<ExportRow>`select ${columns} from export where workspace_id = ${tx.workspaceId} and id = ${id}`);
export const lockExport = (tx: Tx, id: string) => tx.maybe(sql<ExportRow>`select ${columns} from export where workspace_id = ${tx.workspaceId} and id = ${id} for update`);
export const documentsOfExport = (tx: Tx, id: string) => tx.all(sql<{ id: string }>`
  select received_invoice_id as id from export_document where workspace_id = ${tx.workspaceId} and export_id = ${id} order by position`);

/** Exports, newest first, after the one with this time and id. */
export const listExports = (tx: Tx, after: { at: string; id: string } | null, limit: number) => tx.all(sql<ExportRow & { at_text: string }>`
  select ${columns}, created_at::text as at_text from export
  where workspace_id = ${tx.workspaceId} and (${after?.at ?? null}::timestamptz is null or (created_at, id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
  order by created_at desc, id desc limit ${limit}`);

/** The export is there: its file and what it held. Documents that were no longer approved are no part of it. */
export async function finishExport(tx: Tx, id: string, file: StoredFile, mediaType: string, held: string[], companies: string[]): Promise<void> {
  await tx.run(sql`insert into file (id, workspace_id, company_id, store_key, wrapped_key, sha256, size_bytes, media_type)
    values (${file.id}, ${tx.workspaceId}, ${companies.length === 1 ? companies[0]! : null}, ${file.storeKey}, ${file.wrappedKey}, ${file.sha256}, ${file.sizeBytes}, ${mediaType})`);
  await tx.run(sql`delete from export_document where workspace_id = ${tx.workspaceId} and export_id = ${id} and received_invoice_id <> all(${held}::uuid[])`);
  await tx.run(sql`
    update export set state = 'ready', file_id = ${file.id}, sha256 = ${file.sha256}, size_bytes = ${file.sizeBytes}, documents = ${held.length}, ready_at = ${tx.scope.now()}, failure = null
    where workspace_id = ${tx.workspaceId} and id = ${id}`);
}
export const failExport = (tx: Tx, id: string, failure: string) => tx.run(sql`
  update export set state = 'failed', failure = ${failure} where workspace_id = ${tx.workspaceId} and id = ${id} and state = 'building'`);

export const findExportFile = (tx: Tx, id: string) => tx.maybe(sql<{ storeKey: string; wrappedKey: Buffer; sizeBytes: bigint }>`
  select f.store_key as "storeKey", f.wrapped_key as "wrappedKey", f.size_bytes as "sizeBytes"
  from export e join file f on f.workspace_id = e.workspace_id and f.id = e.file_id where e.workspace_id = ${tx.workspaceId} and e.id = ${id}`);
export const companyNameOf = (tx: Tx, id: string) => tx.maybe(sql<{ name: string }>`select name from company where workspace_id = ${tx.workspaceId} and id = ${id}`);

// ---- Exports made by themselves

export type ScheduleRow = {
  id: string; person_id: string; company_id: string | null; company_name: string | null; every: "week" | "month"; day: number; format: Exclude<ExportFormat, "originals">; time_zone: string; next_on: string;
  last_made_for: string | null; last_at: Date | null; last_outcome: "made" | "nothing" | "refused" | null; last_export_id: string | null; today: string;
};
const schedule = (tx: Tx) => sql`select s.*, (${tx.scope.now()}::timestamptz at time zone s.time_zone)::date as today,
    (select c.name from company c where c.workspace_id = s.workspace_id and c.id = s.company_id) as company_name
  from export_schedule s where s.workspace_id = ${tx.workspaceId}`;
const isDue = (now: Date) => sql`(next_on + time '04:00') at time zone time_zone <= ${now}`;

export const scheduleOf = (tx: Tx, personId: string) => tx.maybe(sql<ScheduleRow>`${schedule(tx)} and s.person_id = ${personId} for update of s`);
export const dropSchedule = (tx: Tx, id: string) => tx.run(sql`delete from export_schedule where workspace_id = ${tx.workspaceId} and id = ${id}`);
/** The time zone of a company, or of the workspace's first, and what day it is there. */
export const zoneAndToday = (tx: Tx, companyId: string | null) => tx.one(sql<{ time_zone: string; today: string }>`
  select time_zone, (${tx.scope.now()}::timestamptz at time zone time_zone)::date as today from (select coalesce((select time_zone from company
    where workspace_id = ${tx.workspaceId} and (id = ${companyId} or (${companyId}::uuid is null and archived_at is null)) order by created_at, id limit 1), 'UTC') as time_zone) zone`);
export const saveSchedule = (tx: Tx, row: Pick<ScheduleRow, "id" | "person_id" | "company_id" | "every" | "day" | "format" | "time_zone" | "next_on">) => tx.run(sql`
  insert into export_schedule (id, workspace_id, person_id, company_id, every, day, format, time_zone, next_on)
  values (${row.id}, ${tx.workspaceId}, ${row.person_id}, ${row.company_id}, ${row.every}, ${row.day}, ${row.format}, ${row.time_zone}, ${row.next_on})
  on conflict (workspace_id, person_id) do update set company_id = excluded.company_id, every = excluded.every, day = excluded.day, format = excluded.format,
    time_zone = excluded.time_zone, next_on = excluded.next_on`);

/** What is due in all workspaces, longest waiting first. Run without any identity (policy "sweep"). */
export const dueSchedules = (now: Date): RawBuilder<{ workspace_id: string; id: string }> => sql<{ workspace_id: string; id: string }>`
  select workspace_id, id from export_schedule where next_on <= ${now}::timestamptz + interval '1 day' and ${isDue(now)} order by next_on limit 500`;
/** Who set a schedule up, with what they may and see now. */
export const makerOf = (tx: Tx, id: string) => tx.maybe(sql<{ person_id: string; name: string; email: string; role: Role; suspended: boolean; companies: string[] | null; company_id: string | null }>`
  select s.person_id, p.name, p.email, m.role, m.suspended_at is not null as suspended, s.company_id,
    case when not m.all_companies then array(select c.company_id from membership_company c where c.workspace_id = m.workspace_id and c.person_id = m.person_id) end as companies
  from export_schedule s join membership m on m.workspace_id = s.workspace_id and m.person_id = s.person_id join person p on p.id = s.person_id
  where s.workspace_id = ${tx.workspaceId} and s.id = ${id}`);
/** Locks a schedule that is still due; nobody else serves it until the transaction ends, and afterwards it no longer is. */
export const lockDue = (tx: Tx, id: string) => tx.maybe(sql<ScheduleRow>`${schedule(tx)} and s.id = ${id} and ${isDue(tx.scope.now())} for update of s`);
export const noteServed = (tx: Tx, row: ScheduleRow, nextOn: string, outcome: ScheduleRow["last_outcome"], exportId: string | null) => tx.run(sql`
  update export_schedule set next_on = ${nextOn}, last_made_for = ${row.next_on}, last_at = ${tx.scope.now()}, last_outcome = ${outcome}, last_export_id = ${exportId}
  where workspace_id = ${tx.workspaceId} and id = ${row.id}`);
