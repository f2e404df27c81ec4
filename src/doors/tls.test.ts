// TLS on real sockets: what is spoken, what is refused, and certificates that change while the server runs.
import { mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { Agent, request, type RequestOptions } from "node:https";
import { request as plainRequest, type Server } from "node:http";
import { connect as connectPlain, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type ConnectionOptions } from "node:tls";
import { X509Certificate } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testServices } from "../../test/builders.ts";
import { makeCertificate, type Certificate } from "../../test/certificate.ts";
import { buildApp } from "../app.ts";
import { checkSettings } from "../platform/config.ts";
import { createLog } from "../platform/log.ts";
import { createPlainListener } from "./plain.ts";
import { judgeChain, readCertificate, watchCertificate, type Served } from "./tls.ts";

describe("TLS", () => {
  const services = testServices();
  const authority = makeCertificate("Test Authority", { authority: true });
  const folder = mkdtempSync(join(tmpdir(), "cf-tls-"));
  const files = { certFile: join(folder, "cert.pem"), keyFile: join(folder, "key.pem") };
  const put = (pair: Certificate) => {
    for (const [path, text] of [[files.certFile, pair.cert], [files.keyFile, pair.key]] as const) {
      writeFileSync(`${path}.new`, text);
      renameSync(`${path}.new`, path); // whole, as every tool that renews certificates does it
    }
  };
  let app: FastifyInstance;
  let plain: Server;
  let port: number;
  let unwatch: () => void;
  let told: Served | null = null;
  const lines: { level: string; message: string }[] = [];

  beforeAll(async () => {
    put(makeCertificate("books.example", { issuer: authority }));
    const config = { ...services.config, publicUrl: "https://books.example", tls: files };
    app = await buildApp({ ...services, config });
    await app.listen({ host: "127.0.0.1", port: 0 });
    port = (app.server.address() as AddressInfo).port;
    unwatch = watchCertificate(app.server, files, createLog("info", (line) => lines.push(JSON.parse(line))), { everyMs: 50, tell: (one) => { told = one; } });
    plain = createPlainListener(config);
    await new Promise<void>((resolve) => plain.listen(0, "127.0.0.1", resolve));
  });
  afterAll(async () => {
    unwatch();
    plain.close();
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const speak = (options: ConnectionOptions) => new Promise<{ protocol: string; cipher: string; fingerprint: string }>((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port, servername: "books.example", ca: authority.cert, ...options }, () => {
      resolve({ protocol: socket.getProtocol()!, cipher: socket.getCipher().name, fingerprint: socket.getPeerCertificate().fingerprint256 });
      socket.destroy();
    }).on("error", reject);
  });
  const call = (path: string, options: RequestOptions = {}) => new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    request({ host: "127.0.0.1", port, servername: "books.example", ca: authority.cert, path, ...options, headers: { host: "books.example", ...options.headers } }, (response) => {
      let body = "";
      response.on("data", (chunk) => { body += chunk; }).on("end", () => resolve({ status: response.statusCode!, headers: response.headers, body }));
    }).on("error", reject).end();
  });
  const fingerprintOf = (pair: Certificate) => new X509Certificate(pair.cert).fingerprint256;

  test("A1 V12.1.1 TLS 1.3 is preferred and 1.2 spoken; older versions are refused", async () => {
    expect((await speak({})).protocol).toBe("TLSv1.3");
    expect((await speak({ maxVersion: "TLSv1.2" })).protocol).toBe("TLSv1.2");
    for (const version of ["TLSv1", "TLSv1.1"] as const) await expect(speak({ minVersion: version, maxVersion: version, ciphers: "ALL:@SECLEVEL=0" })).rejects.toThrow(/protocol version|unsupported protocol|no protocols/i);
  });

  test("V12.1.2 only suites with forward secrecy and authenticated encryption, in the server's order", async () => {
    for (const suite of ["AES128-GCM-SHA256", "AES256-SHA", "ECDHE-ECDSA-AES128-SHA", "ECDHE-ECDSA-AES256-SHA384", "DHE-RSA-AES128-GCM-SHA256", "AES128-SHA256"])
      await expect(speak({ maxVersion: "TLSv1.2", ciphers: `${suite}:@SECLEVEL=0` }), suite).rejects.toThrow(/handshake failure|no ciphers|no cipher match/i);
    const asked = "ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256";
    expect((await speak({ maxVersion: "TLSv1.2", ciphers: asked })).cipher).toBe("ECDHE-ECDSA-AES128-GCM-SHA256");
  });

  test("A1 what comes in clear to the encrypted port is not answered", async () => {
    const answer = await new Promise<string>((resolve) => {
      let text = "";
      const socket = connectPlain(port, "127.0.0.1", () => socket.write("GET / HTTP/1.1\r\nHost: books.example\r\n\r\n"));
      socket.on("data", (chunk) => { text += chunk; }).on("close", () => resolve(text)).on("error", () => resolve(text));
    });
    expect(answer).not.toContain("HTTP/");
  });

  test("A2 V3.4.1 every encrypted answer tells browsers to stay with TLS for two years: pages, files, data, errors, what is no HTTP", async () => {
    const answers = [await call("/"), await call("/theme.js"), await call("/api/session"), await call("/api/nothing"), await call("/healthz"), await call("/%"), await call("/", { method: "TRACE" }), await call("/", { headers: { host: "other.example" } })];
    for (const { status, headers } of answers) expect(headers["strict-transport-security"], String(status)).toBe("max-age=63072000; includeSubDomains; preload");
    const raw = await new Promise<string>((resolve, reject) => {
      let text = "";
      const socket = connect({ host: "127.0.0.1", port, servername: "books.example", ca: authority.cert }, () => socket.write("GET / HTTP/9.9\r\n\r\n"));
      socket.on("data", (chunk) => { text += chunk; }).on("close", () => resolve(text)).on("error", reject);
    });
    expect(raw).toMatch(/^HTTP\/1\.1 400 .*strict-transport-security: max-age=63072000/is);
  });

  test("A1 V4.1.2 the plain listener beside it sends pages on by 308 and refuses data: nothing is served in clear", async () => {
    const clear = (path: string, method = "GET", host = "books.example") => new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
      plainRequest({ host: "127.0.0.1", port: (plain.address() as AddressInfo).port, path, method, headers: { host } }, (response) => {
        let body = "";
        response.on("data", (chunk) => { body += chunk; }).on("end", () => resolve({ status: response.statusCode!, headers: response.headers, body }));
      }).on("error", reject).end();
    });
    const page = await clear("/inbox?x=1");
    expect([page.status, page.headers["location"], page.body]).toEqual([308, "https://books.example/inbox?x=1", ""]);
    expect(page.headers["strict-transport-security"]).toBeUndefined();
    expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
    expect((await clear("/api/session")).status).toBe(403);
    expect(JSON.parse((await clear("/api/session")).body).code).toBe("not_encrypted");
    expect((await clear("/inbox", "POST")).status).toBe(403);
    expect((await clear("//evil.example/")).status).toBe(403);
    expect((await clear("/inbox", "GET", "evil.example")).status).toBe(421);
  });

  test("A1 a renewed certificate is served to new connections without a restart, and open ones go on", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1, ca: authority.cert });
    await call("/healthz", { agent });
    const renewed = makeCertificate("books.example", { issuer: authority });
    put(renewed);
    await expect.poll(async () => (await speak({})).fingerprint, { timeout: 5000 }).toBe(fingerprintOf(renewed));
    expect((await call("/healthz", { agent })).status).toBe(200);
    agent.destroy();
  });

  test("A1 a broken pair is logged and the certificate before is served on; SIGHUP reads at once", async () => {
    const before = (await speak({})).fingerprint;
    lines.length = 0;
    writeFileSync(files.keyFile, makeCertificate("books.example").key); // another's key
    await expect.poll(() => lines.map(({ level, message }) => `${level} ${message}`), { timeout: 5000 }).toContain("error the new certificate cannot be used; the one before is served on");
    writeFileSync(files.certFile, "no certificate");
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect((await speak({})).fingerprint).toBe(before);
    expect(told).toMatchObject({ fingerprint: before, refused: { reason: expect.stringMatching(/no certificate|does not belong/) as string } });
    unwatch();
    put(makeCertificate("books.example", { issuer: authority }));
    const stop = watchCertificate(app.server, files, createLog("silent"), { everyMs: 3_600_000 });
    const last = makeCertificate("books.example", { issuer: authority });
    put(last);
    process.emit("SIGHUP");
    expect((await speak({})).fingerprint).toBe(fingerprintOf(last));
    stop();
  });

  test("a turned link counts as a change, as certificate tools and secret mounts do it", async () => {
    const [one, two] = [makeCertificate("books.example", { issuer: authority }), makeCertificate("books.example", { issuer: authority })];
    const target = (name: string, pair: Certificate) => {
      writeFileSync(join(folder, `${name}.pem`), pair.cert);
      writeFileSync(join(folder, `${name}.key`), pair.key);
    };
    target("one", one);
    target("two", two);
    const point = (name: string) => {
      for (const [path, end] of [[files.certFile, "pem"], [files.keyFile, "key"]] as const) {
        symlinkSync(join(folder, `${name}.${end}`), `${path}.link`);
        renameSync(`${path}.link`, path);
      }
    };
    point("one");
    const stop = watchCertificate(app.server, files, createLog("silent"), { everyMs: 20 });
    point("two");
    await expect.poll(async () => (await speak({})).fingerprint, { timeout: 5000 }).toBe(fingerprintOf(two));
    stop();
  });

  test("V12.2.2 a chain is judged: self-made, of a private authority, or broken", () => {
    const own = makeCertificate("books.example");
    const leaf = makeCertificate("books.example", { issuer: authority });
    const chain = (...pairs: Certificate[]) => pairs.map((pair) => new X509Certificate(pair.cert));
    expect(judgeChain(chain(own))).toBe("self-made");
    expect(judgeChain(chain(leaf, authority))).toBe("private");
    expect(judgeChain(chain(leaf, own))).toBe("broken");
    const path = join(folder, "mixed.pem");
    writeFileSync(path, own.cert);
    writeFileSync(files.keyFile, leaf.key);
    expect(() => readCertificate({ certFile: path, keyFile: files.keyFile })).toThrow("the key does not belong to the certificate");
    expect(() => readCertificate({ certFile: files.keyFile, keyFile: files.keyFile })).toThrow("holds no certificate");
  });
});

test("A1 V12.2.1 an address that others can reach needs a certificate or a declared proxy; a plain port beside TLS needs TLS", () => {
  const problems = (env: NodeJS.ProcessEnv) => checkSettings(env).problems.map((one) => one.name);
  for (const HOST of ["0.0.0.0", "::", "192.0.2.7", "books.example"]) expect(problems({ HOST }), HOST).toContain("HOST");
  expect(problems({ HOST: "127.0.0.1" })).toEqual([]);
  expect(problems({ HOST: "0.0.0.0", COUNTERFOIL_BEHIND_TLS_PROXY: "10.0.0.1", COUNTERFOIL_PUBLIC_URL: "https://books.example" })).toEqual([]);
  expect(problems({ COUNTERFOIL_HTTP_PORT: "8080" })).toEqual(["COUNTERFOIL_HTTP_PORT"]);
});
