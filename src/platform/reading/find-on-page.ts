/**
 * Where on the pages a known value is printed. A hybrid invoice states its values exactly in XML; people still want to
 * see them on the page, and a value that is nowhere to be seen is worth a remark. Matching is by what print can vary:
 * case, accents, spaces and separators for texts; grouping and decimal signs for amounts; order and names for dates.
 */

import type { Box, Evidence, PageWords, Word } from "@counterfoil/extract";

type Placed = { word: Word; key: string; digits: string };

/** Words in reading order, with what they are compared by. Make one per document. */
export type PageIndex = { words: Placed[] };

export function indexPages(pages: readonly PageWords[]): PageIndex {
  const words: Placed[] = [];
  for (const page of pages) {
    const shown = page.words.filter((word) => !word.hidden && !word.rotated);
    shown.sort((a, b) => baseline(a) - baseline(b));
    // Words whose baselines lie close together are one line; within it they go from left to right.
    for (let start = 0; start < shown.length; ) {
      let end = start + 1;
      while (end < shown.length && baseline(shown[end]!) - baseline(shown[end - 1]!) < 0.3 * shown[end]!.fontSize) end++;
      for (const word of shown.slice(start, end).sort((a, b) => a.box.x - b.box.x)) words.push({ word, key: fold(word.text), digits: word.text.replace(/\D/g, "") });
      start = end;
    }
  }
  return { words };
}

const baseline = (word: Word) => word.box.y + 0.78 * word.box.height;

/** Letters and digits only, without case and accents. */
export function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/ß/g, "ss").replace(/[^\p{L}\p{N}]/gu, "");
}

/** Every place where the text stands on one line, as one piece. */
export function findText(index: PageIndex, text: string): Evidence[] {
  const wanted = fold(text);
  if (wanted === "") return [];
  return findRuns(index, wanted.length, (key) => (wanted.startsWith(key) ? (key.length === wanted.length ? "whole" : "part") : "no"));
}

/** Every place where a decimal amount ("1234.50") is printed, in any grouping, with or without a currency sign. */
export function findAmount(index: PageIndex, value: string): Evidence[] {
  const match = /^-?(\d+)(?:\.(\d+))?$/.exec(value);
  if (!match) return [];
  const whole = match[1]!.replace(/^0+(?=\d)/, "");
  const fraction = (match[2] ?? "").replace(/0+$/, "");
  const found: Evidence[] = [];
  const { words } = index;
  for (let i = 0; i < words.length; i++) {
    const first = words[i]!;
    if (first.digits === "") continue;
    let text = "";
    for (let end = i; end < Math.min(i + 3, words.length); end++) {
      const next = words[end]!;
      if (end > i && (next.word.page !== first.word.page || !besides(words[end - 1]!.word, next.word))) break;
      text += next.word.text;
      if (sameAmount(text, whole, fraction)) {
        found.push(evidenceOf(words.slice(i, end + 1).map((placed) => placed.word)));
        break;
      }
    }
  }
  return found;
}

function sameAmount(text: string, whole: string, fraction: string): boolean {
  const number = /\d(?:[\d.,'’\s]*\d)?/.exec(text)?.[0];
  // A date or a number of something is no amount: other letters and digits around it are not allowed.
  if (!number || /\d/.test(text.replace(number, "")) || /[/:]/.test(text)) return false;
  const decimal = /[.,](\d{1,4})$/.exec(number);
  const asDecimal = decimal ? { whole: number.slice(0, decimal.index).replace(/\D/g, ""), fraction: decimal[1]! } : null;
  const plain = /^\d+$|^\d{1,3}(?:[.,'’\s]\d{3})+$/.test(number) ? { whole: number.replace(/\D/g, ""), fraction: "" } : null;
  return [asDecimal, plain].some((read) => read !== null && read.whole.replace(/^0+(?=\d)/, "") === whole && read.fraction.replace(/0+$/, "") === fraction);
}

const MONTH_LOCALES = ["en", "de", "fr", "es", "it", "nl", "pt", "pl"];
const monthNames = new Map<number, string[]>();

function namesOf(month: number): string[] {
  let names = monthNames.get(month);
  if (!names) {
    const day = new Date(Date.UTC(2020, month - 1, 15));
    names = [...new Set(MONTH_LOCALES.flatMap((locale) => (["long", "short"] as const).map((style) => fold(new Intl.DateTimeFormat(locale, { month: style, timeZone: "UTC" }).format(day)))))];
    monthNames.set(month, names);
  }
  return names;
}

/** Every place where a civil date ("2025-03-31") is printed: numeric in any order, or with the month's name. */
export function findDate(index: PageIndex, date: string): Evidence[] {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) return [];
  const [year, month, day] = [match[1]!, match[2]!, match[3]!];
  const short = (text: string) => String(Number(text));
  const days = [day, short(day)];
  const months = [month, short(month), ...namesOf(Number(month))];
  const years = [year, year.slice(2)];
  const forms = new Set<string>();
  for (const d of days) for (const m of months) for (const y of years) for (const form of [d + m + y, m + d + y, y + m + d]) forms.add(form);
  const list = [...forms];
  const longest = Math.max(...list.map((form) => form.length));
  return findRuns(index, longest, (key) => (forms.has(key) ? "whole" : list.some((form) => form.startsWith(key)) ? "part" : "no"));
}

function findRuns(index: PageIndex, longest: number, test: (key: string) => "whole" | "part" | "no"): Evidence[] {
  const found: Evidence[] = [];
  const { words } = index;
  for (let i = 0; i < words.length; i++) {
    let key = "";
    for (let end = i; end < words.length && key.length < longest; end++) {
      const next = words[end]!;
      if (end > i && (next.word.page !== words[i]!.word.page || !besides(words[end - 1]!.word, next.word))) break;
      // A leading label in the same word ("Nr.:4711") is passed over.
      key += next.key;
      const result = test(key);
      if (result === "no") break;
      if (result === "whole") {
        found.push(evidenceOf(words.slice(i, end + 1).map((placed) => placed.word)));
        break;
      }
    }
  }
  return found;
}

/** On one line, not further apart than two letters. */
function besides(left: Word, right: Word): boolean {
  const size = Math.max(left.fontSize, right.fontSize);
  const gap = right.box.x - (left.box.x + left.box.width);
  return Math.abs(baseline(left) - baseline(right)) < 0.4 * size && gap < 1.2 * size && gap > -0.5 * size;
}

function evidenceOf(words: readonly Word[]): Evidence {
  return { page: words[0]!.page, box: union(words.map((word) => word.box)), raw: words.map((word) => word.text).join(" ") };
}

function union(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
