import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../workspaces/index.ts";
import type { EinvoiceFormat } from "../parties/contract.ts";
import type { InvoiceFilter } from "./contract.ts";
import type { InvoiceSnapshot } from "./snapshot.ts";

type Change = { amount: string } | { percent: string };
export type InvoiceRow = {
  id: string; seq: bigint; kind: "invoice" | "credit_note"; company_id: string; customer_id: string | null; series_id: string | null; currency: string; locale: string | null;
  issue_date: string | null; due_date: string | null; terms_days: number | null; delivery_date: string | null; period_start: string | null; period_end: string | null;
  title: string | null; purchase_order: string | null; buyer_reference: string | null; contract_reference: string | null; intro: string | null; note: string | null;
  einvoice_format: EinvoiceFormat | null; xml_file_id: string | null; xml_sha256: Buffer | null;
  prices: "net" | "inclusive"; tax_rounding: "document" | "line"; template: "ledger" | "letter" | null; paper: "a4" | "us-letter" | null;
  changes: { kind: "allowance" | "charge"; change: Change; reason: string | null }[];
  credits_invoice_id: string | null; credit_reason: string | null; proposal_id: string | null; net_minor: bigint; tax_minor: bigint; total_minor: bigint;
  number: string | null; period: string | null; counter: bigint | null; snapshot: InvoiceSnapshot | null; snapshot_hash: Buffer | null; issued_at: Date | null; issued_by: string | null;
  pdf_file_id: string | null; pdf_sha256: Buffer | null; voided_at: Date | null; void_reason: string | null;
  paid_minor: bigint; credited_minor: bigint; written_off_minor: bigint; credit_noted_minor: bigint; open_minor: bigint;
  internal_note: string | null; tags: string[]; version: number; created_at: Date; updated_at: Date;
};
export type LineRow = {
  id: string; position: number; item_id: string | null; group_title: string | null; name: string; description: string | null; quantity: string; unit: string; unit_price: string;
  discount: Change | null; vat_category: string; vat_rate: string; exemption_reason: string | null; amount_minor: bigint; net_minor: bigint; proposal_line_id: string | null;
  credits_line_id: string | null; credits_quantity: string | null;
};

export const findInvoice = (tx: Tx, id: string) => tx.maybe(sql<InvoiceRow>`select * from invoice where workspace_id = ${tx.workspaceId} and id = ${id}`);
export const lockInvoice = (tx: Tx, id: string) => tx.maybe(sql<InvoiceRow>`select * from invoice where workspace_id = ${tx.workspaceId} and id = ${id} for no key update`);
export const listLines = (tx: Tx, invoiceId: string) => tx.all(sql<LineRow>`
  select l.id, l.position, l.item_id, l.group_title, l.name, l.description, l.quantity, l.unit, l.unit_price, l.discount, l.vat_category, l.vat_rate, l.exemption_reason,
         l.amount_minor, l.net_minor, l.proposal_line_id, l.credits_line_id, l.credits_quantity
  from invoice_line l where l.workspace_id = ${tx.workspaceId} and l.invoice_id = ${invoiceId} order by l.position`);
export const codesOf = (tx: Tx, invoiceId: string) => tx.all(sql<{ line_id: string; code: string }>`
  select l.id as line_id, i.code from invoice_line l join item i on i.workspace_id = l.workspace_id and i.id = l.item_id
  where l.workspace_id = ${tx.workspaceId} and l.invoice_id = ${invoiceId} and i.code is not null`);

/** The columns of a draft that people write. */
export type DraftColumns = Pick<InvoiceRow, "customer_id" | "series_id" | "currency" | "locale" | "issue_date" | "due_date" | "terms_days" | "delivery_date" | "period_start" | "period_end" | "title"
  | "purchase_order" | "buyer_reference" | "contract_reference" | "intro" | "note" | "internal_note" | "einvoice_format" | "prices" | "tax_rounding" | "template" | "paper" | "changes" | "net_minor" | "tax_minor" | "total_minor">;

