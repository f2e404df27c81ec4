import { exponentOf, isCurrency } from "@counterfoil/money";

// Amounts as people type and read them. Everything is exact: decimal text in, decimal text out, whole numbers in between; no floats.

/** Digits after the point of a currency (ISO 4217): EUR 2, JPY 0, KWD 3. A code that is none counts as 2, so that a screen can still show it. */
export const decimalsOf = (currency: string): number => (isCurrency(currency) ? exponentOf(currency) : 2);

/** The characters a locale sets between groups and before the fraction. */
export function separatorsOf(locale: string): { group: string; point: string } {
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.5);
  return { group: parts.find((part) => part.type === "group")?.value ?? "", point: parts.find((part) => part.type === "decimal")?.value ?? "." };
}

export type AmountReading = { ok: true; value: string } | { ok: false; problem: string };

const minusSigns = /[-−–‐‑]/;
const spaces = /[\s\u00a0\u2009\u202f'’]/g;

/**
 * Reads an amount as typed: `1234,5`, `1.234,50`, `1 234.50`, `1'234.50`, `−12`, `(12)`, `€ 12`, and formulas `=3*95.38`.
 * A single comma or point before exactly three digits groups thousands where the locale uses it so, else it is the decimal point.
 * More decimals than `decimals` are refused, never rounded away; only a formula's result is rounded (half away from zero), as a division may not end.
 * Returns canonical decimal text ("1234.50") with exactly `decimals` digits, or, for `loose`, with those that were typed.
 */
export function readAmount(text: string, options: { decimals: number; locale?: string; loose?: boolean; unit?: string }): AmountReading {
  const { decimals, locale = "en", loose = false, unit } = options;
  const trimmed = text.trim();
  if (trimmed === "") return { ok: true, value: "" };
  if (trimmed.startsWith("=")) {
    const result = calculate(trimmed.slice(1), locale);
    if (typeof result === "string") return { ok: false, problem: result };
    const rounded = roundFraction(result, decimals);
    return { ok: true, value: loose ? trimZeros(rounded) : rounded };
  }
  const plain = readDecimal(trimmed, locale);
  if (plain === null) return { ok: false, problem: `“${trimmed}” is not an amount. Write it like ${example(locale, decimals)}.` };
  const fraction = plain.split(".")[1] ?? "";
  if (fraction.replace(/0+$/, "").length > decimals) {
    const count = decimals === 0 ? "no decimals" : decimals === 1 ? "1 decimal" : `${decimals} decimals`;
    return { ok: false, problem: `${unit ?? "This"} has ${count}; “${trimmed}” has ${fraction.length}. Write it like ${example(locale, decimals)}.` };
  }
  if (loose) return { ok: true, value: plain };
  const [whole = "0"] = plain.split(".");
  return { ok: true, value: decimals === 0 ? whole : `${whole}.${fraction.slice(0, decimals).padEnd(decimals, "0")}` };
}

const example = (locale: string, decimals: number) => showAmount(`1234${decimals > 0 ? `.${"5".padEnd(decimals, "0")}` : ""}`, locale);
const trimZeros = (text: string) => (text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text);

/** A typed number without formula as decimal text ("-1234.5"), or null when it is none. */
export function readDecimal(text: string, locale = "en"): string | null {
  let rest = text.replace(/^[A-Z]{3}(?=[\s\d−-])|(?<=[\s\d])[A-Z]{3}$/i, "").replace(/\p{Sc}/gu, "").replace(spaces, "");
  let negative = false;
  if (/^\(.*\)$/.test(rest)) { negative = true; rest = rest.slice(1, -1); }
  if (minusSigns.test(rest[0] ?? "")) { negative = !negative; rest = rest.slice(1); }
  else if (minusSigns.test(rest.at(-1) ?? "")) { negative = !negative; rest = rest.slice(0, -1); }
  else if (rest[0] === "+") rest = rest.slice(1);
  rest = rest.replace(/\p{Nd}/gu, (digit) => (digit >= "0" && digit <= "9" ? digit : String(digitValue(digit))));
  if (!/^[\d.,٫٬]*\d[\d.,٫٬]*$/.test(rest)) return null;
  rest = rest.replaceAll("٫", ".").replaceAll("٬", ",");
  const commas = rest.split(",").length - 1, points = rest.split(".").length - 1;
  const grouped = (part: string, mark: string) => part.split(mark).every((group, index, all) => (index === 0 ? /^\d{1,3}$/ : index === all.length - 1 ? /^\d{3}$/ : /^\d{2,3}$/).test(group));
  let whole: string, fraction = "";
  if (commas > 0 && points > 0) {
    const point = rest.lastIndexOf(",") > rest.lastIndexOf(".") ? "," : ".";
    const mark = point === "," ? "." : ",";
    const cut = rest.lastIndexOf(point);
    const head = rest.slice(0, cut);
    if (head.includes(point) || !grouped(head, mark)) return null;
    whole = head.replaceAll(mark, "");
    fraction = rest.slice(cut + 1);
  } else if (commas + points > 1) {
    const mark = commas > 0 ? "," : ".";
    if (!grouped(rest, mark)) return null;
    whole = rest.replaceAll(mark, "");
  } else if (commas + points === 1) {
    const mark = commas > 0 ? "," : ".";
    const [head = "", tail = ""] = rest.split(mark);
    const { group } = separatorsOf(locale);
    const groups = mark === group && tail.length === 3 && /^[1-9]\d{0,2}$/.test(head);
    whole = groups ? head + tail : head;
    fraction = groups ? "" : tail;
  } else whole = rest;
  whole = whole.replace(/^0+(?=\d)/, "") || "0";
  const value = fraction === "" ? whole : `${whole}.${fraction}`;
  return negative && /[1-9]/.test(value) ? `-${value}` : value;
}

// Decimal digits of any script stand in runs of ten, each starting at a code point whose own value is 0.
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 48;
  let start = code;
  while (start > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(start - 1))) start--;
  return (code - start) % 10;
}

