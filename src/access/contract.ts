import { z } from "zod";
import { nameText, Uuid } from "../platform/fields.ts";
import { keyRoles, permissions, roles } from "./permissions.ts";

export const RoleName = z.enum(roles);
export const Email = z.email().max(320).transform((address) => address.toLowerCase());


export const WorkspaceSummary = z.object({ id: z.string(), name: z.string(), kind: z.enum(["business", "firm"]), role: RoleName });
export const SessionView = z.object({
  person: z.object({ id: z.string(), name: z.string(), email: z.string(), preferences: z.record(z.string(), z.unknown()) }),
  workspace: z.object({ id: z.string(), name: z.string(), kind: z.enum(["business", "firm"]) }).nullable(),
  role: RoleName.nullable(),
  permissions: z.array(z.enum(permissions as [string, ...string[]])),
  workspaces: z.array(WorkspaceSummary),
  attention: z.object({
    singleSignOn: z.boolean().describe("The workspace asks for its own single sign-on, which this session did not come by; nothing of it opens before"),
    secondFactor: z.boolean().describe("The workspace asks for a second factor that this session has not shown; nothing else opens before"),
    address: z.boolean().describe("The mail address was never proven, although this installation could"),
  }).describe("What the person has to do about their sign-in"),
  companies: z.array(z.object({
    id: z.string(), name: z.string(), currency: z.string(), country: z.string(), timeZone: z.string(), locale: z.string(),
    open: z.object({ inbox: z.number().int(), proposals: z.number().int(), invoices: z.number().int() }).describe("Received documents that wait for a person, proposals without an answer, invoices past their due date"),
  })).describe("The companies whose books the workspace keeps"),
});
export type SessionView = z.infer<typeof SessionView>;

export const Preferences = z.object({ theme: z.enum(["light", "dark", "system"]).optional(), singleKeys: z.boolean().optional(), companyId: z.uuid().nullable().optional() });

/** The companies that somebody is limited to. */
const CompanyIds = z.array(Uuid).min(1, "Choose at least one company, or all").max(1000).nullable();
const CompanyNames = z.array(z.object({ id: z.string(), name: z.string() })).nullable().describe("The companies they are limited to; null for all");

export const MemberView = z.object({
  personId: z.string(), name: z.string(), email: z.string(), role: RoleName, companies: CompanyNames, since: z.iso.datetime(), isYou: z.boolean(),
  secondFactors: z.array(z.enum(["passkey", "totp"])).describe("By what they can prove themselves besides their password"),
  lastSeenAt: z.iso.datetime().nullable(), suspendedAt: z.iso.datetime().nullable(), keys: z.number().int().describe("API keys in use that they made"),
});
export const InvitationView = z.object({
  id: z.string(), email: z.string(), role: RoleName, companies: CompanyNames, invitedBy: z.string().nullable(), sentAt: z.iso.datetime(), expiresAt: z.iso.datetime(), createdAt: z.iso.datetime(),
});
export const TeamView = z.object({
  members: z.array(MemberView), invitations: z.array(InvitationView),
  matrix: z.array(z.object({ permission: z.string(), group: z.string(), words: z.string(), roles: z.array(RoleName) })),
  rules: z.array(z.object({ of: z.string(), fields: z.string(), when: z.string() })).describe("Rules of single fields, beyond the matrix"),
});
export const Invite = z.object({ email: Email, role: RoleName, companyIds: CompanyIds.default(null).describe("Limits a member or read-only person to these companies; null for all") });
export const InvitationLink = z.object({ id: z.string(), link: z.string().nullable().describe("Shown once; only its SHA-256 is kept. Null where mail can be sent: then it goes by mail alone, so that whoever uses it has proven the address") });
export const ChangeMember = z.object({ role: RoleName.optional(), companyIds: CompanyIds.optional() })
  .refine((change) => change.role !== undefined || change.companyIds !== undefined, "Say what to change: role, companyIds or both");
export const Transfer = z.object({ personId: Uuid });

export const ApiKeyView = z.object({
  id: z.string(), name: z.string(), role: RoleName, scopes: z.array(z.string()).nullable().describe("Of what the role may, only this; null for all"), companies: CompanyNames,
  prefix: z.string(), lastFour: z.string(), createdAt: z.iso.datetime(), createdBy: z.string().nullable(),
  expiresAt: z.iso.datetime().nullable(), lastUsedAt: z.iso.datetime().nullable(), lastUsedFrom: z.string().nullable().describe("Network address"),
  revokedAt: z.iso.datetime().nullable(), endedBecause: z.enum(["revoked", "creator_left", "creator_suspended", "creator_demoted", "not_me"]).nullable(),
});
export const NewApiKey = z.object({
  name: nameText(100), role: z.enum(keyRoles),
  scopes: z.array(z.enum(permissions as [string, ...string[]])).min(1, "Choose at least one, or everything the role may").max(permissions.length).nullable().default(null)
    .describe("Names of the permission table; the key may do these and nothing else of its role"),
  companyIds: CompanyIds.default(null).describe("Limits a member or read-only key to these companies; null for all"),
  expiresInDays: z.number().int().min(1).max(3650).nullable().default(365),
});
export const CreatedApiKey = ApiKeyView.extend({ key: z.string().describe("Shown once; only its SHA-256 is kept") });
