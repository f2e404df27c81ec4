import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { anApp, aScope, signedIn, testServices } from "../../test/builders.ts";
import { Refusal } from "../platform/refusal.ts";
import type { Scope } from "../workspaces/index.ts";
import { createCompany } from "../companies/index.ts";
import { NewCompany } from "../companies/contract.ts";
import { createParty } from "../parties/index.ts";
import { NewParty } from "../parties/contract.ts";
import { NewInvoice } from "../invoices/contract.ts";
import { createInvoice } from "../invoices/draft.ts";
import { issueInvoice } from "../invoices/issue.ts";
import { issueCreditNote } from "../invoices/credit.ts";
import { findInvoice } from "../invoices/queries.ts";
import { allocateCredit, recoverInvoice, refundCredit, writeOffInvoice } from "./close.ts";
import { NewPayment } from "./contract.ts";
import { spend } from "./policy.ts";
import { allocatePayment, recordPayment, refundPayment, reversePayment, unallocatePayment } from "./record.ts";
import { findPayment, standingAllocations } from "./queries.ts";

const aCompany = { name: "Tidewater Joinery", country: "IE", currency: "EUR", timeZone: "Europe/Dublin", locale: "en-IE" };

async function books(scope: Scope) {
  const company = await createCompany(scope, NewCompany.parse(aCompany));
  const customer = await createParty(scope, "customer", NewParty.parse({ companyId: company.id, name: "Quay Street Brewing" }));
  const anInvoice = async (total: string, more: object = {}) => {
    const draft = await createInvoice(scope, NewInvoice.parse({ companyId: company.id, customerId: customer.id, currency: "EUR", lines: [{ name: "Work", unitPrice: total, vatCategory: "Z" }], ...more }));
    return issueInvoice(scope, draft.id, {});
  };
  const pay = (amount: string, more: object = {}) => recordPayment(scope, NewPayment.parse({ companyId: company.id, customerId: customer.id, receivedOn: "2026-03-01", amount, currency: "EUR", ...more }));
  const openOf = async (id: string) => (await scope.transaction((tx) => findInvoice(tx, id)))!.open_minor;
  return { company, customer, anInvoice, pay, openOf };
}

/** The sums on invoices and payments, and the same folded from the ledger alone. */
async function foldAndSums(scope: Scope) {
  return scope.transaction(async (tx) => {
    const sums = await tx.all(sql<{ id: string; paid: bigint; credited: bigint; off: bigint; total: bigint; kind: string }>`
      select id, kind, paid_minor as paid, credited_minor as credited, written_off_minor as off, total_minor as total from invoice where workspace_id = ${tx.workspaceId} and issued_at is not null`);
    const fold = await tx.all(sql<{ id: string; paid: bigint; credited: bigint; off: bigint }>`
      select i.id,
        case i.kind when 'invoice' then coalesce(sum(case e.kind when 'allocate' then e.amount_minor when 'unallocate' then -e.amount_minor else 0 end) filter (where e.payment_id is not null and e.invoice_id = i.id), 0)
          else coalesce(sum(case e.kind when 'allocate' then e.amount_minor when 'unallocate' then -e.amount_minor when 'refund' then e.amount_minor else 0 end) filter (where e.credit_note_id = i.id), 0) end::bigint as paid,
        coalesce(sum(case e.kind when 'allocate' then e.amount_minor when 'unallocate' then -e.amount_minor else 0 end) filter (where e.credit_note_id is not null and e.invoice_id = i.id), 0)::bigint as credited,
        coalesce(sum(case e.kind when 'write_off' then e.amount_minor when 'recover' then -e.amount_minor else 0 end) filter (where e.invoice_id = i.id), 0)::bigint as off
      from invoice i left join ledger_entry e on e.workspace_id = i.workspace_id and (e.invoice_id = i.id or e.credit_note_id = i.id)
      where i.workspace_id = ${tx.workspaceId} and i.issued_at is not null group by i.id, i.kind`);
    const payments = await tx.all(sql<{ id: string; allocated: bigint; refunded: bigint; amount: bigint; folded_allocated: bigint; folded_refunded: bigint; received: bigint }>`
      select p.id, p.allocated_minor as allocated, p.refunded_minor as refunded, p.amount_minor as amount,
        coalesce(sum(case e.kind when 'allocate' then e.amount_minor when 'unallocate' then -e.amount_minor else 0 end), 0)::bigint as folded_allocated,
        coalesce(sum(e.amount_minor) filter (where e.kind = 'refund'), 0)::bigint as folded_refunded, coalesce(sum(e.amount_minor) filter (where e.kind = 'receive'), 0)::bigint as received
      from payment p left join ledger_entry e on e.workspace_id = p.workspace_id and e.payment_id = p.id where p.workspace_id = ${tx.workspaceId} group by p.id`);
    return { sums, fold: new Map(fold.map((row) => [row.id, row])), payments };
  });
}

