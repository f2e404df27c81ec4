import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rootDir } from "../platform/config.ts";

/** Every action that the code can record, with `*` where it fills a part in, and the folder that records it. */
function actionsOfSource(): [string, string][] {
  const found = new Map<string, Set<string>>();
  for (const noun of readdirSync(join(rootDir, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== "web")) {
    for (const file of readdirSync(join(rootDir, "src", noun.name)).filter((name) => /\.ts$/.test(name) && !/\.test\.ts$|^policy\.ts$/.test(name))) {
      const text = readFileSync(join(rootDir, "src", noun.name, file), "utf8");
      for (const [, action] of text.matchAll(/"([a-z_]+\.[a-z_]+_by_operator)"/g)) found.set(action!, (found.get(action!) ?? new Set()).add(noun.name));
      // `action: "a.b"`, `action: wrong ? "a.b" : "a.c"`, `action: \`${kind}.created\``: up to the next property.
      for (const [, expression] of text.matchAll(/\baction:\s*([^\n]*?)(?=,\s*(?:summary|subjectKind|details|subjectId)\b|,?\s*\n|\s\})/g)) {
        for (const [, quoted, template] of expression!.matchAll(/"([a-z_]+\.[a-z_]+)"|`((?:[^`$]|\$\{[^}]*\})+)`/g)) {
          const action = quoted ?? template!.replace(/\$\{[^}]*\}/g, "*");
          if (!/^[a-z_*]+\.[a-z_*]+$/.test(action)) continue;
          found.set(action, (found.get(action) ?? new Set()).add(noun.name));
        }
      }
    }
  }
  return [...found].map(([action, nouns]): [string, string] => [action, [...nouns].toSorted().join(", ")]).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

test("V16.1.1 docs/security/logs.md lists every action that the code can record", () => {
  const path = join(rootDir, "docs/security/logs.md");
  const text = readFileSync(path, "utf8");
  const actions = actionsOfSource();
  expect(actions.length).toBeGreaterThan(60);
  const table = ["| action | recorded by |", "|---|---|", ...actions.map(([action, nouns]) => `| \`${action}\` | ${nouns} |`)].join("\n");
  const wanted = text.replace(/<!-- actions -->[^]*<!-- \/actions -->/, `<!-- actions -->\n${table}\n<!-- /actions -->`);
  if (process.env["CF_GENERATE"] === "1") writeFileSync(path, wanted);
  else expect(text, "run npm run generate").toBe(wanted);
});
