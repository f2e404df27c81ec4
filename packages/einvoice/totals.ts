import {
  AmountError, Decimal, Money, allocateMinor, exponentOf, lineAmounts, money, parseAmount, percentOf, roundToCash, roundToSum, spreadOverGroups,
} from "@counterfoil/money";
import type { VatCategory } from "./types.ts";
import { isVatCategory, vatCategoryRule } from "./vat.ts";

/** What a total depends on. Numbers are exact decimal text: quantities, prices and percents with any number of digits. */
export type TotalsInput = {
  currency: string;
  lines: readonly TotalsLine[];
  /** Document allowances (BG-20) and charges (BG-21): spread over the tax groups unless they name their own (T6, T7). */
  allowances?: readonly DocumentChange[];
  charges?: readonly DocumentChange[];
  /** Tax is rounded once per tax group ("document", EN 16931, default) or per line and then added ("line") (T3). */
  taxRounding?: "document" | "line";
  /** Unit prices and document changes are without tax (default) or contain it; then the gross never moves (T4). */
  prices?: "net" | "inclusive";
  /** Withholding taxes on the net, shown after VAT (T9): "15" holds back 15 %. */
  withholdingPercents?: readonly string[];
  /** BT-113. */
  prepaid?: string;
  /** Smallest coin in minor units when the amount due is rounded for cash (T12); the difference becomes BT-114. */
  cashStepMinor?: bigint;
};

export type TotalsLine = {
  quantity: string;
  unitPrice: string;
  /** The quantity the price is for; "1" when absent. */
  baseQuantity?: string;
  discount?: Change;
  vat: VatRate;
  /** Further taxes on the same base, each rounded for itself (T5); a compound one is charged on the taxes before it too. Not expressible in EN 16931. */
  furtherTaxes?: readonly { name: string; rate: string; compound?: boolean }[];
};

/** `rate` is a percent, "19"; "0" for the categories without tax. */
export type VatRate = { category: VatCategory; rate: string };
export type Change = { amount: string } | { percent: string };
export type DocumentChange = Change & { reason?: string; reasonCode?: string; vat?: VatRate };

/** All amounts of a document. `lines` are in the order of the input, the other lists in the order of `vatBreakdown`. */
export type Totals = {
  currency: string;
  prices: "net" | "inclusive";
  lines: LineTotals[];
  allowances: DocumentChangePart[];
  charges: DocumentChangePart[];
  vatBreakdown: VatRow[];
  withholdings: { percent: string; base: Money; amount: Money }[]; // amounts are negative
  lineTotal: Money; // BT-106
  allowanceTotal: Money; // BT-107
  chargeTotal: Money; // BT-108
  netTotal: Money; // BT-109
  vatTotal: Money; // BT-110
  grossTotal: Money; // BT-112
  prepaid: Money; // BT-113
  withheld: Money; // sum of the withholdings, negative or zero
  rounding: Money; // BT-114
  amountDue: Money; // BT-115
};

export type LineTotals = {
  /** Quantity × price, the discount on the line, and what is left, in the prices of the input (net or inclusive). */
  gross: Money;
  discount: Money;
  amount: Money;
  /** BT-131: equals `amount` when prices are net. */
  net: Money;
};

/** The part of a document allowance or charge that falls on one tax group; `index` points into the input. */
export type DocumentChangePart = VatRate & { index: number; amount: Money; base?: Money; percent?: string; reason?: string; reasonCode?: string };

export type VatRow = VatRate & {
  base: Money; // BT-116
  tax: Money; // BT-117
  furtherTaxes: { name: string; rate: string; base: Money; tax: Money }[];
  /** `tax` less base × rate rounded once (BR-CO-17). Zero for net prices with tax rounded per document; else a cent here or there, which the sender has to accept. */
  difference: Money;
};

/**
 * The one place where totals are made: for proposals, invoices, credit notes, their PDF and XML, and the API. Follows
 * EN 16931 BR-CO-10 to BR-CO-17 exactly and rounds half away from zero, so negating every quantity negates every amount,
 * and the order of lines changes no total. A document without lines has zero totals; changes it cannot spread are left out.
 * Throws AmountError on texts that are no numbers, on unknown currencies and on a rate its VAT category forbids.
 */
