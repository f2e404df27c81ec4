/**
 * Invoice lines from the item table. A row is anchored by a number in the amount column; columns get their numbers by
 * place, and quantity × price = amount settles what place leaves open. Tables of something else (tax summary,
 * payment plan, delivery detail) lack those columns and are passed over.
 */
import { EMAIL, WEBSITE } from "./address.ts";
import { abs, percentOf, times, toCents, type Amount } from "./amount.ts";
import { looksLikeMoney, type NumberCandidate } from "./candidates.ts";
import { columnsByArithmetic } from "./columns.ts";
import type { Label } from "./labels.ts";
import { bottom, groupBy, overlapX, right, union, type Layout, type Line } from "./lines.ts";
import { describe, netOf, range, rowOf, settleFromDetails, type ItemRow, type ItemTable } from "./table-rows.ts";
import { headersOf, type Column, type Header } from "./table-header.ts";
import { FINAL, onLines, type OnLine } from "./table-sums.ts";
import { columnDownTo } from "./table-unheaded.ts";

export { multipliesOut, netOf, type ItemRow, type ItemTable } from "./table-rows.ts";

const TOTALS = new Set(["netTotal", "taxTotal", "grossTotal", "amountDue", "prepaid", "lineTotal", "otherMoney", "rounding"]);

/**
 * The item table, or null. Each header is tried with the columns its words name and with those its figures prove; without
 * any, the figures alone. The table whose rows add up to a printed total, and then the one whose rows multiply out, wins.
 */
export const itemTableOf = (layout: Layout, labels: readonly Label[], numbers: readonly NumberCandidate[]): ItemTable | null => itemTablesOf(layout, labels, numbers)[0] ?? null;

/** The table as a person once showed it goes first, unless the sums speak for another one and against it. */
export function withRemembered(tables: readonly ItemTable[], remembered: ItemTable | null, trusted: boolean, layout: Layout, labels: readonly Label[], numbers: readonly NumberCandidate[]): ItemTable[] {
  if (!remembered) return [...tables];
  const first = tables[0];
  const totals = printedTotals(layout, onLines(layout, labels, numbers));
  const standing = (table: ItemTable): number => (reconciles(table, totals) ? 2 : 0) + (table.rows.every((row) => row.description.length > 0) ? 1 : 0) + (adds(table) ? 1 : 0);
  const better = !first || standing(remembered) > standing(first) || (standing(remembered) === standing(first) && trusted);
  return better ? [remembered, ...tables] : [...tables, remembered];
}

/** All tables that were tried, the likeliest first. `headers` are those of the layout, for who reads it several times. */
export function itemTablesOf(layout: Layout, labels: readonly Label[], numbers: readonly NumberCandidate[], headers: Header[] = headersOf(layout)): ItemTable[] {
  const tables: ItemTable[] = [];
  const on = onLines(layout, labels, numbers);
  const totals = printedTotals(layout, on);
  const used = new Set<Header>();
  const add = (same: Header[], columns: Column[], throughSubtotals = false, known: ReadonlySet<number> = NONE): void => {
    const table = readTable(layout, on, same, headers, columns, throughSubtotals, known);
    if (table.rows.length > 0) tables.push(table);
  };
  for (const header of headers) {
    if (used.has(header) || !holdsItems(header)) continue;
    const same = headers.filter((other) => other === header || sameShape(header, other));
    same.forEach((other) => used.add(other));
    const named = withAmount(header.columns);
    add(same, named);
    if (tables.some((table) => table.header === header && !table.passedOver && adds(table) && reconciles(table, totals) && table.rows.every((row) => row.description.length > 0))) continue;
    for (const other of otherAmounts(header.columns)) add(same, other);
    const proven = columnsByArithmetic(layout, on.numbers, linesBelow(layout, on, same), header, totals);
    for (const columns of [named, ...(proven ? [proven] : [])]) add(same, columns, true);
    if (proven) add(same, proven);
  }
  const isFound = (): boolean => tables.some((table) => reconciles(table, totals) && (table.rows.length > 1 || adds(table)) && !isSummary(table, layout, on));
  if (!isFound()) {
    const lines = linesBelow(layout, on, []);
    const columns = columnsByArithmetic(layout, on.numbers, lines, null, totals);
    const amount = columns?.find((column) => column.role === "amount");
    const first = amount && lines.find((line) => on.numbers(line.index).some((number) => overlapX(number.box, amount.box) > 0.3 && !number.percent));
    if (columns && first) {
      const from = (line: Line): Header => ({ page: line.page, first: line.index, last: line.index - 1, columns, box: { ...union(columns.map((column) => column.box)), y: line.box.y - 1, height: 0 } });
      for (const through of [false, true]) {
        const rough = readTable(layout, on, [from(first)], headers, columns, through);
        // What stands above the first row only happens to lie below each other.
        const at = rough.rows.findIndex((_, i) => reconciles({ ...rough, closed: false, rows: rough.rows.slice(i) }, totals));
        const start = rough.rows[at >= 0 ? at : Math.max(0, rough.rows.findIndex((row) => row.adds))];
        if (start) add([from(start.line)], columns, through);
      }
    }
  }
  if (!isFound()) {
    const column = columnDownTo(layout, on);
    if (column) add([column.header], column.header.columns, false, column.lines);
  }
  return tables.map((table) => ({ table, worth: worth(table) + (reconciles(table, totals) && !goesOn(table, tables) ? 6 : 0) - (isSummary(table, layout, on) ? 8 : 0) })).sort((x, y) => y.worth - x.worth).map(({ table }) => table);
}

