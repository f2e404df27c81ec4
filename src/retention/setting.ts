// How long originals are kept: shown, previewed, changed. A shorter choice waits a week; a longer one counts at once.
import { recordEvent } from "../events/index.ts";
import { queueMail } from "../platform/mail.ts";
import type { Scope, Tx } from "../workspaces/index.ts";
import { readClock, viewClock } from "./clock.ts";
import type { FilesAndBytes, Keep, Plan, Preview, RetentionView, RunView } from "./contract.ts";
import { forHowLong, isShorter, keepWords, refuse, WEEK_DAYS } from "./policy.ts";
import { countOpenHolds, deletedTotals, findSetting, latestRun, lockRetention, nextRun, ownersOf, planMonths, planTotals, planYears, runAfter, saveSetting, workspaceName, type RunRow, type SettingRow } from "./queries.ts";

const DAY_MS = 86_400_000;
const sums = (files: number, bytes: bigint): FilesAndBytes => ({ files, bytes: Number(bytes) });
const settled = (setting: SettingRow): Omit<SettingRow, "keep" | "changed_at" | "changed_by"> => ({ ...setting, pending_keep: null, pending_asked_at: null, pending_asked_by: null, pending_from: null });

/** What a choice deletes if its first run is at `at`, and what it deletes later. */
async function planOf(tx: Tx, keep: Keep, at: Date): Promise<Plan> {
  const totals = await planTotals(tx, keep, at);
  return {
    keep, kept: sums(totals.files, totals.bytes), held: sums(totals.held_files, totals.held_bytes), heldDue: sums(totals.held_due_files, totals.held_due_bytes),
    first: sums(totals.first_files, totals.first_bytes),
    firstByYear: (await planYears(tx, keep, at)).map((row) => ({ year: row.year, ...sums(row.files, row.bytes) })),
    months: (await planMonths(tx, keep, at)).map((row) => ({ month: row.month, ...sums(row.files, row.bytes) })),
    firstDueAt: totals.first_due_at?.toISOString() ?? null, oldestAt: totals.oldest_at?.toISOString() ?? null,
  };
}

/** Everything the page shows: the choice and what it does, what waits, the last run, whether the clock is trusted. */
export async function retentionView(scope: Scope): Promise<RetentionView> {
  const clock = viewClock(await readClock(scope.services));
  return scope.transaction(async (tx) => {
    const setting = await findSetting(tx);
    const next = await nextRun(tx);
    const last = await latestRun(tx);
    const deleted = await deletedTotals(tx);
    return {
      keep: setting.keep, changedAt: setting.changed_at?.toISOString() ?? null, changedBy: setting.changed_by,
      pending: await pendingView(tx, setting), plan: await planOf(tx, setting.keep, next), deleted: sums(deleted.files, deleted.bytes),
      openHolds: await countOpenHolds(tx), nextRunAt: next.toISOString(), lastRun: last ? viewRun(last) : null, clock,
    };
  });
}

async function pendingView(tx: Tx, setting: SettingRow): Promise<RetentionView["pending"]> {
  if (!setting.pending_keep) return null;
  const firstRun = await runAfter(tx, setting.pending_from!);
  const totals = await planTotals(tx, setting.pending_keep, firstRun);
  return {
    keep: setting.pending_keep, askedAt: setting.pending_asked_at!.toISOString(), askedBy: setting.pending_asked_by, effectiveAt: setting.pending_from!.toISOString(),
    firstRunAt: firstRun.toISOString(), first: sums(totals.first_files, totals.first_bytes),
  };
}

/** What a choice would delete and when, before it is made. */
export function previewChoice(scope: Scope, keep: Keep): Promise<Preview> {
  return scope.transaction(async (tx) => {
    const { keep: current } = await findSetting(tx);
    const shorter = isShorter(keep, current);
    const effectiveAt = shorter ? inAWeek(scope.now()) : scope.now();
    const firstRun = await runAfter(tx, effectiveAt);
    return { current, shorter, effectiveAt: effectiveAt.toISOString(), firstRunAt: firstRun.toISOString(), plan: await planOf(tx, keep, firstRun) };
  });
}

const inAWeek = (now: Date): Date => new Date(now.getTime() + WEEK_DAYS * DAY_MS);

