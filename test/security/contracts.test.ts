// What the doors let in: every parameter has a form and a bound, what is not in the contract does not get behind it, and the
// server reckons for itself. The hostile side of this is test/fuzz.test.ts.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { formatAmount, parseAmount } from "@counterfoil/money";
import { routes } from "../../src/nouns.ts";
import { rootDir } from "../../src/platform/config.ts";
import type { Route } from "../../src/platform/http.ts";
import { anApp, clientOf, signedIn, testServices, type Client } from "../builders.ts";
import { schemaOf } from "../hostile.ts";

type Schema = { type?: string; properties?: Record<string, Schema>; items?: Schema; anyOf?: Schema[]; oneOf?: Schema[]; allOf?: Schema[]; enum?: unknown[]; const?: unknown; format?: string; pattern?: string; maxLength?: number; minimum?: number; maximum?: number; maxItems?: number; additionalProperties?: Schema | boolean };

/** Places of a schema at which a caller may send as much as they like. */
function unbounded(schema: Schema | undefined, at: string): string[] {
  if (!schema || typeof schema !== "object" || schema.enum || schema.const !== undefined) return [];
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap((one) => unbounded(one, at));
  if (schema.type === "string" && schema.maxLength === undefined && !schema.pattern && !["uuid", "date", "date-time"].includes(schema.format ?? "")) inner.push(`${at}: text without a longest length`);
  if ((schema.type === "integer" || schema.type === "number") && (schema.maximum === undefined || schema.minimum === undefined)) inner.push(`${at}: a number without bounds`);
  if (schema.type === "array" && schema.maxItems === undefined) inner.push(`${at}: a list without a longest length`);
  if (schema.pattern && /[^\\](\*|\+|,\})(?!\?)/.test(schema.pattern.replace(/\[[^\]]*\]/g, "x")) && schema.maxLength === undefined && schema.format !== "date-time" && schema.format !== "email") inner.push(`${at}: a pattern that any length fits`);
  return [...inner, ...unbounded(schema.items, `${at}[]`), ...Object.entries(schema.properties ?? {}).flatMap(([key, one]) => unbounded(one, `${at}.${key}`)), ...(typeof schema.additionalProperties === "object" ? unbounded(schema.additionalProperties, `${at}.*`) : [])];
}

type Api = { paths: Record<string, Record<string, { parameters?: { name: string; in: string; schema: Schema }[]; requestBody?: { content: Record<string, { schema?: Schema }> }; responses: Record<string, unknown> }>> };
const api = JSON.parse(readFileSync(join(rootDir, "openapi.json"), "utf8")) as Api;
const operations = Object.entries(api.paths).flatMap(([url, methods]) => Object.entries(methods).map(([method, one]) => ({ name: `${method.toUpperCase()} ${url}`, ...one })));

describe("contracts", () => {
  test("V2.1.1 every parameter of the API is published with a form and a bound", () => {
    expect(operations.length).toBeGreaterThan(100);
    const loose = operations.flatMap(({ name, parameters = [], requestBody }) => [
      ...parameters.flatMap((one) => unbounded(one.schema, `${name} ${one.in} ${one.name}`)),
      ...Object.values(requestBody?.content ?? {}).flatMap((one) => unbounded(one.schema, `${name} body`)),
    ]);
    expect([...new Set(loose)]).toEqual([]);
    expect(unbounded({ type: "object", properties: { a: { type: "string" }, b: { type: "array", items: { type: "integer" } }, c: { type: "string", pattern: "^a+$" } } }, "planted").length).toBe(4);
  });

  test("V2.2.1 every route has a schema for each parameter of its address and for the body it takes", () => {
    const faults = routes.flatMap((route) => {
      const named = [...route.url.matchAll(/:(\w+)/g)].map((found) => found[1]!);
      const known = Object.keys(route.params?.shape ?? {});
      const name = `${route.method} ${route.url}`;
      return [
        ...named.filter((one) => !known.includes(one)).map((one) => `${name} does not check :${one}`),
        ...(route.method === "GET" && route.body ? [`${name} reads a body`] : []),
        ...(["PUT", "PATCH"].includes(route.method) && !route.body && !route.multipart ? [`${name} takes a body it does not check`] : []),
      ];
    });
    expect(faults).toEqual([]);
  });
});

