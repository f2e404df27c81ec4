/**
 * Every equation that the printed document allows, from quantity × price to what is due, and what they prove together.
 * An equation is a form over printed numbers, evaluated when asked: where one number is found to be misprinted, the same
 * forms tell which sums no longer hold.
 */
import { abs, amountShown, amountText, CENT, near, percentOf, sum, times, toCents, type Amount } from "./amount.ts";
import type { NumberCandidate } from "./candidates.ts";
import type { Check, Proof } from "./reading.ts";
import { nameOf, worthOf, type Term } from "./settlement.ts";
import { multipliesOut, netOf, type ItemRow } from "./table-rows.ts";
import type { TillFacts } from "./till.ts";
import type { ItemFacts, TaxRow, Total, TotalName, Totals } from "./totals.ts";

/** What was computed, what is printed, and how far they may differ. */
type Result = { computed: Amount; printed: Amount; tolerance: Amount; shown: string; shownPrinted?: string };
/** `ways`: how many other readings of the same labels were open, any of which might have held by chance. `rows` for what is no sum of totals. */
export type Equation = { name: string; operands: string[]; numbers: NumberCandidate[]; ways: number; result(): Result };

type Structure = Pick<Totals, "values" | "taxes" | "changes" | "settlements" | "bases" | "pairs">;

export const holds = (equation: Equation): boolean => {
  const { computed, printed, tolerance } = equation.result();
  return near(computed, printed, tolerance);
};

/** An equation as people read it. */
export function checkOf(equation: Equation): Check {
  const { computed, printed, tolerance, shown, shownPrinted } = equation.result();
  const fine = near(computed, printed, tolerance);
  return { name: equation.name, holds: fine, equation: `${shown} ${computed === printed ? "=" : fine ? "≈" : "≠"} ${shownPrinted ?? amountShown(printed)}`, ...(computed === printed ? {} : { difference: amountText(computed - printed) }), operands: equation.operands };
}

const amountOfTotal = (total: Total): Amount => total.candidate?.amount ?? (total.parts ? sum(total.parts.map((part) => part.amount)) : total.amount);
const numbersOf = (total: Total | undefined): NumberCandidate[] => (total?.candidate ? [total.candidate] : total?.parts ?? []);
const signed = (amount: Amount): string => (amount < 0n ? ` − ${amountShown(-amount)}` : ` + ${amountShown(amount)}`);
const termShown = (term: Term, whole: Amount): string => signed(worthOf(term, whole));

/**
 * The equations that hold, and those that must and do not: net + tax = gross where all three are clearly labelled. What
 * else fails to hold is no equation of this document as far as it was understood.
 */
export function equationsOf(totals: Structure, items: ItemFacts | null, numbers: readonly NumberCandidate[], till: TillFacts | null): Equation[] {
  const equations = [...totalEquations(totals, till), ...dueEquations(totals, numbers, till), ...taxEquations(totals, items, till), ...lineSum(totals, items, till), ...lineEquations(items), ...rowTaxes(totals, items)];
  return equations.filter((equation) => holds(equation) || (equation.name === "net_plus_tax" && mustAdd(totals)));
}

function lineEquations(items: ItemFacts | null): Equation[] {
  return (items?.rows ?? []).flatMap((row, i): Equation[] => {
    const { quantity, unitPrice, amount, discount } = row;
    if (!row.adds || !quantity || !unitPrice || !amount) return [];
    const reduced = discount !== undefined && !multipliesOut({ quantity, unitPrice, amount, per: row.per });
    return [{ name: "line_product", operands: [`lines.${i}.quantity`, `lines.${i}.unitPrice`, `lines.${i}.netAmount`], numbers: [quantity, unitPrice, amount, ...(reduced ? [discount] : [])], ways: 4, result: () => productOf(row, reduced) }];
  });
}

