import { describe, expect, test } from "vitest";
import { testServices } from "../../test/builders.ts";
import { confirmClock, look, readClock, watchClock, type Clocks, type Watch } from "./clock.ts";

const minute = 60_000, hour = 60 * minute, day = 24 * hour;
const start = Date.parse("2026-03-02T09:00:00Z");

/** Looks every ten minutes for so long, wall clock and watched time alike. */
function running(from: Watch, ms: number): Watch {
  let watch = from;
  for (let past = 0; past < ms; past += 10 * minute) watch = look(watch, watch.seenAt + 10 * minute, 10 * minute);
  return watch;
}
/** The machine was off (or asleep) for so long, and a new process looks. */
const off = (from: Watch, ms: number): Watch => look(from, from.seenAt + ms, 0);
/** Somebody set the clock while the process ran. */
const set = (from: Watch, ms: number): Watch => look(from, from.seenAt + ms, minute);
const fresh = (): Watch => look(null, start, 0, true);

describe("A11 the clock by which files are deleted", () => {
  test("a first start is trusted; an installation that has data and was never watched is not, for a day", () => {
    expect(fresh().doubt).toBeNull();
    const upgraded = look(null, start, 0, false);
    expect(upgraded.doubt).toBe("not_watched");
    expect(running(upgraded, 23 * hour).doubt).toBe("not_watched");
    expect(running(upgraded, 24 * hour).doubt).toBeNull();
  });

  test("years of running, nights off and a long weekend now and then raise no doubt for longer than a day of running", () => {
    let watch = fresh();
    for (let days = 0; days < 40; days++) watch = running(watch, day);
    expect(watch.doubt).toBeNull();
    expect(off(watch, 16 * hour).doubt).toBeNull();
    const monday = off(watch, 64 * hour);
    expect(monday.doubt).toBe("jumped_ahead");
    // Office hours: three days of eight, with the nights between.
    let week = monday;
    for (let days = 0; days < 3; days++) week = off(running(week, 8 * hour), 16 * hour);
    expect(week.doubt).toBeNull();
  });

  test("a machine that was off for a month deletes nothing for 24 hours of running, then goes on", () => {
    const back = off(running(fresh(), 2 * day), 30 * day);
    expect(back).toMatchObject({ doubt: "jumped_ahead", gapMs: 30 * day });
    expect(running(back, 23 * hour + 50 * minute).doubt).toBe("jumped_ahead");
    expect(running(back, day).doubt).toBeNull();
  });

  test("a clock that jumps eight years ahead is doubted at once, and trusted at once when it is put right", () => {
    const jumped = set(running(fresh(), 2 * day), 8 * 365 * day);
    expect(jumped.doubt).toBe("jumped_ahead");
    expect(set(running(jumped, 3 * hour), -8 * 365 * day).doubt).toBeNull();
  });

  test("a second jump starts the day anew; two jumps an hour apart are not a day", () => {
    const jumped = running(set(running(fresh(), 2 * day), 8 * 365 * day), 20 * hour);
    expect(jumped.doubt).toBe("jumped_ahead");
    const again = set(jumped, 365 * day);
    expect(running(again, 20 * hour).doubt).toBe("jumped_ahead");
    expect(running(again, day).doubt).toBeNull();
    // Moved ahead while it was off, twice: the wall clock says two years, the process saw an hour.
    const moved = off(running(off(running(fresh(), 2 * day), 365 * day), hour), 365 * day);
    expect(running(moved, 22 * hour).doubt).toBe("jumped_ahead");
  });

  test("many small steps add up: the clock cannot be moved ahead a day at a time", () => {
    let watch = running(fresh(), 2 * day);
    for (let times = 0; times < 3; times++) watch = running(set(watch, day), hour);
    expect(watch.doubt).toBe("jumped_ahead");
  });

  test("a clock that goes back is doubted: one of the two times was wrong", () => {
    const watch = running(fresh(), 2 * day);
    expect(set(watch, -30 * minute).doubt).toBeNull();
    const back = set(watch, -40 * day);
    expect(back.doubt).toBe("went_back");
    expect(running(back, day).doubt).toBeNull();
  });
});

describe("A11 the clock as the database remembers it", () => {
  const services = testServices();

  test("two clocks that differ, a jump, and an operator's word", async () => {
    let now = Date.parse("2026-03-02T09:00:00Z"), between = 0, watched = 0;
    const clocks: Clocks = { application: () => new Date(now + between), database: async () => new Date(now), monotonicMs: () => watched };
    const pass = (ms: number, seen = ms) => { now += ms; watched += seen; };
    expect(await readClock(services, clocks)).toMatchObject({ trusted: false, reason: "not_watched" });
    expect(await watchClock(services, clocks)).toMatchObject({ trusted: true });
    pass(10 * minute);
    between = 2 * hour;
    expect(await watchClock(services, clocks)).toMatchObject({ trusted: false, reason: "clocks_differ" });
    between = -20 * minute;
    expect(await watchClock(services, clocks)).toEqual({ trusted: true, now: new Date(now - 20 * minute) });
    between = 0;
    pass(400 * day, minute);
    expect(await watchClock(services, clocks)).toMatchObject({ trusted: false, reason: "jumped_ahead" });
    expect(await readClock(services, clocks)).toMatchObject({ trusted: false, reason: "jumped_ahead" });
    await confirmClock(services, "the operator", clocks);
    expect(await readClock(services, clocks)).toMatchObject({ trusted: true });
    pass(2 * day, 0);
    expect(await readClock(services, clocks)).toMatchObject({ trusted: false, reason: "nobody_looks" });
  });

  test("a tenant can read the clock and not write it", async () => {
    const client = await services.database.pool.connect();
    try {
      await client.query("begin");
      await client.query("select set_config('app.workspace', gen_random_uuid()::text, true)");
      expect((await client.query("select 1 from clock_watch")).rowCount).toBe(1);
      expect((await client.query("update clock_watch set known_at = now()")).rowCount).toBe(0);
      await client.query("rollback");
      await expect(client.query("delete from clock_watch")).rejects.toThrow(/permission denied/);
    } finally {
      client.release();
    }
  });
});
