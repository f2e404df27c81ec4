/** How one document writes numbers, amounts and dates. */
import { partsOf } from "@counterfoil/calendar";
import type { Country } from "./countries.ts";
import type { Language } from "./phrases/index.ts";
import type { Random } from "./random.ts";

export type Writing = {
  decimal: "." | ",";
  /** Between groups of digits; "" for none. */
  group: string;
  indian: boolean;
  /** Where the currency stands beside amounts that name it. */
  currencyPlace: "before" | "before_space" | "after" | "code_before" | "code_after" | "none";
  symbol: string;
  code: string;
  minus: "-" | "−" | "trailing" | "parentheses";
  datePattern: string;
  language: Language;
};

const numberHabits: Partial<Record<string, [string, string][]>> = {
  DE: [[",", "."], [",", "."], [",", ""], [",", " "]], AT: [[",", "."], [",", " "], [",", ""]], CH: [[".", "'"], [".", "'"], [".", "’"], [".", ""]],
  FR: [[",", " "], [",", "\u00a0"], [",", "\u202f"], [",", ""], [".", " "]], BE: [[",", "."], [",", " "]], NL: [[",", "."], [",", "."], [",", ""]], ES: [[",", "."], [",", "."], [",", ""]], IT: [[",", "."], [",", "."], [",", ""]],
  PL: [[",", " "], [",", "\u00a0"], [",", ""], [".", ""]], PT: [[",", "."], [",", " "], [",", ""]], SE: [[",", " "], [",", "\u00a0"], [",", ""], [".", ""]], DK: [[",", "."], [",", "."], [",", ""]], NO: [[",", " "], [",", "\u00a0"], [",", ""], [",", "."]],
};

const dates: Partial<Record<string, string[]>> = {
  DE: ["dd.MM.yyyy", "dd.MM.yyyy", "d. MMMM yyyy", "dd.MM.yy", "d.M.yyyy"], AT: ["dd.MM.yyyy", "d. MMMM yyyy", "d.M.yyyy"], CH: ["dd.MM.yyyy", "d. MMMM yyyy", "dd.MM.yy"],
  FR: ["dd/MM/yyyy", "dd/MM/yyyy", "d MMMM yyyy", "dd/MM/yy", "dd-MM-yyyy"], BE: ["dd/MM/yyyy", "d MMMM yyyy", "dd-MM-yyyy"], NL: ["dd-MM-yyyy", "dd-MM-yyyy", "d MMMM yyyy", "d-M-yyyy", "dd/MM/yyyy"],
  ES: ["dd/MM/yyyy", "d de MMMM de yyyy", "dd-MM-yyyy", "dd/MM/yy"], IT: ["dd/MM/yyyy", "d MMMM yyyy", "dd.MM.yyyy", "dd/MM/yy", "dd-MM-yyyy"], PL: ["dd.MM.yyyy", "yyyy-MM-dd", "d MMMM yyyy", "dd-MM-yyyy", "yyyy-MM-dd"],
  PT: ["dd/MM/yyyy", "dd-MM-yyyy", "yyyy-MM-dd", "d de MMMM de yyyy"], SE: ["yyyy-MM-dd", "yyyy-MM-dd", "d MMMM yyyy", "yyyy-MM-dd"], DK: ["dd-MM-yyyy", "dd.MM.yyyy", "d. MMMM yyyy", "dd.MM.yy"], NO: ["dd.MM.yyyy", "d. MMMM yyyy", "dd.MM.yyyy", "yyyy-MM-dd"],
  US: ["MM/dd/yyyy", "M/d/yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MM/dd/yy", "MM-dd-yyyy"], GB: ["dd/MM/yyyy", "d MMMM yyyy", "dd MMM yyyy", "dd-MMM-yy", "dd/MM/yy"], IE: ["dd/MM/yyyy", "d MMMM yyyy", "dd MMM yyyy"], MY: ["dd/MM/yyyy", "dd-MM-yyyy", "dd MMM yyyy", "d/M/yyyy"], IN: ["dd/MM/yyyy", "dd-MMM-yyyy", "dd-MM-yyyy", "d MMM yyyy", "dd-MMM-yy"],
};

