// Claim B7: reading is on record as well as changing. Every route that hands out bytes is walked, also those that come later.
import { sql } from "kysely";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { anApp, signedIn, testServices } from "../../test/builders.ts";
import { aNeighboursThings } from "../../test/neighbour.ts";
import { multipart } from "../../test/received-documents.ts";
import { routes } from "../nouns.ts";

/** Bytes that are no document and no data of the workspace's books. */
const noDocument = [/\/logo$/, /^\/\.well-known\//, /^\/api\/sso\//, /^\/scim\//];

describe("B7 A10 reads of documents and exports are events", () => {
  const services = testServices();
  const holder = anApp(services);

  const events = (workspaceId: string) => services.database.transaction({ workspaceId }, async (db) =>
    (await sql<{ action: string; summary: string; actor_name: string; ip: string; user_agent: string; request_id: string }>`select * from event where workspace_id = ${workspaceId} order by seq`.execute(db)).rows);

  test("every route that hands out bytes leaves an event, written before the first byte", async () => {
    const owner = await signedIn(holder.app);
    const things = await aNeighboursThings(services, holder.app, owner);
    const paper = multipart([{ name: "scan.png", bytes: await sharp({ create: { width: 600, height: 800, channels: 3, background: "white" } }).png().toBuffer() }]);
    const scan = (await owner.call("POST", "/api/received-invoices", paper.payload, paper.headers)).body.results[0].id as string; // the other one is XML, without pages
    await services.workJobs();
    const bytes = routes.filter((route) => route.answer === "bytes" && route.permission !== "public" && !noDocument.some((one) => one.test(route.url)));
    expect(bytes.length).toBeGreaterThanOrEqual(9);
    const silent: string[] = [];
    let answered = 0;
    for (const route of bytes) {
      const ids = /:page/.test(route.url) ? [{ id: scan, page: "1" }] : /:\w+/.test(route.url) ? things.idsFor(route) : [{}];
      let left = 0;
      for (const id of ids as Record<string, string>[]) {
        const url = route.url.replace(/:(\w+)/g, (_whole, name: string) => id[name] ?? id["id"]!);
        services.moveClock(new Date(services.clock().getTime() + 61 * 60_000)); // so that looking once more is on record again
        const before = (await events(owner.workspaceId)).length;
        // A store that has lost the bytes: what was asked for is on record all the same.
        const { get } = services.files;
        services.files.get = async () => { throw new Error("the store is away"); };
        await owner.call(route.method, url).catch(() => undefined);
        services.files.get = get;
        const after = await events(owner.workspaceId);
        const { status } = await owner.call(route.method, url);
        if (status === 200) left++;
        if (status === 200 && after.length === before) silent.push(`${route.method} ${url}`);
      }
      if (left === 0) silent.push(`${route.method} ${route.url} answered nothing: give test/neighbour.ts something to read`);
      answered += left;
    }
    services.moveClock(null);
    console.info(`${bytes.length} routes with bytes, ${answered} answers, ${silent.length} without an event`);
    expect(silent, "call recordEvent (or recordView) in a transaction that is awaited before the bytes are sent").toEqual([]);
  });

  test("looking at a document is one event an hour for each person, whatever it is made of; an original and an export are one each time", async () => {
    const owner = await signedIn(holder.app, "Ada Reader");
    const things = await aNeighboursThings(services, holder.app, owner);
    const route = routes.find((one) => one.url === "/api/received-invoices/:id/original")!;
    const id = things.idsFor(route)[0]!["id"]!;
    const count = async (action: string) => (await events(owner.workspaceId)).filter((event) => event.action === action).length;
    const start = await count("received_invoice.viewed"); // the helper looked once
    expect(start).toBe(1);
    const now = services.clock();
    services.moveClock(new Date(now.getTime() + 2 * 3_600_000));
    await Promise.all([
      owner.call("GET", `/api/received-invoices/${id}`), owner.call("GET", `/api/received-invoices/${id}/pages/1/image`), owner.call("GET", `/api/received-invoices/${id}/pages/1/words`), owner.call("GET", `/api/received-invoices/${id}`),
    ]);
    expect(await count("received_invoice.viewed")).toBe(start + 1);
    services.moveClock(new Date(now.getTime() + 3.5 * 3_600_000));
    await owner.call("GET", `/api/received-invoices/${id}`);
    expect(await count("received_invoice.viewed")).toBe(start + 2);
    services.moveClock(null);
    for (let n = 0; n < 3; n++) expect((await owner.call("GET", `/api/received-invoices/${id}/original`)).status).toBe(200);
    expect(await count("received_invoice.downloaded")).toBe(3);
    const [event] = (await events(owner.workspaceId)).filter((one) => one.action === "received_invoice.downloaded");
    expect(event).toMatchObject({ actor_name: "Ada Reader", ip: "127.0.0.1", request_id: expect.stringMatching(/^req_/) });
  });
});
