import { parse } from "csv-parse/sync";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { anApp, clientOf, signedIn, testServices } from "../../test/builders.ts";
import { createScope } from "../workspaces/index.ts";
import { recordEvent } from "./index.ts";

describe("A10 the audit log over the API", () => {
  const services = testServices();
  const holder = anApp(services);
  const fill = async (workspaceId: string, count: number, action = "test.done") => createScope(services, { workspaceId, actor: { kind: "job", id: null, name: "Filler", role: null, may: () => true } })
    .transaction(async (tx) => { for (let n = 0; n < count; n++) recordEvent(tx, { action, summary: `Did number ${n} for Brennan`, details: { n } }); });

  test("A15 the Activity list filters and pages, and its CSV is safe to open", async () => {
    const ada = await signedIn(holder.app);
    for (let n = 0; n < 5; n++) await ada.call("POST", "/api/api-keys", { name: `=HYPERLINK("x${n}")`, role: "member" });
    const first = await ada.call("GET", "/api/events?limit=3&action=key");
    expect(first.body.items).toHaveLength(3);
    expect(first.body.items[0]).toMatchObject({ action: "key.created", actor: { kind: "person", name: "Ada Test" }, ip: "127.0.0.1", alerts: ["key_created"], requestId: expect.stringMatching(/^req_/) });
    const second = await ada.call("GET", `/api/events?limit=3&action=key&cursor=${first.body.nextCursor}`);
    expect(second.body.items).toHaveLength(2);
    expect(second.body.nextCursor).toBeNull();
    for (const wrong of ["cursor=rubbish", "cursor=WyJ4Il0", "companyId=x", "from=2026-02-30", "timeZone=Mars", "refused=maybe", "limit=0", "actorKind=ghost"])
      expect((await ada.call("GET", `/api/events?${wrong}`)).status, wrong).toBe(400);
    const csv = await ada.call("GET", "/api/events.csv");
    const rows = parse(String(csv.body), { columns: true, bom: true }) as Record<string, string>[];
    expect(rows.length).toBeGreaterThanOrEqual(6);
    expect(rows.flatMap((row) => Object.values(row)).some((cell) => /^[=+@]/.test(cell))).toBe(false);
  });

  test("an event says by whom, from which device and in which request it was made", async () => {
    const ada = await signedIn(holder.app);
    const answer = await ada.call("POST", "/api/api-keys", { name: "scanner", role: "member" }, { "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0" });
    const [event] = (await ada.call("GET", "/api/events?action=key")).body.items;
    expect(event).toMatchObject({ device: "Firefox on Linux", requestId: answer.headers["x-request-id"] });
    const key = clientOf(holder.app, { key: answer.body.key });
    await key.call("GET", "/api/customers.csv", undefined, { "user-agent": "curl/8.1" });
    expect((await ada.call("GET", "/api/events?actorKind=key")).body.items).toMatchObject([{ action: "customers.exported", actor: { kind: "key", id: answer.body.id, name: "scanner" }, device: "curl" }]);
  });

  test("a full block of events is indexed by its job; searches and counts are right before and after", async () => {
    const ada = await signedIn(holder.app);
    await fill(ada.workspaceId, 600);
    const ask = async () => ({ found: (await ada.call("GET", "/api/events?search=number+42+brennan")).body.items.length, counts: (await ada.call("GET", "/api/events/counts")).body.nouns.find((one: { noun: string }) => one.noun === "test") });
    const before = await ask();
    expect(before).toEqual({ found: 11, counts: { noun: "test", events: 600 } }); // 42, 420 to 429
    await services.workJobs();
    const [{ seq }] = (await services.database.transaction({ workspaceId: ada.workspaceId }, (db) => sql<{ seq: bigint }>`select seq from event_index`.execute(db))).rows as [{ seq: bigint }];
    expect(seq).toBe(512n);
    expect(await ask()).toEqual(before);
  });

  test("exports leave whole: every event once, newest first, as CSV and as lines whose hashes chain", async () => {
    const ada = await signedIn(holder.app);
    await fill(ada.workspaceId, 2_345);
    const rows = parse(String((await ada.call("GET", "/api/events.csv?action=test")).body), { columns: true, bom: true }) as Record<string, string>[];
    expect(rows.map((row) => Number(row["seq"]))).toEqual(Array.from({ length: 2_345 }, (_, n) => Number(rows[0]!["seq"]) - n));
    const text = (await ada.call("GET", "/api/events.jsonl")).raw.toString("utf8");
    const events = text.trimEnd().split("\n").map((line) => JSON.parse(line));
    for (let n = 0; n + 1 < events.length; n++) expect(events[n].previousHash).toBe(events[n + 1].hash);
    expect(events.at(-1)).toMatchObject({ seq: 1, previousHash: "0".repeat(64) });
    expect(events.filter((event) => event.action === "events.exported"), "the exports themselves are in it").toHaveLength(2);
  });

  test("an export goes on when the database was away for a moment", async () => {
    const ada = await signedIn(holder.app);
    await fill(ada.workspaceId, 2_500);
    const { transaction } = services.database;
    let calls = 0;
    services.database.transaction = (...of) => { if (++calls === 4) throw Object.assign(new Error("terminating connection"), { code: "57P01" }); return transaction(...of); };
    const resumed = parse(String((await ada.call("GET", "/api/events.csv?action=test")).body), { columns: true, bom: true }) as Record<string, string>[];
    services.database.transaction = transaction;
    expect(calls).toBeGreaterThan(4);
    expect(resumed).toHaveLength(2_500);
  });

  test("V16.4.2 the chain is checked over the API, against a head noted earlier too, and the check is an event", async () => {
    const ada = await signedIn(holder.app);
    await fill(ada.workspaceId, 10);
    const head = (await ada.call("GET", "/api/events/head")).body;
    const verdict = (await ada.call("POST", "/api/events/verify", {})).body;
    expect(verdict).toMatchObject({ intact: true, events: head.seq, firstBroken: null, problem: null, head });
    expect((await ada.call("GET", "/api/events?action=events")).body.items).toMatchObject([{ action: "events.verified", summary: `Checked the log: ${head.seq} events, unbroken` }]);
    expect((await ada.call("POST", "/api/events/verify", { head })).body.intact).toBe(true);
    expect((await ada.call("POST", "/api/events/verify", { head: { ...head, hash: "0".repeat(64) } })).body).toMatchObject({ intact: false, firstBroken: head.seq });
    expect((await ada.call("POST", "/api/events/verify", { head: { seq: 900, hash: head.hash } })).body).toMatchObject({ intact: false, problem: expect.stringContaining("missing") });
    expect((await ada.call("GET", "/api/events?action=events.check_failed&refused=true")).body.items).toHaveLength(2);
    expect((await ada.call("POST", "/api/events/verify", { head: { seq: 1, hash: "zz" } })).status).toBe(400);
  });

  test("saved views are one's own or everybody's, with one name each, and end when they are deleted", async () => {
    const ada = await signedIn(holder.app);
    const { body: made } = await ada.call("POST", "/api/api-keys", { name: "second reader", role: "admin" });
    const other = clientOf(holder.app, { key: made.key });
    const mine = await ada.call("POST", "/api/events/views", { name: "Mine", filter: { what: "key" } });
    const shared = await ada.call("POST", "/api/events/views", { name: "Exports", shared: true, filter: { what: "export", when: "month" } });
    expect([mine.status, shared.status]).toEqual([201, 201]);
    expect((await ada.call("GET", "/api/events/views")).body.items).toEqual([{ id: mine.body.id, name: "Mine", shared: false, filter: { what: "key" } }, { id: shared.body.id, name: "Exports", shared: true, filter: { what: "export", when: "month" } }]);
    expect((await other.call("GET", "/api/events/views")).body.items.map((view: { name: string }) => view.name)).toEqual(["Exports"]);
    expect((await other.call("DELETE", `/api/events/views/${mine.body.id}`)).status, "one's own is nobody else's").toBe(404);
    expect((await ada.call("POST", "/api/events/views", { name: "mine", filter: {} })).body.code).toBe("view_name_taken");
    expect((await other.call("POST", "/api/events/views", { name: "Mine", filter: {} })).status, "the other may call theirs so").toBe(201);
    expect((await other.call("PATCH", `/api/events/views/${shared.body.id}`, { name: "All exports", filter: { what: "export" } })).body).toMatchObject({ name: "All exports", shared: true, filter: { what: "export" } });
    expect((await ada.call("PATCH", `/api/events/views/${mine.body.id}`, { name: "Keys" })).body).toMatchObject({ name: "Keys", filter: { what: "key" } });
    await ada.call("DELETE", `/api/events/views/${shared.body.id}`);
    expect((await other.call("GET", "/api/events/views")).body.items.map((view: { name: string }) => view.name)).toEqual(["Mine"]);
    expect((await ada.call("GET", "/api/events?action=events")).body.items.map((event: { action: string }) => event.action)).toEqual(["events.view_removed", "events.view_changed", "events.view_saved"]);
    for (const wrong of [{ name: "", filter: {} }, { name: "x", filter: { a: "y".repeat(300) } }, { name: "x".repeat(61), filter: {} }, { name: "x" }]) expect((await ada.call("POST", "/api/events/views", wrong)).status).toBe(400);
    for (let n = 0; n < 29; n++) await ada.call("POST", "/api/events/views", { name: `v${n}`, filter: {} });
    expect((await ada.call("POST", "/api/events/views", { name: "one more", filter: {} })).body.code).toBe("too_many_views");
  });
});
