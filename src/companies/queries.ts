import { sql } from "kysely";
import type { Tx } from "../workspaces/index.ts";
import type { ChangeCompany, NewCompany } from "./contract.ts";

export type CompanyRow = {
  id: string; name: string; legal_name: string | null; country: string; currency: string; time_zone: string; locale: string;
  address_line1: string | null; address_line2: string | null; postal_code: string | null; city: string | null; region: string | null;
  vat_id: string | null; tax_number: string | null; registration: string | null; email: string | null; phone: string | null; website: string | null;
  contact_name: string | null; electronic_address: string | null;
  iban: string | null; bic: string | null; bank_name: string | null; account_holder: string | null; logo_file_id: string | null; colour: string | null;
  template: "ledger" | "letter"; paper: "a4" | "us-letter"; terms_days: number; tax_rounding: "document" | "line"; prices: "net" | "inclusive";
  default_vat_category: string; default_vat_rate: string; invoice_note: string | null;
  version: number; created_at: Date; updated_at: Date; archived_at: Date | null;
};

export const findCompany = (tx: Tx, id: string) => tx.maybe(sql<CompanyRow>`
  select * from company where workspace_id = ${tx.workspaceId} and id = ${id}`);
export const lockCompany = (tx: Tx, id: string) => tx.maybe(sql<CompanyRow>`
  select * from company where workspace_id = ${tx.workspaceId} and id = ${id} for no key update`);
/** All companies, by name; archived ones last. A workspace keeps tens of them, so the list is not paged. */
export const listCompanies = (tx: Tx) => tx.all(sql<CompanyRow>`
  select * from company where workspace_id = ${tx.workspaceId} order by (archived_at is not null), lower(name), id limit 1000`);

export const insertCompany = (tx: Tx, id: string, input: NewCompany, at: Date) => tx.one(sql<CompanyRow>`
  insert into company (id, workspace_id, name, legal_name, country, currency, time_zone, locale,
    address_line1, address_line2, postal_code, city, region, vat_id, tax_number, registration, email, phone, website, contact_name, electronic_address,
    iban, bic, bank_name, account_holder, colour, template, paper, terms_days, tax_rounding, prices, default_vat_category, default_vat_rate, invoice_note,
    created_at, updated_at)
  values (${id}, ${tx.workspaceId}, ${input.name}, ${input.legalName}, ${input.country}, ${input.currency}, ${input.timeZone}, ${input.locale},
    ${input.addressLine1}, ${input.addressLine2}, ${input.postalCode}, ${input.city}, ${input.region}, ${input.vatId}, ${input.taxNumber}, ${input.registration}, ${input.email}, ${input.phone}, ${input.website}, ${input.contactName}, ${input.electronicAddress},
    ${input.iban}, ${input.bic}, ${input.bankName}, ${input.accountHolder}, ${input.colour}, ${input.template}, ${input.paper}, ${input.termsDays}, ${input.taxRounding}, ${input.prices},
    ${input.defaultVatCategory}, ${input.defaultVatRate}, ${input.invoiceNote}, ${at}, ${at})
  returning *`);

export const updateCompany = (tx: Tx, id: string, input: Omit<ChangeCompany, "version">, at: Date) => tx.one(sql<CompanyRow>`
  update company set name = ${input.name}, legal_name = ${input.legalName}, country = ${input.country}, currency = ${input.currency}, time_zone = ${input.timeZone}, locale = ${input.locale},
    address_line1 = ${input.addressLine1}, address_line2 = ${input.addressLine2}, postal_code = ${input.postalCode}, city = ${input.city}, region = ${input.region},
    vat_id = ${input.vatId}, tax_number = ${input.taxNumber}, registration = ${input.registration}, email = ${input.email}, phone = ${input.phone}, website = ${input.website},
    contact_name = ${input.contactName}, electronic_address = ${input.electronicAddress}, iban = ${input.iban}, bic = ${input.bic}, bank_name = ${input.bankName}, account_holder = ${input.accountHolder}, colour = ${input.colour}, template = ${input.template}, paper = ${input.paper},
    terms_days = ${input.termsDays}, tax_rounding = ${input.taxRounding}, prices = ${input.prices}, default_vat_category = ${input.defaultVatCategory}, default_vat_rate = ${input.defaultVatRate},
    invoice_note = ${input.invoiceNote}, version = version + 1, updated_at = ${at}
  where workspace_id = ${tx.workspaceId} and id = ${id} returning *`);

export const setCompanyArchived = (tx: Tx, id: string, at: Date | null) => tx.maybe(sql<CompanyRow>`
  update company set archived_at = ${at}, version = version + 1 where workspace_id = ${tx.workspaceId} and id = ${id} returning *`);
export const setLogo = (tx: Tx, id: string, fileId: string | null, at: Date) => tx.one(sql<CompanyRow>`
  update company set logo_file_id = ${fileId}, version = version + 1, updated_at = ${at} where workspace_id = ${tx.workspaceId} and id = ${id} returning *`);

export type SeriesRow = {
  id: string; company_id: string; kind: "invoice" | "credit_note" | "proposal"; name: string; pattern: string; resets: "never" | "yearly" | "monthly";
  chronological: boolean; is_default: boolean; last_issue_date: string | null; last_number_text: string | null; version: number; archived_at: Date | null;
};

