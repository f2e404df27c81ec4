import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";
import { recordEvent } from "../events/index.ts";
import { FileTooLarge, saveFile } from "../platform/files.ts";
import { CannotRead, LIMITS, REASONS, unreadable } from "../platform/reading/limits.ts";
import { sniff, SNIFF_BYTES, type Sniffed } from "../platform/reading/sniff.ts";
import { takeQuota } from "../platform/quotas.ts";
import { Refusal } from "../platform/refusal.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { UploadResult } from "./contract.ts";
import { shownName } from "./file-name.ts";
import { refuse } from "./policy.ts";
import { addPending, companyNames, deleteFile, findBySha256, insertFile, insertReceived } from "./queries.ts";

/** A refused file: what its answer says, and the status when nothing else was taken. */
type Refused = UploadResult & { outcome: "refused"; status: number };
type Result = UploadResult & { status?: number };

/** Files of one request together. */
const requestBytes = 200 * 1024 * 1024;
const filesPerRequest = 100;

/**
 * Takes every file of a multipart request, one after the other, each streamed to the file store. A file that cannot be
 * taken is answered for by itself and does not stop the others; when none was taken, the whole request is refused with
 * the first reason's status. A field "companyId" counts for the files after it.
 */
export async function receiveUpload(scope: Scope, request: FastifyRequest, companyId: string | undefined): Promise<Result[]> {
  if (Number(request.headers["content-length"] ?? 0) > requestBytes + 1024 * 1024) throw new Refusal("too_large", 413, "One request takes up to 200 MB. Send the files in several.");
  const results: Result[] = [];
  let company = companyId;
  let left = requestBytes;
  // One byte more than allowed, so that a file of exactly the limit passes and a larger one is seen to be larger.
  const parts = request.parts({ limits: { fileSize: LIMITS.fileBytes + 1, files: filesPerRequest }, throwFileSizeLimit: false, defParamCharset: "utf8" } as Parameters<FastifyRequest["parts"]>[0]);
  for await (const part of untilRefused(parts, results)) {
    if (part.type === "field") {
      if (part.fieldname === "companyId" && typeof part.value === "string" && part.value !== "") company = part.value;
      continue;
    }
    const counted = async function* (): AsyncGenerator<Buffer> {
      // The part's stream must outlive a refusal: the rest of the request comes through the same pipe.
      for await (const chunk of part.file.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        left -= chunk.length;
        if (left < 0) throw new FileTooLarge();
        yield chunk;
      }
    };
    results.push(await receiveFile(scope, { fileName: part.filename, bytes: counted(), companyId: company }));
    part.file.resume();
    if (left < 0) throw new Refusal("too_large", 413, "One request takes up to 200 MB. Send the files in several.");
  }
  if (results.length === 0) throw refuse("no_files");
  const refused = results.filter((result) => result.outcome === "refused") as Refused[];
  if (refused.length === results.length) {
    const [first] = refused;
    if (results.length === 1) throw new Refusal(first!.code!, first!.status, first!.message!);
    const all = refuse("nothing_received");
    throw new Refusal(all.code, all.status, all.message, refused.map((one) => ({ path: one.fileName, message: one.message! })));
  }
  return results;
}

/** What the parser says about a request that goes too far, and what its sender is told beside the files that were taken. */
const beyond: Record<string, string> = {
  FST_PARTS_LIMIT: "too_many_parts", FST_FILES_LIMIT: "too_many_parts", FST_FIELDS_LIMIT: "too_many_parts", FST_PROTO_VIOLATION: "bad_field_name",
};

/** The parts up to one that the parser refuses; when files came before it, that is one more answer beside theirs, so that nobody sends them again. */
async function* untilRefused<Part>(parts: AsyncIterable<Part>, results: Result[]): AsyncGenerator<Part> {
  try {
    yield* parts;
  } catch (error) {
    const code = beyond[(error as { code?: string }).code ?? ""];
    if (results.length === 0 || code === undefined) throw error;
    const message = code === "too_many_parts" ? `One request takes up to ${filesPerRequest} files. Send the others in another request.` : "A field of the request has a name that cannot be used; it was left out.";
    results.push({ fileName: "the rest of the request", outcome: "refused", code, status: 413, message });
  }
}

/**
 * Takes one file: its kind is told by its first bytes, the bytes are sealed on the way to the store, and only when they
 * are safely there come row, event and job in one transaction. The same bytes twice in a workspace are one document.
 */
