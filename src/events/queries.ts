import { sql, type RawBuilder } from "kysely";
import type { Tx } from "../workspaces/index.ts";
import type { EventFilter } from "./contract.ts";
import type { AlertKind, Volume } from "./policy.ts";

export type EventRow = {
  seq: bigint; at: Date; action: string; actor_kind: string; actor_id: string | null; actor_name: string | null;
  subject_kind: string | null; subject_id: string | null; company_id: string | null; summary: string;
  details: Record<string, unknown>; ip: string | null; user_agent: string | null; request_id: string | null;
  previous_hash: Buffer; hash: Buffer;
};

// The chain

export type ChainedEvent = {
  seq: bigint; at: Date; action: string; actorKind: string; actorId: string | null; actorName: string | null;
  subjectKind: string | null; subjectId: string | null; companyId: string | null; summary: string;
  /** Canonical JSON text. */
  details: string;
  ip: string | null; userAgent: string | null; requestId: string | null;
};
export type WrittenEvent = ChainedEvent & { previous: Buffer; hash: Buffer };

/** What the first event of a chain follows. */
export const BEGINNING = Buffer.alloc(32);

export type Head = { seq: bigint; hash: Buffer };
export const findHead = (tx: Tx) => tx.maybe(sql<Head>`select seq, hash from event_head where workspace_id = ${tx.workspaceId}`);

/** Takes the chain's lock; whoever holds it is the only one who adds to this workspace's log. */
export async function lockHead(tx: Tx): Promise<Head> {
  const find = () => tx.maybe(sql<Head>`select seq, hash from event_head where workspace_id = ${tx.workspaceId} for update`);
  const head = await find();
  if (head) return head;
  await tx.run(sql`insert into event_head (workspace_id, seq, hash) values (${tx.workspaceId}, 0, ${BEGINNING}) on conflict do nothing`);
  return (await find())!;
}

export const moveHead = (tx: Tx, seq: bigint, hash: Buffer) => tx.run(sql`update event_head set seq = ${seq}, hash = ${hash} where workspace_id = ${tx.workspaceId}`);

export const insertEvents = (tx: Tx, events: readonly WrittenEvent[]) => tx.run(sql`
  insert into event (workspace_id, seq, at, action, actor_kind, actor_id, actor_name, subject_kind, subject_id, company_id,
                     summary, details, ip, user_agent, request_id, previous_hash, hash)
  values ${sql.join(events.map((event) => sql`(${tx.workspaceId}, ${event.seq}, ${event.at}, ${event.action}, ${event.actorKind}, ${event.actorId}, ${event.actorName},
    ${event.subjectKind}, ${event.subjectId}, ${event.companyId}, ${event.summary}, ${event.details}::jsonb, ${event.ip}, ${event.userAgent}, ${event.requestId}, ${event.previous}, ${event.hash})`))}`);

/** Events of a range of numbers, both ends known, so that each is read by one short walk along the primary key: as they lie in the table, values as text where JavaScript would lose a part of them. */
export type StoredEvent = Omit<EventRow, "at" | "details"> & { at: string; details: string; noun: string | null; refused: boolean | null };
export const storedEvents = (tx: Tx, after: bigint, upTo: bigint) => tx.all(sql<StoredEvent>`
  select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, action, actor_kind, actor_id, actor_name, subject_kind, subject_id, company_id,
         summary, details::text as details, ip, user_agent, request_id, previous_hash, hash, noun, refused
  from event where workspace_id = ${tx.workspaceId} and seq > ${after} and seq <= ${upTo} order by seq`);
export const anyBehind = async (tx: Tx, seq: bigint) => (await tx.maybe(sql`select 1 from event where workspace_id = ${tx.workspaceId} and seq > ${seq} order by seq limit 1`)) !== undefined;
export const anyBeforeFirst = async (tx: Tx) => (await tx.maybe(sql`select 1 from event where workspace_id = ${tx.workspaceId} and seq < 1 order by seq limit 1`)) !== undefined;

// The list

/** One filter as SQL, with how few events it usually leaves: the lowest rank is read by its index, the others are checked on those rows. */
export type Condition = { rank: number; where: RawBuilder<unknown> };

/** Conditions from this rank on have no index of their own. */
export const UNINDEXED = 9;

