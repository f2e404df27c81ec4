import { createHash, randomUUID } from "node:crypto";
import { companyOf, openCompany, takeNextNumber, todayOf, unlessTaken, type CompanyRow } from "../companies/index.ts";
import { deliverByMail } from "../deliveries/index.ts";
import { canonical, recordEvent } from "../events/index.ts";
import { buyerSnapshot, refuseUnprintable, sellerSnapshot } from "../invoices/index.ts";
import { openCustomer } from "../parties/index.ts";
import { common, Refusal } from "../platform/refusal.ts";
import { hashOf, newToken } from "../platform/tokens.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { SendProposal, ShownProposal } from "./contract.ts";
import { hashOfContent, lockOpen, offerOf } from "./draft.ts";
import { consentFor, refuse, whyNotSend } from "./policy.ts";
import { paperOf } from "./print.ts";
import { insertLink, insertVersion, latestVersion, lockProposal, revokeLink, setExtended, setSent, setWithdrawn, stateFacts, type ProposalRow, type VersionRow } from "./queries.ts";

export type Sent = { id: string; number: string; sentVersion: number; link: string; linkId: string; deliveryId: string | null };

/**
 * Sends what is written as a new version: a frozen copy with its hash, and a link of 256 random bits, kept only as its
 * SHA-256. An earlier version is superseded from this moment. The number is taken with the first version.
 */
export function sendProposal(scope: Scope, id: string, input: SendProposal): Promise<Sent> {
  return scope.transaction(async (tx) => {
    const draft = await lockOpen(tx, id);
    if (input.version !== undefined && input.version !== draft.version) throw common.refuse("changed_elsewhere");
    const company = await openCompany(tx, draft.company_id);
    const today = todayOf(company, scope.now());
    const { content } = draft;
    const [reason] = whyNotSend(offerOf(content), { hasCustomer: content.customerId !== null, validUntil: content.validUntil, today, schedule: content.schedule, accepted: null });
    if (reason) throw new Refusal(reason.code, 409, reason.message);
    const customer = await openCustomer(tx, company.id, content.customerId!);
    const number = draft.number ?? (await takeNextNumber(tx, { companyId: company.id, kind: "proposal", seriesId: null, issueDate: today, customerNumber: customer.number })).number;
    const version = (draft.sent_version ?? 0) + 1;
    const locale = content.locale ?? customer.locale ?? company.locale;
    const seller = sellerSnapshot(company);
    const buyer = buyerSnapshot(customer, company, locale);
    const shown: ShownProposal = {
      number, sentVersion: version, title: content.title, sentOn: today, validUntil: content.validUntil, locale, currency: content.currency, prices: content.prices, taxRounding: content.taxRounding,
      seller: { name: seller.name, brand: seller.brand, address: seller.address, country: seller.country, vatId: seller.vatId, taxNumber: seller.taxNumber, registration: seller.registration, email: seller.email, phone: seller.phone, website: seller.website, colour: seller.colour },
      buyer: { name: buyer.name, contactName: content.contactName ?? buyer.contactName, address: buyer.address, vatId: buyer.vatId },
      sections: content.sections, groups: content.groups, lines: content.lines, schedule: content.schedule, terms: content.terms,
      consent: consentFor(locale, { number, version, buyer: buyer.name }),
    };
    refuseUnprintable(paperOf({ shown }, null, company.time_zone, null));
    const row = await insertVersion(tx, {
      id: randomUUID(), proposal_id: id, version, shown, shown_hash: hashOfShown(shown), logo_file_id: seller.logoFileId, template: content.template ?? company.template, paper: content.paper ?? company.paper,
      invoice_on_acceptance: content.invoiceOnAcceptance, sent_at: scope.now(), valid_until: content.validUntil,
    });
    await unlessTaken(number, setSent(tx, id, { number, sentVersion: version, validUntil: content.validUntil, sentHash: hashOfContent(content), at: scope.now() }));
    const link = await makeLink(tx, company, row, input.mail);
    await tx.enqueue("proposals.render", { versionId: row.id });
    recordEvent(tx, { action: "proposal.sent", summary: `Sent proposal ${number}, version ${version}, to ${input.mail?.to ?? buyer.name}`, subjectKind: "proposal", subjectId: id, companyId: company.id, details: { number, version, shownSha256: row.shown_hash.toString("hex") } });
    return { id, number, sentVersion: version, ...link };
  });
}

/** SHA-256 of the canonical JSON of everything the buyer is shown: what an acceptance is bound to. */
export const hashOfShown = (shown: ShownProposal): Buffer => createHash("sha256").update(canonical(shown)).digest();

/** Another link to the version sent last, for a second reader or a lost mail. */
export function createLink(scope: Scope, id: string, mail: SendProposal["mail"]): Promise<{ linkId: string; link: string }> {
  return scope.transaction(async (tx) => {
    const proposal = await lockProposal(tx, id);
    if (!proposal) throw common.refuse("not_found");
    const version = await latestVersion(tx, id);
    if (!version) throw refuse("proposal_not_sent");
    const { link, linkId } = await makeLink(tx, await companyOf(tx, proposal.company_id), version, mail);
    recordEvent(tx, { action: "proposal.link_made", summary: `Made another link to proposal ${proposal.number}`, subjectKind: "proposal", subjectId: id, companyId: proposal.company_id, details: { linkId, to: mail?.to ?? null } });
    return { link, linkId };
  });
}

