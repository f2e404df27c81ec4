// Identity providers for tests, in this process: a certified OpenID provider, a SAML provider of another code base, one that
// lies, and a headless browser that carries cookies and forms between them and the product.
import { randomInt } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from "jose";
import Provider from "oidc-provider";
import * as samlify from "samlify";
import { afterAll } from "vitest";
import { createOutbound, type Outbound } from "../src/platform/outbound.ts";
import { signedIn } from "./builders.ts";
import { makeCertificate, type Certificate } from "./certificate.ts";

const OURS = "http://localhost:3000";

/** A server for a test file, closed after it. */
async function listen(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<{ server: Server; base: string; host: string }> {
  const server = createServer(handle);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { server, base: `http://${host}`, host };
}
export const servers: Server[] = [];
/** Closes every provider of the file at its end. */
export const closeProviders = (): void => afterAll(() => { for (const server of servers) { server.closeAllConnections(); server.close(); } });

/** The way out of a test, which may call these providers on this machine. `txt`: what name servers say. */
export const outboundTo = (hosts: readonly string[], txt: (name: string) => string[] = () => []): Outbound =>
  createOutbound({ hosts: null, privateHosts: hosts, txt: async (name) => txt(name).map((text) => [text]) });

export type Account = { sub: string; claims?: Record<string, unknown>; acr?: string; amr?: string[]; authTime?: number };
export type OpenIdProvider = { issuer: string; host: string; clientId: string; clientSecret: string; redirectUris: string[]; signIn(account: Account): void; requests: string[] };

/** `oidc-provider`, which signs in at once whoever the test says. As Microsoft it lives in a directory, and describes itself with a pattern. */
export async function anOpenIdProvider(options: { redirectUris: (base: string) => string[]; microsoftDirectory?: string; thinTokens?: boolean }): Promise<OpenIdProvider> {
  let provider: { callback(): (request: IncomingMessage, response: ServerResponse) => void } & Record<string, any>;
  let account: Account = { sub: "nobody" };
  const requests: string[] = [];
  const mount = options.microsoftDirectory ? `/${options.microsoftDirectory}/v2.0` : "";
  const { server, base, host } = await listen((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const url = request.url ?? "/";
    if (options.microsoftDirectory && url.startsWith("/common/v2.0/.well-known/openid-configuration")) {
      void fetch(`${base}${mount}/.well-known/openid-configuration`).then((answer) => answer.json()).then((described) =>
        response.setHeader("content-type", "application/json").end(JSON.stringify({ ...(described as object), issuer: `${base}/{tenantid}/v2.0`, authorization_response_iss_parameter_supported: undefined })));
      return;
    }
    if (url.startsWith(`${mount}/interaction/`)) {
      void provider["interactionFinished"](request, response, { login: { accountId: account.sub, acr: account.acr, amr: account.amr, ts: account.authTime ?? Math.floor(Date.now() / 1000) } }, { mergeWithLastSubmission: false });
      return;
    }
    if (mount) {
      // Microsoft does not name itself in its answers (RFC 9207).
      const setHeader = response.setHeader.bind(response);
      response.setHeader = (name, value) => setHeader(name, name.toLowerCase() === "location" ? String(value).replace(/([?&])iss=[^&]*&?/, "$1") : value);
      Object.assign(request, { originalUrl: url, baseUrl: mount, url: url.startsWith(mount) ? url.slice(mount.length) || "/" : url });
    }
    provider.callback()(request, response);
  });
  servers.push(server);
  const issuer = `${base}${mount}`;
  const redirectUris = options.redirectUris(base);
  const everyClaim = ["email", "email_verified", "name", "hd", "tid", "oid", "xms_edov", "groups", "session_not_on_or_after"];
  provider = new Provider(issuer, {
    clients: [{ client_id: "counterfoil", client_secret: "a client secret", redirect_uris: redirectUris, response_types: ["code"], grant_types: ["authorization_code"], token_endpoint_auth_method: "client_secret_post" }],
    pkce: { required: () => true },
    conformIdTokenClaims: options.thinTokens ?? false,
    claims: { openid: ["sub", "acr", "amr", "auth_time", "tid", "oid", "session_not_on_or_after"], email: ["email", "email_verified", "xms_edov", "hd"], profile: ["name", "groups"] },
    scopes: ["openid", "email", "profile"],
    acrValues: ["urn:example:loa:2"],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, interaction: { uid: string }) => `${mount}/interaction/${interaction.uid}` },
    cookies: { keys: ["a test key"], long: { signed: true }, short: { signed: true } },
    ttl: { Session: 3600, Grant: 3600, Interaction: 600, AccessToken: 60, AuthorizationCode: 60, IdToken: 600 },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub, claims: () => ({ sub, ...Object.fromEntries(everyClaim.flatMap((name) => (account.claims && name in account.claims ? [[name, account.claims[name]]] : []))) }),
    }),
    // Consent was given by the company that set the provider up.
    async loadExistingGrant(context: any) {
      const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  }) as typeof provider;
  return { issuer, host, clientId: "counterfoil", clientSecret: "a client secret", redirectUris, requests, signIn: (next) => { account = next; } };
}

