import { randomUUID } from "node:crypto";
import type { Field, Fields, Reading, ReadLine } from "@counterfoil/extract";
import { describe, expect, test } from "vitest";
import { sql } from "kysely";
import { aScope, testServices } from "../../test/builders.ts";
import { roleMay } from "../access/index.ts";
import { NewCompany } from "../companies/contract.ts";
import { createCompany } from "../companies/index.ts";
import { verifyChain } from "../events/index.ts";
import { createScope, type Scope } from "../workspaces/index.ts";
import { answerField, editLines, undoAnswer } from "./answer.ts";
import type { ReceivedDetail } from "./contract.ts";
import { inboxCounts, inboxPage, supplierReceived } from "./list.ts";
import { readNext } from "./read.ts";
import { receiveFile } from "./receive.ts";
import { moveToCompany } from "./requeue.ts";
import { approve, approveMany, hold, markReviewed, notDuplicate, reject, rejectMany, release, reopen } from "./settle.ts";
import { receivedDetail } from "./stored.ts";

describe("reviewing", () => {
  const services = testServices();
  const company = (name: string) => NewCompany.parse({ name, country: "DE", currency: "EUR", timeZone: "Europe/Berlin", locale: "de" });
  const aReviewer = async (): Promise<Scope> => {
    const scope = await aScope(services);
    await createCompany(scope, company("Our Own Firm Ltd"));
    return scope;
  };

  /** A document as if the engine had read these fields. */
  const aDocument = async (scope: Scope, fields: Fields = fieldsOf(), rest: Partial<Reading> = {}): Promise<ReceivedDetail> => {
    const real = services.reader;
    services.reader = { ...real, read: async () => ({ outcome: "read", reading: { ...readingOf(fields), ...rest }, flags: [] }) };
    try {
      const { id } = await receiveFile(scope, { fileName: "a.pdf", bytes: (async function* () { yield Buffer.from(`%PDF-1.7 ${randomUUID()}`); })() });
      await readNext(scope);
      return await receivedDetail(scope, id!);
    } finally {
      services.reader = real;
    }
  };
  const refusal = (promise: Promise<unknown>) => promise.then(() => "nothing refused", (error: { code?: string }) => error.code ?? String(error));

  test("a doubtful total is asked, stops the approval, and is settled by one answer that names its alternative", async () => {
    const scope = await aReviewer();
    const doubtful = { ...field("118.00", "unsure"), reason: "smudged", alternatives: [{ value: "119.00", evidence: [{ page: 1, box: { x: 9, y: 9, width: 9, height: 9 }, raw: "119,00" }], confidence: 0.4, reason: "fits the sums" }] };
    let detail = await aDocument(scope, { ...fieldsOf(), grossTotal: doubtful });
    expect(detail.questions).toEqual([{ path: "grossTotal", kind: "unsure", blocking: true, reason: "smudged" }]);
    expect(await refusal(approve(scope, detail.id, { version: detail.version }))).toBe("questions_open");
    detail = await answerField(scope, detail.id, { version: detail.version, path: "grossTotal", action: "correct", value: "119" });
    expect(detail.fields.grossTotal).toMatchObject({ value: "119.00", source: "human", evidence: [{ raw: "119,00" }] });
    expect(detail.fields.grossTotal!.alternatives.map((one) => one.value)).toEqual(["118.00"]);
    expect(detail).toMatchObject({ grossTotal: "119.00", blocking: 0, questions: [] });
    expect(detail.checks.find((check) => check.name === "net_plus_tax")).toMatchObject({ holds: true, equation: "100.00 + 19.00 = 119.00" });
    expect((await approve(scope, detail.id, { version: detail.version })).state).toBe("approved");
  });

  test("an answer to an older version is refused, and changes nothing", async () => {
    const scope = await aReviewer();
    const detail = await aDocument(scope);
    const both = await Promise.all([1, 2].map((value) => refusal(answerField(scope, detail.id, { version: detail.version, path: "invoiceNumber", action: "correct", value: `N-${value}` }))));
    expect(both.sort()).toEqual(["changed_elsewhere", "nothing refused"]);
  });

  test("answers are undone one by one, with the sums as before", async () => {
    const scope = await aReviewer();
    const start = await aDocument(scope);
    let detail = await answerField(scope, start.id, { version: start.version, path: "netTotal", action: "correct", value: "90.00" });
    expect(detail.checks.filter((check) => !check.holds).map((check) => [check.name, check.difference])).toEqual([["net_plus_tax", "10.00"]]);
    expect(detail.proof).toBe("contradictory");
    detail = await answerField(scope, start.id, { version: detail.version, path: "dueDate", action: "absent" });
    expect([detail.dueDate, detail.absent]).toEqual([null, ["dueDate"]]);
    detail = await undoAnswer(scope, start.id, detail.version);
    expect([detail.dueDate, detail.absent]).toEqual(["2026-11-16", []]);
    detail = await undoAnswer(scope, start.id, detail.version);
    expect([detail.netTotal, detail.checks, detail.fields]).toEqual([start.netTotal, start.checks, start.fields]);
    expect(detail.answers.map((answer) => answer.undone)).toEqual([true, true]);
    expect(await refusal(undoAnswer(scope, start.id, detail.version))).toBe("nothing_to_undo");
  });

  test("values that cannot be right are refused with what to do", async () => {
    const scope = await aReviewer();
    const { id, version } = await aDocument(scope);
    const correct = (path: string, value: string) => refusal(answerField(scope, id, { version, path, action: "correct", value }));
    expect(await correct("grossTotal", "12.345")).toBe("value_wrong");
    expect(await correct("grossTotal", "1e3")).toBe("value_wrong");
    expect(await correct("issueDate", "2026-02-30")).toBe("value_wrong");
    expect(await correct("currency", "EURO")).toBe("value_wrong");
    expect(await correct("supplier.iban", "DE02120300000000202052")).toBe("value_wrong");
    expect(await correct("supplier.name", "Ev\u202Eil")).toBe("value_wrong");
    expect(await correct("lines.7.quantity", "2")).toBe("no_such_value");
    expect(await refusal(answerField(scope, id, { version, path: "grossTotal", action: "absent" }))).toBe("field_needed");
  });

  test("a missing number is asked; a person may say there is none, and then it can be approved", async () => {
    const scope = await aReviewer();
    const { invoiceNumber: _none, ...fields } = fieldsOf();
    let detail = await aDocument(scope, fields);
    expect(detail.questions).toMatchObject([{ path: "invoiceNumber", kind: "missing", blocking: true }]);
    detail = await answerField(scope, detail.id, { version: detail.version, path: "invoiceNumber", action: "absent" });
    expect((await approve(scope, detail.id, { version: detail.version })).approval.state).toBe("approved");
  });

  test("lines are edited with their places kept where nothing changed, and the sums follow", async () => {
    const scope = await aReviewer();
    const line: ReadLine = { description: field("Posters"), quantity: field("2"), unitPrice: field("40.00"), netAmount: field("80.00") };
    let detail = await aDocument(scope, fieldsOf(), { lines: [line] });
    detail = await editLines(scope, detail.id, { version: detail.version, lines: [{ from: 0, description: "Posters", quantity: "2", unitPrice: "40", netAmount: "80.00" }, { description: "Delivery", netAmount: "20.00" }] });
    expect(detail.lines[0]!.unitPrice).toMatchObject({ value: "40.00", source: "text" });
    expect(detail.lines[1]!.netAmount).toMatchObject({ value: "20.00", source: "human" });
    expect(detail.checks.find((check) => check.name === "lines_sum")).toMatchObject({ holds: true, equation: "Σ 2 lines 100.00 = 100.00" });
    detail = await undoAnswer(scope, detail.id, detail.version);
    expect(detail.lines).toHaveLength(1);
  });

  test("twenty documents of one new supplier approved at once make one supplier", async () => {
    const scope = await aReviewer();
    const details: ReceivedDetail[] = [];
    for (let index = 0; index < 20; index++) details.push(await aDocument(scope, { ...fieldsOf({ invoiceNumber: `N-${index}`, issueDate: `2026-01-${String(index + 1).padStart(2, "0")}` }) }));
    const approved = await Promise.all(details.map((detail) => approve(scope, detail.id, { version: detail.version })));
    expect(new Set(approved.map((detail) => detail.supplierId)).size).toBe(1);
    const parties = await scope.transaction((tx) => tx.all(sql<{ name: string }>`select name from party where workspace_id = ${tx.workspaceId}`));
    expect(parties.map((party) => party.name)).toEqual(["Harbour Print Works GmbH"]);
    const summary = await supplierReceived(scope, approved[0]!.supplierId!);
    expect(summary).toMatchObject({ documents: 20, open: 0, ibans: [iban], totals: [{ currency: "EUR", documents: 20, grossTotal: "2380.00" }] });
    expect(await scope.transaction(verifyChain)).toMatchObject({ intact: true });
  });

  test("approving one document twice at once approves it once", async () => {
    const scope = await aReviewer();
    const detail = await aDocument(scope);
    const results = await Promise.all([1, 2, 3].map(() => refusal(approve(scope, detail.id, { version: detail.version }))));
    expect(results.sort()).toEqual(["changed_elsewhere", "changed_elsewhere", "nothing refused"]);
  });

  test("abuse-7 a known supplier's changed account puts the document on hold until somebody calls, and a second person approves", async () => {
    const scope = await aReviewer();
    const first = await aDocument(scope);
    await approve(scope, first.id, { version: first.version });
    let detail = await aDocument(scope, fieldsOf({ invoiceNumber: "N-2", issueDate: "2026-12-01", "supplier.iban": "DE91100000000123456789" }));
    expect(detail).toMatchObject({ state: "on_hold", flags: ["bank_changed"], approval: { holdCode: "bank_changed" } });
    expect(detail.questions.at(-1)).toMatchObject({ kind: "bank_changed", blocking: true, reason: "The account ends in 6789; the invoice before ended in 2051." });
    expect(await refusal(approve(scope, detail.id, { version: detail.version }))).toBe("bank_changed");
    expect(await refusal(release(scope, detail.id, { version: detail.version }))).toBe("bank_changed");
    const colleague = await aColleague(scope);
    detail = await release(scope, detail.id, { version: detail.version, spokeTo: "Frau Petersen", calledNumber: "+49 40 555 0100" });
    expect(detail).toMatchObject({ state: "to_review", questions: [] });
    expect(await refusal(approve(scope, detail.id, { version: detail.version }))).toBe("second_person");
    expect((await approve(colleague, detail.id, { version: detail.version })).state).toBe("approved");
  });

  test("abuse-7 an account corrected to the known one lets go of the hold by itself", async () => {
    const scope = await aReviewer();
    const first = await aDocument(scope);
    await approve(scope, first.id, { version: first.version });
    const detail = await aDocument(scope, fieldsOf({ invoiceNumber: "N-2", issueDate: "2026-12-01", "supplier.iban": "DE91100000000123456789" }));
    expect((await answerField(scope, detail.id, { version: detail.version, path: "supplier.iban", action: "correct", value: iban })).state).toBe("to_review");
  });

  test("the same number from the same supplier is a likely duplicate until a person says otherwise or rejects one", async () => {
    const scope = await aReviewer();
    const first = await aDocument(scope, fieldsOf({ invoiceNumber: "RE/2026-7" }));
    let second = await aDocument(scope, fieldsOf({ invoiceNumber: "re 2026 7", grossTotal: "119.00", issueDate: "2026-11-03" }));
    expect(second).toMatchObject({ state: "duplicate", duplicateOf: first.id, duplicate: { id: first.id, invoiceNumber: "RE/2026-7" } });
    expect(await refusal(approve(scope, second.id, { version: second.version }))).toBe("questions_open");
    second = await notDuplicate(scope, second.id, second.version);
    expect(second).toMatchObject({ state: "to_review", duplicateOf: null, blocking: 0 });
    const third = await aDocument(scope, fieldsOf({ invoiceNumber: "RE/2026-7", issueDate: "2028-11-03", grossTotal: "50.00", netTotal: "42.02", taxTotal: "7.98" }));
    expect(third.state).toBe("to_review");
    const fourth = await aDocument(scope, fieldsOf({ invoiceNumber: "other", issueDate: "2026-11-03" }));
    expect(fourth.state).toBe("duplicate");
    const other = (await receivedDetail(scope, fourth.duplicateOf!));
    await reject(scope, other.id, { version: other.version, code: "duplicate" });
    expect((await receivedDetail(scope, fourth.id)).blocking).toBe(0);
  });

  test("reject, hold, review and reopen go only where they may", async () => {
    const scope = await aReviewer();
    let detail = await aDocument(scope);
    detail = await hold(scope, detail.id, { version: detail.version, note: "goods not here yet" });
    expect(await refusal(approve(scope, detail.id, { version: detail.version }))).toBe("on_hold");
    expect(await refusal(hold(scope, detail.id, { version: detail.version, note: "again" }))).toBe("already_held");
    detail = await release(scope, detail.id, { version: detail.version });
    detail = await markReviewed(scope, detail.id, detail.version);
    expect(detail.state).toBe("to_approve");
    detail = await reject(scope, detail.id, { version: detail.version, code: "not_ordered", note: "by nobody" });
    expect(detail).toMatchObject({ state: "rejected", review: { rejectCode: "not_ordered", rejectNote: "by nobody" } });
    expect(await refusal(approve(scope, detail.id, { version: detail.version }))).toBe("already_rejected");
    expect(await refusal(answerField(scope, detail.id, { version: detail.version, path: "dueDate", action: "absent" }))).toBe("already_rejected");
    detail = await reopen(scope, detail.id, detail.version);
    detail = await approve(scope, detail.id, { version: detail.version });
    expect(await refusal(reject(scope, detail.id, { version: detail.version, code: "wrong" }))).toBe("already_approved");
    detail = await reopen(scope, detail.id, detail.version);
    expect(detail.state).toBe("to_review");
    expect(await refusal(reopen(scope, detail.id, detail.version))).toBe("not_settled");
  });

  test("a list approves what is clear and says why not for the rest", async () => {
    const scope = await aReviewer();
    const clear = await aDocument(scope);
    const doubtful = await aDocument(scope, fieldsOf({ invoiceNumber: "N-2", issueDate: "2026-03-03" }, { currency: "unsure" }));
    const answer = await approveMany(scope, [clear.id, doubtful.id, randomUUID()]);
    expect(answer.results.map((result) => result.code)).toEqual([undefined, "questions_open", "not_found"]);
    expect((await receivedDetail(scope, clear.id)).state).toBe("approved");
    expect((await rejectMany(scope, [doubtful.id, clear.id], "other", undefined)).results.map((result) => result.code)).toEqual([undefined, "already_approved"]);
  });

  test("an unreadable document can be typed in and approved", async () => {
    const scope = await aReviewer();
    const real = services.reader;
    services.reader = { ...real, read: async () => ({ outcome: "unreadable", code: "damaged", reason: "broken", remedy: "type it" }) };
    const { id } = await receiveFile(scope, { fileName: "b.pdf", bytes: (async function* () { yield Buffer.from(`%PDF-1.7 ${randomUUID()}`); })() });
    await readNext(scope);
    services.reader = real;
    let detail = await receivedDetail(scope, id!);
    expect(detail).toMatchObject({ state: "unreadable", reading: { code: "damaged", reason: "broken", remedy: "type it" } });
    expect(detail.questions.map((question) => question.path)).toEqual(["supplier.name", "invoiceNumber", "issueDate", "currency", "grossTotal"]);
    for (const [path, value] of Object.entries({ "supplier.name": "Somebody", invoiceNumber: "1", issueDate: "2026-05-05", currency: "EUR", grossTotal: "7.50" }))
      detail = await answerField(scope, id!, { version: detail.version, path, action: "correct", value });
    expect((await approve(scope, id!, { version: detail.version }))).toMatchObject({ state: "approved", supplierName: "Somebody", grossTotal: "7.50" });
  });

  test("the inbox counts, filters, searches and pages by key in every order", async () => {
    const scope = await aReviewer();
    for (let index = 0; index < 7; index++)
      await aDocument(scope, fieldsOf({ invoiceNumber: `N-${index}`, "supplier.name": index % 2 ? "Alpha Tools" : "Beta_Glass 100%", "supplier.vatId": index % 2 ? "DE111" : "DE222", "supplier.iban": "", issueDate: `2026-02-0${index + 1}`, dueDate: `2026-03-1${index}`, grossTotal: `${index}19.00`, netTotal: `${index}00.00` }));
    const counts = await inboxCounts(scope, {});
    expect(counts.tabs).toEqual({ all: 7, to_read: 0, to_review: 7, to_approve: 0, on_hold: 0, approved: 0, exported: 0, rejected: 0 });
    expect(counts.sums).toEqual([{ currency: "EUR", open: "2233.00" }]);
    for (const sort of ["received", "due", "supplier", "amount"] as const) {
      const seen: string[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await inboxPage(scope, { tab: "to_review", sort, limit: 3, cursor });
        seen.push(...page.items.map((item) => item.invoiceNumber!));
        if (!page.nextCursor) break;
        cursor = page.nextCursor;
      }
      expect(new Set(seen).size, sort).toBe(7);
      if (sort === "due") expect(seen).toEqual(["N-0", "N-1", "N-2", "N-3", "N-4", "N-5", "N-6"]);
      if (sort === "amount") expect(seen).toEqual(["N-6", "N-5", "N-4", "N-3", "N-2", "N-1", "N-0"]);
    }
    const found = async (search: string) => (await inboxPage(scope, { tab: "all", sort: "received", limit: 50, search })).items.map((item) => item.invoiceNumber);
    expect(await found("alpha")).toEqual(["N-5", "N-3", "N-1"]);
    expect(await found("100%")).toHaveLength(4);
    expect(await found("519")).toEqual(["N-5"]);
    expect(await found("319,00 €")).toEqual(["N-3"]);
    expect(await found("nothing")).toEqual([]);
  });

  test("the queue knows the neighbours and the position", async () => {
    const scope = await aReviewer();
    const ids: string[] = [];
    for (let index = 0; index < 3; index++) ids.push((await aDocument(scope, fieldsOf({ invoiceNumber: `Q-${index}`, issueDate: `2026-04-0${index + 1}` }))).id);
    const middle = await receivedDetail(scope, ids[1]!);
    expect(middle.queue).toEqual({ previousId: ids[2], nextId: ids[0], position: 2, length: 3 });
    await approve(scope, middle.id, { version: middle.version });
    expect((await receivedDetail(scope, ids[1]!)).queue).toEqual({ previousId: ids[2], nextId: ids[0], position: null, length: 2 });
  });

  test("a document moves to another company of the workspace, not to a neighbour's", async () => {
    const [scope, neighbour] = [await aReviewer(), await aReviewer()];
    const other = await createCompany(scope, company("Second Books"));
    const foreign = await neighbour.transaction((tx) => tx.one(sql<{ id: string }>`select id from company where workspace_id = ${tx.workspaceId}`));
    let detail = await aDocument(scope);
    expect(await refusal(moveToCompany(scope, detail.id, { version: detail.version, companyId: foreign.id }))).toBe("company_unknown");
    detail = await moveToCompany(scope, detail.id, { version: detail.version, companyId: other.id });
    expect(detail.companyId).toBe(other.id);
  });

  async function aColleague(scope: Scope): Promise<Scope> {
    const id = randomUUID();
    const colleague = createScope(services, { workspaceId: scope.workspaceId, actor: { kind: "person", id, name: "Second Person", role: "member", may: (permission) => roleMay("member", permission) } });
    await colleague.transaction(async (tx) => {
      await tx.db.insertInto("person").values({ id, email: `${id}@test.example`, name: "Second Person" }).execute();
      await tx.db.insertInto("membership").values({ workspace_id: scope.workspaceId, person_id: id, role: "member" }).execute();
    });
    return colleague;
  }
});