export const insertDraft = (tx: Tx, row: { id: string; kind: "invoice" | "credit_note"; companyId: string; creditsInvoiceId: string | null; creditReason: string | null; proposalId: string | null; at: Date }, draft: DraftColumns) => tx.one(sql<InvoiceRow>`
  insert into invoice (id, workspace_id, kind, company_id, credits_invoice_id, credit_reason, proposal_id, customer_id, series_id, currency, locale, issue_date, due_date, terms_days, delivery_date,
    period_start, period_end, title, purchase_order, buyer_reference, contract_reference, intro, note, internal_note, einvoice_format, prices, tax_rounding, template, paper, changes, net_minor, tax_minor, total_minor, created_at, updated_at)
  values (${row.id}, ${tx.workspaceId}, ${row.kind}, ${row.companyId}, ${row.creditsInvoiceId}, ${row.creditReason}, ${row.proposalId}, ${draft.customer_id}, ${draft.series_id}, ${draft.currency}, ${draft.locale},
    ${draft.issue_date}, ${draft.due_date}, ${draft.terms_days}, ${draft.delivery_date}, ${draft.period_start}, ${draft.period_end}, ${draft.title}, ${draft.purchase_order}, ${draft.buyer_reference},
    ${draft.contract_reference}, ${draft.intro}, ${draft.note}, ${draft.internal_note}, ${draft.einvoice_format}, ${draft.prices}, ${draft.tax_rounding}, ${draft.template}, ${draft.paper}, ${JSON.stringify(draft.changes)}::jsonb,
    ${draft.net_minor}, ${draft.tax_minor}, ${draft.total_minor}, ${row.at}, ${row.at})
  returning *`);
export const updateDraft = (tx: Tx, id: string, draft: DraftColumns, at: Date) => tx.one(sql<InvoiceRow>`
  update invoice set customer_id = ${draft.customer_id}, series_id = ${draft.series_id}, currency = ${draft.currency}, locale = ${draft.locale}, issue_date = ${draft.issue_date}, due_date = ${draft.due_date},
    terms_days = ${draft.terms_days}, delivery_date = ${draft.delivery_date}, period_start = ${draft.period_start}, period_end = ${draft.period_end}, title = ${draft.title},
    purchase_order = ${draft.purchase_order}, buyer_reference = ${draft.buyer_reference}, contract_reference = ${draft.contract_reference}, intro = ${draft.intro}, note = ${draft.note},
    internal_note = ${draft.internal_note}, einvoice_format = ${draft.einvoice_format}, prices = ${draft.prices}, tax_rounding = ${draft.tax_rounding}, template = ${draft.template}, paper = ${draft.paper},
    changes = ${JSON.stringify(draft.changes)}::jsonb, net_minor = ${draft.net_minor}, tax_minor = ${draft.tax_minor}, total_minor = ${draft.total_minor}, version = version + 1, updated_at = ${at}
  where workspace_id = ${tx.workspaceId} and id = ${id} returning *`);
export const deleteDraft = (tx: Tx, id: string) => tx.run(sql`delete from invoice where workspace_id = ${tx.workspaceId} and id = ${id} and issued_at is null`);

/** Makes the lines of a draft those of the list, in its order. */
export async function replaceLines(tx: Tx, invoiceId: string, lines: Omit<LineRow, "position">[]): Promise<void> {
  await tx.run(sql`delete from invoice_line where workspace_id = ${tx.workspaceId} and invoice_id = ${invoiceId}`);
  if (lines.length === 0) return;
  const rows = lines.map((line, index) => ({ ...line, position: index + 1, amount_minor: line.amount_minor.toString(), net_minor: line.net_minor.toString() }));
  await tx.run(sql`
    insert into invoice_line (id, workspace_id, invoice_id, position, item_id, group_title, name, description, quantity, unit, unit_price, discount, vat_category, vat_rate, exemption_reason,
      amount_minor, net_minor, proposal_line_id, credits_line_id, credits_quantity)
    select id, ${tx.workspaceId}, ${invoiceId}, position, item_id, group_title, name, description, quantity, unit, unit_price, discount, vat_category, vat_rate, exemption_reason,
      amount_minor, net_minor, proposal_line_id, credits_line_id, credits_quantity
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as l(id uuid, position int, item_id uuid, group_title text, name text, description text, quantity numeric, unit text, unit_price numeric,
      discount jsonb, vat_category text, vat_rate numeric, exemption_reason text, amount_minor bigint, net_minor bigint, proposal_line_id uuid, credits_line_id uuid, credits_quantity numeric)`);
}

