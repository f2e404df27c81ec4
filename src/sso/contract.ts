import { z } from "zod";
import { nameText, text, Uuid } from "../platform/fields.ts";

/** Roles that a connection or a directory may give. Owner is given by people alone. */
export const GivenRole = z.enum(["admin", "member", "readonly"]);
export type GivenRole = z.infer<typeof GivenRole>;

const Address = z.string().trim().max(2000).refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), "Write an address like https://login.example.com/….");
const Claim = nameText(300).nullable().default(null).describe("Name of a claim or attribute; null: the usual ones");

export const Domain = z.string().trim().toLowerCase().max(253)
  .transform((value) => value.replace(/^@/, "").replace(/\.$/, ""))
  .refine((value) => /^(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+(xn--[a-z0-9-]{2,59}|[a-z]{2,63})$/.test(value), "Write a domain like example.com.");

const shared = {
  id: Uuid.optional().describe("For a new connection, chosen by the caller: so our addresses are known, and can be entered at the provider, before it is saved"),
  name: nameText(100).describe("What the sign-in page calls it"),
  enabled: z.boolean().default(false),
  emailClaim: Claim,
  groupsClaim: Claim,
  secondFactor: z.enum(["stated", "trusted", "required"]).default("stated")
    .describe("stated: a second factor counts when the provider says so; trusted: always counts; required: nobody enters without the provider saying so"),
  secondFactorValues: z.array(nameText(300)).max(20).default([]).describe("Further acr, amr or AuthnContext values that mean two factors"),
  maxAgeMinutes: z.number().int().min(0).max(10_080).nullable().default(null).describe("The proof at the provider may be no older; null: any age"),
};
const Certificates = z.array(z.string().trim().min(1).max(10_000)).min(1, "Add the provider's signing certificate.").max(5);

export const OidcConnection = z.object({
  kind: z.literal("oidc"), ...shared,
  issuer: Address,
  clientId: nameText(500),
  clientSecret: z.string().trim().min(1).max(2000).optional().describe("Kept sealed, never shown; leave out to keep the one that is there"),
});
export const SamlConnection = z.object({
  kind: z.literal("saml"), ...shared,
  issuer: nameText(500).describe("Entity ID of the identity provider"),
  entryPoint: Address.describe("Where a sign-in begins (HTTP-Redirect binding)"),
  certificates: Certificates.describe("Signing certificates, PEM; two while the provider changes keys"),
  idpInitiated: z.boolean().default(false),
});
export const ConnectionInput = z.discriminatedUnion("kind", [OidcConnection, SamlConnection]);
export type ConnectionInput = z.output<typeof ConnectionInput>;

export const CertificateView = z.object({ subject: z.string(), fingerprint: z.string(), expiresAt: z.iso.datetime(), pem: z.string() });
export const ConnectionView = z.object({
  id: z.string(), kind: z.enum(["oidc", "saml"]), name: z.string(), enabled: z.boolean(), issuer: z.string(), entryPoint: z.string().nullable(), certificates: z.array(CertificateView),
  clientId: z.string().nullable(), hasSecret: z.boolean(), emailClaim: z.string().nullable(), groupsClaim: z.string().nullable(),
  secondFactor: z.enum(["stated", "trusted", "required"]), secondFactorValues: z.array(z.string()), maxAgeMinutes: z.number().int().nullable(), idpInitiated: z.boolean(),
  createdAt: z.iso.datetime(), lastUsedAt: z.iso.datetime().nullable(),
  ours: z.object({
    callbackUrl: z.string().describe("Redirect URI (OIDC) or ACS URL (SAML)"), entityId: z.string().nullable().describe("SAML: our entity ID, where our metadata are"), startUrl: z.string(),
  }),
});
export type ConnectionView = z.infer<typeof ConnectionView>;

export const DomainView = z.object({
  id: z.string(), domain: z.string(), record: z.object({ name: z.string(), value: z.string() }), verifiedAt: z.iso.datetime().nullable(), checkedAt: z.iso.datetime().nullable(), problem: z.string().nullable(),
});
export type DomainView = z.infer<typeof DomainView>;
export const RuleInput = z.object({ group: nameText(300), role: GivenRole });
export const TokenView = z.object({
  id: z.string(), name: z.string(), lastFour: z.string(), highestRole: GivenRole, createdAt: z.iso.datetime(), expiresAt: z.iso.datetime().nullable(), lastUsedAt: z.iso.datetime().nullable(),
});
export type TokenView = z.infer<typeof TokenView>;
export const NewToken = z.object({ name: nameText(100), highestRole: GivenRole.default("member"), expiresInDays: z.number().int().min(1).max(3650).nullable().default(365) });
export const CreatedToken = TokenView.extend({ token: z.string().describe("Shown once; only its SHA-256 is kept") });

export const SsoPolicy = z.object({
  required: z.boolean().describe("People with an address in a verified domain enter by a connection alone"),
  exempt: z.array(Uuid).max(20).describe("Owners who may still enter with their own sign-in and a second factor"),
  join: z.boolean().describe("A first sign-in by a connection makes a member"),
  defaultRole: GivenRole,
  rules: z.array(RuleInput).max(200).refine((rules) => new Set(rules.map((rule) => rule.group)).size === rules.length, "A group stands here twice."),
});
export type SsoPolicy = z.output<typeof SsoPolicy>;

export const SsoSettings = z.object({
  connections: z.array(ConnectionView), domains: z.array(DomainView), policy: SsoPolicy,
  owners: z.array(z.object({ personId: z.string(), name: z.string(), email: z.string(), isYou: z.boolean() })),
  affected: z.number().int().describe("Members whose address is in a verified domain"),
  directory: z.object({ baseUrl: z.string(), tokens: z.array(TokenView), people: z.number().int(), groups: z.array(z.string()) }),
});
export type SsoSettings = z.infer<typeof SsoSettings>;

export const MetadataInput = z.union([z.object({ xml: z.string().min(1).max(500_000) }), z.object({ url: Address })]);
export const MetadataView = z.object({ issuer: z.string(), entryPoint: z.string(), certificates: z.array(CertificateView) });

export const CheckStep = z.object({ name: z.string(), state: z.enum(["good", "warning", "failed"]), detail: z.string() });
export type CheckStep = z.infer<typeof CheckStep>;
export const CheckResult = z.object({ good: z.boolean(), steps: z.array(CheckStep) });

/** Where a sign-in goes on afterwards: a path of our own pages. */
export const Next = text(500).optional();
