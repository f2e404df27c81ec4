// What happens when more comes than can be done, and at the end.
import { randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import Fastify from "fastify";
import { sql } from "kysely";
import { afterEach, describe, expect, test } from "vitest";
import { signedIn, testServices } from "../../test/builders.ts";
import { buildApp } from "../app.ts";
import { guardLoad, PLACES } from "./load.ts";

describe("load", () => {
  const services = testServices();
  const apps: FastifyInstance[] = [];
  afterEach(async () => { for (const app of apps.splice(0)) await app.close(); });
  const anAppOf = async (more: Partial<typeof services> = {}) => {
    const app = await buildApp({ ...services, ...more });
    apps.push(app);
    return app;
  };
  /** Holds every connection of the pool, as a slow database would. */
  const occupy = async () => {
    const held = await Promise.all(Array.from({ length: 12 }, () => services.database.pool.connect()));
    return () => held.forEach((client) => client.release());
  };
  const get = (app: FastifyInstance, cookie: string, url = "/api/companies") => app.inject({ url, headers: { host: "localhost:3000", cookie } });

  test("V15.2.2 abuse-25 one tenant's flood is refused with 429 or 503 and the time to wait, at once; another's request is the next to be served", async () => {
    const app = await anAppOf();
    const [large, small] = [await signedIn(app, "Large"), await signedIn(app, "Small")];
    await get(app, large.cookie);
    await get(app, small.cookie);
    const release = await occupy();
    const done: string[] = [];
    const began = Date.now();
    const flood = Array.from({ length: 400 }, () => get(app, large.cookie).then((answer) => { done.push(`large ${answer.statusCode}`); return { ...answer, after: Date.now() - began, statusCode: answer.statusCode }; }));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const refused = done.length;
    const quiet = get(app, small.cookie).then((answer) => { done.push(`small ${answer.statusCode}`); return answer; });
    release();
    const answers = await Promise.all(flood);
    expect((await quiet).statusCode).toBe(200);
    const turnedAway = answers.filter((answer) => answer.statusCode !== 200);
    expect(refused).toBe(400 - PLACES.api.running - PLACES.api.waitingEach);
    expect(turnedAway).toHaveLength(refused);
    for (const answer of turnedAway) {
      expect([429, 503]).toContain(answer.statusCode);
      expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
      expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    }
    // Only those who already had a place came before it.
    const place = done.slice(refused).indexOf("small 200");
    expect(place).toBeLessThanOrEqual(PLACES.api.running * 2);
    expect(app.load.state().gates).toEqual(Object.fromEntries(Object.keys(PLACES).map((name) => [name, { running: 0, waiting: 0 }])));
  }, 60_000);

  test("V15.2.2 under a flood of reads there are places left for issuing, and health is answered", async () => {
    const app = await anAppOf();
    const owner = await signedIn(app);
    const issue = () => app.inject({ method: "POST", url: `/api/invoices/${randomUUID()}/issue`, headers: { host: "localhost:3000", cookie: owner.cookie, origin: "http://localhost:3000" }, payload: {} });
    await issue();
    const release = await occupy();
    const flood = Array.from({ length: 400 }, () => get(app, owner.cookie));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const issued = issue();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(app.load.state().gates["reserved"]!.running).toBe(1); // it did not have to queue behind the reads
    release();
    expect((await issued).statusCode).toBe(404);
    await Promise.all(flood);
    expect((await app.inject({ url: "/healthz", headers: { host: "localhost:3000" } })).statusCode).toBe(200);
  }, 60_000);

  test("a place is held while we work, and given back whatever the outcome: refusal, bad body, error, a client that goes away", async () => {
    const app = await anAppOf();
    const owner = await signedIn(app);
    const own = { host: "localhost:3000", cookie: owner.cookie, origin: "http://localhost:3000" };
    await Promise.all([
      app.inject({ url: `/api/invoices/${randomUUID()}`, headers: own }), app.inject({ url: "/api/companies", headers: { host: "localhost:3000" } }), app.inject({ method: "POST", url: "/api/companies", headers: own, payload: {} }),
      app.inject({ method: "POST", url: "/api/companies", headers: { ...own, "content-type": "application/json" }, payload: "{" }), app.inject({ method: "POST", url: "/api/received-invoices", headers: { ...own, "content-type": "multipart/form-data; boundary=x" }, payload: "--y" }),
      app.inject({ url: `/api/invoices/${randomUUID()}/pdf`, headers: own }),
    ]);
    await app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const release = await occupy();
    const gone = new AbortController();
    const left = fetch(`http://127.0.0.1:${port}/api/companies`, { headers: { cookie: owner.cookie }, signal: gone.signal }).catch((error: Error) => error.name);
    await expect.poll(() => app.load.state().active).toBe(1);
    gone.abort();
    expect(await left).toBe("AbortError");
    await expect.poll(() => app.load.state().active).toBe(0);
    release();
    await expect.poll(() => Object.values(app.load.state().gates).every((gate) => gate.running === 0 && gate.waiting === 0)).toBe(true);
  }, 60_000);

  test("V15.2.2 a stop lets requests in work come to their end and answers newcomers with 503 meanwhile", async () => {
    const app = await anAppOf();
    const owner = await signedIn(app);
    await app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const call = (path: string) => fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie: owner.cookie } });
    const release = await occupy();
    const inWork = call("/api/companies");
    await expect.poll(() => app.load.state().active).toBe(1);
    const drained = app.load.drain(20_000).then(() => Date.now());
    for (const path of ["/api/companies", "/healthz", "/"]) {
      const late = await call(path);
      expect([late.status, (await late.json()).code, late.headers.get("retry-after"), late.headers.get("connection")], path).toEqual([503, "stopping", "5", "close"]);
    }
    const released = Date.now();
    release();
    expect((await inWork).status).toBe(200);
    expect(await drained).toBeGreaterThanOrEqual(released);
    expect(app.load.state()).toMatchObject({ active: 0, stopping: true });
  }, 60_000);

  test("V15.2.2 a stop does not wait for ever", async () => {
    const app = await anAppOf();
    const release = await occupy();
    const hanging = app.inject({ url: "/healthz", headers: { host: "localhost:3000" } });
    await expect.poll(() => app.load.state().active).toBe(1);
    const began = Date.now();
    await app.load.drain(300);
    expect(Date.now() - began).toBeGreaterThanOrEqual(290);
    release();
    await hanging;
  });

  test("V15.2.2 a process that falls behind sheds what can wait, keeps what cannot, and recovers by itself", async () => {
    const app = Fastify({ trustProxy: false });
    const load = guardLoad(app);
    app.decorateRequest("cookies");
    app.get("/:kind", async (request) => {
      (request as { cookies: object }).cookies = {};
      await load.enter(request, { permission: "companies.read", answer: {}, reserved: (request.params as { kind: string }).kind === "reserved" } as never);
      return "done";
    });
    app.setErrorHandler((error, _request, reply) => reply.status((error as unknown as { status: number }).status).send({ code: (error as { code?: string }).code }));
    apps.push(app);
    await app.listen({ host: "127.0.0.1", port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const status = async (kind: string) => (await fetch(`http://127.0.0.1:${port}/${kind}`)).status;
    expect(await status("usual")).toBe(200);
    for (let times = 0; times < 5; times++) {
      const until = Date.now() + 700;
      while (Date.now() < until); // the event loop stands still
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(load.state().late).toBe(true);
    expect([await status("usual"), await status("reserved")]).toEqual([503, 200]);
    await expect.poll(() => load.state().late, { timeout: 5000 }).toBe(false);
    expect(await status("usual")).toBe(200);
  }, 60_000);

  test("health asks the database at most once a second, however often it is asked", async () => {
    let asked = 0;
    const kysely = new Proxy(services.database.kysely, { get: (target, name, receiver) => { if (name === "getExecutor") asked++; return Reflect.get(target, name, receiver); } });
    const app = await anAppOf({ database: { ...services.database, kysely } });
    await Promise.all(Array.from({ length: 50 }, () => app.inject({ url: "/healthz", headers: { host: "localhost:3000" } })));
    expect(asked).toBeLessThanOrEqual(2);
    expect((await sql<{ one: number }>`select 1 as one`.execute(services.database.kysely)).rows).toEqual([{ one: 1 }]);
  });
});
