import { createHash, randomUUID } from "node:crypto";
import { openCompany } from "../companies/index.ts";
import { canonical, recordEvent } from "../events/index.ts";
import { needItems } from "../items/index.ts";
import { openCustomer } from "../parties/index.ts";
import { common, Refusal } from "../platform/refusal.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { ChangeProposal, NewProposal } from "./contract.ts";
import { chosenLines, initialSelection, refuse, totalsOfChosen, type Offer } from "./policy.ts";
import { deleteProposal, insertProposal, lockProposal, updateProposal, type ProposalContent, type ProposalRow } from "./queries.ts";

/** Starts a proposal. It takes no number before it is sent. */
export function createProposal(scope: Scope, input: NewProposal): Promise<ProposalRow> {
  return scope.transaction(async (tx) => {
    await openCompany(tx, input.companyId);
    const { content, totalMinor } = await written(tx, input.companyId, input);
    const row = await insertProposal(tx, { id: randomUUID(), companyId: input.companyId, content, totalMinor, internalNote: input.internalNote || null, at: scope.now() });
    recordEvent(tx, { action: "proposal.drafted", summary: `Started the proposal ${row.title}`, subjectKind: "proposal", subjectId: row.id, companyId: row.company_id });
    return row;
  });
}

/** Saves a proposal whole. What was sent stays as it was until it is sent again. Refuses changed_elsewhere, proposal_accepted. */
export function changeProposal(scope: Scope, id: string, input: ChangeProposal): Promise<ProposalRow> {
  return scope.transaction(async (tx) => {
    const before = await lockOpen(tx, id);
    if (before.version !== input.version) throw common.refuse("changed_elsewhere");
    const { content, totalMinor } = await written(tx, before.company_id, input);
    const row = await updateProposal(tx, id, { content, totalMinor, internalNote: input.internalNote || null, at: scope.now() });
    // Saved at every pause in typing; one event in ten minutes says enough.
    if (scope.now().getTime() - before.updated_at.getTime() > 600_000)
      recordEvent(tx, { action: "proposal.changed", summary: `Changed the proposal ${row.title}`, subjectKind: "proposal", subjectId: id, companyId: row.company_id });
    return row;
  });
}

/** Throws a proposal away that was never sent. */
export function discardProposal(scope: Scope, id: string): Promise<void> {
  return scope.transaction(async (tx) => {
    const before = await lockProposal(tx, id);
    if (!before) throw common.refuse("not_found");
    if (before.sent_version !== null) throw refuse("proposal_sent");
    await deleteProposal(tx, id);
    recordEvent(tx, { action: "proposal.discarded", summary: `Discarded the proposal ${before.title}`, subjectKind: "proposal", subjectId: id, companyId: before.company_id });
  });
}

/** The proposal, locked, unless it was accepted. */
export async function lockOpen(tx: Tx, id: string): Promise<ProposalRow> {
  const row = await lockProposal(tx, id);
  if (!row) throw common.refuse("not_found");
  if (row.answer === "accepted") throw refuse("proposal_accepted", { date: row.answered_at!.toISOString().slice(0, 10) });
  return row;
}

/** SHA-256 of what is being written, to see whether it differs from what was sent. */
export const hashOfContent = (content: ProposalContent): Buffer => createHash("sha256").update(canonical(content)).digest();

export const offerOf = (content: ProposalContent): Offer => ({ currency: content.currency, prices: content.prices, taxRounding: content.taxRounding, groups: content.groups, lines: content.lines });

async function written(tx: Tx, companyId: string, input: Omit<ChangeProposal, "version">): Promise<{ content: ProposalContent; totalMinor: bigint }> {
  if (input.customerId) await openCustomer(tx, companyId, input.customerId);
  await needItems(tx, companyId, input.lines.map((line) => line.itemId));
  const wrong = (path: string, message: string) => new Refusal("invalid_input", 400, common.explain("invalid_input"), [{ path, message }]);
  const groups = new Set(input.groups.map((group) => group.id));
  if (groups.size < input.groups.length) throw wrong("groups", "Two groups have the same id.");
  input.groups.forEach((group, index) => { if (group.min > group.max) throw wrong(`groups.${index}.min`, "At least cannot be more than at most."); });
  const used = new Set<string>();
  const lines = input.lines.map((line, index) => {
    if (line.groupId && !groups.has(line.groupId)) throw wrong(`lines.${index}.groupId`, "There is no such group.");
    if (line.quantityChoice && Number(line.quantityChoice.min) > Number(line.quantityChoice.max)) throw wrong(`lines.${index}.quantityChoice`, "The smallest quantity is above the largest.");
    if (line.quantityChoice && !(Number(line.quantityChoice.step) > 0)) throw wrong(`lines.${index}.quantityChoice`, "The step must be above 0.");
    const id = line.id && !used.has(line.id) ? line.id : randomUUID();
    used.add(id);
    return { ...line, id, description: line.description || null, exemptionReason: line.exemptionReason || null, optional: line.optional || line.groupId !== null };
  });
  const { internalNote: _note, ...rest } = input;
  const content: ProposalContent = { ...pick(rest), lines };
  const offer = offerOf(content);
  return { content, totalMinor: totalsOfChosen(offer, chosenLines(offer, initialSelection(offer)).chosen).grossTotal.minor };
}

/** The content's own fields and no others, so that a company's id or a version never becomes part of what is compared. */
const pick = (input: Omit<ChangeProposal, "version" | "internalNote">): Omit<ProposalContent, "lines"> => ({
  customerId: input.customerId, title: input.title, contactName: input.contactName || null, currency: input.currency, locale: input.locale, validUntil: input.validUntil, prices: input.prices, taxRounding: input.taxRounding,
  template: input.template, paper: input.paper, sections: input.sections.map((section) => ({ ...section, title: section.title || null })), groups: input.groups.map((group) => ({ ...group, text: group.text || null })),
  schedule: input.schedule, terms: input.terms || null, invoiceOnAcceptance: input.invoiceOnAcceptance,
});
