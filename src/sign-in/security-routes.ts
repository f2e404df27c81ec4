import { z } from "zod";
import { endSessionNamed, endSessionsIn, isFreshlyProved, listSessions, personOf, publicSessionId } from "../access/index.ts";
import { deviceOf } from "../platform/device.ts";
import { Done, IdParams, route } from "../platform/http.ts";
import {
  AddPasskey, ConfirmTotp, PasskeyOptions, PerhapsRecoveryCodes, Prove, RecoveryCodes, RenamePasskey, SecurityView, SessionRow, TotpSetup, WorkspaceSecurity, WorkspaceSecurityView,
} from "./contract.ts";
import { addPasskey, beginTotp, confirmTotpCode, makeRecoveryCodes, removePasskey, removeTotp, resetMembersFactor, signMemberOut, viewSecurity } from "./factors.ts";
import { passkeyToMake, passkeyToUse } from "./passkeys.ts";
import { noteInWorkspaces } from "./people.ts";
import { refuse } from "./policy.ts";
import { proveAgain } from "./prove.ts";
import { renamePasskey } from "./queries.ts";
import { changeWorkspaceSecurity, readWorkspaceSecurity } from "./workspace-security.ts";

const done = { done: true as const };

export const routes = [
  route({
    method: "GET", url: "/api/security", tag: "Security", summary: "How the person proves who they are, and what is asked of them", permission: "signed-in", answer: SecurityView,
    handler: ({ request }) => viewSecurity(request.services, request),
  }),
  route({
    method: "GET", url: "/api/session/proof", tag: "Security", summary: "Whether dangerous acts are open now", permission: "signed-in", answer: z.object({ fresh: z.boolean() }),
    handler: async ({ request }) => ({ fresh: isFreshlyProved(request.services, personOf(request).session) }),
  }),
  route({
    method: "POST", url: "/api/session/prove/passkey-options", tag: "Security", summary: "What a passkey has to sign to prove who acts", permission: "signed-in", answer: PasskeyOptions, ratePerMinute: 30,
    handler: async ({ request }) => ({ options: await passkeyToUse(request.services, "prove", personOf(request).session.person_id) as unknown as Record<string, unknown> }),
  }),
  route({
    method: "POST", url: "/api/session/prove", tag: "Security", summary: "Prove again who acts; opens dangerous acts for ten minutes under a fresh session id", permission: "signed-in", body: Prove, answer: Done, ratePerMinute: 30,
    async handler({ request, reply, body }) { await proveAgain(request.services, request, reply, body); return done; },
  }),
  route({
    method: "POST", url: "/api/totp", tag: "Security", summary: "Begin to set up an authenticator app", permission: "signed-in", stepUp: true, answer: TotpSetup, ratePerMinute: 20,
    handler: ({ request }) => beginTotp(request.services, request),
  }),
  route({
    method: "POST", url: "/api/totp/confirm", tag: "Security", summary: "End the set-up by the app's first code", permission: "signed-in", stepUp: true, body: ConfirmTotp, answer: PerhapsRecoveryCodes, ratePerMinute: 30,
    handler: ({ request, reply, body }) => confirmTotpCode(request.services, request, reply, body.code),
  }),
  route({
    method: "DELETE", url: "/api/totp", tag: "Security", summary: "Remove the authenticator app", permission: "signed-in", stepUp: true, answer: Done,
    async handler({ request, reply }) { await removeTotp(request.services, request, reply); return done; },
  }),
  route({
    method: "POST", url: "/api/recovery-codes", tag: "Security", summary: "Make new recovery codes; they are shown once", permission: "signed-in", stepUp: true, answer: RecoveryCodes, ratePerMinute: 10,
    handler: ({ request }) => makeRecoveryCodes(request.services, request),
  }),
  route({
    method: "POST", url: "/api/passkeys/options", tag: "Security", summary: "What the browser needs to make a passkey", permission: "signed-in", stepUp: true, answer: PasskeyOptions, ratePerMinute: 30,
    async handler({ request }) {
      const { session } = personOf(request);
      return { options: await passkeyToMake(request.services, { id: session.person_id, name: session.name, email: session.email }) as unknown as Record<string, unknown> };
    },
  }),
  route({
    method: "POST", url: "/api/passkeys", tag: "Security", summary: "Add a passkey", permission: "signed-in", stepUp: true, body: AddPasskey, answer: PerhapsRecoveryCodes, status: 201, ratePerMinute: 30,
    handler: ({ request, reply, body }) => addPasskey(request.services, request, reply, body),
  }),
  route({
    method: "PATCH", url: "/api/passkeys/:id", tag: "Security", summary: "Rename a passkey", permission: "signed-in", params: IdParams, body: RenamePasskey, answer: Done,
    async handler({ request, params, body }) {
      const personId = personOf(request).session.person_id;
      if ((await request.services.database.transaction({ personId }, (db) => renamePasskey(db, personId, params.id, body.name))) !== 1) throw refuse("no_passkey");
      return done;
    },
  }),
  route({
    method: "DELETE", url: "/api/passkeys/:id", tag: "Security", summary: "Remove a passkey", permission: "signed-in", stepUp: true, params: IdParams, answer: Done,
    async handler({ request, reply, params }) { await removePasskey(request.services, request, reply, params.id); return done; },
  }),
  route({
    method: "GET", url: "/api/sessions", tag: "Security", summary: "Devices where the person is signed in", permission: "signed-in", answer: z.object({ items: z.array(SessionRow) }),
    async handler({ request }) {
      const me = personOf(request);
      const rows = await request.services.database.transaction({ personId: me.session.person_id }, (db) => listSessions(db, me.session.person_id, request.services.clock()));
      return {
        items: rows.map((row) => ({
          id: publicSessionId(row.id), createdAt: row.created_at.toISOString(), lastSeenAt: row.last_seen_at.toISOString(),
          ip: row.ip, userAgent: row.user_agent, device: deviceOf(row.user_agent), via: row.via, isThis: row.id.equals(me.sessionId),
        })),
      };
    },
  }),
  route({
    method: "POST", url: "/api/sessions/end-others", tag: "Security", summary: "Sign out everywhere else", permission: "signed-in", stepUp: true, answer: Done,
    async handler({ request }) {
      const { services } = request;
      const me = personOf(request);
      const ended = await services.database.transaction({ personId: me.session.person_id }, (db) => endSessionsIn(db, me.session.person_id, services.clock(), "ended_elsewhere", me.sessionId));
      await noteInWorkspaces(services, request, { id: me.session.person_id, name: me.session.name }, { action: "access.sessions_ended", summary: `${me.session.name} signed out everywhere else`, details: { sessions: ended } });
      return done;
    },
  }),
  route({
    method: "POST", url: "/api/sessions/:id/end", tag: "Security", summary: "Sign one device out", permission: "signed-in", stepUp: true, params: z.object({ id: z.string().regex(/^[\w-]{22}$/) }), answer: Done,
    async handler({ request, params }) {
      const { services } = request;
      const me = personOf(request);
      if (!(await services.database.transaction({ personId: me.session.person_id }, (db) => endSessionNamed(db, me.session.person_id, params.id, services.clock(), "ended_elsewhere")))) throw refuse("no_session");
      await noteInWorkspaces(services, request, { id: me.session.person_id, name: me.session.name }, { action: "access.sessions_ended", summary: `${me.session.name} signed a device out`, details: { sessions: 1 } });
      return done;
    },
  }),
  route({
    method: "GET", url: "/api/workspace/security", tag: "Security", summary: "What the workspace asks of sign-ins", permission: "settings.manage", answer: WorkspaceSecurityView,
    handler: ({ scope }) => readWorkspaceSecurity(scope),
  }),
  route({
    method: "PUT", url: "/api/workspace/security", tag: "Security", summary: "Change what the workspace asks of sign-ins", permission: "settings.manage", stepUp: true, body: WorkspaceSecurity, answer: WorkspaceSecurityView,
    handler: ({ scope, body }) => changeWorkspaceSecurity(scope, body),
  }),
  route({
    method: "POST", url: "/api/team/members/:id/sign-out", tag: "Team", summary: "Sign a member out everywhere", permission: "team.manage", stepUp: true, params: IdParams, answer: z.object({ ended: z.number().int() }),
    handler: ({ scope, params }) => signMemberOut(scope, params.id),
  }),
  route({
    method: "POST", url: "/api/team/members/:id/reset-second-factor", tag: "Team", summary: "Take away a member's lost second factor", permission: "workspace.own", stepUp: true, params: IdParams, answer: Done,
    async handler({ scope, params }) { await resetMembersFactor(scope, params.id); return done; },
  }),
];
