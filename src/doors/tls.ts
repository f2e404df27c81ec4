import { createHash, createPrivateKey, X509Certificate, constants } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { createSecureContext, rootCertificates, type SecureContextOptions, type Server as TlsServer } from "node:tls";
import type { Log } from "../platform/log.ts";

/** What a running server serves, and why it did not take what lies in the files, for `doctor`. */
export type Served = { fingerprint: string; until: string; refused: { at: string; reason: string } | null };

export type CertificateFiles = { certFile: string; keyFile: string };

/** Where the web process writes what it serves. */
export const servedFile = (stateDir: string): string => join(stateDir, "certificate.json");

/** Forward secrecy and authenticated encryption only; within TLS 1.2 the server chooses, fastest safe one first. */
const CIPHERS = [
  "TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256",
  "ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-RSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-RSA-CHACHA20-POLY1305",
].join(":");

/** What every handshake keeps to: TLS 1.2 or 1.3, the suites above, no renegotiation. */
const floor = { minVersion: "TLSv1.2", maxVersion: "TLSv1.3", ciphers: CIPHERS, honorCipherOrder: true, ecdhCurve: "X25519:P-256:P-384", secureOptions: constants.SSL_OP_NO_RENEGOTIATION } as const;

/** A certificate, its chain and its key, checked to belong together. Throws an Error whose message says what is wrong. */
export function readCertificate({ certFile, keyFile }: CertificateFiles): { options: SecureContextOptions & { honorCipherOrder: boolean }; leaf: X509Certificate; chain: X509Certificate[] } {
  const [cert, key] = [readFileSync(certFile), readFileSync(keyFile)];
  const chain = [...cert.toString("latin1").matchAll(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g)].map(([pem]) => new X509Certificate(pem));
  const [leaf] = chain;
  if (!leaf) throw new Error(`${certFile} holds no certificate in PEM form`);
  if (!leaf.checkPrivateKey(privateKeyOf(key, keyFile))) throw new Error("the key does not belong to the certificate");
  const options = { ...floor, cert, key };
  createSecureContext(options);
  return { options, leaf, chain };
}

function privateKeyOf(pem: Buffer, path: string) {
  try {
    return createPrivateKey(pem);
  } catch (error) {
    throw new Error(`${path} holds no private key in PEM form that opens without a passphrase`, { cause: error });
  }
}

/** Whether the certificates stand one on the other, and where the last one stands. */
export function judgeChain(chain: readonly X509Certificate[]): "public" | "self-made" | "private" | "broken" {
  for (let at = 0; at + 1 < chain.length; at++) if (!chain[at]!.checkIssued(chain[at + 1]!) || !chain[at]!.verify(chain[at + 1]!.publicKey)) return "broken";
  const last = chain.at(-1)!;
  if (chain.length === 1 && last.subject === last.issuer && last.verify(last.publicKey)) return "self-made";
  const roots = rootCertificates.map((pem) => new X509Certificate(pem));
  return roots.some((root) => root.fingerprint256 === last.fingerprint256 || (last.checkIssued(root) && last.verify(root.publicKey))) ? "public" : "private";
}

/**
 * Reads certificate and key again when their files change (looked at every few seconds, so that links that are turned
 * round count too) and at SIGHUP, and serves new connections with them; those that are open go on. A pair that does not
 * work is logged and the old one kept; `tell` hears what is served. Answers the function that ends the watch.
 */
export function watchCertificate(server: Server, files: CertificateFiles, log: Log, { everyMs = 5_000, tell = () => undefined as void }: { everyMs?: number; tell?: (served: Served) => void } = {}): () => void {
  const stamp = () => {
    try {
      return [files.certFile, files.keyFile].map((path) => { const { ino, mtimeMs, size } = statSync(path); return `${ino} ${mtimeMs} ${size}`; }).join();
    } catch (error) {
      return String(error);
    }
  };
  const digest = (options: SecureContextOptions) => createHash("sha256").update(options.cert as Buffer).update(options.key as Buffer).digest("hex");
  let seen = stamp();
  const first = readCertificate(files);
  let served = digest(first.options);
  let shown: Served = { fingerprint: first.leaf.fingerprint256, until: first.leaf.validTo, refused: null };
  tell(shown);
  const read = () => {
    try {
      const { options, leaf } = readCertificate(files);
      const fresh = digest(options);
      if (fresh === served && !shown.refused) return;
      (server as unknown as TlsServer).setSecureContext(options);
      served = fresh;
      tell(shown = { fingerprint: leaf.fingerprint256, until: leaf.validTo, refused: null });
      log.info({ until: leaf.validTo, fingerprint: leaf.fingerprint256 }, "certificate read again");
    } catch (error) {
      tell(shown = { ...shown, refused: { at: new Date().toISOString(), reason: (error as Error).message } });
      log.error({ error: (error as Error).message }, "the new certificate cannot be used; the one before is served on");
    }
  };
  const look = () => {
    const now = stamp();
    if (now === seen) return;
    seen = now;
    read();
  };
  const timer = setInterval(look, everyMs).unref();
  process.on("SIGHUP", read);
  return () => {
    clearInterval(timer);
    process.off("SIGHUP", read);
  };
}
