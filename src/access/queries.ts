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
  /** When the person was last seen in the chosen workspace, to the minute. */
  member_seen_at: Date | null;
  /** The workspace asks for its own single sign-on, which this session did not come by. `sso_exempted`: it is let in all the same, with a second factor. */
  sso_missing: boolean; sso_exempted: boolean;
  created_at: Date; last_seen_at: Date; expires_at: Date; revoked_at: Date | null; factors: Factor[]; proved_at: Date;
  require_second_factor: boolean | null; session_idle_minutes: number | null; session_hours: number | null;
  workspace_id: string | null; workspace_name: string | null; kind: "business" | "firm" | null; role: Role | null;
  /** The companies that the person may see in the workspace; null for all. */
  companies: string[] | null;
};

/**
 * The session a cookie names, with its person and the role in the chosen workspace. Needs the identity to present the id. A
 * session that only a workspace's own identity provider vouched for has a role in that workspace and in no other.
 */
export const findSession = (sessionId: Buffer) => sql<SignedSession>`
  select p.id as person_id, p.name, p.email, p.email_verified_at, p.disabled_at, p.preferences, s.role_held, s.sso_workspace_id, s.via, s.created_at, s.last_seen_at, s.expires_at, s.revoked_at, s.factors, s.proved_at,
         w.require_second_factor, w.session_idle_minutes, w.session_hours, m.workspace_id, w.name as workspace_name, w.kind, m.role, m.last_seen_at as member_seen_at,
         case when not m.all_companies then array(select c.company_id from membership_company c where c.workspace_id = m.workspace_id and c.person_id = m.person_id) end as companies,
         sso_is_missing(w.id, w.sso_required, m.sso_exempt, p.email, s.sso_workspace_id) as sso_missing,
         coalesce(w.sso_required and m.sso_exempt and s.sso_workspace_id is distinct from w.id, false) as sso_exempted
  from session s
  join person p on p.id = s.person_id
  left join membership m on m.person_id = s.person_id and m.workspace_id = s.active_workspace_id and m.suspended_at is null
    and (s.sso_workspace_id is null or s.sso_workspace_id = m.workspace_id or s.factors && '{password,passkey}')
  left join workspace w on w.id = m.workspace_id
  where s.id = ${sessionId}`;

export const touchSession = (db: Db, sessionId: Buffer, at: Date) =>
  run(db, sql`update session set last_seen_at = ${at} where id = ${sessionId}`);

/** Ends a person's sessions that stand in a workspace. Runs as the person. */
export const endSessionsHere = (db: Db, personId: string, workspaceId: string, because: "suspended" | "removed", at: Date) =>
  run(db, sql`update session set revoked_at = ${at}, ended_because = ${because} where person_id = ${personId} and active_workspace_id = ${workspaceId} and revoked_at is null`);

export const chooseWorkspace = (db: Db, sessionId: Buffer, workspaceId: string) =>
  run(db, sql`update session set active_workspace_id = ${workspaceId}, role_held = null where id = ${sessionId}`);

export const savePreferences = (db: Db, personId: string, change: Record<string, unknown>) =>
  run(db, sql`update person set preferences = preferences || ${JSON.stringify(change)}::jsonb where id = ${personId}`);

export const insertWorkspace = (db: Db, row: { id: string; name: string; kind: string; wrappedKey: Buffer; keyId: string }) =>
  run(db, sql`insert into workspace (id, name, kind, wrapped_key, key_id) values (${row.id}, ${row.name}, ${row.kind}, ${row.wrappedKey}, ${row.keyId})`);
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

/** Names of the companies a person, invitation or key is limited to, as JSON; null when it is not. */
const limitOf = (row: string, list: string, key: string) => sql.raw(`case when not ${row}.all_companies then (
  select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by c.name, c.id), '[]') from ${list} l join company c on c.workspace_id = l.workspace_id and c.id = l.company_id
  where l.workspace_id = ${row}.workspace_id and l.${key}) end`);
export type Limit = { id: string; name: string }[] | null;

export type MemberRow = {
  person_id: string; name: string; email: string; role: Role; companies: Limit; created_at: Date; suspended_at: Date | null; last_seen_at: Date | null;
  second_factors: ("passkey" | "totp")[]; keys: number;
};
export const listMembers = (tx: Tx, now: Date) => tx.all(sql<MemberRow>`
  select m.person_id, p.name, p.email, m.role, m.created_at, m.suspended_at, m.last_seen_at, p.second_factors,
         ${limitOf("m", "membership_company", "person_id = m.person_id")} as companies,
         (select count(*)::int from api_key k where k.workspace_id = m.workspace_id and k.created_by = m.person_id and k.revoked_at is null and (k.expires_at is null or k.expires_at > ${now})) as keys
  from membership m join person p on p.id = m.person_id
  where m.workspace_id = ${tx.workspaceId} order by p.name, m.person_id`);
export const isMember = async (tx: Tx, email: string) => (await tx.maybe(sql<{ yes: boolean }>`
  select true as yes from membership m join person p on p.id = m.person_id where m.workspace_id = ${tx.workspaceId} and p.email = ${email}`)) !== undefined;