/** The tax of a row and its price with tax, where both or one are printed beside its amount. */
function rowTaxes({ values, taxes }: Structure, items: ItemFacts | null): Equation[] {
  const untaxed = (values.taxTotal?.amount ?? 0n) === 0n && taxes.every((row) => (row.amount?.amount ?? 0n) === 0n);
  // Rows that do not name their rate have the only one there is.
  const only = new Set(taxes.map((row) => row.rate)).size === 1 ? taxes[0]!.rateFrom : undefined;
  return (items?.rows ?? []).flatMap((row, i): Equation[] => {
    const { amount, others } = row;
    const taxRate = row.taxRate ?? only;
    if (!amount || others.length === 0) return [];
    const equations: Equation[] = [];
    const add = (name: string, number: NumberCandidate, numbers: NumberCandidate[], result: () => Result): void => void equations.push({ name, operands: [`lines.${i}.netAmount`], numbers: [amount, number, ...numbers], ways: 4, result: result });
    for (const other of others) {
      if (taxRate) {
        add("line_tax", other, [taxRate], () => ({ computed: percentOf(amount.amount, taxRate.amount), printed: other.amount, tolerance: CENT, shown: `${amountShown(amount.amount)} × ${amountText(taxRate.amount, 0)} %` }));
        add("line_gross", other, [taxRate], () => ({ computed: amount.amount + percentOf(amount.amount, taxRate.amount), printed: other.amount, tolerance: CENT, shown: `${amountShown(amount.amount)} + ${amountText(taxRate.amount, 0)} %` }));
      } else if (untaxed) add("line_gross", other, [], () => ({ computed: amount.amount, printed: other.amount, tolerance: 0n, shown: amountShown(amount.amount) }));
      for (const tax of others) if (tax !== other) add("line_gross", other, [tax], () => ({ computed: amount.amount + tax.amount, printed: other.amount, tolerance: 0n, shown: `${amountShown(amount.amount)} + ${amountShown(tax.amount)}` }));
    }
    return equations;
  });
}

function productOf(row: ItemRow, reduced: boolean): Result {
  const [quantity, price, amount] = [row.quantity!, row.unitPrice!, row.amount!];
  const left = `${amountText(quantity.amount, 0)} × ${amountShown(price.amount)}${row.per ? ` ÷ ${row.per}` : ""}${reduced ? ` − ${row.discount!.percent ? `${amountText(abs(row.discount!.amount), 0)} %` : amountShown(abs(row.discount!.amount))}` : ""}`;
  const printed = amount.amount;
  const sign = printed < 0n ? -1n : 1n;
  const per = times(quantity.amount, price.amount) / (row.per ?? 1n);
  const discount = abs(row.discount?.amount ?? 0n);
  const forms = reduced ? [abs(per) - times(abs(per), discount) / 100n, abs(per) - discount] : [abs(per)];
  const computed = forms.map((form) => sign * toCents(form)).sort((a, b) => Number(abs(a - printed) - abs(b - printed)))[0]!;
  return { computed, printed, tolerance: multipliesOut(row) ? abs(computed - printed) : 0n, shown: left };
}

/** What a till rounds its total by: the printed amount under that label. */
const roundingOf = ({ pairs }: Structure, till: TillFacts | null): NumberCandidate | undefined => (till && till.rounding !== 0n ? pairs.find((pair) => pair.label.field === "rounding" && abs(pair.candidate.amount) === abs(till.rounding))?.candidate : undefined);

/** The till's total before it was rounded, where that is printed too. */
function unroundedOf(totals: Structure, till: TillFacts | null): NumberCandidate | undefined {
  const gross = totals.values.grossTotal?.candidate;
  return roundingOf(totals, till) && gross && totals.pairs.find(({ label, candidate }) => label.field === "grossTotal" && candidate !== gross && candidate.amount + till!.rounding === gross.amount)?.candidate;
}

