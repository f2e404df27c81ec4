// The values of a document as they stand: what the engine read, with people's answers applied. Pure.
import { DOCUMENT_TYPES, FIELD_PATHS, type Evidence, type Field, type FieldPath, type Fields, type Problem, type ReadAccount, type ReadAllowance, type ReadIdentifier, type Reading, type ReadLine, type Part, type ReadPage, type ReadTax, type Check, type Proof } from "@counterfoil/extract";
import { AmountError, Decimal, exponentOf, formatAmount, isCurrency, parseAmount } from "@counterfoil/money";
import { CivilDateText, nameText, PercentText } from "../platform/fields.ts";
import { cellAt, LineCell, type ListName } from "./contract.ts";
import { kindOf, labelOf, mayBeAbsent, neededFields, refuse } from "./policy.ts";
import { recheck } from "./recheck.ts";

/** What is stored beside the untouched reading. `absent` are paths a person found not to be on the document. */
export type Current = {
  fields: Fields;
  lines: ReadLine[];
  taxes: ReadTax[];
  accounts: ReadAccount[];
  allowances: ReadAllowance[];
  charges: ReadAllowance[];
  identifiers: ReadIdentifier[];
  checks: Check[];
  proof: Proof;
  pages: ReadPage[];
  problems: Problem[];
  /** Absent when the file is one document, and in what was stored before files were split. */
  parts?: Part[];
  absent: string[];
};

/** One answer's effect, enough to take it back: the value (or the lines) before and after. */
export type Change = { before: Value; after: Value };
export type Value = { field: Field | null; absent: boolean } | { lines: ReadLine[] };

/** A document starts with what was read; one that could not be read starts empty and is typed in. */
export const currentOf = (reading: Reading | null): Current => ({
  fields: { ...reading?.fields }, lines: reading?.lines ?? [], taxes: reading?.taxes ?? [], ...listsOf(reading), checks: reading?.checks ?? [], proof: reading?.proof ?? "none",
  pages: reading?.pages ?? [], problems: reading?.problems ?? [], ...(reading?.parts ? { parts: reading.parts } : {}), absent: [],
});

/** The lists that readings before engine 0.3.0 lack. */
export const listsOf = (stored: Partial<Current> | null) => ({
  accounts: stored?.accounts ?? [], allowances: stored?.allowances ?? [], charges: stored?.charges ?? [], identifiers: stored?.identifiers ?? [],
});

/** Why the file seems to be several documents, if that is still among its findings. */
export const severalIn = (current: Current, flags: readonly string[]): string | null =>
  (flags.includes("several_documents") ? current.problems.find((problem) => problem.code === "several_documents")?.message ?? null : null);

/** Lists whose rows a person can add: the path of the next row, "accounts.2.iban" with two there, makes it. */
const growing: ReadonlySet<ListName> = new Set<ListName>(["accounts", "allowances", "charges"]);
export const isField = (path: string): path is FieldPath => (FIELD_PATHS as readonly string[]).includes(path);

/** The value at a path: a header field, or a cell of a line or tax row. Refuses a line that does not exist. */
export function fieldAt(current: Current, path: string): Field | undefined {
  if (isField(path)) return current.fields[path];
  const { row, cell } = cellOf(current, path);
  return row[cell];
}

type Cells = Record<string, Field | undefined>;
function cellOf(current: Current, path: string): { list: ListName; index: number; cell: string; row: Cells } {
  const at = cellAt(path);
  if (!at) throw refuse("no_such_value");
  const rows: readonly object[] = current[at.list];
  const row = rows[at.index] ?? (growing.has(at.list) && at.index === rows.length && at.index < 100 ? (at.list === "accounts" ? {} : { kind: "other" }) : undefined);
  if (!row) throw refuse("no_such_value");
  return { ...at, row: row as Cells };
}

export const valueAt = (current: Current, path: string): Value => ({ field: fieldAt(current, path) ?? null, absent: current.absent.includes(path) });

/** Puts a value (or nothing) at a path; everything else stays. */
export function withValue(current: Current, path: string, value: Value): Current {
  if ("lines" in value) return { ...current, lines: value.lines };
  const absent = value.absent ? [...new Set([...current.absent, path])] : current.absent.filter((one) => one !== path);
  if (isField(path)) {
    const { [path]: _old, ...fields } = current.fields;
    return { ...current, absent, fields: value.field ? { ...fields, [path]: value.field } : fields };
  }
  const { list, index, cell, row } = cellOf(current, path);
  const { [cell]: _old, ...others } = row;
  // A row that lost its last cell stays, empty: places of the others, and answers to take back, count on it.
  const rows: object[] = [...current[list]];
  rows[index] = value.field ? { ...others, [cell]: value.field } : others;
  return { ...current, absent, [list]: rows };
}

