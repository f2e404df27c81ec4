import { Decimal, exponentOf, isCurrency } from "@counterfoil/money";
import type { InvoiceTotals, Loose, ReadAllowanceCharge, ReadInvoice, ReadLine, VatBreakdownRow } from "./types.ts";
import { isVatCategory, vatCategories, vatCategoryRule } from "./vat.ts";

/** Every amount of an invoice that follows from others, by the arithmetic of EN 16931-1. */
export type ComputedAmounts = {
  /** BT-131 by line; absent where quantity or price is. */
  lines: (string | undefined)[];
  totals: Omit<InvoiceTotals, "vatTotalInVatCurrency">;
  vatBreakdown: Loose<VatBreakdownRow>[];
};

/** An amount as the file states it beside what follows from the rest; `difference` is stated less computed, absent when equal. */
export type StatedAmount = { path: string; stated?: string; computed?: string; difference?: string };

/**
 * What the amounts should be: line nets from quantity and price, everything above from the line nets that are stated (or,
 * where none is, computed). Prepaid (BT-113) and rounding (BT-114) follow from nothing and are taken as stated. Text that
 * is no number counts as zero; the reader has reported it. Tax is rounded once a row, half away from zero (BR-CO-17).
 */
export function computedAmounts(invoice: ReadInvoice): ComputedAmounts {
  const digits = invoice.currency !== undefined && isCurrency(invoice.currency) ? exponentOf(invoice.currency) : 2;
  const text = (value: Decimal) => Decimal.text(Decimal.round(value, digits));
  const lines = invoice.lines.map((line) => lineNet(line, digits));
  const nets = invoice.lines.map((line, index) => number(line.netAmount ?? lines[index]));
  const sum = (list: readonly ReadAllowanceCharge[]) => Decimal.sum(list.map(({ amount }) => number(amount)));
  const [lineTotal, allowances, charges] = [Decimal.sum(nets), sum(invoice.allowances), sum(invoice.charges)];
  const net = Decimal.add(Decimal.sub(lineTotal, allowances), charges);

  const rows = new Map<string, { category?: string; rate?: string; base: Decimal }>();
  const add = (category: string | undefined, rate: string | undefined, amount: Decimal) => {
    const key = `${category ?? ""} ${rate === undefined ? "" : Decimal.shortText(number(rate))}`;
    const row = rows.get(key) ?? { category, rate, base: Decimal.zero };
    rows.set(key, { ...row, base: Decimal.add(row.base, amount) });
  };
  invoice.lines.forEach((line, index) => add(line.vatCategory, line.vatRate, nets[index]!));
  for (const item of invoice.allowances) add(item.vatCategory, item.vatRate, Decimal.negate(number(item.amount)));
  for (const item of invoice.charges) add(item.vatCategory, item.vatRate, number(item.amount));
  const vatBreakdown = [...rows.values()].sort(byCategoryAndRate).map(({ category, rate, base }) => ({
    ...(category !== undefined && { category }),
    ...(rate !== undefined && { rate }),
    base: text(base),
    tax: text(Decimal.mul(Decimal.mul(base, number(rate)), Decimal.of(1, 2))),
    ...exemptionOf(invoice, category),
  }));
  const vat = Decimal.sum(vatBreakdown.map(({ tax }) => number(tax)));
  const gross = Decimal.add(net, vat);
  const { prepaid, rounding } = invoice.totals ?? {};
  return {
    lines,
    vatBreakdown,
    totals: {
      lineTotal: text(lineTotal),
      ...(invoice.allowances.length > 0 && { allowanceTotal: text(allowances) }),
      ...(invoice.charges.length > 0 && { chargeTotal: text(charges) }),
      netTotal: text(net),
      vatTotal: text(vat),
      grossTotal: text(gross),
      ...(prepaid !== undefined && { prepaid }),
      ...(rounding !== undefined && { rounding }),
      amountDue: text(Decimal.add(Decimal.sub(gross, number(prepaid)), number(rounding))),
    },
  };
}