/** A provider that answers whatever the test wants: for tokens that an honest one never issues. */
export async function aLyingProvider(): Promise<OpenIdProvider & { lie(change: { claims?: JWTPayload; signWith?: "other" | "none"; authorize?: (query: URLSearchParams) => Record<string, string>; metadata?: Record<string, unknown> }): void; redeemed: number }> {
  const key = await generateKeyPair("RS256", { extractable: true });
  const other = await generateKeyPair("RS256");
  let account: Account = { sub: "nobody" };
  let change: Parameters<Awaited<ReturnType<typeof aLyingProvider>>["lie"]>[0] = {};
  let nonce = "";
  const result = { redeemed: 0, requests: [] as string[] };
  const { server, base, host } = await listen((request, response) => {
    const url = new URL(request.url ?? "/", base);
    const json = (value: unknown) => response.setHeader("content-type", "application/json").end(JSON.stringify(value));
    void (async () => {
      if (url.pathname === "/.well-known/openid-configuration") {
        return json({ issuer: base, authorization_endpoint: `${base}/authorize`, token_endpoint: `${base}/token`, jwks_uri: `${base}/keys`, id_token_signing_alg_values_supported: ["RS256"], authorization_response_iss_parameter_supported: true, response_types_supported: ["code"], subject_types_supported: ["public"], token_endpoint_auth_methods_supported: ["client_secret_post"], ...change.metadata });
      }
      if (url.pathname === "/keys") return json({ keys: [{ ...(await exportJWK(key.publicKey)), alg: "RS256", use: "sig", kid: "one" }] });
      if (url.pathname === "/authorize") {
        nonce = url.searchParams.get("nonce") ?? "";
        const back = new URL(url.searchParams.get("redirect_uri")!);
        for (const [name, value] of Object.entries({ code: "a-code", state: url.searchParams.get("state") ?? "", iss: base, ...change.authorize?.(url.searchParams) })) if (value) back.searchParams.set(name, value);
        return response.writeHead(302, { location: back.href }).end();
      }
      result.redeemed++;
      const now = Math.floor(Date.now() / 1000);
      const claims = { iss: base, aud: "counterfoil", sub: account.sub, iat: now, exp: now + 300, nonce, ...account.claims, ...change.claims };
      for (const [name, value] of Object.entries(claims)) if (value === undefined) delete (claims as Record<string, unknown>)[name];
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
      const token = change.signWith === "none" ? `${part({ alg: "none" })}.${part(claims)}.` : await new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: "one" }).sign(change.signWith === "other" ? other.privateKey : key.privateKey);
      return json({ access_token: "an access token", token_type: "bearer", expires_in: 60, id_token: token });
    })();
  });
  servers.push(server);
  return Object.assign(result, { issuer: base, host, clientId: "counterfoil", clientSecret: "a client secret", redirectUris: [], signIn: (next: Account) => { account = next; }, lie: (next: typeof change) => { change = next; } });
}

// ---- SAML

export const certificateOf = (bits = 2048): Certificate => makeCertificate("idp.example", { rsaBits: bits });
samlify.setSchemaValidator({ validate: async () => "not checked here" });

export type SamlUser = {
  nameId: string; attributes?: Record<string, string | string[]>; context?: string; sessionEnds?: string; authnInstant?: string;
};
export type SamlProvider = {
  issuer: string; entryPoint: string; certificate: Certificate; metadata: string;
  /** Answers an AuthnRequest as it stands in the address that the product sends browsers to; signed twice. */
  answer(startUrl: string, user: SamlUser, ours: { acs: string; entityId: string }): Promise<{ xml: string; field: string; requestId: string }>;
  /** The unsigned answer, for tests that sign it in their own way. */
  template(user: SamlUser, facts: Facts): string;
  sign(xml: string, what: "both" | "assertion" | "response", key?: Certificate, algorithm?: string): string;
};
export type Facts = { requestId: string | null; acs: string; entityId: string; issuer?: string; at?: number; audience?: string; recipient?: string; notOnOrAfter?: number; destination?: string };

const escape = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
export const fieldOf = (xml: string): string => Buffer.from(xml).toString("base64");

