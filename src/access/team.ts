import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { queueMail } from "../platform/mail.ts";
import { takeQuota } from "../platform/quotas.ts";
import { common } from "../platform/refusal.ts";
import { hashOf, newToken } from "../platform/tokens.ts";
import { recordEvent, type Scope, type Tx } from "../workspaces/index.ts";
import type { ChangeMember, Invite } from "./contract.ts";
import { mayBeLimited, mayGrant, roleMay, type Role } from "./permissions.ts";
import { refuse, refuseIf, whyNotChangeRole, whyNotLimit } from "./policy.ts";
import {
  companiesOfMember, copyCompanies, endKeysBy, endSessionsHere, insertInvitation, insertMembership, invitationLimits, isMember, lockInvitation, lockMembers, namedCompanies, removeMember, renewInvitation, revokeInvitation, revokeInvitationsBy,
  setCompanies, setRole, setSuspended, type KeyEnd, type LockedMember,
} from "./queries.ts";

const WEEK_MS = 7 * 86_400_000;
const person = (scope: Scope): string | null => (scope.actor.kind === "person" ? scope.actor.id : null);
const roleText: Record<Role, string> = { owner: "owner", admin: "admin", member: "member", readonly: "read-only" };

/** The names of companies that somebody shall be limited to; refuses one that the workspace does not have. Null stays null: all. */
export async function companiesNamed(tx: Tx, companyIds: readonly string[] | null): Promise<{ id: string; name: string }[] | null> {
  if (companyIds === null) return null;
  const found = await namedCompanies(tx, companyIds);
  if (found.length !== new Set(companyIds).size) throw refuse("company_unknown");
  return found;
}
const listOf = (companies: readonly { name: string }[] | null): string[] | "all" => companies?.map((company) => company.name) ?? "all";

/** Invites somebody by mail: a link good for seven days, kept only as its hash. Returns the link where no mail is set up, to be passed on by hand. */
export function invite(scope: Scope, input: z.output<typeof Invite>): Promise<{ id: string; link: string | null }> {
  return scope.transaction(async (tx) => {
    if (!mayGrant(scope.actor.role!, input.role)) throw refuse("role_above_own");
    refuseIf(whyNotLimit(input.role, input.companyIds));
    if (await isMember(tx, input.email)) throw refuse("already_member");
    const companies = await companiesNamed(tx, input.companyIds);
    const token = newToken();
    const id = randomUUID();
    await insertInvitation(tx, {
      id, email: input.email, role: input.role, allCompanies: companies === null, tokenHash: hashOf(token), invitedBy: person(scope), at: scope.now(), expiresAt: new Date(scope.now().getTime() + WEEK_MS),
    });
    if (companies) await setCompanies(tx, "invitation", id, companies.map((company) => company.id));
    recordEvent(tx, { action: "team.invited", summary: `Invited ${input.email} as ${roleText[input.role]}`, subjectKind: "invitation", subjectId: id, details: { email: input.email, role: input.role, companies: listOf(companies) } });
    return { id, link: await sendLink(tx, input.email, token) };
  });
}

/** Sends an open invitation again, with a fresh link and another seven days; the link before stops working. */
export function sendAgain(scope: Scope, id: string): Promise<{ id: string; link: string | null }> {
  return scope.transaction(async (tx) => {
    const invitation = await lockInvitation(tx, id, scope.now());
    if (!invitation) throw common.refuse("not_found");
    if (!mayGrant(scope.actor.role!, invitation.role)) throw refuse("role_above_own");
    const token = newToken();
    await renewInvitation(tx, id, hashOf(token), scope.now(), new Date(scope.now().getTime() + WEEK_MS));
    recordEvent(tx, { action: "team.invitation_renewed", summary: `Sent ${invitation.email} a new link`, subjectKind: "invitation", subjectId: id, details: { email: invitation.email } });
    return { id, link: await sendLink(tx, invitation.email, token) };
  });
}

/** Mails the link. It is answered as well only where no mail can be sent: one that went by mail alone proves the address of whoever uses it. */
async function sendLink(tx: Tx, email: string, token: string): Promise<string | null> {
  const { scope } = tx;
  const link = `${scope.services.config.publicUrl}/invite/${token}`;
  await takeQuota(scope.services, "mails", tx.workspaceId);
  const name = await workspaceName(tx);
  await queueMail(scope.services, tx.db, { workspaceId: tx.workspaceId }, {
    kind: "invitation", to: email, subject: `${scope.actor.name} invites you to ${name} on Counterfoil`,
    text: `${scope.actor.name} invites you to work in ${name}.\n\nJoin within 7 days:\n${link}\n`,
  });
  return scope.services.config.smtpUrl ? null : link;
}
const workspaceName = async (tx: Tx) => (await tx.db.selectFrom("workspace").select("name").where("id", "=", tx.workspaceId).executeTakeFirstOrThrow()).name;

