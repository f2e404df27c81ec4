import type { z } from "zod";
import { isLoopbackOnly } from "../platform/config.ts";
import { changesOf } from "../platform/changes.ts";
import { recordEvent, type Scope } from "../workspaces/index.ts";
import type { WorkspaceSecurity, WorkspaceSecurityView } from "./contract.ts";
import { findWorkspaceSecurity, lockWorkspaceSecurity, saveWorkspaceSecurity, type WorkspaceSecurity as Row } from "./queries.ts";

const viewOf = (scope: Scope, row: Row): z.input<typeof WorkspaceSecurityView> => ({
  requireSecondFactor: row.require_second_factor, sessionIdleMinutes: row.session_idle_minutes, sessionHours: row.session_hours, asksAdmins: !isLoopbackOnly(scope.services.config),
});

/** What the workspace asks of everybody who works in it. */
export const readWorkspaceSecurity = (scope: Scope): Promise<z.input<typeof WorkspaceSecurityView>> =>
  scope.transaction(async (tx) => viewOf(scope, await findWorkspaceSecurity(tx.db, tx.workspaceId)));

/** Changes it, for sessions that are open too: each request asks anew. */
export const changeWorkspaceSecurity = (scope: Scope, next: z.output<typeof WorkspaceSecurity>): Promise<z.input<typeof WorkspaceSecurityView>> =>
  scope.transaction(async (tx) => {
    const before = await lockWorkspaceSecurity(tx.db, tx.workspaceId);
    const after: Row = { require_second_factor: next.requireSecondFactor, session_idle_minutes: next.sessionIdleMinutes, session_hours: next.sessionHours };
    await saveWorkspaceSecurity(tx.db, tx.workspaceId, after);
    recordEvent(tx, {
      action: "workspace.security_changed", summary: "Changed what the workspace asks of sign-ins", subjectKind: "workspace", subjectId: tx.workspaceId,
      details: changesOf(viewOf(scope, before), viewOf(scope, after)),
    });
    return viewOf(scope, after);
  });
