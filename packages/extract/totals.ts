/**
 * Totals as a small search: which of the labelled amounts are net, tax, gross and due, so that they add up? Labels
 * propose, arithmetic decides. Random amounts fulfil net + tax = gross by chance on long invoices, so an equation
 * counts as proof only together with labels and a tax rate that exists.
 */
import { abs, CENT, near, percentOf, type Amount } from "./amount.ts";
import { looksLikeMoney, type NumberCandidate } from "./candidates.ts";
import { equationsOf, proofOf, type Equation } from "./equations.ts";
import type { Label, LabelField } from "./labels.ts";
import { groupBy, overlapX, right, type Layout } from "./lines.ts";
import { pointer, type LayoutMemory } from "./memory.ts";
import { REMEMBERED_PLACE } from "./model.ts";
import { pairUp, type Ranked } from "./rank.ts";
import type { Proof } from "./reading.ts";
import { settle, type Term } from "./settlement.ts";
import type { ItemRow } from "./table-rows.ts";
import { stripLines } from "./table-sums.ts";
import { tillFacts } from "./till.ts";
import { search } from "./totals-search.ts";

/** A total as chosen: read from `candidate`, or computed (`formula`, from `parts`), with the facts that support it. */
export type Total = { amount: Amount; candidate?: NumberCandidate; formula?: string; parts?: NumberCandidate[]; score: number; checks: string[]; runnersUp: { candidate: NumberCandidate; score: number }[] };
export type TaxRow = { rate?: Amount; rateFrom?: NumberCandidate; base?: NumberCandidate; amount?: NumberCandidate; /** printed behind the two: what they come to */ gross?: NumberCandidate; holds: boolean };
export type TotalName = "lineTotal" | "netTotal" | "taxTotal" | "grossTotal" | "withholding" | "prepaid" | "rounding" | "previousBalance" | "amountDue";
/**
 * `changes` lead from the lines to the net (or gross) total, `settlements` from the gross total to what is due. `chance`
 * bounds the probability that all equations of the proof hold by coincidence.
 */
export type Totals = {
  values: Partial<Record<TotalName, Total>>; taxes: TaxRow[]; changes: Term[]; settlements: Term[]; bases?: NumberCandidate[];
  equations: Equation[]; proof: Proof; chance: number; pairs: readonly Ranked<NumberCandidate>[];
};

export type ItemFacts = { sum: Amount; count: number; gross: boolean; lines: ReadonlySet<number>; headerLines: ReadonlySet<number>; rows: readonly ItemRow[] };

const MONEY_FIELDS: ReadonlySet<LabelField> = new Set(["netTotal", "taxTotal", "grossTotal", "amountDue", "prepaid", "rounding", "lineTotal", "allowance", "charge", "otherMoney"]);

/** `receipt`: a till receipt, where money given and change vouch for the total, and the rounded total is the total. */
export function totalsOf(layout: Layout, labels: readonly Label[], numbers: readonly NumberCandidate[], items: ItemFacts | null, receipt: boolean, known: LayoutMemory | null = null): Totals {
  const labelsOn = groupBy(labels, (label) => label.line);
  const numbersOn = groupBy(numbers, (number) => number.line);
  const eligible = numbers.filter((number) => !items?.lines.has(number.line) || labelsOn(number.line).some((label) => label.first === 0 && MONEY_FIELDS.has(label.field)));
  const usable = labels.filter((label) => !(receipt && (label.field === "amountDue" || label.field === "grossTotal") && /\bchange\b|\bbalance (?:before|after)\b/i.test(layout.lines[label.line]!.text)) && !items?.headerLines.has(label.line) && !items?.lines.has(label.line) && !qualifies(label, labelsOn(label.line), numbersOn(label.line)));
  const pairs = [...rememberedPairs(layout, eligible, known), ...moneyPairs(layout, usable, eligible)];
  const taxes = taxRowsOf(layout, usable, eligible, pairs);
  const till = receipt ? tillFacts(pairs, labels, numbers) : null;
  const best = search(pairs, taxes, items, eligible, till);
  const settled = { ...settle(best, pairs, taxes, items, eligible, till), taxes, pairs };
  const equations = equationsOf(settled, items, numbers, till);
  return { ...settled, equations, ...proofOf(settled, items, equations) };
}

