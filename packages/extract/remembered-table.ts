/**
 * The item table of a layout that a person has corrected once: where its columns stand, on which line of a row each value
 * is printed, what heads the table and what ends it. Learned from one document's true lines, and read without guessing
 * what a column means. Whether this reading or the engine's own is kept is decided by the sums (tables.ts).
 */
import { abs, amountOf, type Amount } from "./amount.ts";
import { looksLikeMoney, type NumberCandidate } from "./candidates.ts";
import { plain, withinOneEdit } from "./fold.ts";
import type { Label } from "./labels.ts";
import { bottom, groupBy, right, union, type Layout, type Line, type Segment } from "./lines.ts";
import { printedAt, squeezed } from "./printed.ts";
import type { Box } from "./reading.ts";
import type { Column } from "./table-header.ts";
import { multipliesOut, type ItemRow, type ItemTable } from "./table-rows.ts";
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
  /** Words of the heading line, of what stands below the last row, and of remarks under a row; folded. */
  heads: string[]; stops: string[]; remarks: string[];
  /** Where the first row stood, as a share of the page's height. */
  top: number;
  confirmed: number; failed: number;
  /** The engine alone read this table wrongly. */
  corrected: boolean;
  /** Read this way, the document that taught it gives exactly its lines. */
  exact: boolean;
};

type Strip = { line: Line; page: number; segments: Segment[]; words: Word[]; box: Box };

/** What stands within the table's width, line by line: another text beside the table is not part of its rows. */
function stripsOf(layout: Layout, left: number, rightEdge: number): Strip[] {
  return layout.lines.flatMap((line): Strip[] => {
    const width = layout.pages.find((page) => page.number === line.page)!.width;
    const segments = line.segments.filter((segment) => right(segment.box) > left * width - 4 && segment.box.x < rightEdge * width + 4);
    return segments.length > 0 ? [{ line, page: line.page, segments, words: segments.flatMap((segment) => segment.words), box: union(segments.map((segment) => segment.box)) }] : [];
  });
}

const wordsWithoutDigits = (strip: Strip | undefined): string[] => (strip ? strip.words.filter((word) => !/\d/.test(word.text)).map((word) => squeezed(word.text)).filter((text) => text.length >= 2 && text.length <= 40) : []);

/** Of these words, the share that a strip has; one letter may be misread in longer ones. */
function shareOf(wanted: readonly string[], strip: Strip): number {
  if (wanted.length === 0) return 0;
  const have = wordsWithoutDigits(strip);
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
    const all = located.flatMap((row) => (row.cells[role] ? [{ ...row.cells[role], row }] : []));
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
    full: quantities.length === located.length && located.length > 0,
    heads: wordsWithoutDigits(heading ?? undefined).slice(0, 16), stops: wordsWithoutDigits(after).slice(0, 6),
    remarks: [...new Set(remarks)].slice(0, 12), top: Math.round((1e4 * (inner[Math.max(0, start + above)] ?? inner[0]!).box.y) / layout.pages[0]!.height) / 1e4, confirmed: 1, failed: 0, corrected, exact: false,
  };
}

/** The offsets that at least a fifth of the rows have, rising. */
const usual = (offsets: readonly number[]): number[] => [...new Set(offsets)].filter((each) => offsets.filter((other) => other === each).length >= 0.2 * offsets.length).sort((a, b) => a - b);

/** The first words of a remark under a row, without figures. */
const remarkOf = (words: readonly Word[]): string => (words[0] ? squeezed(words[0].text.replace(/\d/g, "")) : "");