/**
 * Applies one answer and checks the sums again. `confirm` keeps value and place and makes it a person's; `correct` takes
 * the value given, with the place pointed at, or that of the alternative it equals; `absent` removes it and remembers.
 * Throws refusals for values that cannot be right (a date that is none, more decimals than the currency has).
 */
export function answered(
  before: Current, reading: Reading | null,
  answer: { path: string; action: "confirm" | "correct" | "absent"; value?: string | undefined; evidence?: Evidence[] | undefined },
): { after: Current; change: Change } {
  const { path } = answer;
  const old = fieldAt(before, path);
  let value: Value;
  if (answer.action === "absent") {
    if ((neededFields as readonly string[]).includes(path) && !mayBeAbsent.has(path)) throw refuse("field_needed", { path: labelOf(path) });
    value = { field: null, absent: true };
  } else if (answer.action === "confirm") {
    if (!old) throw refuse("nothing_to_confirm");
    value = { field: byPerson(old, old.value, answer.evidence ?? old.evidence), absent: false };
  } else {
    if (answer.value === undefined || answer.value === "") throw refuse("value_missing");
    const text = normalised(path, answer.value, before.fields.currency?.value);
    const alternative = old?.alternatives.find((one) => one.value === text);
    value = { field: byPerson(old, text, answer.evidence ?? alternative?.evidence ?? (old?.value === text ? old.evidence : [])), absent: false };
  }
  const change = { before: valueAt(before, path), after: value };
  return { after: recheck(withValue(before, path, value), reading, path), change };
}

/**
 * A newer reading beside what people said of the one before: an answered field stays as it was answered, a list stays
 * whole in which somebody answered anything; everything else is as read now. `answered` are the paths of standing answers.
 */
export function carriedOver(fresh: Current, old: Current, reading: Reading | null, answered: readonly string[]): Current {
  let after = fresh;
  for (const path of new Set(answered)) {
    const list = path.split(".")[0] as ListName;
    if (isField(path)) after = withValue(after, path, valueAt(old, path));
    else if (Array.isArray(old[list])) after = { ...after, [list]: old[list], absent: [...new Set([...after.absent, ...old.absent.filter((one) => one.startsWith(`${list}.`))])] };
    after = recheck(after, reading, path);
  }
  return after;
}

/** A value that a person vouches for. What the engine offered stays to choose from. */
function byPerson(old: Field | undefined, value: string, evidence: Evidence[]): Field {
  const offered = [...(old && old.value !== value ? [{ value: old.value, evidence: old.evidence, confidence: old.confidence, reason: "As it was before" }] : []), ...(old?.alternatives ?? [])];
  return {
    value, source: "human", confidence: 1, level: "sure", evidence, checks: [],
    alternatives: offered.filter((one, at) => one.value !== value && offered.findIndex((other) => other.value === one.value) === at).slice(0, 20),
  };
}

export type LineEdit = Partial<Record<keyof ReadLine, string | undefined>> & { from?: number | undefined };

/** Replaces the lines. A cell that kept its value keeps its place on the page; a changed one is a person's. */
export function withLines(before: Current, reading: Reading | null, edits: readonly LineEdit[]): { after: Current; change: Change } {
  const lines = edits.map((edit, index) => {
    const old = edit.from === undefined ? undefined : before.lines[edit.from];
    const line: ReadLine = {};
    for (const cell of LineCell.options) {
      const typed = edit[cell];
      if (typed === undefined || typed === "") continue;
      const value = normalised(`lines.${index}.${cell}`, typed, before.fields.currency?.value);
      const was = old?.[cell];
      line[cell] = was && sameNumberOrText(was.value, value) ? was : byPerson(was, value, was?.alternatives.find((one) => one.value === value)?.evidence ?? []);
    }
    return line;
  });
  const absent = before.absent.filter((path) => !path.startsWith("lines."));
  return { after: recheck({ ...before, lines, absent }, reading, "lines"), change: { before: { lines: before.lines }, after: { lines } } };
}

function sameNumberOrText(a: string, b: string): boolean {
  const left = Decimal.tryParse(a);
  const right = Decimal.tryParse(b);
  return left && right ? Decimal.equals(left, right) : a === b;
}

