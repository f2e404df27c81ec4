/**
 * The total of a till receipt as its own arithmetic has it. Words from OCR misread one digit in fifty, and a receipt
 * says its total several times over: by its prices, by money given less change, by the rounding. Where these agree
 * against the printed total in one digit that scanners confuse, the digit is put right and marked as repaired.
 */
import { abs, amountOf, amountShown, CENT, near, percentOf, sum, type Amount } from "./amount.ts";
import { looksLikeMoney, type NumberCandidate } from "./candidates.ts";
import { holds } from "./equations.ts";
import type { Label } from "./labels.ts";
import { groupBy, overlapX, right, type Layout } from "./lines.ts";
import type { Total, Totals } from "./totals.ts";

/** Digits that print alike on thermal paper and dot matrix. */
const ALIKE = new Set(["08", "06", "68", "38", "35", "56", "58", "17", "14", "47", "49", "09", "89", "39", "27", "23", "13", "96", "69"].flatMap((pair) => [pair, pair[1]! + pair[0]!]));
const FIVE_CENTS = CENT * 5n;
const CASH = /cash|tender|bar\b|gegeben|paid|received|accepted|payment/i;
const CARD = /\b(?:card|visa|master ?card|maestro|karte|kartenzahlung|girocard|ec-?cash|carte|cb|tarjeta|carta|bancomat|pin|bankpas|karta|multibanco|cartao|kort|bankkort|dankort|eftpos|debit|amex)\b/i;
const NO_PRICE = /discount|rabatt|change|zur[uü]ck|r[uü]ckgeld|rounding|points|balance/i;

/** "2 X 0.20": the price printed last may be that of one piece. */
const SEVERAL = /(?<![\d.,])(?:[2-9]|\d{2})\s*[x×@]\s*(?:RM)?\d/i;

/** `round`: money was given in coins and notes, so that a misread digit in it would show; false where the sum alone does not put a digit right. */
type Proof = { amount: Amount; by: "paid_less_change" | "items_sum" | "tax_rows" | "printed_twice"; formula: string; round?: boolean };

