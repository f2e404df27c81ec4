/**
 * One printed digit against all the others. Where the figures of a page do not close, every amount is asked whether
 * another value that differs in one digit would close them; the page is then read once more with that value. If now all
 * equations hold that did not before, the page was understood and the digit is what is wrong: the equations are told as
 * printed, which is to say as broken, and the other value is offered. Where no such digit is found the page was perhaps
 * not understood, and nothing is claimed.
 */
import { abs, amountShown, CENT, percentOf, sum, times, toCents, type Amount } from "./amount.ts";
import { looksLikeMoney, type NumberCandidate } from "./candidates.ts";
import { holds, included, isInProse, placedIn, proofOf, type Equation } from "./equations.ts";
import { isStanding } from "./columns.ts";
import type { Label, LabelField } from "./labels.ts";
import { groupBy, type Layout } from "./lines.ts";
import { trustIn, type LayoutMemory } from "./memory.ts";
import { termOf, worthOf, type Term } from "./settlement.ts";
import { rememberedTable } from "./remembered-table.ts";
import { isExact } from "./table-rows.ts";
import { itemTablesOf, multipliesOut, netOf, withRemembered, type ItemTable } from "./tables.ts";
import { headersOf, type Header } from "./table-header.ts";
import { carriedLines } from "./table-sums.ts";
import { totalsOf, type ItemFacts, type Totals } from "./totals.ts";

/** An amount printed at `numbers` that contradicts the rest of the page, and what the rest of the page says it should be. */
export type Misprint = { numbers: NumberCandidate[]; printed: Amount; expected: Amount };
export type Figures = { table: ItemTable | null; items: ItemFacts | null; totals: Totals; misprints: Misprint[] };
/** What is read: figures of one page set, with the labels around them. */
export type Page = { layout: Layout; labels: readonly Label[]; receipt: boolean; known: LayoutMemory | null };

type Reading = { tables: ItemTable[]; table: ItemTable | null; items: ItemFacts | null; totals: Totals };

/** Table and totals of a document, and the one amount that contradicts them if there is one. `search` is for text whose digits are certain. */
export function figuresOf(page: Page, numbers: readonly NumberCandidate[], search: boolean): Figures {
  const headers = headersOf(page.layout);
  const first = readFigures(page, numbers, headers);
  if (!search || isExplained(first, numbers)) return { ...first, misprints: [] };
  const before = coherence(first);
  let enough = false;
  // What a printed rounding leads from and to is no wrong digit, nor is what multiplies out for the sake of a tax beside it.
  const rounded = new Set(heldIn(first).filter((equation) => equation.name.endsWith("plus_rounding")).flatMap((equation) => equation.numbers.map((number) => number.amount)));
  const multiplied = new Set(heldIn(first).filter((equation) => equation.name === "line_product").flatMap((equation) => equation.numbers));
  const accepted: { reading: Reading; misprint: Misprint; worth: number }[] = [];
  const demands = demandsOf(first, numbers, page).filter(({ support }) => support >= LEAST_SUPPORT);
  for (const { number, value, support } of demands.slice(0, Math.max(3, Math.min(MOST_TRIALS, Math.floor(MOST_FIGURES / numbers.length))))) {
    if (enough) break;
    for (const group of groupsOf(number, numbers, first)) {
      const replaced = new Map(group.map((each) => [each, { ...each, amount: value }]));
      const reading = readFigures(page, numbers.map((each) => replaced.get(each) ?? each), headers);
      const clones = new Set(replaced.values());
      const gained = convinces(reading, clones, before, number, value, numbers, { rounded, multiplied });
      if (gained === 0) continue;
      enough ||= (gained >= 2 || accepted.length >= 2) && reading.totals.proof === "complete";
      accepted.push({ reading, misprint: { numbers: [...clones], printed: number.amount, expected: value }, worth: heldIn(reading).length + gained + 0.1 * support });
      break;
    }
  }
  const best = accepted.sort((a, b) => b.worth - a.worth)[0];
  if (!best) return { ...first, misprints: [] };
  return asPrinted(best.reading, best.misprint);
}