/** The lines and what they lead to: the printed total of lines, else through discounts and charges the net total, else the gross one. */
function lineSum(totals: Structure, items: ItemFacts | null, till: TillFacts | null): Equation[] {
  if (!items || items.count === 0) return [];
  const rows = items.rows;
  const numbers = rows.flatMap((row) => (row.amount ? [row.amount, ...row.reductions] : []));
  const lines = (): Amount => sum(rows.map(netOf));
  const unrounded = (): Amount => sum(rows.map((row) => exactOf(row)));
  const { lineTotal, netTotal: net, grossTotal: gross } = totals.values;
  const { changes } = totals;
  const equations: Equation[] = [];
  const add = (total: Total, name: TotalName, terms: readonly Term[], rounded?: NumberCandidate): boolean => {
    if (!total.candidate && numbersOf(total).length === 0) return false;
    const equation: Equation = { name: "lines_sum", operands: ["lines", ...terms.map((term) => pathOf(term, changes)), name], numbers: [...numbers, ...terms.map((term) => term.candidate), ...(rounded ? [rounded] : []), ...numbersOf(total)], ways: 8 * 2 ** Math.min(4, terms.length), result: () => {
      const printed = amountOfTotal(total);
      const extra = sum(terms.map((term) => worthOf(term, printed))) + (rounded ? till!.rounding : 0n);
      const computed = lines() + extra;
      // Programs that do not round each line first come to a cent more or less.
      const rounding = computed !== printed && rows.every(isRounded) && toCents(unrounded()) + extra === printed ? abs(computed - printed) : 0n;
      // Lines printed with tax beside their net amount were each rounded with it.
      const slack = name === "grossTotal" && rows.every((row) => row.others.length > 0 && !row.adds) && net?.candidate && net.candidate.amount !== printed ? (CENT * BigInt(rows.length)) / 2n : 0n;
      return { computed, printed, tolerance: rounding > slack ? rounding : slack, shown: `sum of ${rows.length} lines ${amountShown(lines())}${terms.map((term) => termShown(term, printed)).join("")}${rounded ? signed(till!.rounding) : ""}` };
    } };
    if (!holds(equation)) return false;
    equations.push(equation);
    return true;
  };
  const rounded = roundingOf(totals, till);
  if (unroundedOf(totals, till)) add(gross!, "grossTotal", [], rounded);
  else if (lineTotal && add(lineTotal, "lineTotal", [])) { /* the way on from here follows */ }
  else if (!(net && add(net, "netTotal", changes)) && !(gross && add(gross, "grossTotal", changes)) && changes.length > 0) {
    if (!(net && add(net, "netTotal", []))) if (gross) add(gross, "grossTotal", []);
  }
  if (equations.length === 0 && gross && rounded) add(gross, "grossTotal", [], rounded);
  return equations;
}

/** quantity × price before rounding; the amount as printed where they do not say. */
function exactOf(row: ItemRow): Amount {
  if (!row.adds || !row.quantity || !row.unitPrice || !row.amount || row.discount || row.per) return netOf(row);
  const product = times(row.quantity.amount, row.unitPrice.amount);
  return near(abs(product), abs(row.amount.amount), CENT) ? (row.amount.amount < 0n ? -abs(product) : abs(product)) + netOf(row) - row.amount.amount : netOf(row);
}

/** The printed amount is the product, rounded. */
const isRounded = (row: ItemRow): boolean => !row.adds || toCents(exactOf(row)) === netOf(row);

const pathOf = (term: Term, among: readonly Term[]): string => `${term.role === "allowance" ? "allowances" : "charges"}.${among.filter((other) => other.role === term.role).indexOf(term)}.amount`;

