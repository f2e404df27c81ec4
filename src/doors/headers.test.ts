// What stands on every answer, on all routes and on all that can go wrong before one is reached.
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { Severity } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import { randomUUID } from "node:crypto";
import type { InjectOptions } from "fastify";
import { describe, expect, test } from "vitest";
import { anApp, clientOf, signedIn, TEST_PASSWORD, testServices } from "../../test/builders.ts";
import { buildApp } from "../app.ts";
import { routes } from "../nouns.ts";
import type { Route } from "../platform/http.ts";
import { isApi } from "./address.ts";
import { DATA_POLICY, PAGE_POLICY } from "./headers.ts";

const host = { host: "localhost:3000" };
const urlOf = (route: Route) => route.url.replace(/:(\w+)/g, (_whole, name: string) => (name === "page" ? "1" : randomUUID()));
type Headers = Record<string, unknown>;

/** What an answer's headers lack; nothing when all is there. */
function lacking(url: string, { statusCode, headers, body }: { statusCode: number; headers: Headers; body: string }): string[] {
  const csp = String(headers["content-security-policy"] ?? "");
  const wanted: [string, boolean][] = [
    ["content-security-policy", /default-src 'none'/.test(csp) && /frame-ancestors 'none'/.test(csp) && !/unsafe|\*|http:/.test(csp)],
    ["x-content-type-options", headers["x-content-type-options"] === "nosniff"],
    ["x-frame-options", headers["x-frame-options"] === "DENY"],
    ["referrer-policy", headers["referrer-policy"] === "no-referrer"],
    ["permissions-policy", String(headers["permissions-policy"]).includes("camera=()") && String(headers["permissions-policy"]).includes("geolocation=()")],
    ["cross-origin-opener-policy", headers["cross-origin-opener-policy"] === "same-origin"],
    ["cross-origin-resource-policy", headers["cross-origin-resource-policy"] === "same-origin"],
    ["x-request-id", /^req_[0-9a-f]{20}$/.test(String(headers["x-request-id"]))],
    ["cache-control", !isApi(url) || String(headers["cache-control"]).includes("no-store")],
    ["no CORS", headers["access-control-allow-origin"] === undefined && headers["access-control-allow-credentials"] === undefined],
    ["no server name", headers["server"] === undefined && headers["x-powered-by"] === undefined],
    ["no HSTS in clear", headers["strict-transport-security"] === undefined],
    ["content-type", body === "" || /^[\w-]+\/[\w.+-]+/.test(String(headers["content-type"]))],
    ["charset", body === "" || !/^(?:text\/|application\/(?:json|scim\+json|javascript)|image\/svg)/.test(String(headers["content-type"])) || /charset=utf-8/i.test(String(headers["content-type"]))],
  ];
  return wanted.filter(([, there]) => !there).map(([name]) => `${name} on ${url} (${statusCode}): ${String(headers[name])}`);
}

