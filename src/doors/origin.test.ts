// Requests that another site makes a browser send.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { anApp, clientOf, signedIn, testServices } from "../../test/builders.ts";
import { routes } from "../nouns.ts";
import type { Route } from "../platform/http.ts";

const urlOf = (route: Route) => route.url.replace(/:(\w+)/g, (_whole, name: string) => (name === "page" ? "1" : randomUUID()));
const changing = routes.filter((route) => route.method !== "GET" && !route.crossSite);

describe("other sites", () => {
  const services = testServices();
  const holder = anApp(services);
  const send = (route: Route, headers: Record<string, string>, payload: unknown = {}) =>
    holder.app.inject({ method: route.method, url: urlOf(route), headers: { host: "localhost:3000", ...headers }, payload: payload as object });

  test("A12 V3.5.1 abuse-11 every route that changes state, from five other origins: refused when a cookie vouches", async () => {
    const { cookie } = await signedIn(holder.app);
    const wrong: string[] = [];
    let calls = 0;
    for (const route of changing) {
      for (const origin of ["https://evil.example", "null", "http://localhost:9999", "https://localhost:3000", undefined]) {
        const { statusCode, body } = await send(route, { cookie, ...(origin ? { origin } : {}) });
        calls++;
        const { code, detail } = JSON.parse(body) as { code?: string; detail?: string }; // SCIM has its own shape of errors
        if (statusCode !== 403 || !(code === "wrong_origin" || (route.url.startsWith("/scim/") && detail?.includes("another site")))) wrong.push(`${route.method} ${route.url} from ${origin}: ${statusCode} ${body}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(calls).toBe(changing.length * 5);
    // The same calls from our own pages are let through to what they are about.
    const own = await send(changing.find((route) => route.url === "/api/session/workspace") ?? changing[0]!, { cookie, origin: "http://localhost:3000" });
    expect(JSON.parse(own.body).code).not.toBe("wrong_origin");
  }, 300_000);

  test("A12 abuse-11 without an Origin the Referer counts, and a look-alike of ours does not", async () => {
    const { cookie } = await signedIn(holder.app);
    const route = routes.find((one) => one.method === "POST" && one.url === "/api/companies")!;
    for (const referer of ["https://evil.example/localhost:3000", "http://localhost:3000.evil.example/", "http://localhost:30001/", "no address"]) expect((await send(route, { cookie, referer })).statusCode, referer).toBe(403);
    expect((await send(route, { cookie, referer: "http://localhost:3000/companies/new" })).statusCode).toBe(400);
    expect((await send(route, { cookie, origin: "https://evil.example", referer: "http://localhost:3000/" })).statusCode).toBe(403);
  });

  test("A12 a key carries no cookie and passes without an Origin", async () => {
    const owner = await signedIn(holder.app);
    const { body } = await owner.call("POST", "/api/api-keys", { name: "program", role: "member" });
    const answer = await holder.app.inject({ method: "POST", url: "/api/companies", headers: { host: "localhost:3000", authorization: `Bearer ${body.key}` }, payload: {} });
    expect([400, 403]).toContain(answer.statusCode);
    expect(answer.json().code).not.toBe("wrong_origin");
  });

  test("V3.5.2 abuse-11 what a form of another site can send without asking is read by no route: urlencoded, plain text, multipart where no upload is", async () => {
    const { cookie } = await signedIn(holder.app);
    const own = { cookie, origin: "http://localhost:3000" };
    const wrong: string[] = [];
    for (const route of changing.filter((one) => !one.wire && one.permission !== "public")) {
      const kinds = ["application/x-www-form-urlencoded", "text/plain", "text/plain; charset=application/json", ...(route.multipart ? ["application/json"] : ["multipart/form-data; boundary=x"])];
      for (const kind of kinds) {
        const { statusCode, body } = await send(route, { ...own, "content-type": kind }, kind.startsWith("multipart") ? "--x--\r\n" : "{}");
        // Where the door asks for more (a fresh proof, a role), it says so before it looks at the body.
        if (statusCode !== 415 && statusCode !== 403) wrong.push(`${route.method} ${route.url} as ${kind}: ${statusCode} ${body}`);
      }
    }
    expect(wrong).toEqual([]);
    // An upload from elsewhere is no exception.
    const upload = await holder.app.inject({ method: "POST", url: "/api/received-invoices", headers: { host: "localhost:3000", cookie, origin: "https://evil.example", "content-type": "multipart/form-data; boundary=x" }, payload: "--x--\r\n" });
    expect(upload.statusCode).toBe(403);
  }, 300_000);

  test("V3.2.1 what a cookie opens is data for our own pages alone: no document, frame, script, picture or other site gets it", async () => {
    const { cookie } = await signedIn(holder.app);
    const get = async (url: string, site: string, dest: string, mode: string) =>
      (await holder.app.inject({ url, headers: { host: "localhost:3000", cookie, "sec-fetch-site": site, "sec-fetch-dest": dest, "sec-fetch-mode": mode } })).statusCode;
    expect(await get("/api/companies", "same-origin", "empty", "cors")).toBe(200);
    for (const [site, dest, mode] of [["none", "document", "navigate"], ["same-origin", "document", "navigate"], ["same-origin", "iframe", "navigate"], ["same-origin", "script", "no-cors"], ["same-origin", "image", "no-cors"], ["cross-site", "empty", "cors"], ["same-site", "empty", "cors"]] as const)
      expect(await get("/api/companies", site, dest, mode), `${site} ${dest}`).toBe(403);
    // A file may be followed from a mail, and shown as a picture on our own page; another site cannot embed it.
    const file = `/api/invoices/${randomUUID()}/pdf`;
    expect(await get(file, "none", "document", "navigate")).toBe(404);
    expect(await get(file, "cross-site", "document", "navigate")).toBe(404);
    expect(await get(file, "same-origin", "image", "no-cors")).toBe(404);
    for (const dest of ["iframe", "embed", "object", "image", "script"]) expect(await get(file, "cross-site", dest, "no-cors"), dest).toBe(403);
    expect((await clientOf(holder.app, {}).call("GET", "/api/trust", undefined, { "sec-fetch-site": "cross-site", "sec-fetch-dest": "document", "sec-fetch-mode": "navigate" })).status).toBe(200);
  });

  test("V15.3.7 a name that stands twice in a query is refused, unless the route takes several", async () => {
    const owner = await signedIn(holder.app);
    const twice = await owner.call("GET", "/api/companies?limit=1&limit=2");
    expect(twice.status).toBe(400);
    const wrong: string[] = [];
    for (const route of routes.filter((one) => one.method === "GET" && one.permission !== "public")) {
      const { status } = await owner.call("GET", `${urlOf(route)}?surprise=1&surprise=2`);
      if (![400, 404, 403].includes(status)) wrong.push(`${route.url}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });
});
