import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterEach, beforeEach, expect, test } from "vitest";
import { rootDir } from "./config.ts";
import { addKey, listKeys, openDatabasePasswords, openSecrets, removeKey, SecretsError } from "./secrets.ts";

let stateDir: string;
beforeEach(() => { stateDir = mkdtempSync(join(tmpdir(), "counterfoil-secrets-")); });
afterEach(() => { rmSync(stateDir, { recursive: true }); });

const file = (name: string) => join(stateDir, "secrets", name);
const generated = () => openSecrets({ stateDir, masterKeys: [] });

test("V13.2.3 the first start makes keys that the second start finds again", () => {
  const first = generated();
  const second = generated();
  expect(second.keys.currentId).toBe(first.keys.currentId);
  expect(second.keys.keyOf(first.keys.currentId)).toEqual(first.keys.keyOf(first.keys.currentId));
  expect(second.signing.keyOf(first.signing.currentId)).toHaveLength(32);
  expect(second.signing.keyOf("nobody")).toBeUndefined();
  expect(openDatabasePasswords(stateDir)).toEqual(openDatabasePasswords(stateDir));
  expect(new Set(Object.values(openDatabasePasswords(stateDir))).size).toBe(3);
});

test("secrets are for their owner only, also after someone opened them", () => {
  generated();
  openDatabasePasswords(stateDir);
  chmodSync(join(stateDir, "secrets"), 0o755);
  for (const name of readdirSync(join(stateDir, "secrets"))) chmodSync(file(name), 0o644);
  generated();
  openDatabasePasswords(stateDir);
  expect(statSync(join(stateDir, "secrets")).mode & 0o777).toBe(0o700);
  expect(readdirSync(join(stateDir, "secrets")).sort()).toEqual(["database.json", "master.keys", "signing.keys"]);
  for (const name of readdirSync(join(stateDir, "secrets"))) expect(statSync(file(name)).mode & 0o777).toBe(0o600);
});

test("abuse-23 a lost master key fails closed instead of being replaced by a new one", () => {
  generated();
  rmSync(join(stateDir, "secrets"), { recursive: true });
  expect(generated).toThrow(/master key is missing.*COUNTERFOIL_MASTER_KEY/s);
  expect(existsSync(file("master.keys"))).toBe(false);
});

test("V11.2.2 another master key than the installation's is refused, and rotation keeps the old one readable", () => {
  const [old, fresh] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const before = openSecrets({ stateDir, masterKeys: [old] });
  expect(existsSync(file("master.keys"))).toBe(false);
  expect(() => openSecrets({ stateDir, masterKeys: [fresh] })).toThrow(SecretsError);
  const after = openSecrets({ stateDir, masterKeys: [fresh, old] });
  expect(after.keys.currentId).not.toBe(before.keys.currentId);
  expect(after.keys.keyOf(before.keys.currentId)).toEqual(old);
  expect(() => openSecrets({ stateDir, masterKeys: [fresh] }).keys.keyOf(before.keys.currentId)).toThrow(/not among the configured keys/);
});

test("a damaged key file is named, not used", () => {
  generated();
  writeFileSync(file("master.keys"), "not a key\n");
  expect(generated).toThrow(/master\.keys does not hold keys/);
  openDatabasePasswords(stateDir);
  writeFileSync(file("database.json"), "{");
  expect(() => openDatabasePasswords(stateDir)).toThrow(/database\.json/);
});

test("eight first starts at once agree on one set of secrets", async () => {
  const program = join(stateDir, "open.mjs");
  const entry = `import { openSecrets, openDatabasePasswords } from ${JSON.stringify(join(rootDir, "src/platform/secrets.ts"))};
    const { keys, signing } = openSecrets({ stateDir: process.argv[2], masterKeys: [] });
    console.log(JSON.stringify([keys.keyOf(keys.currentId).toString("hex"), signing.currentId, openDatabasePasswords(process.argv[2])]));`;
  await build({ stdin: { contents: entry, resolveDir: rootDir, loader: "ts" }, bundle: true, platform: "node", format: "esm", outfile: program, logLevel: "error", banner: { js: `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);` }, define: { "import.meta.url": JSON.stringify(`file://${rootDir}/src/x.ts`) } });
  const runs = await Promise.all(Array.from({ length: 8 }, () => promisify(execFile)(process.execPath, [program, stateDir])));
  expect(new Set(runs.map((run) => run.stdout)).size).toBe(1);
  expect(readFileSync(file("master.keys"), "utf8").trim()).toHaveLength(44);
  expect(readdirSync(join(stateDir, "secrets"))).toHaveLength(3);
}, 60_000);

test("V11.2.2 a rotated key reaches a running process, old ones still open, and a key file that vanishes is not made anew", async () => {
  const running = generated();
  const before = { master: running.keys.currentId, signing: running.signing.currentId };
  const master = addKey(stateDir, "master", new Date("2026-11-21T10:00:00Z"));
  const signing = addKey(stateDir, "signing", new Date("2026-11-21T10:00:00Z"));
  expect([master.before, signing.before]).toEqual([before.master, before.signing]);
  expect(running.signing.keyOf(signing.id), "what another process signs by now is known at once").toHaveLength(32);
  expect(running.signing.keyOf(before.signing)).toHaveLength(32);
  await expect.poll(() => [running.keys.currentId, running.signing.currentId], { timeout: 5000 }).toEqual([master.id, signing.id]);
  expect(generated().keys.currentId).toBe(master.id);

  expect(removeKey(stateDir, "master", master.id), "the current key stays").toBe(false);
  expect(removeKey(stateDir, "master", before.master)).toBe(true);
  expect(() => generated().keys.keyOf(before.master)).toThrow(/not among the configured keys/);
  const listed = listKeys({ stateDir, masterKeys: [] });
  expect(listed.map((key) => [key.ring, key.id, key.current])).toEqual([["master", master.id, true], ["signing", signing.id, true], ["signing", before.signing, false]]);
  expect(listed[2]!.retiredAt).toBe("2026-11-21T10:00:00.000Z");
  for (const name of readdirSync(join(stateDir, "secrets"))) expect(statSync(file(name)).mode & 0o777, name).toBe(0o600);

  rmSync(file("signing.keys"));
  expect(running.signing.keyOf("nobody")).toBeUndefined();
  expect(existsSync(file("signing.keys"))).toBe(false);
});
