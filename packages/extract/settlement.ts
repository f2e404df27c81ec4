/**
 * From the chosen net, tax and gross to everything printed around them: discounts and charges between the lines and the
 * net total, prepayments, withheld tax, rounding and an old balance between the gross total and what is due. A printed
 * amount belongs here because its label says so and because the sums close with it.
 */
import { abs, amountShown, CENT, near, percentOf, sum, type Amount } from "./amount.ts";
import { looksLikeMoney, type NumberCandidate } from "./candidates.ts";
import type { LabelField } from "./labels.ts";
import type { Ranked } from "./rank.ts";
import { type TillFacts } from "./till.ts";
import { distinctAmounts, isLegal, WITHHELD, type Choice } from "./totals-search.ts";
import type { Word } from "./words.ts";
import type { ItemFacts, TaxRow, Total, Totals } from "./totals.ts";

export type TermRole = "allowance" | "charge" | "prepaid" | "withholding" | "rounding" | "previousBalance";
/** A printed amount that is added or taken off between two totals; without a label it is known by closing the sum alone. */
export type Term = { role: TermRole; candidate: NumberCandidate; label?: string; words?: readonly Word[]; percent?: NumberCandidate; score: number };

const OLD_BALANCE = /previous|balance (?:brought )?forward|saldo anterior|solde (?:pr[eé]c|ant)|vorsaldo|[üu]bertrag alt|vorig saldo/i;
const MOST_TERMS = 6;

/** What a term adds to the sum it stands in, in a document whose sums have the sign of `whole`. A credit note's discount is added. */
export function worthOf(term: Term, whole: Amount): Amount {
  const { amount } = term.candidate;
  if (term.role === "rounding" || term.role === "charge" || term.role === "previousBalance") return amount;
  return whole < 0n ? abs(amount) : -abs(amount);
}

type Pairs = readonly Ranked<NumberCandidate>[];

export function settle(best: Choice, pairs: Pairs, taxes: TaxRow[], items: ItemFacts | null, numbers: readonly NumberCandidate[], till: TillFacts | null): Pick<Totals, "values" | "changes" | "settlements" | "bases"> {
  const values: Totals["values"] = {};
  const runners = (field: LabelField, chosen: NumberCandidate | undefined): Total["runnersUp"] => distinctAmounts(pairs.filter((pair) => pair.label.field === field && pair.candidate.amount !== chosen?.amount)).slice(0, 3).map(({ candidate, score }) => ({ candidate, score }));
  if (best.net) values.netTotal = { amount: best.net.candidate.amount, candidate: best.net.candidate, score: best.net.score, checks: ["label"], runnersUp: runners("netTotal", best.net.candidate) };
  if (best.bases) values.netTotal = { amount: best.bases.amount, formula: `${best.bases.parts.map((part) => amountShown(part.amount)).join(" + ")} = ${amountShown(best.bases.amount)}`, score: 0.7, checks: ["tax_bases"], runnersUp: [], parts: best.bases.parts };
  if (best.gross) values.grossTotal = { amount: best.gross.candidate.amount, candidate: best.gross.candidate, score: best.gross.score, checks: ["label"], runnersUp: runners("grossTotal", best.gross.candidate) };
  if (best.tax) {
    const { pair, parts, amount } = best.tax;
    if (pair) values.taxTotal = { amount, candidate: pair.candidate, score: pair.score, checks: ["label"], runnersUp: runners("taxTotal", pair.candidate) };
    else if (parts!.length === 1) values.taxTotal = { amount, candidate: parts![0]!, score: 0.8, checks: ["tax_row"], runnersUp: [] };
    else values.taxTotal = { amount, formula: `${parts!.map((part) => amountShown(part.amount)).join(" + ")} = ${amountShown(amount)}`, score: 0.8, checks: ["tax_rows"], runnersUp: [], parts: parts! };
  }
  // The lines lead to an untaxed total: what is called net beside it is a sum of something else.
  if (items && values.grossTotal && values.netTotal && items.sum === values.grossTotal.amount && values.netTotal.amount !== items.sum && (values.taxTotal?.amount ?? 1n) === 0n) delete values.netTotal;
  const terms = termsOf(pairs, values, items);
  const withheld = till ? [] : grossIsDue(values, terms);
  const changes = till ? [] : changesOf(values, terms, items, pairs, numbers);
  const disputed = !best.adds && !till && changes.length === 0 && withheld.length === 0 ? dispute(values, pairs) : false;
  if (!disputed) deriveMissing(values, best, taxes, items, numbers);
  if (changes.length === 0 && !till) changes.push(...changesOf(values, terms, items, pairs, numbers));
  for (const term of changes) {
    const percent = numbers.find((number) => number.percent && number.line === term.candidate.line && number.box.x < term.candidate.box.x);
    if (percent) term.percent = percent;
  }
  if (!values.grossTotal && till?.expected != null) values.grossTotal = { amount: till.expected, formula: `${amountShown(abs(till.paid!.candidate.amount))} − ${amountShown(abs(till.change!.candidate.amount))} = ${amountShown(till.expected)}`, score: 0.4, checks: ["paid_less_change"], runnersUp: [] };
  const settlements = withheld.length > 0 ? withheld : settleDue(values, pairs, terms);
  return { values, changes, settlements, ...(best.bases ? { bases: best.bases.parts } : {}) };
}

