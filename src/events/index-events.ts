import type { JobPayload } from "../platform/jobs.ts";
import type { Services } from "../platform/services.ts";
import { createScope } from "../workspaces/index.ts";
import { addTallies, BLOCK, eventsToIndex, findHead, forgetVolumes, insertWords, lockIndex, setIndexed } from "./queries.ts";
import { wordsOfEvent } from "./words.ts";

/** Blocks of one transaction. */
const AT_ONCE = 16n;
const DAY_MS = 86_400_000;

/** "events.index": puts the full blocks of a workspace's log into the words and tallies that searches and counts read. Safe to run twice, and at once. */
export async function indexEvents(services: Services, payload: JobPayload): Promise<void> {
  const scope = createScope(services, { workspaceId: payload.workspaceId!, actor: { kind: "job", id: null, name: "Search index", role: null, may: () => true } });
  for (let more = true; more; ) {
    more = await scope.transaction(async (tx) => {
      const done = await lockIndex(tx);
      const full = ((await findHead(tx))?.seq ?? 0n) / BLOCK * BLOCK;
      const upTo = done + AT_ONCE * BLOCK < full ? done + AT_ONCE * BLOCK : full;
      if (upTo <= done) return false;
      const words: string[] = [];
      const blocks: bigint[] = [];
      let seen = new Set<string>();
      let block = done / BLOCK;
      for (const event of await eventsToIndex(tx, done, upTo)) {
        if ((event.seq - 1n) / BLOCK !== block) [seen, block] = [new Set(), (event.seq - 1n) / BLOCK];
        for (const word of wordsOfEvent(event)) {
          if (seen.has(word)) continue;
          seen.add(word);
          words.push(word);
          blocks.push(block);
        }
      }
      await insertWords(tx, words, blocks);
      await addTallies(tx, done, upTo);
      await setIndexed(tx, upTo);
      await forgetVolumes(tx, new Date(scope.now().getTime() - DAY_MS));
      return upTo < full;
    });
  }
}
