#!/usr/bin/env node
// Runs a measurement: `node scripts/bench.mjs audit` bundles bench/audit.ts and runs it. Words after the name go to it.
// Each brings up what it needs on a folder of its own (bench/installation.ts) and prints a table; none changes the checkout.
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { dist, root } from "./stamp.mjs";

const [name, ...words] = process.argv.slice(2);
const source = join(root, "bench", `${name}.ts`);
if (!name || !existsSync(source)) {
  const known = readdirSync(join(root, "bench")).filter((file) => file.endsWith(".ts")).map((file) => file.slice(0, -3));
  console.error(`${name ? `There is no measurement “${name}”.` : "Say what to measure."} There are: ${known.join(", ")}.`);
  process.exit(2);
}

// Beside the program, where migrations, templates and node_modules are found from the same place.
const folder = mkdtempSync(join(dist, "bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
await build({
  absWorkingDir: root, entryPoints: [source], outfile: join(folder, "bench.mjs"),
  bundle: true, format: "esm", platform: "node", target: "node20.19", sourcemap: "inline", logLevel: "warning",
  plugins: [{
    name: "own-packages",
    setup(bundler) {
      bundler.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        if (kind === "entry-point") return undefined;
        const own = /^@counterfoil\/([^/]+)(?:\/(.+))?$/.exec(path);
        return own ? { path: join(root, "packages", own[1], own[2] ?? "index.ts") } : { path, external: true };
      });
    },
  }],
});
const run = spawn(process.execPath, ["--enable-source-maps", "--expose-gc", join(folder, "bench.mjs"), ...words], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => run.kill(signal));
run.on("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
