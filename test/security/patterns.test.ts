// No pattern of the product takes long on any text. Every regular expression is judged by recheck: one that grows
// exponentially or with the third power fails; one that grows with the square must be quick on the longest text that a
// contract lets through. Documents' texts are longer, and are read in a caged child with a deadline.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { check, type Diagnostics } from "recheck";
import ts from "typescript";
import { expect, test } from "vitest";
import { rootDir } from "../../src/platform/config.ts";

/** Twice the longest text field of any contract (4,000 characters) and what it may cost. */
const LONGEST = 8_000;
const MOST_MS = 250;

type Pattern = { source: string; flags: string; at: string[] };

function patternsOf(folder: string, found = new Map<string, Pattern>()): Map<string, Pattern> {
  for (const entry of readdirSync(join(rootDir, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && !["node_modules", "bench", "dist"].includes(entry.name)) patternsOf(path, found);
    if (!entry.isFile() || !/\.(tsx?|m?js)$/.test(entry.name) || /\.test\.|\.d\./.test(entry.name)) continue;
    const source = ts.createSourceFile(path, readFileSync(join(rootDir, path), "utf8"), ts.ScriptTarget.Latest, true, path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
    const visit = (node: ts.Node): void => {
      if (node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
        const text = (node as ts.RegularExpressionLiteral).text;
        const end = text.lastIndexOf("/");
        const known = found.get(text) ?? { source: text.slice(1, end), flags: text.slice(end + 1), at: [] };
        known.at.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
        found.set(text, known);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

/** What is wrong with a pattern, or null. */
async function faultOf({ source, flags }: Pick<Pattern, "source" | "flags">): Promise<string | null> {
  const judged = await check(source, flags.replace(/[gyd]/g, "").replace("v", "u"), { timeout: 20_000 });
  if (judged.status === "safe") return null;
  if (judged.status !== "vulnerable") return `could not be judged (${judged.error.kind})`;
  const degree = Number(/^(\d+)/.exec(judged.complexity.summary)?.[1] ?? (judged.complexity.type === "exponential" ? Infinity : 2));
  if (judged.complexity.type === "exponential" || (degree > 2 && !judged.complexity.isFuzz)) return `grows ${judged.complexity.summary}: ${judged.attack.pattern}`;
  const text = attackOf(judged);
  const pattern = new RegExp(source, flags.replace(/[gy]/g, ""));
  // Its first run compiles the pattern and another process may take the core: of three runs the best counts, in time of our own.
  const took = Math.min(...[1, 2, 3].map(() => { const begun = process.cpuUsage(); pattern.test(text); const { user, system } = process.cpuUsage(begun); return (user + system) / 1000; }));
  return took > MOST_MS ? `takes ${Math.round(took)} ms on ${text.length} characters: ${judged.attack.pattern}` : null;
}

/** The worst text that recheck found, at our length. */
function attackOf(judged: Extract<Diagnostics, { status: "vulnerable" }>): string {
  const { pumps, suffix } = judged.attack;
  const fixed = pumps.reduce((sum, { prefix }) => sum + prefix.length, suffix.length);
  const each = Math.max(1, Math.floor((LONGEST - fixed) / pumps.length));
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(Math.ceil(each / Math.max(1, pump.length)))).join("") + suffix;
}

test("the judge names a pattern that grows exponentially, and one with a high power", async () => {
  expect(await faultOf({ source: "^(a+)+$", flags: "" })).toContain("exponential");
  expect(await faultOf({ source: "a*a*a*b", flags: "" })).toMatch(/^grows \dth degree/);
  expect(await faultOf({ source: "^[a-z]+$", flags: "i" })).toBeNull();
}, 60_000);

test("V1.2.9 no pattern of the product backtracks without end", async () => {
  const patterns = [...["src", "packages", "bin"].reduce((found, folder) => patternsOf(folder, found), new Map<string, Pattern>()).values()];
  expect(patterns.length).toBeGreaterThan(400);
  const faults: string[] = [];
  for (const pattern of patterns) {
    const fault = await faultOf(pattern);
    if (fault) faults.push(`${pattern.at.join(", ")} /${pattern.source}/${pattern.flags} ${fault}`);
  }
  console.info(`${patterns.length} patterns judged`);
  expect(faults, "rewrite the pattern so that one text can match in one way only").toEqual([]);
}, 600_000);
