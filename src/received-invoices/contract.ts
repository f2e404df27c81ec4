// Shapes on the wire of documents we receive. Read by the browser too: no imports from Node or the server.
import { z } from "zod";
import { ALLOWANCE_KINDS, FIELD_PATHS } from "@counterfoil/extract";
import { text, Uuid } from "../platform/fields.ts";

/** The one state that matters most, from the right-hand axis (export) to the left (reading). */
export const ReceivedState = z.enum([
  "waiting", "reading", "needs_password", "unreadable", "to_review", "duplicate", "to_approve", "on_hold", "approved", "exported", "rejected",
]);
export type ReceivedState = z.infer<typeof ReceivedState>;

/** The tabs of the inbox: "to_read" is waiting, reading, unreadable and password; "to_review" includes likely duplicates. */
export const InboxTab = z.enum(["all", "to_read", "to_review", "to_approve", "on_hold", "approved", "exported", "rejected"]);
export type InboxTab = z.infer<typeof InboxTab>;

export const ReadingState = z.enum(["waiting", "reading", "read", "unreadable", "needs_password"]);
export const ReviewState = z.enum(["to_review", "reviewed", "duplicate", "rejected"]);
export const ApprovalState = z.enum(["to_approve", "approved", "on_hold"]);
export const ExportState = z.enum(["not_exported", "exported"]);
export const RejectCode = z.enum(["not_ours", "duplicate", "not_ordered", "wrong", "other"]);
export type RejectCode = z.infer<typeof RejectCode>;

export const FieldName = z.enum(FIELD_PATHS);
/** Cells of an invoice line. */
export const LineCell = z.enum([
  "description", "quantity", "unit", "unitPrice", "netAmount", "taxRate", "itemId", "lineNumber", "discount", "discountPercent", "grossPrice", "baseQuantity", "gtin", "periodStart", "periodEnd", "taxCategory",
]);
export type LineCell = z.infer<typeof LineCell>;
/** The lists of a document and the cells of their rows. A person may add a row to all but the first two, by its first value. */
export const cellsOf = {
  lines: LineCell.options,
  taxes: ["rate", "base", "amount", "category", "reason"],
  accounts: ["iban", "number", "bic", "name", "routing"],
  allowances: ["amount", "percent", "reason"],
  charges: ["amount", "percent", "reason"],
  identifiers: ["value"],
} as const;
export type ListName = keyof typeof cellsOf;

/** A path taken apart: "lines.2.quantity" is row 2 (from 0) of the lines; null for a field of the document, or nonsense. */
export function cellAt(path: string): { list: ListName; index: number; cell: string } | null {
  const [, list, index, cell] = /^([a-z]+)\.(\d{1,5})\.([a-zA-Z]+)$/.exec(path) ?? [];
  if (!list || !Object.hasOwn(cellsOf, list) || !(cellsOf[list as ListName] as readonly string[]).includes(cell!)) return null;
  return { list: list as ListName, index: Number(index), cell: cell! };
}

/** A value's place: a field ("grossTotal"), a line's cell ("lines.2.quantity", from 0), a cell of another list ("taxes.0.base", "accounts.1.iban"). */
export const ValuePath = z.string().max(60).refine((path) => (FIELD_PATHS as readonly string[]).includes(path) || cellAt(path) !== null, "There is no such field.");

// ---- What was read

