/**
 * The columns of an item table from the numbers in it, whatever its headings say or in whatever language: figures that
 * stand below each other form a column, and quantity × price (less discount) = amount tells which is which. Headings
 * that are understood help to choose where the figures leave it open, and name the columns of text.
 */
import { abs, near, times, toCents, type Amount, CENT } from "./amount.ts";
import { looksLikeMoney, type NumberCandidate } from "./candidates.ts";
import { right, union, type Layout, type Line, type Segment } from "./lines.ts";
import type { Box } from "./reading.ts";
import type { Column, Header, Role } from "./table-header.ts";

/** Figures that stand below each other; `cells` by line. */
type Stack = { box: Box; cells: Map<number, NumberCandidate>; heading: Column | null };

const MOST_ROWS = 60;
const MOST_STACKS = 9;

/**
 * Columns for the lines `from`..`to` (indexes), or null when no column multiplies out and none adds up to one of
 * `totals`. `header` is what is printed above them, if anything.
 */
export function columnsByArithmetic(layout: Layout, numbersOn: (line: number) => readonly NumberCandidate[], lines: readonly Line[], header: Header | null, totals: ReadonlySet<Amount>): Column[] | null {
  const cents = lines.flatMap((line) => numbersOn(line.index)).filter((number) => number.decimals === 2).length >= 3;
  const all = lines.filter((line) => numbersOn(line.index).some((number) => isStanding(number) && mayBeAmount(number) && (!cents || header !== null || looksLikeMoney(number))));
  // Without a heading the head of the letter is looked at too; its dates and numbers form columns of their own.
  const several = header === null ? all.filter((line) => isPricedRow(numbersOn(line.index).filter(isStanding))) : [];
  for (const rows of [several, all].map((each) => each.slice(0, MOST_ROWS))) {
    const stacks = rows.length > 0 ? stacksOf(rows, numbersOn, header) : [];
    if (stacks.length === 0 || stacks.length > MOST_STACKS) continue;
    const roles = rolesByProduct(stacks) ?? (rows.length === all.length || several.length === 0 ? rolesBySum(stacks, totals, rows) : null);
    if (roles) return columnsOf(stacks, roles, rows, numbersOn, header);
  }
  return null;
}

/** Three figures of which the last is money. */
function isPricedRow(numbers: readonly NumberCandidate[]): boolean {
  const last = numbers[numbers.length - 1];
  return numbers.length >= 3 && last !== undefined && looksLikeMoney(last) && numbers.filter((number) => !number.percent).length >= 3;
}

function columnsOf(stacks: Stack[], roles: Map<Stack, Role>, rows: readonly Line[], numbersOn: (line: number) => readonly NumberCandidate[], header: Header | null): Column[] {
  nameTheRest(stacks, roles);
  const numeric = stacks.flatMap((stack): Column[] => {
    const role = roles.get(stack) ?? (stack.heading && !NUMERIC.has(stack.heading.role) ? stack.heading.role : "other");
    return [{ role, roles: [role], box: stack.heading && roles.has(stack) ? union([stack.box, narrow(stack.heading.box, stack.box)]) : stack.box, text: stack.heading?.text ?? "", ...(role === "amount" && [...stack.cells.values()].filter((number) => number.decimals === 2).length >= 0.7 * stack.cells.size ? { cents: true } : {}) }];
  });
  const amount = stacks.find((stack) => roles.get(stack) === "amount")!;
  return [...numeric, ...textColumns(rows.filter((line) => amount.cells.has(line.index)), numbersOn, header, numeric)].sort((a, b) => a.box.x - b.box.x);
}

const NUMERIC: ReadonlySet<Role> = new Set(["quantity", "unitPrice", "discount", "taxRate", "taxAmount", "amount", "grossAmount", "base"]);

/** A heading may be much wider than its figures; only what does not reach into a neighbour counts. */
const narrow = (heading: Box, cells: Box): Box => {
  const x = Math.max(heading.x, cells.x - 30);
  return { ...heading, x, width: Math.max(1, Math.min(right(heading), right(cells) + 30) - x) };
};

