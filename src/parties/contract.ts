import { z } from "zod";
import { AccountNumber, addressShape, Currency, ElectronicAddressText, Locale, optionalEmail, optionalLine, optionalText } from "../companies/contract.ts";
import { CountryCode, nameText, Uuid } from "../platform/fields.ts";

/** Customers and suppliers are the same thing seen from two sides; one may be both. */
export const PartyKind = z.enum(["customer", "supplier"]);
export type PartyKind = z.infer<typeof PartyKind>;

/** What goes to a customer. `auto`: a PDF that carries the e-invoice (Factur-X) where the data allow it; the others are refused while something is missing. */
export const EinvoiceFormat = z.enum(["auto", "none", "facturx", "xrechnung", "peppol"]);
export type EinvoiceFormat = z.infer<typeof EinvoiceFormat>;

const partyShape = {
  name: nameText(200),
  number: optionalLine(40).describe("Your own number for them"),
  contactName: optionalLine(200), email: optionalEmail, phone: optionalLine(60), website: optionalLine(200),
  ...addressShape,
  country: CountryCode.nullable().default(null),
  vatId: optionalLine(30), taxNumber: optionalLine(60), registration: optionalLine(100),
  locale: Locale.nullable().default(null).describe("Language of their documents; the company's when absent"),
  currency: Currency.nullable().default(null),
  termsDays: z.number().int().min(0).max(365).nullable().default(null),
  electronicAddress: ElectronicAddressText.describe("Where e-invoices to them go (BT-49)"),
  einvoiceFormat: EinvoiceFormat.default("auto"),
  buyerReference: optionalLine(100).describe("Printed on every invoice to them (BT-10)"),
  notes: optionalText(4000),
  bankAccounts: z.array(z.object({ iban: AccountNumber.min(4, "Write the account number."), bic: optionalLine(20), holder: optionalLine(200), bankName: optionalLine(100) })).max(20).default([]),
};

export const NewParty = z.object({ companyId: Uuid, ...partyShape });
export type NewParty = z.infer<typeof NewParty>;
/** The whole party again, with the version that was read. */
export const ChangeParty = z.object({ ...partyShape, version: z.number().int() });
export type ChangeParty = z.infer<typeof ChangeParty>;

export const BankAccountView = z.object({
  id: z.string(), iban: z.string(), bic: z.string().nullable(), holder: z.string().nullable(), bankName: z.string().nullable(), firstSeenAt: z.iso.datetime(),
});
export const PartyView = z.object({
  id: z.string(), companyId: z.string(), isCustomer: z.boolean(), isSupplier: z.boolean(), name: z.string(), number: z.string().nullable(),
  contactName: z.string().nullable(), email: z.string().nullable(), phone: z.string().nullable(), website: z.string().nullable(),
  addressLine1: z.string().nullable(), addressLine2: z.string().nullable(), postalCode: z.string().nullable(), city: z.string().nullable(), region: z.string().nullable(),
  country: z.string().nullable(), vatId: z.string().nullable(), taxNumber: z.string().nullable(), registration: z.string().nullable(),
  locale: z.string().nullable(), currency: z.string().nullable(), termsDays: z.number().int().nullable(), electronicAddress: z.string().nullable(), einvoiceFormat: EinvoiceFormat,
  buyerReference: z.string().nullable(), notes: z.string().nullable(),
  bankAccounts: z.array(BankAccountView),
  version: z.number().int(), createdAt: z.iso.datetime(), updatedAt: z.iso.datetime(), archivedAt: z.iso.datetime().nullable(),
});
export type PartyView = z.infer<typeof PartyView>;

export const PartyFilter = z.object({
  companyId: Uuid.optional(),
  search: z.string().trim().max(200).optional().describe("Part of name, number, e-mail, city or VAT id"),
  archived: z.enum(["no", "only", "all"]).default("no"),
});

/** CSV columns of customers, for export and import alike; `name` is needed, all others may be missing. */
export const partyColumns = [
  "name", "number", "contact_name", "email", "phone", "website", "address_line1", "address_line2", "postal_code", "city", "region", "country",
  "vat_id", "tax_number", "registration", "locale", "currency", "terms_days", "electronic_address", "einvoice_format", "buyer_reference", "notes",
] as const;

/** At most 900,000 characters of CSV in one request, which is some 5,000 customers; split larger files. */
export const ImportCsv = z.object({
  companyId: Uuid,
  csv: z.string().min(1).max(900_000),
  commit: z.boolean().default(false).describe("false: only look, and say what would happen to each row"),
});
export const ImportRow = z.object({
  line: z.number().int().describe("Line of the file, from 1"),
  name: z.string(),
  action: z.enum(["create", "update", "skip"]).describe("skip: it has errors, or nothing would change"),
  errors: z.array(z.object({ column: z.string(), message: z.string() })),
});
export const ImportAnswer = z.object({
  committed: z.boolean(), created: z.number().int(), updated: z.number().int(), unchanged: z.number().int(), failed: z.number().int(),
  unknownColumns: z.array(z.string()), rows: z.array(ImportRow).describe("At most the first 500 rows with errors, then others up to 500 in all"),
});
export type ImportAnswer = z.infer<typeof ImportAnswer>;
