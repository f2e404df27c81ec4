import { endOfDayIn, daysBetween, todayIn } from "@counterfoil/calendar";
import { Decimal } from "@counterfoil/money";
import { companyOf, todayOf } from "../companies/index.ts";
import { deliveryStates } from "../deliveries/index.ts";
import { invoicesOfProposal, reasonFor, viewTotals } from "../invoices/index.ts";
import type { VatCategory } from "../platform/fields.ts";
import { customerOf } from "../parties/index.ts";
import type { Tx } from "../workspaces/index.ts";
import type { z } from "zod";
import type { AnswerView, ProposalListRow, ProposalView, PublicProposal, QuoteAnswer, Selection } from "./contract.ts";
import { hashOfContent, offerOf } from "./draft.ts";
import { leftToInvoice } from "./invoice.ts";
import { amountsPerLine, amountText, chosenLines, initialSelection, proposalState, publicState, scheduleOf, totalsOfChosen, whyNotSend, type Offer } from "./policy.ts";
import { findAnswer, latestVersion, listLinks, listVersions, stateFacts, type AnswerRow, type ListedProposal, type ProposalRow, type VersionRow } from "./queries.ts";

/** The legal reason of a tax row: what its lines say, else the category's usual words. */
export const reasonsOf = (lines: readonly { vatCategory: VatCategory; vatRate: string; exemptionReason: string | null }[]) => (category: VatCategory, rate: string): string | null =>
  reasonFor(category, lines.find((line) => line.exemptionReason && line.vatCategory === category && Decimal.equals(Decimal.parse(line.vatRate), Decimal.parse(rate)))?.exemptionReason);

/** Totals and schedule of a selection, and what is wrong with it: the initial one may still lack a choice. */
export function quoteOf(offer: Offer & { schedule: readonly { label: string; percent: string }[] }, selection: Selection): { quote: z.infer<typeof QuoteAnswer>; problem: string | null } {
  const { chosen, problem } = chosenLines(offer, selection);
  const totals = totalsOfChosen(offer, chosen);
  return {
    problem,
    quote: { selection: chosen.map(({ line, quantity }) => ({ lineId: line.id, quantity })), lineAmounts: amountsPerLine(offer), totals: viewTotals(totals, reasonsOf(offer.lines)), schedule: scheduleOf(totals.grossTotal, offer.schedule) },
  };
}

export function viewAnswer(answer: AnswerRow, version: VersionRow): AnswerView {
  return {
    kind: answer.kind, at: answer.at.toISOString(), name: answer.name, email: answer.email, reason: answer.reason, selection: answer.selection, totals: answer.totals,
    schedule: answer.kind === "accepted" ? (answer.record["schedule"] as AnswerView["schedule"]) : [], consentVersion: answer.consent_version, consentText: answer.consent_text,
    sentVersion: version.version, fingerprint: answer.fingerprint.toString("hex"),
  };
}

