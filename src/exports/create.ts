import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import type { z } from "zod";
import { recordEvent } from "../events/index.ts";
import { openFile, saveFile } from "../platform/files.ts";
import { common } from "../platform/refusal.ts";
import { approvedDocumentIds, approvedDocuments, approvedDocumentSums, markExported, shownName, type ApprovedDocument } from "../received-invoices/index.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { CreateExport, ExportPreview, ExportSelection, ExportView } from "./contract.ts";
import { refuse } from "./policy.ts";
import { companyNameOf, documentsOfExport, failExport, findExport, findExportFile, finishExport, insertExport, lockExport, type ExportRow } from "./queries.ts";
import { CannotExport, formats, writeExport } from "./write.ts";

/** Up to so many documents the answer waits for the file; more are built by a job. Originals always are. */
const soon = 200;
const largestBytes = 4 * 1024 ** 3;

/**
 * Starts an export: which documents it holds is settled here, in one transaction with its event. A small one is ready
 * when this returns, a large one is "building" and made by a job, as is any one that is wanted `later`.
 */
export async function createExport(scope: Scope, input: z.output<typeof CreateExport>, later = false): Promise<ExportView> {
  const { id, count } = await scope.transaction(async (tx) => {
    const documentIds = await approvedDocumentIds(tx, input.selection);
    if (documentIds.length === 0) throw refuse("nothing_to_export");
    const id = randomUUID();
    await insertExport(tx, {
      id, companyId: input.selection.companyId ?? null, format: input.format, selection: input.selection, markExported: input.markExported,
      fileName: await fileNameFor(tx, input), mediaType: formats[input.format].mediaType, documentIds,
    });
    recordEvent(tx, {
      action: "export.created", summary: `Exported ${documentIds.length} received ${documentIds.length === 1 ? "invoice" : "invoices"} as ${input.format}`,
      subjectKind: "export", subjectId: id, companyId: input.selection.companyId ?? null, details: { format: input.format, documents: documentIds.length, markExported: input.markExported },
    });
    if (later || isLarge(input.format, documentIds.length)) await tx.enqueue("exports.build", { exportId: id });
    return { id, count: documentIds.length };
  });
  if (!later && !isLarge(input.format, count)) await buildExport(scope, id);
  return exportById(scope, id);
}

const isLarge = (format: string, documents: number) => documents > soon || format === "originals";

async function fileNameFor(tx: Tx, { format, selection }: z.output<typeof CreateExport>): Promise<string> {
  const company = selection.companyId ? await companyNameOf(tx, selection.companyId) : undefined;
  if (selection.companyId && !company) throw common.refuse("not_found");
  const day = tx.scope.now().toISOString().slice(0, 10);
  return shownName(`${[company?.name.replace(/[/\\]/g, "-"), "received", formats[format].words, day].filter(Boolean).join(" ")}.${formats[format].ending}`);
}

/**
 * Makes the file of an export, sealed, and marks its documents as exported, both in one transaction. Safe to repeat: a
 * file that is ready stays as it is. When a document changes while the file is written, it is written again.
 */
export async function buildExport(scope: Scope, id: string): Promise<void> {
  for (let round = 1; ; round++) {
    const { row, ids } = await scope.transaction(async (tx) => ({ row: await findExport(tx, id), ids: (await documentsOfExport(tx, id)).map((document) => document.id) }));
    if (row?.state !== "building") return;
    const held = new Map<string, number>();
    async function* noted(): AsyncGenerator<ApprovedDocument> {
      for await (const document of approvedDocuments(scope, ids)) {
        held.set(document.id, document.version);
        yield document;
      }
    }
    try {
      const stored = await saveFile(scope.services.files, scope.workspaceId, await scope.workspaceKey(), writeExport(scope, row.format, noted()), largestBytes);
      const done = await scope.transaction(async (tx) => {
        const now = await lockExport(tx, id);
        if (now?.state !== "building") return "by another";
        if (row.mark_exported && !(await markExported(tx, held))) return "changed";
        await finishExport(tx, id, stored, row.media_type, [...held.keys()], row.companies);
        return "ready";
      });
      if (done === "ready") return;
      await scope.services.files.remove(stored.storeKey);
      if (done === "by another") return;
      if (round === 5) throw new CannotExport("The documents kept changing while the file was written.");
    } catch (error) {
      if (!(error instanceof CannotExport)) throw error;
      await scope.transaction((tx) => failExport(tx, id, error.message));
      return;
    }
  }
}

/** What a selection would hold. */
export const previewExport = (scope: Scope, selection: z.output<typeof ExportSelection>): Promise<z.infer<typeof ExportPreview>> =>
  scope.transaction((tx) => approvedDocumentSums(tx, selection));

export async function exportById(scope: Scope, id: string): Promise<ExportView> {
  const row = await scope.transaction((tx) => findExport(tx, id));
  if (!row) throw common.refuse("not_found");
  return viewExport(row);
}

/** Opens the file of an export; the download is an event before its first byte. */
export async function openExport(scope: Scope, id: string): Promise<{ bytes: Readable; name: string; mediaType: string; sizeBytes: number }> {
  const { row, file } = await scope.transaction(async (tx) => {
    const row = await findExport(tx, id);
    if (!row) throw common.refuse("not_found");
    if (row.state === "building") throw refuse("export_building");
    const file = await findExportFile(tx, id);
    if (!file) throw refuse("export_failed", { reason: row.failure ?? "" });
    if (row.deleted_at) throw refuse("export_deleted", { date: row.deleted_at.toISOString().slice(0, 10) });
    recordEvent(tx, { action: "export.downloaded", summary: `Downloaded ${row.file_name}`, subjectKind: "export", subjectId: id, companyId: row.company_id, details: { sha256: row.sha256?.toString("hex") } });
    return { row, file };
  });
  return { bytes: await openFile(scope.services.files, await scope.workspaceKey(), file), name: row.file_name, mediaType: row.media_type, sizeBytes: Number(file.sizeBytes) };
}

export const viewExport = (row: ExportRow): ExportView => ({
  id: row.id, format: row.format, state: row.state, fileName: row.file_name, companyId: row.company_id, documents: row.documents,
  sizeBytes: row.size_bytes === null ? null : Number(row.size_bytes), sha256: row.sha256?.toString("hex") ?? null, failure: row.failure, createdBy: row.created_by,
  createdAt: row.created_at.toISOString(), readyAt: row.ready_at?.toISOString() ?? null, deletedAt: row.deleted_at?.toISOString() ?? null,
  url: row.state === "ready" && !row.deleted_at ? `/api/exports/${row.id}/file` : null,
});
