import { randomUUID } from "node:crypto";
import { openCompany } from "../companies/index.ts";
import { recordEvent } from "../events/index.ts";
import { common, Refusal } from "../platform/refusal.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { ChangeItem, NewItem } from "./contract.ts";
import { refuse, whyNotRate } from "./policy.ts";
import { holderOfCode, insertItem, lockItem, setItemArchived, updateItem, type ItemFacts, type ItemRow } from "./queries.ts";

export const factsOf = (input: Omit<NewItem, "companyId">): ItemFacts => ({
  kind: input.kind, name: input.name, code: input.code || null, description: input.description || null, unit: input.unit, unit_price: input.unitPrice, currency: input.currency,
  vat_category: input.vatCategory, vat_rate: input.vatRate,
});

function refuseWrongRate(input: Pick<NewItem, "vatCategory" | "vatRate">): void {
  const problem = whyNotRate(input.vatCategory, input.vatRate);
  if (problem) throw new Refusal("invalid_input", 400, common.explain("invalid_input"), [{ path: "vatRate", message: problem }]);
}

async function refuseTakenCode(tx: Tx, companyId: string, code: string | null, except: string | null): Promise<void> {
  const holder = code ? await holderOfCode(tx, companyId, code) : undefined;
  if (holder && holder.id !== except) throw refuse("item_code_taken", { name: holder.name });
}

/** Adds a service or product. Refuses item_code_taken and a rate its category forbids. */
export function createItem(scope: Scope, input: NewItem): Promise<ItemRow> {
  return scope.transaction(async (tx) => {
    await openCompany(tx, input.companyId);
    refuseWrongRate(input);
    const facts = factsOf(input);
    await refuseTakenCode(tx, input.companyId, facts.code, null);
    const item = await insertItem(tx, { id: randomUUID(), companyId: input.companyId, at: scope.now() }, facts);
    recordEvent(tx, { action: "item.created", summary: `Added the ${item.kind} ${item.name}`, subjectKind: "item", subjectId: item.id, companyId: item.company_id });
    return item;
  });
}

/** Changes a service or product; lines that were written with it keep what they say. Refuses changed_elsewhere. */
export function changeItem(scope: Scope, id: string, input: ChangeItem): Promise<ItemRow> {
  return scope.transaction(async (tx) => {
    const before = await lockItem(tx, id);
    if (!before) throw common.refuse("not_found");
    if (before.version !== input.version) throw common.refuse("changed_elsewhere");
    refuseWrongRate(input);
    const facts = factsOf(input);
    await refuseTakenCode(tx, before.company_id, facts.code, id);
    const item = await updateItem(tx, id, facts, scope.now());
    const changed = Object.keys(facts).filter((key) => item[key as keyof ItemFacts] !== before[key as keyof ItemFacts]);
    if (changed.length > 0) recordEvent(tx, { action: "item.changed", summary: `Changed the ${item.kind} ${item.name}`, subjectKind: "item", subjectId: id, companyId: item.company_id, details: { changed } });
    return item;
  });
}

/** Puts a service or product away, or brings it back. */
export function archiveItem(scope: Scope, id: string, archived: boolean): Promise<ItemRow> {
  return scope.transaction(async (tx) => {
    const before = await lockItem(tx, id);
    if (!before) throw common.refuse("not_found");
    if (!archived) await refuseTakenCode(tx, before.company_id, before.code, id);
    const item = await setItemArchived(tx, id, archived ? scope.now() : null);
    recordEvent(tx, { action: `item.${archived ? "archived" : "restored"}`, summary: `${archived ? "Archived" : "Brought back"} the ${item.kind} ${item.name}`, subjectKind: "item", subjectId: id, companyId: item.company_id });
    return item;
  });
}
