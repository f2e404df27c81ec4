#!/usr/bin/env node
// Which promise is proven by which test, and whether those tests pass.
//
//   npm run claims                 runs every test that carries a promise's id and prints a table
//   npm run claims -- A4 B10       only these promises
//   npm run claims -- --asvs       coverage of OWASP ASVS 5.0, level 2 (security/asvs.json); --run also runs its tests
//   npm run claims -- --abuse      coverage of the abuse cases (security/abuse.json); --run also runs their tests
//   npm run claims -- --json       the same as JSON
//   npm run claims -- --check      runs nothing: fails where a promise lacks a test or a test's promise is unknown
//
// A run of the promises leaves dist/claims-run.json, which the Trust page shows as the last run. Ends with 1 when a test failed.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync, existsSync, renameSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { dist, root } from "./stamp.mjs";

const { values: options, positionals: wanted } = parseArgs({
  options: { json: { type: "boolean" }, asvs: { type: "boolean" }, abuse: { type: "boolean" }, check: { type: "boolean" }, run: { type: "boolean" } }, allowPositionals: true,
});

/** The scanner and the registry are TypeScript; esbuild makes one file of them. */
async function loadScanner() {
  const { build } = await import("esbuild");
  mkdirSync(dist, { recursive: true });
  const outfile = join(dist, `.claims-${process.pid}.mjs`);
  await build({ entryPoints: [join(root, "test/claims.ts")], bundle: true, platform: "node", format: "esm", packages: "external", outfile, logLevel: "error" });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}

