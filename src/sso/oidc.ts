import * as client from "openid-client";
import { OutboundRefusal } from "../platform/outbound.ts";
import { Refusal } from "../platform/refusal.ts";
import type { Services } from "../platform/services.ts";
import { FLOW_MS, onceKey, type Begun } from "./flow.ts";
import { refuse, stops, type Stop } from "./policy.ts";
import { takeOnce } from "./queries.ts";

/** An OpenID provider as we know it before any of its answers. */
export type OidcProvider = {
  /** Names the provider and the version of its settings: what is kept of it ends when they change. */
  key: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  callbackUrl: string;
  /** Another address for the issuer's own host: a proxy, a national cloud. */
  at?: { from: string; to: string };
  maxAgeMinutes?: number | null;
  /** Looks at the provider's own description of itself; throws when it is not the one meant. */
  checkMetadata?(metadata: client.ServerMetadata): void;
};

export type Claims = client.IDToken & Record<string, unknown>;
type Known = { config: client.Configuration; until: number };

const KEPT_MS = 10 * 60_000;
const kept = new WeakMap<Services["outbound"], Map<string, Promise<Known>>>();

/** The provider's endpoints and keys, found from its issuer and kept for ten minutes. */
function known(services: Services, provider: OidcProvider): Promise<Known> {
  const all = kept.get(services.outbound) ?? new Map<string, Promise<Known>>();
  kept.set(services.outbound, all);
  const ask = () => {
    const fresh = discover(services, provider);
    if (all.size > 500) all.clear();
    all.set(provider.key, fresh);
    fresh.catch(() => all.delete(provider.key));
    return fresh;
  };
  const before = all.get(provider.key);
  return before ? before.then((one) => (one.until > Date.now() ? one : ask())) : ask();
}

async function discover(services: Services, provider: OidcProvider): Promise<Known> {
  const issuer = new URL(provider.issuer);
  const real = (url: string) => (provider.at && url.startsWith(`${provider.at.from}/`) ? provider.at.to + url.slice(provider.at.from.length) : url);
  // First only the issuer's own host may be called; then also the hosts that its description names for tokens and keys.
  const hosts = new Set([new URL(real(issuer.href)).host]);
  const throughOurDoor: client.CustomFetch = (url, { body, headers, method }) =>
    services.outbound.fetch(real(url), { hosts: [...hosts], method, headers, body: body === null || body === undefined ? undefined : String(body) });
  const insecure = [provider.issuer, provider.at?.to ?? ""].some((url) => url.startsWith("http:")); // only hosts that the operator vouched for pass the door in clear
  const metadata = { [client.clockTolerance]: 5 } as Partial<client.ClientMetadata>;
  let config = await client.discovery(issuer, provider.clientId, metadata, client.ClientSecretPost(provider.clientSecret), {
    [client.customFetch]: throughOurDoor, timeout: 15, execute: insecure ? [client.allowInsecureRequests] : [],
  });
  const described = config.serverMetadata();
  provider.checkMetadata?.(described);
  const methods = described.token_endpoint_auth_methods_supported;
  if (!provider.at && (!methods || (!methods.includes("client_secret_post") && methods.includes("client_secret_basic")))) {
    config = new client.Configuration(described, provider.clientId, metadata, client.ClientSecretBasic(provider.clientSecret));
    config[client.customFetch] = throughOurDoor;
    if (insecure) client.allowInsecureRequests(config);
  }
  config.timeout = 15;
  client.enableNonRepudiationChecks(config); // the signature of the id token is checked although it came over TLS from the provider (V6.8.2)
  for (const url of [described.token_endpoint, described.jwks_uri, described.userinfo_endpoint]) if (url) hosts.add(new URL(real(url)).host);
  return { config, until: Date.now() + KEPT_MS };
}

/** Begins a sign-in: the address to send the browser to, and what it must carry back (V10.1.2, V10.2.1). */
export async function beginOidc(services: Services, provider: OidcProvider, hints: { email?: string | undefined } = {}): Promise<{ url: URL; state: string; nonce: string; verifier: string }> {
  const { config } = await known(services, provider).catch((error: unknown) => { throw stopped(services, error); });
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const nonce = client.randomNonce();
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: provider.callbackUrl, scope: "openid email profile", response_type: "code", state, nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: "S256",
    ...(hints.email ? { login_hint: hints.email } : {}),
    ...(provider.maxAgeMinutes === null || provider.maxAgeMinutes === undefined ? {} : { max_age: String(provider.maxAgeMinutes * 60) }),
  });
  return { url, state, nonce, verifier };
}

