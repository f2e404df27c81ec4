import type { Keep } from "../contract.ts";
import { keepWords } from "../policy.ts";

/** "0.1 GB": in the unit in which people talk about disks, with a digit after the dot from megabytes on. */
export function size(bytes: number, locale: string): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = bytes, unit = 0;
  while (value >= 999.5 && unit < units.length - 1) { value /= 1000; unit++; }
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: unit >= 2 && value < 99.95 ? 1 : 0 }).format(value)} ${units[unit]}`;
}

export const count = (files: number, locale: string): string => new Intl.NumberFormat(locale).format(files);
export const filesIn = (files: number, locale: string): string => `${count(files, locale)} ${files === 1 ? "file" : "files"}`;

// Day, month, year in every English, as everywhere in the product.
const dated = (locale: string): string => (locale === "en" || locale.startsWith("en-") ? "en-GB" : locale);
const write = (instant: string, locale: string, options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(dated(locale), options).format(new Date(instant)).replace(",", "");

/** "Thursday 26 November" and, with `time`, "at 02:00", in the company's time zone. The year stands there when it is another. */
export function longDay(instant: string, locale: string, timeZone: string | undefined, time = false): string {
  const year = (of: string) => write(of, "en", { year: "numeric", timeZone });
  const day = write(instant, locale, { weekday: "long", day: "numeric", month: "long", ...(year(instant) === year(new Date().toISOString()) ? {} : { year: "numeric" }), timeZone });
  return time ? `${day} at ${write(instant, locale, { hour: "2-digit", minute: "2-digit", timeZone })}` : day;
}
/** "19 November 2033". */
export const dayOf = (instant: string, locale: string, timeZone: string | undefined): string => write(instant, locale, { day: "numeric", month: "long", year: "numeric", timeZone });

/** "in 6 days", "in 5 hours", "now": until when something can still be taken back. */
export function untilThen(instant: string, now = Date.now()): string {
  const hours = Math.ceil((Date.parse(instant) - now) / 3_600_000);
  if (hours <= 0) return "now";
  return hours > 36 ? `in ${Math.round(hours / 24)} days` : hours === 1 ? "within the hour" : `in ${hours} hours`;
}

/** In the middle of a sentence. */
export const inWords = (keep: Keep): string => (keep === "permanent" ? "permanently" : `for ${keepWords[keep]}`);