type Fraction = { top: bigint; bottom: bigint };

/** Calculates `3*95.38`, `(12,50+3)/2`: + − × ÷ and parentheses, exactly. Returns a sentence when it cannot be read. */
export function calculate(text: string, locale = "en"): Fraction | string {
  const tokens = text.replace(/[\s\u00a0]/g, "").replace(/[×x]/gi, "*").replace(/[÷:]/g, "/").replace(/[−–]/g, "-").match(/[\d.,'’]+|[-+*/()]|./g) ?? [];
  const wrong = `“=${text}” cannot be calculated. Use numbers with + − × ÷ and parentheses, like =3*95.38.`;
  let at = 0, depth = 0, failed: string | null = null;
  const fail = (why: string): Fraction => { failed ??= why; return { top: 0n, bottom: 1n }; };
  const factor = (): Fraction => {
    if (++depth > 50) return fail(wrong);
    const token = tokens[at++];
    let value: Fraction;
    if (token === "-") { const inner = factor(); value = { top: -inner.top, bottom: inner.bottom }; }
    else if (token === "+") value = factor();
    else if (token === "(") { value = sum(); if (tokens[at++] !== ")") value = fail(wrong); }
    else {
      const decimal = token === undefined ? null : readDecimal(token, locale);
      value = decimal === null || !/\d/.test(token ?? "") ? fail(wrong) : fractionOf(decimal);
    }
    depth--;
    return value;
  };
  const product = (): Fraction => {
    let left = factor();
    while (tokens[at] === "*" || tokens[at] === "/") {
      const times = tokens[at++] === "*";
      const right = factor();
      if (!times && right.top === 0n) return fail("Dividing by zero gives no amount.");
      left = times ? { top: left.top * right.top, bottom: left.bottom * right.bottom } : { top: left.top * right.bottom, bottom: left.bottom * right.top };
    }
    return left;
  };
  const sum = (): Fraction => {
    let left = product();
    while (tokens[at] === "+" || tokens[at] === "-") {
      const plus = tokens[at++] === "+";
      const right = product();
      left = { top: left.top * right.bottom + (plus ? 1n : -1n) * right.top * left.bottom, bottom: left.bottom * right.bottom };
    }
    return left;
  };
  if (tokens.length === 0 || tokens.length > 200) return wrong;
  const result = sum();
  if (failed === null && at < tokens.length) return wrong;
  return failed ?? result;
}

function fractionOf(decimal: string): Fraction {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return { top: BigInt(whole + fraction), bottom: 10n ** BigInt(fraction.length) };
}

/** A fraction as decimal text with `decimals` digits, half away from zero. */
export function roundFraction({ top, bottom }: Fraction, decimals: number): string {
  const negative = top < 0n !== bottom < 0n;
  const abs = (value: bigint) => (value < 0n ? -value : value);
  const scaled = abs(top) * 10n ** BigInt(decimals);
  const divisor = abs(bottom);
  const minor = (scaled * 2n + divisor) / (divisor * 2n);
  const digits = minor.toString().padStart(decimals + 1, "0");
  const value = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return negative && minor !== 0n ? `-${value}` : value;
}

/** The sums of amounts per currency, exact, for a bar of selected rows; currencies are never mixed. */
export function sumByCurrency(amounts: readonly { amount: string; currency: string }[]): { amount: string; currency: string }[] {
  const sums = new Map<string, Fraction>();
  for (const { amount, currency } of amounts) {
    const next = fractionOf(amount), before = sums.get(currency) ?? { top: 0n, bottom: 1n };
    sums.set(currency, { top: before.top * next.bottom + next.top * before.bottom, bottom: before.bottom * next.bottom });
  }
  return [...sums].map(([currency, sum]) => ({ currency, amount: roundFraction(sum, decimalsOf(currency)) }));
}

export type AmountParts = { minus: boolean; whole: string; point: string; fraction: string };

/** Decimal text split for setting: groups by the locale, all its decimals kept, the minus apart (it is set as U+2212). */
export function amountParts(value: string, locale: string): AmountParts {
  const fraction = value.split(".")[1] ?? "";
  // Intl takes decimal text as it is (no float in between), so figures of any length stay exact.
  const parts = new Intl.NumberFormat(locale, { minimumFractionDigits: fraction.length, maximumFractionDigits: fraction.length }).formatToParts(value.replace(/^-/, "") as `${number}`);
  const text = (...types: string[]) => parts.filter((part) => types.includes(part.type)).map((part) => part.value).join("");
  return { minus: value.startsWith("-"), whole: text("integer", "group"), point: text("decimal"), fraction: text("fraction") };
}

/** Decimal text as the locale writes it: "−1,234.50". Text that is no decimal comes back unchanged. */
export function showAmount(value: string, locale: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return value;
  const parts = amountParts(value, locale);
  return `${parts.minus ? "−" : ""}${parts.whole}${parts.point}${parts.fraction}`;
}

/** The sign of a currency in a locale, and whether it stands before the figure: "€" before in en-IE, after in de-DE. */
export function currencySign(currency: string, locale: string): { sign: string; before: boolean; gap: string } {
  try {
    const parts = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol" }).formatToParts(1);
    const at = parts.findIndex((part) => part.type === "currency"), figure = parts.findIndex((part) => part.type === "integer");
    const gap = parts.find((part) => part.type === "literal")?.value ?? "";
    return { sign: parts[at]?.value ?? currency, before: at < figure, gap };
  } catch {
    return { sign: currency, before: true, gap: "\u00a0" };
  }
}
