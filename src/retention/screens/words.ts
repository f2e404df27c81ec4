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

/** "Thursday 26 November 2026" and, with `time`, "at 02:00", in the company's time zone. */
export function longDay(instant: string, locale: string, timeZone: string | undefined, time = false): string {
  const at = new Date(instant);
  const thisYear = new Intl.DateTimeFormat("en", { year: "numeric", timeZone }).format(at) === new Intl.DateTimeFormat("en", { year: "numeric", timeZone }).format(new Date());
  const day = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", ...(thisYear ? {} : { year: "numeric" }), timeZone }).format(at);
  return time ? `${day} at ${new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone }).format(at)}` : day;
}
/** "19 November 2033". */
export const dayOf = (instant: string, locale: string, timeZone: string | undefined): string => new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone }).format(new Date(instant));

/** "in 6 days", "in 5 hours", "now": until when something can still be taken back. */
export function untilThen(instant: string, now = Date.now()): string {
  const hours = Math.ceil((Date.parse(instant) - now) / 3_600_000);
  if (hours <= 0) return "now";
  return hours > 36 ? `in ${Math.round(hours / 24)} days` : hours === 1 ? "within the hour" : `in ${hours} hours`;
}

/** In the middle of a sentence. */
export const inWords = (keep: Keep): string => (keep === "permanent" ? "permanently" : `for ${keepWords[keep]}`);
