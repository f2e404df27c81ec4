import { createHash, randomUUID } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { sql, type Kysely } from "kysely";
import { personActor } from "../access/index.ts";
import { all, maybe, run } from "../platform/database.ts";
import type { Database } from "../platform/database-types.ts";
import type { Services } from "../platform/services.ts";
import { createScope, recordEvent, type PendingEvent, type Tx } from "../workspaces/index.ts";
import { refuse } from "./policy.ts";

type Db = Kysely<Database>;

/** What a sign-in is decided by. */
export type PersonFacts = {
  id: string; email: string; name: string; email_verified_at: Date | null; verify_first: boolean; disabled_at: Date | null;
  has_password: boolean; has_totp: boolean; passkeys: number; recovery_codes: number;
};

/** A person, as a transaction of their own sees them. */
export const findPerson = (db: Db, personId: string) => maybe(db, sql<PersonFacts>`
  select p.id, p.email, p.name, p.email_verified_at, p.verify_first, p.disabled_at,
         exists (select 1 from credential c where c.person_id = p.id and not c.must_reset) as has_password,
         exists (select 1 from totp t where t.person_id = p.id and t.confirmed_at is not null) as has_totp,
         (select count(*)::int from passkey k where k.person_id = p.id) as passkeys,
         (select count(*)::int from recovery_code r where r.person_id = p.id and r.used_at is null) as recovery_codes
  from person p where p.id = ${personId}`);

export type Membership = { id: string; name: string; role: "owner" | "admin" | "member" | "readonly"; suspended_at: Date | null; require_second_factor: boolean };
/** All places of a person, suspended ones too. */
export const listMemberships = (db: Db, personId: string) => all(db, sql<Membership>`
  select w.id, w.name, m.role, m.suspended_at, w.require_second_factor from membership m join workspace w on w.id = m.workspace_id
  where m.person_id = ${personId} order by w.name, w.id`);

/** The person with this mail address, if there is one. Only for deciding; never for telling. */
export const personByEmail = (services: Services, email: string): Promise<{ id: string; name: string; email: string; email_verified_at: Date | null } | undefined> =>
  services.database.transaction({ email }, (db) => maybe(db, sql<{ id: string; name: string; email: string; email_verified_at: Date | null }>`
    select id, name, email, email_verified_at from person where email = ${email}`));

/** Makes a person without any way to sign in yet; the address must be free (`email_taken`). `verified`: somebody we trust proved the address. */
export async function makePerson(services: Services, input: { email: string; name: string; verified: boolean; verifyFirst?: boolean }): Promise<{ id: string; name: string; email: string }> {
  const id = randomUUID();
  await services.database.transaction({ personId: id }, (db) => run(db, sql`
    insert into person (id, email, name, email_verified_at, verify_first)
    values (${id}, ${input.email}, ${input.name}, ${input.verified ? services.clock() : null}, ${input.verifyFirst ?? false})`))
    .catch((error: { code?: string }) => { throw error.code === "23505" ? refuse("email_taken") : error; });
  return { id, name: input.name, email: input.email };
}

/** Who somebody is elsewhere: only issuer and subject together name them (V6.8.1, V10.5.2). */
export type Identity = { issuer: string; subject: string };
export const identityHash = ({ issuer, subject }: Identity): Buffer => createHash("sha256").update(issuer).update("\0").update(subject).digest();

/** The person an identity is linked with, or null. */
export async function personByIdentity(services: Services, identity: Identity): Promise<string | null> {
  const hash = identityHash(identity);
  const row = await services.database.transaction({ presented: hash }, (db) => maybe(db, sql<{ person_id: string }>`select person_id from person_identity where identity_hash = ${hash}`));
  return row?.person_id ?? null;
}

/** Links an identity with a person, for good; one that belongs to somebody else is refused (`identity_taken`). */
export async function linkIdentity(services: Services, personId: string, identity: Identity & { email: string | null }): Promise<void> {
  const at = services.clock();
  const done = await services.database.transaction({ personId, presented: identityHash(identity) }, (db) => run(db, sql`
    insert into person_identity (identity_hash, issuer, subject, person_id, email_at_link, linked_at, last_used_at)
    values (${identityHash(identity)}, ${identity.issuer}, ${identity.subject}, ${personId}, ${identity.email}, ${at}, ${at})
    on conflict (identity_hash) do nothing`));
  if (done !== 1 && (await personByIdentity(services, identity)) !== personId) throw refuse("identity_taken");
}

/** Where a request comes from, for events. */
export const originOf = (request: FastifyRequest) => ({ ip: request.ip, userAgent: request.headers["user-agent"]?.slice(0, 300) ?? null, requestId: request.id });

/** Does something in each workspace of a person, in a transaction of its own and in the person's name. */
export async function inWorkspaces(services: Services, request: FastifyRequest, person: { id: string; name: string }, work: (tx: Tx) => Promise<void>): Promise<void> {
  const memberships = await services.database.transaction({ personId: person.id }, (db) => listMemberships(db, person.id));
  for (const workspace of memberships) {
    const scope = createScope(services, { workspaceId: workspace.id, actor: personActor(person.id, person.name, workspace.role), ...originOf(request) });
    await scope.transaction(work);
  }
}

/** Notes something about a person in the audit log of each of their workspaces. */
export const noteInWorkspaces = (services: Services, request: FastifyRequest, person: { id: string; name: string }, event: PendingEvent): Promise<void> =>
  inWorkspaces(services, request, person, async (tx) => recordEvent(tx, { subjectKind: "person", subjectId: person.id, ...event }));
