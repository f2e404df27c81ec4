import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { openFile, saveFile } from "../platform/files.ts";
import { common } from "../platform/refusal.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import { findFile, insertFile } from "./queries.ts";

/** Largest file that the product makes itself (logos, PDFs). */
const largestBytes = 64 * 1024 * 1024;

/** Seals bytes of a company into the file store and writes their row in the running transaction. Returns the file's id, size and SHA-256. */
export async function storeBytes(tx: Tx, companyId: string, bytes: Uint8Array, mediaType: string): Promise<{ id: string; sha256: Buffer; sizeBytes: number }> {
  const { services, workspaceId } = tx.scope;
  const file = await saveFile(services.files, workspaceId, await tx.scope.workspaceKey(), Readable.from([Buffer.from(bytes)]), largestBytes);
  await insertFile(tx, { ...file, companyId, mediaType });
  return { id: file.id, sha256: file.sha256, sizeBytes: file.sizeBytes };
}

/** Opens a stored file of the workspace whole. Refuses not_found. */
export async function readStored(scope: Scope, fileId: string): Promise<{ bytes: Buffer; mediaType: string; sha256: Buffer }> {
  const row = await scope.transaction((tx) => findFile(tx, fileId));
  if (!row) throw common.refuse("not_found");
  const opened = await openFile(scope.services.files, await scope.workspaceKey(), { storeKey: row.store_key, wrappedKey: row.wrapped_key });
  return { bytes: await buffer(opened), mediaType: row.media_type, sha256: row.sha256 };
}
