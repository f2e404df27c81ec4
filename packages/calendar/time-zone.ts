import { DateError, addDays, dayNumber, parseCivilDate, type CivilDate } from "./civil-date.ts";

const dayMs = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** True for names of the IANA time zone database, such as "Europe/Berlin". */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatter(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** The civil date in a zone at an instant: 31 December 23:30 UTC is already 1 January in Berlin. Throws DateError unknown_time_zone. */
export function todayIn(timeZone: string, instant: Date): CivilDate {
  return new Date(localMs(timeZone, instant.getTime())).toISOString().slice(0, 10);
}

/** The instant a day begins in a zone; where clocks skip midnight, the first instant that exists. */
export function startOfDayIn(timeZone: string, date: CivilDate): Date {
  return instantIn(timeZone, date, "00:00");
}

/**
 * The instant a day is over in a zone: the first one that no longer belongs to it. Something "valid until" a date (P2)
 * is valid while `now < endOfDayIn(zone, date)`.
 */
export function endOfDayIn(timeZone: string, date: CivilDate): Date {
  return startOfDayIn(timeZone, addDays(date, 1));
}

/**
 * The instant of a local wall-clock time "HH:MM" (R3). 06:00 stays 06:00 over the year; a time that clocks skip in spring
 * becomes the end of the gap (02:30 → 03:00), one that they repeat in autumn is taken the first time.
 */
export function instantIn(timeZone: string, date: CivilDate, time: string): Date {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!match) throw new DateError("not_a_time", `“${time.slice(0, 20)}” is not a time. Write hours and minutes, like 06:00.`);
  const wanted = dayNumber(parseCivilDate(date)) * dayMs + (Number(match[1]) * 60 + Number(match[2])) * 60_000;
  const offsetNear = (instant: number) => localMs(timeZone, instant) - instant;
  // Offsets are at most 14 hours, so a day to either side lies beyond any change of clocks that could matter.
  const candidates = [wanted - offsetNear(wanted - dayMs), wanted - offsetNear(wanted + dayMs)].sort((a, b) => a - b);
  const exact = candidates.find((instant) => localMs(timeZone, instant) === wanted);
  if (exact !== undefined) return new Date(exact);
  return new Date(firstInstantAtOrAfter(timeZone, wanted));
}

// Inside a gap: local time jumps over `wanted`; the jump itself is found by halving.
function firstInstantAtOrAfter(timeZone: string, wanted: number): number {
  let [before, after] = [wanted - 2 * dayMs, wanted + 2 * dayMs];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (localMs(timeZone, middle) >= wanted) after = middle;
    else before = middle;
  }
  return after;
}

/** Wall-clock time in the zone, as if it were UTC milliseconds. */
function localMs(timeZone: string, instant: number): number {
  const fields: Record<string, number> = {};
  for (const { type, value } of formatter(timeZone).formatToParts(instant)) fields[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
  const local = Date.UTC(2000, month - 1, day, hour, minute, second);
  const atYear = new Date(local).setUTCFullYear(year, month - 1, day);
  return atYear + (((instant % 1000) + 1000) % 1000);
}

function formatter(timeZone: string): Intl.DateTimeFormat {
  let made = formatters.get(timeZone);
  if (made === undefined) {
    try {
      made = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
        timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
      });
    } catch (cause) {
      throw Object.assign(new DateError("unknown_time_zone", `“${timeZone.slice(0, 60)}” is not a time zone. Use a name like Europe/Berlin.`), { cause });
    }
    formatters.set(timeZone, made);
  }
  return made;
}
