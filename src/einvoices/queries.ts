import { sql } from "kysely";
import type { Tx } from "../workspaces/index.ts";

export type AccessPointRow = { url: string; sealed_key: Buffer; key_last_four: string; changed_at: Date; changed_by: string };
export const findAccessPoint = (tx: Tx) => tx.maybe(sql<AccessPointRow>`select url, sealed_key, key_last_four, changed_at, changed_by from access_point where workspace_id = ${tx.workspaceId}`);
export const saveAccessPoint = (tx: Tx, row: AccessPointRow) => tx.run(sql`
  insert into access_point (workspace_id, url, sealed_key, key_last_four, changed_at, changed_by)
  values (${tx.workspaceId}, ${row.url}, ${row.sealed_key}, ${row.key_last_four}, ${row.changed_at}, ${row.changed_by})
  on conflict (workspace_id) do update set url = excluded.url, sealed_key = excluded.sealed_key, key_last_four = excluded.key_last_four, changed_at = excluded.changed_at, changed_by = excluded.changed_by`);
export const dropAccessPoint = (tx: Tx) => tx.run(sql`delete from access_point where workspace_id = ${tx.workspaceId}`);

export type TransmissionRow = {
  id: string; company_id: string; invoice_id: string; sender: string; receiver: string; document_type: string; state: "waiting" | "sent" | "delivered" | "rejected" | "failed";
  remote_id: string | null; detail: string | null; tries: number; requested_by: string; requested_at: Date; sent_at: Date | null; ended_at: Date | null; next_look_at: Date | null;
};
export const listTransmissions = (tx: Tx, invoiceId: string) => tx.all(sql<TransmissionRow>`
  select * from transmission where workspace_id = ${tx.workspaceId} and invoice_id = ${invoiceId} order by requested_at desc, id limit 50`);
export const insertTransmission = (tx: Tx, row: Pick<TransmissionRow, "id" | "company_id" | "invoice_id" | "sender" | "receiver" | "document_type" | "requested_by" | "requested_at">) => tx.one(sql<TransmissionRow>`
  insert into transmission (id, workspace_id, company_id, invoice_id, sender, receiver, document_type, requested_by, requested_at)
  values (${row.id}, ${tx.workspaceId}, ${row.company_id}, ${row.invoice_id}, ${row.sender}, ${row.receiver}, ${row.document_type}, ${row.requested_by}, ${row.requested_at}) returning *`);
export const findTransmission = (tx: Tx, id: string) => tx.maybe(sql<TransmissionRow>`select * from transmission where workspace_id = ${tx.workspaceId} and id = ${id}`);
/** Locks it where it is still under way, in one of these states. */
export const lockTransmission = (tx: Tx, id: string, states: readonly string[]) => tx.maybe(sql<TransmissionRow>`
  select * from transmission where workspace_id = ${tx.workspaceId} and id = ${id} and state = any(${[...states]}::text[]) for update`);
export const setTransmission = (tx: Tx, row: Pick<TransmissionRow, "id" | "state" | "remote_id" | "detail" | "tries" | "sent_at" | "ended_at" | "next_look_at">) => tx.one(sql<TransmissionRow>`
  update transmission set state = ${row.state}, remote_id = ${row.remote_id}, detail = ${row.detail}, tries = ${row.tries}, sent_at = ${row.sent_at}, ended_at = ${row.ended_at}, next_look_at = ${row.next_look_at}
  where workspace_id = ${tx.workspaceId} and id = ${row.id} returning *`);

/** What is to be asked about, of all workspaces. */
export const dueTransmissions = (now: Date) => sql<{ workspace_id: string; id: string }>`select workspace_id, id from transmission where next_look_at <= ${now} order by next_look_at limit 200`;