/**
 * Readings that are tried, and figures in all of them: a page full of figures takes longer to read. Of 435 that closed a
 * page with one wrong digit, all had this support and all but one were among the first seven.
 */
const MOST_TRIALS = 7;
const LEAST_SUPPORT = 1;
const MOST_FIGURES = 1200;
const MOST_IN_A_COLUMN = 90;

function readFigures({ layout, labels, receipt, known }: Page, numbers: readonly NumberCandidate[], headers: Header[]): Reading {
  const found = itemTablesOf(layout, labels, numbers, headers);
  const shown = known?.table;
  const tables = shown ? withRemembered(found, rememberedTable(layout, labels, numbers, shown), shown.exact && trustIn(shown) > 0.5, layout, labels, numbers) : found;
  const table = tables[0] ?? null;
  const headerLines = new Set(table ? Array.from({ length: table.header.last - table.header.first + 1 }, (_, i) => table.header.first + i) : []);
  const items: ItemFacts | null = table && table.rows.length > 0 ? { sum: sum(table.rows.map(netOf)), count: table.rows.length, gross: table.gross, lines: table.lines, headerLines, rows: table.rows } : null;
  return { tables, table, items, totals: totalsOf(layout, labels, numbers, items, receipt, known) };
}

const heldIn = ({ totals }: Reading): Equation[] => totals.equations.filter(holds);

/** Everything closes, every row multiplies out that could, and no clearly labelled total is left over. */
function isExplained(reading: Reading, numbers: readonly NumberCandidate[]): boolean {
  const { totals, table } = reading;
  if (totals.proof !== "complete") return false;
  if (!table || table.rows.some((row) => row.quantity && row.unitPrice && !row.adds)) return false;
  const covered = placedIn(totals.equations);
  if (overlookedInRows(reading, covered).length > 0) return false;
  if (totals.taxes.some((row) => row.base && row.amount && row.gross && row.base.amount + row.amount.amount !== row.gross.amount)) return false;
  // An amount printed with a rate that is no share of anything.
  const rated = new Set(numbers.filter((number) => number.percent).map((number) => number.line));
  if (numbers.some((number) => rated.has(number.line) && looksLikeMoney(number) && !number.percent && number.amount !== 0n && !covered.has(number) && !table.lines.has(number.line) && !isInProse(number) && !numbers.some((other) => other.amount === number.amount && covered.has(other)))) return false;
  if (isUnrounded(reading, covered)) return false;
  // A figure one digit from one of the totals may be that total misprinted.
  const wholes = [...Object.values(totals.values).flatMap((total) => (total && abs(total.amount) >= CENT * 100n ? [total.amount] : [])), ...(totals.taxes.length > 1 ? [sum(totals.taxes.map((row) => row.base?.amount ?? 0n))] : [])];
  if (numbers.some((number) => !covered.has(number) && number.decimals === 2 && !number.percent && !table.lines.has(number.line) && wholes.some((whole) => isOneDigitOff(number, whole)))) return false;
  return labelledTotals(reading).every((candidate) => covered.has(candidate) || numbers.some((other) => other.amount === candidate.amount && covered.has(other)));
}

/** The clearly labelled totals, the best amount of each label. */
function labelledTotals({ totals }: Reading): NumberCandidate[] {
  const best = new Map<Label, NumberCandidate>();
  for (const pair of totals.pairs) if (TOTAL_FIELDS.has(pair.label.field) && pair.score > 0.5 && !best.has(pair.label)) best.set(pair.label, pair.candidate);
  return [...best.values()].filter((candidate) => looksLikeMoney(candidate) && candidate.amount !== 0n);
}

const TOTAL_FIELDS: ReadonlySet<LabelField> = new Set(["netTotal", "taxTotal", "grossTotal", "amountDue", "lineTotal", "prepaid"]);

