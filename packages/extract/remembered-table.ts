/**
 * The item table of a layout that a person has corrected once, read as it was taught (`taught-table.ts`), without guessing what
 * a column means. Whether this reading or the engine's own is kept is decided by the sums (`repairs.ts`).
 */
import { looksLikeMoney, type NumberCandidate } from "./candidates.ts";
import { withinOneEdit } from "./fold.ts";
import type { Label } from "./labels.ts";
import { bottom, groupBy, right, type Layout } from "./lines.ts";
import { squeezed } from "./printed.ts";
import type { Box } from "./reading.ts";
import type { Column } from "./table-header.ts";
import { multipliesOut, type ItemRow, type ItemTable } from "./table-rows.ts";
import { remarkOf, shareOf, stripsOf, type CellMemory, type CellRole, type HeadMemory, type Strip, type TableMemory } from "./taught-table.ts";
import type { Word } from "./words.ts";

/** The table as remembered, read on this document; null when it is not found here. */
export function rememberedTable(layout: Layout, labels: readonly Label[], numbers: readonly NumberCandidate[], memory: TableMemory): ItemTable | null {
  const strips = stripsOf(layout, memory.left, memory.right);
  const on = groupBy(numbers, (number) => number.line);
  const labelsOn = groupBy(labels, (label) => label.line);
  const widthOf = (page: number): number => layout.pages.find((each) => each.number === page)!.width;
  const heads = strips.flatMap((strip, i) => (memory.heads.length > 0 && shareOf(memory.heads, strip) >= 0.6 ? [i] : []));
  const shown = heads[0] === undefined ? memory : shifted(memory, strips[heads[0]]!, widthOf(strips[heads[0]]!.page));
  const begin = heads[0] !== undefined ? heads[0] + 1 : memory.heads.length > 0 ? -1 : strips.findIndex((strip) => strip.box.y > (memory.top - 0.07) * widthOf(strip.page));
  if (begin < 0) return null;
  // A letter behind the amount names its rate of tax: there, or not there when it was taught.
  const ends = (number: NumberCandidate): number[] => [right(number.box), ...layout.lines[number.line]!.words.flatMap((word) => (/^[A-Z*]$/.test(word.text) && word.box.x > right(number.box) && word.box.x - right(number.box) < 2 * word.fontSize ? [right(word.box)] : []))];
  const inAmounts = (number: NumberCandidate): boolean => !number.percent && (memory.cents !== true || number.decimals === 2) && (ends(number).some((end) => Math.abs(end / widthOf(number.page) - shown.amount.right) < 0.014) || (Math.abs(number.box.x / widthOf(number.page) - shown.amount.left) < 0.012 && shown.cells.description !== undefined && shown.cells.description.right < shown.amount.left));
  const offsets = Object.values(memory.cells).flatMap((cell) => cell.lines);
  const [above, below] = [Math.min(0, ...offsets), Math.max(0, ...offsets)];
  const figuresAt = [memory.cells.quantity, memory.cells.unitPrice].flatMap((cell) => cell?.lines ?? []);
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
    const beside = [0, ...figuresAt].map((off) => strips[i + off]).filter((each) => each?.page === strip.page).flatMap((each) => on(each!.line.index)).filter((number) => number !== amount && !number.percent && right(number.box) <= amount.box.x + 1);
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
  const next = Math.min(...[memory.amount, ...Object.values(memory.cells)].map((other) => other.left).filter((left) => left > cell.left + 0.1));
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
    if (off < starts && !(starts < 0 && off >= starts - 2 && breaks(strip, strips[strips.indexOf(strip) + 1]!, Math.max(cell.right, 0.9 * next) * width))) continue;
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

/** Whether a line of text had to end where it ends: the first word of the next would not have fitted any more. */
function breaks({ box, words }: Strip, next: Strip, edge: number): boolean {
  const first = next.words[0]!;
  return right(box) + 0.3 * first.fontSize + first.box.width > edge && words[0]!.bold === first.bold;
}
