import { companyOf, readStored, storeBytes } from "../companies/index.ts";
import { releaseWaiting } from "../deliveries/index.ts";
import { logoOf } from "../invoices/index.ts";
import { recordEvent } from "../events/index.ts";
import { common } from "../platform/refusal.ts";
import type { Scope } from "../workspaces/index.ts";
import { printProposal } from "./print.ts";
import { findAnswer, findAnswerById, findProposal, findVersion, lockProposal, setAnswerPdf, setVersionPdf, type AnswerRow, type VersionRow } from "./queries.ts";

/** Makes and stores the PDF of a sent version, once. */
export async function renderVersion(scope: Scope, versionId: string): Promise<void> {
  const facts = await read(scope, versionId, null);
  if (facts.version.pdf_file_id) return;
  const pdf = await printProposal(facts.version, null, facts.timeZone, await logoOf(scope, facts.version.logo_file_id));
  await scope.transaction(async (tx) => {
    const proposal = (await lockProposal(tx, facts.version.proposal_id))!;
    if ((await findVersion(tx, versionId))!.pdf_file_id) return;
    const file = await storeBytes(tx, proposal.company_id, pdf, "application/pdf");
    await setVersionPdf(tx, versionId, file.id, file.sha256);
  });
}

/** Makes and stores the signed copy of an acceptance, once, and lets the buyer's mail go that waited for it. */
export async function renderAnswer(scope: Scope, answerId: string): Promise<void> {
  const facts = await read(scope, null, answerId);
  const { version, answer } = facts;
  const pdf = answer!.pdf_file_id ? null : await printProposal(version, answer, facts.timeZone, await logoOf(scope, version.logo_file_id));
  await scope.transaction(async (tx) => {
    const proposal = (await lockProposal(tx, version.proposal_id))!;
    let fileId = (await findAnswerById(tx, answerId))!.pdf_file_id;
    if (fileId === null && pdf) {
      const file = await storeBytes(tx, proposal.company_id, pdf, "application/pdf");
      await setAnswerPdf(tx, answerId, (fileId = file.id), file.sha256);
      recordEvent(tx, { action: "proposal.certified", summary: `Made the signed copy of proposal ${proposal.number}`, subjectKind: "proposal", subjectId: proposal.id, companyId: proposal.company_id, details: { sha256: file.sha256.toString("hex") } });
    }
    await releaseWaiting(tx, proposal.id, [{ fileId: fileId!, name: pdfName(version), mediaType: "application/pdf" }]);
  });
}

/** The PDF of a version, signed once it was accepted. */
export async function readProposalPdf(scope: Scope, versionId: string): Promise<{ bytes: Buffer; name: string }> {
  const { version, answer } = await read(scope, versionId, null);
  const accepted = answer?.kind === "accepted" ? answer : null;
  if (accepted && !accepted.pdf_file_id) await renderAnswer(scope, accepted.id);
  if (!accepted && !version.pdf_file_id) await renderVersion(scope, versionId);
  const after = await read(scope, versionId, null);
  const fileId = accepted ? after.answer!.pdf_file_id! : after.version.pdf_file_id!;
  return { bytes: (await readStored(scope, fileId)).bytes, name: pdfName(version) };
}

export const pdfName = (version: VersionRow): string => `${version.shown.number}-v${version.version}.pdf`.replace(/[^\p{L}\p{N}._-]+/gu, "-");

const read = (scope: Scope, versionId: string | null, answerId: string | null): Promise<{ version: VersionRow; answer: AnswerRow | null; timeZone: string }> => scope.transaction(async (tx) => {
  const byId = answerId ? await findAnswerById(tx, answerId) : undefined;
  const version = await findVersion(tx, byId?.version_id ?? versionId!);
  if (!version || (answerId && !byId)) throw common.refuse("not_found");
  const proposal = (await findProposal(tx, version.proposal_id))!;
  return { version, answer: byId ?? (await findAnswer(tx, version.id)) ?? null, timeZone: (await companyOf(tx, proposal.company_id)).time_zone };
});
