import { randomUUID } from "node:crypto";
import pg from "pg";
import { sql, type RawBuilder } from "kysely";
import { describe, expect, test } from "vitest";
import { anApp, aScope, signedIn, testServices, type Client } from "../../test/builders.ts";
import { createCompany } from "../companies/index.ts";
import { NewCompany } from "../companies/contract.ts";
import { createSeries } from "../companies/series.ts";
import { createParty } from "../parties/index.ts";
import { NewParty } from "../parties/contract.ts";
import type { Scope } from "../workspaces/index.ts";
import { NewInvoice } from "./contract.ts";
import { createInvoice } from "./draft.ts";
import { issueInvoice } from "./issue.ts";
import { findInvoice, numberReport } from "./queries.ts";
import { printInvoice } from "./print.ts";
import { hashOfSnapshot } from "./snapshot.ts";

const aCompany = { name: "Tidewater Joinery", legalName: "Tidewater Joinery Ltd", country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE", addressLine1: "1 Quay Street", city: "Kinsale", vatId: "IE1234567WA", iban: "IE29AIBK93115212345678", termsDays: 30 };
const aLine = { name: "Bar and back-bar", quantity: "1", unitPrice: "100.00", vatCategory: "S", vatRate: "23" };

async function books(scope: Scope) {
  const company = await createCompany(scope, NewCompany.parse(aCompany));
  const customer = await createParty(scope, "customer", NewParty.parse({ companyId: company.id, name: "Quay Street Brewing", number: "C-1", country: "IE" }));
  const aDraft = (more: object = {}) => createInvoice(scope, NewInvoice.parse({ companyId: company.id, customerId: customer.id, currency: "EUR", lines: [aLine], ...more }));
  return { company, customer, aDraft };
}

describe("issuing", () => {
  const services = testServices();

  test("I2 changing company, customer and item changes no issued invoice: printing it again gives the stored bytes", async () => {
    const scope = await aScope(services);
    const { company, customer, aDraft } = await books(scope);
    const { id } = await issueInvoice(scope, (await aDraft()).id, {});
    await services.workJobs();
    const before = (await scope.transaction((tx) => findInvoice(tx, id)))!;
    expect(before.pdf_sha256).not.toBeNull();
    await scope.transaction(async (tx) => {
      await tx.run(sql`update company set name = 'Other', template = 'letter', paper = 'us-letter', colour = '#ff0000' where id = ${company.id}`);
      await tx.run(sql`update party set name = 'Somebody else', address_line1 = 'Elsewhere' where id = ${customer.id}`);
    });
    const after = (await scope.transaction((tx) => findInvoice(tx, id)))!;
    expect(hashOfSnapshot(after.snapshot).equals(before.snapshot_hash!)).toBe(true);
    const { createHash } = await import("node:crypto");
    const again = createHash("sha256").update(await printInvoice(after.snapshot!, null)).digest();
    expect(again.equals(before.pdf_sha256!)).toBe(true);
  });

  test("V2.3.4 N3 200 invoices issued at once in one series get 200 consecutive numbers, and the gap report is empty", async () => {
    const scope = await aScope(services);
    const { aDraft } = await books(scope);
    const drafts: { id: string }[] = [];
    for (let index = 0; index < 200; index++) drafts.push(await aDraft());
    const began = Date.now();
    const issued = await Promise.all(drafts.map((draft) => issueInvoice(scope, draft.id, {})));
    console.info(`200 invoices issued at once in ${Date.now() - began} ms`);
    const year = issued[0]!.issue_date!.slice(0, 4);
    expect(issued.map((invoice) => invoice.number).sort()).toEqual(Array.from({ length: 200 }, (_, index) => `${year}-${String(index + 1).padStart(4, "0")}`));
    const report = await scope.transaction((tx) => numberReport(tx, null));
    expect(report).toMatchObject([{ used: 200, first_number: 1n, last_number: 200n, missing: null, missing_count: 0 }]);
  });

  test("N3 a series that is held up does not hold up another, and a number that exists already is refused", async () => {
    const scope = await aScope(services);
    const { company, aDraft } = await books(scope);
    const series = await createSeries(scope, company.id, { name: "Shop", kind: "invoice", pattern: "S{year}-{counter}", resets: "yearly", chronological: true, isDefault: false });
    await expect(createSeries(scope, company.id, { name: "Second", kind: "invoice", pattern: "{year}-{counter:4}", resets: "yearly", chronological: true, isDefault: false })).rejects.toMatchObject({ code: "series_pattern_taken" });
    const [first, second, shop] = [await aDraft(), await aDraft(), await aDraft({ seriesId: series.id })];
    let release = () => {};
    const held = scope.transaction(async (tx) => {
      await tx.run(sql`select 1 from number_series where company_id = ${company.id} and kind = 'invoice' and is_default for no key update`);
      await new Promise<void>((resolve) => (release = resolve));
    });
    const waiting = issueInvoice(scope, first.id, {});
    expect((await issueInvoice(scope, shop.id, {})).number).toMatch(/^S\d{4}-1$/);
    release();
    await held;
    const { number } = await waiting;
    // As if the pattern had been changed so that it meets an old number.
    await scope.transaction((tx) => tx.run(sql`update number_series set pattern = ${number} where company_id = ${company.id} and kind = 'invoice' and is_default`));
    await expect(issueInvoice(scope, second.id, {})).rejects.toMatchObject({ code: "number_taken" });
  });

  test("V2.3.3 N4 a crash at any step of issuing leaves draft and counter as they were, and the next try gets the number", async () => {
    const scope = await aScope(services);
    const { aDraft } = await books(scope);
    const draft = await aDraft();
    // Every write of the verb fails once, in turn, as if the process had died there.
    for (const step of ["insert into number_counter", "update number_series", "insert into invoice_tax", "update invoice set number", "enqueue", "insert into event ", "update event_head"]) {
      let hit = false;
      const cut = (text: string) => { if (text.replace(/\s+/g, " ").includes(step)) { hit = true; throw new Error(`power cut at ${step}`); } };
      await expect(scope.transaction((tx) => {
        for (const name of ["one", "maybe", "all", "run"] as const) {
          const through = tx[name] as (query: RawBuilder<unknown>) => Promise<unknown>;
          Object.assign(tx, { [name]: async (query: RawBuilder<unknown>) => { cut(query.compile(tx.db).sql); return through(query); } });
        }
        Object.assign(tx, { enqueue: async () => cut("enqueue") });
        return issueInvoice(scope, draft.id, {});
      })).rejects.toThrow("power cut");
      expect(hit, step).toBe(true);
      const after = await scope.transaction((tx) => findInvoice(tx, draft.id));
      expect([after!.number, after!.issued_at]).toEqual([null, null]);
    }
    expect((await issueInvoice(scope, draft.id, {})).number).toMatch(/-0001$/);
  });

  test("N7 the period of a number follows the issue date in the company's zone, also at UTC+14", async () => {
    const scope = await aScope(services);
    const company = await createCompany(scope, NewCompany.parse({ ...aCompany, timeZone: "Pacific/Kiritimati" }));
    const customer = await createParty(scope, "customer", NewParty.parse({ companyId: company.id, name: "Atoll Books" }));
    const issueAt = async (instant: string) => {
      services.moveClock(new Date(instant));
      const draft = await createInvoice(scope, NewInvoice.parse({ companyId: company.id, customerId: customer.id, currency: "EUR", lines: [aLine] }));
      return (await issueInvoice(scope, draft.id, {})).number;
    };
    try {
      expect(await issueAt("2026-12-31T09:59:59Z")).toBe("2026-0001");
      expect(await issueAt("2026-12-31T10:00:00Z")).toBe("2027-0001");
    } finally {
      services.moveClock(null);
    }
  });

  test("N8 an issue date before the last one is refused with the invoice that blocks it", async () => {
    const scope = await aScope(services);
    const { aDraft } = await books(scope);
    await issueInvoice(scope, (await aDraft()).id, { issueDate: "2026-03-02" });
    await expect(issueInvoice(scope, (await aDraft()).id, { issueDate: "2026-03-01" })).rejects.toMatchObject({ code: "issue_date_too_early", message: "The issue date is before 2026-0001 (2026-03-02). Choose 2026-03-02 or later." });
    expect((await issueInvoice(scope, (await aDraft()).id, { issueDate: "2026-03-02" })).number).toBe("2026-0002");
    await expect(issueInvoice(scope, (await aDraft()).id, { issueDate: "2999-01-01" })).rejects.toMatchObject({ code: "issue_date_in_future" });
  });

  test("N6 I1 an issued invoice cannot be changed or deleted by SQL, not even by the owner of its table", async () => {
    const scope = await aScope(services);
    const { aDraft } = await books(scope);
    const { id } = await issueInvoice(scope, (await aDraft()).id, {});
    const owner = new pg.Client(services.databaseConnections.admin);
    await owner.connect();
    try {
      for (const statement of [
        "delete from invoice", "update invoice set total_minor = 1", "update invoice set number = 'X'", "update invoice set issued_at = null", "update invoice set customer_id = null", "update invoice set snapshot = '{}'",
        "update invoice set issue_date = '2020-01-01'", "update invoice_line set name = 'x'", "delete from invoice_line", "update invoice_tax set tax_minor = 0", "delete from invoice_tax",
      ]) await expect(owner.query(`${statement} where ${/invoice_(line|tax)/.test(statement) ? "invoice_id" : "id"} = '${id}'`), statement).rejects.toThrow(/cannot change|cannot be deleted|append-only/);
      await expect(owner.query("truncate invoice cascade")).rejects.toThrow(/append-only/);
      await owner.query(`update invoice set internal_note = 'free' where id = '${id}'`);
    } finally {
      await owner.end();
    }
    await expect(scope.transaction((tx) => tx.run(sql`insert into invoice_line (id, workspace_id, invoice_id, position, name, quantity, unit, unit_price, vat_category, vat_rate, amount_minor, net_minor)
      values (${randomUUID()}, ${tx.workspaceId}, ${id}, 99, 'smuggled', 1, 'C62', 1, 'S', 23, 1, 1)`))).rejects.toThrow(/no further lines/);
  });

});

describe("invoices over the API", () => {
  const services = testServices();
  const holder = anApp(services);

  async function ready(): Promise<{ owner: Client; companyId: string; customerId: string; draft: (more?: object) => Promise<any>; issued: (more?: object) => Promise<any> }> {
    const owner = await signedIn(holder.app);
    const { body: company } = await owner.call("POST", "/api/companies", aCompany);
    const { body: customer } = await owner.call("POST", "/api/customers", { companyId: company.id, name: "Quay Street Brewing", number: "C-1", email: "ap@quay.example", country: "DE" });
    const draft = async (more: object = {}) => {
      const answer = await owner.call("POST", "/api/invoices", { companyId: company.id, customerId: customer.id, currency: "EUR", lines: [aLine], ...more });
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      return answer.body;
    };
    const issued = async (more: object = {}) => {
      const answer = await owner.call("POST", `/api/invoices/${(await draft(more)).id}/issue`, {});
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      return answer.body;
    };
    return { owner, companyId: company.id, customerId: customer.id, draft, issued };
  }

  test("V2.2.2 T6 the totals of a draft are those of the one money kernel, and say why it cannot be issued yet", async () => {
    const { owner, draft } = await ready();
    const made = await draft({
      lines: [{ ...aLine, unitPrice: "100.01", vatRate: "20" }, { ...aLine, name: "Book", unitPrice: "33.33", vatRate: "5.5" }],
      changes: [{ kind: "allowance", change: { percent: "10" }, reason: "Opening offer" }],
    });
    expect(made.totals).toMatchObject({ lineTotal: "133.34", allowanceTotal: "13.33", netTotal: "120.01", vatTotal: "19.65", grossTotal: "139.66" });
    expect(made.totals.vat.map((row: { base: string; tax: string }) => [row.base, row.tax])).toEqual([["90.01", "18.00"], ["30.00", "1.65"]]);
    expect([made.document, made.settlement, made.number, made.blockers]).toEqual(["draft", null, null, []]);
    const empty = await draft({ customerId: null, lines: [] });
    expect(empty.blockers.map((one: { code: string }) => one.code)).toEqual(["invoice_without_customer", "invoice_without_lines"]);
    const reverse = await draft({ lines: [{ ...aLine, vatCategory: "AE", vatRate: "0" }] });
    expect(reverse.blockers[0].code).toBe("customer_vat_id_missing");
    expect((await owner.call("POST", `/api/invoices/${reverse.id}/issue`, {})).body.code).toBe("customer_vat_id_missing");
    const negative = await draft({ lines: [{ ...aLine, quantity: "-1" }] });
    expect((await owner.call("POST", `/api/invoices/${negative.id}/issue`, {})).body.code).toBe("invoice_total_negative");
    const zero = await draft({ lines: [{ ...aLine, unitPrice: "0" }] });
    expect((await owner.call("POST", `/api/invoices/${zero.id}/issue`, {})).body).toMatchObject({ settlement: "paid", open: "0.00" });
  });

  test("I4 two tabs cannot overwrite each other, lines keep their ids, and an issued invoice takes no save", async () => {
    const { owner, draft } = await ready();
    const made = await draft();
    const body = { customerId: made.customerId, currency: "EUR", lines: [{ ...aLine, id: made.lines[0].id, quantity: "2" }, { ...aLine, id: randomUUID(), name: "Second" }], version: made.version };
    const saved = await owner.call("PUT", `/api/invoices/${made.id}`, body);
    expect(saved.body).toMatchObject({ version: 2, totals: { netTotal: "300.00" } });
    expect(saved.body.lines[0].id).toBe(made.lines[0].id);
    expect((await owner.call("PUT", `/api/invoices/${made.id}`, body)).body.code).toBe("changed_elsewhere");
    expect((await owner.call("POST", `/api/invoices/${made.id}/issue`, { version: 1 })).body.code).toBe("changed_elsewhere");
    expect((await owner.call("POST", `/api/invoices/${made.id}/issue`, { version: 2 })).status).toBe(200);
    const late = await owner.call("PUT", `/api/invoices/${made.id}`, { ...body, version: 3 });
    expect(late.body.code).toBe("invoice_already_issued");
    expect((await owner.call("DELETE", `/api/invoices/${made.id}`)).body.code).toBe("invoice_already_issued");
  });

  test("an amount finer than a cent, an unknown item or another company's customer is refused without a 500", async () => {
    const { owner, companyId, customerId } = await ready();
    const send = (more: object) => owner.call("POST", "/api/invoices", { companyId, customerId, currency: "EUR", lines: [aLine], ...more });
    expect((await send({ changes: [{ kind: "allowance", change: { amount: "1.005" }, reason: null }] })).status).toBe(400);
    expect((await send({ lines: [{ ...aLine, itemId: randomUUID() }] })).status).toBe(404);
    expect((await send({ customerId: randomUUID() })).status).toBe(404);
    expect((await send({ companyId: randomUUID() })).status).toBe(404);
    expect((await send({ seriesId: randomUUID() })).status).toBe(404);
    const { body: other } = await owner.call("POST", "/api/companies", { ...aCompany, name: "Second" });
    expect((await send({ companyId: other.id })).status).toBe(404);
    expect((await send({ lines: [{ ...aLine, quantity: "999999999999", unitPrice: "999999999999" }] })).status).toBe(400);
  });

  test("issue and send: the mail leaves with the stored PDF, the download gives its bytes, and its hash is that of the file", async () => {
    const { owner, draft } = await ready();
    const made = await draft({ intro: "## Hello\nYour *bar*.", title: "Library bar" });
    const preview = await owner.call("GET", `/api/invoices/${made.id}/pdf`);
    expect([preview.status, preview.raw.subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
    const issued = await owner.call("POST", `/api/invoices/${made.id}/issue`, { send: { to: "ap@quay.example" } });
    expect(issued.body).toMatchObject({ document: "issued", settlement: "unpaid", delivery: "waiting", open: "123.00", pdf: null });
    expect(issued.body.dueDate > issued.body.issueDate).toBe(true);
    await services.workJobs();
    const after = (await owner.call("GET", `/api/invoices/${made.id}`)).body;
    expect(after.delivery).toBe("outbox");
    const pdf = await owner.call("GET", `/api/invoices/${made.id}/pdf?download=yes`);
    const { createHash } = await import("node:crypto");
    expect(createHash("sha256").update(pdf.raw).digest("hex")).toBe(after.pdf.sha256);
    expect(pdf.headers["content-disposition"]).toContain(`${after.number}.pdf`);
    const mails = (await owner.call("GET", `/api/deliveries?subjectId=${made.id}`)).body.items;
    expect(mails).toMatchObject([{ recipient: "ap@quay.example", title: `Invoice ${after.number} from Tidewater Joinery`, state: "outbox", attachments: [{ name: `${after.number}.pdf` }], resendable: true }]);
    expect((await owner.call("GET", `/api/deliveries/${mails[0].id}`)).body.text).toContain("€123.00");
    expect((await owner.call("POST", `/api/deliveries/${mails[0].id}/resend`, {})).status).toBe(201);
    await services.workJobs();
    expect((await owner.call("GET", `/api/deliveries?subjectId=${made.id}`)).body.items).toHaveLength(2);
    expect((await owner.call("POST", `/api/invoices/${made.id}/void`, { reason: "mistake" })).body.code).toBe("invoice_handed_over");
  });

  test("I3 N6 a void invoice keeps its number and owes nothing; C a credit note closes an invoice and the rest of it becomes credit", async () => {
    const { owner, issued } = await ready();
    const wrong = await issued();
    const voided = await owner.call("POST", `/api/invoices/${wrong.id}/void`, { reason: "Wrong customer" });
    expect(voided.body).toMatchObject({ document: "void", settlement: null, open: "0.00", number: wrong.number });
    expect((await owner.call("POST", `/api/invoices/${wrong.id}/void`, { reason: "again" })).body.code).toBe("invoice_void");
    const invoice = await issued({ lines: [{ ...aLine, quantity: "3", unitPrice: "33.33" }, { ...aLine, name: "Fitting" }] });
    const [first] = invoice.lines;
    const preview = await owner.call("POST", `/api/invoices/${invoice.id}/credit-preview`, { lines: [{ lineId: first.id, quantity: "1" }] });
    expect(preview.body).toMatchObject({ totals: { netTotal: "33.33", vatTotal: "7.67", grossTotal: "41.00" }, appliedToInvoice: "41.00", becomesCredit: "0.00" });
    const note = await owner.call("POST", `/api/invoices/${invoice.id}/credit-notes`, { lines: [{ lineId: first.id, quantity: "1" }], reason: "One was broken" });
    expect(note.status, JSON.stringify(note.body)).toBe(201);
    expect(note.body).toMatchObject({ kind: "credit_note", settlement: "applied", open: "0.00", creditsInvoice: { number: invoice.number } });
    expect(note.body.number).toMatch(/^CN-/);
    expect((await owner.call("GET", `/api/invoices/${invoice.id}`)).body).toMatchObject({ document: "issued", settlement: "part_paid", credited: "41.00" });
    expect((await owner.call("POST", `/api/invoices/${invoice.id}/credit-notes`, { lines: [{ lineId: first.id, quantity: "3" }], reason: "x" })).body).toMatchObject({ code: "credit_exceeds_line", message: expect.stringContaining("2 (66.66 EUR net)") });
    const rest = await owner.call("POST", `/api/invoices/${invoice.id}/credit-notes`, { lines: "all", reason: "The rest" });
    const after = (await owner.call("GET", `/api/invoices/${invoice.id}`)).body;
    expect(after).toMatchObject({ document: "credited", settlement: "credited", open: "0.00", credited: invoice.totals.grossTotal });
    expect(Number(note.body.totals.grossTotal) + Number(rest.body.totals.grossTotal)).toBeCloseTo(Number(invoice.totals.grossTotal), 6);
    expect((await owner.call("POST", `/api/invoices/${invoice.id}/credit-notes`, { lines: "all", reason: "more" })).body.code).toBe("nothing_to_credit");
    expect((await owner.call("POST", `/api/invoices/${note.body.id}/credit-notes`, { lines: "all", reason: "C5" })).body.code).toBe("credit_note_cannot_be_credited");
    expect((await owner.call("POST", `/api/invoices/${note.body.id}/void`, { reason: "x" })).body.code).toBe("credit_note_used");
    const pdf = await owner.call("GET", `/api/invoices/${note.body.id}/pdf`);
    expect(pdf.raw.subarray(0, 5).toString()).toBe("%PDF-");
    const report = (await owner.call("GET", "/api/invoices/numbers")).body;
    expect(report).toMatchObject({ intact: true });
    expect(report.series.map((row: { kind: string; used: number; voided: number; missing: string[] }) => [row.kind, row.used, row.voided, row.missing])).toEqual([["credit_note", 2, 0, []], ["invoice", 2, 1, []]]);
  });

  test("the list pages by key, filters by tab, words, amount and date, and its counts agree with it", async () => {
    const { owner, draft, issued } = await ready();
    await draft({ title: "Unfinished" });
    const paidLater = await issued({ issueDate: "2026-01-05", termsDays: 5 });
    await issued({ issueDate: "2026-02-05", lines: [{ ...aLine, unitPrice: "1000" }], purchaseOrder: "PO-77" });
    const list = async (query: string) => (await owner.call("GET", `/api/invoices?${query}`)).body;
    const pages: (string | null)[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { number: string | null }[]; nextCursor: string | null } = await list(`limit=1${cursor ? `&cursor=${cursor}` : ""}`);
      pages.push(...page.items.map((item) => item.number));
      cursor = page.nextCursor;
    } while (cursor);
    expect(pages).toEqual([null, "2026-0002", "2026-0001"]);
    expect((await list("tab=overdue")).items.map((item: { number: string }) => item.number)).toEqual(["2026-0002", "2026-0001"]);
    expect((await list("tab=overdue")).items[1].daysOverdue).toBeGreaterThan(300);
    expect((await list("search=po-77")).items).toHaveLength(1);
    expect((await list("search=1,230.00")).items).toHaveLength(1);
    expect((await list("search=quay")).items).toHaveLength(3);
    expect((await list("from=2026-02-01&until=2026-02-28")).items).toHaveLength(1);
    await owner.call("POST", `/api/invoices/${paidLater.id}/credit-notes`, { lines: "all", reason: "x", issueDate: "2026-02-05" });
    const counts = (await owner.call("GET", "/api/invoices/counts")).body;
    expect(counts.counts).toEqual({ all: 4, draft: 1, open: 1, overdue: 1, part_paid: 0, paid: 0, credited: 1, void: 0, credit_notes: 1 });
    for (const tab of Object.keys(counts.counts)) expect((await list(`tab=${tab}`)).items, tab).toHaveLength(counts.counts[tab]);
    expect(counts.open).toEqual([{ currency: "EUR", open: "1230.00", overdue: "1230.00", count: 1 }]);
  });
});
