/**
 * Totals as a small search: which of the labelled amounts are net, tax, gross and due, so that they add up? Labels
 * propose, arithmetic decides. Random amounts fulfil net + tax = gross by chance on long invoices, so an equation
 * counts as proof only together with labels and a tax rate that exists.
 */
import { abs, amountShown, amountText, CENT, near, percentOf, sum, type Amount } from "./amount.ts";
import { looksLikeMoney, type NumberCandidate } from "./candidates.ts";
import type { Label, LabelField } from "./labels.ts";
import { groupBy, right, type Layout } from "./lines.ts";
import { pointer, type LayoutMemory } from "./memory.ts";
import { REMEMBERED_PLACE } from "./model.ts";
import { pairUp, type Ranked } from "./rank.ts";
import type { Proof } from "./reading.ts";
import { tillFacts, tillSupport, tillTotals, type TillFacts } from "./till.ts";

/** A total as chosen: read from `candidate`, or computed (`formula`), with the facts that support it. */
export type Total = { amount: Amount; candidate?: NumberCandidate; formula?: string; score: number; checks: string[]; runnersUp: { candidate: NumberCandidate; score: number }[] };
export type TaxRow = { rate?: Amount; rateFrom?: NumberCandidate; base?: NumberCandidate; amount?: NumberCandidate; holds: boolean };
export type Equation = { name: string; holds: boolean; equation: string; difference?: string; operands: string[] };
export type TotalName = "netTotal" | "taxTotal" | "grossTotal" | "amountDue" | "prepaid" | "rounding";
export type Totals = { values: Partial<Record<TotalName, Total>>; taxes: TaxRow[]; equations: Equation[]; proof: Proof };

export type ItemFacts = { sum: Amount; count: number; gross: boolean; lines: ReadonlySet<number>; headerLines: ReadonlySet<number> };

const MONEY_FIELDS: ReadonlySet<LabelField> = new Set(["netTotal", "taxTotal", "grossTotal", "amountDue", "prepaid", "rounding", "lineTotal", "allowance", "charge", "otherMoney"]);
/** Value added, goods and sales taxes in force or lately in force in Europe, Asia-Pacific and America, in percent. */
const RATES = "0 1 2 2.1 2.5 2.6 3 3.7 3.8 4 4.8 5 5.5 6 7 7.5 7.7 8 8.1 8.5 9 9.5 10 11 12 12.5 13 13.5 14 15 16 17 18 19 20 21 22 23 24 25 25.5 26 27 28".split(" ").map((rate) => BigInt(Math.round(Number(rate) * 1_000_000)));

const BONUS = { equation: 1.5, rate: 0.4, lines: 0.7, wrong: -1.2, netAboveGross: -1, equals: 0.12, big: 0.12 };

/** `receipt`: a till receipt, where money given and change vouch for the total, and the rounded total is the total. */
export function totalsOf(layout: Layout, labels: readonly Label[], numbers: readonly NumberCandidate[], items: ItemFacts | null, receipt: boolean, known: LayoutMemory | null = null): Totals {
  const labelsOn = groupBy(labels, (label) => label.line);
  const numbersOn = groupBy(numbers, (number) => number.line);
  const eligible = numbers.filter((number) => !items?.lines.has(number.line) || labelsOn(number.line).some((label) => label.first === 0 && MONEY_FIELDS.has(label.field)));
  const usable = labels.filter((label) => !(receipt && (label.field === "amountDue" || label.field === "grossTotal") && /\bchange\b/i.test(layout.lines[label.line]!.text)) && !items?.headerLines.has(label.line) && !items?.lines.has(label.line) && !qualifies(label, labelsOn(label.line), numbersOn(label.line)));
  const pairs = [...rememberedPairs(layout, eligible, known), ...moneyPairs(layout, usable, eligible)];
  const taxes = taxRowsOf(layout, usable, eligible, pairs);
  const till = receipt ? tillFacts(pairs, labels, numbers) : null;
  const best = search(pairs, taxes, items, eligible, till);
  return conclude(best, pairs, taxes, items, eligible, till);
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
  return dedupe(ruled.sort((a, b) => b.score - a.score));
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
      rows.push({ rate: found.rate.amount, rateFrom: found.rate, base: found.base, amount: found.tax, holds: true });
      continue;
    }
    const percent = here.find((number) => number.percent);
    const labelled = pairs.find((pair) => pair.label.field === "taxTotal" && pair.candidate.line === line.index && (pair.relation === "right" || pair.relation === "same_text"));
    if (percent && labelled && taxLines.has(line.index)) rows.push({ rate: percent.amount, rateFrom: percent, amount: labelled.candidate, holds: false });
  }
  // The same summary may be printed on every page, or as a table and again as text.
  return rows.filter((row, i) => rows.findIndex((other) => other.rate === row.rate && other.amount?.amount === row.amount?.amount && (other.base?.amount === row.base?.amount || !row.base) && nameOf(other) === nameOf(row)) === i);
}

