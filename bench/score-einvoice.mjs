// Scores the reading of e-invoices: node bench/score-einvoice.mjs SCORER.mjs CORPUS [scorer options]
// SCORER is run on the sets "xml" and "hybrid" of CORPUS, whose documents lie beside NAME.truth.json files.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const [scorer, corpus, ...options] = process.argv.slice(2);
if (!scorer || !corpus) {
  console.error("usage: node bench/score-einvoice.mjs SCORER.mjs CORPUS [scorer options]");
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), "score-einvoice-"));
try {
  const program = join(folder, "einvoice-flat.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("einvoice-flat.ts", import.meta.url))],
    outfile: program, bundle: true, platform: "node", format: "esm", logLevel: "error",
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  const { status } = spawnSync(process.execPath, [scorer, "--cmd", `"${process.execPath}" "${program}"`, "--batch", "--set", "xml,hybrid", ...options, corpus], { stdio: "inherit" });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}
