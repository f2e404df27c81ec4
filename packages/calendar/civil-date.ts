/** A day on the calendar, without time or zone: "2025-03-31" (ISO 8601, years 0001 to 9999). Compares as text. */
export type CivilDate = string;

export type DateErrorCode = "not_a_date" | "date_out_of_range" | "unknown_time_zone" | "not_a_time" | "not_a_period";

/** Raised for input: `code` is stable, `message` is a sentence a person can act on. */
export class DateError extends RangeError {
  override readonly name = "DateError";
  readonly code: DateErrorCode;
  constructor(code: DateErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for "YYYY-MM-DD" that exists: "2024-02-29" yes, "2025-02-29" and "2025-2-1" no. */
export function isCivilDate(text: string): boolean {
  const match = shape.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The text itself when it is a civil date; spaces around it are dropped. Throws DateError not_a_date. */
export function parseCivilDate(text: string): CivilDate {
  const trimmed = text.trim();
  if (!isCivilDate(trimmed)) {
    throw new DateError("not_a_date", `“${text.slice(0, 40)}” is not a date. Write year, month and day of a day that exists, like 2025-03-31.`);
  }
  return trimmed;
}

/** `addDays("2025-02-28", 1)` is "2025-03-01"; negative days go back. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Same day of the month, held to the month's end: "2025-01-31" plus 1 is "2025-02-28", plus 2 is "2025-03-31". */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = partsOf(date);
  const counted = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(counted / 12), (((counted % 12) + 12) % 12) + 1];
  return compose(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** Last day of the date's month, or of a month that many later. */
export function endOfMonth(date: CivilDate, monthsLater = 0): CivilDate {
  const { year, month } = partsOf(addMonths(startOfMonth(date), monthsLater));
  return compose(year, month, daysInMonth(year, month));
}

export function startOfMonth(date: CivilDate): CivilDate {
  return `${parseCivilDate(date).slice(0, 8)}01`;
}

/** Days from one date to another: 1 from a day to the next, negative backwards. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** −1, 0 or 1, as for sort. */
export function compareDates(a: CivilDate, b: CivilDate): -1 | 0 | 1 {
  const difference = dayNumber(a) - dayNumber(b);
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

/** ISO weekday: Monday 1 … Sunday 7. */
export function weekdayOf(date: CivilDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1; // day 0, 1 January 1970, was a Thursday
}

/** For reading by people: "31 Mar 2025". `locale` is a BCP 47 tag. */
export function formatDate(date: CivilDate, locale: string, style: "short" | "medium" | "long" | "full" = "medium"): string {
  const midnight = new Date(dayNumber(date) * 86_400_000);
  return new Intl.DateTimeFormat(locale, { dateStyle: style, timeZone: "UTC" }).format(midnight);
}

export function partsOf(date: CivilDate): { year: number; month: number; day: number } {
  const parsed = parseCivilDate(date);
  return { year: Number(parsed.slice(0, 4)), month: Number(parsed.slice(5, 7)), day: Number(parsed.slice(8, 10)) };
}

/** Days since 1 January 1970 in the proleptic Gregorian calendar. */
export function dayNumber(date: CivilDate): number {
  const { year, month, day } = partsOf(date);
  // Count years from March, so that the leap day is the last of its year.
  const shiftedYear = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return shiftedYear * 365 + Math.floor(shiftedYear / 4) - Math.floor(shiftedYear / 100) + Math.floor(shiftedYear / 400) + dayOfYear - 719_468;
}

function fromDayNumber(days: number): CivilDate {
  if (!Number.isSafeInteger(days) || days < firstDay || days > lastDay) throw outOfRange();
  // JavaScript's UTC calendar is proleptic Gregorian too, and it takes any day number in our range.
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

function compose(year: number, month: number, day: number): CivilDate {
  if (!Number.isInteger(year) || year < 1 || year > 9999) throw outOfRange();
  const pad = (value: number, width: number) => String(value).padStart(width, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function outOfRange(): DateError {
  return new DateError("date_out_of_range", "The date falls outside the years 1 to 9999.");
}

const firstDay = dayNumber("0001-01-01");
const lastDay = dayNumber("9999-12-31");
