// All SQL of received invoices. It names the workspace; row-level security checks it again.
import { sql, type RawBuilder } from "kysely";
import { Decimal } from "@counterfoil/money";
import type { Tx } from "../workspaces/index.ts";
import type { StoredFile } from "../platform/files.ts";
import type { InboxFilter, InboxSort, ReceivedState } from "./contract.ts";
import type { z } from "zod";
import type { Flat } from "./current.ts";

export type ReceivedRow = {
  id: string; company_id: string; file_id: string; sha256: Buffer; file_name: string; kind: string; media_type: string; size_bytes: bigint;
  received_at: Date; received_by: string | null; received_via: "web" | "api" | "sample";
  reading_state: "waiting" | "reading" | "read" | "unreadable" | "needs_password";
  unreadable_code: string | null; unreadable_reason: string | null; unreadable_remedy: string | null;
  page_count: number | null; read_at: Date | null; read_ms: number | null; engine_version: string | null; syntax: string | null;
  proof: "complete" | "partial" | "contradictory" | "none" | null;
  document_type: string | null; supplier_name: string | null; supplier_vat_id: string | null; supplier_iban: string | null;
  invoice_number: string | null; number_key: string | null; issue_date: string | null; due_date: string | null; currency: string | null;
  net_minor: bigint | null; tax_minor: bigint | null; gross_minor: bigint | null; due_minor: bigint | null;
  to_check: string[]; blocking: number; flags: string[];
  review_state: "to_review" | "reviewed" | "duplicate" | "rejected"; reviewed_at: Date | null; reviewed_by: string | null;
  duplicate_of: string | null; duplicate_reason: string | null; cleared_duplicates: string[];
  reject_code: "not_ours" | "duplicate" | "not_ordered" | "wrong" | "other" | null; reject_note: string | null; settled_at: Date | null;
  approval_state: "to_approve" | "approved" | "on_hold"; approved_at: Date | null; approved_by: string | null;
  bank_doubt: string | null; hold_code: "bank_changed" | "by_hand" | null; hold_note: string | null; held_at: Date | null;
  bank_confirmed_by: string | null; bank_confirmed_iban: string | null; bank_confirmed_note: string | null;
  supplier_id: string | null; exported_at: Date | null; version: number; state: ReceivedState;
  // While it is being read
  reading_page: number | null; reading_pages: number | null;
};
/** The row with what is sealed in it. */
export type WholeRow = ReceivedRow & { sealed_password: Buffer | null; sealed_reading: Buffer | null; sealed_current: Buffer | null };

const ownColumns = `r.id, r.company_id, r.file_id, r.sha256, r.file_name, r.kind, r.media_type, r.size_bytes, r.received_at, r.received_by, r.received_via,
  r.reading_state, r.unreadable_code, r.unreadable_reason, r.unreadable_remedy, r.page_count, r.read_at, r.read_ms, r.engine_version, r.syntax, r.proof,
  r.document_type, r.supplier_name, r.supplier_vat_id, r.supplier_iban, r.invoice_number, r.number_key, r.issue_date, r.due_date, r.currency,
  r.net_minor, r.tax_minor, r.gross_minor, r.due_minor, r.to_check, r.blocking, r.flags,
  r.review_state, r.reviewed_at, r.reviewed_by, r.duplicate_of, r.duplicate_reason, r.cleared_duplicates, r.reject_code, r.reject_note, r.settled_at,
  r.approval_state, r.approved_at, r.approved_by, r.bank_doubt, r.hold_code, r.hold_note, r.held_at, r.bank_confirmed_by, r.bank_confirmed_iban, r.bank_confirmed_note,
  r.supplier_id, r.exported_at, r.version, r.state`;
const columns = sql.raw(`${ownColumns}, p.page as reading_page, p.pages as reading_pages`);
const fromBoth = sql.raw(`received_invoice r left join pending_reading p on p.workspace_id = r.workspace_id and p.received_invoice_id = r.id`);

// ---- Receiving

/** The document with these bytes, the company's own before another's. */
export const findBySha256 = (tx: Tx, sha256: Buffer, companyId: string) => tx.maybe(sql<{ id: string; state: ReceivedState }>`
  select id, state from received_invoice where workspace_id = ${tx.workspaceId} and sha256 = ${sha256} order by company_id <> ${companyId}, received_at limit 1`);

export async function insertFile(tx: Tx, file: StoredFile, mediaType: string, companyId: string): Promise<void> {
  await tx.run(sql`insert into file (id, workspace_id, company_id, store_key, wrapped_key, sha256, size_bytes, media_type)
    values (${file.id}, ${tx.workspaceId}, ${companyId}, ${file.storeKey}, ${file.wrappedKey}, ${file.sha256}, ${file.sizeBytes}, ${mediaType})`);
}
export const deleteFile = (tx: Tx, id: string) => tx.run(sql`delete from file where workspace_id = ${tx.workspaceId} and id = ${id}`);

