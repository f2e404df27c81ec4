#!/usr/bin/env node
// Builds dist/: the program (esbuild) and the browser's part (vite), each only when its sources changed.
//
//   dist/cli.js        the command line, which is also the web and the worker process
//   dist/parser.js     the process that reads documents; it loads nothing but what reading needs
//   dist/chunk-*.js    what they share
//   dist/tessdata/     language data for the machine's own Tesseract, unpacked (the bundled one reads the packages)
//   dist/paper/        templates and fonts of printed documents
//   dist/web/          the browser's files
//   dist/sbom.cdx.json what ships, as CycloneDX
//
// Our own packages are bundled, those from npm stay in node_modules. Migrations are read from migrations/ itself.
// `node scripts/build.mjs [--force] [--no-web] [--quiet]`; ends with 3 where the tools are missing or dist/ may not be written.
import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, openSync, closeSync, readdirSync, readFileSync, renameSync, rmSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { gunzipSync } from "node:zlib";
import { builtStamps, dist, root, stale, stamps } from "./stamp.mjs";

/**
 * Brings dist/ up to date. Several processes may ask at once: one builds, the others wait for it.
 * Throws an Error whose message is for people. Writes each file whole, so a running server never reads half of one.
 */
async function buildAll({ web, force, say }) {
  mkdirSync(dist, { recursive: true });
  const release = await takeTurn();
  try {
    const old = force ? { program: true, web: true } : stale();
    const now = stamps();
    if (old.program) {
      const started = Date.now();
      const files = await buildProgram();
      remember({ ...builtStamps(), program: now.program });
      say(`built the program: ${files} files in ${Date.now() - started} ms`);
    }
    if (web && old.web && existsSync(join(root, "src/web/index.html"))) {
      const started = Date.now();
      const built = await buildWeb(force);
      remember({ ...builtStamps(), web: now.web });
      say(built ? `built the web application in ${Date.now() - started} ms` : "the web application is up to date");
    }
  } finally {
    release();
  }
}

async function buildProgram() {
  const { build } = await tool("esbuild");
  const entries = { cli: "src/cli.ts", parser: "src/platform/reading/parser.ts" };
  // Each by itself: the reading process may open few files, so it must share no chunk with what only the others load.
  const built = await Promise.all(Object.entries(entries).map(([name, path]) => build({
    absWorkingDir: root, entryPoints: { [name]: path },
    outdir: dist, entryNames: "[name]", chunkNames: "chunk-[hash]",
    bundle: true, splitting: true, format: "esm", platform: "node", target: "node20.19",
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [ownPackages], write: false, logLevel: "silent", legalComments: "none",
  })));
  const outputFiles = built.flatMap((one) => one.outputFiles);
  // Entries last: they name the chunks.
  const isEntry = (file) => Object.keys(entries).some((name) => file.path.endsWith(`${sep}${name}.js`));
  for (const file of outputFiles.sort((a, b) => Number(isEntry(a)) - Number(isEntry(b)))) writeWhole(file.path, file.contents);
  if (existsSync(join(root, "packages/paper/assets.mjs"))) {
    const { copyPaperAssets } = await import(pathToFileURL(join(root, "packages/paper/assets.mjs")).href);
    await copyPaperAssets(dist);
  }
  unpackLanguages();
  writeWhole(join(dist, "sbom.cdx.json"), (await import("./sbom.mjs")).sbomText());
  removeOldChunks(new Set(outputFiles.map((file) => relative(dist, file.path))));
  return outputFiles.length;
}

function unpackLanguages() {
  mkdirSync(join(dist, "tessdata"), { recursive: true });
  const packages = join(root, "node_modules/@tesseract.js-data");
  for (const language of existsSync(packages) ? readdirSync(packages) : []) {
    const target = join(dist, "tessdata", `${language}.traineddata`);
    const packed = join(packages, language, "4.0.0_best_int", `${language}.traineddata.gz`);
    if (existsSync(packed) && !existsSync(target)) writeWhole(target, gunzipSync(readFileSync(packed)));
  }
}

/** Bundles @counterfoil/* from packages/, leaves every other bare import to node_modules. */
const ownPackages = {
  name: "own-packages",
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === "entry-point") return undefined;
      const own = /^@counterfoil\/([^/]+)(?:\/(.+))?$/.exec(path);
      return own ? { path: join(root, "packages", own[1], own[2] ?? "index.ts"), sideEffects: false } : { path, external: true };
    });
  },
};