async function expectSound(scope: Scope) {
  const { sums, fold, payments } = await foldAndSums(scope);
  for (const row of sums) {
    expect({ paid: row.paid, credited: row.credited, off: row.off }).toEqual((({ paid, credited, off }) => ({ paid, credited, off }))(fold.get(row.id)!));
    expect(row.paid + row.credited + row.off <= row.total).toBe(true);
  }
  for (const row of payments) {
    expect([row.allocated, row.refunded, row.amount]).toEqual([row.folded_allocated, row.folded_refunded, row.received]);
    expect(row.allocated + row.refunded <= row.amount).toBe(true);
  }
}

describe("money in", () => {
  const services = testServices();

  test("allocation-4 what arrives goes to the oldest due first, and the surplus stays as the customer's credit", async () => {
    const scope = await aScope(services);
    const { anInvoice, pay, openOf } = await books(scope);
    const late = await anInvoice("100.00", { dueDate: "2027-03-01" });
    const early = await anInvoice("50.00", { dueDate: "2027-01-01" });
    const payment = await pay("120.00");
    expect([await openOf(early.id), await openOf(late.id), payment.left_minor]).toEqual([0n, 3_000n, 0n]);
    const more = await pay("42.40");
    expect([await openOf(late.id), more.left_minor]).toEqual([0n, 1_240n]);
    const next = await anInvoice("10.00");
    await allocatePayment(scope, more.id, "oldest_due");
    expect(await openOf(next.id)).toBe(0n);
    await expectSound(scope);
  });

  test("V2.3.2 V2.3.4 allocation-2 two payments at once cannot pay an invoice twice", async () => {
    const scope = await aScope(services);
    const { anInvoice, pay, openOf } = await books(scope);
    const invoice = await anInvoice("100.00");
    const payments = await Promise.all(Array.from({ length: 8 }, () => pay("30.00")));
    expect(await openOf(invoice.id)).toBe(0n);
    const allocated = (await Promise.all(payments.map((payment) => scope.transaction((tx) => findPayment(tx, payment.id))))).reduce((sum, row) => sum + row!.allocated_minor, 0n);
    expect(allocated).toBe(10_000n);
    const explicit = await anInvoice("10.00");
    const tries = await Promise.allSettled(Array.from({ length: 4 }, () => pay("10.00", { allocations: [{ invoiceId: explicit.id, amount: "10.00" }] })));
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of tries) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "amount_exceeds_open" });
    await expectSound(scope);
  });

  test("allocation-3 allocation-7 a payment that is reversed opens its invoices again, with its history, and a second reversal is refused", async () => {
    const scope = await aScope(services);
    const { anInvoice, pay, openOf } = await books(scope);
    const invoice = await anInvoice("100.00");
    const payment = await pay("60.00");
    await expect(refundPayment(scope, payment.id, { amount: "0.01", reason: "too much" })).rejects.toMatchObject({ code: "refund_exceeds_left" });
    const [entry] = await scope.transaction((tx) => standingAllocations(tx, payment.id));
    await unallocatePayment(scope, payment.id, entry!.id, "wrong invoice");
    await expect(unallocatePayment(scope, payment.id, entry!.id, "again")).rejects.toMatchObject({ code: "entry_undone" });
    await allocatePayment(scope, payment.id, [{ invoiceId: invoice.id, amount: "60.00" }]);
    await reversePayment(scope, payment.id, { reason: "chargeback" });
    expect(await openOf(invoice.id)).toBe(10_000n);
    await expect(reversePayment(scope, payment.id, { reason: "again" })).rejects.toMatchObject({ code: "payment_reversed" });
    await expect(allocatePayment(scope, payment.id, "oldest_due")).rejects.toMatchObject({ code: "payment_reversed" });
    await expectSound(scope);
  });

  test("allocation-6 a provider's payment that is told five times is recorded once", async () => {
    const scope = await aScope(services);
    const { company, customer, anInvoice, openOf } = await books(scope);
    const invoice = await anInvoice("100.00");
    const tell = () => recordPayment(scope, NewPayment.parse({ companyId: company.id, customerId: customer.id, receivedOn: "2026-03-01", amount: "40.00", currency: "EUR" }), { name: "stripe", paymentId: "pi_1" });
    const told = await Promise.all(Array.from({ length: 5 }, tell));
    expect(new Set(told.map((payment) => payment.id)).size).toBe(1);
    expect(await openOf(invoice.id)).toBe(6_000n);
  });

  test("allocation-5 another customer's, company's or currency's invoice is refused", async () => {
    const scope = await aScope(services);
    const { company, anInvoice, pay } = await books(scope);
    const other = await createParty(scope, "customer", NewParty.parse({ companyId: company.id, name: "Other" }));
    const theirs = await anInvoice("10.00", { customerId: other.id });
    const dollars = await anInvoice("10.00", { currency: "USD" });
    const use = (id: string) => pay("10.00", { allocations: [{ invoiceId: id, amount: "10.00" }] });
    await expect(use(theirs.id)).rejects.toMatchObject({ code: "customer_differs" });
    await expect(use(dollars.id)).rejects.toMatchObject({ code: "currency_differs" });
    await expect(pay("10.005")).rejects.toMatchObject({ code: "invalid_input" });
    await expect(pay("10.00", { receivedOn: "2999-01-01" })).rejects.toMatchObject({ code: "received_in_future" });
    expect((await pay("10.00")).left_minor).toBe(1_000n);
  });

  test("C2 a credit note first lowers what is open, the rest pays the next invoice or is refunded; the parts sum to the note", async () => {
    const scope = await aScope(services);
    const { anInvoice, pay, openOf } = await books(scope);
    const invoice = await anInvoice("100.00");
    await pay("80.00");
    const note = await issueCreditNote(scope, invoice.id, { lines: "all", reason: "All came back" });
    expect([await openOf(invoice.id), note.open_minor, note.paid_minor]).toEqual([0n, 8_000n, 2_000n]);
    const next = await anInvoice("50.00");
    await allocateCredit(scope, note.id, "oldest_due");
    expect(await openOf(next.id)).toBe(0n);
    await refundCredit(scope, note.id, { amount: "30.00", reason: "Paid out" });
    expect(await openOf(note.id)).toBe(0n);
    await expect(refundCredit(scope, note.id, { amount: "0.01", reason: "more" })).rejects.toMatchObject({ code: "amount_exceeds_left" });
    await expectSound(scope);
  });

  test("allocation-9 a write-off closes an invoice and a later receipt opens that much again", async () => {
    const scope = await aScope(services);
    const { anInvoice, pay, openOf } = await books(scope);
    const invoice = await anInvoice("100.00");
    await pay("90.00");
    await writeOffInvoice(scope, invoice.id, { kind: "bad_debt", taxTreatment: "tax_reclaimed", reason: "Insolvent" });
    expect(await openOf(invoice.id)).toBe(0n);
    await expect(writeOffInvoice(scope, invoice.id, { kind: "other", taxTreatment: "none", reason: "x" })).rejects.toMatchObject({ code: "nothing_open" });
    await recoverInvoice(scope, invoice.id, { amount: "4.00", reason: "Quota" });
    await pay("4.00");
    const after = (await scope.transaction((tx) => findInvoice(tx, invoice.id)))!;
    expect([after.open_minor, after.written_off_minor, after.paid_minor]).toEqual([0n, 600n, 9_400n]);
    await expectSound(scope);
  });

  test("allocation-1 entries cannot be changed or deleted, and recorded payments neither", async () => {
    const scope = await aScope(services);
    const { anInvoice, pay } = await books(scope);
    await anInvoice("100.00");
    await pay("60.00");
    for (const statement of [sql`update ledger_entry set amount_minor = 1`, sql`delete from ledger_entry`, sql`delete from payment`, sql`update payment set amount_minor = 1`])
      await expect(scope.transaction((tx) => tx.run(statement))).rejects.toThrow(/permission denied|append-only|cannot change/);
  });

  test("whatever is done in whatever order, sums are the fold of the ledger and nothing exceeds its total", async () => {
    const command = fc.record({ what: fc.constantFrom("pay", "pay", "pay", "allocate", "unallocate", "refund", "reverse", "write_off", "recover", "credit", "use_credit"), pick: fc.nat(20), cents: fc.integer({ min: 1, max: 15_000 }) });
    await fc.assert(fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 25 }), async (commands) => {
      const scope = await aScope(services);
      const { anInvoice, pay } = await books(scope);
      const invoices = [await anInvoice("100.00"), await anInvoice("33.33", { dueDate: "2027-01-01" }), await anInvoice("0.05")];
      const payments: { id: string }[] = [];
      const notes: { id: string }[] = [];
      for (const { what, pick, cents } of commands) {
        const amount = (cents / 100).toFixed(2);
        const invoice = invoices[pick % invoices.length]!;
        const payment = payments[pick % Math.max(1, payments.length)];
        const note = notes[pick % Math.max(1, notes.length)];
        const act = async (): Promise<unknown> => {
          if (what === "pay") return payments.push(await pay(amount, { allocations: pick % 2 ? "oldest_due" : "none" }));
          if (what === "write_off") return writeOffInvoice(scope, invoice.id, { amount, kind: "other", taxTreatment: "none", reason: "r" });
          if (what === "recover") return recoverInvoice(scope, invoice.id, { amount, reason: "r" });
          if (what === "credit") { const { lines } = { lines: await scope.transaction((tx) => tx.all(sql<{ id: string }>`select id from invoice_line where invoice_id = ${invoice.id}`)) }; return notes.push(await issueCreditNote(scope, invoice.id, { lines: [{ lineId: lines[0]!.id, amount }], reason: "r" })); }
          if (what === "use_credit") return note && allocateCredit(scope, note.id, "oldest_due");
          if (!payment) return;
          if (what === "allocate") return allocatePayment(scope, payment.id, pick % 2 ? "oldest_due" : [{ invoiceId: invoice.id, amount }]);
          if (what === "refund") return refundPayment(scope, payment.id, { amount, reason: "r" });
          if (what === "reverse") return reversePayment(scope, payment.id, { reason: "r" });
          const [entry] = await scope.transaction((tx) => standingAllocations(tx, payment.id));
          return entry && unallocatePayment(scope, payment.id, entry.id, "r");
        };
        await act().catch((error) => { if (!(error instanceof Refusal)) throw error; });
      }
      await expectSound(scope);
    }), { numRuns: 30 });
  });

  test("V2.3.2 spending never gives an invoice more than is open, and never more than there is", () => {
    fc.assert(fc.property(fc.bigInt(0n, 10n ** 12n), fc.array(fc.bigInt(1n, 10n ** 9n), { maxLength: 20 }), (amount, opens) => {
      const parts = spend(amount, opens.map((open, index) => ({ id: String(index), open })));
      const used = parts.reduce((sum, part) => sum + part.amount, 0n);
      const owed = opens.reduce((sum, open) => sum + open, 0n);
      expect(used).toBe(amount < owed ? amount : owed);
      for (const part of parts) expect(part.amount > 0n && part.amount <= opens[Number(part.id)]!).toBe(true);
    }));
  });
});

