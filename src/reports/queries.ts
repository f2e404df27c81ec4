import { sql, type RawBuilder } from "kysely";
import type { Tx } from "../workspaces/index.ts";

/** The company asked for, or all of the workspace. */
const ours = (tx: Tx, companyId: string | null, row: string): RawBuilder<unknown> =>
  sql`${sql.ref(`${row}.workspace_id`)} = ${tx.workspaceId} and (${companyId}::uuid is null or ${sql.ref(`${row}.company_id`)} = ${companyId}::uuid)`;
/** Invoices of ours on which something is still owed. */
const openInvoice = sql`i.kind = 'invoice' and i.issued_at is not null and i.open_minor > 0`;
/** What a received document asks for. Credit notes and receipts ask for nothing. */
const receivedDue = sql`coalesce(r.due_minor, r.gross_minor)`;
const asksForMoney = sql`r.currency is not null and coalesce(r.document_type, 'invoice') not in ('credit_note', 'receipt') and ${receivedDue} > 0`;
const stillOwed = sql`r.state in ('to_review', 'to_approve', 'on_hold', 'approved') and ${asksForMoney}`;

export type ReceivedSums = { state: string; currency: string | null; count: number; minor: bigint; doubtful: number; oldest: Date; due_soon: number };
/** What waits in the inbox, by state and currency. */
export const receivedByState = (tx: Tx, companyId: string | null, today: string) => tx.all(sql<ReceivedSums>`
  select case when r.state = 'on_hold' and r.hold_code = 'bank_changed' then 'bank_changed' when r.state in ('unreadable', 'needs_password') then 'unreadable'
              when r.state = 'duplicate' then 'to_review' else r.state end as state,
         r.currency, count(*)::int as count, coalesce(sum(${receivedDue}), 0)::bigint as minor, (count(*) filter (where r.blocking > 0 or r.state = 'duplicate'))::int as doubtful,
         min(r.received_at) as oldest, (count(*) filter (where r.due_date <= ${today}::date + 8))::int as due_soon
  from received_invoice r where ${ours(tx, companyId, "r")} and r.state in ('to_review', 'duplicate', 'to_approve', 'on_hold', 'unreadable', 'needs_password')
  group by 1, 2 order by 2`);

export const firstBankChange = (tx: Tx, companyId: string | null) => tx.maybe(sql<{ id: string; supplier_name: string | null }>`
  select r.id, r.supplier_name from received_invoice r where ${ours(tx, companyId, "r")} and r.state = 'on_hold' and r.hold_code = 'bank_changed' order by r.held_at, r.id limit 1`);

export type AgeRow = { currency: string; bucket: string; minor: bigint; count: number };
const bucketOf = (due: RawBuilder<unknown>, today: string) => sql`
  case when ${due} is null or ${due} >= ${today}::date then 'not_due' when ${due} >= ${today}::date - 30 then 'days_1_30' when ${due} >= ${today}::date - 60 then 'days_31_60'
       when ${due} >= ${today}::date - 90 then 'days_61_90' else 'over_90' end`;
export const owedByAge = (tx: Tx, companyId: string | null, today: string) => tx.all(sql<AgeRow>`
  select i.currency, ${bucketOf(sql`i.due_date`, today)} as bucket, sum(i.open_minor)::bigint as minor, count(*)::int as count
  from invoice i where ${ours(tx, companyId, "i")} and ${openInvoice} group by 1, 2`);
export const owingByAge = (tx: Tx, companyId: string | null, today: string) => tx.all(sql<AgeRow>`
  select r.currency, ${bucketOf(sql`r.due_date`, today)} as bucket, sum(${receivedDue})::bigint as minor, count(*)::int as count
  from received_invoice r where ${ours(tx, companyId, "r")} and ${stillOwed} group by 1, 2`);