/** A server that is still running may load a chunk of the last build, so those stay for a day. */
function removeOldChunks(current) {
  for (const name of readdirSync(dist)) {
    if (!/^chunk-.*\.js$/.test(name) || current.has(name)) continue;
    if (Date.now() - statSync(join(dist, name)).mtimeMs > 86_400_000) rmSync(join(dist, name), { force: true });
  }
}

/** Times change with every checkout; what vite read last time, and what it might find now, is compared by content. */
async function buildWeb(force) {
  const record = join(dist, "web.inputs.json");
  const before = existsSync(record) && existsSync(join(dist, "web/index.html")) ? JSON.parse(readFileSync(record, "utf8")) : null;
  if (!force && before && before.listing === webListing() && Object.entries(before.files).every(([path, hash]) => hashOf(path) === hash)) return false;
  const { build } = await tool("vite");
  process.env.NODE_ENV = "production"; // whatever the shell or a test has set: what is built is what ships
  const read = new Set(["package-lock.json", "vite.config.ts", "src/web/index.html"]);
  await build({
    root: join(root, "src/web"),
    configFile: join(root, "vite.config.ts"),
    logLevel: "warn",
    plugins: [{
      name: "remember-inputs",
      moduleParsed({ id }) {
        const path = relative(root, resolve(id.split("?")[0])).split(sep).join("/");
        if (!id.startsWith("\0") && !path.startsWith("..") && !path.startsWith("node_modules/") && existsSync(join(root, path))) read.add(path);
      },
    }],
  });
  const files = Object.fromEntries([...read].sort().map((path) => [path, hashOf(path)]));
  writeWhole(record, JSON.stringify({ listing: webListing(), files }));
  return true;
}

// Screens are found by a pattern and public files are copied unread: a new or changed one must show without being listed.
function webListing() {
  const list = createHash("sha256");
  const visit = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) visit(path);
      else if (!/\.test\.tsx?$/.test(entry.name)) list.update(`${path}${path.startsWith("src/web/public/") || path.endsWith(".css") ? hashOf(path) : ""}\n`);
    }
  };
  visit("src/web");
  for (const noun of readdirSync(join(root, "src"))) if (existsSync(join(root, "src", noun, "screens"))) visit(`src/${noun}/screens`);
  return list.digest("hex");
}

function hashOf(path) {
  const file = join(root, path);
  return existsSync(file) ? createHash("sha256").update(readFileSync(file)).digest("hex") : "missing";
}

async function tool(name) {
  try {
    return await import(name);
  } catch (error) {
    throw new Error(`The sources are newer than dist/, and ${name}, which builds it, is not installed. Run npm ci without --omit=dev.`, { cause: error });
  }
}

const remember = (built) => writeWhole(join(dist, "stamps.json"), `${JSON.stringify(built)}\n`);

function writeWhole(path, contents) {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(draft, contents);
  renameSync(draft, path);
}

async function takeTurn() {
  const path = join(dist, ".building");
  for (;;) {
    try {
      const file = openSync(path, "wx");
      writeFileSync(file, String(process.pid));
      closeSync(file);
      const release = () => rmSync(path, { force: true });
      process.once("exit", release);
      return () => { process.off("exit", release); release(); };
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (abandoned(path)) unlinkQuietly(path);
    else await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function abandoned(path) {
  try {
    const pid = Number(readFileSync(path, "utf8"));
    const age = Date.now() - statSync(path).mtimeMs;
    if (!pid) return age > 5_000;
    if (age > 600_000) return true;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

function unlinkQuietly(path) {
  try {
    unlinkSync(path);
  } catch { /* the other one was faster */ }
}

const options = process.argv.slice(2);
try {
  const say = options.includes("--quiet") ? () => {} : (line) => console.error(line);
  await buildAll({ web: !options.includes("--no-web"), force: options.includes("--force"), say });
} catch (error) {
  console.error(stripVTControlCharacters(error.message));
  const cannotBuild = ["EACCES", "EROFS", "EPERM"].includes(error.code) || error.cause?.code === "ERR_MODULE_NOT_FOUND";
  process.exit(cannotBuild ? 3 : 1);
}
