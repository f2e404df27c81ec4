import { sql, type Kysely } from "kysely";
import type { z } from "zod";
import { maybe } from "../platform/database.ts";
import type { Database } from "../platform/database-types.ts";
import type { Tx } from "../workspaces/index.ts";
import type { ChangeProposal, ProposalFilter, ProposalLineView, ShownProposal } from "./contract.ts";
import type { TotalsView } from "../invoices/contract.ts";

/** What is being written: the wire's shape with every line identified. */
export type ProposalContent = Omit<ChangeProposal, "version" | "internalNote" | "lines"> & { lines: ProposalLineView[] };
export type ProposalRow = {
  id: string; seq: bigint; company_id: string; customer_id: string | null; number: string | null; title: string; currency: string; content: ProposalContent; total_minor: bigint; internal_note: string | null;
  sent_version: number | null; valid_until: string | null; sent_hash: Buffer | null; first_viewed_at: Date | null; last_viewed_at: Date | null; views: number;
  answer: "accepted" | "declined" | null; answered_at: Date | null; withdrawn_at: Date | null; accepted_minor: bigint | null; version: number; created_at: Date; updated_at: Date;
};
export type VersionRow = {
  id: string; proposal_id: string; version: number; shown: ShownProposal; shown_hash: Buffer; logo_file_id: string | null; template: "ledger" | "letter"; paper: "a4" | "us-letter"; invoice_on_acceptance: boolean;
  sent_at: Date; valid_until: string | null; superseded_at: Date | null; pdf_file_id: string | null; pdf_sha256: Buffer | null;
};
export type LinkRow = { id: string; workspace_id: string; proposal_id: string; version_id: string; recipient: string | null; created_at: Date; revoked_at: Date | null; views: number; last_viewed_at: Date | null };
export type Accepted = { lineId: string; quantity: string }[];
export type AnswerRow = {
  id: string; proposal_id: string; version_id: string; link_id: string; kind: "accepted" | "declined"; shown_hash: Buffer; selection: Accepted; totals: TotalsView | null; consent_version: string | null; consent_text: string | null;
  name: string; email: string | null; reason: string | null; at: Date; ip: string | null; user_agent: string | null; record: Record<string, unknown>; fingerprint: Buffer; pdf_file_id: string | null; pdf_sha256: Buffer | null;
};

/** The link a token opens. Needs the transaction to present the token's hash: nothing else of the workspace is visible yet. */
export const findLinkByToken = (db: Kysely<Database>, tokenHash: Buffer) => maybe(db, sql<LinkRow>`
  select id, workspace_id, proposal_id, version_id, recipient, created_at, revoked_at, views, last_viewed_at from proposal_link where token_hash = ${tokenHash}`);

export const findProposal = (tx: Tx, id: string) => tx.maybe(sql<ProposalRow>`select * from proposal where workspace_id = ${tx.workspaceId} and id = ${id}`);
/** The lock under which a proposal is sent, withdrawn and answered, one after the other. */
export const lockProposal = (tx: Tx, id: string) => tx.maybe(sql<ProposalRow>`select * from proposal where workspace_id = ${tx.workspaceId} and id = ${id} for no key update`);
export const insertProposal = (tx: Tx, row: { id: string; companyId: string; content: ProposalContent; totalMinor: bigint; internalNote: string | null; at: Date }) => tx.one(sql<ProposalRow>`
  insert into proposal (id, workspace_id, company_id, customer_id, title, currency, content, total_minor, internal_note, created_at, updated_at)
  values (${row.id}, ${tx.workspaceId}, ${row.companyId}, ${row.content.customerId}, ${row.content.title}, ${row.content.currency}, ${JSON.stringify(row.content)}::jsonb, ${row.totalMinor}, ${row.internalNote}, ${row.at}, ${row.at})
  returning *`);
export const updateProposal = (tx: Tx, id: string, row: { content: ProposalContent; totalMinor: bigint; internalNote: string | null; at: Date }) => tx.one(sql<ProposalRow>`
  update proposal set customer_id = ${row.content.customerId}, title = ${row.content.title}, currency = ${row.content.currency}, content = ${JSON.stringify(row.content)}::jsonb, total_minor = ${row.totalMinor},
    internal_note = ${row.internalNote}, version = version + 1, updated_at = ${row.at}
  where workspace_id = ${tx.workspaceId} and id = ${id} returning *`);