function taxEquations(totals: Structure, items: ItemFacts | null, till: TillFacts | null): Equation[] {
  const { values, taxes, changes } = totals;
  const { netTotal: net, taxTotal: tax, grossTotal: gross } = values;
  const equations: Equation[] = [];
  const slackOfLines = CENT * BigInt(Math.max(2, Math.min(20, items?.count ?? 1))) / 2n;
  const path = (row: TaxRow, cell: "base" | "amount"): string => `taxes.${taxes.indexOf(row)}.${cell}`;
  // Lines with tax in them come to the gross total; the tax is then a part of that, to the cent.
  const withTax = items !== null && gross !== undefined && sum(items.rows.map(netOf)) === amountOfTotal(gross) && net !== undefined && amountOfTotal(net) !== amountOfTotal(gross);
  const rated = taxes.filter((row) => row.rate !== undefined && row.amount);
  const oneRate = rated.every((row) => row.rate === rated[0]!.rate);
  for (const row of rated) {
    // Beside the tax that was settled on, another amount for the same rate must be right to the cent.
    const tolerance = oneRate && tax && row.amount!.amount !== amountOfTotal(tax) && items ? 0n : slackOfLines;
    const besides = oneRate && tax !== undefined && row.amount!.amount !== amountOfTotal(tax) && near(row.amount!.amount, amountOfTotal(tax), slackOfLines);
    if (besides && !row.base) continue; // a cent from the tax that was settled on: one of the two is wrong
    const [rate, amount, from] = [row.rate!, row.amount!, row.rateFrom ? [row.rateFrom] : []];
    const percent = `${amountText(rate, 0)} %`;
    // A tax in two halves ("CGST", "SGST") is rounded in each of them.
    const inHalves = (): boolean => totals.pairs.some((pair) => pair.label.field === "taxTotal" && pair.candidate !== amount && pair.candidate.amount * 2n === amount.amount);
    const halves = (base: Amount): Amount[] => (inHalves() ? [2n * percentOf(base, rate / 2n)] : []);
    const taxOf = (base: () => Amount, shown: () => string, numbers: NumberCandidate[], operands: string[], name: string, slack = CENT): Equation => ({ name, operands: [...operands, path(row, "amount")], numbers: [...numbers, amount, ...from], ways: 6, result: () => ({ ...byMethod(base(), amount.amount, (each) => percentOf(each, rate), items, slack, halves(base())), shown: `${shown()} × ${percent}` }) });
    if (row.base) equations.push(taxOf(() => row.base!.amount, () => amountShown(row.base!.amount), [row.base], [path(row, "base")], "tax_of_base"));
    else if (net && numbersOf(net).length > 0 && rate > 0n && !withTax) equations.push(taxOf(() => amountOfTotal(net), () => amountShown(amountOfTotal(net)), numbersOf(net), ["netTotal"], "tax_of_net", tolerance));
    if (row.base && row.gross) equations.push({ name: "base_plus_tax", operands: [path(row, "base"), path(row, "amount")], numbers: [row.base, amount, row.gross], ways: 4, result: () => ({ computed: row.base!.amount + amount.amount, printed: row.gross!.amount, tolerance: 0n, shown: `${amountShown(row.base!.amount)} + ${amountShown(amount.amount)}` }) });
    // Lines that name their rate add up to its base, or to base and tax.
    const own = (items?.rows ?? []).filter((each) => each.taxRate?.amount === rate);
    if (rate === 0n || own.length === 0 || (items?.rows ?? []).some((each) => !each.taxRate)) continue;
    const numbers = own.map((each) => each.amount!);
    const operands = own.map((each) => `lines.${items!.rows.indexOf(each)}.netAmount`);
    const lines = (): Amount => sum(own.map(netOf));
    if (row.base && changes.length === 0) equations.push({ name: "lines_of_rate", operands: [...operands, path(row, "base")], numbers: [...numbers, row.base], ways: 4, result: () => ({ computed: lines(), printed: row.base!.amount, tolerance: 0n, shown: `lines at ${percent} ${amountShown(lines())}` }) });
    equations.push(taxOf(lines, () => `lines at ${percent} ${amountShown(lines())}`, numbers, operands, "tax_of_lines", tolerance));
    equations.push({ name: "tax_in_lines", operands: [...operands, path(row, "amount")], numbers: [...numbers, amount, ...from], ways: 6, result: () => ({ ...byMethod(lines(), amount.amount, (each) => included(each, rate), items, tolerance), shown: `${percent} in lines of ${amountShown(lines())}` }) });
  }
  const same = rated.filter((row) => row.rate === rated[0]!.rate);
  // A total that was rounded to coins, or to whole notes, has the tax of what it was before.
  const unroundedTotals = !gross ? [] : [...(roundingOf(totals, till) ? [amountOfTotal(gross) - till!.rounding] : []), ...(items && abs(items.sum - amountOfTotal(gross)) < 100n * CENT ? [items.sum] : [])];
  for (const single of gross?.candidate && same.length === rated.length && (withTax || !net?.candidate) ? rated : []) if (single.rate! > 0n) equations.push({ name: "tax_included", operands: ["grossTotal", path(single, "amount")], numbers: [gross!.candidate!, single.amount!, ...(single.rateFrom ? [single.rateFrom] : [])], ways: 6, result: () => ({ ...byMethod(gross!.candidate!.amount, single.amount!.amount, (each) => included(each, single.rate!), items, CENT, unroundedTotals.map((each) => included(each, single.rate!))), shown: `${amountText(single.rate!, 0)} % in ${amountShown(gross!.candidate!.amount)}` }) });
  // Several rates without their bases: what each tax was taken of adds up to the whole, as closely as a rounded tax can say.
  if (rated.length >= 2 && rated.every((row) => row.rate! > 0n && !row.base)) {
    const slack = sum(rated.map((row) => (CENT * 100_000_000n) / row.rate! / 2n)) + CENT;
    const whole = net?.candidate ? net : gross;
    const inGross = whole === gross;
    if (whole?.candidate) equations.push({ name: inGross ? "taxes_included" : "taxes_of_net", operands: [inGross ? "grossTotal" : "netTotal", ...rated.map((row) => path(row, "amount"))], numbers: [whole.candidate, ...rated.map((row) => row.amount!)], ways: 8, result: () => ({ computed: sum(rated.map((row) => toCents((row.amount!.amount * 100_000_000n) / row.rate!) + (inGross ? row.amount!.amount : 0n))), printed: whole.candidate!.amount, tolerance: slack, shown: `bases of ${rated.map((row) => amountShown(row.amount!.amount)).join(", ")}` }) });
  }
  const sums = (name: string, parts: NumberCandidate[], operands: string[], total: Total | undefined, to: TotalName): void => {
    if (!total?.candidate || parts.length === 0 || (parts.length === 1 && parts[0] === total.candidate)) return;
    equations.push({ name, operands: [...operands, to], numbers: [...parts, total.candidate], ways: 4, result: () => ({ computed: sum(parts.map((part) => part.amount)), printed: total.candidate!.amount, tolerance: 0n, shown: parts.map((part) => amountShown(part.amount)).join(" + ") }) });
  };
  const complete = taxes.filter((row) => row.amount);
  sums("tax_sum", complete.map((row) => row.amount!), complete.map((row) => path(row, "amount")), tax, "taxTotal");
  const shown = (number: NumberCandidate): Total => ({ amount: number.amount, candidate: number, score: 1, checks: [], runnersUp: [] });
  // The foot of a summary by rate, whatever label it was taken for.
  if (complete.length >= 2) for (const number of new Set(totals.pairs.map((pair) => pair.candidate))) if (number !== tax?.candidate && number.amount === sum(complete.map((row) => row.amount!.amount)) && number.line > complete[complete.length - 1]!.amount!.line) sums("tax_sum", complete.map((row) => row.amount!), complete.map((row) => path(row, "amount")), shown(number), "taxTotal");
  const based = taxes.filter((row) => row.base);
  if (based.length >= 2) {
    const inGrid = new Set(totals.pairs.map((pair) => pair.candidate));
    for (const number of inGrid) if (number !== net?.candidate && number.amount === sum(based.map((row) => row.base!.amount)) && number.line > based[based.length - 1]!.base!.line) sums("bases_sum", based.map((row) => row.base!), based.map((row) => path(row, "base")), shown(number), "netTotal");
  }
  sums("bases_sum", based.map((row) => row.base!), based.map((row) => path(row, "base")), net, "netTotal");
  return equations;
}

