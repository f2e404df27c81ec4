// What corrected documents of suppliers taught: kept sealed, looked at, forgotten, taken along and brought back.
import { randomUUID } from "node:crypto";
import { parseMemory, type LayoutMemory, type Memory } from "@counterfoil/extract";
import { recordEvent } from "../events/index.ts";
import { openJson, sealJson } from "../platform/sealed-json.ts";
import { common } from "../platform/refusal.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { LearnedLayout, Lesson, SupplierMemory } from "./contract.ts";
import { MOST_LAYOUTS_KEPT, refuse } from "./policy.ts";
import { deleteLayouts, endLesson, findLesson, findSupplierRow, insertLayout, insertLesson, layoutsOfCompany, layoutsOfSupplier, lockSupplierMemory, newestLessons, type LayoutRow, type LessonRow } from "./queries.ts";

const MOST_OF_SUPPLIER = 50;

/** What is known of the suppliers of a company, for reading one of its documents. */
export async function memoryOfCompany(tx: Tx, companyId: string): Promise<Memory> {
  return { version: 1, layouts: await opened(tx, await layoutsOfCompany(tx, companyId, MOST_LAYOUTS_KEPT)) };
}

export const memoryOfSupplier = async (tx: Tx, supplierId: string): Promise<Memory> => ({ version: 1, layouts: await opened(tx, await layoutsOfSupplier(tx, supplierId)) });

async function opened(tx: Tx, rows: readonly LayoutRow[]): Promise<LayoutMemory[]> {
  const key = await tx.scope.workspaceKey();
  return Promise.all(rows.map((row) => openJson<LayoutMemory>(key, row.sealed_layout, `supplier-layout:${row.id}`)));
}

/** Puts a supplier's memory in place of the one before. A layout that is the same stays as it is, with when and from whom it came. */
async function replaceMemory(tx: Tx, supplier: { id: string; company_id: string }, memory: Memory, by: string, source: "lesson" | "import"): Promise<void> {
  const key = await tx.scope.workspaceKey();
  const rows = await layoutsOfSupplier(tx, supplier.id);
  const known = new Map((await opened(tx, rows)).map((layout, i) => [JSON.stringify(layout), rows[i]!.id]));
  const wanted = memory.layouts.slice(-MOST_OF_SUPPLIER);
  const kept = new Set(wanted.map((layout) => JSON.stringify(layout)));
  for (const [layout, id] of known) if (!kept.has(layout)) await deleteLayouts(tx, supplier.id, id);
  for (const layout of wanted) {
    if (known.has(JSON.stringify(layout))) continue;
    const id = randomUUID();
    await insertLayout(tx, { id, companyId: supplier.company_id, supplierId: supplier.id, sealed: await sealJson(key, layout, `supplier-layout:${id}`), by, source });
  }
}

/** Notes that a document which a person corrected is to be learned from; the job does it. */
export async function askLesson(tx: Tx, document: { id: string; companyId: string; supplierId: string }): Promise<void> {
  const lesson = randomUUID();
  await insertLesson(tx, { id: lesson, companyId: document.companyId, supplierId: document.supplierId, received: document.id });
  await tx.enqueue("supplier-memory.learn", { lesson });
}

/** A lesson that still waits, or null. */
export async function waitingLesson(tx: Tx, id: string): Promise<{ id: string; supplierId: string; receivedId: string; askedBy: string } | null> {
  const lesson = await findLesson(tx, id);
  return lesson?.state === "waiting" ? { id, supplierId: lesson.supplier_id, receivedId: lesson.received_invoice_id, askedBy: lesson.asked_by } : null;
}

export type LessonEnd = { taken: Memory | null; fixes: number; breaks: number; documents: number };

/**
 * Ends a lesson, once: takes the memory where it breaks nothing. `before` is what the lesson was made from: where somebody
 * changed the memory meanwhile nothing is taken, and the answer is "again".
 */
export async function settleLesson(tx: Tx, lesson: { id: string; supplierId: string; askedBy: string }, before: Memory, end: LessonEnd): Promise<"ended" | "again" | "late"> {
  const supplier = await findSupplierRow(tx, lesson.supplierId);
  if (!supplier) return "late";
  await lockSupplierMemory(tx, supplier.id);
  if (JSON.stringify(await memoryOfSupplier(tx, supplier.id)) !== JSON.stringify(before)) return "again";
  const state = end.breaks > 0 ? "not_taken" : end.taken ? "taken" : "nothing";
  if (!(await endLesson(tx, lesson.id, { state, fixes: end.fixes, breaks: end.breaks, documents: end.documents }))) return "late";
  if (state === "taken") await replaceMemory(tx, supplier, end.taken!, lesson.askedBy, "lesson");
  if (state !== "nothing") recordEvent(tx, {
    action: state === "taken" ? "supplier_memory.learned" : "supplier_memory.lesson_left",
    summary: state === "taken" ? `Learned how ${supplier.name} prints: fixes ${end.fixes}, breaks ${end.breaks}` : `Left a lesson on ${supplier.name}: fixes ${end.fixes}, breaks ${end.breaks}`,
    subjectKind: "supplier", subjectId: supplier.id, companyId: supplier.company_id, details: { fixes: end.fixes, breaks: end.breaks, documents: end.documents },
  });
  return "ended";
}