/** Where earlier documents of this layout had an amount, it is as good as labelled: arithmetic still decides. */
function rememberedPairs(layout: Layout, numbers: readonly NumberCandidate[], known: LayoutMemory | null): Ranked<NumberCandidate>[] {
  return (["netTotal", "taxTotal", "grossTotal", "amountDue", "prepaid", "rounding"] as const).flatMap((field) => {
    const point = pointer(known, layout, field);
    return point ? numbers.flatMap((candidate): Ranked<NumberCandidate>[] => {
      const strength = point({ page: candidate.page, box: candidate.box, text: candidate.raw });
      const { segment, line, page, box } = candidate;
      return strength > 0 ? [{ candidate, label: { field, weight: 1, segment, line, page, words: [], first: 0, last: 0, inside: false, box, text: REMEMBERED_PLACE }, relation: "right", score: 1.3 * strength }] : [];
    }) : [];
  });
}

/** "Total (incl. VAT)": a money word right behind another one, without a number between, only qualifies it. */
function qualifies(label: Label, labels: readonly Label[], numbers: readonly NumberCandidate[]): boolean {
  if (!MONEY_FIELDS.has(label.field)) return false;
  return labels.some((other) => other.segment === label.segment && MONEY_FIELDS.has(other.field) && other.last < label.first && label.first - other.last <= 4 &&
    !numbers.some((number) => number.segment === label.segment && number.box.x > other.box.x && number.box.x < label.box.x));
}

/** Labelled amounts. On a label's own line the last amount before the next label is the total; those before are rates and bases. */
function moneyPairs(layout: Layout, labels: readonly Label[], numbers: readonly NumberCandidate[]): Ranked<NumberCandidate>[] {
  const withCents = numbers.filter((number) => number.decimals === 2).length;
  const fits = (field: LabelField, number: NumberCandidate): number => {
    if (number.percent) return 0;
    // Where everything is printed with cents, a number without has lost its point or is none of the money.
    if (number.decimals === 0 && !number.currency && withCents >= 4) return 0;
    if (field === "rounding" && abs(number.amount) > 1_000_000n) return 0;
    if (looksLikeMoney(number)) return 1;
    if (number.decimals === 0) return abs(number.amount) >= 1_000_000_000_000n ? 0 : 0.45;
    return 0.4;
  };
  const pairs = pairUp(layout, labels, numbers, MONEY_FIELDS, fits);
  const columns = summaryHeadings(layout, labels, numbers);
  const labelsOn = groupBy(labels, (label) => label.line);
  const ofLabel = new Map<Label, Ranked<NumberCandidate>[]>();
  for (const pair of pairs) ofLabel.set(pair.label, [...(ofLabel.get(pair.label) ?? []), pair]);
  const ruled = pairs.map((pair) => {
    if (columns.has(pair.label.line) && pair.candidate.line !== pair.label.line) return { ...pair, score: pair.score * 0.3 };
    if (pair.relation !== "right" && pair.relation !== "same_text") return pair;
    const rivals = ofLabel.get(pair.label)!.filter((other) => (other.relation === "right" || other.relation === "same_text") && looksLikeMoney(other.candidate) === looksLikeMoney(pair.candidate));
    const nextLabel = labelsOn(pair.label.line).filter((other) => other.box.x > right(pair.label.box) && MONEY_FIELDS.has(other.field) && other.box.x < pair.candidate.box.x && !(other.field === "taxTotal" && other.segment === pair.label.segment));
    if (nextLabel.length > 0) return { ...pair, score: pair.score * 0.6 };
    const last = rivals.reduce((a, b) => (b.candidate.box.x > a.candidate.box.x && !labelsOn(a.candidate.line).some((other) => MONEY_FIELDS.has(other.field) && other.box.x > a.candidate.box.x && other.box.x < b.candidate.box.x) ? b : a));
    return { ...pair, score: last.candidate === pair.candidate ? Math.max(...rivals.map((each) => each.score)) : pair.score * 0.6 };
  });
  return dedupe([...ruled, ...stripPairs(layout, labels, numbers), ...besideRates(columns, labels, numbers)].sort((a, b) => b.score - a.score));
}

