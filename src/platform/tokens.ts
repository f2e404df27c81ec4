import { createHash, createSecretKey, hkdfSync, randomBytes, timingSafeEqual, type KeyObject } from "node:crypto";
import { SignJWT, jwtVerify, decodeProtectedHeader, type JWTPayload } from "jose";

/** Signing keys by id; the current one signs, all verify. `audience` names this installation, so that a token of another one is nothing here. */
export type SigningKeys = { currentId: string; keyOf(id: string): Buffer | undefined; audience: string };

/** What a token is for. Each purpose has a key of its own and is told apart by `typ` as well. */
export type Purpose = "session" | "sso";

const SKEW_S = 5;

/** 256 random bits as base64url text. Stored only as `hashOf`. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** SHA-256 of a token: what the database keeps. */
export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Compares secrets without telling by time where they differ. */
export const sameBytes = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

const derived = new WeakMap<SigningKeys, Map<string, KeyObject>>();
/** The key of one purpose, by HKDF from a key of the ring: what signs sessions signs nothing else. */
function keyFor(keys: SigningKeys, kid: string, purpose: Purpose): KeyObject | null {
  const known = derived.get(keys) ?? new Map<string, KeyObject>();
  derived.set(keys, known);
  const ring = keys.keyOf(kid); // asked each time: a key that was taken out of the ring opens nothing any more
  if (!ring) return null;
  const name = `${purpose} ${kid}`;
  const key = known.get(name) ?? createSecretKey(Buffer.from(hkdfSync("sha256", ring, keys.audience, `counterfoil ${purpose} token`, 32)));
  known.set(name, key);
  return key;
}

/** Signs a token of one purpose: HS256, with subject, audience, times and the id of its key. */
export async function signToken(keys: SigningKeys, purpose: Purpose, token: { subject: string; claims: JWTPayload; at: Date; expiresAt: Date }): Promise<string> {
  const at = Math.floor(token.at.getTime() / 1000);
  return new SignJWT(token.claims)
    .setProtectedHeader({ alg: "HS256", typ: `${purpose}+jwt`, kid: keys.currentId })
    .setSubject(token.subject).setAudience(keys.audience).setIssuedAt(at).setNotBefore(at)
    .setExpirationTime(Math.floor(token.expiresAt.getTime() / 1000))
    .sign(keyFor(keys, keys.currentId, purpose)!);
}

/**
 * What tokens said whose signature fitted, by the key that it fitted and the token's hash: a browser sends the same one with every
 * request. Only the arithmetic is saved. Whether the key is still in the ring and the time is right is asked each time, and
 * whether the session still stands is the database's to say.
 */
const fitted = new WeakMap<KeyObject, Map<string, JWTPayload>>();
const MOST_FITTED = 10_000;
const known = (key: KeyObject, text: string): JWTPayload | undefined => fitted.get(key)?.get(hashOf(text).toString("base64"));
function remember(key: KeyObject, text: string, payload: JWTPayload): void {
  const all = fitted.get(key) ?? new Map<string, JWTPayload>();
  fitted.set(key, all);
  if (all.size >= MOST_FITTED) all.delete(all.keys().next().value!);
  all.set(hashOf(text).toString("base64"), payload);
}

/** Verifies a token and answers what it says; null for anything forged, expired, from the future, of another purpose or another installation. */
export async function readToken(keys: SigningKeys, purpose: Purpose, text: string, now: Date): Promise<{ subject: string; claims: JWTPayload; isCurrent: boolean } | null> {
  try {
    const { currentId } = keys; // also makes the ring look whether its file changed
    // The header only names a key of our own ring; an address or a key inside the token is never looked at.
    const { kid } = decodeProtectedHeader(text);
    const key = typeof kid === "string" ? keyFor(keys, kid, purpose) : null;
    if (!key) return null;
    const seconds = now.getTime() / 1000;
    const payload = known(key, text) ?? (await jwtVerify(text, key, {
      algorithms: ["HS256"], typ: `${purpose}+jwt`, audience: keys.audience, clockTolerance: SKEW_S, currentDate: now, requiredClaims: ["sub", "iat", "nbf", "exp"],
    })).payload;
    remember(key, text, payload);
    if (payload.exp! <= seconds - SKEW_S || payload.nbf! > seconds + SKEW_S) return null;
    // One audience, ours: a list that also names us is not ours. An issue time in the future is a forged or badly set clock.
    if (typeof payload.aud !== "string" || payload.iat! > seconds + SKEW_S) return null;
    return { subject: payload.sub!, claims: payload, isCurrent: kid === currentId };
  } catch {
    return null;
  }
}

/** Signs the session cookie: `sid` names the session row, which alone decides whether it is still good. */
export const signSession = (keys: SigningKeys, session: { id: Buffer; personId: string; at: Date; expiresAt: Date }): Promise<string> =>
  signToken(keys, "session", { subject: session.personId, claims: { sid: session.id.toString("base64url") }, at: session.at, expiresAt: session.expiresAt });

/** What a session cookie names; null when it is not ours. `isCurrent`: signed by today's key. */
export async function readSession(keys: SigningKeys, text: string, now: Date): Promise<{ sessionId: Buffer; personId: string; isCurrent: boolean } | null> {
  const token = await readToken(keys, "session", text, now);
  const sessionId = Buffer.from(String(token?.claims["sid"] ?? ""), "base64url");
  return token && sessionId.length === 32 ? { sessionId, personId: token.subject, isCurrent: token.isCurrent } : null;
}
