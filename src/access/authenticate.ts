import { randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { common } from "../platform/refusal.ts";
import type { Services } from "../platform/services.ts";
import { hashOf, readSession, signSession } from "../platform/tokens.ts";
import type { Actor } from "../workspaces/index.ts";
import { roleMay, type Role } from "./permissions.ts";
import { findApiKey, findSession, insertSession, revokeSession, touchApiKey, touchSession, type SignedSession } from "./queries.ts";

/** Who sends a request. A person may have no workspace yet (or not chosen one); a key always has one. */
export type Caller =
  | { kind: "person"; sessionId: Buffer; session: SignedSession; workspaceId: string | null; actor: Actor }
  | { kind: "key"; workspaceId: string; actor: Actor };

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
/** A session ends after 7 days, or after 24 hours without a request; a workspace may set less. */
export const SESSION_MS = 7 * DAY_MS;

/** How a person proved who they are. A passkey and a company's identity provider stand for two factors when they say so. */
export type Factor = "password" | "totp" | "passkey" | "recovery" | "oidc" | "saml" | "second";

/** The actor that a person of this role is. `companies` null: all companies of the workspace. */
export const personActor = (id: string, name: string, role: Role | null, companies: readonly string[] | null = null): Actor =>
  ({ kind: "person", id, name, role, companies, may: (permission) => roleMay(role, permission) });

/** The signed-in person of a "signed-in" route; the door has already turned everybody else away. */
export function personOf(request: FastifyRequest): Extract<Caller, { kind: "person" }> {
  const caller = request.caller;
  if (caller?.kind !== "person") throw common.refuse("not_signed_in");
  return caller;
}

/** Opens a session row for somebody who proved who they are by `factors`, and sets its cookie. Every way of signing in ends here. */
export async function openSession(services: Services, request: FastifyRequest, reply: FastifyReply, person: { id: string }, entry: { workspaceId: string | null; factors: Factor[] }): Promise<void> {
  const at = services.clock();
  const expiresAt = new Date(at.getTime() + SESSION_MS);
  const id = randomBytes(32);
  await services.database.transaction({ personId: person.id }, (db) => insertSession(db, {
    id, personId: person.id, workspaceId: entry.workspaceId, factors: entry.factors, expiresAt, at, ip: request.ip, userAgent: request.headers["user-agent"]?.slice(0, 300) ?? null,
  }));
  await giveCookie(services, reply, id, person.id, expiresAt);
}

/** The cookie's name: with TLS the `__Host-` prefix binds it to this host, path and TLS. */
export const cookieName = (services: Services): string =>
  services.config.publicUrl.startsWith("https:") ? "__Host-counterfoil" : "counterfoil";

/** Finds who sends the request, by API key or session cookie; null for nobody. A revoked session is nobody at once. */
export async function authenticate(services: Services, request: FastifyRequest): Promise<Caller | null> {
  const bearer = /^Bearer (cf_live_[\w-]{20,100})$/.exec(request.headers.authorization ?? "")?.[1];
  if (bearer) return byKey(services, bearer);
  const cookie = request.cookies[cookieName(services)];
  const named = cookie ? await readSession(services.signing, cookie) : null;
  if (!named) return null;
  const now = services.clock();
  return services.database.transaction({ personId: named.personId, presented: named.sessionId }, async (db) => {
    const session = await findSession(db, named.sessionId);
    if (!session || session.person_id !== named.personId || session.revoked_at) return null;
    const idleMs = (session.session_idle_minutes ?? 1440) * MINUTE_MS;
    const lifeMs = (session.session_hours ?? 168) * 60 * MINUTE_MS;
    if (session.expires_at <= now || now.getTime() - session.created_at.getTime() > lifeMs || now.getTime() - session.last_seen_at.getTime() > idleMs) return null;
    if (now.getTime() - session.last_seen_at.getTime() > MINUTE_MS) await touchSession(db, named.sessionId, now);
    const actor = personActor(session.person_id, session.name, session.role, session.companies);
    return { kind: "person", sessionId: named.sessionId, session, workspaceId: session.workspace_id, actor };
  });
}

async function byKey(services: Services, key: string): Promise<Caller | null> {
  const now = services.clock();
  const keyHash = hashOf(key);
  const found = await services.database.transaction({ presented: keyHash }, (db) => findApiKey(db, keyHash));
  if (!found || found.revoked_at || (found.expires_at && found.expires_at <= now)) return null;
  if (!found.last_used_at || now.getTime() - found.last_used_at.getTime() > 60_000)
    await services.database.transaction({ workspaceId: found.workspace_id }, (db) => touchApiKey(db, found.id, now));
  return { kind: "key", workspaceId: found.workspace_id, actor: { kind: "key", id: found.id, name: found.name, role: found.role, companies: found.companies, may: (permission) => roleMay(found.role, permission) } };
}

/** Sets the session cookie on the answer. */
export async function giveCookie(services: Services, reply: FastifyReply, sessionId: Buffer, personId: string, expiresAt: Date): Promise<void> {
  const secure = services.config.publicUrl.startsWith("https:");
  reply.setCookie(cookieName(services), await signSession(services.signing, sessionId, personId, expiresAt), {
    httpOnly: true, secure, sameSite: "lax", path: "/", expires: expiresAt,
  });
}

/** Ends the session that the request carries and takes the cookie back. */
export async function endSession(services: Services, reply: FastifyReply, caller: Extract<Caller, { kind: "person" }>): Promise<void> {
  await services.database.transaction({ personId: caller.session.person_id }, (db) => revokeSession(db, caller.sessionId, services.clock()));
  const secure = services.config.publicUrl.startsWith("https:");
  reply.clearCookie(cookieName(services), { httpOnly: true, secure, sameSite: "lax", path: "/" }).header("clear-site-data", "\"cache\", \"storage\"");
}