/** Amounts on lines that name a total, or on the line below such a heading: what rows may add up to. */
function printedTotals(layout: Layout, on: OnLine): Set<Amount> {
  const totals = new Set<Amount>();
  for (const line of layout.lines) {
    if (on.carried.has(line.index) || !on.labels(line.index).some((label) => ["netTotal", "grossTotal", "lineTotal", "amountDue"].includes(label.field))) continue;
    const here = on.numbers(line.index).filter(looksLikeMoney);
    const below = on.labels(line.index + 1).some((label) => label.field === "otherMoney") ? [] : on.numbers(line.index + 1);
    for (const number of here.length > 0 ? here : below) if (looksLikeMoney(number) && number.amount !== 0n) totals.add(number.amount);
  }
  return totals;
}

const adds = (table: ItemTable): boolean => table.rows.every((row) => row.adds);
const reconciles = (table: ItemTable, totals: ReadonlySet<Amount>): boolean => table.closed === true || totals.has(table.rows.reduce((sum, row) => sum + netOf(row), 0n));

/** The lines that may hold rows: behind the header, up to the first final total, on every page the header is repeated on. */
function linesBelow(layout: Layout, on: OnLine, headers: readonly Header[]): Line[] {
  const lines: Line[] = [];
  const start = headers[0]?.last ?? -1;
  let open = true;
  for (const line of layout.lines) {
    if (line.index <= start || headers.some((each) => line.index >= each.first && line.index <= each.last)) {
      if (line.index > start) open = true;
      continue;
    }
    if (on.carried.has(line.index)) continue;
    const final = on.strips.has(line.index) || (on.labels(line.index).some((label) => label.first === 0 && FINAL.has(label.field)) && on.numbers(line.index).some(looksLikeMoney));
    if (final && (headers.length > 0 || lines.some((each) => on.numbers(each.index).some(looksLikeMoney)))) open = false;
    if (open) lines.push(line);
  }
  return lines;
}

/** A tax summary has rates, bases and amounts, but nothing that was sold. */
const holdsItems = (header: Header): boolean => header.columns.some((column) => column.role === "description" || column.role === "quantity" || column.role === "itemId" || (column.role === "unitPrice" && !header.columns.some((other) => other.role === "base" || other.role === "taxAmount")));

/** A continuation page repeats the header: same columns at the same places; beside the first one something else may stand. */
function sameShape(a: Header, b: Header): boolean {
  if (b.page > a.page && b.columns.length >= 3 && b.columns.length < a.columns.length) return b.columns.every((column) => a.columns.some((other) => other.role === column.role && other.text === column.text && Math.abs(column.box.x - other.box.x) < 12));
  return a.columns.length === b.columns.length && a.columns.every((column, i) => column.role === b.columns[i]!.role && Math.abs(column.box.x - b.columns[i]!.box.x) < 12);
}