/** "CGST 9 %" and "SGST 9 %" are two taxes though rate and amount agree. */
const nameOf = (row: TaxRow): string => /\b[CSIU]GST\b/i.exec(row.amount?.segment.text ?? "")?.[0] ?? /\b[CSIU]GST\b/i.exec(row.rateFrom?.segment.text ?? "")?.[0] ?? "";

const holdsRate = (base: Amount, rate: Amount, tax: Amount): boolean => rate >= 0n && near(percentOf(base, rate), tax, CENT) && (rate !== 0n ? abs(base) >= abs(tax) : true);

type Sum = { amount: Amount; parts: NumberCandidate[] };
type Choice = { net?: Ranked<NumberCandidate>; /** the bases of a tax summary, where no net total is printed */ bases?: Sum; tax?: { amount: Amount; pair?: Ranked<NumberCandidate>; parts?: NumberCandidate[] }; gross?: Ranked<NumberCandidate>; score: number; adds: boolean; rated: boolean };

function search(pairs: readonly Ranked<NumberCandidate>[], taxes: readonly TaxRow[], items: ItemFacts | null, numbers: readonly NumberCandidate[], till: TillFacts | null): Choice {
  const of = (field: LabelField): Ranked<NumberCandidate>[] => distinctAmounts(pairs.filter((pair) => pair.label.field === field)).slice(0, 7);
  const nets = [...of("netTotal"), ...of("lineTotal").map((pair) => ({ ...pair, score: pair.score * 0.5 }))].slice(0, 8);
  const grosses = distinctAmounts([...pairs.filter((pair) => pair.label.field === "grossTotal"), ...pairs.filter((pair) => pair.label.field === "amountDue").map((pair) => ({ ...pair, score: pair.score * 0.75 })), ...tillTotals(till, pairs, numbers)].sort((a, b) => b.score - a.score)).slice(0, 12);
  const taxChoices = taxCandidates(of("taxTotal"), pairs, taxes);
  const rates = [...new Set([...numbers.filter((number) => number.percent && number.amount > 0n && number.amount < 40_000_000n).map((number) => number.amount)])];
  let best: Choice = { score: 0, adds: false, rated: false };
  const adjusted = adjustedSums(items, pairs);
  const named = nets.some((pair) => adjusted.has(pair.candidate.amount));
  const held = taxes.filter((row) => row.holds && row.base && row.amount);
  const bases: Sum | undefined = held.length >= 2 ? { amount: sum(held.map((row) => row.base!.amount)), parts: held.map((row) => row.base!) } : undefined;
  if (bases) {
    const tax = taxChoices.find((choice) => choice.amount === sum(held.map((row) => row.amount!.amount)));
    for (const gross of grosses) {
      const choice = judge({ amount: bases.amount, score: 0.6 }, tax, gross, { taxes, items, rates, till, numbers, adjusted, named });
      if (tax && choice.adds && choice.score > best.score) best = { ...choice, bases };
    }
  }
  for (const net of [undefined, ...nets]) {
    for (const tax of [undefined, ...taxChoices]) {
      for (const gross of [undefined, ...grosses]) {
        if (!net && !tax && !gross) continue;
        if (net && gross && net.candidate === gross.candidate) continue;
        if (tax?.pair && (tax.pair.candidate === net?.candidate || tax.pair.candidate === gross?.candidate)) continue;
        const choice = judge(net && { amount: net.candidate.amount, score: net.score, pair: net }, tax, gross, { taxes, items, rates, till, numbers, adjusted, named });
        if (choice.score > best.score + 1e-9) best = choice;
      }
    }
  }
  return best;
}

