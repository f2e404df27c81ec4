import type { FastifyReply, FastifyRequest } from "fastify";
import { changeMember, joinWorkspace } from "../access/index.ts";
import type { Services } from "../platform/services.ts";
import { completeSignIn, makePerson, originOf, personByEmail, type Outcome } from "../sign-in/index.ts";
import { createScope, recordEvent, type Actor, type Scope, type Tx } from "../workspaces/index.ts";
import { rolesByDirectory } from "./directory-queries.ts";
import type { Proof } from "./flow.ts";
import { domainOf, higher, nextRole, stops } from "./policy.ts";
import * as q from "./queries.ts";

/** Acts with an owner's standing over memberships, so that groups can lower an admin; it may do nothing else. */
const actor: Actor = { kind: "system", id: null, name: "Single sign-on", role: "owner", may: () => false };

/** The scope of a workspace's connection: nobody is signed in yet. */
export const connectionScope = (services: Services, request: FastifyRequest, workspaceId: string): Scope => createScope(services, { workspaceId, actor, ...originOf(request) });

/**
 * Signs somebody in whom a workspace's own provider vouches for. It may do so only for addresses of the workspace's
 * verified domains, and only into this workspace: what a company's administrator controls opens the company's books,
 * and nothing else that the same person has here.
 */
export async function enterByConnection(services: Services, request: FastifyRequest, reply: FastifyReply, connection: q.Connection, proof: Proof): Promise<Outcome> {
  const scope = connectionScope(services, request, connection.workspace_id);
  const personId = await admit(scope, connection, proof);
  return completeSignIn(services, request, reply, personId, {
    factors: [proof.via, ...(proof.secondFactor ? ["second" as const] : [])], via: proof.via, workspaceId: connection.workspace_id, ssoWorkspaceId: connection.workspace_id,
    sessionEndsAt: proof.endsAt ? new Date(proof.endsAt) : null,
  });
}

/** Finds or makes the person, their place and their role. Throws the stop when there is none for them. */
async function admit(scope: Scope, connection: q.Connection, proof: Proof): Promise<string> {
  if (!connection.enabled) throw stops.refuse("sso_switched_off");
  const { services } = scope;
  const before = await scope.transaction(async (tx) => {
    const domains = await q.listDomains(tx);
    if (!domains.some((one) => one.verified_at && one.domain === domainOf(proof.email))) throw stops.refuse("sso_other_domain");
    const identity = await q.findIdentity(tx, connection.id, proof.issuer, proof.subject);
    const member = identity && await q.lockMember(tx, identity.person_id);
    return { policy: await q.findPolicy(tx), personId: member?.person_id ?? null };
  });
  let { personId } = before;
  if (!personId) {
    const person = await personByEmail(services, proof.email);
    // Somebody may have signed up with this address without ever proving it, and wait for its owner's books (abuse case 16).
    if (person && !person.email_verified_at) throw stops.refuse("sso_person_unproven");
    const isMember = person && await scope.transaction((tx) => q.lockMember(tx, person.id));
    if (!isMember && !before.policy.sso_join) throw stops.refuse("sso_no_place");
    personId = person?.id ?? (await makePerson(services, { email: proof.email, name: proof.name ?? proof.email.split("@")[0]!, verified: true })).id;
  }
  const id = personId;
  await scope.transaction(async (tx) => {
    const member = await q.lockMember(tx, id);
    if (member?.suspended_at) throw stops.refuse("sso_suspended");
    if (!member && !before.policy.sso_join) throw stops.refuse("sso_no_place");
    await giveRole(tx, id, member?.role ?? null, proof);
    await q.saveIdentity(tx, { connectionId: connection.id, issuer: proof.issuer, subject: proof.subject, personId: id }, scope.now());
    await q.touchConnection(tx, connection.id, scope.now());
  });
  return id;
}

/** Makes somebody a member, or gives them the role that their groups have now. Never owner, and never away from owner. */
async function giveRole(tx: Tx, personId: string, current: q.Member["role"] | null, proof: Proof): Promise<void> {
  const [rules, policy, byDirectory] = [await q.listRules(tx), await q.findPolicy(tx), await rolesByDirectory(tx, [personId])];
  const next = nextRole(current, rules.length > 0, higher(proof.role, byDirectory.get(personId) ?? null), policy.sso_default_role);
  if (current === null) {
    await joinWorkspace(tx, personId, next);
    recordEvent(tx, { action: "team.joined", summary: `${proof.name ?? proof.email} joined as ${next} by single sign-on`, subjectKind: "person", subjectId: personId, details: { role: next, via: proof.via } });
  } else if (next !== current) await changeMember(tx.scope, personId, { role: next });
}

/** Notes in the workspace's log that its provider's answer was turned away, and why. */
export async function noteStop(services: Services, request: FastifyRequest, connection: q.Connection, code: string): Promise<void> {
  const scope = connectionScope(services, request, connection.workspace_id);
  await scope.transaction(async (tx) => recordEvent(tx, {
    action: "access.sign_in_refused", summary: `A sign-in through ${connection.name} was refused`, subjectKind: "sso_connection", subjectId: connection.id, details: { because: code },
  }));
}