export const deleteProposal = (tx: Tx, id: string) => tx.run(sql`delete from proposal where workspace_id = ${tx.workspaceId} and id = ${id} and sent_version is null`);
/** The act of sending: the answer, views and end of an earlier version no longer speak for the proposal. */
export const setSent = (tx: Tx, id: string, row: { number: string; sentVersion: number; validUntil: string | null; sentHash: Buffer; at: Date }) => tx.one(sql<ProposalRow>`
  update proposal set number = ${row.number}, sent_version = ${row.sentVersion}, valid_until = ${row.validUntil}, sent_hash = ${row.sentHash}, first_viewed_at = null, views = 0, answer = null, answered_at = null,
    withdrawn_at = null, version = version + 1, updated_at = ${row.at}
  where workspace_id = ${tx.workspaceId} and id = ${id} returning *`);
export const setWithdrawn = (tx: Tx, id: string, at: Date) => tx.run(sql`update proposal set withdrawn_at = ${at}, version = version + 1, updated_at = ${at} where workspace_id = ${tx.workspaceId} and id = ${id}`);
export const setExtended = async (tx: Tx, id: string, sentVersion: number, validUntil: string, content: ProposalContent, sentHash: Buffer, at: Date) => {
  await tx.run(sql`update proposal set valid_until = ${validUntil}, content = ${JSON.stringify(content)}::jsonb, sent_hash = ${sentHash}, version = version + 1, updated_at = ${at} where workspace_id = ${tx.workspaceId} and id = ${id}`);
  await tx.run(sql`update proposal_version set valid_until = ${validUntil} where workspace_id = ${tx.workspaceId} and proposal_id = ${id} and version = ${sentVersion}`);
};
export const setAnswered = (tx: Tx, id: string, row: { answer: "accepted" | "declined"; acceptedMinor: bigint | null; at: Date }) => tx.run(sql`
  update proposal set answer = ${row.answer}, answered_at = ${row.at}, accepted_minor = ${row.acceptedMinor}, version = version + 1, updated_at = ${row.at} where workspace_id = ${tx.workspaceId} and id = ${id}`);

export const insertVersion = async (tx: Tx, row: Omit<VersionRow, "superseded_at" | "pdf_file_id" | "pdf_sha256">) => {
  await tx.run(sql`update proposal_version set superseded_at = ${row.sent_at} where workspace_id = ${tx.workspaceId} and proposal_id = ${row.proposal_id} and superseded_at is null`);
  return tx.one(sql<VersionRow>`
    insert into proposal_version (id, workspace_id, proposal_id, version, shown, shown_hash, logo_file_id, template, paper, invoice_on_acceptance, sent_at, valid_until)
    values (${row.id}, ${tx.workspaceId}, ${row.proposal_id}, ${row.version}, ${JSON.stringify(row.shown)}::jsonb, ${row.shown_hash}, ${row.logo_file_id}, ${row.template}, ${row.paper}, ${row.invoice_on_acceptance}, ${row.sent_at}, ${row.valid_until})
    returning *`);
};
export const findVersion = (tx: Tx, id: string) => tx.maybe(sql<VersionRow>`select * from proposal_version where workspace_id = ${tx.workspaceId} and id = ${id}`);
export const latestVersion = (tx: Tx, proposalId: string) => tx.maybe(sql<VersionRow>`
  select * from proposal_version where workspace_id = ${tx.workspaceId} and proposal_id = ${proposalId} order by version desc limit 1`);
export const listVersions = (tx: Tx, proposalId: string) => tx.all(sql<Omit<VersionRow, "shown">>`
  select id, proposal_id, version, shown_hash, logo_file_id, template, paper, invoice_on_acceptance, sent_at, valid_until, superseded_at, pdf_file_id, pdf_sha256
  from proposal_version where workspace_id = ${tx.workspaceId} and proposal_id = ${proposalId} order by version desc`);
export const setVersionPdf = (tx: Tx, id: string, fileId: string, sha256: Buffer) => tx.run(sql`
  update proposal_version set pdf_file_id = ${fileId}, pdf_sha256 = ${sha256} where workspace_id = ${tx.workspaceId} and id = ${id} and pdf_file_id is null`);
export const setAnswerPdf = (tx: Tx, id: string, fileId: string, sha256: Buffer) => tx.run(sql`
  update proposal_answer set pdf_file_id = ${fileId}, pdf_sha256 = ${sha256} where workspace_id = ${tx.workspaceId} and id = ${id} and pdf_file_id is null`);