/** The filter's conditions but time and words, most selective first. */
export function conditionsOf(filter: EventFilter): Condition[] {
  const { seq, subjectId, actorId, actorKind, action, companyId, refused } = filter;
  const list: (Condition | null | false | undefined)[] = [
    seq !== undefined && { rank: 0, where: sql`seq = ${seq}::bigint` },
    subjectId !== undefined && { rank: 1, where: sql`subject_id = ${subjectId}` },
    refused && { rank: 2, where: sql`refused` },
    actorId !== undefined && { rank: 3, where: sql`actor_id = ${actorId}` },
    action !== undefined && action.includes(".") && { rank: 4, where: sql`action = ${action}` },
    actorKind !== undefined && (actorKind === "person" ? { rank: UNINDEXED, where: sql`actor_kind = 'person'` } : { rank: 5, where: sql`actor_kind = ${actorKind} and actor_kind <> 'person'` }),
    companyId !== undefined && { rank: 6, where: sql`company_id = ${companyId}::uuid` },
    action !== undefined && !action.includes(".") && { rank: 7, where: sql`noun = ${action}` },
  ];
  return list.filter((one): one is Condition => Boolean(one)).sort((a, b) => a.rank - b.rank);
}

/** A stretch of the chain: `low` ≤ seq < `high`. */
export type Stretch = { low: bigint; high: bigint };
const within = (tx: Tx, { low, high }: Stretch) => sql`workspace_id = ${tx.workspaceId} and seq >= ${low} and seq < ${high}`;
const all = (conditions: readonly Condition[]) => (conditions.length === 0 ? sql`true` : sql.join(conditions.map((one) => one.where), sql` and `));

/** Events of a stretch that meet the condition, newest first. */
export const eventsQuery = (tx: Tx, stretch: Stretch, condition: Condition | undefined, limit: number): RawBuilder<EventRow> => sql<EventRow>`
  select * from event where ${within(tx, stretch)} and ${all(condition ? [condition] : [])} order by seq desc limit ${limit}`;

/**
 * The same where several conditions must fit: looks at up to `reach` events that meet the first, by its index, and keeps those
 * that meet the others. Each row carries how many were looked at and the last of them; a row without seq when none fits.
 */
export const sievedQuery = (tx: Tx, stretch: Stretch, [first, ...others]: readonly Condition[], reach: number, limit: number) => sql<(EventRow | { seq: null }) & { looked: number; last: bigint | null }>`
  with looked as materialized (select * from event where ${within(tx, stretch)} and ${all(first ? [first] : [])} order by seq desc limit ${reach})
  select e.*, l.looked, l.last from (select count(*)::int as looked, min(seq) as last from looked) l
  left join lateral (select * from looked where ${all(others)} order by seq desc limit ${limit}) e on true order by e.seq desc`;

/** Do fewer than `few` events of a stretch meet the condition? */
export const isRare = async (tx: Tx, stretch: Stretch, condition: Condition, few: number): Promise<boolean> => (await tx.one(sql<{ count: number }>`
  select count(*)::int as count from (select 1 from event where ${within(tx, stretch)} and ${condition.where} order by seq desc limit ${few}) e`)).count < few;

export type Candidate = { seq: bigint; summary: string; actor_name: string | null; ip: string | null; request_id: string | null };
/**
 * What a search compares: the searched columns of events in several stretches, newest first. Texts that cannot hold the words are
 * left out here; those with letters beyond ASCII are all brought, since their accents are taken off by `fits`.
 */