/** False when the same bytes are here already, also when another upload of them commits first. */
export async function insertReceived(tx: Tx, row: {
  id: string; companyId: string; fileId: string; sha256: Buffer; fileName: string; kind: string; mediaType: string; sizeBytes: number; via: string; by: string | null; at: Date;
}): Promise<boolean> {
  const inserted = await tx.run(sql`
    insert into received_invoice (id, workspace_id, company_id, file_id, sha256, file_name, kind, media_type, size_bytes, received_at, received_by, received_via)
    values (${row.id}, ${tx.workspaceId}, ${row.companyId}, ${row.fileId}, ${row.sha256}, ${row.fileName}, ${row.kind}, ${row.mediaType}, ${row.sizeBytes},
            ${row.at}, ${row.by}, ${row.via})
    on conflict (workspace_id, sha256, company_id) do nothing`);
  return inserted === 1;
}

// ---- The queue of documents to read

/** Whoever adds or claims unread documents of a workspace holds this until the commit: no document slips between the two. */
export const lockReadingQueue = (tx: Tx) => tx.run(sql`select pg_advisory_xact_lock(hashtext('received-invoices.read'), hashtext(${tx.workspaceId}))`);

/** Adds a document to those to read. True when a job has to be asked for, false when one that will see it waits already. */
export async function addPending(tx: Tx, id: string): Promise<boolean> {
  await lockReadingQueue(tx);
  const asked = await tx.maybe(sql<{ one: number }>`
    select 1 as one from pending_reading where workspace_id = ${tx.workspaceId} and job_asked_at is not null limit 1`);
  await tx.run(sql`
    insert into pending_reading (received_invoice_id, workspace_id, job_asked_at) values (${id}, ${tx.workspaceId}, ${asked ? null : sql`now()`})
    on conflict (received_invoice_id) do update set since = now(), job_asked_at = excluded.job_asked_at, lease_until = null, lease_token = null, claims = 0, page = null, pages = null`);
  return !asked;
}

/** A job has come: the next document added needs one of its own again. */
export const jobCame = (tx: Tx) => tx.run(sql`
  update pending_reading set job_asked_at = null where workspace_id = ${tx.workspaceId} and job_asked_at is not null`);

export type Claim = { id: string; claims: number; fileName: string; fileId: string; storeKey: string; wrappedKey: Buffer; companyId: string; sealedPassword: Buffer | null };

/** Claims the oldest document that nobody reads, unless `share` of this workspace's are being read now. */
export async function claimPending(tx: Tx, token: string, leaseSeconds: number, share: number): Promise<Claim | undefined> {
  await lockReadingQueue(tx);
  const claimed = await tx.maybe(sql<{ id: string; claims: number }>`
    update pending_reading set lease_until = now() + make_interval(secs => ${leaseSeconds}), lease_token = ${token}, claims = claims + 1, page = null, pages = null
    where workspace_id = ${tx.workspaceId} and received_invoice_id = (
      select received_invoice_id from pending_reading
      where workspace_id = ${tx.workspaceId} and (lease_until is null or lease_until < now())
      order by since, received_invoice_id limit 1)
      and (select count(*) from pending_reading where workspace_id = ${tx.workspaceId} and lease_until >= now()) < ${share}
    returning received_invoice_id as id, claims`);
  if (!claimed) return undefined;
  await tx.run(sql`update received_invoice set reading_state = 'reading' where workspace_id = ${tx.workspaceId} and id = ${claimed.id} and reading_state = 'waiting'`);
  const row = await tx.one(sql<Omit<Claim, "id" | "claims">>`
    select r.file_name as "fileName", r.file_id as "fileId", f.store_key as "storeKey", f.wrapped_key as "wrappedKey", r.company_id as "companyId", r.sealed_password as "sealedPassword"
    from received_invoice r join file f on f.workspace_id = r.workspace_id and f.id = r.file_id
    where r.workspace_id = ${tx.workspaceId} and r.id = ${claimed.id}`);
  return { ...claimed, ...row };
}

/** Renews the lease and notes the page; false when the lease was lost. */
export const renewLease = async (tx: Tx, id: string, token: string, leaseSeconds: number, progress: { page: number | null; pages: number | null }) =>
  (await tx.run(sql`
    update pending_reading set lease_until = now() + make_interval(secs => ${leaseSeconds}),
      page = coalesce(${progress.page}::int, page), pages = coalesce(${progress.pages}::int, pages)
    where workspace_id = ${tx.workspaceId} and received_invoice_id = ${id} and lease_token = ${token}`)) === 1;

/** Ends a claim for good; false when the lease was lost to somebody else, whose result counts then. */
export const endPending = async (tx: Tx, id: string, token: string) =>
  (await tx.run(sql`delete from pending_reading where workspace_id = ${tx.workspaceId} and received_invoice_id = ${id} and lease_token = ${token}`)) === 1;

