import { sql } from "kysely";
import { encodeCursor } from "../platform/http.ts";
import { deviceOf } from "../platform/device.ts";
import type { Tx } from "../workspaces/index.ts";
import type { EventFilter, EventView } from "./contract.ts";
import { refuse } from "./policy.ts";
import {
  alertedSeqs, alertsOf, blocksOf, BLOCK, candidatesQuery, conditionsOf, eventsBySeq, eventsQuery, findHead, indexedTo, instantsOf, isRare, sievedQuery, stretchOfDays, timeOf, UNINDEXED,
  type Condition, type EventRow, type Stretch,
} from "./queries.ts";
import { fits, wordsOf } from "./words.ts";

/** How many events each look reads when several filters must fit together; a page that is not full after the last ends early. */
const LOOKS = [400, 1_200, 2_000, 2_000, 2_000];
/** A filter that fewer events meet than this is read first, whatever the others are. */
const FEW = 400;
/** A word in more blocks than this, and in more than a quarter of all, narrows nothing: reading on from the newest finds it soon. */
const COMMON = 1_000;
/** Events that a search compares at most for one page. */
const COMPARED = 20_000;

/** `before`: only events with a smaller number. `next`: where the following page begins, null at the end. */
export type Found = { rows: EventRow[]; next: bigint | null };

/**
 * Events that fit, newest first, by plans that read only what they show. Filters that rarely fit together end a page before it
 * is full: `next` then says how far it looked, so that no page takes long and nothing is left out.
 */
export async function findEvents(tx: Tx, filter: EventFilter, before: bigint | null, limit: number): Promise<Found> {
  const { stretches, time, indexed } = await stretchesOf(tx, filter, before);
  const conditions = [...conditionsOf(filter), ...time];
  if (filter.alert) {
    const top = stretches[0]?.high ?? 0n;
    const seqs = await alertedSeqs(tx, top, 5_000);
    conditions.unshift({ rank: 0, where: sql`seq = any(${seqs}::bigint[])` });
  }
  if (filter.search === undefined || filter.search === "") return byIndex(tx, stretches, conditions, limit);
  const words = wordsOf(filter.search);
  return words.length === 0 ? { rows: [], next: null } : bySearch(tx, words, stretches, conditions, indexed, limit);
}

/** The stretches of the chain in which the filter's days lie, newest first, and the exact condition of time. */
async function stretchesOf(tx: Tx, filter: EventFilter, before: bigint | null): Promise<{ stretches: Stretch[]; time: Condition[]; indexed: bigint }> {
  const [head, indexed] = [(await findHead(tx))?.seq ?? 0n, await indexedTo(tx)];
  const high = before !== null && before <= head ? before : head + 1n;
  if (!filter.from && !filter.until) return { stretches: [{ low: 1n, high }], time: [], indexed };
  const { from_at: from, until_at: until } = await instantsOf(tx, filter.from ?? null, filter.until ?? null, filter.timeZone ?? "UTC")
    .catch((error: { code?: string }) => { throw error.code === "22023" ? refuse("time_zone_unknown") : error; });
  const days = await stretchOfDays(tx, from, until);
  const whole = [{ low: indexed + 1n, high: head + 1n }, ...(days ? [days] : [])]; // the newest are in no tally yet
  const stretches = whole.map(({ low, high: top }) => ({ low, high: top < high ? top : high })).filter(({ low, high: top }) => low < top);
  const time: Condition[] = [
    ...(from ? [{ rank: UNINDEXED, where: sql`at >= ${from}` }] : []),
    ...(until ? [{ rank: UNINDEXED, where: sql`at < ${until}` }] : []),
  ];
  return { stretches, time, indexed };
}

async function byIndex(tx: Tx, stretches: readonly Stretch[], conditions: readonly Condition[], limit: number): Promise<Found> {
  const rows: EventRow[] = [];
  const full = () => ({ rows: rows.slice(0, limit), next: rows[limit - 1]!.seq });
  const indexed = conditions.filter((one) => one.rank < UNINDEXED);
  if (conditions.length === indexed.length && indexed.length <= 1) {
    for (const stretch of stretches) {
      rows.push(...(await tx.all(eventsQuery(tx, stretch, indexed[0], limit + 1 - rows.length))));
      if (rows.length > limit) return full();
    }
    return { rows, next: null };
  }
  let looks = 0;
  for (const { low, high } of stretches) {
    const driver = indexed.length > 1 ? await rarest(tx, { low, high }, indexed) : indexed[0];
    const order = [driver ?? EVERY, ...conditions.filter((one) => one !== driver)];
    for (let top = high; top > low; looks++) {
      const reach = LOOKS[looks];
      if (reach === undefined) return { rows, next: top };
      const found = await tx.all(sievedQuery(tx, { low, high: top }, order, reach, limit + 1 - rows.length));
      for (const row of found) if (row.seq !== null) rows.push(row);
      if (rows.length > limit) return full();
      const { looked, last } = found[0]!;
      if (looked < reach) break;
      top = last!;
    }
  }
  return { rows, next: null };
}

