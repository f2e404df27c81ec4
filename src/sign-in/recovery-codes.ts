import { createHash, randomBytes } from "node:crypto";

// Ten codes of 128 random bits, for somebody who lost phone and key. Only their SHA-256 is kept: 128 bits need no slow hash.

export const RECOVERY_CODES = 10;
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's base 32: no i, l, o, u

/** Fresh codes: 26 letters and digits in groups, and the hashes to keep. */
export function newRecoveryCodes(): { codes: string[]; hashes: Buffer[] } {
  const codes = Array.from({ length: RECOVERY_CODES }, () => {
    let bits = BigInt(`0x${randomBytes(16).toString("hex")}`);
    let text = "";
    for (let index = 0; index < 26; index++) { text = alphabet[Number(bits & 31n)] + text; bits >>= 5n; }
    return text.replace(/(.{5})(?=.{5})/g, "$1-");
  });
  return { codes, hashes: codes.map(recoveryHash) };
}

/** The hash of a code as somebody types it: case, spaces and hyphens do not matter, nor do o for 0 and i or l for 1. */
export const recoveryHash = (typed: string): Buffer =>
  createHash("sha256").update(typed.toLowerCase().replace(/[\s-]/g, "").replaceAll("o", "0").replace(/[il]/g, "1")).digest();
