// What may be chosen, and what it means. The server asks before acting, the screen before offering.
import { declareRefusals } from "../platform/refusal.ts";
import type { ClockView, Keep } from "./contract.ts";

export const { refuse, refuseIf, explain } = declareRefusals({
  already_kept_so: [409, "Originals are kept for {words} already."],
  shorter_waits: [409, "{words} is shorter than now. Ask for it as a shorter choice: it takes effect after a week in which it can be taken back."],
  not_shorter: [409, "{words} is not shorter than now, so it needs no week. Choose it directly."],
  already_asked: [409, "{words} was asked for already and takes effect on {date}."],
  nothing_pending: [409, "No change is waiting, so there is nothing to take back."],
  already_lifted: [409, "This hold was lifted on {date}."],
  original_gone: [409, "The original of this document was deleted on {date}, so it cannot be held."],
  deletion_begun: [409, "The deletion of this original began on {date} and cannot be stopped, so it cannot be held."],
});

/** A shorter choice can be taken back for so long. */
export const WEEK_DAYS = 7;

/** From the longest to the shortest. */
export const keeps = ["permanent", "7_years", "3_years", "1_year"] as const satisfies readonly Keep[];
export const keepWords: Record<Keep, string> = { "1_year": "1 year", "3_years": "3 years", "7_years": "7 years", permanent: "Permanent" };
export const keepMeaning: Record<Keep, string> = {
  "7_years": "The longest time the IRS names, and enough for most tax offices.",
  "3_years": "The time the IRS names for ordinary returns.",
  "1_year": "For workspaces that archive originals elsewhere.",
  permanent: "Nothing is deleted until the workspace is.",
};
export const keepYears: Record<Keep, number | null> = { "1_year": 1, "3_years": 3, "7_years": 7, permanent: null };

/** How long in a sentence: "for 3 years", "for ever". */
export const forHowLong = (keep: Keep): string => (keep === "permanent" ? "for as long as the workspace exists" : `for ${keepWords[keep]}`);

/** Is `next` a shorter time than `now`? */
export const isShorter = (next: Keep, now: Keep): boolean => keeps.indexOf(next) > keeps.indexOf(now);

/** How long a country's law asks businesses to keep received invoices, as a rule; exceptions (land, long assets, disputes) run longer. */
export type Lawful = { years: number; /** Counted from the end of the year, so that up to a year comes on top. */ yearEnd: boolean; office: string; law: string };
export const lawful: Readonly<Record<string, Lawful>> = {
  AT: { years: 7, yearEnd: true, office: "Austrian tax law", law: "§ 132 BAO" },
  AU: { years: 5, yearEnd: false, office: "The Australian Taxation Office", law: "ITAA 1936 s 262A" },
  BE: { years: 10, yearEnd: true, office: "Belgian VAT law", law: "art. 60 WBTW/CTVA" },
  CA: { years: 6, yearEnd: true, office: "The Canada Revenue Agency", law: "Income Tax Act s 230" },
  CH: { years: 10, yearEnd: true, office: "Swiss law", law: "Art. 958f OR" },
  DE: { years: 8, yearEnd: true, office: "German tax law", law: "§ 147 AO" },
  DK: { years: 5, yearEnd: true, office: "Danish law", law: "Bogføringsloven § 12" },
  ES: { years: 6, yearEnd: true, office: "Spanish commercial law", law: "art. 30 Código de Comercio" },
  FI: { years: 6, yearEnd: true, office: "Finnish law", law: "Kirjanpitolaki 2:10" },
  FR: { years: 10, yearEnd: true, office: "French commercial law", law: "art. L123-22 Code de commerce" },
  GB: { years: 6, yearEnd: true, office: "HMRC", law: "VAT Act 1994 sch 11; Finance Act 1998 sch 18" },
  IE: { years: 6, yearEnd: false, office: "Irish Revenue", law: "TCA 1997 s 886" },
  IT: { years: 10, yearEnd: false, office: "Italian law", law: "art. 2220 Codice civile" },
  NL: { years: 7, yearEnd: true, office: "The Dutch tax office", law: "art. 52 AWR" },
  NO: { years: 5, yearEnd: true, office: "Norwegian law", law: "Bokføringsloven § 13" },
  NZ: { years: 7, yearEnd: true, office: "Inland Revenue", law: "Tax Administration Act 1994 s 22" },
  SE: { years: 7, yearEnd: true, office: "Swedish law", law: "Bokföringslagen 7:2" },
  US: { years: 3, yearEnd: false, office: "The IRS", law: "Publication 583; 7 years for bad debts" },
};

/** The rules of the countries given that a choice falls short of, longest first. */
export function fallsShortOf(keep: Keep, countries: readonly string[]): (Lawful & { country: string })[] {
  const years = keepYears[keep];
  if (years === null) return [];
  return [...new Set(countries)].flatMap((country) => {
    const rule = lawful[country];
    return rule && years < rule.years + (rule.yearEnd ? 1 : 0) ? [{ ...rule, country }] : [];
  }).sort((a, b) => b.years - a.years);
}

/** The shortest choice that meets all of them. */
export const enoughFor = (countries: readonly string[]): Keep => [...keeps].reverse().find((keep) => fallsShortOf(keep, countries).length === 0) ?? "permanent";

/** Why nothing is deleted now, and what helps, in sentences. */
export const clockWords: Record<NonNullable<ClockView["reason"]>, { message: string; remedy: string }> = {
  not_watched: {
    message: "The server has not watched its clock for a day yet, so it cannot know that the date is right.",
    remedy: "Deletion begins by itself after 24 hours of running. The operator can confirm today's date at once: counterfoil clock confirm YYYY-MM-DD.",
  },
  jumped_ahead: {
    message: "The clock is far ahead of the time that the server has watched pass: it was switched off for long, or its clock jumped.",
    remedy: "Deletion begins again by itself after 24 hours of running without another jump, or when the clock is put right. The operator can confirm today's date at once: counterfoil clock confirm YYYY-MM-DD.",
  },
  went_back: {
    message: "The clock is behind the time that the server has watched pass: it is wrong now, or was wrong before.",
    remedy: "Put the clock right. Deletion begins again by itself after 24 hours of running without another jump. The operator can confirm today's date at once: counterfoil clock confirm YYYY-MM-DD.",
  },
  clocks_differ: {
    message: "The clocks of the application and of the database differ by more than an hour.",
    remedy: "Put the wrong one right (both should follow a time server). Deletion begins again at the next run.",
  },
  nobody_looks: {
    message: "No worker has been running for more than a day, so nothing is deleted.",
    remedy: "The operator should see that counterfoil start runs; counterfoil doctor says what is wrong.",
  },
};
