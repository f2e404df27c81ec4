import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { isFreshlyProved, personOf } from "../access/index.ts";
import { text, Uuid } from "../platform/fields.ts";
import { Done, route } from "../platform/http.ts";
import { common, Refusal } from "../platform/refusal.ts";
import type { Services } from "../platform/services.ts";
import { completeSignIn, foundWorkspace, linkIdentity, makePerson, noteInWorkspaces, personByEmail, personByIdentity, previewInvitation, signUpMode, type Outcome } from "../sign-in/index.ts";
import { connectionProvider } from "./connections.ts";
import { Next } from "./contract.ts";
import { connectionScope, enterByConnection, noteStop } from "./enter.ts";
import { carried, FLOW_MS, hand, onceKey, takeBack, type Proof, type Waiting } from "./flow.ts";
import { beginOidc, finishOidc } from "./oidc.ts";
import { refuse, safeNext, stops } from "./policy.ts";
import { proofOfAnswer, proofOfClaims } from "./proof.ts";
import { connectionById, findPolicy, ownIdentities, takeOnce, unlink, type Connection } from "./queries.ts";
import { beginSaml, readSamlAnswer, samlMetadata } from "./saml.ts";
import { vendorIdentity, vendorNames, vendorProvider, vendors, type Vendor } from "./vendors.ts";

const ConnectionParams = z.object({ id: Uuid });
const BeginQuery = z.object({ next: Next, email: text(320).optional() });
/** What a provider adds to the address is checked by the protocol, not by its form. */
const AnyQuery = z.looseObject({});
const newId = () => crypto.randomUUID();
const queryOf = (request: FastifyRequest): string => request.url.slice(request.url.indexOf("?") + 1 || request.url.length);

/** A person in the middle of a sign-in is shown our sign-in page with the reason, never a bare error. */
async function orSignInPage(request: FastifyRequest, reply: FastifyReply, work: () => Promise<string>, connection?: Connection): Promise<FastifyReply> {
  try {
    return reply.redirect(await work(), 303);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (connection) await noteStop(request.services, request, connection, error.code);
    return reply.redirect(`/sign-in?problem=${encodeURIComponent(error.code)}`, 303);
  }
}

/** Where the browser goes after a sign-in, or to its second step. */
const placeAfter = (outcome: Outcome, next: string): string =>
  outcome.state === "signed_in" ? next : `/second-step?${new URLSearchParams({ request: outcome.request, ways: outcome.ways.join(","), next }).toString()}`;

async function enabledConnection(services: Services, id: string, kind?: Connection["kind"]): Promise<Connection> {
  const connection = await connectionById(services, id);
  if (!connection || (kind && connection.kind !== kind)) throw common.refuse("not_found");
  return connection;
}

// ---- Google and Microsoft

const startVendor = (vendor: Vendor) => route({
  method: "GET", url: `/api/sso/${vendor}/start`, tag: "Single sign-on", summary: `Begin a sign-in with ${vendorNames[vendor]}`, permission: "public", ratePerMinute: 300, query: BeginQuery, answer: "bytes",
  handler: ({ request, reply, query }) => orSignInPage(request, reply, () => beginVendor(request.services, reply, vendor, { next: query.next, email: query.email, link: null })),
});

async function beginVendor(services: Services, reply: FastifyReply, vendor: Vendor, given: { next?: string | undefined; email?: string | undefined; link: string | null }): Promise<string> {
  const { url, ...begun } = await beginOidc(services, vendorProvider(services, vendor), { email: given.email });
  hand(services, reply, "begun", { kind: "oidc", provider: vendor, ...begun, next: safeNext(given.next), link: given.link });
  return url.href;
}

const vendorCallback = (vendor: Vendor) => route({
  method: "GET", url: `/api/sso/${vendor}/callback`, tag: "Single sign-on", summary: `End of a sign-in with ${vendorNames[vendor]}`, permission: "public", ratePerMinute: 300, query: AnyQuery, answer: "bytes",
  handler: ({ request, reply }) => orSignInPage(request, reply, async () => {
    const { services } = request;
    const begun = carried(services, request, "begun");
    takeBack(services, reply, "begun");
    if (begun?.kind !== "oidc" || begun.provider !== vendor) throw stops.refuse("sso_other_browser");
    const claims = await finishOidc(services, vendorProvider(services, vendor), queryOf(request), begun);
    const identity = vendorIdentity(services, vendor, claims);
    if (begun.link) return linkAtOnce(request, begun.link, identity, vendor, begun.next);
    return enterByVendor(request, reply, vendor, identity, begun.next);
  }),
});

type VendorIdentity = ReturnType<typeof vendorIdentity>;

