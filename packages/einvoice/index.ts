export * from "./types.ts";
export { isVatCategory, vatCategories, vatCategoryRule, type VatCategoryRule } from "./vat.ts";
export {
  totalsOf,
  type Change, type DocumentChange, type DocumentChangePart, type LineTotals, type Totals, type TotalsInput, type TotalsLine, type VatRate, type VatRow,
} from "./totals.ts";
export { semanticAmounts, type SemanticAmounts } from "./semantic-amounts.ts";
export { checkTotals, type TotalsCheck } from "./check.ts";
