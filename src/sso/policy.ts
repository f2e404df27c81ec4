import { declareRefusals } from "../platform/refusal.ts";
import type { GivenRole } from "./contract.ts";

export const { refuse, refuseIf, explain, declared } = declareRefusals({
  provider_not_offered: [404, "This way to sign in is not set up here."],
  issuer_for_everybody: [400, "This issuer speaks for every directory, so anybody could enter. Use the address of your own directory (tenant)."],
  secret_needed: [400, "Enter the client secret."],
  bad_certificate: [400, "This is not a certificate. Paste it as PEM, beginning with -----BEGIN CERTIFICATE-----."],
  weak_certificate: [400, "This certificate's key is too weak: it must be RSA with at least 2048 bits."],
  entry_point_not_https: [400, "The sign-in address must begin with https://."],
  bad_metadata: [400, "These are not the metadata of one SAML identity provider: {detail}."],
  address_not_called: [400, "{detail}"],
  domain_taken: [409, "Another workspace of this installation has proven this domain. Remove it there first."],
  domain_public: [400, "{domain} is a mail service that anybody can join. Only a domain of your own can be verified."],
  no_enabled_connection: [409, "Switch on a connection first; without one nobody could enter."],
  no_verified_domain: [409, "Verify a domain first: single sign-on is required of people with an address in it."],
  no_exempt_owner: [409, "Name at least one owner who may still enter when the identity provider is down."],
  exempt_not_owner: [409, "Only owners can be let in without single sign-on."],
  connection_in_use: [409, "Single sign-on is required in this workspace and this is its only connection. Switch the requirement off first."],
  domain_in_use: [409, "Single sign-on is required and this is the only verified domain. Switch the requirement off first."],
  come_in_first: [403, "Only a person who came in by single sign-on, or an owner who is let in without it, can require it. Sign in once through the connection to see that it works."],
  role_above_own: [403, "Nobody can give a role above their own."],
  nothing_to_confirm: [410, "There is nothing to confirm any more. Begin the sign-in again."],
  other_person: [409, "You are signed in with another address than the one to be linked. Sign out, then begin again."],
  fresh_proof_needed: [403, "Sign in with your own password or passkey first; then this can be linked."],
});

/** Why a sign-in at an identity provider was stopped. The sign-in page explains it; the code stands in its address. */
export const stops = declareRefusals({
  sso_denied: [403, "The identity provider did not let you in, or you cancelled there. Begin again, or ask your administrator for access to this application."],
  sso_other_browser: [403, "This sign-in was begun in another browser, or longer than 10 minutes ago. Begin again here."],
  sso_used: [403, "This sign-in was used already. Begin again."],
  sso_wrong_issuer: [403, "The answer came from another identity provider than the one that was asked. Nobody was signed in."],
  sso_wrong_audience: [403, "The identity provider's answer was meant for another application. Nobody was signed in."],
  sso_wrong_nonce: [403, "The identity provider's answer belongs to another sign-in. Begin again."],
  sso_expired: [403, "The identity provider's answer is too old, or the clocks differ by more than 5 seconds. Begin again; if it stays, have the clock of the server checked."],
  sso_bad_signature: [403, "The identity provider's answer is not signed as it must be. An administrator can compare the signing certificate under Settings, Security."],
  sso_not_signed: [403, "The identity provider must sign both the response and the assertion. An administrator of the provider can switch that on."],
  sso_weak_algorithm: [403, "The identity provider signs with an outdated algorithm (SHA-1). Its administrator has to choose SHA-256."],
  sso_malformed: [403, "The identity provider's answer has a form that is not accepted. Nobody was signed in."],
  sso_encrypted: [403, "The identity provider encrypts its answer, which is not supported. Its administrator can switch assertion encryption off; the connection itself is encrypted."],
  sso_wrong_recipient: [403, "The identity provider's answer was meant for another address. Its administrator can correct the ACS URL."],
  sso_unsolicited: [403, "This sign-in was not begun here. Begin it on this page; an owner can allow the provider to begin it."],
  sso_unreachable: [403, "The identity provider cannot be reached at the moment. Try again in a minute."],
  sso_failed: [403, "The identity provider answered with an error. Begin again; if it stays, tell your administrator."],
  sso_no_address: [403, "The identity provider did not say which mail address is yours. Its administrator has to release it to this application."],
  sso_address_unproven: [403, "The identity provider does not vouch that this mail address is yours, so it cannot be used to sign in here."],
  sso_other_domain: [403, "This identity provider may only vouch for addresses of the workspace's own domains, and yours is not one of them."],
  sso_other_directory: [403, "People of your Microsoft directory are not let in here."],
  sso_no_second_factor: [403, "This workspace asks that your identity provider checks a second factor, and it did not say that it did."],
  sso_too_old: [403, "This workspace asks for a more recent sign-in at your identity provider. Sign in there again."],
  sso_no_place: [403, "You have no place in this workspace yet. Ask an owner or admin to invite you."],
  sso_suspended: [403, "Your place in this workspace is suspended. An owner or admin can let you in again."],
  sso_person_unproven: [403, "There is a sign-in with your address that was never confirmed, so it may be somebody else's. Reset its password by mail first; then begin again."],
  sso_unknown: [403, "Nobody here has this sign-in. Ask an owner or admin of a workspace for an invitation first."],
  sso_switched_off: [403, "This way to sign in is switched off."],
});
export type Stop = keyof typeof stops.declared;