/** The signed-in person who asked for it from their settings gets this way to sign in as well. */
async function linkAtOnce(request: FastifyRequest, personId: string, identity: VendorIdentity, vendor: Vendor, next: string): Promise<string> {
  const { caller, services } = request;
  if (caller?.kind !== "person" || caller.session.person_id !== personId) throw stops.refuse("sso_other_browser");
  await linkIdentity(services, personId, { issuer: identity.issuer, subject: identity.subject, email: identity.emailVerified ? identity.email : null });
  await noteInWorkspaces(services, request, { id: personId, name: caller.session.name }, { action: "access.identity_linked", summary: `${caller.session.name} linked ${vendorNames[vendor]}`, details: { issuer: identity.issuer } });
  return next;
}

/**
 * Known identities enter. An unknown one never becomes somebody who is here already just because the mail address is the
 * same: that person, if their address is proven, signs in as before and confirms the link (docs/decisions).
 */
async function enterByVendor(request: FastifyRequest, reply: FastifyReply, vendor: Vendor, identity: VendorIdentity, next: string): Promise<string> {
  const { services } = request;
  const entry = { factors: ["oidc" as const], via: vendor };
  const known = await personByIdentity(services, identity);
  if (known) return placeAfter(await completeSignIn(services, request, reply, known, entry), next);
  if (!identity.email || !identity.emailVerified) throw stops.refuse("sso_address_unproven");
  const person = await personByEmail(services, identity.email);
  if (person) {
    if (!person.email_verified_at) throw stops.refuse("sso_person_unproven");
    hand(services, reply, "waiting", { kind: "link", once: newId(), issuer: identity.issuer, subject: identity.subject, email: identity.email, provider: vendor });
    return "/sign-in/connect";
  }
  const invited = await isInvited(services, next, identity.email);
  if (!invited && await signUpMode(services) !== "open") throw stops.refuse("sso_unknown");
  // Only the address is taken; the name is its first part until the person writes another.
  const name = identity.email.split("@")[0]!;
  const made = await makePerson(services, { email: identity.email, name, verified: true });
  await linkIdentity(services, made.id, { issuer: identity.issuer, subject: identity.subject, email: identity.email });
  const workspaceId = invited ? null : await foundWorkspace(services, request, made, `${name}'s workspace`);
  return placeAfter(await completeSignIn(services, request, reply, made.id, { ...entry, workspaceId }), next);
}

/** Whether the sign-in leads to an open invitation for this very address; then a new person needs no open sign-up, and no workspace of their own. */
async function isInvited(services: Services, next: string, email: string): Promise<boolean> {
  const token = /^\/invite\/([\w-]{20,100})$/.exec(next)?.[1];
  if (!token) return false;
  return previewInvitation(services, token).then((invitation) => invitation.email === email, (error: unknown) => { if (error instanceof Refusal) return false; throw error; });
}

// ---- Connections of workspaces

