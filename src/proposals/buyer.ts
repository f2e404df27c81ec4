import type { FastifyRequest } from "fastify";
import { recordEvent, recordView as recordLook } from "../events/index.ts";
import { common } from "../platform/refusal.ts";
import { hashOf } from "../platform/tokens.ts";
import { createScope, type Scope } from "../workspaces/index.ts";
import { refuse } from "./policy.ts";
import { countView, findLinkByToken, findProposal, findVersion, type LinkRow, type ProposalRow, type VersionRow } from "./queries.ts";

/**
 * Lets a buyer in by the token of a link: the transaction presents its hash, sees the one row that carries it, and learns
 * the workspace from there. Refuses link_unknown and link_ended. `name` is who will stand in the audit log.
 */
export async function enterByToken(request: FastifyRequest, token: string, name = "Buyer"): Promise<{ scope: Scope; link: LinkRow }> {
  const { services } = request;
  const tokenHash = hashOf(token);
  const link = await services.database.transaction({ presented: tokenHash }, (db) => findLinkByToken(db, tokenHash));
  if (!link) throw refuse("link_unknown");
  if (link.revoked_at) throw refuse("link_ended");
  const scope = createScope(services, {
    workspaceId: link.workspace_id, actor: { kind: "buyer", id: link.id, name, role: null, may: () => false },
    requestId: request.id, ip: request.ip, userAgent: request.headers["user-agent"]?.slice(0, 300) ?? null,
  });
  return { scope, link };
}

/** The proposal and the version that a link shows. */
export const shownBy = (scope: Scope, link: LinkRow): Promise<{ proposal: ProposalRow; version: VersionRow }> => scope.transaction(async (tx) => {
  const [proposal, version] = [await findProposal(tx, link.proposal_id), await findVersion(tx, link.version_id)];
  if (!proposal || !version) throw common.refuse("not_found");
  return { proposal, version };
});

/** Puts on record that the PDF left by this link, once an hour: reading changes nothing of the proposal, and is known to the seller all the same. */
export function recordDownload(scope: Scope, link: LinkRow): Promise<void> {
  return scope.transaction(async (tx) => {
    const proposal = (await findProposal(tx, link.proposal_id))!;
    await recordLook(tx, { action: "proposal.downloaded", summary: `The PDF of proposal ${proposal.number} was opened by its link`, subjectKind: "proposal", subjectId: proposal.id, companyId: proposal.company_id });
  });
}

/** Notes that the page was opened by a person: the page asks for it by POST, since mail scanners only ever GET. */
export function recordView(scope: Scope, link: LinkRow): Promise<void> {
  return scope.transaction(async (tx) => {
    if (!(await countView(tx, link, scope.now()))) return;
    const proposal = (await findProposal(tx, link.proposal_id))!;
    recordEvent(tx, { action: "proposal.viewed", summary: `Proposal ${proposal.number} was opened`, subjectKind: "proposal", subjectId: proposal.id, companyId: proposal.company_id });
  });
}
