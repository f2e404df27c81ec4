import type { FastifyReply, FastifyRequest } from "fastify";
import { sql } from "kysely";
import { deviceOfRequest, giveDevice, openSession, rememberDevice, type Factor } from "../access/index.ts";
import { one } from "../platform/database.ts";
import type { Services } from "../platform/services.ts";
import { openChallenge } from "./challenge.ts";
import { tellOfNewDevice } from "./not-me.ts";
import { findPerson, listMemberships, noteInWorkspaces, type PersonFacts } from "./people.ts";
import { refuse } from "./policy.ts";

/** What the first step of a sign-in proved, and where it leads. */
export type Entry = {
  /** What was proved. `second`: an identity provider says that it asked for more than one factor itself. */
  factors: Factor[];
  /** The pathway, as the audit log and the list of devices name it. */
  via: "password" | "passkey" | "sign_up" | "invitation" | "verification" | "google" | "microsoft" | "oidc" | "saml";
  /** The workspace to work in; absent: the first by name. */
  workspaceId?: string | null;
  /** The workspace whose own connection vouched for the person. */
  ssoWorkspaceId?: string | null;
  /** The identity provider's own limit of the session (V7.6.1). */
  sessionEndsAt?: Date | null;
};

/** How a sign-in goes on: done, or by a second factor, for which `request` names the open step. */
export type Outcome = { state: "signed_in" } | { state: "second_factor"; request: string; ways: SecondWay[] };
export type SecondWay = "totp" | "passkey" | "recovery";

/** A button of the sign-in page beside password and passkey; `href` starts it by a plain visit. */
export type SignInWay = { kind: "google" | "microsoft" | "sso"; name: string; href: string };

/** What single sign-on adds to sign-in. The host hands it in, as that noun stands after this one. */
export type SsoHooks = {
  /** The workspace that demands its own connection of this person (SSO required, verified domain, no break-glass owner), or null. */
  demandFor(services: Services, person: { id: string; email: string }): Promise<{ workspaceId: string; workspaceName: string; href: string } | null>;
  /** Ways of the sign-in page: those of the installation, and with an address those of its domain. Must not tell whether a person exists. */
  ways(services: Services, email: string | null): Promise<SignInWay[]>;
};

const isStrong = (factor: Factor): boolean => factor === "totp" || factor === "passkey" || factor === "recovery" || factor === "second";

/** How this person can show a second factor. */
export const secondWaysOf = (person: PersonFacts): SecondWay[] => [
  ...(person.passkeys > 0 ? ["passkey" as const] : []), ...(person.has_totp ? ["totp" as const] : []), ...(person.recovery_codes > 0 ? ["recovery" as const] : []),
];

/**
 * The one end of every way in (V6.3.4): password, passkey, sign-up, invitation, Google, Microsoft, OIDC, SAML. It refuses
 * people who may not enter, asks for a second factor that is due, opens the session under a fresh id, writes the audit
 * events and tells the person of a new device. Nothing else opens a session.
 */
export async function completeSignIn(services: Services, request: FastifyRequest, reply: FastifyReply, personId: string, entry: Entry): Promise<Outcome> {
  const person = await mayEnter(services, request, personId, entry);
  const ways = secondWaysOf(person);
  if (ways.some((way) => way !== "recovery") && !entry.factors.some(isStrong)) return { state: "second_factor", request: await openChallenge(services, reply, personId, entry), ways };
  await enter(services, request, reply, person, entry);
  return { state: "signed_in" };
}

/** Ends the second step: the same rules once more, as minutes may have passed, then the session. */
export async function completeSecondStep(services: Services, request: FastifyRequest, reply: FastifyReply, personId: string, entry: Entry, proved: Factor): Promise<void> {
  const person = await mayEnter(services, request, personId, entry);
  await enter(services, request, reply, person, { ...entry, factors: [...entry.factors, proved] });
}

/** Who may not enter, whatever they proved. */
async function mayEnter(services: Services, request: FastifyRequest, personId: string, entry: Entry): Promise<PersonFacts> {
  const { person, memberships } = await services.database.transaction({ personId }, async (db) => ({ person: await findPerson(db, personId), memberships: await listMemberships(db, personId) }));
  if (!person) throw refuse("wrong_sign_in");
  const deny = async (code: "sign_in_disabled" | "sign_in_suspended" | "address_unproven" | "sso_required", parameters: Record<string, string> = {}) => {
    await noteInWorkspaces(services, request, person, { action: "access.sign_in_refused", summary: `Sign-in of ${person.name} was refused`, details: { via: entry.via, because: code } });
    return refuse(code, parameters);
  };
  if (person.disabled_at) throw await deny("sign_in_disabled");
  if (person.verify_first && !person.email_verified_at) throw await deny("address_unproven");
  if (memberships.length > 0 && memberships.every((one) => one.suspended_at)) throw await deny("sign_in_suspended");
  const demand = await services.sso?.demandFor(services, person);
  if (demand && demand.workspaceId !== entry.ssoWorkspaceId) throw await deny("sso_required", { workspace: demand.workspaceName, href: demand.href });
  return person;
}

async function enter(services: Services, request: FastifyRequest, reply: FastifyReply, person: PersonFacts, entry: Entry): Promise<void> {
  const at = services.clock();
  const places = (await services.database.transaction({ personId: person.id }, (db) => listMemberships(db, person.id))).filter((one) => !one.suspended_at);
  const workspaceId = places.find((one) => one.id === entry.workspaceId)?.id ?? places[0]?.id ?? null;
  const device = deviceOfRequest(services, request);
  await openSession(services, request, reply, person.id, { ...entry, workspaceId, endsAt: entry.sessionEndsAt ?? null, deviceHash: device.hash });
  giveDevice(services, reply, device);
  const isNew = await services.database.transaction({ personId: person.id }, async (db) => {
    const { known } = await one(db, sql<{ known: boolean }>`select exists (select 1 from person_device where person_id = ${person.id}) as known`);
    const fresh = await rememberDevice(db, person.id, device.hash, at);
    if (fresh && known) await tellOfNewDevice(services, db, request, person);
    return fresh && known;
  });
  await noteInWorkspaces(services, request, person, { action: "access.signed_in", summary: `${person.name} signed in`, details: { via: entry.via, factors: entry.factors, newDevice: isNew } });
}