/** Labelled amounts that may stand between two totals, each printed place once, best first. */
function termsOf(pairs: Pairs, values: Totals["values"], items: ItemFacts | null): Term[] {
  const taken = new Set(Object.values(values).flatMap((total) => (total?.candidate ? [total.candidate] : [])));
  const terms: Term[] = [];
  for (const pair of pairs) {
    const term = termOf(pair);
    if (term && pair.candidate.amount !== 0n && !taken.has(pair.candidate) && !items?.lines.has(pair.candidate.line) && !terms.some((other) => other.candidate === pair.candidate)) terms.push(term);
  }
  return terms;
}

/** The term that a labelled amount may be, whatever the sums say. */
export function termOf({ candidate, label, score }: Ranked<NumberCandidate>): Term | null {
  const role = score > 0.35 ? roleOf(label.field, label.text) : null;
  return role && { role, candidate, label: label.text, words: label.words, score };
}

function roleOf(field: LabelField, text: string): TermRole | null {
  if (field === "allowance" || field === "charge" || field === "prepaid" || field === "rounding") return field;
  if (field !== "otherMoney") return null;
  return WITHHELD.test(text) ? "withholding" : OLD_BALANCE.test(text) ? "previousBalance" : null;
}

/** The fewest terms that lead from one sum to the other exactly; null when none do. The same amount printed twice counts once. */
export function closing(terms: readonly Term[], from: Amount, to: Amount): Term[] | null {
  const distinct = terms.filter((term, i) => terms.findIndex((other) => other.candidate.amount === term.candidate.amount && other.role === term.role && other.label === term.label) === i).slice(0, MOST_TERMS);
  const whole = from < 0n && to < 0n ? -1n : 1n;
  let found: Term[] | null = null;
  for (let mask = 1; mask < 1 << distinct.length; mask++) {
    const chosen = distinct.filter((_, i) => mask & (1 << i));
    if (found && chosen.length >= found.length) continue;
    if (from + sum(chosen.map((term) => worthOf(term, whole))) === to) found = chosen;
  }
  return found;
}

/** "Total 1,150.00" below a withheld tax, and no gross total: net + tax − withheld is what it says, so it is what is due. */
function grossIsDue(values: Totals["values"], terms: readonly Term[]): Term[] {
  const { netTotal: net, taxTotal: tax, grossTotal: gross } = values;
  if (!net || !tax || !gross?.candidate || near(net.amount + tax.amount, gross.amount, CENT * 2n)) return [];
  const whole = net.amount + tax.amount;
  const held = closing(terms.filter((term) => term.role === "withholding" || term.role === "rounding"), whole, gross.amount);
  if (!held || !held.some((term) => term.role === "withholding")) return [];
  keep(values, held);
  values.amountDue = { ...gross, runnersUp: [] };
  values.grossTotal = { amount: whole, formula: `${amountShown(net.amount)} + ${amountShown(tax.amount)} = ${amountShown(whole)}`, score: 0.7, checks: ["net_plus_tax"], runnersUp: [] };
  return held;
}

