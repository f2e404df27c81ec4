// File retention in the built product, its worker killed with -9 in the middle of deleting: what is due goes, once, and
// nothing else. CF_FAULT_ROUNDS sets how often it is killed (2 here, 15 for an acceptance run).
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "kysely";
import { examine } from "../src/doctor.ts";
import { verifyChain } from "../src/events/index.ts";
import { openServices } from "../src/host.ts";
import { loadConfig } from "../src/platform/config.ts";
import { createLog } from "../src/platform/log.ts";
import type { Services } from "../src/platform/services.ts";
import { clockCommand } from "../src/retention/commands.ts";
import { retentionScope } from "../src/retention/run.ts";
import { aBookkeeper, startProduct, type Caller, type Product } from "./product.ts";
import { deletionEvents, objectsOf, stock } from "./stock.ts";

const kills = Number(process.env["CF_FAULT_ROUNDS"] ?? 3) > 3 ? 15 : 2;
const due = kills * 150;
const year = 365.25 * 86_400_000;

describe("A11 kill -9 while files are deleted", () => {
  let product: Product;
  let call: Caller;
  let companyId: string;
  let services: Services & { close(): Promise<void> };
  beforeAll(async () => {
    product = await startProduct();
    ({ call, companyId } = await aBookkeeper(product.address));
    services = await openServices(loadConfig({ COUNTERFOIL_STATE_DIR: product.stateDir, PORT: "3000" }), { worker: false, log: createLog("silent") });
  });
  afterAll(async () => {
    await services?.close();
    await product?.stop();
  });

  async function killWorker(): Promise<void> {
    const pid = product.pidOf("worker")!;
    process.kill(pid, "SIGKILL");
    await expect.poll(() => product.pidOf("worker") !== null && product.pidOf("worker") !== pid, { timeout: 30_000, interval: 20 }).toBe(true);
  }

  test(`${kills} times: each due file is gone and written down once, with everything made of it`, async () => {
    const workspaceId: string = (await call("GET", "/api/session")).body.workspace.id;
    const scope = retentionScope(services, workspaceId);
    const now = Date.now();
    const old = await stock(scope, companyId, Array.from({ length: due }, (_, index) => new Date(now - 7.1 * year - index * 60_000)), { pages: (index) => (index % 3 === 0 ? 1 : 0) });
    const young = await stock(scope, companyId, Array.from({ length: 40 }, (_, index) => new Date(now - 6.9 * year + index * 60_000)), { pages: () => 1 });
    const all = (await objectsOf(services, workspaceId)).length;
    await scope.transaction((tx) => tx.run(sql`update retention_schedule set next_run_at = now() where workspace_id = ${tx.workspaceId}`));

    await killWorker(); // a worker that starts looks at once
    let killed = 0;
    const kept = young.flatMap((document) => document.objects).sort();
    for (let left = all; left > kept.length; ) {
      const before = left;
      await expect.poll(async () => { left = (await objectsOf(services, workspaceId)).length; return left; }, { timeout: 60_000, interval: 10 }).toBeLessThan(before);
      if (killed < kills && left > kept.length) {
        await killWorker();
        killed++;
      }
    }
    await expect.poll(async () => (await call("GET", "/api/retention")).body.lastRun?.state, { timeout: 60_000 }).toBe("finished");
    const view = (await call("GET", "/api/retention")).body;
    expect(view).toMatchObject({ deleted: { files: due }, plan: { kept: { files: 40 } }, lastRun: { state: "finished", errors: 0 }, clock: { trusted: true } });
    expect(await objectsOf(services, workspaceId)).toEqual(kept);
    const events = await deletionEvents(scope);
    expect([...events.keys()].sort()).toEqual(old.map((document) => document.fileId).sort());
    expect(new Set([...events.values()].map((event) => event.count))).toEqual(new Set([1]));
    expect(await scope.transaction(verifyChain)).toMatchObject({ intact: true });
    const gone = await call("GET", `/api/received-invoices/${old[0]!.id}/original`);
    expect([gone.status, gone.body.code]).toEqual([410, "original_deleted"]);
    expect((await call("GET", `/api/received-invoices/${young[0]!.id}/original`)).status).toBe(200);
    console.info(`retention: ${due} files with ${all - kept.length} objects deleted, the worker killed ${killed} times, the run taken up again ${view.lastRun.resumed} times`);
    expect(killed).toBeGreaterThan(0);
  }, 300_000);

  test("an operator asks for the clock, and confirms it only by saying today's date", async () => {
    const env = { COUNTERFOIL_STATE_DIR: product.stateDir, PORT: "3000" };
    const today = new Date().toISOString().slice(0, 10);
    const say = (...words: string[]) => clockCommand(words, env);
    expect(await say()).toMatchObject({ code: 0, says: expect.stringContaining(`trusted: ${today}`) });
    expect(await say("confirm")).toMatchObject({ code: 1, says: expect.stringContaining(`counterfoil clock confirm ${today}`) });
    expect(await say("confirm", "2033-01-01")).toMatchObject({ code: 1 });
    expect(await say("confirm", "tomorrow")).toMatchObject({ code: 1 });
    await services.database.transaction({}, (db) => sql`update clock_watch set doubt = 'jumped_ahead', doubted_at = now(), known_at = now() - interval '1 year'`.execute(db));
    expect(await say()).toMatchObject({ code: 1, says: expect.stringContaining("far ahead") });
    expect((await examine({ ...process.env, ...env })).find((finding) => finding.area === "Clock")).toMatchObject({ state: "wrong", says: expect.stringContaining("deletes nothing") });
    expect(await say("confirm", today)).toMatchObject({ code: 0, says: `Confirmed: today is ${today}. Files are deleted by this clock from now on.` });
    expect(await say()).toMatchObject({ code: 0 });
  });
});
