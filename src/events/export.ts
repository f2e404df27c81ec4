import { setTimeout as sleep } from "node:timers/promises";
import type { Scope } from "../workspaces/index.ts";
import type { EventFilter, EventView } from "./contract.ts";
import { findEvents, viewEvents } from "./list.ts";

const AT_ONCE = 1_000;
const TRIES = 6;
const away = /^(57P0[123]|08\w{3}|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/;

/**
 * Every event that fits, newest first, read a page at a time while they leave: memory stays the same however long the log is.
 * A page that meets a database which is restarting is asked for again; when it stays away the stream fails, so that nobody
 * takes a part for the whole.
 */
export async function* everyEvent(scope: Scope, filter: EventFilter): AsyncGenerator<EventView> {
  for (let before: bigint | null = null; ; ) {
    const page = await patiently(() => scope.transaction(async (tx) => {
      const { rows, next } = await findEvents(tx, filter, before, AT_ONCE);
      return { views: await viewEvents(tx, rows), next };
    }));
    yield* page.views;
    if (page.next === null) return;
    before = page.next;
  }
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const { code = "", message = "" } = error as { code?: string; message?: string };
      if (attempt >= TRIES || !(away.test(code) || /Connection terminated/.test(message))) throw error;
      await sleep(250 * 2 ** attempt);
    }
  }
}

export const csvColumns = ["seq", "time", "action", "actor_kind", "actor_id", "actor", "subject_kind", "subject_id", "company_id", "summary", "details", "ip", "device", "user_agent", "request_id", "hash"] as const;

export async function* csvRows(scope: Scope, filter: EventFilter): AsyncGenerator<string[]> {
  for await (const event of everyEvent(scope, filter)) {
    yield [
      String(event.seq), event.at, event.action, event.actor.kind, event.actor.id ?? "", event.actor.name ?? "", event.subject.kind ?? "", event.subject.id ?? "", event.companyId ?? "",
      event.summary, JSON.stringify(event.details), event.ip ?? "", event.device ?? "", event.userAgent ?? "", event.requestId ?? "", event.hash,
    ];
  }
}

/** Lines of JSON, several events to a chunk. */
export async function* jsonLines(scope: Scope, filter: EventFilter): AsyncGenerator<string> {
  let lines: string[] = [];
  for await (const event of everyEvent(scope, filter)) {
    if (lines.push(`${JSON.stringify(event)}\n`) < 200) continue;
    yield lines.join("");
    lines = [];
  }
  if (lines.length > 0) yield lines.join("");
}
