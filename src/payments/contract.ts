import { z } from "zod";
import { Currency, optionalLine } from "../companies/contract.ts";
import { CivilDateText, MoneyText, text, Uuid } from "../platform/fields.ts";

/** An amount above zero. */
export const PositiveMoney = MoneyText.refine((value) => !value.startsWith("-") && /[1-9]/.test(value), "Write an amount above zero.");

export const PaymentMethod = z.enum(["transfer", "card", "cash", "direct_debit", "cheque", "other"]);
export const AllocationInput = z.object({ invoiceId: Uuid, amount: PositiveMoney });

/** Money that arrived. Without `allocations` it goes to the oldest due first (A4); what is left is the customer's credit. */
export const NewPayment = z.object({
  companyId: Uuid, customerId: Uuid, receivedOn: CivilDateText, amount: PositiveMoney, currency: Currency,
  method: PaymentMethod.default("transfer"), reference: optionalLine(200), note: optionalLine(500),
  allocations: z.union([z.literal("oldest_due"), z.literal("none"), z.array(AllocationInput).max(500)]).default("oldest_due"),
});
export type NewPayment = z.infer<typeof NewPayment>;

export const Allocate = z.object({ allocations: z.union([z.literal("oldest_due"), z.array(AllocationInput).min(1).max(500)]) });
export const Unallocate = z.object({ entryId: Uuid, reason: text(500, 1) });
export const Refund = z.object({ amount: PositiveMoney, date: CivilDateText.optional(), reason: text(500, 1) });
export const ReversePayment = z.object({ reason: text(500, 1), date: CivilDateText.optional() });
/** Closes what is open without money (A8, A9); `kind` says why, for the books. */
export const WriteOff = z.object({
  amount: PositiveMoney.optional().describe("All that is open when absent"), date: CivilDateText.optional(),
  kind: z.enum(["bad_debt", "bank_fee", "discount", "rounding", "other"]), taxTreatment: z.enum(["tax_stays_due", "tax_reclaimed", "none"]).default("none"),
  reason: text(500, 1),
});
export const Recover = z.object({ amount: PositiveMoney.optional().describe("All that was written off when absent"), date: CivilDateText.optional(), reason: text(500, 1) });

export const EntryKind = z.enum(["receive", "credit", "allocate", "unallocate", "refund", "write_off", "recover", "reverse"]);
/** One entry of the append-only ledger. `amount` is above zero; the kind says which way it went. */
export const EntryView = z.object({
  id: z.string(), kind: EntryKind, date: z.string(), amount: z.string(), currency: z.string(),
  paymentId: z.string().nullable(), creditNoteId: z.string().nullable(), creditNoteNumber: z.string().nullable(),
  invoiceId: z.string().nullable(), invoiceNumber: z.string().nullable(), undoes: z.string().nullable(), undone: z.boolean(),
  reason: z.string().nullable(), writeOffKind: z.string().nullable(), by: z.string(), at: z.iso.datetime(),
});
export type EntryView = z.infer<typeof EntryView>;

/** Derived: unallocated (nothing used), part_allocated, allocated, refunded, reversed. */
export const PaymentState = z.enum(["unallocated", "part_allocated", "allocated", "refunded", "reversed"]);
export const PaymentView = z.object({
  id: z.string(), companyId: z.string(), customerId: z.string(), customerName: z.string(), receivedOn: z.string(), amount: z.string(), currency: z.string(),
  allocated: z.string(), refunded: z.string(), unallocated: z.string(), state: PaymentState, method: PaymentMethod, reference: z.string().nullable(), note: z.string().nullable(),
  provider: z.string().nullable(), reversedAt: z.iso.datetime().nullable(), createdAt: z.iso.datetime(),
  invoices: z.array(z.object({ invoiceId: z.string(), number: z.string(), amount: z.string() })).describe("What it pays now"),
});
export type PaymentView = z.infer<typeof PaymentView>;
export const PaymentDetail = PaymentView.extend({ entries: z.array(EntryView) });
export const PaymentFilter = z.object({
  companyId: Uuid.optional(), customerId: Uuid.optional(), state: z.enum(["all", "unallocated", "reversed"]).default("all").describe("unallocated: something is left to use"),
  search: z.string().trim().max(200).optional().describe("Part of customer, reference or invoice number; an amount finds that payment"),
  from: CivilDateText.optional(), until: CivilDateText.optional(),
});
export const InvoicePayments = z.object({ items: z.array(EntryView), open: z.string(), currency: z.string() });
export const CustomerBalance = z.object({
  customerId: z.string(),
  balances: z.array(z.object({ currency: z.string(), open: z.string(), overdue: z.string(), credit: z.string(), balance: z.string().describe("open − credit"), openInvoices: z.number().int() })),
});
export type CustomerBalance = z.infer<typeof CustomerBalance>;
