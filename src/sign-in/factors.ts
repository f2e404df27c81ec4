import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { asksSecondFactor, endSessionsIn, endSessionsOf, lacksVerifiedAddress, personOf, renewSession, type Factor } from "../access/index.ts";
import type { Services } from "../platform/services.ts";
import { recordEvent, type Scope } from "../workspaces/index.ts";
import type { AddPasskey, SecurityView } from "./contract.ts";
import { takeTurn, forgive, turnOf } from "./delays.ts";
import { clockTime } from "./enter.ts";
import { tellPerson, type Notice } from "./mails.ts";
import { checkMade, passkeyHost } from "./passkeys.ts";
import { findPerson, listMemberships, noteInWorkspaces, type PersonFacts } from "./people.ts";
import { refuse } from "./policy.ts";
import { confirmTotp, deletePasskey, deleteRecoveryCodes, deleteTotp, findTotp, insertPasskey, listPasskeys, replaceRecoveryCodes, saveNextTotp } from "./queries.ts";
import { newRecoveryCodes } from "./recovery-codes.ts";
import { judgeFirstCode, newTotpSecret, sealTotp } from "./totp.ts";

type Db = Parameters<typeof findPerson>[0];

/** What stands on the Security page about the person: how they prove who they are, and what is asked of them. */
export async function viewSecurity(services: Services, request: FastifyRequest): Promise<z.input<typeof SecurityView>> {
  const { session } = personOf(request);
  const personId = session.person_id;
  return services.database.transaction({ personId }, async (db) => {
    const person = (await findPerson(db, personId))!;
    const totp = await findTotp(db, personId);
    const memberships = await listMemberships(db, personId);
    return {
      email: person.email, emailVerified: person.email_verified_at !== null, canVerify: services.config.smtpUrl !== null,
      hasPassword: person.has_password, totpSince: totp?.confirmed_at?.toISOString() ?? null, recoveryCodesLeft: person.recovery_codes,
      passkeys: (await listPasskeys(db, personId)).map((row) => ({ id: row.id, name: row.name, createdAt: row.created_at.toISOString(), lastUsedAt: row.last_used_at?.toISOString() ?? null, synced: row.backed_up })),
      passkeysPossible: passkeyHost(services) !== null,
      secondFactorAsked: memberships.filter((one) => !one.suspended_at && asksSecondFactor(services, one)).map((one) => one.name),
      via: session.via,
    };
  });
}

/** Begins to set up an authenticator app: a fresh secret, which counts only once a code of it was typed. */
export async function beginTotp(services: Services, request: FastifyRequest): Promise<{ secret: string; uri: string }> {
  const { session } = personOf(request);
  refuseUnverified(services, request);
  const { secret, uri } = newTotpSecret(session.email, new URL(services.config.publicUrl).hostname);
  const { sealed, keyId } = sealTotp(services.keys, session.person_id, secret);
  await services.database.transaction({ personId: session.person_id }, (db) => saveNextTotp(db, session.person_id, sealed, keyId, services.clock()));
  return { secret, uri };
}

/** Ends the set-up by the first code. Other sessions end; with the first factor come recovery codes, shown this once. */
export async function confirmTotpCode(services: Services, request: FastifyRequest, reply: FastifyReply, code: string): Promise<{ recoveryCodes: string[] | null }> {
  const personId = personOf(request).session.person_id;
  const now = services.clock();
  const turns = [turnOf(services, "proof", personId)];
  await takeTurn(services, turns);
  const judged = await services.database.transaction({ personId }, (db) => judgeFirstCode(services.keys, db, personId, code, now));
  if (judged === "not_begun") throw refuse("totp_not_begun");
  if (judged === "other_time") throw refuse("code_of_other_time", { time: clockTime(now), left: "more" });
  if (judged === "wrong") throw refuse("wrong_code", { left: "more" });
  await forgive(services, turns);
  return changeFactors(services, request, reply, { notice: "totp_added", action: "access.factor_added", words: "added an authenticator app", adds: "totp" },
    async (db) => { if ((await confirmTotp(db, personId, judged.step, now)) !== 1) throw refuse("totp_not_begun"); });
}

