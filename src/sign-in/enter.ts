import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { newWorkspaceKey } from "../platform/files.ts";
import { queueMail } from "../platform/mail.ts";
import type { Services } from "../platform/services.ts";
import { hashOf, newToken } from "../platform/tokens.ts";
import { endSessionsIn, insertWorkspace, joinWorkspace, personActor } from "../access/index.ts";
import { completeSignIn, type Outcome } from "./complete.ts";
import { noteInWorkspaces, originOf } from "./people.ts";
import { createScope, recordEvent } from "../workspaces/index.ts";
import type { AcceptInvitation, InvitationPreview, ResetPassword, SignIn, SignUp } from "./contract.ts";
import { hashPassword, passwordFits } from "./passwords.ts";
import { refuse } from "./policy.ts";
import { acceptInvitationRow, findCredential, findInvitation, findPersonByEmail, findReset, insertPerson, insertReset, saveCredential, useReset } from "./queries.ts";

const HOUR_MS = 3_600_000;

/** Makes a person with a workspace of their own, whose owner they are, and signs them in. */
export async function signUp(services: Services, request: FastifyRequest, reply: FastifyReply, input: z.output<typeof SignUp>): Promise<void> {
  const stored = await hashPassword(input.password, services.keys);
  const person = { id: randomUUID(), email: input.email, name: input.name };
  const taken = await services.database.transaction({ email: input.email }, (db) => findPersonByEmail(db, input.email));
  if (taken) throw refuse("email_taken");
  const workspaceId = await services.database.transaction({ personId: person.id }, async (db) => {
    await insertPerson(db, person);
    await saveCredential(db, person.id, stored, services.clock());
    return randomUUID();
  }).catch((error: { code?: string }) => { throw error.code === "23505" ? refuse("email_taken") : error; });
  await createWorkspace(services, request, person, { id: workspaceId, name: input.workspaceName, kind: input.kind });
  await completeSignIn(services, request, reply, person.id, { workspaceId, factors: ["password"], via: "sign_up" });
}

/** Makes a workspace with its own key and its maker as owner. */
export async function createWorkspace(services: Services, request: FastifyRequest, person: { id: string; name: string }, workspace: { id: string; name: string; kind: string }): Promise<void> {
  const scope = createScope(services, { workspaceId: workspace.id, actor: personActor(person.id, person.name, "owner"), ...originOf(request) });
  const { wrapped, keyId } = newWorkspaceKey(services.keys, workspace.id);
  await scope.transaction(async (tx) => {
    await insertWorkspace(tx.db, { ...workspace, wrappedKey: wrapped, keyId });
    await joinWorkspace(tx, person.id, "owner");
    recordEvent(tx, { action: "workspace.created", summary: `Created the workspace ${workspace.name}`, subjectKind: "workspace", subjectId: workspace.id });
  });
}

/** Signs in with address and password. Unknown address and wrong password take the same time and give the same answer. */
export async function signIn(services: Services, request: FastifyRequest, reply: FastifyReply, input: z.output<typeof SignIn>): Promise<Outcome> {
  const email = input.email.trim().toLowerCase();
  const person = await services.database.transaction({ email }, (db) => findPersonByEmail(db, email));
  const stored = person && await services.database.transaction({ personId: person.id }, (db) => findCredential(db, person.id));
  const fits = await passwordFits(input.password, stored, services.keys);
  if (!person || !fits) {
    if (person) await noteInWorkspaces(services, request, person, { action: "access.sign_in_failed", summary: `Sign-in as ${person.name} failed` });
    throw refuse("wrong_sign_in");
  }
  return completeSignIn(services, request, reply, person.id, { factors: ["password"], via: "password" });
}

/** Sends a reset link when there is such a person. The answer never tells whether there is. */
export async function requestReset(services: Services, email: string): Promise<void> {
  const address = email.trim().toLowerCase();
  const person = await services.database.transaction({ email: address }, (db) => findPersonByEmail(db, address));
  if (!person) return;
  const token = newToken();
  await services.database.transaction({ personId: person.id }, async (db) => {
    await insertReset(db, hashOf(token), person.id, new Date(services.clock().getTime() + HOUR_MS));
    await queueMail(services, db, { personId: person.id }, {
      kind: "password_reset", to: person.email, toName: person.name, subject: "Reset your Counterfoil password",
      text: `Somebody, probably you, asked to reset the password of ${person.email}.\n\n`
        + `Choose a new one within an hour:\n${services.config.publicUrl}/recover?token=${token}\n\nIf it was not you, nothing has changed and there is nothing to do.\n`,
    });
  });
}

