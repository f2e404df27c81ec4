/**
 * One row of the item table: its numbers by column, quantity × price = amount where place leaves it open, and its words,
 * with what a description continues with on the lines below.
 */
import { abs, near, times, toCents, type Amount, CENT } from "./amount.ts";
import { looksLikeMoney, type NumberCandidate } from "./candidates.ts";
import { isBic, isGtin } from "./identifiers.ts";
import type { Label, LabelField } from "./labels.ts";
import { bottom, overlapX, right, union, type Layout, type Line, type Segment } from "./lines.ts";
import type { Box } from "./reading.ts";
import type { Column, Header, Role } from "./table-header.ts";
import type { Word } from "./words.ts";

export type ItemRow = {
  line: Line;
  amount?: NumberCandidate;
  quantity?: NumberCandidate;
  unitPrice?: NumberCandidate;
  taxRate?: NumberCandidate;
  discount?: NumberCandidate;
  /** the price is for so many pieces ("12.50 /100") */
  per?: bigint;
  unit: Word[];
  description: Word[];
  itemId: Word[];
  /** quantity × price (less discount) = amount */
  adds: boolean;
  /** further amounts on the row's line: its tax, its price with tax */
  others: NumberCandidate[];
  /** allowances printed under the row, already part of what the line costs */
  reductions: NumberCandidate[];
};

/** `lines` hold the rows; `area` also what stands between them: remarks, section titles. */
export type ItemTable = { header: Header; columns: readonly Column[]; rows: ItemRow[]; gross: boolean; lines: Set<number>; area: Set<number>; /** a sum of all rows is printed behind them */ closed?: boolean; /** behind a sum more may follow that was not taken for rows */ passedOver?: boolean };

/** What stands on a line. */
export type OnLine = { numbers: (line: number) => readonly NumberCandidate[]; labels: (line: number) => readonly Label[] };

const TOTALS: ReadonlySet<LabelField> = new Set(["netTotal", "grossTotal", "amountDue", "lineTotal"]);
const TEXT_ROLES: ReadonlySet<Role> = new Set(["position", "itemId", "description", "date", "other"]);

export const range = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, i) => first + i);

export function rowOf(line: Line, columns: readonly Column[], amountColumn: Column, cells: Map<Column, NumberCandidate>, onLine: readonly NumberCandidate[], amount: NumberCandidate): ItemRow {
  const at = (role: Role): NumberCandidate | undefined => [...cells].find(([column]) => column.role === role)?.[1];
  const row: ItemRow = { line, amount, unit: [], description: [], itemId: [], adds: false, reductions: [], others: [] };
  row.quantity = at("quantity");
  row.unitPrice = at("unitPrice");
  const rate = at("taxRate") ?? onLine.find((number) => number.percent && number !== at("discount"));
  if (rate && (rate.percent || (rate.decimals <= 2 && standsAlone(rate))) && rate.amount >= 0n && rate.amount < 40_000_000n && columns.some((column) => column.role === "taxRate")) row.taxRate = rate;
  row.discount = at("discount");
  row.per = perOf(row.unitPrice);
  row.adds = multipliesOut(row);
  if (!row.adds) settleByArithmetic(row, onLine, amountColumn);
  row.others = onLine.filter((number) => looksLikeMoney(number) && !number.percent && ![row.amount, row.quantity, row.unitPrice, row.taxRate, row.discount].includes(number));
  assignText(row, columns, onLine);
  return row;
}

/** "12.50 /100", "8.90 per 1000", "12,50 % St.": how many pieces a price is for. */
function perOf(price: NumberCandidate | undefined): bigint | undefined {
  const per = price && /^\s*(?:\/|per\b|pro\b|je\b|p\.)\s*(100|1000)\b/.exec(price.segment.text.slice(price.to))?.[1];
  return per ? BigInt(per) : undefined;
}

/** Not a figure within a name: "Training day Nr. 4". */
const standsAlone = (number: NumberCandidate): boolean => number.segment.words.every((word) => number.words.includes(word) || !/\p{L}{3,}/u.test(word.text));

/** What quantity × price may come to: the row's factors and its discount in percent or as an amount. */
type Factors = Pick<ItemRow, "quantity" | "unitPrice" | "amount" | "discount" | "per">;