export type LockedMember = { person_id: string; name: string; email: string; role: Role; all_companies: boolean; suspended_at: Date | null };
/** Locks all memberships, so that two owners cannot remove each other at once. */
export const lockMembers = (tx: Tx) => tx.all(sql<LockedMember>`
  select m.person_id, p.name, p.email, m.role, m.all_companies, m.suspended_at from membership m join person p on p.id = m.person_id
  where m.workspace_id = ${tx.workspaceId} order by m.person_id for update of m`);
export const insertMembership = (db: Db, workspaceId: string, personId: string, role: Role, allCompanies = true) =>
  run(db, sql`insert into membership (workspace_id, person_id, role, all_companies) values (${workspaceId}, ${personId}, ${role}, ${allCompanies})`);
export const setRole = (tx: Tx, personId: string, role: Role, allCompanies: boolean) =>
  tx.run(sql`update membership set role = ${role}, all_companies = ${allCompanies} where workspace_id = ${tx.workspaceId} and person_id = ${personId}`);
export const setSuspended = (tx: Tx, personId: string, at: Date | null) =>
  tx.run(sql`update membership set suspended_at = ${at} where workspace_id = ${tx.workspaceId} and person_id = ${personId}`);
export const removeMember = (tx: Tx, personId: string) =>
  tx.run(sql`delete from membership where workspace_id = ${tx.workspaceId} and person_id = ${personId}`);
/** Notes that a member is here. Like a session's, to the minute. */
export const touchMember = (db: Db, workspaceId: string, personId: string, at: Date) =>
  run(db, sql`update membership set last_seen_at = ${at} where workspace_id = ${workspaceId} and person_id = ${personId}`);

/** Of these companies, those that the workspace has, with their names. */
export const namedCompanies = (tx: Tx, ids: readonly string[]) => tx.all(sql<{ id: string; name: string }>`
  select id, name from company where workspace_id = ${tx.workspaceId} and id = any(${[...ids]}::uuid[]) order by name, id`);
type Limited = { list: "membership_company" | "invitation_company" | "api_key_company"; column: "person_id" | "invitation_id" | "api_key_id" };
const limited = { member: { list: "membership_company", column: "person_id" }, invitation: { list: "invitation_company", column: "invitation_id" }, key: { list: "api_key_company", column: "api_key_id" } } as const satisfies Record<string, Limited>;
/** Replaces the list of companies of a member, invitation or key. */
export async function setCompanies(tx: Tx, of: keyof typeof limited, id: string, companyIds: readonly string[]): Promise<void> {
  const { list, column } = limited[of];
  await tx.run(sql`delete from ${sql.table(list)} where workspace_id = ${tx.workspaceId} and ${sql.ref(column)} = ${id}`);
  await tx.run(sql`insert into ${sql.table(list)} (workspace_id, ${sql.ref(column)}, company_id) select ${tx.workspaceId}, ${id}, unnest(${[...new Set(companyIds)]}::uuid[])`);
}
export const companiesOfMember = (tx: Tx, personId: string) => tx.all(sql<{ id: string; name: string }>`
  select c.id, c.name from membership_company l join company c on c.workspace_id = l.workspace_id and c.id = l.company_id
  where l.workspace_id = ${tx.workspaceId} and l.person_id = ${personId} order by c.name, c.id`);

export type InvitationRow = { id: string; workspace_id: string; email: string; role: Role; expires_at: Date; created_at: Date; accepted_at: Date | null; revoked_at: Date | null };
export const listInvitations = (tx: Tx, now: Date) => tx.all(sql<InvitationRow & { companies: Limit; invited_by_name: string | null; sent_at: Date }>`
  select i.id, i.workspace_id, i.email, i.role, i.expires_at, i.created_at, i.sent_at, i.accepted_at, i.revoked_at, p.name as invited_by_name,
         ${limitOf("i", "invitation_company", "invitation_id = i.id")} as companies
  from invitation i left join person p on p.id = i.invited_by
  where i.workspace_id = ${tx.workspaceId} and i.accepted_at is null and i.revoked_at is null and i.expires_at > ${now} order by i.created_at desc, i.id`);
export const insertInvitation = (tx: Tx, row: { id: string; email: string; role: Role; allCompanies: boolean; tokenHash: Buffer; invitedBy: string | null; at: Date; expiresAt: Date }) => tx.run(sql`
  insert into invitation (id, workspace_id, email, role, all_companies, token_hash, invited_by, created_at, sent_at, expires_at)
  values (${row.id}, ${tx.workspaceId}, ${row.email}, ${row.role}, ${row.allCompanies}, ${row.tokenHash}, ${row.invitedBy}, ${row.at}, ${row.at}, ${row.expiresAt})`);
export const lockInvitation = (tx: Tx, id: string, now: Date) => tx.maybe(sql<InvitationRow & { all_companies: boolean }>`
  select id, workspace_id, email, role, all_companies, expires_at, created_at, accepted_at, revoked_at from invitation
  where workspace_id = ${tx.workspaceId} and id = ${id} and accepted_at is null and revoked_at is null and expires_at > ${now} for update`);
