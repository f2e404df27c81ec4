import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { personOf, renewSession, type Factor } from "../access/index.ts";
import type { Services } from "../platform/services.ts";
import type { Prove } from "./contract.ts";
import { forgive, takeTurn, turnOf } from "./delays.ts";
import { clockTime } from "./enter.ts";
import { usePasskeyAnswer } from "./passkeys.ts";
import { passwordFits } from "./passwords.ts";
import { noteInWorkspaces } from "./people.ts";
import { refuse } from "./policy.ts";
import { findCredential } from "./queries.ts";
import { useTotp } from "./totp.ts";

/**
 * Proves again that it is the person who acts: by password, code or passkey. For ten minutes dangerous acts are open, under
 * a fresh session id (V7.2.4, V7.5.1). A factor that was shown counts for the session from now on.
 */
export async function proveAgain(services: Services, request: FastifyRequest, reply: FastifyReply, input: z.output<typeof Prove>): Promise<void> {
  const me = personOf(request);
  const personId = me.session.person_id;
  const turns = [turnOf(services, "proof", personId)];
  await takeTurn(services, turns);
  const factor = await factorShown(services, request, personId, input).catch(async (error: { code?: string }) => {
    if (/^wrong_|^code_of/.test(error.code ?? ""))
      await noteInWorkspaces(services, request, { id: personId, name: me.session.name }, { action: "access.proof_failed", summary: `${me.session.name} did not prove who they are`, details: { via: Object.keys(input)[0] } });
    throw error;
  });
  await forgive(services, turns);
  await renewSession(services, reply, me, { proved: true, factors: [factor] });
  await noteInWorkspaces(services, request, { id: personId, name: me.session.name }, { action: "access.proved", summary: `${me.session.name} proved again who they are`, details: { factor } });
}

async function factorShown(services: Services, request: FastifyRequest, personId: string, input: z.output<typeof Prove>): Promise<Factor> {
  const now = services.clock();
  if (input.passkey) {
    await usePasskeyAnswer(services, request, "prove", personId, input.passkey);
    return "passkey";
  }
  if (input.code) {
    const { code } = input;
    const judged = await services.database.transaction({ personId }, (db) => useTotp(services.keys, db, personId, code, now));
    if (judged === "other_time") throw refuse("code_of_other_time", { time: clockTime(now), left: "more" });
    if (judged === "wrong") throw refuse("wrong_code", { left: "more" });
    return "totp";
  }
  const stored = await services.database.transaction({ personId }, (db) => findCredential(db, personId));
  if (!(await passwordFits(input.password ?? "", stored, services.keys))) throw refuse("wrong_password");
  return "password";
}
