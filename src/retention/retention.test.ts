import { randomUUID } from "node:crypto";
import { rm, utimes, writeFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { anApp, aScope, clientOf, signedIn, testServices } from "../../test/builders.ts";
import { multipart, ubl } from "../../test/received-documents.ts";
import { aCompany, clocksOfTest, deletionEvents, moveTo, objectsOf, stock } from "../../test/stock.ts";
import { jobs, sweeps } from "../nouns.ts";
import { pageImage } from "../received-invoices/pages.ts";
import { createScope, type Scope } from "../workspaces/index.ts";
import { confirmClock } from "./clock.ts";
import { liftHold, placeHold } from "./holds.ts";
import { sweepOrphans } from "./orphans.ts";
import { enoughFor, fallsShortOf } from "./policy.ts";
import { retentionScope, runRetention, type RunOptions, type Stage } from "./run.ts";
import { chooseLonger, chooseShorter, keepOldChoice, previewChoice, retentionView } from "./setting.ts";

const day = 86_400_000;
const at = (text: string) => new Date(text);

describe("A11 file retention", () => {
  const services = testServices();
  const holder = anApp(services);
  const run = (scope: Scope, more: Partial<RunOptions> = {}) => runRetention(services, scope.workspaceId, { clocks: clocksOfTest(services), ...more });
  const eventsOf = (scope: Scope, action: string) => scope.transaction((tx) => tx.all(sql<{ summary: string; details: any; actor_name: string }>`
    select summary, details, actor_name from event where workspace_id = ${tx.workspaceId} and action = ${action} order by seq`));
  /** A workspace with a company and documents that came at these days. */
  async function aWorkspace(cameAt: string[], options: Parameters<typeof stock>[3] = {}) {
    const scope = await aScope(services);
    const companyId = await aCompany(scope);
    return { scope, companyId, documents: await stock(scope, companyId, cameAt.map(at), options) };
  }

  test("7 years is what a workspace begins with, and a longer choice counts at once", async () => {
    await moveTo(services, at("2026-06-01T12:00:00Z"));
    const { scope } = await aWorkspace(["2026-05-01T00:00:00Z"]);
    expect(await retentionView(scope)).toMatchObject({ keep: "7_years", pending: null, plan: { kept: { files: 1 }, first: { files: 0 }, firstDueAt: "2033-05-01T00:00:00.000Z", months: [{ month: "2033-05", files: 1 }] }, clock: { trusted: false } });
    expect(await chooseLonger(scope, "permanent")).toMatchObject({ keep: "permanent", plan: { firstDueAt: null, months: [] } });
    expect((await eventsOf(scope, "retention.changed"))[0]).toMatchObject({ actor_name: "Ada Test", details: { before: { keep: "7_years" }, after: { keep: "permanent" } } });
    await expect(chooseLonger(scope, "permanent")).rejects.toMatchObject({ code: "already_kept_so" });
    await expect(chooseLonger(scope, "1_year")).rejects.toMatchObject({ code: "shorter_waits" });
  });

  test("a preview says in numbers what a shorter choice deletes and when, without what is held", async () => {
    await moveTo(services, at("2026-06-01T12:00:00Z"));
    const { scope, companyId, documents } = await aWorkspace(["2021-01-10T00:00:00Z", "2022-06-01T00:00:00Z", "2022-09-01T00:00:00Z", "2023-06-05T00:00:00Z", "2023-06-20T00:00:00Z", "2026-05-31T00:00:00Z"], { bytes: (index) => 100 * (index + 1) });
    await placeHold(scope, { documentId: documents[1]!.id, reason: "Dispute" });
    const preview = await previewChoice(scope, "3_years");
    expect(preview).toMatchObject({
      current: "7_years", shorter: true, effectiveAt: "2026-06-08T12:00:00.000Z", firstRunAt: "2026-06-09T01:00:00.000Z", // two in the morning in Dublin
      plan: {
        kept: { files: 6, bytes: 2100 }, held: { files: 1, bytes: 200 }, heldDue: { files: 1, bytes: 200 },
        first: { files: 3, bytes: 100 + 300 + 400 }, // also the one whose time ends within the week
        firstByYear: [{ year: 2021, files: 1, bytes: 100 }, { year: 2022, files: 1, bytes: 300 }, { year: 2023, files: 1, bytes: 400 }],
        months: [{ month: "2026-06", files: 4, bytes: 1300 }, { month: "2029-05", files: 1, bytes: 600 }],
        firstDueAt: "2026-06-09T01:00:00.000Z", oldestAt: "2021-01-10T00:00:00.000Z",
      },
    });
    expect(preview.plan.first.files).toBe(3);
    expect(companyId).toBeTruthy();
    expect(await objectsOf(services, scope.workspaceId), "a preview deletes nothing").toHaveLength(6);
  });

  test("a shorter choice waits a week, owners get a mail, and it can be taken back", async () => {
    await moveTo(services, at("2026-06-01T12:00:00Z"));
    const { scope } = await aWorkspace(["2023-01-10T00:00:00Z", "2026-05-01T00:00:00Z"]);
    const asked = await chooseShorter(scope, "1_year");
    expect(asked).toMatchObject({ keep: "7_years", pending: { keep: "1_year", askedBy: "Ada Test", effectiveAt: "2026-06-08T12:00:00.000Z", firstRunAt: "2026-06-09T01:00:00.000Z", first: { files: 1 } } });
    const [mail] = await scope.transaction((tx) => tx.all(sql<{ recipient: string; subject: string; body_text: string }>`select recipient, subject, body_text from mail where workspace_id = ${tx.workspaceId}`));
    expect(mail!.recipient).toBe(`${scope.actor.id}@test.example`);
    expect(mail!.subject).toBe("Test workspace: original files will be deleted after 1 year");
    expect(mail!.body_text).toMatch(/Tuesday,? 9 June 2026/);
    expect(mail!.body_text).toContain("1 file goes with the first run.");
    expect(mail!.body_text).toContain("/settings/retention");
    await expect(chooseShorter(scope, "1_year")).rejects.toMatchObject({ code: "already_asked" });
    await moveTo(services, at("2026-06-08T11:59:59Z"));
    expect(await run(scope)).toMatchObject({ state: "finished", deleted: 0, keep: "7_years" });
    expect(await keepOldChoice(scope)).toMatchObject({ keep: "7_years", pending: null });
    await moveTo(services, at("2026-07-08T12:00:00Z"));
    expect(await run(scope)).toMatchObject({ deleted: 0, keep: "7_years" });
    expect(await objectsOf(services, scope.workspaceId)).toHaveLength(2);
    await expect(keepOldChoice(scope)).rejects.toMatchObject({ code: "nothing_pending" });
    expect((await eventsOf(scope, "retention.change_asked"))[0]!.details).toMatchObject({ before: { keep: "7_years", pending: null }, after: { keep: "7_years", pending: "1_year" }, files: 1 });
    expect((await eventsOf(scope, "retention.change_taken_back"))[0]!.details).toMatchObject({ before: { pending: "1_year" }, after: { pending: null } });
    expect(await eventsOf(scope, "retention.changed")).toEqual([]);
  });

  test("after the week the choice takes effect with the next run, once, and is an event", async () => {
    await moveTo(services, at("2026-06-01T12:00:00Z"));
    const { scope, documents } = await aWorkspace(["2023-01-10T00:00:00Z", "2026-05-01T00:00:00Z"], { pages: () => 2 });
    await chooseShorter(scope, "1_year");
    await moveTo(services, at("2026-06-08T12:00:00Z"));
    expect(await run(scope)).toMatchObject({ state: "finished", keep: "1_year", deleted: 1, derived: 4 });
    expect(await retentionView(scope)).toMatchObject({ keep: "1_year", pending: null, deleted: { files: 1 }, plan: { kept: { files: 1 } } });
    expect(await eventsOf(scope, "retention.changed")).toMatchObject([{ details: { before: { keep: "7_years" }, after: { keep: "1_year" }, askedBy: "Ada Test" } }]);
    expect(await objectsOf(services, scope.workspaceId)).toEqual([...documents[1]!.objects].sort());
    // A shorter one replaced by another shorter one begins its week anew.
    await expect(chooseShorter(scope, "3_years")).rejects.toMatchObject({ code: "not_shorter" });
    await chooseLonger(scope, "7_years");
    await chooseShorter(scope, "1_year");
    await moveTo(services, at("2026-06-14T12:00:00Z"));
    expect(await chooseShorter(scope, "3_years")).toMatchObject({ pending: { keep: "3_years", effectiveAt: "2026-06-21T12:00:00.000Z" } });
    expect(await chooseLonger(scope, "permanent")).toMatchObject({ keep: "permanent", pending: null });
  });

  test("never ahead of time: not a millisecond, not on a 29th of February, and not by a clock that was wrong at the upload", async () => {
    await moveTo(services, at("2023-02-01T00:00:00Z"));
    const { scope, companyId, documents } = await aWorkspace(["2017-02-01T10:00:00Z", "2020-02-29T10:00:00Z", "2018-06-01T00:00:00Z"]);
    await scope.transaction((tx) => tx.run(sql`update file set created_at = '2022-06-01' where id = ${documents[2]!.fileId}`)); // the database knew better than the application
    expect(companyId).toBeTruthy();
    const gone = async (time: string) => { await moveTo(services, at(time)); return (await run(scope))!.deleted; };
    expect(await gone("2024-02-01T09:59:59.999Z")).toBe(0);
    expect(await gone("2024-02-01T10:00:00.000Z")).toBe(1);
    expect(await gone("2027-02-28T23:59:59Z")).toBe(0);
    expect(await gone("2027-03-01T09:59:59Z")).toBe(0);
    expect(await gone("2027-03-01T10:00:00Z")).toBe(1);
    expect(await gone("2029-05-31T23:59:59Z")).toBe(0);
    expect(await gone("2029-06-01T00:00:00Z")).toBe(1);
  });

  test("a held document and a held company keep their files; lifted, what was due goes and what was not stays", async () => {
    await moveTo(services, at("2030-01-01T00:00:00Z"));
    const { scope, companyId, documents } = await aWorkspace(["2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z", "2022-01-01T00:00:00Z", "2029-01-01T00:00:00Z"]);
    const other = await aCompany(scope, "Quay Street");
    const [theirs] = await stock(scope, other, [at("2020-05-01T00:00:00Z")]);
    const ofDocument = await placeHold(scope, { documentId: documents[0]!.id, reason: "Dispute with the supplier" });
    const ofCompany = await placeHold(scope, { companyId, reason: "Revenue audit" });
    const second = await placeHold(scope, { companyId, reason: "Court case 7" });
    expect(ofCompany).toMatchObject({ on: "company", name: "Tidewater Joinery", files: 4, due: 3 });
    expect(await run(scope)).toMatchObject({ deleted: 1, held: 3 });
    expect(await objectsOf(services, scope.workspaceId)).not.toContain(theirs!.objects[0]);
    await liftHold(scope, ofCompany.id, "Audit closed");
    expect(await run(scope), "the court case still holds them").toMatchObject({ deleted: 0, held: 3 });
    await liftHold(scope, second.id, "Settled");
    await expect(liftHold(scope, second.id, "Again")).rejects.toMatchObject({ code: "already_lifted" });
    expect(await run(scope)).toMatchObject({ deleted: 2, held: 1 });
    await liftHold(scope, ofDocument.id, "Settled");
    expect(await run(scope)).toMatchObject({ deleted: 1, held: 0 });
    expect(await objectsOf(services, scope.workspaceId)).toEqual(documents[3]!.objects);
    await expect(placeHold(scope, { documentId: documents[0]!.id, reason: "Too late" })).rejects.toMatchObject({ code: "original_gone" });
    expect((await eventsOf(scope, "retention.hold_placed")).map((event) => event.details)).toMatchObject([{ before: null, after: { reason: "Dispute with the supplier", placedBy: "Ada Test" } }, {}, {}]);
    expect((await eventsOf(scope, "retention.hold_lifted"))[0]!.details).toMatchObject({ before: { reason: "Revenue audit" }, after: { liftedBy: "Ada Test", reason: "Audit closed" }, filesDue: 3 });
  });

  test("killed at every stage, at the first file and at a later one, and run twice: the same result, one event per file", async () => {
    const stages: Stage[] = ["begun", "marked", "made removed", "original removed", "removed", "written"];
    const outcome = async (kills: { stage: Stage; nth: number } | null) => {
      await moveTo(services, at("2030-01-01T00:00:00Z"));
      const { scope, documents } = await aWorkspace([...Array.from({ length: 7 }, (_, index) => `202${index % 3}-0${index + 1}-01T00:00:00Z`), "2029-01-01T00:00:00Z"], { pages: (index) => index % 2 });
      let left = kills?.nth ?? 0, killed = false;
      if (kills) await run(scope, { batch: 3, stages: (stage) => { if (stage === kills.stage && left-- === 0) { killed = true; throw new Error("killed"); } } }).catch(() => undefined);
      if (kills) expect(killed, `${kills.stage} ${kills.nth}`).toBe(true);
      const finished = (await run(scope, { batch: 3 }))!;
      const again = (await run(scope, { batch: 3 }))!;
      expect(again).toMatchObject({ deleted: 0, errors: 0, state: "finished" });
      const events = await deletionEvents(scope);
      const index = new Map(documents.map((document, position) => [document.fileId, position]));
      return {
        finished: { state: finished.state, deleted: finished.deleted, derived: finished.derived, resumed: finished.resumed },
        events: [...events].map(([fileId, event]) => [index.get(fileId), event.count, event.rule]).sort(),
        left: (await objectsOf(services, scope.workspaceId)).map((key) => documents.findIndex((document) => document.objects.includes(key))),
        runs: await scope.transaction(async (tx) => (await tx.one(sql<{ count: number }>`select count(*)::int as count from retention_run where workspace_id = ${tx.workspaceId}`)).count),
      };
    };
    const smooth = await outcome(null);
    expect(smooth).toMatchObject({ finished: { deleted: 7, resumed: 0 }, left: [7, 7, 7], runs: 2 });
    for (const stage of stages) for (const nth of stage === "begun" ? [0] : [0, 1]) expect(await outcome({ stage, nth }), `${stage} ${nth}`).toEqual({ ...smooth, finished: { ...smooth.finished, resumed: 1 } });
  });

  test("two runs at once are one, and a file that the store will not let go of is tried again while the others go", async () => {
    await moveTo(services, at("2030-01-01T00:00:00Z"));
    const { scope, documents } = await aWorkspace(["2020-01-01T00:00:00Z", "2020-02-01T00:00:00Z", "2020-03-01T00:00:00Z"]);
    const stubborn = documents[1]!.objects[0]!;
    const files = services.files;
    services.files = { ...files, remove: async (key) => { if (key === stubborn) throw new Error("EACCES: permission denied"); return files.remove(key); } };
    const both = await Promise.all([run(scope), run(scope)]);
    expect(both.filter((one) => one === null)).toHaveLength(1);
    expect(both.find((one) => one !== null)).toMatchObject({ state: "finished", deleted: 2, errors: 1, last_error: expect.stringContaining("permission denied") });
    services.files = files;
    await expect(placeHold(scope, { documentId: documents[1]!.id, reason: "Too late" })).rejects.toMatchObject({ code: "deletion_begun" });
    expect(await run(scope)).toMatchObject({ deleted: 1, errors: 0 });
    expect(await objectsOf(services, scope.workspaceId)).toEqual([]);
    expect([...(await deletionEvents(scope)).values()].map((event) => event.count)).toEqual([1, 1, 1]);
  });

  test("while the clock is in doubt nothing is deleted, and the page, the run and the log say why", async () => {
    await moveTo(services, at("2026-06-01T12:00:00Z"));
    const { scope } = await aWorkspace(["2020-01-01T00:00:00Z"]);
    let watched = 0;
    const clocks = { ...clocksOfTest(services), monotonicMs: () => watched };
    services.moveClock(at("2034-06-01T12:00:00Z")); // eight years in a moment
    watched += 60_000;
    expect(await runRetention(services, scope.workspaceId, { clocks })).toMatchObject({ state: "refused", deleted: 0, refused_because: expect.stringContaining("far ahead") });
    expect(await runRetention(services, scope.workspaceId, { clocks })).toMatchObject({ state: "refused", refusals: 2 });
    expect(await objectsOf(services, scope.workspaceId)).toHaveLength(1);
    const differ = { ...clocks, database: async () => at("2026-06-01T12:00:00Z") };
    expect(await runRetention(services, scope.workspaceId, { clocks: differ })).toMatchObject({ state: "refused", refused_because: expect.stringContaining("differ by more than an hour") });
    await confirmClock(services, "test", clocks);
    expect(await runRetention(services, scope.workspaceId, { clocks })).toMatchObject({ state: "finished", deleted: 1 });
  });

  test("an export that holds a deleted original goes with it; exports of what was read stay", async () => {
    services.moveClock(null);
    const client = await signedIn(holder.app);
    const company = (await client.call("POST", "/api/companies", { name: "Our Own Firm Ltd", country: "DE", currency: "EUR", timeZone: "Europe/Berlin", locale: "de" })).body.id;
    const ids: string[] = [];
    for (const [number, issueDate] of [["A-1", "2026-10-01"], ["A-2", "2026-10-02"]]) {
      const { payload, headers } = multipart([{ name: `${number}.xml`, bytes: ubl({ number: number!, issueDate: issueDate! }) }]);
      ids.push((await client.call("POST", "/api/received-invoices", payload, headers)).body.results[0].id);
    }
    await services.workJobs();
    for (const id of ids) expect((await client.call("POST", `/api/received-invoices/${id}/approve`, { version: (await client.call("GET", `/api/received-invoices/${id}`)).body.version })).status).toBe(200);
    const exported = async (format: string) => {
      const { body } = await client.call("POST", "/api/exports", { format, selection: { companyId: company, includeExported: true } });
      await services.workJobs();
      return body.id as string;
    };
    const [bundle, csv] = [await exported("originals"), await exported("csv")];
    expect((await client.call("GET", `/api/exports/${bundle}/file`)).status).toBe(200);
    const scope = retentionScope(services, client.workspaceId);
    await scope.transaction(async (tx) => {
      await tx.run(sql`update received_invoice set received_at = now() - interval '8 years' where id = ${ids[0]}`);
      await tx.run(sql`update file set created_at = now() - interval '8 years' where id = (select file_id from received_invoice where id = ${ids[0]})`);
    });
    await confirmClock(services, "test");
    expect(await runRetention(services, client.workspaceId)).toMatchObject({ state: "finished", deleted: 1, bundles: 1 });
    expect(await objectsOf(services, client.workspaceId), "the other original and the CSV").toHaveLength(2);
    const gone = await client.call("GET", `/api/exports/${bundle}/file`);
    expect([gone.status, gone.body.code]).toEqual([410, "export_deleted"]);
    expect((await client.call("GET", `/api/exports/${bundle}`)).body).toMatchObject({ state: "ready", url: null, deletedAt: expect.any(String) });
    expect((await client.call("GET", `/api/exports/${csv}/file`)).status).toBe(200);

    const original = await client.call("GET", `/api/received-invoices/${ids[0]}/original`);
    expect([original.status, original.body.code]).toEqual([410, "original_deleted"]);
    expect(original.body.message).toMatch(/^The original was deleted on \d{4}-\d\d-\d\d by the workspace's retention setting \(7 years\)\. What was read from it is kept\.$/);
    const { body: detail } = await client.call("GET", `/api/received-invoices/${ids[0]}`);
    expect(detail).toMatchObject({ invoiceNumber: "A-1", original: { kept: false, rule: "7_years", dueAt: null }, pages: [] });
    expect(Object.keys(detail.fields).length).toBeGreaterThan(5);
    expect((await client.call("GET", `/api/received-invoices/${ids[1]}`)).body.original).toMatchObject({ kept: true, rule: null, dueAt: expect.any(String), heldSince: null });
    // A new bundle holds what is there, and says what is not.
    const after = unzipSync(new Uint8Array((await client.call("GET", `/api/exports/${await exported("originals")}/file`)).raw));
    expect(Object.keys(after).sort()).toEqual([expect.stringMatching(/^2026-10-02 .*A-2\.xml$/), "NOT HERE.txt", "SHA256SUMS"]);
    expect(Buffer.from(after["NOT HERE.txt"]!).toString()).toContain(detail.fields.invoiceNumber.value);
    // The list of what was deleted, as a table and per run.
    const { body: deletions } = await client.call("GET", "/api/retention/deletions");
    expect(deletions.items.map((item: any) => [item.kind, item.sizeBytes > 0, item.rule]).sort()).toEqual([["export", true, "7_years"], ["original", true, "7_years"]]);
    const list = await client.call("GET", `/api/retention/deletions.csv?runId=${deletions.items[0].runId}`);
    expect(parse(String(list.body), { columns: true, bom: true })).toHaveLength(2);
    expect((await client.call("GET", "/api/retention/deletions.csv?runId=" + randomUUID())).body.toString().trim().split("\n")).toHaveLength(1);
  });

  test("nothing is made of an original that goes: no page drawn meanwhile stays, none can be read again", async () => {
    services.moveClock(null);
    const client = await signedIn(holder.app);
    await client.call("POST", "/api/companies", { name: "Our Own Firm Ltd", country: "DE", currency: "EUR", timeZone: "Europe/Berlin", locale: "de" });
    const scan = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=", "base64");
    const { payload, headers } = multipart([{ name: "scan.png", bytes: scan }]);
    const id: string = (await client.call("POST", "/api/received-invoices", payload, headers)).body.results[0].id;
    const scope = createScope(services, { workspaceId: client.workspaceId, actor: { kind: "system", id: null, name: "test", role: null, companies: null, may: () => true } });
    await scope.transaction(async (tx) => {
      await tx.run(sql`update received_invoice set received_at = now() - interval '8 years' where id = ${id}`);
      await tx.run(sql`update file set created_at = now() - interval '8 years' where id = (select file_id from received_invoice where id = ${id})`);
    });
    await confirmClock(services, "test");
    // The page is being drawn from the original while the run deletes it.
    const reader = services.reader;
    services.reader = { ...reader, pageImage: async () => {
      expect(await runRetention(services, client.workspaceId)).toMatchObject({ deleted: 1 });
      return { bytes: Buffer.from("drawn"), type: "image/png", width: 1, height: 1 } as Awaited<ReturnType<typeof reader.pageImage>>;
    } };
    await pageImage(scope, id, 1);
    services.reader = reader;
    expect(await objectsOf(services, client.workspaceId)).toEqual([]);
    expect((await client.call("GET", `/api/received-invoices/${id}/pages/1/image`)).body.code).toBe("original_deleted");
    // It was never read: it does not wait for ever, and says why.
    const { body } = await client.call("GET", `/api/received-invoices/${id}`);
    expect(body).toMatchObject({ state: "unreadable", reading: { code: "original_deleted", reason: expect.stringContaining("before it was read") } });
    const again = await client.call("POST", `/api/received-invoices/${id}/read-again`, { version: body.version });
    expect([again.status, again.body.code]).toEqual([410, "original_deleted"]);
    await services.workJobs();
  });

  test("the same bytes again are known, and the deletion stands", async () => {
    services.moveClock(null);
    const client = await signedIn(holder.app);
    await client.call("POST", "/api/companies", { name: "Our Own Firm Ltd", country: "DE", currency: "EUR", timeZone: "Europe/Berlin", locale: "de" });
    const upload = async () => { const { payload, headers } = multipart([{ name: "a.xml", bytes: ubl({ number: "B-1" }) }]); return (await client.call("POST", "/api/received-invoices", payload, headers)).body.results[0]; };
    const { id } = await upload();
    await services.workJobs();
    const scope = retentionScope(services, client.workspaceId);
    await scope.transaction(async (tx) => {
      await tx.run(sql`update received_invoice set received_at = now() - interval '8 years'`);
      await tx.run(sql`update file set created_at = now() - interval '8 years'`);
    });
    await confirmClock(services, "test");
    await runRetention(services, client.workspaceId);
    expect(await upload()).toMatchObject({ outcome: "already_here", id });
    expect(await objectsOf(services, client.workspaceId)).toEqual([]);
    await expect(scope.transaction((tx) => tx.run(sql`update file set deleted_at = null, wrapped_key = 'x'`))).rejects.toThrow(/cannot come back/);
  });

  test("sealed bytes without a row are removed after a day, never those with one, nor a stranger's, nor many at once", async () => {
    services.moveClock(null);
    await confirmClock(services, "test");
    const folder = join(services.config.stateDir, "files");
    const put = async (key: string, age: number) => {
      await mkdir(dirname(join(folder, key)), { recursive: true });
      await writeFile(join(folder, key), "sealed");
      await utimes(join(folder, key), new Date(Date.now() - age), new Date(Date.now() - age));
      return key;
    };
    const { scope, documents } = await aWorkspace(["2026-01-01T00:00:00Z"]);
    const ws = scope.workspaceId;
    await utimes(join(folder, documents[0]!.objects[0]!), new Date("2020-01-01"), new Date("2020-01-01"));
    const orphan = await put(`${ws}/${randomUUID()}`, 25 * 3_600_000);
    const young = await put(`${ws}/${randomUUID()}`, 23 * 3_600_000);
    const stranger = await put(`${randomUUID()}/${randomUUID()}`, 90 * day);
    await mkdir(join(folder, "tmp"), { recursive: true });
    const half = join(folder, "tmp", randomUUID());
    await writeFile(half, "half");
    await utimes(half, new Date("2020-01-01"), new Date("2020-01-01"));
    let monotonic = 0;
    const look = () => sweepOrphans(services, { monotonicMs: () => monotonic });
    expect(await look(), "seen for the first time").toMatchObject({ removed: 0, unfinished: 1 });
    expect(await services.files.has(orphan)).toBe(true);
    monotonic += 59 * 60_000;
    expect((await look()).removed).toBe(0);
    monotonic += 60_000;
    expect((await look()).removed).toBe(1);
    expect(await objectsOf(services, ws)).toEqual([documents[0]!.objects[0]!, young].sort());
    expect(await services.files.has(stranger)).toBe(true);
    expect((await eventsOf(scope, "retention.orphans_removed"))[0]!.details).toEqual({ keys: [orphan] });
    // An object that came back by a restored store is removed again: its file is deleted.
    await moveTo(services, at("2034-01-01T00:00:00Z"));
    await run(scope);
    services.moveClock(null);
    await confirmClock(services, "test");
    const back = await put(documents[0]!.objects[0]!, 2 * day);
    await look();
    monotonic += 2 * 3_600_000;
    expect((await look()).removed).toBe(1);
    expect(await services.files.has(back)).toBe(false);
    // More than a crash leaves: the wrong database, say. Nothing is touched.
    for (let index = 0; index < 120; index++) await put(`${ws}/${randomUUID()}`, 2 * day);
    await look();
    monotonic += 2 * 3_600_000;
    expect((await look()).removed).toBe(0);
    await rm(join(folder, ws), { recursive: true });
  });

  test("the worker's sweep asks for each workspace's run once, and the job does it", async () => {
    services.moveClock(null);
    const { scope } = await aWorkspace(["2016-01-01T00:00:00Z"]);
    await confirmClock(services, "test");
    const sweep = sweeps.find((one) => one.name === "retention")!;
    const waiting = () => scope.transaction(async (tx) => (await tx.one(sql<{ count: number }>`select count(*)::int as count from pgboss.job where name = 'retention.run' and state = 'created' and data->>'workspaceId' = ${tx.workspaceId}`)).count);
    await sweep.run(services);
    await sweep.run(services);
    expect(await waiting()).toBe(1);
    await services.workJobs();
    const view = await retentionView(scope);
    expect(view).toMatchObject({ deleted: { files: 1 }, lastRun: { state: "finished", deleted: { files: 1 } }, clock: { trusted: true } });
    expect(new Date(view.nextRunAt).getTime() - Date.now()).toBeLessThanOrEqual(day + 3_600_000);
    expect(new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Dublin" }).format(new Date(view.nextRunAt))).toBe("02:00");
    await sweep.run(services);
    expect(await waiting(), "not again before the night").toBe(0);
    expect(jobs.some((job) => job.kind === "retention.run")).toBe(true);
  });

  test("A9 A15 everybody who sees originals sees how long they stay, who manages settings changes it; shortening and lifting ask for a fresh proof and refuse keys", async () => {
    services.moveClock(null);
    const owner = await signedIn(holder.app);
    const companyId = (await owner.call("POST", "/api/companies", { name: "Our Own Firm Ltd", country: "DE", currency: "EUR", timeZone: "Europe/Berlin", locale: "de" })).body.id;
    const keyOf = async (role: string) => clientOf(holder.app, { key: (await owner.call("POST", "/api/api-keys", { name: role, role })).body.key });
    const [admin, member] = [await keyOf("admin"), await keyOf("member")];
    expect((await member.call("GET", "/api/retention")).body).toMatchObject({ keep: "7_years" });
    expect((await member.call("GET", "/api/retention/preview?keep=1_year")).status).toBe(200);
    for (const list of ["holds", "runs", "deletions", "deletions.csv"]) expect((await member.call("GET", `/api/retention/${list}`)).status, list).toBe(403);
    expect((await member.call("PUT", "/api/retention", { keep: "permanent" })).status).toBe(403);
    expect((await admin.call("GET", "/api/retention")).status).toBe(200);
    expect((await admin.call("POST", "/api/retention/shorter", { keep: "1_year" })).body.code).toBe("person_needed");
    expect((await owner.call("POST", "/api/retention/shorter", { keep: "soon" })).status).toBe(400);
    expect((await owner.call("POST", "/api/retention/shorter", { keep: "1_year" })).body).toMatchObject({ keep: "7_years", pending: { keep: "1_year" } });
    expect((await owner.call("DELETE", "/api/retention/pending")).body).toMatchObject({ pending: null });
    const hold = (await owner.call("POST", "/api/retention/holds", { companyId, reason: "Audit" })).body;
    expect((await owner.call("POST", "/api/retention/holds", { companyId, documentId: randomUUID(), reason: "Audit" })).status).toBe(400);
    expect((await owner.call("POST", "/api/retention/holds", { companyId, reason: " " })).status).toBe(400);
    expect((await owner.call("POST", "/api/retention/holds", { documentId: randomUUID(), reason: "Audit" })).status).toBe(404);
    expect((await admin.call("POST", `/api/retention/holds/${hold.id}/lift`, { reason: "Closed" })).body.code).toBe("person_needed");
    services.moveClock(new Date(Date.now() + 11 * 60_000));
    expect((await owner.call("POST", "/api/retention/shorter", { keep: "1_year" })).body.code).toBe("step_up_needed");
    expect((await owner.call("POST", `/api/retention/holds/${hold.id}/lift`, { reason: "Closed" })).body.code).toBe("step_up_needed");
    services.moveClock(null);
    // A document moves to no other company while its own is held.
    const other = (await owner.call("POST", "/api/companies", { name: "Second Ltd", country: "DE", currency: "EUR", timeZone: "Europe/Berlin", locale: "de" })).body.id;
    const { payload, headers } = multipart([{ name: "a.xml", bytes: ubl() }], { companyId });
    const id = (await owner.call("POST", "/api/received-invoices", payload, headers)).body.results[0].id;
    await services.workJobs();
    const { body } = await owner.call("GET", `/api/received-invoices/${id}`);
    expect(body.original.heldSince).toBe(hold.placedAt);
    expect((await owner.call("POST", `/api/received-invoices/${id}/move`, { version: body.version, companyId: other })).body.code).toBe("under_legal_hold");
    expect((await owner.call("GET", `/api/retention/holds?documentId=${id}`)).body.items).toMatchObject([{ id: hold.id, on: "company", files: 1, due: 0 }]);
    expect((await owner.call("POST", `/api/retention/holds/${hold.id}/lift`, { reason: "Closed" })).body).toMatchObject({ liftedBy: "Ada Test", liftReason: "Closed" });
    expect((await owner.call("POST", `/api/received-invoices/${id}/move`, { version: body.version, companyId: other })).status).toBe(200);
    for (const cursor of ["rubbish", Buffer.from('["x","y"]').toString("base64url")]) for (const list of ["holds", "runs", "deletions"]) expect((await owner.call("GET", `/api/retention/${list}?cursor=${cursor}`)).status, list).toBe(400);
  });

  test("a choice that falls short of a country's law is named, with the shortest that meets it", () => {
    expect(fallsShortOf("3_years", ["IE", "US"]).map((rule) => rule.country)).toEqual(["IE"]);
    expect(fallsShortOf("7_years", ["IE", "US", "GB"])).toEqual([]);
    expect(fallsShortOf("7_years", ["NL"]).map((rule) => rule.years), "seven years counted from the end of the year are more").toEqual([7]);
    expect(fallsShortOf("permanent", ["DE", "CH"])).toEqual([]);
    expect([enoughFor(["IE"]), enoughFor(["US"]), enoughFor(["DE", "IE"]), enoughFor([])]).toEqual(["7_years", "3_years", "permanent", "1_year"]);
  });
});
