// The inventory of cryptography (security/crypto.json) is what the sources do: nothing more, nothing less.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { expect, test } from "vitest";
import { parseKeys, rootDir } from "../../src/platform/config.ts";

type Entry = { use: string; algorithm: string; bits: number; made: string; kept: string; life: string; ends: string; code: string[]; calls: string[]; legacy?: string };
const inventory = JSON.parse(readFileSync(join(rootDir, "security", "crypto.json"), "utf8")) as Entry[];

const files = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  const path = join(folder, entry.name);
  return entry.isDirectory() ? (["node_modules", "dist", "screens", "web"].includes(entry.name) ? [] : files(path)) : /\.(ts|mjs)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name) ? [path] : [];
});
const sources = ["src", "packages", "scripts", "bin"].flatMap((folder) => files(join(rootDir, folder)))
  .map((path) => ({ path: relative(rootDir, path).split(sep).join("/"), text: readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "") }));

/** What a source does with cryptography: calls with their algorithm, and libraries. */
export function usesOf(text: string): string[] {
  const calls = [...text.matchAll(/\b(createHash|createHmac|createCipheriv|createDecipheriv|hkdf(?:Sync)?|scrypt(?:Sync)?|pbkdf2(?:Sync)?|createSign|createVerify|generateKeyPair(?:Sync)?)\(\s*(?:"([\w-]+)")?/g)].map((match) => `${match[1]}${match[2] ? ` ${match[2]}` : ""}`);
  const libraries = [...text.matchAll(/from "(jose|@node-rs\/bcrypt|otplib|@simplewebauthn\/server|@node-saml\/node-saml|openid-client)"|\b(randomBytes)\(/g)].map((match) => match[1] ?? match[2]!);
  return [...new Set([...calls, ...libraries])];
}

test("V11.1.2 every use of cryptography stands in the inventory with key, algorithm, use and life; and every entry is used", () => {
  const wrong: string[] = [];
  for (const { path, text } of sources) {
    const uses = usesOf(text);
    const entries = inventory.filter((entry) => entry.code.includes(path));
    if (uses.length > 0 && entries.length === 0) wrong.push(`${path} uses ${uses.join(", ")}: add it to security/crypto.json, with the key, its life and its end`);
    for (const call of uses.filter((use) => use.includes(" "))) {
      if (entries.length > 0 && !entries.some((entry) => entry.calls.includes(call)) && !inventory.some((entry) => entry.calls.includes(call) && entry.code.includes(path)))
        wrong.push(`${path} calls ${call}, which its entry in security/crypto.json does not name`);
    }
  }
  const paths = new Map(sources.map((source) => [source.path, source.text]));
  for (const entry of inventory) {
    for (const path of entry.code) if (!paths.has(path) || usesOf(paths.get(path)!).length === 0) wrong.push(`security/crypto.json names ${path} for “${entry.use}”, which uses no cryptography`);
    for (const call of entry.calls) if (!entry.code.some((path) => usesOf(paths.get(path) ?? "").includes(call))) wrong.push(`security/crypto.json says ${call} of “${entry.use}”, and none of its files does`);
    for (const field of ["use", "algorithm", "made", "kept", "life", "ends"] as const) if (!entry[field]) wrong.push(`“${entry.use}” says nothing of ${field}`);
  }
  expect(wrong).toEqual([]);
});

test("V11.2.1 cryptography comes from Node, jose, bcrypt and the libraries of the protocols; none is written or brought in here", () => {
  const manifest = JSON.parse(readFileSync(join(rootDir, "package.json"), "utf8")) as { dependencies: Record<string, string> };
  const known = /crypto|cipher|bcrypt|argon|scrypt|sodium|nacl|tweet|forge|elliptic|noble|md5|sha\d|jsonwebtoken|jws|rsa|ecdsa|aes|hmac|pbkdf|otp|jose|webauthn|saml|openid/i;
  expect(Object.keys(manifest.dependencies).filter((name) => known.test(name)).sort()).toEqual(["@node-rs/bcrypt", "@node-saml/node-saml", "@simplewebauthn/server", "jose", "openid-client", "otplib"]);
  const homemade = /<<<?\s*\d+\s*\)?\s*\|\s*\(?\w+\s*>>>|0x67452301|0x6a09e667|0x428a2f98|\bsbox\b/i; // rotations, initial values of MD5, SHA-1 and SHA-2, tables of ciphers
  expect("const h = 0x6a09e667; (x << 3) | (x >>> 29)").toMatch(homemade);
  expect(sources.filter(({ text }) => homemade.test(text)).map(({ path }) => path)).toEqual(["packages/specimens/random.ts"]); // a sequence from a seed, for invented documents
});

test("V11.2.3 every key has at least 128 bits of strength, or says why not; shorter ones that somebody gives are refused", () => {
  expect(inventory.filter((entry) => entry.bits > 0 && entry.bits < 112)).toEqual([]);
  expect(inventory.filter((entry) => entry.bits > 0 && entry.bits < 128 && !entry.legacy && !/operator's certificate/.test(entry.algorithm)).map((entry) => entry.use)).toEqual([]);
  expect(parseKeys(Buffer.alloc(16, 7).toString("base64")), "a master key of 128 bits").toBeNull();
  expect(parseKeys(Buffer.alloc(31, 7).toString("hex"))).toBeNull();
  expect(parseKeys(Buffer.alloc(32, 7).toString("base64"))).toHaveLength(1);
});

test("V11.6.1 the product makes no key pair and signs nothing with one: what others sign is verified by Node's own algorithms, through jose, node-saml and simplewebauthn", () => {
  const made = sources.flatMap(({ path, text }) => usesOf(text).filter((use) => /^(generateKeyPair|createSign|createVerify)/.test(use)).map((use) => `${path}: ${use}`));
  expect(made, "add the algorithm to security/crypto.json: RSA from 3072 bits, P-256 or Ed25519").toEqual([]);
});

test("V11.4.4 no key is derived from a passphrase", () => {
  expect(sources.flatMap(({ path, text }) => usesOf(text).filter((use) => /^(scrypt|pbkdf2)/.test(use)).map((use) => `${path}: ${use}`)), "use scrypt with N = 2^17 and put it into security/crypto.json").toEqual([]);
});

test("a use that nobody wrote down is found", () => {
  expect(usesOf('import { SignJWT } from "jose"; createHash("md5").update(x); scryptSync(p, s, 32); randomBytes(8)')).toEqual(["createHash md5", "scryptSync", "jose", "randomBytes"]);
});
