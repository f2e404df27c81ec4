import type { Stage, Tone } from "../../web/kit.ts";
import type { EntryView, NewPayment, PaymentView } from "../contract.ts";

export const methodWords: Record<NewPayment["method"], string> = { transfer: "Transfer", card: "Card", cash: "Cash", direct_debit: "Direct debit", cheque: "Cheque", other: "Other" };
export const methodOptions = Object.entries(methodWords).map(([value, label]) => ({ value: value as NewPayment["method"], label }));

/** Everything that shows what an invoice or customer owes. */
export const paymentCaches = ["/api/payments", "/api/payments/{id}", "/api/invoices", "/api/invoices/{id}", "/api/invoices/counts", "/api/invoices/{id}/payments", "/api/customers/{id}/balance"] as const;

/** How a payment's use is shown: the shape tells the stage, the colour whether it needs somebody. */
export const paymentLook: Record<PaymentView["state"], { stage: Stage; tone?: Tone; word: string }> = {
  unallocated: { stage: "open", tone: "doubt", word: "Not used yet" }, part_allocated: { stage: "underWay", tone: "doubt", word: "Part used" }, allocated: { stage: "done", word: "Used" },
  refunded: { stage: "ended", word: "Refunded" }, reversed: { stage: "ended", word: "Reversed" },
};

/** An entry of the ledger in words, without its amount. */
export function entryWords(entry: EntryView): string {
  const invoice = entry.invoiceNumber ?? "an invoice";
  switch (entry.kind) {
    case "receive": return "Received";
    case "credit": return `Credit of ${entry.creditNoteNumber ?? "a credit note"}`;
    case "allocate": return entry.creditNoteNumber ? `${entry.creditNoteNumber} used on ${invoice}` : `Used on ${invoice}`;
    case "unallocate": return `Taken off ${invoice}`;
    case "refund": return "Paid back";
    case "write_off": return `Written off: ${(entry.writeOffKind ?? "other").replaceAll("_", " ")}`;
    case "recover": return "Write-off taken back";
    case "reverse": return "Reversed";
  }
}
