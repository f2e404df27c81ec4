import { z } from "zod";
import { Email, RoleName } from "../access/contract.ts";
import { nameText } from "../platform/fields.ts";

/** At least 12 characters, at most 256, any of them. */
export const Password = z.string().min(12, "Use at least 12 characters.").max(256, "Use at most 256 characters.");
export const SignUp = z.object({ name: nameText(200), email: Email, password: Password, workspaceName: nameText(200), kind: z.enum(["business", "firm"]).default("business") });
export const SignIn = z.object({ email: z.string().max(320), password: z.string().max(256) });
export const RequestReset = z.object({ email: z.string().max(320) });
export const ResetPassword = z.object({ token: z.string().max(100), password: Password });
export const ChangePassword = z.object({ current: z.string().max(256), password: Password });
export const AcceptInvitation = z.object({ token: z.string().max(100), name: nameText(200).optional(), password: Password.optional() });
export const InvitationPreview = z.object({ workspace: z.string(), email: z.string(), role: RoleName, hasSignIn: z.boolean() });
export const SessionRow = z.object({ id: z.string(), createdAt: z.iso.datetime(), lastSeenAt: z.iso.datetime(), ip: z.string().nullable(), userAgent: z.string().nullable(), isThis: z.boolean() });
