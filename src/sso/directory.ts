import { randomUUID } from "node:crypto";
import { changeMember, joinWorkspace, reactivateMember, removeFromTeam, suspendMember } from "../access/index.ts";
import { Refusal } from "../platform/refusal.ts";
import type { Services } from "../platform/services.ts";
import { hashOf } from "../platform/tokens.ts";
import { makePerson, originOf, personByEmail } from "../sign-in/index.ts";
import { createScope, recordEvent, type Scope, type Tx } from "../workspaces/index.ts";
import type { FastifyRequest } from "fastify";
import * as d from "./directory-queries.ts";
import { atMost, domainOf, nextRole } from "./policy.ts";
import * as q from "./queries.ts";
import { addressOfUser, patchGroup, patchUser, scimRefuse, type GroupState, type Operation, type UserState } from "./scim.ts";

/** A directory at work: the workspace's scope, and the highest role that its token may give. */
export type Directory = { scope: Scope; token: d.TokenRow };

/** Who presents this bearer token; refused when nobody does. A directory acts with an owner's standing over memberships, and may do nothing else. */
export async function openDirectory(services: Services, request: FastifyRequest): Promise<Directory> {
  const text = /^Bearer ([\w-]{20,100})$/i.exec(request.headers.authorization ?? "")?.[1];
  const token = text ? await d.findToken(services, hashOf(text)) : null;
  if (!token) throw scimRefuse("scim_token");
  const actor = { kind: "key" as const, id: token.id, name: `Directory ${token.name}`, role: "owner" as const, may: () => false };
  return { token, scope: createScope(services, { workspaceId: token.workspace_id, actor, ...originOf(request) }) };
}

const stateOf = (row: d.UserRow): UserState => ({
  userName: row.user_name, externalId: row.external_id, givenName: row.given_name, familyName: row.family_name, displayName: row.display_name, email: row.email, active: row.active,
});
const nameOf = (user: UserState): string => user.displayName ?? ([user.givenName, user.familyName].filter(Boolean).join(" ") || user.userName.split("@")[0]!);

/** Only people with an address in a verified domain are the directory's to keep. */
async function guardDomain(tx: Tx, email: string): Promise<void> {
  const domains = (await q.listDomains(tx)).filter((one) => one.verified_at).map((one) => one.domain);
  if (!domains.includes(domainOf(email))) throw scimRefuse("scim_value", { detail: `Only people with an address in a verified domain can be provisioned (${domains.join(", ") || "none is verified yet"}).` });
}
const asUnique = (error: { code?: string }): never => { throw error.code === "23505" ? scimRefuse("scim_uniqueness", { detail: "There is a user with this userName already." }) : error; };

/** Takes a person into the workspace, as the directory says. Someone who is a member already keeps their place. */
export async function provisionUser({ scope, token }: Directory, user: UserState): Promise<d.UserRow> {
  const email = addressOfUser(user);
  const { services } = scope;
  await scope.transaction(async (tx) => {
    await guardDomain(tx, email);
    const { total } = await d.listUsers(tx, { by: "username", value: user.userName }, { from: 0, count: 0 });
    if (total > 0) throw scimRefuse("scim_uniqueness", { detail: "There is a user with this userName already." });
  });
  const known = await personByEmail(services, email);
  // Whoever signed up with this address and never proved it may be somebody else (abuse case 16).
  if (known && !known.email_verified_at) throw scimRefuse("scim_conflict", { detail: "There is a sign-in with this address that was never confirmed. Its owner has to reset the password by mail first." });
  const personId = known?.id ?? (await makePerson(services, { email, name: nameOf(user), verified: true })).id;
  const id = randomUUID();
  await scope.transaction(async (tx) => {
    await d.insertUser(tx, id, personId, { ...user, email }, scope.now()).catch(asUnique);
    await place(tx, token, personId, user);
    recordEvent(tx, { action: "scim.user_created", summary: `The directory added ${nameOf(user)}`, subjectKind: "person", subjectId: personId, details: { userName: user.userName, active: user.active } });
  });
  return readUserRow(scope, id);
}

/** Makes, wakes or suspends the membership behind a user, and gives the role that their groups have. */
async function place(tx: Tx, token: d.TokenRow, personId: string, user: Pick<UserState, "active">): Promise<void> {
  const { scope } = tx;
  const member = await q.lockMember(tx, personId);
  if (!member && !user.active) return;
  const { sso_default_role: defaultRole } = await q.findPolicy(tx);
  if (!member) await joinWorkspace(tx, personId, atMost(defaultRole, token.highest_role));
  if (member?.suspended_at && user.active) await reactivateMember(scope, personId);
  if (member && !member.suspended_at && !user.active) await suspendMember(scope, personId); // ends their sessions and keys here at once
  if (user.active) await regrade(tx, token, [personId]);
}

/** Gives people the roles that their groups have now; owners keep theirs (abuse case 4). */
async function regrade(tx: Tx, token: d.TokenRow, personIds: readonly string[]): Promise<void> {
  const rules = await q.listRules(tx);
  if (rules.length === 0) return;
  const { sso_default_role: defaultRole } = await q.findPolicy(tx);
  const roles = await d.rolesByDirectory(tx, personIds);
  for (const personId of personIds) {
    const member = await q.lockMember(tx, personId);
    if (!member || member.suspended_at) continue;
    const next = nextRole(member.role, true, roles.get(personId) ?? null, atMost(defaultRole, token.highest_role));
    if (next !== member.role) await changeMember(tx.scope, personId, { role: next });
  }
}

