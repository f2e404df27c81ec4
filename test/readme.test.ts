// The README's table of settings is the one the product reads; `npm run generate` rewrites it.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rootDir, settings } from "../src/platform/config.ts";

test("the README lists every setting as the product knows it", async () => {
  const path = join(rootDir, "README.md");
  const text = await readFile(path, "utf8");
  const table = ["| variable | when absent | meaning |", "|---|---|---|", ...settings.map((one) => `| \`${one.name}\` | ${one.default.replaceAll("|", "\\|")} | ${one.meaning.replaceAll("|", "\\|")} |`)].join("\n");
  const fresh = text.replace(/<!-- settings -->[\s\S]*<!-- \/settings -->/, `<!-- settings -->\n${table}\n<!-- /settings -->`);
  if (process.env["CF_GENERATE"] === "1") await writeFile(path, fresh);
  expect(await readFile(path, "utf8"), "run npm run generate").toBe(fresh);
});
