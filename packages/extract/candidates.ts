/**
 * Everything on the pages that could be a value, by type and without judging: recall first. Ranking decides later.
 */
import { amountOf, type Amount } from "./amount.ts";
import type { Box } from "./reading.ts";
import { overlapX, right, union, wordsAt, type Layout, type Segment } from "./lines.ts";
import { civil, monthOf, numericDate, plainNumber, type Conventions } from "./locale.ts";
import { repairedDate } from "./ocr-dates.ts";
import type { Word } from "./words.ts";

type Place = { segment: Segment; line: number; page: number; words: Word[]; from: number; to: number; box: Box; raw: string };

/** A number: money when it has a currency or two decimals, maybe a quantity, a price, a rate (`percent`). */
export type NumberCandidate = Place & { kind: "number"; amount: Amount; decimals: number; currency?: string; percent: boolean; /** trailing minus, brackets or a leading minus */ negative: boolean };
/** A date; `other` is the second reading when day and month could be swapped and nothing in the document says. */
export type DateCandidate = Place & { kind: "date"; value: string; other?: string; /** a misread digit was put right */ repaired?: true };
/** A token with a digit in it that could be a number of something. */
export type IdCandidate = Place & { kind: "id"; value: string };
export type Candidate = NumberCandidate | DateCandidate | IdCandidate;

export type Candidates = { numbers: NumberCandidate[]; dates: DateCandidate[]; ids: IdCandidate[] };

const SYMBOLS: Record<string, string> = {
  "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "RM": "MYR", "Rs": "INR", "Rs.": "INR", "R$": "BRL", "₺": "TRY", "₽": "RUB", "₪": "ILS", "฿": "THB", "₫": "VND", "₩": "KRW",
  "UK£": "GBP", "£UK": "GBP", "ر.س.": "SAR", "ر.س": "SAR", "د.إ.": "AED", "د.إ": "AED", "ج.م.": "EGP", "ج.م": "EGP", "ريال": "SAR", "درهم": "AED", "ש״ח": "ILS", "ש\"ח": "ILS", "lei": "RON", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "C$": "CAD", "CA$": "CAD", "S$": "SGD", "HK$": "HKD", "US$": "USD", "$US": "USD", "US $": "USD", "$CA": "CAD", "$ US": "USD", "$ CA": "CAD", "$AU": "AUD", "MX$": "MXN", "kr": "kr", "kr.": "kr", "$": "$", "Fr.": "CHF", "SFr.": "CHF", "Eur": "EUR", "Euro": "EUR", "EURO": "EUR", "euro": "EUR", "euros": "EUR",
};
export const ISO_CURRENCIES = "EUR USD GBP CHF INR MYR SGD AUD NZD CAD HKD JPY CNY PLN CZK HUF RON BGN DKK SEK NOK ISK TRY MXN BRL ZAR AED SAR THB IDR PHP VND KRW TWD ILS UAH RSD HRK EGP JOD KWD QAR BHD OMR MAD TND DEM FRF ITL ATS NLG BEF ESP".split(" ");
const escapeForRegex = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const CURRENCY = `(?:${[...Object.keys(SYMBOLS).sort((a, b) => b.length - a.length).map(escapeForRegex), ...ISO_CURRENCIES].join("|")})`;
/** Currency marks where they may stand alone: letters must not be part of a longer word. */
export const CURRENCY_WORD = new RegExp(`(?<!\\p{L})${CURRENCY}(?!\\p{L})`, "gu");
const LONE_CURRENCY = new RegExp(`^${CURRENCY}$`, "u");
export const currencyOf = (mark: string): string => SYMBOLS[mark] ?? mark;

