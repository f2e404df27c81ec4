import { createHmac } from "node:crypto";
import { hash, verify } from "@node-rs/bcrypt";
import { personActor } from "../access/index.ts";
import type { KeyRing } from "../platform/files.ts";
import { Refusal } from "../platform/refusal.ts";
import type { Services } from "../platform/services.ts";
import { createScope } from "../workspaces/index.ts";
import { isLeaked } from "./leaked.ts";
import { findPerson, listMemberships } from "./people.ts";
import { refuse } from "./policy.ts";
import { listCompanyNames } from "./queries.ts";
import { weaknessWords, weigh, wordsOf } from "./strength.ts";

// Claim B9: bcrypt, 12 rounds, "$2b$12$". bcrypt reads 72 bytes; a longer password first goes through a keyed hash
// (base64 of HMAC-SHA-384, 64 characters), so that nothing is cut silently and the stored prefix stays the same.

export type Stored = { hash: string; scheme: "bcrypt" | "hmac-bcrypt"; pepperKeyId: string | null };

const COST = 12;
const prehash = (password: string, keys: KeyRing, keyId: string): string =>
  createHmac("sha384", createHmac("sha256", keys.keyOf(keyId)).update("counterfoil password pepper").digest())
    .update(password, "utf8").digest("base64");
/** bcrypt reads 72 bytes and, as C text, ends at a NUL: what has either goes through the keyed hash. */
const needsPrehash = (password: string): boolean => Buffer.byteLength(password, "utf8") > 72 || password.includes("\0");

/**
 * bcrypt runs on the four threads that also serve files: two at once leave room for them. What waits holds one of the 16 places
 * for people who are not signed in (doors/load.ts), where buyers' pages stand as well: hence eight, and a flood is turned away.
 */
export const AT_ONCE = 2;
export const MOST_WAITING = 8;
let running = 0;
const waiting: (() => void)[] = [];
async function limited<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw refuse("sign_in_busy");
    await new Promise<void>((resume) => waiting.push(resume));
  } else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next(); // takes over this place, so that a newcomer cannot slip in between
    else running--;
  }
}

/** Hashes a password for storing. */
export async function hashPassword(password: string, keys: KeyRing): Promise<Stored> {
  const long = needsPrehash(password);
  const input = long ? prehash(password, keys, keys.currentId) : password;
  const hashed = await limited(() => hash(input, { cost: COST, version: "2b", rejectLongPasswords: true }));
  return { hash: hashed, scheme: long ? "hmac-bcrypt" : "bcrypt", pepperKeyId: long ? keys.currentId : null };
}

// A hash of nothing anybody has: comparing with it takes as long as with a real one, so the answer's time tells nothing.
const nobody = "$2b$12$zRBoh0xGvJkYbYdn5a4vUuQhVYjk.nvNzV5rOZk0j6YH3tmXrOcxK";

/** Compares a password with what is stored; with nothing stored it takes the same time and says no. */
export async function passwordFits(password: string, stored: Stored | undefined, keys: KeyRing): Promise<boolean> {
  const long = needsPrehash(password);
  if (!stored || long !== (stored.scheme === "hmac-bcrypt")) {
    await limited(() => verify(prehash(password, keys, keys.currentId), nobody));
    return false;
  }
  return limited(() => verify(long ? prehash(password, keys, stored.pepperKeyId!) : password, stored.hash));
}

/** Refuses a new password that is weak, leans on `names`, or leaked, beside its field. */
export async function refuseWeak(services: Services, password: string, names: readonly string[]): Promise<void> {
  const { weakness } = await weigh(password, names);
  const message = weakness ? weaknessWords[weakness] : (await isLeaked(services, password)) ? "This password stands in a list of leaked ones, which are tried first. Choose another." : null;
  if (message) throw new Refusal("weak_password", 400, message, [{ path: "password", message }]);
}

/** The names that a person's password must not lean on: their own, their address, their workspaces' and those workspaces' companies'. */
export async function namesOf(services: Services, personId: string): Promise<string[]> {
  const { person, memberships } = await services.database.transaction({ personId }, async (db) => ({ person: await findPerson(db, personId), memberships: await listMemberships(db, personId) }));
  const companies = [];
  for (const { id, role } of memberships.slice(0, 20))
    companies.push(...await createScope(services, { workspaceId: id, actor: personActor(personId, "", role) }).transaction((tx) => listCompanyNames(tx.db)));
  return wordsOf(person?.name, person?.email, ...memberships.map((one) => one.name), ...companies.map((one) => one.name));
}