export function totalsOf(input: TotalsInput): Totals {
  const { currency } = input;
  exponentOf(currency);
  const groups: TaxGroups = new Map();
  const lines = input.lines.map((line) => pricedLine(line, currency));
  input.lines.forEach((line, index) => groupFor(groups, line, input.prices).parts.push({ kind: "line", index, amount: lines[index]!.amount }));
  const beforeChanges = inOrder(groups);
  spread(input, "allowance", beforeChanges, groups);
  spread(input, "charge", beforeChanges, groups);

  const allowances: DocumentChangePart[] = [];
  const charges: DocumentChangePart[] = [];
  const nets: Money[] = [];
  const vatBreakdown = inOrder(groups).map((group) => {
    const { partNets, row } = taxed(group, input);
    group.parts.forEach((part, position) => {
      const net = partNets[position]!;
      if (part.kind === "line") nets[part.index] = net;
      else (part.kind === "allowance" ? allowances : charges).push(changePart(part, part.kind === "allowance" ? Money.negate(net) : net, group, input.prices));
    });
    return row;
  });

  const total = (amounts: readonly Money[]) => Money.sum(amounts, currency);
  const lineTotal = total(nets);
  const allowanceTotal = total(allowances.map((part) => part.amount));
  const chargeTotal = total(charges.map((part) => part.amount));
  const netTotal = Money.add(Money.sub(lineTotal, allowanceTotal), chargeTotal);
  const vatTotal = total(vatBreakdown.flatMap((row) => [row.tax, ...row.furtherTaxes.map((further) => further.tax)]));
  const grossTotal = Money.add(netTotal, vatTotal);
  const prepaid = parseAmount(input.prepaid ?? "0", currency);
  const withholdings = (input.withholdingPercents ?? []).map((percent) => ({
    percent, base: netTotal, amount: percentOf(netTotal, Decimal.negate(Decimal.parse(percent))),
  }));
  const withheld = total(withholdings.map((row) => row.amount));
  const open = Money.sub(Money.add(grossTotal, withheld), prepaid);
  const { payable, rounding } = input.cashStepMinor === undefined ? { payable: open, rounding: Money.zero(currency) } : roundToCash(open, input.cashStepMinor);
  return {
    currency, prices: input.prices ?? "net",
    lines: lines.map((line, index) => ({ ...line, net: nets[index]! })),
    allowances, charges, vatBreakdown, withholdings,
    lineTotal, allowanceTotal, chargeTotal, netTotal, vatTotal, grossTotal, prepaid, withheld, rounding, amountDue: payable,
  };
}

type Part = { kind: "line" | "allowance" | "charge"; index: number; amount: Money; base?: Money; change?: DocumentChange };
type FurtherTax = { name: string; rate: Decimal; compound: boolean };
type TaxGroup = { category: VatCategory; rate: Decimal; furtherTaxes: FurtherTax[]; key: string; parts: Part[] };

/** Lines and changes by VAT category, rate and further taxes. */
type TaxGroups = Map<string, TaxGroup>;

function groupFor(groups: TaxGroups, { vat, furtherTaxes = [] }: Pick<TotalsLine, "vat" | "furtherTaxes">, prices: TotalsInput["prices"]): TaxGroup {
  const rate = allowedRate(vat);
  const further = furtherTaxes.map((tax) => ({ name: tax.name, rate: Decimal.normalize(Decimal.parse(tax.rate)), compound: tax.compound ?? false }));
  if (prices === "inclusive" && further.some((tax) => tax.compound)) {
    throw new AmountError("rate_not_allowed", "A tax on tax cannot be taken out of an inclusive price. Enter this line's price without tax.");
  }
  const key = [vat.category, Decimal.text(rate), ...further.map((tax) => `${tax.name} ${Decimal.text(tax.rate)} ${tax.compound}`)].join("|");
  const known = groups.get(key);
  if (known !== undefined) return known;
  const group: TaxGroup = { category: vat.category, rate, furtherTaxes: further, key, parts: [] };
  groups.set(key, group);
  return group;
}

/** By category, then rate, the highest first: the order of the breakdown, and of ties when a discount is spread. */
function inOrder(groups: TaxGroups): TaxGroup[] {
  const order = (group: TaxGroup) => vatCategoryRule(group.category).order;
  return [...groups.values()].sort((a, b) => order(a) - order(b) || Decimal.compare(b.rate, a.rate) || (a.key < b.key ? -1 : 1));
}

function allowedRate({ category, rate }: VatRate): Decimal {
  if (!isVatCategory(category)) throw new AmountError("rate_not_allowed", `“${category}” is not a VAT category. Use S, Z, E, AE, K, G, O, L or M.`);
  const value = Decimal.normalize(Decimal.parse(rate));
  const rule = vatCategoryRule(category);
  if ((rule.rate === "zero" || rule.rate === "none") && !Decimal.isZero(value)) {
    throw new AmountError("rate_not_allowed", `“${rule.label}” carries no tax; its rate must be 0, not ${Decimal.text(value)}.`);
  }
  if (Decimal.isNegative(value)) throw new AmountError("rate_not_allowed", "A VAT rate cannot be negative. Enter a withholding tax as such.");
  return value;
}

function pricedLine(line: TotalsLine, currency: string): Omit<LineTotals, "net"> {
  const change = line.discount;
  const { gross, discount, net } = lineAmounts(
    {
      quantity: Decimal.parse(line.quantity),
      unitPrice: Decimal.parse(line.unitPrice),
      ...(line.baseQuantity !== undefined && { baseQuantity: Decimal.parse(line.baseQuantity) }),
      ...(change !== undefined && ("amount" in change ? { discountAmount: Decimal.parse(change.amount) } : { discountPercent: Decimal.parse(change.percent) })),
    },
    currency,
  );
  return { gross, discount, amount: net };
}