/** A SAML identity provider by `samlify`: it reads our request and our metadata with its own eyes, and signs its answer. */
export function aSamlProvider(name = "idp.example"): SamlProvider {
  const certificate = certificateOf();
  const issuer = `https://${name}/saml`;
  const entryPoint = `https://${name}/sso`;
  const body = certificate.cert.replace(/-----[A-Z ]+-----|\s/g, "");
  const metadata = `<?xml version="1.0"?><md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="${issuer}"><md:IDPSSODescriptor WantAuthnRequestsSigned="false" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${body}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${entryPoint}/post"/><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${entryPoint}"/></md:IDPSSODescriptor></md:EntityDescriptor>`;
  const idp = samlify.IdentityProvider({ metadata, privateKey: certificate.key, isAssertionEncrypted: false });
  const iso = (at: number) => new Date(at).toISOString();

  const template = (user: SamlUser, facts: Facts): string => {
    const at = facts.at ?? Date.now();
    const end = iso(facts.notOnOrAfter ?? at + 300_000);
    const answers = facts.requestId === null ? "" : ` InResponseTo="${facts.requestId}"`;
    const attributes = Object.entries(user.attributes ?? {}).map(([key, value]) => `<saml:Attribute Name="${escape(key)}">${[value].flat().map((one) => `<saml:AttributeValue>${escape(one)}</saml:AttributeValue>`).join("")}</saml:Attribute>`).join("");
    return `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r${crypto.randomUUID()}" Version="2.0" IssueInstant="${iso(at)}" Destination="${facts.destination ?? facts.acs}"${answers}><saml:Issuer>${facts.issuer ?? issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>`
      + `<saml:Assertion ID="_a${crypto.randomUUID()}" Version="2.0" IssueInstant="${iso(at)}"><saml:Issuer>${facts.issuer ?? issuer}</saml:Issuer><saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">${user.nameId}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="${end}" Recipient="${facts.recipient ?? facts.acs}"${answers}/></saml:SubjectConfirmation></saml:Subject>`
      + `<saml:Conditions NotBefore="${iso(at - 1000)}" NotOnOrAfter="${end}"><saml:AudienceRestriction><saml:Audience>${facts.audience ?? facts.entityId}</saml:Audience></saml:AudienceRestriction></saml:Conditions>`
      + `<saml:AuthnStatement AuthnInstant="${user.authnInstant ?? iso(at)}" SessionIndex="_s1"${user.sessionEnds ? ` SessionNotOnOrAfter="${user.sessionEnds}"` : ""}><saml:AuthnContext><saml:AuthnContextClassRef>${user.context ?? "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>`
      + `${attributes ? `<saml:AttributeStatement>${attributes}</saml:AttributeStatement>` : ""}</saml:Assertion></samlp:Response>`;
  };
  const sign = (xml: string, what: "both" | "assertion" | "response", key = certificate, algorithm = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"): string => {
    const common = { privateKey: key.key, signatureAlgorithm: algorithm, signingCert: key.cert.replace(/-----[A-Z ]+-----|\s/g, ""), isBase64Output: false } as const;
    const at = (reference: string) => ({ prefix: "ds", location: { reference, action: "after" as const } });
    let signed = xml;
    if (what !== "response") signed = samlify.SamlLib.constructSAMLSignature({ ...common, rawSamlMessage: signed, referenceTagXPath: "/*/*[local-name(.)='Assertion']", signatureConfig: at("/*/*[local-name(.)='Assertion']/*[local-name(.)='Issuer']") } as never);
    if (what !== "assertion") signed = samlify.SamlLib.constructSAMLSignature({ ...common, rawSamlMessage: signed, isMessageSigned: true, signatureConfig: at("/*/*[local-name(.)='Issuer']") } as never);
    return signed;
  };
  return {
    issuer, entryPoint, certificate, metadata, template, sign,
    async answer(startUrl, user, ours) {
      const sp = samlify.ServiceProvider({ entityID: ours.entityId, wantMessageSigned: true, assertionConsumerService: [{ Binding: "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST", Location: ours.acs }] } as never);
      const query = Object.fromEntries(new URL(startUrl).searchParams);
      const request = await idp.parseLoginRequest(sp, "redirect", { query });
      const requestId = (request.extract as { request: { id: string } }).request.id;
      const xml = sign(template(user, { requestId, ...ours }), "both");
      return { xml, field: fieldOf(xml), requestId };
    },
  };
}

// ---- A browser

export type Browser = { cookies: Map<string, string>; visit(url: string): Promise<Place>; post(url: string, form: Record<string, string>, origin: string): Promise<Place>; client: { cookie(): string } };
/** Where a visit ended: a page of ours, or an address elsewhere that the test plays itself. */
export type Place = { url: string; status: number; problem: string | null; body: string };

