import { sql, type Kysely } from "kysely";
import { all, maybe, run } from "../platform/database.ts";
import type { Database } from "../platform/database-types.ts";
import type { Tx } from "../workspaces/index.ts";
import type { Role } from "./permissions.ts";
import type { Factor } from "./sessions.ts";

type Db = Kysely<Database>;

export type SignedSession = {
  person_id: string; name: string; email: string; email_verified_at: Date | null; disabled_at: Date | null; preferences: Record<string, unknown>;
  /** The role when the session's id was made (null: not noted yet), and the workspace whose connection vouched for the person. */
  role_held: Role | null; sso_workspace_id: string | null; via: string;
  created_at: Date; last_seen_at: Date; expires_at: Date; revoked_at: Date | null; factors: Factor[]; proved_at: Date;
  require_second_factor: boolean | null; session_idle_minutes: number | null; session_hours: number | null;
  workspace_id: string | null; workspace_name: string | null; kind: "business" | "firm" | null; role: Role | null;
  /** The companies that the person may see in the workspace; null for all. */
  companies: string[] | null;
};

/** The session a cookie names, with its person and the role in the chosen workspace. Needs the identity to present the id. */
export const findSession = (db: Db, sessionId: Buffer) => maybe(db, sql<SignedSession>`
  select p.id as person_id, p.name, p.email, p.email_verified_at, p.disabled_at, p.preferences, s.role_held, s.sso_workspace_id, s.via, s.created_at, s.last_seen_at, s.expires_at, s.revoked_at, s.factors, s.proved_at,
         w.require_second_factor, w.session_idle_minutes, w.session_hours, m.workspace_id, w.name as workspace_name, w.kind, m.role,
         case when not m.all_companies then array(select c.company_id from membership_company c where c.workspace_id = m.workspace_id and c.person_id = m.person_id) end as companies
  from session s
  join person p on p.id = s.person_id
  left join membership m on m.person_id = s.person_id and m.workspace_id = s.active_workspace_id and m.suspended_at is null
  left join workspace w on w.id = m.workspace_id
  where s.id = ${sessionId}`);

export const touchSession = (db: Db, sessionId: Buffer, at: Date) =>
  run(db, sql`update session set last_seen_at = ${at} where id = ${sessionId}`);

export const chooseWorkspace = (db: Db, sessionId: Buffer, workspaceId: string) =>
  run(db, sql`update session set active_workspace_id = ${workspaceId}, role_held = null where id = ${sessionId}`);

export const savePreferences = (db: Db, personId: string, change: Record<string, unknown>) =>
  run(db, sql`update person set preferences = preferences || ${JSON.stringify(change)}::jsonb where id = ${personId}`);

export const insertWorkspace = (db: Db, row: { id: string; name: string; kind: string; wrappedKey: Buffer; keyId: string }) =>
  run(db, sql`insert into workspace (id, name, kind, wrapped_key, key_id) values (${row.id}, ${row.name}, ${row.kind}, ${row.wrappedKey}, ${row.keyId})`);
export const insertMembership = (db: Db, workspaceId: string, personId: string, role: Role) =>
  run(db, sql`insert into membership (workspace_id, person_id, role) values (${workspaceId}, ${personId}, ${role})`);
export const listWorkspacesOf = (db: Db, personId: string) => all(db, sql<{ id: string; name: string; kind: "business" | "firm"; role: Role }>`
  select w.id, w.name, w.kind, m.role from membership m join workspace w on w.id = m.workspace_id
  where m.person_id = ${personId} and m.suspended_at is null order by w.name, w.id`);
export type CompanyFacts = {
  id: string; name: string; currency: string; country: string; timeZone: string; locale: string; open: { inbox: number; proposals: number; invoices: number };
};
/**
 * Short facts of the workspace's companies, which every screen needs from the first paint, and what is open in each: received
 * documents that wait for a person, proposals without an answer, invoices past their due date.
 */
export const listCompanyFacts = (tx: Tx, now: Date) => tx.all(sql<CompanyFacts>`
  select c.id, c.name, c.currency, c.country, c.time_zone as "timeZone", c.locale, json_build_object(
    'inbox', (select count(*) from received_invoice r where r.workspace_id = c.workspace_id and r.company_id = c.id
              and r.state in ('needs_password', 'unreadable', 'to_review', 'duplicate', 'to_approve', 'on_hold')),
    'proposals', (select count(*) from proposal p where p.workspace_id = c.workspace_id and p.company_id = c.id and p.sent_version is not null and p.answer is null
                  and p.withdrawn_at is null and (p.valid_until is null or p.valid_until >= (${now}::timestamptz at time zone c.time_zone)::date)),
    'invoices', (select count(*) from invoice i where i.workspace_id = c.workspace_id and i.company_id = c.id and i.kind = 'invoice' and i.issued_at is not null
                 and i.open_minor > 0 and i.due_date < (${now}::timestamptz at time zone c.time_zone)::date)) as open
  from company c where c.workspace_id = ${tx.workspaceId} and c.archived_at is null order by c.name, c.id`);


