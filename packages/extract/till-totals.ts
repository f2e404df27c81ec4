/**
 * The total of a till receipt as its own arithmetic has it. Words from OCR misread one digit in fifty, and a receipt
 * says its total several times over: by its prices, by money given less change, by the rounding. Where these agree
 * against the printed total in one digit that scanners confuse, the digit is put right and marked as repaired.
 */
import { abs, amountShown, CENT, type Amount } from "./amount.ts";
import { looksLikeMoney, type NumberCandidate } from "./candidates.ts";
import { holds } from "./equations.ts";
import type { Label } from "./labels.ts";
import { overlapX, right, type Layout } from "./lines.ts";
import type { Total, Totals } from "./totals.ts";

/** Digits that print alike on thermal paper and dot matrix. */
const ALIKE = new Set(["08", "06", "68", "38", "35", "56", "58", "17", "14", "47", "49", "09", "89", "39", "27", "23", "13", "96", "69"].flatMap((pair) => [pair, pair[1]! + pair[0]!]));
const FIVE_CENTS = CENT * 5n;
const CASH = /cash|tender|bar\b|gegeben|paid|received|accepted|payment/i;
const NO_PRICE = /discount|rabatt|change|zur[uü]ck|r[uü]ckgeld|rounding|points|balance/i;

/** "2 X 0.20": the price printed last may be that of one piece. */
const SEVERAL = /(?<![\d.,])(?:[2-9]|\d{2})\s*[x×@]\s*(?:RM)?\d/i;

/** `round`: money was given in coins and notes, so that a misread digit in it would show. */
type Proof = { amount: Amount; by: "paid_less_change" | "items_sum" | "tax_rows" | "printed_twice"; formula: string; round?: boolean };

/** Settles the totals of a receipt read by OCR in place: the rounded total, a misread digit, a lost decimal point. */
export function settleTillTotals(layout: Layout, labels: readonly Label[], numbers: readonly NumberCandidate[], totals: Totals): void {
  const { values } = totals;
  const money = numbers.filter((number) => looksLikeMoney(number) && number.page === 1);
  const total = values.grossTotal;
  if (!total) return findTotal(layout, labels, numbers, money, totals);
  const due = values.amountDue;
  // One rate's row may look like the whole sum; what is to be paid is never less than the total on a receipt.
  if (due?.candidate && due.amount > total.amount && !values.prepaid && !values.rounding) {
    for (const name of ["netTotal", "taxTotal"] as const) delete values[name];
    totals.equations = totals.equations.filter((each) => !each.operands.some((operand) => operand === "netTotal" || operand === "grossTotal"));
    totals.proof = "none";
    return put(totals, { ...due, checks: ["label"] });
  }
  const foot = total.candidate ? money.filter((number) => number.line > total.candidate!.line) : [];
  const proofs = [...paidLessChange(layout, foot), ...(total.candidate ? pricesAbove(layout, labels, money, total.candidate) : [])];
  proofs.push(...taxSummary(totals));
  if (proofs.some((proof) => proof.amount === total.amount)) return;
  // Printed below the total, within five cents of it and what the money given and returned leave: the rounded total.
  const rounded = proofs.find((proof) => proof.by === "paid_less_change" && abs(proof.amount - total.amount) < FIVE_CENTS && proof.amount % FIVE_CENTS === 0n);
  const printed = rounded && foot.find((number) => number.amount === rounded.amount);
  if (rounded && printed) return put(totals, { amount: rounded.amount, candidate: printed, score: 0.7, checks: ["rounded", rounded.by], runnersUp: total.candidate ? [{ candidate: total.candidate, score: total.score }] : [] });
  if (totals.equations.some((each) => holds(each) && each.name.startsWith("net_plus_tax"))) return;
  const byTax = total.candidate && proofs.find((proof) => proof.by === "tax_rows" && oneDigitApart(proof.amount, total.amount) && money.some((number) => number.amount === proof.amount));
  if (byTax) return put(totals, { ...total, amount: byTax.amount, score: 0.6, checks: ["label", "repaired", "tax_rows"] });
  if (!total.candidate || totals.proof === "complete") return;
  const repaired = proofs.find((proof) => proof.round !== false && oneDigitApart(proof.amount, total.amount));
  if (repaired) put(totals, { ...total, amount: repaired.amount, score: 0.5, checks: ["label", "repaired", repaired.by] });
}

