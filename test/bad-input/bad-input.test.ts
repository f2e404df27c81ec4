// Every bad file ends as its contract says, in bounded time, and leaves a reader that reads the next good file.
import { afterAll, beforeAll, expect, test } from "vitest";
import { createReader, type Reader, type ReadOutcome } from "../../src/platform/reading/child.ts";
import { LIMITS, REASONS, REASON_CODES } from "../../src/platform/reading/limits.ts";
import { builtParser } from "./built.ts";
import { BAD_FILES, goodPdf, type BadFile } from "./make.ts";

/** Lower clocks than the product's: what is too slow in 4 s is too slow in 10 s, and everything is tried twice. */
const limits = { pageMs: 4_000 };
let reader: Reader;

beforeAll(() => {
  reader = createReader({ size: 1, parserPath: builtParser(), limits });
});
afterAll(() => reader.close());

const outcomeOf = (result: ReadOutcome): string[] => (result.outcome === "unreadable" ? [result.code] : result.flags.length > 0 ? ["read", ...result.flags.map((flag) => `read:${flag}`)] : ["read"]);

/** What a person or an export would take for the document's content. */
const valuesOf = (result: ReadOutcome): string => (result.outcome === "read" ? JSON.stringify([result.reading.fields, result.reading.lines, result.reading.taxes]) : "");

test.each(BAD_FILES.map((file) => [file.name, file] as const))("%s", async (_name, file: BadFile) => {
  const begun = Date.now();
  const result = await reader.read(file.make(), { fileName: file.fileName });
  const took = Date.now() - begun;
  // A file which has to be flagged may not come out as a plain "read".
  const mustFlag = file.allowed.some((allowed) => allowed.startsWith("read:")) && !file.allowed.includes("read");
  const got = outcomeOf(result).filter((outcome) => !(mustFlag && outcome === "read"));
  expect(got.some((outcome) => file.allowed.includes(outcome)), `${file.name} ended as ${JSON.stringify(got)} (${JSON.stringify(result).slice(0, 300)}), allowed are ${file.allowed.join(", ")}`).toBe(true);
  expect(took).toBeLessThan(2 * (limits.pageMs + 2_000) + 10_000);
  if (file.must) expect(valuesOf(result)).toContain(file.must);
  if (file.never) expect(valuesOf(result)).not.toContain(file.never);
  if (result.outcome === "unreadable") {
    expect(result.reason).toMatch(/\.$/);
    expect(result.remedy).toMatch(/\.$/);
  }

  const after = Date.now();
  const good = await reader.read(goodPdf());
  expect(Date.now() - after).toBeLessThan(10_000);
  expect(good.outcome).toBe("read");
  expect(valuesOf(good)).toContain("119.00");
});

test("every reason tells what happened and what to do, in whole sentences", () => {
  for (const code of REASON_CODES) {
    expect(REASONS[code].reason(LIMITS), code).toMatch(/^[A-Z].*\.$/);
    expect(REASONS[code].remedy, code).toMatch(/^[A-Z].*\.$/);
  }
});

test("the makers are deterministic", () => {
  for (const file of BAD_FILES.filter((each) => !/N3[1-4]|N88|N89|N82/.test(each.name))) expect(file.make().equals(file.make()), file.name).toBe(true);
});
