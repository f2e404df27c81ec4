import type { FastifyReply, FastifyRequest } from "fastify";
import { recordEvent, recordView as recordLook } from "../events/index.ts";
import { common } from "../platform/refusal.ts";
import { hashOf } from "../platform/tokens.ts";
import { createScope, type Scope } from "../workspaces/index.ts";
import { refuse } from "./policy.ts";
import { countView, findLinkByToken, findProposal, findVersion, type LinkRow, type ProposalRow, type VersionRow } from "./queries.ts";

/** How long the browser keeps a link's secret before the buyer opens the mail again. */
const DAY_MS = 86_400_000;
const isLinkId = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
const isSecure = (request: FastifyRequest): boolean => request.services.config.publicUrl.startsWith("https:");
/** The cookie that holds a link's secret. Each link has one of its own, so that two proposals can lie open at once. */
const cookieOf = (request: FastifyRequest, linkId: string): string => `${isSecure(request) ? "__Host-" : ""}counterfoil-buyer-${linkId.slice(0, 8).toLowerCase()}`;

/**
 * Takes a link's secret out of the address: from here on the page names the link by its id, and the secret comes with a
 * cookie that no script reads and no other site's page sends. Refuses what `enterByToken` refuses.
 */
export async function exchangeToken(request: FastifyRequest, reply: FastifyReply, token: string): Promise<string> {
  const { link } = await enterByToken(request, token);
  if (!isLinkId(token)) {
    void reply.setCookie(cookieOf(request, link.id), token, { httpOnly: true, secure: isSecure(request), sameSite: "strict", path: "/", expires: new Date(request.services.clock().getTime() + DAY_MS) });
  }
  return link.id;
}

/**
 * Lets a buyer in by the secret of a link, or by the link's id where the browser holds its secret as a cookie: the
 * transaction presents the secret's hash, sees the one row that carries it, and learns the workspace from there. Refuses
 * link_unknown and link_ended. `name` is who will stand in the audit log.
 */
export async function enterByToken(request: FastifyRequest, token: string, name = "Buyer"): Promise<{ scope: Scope; link: LinkRow }> {
  const { services } = request;
  const secret = isLinkId(token) ? request.cookies[cookieOf(request, token)] : token;
  if (!secret) throw refuse("link_unknown");
  const tokenHash = hashOf(secret);
  const link = await services.database.transaction({ presented: tokenHash }, (db) => findLinkByToken(db, tokenHash));
  if (!link || (isLinkId(token) && link.id !== token.toLowerCase())) throw refuse("link_unknown");
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