describe("payments over the API", () => {
  const services = testServices();
  const holder = anApp(services);

  test("an invoice is paid in two parts, its history says so, the customer's balance follows, and the same Idempotency-Key pays once", async () => {
    const owner = await signedIn(holder.app);
    const { body: company } = await owner.call("POST", "/api/companies", aCompany);
    const { body: customer } = await owner.call("POST", "/api/customers", { companyId: company.id, name: "Quay Street Brewing" });
    const { body: draft } = await owner.call("POST", "/api/invoices", { companyId: company.id, customerId: customer.id, currency: "EUR", lines: [{ name: "Bar", unitPrice: "100", vatCategory: "S", vatRate: "23" }] });
    const { body: invoice } = await owner.call("POST", `/api/invoices/${draft.id}/issue`, {});
    const money = { companyId: company.id, customerId: customer.id, receivedOn: invoice.issueDate, amount: "23.00", currency: "EUR", reference: invoice.number };
    const first = await owner.call("POST", "/api/payments", money, { "idempotency-key": "k1" });
    expect(first.status, JSON.stringify(first.body)).toBe(201);
    expect((await owner.call("POST", "/api/payments", money, { "idempotency-key": "k1" })).body.id).toBe(first.body.id);
    expect((await owner.call("GET", `/api/invoices/${draft.id}`)).body).toMatchObject({ settlement: "part_paid", paid: "23.00", open: "100.00" });
    expect((await owner.call("GET", `/api/customers/${customer.id}/balance`)).body.balances).toEqual([{ currency: "EUR", open: "100.00", overdue: "0.00", credit: "0.00", balance: "100.00", openInvoices: 1 }]);
    const second = await owner.call("POST", "/api/payments", { ...money, amount: "112.40" });
    expect(second.body).toMatchObject({ state: "part_allocated", unallocated: "12.40", invoices: [{ number: invoice.number, amount: "100.00" }] });
    expect((await owner.call("GET", `/api/invoices/${draft.id}`)).body).toMatchObject({ settlement: "paid", open: "0.00" });
    const history = (await owner.call("GET", `/api/invoices/${draft.id}/payments`)).body;
    expect(history.items.map((entry: { kind: string; amount: string }) => [entry.kind, entry.amount])).toEqual([["allocate", "23.00"], ["allocate", "100.00"]]);
    expect((await owner.call("GET", `/api/customers/${customer.id}/balance`)).body.balances).toMatchObject([{ open: "0.00", credit: "12.40", balance: "-12.40" }]);
    expect((await owner.call("GET", `/api/payments?search=${invoice.number}&limit=1`)).body.nextCursor).not.toBeNull();
    expect((await owner.call("GET", "/api/payments?state=unallocated")).body.items).toHaveLength(1);
    expect((await owner.call("GET", "/api/payments?search=112.40")).body.items).toHaveLength(1);
  });
});
