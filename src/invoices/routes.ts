import { Decimal, formatAmount, money } from "@counterfoil/money";
import { z } from "zod";
import { companyOf, formatNumber } from "../companies/index.ts";
import { deliveryStates } from "../deliveries/index.ts";
import { Uuid } from "../platform/fields.ts";
import { decodeCursor, Done, IdParams, PageQuery, pageOf, route, sendFile, toPage } from "../platform/http.ts";
import { common } from "../platform/refusal.ts";
import type { Scope } from "../workspaces/index.ts";
import {
  ChangeInvoice, CreditableView, CreditInvoice, CreditPreview, InvoiceCounts, InvoiceFilter, InvoiceListRow, InvoiceTab, InvoiceView, IssueInvoice, NewInvoice, NoteInvoice, NumberReport, SendInvoice, VoidInvoice,
} from "./contract.ts";
import { amountsOf, creditFacts, issueCreditNote } from "./credit.ts";
import { changeInvoice, createInvoice, discardInvoice } from "./draft.ts";
import { issueInvoice } from "./issue.ts";
import { refuseIf, whyNotCredit } from "./policy.ts";
import { countInvoices, findInvoice, listInvoices, numberReport, sumOpen, type InvoiceRow } from "./queries.ts";
import { readPdf, readXml } from "./render.ts";
import { sendInvoice } from "./send.ts";
import { lineNumber } from "./snapshot.ts";
import { factsOf, viewInvoice, viewListed } from "./view.ts";
import { noteInvoice, voidInvoice } from "./void.ts";

const tag = "Invoices";
const CompanyQuery = z.object({ companyId: Uuid.optional() });
const shown = (scope: Scope, work: Promise<InvoiceRow>) => work.then((row) => scope.transaction(async (tx) => viewInvoice(tx, (await findInvoice(tx, row.id))!)));