/** Settles the totals of a receipt read by OCR in place: the rounded total, a misread digit, a lost decimal point. */
export function settleTillTotals(layout: Layout, labels: readonly Label[], numbers: readonly NumberCandidate[], totals: Totals): void {
  const { values } = totals;
  const money = numbers.filter((number) => looksLikeMoney(number) && number.page === 1);
  const total = values.grossTotal;
  if (!total) return findTotal(layout, labels, numbers, money, totals);
  const byRate = ratesPrinted(money, numbers);
  const asked = paidInFull(layout, totals, money);
  // Two rates that each hold outweigh one printed amount, unless that was paid to the cent.
  if (byRate && abs(byRate.amount - total.amount) >= FIVE_CENTS && asked?.amount !== total.amount) return replace(totals, printedAs(byRate, money));
  if (asked && asked.amount > total.amount && total.candidate && totals.taxes.some((row) => row.base?.line === total.candidate!.line)) return replace(totals, asked);
  const given = total.amount === 0n && money.find((number) => number.amount > 0n && CASH.test(layout.lines[number.line]!.text) && !NO_PRICE.test(layout.lines[number.line]!.text));
  if (given) return replace(totals, { amount: given.amount, candidate: given, score: 0.4, checks: ["label"], runnersUp: [] });
  if (!total.candidate) return withoutPrint(layout, labels, numbers, money, totals);
  const due = values.amountDue;
  // One rate's row may look like the whole sum; what is to be paid is never less than the total on a receipt.
  if (due?.candidate && due.amount > total.amount && !values.prepaid && !values.rounding) {
    for (const name of ["netTotal", "taxTotal"] as const) delete values[name];
    totals.equations = totals.equations.filter((each) => !each.operands.some((operand) => operand === "netTotal" || operand === "grossTotal"));
    totals.proof = "none";
    put(totals, { ...due, checks: ["label"] });
    return settleTillTotals(layout, labels, numbers, totals);
  }
  const foot = money.filter((number) => number.line > total.candidate!.line);
  const proofs = [...paidLessChange(layout, foot), ...pricesAbove(layout, labels, money, total.candidate), ...taxSummary(totals), ...baseAndTax(foot)];
  // Printed below the total, within five cents of it and what the money given and returned leave: the rounded total.
  const rounded = proofs.find((proof) => proof.by === "paid_less_change" && proof.amount !== total.amount && abs(proof.amount - total.amount) < FIVE_CENTS && proof.amount % FIVE_CENTS === 0n);
  const printed = rounded && foot.find((number) => number.amount === rounded.amount);
  if (rounded && printed) return put(totals, { amount: rounded.amount, candidate: printed, score: 0.7, checks: ["rounded", rounded.by], runnersUp: [{ candidate: total.candidate, score: total.score }] });
  if (proofs.some((proof) => proof.amount === total.amount) || (values.taxTotal?.amount !== 0n && totals.equations.some((each) => holds(each) && each.name.startsWith("net_plus_tax")))) return;
  const byTax = proofs.find((proof) => proof.by === "tax_rows" && oneDigitApart(proof.amount, total.amount) && money.some((number) => number.amount === proof.amount));
  if (byTax) return put(totals, { ...total, amount: byTax.amount, score: 0.6, checks: ["label", "repaired", "tax_rows"] });
  if (totals.proof === "complete") return;
  // The prices and the money that changed hands say the same: two proofs outweigh one printed amount.
  const agreed = proofs.find((proof) => proof.by === "paid_less_change" && proofs.some((other) => other.by === "items_sum" && other.amount === proof.amount));
  const repaired = agreed ?? proofs.find((proof) => proof.round !== false && (oneDigitApart(proof.amount, total.amount) || (proof.by === "paid_less_change" && oneDigitMore(total.candidate!, proof.amount)))) ??
    paidExactly(layout, foot).find((proof) => oneDigitMore(total.candidate!, proof.amount) && (total.candidate!.decimals > 2 || String(total.amount).endsWith(String(proof.amount))));
  if (repaired) put(totals, { ...total, amount: repaired.amount, score: 0.5, checks: ["label", "repaired", repaired.by] });
}

/** The total is only computed, from figures of which one may be misread: what was paid and returned, or a label's number without its point, is nearer to it. */
function withoutPrint(layout: Layout, labels: readonly Label[], numbers: readonly NumberCandidate[], money: readonly NumberCandidate[], totals: Totals): void {
  const total = totals.values.grossTotal!;
  const lost = lostPoint(layout, labels, numbers, money);
  if (lost) return lost.amount === total.amount ? put(totals, lost) : replace(totals, lost);
  const first = Math.min(...[totals.values.netTotal, totals.values.taxTotal].map((each) => each?.candidate?.line ?? Infinity));
  const paid = paidLessChange(layout, money.filter((number) => number.line > first)).find((proof) => proof.round);
  if (!paid || paid.amount === total.amount) return;
  const formula = `${paid.formula} = ${amountShown(paid.amount)}`;
  const computed: Total = { amount: paid.amount, formula, score: 0.5, checks: ["paid_less_change"], runnersUp: [] };
  if (abs(paid.amount - total.amount) < FIVE_CENTS) return put(totals, computed);
  replace(totals, printedAs({ ...paid, formula }, money.filter((number) => !labels.some((label) => label.line === number.line && label.field === "otherMoney"))));
}

/** No total was found: the label's number has lost its point ("3045") or hangs at a misread currency, only a sub-total is printed, or the amounts stand without words. */
function findTotal(layout: Layout, labels: readonly Label[], numbers: readonly NumberCandidate[], money: readonly NumberCandidate[], totals: Totals): void {
  const lost = lostPoint(layout, labels, numbers, money) ?? behindCurrency(layout, labels);
  if (lost) return put(totals, lost);
  const byRate = ratesPrinted(money, numbers);
  if (byRate) return replace(totals, printedAs(byRate, money));
  const { netTotal, taxTotal } = totals.values;
  if (netTotal && !taxTotal) {
    delete totals.values.netTotal;
    return put(totals, netTotal);
  }
  if (netTotal || taxTotal) return;
  const last = money.filter((number) => number.amount > 0n).sort((a, b) => b.line - a.line).find((number) => pricesAbove(layout, [], money, number).some((proof) => proof.amount === number.amount));
  if (last) put(totals, { amount: last.amount, candidate: last, score: 0.4, checks: ["items_sum"], runnersUp: [] });
}

