import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { endSessionsIn, renewSession, type Caller } from "../access/index.ts";
import { queueMail } from "../platform/mail.ts";
import type { Services } from "../platform/services.ts";
import { hashOf, newToken } from "../platform/tokens.ts";
import type { ChangePassword, ResetPassword } from "./contract.ts";
import { evenly, forgive, mayNow, takeTurn, turnOf } from "./delays.ts";
import { tellPerson } from "./mails.ts";
import { hashPassword, namesOf, passwordFits, refuseWeak } from "./passwords.ts";
import { findPerson, noteInWorkspaces, personByEmail } from "./people.ts";
import { refuse } from "./policy.ts";
import { endAddressProofs, findCredential, findReset, insertReset, saveCredential, setVerified, useReset } from "./queries.ts";
import { provesAddresses } from "./setup.ts";

const HOUR_MS = 3_600_000;
type Db = Parameters<typeof findPerson>[0];

/** A fresh link by which the person chooses a new password, within an hour and once. */
export async function resetLink(services: Services, db: Db, personId: string): Promise<string> {
  const token = newToken();
  await insertReset(db, hashOf(token), personId, new Date(services.clock().getTime() + HOUR_MS));
  return `${services.config.publicUrl}/recover?token=${token}`;
}

/** Sends a reset link when there is such a person. Neither the answer nor its time tells whether there is. */
export const requestReset = (services: Services, email: string): Promise<void> => evenly(150, sendReset(services, email.trim().toLowerCase()));

async function sendReset(services: Services, address: string): Promise<void> {
  if (!(await mayNow(services, [turnOf(services, "mail", address)]))) return;
  const person = await personByEmail(services, address);
  if (!person) return;
  await services.database.transaction({ personId: person.id }, async (db) => {
    const link = await resetLink(services, db, person.id);
    await queueMail(services, db, { personId: person.id }, {
      kind: "password_reset", to: person.email, toName: person.name, subject: "Reset your Counterfoil password",
      text: `Somebody, probably you, asked to reset the password of ${person.email}.\n\n`
        + `Choose a new one within an hour:\n${link}\n\nIf it was not you, nothing has changed and there is nothing to do.\n`,
    });
  });
}

/**
 * Sets a new password by a reset link and ends every session of the person. It opens none: who has a second factor shows
 * it at the next sign-in as ever (V6.4.3).
 */
export async function resetPassword(services: Services, request: FastifyRequest, input: z.output<typeof ResetPassword>): Promise<void> {
  const tokenHash = hashOf(input.token);
  const now = services.clock();
  const reset = await services.database.transaction({ presented: tokenHash }, (db) => findReset(db, tokenHash));
  if (!reset || reset.used_at || reset.expires_at <= now) throw refuse("reset_link_ended");
  const personId = reset.person_id;
  await refuseWeak(services, input.password, await namesOf(services, personId));
  const stored = await hashPassword(input.password, services.keys);
  const person = await services.database.transaction({ personId }, async (db) => {
    if (!(await useReset(db, tokenHash, personId, now))) throw refuse("reset_link_ended");
    await saveCredential(db, personId, stored, now);
    // The link came by mail, so who used it reads that mail.
    if (provesAddresses(services)) await setVerified(db, personId, now);
    // What was begun before by somebody with the old password ends as well: open links of addresses, sessions.
    for (const purpose of ["verify", "change"] as const) await endAddressProofs(db, personId, purpose, now);
    await endSessionsIn(db, personId, now, "password_reset");
    const found = (await findPerson(db, personId))!;
    await tellPerson(services, db, found, "password_reset");
    return found;
  });
  await noteInWorkspaces(services, request, person, { action: "access.password_reset", summary: `${person.name} reset the password; all sessions ended` });
}

/** Changes the own password, by the current one; ends all other sessions and gives this one a new id. */
export async function changePassword(services: Services, request: FastifyRequest, reply: FastifyReply, me: Extract<Caller, { kind: "person" }>, input: z.output<typeof ChangePassword>): Promise<void> {
  const personId = me.session.person_id;
  const turns = [turnOf(services, "proof", personId)];
  await takeTurn(services, turns);
  const stored = await services.database.transaction({ personId }, (db) => findCredential(db, personId));
  if (!(await passwordFits(input.current, stored, services.keys))) throw refuse("wrong_password");
  await forgive(services, turns);
  await refuseWeak(services, input.password, await namesOf(services, personId));
  const next = await hashPassword(input.password, services.keys);
  const now = services.clock();
  const person = await services.database.transaction({ personId }, async (db) => {
    await saveCredential(db, personId, next, now);
    await endSessionsIn(db, personId, now, "password_changed", me.sessionId);
    const found = (await findPerson(db, personId))!;
    await tellPerson(services, db, found, "password_changed");
    return found;
  });
  await renewSession(services, reply, me, { proved: true });
  await noteInWorkspaces(services, request, person, { action: "access.password_changed", summary: `${person.name} changed the password; all other sessions ended` });
}