export const renewInvitation = (tx: Tx, id: string, tokenHash: Buffer, at: Date, expiresAt: Date) => tx.run(sql`
  update invitation set token_hash = ${tokenHash}, sent_at = ${at}, expires_at = ${expiresAt} where workspace_id = ${tx.workspaceId} and id = ${id}`);
export const revokeInvitation = (tx: Tx, id: string, at: Date) =>
  tx.run(sql`update invitation set revoked_at = ${at} where workspace_id = ${tx.workspaceId} and id = ${id} and accepted_at is null and revoked_at is null`);
/** Withdraws what somebody invited, all of it or since a moment. */
export const revokeInvitationsBy = (tx: Tx, personId: string, at: Date, since: Date | null = null) => tx.run(sql`
  update invitation set revoked_at = ${at}
  where workspace_id = ${tx.workspaceId} and invited_by = ${personId} and accepted_at is null and revoked_at is null and created_at >= coalesce(${since}::timestamptz, '-infinity')`);
/** Whether an invitation limits whom it invites; copies its companies to the new member. */
export const invitationLimits = (tx: Tx, id: string) => tx.maybe(sql<{ all_companies: boolean }>`select all_companies from invitation where workspace_id = ${tx.workspaceId} and id = ${id}`);
export const copyCompanies = (tx: Tx, invitationId: string, personId: string) => tx.run(sql`
  insert into membership_company (workspace_id, person_id, company_id)
  select workspace_id, ${personId}, company_id from invitation_company where workspace_id = ${tx.workspaceId} and invitation_id = ${invitationId}`);

export type KeyEnd = "revoked" | "creator_left" | "creator_suspended" | "creator_demoted" | "not_me";
export type ApiKeyRow = {
  id: string; workspace_id: string; name: string; role: Role; scopes: string[] | null; prefix: string; last_four: string; created_at: Date;
  expires_at: Date | null; last_used_at: Date | null; last_used_ip: string | null; revoked_at: Date | null; ended_because: KeyEnd | null;
};
/** The key that a caller presents, with the companies that it is limited to (null: all). */
export const findApiKey = (keyHash: Buffer) => sql<ApiKeyRow & { companies: string[] | null }>`
  select k.id, k.workspace_id, k.name, k.role, k.scopes, k.expires_at, k.last_used_at, k.revoked_at,
         case when not k.all_companies then array(select c.company_id from api_key_company c where c.workspace_id = k.workspace_id and c.api_key_id = k.id) end as companies
  from api_key k where k.key_hash = ${keyHash}`;
export const touchApiKey = (db: Db, id: string, at: Date, ip: string) => run(db, sql`update api_key set last_used_at = ${at}, last_used_ip = ${ip} where id = ${id}`);
export const listApiKeys = (tx: Tx) => tx.all(sql<ApiKeyRow & { companies: Limit; created_by_name: string | null }>`
  select k.id, k.workspace_id, k.name, k.role, k.scopes, k.prefix, k.last_four, k.created_at, k.expires_at, k.last_used_at, k.last_used_ip, k.revoked_at, k.ended_because,
         p.name as created_by_name, ${limitOf("k", "api_key_company", "api_key_id = k.id")} as companies
  from api_key k left join person p on p.id = k.created_by where k.workspace_id = ${tx.workspaceId} order by k.created_at desc, k.id`);
export const insertApiKey = (tx: Tx, row: {
  id: string; name: string; role: Role; scopes: readonly string[] | null; allCompanies: boolean; keyHash: Buffer; prefix: string; lastFour: string; createdBy: string | null; at: Date; expiresAt: Date | null;
}) => tx.run(sql`
  insert into api_key (id, workspace_id, name, role, scopes, all_companies, key_hash, prefix, last_four, created_by, created_at, expires_at)
  values (${row.id}, ${tx.workspaceId}, ${row.name}, ${row.role}, ${row.scopes === null ? null : [...row.scopes]}, ${row.allCompanies}, ${row.keyHash}, ${row.prefix}, ${row.lastFour}, ${row.createdBy}, ${row.at}, ${row.expiresAt})`);
/** Ends a key; one that is ended already stays as it is. Answers its name, or nothing when there is none. */
export const revokeApiKey = (tx: Tx, id: string, at: Date) => tx.maybe(sql<{ name: string; fresh: boolean }>`
  update api_key set revoked_at = coalesce(revoked_at, ${at}), ended_because = coalesce(ended_because, 'revoked')
  where workspace_id = ${tx.workspaceId} and id = ${id} returning name, revoked_at = ${at} as fresh`);
/** Ends the keys that somebody made who may make none any more. */
export const endKeysBy = (tx: Tx, personId: string, because: KeyEnd, at: Date, since: Date | null = null) => tx.all(sql<{ id: string; name: string }>`
  update api_key set revoked_at = ${at}, ended_because = ${because}
  where workspace_id = ${tx.workspaceId} and created_by = ${personId} and revoked_at is null and created_at >= coalesce(${since}::timestamptz, '-infinity') returning id, name`);
