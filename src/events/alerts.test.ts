import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { anApp, aScope, clientOf, signedIn, testServices } from "../../test/builders.ts";
import { roleMay } from "../access/index.ts";
import { createScope, type Actor, type Scope } from "../workspaces/index.ts";
import { recordEvent } from "./index.ts";

type Row = { kind: string; summary: string; actor_id: string | null; event_seq: bigint | null; at: Date };

describe("B7 alerts to owners", () => {
  const services = testServices();
  const holder = anApp(services);
  const rows = async <T>(workspaceId: string, query: ReturnType<typeof sql<T>>) => (await services.database.transaction({ workspaceId }, (db) => query.execute(db))).rows;
  const alertsOf = (workspaceId: string) => rows(workspaceId, sql<Row>`select * from alert where workspace_id = ${workspaceId} order by at, event_seq`);
  const mailsOf = (workspaceId: string) => rows(workspaceId, sql<{ recipient: string; subject: string; body_text: string; state: string }>`select * from mail where workspace_id = ${workspaceId} and kind = 'alert' order by created_at`);
  const record = (scope: Scope, action: string, details: Record<string, unknown> = {}, summary = `Did ${action}`) => scope.transaction(async (tx) => recordEvent(tx, { action, summary, details, subjectKind: "thing", subjectId: "7" }));
  const as = (scope: Scope, actor: Partial<Actor>, userAgent = "test") => createScope(services, { workspaceId: scope.workspaceId, actor: { ...scope.actor, ...actor }, ip: "203.0.113.7", userAgent, requestId: "req_t" });
  const member = (scope: Scope, name = "Max Member") => as(scope, { id: randomUUID(), name, role: "member", may: (permission) => roleMay("member", permission) });

  test("B7 abuse-21 A15 mass export by a stolen key raises an alert and a mail to the owner at once", async () => {
    const owner = await signedIn(holder.app, "Olive Owner");
    const { body: key } = await owner.call("POST", "/api/api-keys", { name: "stolen", role: "member" });
    const thief = clientOf(holder.app, { key: key.key });
    const started = Date.now();
    for (let n = 0; n < 9; n++) expect((await thief.call("GET", "/api/customers.csv")).status).toBe(200);
    expect((await alertsOf(owner.workspaceId)).filter((one) => one.kind === "mass_export")).toHaveLength(0);
    for (let n = 0; n < 4; n++) await thief.call("GET", n % 2 ? "/api/items.csv" : "/api/customers.csv");
    const raised = (await alertsOf(owner.workspaceId)).filter((one) => one.kind === "mass_export");
    expect(raised, "one, although the exports went on").toHaveLength(1);
    expect(raised[0]).toMatchObject({ summary: "stolen exported 10 times within an hour", actor_id: key.id });
    await services.workJobs();
    const [mail] = (await mailsOf(owner.workspaceId)).filter((one) => one.subject.includes("exported"));
    expect(mail).toMatchObject({ recipient: owner.email, subject: "Much was taken out: stolen exported 10 times within an hour" });
    expect(["sent", "kept"]).toContain(mail!.state);
    expect(Date.now() - started, "within a minute").toBeLessThan(60_000);
    const listed = await owner.call("GET", "/api/alerts?unseen=true");
    expect(listed.body).toMatchObject({ unseen: 2, items: [{ kind: "mass_export", seen: false, actor: { kind: "key", id: key.id, name: "stolen" } }, { kind: "key_created" }] });
    const event = await owner.call("GET", `/api/events?alert=true&actorId=${key.id}`);
    expect(event.body.items).toMatchObject([{ seq: listed.body.items[0].event, action: "customers.exported", alerts: ["mass_export"] }]);
  });

  test("B7 abuse-21 opening many originals or looking at many documents raises it too, for each actor alone, and again an hour later", async () => {
    const owner = await aScope(services);
    const [max, eve] = [member(owner), member(owner, "Eve Other")];
    const open = async (scope: Scope, count: number, action = "received_invoice.downloaded") => { for (let n = 0; n < count; n++) await record(scope, action); };
    await open(max, 40);
    await open(eve, 40);
    expect(await alertsOf(owner.workspaceId)).toHaveLength(0);
    await scopeOnce(max, 25, "invoice.downloaded");
    expect((await alertsOf(owner.workspaceId)).map((one) => one.summary)).toEqual(["Max Member opened 65 files within an hour"]);
    await open(max, 5);
    expect(await alertsOf(owner.workspaceId)).toHaveLength(1);
    services.moveClock(new Date(Date.now() + 61 * 60_000));
    await open(max, 59);
    expect(await alertsOf(owner.workspaceId), "what is an hour old does not count").toHaveLength(1);
    await open(max, 1);
    expect(await alertsOf(owner.workspaceId)).toHaveLength(2);
    await scopeOnce(eve, 400, "received_invoice.viewed");
    expect((await alertsOf(owner.workspaceId)).at(-1)?.summary).toBe("Eve Other looked at 400 documents within an hour");
    services.moveClock(null);
  });
  /** Many events of one transaction. */
  const scopeOnce = (scope: Scope, count: number, action: string) => scope.transaction(async (tx) => { for (let n = 0; n < count; n++) recordEvent(tx, { action, summary: "Opened" }); });

  test("each other kind, by the event that raises it, once", async () => {
    const owner = await aScope(services);
    const operator = as(owner, { kind: "operator", id: "root", name: "Operator (root)", role: null });
    const cases: [Scope, string, Record<string, unknown>, string][] = [
      [owner, "key.created", { role: "member" }, "key_created"],
      [owner, "team.role_changed", { before: "member", after: "admin" }, "role_rise"],
      [owner, "team.ownership_transferred", {}, "role_rise"],
      [owner, "company.changed", { changed: ["iban"], before: { iban: "…1234" }, after: { iban: "…9999" } }, "bank_change"],
      [owner, "supplier.changed", { changed: [], added: ["…9999"], removed: [] }, "bank_change"],
      [operator, "operator_access.used", {}, "break_glass"],
      [operator, "operator_access.refused", {}, "break_glass"],
      [operator, "factors.reset_by_operator", {}, "break_glass"],
      [owner, "retention.change_asked", { before: { keep: "permanent" }, after: { keep: "1y" } }, "retention_shortened"],
      [owner, "sso.connection_changed", {}, "security_changed"],
      [owner, "workspace.security_changed", {}, "security_changed"],
      [owner, "alerts.settings_changed", {}, "alerts_changed"],
    ];
    for (const [scope, action, details, kind] of cases) {
      const before = await alertsOf(owner.workspaceId);
      await record(scope, action, details);
      const after = await alertsOf(owner.workspaceId);
      expect(after.slice(before.length).map((one) => one.kind), action).toEqual([kind]);
      expect(after.at(-1)?.event_seq, "it names its event").not.toBeNull();
    }
    const silent: [string, Record<string, unknown>][] = [
      ["team.role_changed", { before: "admin", after: "member" }], ["company.changed", { changed: ["name", "terms_days"] }], ["supplier.changed", { changed: ["name"], added: [], removed: [] }],
      ["key.revoked", {}], ["retention.changed", {}], ["scim.user_disabled", {}], ["invoice.issued", {}], ["customer.changed", { changed: ["email"], added: [], removed: [] }],
    ];
    const count = (await alertsOf(owner.workspaceId)).length;
    for (const [action, details] of silent) await record(owner, action, details);
    expect(await alertsOf(owner.workspaceId), "everyday work raises none").toHaveLength(count);
  });

  test("a sign-in from a device that the person never used here raises one; the first ever and known ones do not", async () => {
    const owner = await aScope(services);
    const person = (userAgent: string) => as(owner, { name: "Ada Test" }, userAgent);
    const [linux, phone] = ["Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1"];
    await record(person(linux), "workspace.created");
    await record(person(linux), "access.signed_in");
    expect(await alertsOf(owner.workspaceId)).toHaveLength(0);
    await record(person(phone), "access.signed_in");
    await record(person(phone), "access.signed_in");
    expect((await alertsOf(owner.workspaceId)).map((one) => [one.kind, one.summary])).toEqual([["new_device", "Ada Test signed in from Safari on iPhone"]]);
    await record(person(linux), "access.signed_in", { newDevice: true });
    expect(await alertsOf(owner.workspaceId), "who knows the browser better decides").toHaveLength(2);
  });

  test("B7 V16.3.2 many refusals of one actor raise one alert, also when they come at once", async () => {
    const owner = await signedIn(holder.app, "Olive Owner");
    const { body: key } = await owner.call("POST", "/api/api-keys", { name: "curious", role: "readonly" });
    const client = clientOf(holder.app, { key: key.key });
    const raised = async () => (await alertsOf(owner.workspaceId)).filter((one) => one.kind === "many_refusals");
    for (let n = 0; n < 19; n++) await client.call("GET", `/api/invoices/${randomUUID()}`);
    const volume = async () => (await rows(owner.workspaceId, sql<{ sum: number }>`select coalesce(sum(amount), 0)::int as sum from event_volume where workspace_id = ${owner.workspaceId} and kind = 'refusals'`))[0]!.sum;
    for (let n = 0; n < 200 && (await volume()) < 19; n++) await new Promise((resolve) => setTimeout(resolve, 25));
    expect(await raised()).toHaveLength(0);
    await Promise.all(Array.from({ length: 8 }, () => client.call("GET", `/api/received-invoices/${randomUUID()}/original`)));
    for (let n = 0; n < 200 && (await volume()) < 27; n++) await new Promise((resolve) => setTimeout(resolve, 25));
    expect(await raised()).toHaveLength(1);
    expect((await raised())[0]).toMatchObject({ actor_id: key.id, summary: expect.stringMatching(/^curious was refused 2\d times within an hour$/) });
    expect((await mailsOf(owner.workspaceId)).some((mail) => mail.subject.startsWith("Many requests were refused"))).toBe(true);
  });

  test("alert and event are committed together: a change that fails raises none, and none is lost", async () => {
    const owner = await aScope(services);
    await owner.transaction(async (tx) => { recordEvent(tx, { action: "key.created", summary: "Created" }); throw new Error("no"); }).catch(() => undefined);
    expect(await alertsOf(owner.workspaceId)).toHaveLength(0);
    const { enqueue } = services.queue;
    services.queue.enqueue = async () => { throw new Error("the queue is away"); };
    await expect(record(owner, "key.created")).rejects.toThrow("the queue is away");
    services.queue.enqueue = enqueue;
    expect(await alertsOf(owner.workspaceId)).toHaveLength(0);
    expect(await rows(owner.workspaceId, sql`select 1 from event where workspace_id = ${owner.workspaceId}`)).toHaveLength(0);
    await Promise.all(Array.from({ length: 12 }, () => record(owner, "key.created")));
    expect(await alertsOf(owner.workspaceId)).toHaveLength(12);
    expect(await mailsOf(owner.workspaceId), "after five mails of a kind within an hour the list says it").toHaveLength(5);
  });

  test("mails go to the owners alone, hold no account in clear, and stay away where the owners want none", async () => {
    const owner = await signedIn(holder.app, "Olive Owner");
    const company = await owner.call("POST", "/api/companies", { name: "Tidewater", country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE", iban: "IE29AIBK93115212345678" });
    const changed = await owner.call("PUT", `/api/companies/${company.body.id}`, { ...company.body, iban: "IE64IRCE92050112345678" });
    expect([200, 403]).toContain(changed.status);
    const [alert] = (await alertsOf(owner.workspaceId)).filter((one) => one.kind === "bank_change");
    expect(alert).toMatchObject({ summary: "Changed the company Tidewater" });
    const mails = await mailsOf(owner.workspaceId);
    expect(mails.map((mail) => mail.recipient)).toEqual([owner.email]);
    const event = (await owner.call("GET", "/api/events?action=company.changed")).body.items[0];
    expect(event.details).toEqual({ changed: ["iban"], before: { iban: "…5678" }, after: { iban: "…5678" } });
    expect(JSON.stringify([mails, event])).not.toMatch(/AIBK|IRCE/);
    const settings = (await owner.call("GET", "/api/alerts/settings")).body;
    expect(settings).toEqual({ exportsPerHour: 10, downloadsPerHour: 60, viewsPerHour: 400, refusalsPerHour: 20, byMail: true, version: 0 });
    expect((await owner.call("PUT", "/api/alerts/settings", { ...settings, exportsPerHour: 2, byMail: false })).body).toMatchObject({ exportsPerHour: 2, byMail: false, version: 1 });
    expect((await owner.call("PUT", "/api/alerts/settings", { ...settings, exportsPerHour: 3 })).body.code).toBe("changed_elsewhere");
    expect((await owner.call("PUT", "/api/alerts/settings", { ...settings, version: 1, exportsPerHour: 0 })).status).toBe(400);
    const told = (await alertsOf(owner.workspaceId)).at(-1);
    expect(told, "turning alerts down is an alert").toMatchObject({ kind: "alerts_changed" });
    const count = (await mailsOf(owner.workspaceId)).length;
    for (let n = 0; n < 2; n++) await owner.call("GET", "/api/customers.csv");
    expect((await alertsOf(owner.workspaceId)).at(-1)).toMatchObject({ kind: "mass_export", summary: "Olive Owner exported 2 times within an hour" });
    expect(await mailsOf(owner.workspaceId)).toHaveLength(count);
  });

  test("each reader marks alerts as seen for themselves; a neighbour's are not there", async () => {
    const [owner, neighbour] = [await signedIn(holder.app, "Olive Owner"), await signedIn(holder.app, "Nina Neighbour")];
    const { body: key } = await owner.call("POST", "/api/api-keys", { name: "one", role: "admin" });
    const admin = clientOf(holder.app, { key: key.key });
    const { body } = await owner.call("GET", "/api/alerts");
    expect(body).toMatchObject({ unseen: 1, items: [{ kind: "key_created", seen: false, seenBy: [] }], nextCursor: null });
    const seen = await owner.call("POST", `/api/alerts/${body.items[0].id}/seen`);
    expect(seen.body).toMatchObject({ seen: true, seenBy: [{ name: "Olive Owner" }] });
    expect((await owner.call("GET", "/api/alerts?unseen=true")).body).toMatchObject({ unseen: 0, items: [] });
    expect((await admin.call("GET", "/api/alerts?unseen=true")).body, "somebody else has not").toMatchObject({ unseen: 1 });
    await admin.call("POST", "/api/alerts/seen");
    expect((await admin.call("GET", "/api/alerts")).body).toMatchObject({ unseen: 0, items: [{ seen: true, seenBy: [{ name: "Olive Owner" }, { name: "one" }] }] });
    expect((await neighbour.call("POST", `/api/alerts/${body.items[0].id}/seen`)).status).toBe(404);
    expect((await neighbour.call("GET", "/api/alerts")).body.items).toEqual([]);
    for (let n = 0; n < 5; n++) await owner.call("POST", "/api/api-keys", { name: `k${n}`, role: "member" });
    const first = (await owner.call("GET", "/api/alerts?limit=4")).body;
    const second = (await owner.call("GET", `/api/alerts?limit=4&cursor=${first.nextCursor}`)).body;
    expect(new Set([...first.items, ...second.items].map((one: { id: string }) => one.id)).size).toBe(6);
    expect((await owner.call("GET", "/api/alerts?cursor=rubbish")).status).toBe(400);
  });
});
