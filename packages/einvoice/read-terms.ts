import { isCivilDate, type CivilDate } from "@counterfoil/calendar";
import { Decimal, exponentOf, isCurrency } from "@counterfoil/money";
import type { Identifier, Problem } from "./types.ts";
import { findAll, textAt, withoutSpace, type XmlElement } from "./xml.ts";

/** What reading helpers share: the findings so far, and the digits of the document's currency. */
export type ReadContext = { problems: Problem[]; amountDigits: number };

export function readContext(problems: Problem[], currency: string | undefined): ReadContext {
  return { problems, amountDigits: currency !== undefined && isCurrency(currency) ? exponentOf(currency) : 2 };
}

type Defined<T> = { [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key] } & { [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined> };

/** The object without its undefined keys: a term that is absent is an absent key. */
export function present<T extends object>(terms: T): Defined<T> {
  const kept: Partial<T> = {};
  for (const key in terms) if (terms[key] !== undefined) kept[key] = terms[key];
  return kept as unknown as Defined<T>;
}

/** As `present`, but undefined when nothing is left: a group without terms is absent too. */
export function group<T extends object>(terms: T): Defined<T> | undefined {
  const kept = present(terms);
  return Object.values(kept).some((value) => !Array.isArray(value) || value.length > 0) ? kept : undefined;
}

/** Exact decimal text of a number, as short as it can be. A text that is no number becomes a problem, never a guess. */
export function decimalAt({ problems }: ReadContext, element: XmlElement | undefined, path: string, term: string): string | undefined {
  const text = textAt(element, path);
  if (text === undefined) return undefined;
  const value = Decimal.tryParse(text);
  if (value === null) {
    problems.push({ code: "not_a_decimal", path: term, message: `“${text.slice(0, 40)}” is not a decimal number.` });
    return undefined;
  }
  return Decimal.shortText(value);
}

/** An amount of money with the digits of the currency at least: "6037.5" euros read "6037.50". Surplus digits stay, for checks to see. */
export function amountAt(context: ReadContext, element: XmlElement | undefined, path: string, term: string): string | undefined {
  const text = decimalAt(context, element, path, term);
  if (text === undefined) return undefined;
  const value = Decimal.parse(text);
  return value.scale < context.amountDigits ? Decimal.text(Decimal.round(value, context.amountDigits)) : text;
}

/** A price discount; one of nothing is none, as UBL cannot state a gross price without. */
export function discountAt(context: ReadContext, element: XmlElement | undefined, path: string, term: string): string | undefined {
  const discount = decimalAt(context, element, path, term);
  return discount === "0" ? undefined : discount;
}

/** An attached file (BT-125); an element without content has none. */
export function attachmentOf(object: XmlElement | undefined): { name?: string; mimeType?: string; base64: string } | undefined {
  const base64 = withoutSpace(object?.text ?? "");
  return base64 === "" ? undefined : present({ name: object!.attributes.get("filename"), mimeType: object!.attributes.get("mimeCode"), base64 });
}

/**
 * A civil date, from UBL's "2018-04-13" (a time zone is dropped) or CII's "20180413" (format 102; 203 and 204 carry a time
 * too). Formats of months or weeks are no days and become a problem.
 */
export function dateAt({ problems }: ReadContext, element: XmlElement | undefined, path: string, term: string): CivilDate | undefined {
  const text = textAt(element, path);
  if (text === undefined) return undefined;
  const iso = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+)?(?:Z|[+-]\d{2}:\d{2})?$/.exec(text)?.[1];
  const compact = /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?$/.exec(text);
  const date = iso ?? (compact ? `${compact[1]}-${compact[2]}-${compact[3]}` : "");
  if (isCivilDate(date)) return date;
  problems.push({ code: "not_a_date", path: term, message: `“${text.slice(0, 40)}” is not a date.` });
  return undefined;
}

/** An identifier with its scheme attribute. */
export function identifierAt(element: XmlElement | undefined, path: string): Identifier | undefined {
  return identifiersAt(element, path)[0];
}

export function identifiersAt(element: XmlElement | undefined, path: string): Identifier[] {
  return findAll(element, path)
    .filter((found) => found.text !== "")
    .map((found) => present({ id: found.text, scheme: found.attributes.get("schemeID") || undefined }));
}

/** Text of several lines without the indentation and empty lines that pretty-printers put into it. */
export function foldedAt(element: XmlElement | undefined, path: string): string | undefined {
  // Split and trim, not a regular expression: one over runs of blanks takes quadratic time on a text made of them.
  return textAt(element, path)?.split("\n").map((line) => line.trim()).filter((line) => line !== "").join("\n");
}
