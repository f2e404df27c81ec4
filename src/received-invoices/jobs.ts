import { assume } from "../platform/database.ts";
import type { JobPayload } from "../platform/jobs.ts";
import type { Services } from "../platform/services.ts";
import { askForJob, stalledWorkspaces } from "./queries.ts";
import { jobScope, readWaiting } from "./read.ts";

/** "received-invoices.read": a workspace has documents to read. */
export async function readJob(services: Services, payload: JobPayload): Promise<void> {
  if (payload.workspaceId) await readWaiting(services, payload.workspaceId);
}

/** Asks for a job wherever documents wait without one: their worker was killed, or their job got lost. */
export async function resumeReading(services: Services): Promise<void> {
  const stalled = await services.database.kysely.transaction().execute(async (db) => {
    await assume(db, {});
    return (await stalledWorkspaces.execute(db)).rows;
  });
  for (const { workspace_id } of stalled) {
    await jobScope(services, workspace_id).transaction(async (tx) => {
      if (await askForJob(tx)) await tx.enqueue("received-invoices.read", {});
    });
  }
}