/** quantity × price, less a discount in percent, within a cent or the price's own rounding. */
export function multipliesOut(row: Factors): boolean {
  if (!row.quantity || !row.unitPrice || !row.amount) return false;
  const product = times(row.quantity.amount, row.unitPrice.amount) / (row.per ?? 1n);
  // Half a unit of the price's last place, times the quantity: a printed price may itself be rounded.
  const places = BigInt(Math.min(6, Math.max(row.unitPrice.decimals, 2)));
  const unit = 1_000_000n / 10n ** places / 2n;
  const tolerance = CENT + (row.unitPrice.decimals > 2 ? times(abs(row.quantity.amount), unit) : 0n);
  const target = abs(row.amount.amount);
  if (near(toCents(abs(product)), target, tolerance)) return true;
  const discount = row.discount;
  if (!discount || discount.amount === 0n) return false;
  const byPercent = abs(product) - times(abs(product), abs(discount.amount)) / 100n;
  return near(toCents(byPercent), target, tolerance + CENT) || near(abs(product) - abs(discount.amount), target, tolerance);
}

/** It comes to the amount with no more than the rounding of the result to a cent; a cent beside an exact product is a wrong digit. */
export function isExact(row: Factors): boolean {
  if (!row.quantity || !row.unitPrice || !row.amount) return false;
  const product = abs(times(row.quantity.amount, row.unitPrice.amount)) / (row.per ?? 1n);
  const discount = abs(row.discount?.amount ?? 0n);
  return [product, ...(discount === 0n ? [] : [product - times(product, discount) / 100n, product - discount])].some((result) => abs(result - abs(row.amount!.amount)) < CENT);
}

/** The row's discount is a share of quantity × price, not an amount. */
export const takesPercent = (row: Factors): boolean => row.discount !== undefined && row.quantity !== undefined && row.unitPrice !== undefined && row.amount !== undefined &&
  (row.discount.percent || !near(abs(times(row.quantity.amount, row.unitPrice.amount) / (row.per ?? 1n)) - abs(row.discount.amount), abs(row.amount.amount), CENT));

/** Looks for two numbers of the row whose product is the amount, whatever column they seem to stand in. */
function settleByArithmetic(row: ItemRow, onLine: readonly NumberCandidate[], amountColumn: Column): void {
  const others = onLine.filter((number) => number !== row.amount && !number.percent && number.box.x < row.amount!.box.x && number.amount !== 0n);
  const known = { quantity: row.quantity, price: row.unitPrice };
  const pairs = others.flatMap((quantity) => others.filter((price) => price !== quantity).map((price) => ({ quantity, price })))
    // A number that stands below its heading keeps its role.
    .sort((a, b) => Number(b.quantity === known.quantity) + Number(b.price === known.price) - Number(a.quantity === known.quantity) - Number(a.price === known.price));
  for (const { quantity, price } of pairs) {
    const placed = quantity === known.quantity || price === known.price;
    if (quantity.currency || quantity.decimals > 4 || amountColumn === undefined) continue;
    // "2.984 x 25.72" is a weight at a price, in this order; else the price has the more places.
    const weight = quantity.decimals === 3 && price.decimals === 2 && quantity.box.x < price.box.x;
    if (!placed && !weight && (price.decimals < quantity.decimals || (price.decimals === quantity.decimals && price.box.x < quantity.box.x))) continue;
    if (!placed && quantity.amount === 1_000_000n && !price.currency && price.decimals < 2) continue;
    const spare = placed && row.discount === undefined ? onLine.filter((number) => number !== quantity && number !== price && number !== row.amount && number !== row.taxRate && number.amount !== 0n && number.box.x > price.box.x && number.box.x < row.amount!.box.x && (number.percent || standsAlone(number))) : [];
    for (const discount of [row.discount, ...spare]) {
      if (!multipliesOut({ quantity, unitPrice: price, amount: row.amount, discount })) continue;
      Object.assign(row, { quantity, unitPrice: price, discount, adds: true });
      return;
    }
  }
}

