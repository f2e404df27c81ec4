/**
 * What the true lines of one document teach about its item table: where the columns stand, on which line of a row each value is
 * printed, what heads the table and what ends it. Read again by `remembered-table.ts`.
 */
import { abs, amountOf } from "./amount.ts";
import { looksLikeMoney, type NumberCandidate } from "./candidates.ts";
import { plain, withinOneEdit } from "./fold.ts";
import { bottom, groupBy, overlapX, right, union, type Layout, type Line, type Segment } from "./lines.ts";
import { printedAt, squeezed } from "./printed.ts";
import type { Box } from "./reading.ts";
import type { Word } from "./words.ts";

/** One line as a person confirmed it; amounts as decimal text, absent values were not looked at or are not printed. */
export type TaughtLine = { description?: string; quantity?: string; unitPrice?: string; netAmount?: string; taxRate?: string; itemId?: string; unit?: string };

export const CELL_ROLES = ["quantity", "unitPrice", "taxRate", "description", "itemId"] as const;
export type CellRole = (typeof CELL_ROLES)[number];

/** Where a value stands beside its row's amount: shares of the page's width, lines above (−) or below; `sign` is printed right before it. */
export type CellMemory = { left: number; right: number; lines: number[]; sign: string; head?: HeadMemory };
/** The word that heads a column and where it stood: columns move when another one is printed or left out. */
export type HeadMemory = { word: string; left: number; right: number };
export type TableMemory = {
  /** The table's own width, and the column of amounts; shares of the page's width. */
  left: number; right: number;
  amount: { left: number; right: number; head?: HeadMemory };
  cells: Partial<Record<CellRole, CellMemory>>;
  /** The quantity is printed before the price. */
  quantityFirst: boolean;
  /** Every row has a quantity and a price. */
  full: boolean;
  /** Every amount has two decimals. */
  cents?: boolean;
  /** Words of the heading line, of what stands below the last row, and of remarks under a row; folded. */
  heads: string[]; stops: string[]; remarks: string[];
  /** Where the first row stood: how far down, as a share of the page's width, as a receipt is as long as it needs to be. */
  top: number;
  confirmed: number; failed: number;
  /** The engine alone read this table wrongly. */
  corrected: boolean;
  /** Read this way, the document that taught it gives exactly its lines, which the engine alone did not: it goes first where the sums do not decide. */
  exact: boolean;
};

export type Strip = { line: Line; page: number; segments: Segment[]; words: Word[]; box: Box };

/** What stands within the table's width, line by line: another text beside the table is not part of its rows. */
export function stripsOf(layout: Layout, left: number, rightEdge: number): Strip[] {
  return layout.lines.flatMap((line): Strip[] => {
    const width = layout.pages.find((page) => page.number === line.page)!.width;
    const segments = line.segments.filter((segment) => right(segment.box) > left * width - 4 && segment.box.x < rightEdge * width + 4);
    return segments.length > 0 ? [{ line, page: line.page, segments, words: segments.flatMap((segment) => segment.words), box: union(segments.map((segment) => segment.box)) }] : [];
  });
}

const wordsWithoutDigits = (strip: Strip | undefined): string[] => (strip ? strip.words.filter((word) => !/\d/.test(word.text)).map((word) => squeezed(word.text)).filter((text) => text.length >= 2 && text.length <= 40) : []);

/** Of these words, the share that a strip has; one letter may be misread in longer ones. */
export function shareOf(wanted: readonly string[], strip: Strip): number {
  if (wanted.length === 0) return 0;
  const have = strip.words.map((word) => squeezed(word.text));
  return wanted.filter((word) => have.some((other) => other === word || (word.length >= 5 && withinOneEdit(word, other)))).length / wanted.length;
}

const same = (number: NumberCandidate, text: string | undefined): boolean => {
  const value = text === undefined ? null : amountOf(text);
  return value !== null && abs(number.amount) === abs(value);
};

type Located = { amount: NumberCandidate; at: number; cells: Partial<Record<CellRole, { words: Word[]; box: Box; at: number }>> };