export const insertLink = (tx: Tx, row: { id: string; proposalId: string; versionId: string; tokenHash: Buffer; recipient: string | null; at: Date }) => tx.run(sql`
  insert into proposal_link (id, workspace_id, proposal_id, version_id, token_hash, recipient, created_at)
  values (${row.id}, ${tx.workspaceId}, ${row.proposalId}, ${row.versionId}, ${row.tokenHash}, ${row.recipient}, ${row.at})`);
export const listLinks = (tx: Tx, proposalId: string) => tx.all(sql<LinkRow & { version: number }>`
  select l.id, l.workspace_id, l.proposal_id, l.version_id, l.recipient, l.created_at, l.revoked_at, l.views, l.last_viewed_at, v.version
  from proposal_link l join proposal_version v on v.workspace_id = l.workspace_id and v.id = l.version_id
  where l.workspace_id = ${tx.workspaceId} and l.proposal_id = ${proposalId} order by l.created_at desc, l.id`);
export const revokeLink = (tx: Tx, proposalId: string, id: string, at: Date) => tx.run(sql`
  update proposal_link set revoked_at = coalesce(revoked_at, ${at}) where workspace_id = ${tx.workspaceId} and proposal_id = ${proposalId} and id = ${id}`);
export const findLink = (tx: Tx, id: string) => tx.maybe(sql<LinkRow>`
  select id, workspace_id, proposal_id, version_id, recipient, created_at, revoked_at, views, last_viewed_at from proposal_link where workspace_id = ${tx.workspaceId} and id = ${id}`);
/** Counts a view of a link; answers whether it is the first of the version that counts. */
export async function countView(tx: Tx, link: Pick<LinkRow, "id" | "proposal_id" | "version_id">, at: Date): Promise<boolean> {
  await tx.run(sql`update proposal_link set views = views + 1, last_viewed_at = ${at} where workspace_id = ${tx.workspaceId} and id = ${link.id}`);
  const before = await tx.maybe(sql<{ first_viewed_at: Date | null }>`
    select p.first_viewed_at from proposal p join proposal_version v on v.workspace_id = p.workspace_id and v.proposal_id = p.id and v.version = p.sent_version
    where p.workspace_id = ${tx.workspaceId} and p.id = ${link.proposal_id} and v.id = ${link.version_id} for no key update of p`);
  if (!before) return false; // a superseded version: its view says nothing about the new one
  await tx.run(sql`update proposal set views = views + 1, last_viewed_at = ${at}, first_viewed_at = coalesce(first_viewed_at, ${at}) where workspace_id = ${tx.workspaceId} and id = ${link.proposal_id}`);
  return before.first_viewed_at === null;
}

export const findAnswer = (tx: Tx, versionId: string) => tx.maybe(sql<AnswerRow>`select * from proposal_answer where workspace_id = ${tx.workspaceId} and version_id = ${versionId}`);
export const findAnswerById = (tx: Tx, id: string) => tx.maybe(sql<AnswerRow>`select * from proposal_answer where workspace_id = ${tx.workspaceId} and id = ${id}`);
/** Writes the answer to a version; nothing comes back when it has one (P3). */
export const insertAnswer = (tx: Tx, row: Omit<AnswerRow, "pdf_file_id" | "pdf_sha256">) => tx.maybe(sql<AnswerRow>`
  insert into proposal_answer (id, workspace_id, proposal_id, version_id, link_id, kind, shown_hash, selection, totals, consent_version, consent_text, name, email, reason, at, ip, user_agent, record, fingerprint)
  values (${row.id}, ${tx.workspaceId}, ${row.proposal_id}, ${row.version_id}, ${row.link_id}, ${row.kind}, ${row.shown_hash}, ${JSON.stringify(row.selection)}::jsonb, ${row.totals ? JSON.stringify(row.totals) : null}::jsonb,
    ${row.consent_version}, ${row.consent_text}, ${row.name}, ${row.email}, ${row.reason}, ${row.at}, ${row.ip}, ${row.user_agent}, ${JSON.stringify(row.record)}::jsonb, ${row.fingerprint})
  on conflict (workspace_id, version_id) do nothing returning *`);

