import { recordEvent } from "../events/index.ts";
import { csvStream } from "../platform/csv.ts";
import { IdParams, PageQuery, pageOf, route, sendFile, toPage, type Route } from "../platform/http.ts";
import { textCursor } from "../platform/read-csv.ts";
import { common } from "../platform/refusal.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import { archiveParty, changeParty, createParty } from "./change.ts";
import { ChangeParty, ImportAnswer, ImportCsv, NewParty, partyColumns, PartyFilter, PartyView, type PartyKind } from "./contract.ts";
import { customerRows, importCustomers } from "./csv.ts";
import { findParty, listBankAccounts, listParties, type BankAccountRow, type PartyRow } from "./queries.ts";

const viewParty = (row: PartyRow, accounts: BankAccountRow[]): PartyView => ({
  id: row.id, companyId: row.company_id, isCustomer: row.is_customer, isSupplier: row.is_supplier, name: row.name, number: row.number,
  contactName: row.contact_name, email: row.email, phone: row.phone, website: row.website,
  addressLine1: row.address_line1, addressLine2: row.address_line2, postalCode: row.postal_code, city: row.city, region: row.region, country: row.country,
  vatId: row.vat_id, taxNumber: row.tax_number, registration: row.registration, locale: row.locale, currency: row.currency, termsDays: row.terms_days,
  electronicAddress: row.electronic_address, einvoiceFormat: row.einvoice_format, buyerReference: row.buyer_reference, notes: row.notes,
  bankAccounts: accounts.filter((one) => one.party_id === row.id).map((one) => ({ id: one.id, iban: one.iban, bic: one.bic, holder: one.holder, bankName: one.bank_name, firstSeenAt: one.first_seen_at.toISOString() })),
  version: row.version, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(), archivedAt: row.archived_at?.toISOString() ?? null,
});

const view = async (tx: Tx, row: PartyRow) => viewParty(row, await listBankAccounts(tx, [row.id]));
const shown = (scope: Scope, work: Promise<PartyRow>) => work.then((row) => scope.transaction((tx) => view(tx, row)));

/** Customers and suppliers have the same doors, each under its own permission. */
function routesOf(kind: PartyKind): Route[] {
  const base = `/api/${kind}s`;
  const tag = kind === "customer" ? "Customers" : "Suppliers";
  const [read, write] = [`${kind}s.read`, `${kind}s.write`];
  return [
    route({
      method: "GET", url: base, tag, summary: `${tag} by name`, permission: read, query: PageQuery.extend(PartyFilter.shape), answer: pageOf(PartyView),
      handler: ({ scope, query }) => scope.transaction(async (tx) => {
        const rows = await listParties(tx, kind, query, query.cursor ? textCursor(query.cursor) : null, query.limit + 1);
        const accounts = await listBankAccounts(tx, rows.map((row) => row.id));
        return toPage(rows, query.limit, (row) => viewParty(row, accounts), (row) => [row.sort_key, row.id]);
      }),
    }),
    route({
      method: "POST", url: base, tag, summary: `Adds a ${kind}`, permission: write, body: NewParty, answer: PartyView, status: 201,
      handler: ({ scope, body }) => shown(scope, createParty(scope, kind, body)),
    }),
    route({
      method: "GET", url: `${base}/:id`, tag, summary: `One ${kind}`, permission: read, params: IdParams, answer: PartyView,
      handler: ({ scope, params }) => scope.transaction(async (tx) => {
        const row = await findParty(tx, params.id, kind);
        if (!row) throw common.refuse("not_found");
        return view(tx, row);
      }),
    }),
    route({
      method: "PUT", url: `${base}/:id`, tag, summary: `Changes a ${kind}`, permission: write, params: IdParams, body: ChangeParty, answer: PartyView,
      handler: ({ scope, params, body }) => shown(scope, changeParty(scope, kind, params.id, body)),
    }),
    route({
      method: "POST", url: `${base}/:id/archive`, tag, summary: `Puts a ${kind} away`, permission: write, params: IdParams, answer: PartyView,
      handler: ({ scope, params }) => shown(scope, archiveParty(scope, kind, params.id, true)),
    }),
    route({
      method: "POST", url: `${base}/:id/restore`, tag, summary: `Brings an archived ${kind} back`, permission: write, params: IdParams, answer: PartyView,
      handler: ({ scope, params }) => shown(scope, archiveParty(scope, kind, params.id, false)),
    }),
  ];
}

export const routes = [
  route({
    method: "GET", url: "/api/customers.csv", tag: "Customers", summary: "Customers as CSV, with the columns of the import", permission: "exports.create", query: PartyFilter, answer: "bytes",
    async handler({ scope, query, reply }) {
      await scope.transaction(async (tx) => recordEvent(tx, { action: "customers.exported", summary: "Exported customers as CSV", companyId: query.companyId ?? null }));
      return sendFile(reply, csvStream(customerRows(scope, query), partyColumns), { name: "customers.csv", mediaType: "text/csv; charset=utf-8" });
    },
  }),
  route({
    method: "POST", url: "/api/customers/import", tag: "Customers", summary: "Reads customers from CSV, or says what would happen", permission: "customers.write", body: ImportCsv, answer: ImportAnswer, ratePerMinute: 30,
    handler: ({ scope, body }) => importCustomers(scope, body),
  }),
  ...routesOf("customer"),
  ...routesOf("supplier"),
];