/** The table ends at the sum of a section, and another one that begins with the same rows has more behind it that multiply out. */
const goesOn = (table: ItemTable, tables: readonly ItemTable[]): boolean => tables.some((other) => other.header === table.header && other.rows.length > table.rows.length &&
  table.rows.every((row, i) => other.rows[i]!.line === row.line) && other.rows.slice(table.rows.length).some((row) => row.adds && row.amount!.amount !== 0n));

/** Nothing in it is named, and a total is printed above it on its page or each row states a tax of its amount. */
const isSummary = (table: ItemTable, layout: Layout, on: OnLine): boolean => table.rows.every((row) => !row.description.some((word) => /\p{L}{2}/u.test(word.text))) && (
  table.rows.every((row) => on.numbers(row.line.index).some((rate) => rate.percent && rate.amount > 0n && row.amount && on.numbers(row.line.index).some((tax) => tax !== row.amount && tax.amount === percentOf(row.amount!.amount, rate.amount)))) ||
  layout.lines.some((line) => line.page === table.header.page && line.index < table.header.first && on.labels(line.index).some((label) => label.first === 0 && FINAL.has(label.field)) && on.numbers(line.index).some(looksLikeMoney)));

/** What stands in its column of prices is none: there is no quantity, and the amount is another. */
const isPriceless = (row: ItemRow): boolean => row.unitPrice !== undefined && !row.quantity && !row.adds && row.unitPrice.amount !== row.amount?.amount;

function worth(table: ItemTable): number {
  const roles = new Set(table.columns.map((column) => column.role));
  const shape = (roles.has("quantity") ? 2 : 0) + (roles.has("unitPrice") && !table.rows.every(isPriceless) ? 2 : 0) + (roles.has("description") ? 2 : 0) + (roles.has("amount") ? 1 : 0) - (roles.has("base") || roles.has("taxAmount") ? 2 : 0);
  const described = table.rows.filter((row) => row.description.length > 0).length / Math.max(1, table.rows.length);
  return shape + 2 * described + table.rows.filter((row) => row.adds).length * 1.5 + Math.min(table.rows.length, 10) * 0.2;
}

const NONE: ReadonlySet<number> = new Set();

