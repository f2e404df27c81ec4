import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { Uuid } from "../platform/fields.ts";
import { Done, IdParams, route } from "../platform/http.ts";
import { common } from "../platform/refusal.ts";
import type { Services } from "../platform/services.ts";
import { createScope } from "../workspaces/index.ts";
import { endSession, type Caller } from "./authenticate.ts";
import {
  AcceptInvitation, ApiKeyView, ChangePassword, ChangeRole, CreatedApiKey, InvitationPreview, Invite, NewApiKey, Preferences, RequestReset, ResetPassword,
  SessionRow, SessionView, SignIn, SignUp, TeamView,
} from "./contract.ts";
import { acceptInvitation, previewInvitation, requestReset, resetPassword, signIn, signUp } from "./enter.ts";
import { passwordFits, hashPassword } from "./passwords.ts";
import { permissionsOf, permissionTable } from "./permissions.ts";
import { refuse } from "./policy.ts";
import * as q from "./queries.ts";
import { changeRole, createApiKey, endApiKey, invite, withdrawInvitation } from "./team.ts";

const done = { done: true as const };
type Person = Extract<Caller, { kind: "person" }>;

/** The signed-in person of a "signed-in" route; the door has already turned everybody else away. */
function personOf(request: FastifyRequest): Person {
  const caller = request.caller;
  if (caller?.kind !== "person") throw common.refuse("not_signed_in");
  return caller;
}

async function viewSession(services: Services, caller: Person): Promise<z.input<typeof SessionView>> {
  const { session } = caller;
  const workspaces = await services.database.transaction({ personId: session.person_id }, (db) => q.listWorkspacesOf(db, session.person_id));
  const scope = session.workspace_id
    ? createScope(services, { workspaceId: session.workspace_id, actor: caller.actor }) : null;
  return {
    person: { id: session.person_id, name: session.name, email: session.email, preferences: session.preferences },
    workspace: session.workspace_id ? { id: session.workspace_id, name: session.workspace_name!, kind: session.kind! } : null,
    role: session.role,
    permissions: session.role ? permissionsOf(session.role) : [],
    workspaces,
    companies: scope ? await scope.transaction((tx) => q.listCompanyFacts(tx, services.clock())) : [],
  };
}

const viewKey = (row: q.ApiKeyRow): z.input<typeof ApiKeyView> => ({
  id: row.id, name: row.name, role: row.role, prefix: row.prefix, lastFour: row.last_four, createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at?.toISOString() ?? null, lastUsedAt: row.last_used_at?.toISOString() ?? null, revokedAt: row.revoked_at?.toISOString() ?? null,
});

