import { parse } from "csv-parse/sync";
import { sql } from "kysely";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { anApp, aScope, signedIn, testServices } from "../../test/builders.ts";
import { recordEvent, verifyChain } from "./index.ts";

describe("A10 the audit log", () => {
  const services = testServices();
  const holder = anApp(services);

  test("parallel transactions chain their events without a gap, and a rolled-back one leaves none", async () => {
    const scope = await aScope(services);
    await Promise.all(Array.from({ length: 40 }, (_, n) => scope.transaction(async (tx) => {
      recordEvent(tx, { action: "test.done", summary: `Did ${n}`, details: { b: n, a: [1, { z: 1, y: null }] } });
      if (n === 7) throw new Error("no");
    }).catch(() => undefined)));
    expect(await scope.transaction(verifyChain)).toEqual({ intact: true, events: 39, firstBroken: null });
  });

  test("the application's role can neither change nor remove an event", async () => {
    const scope = await aScope(services);
    await scope.transaction(async (tx) => recordEvent(tx, { action: "test.done", summary: "Did it" }));
    await expect(scope.transaction((tx) => tx.run(sql`update event set summary = 'x'`))).rejects.toThrow(/permission denied/);
    await expect(scope.transaction((tx) => tx.run(sql`delete from event`))).rejects.toThrow(/permission denied/);
  });

  test("whatever a superuser changes, verify names the first event that does not fit", async () => {
    const scope = await aScope(services);
    for (let n = 0; n < 5; n++) await scope.transaction(async (tx) => recordEvent(tx, { action: "test.done", summary: `Did ${n}` }));
    const admin = new pg.Client(services.databaseConnections.admin);
    await admin.connect();
    await admin.query("alter table event disable trigger all");
    try {
      const check = async (change: string, undo: string, broken: number) => {
        await admin.query(`${change}`, [scope.workspaceId]);
        expect((await scope.transaction(verifyChain)).firstBroken, change).toBe(broken);
        await admin.query(`${undo}`, [scope.workspaceId]);
      };
      await check("update event set summary = 'Did x' where workspace_id = $1 and seq = 3", "update event set summary = 'Did 2' where workspace_id = $1 and seq = 3", 3);
      await check("update event set actor_name = 'Eve' where workspace_id = $1 and seq = 2", "update event set actor_name = 'Ada Test' where workspace_id = $1 and seq = 2", 2);
      expect((await scope.transaction(verifyChain)).intact).toBe(true);
      await admin.query("delete from event where workspace_id = $1 and seq = 5", [scope.workspaceId]);
      expect((await scope.transaction(verifyChain)).firstBroken).toBe(5);
    } finally {
      await admin.query("alter table event enable trigger all");
      await admin.end();
    }
  });

  test("the Activity list filters and pages, and its CSV is safe to open", async () => {
    const ada = await signedIn(holder.app);
    for (let n = 0; n < 5; n++) await ada.call("POST", "/api/api-keys", { name: `=HYPERLINK("x${n}")`, role: "member" });
    const first = await ada.call("GET", "/api/events?limit=3&action=key");
    expect(first.body.items).toHaveLength(3);
    const second = await ada.call("GET", `/api/events?limit=3&action=key&cursor=${first.body.nextCursor}`);
    expect(second.body.items).toHaveLength(2);
    expect(second.body.nextCursor).toBeNull();
    expect((await ada.call("GET", "/api/events?cursor=rubbish")).status).toBe(400);
    const csv = await ada.call("GET", "/api/events.csv");
    const rows = parse(String(csv.body), { columns: true, bom: true }) as Record<string, string>[];
    expect(rows.length).toBeGreaterThanOrEqual(6);
    expect(rows.flatMap((row) => Object.values(row)).some((cell) => /^[=+@]/.test(cell))).toBe(false);
  });
});
