import { createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { KeyRing } from "../platform/files.ts";
import { openBytes, sealBytes } from "../platform/sealing.ts";
import type { Services } from "../platform/services.ts";
import { sameBytes } from "../platform/tokens.ts";
import type { GivenRole } from "./contract.ts";

// What the browser carries between "begin" and "done": sealed, so that it can neither be read nor changed, in a cookie that
// only this browser has, for ten minutes. An answer without its cookie, or with another's, is nobody's sign-in (V10.1.2).

/** A sign-in that was begun at a provider. */
export type Begun =
  | { kind: "oidc"; provider: string; state: string; nonce: string; verifier: string; next: string; link: string | null }
  | { kind: "saml"; connectionId: string; requestId: string; next: string };

/** What an identity provider of a workspace proved about somebody. */
export type Proof = {
  connectionId: string; via: "oidc" | "saml"; issuer: string; subject: string; email: string; name: string | null;
  /** The highest role that the stated groups give; null when none does, or none were stated. */
  role: GivenRole | null;
  secondFactor: boolean; endsAt: string | null;
};

/** What waits for its last step: a SAML answer for the browser that began, or an identity for the person's consent. */
export type Waiting =
  | { kind: "arrival"; once: string; answers: string | null; proof: Proof }
  | { kind: "link"; once: string; issuer: string; subject: string; email: string; provider: "google" | "microsoft" };

export const FLOW_MS = 10 * 60_000;

type Name = "begun" | "waiting";
type Held<N extends Name> = N extends "begun" ? Begun : Waiting;
const isSecure = (services: Services): boolean => services.config.publicUrl.startsWith("https:");
const cookieName = (services: Services, name: Name): string => `${isSecure(services) ? "__Host-" : ""}counterfoil-sso-${name}`;

const keyOf = (keys: KeyRing, id: string, purpose: string): Buffer => Buffer.from(hkdfSync("sha256", keys.keyOf(id), "", `counterfoil sso ${purpose}`, 32));

/** Gives the browser something to carry. */
export function hand<N extends Name>(services: Services, reply: FastifyReply, name: N, value: Held<N>): void {
  const { keys } = services;
  const at = services.clock().getTime();
  const sealed = sealBytes(keyOf(keys, keys.currentId, name), Buffer.from(JSON.stringify({ ...value, until: at + FLOW_MS })), `sso ${name}`);
  void reply.setCookie(cookieName(services, name), `${keys.currentId}.${sealed.toString("base64url")}`, {
    httpOnly: true, secure: isSecure(services), sameSite: "lax", path: "/", expires: new Date(at + FLOW_MS),
  });
}

/** What the browser carries, when it is ours and not too old. */
export function carried<N extends Name>(services: Services, request: FastifyRequest, name: N): Held<N> | null {
  const cookie = request.cookies[cookieName(services, name)] ?? "";
  const dot = cookie.lastIndexOf(".");
  if (dot < 1) return null;
  try {
    const plain = openBytes(keyOf(services.keys, cookie.slice(0, dot), name), Buffer.from(cookie.slice(dot + 1), "base64url"), `sso ${name}`);
    const { until, ...value } = JSON.parse(plain.toString("utf8")) as Held<N> & { until: number };
    return until > services.clock().getTime() ? value as unknown as Held<N> : null;
  } catch {
    return null; // forged, of another installation, or sealed by a key that was taken away
  }
}

/** Takes back what the browser carried. */
export function takeBack(services: Services, reply: FastifyReply, name: Name): void {
  void reply.clearCookie(cookieName(services, name), { httpOnly: true, secure: isSecure(services), sameSite: "lax", path: "/" });
}

/** A name for what may happen once: SHA-256 over its parts. */
export const onceKey = (...parts: string[]): Buffer => createHash("sha256").update(parts.join("\u0000")).digest();

// The id of a SAML request says itself that we made it, when and for which connection: any process can tell, and nothing is
// stored until an answer comes. Its first use is noted in the database, so that there is no second.
const REQUEST_BYTES = 16 + 6 + 16;

/** Makes the id of a SAML request of this connection. */
export function newRequestId(services: Services, connectionId: string): string {
  const head = Buffer.concat([randomBytes(16), timeBytes(services.clock())]);
  return `_${Buffer.concat([head, markOf(services.keys, services.keys.currentId, connectionId, head)]).toString("hex")}`;
}

/** Whether we made this request id for this connection, within ten minutes. Answers when, or null. */
export function requestMadeAt(services: Services, connectionId: string, id: string): Date | null {
  if (!new RegExp(`^_[0-9a-f]{${REQUEST_BYTES * 2}}$`).test(id)) return null;
  const bytes = Buffer.from(id.slice(1), "hex");
  const head = bytes.subarray(0, 22);
  if (!sameBytes(bytes.subarray(22), markOf(services.keys, services.keys.currentId, connectionId, head))) return null;
  const at = head.readUIntBE(16, 6);
  const age = services.clock().getTime() - at;
  return age >= -5000 && age <= FLOW_MS ? new Date(at) : null;
}

const timeBytes = (at: Date): Buffer => {
  const bytes = Buffer.alloc(6);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  return bytes;
};
const markOf = (keys: KeyRing, keyId: string, connectionId: string, head: Buffer): Buffer =>
  createHmac("sha256", keyOf(keys, keyId, "request")).update(connectionId).update(head).digest().subarray(0, 16);