/** Asks for a shorter time. It counts in a week at the earliest; until then `keepOldChoice` takes it back. Owners get a mail. */
export async function chooseShorter(scope: Scope, keep: Keep): Promise<RetentionView> {
  await scope.transaction(async (tx) => {
    await lockRetention(tx);
    const setting = await findSetting(tx);
    if (keep === "permanent" || !isShorter(keep, setting.keep)) throw refuse("not_shorter", { words: keepWords[keep] });
    if (setting.pending_keep === keep) throw refuse("already_asked", { words: keepWords[keep], date: setting.pending_from!.toISOString().slice(0, 10) });
    const askedAt = scope.now();
    const from = inAWeek(askedAt);
    await saveSetting(tx, { ...setting, pending_keep: keep, pending_asked_at: askedAt, pending_asked_by: scope.actor.name, pending_from: from });
    const firstRun = await runAfter(tx, from);
    const totals = await planTotals(tx, keep, firstRun);
    recordEvent(tx, {
      action: "retention.change_asked", summary: `Asked to keep original files for ${keepWords[keep]} instead of ${keepWords[setting.keep].toLowerCase()}`, subjectKind: "workspace", subjectId: tx.workspaceId,
      details: { before: { keep: setting.keep, pending: setting.pending_keep }, after: { keep: setting.keep, pending: keep }, effectiveAt: from.toISOString(), firstRunAt: firstRun.toISOString(), files: totals.first_files, bytes: Number(totals.first_bytes), held: totals.held_due_files },
    });
    await tellOwners(tx, { from: setting.keep, to: keep, firstRun, files: totals.first_files });
  });
  return retentionView(scope);
}

async function tellOwners(tx: Tx, change: { from: Keep; to: Keep; firstRun: Date; files: number }): Promise<void> {
  const { scope } = tx;
  const name = await workspaceName(tx);
  const day = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(change.firstRun);
  const files = change.files === 0 ? "No file is old enough to go then." : `${change.files === 1 ? "1 file goes" : `${change.files} files go`} with the first run.`;
  for (const owner of await ownersOf(tx)) {
    await queueMail(scope.services, tx.db, { workspaceId: tx.workspaceId }, {
      kind: "retention_change", to: owner.email, toName: owner.name, subject: `${name}: original files will be deleted after ${keepWords[change.to]}`,
      text: `Hello ${owner.name},\n\n${scope.actor.name} asked that the original files of received invoices in ${name} be kept ${forHowLong(change.to)}, not ${forHowLong(change.from)}.\n\n`
        + `Nothing happens for a week. The first run is on ${day}. ${files} What was read from them stays, as does everything you issued.\n\n`
        + `Until then anybody who manages the workspace's settings can take this back here:\n${new URL("/settings/retention", scope.services.config.publicUrl).href}\n`,
    });
  }
}

/** Chooses a longer time, at once. A shorter one that waits is taken back by it. */
export async function chooseLonger(scope: Scope, keep: Keep): Promise<RetentionView> {
  await scope.transaction(async (tx) => {
    await lockRetention(tx);
    const setting = await findSetting(tx);
    if (isShorter(keep, setting.keep)) throw refuse("shorter_waits", { words: keepWords[keep] });
    if (keep === setting.keep) throw refuse("already_kept_so", { words: keepWords[keep].toLowerCase() });
    await saveSetting(tx, { ...settled(setting), keep, changed_at: scope.now(), changed_by: scope.actor.name });
    recordEvent(tx, {
      action: "retention.changed", summary: keep === "permanent" ? "Original files are now kept permanently" : `Original files are now kept for ${keepWords[keep]}`, subjectKind: "workspace", subjectId: tx.workspaceId,
      details: { before: { keep: setting.keep, pending: setting.pending_keep }, after: { keep, pending: null } },
    });
  });
  return retentionView(scope);
}

/** Takes a waiting change back. */
export async function keepOldChoice(scope: Scope): Promise<RetentionView> {
  await scope.transaction(async (tx) => {
    await lockRetention(tx);
    const setting = await findSetting(tx);
    if (!setting.pending_keep) throw refuse("nothing_pending");
    await saveSetting(tx, { ...settled(setting), keep: setting.keep, changed_at: setting.changed_at, changed_by: setting.changed_by });
    recordEvent(tx, {
      action: "retention.change_taken_back", summary: `Took back the change to ${keepWords[setting.pending_keep]}; original files are kept ${forHowLong(setting.keep)}`, subjectKind: "workspace", subjectId: tx.workspaceId,
      details: { before: { keep: setting.keep, pending: setting.pending_keep }, after: { keep: setting.keep, pending: null } },
    });
  });
  return retentionView(scope);
}

export const viewRun = (row: RunRow): RunView => ({
  id: row.id, state: row.state, keep: row.keep, startedAt: row.started_at.toISOString(), finishedAt: row.finished_at?.toISOString() ?? null, resumed: row.resumed,
  deleted: sums(row.deleted, row.deleted_bytes), derived: row.derived, bundles: row.bundles, held: row.held, errors: row.errors, lastError: row.last_error, refusedBecause: row.refused_because,
});
