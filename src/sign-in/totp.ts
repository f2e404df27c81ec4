import { generateSecret, generateURI, verify } from "otplib";
import type { KeyRing } from "../platform/files.ts";
import { openBytes, sealBytes } from "../platform/sealing.ts";
import type { findPerson } from "./people.ts";
import { findTotp, useTotpStep } from "./queries.ts";

// Codes of an authenticator app (RFC 6238): 6 digits, SHA-1 as all apps do, 30 seconds. No neighbouring step is taken
// (V6.5.5): a code of one is answered with the server's time, which shows a clock that is wrong.

const STEP_S = 30;
const SETUP_MS = 30 * 60_000;
const contextOf = (personId: string) => `totp:${personId}`;
type Db = Parameters<typeof findPerson>[0];

/** A fresh secret of 160 bits as base32, and the address that an app reads from a QR code. */
export function newTotpSecret(email: string, host: string): { secret: string; uri: string } {
  const secret = generateSecret({ length: 20 });
  return { secret, uri: generateURI({ issuer: `Counterfoil ${host}`, label: email, secret }) };
}

export const sealTotp = (keys: KeyRing, personId: string, secret: string): { sealed: Buffer; keyId: string } =>
  ({ sealed: sealBytes(keys.keyOf(keys.currentId), Buffer.from(secret, "utf8"), contextOf(personId)), keyId: keys.currentId });
export const openTotp = (keys: KeyRing, personId: string, sealed: Buffer, keyId: string): string => openBytes(keys.keyOf(keyId), sealed, contextOf(personId)).toString("utf8");

/** What a code is: right for this half minute (its step), right for the one before or after, or nothing. */
export async function judgeCode(secret: string, code: string, now: Date): Promise<{ step: bigint } | "other_time" | "wrong"> {
  const epoch = Math.floor(now.getTime() / 1000);
  const options = { secret, token: code, period: STEP_S, digits: 6 as const };
  if ((await verify({ ...options, epoch, epochTolerance: 0 })).valid) return { step: BigInt(Math.floor(epoch / STEP_S)) };
  for (const other of [epoch - STEP_S, epoch + STEP_S]) if ((await verify({ ...options, epoch: other, epochTolerance: 0 })).valid) return "other_time";
  return "wrong";
}

/** Checks a code of the person's app and uses its step up: the same code opens nothing twice (V6.5.1). */
export async function useTotp(keys: KeyRing, db: Db, personId: string, code: string, now: Date): Promise<"right" | "other_time" | "wrong"> {
  const row = await findTotp(db, personId);
  if (!row?.sealed_secret) return "wrong";
  const judged = await judgeCode(openTotp(keys, personId, row.sealed_secret, row.key_id!), code, now);
  if (typeof judged === "string") return judged;
  return await useTotpStep(db, personId, judged.step) ? "right" : "wrong";
}

/** Checks the first code of a secret that is being set up. */
export async function judgeFirstCode(keys: KeyRing, db: Db, personId: string, code: string, now: Date): Promise<{ step: bigint } | "other_time" | "wrong" | "not_begun"> {
  const row = await findTotp(db, personId);
  if (!row?.next_secret || !row.next_made_at || now.getTime() - row.next_made_at.getTime() > SETUP_MS) return "not_begun";
  return judgeCode(openTotp(keys, personId, row.next_secret, row.next_key_id!), code, now);
}
