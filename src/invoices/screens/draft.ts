import type { Totals } from "@counterfoil/einvoice";
import { decimalsOf, readDecimal } from "../../web/kit.ts";
import type { CompanyView } from "../../companies/contract.ts";
import { readUnit, unitName } from "../../items/policy.ts";
import type { EinvoiceFormat } from "../../parties/contract.ts";
import type { VatCategory } from "../../platform/fields.ts";
import { Refusal } from "../../platform/refusal.ts";
import { ChangeInvoice, type InvoiceView, type LineInput } from "../contract.ts";
import { totalsOfDraft } from "../policy.ts";

/** A line as it stands in the editor: numbers as decimal text, or as typed while they cannot be read. */
export type Line = {
  key: string; id: string | null; itemId: string | null; group: string; name: string; description: string; quantity: string; /** The unit's word, or its code. */ unit: string; unitPrice: string;
  /** A reduction as typed: "5%" or "20.00". */ less: string;
  vatCategory: VatCategory; vatRate: string; exemptionReason: string; proposalLineId: string | null;
};
export type DocumentChange = { key: string; kind: "allowance" | "charge"; amount: string; reason: string };
export type Draft = {
  customerId: string; seriesId: string; currency: string; locale: string; issueDate: string; dueDate: string; termsDays: string; deliveryDate: string; periodStart: string; periodEnd: string;
  title: string; purchaseOrder: string; buyerReference: string; contractReference: string; intro: string; note: string; internalNote: string;
  einvoiceFormat: "" | EinvoiceFormat; prices: "net" | "inclusive"; taxRounding: "document" | "line"; template: "" | "ledger" | "letter"; paper: "" | "a4" | "us-letter"; lines: Line[]; changes: DocumentChange[];
};

let made = 0;
export const freshKey = (): string => `line-${++made}`;

type Defaults = Pick<CompanyView, "defaultVatCategory" | "defaultVatRate">;
export const blankLine = (defaults: Defaults): Line => ({
  key: freshKey(), id: null, itemId: null, group: "", name: "", description: "", quantity: "1", unit: unitName("C62"), unitPrice: "", less: "", vatCategory: defaults.defaultVatCategory, vatRate: defaults.defaultVatRate, exemptionReason: "", proposalLineId: null,
});
/** Nothing was written into it; such a line is not saved. */
export const isBlank = (line: Line): boolean => line.name.trim() === "" && line.unitPrice.trim() === "" && line.description.trim() === "" && line.itemId === null;

/** The last line is always a blank one: what is typed there becomes a line. */
export const withBlank = (lines: readonly Line[], defaults: Defaults): Line[] => (lines.length > 0 && isBlank(lines[lines.length - 1]!) ? [...lines] : [...lines, blankLine(defaults)]);

export const newDraft = (company: CompanyView): Draft => ({
  customerId: "", seriesId: "", currency: company.currency, locale: "", issueDate: "", dueDate: "", termsDays: "", deliveryDate: "", periodStart: "", periodEnd: "", title: "", purchaseOrder: "", buyerReference: "", contractReference: "",
  intro: "", note: "", internalNote: "", einvoiceFormat: "", prices: company.prices, taxRounding: company.taxRounding, template: "", paper: "", lines: withBlank([], company), changes: [],
});