/** Sets a new password by a reset link and ends every session of the person. */
export async function resetPassword(services: Services, request: FastifyRequest, input: z.output<typeof ResetPassword>): Promise<void> {
  const tokenHash = hashOf(input.token);
  const now = services.clock();
  const reset = await services.database.transaction({ presented: tokenHash }, (db) => findReset(db, tokenHash));
  if (!reset || reset.used_at || reset.expires_at <= now) throw refuse("reset_link_ended");
  const stored = await hashPassword(input.password, services.keys);
  await services.database.transaction({ personId: reset.person_id }, async (db) => {
    if ((await useReset(db, tokenHash, now)) !== 1) throw refuse("reset_link_ended");
    await saveCredential(db, reset.person_id, stored, now);
    await endSessionsIn(db, reset.person_id, now, "password_reset");
  });
  await noteInWorkspaces(services, request, { id: reset.person_id, name: "" }, { action: "access.password_reset", summary: "A password was reset; all sessions ended" });
}

/** What an invitation offers, for the page that the link opens. */
export async function previewInvitation(services: Services, token: string): Promise<z.input<typeof InvitationPreview>> {
  const invitation = await validInvitation(services, token);
  const workspace = await services.database.transaction({ workspaceId: invitation.workspace_id }, async (db) =>
    db.selectFrom("workspace").select("name").where("id", "=", invitation.workspace_id).executeTakeFirstOrThrow());
  const person = await services.database.transaction({ email: invitation.email }, (db) => findPersonByEmail(db, invitation.email));
  return { workspace: workspace.name, email: invitation.email, role: invitation.role, hasSignIn: Boolean(person) };
}

async function validInvitation(services: Services, token: string) {
  const tokenHash = hashOf(token);
  const invitation = await services.database.transaction({ presented: tokenHash }, (db) => findInvitation(db, tokenHash));
  if (!invitation || invitation.accepted_at || invitation.revoked_at || invitation.expires_at <= services.clock()) throw refuse("invitation_ended");
  return invitation;
}

/** Joins the workspace of an invitation: as the signed-in person of that address, or as a new person with a password. */
export async function acceptInvitation(services: Services, request: FastifyRequest, reply: FastifyReply, input: z.output<typeof AcceptInvitation>, signedIn: { id: string; name: string; email: string } | null): Promise<void> {
  const invitation = await validInvitation(services, input.token);
  if (signedIn && signedIn.email !== invitation.email) throw refuse("other_person");
  let person: { id: string; name: string };
  if (signedIn) person = signedIn;
  else {
    const known = await services.database.transaction({ email: invitation.email }, (db) => findPersonByEmail(db, invitation.email));
    if (known) throw refuse("sign_in_first");
    if (!input.name || !input.password) throw refuse("password_needed");
    const made = { id: randomUUID(), email: invitation.email, name: input.name };
    const stored = await hashPassword(input.password, services.keys);
    await services.database.transaction({ personId: made.id }, async (db) => {
      await insertPerson(db, made);
      await saveCredential(db, made.id, stored, services.clock());
    });
    person = made;
  }
  const scope = createScope(services, { workspaceId: invitation.workspace_id, actor: personActor(person.id, person.name, invitation.role), ...originOf(request) });
  await scope.transaction(async (tx) => {
    if ((await acceptInvitationRow(tx.db, invitation.id, services.clock())) !== 1) throw refuse("invitation_ended");
    await joinWorkspace(tx, person.id, invitation.role, invitation.id);
    recordEvent(tx, { action: "team.joined", summary: `${person.name} joined as ${invitation.role}`, subjectKind: "person", subjectId: person.id });
  });
  await completeSignIn(services, request, reply, person.id, { workspaceId: invitation.workspace_id, factors: ["password"], via: "invitation" });
}
