// The shape of the code, held: imports point one way, nouns have one door, nothing lies dead. Each message says what to do.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { rootDir } from "../src/platform/config.ts";

/** Who may import whom among nouns: only what stands further left (ARCHITECTURE.md). */
const order = [
  ["workspaces"], ["access"], ["events"], ["sign-in"], ["sso"], ["companies"], ["deliveries"], ["parties", "items"], ["supplier-memory"],
  ["invoices", "received-invoices"], ["proposals", "payments", "einvoices"], ["retention"], ["reports", "exports", "samples"], ["operator"], ["trust"],
];
const rankOf = new Map(order.flatMap((nouns, rank) => nouns.map((noun) => [noun, rank] as const)));
const hosts = new Set(["server.ts", "worker.ts", "cli.ts", "app.ts", "nouns.ts", "host.ts", "start.ts", "doctor.ts"]);

const files = (folder: string): string[] => readdirSync(folder).flatMap((name) => {
  const path = join(folder, name);
  if (["node_modules", "dist", ".git"].includes(name)) return [];
  return statSync(path).isDirectory() ? files(path) : [path];
});
const sources = ["src", "packages", "test", "bench", "scripts"].flatMap((folder) => {
  try { return files(join(rootDir, folder)); } catch { return []; }
}).filter((path) => /\.tsx?$|\.mjs$/.test(path) && !path.endsWith(".d.ts"));

type Import = { from: string; spec: string; to: string | null; typeOnly: boolean };
function importsOf(path: string): Import[] {
  const text = readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
  const found: Import[] = [];
  for (const match of text.matchAll(/(?:^|\n)\s*(import|export)\s+(type\s)?[^;"'`]*?from\s*["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)|(?:^|\n)\s*import\s*["']([^"']+)["']/g)) {
    const spec = match[3] ?? match[4] ?? match[5]!;
    const to = spec.startsWith(".") ? relative(rootDir, resolve(dirname(path), spec)) : null;
    found.push({ from: relative(rootDir, path), spec, to, typeOnly: Boolean(match[2]) });
  }
  return found;
}
const all = sources.flatMap(importsOf);
const nounOf = (path: string) => /^src\/([\w-]+)\//.exec(path)?.[1] ?? null;
const isNoun = (name: string | null): name is string => name !== null && rankOf.has(name);
const isTest = (path: string) => /\.test\.tsx?$|^test\//.test(path) || /(^|\/)bench\//.test(path);

test("packages import nothing of the product", () => {
  const wrong = all.filter((one) => one.from.startsWith("packages/") && !isTest(one.from) && one.to && !one.to.startsWith("packages/"))
    .map((one) => `${one.from} imports ${one.spec}: hand the value in as a parameter instead`);
  expect(wrong).toEqual([]);
});

test("a package is imported by its name, not by a path into it", () => {
  const packageOf = (path: string) => /^packages\/([\w-]+)\//.exec(path)?.[1];
  const wrong = all.filter((one) => one.to?.startsWith("packages/") && packageOf(one.to) !== packageOf(one.from) && !isTest(one.from))
    .map((one) => `${one.from} imports ${one.spec}: write @counterfoil/${packageOf(one.to!)} and export what is missing from its index.ts`);
  expect(wrong).toEqual([]);
});

