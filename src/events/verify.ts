import type { Tx } from "../workspaces/index.ts";
import type { Verification } from "./contract.ts";
import { anyBeforeFirst, anyBehind, BEGINNING, findHead, storedEvents, type Head, type StoredEvent } from "./queries.ts";
import { canonical, hashOfEvent } from "./record.ts";

const AT_ONCE = 2_000n;

/**
 * Recomputes a workspace's chain up to its head as it is now, reading on while it hashes; memory does not grow with the log.
 * Names the first event that does not fit, is missing or stands behind the end. `noted` is a head that somebody kept: the
 * chain must still hold that very event, which finds a tail that was cut off together with the log's own head.
 */
export async function verifyChain(tx: Tx, noted: Head | null = null): Promise<Verification> {
  const started = performance.now();
  const end = { seq: 0n, hash: BEGINNING as Buffer };
  const problem = (await anyBeforeFirst(tx)) ? "An event stands before it." : await follow(tx, end, noted);
  return {
    intact: problem === null, events: Number(end.seq), firstBroken: problem === null ? null : Number(end.seq + 1n), problem,
    head: end.seq === 0n ? null : { seq: Number(end.seq), hash: end.hash.toString("hex") }, milliseconds: Math.round(performance.now() - started),
  };
}

/** Moves `end` along the chain as far as it fits; answers what is wrong with the event after it, or null at the end. */
async function follow(tx: Tx, end: Head, noted: Head | null): Promise<string | null> {
  for (;;) {
    const head = (await findHead(tx)) ?? { seq: 0n, hash: BEGINNING };
    const read = (after: bigint) => {
      const rows = after < head.seq ? storedEvents(tx, after, after + AT_ONCE < head.seq ? after + AT_ONCE : head.seq) : Promise.resolve([]);
      rows.catch(() => undefined); // when a problem ends the walk, nobody waits for the stretch ahead
      return rows;
    };
    for (let rows = read(end.seq); end.seq < head.seq; ) {
      const stretch = await rows;
      rows = read(end.seq + AT_ONCE);
      const whole = end.seq + AT_ONCE < head.seq ? end.seq + AT_ONCE : head.seq;
      for (const row of stretch) {
        const problem = problemOf(tx.workspaceId, row, end.seq + 1n, end.hash)
          ?? (noted?.seq === row.seq && !noted.hash.equals(row.hash) ? "Its hash is not the one that was noted: everything up to here was written anew." : null);
        if (problem) return await rows.then(() => problem, () => problem);
        [end.hash, end.seq] = [row.hash, row.seq];
      }
      if (end.seq < whole) return await rows.then((next) => `It is missing${next[0] ? `: event ${next[0].seq} follows event ${end.seq}` : `: the log ends with event ${end.seq}, but its head says ${head.seq}`}.`);
    }
    if (!head.hash.equals(end.hash)) return `The log's head does not carry the hash of its last event, ${end.seq}.`;
    if (await anyBehind(tx, end.seq)) {
      if (((await findHead(tx))?.seq ?? 0n) > head.seq) continue; // written meanwhile
      return "It stands behind the end of the chain.";
    }
    return noted && noted.seq > end.seq ? `It is missing: the noted head says ${noted.seq} events, and the log's own head was changed to ${end.seq}.` : null;
  }
}

function problemOf(workspaceId: string, row: StoredEvent, expected: bigint, previous: Buffer): string | null {
  if (row.seq !== expected) return `It is missing: event ${row.seq} follows event ${expected - 1n}.`;
  if (!row.previous_hash.equals(previous)) return "It does not carry the hash of the event before it.";
  const at = new Date(`${row.at.slice(0, 23)}Z`);
  // Events are written to the millisecond; what stands below that was put there by somebody else.
  const exact = row.at.endsWith("000Z") && !Number.isNaN(at.getTime()) && row.noun === row.action.split(".", 1)[0] && row.refused === /(refused|failed)$/.test(row.action);
  const hash = exact ? hashOfEvent(workspaceId, {
    seq: row.seq, at, action: row.action, actorKind: row.actor_kind, actorId: row.actor_id, actorName: row.actor_name, subjectKind: row.subject_kind,
    subjectId: row.subject_id, companyId: row.company_id, summary: row.summary, details: canonicalText(row.details), ip: row.ip, userAgent: row.user_agent, requestId: row.request_id,
  }, previous) : null;
  return hash && row.hash.equals(hash) ? null : "Its content does not fit its hash.";
}

/** jsonb's text in canonical order, numbers letter by letter: parsing them would round what somebody changed at the end. */
export function canonicalText(text: string): string {
  if (text === "{}") return text;
  return canonical(JSON.parse(text.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) => (token.startsWith("\"") ? token : JSON.stringify(`\0${token}`)))))
    .replace(/"\\u0000([^"]*)"/g, "$1");
}
