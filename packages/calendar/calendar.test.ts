import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DateError, addDays, addMonths, compareDates, daysBetween, dueDate, endOfDayIn, endOfMonth, formatDate, instantIn, isCivilDate, isTimeZone,
  parseCivilDate, recurringDate, recurringDates, seriesPeriod, shiftToBusinessDay, startOfDayIn, todayIn, weekdayOf,
} from "./index.ts";

const codeOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return error instanceof DateError ? error.code : error;
  }
  return "no error";
};
const anyDate = fc.integer({ min: -200_000, max: 800_000 }).map((days) => addDays("1970-01-01", days));

describe("civil dates", () => {
  test("only days that exist are dates", () => {
    expect(["2024-02-29", "2000-02-29", "9999-12-31"].every(isCivilDate)).toBe(true);
    expect(["2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-1-1", "0000-01-01", "2025-03-31T00:00", ""].some(isCivilDate)).toBe(false);
    expect(parseCivilDate(" 2025-03-31 ")).toBe("2025-03-31");
    expect(codeOf(() => parseCivilDate("31.03.2025"))).toBe("not_a_date");
    expect(codeOf(() => addDays("9999-12-31", 1))).toBe("date_out_of_range");
    expect(codeOf(() => addMonths("0001-01-01", -1))).toBe("date_out_of_range");
  });
  test("months are held to their end", () => {
    expect([1, 2, 3, -2].map((months) => addMonths("2025-01-31", months))).toEqual(["2025-02-28", "2025-03-31", "2025-04-30", "2024-11-30"]);
    expect(endOfMonth("2024-02-10")).toBe("2024-02-29");
    expect(endOfMonth("2025-01-31", 1)).toBe("2025-02-28");
  });
  test("weekdays and distances are those of the calendar", () => {
    expect(["2026-11-21", "1970-01-01", "1600-02-29"].map(weekdayOf)).toEqual([6, 4, 2]);
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(compareDates("2025-03-31", "2025-04-01")).toBe(-1);
    expect(formatDate("2025-03-31", "en-GB", "long")).toBe("31 March 2025");
    expect(formatDate("2025-03-31", "de-DE")).toBe("31.03.2025");
  });
  test("adding days and counting them are each other's reverse, and agree with the system's calendar", () => {
    fc.assert(fc.property(anyDate, fc.integer({ min: -50_000, max: 50_000 }), (date, days) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days);
      expect(weekdayOf(date)).toBe(new Date(`${date}T00:00:00Z`).getUTCDay() || 7);
    }));
  });
});

describe("terms and series", () => {
  test("net 30 from 31 January, end of month + 10, the 15th of next month (S5)", () => {
    expect(dueDate("2025-01-31", { kind: "net", days: 30 })).toBe("2025-03-02");
    expect(dueDate("2024-01-31", { kind: "net", days: 30 })).toBe("2024-03-01");
    expect(dueDate("2025-01-05", { kind: "end_of_month", days: 10 })).toBe("2025-02-10");
    expect(dueDate("2025-01-31", { kind: "end_of_month", months: 1 })).toBe("2025-02-28");
    expect(dueDate("2025-01-20", { kind: "day_of_month", day: 31, months: 1 })).toBe("2025-02-28");
  });
  test("due dates move off weekends and holidays", () => {
    const saturday = "2025-05-31";
    expect(shiftToBusinessDay(saturday, "none")).toBe(saturday);
    expect(shiftToBusinessDay(saturday, "following")).toBe("2025-06-02");
    expect(shiftToBusinessDay(saturday, "preceding")).toBe("2025-05-30");
    expect(shiftToBusinessDay(saturday, "modified_following")).toBe("2025-05-30");
    expect(shiftToBusinessDay("2025-04-18", "following", new Set(["2025-04-18", "2025-04-21"]))).toBe("2025-04-22");
    expect(dueDate("2025-05-01", { kind: "net", days: 30 }, "following")).toBe("2025-06-02");
  });
  test("a series counts from its anchor, so a 31st comes back (R1)", () => {
    const monthly = { unit: "month", every: 1 } as const;
    expect([0, 1, 2, 3].map((k) => recurringDate("2025-01-31", monthly, k))).toEqual(["2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30"]);
    expect([1, 4].map((k) => recurringDate("2024-02-29", { unit: "year", every: 1 }, k))).toEqual(["2025-02-28", "2028-02-29"]);
    expect(recurringDate("2025-01-01", { unit: "week", every: 2 }, 3)).toBe("2025-02-12");
    expect(recurringDates("2025-01-31", monthly, "2025-02-01", "2025-03-31")).toEqual([{ k: 1, date: "2025-02-28" }, { k: 2, date: "2025-03-31" }]);
    expect(codeOf(() => recurringDate("2025-01-01", { unit: "day", every: 0 }, 1))).toBe("not_a_period");
  });
  test("dates of a series only ever go forward", () => {
    fc.assert(fc.property(anyDate, fc.constantFrom("day", "week", "month", "year"), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 200 }), (anchor, unit, every, k) => {
      expect(recurringDate(anchor, { unit, every }, k) < recurringDate(anchor, { unit, every }, k + 1)).toBe(true);
    }));
  });
});