/** Points (1/72 inch) from the page's top left. */
export const BoxView = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export const EvidenceView = z.object({ page: z.number().int().describe("From 1"), box: BoxView, raw: z.string().describe("As printed") });
export const FieldView = z.object({
  value: z.string(),
  source: z.enum(["xml", "text", "ocr", "derived", "memory", "human"]),
  confidence: z.number(),
  level: z.enum(["proven", "sure", "unsure"]),
  evidence: z.array(EvidenceView),
  formula: z.string().optional(),
  checks: z.array(z.string()),
  reason: z.string().optional(),
  alternatives: z.array(z.object({ value: z.string(), evidence: z.array(EvidenceView), confidence: z.number(), reason: z.string() })),
}).meta({ id: "ReadValue" });
export type FieldView = z.infer<typeof FieldView>;
export const LineView = z.object({
  description: FieldView.optional(), quantity: FieldView.optional(), unit: FieldView.optional(), unitPrice: FieldView.optional(),
  netAmount: FieldView.optional(), taxRate: FieldView.optional(), itemId: FieldView.optional(), lineNumber: FieldView.optional(), discount: FieldView.optional(),
  discountPercent: FieldView.optional(), grossPrice: FieldView.optional(), baseQuantity: FieldView.optional(), gtin: FieldView.optional(),
  periodStart: FieldView.optional(), periodEnd: FieldView.optional(), taxCategory: FieldView.optional(),
});
export type LineView = z.infer<typeof LineView>;
export const TaxView = z.object({ rate: FieldView.optional(), base: FieldView.optional(), amount: FieldView.optional(), category: FieldView.optional(), reason: FieldView.optional() });
export const AccountView = z.object({ iban: FieldView.optional(), number: FieldView.optional(), bic: FieldView.optional(), name: FieldView.optional(), routing: FieldView.optional().describe("Sort code, ABA, BSB, BLZ") });
export const AllowanceView = z.object({ kind: z.enum(ALLOWANCE_KINDS), amount: FieldView.optional().describe("Positive"), percent: FieldView.optional(), reason: FieldView.optional() });
export const IdentifierView = z.object({ party: z.enum(["supplier", "customer"]), scheme: z.string().describe("siret, gln, lei, abn …"), value: FieldView });
export const CheckView = z.object({ name: z.string(), holds: z.boolean(), equation: z.string(), difference: z.string().optional(), operands: z.array(z.string()) });
export type CheckView = z.infer<typeof CheckView>;
export const PageView = z.object({
  number: z.number().int(), width: z.number(), height: z.number(), source: z.enum(["text", "ocr", "xml", "none"]), reason: z.string(), words: z.number().int(),
});
export const ProblemView = z.object({ code: z.string(), message: z.string(), page: z.number().int().optional() });

/** Something a person has to answer, in the order to ask. `blocking` ones stop an approval. */
export const QuestionView = z.object({
  path: z.string().describe("A value's path, or a finding: bank_changed, duplicate, several_documents"),
  kind: z.enum(["unsure", "missing", "bank_changed", "duplicate", "several_documents"]),
  blocking: z.boolean(),
  reason: z.string(),
});
export type QuestionView = z.infer<typeof QuestionView>;

// ---- A row of the inbox, and the whole document

export const ReceivedSummary = z.object({
  id: z.string(),
  companyId: z.string(),
  fileName: z.string(),
  kind: z.enum(["pdf", "png", "jpeg", "tiff", "webp", "heic", "gif", "xml"]),
  mediaType: z.string(),
  sizeBytes: z.number().int(),
  receivedAt: z.iso.datetime(),
  receivedBy: z.string().nullable(),
  receivedVia: z.enum(["web", "api", "sample"]),
  state: ReceivedState,
  reading: z.object({
    state: ReadingState,
    page: z.number().int().nullable().describe("While reading: the page it is at"),
    pages: z.number().int().nullable(),
    code: z.string().nullable(), reason: z.string().nullable(), remedy: z.string().nullable(),
  }),
  review: z.object({
    state: ReviewState, at: z.iso.datetime().nullable(), by: z.string().nullable(),
    rejectCode: RejectCode.nullable(), rejectNote: z.string().nullable(),
  }),
  approval: z.object({
    state: ApprovalState, at: z.iso.datetime().nullable(), by: z.string().nullable(),
    holdCode: z.enum(["bank_changed", "by_hand"]).nullable(), holdNote: z.string().nullable(),
  }),
  export: z.object({ state: ExportState, at: z.iso.datetime().nullable() }),
  documentType: z.string().nullable(),
  supplierId: z.string().nullable(),
  supplierName: z.string().nullable(),
  invoiceNumber: z.string().nullable(),
  issueDate: z.string().nullable(),
  dueDate: z.string().nullable(),
  currency: z.string().nullable(),
  grossTotal: z.string().nullable(),
  amountDue: z.string().nullable(),
  proof: z.enum(["complete", "partial", "contradictory", "none"]).nullable(),
  toCheck: z.array(z.string()).describe("Paths of the open questions; those that stop an approval first"),
  blocking: z.number().int().describe("How many of them stop an approval"),
  flags: z.array(z.string()),
  duplicateOf: z.string().nullable(),
  version: z.number().int(),
});
export type ReceivedSummary = z.infer<typeof ReceivedSummary>;