describe("headers", () => {
  const services = testServices();
  const holder = anApp(services);
  const ask = async (options: InjectOptions) => {
    const answer = await holder.app.inject({ ...options, headers: { ...host, ...options.headers } });
    return { statusCode: answer.statusCode, headers: answer.headers as Headers, body: answer.body };
  };

  test("A14 V3.4.2 V3.4.3 V3.4.4 V3.4.5 V3.4.6 V4.1.1 they stand on the answers of every route, to nobody and to an owner", async () => {
    const owner = await signedIn(holder.app);
    const wrong: string[] = [];
    const statuses = new Set<number>();
    for (const route of routes) {
      for (const headers of [{}, { cookie: owner.cookie, origin: "http://localhost:3000" }]) {
        const answer = await ask({ method: route.method, url: urlOf(route), headers: { ...headers, ...(route.method === "GET" ? {} : { "content-type": "application/json" }) }, ...(route.method === "GET" ? {} : { payload: "{}" }) });
        statuses.add(answer.statusCode);
        wrong.push(...lacking(route.url, answer));
        if (String(answer.headers["content-type"]).includes("json") && answer.body !== "") JSON.parse(answer.body); // it is what it says
      }
    }
    expect(wrong).toEqual([]);
    expect([200, 400, 401, 404].every((status) => statuses.has(status)), [...statuses].join()).toBe(true);
  }, 300_000);

  test("A14 V3.4.3 V3.4.4 V4.1.1 V16.5.1 they stand on every kind of error, also before a route is found", async () => {
    const { cookie } = await signedIn(holder.app);
    const good = { cookie, origin: "http://localhost:3000", "content-type": "application/json" };
    const asked: [number, InjectOptions][] = [
      [200, { url: "/" }], [200, { url: "/", method: "HEAD" }], [200, { url: "/theme.js" }], [200, { url: "/icon.svg" }], [200, { url: "/healthz" }], [200, { url: "/some/screen" }],
      [404, { url: "/api/nothing" }], [404, { url: "/nothing.js" }], [404, { url: "/.git/config" }], [404, { url: "/assets/../../package.json" }],
      [405, { url: "/", method: "POST" }], [405, { url: "/api/session", method: "DELETE" }], [405, { url: "/api/session", method: "OPTIONS" }], [405, { url: "/", method: "TRACE" as never }], [405, { url: "/api/session", method: "PROPFIND" as never }],
      [400, { url: "/%" }], [400, { url: "//evil.example/" }], [400, { url: "/api/sign-in", method: "POST", headers: good, payload: "{" }],
      [400, { url: "/api/sign-in", method: "POST", headers: good, payload: "{\"__proto__\":{\"admin\":true}}" }],
      [413, { url: "/api/sign-in", method: "POST", headers: good, payload: `{"x":"${"y".repeat(1_100_000)}"}` }],
      [415, { url: "/api/sign-in", method: "POST", headers: { ...good, "content-type": "text/plain" }, payload: "{}" }],
      [401, { url: "/api/openapi.json" }], [403, { url: "/api/sign-in", method: "POST", headers: { ...good, origin: "https://evil.example" }, payload: "{}" }],
      [421, { url: "/", headers: { host: "evil.example" } }], [421, { url: "/api/session", headers: { host: "evil.example" } }],
    ];
    const wrong: string[] = [];
    for (const [status, options] of asked) {
      const answer = await ask(options);
      const what = `${options.method ?? "GET"} ${String(options.url)}`;
      if (answer.statusCode !== status) wrong.push(`${what}: ${answer.statusCode} instead of ${status}`);
      wrong.push(...lacking(what, answer));
      if (status === 405) expect(answer.headers["allow"], what).toMatch(/^[A-Z, ]+$/);
    }
    expect(wrong).toEqual([]);
  });

  test("A14 V3.4.3 V1.3.2 the policies pass the evaluator without a finding of high or medium severity; a weak one would not", async () => {
    const findings = (policy: string) => new CspEvaluator(new CspParser(policy).csp).evaluate().filter(({ severity }) => severity === Severity.HIGH || severity === Severity.MEDIUM || severity === Severity.SYNTAX).map((one) => one.description);
    const policies = new Set([PAGE_POLICY, DATA_POLICY]);
    for (const url of ["/", "/sign-in", "/theme.js", "/healthz", "/api/session", ...routes.map(urlOf)]) policies.add(String((await ask({ url })).headers["content-security-policy"]));
    for (const policy of policies) expect(findings(policy), policy).toEqual([]);
    expect(findings(PAGE_POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"))).not.toEqual([]);
    expect(findings(PAGE_POLICY.replace("object-src 'none'", "object-src *"))).not.toEqual([]);
    expect(PAGE_POLICY).toMatch(/script-src 'self';.*object-src 'none'; base-uri 'none'.*require-trusted-types-for 'script'; trusted-types 'none'/);
    expect(PAGE_POLICY).not.toContain("unsafe");
  });

  test("V13.4.4 TRACE and unknown methods are refused with the ones that an address takes", async () => {
    for (const method of ["TRACE", "PROPFIND", "PURGE", "OPTIONS"] as const) {
      const known = await ask({ url: "/api/session", method: method as never });
      expect([known.statusCode, known.headers["allow"]], method).toEqual([405, "GET, HEAD"]);
      expect(known.body).not.toContain("cookie");
    }
    expect((await ask({ url: "/api/companies", method: "DELETE" })).headers["allow"]).toBe("GET, HEAD, POST");
  });

  test("V3.4.2 a preflight of another site gets no permission", async () => {
    const answer = await ask({ url: "/api/companies", method: "OPTIONS", headers: { origin: "https://evil.example", "access-control-request-method": "POST", "access-control-request-headers": "content-type" } });
    expect(answer.statusCode).toBe(405);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  test("a request id is ours, never the caller's", async () => {
    const { headers } = await ask({ url: "/api/session", headers: { "x-request-id": "req_aaaaaaaaaaaaaaaaaaaa" } });
    expect(headers["x-request-id"]).not.toBe("req_aaaaaaaaaaaaaaaaaaaa");
  });

  test("A2 A3 V3.3.1 V3.3.2 V3.3.3 V3.3.4 behind TLS every cookie is __Host-, Secure, HttpOnly and SameSite, no answer holds its value, and HSTS stands on all", async () => {
    const person = await signedIn(holder.app);
    const app = await buildApp({ ...services, config: { ...services.config, publicUrl: "https://books.example", trustedProxies: ["127.0.0.1"] } });
    try {
      const via = { host: "books.example", "x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.9", origin: "https://books.example" };
      const safe = await app.inject({ method: "POST", url: "/api/sign-in", payload: { email: person.email, password: TEST_PASSWORD }, headers: via });
      expect(safe.statusCode, safe.body).toBe(200);
      const cookies = [safe.headers["set-cookie"]].flat().map(String);
      expect(cookies.some((cookie) => cookie.startsWith("__Host-counterfoil="))).toBe(true);
      for (const cookie of cookies) {
        expect(cookie).toMatch(/^__Host-[\w-]+=/);
        for (const part of [/; Secure/, /; HttpOnly/, /; SameSite=(?:Lax|Strict)/, /; Path=\/(?:;|$)/]) expect(cookie).toMatch(part);
        expect(cookie).not.toMatch(/; Domain=/i);
        expect(safe.body).not.toContain(cookie.split(/[=;]/)[1]!);
      }
      const session = await app.inject({ url: "/api/session", headers: { ...via, cookie: cookies.map((cookie) => cookie.split(";")[0]).join("; ") } });
      for (const cookie of cookies) expect(session.body).not.toContain(cookie.split(/[=;]/)[1]!);
      for (const url of ["/", "/theme.js", "/api/session", "/api/nothing", "/nothing.js"]) expect((await app.inject({ url, headers: via })).headers["strict-transport-security"], url).toBe("max-age=63072000; includeSubDomains; preload");
      expect((await app.inject({ url: "/", headers: { ...via, "x-forwarded-proto": "http" } })).headers["strict-transport-security"]).toBeUndefined();
    } finally {
      await app.close();
    }
  });

  test("V13.4.5 the description of the API is for those who have a way in; health says one word", async () => {
    expect((await ask({ url: "/api/openapi.json" })).statusCode).toBe(401);
    const owner = await signedIn(holder.app);
    expect((await owner.call("GET", "/api/openapi.json")).body.openapi).toBe("3.1.0");
    expect((await clientOf(holder.app, {}).call("GET", "/healthz")).body).toEqual({ status: "ok" });
    for (const url of ["/metrics", "/api/metrics", "/api/docs", "/documentation", "/api/debug", "/debug/pprof", "/server-status"]) {
      const answer = await ask({ url });
      expect(answer.statusCode === 404 || answer.body.includes("<div id=\"root\">"), url).toBe(true);
    }
  });
});