/** The layout of a table whose lines are known, or null when they are not found on the page as one table. */
export function tableMemoryOf(layout: Layout, numbers: readonly NumberCandidate[], lines: readonly TaughtLine[], corrected: boolean): TableMemory | null {
  const strips = stripsOf(layout, 0, 1);
  const on = groupBy(numbers, (number) => number.line);
  const at = new Map(strips.map((strip, i) => [strip.line.index, i]));
  const locateAll = (allowed: (number: NumberCandidate) => boolean): Located[] => {
    const rows: Located[] = [];
    let from = 0;
    for (const line of lines) {
      const found = locate(layout, strips, on, at, line, from, allowed);
      if (!found) continue;
      rows.push(found);
      from = found.at + 1;
    }
    return rows;
  };
  // All amounts stand in one column: that of most of them.
  const anywhere = locateAll(() => true);
  const edges = anywhere.map((row) => Math.round(right(row.amount.box) / 4));
  const edge0 = [...edges].sort((a, b) => edges.filter((each) => Math.abs(each - b) <= 1).length - edges.filter((each) => Math.abs(each - a) <= 1).length)[0];
  const inOne = locateAll((number) => edge0 !== undefined && Math.abs(right(number.box) / 4 - edge0) <= 2);
  const located = inOne.length >= 0.6 * anywhere.length ? inOne : anywhere;
  if (located.length === 0 || located.length < 0.6 * lines.length) return null;
  const width = layout.pages[0]!.width;
  const share = (x: number): number => Math.round((1e4 * x) / width) / 1e4;
  const cells: TableMemory["cells"] = {};
  for (const role of CELL_ROLES) {
    const all = inOneColumn(located.flatMap((row) => (row.cells[role] ? [{ ...row.cells[role], row }] : [])));
    if (all.length === 0) continue;
    const signs = all.map(({ words, box }) => signBefore(layout, words, box));
    cells[role] = { left: share(Math.min(...all.map(({ box }) => box.x))), right: share(Math.max(...all.map(({ box }) => right(box)))), lines: usual(all.map((each) => each.at - each.row.at)), sign: signs.every((sign) => sign === signs[0]) ? signs[0]! : "" };
  }
  const boxes = located.flatMap((row) => [row.amount.box, ...Object.values(row.cells).map((cell) => cell.box)]);
  const [left, edge] = [share(Math.min(...boxes.map((box) => box.x))), share(Math.max(...boxes.map(right)))];
  // The same rows again, counted among the lines within the table's own width.
  if (layout.lines.length !== stripsOf(layout, left, edge).length) {
    const inner = stripsOf(layout, left, edge);
    const place = new Map(inner.map((strip, i) => [strip.line.index, i]));
    for (const role of CELL_ROLES) {
      const seen = located.flatMap((row) => (row.cells[role] ? [(place.get(strips[row.cells[role].at]!.line.index) ?? 0) - (place.get(strips[row.at]!.line.index) ?? 0)] : []));
      if (cells[role]) cells[role] = { ...cells[role], lines: usual(seen) };
    }
  }
  const inner = stripsOf(layout, left, edge);
  const place = (index: number): number => inner.findIndex((strip) => strip.line.index === index);
  const [first, last] = [located[0]!, located[located.length - 1]!];
  const offsets = Object.values(cells).flatMap((cell) => cell.lines);
  const [above, below] = [Math.min(0, ...offsets), Math.max(0, ...offsets)];
  const [start, end] = [place(strips[first.at]!.line.index), place(strips[last.at]!.line.index)];
  const used = new Set(located.flatMap((row) => [row.amount.words, ...Object.values(row.cells).map((cell) => cell.words)]).flat());
  const rowLines = new Set(located.flatMap((row) => Object.values(row.cells).map((cell) => strips[cell.at]!.line.index).concat(strips[row.at]!.line.index)));
  const region = inner.slice(start + above, end + below + 1);
  // What stands under the last row as it does under the others, down to the sums.
  for (const strip of inner.slice(end + below + 1, end + below + 3)) {
    const former = region[region.length - 1];
    if (!former || strip.page !== former.page || strip.segments.length > 1 || strip.box.y - bottom(former.box) > 0.9 * strip.box.height || on(strip.line.index).some(looksLikeMoney)) break;
    region.push(strip);
  }
  const from0 = cells.description?.left ?? left;
  const remarks = region.flatMap((strip) => strip.segments.filter((segment) => segment.words.every((word) => !used.has(word)) && Math.abs(segment.box.x / width - from0) < 0.02)).map((segment) => remarkOf(segment.words)).filter((text) => text.length >= 2);
  const inRows = new Set(region.flatMap(wordsWithoutDigits));
  const after = inner.slice(end + below + 1, end + below + 7).filter((strip) => strip.page === inner[end]?.page && strip.line.index > (inner[end]?.line.index ?? 0)).find((strip) => { const words = wordsWithoutDigits(strip); return words.length > 0 && words.every((word) => !inRows.has(word)) && on(strip.line.index).some(looksLikeMoney); });
  const heading = headStrip(inner, start + above, rowLines);
  const headOf = (place: { left: number; right: number }): { head?: HeadMemory } => {
    const word = heading?.words.filter((each) => squeezed(each.text).length >= 2 && each.box.x < place.right * width && right(each.box) > place.left * width).sort((x, y) => right(y.box) - right(x.box))[0];
    return word ? { head: { word: squeezed(word.text), left: share(word.box.x), right: share(right(word.box)) } } : {};
  };
  for (const role of CELL_ROLES) if (cells[role] && role !== "description") cells[role] = { ...cells[role], ...headOf(cells[role]) };
  const amount = { left: share(Math.min(...located.map((row) => row.amount.box.x))), right: share(Math.max(...located.map((row) => right(row.amount.box)))) };
  const quantities = located.filter((row) => row.cells.quantity && row.cells.unitPrice);
  return {
    left, right: edge, amount: { ...amount, ...headOf(amount) }, cells,
    quantityFirst: quantities.filter(({ cells: { quantity, unitPrice } }) => (quantity!.at === unitPrice!.at ? quantity!.box.x < unitPrice!.box.x : quantity!.at < unitPrice!.at)).length * 2 >= quantities.length,
    full: quantities.length === located.length && located.length > 0, cents: located.every(({ amount: { decimals } }) => decimals === 2),
    heads: wordsWithoutDigits(heading ?? undefined).slice(0, 16), stops: wordsWithoutDigits(after).slice(0, 6),
    remarks: [...new Set(remarks)].slice(0, 12), top: Math.min(2, share((inner[Math.max(0, start + above)] ?? inner[0]!).box.y)), confirmed: 1, failed: 0, corrected, exact: false,
  };
}