/** Gives a claim back unread, as if it had not been taken. */
export const releasePending = (tx: Tx, id: string, token: string) => tx.run(sql`
  update pending_reading set lease_until = null, lease_token = null, claims = claims - 1
  where workspace_id = ${tx.workspaceId} and received_invoice_id = ${id} and lease_token = ${token}`);

/** Are there documents that nobody reads? Then marks that a job was asked for them. */
export async function askForJob(tx: Tx): Promise<boolean> {
  await lockReadingQueue(tx);
  return (await tx.run(sql`
    update pending_reading set job_asked_at = now()
    where workspace_id = ${tx.workspaceId} and received_invoice_id = (
      select received_invoice_id from pending_reading
      where workspace_id = ${tx.workspaceId} and (lease_until is null or lease_until < now()) order by since limit 1)`)) > 0;
}

/** Workspaces with documents that should be read by now and are not: run without any identity (policy "sweep"). */
export const stalledWorkspaces: RawBuilder<{ workspace_id: string }> = sql<{ workspace_id: string }>`
  select workspace_id from pending_reading
  group by workspace_id
  having count(*) filter (where lease_until is null or lease_until < now()) > 0
     and (bool_or(lease_until < now()) or min(since) filter (where lease_until is null) < now() - interval '10 seconds')
     and coalesce(max(job_asked_at), '-infinity') < now() - interval '30 seconds'`;

// ---- One document

export const findReceived = (tx: Tx, id: string) => tx.maybe(sql<WholeRow>`
  select ${columns}, r.sealed_password, r.sealed_reading, r.sealed_current from ${fromBoth} where r.workspace_id = ${tx.workspaceId} and r.id = ${id}`);
export const lockReceived = (tx: Tx, id: string) => tx.maybe(sql<WholeRow>`
  select ${columns}, r.sealed_password, r.sealed_reading, r.sealed_current from ${fromBoth} where r.workspace_id = ${tx.workspaceId} and r.id = ${id} for update of r`);

export type StoredRow = { storeKey: string; wrappedKey: Buffer; sizeBytes: bigint; mediaType: string; sha256: Buffer; deletingAt: Date | null; rule: "1_year" | "3_years" | "7_years" | null };
export const findStoredFile = (tx: Tx, id: string) => tx.maybe(sql<StoredRow>`
  select store_key as "storeKey", wrapped_key as "wrappedKey", size_bytes as "sizeBytes", media_type as "mediaType", sha256, coalesce(deleted_at, deleting_at) as "deletingAt", deleted_by_rule as rule
  from file where workspace_id = ${tx.workspaceId} and id = ${id}`);

export type Settable = Partial<Omit<WholeRow, "id" | "state" | "version" | "reading_page" | "reading_pages">>;

/** Sets the columns given and raises the version. */
export async function updateReceived(tx: Tx, id: string, set: Settable): Promise<void> {
  const parts = Object.entries(set).map(([column, value]) =>
    sql`${sql.ref(column)} = ${Array.isArray(value) ? sql`${value}::${sql.raw(column === "cleared_duplicates" ? "uuid[]" : "text[]")}` : value}`);
  await tx.run(sql`update received_invoice set ${sql.join([...parts, sql`version = version + 1`])} where workspace_id = ${tx.workspaceId} and id = ${id}`);
}

export const flatColumns = (flat: Flat): Settable => ({
  document_type: flat.documentType, supplier_name: flat.supplierName, supplier_vat_id: flat.supplierVatId, supplier_iban: flat.supplierIban,
  invoice_number: flat.invoiceNumber, number_key: flat.numberKey, issue_date: flat.issueDate, due_date: flat.dueDate, currency: flat.currency,
  net_minor: flat.netMinor, tax_minor: flat.taxMinor, gross_minor: flat.grossMinor, due_minor: flat.dueMinor,
});

// ---- Answers

export type AnswerRow = { id: string; seq: number; action: "confirm" | "correct" | "absent" | "lines" | "taxes"; path: string; sealed_change: Buffer; answered_by: string | null; answered_at: Date; undone_at: Date | null };
export const insertAnswer = (tx: Tx, received: string, answer: { id: string; action: string; path: string; sealedChange: Buffer }) => tx.run(sql`
  insert into received_answer (id, workspace_id, received_invoice_id, seq, action, path, sealed_change, answered_by, answered_at)
  select ${answer.id}, ${tx.workspaceId}, ${received}, coalesce(max(seq), 0) + 1, ${answer.action}, ${answer.path}, ${answer.sealedChange}, ${tx.scope.actor.name}, ${tx.scope.now()}
  from received_answer where workspace_id = ${tx.workspaceId} and received_invoice_id = ${received}`);
