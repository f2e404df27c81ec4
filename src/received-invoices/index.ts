// What other nouns may use of received invoices.
import type { Field } from "@counterfoil/extract";
import type { Readable } from "node:stream";
import { openFile } from "../platform/files.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import { listsOf, type Current } from "./current.ts";
import { approvedIds, approvedSums, deletePages, findStoredFile, findWhole, markExportedIfUnchanged, pageFiles, withoutOriginals, type ExportChoice, type WholeRow } from "./queries.ts";
import { open, stillThere } from "./stored.ts";
import { amountView } from "./view.ts";

export { receiveFile } from "./receive.ts";
export { readWaiting } from "./read.ts";
export { shownName } from "./file-name.ts";
export type { ExportChoice } from "./queries.ts";

/** An approved document with its current values, for taking along. Amounts are decimal text, dates ISO. */
export type ApprovedDocument = {
  id: string; version: number; companyId: string; supplierId: string | null; fileName: string; kind: string; fileId: string; sha256: string; sizeBytes: number;
  receivedAt: string; approvedAt: string; approvedBy: string | null; exportedAt: string | null;
  fields: Current["fields"]; lines: Current["lines"]; taxes: Current["taxes"]; accounts: Current["accounts"]; allowances: Current["allowances"]; charges: Current["charges"]; identifiers: Current["identifiers"];
};

/** Ids of the approved documents that a choice names, by issue date. */
export const approvedDocumentIds = async (tx: Tx, choice: ExportChoice): Promise<string[]> => (await approvedIds(tx, choice)).map((row) => row.id);

/** How many those are and what they sum up to, per currency. */
export async function approvedDocumentSums(tx: Tx, choice: ExportChoice): Promise<{ documents: number; sums: { currency: string; documents: number; grossTotal: string }[] }> {
  const rows = await approvedSums(tx, choice);
  return {
    documents: rows.reduce((sum, row) => sum + row.documents, 0),
    sums: rows.flatMap((row) => (row.currency ? [{ currency: row.currency, documents: row.documents, grossTotal: amountView(row.minor ?? 0n, row.currency)! }] : [])),
  };
}

const batch = 50;

/** The documents with these ids that are approved at the time of reading, in the order given, a few in memory at once. */
export async function* approvedDocuments(scope: Scope, ids: readonly string[]): AsyncGenerator<ApprovedDocument> {
  for (let start = 0; start < ids.length; start += batch) {
    const wanted = ids.slice(start, start + batch);
    const rows = new Map((await scope.transaction((tx) => findWhole(tx, wanted))).map((row) => [row.id, row]));
    for (const id of wanted) {
      const row = rows.get(id);
      if (row?.approval_state !== "approved") continue;
      yield documentOf(row, (await open(scope, row)).current);
    }
  }
}

const documentOf = (row: WholeRow, current: Current): ApprovedDocument => ({
  id: row.id, version: row.version, companyId: row.company_id, supplierId: row.supplier_id, fileName: row.file_name, kind: row.kind, fileId: row.file_id,
  sha256: row.sha256.toString("hex"), sizeBytes: Number(row.size_bytes), receivedAt: row.received_at.toISOString(), approvedAt: row.approved_at!.toISOString(),
  approvedBy: row.approved_by, exportedAt: row.exported_at?.toISOString() ?? null, fields: current.fields, lines: current.lines, taxes: current.taxes, ...listsOf(current),
});

/** Marks documents as exported if all are still as they were read (id → version); false, and nothing marked, if one changed. */
export const markExported = (tx: Tx, documents: ReadonlyMap<string, number>): Promise<boolean> => markExportedIfUnchanged(tx, documents);

/** Store keys of everything made of the originals of these documents: pictures and words of pages. There is no other copy but in exports. */
export const filesMadeOf = (tx: Tx, ids: readonly string[]): Promise<{ received: string; storeKey: string }[]> => pageFiles(tx, ids);

/** The originals of these documents are gone, with everything made of them: forgets its rows and the passwords. What was read stays. */
export async function forgetOriginals(tx: Tx, ids: readonly string[], on: string, rule: string): Promise<void> {
  await deletePages(tx, ids);
  await withoutOriginals(tx, ids, {
    code: "original_deleted", reason: `The original was deleted on ${on} by the workspace's retention setting (${rule}), before it was read.`,
    remedy: "Type the fields, or upload the document again if you have it elsewhere.",
  });
}

/** Is a document's original still there? Not when retention has deleted it, or is about to. */
export const originalIsKept = async (scope: Scope, fileId: string): Promise<boolean> => (await scope.transaction((tx) => findStoredFile(tx, fileId)))?.deletingAt === null;

/** A document's original as a stream of plain bytes. Refuses original_deleted when retention has deleted it. */
export async function openReceivedFile(scope: Scope, fileId: string): Promise<Readable> {
  const file = stillThere(await scope.transaction((tx) => findStoredFile(tx, fileId)));
  return openFile(scope.services.files, await scope.workspaceKey(), file);
}

/** A field's value, or "" where there is none. */
export const valueOf = (field: Field | undefined): string => field?.value ?? "";
