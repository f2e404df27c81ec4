import { declareRefusals } from "../platform/refusal.ts";
import { keyMay, mayBeLimited, mayGrant, type Role } from "./permissions.ts";

export const { refuse, refuseIf, explain } = declareRefusals({
  last_owner: [409, "You are the only owner. Make someone else owner first."],
  role_above_own: [403, "Nobody can give or change a role above their own."],
  no_workspace: [403, "Choose a workspace first, or ask to be invited to one."],
  second_factor_needed: [403, "This workspace asks for a second factor. Set one up under You, Security, or sign in with it."],
  sso_needed: [403, "This workspace asks its people to come by their company's single sign-on. Sign in that way, or choose another workspace."],
  own_sign_in_needed: [403, "You came in through your company, which speaks for its own workspace alone. Sign in with your own password or passkey to change this."],
  step_up_needed: [403, "Prove again that it is you, then repeat this. The last proof is older than 10 minutes."],
  address_unverified: [403, "Confirm your mail address first. Open Security in the settings to have the link sent again."],
  person_needed: [403, "Only a signed-in person can do this, not an API key."],
  sees_all_companies: [409, "Owners and admins see all companies. Choose member or read-only to limit somebody to some."],
  company_unknown: [404, "There is no such company in this workspace. Choose from the list."],
  scope_above_role: [409, "The role does not allow {scope}. Choose a role that does, or leave it out."],
  not_yourself: [409, "You cannot suspend yourself. Leave the workspace, or ask another admin."],
  transfer_to_active: [409, "Ownership goes to an active member of this workspace who is not you."],
  already_member: [409, "This person is in the workspace already."],
});

/**
 * Why `actor` may not give `target`'s membership the role `next` (null: remove or suspend); null when allowed. `owners` are
 * the active ones: somebody suspended keeps no workspace.
 */
export function whyNotChangeRole(actor: { role: Role }, target: { role: Role; suspended?: boolean }, next: Role | null, owners: number): "role_above_own" | "last_owner" | null {
  if (!mayGrant(actor.role, target.role) || (next && !mayGrant(actor.role, next))) return "role_above_own";
  if (target.role === "owner" && !target.suspended && next !== "owner" && owners <= 1) return "last_owner";
  return null;
}

/** Why a role cannot be limited to these companies; null when it can (or is not). */
export const whyNotLimit = (role: Role, companyIds: readonly string[] | null): "sees_all_companies" | null =>
  companyIds !== null && !mayBeLimited(role) ? "sees_all_companies" : null;

/** The first of a key's scopes that its role does not have; null when all fit. */
export const scopeAbove = (role: Role, scopes: readonly string[] | null): string | null =>
  scopes?.find((scope) => !keyMay(role, null, scope)) ?? null;
