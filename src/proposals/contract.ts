import { z } from "zod";
import { Currency, Locale, optionalLine, optionalText } from "../companies/contract.ts";
import { DeliveryState } from "../deliveries/contract.ts";
import { TotalsView } from "../invoices/contract.ts";
import { UnitCode } from "../items/contract.ts";
import { CivilDateText, DecimalText, MoneyText, nameText, PercentText, text, Uuid, VatCategory } from "../platform/fields.ts";

const Change = z.union([z.object({ amount: MoneyText }).strict(), z.object({ percent: PercentText }).strict()]);

/** Text with a little Markdown: paragraphs, ## headings, lists, **bold**, *italic*, links; never HTML. */
export const SectionInput = z.object({ title: optionalLine(200), text: text(20_000), place: z.enum(["before", "after"]).default("before") });

/** Options of which at least `min` and at most `max` are chosen; min 1 and max 1 is "choose one". */
export const GroupInput = z.object({ id: Uuid, title: nameText(200), text: optionalText(2000), min: z.number().int().min(0).max(50).default(1), max: z.number().int().min(1).max(50).default(1) });

export const ProposalLineInput = z.object({
  id: Uuid.optional().describe("Made by the server when absent"),
  groupId: Uuid.nullable().default(null).describe("Makes it an option of that group"),
  optional: z.boolean().default(false).describe("The buyer may add it"),
  preselected: z.boolean().default(false).describe("Ticked when the buyer opens the page"),
  itemId: Uuid.nullable().default(null),
  name: nameText(300), description: optionalText(4000),
  quantity: DecimalText.default("1"),
  quantityChoice: z.object({ min: DecimalText, max: DecimalText, step: DecimalText.default("1") }).nullable().default(null).describe("The buyer may change the quantity"),
  unit: UnitCode.default("C62"), unitPrice: DecimalText, discount: Change.nullable().default(null),
  vatCategory: VatCategory, vatRate: PercentText.default("0"), exemptionReason: optionalLine(300),
});
export type ProposalLineInput = z.infer<typeof ProposalLineInput>;

const contentShape = {
  customerId: Uuid.nullable().default(null),
  title: nameText(200),
  contactName: optionalLine(200).describe("For whom it is; the customer's contact when absent"),
  currency: Currency, locale: Locale.nullable().default(null),
  validUntil: CivilDateText.nullable().default(null).describe("Good until the end of that day in the company's time zone"),
  prices: z.enum(["net", "inclusive"]).default("net"), taxRounding: z.enum(["document", "line"]).default("document"),
  template: z.enum(["ledger", "letter"]).nullable().default(null), paper: z.enum(["a4", "us-letter"]).nullable().default(null),
  sections: z.array(SectionInput).max(40).default([]),
  groups: z.array(GroupInput).max(40).default([]),
  lines: z.array(ProposalLineInput).max(500, "At most 500 lines.").default([]),
  schedule: z.array(z.object({ label: nameText(200), percent: PercentText })).max(20).default([]).describe("What is due when; the percents sum to 100"),
  terms: optionalText(20_000),
  internalNote: optionalText(8000),
  invoiceOnAcceptance: z.boolean().default(true).describe("Draft the invoice in the moment of acceptance"),
};
export const NewProposal = z.object({ companyId: Uuid, ...contentShape });
export type NewProposal = z.infer<typeof NewProposal>;
/** The whole proposal again, with the version that was read. What was sent before does not change; send again to replace it. */
export const ChangeProposal = z.object({ ...contentShape, version: z.number().int() });
export type ChangeProposal = z.infer<typeof ChangeProposal>;

const Mail = z.object({ to: z.email("Write an address like name@example.com.").max(320), toName: optionalLine(200), subject: optionalLine(300), message: optionalText(8000).describe("The link is put below it") })
  .optional().describe("Absent: only make the link, to be passed on by hand");
export const SendProposal = z.object({ version: z.number().int().optional().describe("The version that was looked at; refused when it has changed since"), mail: Mail });
export type SendProposal = z.infer<typeof SendProposal>;
export const SentProposal = z.object({ id: z.string(), number: z.string(), sentVersion: z.number().int(), link: z.string().describe("Shown once; only its SHA-256 is kept"), linkId: z.string(), deliveryId: z.string().nullable() });
/** Another link to what was sent last, for a second reader or a lost mail. */
export const NewLink = z.object({ mail: Mail });
export const CreatedLink = z.object({ linkId: z.string(), link: z.string() });
export const LinkView = z.object({ id: z.string(), sentVersion: z.number().int(), recipient: z.string().nullable(), createdAt: z.iso.datetime(), revokedAt: z.iso.datetime().nullable(), lastViewedAt: z.iso.datetime().nullable(), views: z.number().int() });
export const LinkParams = z.object({ id: Uuid, linkId: Uuid });
export const ExtendProposal = z.object({ validUntil: CivilDateText });
export const WithdrawProposal = z.object({ reason: optionalText(500) });
export const InvoiceProposal = z.object({ lines: z.union([z.literal("all"), z.array(z.object({ lineId: Uuid, quantity: DecimalText })).min(1).max(500)]).default("all") });

