import { common } from "../platform/refusal.ts";
import type { Tx } from "../workspaces/index.ts";
import { knownItems } from "./queries.ts";

export { createItem } from "./change.ts";
export { unitWord, whyNotRate } from "./policy.ts";

/** Refuses not_found unless every id is an item of the company. */
export async function needItems(tx: Tx, companyId: string, ids: (string | null)[]): Promise<void> {
  const asked = [...new Set(ids.filter((id): id is string => id !== null))];
  if (asked.length > 0 && (await knownItems(tx, companyId, asked)).length !== asked.length) throw common.refuse("not_found");
}
