import type { Tx } from "../workspaces/index.ts";
import type { Verification } from "./contract.ts";
import { anyBehind, BEGINNING, findHead, storedEvents, type Head, type StoredEvent } from "./queries.ts";
import { canonical, hashOfEvent } from "./record.ts";

const AT_ONCE = 5_000;
const FIRST = -(2n ** 62n);

/**
 * Recomputes a workspace's chain up to its head as it is now, reading on while it hashes; memory does not grow with the log.
 * Names the first event that does not fit, is missing or stands behind the end. `noted` is a head that somebody kept: the
 * chain must still hold that very event, which finds a tail that was cut off together with the log's own head.
 */
export async function verifyChain(tx: Tx, noted: Head | null = null): Promise<Verification> {
  const started = performance.now();
  let previous: Buffer = BEGINNING;
  let seq = 0n;
  let problem: string | null = null;
  const verdict = (): Verification => ({
    intact: problem === null, events: Number(seq), firstBroken: problem === null ? null : Number(seq + 1n), problem,
    head: seq === 0n ? null : { seq: Number(seq), hash: previous.toString("hex") }, milliseconds: Math.round(performance.now() - started),
  });
  for (;;) {
    const head = (await findHead(tx)) ?? { seq: 0n, hash: BEGINNING };
    let ahead = storedEvents(tx, seq === 0n ? FIRST : seq, head.seq, AT_ONCE);
    for (;;) {
      const rows = await ahead;
      const last = rows.at(-1);
      if (last && rows.length === AT_ONCE) {
        ahead = storedEvents(tx, last.seq, head.seq, AT_ONCE);
        ahead.catch(() => undefined); // when a problem ends the loop, nobody waits for it
      }
      for (const row of rows) {
        problem = problemOf(tx.workspaceId, row, seq + 1n, previous);
        if (!problem && noted?.seq === row.seq && !noted.hash.equals(row.hash)) problem = "Its hash is not the one that was noted: everything up to here was written anew.";
        if (problem) {
          await ahead.catch(() => undefined);
          return verdict();
        }
        [previous, seq] = [row.hash, row.seq];
      }
      if (rows.length < AT_ONCE) break;
    }
    if (seq !== head.seq) problem = `It is missing: the log ends with event ${seq}, but its head says ${head.seq}.`;
    else if (!head.hash.equals(previous)) problem = `The log's head does not carry the hash of its last event, ${seq}.`;
    else if (await anyBehind(tx, seq)) {
      if (((await findHead(tx))?.seq ?? 0n) > head.seq) continue; // written meanwhile
      problem = "It stands behind the end of the chain.";
    } else if (noted && noted.seq > seq) problem = `It is missing: the noted head says ${noted.seq} events, and the log's own head was changed to ${seq}.`;
    return verdict();
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
