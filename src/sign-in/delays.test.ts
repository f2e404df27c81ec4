import { describe, expect, test } from "vitest";
import { buildApp } from "../app.ts";
import { openDatabase } from "../platform/database.ts";
import { anApp, clientOf, signedIn, testServices, TEST_PASSWORD } from "../../test/builders.ts";
import { delayRules, forgive, mayNow, takeTurn, turnOf, turnsOfSignIn, type Turn } from "./delays.ts";

describe("delays", () => {
  const services = testServices();
  const holder = anApp(services);
  const from = (address: string) => clientOf(holder.app, { from: address });
  const wrong = (email: string, address: string) => from(address).call("POST", "/api/sign-in", { email, password: "no such password" });
  /** How long the next try of these turns has to wait, in seconds. */
  const waitOf = async (turns: readonly Turn[]) => takeTurn(services, turns).then(() => 0, (error: { code: string; message: string }) => { expect(error.code).toBe("too_many_tries"); return Number(/(\d+) seconds/.exec(error.message)![1]); });

  test("V6.3.1 after five wrong tries each further one waits twice as long, up to a quarter of an hour; time alone opens again", async () => {
    const turns = [turnOf(services, "pair", "somebody@test.example", "198.51.100.1")];
    let now = Date.now();
    services.moveClock(new Date(now));
    try {
      for (let tried = 0; tried < delayRules.pair.free; tried++) expect(await waitOf(turns), `try ${tried + 1}`).toBe(0);
      const waits: number[] = [];
      for (let round = 0; round < 13; round++) {
        const wait = await waitOf(turns);
        expect(await waitOf(turns), "asking while one has to wait makes it no longer").toBe(wait);
        waits.push(wait);
        now += wait * 1000;
        services.moveClock(new Date(now));
        expect(await waitOf(turns)).toBe(0);
      }
      expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
      now += 25 * 3_600_000;
      services.moveClock(new Date(now));
      for (let tried = 0; tried < delayRules.pair.free; tried++) expect(await waitOf(turns), "all is forgotten after a day").toBe(0);
    } finally { services.moveClock(null); }
  });

  test("V6.3.1 abuse-12 a network counts as one whatever accounts it tries, an IPv6 line by its /64", async () => {
    const keys = (ip: string) => turnsOfSignIn(services, "a@test.example", ip, null).map((turn) => turn.key.toString("hex"));
    expect(keys("2001:db8:1:2::1")).toEqual(keys("2001:db8:1:2:ffff:ffff:ffff:ffff"));
    expect(keys("2001:db8:1:2::1")).not.toEqual(keys("2001:db8:1:3::1"));
    expect(keys("::ffff:198.51.100.7")).toEqual(keys("198.51.100.7"));
    const tried = [];
    for (let index = 0; index < delayRules.network.free + 2; index++) tried.push(await mayNow(services, turnsOfSignIn(services, `person${index}@test.example`, "198.51.100.77", null)));
    expect(tried.filter(Boolean).length).toBe(delayRules.network.free);
  });

  test("V6.3.1 abuse-12 stuffing: a list of passwords against one account ends after a few, on every process, and its owner still gets in", async () => {
    const ada = await signedIn(holder.app);
    const other = openDatabase(services.databaseConnections.app, { max: 2 });
    const second = await buildApp({ ...services, database: other });
    try {
      const codes: string[] = [];
      for (let index = 0; index < 12; index++) {
        const app = index % 2 ? second : holder.app;
        codes.push((await clientOf(app, { from: "203.0.113.50" }).call("POST", "/api/sign-in", { email: ada.email, password: "no such password" })).body.code);
      }
      expect(codes.filter((code) => code === "wrong_sign_in").length).toBeLessThanOrEqual(delayRules.pair.free + 2);
      const refused = await wrong(ada.email, "203.0.113.50");
      expect(refused.status).toBe(429);
      expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
      expect((await clientOf(holder.app, { from: "203.0.113.50" }).call("POST", "/api/sign-in", { email: ada.email, password: TEST_PASSWORD })).status, "not even the right one, there").toBe(429);
      // From another network, and in the browser that she has used before, she comes in at once.
      expect((await from("192.0.2.9").call("POST", "/api/sign-in", { email: ada.email, password: TEST_PASSWORD })).status).toBe(200);
      const known = clientOf(holder.app, { cookie: ada.cookie.split("; ").find((one) => one.startsWith("counterfoil-device"))!, from: "203.0.113.50" });
      expect((await known.call("POST", "/api/sign-in", { email: ada.email, password: TEST_PASSWORD })).status).toBe(200);
    } finally {
      await second.close();
      await other.close();
    }
  }, 60_000);

  test("V6.3.1 many networks against one account wait for each other, and the owner's own browser does not", async () => {
    const email = "olive@test.example";
    const turns = (index: number) => turnsOfSignIn(services, email, `10.7.${index >> 8}.${index & 255}`, null);
    let let_in = 0;
    for (let index = 0; index < 40; index++) if (await mayNow(services, turns(index))) let_in++;
    expect(let_in).toBe(delayRules.account.free);
    expect(await mayNow(services, turnsOfSignIn(services, email, "192.0.2.200", Buffer.alloc(32, 1)))).toBe(true);
    services.moveClock(new Date(Date.now() + 31_000));
    expect(await mayNow(services, turns(500)), "half a minute is the longest that the account waits").toBe(true);
    services.moveClock(null);
  });

  test("tries at the same moment count each, and a right one gives only its own back", async () => {
    const turns = [turnOf(services, "pair", "rush@test.example", "192.0.2.1"), turnOf(services, "network", "192.0.2.1")];
    const rushed = await Promise.all(Array.from({ length: 20 }, () => mayNow(services, turns)));
    expect(rushed.filter(Boolean)).toHaveLength(delayRules.pair.free);
    const mine = [turnOf(services, "pair", "other@test.example", "192.0.2.1"), turns[1]!];
    expect(await mayNow(services, mine)).toBe(true);
    await forgive(services, mine);
    const { failures } = await services.database.transaction({}, (db) => db.selectFrom("sign_in_delay").select("failures").where("key", "=", turns[1]!.key).executeTakeFirstOrThrow());
    expect(failures).toBe(delayRules.pair.free);
  });

  test("the table names nobody: a keyed hash, a count and times", async () => {
    await wrong("secret.name@test.example", "203.0.113.99");
    const rows = await services.database.transaction({}, (db) => db.selectFrom("sign_in_delay").selectAll().execute());
    expect(Object.keys(rows[0]!).sort()).toEqual(["failures", "key", "last_failed_at", "retry_at"]);
    expect(JSON.stringify(rows)).not.toMatch(/secret|203\.0/);
  });
});