/** `throughSubtotals`: rows may follow a sum that is not the last one, as between sections. `known` lines are rows whatever their words may also mean ("Card holder 5.00"). */
function readTable(layout: Layout, on: OnLine, headers: Header[], allHeaders: Header[], columns: readonly Column[], throughSubtotals: boolean, known = NONE): ItemTable {
  const header = headers[0]!;
  const gross = !columns.some((column) => column.role === "amount") && columns.some((column) => column.role === "grossAmount");
  const amountColumn = columns.find((column) => column.role === "amount") ?? columns.find((column) => column.role === "grossAmount")!;
  const table: ItemTable = { header, columns, rows: [], gross, lines: new Set(), area: new Set() };
  if (!amountColumn) return table;
  let sum = 0n;
  let sectionSum = 0n;
  let carried = false;
  // What stands behind a sum and before the next one was perhaps a section of rows.
  let waiting: Amount | null = null;
  const headerLines = new Set(headers.flatMap((each) => range(each.first, each.last)));
  const foreign = new Set(allHeaders.filter((each) => !headers.includes(each)).flatMap((each) => range(each.first, each.last)));
  let state: "rows" | "subtotal" | "done" = "rows";
  let lastBottom = header.box.y + header.box.height;
  let page = header.page;
  const feet = new Map(layout.pages.map((each) => [each.number, 0.88 * each.height]));
  // A foot with mail or web address on a page that the table runs over is no row, whatever figures its telephone has.
  const scope = layout.lines.filter((line) => line.index > header.last && !(line.box.y > feet.get(line.page)! && (EMAIL.test(line.text) || WEBSITE.test(line.text))));
  const region: Line[] = [];
  for (const line of scope) {
    if (headerLines.has(line.index)) {
      state = "rows";
      lastBottom = bottom(line.box);
      page = line.page;
      continue;
    }
    if (line.page !== page) {
      table.closed = false;
      // A table without a repeated header goes on only when it did not end on the page before.
      if (headers.some((each) => each.page === line.page && each.first > line.index)) continue;
      if (state === "done" || (state === "subtotal" && !carried)) break;
      state = "rows";
      page = line.page;
      lastBottom = line.box.y;
    }
    if (state === "done") continue;
    if (foreign.has(line.index) && table.rows.length > 0) {
      state = "done";
      continue;
    }
    if (on.carried.has(line.index)) {
      table.lines.add(line.index);
      table.closed = false;
      state = "rows";
      lastBottom = bottom(line.box);
      continue;
    }
    if (on.strips.has(line.index) && table.rows.length > 0) {
      state = "done";
      continue;
    }
    const onLine = on.numbers(line.index);
    const leading = on.labels(line.index).filter((label) => TOTALS.has(label.field) && label.first === 0 && !(label.field === "otherMoney" && /^transport/i.test(label.text)));
    const cells = cellsOf(columns, onLine);
    const amount = cells.get(amountColumn);
    // A sum of what stands above, carried over the page or closing a section, in whatever words.
    if (amount && table.rows.length > 0 && amount.amount !== 0n && !hasQuantityAndPrice(cells) && (amount.amount === sum || (amount.amount === sectionSum && table.rows.length > 1)) && (table.rows.length > 1 || (leading.length > 0 && !leading.some((label) => label.field === "taxTotal")))) {
      state = "subtotal";
      if (waiting !== null) table.passedOver = true;
      // A sum brought forward closes nothing: the table goes on below it.
      table.closed = amount.amount === sum && table.rows.some((row) => row.line.page === line.page);
      carried = true;
      sectionSum = 0n;
      lastBottom = bottom(line.box);
      continue;
    }
    if (amount && waiting === amount.amount) table.passedOver = true;
    const isTotal = !known.has(line.index) && leading.length > 0 && onLine.length > 0 && (amount !== undefined || (leading.some((label) => FINAL.has(label.field) || (table.rows.length > 0 && label.field === "lineTotal")) && onLine.some((number) => looksLikeMoney(number)))) && totalsLine(line, leading, columns, cells);
    if (isTotal) {
      if (leading.some((label) => FINAL.has(label.field)) && !hasQuantityAndPrice(cells)) state = table.rows.length > 0 || gross ? "done" : state;
      else {
        state = "subtotal";
        carried = throughSubtotals && leading.every((label) => label.field === "lineTotal");
        if (waiting !== null) table.passedOver = true;
      }
      continue;
    }
    if (line.box.y - lastBottom > 10 * line.box.height && table.rows.length > 0) {
      state = "done";
      continue;
    }
    if (amount && plausible(amount, amountColumn, table)) {
      const reduction = reductionOf(line, on.labels(line.index), amount, cells, columns);
      if (reduction && table.rows.length > 0 && state === "rows") {
        table.rows[table.rows.length - 1]!.reductions.push(amount);
        sum -= abs(amount.amount);
        sectionSum -= abs(amount.amount);
        table.lines.add(line.index);
        lastBottom = bottom(line.box);
        continue;
      }
      const row = rowOf(line, columns, amountColumn, cells, onLine, amount);
      const mayBeRow = on.labels(line.index).every((label) => !TOTALS.has(label.field) && label.field !== "charge" && label.field !== "allowance");
      // Nothing times anything is nothing: "plus 0 % VAT on 1,262.43   0.00" multiplies out, and is no row.
      const idle = amount.amount === 0n && !mayBeRow;
      if (state === "subtotal" && (idle || (!row.adds && !multipliesBelow(line, amount, layout, on)))) {
        if (mayBeRow) waiting = (waiting ?? 0n) + amount.amount;
        if (!throughSubtotals || !carried || !mayBeRow) continue;
      }
      if (row.description.length === 0 && !row.adds && !row.quantity && !known.has(line.index) && !isNamedAbove(line, layout, on, columns)) continue;
      table.rows.push(row);
      table.closed = false;
      sum += amount.amount;
      sectionSum += amount.amount;
      table.lines.add(line.index);
      state = "rows";
      lastBottom = bottom(line.box);
    }
    lastBottom = bottom(line.box);
    // A labelled amount is never the rest of a description, wherever it stands.
    if (amount !== undefined || leading.length === 0 || !onLine.some(looksLikeMoney)) region.push(line);
  }
  settleFromDetails(table, on, layout);
  describe(layout, on, table, columns, region);
  const last = Math.max(...table.lines, 0);
  for (const line of region) if (line.index <= last) table.area.add(line.index);
  for (const line of table.lines) table.area.add(line);
  return table;
}


