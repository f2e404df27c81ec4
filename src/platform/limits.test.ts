import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freshDatabase } from "../../test/builders.ts";
import { openDatabase } from "./database.ts";
import { createLimits, forgetLimits, type Limits, type Rule } from "./limits.ts";
import { networkOf } from "./network.ts";

const silent = { warn: () => undefined };

describe("limits over processes", () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  const pools: pg.Pool[] = [];
  const process_ = (): Limits => {
    const { pool } = openDatabase(fresh.app, { max: 4 });
    pools.push(pool);
    return createLimits(pool, silent);
  };
  beforeAll(async () => { fresh = await freshDatabase(); });
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    await fresh.drop();
  });
  const passed = async (limits: Limits[], rule: Rule, who: string, times: number) => {
    let count = 0;
    for (let index = 0; index < times; index++) if (await limits[index % limits.length]!.take(rule, who) === null) count++;
    return count;
  };

  test("A13 V2.4.1 a strict limit holds exactly over three processes, asked one after the other and all at once", async () => {
    const three = [process_(), process_(), process_()];
    expect(await passed(three, { name: "door", max: 6, seconds: 60 }, "one", 30)).toBe(6);
    const verdicts = await Promise.all(Array.from({ length: 90 }, (_, index) => three[index % 3]!.take({ name: "door", max: 20, seconds: 60 }, "two")));
    expect(verdicts.filter((verdict) => verdict === null)).toHaveLength(20);
    expect(verdicts.find((verdict) => verdict !== null)!.retryAfterSeconds).toBeGreaterThan(0);
  });

  test("A13 V2.4.1 a generous limit is kept within a twentieth for each process", async () => {
    const two = [process_(), process_()];
    const count = await passed(two, { name: "upload", max: 300, seconds: 60 }, "one", 800);
    expect(count).toBeGreaterThanOrEqual(285);
    expect(count).toBeLessThanOrEqual(315);
    expect(await passed([process_()], { name: "upload", max: 300, seconds: 60 }, "alone", 800)).toBe(300);
  });

  test("people and rules are counted apart, several uses at once are taken whole or not at all, and 0 limits nothing", async () => {
    const limits = process_();
    const rule = { name: "apart", max: 3, seconds: 60 };
    expect(await passed([limits], rule, "a", 5)).toBe(3);
    expect(await passed([limits], rule, "b", 5)).toBe(3);
    expect(await passed([limits], { ...rule, name: "other" }, "a", 5)).toBe(3);
    expect(await limits.take({ name: "many", max: 10, seconds: 60 }, "a", 8)).toBe(null);
    expect(await limits.take({ name: "many", max: 10, seconds: 60 }, "a", 3)).not.toBe(null);
    expect(await limits.take({ name: "many", max: 10, seconds: 60 }, "a", 2)).toBe(null);
    expect(await passed([limits], { ...rule, name: "none", max: 0 }, "a", 50)).toBe(50);
  });

  test("a count begins anew when its time is over, in the process and in the database, and the sweep removes what is over", async () => {
    const [first, second] = [process_(), process_()];
    const rule = { name: "short", max: 2, seconds: 1 };
    expect(await passed([first, second], rule, "a", 6)).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await passed([first, second], rule, "a", 6)).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const before = (await pools[0]!.query("select count(*)::int as n from rate_limit")).rows[0].n;
    await forgetLimits({ database: { pool: pools[0]! } });
    const after = (await pools[0]!.query("select count(*)::int as n from rate_limit")).rows[0].n;
    expect(after).toBeLessThan(before);
  });

  test("V2.4.1 a database that is slow or away turns no limit off: each process counts alone, and quickly", async () => {
    const slow = createLimits({ query: () => new Promise(() => undefined) } as never, silent);
    const away = createLimits({ query: () => Promise.reject(new Error("ECONNREFUSED")) } as never, silent);
    for (const limits of [slow, away]) {
      const began = Date.now();
      expect(await passed([limits], { name: "door", max: 6, seconds: 60 }, "one", 30)).toBe(6);
      expect(Date.now() - began).toBeLessThan(1500);
    }
  });

  test("a request within a generous limit costs next to nothing: one statement for a twentieth of it", async () => {
    let statements = 0;
    const pool = pools[0]!;
    const counting = createLimits({ query: (...input: unknown[]) => { statements++; return (pool.query as (...all: unknown[]) => unknown)(...input); } } as never, silent);
    const rule = { name: "requests", max: 1200, seconds: 60 };
    for (let index = 0; index < 60; index++) await counting.take(rule, "person");
    expect(statements).toBe(0);
    for (let index = 0; index < 1000; index++) await counting.take(rule, "person");
    expect(statements).toBeLessThan(20);
  });

  test("what the database keeps is no address and no name", async () => {
    await process_().take({ name: "door", max: 6, seconds: 60 }, "203.0.113.77");
    const { rows } = await pools[0]!.query("select encode(bucket, 'escape') as text from rate_limit");
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.some((row) => String(row.text).includes("203.0.113"))).toBe(false);
  });
});

test.each([
  ["203.0.113.9", "203.0.113.9"], ["::ffff:203.0.113.9", "203.0.113.9"], ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"], ["2001:db8:1:2::7", "2001:db8:1:2::/64"],
  ["2001:0db8:0001:0002:ffff::", "2001:db8:1:2::/64"], ["::1", "0:0:0:0::/64"], ["fe80::1%eth0", "fe80:0:0:0::/64"],
])("V6.3.1 %s counts as %s: one line of IPv6 is a /64", (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});
