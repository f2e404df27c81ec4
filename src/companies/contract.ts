import { isTimeZone } from "@counterfoil/calendar";
import { electronicAddressProblem } from "@counterfoil/einvoice";
import { isCurrency } from "@counterfoil/money";
import { z } from "zod";
import { CivilDateText, CountryCode, CurrencyCode, EmailText, nameText, PercentText, text, Uuid, VatCategory } from "../platform/fields.ts";
import { isAccountNumber, isLocale, patternProblem } from "./policy.ts";

/** An optional field on one line: absent, null and "" all mean "none". */
export const optionalLine = (max: number) => nameText(max, 0).nullable().default(null);
/** An optional text of several lines. */
export const optionalText = (max: number) => text(max).nullable().default(null);
export const optionalEmail = z.union([EmailText, z.literal("")]).nullable().default(null);
export const Currency = CurrencyCode.refine(isCurrency, "Use a currency code like EUR.");
export const Locale = z.string().max(35).refine(isLocale, "Use a language tag like en-IE or de.");
export const AccountNumber = z.string().trim().max(60).refine((value) => value === "" || isAccountNumber(value), "The check digits of this IBAN do not fit. Compare it with the bank's papers.");

/** Where e-invoices to somebody go: "scheme:identifier", or a mail address. */
export const ElectronicAddressText = nameText(200, 0).superRefine((value, context) => {
  const problem = value === "" ? null : electronicAddressProblem(value);
  if (problem) context.addIssue({ code: "custom", message: problem });
}).nullable().default(null);

/** The fields of a postal address, as they stand in every input and view. */
export const addressShape = {
  addressLine1: optionalLine(200), addressLine2: optionalLine(200), postalCode: optionalLine(20), city: optionalLine(100), region: optionalLine(100),
};

const companyShape = {
  name: nameText(200),
  legalName: optionalLine(300).describe("As registered; the name when absent"),
  country: CountryCode,
  currency: Currency.describe("Of new documents"),
  timeZone: z.string().max(60).refine((name) => /^[A-Za-z]/.test(name) && isTimeZone(name), "Use a time zone like Europe/Dublin."),
  locale: Locale,
  ...addressShape,
  vatId: optionalLine(30), taxNumber: optionalLine(60), registration: optionalLine(200),
  email: optionalEmail, phone: optionalLine(60), website: optionalLine(200),
  contactName: optionalLine(200).describe("Whom buyers ask about an invoice (BT-41)"),
  electronicAddress: ElectronicAddressText.describe("Under which networks know the company (BT-34)"),
  iban: AccountNumber.nullable().default(null).describe("IBAN, or the account number where there are none"),
  bic: optionalLine(20), bankName: optionalLine(100), accountHolder: optionalLine(200),
  colour: z.string().regex(/^#[0-9a-fA-F]{6}$/, "Use a colour like #22405c.").nullable().default(null),
  template: z.enum(["ledger", "letter"]).default("ledger"),
  paper: z.enum(["a4", "us-letter"]).default("a4"),
  termsDays: z.number().int().min(0).max(365).default(14).describe("Days from issue to due date"),
  taxRounding: z.enum(["document", "line"]).default("document"),
  prices: z.enum(["net", "inclusive"]).default("net").describe("How prices are entered"),
  defaultVatCategory: VatCategory.default("S"),
  defaultVatRate: PercentText.default("0"),
  invoiceNote: optionalText(4000).describe("Printed on every invoice"),
};

export const NewCompany = z.object(companyShape);
export type NewCompany = z.infer<typeof NewCompany>;
/** The whole company again, with the version that was read. */
export const ChangeCompany = z.object({ ...companyShape, version: z.number().int() });
export type ChangeCompany = z.infer<typeof ChangeCompany>;

export const SeriesKind = z.enum(["invoice", "credit_note", "proposal"]);
export const SeriesView = z.object({
  id: z.string(), companyId: z.string(), kind: SeriesKind, name: z.string(), pattern: z.string(), resets: z.enum(["never", "yearly", "monthly"]),
  chronological: z.boolean(), isDefault: z.boolean(), lastNumber: z.string().nullable(), lastIssueDate: CivilDateText.nullable(),
  example: z.string().describe("A number as the pattern makes it, for today and counter 1"), version: z.number().int(), archivedAt: z.iso.datetime().nullable(),
});
export type SeriesView = z.infer<typeof SeriesView>;

const seriesShape = {
  name: nameText(60),
  pattern: z.string().trim().min(1).max(60).superRefine((value, context) => {
    const problem = patternProblem(value);
    if (problem) context.addIssue({ code: "custom", message: problem });
  }).describe("Text with {year} {yy} {month} {series} {customer} and {counter:4}; the width is a minimum"),
  resets: z.enum(["never", "yearly", "monthly"]).default("yearly"),
  chronological: z.boolean().default(true).describe("Refuse an issue date before the last one of the series"),
};
export const NewSeries = z.object({ ...seriesShape, kind: SeriesKind, isDefault: z.boolean().default(false) });
export const ChangeSeries = z.object({ ...seriesShape, isDefault: z.boolean().default(false), archived: z.boolean().default(false), version: z.number().int() });
/** Moves a counter that has given no number yet, for books that were begun elsewhere. */
export const StartSeries = z.object({ issueDate: CivilDateText.describe("A day of the period that is meant"), nextNumber: z.string().regex(/^\d{1,18}$/, "Write a whole number.") });

export const CompanyView = z.object({
  id: z.string(), name: z.string(), legalName: z.string().nullable(), country: z.string(), currency: z.string(), timeZone: z.string(), locale: z.string(),
  addressLine1: z.string().nullable(), addressLine2: z.string().nullable(), postalCode: z.string().nullable(), city: z.string().nullable(), region: z.string().nullable(),
  vatId: z.string().nullable(), taxNumber: z.string().nullable(), registration: z.string().nullable(),
  email: z.string().nullable(), phone: z.string().nullable(), website: z.string().nullable(),
  contactName: z.string().nullable(), electronicAddress: z.string().nullable(),
  iban: z.string().nullable(), bic: z.string().nullable(), bankName: z.string().nullable(), accountHolder: z.string().nullable(),
  colour: z.string().nullable(), template: z.enum(["ledger", "letter"]), paper: z.enum(["a4", "us-letter"]), termsDays: z.number().int(),
  taxRounding: z.enum(["document", "line"]), prices: z.enum(["net", "inclusive"]), defaultVatCategory: VatCategory, defaultVatRate: z.string(),
  invoiceNote: z.string().nullable(), hasLogo: z.boolean(), today: CivilDateText.describe("The date in the company's time zone"),
  version: z.number().int(), createdAt: z.iso.datetime(), updatedAt: z.iso.datetime(), archivedAt: z.iso.datetime().nullable(),
  series: z.array(SeriesView),
});
export type CompanyView = z.infer<typeof CompanyView>;
export const CompanyList = z.object({ items: z.array(CompanyView) });
export const SeriesParams = z.object({ id: Uuid, seriesId: Uuid });
