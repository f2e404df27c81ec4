import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { anApp, aScope, clientOf, signedIn, testServices } from "../../test/builders.ts";
import { ubl } from "../../test/received-documents.ts";
import { personActor } from "../access/index.ts";
import { NewCompany } from "../companies/contract.ts";
import { createCompany } from "../companies/index.ts";
import { readNext } from "../received-invoices/read.ts";
import { receiveFile } from "../received-invoices/receive.ts";
import { approve } from "../received-invoices/settle.ts";
import { receivedDetail } from "../received-invoices/stored.ts";
import { createScope, type Scope } from "../workspaces/index.ts";
import type { ExportView } from "./contract.ts";
import { viewExport } from "./create.ts";
import { nextDay } from "./policy.ts";
import { listExports } from "./queries.ts";
import { endSchedule, readSchedule, setSchedule, sweepSchedules } from "./schedule.ts";

/** Wednesday. */
const start = new Date("2026-11-04T12:00:00Z");
const weekly = { every: "week", day: 1, format: "csv", companyId: null } as const;

describe("exports that are made by themselves", () => {
  const services = testServices();
  const at = (instant: string) => services.moveClock(new Date(instant));
  const aCompany = (scope: Scope, name: string) => createCompany(scope, NewCompany.parse({ name, country: "DE", currency: "EUR", timeZone: "Europe/Berlin", locale: "de" }));
  const approved = async (scope: Scope, companyId: string) => {
    const { id } = await receiveFile(scope, { fileName: "a.xml", companyId, bytes: (async function* () { yield ubl({ number: randomUUID().slice(0, 8) }); })() });
    await readNext(scope);
    return approve(scope, id!, { version: (await receivedDetail(scope, id!)).version });
  };
  const aWorkspace = async () => {
    services.moveClock(start);
    const scope = await aScope(services);
    const company = await aCompany(scope, "Our Own Firm Ltd");
    await approved(scope, company.id);
    return { scope, company };
  };
  const exportsOf = (scope: Scope): Promise<ExportView[]> => scope.transaction(async (tx) => (await listExports(tx, null, 50)).map(viewExport));
  const mailsOf = (scope: Scope) => scope.transaction((tx) => tx.all(sql<{ recipient: string; body_text: string }>`select recipient, body_text from mail where kind = 'scheduled-export'`));

  test("B18 the day after: next Monday from a Monday is in a week, and a day of the month comes every month", () => {
    expect([nextDay("week", 1, "2026-11-04"), nextDay("week", 1, "2026-11-09"), nextDay("week", 7, "2026-11-04")]).toEqual(["2026-11-09", "2026-11-16", "2026-11-08"]);
    expect([nextDay("month", 28, "2026-02-27"), nextDay("month", 28, "2026-02-28"), nextDay("month", 1, "2026-12-31")]).toEqual(["2026-02-28", "2026-03-28", "2027-01-01"]);
  });

  test("B18 a scheduled export is made when it is due, not before, and once, though two workers look and one starts anew", async () => {
    const { scope } = await aWorkspace();
    expect((await setSchedule(scope, weekly)).schedule).toMatchObject({ nextOn: "2026-11-09", timeZone: "Europe/Berlin", lastOn: null });
    at("2026-11-09T02:59:00Z"); // a minute to four in Berlin
    await sweepSchedules(services);
    expect(await exportsOf(scope)).toEqual([]);
    at("2026-11-09T03:00:00Z");
    await Promise.all([sweepSchedules(services), sweepSchedules(services), sweepSchedules(services)]);
    await sweepSchedules(services);
    await services.workJobs();
    const made = await exportsOf(scope);
    expect(made).toMatchObject([{ state: "ready", format: "csv", documents: 1, createdBy: "Schedule of Ada Test", fileName: "received documents 2026-11-09.csv" }]);
    expect((await readSchedule(scope)).schedule).toMatchObject({ nextOn: "2026-11-16", lastOn: "2026-11-09", lastOutcome: "made", lastExportId: made[0]!.id });
    const mails = await mailsOf(scope);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.recipient).toBe(`${scope.actor.id}@test.example`);
    expect(mails[0]!.body_text).toContain(`${services.config.publicUrl}/exports\n`);
    expect(mails[0]!.body_text).not.toMatch(/token|[A-Za-z0-9_-]{32,}/);
    const events = await scope.transaction((tx) => tx.all(sql<{ action: string; actor_kind: string }>`select action, actor_kind from event where workspace_id = ${tx.workspaceId} and action like 'export.%' order by seq`));
    expect(events).toEqual([{ action: "export.schedule_set", actor_kind: "person" }, { action: "export.created", actor_kind: "job" }]);
    at("2026-11-16T09:00:00Z");
    await sweepSchedules(services);
    expect(await exportsOf(scope)).toHaveLength(2);
  });

  test("B18 days that were missed while nothing ran are made up for once", async () => {
    const { scope } = await aWorkspace();
    await setSchedule(scope, weekly);
    at("2026-12-03T12:00:00Z"); // four Mondays later
    await sweepSchedules(services);
    await sweepSchedules(services);
    expect(await exportsOf(scope)).toHaveLength(1);
    expect((await readSchedule(scope)).schedule).toMatchObject({ nextOn: "2026-12-07", lastOn: "2026-11-09" });
  });

  test("B18 A6 the schedule of somebody limited to a company holds that company's documents alone, by their limit of today", async () => {
    const { scope, company } = await aWorkspace();
    const other = await aCompany(scope, "Second Firm Ltd");
    await approved(scope, other.id);
    const personId = randomUUID();
    const bea = createScope(services, { workspaceId: scope.workspaceId, actor: personActor(personId, "Bea Test", "member", [company.id]) });
    await bea.transaction(async (tx) => {
      await tx.run(sql`insert into person (id, email, name) values (${personId}, ${`${personId}@test.example`}, 'Bea Test')`);
      await tx.run(sql`insert into membership (workspace_id, person_id, role, all_companies) values (${tx.workspaceId}, ${personId}, 'member', false)`);
      await tx.run(sql`insert into membership_company (workspace_id, person_id, company_id) values (${tx.workspaceId}, ${personId}, ${company.id})`);
    });
    await expect(setSchedule(bea, { ...weekly, companyId: other.id })).rejects.toMatchObject({ code: "not_found" });
    await setSchedule(bea, weekly);
    at("2026-11-09T12:00:00Z");
    await sweepSchedules(services);
    await services.workJobs();
    expect(await exportsOf(bea)).toMatchObject([{ documents: 1, state: "ready" }]);
    const companies = await scope.transaction((tx) => tx.all(sql<{ companies: string[] }>`select companies from export where workspace_id = ${tx.workspaceId}`));
    expect(companies).toEqual([{ companies: [company.id] }]);
    // The limit moves to a company that the schedule does not name: nothing leaves, and nobody else's row is touched.
    await setSchedule(bea, { ...weekly, companyId: company.id });
    await scope.transaction((tx) => tx.run(sql`update membership_company set company_id = ${other.id} where workspace_id = ${tx.workspaceId} and person_id = ${personId}`));
    at("2026-11-16T12:00:00Z");
    await sweepSchedules(services);
    expect(await exportsOf(scope)).toHaveLength(1);
    const beaNow = createScope(services, { workspaceId: scope.workspaceId, actor: personActor(personId, "Bea Test", "member", [other.id]) });
    expect((await readSchedule(beaNow)).schedule).toMatchObject({ lastOutcome: "refused", nextOn: "2026-11-23", companyName: null });
    expect((await endSchedule(beaNow)).schedule).toBeNull();
  });

  test("B18 without anything approved no export is made, and a suspended member's is refused", async () => {
    services.moveClock(start);
    const scope = await aScope(services);
    await aCompany(scope, "Our Own Firm Ltd");
    await setSchedule(scope, weekly);
    at("2026-11-09T12:00:00Z");
    await sweepSchedules(services);
    expect((await readSchedule(scope)).schedule).toMatchObject({ lastOutcome: "nothing", lastExportId: null, nextOn: "2026-11-16" });
    await scope.transaction((tx) => tx.run(sql`update membership set suspended_at = now() where workspace_id = ${tx.workspaceId}`));
    at("2026-11-16T12:00:00Z");
    await sweepSchedules(services);
    expect((await readSchedule(scope)).schedule).toMatchObject({ lastOutcome: "refused", nextOn: "2026-11-23" });
    expect([await exportsOf(scope), await mailsOf(scope)]).toEqual([[], []]);
  });

  describe("through the API", () => {
    const app = anApp(services);
    test("B18 it is set, changed with what was before in the log, and ended; bad days are refused, and keys, which get no mail", async () => {
      services.moveClock(null);
      const client = await signedIn(app.app);
      await client.call("POST", "/api/companies", { name: "Our Own Firm Ltd", country: "DE", currency: "EUR", timeZone: "Europe/Berlin", locale: "de" });
      expect((await client.call("GET", "/api/exports/schedule")).body).toEqual({ schedule: null });
      expect((await client.call("PUT", "/api/exports/schedule", { every: "week", day: 8, format: "csv" })).status).toBe(400);
      expect((await client.call("PUT", "/api/exports/schedule", { every: "month", day: 1, format: "originals" })).status).toBe(400);
      expect((await client.call("PUT", "/api/exports/schedule", { every: "month", day: 1, format: "csv" })).body.schedule).toMatchObject({ every: "month", day: 1 });
      expect((await client.call("PUT", "/api/exports/schedule", { every: "month", day: 1, format: "json" })).body.schedule).toMatchObject({ format: "json" });
      const { items } = (await client.call("GET", "/api/events?action=export.schedule_set")).body;
      expect(items[0].details).toMatchObject({ changed: ["format"], before: { format: "csv" }, after: { format: "json" } });
      expect((await client.call("DELETE", "/api/exports/schedule")).body).toEqual({ schedule: null });
      const key = (await client.call("POST", "/api/api-keys", { name: "accounts", role: "member" })).body.key;
      expect((await clientOf(app.app, { key }).call("GET", "/api/exports/schedule")).body).toEqual({ schedule: null });
      expect((await clientOf(app.app, { key }).call("PUT", "/api/exports/schedule", { every: "week", day: 1, format: "csv" })).body.code).toBe("schedule_needs_person");
    });
  });
});