/** What the lines come to after the printed discounts and charges, in every combination; without the bare sum itself. */
function adjustedSums(items: ItemFacts | null, pairs: readonly Ranked<NumberCandidate>[]): Set<Amount> {
  const sums = new Set<Amount>();
  if (!items || items.count === 0) return sums;
  const changes = distinctAmounts(pairs.filter((pair) => (pair.label.field === "charge" || pair.label.field === "allowance") && pair.score > 0.35 && pair.candidate.amount !== 0n)).slice(0, 4)
    .map((pair) => (pair.label.field === "charge" ? pair.candidate.amount : -abs(pair.candidate.amount)));
  for (let mask = 1; mask < 1 << changes.length; mask++) sums.add(items.sum + sum(changes.filter((_, i) => mask & (1 << i))));
  sums.delete(items.sum);
  return sums;
}

function judge(net: { amount: Amount; score: number; pair?: Ranked<NumberCandidate> } | undefined, tax: Choice["tax"], gross: Ranked<NumberCandidate> | undefined, facts: { taxes: readonly TaxRow[]; items: ItemFacts | null; rates: readonly Amount[]; till: TillFacts | null; numbers: readonly NumberCandidate[]; adjusted: ReadonlySet<Amount>; named: boolean }): Choice {
  const taxScore = tax ? (tax.pair ? tax.pair.score : 0.7) : 0;
  let score = (net?.score ?? 0) + taxScore + (gross?.score ?? 0);
  let adds = false;
  let rated = false;
  const [n, t, g] = [net?.amount, tax?.amount, gross?.candidate.amount];
  if (n !== undefined && t !== undefined && g !== undefined) {
    adds = near(n + t, g, CENT * 2n) || (t > 0n && n < 0n && near(n - t, g, CENT * 2n));
    score += adds ? (n + t === g ? BONUS.equation : 0.6 * BONUS.equation) : BONUS.wrong;
  } else if (n !== undefined && g !== undefined && t === undefined) {
    if (abs(n) > abs(g)) score += BONUS.netAboveGross;
    else if (n !== g && facts.rates.some((rate) => near(n + percentOf(n, rate), g, CENT * 2n))) { score += 0.6; rated = true; }
    else if (n === g) score += 0.2;
  }
  if (t !== undefined && (n !== undefined || g !== undefined)) {
    const base = n ?? g! - t;
    if (abs(t) >= abs(base) && t !== 0n) score -= 1;
    else if (t !== 0n && (isLegal(base, t, facts.rates) || (facts.taxes.length > 1 && t === sum(facts.taxes.flatMap((row) => (row.amount ? [row.amount.amount] : [])))))) { rated = true; score += adds || n === undefined ? BONUS.rate : BONUS.rate / 2; }
  }
  if (facts.items && facts.items.count > 0) {
    const net = n ?? (g !== undefined && t !== undefined ? g - t : undefined);
    if (!facts.items.gross && net !== undefined && facts.adjusted.has(net)) score += 1.3 * BONUS.lines;
    else if (!facts.items.gross && net !== undefined && near(net, facts.items.sum, CENT) && !facts.named) score += BONUS.lines;
    if (g !== undefined && near(g, facts.items.sum, CENT) && (facts.items.gross || t === undefined || t === 0n)) score += BONUS.lines * 0.8;
  }
  if (g !== undefined) {
    if (facts.till) score += tillSupport(g, gross!.candidate, facts.till, facts.numbers);
    const same = facts.numbers.filter((number) => looksLikeMoney(number) && number.amount === g).length;
    score += BONUS.equals * Math.min(3, same - 1);
    score += BONUS.big * Math.min(1.5, Math.max(0, gross!.candidate.segment.fontSize / 10 - 1));
    if (g === 0n) score -= 0.6;
  }
  return { ...(net?.pair ? { net: net.pair } : {}), ...(tax ? { tax } : {}), ...(gross ? { gross } : {}), score, adds, rated };
}

