import { readFile } from "node:fs/promises";

/** What Node needs to serve HTTPS. */
export async function tlsOptions(tls: { certFile: string; keyFile: string }) {
  return { cert: await readFile(tls.certFile), key: await readFile(tls.keyFile), minVersion: "TLSv1.2" };
}
