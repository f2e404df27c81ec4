import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { isLoopback } from "../platform/config.ts";
import { OutboundRefusal } from "../platform/outbound.ts";
import { common, Refusal } from "../platform/refusal.ts";
import { openBytes, sealBytes } from "../platform/sealing.ts";
import type { Services } from "../platform/services.ts";
import { createScope, recordEvent, type Scope, type Tx } from "../workspaces/index.ts";
import type { CheckResult, CheckStep, ConnectionInput, ConnectionView } from "./contract.ts";
import { describeOidc, type OidcProvider } from "./oidc.ts";
import { refuse } from "./policy.ts";
import * as q from "./queries.ts";
import { addressesOf, readCertificate } from "./saml.ts";

const contextOf = (connectionId: string): string => `sso:${connectionId}`;

/** A connection as the OpenID protocol needs it; its secret is opened with the workspace's key. */
export async function connectionProvider(services: Services, connection: q.Connection): Promise<OidcProvider> {
  const scope = createScope(services, { workspaceId: connection.workspace_id, actor: { kind: "system", id: null, name: "Single sign-on", role: null, may: () => false } });
  const secret = openBytes(await scope.workspaceKey(), connection.sealed_secret!, contextOf(connection.id)).toString("utf8");
  return providerOf(services, connection, secret);
}

const providerOf = (services: Services, connection: Pick<q.Connection, "id" | "issuer" | "client_id" | "max_age_minutes"> & { changed_at?: Date }, clientSecret: string): OidcProvider => ({
  key: `connection ${connection.id} ${connection.changed_at?.getTime() ?? 0}`, issuer: connection.issuer, clientId: connection.client_id!, clientSecret,
  callbackUrl: addressesOf(services, connection.id).callbackUrl, maxAgeMinutes: connection.max_age_minutes,
  checkMetadata: (described) => {
    // "common" endpoints answer with a pattern in place of a directory: whoever has any directory would be somebody here.
    if (/[{}]/.test(described.issuer) || new URL(described.issuer).href !== new URL(connection.issuer).href) throw refuse("issuer_for_everybody");
  },
});

/** Makes a connection, or changes one. What cannot work is refused before it is saved: an issuer that does not answer, a weak certificate. */
export async function keepConnection(scope: Scope, id: string | null, input: ConnectionInput): Promise<q.Connection> {
  const { services } = scope;
  const connectionId = id ?? input.id ?? randomUUID();
  const before = id ? await scope.transaction((tx) => q.findConnection(tx, id)) : undefined;
  if (id && (!before || before.kind !== input.kind)) throw common.refuse("not_found");
  const row: q.ConnectionRow = {
    id: connectionId, kind: input.kind, name: input.name, enabled: input.enabled, issuer: input.issuer, email_claim: input.emailClaim, groups_claim: input.groupsClaim,
    second_factor: input.secondFactor, second_factor_values: input.secondFactorValues, max_age_minutes: input.maxAgeMinutes,
    entry_point: null, certificates: [], client_id: null, sealed_secret: null, idp_initiated: false,
  };
  if (input.kind === "oidc") {
    const key = await scope.workspaceKey();
    const secret = input.clientSecret ?? (before?.sealed_secret && openBytes(key, before.sealed_secret, contextOf(connectionId)).toString("utf8"));
    if (!secret) throw refuse("secret_needed");
    // A secret that was given for one provider is never shown to another.
    if (!input.clientSecret && before && before.issuer !== input.issuer) throw refuse("secret_needed");
    row.client_id = input.clientId;
    row.sealed_secret = input.clientSecret ? sealBytes(key, Buffer.from(secret), contextOf(connectionId)) : before!.sealed_secret;
    await describeOidc(services, providerOf(services, { ...row, id: connectionId }, secret));
  } else {
    const url = new URL(input.entryPoint);
    const here = isLoopback(url.hostname) && isLoopback(new URL(services.config.publicUrl).hostname);
    if (url.protocol !== "https:" && !here) throw refuse("entry_point_not_https");
    row.entry_point = url.href;
    row.certificates = [...new Set(input.certificates.map((pem) => readCertificate(pem).pem))];
    row.idp_initiated = input.idpInitiated;
  }
  return scope.transaction(async (tx) => {
    if (id) await stillReachable(tx, id, input.enabled);
    const saved = await (before ? q.updateConnection : q.insertConnection)(tx, row, scope.now());
    if (before && before.issuer !== row.issuer) await q.forgetIdentities(tx, connectionId);
    recordEvent(tx, {
      action: before ? "sso.connection_changed" : "sso.connection_created", summary: `${before ? "Changed" : "Made"} the single sign-on connection ${row.name}`, subjectKind: "sso_connection", subjectId: connectionId,
      details: { ...(before ? { before: facts(before) } : {}), after: facts(row) },
    });
    return saved;
  });
}

/** What an event tells of a connection: no secret, certificates by number. */
const facts = (row: q.ConnectionRow) => ({
  kind: row.kind, name: row.name, enabled: row.enabled, issuer: row.issuer, entryPoint: row.entry_point, clientId: row.client_id, certificates: row.certificates.length,
  secondFactor: row.second_factor, maxAgeMinutes: row.max_age_minutes, idpInitiated: row.idp_initiated,
});

