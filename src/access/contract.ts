import { z } from "zod";
import { nameText } from "../platform/fields.ts";
import { permissions, roles } from "./permissions.ts";

export const RoleName = z.enum(roles);
export const Email = z.email().max(320).transform((address) => address.toLowerCase());


export const WorkspaceSummary = z.object({ id: z.string(), name: z.string(), kind: z.enum(["business", "firm"]), role: RoleName });
export const SessionView = z.object({
  person: z.object({ id: z.string(), name: z.string(), email: z.string(), preferences: z.record(z.string(), z.unknown()) }),
  workspace: z.object({ id: z.string(), name: z.string(), kind: z.enum(["business", "firm"]) }).nullable(),
  role: RoleName.nullable(),
  permissions: z.array(z.enum(permissions as [string, ...string[]])),
  workspaces: z.array(WorkspaceSummary),
  companies: z.array(z.object({
    id: z.string(), name: z.string(), currency: z.string(), country: z.string(), timeZone: z.string(), locale: z.string(),
    open: z.object({ inbox: z.number().int(), proposals: z.number().int(), invoices: z.number().int() }).describe("Received documents that wait for a person, proposals without an answer, invoices past their due date"),
  })).describe("The companies whose books the workspace keeps"),
});
export type SessionView = z.infer<typeof SessionView>;

export const Preferences = z.object({ theme: z.enum(["light", "dark", "system"]).optional(), singleKeys: z.boolean().optional(), companyId: z.uuid().nullable().optional() });

export const MemberView = z.object({ personId: z.string(), name: z.string(), email: z.string(), role: RoleName, since: z.iso.datetime(), isYou: z.boolean() });
export const InvitationView = z.object({ id: z.string(), email: z.string(), role: RoleName, expiresAt: z.iso.datetime(), createdAt: z.iso.datetime() });
export const TeamView = z.object({
  members: z.array(MemberView), invitations: z.array(InvitationView),
  matrix: z.array(z.object({ permission: z.string(), words: z.string(), roles: z.array(RoleName) })),
});
export const Invite = z.object({ email: Email, role: RoleName });
export const ChangeRole = z.object({ role: RoleName });

export const ApiKeyView = z.object({
  id: z.string(), name: z.string(), role: RoleName, prefix: z.string(), lastFour: z.string(), createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(), lastUsedAt: z.iso.datetime().nullable(), revokedAt: z.iso.datetime().nullable(),
});
export const NewApiKey = z.object({ name: nameText(100), role: z.enum(["admin", "member", "readonly"]), expiresInDays: z.number().int().min(1).max(3650).nullable().default(365) });
export const CreatedApiKey = ApiKeyView.extend({ key: z.string().describe("Shown once; only its SHA-256 is kept") });
