import type { FastifyRequest } from "fastify";
import { isLoopback } from "../platform/config.ts";
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
  } else {
    if (!caller.workspaceId) throw refuse("no_workspace");
    if (!caller.actor.may(spec.permission)) throw common.refuse("not_permitted");
    if (caller.kind === "person" && lacksSecondFactor(services, caller.session)) throw refuse("second_factor_needed");
  }
  if (!spec.stepUp) return;
  if (caller.kind !== "person") throw refuse("person_needed");
  if (services.clock().getTime() - caller.session.proved_at.getTime() > STEP_UP_MS) throw refuse("step_up_needed");
}

/** Must this session still show a second factor? Owners and admins always must, unless only this machine can reach the installation; others when the workspace says so. */
export function lacksSecondFactor(services: Services, session: Pick<SignedSession, "role" | "require_second_factor" | "factors">): boolean {
  const asked = session.require_second_factor || ((session.role === "owner" || session.role === "admin") && !isLoopback(new URL(services.config.publicUrl).hostname));
  return Boolean(asked) && !session.factors.some((factor) => factor === "totp" || factor === "passkey" || factor === "recovery" || factor === "second");
}
