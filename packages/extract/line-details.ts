/** What a row prints beside its figures: its number in the list (EN 16931 BT-126), the article's GTIN (BT-157), its period (BT-134, BT-135), its list price (BT-148). */
import { amountText, CENT, near, times } from "./amount.ts";
import { looksLikeMoney, type Candidates, type DateCandidate, type NumberCandidate } from "./candidates.ts";
import { plain } from "./fold.ts";
import { evidenceOf, groupBy, overlapX, wordsAt, type Layout } from "./lines.ts";
import { confidenceOf } from "./field.ts";
import type { Field, ReadLine, Source } from "./reading.ts";
import { gluedPeriod, shortStart } from "./references.ts";
import { check } from "./register-numbers.ts";
import { multipliesOut, type ItemRow } from "./table-rows.ts";
import type { Word } from "./words.ts";

const made = (words: readonly Word[], value: string, source: Source, confidence: number, level: Field["level"], checks: string[]): Field => ({ value, source, confidence: confidenceOf(words, confidence), level, evidence: evidenceOf(words), checks, alternatives: [] });

/** Adds number and GTIN to the lines, which stand in the order of their rows. */
export function addLineDetails(lines: readonly ReadLine[], rows: readonly ItemRow[], source: Source): void {
  rows.forEach((row, i) => {
    const found = gtinOf(row);
    if (found) lines[i]!.gtin = made([found.word], found.value, source, found.labelled ? 0.98 : 0.9, found.labelled ? "proven" : "sure", [...(found.labelled ? ["label"] : []), "gtin_checksum"]);
  });
  const numbers = rows.map(numberOf);
  // A position counts up from row to row: what does not is something else.
  const counts = numbers.every((number, i) => number !== null && (i === 0 ? number.count > 0 : number.count > numbers[i - 1]!.count));
  if (counts && (rows.length > 1 || numbers[0]?.count === 1)) numbers.forEach((number, i) => { lines[i]!.lineNumber = made([number!.word], number!.text, source, rows.length > 1 ? 0.95 : 0.8, "sure", ["sequence"]); });
}

function numberOf(row: ItemRow): { word: Word; text: string; count: number } | null {
  const word = row.line.words[0];
  const match = word && /^(\d{1,4})[.)]?$/.exec(word.text);
  const taken = [row.quantity, row.unitPrice, row.amount, row.taxRate, row.discount].some((number) => number?.words.includes(word!));
  if (!match || taken || row.itemId.includes(word) || row.description.includes(word)) return null;
  return { word, text: match[1]!, count: Number(match[1]) };
}

/** Thirteen or fourteen digits whose check digit fits; fewer only behind "GTIN" or "EAN". */
function gtinOf(row: ItemRow): { word: Word; value: string; labelled: boolean } | null {
  const words = [...new Set([...row.itemId, ...row.description, ...row.line.words])];
  for (const [at, word] of words.entries()) {
    const digits = /(?:^|[^\d])(\d{8}|\d{12,14})$/.exec(word.text.replace(/[.,;)]$/, ""))?.[1];
    if (!digits || check("gtin", digits) !== "valid") continue;
    const labelled = /gtin|ean|upc|isbn/.test(plain(`${words[at - 1]?.text ?? ""} ${words[at - 2]?.text ?? ""} ${word.text}`));
    if (labelled || digits.length === 13) return { word, value: digits, labelled };
  }
  return null;
}

/** Adds to the lines, which stand in the order of their rows, the period that a row is for, and its price before a discount. */
export function addPeriodsAndPrices(lines: readonly ReadLine[], rows: readonly ItemRow[], layout: Layout, { dates, numbers }: Candidates, source: Source): void {
  const datesFrom = groupBy(dates, (date) => date.words[0]!);
  const numbersOn = groupBy(numbers, (number) => number.line);
  rows.forEach((row, i) => {
    const under = layout.lines.slice(row.line.index + 1, Math.min(rows[i + 1]?.line.index ?? Infinity, row.line.index + 4)).flatMap((line) => line.segments).filter((segment) => segment.page === row.line.page && row.description.some((word) => overlapX(word.box, segment.box) > 0));
    const words = [...new Set([...row.line.words, ...row.description, ...under.flatMap((segment) => segment.words)])];
    const period = gluedPeriod(words) ?? periodOf(words.flatMap((word) => datesFrom(word)));
    if (period) {
      lines[i]!.periodStart = made(period.startWords, period.start, source, 0.85, "sure", ["period"]);
      lines[i]!.periodEnd = made(period.endWords, period.end, source, 0.85, "sure", ["period"]);
    }
    const prices = pricesOf(row, numbersOn(row.line.index));
    if (!prices) return;
    const line = lines[i]!;
    const price = (number: NumberCandidate): Field => ({ ...line.unitPrice!, value: amountText(number.amount), evidence: evidenceOf(number.words), checks: [...line.unitPrice!.checks, "price_less_discount"] });
    Object.assign(line, { grossPrice: price(prices.list), unitPrice: price(prices.net) });
    // The reduction is in the price; it does not come off again.
    delete line.discount;
    delete line.discountPercent;
  });
}

const BETWEEN = /^[\s.,(]*(?:[-–—−/]|bis|to|until|through|till|til|au|al|a|tot|t\/m|do|ate)\s*$/;

/** "01.03.2024 – 31.03.2024" among a row's dates; the first day may borrow its year. */
function periodOf(dates: readonly DateCandidate[]): { start: string; end: string; startWords: Word[]; endWords: Word[] } | null {
  for (const [i, end] of dates.entries()) {
    const start = dates[i - 1];
    if (start && !start.other && !end.other && start.segment === end.segment && start.value <= end.value && BETWEEN.test(plain(end.segment.text.slice(start.to, end.from)))) return { start: start.value, end: end.value, startWords: start.words, endWords: end.words };
    const from = Math.max(0, end.from - 14);
    const before = end.segment.text.slice(from, end.from);
    const at = /(?<!\d)\d{1,2}[./]\d{1,2}(?!\d)/.exec(before)?.index ?? -1;
    const short = at >= 0 ? shortStart(`${before.slice(at).trimEnd()} `, end) : null;
    if (short) return { start: short, end: end.value, startWords: wordsAt(end.segment, from + at, from + at + 3), endWords: end.words };
  }
  return null;
}

/** Two prices on a row, of which the higher less a printed share or amount is the lower, which is what was charged. */
function pricesOf(row: ItemRow, onLine: readonly NumberCandidate[]): { list: NumberCandidate; net: NumberCandidate } | null {
  const { unitPrice, amount } = row;
  if (!unitPrice || !amount || !row.adds || unitPrice.amount <= 0n) return null;
  const spare = onLine.filter((number) => ![row.quantity, amount, row.taxRate].includes(number) && number.amount > 0n && number.box.x < amount.box.x);
  for (const net of spare.filter((number) => !number.percent && looksLikeMoney(number) && multipliesOut({ ...row, unitPrice: number, discount: undefined }))) {
    for (const list of spare.filter((number) => !number.percent && looksLikeMoney(number) && number.amount > net.amount && (number === unitPrice || net === unitPrice))) {
      const comesOff = (less: NumberCandidate): boolean => near(list.amount - times(list.amount, less.amount) / 100n, net.amount, CENT) || (!less.percent && list.amount - less.amount === net.amount);
      if (spare.some((less) => less !== list && less !== net && comesOff(less))) return { list, net };
    }
  }
  return null;
}
