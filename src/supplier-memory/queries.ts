// All SQL of supplier memory. It names the workspace; row-level security checks it again.
import { sql } from "kysely";
import type { Tx } from "../workspaces/index.ts";

export type LayoutRow = { id: string; company_id: string; supplier_id: string; sealed_layout: Buffer; learned_at: Date; learned_by: string; source: "lesson" | "import" };
export type LessonRow = { id: string; company_id: string; supplier_id: string; received_invoice_id: string; state: "waiting" | "taken" | "not_taken" | "nothing"; fixes: number | null; breaks: number | null; documents: number | null; asked_at: Date; asked_by: string };

export const findSupplierRow = (tx: Tx, id: string) => tx.maybe(sql<{ id: string; name: string; company_id: string }>`
  select id, name, company_id from party where workspace_id = ${tx.workspaceId} and id = ${id} and is_supplier`);
/** Lessons of one supplier are learned one after the other. */
export const lockSupplierMemory = (tx: Tx, supplierId: string) => tx.run(sql`select pg_advisory_xact_lock(hashtext('supplier-memory'), hashtext(${supplierId}))`);

export const layoutsOfSupplier = (tx: Tx, supplierId: string) => tx.all(sql<LayoutRow>`
  select * from supplier_layout where workspace_id = ${tx.workspaceId} and supplier_id = ${supplierId} order by learned_at, id`);
export const layoutsOfCompany = (tx: Tx, companyId: string, most: number) => tx.all(sql<LayoutRow>`
  select * from supplier_layout where workspace_id = ${tx.workspaceId} and company_id = ${companyId} order by learned_at desc, id limit ${most}`);
export const insertLayout = (tx: Tx, row: { id: string; companyId: string; supplierId: string; sealed: Buffer; by: string; source: "lesson" | "import" }) => tx.run(sql`
  insert into supplier_layout (id, workspace_id, company_id, supplier_id, sealed_layout, learned_at, learned_by, source)
  values (${row.id}, ${tx.workspaceId}, ${row.companyId}, ${row.supplierId}, ${row.sealed}, ${tx.scope.now()}, ${row.by}, ${row.source})`);
/** Forgets one layout, or all of a supplier; answers how many. */
export const deleteLayouts = (tx: Tx, supplierId: string, id: string | null) => tx.run(sql`
  delete from supplier_layout where workspace_id = ${tx.workspaceId} and supplier_id = ${supplierId} and (${id}::uuid is null or id = ${id})`);

export const insertLesson = (tx: Tx, row: { id: string; companyId: string; supplierId: string; received: string }) => tx.run(sql`
  insert into supplier_lesson (id, workspace_id, company_id, supplier_id, received_invoice_id, asked_at, asked_by)
  values (${row.id}, ${tx.workspaceId}, ${row.companyId}, ${row.supplierId}, ${row.received}, ${tx.scope.now()}, ${tx.scope.actor.name})`);
export const findLesson = (tx: Tx, id: string) => tx.maybe(sql<LessonRow>`select * from supplier_lesson where workspace_id = ${tx.workspaceId} and id = ${id}`);
export const newestLessons = (tx: Tx, supplierId: string) => tx.all(sql<LessonRow>`
  select * from supplier_lesson where workspace_id = ${tx.workspaceId} and supplier_id = ${supplierId} order by asked_at desc, id limit 10`);
/** Once: false when another worker ended it. */
export const endLesson = async (tx: Tx, id: string, end: { state: LessonRow["state"]; fixes: number; breaks: number; documents: number }) => (await tx.run(sql`
  update supplier_lesson set state = ${end.state}, fixes = ${end.fixes}, breaks = ${end.breaks}, documents = ${end.documents}, ended_at = ${tx.scope.now()}
  where workspace_id = ${tx.workspaceId} and id = ${id} and state = 'waiting'`)) === 1;