const connectionRoutes = [
  route({
    method: "GET", url: "/api/sso/:id/start", tag: "Single sign-on", summary: "Begin a sign-in at a workspace's identity provider", permission: "public", ratePerMinute: 300, params: ConnectionParams, query: BeginQuery, answer: "bytes",
    handler: ({ request, reply, params, query }) => orSignInPage(request, reply, async () => {
      const { services } = request;
      const connection = await enabledConnection(services, params.id);
      if (!connection.enabled) throw stops.refuse("sso_switched_off");
      const next = safeNext(query.next);
      if (connection.kind === "saml") {
        const { url, requestId } = await beginSaml(services, connection);
        hand(services, reply, "begun", { kind: "saml", connectionId: connection.id, requestId, next });
        return url;
      }
      const { url, ...begun } = await beginOidc(services, await connectionProvider(services, connection), { email: query.email });
      hand(services, reply, "begun", { kind: "oidc", provider: connection.id, ...begun, next, link: null });
      return url.href;
    }),
  }),
  route({
    method: "GET", url: "/api/sso/:id/callback", tag: "Single sign-on", summary: "End of a sign-in at a workspace's OpenID provider", permission: "public", ratePerMinute: 300, params: ConnectionParams, query: AnyQuery, answer: "bytes",
    async handler({ request, reply, params }) {
      const { services } = request;
      const connection = await enabledConnection(services, params.id, "oidc");
      return orSignInPage(request, reply, async () => {
        const begun = carried(services, request, "begun");
        takeBack(services, reply, "begun");
        if (begun?.kind !== "oidc" || begun.provider !== connection.id) throw stops.refuse("sso_other_browser");
        if (!connection.enabled) throw stops.refuse("sso_switched_off");
        const claims = await finishOidc(services, await connectionProvider(services, connection), queryOf(request), begun);
        const proof = await proofOfClaims(connectionScope(services, request, connection.workspace_id), connection, claims);
        return placeAfter(await enterByConnection(services, request, reply, connection, proof), begun.next);
      }, connection);
    },
  }),
  route({
    method: "GET", url: "/api/sso/:id/metadata", tag: "Single sign-on", summary: "Our SAML metadata for a workspace's identity provider", permission: "public", ratePerMinute: 300, params: ConnectionParams, answer: "bytes",
    async handler({ request, reply, params }) {
      const connection = await enabledConnection(request.services, params.id, "saml");
      return reply.type("application/samlmetadata+xml; charset=utf-8").send(samlMetadata(request.services, connection));
    },
  }),
  route({
    method: "POST", url: "/api/sso/:id/acs", tag: "Single sign-on", summary: "Where a workspace's SAML identity provider sends its answer, by the person's browser", permission: "public", ratePerMinute: 300, crossSite: true,
    params: ConnectionParams, body: z.object({ SAMLResponse: z.string().max(400_000), RelayState: z.string().max(2000).optional() }), answer: "bytes",
    wire: { accepts: { mediaType: "application/x-www-form-urlencoded", as: "form" } },
    async handler({ request, reply, params, body }) {
      const { services } = request;
      const connection = await enabledConnection(services, params.id, "saml");
      return orSignInPage(request, reply, async () => {
        if (!connection.enabled) throw stops.refuse("sso_switched_off");
        const answer = await readSamlAnswer(services, connection, body.SAMLResponse);
        const proof = await proofOfAnswer(connectionScope(services, request, connection.workspace_id), connection, answer);
        // This form came from another site, without our cookies. The browser takes what it proves to our own page, where the cookie says who began.
        hand(services, reply, "waiting", { kind: "arrival", once: newId(), answers: answer.answers, proof });
        return answer.answers === null ? "/sign-in/connect" : "/api/sso/arrive";
      }, connection);
    },
  }),
  route({
    method: "GET", url: "/api/sso/arrive", tag: "Single sign-on", summary: "End of a SAML sign-in in the browser that began it", permission: "public", ratePerMinute: 300, answer: "bytes",
    handler: ({ request, reply }) => orSignInPage(request, reply, async () => {
      const { services } = request;
      const begun = carried(services, request, "begun");
      const waiting = carried(services, request, "waiting");
      takeBack(services, reply, "begun");
      takeBack(services, reply, "waiting");
      if (waiting?.kind !== "arrival" || begun?.kind !== "saml" || begun.requestId !== waiting.answers || begun.connectionId !== waiting.proof.connectionId) throw stops.refuse("sso_other_browser");
      return placeAfter(await arrive(request, reply, waiting), begun.next);
    }),
  }),
];

async function arrive(request: FastifyRequest, reply: FastifyReply, waiting: Extract<Waiting, { kind: "arrival" }>): Promise<Outcome> {
  const { services } = request;
  await spend(services, waiting);
  const connection = await enabledConnection(services, waiting.proof.connectionId);
  return enterByConnection(services, request, reply, connection, waiting.proof);
}

async function spend(services: Services, waiting: Waiting): Promise<void> {
  if (!await takeOnce(services, onceKey("waiting", waiting.once), new Date(services.clock().getTime() + 2 * FLOW_MS))) throw stops.refuse("sso_used");
}

// ---- What needs a person's consent: a sign-in that the provider began, an identity to be linked

const WaitingView = z.object({
  kind: z.enum(["nothing", "arrival", "link"]), email: z.string().nullable(), name: z.string().nullable().describe("The workspace to be entered, or the provider to be linked"),
  ready: z.boolean().describe("Whether confirming would work now"),
});

