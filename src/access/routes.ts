import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { Uuid } from "../platform/fields.ts";
import { csvStream } from "../platform/csv.ts";
import { Done, IdParams, route, sendFile } from "../platform/http.ts";
import { common } from "../platform/refusal.ts";
import type { Services } from "../platform/services.ts";
import { createScope, recordEvent, type Scope } from "../workspaces/index.ts";
import { personOf, type Caller } from "./authenticate.ts";
import { isVouchedOnly, lacksSecondFactor, lacksVerifiedAddress } from "./door.ts";
import { ApiKeyView, ChangeMember, CreatedApiKey, InvitationLink, Invite, type MemberView, NewApiKey, Preferences, SessionView, TeamView, Transfer } from "./contract.ts";
import { createApiKey, endApiKey } from "./keys.ts";
import { fieldRules, permissionGroups, permissions, permissionsOf, permissionTable, type Role } from "./permissions.ts";
import { refuse } from "./policy.ts";
import * as q from "./queries.ts";
import { changeMember, invite, reactivateMember, removeFromTeam, sendAgain, suspendMember, transferOwnership, withdrawInvitation } from "./team.ts";

const done = { done: true as const };
/** Giving these roles asks for a fresh proof of who gives them. */
const isPowerful = (role: Role): boolean => role === "owner" || role === "admin";

/** The workspaces that a session may choose from. */
const workspacesOf = async (db: Parameters<typeof q.listWorkspacesOf>[0], session: q.SignedSession) =>
  (await q.listWorkspacesOf(db, session.person_id)).filter((one) => !isVouchedOnly(session) || one.id === session.sso_workspace_id);

async function viewSession(services: Services, caller: Extract<Caller, { kind: "person" }>): Promise<z.input<typeof SessionView>> {
  const { session } = caller;
  const workspaces = await services.database.transaction({ personId: session.person_id }, (db) => workspacesOf(db, session));
  const attention = { singleSignOn: session.sso_missing, secondFactor: lacksSecondFactor(services, session), address: lacksVerifiedAddress(services, session) };
  const scope = session.workspace_id && !attention.secondFactor && !attention.singleSignOn
    ? createScope(services, { workspaceId: session.workspace_id, actor: caller.actor }) : null;
  return {
    person: { id: session.person_id, name: session.name, email: session.email, preferences: session.preferences },
    workspace: session.workspace_id ? { id: session.workspace_id, name: session.workspace_name!, kind: session.kind! } : null,
    role: session.role,
    permissions: session.role ? permissionsOf(session.role) : [],
    workspaces,
    attention,
    companies: scope ? await scope.transaction((tx) => q.listCompanyFacts(tx, services.clock())) : [],
  };
}

const viewKey = (row: Awaited<ReturnType<typeof q.listApiKeys>>[number]): z.input<typeof ApiKeyView> => ({
  id: row.id, name: row.name, role: row.role, scopes: row.scopes, companies: row.companies, prefix: row.prefix, lastFour: row.last_four, createdAt: row.created_at.toISOString(), createdBy: row.created_by_name,
  expiresAt: row.expires_at?.toISOString() ?? null, lastUsedAt: row.last_used_at?.toISOString() ?? null, lastUsedFrom: row.last_used_ip, revokedAt: row.revoked_at?.toISOString() ?? null, endedBecause: row.ended_because,
});
/** One key as the list shows it. */
async function keyById(scope: Scope, id: string): Promise<z.input<typeof ApiKeyView>> {
  const row = (await scope.transaction((tx) => q.listApiKeys(tx))).find((one) => one.id === id);
  if (!row) throw common.refuse("not_found");
  return viewKey(row);
}

const viewMember = (row: q.MemberRow, me: string | null): z.input<typeof MemberView> => ({
  personId: row.person_id, name: row.name, email: row.email, role: row.role, companies: row.companies, since: row.created_at.toISOString(), isYou: row.person_id === me,
  secondFactors: row.second_factors, lastSeenAt: row.last_seen_at?.toISOString() ?? null, suspendedAt: row.suspended_at?.toISOString() ?? null, keys: row.keys,
});

