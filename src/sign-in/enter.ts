import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { cookieName, type Factor } from "../access/index.ts";
import type { Services } from "../platform/services.ts";
import { hashOf } from "../platform/tokens.ts";
import { closeChallenge, readChallenge, takeTry, type Challenge } from "./challenge.ts";
import { completeSecondStep, completeSignIn, type Outcome } from "./complete.ts";
import type { PasskeyAnswer, SecondStep, SignIn } from "./contract.ts";
import { evenly, forgive, takeTurn, turnOf, turnsOfSignIn } from "./delays.ts";
import { tellPerson } from "./mails.ts";
import { passkeyToUse, usePasskeyAnswer } from "./passkeys.ts";
import { passwordFits } from "./passwords.ts";
import { findPerson, noteInWorkspaces, personByEmail } from "./people.ts";
import { refuse } from "./policy.ts";
import { findCredential, isKnownDevice, useRecoveryCode } from "./queries.ts";
import { recoveryHash } from "./recovery-codes.ts";
import { useTotp } from "./totp.ts";

/** Signs in with address and password. Unknown address and wrong password take the same time and give the same answer. */
export async function signIn(services: Services, request: FastifyRequest, reply: FastifyReply, input: z.output<typeof SignIn>): Promise<Outcome> {
  const email = input.email.trim().toLowerCase();
  const cookie = request.cookies[cookieName(services, "device")];
  const device = cookie ? hashOf(cookie) : null;
  const person = await personByEmail(services, email);
  const { stored, known } = await services.database.transaction({ personId: person?.id ?? "00000000-0000-0000-0000-000000000000" }, async (db) => ({
    stored: person && await findCredential(db, person.id), known: Boolean(person && device && await isKnownDevice(db, person.id, device)),
  }));
  const turns = turnsOfSignIn(services, email, request.ip, known ? device : null);
  await takeTurn(services, turns);
  const fits = await passwordFits(input.password, stored || undefined, services.keys);
  if (!person || !fits) {
    await evenly(60, person ? noteInWorkspaces(services, request, person, { action: "access.sign_in_failed", summary: `Sign-in as ${person.name} failed`, details: { via: "password" } }) : Promise.resolve());
    throw refuse("wrong_sign_in");
  }
  await forgive(services, turns);
  return completeSignIn(services, request, reply, person.id, { factors: ["password"], via: "password" });
}

/** Signs in with a passkey alone: it is something one has, opened by finger, face or PIN, hence two factors. */
export async function signInByPasskey(services: Services, request: FastifyRequest, reply: FastifyReply, answer: z.output<typeof PasskeyAnswer>): Promise<Outcome> {
  const turns = [turnOf(services, "network", request.ip)];
  await takeTurn(services, turns);
  const personId = await usePasskeyAnswer(services, request, "enter", null, answer);
  await forgive(services, turns);
  return completeSignIn(services, request, reply, personId, { factors: ["passkey"], via: "passkey" });
}

/** What the browser needs to show a passkey as the second step. */
export async function passkeyForSecondStep(services: Services, request: FastifyRequest, id: string) {
  const challenge = await readChallenge(services, request, id);
  return passkeyToUse(services, "second", challenge.personId);
}

/** The second step: a code of the app, a passkey or a recovery code. Five wrong ones end it, and the person hears of it. */
export async function secondStep(services: Services, request: FastifyRequest, reply: FastifyReply, input: z.output<typeof SecondStep>): Promise<void> {
  const challenge = await readChallenge(services, request, input.request);
  const turns = [turnOf(services, "proof", challenge.personId)];
  await takeTurn(services, turns);
  const left = await takeTry(services, challenge);
  const proved = await proveSecond(services, request, challenge, input, left);
  await forgive(services, turns);
  if (!(await closeChallenge(services, reply, challenge))) throw refuse("second_step_ended");
  await completeSecondStep(services, request, reply, challenge.personId, challenge.entry, proved);
}

async function proveSecond(services: Services, request: FastifyRequest, challenge: Challenge, input: z.output<typeof SecondStep>, left: number): Promise<Factor> {
  const { personId } = challenge;
  const now = services.clock();
  if (input.passkey) {
    await usePasskeyAnswer(services, request, "second", personId, input.passkey).catch(async (error: { code?: string }) => {
      if (error.code === "wrong_passkey") await noteWrong(services, request, personId, "passkey", left);
      throw error;
    });
    return "passkey";
  }
  if (input.recoveryCode) {
    const hash = recoveryHash(input.recoveryCode);
    const person = await services.database.transaction({ personId }, async (db) => {
      if (!(await useRecoveryCode(db, personId, hash, now))) return null;
      const found = (await findPerson(db, personId))!;
      await tellPerson(services, db, found, "recovery_used", String(found.recovery_codes));
      return found;
    });
    if (person) return "recovery";
    await noteWrong(services, request, personId, "recovery", left);
    throw refuse("wrong_recovery_code", { left });
  }
  const judged = await services.database.transaction({ personId }, (db) => useTotp(services.keys, db, personId, input.code ?? "", now));
  if (judged === "right") return "totp";
  await noteWrong(services, request, personId, "totp", left);
  throw judged === "other_time" ? refuse("code_of_other_time", { time: clockTime(now), left }) : refuse("wrong_code", { left });
}

/** The server's time, to compare a phone's clock with. */
export const clockTime = (now: Date): string => `${now.toISOString().slice(11, 19)} UTC`;

async function noteWrong(services: Services, request: FastifyRequest, personId: string, factor: Factor, left: number): Promise<void> {
  const person = await services.database.transaction({ personId }, async (db) => {
    const found = (await findPerson(db, personId))!;
    if (left === 0) await tellPerson(services, db, found, "second_step_ended");
    return found;
  });
  await noteInWorkspaces(services, request, person, { action: "access.second_step_failed", summary: `The second step of a sign-in as ${person.name} failed`, details: { factor } });
}