export const routes = [
  route({
    method: "GET", url: "/api/invoices", tag, summary: "Invoices and credit notes, drafts first, then the newest", permission: "invoices.read", query: PageQuery.extend(InvoiceFilter.shape), answer: pageOf(InvoiceListRow),
    handler: ({ scope, query }) => scope.transaction(async (tx) => {
      const rows = await listInvoices(tx, query, scope.now(), query.cursor ? dateCursor(query.cursor) : null, query.limit + 1);
      const states = await deliveryStates(tx, rows.map((row) => row.id));
      return toPage(rows, query.limit, (row) => viewListed(row, states.get(row.id) ?? null, scope.now()), (row) => [row.sort_key, row.seq.toString()]);
    }),
  }),
  route({
    method: "GET", url: "/api/invoices/counts", tag, summary: "How many documents each tab holds, and what is owed per currency", permission: "invoices.read", query: CompanyQuery, answer: InvoiceCounts,
    handler: ({ scope, query }) => scope.transaction(async (tx) => {
      const counts = await countInvoices(tx, query.companyId ?? null, scope.now());
      const open = await sumOpen(tx, query.companyId ?? null, null, scope.now());
      return {
        counts: Object.fromEntries(InvoiceTab.options.map((tab) => [tab, counts[tab] ?? 0])) as Record<z.infer<typeof InvoiceTab>, number>,
        open: open.map((row) => ({ currency: row.currency, open: formatAmount(money(row.open, row.currency)), overdue: formatAmount(money(row.overdue, row.currency)), count: row.count })),
      };
    }),
  }),
  route({
    method: "GET", url: "/api/invoices/numbers", tag, summary: "Gap report: every number of every series, and the missing ones", permission: "invoices.read", query: CompanyQuery, answer: NumberReport,
    handler: ({ scope, query }) => scope.transaction(async (tx) => {
      if (query.companyId) await companyOf(tx, query.companyId);
      const series = (await numberReport(tx, query.companyId ?? null)).map((row) => {
        const issueDate = `${row.period || "0001"}-01-01`.slice(0, 10);
        const write = (counter: bigint) => (row.period === "" && /\{(year|yy|month|customer)\}/.test(row.pattern) ? counter.toString() : formatNumber(row.pattern.replace("{customer}", "…"), { issueDate, counter, series: row.name, customer: "" }));
        return { seriesId: row.series_id, companyId: row.company_id, name: row.name, kind: row.kind, period: row.period, first: write(row.first_number), last: write(row.last_number), used: row.used, voided: row.voided, missing: (row.missing ?? []).map(write), missingCount: row.missing_count };
      });
      return { intact: series.every((row) => row.missingCount === 0), series };
    }),
  }),
  route({
    method: "POST", url: "/api/invoices", tag, summary: "Starts a draft", permission: "invoices.write", body: NewInvoice, answer: InvoiceView, status: 201,
    handler: ({ scope, body }) => shown(scope, createInvoice(scope, body)),
  }),
  route({
    method: "GET", url: "/api/invoices/:id", tag, summary: "One invoice or credit note", permission: "invoices.read", params: IdParams, answer: InvoiceView,
    handler: ({ scope, params }) => scope.transaction(async (tx) => viewInvoice(tx, need(await findInvoice(tx, params.id)))),
  }),
  route({
    method: "PUT", url: "/api/invoices/:id", tag, summary: "Saves a draft whole", permission: "invoices.write", params: IdParams, body: ChangeInvoice, answer: InvoiceView,
    handler: ({ scope, params, body }) => shown(scope, changeInvoice(scope, params.id, body)),
  }),
  route({
    method: "DELETE", url: "/api/invoices/:id", tag, summary: "Discards a draft", permission: "invoices.write", params: IdParams, answer: Done,
    handler: async ({ scope, params }) => { await discardInvoice(scope, params.id); return { done: true as const }; },
  }),
  route({
    method: "POST", url: "/api/invoices/:id/issue", tag, summary: "Issues a draft: number, freeze, PDF", permission: "invoices.issue", params: IdParams, body: IssueInvoice, answer: InvoiceView, reserved: true,
    handler: ({ scope, params, body }) => shown(scope, issueInvoice(scope, params.id, body)),
  }),
  route({
    method: "POST", url: "/api/invoices/:id/send", tag, summary: "Mails an issued document with its PDF", permission: "invoices.issue", params: IdParams, body: SendInvoice, answer: InvoiceView,
    handler: ({ scope, params, body }) => shown(scope, sendInvoice(scope, params.id, body)),
  }),
  route({
    method: "POST", url: "/api/invoices/:id/void", tag, summary: "Makes an issued document void; it keeps its number", permission: "invoices.issue", params: IdParams, body: VoidInvoice, answer: InvoiceView,
    handler: ({ scope, params, body }) => shown(scope, voidInvoice(scope, params.id, body.reason)),
  }),
  route({
    method: "PUT", url: "/api/invoices/:id/note", tag, summary: "Changes the internal note and tags", permission: "invoices.write", params: IdParams, body: NoteInvoice, answer: InvoiceView,
    handler: ({ scope, params, body }) => shown(scope, noteInvoice(scope, params.id, body)),
  }),
  route({
    method: "GET", url: "/api/invoices/:id/pdf", tag, summary: "The PDF; of a draft, a preview", permission: "invoices.read", params: IdParams, query: z.object({ download: z.enum(["yes", "no"]).default("no") }), answer: "bytes", ratePerMinute: 120,
    async handler({ scope, params, query, reply }) {
      const { bytes, name } = await readPdf(scope, params.id);
      return sendFile(reply, Buffer.from(bytes), { name, mediaType: "application/pdf", inline: query.download === "no", sizeBytes: bytes.length });
    },
  }),
  route({
    method: "GET", url: "/api/invoices/:id/xml", tag, summary: "The e-invoice of an issued document: UBL for XRechnung and Peppol, CII as inside a Factur-X PDF", permission: "invoices.read", params: IdParams, answer: "bytes", ratePerMinute: 120,
    async handler({ scope, params, reply }) {
      const { bytes, name } = await readXml(scope, params.id);
      return sendFile(reply, Buffer.from(bytes), { name, mediaType: "application/xml", sizeBytes: bytes.length });
    },
  }),
  route({
    method: "GET", url: "/api/invoices/:id/creditable", tag, summary: "What of each line is left to credit", permission: "invoices.read", params: IdParams, answer: CreditableView,
    handler: ({ scope, params }) => scope.transaction(async (tx) => {
      const row = need(await findInvoice(tx, params.id));
      refuseIf(whyNotCredit(factsOf(row)), { number: row.number ?? "" });
      const { lines, before } = await creditFacts(tx, row);
      const text = (minor: bigint) => formatAmount(money(minor, row.currency));
      return {
        invoiceId: row.id, currency: row.currency, total: text(row.total_minor), credited: text(row.credit_noted_minor), left: text(row.total_minor - row.credit_noted_minor),
        lines: lines.map((line) => {
          const taken = before.lines.get(line.id);
          const leftQuantity = Decimal.sub(Decimal.parse(line.quantity), Decimal.parse(taken?.quantity ?? "0"));
          return { lineId: line.id, name: line.name, unit: line.unit, quantity: lineNumber(line.quantity), net: text(line.net_minor), leftQuantity: Decimal.shortText(leftQuantity), leftNet: text(line.net_minor - (taken?.net ?? 0n)) };
        }),
      };
    }),
  }),
  route({
    method: "POST", url: "/api/invoices/:id/credit-preview", tag, summary: "What a credit note would hold", permission: "invoices.read", params: IdParams, body: CreditInvoice.pick({ lines: true }), answer: CreditPreview,
    handler: ({ scope, params, body }) => scope.transaction(async (tx) => {
      const row = need(await findInvoice(tx, params.id));
      refuseIf(whyNotCredit(factsOf(row)), { number: row.number ?? "" });
      const asked = await amountsOf(tx, row, body.lines);
      const text = (minor: bigint) => formatAmount(money(minor, row.currency));
      return {
        currency: row.currency, totals: asked.totals, appliedToInvoice: text(asked.applied), becomesCredit: text(asked.amounts.total - asked.applied),
        lines: asked.lines.map((line) => ({ lineId: line.credits_line_id!, name: line.name, quantity: line.credits_quantity, net: text(line.net_minor) })),
      };
    }),
  }),
  route({
    method: "POST", url: "/api/invoices/:id/credit-notes", tag, summary: "Issues a credit note, full or partial", permission: "invoices.issue", params: IdParams, body: CreditInvoice, answer: InvoiceView, status: 201,
    handler: ({ scope, params, body }) => shown(scope, issueCreditNote(scope, params.id, body)),
  }),
];

function need(row: InvoiceRow | undefined): InvoiceRow {
  if (!row) throw common.refuse("not_found");
  return row;
}

/** A cursor of the list: the date it is ordered by and the row's sequence. */
function dateCursor(cursor: string): [string, bigint] {
  const [date, seq] = decodeCursor(cursor, 2) as [string, string];
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{1,18}$/.test(seq)) throw common.refuse("invalid_cursor");
  return [date, BigInt(seq)];
}