/**
 * Discounts and charges between the sum of the lines and the net total (or the gross one, for prices with tax). The label
 * "Subtotal" is used for both sums: where the rest adds up only with the later one, the earlier is the total of the lines.
 */
function changesOf(values: Totals["values"], terms: readonly Term[], items: ItemFacts | null, pairs: Pairs, numbers: readonly NumberCandidate[]): Term[] {
  const { netTotal: net, taxTotal: tax, grossTotal: gross } = values;
  const usable = terms.filter((term) => term.role === "allowance" || term.role === "charge");
  const start = items && items.count > 0 ? items.sum : null;
  const printed = (amount: Amount, except: NumberCandidate | undefined): Ranked<NumberCandidate> | undefined => pairs.find((pair) => pair.candidate.amount === amount && pair.candidate !== except && (pair.label.field === "lineTotal" || pair.label.field === "netTotal" || pair.label.field === "otherMoney") && pair.score > 0.3);
  const lineTotal = (amount: Amount): void => {
    const pair = printed(amount, values.netTotal?.candidate);
    if (pair && !values.lineTotal) values.lineTotal = { amount, candidate: pair.candidate, score: pair.score, checks: ["label"], runnersUp: [] };
  };
  const wanted = gross ? gross.amount - (tax?.amount ?? 0n) : undefined;
  if (net && start === net.amount && (wanted === undefined || wanted === net.amount || gross?.candidate === undefined)) return [];
  if (gross && start === gross.amount) return [];
  // The chosen net is the sum of the lines, and the discounts lead from it to what the rest demands.
  if (net?.candidate && wanted !== undefined && wanted !== net.amount && (start === null || start === net.amount)) {
    const found = closing(usable, net.amount, wanted) ?? (start === null ? null : unlabelled(values, items, numbers, pairs, net.amount, wanted));
    if (found) {
      values.lineTotal = { ...net, runnersUp: [] };
      const real = numbers.find((number) => looksLikeMoney(number) && number.amount === wanted && number !== gross!.candidate && number !== net.candidate && number.line > net.candidate!.line && number.line <= gross!.candidate!.line);
      const formula = `${amountShown(net.amount)}${found.map((term) => signed(worthOf(term, net.amount))).join("")} = ${amountShown(wanted)}`;
      values.netTotal = { amount: wanted, ...(real ? { candidate: real } : { formula }), score: 0.6, checks: real ? ["label"] : ["lines_sum"], runnersUp: [] };
      return found;
    }
  }
  const target = net?.amount ?? (tax && !items?.gross ? wanted : undefined) ?? (tax ? undefined : gross?.amount);
  const from = start ?? pairs.find((pair) => pair.label.field === "lineTotal" && pair.score > 0.5 && pair.candidate !== net?.candidate && pair.candidate.amount !== net?.amount)?.candidate.amount ?? null;
  if (from === null) return [];
  for (const to of [target, gross?.amount]) {
    if (to === undefined || from === to) continue;
    const found = closing(usable, from, to) ?? (start === null ? null : unlabelled(values, items, numbers, pairs, from, to));
    if (!found) continue;
    lineTotal(from);
    return found;
  }
  return [];
}

const signed = (amount: Amount): string => (amount < 0n ? ` − ${amountShown(-amount)}` : ` + ${amountShown(amount)}`);

