// testssl.sh against the product's own TLS, and against a server that speaks what nobody should.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { makeCertificate } from "../certificate.ts";
import { startProduct } from "../product.ts";
import { has, run } from "./programs.ts";
import { weakTls } from "./stub.ts";

type Finding = { id: string; severity: string; finding: string };
const folder = mkdtempSync(join(tmpdir(), "cf-testssl-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What it finds, MEDIUM and worse; a certificate of our own making cannot be asked about revocation. */
async function judge(port: number, more: string[] = []): Promise<string[]> {
  const output = join(folder, `${port}.json`);
  rmSync(output, { force: true }); // version 3.0.8 tests nothing when the file is there
  const { output: said } = await run("testssl", ["--ip", "127.0.0.1", "--nodns", "none", "--warnings", "batch", "--color", "0", "--quiet", ...more, "--jsonfile", output, `https://localhost:${port}`], { ms: 590_000 });
  if (!existsSync(output)) throw new Error(`testssl tested nothing:\n${said.slice(-2000)}`);
  const findings = JSON.parse(readFileSync(output, "utf8")) as Finding[];
  if (findings.length < 5) throw new Error(`testssl found hardly anything to test:\n${said.slice(-2000)}`);
  return findings.filter(({ id, severity }) => /^(?:MEDIUM|HIGH|CRITICAL|FATAL)$/.test(severity) && !["cert_revocation", "cert_caIssuers"].includes(id)).map(({ id, severity, finding }) => `${severity} ${id}: ${finding}`);
}

describe.skipIf(!has("testssl"))("testssl.sh", () => {
  test("V12.1.1 V12.1.2 V3.4.1 nothing of medium severity or worse in the product's own TLS", async () => {
    const authority = makeCertificate("Judged Authority", { authority: true });
    const own = makeCertificate("localhost", { issuer: authority });
    for (const [name, text] of [["ca.pem", authority.cert], ["cert.pem", own.cert], ["key.pem", own.key]] as const) writeFileSync(join(folder, name), text);
    const product = await startProduct({ COUNTERFOIL_TLS_CERT: join(folder, "cert.pem"), COUNTERFOIL_TLS_KEY: join(folder, "key.pem") });
    try {
      expect(await judge(Number(new URL(product.address).port), ["--add-ca", join(folder, "ca.pem")])).toEqual([]);
    } finally {
      await product.stop();
    }
  }, 600_000);

  test("it is awake: old versions and weak suites of a planted server are found", async () => {
    const stub = await weakTls();
    try {
      const found = (await judge(stub.port, ["-p", "-s"])).join("\n");
      expect(found).toContain("CRITICAL cipherlist_aNULL");
    } finally {
      stub.close();
    }
  }, 300_000);
});