/** A number that stands by itself in its cell: nothing beside it but other numbers, currency marks and a unit. */
export function isStanding(number: NumberCandidate): boolean {
  return number.segment.words.every((word) => number.words.includes(word) || /\d/.test(word.text) && !/\p{L}{2,}/u.test(word.text) || /^[^\p{L}\d]*$/u.test(word.text) || /^\p{L}{1,3}[.²³]?$/u.test(word.text)) ||
    // "12 stykker", "3 Stunden": a unit in full.
    (number.words[0] === number.segment.words[0] && number.segment.words.length === 2 && /^\p{L}{2,9}\.?$/u.test(number.segment.words[1]!.text));
}

const mayBeAmount = (number: NumberCandidate): boolean => !number.percent && (looksLikeMoney(number) || number.decimals === 0);

/** Figures whose widths overlap stand in one column. Columns that only few rows use are left out, unless they have a heading. */
function stacksOf(rows: readonly Line[], numbersOn: (line: number) => readonly NumberCandidate[], header: Header | null): Stack[] {
  const standing = rows.flatMap((line) => numbersOn(line.index).filter(isStanding)).sort((a, b) => a.box.x - b.box.x);
  const groups: NumberCandidate[][] = [];
  for (const number of standing) {
    const group = groups.find((each) => each.some((other) => overlaps(other.box, number.box)));
    if (group) group.push(number);
    else groups.push([number]);
  }
  return groups.map((group): Stack => {
    const box = union(group.map((number) => number.box));
    const cells = new Map<number, NumberCandidate>();
    for (const number of group) if (!cells.has(number.line)) cells.set(number.line, number);
    // "14 pcs": the heading may stand over the unit.
    const whole = union(group.map((number) => (number.segment.words.length <= 3 && number.segment.words[0] === number.words[0] ? number.segment.box : number.box)));
    const over = (wide: Box): Column | undefined => header?.columns.filter((column) => overlaps(column.box, wide)).sort((a, b) => shared(b.box, wide) - shared(a.box, wide))[0];
    return { box, cells, heading: over(box) ?? over(whole) ?? null };
  }).filter((stack) => stack.cells.size >= Math.min(2, rows.length) || stack.cells.size >= 0.25 * rows.length || stack.heading !== null);
}

const overlaps = (a: Box, b: Box): boolean => Math.min(right(a), right(b)) - Math.max(a.x, b.x) > 0.25 * Math.min(a.width, b.width);
const shared = (a: Box, b: Box): number => Math.min(right(a), right(b)) - Math.max(a.x, b.x);

/** The three (or four, with a discount) columns that multiply out on most rows. */
function rolesByProduct(stacks: readonly Stack[]): Map<Stack, Role> | null {
  let best: { score: number; roles: Map<Stack, Role> } | null = null;
  const fits = (stack: Stack, role: Role): number => (stack.heading?.roles.includes(role) ? (stack.heading.role === role ? 1 : 0.6) : stack.heading && NUMERIC.has(stack.heading.role) ? -0.6 : 0);
  for (const amount of stacks) {
    for (const price of stacks) {
      if (price === amount) continue;
      for (const quantity of stacks) {
        if (quantity === amount || quantity === price) continue;
        for (const discount of [null, ...stacks.filter((stack) => stack !== amount && stack !== price && stack !== quantity)]) {
          let good = 0;
          let telling = 0;
          let discounted = 0;
          let all = 0;
          for (const [line, a] of amount.cells) {
            const [q, p, d] = [quantity.cells.get(line), price.cells.get(line), discount?.cells.get(line)];
            if (!q || !p || a.amount === 0n) continue;
            all++;
            const whole = holds(q, p, undefined, a);
            const reduced = !whole && d !== undefined && holds(q, p, d, a);
            if (whole || reduced) {
              good++;
              if (reduced) discounted++;
              // 1 × 50 = 50 and 50 × 1 = 50 prove little.
              if (q.amount !== 1_000_000n && p.amount !== 1_000_000n) telling++;
            }
          }
          if (good === 0 || good < 0.5 * all || (discount && discounted === 0)) continue;
          if (telling === 0 && fits(amount, "amount") + fits(price, "unitPrice") + fits(quantity, "quantity") < 1) continue;
          const looks = 0.15 * good * (quantityLike(quantity) - quantityLike(price)) + (quantity.box.x < price.box.x ? 0.12 * good : 0);
          const score = good + 0.5 * telling + 0.3 * good * (fits(amount, "amount") + fits(amount, "grossAmount") * 0.6 + fits(price, "unitPrice") + fits(quantity, "quantity")) + looks + (discount ? 0.2 * discounted * (1 + fits(discount, "discount")) : 0) + 0.05 * good * (amount.box.x > price.box.x ? 1 : 0);
          if (!best || score > best.score) best = { score, roles: new Map<Stack, Role>([[amount, "amount"], [price, "unitPrice"], [quantity, "quantity"], ...(discount ? [[discount, "discount"] as [Stack, Role]] : [])]) };
        }
      }
    }
  }
  return best?.roles ?? null;
}

