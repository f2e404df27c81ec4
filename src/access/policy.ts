import { declareRefusals } from "../platform/refusal.ts";
import { mayGrant, type Role } from "./permissions.ts";

export const { refuse, refuseIf, explain } = declareRefusals({
  last_owner: [409, "You are the only owner. Make someone else owner first."],
  role_above_own: [403, "Nobody can give or change a role above their own."],
  no_workspace: [403, "Choose a workspace first, or ask to be invited to one."],
  second_factor_needed: [403, "This workspace asks for a second factor. Set one up under You, Security, or sign in with it."],
  step_up_needed: [403, "Prove again that it is you, then repeat this. The last proof is older than 10 minutes."],
  address_unverified: [403, "Confirm your mail address first. Open Security in the settings to have the link sent again."],
  person_needed: [403, "Only a signed-in person can do this, not an API key."],
  already_member: [409, "This person is in the workspace already."],
});

/** Why `actor` may not give `target`'s membership the role `next` (null: remove); null when allowed. */
export function whyNotChangeRole(actor: { role: Role }, target: { role: Role }, next: Role | null, owners: number): "role_above_own" | "last_owner" | null {
  if (!mayGrant(actor.role, target.role) || (next && !mayGrant(actor.role, next))) return "role_above_own";
  if (target.role === "owner" && next !== "owner" && owners <= 1) return "last_owner";
  return null;
}
