import { sql } from "kysely";
import type { z } from "zod";
import { possibleTotals, type LedgerEntryRow } from "../invoices/index.ts";
import type { Tx } from "../workspaces/index.ts";
import type { NewPayment, PaymentFilter } from "./contract.ts";

export type PaymentRow = {
  id: string; seq: bigint; company_id: string; customer_id: string; received_on: string; currency: string; amount_minor: bigint; method: NewPayment["method"]; reference: string | null; note: string | null;
  provider: string | null; provider_payment_id: string | null; created_at: Date; allocated_minor: bigint; refunded_minor: bigint; reversed_at: Date | null; left_minor: bigint;
};

export const findPayment = (tx: Tx, id: string) => tx.maybe(sql<PaymentRow>`select * from payment where workspace_id = ${tx.workspaceId} and id = ${id}`);
export const lockPayment = (tx: Tx, id: string) => tx.maybe(sql<PaymentRow>`select * from payment where workspace_id = ${tx.workspaceId} and id = ${id} for no key update`);
/** Writes a payment; nothing comes back when the provider's payment is recorded already (A6). */
export const insertPayment = (tx: Tx, row: { id: string; companyId: string; customerId: string; receivedOn: string; currency: string; amountMinor: bigint; method: string; reference: string | null; note: string | null; provider: string | null; providerPaymentId: string | null; at: Date }) => tx.maybe(sql<PaymentRow>`
  insert into payment (id, workspace_id, company_id, customer_id, received_on, currency, amount_minor, method, reference, note, provider, provider_payment_id, created_at)
  values (${row.id}, ${tx.workspaceId}, ${row.companyId}, ${row.customerId}, ${row.receivedOn}, ${row.currency}, ${row.amountMinor}, ${row.method}, ${row.reference}, ${row.note}, ${row.provider}, ${row.providerPaymentId}, ${row.at})
  on conflict (workspace_id, provider, provider_payment_id) do nothing returning *`);
export const findByProvider = (tx: Tx, provider: string, id: string) => tx.maybe(sql<PaymentRow>`
  select * from payment where workspace_id = ${tx.workspaceId} and provider = ${provider} and provider_payment_id = ${id}`);
/** Moves the sums folded from the ledger; the caller holds the row. */
export const addToPayment = (tx: Tx, id: string, change: { allocated?: bigint; refunded?: bigint }) => tx.one(sql<PaymentRow>`
  update payment set allocated_minor = allocated_minor + ${change.allocated ?? 0n}, refunded_minor = refunded_minor + ${change.refunded ?? 0n}
  where workspace_id = ${tx.workspaceId} and id = ${id} returning *`);
export const setReversed = (tx: Tx, id: string, at: Date) => tx.one(sql<PaymentRow>`
  update payment set reversed_at = ${at} where workspace_id = ${tx.workspaceId} and id = ${id} returning *`);

export type ListedPayment = PaymentRow & { customer_name: string; sort_key: string };
/** Newest money first; a cursor is date and sequence of the last row. */
export function listPayments(tx: Tx, filter: z.infer<typeof PaymentFilter>, after: [string, bigint] | null, limit: number): Promise<ListedPayment[]> {
  const like = filter.search ? `%${filter.search.replace(/[\\%_]/g, "\\$&")}%` : null;
  return tx.all(sql<ListedPayment>`
    select y.*, p.name as customer_name, y.received_on::text as sort_key
    from payment y join party p on p.workspace_id = y.workspace_id and p.id = y.customer_id
    where y.workspace_id = ${tx.workspaceId}
      and (${filter.companyId ?? null}::uuid is null or y.company_id = ${filter.companyId ?? null})
      and (${filter.customerId ?? null}::uuid is null or y.customer_id = ${filter.customerId ?? null})
      and case ${filter.state} when 'unallocated' then y.left_minor > 0 when 'reversed' then y.reversed_at is not null else true end
      and (${filter.from ?? null}::date is null or y.received_on >= ${filter.from ?? null}::date)
      and (${filter.until ?? null}::date is null or y.received_on <= ${filter.until ?? null}::date)
      and (${like}::text is null or p.name ilike ${like} or y.reference ilike ${like} or y.amount_minor = any(${possibleTotals(filter.search)}::bigint[])
           or exists (select 1 from ledger_entry e join invoice i on i.workspace_id = e.workspace_id and i.id = e.invoice_id
                      where e.workspace_id = y.workspace_id and e.payment_id = y.id and i.number ilike ${like}))
      and (${after?.[0] ?? null}::date is null or (y.received_on, y.seq) < (${after?.[0] ?? null}::date, ${after?.[1] ?? null}::bigint))
    order by y.received_on desc, y.seq desc limit ${limit}`);
}