/**
 * Tax is rounded once or line by line (BR-CO-17 knows the first; tills do the second). Where the lines are known and come
 * to the base, only these two results are right; else half a cent a line may be lost.
 */
function byMethod(base: Amount, printed: Amount, tax: (amount: Amount) => Amount, items: ItemFacts | null, slack: Amount, further: readonly Amount[] = []): Omit<Result, "shown"> {
  const lines = items?.rows.map(netOf) ?? [];
  const known = lines.length > 0 && sum(lines) === base;
  // Half a cent exactly goes either way: taken off the whole, or rounded to even.
  const less = base < 0n ? base + 1n : base - 1n;
  const tie = tax(less) !== tax(base) && tax(base) !== 0n ? [tax(less)] : [];
  const methods = [tax(base), ...tie, ...(known ? [sum(lines.map(tax))] : []), ...further];
  return { computed: methods.includes(printed) ? printed : methods[0]!, printed, tolerance: known ? 0n : slack };
}

/** The tax inside an amount that includes it. */
export const included = (amount: Amount, rate: Amount): Amount => toCents((amount * rate) / (100_000_000n + rate));

/** Each of the three is printed under its own clear label, so that the sum is due even if nothing else on the page is understood. */
const mustAdd = ({ values: { netTotal: net, taxTotal: tax, grossTotal: gross } }: Structure): boolean => [net, tax, gross].every((total) => total?.candidate && total.score >= 0.75 && !isTorn(total.candidate)) && tax!.amount !== 0n;

