// Documents that go back to be read: with a password, once more, or for another company.
import { recordEvent } from "../events/index.ts";
import { sealBytes } from "../platform/sealing.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import { assess } from "./assess.ts";
import type { ReceivedDetail } from "./contract.ts";
import { refuse, refuseIf, whyNotAnswer, whyNotReadAgain } from "./policy.ts";
import { addPending, companyHeld, deletePages, findReceived, findStoredFile, markAllUndone, moveFiles, pageFiles, updateReceived, type Settable, type WholeRow } from "./queries.ts";
import { companyFor } from "./receive.ts";
import { openForChange, receivedDetail, stillThere } from "./stored.ts";
import { viewSummary } from "./view.ts";

/** Takes the password of a protected PDF, seals it, and reads the document again. A wrong one asks again. */
export function givePassword(scope: Scope, id: string, password: string): Promise<ReceivedDetail> {
  return withoutPages(scope, id, async (tx) => {
    const { row } = await openForChange(tx, id, null);
    if (row.reading_state !== "needs_password") throw refuse("no_password_needed");
    const sealed = sealBytes(await scope.workspaceKey(), Buffer.from(password, "utf8"), `received-password:${id}`);
    await readOnceMore(tx, row, { sealed_password: sealed });
    recordEvent(tx, { action: "received_invoice.password_given", summary: `Gave the password of ${row.file_name}`, subjectKind: "received_invoice", subjectId: id, companyId: row.company_id });
    return receivedDetail(scope, id);
  });
}

/** Reads a document again, by the engine as it is now. Answers given to the old reading are taken back. */
export function readAgain(scope: Scope, id: string, version: number): Promise<ReceivedDetail> {
  return withoutPages(scope, id, async (tx) => {
    const { row } = await openForChange(tx, id, version);
    refuseIf(whyNotReadAgain(viewSummary(row)));
    await readOnceMore(tx, row, {});
    recordEvent(tx, { action: "received_invoice.read_again", summary: `Read ${row.file_name} again`, subjectKind: "received_invoice", subjectId: id, companyId: row.company_id });
    return receivedDetail(scope, id);
  });
}

/** After a lesson: a supplier's waiting documents are read by what is known now. The values so far stay until then, for what people said of them. */
export async function readByLesson(tx: Tx, rows: readonly WholeRow[]): Promise<void> {
  for (const row of rows) {
    const file = await findStoredFile(tx, row.file_id);
    if (!file || file.deletingAt) continue;
    await updateReceived(tx, row.id, { reading_state: "waiting", to_check: [], blocking: 0 });
    recordEvent(tx, { action: "received_invoice.read_again", summary: `Read ${row.file_name} again after a lesson`, subjectKind: "received_invoice", subjectId: row.id, companyId: row.company_id });
    if (await addPending(tx, row.id)) await tx.enqueue("received-invoices.read", {});
  }
}

async function readOnceMore(tx: Tx, row: WholeRow, set: Settable): Promise<void> {
  const { id } = row;
  stillThere(await findStoredFile(tx, row.file_id));
  await markAllUndone(tx, id);
  await deletePages(tx, [id]);
  await updateReceived(tx, id, {
    ...set, reading_state: "waiting", unreadable_code: null, unreadable_reason: null, unreadable_remedy: null, sealed_current: null, to_check: [], blocking: 0,
  });
  if (await addPending(tx, id)) await tx.enqueue("received-invoices.read", {});
}

/** Runs a change that forgets a document's kept pages; their bytes go once that is committed. What a crash leaves here is swept. */
async function withoutPages<T>(scope: Scope, id: string, change: (tx: Tx) => Promise<T>): Promise<T> {
  const { result, pages } = await scope.transaction(async (tx) => {
    const pages = await pageFiles(tx, [id]);
    return { result: await change(tx), pages };
  });
  for (const { storeKey } of pages) await scope.services.files.remove(storeKey);
  return result;
}

/** Moves a document to the books of another company of the workspace, where it is looked at afresh. */
export function moveToCompany(scope: Scope, id: string, input: { version: number; companyId: string }): Promise<ReceivedDetail> {
  return scope.transaction(async (tx) => {
    const { row, current } = await openForChange(tx, id, input.version);
    refuseIf(whyNotAnswer(viewSummary(row)));
    const companyId = await companyFor(tx, input.companyId);
    const held = await companyHeld(tx, row.company_id);
    if (held) throw refuse("under_legal_hold", { company: held.name });
    await updateReceived(tx, id, { company_id: companyId });
    await moveFiles(tx, id, companyId);
    const moved = (await findReceived(tx, id))!;
    await updateReceived(tx, id, await assess(tx, moved, current));
    recordEvent(tx, {
      action: "received_invoice.moved", summary: `Moved ${row.file_name} to another company`, subjectKind: "received_invoice", subjectId: id, companyId,
      details: { from: row.company_id, to: companyId },
    });
    return receivedDetail(scope, id);
  });
}