/** Who may enter, as rows for an access review: people, open invitations and keys in use. */
async function accessReview(scope: Scope): Promise<Record<string, string>[]> {
  return scope.transaction(async (tx) => {
    const now = scope.now();
    const companies = (limit: q.Limit) => limit?.map((company) => company.name).join("; ") ?? "all";
    const day = (at: Date | null) => at?.toISOString() ?? "";
    const rows = [
      ...(await q.listMembers(tx, now)).map((row) => ({
        kind: "person", name: row.name, address: row.email, role: row.role, limited_to: "", companies: companies(row.companies), second_factor: row.second_factors.join("; ") || "none",
        since: day(row.created_at), last_seen: day(row.last_seen_at), ends: "", state: row.suspended_at ? "suspended" : "active", granted_by: "",
      })),
      ...(await q.listInvitations(tx, now)).map((row) => ({
        kind: "invitation", name: "", address: row.email, role: row.role, limited_to: "", companies: companies(row.companies), second_factor: "", since: day(row.created_at), last_seen: "", ends: day(row.expires_at), state: "open", granted_by: row.invited_by_name ?? "",
      })),
      ...(await q.listApiKeys(tx)).filter((row) => !row.revoked_at && !(row.expires_at && row.expires_at <= now)).map((row) => ({
        kind: "api key", name: row.name, address: `${row.prefix}…${row.last_four}`, role: row.role, limited_to: row.scopes?.join("; ") ?? "", companies: companies(row.companies), second_factor: "",
        since: day(row.created_at), last_seen: day(row.last_used_at), ends: day(row.expires_at), state: "active", granted_by: row.created_by_name ?? "",
      })),
    ];
    recordEvent(tx, { action: "team.reviewed", summary: `Exported the access review: ${rows.length} rows`, subjectKind: "workspace", subjectId: tx.workspaceId });
    return rows;
  });
}

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
        const mine = await workspacesOf(db, me.session);
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
    method: "POST", url: "/api/session/workspace/leave", tag: "Access", summary: "Leave the workspace that is open; the last owner cannot", permission: "signed-in", stepUp: true, answer: Done,
    async handler({ request }) {
      const me = personOf(request);
      if (!me.workspaceId) throw refuse("no_workspace");
      await removeFromTeam(createScope(request.services, {
        workspaceId: me.workspaceId, actor: me.actor, requestId: request.id, ip: request.ip, userAgent: request.headers["user-agent"]?.slice(0, 300) ?? null,
      }), me.session.person_id);
      return done;
    },
  }),
  route({
    method: "GET", url: "/api/team", tag: "Team", summary: "Members, open invitations and the permission table", permission: "team.read", answer: TeamView,
    handler: ({ scope }) => scope.transaction(async (tx) => ({
      members: (await q.listMembers(tx, scope.now())).map((row) => viewMember(row, scope.actor.id)),
      invitations: (await q.listInvitations(tx, scope.now())).map((row) => ({
        id: row.id, email: row.email, role: row.role, companies: row.companies, invitedBy: row.invited_by_name, sentAt: row.sent_at.toISOString(), expiresAt: row.expires_at.toISOString(), createdAt: row.created_at.toISOString(),
      })),
      matrix: permissions.map((permission) => ({ permission, group: permissionGroups[permission.split(".")[0]!]!, words: permissionTable[permission].words, roles: [...permissionTable[permission].roles] })),
      rules: fieldRules.map(({ of, fields, when }) => ({ of, fields, when })),
    })),
  }),
  route({
    method: "GET", url: "/api/team.csv", tag: "Team", summary: "Who may enter, for an access review: people, invitations and keys as CSV", permission: "team.read", answer: "bytes",
    async handler({ scope, reply }) {
      const rows = await accessReview(scope);
      const columns = ["kind", "name", "address", "role", "limited_to", "companies", "second_factor", "since", "last_seen", "ends", "state", "granted_by"];
      return sendFile(reply, csvStream((async function* () { yield* rows; })(), columns), { name: `access review ${scope.now().toISOString().slice(0, 10)}.csv`, mediaType: "text/csv; charset=utf-8" });
    },
  }),
  route({
    method: "POST", url: "/api/team/invitations", tag: "Team", summary: "Invite somebody", permission: "team.manage", body: Invite, answer: InvitationLink, status: 201,
    stepUp: (body) => isPowerful(body.role), verified: true, showsSecret: true,
    handler: ({ scope, body }) => invite(scope, body),
  }),
  route({
    method: "POST", url: "/api/team/invitations/:id/send", tag: "Team", summary: "Send an invitation again, with a fresh link", permission: "team.manage", params: IdParams, answer: InvitationLink, verified: true, showsSecret: true,
    handler: ({ scope, params }) => sendAgain(scope, params.id),
  }),
  route({
    method: "DELETE", url: "/api/team/invitations/:id", tag: "Team", summary: "Withdraw an invitation", permission: "team.manage", params: IdParams, answer: Done,
    async handler({ scope, params }) { await withdrawInvitation(scope, params.id); return done; },
  }),
  route({
    method: "PATCH", url: "/api/team/members/:id", tag: "Team", summary: "Change a member's role or companies", permission: "team.manage", params: IdParams, body: ChangeMember, answer: Done,
    stepUp: (body) => body.role !== undefined && isPowerful(body.role),
    async handler({ scope, params, body }) { await changeMember(scope, params.id, body); return done; },
  }),
  route({
    method: "POST", url: "/api/team/members/:id/suspend", tag: "Team", summary: "Suspend a member: they keep their place and may not enter", permission: "team.manage", params: IdParams, answer: Done,
    async handler({ scope, params }) { await suspendMember(scope, params.id); return done; },
  }),
  route({
    method: "POST", url: "/api/team/members/:id/reactivate", tag: "Team", summary: "Let a suspended member in again", permission: "team.manage", params: IdParams, answer: Done,
    async handler({ scope, params }) { await reactivateMember(scope, params.id); return done; },
  }),
  route({
    method: "DELETE", url: "/api/team/members/:id", tag: "Team", summary: "Remove a member", permission: "team.manage", params: IdParams, answer: Done,
    async handler({ scope, params }) { await removeFromTeam(scope, params.id); return done; },
  }),
  route({
    method: "POST", url: "/api/team/transfer", tag: "Team", summary: "Make another member owner and become admin", permission: "workspace.own", stepUp: true, body: Transfer, answer: Done,
    async handler({ scope, body }) { await transferOwnership(scope, body.personId); return done; },
  }),
  route({
    method: "GET", url: "/api/api-keys", tag: "API keys", summary: "API keys, without the keys", permission: "keys.manage", answer: z.object({ items: z.array(ApiKeyView) }),
    handler: ({ scope }) => scope.transaction(async (tx) => ({ items: (await q.listApiKeys(tx)).map(viewKey) })),
  }),
  route({
    method: "POST", url: "/api/api-keys", tag: "API keys", summary: "Make an API key; it is shown once", permission: "keys.manage", stepUp: true, showsSecret: true, body: NewApiKey, answer: CreatedApiKey, status: 201,
    async handler({ scope, body }) {
      const { id, key } = await createApiKey(scope, body);
      return { ...(await keyById(scope, id)), key };
    },
  }),
  route({
    method: "DELETE", url: "/api/api-keys/:id", tag: "API keys", summary: "End an API key", permission: "keys.manage", stepUp: true, params: IdParams, answer: ApiKeyView,
    async handler({ scope, params }) { await endApiKey(scope, params.id); return keyById(scope, params.id); },
  }),
];
