import { z } from "zod";
import { Currency, optionalLine, optionalText } from "../companies/contract.ts";
import { DecimalText, nameText, PercentText, Uuid, VatCategory } from "../platform/fields.ts";

/** UN/ECE Recommendation 20 codes with the words people use; others may be typed as code. */
export const units = [
  { code: "C62", word: "piece" }, { code: "HUR", word: "hour" }, { code: "DAY", word: "day" }, { code: "WEE", word: "week" }, { code: "MON", word: "month" },
  { code: "ANN", word: "year" }, { code: "MTR", word: "m" }, { code: "MTK", word: "m²" }, { code: "MTQ", word: "m³" }, { code: "KMT", word: "km" }, { code: "LTR", word: "l" },
  { code: "GRM", word: "g" }, { code: "KGM", word: "kg" }, { code: "TNE", word: "t" }, { code: "KWH", word: "kWh" }, { code: "LS", word: "lump sum" }, { code: "SET", word: "set" }, { code: "XPK", word: "pack" },
] as const;
export const UnitCode = z.string().regex(/^[A-Z0-9]{1,3}$/, "Use a unit code like C62 (piece), HUR (hour) or KGM (kilogram).");

const itemShape = {
  kind: z.enum(["service", "product"]).default("service"),
  name: nameText(200),
  code: optionalLine(60).describe("Your own item number (BT-155)"),
  description: optionalText(4000),
  unit: UnitCode.default("C62"),
  unitPrice: DecimalText,
  currency: Currency,
  vatCategory: VatCategory,
  vatRate: PercentText.default("0"),
};
export const NewItem = z.object({ companyId: Uuid, ...itemShape });
export type NewItem = z.infer<typeof NewItem>;
/** The whole item again, with the version that was read. */
export const ChangeItem = z.object({ ...itemShape, version: z.number().int() });
export type ChangeItem = z.infer<typeof ChangeItem>;

export const ItemView = z.object({
  id: z.string(), companyId: z.string(), kind: z.enum(["service", "product"]), name: z.string(), code: z.string().nullable(), description: z.string().nullable(),
  unit: z.string(), unitPrice: z.string(), currency: z.string(), vatCategory: VatCategory, vatRate: z.string(),
  version: z.number().int(), createdAt: z.iso.datetime(), updatedAt: z.iso.datetime(), archivedAt: z.iso.datetime().nullable(),
});
export type ItemView = z.infer<typeof ItemView>;

export const ItemFilter = z.object({
  companyId: Uuid.optional(),
  search: z.string().trim().max(200).optional().describe("Part of name, code or description"),
  kind: z.enum(["service", "product"]).optional(),
  archived: z.enum(["no", "only", "all"]).default("no"),
});

/** CSV columns, for export and import alike; name, unit_price and vat_category are needed. */
export const itemColumns = ["name", "code", "kind", "description", "unit", "unit_price", "currency", "vat_category", "vat_rate"] as const;

/** At most 900,000 characters of CSV in one request; split larger files. */
export const ImportCsv = z.object({
  companyId: Uuid,
  csv: z.string().min(1).max(900_000),
  commit: z.boolean().default(false).describe("false: only look, and say what would happen to each row"),
});
export const ImportAnswer = z.object({
  committed: z.boolean(), created: z.number().int(), updated: z.number().int(), unchanged: z.number().int(), failed: z.number().int(), unknownColumns: z.array(z.string()),
  rows: z.array(z.object({
    line: z.number().int().describe("Line of the file, from 1"), name: z.string(), action: z.enum(["create", "update", "skip"]).describe("skip: it has errors, or nothing would change"),
    errors: z.array(z.object({ column: z.string(), message: z.string() })),
  })).describe("Rows with errors first, 500 in all"),
});
export type ImportAnswer = z.infer<typeof ImportAnswer>;