/** One amount printed between the lines and the total, under words we do not know, that closes the sum exactly. */
function unlabelled(values: Totals["values"], items: ItemFacts | null, numbers: readonly NumberCandidate[], pairs: Pairs, from: Amount, to: Amount): Term[] | null {
  const [first, last] = [Math.max(-1, ...(items?.lines ?? [])), Math.max(0, ...[values.netTotal, values.grossTotal].flatMap((total) => (total?.candidate ? [total.candidate.line] : [])))];
  const taken = new Set([values.netTotal, values.taxTotal, values.grossTotal].flatMap((total) => (total?.candidate ? [total.candidate] : [])));
  const between = numbers.filter((number) => looksLikeMoney(number) && number.amount !== 0n && number.line > first && number.line < last && !taken.has(number) && abs(number.amount) === abs(to - from) &&
    !pairs.some((pair) => pair.candidate === number && ["netTotal", "taxTotal", "grossTotal", "amountDue"].includes(pair.label.field) && pair.score > 0.5));
  const term = between[0];
  // Words that OCR misread may have been a label which says something else.
  if (!term || term.words.some((word) => word.confidence !== undefined)) return null;
  return [{ role: to > from ? "charge" : "allowance", candidate: term, score: 0.3 }].filter((each): each is Term => from + worthOf(each as Term, from) === to);
}

/**
 * Each total has one clear label and one amount, and they do not add up: all three are shown, and the contradiction
 * with them, rather than a pair that happens to look well.
 */
function dispute(values: Totals["values"], pairs: Pairs): boolean {
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
  const rates = numbers.filter((number) => number.percent).map((number) => number.amount);
  const difference = net && gross && !tax ? printed(gross.amount - net.amount, (number) => number !== net.candidate && number !== gross.candidate && number.amount !== 0n && !items?.lines.has(number.line) && isLegal(net.amount, number.amount, rates)) : undefined;
  if (net && gross && !tax && (best.rated || difference)) {
    const amount = gross.amount - net.amount;
    const found = printed(amount, (number) => taxes.some((row) => row.amount === number)) ?? difference;
    values.taxTotal = { amount, ...(found ? { candidate: found } : { formula: `${amountShown(gross.amount)} − ${amountShown(net.amount)} = ${amountShown(amount)}` }), score: 0.7, checks: ["gross_less_net"], runnersUp: [] };
  } else if (gross && tax && !net && abs(tax.amount) < abs(gross.amount)) {
    const amount = gross.amount - tax.amount;
    const base = taxes.filter((row) => row.base).map((row) => row.base!);
    const found = base.find((each) => each.amount === amount) ?? printed(amount, () => true);
    if (best.rated || found || (items && near(items.sum, amount, CENT))) values.netTotal = { amount, ...(found ? { candidate: found } : { formula: `${amountShown(gross.amount)} − ${amountShown(tax.amount)} = ${amountShown(amount)}` }), score: 0.7, checks: ["gross_less_tax"], runnersUp: [] };
  } else if (net && tax && !gross) {
    const amount = net.amount + tax.amount;
    const found = printed(amount, () => true);
    const rows = taxes.filter((row) => row.holds && row.base && row.amount);
    const base = rows.length === 1 && rows[0]!.amount!.amount === tax.amount && rows[0]!.base!.amount !== net.amount ? rows[0]!.base! : undefined;
    const whole = base && printed(base.amount + tax.amount, (number) => number !== base);
    if (!found && base && whole) {
      // Only the base that was taxed leads to a printed total: what was taken for net is the sum of the lines.
      if (net.candidate) values.lineTotal ??= { ...net, runnersUp: [] };
      values.netTotal = { amount: base.amount, candidate: base, score: 0.6, checks: ["tax_bases"], runnersUp: [] };
      values.grossTotal = { amount: whole.amount, candidate: whole, score: 0.6, checks: ["net_plus_tax"], runnersUp: [] };
      return;
    }
    values.grossTotal = { amount, ...(found ? { candidate: found } : { formula: `${amountShown(net.amount)} + ${amountShown(tax.amount)} = ${amountShown(amount)}` }), score: 0.7, checks: ["net_plus_tax"], runnersUp: [] };
  } else if (gross && !net && !tax && items && items.count > 0 && !items.gross) {
    const found = printed(items.sum, () => true);
    const amount = gross.amount - items.sum;
    if (amount !== 0n && isLegal(items.sum, amount, numbers.filter((number) => number.percent).map((number) => number.amount))) {
      values.netTotal = { amount: items.sum, ...(found ? { candidate: found } : { formula: `sum of ${items.count} lines = ${amountShown(items.sum)}` }), score: 0.6, checks: ["lines_sum"], runnersUp: [] };
      values.taxTotal = { amount, formula: `${amountShown(gross.amount)} − ${amountShown(items.sum)} = ${amountShown(amount)}`, score: 0.6, checks: ["gross_less_net"], runnersUp: [] };
    }
  }
  if (gross && !values.netTotal && !values.taxTotal) {
    // The tax that a printed rate takes out of the total, printed to the cent.
    const found = rates.filter((rate) => rate > 0n && rate < 40_000_000n).map((rate) => numbers.find((number) => looksLikeMoney(number) && number.amount > 0n && !items?.lines.has(number.line) && near(percentOf(gross.amount - number.amount, rate), number.amount, CENT / 2n))).find((each) => each);
    if (found) values.taxTotal = { amount: found.amount, candidate: found, score: 0.6, checks: ["tax_included"], runnersUp: [] };
  }
}

