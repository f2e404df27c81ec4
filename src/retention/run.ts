// One run: deletes the originals of a workspace whose time is over, with everything made of them.
//
// Per batch: mark in the database (from here on there is no way back and nobody gets the file any more) → remove the objects
// from the store → write down that they are gone, erase their keys, and put one event per file into the audit chain, all in
// one transaction. Killed anywhere, the next run finds the marks and does the rest; removing twice removes once.
import { randomUUID } from "node:crypto";
import { recordEvent } from "../events/index.ts";
import { filesMadeOf, forgetOriginals } from "../received-invoices/index.ts";
import type { Services } from "../platform/services.ts";
import { createScope, type Scope, type Tx } from "../workspaces/index.ts";
import { clocksOf, watchClock, type Clocks } from "./clock.ts";
import type { Keep } from "./contract.ts";
import { clockWords, keepWords } from "./policy.ts";
import {
  countDeleted, countError, findRun, findSetting, finishRun, insertRun, latestRun, leaving, lockRetention, markBundles, markDue, planTotals, refuseRun, resumeRun, saveSetting, scheduleNext, writeDeleted,
  type Leaving, type RunRow,
} from "./queries.ts";

/** Files that go in one turn of marking, removing and writing down. */
const BATCH = 100;
/** Objects removed from the store at once. */
const PARALLEL = 8;

/** Where a run may be interrupted; a test stops it there. */
export type Stage = "begun" | "marked" | "made removed" | "original removed" | "removed" | "written";
export type RunOptions = { clocks?: Clocks; stages?: (stage: Stage, file?: Leaving) => void | Promise<void>; batch?: number };

/** The scope in which a run acts. */
export const retentionScope = (services: Services, workspaceId: string): Scope => createScope(services, {
  workspaceId, actor: { kind: "job", id: null, name: "File retention", role: null, companies: null, may: () => true },
});

/**
 * Runs retention for a workspace. Null when another process is at it. Refuses (as a recorded run, not as an error) while
 * the clock is not trusted. A change of the setting that waits takes effect here, and nowhere else.
 */
export async function runRetention(services: Services, workspaceId: string, options: RunOptions = {}): Promise<RunRow | null> {
  const scope = retentionScope(services, workspaceId);
  return aloneIn(services, workspaceId, async () => {
    const trust = await watchClock(services, options.clocks ?? clocksOf(services));
    if (!trust.trusted) {
      services.log.warn({ workspace: workspaceId, reason: trust.reason }, "a retention run was refused: the clock is not trusted");
      return scope.transaction(async (tx) => {
        await refuseRun(tx, randomUUID(), (await findSetting(tx)).keep, trust.now, clockWords[trust.reason].message);
        await scheduleNext(tx, true);
        return (await latestRun(tx))!;
      });
    }
    const run = await scope.transaction((tx) => begin(tx, trust.now));
    await options.stages?.("begun");
    const failed = await deleteDue(scope, run, options);
    return scope.transaction(async (tx) => {
      await finishRun(tx, run.id, (await planTotals(tx, run.keep, run.asOf)).held_due_files);
      await scheduleNext(tx, failed > 0);
      return (await findRun(tx, run.id))!;
    });
  });
}

type Run = { id: string; keep: Keep; asOf: Date };

/** Puts a waiting change into effect when its week is over, then begins a run, or takes up the one that was interrupted. */
async function begin(tx: Tx, now: Date): Promise<Run> {
  await lockRetention(tx);
  const setting = await findSetting(tx);
  let { keep } = setting;
  if (setting.pending_keep && setting.pending_from! <= now) {
    keep = setting.pending_keep;
    await saveSetting(tx, { keep, changed_at: now, changed_by: setting.pending_asked_by, pending_keep: null, pending_asked_at: null, pending_asked_by: null, pending_from: null });
    recordEvent(tx, {
      action: "retention.changed", summary: `Original files are now kept for ${keepWords[keep]}`, subjectKind: "workspace", subjectId: tx.workspaceId,
      details: { before: { keep: setting.keep }, after: { keep }, askedBy: setting.pending_asked_by, askedAt: setting.pending_asked_at!.toISOString() },
    });
  }
  const latest = await latestRun(tx);
  // An interrupted run is taken up under its own row; what is due is asked again by the time and the choice of now.
  if (latest?.state === "running") await resumeRun(tx, latest.id);
  const run = { id: latest?.state === "running" ? latest.id : randomUUID(), keep, asOf: now };
  if (latest?.state !== "running") await insertRun(tx, run);
  return run;
}

