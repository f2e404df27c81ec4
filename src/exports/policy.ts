import { declareRefusals } from "../platform/refusal.ts";

export const { refuse, refuseIf, explain } = declareRefusals({
  nothing_to_export: [409, "No approved document fits this selection. Approve some first, or include those exported before."],
  export_building: [409, "The file is still being made. Try again in a few seconds."],
  export_deleted: [410, "This export was deleted on {date}: it held an original whose time under the workspace's retention setting was over. Start it again for those that are kept."],
  export_failed: [409, "This export could not be made: {reason} Start it again."],
  schedule_needs_person: [403, "An export that is made by itself belongs to a person, who gets a mail about it. Sign in to set one up; an API key makes exports with POST /api/exports."],
});

/** The first day after `after` (YYYY-MM-DD) on which an export is made: a weekday (1 is Monday) or a day of the month (up to 28). */
export function nextDay(every: "week" | "month", day: number, after: string): string {
  const date = new Date(`${after}T00:00:00Z`);
  const fits = () => (every === "week" ? (date.getUTCDay() || 7) : date.getUTCDate()) === day;
  do date.setUTCDate(date.getUTCDate() + 1); while (!fits());
  return date.toISOString().slice(0, 10);
}
