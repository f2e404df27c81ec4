import { exponentOf } from "./currencies.ts";
import { Decimal } from "./decimal.ts";
import { formatAmount, type Money } from "./money.ts";

// Intl.NumberFormat formats decimal text exactly, without going through a float; its type wants a template literal.
type ExactText = Intl.StringNumericLiteral;
const cache = new Map<string, Intl.NumberFormat>();

/**
 * For reading by people: "1.234,50 €", "$1,234.50", "￥3,704", with the digits ISO 4217 gives the currency. `currencyDisplay`
 * "code" prints "EUR" where a symbol would be unclear; "none" prints the number alone, for columns that state the currency above.
 * `locale` is a BCP 47 tag. Works in browser and server; use `formatAmount` for anything a machine reads.
 */
export function formatMoney(amount: Money, locale: string, options: { currencyDisplay?: "symbol" | "narrowSymbol" | "code" | "none" } = {}): string {
  const digits = exponentOf(amount.currency);
  const display = options.currencyDisplay ?? "symbol";
  const fixed = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const style: Intl.NumberFormatOptions = display === "none" ? fixed : { ...fixed, style: "currency", currency: amount.currency, currencyDisplay: display };
  return formatter(locale, style).format(formatAmount(amount) as ExactText);
}

/** A quantity, price or rate for reading: "1.234,5". Keeps all digits of the value, at least `minimumDigits` of them. */
export function formatDecimal(value: Decimal, locale: string, minimumDigits = 0): string {
  const shortest = Decimal.normalize(value);
  const digits = Math.max(shortest.scale, minimumDigits);
  return formatter(locale, { minimumFractionDigits: digits, maximumFractionDigits: Math.min(digits, 20) }).format(Decimal.text(shortest) as ExactText);
}

/** A percent for reading: `formatPercent(Decimal.parse("19"), "de")` is "19 %". */
export function formatPercent(rate: Decimal, locale: string): string {
  const fraction = Decimal.normalize(Decimal.mul(rate, Decimal.of(1, 2)));
  const digits = Math.max(fraction.scale - 2, 0);
  return formatter(locale, { style: "percent", minimumFractionDigits: digits, maximumFractionDigits: digits }).format(Decimal.text(fraction) as ExactText);
}

/**
 * Turns what a person typed in their locale into plain decimal text: "1.234,50" in German and "1,234.50" in English are
 * both "1234.50". Grouping marks must stand where the locale puts them, every three digits, so that "1,50" typed into an
 * English form is refused rather than read as 150. Null when it is not a number.
 */
export function readTypedNumber(text: string, locale: string): string | null {
  const parts = formatter(locale, { useGrouping: true, minimumFractionDigits: 1 }).formatToParts(-1234567.5);
  const mark = (type: Intl.NumberFormatPartTypes) => parts.find((part) => part.type === type)?.value;
  const decimalMark = mark("decimal") ?? ".";
  const groupMark = mark("group") ?? ",";
  const cleaned = text.trim().replace(/[\u2212\u2013]/g, "-").replace(/[\u00a0\u202f\u2009 ]/g, " ").replace(/’/g, "'");
  const group = groupMark.replace(/[\u00a0\u202f\u2009 ]/g, " ").replace(/’/g, "'");
  const [whole = "", ...rest] = cleaned.split(decimalMark);
  if (rest.length > 1) return null;
  const groups = whole.replace(/^-/, "").split(group);
  const grouped = groups.length > 1;
  if (grouped && !(/^\d{1,3}$/.test(groups[0]!) && groups.slice(1).every((part, index, all) => (index === all.length - 1 ? /^\d{3}$/ : /^\d{2,3}$/).test(part)))) return null;
  const plain = `${whole.startsWith("-") ? "-" : ""}${groups.join("")}${rest.length === 1 ? `.${rest[0]}` : ""}`;
  const value = Decimal.tryParse(plain);
  return value === null ? null : Decimal.text(value);
}

function formatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}|${JSON.stringify(options)}`;
  let made = cache.get(key);
  if (made === undefined) {
    made = new Intl.NumberFormat(locale, options);
    cache.set(key, made);
  }
  return made;
}