/** Amounts printed in the rows of the table that no equation knows. */
const overlookedInRows = ({ table }: Reading, covered: ReadonlySet<NumberCandidate>): NumberCandidate[] =>
  (table?.rows ?? []).flatMap((row) => [...row.others, ...(row.amount ? [row.amount] : []), ...(row.unitPrice && !row.quantity && row.unitPrice.amount !== row.amount?.amount ? [row.unitPrice] : [])]).filter((number) => number.decimals === 2 && number.amount !== 0n && !covered.has(number) && isStanding(number));

/** A rounding is printed that stands between no two sums. */
const isUnrounded = ({ totals }: Reading, covered: ReadonlySet<NumberCandidate>): boolean => totals.pairs.some(({ label, candidate, score }) => label.field === "rounding" && score > 0.5 && candidate.amount !== 0n && !covered.has(candidate));

/** How much of the page hangs together: its equations, the sum of the lines twice, the labelled totals that stand in one, less one each for rows with amounts that stand in none, for rows that do not multiply out, and for a rounding of nothing. */
function coherence(reading: Reading): number {
  const held = heldIn(reading);
  const covered = placedIn(held);
  return held.length + (held.some((equation) => equation.name === "lines_sum") ? 1 : 0) + labelledTotals(reading).filter((number) => covered.has(number)).length - (overlookedInRows(reading, covered).length > 0 ? 1 : 0) - (reading.table?.rows.some((row) => row.quantity && row.unitPrice && !row.adds) ? 1 : 0) - (isUnrounded(reading, covered) ? 1 : 0);
}

/**
 * How many equations the other value stands in; 0 when it is no proof: something still fails, no more hangs together than
 * before, or one equation alone is gained on a page that does not close. A difference that is itself printed somewhere
 * among the sums is rather an amount we overlooked.
 */
function convinces(reading: Reading, clones: ReadonlySet<NumberCandidate>, before: number, number: NumberCandidate, value: Amount, numbers: readonly NumberCandidate[], settled: { rounded: ReadonlySet<Amount>; multiplied: ReadonlySet<NumberCandidate> }): number {
  const held = heldIn(reading);
  if (held.length < reading.totals.equations.length || coherence(reading) <= before) return 0;
  const gained = held.filter((equation) => equation.numbers.some((each) => clones.has(each)));
  if (gained.length === 0) return 0;
  if (settled.multiplied.has(number) && gained.every((equation) => equation.name === "line_tax" || equation.name === "line_gross")) return 0;
  if (reading.totals.proof !== "complete" && gained.length < 2) return 0;
  // The printed value breaks what the other one makes hold, to the cent.
  for (const clone of clones) clone.amount = number.amount;
  const told = gained.some((equation) => !holds(equation));
  for (const clone of clones) clone.amount = value;
  if (!told) return 0;
  const covered = placedIn(held);
  const difference = abs(number.amount - value);
  const overlooked = numbers.some((other) => !covered.has(other) && looksLikeMoney(other) && !other.percent && abs(other.amount) === difference && !reading.items?.lines.has(other.line));
  if (settled.rounded.has(number.amount) && reading.totals.pairs.some(({ label, candidate }) => label.field === "rounding" && abs(candidate.amount) === difference)) return 0;
  return overlooked && !gained.some((equation) => equation.name === "line_product") ? 0 : gained.length;
}

/** The figures with the printed amounts back in place, and the equations as they then are. */
function asPrinted({ table, items, totals }: Reading, misprint: Misprint): Figures {
  for (const number of misprint.numbers) number.amount = misprint.printed;
  const own = new Set(misprint.numbers);
  for (const total of Object.values(totals.values)) if (total?.candidate && own.has(total.candidate)) total.amount = misprint.printed;
  for (const row of totals.taxes) if ([row.base, row.amount].some((each) => each && own.has(each))) row.holds = false;
  for (const row of table?.rows ?? []) if (row.adds) row.adds = multipliesOut(row);
  const broken = totals.equations.filter((equation) => !holds(equation));
  for (const total of Object.values(totals.values)) if (total?.candidate) total.checks = total.checks.filter((name) => !broken.some((equation) => equation.name === name && equation.numbers.includes(total.candidate!)));
  const facts = items && { ...items, sum: sum(items.rows.map(netOf)) };
  return { table, items: facts, totals: { ...totals, ...proofOf(totals, facts, totals.equations) }, misprints: [misprint] };
}

