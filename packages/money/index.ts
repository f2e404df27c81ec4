export { AmountError, type AmountErrorCode } from "./errors.ts";
export { Decimal } from "./decimal.ts";
export { currencyCodes, exponentOf, isCurrency } from "./currencies.ts";
export { Money, formatAmount, money, parseAmount, roundToMoney, toDecimal } from "./money.ts";
export { allocate, allocateMinor, cumulativeShare, roundToSum, splitByPercents, splitEqually } from "./allocate.ts";
export { lineAmounts, lineNet, percentOf, roundToCash, splitInclusive, spreadOverGroups, taxesOn, type LineAmounts, type TaxRate } from "./tax.ts";
export { convert, convertGroups, realisedGain, type ForeignPayment } from "./exchange.ts";
export { formatDecimal, formatMoney, formatPercent, readTypedNumber } from "./display.ts";