export const answersOf = (tx: Tx, received: string) => tx.all(sql<AnswerRow>`
  select id, seq, action, path, sealed_change, answered_by, answered_at, undone_at from received_answer
  where workspace_id = ${tx.workspaceId} and received_invoice_id = ${received} order by seq`);
export const lastAnswer = (tx: Tx, received: string) => tx.maybe(sql<AnswerRow>`
  select id, seq, action, path, sealed_change, answered_by, answered_at, undone_at from received_answer
  where workspace_id = ${tx.workspaceId} and received_invoice_id = ${received} and undone_at is null order by seq desc limit 1`);
export const markUndone = (tx: Tx, answer: string) => tx.run(sql`
  update received_answer set undone_at = ${tx.scope.now()} where workspace_id = ${tx.workspaceId} and id = ${answer}`);
/** After a new reading the answers to the old one say nothing about it. */
export const markAllUndone = (tx: Tx, received: string) => tx.run(sql`
  update received_answer set undone_at = ${tx.scope.now()} where workspace_id = ${tx.workspaceId} and received_invoice_id = ${received} and undone_at is null`);

/** A supplier's approved documents with printed words, the newest first. */
export const confirmedOfSupplier = async (tx: Tx, supplierId: string, most: number) => (await tx.all(sql<{ id: string }>`
  select id from received_invoice where workspace_id = ${tx.workspaceId} and supplier_id = ${supplierId} and approval_state = 'approved' and syntax in ('pdf', 'image')
  order by approved_at desc, id limit ${most}`)).map((row) => row.id);
/** Documents of a supplier that wait for a person; locked. */
export const waitingOfSupplier = (tx: Tx, supplierId: string) => tx.all(sql<WholeRow>`
  select r.* from received_invoice r
  where r.workspace_id = ${tx.workspaceId} and r.reading_state = 'read' and r.review_state in ('to_review', 'duplicate')
    and (r.supplier_id = ${supplierId} or (r.supplier_id is null and exists (select 1 from party s where s.workspace_id = r.workspace_id and s.id = ${supplierId} and s.company_id = r.company_id and lower(s.name) = lower(r.supplier_name))))
    and r.approval_state = 'to_approve'
    and r.syntax in ('pdf', 'image')
  order by r.received_at desc limit 100 for update of r`);

// ---- Lists

const tabStates: Record<Exclude<InboxFilter["tab"], "all">, ReceivedState[]> = {
  to_read: ["waiting", "reading", "unreadable", "needs_password"], to_review: ["to_review", "duplicate"], to_approve: ["to_approve"], on_hold: ["on_hold"],
  approved: ["approved"], exported: ["exported"], rejected: ["rejected"],
};
export const statesOfTab = (tab: InboxFilter["tab"]): ReceivedState[] | null => (tab === "all" ? null : tabStates[tab]);

/** Words are found anywhere in supplier, number or file name; something like an amount also as the total. */
function matching(tx: Tx, filter: Omit<InboxFilter, "tab">): RawBuilder<boolean> {
  const conditions: RawBuilder<unknown>[] = [sql`r.workspace_id = ${tx.workspaceId}`];
  if (filter.companyId) conditions.push(sql`r.company_id = ${filter.companyId}`);
  if (filter.supplierId) conditions.push(sql`r.supplier_id = ${filter.supplierId}`);
  if (filter.search) {
    const amount = Decimal.tryParse(filter.search.replace(/[\s€$£]/g, "").replace(/,(?=\d{3}(\D|$))/g, "").replace(",", "."));
    // Minor units have 0 to 4 digits; the same amount is looked for in each, with a currency that has so many.
    const minors = amount ? [0, 2, 3].filter((places) => amount.scale <= places).map((places) => (amount.units * 10n ** BigInt(places - amount.scale)).toString()) : [];
    const like = `%${filter.search.replace(/[\\%_]/g, "\\$&")}%`;
    const words = sql`r.supplier_name ilike ${like} or r.invoice_number ilike ${like} or r.file_name ilike ${like} or r.supplier_iban ilike ${like.replaceAll(" ", "")}`;
    // Under row security the planner may not look into statistics for words, expects none to fit, and would sort all of them. Written
    // like this it expects some, reads the list in its order and stops when the page is full.
    conditions.push(sql`(case when ${minors.length ? sql`${words} or r.gross_minor::text = any(${minors}::text[])` : words} then true end) is not null`);
  }
  return sql.join(conditions, sql` and `) as RawBuilder<boolean>;
}

export type ListCursor = { sort: string | null; receivedAt: string; id: string };
const sorts: Record<z.infer<typeof InboxSort>, { key: RawBuilder<unknown>; type: string; descending: boolean } | null> = {
  received: null,
  due: { key: sql`coalesce(r.due_date, '9999-12-31'::date)`, type: "date", descending: false },
  supplier: { key: sql`lower(coalesce(r.supplier_name, '~'))`, type: "text", descending: false },
  amount: { key: sql`coalesce(r.gross_minor, -9000000000000000000)`, type: "bigint", descending: true },
};

