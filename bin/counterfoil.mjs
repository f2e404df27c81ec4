#!/usr/bin/env node
// The command. Builds what is missing or stale, then hands over to dist/cli.js. Loads nothing else before that, so that an
// old Node gets a sentence and `parse` does not wait.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Counterfoil needs Node.js 20.19 or newer; this is ${process.version}. Install a current one from https://nodejs.org and try again.`);
  process.exit(1);
}

const { dist, root, stale } = await import("../scripts/stamp.mjs");
const { existsSync } = await import("node:fs");
const { join } = await import("node:path");
const { pathToFileURL } = await import("node:url");

const needsWeb = process.argv[2] === "start" || process.argv[2] === "web";
const old = stale();
if (old.program || (needsWeb && old.web)) {
  // In a process of its own: the build tools take 300 MB, which a server should not keep.
  const { spawnSync } = await import("node:child_process");
  const build = spawnSync(process.execPath, [join(root, "scripts", "build.mjs"), "--quiet", ...(needsWeb ? [] : ["--no-web"])], { stdio: ["ignore", "inherit", "pipe"], encoding: "utf8" });
  if (build.signal) process.exit(130);
  // 3: this installation has no build tools or may not write. It runs what it has.
  const runnable = existsSync(join(dist, "cli.js")) && (!needsWeb || existsSync(join(dist, "web", "index.html")));
  if (build.status !== 0 && !(build.status === 3 && runnable)) {
    console.error(`Counterfoil could not be built: ${build.stderr.trim()}`);
    process.exit(1);
  }
}
const { main } = await import(pathToFileURL(join(dist, "cli.js")).href);
await main(process.argv.slice(2));