/** A total may be printed several times; all of them are wrong, or the one alone. What stands in a row is printed there. */
function groupsOf(number: NumberCandidate, numbers: readonly NumberCandidate[], { items }: Reading): NumberCandidate[][] {
  const inRow = (each: NumberCandidate): boolean => items?.lines.has(each.line) === true;
  const same = inRow(number) ? [] : numbers.filter((each) => each.amount === number.amount && each.raw === number.raw && !inRow(each));
  return same.length > 1 ? [same, [number]] : [[number]];
}

/** How much an equation's wish weighs; those over any figures of a line are met by chance more often. */
const WEIGHTS: Record<string, number> = { same: 0.3, with: 0.4, column: 0.6, rate: 0.6, price: 0.5, twin: 0.8 };

type Demand = { number: NumberCandidate; value: Amount; support: number };

/** The values that single equations ask for, one digit from what is printed; those that several ask for first. */
function demandsOf({ tables, totals }: Reading, numbers: readonly NumberCandidate[], page: Page): Demand[] {
  // A wrong digit may have led to a wrong table, and that to labels overlooked.
  const { pairs } = totalsOf(page.layout, page.labels, numbers, null, page.receipt, page.known);
  const found = new Map<NumberCandidate, Map<Amount, Set<string>>>();
  const ask = (number: NumberCandidate, value: Amount, why: string): void => {
    if (!isOneDigitOff(number, value)) return;
    const values = found.get(number) ?? new Map<Amount, Set<string>>();
    found.set(number, values);
    values.set(value, (values.get(value) ?? new Set()).add(why));
  };
  const of = (...fields: LabelField[]): NumberCandidate[] => [...new Set(pairs.filter((pair) => fields.includes(pair.label.field) && pair.score > 0.3 && looksLikeMoney(pair.candidate)).map((pair) => pair.candidate))].slice(0, 9);
  const [nets, taxes, wholes] = [of("netTotal", "lineTotal", "taxBase"), of("taxTotal"), of("grossTotal", "amountDue")];
  const rates = [...new Set(numbers.filter((number) => number.percent && number.amount > 0n && number.amount < 40_000_000n).map((number) => number.amount))].slice(0, 6);
  const terms = pairs.flatMap((pair): Term[] => { const term = termOf(pair); return term ? [term] : []; }).filter((term, i, all) => term.candidate.amount !== 0n && all.findIndex((other) => other.candidate === term.candidate) === i).slice(0, 7);
  const changes = terms.filter((term) => term.role === "allowance" || term.role === "charge").slice(0, 4);
  const settlements = terms.filter((term) => term.role !== "allowance" && term.role !== "charge").slice(0, 4);
  const onLine = groupBy(numbers, (number) => number.line);
  const carried = carriedLines(page.layout, { numbers: onLine, labels: groupBy(page.labels, (label) => label.line) });
  const distinct = tables.filter((table, i) => tables.findIndex((other) => other.rows.length === table.rows.length && other.rows.every((row, k) => row.amount === table.rows[k]!.amount && row.unitPrice === table.rows[k]!.unitPrice)) === i);
  for (const table of distinct.slice(0, 4)) askOfTable(table, [...nets, ...wholes], changes, onLine, ask);
  askOfRows(tables[0], totals, ask);
  askOfLines(numbers, ask);
  if (!totals.equations.some((equation) => equation.name === "lines_sum")) askOfFactors(page.layout, onLine, ask);
  if (!totals.equations.some((equation) => equation.name === "lines_sum")) askOfColumns([...nets, ...wholes], numbers.filter((number) => !carried.has(number.line)), ask);
  // net + tax = gross, whatever of them is printed.
  const rows = totals.taxes.flatMap((row) => (row.amount ? [row.amount] : []));
  const taxSums = [...taxes.map((tax) => [tax]), ...(rows.length > 1 ? [rows] : []), ...(taxes.length > 1 ? [taxes] : []), ...taxes.flatMap((one, i) => taxes.slice(i + 1).map((other) => [one, other])), []];
  for (const net of nets) for (const parts of taxSums) for (const whole of wholes) {
    if (parts.includes(net) || parts.includes(whole) || net === whole) continue;
    for (const held of subsets(settlements.filter((term) => term.role !== "prepaid"))) {
      const computed = net.amount + sum(parts.map((part) => part.amount)) + sum(held.map((term) => worthOf(term, whole.amount)));
      const off = whole.amount - computed;
      if (!isOneDigit(off)) continue;
      const why = `total ${net.amount}`;
      ask(whole, computed, why);
      ask(net, net.amount + off, why);
      for (const part of parts) ask(part, part.amount + off, why);
      for (const term of held) ask(term.candidate, term.candidate.amount + (worthOf(term, whole.amount) === term.candidate.amount ? off : -off), why);
    }
  }
  for (const whole of wholes) for (const due of wholes) {
    if (whole === due) continue;
    for (const held of subsets(settlements)) {
      const computed = whole.amount + sum(held.map((term) => worthOf(term, whole.amount)));
      const off = due.amount - computed;
      if (!isOneDigit(off)) continue;
      ask(due, computed, "due");
      ask(whole, whole.amount + off, "due");
      for (const term of held) ask(term.candidate, term.candidate.amount + (worthOf(term, whole.amount) === term.candidate.amount ? off : -off), "due");
    }
  }
  const bases = sum(totals.taxes.map((row) => row.base?.amount ?? 0n));
  for (const number of new Set(pairs.map((pair) => pair.candidate))) if (totals.taxes.length > 1) for (const value of [bases, sum(rows.map((row) => row.amount))]) ask(number, value, "bases");
  for (const number of numbers) if (isInProse(number)) for (const whole of wholes) ask(number, whole.amount, "prose");
  // Printed under words we do not know, and one digit from a total.
  const known = Object.values(totals.values).flatMap((total) => (total && abs(total.amount) >= 100n * 100n * CENT ? [total.amount] : []));
  for (const number of numbers) if (looksLikeMoney(number) && !number.percent) for (const amount of known) ask(number, amount, "twin");
  for (const rate of rates) for (const tax of [...new Set([...taxes, ...rows])]) {
    for (const base of nets) if (base !== tax) {
      ask(tax, percentOf(base.amount, rate), "rate");
      for (const value of oneDigitOff(base)) if (percentOf(value, rate) === tax.amount) ask(base, value, "rate");
    }
    for (const whole of wholes) if (whole !== tax) {
      ask(tax, included(whole.amount, rate), "rate");
      for (const value of oneDigitOff(whole)) if (included(value, rate) === tax.amount) ask(whole, value, "rate");
    }
  }
  // What already stands in equations that hold is hardly what is wrong.
  const held = totals.equations.filter(holds);
  const doubt = (number: NumberCandidate): number => 1.5 - Math.min(2, held.filter((equation) => equation.numbers.includes(number)).length);
  return [...found].flatMap(([number, values]) => [...values].map(([value, why]): Demand => ({ number, value, support: doubt(number) + [...why].reduce((all, each) => all + (WEIGHTS[each.split(" ")[0]!] ?? 1), 0) }))).sort((a, b) => b.support - a.support);
}