/** No total was found: the label's number has lost its point ("3045"), or only a sub-total is printed. */
function findTotal(layout: Layout, labels: readonly Label[], numbers: readonly NumberCandidate[], money: readonly NumberCandidate[], totals: Totals): void {
  const titled = labels.filter((label) => label.field === "grossTotal" || label.field === "amountDue");
  for (const label of titled) {
    for (const bare of numbers.filter((number) => number.line === label.line && number.decimals === 0 && !number.percent && number.box.x > label.box.x && number.amount >= CENT * 10_000n)) {
      const amount = bare.amount / 100n;
      const again = money.find((number) => number.amount === amount);
      const proof: Proof | undefined = again ? { amount, by: "printed_twice", formula: "" } : paidLessChange(layout, money.filter((number) => number.line > label.line)).find((each) => each.amount === amount);
      if (proof) return put(totals, { amount, candidate: bare, score: 0.5, checks: ["label", "repaired", proof.by], runnersUp: [] });
    }
  }
  const { netTotal, taxTotal } = totals.values;
  if (netTotal && !taxTotal) {
    delete totals.values.netTotal;
    put(totals, netTotal);
  }
}

function put({ values }: Totals, total: Total): void {
  // What was computed from the total as misread is not kept.
  if (values.grossTotal && values.grossTotal.amount !== total.amount) for (const name of ["netTotal", "taxTotal"] as const) if (values[name] && !values[name].candidate) delete values[name];
  values.grossTotal = total;
  if (!values.amountDue?.candidate) values.amountDue = { amount: total.amount, formula: `no prepayment is printed: ${amountShown(total.amount)}`, score: Math.min(0.6, total.score), checks: [], runnersUp: [] };
}

/** Bases and taxes of the tax summary, each row of which holds its rate. */
function taxSummary({ taxes }: Totals): Proof[] {
  const rows = taxes.filter((row) => row.holds && row.base && row.amount);
  if (rows.length === 0 || rows.length < taxes.length || rows.every((row) => row.amount!.amount === 0n)) return [];
  const parts = rows.flatMap((row) => [row.base!.amount, row.amount!.amount]);
  return [{ amount: parts.reduce((sum, part) => sum + part, 0n), by: "tax_rows", formula: parts.map((part) => amountShown(part)).join(" + ") }];
}

/** Two amounts, one below the other at the foot, the upper one "cash": their difference. */
function paidLessChange(layout: Layout, foot: readonly NumberCandidate[]): Proof[] {
  const found: Proof[] = [];
  for (const paid of foot) {
    const next = foot.filter((other) => (other.line > paid.line && other.line <= paid.line + 2) || (other.line === paid.line && other.box.x > paid.box.x));
    for (const change of next) {
      const said = CASH.test(layout.lines[paid.line]!.text) || /change|zur[uü]ck|r[uü]ckgeld|balance/i.test(layout.lines[change.line]!.text);
      const amount = paid.amount - abs(change.amount);
      if (amount > 0n && (said || foot.some((other) => other.amount === amount && other.line < paid.line))) found.push({ amount, by: "paid_less_change", round: paid.amount % (CENT * 50n) === 0n, formula: `${amountShown(paid.amount)} − ${amountShown(abs(change.amount))}` });
    }
  }
  return found;
}

/** The prices between the head and the first sum, one a line, in the column of the total. Two at least, as one proves nothing; eight at most, as one of many is misread itself. */
function pricesAbove(layout: Layout, labels: readonly Label[], money: readonly NumberCandidate[], total: NumberCandidate): Proof[] {
  const sums = labels.filter((label) => ["grossTotal", "netTotal", "lineTotal", "amountDue"].includes(label.field) && money.some((number) => number.line === label.line)).map((label) => label.line);
  const first = Math.min(total.line, ...sums);
  const column = money.filter((number) => number.line < first && !NO_PRICE.test(layout.lines[number.line]!.text) && Math.abs(right(number.box) - right(total.box)) < 6 * total.box.height);
  const last = column.filter((number) => !column.some((other) => other.line === number.line && other.box.x > number.box.x));
  if (last.length < 2 || last.length > 8 || last.some((number) => SEVERAL.test(layout.lines[number.line]!.text)) || last.some((number) => overlapX(number.box, last[0]!.box) === 0)) return [];
  const amount = last.reduce((sum, number) => sum + number.amount, 0n);
  return [{ amount, by: "items_sum", formula: last.map((number) => amountShown(number.amount)).join(" + ") }];
}

/** One digit that prints alike tells them apart. */
function oneDigitApart(a: Amount, b: Amount): boolean {
  const [x, y] = [String(abs(a) / CENT), String(abs(b) / CENT)];
  if (x.length !== y.length) return false;
  const apart = [...x].flatMap((digit, i) => (digit === y[i] ? [] : [digit + y[i]!]));
  // A smaller difference is rounding.
  return abs(a - b) >= FIVE_CENTS && apart.length === 1 && ALIKE.has(apart[0]!);
}
