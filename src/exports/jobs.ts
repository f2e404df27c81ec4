import type { JobPayload } from "../platform/jobs.ts";
import type { Services } from "../platform/services.ts";
import { createScope } from "../workspaces/index.ts";
import { buildExport } from "./create.ts";

/** "exports.build": makes the file of one export. */
export async function buildExportJob(services: Services, payload: JobPayload): Promise<void> {
  if (!payload.workspaceId || !payload["exportId"]) return;
  const scope = createScope(services, { workspaceId: payload.workspaceId, actor: { kind: "job", id: null, name: "Counterfoil", role: null, may: () => true } });
  await buildExport(scope, payload["exportId"]);
}