/** The oldest overdue invoice, and who owes most among the late ones (in one currency, as amounts of several are not compared). */
export const overdueFacts = (tx: Tx, companyId: string | null, today: string) => tx.maybe(sql<{ oldest_days: number; owes_most: string | null }>`
  select (select (${today}::date - min(i.due_date)) from invoice i where ${ours(tx, companyId, "i")} and ${openInvoice} and i.due_date < ${today}::date) as oldest_days,
         (select p.name from invoice i join party p on p.workspace_id = i.workspace_id and p.id = i.customer_id
          where ${ours(tx, companyId, "i")} and ${openInvoice} and i.due_date < ${today}::date group by i.currency, p.id, p.name order by sum(i.open_minor) desc, p.name limit 1) as owes_most`);

export type EndingRow = { id: string; title: string; customer_name: string | null; views: number; days_left: number; total_minor: bigint; currency: string };
export const proposalsEnding = (tx: Tx, companyId: string | null, today: string, days: number) => tx.all(sql<EndingRow>`
  select q.id, q.title, p.name as customer_name, q.views, (q.valid_until - ${today}::date) as days_left, q.total_minor, q.currency
  from proposal q left join party p on p.workspace_id = q.workspace_id and p.id = q.customer_id
  where ${ours(tx, companyId, "q")} and q.sent_version is not null and q.answer is null and q.withdrawn_at is null and q.valid_until between ${today}::date and ${today}::date + ${days}::int
  order by q.valid_until, q.id limit 5`);

export type SumRow = { currency: string; count: number; minor: bigint };
export const acceptedDrafts = (tx: Tx, companyId: string | null) => tx.all(sql<SumRow>`
  select i.currency, count(*)::int as count, sum(i.total_minor)::bigint as minor from invoice i
  where ${ours(tx, companyId, "i")} and i.kind = 'invoice' and i.proposal_id is not null and i.issued_at is null group by 1 order by 1`);
export const unallocatedPayments = (tx: Tx, companyId: string | null) => tx.all(sql<SumRow>`
  select y.currency, count(*)::int as count, sum(y.left_minor)::bigint as minor from payment y where ${ours(tx, companyId, "y")} and y.left_minor > 0 group by 1 order by 1`);
/** Mails of documents that failed and were not sent again since. */
export const failedMail = (tx: Tx, companyId: string | null) => tx.all(sql<{ recipient: string }>`
  select d.recipient from delivery d join mail m on m.workspace_id = d.workspace_id and m.id = d.mail_id
  where ${ours(tx, companyId, "d")} and m.state = 'failed'
    and not exists (select 1 from delivery e where e.workspace_id = d.workspace_id and e.subject_id = d.subject_id and e.seq > d.seq)
  order by d.seq desc limit 100`);

export type WeekRow = { currency: string; start: string; minor: bigint };
/** Money that came in, by week, less what was paid back. */
export const receiptsByWeek = (tx: Tx, companyId: string | null, from: string, until: string) => tx.all(sql<WeekRow>`
  select y.currency, date_trunc('week', y.received_on)::date as start, sum(y.amount_minor - y.refunded_minor)::bigint as minor
  from payment y where ${ours(tx, companyId, "y")} and y.reversed_at is null and y.received_on >= ${from}::date and y.received_on < ${until}::date group by 1, 2`);
/**
 * What is open, by the week in which it is expected: the due date and the days by which this customer was late on average,
 * at most 90, and never before today.
 */
export const expectedByWeek = (tx: Tx, companyId: string | null, today: string, until: string) => tx.all(sql<WeekRow>`
  with settled as (
    select i.customer_id, max(l.entry_date) - i.due_date as late
    from invoice i join ledger_entry l on l.workspace_id = i.workspace_id and l.invoice_id = i.id and l.kind = 'allocate' and l.payment_id is not null
    where ${ours(tx, companyId, "i")} and i.kind = 'invoice' and i.issued_at is not null and i.open_minor = 0 and i.paid_minor > 0 and i.due_date is not null
    group by i.id, i.customer_id, i.due_date),
  lateness as (select customer_id, least(90, greatest(0, round(avg(late))))::int as days from settled group by customer_id),
  expected as (
    select i.currency, i.open_minor, greatest(${today}::date, coalesce(i.due_date, i.issue_date) + coalesce(l.days, 0)) as day
    from invoice i left join lateness l on l.customer_id = i.customer_id where ${ours(tx, companyId, "i")} and ${openInvoice})
  select currency, date_trunc('week', day)::date as start, sum(open_minor)::bigint as minor from expected where day < ${until}::date group by 1, 2`);