/** While single sign-on is required, one connection has to stay on. */
async function stillReachable(tx: Tx, id: string, staysOn: boolean): Promise<void> {
  if (staysOn || !(await q.findPolicy(tx)).sso_required) return;
  if (!(await q.listConnections(tx)).some((one) => one.enabled && one.id !== id)) throw refuse("connection_in_use");
}

/** Removes a connection: nobody enters by it any more. */
export function dropConnection(scope: Scope, id: string): Promise<void> {
  return scope.transaction(async (tx) => {
    const row = await q.findConnection(tx, id);
    if (!row) throw common.refuse("not_found");
    await stillReachable(tx, id, false);
    await q.removeConnection(tx, id);
    recordEvent(tx, { action: "sso.connection_removed", summary: `Removed the single sign-on connection ${row.name}`, subjectKind: "sso_connection", subjectId: id, details: { before: facts(row) } });
  });
}

export function viewConnection(services: Services, row: q.Connection): z.input<typeof ConnectionView> {
  const ours = addressesOf(services, row.id);
  return {
    id: row.id, kind: row.kind, name: row.name, enabled: row.enabled, issuer: row.issuer, entryPoint: row.entry_point, certificates: row.certificates.map(readCertificate), clientId: row.client_id, hasSecret: row.sealed_secret !== null,
    emailClaim: row.email_claim, groupsClaim: row.groups_claim, secondFactor: row.second_factor, secondFactorValues: row.second_factor_values, maxAgeMinutes: row.max_age_minutes, idpInitiated: row.idp_initiated,
    createdAt: row.created_at.toISOString(), lastUsedAt: row.last_used_at?.toISOString() ?? null,
    ours: { callbackUrl: row.kind === "oidc" ? ours.callbackUrl : ours.acsUrl, entityId: row.kind === "saml" ? ours.entityId : null, startUrl: ours.startUrl },
  };
}

const DAY_MS = 86_400_000;

/** Tries a connection as far as that goes without a person: what answers, what fits, what will soon end. */
export async function checkConnection(scope: Scope, id: string): Promise<z.input<typeof CheckResult>> {
  const { services } = scope;
  const row = await scope.transaction((tx) => q.findConnection(tx, id));
  if (!row) throw common.refuse("not_found");
  const steps: CheckStep[] = [];
  const step = (name: string, state: CheckStep["state"], detail: string) => void steps.push({ name, state, detail });
  if (row.kind === "oidc") {
    try {
      const described = await describeOidc(services, await connectionProvider(services, row));
      step("Provider answers", "good", `${new URL(row.issuer).host} describes itself as ${described.issuer}.`);
      const pkce = described.code_challenge_methods_supported;
      step("PKCE", !pkce || pkce.includes("S256") ? "good" : "warning", pkce ? `Supports ${pkce.join(", ")}.` : "Not stated; it is used all the same.");
      const keys = described.jwks_uri ? await services.outbound.fetch(described.jwks_uri, { hosts: [new URL(described.jwks_uri).host] }).then((answer) => answer.json() as Promise<{ keys?: unknown[] }>).catch(() => ({})) as { keys?: unknown[] } : {};
      step("Signing keys", keys.keys?.length ? "good" : "failed", keys.keys?.length ? `${keys.keys.length} found.` : "None found where the provider says they are.");
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      step("Provider answers", "failed", error.message);
    }
  } else {
    for (const certificate of row.certificates.map(readCertificate)) {
      const days = Math.floor((Date.parse(certificate.expiresAt) - scope.now().getTime()) / DAY_MS);
      step(`Certificate ${certificate.subject}`, days < 0 ? "failed" : days < 30 ? "warning" : "good",
        days < 0 ? `Ended ${-days} days ago. Ask the provider for its new one.` : `Good for ${days} days, until ${certificate.expiresAt.slice(0, 10)}.`);
    }
    const url = new URL(row.entry_point!);
    try {
      const answer = await services.outbound.fetch(url, { hosts: [url.host] });
      step("Sign-in address", answer.status < 500 ? "good" : "warning", `${url.host} answers (${answer.status}).`);
    } catch (error) {
      if (!(error instanceof OutboundRefusal)) throw error;
      const fine = error.reason === "redirect"; // a sign-in page that sends people on is what one expects
      step("Sign-in address", fine ? "good" : "warning", fine ? `${url.host} answers.` : `${error.message} People's browsers may still reach it.`);
    }
  }
  const domains = await scope.transaction((tx) => q.listDomains(tx));
  const verified = domains.filter((one) => one.verified_at);
  step("Domain", verified.length > 0 ? "good" : "failed", verified.length > 0 ? `People of ${verified.map((one) => one.domain).join(", ")} can enter.` : "No domain is verified yet, so nobody could enter.");
  if (!row.enabled) step("Switched on", "warning", "The connection is switched off.");
  return { good: steps.every((one) => one.state !== "failed"), steps };
}
