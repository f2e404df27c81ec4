// How values, questions and states of received documents read on the screens.
import { cellAt, type FieldView, type ListName, type ReceivedDetail, type ReceivedSummary, type RejectCode } from "../contract.ts";
import { kindOf, labelOf } from "../policy.ts";
import { decimalsOf, readAmount, readDate, readDecimal, showAmount, showDate, type Axis } from "../../web/kit.ts";

export const rejectWords: Record<RejectCode, string> = {
  not_ours: "Not addressed to us", duplicate: "Already here", not_ordered: "Not ordered by anyone", wrong: "Something on it is wrong", other: "Another reason",
};

const capital = (text: string): string => text.replace(/^./u, (letter) => letter.toLocaleUpperCase());

/** A value's path as a label: "Invoice number", "Line 3 · Quantity". */
export function titleOf(path: string): string {
  const at = cellAt(path);
  if (!at) return capital(path === "bank_changed" ? "bank account" : labelOf(path)).replace(/\b(vat|bic|id)\b/gi, (word) => (word.toLowerCase() === "id" ? word : word.toUpperCase()));
  const last = cellWords[at.list]?.[at.cell] ?? cellWords.lines![at.cell] ?? capital(at.cell);
  switch (at.list) {
    case "lines": return `Line ${at.index + 1} · ${last}`;
    case "accounts": return `Account ${at.index + 1} · ${last}`;
    case "allowances": return `Allowance ${at.index + 1} · ${last}`;
    case "charges": return `Charge ${at.index + 1} · ${last}`;
    default: return last;
  }
}
const cellWords: Record<string, Record<string, string>> = {
  lines: {
    unitPrice: "Price", netAmount: "Amount", taxRate: "VAT rate", itemId: "Code", lineNumber: "Number", discountPercent: "Discount %", grossPrice: "List price", baseQuantity: "Price per", gtin: "GTIN",
    periodStart: "From", periodEnd: "Until", taxCategory: "VAT category",
  },
  taxes: { rate: "VAT rate", base: "VAT base", amount: "VAT amount", category: "VAT category", reason: "Why no VAT" },
  accounts: { iban: "IBAN", number: "Number", bic: "BIC", name: "Holder", routing: "Bank code" },
  identifiers: { value: "Register number" },
};

const short: Record<string, string> = {
  issueDate: "Issued", dueDate: "Due", deliveryDate: "Delivered", paymentReference: "Reference", paymentTerms: "Terms", "supplier.vatId": "Supplier VAT", "supplier.taxNumber": "Tax number",
  "customer.vatId": "Customer VAT", "customer.number": "Customer no.", "supplier.address": "Address", "customer.address": "Their address", "supplier.email": "E-mail", "supplier.phone": "Telephone", documentType: "Kind",
  "supplier.registrationNumber": "Register no.", "supplier.contactName": "Contact", "supplier.website": "Website", "customer.registrationNumber": "Register no.", "customer.taxNumber": "Tax number", "customer.contactName": "Contact", "customer.email": "E-mail",
  "customer.phone": "Telephone", "precedingInvoice.number": "Earlier invoice", "precedingInvoice.date": "Its date", taxPointDate: "Tax point", accountingReference: "Cost centre", paymentMeans: "Paid by", mandateReference: "Mandate", creditorId: "Creditor id",
  debitedAccount: "Debited", cardLastFour: "Card", "deliverTo.name": "Name", "deliverTo.address": "Address", "taxRepresentative.name": "Tax rep.", "taxRepresentative.vatId": "Tax rep. VAT", "taxRepresentative.address": "Its address", taxTotalInTaxCurrency: "Tax there",
};
/** As `titleOf`, for the narrow column of the review screen. */
export const shortTitleOf = (path: string): string => short[path] ?? titleOf(path);

/** What is open on a document in few words: "Quantity, bank account", "Total +3". */
export function openWords(paths: readonly string[]): string {
  const short = paths.map((path) => {
    if (path === "duplicate") return "already here?";
    if (path === "several_documents") return "several documents";
    return cellAt(path) ? titleOf(path).replace(/^\w+ \d+ · /, "").toLowerCase().replace(/^vat/, "VAT") : path === "bank_changed" ? "bank account" : path === "documentType" ? "kind" : labelOf(path).replace(/^supplier VAT id$/, "VAT id");
  });
  const words = [...new Set(short)];
  const both = words.slice(0, 2).join(", ");
  return capital(words.length <= 2 && both.length <= 20 ? both : words.length > 1 ? `${words[0]} +${words.length - 1}` : words[0] ?? "");
}

/** The one chip of a document in a list: axis and state of the table of states. */
export function chipOf(row: Pick<ReceivedSummary, "state" | "toCheck">): { of: Axis; is: string } {
  switch (row.state) {
    case "waiting": case "reading": case "unreadable": return { of: "reading", is: row.state };
    case "needs_password": return { of: "reading", is: "unreadable" };
    case "to_review": return { of: "review", is: row.toCheck.length > 0 ? "doubtful" : "to_review" };
    case "duplicate": case "rejected": return { of: "review", is: row.state };
    case "to_approve": case "on_hold": case "approved": return { of: "approval", is: row.state };
    case "exported": return { of: "export", is: "exported" };
  }
}