/** The line right above the first row that names columns: at least two words in separate places. */
function headStrip(strips: readonly Strip[], first: number, rowLines: ReadonlySet<number>): Strip | null {
  const top = strips[first];
  for (let i = first - 1; top && i >= Math.max(0, first - 3); i--) {
    const strip = strips[i]!;
    if (strip.page !== top.page || rowLines.has(strip.line.index) || top.box.y - bottom(strip.box) > 2.5 * top.box.height) break;
    const words = wordsWithoutDigits(strip);
    if (strip.segments.length >= 2 && words.length >= 2 && words.length >= 0.7 * strip.words.length) return strip;
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
        const chosen = [...here].sort((a, b) => (beside === undefined ? 0 : Number(b.k === beside) - Number(a.k === beside)) || Math.abs(a.k - i) - Math.abs(b.k - i) || b.k - a.k)[0];
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

/** The table as remembered, read on this document; null when it is not found here. */
export function rememberedTable(layout: Layout, labels: readonly Label[], numbers: readonly NumberCandidate[], memory: TableMemory): ItemTable | null {
  const strips = stripsOf(layout, memory.left, memory.right);
  const on = groupBy(numbers, (number) => number.line);
  const labelsOn = groupBy(labels, (label) => label.line);
  const widthOf = (page: number): number => layout.pages.find((each) => each.number === page)!.width;
  const heads = strips.flatMap((strip, i) => (memory.heads.length > 0 && shareOf(memory.heads, strip) >= 0.6 ? [i] : []));
  const height = layout.pages[0]!.height;
  const shown = heads[0] === undefined ? memory : shifted(memory, strips[heads[0]]!, widthOf(strips[heads[0]]!.page));
  const begin = heads[0] !== undefined ? heads[0] + 1 : memory.heads.length > 0 ? -1 : strips.findIndex((strip) => strip.box.y > memory.top * height - 0.05 * height);
  if (begin < 0) return null;
  const inAmounts = (number: NumberCandidate): boolean => !number.percent && (Math.abs(right(number.box) / widthOf(number.page) - shown.amount.right) < 0.014 || (Math.abs(number.box.x / widthOf(number.page) - shown.amount.left) < 0.012 && shown.cells.description !== undefined && shown.cells.description.right < shown.amount.left));
  const offsets = Object.values(memory.cells).flatMap((cell) => cell.lines);
  const [above, below] = [Math.min(0, ...offsets), Math.max(0, ...offsets)];
  const anchors: { i: number; amount: NumberCandidate }[] = [];
  let total = 0n;
  let closed = false;
  for (let i = begin; i < strips.length; i++) {
    const strip = strips[i]!;
    if (heads.includes(i)) continue;
    if (anchors.length > 0 && memory.stops.length > 0 && shareOf(memory.stops, strip) >= 0.6) break;
    const amount = on(strip.line.index).filter(inAmounts).sort((a, b) => right(b.box) - right(a.box))[0];
    const leading = labelsOn(strip.line.index).some((label) => label.first === 0 && strip.segments.includes(label.segment) && ["netTotal", "taxTotal", "grossTotal", "amountDue", "lineTotal"].includes(label.field) && label.weight >= 0.6);
    if (leading && amount && looksLikeMoney(amount) && !hasProduct(on(strip.line.index), amount)) {
      // A sum of what stands above may be carried over to the next page; any other total ends the table.
      if (anchors.length === 0 || amount.amount !== total) break;
      closed = true;
      continue;
    }
    if (!amount || !(looksLikeMoney(amount) || amount.decimals === 0)) continue;
    // Where every row has quantity and price, what has neither is no row.
    const beside = [0, ...offsets].map((off) => strips[i + off]).filter((each) => each?.page === strip.page).flatMap((each) => on(each!.line.index)).filter((number) => number !== amount && !number.percent && right(number.box) <= amount.box.x + 1);
    if (memory.full && beside.length === 0) {
      if (anchors.length === 0) continue;
      if (amount.amount !== total) break;
      closed = true;
      continue;
    }
    if (anchors.length > 1 && amount.amount === total && !hasProduct(on(strip.line.index), amount)) {
      closed = true;
      continue;
    }
    anchors.push({ i, amount });
    total += amount.amount;
    closed = false;
  }
  const rows: ItemRow[] = [];
  const lines = new Set<number>();
  let former = begin - 1;
  anchors.forEach(({ i, amount }, k) => {
    const next = anchors[k + 1];
    const page = strips[i]!.page;
    const from = Math.max(former + 1, i + above - (above < 0 ? 2 : 0));
    const to = Math.min(next ? Math.max(i + below, next.i - 1 + Math.min(0, above)) : strips.length - 1, next ? next.i - 1 : strips.length, i + below + 4);
    const region = strips.slice(from, to + 1).filter((strip) => strip.page === page && (memory.stops.length === 0 || shareOf(memory.stops, strip) < 0.6) && !heads.includes(strips.indexOf(strip)));
    const row = rowAt(strips, region, i, amount, shown, on, widthOf(page));
    if (!row) return;
    rows.push(row.row);
    for (const strip of row.strips) lines.add(strip.line.index);
    former = Math.max(i + Math.max(0, below === 0 ? 0 : below), ...row.strips.map((strip) => strips.indexOf(strip)));
  });
  if (rows.length === 0) return null;
  const first = strips[heads[0] ?? begin]!;
  const columns = columnsOf(shown, widthOf(first.page), first);
  const headed = heads[0] !== undefined;
  return { header: { page: first.page, first: first.line.index, last: headed ? first.line.index : first.line.index - 1, columns, box: headed ? first.box : { ...first.box, height: 0 } }, columns, rows, gross: false, lines, area: new Set(lines), ...(closed ? { closed } : {}) };
}

/** The columns moved to where their headings stand on this document. */
function shifted(memory: TableMemory, heading: Strip, width: number): TableMemory {
  const move = <P extends { left: number; right: number; head?: HeadMemory }>(place: P): P => {
    const { head } = place;
    const word = head && heading.words.filter((each) => squeezed(each.text) === head.word || (head.word.length >= 5 && withinOneEdit(squeezed(each.text), head.word))).sort((a, b) => Math.abs(right(a.box) / width - head.right) - Math.abs(right(b.box) / width - head.right))[0];
    if (!head || !word) return place;
    const [dl, dr] = [word.box.x / width - head.left, right(word.box) / width - head.right];
    const by = Math.abs(place.right - head.right) < Math.abs(place.left - head.left) ? dr : dl;
    return { ...place, left: place.left + by, right: place.right + by };
  };
  return { ...memory, amount: move(memory.amount), cells: Object.fromEntries(Object.entries(memory.cells).map(([role, cell]) => [role, move(cell)])) };
}

const hasProduct = (numbers: readonly NumberCandidate[], amount: NumberCandidate): boolean => numbers.some((quantity) => quantity !== amount && numbers.some((unitPrice) => unitPrice !== quantity && unitPrice !== amount && multipliesOut({ quantity, unitPrice, amount })));

function columnsOf(memory: TableMemory, width: number, at: Strip): Column[] {
  const box = (place: { left: number; right: number }): Box => ({ x: place.left * width, y: at.box.y, width: (place.right - place.left) * width, height: at.box.height });
  const columns = (Object.entries(memory.cells) as [CellRole, CellMemory][]).map(([role, cell]): Column => ({ role, roles: [role], box: box(cell), text: "", placed: true }));
  return [...columns, { role: "amount", roles: ["amount"], box: box(memory.amount), text: "", placed: true } as Column].sort((a, b) => a.box.x - b.box.x);
}

function rowAt(strips: readonly Strip[], region: readonly Strip[], i: number, amount: NumberCandidate, memory: TableMemory, on: (line: number) => readonly NumberCandidate[], width: number): { row: ItemRow; strips: Strip[] } | null {
  const numbersAt = region.flatMap((strip) => on(strip.line.index).filter((number) => number !== amount && strip.segments.includes(number.segment)).map((number) => ({ number, off: strips.indexOf(strip) - i })));
  const fit = (role: CellRole, { number, off }: { number: NumberCandidate; off: number }): number => {
    const cell = memory.cells[role];
    if (!cell || !cell.lines.includes(off)) return 0;
    const [x, edge] = [number.box.x / width, right(number.box) / width];
    const placed = Math.abs(edge - cell.right) < 0.01 || Math.abs(x - cell.left) < 0.01 ? 2 : x > cell.left - 0.03 && edge < cell.right + 0.03 ? 1 : 0;
    if (placed === 0 && cell.sign === "" && (edge > memory.amount.left || (memory.cells.description !== undefined && (x < memory.cells.description.left) !== (cell.left < memory.cells.description.left)))) return 0;
    const signed = cell.sign !== "" && signOf(number) === cell.sign ? 2 : 0;
    return cell.sign !== "" && signed === 0 && placed < 2 ? 0 : Math.max(0.5, placed + signed);
  };
  const options = (role: CellRole): { number: NumberCandidate; off: number; worth: number }[] => numbersAt.filter(({ number }) => (role === "taxRate") === number.percent || (role === "taxRate" && number.decimals === 0)).map((each) => ({ ...each, worth: fit(role, each) })).filter((each) => each.worth > 0).sort((a, b) => b.worth - a.worth).slice(0, 5);
  const reductions = numbersAt.filter(({ off }) => off === 0).map(({ number }) => number).filter((number) => number.amount > 0n).slice(0, 5);
  let best: { quantity?: NumberCandidate; unitPrice?: NumberCandidate; worth: number } = { worth: -Infinity };
  for (const quantity of [...options("quantity"), undefined]) {
    for (const unitPrice of [...options("unitPrice"), undefined]) {
      if (quantity && unitPrice && quantity.number === unitPrice.number) continue;
      const first = quantity && unitPrice ? (quantity.off === unitPrice.off ? quantity.number.box.x < unitPrice.number.box.x : quantity.off < unitPrice.off) : memory.quantityFirst;
      const product = quantity !== undefined && unitPrice !== undefined && [undefined, ...reductions].some((discount) => discount !== quantity.number && discount !== unitPrice.number && multipliesOut({ quantity: quantity.number, unitPrice: unitPrice.number, amount, ...(discount ? { discount } : {}) }));
      if (!product && [quantity, unitPrice].some((each) => each && each.worth < 1)) continue;
      const worth = (quantity?.worth ?? 0) + (unitPrice?.worth ?? 0) + (product ? 5 : 0) - (!quantity !== !unitPrice && memory.cells.quantity && memory.cells.unitPrice ? 1.5 : 0) - (first === memory.quantityFirst ? 0 : 5);
      if (worth > best.worth) best = { ...(quantity ? { quantity: quantity.number } : {}), ...(unitPrice ? { unitPrice: unitPrice.number } : {}), worth };
    }
  }
  const { quantity, unitPrice } = best;
  const rate = options("taxRate").find(({ number }) => number !== quantity && number !== unitPrice)?.number;
  const taken = new Set<Word>([amount, quantity, unitPrice, rate].flatMap((number) => number?.words ?? []));
  const holdsText = (number: NumberCandidate | undefined): boolean => number !== undefined && number.words.length === 1 && /\p{L}{3,}/u.test(number.words[0]!.text);
  for (const number of [quantity, unitPrice]) if (holdsText(number)) taken.delete(number!.words[0]!);
  const description = describedIn(strips, region, i, memory, taken, [amount, quantity, unitPrice, rate].filter((number) => number !== undefined), width);
  const itemIdCell = memory.cells.itemId;
  const itemId = itemIdCell ? region.filter((strip) => itemIdCell.lines.includes(strips.indexOf(strip) - i)).flatMap((strip) => strip.words).filter((word) => /\d/.test(word.text) && !taken.has(word) && (Math.abs(word.box.x / width - itemIdCell.left) < 0.01 || (word.box.x / width > itemIdCell.left - 0.02 && right(word.box) / width < itemIdCell.right + 0.02))).slice(0, 1) : [];
  const used = new Set([...taken, ...description, ...itemId]);
  const row: ItemRow = { line: strips[i]!.line, amount, unit: [], description: description.filter((word) => !itemId.includes(word)), itemId, adds: false, reductions: [], others: [] };
  if (quantity) row.quantity = quantity;
  if (unitPrice) row.unitPrice = unitPrice;
  if (rate) row.taxRate = rate;
  row.adds = multipliesOut(row);
  if (row.description.length === 0 && !row.adds) return null;
  if (quantity) row.unit = unitBehind(region, quantity, used);
  return { row, strips: region.filter((strip) => strip.words.some((word) => used.has(word))) };
}

const signOf = (number: NumberCandidate): string => /([@×xX*à])\s*(?:[\p{Sc}A-Z]{1,3}\s?)?$/u.exec(number.segment.text.slice(0, number.from))?.[1]?.toLowerCase() ?? "";

function unitBehind(region: readonly Strip[], quantity: NumberCandidate, used: ReadonlySet<Word>): Word[] {
  const strip = region.find((each) => each.segments.includes(quantity.segment));
  const behind = strip?.words.filter((word) => word.box.x >= right(quantity.box) - 1 && word.box.x - right(quantity.box) < 3 * word.fontSize).sort((a, b) => a.box.x - b.box.x)[0];
  return behind && !used.has(behind) && behind.text.length <= 8 && /^\p{L}[\p{L}²³.%/]*$/u.test(behind.text) && !/^(?:EUR|USD|GBP|CHF|[xX])$/.test(behind.text) ? [behind] : [];
}

/** The words of the description: in its place on its lines, and what continues it. */
function describedIn(strips: readonly Strip[], region: readonly Strip[], i: number, memory: TableMemory, taken: ReadonlySet<Word>, numbers: readonly NumberCandidate[], width: number): Word[] {
  const cell = memory.cells.description;
  if (!cell) return [];
  const starts = Math.min(...cell.lines);
  const pieces = (strip: Strip): Word[] => {
    const stop = Math.min(...numbers.filter((number) => strip.segments.includes(number.segment) && number.box.x > cell.left * width + 3).map((number) => number.box.x), memory.amount.left * width + 2 > cell.left * width + 30 ? memory.amount.left * width - 2 : Infinity);
    const inPlace = (word: Word): boolean => !taken.has(word) && word.box.x >= cell.left * width - 4 && word.box.x < stop && !(/^[@×xX*]$/u.test(word.text) && strip.words.some((next) => taken.has(next) && next.box.x > word.box.x && next.box.x - right(word.box) < 2 * word.fontSize)) && !(/^[@×xX*][\d.,]+$/u.test(word.text));
    // One cell of the line: the first that begins in the column.
    const segment = strip.segments.find((each) => each.words.some(inPlace));
    if (!segment) return [];
    const head = segment.words[0]!;
    if (!taken.has(head) && head.box.x < (cell.left - 0.06) * width && /\p{L}{3,}/u.test(head.text)) return []; // begins beside the column: another text
    // The column may begin a little further left than it did, when another one is left out.
    const moved = segment.box.x < cell.left * width - 4 && segment.box.x > (cell.left - 0.06) * width && !segment.words.some((word) => taken.has(word));
    return moved ? segment.words.filter((word) => word.box.x < stop) : segment.words.filter(inPlace);
  };
  const isRemark = (words: readonly Word[]): boolean => words.length === 0 || memory.remarks.includes(remarkOf(words));
  let highest = i;
  while (highest > 0 && strips[highest - 1]!.page === strips[i]!.page && strips[highest]!.box.y - bottom(strips[highest - 1]!.box) < 0.9 * strips[highest]!.box.height) highest--;
  const found: Word[] = [];
  let before: Strip | null = null;
  for (const strip of region) {
    const off = strips.indexOf(strip) - i;
    if (off < starts && !(starts < 0 && off >= starts - 2)) continue;
    if ((off < 0 && starts >= 0) || strips.indexOf(strip) < highest) continue;
    const words = pieces(strip);
    const letters = words.some((word) => /\p{L}{2,}/u.test(word.text));
    if (found.length === 0) {
      if (!letters || isRemark(words) || words[0]!.box.x > (cell.left + 0.06) * width && words[0]!.box.x > cell.right * width) continue;
      found.push(...words);
      before = strip;
      continue;
    }
    const inside = words[0] && Math.abs(words[0].box.x - found[0]!.box.x) < 1.6 * found[0]!.fontSize;
    if (!letters || isRemark(words) || !inside || (!cell.lines.includes(off) && strip.words.some((word) => taken.has(word))) || strip.box.y - bottom(before!.box) > 0.9 * strip.box.height) break;
    if (off > Math.max(...cell.lines, 0) && (Math.abs(words[0]!.fontSize - found[0]!.fontSize) > 0.15 * found[0]!.fontSize || words[0]!.bold !== found[0]!.bold)) break;
    found.push(...words);
    before = strip;
  }
  return found;
}

/** The amounts of the rows, added. */
export const sumOfRows = (table: ItemTable): Amount => table.rows.reduce((total, row) => total + (row.amount?.amount ?? 0n), 0n);

/** Throws what `fail` throws where a table from outside is not one. */
export function checkTable(table: TableMemory, fail: () => never): void {
  const isShare = (number: unknown): boolean => typeof number === "number" && Number.isFinite(number) && number >= -1 && number <= 2;
  const isWords = (words: unknown, most: number): boolean => Array.isArray(words) && words.length <= most && words.every((word) => typeof word === "string" && word.length <= 60 && word === plain(word));
  const isPlace = (place: { left: number; right: number; head?: HeadMemory } | undefined): boolean => !!place && isShare(place.left) && isShare(place.right) && (place.head === undefined || (typeof place.head.word === "string" && place.head.word.length <= 60 && isShare(place.head.left) && isShare(place.head.right)));
  if (!table || typeof table !== "object" || !isPlace(table) || !isPlace(table.amount) || !isShare(table.top) || typeof table.quantityFirst !== "boolean" || typeof table.full !== "boolean" || typeof table.corrected !== "boolean" || typeof table.exact !== "boolean" || !Number.isInteger(table.confirmed) || !Number.isInteger(table.failed)) fail();
  if (!isWords(table.heads, 16) || !isWords(table.stops, 6) || !isWords(table.remarks, 12) || typeof table.cells !== "object" || table.cells === null) fail();
  for (const [role, cell] of Object.entries(table.cells)) if (!(CELL_ROLES as readonly string[]).includes(role) || !isPlace(cell) || typeof cell.sign !== "string" || cell.sign.length > 1 || !Array.isArray(cell.lines) || cell.lines.length > 12 || !cell.lines.every((line) => Number.isInteger(line) && Math.abs(line) <= 12)) fail();
}
