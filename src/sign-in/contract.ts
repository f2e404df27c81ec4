import { z } from "zod";
import { Email, RoleName } from "../access/contract.ts";
import { nameText } from "../platform/fields.ts";

/** At least 12 characters, at most 256, any of them. How good it is is weighed where it is used (strength.ts). */
export const Password = z.string().max(512, "Use at most 256 characters.").refine((text) => [...text].length >= 12, "Use at least 12 characters.").refine((text) => [...text].length <= 256, "Use at most 256 characters.");
/** A password as somebody types it to prove who they are: only its size is limited. */
const Typed = z.string().max(1024);
const Token = z.string().max(100);
/** An address as somebody types it to be let in: any text that a line can hold, right or not. */
const TypedEmail = z.string().max(320).regex(/^[^\u0000-\u001f\u007f]*$/, "Write an address like name@example.com.");

export const SignUp = z.object({
  name: nameText(200), email: Email, password: Password, workspaceName: nameText(200), kind: z.enum(["business", "firm"]).default("business"),
  setupToken: Token.optional().describe("Only for the first owner of an installation that others can reach: the code that the server printed"),
});
export const SignIn = z.object({ email: TypedEmail, password: Typed });
export const RequestReset = z.object({ email: TypedEmail });
export const ResetPassword = z.object({ token: Token, password: Password });
export const ChangePassword = z.object({ current: Typed, password: Password });
export const AcceptInvitation = z.object({ token: Token, name: nameText(200).optional(), password: Password.optional() });
export const InvitationPreview = z.object({ workspace: z.string(), email: z.string(), role: RoleName, hasSignIn: z.boolean() });

const SecondWays = z.array(z.enum(["totp", "passkey", "recovery"]));
/** How a sign-in goes on: done, by a second factor, or by a link in a mail. */
export const SignInAnswer = z.object({
  done: z.literal(true), state: z.enum(["signed_in", "second_factor", "check_mail"]),
  request: z.string().optional().describe("Names the open second step"), ways: SecondWays.optional(),
});
export const SignInWays = z.object({
  signUp: z.enum(["open", "setup", "invited"]).describe("Who may make a sign-in: anybody, the first owner with the printed code, or nobody without an invitation"),
  passkeys: z.boolean(), provesAddresses: z.boolean(),
  ways: z.array(z.object({ kind: z.enum(["google", "microsoft", "sso"]), name: z.string(), href: z.string() })),
});
export const ProveAddress = z.object({ token: Token, password: Typed.optional() });
export const ChangeAddress = z.object({ email: Email });
export const NoticeView = z.object({ device: z.string(), ip: z.string().nullable(), at: z.iso.datetime(), restoresAddress: z.boolean() });

// What browsers make of passkeys (WebAuthn Level 3, JSON forms). Its inside is checked by signature.
const Bytes = z.string().max(16_384).regex(/^[A-Za-z0-9_-]*$/);
const Extensions = z.record(z.string().max(50), z.unknown()).optional().transform((one) => one ?? {});
const Attachment = z.string().max(30).optional();
export const PasskeyMade = z.object({
  id: Bytes.max(2048), rawId: Bytes.max(2048), type: z.literal("public-key"), authenticatorAttachment: Attachment, clientExtensionResults: Extensions,
  response: z.object({ clientDataJSON: Bytes, attestationObject: Bytes, authenticatorData: Bytes.optional(), transports: z.array(z.string().max(30)).max(10).optional(), publicKeyAlgorithm: z.number().int().optional(), publicKey: Bytes.optional() }),
});
export const PasskeyAnswer = z.object({
  id: Bytes.max(2048), rawId: Bytes.max(2048), type: z.literal("public-key"), authenticatorAttachment: Attachment, clientExtensionResults: Extensions,
  response: z.object({ clientDataJSON: Bytes, authenticatorData: Bytes, signature: Bytes, userHandle: Bytes.optional().nullable().transform((one) => one ?? undefined) }),
});
/** What the browser's navigator.credentials is given; its shape is WebAuthn's. */
export const PasskeyOptions = z.object({ options: z.record(z.string(), z.unknown()) });

const Code = z.string().max(20).transform((text) => text.replace(/\s/g, "")).pipe(z.string().regex(/^\d{6}$/, "A code has six digits."));
const exactlyOne = (fields: readonly string[]) => [(body: Record<string, unknown>) => fields.filter((field) => body[field] !== undefined).length === 1, `Send one of ${fields.join(", ")}.`] as const;
export const SecondStep = z.object({ request: Token, code: Code.optional(), recoveryCode: z.string().max(60).optional(), passkey: PasskeyAnswer.optional() }).refine(...exactlyOne(["code", "recoveryCode", "passkey"]));
export const Prove = z.object({ password: Typed.optional(), code: Code.optional(), passkey: PasskeyAnswer.optional() }).refine(...exactlyOne(["password", "code", "passkey"]));
export const ConfirmTotp = z.object({ code: Code });
export const TotpSetup = z.object({ secret: z.string(), uri: z.string() });
export const AddPasskey = z.object({ name: nameText(100), response: PasskeyMade });
export const RenamePasskey = z.object({ name: nameText(100) });
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()).describe("Shown once; only their SHA-256 is kept") });
export const PerhapsRecoveryCodes = z.object({ recoveryCodes: z.array(z.string()).nullable() });

export const SecurityView = z.object({
  email: z.string(), emailVerified: z.boolean(), canVerify: z.boolean().describe("Whether this installation sends mail"),
  hasPassword: z.boolean(), totpSince: z.iso.datetime().nullable(), recoveryCodesLeft: z.number().int(),
  passkeys: z.array(z.object({ id: z.string(), name: z.string(), createdAt: z.iso.datetime(), lastUsedAt: z.iso.datetime().nullable(), synced: z.boolean() })), passkeysPossible: z.boolean(),
  secondFactorAsked: z.array(z.string()).describe("The workspaces that ask this person for a second factor"),
  via: z.string().describe("How this session was begun"),
});
export const SessionRow = z.object({
  id: z.string(), createdAt: z.iso.datetime(), lastSeenAt: z.iso.datetime(), ip: z.string().nullable(), userAgent: z.string().nullable(), device: z.string(), via: z.string(), isThis: z.boolean(),
});
export const WorkspaceSecurity = z.object({
  requireSecondFactor: z.boolean().describe("Of everybody; owners and admins are asked in any case, unless only this machine can reach the installation"),
  sessionIdleMinutes: z.number().int().min(5).max(1440).nullable().describe("null: 24 hours"),
  sessionHours: z.number().int().min(1).max(168).nullable().describe("null: 7 days"),
});
export const WorkspaceSecurityView = WorkspaceSecurity.extend({ asksAdmins: z.boolean().describe("Whether owners and admins are asked for a second factor whatever is set here") });
