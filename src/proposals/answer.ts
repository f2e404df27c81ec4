import { createHash, randomUUID } from "node:crypto";
import { endOfDayIn } from "@counterfoil/calendar";
import { companyOf, type CompanyRow } from "../companies/index.ts";
import { deliverByMail } from "../deliveries/index.ts";
import { canonical, recordEvent } from "../events/index.ts";
import { viewTotals } from "../invoices/index.ts";
import { queueMail } from "../platform/mail.ts";
import { common, Refusal } from "../platform/refusal.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { AcceptProposal, DeclineProposal } from "./contract.ts";
import { invoiceAccepted } from "./invoice.ts";
import { chosenLines, publicState, refuse, scheduleOf, totalsOfChosen } from "./policy.ts";
import { findAnswer, findLink, findVersion, insertAnswer, lockProposal, setAnswered, type AnswerRow, type LinkRow, type ProposalRow, type VersionRow } from "./queries.ts";
import { reasonsOf } from "./view.ts";

/**
 * The buyer accepts. Bound to the SHA-256 of exactly what was shown (P4): the request names that hash, the version holds
 * it, and the record is hashed over both, the choices, the totals as the server makes them, the sentence that was ticked,
 * who, when and from where. Idempotent: once the version has an answer, that answer comes back (P3). The invoice draft is
 * made in the same transaction when the seller asked for it.
 */
export function acceptProposal(scope: Scope, link: LinkRow, input: AcceptProposal): Promise<AnswerRow> {
  return scope.transaction(async (tx) => {
    const { proposal, version, company, answer } = await lockForAnswer(tx, link, input.hash);
    if (answer) return answer;
    const { shown } = version;
    if (input.consentVersion !== shown.consent.version) throw refuse("consent_outdated");
    const { chosen, problem } = chosenLines(shown, input.selection);
    if (problem) throw refuse("selection_wrong", { problem });
    const totals = totalsOfChosen(shown, chosen);
    if (totals.grossTotal.minor < 0n) throw refuse("selection_wrong", { problem: "The total of this selection is below zero." });
    const selection = chosen.map(({ line, quantity }) => ({ lineId: line.id, quantity }));
    const view = viewTotals(totals, reasonsOf(shown.lines));
    const made = await writeAnswer(tx, link, version, {
      kind: "accepted", name: input.name, email: input.email || null, reason: null, selection, totals: view,
      extra: { schedule: scheduleOf(totals.grossTotal, shown.schedule), consent: shown.consent, method: "name typed and sentence ticked on the page behind the link", pdfSha256: version.pdf_sha256?.toString("hex") ?? null },
      consent: shown.consent,
    });
    await setAnswered(tx, proposal.id, { answer: "accepted", acceptedMinor: totals.grossTotal.minor, at: made.at });
    recordEvent(tx, { action: "proposal.accepted", summary: `${input.name} accepted proposal ${shown.number} over ${view.grossTotal} ${shown.currency}`, subjectKind: "proposal", subjectId: proposal.id, companyId: company.id, details: { number: shown.number, version: version.version, total: view.grossTotal, fingerprint: made.fingerprint.toString("hex") } });
    if (version.invoice_on_acceptance) await draftUnlessClosed(tx, proposal, version, made);
    await tellBoth(tx, company, proposal, version, made, `accepted proposal ${shown.number}, ${shown.title}, over ${view.grossTotal} ${shown.currency}.`);
    await tx.enqueue("proposals.render", { answerId: made.id });
    return made;
  });
}

/** The buyer declines, with a reason. Of accepting and declining at once exactly one wins; the other gets its result. */
export function declineProposal(scope: Scope, link: LinkRow, input: DeclineProposal): Promise<AnswerRow> {
  return scope.transaction(async (tx) => {
    const { proposal, version, company, answer } = await lockForAnswer(tx, link, input.hash);
    if (answer) return answer;
    const made = await writeAnswer(tx, link, version, { kind: "declined", name: input.name, email: null, reason: input.reason || null, selection: [], totals: null, extra: {}, consent: null });
    await setAnswered(tx, proposal.id, { answer: "declined", acceptedMinor: null, at: made.at });
    recordEvent(tx, { action: "proposal.declined", summary: `${input.name} declined proposal ${version.shown.number}`, subjectKind: "proposal", subjectId: proposal.id, companyId: company.id, details: { number: version.shown.number, version: version.version } });
    await tellBoth(tx, company, proposal, version, made, `declined proposal ${version.shown.number}, ${version.shown.title}.${made.reason ? `\n\n${made.reason}` : ""}`);
    return made;
  });
}

