#!/usr/bin/env node
// Adds to package-lock.json the packages for other platforms that its entries name but that the registry in use did not
// offer when the lock was written. npm 11 refuses `npm ci` without them, even where they would not be installed. Such an
// entry has no integrity, so on its platform npm takes what the registry gives; `npm install` on a full registry fills it in.
// Run it after `npm install`: `node scripts/complete-lock.mjs [--check]`
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const path = join(dirname(dirname(fileURLToPath(import.meta.url))), "package-lock.json");
const lock = JSON.parse(readFileSync(path, "utf8"));
const part = (name, values) => values.find((value) => `${name}-`.includes(`-${value}-`));

/** What a package for a platform says about itself, read from its name: @scope/tool-linux-arm64-musl. */
function entryFor(name, version, parent) {
  const os = part(name, ["android", "darwin", "freebsd", "linux", "win32", "openharmony", "netbsd", "openbsd", "sunos", "aix"]);
  const cpu = part(name, ["arm64", "x64", "ia32", "arm", "riscv64", "ppc64", "s390x", "loong64", "wasm32"]);
  const libc = os !== "linux" ? undefined : /-gnu(eabihf)?$/.test(name) ? "glibc" : /-musl(eabihf)?$/.test(name) ? "musl" : undefined;
  return {
    version,
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(parent.dev ? { dev: true } : {}),
    ...(libc ? { libc: [libc] } : {}),
    ...(parent.license ? { license: parent.license } : {}),
    optional: true,
    ...(os ? { os: [os] } : {}),
    ...(parent.engines ? { engines: parent.engines } : {}),
  };
}

const added = {};
for (const [at, parent] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const known = lock.packages[`node_modules/${name}`] ?? lock.packages[`${at}/node_modules/${name}`];
    if (!known && /^\d/.test(version)) added[`node_modules/${name}`] = entryFor(name, version, parent);
  }
}
const names = Object.keys(added);
if (process.argv.includes("--check")) {
  if (names.length > 0) {
    console.error(`package-lock.json lacks ${names.length} packages for other platforms, so npm 11 will refuse npm ci. Run node scripts/complete-lock.mjs.`);
    process.exit(1);
  }
} else if (names.length > 0) {
  const sorted = Object.entries({ ...lock.packages, ...added }).sort(([a], [b]) => (a === "" ? -1 : b === "" ? 1 : a.localeCompare(b, "en")));
  lock.packages = Object.fromEntries(sorted);
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`added ${names.length} packages`);
}
