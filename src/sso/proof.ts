import { z } from "zod";
import type { Scope } from "../workspaces/index.ts";
import type { Proof } from "./flow.ts";
import type { Claims } from "./oidc.ts";
import { domainOf, roleByGroups, statesSecondFactor, stops } from "./policy.ts";
import { listRules, type Connection } from "./queries.ts";
import type { SamlAnswer } from "./saml.ts";

// What a provider says, as far as we take it: who (issuer and subject), one mail address, a name for somebody new, a role by
// groups, whether it checked two factors, until when. Everything else is dropped here.

const usualEmail = ["email", "mail", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", "urn:oid:0.9.2342.19200300.100.1.3", "emailaddress", "Email"];
const usualName = ["name", "displayName", "http://schemas.microsoft.com/identity/claims/displayname", "urn:oid:2.16.840.1.113730.3.1.241"];
const usualGroups = ["groups", "http://schemas.microsoft.com/ws/2008/06/identity/claims/groups", "http://schemas.xmlsoap.org/claims/Group", "memberOf"];

const strings = (value: unknown): string[] => [value].flat().filter((one): one is string => typeof one === "string").slice(0, 1000);
/** A mail address in one spelling; null for anything that is none. */
export const readEmail = (text: string | undefined): string | null => {
  const parsed = z.email().max(320).safeParse(text?.trim().toLowerCase());
  return parsed.success ? parsed.data : null;
};
const nameIn = (text: string | undefined): string | null => text?.replace(/[\p{C}\u2028\u2029]/gu, "").trim().slice(0, 200) || null;

/** What an id token of a workspace's provider proves. */
export async function proofOfClaims(scope: Scope, connection: Connection, claims: Claims): Promise<Proof> {
  const email = readEmail(strings(claims[connection.email_claim ?? "email"])[0]);
  if (!email) throw stops.refuse("sso_no_address");
  if (claims["email_verified"] === false || claims["email_verified"] === "false") throw stops.refuse("sso_address_unproven");
  // Google lets anybody use any proven address as a private account; only `hd` says that the company manages it.
  if (connection.issuer === "https://accounts.google.com" && String(claims["hd"] ?? "").toLowerCase() !== domainOf(email)) throw stops.refuse("sso_address_unproven");
  const stated = [...strings(claims["acr"]), ...strings(claims["amr"])];
  return judge(scope, connection, {
    via: "oidc", issuer: claims.iss, subject: claims.sub, email, name: nameIn(strings(claims["name"])[0]), groups: strings(claims[connection.groups_claim ?? "groups"]), stated, endsAt: sessionEnd(claims),
  });
}

/** A provider may limit the session by a claim of its own (V7.6.1): seconds since 1970. */
function sessionEnd(claims: Claims): Date | null {
  const end = Number(claims["session_not_on_or_after"] ?? claims["session_expiry"] ?? Number.NaN);
  return Number.isFinite(end) && end > 0 && end < 1e11 ? new Date(end * 1000) : null;
}

/** What a SAML answer proves. */
export async function proofOfAnswer(scope: Scope, connection: Connection, answer: SamlAnswer): Promise<Proof> {
  const first = (names: readonly string[]) => names.map((name) => answer.attributes[name]).find((values) => values && values.length > 0);
  const stated = connection.email_claim ? answer.attributes[connection.email_claim] ?? [] : first(usualEmail) ?? (answer.subject.includes("@") ? [answer.subject] : []);
  const email = stated.length === 1 ? readEmail(stated[0]) : null; // two addresses are no address: whose would it be?
  if (!email) throw stops.refuse("sso_no_address");
  return judge(scope, connection, {
    via: "saml", issuer: answer.issuer, subject: answer.subject, email, name: nameIn(first(usualName)?.[0]),
    groups: (connection.groups_claim ? answer.attributes[connection.groups_claim] : first(usualGroups)) ?? [], stated: answer.contexts, endsAt: answer.endsAt,
  });
}

type Said = Pick<Proof, "via" | "issuer" | "subject" | "email" | "name"> & { groups: string[]; stated: string[]; endsAt: Date | null };

/** The workspace's own rules on what was said (V6.8.4): a second factor counts when the provider states it, or the owner trusts it to check one. */
async function judge(scope: Scope, connection: Connection, { groups, stated, endsAt, ...said }: Said): Promise<Proof> {
  const second = statesSecondFactor(stated, connection.second_factor_values);
  if (connection.second_factor === "required" && !second) throw stops.refuse("sso_no_second_factor");
  const role = roleByGroups(await scope.transaction((tx) => listRules(tx)), groups);
  if (said.issuer.length > 500 || said.subject.length > 500) throw stops.refuse("sso_malformed");
  return { connectionId: connection.id, ...said, role, secondFactor: second || connection.second_factor === "trusted", endsAt: endsAt?.toISOString() ?? null };
}