export const AnswerView = z.object({
  seq: z.number().int(), action: z.enum(["confirm", "correct", "absent", "lines", "taxes"]), path: z.string(),
  by: z.string().nullable(), at: z.iso.datetime(), undone: z.boolean(), before: z.string().nullable(), after: z.string().nullable(),
});

export const ReceivedDetail = ReceivedSummary.extend({
  engineVersion: z.string().nullable(),
  syntax: z.enum(["pdf", "image", "ubl", "cii", "facturx", "fatturapa"]).nullable(),
  readMs: z.number().int().nullable(),
  fields: z.partialRecord(FieldName, FieldView),
  lines: z.array(LineView),
  taxes: z.array(TaxView),
  accounts: z.array(AccountView).describe("All accounts to pay to that the document names; the one to pay to is supplier.iban as well"),
  allowances: z.array(AllowanceView).describe("On the whole document"),
  charges: z.array(AllowanceView).describe("On the whole document"),
  identifiers: z.array(IdentifierView).describe("Numbers of the parties in registers"),
  checks: z.array(CheckView),
  pages: z.array(PageView).describe("Empty when the document has no pages to draw (XML), or its original was deleted"),
  original: z.object({
    kept: z.boolean(),
    deletedAt: z.iso.datetime().nullable(), rule: z.enum(["1_year", "3_years", "7_years"]).nullable().describe("The retention setting that deleted it"),
    dueAt: z.iso.datetime().nullable().describe("When the retention setting deletes it; null: never, or it did"),
    heldSince: z.iso.datetime().nullable().describe("A legal hold on the document or its company keeps it"),
  }),
  problems: z.array(ProblemView),
  parts: z.array(z.object({ from: z.number().int(), to: z.number().int(), reason: z.string().describe("Why a document seems to begin there") }))
    .describe("Runs of pages that seem to be documents of their own, without gaps; empty when it is one document"),
  questions: z.array(QuestionView),
  answers: z.array(AnswerView),
  absent: z.array(z.string()).describe("Paths that a person found not to be on the document"),
  canUndo: z.boolean(),
  netTotal: z.string().nullable(),
  taxTotal: z.string().nullable(),
  supplier: z.object({
    id: z.string(), name: z.string(), invoices: z.number().int(), since: z.string().nullable(), ibans: z.array(z.string()),
  }).nullable().describe("The supplier on file whose document this seems to be"),
  duplicate: z.object({
    id: z.string(), supplierName: z.string().nullable(), invoiceNumber: z.string().nullable(), issueDate: z.string().nullable(),
    grossTotal: z.string().nullable(), currency: z.string().nullable(), state: ReceivedState, receivedAt: z.iso.datetime(), reason: z.string(),
  }).nullable(),
  queue: z.object({
    previousId: z.string().nullable(), nextId: z.string().nullable(), position: z.number().int().nullable(), length: z.number().int(),
  }).describe("The documents to review, newest first"),
}).meta({ id: "ReceivedInvoice" });
export type ReceivedDetail = z.infer<typeof ReceivedDetail>;

// ---- Upload

export const UploadResult = z.object({
  fileName: z.string(),
  outcome: z.enum(["received", "already_here", "refused"]),
  id: z.string().optional(),
  duplicate: z.boolean().optional().describe("The same bytes are in this workspace already; `id` is that document"),
  state: ReceivedState.optional(),
  code: z.string().optional(),
  message: z.string().optional(),
});
export type UploadResult = z.infer<typeof UploadResult>;
export const UploadAnswer = z.object({ results: z.array(UploadResult) });

// ---- Lists

export const InboxFilter = z.object({
  tab: InboxTab.default("all"),
  companyId: Uuid.optional(),
  supplierId: Uuid.optional(),
  search: z.string().trim().max(200).optional().describe("Words in supplier, number or file name, or an amount"),
});
export type InboxFilter = z.infer<typeof InboxFilter>;
export const InboxSort = z.enum(["received", "due", "supplier", "amount"]);
export const InboxCounts = z.object({
  tabs: z.record(InboxTab, z.number().int()),
  states: z.partialRecord(ReceivedState, z.number().int()),
  sums: z.array(z.object({ currency: z.string(), open: z.string() })).describe("Totals still to review or approve, per currency"),
});

