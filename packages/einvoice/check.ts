import { Decimal } from "@counterfoil/money";
import type { ReadInvoice } from "./types.ts";

/** One equation over an invoice's amounts. `operands` are paths of terms: "totals.netTotal", "lines[0].netAmount". */
export type TotalsCheck = {
  /** "BR-CO-10" … "BR-CO-17" (EN 16931), or "BT-131" for a line's quantity × price. */
  rule: string;
  holds: boolean;
  /** With the numbers put in: "3760.40 + 864.89 = 4625.29". */
  equation: string;
  /** What is stated less what follows from the rest, when they differ: "-0.01". */
  difference?: string;
  /** True when it does not hold to the cent, but the published validators let it pass: CEN a tax off by 1, Peppol a line off by up to 0.02. */
  tolerated?: true;
  operands: string[];
};

const slack: Record<string, Decimal> = { "BR-CO-17": Decimal.one, "BT-131": Decimal.of(2, 2) };

type Operand = { path: string; text: string | undefined; sign?: "+" | "-" };

/**
 * Checks a received invoice's totals to the cent; `tolerated` marks what validators let pass, for a cent off is worth
 * knowing. An equation with an absent operand is left out, except that allowances, charges, prepaid and rounding count as zero.
 */
export function checkTotals(invoice: ReadInvoice): TotalsCheck[] {
  const totals = invoice.totals ?? {};
  const { lineTotal, allowanceTotal, chargeTotal, netTotal, vatTotal, grossTotal, prepaid, rounding, amountDue } = totals;
  const at = (name: keyof typeof totals, text: string | undefined, sign: "+" | "-" = "+"): Operand => ({ path: `totals.${name}`, text, sign });
  const optional = (operand: Operand): Operand[] => (operand.text === undefined ? [] : [operand]);
  const amounts = (list: readonly { amount?: string }[], path: string) => list.map((item, index): Operand => ({ path: `${path}[${index}].amount`, text: item.amount }));
  const lines = invoice.lines.map((line, index): Operand => ({ path: `lines[${index}].netAmount`, text: line.netAmount }));
  const taxes = invoice.vatBreakdown.map((row, index): Operand => ({ path: `vatBreakdown[${index}].tax`, text: row.tax }));
  const checks = [
    ...invoice.lines.map((_, index) => lineCheck(invoice, index)),
    lines.length > 0 ? sumCheck("BR-CO-10", lines, at("lineTotal", lineTotal)) : null,
    invoice.allowances.length > 0 ? sumCheck("BR-CO-11", amounts(invoice.allowances, "allowances"), at("allowanceTotal", allowanceTotal)) : null,
    invoice.charges.length > 0 ? sumCheck("BR-CO-12", amounts(invoice.charges, "charges"), at("chargeTotal", chargeTotal)) : null,
    sumCheck("BR-CO-13", [at("lineTotal", lineTotal), ...optional(at("allowanceTotal", allowanceTotal, "-")), ...optional(at("chargeTotal", chargeTotal))], at("netTotal", netTotal)),
    taxes.length > 0 ? sumCheck("BR-CO-14", taxes, at("vatTotal", vatTotal)) : null,
    sumCheck("BR-CO-15", [at("netTotal", netTotal), at("vatTotal", vatTotal)], at("grossTotal", grossTotal)),
    sumCheck("BR-CO-16", [at("grossTotal", grossTotal), ...optional(at("prepaid", prepaid, "-")), ...optional(at("rounding", rounding))], at("amountDue", amountDue)),
    ...invoice.vatBreakdown.map((_, index) => taxCheck(invoice, index)),
  ];
  return checks.filter((check) => check !== null);
}

function sumCheck(rule: string, terms: readonly Operand[], stated: Operand): TotalsCheck | null {
  const values = terms.map(({ text, sign }) => ({ value: Decimal.tryParse(text), sign }));
  const result = Decimal.tryParse(stated.text);
  if (result === null || values.some(({ value }) => value === null)) return null;
  const sum = values.reduce((total, { value, sign }) => (sign === "-" ? Decimal.sub(total, value!) : Decimal.add(total, value!)), Decimal.zero);
  const left = terms.map(({ text, sign }, index) => (index === 0 ? text! : `${sign === "-" ? "−" : "+"} ${text!}`)).join(" ");
  return compared(rule, left, sum, result, stated.text!, [...terms, stated].map(({ path }) => path));
}

function lineCheck(invoice: ReadInvoice, index: number): TotalsCheck | null {
  const line = invoice.lines[index]!;
  const [quantity, price, net] = [line.quantity, line.unitPrice, line.netAmount].map((text) => Decimal.tryParse(text));
  const base = Decimal.parse(line.baseQuantity ?? "1");
  if (!quantity || !price || !net || Decimal.isZero(base)) return null;
  const product = Decimal.div(Decimal.mul(quantity, price), base, 2);
  const sumOf = (list: readonly { amount?: string }[]) => Decimal.sum(list.map(({ amount }) => Decimal.tryParse(amount) ?? Decimal.zero));
  const [allowances, charges] = [sumOf(line.allowances), sumOf(line.charges)];
  const expected = Decimal.add(Decimal.sub(product, allowances), charges);
  const factor = line.baseQuantity === undefined || Decimal.equals(base, Decimal.one) ? "" : ` ÷ ${line.baseQuantity}`;
  const changes = `${Decimal.isZero(allowances) ? "" : ` − ${Decimal.text(allowances)}`}${Decimal.isZero(charges) ? "" : ` + ${Decimal.text(charges)}`}`;
  const operands = ["quantity", "unitPrice", "netAmount"].map((name) => `lines[${index}].${name}`);
  return compared("BT-131", `${line.quantity} × ${line.unitPrice}${factor}${changes}`, expected, net, line.netAmount!, operands);
}

function taxCheck(invoice: ReadInvoice, index: number): TotalsCheck | null {
  const row = invoice.vatBreakdown[index]!;
  const [base, rate, tax] = [row.base, row.rate, row.tax].map((text) => Decimal.tryParse(text));
  if (!base || !rate || !tax) return null;
  const expected = Decimal.round(Decimal.mul(Decimal.mul(base, rate), Decimal.of(1, 2)), 2);
  const operands = ["base", "rate", "tax"].map((name) => `vatBreakdown[${index}].${name}`);
  return compared("BR-CO-17", `${row.base} × ${row.rate} %`, expected, tax, row.tax!, operands);
}

function compared(rule: string, left: string, expected: Decimal, stated: Decimal, statedText: string, operands: string[]): TotalsCheck {
  const difference = Decimal.sub(stated, expected);
  const holds = Decimal.isZero(difference);
  const tolerated = !holds && slack[rule] !== undefined && Decimal.compare(Decimal.abs(difference), slack[rule]) <= 0;
  return {
    rule, holds, equation: `${left} = ${statedText}`,
    ...(!holds && { difference: Decimal.shortText(difference) }), ...(tolerated && { tolerated: true as const }), operands,
  };
}
