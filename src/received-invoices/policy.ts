// What may be done with a received document, and when. The server asks before acting, the screen before offering.
import type { FieldPath, Fields, ReadAllowance, ReadLine, ReadTax } from "@counterfoil/extract";
import { declareRefusals } from "../platform/refusal.ts";
import { cellAt, type QuestionView, type ReceivedSummary } from "./contract.ts";

export const { refuse, refuseIf, explain } = declareRefusals({
  no_files: [400, "No file arrived. Send one or more files as multipart/form-data."],
  nothing_received: [422, "None of the files could be taken. The reason stands beside each name."],
  file_cut_off: [400, "The upload of {name} broke off before its end. Send it again."],
  company_unknown: [404, "There is no such company in this workspace. Choose one from the list."],
  company_needed: [409, "Set up a company first: a received invoice belongs to one."],
  still_reading: [409, "This document is still being read. It can be changed in a moment."],
  not_readable: [409, "This document was not read. Enter the password, read it again, or type the fields."],
  questions_open: [409, "Some values need an answer first: {paths}."],
  on_hold: [409, "This document is on hold: {note}. Release it first."],
  bank_changed: [409, "The bank account differs from the one on file. Call the supplier on a number you know, then release it with who you spoke to."],
  second_person: [409, "You confirmed the changed bank account, so somebody else has to approve. Ask a colleague."],
  already_approved: [409, "This document is approved already. Reopen it to change something."],
  already_rejected: [409, "This document was rejected. Reopen it first."],
  already_exported: [409, "This document was exported and cannot change here."],
  not_settled: [409, "This document is neither approved nor rejected, so there is nothing to reopen."],
  not_held: [409, "This document is not on hold."],
  already_held: [409, "This document is on hold already."],
  nothing_to_undo: [409, "There is no answer left to undo."],
  nothing_to_confirm: [409, "This field has no value to confirm. Type one, or mark it as not on the document."],
  field_needed: [409, "A document cannot be approved without {path}, so it cannot be marked as absent."],
  value_missing: [400, "Give the value that it should have."],
  value_wrong: [400, "{reason}"],
  no_such_value: [404, "The document has no such line or row."],
  not_a_duplicate: [409, "This document is not marked as a duplicate."],
  no_password_needed: [409, "This document does not wait for a password."],
  cannot_read_again: [409, "This document was reviewed already. Reopen it before it is read again."],
  no_page: [404, "The document has no such page to show."],
  page_unreadable: [422, "{reason}"],
  original_deleted: [410, "The original was deleted on {date} by the workspace's retention setting ({rule}). What was read from it is kept."],
  not_splittable: [409, "Only a PDF or TIFF of at least two pages can be split. Upload the documents one by one."],
  parts_wrong: [400, "{reason}"],
  cannot_split: [422, "The file cannot be split. {reason}"],
  not_several: [409, "This file is not taken for several documents."],
  under_legal_hold: [409, "{company} is under a legal hold, so its documents stay with it. Lift the hold first (Settings, File retention)."],
});

/** Without these a document cannot be approved. */
export const neededFields = ["supplier.name", "invoiceNumber", "issueDate", "currency", "grossTotal"] as const satisfies readonly FieldPath[];
/** Of those, a person may say that the document does not have them (receipts often have no number). */
export const mayBeAbsent: ReadonlySet<string> = new Set(["invoiceNumber", "issueDate"]);
/** What a payment depends on: in doubt, these stop an approval. */
const payment: ReadonlySet<string> = new Set([...neededFields, "supplier.iban", "amountDue", "documentType", "prepaid"]);

export const fieldLabels: Record<FieldPath, string> = {
  documentType: "kind of document", invoiceNumber: "invoice number", issueDate: "issue date", dueDate: "due date", deliveryDate: "delivery date",
  purchaseOrder: "purchase order", buyerReference: "buyer reference", currency: "currency", "supplier.name": "supplier", "supplier.vatId": "supplier VAT id",
  "supplier.taxNumber": "supplier tax number", "supplier.address": "supplier address", "supplier.iban": "bank account", "supplier.bic": "BIC",
  "supplier.email": "supplier e-mail", "supplier.phone": "supplier phone", "customer.name": "addressed to", "customer.vatId": "customer VAT id",
  "customer.address": "customer address", "customer.number": "customer number", netTotal: "net total", taxTotal: "tax", grossTotal: "total", prepaid: "prepaid",
  rounding: "rounding", amountDue: "amount due", paymentReference: "payment reference", paymentTerms: "payment terms",
  taxPointDate: "tax point date", periodStart: "period from", periodEnd: "period to", salesOrder: "sales order", contractReference: "contract", projectReference: "project",
  despatchAdvice: "delivery note", receivingAdvice: "goods receipt", accountingReference: "accounting reference", "precedingInvoice.number": "preceding invoice", "precedingInvoice.date": "preceding invoice date",
  taxCurrency: "tax currency", exchangeRate: "exchange rate", note: "note", "supplier.tradingName": "trading name", "supplier.registrationNumber": "supplier registration number",
  "supplier.contactName": "supplier contact", "supplier.website": "supplier website", "customer.taxNumber": "customer tax number", "customer.registrationNumber": "customer registration number",
  "customer.contactName": "customer contact", "customer.email": "customer e-mail", "customer.phone": "customer phone", "payee.name": "payee", "taxRepresentative.name": "tax representative",
  "taxRepresentative.vatId": "tax representative VAT id", "taxRepresentative.address": "tax representative address", "deliverTo.name": "delivered to", "deliverTo.address": "delivery address", lineTotal: "sum of lines", allowanceTotal: "allowances", chargeTotal: "charges",
  taxTotalInTaxCurrency: "tax in tax currency", withholding: "withholding tax", previousBalance: "previous balance", paymentMeans: "means of payment", mandateReference: "direct debit mandate",
  creditorId: "creditor id", debitedAccount: "debited account", cardLastFour: "card (last four)", time: "time", tendered: "tendered", change: "change", tip: "tip",
};