/** Deletes batch by batch until nothing is due. Answers how many files could not be deleted this time. */
async function deleteDue(scope: Scope, run: Run, { stages, batch = BATCH }: RunOptions): Promise<number> {
  const failed: string[] = [];
  for (;;) {
    // What an interrupted run began comes first.
    let files = await scope.transaction((tx) => leaving(tx, failed, batch));
    if (files.length === 0) {
      const marked = await scope.transaction(async (tx) => {
        await lockRetention(tx);
        return (await markDue(tx, run, batch)) + (await markBundles(tx, run));
      });
      if (marked === 0) return failed.length;
      await stages?.("marked");
      files = await scope.transaction((tx) => leaving(tx, failed, batch));
    }
    const made = new Map<string, string[]>();
    for (const { received, storeKey } of await scope.transaction((tx) => filesMadeOf(tx, files.map((file) => file.subject_id)))) made.set(received, [...(made.get(received) ?? []), storeKey]);
    const gone: Leaving[] = [];
    await inParallel(files, async (file) => {
      try {
        for (const key of made.get(file.subject_id) ?? []) await scope.services.files.remove(key);
      } catch (error) {
        return fail(scope, run, file, error, failed);
      }
      await stages?.("made removed", file);
      try {
        await scope.services.files.remove(file.store_key);
      } catch (error) {
        return fail(scope, run, file, error, failed);
      }
      await stages?.("original removed", file);
      gone.push(file);
    });
    await stages?.("removed");
    await scope.transaction((tx) => writeDown(tx, run, gone, made));
    await stages?.("written");
  }
}

/** A file that the store would not remove stays marked and is tried again by the next run; the others go on. */
async function fail(scope: Scope, run: Run, file: Leaving, error: unknown, failed: string[]): Promise<void> {
  failed.push(file.file_id);
  scope.services.log.error({ workspace: scope.workspaceId, file: file.file_id, error: String(error) }, "retention could not delete a file");
  await scope.transaction((tx) => countError(tx, run.id, `${file.file_name}: ${String((error as Error).message ?? error)}`.slice(0, 500)));
}

async function writeDown(tx: Tx, run: Run, gone: readonly Leaving[], made: ReadonlyMap<string, string[]>): Promise<void> {
  if (gone.length === 0) return;
  const first = await writeDeleted(tx, gone.map((file) => file.file_id));
  const files = gone.filter((file) => first.has(file.file_id));
  const originals = files.filter((file) => file.kind === "original");
  for (const rule of new Set(originals.map((file) => file.rule)))
    await forgetOriginals(tx, originals.filter((file) => file.rule === rule).map((file) => file.subject_id), tx.scope.now().toISOString().slice(0, 10), keepWords[rule]);
  for (const file of files) {
    const isOriginal = file.kind === "original";
    recordEvent(tx, {
      action: "retention.file_deleted", summary: isOriginal ? `Deleted the original of ${file.file_name}` : `Deleted the export ${file.file_name}, which held an original`,
      subjectKind: isOriginal ? "received_invoice" : "export", subjectId: file.subject_id, companyId: file.company_id,
      details: {
        sha256: file.sha256.toString("hex"), sizeBytes: Number(file.size_bytes), mediaType: file.media_type, fileId: file.file_id, rule: file.rule,
        receivedAt: file.received_at.toISOString(), runId: run.id, ...(isOriginal ? { pagesDeleted: made.get(file.subject_id)?.length ?? 0 } : {}),
      },
    });
  }
  await countDeleted(tx, run.id, {
    deleted: originals.length, bytes: originals.reduce((sum, file) => sum + file.size_bytes, 0n), bundles: files.length - originals.length,
    derived: originals.reduce((sum, file) => sum + (made.get(file.subject_id)?.length ?? 0), 0),
  });
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const workers = Array.from({ length: Math.min(PARALLEL, queue.length) }, async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  });
  const settled = await Promise.allSettled(workers);
  for (const one of settled) if (one.status === "rejected") throw one.reason;
}

/** Runs `work` unless another process does so for this workspace. The lock is the connection's, so it ends with its process. */
async function aloneIn<T>(services: Services, workspaceId: string, work: () => Promise<T>): Promise<T | null> {
  const connection = await services.database.pool.connect();
  const key = `retention.run:${workspaceId}`;
  try {
    const { rows: [row] } = await connection.query<{ mine: boolean }>("select pg_try_advisory_lock(hashtextextended($1, 0)) as mine", [key]);
    if (!row!.mine) return null;
    try {
      return await work();
    } finally {
      await connection.query("select pg_advisory_unlock(hashtextextended($1, 0))", [key]);
    }
  } finally {
    connection.release();
  }
}