/** "10 × 85,88" in small print under an item, or on a till above its amount: what its own line does not give. */
export function settleFromDetails(table: ItemTable, on: OnLine, layout: Layout): void {
  const rowLines = new Set(table.rows.map((row) => row.line.index));
  table.rows.forEach((row, i) => {
    if (row.adds || !row.amount || (row.quantity && row.unitPrice)) return;
    const below = range(row.line.index + 1, Math.min(table.rows[i + 1]?.line.index ?? row.line.index + 4, row.line.index + 5) - 1);
    const above = range(Math.max(row.line.index - 2, (table.rows[i - 1]?.line.index ?? -1) + 1), row.line.index - 1).reverse();
    for (const index of [...below, ...above]) {
      if (layout.lines[index]?.page !== row.line.page || rowLines.has(index)) continue;
      const found = productOf(row, on.numbers(index).filter((number) => !number.percent && number.amount !== 0n));
      if (!found) continue;
      Object.assign(row, found, { adds: true });
      return;
    }
  });
}

function productOf(row: ItemRow, numbers: readonly NumberCandidate[]): Pick<ItemRow, "quantity" | "unitPrice"> | null {
  for (const price of [...numbers].sort((a, b) => b.box.x - a.box.x)) {
    for (const quantity of row.quantity ? [row.quantity] : numbers.filter((number) => number !== price && !number.currency)) {
      if (!row.quantity && ((price.decimals < 2 && !price.currency) || (price.box.x < quantity.box.x && price.decimals === quantity.decimals))) continue;
      if (multipliesOut({ quantity, unitPrice: price, amount: row.amount, discount: row.discount })) return { quantity, unitPrice: price };
    }
  }
  return null;
}

/** Words that are no numbers of the row go to the text columns; letters right behind the quantity are its unit. */
function assignText(row: ItemRow, columns: readonly Column[], onLine: readonly NumberCandidate[]): void {
  const numeric = new Set<Word>();
  for (const number of [row.amount, row.quantity, row.unitPrice, row.taxRate, row.discount]) for (const word of number?.words ?? []) numeric.add(word);
  const texts = columns.filter((column) => TEXT_ROLES.has(column.role));
  const description = columns.find((column) => column.role === "description") ?? texts[0];
  const quantityRight = row.quantity ? right(row.quantity.box) : null;
  const leftmost = Math.min(...columns.map((column) => column.box.x));
  for (const segment of row.line.segments) {
    // Another text beside the table; a heading may be centred over its column, so that only a bank code is sure to be one.
    if (right(segment.box) < leftmost - 2 * segment.fontSize && (description?.placed || isBic(segment.text))) continue;
    const words = segment.words.filter((word) => !numeric.has(word));
    if (words.length === 0) continue;
    const holdsQuantity = row.quantity !== undefined && row.quantity.segment === segment;
    const unitColumn = columns.find((column) => column.role === "unit");
    const rest: Word[] = [];
    for (const word of words) {
      const behindQuantity = holdsQuantity && word.box.x >= quantityRight! - 1 && word.box.x - quantityRight! < 3 * segment.fontSize && row.unit.length < (segment.words.length > words.indexOf(word) + 2 ? 1 : 2) && isUnit(word);
      const inUnit = unitColumn && row.quantity !== undefined && (row.unit.length === 0 || right(row.unit[row.unit.length - 1]!.box) > word.box.x - segment.fontSize) && overlapX(word.box, unitColumn.box) > 0.3 && isUnit(word) && row.unit.length < 2;
      if (behindQuantity || inUnit) row.unit.push(word);
      else rest.push(word);
    }
    placeWords(row, rest, segment, columns, texts, description, onLine);
  }
}

const isUnit = (word: Word): boolean => word.text.length <= 12 && /^[\p{L}²³().%/׳״]+\.?\d?$/u.test(word.text) && !/^(?:EUR|USD|GBP|CHF|€|\$|£|%|[xX×@])$/.test(word.text);