/** Follows redirects between the product (in process) and providers (over HTTP) until a page of ours, keeping cookies as a browser does. */
export function aBrowser(app: FastifyInstance): Browser {
  const remoteAddress = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`; // limits count by address
  const jars = new Map<string, Map<string, string>>();
  const jar = (origin: string) => jars.get(origin) ?? jars.set(origin, new Map()).get(origin)!;
  const keep = (origin: string, lines: readonly string[]) => {
    for (const line of lines) {
      const [pair = "", ...rest] = line.split(";");
      const [name = "", ...value] = pair.split("=");
      if (/expires=Thu, 01 Jan 1970|max-age=0/i.test(rest.join(";"))) jar(origin).delete(name.trim());
      else jar(origin).set(name.trim(), value.join("="));
    }
  };
  const sent = (origin: string) => [...jar(origin)].map(([name, value]) => `${name}=${value}`).join("; ");
  const arrived = (url: string, status: number, body: string): Place => ({ url, status, body, problem: new URL(url).searchParams.get("problem") });

  async function follow(url: string, hops = 0): Promise<Place> {
    if (hops > 20) throw new Error(`redirected too often: ${url}`);
    const target = new URL(url, OURS);
    if (target.origin === OURS) {
      if (!target.pathname.startsWith("/api/")) return arrived(target.href, 200, "");
      const answer = await app.inject({ remoteAddress, url: target.pathname + target.search, headers: { host: "localhost:3000", ...(sent(OURS) ? { cookie: sent(OURS) } : {}) } });
      keep(OURS, [answer.headers["set-cookie"] ?? []].flat());
      const location = answer.headers.location;
      return location ? follow(new URL(location, OURS).href, hops + 1) : arrived(target.href, answer.statusCode, answer.body);
    }
    if (!target.hostname.startsWith("127.")) return arrived(target.href, 200, ""); // a provider that the test plays itself
    const answer = await fetch(target, { redirect: "manual", headers: { cookie: sent(target.origin) } });
    keep(target.origin, answer.headers.getSetCookie());
    const location = answer.headers.get("location");
    return location ? follow(new URL(location, target).href, hops + 1) : arrived(target.href, answer.status, await answer.text());
  }
  return {
    cookies: jar(OURS), visit: (url) => follow(url), client: { cookie: () => sent(OURS) },
    /** A form that a page of another site posts to us: cookies with SameSite stay away. */
    async post(url, form, origin) {
      const target = new URL(url, OURS);
      const answer = await app.inject({ remoteAddress, method: "POST", url: target.pathname + target.search, payload: new URLSearchParams(form).toString(), headers: { host: "localhost:3000", origin, "content-type": "application/x-www-form-urlencoded" } });
      keep(OURS, [answer.headers["set-cookie"] ?? []].flat());
      const location = answer.headers.location;
      return location ? follow(new URL(location, OURS).href) : arrived(target.href, answer.statusCode, answer.body);
    },
  };
}

// ---- A company with a domain of its own

const records = new Map<string, string>();
/** What name servers say in a test: the TXT records that companies have set. */
export const txtOf = (name: string): string[] => (records.has(name) ? [records.get(name)!] : []);
let companies = 0;

export type Company = { owner: Awaited<ReturnType<typeof signedIn>>; domain: string; address(name: string): string; connect(input: Record<string, unknown>): Promise<{ id: string; acs: string; entityId: string; start: string }> };
/** A workspace whose owner has shown that a domain is theirs, ready to be connected with a provider. */
export async function aCompany(app: FastifyInstance): Promise<Company> {
  const owner = await signedIn(app, "Olive Owner");
  const domain = `company${++companies}-${crypto.randomUUID().slice(0, 6)}.example`;
  const named = await owner.call("POST", "/api/sso/domains", { domain });
  if (named.status !== 201) throw new Error(`domain: ${JSON.stringify(named.body)}`);
  records.set(named.body.record.name, named.body.record.value);
  const checked = await owner.call("POST", `/api/sso/domains/${named.body.id}/check`, {});
  if (!checked.body.verifiedAt) throw new Error(`domain: ${JSON.stringify(checked.body)}`);
  return {
    owner, domain, address: (name) => `${name}@${domain}`,
    async connect(input) {
      const made = await owner.call("POST", "/api/sso/connections", { enabled: true, name: "Company sign-in", ...input });
      if (made.status !== 201) throw new Error(`connection: ${JSON.stringify(made.body)}`);
      const path = `/api/sso/${made.body.id}`;
      return { id: made.body.id, acs: `${OURS}${path}/acs`, entityId: `${OURS}${path}/metadata`, start: `${path}/start` };
    },
  };
}