/** Withdraws an open invitation. */
export function withdrawInvitation(scope: Scope, id: string): Promise<void> {
  return scope.transaction(async (tx) => {
    if ((await revokeInvitation(tx, id, scope.now())) !== 1) throw common.refuse("not_found");
    recordEvent(tx, { action: "team.invitation_withdrawn", summary: "Withdrew an invitation", subjectKind: "invitation", subjectId: id });
  });
}

/** Makes a person a member, with the companies of the invitation that they follow (all without one). Someone who is one already is refused. */
export async function joinWorkspace(tx: Tx, personId: string, role: Role, invitationId: string | null = null): Promise<void> {
  const limited = invitationId !== null && (await invitationLimits(tx, invitationId))?.all_companies === false;
  await insertMembership(tx.db, tx.workspaceId, personId, role, !limited).catch((error: { code?: string }) => { throw error.code === "23505" ? refuse("already_member") : error; });
  if (limited) await copyCompanies(tx, invitationId, personId);
}

/** The member, with everybody's rows locked and the count of active owners. */
async function lockMember(tx: Tx, personId: string): Promise<{ target: LockedMember; owners: number; members: LockedMember[] }> {
  const members = await lockMembers(tx);
  const target = members.find((member) => member.person_id === personId);
  if (!target) throw common.refuse("not_found");
  return { target, members, owners: members.filter((member) => member.role === "owner" && !member.suspended_at).length };
}
const standing = (target: LockedMember) => ({ role: target.role, suspended: target.suspended_at !== null });

/** What somebody began who may no longer, or who was not themselves since a moment: open invitations are withdrawn and the keys they made end. */
export async function endWhatTheyGranted(tx: Tx, personId: string, because: Exclude<KeyEnd, "revoked">, since: Date | null = null): Promise<{ keysEnded: string[]; invitationsWithdrawn: number }> {
  const why = because === "not_me" ? "made by somebody who was signed in as another" : "whose maker may make none any more";
  const keys = await endKeysBy(tx, personId, because, tx.scope.now(), since);
  for (const key of keys) recordEvent(tx, { action: "key.revoked", summary: `Revoked the API key ${key.name}, ${why}`, subjectKind: "api_key", subjectId: key.id, details: { because } });
  return { keysEnded: keys.map((key) => key.name), invitationsWithdrawn: await revokeInvitationsBy(tx, personId, tx.scope.now(), since) };
}

/** Changes a member's role, their companies, or both. The last active owner stays owner, and nobody gives a role above their own. */
export function changeMember(scope: Scope, personId: string, change: z.output<typeof ChangeMember>): Promise<void> {
  return scope.transaction(async (tx) => {
    const { target, owners } = await lockMember(tx, personId);
    const role = change.role ?? target.role;
    refuseIf(whyNotChangeRole({ role: scope.actor.role! }, standing(target), role, owners));
    const before = { role: target.role, companies: target.all_companies ? null : await companiesOfMember(tx, personId) };
    // Somebody who becomes owner or admin sees all; somebody who stops being one keeps what they saw until it is limited.
    const kept = mayBeLimited(role) ? before.companies : null;
    if (change.companyIds !== undefined) refuseIf(whyNotLimit(role, change.companyIds));
    const companies = change.companyIds === undefined ? kept : await companiesNamed(tx, change.companyIds);
    await setRole(tx, personId, role, companies === null);
    await setCompanies(tx, "member", personId, companies?.map((company) => company.id) ?? []);
    const lost = roleMay(target.role, "keys.manage") && !roleMay(role, "keys.manage") ? await endWhatTheyGranted(tx, target.person_id, "creator_demoted") : {};
    if (role !== target.role) {
      recordEvent(tx, {
        action: "team.role_changed", summary: `Changed ${target.name} from ${roleText[target.role]} to ${roleText[role]}`, subjectKind: "person", subjectId: personId,
        details: { before: target.role, after: role, ...lost },
      });
    }
    if (JSON.stringify(before.companies) !== JSON.stringify(companies)) {
      recordEvent(tx, {
        action: "team.companies_changed", subjectKind: "person", subjectId: personId, details: { before: listOf(before.companies), after: listOf(companies) },
        summary: companies === null ? `${target.name} sees all companies now` : `Limited ${target.name} to ${companies.length} ${companies.length === 1 ? "company" : "companies"}`,
      });
    }
  });
}

