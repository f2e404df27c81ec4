import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkSettings, defaultStateDir, isLoopback, loadConfig, parseKeys, rootDir, settings, SettingsError } from "./config.ts";

let dir: string;
beforeAll(() => { dir = mkdtempSync(join(tmpdir(), "counterfoil-config-")); });
afterAll(() => { rmSync(dir, { recursive: true }); });

const problemsOf = (env: NodeJS.ProcessEnv) => checkSettings(env).problems.map((problem) => problem.message).join("\n");

test("an empty environment gives a loopback server without anything configured", () => {
  const config = loadConfig({});
  expect(config).toMatchObject({ host: "127.0.0.1", port: 3000, publicUrl: "http://localhost:3000", databaseUrl: null, tls: null, trustedProxies: [], smtpUrl: null, masterKeys: [], readers: 2, logLevel: "info" });
  expect(config.mailFrom).toBe("Counterfoil <no-reply@localhost>");
});

test("an empty variable counts as unset, as compose files write it", () => {
  expect(loadConfig({ PORT: "", DATABASE_URL: " " }).port).toBe(3000);
});

describe("A1: nothing but loopback is served in clear", () => {
  test.each(["0.0.0.0", "::", "192.0.2.7", "invoices.example", "127.example"])("HOST=%s alone refuses", (host) => {
    expect(() => loadConfig({ HOST: host })).toThrow(/^HOST is .*COUNTERFOIL_TLS_CERT.*COUNTERFOIL_BEHIND_TLS_PROXY/s);
  });
  test.each(["127.0.0.1", "localhost", "::1", "[::1]", "127.9.9.9"])("HOST=%s is fine", (host) => {
    expect(loadConfig({ HOST: host }).host).toBe(host.replace(/[[\]]/g, ""));
  });
  test("a declared proxy opens the listener, but needs the public address", () => {
    expect(problemsOf({ HOST: "0.0.0.0", COUNTERFOIL_BEHIND_TLS_PROXY: "10.0.0.5" })).toMatch(/^COUNTERFOIL_PUBLIC_URL is missing/);
    const config = loadConfig({ HOST: "0.0.0.0", COUNTERFOIL_BEHIND_TLS_PROXY: "10.0.0.5, fd00::/8", COUNTERFOIL_PUBLIC_URL: "https://invoices.example/" });
    expect(config).toMatchObject({ trustedProxies: ["10.0.0.5", "fd00::/8"], publicUrl: "https://invoices.example" });
  });
  test("a certificate needs its key, and both must be readable", () => {
    const cert = join(dir, "cert.pem");
    writeFileSync(cert, "x");
    expect(problemsOf({ HOST: "0.0.0.0", COUNTERFOIL_TLS_CERT: cert })).toMatch(/COUNTERFOIL_TLS_KEY is missing/);
    expect(problemsOf({ COUNTERFOIL_TLS_CERT: cert, COUNTERFOIL_TLS_KEY: join(dir, "none.pem") })).toMatch(/COUNTERFOIL_TLS_KEY names .*cannot be read/);
    expect(loadConfig({ HOST: "0.0.0.0", COUNTERFOIL_TLS_CERT: cert, COUNTERFOIL_TLS_KEY: cert }).publicUrl).toBe("https://localhost:3000");
  });
  test("a public address in clear is refused unless it is localhost", () => {
    expect(problemsOf({ COUNTERFOIL_PUBLIC_URL: "http://invoices.example" })).toMatch(/must begin with https/);
    expect(problemsOf({ COUNTERFOIL_PUBLIC_URL: "http://localhost:8080" })).toBe("");
  });
});

test.each([
  ["PORT", "70000"], ["PORT", "three"], ["PORT", "-1"], ["HOST", "a b"], ["DATABASE_URL", "mysql://x/y"], ["COUNTERFOIL_PUBLIC_URL", "invoices.example"],
  ["COUNTERFOIL_PUBLIC_URL", "https://x.example/path"], ["COUNTERFOIL_BEHIND_TLS_PROXY", "10.0.0.5/99"], ["COUNTERFOIL_BEHIND_TLS_PROXY", "proxy"], ["SMTP_URL", "mail.example"],
  ["COUNTERFOIL_MAIL_FROM", "nobody"], ["COUNTERFOIL_MASTER_KEY", "short"], ["COUNTERFOIL_MASTER_KEY_FILE", "/no/such/file"], ["COUNTERFOIL_READERS", "0"], ["COUNTERFOIL_READERS", "99"], ["LOG_LEVEL", "loud"],
])("%s=%s gives a sentence that names the variable", (name, value) => {
  const { config, problems } = checkSettings({ [name]: value });
  expect(config).toBeNull();
  expect(problems.map((problem) => problem.name)).toEqual([name]);
  expect(problems[0]!.message).toMatch(new RegExp(`^${name} .{15,}`));
});

test("all wrong variables are reported at once", () => {
  expect(() => loadConfig({ PORT: "x", LOG_LEVEL: "y" })).toThrow(SettingsError);
  expect(checkSettings({ PORT: "x", LOG_LEVEL: "y" }).problems).toHaveLength(2);
});

test("a master key is read as base64, base64url or hex, from the environment or a file", () => {
  const key = Buffer.from(Array.from({ length: 32 }, (_, index) => 255 - index));
  for (const encoding of ["base64", "base64url", "hex"] as const) expect(parseKeys(`${key.toString(encoding)}\n`)).toEqual([key]);
  expect(parseKeys(key.subarray(1).toString("base64"))).toBeNull();
  expect(parseKeys(" ")).toBeNull();
  expect(parseKeys(`${"00".repeat(32)},${key.toString("hex")}`)).toEqual([Buffer.alloc(32), key]);
  writeFileSync(join(dir, "key"), `${key.toString("hex")}\n`);
  expect(loadConfig({ COUNTERFOIL_MASTER_KEY_FILE: join(dir, "key") }).masterKeys).toEqual([key]);
});

test("state lives outside a root home, and beside the checkout otherwise", () => {
  expect(defaultStateDir({}, "/root/counterfoil", 0)).toMatch(/^\/var\/lib\/counterfoil\/[0-9a-f]{8}$/);
  expect(defaultStateDir({}, "/root/counterfoil", 0)).not.toBe(defaultStateDir({}, "/root/other", 0));
  expect(defaultStateDir({}, dir, 1000)).toBe(join(dir, ".counterfoil"));
  expect(defaultStateDir({ XDG_STATE_HOME: "/home/x/state" }, "/proc/self/nowhere", 1000)).toBe("/home/x/state/counterfoil");
  expect(loadConfig({ COUNTERFOIL_STATE_DIR: "relative" }).stateDir).toBe(join(process.cwd(), "relative"));
});

test("loopback is recognised by address, not by prefix of a name", () => {
  expect(["127.0.0.1", "localhost", "::1"].every(isLoopback)).toBe(true);
  expect(["127.evil.example", "0.0.0.0", "::", "10.0.0.1"].some(isLoopback)).toBe(false);
});

test("the table of settings has every name once, each with a meaning", () => {
  expect(new Set(settings.map((setting) => setting.name)).size).toBe(settings.length);
  for (const setting of settings) expect(setting.meaning.length).toBeGreaterThan(20);
  expect(rootDir).toBe(process.cwd());
});