async function lockForAnswer(tx: Tx, seen: LinkRow, hash: string): Promise<{ proposal: ProposalRow; version: VersionRow; company: CompanyRow; answer: AnswerRow | null }> {
  const proposal = await lockProposal(tx, seen.proposal_id);
  const link = await findLink(tx, seen.id); // again, under the lock: it may have been revoked a moment ago
  const version = await findVersion(tx, seen.version_id);
  if (!proposal || !link || !version) throw common.refuse("not_found");
  if (link.revoked_at) throw refuse("link_ended");
  const company = await companyOf(tx, proposal.company_id);
  const answer = (await findAnswer(tx, version.id)) ?? null;
  if (answer) return { proposal, version, company, answer };
  const seller = version.shown.seller.brand;
  const state = publicState({ answer: null, superseded: version.version !== proposal.sent_version, withdrawn: proposal.withdrawn_at !== null, over: isOver(version, company, tx.scope.now()) });
  if (state === "superseded") throw refuse("proposal_superseded", { seller });
  if (state === "withdrawn") throw refuse("proposal_withdrawn", { seller });
  if (state === "expired") throw refuse("proposal_expired", { date: version.valid_until!, seller });
  if (version.shown_hash.toString("hex") !== hash) throw refuse("proposal_differs");
  return { proposal, version, company, answer: null };
}

/** Over from the first instant after the day until which it is valid, in the seller's zone (P2). */
export const isOver = (version: Pick<VersionRow, "valid_until">, company: Pick<CompanyRow, "time_zone">, now: Date): boolean =>
  version.valid_until !== null && now >= endOfDayIn(company.time_zone, version.valid_until);

type Answer = Pick<AnswerRow, "kind" | "name" | "email" | "reason" | "selection" | "totals"> & { extra: Record<string, unknown>; consent: { version: string; text: string } | null };

async function writeAnswer(tx: Tx, link: LinkRow, version: VersionRow, answer: Answer): Promise<AnswerRow> {
  const { scope } = tx;
  const at = scope.now();
  const { extra, consent, ...facts } = answer;
  const record = {
    form: 1, proposalId: version.proposal_id, number: version.shown.number, version: version.version, shownSha256: version.shown_hash.toString("hex"), linkId: link.id,
    ...facts, ...extra, at: at.toISOString(), ip: scope.ip, userAgent: scope.userAgent,
  };
  const made = await insertAnswer(tx, {
    ...facts, id: randomUUID(), proposal_id: version.proposal_id, version_id: version.id, link_id: link.id, shown_hash: version.shown_hash, consent_version: consent?.version ?? null, consent_text: consent?.text ?? null,
    at, ip: scope.ip, user_agent: scope.userAgent, record, fingerprint: createHash("sha256").update(canonical(record)).digest(),
  });
  // The proposal's lock stands before this; a second answer would be our bug.
  if (!made) throw new Error(`proposal version ${version.id} was answered under its own lock`);
  return made;
}

/** A company or customer put away since the proposal was sent must not keep a buyer from accepting; the seller drafts by hand then. */
async function draftUnlessClosed(tx: Tx, proposal: ProposalRow, version: VersionRow, answer: AnswerRow): Promise<void> {
  try {
    await invoiceAccepted(tx, proposal, version, answer, "all");
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

async function tellBoth(tx: Tx, company: CompanyRow, proposal: ProposalRow, version: VersionRow, answer: AnswerRow, what: string): Promise<void> {
  const { services } = tx.scope;
  if (company.email) {
    await queueMail(services, tx.db, { workspaceId: tx.workspaceId }, {
      kind: "proposal-answer", to: company.email, subject: `${answer.kind === "accepted" ? "Accepted" : "Declined"}: proposal ${version.shown.number}, ${version.shown.title}`,
      text: `${answer.name} ${what}\n\n${services.config.publicUrl}/proposals/${proposal.id}\n`,
    });
  }
  if (answer.kind !== "accepted" || !answer.email) return;
  await deliverByMail(tx, {
    companyId: company.id, subject: { kind: "proposal", id: proposal.id },
    mail: {
      kind: "acceptance", to: answer.email, toName: answer.name, fromName: version.shown.seller.brand, replyTo: company.email ?? undefined, subject: `${version.shown.number}: ${version.shown.title}`,
      text: `${answer.name} ${what}\n\nThe signed copy is attached. Its fingerprint (SHA-256):\n${answer.fingerprint.toString("hex")}\n\n${version.shown.seller.brand}\n`,
    },
    attachments: null,
  });
}

