import type { ReactNode } from "react";
import { useLocale } from "../preferences.ts";
import { useSessionIfAny } from "../session.tsx";
import { amountParts, currencySign, showAmount } from "./amount-text.ts";
import { isIsoDate, showDate, showDateAndDay, showDateShort, showInstant, showInstantShort } from "./date-text.ts";

/**
 * An amount as the server stored it ("1234.50"); nothing is computed here. Cents and currency sign recede (`--ink-3`), in `total` they stand in full ink.
 * Without `currency` the column's head names it. null is an unknown amount: an en dash. `code` sets the ISO code before the figure (lists of several currencies).
 */
export function Money({ amount, currency, code = false, total = false, struck = false, faint = false, bad = false, locale: given, className = "" }: {
  amount: string | null | undefined; currency?: string; code?: boolean; total?: boolean; struck?: boolean; faint?: boolean; bad?: boolean; locale?: string; className?: string;
}) {
  const own = useLocale();
  const locale = given ?? own;
  if (amount === null || amount === undefined || amount === "") return <span className="text-ink-3">–</span>;
  if (!/^-?\d+(\.\d+)?$/.test(amount)) return <span className="num">{amount}</span>;
  const parts = amountParts(amount, locale);
  const quiet = total || struck || faint || bad ? "" : "text-ink-3";
  const sign = currency && !code ? currencySign(currency, locale) : null;
  const mark = sign && <span className={quiet}>{sign.before ? sign.sign + sign.gap : sign.gap + sign.sign}</span>;
  const figure = (
    <>
      {parts.minus && "−"}
      {sign?.before && mark}
      {code && currency && <span className={quiet}>{currency}&nbsp;</span>}
      {parts.whole}
      {parts.fraction && <span className={quiet}>{parts.point}{parts.fraction}</span>}
      {sign && !sign.before && mark}
    </>
  );
  const look = `num ${bad ? "text-danger" : faint ? "text-ink-3" : ""} ${className}`;
  return struck ? <s className={look}>{figure}</s> : <span className={look}>{figure}</span>;
}

/** An amount inside a sentence or a label: "€1,234.50" as plain text. */
export function useMoneyText(): (amount: string, currency: string) => string {
  const locale = useLocale();
  return (amount, currency) => {
    const { sign, before, gap } = currencySign(currency, locale);
    const minus = amount.startsWith("-") ? "−" : "";
    const figure = showAmount(amount.replace(/^-/, ""), locale);
    return before ? `${minus}${sign}${gap}${figure}` : `${minus}${figure}${gap}${sign}`;
  };
}

/** A count or quantity with the locale's grouping: 1,977. */
export function Count({ value, className = "" }: { value: number | string; className?: string }) {
  const locale = useLocale();
  return <span className={`num ${className}`}>{showAmount(String(value), locale)}</span>;
}

/** "1 invoice", "2 invoices". */
export const plural = (count: number, one: string, many = `${one}s`): string => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/**
 * A civil date ("2026-11-19") or an instant. In lists (`short`) the year is dropped for the last 11 months, instants turn relative up to 7 days; the full text stands on hover.
 * null is an en dash. `late` sets it red.
 */
export function DateText({ value, short = false, late = false, className = "" }: { value: string | null | undefined; short?: boolean; late?: boolean; className?: string }) {
  const locale = useLocale();
  const session = useSessionIfAny();
  if (!value) return <span className="text-ink-3">–</span>;
  const zone = session?.company?.timeZone;
  const civil = isIsoDate(value);
  const today = session?.today ?? new Date().toISOString().slice(0, 10);
  const full = civil ? showDateAndDay(value, locale) : showInstant(value, locale, zone);
  const text = civil ? (short ? showDateShort(value, locale, today) : showDate(value, locale)) : short ? showInstantShort(value, locale, Date.now(), zone) : full;
  return <time dateTime={value} title={full} className={`num ${late ? "text-danger" : ""} ${className}`}>{text}</time>;
}

/** An IBAN in groups of four. */
export function Iban({ value }: { value: string }): ReactNode {
  return <span className="num">{value.replace(/\s/g, "").replace(/(.{4})(?=.)/g, "$1\u00a0")}</span>;
}