/** "1 220.50" of which only the end was taken for a number. */
const isTorn = (number: NumberCandidate): boolean => /\d\s?$/.test(number.segment.text.slice(0, number.from));

function totalEquations({ values, changes, taxes }: Structure, till: TillFacts | null): Equation[] {
  const { lineTotal, netTotal: net, taxTotal: tax, grossTotal: gross } = values;
  const equations: Equation[] = [];
  if (lineTotal?.candidate && changes.length > 0) for (const [total, name] of [[net, "netTotal"], [gross, "grossTotal"]] as const) {
    if (!total || numbersOf(total).length === 0 || equations.length > 0) continue;
    const equation: Equation = { name: "net_of_lines", operands: ["lineTotal", ...changes.map((term) => pathOf(term, changes)), name], numbers: [lineTotal.candidate, ...changes.map((term) => term.candidate), ...numbersOf(total)], ways: 2 ** Math.min(5, changes.length + 1), result: () => ({ computed: lineTotal.candidate!.amount + sum(changes.map((term) => worthOf(term, amountOfTotal(total)))), printed: amountOfTotal(total), tolerance: 0n, shown: `${amountShown(lineTotal.candidate!.amount)}${changes.map((term) => termShown(term, amountOfTotal(total))).join("")}` }) };
    if (holds(equation)) equations.push(equation);
  }
  if (net && tax && gross?.candidate && numbersOf(net).length + (net.parts?.length ?? 0) > 0 && (tax.candidate || tax.parts)) {
    const rounding = till && till.rounding !== 0n && amountOfTotal(net) + amountOfTotal(tax) !== gross.amount && amountOfTotal(net) + amountOfTotal(tax) + till.rounding === gross.amount ? till.rounding : 0n;
    equations.push({ name: rounding !== 0n ? "net_plus_tax_plus_rounding" : "net_plus_tax", operands: ["netTotal", "taxTotal", ...(rounding !== 0n ? ["rounding"] : []), "grossTotal"], numbers: [...numbersOf(net), ...numbersOf(tax), gross.candidate], ways: 12, result: () => ({ computed: amountOfTotal(net) + amountOfTotal(tax) + rounding, printed: gross.candidate!.amount, tolerance: 0n, shown: `${amountShown(amountOfTotal(net))} + ${amountShown(amountOfTotal(tax))}${rounding !== 0n ? signed(rounding) : ""}` }) });
  }
  const untaxed = !tax || amountOfTotal(tax) === 0n;
  if (untaxed && net?.candidate && gross?.candidate && net.candidate !== gross.candidate && !taxes.some((row) => row.amount && row.amount.amount !== 0n)) equations.push({ name: "net_equals_gross", operands: ["netTotal", "grossTotal"], numbers: [net.candidate, gross.candidate], ways: 4, result: () => ({ computed: net.candidate!.amount, printed: gross.candidate!.amount, tolerance: 0n, shown: amountShown(net.candidate!.amount) }) });
  return equations;
}