async function makeLink(tx: Tx, company: CompanyRow, version: VersionRow, mail: SendProposal["mail"]): Promise<{ link: string; linkId: string; deliveryId: string | null }> {
  const token = newToken();
  const linkId = randomUUID();
  await insertLink(tx, { id: linkId, proposalId: version.proposal_id, versionId: version.id, tokenHash: hashOf(token), recipient: mail?.to ?? null, at: tx.scope.now() });
  const link = `${tx.scope.services.config.publicUrl}/p/${token}`;
  if (!mail) return { link, linkId, deliveryId: null };
  const usual = usualMail(version.shown);
  const deliveryId = await deliverByMail(tx, {
    companyId: company.id, subject: { kind: "proposal", id: version.proposal_id },
    mail: { kind: "proposal", to: mail.to, toName: mail.toName || undefined, fromName: version.shown.seller.brand, replyTo: company.email ?? undefined, subject: mail.subject || usual.subject, text: `${mail.message || usual.text}\n\n${link}\n` },
    attachments: [],
  });
  return { link, linkId, deliveryId };
}

/** Ends one link at once; the others stay. */
export function endLink(scope: Scope, id: string, linkId: string): Promise<void> {
  return scope.transaction(async (tx) => {
    const proposal = await lockProposal(tx, id);
    if (!proposal || (await revokeLink(tx, id, linkId, scope.now())) !== 1) throw common.refuse("not_found");
    recordEvent(tx, { action: "proposal.link_revoked", summary: `Revoked a link to proposal ${proposal.number}`, subjectKind: "proposal", subjectId: id, companyId: proposal.company_id, details: { linkId } });
  });
}

/** Takes an unanswered proposal back; its links then say so. */
export function withdrawProposal(scope: Scope, id: string, reason: string | null): Promise<void> {
  return scope.transaction(async (tx) => {
    const proposal = await lockSent(tx, id);
    await setWithdrawn(tx, id, scope.now());
    recordEvent(tx, { action: "proposal.withdrawn", summary: `Withdrew proposal ${proposal.number}`, subjectKind: "proposal", subjectId: id, companyId: proposal.company_id, details: { reason } });
  });
}

/** Lets a proposal run longer (P2): an event, not an edit, and only while it still runs. */
export function extendProposal(scope: Scope, id: string, validUntil: string): Promise<void> {
  return scope.transaction(async (tx) => {
    const proposal = await lockSent(tx, id);
    if ((await stateFacts(tx, id, scope.now())).over) throw refuse("proposal_ended", { date: proposal.valid_until! });
    if (proposal.valid_until === null || validUntil <= proposal.valid_until) throw refuse("extension_backwards", { date: proposal.valid_until ?? "its open end" });
    const unchanged = proposal.sent_hash!.equals(hashOfContent(proposal.content));
    const content = { ...proposal.content, validUntil };
    await setExtended(tx, id, proposal.sent_version!, validUntil, content, unchanged ? hashOfContent(content) : proposal.sent_hash!, scope.now());
    recordEvent(tx, { action: "proposal.extended", summary: `Extended proposal ${proposal.number} from ${proposal.valid_until} to ${validUntil}`, subjectKind: "proposal", subjectId: id, companyId: proposal.company_id, details: { before: proposal.valid_until, after: validUntil } });
  });
}

async function lockSent(tx: Tx, id: string): Promise<ProposalRow> {
  const proposal = await lockProposal(tx, id);
  if (!proposal) throw common.refuse("not_found");
  if (proposal.sent_version === null) throw refuse("proposal_not_sent");
  if (proposal.answer) throw refuse("proposal_answered", { date: proposal.answered_at!.toISOString().slice(0, 10) });
  return proposal;
}

const mails: Record<string, readonly [subject: string, text: string]> = {
  en: ["Proposal {number}: {title}", "Hello,\n\nhere is our proposal “{title}”. You can read it, choose options and accept it on this page:"],
  de: ["Angebot {number}: {title}", "Guten Tag,\n\nhier ist unser Angebot „{title}“. Auf dieser Seite können Sie es lesen, Optionen wählen und annehmen:"],
  fr: ["Devis {number} : {title}", "Bonjour,\n\nvoici notre devis « {title} ». Vous pouvez le lire, choisir les options et l’accepter sur cette page :"],
  es: ["Presupuesto {number}: {title}", "Buenos días:\n\nEste es nuestro presupuesto «{title}». En esta página puede leerlo, elegir opciones y aceptarlo:"],
  it: ["Preventivo {number}: {title}", "Buongiorno,\n\necco il nostro preventivo «{title}». In questa pagina può leggerlo, scegliere le opzioni e accettarlo:"],
  nl: ["Offerte {number}: {title}", "Beste,\n\nhier is onze offerte “{title}”. Op deze pagina kunt u haar lezen, opties kiezen en akkoord geven:"],
};
function usualMail(shown: ShownProposal): { subject: string; text: string } {
  const [subject, text] = mails[shown.locale.split("-")[0]!] ?? mails["en"]!;
  const fill = (template: string) => template.replace("{number}", shown.number).replace("{title}", () => shown.title);
  return { subject: fill(subject), text: fill(text) };
}
