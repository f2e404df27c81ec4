import { expect, test } from "vitest";
import { allTests, idsOf, problemsOf, testsOf } from "../../test/claims.ts";
import { rootDir } from "../platform/config.ts";
import { areas, claims, isBuilt } from "./claims.ts";

test("every promise that is built has a test, and every test's promise is in the registry", () => {
  expect(problemsOf(allTests(rootDir))).toEqual([]);
});

test("a promise without a test and a test without a promise are both found", () => {
  const tests = testsOf("x.test.ts", `describe("A4 keys", () => { test.each([1])("B99 V1.2.3 %i", () => {}); }); describe.runIf(true)(\`abuse-3 x\${1}\`, () => { it("plain", () => {}); });`);
  expect(tests).toEqual([
    { file: "x.test.ts", line: 1, title: "B99 V1.2.3 %i", ids: ["A4", "B99", "V1.2.3"] },
    { file: "x.test.ts", line: 1, title: "plain", ids: ["abuse-3"] },
  ]);
  const problems = problemsOf(tests);
  expect(problems.some((problem) => problem.startsWith("x.test.ts:1 is titled B99"))).toBe(true);
  expect(problems.some((problem) => problem.startsWith("A10 "))).toBe(true);
  expect(problems.some((problem) => problem.startsWith("A4 "))).toBe(false);
});

test("ids stand at the beginning, with or without a colon; words that only look alike are none", () => {
  expect(idsOf("A1 A2 V12.2.1: nothing in clear")).toEqual(["A1", "A2", "V12.2.1"]);
  expect(idsOf("B2B customers pay")).toEqual([]);
  expect(idsOf("a key like A4")).toEqual([]);
});

test("the registry has the 32 promises of capture and the 18 of billing once each, in whole sentences", () => {
  const wanted = [...Array.from({ length: 32 }, (_, index) => `A${index + 1}`), ...Array.from({ length: 18 }, (_, index) => `B${index + 1}`)];
  expect(claims.map((claim) => claim.id).sort()).toEqual(wanted.sort());
  for (const claim of claims) {
    expect(claim.promise, claim.id).toMatch(/^[A-Z/].*[.]$/);
    expect(claim.shows, claim.id).toMatch(/[.]$/);
    expect(claim.area in areas, claim.id).toBe(true);
    if (isBuilt(claim)) expect(claim.where.page ?? claim.where.command, `${claim.id}: say where to see it`).toBeTruthy();
  }
});