/** A header without an amount column but with a price ("Item, Qty, Price") uses the price as the amount. */
function withAmount(given: Column[]): Column[] {
  const columns = oneDescription(given);
  if (columns.some((column) => column.role === "amount" || column.role === "grossAmount")) return oneAmount(columns);
  const prices = columns.filter((column) => column.role === "unitPrice");
  const last = prices[prices.length - 1];
  return last ? columns.map((column) => (column === last ? { ...column, role: "amount" } : column)) : columns;
}

/** "Amount  Tax  Total": the first may be what the lines cost, the last what they cost with tax. */
function otherAmounts(given: Column[]): Column[][] {
  const columns = oneDescription(given);
  const amounts = columns.filter((column) => column.role === "amount" || column.role === "grossAmount");
  return amounts.length < 2 ? [] : amounts.slice(0, -1).map((amount) => columns.map((column) => (column === amount ? { ...column, role: "amount" } : amounts.includes(column) ? { ...column, role: "grossAmount" } : column)));
}

/** "Item" beside "Description" is the item's number or short name. */
function oneDescription(columns: Column[]): Column[] {
  const descriptions = columns.filter((column) => column.role === "description");
  const item = descriptions.length > 1 && !columns.some((column) => column.role === "itemId") ? descriptions.find((column) => /^(?:item|product|artikel|article|art\.?|producto|artigo|material)\b/i.test(column.text)) : undefined;
  return item ? columns.map((column) => (column === item ? { ...column, role: "itemId" } : column)) : columns;
}

/** Two columns called amount ("Total", "Amount"): the rightmost is the line amount, unless it is the gross one. */
function oneAmount(columns: Column[]): Column[] {
  const amounts = columns.filter((column) => column.role === "amount");
  if (amounts.length < 2) return columns;
  const last = amounts[amounts.length - 1]!;
  const hasPrice = columns.some((column) => column.role === "unitPrice");
  return columns.map((column) => (column.role === "amount" && column !== last ? { ...column, role: hasPrice ? "other" : column === amounts[0] ? "unitPrice" : "other" } : column));
}

/** Gives every number on a row to the column it stands in; the nearest number keeps a contested column. */
function cellsOf(columns: readonly Column[], numbers: readonly NumberCandidate[]): Map<Column, NumberCandidate> {
  const cells = new Map<Column, NumberCandidate>();
  for (const number of numbers) {
    let best: { column: Column; distance: number } | null = null;
    for (const column of columns) {
      if (column.role === "description") continue;
      const gap = Math.max(0, Math.max(column.box.x, number.box.x) - Math.min(right(column.box), right(number.box)));
      const edges = Math.min(Math.abs(right(column.box) - right(number.box)), Math.abs(column.box.x - number.box.x), Math.abs(column.box.x + column.box.width / 2 - number.box.x - number.box.width / 2));
      let distance = gap + 0.25 * edges;
      if (number.percent && !["taxRate", "discount", "other"].includes(column.role)) distance += 40;
      if (!number.percent && number.currency && !["unitPrice", "amount", "grossAmount", "taxAmount", "discount", "base"].includes(column.role)) distance += 40;
      if (["position", "itemId", "date"].includes(column.role) && number.decimals > 0) distance += 25;
      if (!best || distance < best.distance) best = { column, distance };
    }
    if (!best || best.distance > 90) continue;
    const holder = cells.get(best.column);
    if (!holder || distanceTo(best.column, number) < distanceTo(best.column, holder)) cells.set(best.column, number);
  }
  return cells;
}