/** How far issued invoices cover what was accepted, by quantity. */
const covered = sql`
  left join lateral (
    select bool_and(abs(coalesce(q.quantity, 0)) >= abs(s.quantity)) as all_invoiced, bool_or(coalesce(q.quantity, 0) <> 0) as any_invoiced
    from proposal_version v join proposal_answer a on a.workspace_id = v.workspace_id and a.version_id = v.id and a.kind = 'accepted'
    cross join lateral jsonb_to_recordset(a.selection) as s("lineId" uuid, quantity numeric)
    left join lateral (select sum(l.quantity) as quantity from invoice i join invoice_line l on l.workspace_id = i.workspace_id and l.invoice_id = i.id
                       where i.workspace_id = p.workspace_id and i.proposal_id = p.id and i.kind = 'invoice' and i.issued_at is not null and i.voided_at is null and l.proposal_line_id = s."lineId") q on true
    where v.workspace_id = p.workspace_id and v.proposal_id = p.id and v.version = p.sent_version) k on true`;
const over = (now: Date) => sql`(p.valid_until is not null and (${now}::timestamptz at time zone c.time_zone)::date > p.valid_until)`;
const waits = sql`p.sent_version is not null and p.answer is null and p.withdrawn_at is null`;
const tabs = (now: Date) => ({
  all: sql`true`, draft: sql`p.sent_version is null`, open: sql`${waits} and not ${over(now)}`, accepted: sql`p.answer = 'accepted'`,
  to_invoice: sql`p.answer = 'accepted' and not coalesce(k.all_invoiced, false)`,
  ended: sql`p.sent_version is not null and (p.answer = 'declined' or (p.answer is null and (p.withdrawn_at is not null or ${over(now)})))`,
});

export type ListedProposal = Omit<ProposalRow, "content"> & { customer_name: string | null; time_zone: string; over: boolean; all_invoiced: boolean; any_invoiced: boolean; sent_at: Date | null };
/** Newest first; the cursor is the sequence of the last row. */
export function listProposals(tx: Tx, filter: z.infer<typeof ProposalFilter>, now: Date, before: bigint | null, limit: number): Promise<ListedProposal[]> {
  const like = filter.search ? `%${filter.search.replace(/[\\%_]/g, "\\$&")}%` : null;
  return tx.all(sql<ListedProposal>`
    select p.id, p.seq, p.company_id, p.customer_id, p.number, p.title, p.currency, p.total_minor, p.internal_note, p.sent_version, p.valid_until, p.sent_hash, p.first_viewed_at, p.last_viewed_at, p.views,
           p.answer, p.answered_at, p.withdrawn_at, p.accepted_minor, p.version, p.created_at, p.updated_at, y.name as customer_name, c.time_zone, ${over(now)} as over,
           coalesce(k.all_invoiced, false) as all_invoiced, coalesce(k.any_invoiced, false) as any_invoiced,
           (select v.sent_at from proposal_version v where v.workspace_id = p.workspace_id and v.proposal_id = p.id and v.version = p.sent_version) as sent_at
    from proposal p join company c on c.workspace_id = p.workspace_id and c.id = p.company_id
    left join party y on y.workspace_id = p.workspace_id and y.id = p.customer_id ${covered}
    where p.workspace_id = ${tx.workspaceId} and ${tabs(now)[filter.tab]}
      and (${filter.companyId ?? null}::uuid is null or p.company_id = ${filter.companyId ?? null})
      and (${filter.customerId ?? null}::uuid is null or p.customer_id = ${filter.customerId ?? null})
      and (${like}::text is null or p.number ilike ${like} or p.title ilike ${like} or y.name ilike ${like})
      and (${before}::bigint is null or p.seq < ${before})
    order by p.seq desc limit ${limit}`);
}
/** The facts of one proposal's state that only the database knows. */
export const stateFacts = (tx: Tx, id: string, now: Date) => tx.one(sql<{ over: boolean; all_invoiced: boolean; any_invoiced: boolean }>`
  select ${over(now)} as over, coalesce(k.all_invoiced, false) as all_invoiced, coalesce(k.any_invoiced, false) as any_invoiced
  from proposal p join company c on c.workspace_id = p.workspace_id and c.id = p.company_id ${covered}
  where p.workspace_id = ${tx.workspaceId} and p.id = ${id}`);
export function countProposals(tx: Tx, companyId: string | null, now: Date): Promise<Record<string, number>> {
  const columns = Object.entries(tabs(now)).map(([name, condition]) => sql`count(*) filter (where ${condition})::int as ${sql.ref(name)}`);
  return tx.one(sql<Record<string, number>>`
    select ${sql.join(columns)} from proposal p join company c on c.workspace_id = p.workspace_id and c.id = p.company_id ${covered}
    where p.workspace_id = ${tx.workspaceId} and (${companyId}::uuid is null or p.company_id = ${companyId})`);
}
