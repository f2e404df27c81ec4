import { useState } from "react";
import {
  Button, Checkbox, Content, DateText, Dialog, EmptyState, FailedState, Field, Form, FormErrors, IconButton, Input, Menu, Note, Page, PlainTable, Section, Select, SkeletonLines, StateChip, Tag, toast, useApiMutation, useForm, useSession,
} from "../../web/kit.ts";
import { ChangeSeries, NewSeries, StartSeries, type CompanyView, type SeriesView } from "../contract.ts";
import { formatNumber, patternAndReset, patternProblem } from "../policy.ts";
import { useWholeCompany } from "./company-form.ts";

const kinds = { invoice: "Invoices", credit_note: "Credit notes", proposal: "Proposals" } as const;
type Kind = keyof typeof kinds;
const resetWords = { yearly: "every year", monthly: "every month", never: "never" } as const;
const refresh = ["/api/companies/{id}", "/api/companies"];

/** Number series: how they write numbers, which one new documents take, and where a counter begins. */
export function NumberingPage() {
  const { may } = useSession();
  const query = useWholeCompany();
  const [editing, setEditing] = useState<{ series: SeriesView | null; kind: Kind } | null>(null);
  const [starting, setStarting] = useState<SeriesView | null>(null);
  const company = query.data;
  if (query.error && !company) return <Page title="Numbering" back="/settings"><FailedState what="The number series could not be loaded" error={query.error} again={() => void query.refetch()} /></Page>;
  if (!company) return <Page title="Numbering" back="/settings"><Content><SkeletonLines lines={8} /></Content></Page>;
  const write = may("companies.write");
  return (
    <Page title="Numbering" back="/settings" line beside={company.name} actions={write && <Button kind="primary" icon="plus" onClick={() => setEditing({ series: null, kind: "invoice" })}>New series</Button>}>
      <Content className="max-w-[960px]">
        <p className="pt-4 text-ink-2">A document takes its number when it is issued, in one step with it, so that no number is missing or given twice.</p>
        {(Object.keys(kinds) as Kind[]).map((kind) => {
          const rows = company.series.filter((one) => one.kind === kind).sort((a, b) => Number(a.archivedAt !== null) - Number(b.archivedAt !== null) || Number(b.isDefault) - Number(a.isDefault) || a.name.localeCompare(b.name));
          return (
            <Section key={kind} title={kinds[kind]}>
              {rows.length === 0 ? <EmptyState title={`Add a series for ${kinds[kind].toLowerCase()}`} action={write && <Button onClick={() => setEditing({ series: null, kind })}>New series</Button>} /> : (
                <PlainTable caption={`Number series of ${kinds[kind].toLowerCase()}`}>
                  <thead><tr><th scope="col">Series</th><th scope="col" className="max-phone:hidden">Pattern</th><th scope="col">Looks like</th><th scope="col" className="max-phone:hidden">Restarts</th><th scope="col">Last number</th><th scope="col" className="w-10"><span className="sr-only">More</span></th></tr></thead>
                  <tbody>{rows.map((series) => (
                    <tr key={series.id} className={series.archivedAt ? "text-ink-3" : ""}>
                      <td className="whitespace-nowrap"><span className="inline-flex items-center gap-2"><span className="font-medium">{series.name}</span>{series.isDefault && <span className="max-phone:hidden"><Tag>New documents</Tag></span>}{series.archivedAt && <StateChip stage="ended">Archived</StateChip>}</span></td>
                      <td className="font-code text-sm whitespace-nowrap max-phone:hidden">{series.pattern}</td><td className="num whitespace-nowrap">{series.example}</td><td className="max-phone:hidden">{resetWords[series.resets]}</td>
                      <td className="num whitespace-nowrap">{series.lastNumber ? <span title={series.lastIssueDate ?? undefined}>{series.lastNumber}{series.lastIssueDate && <span className="text-ink-3 max-phone:hidden"> on <DateText value={series.lastIssueDate} short /></span>}</span> : <span className="text-ink-3">none yet</span>}</td>
                      <td className="text-right">{write && <Menu items={[{ label: "Change…", icon: "edit", onChoose: () => setEditing({ series, kind }) }, { label: "Set the next number…", onChoose: () => setStarting(series) }]}><IconButton icon="more" size="small" label={`More for ${series.name}`} /></Menu>}</td>
                    </tr>
                  ))}</tbody>
                </PlainTable>
              )}
            </Section>
          );
        })}
      </Content>
      {editing && <SeriesDialog company={company} kind={editing.kind} series={editing.series} onClose={() => setEditing(null)} />}
      {starting && <StartDialog company={company} series={starting} onClose={() => setStarting(null)} />}
    </Page>
  );
}

