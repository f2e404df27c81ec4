/** Why nobody may wait any longer: this one has too many waiting already, or all have. */
export class GateFull extends Error {
  constructor(readonly because: "yours" | "all") {
    super(`the gate is full (${because})`);
  }
}

export type Gate = {
  /** Waits for a place and answers the function that gives it back (once; later calls do nothing). Throws `GateFull` at once when there is no room to wait. */
  enter(who: string, signal?: { gone: boolean }): Promise<() => void>;
  /** For tests and figures. */
  state(): { running: number; waiting: number };
};

type Waiter = { go: (leave: () => void) => void; fail: (error: Error) => void; signal?: { gone: boolean } | undefined };

/**
 * A fair gate: `running` at once, the rest wait in a queue for each `who`, and the queues take turns. So whoever sends much
 * waits behind themselves and nobody else does. When `waiting` are waiting in all, a newcomer takes the place of the last
 * one in the longest queue, or is turned away when theirs is the longest.
 */
export function createGate({ running, waiting, waitingEach = waiting, runningEach = running }: { running: number; waiting: number; waitingEach?: number; runningEach?: number }): Gate {
  const queues = new Map<string, Waiter[]>(); // in the order of their turns
  const busy = new Map<string, number>();
  let now = 0;
  let queued = 0;

  const placeFor = (who: string): (() => void) => {
    now++;
    busy.set(who, (busy.get(who) ?? 0) + 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      now--;
      const rest = busy.get(who)! - 1;
      if (rest === 0) busy.delete(who);
      else busy.set(who, rest);
      next();
    };
  };
  const mayRun = (who: string) => now < running && (busy.get(who) ?? 0) < runningEach;

  /** Lets in whoever's turn it is, until all places are taken. */
  const next = (): void => {
    for (let found = true; found && now < running; ) {
      found = false;
      for (const [who, queue] of queues) {
        while (queue[0]?.signal?.gone) { queue.shift()!.fail(new GateFull("yours")); queued--; }
        if (queue.length === 0) { queues.delete(who); continue; }
        if (!mayRun(who)) continue;
        const waiter = queue.shift()!;
        queued--;
        queues.delete(who);
        if (queue.length > 0) queues.set(who, queue); // to the end of the round
        found = true;
        waiter.go(placeFor(who));
        break;
      }
    }
  };

  const longest = (): Waiter[] => [...queues.values()].reduce((most, queue) => (queue.length > most.length ? queue : most), [] as Waiter[]);

  return {
    enter(who, signal) {
      const own = queues.get(who);
      if (!own && mayRun(who)) return Promise.resolve(placeFor(who));
      if ((own?.length ?? 0) >= waitingEach) return Promise.reject(new GateFull("yours"));
      if (queued >= waiting) {
        const fullest = longest();
        if (fullest.length <= (own?.length ?? 0) + 1) return Promise.reject(new GateFull("all"));
        fullest.pop()!.fail(new GateFull("yours"));
        queued--;
      }
      return new Promise((go, fail) => {
        const queue = own ?? [];
        if (!own) queues.set(who, queue);
        queue.push({ go, fail, signal });
        queued++;
      });
    },
    state: () => ({ running: now, waiting: queued }),
  };
}
