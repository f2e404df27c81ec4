// Sealed bytes that belong to nothing: a crash between the store and the database leaves them, and so does a store that was
// restored from a copy older than a deletion. They are removed; a file that has a row never is.
import { recordEvent } from "../events/index.ts";
import type { Services } from "../platform/services.ts";
import { watchClock, type Clocks } from "./clock.ts";
import { knownKeys, workspaceExists } from "./queries.ts";
import { retentionScope } from "./run.ts";

const HOUR = 3_600_000;
/** An object younger than this may still be waiting for its row. */
const LEAST_AGE_MS = 24 * HOUR;
/** And it must have been seen without a row for so long by this process, by a clock that nobody can set. */
const LEAST_WATCHED_MS = HOUR;
/** More than a crash explains: then the database is not the one that these files belong to, or older than they are. */
const MOST = 100;

/** Orphans seen before, per process: key → when first seen, monotonic. */
const seen = new WeakMap<Services, Map<string, number>>();

export type OrphanOptions = { clocks?: Clocks; monotonicMs?: () => number };

/** One look through the store. Answers how many objects were removed and how many are being watched. */
export async function sweepOrphans(services: Services, options: OrphanOptions = {}): Promise<{ removed: number; watched: number; unfinished: number }> {
  const monotonicMs = options.monotonicMs ?? options.clocks?.monotonicMs ?? (() => performance.now());
  const trust = await watchClock(services, options.clocks);
  if (!trust.trusted) return { removed: 0, watched: 0, unfinished: 0 };
  const oldest = new Date(trust.now.getTime() - LEAST_AGE_MS);
  const unfinished = await services.files.clearUnfinished(oldest);
  if (unfinished > 0) services.log.info({ unfinished }, "cleared files whose upload never ended");

  const candidates = new Map<string, string[]>();
  const objects = new Map<string, number>();
  for await (const object of services.files.list("")) {
    const workspaceId = object.key.slice(0, 36);
    objects.set(workspaceId, (objects.get(workspaceId) ?? 0) + 1);
    if (object.putAt < oldest) candidates.set(workspaceId, [...(candidates.get(workspaceId) ?? []), object.key]);
  }
  const before = seen.get(services) ?? new Map<string, number>();
  const now = monotonicMs();
  const still = new Map<string, number>();
  let removed = 0;
  for (const [workspaceId, keys] of candidates) {
    const orphans = await withoutRow(services, workspaceId, keys);
    if (orphans.length > MOST && orphans.length * 10 > objects.get(workspaceId)!) {
      services.log.error({ workspace: workspaceId, orphans: orphans.length, files: objects.get(workspaceId) }, "too many files have no row in the database; none was removed. Is this the right database, or one restored from an old backup?");
      continue;
    }
    for (const key of orphans) still.set(key, before.get(key) ?? now);
    const ripe = orphans.filter((key) => now - still.get(key)! >= LEAST_WATCHED_MS);
    if (ripe.length === 0) continue;
    for (const key of ripe) {
      await services.files.remove(key);
      still.delete(key);
    }
    removed += ripe.length;
    services.log.info({ workspace: workspaceId, keys: ripe }, "removed files without a row in the database");
    await retentionScope(services, workspaceId).transaction(async (tx) => recordEvent(tx, {
      action: "retention.orphans_removed", summary: `Removed ${ripe.length === 1 ? "a stored object that belonged" : `${ripe.length} stored objects that belonged`} to no document`,
      subjectKind: "workspace", subjectId: workspaceId, details: { keys: ripe },
    }));
  }
  seen.set(services, still);
  return { removed, watched: still.size, unfinished };
}

/** The keys that no file of the workspace has. Of a workspace that is not in this database nothing is said. */
async function withoutRow(services: Services, workspaceId: string, keys: readonly string[]): Promise<string[]> {
  const scope = retentionScope(services, workspaceId);
  if (!(await scope.transaction(workspaceExists))) {
    services.log.warn({ workspace: workspaceId, files: keys.length }, "the store holds files of a workspace that is not in the database; they are left alone");
    return [];
  }
  const orphans: string[] = [];
  for (let start = 0; start < keys.length; start += 1000) {
    const part = keys.slice(start, start + 1000);
    const known = await scope.transaction((tx) => knownKeys(tx, part));
    orphans.push(...part.filter((key) => !known.has(key)));
  }
  return orphans;
}
