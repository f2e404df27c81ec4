import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isLoopbackOnly, type Config } from "../platform/config.ts";
import { secretsFolder } from "../platform/secrets.ts";
import type { Services } from "../platform/services.ts";
import { hashOf, newToken, sameBytes } from "../platform/tokens.ts";
import { findOpening } from "./queries.ts";

/** Who may make a sign-in now: anybody, only who holds the code that `start` printed, or nobody without an invitation. */
export type SignUpMode = "open" | "setup" | "invited";

const fileOf = (stateDir: string) => join(secretsFolder(stateDir), "setup.token");

/**
 * The one-time code by which the first owner of an installation that others can reach proves that it is theirs (V6.3.2).
 * Made when the installation has nobody yet, and taken away with the first sign-in. Null where none is needed.
 */
export function setupToken(config: Pick<Config, "host" | "publicUrl" | "trustedProxies" | "stateDir">, isOpened: boolean): string | null {
  const path = fileOf(config.stateDir);
  if (isOpened || isLoopbackOnly(config)) {
    if (existsSync(path)) rmSync(path);
    return null;
  }
  if (!existsSync(path)) writeFileSync(path, `${newToken()}\n`, { mode: 0o600, flag: "wx" });
  return readFileSync(path, "utf8").trim();
}

/** Whether this is the code of the installation; an installation without one has no right answer. */
export function isSetupToken(services: Services, given: string): boolean {
  const path = fileOf(services.config.stateDir);
  return existsSync(path) && sameBytes(hashOf(readFileSync(path, "utf8").trim()), hashOf(given.trim()));
}

/** Takes the code away: the installation has its first owner. */
export const forgetSetupToken = (services: Services): void => rmSync(fileOf(services.config.stateDir), { force: true });

export async function signUpMode(services: Services): Promise<SignUpMode> {
  const opened = await services.database.transaction({}, findOpening);
  if (!opened) return isLoopbackOnly(services.config) ? "open" : "setup";
  return services.config.signUp;
}

/** Whether new addresses are proven by a mail before they open a session: wherever this installation can send one. */
export const provesAddresses = (services: Services): boolean => services.config.smtpUrl !== null;
