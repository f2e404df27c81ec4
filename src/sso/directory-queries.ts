import { sql } from "kysely";
import { maybe, run } from "../platform/database.ts";
import type { Services } from "../platform/services.ts";
import type { Tx } from "../workspaces/index.ts";
import type { GivenRole } from "./contract.ts";
import { atMost, roleByGroups } from "./policy.ts";
import { listRules } from "./queries.ts";

export type TokenRow = {
  id: string; workspace_id: string; name: string; last_four: string; highest_role: GivenRole; created_at: Date; expires_at: Date | null; last_used_at: Date | null; revoked_at: Date | null;
};
const tokenColumns = sql`id, workspace_id, name, last_four, highest_role, created_at, expires_at, last_used_at, revoked_at`;
/** The token that a directory presents; null when it is none, ended or expired. Its use is noted once a minute. */
export async function findToken(services: Services, hash: Buffer): Promise<TokenRow | null> {
  const now = services.clock();
  const row = await services.database.transaction({ presented: hash }, (db) => maybe(db, sql<TokenRow>`select ${tokenColumns} from directory_token where token_hash = ${hash}`));
  if (!row || row.revoked_at || (row.expires_at && row.expires_at <= now)) return null;
  if (!row.last_used_at || now.getTime() - row.last_used_at.getTime() > 60_000)
    await services.database.transaction({ workspaceId: row.workspace_id }, (db) => run(db, sql`update directory_token set last_used_at = ${now} where workspace_id = ${row.workspace_id} and id = ${row.id}`));
  return row;
}
export const listTokens = (tx: Tx) => tx.all(sql<TokenRow>`select ${tokenColumns} from directory_token where workspace_id = ${tx.workspaceId} and revoked_at is null order by created_at desc, id`);
export const insertToken = (tx: Tx, row: { id: string; name: string; hash: Buffer; lastFour: string; highestRole: GivenRole; createdBy: string | null; expiresAt: Date | null }, at: Date) => tx.one(sql<TokenRow>`
  insert into directory_token (id, workspace_id, name, token_hash, last_four, highest_role, created_by, created_at, expires_at)
  values (${row.id}, ${tx.workspaceId}, ${row.name}, ${row.hash}, ${row.lastFour}, ${row.highestRole}, ${row.createdBy}, ${at}, ${row.expiresAt}) returning ${tokenColumns}`);
export const revokeToken = (tx: Tx, id: string, at: Date) => tx.maybe(sql<TokenRow>`
  update directory_token set revoked_at = ${at} where workspace_id = ${tx.workspaceId} and id = ${id} and revoked_at is null returning ${tokenColumns}`);

export const directoryFacts = async (tx: Tx): Promise<{ people: number; groups: string[] }> => ({
  people: (await tx.one(sql<{ people: number }>`select count(*)::int as people from directory_user where workspace_id = ${tx.workspaceId}`)).people,
  groups: (await tx.all(sql<{ display_name: string }>`select display_name from directory_group where workspace_id = ${tx.workspaceId} order by display_name limit 500`)).map((row) => row.display_name),
});

/**
 * The highest role that each person's groups in the directory give; who is in none that a rule names is not there. A directory
 * gives no more than its tokens may; one whose tokens are all ended gives nothing.
 */
export async function rolesByDirectory(tx: Tx, personIds: readonly string[]): Promise<Map<string, GivenRole>> {
  const now = tx.scope.now();
  const limits = (await listTokens(tx)).filter((token) => !token.expires_at || token.expires_at > now).map((token) => token.highest_role);
  if (limits.length === 0 || personIds.length === 0) return new Map();
  const limit = limits.reduce((least, one) => atMost(least, one));
  const rules = await listRules(tx);
  const rows = await tx.all(sql<{ person_id: string; groups: string[] }>`
    select u.person_id, array_agg(g.display_name) as groups from directory_user u
    join directory_group_member m on m.workspace_id = u.workspace_id and m.user_id = u.id
    join directory_group g on g.workspace_id = m.workspace_id and g.id = m.group_id
    where u.workspace_id = ${tx.workspaceId} and u.person_id = any(${personIds}::uuid[]) group by u.person_id`);
  return new Map(rows.flatMap((row) => {
    const role = roleByGroups(rules, row.groups);
    return role ? [[row.person_id, atMost(role, limit)] as const] : [];
  }));
}

export type UserRow = {
  id: string; person_id: string; external_id: string | null; user_name: string; given_name: string | null; family_name: string | null; display_name: string | null; email: string;
  created_at: Date; changed_at: Date; active: boolean; groups: { value: string; display: string }[];
};
const users = (tx: Tx) => sql`
  select u.id, u.person_id, u.external_id, u.user_name, u.given_name, u.family_name, u.display_name, u.email, u.created_at, u.changed_at,
         (m.person_id is not null and m.suspended_at is null) as active,
         coalesce((select json_agg(json_build_object('value', g.id, 'display', g.display_name) order by g.display_name) from directory_group_member gm
                   join directory_group g on g.workspace_id = gm.workspace_id and g.id = gm.group_id where gm.workspace_id = u.workspace_id and gm.user_id = u.id), '[]') as groups
  from directory_user u left join membership m on m.workspace_id = u.workspace_id and m.person_id = u.person_id
  where u.workspace_id = ${tx.workspaceId}`;
const userFilters = { id: sql`u.id::text`, username: sql`lower(u.user_name)`, externalid: sql`u.external_id`, email: sql`u.email`, displayname: sql`u.display_name` } as const;
export type UserFilter = keyof typeof userFilters;
export type Paging = { from: number; count: number };

