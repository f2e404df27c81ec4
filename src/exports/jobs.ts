import type { JobPayload } from "../platform/jobs.ts";
import type { Services } from "../platform/services.ts";
import { createScope } from "../workspaces/index.ts";
import { buildExport } from "./create.ts";
import { findExport } from "./queries.ts";

/** "exports.build": makes the file of one export, seeing only the companies that its maker chose documents of. */
export async function buildExportJob(services: Services, payload: JobPayload): Promise<void> {
  if (!payload.workspaceId || !payload["exportId"]) return;
  const { workspaceId } = payload;
  const exportId = payload["exportId"];
  const scopeOf = (companies: readonly string[] | null) =>
    createScope(services, { workspaceId, actor: { kind: "job", id: null, name: "Counterfoil", role: null, companies, may: () => true } });
  const row = await scopeOf(null).transaction((tx) => findExport(tx, exportId));
  if (row) await buildExport(scopeOf(row.companies), exportId);
}