export async function receiveFile(
  scope: Scope,
  file: { fileName: string | undefined; bytes: AsyncIterable<Buffer>; companyId?: string | undefined; via?: "web" | "api" | "sample" },
): Promise<Result> {
  const name = shownName(file.fileName);
  const refusedWith = async (code: string, status: number, message: string): Promise<Refused> => {
    await scope.transaction(async (tx) => recordEvent(tx, {
      action: "received_invoice.refused", summary: `Refused the upload ${name}`, companyId: file.companyId ?? null, details: { code },
    }));
    return { fileName: name, outcome: "refused", code, message, status };
  };
  const source = file.bytes[Symbol.asyncIterator]();
  try {
    if (file.via !== "sample") await takeQuota(scope.services, "documents", scope.workspaceId);
    // Before anything is stored: a company that is not ours must not cost us disk.
    const companyId = await scope.transaction((tx) => companyFor(tx, file.companyId));
    const head = await firstBytes(source);
    const kind = sniff(head);
    const most = kind.kind === "xml" ? LIMITS.xmlBytes : LIMITS.fileBytes;
    const whole = Readable.from(joined(head, source), { objectMode: false });
    const stored = await saveFile(scope.services.files, scope.workspaceId, await scope.workspaceKey(), whole, most);
    try {
      const { id, isNew, state } = await scope.transaction((tx) => keep(tx, { stored, kind, name, companyId, via: file.via ?? (scope.actor.kind === "key" ? "api" : "web") }));
      if (!isNew) await scope.services.files.remove(stored.storeKey);
      return isNew ? { fileName: name, outcome: "received", id, duplicate: false, state } : { fileName: name, outcome: "already_here", id, duplicate: true, state };
    } catch (error) {
      await scope.services.files.remove(stored.storeKey).catch(() => undefined);
      throw error;
    }
  } catch (error) {
    if (error instanceof CannotRead) {
      const { reason, remedy } = unreadable(error.code, error.detail);
      const known = REASONS[error.code] as { status?: number };
      return refusedWith(error.code, known.status ?? 422, `${reason} ${remedy}`);
    }
    if (error instanceof FileTooLarge) return refusedWith("too_large", REASONS.too_large.status, `${REASONS.too_large.reason(LIMITS)} ${REASONS.too_large.remedy}`);
    if (error instanceof Refusal) return refusedWith(error.code, error.status, error.message);
    if (isCut(error)) throw refuse("file_cut_off", { name });
    throw error;
  }
}

/** Row, event and job of a stored file; `isNew` is false, and nothing kept, when the same bytes are here already. `cutFrom` is the document it was split off. */
export async function keep(
  tx: Tx, file: { stored: Awaited<ReturnType<typeof saveFile>>; kind: Sniffed; name: string; companyId: string; via: "web" | "api" | "sample"; cutFrom?: string },
): Promise<{ id: string; isNew: boolean; state: NonNullable<UploadResult["state"]> }> {
  const { stored, kind } = file;
  const first = await findBySha256(tx, stored.sha256, file.companyId);
  if (first) return { ...first, isNew: false };
  const id = randomUUID();
  await insertFile(tx, stored, kind.mediaType, file.companyId);
  const isNew = await insertReceived(tx, {
    id, companyId: file.companyId, fileId: stored.id, sha256: stored.sha256, fileName: file.name, kind: kind.kind, mediaType: kind.mediaType,
    sizeBytes: stored.sizeBytes, via: file.via, by: tx.scope.actor.name, at: tx.scope.now(),
  });
  if (!isNew) {
    const other = await findBySha256(tx, stored.sha256, file.companyId);
    await deleteFile(tx, stored.id);
    return { ...other!, isNew: false };
  }
  recordEvent(tx, {
    action: "received_invoice.received", summary: `Received ${file.name}`, subjectKind: "received_invoice", subjectId: id, companyId: file.companyId,
    details: { sha256: stored.sha256.toString("hex"), sizeBytes: stored.sizeBytes, kind: kind.kind, ...(file.cutFrom ? { via: "split", from: file.cutFrom } : { via: file.via }) },
  });
  if (await addPending(tx, id)) await tx.enqueue("received-invoices.read", {});
  return { id, isNew: true, state: "waiting" };
}

/** The company named, or the workspace's first. */
export async function companyFor(tx: Tx, companyId: string | undefined): Promise<string> {
  const companies = await companyNames(tx);
  const found = companyId === undefined ? companies[0] : companies.find((company) => company.id === companyId);
  if (!found) throw refuse(companyId === undefined ? "company_needed" : "company_unknown");
  return found.id;
}

/** At least as many bytes as `sniff` wants to see, or all there are. */
async function firstBytes(source: AsyncIterator<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  while (size < SNIFF_BYTES) {
    const next = await source.next();
    if (next.done) break;
    chunks.push(next.value);
    size += next.value.length;
  }
  return Buffer.concat(chunks, size);
}

async function* joined(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

const isCut = (error: unknown): boolean => {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  return /ERR_STREAM_PREMATURE_CLOSE|ECONNRESET|FST_MP_PREMATURE|UND_ERR/.test(code) || /Unexpected end of|premature close|aborted/i.test(message);
};