export function draftOf(view: InvoiceView, defaults: Defaults): Draft {
  const text = (value: string | null) => value ?? "";
  return {
    customerId: text(view.customerId), seriesId: text(view.seriesId), currency: view.currency, locale: text(view.locale), issueDate: text(view.issueDate), dueDate: text(view.dueDate), termsDays: view.termsDays?.toString() ?? "",
    deliveryDate: text(view.deliveryDate), periodStart: text(view.periodStart), periodEnd: text(view.periodEnd), title: text(view.title), purchaseOrder: text(view.purchaseOrder), buyerReference: text(view.buyerReference),
    contractReference: text(view.contractReference), intro: text(view.intro), note: text(view.note), internalNote: text(view.internalNote), einvoiceFormat: view.einvoiceFormat ?? "", prices: view.prices, taxRounding: view.taxRounding, template: view.template ?? "", paper: view.paper ?? "",
    lines: withBlank(view.lines.map((line) => ({
      key: freshKey(), id: line.id, itemId: line.itemId, group: text(line.group), name: line.name, description: text(line.description), quantity: line.quantity, unit: unitName(line.unit), unitPrice: filled(line.unitPrice, view.currency),
      less: line.discount === null ? "" : "percent" in line.discount ? `${line.discount.percent}%` : filled(line.discount.amount, view.currency), vatCategory: line.vatCategory, vatRate: line.vatRate, exemptionReason: text(line.exemptionReason), proposalLineId: line.proposalLineId,
    })), defaults),
    changes: view.changes.map((change) => ({ key: freshKey(), kind: change.kind, amount: "percent" in change.change ? `${change.change.percent}%` : filled(change.change.amount, view.currency), reason: text(change.reason) })),
  };
}

/** A price with at least the currency's decimals: "520" reads "520.00"; finer ones stay. */
export function filled(amount: string, currency: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(amount)) return amount;
  const [whole = "0", fraction = ""] = amount.split(".");
  const digits = decimalsOf(currency);
  const text = fraction.length > digits ? fraction.replace(/0+$/, "").padEnd(digits, "0") : fraction.padEnd(digits, "0");
  return text === "" ? whole : `${whole}.${text}`;
}

export type Reduction = { percent: string } | { amount: string };
/** "5%", "5,5 %" or an amount; null for none, "wrong" when it is neither. */
export function readLess(text: string, locale: string): Reduction | null | "wrong" {
  const typed = text.trim();
  if (typed === "") return null;
  const percent = typed.endsWith("%");
  const number = readDecimal(typed.replace(/%$/, ""), locale);
  if (number === null || number.startsWith("-")) return "wrong";
  return /[1-9]/.test(number) ? (percent ? { percent: number } : { amount: number }) : null;
}

const optional = (value: string) => value.trim() || null;
const lineBody = (line: Line, locale: string) => {
  const less = readLess(line.less, locale);
  return {
    ...(line.id ? { id: line.id } : {}), itemId: line.itemId, group: optional(line.group), name: line.name, description: optional(line.description), quantity: line.quantity.trim() || "1", unit: readUnit(line.unit) ?? line.unit, unitPrice: line.unitPrice.trim() || "0",
    discount: less === "wrong" ? { percent: line.less } : less, vatCategory: line.vatCategory, vatRate: line.vatRate, exemptionReason: optional(line.exemptionReason), proposalLineId: line.proposalLineId,
  };
};

export const writtenLines = (draft: Draft): Line[] => draft.lines.filter((line) => !isBlank(line));

/** What the server takes, without the version; not yet checked. */
export function bodyOf(draft: Draft, locale: string) {
  const { lines: _, changes, customerId, seriesId, termsDays, template, paper, currency, prices, taxRounding, einvoiceFormat, ...texts } = draft;
  return {
    ...Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, optional(value)])),
    customerId: customerId || null, seriesId: seriesId || null, locale: draft.locale || null, termsDays: termsDays === "" ? null : Number(termsDays), template: template || null, paper: paper || null, einvoiceFormat: einvoiceFormat || null, currency, prices, taxRounding,
    lines: writtenLines(draft).map((line) => lineBody(line, locale)),
    changes: changes.filter((change) => change.amount.trim() !== "").map((change) => { const read = readLess(change.amount, locale); return { kind: change.kind, change: read === null || read === "wrong" ? { percent: change.amount } : read, reason: optional(change.reason) }; }),
  };
}
export type DraftBody = Omit<ChangeInvoice, "version">;
export type Problem = { line: number | null; field: string; message: string };

