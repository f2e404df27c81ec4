/** What can be wrong with an amount that somebody typed or sent. */
export type AmountErrorCode =
  | "not_a_decimal"
  | "amount_too_precise"
  | "amount_too_large"
  | "unknown_currency"
  | "currencies_differ"
  | "cannot_divide_by_zero"
  | "cannot_allocate"
  | "percents_not_100"
  | "rate_not_allowed";

/** Raised for input, never for a bug of ours: `code` is stable, `message` is a sentence a person can act on. */
export class AmountError extends RangeError {
  override readonly name = "AmountError";
  readonly code: AmountErrorCode;
  constructor(code: AmountErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