/** What a value's text must be: amounts and dates are normalised, "iban" is an account number whose check digits hold if it is one. */
export type ValueKind = "money" | "date" | "number" | "percent" | "currency" | "type" | "iban" | "text";
const kinds: Partial<Record<FieldPath, ValueKind>> = {
  currency: "currency", taxCurrency: "currency", documentType: "type", "supplier.iban": "iban", debitedAccount: "iban", exchangeRate: "number",
  ...Object.fromEntries((["issueDate", "dueDate", "deliveryDate", "taxPointDate", "periodStart", "periodEnd", "precedingInvoice.date"] as const).map((path) => [path, "date"])),
  ...Object.fromEntries(([
    "netTotal", "taxTotal", "grossTotal", "prepaid", "rounding", "amountDue", "lineTotal", "allowanceTotal", "chargeTotal", "taxTotalInTaxCurrency", "withholding", "previousBalance", "tendered", "change", "tip",
  ] as const).map((path) => [path, "money"])),
};
const cellKinds: Record<string, ValueKind> = {
  netAmount: "money", base: "money", amount: "money", discount: "money", quantity: "number", unitPrice: "number", grossPrice: "number", baseQuantity: "number",
  taxRate: "percent", rate: "percent", discountPercent: "percent", percent: "percent", periodStart: "date", periodEnd: "date", iban: "iban",
};
export function kindOf(path: string): ValueKind {
  const at = cellAt(path);
  return (at ? cellKinds[at.cell] : kinds[path as FieldPath]) ?? "text";
}

const findingLabels: Record<string, string> = {
  duplicate: "likely duplicate", bank_changed: "changed bank account", sums_differ: "sums that differ", hidden_text: "hidden text", look_alike: "look-alike letters",
  text_differs_from_picture: "text that differs from the picture", xml_differs_from_picture: "XML that differs from the picture", type_mismatch: "another kind of file than its name says",
  active_content: "scripts or actions in the file", control_characters: "characters that cannot be seen", pages_skipped: "pages that were not read", salvaged: "a damaged file",
  several_documents: "several documents in one file",
};
/** The words for a value's path: "bank account", "line 3 quantity". */
export function labelOf(path: string): string {
  const at = cellAt(path);
  if (at) {
    const row = { lines: "line", taxes: "tax row", accounts: "account", allowances: "allowance", charges: "charge", identifiers: "register number" }[at.list];
    return `${row} ${at.index + 1} ${at.cell === "value" ? "" : at.cell.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`.trim();
  }
  return (fieldLabels as Record<string, string>)[path] ?? findingLabels[path] ?? path.replaceAll("_", " ");
}

export type QuestionFacts = {
  fields: Fields;
  lines: readonly ReadLine[];
  taxes: readonly ReadTax[];
  allowances: readonly ReadAllowance[];
  charges: readonly ReadAllowance[];
  absent: readonly string[];
  bankChanged: string | null;
  duplicate: string | null;
  /** Why the file seems to hold several documents, until somebody says that it is one. */
  severalDocuments?: string | null;
};

/**
 * What a person still has to answer: missing fields that are needed, then doubtful values in reading order of the page;
 * whether it is one document at all and a likely duplicate before, a changed bank account last (it is never solved by Enter alone). A value that a person
 * confirmed or typed is not asked again.
 */