export type MemberRow = { person_id: string; name: string; email: string; role: Role; created_at: Date };
export const listMembers = (tx: Tx) => tx.all(sql<MemberRow>`
  select m.person_id, p.name, p.email, m.role, m.created_at from membership m join person p on p.id = m.person_id
  where m.workspace_id = ${tx.workspaceId} order by p.name, m.person_id`);
/** Locks all memberships, so that two owners cannot remove each other at once. */
export const lockMembers = (tx: Tx) => tx.all(sql<{ person_id: string; role: Role }>`
  select person_id, role from membership where workspace_id = ${tx.workspaceId} order by person_id for update`);
export const setRole = (tx: Tx, personId: string, role: Role) =>
  tx.run(sql`update membership set role = ${role} where workspace_id = ${tx.workspaceId} and person_id = ${personId}`);
export const removeMember = (tx: Tx, personId: string) =>
  tx.run(sql`delete from membership where workspace_id = ${tx.workspaceId} and person_id = ${personId}`);

export type InvitationRow = { id: string; workspace_id: string; email: string; role: Role; expires_at: Date; created_at: Date; accepted_at: Date | null; revoked_at: Date | null };
export const listInvitations = (tx: Tx, now: Date) => tx.all(sql<InvitationRow>`
  select id, workspace_id, email, role, expires_at, created_at, accepted_at, revoked_at from invitation
  where workspace_id = ${tx.workspaceId} and accepted_at is null and revoked_at is null and expires_at > ${now} order by created_at desc`);
export const insertInvitation = (tx: Tx, row: { id: string; email: string; role: Role; tokenHash: Buffer; invitedBy: string | null; expiresAt: Date }) => tx.run(sql`
  insert into invitation (id, workspace_id, email, role, token_hash, invited_by, expires_at)
  values (${row.id}, ${tx.workspaceId}, ${row.email}, ${row.role}, ${row.tokenHash}, ${row.invitedBy}, ${row.expiresAt})`);
export const revokeInvitation = (tx: Tx, id: string, at: Date) =>
  tx.run(sql`update invitation set revoked_at = ${at} where workspace_id = ${tx.workspaceId} and id = ${id} and accepted_at is null and revoked_at is null`);

export type ApiKeyRow = {
  id: string; workspace_id: string; name: string; role: Role; prefix: string; last_four: string; created_at: Date;
  expires_at: Date | null; last_used_at: Date | null; revoked_at: Date | null;
};
/** The key that a caller presents, with the companies that it is limited to (null: all). */
export const findApiKey = (db: Db, keyHash: Buffer) => maybe(db, sql<ApiKeyRow & { companies: string[] | null }>`
  select k.*, case when not k.all_companies then array(select c.company_id from api_key_company c where c.workspace_id = k.workspace_id and c.api_key_id = k.id) end as companies
  from api_key k where k.key_hash = ${keyHash}`);
export const touchApiKey = (db: Db, id: string, at: Date) => run(db, sql`update api_key set last_used_at = ${at} where id = ${id}`);
export const listApiKeys = (tx: Tx) => tx.all(sql<ApiKeyRow>`select * from api_key where workspace_id = ${tx.workspaceId} order by created_at desc, id`);
export const insertApiKey = (tx: Tx, row: { id: string; name: string; role: Role; keyHash: Buffer; prefix: string; lastFour: string; createdBy: string | null; expiresAt: Date | null }) =>
  tx.one(sql<ApiKeyRow>`
    insert into api_key (id, workspace_id, name, role, key_hash, prefix, last_four, created_by, expires_at)
    values (${row.id}, ${tx.workspaceId}, ${row.name}, ${row.role}, ${row.keyHash}, ${row.prefix}, ${row.lastFour}, ${row.createdBy}, ${row.expiresAt})
    returning *`);
export const revokeApiKey = (tx: Tx, id: string, at: Date) =>
  tx.maybe(sql<ApiKeyRow>`update api_key set revoked_at = coalesce(revoked_at, ${at}) where workspace_id = ${tx.workspaceId} and id = ${id} returning *`);