describe("zones", () => {
  test("the last second of the year and the first of the next fall into two counting periods, in any zone (N7)", () => {
    for (const [zone, midnight] of [["Europe/Berlin", "2025-12-31T23:00:00Z"], ["Pacific/Kiritimati", "2025-12-31T10:00:00Z"], ["America/St_Johns", "2026-01-01T03:30:00Z"]] as const) {
      const first = new Date(midnight);
      const last = new Date(first.getTime() - 1000);
      expect([last, first].map((instant) => seriesPeriod(todayIn(zone, instant), "yearly"))).toEqual(["2025", "2026"]);
      expect([last, first].map((instant) => seriesPeriod(todayIn(zone, instant), "monthly"))).toEqual(["2025-12", "2026-01"]);
      expect(seriesPeriod(todayIn(zone, first), "never")).toBe("");
    }
  });
  test("a day ends when the next begins in the seller's zone (P2), also on nights when clocks change", () => {
    expect(endOfDayIn("Europe/Berlin", "2025-07-01").toISOString()).toBe("2025-07-01T22:00:00.000Z");
    expect(endOfDayIn("America/New_York", "2025-12-31").toISOString()).toBe("2026-01-01T05:00:00.000Z");
    const hours = (date: string) => (endOfDayIn("Europe/Berlin", date).getTime() - startOfDayIn("Europe/Berlin", date).getTime()) / 3_600_000;
    expect([hours("2025-03-30"), hours("2025-10-26"), hours("2025-06-01")]).toEqual([23, 25, 24]);
  });
  test("a day whose midnight is skipped begins an hour later, and a skipped day has no length", () => {
    expect(startOfDayIn("Africa/Cairo", "2024-04-26").toISOString()).toBe("2024-04-25T22:00:00.000Z");
    expect(endOfDayIn("Pacific/Apia", "2011-12-30").getTime() - startOfDayIn("Pacific/Apia", "2011-12-30").getTime()).toBe(0);
  });
  test("06:00 stays 06:00, a skipped time runs after the gap, a repeated one the first time (R3)", () => {
    expect(instantIn("Europe/Berlin", "2025-03-29", "06:00").toISOString()).toBe("2025-03-29T05:00:00.000Z");
    expect(instantIn("Europe/Berlin", "2025-03-30", "06:00").toISOString()).toBe("2025-03-30T04:00:00.000Z");
    expect(instantIn("Europe/Berlin", "2025-03-30", "02:30").toISOString()).toBe("2025-03-30T01:00:00.000Z");
    expect(instantIn("Europe/Berlin", "2025-10-26", "02:30").toISOString()).toBe("2025-10-26T00:30:00.000Z");
  });
  test("every instant of a day has that day as its date", () => {
    const zones = fc.constantFrom("Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Asia/Kolkata", "America/Santiago", "UTC", "Australia/Lord_Howe");
    fc.assert(fc.property(fc.integer({ min: 0, max: 30_000 }).map((days) => addDays("1970-01-01", days)), zones, (date, zone) => {
      const [start, end] = [startOfDayIn(zone, date), endOfDayIn(zone, date)];
      expect([todayIn(zone, start), todayIn(zone, new Date(end.getTime() - 1)), todayIn(zone, end)]).toEqual([date, date, addDays(date, 1)]);
    }), { numRuns: 60 });
  });
  test("unknown zones and times are refused", () => {
    expect(isTimeZone("Europe/Berlin")).toBe(true);
    expect(isTimeZone("Europe/Atlantis")).toBe(false);
    expect(codeOf(() => todayIn("Europe/Atlantis", new Date(0)))).toBe("unknown_time_zone");
    expect(codeOf(() => instantIn("UTC", "2025-01-01", "6:00"))).toBe("not_a_time");
  });
});
