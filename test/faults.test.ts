// What is acknowledged is never lost: web, worker and database are killed with -9 under uploads, issues and payments. Each
// acknowledged operation must then be there exactly once, numbers without gap, files whole, the audit chain intact.
// CF_FAULT_ROUNDS sets how often each is killed (2 here, 10 for an acceptance run).
import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aBookkeeper, startProduct, type Caller, type Product } from "./product.ts";
import { ubl } from "./received-documents.ts";

const rounds = Number(process.env["CF_FAULT_ROUNDS"] ?? 2);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("V2.3.3 kill -9 under load", () => {
  let product: Product;
  let call: Caller;
  let companyId: string;
  let customerId: string;
  beforeAll(async () => {
    product = await startProduct();
    ({ call, companyId } = await aBookkeeper(product.address));
    customerId = (await call("POST", "/api/customers", { companyId, name: "Quay Street Brewing", country: "IE" })).body.id;
  });
  afterAll(() => product?.stop());

  /** Sends until an answer arrives; the key makes repeats safe. */
  async function insist(method: string, path: string, body: unknown): Promise<any> {
    const key = randomUUID();
    for (let tries = 0; tries < 200; tries++) {
      const answer = await call(method, path, body, { "idempotency-key": key }).catch(() => null);
      if (answer && answer.status < 300) return answer.body;
      if (answer && answer.status < 500 && answer.status !== 429) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      await pause(100);
    }
    throw new Error(`${path}: no answer after 200 tries`);
  }

  test(`each of web, worker and database ${rounds} times: nothing acknowledged is lost, nothing is there twice`, async () => {
    const uploads: { id: string; sha256: string }[] = [];
    const issued: { id: string; number: string }[] = [];
    const payments: string[] = [];
    let running = true;
    const loop = async (work: () => Promise<void>) => { while (running) { await work(); await pause(20); } };
    const load = Promise.all([
      loop(async () => {
        const bytes = ubl({ number: `S-${randomUUID().slice(0, 8)}` });
        const form = () => { const data = new FormData(); data.append("file", new Blob([new Uint8Array(bytes)]), "theirs.xml"); return data; };
        for (;;) {
          const answer = await call("POST", "/api/received-invoices", form()).catch(() => null);
          const result = answer && answer.status < 300 ? answer.body.results[0] : null;
          if (result?.id) { uploads.push({ id: result.id, sha256: createHash("sha256").update(bytes).digest("hex") }); return; }
          await pause(answer?.status === 429 ? 1000 : 100);
        }
      }),
      loop(async () => {
        const draft = await insist("POST", "/api/invoices", { companyId, customerId, currency: "EUR", lines: [{ name: "Bar", quantity: "1", unitPrice: "100.00", vatCategory: "S", vatRate: "23" }] });
        const invoice = await insist("POST", `/api/invoices/${draft.id}/issue`, {});
        issued.push({ id: invoice.id, number: invoice.number });
      }),
      loop(async () => {
        const payment = await insist("POST", "/api/payments", { companyId, customerId, receivedOn: "2026-01-15", amount: "10.00", currency: "EUR", allocations: "none" });
        payments.push(payment.id);
      }),
    ]);
    load.catch(() => undefined);

    for (let round = 0; round < rounds; round++) {
      for (const part of ["web", "worker", "database"] as const) {
        await pause(300 + Math.random() * 700);
        const pid = product.pidOf(part)!;
        process.kill(pid, "SIGKILL");
        await expect.poll(() => product.pidOf(part) !== null && product.pidOf(part) !== pid, { timeout: 30_000, interval: 50 }).toBe(true);
        await expect.poll(() => call("GET", "/healthz").then((answer) => answer.status, () => 0), { timeout: 30_000, interval: 50 }).toBe(200);
      }
    }
    await pause(500);
    running = false;
    await load;
    console.info(`${rounds} kills each of web, worker and database: acknowledged ${uploads.length} uploads, ${issued.length} issues, ${payments.length} payments`);
    expect(Math.min(uploads.length, issued.length, payments.length)).toBeGreaterThan(rounds);

    // Issues: every acknowledged number once, and the series without a gap.
    expect(new Set(issued.map((one) => one.number)).size).toBe(issued.length);
    for (const one of issued) expect((await call("GET", `/api/invoices/${one.id}`)).body).toMatchObject({ number: one.number, document: "issued" });
    const report = (await call("GET", `/api/invoices/numbers?companyId=${companyId}`)).body;
    expect(report.intact).toBe(true);
    const all: { number: string | null }[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const page: { items: { number: string | null }[]; nextCursor: string | null } = (await call("GET", `/api/invoices?companyId=${companyId}&limit=200${cursor ? `&cursor=${cursor}` : ""}`)).body;
      all.push(...page.items);
      cursor = page.nextCursor;
    }
    const numbers = all.flatMap((one) => one.number ?? []).map((number) => Number(/(\d+)$/.exec(number)![1])).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1));
    expect(numbers.length).toBe(issued.length);

    // Payments: each key made exactly one.
    const kept: string[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const page: { items: { id: string }[]; nextCursor: string | null } = (await call("GET", `/api/payments?companyId=${companyId}&limit=200${cursor ? `&cursor=${cursor}` : ""}`)).body;
      kept.push(...page.items.map((one) => one.id));
      cursor = page.nextCursor;
    }
    expect(kept.sort()).toEqual([...payments].sort());

    // Uploads: whole on disk, read to an end, each once.
    expect(new Set(uploads.map((one) => one.id)).size).toBe(uploads.length);
    for (const one of uploads) {
      const original = await call("GET", `/api/received-invoices/${one.id}/original`);
      expect(createHash("sha256").update(original.bytes).digest("hex")).toBe(one.sha256);
    }
    const unread = async () => {
      const states = await Promise.all(uploads.map(async (one) => (await call("GET", `/api/received-invoices/${one.id}`)).body.reading.state));
      return states.filter((state) => state !== "read").length;
    };
    await expect.poll(unread, { timeout: 120_000, interval: 1000 }).toBe(0);
    expect((await call("POST", "/api/events/verify", {})).body).toMatchObject({ intact: true });
  }, 600_000);
});