/**
 * A page of the inbox after `cursor`; newest first within the sort. How far a reading is, is asked only where one is under
 * way: a join with a table that is limited by its document costs more than the whole page.
 */
export async function listReceived(tx: Tx, filter: InboxFilter, sort: z.infer<typeof InboxSort>, cursor: ListCursor | null, limit: number) {
  const states = statesOfTab(filter.tab);
  const order = sorts[sort];
  const conditions: RawBuilder<unknown>[] = [matching(tx, filter)];
  if (states) conditions.push(sql`r.state = any(${states}::text[])`);
  const newest = cursor && sql`(r.received_at, r.id) < (${cursor.receivedAt}::timestamptz, ${cursor.id}::uuid)`;
  if (cursor && newest) {
    if (!order) conditions.push(newest);
    else {
      const last = sql`${cursor.sort}::${sql.raw(order.type)}`;
      conditions.push(sql`(${order.key} ${sql.raw(order.descending ? "<" : ">")} ${last} or (${order.key} = ${last} and ${newest}))`);
    }
  }
  const sortKey = order ? sql`(${order.key})::text` : sql`null::text`;
  const rows = await tx.all(sql<ReceivedRow & { sort_key: string | null; received_text: string }>`
    select ${sql.raw(ownColumns)}, null::int as reading_page, null::int as reading_pages, ${sortKey} as sort_key, r.received_at::text as received_text from received_invoice r
    where ${sql.join(conditions, sql` and `)}
    order by ${order ? sql`${order.key} ${sql.raw(order.descending ? "desc" : "asc")}, ` : sql``}r.received_at desc, r.id desc
    limit ${limit}`);
  const underWay = new Map(rows.filter((row) => row.state === "waiting" || row.state === "reading").map((row) => [row.id, row]));
  if (underWay.size > 0) {
    for (const { id, page, pages } of await tx.all(sql<{ id: string; page: number | null; pages: number | null }>`
      select received_invoice_id as id, page, pages from pending_reading where workspace_id = ${tx.workspaceId} and received_invoice_id = any(${[...underWay.keys()]}::uuid[])`))
      Object.assign(underWay.get(id)!, { reading_page: page, reading_pages: pages });
  }
  return rows;
}

export const countStates = (tx: Tx, filter: Omit<InboxFilter, "tab">) => tx.all(sql<{ state: ReceivedState; count: number }>`
  select r.state, count(*)::int as count from received_invoice r where ${matching(tx, filter)} group by r.state`);
export const openSums = (tx: Tx, filter: Omit<InboxFilter, "tab">) => tx.all(sql<{ currency: string; minor: bigint }>`
  select r.currency, sum(r.gross_minor)::bigint as minor from received_invoice r
  where ${matching(tx, filter)} and r.state = any(${["to_review", "duplicate", "to_approve", "on_hold"]}::text[]) and r.currency is not null and r.gross_minor is not null
  group by r.currency order by r.currency`);

/** The documents to review around one, newest first. A document that left the queue still knows its neighbours. */
export const queueAround = (tx: Tx, row: Pick<ReceivedRow, "id" | "received_at" | "company_id">) => tx.one(sql<{ previous: string | null; next: string | null; before: number; length: number; inside: boolean }>`
  with here as (select received_at, id from received_invoice where workspace_id = ${tx.workspaceId} and id = ${row.id}),
  queue as (
    select r.id, r.received_at from received_invoice r
    where r.workspace_id = ${tx.workspaceId} and r.company_id = ${row.company_id} and r.state in ('to_review', 'duplicate'))
  select
    (select q.id from queue q, here h where (q.received_at, q.id) > (h.received_at, h.id) order by q.received_at, q.id limit 1) as previous,
    (select q.id from queue q, here h where (q.received_at, q.id) < (h.received_at, h.id) order by q.received_at desc, q.id desc limit 1) as next,
    (select count(*)::int from queue q, here h where (q.received_at, q.id) > (h.received_at, h.id)) as before,
    (select count(*)::int from queue) as length,
    exists (select 1 from queue q where q.id = ${row.id}) as inside`);

// ---- Duplicates and suppliers

export type Twin = { id: string; supplier_name: string | null; invoice_number: string | null; issue_date: string | null; gross_minor: bigint | null; currency: string | null; state: ReceivedState; received_at: Date; same_number: boolean };

/**
 * The likeliest twin of a document in its company: the same number from the same supplier (within a year and a half, as
 * some numbers start again each year), or else the same amount, date and account. Rejected ones do not count.
 */
