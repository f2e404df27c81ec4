import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, daysBetween, endOfMonth, isIsoDate, readDate, showDate, showDateAndDay, showDateShort, showInstantShort, weekdayOf } from "./date-text.ts";

const today = "2026-11-19"; // a Thursday
const value = (text: string, locale = "en-IE", base?: string) => { const result = readDate(text, { today, locale, base }); return result.ok ? result.value : `refused: ${result.problem}`; };

describe("a date as typed", () => {
  test.each([
    ["19/11", "2026-11-19"], ["19.11.", "2026-11-19"], ["19-11-26", "2026-11-19"], ["1/2/2027", "2027-02-01"], ["19 nov", "2026-11-19"], ["19th November 2026", "2026-11-19"], ["Nov 19", "2026-11-19"], ["2026 nov 3", "2026-11-03"],
    ["2026-11-19", "2026-11-19"], ["191126", "2026-11-19"], ["1911", "2026-11-19"], ["today", "2026-11-19"], ["tomorrow", "2026-11-20"], ["yesterday", "2026-11-18"], ["+14", "2026-12-03"], ["-3", "2026-11-16"], ["−3", "2026-11-16"],
    ["+2w", "2026-12-03"], ["+1m", "2026-12-19"], ["+1y", "2027-11-19"], ["eom", "2026-11-30"], ["mon", "2026-11-23"], ["thu", "2026-11-26"], ["5 jan", "2027-01-05"], ["20/12", "2026-12-20"], ["", ""],
  ])("%s is %s", (typed, expected) => expect(value(typed)).toBe(expected));

  test("day and month follow the locale, and an impossible month swaps them", () => {
    expect(value("3/4/2027", "en-IE")).toBe("2027-04-03");
    expect(value("3/4/2027", "en-US")).toBe("2027-03-04");
    expect(value("19/11/2026", "en-US")).toBe("2026-11-19");
    expect(readDate("3/4/2027", { today, locale: "en-IE" })).toMatchObject({ ambiguous: true });
    expect(readDate("19/11", { today, locale: "en-IE" })).not.toHaveProperty("ambiguous");
  });

  test("month names of the locale work beside the English ones", () => {
    expect(value("19. Dezember", "de-DE")).toBe("2026-12-19");
    expect(value("3 août 2026", "fr-FR")).toBe("2026-08-03");
    expect(value("3 dec", "de-DE")).toBe("2026-12-03");
  });

  test("+14 and eom count from the base, the issue date of a due date", () => {
    expect(value("+14", "en", "2027-01-20")).toBe("2027-02-03");
    expect(value("eom", "en", "2028-02-01")).toBe("2028-02-29");
  });

  test.each(["32/1", "0/5", "29 feb 2027", "31/11/2026", "hello", "1/2/3/4", "99999", "ju 5", "2026-13-01", "+9999y", "-9999m", "31/11/0000"])("%s is refused with a sentence", (typed) => {
    expect(value(typed)).toMatch(/^refused: “.*\.$/);
  });

  test("a day that does not exist says how many days the month has", () => {
    expect(value("31/11/2026")).toContain("November 2026 has 30 days");
  });

  test("whatever is shown reads back as the same day, and any text gives a date or a sentence", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 70_000 }), fc.constantFrom("en-IE", "en-US", "de-DE", "fr-FR", "nl-NL", "es-ES", "it-IT"), (days, locale) => {
      const day = addDays("1990-01-01", days);
      expect(value(showDate(day, locale), locale)).toBe(day);
    }));
    fc.assert(fc.property(fc.string(), (text) => { const result = readDate(text, { today, locale: "en" }); expect(result.ok ? result.value === "" || isIsoDate(result.value) : result.problem.length > 10).toBe(true); }));
  });
});

test("months end where they end", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2026-03-31", -1)).toBe("2026-02-28");
  expect(addMonths("2026-11-19", 2)).toBe("2027-01-19");
  expect(endOfMonth("2028-02-10")).toBe("2028-02-29");
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2); // across the change of clocks
  expect(weekdayOf("2026-11-19")).toBe(4);
});

test("dates are written as the product writes them", () => {
  expect(showDate("2026-09-01", "en-US")).toBe("1 Sep 2026");
  expect(showDateAndDay("2026-11-19", "en-IE")).toBe("19 Nov 2026, Thursday");
  expect(showDateShort("2026-10-20", "en", today)).toBe("20 Oct");
  expect(showDateShort("2025-10-20", "en", today)).toBe("20 Oct 2025");
});

test("instants turn relative up to seven days", () => {
  const now = Date.parse("2026-11-19T14:00:00Z");
  const ago = (minutes: number) => showInstantShort(new Date(now - minutes * 60_000).toISOString(), "en", now, "Europe/Dublin");
  expect([ago(0), ago(12), ago(65), ago(60 * 48), ago(60 * 24 * 8), ago(60 * 24 * 400)]).toEqual(["now", "12 min", "1 h", "Tue", "11 Nov", "15 Oct 2025"]);
});
