import type { JobPayload } from "../platform/jobs.ts";
import type { Services } from "../platform/services.ts";
import { fillSample } from "./fill.ts";

/** "workspaces.fill-sample": a workspace asked for sample data. */
export async function fillSampleJob(services: Services, payload: JobPayload): Promise<void> {
  if (payload.workspaceId) await fillSample(services, payload.workspaceId);
}