/** An amount inside a sentence. */
export const isInProse = (number: NumberCandidate): boolean => number.decimals === 2 && !number.percent && number.segment.words.filter((word) => /^\p{L}{2,}/u.test(word.text)).length >= 3;

function dueEquations(totals: Structure, numbers: readonly NumberCandidate[], till: TillFacts | null): Equation[] {
  const { values, settlements, pairs } = totals;
  const { netTotal: net, taxTotal: tax, grossTotal: gross, amountDue: due } = values;
  const equations: Equation[] = [];
  const [rounded, unrounded] = [roundingOf(totals, till), unroundedOf(totals, till)];
  if (rounded && unrounded) equations.push({ name: "gross_plus_rounding", operands: ["rounding", "grossTotal"], numbers: [unrounded, rounded, gross!.candidate!], ways: 4, result: () => ({ computed: unrounded.amount + till!.rounding, printed: gross!.candidate!.amount, tolerance: 0n, shown: `${amountShown(unrounded.amount)}${signed(till!.rounding)}` }) });
  const settledBy = settlements.map((term) => (term.role === "allowance" || term.role === "charge" ? "amountDue" : term.role));
  if (due?.candidate && gross && settlements.length > 0 && (gross.candidate || (net && tax))) {
    const parts = gross.candidate ? [gross.candidate] : [...numbersOf(net), ...numbersOf(tax)];
    const whole = (): Amount => sum(parts.map((part) => part.amount));
    equations.push({ name: nameOf(settlements), operands: [...(gross.candidate ? ["grossTotal"] : ["netTotal", "taxTotal"]), ...settledBy, "amountDue"], numbers: [...parts, ...settlements.map((term) => term.candidate), due.candidate], ways: 2 ** Math.min(5, settlements.length + 2), result: () => ({ computed: whole() + sum(settlements.map((term) => worthOf(term, whole()))), printed: due.candidate!.amount, tolerance: 0n, shown: `${parts.map((part) => amountShown(part.amount)).join(" + ")}${settlements.map((term) => termShown(term, whole())).join("")}` }) });
  }
  // What is printed once more under a label of its own.
  const again = (total: Total | undefined, name: TotalName, fields: readonly string[]): void => {
    if (!total?.candidate) return;
    const seen = new Set<NumberCandidate>([total.candidate]);
    for (const pair of pairs) {
      if (!fields.includes(pair.label.field) || pair.score < 0.25 || seen.has(pair.candidate) || pair.candidate.amount !== total.candidate.amount || (pair.candidate === due?.candidate && name !== "grossTotal")) continue;
      seen.add(pair.candidate);
      const isDue = pair.label.field === "amountDue";
      equations.push({ name: isDue && name === "grossTotal" ? "due_equals_gross" : "printed_again", operands: [name, ...(isDue ? ["amountDue"] : [])], numbers: [total.candidate, pair.candidate], ways: 4, result: () => ({ computed: pair.candidate.amount, printed: total.candidate!.amount, tolerance: 0n, shown: amountShown(pair.candidate.amount) }) });
    }
  };
  // "Please transfer 127.00 until …".
  const whole = due?.candidate ?? gross?.candidate;
  if (whole) for (const number of numbers) if (number !== whole && number.amount === whole.amount && isInProse(number)) equations.push({ name: "printed_again", operands: [due?.candidate ? "amountDue" : "grossTotal"], numbers: [whole, number], ways: 4, result: () => ({ computed: number.amount, printed: whole.amount, tolerance: 0n, shown: amountShown(number.amount) }) });
  again(gross, "grossTotal", settlements.length > 0 ? ["grossTotal"] : ["grossTotal", "amountDue"]);
  if (settlements.length > 0) again(due, "amountDue", ["amountDue"]);
  again(net, "netTotal", ["netTotal", "taxBase"]);
  again(tax, "taxTotal", ["taxTotal"]);
  const [paid, change, total] = [till?.paid?.candidate, till?.change?.candidate, due?.candidate ?? gross?.candidate];
  if (till?.expected != null && paid && change && total && paid !== total && change !== total) equations.push({ name: "paid_less_change", operands: [due?.candidate ? "amountDue" : "grossTotal"], numbers: [paid, change, total], ways: 6, result: () => ({ computed: abs(paid.amount) - abs(change.amount), printed: total.amount, tolerance: 0n, shown: `${amountShown(abs(paid.amount))} − ${amountShown(abs(change.amount))}` }) });
  return equations;
}

