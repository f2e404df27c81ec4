import { z } from "zod";
import { Currency, Locale, optionalLine, optionalText } from "../companies/contract.ts";
import { DeliveryState } from "../deliveries/contract.ts";
import { UnitCode } from "../items/contract.ts";
import { EinvoiceFormat } from "../parties/contract.ts";
import { CivilDateText, DecimalText, MoneyText, nameText, PercentText, text, Uuid, VatCategory } from "../platform/fields.ts";

/** A reduction: an amount, or a percent. */
const Change = z.union([z.object({ amount: MoneyText }).strict(), z.object({ percent: PercentText }).strict()]);

/** One line of a draft. Amounts are computed by the server; what a client might send of them is ignored. */
export const LineInput = z.object({
  id: Uuid.optional().describe("Keeps a line's identity from save to save; made by the server when absent"),
  itemId: Uuid.nullable().default(null),
  group: optionalLine(200).describe("Heading over consecutive lines of the same group"),
  name: nameText(300),
  description: optionalText(4000),
  quantity: DecimalText.default("1"),
  unit: UnitCode.default("C62"),
  unitPrice: DecimalText,
  discount: Change.nullable().default(null),
  vatCategory: VatCategory,
  vatRate: PercentText.default("0"),
  exemptionReason: optionalLine(300).describe("Printed legal text where the category needs one; the usual words when absent"),
  proposalLineId: Uuid.nullable().default(null),
});
export type LineInput = z.infer<typeof LineInput>;

/** Allowance or charge on the whole document, spread over the tax groups. */
export const DocumentChangeInput = z.object({ kind: z.enum(["allowance", "charge"]), change: Change, reason: optionalLine(200) });

const draftShape = {
  customerId: Uuid.nullable().default(null),
  seriesId: Uuid.nullable().default(null).describe("The company's default series when absent"),
  currency: Currency,
  locale: Locale.nullable().default(null).describe("Language and formats on paper; the customer's, else the company's, when absent"),
  issueDate: CivilDateText.nullable().default(null).describe("The day of issuing when absent"),
  dueDate: CivilDateText.nullable().default(null),
  termsDays: z.number().int().min(0).max(365).nullable().default(null).describe("When there is no due date: days from issue; the customer's, else the company's, when absent"),
  deliveryDate: CivilDateText.nullable().default(null),
  periodStart: CivilDateText.nullable().default(null), periodEnd: CivilDateText.nullable().default(null),
  title: optionalLine(200),
  purchaseOrder: optionalLine(100), buyerReference: optionalLine(100), contractReference: optionalLine(100),
  intro: optionalText(8000).describe("A little Markdown, before the lines"),
  note: optionalText(8000).describe("A little Markdown, below the totals"),
  internalNote: optionalText(8000).describe("Never printed; may change after issue"),
  einvoiceFormat: EinvoiceFormat.nullable().default(null).describe("The customer's when absent"),
  prices: z.enum(["net", "inclusive"]).default("net"),
  taxRounding: z.enum(["document", "line"]).default("document"),
  template: z.enum(["ledger", "letter"]).nullable().default(null), paper: z.enum(["a4", "us-letter"]).nullable().default(null),
  lines: z.array(LineInput).max(2000, "At most 2,000 lines.").default([]),
  changes: z.array(DocumentChangeInput).max(20).default([]),
};
export const NewInvoice = z.object({ companyId: Uuid, ...draftShape });
export type NewInvoice = z.infer<typeof NewInvoice>;
/** The whole draft again, with the version that was read: a draft changed elsewhere in between is refused (409). */
export const ChangeInvoice = z.object({ ...draftShape, version: z.number().int() });
export type ChangeInvoice = z.infer<typeof ChangeInvoice>;

export const SendInvoice = z.object({
  to: z.email("Write an address like name@example.com.").max(320),
  toName: optionalLine(200), subject: optionalLine(300), message: optionalText(8000),
});
export const IssueInvoice = z.object({
  version: z.number().int().optional().describe("The version that was looked at; refused when the draft has changed since"),
  issueDate: CivilDateText.optional().describe("BT-2; the draft's, else today in the company's time zone, when absent"),
  send: SendInvoice.optional().describe("Mail it as soon as its PDF is made"),
});
export type IssueInvoice = z.infer<typeof IssueInvoice>;
export const VoidInvoice = z.object({ reason: text(500, 1) });
export const NoteInvoice = z.object({ internalNote: optionalText(8000), tags: z.array(nameText(40)).max(20).default([]) });

