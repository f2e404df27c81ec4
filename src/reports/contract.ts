import { z } from "zod";
import { Uuid } from "../platform/fields.ts";

export const HomeQuery = z.object({ companyId: Uuid.optional().describe("All companies when absent") });

/** Amounts of different currencies are never added: one row each. */
const Sums = z.array(z.object({ currency: z.string(), amount: z.string() }));
const Counted = z.object({ count: z.number().int(), sums: Sums });

export const BucketKey = z.enum(["not_due", "days_1_30", "days_31_60", "days_61_90", "over_90"]);
export const Ageing = z.object({ currency: z.string(), total: z.string(), buckets: z.array(z.object({ key: BucketKey, amount: z.string(), count: z.number().int() })).describe("All five, by days after the due date") });
export type Ageing = z.infer<typeof Ageing>;

export const Week = z.object({
  start: z.string().describe("Its Monday"), ahead: z.boolean().describe("This week and later: expected, not past"), in: z.string(), out: z.string(),
});
export const Flow = z.object({
  currency: z.string(), weeks: z.array(Week).describe("Four weeks past, this one and seven ahead"),
  tight: z.object({ start: z.string(), in: z.string(), out: z.string(), largest: z.object({ name: z.string(), amount: z.string(), approved: z.boolean() }).nullable() }).nullable()
    .describe("The week ahead in which most more falls due than is expected"),
});
export type Flow = z.infer<typeof Flow>;

export const NextItem = z.object({
  date: z.string(), kind: z.enum(["proposal_ends", "invoice_due", "received_due"]), id: z.string(), name: z.string(), amount: z.string().describe("Negative: money that leaves"), currency: z.string(),
});

export const HomeView = z.object({
  today: z.string(),
  needs: z.object({
    bankChanged: Counted.extend({ id: z.string().nullable(), supplier: z.string().nullable() }),
    review: Counted.extend({ doubtful: z.number().int().describe("How many of them have a question that stops approval"), oldestAt: z.iso.datetime().nullable() }),
    unreadable: z.object({ count: z.number().int() }),
    approve: Counted.extend({ dueSoon: z.number().int().describe("Due within eight days, or late") }),
    overdue: Counted.extend({ oldestDays: z.number().int(), owesMost: z.string().nullable() }),
    proposalsEnding: z.array(z.object({ id: z.string(), title: z.string(), customerName: z.string().nullable(), views: z.number().int(), daysLeft: z.number().int(), amount: z.string(), currency: z.string() })),
    acceptedDrafts: Counted.describe("Drafts made from accepted proposals, not issued yet"),
    failedMail: z.object({ count: z.number().int(), recipient: z.string().nullable() }),
    unallocated: Counted.describe("Payments of which something is left"),
  }),
  owed: z.array(Ageing).describe("Issued invoices, what is open"),
  owing: z.array(Ageing).describe("Received invoices that were read and not exported, rejected or found to be duplicates"),
  flows: z.array(Flow),
  capture: z.object({
    days: z.number().int(), read: z.number().int(), proven: z.number().int().describe("All sums proved"), approved: z.number().int(),
    untouched: z.number().int().describe("Approved without a value being corrected"), corrected: z.array(z.string()).describe("Fields corrected most"), medianMs: z.number().int().nullable(),
  }),
  next: z.array(NextItem).describe("The next seven days"),
});
export type HomeView = z.infer<typeof HomeView>;
