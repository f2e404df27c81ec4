import { createHmac } from "node:crypto";
import { hash, verify } from "@node-rs/bcrypt";
import type { KeyRing } from "../platform/files.ts";

// Claim B9: bcrypt, 12 rounds, "$2b$12$". bcrypt reads 72 bytes; a longer password first goes through a keyed hash
// (base64 of HMAC-SHA-384, 64 characters), so that nothing is cut silently and the stored prefix stays the same.

export type Stored = { hash: string; scheme: "bcrypt" | "hmac-bcrypt"; pepperKeyId: string | null };

const COST = 12;
const prehash = (password: string, keys: KeyRing, keyId: string): string =>
  createHmac("sha384", createHmac("sha256", keys.keyOf(keyId)).update("counterfoil password pepper").digest())
    .update(password, "utf8").digest("base64");

// bcrypt runs on the four threads that also serve files; two at once leave room for them.
let running = 0;
const waiting: (() => void)[] = [];
async function limited<T>(work: () => Promise<T>): Promise<T> {
  if (running >= 2) await new Promise<void>((resume) => waiting.push(resume));
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
}

/** Hashes a password for storing. */
export async function hashPassword(password: string, keys: KeyRing): Promise<Stored> {
  const long = Buffer.byteLength(password, "utf8") > 72;
  const input = long ? prehash(password, keys, keys.currentId) : password;
  const hashed = await limited(() => hash(input, { cost: COST, version: "2b", rejectLongPasswords: true }));
  return { hash: hashed, scheme: long ? "hmac-bcrypt" : "bcrypt", pepperKeyId: long ? keys.currentId : null };
}

// A hash of nothing anybody has: comparing with it takes as long as with a real one, so the answer's time tells nothing.
const nobody = "$2b$12$zRBoh0xGvJkYbYdn5a4vUuQhVYjk.nvNzV5rOZk0j6YH3tmXrOcxK";

/** Compares a password with what is stored; with nothing stored it takes the same time and says no. */
export async function passwordFits(password: string, stored: Stored | undefined, keys: KeyRing): Promise<boolean> {
  const long = Buffer.byteLength(password, "utf8") > 72;
  if (!stored || long !== (stored.scheme === "hmac-bcrypt")) {
    await limited(() => verify(prehash(password, keys, keys.currentId), nobody)).catch(() => false);
    return false;
  }
  return limited(() => verify(long ? prehash(password, keys, stored.pepperKeyId!) : password, stored.hash));
}