export function questionsOf(facts: QuestionFacts): QuestionView[] {
  const questions: (QuestionView & { at: number })[] = [];
  for (const path of neededFields) {
    if (facts.fields[path] || facts.absent.includes(path)) continue;
    questions.push({ path, kind: "missing", blocking: true, reason: `No ${labelOf(path)} was found.`, at: -1 });
  }
  const ask = (path: string, field: Fields[FieldPath]) => {
    if (!field || field.source === "human" || field.level !== "unsure") return;
    const first = field.evidence[0];
    questions.push({
      path, kind: "unsure", blocking: payment.has(path), reason: field.reason ?? "This value is not certain.",
      at: first ? first.page * 1e6 + first.box.y * 10 + first.box.x / 1e3 : 1e12,
    });
  };
  for (const [path, field] of Object.entries(facts.fields)) ask(path, field);
  facts.lines.forEach((line, index) => Object.entries(line).forEach(([cell, field]) => ask(`lines.${index}.${cell}`, field)));
  facts.taxes.forEach((tax, index) => Object.entries(tax).forEach(([cell, field]) => ask(`taxes.${index}.${cell}`, field)));
  for (const list of ["allowances", "charges"] as const) {
    facts[list].forEach(({ kind: _kind, ...cells }, index) => Object.entries(cells).forEach(([cell, field]) => ask(`${list}.${index}.${cell}`, field)));
  }
  questions.sort((a, b) => Number(b.blocking) - Number(a.blocking) || a.at - b.at);
  const asked: QuestionView[] = questions.map(({ at: _at, ...question }) => question);
  if (facts.duplicate) asked.unshift({ path: "duplicate", kind: "duplicate", blocking: true, reason: facts.duplicate });
  if (facts.severalDocuments) asked.unshift({ path: "several_documents", kind: "several_documents", blocking: true, reason: facts.severalDocuments });
  if (facts.bankChanged) {
    const rest = asked.filter((question) => question.blocking);
    const later = asked.filter((question) => !question.blocking);
    return [...rest, { path: "bank_changed", kind: "bank_changed", blocking: true, reason: facts.bankChanged }, ...later];
  }
  return asked;
}

/** The part of a document that the policy looks at; both the row and the wire shape have it. */
export type ReceivedFacts = Pick<ReceivedSummary, "toCheck" | "blocking"> & {
  reading: { state: ReceivedSummary["reading"]["state"] };
  review: { state: ReceivedSummary["review"]["state"] };
  approval: { state: ReceivedSummary["approval"]["state"]; holdCode: string | null; holdNote?: string | null };
  export: { state: ReceivedSummary["export"]["state"] };
};

type Why = Parameters<typeof explain>[0] | null;

const unfinished = (facts: ReceivedFacts): boolean => facts.reading.state === "waiting" || facts.reading.state === "reading";
const settled = (facts: ReceivedFacts): Why =>
  facts.export.state === "exported" ? "already_exported" : facts.approval.state === "approved" ? "already_approved" : facts.review.state === "rejected" ? "already_rejected" : null;

/** Why no field of the document may be changed or confirmed; null when it may. An unreadable document can be typed in. */
export const whyNotAnswer = (facts: ReceivedFacts): Why => settled(facts) ?? (unfinished(facts) ? "still_reading" : null);

/** Why it cannot be approved now; null when it can. `secondPerson`: the actor is who confirmed a changed account, and not alone. */
export function whyNotApprove(facts: ReceivedFacts, secondPerson = false): Why {
  const before = settled(facts) ?? (unfinished(facts) ? "still_reading" : null);
  if (before) return before;
  if (facts.approval.state === "on_hold") return facts.approval.holdCode === "bank_changed" ? "bank_changed" : "on_hold";
  if (facts.blocking > 0) return "questions_open";
  if (secondPerson) return "second_person";
  return null;
}

export const whyNotReject = (facts: ReceivedFacts): Why => settled(facts) ?? (unfinished(facts) ? "still_reading" : null);
export const whyNotHold = (facts: ReceivedFacts): Why => settled(facts) ?? (facts.approval.state === "on_hold" ? "already_held" : null);
export const whyNotRelease = (facts: ReceivedFacts): Why => settled(facts) ?? (facts.approval.state === "on_hold" ? null : "not_held");
export const whyNotReopen = (facts: ReceivedFacts): Why =>
  facts.export.state === "exported" ? "already_exported"
    : facts.approval.state === "approved" || facts.review.state === "rejected" || facts.review.state === "reviewed" ? null : "not_settled";
export const whyNotReadAgain = (facts: ReceivedFacts): Why =>
  settled(facts) ? "cannot_read_again" : unfinished(facts) ? "still_reading" : facts.review.state === "reviewed" ? "cannot_read_again" : null;
/** Why the file cannot be cut into several documents; null when it can. */
export const whyNotSplit = (facts: ReceivedFacts & { kind: string; reading: { pages: number | null } }): Why =>
  settled(facts) ?? (unfinished(facts) ? "still_reading" : facts.reading.state !== "read" ? "not_readable" : (facts.kind !== "pdf" && facts.kind !== "tiff") || (facts.reading.pages ?? 0) < 2 ? "not_splittable" : null);

/** What is wrong with a cut of so many pages: every page belongs to exactly one part, in order. Null when nothing is. */
export function whyNotParts(parts: readonly { from: number; to: number }[], pages: number): string | null {
  let next = 1;
  for (const { from, to } of parts) {
    if (from > to) return `Pages ${from} to ${to} run backwards. Give the first page of each document, then its last.`;
    if (to > pages) return `The file has ${pages} pages, so there is no page ${to}.`;
    if (from < next) return `Page ${from} is in two documents, or out of order. Each page belongs to one, in order.`;
    if (from > next) return `Page ${next} is in none of the documents. Each page belongs to one.`;
    next = to + 1;
  }
  return next > pages ? null : `Page ${next} is in none of the documents. Each page belongs to one.`;
}
