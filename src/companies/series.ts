import { randomUUID } from "node:crypto";
import { seriesPeriod, type CivilDate } from "@counterfoil/calendar";
import type { z } from "zod";
import { recordEvent } from "../events/index.ts";
import { changesOf, shownFields } from "../platform/changes.ts";
import { common, Refusal } from "../platform/refusal.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import type { ChangeSeries, NewSeries, StartSeries } from "./contract.ts";
import { formatNumber, patternAndReset, refuse, refuseIf, whyNotDate } from "./policy.ts";
import { advanceCounter, clearDefault, findCompany, findDefaultSeries, insertSeries, lockSeries, rememberLast, seriesNameTaken, seriesOfPattern, startCounter, updateSeries, type SeriesRow } from "./queries.ts";

export type NumberTaken = { seriesId: string; number: string; period: string; counter: bigint };

/**
 * Takes the next number of a series in the running transaction (N2): lock, check the date (N8), count, write. Rolled back
 * with the transaction, so there is never a gap. `issueDate` is the civil date in the company's time zone and decides the
 * period (N7). Without `seriesId` the company's default series for the kind is used.
 */
export async function takeNextNumber(tx: Tx, request: { companyId: string; kind: SeriesRow["kind"]; seriesId: string | null; issueDate: CivilDate; customerNumber: string | null }): Promise<NumberTaken> {
  const chosen = request.seriesId ?? (await findDefaultSeries(tx, request.companyId, request.kind))?.id;
  if (!chosen) throw refuse("no_default_series");
  const series = await lockSeries(tx, chosen);
  if (!series || series.company_id !== request.companyId) throw common.refuse("not_found");
  if (series.archived_at) throw refuse("series_archived", { name: series.name });
  // Credit notes may share the invoices' series when somebody chose it (N11); nothing else mixes.
  const shared = request.kind === "credit_note" && request.seriesId !== null && series.kind === "invoice";
  if (series.kind !== request.kind && !shared) throw refuse("series_wrong_kind", { name: series.name });
  refuseIf(whyNotDate({ chronological: series.chronological, lastIssueDate: series.last_issue_date }, request.issueDate),
    { number: series.last_number_text ?? "", date: series.last_issue_date ?? "" });
  const period = seriesPeriod(request.issueDate, series.resets);
  const { last_number: counter } = await advanceCounter(tx, series.id, period);
  const number = formatNumber(series.pattern, { issueDate: request.issueDate, counter, series: series.name, customer: request.customerNumber ?? "" });
  await rememberLast(tx, series.id, request.issueDate, number);
  return { seriesId: series.id, number, period, counter };
}

const fieldProblem = (path: string, message: string) => new Refusal("invalid_input", 400, common.explain("invalid_input"), [{ path, message }]);

/** Adds a number series. Refuses series_name_taken, and a pattern that would repeat numbers. */
export function createSeries(scope: Scope, companyId: string, input: z.infer<typeof NewSeries>): Promise<SeriesRow> {
  return scope.transaction(async (tx) => {
    if (!(await findCompany(tx, companyId))) throw common.refuse("not_found");
    const problem = patternAndReset(input.pattern, input.resets);
    if (problem) throw fieldProblem("pattern", problem);
    if (await seriesNameTaken(tx, companyId, input.name, null)) throw refuse("series_name_taken");
    await refuseTakenPattern(tx, companyId, input.kind, input.pattern, null);
    if (input.isDefault) await clearDefault(tx, companyId, input.kind);
    const series = await insertSeries(tx, { id: randomUUID(), company_id: companyId, kind: input.kind, name: input.name, pattern: input.pattern, resets: input.resets, chronological: input.chronological, is_default: input.isDefault });
    recordEvent(tx, { action: "series.created", summary: `Added the number series ${series.name}`, subjectKind: "series", subjectId: series.id, companyId, details: { after: shownFields(series, ["kind", "pattern", "resets", "chronological", "is_default"]) } });
    return series;
  });
}

/** What a series counts by itself, which is no setting. */
const seriesCounts = ["last_issue_date", "last_number_text"];

/** Changes how a series writes its next numbers; numbers that were given stay. */
export function changeSeries(scope: Scope, companyId: string, id: string, input: z.infer<typeof ChangeSeries>): Promise<SeriesRow> {
  return scope.transaction(async (tx) => {
    const before = await lockSeries(tx, id);
    if (!before || before.company_id !== companyId) throw common.refuse("not_found");
    if (before.version !== input.version) throw common.refuse("changed_elsewhere");
    const problem = patternAndReset(input.pattern, input.resets);
    if (problem) throw fieldProblem("pattern", problem);
    if (await seriesNameTaken(tx, companyId, input.name, id)) throw refuse("series_name_taken");
    await refuseTakenPattern(tx, companyId, before.kind, input.pattern, id);
    if (before.is_default && (!input.isDefault || input.archived)) throw refuse("series_is_default");
    if (input.isDefault && !before.is_default) await clearDefault(tx, companyId, before.kind);
    const series = await updateSeries(tx, { id, name: input.name, pattern: input.pattern, resets: input.resets, chronological: input.chronological, is_default: input.isDefault && !input.archived }, input.archived ? before.archived_at ?? scope.now() : null);
    recordEvent(tx, { action: "series.changed", summary: `Changed the number series ${series.name}`, subjectKind: "series", subjectId: id, companyId, details: changesOf(before, series, seriesCounts) });
    return series;
  });
}

/** Two series of one kind with one pattern would give the same numbers. */
async function refuseTakenPattern(tx: Tx, companyId: string, kind: SeriesRow["kind"], pattern: string, except: string | null): Promise<void> {
  const other = await seriesOfPattern(tx, companyId, kind, pattern, except);
  if (other) throw refuse("series_pattern_taken", { name: other.name });
}

/** For the write that gives a document its number: a pattern that was changed may meet an old number, which the unique key refuses. */
export async function unlessTaken<T>(number: string, write: Promise<T>): Promise<T> {
  return write.catch((error: { code?: string; constraint?: string }) => { throw error.code === "23505" ? refuse("number_taken", { number }) : error; });
}

/** Sets the next number of a period that has given none, for books begun elsewhere (N10). Refuses series_in_use. */
export function startSeries(scope: Scope, companyId: string, id: string, input: z.infer<typeof StartSeries>): Promise<SeriesRow> {
  return scope.transaction(async (tx) => {
    const series = await lockSeries(tx, id);
    if (!series || series.company_id !== companyId) throw common.refuse("not_found");
    const period = seriesPeriod(input.issueDate, series.resets);
    if ((await startCounter(tx, id, period, BigInt(input.nextNumber))) !== 1) throw refuse("series_in_use");
    recordEvent(tx, { action: "series.started", summary: `Set the next number of ${series.name} to ${input.nextNumber}`, subjectKind: "series", subjectId: id, companyId, details: { period, nextNumber: input.nextNumber } });
    return series;
  });
}