/** The act of issuing: number, dates and snapshot are written, and from here on the trigger holds them. */
export const freeze = (tx: Tx, id: string, facts: { number: string; seriesId: string; period: string; counter: bigint; issueDate: string; dueDate: string | null; snapshot: InvoiceSnapshot; hash: Buffer; at: Date; by: string }) => tx.one(sql<InvoiceRow>`
  update invoice set number = ${facts.number}, series_id = ${facts.seriesId}, period = ${facts.period}, counter = ${facts.counter}, issue_date = ${facts.issueDate}, due_date = ${facts.dueDate},
    locale = ${facts.snapshot.locale}, template = ${facts.snapshot.template}, paper = ${facts.snapshot.paper}, snapshot = ${JSON.stringify(facts.snapshot)}::jsonb, snapshot_hash = ${facts.hash},
    issued_at = ${facts.at}, issued_by = ${facts.by}, version = version + 1, updated_at = ${facts.at}
  where workspace_id = ${tx.workspaceId} and id = ${id} returning *`);
export type TaxRow = { position: number; vat_category: string; vat_rate: string; base_minor: bigint; tax_minor: bigint; lines_minor: bigint; reason: string | null };
export const insertTax = (tx: Tx, invoiceId: string, row: TaxRow) => tx.run(sql`
  insert into invoice_tax (workspace_id, invoice_id, position, vat_category, vat_rate, base_minor, tax_minor, lines_minor, reason)
  values (${tx.workspaceId}, ${invoiceId}, ${row.position}, ${row.vat_category}, ${row.vat_rate}, ${row.base_minor}, ${row.tax_minor}, ${row.lines_minor}, ${row.reason})`);
export const listTaxes = (tx: Tx, invoiceId: string) => tx.all(sql<TaxRow>`
  select position, vat_category, vat_rate, base_minor, tax_minor, lines_minor, reason from invoice_tax where workspace_id = ${tx.workspaceId} and invoice_id = ${invoiceId} order by position`);

export const setPdf = (tx: Tx, id: string, fileId: string, sha256: Buffer) => tx.run(sql`
  update invoice set pdf_file_id = ${fileId}, pdf_sha256 = ${sha256} where workspace_id = ${tx.workspaceId} and id = ${id} and pdf_file_id is null`);
export const setXml = (tx: Tx, id: string, fileId: string, sha256: Buffer) => tx.run(sql`
  update invoice set xml_file_id = ${fileId}, xml_sha256 = ${sha256} where workspace_id = ${tx.workspaceId} and id = ${id} and xml_file_id is null`);
export const setVoid = (tx: Tx, id: string, reason: string, at: Date) => tx.one(sql<InvoiceRow>`
  update invoice set voided_at = ${at}, void_reason = ${reason}, version = version + 1, updated_at = ${at} where workspace_id = ${tx.workspaceId} and id = ${id} returning *`);
export const setNote = (tx: Tx, id: string, note: string | null, tags: string[], at: Date) => tx.one(sql<InvoiceRow>`
  update invoice set internal_note = ${note}, tags = ${tags}::text[], version = version + 1, updated_at = ${at} where workspace_id = ${tx.workspaceId} and id = ${id} returning *`);
/** Moves the sums folded from the ledger; the caller holds the row. The row's own checks keep them within the total. */
export const addToSums = (tx: Tx, id: string, change: { paid?: bigint; credited?: bigint; writtenOff?: bigint; creditNoted?: bigint }) => tx.one(sql<InvoiceRow>`
  update invoice set paid_minor = paid_minor + ${change.paid ?? 0n}, credited_minor = credited_minor + ${change.credited ?? 0n}, written_off_minor = written_off_minor + ${change.writtenOff ?? 0n},
    credit_noted_minor = credit_noted_minor + ${change.creditNoted ?? 0n}
  where workspace_id = ${tx.workspaceId} and id = ${id} returning *`);