/** quantity × price, less a discount in percent or as an amount, within a cent (or the rounding of a price with more places). */
function holds(q: NumberCandidate, p: NumberCandidate, d: NumberCandidate | undefined, a: NumberCandidate): boolean {
  const product = abs(times(q.amount, p.amount));
  const tolerance = CENT + (p.decimals > 2 ? times(abs(q.amount), 500_000n / 10n ** BigInt(Math.min(6, p.decimals))) : 0n);
  const target = abs(a.amount);
  if (d === undefined) return near(toCents(product), target, tolerance);
  return near(toCents(product - times(product, abs(d.amount)) / 100n), target, tolerance) || near(product - abs(d.amount), target, tolerance);
}

/** How much a column looks like quantities: no currency, few or varying decimals, a unit behind. From −1 to 1. */
function quantityLike(stack: Stack): number {
  const cells = [...stack.cells.values()];
  const share = (test: (number: NumberCandidate) => boolean): number => cells.filter(test).length / cells.length;
  return share((number) => number.decimals === 0) + 0.7 * share((number) => number.decimals === 1 || number.decimals === 3) - share((number) => number.currency !== undefined) - 0.5 * share((number) => number.decimals === 2) + 0.8 * share((number) => number.segment.words.some((word) => /^\p{L}/u.test(word.text)) && number.currency === undefined);
}

/** Without quantities: the rightmost column of money whose figures add up to a printed total. */
function rolesBySum(stacks: readonly Stack[], totals: ReadonlySet<Amount>, rows: readonly Line[]): Map<Stack, Role> | null {
  const money = stacks.filter((stack) => [...stack.cells.values()].filter(looksLikeMoney).length >= 0.7 * stack.cells.size).sort((a, b) => right(b.box) - right(a.box));
  for (const stack of money) {
    const amounts = rows.flatMap((line) => stack.cells.get(line.index) ?? []).filter(looksLikeMoney).map((number) => number.amount);
    for (let from = 0; from < amounts.length; from++) {
      let sum = 0n;
      for (let i = from; i < amounts.length; i++) {
        sum += amounts[i]!;
        if ((i > from || amounts.length === 1) && totals.has(sum)) return new Map<Stack, Role>([[stack, "amount"]]);
      }
    }
  }
  const named = stacks.find((stack) => stack.heading?.role === "amount" || stack.heading?.role === "grossAmount");
  return named ? new Map<Stack, Role>([[named, "amount"]]) : null;
}

/** Rates, tax and gross amounts, by what they are of the amount. */
function nameTheRest(stacks: readonly Stack[], roles: Map<Stack, Role>): void {
  const amount = stacks.find((stack) => roles.get(stack) === "amount")!;
  const rest = stacks.filter((stack) => !roles.has(stack));
  const isRate = (stack: Stack): boolean => [...stack.cells.values()].every((number) => number.amount >= 0n && number.amount <= 30_000_000n && number.decimals <= 2 && !number.currency) && ([...stack.cells.values()].some((number) => number.percent) || stack.heading?.roles.includes("taxRate") === true);
  const rate = rest.find((stack) => isRate(stack) && stack.heading?.role === "taxRate") ?? rest.find((stack) => isRate(stack) && stack.heading?.role !== "discount");
  if (rate) roles.set(rate, "taxRate");
  for (const stack of rest) {
    if (roles.has(stack)) continue;
    const cells = [...amount.cells].flatMap(([line, a]) => { const other = stack.cells.get(line); return other ? [{ a, other, rate: rate?.cells.get(line)?.amount }] : []; });
    if (cells.length === 0) continue;
    const most = (test: (cell: (typeof cells)[number]) => boolean): boolean => cells.filter(test).length >= 0.6 * cells.length;
    if (rate && most(({ a, other, rate: percent }) => percent !== undefined && percent > 0n && near(abs(times(a.amount, percent)) / 100n, abs(other.amount), 2n * CENT))) roles.set(stack, "taxAmount");
    else if (rate && most(({ a, other, rate: percent }) => percent !== undefined && percent > 0n && near(abs(a.amount) + abs(times(a.amount, percent)) / 100n, abs(other.amount), 2n * CENT))) roles.set(stack, "grossAmount");
    else if (stack.heading && NUMERIC.has(stack.heading.role) && ![...roles.values()].includes(stack.heading.role)) roles.set(stack, stack.heading.role);
    else if (stack.heading && ["position", "itemId", "date"].includes(stack.heading.role)) roles.set(stack, stack.heading.role);
    else if (isPosition(stack)) roles.set(stack, "position");
  }
}