export function findTwin(tx: Tx, id: string, companyId: string, flat: Flat, supplierId: string | null, cleared: readonly string[]) {
  const sameSupplier = sql`(
    (${supplierId}::uuid is not null and r.supplier_id = ${supplierId}) or (${flat.supplierVatId}::text is not null and r.supplier_vat_id = ${flat.supplierVatId})
    or (${flat.supplierName}::text is not null and lower(r.supplier_name) = lower(${flat.supplierName})) or (${flat.supplierIban}::text is not null and r.supplier_iban = ${flat.supplierIban}))`;
  const sameNumber = sql`(${flat.numberKey}::text is not null and r.number_key = ${flat.numberKey} and ${sameSupplier}
    and (r.document_type is not distinct from ${flat.documentType} or r.document_type is null or ${flat.documentType}::text is null)
    and (r.issue_date is null or ${flat.issueDate}::date is null or abs(r.issue_date - ${flat.issueDate}::date) < 550))`;
  const sameAmount = sql`(${flat.grossMinor}::bigint is not null and r.gross_minor = ${flat.grossMinor} and r.currency = ${flat.currency} and r.issue_date = ${flat.issueDate}::date
    and ((${flat.supplierIban}::text is not null and r.supplier_iban = ${flat.supplierIban}) or (${sameSupplier} and (r.number_key is null or ${flat.numberKey}::text is null))))`;
  return tx.maybe(sql<Twin>`
    select r.id, r.supplier_name, r.invoice_number, r.issue_date, r.gross_minor, r.currency, r.state, r.received_at, ${sameNumber} as same_number
    from received_invoice r
    where r.workspace_id = ${tx.workspaceId} and r.company_id = ${companyId} and r.id <> ${id} and r.review_state <> 'rejected'
      and r.duplicate_of is distinct from ${id} and r.id <> all(${[...cleared]}::uuid[]) and (${sameNumber} or ${sameAmount})
    order by ${sameNumber} desc, (r.gross_minor is not distinct from ${flat.grossMinor}) desc, (r.issue_date is not distinct from ${flat.issueDate}::date) desc, r.received_at limit 1`);
}
export const findTwinRow = (tx: Tx, id: string) => tx.maybe(sql<Twin>`
  select r.id, r.supplier_name, r.invoice_number, r.issue_date, r.gross_minor, r.currency, r.state, r.received_at, false as same_number
  from received_invoice r where r.workspace_id = ${tx.workspaceId} and r.id = ${id}`);

/** Our own companies, oldest first: the first one takes documents for which none is named. */
export const companyNames = (tx: Tx) => tx.all(sql<{ id: string; name: string; legal_name: string | null; vat_id: string | null; iban: string | null; address: string | null }>`
  select id, name, legal_name, vat_id, iban, nullif(concat_ws(', ', address_line1, address_line2, nullif(concat_ws(' ', postal_code, city), '')), '') as address
  from company where workspace_id = ${tx.workspaceId} and archived_at is null order by created_at, id limit 1000`);

/** A supplier of a company, with the accounts on file. */
export const supplierById = (tx: Tx, id: string) => tx.maybe(sql<{ id: string; name: string; company_id: string; ibans: string[] | null }>`
  select p.id, p.name, p.company_id, (select array_agg(a.iban order by a.first_seen_at desc) from party_bank_account a
    where a.workspace_id = p.workspace_id and a.party_id = p.id and a.removed_at is null) as ibans
  from party p where p.workspace_id = ${tx.workspaceId} and p.id = ${id} and p.is_supplier`);
/** Two documents approved at once must find each other's new supplier, so approvals of a company look one by one. */
export const lockSuppliers = (tx: Tx, companyId: string) => tx.run(sql`select pg_advisory_xact_lock(hashtext('received-invoices.suppliers'), hashtext(${companyId}))`);

/** Accounts on a supplier's approved documents, the newest first. */
export const approvedIbans = (tx: Tx, supplierId: string, except: string) => tx.all(sql<{ iban: string; documents: number }>`
  select supplier_iban as iban, count(*)::int as documents from received_invoice
  where workspace_id = ${tx.workspaceId} and supplier_id = ${supplierId} and id <> ${except} and approval_state = 'approved' and supplier_iban is not null
  group by supplier_iban order by max(approved_at) desc`);

export const supplierSummary = (tx: Tx, supplierId: string) => tx.one(sql<{ documents: number; open: number; first_at: string | null; last_at: string | null; ibans: string[] | null }>`
  select count(*)::int as documents, count(*) filter (where state not in ('approved', 'exported', 'rejected'))::int as open,
         min(issue_date) as first_at, max(issue_date) as last_at,
         array_agg(distinct supplier_iban) filter (where supplier_iban is not null and approval_state = 'approved') as ibans
  from received_invoice where workspace_id = ${tx.workspaceId} and supplier_id = ${supplierId} and review_state <> 'rejected'`);
