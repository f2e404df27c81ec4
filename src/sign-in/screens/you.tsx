import { useState } from "react";
import type { z } from "zod";
import {
  api, Button, ConfirmDialog, Content, DateText, Facts, FailedState, Field, Form, FormErrors, Icon, Note, Page, PasswordInput, Radios, Section, Select, signOut, SkeletonLines, Switch, Tag, toast, useApiMutation, useApiQuery,
  useForm, usePreference, useSession, useTheme, type Theme,
} from "../../web/kit.ts";
import type { SessionRow } from "../contract.ts";
import { deviceOf } from "./device.ts";
import { roleWords } from "../../access/screens/index.ts";

type Device = z.output<typeof SessionRow>;

/** What belongs to the person and this browser: looks, keys, password, devices. */
export function YouPage() {
  const { person, role, workspace } = useSession();
  return (
    <Page title="You" back="/settings" line>
      <Content narrow>
        <Section title="Sign-in"><Facts items={[["Name", person.name], ["E-mail", person.email], ["Here", `${roleWords[role].word} of ${workspace.name}`]]} /></Section>
        <Looks />
        <Keys />
        <PasswordChange />
        <Devices />
      </Content>
    </Page>
  );
}

const keep = (change: { theme?: Theme; singleKeys?: boolean }) => void api.patch("/api/session/preferences", { body: change }).catch(() => undefined);

function Looks() {
  const [theme, setTheme] = useTheme();
  const [locale, setLocale] = usePreference<string | null>("locale", null);
  const own = typeof navigator === "undefined" ? "en" : navigator.language;
  const example = (tag: string) => { try { return `${new Intl.NumberFormat(tag, { minimumFractionDigits: 2 }).format(1234.5)} · ${new Intl.DateTimeFormat(tag, { dateStyle: "medium" }).format(new Date(2026, 10, 19))}`; } catch { return ""; } };
  return (
    <Section title="Looks" aside="in this browser">
      <div className="grid gap-5">
        <Field label="Theme"><Radios label="Theme" value={theme} onChange={(next) => { setTheme(next); keep({ theme: next }); }} choices={[{ value: "system", label: "Like this computer" }, { value: "light", label: "Light" }, { value: "dark", label: "Dark" }]} /></Field>
        <Field label="Numbers and dates on screens" hint="Documents follow their company or customer."><Select value={locale ?? ""} onChange={(value) => setLocale(value || null)} options={["", "en-IE", "en-GB", "en-US", "de-DE", "de-CH", "fr-FR", "es-ES", "it-IT", "nl-NL", "pl-PL", "sv-SE", "pt-PT"].map((tag) => ({ value: tag, label: tag === "" ? `Like this browser (${own})` : tag, detail: example(tag || own) }))} /></Field>
      </div>
    </Section>
  );
}

function Keys() {
  const [single, setSingle] = usePreference("singleKeys", true);
  return (
    <Section title="Keys">
      <Switch checked={single} onChange={(on) => { setSingle(on); keep({ singleKeys: on }); }} hint="J and K move, A approves. Keys with Ctrl or ⌘ always work. Turn this off when you dictate.">Single letters do things</Switch>
      <p className="mt-2 text-sm text-ink-3">Press ? on any page for its keys.</p>
    </Section>
  );
}

function PasswordChange() {
  const [open, setOpen] = useState(false);
  const form = useForm({
    initial: { current: "", password: "" },
    onSubmit: async (body: { current: string; password: string }) => { await api.post("/api/password", { body }); setOpen(false); toast("Password changed; all other devices are signed out"); },
  });
  if (!open) return <Section title="Password"><Button onClick={() => { form.reset({ current: "", password: "" }); setOpen(true); }}>Change password</Button></Section>;
  return (
    <Section title="Password">
      <Form form={form}>
        <FormErrors labels={{ current: "Current password", password: "New password" }} />
        <div className="grid max-w-[360px] gap-4">
          <Field label="Current password" {...form.field("current")}><PasswordInput autoComplete="current-password" autoFocus {...form.bind("current")} /></Field>
          <Field label="New password" hint="At least 12 characters. All other devices will be signed out." {...form.field("password")}><PasswordInput autoComplete="new-password" {...form.bind("password")} /></Field>
          <div className="flex gap-2"><Button kind="primary" type="submit" busy={form.busy}>Change password</Button><Button onClick={() => setOpen(false)}>Cancel</Button></div>
        </div>
      </Form>
    </Section>
  );
}

function Devices() {
  const query = useApiQuery<{ items: Device[] }>("/api/sessions");
  const [asking, setAsking] = useState(false);
  const end = useApiMutation<void>("post", "/api/sessions/end-others", { request: () => ({ body: {} }), refresh: ["/api/sessions"], onDone: () => { setAsking(false); toast("Signed out everywhere else"); } });
  const others = query.data?.items.filter((device) => !device.isThis).length ?? 0;
  return (
    <Section title="Where you are signed in">
      {query.error && !query.data ? <FailedState compact what="The devices could not be loaded" error={query.error} again={() => void query.refetch()} /> : !query.data ? <SkeletonLines /> : (
        <ul className="border-t border-line">
          {query.data.items.map((device) => (
            <li key={device.id} className="flex items-center gap-3 border-b border-line py-2.5">
              <Icon name="shield" className="text-ink-3" />
              <span className="min-w-0 flex-1"><span className="block clip font-medium" title={device.userAgent ?? undefined}>{deviceOf(device.userAgent)}</span><span className="block clip text-sm text-ink-3">{device.ip ?? "Unknown address"}, since <DateText value={device.createdAt} short /></span></span>
              {device.isThis ? <Tag>This one</Tag> : <span className="text-sm text-ink-2">Seen <DateText value={device.lastSeenAt} short /></span>}
            </li>
          ))}
        </ul>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button onClick={() => setAsking(true)} disabledBecause={others === 0 ? "You are signed in nowhere else" : null}>Sign out everywhere else</Button>
        <Button icon="signOut" onClick={() => void signOut()}>Sign out here</Button>
      </div>
      {end.error && <div className="mt-3"><Note tone="danger">{end.error.message}</Note></div>}
      <ConfirmDialog open={asking} onClose={() => setAsking(false)} title="Sign out everywhere else?" verb="Sign out" busy={end.isPending} error={end.error} onConfirm={() => end.mutate()}>{others === 1 ? "One device has" : `${others} devices have`} to sign in again. This one stays.</ConfirmDialog>
    </Section>
  );
}
