import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { SignJWT, jwtVerify, decodeProtectedHeader } from "jose";

/** Session signing keys by id; the current one signs, all verify. */
export type SigningKeys = { currentId: string; keyOf(id: string): Buffer | undefined };

const AUDIENCE = "counterfoil";

/** 256 random bits as base64url text. Stored only as `hashOf`. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** SHA-256 of a token: what the database keeps. */
export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Compares secrets without telling by time where they differ. */
export const sameBytes = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

/** Signs the session cookie: HS256, `sid` names the session row, which alone decides whether it is still good. */
export async function signSession(keys: SigningKeys, sessionId: Buffer, personId: string, expiresAt: Date): Promise<string> {
  return new SignJWT({ sid: sessionId.toString("base64url") })
    .setProtectedHeader({ alg: "HS256", typ: "session+jwt", kid: keys.currentId })
    .setSubject(personId).setAudience(AUDIENCE).setIssuedAt()
    .setExpirationTime(Math.floor(expiresAt.getTime() / 1000))
    .sign(keys.keyOf(keys.currentId)!);
}

/** Verifies a session cookie and returns what it names; null for anything forged, expired or of another purpose. */
export async function readSession(keys: SigningKeys, token: string): Promise<{ sessionId: Buffer; personId: string } | null> {
  try {
    const { kid } = decodeProtectedHeader(token);
    const key = kid ? keys.keyOf(kid) : undefined;
    if (!key) return null;
    const { payload } = await jwtVerify(token, key, { algorithms: ["HS256"], typ: "session+jwt", audience: AUDIENCE, clockTolerance: 5 });
    const sessionId = Buffer.from(String(payload["sid"]), "base64url");
    return sessionId.length === 32 && payload.sub ? { sessionId, personId: payload.sub } : null;
  } catch {
    return null;
  }
}
