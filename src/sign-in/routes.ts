import { z } from "zod";
import { endSession, endSessionsIn, personOf } from "../access/index.ts";
import { Done, route } from "../platform/http.ts";
import { AcceptInvitation, ChangePassword, InvitationPreview, RequestReset, ResetPassword, SessionRow, SignIn, SignUp } from "./contract.ts";
import { acceptInvitation, previewInvitation, requestReset, resetPassword, signIn, signUp } from "./enter.ts";
import { hashPassword, passwordFits } from "./passwords.ts";
import { refuse } from "./policy.ts";
import * as q from "./queries.ts";

const done = { done: true as const };

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
        await endSessionsIn(db, id, services.clock(), "password_changed", me.sessionId);
      });
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
      await request.services.database.transaction({ personId: me.session.person_id }, (db) => endSessionsIn(db, me.session.person_id, request.services.clock(), "ended_elsewhere", me.sessionId));
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
];