const numberPattern = (grouped: string): RegExp => new RegExp(
  `(?<![\\p{L}\\d.,/\\\\]|[\\p{L}\\d][-–])([(\\-−–+]\\s?)?(?:(${CURRENCY})\\s?\\.?\\s?)?([-−–]\\s?)?` +
    `(\\d{1,3}(?:[.,'’]\\d{3})+(?:[.,]\\d{1,6})?|${grouped}\\d{1,2}(?:,\\d{2})+,\\d{3}(?:\\.\\d{1,2})?|\\d+(?:[.,]\\d{1,6})?|\\.\\d{2})` +
    `(?:[,.][-–]{1,2}(?![\\d\\p{L}-])|\\s?(\\))|([-−–])(?![\\d\\p{L}]))?(?:\\s?(${CURRENCY})(?!\\p{L}|\\s?\\d))?(\\s?%)?(?![\\d]|[.,/:-]\\d)`,
  "gu",
);
const NUMBER_AT = numberPattern("");
/** With thousands set off by spaces: "1 234,56". */
const SPACED_NUMBER_AT = numberPattern("\\d{1,3}(?: \\d{3})+(?:[.,]\\d{1,4})?(?![\\d.,])|");
const NUMERIC_DATE = /(?<![\d.,/-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/-]|[.,]\d)/g;
const ISO_DATE = /(?<!\d)((?:19|20)\d{2})([-./])(\d{1,2})\2(\d{1,2})(?!\d)/g;
const NAMED_DAY_FIRST = /(?<![\d\p{L}])(\d{1,2})(?:st|nd|rd|th|er|º|°)?[.\s/-]{0,3}(?:de |d')?(\p{L}{2,12}(?: الأول| الثاني)?)[.׳']?[,.\s/'’-]{0,3}(?:de |del )?((?:19|20)\d{2}|\d{2})(?!\d)/giu;
const NAMED_MONTH_FIRST = /(?<!\p{L})(\p{L}{3,10})\.?\s{0,2}(\d{1,2})(?:st|nd|rd|th)?\s?[,.\s]\s{0,2}((?:19|20)\d{2})(?!\d)/giu;
/** "2024. március 5." */
const NAMED_YEAR_FIRST = /(?<!\d)((?:19|20)\d{2})\.?\s(\p{L}{3,12})\.?\s(\d{1,2})(?!\d|[.,]\d)/gu;
const ID = /(?<![\p{L}\d])[\p{L}\d](?:[\p{L}\d]|[-/._–](?=[\p{L}\d]))*/gu;

export function candidatesOf(layout: Layout, conventions: Conventions): Candidates {
  const found: Candidates = { numbers: [], dates: [], ids: [] };
  for (const segment of layout.segments) {
    const dates = datesIn(segment, conventions);
    found.dates.push(...dates);
    found.numbers.push(...numbersIn(segment, conventions).filter((number) => !dates.some((date) => number.from < date.to && number.to > date.from)));
    found.ids.push(...idsIn(segment));
  }
  joinBroken(layout, found.ids);
  joinCurrencies(layout, found.numbers);
  return found;
}

function placeAt(segment: Segment, from: number, to: number): Place {
  const words = wordsAt(segment, from, to);
  return { segment, line: segment.line, page: segment.page, words, from, to, box: boxOf(segment, words, from, to), raw: segment.text.slice(from, to).trim() };
}

/** A value may be part of a word ("Total:5.00"); its box is then cut in proportion to its characters. */
function boxOf(segment: Segment, words: readonly Word[], from: number, to: number): Box {
  const boxes = words.map((word) => {
    const start = segment.starts[segment.words.indexOf(word)]!;
    const each = word.box.width / Math.max(1, word.text.length);
    const left = Math.max(0, from - start);
    const end = Math.min(word.text.length, to - start);
    return { x: word.box.x + left * each, y: word.box.y, width: Math.max(each * (end - left), 0.1), height: word.box.height };
  });
  return union(boxes);
}

function numbersIn(segment: Segment, conventions: Conventions): NumberCandidate[] {
  const found: NumberCandidate[] = [];
  // Scanners and some printers leave a gap beside the decimal sign: "21. 20", "21 .20", "21,2 0 €".
  const ocr = segment.words[0]?.confidence !== undefined;
  const text = ocr ? segment.text.replace(/(\d) ([.,]) (\d\d)(?!\d)/g, "$1$2$3  ").replace(conventions.number.decimal === "," ? /(\d)([.,]) (\d\d)(?!\d)/g : /(\d)(\.) (\d\d)(?!\d)/g, "$1$2$3 ").replace(/(\d) ([.,])(\d\d)(?!\d)/g, "$1$2$3 ").replace(/(\d[.,]\d) (\d)(?=\s?(?:€|EUR\b))/g, "$1$2 ") : segment.text;
  for (const match of numberMatches(segment, text, conventions)) {
    const [all, opening, before, minus, digits, closing, trailing, after, percent] = match as unknown as [string, ...(string | undefined)[]];
    const from = match.index!;
    let to = from + all.trimEnd().length;
    if (ocr && text.slice(from, to) !== segment.text.slice(from, to)) to = Math.min(to + 1, segment.text.length); // the gap is part of what is printed
    const tail = text.slice(from + all.length, from + all.length + 4);
    if (/^\p{L}/u.test(tail) && !after && !(/[.,]\d{2}$/.test(digits!) && /^\p{L}{1,2}(?!\p{L})/u.test(tail))) continue;
    const value = plainNumber(digits!, conventions.number);
    const amount = value === null ? null : amountOf(value);
    if (value === null || amount === null) continue;
    // An opening bracket without its closing one is prose: "(19 % VAT".
    const isNegative = minus !== undefined || trailing !== undefined || /[-−–]/.test(opening ?? "") || (/\(/.test(opening ?? "") && closing !== undefined);
    const mark = before ?? after;
    found.push({
      ...placeAt(segment, from + (opening && !isNegative ? opening.length : 0), Math.min(to, segment.text.length)),
      kind: "number",
      amount: isNegative ? -amount : amount,
      decimals: value.split(".")[1]?.length ?? 0,
      percent: percent !== undefined,
      negative: isNegative,
      ...(mark ? { currency: currencyOf(mark) } : {}),
    });
  }
  return found;
}

/** "1 234,56" is one number only where the document groups with spaces, and only over narrow gaps. */
function numberMatches(segment: Segment, text: string, conventions: Conventions): RegExpMatchArray[] {
  const plain = [...text.matchAll(NUMBER_AT)];
  if (!conventions.number.spaceGroups) return plain;
  const narrow = (from: number, to: number): boolean => wordsAt(segment, from, to).every((word, i, words) => i === 0 || word.box.x - right(words[i - 1]!.box) < 0.75 * word.fontSize);
  const spaced = [...text.matchAll(SPACED_NUMBER_AT)].filter((match) => match[4]!.includes(" ") && narrow(match.index + match[0].indexOf(match[4]!), match.index + match[0].indexOf(match[4]!) + match[4]!.length));
  const covered = (match: RegExpMatchArray): boolean => spaced.some((each) => match.index! < each.index + each[0].length && match.index! + match[0].length > each.index);
  return [...spaced, ...plain.filter((match) => !covered(match))].sort((x, y) => x.index! - y.index!);
}

/** A currency mark in a segment of its own, left or right of a number ("€      1.234,00"), belongs to it. */
function joinCurrencies(layout: Layout, numbers: NumberCandidate[]): void {
  for (const segment of layout.segments) {
    if (segment.words.length !== 1 || !LONE_CURRENCY.test(segment.text)) continue;
    const near = numbers.filter((number) => number.line === segment.line && !number.currency && number.decimals > 0).sort((a, b) => distance(a.box, segment.box) - distance(b.box, segment.box))[0];
    if (near && distance(near.box, segment.box) < 8 * segment.fontSize) near.currency = currencyOf(segment.text);
  }
}

const distance = (a: Box, b: Box): number => Math.max(0, Math.max(a.x, b.x) - Math.min(right(a), right(b)));

function datesIn(segment: Segment, conventions: Conventions): DateCandidate[] {
  const found: DateCandidate[] = [];
  const taken = (from: number, to: number): boolean => found.some((date) => from < date.to && to > date.from);
  const add = (match: RegExpMatchArray, values: (string | null)[]): void => {
    const from = match.index!;
    const to = from + match[0].length;
    const [value, other] = values.filter((each): each is string => each !== null);
    if (value === undefined || taken(from, to)) return;
    found.push({ ...placeAt(segment, from, to), kind: "date", value, ...(other !== undefined ? { other } : {}) });
  };
  for (const match of segment.text.matchAll(ISO_DATE)) add(match, [civil(Number(match[1]), Number(match[3]), Number(match[4]))]);
  for (const { match, month } of withMonth(segment.text, NAMED_DAY_FIRST, 2)) {
    const year = Number(match[3]);
    add(match, [civil(year < 100 ? 2000 + year : year, month, Number(match[1]))]);
  }
  for (const { match, month } of withMonth(segment.text, NAMED_YEAR_FIRST, 2)) add(match, [civil(Number(match[1]), month, Number(match[3]))]);
  for (const { match, month } of withMonth(segment.text, NAMED_MONTH_FIRST, 1)) {
    add(match, [civil(Number(match[3]), month, Number(match[2]))]);
  }
  for (const match of segment.text.matchAll(NUMERIC_DATE)) {
    const readings = numericDate(Number(match[1]), Number(match[3]), Number(match[4]), conventions.date);
    if (segment.words[0]?.confidence !== undefined && !readings.some((date) => date < "2040")) {
      const repaired = repairedDate(match[1]!, match[3]!, match[4]!, conventions.date.order);
      if (repaired) {
        const before = found.length;
        add(match, [repaired]);
        if (found.length > before) found[before]!.repaired = true;
        continue;
      }
    }
    add(match, conventions.date.certain ? readings.slice(0, 1) : readings);
  }
  return found;
}

/** Matches whose word is a month's name; one that is none hides no date behind it ("No. 7490/24 del 30 agosto 2024"). */
function withMonth(text: string, pattern: RegExp, group: number): { match: RegExpMatchArray; month: number }[] {
  const found: { match: RegExpMatchArray; month: number }[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const month = monthOf(match[group]!);
    if (month) found.push({ match, month });
    else pattern.lastIndex = match.index + /^\p{L}+|^\d+/u.exec(match[0])![0].length;
  }
  return found;
}

function idsIn(segment: Segment): IdCandidate[] {
  const found: IdCandidate[] = [];
  for (const match of segment.text.matchAll(ID)) {
    const value = match[0];
    if (!/\d/.test(value) || value.length > 40) continue;
    found.push({ ...placeAt(segment, match.index, match.index + value.length), kind: "id", value });
  }
  return found;
}

/** A number broken behind its hyphen at the end of a full line of prose goes on with the first word of the next one: "ORD-4666-" / "C." */
function joinBroken(layout: Layout, ids: IdCandidate[]): void {
  for (const id of ids) {
    const { segment } = id;
    if (segment.text.slice(id.to) !== "-" || segment.words.length < 6) continue;
    const below = layout.lines[segment.line + 1]?.segments.find((other) => overlapX(other.box, segment.box) > 0.9 && other.box.y - segment.box.y < 2 * segment.box.height && Math.abs(other.fontSize - segment.fontSize) < 0.5);
    const rest = below && /^[\p{Lu}\d]+(?:-[\p{Lu}\d]+)*(?=[.,;]?(?: |$))/u.exec(below.text);
    if (rest) Object.assign(id, { value: `${id.value}-${rest[0]}`, words: [...id.words, below.words[0]!] });
  }
}

/** Numbers of one line that stand in the same column as the box. */
export const inColumn = (numbers: readonly NumberCandidate[], box: Box): NumberCandidate[] => numbers.filter((number) => overlapX(number.box, box) > 0.3);

/** True when a number looks like money by itself: it has a currency or exactly two decimals. */
export const looksLikeMoney = (number: NumberCandidate): boolean => !number.percent && (number.currency !== undefined || number.decimals === 2);
