import { z } from "zod";
import { found, readStored } from "../companies/index.ts";
import { recordEvent } from "../events/index.ts";
import { Uuid } from "../platform/fields.ts";
import { decodeCursor, Done, IdParams, PageQuery, pageOf, route, sendFile, toPage } from "../platform/http.ts";
import { common } from "../platform/refusal.ts";
import type { Scope } from "../workspaces/index.ts";
import { acceptProposal, declineProposal } from "./answer.ts";
import { enterByToken, exchangeToken, recordDownload, recordView, shownBy } from "./buyer.ts";
import {
  AcceptProposal, ChangeProposal, CreatedLink, DeclineProposal, EnteredProposal, EnterProposal, ExtendProposal, InvoiceProposal, LinkParams, NewLink, NewProposal, ProposalCounts, ProposalFilter, ProposalListRow, ProposalTab, ProposalView, PublicProposal,
  Quote, QuoteAnswer, SendProposal, SentProposal, TokenParams, WithdrawProposal,
} from "./contract.ts";
import { changeProposal, createProposal, discardProposal } from "./draft.ts";
import { invoiceProposal } from "./invoice.ts";
import { refuse } from "./policy.ts";
import { countProposals, findProposal, latestVersion, listProposals, listVersions, type ProposalRow } from "./queries.ts";
import { readProposalPdf } from "./render.ts";
import { createLink, endLink, extendProposal, sendProposal, withdrawProposal } from "./send.ts";
import { quoteOf, viewListed, viewProposal, viewPublic } from "./view.ts";

const tag = "Proposals";
const publicTag = "Buyer's page";
const show = (scope: Scope, id: string) => scope.transaction(async (tx) => viewProposal(tx, found(await findProposal(tx, id))));
const shown = (scope: Scope, work: Promise<ProposalRow>) => work.then((row) => show(scope, row.id));
const publicView = async (request: Parameters<typeof enterByToken>[0], token: string, name?: string) => {
  const { scope, link } = await enterByToken(request, token, name);
  const { proposal, version } = await shownBy(scope, link);
  return scope.transaction((tx) => viewPublic(tx, proposal, version));
};

