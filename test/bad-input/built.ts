import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { rootDir } from "../../src/platform/config.ts";

/** The reading process as the product runs it: bundled, in dist/. Builds it when sources are newer. */
export function builtParser(): string {
  execFileSync(process.execPath, [join(rootDir, "scripts/build.mjs"), "--no-web"], { stdio: ["ignore", "ignore", "inherit"] });
  return join(rootDir, "dist", "parser.js");
}
