// The command as people run it, in a process of its own.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseMemory } from "@counterfoil/extract";
import { afterAll, expect, test } from "vitest";
import { builtParser } from "../../../test/bad-input/built.ts";
import { goodPdf } from "../../../test/bad-input/make.ts";

const folder = mkdtempSync(join(tmpdir(), "counterfoil-teach-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const put = (name: string, content: string | Buffer) => { writeFileSync(at(name), content); return at(name); };

function run(...words: string[]): { status: number | null; says: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(builtParser(), "..", "cli.js"), "teach", ...words], { encoding: "utf8" });
  return { status, says: `${stdout}${stderr}` };
}

test("teach writes what a corrected document says into the memory file, and refuses what it cannot use with a sentence", { timeout: 60_000 }, () => {
  const document = put("good.pdf", goodPdf());
  const truth = put("truth.json", JSON.stringify({ grossTotal: "119.00", purchaseOrder: null }));
  expect(run("--memory", at("memory.json"), document, truth)).toEqual({ status: 0, says: expect.stringContaining("knows 1 layout now") });
  const memory = parseMemory(JSON.parse(readFileSync(at("memory.json"), "utf8")));
  expect(Object.keys(memory.layouts[0]!.fields)).toEqual(["grossTotal"]);

  expect(run(document, truth)).toEqual({ status: 2, says: expect.stringContaining("teach needs --memory FILE.") });
  expect(run("--memory", at("other.json"), document, put("list.json", "[]"))).toEqual({ status: 1, says: expect.stringContaining("one JSON object") });
  expect(run("--memory", put("damaged.json", "{\"version\":7}"), document, truth)).toEqual({ status: 1, says: expect.stringContaining("its version must be 1") });
  expect(run("--memory", at("other.json"), at("missing.pdf"), truth).status).toBe(1);
  expect([existsSync(at("other.json")), readFileSync(at("damaged.json"), "utf8")]).toEqual([false, "{\"version\":7}"]);
});
