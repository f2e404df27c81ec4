import { addDays, daysBetween, weekdayOf, type CivilDate } from "@counterfoil/calendar";
import { formatAmount, money } from "@counterfoil/money";
import { companyOf, todayOf } from "../companies/index.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { Ageing, Flow, HomeView } from "./contract.ts";
import * as q from "./queries.ts";

const CAPTURE_DAYS = 30;
const WEEKS_PAST = 4;
const WEEKS_AHEAD = 8;
const bucketKeys = ["not_due", "days_1_30", "days_31_60", "days_61_90", "over_90"] as const;

const text = (minor: bigint, currency: string): string => formatAmount(money(minor, currency));
const sumsOf = (rows: { currency: string | null; minor: bigint }[]) => rows.flatMap((row) => (row.currency === null || row.minor === 0n ? [] : [{ currency: row.currency, amount: text(row.minor, row.currency) }]));
const countOf = (rows: { count: number }[]) => rows.reduce((sum, row) => sum + row.count, 0);

/** What waits for somebody and how money stands, as of today in the company's time zone (UTC for all companies together). */
export function homeView(scope: Scope, companyId: string | null): Promise<HomeView> {
  return scope.transaction(async (tx) => {
    const today = companyId ? todayOf(await companyOf(tx, companyId), scope.now()) : scope.now().toISOString().slice(0, 10);
    const since = new Date(scope.now().getTime() - CAPTURE_DAYS * 86_400_000);
    const received = await q.receivedByState(tx, companyId, today);
    const inState = (state: string) => received.filter((row) => row.state === state);
    const waiting = (state: string) => ({ count: countOf(inState(state)), sums: sumsOf(inState(state)) });
    const bank = inState("bank_changed").length > 0 ? await q.firstBankChange(tx, companyId) : undefined;
    const owedRows = await q.owedByAge(tx, companyId, today);
    const late = owedRows.filter((row) => row.bucket !== "not_due");
    const overdue = late.length > 0 ? await q.overdueFacts(tx, companyId, today) : undefined;
    const [drafts, unallocated, failed, capture] = [await q.acceptedDrafts(tx, companyId), await q.unallocatedPayments(tx, companyId), await q.failedMail(tx, companyId), await q.captureFacts(tx, companyId, since)];
    return {
      today,
      needs: {
        bankChanged: { ...waiting("bank_changed"), id: bank?.id ?? null, supplier: bank?.supplier_name ?? null },
        review: { ...waiting("to_review"), doubtful: inState("to_review").reduce((sum, row) => sum + row.doubtful, 0), oldestAt: oldestOf(inState("to_review")) },
        unreadable: { count: countOf(inState("unreadable")) },
        approve: { ...waiting("to_approve"), dueSoon: inState("to_approve").reduce((sum, row) => sum + row.due_soon, 0) },
        overdue: { count: countOf(late), sums: sumsOf(byCurrency(late)), oldestDays: overdue?.oldest_days ?? 0, owesMost: overdue?.owes_most ?? null },
        proposalsEnding: (await q.proposalsEnding(tx, companyId, today, 3)).map((row) => ({
          id: row.id, title: row.title, customerName: row.customer_name, views: row.views, daysLeft: row.days_left, amount: text(row.total_minor, row.currency), currency: row.currency,
        })),
        acceptedDrafts: { count: countOf(drafts), sums: sumsOf(drafts) },
        failedMail: { count: failed.length, recipient: failed[0]?.recipient ?? null },
        unallocated: { count: countOf(unallocated), sums: sumsOf(unallocated) },
      },
      owed: ageing(owedRows),
      owing: ageing(await q.owingByAge(tx, companyId, today)),
      flows: await flowsOf(tx, companyId, today),
      capture: {
        days: CAPTURE_DAYS, read: capture.read, proven: capture.proven, approved: capture.approved, untouched: capture.untouched, medianMs: capture.median_ms,
        corrected: (await q.correctedMost(tx, companyId, since)).map((row) => row.path),
      },
      next: (await q.nextDays(tx, companyId, today, 6)).map((row) => ({ date: row.date, kind: row.kind, id: row.id, name: row.name ?? "", amount: text(row.minor, row.currency), currency: row.currency })),
    };
  });
}

const oldestOf = (rows: { oldest: Date }[]): string | null => rows.length === 0 ? null : new Date(Math.min(...rows.map((row) => row.oldest.getTime()))).toISOString();

function byCurrency(rows: { currency: string; minor: bigint }[]): { currency: string; minor: bigint }[] {
  const sums = new Map<string, bigint>();
  for (const row of rows) sums.set(row.currency, (sums.get(row.currency) ?? 0n) + row.minor);
  return [...sums].map(([currency, minor]) => ({ currency, minor })).sort((a, b) => (a.minor === b.minor ? a.currency.localeCompare(b.currency) : a.minor > b.minor ? -1 : 1));
}

function ageing(rows: q.AgeRow[]): Ageing[] {
  return byCurrency(rows).map(({ currency, minor }) => ({
    currency, total: text(minor, currency),
    buckets: bucketKeys.map((key) => {
      const row = rows.find((one) => one.currency === currency && one.bucket === key);
      return { key, amount: text(row?.minor ?? 0n, currency), count: row?.count ?? 0 };
    }),
  }));
}

/** In and out by week: what happened, and what is expected. This week holds both, what came and what is still to come. */
async function flowsOf(tx: Tx, companyId: string | null, today: CivilDate): Promise<Flow[]> {
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7));
  const from = addDays(monday, -7 * WEEKS_PAST);
  const until = addDays(monday, 7 * WEEKS_AHEAD);
  const incoming = [...(await q.receiptsByWeek(tx, companyId, from, addDays(today, 1))), ...(await q.expectedByWeek(tx, companyId, today, until))];
  const outgoing = await q.dueByWeek(tx, companyId, from, until);
  const sum = (rows: q.WeekRow[], currency: string, start: string) => rows.reduce((total, row) => (row.currency === currency && row.start === start ? total + row.minor : total), 0n);
  const flows: Flow[] = [];
  for (const { currency } of byCurrency([...incoming, ...outgoing])) {
    const weeks = Array.from({ length: WEEKS_PAST + WEEKS_AHEAD }, (_, index) => {
      const start = addDays(from, 7 * index);
      return { start, ahead: daysBetween(monday, start) >= 0, in: sum(incoming, currency, start), out: sum(outgoing, currency, start) };
    });
    const worst = weeks.filter((week) => week.ahead && week.out > week.in).sort((a, b) => (b.out - b.in > a.out - a.in ? 1 : -1))[0];
    const largest = worst && (await q.largestDue(tx, companyId, currency, worst.start));
    flows.push({
      currency, weeks: weeks.map((week) => ({ ...week, in: text(week.in, currency), out: text(week.out, currency) })),
      tight: worst ? {
        start: worst.start, in: text(worst.in, currency), out: text(worst.out, currency),
        largest: largest ? { name: largest.name ?? "", amount: text(largest.minor, currency), approved: ["approved", "exported"].includes(largest.state) } : null,
      } : null,
    });
  }
  return flows;
}
