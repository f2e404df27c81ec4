import { declareRefusals } from "../platform/refusal.ts";

export const { refuse, refuseIf, explain } = declareRefusals({
  received_in_future: [409, "The money is dated {date}, which has not come yet. Choose today or an earlier day."],
  payment_reversed: [409, "This payment was reversed on {date}. Record it again if the money came after all."],
  entry_not_allocation: [409, "Only an allocation can be taken back. Choose one from this list."],
  entry_undone: [409, "This allocation was taken back already."],
  nothing_left: [409, "Nothing of this is left to use."],
  nothing_open: [409, "{number} has nothing open."],
  nothing_to_reverse: [409, "All of this payment was refunded, so there is nothing to reverse."],
  refund_exceeds_left: [409, "Only {left} is not used on invoices. Take an allocation back first, or refund less."],
  allocations_exceed_payment: [409, "The allocations come to {sum}, more than the {amount} there are."],
});

export type PaymentFacts = { amount: bigint; allocated: bigint; refunded: bigint; reversed: boolean };

/** Where a payment stands, derived from its sums. */
export function paymentState(facts: PaymentFacts): "unallocated" | "part_allocated" | "allocated" | "refunded" | "reversed" {
  if (facts.reversed) return "reversed";
  if (facts.allocated === 0n) return facts.refunded === facts.amount ? "refunded" : "unallocated";
  return facts.allocated + facts.refunded === facts.amount ? "allocated" : "part_allocated";
}

/**
 * Spends an amount on invoices in the order given (oldest due first, A4): each gets what it needs until nothing is left.
 * Amounts in minor units; invoices that get nothing are left out.
 */
export function spend(amount: bigint, invoices: readonly { id: string; open: bigint }[]): { id: string; amount: bigint }[] {
  let left = amount;
  return invoices.map(({ id, open }) => {
    const part = open < left ? open : left;
    left -= part;
    return { id, amount: part };
  }).filter((part) => part.amount > 0n);
}