export function candidatesQuery(tx: Tx, stretches: readonly Stretch[], conditions: readonly Condition[], words: readonly string[]): RawBuilder<Candidate> {
  const holds = words.every((word) => /^[a-z0-9]+$/.test(word)) ? sql.join(words.map((word) => sql`t.lower like ${`%${word}%`}`), sql` and `) : sql`false`;
  return sql<Candidate>`
    select e.seq, e.summary, e.actor_name, e.ip, e.request_id
    from unnest(${stretches.map((one) => one.low)}::bigint[], ${stretches.map((one) => one.high)}::bigint[]) as s (low, high)
    cross join lateral (select seq, summary, actor_name, ip, request_id from event where workspace_id = ${tx.workspaceId} and seq >= s.low and seq < s.high and ${all(conditions)}
                        order by seq desc limit ${Number(BLOCK)}) e -- the limit takes nothing away; without it the whole table is read
    cross join lateral (select lower(concat_ws(' ', e.summary, e.actor_name, e.ip, e.request_id)) as lower offset 0) t
    where ${holds} or octet_length(t.lower) <> length(t.lower)
    order by e.seq desc`;
}
export const eventsBySeq = (tx: Tx, seqs: readonly bigint[]) => tx.all(sql<EventRow>`
  select * from event where workspace_id = ${tx.workspaceId} and seq = any(${seqs}::bigint[]) order by seq desc`);
/** The event before which a page ended, for how far back it looked. */
export const timeOf = async (tx: Tx, seq: bigint) => (await tx.maybe(sql<{ at: Date }>`select at from event where workspace_id = ${tx.workspaceId} and seq >= ${seq} order by seq limit 1`))?.at ?? null;

/** Midnights of a time zone as instants; throws 22023 when the database does not know the zone. */
export const instantsOf = (tx: Tx, from: string | null, until: string | null, zone: string) => tx.one(sql<{ from_at: Date | null; until_at: Date | null }>`
  select ${from}::date::timestamp at time zone ${zone} as from_at, (${until}::date + 1)::timestamp at time zone ${zone} as until_at`);

// Words and tallies

/** Events of one block: block n holds seq 256n + 1 to 256n + 256. */
export const BLOCK = 256n;

export const indexedTo = async (tx: Tx): Promise<bigint> => (await tx.maybe(sql<{ seq: bigint }>`select seq from event_index where workspace_id = ${tx.workspaceId}`))?.seq ?? 0n;
/** As indexedTo, and keeps other workers out until the transaction ends. */
export async function lockIndex(tx: Tx): Promise<bigint> {
  await tx.run(sql`insert into event_index (workspace_id) values (${tx.workspaceId}) on conflict do nothing`);
  return (await tx.one(sql<{ seq: bigint }>`select seq from event_index where workspace_id = ${tx.workspaceId} for update`)).seq;
}
export const setIndexed = (tx: Tx, seq: bigint) => tx.run(sql`update event_index set seq = ${seq} where workspace_id = ${tx.workspaceId}`);
export const eventsToIndex = (tx: Tx, after: bigint, upTo: bigint) => tx.all(sql<Candidate>`
  select seq, summary, actor_name, ip, request_id from event where workspace_id = ${tx.workspaceId} and seq > ${after} and seq <= ${upTo} order by seq`);
export const insertWords = (tx: Tx, words: readonly string[], blocks: readonly bigint[]) => tx.run(sql`
  insert into event_word (workspace_id, word, block)
  select ${tx.workspaceId}::uuid, word, block from unnest(${words}::text[], ${blocks}::bigint[]) as w (word, block) on conflict do nothing`);
export const addTallies = (tx: Tx, after: bigint, upTo: bigint) => tx.run(sql`
  insert into event_tally (workspace_id, day, action, events, first_seq, last_seq)
  select workspace_id, (at at time zone 'UTC')::date, action, count(*), min(seq), max(seq)
  from event where workspace_id = ${tx.workspaceId} and seq > ${after} and seq <= ${upTo} group by 1, 2, 3
  on conflict (workspace_id, day, action) do update set events = event_tally.events + excluded.events,
    first_seq = least(event_tally.first_seq, excluded.first_seq), last_seq = greatest(event_tally.last_seq, excluded.last_seq)`);

/** Blocks in which a word begins with `beginning`, up to `limit` of them in no order. */
export const blocksOf = (tx: Tx, beginning: string, limit: number) => tx.all(sql<{ block: bigint }>`
  select block from event_word where workspace_id = ${tx.workspaceId} and word >= ${beginning} and word < ${`${beginning}\u{10ffff}`} limit ${limit}`);

