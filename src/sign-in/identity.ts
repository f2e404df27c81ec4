import type { FastifyReply, FastifyRequest } from "fastify";
import { sql } from "kysely";
import { run } from "../platform/database.ts";
import type { Services } from "../platform/services.ts";
import { completeSignIn, type Entry, type Outcome } from "./complete.ts";
import { identityHash, linkIdentity, makePerson, noteInWorkspaces, personByEmail, personByIdentity, type Identity } from "./people.ts";
import { refuse } from "./policy.ts";

/** What an identity provider says about somebody. `emailVerified`: the provider vouches for the address, and we believe it of this provider. */
export type ProvenIdentity = Identity & { email: string | null; emailVerified: boolean; name: string };

/**
 * Signs somebody in who proved who they are elsewhere. They are found by issuer and subject. An identity that is new here is
 * linked with the person of its mail address only when both sides proved that address: the provider and we (abuse case 16);
 * else they sign in as before and link it in their settings. `unknown` says what becomes of somebody whom we never saw.
 */
export async function enterByIdentity(
  services: Services, request: FastifyRequest, reply: FastifyReply, identity: ProvenIdentity, entry: Entry, unknown: "refuse" | "create",
): Promise<Outcome & { personId: string; created: boolean }> {
  const known = await personByIdentity(services, identity);
  if (known) {
    const hash = identityHash(identity);
    await services.database.transaction({ personId: known }, (db) => run(db, sql`update person_identity set last_used_at = ${services.clock()} where identity_hash = ${hash}`));
    return { ...(await completeSignIn(services, request, reply, known, entry)), personId: known, created: false };
  }
  const email = identity.email?.trim().toLowerCase() ?? null;
  if (!email || !identity.emailVerified) throw refuse("identity_unproven");
  const person = await personByEmail(services, email);
  if (person) {
    if (!person.email_verified_at) throw refuse("link_unproven");
    await linkIdentity(services, person.id, { ...identity, email });
    await noteInWorkspaces(services, request, person, { action: "access.identity_linked", summary: `Linked a sign-in elsewhere with ${person.name}`, details: { issuer: identity.issuer } });
    return { ...(await completeSignIn(services, request, reply, person.id, entry)), personId: person.id, created: false };
  }
  if (unknown === "refuse") throw refuse("identity_unknown");
  const made = await makePerson(services, { email, name: identity.name.trim().slice(0, 200) || email, verified: true });
  await linkIdentity(services, made.id, { ...identity, email });
  return { ...(await completeSignIn(services, request, reply, made.id, entry)), personId: made.id, created: true };
}