/** What is left to pay: gross less prepayments and withheld tax, plus rounding and an old balance, whether printed or computed. */
function settleDue(values: Totals["values"], pairs: Pairs, terms: readonly Term[]): Term[] {
  const gross = values.grossTotal;
  const due = distinctAmounts(pairs.filter((pair) => pair.label.field === "amountDue"));
  const total = (pair: Ranked<NumberCandidate>, checks: string[]): Total => ({ amount: pair.candidate.amount, candidate: pair.candidate, score: pair.score, checks: ["label", ...checks], runnersUp: [] });
  if (!gross) {
    if (due[0]) values.amountDue = total(due[0], []);
    return [];
  }
  const usable = terms.filter((term) => term.role !== "allowance" && term.role !== "charge" && term.candidate !== gross.candidate);
  for (const pair of due) {
    if (pair.candidate.amount === gross.amount) continue;
    const found = closing(usable.filter((term) => term.candidate !== pair.candidate), gross.amount, pair.candidate.amount);
    if (!found) continue;
    keep(values, found);
    values.amountDue = total(pair, [nameOf(found)]);
    return found;
  }
  if (due[0] && due[0].score > 0.5) {
    values.amountDue = total(due[0], due[0].candidate.amount === gross.amount ? ["equals_gross"] : []);
    return [];
  }
  const paid = usable.find((term) => term.role === "prepaid" && term.score > 0.6 && abs(term.candidate.amount) <= abs(gross.amount));
  if (paid) {
    const amount = gross.amount + worthOf(paid, gross.amount);
    keep(values, [paid]);
    values.amountDue = { amount, formula: `${amountShown(gross.amount)} − ${amountShown(abs(paid.candidate.amount))} = ${amountShown(amount)}`, score: 0.5, checks: [], runnersUp: [] };
    return [];
  }
  values.amountDue = { amount: gross.amount, formula: `no prepayment is printed: ${amountShown(gross.amount)}`, score: 0.6, checks: !usable.some((term) => term.role === "prepaid" || term.role === "rounding") && due.length === 0 ? ["equals_gross"] : [], runnersUp: [] };
  return [];
}

/** The names of the equation between gross and due, by what stands between them. */
export const nameOf = (terms: readonly Term[]): string => (terms.every((term) => term.role === "prepaid") ? "gross_less_prepaid" : terms.every((term) => term.role === "rounding") ? "gross_plus_rounding" : "amount_due");

/** The terms that lead to what is due, as totals of their own; one of several prepayments stands for none of them. */
export function keep(values: Totals["values"], terms: readonly Term[]): void {
  for (const name of ["prepaid", "rounding", "withholding", "previousBalance"] as const) {
    const own = terms.filter((term) => term.role === name);
    if (own.length === 0) continue;
    const amounts = own.map((term) => (name === "rounding" || name === "previousBalance" ? worthOf(term, 1n) : abs(term.candidate.amount)));
    const checks = ["label", nameOf(terms)];
    values[name] = own.length === 1 ? { amount: amounts[0]!, candidate: own[0]!.candidate, score: own[0]!.score, checks, runnersUp: [] }
      : { amount: sum(amounts), formula: `${amounts.map((amount) => amountShown(amount)).join(" + ")} = ${amountShown(sum(amounts))}`, score: own[0]!.score, checks, runnersUp: [] };
  }
}