export const supplierTotals = (tx: Tx, supplierId: string) => tx.all(sql<{ currency: string; documents: number; minor: bigint }>`
  select currency, count(*)::int as documents, sum(case when document_type = 'credit_note' then -abs(gross_minor) else gross_minor end)::bigint as minor
  from received_invoice
  where workspace_id = ${tx.workspaceId} and supplier_id = ${supplierId} and approval_state = 'approved' and currency is not null and gross_minor is not null
  group by currency order by currency`);
/** People who could approve this company's documents besides the one given. */
export const otherApprovers = (tx: Tx, personId: string, companyId: string) => tx.one(sql<{ count: number }>`
  select count(*)::int as count from membership m where m.workspace_id = ${tx.workspaceId} and m.person_id <> ${personId} and m.role <> 'readonly' and m.suspended_at is null
    and (m.all_companies or exists (select 1 from membership_company c where c.workspace_id = m.workspace_id and c.person_id = m.person_id and c.company_id = ${companyId}))`);

// ---- Pages

export const findPage = (tx: Tx, received: string, page: number, content: "image" | "words") => tx.maybe(sql<{ storeKey: string; wrappedKey: Buffer; mediaType: string; width: number | null; height: number | null }>`
  select f.store_key as "storeKey", f.wrapped_key as "wrappedKey", f.media_type as "mediaType", p.width, p.height
  from received_page p join file f on f.workspace_id = p.workspace_id and f.id = p.file_id
  where p.workspace_id = ${tx.workspaceId} and p.received_invoice_id = ${received} and p.page = ${page} and p.content = ${content}`);
/** False when somebody else kept the same page meanwhile. */
export const insertPage = async (tx: Tx, row: { id: string; received: string; page: number; content: "image" | "words"; fileId: string; width: number; height: number }) =>
  (await tx.run(sql`
    insert into received_page (id, workspace_id, received_invoice_id, page, content, file_id, width, height)
    values (${row.id}, ${tx.workspaceId}, ${row.received}, ${row.page}, ${row.content}, ${row.fileId}, ${Math.round(row.width)}, ${Math.round(row.height)})
    on conflict do nothing`)) === 1;
/** A document that is no longer here was taken for the twin of these: they are asked about it no more. */
export const clearTwinsOf = (tx: Tx, id: string) => tx.run(sql`
  update received_invoice set duplicate_of = null, duplicate_reason = null, review_state = case when review_state = 'duplicate' then 'to_review' else review_state end,
    to_check = array_remove(to_check, 'duplicate'), blocking = greatest(blocking - (case when 'duplicate' = any(to_check) then 1 else 0 end), 0), version = version + 1
  where workspace_id = ${tx.workspaceId} and duplicate_of = ${id} and approval_state <> 'approved' and review_state <> 'rejected'`);

/** The stored bytes of a document and its pages go with it to another company. */
export const moveFiles = (tx: Tx, id: string, companyId: string) => tx.run(sql`
  update file set company_id = ${companyId} where workspace_id = ${tx.workspaceId} and deleted_at is null and id in (
    select file_id from received_invoice where workspace_id = ${tx.workspaceId} and id = ${id}
    union all select file_id from received_page where workspace_id = ${tx.workspaceId} and received_invoice_id = ${id})`);

/** Files made of documents: pictures and words of their pages. */
export const pageFiles = (tx: Tx, received: readonly string[]) => tx.all(sql<{ received: string; storeKey: string }>`
  select p.received_invoice_id as received, f.store_key as "storeKey" from received_page p join file f on f.workspace_id = p.workspace_id and f.id = p.file_id
  where p.workspace_id = ${tx.workspaceId} and p.received_invoice_id = any(${[...received]}::uuid[])`);
/** Forgets kept pages and their files; the bytes in the store are the caller's to remove. Answers how many of which document. */
export async function deletePages(tx: Tx, received: readonly string[]): Promise<void> {
  const gone = await tx.all(sql<{ file_id: string }>`
    delete from received_page where workspace_id = ${tx.workspaceId} and received_invoice_id = any(${[...received]}::uuid[]) returning file_id`);
  await tx.run(sql`delete from file where workspace_id = ${tx.workspaceId} and id = any(${gone.map((row) => row.file_id)}::uuid[])`);
}

// ---- The original and how long it stays

export type OriginalRow = { deleting_at: Date | null; deleted_at: Date | null; deleted_by_rule: "1_year" | "3_years" | "7_years" | null; due_at: Date | null; held_since: Date | null };
/** What file retention says of a document's original. Nothing is due that was not there for so long by the database's clock, too. */
export const findOriginal = (tx: Tx, id: string) => tx.maybe(sql<OriginalRow>`
  select f.deleting_at, f.deleted_at, f.deleted_by_rule, retention_due_at(greatest(r.received_at, f.created_at), coalesce(s.keep, '7_years')) as due_at,
         (select min(h.placed_at) from retention_hold h where h.workspace_id = r.workspace_id and h.lifted_at is null and (h.received_invoice_id = r.id or h.company_id = r.company_id)) as held_since
  from received_invoice r join file f on f.workspace_id = r.workspace_id and f.id = r.file_id left join retention_setting s on s.workspace_id = r.workspace_id
  where r.workspace_id = ${tx.workspaceId} and r.id = ${id}`);
