// Reads every test file and finds which promise (A4, B10), requirement (V7.4.1) or abuse case (abuse-13) each test is about.
// Ids stand at the beginning of a title, separated by spaces; a test carries those of its own title and of the describes around it.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import ts from "typescript";
import { claims, isBuilt } from "../src/trust/claims.ts";

/** A test as its file declares it. `title` is its text up to the first value that is filled in at run time. */
export type FoundTest = { file: string; line: number; title: string; ids: string[] };

const ID = /^(?:[AB]\d+|V\d+\.\d+\.\d+|abuse-\d+)$/;

/** The ids at the beginning of a title: "A4 V13.3.1: a key is stored …" has two. */
export function idsOf(title: string): string[] {
  const ids: string[] = [];
  for (const word of title.split(/\s+/)) {
    const id = word.replace(/[:,]$/, "");
    if (!ID.test(id)) break;
    ids.push(id);
    if (word.endsWith(":")) break;
  }
  return ids;
}

/** All tests of one file, in its order. */
export function testsOf(file: string, text: string): FoundTest[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: FoundTest[] = [];
  const visit = (node: ts.Node, around: readonly string[]): void => {
    if (ts.isCallExpression(node)) {
      const kind = callOf(node.expression);
      const title = kind && node.arguments[0] ? textOf(node.arguments[0]) : null;
      if (kind && title !== null) {
        const ids = [...around, ...idsOf(title)];
        if (kind === "describe") return node.arguments.slice(1).forEach((part) => visit(part, ids));
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        found.push({ file, line: line + 1, title, ids: [...new Set(ids)] });
        return;
      }
    }
    ts.forEachChild(node, (child) => visit(child, around));
  };
  visit(source, []);
  return found;
}

/** test, it or describe, whatever stands between it and the title: `.each([…])`, `.runIf(…)`, `.sequential`. */
function callOf(node: ts.Expression): "test" | "describe" | null {
  if (ts.isIdentifier(node)) return node.text === "test" || node.text === "it" ? "test" : node.text === "describe" ? "describe" : null;
  if (ts.isPropertyAccessExpression(node)) return /^(?:each|for|runIf|skipIf|skip|only|sequential|concurrent|fails|todo)$/.test(node.name.text) ? callOf(node.expression) : null;
  if (ts.isCallExpression(node)) return callOf(node.expression);
  if (ts.isTaggedTemplateExpression(node)) return callOf(node.tag);
  return null;
}

function textOf(node: ts.Expression): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) return node.head.text;
  if (ts.isBinaryExpression(node)) return textOf(node.left);
  return null;
}

/** Every test of the tree under `root`. */
export function allTests(root: string): FoundTest[] {
  const files = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (["node_modules", "dist"].includes(entry.name) || entry.name.startsWith(".")) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : /\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
  return ["packages", "src", "test"].flatMap((folder) => files(join(root, folder)))
    .flatMap((path) => testsOf(relative(root, path).split(sep).join("/"), readFileSync(path, "utf8")));
}

/** What is wrong between promises and tests, as sentences that say what to do. Empty when all is well. */
export function problemsOf(tests: readonly FoundTest[], known = claims): string[] {
  const ids = new Set(known.map((claim) => claim.id));
  const proven = new Set(tests.flatMap((one) => one.ids));
  return [
    ...known.filter((claim) => isBuilt(claim) && !proven.has(claim.id))
      .map((claim) => `${claim.id} (${claim.promise}) has no test: write one whose title begins with ${claim.id}, or say in src/trust/claims.ts that it is not built yet`),
    ...tests.flatMap((one) => one.ids.filter((id) => /^[AB]/.test(id) && !ids.has(id))
      .map((id) => `${one.file}:${one.line} is titled ${id}, which is no promise: add it to src/trust/claims.ts or give the test another title`)),
  ];
}

/** The project's own copy of the checklist: one entry per requirement of OWASP ASVS 5.0, levels 1 and 2. */
export type Requirement = {
  id: string; level: 1 | 2; applies: boolean;
  /** Why it does not apply. */
  why?: string;
  control?: string; verify?: { kind: "test" | "configuration" | "review"; text: string };
  /** What keeps us from meeting it today. */
  notMet?: { reason: string };
};

export type Coverage = {
  counts: Record<string, number>;
  rows: { id: string; kind: string; state: string; text: string; tests: { file: string; line: number; title: string }[] }[];
  /** Ids that should have a test, have none, and give no reason. */
  missing: string[];
};

/** Reads a list out of security/. */
const list = <T>(root: string, name: string): T[] => JSON.parse(readFileSync(join(root, "security", name), "utf8")) as T[];
const carriers = (tests: readonly FoundTest[], id: string) => tests.filter((one) => one.ids.includes(id)).map(({ file, line, title }) => ({ file, line, title }));

/** Which requirements of the checklist are met, and by what. A test entry counts as met only with a test that carries its id. */
export function asvsCoverage(root: string, tests: readonly FoundTest[]): Coverage {
  const rows = list<Requirement>(root, "asvs.json").map((entry) => {
    const proof = carriers(tests, entry.id);
    const kind = entry.applies ? entry.verify!.kind : "does not apply";
    const state = !entry.applies ? "" : entry.notMet ? "not met" : kind === "test" && proof.length === 0 ? "no test" : "met";
    return { id: entry.id, kind, state, text: entry.notMet?.reason ?? entry.control ?? entry.why ?? "", tests: proof };
  });
  const count = (kind: string) => rows.filter((row) => row.kind === kind && row.state === "met").length;
  const missing = rows.filter((row) => row.state === "no test").map((row) => row.id);
  return {
    counts: { "by test": count("test"), "by configuration": count("configuration"), "by review": count("review"), "not met": rows.filter((row) => row.state === "not met").length, "without a test": missing.length, "do not apply": rows.filter((row) => row.kind === "does not apply").length },
    rows, missing,
  };
}

/** Which abuse cases of the threat model have a test. */
export function abuseCoverage(root: string, tests: readonly FoundTest[]): Coverage {
  const rows = list<{ id: string; threat: string; notMet?: { reason: string } }>(root, "abuse.json").map((entry) => {
    const proof = carriers(tests, entry.id);
    return { id: entry.id, kind: "test", state: proof.length > 0 ? "met" : entry.notMet ? "not met" : "no test", text: entry.notMet && proof.length === 0 ? entry.notMet.reason : entry.threat, tests: proof };
  });
  const missing = rows.filter((row) => row.state === "no test").map((row) => row.id);
  return { counts: { "with a test": rows.filter((row) => row.state === "met").length, "not met": rows.filter((row) => row.state === "not met").length, "without a test": missing.length }, rows, missing };
}

/** Ids of requirements and abuse cases in test titles that neither list has. */
export function unknownIds(root: string, tests: readonly FoundTest[]): string[] {
  const known = new Set([...list<Requirement>(root, "asvs.json").map((entry) => entry.id), ...list<{ id: string }>(root, "abuse.json").map((entry) => entry.id)]);
  return tests.flatMap((one) => one.ids.filter((id) => /^(V|abuse)/.test(id) && !known.has(id))
    .map((id) => `${one.file}:${one.line} is titled ${id}, which is in neither security/asvs.json nor security/abuse.json: correct the id`));
}

export { claims, isBuilt };