const symbolAfter = new Set(["DE", "AT", "FR", "BE", "ES", "IT", "PL", "PT", "SE", "DK", "NO"]);

/** Draws a habit of the country; one document keeps to one. */
export function writingOf(country: Country, language: Language, random: Random): Writing {
  const [decimal, group] = random.pick(numberHabits[country.code] ?? [[".", ","], [".", ","], [".", ","], [".", ""]]) as ["." | ",", string];
  const after = symbolAfter.has(country.code);
  const symbol = country.code === "IN" ? random.pick(["₹", "Rs.", "Rs"]) : country.symbol;
  const currencyPlace = random.weigh<Writing["currencyPlace"]>(after ? { after: 4, code_after: 2, code_before: 1, before_space: country.symbol === "€" ? 1 : 0, none: 2 } : { before: country.code === "CH" ? 0 : 4, before_space: 2, code_after: 1, code_before: 2, none: 2 });
  return {
    decimal, group, indian: country.code === "IN", currencyPlace, symbol, code: country.currency, language,
    minus: random.weigh<Writing["minus"]>({ "-": 12, "−": 2, trailing: country.code === "DE" || country.code === "FR" ? 2 : 1, parentheses: country.code === "US" ? 3 : 0 }),
    datePattern: random.pick(dates[country.code] ?? ["yyyy-MM-dd"]),
  };
}

/** Decimal text ("1234.50") as the document prints it; `places` cuts or fills decimals beyond what is written. */
export function writeNumber(text: string, writing: Writing, places?: number): string {
  const negative = text.startsWith("-");
  const [whole = "0", fraction = ""] = text.replace("-", "").split(".");
  const decimals = places === undefined ? fraction : fraction.padEnd(places, "0");
  const grouped = writing.group === "" ? whole : writing.indian ? whole.replace(/(\d)(?=(\d\d)+\d$)/g, `$1${writing.group}`) : whole.replace(/\B(?=(\d{3})+$)/g, writing.group);
  const body = decimals === "" ? grouped : `${grouped}${writing.decimal}${decimals}`;
  if (!negative) return body;
  return writing.minus === "trailing" ? `${body}-` : writing.minus === "parentheses" ? `(${body})` : `${writing.minus}${body}`;
}

/** An amount with its currency in the document's place for it. */
export function writeAmount(text: string, writing: Writing): string {
  const number = writeNumber(text, writing, 2);
  switch (writing.currencyPlace) {
    case "before": return /^[-−(]/.test(number) ? `${number[0]}${writing.symbol}${number.slice(1)}` : `${writing.symbol}${number}`;
    case "before_space": return `${writing.symbol} ${number}`;
    case "after": return `${number} ${writing.symbol}`;
    case "code_before": return `${writing.code} ${number}`;
    case "code_after": return `${number} ${writing.code}`;
    case "none": return number;
  }
}

/** A civil date in the document's form, month names in its language. */
export function writeDate(date: string, writing: Writing, pattern = writing.datePattern): string {
  const { year, month, day } = partsOf(date);
  const two = (value: number): string => String(value).padStart(2, "0");
  const name = months[writing.language].split(" ")[month - 1]!;
  const short = shortMonths[writing.language]?.split(" ")[month - 1] ?? name.slice(0, 3);
  return pattern.replace(/yyyy|yy|MMMM|MMM|MM|M|dd|d(?!e)/g, (part) => ({ yyyy: String(year), yy: two(year % 100), MMMM: name, MMM: short, MM: two(month), M: String(month), dd: two(day), d: String(day) })[part]!);
}

const months: Record<Language, string> = {
  en: "January February March April May June July August September October November December", de: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre", es: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  it: "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre", nl: "januari februari maart april mei juni juli augustus september oktober november december",
  pl: "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia", pt: "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
  sv: "januari februari mars april maj juni juli augusti september oktober november december", da: "januar februar marts april maj juni juli august september oktober november december", no: "januar februar mars april mai juni juli august september oktober november desember",
};
const shortMonths: Partial<Record<Language, string>> = { en: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec" };