async function needSupplier(tx: Tx, id: string): Promise<{ id: string; name: string; company_id: string }> {
  const supplier = await findSupplierRow(tx, id);
  if (!supplier) throw common.refuse("not_found");
  return supplier;
}

/** What was learned of a supplier, for people. */
export const lookAtMemory = (scope: Scope, supplierId: string): Promise<SupplierMemory> => scope.transaction(async (tx) => {
  await needSupplier(tx, supplierId);
  const rows = await layoutsOfSupplier(tx, supplierId);
  const layouts = await opened(tx, rows);
  return { layouts: rows.map((row, i) => layoutView(row, layouts[i]!)).reverse(), lessons: (await newestLessons(tx, supplierId)).map(lessonView) };
});

function layoutView(row: LayoutRow, layout: LayoutMemory): LearnedLayout {
  const fields = Object.entries(layout.fields).filter(([, field]) => !field.placeless);
  const counts = [...fields.map(([, field]) => field), ...(layout.table ? [layout.table] : [])];
  return {
    id: row.id, documents: layout.documents, fields: [...fields.map(([path]) => path), ...(layout.table ? ["lines"] : []), ...Object.keys(layout.identity)],
    confirmed: counts.reduce((sum, each) => sum + each.confirmed, 0), failed: counts.reduce((sum, each) => sum + each.failed, 0),
    source: row.source, learnedAt: row.learned_at.toISOString(), learnedBy: row.learned_by,
  };
}

const lessonView = (row: LessonRow): Lesson => ({ id: row.id, receivedInvoiceId: row.received_invoice_id, state: row.state, fixes: row.fixes, breaks: row.breaks, documents: row.documents, askedAt: row.asked_at.toISOString(), askedBy: row.asked_by });

/** Forgets one layout of a supplier, or all of them. */
export const forget = (scope: Scope, supplierId: string, layoutId: string | null): Promise<SupplierMemory> => scope.transaction(async (tx) => {
  const supplier = await needSupplier(tx, supplierId);
  await lockSupplierMemory(tx, supplierId);
  const gone = await deleteLayouts(tx, supplierId, layoutId);
  if (gone === 0) throw common.refuse("not_found");
  recordEvent(tx, { action: "supplier_memory.forgotten", summary: `Forgot ${gone === 1 ? "a layout" : `${gone} layouts`} of ${supplier.name}`, subjectKind: "supplier", subjectId: supplierId, companyId: supplier.company_id, details: { layouts: gone } });
  return lookAtMemory(scope, supplierId);
});

/** A supplier's memory as JSON to keep or hand on. The event is committed before the first byte leaves. */
export const exportMemory = (scope: Scope, supplierId: string): Promise<{ bytes: Buffer; name: string }> => scope.transaction(async (tx) => {
  const supplier = await needSupplier(tx, supplierId);
  const memory = await memoryOfSupplier(tx, supplierId);
  recordEvent(tx, { action: "supplier_memory.exported", summary: `Exported what was learned of ${supplier.name}`, subjectKind: "supplier", subjectId: supplierId, companyId: supplier.company_id, details: { layouts: memory.layouts.length } });
  const name = supplier.name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 80) || "supplier";
  return { bytes: Buffer.from(`${JSON.stringify(memory, null, 2)}\n`, "utf8"), name: `${name}.memory.json` };
});

/** Adds layouts from an exported file to those of the supplier. Refuses memory_damaged with the place of what is wrong. */
export const importMemory = (scope: Scope, supplierId: string, json: unknown): Promise<{ layouts: number }> => scope.transaction(async (tx) => {
  const supplier = await needSupplier(tx, supplierId);
  const brought = checked(json);
  await lockSupplierMemory(tx, supplierId);
  const known = await memoryOfSupplier(tx, supplierId);
  const seen = new Set(known.layouts.map((layout) => JSON.stringify(layout)));
  const fresh = brought.layouts.filter((layout) => !seen.has(JSON.stringify(layout)));
  if (known.layouts.length + fresh.length > MOST_OF_SUPPLIER) throw refuse("memory_too_large", { most: MOST_OF_SUPPLIER, count: brought.layouts.length });
  await replaceMemory(tx, supplier, { version: 1, layouts: [...known.layouts, ...fresh] }, scope.actor.name, "import");
  recordEvent(tx, { action: "supplier_memory.imported", summary: `Imported what others learned of ${supplier.name}`, subjectKind: "supplier", subjectId: supplierId, companyId: supplier.company_id, details: { layouts: fresh.length } });
  return { layouts: fresh.length };
});

function checked(json: unknown): Memory {
  try {
    return parseMemory(json);
  } catch (error) {
    throw refuse("memory_damaged", { problem: error instanceof Error ? error.message : String(error) });
  }
}
