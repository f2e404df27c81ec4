import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../workspaces/index.ts";
import { hashOfEvent, type ChainedEvent } from "./record.ts";
import type { EventFilter, EventView } from "./contract.ts";

export type EventRow = {
  seq: bigint; at: Date; action: string; actor_kind: string; actor_id: string | null; actor_name: string | null;
  subject_kind: string | null; subject_id: string | null; company_id: string | null; summary: string;
  details: Record<string, unknown>; ip: string | null; user_agent: string | null; request_id: string | null;
  previous_hash: Buffer; hash: Buffer;
};

/** Events, newest first, before `beforeSeq`. */
export function listEvents(tx: Tx, filter: z.infer<typeof EventFilter>, beforeSeq: bigint | null, limit: number): Promise<EventRow[]> {
  const like = filter.search ? `%${filter.search.replace(/[\\%_]/g, "\\$&")}%` : null;
  return tx.all(sql<EventRow>`
    select * from event
    where workspace_id = ${tx.workspaceId}
      and (${beforeSeq}::bigint is null or seq < ${beforeSeq})
      and (${filter.action ?? null}::text is null or action = ${filter.action ?? null} or action like ${`${filter.action ?? ""}.%`})
      and (${filter.actorId ?? null}::text is null or actor_id = ${filter.actorId ?? null})
      and (${filter.actorKind ?? null}::text is null or actor_kind = ${filter.actorKind ?? null})
      and (${filter.companyId ?? null}::uuid is null or company_id = ${filter.companyId ?? null}::uuid)
      and (not ${filter.refused ?? false}::boolean or action like '%.refused' or action like '%failed')
      and (${filter.subjectId ?? null}::text is null or subject_id = ${filter.subjectId ?? null})
      and (${like}::text is null or summary ilike ${like} or actor_name ilike ${like})
      and (${filter.from ?? null}::date is null or at >= ${filter.from ?? null}::date)
      and (${filter.until ?? null}::date is null or at < ${filter.until ?? null}::date + 1)
    order by seq desc limit ${limit}`);
}

/**
 * Recomputes the chain up to its head as it is now (events that are added meanwhile belong to the next run). Names the first
 * event that does not fit, or one past the end when the tail was cut.
 */
export async function verifyChain(tx: Tx): Promise<{ intact: boolean; events: number; firstBroken: number | null }> {
  const head = await tx.maybe(sql<{ seq: bigint; hash: Buffer }>`select seq, hash from event_head where workspace_id = ${tx.workspaceId}`);
  const last = head?.seq ?? 0n;
  let previous = Buffer.alloc(32);
  let seq = 0n;
  while (seq < last) {
    const rows = await tx.all(sql<EventRow>`
      select * from event where workspace_id = ${tx.workspaceId} and seq > ${seq} and seq <= ${last} order by seq limit 1000`);
    for (const row of rows) {
      const fits = row.seq === seq + 1n && row.previous_hash.equals(previous) && row.hash.equals(hashOfEvent(tx.workspaceId, asChained(row), previous));
      if (!fits) return { intact: false, events: Number(seq), firstBroken: Number(seq + 1n) };
      previous = Buffer.from(row.hash);
      seq = row.seq;
    }
    if (rows.length === 0) break;
  }
  const whole = seq === last && (!head || head.hash.equals(previous));
  return { intact: whole, events: Number(seq), firstBroken: whole ? null : Number(seq + 1n) };
}

const asChained = (row: EventRow): ChainedEvent => ({
  seq: row.seq, at: row.at, action: row.action, actorKind: row.actor_kind, actorId: row.actor_id, actorName: row.actor_name,
  subjectKind: row.subject_kind, subjectId: row.subject_id, companyId: row.company_id, summary: row.summary, details: row.details,
  ip: row.ip, userAgent: row.user_agent, requestId: row.request_id,
});

export const viewEvent = (row: EventRow): EventView => ({
  seq: Number(row.seq), at: row.at.toISOString(), action: row.action,
  actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
  subject: { kind: row.subject_kind, id: row.subject_id },
  companyId: row.company_id, summary: row.summary, details: row.details, ip: row.ip, userAgent: row.user_agent, requestId: row.request_id,
  hash: row.hash.toString("hex"), previousHash: row.previous_hash.toString("hex"),
});