export const routes = [
  route({
    method: "GET", url: "/api/proposals", tag, summary: "Proposals, newest first", permission: "proposals.read", query: PageQuery.extend(ProposalFilter.shape), answer: pageOf(ProposalListRow),
    handler: ({ scope, query }) => scope.transaction(async (tx) => {
      const rows = await listProposals(tx, query, scope.now(), query.cursor ? seqCursor(query.cursor) : null, query.limit + 1);
      return toPage(rows, query.limit, (row) => viewListed(row, scope.now()), (row) => [row.seq.toString()]);
    }),
  }),
  route({
    method: "GET", url: "/api/proposals/counts", tag, summary: "How many proposals each tab holds", permission: "proposals.read", query: z.object({ companyId: Uuid.optional() }), answer: ProposalCounts,
    handler: ({ scope, query }) => scope.transaction(async (tx) => {
      const counts = await countProposals(tx, query.companyId ?? null, scope.now());
      return { counts: Object.fromEntries(ProposalTab.options.map((tab) => [tab, counts[tab] ?? 0])) as Record<z.infer<typeof ProposalTab>, number> };
    }),
  }),
  route({
    method: "POST", url: "/api/proposals", tag, summary: "Starts a proposal", permission: "proposals.write", body: NewProposal, answer: ProposalView, status: 201,
    handler: ({ scope, body }) => shown(scope, createProposal(scope, body)),
  }),
  route({
    method: "GET", url: "/api/proposals/:id", tag, summary: "One proposal", permission: "proposals.read", params: IdParams, answer: ProposalView,
    handler: ({ scope, params }) => show(scope, params.id),
  }),
  route({
    method: "PUT", url: "/api/proposals/:id", tag, summary: "Saves a proposal whole; what was sent stays until it is sent again", permission: "proposals.write", params: IdParams, body: ChangeProposal, answer: ProposalView,
    handler: ({ scope, params, body }) => shown(scope, changeProposal(scope, params.id, body)),
  }),
  route({
    method: "DELETE", url: "/api/proposals/:id", tag, summary: "Discards a proposal that was never sent", permission: "proposals.write", params: IdParams, answer: Done,
    handler: async ({ scope, params }) => { await discardProposal(scope, params.id); return { done: true as const }; },
  }),
  route({
    method: "POST", url: "/api/proposals/:id/send", tag, summary: "Sends a new version as a link", permission: "proposals.write", params: IdParams, body: SendProposal, answer: SentProposal, showsSecret: true,
    handler: ({ scope, params, body }) => sendProposal(scope, params.id, body),
  }),
  route({
    method: "POST", url: "/api/proposals/:id/links", tag, summary: "Makes another link to what was sent last", permission: "proposals.write", params: IdParams, body: NewLink, answer: CreatedLink, status: 201, showsSecret: true,
    handler: ({ scope, params, body }) => createLink(scope, params.id, body.mail),
  }),
  route({
    method: "DELETE", url: "/api/proposals/:id/links/:linkId", tag, summary: "Revokes a link", permission: "proposals.write", params: LinkParams, answer: Done,
    handler: async ({ scope, params }) => { await endLink(scope, params.id, params.linkId); return { done: true as const }; },
  }),
  route({
    method: "POST", url: "/api/proposals/:id/extend", tag, summary: "Lets a proposal run longer", permission: "proposals.write", params: IdParams, body: ExtendProposal, answer: ProposalView,
    handler: async ({ scope, params, body }) => { await extendProposal(scope, params.id, body.validUntil); return show(scope, params.id); },
  }),
  route({
    method: "POST", url: "/api/proposals/:id/withdraw", tag, summary: "Takes an unanswered proposal back", permission: "proposals.write", params: IdParams, body: WithdrawProposal, answer: ProposalView,
    handler: async ({ scope, params, body }) => { await withdrawProposal(scope, params.id, body.reason || null); return show(scope, params.id); },
  }),
  route({
    method: "POST", url: "/api/proposals/:id/invoices", tag, summary: "Drafts an invoice from what was accepted", permission: "invoices.write", params: IdParams, body: InvoiceProposal, answer: z.object({ id: z.string().describe("The draft invoice") }), status: 201,
    handler: async ({ scope, params, body }) => ({ id: (await invoiceProposal(scope, params.id, body.lines)).id }),
  }),
  route({
    method: "GET", url: "/api/proposals/:id/pdf", tag, summary: "The PDF of the version sent last (or of `version`), signed once accepted", permission: "proposals.read", params: IdParams,
    query: z.object({ version: z.coerce.number().int().min(1).optional(), download: z.enum(["yes", "no"]).default("no") }), answer: "bytes", ratePerMinute: 120,
    async handler({ scope, params, query, reply }) {
      const versionId = await scope.transaction(async (tx) => {
        const proposal = found(await findProposal(tx, params.id));
        const version = query.version ? (await listVersions(tx, proposal.id)).find((one) => one.version === query.version) : await latestVersion(tx, proposal.id);
        if (!version) throw query.version ? common.refuse("not_found") : refuse("proposal_not_sent");
        recordEvent(tx, { action: "proposal.downloaded", summary: `Opened the PDF of proposal ${proposal.number}`, subjectKind: "proposal", subjectId: proposal.id, companyId: proposal.company_id });
        return version.id;
      });
      const { bytes, name } = await readProposalPdf(scope, versionId);
      return sendFile(reply, bytes, { name, mediaType: "application/pdf", inline: query.download === "no", sizeBytes: bytes.length });
    },
  }),

  // The buyer's doors: the token alone lets in, by address or as a cookie, and GET never changes anything.
  route({
    method: "POST", url: "/api/public/proposals/enter", tag: publicTag, summary: "Exchanges a link's secret for a cookie, so that no address carries it", permission: "public", body: EnterProposal, answer: EnteredProposal, ratePerMinute: 60,
    handler: async ({ body, request, reply }) => ({ linkId: await exchangeToken(request, reply, body.token) }),
  }),
  route({
    method: "GET", url: "/api/public/proposals/:token", tag: publicTag, summary: "What a link shows", permission: "public", params: TokenParams, answer: PublicProposal, ratePerMinute: 120,
    handler: async ({ params, request, reply }) => { reply.header("x-robots-tag", "noindex"); return publicView(request, params.token); },
  }),
  route({
    method: "POST", url: "/api/public/proposals/:token/view", tag: publicTag, summary: "Notes that the page was opened", permission: "public", params: TokenParams, answer: Done, ratePerMinute: 120,
    async handler({ params, request }) {
      const { scope, link } = await enterByToken(request, params.token);
      await recordView(scope, link);
      return { done: true as const };
    },
  }),
  route({
    method: "POST", url: "/api/public/proposals/:token/quote", tag: publicTag, summary: "Totals of a selection", permission: "public", params: TokenParams, body: Quote, answer: QuoteAnswer, ratePerMinute: 240,
    async handler({ params, body, request }) {
      const { scope, link } = await enterByToken(request, params.token);
      const { quote, problem } = quoteOf((await shownBy(scope, link)).version.shown, body.selection);
      if (problem) throw refuse("selection_wrong", { problem });
      return quote;
    },
  }),
  route({
    method: "POST", url: "/api/public/proposals/:token/accept", tag: publicTag, summary: "Accepts what was shown", permission: "public", params: TokenParams, body: AcceptProposal, answer: PublicProposal, ratePerMinute: 60,
    async handler({ params, body, request }) {
      const { scope, link } = await enterByToken(request, params.token, body.name);
      await acceptProposal(scope, link, body);
      return publicView(request, params.token, body.name);
    },
  }),
  route({
    method: "POST", url: "/api/public/proposals/:token/decline", tag: publicTag, summary: "Declines with a reason", permission: "public", params: TokenParams, body: DeclineProposal, answer: PublicProposal, ratePerMinute: 60,
    async handler({ params, body, request }) {
      const { scope, link } = await enterByToken(request, params.token, body.name);
      await declineProposal(scope, link, body);
      return publicView(request, params.token, body.name);
    },
  }),
  route({
    method: "GET", url: "/api/public/proposals/:token/pdf", tag: publicTag, summary: "The proposal as PDF, signed once accepted", permission: "public", params: TokenParams, answer: "bytes", ratePerMinute: 30,
    async handler({ params, request, reply }) {
      const { scope, link } = await enterByToken(request, params.token);
      await recordDownload(scope, link);
      const { bytes, name } = await readProposalPdf(scope, link.version_id);
      return sendFile(reply, bytes, { name, mediaType: "application/pdf", inline: true, sizeBytes: bytes.length });
    },
  }),
  route({
    method: "GET", url: "/api/public/proposals/:token/logo", tag: publicTag, summary: "The seller's logo", permission: "public", params: TokenParams, answer: "bytes", ratePerMinute: 120,
    async handler({ params, request, reply }) {
      const { scope, link } = await enterByToken(request, params.token);
      const { version } = await shownBy(scope, link);
      if (!version.logo_file_id) throw common.refuse("not_found");
      const { bytes } = await readStored(scope, version.logo_file_id);
      return sendFile(reply, bytes, { name: "logo.png", mediaType: "image/png", inline: true, sizeBytes: bytes.length });
    },
  }),
];

function seqCursor(cursor: string): bigint {
  const [seq] = decodeCursor(cursor, 1) as [string];
  if (!/^\d{1,18}$/.test(seq)) throw common.refuse("invalid_cursor");
  return BigInt(seq);
}