const rank: Record<GivenRole, number> = { readonly: 0, member: 1, admin: 2 };
export const atMost = (role: GivenRole, limit: GivenRole): GivenRole => (rank[role] > rank[limit] ? limit : role);
export const higher = (a: GivenRole | null, b: GivenRole | null): GivenRole | null => (a === null ? b : b === null ? a : rank[a] >= rank[b] ? a : b);

export type Rule = { group: string; role: GivenRole };
/** The highest role that somebody's groups give; null when no rule names one of them. */
export const roleByGroups = (rules: readonly Rule[], groups: readonly string[]): GivenRole | null =>
  rules.filter((rule) => groups.includes(rule.group)).reduce<GivenRole | null>((best, rule) => higher(best, rule.role), null);

/**
 * The role after a sign-in or a change in the directory. Owners are left alone, both ways: only people make and unmake owners
 * (abuse case 4). With rules, the groups decide each time, and nobody in any of them has the default role; without rules
 * a member keeps the role that people gave.
 */
export function nextRole(current: "owner" | GivenRole | null, hasRules: boolean, byGroups: GivenRole | null, defaultRole: GivenRole): "owner" | GivenRole {
  if (current === "owner") return "owner";
  if (hasRules) return byGroups ?? defaultRole;
  return current ?? defaultRole;
}

/** Mail services where everybody can have an address; nobody's workspace owns them. */
const mailServices = new Set([
  "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com", "ymail.com", "icloud.com", "me.com", "mac.com", "aol.com", "proton.me", "protonmail.com", "pm.me",
  "gmx.com", "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "web.de", "mail.com", "mail.ru", "yandex.ru", "yandex.com", "qq.com", "163.com", "126.com", "naver.com", "t-online.de", "freenet.de", "orange.fr", "free.fr",
  "laposte.net", "libero.it", "zoho.com", "fastmail.com", "tutanota.com", "hey.com", "onmicrosoft.com",
]);
export const isMailService = (domain: string): boolean => mailServices.has(domain) || domain.endsWith(".onmicrosoft.com");
export const domainOf = (email: string): string => email.slice(email.lastIndexOf("@") + 1).toLowerCase();

/** Values by which providers say that they checked two factors: OpenID amr (RFC 8176) and acr, SAML AuthnContext. */
export const twoFactorValues = [
  "mfa", "http://schemas.microsoft.com/claims/multipleauthn", "https://refeds.org/profile/mfa", "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract",
  "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorUnregistered", "urn:oasis:names:tc:SAML:2.0:ac:classes:TimeSyncToken", "urn:okta:loa:2fa:any", "phr", "phrh",
] as const;
/** Does the provider say so? What it leaves out counts as one factor (V6.8.4). */
export const statesSecondFactor = (stated: readonly string[], further: readonly string[]): boolean =>
  stated.some((value) => (twoFactorValues as readonly string[]).includes(value) || further.includes(value));

/** A path of our own pages to go on to; anything else leads to the start page. */
export function safeNext(next: string | undefined | null): string {
  if (!next || !/^\/(?![/\\])[\w\-./?=&%~:,+@!$'()*;]*$/.test(next) || next.startsWith("/api/") || next.startsWith("/sign-in")) return "/";
  return next;
}