/** Credit notes on an invoice that still count, and what they took of its lines and tax rows. */
export const listCreditNotes = (tx: Tx, invoiceId: string) => tx.all(sql<{ id: string; number: string; total_minor: bigint; currency: string }>`
  select id, number, total_minor, currency from invoice where workspace_id = ${tx.workspaceId} and credits_invoice_id = ${invoiceId} and issued_at is not null and voided_at is null order by seq`);
export const creditedLines = (tx: Tx, invoiceId: string) => tx.all(sql<{ line_id: string; quantity: string; net_by_quantity: bigint; net: bigint }>`
  select l.credits_line_id as line_id, coalesce(sum(l.credits_quantity), 0)::text as quantity,
         coalesce(sum(l.net_minor) filter (where l.credits_quantity is not null), 0)::bigint as net_by_quantity, sum(l.net_minor)::bigint as net
  from invoice c join invoice_line l on l.workspace_id = c.workspace_id and l.invoice_id = c.id
  where c.workspace_id = ${tx.workspaceId} and c.credits_invoice_id = ${invoiceId} and c.issued_at is not null and c.voided_at is null
  group by l.credits_line_id`);
export const creditedTaxes = (tx: Tx, invoiceId: string) => tx.all(sql<{ vat_category: string; vat_rate: string; base: bigint; tax: bigint }>`
  select t.vat_category, t.vat_rate, sum(t.base_minor)::bigint as base, sum(t.tax_minor)::bigint as tax
  from invoice c join invoice_tax t on t.workspace_id = c.workspace_id and t.invoice_id = c.id
  where c.workspace_id = ${tx.workspaceId} and c.credits_invoice_id = ${invoiceId} and c.issued_at is not null and c.voided_at is null
  group by t.vat_category, t.vat_rate`);

// The list. "Today" is each company's own; what is owed past it is overdue.
const today = (now: Date) => sql`(${now}::timestamptz at time zone c.time_zone)::date`;
const tabs = (now: Date) => ({
  all: sql`true`,
  draft: sql`i.issued_at is null`,
  open: sql`i.kind = 'invoice' and i.issued_at is not null and i.open_minor > 0`,
  overdue: sql`i.kind = 'invoice' and i.issued_at is not null and i.open_minor > 0 and i.due_date < ${today(now)}`,
  part_paid: sql`i.kind = 'invoice' and i.issued_at is not null and i.open_minor > 0 and i.open_minor < i.total_minor`,
  paid: sql`i.kind = 'invoice' and i.issued_at is not null and i.voided_at is null and i.open_minor = 0 and (i.credit_noted_minor < i.total_minor or i.total_minor = 0)`,
  credited: sql`i.kind = 'invoice' and i.issued_at is not null and i.voided_at is null and i.total_minor > 0 and i.credit_noted_minor = i.total_minor`,
  void: sql`i.voided_at is not null`,
  credit_notes: sql`i.kind = 'credit_note'`,
});