function placeWords(row: ItemRow, words: Word[], segment: Segment, columns: readonly Column[], texts: readonly Column[], description: Column | undefined, onLine: readonly NumberCandidate[]): void {
  for (let from = 0; from < words.length; ) {
    const word = words[from]!;
    const column = textColumn(word, union(words.slice(from).map((each) => each.box)), columns, texts, description);
    // "1 Flyer": a position printed close to the description.
    const restOfSegment = words.slice(from);
    if (column?.role === "position" && /^\d{1,4}[.)]?$/.test(word.text)) {
      from++;
      continue;
    }
    if (column?.role === "date" && /\d/.test(word.text)) {
      from++;
      continue;
    }
    if (column?.role === "itemId") {
      row.itemId.push(word);
      from++;
      continue;
    }
    if (column?.role === "position" || column?.role === "description" || column === description) {
      if (column?.role !== "description" && columns.some((each) => each.role === "description") && overlapX(word.box, columns.find((each) => each.role === "description")!.box) === 0 && /^\d+$/.test(word.text)) {
        from++;
        continue;
      }
      const moneyWords = new Set(onLine.filter((number) => number.currency || number.decimals === 2).flatMap((number) => (number.box.x > segment.box.x + 1 && number.segment !== segment ? number.words : [])));
      row.description.push(...restOfSegment.filter((each) => !moneyWords.has(each) && !/^(?:EUR|€|\$|£|USD|RM)$/.test(each.text)));
      return;
    }
    from++;
  }
}

/**
 * The text column a word starts in: the last one that begins at or before it. Text may begin left of a centred
 * heading, so a stretch that misses its column but reaches the next one belongs there.
 */
function textColumn(word: Word, stretch: Box, columns: readonly Column[], texts: readonly Column[], description: Column | undefined): Column | undefined {
  const before = texts.filter((column) => column.box.x <= word.box.x + 0.9 * word.fontSize);
  let candidate = before[before.length - 1] ?? texts[0];
  const following = texts[texts.indexOf(candidate!) + 1];
  if (candidate && following && overlapX(candidate.box, stretch) === 0 && word.box.x > right(candidate.box) && (overlapX(following.box, stretch) > 0 || following === description)) candidate = following;
  const numericHere = columns.find((column) => !TEXT_ROLES.has(column.role) && overlapX(column.box, word.box) > 0.5 && right(word.box) > column.box.x);
  if (numericHere && candidate && !(candidate.role === "description" && nextAfter(columns, candidate) !== undefined && word.box.x < nextAfter(columns, candidate)!.box.x)) {
    return columns.indexOf(numericHere) < columns.indexOf(description ?? numericHere) ? description : undefined;
  }
  if (candidate && description && candidate !== description && candidate.role !== "description" && candidate.role !== "itemId" && /\p{L}{3,}/u.test(word.text) && word.box.x > right(candidate.box)) return description;
  return candidate;
}

const nextAfter = (columns: readonly Column[], column: Column): Column | undefined => columns[columns.indexOf(column) + 1];

/**
 * Adds what a description continues with on the following lines. A line continues a name when the one before it had
 * to break: its first word would not have fitted any more. Everything else under an item is a remark.
 */
