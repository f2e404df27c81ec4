import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { chooseWorkspace, joinWorkspace, personActor } from "../access/index.ts";
import type { Services } from "../platform/services.ts";
import { hashOf } from "../platform/tokens.ts";
import { createScope, recordEvent } from "../workspaces/index.ts";
import { completeSignIn, type Outcome } from "./complete.ts";
import type { AcceptInvitation, InvitationPreview } from "./contract.ts";
import { hashPassword, refuseWeak } from "./passwords.ts";
import { originOf, personByEmail } from "./people.ts";
import { refuse } from "./policy.ts";
import { acceptInvitationRow, findInvitation, insertPerson, saveCredential, setVerified } from "./queries.ts";
import { provesAddresses } from "./setup.ts";
import { wordsOf } from "./strength.ts";

/** What an invitation offers, for the page that the link opens. */
export async function previewInvitation(services: Services, token: string): Promise<z.input<typeof InvitationPreview>> {
  const invitation = await validInvitation(services, token);
  const workspace = await services.database.transaction({ workspaceId: invitation.workspace_id }, async (db) =>
    db.selectFrom("workspace").select("name").where("id", "=", invitation.workspace_id).executeTakeFirstOrThrow());
  return { workspace: workspace.name, email: invitation.email, role: invitation.role, hasSignIn: Boolean(await personByEmail(services, invitation.email)) };
}

async function validInvitation(services: Services, token: string) {
  const tokenHash = hashOf(token);
  const invitation = await services.database.transaction({ presented: tokenHash }, (db) => findInvitation(db, tokenHash));
  if (!invitation || invitation.accepted_at || invitation.revoked_at || invitation.expires_at <= services.clock()) throw refuse("invitation_ended");
  return invitation;
}

/**
 * Joins the workspace of an invitation: as the signed-in person of that address, or as a new person with a password. Where
 * mail can be sent the link came by mail alone, so who has it reads that mail: the address is proven.
 */
export async function acceptInvitation(services: Services, request: FastifyRequest, reply: FastifyReply, input: z.output<typeof AcceptInvitation>): Promise<Outcome> {
  const invitation = await validInvitation(services, input.token);
  const now = services.clock();
  const me = request.caller?.kind === "person" ? request.caller.session : null;
  if (me && me.email !== invitation.email) throw refuse("other_person");
  const person = me ? { id: me.person_id, name: me.name } : await newPerson(services, invitation.email, input);
  const scope = createScope(services, { workspaceId: invitation.workspace_id, actor: personActor(person.id, person.name, invitation.role), ...originOf(request) });
  await scope.transaction(async (tx) => {
    if ("stored" in person) {
      await insertPerson(tx.db, { id: person.id, name: person.name, email: invitation.email, verifiedAt: provesAddresses(services) ? now : null, verifyFirst: false });
      await saveCredential(tx.db, person.id, person.stored, now);
    } else if (provesAddresses(services)) await setVerified(tx.db, person.id, now);
    if ((await acceptInvitationRow(tx.db, invitation.id, now)) !== 1) throw refuse("invitation_ended");
    await joinWorkspace(tx, person.id, invitation.role, invitation.id);
    recordEvent(tx, { action: "team.joined", summary: `${person.name} joined as ${invitation.role}`, subjectKind: "person", subjectId: person.id });
  });
  if (me && request.caller?.kind === "person") {
    await services.database.transaction({ personId: me.person_id }, (db) => chooseWorkspace(db, (request.caller as { sessionId: Buffer }).sessionId, invitation.workspace_id));
    return { state: "signed_in" };
  }
  return completeSignIn(services, request, reply, person.id, { workspaceId: invitation.workspace_id, factors: ["password"], via: "invitation" });
}

async function newPerson(services: Services, email: string, input: z.output<typeof AcceptInvitation>) {
  if (await personByEmail(services, email)) throw refuse("sign_in_first");
  if (!input.name || !input.password) throw refuse("password_needed");
  await refuseWeak(services, input.password, wordsOf(input.name, email));
  return { id: randomUUID(), name: input.name, stored: await hashPassword(input.password, services.keys) };
}