type Ask = (number: NumberCandidate, value: Amount, why: string) => void;

/** What quantity × price asks of a row, and what the sum asks of the total and of each row that nothing else confirms. */
function askOfTable(table: ItemTable, totals: readonly NumberCandidate[], changes: readonly Term[], onLine: (line: number) => readonly NumberCandidate[], ask: Ask): void {
  for (const row of table.rows) {
    const { quantity, unitPrice, amount, discount } = row;
    // "12 × 4.35" on the line below or above it.
    if (amount && !(quantity && unitPrice)) for (const near of [onLine(row.line.index + 1), onLine(row.line.index - 1)]) if (near.length === 2) ask(amount, (amount.amount < 0n ? -1n : 1n) * toCents(abs(times(near[0]!.amount, near[1]!.amount))), "product");
    if (!quantity || !unitPrice || !amount || isExact(row)) continue;
    const sign = amount.amount < 0n ? -1n : 1n;
    for (const per of row.per ? [row.per] : [1n, 100n]) {
      const product = abs(times(quantity.amount, unitPrice.amount)) / per;
      ask(amount, sign * toCents(product), "product");
      if (discount) for (const reduced of [product - times(product, abs(discount.amount)) / 100n, product - abs(discount.amount)]) ask(amount, sign * toCents(reduced), "product");
    }
    if (quantity.amount !== 0n && !discount) ask(unitPrice, toCents((abs(amount.amount) * (row.per ?? 1n) * 1_000_000n) / abs(quantity.amount)), "price");
  }
  const all = sum(table.rows.map(netOf));
  for (const total of totals) for (const chosen of subsets(changes)) {
    if (chosen.some((term) => term.candidate === total)) continue;
    const computed = all + sum(chosen.map((term) => worthOf(term, total.amount)));
    const off = total.amount - computed;
    if (!isOneDigit(off)) continue;
    ask(total, computed, "lines");
    for (const row of table.rows) if (row.amount && !isExact(row)) ask(row.amount, row.amount.amount + off, "lines");
    for (const term of chosen) ask(term.candidate, term.candidate.amount + (worthOf(term, total.amount) === term.candidate.amount ? off : -off), "lines");
  }
}

