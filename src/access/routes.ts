import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { Uuid } from "../platform/fields.ts";
import { Done, IdParams, route } from "../platform/http.ts";
import { common } from "../platform/refusal.ts";
import type { Services } from "../platform/services.ts";
import { createScope } from "../workspaces/index.ts";
import { personOf, type Caller } from "./authenticate.ts";
import { ApiKeyView, ChangeRole, CreatedApiKey, Invite, NewApiKey, Preferences, SessionView, TeamView } from "./contract.ts";
import { permissionsOf, permissionTable } from "./permissions.ts";
import * as q from "./queries.ts";
import { changeRole, createApiKey, endApiKey, invite, withdrawInvitation } from "./team.ts";

const done = { done: true as const };

async function viewSession(services: Services, caller: Extract<Caller, { kind: "person" }>): Promise<z.input<typeof SessionView>> {
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
