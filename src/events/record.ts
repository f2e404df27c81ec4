import { createHash } from "node:crypto";
import type { PendingEvent, Tx } from "../workspaces/index.ts";
import { raiseAlerts } from "./alerts.ts";
import { BLOCK, insertEvents, lockHead, moveHead, type ChainedEvent, type WrittenEvent } from "./queries.ts";

/** The hash that an event must carry: SHA-256 over the hash before it and every column, keys of `details` in order. */
export function hashOfEvent(workspaceId: string, event: ChainedEvent, previous: Buffer): Buffer {
  const columns = [
    workspaceId, event.seq.toString(), event.at.toISOString(), event.action, event.actorKind, event.actorId, event.actorName,
    event.subjectKind, event.subjectId, event.companyId, event.summary, event.details, event.ip, event.userAgent, event.requestId,
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
 * Writes a transaction's events to the workspace's chain, with the alerts that follow from them. It is the last thing a
 * transaction does: the row lock on the chain's head orders events, and taken last it can stand in no deadlock and is held
 * only until the commit.
 */
export async function writeEvents(tx: Tx): Promise<void> {
  const head = await lockHead(tx);
  const events: WrittenEvent[] = [];
  let { seq, hash } = head;
  for (const pending of tx.events) {
    const event = eventOf(tx, ++seq, pending);
    const previous = hash;
    hash = hashOfEvent(tx.workspaceId, event, previous);
    events.push({ ...event, previous, hash });
  }
  tx.events.length = 0;
  for (let from = 0; from < events.length; from += 1000) await insertEvents(tx, events.slice(from, from + 1000));
  await moveHead(tx, seq, hash);
  if (seq / BLOCK > head.seq / BLOCK) await tx.enqueue("events.index", {});
  await raiseAlerts(tx, events);
}

function eventOf({ scope }: Tx, seq: bigint, pending: PendingEvent): ChainedEvent {
  const { actor } = scope;
  return {
    seq, at: scope.now(), action: pending.action, actorKind: actor.kind, actorId: storable(actor.id), actorName: storable(actor.name),
    subjectKind: pending.subjectKind ?? null, subjectId: storable(pending.subjectId ?? null), companyId: pending.companyId ?? null,
    summary: storable(pending.summary)!, details: canonical(storableJson(pending.details ?? {})),
    ip: scope.ip, userAgent: storable(scope.userAgent), requestId: storable(scope.requestId),
  };
}

/** Text that PostgreSQL can hold. Nobody keeps an event out of the log by a name that it cannot store. */
const storable = <T extends string | null>(text: T): T => (text === null ? text : text.toWellFormed().replaceAll("\0", "\ufffd")) as T;

/** Details as JSON that comes back from jsonb letter by letter: a number that jsonb would write otherwise becomes text. */
function storableJson(value: unknown): unknown {
  if (typeof value === "string") return storable(value);
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "number") return Number.isFinite(value) && !/e/.test(String(value)) ? value : String(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(storableJson);
  if (value && typeof value === "object")
    return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined).map(([key, part]) => [storable(key), storableJson(part)]));
  return value ?? null;
}