/** Runs test files and answers, per id, how many of its tests passed, failed and were skipped. */
async function run(files, idsOf) {
  const output = join(dist, `.claims-${process.pid}.json`);
  const vitest = spawn(process.execPath, [join(root, "node_modules/vitest/vitest.mjs"), "run", "--reporter=json", `--outputFile.json=${output}`, "--reporter=dot", ...files], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  await new Promise((resolve) => vitest.on("close", resolve));
  if (!existsSync(output)) throw new Error("vitest left no result; run npx vitest run to see why");
  const report = JSON.parse(readFileSync(output, "utf8"));
  rmSync(output, { force: true });
  const results = new Map();
  const brokenFiles = [];
  for (const file of report.testResults) {
    const path = relative(root, file.name).split(sep).join("/");
    if (file.assertionResults.length === 0) brokenFiles.push(path);
    for (const one of file.assertionResults) {
      const ids = new Set([...one.ancestorTitles, one.title].flatMap(idsOf));
      const outcome = one.status === "passed" ? "passed" : one.status === "failed" ? "failed" : "skipped";
      for (const id of ids) {
        const entry = results.get(id) ?? { passed: 0, failed: 0, skipped: 0, tests: [] };
        entry[outcome]++;
        entry.tests.push({ file: path, title: one.fullName, outcome });
        results.set(id, entry);
      }
    }
  }
  return { results, brokenFiles };
}

const verdict = (result) => !result || result.passed + result.failed + result.skipped === 0 ? "not run" : result.failed > 0 ? "failed" : result.passed === 0 ? "skipped" : "passed";
const filesOf = (tests) => [...new Set(tests.map((one) => one.file))].sort();
const say = (line) => console.log(line);

const { allTests, problemsOf, idsOf, claims, isBuilt, asvsCoverage, abuseCoverage } = await loadScanner();
const tests = allTests(root);

if (options.check) {
  const problems = problemsOf(tests);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exit(1);
  say(`${claims.filter(isBuilt).length} promises have their tests.`);
} else if (options.asvs || options.abuse) {
  const { counts, rows, missing } = options.asvs ? asvsCoverage(root, tests) : abuseCoverage(root, tests);
  const chosen = wanted.length > 0 ? rows.filter((row) => wanted.includes(row.id)) : rows;
  let failed = false;
  if (options.run) {
    const ids = new Set(chosen.map((row) => row.id));
    const { results } = await run(filesOf(tests.filter((one) => one.ids.some((id) => ids.has(id)))), idsOf);
    for (const row of chosen) if (row.tests.length > 0) row.result = verdict(results.get(row.id));
    failed = chosen.some((row) => row.result === "failed");
  }
  if (options.json) say(JSON.stringify({ counts, rows: chosen, missing }, null, 2));
  else {
    for (const row of chosen) say(`${row.id.padEnd(9)} ${row.kind.padEnd(13)} ${(row.result ?? row.state).padEnd(10)} ${row.text}${row.tests.length > 0 ? `\n${" ".repeat(35)}${row.tests.map((one) => `${one.file}:${one.line}`).join("  ")}` : ""}`);
    say(`\n${Object.entries(counts).map(([name, count]) => `${count} ${name}`).join(" · ")}`);
    if (missing.length > 0) say(`\nWithout a test that carries the id: ${missing.join(" ")}`);
  }
  process.exitCode = failed ? 1 : 0;
} else {
  const unknown = wanted.filter((id) => !claims.some((claim) => claim.id === id));
  if (unknown.length > 0) {
    console.error(`There is no promise ${unknown.join(", ")}; there are ${claims.map((claim) => claim.id).join(", ")}.`);
    process.exit(2);
  }
  const chosen = claims.filter((claim) => wanted.length === 0 || wanted.includes(claim.id)).sort((a, b) => a.id[0].localeCompare(b.id[0]) || Number(a.id.slice(1)) - Number(b.id.slice(1)));
  const built = new Set(chosen.filter(isBuilt).map((claim) => claim.id));
  const started = new Date();
  const { results, brokenFiles } = await run(filesOf(tests.filter((one) => one.ids.some((id) => built.has(id)))), idsOf);
  const rows = chosen.map((claim) => {
    const result = results.get(claim.id) ?? { passed: 0, failed: 0, skipped: 0, tests: [] };
    return { id: claim.id, promise: claim.promise, built: built.has(claim.id), result: built.has(claim.id) ? verdict(result) : "not yet built", ...result };
  });
  const version = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
  // A run of some promises renews only theirs.
  const path = join(dist, "claims-run.json");
  const before = wanted.length > 0 && existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
  const kept = before?.version === version ? before.claims : {};
  const record = {
    at: started.toISOString(), version, asvs: { proven: asvsCoverage(root, tests).counts["by test"] },
    claims: { ...kept, ...Object.fromEntries(rows.filter((row) => row.built).map(({ id, result, passed, failed, skipped, tests: proof }) => [id, { at: started.toISOString(), result, passed, failed, skipped, tests: proof.map(({ file, title, outcome }) => ({ file, title, outcome })) }])) },
  };
  writeFileSync(`${path}.${process.pid}`, `${JSON.stringify(record)}\n`);
  renameSync(`${path}.${process.pid}`, path);
  if (options.json) say(JSON.stringify({ at: record.at, version, claims: rows, brokenFiles }, null, 2));
  else {
    for (const row of rows) {
      say(`${row.id.padEnd(4)} ${row.result.padEnd(14)} ${row.promise}`);
      for (const one of row.built ? row.tests : []) say(`${" ".repeat(20)}${one.outcome === "passed" ? "✓" : one.outcome === "failed" ? "✗" : "–"} ${one.file} › ${one.title}`);
    }
    const count = (result) => rows.filter((row) => row.result === result).length;
    say(`\n${count("passed")} passed · ${count("failed")} failed · ${count("skipped")} skipped · ${count("not run")} without a result · ${count("not yet built")} not yet built`);
    for (const file of brokenFiles) say(`${file} did not run at all; run npx vitest run ${file} to see why.`);
  }
  process.exitCode = brokenFiles.length > 0 || rows.some((row) => row.result === "failed" || row.result === "not run") ? 1 : 0;
}