const fieldWords: Record<string, string> = { name: "description", quantity: "quantity", unit: "unit", unitPrice: "price", discount: "reduction", vatRate: "VAT", issueDate: "Issued", dueDate: "Due", termsDays: "Terms", deliveryDate: "Supplied", periodStart: "Period", periodEnd: "Period", changes: "Discount or charge", currency: "Currency" };

/** The body when all of it can be saved, else the first thing that cannot, in words. */
export function checkedBody(draft: Draft, locale: string): { body: DraftBody; problem: null } | { body: null; problem: Problem } {
  const parsed = ChangeInvoice.safeParse({ ...bodyOf(draft, locale), version: 0 });
  if (parsed.success) {
    const { version: _, ...body } = parsed.data;
    return { body, problem: null };
  }
  const issue = parsed.error.issues[0]!;
  const [first, second, third] = issue.path;
  if (first === "lines" && typeof second === "number") {
    const field = String(third ?? "name");
    return { body: null, problem: { line: second, field, message: field === "name" ? `Line ${second + 1} needs a description` : `Line ${second + 1}, ${fieldWords[field] ?? field}: ${issue.message}` } };
  }
  return { body: null, problem: { line: null, field: String(first), message: `${fieldWords[String(first)] ?? String(first)}: ${issue.message}` } };
}

/** The totals of what can be read; a sentence when something cannot be added up. */
export function totalsOf(draft: Draft, locale: string): { totals: Totals; problem: null } | { totals: null; problem: string } {
  const lines = writtenLines(draft).map((line) => lineBody(line, locale));
  const wrong = lines.findIndex((line) => ![line.quantity, line.unitPrice, line.vatRate].every((number) => /^-?\d{1,12}(\.\d{1,6})?$/.test(number)) || (line.discount && Object.values(line.discount).some((value) => !/^\d+(\.\d+)?$/.test(value))));
  if (wrong >= 0) return { totals: null, problem: `Line ${wrong + 1} has a number that cannot be read.` };
  const { changes } = bodyOf(draft, locale);
  if (changes.some((change) => Object.values(change.change).some((value) => !/^\d+(\.\d+)?$/.test(value)))) return { totals: null, problem: "A discount or charge cannot be read. Write an amount, or a percent like 5%." };
  try {
    return { totals: totalsOfDraft({ currency: draft.currency, prices: draft.prices, taxRounding: draft.taxRounding, lines: lines as LineInput[], changes }), problem: null };
  } catch (error) {
    if (error instanceof Refusal) return { totals: null, problem: error.fields?.[0]?.message ?? error.message };
    return { totals: null, problem: error instanceof Error ? error.message : "This cannot be added up." };
  }
}

/** Rows of a spreadsheet as lines: the first text is the description, numbers are quantity and price (one alone is the price), a second text the unit, a percent the VAT rate. */
export function readRows(text: string, defaults: Defaults, locale: string, currency: string): Line[] {
  return text.split(/\r?\n/).map((row) => row.split("\t").map((cell) => cell.trim())).filter((cells) => cells.some((cell) => cell !== "")).map((cells) => {
    const line = blankLine(defaults);
    const numbers: string[] = [];
    for (const cell of cells) {
      if (cell === "") continue;
      const number = readDecimal(cell.replace(/%$/, ""), locale);
      if (number !== null && cell.endsWith("%")) line.vatRate = number;
      else if (number !== null) numbers.push(number);
      else if (line.name === "") line.name = cell.slice(0, 300);
      else if (readUnit(cell) !== null && line.unit === unitName("C62")) line.unit = unitName(readUnit(cell)!);
      else if (line.description === "") line.description = cell;
    }
    if (numbers.length === 1) line.unitPrice = filled(numbers[0]!, currency);
    else if (numbers.length > 1) { line.quantity = numbers[0]!; line.unitPrice = filled(numbers[1]!, currency); }
    return line;
  });
}