/** Where in the indexed part of the chain some days lie; null when nothing happened then. */
export const stretchOfDays = async (tx: Tx, from: Date | null, until: Date | null): Promise<Stretch | null> => {
  const { low, high } = await tx.one(sql<{ low: bigint | null; high: bigint | null }>`
    select min(first_seq) as low, max(last_seq) as high from event_tally
    where workspace_id = ${tx.workspaceId} and day >= ${from ? from.toISOString().slice(0, 10) : "-infinity"}::date and day <= ${until ? until.toISOString().slice(0, 10) : "infinity"}::date`);
  return low === null || high === null ? null : { low, high: high + 1n };
};

/** `indexed`: events after it are counted themselves. */
export const countNouns = (tx: Tx, indexed: bigint) => tx.all(sql<{ noun: string; events: number }>`
  select noun, sum(events)::int as events from (
    select split_part(action, '.', 1) as noun, sum(events) as events from event_tally where workspace_id = ${tx.workspaceId} group by action
    union all
    select noun, count(*) from (select noun from event where workspace_id = ${tx.workspaceId} and seq > ${indexed} order by seq limit 1000000) newest group by noun) counted
  group by noun order by noun`);

// Alerts

export type AlertRow = {
  id: string; kind: AlertKind; at: Date; actor_kind: string; actor_id: string | null; actor_name: string | null; subject_kind: string | null; subject_id: string | null;
  company_id: string | null; summary: string; event_seq: bigint | null; sort_key: string; seen_by: { id: string; name: string; at: string }[];
};
export type NewAlert = Omit<AlertRow, "sort_key" | "seen_by">;

/** False when this event raised this alert before. */
export const insertAlert = async (tx: Tx, alert: NewAlert): Promise<boolean> => (await tx.run(sql`
  insert into alert (id, workspace_id, kind, at, actor_kind, actor_id, actor_name, subject_kind, subject_id, company_id, summary, event_seq)
  values (${alert.id}, ${tx.workspaceId}, ${alert.kind}, ${alert.at}, ${alert.actor_kind}, ${alert.actor_id}, ${alert.actor_name}, ${alert.subject_kind}, ${alert.subject_id},
          ${alert.company_id}::uuid, ${alert.summary}, ${alert.event_seq}) on conflict do nothing`)) === 1;
/** How many alerts of a kind an actor raised since then. */
export const countAlertsOf = async (tx: Tx, kind: AlertKind, actorId: string | null, since: Date): Promise<number> => (await tx.one(sql<{ count: number }>`
  select count(*)::int as count from alert where workspace_id = ${tx.workspaceId} and actor_id is not distinct from ${actorId} and kind = ${kind} and at > ${since}`)).count;
export const listOwners = (tx: Tx) => tx.all(sql<{ email: string; name: string }>`
  select p.email, p.name from membership m join person p on p.id = m.person_id where m.workspace_id = ${tx.workspaceId} and m.role = 'owner' and m.suspended_at is null order by p.email`);

const alertColumns = sql`a.id, a.kind, a.at, a.actor_kind, a.actor_id, a.actor_name, a.subject_kind, a.subject_id, a.company_id, a.summary, a.event_seq, a.at::text as sort_key,
  coalesce((select jsonb_agg(jsonb_build_object('id', s.actor_id, 'name', s.actor_name, 'at', s.at) order by s.at) from alert_seen s
            where s.workspace_id = a.workspace_id and s.alert_id = a.id), '[]'::jsonb) as seen_by`;
