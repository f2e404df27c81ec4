import type { JobPayload } from "../platform/jobs.ts";
import type { Services } from "../platform/services.ts";
import { createScope } from "../workspaces/index.ts";
import { renderInvoice } from "./render.ts";

export const jobs = [{
  kind: "invoices.render" as const, parallel: 1,
  run: (services: Services, payload: JobPayload): Promise<void> => {
    const scope = createScope(services, { workspaceId: payload.workspaceId!, actor: { kind: "job", id: "invoices.render", name: "Rendering", role: null, may: () => true } });
    return renderInvoice(scope, payload["invoiceId"]!);
  },
}];