const EVERY: Condition = { rank: 0, where: sql`true` };

/** The condition to read by: the first that few events meet, else the one that is usually most selective. */
async function rarest(tx: Tx, stretch: Stretch, conditions: readonly Condition[]): Promise<Condition | undefined> {
  for (const one of conditions) if (await isRare(tx, stretch, one, FEW)) return one;
  return conditions[0];
}

async function bySearch(tx: Tx, words: readonly string[], stretches: readonly Stretch[], conditions: readonly Condition[], indexed: bigint, limit: number): Promise<Found> {
  const found: bigint[] = [];
  let compared = 0;
  let pieces: Stretch[] = [];
  const look = async (): Promise<boolean> => {
    const candidates = await tx.all(candidatesQuery(tx, pieces, conditions, words));
    compared += pieces.reduce((sum, piece) => sum + Number(piece.high - piece.low), 0);
    for (const candidate of candidates) if (fits(words, candidate)) found.push(candidate.seq);
    return found.length > limit;
  };
  for (const piece of await piecesOf(tx, words, stretches, indexed)) {
    pieces.push(piece);
    if (pieces.length < (compared === 0 ? 4 : 16)) continue;
    const low = piece.low;
    if (await look()) break;
    pieces = [];
    if (compared >= COMPARED && low > 1n) return { rows: await eventsBySeq(tx, found), next: low };
  }
  if (pieces.length > 0 && found.length <= limit) await look();
  const kept = found.slice(0, limit);
  return { rows: kept.length > 0 ? await eventsBySeq(tx, kept) : [], next: found.length > limit ? kept.at(-1)! : null };
}

/** The parts of the chain, at most a block long and newest first, that may hold an event with all words. */
async function piecesOf(tx: Tx, words: readonly string[], stretches: readonly Stretch[], indexed: bigint): Promise<Iterable<Stretch>> {
  const sets: Set<bigint>[] = [];
  const common = Math.max(COMMON, Number(indexed / BLOCK / 4n));
  for (const word of words.slice(0, 8)) {
    const rows = await blocksOf(tx, word, common + 1);
    if (rows.length <= common) sets.push(new Set(rows.map((row) => row.block)));
  }
  const few = sets.length === 0 ? null : [...sets[0]!].filter((block) => sets.every((one) => one.has(block)));
  function* pieces(): Iterable<Stretch> {
    const sorted = few?.sort((a, b) => (a > b ? -1 : 1));
    for (const { low, high } of stretches) {
      // What no block holds yet is looked at directly.
      for (let top = high; top > low && top > indexed + 1n; top -= BLOCK) yield { low: larger(low, larger(indexed + 1n, top - BLOCK)), high: top };
      const last = smaller(high, indexed + 1n);
      const blocksDown = sorted ?? downFrom((last - 2n) / BLOCK, (low - 1n) / BLOCK);
      for (const block of blocksDown) {
        const piece = { low: larger(low, block * BLOCK + 1n), high: smaller(last, (block + 1n) * BLOCK + 1n) };
        if (piece.low < piece.high) yield piece;
      }
    }
  }
  return pieces();
}

function* downFrom(high: bigint, low: bigint): Iterable<bigint> {
  for (let block = high; block >= low; block--) yield block;
}
const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** A page of the list as callers see it. */
export async function eventPage(tx: Tx, filter: EventFilter, before: bigint | null, limit: number): Promise<{ items: EventView[]; nextCursor: string | null; searchedTo: string | null }> {
  const { rows, next } = await findEvents(tx, filter, before, limit);
  const short = next !== null && rows.length < limit;
  return {
    items: await viewEvents(tx, rows),
    nextCursor: next === null ? null : encodeCursor([Number(next)]),
    searchedTo: short ? (await timeOf(tx, next))?.toISOString() ?? null : null,
  };
}

/** Rows as callers see them, with the alerts they raised. */
export async function viewEvents(tx: Tx, rows: readonly EventRow[]): Promise<EventView[]> {
  const alerts = rows.length > 0 ? await alertsOf(tx, rows.map((row) => row.seq)) : [];
  return rows.map((row) => ({
    seq: Number(row.seq), at: row.at.toISOString(), action: row.action,
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    subject: { kind: row.subject_kind, id: row.subject_id },
    companyId: row.company_id, summary: row.summary, details: row.details,
    ip: row.ip, device: row.user_agent === null ? null : deviceOf(row.user_agent), userAgent: row.user_agent, requestId: row.request_id,
    alerts: alerts.filter((alert) => alert.event_seq === row.seq).map((alert) => alert.kind),
    hash: row.hash.toString("hex"), previousHash: row.previous_hash.toString("hex"),
  }));
}