/** In a strip of totals each figure answers the heading it is aligned with, wherever in it the known word stands ("plus 19 % VAT"). */
function stripPairs(layout: Layout, labels: readonly Label[], numbers: readonly NumberCandidate[]): Ranked<NumberCandidate>[] {
  const on = { numbers: groupBy(numbers, (number) => number.line), labels: groupBy(labels, (label) => label.line) };
  return [...stripLines(layout, on)].flatMap((line) => layout.lines[line - 1]!.segments.flatMap((heading): Ranked<NumberCandidate>[] => {
    const label = on.labels(line - 1).filter((each) => each.segment === heading && MONEY_FIELDS.has(each.field)).sort((a, b) => a.first - b.first)[0];
    const candidate = on.numbers(line).find((number) => looksLikeMoney(number) && !number.percent && (Math.abs(number.segment.box.x - heading.box.x) < 2 || Math.abs(right(number.segment.box) - right(heading.box)) < 2));
    return label && candidate ? [{ candidate, label, relation: "below", score: 0.7 }] : [];
  }));
}

/** The one figure under "TOTAL FACTURA" in a summary by rate belongs to no rate: it is the invoice's total, beside whichever row it stands. */
function besideRates(headings: ReadonlySet<number>, labels: readonly Label[], numbers: readonly NumberCandidate[]): Ranked<NumberCandidate>[] {
  return labels.filter((label) => headings.has(label.line) && (label.field === "grossTotal" || label.field === "amountDue")).flatMap((label): Ranked<NumberCandidate>[] => {
    const under = numbers.filter((number) => number.page === label.page && number.line > label.line && number.line <= label.line + 5 && looksLikeMoney(number) && !number.percent && overlapX(number.box, label.box) > 0.3);
    return under.length === 1 ? [{ candidate: under[0]!, label, relation: "below", score: 0.8 }] : [];
  });
}

/** Headings of a tax summary with several rows ("Rate  Net  VAT  Gross"): none of its figures is a total by itself. */
function summaryHeadings(layout: Layout, labels: readonly Label[], numbers: readonly NumberCandidate[]): Set<number> {
  const onLine = groupBy(numbers, (number) => number.line);
  const labelsOn = groupBy(labels, (label) => label.line);
  const money = (index: number): number => onLine(index).filter(looksLikeMoney).length;
  const headings = new Set<number>();
  for (const line of layout.lines) {
    const words = new Set(labelsOn(line.index).filter((label) => ["netTotal", "taxTotal", "grossTotal", "taxRate", "taxBase"].includes(label.field)).map((label) => label.words[0]));
    if (words.size < 2 || money(line.index) > 0) continue;
    let rows = 0;
    // In a strip of sums further headings follow their figures; in a summary by rate figures follow figures.
    for (let step = 1; step <= 5 && layout.lines[line.index + step]?.page === line.page; step++) {
      if (money(line.index + step) >= 2) rows++;
      else if (money(line.index + step) === 0 && labelsOn(line.index + step).some((label) => MONEY_FIELDS.has(label.field))) break;
    }
    if (rows >= 2) headings.add(line.index);
  }
  return headings;
}

