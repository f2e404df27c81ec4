import type { FastifyRequest } from "fastify";
import { sql } from "kysely";
import { fingerprintOf, type Route } from "../platform/http.ts";
import type { Scope } from "../workspaces/index.ts";
import { doors } from "./refusals.ts";

/** Runs a POST once per Idempotency-Key: key, work and answer are committed together, so a repeat by the same actor gets the first answer. An answer that shows a secret is not kept. */
export function once(scope: Scope, request: FastifyRequest, spec: Pick<Route, "status" | "showsSecret">, work: () => Promise<unknown>): Promise<unknown> {
  const status = spec.status ?? 200;
  const key = String(request.headers["idempotency-key"]).slice(0, 200);
  const actor = scope.actor.id ?? "";
  const fingerprint = fingerprintOf(`${request.method} ${request.url}`, request.body);
  return scope.transaction(async (tx) => {
    const fresh = await tx.run(sql`insert into idempotency_key (workspace_id, actor, key, fingerprint, status)
      values (${tx.workspaceId}, ${actor}, ${key}, ${fingerprint}, ${status}) on conflict do nothing`);
    if (!fresh) {
      const first = await tx.one(sql<{ fingerprint: Buffer; answer: unknown }>`
        select fingerprint, answer from idempotency_key where workspace_id = ${tx.workspaceId} and actor = ${actor} and key = ${key}`);
      if (!first.fingerprint.equals(fingerprint)) throw doors.refuse("key_reused");
      if (spec.showsSecret) throw doors.refuse("shown_once");
      return first.answer;
    }
    const answer = await work();
    if (!spec.showsSecret) await tx.run(sql`update idempotency_key set answer = ${JSON.stringify(answer ?? null)}::jsonb where workspace_id = ${tx.workspaceId} and actor = ${actor} and key = ${key}`);
    return answer;
  });
}