export const listSeries = (tx: Tx, companyId: string | null) => tx.all(sql<SeriesRow>`
  select * from number_series where workspace_id = ${tx.workspaceId} and (${companyId}::uuid is null or company_id = ${companyId})
  order by kind, (archived_at is not null), not is_default, name`);
export const findSeries = (tx: Tx, id: string) => tx.maybe(sql<SeriesRow>`
  select * from number_series where workspace_id = ${tx.workspaceId} and id = ${id}`);
export const findDefaultSeries = (tx: Tx, companyId: string, kind: string) => tx.maybe(sql<SeriesRow>`
  select * from number_series where workspace_id = ${tx.workspaceId} and company_id = ${companyId} and kind = ${kind} and is_default and archived_at is null`);
/** The lock that orders the documents of one series. It lets foreign keys look on, and other series are not held up. */
export const lockSeries = (tx: Tx, id: string) => tx.maybe(sql<SeriesRow>`
  select * from number_series where workspace_id = ${tx.workspaceId} and id = ${id} for no key update`);
export const insertSeries = (tx: Tx, row: Pick<SeriesRow, "id" | "company_id" | "kind" | "name" | "pattern" | "resets" | "chronological" | "is_default">) => tx.one(sql<SeriesRow>`
  insert into number_series (id, workspace_id, company_id, kind, name, pattern, resets, chronological, is_default)
  values (${row.id}, ${tx.workspaceId}, ${row.company_id}, ${row.kind}, ${row.name}, ${row.pattern}, ${row.resets}, ${row.chronological}, ${row.is_default})
  returning *`);
export const updateSeries = (tx: Tx, row: Pick<SeriesRow, "id" | "name" | "pattern" | "resets" | "chronological" | "is_default">, archivedAt: Date | null) => tx.one(sql<SeriesRow>`
  update number_series set name = ${row.name}, pattern = ${row.pattern}, resets = ${row.resets}, chronological = ${row.chronological}, is_default = ${row.is_default},
    archived_at = ${archivedAt}, version = version + 1
  where workspace_id = ${tx.workspaceId} and id = ${row.id} returning *`);
export const clearDefault = (tx: Tx, companyId: string, kind: string) => tx.run(sql`
  update number_series set is_default = false, version = version + 1 where workspace_id = ${tx.workspaceId} and company_id = ${companyId} and kind = ${kind} and is_default`);
export const seriesNameTaken = async (tx: Tx, companyId: string, name: string, except: string | null) => (await tx.maybe(sql<{ id: string }>`
  select id from number_series where workspace_id = ${tx.workspaceId} and company_id = ${companyId} and name = ${name} and (${except}::uuid is null or id <> ${except})`)) !== undefined;

export const seriesOfPattern = (tx: Tx, companyId: string, kind: string, pattern: string, except: string | null) => tx.maybe(sql<{ name: string }>`
  select name from number_series where workspace_id = ${tx.workspaceId} and company_id = ${companyId} and kind = ${kind} and pattern = ${pattern} and pattern not like '%{series}%' and (${except}::uuid is null or id <> ${except})`);

/** Takes the next number of a period; the caller holds the series. */
export const advanceCounter = (tx: Tx, seriesId: string, period: string) => tx.one(sql<{ last_number: bigint }>`
  insert into number_counter (workspace_id, series_id, period, first_number, last_number) values (${tx.workspaceId}, ${seriesId}, ${period}, 1, 1)
  on conflict (workspace_id, series_id, period) do update set last_number = number_counter.last_number + 1
  returning last_number`);
export const rememberLast = (tx: Tx, seriesId: string, issueDate: string, number: string) => tx.run(sql`
  update number_series set last_number_text = case when last_issue_date is null or last_issue_date <= ${issueDate}::date then ${number} else last_number_text end,
    last_issue_date = greatest(last_issue_date, ${issueDate}::date)
  where workspace_id = ${tx.workspaceId} and id = ${seriesId}`);
/** Sets where an unused period starts; answers 0 when it has given numbers already. */
export const startCounter = (tx: Tx, seriesId: string, period: string, nextNumber: bigint) => tx.run(sql`
  insert into number_counter (workspace_id, series_id, period, first_number, last_number) values (${tx.workspaceId}, ${seriesId}, ${period}, ${nextNumber}, ${nextNumber - 1n})
  on conflict (workspace_id, series_id, period) do update set first_number = excluded.first_number, last_number = excluded.last_number
  where number_counter.last_number = number_counter.first_number - 1`);

export type FileRow = { id: string; store_key: string; wrapped_key: Buffer; sha256: Buffer; size_bytes: bigint; media_type: string };
export const insertFile = (tx: Tx, row: { id: string; companyId: string; storeKey: string; wrappedKey: Buffer; sha256: Buffer; sizeBytes: number; mediaType: string }) => tx.run(sql`
  insert into file (id, workspace_id, company_id, store_key, wrapped_key, sha256, size_bytes, media_type)
  values (${row.id}, ${tx.workspaceId}, ${row.companyId}, ${row.storeKey}, ${row.wrappedKey}, ${row.sha256}, ${row.sizeBytes}, ${row.mediaType})`);
export const findFile = (tx: Tx, id: string) => tx.maybe(sql<FileRow>`
  select id, store_key, wrapped_key, sha256, size_bytes, media_type from file where workspace_id = ${tx.workspaceId} and id = ${id}`);
