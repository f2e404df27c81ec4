import { createHash } from "node:crypto";
import type pg from "pg";
import type { Log } from "./log.ts";

/** So many of something in so many seconds. `name` keeps the counts of different rules apart. */
export type Rule = { name: string; max: number; seconds: number };

/** Null: go ahead. Else the whole seconds after which it is worth trying again. */
export type Verdict = null | { retryAfterSeconds: number };

export type Limits = {
  /** Counts `count` uses by `who` (a person's, key's or workspace's id, or a network). A rule with `max` 0 limits nothing. */
  take(rule: Rule, who: string, count?: number): Promise<Verdict>;
};

/** `granted`: taken from the database for this process; `spent`: the database has no more to give until `endsAt`. */
type Entry = { used: number; granted: number; endsAt: number; spent: boolean; asking: Promise<void> | null };

/** A database that does not answer a count within this time is not waited for. */
const ASK_MS = 250;
/** After a failure each process counts alone for so long before it asks again. */
const ALONE_MS = 5_000;
const MOST_ENTRIES = 50_000;

/**
 * Limits that hold over all processes of the installation. PostgreSQL keeps the count; a process takes uses in chunks of
 * a twentieth, so that one statement serves many requests, and the first twentieth of a generous rule needs none. Hence
 * processes together let through at most `max` and a twentieth for each process more. When the database does not answer
 * in time, each process holds the whole limit by itself (docs/decisions/0012-limits.md).
 */
export function createLimits(pool: Pick<pg.Pool, "query"> | null, log: Pick<Log, "warn">): Limits {
  const entries = new Map<string, Entry>();
  let aloneUntil = pool ? 0 : Number.POSITIVE_INFINITY;

  const entryOf = (key: string, seconds: number, now: number): Entry => {
    const known = entries.get(key);
    if (known && known.endsAt > now) return known;
    if (entries.size >= MOST_ENTRIES) forget(now);
    const fresh: Entry = { used: 0, granted: 0, endsAt: now + seconds * 1000, spent: false, asking: null };
    entries.set(key, fresh);
    return fresh;
  };

  /** Drops what is over; and when that is not enough, the oldest, whose counts the database still has. */
  const forget = (now: number): void => {
    for (const [key, entry] of entries) if (entry.endsAt <= now) entries.delete(key);
    for (const key of entries.keys()) {
      if (entries.size < MOST_ENTRIES * 0.9) return;
      entries.delete(key);
    }
  };

  async function ask(key: string, rule: Rule, entry: Entry, want: number): Promise<void> {
    try {
      const bucket = createHash("sha256").update(key).digest().subarray(0, 16);
      const { rows: [row] } = await within(ASK_MS, pool!.query<{ granted: number; anew: boolean; left_ms: number }>({ name: "rate-limit", text: TAKE, values: [bucket, rule.max, rule.seconds, want] }));
      if (row!.anew && entry.granted > 0) Object.assign(entry, { used: 0, granted: 0 }); // the time was over by the database's clock
      entry.granted += row!.granted;
      entry.endsAt = Date.now() + row!.left_ms;
      entry.spent = row!.granted < want;
    } catch (error) {
      if (Date.now() >= aloneUntil) log.warn({ error: String(error) }, "limits: the database does not answer; this process counts alone");
      aloneUntil = Date.now() + ALONE_MS;
    }
  }

  return {
    async take(rule, who, count = 1) {
      if (rule.max <= 0 || count <= 0) return null;
      const key = `${rule.name}\n${who}`;
      const chunk = Math.floor(rule.max / 20);
      const unasked = chunk >= 5 ? chunk : 0;
      for (;;) {
        const now = Date.now();
        const entry = entryOf(key, rule.seconds, now);
        const alone = now < aloneUntil;
        const may = alone ? rule.max : Math.max(entry.granted, unasked);
        if (entry.used + count <= may) {
          entry.used += count;
          return null;
        }
        if (entry.spent || alone || entry.used + count > rule.max) return { retryAfterSeconds: Math.max(1, Math.ceil((entry.endsAt - now) / 1000)) };
        // Whoever comes while the question is out waits for the same answer, then looks again.
        entry.asking ??= ask(key, rule, entry, Math.min(rule.max, entry.used + count + chunk) - entry.granted).finally(() => { entry.asking = null; });
        await entry.asking;
      }
    },
  };
}

// One row a count; the count begins anew when its time is over. `granted` is what this statement added.
const TAKE = `
  insert into rate_limit as kept (bucket, ends_at, used, granted)
  values ($1, clock_timestamp() + make_interval(secs => $3::float8), least($4::int, $2::int), least($4::int, $2::int))
  on conflict (bucket) do update set
    granted = case when kept.ends_at <= clock_timestamp() then least($4::int, $2::int) else greatest(0, least($4::int, $2::int - kept.used)) end,
    used = case when kept.ends_at <= clock_timestamp() then least($4::int, $2::int) else greatest(kept.used, least(kept.used + $4::int, $2::int)) end,
    ends_at = case when kept.ends_at <= clock_timestamp() then excluded.ends_at else kept.ends_at end
  returning granted, used = granted as anew, (extract(epoch from ends_at - clock_timestamp()) * 1000)::int as left_ms`;

/** Rejects when `work` takes longer; what it asked for goes on by itself. */
function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_resolve, reject) => { timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms); });
  work.catch(() => undefined);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Removes counts whose time is over. */
export async function forgetLimits(services: { database: { pool: pg.Pool } }): Promise<void> {
  await services.database.pool.query("delete from rate_limit where ends_at < clock_timestamp()");
}
