import { z } from "zod";
import { endSession, personOf } from "../access/index.ts";
import { Done, route } from "../platform/http.ts";
import { proveAddress, requestAddressChange, sendProofAgain } from "./address.ts";
import type { Outcome } from "./complete.ts";
import {
  AcceptInvitation, ChangeAddress, ChangePassword, InvitationPreview, NoticeView, PasskeyAnswer, PasskeyOptions, ProveAddress, RequestReset, ResetPassword, SecondStep, SignIn, SignInAnswer, SignInWays, SignUp,
} from "./contract.ts";
import { passkeyForSecondStep, secondStep, signIn, signInByPasskey } from "./enter.ts";
import { acceptInvitation, previewInvitation } from "./invitation.ts";
import { itWasNotMe, readNotice } from "./not-me.ts";
import { passkeyHost, passkeyToUse } from "./passkeys.ts";
import { changePassword, requestReset, resetPassword } from "./reset.ts";
import { routes as securityRoutes } from "./security-routes.ts";
import { provesAddresses, signUpMode } from "./setup.ts";
import { signUp } from "./sign-up.ts";

const done = { done: true as const };
const view = (outcome: Outcome | { state: "check_mail" }) => ({ ...done, ...outcome });
const options = (made: object) => ({ options: made as Record<string, unknown> });
const TokenParams = z.object({ token: z.string().min(20).max(100) });

export const routes = [
  route({
    method: "GET", url: "/api/sign-in/ways", tag: "Access", summary: "How one can sign in and who can sign up here", permission: "public", ratePerMinute: 120,
    query: z.object({ email: z.string().max(320).optional() }), answer: SignInWays,
    async handler({ request, query }) {
      const { services } = request;
      return {
        signUp: await signUpMode(services), passkeys: passkeyHost(services) !== null, provesAddresses: provesAddresses(services),
        ways: await services.sso?.ways(services, query.email?.trim().toLowerCase() || null) ?? [],
      };
    },
  }),
  route({
    method: "POST", url: "/api/sign-up", tag: "Access", summary: "Make a sign-in and a workspace", permission: "public", body: SignUp, answer: SignInAnswer, ratePerMinute: 20,
    handler: async ({ request, reply, body }) => view(await signUp(request.services, request, reply, body)),
  }),
  route({
    method: "POST", url: "/api/sign-in", tag: "Access", summary: "Sign in with address and password", permission: "public", body: SignIn, answer: SignInAnswer, ratePerMinute: 60,
    handler: async ({ request, reply, body }) => view(await signIn(request.services, request, reply, body)),
  }),
  route({
    method: "POST", url: "/api/sign-in/passkey/options", tag: "Access", summary: "What a passkey has to sign to enter", permission: "public", answer: PasskeyOptions, ratePerMinute: 60,
    handler: async ({ request }) => options(await passkeyToUse(request.services, "enter", null)),
  }),
  route({
    method: "POST", url: "/api/sign-in/passkey", tag: "Access", summary: "Sign in with a passkey", permission: "public", body: z.object({ answer: PasskeyAnswer }), answer: SignInAnswer, ratePerMinute: 60,
    handler: async ({ request, reply, body }) => view(await signInByPasskey(request.services, request, reply, body.answer)),
  }),
  route({
    method: "POST", url: "/api/sign-in/second-step/passkey-options", tag: "Access", summary: "What a passkey has to sign as second step", permission: "public", body: z.object({ request: z.string().max(100) }), answer: PasskeyOptions, ratePerMinute: 60,
    handler: async ({ request, body }) => options(await passkeyForSecondStep(request.services, request, body.request)),
  }),
  route({
    method: "POST", url: "/api/sign-in/second-step", tag: "Access", summary: "Show the second factor", permission: "public", body: SecondStep, answer: Done, ratePerMinute: 60,
    async handler({ request, reply, body }) { await secondStep(request.services, request, reply, body); return done; },
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
    async handler({ request, reply, body }) { await changePassword(request.services, request, reply, personOf(request), body); return done; },
  }),
  route({
    method: "POST", url: "/api/address/prove", tag: "Access", summary: "Use a link that proves a mail address", permission: "public", body: ProveAddress, answer: SignInAnswer, ratePerMinute: 20,
    handler: async ({ request, reply, body }) => view(await proveAddress(request.services, request, reply, body)),
  }),
  route({
    method: "POST", url: "/api/address/send-again", tag: "Access", summary: "Have the link that proves the own address sent again", permission: "signed-in", answer: Done, ratePerMinute: 6,
    async handler({ request }) { await sendProofAgain(request.services, personOf(request)); return done; },
  }),
  route({
    method: "POST", url: "/api/address", tag: "Access", summary: "Ask to sign in with another address; a link goes there", permission: "signed-in", stepUp: true, body: ChangeAddress, answer: Done, ratePerMinute: 6,
    async handler({ request, body }) { await requestAddressChange(request.services, request, body); return done; },
  }),
  route({
    method: "GET", url: "/api/sign-in/notices/:token", tag: "Access", summary: "The sign-in that a mail told of", permission: "public", params: TokenParams, answer: NoticeView, ratePerMinute: 60,
    handler: ({ request, params }) => readNotice(request.services, params.token),
  }),
  route({
    method: "POST", url: "/api/sign-in/notices/:token/not-me", tag: "Access", summary: "Say that it was somebody else: signs out everywhere and makes the password useless", permission: "public", params: TokenParams, answer: Done, ratePerMinute: 20,
    async handler({ request, params }) { await itWasNotMe(request.services, request, params.token); return done; },
  }),
  route({
    method: "GET", url: "/api/invitations/:token", tag: "Access", summary: "What an invitation offers", permission: "public", ratePerMinute: 60, params: TokenParams, answer: InvitationPreview,
    handler: ({ request, params }) => previewInvitation(request.services, params.token),
  }),
  route({
    method: "POST", url: "/api/invitations/accept", tag: "Access", summary: "Join a workspace", permission: "public", body: AcceptInvitation, answer: SignInAnswer, ratePerMinute: 20,
    handler: async ({ request, reply, body }) => view(await acceptInvitation(request.services, request, reply, body)),
  }),
  ...securityRoutes,
];
