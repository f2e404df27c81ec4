import { ApiError } from "../../web/kit.ts";

// The browser's part of passkeys, fetched when somebody presses the button.

/** Whether this browser can make and show passkeys at all. */
export const browserHasPasskeys = (): boolean => typeof window !== "undefined" && typeof window.PublicKeyCredential === "function";

/** What a person did wrong, or did not do, as a sentence; the browsers' own are for programmers. */
function sentenceOf(error: unknown, making: boolean): string {
  const name = error instanceof Error ? error.name : "";
  if (name === "NotAllowedError" || name === "AbortError") return making ? "No passkey was made." : "No passkey was shown.";
  if (name === "InvalidStateError") return "This device has a passkey for you already.";
  if (name === "SecurityError") return "Passkeys work only at the address that this installation was set up with.";
  return making ? "This browser could not make a passkey." : "This browser could not show a passkey.";
}
const failed = (error: unknown, making: boolean) => Object.assign(new ApiError(400, { code: "no_passkey_shown", message: sentenceOf(error, making) }), { cause: error });

/** Has the browser make a passkey; answers what the server takes. */
export async function makePasskey(options: unknown): Promise<unknown> {
  const { startRegistration } = await import("@simplewebauthn/browser");
  return startRegistration({ optionsJSON: options as Parameters<typeof startRegistration>[0]["optionsJSON"] }).catch((error: unknown) => { throw failed(error, true); });
}

/** Has the browser sign with a passkey; answers what the server takes. */
export async function showPasskey(options: unknown): Promise<unknown> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  return startAuthentication({ optionsJSON: options as Parameters<typeof startAuthentication>[0]["optionsJSON"] }).catch((error: unknown) => { throw failed(error, false); });
}
