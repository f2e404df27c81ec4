// Limits as a client meets them, on two processes of one installation (two applications, each with its own pool and counts).
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApp, clientOf, signedIn, testServices } from "../../test/builders.ts";
import { multipart, ubl } from "../../test/received-documents.ts";
import { buildApp } from "../app.ts";
import { openDatabase, type DatabaseHandle } from "../platform/database.ts";
import { createLimits } from "../platform/limits.ts";
import { takeQuota } from "../platform/quotas.ts";

describe("limits", () => {
  const services = testServices();
  const holder = anApp(services);
  let database: DatabaseHandle;
  let other: FastifyInstance;
  beforeAll(async () => {
    database = openDatabase(services.databaseConnections.app, { max: 4 });
    other = await buildApp({ ...services, database, limits: createLimits(database.pool, services.log) });
  });
  afterAll(async () => {
    await other.close();
    await database.close();
  });
  const form = { "content-type": "multipart/form-data; boundary=x" };
  const configured = (limits: Partial<typeof services.config.limits>) => buildApp({ ...services, config: { ...services.config, limits: { ...services.config.limits, ...limits } } });

  test("A13 V2.4.1 uploads are limited per person over all processes: 429 with the time to wait, and nobody else pays for it", async () => {
    const owner = await signedIn(holder.app, "Olive Owner");
    const both = [owner, clientOf(other, { cookie: owner.cookie })];
    const statuses: number[] = [];
    for (let index = 0; index < 360; index++) statuses.push((await both[index % 2]!.call("POST", "/api/received-invoices", "--x--\r\n", form)).status);
    const passed = statuses.filter((status) => status !== 429).length;
    expect(passed).toBeGreaterThanOrEqual(285);
    expect(passed).toBeLessThanOrEqual(315);
    const limited = await owner.call("POST", "/api/received-invoices", "--x--\r\n", form);
    expect([limited.status, limited.body.code]).toEqual([429, "too_many_requests"]);
    expect(Number(limited.headers["retry-after"])).toBeGreaterThan(0);
    expect(Number(limited.headers["retry-after"])).toBeLessThanOrEqual(60);
    expect((await owner.call("GET", "/api/companies")).status).toBe(200); // only this door is closed
    expect((await (await signedIn(holder.app, "Another Person")).call("POST", "/api/received-invoices", "--x--\r\n", form)).status).not.toBe(429);
  }, 120_000);

  test("V2.4.1 V6.3.1 abuse-12 public doors count the network, exactly, over all processes; the same line of IPv6 is one", async () => {
    const ask = (app: FastifyInstance, remoteAddress: string) => app.inject({ method: "POST", url: "/api/password/forgotten", remoteAddress, headers: { host: "localhost:3000", origin: "http://localhost:3000" }, payload: { email: "nobody@test.example" } });
    const passedOf = async (addresses: string[]) => {
      const answers = await Promise.all(addresses.map((address, index) => ask([holder.app, other][index % 2]!, address)));
      return answers.filter((answer) => answer.statusCode !== 429).length;
    };
    expect(await passedOf(Array.from({ length: 20 }, () => "203.0.113.5"))).toBe(6);
    expect(await passedOf(Array.from({ length: 20 }, (_, index) => `2001:db8:1:2::${index + 1}`))).toBe(6);
    expect(await passedOf(Array.from({ length: 20 }, (_, index) => `2001:db8:1:${index + 16}::1`))).toBe(20);
  });

  test("V2.4.1 all requests of a person or key together are limited, refused ones and guesses included", async () => {
    const app = await configured({ requestsPerMinute: 40 });
    try {
      const owner = await signedIn(holder.app);
      const { body: { key } } = await owner.call("POST", "/api/api-keys", { name: "busy", role: "member" });
      const busy = clientOf(app, { key });
      const statuses: number[] = [];
      for (let index = 0; index < 60; index++) statuses.push((await busy.call("GET", index % 2 ? "/api/team" : "/api/companies")).status);
      expect(statuses.filter((status) => status !== 429)).toHaveLength(40);
      const guess = () => app.inject({ url: "/api/companies", remoteAddress: "198.51.100.20", headers: { host: "localhost:3000", authorization: "Bearer cf_live_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" } });
      const guesses: number[] = [];
      for (let index = 0; index < 60; index++) guesses.push((await guess()).statusCode);
      expect([guesses.filter((status) => status === 401).length, guesses.filter((status) => status === 429).length]).toEqual([40, 20]);
    } finally {
      await app.close();
    }
  });

  test("V2.4.1 abuse-25 a workspace has its documents a day and its mails an hour; the answer says which setting that is", async () => {
    const owner = await signedIn(holder.app);
    await owner.call("POST", "/api/companies", { name: "Small Ltd", country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE" });
    const app = await configured({ documentsPerDay: 3 });
    try {
      const busy = clientOf(app, { cookie: owner.cookie });
      const upload = async (index: number) => {
        const { payload, headers } = multipart([{ name: `${index}.xml`, bytes: ubl({ id: `INV-${index}` } as never) }]);
        return busy.call("POST", "/api/received-invoices", payload, headers);
      };
      const answers = [];
      for (let index = 0; index < 5; index++) answers.push(await upload(index));
      expect(answers.map((answer) => answer.status < 400)).toEqual([true, true, true, false, false]);
      expect(answers[4]).toMatchObject({ status: 429, body: { code: "documents_quota", message: expect.stringContaining("COUNTERFOIL_DOCUMENTS_PER_DAY") as string } });
      expect(Number(answers[4]!.headers["retry-after"])).toBeGreaterThan(3600);
    } finally {
      await app.close();
    }
    const few = { limits: services.limits, config: { ...services.config, limits: { ...services.config.limits, mailsPerHour: 2 } } };
    await takeQuota(few, "mails", owner.workspaceId);
    await takeQuota(few, "mails", owner.workspaceId);
    await expect(takeQuota(few, "mails", owner.workspaceId)).rejects.toMatchObject({ status: 429, code: "mails_quota" });
    await takeQuota(few, "mails", "another workspace");
  });
});
