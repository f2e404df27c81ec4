import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { anApp, clientOf, signedIn, TEST_PASSWORD, testServices } from "../../test/builders.ts";
import { createLog } from "../platform/log.ts";
import { writeRefusals } from "./requests.ts";

describe("what requests leave behind", () => {
  const services = testServices();
  const holder = anApp(services);
  const rows = async <T>(workspaceId: string, query: ReturnType<typeof sql<T>>) => (await services.database.transaction({ workspaceId }, (db) => query.execute(db))).rows;
  const refusedEvents = (workspaceId: string) => rows(workspaceId, sql<{ summary: string; details: { times: number; code: string; status: number; route: string }; actor_id: string; actor_name: string; actor_kind: string; ip: string; request_id: string }>`
    select * from event where workspace_id = ${workspaceId} and action = 'access.refused' order by seq`);
  const counted = async (workspaceId: string) => (await rows(workspaceId, sql<{ amount: number }>`select coalesce(sum(amount), 0)::int as amount from refused_access where workspace_id = ${workspaceId}`))[0]!.amount;
  const until = async (is: () => Promise<boolean>) => { for (let n = 0; n < 200 && !(await is()); n++) await new Promise((resolve) => setTimeout(resolve, 25)); };
  /** Lets the running minute pass and the sweep run. */
  const minuteLater = async () => {
    services.moveClock(new Date(services.clock().getTime() + 61_000));
    await writeRefusals(services);
  };
  const aKey = async (owner: Awaited<ReturnType<typeof signedIn>>, role: string) => {
    const { body } = await owner.call("POST", "/api/api-keys", { name: `${role} key`, role });
    return { id: body.id as string, client: clientOf(holder.app, { key: body.key }) };
  };

  test("V16.3.2 B7 a storm of refusals is one event per actor, route and minute, with how often", async () => {
    services.moveClock(new Date("2026-11-19T10:00:05Z"));
    const owner = await signedIn(holder.app);
    const { id, client } = await aKey(owner, "readonly");
    const ids = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];
    for (let n = 0; n < 12; n++) expect((await client.call("GET", "/api/events")).status).toBe(403);
    for (const one of ids) expect((await client.call("GET", `/api/invoices/${one}`)).status).toBe(404);
    expect((await client.call("GET", "/api/nothing-of-ours")).status).toBe(404);
    await until(async () => (await counted(owner.workspaceId)) === 14);
    expect(await refusedEvents(owner.workspaceId)).toHaveLength(0);
    await minuteLater();
    await writeRefusals(services); // a second worker, or the next turn
    expect(await counted(owner.workspaceId)).toBe(0);
    const events = await refusedEvents(owner.workspaceId);
    expect(events.map((event) => [event.details.route, event.details.status, event.details.code, event.details.times])).toEqual([["GET /api/events", 403, "not_permitted", 12], ["GET /api/invoices/:id", 404, "not_found", 2]]);
    for (const event of events) expect(event).toMatchObject({ actor_id: id, actor_kind: "key", actor_name: "readonly key", ip: "127.0.0.1", request_id: expect.stringMatching(/^req_/) });
    expect((await owner.call("GET", "/api/events?refused=true")).body.items).toHaveLength(2);
    services.moveClock(null);
  });

  test("V16.3.2 another tenant's ids are refused and counted for who tried, in their own workspace", async () => {
    services.moveClock(new Date("2026-11-19T11:00:05Z"));
    const [mallory, victim] = [await signedIn(holder.app, "Mallory"), await signedIn(holder.app, "Victim")];
    const { id } = await aKey(victim, "member");
    expect((await mallory.call("DELETE", `/api/api-keys/${id}`)).status).toBe(404);
    await until(async () => (await counted(mallory.workspaceId)) === 1);
    await minuteLater();
    expect((await refusedEvents(mallory.workspaceId)).map((event) => event.details.route)).toEqual(["DELETE /api/api-keys/:id"]);
    expect(await refusedEvents(victim.workspaceId)).toHaveLength(0);
    services.moveClock(null);
  });

  test("asking for a fresh proof is a part of working and leaves no event; nobody known leaves none either", async () => {
    const owner = await signedIn(holder.app);
    services.moveClock(new Date(Date.now() + 11 * 60_000));
    const answer = await owner.call("POST", "/api/api-keys", { name: "later", role: "admin" });
    if (answer.status === 403) expect(answer.body.code).toBe("step_up_needed");
    await clientOf(holder.app, {}).call("GET", "/api/events");
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await counted(owner.workspaceId)).toBe(0);
    services.moveClock(null);
  });

  describe("the operator's log of requests", () => {
    const caught = async (work: () => Promise<unknown>): Promise<Record<string, unknown>[]> => {
      const lines: Record<string, unknown>[] = [];
      const before = services.log;
      services.log = createLog("debug", (line) => lines.push(JSON.parse(line)));
      await work();
      await new Promise((resolve) => setTimeout(resolve, 50));
      services.log = before;
      return lines;
    };

    test("V16.2.1 V16.3.2 every answer is a line: time, request, workspace, actor, address, route, outcome", async () => {
      const owner = await signedIn(holder.app);
      const { client } = await aKey(owner, "readonly");
      const lines = await caught(async () => {
        await owner.call("GET", "/api/events?search=SECRET-MARKER");
        await client.call("GET", "/api/team");
        await owner.call("GET", "/api/invoices/00000000-0000-4000-8000-000000000001");
      });
      const common = { workspace: owner.workspaceId, ip: "127.0.0.1", time: expect.stringMatching(/Z$/), requestId: expect.stringMatching(/^req_/), actor: expect.any(String), ms: expect.any(Number) };
      expect(lines).toEqual([
        { ...common, level: "info", message: "request", actorKind: "person", method: "GET", route: "/api/events", status: 200 },
        { ...common, level: "warn", message: "request refused", actorKind: "key", method: "GET", route: "/api/team", status: 403, code: "not_permitted" },
        { ...common, level: "warn", message: "request refused", actorKind: "person", method: "GET", route: "/api/invoices/:id", status: 404, code: "not_found" },
      ]);
      expect(JSON.stringify(lines)).not.toContain("SECRET-MARKER");
    });

    test("V16.3.1 V16.2.5 a sign-in that fails or works is a line and an event, without password and without token", async () => {
      const owner = await signedIn(holder.app);
      const nobody = clientOf(holder.app, {});
      const lines = await caught(async () => {
        await nobody.call("POST", "/api/sign-in", { email: owner.email, password: "SECRET-MARKER wrong words" });
        await nobody.call("POST", "/api/sign-in", { email: owner.email, password: TEST_PASSWORD });
      });
      const requests = lines.filter((line) => line["route"] === "/api/sign-in");
      expect(requests.map((line) => [line["level"], line["status"], line["code"]])).toEqual([["warn", 401, "wrong_sign_in"], ["info", 200, undefined]]);
      expect(JSON.stringify(lines)).not.toMatch(new RegExp(`SECRET-MARKER|${TEST_PASSWORD}|eyJ`));
      const actions = (await rows(owner.workspaceId, sql<{ action: string; details: Record<string, unknown> }>`select action, details from event where workspace_id = ${owner.workspaceId} order by seq`)).map((event) => event.action);
      expect(actions.filter((action) => action.startsWith("access.sign"))).toEqual(expect.arrayContaining(["access.sign_in_failed", "access.signed_in"]));
    });

    test("V16.3.3 values, origins, hosts and content that are refused are lines with their code", async () => {
      const owner = await signedIn(holder.app);
      const lines = await caught(async () => {
        await owner.call("GET", "/api/events?limit=99999");
        await owner.call("POST", "/api/events/verify", {}, { origin: "https://evil.example" });
        await owner.call("POST", "/api/events/verify", "x=1", { "content-type": "application/x-www-form-urlencoded" });
        await holder.app.inject({ url: "/api/session", headers: { host: "rebound.example" } });
        await clientOf(holder.app, { cookie: "counterfoil=eyJhbGciOiJub25lIn0.e30." }).call("GET", "/api/session");
      });
      expect(lines.filter((line) => line["level"] === "warn").map((line) => [line["status"], line["code"]])).toEqual([[400, "invalid_input"], [403, "wrong_origin"], [415, "not_supported"], [421, "wrong_host"], [401, "not_signed_in"]]);
    });

    test("V16.3.4 V16.5.1 what breaks is a line with its stack and the request id; the answer has the id and nothing else of it", async () => {
      const owner = await signedIn(holder.app);
      const { transaction } = services.database;
      let answer: Awaited<ReturnType<typeof owner.call>> | undefined;
      const lines = await caught(async () => {
        services.writeEvents = async () => { throw new Error("the disk said SECRET-DETAIL at /srv/data/base/16384"); };
        answer = await owner.call("POST", "/api/events/verify", {});
      });
      services.writeEvents = (await import("./index.ts")).writeEvents;
      services.database.transaction = transaction;
      expect(answer!.status).toBe(500);
      expect(JSON.stringify(answer!.body)).not.toMatch(/SECRET-DETAIL|srv|Error|at /);
      const failed = lines.find((line) => line["message"] === "request failed");
      expect(failed).toMatchObject({ level: "error", requestId: answer!.body.requestId, error: expect.stringContaining("the disk said") });
      expect(lines.find((line) => line["message"] === "request answered with an error")).toMatchObject({ status: 500, requestId: answer!.body.requestId });
    });

    test("V16.5.3 A10 when the audit log cannot be written nothing happens: the change is rolled back", async () => {
      const owner = await signedIn(holder.app);
      const before = (await owner.call("GET", "/api/api-keys")).body.items.length;
      const write = services.writeEvents;
      services.writeEvents = async () => { throw new Error("the log is full"); };
      const answer = await owner.call("POST", "/api/api-keys", { name: "unlogged", role: "member" });
      services.writeEvents = write;
      expect(answer.status).toBe(500);
      expect((await owner.call("GET", "/api/api-keys")).body.items).toHaveLength(before);
    });
  });
});
