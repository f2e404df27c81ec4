#!/usr/bin/env node
// The command. Builds what is missing or stale, then hands over to dist/cli.js. Loads nothing else before that, so that an
// old Node gets a sentence and `parse` does not wait.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Counterfoil needs Node.js 20.19 or newer; this is ${process.version}. Install a current one from https://nodejs.org and try again.`);
  process.exit(1);
}

const { dist, stale } = await import("../scripts/stamp.mjs");
const { existsSync } = await import("node:fs");
const { join } = await import("node:path");
const { pathToFileURL } = await import("node:url");

const needsWeb = process.argv[2] === "start" || process.argv[2] === "web";
const old = stale();
if (old.program || (needsWeb && old.web)) {
  try {
    const { buildAll } = await import("../scripts/build.mjs");
    await buildAll({ web: needsWeb });
  } catch (error) {
    // An installation without build tools, or one that may not write, runs what it has.
    const runnable = existsSync(join(dist, "cli.js")) && (!needsWeb || existsSync(join(dist, "web", "index.html")));
    const cannotBuild = ["EACCES", "EROFS", "EPERM"].includes(error.code) || error.cause?.code === "ERR_MODULE_NOT_FOUND";
    if (!runnable || !cannotBuild) {
      console.error(`Counterfoil could not be built: ${error.message}`);
      process.exit(1);
    }
  }
}
const { main } = await import(pathToFileURL(join(dist, "cli.js")).href);
await main(process.argv.slice(2));
