// A file that holds several documents, cut into them. The original stays, rejected, and can be opened again.
import { Readable } from "node:stream";
import type { z } from "zod";
import { rangesText } from "@counterfoil/extract";
import { recordEvent } from "../events/index.ts";
import { saveFile, type StoredFile } from "../platform/files.ts";
import { takeQuota } from "../platform/quotas.ts";
import { CannotRead, LIMITS, unreadable } from "../platform/reading/limits.ts";
import { sniff } from "../platform/reading/sniff.ts";
import { common } from "../platform/refusal.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { Split, SplitAnswer } from "./contract.ts";
import { shownName } from "./file-name.ts";
import { refuse, refuseIf, whyNotParts, whyNotSplit } from "./policy.ts";
import { lockReadingQueue, type WholeRow } from "./queries.ts";
import { keep } from "./receive.ts";
import { rejectRow, reopenOpened } from "./settle.ts";
import { needReceived, openForChange, originalBytes } from "./stored.ts";
import { viewSummary } from "./view.ts";

type Part = { from: number; to: number };

/**
 * Makes each run of pages a document of its own (a PDF, of a TIFF, too), received and read like an upload, and rejects the file it was cut from.
 * Refused unless every page is in exactly one part, in order. The same cut gives the same bytes: what an earlier one made is
 * taken again, and opened again where it was rejected. Either all of it happens or nothing.
 */
export async function split(scope: Scope, id: string, input: z.output<typeof Split>): Promise<SplitAnswer> {
  const { services } = scope;
  const row = await scope.transaction(async (tx) => mayCut(await needReceived(tx, id), input));
  const files = await cut(scope, row, input.parts);
  // The file itself was counted when it came.
  for (let more = 1; more < files.length; more++) await takeQuota(services, "documents", scope.workspaceId);
  const stored: StoredFile[] = [];
  const unused = new Set<string>();
  try {
    for (const file of files) stored.push(await saveFile(services.files, scope.workspaceId, await scope.workspaceKey(), Readable.from([file]), LIMITS.fileBytes));
    return await scope.transaction(async (tx) => {
      // Before any row is locked, as whoever stores a reading does.
      await lockReadingQueue(tx);
      const { row } = await openForChange(tx, id, null);
      mayCut(row, input);
      await rejectRow(tx, row, "other", `Split into ${input.parts.length} documents`);
      const documents: WholeRow[] = [];
      for (const [index, part] of input.parts.entries()) {
        const { id: made, isNew } = await keep(tx, {
          stored: stored[index]!, kind: sniff(files[index]!), name: partName(row.file_name, part), companyId: row.company_id,
          via: scope.actor.kind === "key" ? "api" : "web", cutFrom: id,
        });
        if (!isNew) unused.add(stored[index]!.storeKey);
        documents.push(isNew ? await needReceived(tx, made) : await takenAgain(tx, made));
      }
      recordEvent(tx, {
        action: "received_invoice.split", summary: `Split ${row.file_name} into ${input.parts.length} documents (${rangesText(input.parts)})`,
        subjectKind: "received_invoice", subjectId: id, companyId: row.company_id, details: { parts: input.parts, into: documents.map((one) => one.id) },
      });
      return { documents: documents.map(viewSummary) };
    });
  } catch (error) {
    for (const { storeKey } of stored) unused.add(storeKey);
    throw error;
  } finally {
    // Behind the transaction, and never its judge: a file that cannot be removed must not take those along that are in use.
    for (const storeKey of unused) await services.files.remove(storeKey).catch(() => undefined);
  }
}

/** The row, if it may be cut like this by somebody who saw this version of it. */
function mayCut(row: WholeRow, input: z.output<typeof Split>): WholeRow {
  refuseIf(whyNotSplit(viewSummary(row)));
  if (row.version !== input.version) throw common.refuse("changed_elsewhere");
  const wrong = whyNotParts(input.parts, row.page_count!);
  if (wrong) throw refuse("parts_wrong", { reason: wrong });
  return row;
}

async function cut(scope: Scope, row: WholeRow, parts: readonly Part[]): Promise<Buffer[]> {
  const { bytes, password } = await originalBytes(scope, row);
  try {
    const files = await scope.services.reader.cutPdf(bytes, parts, password);
    if (files.some((file) => file.length === 0 || sniff(file).kind !== "pdf")) throw new CannotRead("crashed");
    return files;
  } catch (error) {
    if (!(error instanceof CannotRead)) throw error;
    throw refuse("cannot_split", { reason: error.code === "password" && error.detail ? error.detail : unreadable(error.code, error.detail).reason });
  }
}

/** What an earlier cut made. */
async function takenAgain(tx: Tx, id: string): Promise<WholeRow> {
  const opened = await openForChange(tx, id, null);
  if (opened.row.review_state === "rejected") await reopenOpened(tx, opened);
  return needReceived(tx, id);
}

/** "Scans.pdf" → "Scans (pages 1–2).pdf" */
function partName(name: string, { from, to }: Part): string {
  const pages = from === to ? `page ${from}` : `pages ${from}–${to}`;
  return shownName(`${name.replace(/\.(?:pdf|tiff?)$/i, "").slice(0, 200)} (${pages}).pdf`);
}