/** A single labelled tax, or the sum of the rows of a tax summary. */
function taxCandidates(labelled: readonly Ranked<NumberCandidate>[], pairs: readonly Ranked<NumberCandidate>[], taxes: readonly TaxRow[]): NonNullable<Choice["tax"]>[] {
  const choices: NonNullable<Choice["tax"]>[] = labelled.map((pair) => ({ amount: pair.candidate.amount, pair }));
  const add = (parts: NumberCandidate[]): void => {
    if (parts.length === 0) return;
    const amount = sum(parts.map((part) => part.amount));
    if (!choices.some((choice) => choice.amount === amount)) choices.push({ amount, parts });
  };
  add(taxes.flatMap((row) => (row.amount ? [row.amount] : [])));
  add(taxes.filter((row) => row.holds).flatMap((row) => (row.amount ? [row.amount] : [])));
  // CGST + SGST, or two VAT lines without a summary: all tax labels on lines of their own.
  const own = distinctLines(pairs.filter((pair) => pair.label.field === "taxTotal" && pair.score > 0.5));
  if (own.length >= 2 && own.length <= 5) add(own.map((pair) => pair.candidate));
  return choices;
}

const distinctLines = (pairs: readonly Ranked<NumberCandidate>[]): Ranked<NumberCandidate>[] => pairs.filter((pair, i) => pairs.findIndex((other) => other.candidate.line === pair.candidate.line) === i);
const distinctAmounts = (pairs: readonly Ranked<NumberCandidate>[]): Ranked<NumberCandidate>[] => pairs.filter((pair, i) => pairs.findIndex((other) => other.candidate.amount === pair.candidate.amount) === i);

function isLegal(base: Amount, tax: Amount, printed: readonly Amount[]): boolean {
  return [...printed, ...RATES].some((rate) => near(percentOf(base, rate), tax, CENT * 2n));
}

function conclude(best: Choice, pairs: readonly Ranked<NumberCandidate>[], taxes: TaxRow[], items: ItemFacts | null, numbers: readonly NumberCandidate[], till: TillFacts | null): Totals {
  const values: Totals["values"] = {};
  const equations: Equation[] = [];
  const runners = (field: LabelField, chosen: NumberCandidate | undefined): Total["runnersUp"] => distinctAmounts(pairs.filter((pair) => pair.label.field === field && pair.candidate.amount !== chosen?.amount)).slice(0, 3).map(({ candidate, score }) => ({ candidate, score }));
  if (best.net) values.netTotal = { amount: best.net.candidate.amount, candidate: best.net.candidate, score: best.net.score, checks: ["label"], runnersUp: runners("netTotal", best.net.candidate) };
  if (best.bases) values.netTotal = { amount: best.bases.amount, formula: `${best.bases.parts.map((part) => amountShown(part.amount)).join(" + ")} = ${amountShown(best.bases.amount)}`, score: 0.7, checks: ["tax_bases"], runnersUp: [] };
  if (best.gross) values.grossTotal = { amount: best.gross.candidate.amount, candidate: best.gross.candidate, score: best.gross.score, checks: ["label"], runnersUp: runners("grossTotal", best.gross.candidate) };
  if (best.tax) {
    const { pair, parts, amount } = best.tax;
    if (pair) values.taxTotal = { amount, candidate: pair.candidate, score: pair.score, checks: ["label"], runnersUp: runners("taxTotal", pair.candidate) };
    else if (parts!.length === 1) values.taxTotal = { amount, candidate: parts![0]!, score: 0.8, checks: ["tax_row"], runnersUp: [] };
    else values.taxTotal = { amount, formula: `${parts!.map((part) => amountShown(part.amount)).join(" + ")} = ${amountShown(amount)}`, score: 0.8, checks: ["tax_rows"], runnersUp: [] };
  }
  const disputed = !best.adds && !till ? dispute(values, pairs) : false;
  if (!disputed) deriveMissing(values, best, taxes, items, numbers);
  if (!values.grossTotal && till?.expected != null) values.grossTotal = { amount: till.expected, formula: `${amountShown(abs(till.paid!.candidate.amount))} − ${amountShown(abs(till.change!.candidate.amount))} = ${amountShown(till.expected)}`, score: 0.4, checks: ["paid_less_change"], runnersUp: [] };
  settleDue(values, pairs);
  const proof = prove(values, taxes, items, equations, best, till);
  return { values, taxes, equations, proof };
}