test("nouns enter each other only through index.ts (screens may read another noun's contract and policy)", () => {
  const wrong = all.filter((one) => {
    const from = nounOf(one.from);
    const to = one.to && nounOf(one.to);
    if (!isNoun(from) || !isNoun(to ?? null) || from === to || isTest(one.from)) return false;
    if (one.to!.endsWith("/index.ts")) return false;
    const bySide = /\/(screens\/|contract\.ts|policy\.ts|commands\.ts)/.test(one.from);
    if (one.to!.endsWith("/contract.ts")) return false; // shapes on the wire are public
    return !(bySide && /\/(policy|permissions)\.ts$/.test(one.to!)) && !(/\/screens\//.test(one.from) && /\/screens\/index\.ts/.test(one.to!));
  }).map((one) => `${one.from} imports ${one.spec}: export it from that noun's index.ts and import that`);
  expect(wrong).toEqual([]);
});

test("nouns import only nouns that stand before them", () => {
  const wrong = all.filter((one) => {
    const from = nounOf(one.from);
    const to = one.to && nounOf(one.to);
    if (!isNoun(from) || !isNoun(to ?? null) || from === to || isTest(one.from) || /\/screens\//.test(one.from)) return false;
    return rankOf.get(to!)! >= rankOf.get(from)!;
  }).map((one) => `${one.from} imports ${one.spec}: the order is ${order.map((nouns) => nouns.join(", ")).join(" ← ")}; let the later noun call the earlier one`);
  expect(wrong).toEqual([]);
});

test("contract and policy need neither server nor database; platform knows no noun; screens never reach queries", () => {
  const wrong: string[] = [];
  for (const one of all) {
    if (isTest(one.from)) continue;
    const file = one.from.split("/").at(-1)!;
    if (/^src\/[\w-]+\/(contract|policy)\.ts$/.test(one.from) && (one.spec.startsWith("node:") || /\/(queries|routes|jobs|database|http|files)\.ts$/.test(one.to ?? "")))
      wrong.push(`${one.from} imports ${one.spec}: the browser reads this file; move what needs it into an operation`);
    if (/^src\/[\w-]+\/screens\//.test(one.from) && one.to && /\/(queries|routes|jobs|database)\.ts$/.test(one.to))
      wrong.push(`${one.from} imports ${one.spec}: call the API through src/web/api.ts`);
    if (one.from.startsWith("src/platform/") && one.to && isNoun(nounOf(one.to)) && !one.typeOnly)
      wrong.push(`${one.from} imports ${one.spec}: platform knows no business words; pass it in from the noun`);
    if (isNoun(nounOf(one.from)) && one.to && hosts.has(one.to.replace(/^src\//, "")))
      wrong.push(`${one.from} (${file}) imports the host ${one.spec}: hosts import nouns, never back`);
    if (/\/queries\.ts$/.test(one.from) && one.to && /\/(routes|jobs)\.ts$/.test(one.to)) wrong.push(`${one.from} imports ${one.spec}: queries stand before routes and jobs`);
  }
  expect(wrong).toEqual([]);
});

test("nothing is imported in a circle", () => {
  const graph = new Map<string, string[]>();
  for (const one of all) if (one.to && !one.typeOnly) graph.set(one.from, [...(graph.get(one.from) ?? []), one.to]);
  const state = new Map<string, "open" | "done">();
  const circles: string[] = [];
  const visit = (node: string, path: string[]) => {
    if (state.get(node) === "done") return;
    if (state.get(node) === "open") { circles.push([...path.slice(path.indexOf(node)), node].join(" → ")); return; }
    state.set(node, "open");
    for (const next of graph.get(node) ?? []) visit(next, [...path, node]);
    state.set(node, "done");
  };
  for (const node of graph.keys()) visit(node, []);
  expect(circles, "move what both need into a file that both import").toEqual([]);
});

test("every import leads somewhere and every file is reached from a host, a test, a script or a package's door", () => {
  const known = new Set(sources.map((path) => relative(rootDir, path)));
  const roots = [...known].filter((path) =>
    isTest(path) || path.startsWith("scripts/") || path.startsWith("bench/") || /^packages\/[\w-]+\/index\.ts$/.test(path) || hosts.has(path.replace(/^src\//, ""))
    || path === "src/web/main.tsx" || /^src\/[\w-]+\/screens\/index\.tsx?$/.test(path) /* src/web/nouns.ts finds them by pattern */ || path === "src/platform/reading/parser.ts");
  const reached = new Set<string>();
  const walk = (path: string) => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const one of importsOf(join(rootDir, path))) {
      if (one.to && known.has(one.to)) walk(one.to);
      const scoped = /^@counterfoil\/([\w-]+)$/.exec(one.spec);
      if (scoped) walk(`packages/${scoped[1]}/index.ts`);
    }
  };
  roots.forEach(walk);
  const dead = [...known].filter((path) => !reached.has(path) && /^(src|packages)\//.test(path));
  expect(dead, "delete these files, or import them where they are needed").toEqual([]);
});

test("the tree holds no address of a package registry and no path of one machine", () => {
  const wrong = sources.filter((path) => !isTest(relative(rootDir, path))).filter((path) => /https?:\/\/registry\.|\/home\/\w+\/|["'`]\/work\//.test(readFileSync(path, "utf8")))
    .map((path) => `${relative(rootDir, path)} names a registry or a path of one machine: make it relative or read it from a setting`);
  expect(wrong).toEqual([]);
});
