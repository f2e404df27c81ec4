// What requests leave behind: a line in the operator's log, and, for what was refused to somebody known, an event.
import type { FastifyReply, FastifyRequest } from "fastify";
import { assume } from "../platform/database.ts";
import type { Refusal } from "../platform/refusal.ts";
import type { Services } from "../platform/services.ts";
import { createScope, recordEvent, type Actor, type PendingEvent, type Tx } from "../workspaces/index.ts";
import { countRefusal } from "./alerts.ts";
import { addRefused, didSince, listRefused, takeRefused, takeTurn, workspacesRefusing, type RefusedRow } from "./queries.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Codes of answered refusals, for the log line of the same request. */
const codes = new WeakMap<FastifyRequest, string>();

/**
 * Notes that a request was refused. Call it where refusals are answered; it returns at once and never throws. What counts
 * towards the audit log: a 403, and a 404 for an id, of a caller who is known in a workspace. Asking for a fresh proof or a
 * second factor is a part of working and does not count.
 */
export function noteRefusal(request: FastifyRequest, refusal: Pick<Refusal, "status" | "code">): void {
  codes.set(request, refusal.code);
  const { caller, services } = request;
  const route = request.routeOptions.url ?? "";
  const counts = refusal.status === 403 ? !/^(step_up_needed|second_factor_needed|no_workspace|wrong_password)$/.test(refusal.code) : refusal.status === 404 && route.includes(":");
  if (!counts || !caller?.workspaceId) return;
  const { id, ip, headers, method } = request;
  void recordDenial(services, { workspaceId: caller.workspaceId, actor: caller.actor }, { route: `${method} ${route}`, requestId: id, ip, userAgent: headers["user-agent"]?.slice(0, 300) ?? null }, refusal)
    .catch((error: unknown) => services.log.error({ requestId: id, error: String(error) }, "a refusal could not be noted"));
}

/**
 * Counts a refusal for the audit log, at most one event per actor, route and minute, and alerts the owners when there are many.
 * The event is written by `writeRefusals` once its minute is over.
 */
export async function recordDenial(
  services: Services, caller: { workspaceId: string; actor: Actor }, request: { route: string; requestId: string | null; ip: string | null; userAgent: string | null },
  refusal: { status: number; code: string },
): Promise<void> {
  const { actor, workspaceId } = caller;
  if (!actor.id) return;
  const at = services.clock();
  const scope = createScope(services, { workspaceId, actor, requestId: request.requestId, ip: request.ip, userAgent: request.userAgent });
  await scope.transaction(async (tx) => {
    await addRefused(tx, {
      actor_kind: actor.kind, actor_id: actor.id!, actor_name: actor.name, route: request.route, status: refusal.status, code: refusal.code,
      minute: new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS), ip: request.ip, user_agent: request.userAgent, request_id: request.requestId,
    });
    await countRefusal(tx, actor, at);
  });
}

/** Sweep: writes the refusals of past minutes as events, each in the name of who was refused. */
export async function writeRefusals(services: Services): Promise<void> {
  const over = new Date(Math.floor(services.clock().getTime() / MINUTE_MS) * MINUTE_MS);
  const workspaces = await services.database.kysely.transaction().execute(async (db) => {
    await assume(db, {});
    return (await workspacesRefusing(over).execute(db)).rows;
  });
  for (const { workspace_id: workspaceId } of workspaces) {
    const system = createScope(services, { workspaceId, actor: { kind: "system", id: null, name: "Counterfoil", role: null, may: () => true } });
    for (const row of await system.transaction((tx) => listRefused(tx, over))) {
      const scope = createScope(services, {
        workspaceId, requestId: row.request_id, ip: row.ip, userAgent: row.user_agent,
        actor: { kind: row.actor_kind as Actor["kind"], id: row.actor_id, name: row.actor_name, role: null, may: () => false },
      });
      await scope.transaction(async (tx) => {
        const amount = await takeRefused(tx, row);
        if (amount !== null) recordEvent(tx, refusedEvent(row, amount));
      });
    }
  }
}

const refusedEvent = (row: RefusedRow, amount: number): PendingEvent => ({
  action: "access.refused", summary: `Refused ${row.actor_name}: ${row.route}${amount > 1 ? `, ${amount} times in a minute` : ""}`,
  details: { route: row.route, status: row.status, code: row.code, times: amount, minute: row.minute.toISOString() },
});

/** Notes that somebody looked at something: once per actor, subject and hour, however many pages and pictures that takes. */
export async function recordView(tx: Tx, event: PendingEvent & { subjectId: string }): Promise<void> {
  const { actor } = tx.scope;
  if (!actor.id) return recordEvent(tx, event);
  await takeTurn(tx, `${event.action} ${event.subjectId} ${actor.id}`); // a page asks for its parts at once
  if (!(await didSince(tx, event.action, event.subjectId, actor.id, new Date(tx.scope.now().getTime() - HOUR_MS)))) recordEvent(tx, event);
}

/** One line in the operator's log for every answer of the API: who, from where, what, how it ended. Names and ids, never content. */
export function logAnswer(request: FastifyRequest, reply: FastifyReply): void {
  if (!/^\/(api|scim)\//.test(request.url)) return;
  const { caller, services } = request;
  const code = codes.get(request);
  const fields = {
    requestId: request.id, workspace: caller?.workspaceId ?? null, actor: caller?.actor.id ?? null, actorKind: caller?.kind ?? null, ip: request.ip,
    method: request.method, route: request.routeOptions.url ?? null, status: reply.statusCode, ms: Math.round(reply.elapsedTime), ...(code ? { code } : {}),
  };
  if (reply.statusCode >= 500) services.log.error(fields, "request answered with an error");
  else if (code) services.log.warn(fields, "request refused");
  else services.log.info(fields, "request");
}
