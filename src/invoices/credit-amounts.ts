import { Decimal } from "@counterfoil/money";

/** An issued invoice as far as crediting goes: net amounts in minor units, per line and per tax row. */
export type CreditableInvoice = {
  lines: readonly { id: string; quantity: string; net: bigint; tax: string }[];
  /** `key` is what the lines' `tax` names; base and tax as issued, after allowances and charges. */
  taxes: readonly { key: string; base: bigint; tax: bigint }[];
};
/** What earlier credit notes took: per line, and per tax row. */
export type CreditedSoFar = {
  lines: ReadonlyMap<string, { quantity: string; netByQuantity: bigint; net: bigint }>;
  taxes: ReadonlyMap<string, { base: bigint; tax: bigint }>;
};
export type CreditAsk = "all" | readonly { lineId: string; quantity?: string | undefined; net?: bigint | undefined }[];
export type CreditAmounts = {
  lines: { lineId: string; quantity: string | null; net: bigint }[];
  taxes: { key: string; lines: bigint; base: bigint; tax: bigint }[];
  total: bigint;
};
/** A line from which more is asked than is left. */
export type CreditProblem = { lineId: string; leftQuantity: string; leftNet: bigint };

/**
 * The amounts of a credit note by the cumulative method (C3): each row of tax, and each line credited by quantity, is
 * reckoned for everything credited so far, and what earlier notes took is subtracted. So a full credit gives back the
 * invoice's stored cents, and however an invoice is credited piece by piece, the last piece closes at zero.
 * Answers the problem instead when a line has less left (C1).
 */
export function creditAmounts(invoice: CreditableInvoice, before: CreditedSoFar, ask: CreditAsk): CreditAmounts | CreditProblem {
  const lines: CreditAmounts["lines"] = [];
  const after = new Map(invoice.lines.map((line) => [line.id, before.lines.get(line.id)?.net ?? 0n]));
  const wanted = ask === "all" ? invoice.lines.map((line) => ({ lineId: line.id, quantity: undefined, net: undefined })) : ask;
  for (const { lineId, quantity, net } of wanted) {
    const line = invoice.lines.find((one) => one.id === lineId);
    if (!line) return { lineId, leftQuantity: "0", leftNet: 0n };
    const taken = before.lines.get(lineId) ?? { quantity: "0", netByQuantity: 0n, net: 0n };
    const left = line.net - taken.net;
    const leftQuantity = Decimal.sub(Decimal.parse(line.quantity), Decimal.parse(taken.quantity));
    const problem = { lineId, leftQuantity: Decimal.shortText(leftQuantity), leftNet: left };
    let part: CreditAmounts["lines"][number];
    if (ask === "all") {
      // When part was credited by amount, what is left is an amount, not so many pieces.
      const byQuantity = taken.net === taken.netByQuantity;
      part = { lineId, quantity: byQuantity ? Decimal.shortText(leftQuantity) : null, net: left };
    } else if (quantity !== undefined) {
      const asked = Decimal.parse(quantity);
      const sameSign = Decimal.isNegative(asked) === Decimal.isNegative(Decimal.parse(line.quantity));
      const cumulated = Decimal.add(Decimal.parse(taken.quantity), asked);
      if (Decimal.isZero(asked) || !sameSign || Decimal.compare(Decimal.abs(cumulated), Decimal.abs(Decimal.parse(line.quantity))) > 0) return problem;
      const whole = Decimal.equals(cumulated, Decimal.parse(line.quantity));
      const target = whole ? line.net - (taken.net - taken.netByQuantity) : shareOf(line.net, cumulated, Decimal.parse(line.quantity));
      part = { lineId, quantity: Decimal.shortText(asked), net: target - taken.netByQuantity };
    } else {
      part = { lineId, quantity: null, net: net ?? 0n };
    }
    if (!within(part.net, left)) return problem;
    if (part.net === 0n && (part.quantity === null || part.quantity === "0")) continue;
    lines.push(part);
    after.set(lineId, (after.get(lineId) ?? 0n) + part.net);
  }
  const taxes = invoice.taxes.map(({ key, base, tax }) => {
    const inRow = invoice.lines.filter((line) => line.tax === key);
    const lineSum = inRow.reduce((sum, line) => sum + line.net, 0n);
    const credited = inRow.reduce((sum, line) => sum + after.get(line.id)!, 0n);
    const whole = inRow.every((line) => after.get(line.id) === line.net);
    const taken = before.taxes.get(key) ?? { base: 0n, tax: 0n };
    const share = (amount: bigint, already: bigint) => (whole ? amount : lineSum === 0n ? already : held(shareOfMinor(amount, credited, lineSum), amount, already));
    return { key, lines: lines.filter((part) => inRow.some((line) => line.id === part.lineId)).reduce((sum, part) => sum + part.net, 0n), base: share(base, taken.base) - taken.base, tax: share(tax, taken.tax) - taken.tax };
  }).filter((row) => row.lines !== 0n || row.base !== 0n || row.tax !== 0n);
  return { lines, taxes, total: taxes.reduce((sum, row) => sum + row.base + row.tax, 0n) };
}

/** Lies an amount between zero and a limit, on the limit's side of zero? */
const within = (amount: bigint, limit: bigint) => (limit >= 0n ? amount >= 0n && amount <= limit : amount <= 0n && amount >= limit);

/** Never more than the whole and never less than what was taken already: lines of mixed sign can point past both. */
function held(share: bigint, whole: bigint, already: bigint): bigint {
  const [low, high] = whole >= 0n ? [already, whole] : [whole, already];
  return share < low ? low : share > high ? high : share;
}

/** `amount × part ÷ whole`, rounded half away from zero. */
function shareOf(amount: bigint, part: Decimal, whole: Decimal): bigint {
  return Decimal.div(Decimal.mul(Decimal.of(amount), part), whole, 0).units;
}
const shareOfMinor = (amount: bigint, part: bigint, whole: bigint) => shareOf(amount, Decimal.of(part), Decimal.of(whole));