/** What stands on one line without regard to columns: a × b = c at the end, a rate of one amount, two amounts and their sum. */
function askOfLines(numbers: readonly NumberCandidate[], ask: Ask): void {
  const byLine = groupBy(numbers.filter((number) => number.amount !== 0n), (number) => number.line);
  for (const line of new Set(numbers.map((number) => number.line))) {
    const here = byLine(line);
    if (here.length < 2 || here.length > 9) continue;
    const money = here.filter((number) => !number.percent && looksLikeMoney(number));
    for (const a of here) for (const b of here) if (a !== b) {
      const rate = b.percent || (b.decimals <= 2 && b.amount > 0n && b.amount <= 30_000_000n);
      for (const c of money) {
        if (c === a || c === b) continue;
        if (!a.percent && !b.percent && a.box.x < b.box.x && b.box.x < c.box.x) ask(c, (a.amount < 0n ? -1n : 1n) * toCents(abs(times(a.amount, b.amount))), "product");
        if (rate && money.includes(a)) {
          ask(c, percentOf(a.amount, b.amount), "rate");
          if (c.box.x > a.box.x) ask(c, a.amount + percentOf(a.amount, b.amount), "with tax");
          for (const value of oneDigitOff(a)) if (percentOf(value, b.amount) === c.amount) ask(a, value, "rate");
        }
        if (money.includes(a) && money.includes(b) && a.box.x < b.box.x && b.box.x < c.box.x) {
          ask(c, a.amount + b.amount, "with tax");
          ask(a, c.amount - b.amount, "with tax");
        }
      }
      if (money.includes(a) && money.includes(b)) ask(a, b.amount, "same");
    }
  }
}

/** "3 x 32.18" alone on a line asks of the amounts at the end of the lines beside it, whether they were taken for rows or not. */
function askOfFactors(layout: Layout, onLine: (line: number) => readonly NumberCandidate[], ask: Ask): void {
  for (const line of layout.lines) {
    const [quantity, price, ...more] = onLine(line.index);
    if (!quantity || !price || more.length > 0 || !/\d\s?\S{0,4}\s?[x×X*@à]\s?\S{0,3}\d/u.test(line.text)) continue;
    for (const beside of [line.index - 1, line.index + 1]) {
      const amount = layout.lines[beside]?.page === line.page ? onLine(beside).at(-1) : undefined;
      if (amount && looksLikeMoney(amount)) ask(amount, (amount.amount < 0n ? -1n : 1n) * toCents(abs(times(quantity.amount, price.amount))), "product");
    }
  }
}

