// Exports that are made by themselves, so that taking one's data out is a habit that nobody has to remember.
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { roleMay } from "../access/index.ts";
import { recordEvent } from "../events/index.ts";
import { changesOf } from "../platform/changes.ts";
import { all } from "../platform/database.ts";
import { queueMail } from "../platform/mail.ts";
import { common, Refusal } from "../platform/refusal.ts";
import type { Services } from "../platform/services.ts";
import { createScope, type Scope, type Tx } from "../workspaces/index.ts";
import type { PutSchedule, ScheduleView } from "./contract.ts";
import { createExport } from "./create.ts";
import { nextDay, refuse } from "./policy.ts";
import { companyNameOf, dropSchedule, dueSchedules, lockDue, makerOf, noteServed, saveSchedule, scheduleOf, zoneAndToday, type ScheduleRow } from "./queries.ts";

function personOf({ actor }: Scope): string {
  if (actor.kind !== "person" || !actor.id) throw refuse("schedule_needs_person");
  return actor.id;
}

const view = (row: ScheduleRow | undefined): ScheduleView => ({
  schedule: row ? {
    every: row.every, day: row.day, format: row.format, companyId: row.company_id, companyName: row.company_name, nextOn: row.next_on, timeZone: row.time_zone,
    lastOn: row.last_made_for, lastAt: row.last_at?.toISOString() ?? null, lastOutcome: row.last_outcome, lastExportId: row.last_export_id,
  } : null,
});
const settings = (row: ScheduleRow | undefined) => ({ every: row?.every ?? null, day: row?.day ?? null, format: row?.format ?? null, companyId: row?.company_id ?? null });

const laterOf = (one: string, other: string) => (one > other ? one : other);

/** The asking person's schedule; an API key has none. */
export async function readSchedule(scope: Scope): Promise<ScheduleView> {
  const { kind, id } = scope.actor;
  return scope.transaction(async (tx) => view(kind === "person" && id ? await scheduleOf(tx, id) : undefined));
}

/** Sets the asking person's schedule. The first export comes on the next such day after today; a day that stays keeps its turn. */
export async function setSchedule(scope: Scope, input: z.output<typeof PutSchedule>): Promise<ScheduleView> {
  const personId = personOf(scope);
  return scope.transaction(async (tx) => {
    if (input.companyId && !(await companyNameOf(tx, input.companyId))) throw common.refuse("not_found");
    const before = await scheduleOf(tx, personId);
    const { time_zone, today } = await zoneAndToday(tx, input.companyId);
    const sameDay = before?.every === input.every && before.day === input.day;
    const nextOn = sameDay ? before.next_on : nextDay(input.every, input.day, laterOf(today, before?.last_made_for ?? today));
    await saveSchedule(tx, { id: before?.id ?? randomUUID(), person_id: personId, company_id: input.companyId, every: input.every, day: input.day, format: input.format, time_zone, next_on: nextOn });
    const after = (await scheduleOf(tx, personId))!;
    recordEvent(tx, {
      action: "export.schedule_set", summary: `Set up an export as ${input.format} that is made by itself every ${input.every}`, subjectKind: "export_schedule", subjectId: after.id, companyId: after.company_id,
      details: changesOf(settings(before), settings(after)),
    });
    return view(after);
  });
}

/** Ends the asking person's schedule; what it made stays. */
export async function endSchedule(scope: Scope): Promise<ScheduleView> {
  const personId = personOf(scope);
  return scope.transaction(async (tx) => {
    const before = await scheduleOf(tx, personId);
    if (before) {
      await dropSchedule(tx, before.id);
      recordEvent(tx, { action: "export.schedule_ended", summary: "Ended the export that was made by itself", subjectKind: "export_schedule", subjectId: before.id, companyId: before.company_id, details: changesOf(settings(before), settings(undefined)) });
    }
    return view(undefined);
  });
}

/** Every ten minutes: makes the exports that are due, each once. One that was missed while nothing ran is made once, however many days it missed. */
export async function sweepSchedules(services: Services): Promise<void> {
  const due = await services.database.transaction({}, (db) => all(db, dueSchedules(services.clock())));
  for (const { workspace_id, id } of due) {
    try {
      await serve(services, workspace_id, id);
    } catch (error) {
      services.log.error({ error: String(error), workspace: workspace_id }, "a scheduled export could not be started; it is tried again in ten minutes");
    }
  }
}

/** Serves one schedule with what its person may and sees today: export, its event, the mail and the next day are one transaction. */
async function serve(services: Services, workspaceId: string, id: string): Promise<void> {
  const scopeOf = (name: string, companies: readonly string[] | null) =>
    createScope(services, { workspaceId, actor: { kind: "job", id: null, name, role: null, companies, may: () => true } });
  const maker = await scopeOf("Counterfoil", null).transaction((tx) => makerOf(tx, id));
  if (!maker) return;
  const seesIt = maker.companies === null || maker.company_id === null || maker.companies.includes(maker.company_id);
  const allowed = !maker.suspended && roleMay(maker.role, "exports.create") && seesIt;
  const scope = scopeOf(`Schedule of ${maker.name}`, allowed ? maker.companies : null);
  await scope.transaction(async (tx) => {
    const row = await lockDue(tx, id);
    if (!row) return; // another worker was faster, or it was changed
    const made = allowed ? await make(tx, row) : null;
    if (!allowed) recordEvent(tx, { action: "export.schedule_refused", summary: `The scheduled export of ${maker.name} was not made: they may not export this any more`, subjectKind: "export_schedule", subjectId: id, companyId: row.company_id });
    await noteServed(tx, row, nextDay(row.every, row.day, laterOf(row.today, row.next_on)), !allowed ? "refused" : made ? "made" : "nothing", made?.id ?? null);
    if (made) {
      await queueMail(services, tx.db, { workspaceId }, {
        kind: "scheduled-export", to: maker.email, toName: maker.name, subject: `Your export of ${row.next_on}`,
        text: [`The export that you let be made every ${row.every} is there: ${made.fileName}, with ${made.documents} approved ${made.documents === 1 ? "invoice" : "invoices"}.`,
          `Download it after signing in, and keep it in a place of your own:\n${services.config.publicUrl}/exports`, "There you can also change how often it is made, or end it."].join("\n\n"),
      });
    }
  });
}

/** All approved documents, also those exported before; the file is built by a job. Null when there are none. */
async function make(tx: Tx, row: ScheduleRow): Promise<{ id: string; fileName: string; documents: number | null } | null> {
  try {
    return await createExport(tx.scope, { format: row.format, markExported: false, selection: { includeExported: true, ...(row.company_id ? { companyId: row.company_id } : {}) } }, true);
  } catch (error) {
    if (error instanceof Refusal && error.code === "nothing_to_export") return null;
    throw error;
  }
}
