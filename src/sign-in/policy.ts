import { declareRefusals } from "../platform/refusal.ts";

export const { refuse, refuseIf, explain } = declareRefusals({
  email_taken: [409, "There is already a sign-in with this address. Sign in, or reset the password."],
  wrong_sign_in: [401, "Address and password do not match. Check both, or reset the password."],
  reset_link_ended: [410, "This link was used or is older than an hour. Ask for a new one."],
  invitation_ended: [410, "This invitation was used, withdrawn or is older than 7 days. Ask for a new one."],
  wrong_password: [403, "The current password is not right."],
  password_needed: [400, "Choose a name and a password of at least 12 characters to accept."],
  sign_in_first: [409, "There is a sign-in with this address. Sign in, then open the invitation again."],
  sign_in_disabled: [403, "This sign-in is closed. The operator of this installation can open it again."],
  sign_in_suspended: [403, "Your place in the workspace is suspended. An owner or admin can let you in again."],
  address_unproven: [403, "Open the link in our mail first: it proves that the address is yours. Sign up again, or reset the password, to have another one sent."],
  sso_required: [403, "{workspace} asks its people to sign in through their own company: {href}"],
  second_step_ended: [410, "This sign-in took too long or was tried too often. Begin again."],
  identity_taken: [409, "This sign-in elsewhere belongs to somebody else here."],
  identity_unproven: [403, "The other service did not vouch for your mail address, so we cannot tell who you are here. Sign in as before, then link it under Security."],
  link_unproven: [403, "There is a sign-in with your address, whose address was never confirmed. Sign in with it, confirm the address, then link this one under Security."],
  identity_unknown: [403, "Nobody here has this sign-in. Ask for an invitation first."],
  other_person: [409, "This invitation is for another address. Sign out, then open it again."],
});
