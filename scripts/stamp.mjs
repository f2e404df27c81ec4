// Tells whether dist/ was built from the files that lie here now. Plain JavaScript without dependencies: bin/counterfoil.mjs
// asks before every command, so it reads names, sizes and times, never contents (about 5 ms).
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const dist = join(root, "dist");

const isTest = (name) => /\.test\.tsx?$/.test(name);
const isScreen = (path) => /^src\/(web|[^/]+\/screens)\//.test(path) || path === "vite.config.ts";

/** Paths (with "/", from the root) of everything that goes into dist. */
function inputs() {
  const found = ["package-lock.json", "scripts/build.mjs", "scripts/sbom.mjs", "scripts/stamp.mjs", "vite.config.ts"].filter((path) => existsSync(join(root, path)));
  const visit = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (entry.name.startsWith(".") || entry.name === "node_modules" || isTest(entry.name)) continue;
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) found.push(path);
    }
  };
  for (const folder of ["packages", "src"]) visit(folder);
  return found.sort();
}

/**
 * One short text for the state of the sources: `program` changes with anything the server and the command line are made
 * from, `web` with anything at all, as the browser shares contracts, policies and packages with them.
 */
export function stamps() {
  const program = createHash("sha256");
  const web = createHash("sha256");
  for (const path of inputs()) {
    const { size, mtimeMs } = statSync(join(root, path));
    const line = `${path}\0${size}\0${mtimeMs}\n`;
    web.update(line);
    if (!isScreen(path)) program.update(line);
  }
  return { program: program.digest("hex"), web: web.digest("hex") };
}

/** The stamps that the last build left; empty when there was none. */
export function builtStamps() {
  try {
    return JSON.parse(readFileSync(join(dist, "stamps.json"), "utf8"));
  } catch {
    return {};
  }
}

/** What of dist is missing or older than its sources. */
export function stale() {
  if (!existsSync(join(root, "src"))) return { program: false, web: false }; // a package without sources is as it was built
  const now = stamps();
  const built = builtStamps();
  return { program: now.program !== built.program || !existsSync(join(dist, "cli.js")), web: now.web !== built.web };
}
