import { shortDecimal } from "../companies/index.ts";
import { recordEvent } from "../events/index.ts";
import { csvStream } from "../platform/csv.ts";
import type { VatCategory } from "../platform/fields.ts";
import { IdParams, PageQuery, pageOf, route, sendFile, toPage } from "../platform/http.ts";
import { textCursor } from "../platform/read-csv.ts";
import { common } from "../platform/refusal.ts";
import { archiveItem, changeItem, createItem } from "./change.ts";
import { ChangeItem, ImportAnswer, ImportCsv, itemColumns, ItemFilter, ItemView, NewItem } from "./contract.ts";
import { importItems, itemRows } from "./csv.ts";
import { findItem, listItems, type ItemRow } from "./queries.ts";

const tag = "Services and products";
const view = (row: ItemRow): ItemView => ({
  id: row.id, companyId: row.company_id, kind: row.kind, name: row.name, code: row.code, description: row.description, unit: row.unit, unitPrice: shortDecimal(row.unit_price),
  currency: row.currency, vatCategory: row.vat_category as VatCategory, vatRate: shortDecimal(row.vat_rate), version: row.version,
  createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(), archivedAt: row.archived_at?.toISOString() ?? null,
});

export const routes = [
  route({
    method: "GET", url: "/api/items", tag, summary: "Services and products by name", permission: "items.read", query: PageQuery.extend(ItemFilter.shape), answer: pageOf(ItemView),
    handler: ({ scope, query }) => scope.transaction(async (tx) =>
      toPage(await listItems(tx, query, query.cursor ? textCursor(query.cursor) : null, query.limit + 1), query.limit, view, (row) => [row.sort_key, row.id])),
  }),
  route({
    method: "POST", url: "/api/items", tag, summary: "Adds a service or product", permission: "items.write", body: NewItem, answer: ItemView, status: 201,
    handler: async ({ scope, body }) => view(await createItem(scope, body)),
  }),
  route({
    method: "GET", url: "/api/items.csv", tag, summary: "Services and products as CSV, with the columns of the import", permission: "exports.create", query: ItemFilter, answer: "bytes",
    async handler({ scope, query, reply }) {
      await scope.transaction(async (tx) => recordEvent(tx, { action: "items.exported", summary: "Exported services and products as CSV", companyId: query.companyId ?? null }));
      return sendFile(reply, csvStream(itemRows(scope, query), itemColumns), { name: "services.csv", mediaType: "text/csv; charset=utf-8" });
    },
  }),
  route({
    method: "POST", url: "/api/items/import", tag, summary: "Reads services and products from CSV, or says what would happen", permission: "items.write", body: ImportCsv, answer: ImportAnswer, ratePerMinute: 30,
    handler: ({ scope, body }) => importItems(scope, body),
  }),
  route({
    method: "GET", url: "/api/items/:id", tag, summary: "One service or product", permission: "items.read", params: IdParams, answer: ItemView,
    handler: ({ scope, params }) => scope.transaction(async (tx) => {
      const row = await findItem(tx, params.id);
      if (!row) throw common.refuse("not_found");
      return view(row);
    }),
  }),
  route({
    method: "PUT", url: "/api/items/:id", tag, summary: "Changes a service or product", permission: "items.write", params: IdParams, body: ChangeItem, answer: ItemView,
    handler: async ({ scope, params, body }) => view(await changeItem(scope, params.id, body)),
  }),
  route({
    method: "POST", url: "/api/items/:id/archive", tag, summary: "Puts a service or product away", permission: "items.write", params: IdParams, answer: ItemView,
    handler: async ({ scope, params }) => view(await archiveItem(scope, params.id, true)),
  }),
  route({
    method: "POST", url: "/api/items/:id/restore", tag, summary: "Brings an archived service or product back", permission: "items.write", params: IdParams, answer: ItemView,
    handler: async ({ scope, params }) => view(await archiveItem(scope, params.id, false)),
  }),
];
