import { declareRefusals } from "../platform/refusal.ts";

export const { refuse, refuseIf, explain } = declareRefusals({
  email_taken: [409, "There is already a sign-in with this address. Sign in, or reset the password."],
  wrong_sign_in: [401, "Address and password do not match. Check both, or reset the password."],
  reset_link_ended: [410, "This link was used or is older than an hour. Ask for a new one."],
  invitation_ended: [410, "This invitation was used, withdrawn or is older than 7 days. Ask for a new one."],
  wrong_password: [403, "The current password is not right."],
  password_needed: [400, "Choose a name and a password of at least 12 characters to accept."],
  sign_in_first: [409, "There is a sign-in with this address. Sign in, then open the invitation again."],
  other_person: [409, "This invitation is for another address. Sign out, then open it again."],
});