/**
 * Each total has one clear label and one amount, and they do not add up: all three are shown, and the contradiction
 * with them, rather than a pair that happens to look well.
 */
function dispute(values: Totals["values"], pairs: readonly Ranked<NumberCandidate>[]): boolean {
  const names = ["netTotal", "taxTotal", "grossTotal"] as const;
  const only = names.map((name) => {
    const clear = distinctAmounts(pairs.filter((pair) => pair.label.field === name && pair.score > 0.5));
    return clear.length === 1 && clear[0]!.score >= 0.75 ? clear[0]! : null;
  });
  const [net, tax, gross] = only;
  if (!net || !tax || !gross || new Set(only.map((pair) => pair!.candidate)).size < 3) return false;
  if (near(net.candidate.amount + tax.candidate.amount, gross.candidate.amount, CENT * 2n) || net.candidate.amount === gross.candidate.amount) return false;
  names.forEach((name, i) => (values[name] ??= { amount: only[i]!.candidate.amount, candidate: only[i]!.candidate, score: only[i]!.score, checks: ["label"], runnersUp: [] }));
  return values.netTotal!.candidate === net.candidate && values.taxTotal!.candidate === tax.candidate && values.grossTotal!.candidate === gross.candidate;
}

/** Fills in what follows from the rest, as derived values with their formula; only where a printed rate or the lines support it. */
function deriveMissing(values: Totals["values"], best: Choice, taxes: readonly TaxRow[], items: ItemFacts | null, numbers: readonly NumberCandidate[]): void {
  const { netTotal: net, taxTotal: tax, grossTotal: gross } = values;
  const printed = (amount: Amount, wanted: (number: NumberCandidate) => boolean): NumberCandidate | undefined => numbers.find((number) => looksLikeMoney(number) && number.amount === amount && wanted(number));
  if (net && gross && !tax && best.rated) {
    const amount = gross.amount - net.amount;
    const found = printed(amount, (number) => taxes.some((row) => row.amount === number));
    values.taxTotal = { amount, ...(found ? { candidate: found } : { formula: `${amountShown(gross.amount)} − ${amountShown(net.amount)} = ${amountShown(amount)}` }), score: 0.7, checks: ["gross_less_net"], runnersUp: [] };
  } else if (gross && tax && !net && abs(tax.amount) < abs(gross.amount)) {
    const amount = gross.amount - tax.amount;
    const base = taxes.filter((row) => row.base).map((row) => row.base!);
    const found = base.find((each) => each.amount === amount) ?? printed(amount, () => true);
    if (best.rated || found || (items && near(items.sum, amount, CENT))) values.netTotal = { amount, ...(found ? { candidate: found } : { formula: `${amountShown(gross.amount)} − ${amountShown(tax.amount)} = ${amountShown(amount)}` }), score: 0.7, checks: ["gross_less_tax"], runnersUp: [] };
  } else if (net && tax && !gross) {
    const amount = net.amount + tax.amount;
    const found = printed(amount, () => true);
    values.grossTotal = { amount, ...(found ? { candidate: found } : { formula: `${amountShown(net.amount)} + ${amountShown(tax.amount)} = ${amountShown(amount)}` }), score: 0.7, checks: ["net_plus_tax"], runnersUp: [] };
  } else if (gross && !net && !tax && items && items.count > 0 && !items.gross) {
    const found = printed(items.sum, () => true);
    const amount = gross.amount - items.sum;
    if (amount !== 0n && isLegal(items.sum, amount, numbers.filter((number) => number.percent).map((number) => number.amount))) {
      values.netTotal = { amount: items.sum, ...(found ? { candidate: found } : { formula: `sum of ${items.count} lines = ${amountShown(items.sum)}` }), score: 0.6, checks: ["lines_sum"], runnersUp: [] };
      values.taxTotal = { amount, formula: `${amountShown(gross.amount)} − ${amountShown(items.sum)} = ${amountShown(amount)}`, score: 0.6, checks: ["gross_less_net"], runnersUp: [] };
    }
  }
}

