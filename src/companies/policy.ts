import type { CivilDate } from "@counterfoil/calendar";
import { parseElectronicAddress } from "@counterfoil/einvoice";
import { declareRefusals } from "../platform/refusal.ts";

export const { refuse, refuseIf, explain } = declareRefusals({
  time_zone_unknown: [400, "The database does not know the time zone {name}. Use the largest city near you, like Europe/Dublin."],
  company_archived: [409, "{name} is archived. Bring it back first, in Settings › Company."],
  logo_not_usable: [422, "This picture cannot be used as a logo. Upload a PNG, JPEG or WebP file."],
  logo_is_svg: [422, "SVG files can carry programs and are not accepted. Upload the logo as PNG."],
  logo_too_large: [413, "The logo is larger than 5 MB. Upload a smaller picture."],
  logo_missing: [400, "There was no file in this upload. Choose a picture."],
  series_name_taken: [409, "There is a series of this name already. Choose another name."],
  series_pattern_taken: [409, "The series {name} writes the same numbers. Give this one a pattern of its own, for instance with {series} in it."],
  number_taken: [409, "There is a document {number} already. Change the pattern of the number series in Settings, then try again."],
  series_in_use: [409, "The series has given numbers in this period already, so its counter cannot be moved."],
  series_is_default: [409, "New documents use this series. Make another one the default first."],
  series_archived: [409, "The series {name} is archived. Choose another."],
  series_wrong_kind: [409, "The series {name} numbers other documents. Choose one for this kind."],
  issue_date_too_early: [409, "The issue date is before {number} ({date}). Choose {date} or later."],
  no_default_series: [409, "There is no number series for this kind of document. Add one in Settings › Company."],
});

const token = /\{(year|yy|month|series|customer|counter(?::(\d{1,2}))?)\}/g;

/** What is wrong with a number pattern, as a sentence; null when nothing is. */
export function patternProblem(pattern: string): string | null {
  const counters = [...pattern.matchAll(token)].filter((match) => match[1]!.startsWith("counter"));
  if (counters.length !== 1) return "A pattern has the counter exactly once, like {year}-{counter:4}.";
  if (counters.some((match) => Number(match[2] ?? 1) > 18)) return "The counter can be at most 18 digits wide.";
  const rest = pattern.replace(token, "");
  if (/[{}]/.test(rest)) return "Use {year}, {yy}, {month}, {series}, {customer} and {counter:4}; nothing else stands in braces.";
  if (/[^\p{L}\p{N} ._/#-]/u.test(rest)) return "Use letters, digits, space and . _ / # - beside the tokens.";
  return null;
}

/** A restarting series must show its period in each number, or two periods would give the same number. */
export function patternAndReset(pattern: string, resets: "never" | "yearly" | "monthly"): string | null {
  const has = (name: string) => pattern.includes(`{${name}}`);
  if (resets !== "never" && !has("year") && !has("yy")) return "A series that restarts needs {year} in its pattern, or numbers would repeat.";
  if (resets === "monthly" && !has("month")) return "A series that restarts every month needs {month} in its pattern, or numbers would repeat.";
  return null;
}

/**
 * Writes a number (N9): the width is a minimum, so 9999 is followed by 10000. `counter` may exceed 32 bits.
 * Year and month are those of the issue date.
 */
export function formatNumber(pattern: string, facts: { issueDate: CivilDate; counter: bigint; series: string; customer: string }): string {
  return pattern.replace(token, (_whole, name: string, width?: string) => {
    if (name === "year") return facts.issueDate.slice(0, 4);
    if (name === "yy") return facts.issueDate.slice(2, 4);
    if (name === "month") return facts.issueDate.slice(5, 7);
    if (name === "series") return facts.series;
    if (name === "customer") return facts.customer;
    return facts.counter.toString().padStart(Number(width ?? 1), "0");
  });
}

/** Why a document of this date may not get the next number (N8); null when it may. ISO dates compare as text. */
export const whyNotDate = (series: { chronological: boolean; lastIssueDate: CivilDate | null }, issueDate: CivilDate): "issue_date_too_early" | null =>
  series.chronological && series.lastIssueDate !== null && issueDate < series.lastIssueDate ? "issue_date_too_early" : null;

export const isLocale = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};

/** An account number without spaces, capitals; the form in which it is stored and compared. */
export const plainAccount = (value: string): string => value.replace(/[\s.-]/g, "").toUpperCase();

/** ISO 13616: what begins like an IBAN must have the right check digits; other account numbers are 4 to 34 letters and digits. */
export function isAccountNumber(value: string): boolean {
  const account = plainAccount(value);
  if (!/^[A-Z0-9]{4,34}$/.test(account)) return false;
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(account)) return true;
  const digits = [...account.slice(4), ...account.slice(0, 4)].map((letter) => parseInt(letter, 36).toString()).join("");
  return BigInt(digits) % 97n === 1n;
}

/** An electronic address in the one form that is kept: "EM:invoices@buyer.example". */
export function plainElectronicAddress(text: string | null): string | null {
  const found = text ? parseElectronicAddress(text) : null;
  return found && `${found.scheme}:${found.id}`;
}

/** A VAT or tax identifier as it is compared: capitals and digits only. */
export const plainTaxId = (value: string): string => value.replace(/[^A-Za-z0-9]/g, "").toUpperCase();
