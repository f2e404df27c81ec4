import type { z } from "zod";
import { Button, Content, FailedState, Field, Fields, Form, FormErrors, Input, Page, Section, SkeletonLines, Switch, toast, useApiMutation, useApiQuery, useForm, useSession } from "../../web/kit.ts";
import { ChangeAlertSettings } from "../contract.ts";

type Settings = z.output<typeof ChangeAlertSettings>;
const path = "/api/alerts/settings";

/** From when on owners are alerted. */
export function AlertSettingsPage() {
  const query = useApiQuery<Settings>(path);
  if (query.error && !query.data) return <Page title="Alerts" back="/settings"><FailedState what="The alert settings could not be loaded" error={query.error} again={() => void query.refetch()} /></Page>;
  if (!query.data) return <Page title="Alerts" back="/settings"><Content narrow><SkeletonLines /></Content></Page>;
  return <AlertSettingsForm key={query.data.version} settings={query.data} />;
}

function AlertSettingsForm({ settings }: { settings: Settings }) {
  const { may } = useSession();
  const writes = may("settings.manage");
  const save = useApiMutation<Settings, Settings>("put", path, { refresh: [path, "/api/alerts", "/api/events"], onDone: () => toast("Saved when owners are alerted") });
  const form = useForm({
    initial: { exportsPerHour: String(settings.exportsPerHour), downloadsPerHour: String(settings.downloadsPerHour), viewsPerHour: String(settings.viewsPerHour), refusalsPerHour: String(settings.refusalsPerHour), byMail: settings.byMail },
    schema: ChangeAlertSettings,
    toBody: (values) => ({
      exportsPerHour: Number(values.exportsPerHour), downloadsPerHour: Number(values.downloadsPerHour), viewsPerHour: Number(values.viewsPerHour), refusalsPerHour: Number(values.refusalsPerHour), byMail: values.byMail, version: settings.version,
    }),
    onSubmit: async (body) => { await save.mutateAsync(body); },
  });
  const number = (name: "exportsPerHour" | "downloadsPerHour" | "viewsPerHour" | "refusalsPerHour", label: string, hint: string) => (
    <Field label={label} hint={hint} {...form.field(name)} className="phone:col-span-6!"><Input {...form.bind(name)} figures inputMode="numeric" disabled={!writes} /></Field>
  );
  return (
    <Page title="Alerts" back="/settings" line actions={writes && <Button kind="primary" type="submit" form="alerts" busy={form.busy} disabledBecause={form.changed ? null : "Nothing has changed"}>Save</Button>}>
      <Content narrow>
        <p className="max-w-[66ch] pt-3 text-ink-2">Owners are told at once when something stands out: here, on the Activity page, and by mail.</p>
        <Form form={form} id="alerts">
          <FormErrors />
          <Section title="From how many within an hour, by one person or API key">
            <Fields>
              {number("exportsPerHour", "Exports", "Whole tables and files of exports")}
              {number("downloadsPerHour", "Files opened", "Originals and PDFs")}
              {number("viewsPerHour", "Documents looked at", "Each once an hour")}
              {number("refusalsPerHour", "Requests refused", "By role, or for things that are not there")}
            </Fields>
          </Section>
          <Section title="Always">
            <p className="max-w-[66ch] text-ink-2">A sign-in from a new device, more rights for somebody, changed bank details of a company or supplier, a new API key, changed sign-in settings, a shorter file retention, anything the operator does, and a change of this page.</p>
          </Section>
          <Section title="Mail">
            <Switch checked={form.values.byMail} onChange={form.bind("byMail").onChange} disabled={!writes}>Send each alert to the owners by mail</Switch>
          </Section>
        </Form>
      </Content>
    </Page>
  );
}
