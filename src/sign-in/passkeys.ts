import { createHash, randomBytes } from "node:crypto";
import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse } from "@simplewebauthn/server";
import { isIP } from "node:net";
import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { isLoopbackOnly } from "../platform/config.ts";
import type { Services } from "../platform/services.ts";
import type { PasskeyAnswer, PasskeyMade } from "./contract.ts";
import { refuse } from "./policy.ts";
import { findPasskey, insertPasskeyChallenge, listPasskeys, usePasskey, usePasskeyChallenge, type PasskeyPurpose, type PasskeyRow } from "./queries.ts";

const CHALLENGE_MS = 5 * 60_000;
const sha256 = (bytes: Uint8Array | string): Buffer => createHash("sha256").update(bytes).digest();
const bytesOf = (text: string): Buffer => Buffer.from(text, "base64url");

/** The name that passkeys are made for: the host of the public address. Null where it is a bare IP address, for which browsers make none. */
export function passkeyHost(services: Services): string | null {
  const { hostname } = new URL(services.config.publicUrl);
  return isIP(hostname.replace(/^\[|\]$/g, "")) ? null : hostname;
}
const hostOrRefuse = (services: Services): string => {
  const host = passkeyHost(services);
  if (!host) throw refuse("passkeys_need_name");
  return host;
};

/** Where an answer may come from: our own pages. On this machine alone the port may be another, as the browser wrote it. */
function origins(services: Services, request: FastifyRequest): string[] {
  const own = new URL(services.config.publicUrl).origin;
  const { origin } = request.headers;
  return isLoopbackOnly(services.config) && origin && /^http:\/\/localhost(:\d+)?$/.test(origin) ? [own, origin] : [own];
}

async function newChallenge(services: Services, purpose: PasskeyPurpose, personId: string | null): Promise<Uint8Array<ArrayBuffer>> {
  const challenge = new Uint8Array(randomBytes(32));
  const hash = sha256(Buffer.from(challenge).toString("base64url"));
  await services.database.transaction(personId ? { personId } : { presented: hash }, (db) => insertPasskeyChallenge(db, { hash, purpose, personId, expiresAt: new Date(services.clock().getTime() + CHALLENGE_MS) }));
  return challenge;
}

/** A challenge counts once: it is used up before the answer is looked at. */
const challengeFits = (services: Services, purpose: PasskeyPurpose, personId: string | null) => (challenge: string): Promise<boolean> => {
  const hash = sha256(challenge);
  return services.database.transaction(personId ? { personId } : { presented: hash }, (db) => usePasskeyChallenge(db, hash, purpose, personId, services.clock()));
};

const idsOf = (rows: readonly PasskeyRow[]) => rows.map((row) => ({ id: row.credential_id.toString("base64url"), transports: row.transports }));

/** What the browser needs to make a passkey: one that lives on the device and asks for finger, face or PIN. */
export async function passkeyToMake(services: Services, person: { id: string; name: string; email: string }) {
  const rpID = hostOrRefuse(services);
  const rows = await services.database.transaction({ personId: person.id }, (db) => listPasskeys(db, person.id));
  if (rows.length >= 20) throw refuse("too_many_passkeys");
  return generateRegistrationOptions({
    rpName: "Counterfoil", rpID, userName: person.email, userDisplayName: person.name, userID: new Uint8Array(Buffer.from(person.id)),
    challenge: await newChallenge(services, "add", person.id), attestationType: "none", excludeCredentials: idsOf(rows),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/** Checks a fresh passkey; answers what to keep of it. */
export async function checkMade(services: Services, request: FastifyRequest, personId: string, made: z.output<typeof PasskeyMade>): Promise<{ credentialHash: Buffer; credential_id: Buffer; public_key: Buffer; counter: bigint; transports: string[]; backed_up: boolean }> {
  const result = await verifyRegistrationResponse({
    response: made as Parameters<typeof verifyRegistrationResponse>[0]["response"], expectedChallenge: challengeFits(services, "add", personId),
    expectedOrigin: origins(services, request), expectedRPID: hostOrRefuse(services), requireUserVerification: true,
  }).catch(() => null); // the library throws on anything that does not fit; which part it was helps nobody but a forger
  if (!result?.verified) throw refuse("wrong_passkey");
  const { credential, credentialBackedUp } = result.registrationInfo;
  const id = bytesOf(credential.id);
  return {
    credentialHash: sha256(id), credential_id: id, public_key: Buffer.from(credential.publicKey), counter: BigInt(credential.counter),
    transports: (credential.transports ?? []).slice(0, 10).map((one) => one.slice(0, 20)), backed_up: credentialBackedUp,
  };
}

/** What the browser needs to sign with a passkey: any of ours (signing in), or one of this person. */
export async function passkeyToUse(services: Services, purpose: Exclude<PasskeyPurpose, "add">, personId: string | null) {
  const rpID = hostOrRefuse(services);
  const rows = personId ? await services.database.transaction({ personId }, (db) => listPasskeys(db, personId)) : [];
  if (personId && rows.length === 0) throw refuse("no_passkey");
  return generateAuthenticationOptions({ rpID, challenge: await newChallenge(services, purpose, personId), userVerification: "required", ...(personId ? { allowCredentials: idsOf(rows) } : {}) });
}

/**
 * Checks an answer signed by a passkey, with its challenge, origin, user verification and counter (which a cloned key would
 * repeat). Answers whose it is. Anything that does not fit is `wrong_passkey`.
 */
export async function usePasskeyAnswer(services: Services, request: FastifyRequest, purpose: Exclude<PasskeyPurpose, "add">, personId: string | null, answer: z.output<typeof PasskeyAnswer>): Promise<string> {
  const expectedRPID = hostOrRefuse(services);
  const hash = sha256(bytesOf(answer.id));
  const row = await services.database.transaction({ presented: hash }, (db) => findPasskey(db, hash));
  if (!row || (personId && row.person_id !== personId)) throw refuse("wrong_passkey");
  const result = await verifyAuthenticationResponse({
    response: answer as Parameters<typeof verifyAuthenticationResponse>[0]["response"], expectedChallenge: challengeFits(services, purpose, personId),
    expectedOrigin: origins(services, request), expectedRPID, requireUserVerification: true,
    credential: { id: answer.id, publicKey: new Uint8Array(row.public_key), counter: Number(row.counter), transports: row.transports },
  }).catch(() => null);
  if (!result?.verified) throw refuse("wrong_passkey");
  const { newCounter, credentialBackedUp } = result.authenticationInfo;
  const fresh = await services.database.transaction({ personId: row.person_id }, (db) => usePasskey(db, row.id, row.counter, newCounter, credentialBackedUp, services.clock()));
  if (!fresh && newCounter > 0) throw refuse("wrong_passkey");
  return row.person_id;
}
