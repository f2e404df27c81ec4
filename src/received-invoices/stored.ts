// A received document opened: its sealed values, its original, its whole detail.
import { buffer } from "node:stream/consumers";
import type { Readable } from "node:stream";
import type { Reading } from "@counterfoil/extract";
import { recordEvent, recordView } from "../events/index.ts";
import { openFile } from "../platform/files.ts";
import { common } from "../platform/refusal.ts";
import { openBytes } from "../platform/sealing.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { ReceivedDetail } from "./contract.ts";
import { currentOf, listsOf, type Change, type Current } from "./current.ts";
import { refuse } from "./policy.ts";
import { answersOf, approvedIbans, findOriginal, findReceived, findStoredFile, findTwinRow, lockReceived, queueAround, supplierById, supplierSummary, type StoredRow, type WholeRow } from "./queries.ts";
import { openJson } from "../platform/sealed-json.ts";
import { viewDetail } from "./view.ts";

/** Row, untouched reading (null when it was not read) and current values. */
export type Opened = { row: WholeRow; reading: Reading | null; current: Current };

/** Refuses not_found, which is also what a neighbour's document looks like. */
export const needReceived = async (tx: Tx, id: string): Promise<WholeRow> => found(await findReceived(tx, id));

/** Opens a document for a change: locked, and only if nobody changed it since the caller looked. */
export async function openForChange(tx: Tx, id: string, version: number | null): Promise<Opened> {
  const row = found(await lockReceived(tx, id));
  if (version !== null && row.version !== version) throw common.refuse("changed_elsewhere");
  return open(tx.scope, row);
}

export async function open(scope: Scope, row: WholeRow): Promise<Opened> {
  const key = await scope.workspaceKey();
  const reading = row.sealed_reading ? await openJson<Reading>(key, row.sealed_reading, `received-reading:${row.id}`) : null;
  const current = row.sealed_current ? await openJson<Current>(key, row.sealed_current, `received-current:${row.id}`) : currentOf(reading);
  return { row, reading, current: { ...current, ...listsOf(current) } };
}

/** Everything the review screen shows. */
export async function receivedDetail(scope: Scope, id: string): Promise<ReceivedDetail> {
  return scope.transaction(async (tx) => {
    const { row, current } = await open(scope, await needReceived(tx, id));
    const key = await scope.workspaceKey();
    const answers = [];
    for (const answer of await answersOf(tx, id)) answers.push({ row: answer, change: await openJson<Change>(key, answer.sealed_change, `received-answer:${answer.id}`) });
    const twin = row.duplicate_of ? await findTwinRow(tx, row.duplicate_of) : undefined;
    return viewDetail({ row, current, answers, supplier: await supplierOnFile(tx, row), twin: twin ?? null, queue: await queueAround(tx, row), original: found(await findOriginal(tx, id)) });
  });
}

async function supplierOnFile(tx: Tx, row: WholeRow): Promise<ReceivedDetail["supplier"]> {
  if (!row.supplier_id) return null;
  const supplier = await supplierById(tx, row.supplier_id);
  if (!supplier) return null;
  const summary = await supplierSummary(tx, row.supplier_id);
  const ibans = await approvedIbans(tx, row.supplier_id, row.id);
  return { id: row.supplier_id, name: supplier.name, invoices: summary.documents, since: summary.first_at, ibans: [...new Set([...ibans.map((one) => one.iban), ...(supplier.ibans ?? [])])] };
}

/** As receivedDetail, for a person or program that opens the document: that is on record, once an hour. */
export const lookAt = (scope: Scope, id: string): Promise<ReceivedDetail> => scope.transaction(async (tx) => {
  await noteLook(tx, await needReceived(tx, id));
  return receivedDetail(scope, id);
});

export const noteLook = (tx: Tx, row: WholeRow): Promise<void> =>
  recordView(tx, { action: "received_invoice.viewed", summary: `Looked at ${row.file_name}`, subjectKind: "received_invoice", subjectId: row.id, companyId: row.company_id });

/** Opens the original as a stream of plain bytes. The event is committed before the first byte leaves. */
export async function openOriginal(scope: Scope, id: string): Promise<{ bytes: Readable; name: string; mediaType: string; sizeBytes: number }> {
  const { row, file } = await scope.transaction(async (tx) => {
    const row = await needReceived(tx, id);
    const file = stillThere(await findStoredFile(tx, row.file_id));
    recordEvent(tx, { action: "received_invoice.downloaded", summary: `Downloaded ${row.file_name}`, subjectKind: "received_invoice", subjectId: id, companyId: row.company_id });
    return { row, file };
  });
  const bytes = await openFile(scope.services.files, await scope.workspaceKey(), file);
  return { bytes, name: row.file_name, mediaType: file.mediaType, sizeBytes: Number(file.sizeBytes) };
}

/** The original's bytes and, for a protected PDF, its password: what the reader needs to draw a page. */
export async function originalBytes(scope: Scope, row: WholeRow): Promise<{ bytes: Buffer; password: string | undefined }> {
  const key = await scope.workspaceKey();
  const file = stillThere(await scope.transaction((tx) => findStoredFile(tx, row.file_id)));
  const bytes = await buffer(await openFile(scope.services.files, key, file));
  return { bytes, password: row.sealed_password ? openBytes(key, row.sealed_password, `received-password:${row.id}`).toString("utf8") : undefined };
}

const ruleWords = { "1_year": "1 year", "3_years": "3 years", "7_years": "7 years" } as const;

/** The file, unless retention has deleted it or is about to. Refuses original_deleted. */
export function stillThere(file: StoredRow | undefined): StoredRow {
  const row = found(file);
  if (row.deletingAt && row.rule) throw refuse("original_deleted", { date: row.deletingAt.toISOString().slice(0, 10), rule: ruleWords[row.rule] });
  return row;
}

export function found<T>(row: T | undefined): T {
  if (row === undefined) throw common.refuse("not_found");
  return row;
}
