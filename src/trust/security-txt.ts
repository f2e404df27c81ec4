import type { Config } from "../platform/config.ts";

const DAY_MS = 86_400_000;
/** RFC 9116 recommends less than a year; a reader who keeps a copy asks again in good time. */
const GOOD_FOR_DAYS = 330;

/** Whom to tell of a weakness, as RFC 9116 has it. Ends in less than a year, counted from the day it is asked for. */
export function securityTxt(config: Pick<Config, "publicUrl" | "securityContact">, now: Date): string {
  const expires = new Date(Math.floor(now.getTime() / DAY_MS + GOOD_FOR_DAYS) * DAY_MS);
  return [
    `Contact: ${config.securityContact}`,
    `Expires: ${expires.toISOString().replace(".000", "")}`,
    `Policy: ${config.publicUrl}/trust#weakness`,
    `Canonical: ${config.publicUrl}/.well-known/security.txt`,
    "Preferred-Languages: en",
    "",
  ].join("\n");
}