const unseenBy = (tx: Tx, actorId: string) => sql`not exists (select 1 from alert_seen s where s.workspace_id = a.workspace_id and s.alert_id = a.id and s.actor_id = ${actorId})`;
export const listAlerts = (tx: Tx, filter: { unseenBy: string | null; kind: string | null }, after: [string, string] | null, limit: number) => tx.all(sql<AlertRow>`
  select ${alertColumns} from alert a where a.workspace_id = ${tx.workspaceId} ${filter.unseenBy ? sql`and ${unseenBy(tx, filter.unseenBy)}` : sql``}
    ${filter.kind ? sql`and a.kind = ${filter.kind}` : sql``} ${after ? sql`and (a.at, a.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
  order by a.at desc, a.id desc limit ${limit}`);
export const findAlert = (tx: Tx, id: string) => tx.maybe(sql<AlertRow>`select ${alertColumns} from alert a where a.workspace_id = ${tx.workspaceId} and a.id = ${id}`);
export const countUnseen = async (tx: Tx, actorId: string): Promise<number> => (await tx.one(sql<{ count: number }>`
  select count(*)::int as count from (select 1 from alert a where a.workspace_id = ${tx.workspaceId} and ${unseenBy(tx, actorId)} limit 1000) few`)).count;
/** Marks one alert, or every one, as seen by somebody. Answers how many were new to them. */
export const markSeen = (tx: Tx, id: string | null, actor: { id: string; name: string }, at: Date) => tx.run(sql`
  insert into alert_seen (workspace_id, alert_id, actor_id, actor_name, at)
  select a.workspace_id, a.id, ${actor.id}, ${actor.name}, ${at} from alert a where a.workspace_id = ${tx.workspaceId} ${id ? sql`and a.id = ${id}` : sql``} on conflict do nothing`);
/** The newest events before `before` that raised an alert. */
export const alertedSeqs = async (tx: Tx, before: bigint, limit: number): Promise<bigint[]> => (await tx.all(sql<{ event_seq: bigint }>`
  select distinct event_seq from alert where workspace_id = ${tx.workspaceId} and event_seq is not null and event_seq < ${before} order by event_seq desc limit ${limit}`)).map((row) => row.event_seq);
export const alertsOf = (tx: Tx, seqs: readonly bigint[]) => tx.all(sql<{ event_seq: bigint; kind: AlertKind }>`
  select event_seq, kind from alert where workspace_id = ${tx.workspaceId} and event_seq = any(${seqs}::bigint[])`);

export type AlertSettingRow = { exports_per_hour: number; downloads_per_hour: number; views_per_hour: number; refusals_per_hour: number; by_mail: boolean; version: number };
export const findAlertSettings = (tx: Tx) => tx.maybe(sql<AlertSettingRow>`
  select exports_per_hour, downloads_per_hour, views_per_hour, refusals_per_hour, by_mail, version from alert_setting where workspace_id = ${tx.workspaceId}`);
/** Saves if nobody did in between; false when somebody did. */
export const saveAlertSettings = async (tx: Tx, next: Omit<AlertSettingRow, "version">, version: number): Promise<boolean> => (await tx.run(sql`
  insert into alert_setting (workspace_id, exports_per_hour, downloads_per_hour, views_per_hour, refusals_per_hour, by_mail, version)
  select ${tx.workspaceId}::uuid, ${next.exports_per_hour}::int, ${next.downloads_per_hour}::int, ${next.views_per_hour}::int, ${next.refusals_per_hour}::int, ${next.by_mail}::boolean, 1
  where ${version}::int = 0 or exists (select 1 from alert_setting where workspace_id = ${tx.workspaceId})
  on conflict (workspace_id) do update set exports_per_hour = excluded.exports_per_hour, downloads_per_hour = excluded.downloads_per_hour, views_per_hour = excluded.views_per_hour,
    refusals_per_hour = excluded.refusals_per_hour, by_mail = excluded.by_mail, version = alert_setting.version + 1 where alert_setting.version = ${version}::int`)) === 1;

const FIVE_MINUTES_MS = 300_000;
/** Adds to what an actor did, and answers the sum of the last hour. */
export async function addVolume(tx: Tx, actorId: string, kind: Volume, amount: number, at: Date): Promise<number> {
  const start = new Date(Math.floor(at.getTime() / FIVE_MINUTES_MS) * FIVE_MINUTES_MS);
  await tx.run(sql`
    insert into event_volume (workspace_id, actor_id, kind, at, amount) values (${tx.workspaceId}, ${actorId}, ${kind}, ${start}, ${amount})
    on conflict (workspace_id, actor_id, kind, at) do update set amount = event_volume.amount + excluded.amount`);
  return (await tx.one(sql<{ sum: number }>`
    select sum(amount)::int as sum from event_volume where workspace_id = ${tx.workspaceId} and actor_id = ${actorId} and kind = ${kind} and at > ${new Date(at.getTime() - 3_600_000)}`)).sum;
}
export const forgetVolumes = (tx: Tx, before: Date) => tx.run(sql`delete from event_volume where workspace_id = ${tx.workspaceId} and at < ${before}`);

/** Notes a device; "first" for a person's first ever in this workspace, "new" for a further one. */
export async function noteDevice(tx: Tx, personId: string, device: string, at: Date): Promise<"first" | "new" | "known"> {
  const added = await tx.run(sql`insert into known_device (workspace_id, person_id, device, first_seen_at) values (${tx.workspaceId}, ${personId}, ${device}, ${at}) on conflict do nothing`);
  if (added === 0) return "known";
  const { count } = await tx.one(sql<{ count: number }>`select count(*)::int as count from known_device where workspace_id = ${tx.workspaceId} and person_id = ${personId}`);
  return count === 1 ? "first" : "new";
}

// What was looked at, what was refused

/** Did this actor do this to this subject since then? */
export const didSince = async (tx: Tx, action: string, subjectId: string, actorId: string, since: Date): Promise<boolean> => (await tx.maybe(sql`
  select 1 from event where workspace_id = ${tx.workspaceId} and subject_id = ${subjectId} and action = ${action} and actor_id = ${actorId} and at > ${since} limit 1`)) !== undefined;
export const takeTurn = (tx: Tx, of: string) => tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`${tx.workspaceId} ${of}`}, 0))`);

export type RefusedRow = {
  actor_kind: string; actor_id: string; actor_name: string; route: string; status: number; minute: Date; amount: number; code: string;
  ip: string | null; user_agent: string | null; request_id: string | null;
};
export const addRefused = (tx: Tx, row: Omit<RefusedRow, "amount">) => tx.run(sql`
  insert into refused_access (workspace_id, actor_kind, actor_id, actor_name, route, status, minute, amount, code, ip, user_agent, request_id)
  values (${tx.workspaceId}, ${row.actor_kind}, ${row.actor_id}, ${row.actor_name}, ${row.route}, ${row.status}, ${row.minute}, 1, ${row.code}, ${row.ip}, ${row.user_agent}, ${row.request_id})
  on conflict (workspace_id, actor_id, route, status, minute) do update set amount = refused_access.amount + 1`);
/** Workspaces with refusals of a minute that is over. For a transaction without identity. */
export const workspacesRefusing = (before: Date) => sql<{ workspace_id: string }>`select distinct workspace_id from refused_access where minute < ${before}`;
export const listRefused = (tx: Tx, before: Date) => tx.all(sql<RefusedRow>`select * from refused_access where workspace_id = ${tx.workspaceId} and minute < ${before} order by minute, route limit 1000`);
/** Takes one away; 0 when another worker was faster. */
export const takeRefused = async (tx: Tx, row: RefusedRow): Promise<number | null> => (await tx.maybe(sql<{ amount: number }>`
  delete from refused_access where workspace_id = ${tx.workspaceId} and actor_id = ${row.actor_id} and route = ${row.route} and status = ${row.status} and minute = ${row.minute} returning amount`))?.amount ?? null;

// Saved views

export type ViewRow = { id: string; owner_id: string | null; name: string; filter: Record<string, string> };
const mine = (tx: Tx, actorId: string | null) => sql`workspace_id = ${tx.workspaceId} and (owner_id is null or owner_id = ${actorId})`;
export const listViews = (tx: Tx, actorId: string | null) => tx.all(sql<ViewRow>`select id, owner_id, name, filter from event_view where ${mine(tx, actorId)} order by created_at, id`);
export const findView = (tx: Tx, actorId: string | null, id: string) => tx.maybe(sql<ViewRow>`select id, owner_id, name, filter from event_view where ${mine(tx, actorId)} and id = ${id} for update`);
export const insertView = (tx: Tx, view: ViewRow, at: Date) => tx.run(sql`
  insert into event_view (id, workspace_id, owner_id, name, filter, created_at) values (${view.id}, ${tx.workspaceId}, ${view.owner_id}, ${view.name}, ${JSON.stringify(view.filter)}::jsonb, ${at})`);
export const updateView = (tx: Tx, view: ViewRow) => tx.run(sql`update event_view set name = ${view.name}, filter = ${JSON.stringify(view.filter)}::jsonb where workspace_id = ${tx.workspaceId} and id = ${view.id}`);
export const deleteView = (tx: Tx, id: string) => tx.run(sql`delete from event_view where workspace_id = ${tx.workspaceId} and id = ${id}`);
