import { useState } from "react";
import type { z } from "zod";
import { Button, DateText, Dialog, FailedState, Field, Fields, Form, FormErrors, Select, SkeletonLines, Switch, toast, useApiMutation, useApiQuery, useForm, useSession } from "../../web/kit.ts";
import { PutSchedule, type ScheduleView } from "../contract.ts";

type Schedule = NonNullable<ScheduleView["schedule"]>;
const path = "/api/exports/schedule";
const refresh = [path, "/api/trust/workspace"];
const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const formats: Record<Schedule["format"], string> = { csv: "CSV, one row per invoice", csv_lines: "CSV, one row per line", xlsx: "Excel workbook", json: "JSON" };
const ending = (day: number) => (day % 100 >= 11 && day % 100 <= 13 ? "th" : ["th", "st", "nd", "rd"][day % 10] ?? "th");
const rhythm = ({ every, day }: Schedule) => (every === "week" ? `every ${days[day - 1]}` : `on the ${day}${ending(day)} of every month`);

/** The export that is made by itself: on or off, what and when, and what became of the last. */
export function MadeByItself() {
  const query = useApiQuery<ScheduleView>(path, { refetchEveryMs: 60_000 });
  const { companies } = useSession();
  const [changing, setChanging] = useState(false);
  const end = useApiMutation<undefined, ScheduleView>("delete", path, { request: () => ({}), refresh, onDone: () => toast("Exports are no longer made by themselves") });
  const schedule = query.data?.schedule ?? null;
  return (
    <section aria-label="Made by itself" className="shrink-0 border-b border-line px-6 pb-2.5 max-phone:px-4">
      {query.error && !query.data ? <FailedState compact what="What is made by itself could not be loaded" error={query.error} again={() => void query.refetch()} /> : !query.data ? <SkeletonLines lines={2} /> : (
        <div className="flex items-start gap-3 max-phone:flex-wrap">
          <Switch checked={schedule !== null} disabled={end.isPending} onChange={(on) => (on ? setChanging(true) : end.mutate(undefined, { onError: (error) => toast(error.message) }))}
            hint={schedule ? <Words schedule={schedule} companies={companies.length} /> : "Every week or month all approved invoices as a file, with a mail to you, so that your data is never only here."}>Made by itself</Switch>
          {schedule && <span className="ml-auto"><Button size="small" onClick={() => setChanging(true)} aria-label="Change the export that is made by itself">Change…</Button></span>}
        </div>
      )}
      {changing && <ChangeSchedule schedule={schedule} onClose={() => setChanging(false)} />}
    </section>
  );
}

function Words({ schedule, companies }: { schedule: Schedule; companies: number }) {
  const of = schedule.companyId ? schedule.companyName ?? "a company that you no longer see" : companies > 1 ? "all companies" : null;
  return (
    <>
      {[formats[schedule.format], of, rhythm(schedule)].filter(Boolean).join(" · ")}. Next on <DateText value={schedule.nextOn} />
      {schedule.lastOn && schedule.lastAt && (schedule.lastOutcome === "made" ? <>, last made <DateText value={schedule.lastAt} /></>
        : schedule.lastOutcome === "nothing" ? <>; on <DateText value={schedule.lastAt} /> no invoice was approved yet</>
        : <span className="text-danger">; on <DateText value={schedule.lastAt} /> it was refused, as you could not export this</span>)}.
    </>
  );
}

function ChangeSchedule({ schedule, onClose }: { schedule: Schedule | null; onClose: () => void }) {
  const { companies } = useSession();
  const save = useApiMutation<z.input<typeof PutSchedule>, ScheduleView>("put", path, { refresh, onDone: () => { toast(schedule ? "Saved" : "Exports are made by themselves from now on"); onClose(); } });
  const form = useForm({
    initial: { every: schedule?.every ?? "month", day: String(schedule?.day ?? 1), format: schedule?.format ?? "xlsx", companyId: companies.some((one) => one.id === schedule?.companyId) ? schedule!.companyId! : "" } as { every: Schedule["every"]; day: string; format: Schedule["format"]; companyId: string },
    schema: PutSchedule,
    toBody: ({ every, day, format, companyId }) => ({ every, day: Number(day), format, companyId: companyId || null }),
    onSubmit: (body: z.input<typeof PutSchedule>) => save.mutateAsync(body),
  });
  const { every } = form.values;
  const dayOptions = every === "week" ? days.map((label, index) => ({ value: String(index + 1), label })) : Array.from({ length: 28 }, (_none, index) => ({ value: String(index + 1), label: `${index + 1}${ending(index + 1)}` }));
  return (
    <Dialog open onClose={onClose} title="An export made by itself" width={480} description="All approved invoices at four in the morning, also those exported before. Their state stays as it is, and you get a mail."
      foot={<><Button onClick={onClose}>Cancel</Button><Button kind="primary" type="submit" form="export-schedule" busy={form.busy}>{schedule ? "Save" : "Switch on"}</Button></>}>
      <Form form={form} id="export-schedule">
        <FormErrors labels={{ every: "How often", day: "Day", format: "Format", companyId: "Company" }} />
        <Fields>
          <Field label="How often" required className="phone:col-span-6!" {...form.field("every")}><Select value={every} onChange={(next) => { form.set("every", next as Schedule["every"]); if (next === "week" && Number(form.values.day) > 7) form.set("day", "1"); }} options={[{ value: "week", label: "Every week" }, { value: "month", label: "Every month" }]} /></Field>
          <Field label="Day" required className="phone:col-span-6!" {...form.field("day")}><Select {...form.bind("day")} options={dayOptions} /></Field>
          <Field label="Format" required {...form.field("format")}><Select {...form.bind("format")} options={(Object.keys(formats) as Schedule["format"][]).map((value) => ({ value, label: formats[value] }))} /></Field>
          {companies.length > 1 && <Field label="Company" required {...form.field("companyId")}><Select {...form.bind("companyId")} options={[{ value: "", label: "All companies" }, ...companies.map((one) => ({ value: one.id, label: one.name }))]} /></Field>}
        </Fields>
      </Form>
    </Dialog>
  );
}
