// Every registered route, walked: with every role (allowed or 403 as the permission table says), with nobody (401), and
// with a foreign workspace's ids (404). A new route is walked without being named here.
import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { permissions, roleMay, roles, type Role } from "../src/access/index.ts";
import { buildApp } from "../src/app.ts";
import { routes } from "../src/nouns.ts";
import type { Route } from "../src/platform/http.ts";
import { hashOf, newToken } from "../src/platform/tokens.ts";
import { anApp, clientOf, joined, signedIn, testServices, type Client } from "./builders.ts";
import { aNeighboursThings } from "./neighbour.ts";
import { multipart } from "./received-documents.ts";

const fill = (url: string, value: (name: string) => string) => url.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(value(name)));
const isOpen = (route: Route) => route.permission === "public" || route.permission === "signed-in";
const hasParams = (route: Route) => /:\w+/.test(route.url);

/** The routes of a workspace: those with a permission of the table. */
const walked = routes.filter((one) => !isOpen(one));

describe("every route × every role", () => {
  const services = testServices();
  const holder = anApp(services);

  test("A9 V8.2.1 V8.3.1 abuse-1 nobody gets 401, a role gets 403 exactly where the table says no, and so does a key of that role", async () => {
    const owner = await signedIn(holder.app, "Olive Owner");
    const people = new Map<Role, Client>([["owner", owner]]);
    const keys = new Map<Role, Client>();
    for (const role of ["admin", "member", "readonly"] as const) {
      people.set(role, await joined(holder.app, owner, role));
      keys.set(role, clientOf(holder.app, { key: (await owner.call("POST", "/api/api-keys", { name: role, role })).body.key }));
    }
    const wrong: string[] = [];
    let calls = 0;
    for (const route of routes.filter((one) => one.permission !== "public")) {
      const url = fill(route.url, (name) => (name === "page" ? "1" : randomUUID()));
      const body = route.method === "GET" ? undefined : {};
      const nobody = await clientOf(holder.app, {}).call(route.method, url, body);
      calls++;
      if (nobody.status !== 401) wrong.push(`${route.method} ${route.url} as nobody: ${nobody.status}`);
      if (isOpen(route)) continue;
      for (const role of roles) {
        for (const [kind, client] of [["person", people.get(role)], ["key", keys.get(role)]] as const) {
          if (!client) continue;
          // What could change who acts (leaving, ending sessions) is tried with ids that nobody has, so that all stay who they are.
          const answer = await client.call(route.method, url, body);
          calls++;
          const denied = answer.status === 403 && answer.body.code === "not_permitted";
          if (denied === roleMay(role, route.permission) || answer.status >= 500) wrong.push(`${route.method} ${route.url} as ${role} (${kind}): ${answer.status} ${answer.body?.code ?? ""}`);
        }
      }
    }
    console.info(`${routes.length} routes, ${calls} calls over roles, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  }, 600_000);

  test("A4 V8.2.1 a key with one scope passes the doors of that permission and no other", async () => {
    const owner = await signedIn(holder.app, "Olive Owner");
    const wrong: string[] = [];
    let calls = 0;
    for (const permission of permissions.filter((one) => roleMay("admin", one))) {
      const { body } = await owner.call("POST", "/api/api-keys", { name: permission, role: "admin", scopes: [permission] });
      const key = clientOf(holder.app, { key: body.key });
      // One route of each permission is enough: which route asks for which permission the test above has walked.
      for (const other of permissions) {
        const route = walked.find((one) => one.permission === other);
        if (!route) continue;
        const answer = await key.call(route.method, fill(route.url, (name) => (name === "page" ? "1" : randomUUID())), route.method === "GET" ? undefined : {});
        calls++;
        const denied = answer.status === 403 && answer.body.code === "not_permitted";
        if (denied === (other === permission)) wrong.push(`scope ${permission} at ${route.method} ${route.url}: ${answer.status}`);
      }
    }
    console.info(`${calls} calls by keys of one scope, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  }, 600_000);

  test("V8.2.1 a route whose permission is in no table keeps the application from starting", async () => {
    routes.push({ ...walked[0]!, url: "/api/planted", permission: "planted.read" });
    try {
      await expect(buildApp(services)).rejects.toThrow(/\/api\/planted names no permission of the table: planted.read/);
    } finally {
      routes.pop();
    }
  });

  test("V15.3.1 an answer has a schema of named fields, none of them a secret's; one that shows a secret once is never kept for a repeat", () => {
    // Hashes that prove something to the reader, and whether there is a secret; setting up an authenticator shows its secret.
    const harmless = ["hash", "previousHash", "snapshotHash", "shownHash", "hasSecret", "hasPassword", "needsPassword"];
    const wrong: string[] = [];
    let secrets = 0;
    for (const route of routes.filter((one) => one.answer !== "bytes")) {
      const schema = JSON.stringify(z.toJSONSchema(route.answer as z.ZodType, { io: "output", unrepresentable: "any" }));
      const named = [...schema.matchAll(/"(\w+)":\{/g)].map((match) => match[1]!);
      const secret = named.filter((name) => /password|hash$|secret$|sealed|wrapped|pepper|storeKey|store_key/i.test(name) && ![...harmless, ...(route.url === "/api/totp" ? ["secret"] : [])].includes(name));
      if (secret.length > 0) wrong.push(`${route.method} ${route.url} answers ${secret.join(", ")}`);
      const shows = /"description":"[^"]*[Ss]hown (this )?once/.test(schema);
      if (shows) secrets++;
      if (shows && !isOpen(route) && !route.showsSecret) wrong.push(`${route.method} ${route.url} shows a secret once: give it showsSecret, so that the answer is not kept under its Idempotency-Key`);
    }
    expect(wrong).toEqual([]);
    expect(secrets).toBeGreaterThan(3);
  });

  test("A6 A8 B3 V8.2.2 abuse-1 a foreign workspace's ids are not found, on every route that takes one, by every role", async () => {
    const owner = await signedIn(holder.app, "Olive Owner");
    const neighbour = await signedIn(holder.app, "Nina Neighbour");
    const things = await aNeighboursThings(services, holder.app, neighbour);
    const people = new Map<Role, Client>([["owner", owner]]);
    for (const role of ["admin", "member", "readonly"] as const) people.set(role, await joined(holder.app, owner, role));
    const picture = multipart([{ name: "logo.png", bytes: await sharp({ create: { width: 8, height: 8, channels: 3, background: "white" } }).png().toBuffer() }]);
    const wrong: string[] = [];
    const missing: string[] = [];
    let calls = 0;
    for (const route of walked.filter(hasParams)) {
      const ids = things.idsFor(route);
      if (ids.length === 0) missing.push(`${route.method} ${route.url}`);
      for (const id of ids) {
        const url = fill(route.url, (name) => id[name] ?? id["id"]!);
        // A body that fails validation says nothing, so send a right one.
        const body = route.method === "GET" || route.method === "DELETE" ? undefined : route.multipart ? picture.payload : things.bodyFor(route);
        for (const role of roles.filter((one) => roleMay(one, route.permission))) {
          const { status } = await people.get(role)!.call(route.method, url, body, route.multipart ? picture.headers : {});
          calls++;
          if (status !== 404) wrong.push(`${route.method} ${url} as ${role}: ${status}`);
        }
      }
    }
    console.info(`${calls} calls with a neighbour's ids, ${wrong.length} wrong`);
    expect(missing, "test/neighbour.ts makes nothing for these routes: a new route must have a neighbour's id to try").toEqual([]);
    expect(wrong).toEqual([]);
  }, 600_000);

  test("A6 A9 V8.2.2 abuse-1 another company's ids are not found by whoever is limited to one, on every route; no list, search or export holds them", async () => {
    const owner = await signedIn(holder.app, "Olive Owner");
    const things = await aNeighboursThings(services, holder.app, owner);
    const theirs = (await owner.call("GET", "/api/companies")).body.items.find((company: { name: string }) => company.name === "Next Door Ltd").id as string;
    const ours = (await owner.call("POST", "/api/companies", { name: "Ours Ltd", country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE" })).body.id as string;
    await owner.call("POST", "/api/customers", { companyId: ours, name: "Our customer" });
    const clients = new Map<string, { role: Role; client: Client }>();
    for (const role of ["member", "readonly"] as const) {
      clients.set(role, { role, client: await joined(holder.app, owner, role, { companyIds: [ours] }) });
      clients.set(`${role} key`, { role, client: clientOf(holder.app, { key: (await owner.call("POST", "/api/api-keys", { name: role, role, companyIds: [ours] })).body.key }) });
    }
    const wrong: string[] = [];
    const foreign = new Set<string>([theirs]);
    let calls = 0;
    for (const route of walked.filter(hasParams)) {
      for (const id of things.idsFor(route)) {
        if (!route.url.startsWith("/api/team") && !route.url.startsWith("/api/api-keys")) Object.entries(id).filter(([name]) => name !== "page").forEach(([, value]) => foreign.add(value));
        const url = fill(route.url, (name) => id[name] ?? id["id"]!);
        const body = route.method === "GET" || route.method === "DELETE" ? undefined : things.bodyFor(route);
        for (const [name, { role, client }] of clients) {
          if (!roleMay(role, route.permission)) continue;
          const { status } = await client.call(route.method, url, body);
          calls++;
          if (status !== 404) wrong.push(`${route.method} ${url} as ${name}: ${status}`);
        }
      }
    }
    // Lists: as they come, asked for the other company, and asked for its words.
    const words = ["Theirs", "Their supplier", "Next Door", "buyer@test.example"];
    for (const route of walked.filter((one) => one.method === "GET" && !hasParams(one))) {
      for (const [name, { role, client }] of clients) {
        if (!roleMay(role, route.permission)) continue;
        let answered = false;
        for (const query of ["", `?companyId=${ours}`, `?companyId=${theirs}`, "?search=Their", "?q=Their", "?keep=1_year", `?subjectId=${[...foreign][1]}`]) {
          const answer = await client.call("GET", route.url + query);
          calls++;
          answered ||= answer.status === 200;
          if (answer.status >= 500) wrong.push(`GET ${route.url}${query} as ${name}: ${answer.status}`);
          const text = answer.raw.toString("utf8").replaceAll(query, "");
          const found = answer.status === 200 ? [...foreign, ...words].filter((one) => text.includes(one)) : [];
          if (found.length > 0) wrong.push(`GET ${route.url}${query} as ${name} holds ${found.join(", ")}`);
        }
        if (!answered) wrong.push(`GET ${route.url} as ${name} answered nothing: give it what it asks for`);
      }
    }
    // And nothing can be put there.
    const line = { name: "Work", quantity: "1", unitPrice: "5", vatCategory: "S", vatRate: "23" };
    const today = new Date().toISOString().slice(0, 10);
    const foreignCustomer = things.idsFor({ url: "/api/customers/:id" } as Route)[0]!["id"];
    const our = (await owner.call("GET", `/api/customers?companyId=${ours}`)).body.items[0].id;
    const bodies: [string, object][] = [
      ["/api/customers", { companyId: theirs, name: "X" }], ["/api/suppliers", { companyId: theirs, name: "X" }], ["/api/items", { companyId: theirs, name: "X", unitPrice: "1", currency: "EUR", vatCategory: "S", vatRate: "0" }],
      ["/api/invoices", { companyId: theirs, currency: "EUR", lines: [line] }], ["/api/invoices", { companyId: ours, customerId: foreignCustomer, currency: "EUR", lines: [line] }],
      ["/api/proposals", { companyId: theirs, title: "X", currency: "EUR", lines: [line] }], ["/api/payments", { companyId: theirs, customerId: foreignCustomer, receivedOn: today, amount: "1.00", currency: "EUR" }],
      ["/api/payments", { companyId: ours, customerId: our, receivedOn: today, amount: "1.00", currency: "EUR", allocations: [{ invoiceId: things.idsFor({ url: "/api/invoices/:id" } as Route)[0]!["id"], amount: "1.00" }] }],
      ["/api/exports", { format: "csv", selection: { companyId: theirs } }], ["/api/exports", { format: "csv", selection: { ids: [things.idsFor({ url: "/api/received-invoices/:id" } as Route)[0]!["id"]], includeExported: true } }],
      ["/api/exports", { format: "json", selection: { includeExported: true } }],
    ];
    const member = clients.get("member")!.client;
    for (const [url, body] of bodies) {
      const answer = await member.call("POST", url, body);
      calls++;
      if (![404, 409].includes(answer.status) || (answer.status === 409 && answer.body.code !== "nothing_to_export")) wrong.push(`POST ${url} ${JSON.stringify(body)}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    console.info(`${calls} calls by people and keys limited to another company, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  }, 600_000);

  test("A4 the database keeps only the SHA-256 of an API key, which is shown once", async () => {
    const owner = await signedIn(holder.app, "Olive Owner");
    const { body } = await owner.call("POST", "/api/api-keys", { name: "scanner", role: "member" });
    expect(body.key).toMatch(/^cf_live_/);
    const again = await owner.call("GET", "/api/api-keys");
    expect(JSON.stringify(again.body)).not.toContain(body.key);
    const stored = await services.database.transaction({ workspaceId: owner.workspaceId }, (db) => db.selectFrom("api_key").selectAll().execute());
    expect(stored[0]!.key_hash.equals(hashOf(body.key))).toBe(true);
    expect(JSON.stringify(stored)).not.toContain(body.key);
    expect((await clientOf(holder.app, { key: body.key }).call("GET", "/api/api-keys")).status).toBe(403);
    expect((await clientOf(holder.app, { key: `cf_live_${newToken()}` }).call("GET", "/api/api-keys")).status).toBe(401);
    await owner.call("DELETE", `/api/api-keys/${body.id}`);
    expect((await clientOf(holder.app, { key: body.key }).call("GET", "/api/team")).status).toBe(401);
  });
});