/** Those that stand below one another with most of the others: the twelfth row's number may be its quantity, too. */
function inOneColumn<Cell extends { box: Box }>(cells: readonly Cell[]): Cell[] {
  const below = (one: Cell): Cell[] => cells.filter((other) => overlapX(one.box, other.box) > 0);
  const most = Math.max(0, ...cells.map((cell) => below(cell).length));
  const middle = cells.find((cell) => below(cell).length === most);
  return middle ? below(middle) : [];
}

/** The offsets that at least a fifth of the rows have, rising. */
const usual = (offsets: readonly number[]): number[] => [...new Set(offsets)].filter((each) => offsets.filter((other) => other === each).length >= 0.2 * offsets.length).sort((a, b) => a - b);

/** The first words of a remark under a row, without figures. */
export const remarkOf = (words: readonly Word[]): string => (words[0] ? squeezed(words[0].text.replace(/\d/g, "")) : "");

/** The line above the first row that names columns: at least two words in separate places. Between them may stand a second line of headings and the title of a section. */
function headStrip(strips: readonly Strip[], first: number, rowLines: ReadonlySet<number>): Strip | null {
  const top = strips[first];
  for (let i = first - 1; top && i >= Math.max(0, first - 5); i--) {
    const strip = strips[i]!;
    if (strip.page !== top.page || rowLines.has(strip.line.index) || top.box.y - bottom(strip.box) > 6 * top.box.height) break;
    const words = wordsWithoutDigits(strip);
    if (strip.segments.length >= 2 && words.length >= (first - i > 3 ? 3 : 2) && words.length >= 0.7 * strip.words.length) return strip;
  }
  return null;
}