/** A typed value in the form that is stored; refuses what cannot be one. */
export function normalised(path: string, typed: string, currency: string | undefined): string {
  const text = typed.trim();
  const wrong = (reason: string) => refuse("value_wrong", { reason });
  const cell = path.split(".").at(-1)!;
  const kind = kindOf(path);
  if (kind === "money" && path === "taxTotalInTaxCurrency") return numberText(text, 15, 4, "Write an amount like 1234.50.");
  if (kind === "money") {
    if (currency && isCurrency(currency)) {
      try {
        return formatAmount(parseAmount(text, currency));
      } catch (error) {
        if (error instanceof AmountError) throw wrong(error.message);
        throw error;
      }
    }
    return numberText(text, 15, 4, "Write an amount like 1234.50.");
  }
  if (kind === "date") {
    if (!CivilDateText.safeParse(text).success) throw wrong(`“${text.slice(0, 40)}” is not a date. Write one like 2026-03-31.`);
    return text;
  }
  if (kind === "currency") {
    if (!isCurrency(text.toUpperCase())) throw wrong(`“${text.slice(0, 20)}” is not a currency code. Use one like EUR.`);
    return text.toUpperCase();
  }
  if (path === "documentType") {
    if (!(DOCUMENT_TYPES as readonly string[]).includes(text)) throw wrong(`The kind is one of ${DOCUMENT_TYPES.join(", ")}.`);
    return text;
  }
  if (kind === "iban") return ibanText(text);
  if (cell === "vatId" || cell === "bic" || path === "creditorId" || cell === "gtin") return oneLine(text.replace(/[\s.]/g, "").toUpperCase(), 40);
  if (kind === "number") return numberText(text, 12, 6, "Write a number like 12.5.");
  if (kind === "percent") {
    if (!PercentText.safeParse(text).success) throw wrong("Write a percentage like 19.");
    return text;
  }
  if (cell === "category" || cell === "taxCategory") return oneLine(text.toUpperCase(), 3);
  if (cell === "description" || path.endsWith(".address") || path === "paymentTerms" || path === "note") {
    if (!text) throw refuse("value_missing");
    return text.slice(0, 4000);
  }
  return oneLine(text, 300);
}

function numberText(text: string, whole: number, places: number, reason: string): string {
  const number = Decimal.tryParse(text);
  if (!number || number.scale > places || Decimal.text(number).replace(/^-|\..*$/g, "").length > whole) throw refuse("value_wrong", { reason });
  return Decimal.text(number);
}

function oneLine(text: string, most: number): string {
  const parsed = nameText(most).safeParse(text);
  if (!parsed.success) throw refuse("value_wrong", { reason: parsed.error.issues[0]!.message });
  return parsed.data;
}

/** An IBAN must pass its check digits (ISO 13616); other account numbers are taken as they are. */
function ibanText(typed: string): string {
  const text = typed.replace(/\s/g, "").toUpperCase();
  if (!/^[A-Z0-9/-]{4,40}$/.test(text)) throw refuse("value_wrong", { reason: "An account number has 4 to 40 letters and digits." });
  if (/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) {
    const digits = (text.slice(4) + text.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
    if (BigInt(digits) % 97n !== 1n) throw refuse("value_wrong", { reason: "The check digits of this IBAN do not fit. Compare it with the document." });
  }
  return text;
}

/** The values which lists, searches and duplicate checks use. Amounts are minor units of the document's currency. */
export function flatOf(current: Current) {
  const value = (path: FieldPath) => current.fields[path]?.value ?? null;
  const currency = value("currency");
  const known = currency !== null && isCurrency(currency) ? currency : null;
  const minor = (path: FieldPath): bigint | null => {
    const number = Decimal.tryParse(value(path));
    if (!known || !number || !Decimal.equals(Decimal.round(number, exponentOf(known)), number)) return null;
    try {
      return parseAmount(Decimal.text(number), known).minor;
    } catch {
      return null; // more digits than can be kept: the text stays in the field, sums leave it out
    }
  };
  const date = (path: FieldPath) => (CivilDateText.safeParse(value(path)).success ? value(path) : null);
  const number = value("invoiceNumber");
  return {
    documentType: value("documentType"), supplierName: value("supplier.name")?.slice(0, 300) ?? null, supplierVatId: value("supplier.vatId"),
    supplierIban: value("supplier.iban"), invoiceNumber: number?.slice(0, 200) ?? null, numberKey: number ? numberKey(number) : null,
    issueDate: date("issueDate"), dueDate: date("dueDate"), currency: known,
    netMinor: minor("netTotal"), taxMinor: minor("taxTotal"), grossMinor: minor("grossTotal"), dueMinor: minor("amountDue"),
  };
}
export type Flat = ReturnType<typeof flatOf>;

/** A document number without case, spaces and signs: "RE-2026/0042" and "re 2026 0042" are one. */
export const numberKey = (number: string): string | null => number.normalize("NFKC").toUpperCase().replace(/[^\p{L}\p{N}]/gu, "").slice(0, 100) || null;