/** "12 × 4.35" in small print on the line below comes to the amount. */
function multipliesBelow(line: Line, amount: NumberCandidate, layout: Layout, on: OnLine): boolean {
  const below = layout.lines[line.index + 1];
  const numbers = below?.page === line.page ? on.numbers(below.index) : [];
  return numbers.length === 2 && numbers[0]!.amount !== 1_000_000n && toCents(abs(times(numbers[0]!.amount, numbers[1]!.amount))) === abs(amount.amount);
}

/** Alone on its line, below words that have a line of their own in the column of descriptions. */
function isNamedAbove(line: Line, layout: Layout, on: OnLine, columns: readonly Column[]): boolean {
  const above = layout.lines[line.index - 1];
  const description = columns.find((column) => column.role === "description");
  if (!description || !above || above.page !== line.page || on.numbers(line.index).length > 1 || line.box.y - bottom(above.box) > 1.2 * line.box.height) return false;
  return above.segments.length === 1 && !on.numbers(above.index).some(looksLikeMoney) && !on.labels(above.index).some((label) => TOTALS.has(label.field)) && /\p{L}{3,}/u.test(above.text) && right(above.box) < line.box.x && above.box.x <= description.box.x + description.box.width;
}

const distanceTo = (column: Column, number: NumberCandidate): number => Math.min(Math.abs(right(column.box) - right(number.box)), Math.abs(column.box.x - number.box.x)) - (overlapX(column.box, number.box) > 0.3 ? 10 : 0);

const hasQuantityAndPrice = (cells: ReadonlyMap<Column, NumberCandidate>): boolean => [...cells.keys()].some((column) => column.role === "quantity") && [...cells.keys()].some((column) => column.role === "unitPrice");

/** A totals label leading the line makes it a total, unless the row is filled like an item ("Total Care Plan  2  10.00  20.00"). */
function totalsLine(line: Line, leading: readonly Label[], columns: readonly Column[], cells: ReadonlyMap<Column, NumberCandidate>): boolean {
  if (hasQuantityAndPrice(cells)) {
    const quantity = [...cells].find(([column]) => column.role === "quantity")![1];
    if (!quantity.percent && !quantity.currency) return false;
  }
  // "Transport et livraison   40   12 %   93,20": what is counted is sold, whatever its first word also means.
  if (leading.every((label) => label.field === "otherMoney") && [...cells.keys()].some((column) => column.role === "quantity" || column.role === "position")) return false;
  const words = line.words.filter((word) => /\p{L}{2,}/u.test(word.text)).length;
  const covered = Math.max(...leading.map((label) => label.words.length));
  return words <= covered + 6 && columns.length > 0;
}

function plausible(amount: NumberCandidate, column: Column, table: ItemTable): boolean {
  if (amount.percent || (column.cents && amount.decimals === 0 && !amount.currency)) return false;
  // "Items: 2" below amounts that all have cents.
  if (amount.decimals === 0 && !amount.currency && table.rows.length > 0 && table.rows.every((row) => row.amount!.decimals === 2)) return false;
  if (overlapX(amount.box, column.box) === 0 && Math.abs(right(amount.box) - right(column.box)) > 45) return false;
  const before = table.rows[0]?.amount;
  if (before && Math.abs(right(before.box) - right(amount.box)) > 20 && Math.abs(before.box.x - amount.box.x) > 20) return false;
  return amount.decimals === 2 || amount.currency !== undefined || amount.decimals === 0 || (amount.decimals > 0 && amount.decimals <= 4);
}

/** "abzgl. 16,7 % Rabatt  -2,00": a deduction under an item belongs to it. */
function reductionOf(line: Line, labels: readonly Label[], amount: NumberCandidate, cells: ReadonlyMap<Column, NumberCandidate>, columns: readonly Column[]): boolean {
  if (hasQuantityAndPrice(cells) || columns.length === 0) return false;
  return amount.negative && labels.some((label) => label.field === "allowance") && !line.words.some((word) => /^\d+$/.test(word.text) && word.box.x < line.box.x + 5);
}