// ---- Answers and verbs. `version` is the one the caller saw; a newer one is refused with changed_elsewhere.

const Version = z.object({ version: z.number().int() });
const PointedBox = z.object({
  page: z.number().int().min(1).max(10_000),
  box: z.object({ x: z.number().min(-1e5).max(1e5), y: z.number().min(-1e5).max(1e5), width: z.number().min(0).max(1e5), height: z.number().min(0).max(1e5) }),
  raw: text(4000),
});

/** Confirm the shown value; correct it (with the words pointed at, if any); or say that it is not on the document. */
export const AnswerField = Version.extend({
  path: ValuePath,
  action: z.enum(["confirm", "correct", "absent"]),
  value: text(4000).optional().describe("For correct: money like 1234.50, dates like 2026-03-31, currency like EUR"),
  evidence: z.array(PointedBox).max(20).optional(),
});
export type AnswerField = z.input<typeof AnswerField>;

const LineEdit = z.object({
  from: z.number().int().min(0).max(20_000).optional().describe("Index of the line that it was before, whose evidence stays for unchanged cells"),
  description: text(4000).optional(), quantity: text(40).optional(), unit: text(60).optional(), unitPrice: text(40).optional(),
  netAmount: text(40).optional(), taxRate: text(20).optional(), itemId: text(200).optional(), lineNumber: text(40).optional(), discount: text(40).optional(),
  discountPercent: text(20).optional(), grossPrice: text(40).optional(), baseQuantity: text(40).optional(), gtin: text(20).optional(),
  periodStart: text(20).optional(), periodEnd: text(20).optional(), taxCategory: text(3).optional(),
});
/** All lines as they shall be, in order. */
export const EditLines = Version.extend({ lines: z.array(LineEdit).max(2000) });
export type EditLines = z.input<typeof EditLines>;

export const OnlyVersion = Version;
export const Approve = Version;
export const Reject = Version.extend({ code: RejectCode, note: text(500).optional() });
export const Hold = Version.extend({ note: text(500, 1) });
export const Release = Version.extend({
  note: text(500).optional(),
  spokeTo: text(200).optional().describe("Changed bank account: who confirmed it"),
  calledNumber: text(60).optional().describe("Changed bank account: the number called, not one from the document"),
});
export const GivePassword = z.object({ password: z.string().min(1).max(256) });
export const MoveToCompany = Version.extend({ companyId: Uuid });

const PageNumber = z.number().int().min(1).max(10_000);
/** Where to cut a file: every page once, in order. */
export const Split = Version.extend({ parts: z.array(z.object({ from: PageNumber, to: PageNumber.describe("Included") })).min(2).max(100) });
export type Split = z.input<typeof Split>;
export const SplitAnswer = z.object({ documents: z.array(ReceivedSummary).describe("The new documents, in the order of their pages") });
export type SplitAnswer = z.infer<typeof SplitAnswer>;

export const Many = z.object({ ids: z.array(Uuid).min(1).max(200) });
export const ApproveMany = Many;
export const RejectMany = Many.extend({ code: RejectCode, note: text(500).optional() });
export const ManyAnswer = z.object({
  done: z.number().int(),
  results: z.array(z.object({ id: z.string(), outcome: z.enum(["done", "refused"]), code: z.string().optional(), message: z.string().optional() })),
});

export const PageWordsView = z.object({
  page: z.number().int(), width: z.number(), height: z.number(), source: z.enum(["text", "ocr", "none"]),
  words: z.array(z.object({ text: z.string(), box: BoxView })),
});

/** What a supplier's page shows of the documents received from them. */
export const SupplierReceived = z.object({
  supplierId: z.string(),
  documents: z.number().int(),
  open: z.number().int(),
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable(),
  ibans: z.array(z.string()),
  totals: z.array(z.object({ currency: z.string(), documents: z.number().int(), grossTotal: z.string() })),
});