/** Figures below each other, the last of their lines, down to a total: their sum asks of it and of each of them, whether they were taken for a table or not. */
function askOfColumns(totals: readonly NumberCandidate[], numbers: readonly NumberCandidate[], ask: Ask): void {
  const money = numbers.filter((number) => looksLikeMoney(number) && !number.percent);
  const last = money.filter((number) => !money.some((other) => other.line === number.line && other.box.x > number.box.x));
  for (const total of totals) {
    const above = last.filter((number) => number.line < total.line).sort((a, b) => b.line - a.line);
    const edges = [...new Set(above.map((number) => Math.round((number.box.x + number.box.width) / 3)))];
    for (const edge of edges) {
      const column = above.filter((number) => Math.abs((number.box.x + number.box.width) / 3 - edge) <= 2);
      if (column.length < 2 || column.length > MOST_IN_A_COLUMN) continue;
      // From some line down to some line above the total.
      for (let skip = 0; skip <= Math.min(4, column.length - 2); skip++) {
        let all = 0n;
        for (let i = skip; i < column.length; i++) {
          all += column[i]!.amount;
          const off = total.amount - all;
          if (i === skip || !isOneDigit(off)) continue;
          ask(total, all, "column");
          for (const number of column.slice(skip, i + 1)) ask(number, number.amount + off, "column");
        }
      }
    }
  }
}

/** What the lines of each rate ask of its tax and base. */
function askOfRows(table: ItemTable | undefined, totals: Totals, ask: Ask): void {
  for (const row of totals.taxes) {
    if (row.rate === undefined || !row.amount) continue;
    if (row.base) ask(row.amount, percentOf(row.base.amount, row.rate), "rate");
    if (row.base && row.gross) {
      ask(row.base, row.gross.amount - row.amount.amount, "summary");
      ask(row.amount, row.gross.amount - row.base.amount, "summary");
      ask(row.gross, row.base.amount + row.amount.amount, "summary");
    }
    const own = table?.rows.filter((each) => each.taxRate?.amount === row.rate) ?? [];
    if (own.length === 0) continue;
    const lines = sum(own.map(netOf));
    ask(row.amount, percentOf(lines, row.rate), "lines of the rate");
    ask(row.amount, included(lines, row.rate), "lines of the rate");
    if (row.base) ask(row.base, lines, "lines of the rate");
  }
}

/** All choices among few terms, none of them first. */
function subsets(terms: readonly Term[]): Term[][] {
  return Array.from({ length: 1 << terms.length }, (_, mask) => terms.filter((_, i) => mask & (1 << i)));
}

/** A sum that misses by one digit of one operand misses by one digit times a power of ten. */
const isOneDigit = (difference: Amount): boolean => difference !== 0n && difference % CENT === 0n && /^[1-9]0*$/.test(String(abs(difference) / CENT));

/** As printed, digits alone: a first digit that became 0 still counts. */
const digitsOf = (number: NumberCandidate): string => number.raw.replace(/\D/g, "");
const written = (value: Amount, decimals: number): string => String(abs(value) / 10n ** BigInt(6 - decimals)).padStart(decimals + 1, "0");

/** The value is written with as many digits as the printed one, and differs in exactly one. */
export function isOneDigitOff(number: NumberCandidate, value: Amount): boolean {
  if (number.decimals > 6 || abs(value) % 10n ** BigInt(6 - number.decimals) !== 0n || (value < 0n) !== (number.amount < 0n)) return false;
  const [printed, other] = [digitsOf(number), written(value, number.decimals)];
  return printed.length === other.length && [...printed].filter((digit, i) => digit !== other[i]).length === 1;
}

function oneDigitOff(number: NumberCandidate): Amount[] {
  const digits = digitsOf(number);
  const unit = 10n ** BigInt(6 - number.decimals);
  const sign = number.amount < 0n ? -1n : 1n;
  return [...digits].flatMap((digit, i) => [..."0123456789"].filter((other) => other !== digit && !(i === 0 && other === "0" && digits.length > number.decimals + 1)).map((other) => sign * BigInt(digits.slice(0, i) + other + digits.slice(i + 1)) * unit));
}

/** For people. */
export const repairReason = ({ expected }: Misprint): string => `one digit different: ${amountShown(expected)} would add up`;