/** How much of an invoice to credit: everything that is left, or a quantity or a net amount of some lines. */
export const CreditInvoice = z.object({
  lines: z.union([z.literal("all"), z.array(z.object({
    lineId: Uuid, quantity: DecimalText.optional(), amount: MoneyText.optional().describe("Net amount"),
  }).refine((line) => (line.quantity === undefined) !== (line.amount === undefined), "Say a quantity or an amount, one of them.")).min(1).max(2000)]),
  reason: text(500, 1),
  issueDate: CivilDateText.optional(),
  send: SendInvoice.optional(),
});
export type CreditInvoice = z.infer<typeof CreditInvoice>;

export const DocumentState = z.enum(["draft", "issued", "credited", "void"]);
export const Settlement = z.enum(["unpaid", "part_paid", "paid", "written_off", "credited", "applied"]);

export const VatRowView = z.object({ category: VatCategory, rate: z.string(), base: z.string(), tax: z.string(), reason: z.string().nullable() });
export const TotalsView = z.object({
  lineTotal: z.string(), allowanceTotal: z.string(), chargeTotal: z.string(), netTotal: z.string(), vatTotal: z.string(), grossTotal: z.string(),
  vat: z.array(VatRowView),
});
export type TotalsView = z.infer<typeof TotalsView>;

/** What a form of e-invoice still asks for: the rule's id, and a sentence for people. */
export const EinvoiceNeed = z.object({ rule: z.string(), text: z.string() });
export type EinvoiceNeed = z.infer<typeof EinvoiceNeed>;
export const EinvoiceView = z.object({
  format: EinvoiceFormat.describe("As chosen for the document, else for the customer"),
  form: z.enum(["facturx", "xrechnung", "peppol"]).nullable().describe("What it is, or as a draft would be, issued as; null: a PDF without data"),
  needs: z.array(EinvoiceNeed).max(200).describe("Drafts: what the form still asks for"),
  xml: z.object({ sha256: z.string() }).nullable().describe("The e-invoice that stands alone, once it is made"),
});

export const PartySnapshot = z.object({
  id: z.string().nullable(), name: z.string(), contactName: z.string().nullable(), address: z.array(z.string()), country: z.string().nullable(),
  vatId: z.string().nullable(), taxNumber: z.string().nullable(), registration: z.string().nullable(), email: z.string().nullable(), number: z.string().nullable(),
});

export const LineView = z.object({
  id: z.string(), itemId: z.string().nullable(), group: z.string().nullable(), name: z.string(), description: z.string().nullable(),
  quantity: z.string(), unit: z.string(), unitPrice: z.string(), discount: z.union([z.object({ amount: z.string() }).strict(), z.object({ percent: z.string() }).strict()]).nullable(),
  vatCategory: VatCategory, vatRate: z.string(), exemptionReason: z.string().nullable(), proposalLineId: z.string().nullable(),
  amount: z.string().describe("In the prices of the document, net or inclusive"), net: z.string(),
});

