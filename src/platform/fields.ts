// Kinds of fields that contracts are made of. Browser-safe: shared by forms, routes and the OpenAPI description.
import { z } from "zod";

export const Uuid = z.uuid();

/** Text that a person typed: trimmed, without NUL and other control characters (line breaks and tabs may stay). */
export const text = (max: number, min = 0) =>
  z.string().trim().min(min, min === 1 ? "This is needed." : undefined).max(max)
    .refine((value) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value) && value.isWellFormed(), "This contains control characters. Type it again.");

/** A name on one line: without line breaks and without the invisible characters that make one name look like another. */
export const nameText = (max: number, min = 1) =>
  text(max, min).refine((value) => !/[\n\r\t\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/.test(value), "This contains line breaks or invisible characters. Type it again.");

/** An amount as decimal text with a dot, "1234.50"; the currency stands beside it and decides how many decimals fit. */
export const MoneyText = z.string().regex(/^-?\d{1,15}(\.\d{1,4})?$/, "Write an amount like 1234.50.");
/** An exact decimal, such as a quantity or a price: up to 12 digits before and 6 after the dot. */
export const DecimalText = z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/, "Write a number like 12.5.");
/** A percentage from 0 to 100 as text: "19" is 19 %. */
export const PercentText = z.string().regex(/^(100(\.0{1,4})?|\d{1,2}(\.\d{1,4})?)$/, "Write a percentage like 19.");
export const CivilDateText = z.iso.date("Write a date like 2026-03-31.").refine((date) => !/^(0000|9999)/.test(date), "Write a date like 2026-03-31, in the years 0001 to 9998.");
export const CurrencyCode = z.string().regex(/^[A-Z]{3}$/, "Use a currency code like EUR.");
export const CountryCode = z.string().regex(/^[A-Z]{2}$/, "Use a country code like DE.");
export const EmailText = z.email("Write an address like name@example.com.").max(320);

/** UNTDID 5305: standard, zero, exempt, reverse charge, intra-community, export, outside scope, Canary Islands, Ceuta and Melilla. */
export const VatCategory = z.enum(["S", "Z", "E", "AE", "K", "G", "O", "L", "M"]);
export type VatCategory = z.infer<typeof VatCategory>;
