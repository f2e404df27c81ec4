import { sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "../workspaces/index.ts";
import type { EinvoiceFormat, PartyFilter, PartyKind } from "./contract.ts";

export type PartyRow = {
  id: string; company_id: string; is_customer: boolean; is_supplier: boolean; name: string; number: string | null;
  contact_name: string | null; email: string | null; phone: string | null; website: string | null;
  address_line1: string | null; address_line2: string | null; postal_code: string | null; city: string | null; region: string | null; country: string | null;
  vat_id: string | null; tax_number: string | null; registration: string | null; locale: string | null; currency: string | null; terms_days: number | null;
  electronic_address: string | null; einvoice_format: EinvoiceFormat; buyer_reference: string | null; notes: string | null; version: number; created_at: Date; updated_at: Date; archived_at: Date | null;
};
export type BankAccountRow = { id: string; party_id: string; iban: string; bic: string | null; holder: string | null; bank_name: string | null; first_seen_at: Date };

/** The columns that people fill in. */
export type PartyFacts = Omit<PartyRow, "id" | "company_id" | "is_customer" | "is_supplier" | "version" | "created_at" | "updated_at" | "archived_at">;

export const findParty = (tx: Tx, id: string, kind: PartyKind | null) => tx.maybe(sql<PartyRow>`
  select * from party where workspace_id = ${tx.workspaceId} and id = ${id}
    and (${kind}::text is null or (${kind} = 'customer' and is_customer) or (${kind} = 'supplier' and is_supplier))`);
export const lockParty = (tx: Tx, id: string, kind: PartyKind | null) => tx.maybe(sql<PartyRow>`
  select * from party where workspace_id = ${tx.workspaceId} and id = ${id}
    and (${kind}::text is null or (${kind} = 'customer' and is_customer) or (${kind} = 'supplier' and is_supplier)) for no key update`);

/** A row of the list, with the text it is ordered by. */
export type ListedParty = PartyRow & { sort_key: string };

/** By name; a cursor is the name and id of the last row. */
export function listParties(tx: Tx, kind: PartyKind, filter: z.infer<typeof PartyFilter>, after: [string, string] | null, limit: number): Promise<ListedParty[]> {
  const like = filter.search ? `%${filter.search.replace(/[\\%_]/g, "\\$&")}%` : null;
  return tx.all(sql<ListedParty>`
    select *, lower(name) as sort_key from party
    where workspace_id = ${tx.workspaceId}
      and case ${kind} when 'customer' then is_customer else is_supplier end
      and (${filter.companyId ?? null}::uuid is null or company_id = ${filter.companyId ?? null})
      and (${filter.archived} = 'all' or (archived_at is not null) = (${filter.archived} = 'only'))
      and (${like}::text is null or name ilike ${like} or number ilike ${like} or email ilike ${like} or city ilike ${like} or vat_id ilike ${like} or contact_name ilike ${like})
      and (${after?.[0] ?? null}::text is null or (lower(name), id) > (${after?.[0] ?? null}, ${after?.[1] ?? null}::uuid))
    order by lower(name), id limit ${limit}`);
}

export const insertParty = (tx: Tx, row: { id: string; companyId: string; isCustomer: boolean; isSupplier: boolean; at: Date }, facts: PartyFacts) => tx.one(sql<PartyRow>`
  insert into party (id, workspace_id, company_id, is_customer, is_supplier, name, number, contact_name, email, phone, website,
    address_line1, address_line2, postal_code, city, region, country, vat_id, tax_number, registration, locale, currency, terms_days, electronic_address, einvoice_format, buyer_reference, notes, created_at, updated_at)
  values (${row.id}, ${tx.workspaceId}, ${row.companyId}, ${row.isCustomer}, ${row.isSupplier}, ${facts.name}, ${facts.number}, ${facts.contact_name}, ${facts.email}, ${facts.phone}, ${facts.website},
    ${facts.address_line1}, ${facts.address_line2}, ${facts.postal_code}, ${facts.city}, ${facts.region}, ${facts.country}, ${facts.vat_id}, ${facts.tax_number}, ${facts.registration},
    ${facts.locale}, ${facts.currency}, ${facts.terms_days}, ${facts.electronic_address}, ${facts.einvoice_format}, ${facts.buyer_reference}, ${facts.notes}, ${row.at}, ${row.at})
  returning *`);
export const updateParty = (tx: Tx, id: string, facts: PartyFacts, at: Date) => tx.one(sql<PartyRow>`
  update party set name = ${facts.name}, number = ${facts.number}, contact_name = ${facts.contact_name}, email = ${facts.email}, phone = ${facts.phone}, website = ${facts.website},
    address_line1 = ${facts.address_line1}, address_line2 = ${facts.address_line2}, postal_code = ${facts.postal_code}, city = ${facts.city}, region = ${facts.region}, country = ${facts.country},
    vat_id = ${facts.vat_id}, tax_number = ${facts.tax_number}, registration = ${facts.registration}, locale = ${facts.locale}, currency = ${facts.currency}, terms_days = ${facts.terms_days},
    electronic_address = ${facts.electronic_address}, einvoice_format = ${facts.einvoice_format}, buyer_reference = ${facts.buyer_reference}, notes = ${facts.notes}, version = version + 1, updated_at = ${at}
  where workspace_id = ${tx.workspaceId} and id = ${id} returning *`);
export const setPartyArchived = (tx: Tx, id: string, at: Date | null) => tx.one(sql<PartyRow>`
  update party set archived_at = ${at}, version = version + 1 where workspace_id = ${tx.workspaceId} and id = ${id} returning *`);
export const markKind = (tx: Tx, id: string, kind: PartyKind) => tx.run(sql`
  update party set is_customer = is_customer or ${kind} = 'customer', is_supplier = is_supplier or ${kind} = 'supplier' where workspace_id = ${tx.workspaceId} and id = ${id}`);
/** Who has this number in the company's books; archived ones count, since their documents print it. */
export const holderOfNumber = (tx: Tx, companyId: string, number: string) => tx.maybe(sql<{ id: string; name: string }>`
  select id, name from party where workspace_id = ${tx.workspaceId} and company_id = ${companyId} and number = ${number}`);

export const listBankAccounts = (tx: Tx, partyIds: string[]) => tx.all(sql<BankAccountRow>`
  select id, party_id, iban, bic, holder, bank_name, first_seen_at from party_bank_account
  where workspace_id = ${tx.workspaceId} and party_id = any(${partyIds}::uuid[]) and removed_at is null order by first_seen_at, id`);
/** Adds an account, or completes the one that is there; the day it was first seen stays. Answers 1 when it is new. */
export const saveBankAccount = async (tx: Tx, row: { id: string; partyId: string; iban: string; bic: string | null; holder: string | null; bankName: string | null; at: Date }) => (await tx.one(sql<{ added: boolean }>`
  insert into party_bank_account (id, workspace_id, party_id, iban, bic, holder, bank_name, first_seen_at)
  values (${row.id}, ${tx.workspaceId}, ${row.partyId}, ${row.iban}, ${row.bic}, ${row.holder}, ${row.bankName}, ${row.at})
  on conflict (workspace_id, party_id, iban) where removed_at is null do update
    set bic = coalesce(excluded.bic, party_bank_account.bic), holder = coalesce(excluded.holder, party_bank_account.holder), bank_name = coalesce(excluded.bank_name, party_bank_account.bank_name)
  returning (xmax = 0) as added`)).added;
export const removeOtherBankAccounts = (tx: Tx, partyId: string, keep: string[], at: Date) => tx.all(sql<{ iban: string }>`
  update party_bank_account set removed_at = ${at}
  where workspace_id = ${tx.workspaceId} and party_id = ${partyId} and removed_at is null and iban <> all(${keep}::text[]) returning iban`);

/** One finding per step of the ladder on which a received invoice's sender is recognised. */
export const partiesByTaxId = (tx: Tx, companyId: string, taxId: string) => tx.all(sql<PartyRow>`
  select * from party where workspace_id = ${tx.workspaceId} and company_id = ${companyId} and vat_id = ${taxId} order by is_supplier desc, created_at, id limit 2`);
export const partiesByRegistration = (tx: Tx, companyId: string, ids: string[]) => tx.all(sql<PartyRow>`
  select * from party where workspace_id = ${tx.workspaceId} and company_id = ${companyId}
    and (upper(regexp_replace(registration, '[^A-Za-z0-9]', '', 'g')) = any(${ids}::text[]) or upper(regexp_replace(tax_number, '[^A-Za-z0-9]', '', 'g')) = any(${ids}::text[]))
  order by is_supplier desc, created_at, id limit 2`);
export const partiesByIban = (tx: Tx, companyId: string, iban: string) => tx.all(sql<PartyRow>`
  select p.* from party p join party_bank_account b on b.workspace_id = p.workspace_id and b.party_id = p.id and b.removed_at is null
  where p.workspace_id = ${tx.workspaceId} and p.company_id = ${companyId} and b.iban = ${iban} order by p.is_supplier desc, p.created_at, p.id limit 2`);
export const partiesForNames = (tx: Tx, companyId: string, beginning: string) => tx.all(sql<PartyRow>`
  select * from party where workspace_id = ${tx.workspaceId} and company_id = ${companyId}
    and regexp_replace(lower(name), '[^[:alnum:]]', '', 'g') like ${`${beginning.replace(/[\\%_]/g, "\\$&")}%`}
  order by is_supplier desc, created_at, id limit 50`);