// Every change is reckoned on the lines alone, not on other changes, so that their order does not matter.
function spread(input: TotalsInput, kind: "allowance" | "charge", beforeChanges: readonly TaxGroup[], groups: TaxGroups): void {
  const { currency } = input;
  const lineSums = beforeChanges.map((group) => Money.sum(group.parts.filter((part) => part.kind === "line").map((part) => part.amount), currency));
  const sign = (amount: Money) => (kind === "allowance" ? Money.negate(amount) : amount);
  const changes = (kind === "allowance" ? input.allowances : input.charges) ?? [];
  changes.forEach((change, index) => {
    const asked: { amount: Money } | { percent: Decimal } = "amount" in change ? { amount: parseAmount(change.amount, currency) } : { percent: Decimal.parse(change.percent) };
    if (change.vat !== undefined) {
      const base = Money.sum(lineSums, currency);
      const amount = "amount" in asked ? asked.amount : percentOf(base, asked.percent);
      groupFor(groups, { vat: change.vat }, input.prices).parts.push({ kind, index, amount: sign(amount), base, change });
      return;
    }
    if (beforeChanges.length === 0) return;
    spreadOverGroups(lineSums, asked).parts.forEach((amount, position) => {
      if (Money.isZero(amount)) return;
      beforeChanges[position]!.parts.push({ kind, index, amount: sign(amount), base: lineSums[position]!, change });
    });
  });
}

/** Tax of a group, and the net of each of its parts. Allowances are negative parts. */
function taxed(group: TaxGroup, input: TotalsInput): { partNets: Money[]; row: VatRow } {
  const { currency } = input;
  const amounts = group.parts.map((part) => part.amount);
  const perLine = input.taxRounding === "line";
  const rates: { rate: Decimal; compound: boolean }[] = [{ rate: group.rate, compound: false }, ...group.furtherTaxes];
  const added = (base: Money) => {
    let withTax = base;
    return rates.map(({ rate, compound }) => {
      const taxBase = compound ? withTax : base;
      const tax = percentOf(taxBase, rate);
      withTax = Money.add(withTax, tax);
      return { base: taxBase, tax };
    });
  };
  let partNets: Money[];
  let taxes: { base: Money; tax: Money }[];
  if (input.prices === "inclusive") {
    const chunks = perLine ? amounts.map((amount) => [amount]) : [amounts];
    const split = chunks.map((chunk) => takenOut(chunk, rates.map(({ rate }) => rate), currency));
    partNets = split.flatMap((part) => part.nets);
    const base = Money.sum(partNets, currency);
    taxes = rates.map((_, position) => ({ base, tax: Money.sum(split.map((part) => part.taxes[position]!), currency) }));
  } else {
    partNets = amounts;
    const whole = added(Money.sum(amounts, currency));
    const perPart = amounts.map(added);
    taxes = perLine ? whole.map(({ base }, position) => ({ base, tax: Money.sum(perPart.map((part) => part[position]!.tax), currency) })) : whole;
  }
  const [vat, ...further] = taxes as [{ base: Money; tax: Money }, ...{ base: Money; tax: Money }[]];
  const row: VatRow = {
    category: group.category,
    rate: Decimal.text(group.rate),
    base: vat.base,
    tax: vat.tax,
    furtherTaxes: group.furtherTaxes.map(({ name, rate }, position) => ({ name, rate: Decimal.text(rate), ...further[position]! })),
    difference: Money.sub(vat.tax, percentOf(vat.base, group.rate)),
  };
  return { partNets, row };
}

/** Takes tax out of gross amounts together (T4): one rounding for their sum, the nets of the parts fitted to it, the tax shared by rate. */
function takenOut(amounts: readonly Money[], rates: readonly Decimal[], currency: string): { nets: Money[]; taxes: Money[] } {
  const gross = Money.sum(amounts, currency);
  const rateSum = Decimal.sum(rates);
  const scale = 10n ** BigInt(rateSum.scale);
  const divisor = 100n * scale + rateSum.units; // (100 + Σ rates) × scale
  const net = money(Decimal.div(Decimal.of(gross.minor * 100n * scale), Decimal.of(divisor), 0).units, currency);
  const nets = roundToSum(amounts.map((amount) => amount.minor * 100n * scale), divisor, net.minor);
  const tax = Money.sub(gross, net);
  const weights = rates.map((rate) => Decimal.round(rate, rateSum.scale).units);
  const taxes = Money.isZero(tax) ? rates.map(() => 0n) : allocateMinor(tax.minor, weights);
  return { nets: nets.map((minor) => money(minor, currency)), taxes: taxes.map((minor) => money(minor, currency)) };
}

function changePart(part: Part, amount: Money, group: TaxGroup, prices: TotalsInput["prices"]): DocumentChangePart {
  const { change, index, base } = part;
  const percent = change !== undefined && "percent" in change ? change.percent : undefined;
  return {
    index, amount, category: group.category, rate: Decimal.text(group.rate),
    // Base and percent come together (Peppol R041, R042), and only where the base is without tax can a receiver recompute the amount.
    ...(percent !== undefined && base !== undefined && prices !== "inclusive" && { base, percent }),
    ...(change?.reason !== undefined && { reason: change.reason }),
    ...(change?.reasonCode !== undefined && { reasonCode: change.reasonCode }),
  };
}
