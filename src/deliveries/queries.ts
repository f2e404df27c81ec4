import { sql } from "kysely";
import type { z } from "zod";
import type { OutgoingMail } from "../platform/mail.ts";
import type { Tx } from "../workspaces/index.ts";
import type { DeliveryFilter } from "./contract.ts";

export type Attachment = { fileId: string; name: string; mediaType: string };
/** A mail of the workspace with what it delivered; or a delivery that still waits for its document, without mail. Mail about the workspace itself (invitations, alerts) is for those who see the team. */
export type DeliveryRow = {
  id: string; company_id: string | null; subject_kind: "invoice" | "proposal" | null; subject_id: string | null; kind: string; recipient: string; recipient_name: string | null;
  title: string; state: string | null; error: string | null; attempts: number; attachments: Attachment[]; created_at: Date; settled_at: Date | null; sort_key: string;
  body_text: string; reply_to: string | null; from_name: string | null;
};

const everything = (tx: Tx) => sql<DeliveryRow>`
  select m.id, d.company_id, d.subject_kind, d.subject_id, m.kind, m.recipient, m.recipient_name, m.subject as title, m.state, m.error, m.attempts, m.attachments, m.created_at, m.settled_at,
         m.body_text, m.reply_to, m.from_name
  from mail m left join delivery d on d.workspace_id = m.workspace_id and d.mail_id = m.id
  where m.workspace_id = ${tx.workspaceId} and (d.id is not null or ${tx.scope.actor.may("team.read")})
  union all
  select d.id, d.company_id, d.subject_kind, d.subject_id, d.draft ->> 'kind', d.recipient, d.recipient_name, d.draft ->> 'subject', null, null, 0, '[]'::jsonb, d.created_at, null,
         d.draft ->> 'text', d.draft ->> 'replyTo', d.draft ->> 'fromName'
  from delivery d where d.workspace_id = ${tx.workspaceId} and d.mail_id is null`;

/** Newest first; a cursor is time and id of the last row. */
export function listDeliveries(tx: Tx, filter: z.infer<typeof DeliveryFilter>, after: [string, string] | null, limit: number): Promise<DeliveryRow[]> {
  const like = filter.search ? `%${filter.search.replace(/[\\%_]/g, "\\$&")}%` : null;
  const states = filter.state === undefined ? null : filter.state === "queued" ? ["queued", "sending"] : filter.state === "outbox" ? ["kept"] : [filter.state];
  return tx.all(sql<DeliveryRow>`
    select *, created_at::text as sort_key from (${everything(tx)}) e
    where (${filter.companyId ?? null}::uuid is null or company_id = ${filter.companyId ?? null})
      and (${filter.subjectId ?? null}::uuid is null or subject_id = ${filter.subjectId ?? null})
      and (${states}::text[] is null or coalesce(state, 'waiting') = any(${states}::text[]))
      and (${like}::text is null or recipient ilike ${like} or recipient_name ilike ${like} or title ilike ${like})
      and (${after?.[0] ?? null}::text is null or (created_at, id) < (${after?.[0] ?? null}::timestamptz, ${after?.[1] ?? null}::uuid))
    order by created_at desc, id desc limit ${limit}`);
}
export const findDelivery = (tx: Tx, id: string) => tx.maybe(sql<DeliveryRow>`
  select *, created_at::text as sort_key from (${everything(tx)}) e where id = ${id}`);

export const insertDelivery = (tx: Tx, row: { id: string; companyId: string; subjectKind: string; subjectId: string; recipient: string; recipientName: string | null; mailId: string | null; draft: OutgoingMail | null; at: Date }) => tx.run(sql`
  insert into delivery (id, workspace_id, company_id, subject_kind, subject_id, recipient, recipient_name, mail_id, draft, created_at)
  values (${row.id}, ${tx.workspaceId}, ${row.companyId}, ${row.subjectKind}, ${row.subjectId}, ${row.recipient}, ${row.recipientName}, ${row.mailId}, ${row.draft ? JSON.stringify(row.draft) : null}::jsonb, ${row.at})`);
export const lockWaiting = (tx: Tx, subjectId: string) => tx.all(sql<{ id: string; draft: OutgoingMail }>`
  select id, draft from delivery where workspace_id = ${tx.workspaceId} and subject_id = ${subjectId} and mail_id is null order by seq for update`);
export const setMail = (tx: Tx, id: string, mailId: string) => tx.run(sql`
  update delivery set mail_id = ${mailId}, draft = null where workspace_id = ${tx.workspaceId} and id = ${id}`);
/** State of the latest delivery of each subject. */
export const latestStates = (tx: Tx, subjectIds: string[]) => tx.all(sql<{ subject_id: string; state: string | null }>`
  select distinct on (d.subject_id) d.subject_id, m.state
  from delivery d left join mail m on m.workspace_id = d.workspace_id and m.id = d.mail_id
  where d.workspace_id = ${tx.workspaceId} and d.subject_id = any(${subjectIds}::uuid[]) order by d.subject_id, d.seq desc`);
/** Was anything handed over, or is it about to be? A mail that failed was not. */
export const anyHandedOver = async (tx: Tx, subjectId: string) => (await tx.maybe(sql<{ yes: boolean }>`
  select true as yes from delivery d left join mail m on m.workspace_id = d.workspace_id and m.id = d.mail_id
  where d.workspace_id = ${tx.workspaceId} and d.subject_id = ${subjectId} and coalesce(m.state, 'queued') <> 'failed' limit 1`)) !== undefined;