async function readUserRow(scope: Scope, id: string): Promise<d.UserRow> {
  const row = await scope.transaction((tx) => d.findUser(tx, id));
  if (!row) throw scimRefuse("scim_not_found");
  return row;
}
export const findUser = ({ scope }: Directory, id: string): Promise<d.UserRow> => readUserRow(scope, id);

/** Replaces what the directory says of a user (PUT), or a part of it (PATCH). `active: false` suspends them at once. */
export async function changeUser({ scope, token }: Directory, id: string, change: (before: UserState) => UserState): Promise<d.UserRow> {
  await scope.transaction(async (tx) => {
    const row = await d.findUser(tx, id);
    if (!row) throw scimRefuse("scim_not_found");
    const before = stateOf(row);
    const after = change(before);
    const email = addressOfUser(after);
    if (email !== row.email) await guardDomain(tx, email);
    await d.updateUser(tx, id, { ...after, email }, scope.now()).catch(asUnique);
    if (after.active !== before.active) await withinScim(() => place(tx, token, row.person_id, after));
    recordEvent(tx, {
      action: after.active === before.active ? "scim.user_updated" : after.active ? "scim.user_enabled" : "scim.user_disabled", subjectKind: "person", subjectId: row.person_id,
      summary: `The directory ${after.active === before.active ? "changed" : after.active ? "activated" : "deactivated"} ${nameOf(after)}`, details: { userName: after.userName, active: after.active },
    });
  });
  return readUserRow(scope, id);
}
export const patchUserRow = (directory: Directory, id: string, operations: Operation[]): Promise<d.UserRow> => changeUser(directory, id, (before) => patchUser(before, operations));

/** Takes a user out: their place in the workspace goes, and what single sign-on knew of them. The person and their other workspaces stay. */
export async function removeUser({ scope }: Directory, id: string): Promise<void> {
  await scope.transaction(async (tx) => {
    const row = await d.findUser(tx, id);
    if (!row) throw scimRefuse("scim_not_found");
    if (await q.lockMember(tx, row.person_id)) await withinScim(() => removeFromTeam(scope, row.person_id));
    await d.deleteUser(tx, id);
    await d.forgetPerson(tx, row.person_id);
    recordEvent(tx, { action: "scim.user_removed", summary: `The directory removed ${nameOf(stateOf(row))}`, subjectKind: "person", subjectId: row.person_id, details: { userName: row.user_name } });
  });
}

/** What the team refuses (the last owner stays) is told in SCIM's words. */
async function withinScim<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Refusal && !error.code.startsWith("scim_") ? scimRefuse("scim_conflict", { detail: error.message }) : error;
  }
}

// ---- Groups

async function readGroupRow(scope: Scope, id: string): Promise<d.GroupRow> {
  const row = await scope.transaction((tx) => d.findGroup(tx, id));
  if (!row) throw scimRefuse("scim_not_found");
  return row;
}
export const findGroup = ({ scope }: Directory, id: string): Promise<d.GroupRow> => readGroupRow(scope, id);

/** Makes a group, or sets what it is now, and regrades everybody who came or went. */
async function keepGroup({ scope, token }: Directory, id: string, isNew: boolean, change: (before: GroupState) => GroupState): Promise<d.GroupRow> {
  await scope.transaction(async (tx) => {
    const row = isNew ? undefined : await d.findGroup(tx, id);
    if (!isNew && !row) throw scimRefuse("scim_not_found");
    const before: GroupState = { displayName: row?.display_name ?? "", externalId: row?.external_id ?? null, members: row?.members.map((member) => member.value) ?? [] };
    const after = change(before);
    await d.saveGroup(tx, { id, ...after }, scope.now())
      .catch((error: { code?: string }) => { throw error.code === "23505" ? scimRefuse("scim_uniqueness", { detail: "There is a group with this displayName already." }) : error; });
    const unknown = await d.setGroupMembers(tx, id, after.members);
    if (unknown.length > 0) throw scimRefuse("scim_value", { detail: `${unknown.length === 1 ? "One member is" : `${unknown.length} members are`} not in this directory: ${unknown.slice(0, 3).join(", ")}.` });
    const moved = before.displayName === after.displayName ? [...before.members.filter((one) => !after.members.includes(one)), ...after.members.filter((one) => !before.members.includes(one))] : [...new Set([...before.members, ...after.members])];
    await withinScim(async () => regrade(tx, token, await d.personsOf(tx, moved)));
    recordEvent(tx, {
      action: isNew ? "scim.group_created" : "scim.group_updated", summary: `The directory ${isNew ? "added" : "changed"} the group ${after.displayName}`, subjectKind: "directory_group", subjectId: id, details: { members: after.members.length, moved: moved.length },
    });
  });
  return readGroupRow(scope, id);
}
export const makeGroup = (directory: Directory, group: GroupState): Promise<d.GroupRow> => keepGroup(directory, randomUUID(), true, () => group);
export const changeGroup = (directory: Directory, id: string, group: GroupState): Promise<d.GroupRow> => keepGroup(directory, id, false, () => group);
export const patchGroupRow = (directory: Directory, id: string, operations: Operation[]): Promise<d.GroupRow> => keepGroup(directory, id, false, (before) => patchGroup(before, operations));

/** Takes a group away; what its rule gave goes with it. */
export async function removeGroup({ scope, token }: Directory, id: string): Promise<void> {
  await scope.transaction(async (tx) => {
    const row = await d.findGroup(tx, id);
    if (!row) throw scimRefuse("scim_not_found");
    const persons = await d.personsOf(tx, row.members.map((member) => member.value));
    await d.deleteGroup(tx, id);
    await withinScim(() => regrade(tx, token, persons));
    recordEvent(tx, { action: "scim.group_removed", summary: `The directory removed the group ${row.display_name}`, subjectKind: "directory_group", subjectId: id });
  });
}
