import type { JobPayload } from "../platform/jobs.ts";
import type { Services } from "../platform/services.ts";
import { createScope } from "../workspaces/index.ts";
import { renderAnswer, renderVersion } from "./render.ts";

export const jobs = [{
  kind: "proposals.render" as const, parallel: 1,
  run: (services: Services, payload: JobPayload): Promise<void> => {
    const scope = createScope(services, { workspaceId: payload.workspaceId!, actor: { kind: "job", id: "proposals.render", name: "Rendering", role: null, may: () => true } });
    return payload["answerId"] ? renderAnswer(scope, payload["answerId"]) : renderVersion(scope, payload["versionId"]!);
  },
}];
