// The checklist of OWASP ASVS 5.0 (levels 1 and 2) and the abuse cases of the threat model, held against the tests that prove them.
import { expect, test } from "vitest";
import { rootDir } from "../src/platform/config.ts";
import { abuseCoverage, allTests, asvsCoverage, unknownIds } from "./claims.ts";

const tests = allTests(rootDir);

test("every requirement that is to be met by a test has one that carries its id, and at most 5 % are not met", () => {
  const { counts, missing, rows } = asvsCoverage(rootDir, tests);
  console.info(`ASVS 5.0: ${Object.entries(counts).map(([name, count]) => `${count} ${name}`).join(", ")}${missing.length > 0 ? `; without a test: ${missing.join(" ")}` : ""}`);
  expect(rows).toHaveLength(253);
  expect(rows.filter((row) => row.state === "not met" && row.text.length < 20).map((row) => row.id), "say why it is not met").toEqual([]);
  expect(missing, "write a test whose title begins with the id, or set notMet with its reason in security/asvs.json").toEqual([]);
  const applicable = rows.filter((row) => row.kind !== "does not apply").length;
  expect(counts["not met"]! / applicable, `${counts["not met"]} of ${applicable} are not met`).toBeLessThanOrEqual(0.05);
});

test("every abuse case has a test that carries its id", () => {
  const { counts, missing } = abuseCoverage(rootDir, tests);
  console.info(`abuse cases: ${Object.entries(counts).map(([name, count]) => `${count} ${name}`).join(", ")}${missing.length > 0 ? `; without a test: ${missing.join(" ")}` : ""}`);
  expect(missing, "write a test whose title begins with the id").toEqual([]);
});

test("no test carries an id that neither list has", () => {
  expect(unknownIds(rootDir, tests)).toEqual([]);
});