/** Takes the authenticator app away, unless a workspace asks for a second factor and this is the last. */
export function removeTotp(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const personId = personOf(request).session.person_id;
  return changeFactors(services, request, reply, { notice: "totp_removed", action: "access.factor_removed", words: "removed the authenticator app" }, async (db, person) => {
    refuseLast(services, person, await listMemberships(db, personId), person.passkeys);
    if ((await deleteTotp(db, personId)) !== 1) throw refuse("no_totp");
  });
}

/** Adds a passkey that the browser just made. */
export async function addPasskey(services: Services, request: FastifyRequest, reply: FastifyReply, input: z.output<typeof AddPasskey>): Promise<{ recoveryCodes: string[] | null }> {
  const personId = personOf(request).session.person_id;
  refuseUnverified(services, request);
  const made = await checkMade(services, request, personId, input.response);
  return changeFactors(services, request, reply, { notice: "passkey_added", detail: input.name, action: "access.passkey_added", words: `added the passkey ${input.name}`, adds: "passkey" },
    (db) => insertPasskey(db, { id: randomUUID(), person_id: personId, name: input.name, created_at: services.clock(), ...made }).then(() => undefined, (error: { code?: string }) => { throw error.code === "23505" ? refuse("passkey_taken") : error; }));
}

/** Takes a passkey away, unless a workspace asks for a second factor and this is the last. */
export function removePasskey(services: Services, request: FastifyRequest, reply: FastifyReply, id: string): Promise<unknown> {
  const personId = personOf(request).session.person_id;
  const about = { notice: "passkey_removed" as const, detail: "", action: "access.passkey_removed", words: "removed a passkey" };
  return changeFactors(services, request, reply, about, async (db, person) => {
    const removed = await deletePasskey(db, personId, id);
    if (!removed) throw refuse("no_passkey");
    refuseLast(services, person, await listMemberships(db, personId), person.passkeys - 1 + (person.has_totp ? 1 : 0));
    about.detail = removed.name;
    about.words = `removed the passkey ${removed.name}`;
  });
}

/** Makes ten fresh recovery codes, shown this once; the old ones no longer work. */
export async function makeRecoveryCodes(services: Services, request: FastifyRequest): Promise<{ recoveryCodes: string[] }> {
  const personId = personOf(request).session.person_id;
  const { codes, hashes } = newRecoveryCodes();
  const person = await services.database.transaction({ personId }, async (db) => {
    const found = (await findPerson(db, personId))!;
    if (!found.has_totp && found.passkeys === 0) throw refuse("no_factor");
    await replaceRecoveryCodes(db, personId, hashes, services.clock());
    await tellPerson(services, db, found, "recovery_made");
    return found;
  });
  await noteInWorkspaces(services, request, person, { action: "access.recovery_codes_made", summary: `${person.name} made new recovery codes` });
  return { recoveryCodes: codes };
}

/**
 * One change of factors, the same for all: the change, a notice by mail, an end of all other sessions (V7.4.3), a fresh id
 * for this one, the audit events. The first factor brings recovery codes; with the last one they go.
 */
