export {
  DateError, addDays, addMonths, compareDates, daysBetween, endOfMonth, formatDate, isCivilDate, parseCivilDate, partsOf, startOfMonth, weekdayOf,
  type CivilDate, type DateErrorCode,
} from "./civil-date.ts";
export {
  dueDate, isBusinessDay, recurringDate, recurringDates, seriesPeriod, shiftToBusinessDay,
  type BusinessDayRule, type Holidays, type PaymentTerms, type Recurrence,
} from "./terms.ts";
export { endOfDayIn, instantIn, isTimeZone, startOfDayIn, todayIn } from "./time-zone.ts";