export type ListedInvoice = InvoiceRow & { customer_name: string | null; time_zone: string; sort_key: string };
/** Drafts first, then the newest issue date; a cursor is date and sequence of the last row. */
export function listInvoices(tx: Tx, filter: z.infer<typeof InvoiceFilter>, now: Date, after: [string, bigint] | null, limit: number): Promise<ListedInvoice[]> {
  const like = filter.search ? `%${filter.search.replace(/[\\%_]/g, "\\$&")}%` : null;
  return tx.all(sql<ListedInvoice>`
    select i.*, coalesce(i.snapshot -> 'buyer' ->> 'name', p.name) as customer_name, c.time_zone, i.sort_date::text as sort_key
    from invoice i join company c on c.workspace_id = i.workspace_id and c.id = i.company_id
    left join party p on p.workspace_id = i.workspace_id and p.id = i.customer_id
    where i.workspace_id = ${tx.workspaceId} and ${tabs(now)[filter.tab]}
      and (${filter.companyId ?? null}::uuid is null or i.company_id = ${filter.companyId ?? null})
      and (${filter.customerId ?? null}::uuid is null or i.customer_id = ${filter.customerId ?? null})
      and (${filter.from ?? null}::date is null or i.issue_date >= ${filter.from ?? null}::date)
      and (${filter.until ?? null}::date is null or i.issue_date <= ${filter.until ?? null}::date)
      and (${like}::text is null or i.number ilike ${like} or i.title ilike ${like} or i.purchase_order ilike ${like} or coalesce(i.snapshot -> 'buyer' ->> 'name', p.name) ilike ${like}
           or i.total_minor = any(${possibleTotals(filter.search)}::bigint[]))
      and (${after?.[0] ?? null}::date is null or (i.sort_date, i.seq) < (${after?.[0] ?? null}::date, ${after?.[1] ?? null}::bigint))
    order by i.sort_date desc, i.seq desc limit ${limit}`);
}

/** "1,234.50" may be a total: its minor units for currencies of 0, 2 and 3 decimals. */
export function possibleTotals(search: string | undefined): string[] {
  const match = /^(\d{1,12})(?:\.(\d{1,3}))?$/.exec((search ?? "").replace(/[,\s]/g, ""));
  if (!match) return [];
  const [, whole = "", fraction = ""] = match;
  return [0, 2, 3].filter((digits) => fraction.length <= digits).map((digits) => BigInt(whole + fraction.padEnd(digits, "0")).toString());
}

/** How many documents each tab of the list holds. */
export function countInvoices(tx: Tx, companyId: string | null, now: Date): Promise<Record<string, number>> {
  const columns = Object.entries(tabs(now)).map(([name, condition]) => sql`count(*) filter (where ${condition})::int as ${sql.ref(name)}`);
  return tx.one(sql<Record<string, number>>`
    select ${sql.join(columns)} from invoice i join company c on c.workspace_id = i.workspace_id and c.id = i.company_id
    where i.workspace_id = ${tx.workspaceId} and (${companyId}::uuid is null or i.company_id = ${companyId})`);
}
export const sumOpen = (tx: Tx, companyId: string | null, customerId: string | null, now: Date) => tx.all(sql<{ currency: string; open: bigint; overdue: bigint; count: number }>`
  select i.currency, sum(i.open_minor)::bigint as open, coalesce(sum(i.open_minor) filter (where i.due_date < ${today(now)}), 0)::bigint as overdue, count(*)::int as count
  from invoice i join company c on c.workspace_id = i.workspace_id and c.id = i.company_id
  where i.workspace_id = ${tx.workspaceId} and i.kind = 'invoice' and i.issued_at is not null and i.open_minor > 0
    and (${companyId}::uuid is null or i.company_id = ${companyId}) and (${customerId}::uuid is null or i.customer_id = ${customerId})
  group by i.currency order by i.currency`);

/** The gap report (N12): what each period's counter gave, against the documents that carry it. */
export const numberReport = (tx: Tx, companyId: string | null) => tx.all(sql<{ series_id: string; company_id: string; name: string; kind: string; pattern: string; period: string; first_number: bigint; last_number: bigint; used: number; voided: number; missing: bigint[] | null; missing_count: number }>`
  select s.id as series_id, s.company_id, s.name, s.kind, s.pattern, n.period, n.first_number, n.last_number, u.used, u.voided, m.missing, m.missing_count
  from number_series s join number_counter n on n.workspace_id = s.workspace_id and n.series_id = s.id
  cross join lateral (select count(*)::int as used, count(*) filter (where i.voided_at is not null)::int as voided
                      from invoice i where i.workspace_id = s.workspace_id and i.series_id = s.id and i.period = n.period) u
  cross join lateral (select (array_agg(g.counter order by g.counter))[1:100] as missing, count(*)::int as missing_count
                      from generate_series(n.first_number, n.last_number) as g(counter)
                      where not exists (select 1 from invoice i where i.workspace_id = s.workspace_id and i.series_id = s.id and i.period = n.period and i.counter = g.counter)) m
  where s.workspace_id = ${tx.workspaceId} and s.kind <> 'proposal' and n.last_number >= n.first_number and (${companyId}::uuid is null or s.company_id = ${companyId})
  order by s.company_id, s.kind, s.name, n.period`);

