/** Amounts in words, where papers carry them: Polish digit by digit, Indian and Malaysian in full English words. */

const small = "Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen".split(" ");
const tens = "Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety".split(" ");
const polish = "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć".split(" ");

function english(value: number): string {
  if (value < 20) return small[value]!;
  if (value < 100) return tens[Math.floor(value / 10) - 2]! + (value % 10 === 0 ? "" : ` ${small[value % 10]}`);
  for (const [unit, name] of [[1e7, "Crore"], [1e5, "Lakh"], [1e3, "Thousand"], [100, "Hundred"]] as const) {
    if (value >= unit) return `${english(Math.floor(value / unit))} ${name}${value % unit === 0 ? "" : ` ${english(value % unit)}`}`;
  }
  return "";
}

/** Null where it is not the custom, or the amount is negative. */
export function inWords(amount: string, currency: string): string | null {
  if (amount.startsWith("-")) return null;
  const [whole = "0", cents = "00"] = amount.split(".");
  if (currency === "PLN") return `${[...whole].map((digit) => polish[Number(digit)]).join(" ")} zł ${cents}/100`;
  if (currency === "INR") return `Rupees ${english(Number(whole))}${cents === "00" ? "" : ` and ${english(Number(cents))} Paise`} Only`;
  if (currency === "MYR") return `Ringgit Malaysia ${english(Number(whole))}${cents === "00" ? "" : ` and Cents ${english(Number(cents))}`} Only`.replace(/Lakh|Crore/g, "Hundred Thousand");
  return null;
}
