// What a corrected document teaches: tried on the supplier's confirmed documents, taken if nothing gets worse.
import { buffer } from "node:stream/consumers";
import { FIELD_PATHS, type Confirmed, type Correction, type FieldPath, type Memory, type TaughtLine } from "@counterfoil/extract";
import type { JobPayload } from "../platform/jobs.ts";
import { openFile } from "../platform/files.ts";
import { CannotRead } from "../platform/reading/limits.ts";
import { openBytes } from "../platform/sealing.ts";
import type { Services } from "../platform/services.ts";
import { askLesson, memoryOfSupplier, MOST_REPLAYED, settleLesson, waitingLesson, type LessonEnd } from "../supplier-memory/index.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { Current } from "./current.ts";
import { answersOf, confirmedOfSupplier, findReceived, findStoredFile, waitingOfSupplier, type WholeRow } from "./queries.ts";
import { jobScope } from "./read.ts";
import { readByLesson } from "./requeue.ts";
import { open } from "./stored.ts";
import { ownCompanies } from "./suppliers.ts";

/** On approval: a document in which a person corrected something, and which has printed words, becomes a lesson. */
export async function teachOnApproval(tx: Tx, row: WholeRow, supplierId: string): Promise<void> {
  if (row.syntax !== "pdf" && row.syntax !== "image") return;
  const corrected = (await answersOf(tx, row.id)).some((answer) => answer.undone_at === null && answer.action !== "confirm");
  if (corrected) await askLesson(tx, { id: row.id, companyId: row.company_id, supplierId });
}

type Known = { bytes: Buffer; password: string | undefined; values: Confirmed["values"]; lines: TaughtLine[] | undefined };

/** "supplier-memory.learn": one lesson. Safe to run twice. */
export async function learnJob(services: Services, payload: JobPayload): Promise<void> {
  if (!payload.workspaceId || !payload["lesson"]) return;
  const scope = jobScope(services, payload.workspaceId);
  const lesson = await scope.transaction((tx) => waitingLesson(tx, payload["lesson"]!));
  if (!lesson) return;
  for (let tries = 0; tries < 3; tries++) {
    const before = await scope.transaction((tx) => memoryOfSupplier(tx, lesson.supplierId));
    const end = await learnFrom(scope, lesson, before);
    const outcome = await scope.transaction(async (tx) => {
      const settled = await settleLesson(tx, lesson, before, end);
      if (settled === "ended" && end.taken && end.breaks === 0) await readByLesson(tx, await waitingOfSupplier(tx, lesson.supplierId));
      return settled;
    });
    if (outcome !== "again") return;
  }
}

async function learnFrom(scope: Scope, lesson: { supplierId: string; receivedId: string }, before: Memory): Promise<LessonEnd> {
  const { reader } = scope.services;
  const nothing: LessonEnd = { taken: null, fixes: 0, breaks: 0, documents: 0 };
  const row = await scope.transaction((tx) => findReceived(tx, lesson.receivedId));
  if (!row || row.approval_state !== "approved") return nothing;
  const own = await scope.transaction(ownCompanies);
  const taught = await knownOf(scope, row);
  if (!taught) return nothing;
  const corrections = Object.entries(taught.values).map(([path, value]): Correction => ({ path: path as FieldPath, value: value ?? null }));
  const settings = (known: Known) => ({ own, ...(known.password === undefined ? {} : { password: known.password }) });
  try {
    const after = await reader.teach(taught.bytes, { supplier: row.supplier_name ?? "", corrections, ...(taught.lines ? { lines: taught.lines } : {}) }, { ...settings(taught), memory: before });
    if (JSON.stringify(after) === JSON.stringify(before)) return nothing;
    const end: LessonEnd = { taken: after, fixes: 0, breaks: 0, documents: 0 };
    for (const id of await scope.transaction((tx) => confirmedOfSupplier(tx, lesson.supplierId, MOST_REPLAYED))) {
      const other = await scope.transaction((tx) => findReceived(tx, id));
      const known = id === row.id ? taught : other && (await knownOf(scope, other));
      if (!known) continue;
      const { fixes, breaks } = await reader.replay(known.bytes, { before, after, values: known.values, ...(known.lines ? { lines: known.lines } : {}) }, settings(known));
      end.fixes += fixes;
      end.breaks += breaks;
      end.documents++;
    }
    return end;
  } catch (error) {
    if (error instanceof CannotRead) return nothing;
    throw error;
  }
}

/** An approved document with the values a person stands for; null when its original is gone. */
async function knownOf(scope: Scope, row: WholeRow): Promise<Known | null> {
  const file = await scope.transaction((tx) => findStoredFile(tx, row.file_id));
  if (!file || file.deletingAt) return null;
  const { current } = await open(scope, row);
  const key = await scope.workspaceKey();
  const answers = (await scope.transaction((tx) => answersOf(tx, row.id))).filter((answer) => answer.undone_at === null);
  const linesSeen = answers.some((answer) => answer.path.startsWith("lines")) || current.proof === "complete";
  return {
    bytes: await buffer(await openFile(scope.services.files, key, file)),
    password: row.sealed_password ? openBytes(key, row.sealed_password, `received-password:${row.id}`).toString("utf8") : undefined,
    values: valuesOf(current), lines: linesSeen && current.lines.length > 0 ? current.lines.map(taughtLine) : undefined,
  };
}

function valuesOf({ fields, absent }: Current): Confirmed["values"] {
  const values: Confirmed["values"] = {};
  for (const path of FIELD_PATHS) {
    const value = fields[path]?.value;
    if (value !== undefined) values[path] = value;
    else if (absent.includes(path)) values[path] = null;
  }
  return values;
}

const taughtCells = ["description", "quantity", "unitPrice", "netAmount", "taxRate", "itemId", "unit"] as const;
const taughtLine = (line: Current["lines"][number]): TaughtLine => Object.fromEntries(taughtCells.flatMap((cell) => (line[cell] ? [[cell, line[cell].value]] : [])));