async function changeFactors(
  services: Services, request: FastifyRequest, reply: FastifyReply, about: { notice: Notice; detail?: string; action: string; words: string; adds?: Factor }, change: (db: Db, person: PersonFacts) => Promise<void>,
): Promise<{ recoveryCodes: string[] | null }> {
  const me = personOf(request);
  const personId = me.session.person_id;
  const now = services.clock();
  const { codes, hashes } = newRecoveryCodes();
  const done = await services.database.transaction({ personId }, async (db) => {
    const before = (await findPerson(db, personId))!;
    await change(db, before);
    const after = (await findPerson(db, personId))!;
    const has = after.has_totp || after.passkeys > 0;
    const first = has && after.recovery_codes === 0;
    if (first) await replaceRecoveryCodes(db, personId, hashes, now);
    if (!has) await deleteRecoveryCodes(db, personId);
    await tellPerson(services, db, after, about.notice, about.detail);
    await endSessionsIn(db, personId, now, "factors_changed", me.sessionId);
    return { person: after, first };
  });
  await renewSession(services, reply, me, about.adds ? { proved: true, factors: [about.adds] } : {});
  await noteInWorkspaces(services, request, done.person, { action: about.action, summary: `${done.person.name} ${about.words}` });
  return { recoveryCodes: done.first ? codes : null };
}

function refuseUnverified(services: Services, request: FastifyRequest): void {
  if (lacksVerifiedAddress(services, personOf(request).session)) throw refuse("verify_before_factor");
}

function refuseLast(services: Services, person: PersonFacts, memberships: readonly { name: string; role: string; require_second_factor: boolean; suspended_at: Date | null }[], left: number): void {
  const asking = memberships.find((one) => !one.suspended_at && asksSecondFactor(services, one));
  if (left <= 0 && asking) throw refuse("last_factor", { workspace: asking.name });
}

/**
 * Takes all second factors of a person away, so that they can set up new ones: for somebody who lost phone, key and recovery
 * codes. By an owner (below), or by the operator. Every session ends. The password stays.
 */
export async function resetSecondFactor(services: Services, personId: string, by: string): Promise<void> {
  await services.database.transaction({ personId }, async (db) => {
    const person = await findPerson(db, personId);
    if (!person) throw refuse("no_factor");
    await deleteTotp(db, personId);
    await deleteRecoveryCodes(db, personId);
    for (const row of await listPasskeys(db, personId)) await deletePasskey(db, personId, row.id);
    await endSessionsIn(db, personId, services.clock(), "factors_changed");
    await tellPerson(services, db, person, "factors_reset", by);
  });
}

/** An owner takes away the lost second factor of a member, who must belong to this workspace alone: else one workspace's owner could weaken another's. */
export async function resetMembersFactor(scope: Scope, personId: string): Promise<void> {
  const member = await memberOf(scope, personId);
  const elsewhere = await scope.services.database.transaction({ personId }, (db) => listMemberships(db, personId));
  if (elsewhere.some((one) => one.id !== scope.workspaceId)) throw refuse("member_elsewhere");
  await resetSecondFactor(scope.services, personId, `${scope.actor.name}, an owner of your workspace,`);
  await scope.transaction(async (tx) => recordEvent(tx, { action: "access.factors_reset", summary: `Took away the second factor of ${member.name}`, subjectKind: "person", subjectId: personId }));
}

/** An admin signs a member out everywhere (V7.4.5). */
export async function signMemberOut(scope: Scope, personId: string): Promise<{ ended: number }> {
  const member = await memberOf(scope, personId);
  const ended = await endSessionsOf(scope.services, personId, "ended_elsewhere");
  await scope.transaction(async (tx) => recordEvent(tx, { action: "access.sessions_ended", summary: `Signed ${member.name} out everywhere`, subjectKind: "person", subjectId: personId, details: { sessions: ended } }));
  return { ended };
}

/** The member, who must be of this workspace and not above who acts. */
async function memberOf(scope: Scope, personId: string): Promise<{ name: string }> {
  const found = await scope.services.database.transaction({ personId }, async (db) => ({ person: await findPerson(db, personId), memberships: await listMemberships(db, personId) }));
  const membership = found.memberships.find((one) => one.id === scope.workspaceId);
  if (!found.person || !membership) throw refuse("no_member");
  if (membership.role === "owner" && scope.actor.role !== "owner") throw refuse("owner_only");
  return found.person;
}