const consentRoutes = [
  route({
    method: "GET", url: "/api/sso/waiting", tag: "Single sign-on", summary: "What waits for this browser's consent", permission: "public", ratePerMinute: 120, answer: WaitingView,
    async handler({ request }) {
      const { services, caller } = request;
      const waiting = carried(services, request, "waiting");
      if (waiting?.kind === "link") {
        const ready = caller?.kind === "person" && caller.session.email === waiting.email && hasOwnProof(caller.session.factors) && isFreshlyProved(services, caller.session);
        return { kind: "link" as const, email: waiting.email, name: vendorNames[waiting.provider], ready };
      }
      if (waiting?.kind === "arrival" && waiting.answers === null) return { kind: "arrival" as const, email: waiting.proof.email, name: await workspaceName(request, waiting.proof), ready: true };
      return { kind: "nothing" as const, email: null, name: null, ready: false };
    },
  }),
  route({
    method: "POST", url: "/api/sso/confirm", tag: "Single sign-on", summary: "Consent to what waits: enter, or link", permission: "public", ratePerMinute: 20, body: z.object({}), answer: z.object({ to: z.string() }),
    async handler({ request, reply }) {
      const { services, caller } = request;
      const waiting = carried(services, request, "waiting");
      if (!waiting) throw refuse("nothing_to_confirm");
      if (waiting.kind === "arrival") {
        if (waiting.answers !== null) throw refuse("nothing_to_confirm");
        takeBack(services, reply, "waiting");
        return { to: placeAfter(await arrive(request, reply, waiting), "/") };
      }
      if (caller?.kind !== "person") throw common.refuse("not_signed_in");
      if (caller.session.email !== waiting.email) throw refuse("other_person");
      if (!hasOwnProof(caller.session.factors) || !isFreshlyProved(services, caller.session)) throw refuse("fresh_proof_needed");
      takeBack(services, reply, "waiting");
      await spend(services, waiting);
      await linkAtOnce(request, caller.session.person_id, { ...waiting, emailVerified: true }, waiting.provider, "/");
      return { to: "/" };
    },
  }),
];

/** Only somebody's own secret shows that it is them; a company's provider speaks for the company's workspace alone. */
const hasOwnProof = (factors: readonly string[]): boolean => factors.includes("password") || factors.includes("passkey");

async function workspaceName(request: FastifyRequest, proof: Proof): Promise<string | null> {
  const connection = await connectionById(request.services, proof.connectionId);
  if (!connection) return null;
  return connectionScope(request.services, request, connection.workspace_id).transaction(async (tx) => (await findPolicy(tx)).name);
}

// ---- A person's own links

const LinkView = z.object({ vendor: z.enum(["google", "microsoft"]), name: z.string(), offered: z.boolean(), linkedAt: z.iso.datetime().nullable(), email: z.string().nullable() });
const linkRoutes = [
  route({
    method: "GET", url: "/api/sso/links", tag: "Single sign-on", summary: "Google and Microsoft as ways to sign in of the person's own", permission: "signed-in", answer: z.object({ items: z.array(LinkView) }),
    async handler({ request }) {
      const { services } = request;
      const rows = await ownIdentities(services, personOf(request).session.person_id);
      return {
        items: vendors.map((vendor) => {
          const row = rows.find((one) => vendorOf(services, one.issuer) === vendor);
          return { vendor, name: vendorNames[vendor], offered: services.config[vendor] !== null, linkedAt: row?.linked_at.toISOString() ?? null, email: row?.email_at_link ?? null };
        }).filter((one) => one.offered || one.linkedAt),
      };
    },
  }),
  route({
    method: "POST", url: "/api/sso/links/:vendor", tag: "Single sign-on", summary: "Begin to link Google or Microsoft; the answer is the address to visit", permission: "signed-in", stepUp: true, ratePerMinute: 20,
    params: z.object({ vendor: z.enum(["google", "microsoft"]) }), body: z.object({ next: Next }), answer: z.object({ href: z.string() }),
    async handler({ request, reply, params, body }) {
      const { session } = personOf(request);
      if (!hasOwnProof(session.factors)) throw refuse("fresh_proof_needed");
      return { href: await beginVendor(request.services, reply, params.vendor, { next: body.next, email: session.email, link: session.person_id }) };
    },
  }),
  route({
    method: "DELETE", url: "/api/sso/links/:vendor", tag: "Single sign-on", summary: "Unlink Google or Microsoft", permission: "signed-in", stepUp: true,
    params: z.object({ vendor: z.enum(["google", "microsoft"]) }), answer: Done,
    async handler({ request, params }) {
      const { services } = request;
      const { session } = personOf(request);
      if (!hasOwnProof(session.factors)) throw refuse("fresh_proof_needed");
      for (const row of await ownIdentities(services, session.person_id)) if (vendorOf(services, row.issuer) === params.vendor) await unlink(services, session.person_id, row.identity_hash);
      await noteInWorkspaces(services, request, { id: session.person_id, name: session.name }, { action: "access.identity_unlinked", summary: `${session.name} unlinked ${vendorNames[params.vendor]}` });
      return { done: true as const };
    },
  }),
];

const vendorOf = (services: Services, issuer: string): Vendor | null => {
  const { google, microsoft } = services.config;
  if (issuer === (google?.baseUrl ?? "https://accounts.google.com")) return "google";
  return issuer.startsWith(`${microsoft?.baseUrl ?? "https://login.microsoftonline.com"}/`) ? "microsoft" : null;
};

export const entranceRoutes = [...vendors.flatMap((vendor) => [startVendor(vendor), vendorCallback(vendor)]), ...connectionRoutes, ...consentRoutes, ...linkRoutes];