const iban = "DE02120300000000202051";
const field = (value: string, level: Field["level"] = "sure"): Field => ({
  value, source: "text", confidence: 0.9, level, evidence: [{ page: 1, box: { x: 1, y: 1, width: 1, height: 1 }, raw: value }], checks: [], alternatives: [], ...(level === "unsure" ? { reason: "not clear" } : {}),
});
const fieldsOf = (values: Record<string, string> = {}, levels: Record<string, Field["level"]> = {}): Fields => Object.fromEntries(Object.entries({
  documentType: "invoice", invoiceNumber: "N-1", issueDate: "2026-11-02", dueDate: "2026-11-16", currency: "EUR", netTotal: "100.00", taxTotal: "19.00", grossTotal: "119.00",
  "supplier.name": "Harbour Print Works GmbH", "supplier.vatId": "DE136695976", "supplier.iban": iban, ...values,
}).filter(([, value]) => value !== "").map(([path, value]) => [path, field(value, levels[path])]));
const readingOf = (fields: Fields): Reading => ({
  engine: { name: "counterfoil", version: "test" }, syntax: "pdf", fields, lines: [], taxes: [], accounts: [], allowances: [], charges: [], identifiers: [], proof: "partial", problems: [],
  checks: [{ name: "net_plus_tax", holds: true, equation: "100.00 + 19.00 = 119.00", operands: ["netTotal", "taxTotal", "grossTotal"] }],
  pages: [{ number: 1, width: 595, height: 842, source: "text", reason: "", words: 10 }],
});