/**
 * Ends a sign-in: takes the code of the answer, once, and gives the claims of an id token that was issued by this provider,
 * for us, for this sign-in, and is signed by its keys. Tokens are dropped here. Throws a stop for anything else.
 */
export async function finishOidc(services: Services, provider: OidcProvider, query: string, begun: Extract<Begun, { kind: "oidc" }>): Promise<Claims> {
  const currentUrl = new URL(`${provider.callbackUrl}?${query}`);
  if (currentUrl.searchParams.get("state") !== begun.state) throw stops.refuse("sso_other_browser");
  if (!await takeOnce(services, onceKey("oidc", provider.key, begun.nonce), new Date(services.clock().getTime() + 2 * FLOW_MS))) throw stops.refuse("sso_used");
  try {
    const { config } = await known(services, provider);
    const tokens = await client.authorizationCodeGrant(config, currentUrl, { pkceCodeVerifier: begun.verifier, expectedState: begun.state, expectedNonce: begun.nonce, idTokenExpected: true });
    const claims = { ...tokens.claims()! } as Claims;
    if (claims.azp !== undefined && claims.azp !== provider.clientId) throw stops.refuse("sso_wrong_audience");
    // Some providers put the address only where the access token leads. The subject has to be the same.
    if (claims["email"] === undefined && config.serverMetadata().userinfo_endpoint) {
      const more = await client.fetchUserInfo(config, tokens.access_token, claims.sub);
      for (const [name, value] of Object.entries(more)) if (!(name in claims)) claims[name] = value;
    }
    const { maxAgeMinutes } = provider;
    if (maxAgeMinutes !== null && maxAgeMinutes !== undefined) {
      const age = services.clock().getTime() / 1000 - Number(claims.auth_time ?? Number.NEGATIVE_INFINITY);
      if (!(age <= maxAgeMinutes * 60 + 5 + (maxAgeMinutes === 0 ? 60 : 0))) throw stops.refuse("sso_too_old");
    }
    return claims;
  } catch (error) {
    throw stopped(services, error);
  }
}

/** Asks the provider who it is; for the settings page. Throws a stop, or a refusal that says what the door refused. */
export async function describeOidc(services: Services, provider: OidcProvider): Promise<client.ServerMetadata> {
  const fresh = { ...provider, key: `${provider.key} ${services.clock().getTime()}` };
  try {
    return (await discover(services, fresh)).config.serverMetadata();
  } catch (error) {
    const refused = causeOf(error, OutboundRefusal);
    if (refused) throw refuse("address_not_called", { detail: refused.message });
    throw error instanceof Refusal ? error : stopped(services, error);
  }
}

function causeOf<T extends Error>(error: unknown, kind: new (...parts: never[]) => T): T | null {
  for (let one = error, depth = 0; one instanceof Error && depth < 6; one = one.cause, depth++) if (one instanceof kind) return one;
  return null;
}

/** What the library says, as the stop that a person reads. The library's words go to the log, without tokens. */
function stopped(services: Services, error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const stop = stopFor(error);
  services.log.info({ stop, code: (error as { code?: string }).code ?? "", detail: error instanceof Error ? error.message.slice(0, 200) : "" }, "a sign-in elsewhere was stopped");
  return stops.refuse(stop);
}

function stopFor(error: unknown): Stop {
  if (causeOf(error, OutboundRefusal)) return "sso_unreachable";
  if (error instanceof client.AuthorizationResponseError) return /^(access_denied|login_required|interaction_required|consent_required|account_selection_required)$/.test(error.error) ? "sso_denied" : "sso_failed";
  if (error instanceof client.ResponseBodyError) return error.error === "invalid_grant" ? "sso_used" : "sso_failed";
  const { code } = error as { code?: string };
  const facts = [error, (error as Error).cause, ((error as Error).cause as Error | undefined)?.cause].map((one) => one as { claim?: string; attribute?: string; message?: string } | undefined);
  const claim = facts.map((one) => one?.claim).find(Boolean);
  const words = facts.map((one) => one?.message ?? "").join(" ");
  if (code === "OAUTH_TIMEOUT" || code === "OAUTH_ABORT") return "sso_unreachable";
  if (claim === "nonce" || /"nonce"/.test(words)) return "sso_wrong_nonce";
  if (claim === "aud" || claim === "azp") return "sso_wrong_audience";
  if (claim === "iss" || /issuer/.test(words)) return "sso_wrong_issuer";
  if (code === "OAUTH_JWT_TIMESTAMP_CHECK_FAILED") return "sso_expired";
  if (code === "OAUTH_KEY_SELECTION_FAILED" || /signature|JWS|"alg"/i.test(words)) return "sso_bad_signature";
  if (/"state"/.test(words)) return "sso_other_browser";
  return "sso_failed";
}
