// Rows as the shapes on the wire.
import { formatAmount, isCurrency, money } from "@counterfoil/money";
import type { ReceivedDetail, ReceivedSummary } from "./contract.ts";
import { listsOf, severalIn, type Change, type Current } from "./current.ts";
import { questionsOf } from "./policy.ts";
import type { AnswerRow, OriginalRow, ReceivedRow, Twin } from "./queries.ts";

/** Minor units as decimal text; null without a currency to say how many digits there are. */
export const amountView = (minor: bigint | null, currency: string | null): string | null =>
  minor === null || !currency || !isCurrency(currency) ? null : formatAmount(money(minor, currency));

export function viewSummary(row: ReceivedRow): ReceivedSummary {
  const at = (date: Date | null) => date?.toISOString() ?? null;
  return {
    id: row.id, companyId: row.company_id, fileName: row.file_name, kind: row.kind as ReceivedSummary["kind"], mediaType: row.media_type, sizeBytes: Number(row.size_bytes),
    receivedAt: row.received_at.toISOString(), receivedBy: row.received_by, receivedVia: row.received_via, state: row.state,
    reading: {
      state: row.reading_state, page: row.reading_page, pages: row.reading_state === "reading" ? row.reading_pages : row.page_count,
      code: row.unreadable_code, reason: row.unreadable_reason, remedy: row.unreadable_remedy,
    },
    review: { state: row.review_state, at: at(row.review_state === "rejected" ? row.settled_at : row.reviewed_at), by: row.reviewed_by, rejectCode: row.reject_code, rejectNote: row.reject_note },
    approval: { state: row.approval_state, at: at(row.approved_at ?? row.held_at), by: row.approved_by, holdCode: row.hold_code, holdNote: row.hold_note },
    export: { state: row.exported_at ? "exported" : "not_exported", at: at(row.exported_at) },
    documentType: row.document_type, supplierId: row.supplier_id, supplierName: row.supplier_name, invoiceNumber: row.invoice_number,
    issueDate: row.issue_date, dueDate: row.due_date, currency: row.currency,
    grossTotal: amountView(row.gross_minor, row.currency), amountDue: amountView(row.due_minor, row.currency),
    proof: row.proof, toCheck: row.to_check, blocking: row.blocking, flags: row.flags, duplicateOf: row.duplicate_of, version: row.version,
  };
}

export type DetailParts = {
  row: ReceivedRow;
  current: Current;
  answers: { row: AnswerRow; change: Change }[];
  supplier: ReceivedDetail["supplier"];
  twin: Twin | null;
  queue: { previous: string | null; next: string | null; before: number; length: number; inside: boolean };
  original: OriginalRow;
};

export function viewDetail({ row, current, answers, supplier, twin, queue, original }: DetailParts): ReceivedDetail {
  const open = row.review_state !== "rejected" && row.approval_state !== "approved";
  const questions = open && (row.reading_state === "read" || row.reading_state === "unreadable")
    ? questionsOf({ fields: current.fields, lines: current.lines, taxes: current.taxes, allowances: current.allowances, charges: current.charges, absent: current.absent, bankChanged: row.bank_doubt, duplicate: row.duplicate_of ? row.duplicate_reason : null, severalDocuments: severalIn(current, row.flags) }) : [];
  const shown = (value: Change["before"]) => ("lines" in value ? `${value.lines.length} lines` : value.field?.value ?? null);
  return {
    ...viewSummary(row),
    engineVersion: row.engine_version, syntax: row.syntax as ReceivedDetail["syntax"], readMs: row.read_ms,
    fields: current.fields, lines: current.lines, taxes: current.taxes, ...listsOf(current), checks: current.checks,
    // An XML invoice has values but no pages; a hybrid one has both. Without the original there is nothing left to draw.
    pages: row.kind === "xml" || original.deleting_at ? [] : current.pages,
    original: {
      kept: original.deleting_at === null, deletedAt: (original.deleted_at ?? original.deleting_at)?.toISOString() ?? null, rule: original.deleted_by_rule,
      dueAt: original.deleting_at ? null : original.due_at?.toISOString() ?? null, heldSince: original.held_since?.toISOString() ?? null,
    },
    problems: current.problems, parts: current.parts ?? [], questions,
    answers: answers.map(({ row: answer, change }) => ({
      seq: answer.seq, action: answer.action, path: answer.path, by: answer.answered_by, at: answer.answered_at.toISOString(), undone: answer.undone_at !== null,
      before: shown(change.before), after: shown(change.after),
    })),
    absent: current.absent,
    canUndo: open && answers.some(({ row: answer }) => answer.undone_at === null),
    netTotal: amountView(row.net_minor, row.currency), taxTotal: amountView(row.tax_minor, row.currency),
    supplier,
    duplicate: twin && row.duplicate_of ? {
      id: twin.id, supplierName: twin.supplier_name, invoiceNumber: twin.invoice_number, issueDate: twin.issue_date, grossTotal: amountView(twin.gross_minor, twin.currency),
      currency: twin.currency, state: twin.state, receivedAt: twin.received_at.toISOString(), reason: row.duplicate_reason ?? "",
    } : null,
    queue: { previousId: queue.previous, nextId: queue.next, position: queue.inside ? queue.before + 1 : null, length: queue.length },
  };
}