/** Removes a member: they, the keys they made and the invitations they sent lose the workspace at once, and their sessions in it end. Who leaves by themselves stays signed in. */
export async function removeFromTeam(scope: Scope, personId: string): Promise<void> {
  await scope.transaction(async (tx) => {
    const { target, owners } = await lockMember(tx, personId);
    refuseIf(whyNotChangeRole({ role: scope.actor.role! }, standing(target), null, owners));
    const lost = await endWhatTheyGranted(tx, target.person_id, "creator_left");
    await removeMember(tx, personId);
    recordEvent(tx, personId === scope.actor.id
      ? { action: "team.left", summary: `${target.name} left the workspace`, subjectKind: "person", subjectId: personId, details: { role: target.role, ...lost } }
      : { action: "team.removed", summary: `Removed ${target.name}`, subjectKind: "person", subjectId: personId, details: { role: target.role, ...lost } });
  });
  if (personId !== scope.actor.id) await endTheirSessions(scope, personId, "removed");
}

/** A session is its person's: it is ended as them. Without it they would keep a session that opens nothing. */
const endTheirSessions = (scope: Scope, personId: string, because: "suspended" | "removed") =>
  scope.services.database.transaction({ personId }, (db) => endSessionsHere(db, personId, scope.workspaceId, because, scope.now()));

/** Suspends a member: they keep their place and history, and may not enter. Keys they made and their sessions here end. */
export async function suspendMember(scope: Scope, personId: string): Promise<void> {
  await scope.transaction(async (tx) => {
    const { target, owners } = await lockMember(tx, personId);
    if (personId === scope.actor.id) throw refuse("not_yourself");
    refuseIf(whyNotChangeRole({ role: scope.actor.role! }, standing(target), null, owners));
    if (target.suspended_at) return;
    const lost = await endWhatTheyGranted(tx, target.person_id, "creator_suspended");
    await setSuspended(tx, personId, scope.now());
    recordEvent(tx, { action: "team.suspended", summary: `Suspended ${target.name}`, subjectKind: "person", subjectId: personId, details: { role: target.role, ...lost } });
  });
  await endTheirSessions(scope, personId, "suspended");
}

/** Lets a suspended member in again, with the role they had. Keys that ended stay ended. */
export function reactivateMember(scope: Scope, personId: string): Promise<void> {
  return scope.transaction(async (tx) => {
    const { target, owners } = await lockMember(tx, personId);
    refuseIf(whyNotChangeRole({ role: scope.actor.role! }, standing(target), target.role, owners));
    if (!target.suspended_at) return;
    await setSuspended(tx, personId, null);
    recordEvent(tx, { action: "team.reactivated", summary: `Let ${target.name} in again`, subjectKind: "person", subjectId: personId, details: { role: target.role } });
  });
}

/** Makes another active member owner; who hands over becomes admin. Both get a mail. */
export function transferOwnership(scope: Scope, personId: string): Promise<void> {
  return scope.transaction(async (tx) => {
    const { target, members } = await lockMember(tx, personId);
    const me = members.find((member) => member.person_id === person(scope));
    if (!me || me.role !== "owner" || me.suspended_at) throw common.refuse("not_permitted");
    if (target === me || target.suspended_at) throw refuse("transfer_to_active");
    await setRole(tx, target.person_id, "owner", true);
    await setCompanies(tx, "member", target.person_id, []);
    await setRole(tx, me.person_id, "admin", true);
    recordEvent(tx, {
      action: "team.ownership_transferred", summary: `${me.name} made ${target.name} owner and is admin now`, subjectKind: "person", subjectId: target.person_id,
      details: { from: me.person_id, to: target.person_id, before: { [me.person_id]: me.role, [target.person_id]: target.role }, after: { [me.person_id]: "admin", [target.person_id]: "owner" } },
    });
    const name = await workspaceName(tx);
    const { services } = scope;
    await queueMail(services, tx.db, { workspaceId: tx.workspaceId }, {
      kind: "ownership", to: target.email, toName: target.name, subject: `You are an owner of ${name} now`,
      text: `${me.name} made you an owner of ${name} on Counterfoil.\n\nAn owner may do everything in it, also end it.\n${services.config.publicUrl}/team\n\nIf you did not expect this, ask ${me.name} (${me.email}).\n`,
    });
    await queueMail(services, tx.db, { workspaceId: tx.workspaceId }, {
      kind: "ownership", to: me.email, toName: me.name, subject: `${target.name} is an owner of ${name} now`,
      text: `You made ${target.name} (${target.email}) an owner of ${name} on Counterfoil, and are an admin of it now.\n\nIf this was not you, tell ${target.name} at once and end your sessions under Security.\n${services.config.publicUrl}/team\n`,
    });
  });
}
