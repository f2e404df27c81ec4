import { createHash } from "node:crypto";
import type { Services } from "../platform/services.ts";

/**
 * Whether a password stands in the list of leaked ones that the operator named (COUNTERFOIL_LEAKED_PASSWORDS_URL). Only the
 * first five of forty hex digits of its SHA-1 leave the house, which stand for some hundred passwords; the list's own hash is
 * SHA-1, so ours is too. A list that does not answer stops nobody: that is logged.
 */
export async function isLeaked(services: Services, password: string): Promise<boolean> {
  const list = services.config.leakedPasswordsUrl;
  if (!list) return false;
  const digest = createHash("sha1").update(password, "utf8").digest("hex").toUpperCase();
  try {
    const url = new URL(digest.slice(0, 5), list);
    // Padding makes answers of every prefix about as long as another.
    const answer = await services.outbound.fetch(url, { hosts: [url.host], headers: { accept: "text/plain", "add-padding": "true" } });
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    const rest = digest.slice(5);
    return (await answer.text()).split("\n").some((line) => {
      const [suffix, count] = line.trim().split(":");
      return suffix === rest && Number(count) > 0;
    });
  } catch (error) {
    services.log.warn({ error: String(error) }, "the list of leaked passwords did not answer");
    return false;
  }
}