describe("at the door", () => {
  const services = testServices();
  const holder = anApp(services);
  let owner: Client;
  let [companyId, customerId, today] = ["", "", ""];
  const post = async (url: string, body: unknown) => owner.call("POST", url, body);
  const line = { name: "Work", quantity: "2", unitPrice: "50", vatCategory: "S", vatRate: "23" };
  beforeAll(async () => {
    owner = await signedIn(holder.app, "Olive Owner");
    const company = (await post("/api/companies", { name: "Own Firm", country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE" })).body;
    [companyId, today] = [company.id, company.today];
    customerId = (await post("/api/customers", { companyId, name: "100%25 cotton", country: "IE" })).body.id;
  });
  const address = (route: Route) => route.url.replace(/:(\w+)/g, (_whole, name: string) => (name === "page" ? "1" : name === "token" ? "x".repeat(43) : randomUUID()));

  test("V15.3.7 a parameter sent twice is refused on every route that has one", async () => {
    const wrong: string[] = [];
    let calls = 0;
    for (const route of routes.filter((one) => one.query && one.method === "GET")) {
      for (const [name, schema] of Object.entries((schemaOf(route.query as z.ZodType) as Schema).properties ?? {})) {
        if (schema.type === "array" || schema.anyOf?.some((one) => one.type === "array")) continue;
        const value = encodeURIComponent(String(schema.enum?.[0] ?? (schema.type === "integer" ? 1 : schema.type === "boolean" ? "true" : schema.format === "uuid" ? randomUUID() : schema.format === "date" ? "2026-01-01" : "a")));
        const { status, body } = await owner.call("GET", `${address(route)}?${name}=${value}&${name}=${value}`);
        calls++;
        if (status !== 400 || (!route.wire && body.code !== "invalid_input")) wrong.push(`${route.url} ?${name} twice: ${status} ${body?.code}`);
      }
    }
    expect(calls).toBeGreaterThan(40);
    expect(wrong).toEqual([]);
  });

  test("V1.1.1 an address is decoded once, whatever stands behind the escapes", async () => {
    const found = async (search: string) => (await owner.call("GET", `/api/customers?companyId=${companyId}&search=${search}`)).body.items.length as number;
    expect([await found("100%2525%20cotton"), await found("100%25%20cotton"), await found("100%252525")]).toEqual([1, 0, 0]);
    const statuses = await Promise.all(["%252e%252e%252f%252e%252e%252fetc%252fpasswd", "..%2f..%2f..%2fetc%2fpasswd", "assets/%2e%2e/%2e%2e/package.json", "%2e%2e/package.json", "assets/..%5c..%5cpackage.json", "theme.js%00.png"].map(async (path) => (await owner.call("GET", `/${path}`)).raw.toString()));
    expect(statuses.filter((text) => /root:|"dependencies"|workspaces/.test(text))).toEqual([]);
    for (const id of ["%2500", "%25252e", "%ZZ", "%ED%A0%80"]) expect((await owner.call("GET", `/api/customers/${id}`)).status, id).toBe(400);
  });

  test("V15.3.6 a body cannot reach a prototype", async () => {
    for (const key of ["__proto__", "constructor"]) {
      const payload = key === "constructor" ? `{"companyId":"${companyId}","name":"A","constructor":{"prototype":{"polluted":true}}}` : `{"companyId":"${companyId}","name":"A","__proto__":{"polluted":true,"isAdmin":true}}`;
      const { statusCode } = await holder.app.inject({ method: "POST", url: "/api/customers", payload, headers: { host: "localhost:3000", origin: "http://localhost:3000", cookie: owner.cookie, "content-type": "application/json" } });
      expect(statusCode, key).toBe(400);
      expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    }
    expect((await owner.call("GET", "/api/customers?__proto__=x&constructor=y&companyId=" + companyId)).status).toBeLessThan(500);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    // Rows of an import are keyed by what a stranger wrote in the first row.
    const { status } = await post("/api/customers/import", { companyId, csv: "name,__proto__,constructor,toString\nRow,{},x,y\n", commit: true });
    expect(status).toBeLessThan(400);
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
    expect(Object.prototype.toString.call({})).toBe("[object Object]");
  });

  test("V2.2.2 V15.3.3 what the server owns or reckons is not taken from a caller", async () => {
    const other = await signedIn(holder.app, "Nina Neighbour");
    const stolen = { workspaceId: other.workspaceId, id: randomUUID(), number: "FREE-1", issuedAt: "2020-01-01T00:00:00Z", settlement: "paid", paid: "999.00", open: "0.00", document: "issued", createdAt: "2020-01-01T00:00:00Z", totals: { netTotal: "1.00", vatTotal: "0.00", grossTotal: "1.00", vat: [] } };
    const { body: invoice, status } = await post("/api/invoices", { companyId, customerId, currency: "EUR", lines: [{ ...line, amount: "0.01", net: "0.01" }], ...stolen });
    if (status === 400) expect(invoice.code).toBe("invalid_input");
    else {
      expect(invoice).toMatchObject({ number: null, document: "draft", settlement: null, paid: "0.00", totals: { netTotal: "100.00", vatTotal: "23.00", grossTotal: "123.00" }, lines: [{ amount: "100.00", net: "100.00" }] });
      expect(invoice.id).not.toBe(stolen.id);
      expect(new Date(invoice.createdAt).getFullYear()).toBeGreaterThan(2020);
      expect((await other.call("GET", `/api/invoices/${invoice.id}`)).status).toBe(404);
    }
    const { body: person } = await clientOf(holder.app, {}).call("POST", "/api/sign-up", { name: "Eve", email: `${randomUUID()}@test.example`, password: "a rather long pass phrase", workspaceName: "W", role: "owner", workspaceId: other.workspaceId, isOperator: true });
    expect(JSON.stringify(person)).not.toContain(other.workspaceId);
  });
});

/** Rules between fields, as docs/security/input.md tells them: what is wrong, a body that has it, and the refusal's code. */
describe("rules between fields", () => {
  const services = testServices();
  const holder = anApp(services);
  let owner: Client;
  let ids: { companyId: string; otherCompanyId: string; customerId: string; otherCustomerId: string; invoiceId: string; lineId: string; proposalLineId: string; today: string };
  const line = { name: "Work", quantity: "2", unitPrice: "50", vatCategory: "S", vatRate: "23" };
  beforeAll(async () => {
    owner = await signedIn(holder.app, "Olive Owner");
    const make = async (url: string, body: unknown) => {
      const answer = await owner.call("POST", url, body);
      if (answer.status >= 300) throw new Error(`${url}: ${JSON.stringify(answer.body)}`);
      return answer.body;
    };
    const aCompany = (name: string) => make("/api/companies", { name, country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE" });
    const [company, other] = [await aCompany("Own Firm"), await aCompany("Second Firm")];
    const customer = await make("/api/customers", { companyId: company.id, name: "A", country: "IE" });
    const otherCustomer = await make("/api/customers", { companyId: other.id, name: "B", country: "IE" });
    const invoice = await make("/api/invoices", { companyId: company.id, customerId: customer.id, currency: "EUR", lines: [line] });
    await make(`/api/invoices/${invoice.id}/issue`, {});
    ids = { companyId: company.id, otherCompanyId: other.id, customerId: customer.id, otherCustomerId: otherCustomer.id, invoiceId: invoice.id, lineId: invoice.lines[0].id, proposalLineId: randomUUID(), today: company.today };
  });
  const draft = (changes: object) => ({ companyId: ids.companyId, customerId: ids.customerId, currency: "EUR", lines: [line], ...changes });
  const offer = (changes: object) => ({ companyId: ids.companyId, customerId: ids.customerId, title: "T", currency: "EUR", lines: [line], ...changes });
  const groupId = randomUUID();

  const rules: [rule: string, url: () => string, body: () => object][] = [
    ["a due date is not before the issue date", () => "/api/invoices", () => draft({ issueDate: "2026-03-02", dueDate: "2026-03-01" })],
    ["a category without VAT has no rate", () => "/api/invoices", () => draft({ lines: [{ ...line, vatCategory: "E", vatRate: "23" }] })],
    ["a discount is an amount or a percentage, not both", () => "/api/invoices", () => draft({ lines: [{ ...line, discount: { amount: "1.00", percent: "10" } }] })],
    ["an amount has no more decimals than its currency", () => "/api/payments", () => ({ companyId: ids.companyId, customerId: ids.customerId, receivedOn: ids.today, amount: "10.001", currency: "EUR" })],
    ["a customer belongs to the company of the document", () => "/api/invoices", () => draft({ customerId: ids.otherCustomerId })],
    ["a payment belongs to the company of its customer", () => "/api/payments", () => ({ companyId: ids.companyId, customerId: ids.otherCustomerId, receivedOn: ids.today, amount: "10.00", currency: "EUR" })],
    ["a credit note says of each line a quantity or an amount, one of them", () => `/api/invoices/${ids.invoiceId}/credit-notes`, () => ({ reason: "r", lines: [{ lineId: ids.lineId, quantity: "1", amount: "1.00" }] })],
    ["a credit note is never more than is left of the line", () => `/api/invoices/${ids.invoiceId}/credit-notes`, () => ({ reason: "r", lines: [{ lineId: ids.lineId, amount: "100.01" }] })],
    ["a group asks for no more options than it allows", () => "/api/proposals", () => offer({ groups: [{ id: groupId, title: "G", min: 3, max: 1 }], lines: [{ ...line, groupId }] })],
    ["an option names a group of its proposal", () => "/api/proposals", () => offer({ lines: [{ ...line, groupId: randomUUID() }] })],
    ["a quantity that may be chosen has a least and a most in order", () => "/api/proposals", () => offer({ lines: [{ ...line, optional: true, quantityChoice: { min: "5", max: "1", step: "1" } }] })],
    ["the parts of a payment plan sum to 100 percent", () => "/api/proposals", () => offer({ schedule: [{ label: "a", percent: "60" }, { label: "b", percent: "60" }] })],
  ];

  test("V2.1.2 V2.2.3 fields that do not agree are refused with what is wrong", async () => {
    const passed: string[] = [];
    for (const [rule, url, body] of rules) {
      let answer = await owner.call("POST", url(), body());
      // What is being written may be half done; it cannot be issued or sent.
      if (answer.status === 201 && url() === "/api/proposals") answer = await owner.call("POST", `/api/proposals/${answer.body.id}/send`, {});
      if (answer.status === 201 && url() === "/api/invoices") answer = await owner.call("POST", `/api/invoices/${answer.body.id}/issue`, {});
      if (answer.status < 400 || answer.status >= 500) passed.push(`${rule}: ${answer.status}`);
      else expect(answer.body.message.length, rule).toBeGreaterThan(15);
    }
    expect(passed).toEqual([]);
    const turned = await owner.call("POST", "/api/invoices", draft({ periodStart: "2026-03-02", periodEnd: "2026-03-01" }));
    expect(turned.body).toMatchObject({ periodStart: "2026-03-01", periodEnd: "2026-03-02" });
  });

  test("V2.1.2 the rules stand in docs/security/input.md, each of them", () => {
    const page = readFileSync(join(rootDir, "docs/security/input.md"), "utf8");
    const listed = [...page.matchAll(/^- (.+)\.$/gm)].map((found) => found[1]!.toLowerCase());
    expect(listed).toEqual(rules.map(([rule]) => rule.toLowerCase()));
  });
});

describe("amounts", () => {
  const services = testServices();
  const holder = anApp(services);
  test("V1.4.2 amounts beyond 2^53 stay exact to the cent, and beyond the bound they are refused", async () => {
    const edge = ["90071992547409.91", "90071992547409.92", "90071992547409.93", "99999999999999.99"];
    for (const text of edge) expect([parseAmount(text, "EUR").minor.toString(), formatAmount(parseAmount(text, "EUR"))]).toEqual([text.replace(".", ""), text]);
    const owner = await signedIn(holder.app, "Olive Owner");
    const company = (await owner.call("POST", "/api/companies", { name: "Own Firm", country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE" })).body;
    const customer = (await owner.call("POST", "/api/customers", { companyId: company.id, name: "A", country: "IE" })).body;
    const pay = (amount: string) => owner.call("POST", "/api/payments", { companyId: company.id, customerId: customer.id, receivedOn: company.today, amount, currency: "EUR" });
    for (const amount of edge) {
      const made = await pay(amount);
      expect([made.status, made.body.amount], amount).toEqual([201, amount]);
      expect((await owner.call("GET", `/api/payments/${made.body.id}`)).body.amount).toBe(amount);
    }
    for (const amount of ["9999999999999999.99", "1e15", "0x10", "NaN", "Infinity", "-1.00", "0.00", "92233720368547758.08"]) expect((await pay(amount)).status, amount).toBeGreaterThanOrEqual(400);
    const line = (unitPrice: string, quantity: string) => owner.call("POST", "/api/invoices", { companyId: company.id, customerId: customer.id, currency: "EUR", lines: [{ name: "x", quantity, unitPrice, vatCategory: "S", vatRate: "0" }] });
    expect((await line("900719925474.0993", "100")).body.totals.netTotal).toBe("90071992547409.93");
    const beyond = await line("999999999999.999999", "999999999999");
    expect(beyond.status).toBeGreaterThanOrEqual(400);
    expect(beyond.status).toBeLessThan(500);
  });
});