export function describe(layout: Layout, on: OnLine, table: ItemTable, columns: readonly Column[], region: readonly Line[]): void {
  const rows = table.rows;
  if (rows.length === 0) return;
  const inRegion = new Set(region);
  const description = columns.find((column) => column.role === "description");
  const starts = rows.map((row) => row.description[0]?.box.x).filter((x): x is number => x !== undefined);
  const left = starts.length > 0 ? Math.min(...starts) : description?.box.x ?? 0;
  const limit = descriptionLimit(columns, rows, description);
  const pieces = (line: Line): Word[] => line.segments.filter((segment) => Math.abs(segment.box.x - left) < 1.6 * segment.fontSize || (segment.box.x > left && segment.box.x < limit && right(segment.box) < limit + 3)).flatMap((segment) => segment.words).filter((word) => word.box.x >= left - 3);
  rows.forEach((row, i) => {
    const next = rows[i + 1];
    let lastLine = row.line;
    if (!row.description.some((word) => /\p{L}{2,}/u.test(word.text) || word.text.length > 5)) row.description = [];
    if (row.description.length === 0) {
      lastLine = borrowDescription(layout, on, table, row, left, limit, next) ?? row.line;
      if (row.description.length === 0 || lastLine.index < row.line.index) return;
    }
    for (let index = lastLine.index + 1; index < (next?.line.index ?? row.line.index + 6) && index < row.line.index + 6; index++) {
      const line = layout.lines[index];
      if (!line || line.page !== row.line.page || !inRegion.has(line)) break;
      if (line.box.y - bottom(lastLine.box) > 0.9 * line.box.height) break;
      const words = pieces(line);
      if (words.length === 0) {
        continue;
      }
      const before = row.description[row.description.length - 1]!;
      const sameStyle = Math.abs(words[0]!.fontSize - before.fontSize) < 0.15 * before.fontSize && words[0]!.bold === before.bold;
      const space = 0.28 * before.fontSize;
      const narrow = limit - left < 11 * before.fontSize && line.box.y - bottom(lastLine.box) < 0.25 * line.box.height;
      const full = right(before.box) + space + words[0]!.box.width > limit - 0.04 * (limit - left);
      const broke = narrow || full || before.text.endsWith("-") || /[,&(/]$/.test(before.text) || GOES_ON.test(before.text);
      const attribute = /^[^:]{2,30}\s?:\s/.test(line.text) || words.some((word) => right(word.box) > limit + 4) || isGtin(words[0]!.text);
      if (!sameStyle || !broke || attribute || words[0]!.box.x - left > 1.5 * before.fontSize) break;
      row.description.push(...words);
      table.lines.add(line.index);
      lastLine = line;
    }
  });
}

/** A line does not end with such a word unless it goes on. */
const GOES_ON = /^(?:and|und|et|y|e|en|i|och|og|for|für|pour|para|per|voor|dla|of|von|de|di|van|with|mit|avec|con|met|the|der|die|das|la|le|les|el|il|à|zu|zum|zur|in|im|a)$/i;

/** Where the description column must end: at the next column's leftmost content. */
function descriptionLimit(columns: readonly Column[], rows: readonly ItemRow[], description: Column | undefined): number {
  const lefts: number[] = [];
  const from = description?.box.x ?? 0;
  for (const column of columns) if (column.box.x > from + 5 && column.role !== "position" && column.role !== "itemId") lefts.push(column.box.x);
  const contents = rows.flatMap((row) => [row.quantity, row.unitPrice, row.amount, row.discount, row.taxRate].filter((number) => number !== undefined && number.box.x > from + 5).map((number) => number!.box.x));
  const next = Math.min(...lefts, ...contents);
  return Number.isFinite(next) ? next - 2 : Infinity;
}

/** Some layouts print the name above the row of numbers, others below it. Gives the line it was found on. */
function borrowDescription(layout: Layout, on: OnLine, table: ItemTable, row: ItemRow, left: number, limit: number, next: ItemRow | undefined): Line | null {
  for (const step of [-1, -2, 1, 2]) {
    const line = layout.lines[row.line.index + step];
    if (!line || line.page !== row.line.page || table.lines.has(line.index) || (line.index <= table.header.last && line.index >= table.header.first)) continue;
    if (step > 0 && next && line.index >= next.line.index) continue;
    const gap = step < 0 ? row.line.box.y - bottom(line.box) : line.box.y - bottom(row.line.box);
    if (gap > 1.2 * row.line.box.height) continue;
    const money = new Set(on.numbers(line.index).filter(looksLikeMoney).flatMap((number) => number.words));
    if (money.size > 0 && on.labels(line.index).some((label) => label.first === 0 && TOTALS.has(label.field))) continue;
    // A line without figures has no columns: a till prints the name above them, as wide as it is.
    const words = line.segments.filter((segment) => segment.box.x >= left - 2.5 * segment.fontSize && (segment.box.x < limit || right(segment.box) <= limit + 40 || (step < 0 && on.numbers(line.index).length === 0 && line.segments.length === 1))).flatMap((segment) => segment.words).filter((word) => !money.has(word) && !/^(?:€|\$|£|EUR)$/.test(word.text));
    if (!words.some((word) => /\p{L}{3,}/u.test(word.text))) continue;
    row.description = words;
    table.lines.add(line.index);
    return line;
  }
  return null;
}

/** What a row costs: its amount less the reductions printed under it. */
export const netOf = (row: ItemRow): Amount => row.reductions.reduce((total, reduction) => total - abs(reduction.amount), row.amount?.amount ?? 0n);
