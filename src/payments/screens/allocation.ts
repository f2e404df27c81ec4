import { formatAmount, money, Money, parseAmount } from "@counterfoil/money";
import { spend } from "../policy.ts";

/** An invoice that can take money, oldest due first. Amounts are decimal text. */
export type OpenInvoice = { id: string; number: string | null; title: string | null; dueDate: string | null; daysOverdue: number; open: string; currency: string };

export const isAmount = (text: string): boolean => /^-?\d{1,15}(\.\d{1,4})?$/.test(text);
const zero = (currency: string) => parseAmount("0", currency);
/** Decimal text as money; anything that is not an amount of the currency counts as nothing. */
export function moneyOf(text: string, currency: string): Money {
  if (!isAmount(text)) return zero(currency);
  try {
    return parseAmount(text, currency);
  } catch {
    return zero(currency);
  }
}
export const isAbove = (text: string): boolean => isAmount(text) && !text.startsWith("-") && /[1-9]/.test(text);

/** The oldest due first, as far as the money reaches: amount by invoice id, as the server shares it. */
export function oldestFirst(invoices: readonly OpenInvoice[], available: string, currency: string): Record<string, string> {
  const amount = moneyOf(available, currency).minor;
  const parts = spend(amount > 0n ? amount : 0n, invoices.map((invoice) => ({ id: invoice.id, open: moneyOf(invoice.open, currency).minor })));
  return Object.fromEntries(parts.map((part) => [part.id, formatAmount(money(part.amount, currency))]));
}

/** What the shares add up to, and what of the money is left over; negative when the shares ask for more than there is. */
export function leftOf(available: string, shares: Readonly<Record<string, string>>, currency: string): { used: Money; left: Money } {
  const used = Object.values(shares).reduce((sum, share) => Money.add(sum, moneyOf(share, currency)), zero(currency));
  return { used, left: Money.sub(moneyOf(available, currency), used) };
}

/** Oldest due first; those without a due date last. */
export const byDue = <One extends { dueDate: string | null }>(invoices: readonly One[]): One[] => [...invoices].sort((a, b) => (a.dueDate ?? "9999").localeCompare(b.dueDate ?? "9999"));

/** Why the shares cannot be taken, as a sentence; null when they can. */
export function whyNotShares(invoices: readonly OpenInvoice[], shares: Readonly<Record<string, string>>, available: string, currency: string): string | null {
  for (const invoice of invoices) {
    const share = shares[invoice.id] ?? "";
    if (share === "") continue;
    if (!isAmount(share) || share.startsWith("-")) return `${invoice.number}: write an amount like 1234.50`;
    if (moneyOf(share, currency).minor > moneyOf(invoice.open, currency).minor) return `${invoice.number} has only ${invoice.open} open`;
  }
  return leftOf(available, shares, currency).left.minor < 0n ? "More is shared out than arrived" : null;
}