/** What payments pay now: allocations that were not taken back. */
export const currentAllocations = (tx: Tx, paymentIds: string[]) => tx.all(sql<{ payment_id: string; invoice_id: string; number: string; amount: bigint }>`
  select e.payment_id, e.invoice_id, i.number, sum(case e.kind when 'allocate' then e.amount_minor else -e.amount_minor end)::bigint as amount
  from ledger_entry e join invoice i on i.workspace_id = e.workspace_id and i.id = e.invoice_id
  where e.workspace_id = ${tx.workspaceId} and e.payment_id = any(${paymentIds}::uuid[]) and e.kind in ('allocate', 'unallocate')
  group by e.payment_id, e.invoice_id, i.number having sum(case e.kind when 'allocate' then e.amount_minor else -e.amount_minor end) > 0
  order by min(e.seq)`);

export type ListedEntry = LedgerEntryRow & { invoice_number: string | null; credit_note_number: string | null; undone: boolean };
/** Entries of a payment, a credit note or an invoice, oldest first. */
export const listEntries = (tx: Tx, of: { paymentId?: string; creditNoteId?: string; invoiceId?: string }) => tx.all(sql<ListedEntry>`
  select e.*, i.number as invoice_number, c.number as credit_note_number,
         exists (select 1 from ledger_entry u where u.workspace_id = e.workspace_id and u.undoes = e.id) as undone
  from ledger_entry e
  left join invoice i on i.workspace_id = e.workspace_id and i.id = e.invoice_id
  left join invoice c on c.workspace_id = e.workspace_id and c.id = e.credit_note_id
  where e.workspace_id = ${tx.workspaceId}
    and (${of.paymentId ?? null}::uuid is null or e.payment_id = ${of.paymentId ?? null})
    and (${of.creditNoteId ?? null}::uuid is null or e.credit_note_id = ${of.creditNoteId ?? null})
    and (${of.invoiceId ?? null}::uuid is null or e.invoice_id = ${of.invoiceId ?? null})
  order by e.seq limit 2000`);
export const findEntry = (tx: Tx, id: string) => tx.maybe(sql<LedgerEntryRow & { undone: boolean }>`
  select e.*, exists (select 1 from ledger_entry u where u.workspace_id = e.workspace_id and u.undoes = e.id) as undone
  from ledger_entry e where e.workspace_id = ${tx.workspaceId} and e.id = ${id}`);
/** Allocations of a payment that still stand. */
export const standingAllocations = (tx: Tx, paymentId: string) => tx.all(sql<LedgerEntryRow>`
  select e.* from ledger_entry e where e.workspace_id = ${tx.workspaceId} and e.payment_id = ${paymentId} and e.kind = 'allocate'
    and not exists (select 1 from ledger_entry u where u.workspace_id = e.workspace_id and u.undoes = e.id)
  order by e.seq`);

/** Credit a customer has and did not use: money and credit notes, per currency. */
export const customerCredit = (tx: Tx, customerId: string) => tx.all(sql<{ currency: string; credit: bigint }>`
  select currency, sum(minor)::bigint as credit from (
    select currency, left_minor as minor from payment where workspace_id = ${tx.workspaceId} and customer_id = ${customerId} and left_minor > 0
    union all
    select currency, open_minor from invoice where workspace_id = ${tx.workspaceId} and customer_id = ${customerId} and kind = 'credit_note' and issued_at is not null and open_minor > 0) c
  group by currency order by currency`);