/** 1, 2, 3 … or 10, 20, 30 … at the left. */
function isPosition(stack: Stack): boolean {
  const values = [...stack.cells].sort((a, b) => a[0] - b[0]).map(([, number]) => number);
  if (values.some((number) => number.decimals > 0 || number.currency || number.percent)) return false;
  return values.every((number, i) => i === 0 || number.amount > values[i - 1]!.amount) && (values.length > 1 || values[0]!.amount === 1_000_000n || values[0]!.amount === 10_000_000n);
}

/**
 * Columns of words: where words begin on the rows; the one with the most letters is the description. Headings give the
 * others their names; a heading may be centred over its column, so that its own place says little.
 */
function textColumns(rows: readonly Line[], numbersOn: (line: number) => readonly NumberCandidate[], header: Header | null, numeric: readonly Column[]): Column[] {
  const inNumbers = new Set(rows.flatMap((line) => numbersOn(line.index).filter(isStanding).flatMap((number) => number.words)));
  const texts = rows.flatMap((line) => line.segments).filter((segment) => segment.words.some((word) => !inNumbers.has(word)) && !(numeric.some((column) => overlaps(column.box, segment.box) && column.role !== "position" && column.role !== "itemId" && column.role !== "other") && !/\p{L}{3,}/u.test(segment.text)));
  const stacks: { box: Box; segments: Segment[] }[] = [];
  for (const segment of texts) {
    const stack = stacks.find((each) => Math.abs(each.segments[0]!.box.x - segment.box.x) < 4 || overlaps(each.segments[0]!.box, segment.box));
    if (stack) {
      stack.segments.push(segment);
      stack.box = union([stack.box, segment.box]);
    } else stacks.push({ box: segment.box, segments: [segment] });
  }
  const named = (header?.columns ?? []).filter((column) => !NUMERIC.has(column.role) && column.role !== "other" && !numeric.some((each) => each.role === column.role && overlaps(each.box, column.box)));
  const letters = (stack: { segments: Segment[] }): number => stack.segments.reduce((sum, segment) => sum + segment.text.replace(/[^\p{L}]/gu, "").length, 0) / rows.length;
  const description = [...stacks].sort((a, b) => letters(b) - letters(a))[0];
  if (!description || letters(description) < 3) return named;
  const clash = named.find((column) => column.role !== "description" && overlaps(column.box, description.box) && column.box.x >= description.box.x - 4);
  const others = stacks.filter((stack) => stack !== description && stack.box.x < description.box.x && stack.segments.length >= 0.5 * rows.length);
  return [
    ...named.filter((column) => column !== clash && column.role !== "description" && !others.some((stack) => overlaps(column.box, stack.box))),
    { role: "description", roles: ["description"], placed: true, box: description.box, text: named.find((column) => column.role === "description")?.text ?? clash?.text ?? "" },
    ...others.map((stack): Column => {
      const heading = named.find((column) => column.role !== "description" && overlaps(column.box, stack.box));
      const role: Role = heading?.role ?? (stack.segments.every((segment) => /^\d{1,4}[.)]?$/.test(segment.text)) ? "position" : stack.segments.every((segment) => /\d/.test(segment.text) && segment.words.length <= 2) ? "itemId" : "other");
      return { role, roles: [role], box: stack.box, text: heading?.text ?? "" };
    }),
  ];
}
