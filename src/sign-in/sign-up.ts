import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { insertWorkspace, joinWorkspace, personActor, setCookie } from "../access/index.ts";
import { newWorkspaceKey } from "../platform/files.ts";
import { queueMail } from "../platform/mail.ts";
import type { Services } from "../platform/services.ts";
import { hashOf, newToken } from "../platform/tokens.ts";
import { createScope, recordEvent, type Tx } from "../workspaces/index.ts";
import { PROOF_MS, sendAddressProof } from "./address.ts";
import { completeSignIn, type Outcome } from "./complete.ts";
import type { SignUp } from "./contract.ts";
import { evenly, mayNow, turnOf } from "./delays.ts";
import { hashPassword, refuseWeak, type Stored } from "./passwords.ts";
import { originOf, personByEmail } from "./people.ts";
import { refuse } from "./policy.ts";
import { insertPerson, openInstallation, saveCredential } from "./queries.ts";
import { resetLink } from "./reset.ts";
import { forgetSetupToken, isSetupToken, provesAddresses, signUpMode } from "./setup.ts";
import { wordsOf } from "./strength.ts";

/**
 * Makes a person with a workspace of their own, whose owner they are. Where mail can be sent, the address is proven first:
 * then every sign-up gets the same answer after the same time, and who has that address already is told by mail. Else they
 * are signed in at once.
 */
export async function signUp(services: Services, request: FastifyRequest, reply: FastifyReply, input: z.output<typeof SignUp>): Promise<Outcome | { state: "check_mail" }> {
  const mode = await signUpMode(services);
  if (mode === "invited") throw refuse("sign_up_closed");
  const byOperator = mode === "setup";
  if (byOperator && !isSetupToken(services, input.setupToken ?? "")) throw refuse("wrong_setup_token");
  await refuseWeak(services, input.password, wordsOf(input.name, input.email, input.workspaceName));
  const stored = await hashPassword(input.password, services.keys);
  // Who holds the operator's code is the operator, and needs no mail from the installation they are setting up.
  if (provesAddresses(services) && !byOperator) return evenly(250, askForProof(services, request, reply, input, stored));
  const taken = await personByEmail(services, input.email);
  if (taken) throw refuse("email_taken");
  const made = await makeOwner(services, request, input, stored, { verifiedAt: byOperator ? services.clock() : null, first: byOperator });
  if (byOperator) forgetSetupToken(services);
  return completeSignIn(services, request, reply, made.personId, { workspaceId: made.workspaceId, factors: ["password"], via: "sign_up" });
}

/** The same for a free and for a taken address, as far as anybody outside can see. */
async function askForProof(services: Services, request: FastifyRequest, reply: FastifyReply, input: z.output<typeof SignUp>, stored: Stored): Promise<{ state: "check_mail" }> {
  const browser = newToken();
  setCookie(services, reply, "pending", browser, new Date(services.clock().getTime() + PROOF_MS), "strict");
  const answer = { state: "check_mail" as const };
  if (!(await mayNow(services, [turnOf(services, "mail", input.email)]))) return answer;
  const taken = await personByEmail(services, input.email);
  const made = taken ? null : await makeOwner(services, request, input, stored, { verifiedAt: null, first: false }).catch((error: { code?: string }) => { if (error.code === "email_taken") return null; throw error; });
  if (made) await sendAddressProof(services, { id: made.personId, name: input.name, email: input.email }, "verify", hashOf(browser));
  else {
    const person = taken ?? await personByEmail(services, input.email);
    if (person) await tellOfSignIn(services, person);
  }
  return answer;
}

async function tellOfSignIn(services: Services, person: { id: string; name: string; email: string }): Promise<void> {
  await services.database.transaction({ personId: person.id }, async (db) => {
    const link = await resetLink(services, db, person.id);
    await queueMail(services, db, { personId: person.id }, {
      kind: "already_here", to: person.email, toName: person.name, subject: "You already have a Counterfoil sign-in",
      text: `Somebody, probably you, wanted to make a sign-in with ${person.email}. There is one already.\n\nSign in: ${services.config.publicUrl}/sign-in\n`
        + `Password forgotten? Choose a new one within an hour:\n${link}\n\nIf it was not you, nothing has changed and there is nothing to do.\n`,
    });
  });
}

/** Person, password, workspace with its own key, membership: all of it or nothing. */
async function makeOwner(services: Services, request: FastifyRequest, input: z.output<typeof SignUp>, stored: Stored, how: { verifiedAt: Date | null; first: boolean }): Promise<{ personId: string; workspaceId: string }> {
  const person = { id: randomUUID(), email: input.email, name: input.name, verifiedAt: how.verifiedAt, verifyFirst: how.verifiedAt === null && provesAddresses(services) };
  const workspaceId = randomUUID();
  const scope = createScope(services, { workspaceId, actor: personActor(person.id, person.name, "owner"), ...originOf(request) });
  await scope.transaction(async (tx) => {
    // The row lock lets one first owner through, whoever else holds the code.
    if (!(await openInstallation(tx.db, services.clock())) && how.first) throw refuse("sign_up_closed");
    await insertPerson(tx.db, person);
    await saveCredential(tx.db, person.id, stored, services.clock());
    await createWorkspace(tx, person.id, { name: input.workspaceName, kind: input.kind });
  }).catch((error: { code?: string }) => { throw error.code === "23505" ? refuse("email_taken") : error; });
  return { personId: person.id, workspaceId };
}

/** Makes a workspace for somebody who signed up elsewhere (Google, Microsoft) and has none; they are its owner. Answers its id. */
export async function foundWorkspace(services: Services, request: FastifyRequest, person: { id: string; name: string }, name: string): Promise<string> {
  const workspaceId = randomUUID();
  const scope = createScope(services, { workspaceId, actor: personActor(person.id, person.name, "owner"), ...originOf(request) });
  await scope.transaction(async (tx) => {
    await openInstallation(tx.db, services.clock());
    await createWorkspace(tx, person.id, { name, kind: "business" });
  });
  return workspaceId;
}

/** Makes the transaction's workspace with its own key, and its maker as owner. */
async function createWorkspace(tx: Tx, personId: string, workspace: { name: string; kind: string }): Promise<void> {
  const { wrapped, keyId } = newWorkspaceKey(tx.scope.services.keys, tx.workspaceId);
  await insertWorkspace(tx.db, { id: tx.workspaceId, ...workspace, wrappedKey: wrapped, keyId });
  await joinWorkspace(tx, personId, "owner");
  recordEvent(tx, { action: "workspace.created", summary: `Created the workspace ${workspace.name}`, subjectKind: "workspace", subjectId: tx.workspaceId });
}
