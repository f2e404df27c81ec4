import type { Field, Reading } from "@counterfoil/extract";
import { describe, expect, test } from "vitest";
import { aScope, testServices } from "../../test/builders.ts";
import { ubl } from "../../test/received-documents.ts";
import { createCompany } from "../companies/index.ts";
import { NewCompany } from "../companies/contract.ts";
import type { Reader, ReadOutcome } from "../platform/reading/child.ts";
import type { Scope } from "../workspaces/index.ts";
import { resumeReading } from "./jobs.ts";
import { claimPending } from "./queries.ts";
import { jobScope, readNext, readWaiting } from "./read.ts";
import { receiveFile } from "./receive.ts";
import { givePassword, readAgain } from "./requeue.ts";
import { receivedDetail } from "./stored.ts";

describe("reading", () => {
  const services = testServices();

  const aReader = async (): Promise<Scope> => {
    const scope = await aScope(services);
    await createCompany(scope, NewCompany.parse({ name: "Our Own Firm Ltd", country: "DE", currency: "EUR", timeZone: "Europe/Berlin", locale: "de" }));
    return scope;
  };
  const receive = async (scope: Scope, bytes = ubl(), fileName = "a.xml") => (await receiveFile(scope, { fileName, bytes: (async function* () { yield bytes; })() })).id!;
  const jobsWaiting = async () => Number((await services.database.pool.query("select count(*) from pgboss.job where name = 'received-invoices.read' and state in ('created', 'retry')")).rows[0].count);
  const withReader = async <T>(read: Reader["read"], work: () => Promise<T>): Promise<T> => {
    const real = services.reader;
    services.reader = { ...real, read };
    return work().finally(() => { services.reader = real; });
  };

  test("an e-invoice is read by its own process, with values, evidence rules and nothing to ask", async () => {
    const scope = await aReader();
    const id = await receive(scope, ubl({ number: "RE-1", net: "100.00", tax: "19.00", gross: "119.00" }));
    await services.workJobs();
    const detail = await receivedDetail(scope, id);
    expect(detail).toMatchObject({
      state: "to_review", invoiceNumber: "RE-1", supplierName: "Harbour Print Works GmbH", issueDate: "2026-11-02", dueDate: "2026-11-16", currency: "EUR", grossTotal: "119.00",
      netTotal: "100.00", syntax: "ubl", blocking: 0, questions: [], pages: [], proof: "complete",
    });
    expect(detail.fields["supplier.iban"]).toMatchObject({ value: "DE02120300000000202051", source: "xml", level: "proven" });
    expect(detail.lines[0]!.description!.value).toBe("Posters, A2");
  });

  test("jobs for one workspace are asked for once while one waits, and it reads all that is there", async () => {
    const scope = await aReader();
    const before = await jobsWaiting();
    const ids = [await receive(scope), await receive(scope, ubl({ issueDate: "2026-10-01" })), await receive(scope, ubl({ issueDate: "2026-10-02" }))];
    expect(await jobsWaiting()).toBe(before + 1);
    await services.workJobs();
    for (const id of ids) expect((await receivedDetail(scope, id)).state).toBe("to_review");
  });

  test("a document whose worker was killed is taken over after its lease and ends once", async () => {
    const scope = await aReader();
    const id = await receive(scope);
    const dead = "11111111-1111-4111-8111-111111111111";
    const claim = await scope.transaction((tx) => claimPending(tx, dead, 1, 2));
    expect(claim?.id).toBe(id);
    expect((await receivedDetail(scope, id)).state).toBe("reading");
    expect(await readNext(jobScope(services, scope.workspaceId))).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await services.database.pool.query("delete from pgboss.job where name = 'received-invoices.read'");
    await asOwner((query) => query("update pending_reading set job_asked_at = now() - interval '1 hour'"));
    await resumeReading(services);
    expect(await jobsWaiting()).toBe(1);
    await services.workJobs();
    expect((await receivedDetail(scope, id)).state).toBe("to_review");
    const events = await asOwner((query) => query("select action from event where subject_id = $1 order by seq", [id]));
    expect(events.rows.map((row) => row.action)).toEqual(["received_invoice.received", "received_invoice.read"]);
  });

  test("a worker that lost its lease to another stores nothing", async () => {
    const scope = await aReader();
    const id = await receive(scope);
    let release = () => {};
    const gate = new Promise<void>((resolve) => { release = resolve; });
    const slow = withReader(async () => { await gate; return { outcome: "unreadable", code: "damaged", reason: "late", remedy: "" } as ReadOutcome; }, async () => {
      const late = readNext(jobScope(services, scope.workspaceId));
      await new Promise((resolve) => setTimeout(resolve, 200));
      await asOwner((query) => query("update pending_reading set lease_until = now() - interval '1 second', lease_token = gen_random_uuid()"));
      release();
      return late;
    });
    await slow;
    expect((await receivedDetail(scope, id)).reading.state).toBe("reading");
    await readWaiting(services, scope.workspaceId);
    expect((await receivedDetail(scope, id)).state).toBe("to_review");
  });

  test("one workspace's files take no more than its share, so that another's are read meanwhile", async () => {
    const [busy, other] = [await aReader(), await aReader()];
    for (let index = 0; index < 6; index++) await receive(busy);
    await receive(other);
    const reading = new Map<string, number>();
    let most = 0;
    let release = () => {};
    const gate = new Promise<void>((resolve) => { release = resolve; });
    await withReader(async (bytes, options) => {
      const key = options?.own?.[0]?.name ?? "";
      reading.set(key, (reading.get(key) ?? 0) + 1);
      most = Math.max(most, [...reading.values()].reduce((sum, count) => sum + count, 0));
      await gate;
      return { outcome: "unreadable", code: "damaged", reason: "", remedy: "" };
    }, async () => {
      const works = [busy, busy, busy, busy, other].map((scope) => readNext(jobScope(services, scope.workspaceId)));
      await new Promise((resolve) => setTimeout(resolve, 500));
      release();
      expect((await Promise.all(works)).filter(Boolean)).toHaveLength(3);
    });
    expect(most).toBe(3);
  });

  test("abuse-5 a file that takes its worker along again and again ends as unreadable, not in a loop", async () => {
    const scope = await aReader();
    const id = await receive(scope);
    for (let round = 0; round < 5; round++) {
      expect(await scope.transaction((tx) => claimPending(tx, "22222222-2222-4222-8222-222222222222", 60, 2))).toBeTruthy();
      await asOwner((query) => query("update pending_reading set lease_until = now() - interval '1 second'"));
    }
    await readWaiting(services, scope.workspaceId);
    expect(await receivedDetail(scope, id)).toMatchObject({ state: "unreadable", reading: { code: "crashed" } });
  });

  test("when the reader itself cannot work the document is given back and read by the next job", async () => {
    const scope = await aReader();
    const id = await receive(scope);
    await withReader(async () => { throw new Error("no child could be started"); }, async () => {
      await expect(readWaiting(services, scope.workspaceId)).rejects.toThrow("no child");
    });
    expect((await receivedDetail(scope, id)).reading.state).toBe("reading");
    await readWaiting(services, scope.workspaceId);
    expect((await receivedDetail(scope, id)).state).toBe("to_review");
  });

  test("a protected file asks for its password until one fits, and keeps it sealed", async () => {
    const scope = await aReader();
    const id = await receive(scope);
    const passwords: (string | undefined)[] = [];
    const needs: Reader["read"] = async (_bytes, options) => {
      passwords.push(options?.password);
      return options?.password === "open sesame" ? { outcome: "read", reading: aReading(), flags: [] } : { outcome: "unreadable", code: "password", reason: "needs one", remedy: "enter it" };
    };
    await withReader(needs, async () => {
      await readWaiting(services, scope.workspaceId);
      expect((await receivedDetail(scope, id)).state).toBe("needs_password");
      await givePassword(scope, id, "wrong");
      await readWaiting(services, scope.workspaceId);
      expect((await receivedDetail(scope, id)).state).toBe("needs_password");
      await givePassword(scope, id, "open sesame");
      await readWaiting(services, scope.workspaceId);
    });
    expect((await receivedDetail(scope, id)).state).toBe("to_review");
    expect(passwords).toEqual([undefined, "wrong", "open sesame"]);
    const stored = await asOwner((query) => query("select sealed_password from received_invoice where id = $1", [id]));
    expect(stored.rows[0].sealed_password.toString("latin1")).not.toContain("sesame");
  });

  test("read again, a document starts from the new reading", async () => {
    const scope = await aReader();
    const id = await receive(scope);
    await readWaiting(services, scope.workspaceId);
    const { version } = await receivedDetail(scope, id);
    await withReader(async () => ({ outcome: "read", reading: aReading({ invoiceNumber: "NEW-1" }), flags: [] }), async () => {
      await readAgain(scope, id, version);
      await readWaiting(services, scope.workspaceId);
    });
    expect((await receivedDetail(scope, id)).invoiceNumber).toBe("NEW-1");
  });

  test("progress is told page by page", async () => {
    const scope = await aReader();
    const id = await receive(scope);
    await withReader(async (_bytes, options) => {
      options?.onProgress?.({ stage: "ocr", page: 2, pages: 5 });
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect((await receivedDetail(scope, id)).reading).toMatchObject({ state: "reading", page: 2, pages: 5 });
      return { outcome: "unreadable", code: "no_text", reason: "", remedy: "" };
    }, () => readWaiting(services, scope.workspaceId));
  });

  const asOwner = async <T>(work: (query: import("pg").Client["query"]) => Promise<T>): Promise<T> => {
    const { default: pg } = await import("pg");
    const client = new pg.Client(services.databaseConnections.admin);
    await client.connect();
    return work(client.query.bind(client) as import("pg").Client["query"]).finally(() => client.end());
  };
});

const field = (value: string): Field => ({ value, source: "text", confidence: 0.9, level: "sure", evidence: [{ page: 1, box: { x: 1, y: 1, width: 1, height: 1 }, raw: value }], checks: [], alternatives: [] });
const aReading = (values: Record<string, string> = {}): Reading => ({
  engine: { name: "counterfoil", version: "test" }, syntax: "pdf", lines: [], taxes: [], accounts: [], allowances: [], charges: [], identifiers: [], checks: [], proof: "none", problems: [],
  pages: [{ number: 1, width: 595, height: 842, source: "text", reason: "", words: 10 }],
  fields: Object.fromEntries(Object.entries({ invoiceNumber: "P-1", issueDate: "2026-01-02", currency: "EUR", grossTotal: "10.00", "supplier.name": "Somebody", ...values }).map(([path, value]) => [path, field(value)])),
});