/** Every amount that the invoice states and could have been computed, both beside each other, in the order of the document. */
export function statedAmounts(invoice: ReadInvoice): StatedAmount[] {
  const computed = computedAmounts(invoice);
  const keyOf = ({ category, rate }: Loose<VatBreakdownRow>) => `${category ?? ""} ${rate === undefined ? "" : Decimal.shortText(number(rate))}`;
  const rows = new Map(computed.vatBreakdown.map((row) => [keyOf(row), row]));
  const totals = (Object.keys({ ...computed.totals, ...invoice.totals }) as (keyof ComputedAmounts["totals"])[]).filter((name) => (name as string) !== "vatTotalInVatCurrency");
  return [
    ...invoice.lines.map((line, index) => compared(`lines[${index}].netAmount`, line.netAmount, computed.lines[index])),
    ...invoice.vatBreakdown.flatMap((row, index) => {
      const own = rows.get(keyOf(row));
      return [compared(`vatBreakdown[${index}].base`, row.base, own?.base), compared(`vatBreakdown[${index}].tax`, row.tax, own?.tax)];
    }),
    ...totals.map((name) => compared(`totals.${name}`, invoice.totals?.[name], computed.totals[name])),
  ];
}

/** The invoice with what is not stated filled in: line nets, VAT breakdown, totals. What is stated stays, right or wrong. */
export function completed<T extends ReadInvoice>(invoice: T): T {
  const nets = invoice.lines.some(({ netAmount }) => netAmount === undefined) ? computedAmounts(invoice).lines : [];
  const lines = invoice.lines.map((line, index) => (line.netAmount === undefined ? { ...line, netAmount: nets[index] } : line));
  const computed = computedAmounts({ ...invoice, lines } as ReadInvoice);
  return {
    ...invoice,
    lines,
    vatBreakdown: invoice.vatBreakdown.length > 0 ? invoice.vatBreakdown : computed.vatBreakdown,
    totals: { ...computed.totals, ...invoice.totals },
  };
}

function lineNet(line: ReadLine, digits: number): string | undefined {
  const [quantity, price, base] = [Decimal.tryParse(line.quantity), Decimal.tryParse(line.unitPrice), Decimal.tryParse(line.baseQuantity ?? "1")];
  if (quantity === null || price === null || base === null || Decimal.isZero(base)) return undefined;
  const sum = (list: readonly ReadAllowanceCharge[]) => Decimal.sum(list.map(({ amount }) => number(amount)));
  const gross = Decimal.div(Decimal.mul(quantity, price), base, digits);
  return Decimal.text(Decimal.round(Decimal.add(Decimal.sub(gross, sum(line.allowances)), sum(line.charges)), digits));
}

function compared(path: string, stated: string | undefined, computed: string | undefined): StatedAmount {
  const difference = stated === undefined || computed === undefined ? Decimal.zero : Decimal.sub(number(stated), number(computed));
  return {
    path, ...(stated !== undefined && { stated }), ...(computed !== undefined && { computed }),
    ...(!Decimal.isZero(difference) && { difference: Decimal.shortText(difference) }),
  };
}

// The reason someone wrote goes before the one that the category has by itself.
function exemptionOf(invoice: ReadInvoice, category: string | undefined): Pick<Loose<VatBreakdownRow>, "exemptionReason" | "exemptionReasonCode"> {
  const { exemptionReason, exemptionReasonCode } = invoice.vatBreakdown.find((row) => row.category === category) ?? {};
  if (exemptionReason !== undefined || exemptionReasonCode !== undefined) return { ...(exemptionReason !== undefined && { exemptionReason }), ...(exemptionReasonCode !== undefined && { exemptionReasonCode }) };
  const exemption = category !== undefined && isVatCategory(category) ? vatCategoryRule(category).exemption : undefined;
  return exemption === undefined ? {} : { exemptionReason: exemption.reason, ...(exemption.code !== undefined && { exemptionReasonCode: exemption.code }) };
}

function byCategoryAndRate(one: { category?: string; rate?: string }, other: { category?: string; rate?: string }): number {
  const place = ({ category }: { category?: string }) => vatCategories.findIndex((rule) => rule.category === category);
  return place(one) - place(other) || Decimal.compare(number(other.rate), number(one.rate));
}

function number(text: string | undefined): Decimal {
  return Decimal.tryParse(text) ?? Decimal.zero;
}
