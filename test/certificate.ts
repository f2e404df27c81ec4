// Certificates for tests, made without a program: a small writer of X.509 in DER (RFC 5280), signed with ECDSA P-256, or RSA where asked.
import { createPrivateKey, createSign, generateKeyPairSync, randomBytes, type KeyObject } from "node:crypto";

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const size = body.length < 0x80 ? Buffer.from([body.length]) : body.length < 0x100 ? Buffer.from([0x81, body.length]) : Buffer.from([0x82, body.length >> 8, body.length & 0xff]);
  return Buffer.concat([Buffer.from([tag]), size, body]);
};
const seq = (...parts: Buffer[]) => der(0x30, ...parts);
const oid = (text: string): Buffer => {
  const [first = 0, second = 0, ...rest] = text.split(".").map(Number);
  const arcs = rest.flatMap((arc) => {
    const bytes = [arc & 0x7f];
    for (let left = arc >> 7; left > 0; left >>= 7) bytes.unshift((left & 0x7f) | 0x80);
    return bytes;
  });
  return der(0x06, Buffer.from([first * 40 + second, ...arcs]));
};
const time = (at: Date) => der(0x18, Buffer.from(`${at.toISOString().replace(/\D/g, "").slice(0, 14)}Z`));
const name = (common: string) => seq(der(0x31, seq(oid("2.5.4.3"), der(0x0c, Buffer.from(common)))));
const yes = der(0x01, Buffer.from([0xff]));
const extension = (id: string, critical: boolean, value: Buffer) => seq(oid(id), ...(critical ? [yes] : []), der(0x04, value));
const pem = (kind: string, bytes: Buffer) => `-----BEGIN ${kind}-----\n${bytes.toString("base64").replace(/.{64}/g, "$&\n").trim()}\n-----END ${kind}-----\n`;

export type Certificate = { name: string; cert: string; key: string };

/** A certificate for `name` (and localhost, 127.0.0.1), self-signed or from `issuer`. `days` may be negative: it is over then. */
export function makeCertificate(common: string, options: { issuer?: Certificate; authority?: boolean; days?: number; rsaBits?: number } = {}): Certificate {
  const { privateKey, publicKey } = options.rsaBits ? generateKeyPairSync("rsa", { modulusLength: options.rsaBits }) : generateKeyPairSync("ec", { namedCurve: "P-256" });
  const signer: KeyObject = options.issuer ? createPrivateKey(options.issuer.key) : privateKey;
  const days = options.days ?? 120;
  const now = Date.now();
  const algorithm = signer.asymmetricKeyType === "rsa" ? seq(oid("1.2.840.113549.1.1.11"), der(0x05)) : seq(oid("1.2.840.10045.4.3.2"));
  const names = seq(der(0x82, Buffer.from(common)), der(0x82, Buffer.from("localhost")), der(0x87, Buffer.from([127, 0, 0, 1])));
  const toSign = seq(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([0x01]), randomBytes(15)])),
    algorithm, name(options.issuer?.name ?? common), seq(time(new Date(now - 2 * 86_400_000 + Math.min(0, days) * 86_400_000)), time(new Date(now + days * 86_400_000))), name(common),
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, seq(
      extension("2.5.29.19", true, seq(...(options.authority ? [yes] : []))),
      extension("2.5.29.15", true, der(0x03, options.authority ? Buffer.from([1, 0x06]) : Buffer.from([7, 0x80]))),
      ...(options.authority ? [] : [extension("2.5.29.37", false, seq(oid("1.3.6.1.5.5.7.3.1"))), extension("2.5.29.17", false, names)]),
    )),
  );
  const signature = createSign("sha256").update(toSign).sign(signer);
  return {
    name: common,
    cert: pem("CERTIFICATE", seq(toSign, algorithm, der(0x03, Buffer.from([0]), signature))),
    key: privateKey.export({ type: "pkcs8", format: "pem" }) as string,
  };
}
