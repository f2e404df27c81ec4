import { sql, type Kysely } from "kysely";
import { all, maybe, run } from "../platform/database.ts";
import type { Database } from "../platform/database-types.ts";
import type { Services } from "../platform/services.ts";
import type { Tx } from "../workspaces/index.ts";
import type { GivenRole } from "./contract.ts";
import type { Rule } from "./policy.ts";

type Db = Kysely<Database>;

export type Connection = {
  id: string; workspace_id: string; kind: "oidc" | "saml"; name: string; enabled: boolean; issuer: string; entry_point: string | null; certificates: string[];
  client_id: string | null; sealed_secret: Buffer | null; email_claim: string | null; groups_claim: string | null;
  second_factor: "stated" | "trusted" | "required"; second_factor_values: string[]; max_age_minutes: number | null; idp_initiated: boolean;
  created_at: Date; changed_at: Date; last_used_at: Date | null;
};

/** Before a sign-in: the connection that an address names. */
export const connectionById = (services: Services, id: string): Promise<Connection | undefined> =>
  services.database.transaction({ presented: Buffer.from(id.replaceAll("-", ""), "hex") }, (db) => maybe(db, sql<Connection>`select * from sso_connection where id = ${id}`));

export const listConnections = (tx: Tx) => tx.all(sql<Connection>`select * from sso_connection where workspace_id = ${tx.workspaceId} order by created_at, id`);
export const findConnection = (tx: Tx, id: string) => tx.maybe(sql<Connection>`select * from sso_connection where workspace_id = ${tx.workspaceId} and id = ${id} for update`);
export type ConnectionRow = Omit<Connection, "workspace_id" | "created_at" | "changed_at" | "last_used_at">;
export const insertConnection = (tx: Tx, row: ConnectionRow, at: Date) => tx.one(sql<Connection>`
  insert into sso_connection (id, workspace_id, kind, name, enabled, issuer, entry_point, certificates, client_id, sealed_secret, email_claim, groups_claim,
    second_factor, second_factor_values, max_age_minutes, idp_initiated, created_at, changed_at)
  values (${row.id}, ${tx.workspaceId}, ${row.kind}, ${row.name}, ${row.enabled}, ${row.issuer}, ${row.entry_point}, ${row.certificates}, ${row.client_id}, ${row.sealed_secret}, ${row.email_claim}, ${row.groups_claim},
    ${row.second_factor}, ${row.second_factor_values}, ${row.max_age_minutes}, ${row.idp_initiated}, ${at}, ${at}) returning *`);
export const updateConnection = (tx: Tx, row: ConnectionRow, at: Date) => tx.one(sql<Connection>`
  update sso_connection set name = ${row.name}, enabled = ${row.enabled}, issuer = ${row.issuer}, entry_point = ${row.entry_point}, certificates = ${row.certificates}, client_id = ${row.client_id},
    sealed_secret = ${row.sealed_secret}, email_claim = ${row.email_claim}, groups_claim = ${row.groups_claim}, second_factor = ${row.second_factor}, second_factor_values = ${row.second_factor_values},
    max_age_minutes = ${row.max_age_minutes}, idp_initiated = ${row.idp_initiated}, changed_at = ${at}
  where workspace_id = ${tx.workspaceId} and id = ${row.id} returning *`);
export const removeConnection = (tx: Tx, id: string) => tx.run(sql`delete from sso_connection where workspace_id = ${tx.workspaceId} and id = ${id}`);
export const touchConnection = (tx: Tx, id: string, at: Date) => tx.run(sql`update sso_connection set last_used_at = ${at} where workspace_id = ${tx.workspaceId} and id = ${id}`);
/** Another provider behind the same connection: who somebody was at the former one means nothing at this one. */
export const forgetIdentities = (tx: Tx, connectionId: string) => tx.run(sql`delete from sso_identity where workspace_id = ${tx.workspaceId} and connection_id = ${connectionId}`);

export type DomainRow = {
  id: string; workspace_id: string; domain: string; proof: string; created_at: Date; checked_at: Date | null; problem: string | null; verified_at: Date | null;
};
export const listDomains = (tx: Tx) => tx.all(sql<DomainRow>`select id, workspace_id, domain, proof, created_at, checked_at, problem, verified_at from sso_domain where workspace_id = ${tx.workspaceId} order by domain`);
export const insertDomain = (tx: Tx, row: { id: string; domain: string; hash: Buffer; proof: string }, at: Date) => tx.run(sql`
  insert into sso_domain (id, workspace_id, domain, domain_hash, proof, created_at) values (${row.id}, ${tx.workspaceId}, ${row.domain}, ${row.hash}, ${row.proof}, ${at})
  on conflict (workspace_id, domain) do nothing`);
export const settleDomain = (tx: Tx, id: string, at: Date, problem: string | null) => tx.run(sql`
  update sso_domain set checked_at = ${at}, problem = ${problem}, verified_at = case when ${problem}::text is null then coalesce(verified_at, ${at}) else verified_at end
  where workspace_id = ${tx.workspaceId} and id = ${id}`);
export const removeDomain = (tx: Tx, id: string) => tx.run(sql`delete from sso_domain where workspace_id = ${tx.workspaceId} and id = ${id}`);

/** Before a sign-in: the ways of the workspace whose verified domain this is. */
export async function connectionsOfDomain(services: Services, domainHash: Buffer): Promise<{ id: string; name: string }[]> {
  const owner = await services.database.transaction({ presented: domainHash }, (db) => maybe(db, sql<{ workspace_id: string }>`
    select workspace_id from sso_domain where domain_hash = ${domainHash} and verified_at is not null`));
  if (!owner) return [];
  return services.database.transaction({ workspaceId: owner.workspace_id }, (db) => all(db, sql<{ id: string; name: string }>`
    select id, name from sso_connection where workspace_id = ${owner.workspace_id} and enabled order by created_at, id`));
}