/** A total's number without its point, "3045" or "30 45", which is printed again or is what money given and change leave. */
function lostPoint(layout: Layout, labels: readonly Label[], numbers: readonly NumberCandidate[], money: readonly NumberCandidate[]): Total | null {
  for (const label of titled(labels)) {
    const line = layout.lines[label.line]!;
    const joined = numbers.filter((number) => number.line === label.line && number.decimals === 0 && !number.percent && number.box.x > label.box.x && number.amount >= CENT * 10_000n).map((number) => ({ candidate: number, amount: number.amount / 100n }));
    const apart = /(?<![\d.,])(\d{1,4}) (\d\d)$/.exec(line.text);
    const end = apart && numbers.find((number) => number.line === label.line && number.decimals === 0 && number.raw === apart[2] && number.box.x > label.box.x);
    if (end) joined.push({ candidate: end, amount: amountOf(`${apart[1]}.${apart[2]}`)! });
    for (const { candidate, amount } of joined) {
      const again = money.some((number) => number.amount === amount);
      const by = again ? "printed_twice" : paidLessChange(layout, money.filter((number) => number.line > label.line)).find((each) => each.amount === amount)?.by;
      if (by) return { amount, candidate, score: 0.5, checks: ["label", "repaired", by], runnersUp: [] };
    }
  }
  return null;
}

/** "RMd41.45", "AM41.45": an amount whose currency was misread to other letters. The last of several sums is the total. */
function behindCurrency(layout: Layout, labels: readonly Label[]): Total | null {
  const lines = labels.filter((label) => ["grossTotal", "amountDue", "netTotal", "lineTotal"].includes(label.field)).map((label) => label.line).sort((a, b) => b - a);
  for (const index of lines) {
    const word = layout.lines[index]!.words.at(-1)!;
    const found = /^\p{Lu}{1,2}\p{Ll}?(\d{1,4}\.\d\d)$/u.exec(word.text);
    const segment = found && layout.lines[index]!.segments.find((each) => each.words.includes(word));
    if (!segment) continue;
    const amount = amountOf(found[1]!)!;
    const to = segment.text.length;
    const candidate: NumberCandidate = { kind: "number", segment, line: index, page: segment.page, words: [word], from: to - found[1]!.length, to, box: word.box, raw: found[1]!, amount, decimals: 2, percent: false, negative: false };
    return { amount, candidate, score: 0.4, checks: ["label"], runnersUp: [] };
  }
  return null;
}

const titled = (labels: readonly Label[]): Label[] => labels.filter((label) => label.field === "grossTotal" || label.field === "amountDue");

type Rates = { amount: Amount; by: "tax_rows"; formula: string; lines: number[]; figures: NumberCandidate[] };

/** The rows of a till's tax summary, each with its rate, its base and the sum of base and tax: together they are the total. Null for less than two rates. */
function ratesPrinted(money: readonly NumberCandidate[], numbers: readonly NumberCandidate[]): Rates | null {
  const moneyOn = groupBy(money, (number) => number.line);
  const rows = numbers.filter((number) => number.percent && number.amount > 0n).flatMap((rate) => {
    const on = moneyOn(rate.line).filter((number) => !number.percent && number.box.x > rate.box.x);
    const whole = on.at(-1);
    const base = whole && on.find((number) => number !== whole && on.every((other) => other === whole || other.amount <= number.amount) && near(number.amount + percentOf(number.amount, rate.amount), whole.amount, CENT));
    return base ? [{ rate, base, whole }] : [];
  });
  const rates = new Set(rows.map((row) => row.rate.amount));
  if (rates.size < 2 || rates.size !== rows.length || rows.some((row, i) => i > 0 && row.rate.line - rows[i - 1]!.rate.line > 2)) return null;
  const amount = sum(rows.map((row) => row.whole.amount));
  return { amount, by: "tax_rows", formula: `${rows.map((row) => amountShown(row.whole.amount)).join(" + ")} = ${amountShown(amount)}`, lines: rows.map((row) => row.rate.line), figures: rows.flatMap((row) => [row.base, row.whole]) };
}

