import { createHmac } from "node:crypto";
import { networkOf } from "../platform/network.ts";
import type { Services } from "../platform/services.ts";
import { refuse } from "./policy.ts";
import { countTry, forgetDelays, forgiveTry, lockDelays } from "./queries.ts";

/**
 * How often something may be tried. After `free` tries each further one waits twice as long as the one before, up to `capS`;
 * `forgetMs` after the last failure all is forgotten. Time alone opens the door again: nothing is ever locked for good.
 */
export type DelayRule = { free: number; capS: number; forgetMs: number };
const HOUR_MS = 3_600_000;
export const delayRules = {
  /** One account from one network, or from one browser that the person has used before. */
  pair: { free: 5, capS: 900, forgetMs: 24 * HOUR_MS },
  /** One network (an IPv4 address, an IPv6 /64), whatever accounts it tries. */
  network: { free: 30, capS: 900, forgetMs: HOUR_MS },
  /** One account, from wherever: against many networks at once. Short, so that nobody can keep its owner out; a browser they used before does not wait here at all. */
  account: { free: 20, capS: 30, forgetMs: 24 * HOUR_MS },
  /** A second step or a fresh proof of one person. */
  proof: { free: 10, capS: 300, forgetMs: 24 * HOUR_MS },
  /** Mails to one address that anybody can ask for. */
  mail: { free: 4, capS: 900, forgetMs: 6 * HOUR_MS },
} as const satisfies Record<string, DelayRule>;

export type Turn = { key: Buffer; rule: DelayRule };

/** A turn of one kind for one thing. The table keeps a keyed hash of it: no address and no name can be read from there. */
export function turnOf(services: Services, kind: keyof typeof delayRules, ...of: string[]): Turn {
  const secret = createHmac("sha256", services.keys.keyOf(services.keys.currentId)).update("counterfoil sign-in delays").digest();
  return { key: createHmac("sha256", secret).update([kind, ...of].join("\0")).digest(), rule: delayRules[kind] };
}

/** The turns of a sign-in with an address. `knownDevice`: the hash of a browser that this person has used before. */
export function turnsOfSignIn(services: Services, email: string, ip: string, knownDevice: Buffer | null): Turn[] {
  const network = networkOf(ip);
  const byNetwork = turnOf(services, "network", network);
  return knownDevice
    ? [turnOf(services, "pair", email, "device", knownDevice.toString("hex")), byNetwork]
    : [turnOf(services, "pair", email, network), byNetwork, turnOf(services, "account", email)];
}

/**
 * Takes a turn before the secret is looked at, so that tries at the same moment count too. While one of the turns still has
 * to wait, nothing is counted and the answer is `too_many_tries` with the seconds. Kept in the database: it holds for every
 * process and over restarts.
 */
export async function takeTurn(services: Services, turns: readonly Turn[]): Promise<void> {
  const now = services.clock();
  const waitMs = await services.database.transaction({}, async (db) => {
    const rows = await lockDelays(db, turns.map((turn) => turn.key), now);
    const longest = Math.max(...rows.map((row) => row.retry_at.getTime() - now.getTime()));
    if (longest > 0) return longest;
    for (const { key, rule } of turns) {
      const row = rows.find((one) => one.key.equals(key))!;
      const failures = now.getTime() - row.last_failed_at.getTime() > rule.forgetMs ? 1 : row.failures + 1;
      const delayS = failures < rule.free ? 0 : Math.min(rule.capS, 2 ** (failures - rule.free));
      await countTry(db, key, failures, delayS === 0 ? new Date(0) : new Date(now.getTime() + delayS * 1000), now); // a clock set back must not make anybody wait
    }
    return 0;
  });
  if (waitMs > 0) throw refuse("too_many_tries", { seconds: Math.ceil(waitMs / 1000) });
}

/** The same without a refusal: whether it was this one's turn. */
export const mayNow = (services: Services, turns: readonly Turn[]): Promise<boolean> =>
  takeTurn(services, turns).then(() => true, (error: { code?: string }) => { if (error.code === "too_many_tries") return false; throw error; });

/** The try was right: the first turn is forgotten, and of the others this try alone, so that a right password does not give others fresh tries. */
export async function forgive(services: Services, [own, ...others]: readonly Turn[]): Promise<void> {
  await services.database.transaction({}, async (db) => {
    await forgetDelays(db, own!.key);
    for (const { key } of others) await forgiveTry(db, key);
  });
}

/** Does work whose time must not tell what it found: the answer takes at least `ms`. */
export async function evenly<T>(ms: number, work: Promise<T>): Promise<T> {
  const [done] = await Promise.allSettled([work, new Promise((resolve) => setTimeout(resolve, ms))]);
  if (done.status === "rejected") throw done.reason;
  return done.value;
}