/** Amounts on one invoice spread over about four decades; this is the natural logarithm of that. */
const DECADES = Math.log(10_000);

/**
 * Chance that an equation holds although what was read into it has nothing to do with each other. Amounts of an invoice
 * lie about evenly on a logarithmic scale over four decades, so that one of them hits a given amount of x cents with
 * probability 1 / (x · ln 10⁴); a tolerance of t cents makes that 2t + 1 times as likely, and `ways` combinations that
 * were open to choice make it at most `ways` times as likely: p ≤ ways · (2t + 1) / (x · ln 10⁴).
 */
export function chanceOf(ways: number, expected: Amount, tolerance: Amount): number {
  const cents = Number(abs(expected) / CENT);
  return cents === 0 ? 1 : Math.min(1, (ways * (2 * Number(tolerance / CENT) + 1)) / (cents * DECADES));
}

/** Below this the equations are taken for proof. */
export const PROOF_BOUND = 0.005;

/**
 * How far the equations prove the totals, with the bound on coincidence: the product of the chances of those equations
 * which bring in a printed number that no other did. complete: the lines lead to the total and every total that was read
 * stands in an equation. Also marks the totals with the names of the equations they stand in.
 */
export function proofOf(totals: Structure, items: ItemFacts | null, equations: readonly Equation[]): { proof: Proof; chance: number } {
  const { values } = totals;
  const held = equations.filter((equation) => !equation.name.startsWith("line_") && holds(equation));
  const covered = new Set<NumberCandidate>();
  let chance = 1;
  for (const equation of [...held].sort((a, b) => Number(ORDER.includes(b.name)) - Number(ORDER.includes(a.name)))) {
    const { printed, tolerance } = equation.result();
    if (equation.numbers.some((number) => !covered.has(number)) && !(equation.name === "tax_of_base" && printed === 0n)) chance *= chanceOf(equation.ways, printed, tolerance);
    for (const number of equation.numbers) covered.add(number);
  }
  for (const total of Object.values(values)) for (const equation of held) if (numbersOf(total).some((number) => equation.numbers.includes(number)) && !total!.checks.includes(equation.name)) total!.checks.push(equation.name);
  if (equations.some((equation) => !holds(equation))) return { proof: "contradictory", chance: 1 };
  const strong = held.filter((equation) => equation.name !== "printed_again" && equation.name !== "due_equals_gross");
  const placed = placedIn(equations);
  if (strong.length === 0 || chance >= PROOF_BOUND) return { proof: strong.length === 0 ? "none" : "partial", chance };
  const all = Object.values(values).every((total) => numbersOf(total).every((number) => placed.has(number)));
  const lines = !items || items.count === 0 || held.some((equation) => equation.name === "lines_sum");
  // A tax that is a part of the total is nothing without its rate; untaxed totals need their lines.
  const whole = values.grossTotal && (values.grossTotal.candidate || values.amountDue?.candidate) && (items || strong.length >= 2);
  return { proof: all && lines && whole ? "complete" : "partial", chance };
}

/** The numbers that stand in an equation which holds; to be printed twice is none, but places the second with the first. */
export function placedIn(equations: readonly Equation[]): Set<NumberCandidate> {
  const held = equations.filter(holds);
  const placed = new Set(held.filter((equation) => equation.name !== "printed_again").flatMap((equation) => equation.numbers));
  for (const equation of held) if (equation.name === "printed_again" && equation.numbers.some((number) => placed.has(number))) for (const number of equation.numbers) placed.add(number);
  return placed;
}

/** Sums first: what they cover already, a rate adds nothing to. */
const ORDER = ["lines_sum", "net_plus_tax", "net_plus_tax_plus_rounding", "net_of_lines"];
