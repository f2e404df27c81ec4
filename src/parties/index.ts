import { common } from "../platform/refusal.ts";
import type { Tx } from "../workspaces/index.ts";
import { refuse } from "./policy.ts";
import { findParty, type PartyRow } from "./queries.ts";

export { createParty } from "./change.ts";
export { findOrMakeSupplier, findSupplier, nameKey, type SupplierFacts, type SupplierMatch } from "./supplier.ts";
export { listBankAccounts, type PartyRow } from "./queries.ts";

/** The customer of a company for new work: refuses not_found (also for another company's customer) and party_archived. */
export async function openCustomer(tx: Tx, companyId: string, id: string): Promise<PartyRow> {
  const party = await findParty(tx, id, "customer");
  if (!party || party.company_id !== companyId) throw common.refuse("not_found");
  if (party.archived_at) throw refuse("party_archived", { name: party.name });
  return party;
}

/** The customer, archived or not; not_found otherwise. */
export async function customerOf(tx: Tx, id: string): Promise<PartyRow> {
  const party = await findParty(tx, id, "customer");
  if (!party) throw common.refuse("not_found");
  return party;
}