/** One row of the seller's or the buyer's choice. Fixed lines need none. */
export const Selection = z.array(z.object({ lineId: Uuid, quantity: DecimalText.optional() })).max(500);
export type Selection = z.infer<typeof Selection>;

export const ProposalState = z.enum(["draft", "sent", "viewed", "accepted", "declined", "expired", "withdrawn", "part_invoiced", "invoiced"]);
export type ProposalState = z.infer<typeof ProposalState>;

export const ProposalLineView = z.object({
  id: z.string(), groupId: z.string().nullable(), optional: z.boolean(), preselected: z.boolean(), itemId: z.string().nullable(), name: z.string(), description: z.string().nullable(),
  quantity: z.string(), quantityChoice: z.object({ min: z.string(), max: z.string(), step: z.string() }).nullable(), unit: z.string(), unitPrice: z.string(),
  discount: z.union([z.object({ amount: z.string() }).strict(), z.object({ percent: z.string() }).strict()]).nullable(), vatCategory: VatCategory, vatRate: z.string(), exemptionReason: z.string().nullable(),
});
export type ProposalLineView = z.infer<typeof ProposalLineView>;
export const SectionView = z.object({ title: z.string().nullable(), text: z.string(), place: z.enum(["before", "after"]) });
export const GroupView = z.object({ id: z.string(), title: z.string(), text: z.string().nullable(), min: z.number().int(), max: z.number().int() });
export const ScheduleView = z.array(z.object({ label: z.string(), percent: z.string(), amount: z.string() }));

export const AnswerView = z.object({
  kind: z.enum(["accepted", "declined"]), at: z.iso.datetime(), name: z.string(), email: z.string().nullable(), reason: z.string().nullable(),
  selection: z.array(z.object({ lineId: z.string(), quantity: z.string() })), totals: TotalsView.nullable(), schedule: ScheduleView,
  consentVersion: z.string().nullable(), consentText: z.string().nullable(), sentVersion: z.number().int(),
  fingerprint: z.string().describe("SHA-256 of what was shown, chosen, declared, by whom and when"),
});
export type AnswerView = z.infer<typeof AnswerView>;
export const SellerAnswerView = AnswerView.extend({ ip: z.string().nullable(), userAgent: z.string().nullable(), shownHash: z.string() });

export const ProposalView = z.object({
  id: z.string(), companyId: z.string(), number: z.string().nullable(), state: ProposalState, customerId: z.string().nullable(), customerName: z.string().nullable(),
  title: z.string(), contactName: z.string().nullable(), currency: z.string(), locale: z.string().nullable(), validUntil: z.string().nullable(),
  prices: z.enum(["net", "inclusive"]), taxRounding: z.enum(["document", "line"]), template: z.enum(["ledger", "letter"]).nullable(), paper: z.enum(["a4", "us-letter"]).nullable(),
  sections: z.array(SectionView), groups: z.array(GroupView), lines: z.array(ProposalLineView), schedule: ScheduleView, terms: z.string().nullable(),
  internalNote: z.string().nullable(), invoiceOnAcceptance: z.boolean(),
  totals: TotalsView.describe("Of the fixed and the preselected lines"),
  lineAmounts: z.array(z.string()).describe("Per line, for its quantity"),
  sentVersion: z.number().int().nullable(), sentAt: z.iso.datetime().nullable(), unsentChanges: z.boolean(),
  versions: z.array(z.object({ version: z.number().int(), sentAt: z.iso.datetime(), validUntil: z.string().nullable(), hash: z.string(), superseded: z.boolean(), hasPdf: z.boolean() })),
  links: z.array(LinkView), views: z.number().int(), lastViewedAt: z.iso.datetime().nullable(), delivery: DeliveryState.nullable(),
  answer: SellerAnswerView.nullable(),
  invoices: z.array(z.object({ id: z.string(), number: z.string().nullable(), total: z.string() })),
  left: z.array(z.object({ lineId: z.string(), name: z.string(), accepted: z.string(), invoiced: z.string(), left: z.string() })).describe("After acceptance: what may still be invoiced"),
  blockers: z.array(z.object({ code: z.string(), message: z.string() })).describe("Why it cannot be sent yet"),
  version: z.number().int(), createdAt: z.iso.datetime(), updatedAt: z.iso.datetime(),
});
export type ProposalView = z.infer<typeof ProposalView>;
export const ProposalListRow = z.object({
  id: z.string(), companyId: z.string(), number: z.string().nullable(), title: z.string(), customerId: z.string().nullable(), customerName: z.string().nullable(), state: ProposalState,
  sentVersion: z.number().int().nullable(), sentAt: z.iso.datetime().nullable(), validUntil: z.string().nullable(), endsInDays: z.number().int().nullable(), views: z.number().int(),
  currency: z.string(), total: z.string(), updatedAt: z.iso.datetime(),
});
export const ProposalTab = z.enum(["all", "draft", "open", "accepted", "to_invoice", "ended"]);
export const ProposalFilter = z.object({ companyId: Uuid.optional(), customerId: Uuid.optional(), tab: ProposalTab.default("all"), search: z.string().trim().max(200).optional() });
export const ProposalCounts = z.object({ counts: z.record(ProposalTab, z.number().int()) });