/** Makes or changes a series; the preview is made by the same rule as the numbers. */
function SeriesDialog({ company, kind: firstKind, series, onClose }: { company: CompanyView; kind: Kind; series: SeriesView | null; onClose: () => void }) {
  const path = { id: company.id, seriesId: series?.id ?? "" };
  const done = (saved: SeriesView) => { toast(`Saved ${saved.name}`); onClose(); };
  const create = useApiMutation<unknown, SeriesView>("post", "/api/companies/{id}/series", { request: (body) => ({ path: { id: company.id }, body }), refresh, onDone: done });
  const change = useApiMutation<unknown, SeriesView>("put", "/api/companies/{id}/series/{seriesId}", { request: (body) => ({ path, body }), refresh, onDone: done });
  const form = useForm({
    initial: { kind: firstKind as Kind, name: series?.name ?? "", pattern: series?.pattern ?? "{year}-{counter:4}", resets: series?.resets ?? "yearly" as SeriesView["resets"], chronological: series?.chronological ?? true, isDefault: series?.isDefault ?? false, archived: series?.archivedAt != null },
    toBody: ({ kind, archived, ...values }) => (series ? { ...values, archived, version: series.version } : { ...values, kind }),
    schema: (series ? ChangeSeries : NewSeries) as typeof ChangeSeries,
    onSubmit: (body: unknown) => (series ? change : create).mutateAsync(body),
  });
  const { pattern, resets, name, kind } = form.values;
  const problem = patternProblem(pattern.trim()) ?? patternAndReset(pattern, resets);
  const preview = (counter: bigint) => formatNumber(pattern.trim(), { issueDate: company.today, counter, series: name.trim() || "Series", customer: "C-17" });
  return (
    <Dialog open onClose={onClose} title={series ? `Change ${series.name}` : "New number series"} width={520}
      foot={<><Button onClick={onClose}>Cancel</Button><Button kind="primary" type="submit" form="series" busy={form.busy}>{series ? "Save" : "Add series"}</Button></>}>
      <Form form={form} id="series">
        <FormErrors labels={{ name: "Name", pattern: "Pattern", resets: "Restarts" }} />
        <div className="grid gap-4">
          {!series && <Field label="For" {...form.field("kind")}><Select {...form.bind("kind")} options={(Object.keys(kinds) as Kind[]).map((value) => ({ value, label: kinds[value] }))} /></Field>}
          <Field label="Name" {...form.field("name")}><Input {...form.bind("name")} placeholder={kinds[kind]} /></Field>
          <Field label="Pattern" hint="{year} {yy} {month} {series} {customer} and {counter:4}; the 4 is the least number of digits." {...form.field("pattern")}><Input figures {...form.bind("pattern")} /></Field>
          <div className="rounded-2 bg-hover px-3 py-2" role="status">{problem ? <span className="text-doubt">{problem}</span> : <>Numbers look like <b className="num font-strong">{preview(1n)}</b>, then <span className="num">{preview(2n)}</span> … <span className="num">{preview(10000n)}</span></>}</div>
          <Field label="The counter restarts" {...form.field("resets")}><Select {...form.bind("resets")} options={[{ value: "yearly", label: "Every year" }, { value: "monthly", label: "Every month" }, { value: "never", label: "Never" }]} /></Field>
          <Checkbox checked={form.values.chronological} onChange={(on) => form.set("chronological", on)} hint="An issue date before the last one of the series is refused.">Dates in order</Checkbox>
          <Checkbox checked={form.values.isDefault} onChange={(on) => form.set("isDefault", on)} disabled={series?.isDefault} hint={series?.isDefault ? "Make another series the one for new documents to change this." : undefined}>New documents take this series</Checkbox>
          {series && !series.isDefault && <Checkbox checked={form.values.archived} onChange={(on) => form.set("archived", on)} hint="It gives no more numbers; those given stay.">Archived</Checkbox>}
        </div>
      </Form>
    </Dialog>
  );
}

/** For books begun elsewhere: the next number of a period in which this series has given none. */
function StartDialog({ company, series, onClose }: { company: CompanyView; series: SeriesView; onClose: () => void }) {
  const start = useApiMutation<unknown, SeriesView>("post", "/api/companies/{id}/series/{seriesId}/start", { request: (body) => ({ path: { id: company.id, seriesId: series.id }, body }), refresh, onDone: () => { toast(`${series.name} goes on as you said`); onClose(); } });
  const form = useForm({ initial: { nextNumber: "" }, toBody: (values) => ({ ...values, nextNumber: values.nextNumber.trim(), issueDate: company.today }), schema: StartSeries, onSubmit: (body: unknown) => start.mutateAsync(body) });
  const typed = /^\d{1,18}$/.test(form.values.nextNumber.trim()) ? BigInt(form.values.nextNumber.trim()) : null;
  return (
    <Dialog open onClose={onClose} title={`Next number of ${series.name}`} foot={<><Button onClick={onClose}>Cancel</Button><Button kind="primary" type="submit" form="start-series" busy={form.busy}>Set</Button></>}>
      <Form form={form} id="start-series">
        <FormErrors labels={{ nextNumber: "Next number" }} />
        <div className="grid gap-4">
          <Field label="Next number" hint="Only the counter, as in 188." {...form.field("nextNumber")}><Input figures inputMode="numeric" {...form.bind("nextNumber")} /></Field>
          <Note>{typed === null ? "For books that were begun in another tool. Possible as long as the series has given no number in this period." : <>The next one will be <b className="num font-strong">{formatNumber(series.pattern, { issueDate: company.today, counter: typed, series: series.name, customer: "C-17" })}</b>. Numbers before it are taken to have been given elsewhere.</>}</Note>
        </div>
      </Form>
    </Dialog>
  );
}
