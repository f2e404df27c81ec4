// Can the date be trusted? Files are deleted by it, so a wrong clock must not delete anything. The database remembers an
// instant that was accepted as right and how much time a running process has watched pass since, by a clock that nobody
// can set (monotonic). What the wall clock claims beyond that is time that nobody watched: the machine was off, asleep, or
// its clock was moved. Up to a day and a half of that is ordinary. docs/decisions has the reasoning.
import { randomUUID } from "node:crypto";
import { sql, type Transaction } from "kysely";
import { maybe, run } from "../platform/database.ts";
import type { Database } from "../platform/database-types.ts";
import type { Services } from "../platform/services.ts";
import type { ClockView } from "./contract.ts";
import { clockWords } from "./policy.ts";

const HOUR = 3_600_000;
/** The application's and the database's clock may differ by so much. */
const MOST_BETWEEN_MS = HOUR;
/** So much time may pass that nobody watched (nights, a weekend day, a move of the server). */
const MOST_AHEAD_MS = 36 * HOUR;
/** The clock may be set back by so much: corrections by a time server. */
const MOST_BEHIND_MS = HOUR;
/** A doubt ends after so much watched time without another jump; as often, a steady clock becomes the new known instant. */
const STEADY_MS = 24 * HOUR;
/** A writer that was silent for longer is gone, and another process takes over. */
const WRITER_SILENT_MS = 5 * 60_000;

/** The three clocks. A test moves them. */
export type Clocks = { application(): Date; database(db: Transaction<Database>): Promise<Date>; monotonicMs(): number };
export const clocksOf = (services: Services): Clocks => ({
  application: services.clock,
  database: async (db) => (await maybe(db, sql<{ now: Date }>`select clock_timestamp() as now`))!.now,
  monotonicMs: () => performance.now(),
});

export type Doubt = "not_watched" | "jumped_ahead" | "went_back";
/** What is known of the clock; times in milliseconds since 1970. */
export type Watch = { knownAt: number; witnessedMs: number; seenAt: number; doubt: Doubt | null; doubtedAt: number | null; gapMs: number | null; steadyMs: number };

/**
 * One look at the clock: the database's time `now`, and how much time this process has watched pass since the last look
 * (0 when it was not there). `isNew`: nothing was ever deleted or could be, so the clock of a first start is as good as any.
 */
export function look(before: Watch | null, now: number, watchedMs: number, isNew = false): Watch {
  if (!before) return { knownAt: now, witnessedMs: 0, seenAt: now, doubt: isNew ? null : "not_watched", doubtedAt: isNew ? null : now, gapMs: null, steadyMs: 0 };
  const witnessedMs = before.witnessedMs + watchedMs;
  const gapMs = now - before.knownAt - witnessedMs;
  const fits = gapMs <= MOST_AHEAD_MS && gapMs >= -MOST_BEHIND_MS;
  if (fits && before.doubt !== "not_watched") {
    const settled = witnessedMs >= STEADY_MS;
    return { knownAt: settled ? now : before.knownAt, witnessedMs: settled ? 0 : witnessedMs, seenAt: now, doubt: null, doubtedAt: null, gapMs: null, steadyMs: 0 };
  }
  const stepMs = now - before.seenAt - watchedMs;
  // A machine that was switched off in between makes no new doubt; a clock that moves under a running process, or goes back, does.
  const jumped = stepMs < -MOST_BEHIND_MS || (stepMs > MOST_AHEAD_MS && watchedMs > 0);
  const steadyMs = before.doubt && !jumped ? before.steadyMs + watchedMs : 0;
  if (before.doubt && steadyMs >= STEADY_MS) return { knownAt: now, witnessedMs: 0, seenAt: now, doubt: null, doubtedAt: null, gapMs: null, steadyMs: 0 };
  const doubt: Doubt = fits ? "not_watched" : gapMs > 0 ? "jumped_ahead" : "went_back";
  return { knownAt: before.knownAt, witnessedMs, seenAt: now, doubt, doubtedAt: before.doubt && !jumped ? before.doubtedAt : now, gapMs: Math.round(gapMs), steadyMs };
}

type Row = { known_at: Date; witnessed_ms: bigint; seen_at: Date; writer: string; doubt: Doubt | null; doubted_at: Date | null; gap_ms: bigint | null; steady_ms: bigint };
const watchOf = (row: Row): Watch => ({
  knownAt: row.known_at.getTime(), witnessedMs: Number(row.witnessed_ms), seenAt: row.seen_at.getTime(), doubt: row.doubt, doubtedAt: row.doubted_at?.getTime() ?? null,
  gapMs: row.gap_ms === null ? null : Number(row.gap_ms), steadyMs: Number(row.steady_ms),
});

/** This process as a watcher: its name in the table, and when it last wrote there, by the clock that nobody can set. */
const watchers = new WeakMap<Services, { id: string; lookedAtMs: number | null }>();

/** The clock as it stands: the time to go by, or why there is none. */
export type Trust = { trusted: true; now: Date } | { trusted: false; reason: NonNullable<ClockView["reason"]>; now: Date };