/** Received invoices by the week in which they fall due. */
export const dueByWeek = (tx: Tx, companyId: string | null, from: string, until: string) => tx.all(sql<WeekRow>`
  select r.currency, date_trunc('week', coalesce(r.due_date, r.issue_date))::date as start, sum(${receivedDue})::bigint as minor
  from received_invoice r where ${ours(tx, companyId, "r")} and r.state in ('to_review', 'to_approve', 'on_hold', 'approved', 'exported') and ${asksForMoney}
    and coalesce(r.due_date, r.issue_date) >= ${from}::date and coalesce(r.due_date, r.issue_date) < ${until}::date group by 1, 2`);
export const largestDue = (tx: Tx, companyId: string | null, currency: string, from: string) => tx.maybe(sql<{ name: string | null; minor: bigint; state: string }>`
  select coalesce(r.supplier_name, r.file_name) as name, ${receivedDue} as minor, r.state from received_invoice r
  where ${ours(tx, companyId, "r")} and r.state in ('to_review', 'to_approve', 'on_hold', 'approved', 'exported') and ${asksForMoney} and r.currency = ${currency}
    and coalesce(r.due_date, r.issue_date) >= ${from}::date and coalesce(r.due_date, r.issue_date) < ${from}::date + 7 order by 2 desc, r.id limit 1`);

export const captureFacts = (tx: Tx, companyId: string | null, since: Date) => tx.one(sql<{ read: number; proven: number; approved: number; untouched: number; median_ms: number | null }>`
  select count(*)::int as read, (count(*) filter (where r.proof = 'complete'))::int as proven, (count(*) filter (where r.approved_at is not null))::int as approved,
         (count(*) filter (where r.approved_at is not null and not exists (
           select 1 from received_answer a where a.workspace_id = r.workspace_id and a.received_invoice_id = r.id and a.undone_at is null and a.action <> 'confirm')))::int as untouched,
         round(percentile_cont(0.5) within group (order by r.read_ms))::int as median_ms
  from received_invoice r where ${ours(tx, companyId, "r")} and r.reading_state = 'read' and r.read_at >= ${since}`);
export const correctedMost = (tx: Tx, companyId: string | null, since: Date) => tx.all(sql<{ path: string }>`
  select regexp_replace(a.path, '\\.[0-9]+', '') as path from received_answer a join received_invoice r on r.workspace_id = a.workspace_id and r.id = a.received_invoice_id
  where ${ours(tx, companyId, "r")} and a.undone_at is null and a.action <> 'confirm' and a.answered_at >= ${since} group by 1 order by count(*) desc, 1 limit 2`);

export type NextRow = { date: string; kind: "proposal_ends" | "invoice_due" | "received_due"; id: string; name: string | null; minor: bigint; currency: string };
export const nextDays = (tx: Tx, companyId: string | null, today: string, days: number) => tx.all(sql<NextRow>`
  select * from (
    select q.valid_until as date, 'proposal_ends' as kind, q.id, coalesce(p.name, q.title) as name, q.total_minor as minor, q.currency
    from proposal q left join party p on p.workspace_id = q.workspace_id and p.id = q.customer_id
    where ${ours(tx, companyId, "q")} and q.sent_version is not null and q.answer is null and q.withdrawn_at is null
    union all
    select i.due_date, 'invoice_due', i.id, p.name, i.open_minor, i.currency
    from invoice i join party p on p.workspace_id = i.workspace_id and p.id = i.customer_id where ${ours(tx, companyId, "i")} and ${openInvoice}
    union all
    select r.due_date, 'received_due', r.id, coalesce(r.supplier_name, r.file_name), -${receivedDue}, r.currency
    from received_invoice r where ${ours(tx, companyId, "r")} and ${stillOwed}
  ) day where date between ${today}::date and ${today}::date + ${days}::int order by date, kind, name, id limit 12`);