/** A label printed above a column of figures, or one phrase with two readings, must not count twice. */
function dedupe(pairs: Ranked<NumberCandidate>[]): Ranked<NumberCandidate>[] {
  const seen = new Set<string>();
  return pairs.filter((pair) => {
    const key = `${pair.label.field}:${pair.candidate.line}:${pair.candidate.from}:${pair.candidate.segment.box.x}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Rows that state a tax by rate: a percentage with one or two amounts of which one is that share of the other. */
function taxRowsOf(layout: Layout, labels: readonly Label[], numbers: readonly NumberCandidate[], pairs: readonly Ranked<NumberCandidate>[]): TaxRow[] {
  const rows: TaxRow[] = [];
  const reductions = new Set(labels.filter((label) => (label.field === "allowance" || label.field === "charge") && label.first === 0).map((label) => label.line));
  const taxLines = new Set(labels.filter((label) => label.field === "taxTotal" || label.field === "taxRate" || label.field === "taxBase").map((label) => label.line));
  const onLine = groupBy(numbers, (number) => number.line);
  for (const line of layout.lines) {
    const here = onLine(line.index);
    const money = here.filter((number) => !number.percent && (looksLikeMoney(number) || number.decimals > 0));
    const below = taxLines.has(line.index) || [1, 2, 3, 4].some((step) => taxLines.has(line.index - step));
    if (!below || money.length === 0 || reductions.has(line.index)) continue;
    const rates = here.filter((number) => number.percent || (number.decimals <= 2 && !number.currency && number.amount >= 0n && number.amount <= 30_000_000n));
    const found = rates.flatMap((rate) => money.flatMap((base) => money.filter((tax) => tax !== base && tax !== rate && base !== rate && holdsRate(base.amount, rate.amount, tax.amount)).map((tax) => ({ rate, base, tax }))))
      .sort((a, b) => Number(b.rate.percent) - Number(a.rate.percent) || (a.rate.amount === 0n ? 1 : 0) - (b.rate.amount === 0n ? 1 : 0))[0];
    if (found && (found.rate.amount !== 0n || taxLines.has(line.index))) {
      const behind = money.filter((number) => number.box.x > found.base.box.x && number.box.x > found.tax.box.x && looksLikeMoney(number));
      rows.push({ rate: found.rate.amount, rateFrom: found.rate, base: found.base, amount: found.tax, ...(behind.length === 1 ? { gross: behind[0]! } : {}), holds: true });
      continue;
    }
    const percent = here.find((number) => number.percent);
    const labelled = pairs.find((pair) => pair.label.field === "taxTotal" && pair.candidate.line === line.index && (pair.relation === "right" || pair.relation === "same_text"));
    if (percent && labelled && taxLines.has(line.index)) rows.push({ rate: percent.amount, rateFrom: percent, amount: labelled.candidate, holds: false });
  }
  // "VAT 21 % incl." as a heading above its amount.
  if (rows.length === 0) for (const { label, candidate, relation, score } of pairs) {
    const rate = label.field === "taxTotal" && relation === "below" && score > 0.5 && looksLikeMoney(candidate) ? onLine(label.line).find((number) => number.percent && number.segment === label.segment) : undefined;
    if (rate && !rows.some((row) => row.rateFrom === rate || row.amount === candidate)) rows.push({ rate: rate.amount, rateFrom: rate, amount: candidate, holds: false });
  }
  // "incl. VAT 21 %   542.68": the words name the total it is a part of, the rate says what it is.
  if (rows.length === 0) for (const line of layout.lines) {
    const [rate, amount, ...more] = [...onLine(line.index)].sort((a, b) => Number(b.percent) - Number(a.percent));
    if (!rate?.percent || rate.amount <= 0n || !amount || amount.percent || more.length > 0 || !looksLikeMoney(amount) || reductions.has(line.index) || !NAMES_TAX.test(line.text)) continue;
    if (pairs.some((pair) => (pair.label.field === "grossTotal" || pair.label.field === "amountDue") && abs(amount.amount) * 3n < abs(pair.candidate.amount))) rows.push({ rate: rate.amount, rateFrom: rate, amount, holds: false });
  }
  // The same summary may be printed on every page, or as a table and again as text.
  const same = (row: TaxRow, other: TaxRow): boolean => other.rate === row.rate && other.amount?.amount === row.amount?.amount && nameOf(other) === nameOf(row);
  const stated = rows.filter((row) => row.base || !rows.some((other) => other.base && same(row, other)));
  return stated.filter((row, i) => stated.findIndex((other) => same(row, other) && (other.base?.amount === row.base?.amount || !row.base)) === i);
}

const NAMES_TAX = /(?<!\p{L})(?:vat|tva|iva|btw|mwst|ust|moms|mva|alv|gst|sst|hst|dph|pdv|tax)(?!\p{L})/iu;

/** "CGST 9 %" and "SGST 9 %" are two taxes though rate and amount agree. */
const nameOf = (row: TaxRow): string => /\b[CSIU]GST\b/i.exec(row.amount?.segment.text ?? "")?.[0] ?? /\b[CSIU]GST\b/i.exec(row.rateFrom?.segment.text ?? "")?.[0] ?? "";

export const holdsRate = (base: Amount, rate: Amount, tax: Amount): boolean => rate >= 0n && near(percentOf(base, rate), tax, CENT) && (rate !== 0n ? abs(base) >= abs(tax) : true);
