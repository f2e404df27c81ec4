import { assume } from "../platform/database.ts";
import type { JobPayload } from "../platform/jobs.ts";
import type { Services } from "../platform/services.ts";
import { watchClock } from "./clock.ts";
import { sweepOrphans } from "./orphans.ts";
import { dueWorkspaces, takeTurn } from "./queries.ts";
import { retentionScope, runRetention } from "./run.ts";

/** "retention.run": deletes what is due in one workspace. */
export async function runRetentionJob(services: Services, payload: JobPayload): Promise<void> {
  if (payload.workspaceId) await runRetention(services, payload.workspaceId);
}

const started = new WeakSet<Services>();

/** Every minute: looks at the clock, and asks for the runs that are due. A worker's first turn also asks for those of the last hour. */
export async function sweepRetention(services: Services): Promise<void> {
  await watchClock(services);
  const isFirst = !started.has(services);
  const due = await services.database.kysely.transaction().execute(async (db) => {
    await assume(db, {});
    return (await dueWorkspaces(isFirst).execute(db)).rows;
  });
  started.add(services);
  for (const { workspace_id } of due) {
    await retentionScope(services, workspace_id).transaction(async (tx) => {
      if ((await takeTurn(tx)) === 1) await tx.enqueue("retention.run", {});
    });
  }
}

export const jobs = [{ kind: "retention.run" as const, parallel: 1, run: runRetentionJob }];
export const sweeps = [
  { name: "retention", everyMs: 60_000, run: sweepRetention },
  { name: "retention.orphans", everyMs: 2 * 3_600_000, run: async (services: Services) => { await sweepOrphans(services); } },
];