/** What is left to pay: gross less prepayments plus rounding, whether printed or computed. */
function settleDue(values: Totals["values"], pairs: readonly Ranked<NumberCandidate>[]): void {
  const gross = values.grossTotal;
  const due = distinctAmounts(pairs.filter((pair) => pair.label.field === "amountDue"));
  const prepaid = distinctAmounts(pairs.filter((pair) => pair.label.field === "prepaid" && pair.candidate.amount !== 0n));
  const rounding = distinctAmounts(pairs.filter((pair) => pair.label.field === "rounding"));
  const total = (pair: Ranked<NumberCandidate>, checks: string[]): Total => ({ amount: pair.candidate.amount, candidate: pair.candidate, score: pair.score, checks: ["label", ...checks], runnersUp: [] });
  if (!gross) {
    if (due[0]) values.amountDue = total(due[0], []);
    return;
  }
  for (const pair of due) {
    if (pair.candidate.amount === gross.amount) continue;
    const paid = prepaid.find((each) => near(gross.amount - abs(each.candidate.amount), pair.candidate.amount, CENT));
    const rounded = rounding.find((each) => near(gross.amount + each.candidate.amount, pair.candidate.amount, CENT));
    if (paid) {
      values.prepaid = { ...total(paid, ["gross_less_prepaid"]), amount: abs(paid.candidate.amount) };
      values.amountDue = total(pair, ["gross_less_prepaid"]);
      return;
    }
    if (rounded) {
      values.rounding = total(rounded, ["gross_plus_rounding"]);
      values.amountDue = total(pair, ["gross_plus_rounding"]);
      return;
    }
  }
  if (due[0] && due[0].score > 0.5) {
    values.amountDue = total(due[0], due[0].candidate.amount === gross.amount ? ["equals_gross"] : []);
    return;
  }
  const paid = prepaid.find((pair) => pair.score > 0.6 && abs(pair.candidate.amount) <= abs(gross.amount));
  if (paid) {
    const amount = gross.amount - abs(paid.candidate.amount);
    values.prepaid = { ...total(paid, []), amount: abs(paid.candidate.amount) };
    values.amountDue = { amount, formula: `${amountShown(gross.amount)} − ${amountShown(abs(paid.candidate.amount))} = ${amountShown(amount)}`, score: 0.5, checks: [], runnersUp: [] };
    return;
  }
  values.amountDue = { amount: gross.amount, formula: `no prepayment is printed: ${amountShown(gross.amount)}`, score: 0.6, checks: prepaid.length === 0 && due.length === 0 && rounding.length === 0 ? ["equals_gross"] : [], runnersUp: [] };
}