/** What was computed, as it stands on the page where it does. */
function printedAs({ amount, by, formula }: Omit<Proof, "round">, money: readonly NumberCandidate[]): Total {
  const candidate = money.find((number) => number.amount === amount);
  return { amount, ...(candidate ? { candidate } : { formula }), score: 0.6, checks: [by], runnersUp: [] };
}

/** A clearly labelled total that was paid to the cent: the same amount stands below it, as what was given. */
function paidInFull(layout: Layout, { pairs, taxes }: Totals, money: readonly NumberCandidate[]): Total | null {
  const found = pairs.find(({ label, candidate, score }) => (label.field === "grossTotal" || label.field === "amountDue") && score > 0.5 && looksLikeMoney(candidate) && !taxes.some((row) => row.base?.line === candidate.line || row.amount?.line === candidate.line) &&
    money.some((number) => number.amount === candidate.amount && number.line > candidate.line && (number.line <= candidate.line + 3 || CARD.test(layout.lines[number.line]!.text))));
  return found ? { amount: found.candidate.amount, candidate: found.candidate, score: found.score, checks: ["label"], runnersUp: [] } : null;
}

/** Another total than the sums led to: they and what they lead to are given up. */
function replace(totals: Totals, total: Total): void {
  const { values } = totals;
  const rest = (values.netTotal?.amount ?? 0n) + (values.taxTotal?.amount ?? 0n) - total.amount;
  if (abs(rest) >= FIVE_CENTS) for (const name of ["netTotal", "taxTotal"] as const) delete values[name];
  if (values.amountDue && !values.amountDue.candidate) delete values.amountDue;
  totals.equations = totals.equations.filter((each) => !each.operands.some((operand) => operand === "netTotal" || operand === "taxTotal" || operand === "grossTotal"));
  totals.proof = "none";
  put(totals, total);
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

/** "5.57  0.33": the only two amounts on a line below the total, base and tax. */
function baseAndTax(foot: readonly NumberCandidate[]): Proof[] {
  const onLine = groupBy(foot, (number) => number.line);
  return [...new Set(foot.map((number) => number.line))].flatMap((line) => {
    const [base, tax, more] = onLine(line);
    return base && tax && !more && tax.amount > 0n && tax.amount * 4n < base.amount ? [{ amount: base.amount + tax.amount, by: "tax_rows" as const, round: false, formula: `${amountShown(base.amount)} + ${amountShown(tax.amount)}` }] : [];
  });
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

/** What was paid by card, or in cash for which nothing was returned: the line of the change has no amount, or zero. */
function paidExactly(layout: Layout, foot: readonly NumberCandidate[]): Proof[] {
  const nothingBack = (line: number): boolean => /change|zur[uü]ck|r[uü]ckgeld/i.test(layout.lines[line]?.text ?? "") && !foot.some((other) => other.line === line && other.amount !== 0n);
  return foot.filter((paid) => CARD.test(layout.lines[paid.line]!.text) || (CASH.test(layout.lines[paid.line]!.text) && nothingBack(paid.line + 1)))
    .map((paid) => ({ amount: paid.amount, by: "paid_less_change" as const, formula: amountShown(paid.amount) }));
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

/** One digit more, or one less, was seen than the amount has: "731.00", "11.255", "11.2". */
function oneDigitMore(number: NumberCandidate, amount: Amount): boolean {
  const [seen, due] = [number.raw.replace(/\D/g, ""), String(abs(amount) / CENT)];
  const [long, short] = seen.length > due.length ? [seen, due] : [due, seen];
  return long.length === short.length + 1 && (seen.length > due.length || number.decimals !== 2) && [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
}
