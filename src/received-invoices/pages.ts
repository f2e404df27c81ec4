// Pages of a document for people: drawn or read when first asked for, then kept as sealed files.
import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { Readable } from "node:stream";
import { openFile, saveFile } from "../platform/files.ts";
import type { WordsOfPage } from "../platform/reading/child.ts";
import { CannotRead, unreadable } from "../platform/reading/limits.ts";
import type { Scope } from "../workspaces/index.ts";
import { refuse } from "./policy.ts";
import { deleteFile, findPage, insertFile, insertPage, lockOriginal, type WholeRow } from "./queries.ts";
import { needReceived, noteLook, originalBytes } from "./stored.ts";

/** Sharp on a screen at twice the size, and mostly under 250 kB. */
const IMAGE_DPI = 150;
const largest = 16 * 1024 * 1024;

/** The picture of a page (from 1), as JPEG or PNG. Refuses no_page, also for XML, which has none. */
export async function pageImage(scope: Scope, id: string, page: number): Promise<{ bytes: Buffer; mediaType: string }> {
  return kept(scope, id, page, "image", async (row) => {
    const { bytes, password } = await originalBytes(scope, row);
    const image = await scope.services.reader.pageImage(bytes, page, IMAGE_DPI, password);
    return { bytes: image.bytes, mediaType: image.type, width: image.width, height: image.height };
  });
}

/** The words of a page with their boxes, for pointing at a value. */
export async function pageWords(scope: Scope, id: string, page: number): Promise<WordsOfPage> {
  const { bytes } = await kept(scope, id, page, "words", async (row) => {
    const { bytes, password } = await originalBytes(scope, row);
    const words = await scope.services.reader.pageWords(bytes, page, password);
    return { bytes: Buffer.from(JSON.stringify(words), "utf8"), mediaType: "application/json", width: words.width, height: words.height };
  });
  return JSON.parse(bytes.toString("utf8")) as WordsOfPage;
}

type Made = { bytes: Buffer; mediaType: string; width: number; height: number };

async function kept(scope: Scope, id: string, page: number, content: "image" | "words", make: (row: WholeRow) => Promise<Made>): Promise<{ bytes: Buffer; mediaType: string }> {
  const { row, file } = await scope.transaction(async (tx) => {
    const row = await needReceived(tx, id);
    await noteLook(tx, row);
    return { row, file: await findPage(tx, id, page, content) };
  });
  if (file) return { bytes: await buffer(await openFile(scope.services.files, await scope.workspaceKey(), file)), mediaType: file.mediaType };
  if (row.kind === "xml" || (row.page_count !== null && page > row.page_count)) throw refuse("no_page");
  try {
    const made = await make(row);
    await keep(scope, row, page, content, made);
    return made;
  } catch (error) {
    if (!(error instanceof CannotRead)) throw error;
    if (error.code === "no_pages" || error.code === "not_supported") throw refuse("no_page");
    const { reason, remedy } = unreadable(error.code, error.detail);
    throw refuse("page_unreadable", { reason: `${reason} ${remedy}` });
  }
}

async function keep(scope: Scope, document: WholeRow, page: number, content: "image" | "words", made: Made): Promise<void> {
  const stored = await saveFile(scope.services.files, scope.workspaceId, await scope.workspaceKey(), Readable.from([made.bytes]), largest);
  const mine = await scope.transaction(async (tx) => {
    // The original may have been deleted while the page was drawn; then nothing made of it may stay.
    if (!(await lockOriginal(tx, document.id))) return false;
    await insertFile(tx, stored, made.mediaType, document.company_id);
    const first = await insertPage(tx, { id: randomUUID(), received: document.id, page, content, fileId: stored.id, width: made.width, height: made.height });
    if (!first) await deleteFile(tx, stored.id);
    return first;
  });
  // Two people opened the same page at once; one copy is enough. Or none may stay.
  if (!mine) await scope.services.files.remove(stored.storeKey);
}
