import type { FastifyRequest } from "fastify";
import { isLoopbackOnly } from "../platform/config.ts";
import type { Route } from "../platform/http.ts";
import { common } from "../platform/refusal.ts";
import type { Services } from "../platform/services.ts";
import type { Caller } from "./authenticate.ts";
import { refuse } from "./policy.ts";
import type { SignedSession } from "./queries.ts";

/** A dangerous act asks for a proof of who acts that is no older than this. */
export const STEP_UP_MS = 10 * 60_000;

/** May this caller pass this route's door? Throws the refusal when not. What the route does to which row is decided behind it. */
export function guardRoute(services: Services, _request: FastifyRequest, spec: Route, caller: Caller | null): void {
  if (spec.permission === "public") return;
  if (!caller) throw common.refuse("not_signed_in");
  if (spec.permission === "signed-in") {
    if (caller.kind !== "person") throw common.refuse("not_signed_in");
    if (spec.stepUp === true && isVouchedOnly(caller.session)) throw refuse("own_sign_in_needed");
  } else {
    if (!caller.workspaceId) throw refuse("no_workspace");
    if (caller.kind === "person" && caller.session.sso_missing) throw refuse("sso_needed");
    if (!caller.actor.may(spec.permission)) throw common.refuse("not_permitted");
    if (caller.kind === "person" && lacksSecondFactor(services, caller.session)) throw refuse("second_factor_needed");
  }
  if (spec.verified && caller.kind === "person" && lacksVerifiedAddress(services, caller.session)) throw refuse("address_unverified");
  if (spec.stepUp === true) guardFreshProof(services, caller);
}

/** The same for a route that is dangerous only with some bodies; asked once the body is read and checked. */
export function guardBody(services: Services, spec: Route, caller: Caller | null, body: unknown): void {
  if (typeof spec.stepUp === "function" && spec.stepUp(body as never)) guardFreshProof(services, caller);
}

/** Refuses who did not prove themselves just now, and keys. For what only its verb can see to be dangerous: a changed bank account. */
export function guardFreshProof(services: Services, caller: Caller | null): void {
  if (caller?.kind !== "person") throw refuse("person_needed");
  if (!isFreshlyProved(services, caller.session)) throw refuse("step_up_needed");
}

/** Whether the person proved who they are within ten minutes. */
export const isFreshlyProved = (services: Services, session: Pick<SignedSession, "proved_at">): boolean =>
  services.clock().getTime() - session.proved_at.getTime() <= STEP_UP_MS;

/** Does this workspace ask a person of this role for a second factor? Owners and admins always, unless only this machine can reach the installation; others when the workspace says so. */
export const asksSecondFactor = (services: Services, membership: { role: string | null; require_second_factor: boolean | null }): boolean =>
  Boolean(membership.require_second_factor) || ((membership.role === "owner" || membership.role === "admin") && !isLoopbackOnly(services.config));

/** Must this session still show a second factor? */
export const lacksSecondFactor = (services: Services, session: Pick<SignedSession, "role" | "require_second_factor" | "factors" | "sso_exempted">): boolean =>
  (asksSecondFactor(services, session) || session.sso_exempted) && !session.factors.some((factor) => factor === "totp" || factor === "passkey" || factor === "recovery" || factor === "second");

/** Has the person an address that was never proven, although this installation could prove it by a mail? */
export const lacksVerifiedAddress = (services: Services, session: Pick<SignedSession, "email_verified_at">): boolean =>
  services.config.smtpUrl !== null && session.email_verified_at === null;

/**
 * Did only a workspace's own identity provider vouch for this person? Then the session is that workspace's: it opens no other,
 * and changes nothing of the person's own sign-in, which reaches further than the company.
 */
export const isVouchedOnly = (session: Pick<SignedSession, "sso_workspace_id" | "factors">): boolean =>
  session.sso_workspace_id !== null && !session.factors.some((factor) => factor === "password" || factor === "passkey");
