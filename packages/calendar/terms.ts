import { DateError, addDays, addMonths, endOfMonth, startOfMonth, weekdayOf, type CivilDate } from "./civil-date.ts";

/** When a document falls due, counted from its issue date. */
export type PaymentTerms =
  /** `days` after issue: net 30. */
  | { kind: "net"; days: number }
  /** End of the month (or of a month `months` later) plus `days`: end of month + 10. */
  | { kind: "end_of_month"; months?: number; days?: number }
  /** A fixed day of a month `months` later, held to that month's end: the 15th of next month. */
  | { kind: "day_of_month"; day: number; months: number };

/** How a date that is no business day moves. "modified_following" goes back rather than into the next month. */
export type BusinessDayRule = "none" | "following" | "preceding" | "modified_following";

/** Days on which nobody works besides the weekend; which ones they are depends on the country, so callers bring them. */
export type Holidays = ReadonlySet<CivilDate>;

/** The due date. Net 30 from 31 January 2025 is 2 March; with a rule it then moves off weekends and holidays. */
export function dueDate(issueDate: CivilDate, terms: PaymentTerms, rule: BusinessDayRule = "none", holidays?: Holidays): CivilDate {
  return shiftToBusinessDay(unshifted(issueDate, terms), rule, holidays);
}

function unshifted(issueDate: CivilDate, terms: PaymentTerms): CivilDate {
  switch (terms.kind) {
    case "net":
      return addDays(issueDate, terms.days);
    case "end_of_month":
      return addDays(endOfMonth(issueDate, terms.months ?? 0), terms.days ?? 0);
    case "day_of_month": {
      const month = addMonths(startOfMonth(issueDate), terms.months);
      const [wanted, last] = [addDays(month, terms.day - 1), endOfMonth(month)];
      return wanted < last ? wanted : last;
    }
  }
}

export function isBusinessDay(date: CivilDate, holidays?: Holidays): boolean {
  return weekdayOf(date) <= 5 && !holidays?.has(date);
}

export function shiftToBusinessDay(date: CivilDate, rule: BusinessDayRule, holidays?: Holidays): CivilDate {
  if (rule === "none") return date;
  const walk = (step: 1 | -1) => {
    let day = date;
    while (!isBusinessDay(day, holidays)) day = addDays(day, step);
    return day;
  };
  if (rule === "preceding") return walk(-1);
  const next = walk(1);
  return rule === "modified_following" && next > endOfMonth(date) ? walk(-1) : next;
}

/** How often something recurs: every 2 weeks, every 3 months. `every` is a whole number from 1. */
export type Recurrence = { unit: "day" | "week" | "month" | "year"; every: number };

/**
 * The k-th date of a series, k from 0 (R1): always counted from the anchor, so that a 31st which was held to 28 February
 * is a 31st again in March. Throws DateError not_a_period unless `every` and `k` are whole numbers (every ≥ 1, k ≥ 0).
 */
export function recurringDate(anchor: CivilDate, { unit, every }: Recurrence, k: number): CivilDate {
  if (!Number.isSafeInteger(every) || every < 1 || !Number.isSafeInteger(k) || k < 0) {
    throw new DateError("not_a_period", "A series repeats every 1, 2, 3 … days, weeks, months or years.");
  }
  const periods = every * k;
  switch (unit) {
    case "day":
      return addDays(anchor, periods);
    case "week":
      return addDays(anchor, 7 * periods);
    case "month":
      return addMonths(anchor, periods);
    case "year":
      return addMonths(anchor, 12 * periods);
  }
}

/** The dates of a series from `from` to `to`, both included, with their k. */
export function recurringDates(anchor: CivilDate, recurrence: Recurrence, from: CivilDate, to: CivilDate): { k: number; date: CivilDate }[] {
  const dates: { k: number; date: CivilDate }[] = [];
  for (let k = 0; ; k += 1) {
    const date = recurringDate(anchor, recurrence, k);
    if (date > to) return dates;
    if (date >= from) dates.push({ k, date });
  }
}

/** The counting period of a number series that restarts (N7): "2025", "2025-12" or, never restarting, "". Takes the issue date in the company's zone. */
export function seriesPeriod(issueDate: CivilDate, restarts: "never" | "yearly" | "monthly"): string {
  return restarts === "never" ? "" : issueDate.slice(0, restarts === "yearly" ? 4 : 7);
}
