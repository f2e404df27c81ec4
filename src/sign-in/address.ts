import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { clearCookie, cookieName, endSessionsIn, personOf, renewSession, type Caller } from "../access/index.ts";
import { queueMail } from "../platform/mail.ts";
import type { Services } from "../platform/services.ts";
import { hashOf, newToken, sameBytes } from "../platform/tokens.ts";
import { completeSignIn, type Outcome } from "./complete.ts";
import type { ChangeAddress, ProveAddress } from "./contract.ts";
import { evenly, forgive, mayNow, takeTurn, turnOf } from "./delays.ts";
import { tellOfAddressChange } from "./not-me.ts";
import { passwordFits } from "./passwords.ts";
import { findPerson, noteInWorkspaces, personByEmail } from "./people.ts";
import { refuse } from "./policy.ts";
import { endAddressProofs, findAddressProof, findCredential, insertAddressProof, setEmail, setVerified, useAddressProof } from "./queries.ts";

export const PROOF_MS = 24 * 3_600_000;
type Me = Extract<Caller, { kind: "person" }>;

/** Mails a link that proves an address, for a day and once. A newer one ends the older ones. `browserHash`: the browser that signed up. */
export async function sendAddressProof(services: Services, person: { id: string; name: string; email: string }, purpose: "verify" | "change", browserHash: Buffer | null): Promise<void> {
  const token = newToken();
  const at = services.clock();
  await services.database.transaction({ personId: person.id }, async (db) => {
    await endAddressProofs(db, person.id, purpose, at);
    await insertAddressProof(db, { tokenHash: hashOf(token), personId: person.id, email: person.email, purpose, browserHash, at, expiresAt: new Date(at.getTime() + PROOF_MS) });
    await queueMail(services, db, { personId: person.id }, {
      kind: purpose === "verify" ? "verify_address" : "change_address", to: person.email, toName: person.name,
      subject: purpose === "verify" ? "Confirm your address for Counterfoil" : "Confirm your new address for Counterfoil",
      text: `${purpose === "verify" ? `Please confirm that ${person.email} is your address.` : `Somebody, probably you, wants to sign in to Counterfoil with ${person.email} from now on.`}\n\n`
        + `Open this within a day:\n${services.config.publicUrl}/confirm?token=${token}\n\nIf you did not ask for this, do not open it: nothing happens then.\n`,
    });
  });
}

/** Sends the link again to the signed-in person, unless their address is proven already. */
export async function sendProofAgain(services: Services, me: Me): Promise<void> {
  if (me.session.email_verified_at) return;
  await takeTurn(services, [turnOf(services, "mail", me.session.email)]);
  await sendAddressProof(services, { id: me.session.person_id, name: me.session.name, email: me.session.email }, "verify", null);
}

/**
 * Uses a link that proves an address. The link alone is not enough: it is the person themselves who opens it – signed in, in
 * the browser that signed up, or with the password. Else somebody could have their own sign-in with a foreign address
 * confirmed by its owner (abuse case 16).
 */
export async function proveAddress(services: Services, request: FastifyRequest, reply: FastifyReply, input: z.output<typeof ProveAddress>): Promise<Outcome> {
  const tokenHash = hashOf(input.token);
  const now = services.clock();
  const proof = await services.database.transaction({ presented: tokenHash }, (db) => findAddressProof(db, tokenHash));
  if (!proof || proof.used_at || proof.expires_at <= now) throw refuse("proof_link_ended");
  const me = request.caller?.kind === "person" && request.caller.session.person_id === proof.person_id ? request.caller : null;
  if (proof.purpose === "change") {
    if (!me) throw refuse("sign_in_to_change");
    await applyChange(services, request, reply, me, tokenHash, proof.email);
    return { state: "signed_in" };
  }
  const browser = request.cookies[cookieName(services, "pending")];
  const sameBrowser = Boolean(proof.browser_hash && browser && sameBytes(proof.browser_hash, hashOf(browser)));
  if (!me && !sameBrowser) {
    if (!input.password) throw refuse("password_for_proof");
    const turns = [turnOf(services, "proof", proof.person_id)];
    await takeTurn(services, turns);
    const stored = await services.database.transaction({ personId: proof.person_id }, (db) => findCredential(db, proof.person_id));
    if (!(await passwordFits(input.password, stored, services.keys))) throw refuse("wrong_password");
    await forgive(services, turns);
  }
  const person = await services.database.transaction({ personId: proof.person_id }, async (db) => {
    const found = await findPerson(db, proof.person_id);
    // A link for an address that was changed meanwhile proves nothing about the new one.
    if (!found || found.email !== proof.email || (await useAddressProof(db, tokenHash, now)) !== 1) throw refuse("proof_link_ended");
    await setVerified(db, found.id, now);
    return found;
  });
  await noteInWorkspaces(services, request, person, { action: "access.address_verified", summary: `${person.name} confirmed the address` });
  if (me) return { state: "signed_in" };
  clearCookie(services, reply, "pending", "strict");
  return completeSignIn(services, request, reply, person.id, { factors: ["password"], via: "verification" });
}

/** Asks to sign in with another address from now on: a link goes there. The answer never tells whether that address is taken; its owner is told. */
export const requestAddressChange = (services: Services, request: FastifyRequest, input: z.output<typeof ChangeAddress>): Promise<void> => evenly(150, askForChange(services, personOf(request), input.email));

async function askForChange(services: Services, me: Me, email: string): Promise<void> {
  if (email === me.session.email) throw refuse("same_address");
  if (!(await mayNow(services, [turnOf(services, "mail", email)]))) return;
  const personId = me.session.person_id;
  const taken = await personByEmail(services, email);
  if (!taken) return sendAddressProof(services, { id: personId, name: me.session.name, email }, "change", null);
  await services.database.transaction({ personId: taken.id }, (db) => queueMail(services, db, { personId: taken.id }, {
    kind: "address_wanted", to: taken.email, toName: taken.name, subject: "You already have a Counterfoil sign-in",
    text: `Somebody wanted to use ${taken.email} for another Counterfoil sign-in. There is one already, yours, so nothing was changed.\n\nSign in: ${services.config.publicUrl}/sign-in\n`,
  }));
}

/** The new address takes effect: other sessions end, this one gets a new id, and the old address is told, with a way back. */
async function applyChange(services: Services, request: FastifyRequest, reply: FastifyReply, me: Me, tokenHash: Buffer, email: string): Promise<void> {
  const personId = me.session.person_id;
  const now = services.clock();
  const before = await services.database.transaction({ personId }, async (db) => {
    const found = (await findPerson(db, personId))!;
    if ((await useAddressProof(db, tokenHash, now)) !== 1) throw refuse("proof_link_ended");
    await setEmail(db, personId, email, now);
    await endSessionsIn(db, personId, now, "address_changed", me.sessionId);
    await tellOfAddressChange(services, db, request, found, email);
    return found;
  }).catch((error: { code?: string }) => { throw error.code === "23505" ? refuse("email_taken") : error; });
  await renewSession(services, reply, me);
  await noteInWorkspaces(services, request, before, { action: "access.address_changed", summary: `${before.name} changed the address of their sign-in`, details: { before: before.email, after: email } });
}
