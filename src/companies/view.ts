import { todayIn, type CivilDate } from "@counterfoil/calendar";
import type { VatCategory } from "../platform/fields.ts";
import type { CompanyView, SeriesView } from "./contract.ts";
import { formatNumber } from "./policy.ts";
import type { CompanyRow, SeriesRow } from "./queries.ts";

/** The civil date in the company's time zone: what "today", "overdue" and number periods go by. */
export const todayOf = (company: Pick<CompanyRow, "time_zone">, now: Date): CivilDate => todayIn(company.time_zone, now);

/** A postal address as printed, line by line, without empty ones. The country stands as its code. */
export const addressLines = (row: Pick<CompanyRow, "address_line1" | "address_line2" | "postal_code" | "city" | "region">): string[] =>
  [row.address_line1, row.address_line2, [row.postal_code, row.city].filter(Boolean).join(" "), row.region].filter((line): line is string => Boolean(line));

/** A numeric as people write it: "19", not "19.0000". */
export const shortDecimal = (value: string): string => (value.includes(".") ? value.replace(/\.?0+$/, "") : value);

export const viewSeries = (row: SeriesRow, today: CivilDate): SeriesView => ({
  id: row.id, companyId: row.company_id, kind: row.kind, name: row.name, pattern: row.pattern, resets: row.resets, chronological: row.chronological, isDefault: row.is_default,
  lastNumber: row.last_number_text, lastIssueDate: row.last_issue_date,
  example: formatNumber(row.pattern, { issueDate: today, counter: 1n, series: row.name, customer: "C-17" }),
  version: row.version, archivedAt: row.archived_at?.toISOString() ?? null,
});

export function viewCompany(row: CompanyRow, series: SeriesRow[], now: Date): CompanyView {
  const today = todayOf(row, now);
  return {
    id: row.id, name: row.name, legalName: row.legal_name, country: row.country, currency: row.currency, timeZone: row.time_zone, locale: row.locale,
    addressLine1: row.address_line1, addressLine2: row.address_line2, postalCode: row.postal_code, city: row.city, region: row.region,
    vatId: row.vat_id, taxNumber: row.tax_number, registration: row.registration, email: row.email, phone: row.phone, website: row.website,
    contactName: row.contact_name, electronicAddress: row.electronic_address,
    iban: row.iban, bic: row.bic, bankName: row.bank_name, accountHolder: row.account_holder, colour: row.colour, template: row.template, paper: row.paper,
    termsDays: row.terms_days, taxRounding: row.tax_rounding, prices: row.prices,
    defaultVatCategory: row.default_vat_category as VatCategory, defaultVatRate: shortDecimal(row.default_vat_rate), invoiceNote: row.invoice_note,
    hasLogo: row.logo_file_id !== null, today, version: row.version,
    createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(), archivedAt: row.archived_at?.toISOString() ?? null,
    series: series.filter((one) => one.company_id === row.id).map((one) => viewSeries(one, today)),
  };
}
