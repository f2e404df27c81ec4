// A software authenticator for tests: the double of a piece of hardware, not of the protocol. It keeps P-256 keys, writes
// real CBOR and COSE, and signs as a security key or phone does (WebAuthn Level 3, §6).
import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from "node:crypto";

const sha256 = (bytes: Uint8Array | string): Buffer => createHash("sha256").update(bytes).digest();
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

/** The part of CBOR (RFC 8949) that WebAuthn uses: whole numbers, bytes, text, maps in their order. */
export function cbor(value: unknown): Buffer {
  const head = (major: number, size: number): Buffer => size < 24 ? Buffer.from([(major << 5) | size]) : size < 256 ? Buffer.from([(major << 5) | 24, size]) : Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
  if (typeof value === "number") return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Map) return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, one]) => [cbor(key), cbor(one)])]);
  throw new Error(`no CBOR for ${String(value)}`);
}

export type Quirks = { origin?: string; rpId?: string; type?: string; challenge?: string; userVerified?: boolean; counter?: number; signWith?: KeyObject };
type Credential = { id: Buffer; privateKey: KeyObject; publicKey: Buffer; counter: number; userHandle: Buffer };

/** An authenticator with room for keys. `quirks` make it lie in one respect. */
export function anAuthenticator(origin = "http://localhost:3000") {
  const kept: Credential[] = [];
  const clientData = (type: string, challenge: string, quirks: Quirks) => Buffer.from(JSON.stringify({ type: quirks.type ?? type, challenge: quirks.challenge ?? challenge, origin: quirks.origin ?? origin, crossOrigin: false }));
  const authData = (rpId: string, counter: number, quirks: Quirks, attested = Buffer.alloc(0)) => {
    const flags = 0x01 | (quirks.userVerified === false ? 0 : 0x04) | (attested.length > 0 ? 0x40 : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(quirks.counter ?? counter);
    return Buffer.concat([sha256(quirks.rpId ?? rpId), Buffer.from([flags]), count, attested]);
  };
  return {
    kept,
    /** Makes a key for `options` of navigator.credentials.create. */
    make(options: any, quirks: Quirks = {}) {
      const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const { x, y } = publicKey.export({ format: "jwk" });
      const cose = cbor(new Map<number, unknown>([[1, 2], [3, -7], [-1, 1], [-2, Buffer.from(x!, "base64url")], [-3, Buffer.from(y!, "base64url")]]));
      const credential: Credential = { id: randomBytes(32), privateKey, publicKey: cose, counter: 1, userHandle: Buffer.from(options.user.id, "base64url") };
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, credential.id.length]), credential.id, cose]);
      const attestationObject = cbor(new Map<string, unknown>([["fmt", "none"], ["attStmt", new Map()], ["authData", authData(options.rp.id, credential.counter, quirks, attested)]]));
      kept.push(credential);
      return {
        id: text(credential.id), rawId: text(credential.id), type: "public-key", clientExtensionResults: {}, authenticatorAttachment: "platform",
        response: { clientDataJSON: text(clientData("webauthn.create", options.challenge, quirks)), attestationObject: text(attestationObject), transports: ["internal"] },
      };
    },
    /** Signs for `options` of navigator.credentials.get with a key that is kept (the newest, or a given one). */
    show(options: any, quirks: Quirks = {}, credential = kept.at(-1)!) {
      const data = clientData("webauthn.get", options.challenge, quirks);
      const authenticatorData = authData(options.rpId, ++credential.counter, quirks);
      const signature = createSign("sha256").update(Buffer.concat([authenticatorData, sha256(data)])).sign(quirks.signWith ?? credential.privateKey);
      return {
        id: text(credential.id), rawId: text(credential.id), type: "public-key", clientExtensionResults: {}, authenticatorAttachment: "platform",
        response: { clientDataJSON: text(data), authenticatorData: text(authenticatorData), signature: text(signature), userHandle: text(credential.userHandle) },
      };
    },
  };
}