/** May something still be made of the original? Holds the document, so that the answer stays right until the commit. */
export const lockOriginal = (tx: Tx, id: string) => tx.maybe(sql<{ id: string }>`
  select r.id from received_invoice r join file f on f.workspace_id = r.workspace_id and f.id = r.file_id
  where r.workspace_id = ${tx.workspaceId} and r.id = ${id} and f.deleting_at is null for share of r`);
export const companyHeld = (tx: Tx, companyId: string) => tx.maybe(sql<{ name: string }>`
  select c.name from retention_hold h join company c on c.workspace_id = h.workspace_id and c.id = h.company_id
  where h.workspace_id = ${tx.workspaceId} and h.company_id = ${companyId} and h.lifted_at is null limit 1`);
/** The originals are gone: no password of theirs is kept, and what was never read never will be. */
export async function withoutOriginals(tx: Tx, ids: readonly string[], words: { code: string; reason: string; remedy: string }): Promise<void> {
  await tx.run(sql`delete from pending_reading where workspace_id = ${tx.workspaceId} and received_invoice_id = any(${[...ids]}::uuid[])`);
  await tx.run(sql`
    update received_invoice set sealed_password = null, version = version + 1,
      unreadable_code = case when reading_state = 'read' then unreadable_code else ${words.code} end,
      unreadable_reason = case when reading_state = 'read' then unreadable_reason else ${words.reason} end,
      unreadable_remedy = case when reading_state = 'read' then unreadable_remedy else ${words.remedy} end,
      reading_state = case when reading_state = 'read' then reading_state else 'unreadable' end
    where workspace_id = ${tx.workspaceId} and id = any(${[...ids]}::uuid[])`);
}

// ---- For exports

export type ExportChoice = { ids?: string[] | undefined; companyId?: string | undefined; supplierId?: string | undefined; includeExported: boolean; issuedFrom?: string | undefined; issuedUntil?: string | undefined };
const exportable = (tx: Tx, choice: ExportChoice): RawBuilder<boolean> => sql`
  r.workspace_id = ${tx.workspaceId} and r.approval_state = 'approved'
  and (${choice.includeExported} or r.exported_at is null)
  and (${choice.ids ?? null}::uuid[] is null or r.id = any(${choice.ids ?? null}::uuid[]))
  and (${choice.companyId ?? null}::uuid is null or r.company_id = ${choice.companyId ?? null})
  and (${choice.supplierId ?? null}::uuid is null or r.supplier_id = ${choice.supplierId ?? null})
  and (${choice.issuedFrom ?? null}::date is null or r.issue_date >= ${choice.issuedFrom ?? null}::date)
  and (${choice.issuedUntil ?? null}::date is null or r.issue_date <= ${choice.issuedUntil ?? null}::date)` as RawBuilder<boolean>;

export const approvedIds = (tx: Tx, choice: ExportChoice) => tx.all(sql<{ id: string }>`
  select r.id from received_invoice r where ${exportable(tx, choice)} order by r.issue_date nulls last, r.received_at, r.id`);
export const approvedSums = (tx: Tx, choice: ExportChoice) => tx.all(sql<{ currency: string | null; documents: number; minor: bigint | null }>`
  select r.currency, count(*)::int as documents, sum(r.gross_minor)::bigint as minor from received_invoice r where ${exportable(tx, choice)} group by r.currency order by r.currency`);
export const findWhole = (tx: Tx, ids: string[]) => tx.all(sql<WholeRow>`
  select ${columns}, r.sealed_password, r.sealed_reading, r.sealed_current from ${fromBoth}
  where r.workspace_id = ${tx.workspaceId} and r.id = any(${ids}::uuid[])`);
/** All or nothing: locks the documents, and marks them only if each is approved and of the version given. */
export async function markExportedIfUnchanged(tx: Tx, documents: ReadonlyMap<string, number>): Promise<boolean> {
  const ids = [...documents.keys()].sort();
  const rows = await tx.all(sql<{ id: string; version: number }>`
    select id, version from received_invoice
    where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[]) and approval_state = 'approved' order by id for update`);
  if (rows.length !== documents.size || rows.some((row) => documents.get(row.id) !== row.version)) return false;
  await tx.run(sql`
    update received_invoice set exported_at = ${tx.scope.now()}, version = version + 1
    where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[]) and exported_at is null`);
  return true;
}
