// Who may say where a request came from, and under which name we answer.
import { describe, expect, test } from "vitest";
import { anApp, signedIn, testServices } from "../../test/builders.ts";
import { buildApp } from "../app.ts";
import { checkSettings } from "../platform/config.ts";
import { proxiesOf } from "./address.ts";

describe("addresses", () => {
  const services = testServices();
  const holder = anApp(services);
  const behind = (proxies: string[]) => buildApp({ ...services, config: { ...services.config, publicUrl: "https://books.example", trustedProxies: proxies } });

  test("V4.1.3 V15.3.4 the client's address is what declared proxies added, from the right; what anybody else wrote counts for nothing", async () => {
    const app = await behind(["10.0.0.0/8", "2001:db8:99::/48"]);
    const addressOf = async (remoteAddress: string, headers: Record<string, string>) => {
      const answer = await app.inject({ method: "POST", url: "/api/password/forgotten", remoteAddress, headers: { host: "books.example", origin: "https://books.example", "x-forwarded-proto": "https", ...headers }, payload: { email: "x@test.example" } });
      return { status: answer.statusCode, ip: seen.at(-1) };
    };
    const seen: string[] = [];
    app.addHook("onRequest", async (request) => { seen.push(request.ip); });
    try {
      expect(await addressOf("10.0.0.1", { "x-forwarded-for": "203.0.113.9" })).toMatchObject({ status: 200, ip: "203.0.113.9" });
      expect(await addressOf("10.0.0.1", { "x-forwarded-for": "198.51.100.1, 203.0.113.9" })).toMatchObject({ ip: "203.0.113.9" }); // the client wrote the first one
      expect(await addressOf("10.0.0.1", { "x-forwarded-for": "198.51.100.1, 203.0.113.9, 10.2.0.1" })).toMatchObject({ ip: "203.0.113.9" }); // two proxies of ours
      expect(await addressOf("10.0.0.1", { "x-forwarded-for": "203.0.113.9", "x-real-ip": "198.51.100.1", forwarded: "for=198.51.100.2", "true-client-ip": "198.51.100.3" })).toMatchObject({ ip: "203.0.113.9" });
      // Somebody who reaches us past the proxy: their word is dropped, so they are in clear, and refused.
      expect(await addressOf("203.0.113.50", { "x-forwarded-for": "198.51.100.1" })).toMatchObject({ status: 403 });
    } finally {
      await app.close();
    }
  });

  test("V4.1.3 without a declared proxy no forwarded header changes address, scheme or host, and none reaches a handler", async () => {
    const spoofed = { "x-forwarded-for": "198.51.100.1", "x-forwarded-proto": "https", "x-forwarded-host": "evil.example", "x-original-url": "/api/team", "x-rewrite-url": "/api/team", "x-http-method-override": "DELETE", forwarded: "for=1.2.3.4;proto=https" };
    const app = await buildApp(services);
    let met: { ip: string; protocol: string; hostname: string; headers: Record<string, unknown> } | null = null;
    app.addHook("onRequest", async ({ ip, protocol, hostname, headers }) => { met = { ip, protocol, hostname, headers }; });
    try {
      const answer = await app.inject({ url: "/api/session", headers: { host: "localhost:3000", ...spoofed }, remoteAddress: "192.0.2.1" });
      expect(answer.statusCode).toBe(401);
      expect(met).toMatchObject({ ip: "192.0.2.1", protocol: "http", hostname: "localhost" });
      expect(Object.keys(met!.headers).filter((name) => name in spoofed)).toEqual([]);
      expect(answer.headers["strict-transport-security"]).toBeUndefined();
    } finally {
      await app.close();
    }
  });

  test("A1 V4.1.2 behind a declared proxy a page that came in clear is sent on by 308, data and changes are refused", async () => {
    const app = await behind(["127.0.0.1"]);
    try {
      const via = (proto: string) => ({ host: "books.example", "x-forwarded-proto": proto, "x-forwarded-for": "203.0.113.9" });
      const page = await app.inject({ url: "/inbox?x=1", headers: via("http") });
      expect([page.statusCode, page.headers.location, page.body]).toEqual([308, "https://books.example/inbox?x=1", ""]);
      expect((await app.inject({ url: "/api/session", headers: via("http") })).json().code).toBe("not_encrypted");
      expect((await app.inject({ url: "/scim/v2/Users", headers: via("http") })).statusCode).toBe(403);
      expect((await app.inject({ method: "POST", url: "/inbox", headers: via("http") })).statusCode).toBe(403);
      // Of several proxies' words on the scheme the last one's counts: it is the one that we know.
      expect((await app.inject({ url: "/api/session", headers: via("https, http") })).statusCode).toBe(403);
      expect((await app.inject({ url: "/api/session", headers: via("https") })).statusCode).toBe(401);
      expect((await app.inject({ url: "/api/session", headers: via("https"), remoteAddress: "198.51.100.7" })).statusCode).toBe(403);
    } finally {
      await app.close();
    }
  });

  test("V3.7.2 a redirect leads only to our own address, whatever the request says", async () => {
    const app = await behind(["127.0.0.1"]);
    try {
      for (const url of ["//evil.example/", "/\\evil.example", "/%2f%2fevil.example", "/..//evil.example", "/@evil.example", "/inbox?next=https://evil.example", "/https://evil.example"]) {
        const { statusCode, headers } = await app.inject({ url, headers: { host: "books.example", "x-forwarded-proto": "http", "x-forwarded-host": "evil.example" } });
        if (headers.location !== undefined) expect(new URL(String(headers.location), "https://books.example").origin, url).toBe("https://books.example");
        expect([308, 400, 404], url).toContain(statusCode);
      }
    } finally {
      await app.close();
    }
  });

  test("a host name that is not ours is refused, so that a rebinding page cannot reach a loopback server", async () => {
    for (const host of ["rebound.example:3000", "localhost.evil.example", "127.0.0.1.evil.example", "[::2]"]) expect((await holder.app.inject({ url: "/api/session", headers: { host } })).statusCode, host).toBe(421);
    expect((await signedIn(holder.app)).workspaceId).toBeTruthy();
  });

  test("V12.3.3 proxies are declared by address or range; anything else is refused at the start", () => {
    const isProxy = proxiesOf(["10.1.2.3", "192.168.0.0/16", "2001:db8::/32"]);
    expect(["10.1.2.3", "::ffff:10.1.2.3", "192.168.77.1", "2001:db8:5::1"].map(isProxy)).toEqual([true, true, true, true]);
    expect(["10.1.2.4", "192.169.0.1", "2001:db9::1", "", "unix:"].map(isProxy)).toEqual([false, false, false, false, false]);
    for (const wrong of ["proxy.example", "10.0.0.1/33", "all"]) expect(checkSettings({ COUNTERFOIL_BEHIND_TLS_PROXY: wrong, COUNTERFOIL_PUBLIC_URL: "https://books.example" }).problems.map((one) => one.name)).toContain("COUNTERFOIL_BEHIND_TLS_PROXY");
  });
});
