// The rules of single fields (src/access/permissions.ts) by role and state, each tried on the running application.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { fieldRules } from "../src/access/index.ts";
import { anApp, clientOf, joined, signedIn, testServices, type Client } from "./builders.ts";
import { multipart, ubl } from "./received-documents.ts";

describe("V8.1.2 V8.2.3 rules of single fields", () => {
  const services = testServices();
  const holder = anApp(services);
  let owner: Client, admin: Client & { personId: string }, member: Client & { personId: string };
  let company: Record<string, any>, customer: { id: string };
  const made = async (url: string, body: unknown, as: Client = owner) => {
    const answer = await as.call("POST", url, body);
    if (answer.status >= 300) throw new Error(`${url}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const codeOf = async (answer: Promise<{ status: number; body: any }>) => { const { status, body } = await answer; return status < 300 ? "done" : body.code as string; };
  const line = { name: "Work", quantity: "2", unitPrice: "50", vatCategory: "S", vatRate: "23" };

  beforeAll(async () => {
    owner = await signedIn(holder.app, "Olive Owner");
    company = await made("/api/companies", { name: "Rules Ltd", country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE" });
    customer = await made("/api/customers", { companyId: company["id"], name: "Buyer Ltd", country: "IE" });
    admin = await joined(holder.app, owner, "admin");
    member = await joined(holder.app, owner, "member");
  });

  const tried: Record<string, () => Promise<void>> = {
    "Member: role": async () => {
      expect(await codeOf(admin.call("PATCH", `/api/team/members/${admin.personId}`, { role: "owner" }))).toBe("role_above_own");
      expect(await codeOf(member.call("PATCH", `/api/team/members/${member.personId}`, { role: "admin" }))).toBe("not_permitted");
      const me = (await owner.call("GET", "/api/session")).body.person.id;
      expect(await codeOf(owner.call("PATCH", `/api/team/members/${me}`, { role: "member" }))).toBe("last_owner");
      expect(await codeOf(admin.call("PATCH", `/api/team/members/${member.personId}`, { role: "readonly" }))).toBe("done");
      expect(await codeOf(admin.call("PATCH", `/api/team/members/${member.personId}`, { role: "member" }))).toBe("done");
    },
    "Member: companies": async () => {
      expect(await codeOf(owner.call("PATCH", `/api/team/members/${admin.personId}`, { companyIds: [company["id"]] }))).toBe("sees_all_companies");
      expect(await codeOf(owner.call("PATCH", `/api/team/members/${member.personId}`, { companyIds: [company["id"]] }))).toBe("done");
      expect(await codeOf(owner.call("PATCH", `/api/team/members/${member.personId}`, { companyIds: null }))).toBe("done");
    },
    "Invitation: role, companies": async () => {
      const email = () => `${randomUUID()}@test.example`;
      expect(await codeOf(admin.call("POST", "/api/team/invitations", { email: email(), role: "owner" }))).toBe("role_above_own");
      expect(await codeOf(owner.call("POST", "/api/team/invitations", { email: email(), role: "admin", companyIds: [company["id"]] }))).toBe("sees_all_companies");
      expect(await codeOf(admin.call("POST", "/api/team/invitations", { email: email(), role: "readonly", companyIds: [company["id"]] }))).toBe("done");
    },
    "API key: role, scopes, companies": async () => {
      expect(await codeOf(owner.call("POST", "/api/api-keys", { name: "x", role: "owner" }))).toBe("invalid_input");
      expect(await codeOf(owner.call("POST", "/api/api-keys", { name: "x", role: "readonly", scopes: ["received.write"] }))).toBe("scope_above_role");
      expect(await codeOf(owner.call("POST", "/api/api-keys", { name: "x", role: "admin", companyIds: [company["id"]] }))).toBe("sees_all_companies");
    },
    "API key: key": async () => {
      const { id, key } = await made("/api/api-keys", { name: "once", role: "readonly" });
      expect(key).toMatch(/^cf_live_/);
      const rows = (await owner.call("GET", "/api/api-keys")).body.items;
      expect(Object.keys(rows.find((row: { id: string }) => row.id === id))).not.toContain("key");
    },
    "Invoice: customer, lines, dates, texts, currency": async () => {
      const draft = await made("/api/invoices", { companyId: company["id"], customerId: customer.id, currency: "EUR", lines: [line] });
      const change = { customerId: customer.id, currency: "EUR", title: "Changed", version: draft.version, lines: [line] };
      expect(await codeOf(owner.call("PUT", `/api/invoices/${draft.id}`, change))).toBe("done");
      const issued = await made(`/api/invoices/${draft.id}/issue`, {});
      expect(await codeOf(owner.call("PUT", `/api/invoices/${draft.id}`, { ...change, version: issued.version, title: "Again" }))).toBe("invoice_already_issued");
      expect((await owner.call("GET", `/api/invoices/${draft.id}`)).body.title).toBe("Changed");
    },
    "Invoice: number, issue date, totals, payments": async () => {
      const draft = await made("/api/invoices", { companyId: company["id"], customerId: customer.id, currency: "EUR", lines: [line], number: "MINE-1", total: "0.01", issuedAt: "2020-01-01T00:00:00Z", paidTotal: "999.00", issueDate: "2020-01-01" });
      const seen = (await owner.call("GET", `/api/invoices/${draft.id}`)).body;
      expect(seen.number).toBeNull();
      expect(JSON.stringify(seen)).not.toContain("MINE-1");
      expect(seen).toMatchObject({ document: "draft", paid: "0.00", issuedAt: null, totals: { grossTotal: "123.00" } });
    },
    "Invoice: internal note, tags": async () => {
      const draft = await made("/api/invoices", { companyId: company["id"], customerId: customer.id, currency: "EUR", lines: [line] });
      await made(`/api/invoices/${draft.id}/issue`, {});
      expect(await codeOf(owner.call("PUT", `/api/invoices/${draft.id}/note`, { internalNote: "Called them", tags: ["chased"] }))).toBe("done");
    },
    "Received invoice: values, lines": async () => {
      const { payload, headers } = multipart([{ name: "one.xml", bytes: ubl() }]);
      const { id } = (await owner.call("POST", "/api/received-invoices", payload, headers)).body.results[0];
      await services.workJobs();
      const version = async () => (await owner.call("GET", `/api/received-invoices/${id}`)).body.version as number;
      const correct = async () => codeOf(owner.call("POST", `/api/received-invoices/${id}/answers`, { version: await version(), path: "invoiceNumber", action: "correct", value: "T-2" }));
      expect(await correct()).toBe("done");
      expect(await codeOf(owner.call("POST", `/api/received-invoices/${id}/approve`, { version: await version() }))).toBe("done");
      expect(await correct()).not.toBe("done");
      expect((await owner.call("GET", `/api/received-invoices/${id}`)).body.fields.invoiceNumber.value).toBe("T-2");
    },
    "Payment: customer, date, amount, method": async () => {
      const payment = await made("/api/payments", { companyId: company["id"], customerId: customer.id, receivedOn: company["today"], amount: "10.00", currency: "EUR" });
      for (const method of ["PUT", "PATCH"] as const) expect((await owner.call(method, `/api/payments/${payment.id}`, { amount: "99.00" })).status).toBeGreaterThanOrEqual(404);
      expect((await owner.call("GET", `/api/payments/${payment.id}`)).body.amount).toBe("10.00");
    },
    "Company: bank details": async () => {
      const now = (await owner.call("GET", `/api/companies/${company["id"]}`)).body;
      services.moveClock(new Date(Date.now() + 11 * 60_000));
      const answer = await codeOf(owner.call("PUT", `/api/companies/${company["id"]}`, { ...now, iban: "DE02120300000000202051" }));
      services.moveClock(null);
      expect(answer).toBe("step_up_needed");
      const { key } = await made("/api/api-keys", { name: "books", role: "admin" });
      expect(await codeOf(clientOf(holder.app, { key }).call("PUT", `/api/companies/${company["id"]}`, { ...now, iban: "DE02120300000000202051" }))).toBe("person_needed");
      expect(await codeOf(clientOf(holder.app, { key }).call("PUT", `/api/companies/${company["id"]}`, { ...now, phone: "+353 1 5550100" }))).toBe("done");
      expect(await codeOf(member.call("PUT", `/api/companies/${company["id"]}`, { ...now, iban: "DE02120300000000202051" }))).toBe("not_permitted");
    },
    "Mail: the workspace's own (invitations)": async () => {
      const { link } = await made("/api/team/invitations", { email: "mail-rule@test.example", role: "readonly" });
      const rows = async (client: Client) => JSON.stringify((await client.call("GET", "/api/deliveries")).body);
      expect(await rows(admin)).toContain("mail-rule@test.example");
      expect(await rows(admin)).not.toContain(String(link).split("/").at(-1));
      expect(await rows(member)).not.toContain("mail-rule@test.example");
    },
  };

  test.each(fieldRules.map((rule) => [`${rule.of}: ${rule.fields}`] as const))("%s", async (name) => {
    expect(tried[name], "a rule without a trial: add it to this test").toBeDefined();
    await tried[name]!();
  }, 60_000);

  test("V15.3.3 whoever sends fields that are not theirs to send changes nothing by it", async () => {
    const mine = await made("/api/customers", { companyId: company["id"], name: "Extra", id: randomUUID(), workspaceId: randomUUID(), workspace_id: randomUUID(), createdAt: "2001-01-01T00:00:00Z", archivedAt: "2001-01-01T00:00:00Z", version: 99, role: "owner" });
    const seen = (await owner.call("GET", `/api/customers/${mine.id}`)).body;
    expect(seen.version).toBe(1);
    expect(JSON.stringify(seen)).not.toContain("2001-01-01");
    const before = (await owner.call("GET", "/api/session")).body.role;
    await owner.call("PATCH", "/api/session/preferences", { theme: "dark", role: "owner", email: "other@test.example", workspaceId: randomUUID() });
    const { body } = await owner.call("GET", "/api/session");
    expect([body.role, body.person.email === "other@test.example"]).toEqual([before, false]);
  });
});