/** Looks at the clock and remembers. Called every minute by the worker, and before each run. */
export async function watchClock(services: Services, clocks = clocksOf(services)): Promise<Trust> {
  const watcher = watchers.get(services) ?? { id: randomUUID(), lookedAtMs: null };
  watchers.set(services, watcher);
  return services.database.transaction({}, async (db) => {
    await run(db, sql`select pg_advisory_xact_lock(hashtext('counterfoil.clock'))`);
    const [database, application, monotonicMs] = [await clocks.database(db), clocks.application(), clocks.monotonicMs()];
    const row = await maybe(db, sql<Row>`select known_at, witnessed_ms, seen_at, writer, doubt, doubted_at, gap_ms, steady_ms from clock_watch`);
    const before = row ? watchOf(row) : null;
    const isMine = row?.writer === watcher.id && watcher.lookedAtMs !== null;
    if (before && !isMine && Math.abs(database.getTime() - before.seenAt) < WRITER_SILENT_MS && row!.writer !== watcher.id) return trustOf(before, application, database);
    const isNew = !row && !(await maybe(db, sql`select 1 from retention_schedule limit 1`));
    const after = look(before, database.getTime(), isMine ? Math.max(0, Math.round(monotonicMs - watcher.lookedAtMs!)) : 0, isNew);
    watcher.lookedAtMs = monotonicMs;
    const at = (ms: number | null) => (ms === null ? null : new Date(ms));
    await run(db, sql`
      insert into clock_watch (known_at, witnessed_ms, seen_at, writer, doubt, doubted_at, gap_ms, steady_ms)
      values (${at(after.knownAt)}, ${after.witnessedMs}, ${at(after.seenAt)}, ${watcher.id}, ${after.doubt}, ${at(after.doubtedAt)}, ${after.gapMs}, ${after.steadyMs})
      on conflict (only_one) do update set known_at = excluded.known_at, witnessed_ms = excluded.witnessed_ms, seen_at = excluded.seen_at, writer = excluded.writer,
        doubt = excluded.doubt, doubted_at = excluded.doubted_at, gap_ms = excluded.gap_ms, steady_ms = excluded.steady_ms`);
    if (after.doubt && after.doubt !== before?.doubt) services.log.error({ reason: after.doubt, gapHours: after.gapMs === null ? null : Math.round(after.gapMs / HOUR), database, application }, `file retention waits: ${clockWords[after.doubt].message}`);
    if (before?.doubt && !after.doubt) services.log.info({ database, application }, "file retention goes on: the clock is trusted again");
    return trustOf(after, application, database);
  });
}

/** The clock as the last look left it, without looking: for pages, doctor and the command line. */
export async function readClock(services: Pick<Services, "database" | "clock">, clocks = clocksOf(services as Services)): Promise<Trust> {
  return services.database.transaction({}, async (db) => {
    const [database, application] = [await clocks.database(db), clocks.application()];
    const row = await maybe(db, sql<Row>`select known_at, witnessed_ms, seen_at, writer, doubt, doubted_at, gap_ms, steady_ms from clock_watch`);
    if (!row) return { trusted: false, reason: "not_watched", now: database };
    const trust = trustOf(watchOf(row), application, database);
    return trust.trusted && Math.abs(database.getTime() - row.seen_at.getTime()) > STEADY_MS ? { trusted: false, reason: "nobody_looks", now: database } : trust;
  });
}

function trustOf(watch: Watch, application: Date, database: Date): Trust {
  // Of two clocks that agree within an hour the earlier one is gone by: late, never early.
  const now = new Date(Math.min(application.getTime(), database.getTime()));
  if (Math.abs(application.getTime() - database.getTime()) > MOST_BETWEEN_MS) return { trusted: false, reason: "clocks_differ", now };
  return watch.doubt ? { trusted: false, reason: watch.doubt, now } : { trusted: true, now };
}

/** An operator says that the date is right. From here on time is counted anew. */
export async function confirmClock(services: Pick<Services, "database" | "clock">, by: string, clocks = clocksOf(services as Services)): Promise<void> {
  await services.database.transaction({}, async (db) => {
    const now = await clocks.database(db);
    await run(db, sql`
      insert into clock_watch (known_at, seen_at, writer, confirmed_at, confirmed_by) values (${now}, ${now}, ${randomUUID()}, ${now}, ${by})
      on conflict (only_one) do update set known_at = excluded.known_at, witnessed_ms = 0, doubt = null, doubted_at = null, gap_ms = null, steady_ms = 0,
        confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by, seen_at = excluded.seen_at, writer = excluded.writer`);
  });
}

/** How it is shown. */
export const viewClock = (trust: Trust): ClockView => (trust.trusted
  ? { trusted: true, reason: null, message: null, remedy: null, now: trust.now.toISOString() }
  : { trusted: false, reason: trust.reason, ...clockWords[trust.reason], now: trust.now.toISOString() });