// What the buyer sees, by the link alone.
/** The secret of a link, or the link's id where the browser holds the secret as a cookie. */
export const TokenParams = z.object({ token: z.string().min(20).max(100) });
export const EnterProposal = z.object({ token: z.string().min(20).max(100) });
export const EnteredProposal = z.object({ linkId: z.string() });
export const PublicState = z.enum(["open", "accepted", "declined", "expired", "withdrawn", "superseded"]);
/** Everything the buyer is shown and agrees to; its canonical JSON is what `hash` is of. */
export const ShownProposal = z.object({
  number: z.string(), sentVersion: z.number().int(), title: z.string(), sentOn: z.string(), validUntil: z.string().nullable(),
  locale: z.string(), currency: z.string(), prices: z.enum(["net", "inclusive"]), taxRounding: z.enum(["document", "line"]),
  seller: z.object({ name: z.string(), brand: z.string(), address: z.array(z.string()), country: z.string().nullable(), vatId: z.string().nullable(), taxNumber: z.string().nullable(), registration: z.string().nullable(), email: z.string().nullable(), phone: z.string().nullable(), website: z.string().nullable(), colour: z.string().nullable() }),
  buyer: z.object({ name: z.string(), contactName: z.string().nullable(), address: z.array(z.string()), vatId: z.string().nullable() }),
  sections: z.array(SectionView), groups: z.array(GroupView), lines: z.array(ProposalLineView), schedule: z.array(z.object({ label: z.string(), percent: z.string() })), terms: z.string().nullable(),
  consent: z.object({ version: z.string(), text: z.string() }),
});
export type ShownProposal = z.infer<typeof ShownProposal>;
export const PublicProposal = z.object({
  state: PublicState, hash: z.string().describe("SHA-256 of `shown`; send it back when answering"), shown: ShownProposal, hasLogo: z.boolean(),
  initial: z.object({ selection: z.array(z.object({ lineId: z.string(), quantity: z.string() })), totals: TotalsView, schedule: ScheduleView }),
  lineAmounts: z.array(z.string()).describe("Per line, for its quantity"),
  answer: AnswerView.nullable(), validUntil: z.string().nullable().describe("As extended since; `shown` keeps the day it was sent with"), endsAt: z.iso.datetime().nullable().describe("The instant after which it cannot be accepted"),
});
export type PublicProposal = z.infer<typeof PublicProposal>;
export const Quote = z.object({ selection: Selection });
export const QuoteAnswer = z.object({ selection: z.array(z.object({ lineId: z.string(), quantity: z.string() })), lineAmounts: z.array(z.string()), totals: TotalsView, schedule: ScheduleView });
export const AcceptProposal = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/, "Send the hash of the proposal that was shown."),
  selection: Selection,
  name: nameText(200), email: z.union([z.email().max(320), z.literal("")]).nullable().default(null),
  consent: z.literal(true, "Tick the sentence to accept."), consentVersion: z.string().max(40),
});
export type AcceptProposal = z.infer<typeof AcceptProposal>;
export const DeclineProposal = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), name: nameText(200), reason: text(2000) });
export type DeclineProposal = z.infer<typeof DeclineProposal>;
