import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Tx } from "../workspaces/index.ts";

export type ChainedEvent = {
  seq: bigint; at: Date; action: string; actorKind: string; actorId: string | null; actorName: string | null;
  subjectKind: string | null; subjectId: string | null; companyId: string | null; summary: string; details: unknown;
  ip: string | null; userAgent: string | null; requestId: string | null;
};

/** The hash that an event must carry: SHA-256 over the hash before it and every column, keys of `details` in order. */
export function hashOfEvent(workspaceId: string, event: ChainedEvent, previous: Buffer): Buffer {
  const columns = [
    workspaceId, event.seq.toString(), event.at.toISOString(), event.action, event.actorKind, event.actorId, event.actorName,
    event.subjectKind, event.subjectId, event.companyId, event.summary, canonical(event.details), event.ip, event.userAgent, event.requestId,
  ];
  return createHash("sha256").update(previous).update(JSON.stringify(columns)).digest();
}

/** JSON with object keys in order, as PostgreSQL's jsonb keeps no order of its own. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value && typeof value === "object")
    return `{${Object.entries(value).filter(([, part]) => part !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(",")}}`;
  return JSON.stringify(value ?? null);
}

/**
 * Writes a transaction's events to the workspace's chain. It is the last thing a transaction does: the row lock on the
 * chain's head orders events, and taken last it can stand in no deadlock and is held only until the commit.
 */
export async function writeEvents(tx: Tx): Promise<void> {
  const { scope } = tx;
  await tx.run(sql`insert into event_head (workspace_id, seq, hash) values (${tx.workspaceId}, 0, ${Buffer.alloc(32)}) on conflict do nothing`);
  const head = await tx.one(sql<{ seq: bigint; hash: Buffer }>`
    select seq, hash from event_head where workspace_id = ${tx.workspaceId} for update`);
  let { seq, hash } = head;
  for (const pending of tx.events) {
    const event: ChainedEvent = {
      seq: ++seq, at: scope.now(), action: pending.action,
      actorKind: scope.actor.kind, actorId: scope.actor.id, actorName: scope.actor.name,
      subjectKind: pending.subjectKind ?? null, subjectId: pending.subjectId ?? null, companyId: pending.companyId ?? null,
      summary: pending.summary, details: JSON.parse(canonical(pending.details ?? {})),
      ip: scope.ip, userAgent: scope.userAgent, requestId: scope.requestId,
    };
    const previous = hash;
    hash = hashOfEvent(tx.workspaceId, event, previous);
    await tx.run(sql`
      insert into event (workspace_id, seq, at, action, actor_kind, actor_id, actor_name, subject_kind, subject_id, company_id,
                         summary, details, ip, user_agent, request_id, previous_hash, hash)
      values (${tx.workspaceId}, ${event.seq}, ${event.at}, ${event.action}, ${event.actorKind}, ${event.actorId}, ${event.actorName},
              ${event.subjectKind}, ${event.subjectId}, ${event.companyId}, ${event.summary}, ${JSON.stringify(event.details)}::jsonb,
              ${event.ip}, ${event.userAgent}, ${event.requestId}, ${previous}, ${hash})`);
  }
  await tx.run(sql`update event_head set seq = ${seq}, hash = ${hash} where workspace_id = ${tx.workspaceId}`);
  tx.events.length = 0;
}