/** A proposal with everything the seller's screen shows. */
export async function viewProposal(tx: Tx, row: ProposalRow): Promise<ProposalView> {
  const now = tx.scope.now();
  const company = await companyOf(tx, row.company_id);
  const customer = row.customer_id ? await customerOf(tx, row.customer_id) : null;
  const { content } = row;
  const offer = offerOf(content);
  const { quote } = quoteOf({ ...offer, schedule: content.schedule }, initialSelection(offer));
  const facts = await stateFacts(tx, row.id, now);
  const version = await latestVersion(tx, row.id);
  const answer = version ? await findAnswer(tx, version.id) : undefined;
  const left = version && answer?.kind === "accepted" ? await leftToInvoice(tx, version, answer) : [];
  const links = await listLinks(tx, row.id);
  return {
    id: row.id, companyId: row.company_id, number: row.number, state: stateOf(row, facts), customerId: row.customer_id, customerName: customer?.name ?? null,
    title: row.title, contactName: content.contactName, currency: row.currency, locale: content.locale, validUntil: content.validUntil, prices: content.prices, taxRounding: content.taxRounding,
    template: content.template, paper: content.paper, sections: content.sections, groups: content.groups, lines: content.lines, schedule: quote.schedule, terms: content.terms, internalNote: row.internal_note,
    invoiceOnAcceptance: content.invoiceOnAcceptance, totals: quote.totals, lineAmounts: quote.lineAmounts,
    sentVersion: row.sent_version, sentAt: version?.sent_at.toISOString() ?? null, unsentChanges: row.sent_hash !== null && !row.sent_hash.equals(hashOfContent(content)),
    versions: (await listVersions(tx, row.id)).map((one) => ({ version: one.version, sentAt: one.sent_at.toISOString(), validUntil: one.valid_until, hash: one.shown_hash.toString("hex"), superseded: one.superseded_at !== null, hasPdf: one.pdf_file_id !== null })),
    links: links.map((link) => ({ id: link.id, sentVersion: link.version, recipient: link.recipient, createdAt: link.created_at.toISOString(), revokedAt: link.revoked_at?.toISOString() ?? null, lastViewedAt: link.last_viewed_at?.toISOString() ?? null, views: link.views })),
    views: row.views, lastViewedAt: row.last_viewed_at?.toISOString() ?? null, delivery: (await deliveryStates(tx, [row.id])).get(row.id) ?? null,
    answer: version && answer ? { ...viewAnswer(answer, version), ip: answer.ip, userAgent: answer.user_agent, shownHash: answer.shown_hash.toString("hex") } : null,
    invoices: (await invoicesOfProposal(tx, row.id)).map((one) => ({ id: one.id, number: one.number, total: amountText(one.total_minor, one.currency) })),
    left: left.map((one) => ({ lineId: one.line.id, name: one.line.name, accepted: Decimal.shortText(one.accepted), invoiced: Decimal.shortText(one.invoiced), left: Decimal.shortText(one.left) })),
    blockers: whyNotSend(offer, { hasCustomer: customer !== null, validUntil: content.validUntil, today: todayOf(company, now), schedule: content.schedule, accepted: row.answer === "accepted" ? row.answered_at!.toISOString().slice(0, 10) : null }),
    version: row.version, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(),
  };
}

const stateOf = (row: Pick<ProposalRow, "sent_version" | "first_viewed_at" | "answer" | "withdrawn_at">, facts: { over: boolean; all_invoiced: boolean; any_invoiced: boolean }) => proposalState({
  sent: row.sent_version !== null, viewed: row.first_viewed_at !== null, answer: row.answer, withdrawn: row.withdrawn_at !== null, over: facts.over, anyInvoiced: facts.any_invoiced, allInvoiced: facts.all_invoiced,
});

/** A row of the list. */
export function viewListed(row: ListedProposal, now: Date): z.infer<typeof ProposalListRow> {
  const state = stateOf(row, row);
  const waits = state === "sent" || state === "viewed";
  return {
    id: row.id, companyId: row.company_id, number: row.number, title: row.title, customerId: row.customer_id, customerName: row.customer_name, state, sentVersion: row.sent_version, sentAt: row.sent_at?.toISOString() ?? null,
    validUntil: row.valid_until, endsInDays: waits && row.valid_until ? daysBetween(todayIn(row.time_zone, now), row.valid_until) : null, views: row.views, currency: row.currency,
    total: amountText(row.accepted_minor ?? row.total_minor, row.currency), updatedAt: row.updated_at.toISOString(),
  };
}

/** What the holder of a link sees. */
export async function viewPublic(tx: Tx, proposal: ProposalRow, version: VersionRow): Promise<PublicProposal> {
  const company = await companyOf(tx, proposal.company_id);
  const answer = (await findAnswer(tx, version.id)) ?? null;
  const endsAt = version.valid_until ? endOfDayIn(company.time_zone, version.valid_until) : null;
  const { quote } = quoteOf(version.shown, initialSelection(version.shown));
  return {
    state: publicState({ answer: answer?.kind ?? null, superseded: version.version !== proposal.sent_version, withdrawn: proposal.withdrawn_at !== null, over: endsAt !== null && tx.scope.now() >= endsAt }),
    hash: version.shown_hash.toString("hex"), shown: version.shown, hasLogo: version.logo_file_id !== null,
    initial: { selection: quote.selection, totals: quote.totals, schedule: quote.schedule }, lineAmounts: quote.lineAmounts,
    answer: answer && viewAnswer(answer, version), validUntil: version.valid_until, endsAt: endsAt?.toISOString() ?? null,
  };
}
