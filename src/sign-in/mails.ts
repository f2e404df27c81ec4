import { queueMail } from "../platform/mail.ts";
import type { Services } from "../platform/services.ts";
import type { findPerson } from "./people.ts";

/** What a person is told of by mail, so that a change they did not make comes to light. */
const notices = {
  password_changed: ["Your Counterfoil password was changed", "The password of {email} was changed. All other devices were signed out."],
  password_reset: ["Your Counterfoil password was reset", "The password of {email} was set anew by a link from a mail. All devices were signed out."],
  totp_added: ["An authenticator app was added to your Counterfoil sign-in", "Codes of an authenticator app now stand beside the password of {email}. All other devices were signed out."],
  totp_removed: ["The authenticator app was removed from your Counterfoil sign-in", "Codes of the authenticator app are no longer asked for {email}. All other devices were signed out."],
  passkey_added: ["A passkey was added to your Counterfoil sign-in", "The passkey “{detail}” can now sign in as {email}. All other devices were signed out."],
  passkey_removed: ["A passkey was removed from your Counterfoil sign-in", "The passkey “{detail}” can no longer sign in as {email}. All other devices were signed out."],
  recovery_used: ["A recovery code was used for your Counterfoil sign-in", "Somebody signed in as {email} with a recovery code. {detail} are left."],
  recovery_made: ["New recovery codes for your Counterfoil sign-in", "New recovery codes were made for {email}; the old ones no longer work."],
  factors_reset: ["Your second factor at Counterfoil was taken away", "{detail} took away the second factor of {email}, so that you can set up a new one. All devices were signed out."],
  second_step_ended: ["Somebody knows your Counterfoil password", "Somebody entered the right password of {email}, but five wrong codes. If it was not you, change the password now."],
} as const;
export type Notice = keyof typeof notices;

/** Puts a short notice to a person into the outbox, in the caller's transaction. */
export async function tellPerson(services: Services, db: Parameters<typeof findPerson>[0], person: { id: string; email: string; name: string }, notice: Notice, detail = ""): Promise<void> {
  const [subject, sentence] = notices[notice];
  await queueMail(services, db, { personId: person.id }, {
    kind: notice, to: person.email, toName: person.name, subject,
    text: `${sentence.replaceAll("{email}", person.email).replaceAll("{detail}", detail)}\n\nTime: ${services.clock().toISOString().slice(0, 16).replace("T", " ")} UTC\n\n`
      + `If it was not you, reset the password at ${services.config.publicUrl}/recover and look at Security in the settings.\n`,
  });
}
