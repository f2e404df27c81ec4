import type { FastifyReply, FastifyRequest } from "fastify";
import { common } from "../platform/refusal.ts";
import type { Services } from "../platform/services.ts";
import { hashOf, readSession } from "../platform/tokens.ts";
import type { Actor } from "../workspaces/index.ts";
import { keyMay, roleMay, type Role } from "./permissions.ts";
import { findApiKey, findSession, touchApiKey, touchMember, touchSession, type SignedSession } from "./queries.ts";
import { adoptRole, cookieName, giveCookie, MINUTE_MS, renewSession } from "./sessions.ts";

/** Who sends a request. A person may have no workspace yet (or not chosen one); a key always has one. */
export type Caller =
  | { kind: "person"; sessionId: Buffer; session: SignedSession; workspaceId: string | null; actor: Actor }
  | { kind: "key"; workspaceId: string; actor: Actor };

/** The actor that a person of this role is. `companies` null: all companies of the workspace. */
export const personActor = (id: string, name: string, role: Role | null, companies: readonly string[] | null = null): Actor =>
  ({ kind: "person", id, name, role, companies, may: (permission) => roleMay(role, permission) });

/** The signed-in person of a "signed-in" route; the door has already turned everybody else away. */
export function personOf(request: FastifyRequest): Extract<Caller, { kind: "person" }> {
  const caller = request.caller;
  if (caller?.kind !== "person") throw common.refuse("not_signed_in");
  return caller;
}

/**
 * Finds who sends the request, by API key or session cookie; null for nobody. A revoked session is nobody at once, on every
 * process: the row is read each time. A cookie signed by a former key is signed anew, and another role gives another session id.
 */
export async function authenticate(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<Caller | null> {
  const bearer = /^Bearer (cf_live_[\w-]{20,100})$/.exec(request.headers.authorization ?? "")?.[1];
  if (bearer) return byKey(services, bearer, request.ip);
  const cookie = request.cookies[cookieName(services)];
  const now = services.clock();
  const named = cookie ? await readSession(services.signing, cookie, now) : null;
  if (!named) return null;
  const { sessionId, personId } = named;
  const [session] = await services.database.look({ personId, presented: sessionId }, findSession(sessionId));
  if (!session || session.person_id !== personId || session.revoked_at || session.disabled_at) return null;
  const idleMs = (session.session_idle_minutes ?? 1440) * MINUTE_MS;
  const lifeMs = (session.session_hours ?? 168) * 60 * MINUTE_MS;
  if (session.expires_at <= now || now.getTime() - session.created_at.getTime() > lifeMs || now.getTime() - session.last_seen_at.getTime() > idleMs) return null;
  const actor = personActor(personId, session.name, session.role, session.companies);
  const caller: Extract<Caller, { kind: "person" }> = { kind: "person", sessionId, session, workspaceId: session.workspace_id, actor };
  await noteSeen(services, caller, now);
  if (session.role_held !== null && session.role_held !== session.role) await renewSession(services, reply, caller);
  else if (!named.isCurrent) await giveCookie(services, reply, sessionId, personId, session.expires_at);
  return caller;
}

/** Notes, once a minute, that the session and its place in the workspace are in use; and the role of a place that was chosen anew. */
async function noteSeen(services: Services, { sessionId, session, workspaceId }: Extract<Caller, { kind: "person" }>, now: Date): Promise<void> {
  const old = (at: Date | null) => at === null || now.getTime() - at.getTime() > MINUTE_MS;
  const personId = session.person_id;
  const adopts = session.role_held === null && session.role !== null;
  if (old(session.last_seen_at) || adopts) {
    await services.database.transaction({ personId }, async (db) => {
      if (old(session.last_seen_at)) await touchSession(db, sessionId, now);
      if (adopts) await adoptRole(db, sessionId, session.role);
    });
  }
  if (workspaceId && old(session.member_seen_at)) await services.database.transaction({ workspaceId }, (db) => touchMember(db, workspaceId, personId, now));
}

async function byKey(services: Services, key: string, ip: string): Promise<Caller | null> {
  const now = services.clock();
  const keyHash = hashOf(key);
  const [found] = await services.database.look({ presented: keyHash }, findApiKey(keyHash));
  if (!found || found.revoked_at || (found.expires_at && found.expires_at <= now)) return null;
  if (!found.last_used_at || now.getTime() - found.last_used_at.getTime() > 60_000)
    await services.database.transaction({ workspaceId: found.workspace_id }, (db) => touchApiKey(db, found.id, now, ip));
  return { kind: "key", workspaceId: found.workspace_id, actor: { kind: "key", id: found.id, name: found.name, role: found.role, companies: found.companies, may: (permission) => keyMay(found.role, found.scopes, permission) } };
}