/** The equations a person would check, and how far they hold. */
function prove(values: Totals["values"], taxes: readonly TaxRow[], items: ItemFacts | null, equations: Equation[], best: Choice, till: TillFacts | null): Proof {
  const { netTotal: net, taxTotal: tax, grossTotal: gross, amountDue: due, prepaid, rounding } = values;
  let strong = 0;
  let broken = 0;
  const check = (name: string, left: Amount, expected: Amount, tolerance: Amount, shown: string, operands: string[]): boolean => {
    const holds = near(left, expected, tolerance);
    equations.push({ name, holds, equation: `${shown} ${left === expected ? "=" : holds ? "≈" : "≠"} ${amountShown(expected)}`, ...(left === expected ? {} : { difference: amountText(left - expected) }), operands });
    if (!holds) broken++;
    return holds;
  };
  const readAll = (net?.candidate || best.bases) && gross?.candidate;
  // A till that rounds prints the rounded total; the rounding then belongs into the equation.
  const rounded = till && till.rounding !== 0n && net && tax && gross && net.amount + tax.amount !== gross.amount && net.amount + tax.amount + till.rounding === gross.amount;
  if (rounded) check("net_plus_tax_plus_rounding", net.amount + tax.amount + till.rounding, gross.amount, 0n, `${amountShown(net.amount)} + ${amountShown(tax.amount)} + ${amountShown(till.rounding)}`, ["netTotal", "taxTotal", "rounding", "grossTotal"]);
  else if (net && tax && gross && readAll) {
    const holds = check("net_plus_tax", net.amount + tax.amount, gross.amount, 0n, `${amountShown(net.amount)} + ${amountShown(tax.amount)}`, ["netTotal", "taxTotal", "grossTotal"]);
    if (holds) {
      for (const total of [net, tax, gross]) total.checks.push("net_plus_tax");
      strong++;
    }
  }
  taxes.forEach((row, i) => {
    if (!row.holds || !row.base || !row.amount || row.rate === undefined) return;
    equations.push({ name: "tax_of_base", holds: true, equation: `${amountShown(row.base.amount)} × ${amountText(row.rate, 0)} % = ${amountShown(row.amount.amount)}`, operands: [`taxes.${i}.base`, `taxes.${i}.amount`] });
  });
  if (net && tax && taxes.length === 0 && tax.amount !== 0n && best.rated) tax.checks.push("legal_rate");
  const complete = taxes.filter((row) => row.holds && row.amount);
  if (tax && complete.length > 0 && near(sum(complete.map((row) => row.amount!.amount)), tax.amount, CENT * 2n)) {
    tax.checks.push("tax_rows_sum");
    strong++;
  }
  if (items && items.count > 0) {
    // Lines of a consumer's invoice may be printed with tax although no heading says so.
    const withTax = items.gross || (gross !== undefined && near(items.sum, gross.amount, CENT) && net !== undefined && net.amount !== gross.amount);
    const target = withTax ? gross : net;
    const name = withTax ? "grossTotal" : "netTotal";
    if (target && near(items.sum, target.amount, CENT)) {
      check("lines_sum", items.sum, target.amount, CENT, `sum of ${items.count} lines ${amountShown(items.sum)}`, ["lines", name]);
      // Off by a cent it may be rounding, or a changed digit: it is shown, and proves nothing.
      if (items.sum === target.amount) {
        target.checks.push("lines_sum");
        strong++;
      }
    }
  }
  if (gross && due?.candidate && prepaid && due.amount !== gross.amount) check("gross_less_prepaid", gross.amount - prepaid.amount, due.amount, CENT, `${amountShown(gross.amount)} − ${amountShown(prepaid.amount)}`, ["grossTotal", "prepaid", "amountDue"]);
  if (gross && due?.candidate && rounding) check("gross_plus_rounding", gross.amount + rounding.amount, due.amount, CENT, `${amountShown(gross.amount)} + ${amountShown(rounding.amount)}`, ["grossTotal", "rounding", "amountDue"]);
  if (broken > 0) return "contradictory";
  if (strong >= 2) return "complete";
  return strong === 1 ? "partial" : "none";
}

