// What is known of tests: the last run on this machine (npm run claims), and the checklist with its reasons.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { rootDir } from "../platform/config.ts";

const Run = z.object({
  at: z.iso.datetime(), version: z.string(),
  claims: z.record(z.string(), z.object({ at: z.iso.datetime(), result: z.enum(["passed", "failed", "skipped", "not run"]), passed: z.number(), failed: z.number(), skipped: z.number() })),
  asvs: z.object({ proven: z.number().int() }).optional(),
});
export type Run = z.infer<typeof Run>;

const Requirements = z.array(z.object({
  id: z.string(), applies: z.boolean(), verify: z.object({ kind: z.enum(["test", "configuration", "review"]) }).optional(), notMet: z.object({ reason: z.string() }).optional(),
}));

/** The last run; null when there was none, or its record cannot be read. */
export function lastRun(root = rootDir): Run | null {
  const path = join(root, "dist", "claims-run.json");
  if (!existsSync(path)) return null;
  try {
    return Run.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

/** When the record of the last run changed, to notice a new one without reading it. */
export const runStamp = (root = rootDir): number => statSync(join(root, "dist", "claims-run.json"), { throwIfNoEntry: false })?.mtimeMs ?? 0;

export type Checklist = { applies: number; byTest: number; byConfiguration: number; byReview: number; notMet: { id: string; reason: string }[]; doesNotApply: number };

/** The project's own copy of the checklist, counted. */
export function checklist(root = rootDir): Checklist {
  const entries = Requirements.parse(JSON.parse(readFileSync(join(root, "security", "asvs.json"), "utf8")));
  const met = entries.filter((entry) => entry.applies && !entry.notMet);
  const by = (kind: string) => met.filter((entry) => entry.verify?.kind === kind).length;
  return {
    applies: entries.filter((entry) => entry.applies).length, byTest: by("test"), byConfiguration: by("configuration"), byReview: by("review"),
    notMet: entries.flatMap((entry) => (entry.applies && entry.notMet ? [{ id: entry.id, reason: entry.notMet.reason }] : [])), doesNotApply: entries.filter((entry) => !entry.applies).length,
  };
}
