/**
 * The choice among labelled amounts: which are net, tax and gross, such that they add up? Labels propose, arithmetic
 * decides; a legal rate, the sum of the lines and a till's own sums support one choice or another.
 */
import { abs, CENT, near, percentOf, sum, type Amount } from "./amount.ts";
import { looksLikeMoney, type NumberCandidate } from "./candidates.ts";
import type { LabelField } from "./labels.ts";
import type { Ranked } from "./rank.ts";
import { tillSupport, tillTotals, type TillFacts } from "./till.ts";
import type { ItemFacts, TaxRow } from "./totals.ts";

/** Value added, goods and sales taxes in force or lately in force in Europe, Asia-Pacific and America, in percent. */
const RATES = "0 1 2 2.1 2.5 2.6 3 3.7 3.8 4 4.8 5 5.5 6 7 7.5 7.7 8 8.1 8.5 9 9.5 10 11 12 12.5 13 13.5 14 15 16 17 18 19 20 21 22 23 24 25 25.5 26 27 28".split(" ").map((rate) => BigInt(Math.round(Number(rate) * 1_000_000)));

const BONUS = { equation: 1.5, rate: 0.4, lines: 0.7, wrong: -1.2, netAboveGross: -1, equals: 0.12, big: 0.12 };

/** Tax that the customer keeps back and pays to the state for the supplier. */
export const WITHHELD = /withh|steuerabzug|retenue|retenci|irpf|ritenuta|inhouding|u [źz]r[óo]d|reten[cç]|\btds\b|avdrag|fradrag|trekk/i;

export type Sum = { amount: Amount; parts: NumberCandidate[] };
export type Choice = { net?: Ranked<NumberCandidate>; /** the bases of a tax summary, where no net total is printed */ bases?: Sum; tax?: { amount: Amount; pair?: Ranked<NumberCandidate>; parts?: NumberCandidate[] }; gross?: Ranked<NumberCandidate>; score: number; adds: boolean; rated: boolean };

export function search(pairs: readonly Ranked<NumberCandidate>[], taxes: readonly TaxRow[], items: ItemFacts | null, numbers: readonly NumberCandidate[], till: TillFacts | null): Choice {
  const of = (field: LabelField): Ranked<NumberCandidate>[] => distinctAmounts(pairs.filter((pair) => pair.label.field === field)).slice(0, 7);
  const nets = [...of("netTotal"), ...of("lineTotal").map((pair) => ({ ...pair, score: pair.score * 0.5 }))].slice(0, 8);
  const grosses = distinctAmounts([...pairs.filter((pair) => pair.label.field === "grossTotal"), ...pairs.filter((pair) => pair.label.field === "amountDue").map((pair) => ({ ...pair, score: pair.score * 0.75 })), ...tillTotals(till, pairs, numbers)].sort((a, b) => b.score - a.score)).slice(0, 12);
  const taxChoices = taxCandidates(of("taxTotal"), pairs, taxes);
  const rates = [...new Set([...numbers.filter((number) => number.percent && number.amount > 0n && number.amount < 40_000_000n).map((number) => number.amount)])];
  let best: Choice = { score: 0, adds: false, rated: false };
  const adjusted = adjustedSums(items, pairs);
  const named = nets.some((pair) => adjusted.has(pair.candidate.amount));
  const printed = new Map<Amount, number>();
  for (const number of numbers) if (looksLikeMoney(number)) printed.set(number.amount, (printed.get(number.amount) ?? 0) + 1);
  const withheld = till ? [] : distinctAmounts(pairs.filter((pair) => pair.label.field === "otherMoney" && WITHHELD.test(pair.label.text) && pair.score > 0.35 && pair.candidate.amount !== 0n)).slice(0, 2).map((pair) => abs(pair.candidate.amount));
  const facts = { taxes, items, rates, till, numbers, printed, adjusted, named, withheld };
  const held = taxes.filter((row) => row.holds && row.base && row.amount);
  const bases: Sum | undefined = held.length >= 2 ? { amount: sum(held.map((row) => row.base!.amount)), parts: held.map((row) => row.base!) } : undefined;
  if (bases) {
    const tax = taxChoices.find((choice) => choice.amount === sum(held.map((row) => row.amount!.amount)));
    for (const gross of grosses) {
      const choice = judge({ amount: bases.amount, score: 0.6 }, tax, gross, facts);
      if (tax && choice.adds && choice.score > best.score) best = { ...choice, bases };
    }
  }
  for (const net of [undefined, ...nets]) {
    for (const tax of [undefined, ...taxChoices]) {
      for (const gross of [undefined, ...grosses]) {
        if (!net && !tax && !gross) continue;
        if (net && gross && net.candidate === gross.candidate) continue;
        if (tax?.pair && (tax.pair.candidate === net?.candidate || tax.pair.candidate === gross?.candidate)) continue;
        const choice = judge(net && { amount: net.candidate.amount, score: net.score, pair: net }, tax, gross, facts);
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

function judge(net: { amount: Amount; score: number; pair?: Ranked<NumberCandidate> } | undefined, tax: Choice["tax"], gross: Ranked<NumberCandidate> | undefined, facts: { taxes: readonly TaxRow[]; items: ItemFacts | null; rates: readonly Amount[]; till: TillFacts | null; numbers: readonly NumberCandidate[]; printed: ReadonlyMap<Amount, number>; adjusted: ReadonlySet<Amount>; named: boolean; withheld: readonly Amount[] }): Choice {
  const taxScore = tax ? (tax.pair ? tax.pair.score : 0.7) : 0;
  let score = (net?.score ?? 0) + taxScore + (gross?.score ?? 0);
  let adds = false;
  let rated = false;
  const [n, t, g] = [net?.amount, tax?.amount, gross?.candidate.amount];
  if (n !== undefined && t !== undefined && g !== undefined) {
    adds = near(n + t, g, CENT * 2n) || (t > 0n && n < 0n && near(n - t, g, CENT * 2n));
    // A till's rounding stands between the two to the cent.
    const exact = n + t === g || (facts.till !== null && facts.till.rounding !== 0n && n + t + facts.till.rounding === g);
    // "Total" below a withheld tax is what is left of the two.
    const reduced = !adds && n > 0n && t > 0n && facts.withheld.some((amount) => n + t - amount === g);
    score += adds ? (exact ? BONUS.equation : 0.6 * BONUS.equation) : reduced ? 0.9 * BONUS.equation : BONUS.wrong;
  } else if (n !== undefined && g !== undefined && t === undefined) {
    if (abs(n) > abs(g) || n * g < 0n) score += BONUS.netAboveGross;
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
    const same = facts.printed.get(g) ?? 0;
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
export const distinctAmounts = (pairs: readonly Ranked<NumberCandidate>[]): Ranked<NumberCandidate>[] => pairs.filter((pair, i) => pairs.findIndex((other) => other.candidate.amount === pair.candidate.amount) === i);

export function isLegal(base: Amount, tax: Amount, printed: readonly Amount[]): boolean {
  return [...printed, ...RATES].some((rate) => near(percentOf(base, rate), tax, CENT * 2n));
}
