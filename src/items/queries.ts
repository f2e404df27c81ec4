import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../workspaces/index.ts";
import type { ItemFilter } from "./contract.ts";

export type ItemRow = {
  id: string; company_id: string; kind: "service" | "product"; name: string; code: string | null; description: string | null; unit: string; unit_price: string; currency: string;
  vat_category: string; vat_rate: string; version: number; created_at: Date; updated_at: Date; archived_at: Date | null;
};
/** A row of the list, with the text it is ordered by. */
export type ListedItem = ItemRow & { sort_key: string };
/** The columns that people fill in. */
export type ItemFacts = Pick<ItemRow, "kind" | "name" | "code" | "description" | "unit" | "unit_price" | "currency" | "vat_category" | "vat_rate">;

export const findItem = (tx: Tx, id: string) => tx.maybe(sql<ItemRow>`select * from item where workspace_id = ${tx.workspaceId} and id = ${id}`);
export const lockItem = (tx: Tx, id: string) => tx.maybe(sql<ItemRow>`select * from item where workspace_id = ${tx.workspaceId} and id = ${id} for no key update`);

/** By name; a cursor is the name and id of the last row. */
export function listItems(tx: Tx, filter: z.infer<typeof ItemFilter>, after: [string, string] | null, limit: number): Promise<ListedItem[]> {
  const like = filter.search ? `%${filter.search.replace(/[\\%_]/g, "\\$&")}%` : null;
  return tx.all(sql<ListedItem>`
    select *, lower(name) as sort_key from item
    where workspace_id = ${tx.workspaceId}
      and (${filter.companyId ?? null}::uuid is null or company_id = ${filter.companyId ?? null})
      and (${filter.kind ?? null}::text is null or kind = ${filter.kind ?? null})
      and (${filter.archived} = 'all' or (archived_at is not null) = (${filter.archived} = 'only'))
      and (${like}::text is null or name ilike ${like} or code ilike ${like} or description ilike ${like})
      and (${after?.[0] ?? null}::text is null or (lower(name), id) > (${after?.[0] ?? null}, ${after?.[1] ?? null}::uuid))
    order by lower(name), id limit ${limit}`);
}

export const insertItem = (tx: Tx, row: { id: string; companyId: string; at: Date }, facts: ItemFacts) => tx.one(sql<ItemRow>`
  insert into item (id, workspace_id, company_id, kind, name, code, description, unit, unit_price, currency, vat_category, vat_rate, created_at, updated_at)
  values (${row.id}, ${tx.workspaceId}, ${row.companyId}, ${facts.kind}, ${facts.name}, ${facts.code}, ${facts.description}, ${facts.unit}, ${facts.unit_price}, ${facts.currency},
    ${facts.vat_category}, ${facts.vat_rate}, ${row.at}, ${row.at})
  returning *`);
export const updateItem = (tx: Tx, id: string, facts: ItemFacts, at: Date) => tx.one(sql<ItemRow>`
  update item set kind = ${facts.kind}, name = ${facts.name}, code = ${facts.code}, description = ${facts.description}, unit = ${facts.unit}, unit_price = ${facts.unit_price},
    currency = ${facts.currency}, vat_category = ${facts.vat_category}, vat_rate = ${facts.vat_rate}, version = version + 1, updated_at = ${at}
  where workspace_id = ${tx.workspaceId} and id = ${id} returning *`);
export const setItemArchived = (tx: Tx, id: string, at: Date | null) => tx.one(sql<ItemRow>`
  update item set archived_at = ${at}, version = version + 1 where workspace_id = ${tx.workspaceId} and id = ${id} returning *`);
export const holderOfCode = (tx: Tx, companyId: string, code: string) => tx.maybe(sql<{ id: string; name: string }>`
  select id, name from item where workspace_id = ${tx.workspaceId} and company_id = ${companyId} and code = ${code} and archived_at is null`);
/** Those of the ids that are items of the company. */
export const knownItems = (tx: Tx, companyId: string, ids: string[]) => tx.all(sql<{ id: string }>`
  select id from item where workspace_id = ${tx.workspaceId} and company_id = ${companyId} and id = any(${ids}::uuid[])`);
