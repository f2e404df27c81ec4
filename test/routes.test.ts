// Every registered route, walked: with every role (allowed or 403 as the permission table says), with nobody (401), and
// with a foreign workspace's ids (404). A new route is walked without being named here.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { roleMay, roles, type Role } from "../src/access/index.ts";
import { buildApp } from "../src/app.ts";
import { routes } from "../src/nouns.ts";
import type { Route } from "../src/platform/http.ts";
import { hashOf, newToken } from "../src/platform/tokens.ts";
import { anApp, clientOf, signedIn, testServices } from "./builders.ts";
import { aNeighboursThings } from "./neighbour.ts";

const fill = (url: string, value: (name: string) => string) => url.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(value(name)));
const isOpen = (route: Route) => route.permission === "public" || route.permission === "signed-in";
const hasParams = (route: Route) => /:\w+/.test(route.url);

describe("A9 every route × every role", () => {
  const services = testServices();
  const holder = anApp(services);

  /** A client of a role in the owner's workspace, by API key where a key may have the role, else the owner's session. */
  async function clients() {
    const owner = await signedIn(holder.app, "Olive Owner");
    const made = new Map<Role, ReturnType<typeof clientOf>>([["owner", owner]]);
    for (const role of ["admin", "member", "readonly"] as const) {
      const { body } = await owner.call("POST", "/api/api-keys", { name: role, role });
      made.set(role, clientOf(holder.app, { key: body.key }));
    }
    return { owner, made };
  }

  test("nobody gets 401, a role gets 403 exactly where the table says no", async () => {
    const { made } = await clients();
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
        const { status } = await made.get(role)!.call(route.method, url, body);
        calls++;
        const denied = status === 403;
        if (denied === roleMay(role, route.permission) || status >= 500) wrong.push(`${route.method} ${route.url} as ${role}: ${status}`);
      }
    }
    console.info(`${routes.length} routes, ${calls} calls over roles, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  }, 300_000);

  test("a foreign workspace's ids are not found, on every route that takes one", async () => {
    const owner = await signedIn(holder.app, "Olive Owner");
    const neighbour = await signedIn(holder.app, "Nina Neighbour");
    const things = await aNeighboursThings(services, holder.app, neighbour);
    const wrong: string[] = [];
    const missing: string[] = [];
    let calls = 0;
    for (const route of routes.filter((one) => !isOpen(one) && hasParams(one))) {
      const ids = things.idsFor(route);
      if (ids.length === 0) missing.push(`${route.method} ${route.url}`);
      for (const id of ids) {
        const url = fill(route.url, (name) => id[name] ?? id["id"]!);
        // The neighbour's own call proves that the thing is there; ours must not see it. A body that fails validation says nothing, so send a right one.
        const body = route.method === "GET" || route.method === "DELETE" ? undefined : things.bodyFor(route);
        const { status } = await owner.call(route.method, url, body);
        calls++;
        if (status !== 404) wrong.push(`${route.method} ${url}: ${status}`);
      }
    }
    console.info(`${calls} calls with a neighbour's ids, ${wrong.length} wrong`);
    expect(missing, "test/neighbour.ts makes nothing for these routes: a new route must have a neighbour's id to try").toEqual([]);
    expect(wrong).toEqual([]);
  }, 300_000);

  test("A12 a cookie with a foreign, null or missing Origin changes nothing", async () => {
    const owner = await signedIn(holder.app, "Olive Owner");
    const wrong: string[] = [];
    for (const route of routes.filter((one) => one.method !== "GET" && one.permission !== "public")) {
      const url = fill(route.url, () => randomUUID());
      for (const origin of ["https://evil.example", "null", "http://localhost:9999", undefined]) {
        const { statusCode } = await holder.app.inject({
          method: route.method, url, payload: {}, headers: { host: "localhost:3000", cookie: owner.cookie, ...(origin ? { origin } : {}) },
        });
        if (statusCode !== 403) wrong.push(`${route.method} ${route.url} from ${origin}: ${statusCode}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 300_000);

  test("A14 security headers stand on pages, answers and errors", async () => {
    for (const url of ["/", "/api/session", "/api/nothing-here", "/healthz"]) {
      const { headers } = await holder.app.inject({ url, headers: { host: "localhost:3000" } });
      expect(headers["content-security-policy"], url).toContain(url.startsWith("/api/") ? "script-src 'none'" : "script-src 'self'");
      expect(headers["content-security-policy"], url).not.toContain("script-src 'self' 'unsafe-inline'");
      expect(headers["x-content-type-options"], url).toBe("nosniff");
      expect(headers["x-frame-options"], url).toBe("DENY");
      expect(headers["referrer-policy"], url).toBe("no-referrer");
      expect(headers["permissions-policy"], url).toContain("camera=()");
    }
  });

  test("a host name that is not ours is refused, so that a rebinding page cannot reach a loopback server", async () => {
    const { statusCode } = await holder.app.inject({ url: "/api/session", headers: { host: "rebound.example:3000" } });
    expect(statusCode).toBe(421);
  });

  test("A13 uploads and attempts at the door are limited: 429, with the time to wait", async () => {
    const owner = await signedIn(holder.app, "Olive Owner");
    const form = { "content-type": "multipart/form-data; boundary=x" };
    const statuses: number[] = [];
    for (let index = 0; index < 302; index++) statuses.push((await owner.call("POST", "/api/received-invoices", "--x--\r\n", form)).status);
    expect(statuses.indexOf(429)).toBe(300);
    const limited = await owner.call("POST", "/api/received-invoices", "--x--\r\n", form);
    expect(limited.body.code).toBe("too_many_requests");
    expect(Number(limited.headers["retry-after"])).toBeGreaterThan(0);
    const other = await signedIn(holder.app, "Another Person");
    expect((await other.call("POST", "/api/received-invoices", "--x--\r\n", form)).status).not.toBe(429);
    const anonymous = clientOf(holder.app, {});
    const asked = await Promise.all(Array.from({ length: 10 }, () => anonymous.call("POST", "/api/password/forgotten", { email: "nobody@test.example" })));
    expect(asked.filter((answer) => answer.status === 429)).toHaveLength(4);
  });

  test("A1 A2 A3 behind a TLS proxy nothing is served in clear, HSTS is set, and the cookie is bound to the host", async () => {
    const app = await buildApp({ ...services, config: { ...services.config, publicUrl: "https://books.example", trustedProxies: ["127.0.0.1"] } });
    try {
      const via = (proto: string) => ({ host: "books.example", "x-forwarded-proto": proto, "x-forwarded-for": "203.0.113.9" });
      const page = await app.inject({ url: "/inbox?x=1", headers: via("http") });
      expect([page.statusCode, page.headers.location]).toEqual([308, "https://books.example/inbox?x=1"]);
      expect((await app.inject({ url: "/api/session", headers: via("http") })).statusCode).toBe(403);
      const signUp = { name: "T", email: "tls@test.example", password: "a long enough password", workspaceName: "W" };
      expect((await app.inject({ method: "POST", url: "/api/sign-up", payload: signUp, headers: via("http") })).json().code).toBe("not_encrypted");
      const safe = await app.inject({ method: "POST", url: "/api/sign-up", payload: signUp, headers: { ...via("https"), origin: "https://books.example" } });
      expect(safe.statusCode).toBe(200);
      expect(safe.headers["strict-transport-security"]).toBe("max-age=63072000; includeSubDomains; preload");
      expect(String(safe.headers["set-cookie"])).toMatch(/__Host-counterfoil=.*; Path=\/.*; HttpOnly; Secure; SameSite=Lax/);
      // A forwarded header from anybody but the declared proxy means nothing.
      expect((await app.inject({ url: "/api/session", headers: via("https"), remoteAddress: "198.51.100.7" })).statusCode).toBe(403);
    } finally {
      await app.close();
    }
  });

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
