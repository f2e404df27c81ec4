import { Decimal, Money, exponentOf, formatAmount, toDecimal } from "@counterfoil/money";
import type { DocumentChangePart, Totals, TotalsInput, TotalsLine, LineTotals } from "./totals.ts";
import type { AllowanceCharge, DocumentAllowanceCharge, Invoice, InvoiceLine, VatBreakdownRow } from "./types.ts";
import { vatCategoryRule } from "./vat.ts";

/** The terms of an `Invoice` that totals decide; everything else (names, dates, parties) is the document's own. */
export type SemanticAmounts = Pick<Invoice, "currency" | "totals" | "vatBreakdown" | "allowances" | "charges"> & {
  lines: Pick<InvoiceLine, "quantity" | "unitPrice" | "baseQuantity" | "netAmount" | "vatCategory" | "vatRate" | "allowances" | "charges">[];
};

/**
 * Totals as EN 16931 terms, ready to be merged into an `Invoice`. Inclusive unit prices become net ones with as many
 * digits as it takes for price × quantity to give the line net; a discount on such a line is then part of the price. A negative unit price moves its
 * sign to the quantity (BR-27). Withholdings are shown as prepaid, for the standard has no term of their own.
 * Throws RangeError for lines with further taxes: EN 16931 knows VAT only.
 */
export function semanticAmounts(input: TotalsInput, totals: Totals): SemanticAmounts {
  if (totals.vatBreakdown.some((row) => row.furtherTaxes.length > 0)) throw new RangeError("EN 16931 knows VAT only: a document with further taxes cannot become an e-invoice.");
  const prepaid = Money.sub(totals.prepaid, totals.withheld);
  return {
    currency: totals.currency,
    lines: input.lines.map((line, index) => lineTerms(line, totals.lines[index]!, totals)),
    allowances: totals.allowances.map((part) => changeTerms(part, "Discount")),
    charges: totals.charges.map((part) => changeTerms(part, "Charge")),
    vatBreakdown: totals.vatBreakdown.map((row): VatBreakdownRow => {
      const { exemption } = vatCategoryRule(row.category);
      return {
        category: row.category,
        ...rateTerm("rate", row),
        base: formatAmount(row.base),
        tax: formatAmount(row.tax),
        ...(exemption !== undefined && { exemptionReason: exemption.reason }),
        ...(exemption?.code !== undefined && { exemptionReasonCode: exemption.code }),
      };
    }),
    totals: {
      lineTotal: formatAmount(totals.lineTotal),
      ...(totals.allowances.length > 0 && { allowanceTotal: formatAmount(totals.allowanceTotal) }),
      ...(totals.charges.length > 0 && { chargeTotal: formatAmount(totals.chargeTotal) }),
      netTotal: formatAmount(totals.netTotal),
      vatTotal: formatAmount(totals.vatTotal),
      grossTotal: formatAmount(totals.grossTotal),
      ...(!Money.isZero(prepaid) && { prepaid: formatAmount(prepaid) }),
      ...(!Money.isZero(totals.rounding) && { rounding: formatAmount(totals.rounding) }),
      amountDue: formatAmount(totals.amountDue),
    },
  };
}

function lineTerms(line: TotalsLine, amounts: LineTotals, { prices }: Totals): SemanticAmounts["lines"][number] {
  const base = Decimal.parse(line.baseQuantity ?? "1");
  const net = prices === "inclusive" ? netPrice(line, amounts.net, base) : { quantity: Decimal.parse(line.quantity), price: Decimal.parse(line.unitPrice) };
  const flipped = Decimal.isNegative(net.price);
  const change = lineChange(line, amounts, prices);
  return {
    quantity: Decimal.shortText(flipped ? Decimal.negate(net.quantity) : net.quantity),
    unitPrice: Decimal.shortText(Decimal.abs(net.price)),
    ...(line.baseQuantity !== undefined && !Decimal.equals(base, Decimal.one) && { baseQuantity: Decimal.shortText(base) }),
    netAmount: formatAmount(amounts.net),
    vatCategory: line.vat.category,
    ...rateTerm("vatRate", line.vat),
    // A "discount" below zero raises the line: EN 16931 calls that a charge and wants it positive.
    allowances: change.filter(({ amount }) => !amount.startsWith("-")),
    charges: change.filter(({ amount }) => amount.startsWith("-")).map((charge) => ({ ...charge, amount: charge.amount.slice(1) })),
  };
}

/** The net price with the fewest digits (two at least) whose product with the quantity rounds to the line net. */
function netPrice(line: TotalsLine, net: Money, base: Decimal): { quantity: Decimal; price: Decimal } {
  const quantity = Decimal.parse(line.quantity);
  const exponent = exponentOf(net.currency);
  const exact = toDecimal(net);
  if (Decimal.isZero(quantity)) return { quantity, price: Decimal.zero };
  for (let digits = exponent; ; digits += 1) {
    const price = Decimal.div(Decimal.mul(exact, base), quantity, digits);
    if (Decimal.equals(Decimal.div(Decimal.mul(price, quantity), base, exponent), exact)) return { quantity, price };
  }
}

function lineChange({ quantity, discount }: TotalsLine, amounts: LineTotals, prices: Totals["prices"]): AllowanceCharge[] {
  // With inclusive prices the discount is part of the net price, unless there is no quantity which a price could act on.
  const outsidePrice = Decimal.isZero(Decimal.parse(quantity)) ? Money.negate(amounts.net) : Money.zero(amounts.net.currency);
  const amount = prices === "inclusive" ? outsidePrice : amounts.discount;
  if (Money.isZero(amount)) return [];
  const byPercent = prices !== "inclusive" && discount !== undefined && "percent" in discount && !discount.percent.startsWith("-");
  return [{ amount: formatAmount(amount), ...(byPercent && { base: formatAmount(amounts.gross), percent: shortest(discount.percent) }), reason: "Discount" }];
}

function changeTerms(part: DocumentChangePart, defaultReason: string): DocumentAllowanceCharge {
  return {
    amount: formatAmount(part.amount),
    ...(part.base !== undefined && part.percent !== undefined && { base: formatAmount(part.base), percent: shortest(part.percent) }),
    reason: part.reason ?? defaultReason, // BR-33, BR-38: a reason or a code there must be
    ...(part.reasonCode !== undefined && { reasonCode: part.reasonCode }),
    vatCategory: part.category,
    ...rateTerm("vatRate", part),
  };
}

// BR-O-05 and its like: outside the scope of VAT there is no rate, not even zero.
function rateTerm<Name extends string>(name: Name, { category, rate }: Pick<DocumentChangePart, "category" | "rate">): { [Key in Name]?: string } {
  return (vatCategoryRule(category).rate === "none" ? {} : { [name]: shortest(rate) }) as { [Key in Name]?: string };
}

function shortest(text: string): string {
  return Decimal.shortText(Decimal.parse(text));
}