export const InvoiceView = z.object({
  id: z.string(), kind: z.enum(["invoice", "credit_note"]), companyId: z.string(), customerId: z.string().nullable(), number: z.string().nullable(),
  document: DocumentState, settlement: Settlement.nullable().describe("null for drafts and void documents"), daysOverdue: z.number().int(),
  delivery: DeliveryState.nullable().describe("Of the latest mail; null when none was sent"),
  currency: z.string(), locale: z.string().nullable(), seriesId: z.string().nullable(),
  issueDate: z.string().nullable(), dueDate: z.string().nullable(), termsDays: z.number().int().nullable(), deliveryDate: z.string().nullable(),
  periodStart: z.string().nullable(), periodEnd: z.string().nullable(), title: z.string().nullable(),
  purchaseOrder: z.string().nullable(), buyerReference: z.string().nullable(), contractReference: z.string().nullable(),
  intro: z.string().nullable(), note: z.string().nullable(), internalNote: z.string().nullable(), tags: z.array(z.string()),
  prices: z.enum(["net", "inclusive"]), taxRounding: z.enum(["document", "line"]), template: z.enum(["ledger", "letter"]).nullable(), paper: z.enum(["a4", "us-letter"]).nullable(),
  seller: PartySnapshot, customer: PartySnapshot.nullable(),
  lines: z.array(LineView),
  einvoiceFormat: EinvoiceFormat.nullable(), einvoice: EinvoiceView,
  changes: z.array(z.object({ kind: z.enum(["allowance", "charge"]), change: z.union([z.object({ amount: z.string() }).strict(), z.object({ percent: z.string() }).strict()]), reason: z.string().nullable() })),
  totals: TotalsView,
  paid: z.string(), credited: z.string(), writtenOff: z.string(), open: z.string().describe("Amount due now; of a credit note, the credit not yet used"),
  creditsInvoice: z.object({ id: z.string(), number: z.string() }).nullable(), creditNotes: z.array(z.object({ id: z.string(), number: z.string(), total: z.string() })),
  creditReason: z.string().nullable(), proposalId: z.string().nullable(),
  snapshotHash: z.string().nullable().describe("SHA-256 of everything that was frozen at issue, as hex"),
  pdf: z.object({ sha256: z.string(), sizeBytes: z.number() }).nullable().describe("null until it is rendered"),
  issuedAt: z.iso.datetime().nullable(), voidedAt: z.iso.datetime().nullable(), voidReason: z.string().nullable(),
  blockers: z.array(z.object({ code: z.string(), message: z.string() })).describe("Drafts: why it cannot be issued yet"),
  version: z.number().int(), createdAt: z.iso.datetime(), updatedAt: z.iso.datetime(),
});
export type InvoiceView = z.infer<typeof InvoiceView>;

export const InvoiceListRow = z.object({
  id: z.string(), kind: z.enum(["invoice", "credit_note"]), companyId: z.string(), number: z.string().nullable(), customerId: z.string().nullable(), customerName: z.string().nullable(),
  title: z.string().nullable(), issueDate: z.string().nullable(), dueDate: z.string().nullable(), currency: z.string(), total: z.string(), open: z.string(),
  document: DocumentState, settlement: Settlement.nullable(), daysOverdue: z.number().int(), delivery: DeliveryState.nullable(), updatedAt: z.iso.datetime(),
});
export type InvoiceListRow = z.infer<typeof InvoiceListRow>;

/** A tab of the list. "open" is all that is issued and not settled, late or not. */
export const InvoiceTab = z.enum(["all", "draft", "open", "overdue", "part_paid", "paid", "credited", "void", "credit_notes"]);
export const InvoiceFilter = z.object({
  companyId: Uuid.optional(), customerId: Uuid.optional(), tab: InvoiceTab.default("all"),
  search: z.string().trim().max(200).optional().describe("Part of number, customer, title or order; an amount finds that total"),
  from: CivilDateText.optional().describe("Issue date"), until: CivilDateText.optional(),
});
export const InvoiceCounts = z.object({
  counts: z.record(InvoiceTab, z.number().int()),
  open: z.array(z.object({ currency: z.string(), open: z.string(), overdue: z.string(), count: z.number().int() })).describe("What customers owe, per currency; never added over currencies (F5)"),
});

export const CreditableView = z.object({
  invoiceId: z.string(), currency: z.string(), total: z.string(), credited: z.string(), left: z.string(),
  lines: z.array(z.object({ lineId: z.string(), name: z.string(), unit: z.string(), quantity: z.string(), net: z.string(), leftQuantity: z.string(), leftNet: z.string() })),
});
export const CreditPreview = z.object({
  currency: z.string(), lines: z.array(z.object({ lineId: z.string(), name: z.string(), quantity: z.string().nullable(), net: z.string() })), totals: TotalsView,
  appliedToInvoice: z.string().describe("Taken off what is open"), becomesCredit: z.string().describe("Stays with the customer as credit"),
});

/** Gap report (N12): every period of every series; `missing` must be empty. */
export const NumberReport = z.object({
  intact: z.boolean(),
  series: z.array(z.object({
    seriesId: z.string(), companyId: z.string(), name: z.string(), kind: z.string(), period: z.string(), first: z.string(), last: z.string(),
    used: z.number().int(), voided: z.number().int(), missing: z.array(z.string()), missingCount: z.number().int(),
  })),
});