export const routes = [
  route({
    method: "POST", url: "/api/sign-up", tag: "Access", summary: "Make a sign-in and a workspace", permission: "public", body: SignUp, answer: Done, ratePerMinute: 20,
    async handler({ request, reply, body }) { await signUp(request.services, request, reply, body); return done; },
  }),
  route({
    method: "POST", url: "/api/sign-in", tag: "Access", summary: "Sign in with address and password", permission: "public", body: SignIn, answer: Done, ratePerMinute: 20,
    async handler({ request, reply, body }) { await signIn(request.services, request, reply, body); return done; },
  }),
  route({
    method: "POST", url: "/api/sign-out", tag: "Access", summary: "End this session", permission: "signed-in", answer: Done,
    async handler({ request, reply }) { await endSession(request.services, reply, personOf(request)); return done; },
  }),
  route({
    method: "POST", url: "/api/password/forgotten", tag: "Access", summary: "Ask for a reset link", permission: "public", body: RequestReset, answer: Done, ratePerMinute: 6,
    async handler({ request, body }) { await requestReset(request.services, body.email); return done; },
  }),
  route({
    method: "POST", url: "/api/password/reset", tag: "Access", summary: "Set a new password by a reset link", permission: "public", body: ResetPassword, answer: Done, ratePerMinute: 20,
    async handler({ request, body }) { await resetPassword(request.services, request, body); return done; },
  }),
  route({
    method: "POST", url: "/api/password", tag: "Access", summary: "Change the own password; ends all other sessions", permission: "signed-in", body: ChangePassword, answer: Done, ratePerMinute: 10,
    async handler({ request, body }) {
      const { services } = request;
      const me = personOf(request);
      const id = me.session.person_id;
      const stored = await services.database.transaction({ personId: id }, (db) => q.findCredential(db, id));
      if (!(await passwordFits(body.current, stored, services.keys))) throw refuse("wrong_password");
      const next = await hashPassword(body.password, services.keys);
      await services.database.transaction({ personId: id }, async (db) => {
        await q.saveCredential(db, id, next, services.clock());
        await q.revokeSessionsOf(db, id, services.clock(), me.sessionId);
      });
      return done;
    },
  }),
  route({
    method: "GET", url: "/api/session", tag: "Access", summary: "Who is signed in, where, and what they may do", permission: "signed-in", answer: SessionView,
    handler: async ({ request }) => viewSession(request.services, personOf(request)),
  }),
  route({
    method: "POST", url: "/api/session/workspace", tag: "Access", summary: "Work in another workspace", permission: "signed-in", body: z.object({ workspaceId: Uuid }), answer: Done,
    async handler({ request, body }) {
      const { services } = request;
      const me = personOf(request);
      await services.database.transaction({ personId: me.session.person_id }, async (db) => {
        const mine = await q.listWorkspacesOf(db, me.session.person_id);
        if (!mine.some((workspace) => workspace.id === body.workspaceId)) throw common.refuse("not_found");
        await q.chooseWorkspace(db, me.sessionId, body.workspaceId);
      });
      return done;
    },
  }),
  route({
    method: "PATCH", url: "/api/session/preferences", tag: "Access", summary: "Keep the own preferences", permission: "signed-in", body: Preferences, answer: Done,
    async handler({ request, body }) {
      const me = personOf(request);
      await request.services.database.transaction({ personId: me.session.person_id }, (db) => q.savePreferences(db, me.session.person_id, body));
      return done;
    },
  }),
  route({
    method: "GET", url: "/api/sessions", tag: "Access", summary: "Devices where the person is signed in", permission: "signed-in", answer: z.object({ items: z.array(SessionRow) }),
    async handler({ request }) {
      const me = personOf(request);
      const rows = await request.services.database.transaction({ personId: me.session.person_id }, (db) => q.listSessions(db, me.session.person_id, request.services.clock()));
      return {
        items: rows.map((row) => ({
          id: row.id.toString("base64url").slice(0, 16), createdAt: row.created_at.toISOString(), lastSeenAt: row.last_seen_at.toISOString(),
          ip: row.ip, userAgent: row.user_agent, isThis: row.id.equals(me.sessionId),
        })),
      };
    },
  }),
  route({
    method: "POST", url: "/api/sessions/end-others", tag: "Access", summary: "Sign out everywhere else", permission: "signed-in", answer: Done,
    async handler({ request }) {
      const me = personOf(request);
      await request.services.database.transaction({ personId: me.session.person_id }, (db) => q.revokeSessionsOf(db, me.session.person_id, request.services.clock(), me.sessionId));
      return done;
    },
  }),
  route({
    method: "GET", url: "/api/invitations/:token", tag: "Access", summary: "What an invitation offers", permission: "public", ratePerMinute: 60,
    params: z.object({ token: z.string().min(20).max(100) }), answer: InvitationPreview,
    handler: ({ request, params }) => previewInvitation(request.services, params.token),
  }),
  route({
    method: "POST", url: "/api/invitations/accept", tag: "Access", summary: "Join a workspace", permission: "public", body: AcceptInvitation, answer: Done, ratePerMinute: 20,
    async handler({ request, reply, body }) {
      const caller = request.caller;
      const signedIn = caller?.kind === "person" ? { id: caller.session.person_id, name: caller.session.name, email: caller.session.email } : null;
      await acceptInvitation(request.services, request, reply, body, signedIn);
      return done;
    },
  }),
  route({
    method: "GET", url: "/api/team", tag: "Team", summary: "Members, open invitations and the permission table", permission: "team.read", answer: TeamView,
    handler: ({ scope }) => scope.transaction(async (tx) => ({
      members: (await q.listMembers(tx)).map((row) => ({
        personId: row.person_id, name: row.name, email: row.email, role: row.role, since: row.created_at.toISOString(), isYou: row.person_id === scope.actor.id,
      })),
      invitations: (await q.listInvitations(tx, scope.now())).map((row) => ({
        id: row.id, email: row.email, role: row.role, expiresAt: row.expires_at.toISOString(), createdAt: row.created_at.toISOString(),
      })),
      matrix: Object.entries(permissionTable).map(([permission, { roles, words }]) => ({ permission, words, roles: [...roles] })),
    })),
  }),
  route({
    method: "POST", url: "/api/team/invitations", tag: "Team", summary: "Invite somebody", permission: "team.manage", body: Invite, status: 201,
    answer: z.object({ id: z.string(), link: z.string() }),
    handler: ({ scope, body }) => invite(scope, body),
  }),
  route({
    method: "DELETE", url: "/api/team/invitations/:id", tag: "Team", summary: "Withdraw an invitation", permission: "team.manage", params: IdParams, answer: Done,
    async handler({ scope, params }) { await withdrawInvitation(scope, params.id); return done; },
  }),
  route({
    method: "PATCH", url: "/api/team/members/:id", tag: "Team", summary: "Change a member's role", permission: "team.manage", params: IdParams, body: ChangeRole, answer: Done,
    async handler({ scope, params, body }) { await changeRole(scope, params.id, body.role); return done; },
  }),
  route({
    method: "DELETE", url: "/api/team/members/:id", tag: "Team", summary: "Remove a member", permission: "team.manage", params: IdParams, answer: Done,
    async handler({ scope, params }) { await changeRole(scope, params.id, null); return done; },
  }),
  route({
    method: "GET", url: "/api/api-keys", tag: "API keys", summary: "API keys, without the keys", permission: "keys.manage", answer: z.object({ items: z.array(ApiKeyView) }),
    handler: ({ scope }) => scope.transaction(async (tx) => ({ items: (await q.listApiKeys(tx)).map(viewKey) })),
  }),
  route({
    method: "POST", url: "/api/api-keys", tag: "API keys", summary: "Make an API key; it is shown once", permission: "keys.manage", body: NewApiKey, answer: CreatedApiKey, status: 201,
    async handler({ scope, body }) {
      const { row, key } = await createApiKey(scope, body);
      return { ...viewKey(row), key };
    },
  }),
  route({
    method: "DELETE", url: "/api/api-keys/:id", tag: "API keys", summary: "End an API key", permission: "keys.manage", params: IdParams, answer: ApiKeyView,
    handler: async ({ scope, params }) => viewKey(await endApiKey(scope, params.id)),
  }),
];
