// What a person says about the values of a document: right, wrong, not there. Each answer can be taken back.
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { recordEvent } from "../events/index.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import { assess } from "./assess.ts";
import type { AnswerField, EditLines, ReceivedDetail } from "./contract.ts";
import { answered, currentOf, isField, valueAt, withLines, withValue, type Change, type Current } from "./current.ts";
import { labelOf, refuse, refuseIf, whyNotAnswer } from "./policy.ts";
import { answersOf, insertAnswer, lastAnswer, markUndone, updateReceived, type WholeRow } from "./queries.ts";
import { recheck } from "./recheck.ts";
import { openJson, sealJson } from "../platform/sealed-json.ts";
import { openForChange, receivedDetail } from "./stored.ts";
import { viewSummary } from "./view.ts";

/** Confirms, corrects or empties one value, checks the sums again, and answers the whole document. */
export function answerField(scope: Scope, id: string, input: z.output<typeof AnswerField>): Promise<ReceivedDetail> {
  return scope.transaction(async (tx) => {
    const { row, reading, current } = await openForChange(tx, id, input.version);
    refuseIf(whyNotAnswer(viewSummary(row)));
    const { after, change } = answered(current, reading, input);
    await keepAnswer(tx, row, after, { action: input.action, path: input.path, change });
    const verb = { confirm: "Confirmed", correct: "Corrected", absent: "Marked as absent" }[input.action];
    recordEvent(tx, {
      action: `received_invoice.${input.action === "confirm" ? "confirmed" : "corrected"}`, summary: `${verb}: ${labelOf(input.path)} of ${row.file_name}`,
      subjectKind: "received_invoice", subjectId: id, companyId: row.company_id, details: { path: input.path },
    });
    return receivedDetail(scope, id);
  });
}

/** Replaces the lines: changed, added, removed or put in another order. */
export function editLines(scope: Scope, id: string, input: z.output<typeof EditLines>): Promise<ReceivedDetail> {
  return scope.transaction(async (tx) => {
    const { row, reading, current } = await openForChange(tx, id, input.version);
    refuseIf(whyNotAnswer(viewSummary(row)));
    const { after, change } = withLines(current, reading, input.lines);
    await keepAnswer(tx, row, after, { action: "lines", path: "lines", change });
    recordEvent(tx, {
      action: "received_invoice.corrected", summary: `Edited the lines of ${row.file_name}`,
      subjectKind: "received_invoice", subjectId: id, companyId: row.company_id, details: { path: "lines", lines: input.lines.length },
    });
    return receivedDetail(scope, id);
  });
}

/** Takes the last answer back: the value, its place and the sums are as before it. */
export function undoAnswer(scope: Scope, id: string, version: number): Promise<ReceivedDetail> {
  return scope.transaction(async (tx) => {
    const { row, reading, current } = await openForChange(tx, id, version);
    refuseIf(whyNotAnswer(viewSummary(row)));
    const last = await lastAnswer(tx, id);
    if (!last) throw refuse("nothing_to_undo");
    const change = await openJson<Change>(await scope.workspaceKey(), last.sealed_change, `received-answer:${last.id}`);
    // Read again since, after a lesson: what stands without the answer is what was read then.
    const again = row.read_at !== null && row.read_at > last.answered_at && isField(last.path) && !(await answersOf(tx, id)).some((answer) => answer.undone_at === null && answer.path === last.path && answer.seq < last.seq);
    const before = recheck(withValue(current, last.path, again ? valueAt(currentOf(reading), last.path) : change.before), reading, last.path);
    await markUndone(tx, last.id);
    await store(tx, row, before);
    recordEvent(tx, {
      action: "received_invoice.answer_undone", summary: `Took back: ${labelOf(last.path)} of ${row.file_name}`,
      subjectKind: "received_invoice", subjectId: id, companyId: row.company_id, details: { path: last.path },
    });
    return receivedDetail(scope, id);
  });
}

async function keepAnswer(tx: Tx, row: WholeRow, after: Current, answer: { action: string; path: string; change: Change }): Promise<void> {
  const answerId = randomUUID();
  const sealedChange = await sealJson(await tx.scope.workspaceKey(), answer.change, `received-answer:${answerId}`);
  await insertAnswer(tx, row.id, { id: answerId, action: answer.action, path: answer.path, sealedChange });
  await store(tx, row, after);
}

async function store(tx: Tx, row: WholeRow, current: Current): Promise<void> {
  const sealed = await sealJson(await tx.scope.workspaceKey(), current, `received-current:${row.id}`);
  await updateReceived(tx, row.id, { sealed_current: sealed, ...(await assess(tx, row, current)) });
}