/** One true line on the page: its amount where the rest of it stands around. */
function locate(layout: Layout, strips: readonly Strip[], on: (line: number) => readonly NumberCandidate[], at: ReadonlyMap<number, number>, line: TaughtLine, from: number, allowed: (number: NumberCandidate) => boolean): Located | null {
  const words = line.description ? printedAt(layout, line.description) : [];
  let best: (Located & { worth: number }) | null = null;
  for (let i = from; i < strips.length; i++) {
    if (best && i > best.at + 6) break;
    for (const amount of on(strips[i]!.line.index).filter((number) => same(number, line.netAmount) && allowed(number)).sort((a, b) => right(b.box) - right(a.box))) {
      const near = [0, -1, 1, -2, 2, -3].map((step) => i + step).filter((k) => k >= Math.max(0, from - 2) && k < strips.length && strips[k]!.page === strips[i]!.page);
      const cells: Located["cells"] = {};
      const taken = new Set<NumberCandidate>([amount]);
      for (const role of ["unitPrice", "quantity", "taxRate"] as const) {
        if (line[role] === undefined) continue;
        const here = near.flatMap((k) => on(strips[k]!.line.index).filter((number) => !taken.has(number) && same(number, line[role]) && (role === "taxRate") === number.percent || (role === "taxRate" && !taken.has(number) && same(number, line[role]))).map((number) => ({ number, k })));
        const beside = cells.unitPrice?.at;
        const chosen = [...here].sort((a, b) => Number(/^0\d/.test(a.number.raw)) - Number(/^0\d/.test(b.number.raw)) || (beside === undefined ? 0 : Number(b.k === beside) - Number(a.k === beside)) || Math.abs(a.k - i) - Math.abs(b.k - i) || b.k - a.k)[0];
        if (!chosen) continue;
        taken.add(chosen.number);
        cells[role] = { words: chosen.number.words, box: chosen.number.box, at: chosen.k };
      }
      const described = [...words].sort((a, b) => Math.abs(at.get(lineOf(layout, a[0]!))! - i) - Math.abs(at.get(lineOf(layout, b[0]!))! - i)).find((each) => near.includes(at.get(lineOf(layout, each[0]!)) ?? -1));
      if (described) cells.description = { words: described, box: union(described.map((word) => word.box)), at: at.get(lineOf(layout, described[0]!))! };
      if (line.itemId) {
        const id = near.flatMap((k) => strips[k]!.words.filter((word) => squeezed(word.text) === squeezed(line.itemId!)).map((word) => ({ word, k })))[0];
        if (id) cells.itemId = { words: [id.word], box: id.word.box, at: id.k };
      }
      const worth = (described ? 2 : 0) + (cells.quantity ? 1 : 0) + (cells.unitPrice ? 1 : 0);
      if (worth >= (line.description ? 2 : 1) && (!best || worth > best.worth)) best = { amount, at: i, cells, worth };
    }
  }
  return best;
}

const lineIndexes = new WeakMap<Layout, Map<Word, number>>();

function lineOf(layout: Layout, word: Word): number {
  let index = lineIndexes.get(layout);
  if (!index) {
    index = new Map(layout.lines.flatMap((line) => line.words.map((each): [Word, number] => [each, line.index])));
    lineIndexes.set(layout, index);
  }
  return index.get(word) ?? -1;
}

/** "@" in "@13,94", "x" in "3 x 2,50", or "". */
function signBefore(layout: Layout, words: readonly Word[], box: Box): string {
  const line = layout.lines[lineOf(layout, words[0]!)];
  const own = /^\s*([@×xX*à])(?=\s?\d)/u.exec(words[0]!.text)?.[1];
  const before = line?.words.filter((word) => right(word.box) <= box.x + 1).sort((a, b) => right(b.box) - right(a.box))[0];
  const sign = own ?? (before && box.x - right(before.box) < 3 * before.fontSize && /^[@×xX*à]$/u.test(before.text) ? before.text : "");
  return sign === "X" ? "x" : sign;
}

/** Throws what `fail` throws where a table from outside is not one. */
export function checkTable(table: TableMemory, fail: () => never): void {
  const isShare = (number: unknown): boolean => typeof number === "number" && Number.isFinite(number) && number >= -1 && number <= 2;
  const isWords = (words: unknown, most: number): boolean => Array.isArray(words) && words.length <= most && words.every((word) => typeof word === "string" && word.length <= 60 && word === plain(word));
  const isPlace = (place: { left: number; right: number; head?: HeadMemory } | undefined): boolean => !!place && isShare(place.left) && isShare(place.right) && (place.head === undefined || (typeof place.head.word === "string" && place.head.word.length <= 60 && isShare(place.head.left) && isShare(place.head.right)));
  if (!table || typeof table !== "object" || !isPlace(table) || !isPlace(table.amount) || !isShare(table.top) || typeof table.quantityFirst !== "boolean" || typeof table.full !== "boolean" || (table.cents !== undefined && typeof table.cents !== "boolean") || typeof table.corrected !== "boolean" || typeof table.exact !== "boolean" || !Number.isInteger(table.confirmed) || !Number.isInteger(table.failed)) fail();
  if (!isWords(table.heads, 16) || !isWords(table.stops, 6) || !isWords(table.remarks, 12) || typeof table.cells !== "object" || table.cells === null) fail();
  for (const [role, cell] of Object.entries(table.cells)) if (!(CELL_ROLES as readonly string[]).includes(role) || !isPlace(cell) || typeof cell.sign !== "string" || cell.sign.length > 1 || !Array.isArray(cell.lines) || cell.lines.length > 12 || !cell.lines.every((line) => Number.isInteger(line) && Math.abs(line) <= 12)) fail();
}