export const findUser = (tx: Tx, id: string) => tx.maybe(sql<UserRow>`${users(tx)} and u.id = ${id}`);
export async function listUsers(tx: Tx, filter: { by: UserFilter; value: string } | null, { from, count }: Paging): Promise<{ total: number; rows: UserRow[] }> {
  const where = filter ? sql`and ${userFilters[filter.by]} = ${filter.by === "username" || filter.by === "email" ? filter.value.toLowerCase() : filter.value}` : sql``;
  const { total } = await tx.one(sql<{ total: number }>`select count(*)::int as total from directory_user u where u.workspace_id = ${tx.workspaceId} ${where}`);
  return { total, rows: count === 0 ? [] : await tx.all(sql<UserRow>`${users(tx)} ${where} order by u.created_at, u.id limit ${count} offset ${from}`) };
}
export type UserFacts = { userName: string; externalId: string | null; givenName: string | null; familyName: string | null; displayName: string | null; email: string };
export const insertUser = (tx: Tx, id: string, personId: string, row: UserFacts, at: Date) => tx.run(sql`
  insert into directory_user (id, workspace_id, person_id, external_id, user_name, given_name, family_name, display_name, email, created_at, changed_at)
  values (${id}, ${tx.workspaceId}, ${personId}, ${row.externalId}, ${row.userName}, ${row.givenName}, ${row.familyName}, ${row.displayName}, ${row.email}, ${at}, ${at})`);
export const updateUser = (tx: Tx, id: string, row: UserFacts, at: Date) => tx.run(sql`
  update directory_user set external_id = ${row.externalId}, user_name = ${row.userName}, given_name = ${row.givenName}, family_name = ${row.familyName}, display_name = ${row.displayName}, email = ${row.email}, changed_at = ${at}
  where workspace_id = ${tx.workspaceId} and id = ${id}`);
export const deleteUser = (tx: Tx, id: string) => tx.run(sql`delete from directory_user where workspace_id = ${tx.workspaceId} and id = ${id}`);
export const forgetPerson = (tx: Tx, personId: string) => tx.run(sql`delete from sso_identity where workspace_id = ${tx.workspaceId} and person_id = ${personId}`);

export type GroupRow = { id: string; external_id: string | null; display_name: string; created_at: Date; changed_at: Date; members: { value: string; display: string }[] };
const groups = (tx: Tx, withMembers: boolean) => sql`
  select g.id, g.external_id, g.display_name, g.created_at, g.changed_at,
         ${withMembers ? sql`coalesce((select json_agg(json_build_object('value', u.id, 'display', u.user_name) order by u.user_name) from directory_group_member m
                   join directory_user u on u.workspace_id = m.workspace_id and u.id = m.user_id where m.workspace_id = g.workspace_id and m.group_id = g.id), '[]')` : sql`'[]'::json`} as members
  from directory_group g where g.workspace_id = ${tx.workspaceId}`;
const groupFilters = { id: sql`g.id::text`, displayname: sql`g.display_name`, externalid: sql`g.external_id` } as const;
export type GroupFilter = keyof typeof groupFilters;

export const findGroup = (tx: Tx, id: string, withMembers = true) => tx.maybe(sql<GroupRow>`${groups(tx, withMembers)} and g.id = ${id}`);
export async function listGroups(tx: Tx, filter: { by: GroupFilter; value: string } | null, { from, count }: Paging, withMembers: boolean): Promise<{ total: number; rows: GroupRow[] }> {
  const where = filter ? sql`and ${groupFilters[filter.by]} = ${filter.value}` : sql``;
  const { total } = await tx.one(sql<{ total: number }>`select count(*)::int as total from directory_group g where g.workspace_id = ${tx.workspaceId} ${where}`);
  return { total, rows: count === 0 ? [] : await tx.all(sql<GroupRow>`${groups(tx, withMembers)} ${where} order by g.created_at, g.id limit ${count} offset ${from}`) };
}
export const saveGroup = (tx: Tx, row: { id: string; externalId: string | null; displayName: string }, at: Date) => tx.run(sql`
  insert into directory_group (id, workspace_id, external_id, display_name, created_at, changed_at) values (${row.id}, ${tx.workspaceId}, ${row.externalId}, ${row.displayName}, ${at}, ${at})
  on conflict (id) do update set external_id = excluded.external_id, display_name = excluded.display_name, changed_at = excluded.changed_at`);
export const deleteGroup = (tx: Tx, id: string) => tx.run(sql`delete from directory_group where workspace_id = ${tx.workspaceId} and id = ${id}`);
/** Sets who is in a group; ids that are no users of the directory are answered back. */
export async function setGroupMembers(tx: Tx, groupId: string, userIds: readonly string[]): Promise<string[]> {
  const known = await tx.all(sql<{ id: string }>`select id from directory_user where workspace_id = ${tx.workspaceId} and id = any(${userIds}::uuid[])`);
  const ids = known.map((row) => row.id);
  await tx.run(sql`delete from directory_group_member where workspace_id = ${tx.workspaceId} and group_id = ${groupId} and not user_id = any(${ids}::uuid[])`);
  await tx.run(sql`insert into directory_group_member (workspace_id, group_id, user_id) select ${tx.workspaceId}, ${groupId}, id from unnest(${ids}::uuid[]) as id on conflict do nothing`);
  return userIds.filter((id) => !ids.includes(id));
}
/** The persons behind users of the directory. */
export const personsOf = async (tx: Tx, userIds: readonly string[]): Promise<string[]> =>
  (await tx.all(sql<{ person_id: string }>`select person_id from directory_user where workspace_id = ${tx.workspaceId} and id = any(${userIds}::uuid[])`)).map((row) => row.person_id);