export type LedgerEntryRow = {
  id: string; seq: bigint; company_id: string; customer_id: string; currency: string; kind: "receive" | "credit" | "allocate" | "unallocate" | "refund" | "write_off" | "recover" | "reverse";
  amount_minor: bigint; entry_date: string; payment_id: string | null; credit_note_id: string | null; invoice_id: string | null; undoes: string | null; write_off_kind: string | null;
  tax_treatment: string | null; reason: string | null; actor_kind: string; actor_id: string | null; actor_name: string | null; created_at: Date;
};
export const insertEntry = (tx: Tx, row: Omit<LedgerEntryRow, "seq" | "created_at" | "actor_kind" | "actor_id" | "actor_name">) => tx.one(sql<LedgerEntryRow>`
  insert into ledger_entry (id, workspace_id, company_id, customer_id, currency, kind, amount_minor, entry_date, payment_id, credit_note_id, invoice_id, undoes, write_off_kind, tax_treatment, reason,
    actor_kind, actor_id, actor_name, created_at)
  values (${row.id}, ${tx.workspaceId}, ${row.company_id}, ${row.customer_id}, ${row.currency}, ${row.kind}, ${row.amount_minor}, ${row.entry_date}, ${row.payment_id}, ${row.credit_note_id},
    ${row.invoice_id}, ${row.undoes}, ${row.write_off_kind}, ${row.tax_treatment}, ${row.reason}, ${tx.scope.actor.kind}, ${tx.scope.actor.id}, ${tx.scope.actor.name}, ${tx.scope.now()})
  returning *`);
/** Open invoices of a customer, locked in the one order in which every payment takes them: oldest due first (A4). */
export const lockOpenInvoices = (tx: Tx, companyId: string, customerId: string, currency: string) => tx.all(sql<InvoiceRow>`
  select * from invoice where workspace_id = ${tx.workspaceId} and company_id = ${companyId} and customer_id = ${customerId} and currency = ${currency}
    and kind = 'invoice' and issued_at is not null and open_minor > 0
  order by due_date nulls last, seq for no key update`);
export const lockInvoices = (tx: Tx, ids: string[]) => tx.all(sql<InvoiceRow>`
  select * from invoice where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[]) order by due_date nulls last, seq for no key update`);
/** How much of each proposal line drafts and issued invoices hold, less what was credited; void ones count as nothing. */
export const invoicedQuantities = (tx: Tx, proposalId: string) => tx.all(sql<{ proposal_line_id: string; quantity: string }>`
  select l.proposal_line_id, (sum(l.quantity) - coalesce(sum((
      select sum(k.credits_quantity) from invoice_line k join invoice n on n.workspace_id = k.workspace_id and n.id = k.invoice_id
      where k.workspace_id = l.workspace_id and k.credits_line_id = l.id and n.issued_at is not null and n.voided_at is null)), 0))::text as quantity
  from invoice i join invoice_line l on l.workspace_id = i.workspace_id and l.invoice_id = i.id
  where i.workspace_id = ${tx.workspaceId} and i.proposal_id = ${proposalId} and i.kind = 'invoice' and i.voided_at is null and l.proposal_line_id is not null
  group by l.proposal_line_id`);
export const invoicesOfProposal = (tx: Tx, proposalId: string) => tx.all(sql<{ id: string; number: string | null; total_minor: bigint; currency: string; issued: boolean }>`
  select id, number, total_minor, currency, issued_at is not null as issued from invoice
  where workspace_id = ${tx.workspaceId} and proposal_id = ${proposalId} and kind = 'invoice' and voided_at is null order by seq`);
