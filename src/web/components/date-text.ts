import { addDays, addMonths, daysBetween, endOfMonth, isCivilDate, weekdayOf } from "@counterfoil/calendar";

export { addDays, addMonths, daysBetween, endOfMonth, weekdayOf };

// Civil dates as people type and read them: "2026-11-19" inside, no clock and no time zone anywhere.

export type DateReading = { ok: true; value: string; /** The day and month could be swapped; spell the month back. */ ambiguous?: boolean } | { ok: false; problem: string };
type Civil = { year: number; month: number; day: number };

const pad = (value: number, width = 2) => String(value).padStart(width, "0");
export const isoOf = ({ year, month, day }: Civil): string => `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
export function civilOf(iso: string): Civil {
  const [year = 1970, month = 1, day = 1] = iso.split("-").map(Number);
  return { year, month, day };
}
export const isIsoDate = isCivilDate;

const exists = ({ year, month, day }: Civil) => year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

const utc = (iso: string) => Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10)));
export const daysInMonth = (year: number, month: number): number => Number(endOfMonth(isoOf({ year, month, day: 1 })).slice(8));

/** The order in which a locale writes day, month and year: "dmy", "mdy" or "ymd". */
export function dateOrder(locale: string): "dmy" | "mdy" | "ymd" {
  const parts = new Intl.DateTimeFormat(locale, { year: "numeric", month: "2-digit", day: "2-digit", calendar: "gregory" }).formatToParts(0);
  const order = parts.map((part) => part.type[0]).filter((letter) => letter === "d" || letter === "m" || letter === "y").join("");
  return order === "mdy" || order === "ymd" ? order : "dmy";
}

const monthNames = new Map<string, Map<string, number>>();
function monthsIn(locale: string): Map<string, number> {
  const known = monthNames.get(locale);
  if (known) return known;
  const names = new Map<string, number>();
  for (const language of ["en", locale]) for (const style of ["long", "short"] as const) for (let month = 1; month <= 12; month++) {
    const name = new Intl.DateTimeFormat(language, { month: style, day: "numeric", timeZone: "UTC" }).formatToParts(Date.UTC(2026, month - 1, 15)).find((part) => part.type === "month")?.value ?? "";
    names.set(fold(name), month);
  }
  monthNames.set(locale, names);
  return names;
}
const fold = (text: string) => text.toLocaleLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/\.$/, "");

/** The month a word begins to name (at least three letters, and only one month fits). */
function monthNamed(word: string, locale: string): number | null {
  const folded = fold(word);
  const names = monthsIn(locale);
  const exact = names.get(folded);
  if (exact) return exact;
  if (folded.length < 3) return null;
  const fits = new Set([...names].filter(([name]) => name.startsWith(folded)).map(([, month]) => month));
  return fits.size === 1 ? [...fits][0] ?? null : null;
}

/**
 * Reads a date as typed: `19/11`, `19.11.26`, `19 nov`, `nov 19 2026`, `2026-11-19`, `191126`, `today`, `tomorrow`, `yesterday`, `+14`, `-3`, `+2w`, `+1m`, `eom`, `mon`.
 * Day and month follow the locale where both would fit. Without a year the date nearest to `base` is meant. `base` is the day `+14` counts from.
 */
export function readDate(text: string, options: { today: string; locale: string; base?: string }): DateReading {
  const { today, locale, base = today } = options;
  const typed = text.trim().replace(/\s+/g, " ");
  if (typed === "") return { ok: true, value: "" };
  const word = fold(typed);
  const named: Record<string, string> = { today, t: today, now: today, tomorrow: addDays(today, 1), yesterday: addDays(today, -1), eom: endOfMonth(base), "end of month": endOfMonth(base), eonm: endOfMonth(addMonths(isoOf({ ...civilOf(base), day: 1 }), 1)) };
  if (Object.hasOwn(named, word)) return { ok: true, value: named[word] ?? "" };
  const notDate: DateReading = { ok: false, problem: `“${typed}” is not a date. Write it like ${showDate(today, locale)}, 19/11 or +14.` };
  const step = /^([+−-])\s?(\d{1,4})\s?(d|days?|w|weeks?|m|months?|y|years?)?$/.exec(word);
  if (step) {
    const count = Number(step[2]) * (step[1] === "+" ? 1 : -1);
    const unit = step[3]?.[0] ?? "d";
    if (unit === "y" && Math.abs(count) > 100) return notDate;
    const moved = unit === "d" ? addDays(base, count) : unit === "w" ? addDays(base, count * 7) : addMonths(base, unit === "m" ? count : count * 12);
    return exists(civilOf(moved)) ? { ok: true, value: moved } : notDate;
  }
  const weekday = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].findIndex((day) => word.length >= 3 && day.startsWith(word)) + 1;
  if (weekday > 0) return { ok: true, value: addDays(today, (weekday - weekdayOf(today) + 7) % 7 || 7) };
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(typed);
  if (iso) return check({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }, typed, notDate);
  const order = dateOrder(locale);
  const packed = /^(\d{2})(\d{2})(\d{2}|\d{4})?$/.exec(typed);
  const numbers = packed ? packed.slice(1).filter((part) => part !== undefined) : /^\d{1,2}\s?[-/. ]\s?\d{1,2}\.?(\s?[-/. ]?\s?(\d{2}|\d{4}))?$/.test(typed) ? typed.split(/[-/. ]+/).filter(Boolean) : null;
  if (numbers && numbers.length >= 2 && numbers.length <= 3) {
    const [first = 0, second = 0] = numbers.map(Number);
    const dayFirst = order !== "mdy";
    const fits = (day: number, month: number) => month >= 1 && month <= 12 && day >= 1 && day <= 31;
    const usual = dayFirst ? { day: first, month: second } : { day: second, month: first };
    const swapped = { day: usual.month, month: usual.day };
    const chosen = fits(usual.day, usual.month) ? usual : fits(swapped.day, swapped.month) ? swapped : usual;
    const ambiguous = fits(usual.day, usual.month) && fits(swapped.day, swapped.month) && first !== second;
    return withYear(chosen, numbers[2], base, typed, notDate, ambiguous);
  }
  const words = typed.match(/\d+|\p{L}+\.?/gu) ?? [];
  const monthAt = words.findIndex((part) => /\p{L}/u.test(part) && monthNamed(part, locale) !== null);
  const figures = words.filter((part) => /^\d+$/.test(part));
  const others = words.filter((part, index) => index !== monthAt && /\p{L}/u.test(part) && !/^(de|of|st|nd|rd|th)$/i.test(part));
  const month = monthAt >= 0 ? monthNamed(words[monthAt] ?? "", locale) : null;
  if (month !== null && others.length === 0 && figures.length >= 1 && figures.length <= 2) {
    const yearFirst = (figures[0] ?? "").length === 4;
    return withYear({ day: Number(yearFirst ? figures[1] : figures[0]), month }, yearFirst ? figures[0] : figures[1], base, typed, notDate, false);
  }
  return notDate;
}

function withYear({ day, month }: { day: number; month: number }, yearText: string | undefined, base: string, typed: string, notDate: DateReading, ambiguous: boolean): DateReading {
  if (yearText !== undefined) {
    const year = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText);
    const read = check({ year, month, day }, typed, notDate);
    return read.ok && ambiguous ? { ...read, ambiguous } : read;
  }
  const around = civilOf(base).year;
  const nearest = [around - 1, around, around + 1].map((year) => ({ year, month, day })).filter(exists).map(isoOf)
    .sort((a, b) => Math.abs(daysBetween(base, a)) - Math.abs(daysBetween(base, b)))[0];
  if (nearest === undefined) return check({ year: around, month, day }, typed, notDate);
  return ambiguous ? { ok: true, value: nearest, ambiguous } : { ok: true, value: nearest };
}

function check(date: Civil, typed: string, notDate: DateReading): DateReading {
  if (exists(date)) return { ok: true, value: isoOf(date) };
  if (date.year >= 1900 && date.year <= 2199 && date.month >= 1 && date.month <= 12 && date.day > 28 && date.day <= 31) {
    const days = daysInMonth(date.year, date.month);
    const month = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(Date.UTC(2026, date.month - 1, 15));
    return { ok: false, problem: `“${typed}” does not exist: ${month} ${date.year} has ${days} days.` };
  }
  return notDate;
}

const formats = new Map<string, Intl.DateTimeFormat>();
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known;
}
// English writes "Sept" in some regions; three letters keep columns even.
const tidy = (text: string, locale: string) => (locale.startsWith("en") ? text.replace("Sept", "Sep") : text);
// American English would put the month first; the product's own form is day, month, year in every English, as DESIGN writes it.
const dated = (locale: string) => (locale === "en" || locale.startsWith("en-") ? "en-GB" : locale);

/** "19 Nov 2026". */
export function showDate(iso: string, locale: string): string {
  return isIsoDate(iso) ? tidy(format(dated(locale), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(utc(iso)), locale) : iso;
}
/** "19 Nov 2026, Thursday". */
export function showDateAndDay(iso: string, locale: string): string {
  return isIsoDate(iso) ? `${showDate(iso, locale)}, ${format(dated(locale), { weekday: "long", timeZone: "UTC" }).format(utc(iso))}` : iso;
}
/** For lists: the year is dropped within the last 11 months and the next 11, "19 Nov", else "19 Nov 2024". */
export function showDateShort(iso: string, locale: string, today: string): string {
  if (!isIsoDate(iso)) return iso;
  const near = iso > addMonths(today, -11) && iso < addMonths(today, 11);
  return near ? tidy(format(dated(locale), { day: "numeric", month: "short", timeZone: "UTC" }).format(utc(iso)), locale) : showDate(iso, locale);
}
/** An instant for lists: "12 min", "3 h", "Tue" up to 7 days, then the date. */
export function showInstantShort(instant: string, locale: string, now = Date.now(), timeZone?: string): string {
  const then = Date.parse(instant);
  if (Number.isNaN(then)) return instant;
  const minutes = Math.floor((now - then) / 60_000);
  if (minutes < 1 && minutes > -1) return "now";
  if (minutes >= 1 && minutes < 60) return `${minutes} min`;
  if (minutes >= 60 && minutes < 12 * 60) return `${Math.floor(minutes / 60)} h`;
  if (minutes >= 0 && minutes < 7 * 24 * 60) return format(dated(locale), { weekday: "short", timeZone }).format(then);
  const near = then > now - 334 * 86_400_000 && minutes >= 0;
  return tidy(format(dated(locale), { day: "numeric", month: "short", ...(near ? {} : { year: "numeric" }), timeZone }).format(then), locale);
}
/** An instant in full: "19 Nov 2026, 14:06". */
export function showInstant(instant: string, locale: string, timeZone?: string): string {
  const then = Date.parse(instant);
  if (Number.isNaN(then)) return instant;
  return tidy(format(dated(locale), { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone }).format(then), locale);
}