export type WorkspacePolicy = { name: string; sso_required: boolean; sso_join: boolean; sso_default_role: GivenRole };
export const findPolicy = (tx: Tx) => tx.one(sql<WorkspacePolicy>`select name, sso_required, sso_join, sso_default_role from workspace where id = ${tx.workspaceId}`);
export const savePolicy = (tx: Tx, row: { required: boolean; join: boolean; defaultRole: GivenRole }) => tx.run(sql`
  update workspace set sso_required = ${row.required}, sso_join = ${row.join}, sso_default_role = ${row.defaultRole} where id = ${tx.workspaceId}`);
export const saveExempt = (tx: Tx, personIds: readonly string[]) => tx.run(sql`
  update membership set sso_exempt = (person_id = any(${personIds}::uuid[])) where workspace_id = ${tx.workspaceId} and sso_exempt <> (person_id = any(${personIds}::uuid[]))`);
export const listOwners = (tx: Tx) => tx.all(sql<{ person_id: string; name: string; email: string; sso_exempt: boolean }>`
  select m.person_id, p.name, p.email, m.sso_exempt from membership m join person p on p.id = m.person_id
  where m.workspace_id = ${tx.workspaceId} and m.role = 'owner' and m.suspended_at is null order by p.name, m.person_id`);
export const countAffected = (tx: Tx) => tx.one(sql<{ affected: number }>`
  select count(*)::int as affected from membership m join person p on p.id = m.person_id
  where m.workspace_id = ${tx.workspaceId} and not m.sso_exempt
    and split_part(p.email, '@', 2) in (select domain from sso_domain where workspace_id = ${tx.workspaceId} and verified_at is not null)`);
export const listRules = (tx: Tx) => tx.all(sql<Rule>`select group_name as "group", role from sso_rule where workspace_id = ${tx.workspaceId} order by group_name`);
export async function saveRules(tx: Tx, rules: readonly Rule[]): Promise<void> {
  await tx.run(sql`delete from sso_rule where workspace_id = ${tx.workspaceId}`);
  await tx.run(sql`insert into sso_rule (id, workspace_id, group_name, role)
    select gen_random_uuid(), ${tx.workspaceId}, r.group_name, r.role from unnest(${rules.map((rule) => rule.group)}::text[], ${rules.map((rule) => rule.role)}::text[]) as r(group_name, role)`);
}

export const findIdentity = (tx: Tx, connectionId: string, issuer: string, subject: string) => tx.maybe(sql<{ id: string; person_id: string }>`
  select id, person_id from sso_identity where workspace_id = ${tx.workspaceId} and connection_id = ${connectionId} and issuer = ${issuer} and subject = ${subject}`);
export const saveIdentity = (tx: Tx, row: { connectionId: string; issuer: string; subject: string; personId: string }, at: Date) => tx.run(sql`
  insert into sso_identity (id, workspace_id, connection_id, issuer, subject, person_id, created_at, last_used_at)
  values (gen_random_uuid(), ${tx.workspaceId}, ${row.connectionId}, ${row.issuer}, ${row.subject}, ${row.personId}, ${at}, ${at})
  on conflict (connection_id, issuer, subject) do update set person_id = excluded.person_id, last_used_at = excluded.last_used_at`);

export type Member = { person_id: string; role: "owner" | GivenRole; suspended_at: Date | null };
/** Locks the memberships, so that the last owner stays and a role is decided once. */
export const lockMember = async (tx: Tx, personId: string): Promise<Member | undefined> =>
  (await tx.all(sql<Member>`select person_id, role, suspended_at from membership where workspace_id = ${tx.workspaceId} order by person_id for update`)).find((one) => one.person_id === personId);
/** Notes something that may happen once; false when it happened before, on whichever process. */
export const takeOnce = async (services: Services, key: Buffer, until: Date): Promise<boolean> =>
  await services.database.transaction({ presented: key }, (db) => run(db, sql`insert into sso_seen (key, expires_at) values (${key}, ${until}) on conflict do nothing`)) === 1;
export const wasTaken = (services: Services, key: Buffer): Promise<boolean> =>
  services.database.transaction({ presented: key }, async (db) => (await maybe(db, sql`select 1 from sso_seen where key = ${key}`)) !== undefined);
/** Forgets what is too old to come again. */
export const forgetWorn = (db: Db) => run(db, sql`delete from sso_seen where expires_at < now()`);

/** The places of a person, each with whether it asks for single sign-on of them. */
export const demandsOf = (services: Services, personId: string) => services.database.transaction({ personId }, (db) => all(db, sql<{ workspace_id: string; name: string; asked: boolean }>`
  select w.id as workspace_id, w.name, sso_is_missing(w.id, w.sso_required, m.sso_exempt, p.email, null) as asked
  from membership m join workspace w on w.id = m.workspace_id join person p on p.id = m.person_id
  where m.person_id = ${personId} and m.suspended_at is null order by w.name, w.id`));

/** A person's own links with Google and Microsoft. */
export const ownIdentities = (services: Services, personId: string) => services.database.transaction({ personId }, (db) => all(db, sql<{ identity_hash: Buffer; issuer: string; linked_at: Date; email_at_link: string | null }>`
  select identity_hash, issuer, linked_at, email_at_link from person_identity where person_id = ${personId} order by linked_at`));
export const unlink = (services: Services, personId: string, identityHash: Buffer) =>
  services.database.transaction({ personId }, (db) => run(db, sql`delete from person_identity where person_id = ${personId} and identity_hash = ${identityHash}`));
