import { declareRefusals } from "../platform/refusal.ts";
import { mayGrant, type Role } from "./permissions.ts";

export const { refuse, refuseIf, explain } = declareRefusals({
  email_taken: [409, "There is already a sign-in with this address. Sign in, or reset the password."],
  wrong_sign_in: [401, "Address and password do not match. Check both, or reset the password."],
  reset_link_ended: [410, "This link was used or is older than an hour. Ask for a new one."],
  invitation_ended: [410, "This invitation was used, withdrawn or is older than 7 days. Ask for a new one."],
  wrong_password: [403, "The current password is not right."],
  last_owner: [409, "You are the only owner. Make someone else owner first."],
  role_above_own: [403, "Nobody can give or change a role above their own."],
  already_member: [409, "This person is in the workspace already."],
  password_needed: [400, "Choose a name and a password of at least 12 characters to accept."],
  sign_in_first: [409, "There is a sign-in with this address. Sign in, then open the invitation again."],
  other_person: [409, "This invitation is for another address. Sign out, then open it again."],
});

/** Why `actor` may not give `target`'s membership the role `next` (null: remove); null when allowed. */
export function whyNotChangeRole(actor: { role: Role }, target: { role: Role }, next: Role | null, owners: number): "role_above_own" | "last_owner" | null {
  if (!mayGrant(actor.role, target.role) || (next && !mayGrant(actor.role, next))) return "role_above_own";
  if (target.role === "owner" && next !== "owner" && owners <= 1) return "last_owner";
  return null;
}
