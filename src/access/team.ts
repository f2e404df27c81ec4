import { randomUUID } from "node:crypto";
import { queueMail } from "../platform/mail.ts";
import { common } from "../platform/refusal.ts";
import { hashOf, newToken } from "../platform/tokens.ts";
import { recordEvent, type Scope, type Tx } from "../workspaces/index.ts";
import { mayGrant, type Role } from "./permissions.ts";
import { refuse, refuseIf, whyNotChangeRole } from "./policy.ts";
import { insertApiKey, insertInvitation, insertMembership, listMembers, lockMembers, removeMember, revokeApiKey, revokeInvitation, setRole, type ApiKeyRow } from "./queries.ts";

const WEEK_MS = 7 * 86_400_000;

/** Invites somebody by mail: a link good for seven days, kept only as its hash. Returns the link, to be passed on by hand where no mail is set up. */
export function invite(scope: Scope, input: { email: string; role: Role }): Promise<{ id: string; link: string }> {
  return scope.transaction(async (tx) => {
    if (!mayGrant(scope.actor.role!, input.role)) throw refuse("role_above_own");
    if ((await listMembers(tx)).some((member) => member.email === input.email)) throw refuse("already_member");
    const token = newToken();
    const id = randomUUID();
    const expiresAt = new Date(scope.now().getTime() + WEEK_MS);
    await insertInvitation(tx, { id, ...input, tokenHash: hashOf(token), invitedBy: scope.actor.kind === "person" ? scope.actor.id : null, expiresAt });
    const link = `${scope.services.config.publicUrl}/invite/${token}`;
    const workspace = await tx.db.selectFrom("workspace").select("name").where("id", "=", tx.workspaceId).executeTakeFirstOrThrow();
    await queueMail(scope.services, tx.db, { workspaceId: tx.workspaceId }, {
      kind: "invitation", to: input.email, subject: `${scope.actor.name} invites you to ${workspace.name} on Counterfoil`,
      text: `${scope.actor.name} invites you to work in ${workspace.name}.\n\nJoin within 7 days:\n${link}\n`,
    });
    recordEvent(tx, { action: "team.invited", summary: `Invited ${input.email} as ${input.role}`, subjectKind: "invitation", subjectId: id, details: { email: input.email, role: input.role } });
    return { id, link };
  });
}

/** Changes a member's role, or removes them when `next` is null. The last owner stays. */
export function changeRole(scope: Scope, personId: string, next: Role | null): Promise<void> {
  return scope.transaction(async (tx) => {
    const members = await lockMembers(tx);
    const target = members.find((member) => member.person_id === personId);
    if (!target) throw common.refuse("not_found");
    const owners = members.filter((member) => member.role === "owner").length;
    refuseIf(whyNotChangeRole({ role: scope.actor.role! }, target, next, owners));
    if (next) await setRole(tx, personId, next);
    else await removeMember(tx, personId);
    recordEvent(tx, next
      ? { action: "team.role_changed", summary: `Changed a role from ${target.role} to ${next}`, subjectKind: "person", subjectId: personId, details: { before: target.role, after: next } }
      : { action: "team.removed", summary: "Removed a member", subjectKind: "person", subjectId: personId, details: { role: target.role } });
  });
}

/** Makes a person a member; someone who is one already is refused. */
export async function joinWorkspace(tx: Tx, personId: string, role: Role): Promise<void> {
  await insertMembership(tx.db, tx.workspaceId, personId, role).catch((error: { code?: string }) => { throw error.code === "23505" ? refuse("already_member") : error; });
}

/** Withdraws an open invitation. */
export function withdrawInvitation(scope: Scope, id: string): Promise<void> {
  return scope.transaction(async (tx) => {
    if ((await revokeInvitation(tx, id, scope.now())) !== 1) throw common.refuse("not_found");
    recordEvent(tx, { action: "team.invitation_withdrawn", summary: "Withdrew an invitation", subjectKind: "invitation", subjectId: id });
  });
}

/** Makes an API key. Only its SHA-256 is kept, so this answer is the one time it can be read (claim A4). */
export function createApiKey(scope: Scope, input: { name: string; role: Role; expiresInDays: number | null }): Promise<{ row: ApiKeyRow; key: string }> {
  return scope.transaction(async (tx) => {
    if (!mayGrant(scope.actor.role!, input.role)) throw refuse("role_above_own");
    const key = `cf_live_${newToken()}`;
    const row = await insertApiKey(tx, {
      id: randomUUID(), name: input.name, role: input.role, keyHash: hashOf(key), prefix: "cf_live_", lastFour: key.slice(-4),
      createdBy: scope.actor.kind === "person" ? scope.actor.id : null,
      expiresAt: input.expiresInDays === null ? null : new Date(scope.now().getTime() + input.expiresInDays * 86_400_000),
    });
    recordEvent(tx, { action: "key.created", summary: `Created the API key ${input.name}`, subjectKind: "api_key", subjectId: row.id, details: { role: input.role } });
    return { row, key };
  });
}

/** Ends an API key at once. */
export function endApiKey(scope: Scope, id: string): Promise<ApiKeyRow> {
  return scope.transaction(async (tx) => {
    const row = await revokeApiKey(tx, id, scope.now());
    if (!row) throw common.refuse("not_found");
    recordEvent(tx, { action: "key.revoked", summary: `Revoked the API key ${row.name}`, subjectKind: "api_key", subjectId: id });
    return row;
  });
}
