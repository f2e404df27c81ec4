import { createHash, randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { sql, type Kysely } from "kysely";
import { all, maybe, run } from "../platform/database.ts";
import type { Database } from "../platform/database-types.ts";
import type { Services } from "../platform/services.ts";
import { hashOf, newToken, readSession, signSession } from "../platform/tokens.ts";
import type { Caller } from "./authenticate.ts";
import type { Role } from "./permissions.ts";

type Db = Kysely<Database>;
type PersonCaller = Extract<Caller, { kind: "person" }>;

export const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
/** A session ends after 7 days, or after 24 hours without a request; a workspace may set less. */
export const SESSION_MS = 7 * DAY_MS;
/** A person may be signed in at this many places; the one unused for longest ends when another begins. */
export const SESSIONS_PER_PERSON = 20;

/** How a person proved who they are. A passkey and a company's identity provider stand for two factors when they say so (`second`). */
export type Factor = "password" | "totp" | "passkey" | "recovery" | "oidc" | "saml" | "second";

/** Why a session ended, as the row keeps it. */
export type SessionEnd = "signed_out" | "ended_elsewhere" | "renewed" | "replaced" | "too_many" | "password_changed" | "password_reset" | "factors_changed" | "address_changed" | "not_me" | "suspended" | "removed" | "operator";

type Cookie = "session" | "device" | "pending";
const cookieNames: Record<Cookie, string> = { session: "counterfoil", device: "counterfoil-device", pending: "counterfoil-pending" };
const isSecure = (services: Services): boolean => services.config.publicUrl.startsWith("https:");

/** A cookie's name: with TLS the `__Host-` prefix binds it to this host, path and TLS. */
export const cookieName = (services: Services, cookie: Cookie = "session"): string => `${isSecure(services) ? "__Host-" : ""}${cookieNames[cookie]}`;

/** Sets one of our cookies. All are HttpOnly, for this host and every path; `strict` ones come with requests from our own pages only. */
export function setCookie(services: Services, reply: FastifyReply, cookie: Cookie, value: string, expires: Date, sameSite: "lax" | "strict" = "lax"): void {
  void reply.setCookie(cookieName(services, cookie), value, { httpOnly: true, secure: isSecure(services), sameSite, path: "/", expires });
}
export function clearCookie(services: Services, reply: FastifyReply, cookie: Cookie, sameSite: "lax" | "strict" = "lax"): void {
  void reply.clearCookie(cookieName(services, cookie), { httpOnly: true, secure: isSecure(services), sameSite, path: "/" });
}

/** Sets the session cookie on the answer. */
export async function giveCookie(services: Services, reply: FastifyReply, sessionId: Buffer, personId: string, expiresAt: Date): Promise<void> {
  setCookie(services, reply, "session", await signSession(services.signing, { id: sessionId, personId, at: services.clock(), expiresAt }), expiresAt);
}

/** The browser's device cookie, or a fresh one. It says "this browser has been here", nothing else; only its hash is kept. */
export function deviceOfRequest(services: Services, request: FastifyRequest): { value: string; hash: Buffer } {
  const known = request.cookies[cookieName(services, "device")];
  const value = known && /^[\w-]{43}$/.test(known) ? known : newToken();
  return { value, hash: hashOf(value) };
}
/** Gives the device cookie to the browser, for another year. */
export const giveDevice = (services: Services, reply: FastifyReply, device: { value: string }): void =>
  setCookie(services, reply, "device", device.value, new Date(services.clock().getTime() + 365 * DAY_MS));

/** What begins a session. `endsAt`: the identity provider's own limit, if it set one. */
export type SessionEntry = { workspaceId: string | null; factors: Factor[]; via: string; endsAt?: Date | null; ssoWorkspaceId?: string | null; deviceHash?: Buffer | null };

/**
 * Opens a session row for somebody who proved who they are, under a fresh id, and sets its cookie. What session the browser
 * had before ends. Only sign-in's `completeSignIn` calls this: it holds every rule of who may enter.
 */
export async function openSession(services: Services, request: FastifyRequest, reply: FastifyReply, personId: string, entry: SessionEntry): Promise<Buffer> {
  const at = services.clock();
  const limit = at.getTime() + SESSION_MS;
  const expiresAt = new Date(Math.min(limit, entry.endsAt?.getTime() ?? limit));
  const id = randomBytes(32);
  const before = request.cookies[cookieName(services)];
  const replaced = before ? await readSession(services.signing, before, at) : null;
  if (replaced) await services.database.transaction({ personId: replaced.personId }, (db) => endSessionRow(db, replaced.sessionId, at, "replaced"));
  await services.database.transaction({ personId }, async (db) => {
    await run(db, sql`
      insert into session (id, person_id, active_workspace_id, factors, created_at, last_seen_at, proved_at, expires_at, ip, user_agent, via, device_hash, sso_workspace_id, role_held)
      values (${id}, ${personId}, ${entry.workspaceId}, ${entry.factors}, ${at}, ${at}, ${at}, ${expiresAt}, ${request.ip}, ${request.headers["user-agent"]?.slice(0, 300) ?? null},
              ${entry.via}, ${entry.deviceHash ?? null}, ${entry.ssoWorkspaceId ?? null},
              (select role from membership where workspace_id = ${entry.workspaceId} and person_id = ${personId} and suspended_at is null))`);
    await run(db, sql`
      update session set revoked_at = ${at}, ended_because = 'too_many' where id in (
        select id from session where person_id = ${personId} and revoked_at is null and expires_at > ${at} order by last_seen_at desc, created_at desc offset ${SESSIONS_PER_PERSON})`);
  });
  await giveCookie(services, reply, id, personId, expiresAt);
  return id;
}

/**
 * Gives a session a fresh id and ends the old one: after a new proof (`proved`), added factors, or another role. The age
 * stays, so that this cannot make a session live longer. False when another request just did the same.
 */
export async function renewSession(services: Services, reply: FastifyReply, caller: PersonCaller, change: { proved?: boolean; factors?: readonly Factor[] } = {}): Promise<boolean> {
  const at = services.clock();
  const id = randomBytes(32);
  const { session, sessionId } = caller;
  const renewed = await services.database.transaction({ personId: session.person_id }, async (db) => {
    if (await endSessionRow(db, sessionId, at, "renewed") !== 1) return false;
    await run(db, sql`
      insert into session (id, person_id, active_workspace_id, factors, created_at, last_seen_at, proved_at, expires_at, ip, user_agent, via, device_hash, sso_workspace_id, role_held)
      select ${id}, s.person_id, s.active_workspace_id, array(select distinct unnest(s.factors || ${change.factors ?? []}::text[])), s.created_at, ${at},
             ${change.proved ? at : session.proved_at}, s.expires_at, s.ip, s.user_agent, s.via, s.device_hash, s.sso_workspace_id, ${session.role}
      from session s where s.id = ${sessionId}`);
    return true;
  });
  if (!renewed) return false;
  caller.sessionId = id;
  if (change.proved) session.proved_at = at;
  if (change.factors) session.factors = [...new Set([...session.factors, ...change.factors])];
  await giveCookie(services, reply, id, session.person_id, session.expires_at);
  return true;
}

/** Ends the session that the request carries, takes the cookie back and has the browser forget what it kept. */
export async function endSession(services: Services, reply: FastifyReply, caller: PersonCaller): Promise<void> {
  await services.database.transaction({ personId: caller.session.person_id }, (db) => endSessionRow(db, caller.sessionId, services.clock(), "signed_out"));
  clearCookie(services, reply, "session");
  void reply.header("clear-site-data", "\"cache\", \"storage\"");
}

/** Ends all sessions of a person, at once and on every process; `except` stays. Answers how many ended. */
export const endSessionsOf = (services: Services, personId: string, because: SessionEnd, except: Buffer | null = null): Promise<number> =>
  services.database.transaction({ personId }, (db) => endSessionsIn(db, personId, services.clock(), because, except));

/** The same inside a transaction that is the person's. */
export const endSessionsIn = (db: Db, personId: string, at: Date, because: SessionEnd, except: Buffer | null = null): Promise<number> =>
  run(db, sql`update session set revoked_at = ${at}, ended_because = ${because} where person_id = ${personId} and revoked_at is null and (${except}::bytea is null or id <> ${except})`);

const endSessionRow = (db: Db, id: Buffer, at: Date, because: SessionEnd): Promise<number> =>
  run(db, sql`update session set revoked_at = ${at}, ended_because = ${because} where id = ${id} and revoked_at is null`);

/** A session's name on screens: a hash of its id, so that a list of devices holds nothing that opens one. */
export const publicSessionId = (id: Buffer): string => createHash("sha256").update("session name\0").update(id).digest("base64url").slice(0, 22);

export type SessionListRow = { id: Buffer; created_at: Date; last_seen_at: Date; ip: string | null; user_agent: string | null; via: string; factors: Factor[]; workspace_id: string | null };
/** The open sessions of a person, newest use first. */
export const listSessions = (db: Db, personId: string, now: Date): Promise<SessionListRow[]> => all(db, sql<SessionListRow>`
  select id, created_at, last_seen_at, ip, user_agent, via, factors, active_workspace_id as workspace_id from session
  where person_id = ${personId} and revoked_at is null and expires_at > ${now} order by last_seen_at desc, created_at desc limit 100`);

/** Ends one session by its name on screens. False when the person has none of that name. */
export async function endSessionNamed(db: Db, personId: string, name: string, now: Date, because: SessionEnd): Promise<boolean> {
  const row = (await listSessions(db, personId, now)).find((one) => publicSessionId(one.id) === name);
  return row !== undefined && await endSessionRow(db, row.id, now, because) === 1;
}

/** Remembers that a person signed in with this browser; true when it is the first time. */
export async function rememberDevice(db: Db, personId: string, device: Buffer, at: Date): Promise<boolean> {
  const known = await maybe(db, sql<{ first_seen_at: Date }>`
    update person_device set last_seen_at = ${at} where person_id = ${personId} and device_hash = ${device} returning first_seen_at`);
  if (known) return false;
  await run(db, sql`insert into person_device (person_id, device_hash, first_seen_at, last_seen_at) values (${personId}, ${device}, ${at}, ${at}) on conflict do nothing`);
  return true;
}

/** Takes the role of another workspace without a new id: the person did not change, the place did. */
export const adoptRole = (db: Db, sessionId: Buffer, role: Role | null): Promise<number> => run(db, sql`update session set role_held = ${role} where id = ${sessionId}`);