/** Who sent it and which number, as far as known: the file's name otherwise. */
export const nameOf = (row: Pick<ReceivedSummary, "supplierName" | "fileName">): string => row.supplierName ?? row.fileName;
export const nameAndNumber = (row: Pick<ReceivedSummary, "supplierName" | "fileName" | "invoiceNumber">): string => [nameOf(row), row.invoiceNumber].filter(Boolean).join(" ");

export { kindOf };

export const typeWords: Record<string, string> = { invoice: "Invoice", credit_note: "Credit note", receipt: "Receipt", statement: "Statement", other: "Not an invoice" };

/** A stored value as people read it. */
export function shown(path: string, value: string, locale: string): string {
  switch (kindOf(path)) {
    case "money": return /^-?\d+(\.\d+)?$/.test(value) ? showAmount(value, locale) : value;
    case "number": {
      if (!/^-?\d+(\.\d+)?$/.test(value)) return value;
      const plain = value.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
      if (path.endsWith("quantity")) return showAmount(plain, locale);
      const [whole, fraction = ""] = plain.split(".");
      return showAmount(`${whole}.${fraction.padEnd(2, "0")}`, locale);
    }
    case "percent": return `${value.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "")}%`;
    case "date": return showDate(value, locale);
    case "iban": return value.replace(/\s/g, "").replace(/(.{4})(?=.)/g, "$1 ");
    case "type": return typeWords[value] ?? value;
    default: return path === "paymentMeans" ? meansWords[value] ?? value : path === "cardLastFour" ? `•••• ${value}` : value;
  }
}

/** UNTDID 4461, as far as readers meet it. */
const meansWords: Record<string, string> = { "10": "Cash", "20": "Cheque", "30": "Transfer", "31": "Transfer", "42": "Transfer", "48": "Card", "49": "Direct debit", "54": "Card", "55": "Card", "57": "Standing agreement", "58": "SEPA transfer", "59": "SEPA direct debit", "97": "Set off" };

/** Typed text as the value to send, or what is wrong with it. */
export function readTyped(path: string, typed: string, settings: { locale: string; today: string; currency: string | null }): { ok: true; value: string } | { ok: false; problem: string } {
  const text = typed.trim();
  if (text === "") return { ok: false, problem: "Type the value, or say that it is not on the document." };
  switch (kindOf(path)) {
    case "money": return readAmount(text, { decimals: settings.currency ? decimalsOf(settings.currency) : 2, locale: settings.locale, unit: settings.currency ?? undefined });
    case "number": {
      const value = readDecimal(text, settings.locale);
      return value === null ? { ok: false, problem: `“${text}” is not a number.` } : { ok: true, value };
    }
    case "percent": {
      const value = readDecimal(text.replace(/\s*%$/, ""), settings.locale);
      return value === null ? { ok: false, problem: `“${text}” is not a percentage.` } : { ok: true, value };
    }
    case "text": {
      if (path === "cardLastFour") return { ok: true, value: text.replace(/\D/g, "").slice(-4) || text };
      const code = path === "paymentMeans" ? Object.entries(meansWords).find(([, word]) => word.toLocaleLowerCase() === text.toLocaleLowerCase())?.[0] : undefined;
      return { ok: true, value: code ?? text };
    }
    case "date": return readDate(text, { today: settings.today, locale: settings.locale });
    case "currency": return /^[a-z]{3}$/i.test(text) ? { ok: true, value: text.toUpperCase() } : { ok: false, problem: "Write the currency as three letters, like EUR." };
    case "type": {
      const found = Object.entries(typeWords).find(([key, word]) => key === text || word.toLocaleLowerCase().startsWith(text.toLocaleLowerCase()));
      return found ? { ok: true, value: found[0] } : { ok: false, problem: "Choose invoice, credit note, receipt, or not an invoice." };
    }
    default: return { ok: true, value: text };
  }
}

const checkWords: Record<string, string> = Object.fromEntries([
  "vat", "iban", "leitweg", "creditor", "register", "rf", "qr_reference", "ogm", "fik_reference", "si_reference", "fi_reference", "luhn_reference", "kid_mod11",
].map((scheme) => [`${scheme}_checksum`, "check digits"]));
const sourceWords: Record<FieldView["source"], string> = { xml: "XML", text: "", ocr: "Scan", derived: "Computed", memory: "Learned", human: "You" };
/** The remark at the right of a field: what proves it, else where it comes from. */
export const remarkOf = (field: FieldView): string => (field.source === "human" ? "You" : field.source === "memory" || field.checks.includes("memory") ? "Learned" : field.checks.map((check) => checkWords[check]).find(Boolean) ?? sourceWords[field.source]);

/** Why a value is believed, for the first of its alternatives. */
export function meritOf(field: FieldView): string | undefined {
  return field.checks.some((check) => /plus|sum|product|times|of_base|less|due/.test(check)) ? "Fits the sums" : undefined;
}

/** The value at a path of a document: a field, or a cell of a line or tax row. */
export function fieldAt(document: Pick<ReceivedDetail, "fields" | ListName>, path: string): FieldView | undefined {
  const at = cellAt(path);
  if (at) return (document[at.list][at.index] as Record<string, FieldView | undefined> | undefined)?.[at.cell];
  return (document.fields as Record<string, FieldView | undefined>)[path];
}
