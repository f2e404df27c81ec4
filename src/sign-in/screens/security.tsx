import { Suspense, useState } from "react";
import {
  api, Button, Checkbox, ConfirmDialog, Content, DateText, Dialog, Facts, FailedState, Field, Form, FormErrors, Icon, IconButton, Input, Note, Page, PasswordInput, plural, Section, Select, signOut, SkeletonLines, StateChip, Tag, toast,
  UnsavedBar, useApiMutation, useApiQuery, useForm, useSession, type Answer,
} from "../../web/kit.ts";
import { LinkedSignIns, SsoSettings } from "../../sso/screens/index.ts";
import { OperatorAccess } from "../../operator/screens/index.ts";
import { AddPasskey, AddTotp } from "./add-factor.tsx";
import { NewPassword } from "./new-password.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

type Security = Answer<"/api/security">;
const stale = ["/api/security", "/api/sessions"];

/** How you prove who you are, where you are signed in, and what the workspace asks of everybody. */
export function SecurityPage() {
  const { may, workspace } = useSession();
  const query = useApiQuery("/api/security");
  return (
    <Page title="Security" back="/settings" line>
      <Content narrow>
        {query.error && !query.data ? <FailedState compact what="Your sign-in could not be loaded" error={query.error} again={() => void query.refetch()} /> : !query.data ? <SkeletonLines lines={6} /> : (
          <>
            <h2 className="pt-5 pb-1 text-sm font-medium text-ink-3">Your sign-in</h2>
            <Address security={query.data} />
            <Password security={query.data} />
            <SecondFactor security={query.data} />
            <Suspense fallback={<SkeletonLines lines={2} />}><LinkedSignIns /></Suspense>
          </>
        )}
        <Devices />
        {may("settings.manage") && (
          <>
            <h2 className="pt-8 pb-1 clip text-sm font-medium text-ink-3">{workspace.name}</h2>
            <WorkspaceRules />
            <Suspense fallback={<SkeletonLines lines={4} />}><SsoSettings /></Suspense>
            <Suspense fallback={<SkeletonLines lines={2} />}><OperatorAccess /></Suspense>
          </>
        )}
      </Content>
    </Page>
  );
}

function Address({ security }: { security: Security }) {
  const [open, setOpen] = useState(false);
  const again = useApiMutation<void>("post", "/api/address/send-again", { request: () => ({}), onDone: () => toast(`Sent a link to ${security.email}`) });
  const form = useForm({ initial: { email: "" }, onSubmit: async (body: { email: string }) => { await api.post("/api/address", { body }); setOpen(false); toast(`Sent a link to ${body.email}`); } });
  return (
    <Section title="Mail address">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="min-w-0 flex-1 break-words">{security.email}</span>
        {security.canVerify && <StateChip stage={security.emailVerified ? "done" : "needsYou"} tone={security.emailVerified ? "done" : "doubt"}>{security.emailVerified ? "Confirmed" : "Not confirmed"}</StateChip>}
        <Button onClick={() => { form.reset({ email: "" }); setOpen(true); }}>Change…</Button>
      </div>
      {security.canVerify && !security.emailVerified && <div className="mt-3"><Note tone="doubt" action={<Button size="small" busy={again.isPending} onClick={() => again.mutate()}>Send the link</Button>}>Open the link that we mail you. Until then you cannot invite people or set up a second factor.{again.error && <span className="block text-danger">{again.error.message}</span>}</Note></div>}
      <Dialog open={open} onClose={() => setOpen(false)} title="Sign in with another address" description="A link goes to the new address; with it the change takes effect. The old address is told, and all other devices are signed out." foot={<><Button onClick={() => setOpen(false)}>Cancel</Button><Button kind="primary" type="submit" form="new-address" busy={form.busy}>Send the link</Button></>}>
        <Form form={form} id="new-address"><FormErrors labels={{ email: "New address" }} /><Field label="New address" {...form.field("email")}><Input type="email" autoComplete="email" autoFocus {...form.bind("email")} /></Field></Form>
      </Dialog>
    </Section>
  );
}

function Password({ security }: { security: Security }) {
  const { person, workspace } = useSession();
  const [open, setOpen] = useState(false);
  const form = useForm({
    initial: { current: "", password: "" },
    onSubmit: async (body: { current: string; password: string }) => { await api.post("/api/password", { body }); setOpen(false); toast("Password changed; all other devices are signed out"); },
  });
  return (
    <Section title="Password">
      {!security.hasPassword ? <p className="text-ink-2">You have none here: you sign in elsewhere. To have one, sign out and use “Forgotten?” on the sign-in page.</p>
        : !open ? <Button onClick={() => { form.reset({ current: "", password: "" }); setOpen(true); }}>Change password</Button> : (
          <Form form={form}>
            <FormErrors labels={{ current: "Current password", password: "New password" }} />
            <div className="grid max-w-[360px] gap-4">
              <input type="hidden" autoComplete="username" value={security.email} readOnly />
              <Field label="Current password" {...form.field("current")}><PasswordInput autoComplete="current-password" autoFocus {...form.bind("current")} /></Field>
              <NewPassword label="New password" field={form.field("password")} {...form.bind("password")} names={[person.name, security.email, workspace.name]} />
              <p className="text-sm text-ink-3">All other devices will be signed out.</p>
              <div className="flex gap-2"><Button kind="primary" type="submit" busy={form.busy}>Change password</Button><Button onClick={() => setOpen(false)}>Cancel</Button></div>
            </div>
          </Form>
        )}
    </Section>
  );
}

function SecondFactor({ security }: { security: Security }) {
  const [adding, setAdding] = useState<"passkey" | "totp" | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [removing, setRemoving] = useState<{ kind: "totp" } | { kind: "passkey"; id: string; name: string } | null>(null);
  const remove = useApiMutation<NonNullable<typeof removing>>("delete", removing?.kind === "passkey" ? "/api/passkeys/{id}" : "/api/totp", {
    request: (one) => (one.kind === "passkey" ? { path: { id: one.id } } : {}), refresh: stale, onDone: () => { setRemoving(null); toast("Removed; all other devices are signed out"); },
  });
  const made = useApiMutation<void, { recoveryCodes: string[] }>("post", "/api/recovery-codes", { request: () => ({}), refresh: stale, onDone: ({ recoveryCodes }) => setCodes(recoveryCodes) });
  const query = useApiQuery("/api/security");
  const added = (recoveryCodes: string[] | null) => { setAdding(null); void query.refetch(); if (recoveryCodes) setCodes(recoveryCodes); else toast("Added; all other devices are signed out"); };
  const has = security.totpSince !== null || security.passkeys.length > 0;
  const asked = security.secondFactorAsked;
  return (
    <Section title="Second factor" aside={asked.length > 0 ? `asked for by ${asked.length === 1 ? asked[0] : `${asked.length} workspaces`}` : undefined}>
      {!has && <div className="mb-3"><Note tone={asked.length > 0 ? "doubt" : "calm"}>A stolen password alone opens your books. A passkey or an authenticator app closes that door.</Note></div>}
      {has && (
        <ul className="mb-3 border-t border-line">
          {security.passkeys.map((passkey) => (
            <li key={passkey.id} className="flex items-center gap-3 border-b border-line py-2.5">
              <Icon name="key" className="text-ink-3" />
              <PasskeyName passkey={passkey} />
              <IconButton icon="trash" size="small" label={`Remove the passkey ${passkey.name}`} onClick={() => setRemoving({ kind: "passkey", id: passkey.id, name: passkey.name })} />
            </li>
          ))}
          {security.totpSince && (
            <li className="flex items-center gap-3 border-b border-line py-2.5">
              <Icon name="clock" className="text-ink-3" />
              <span className="min-w-0 flex-1"><span className="block font-medium">Authenticator app</span><span className="block text-sm text-ink-3">Since <DateText value={security.totpSince} short /></span></span>
              <IconButton icon="trash" size="small" label="Remove the authenticator app" onClick={() => setRemoving({ kind: "totp" })} />
            </li>
          )}
          <li className="flex items-center gap-3 border-b border-line py-2.5">
            <Icon name="print" className="text-ink-3" />
            <span className="min-w-0 flex-1"><span className="block font-medium">Recovery codes</span><span className={`block text-sm ${security.recoveryCodesLeft < 3 ? "text-doubt" : "text-ink-3"}`}>{security.recoveryCodesLeft} of 10 left</span></span>
            <Button size="small" busy={made.isPending} onClick={() => made.mutate()}>Make new ones</Button>
          </li>
        </ul>
      )}
      {made.error && <div className="mb-3"><Note tone="danger">{made.error.message}</Note></div>}
      <div className="flex flex-wrap gap-2">
        <Button icon="key" kind={has ? "plain" : "primary"} onClick={() => setAdding("passkey")} disabledBecause={security.passkeysPossible ? null : "Passkeys need an address with a name, and this installation is reached by an IP address"}>Add a passkey</Button>
        <Button icon="clock" onClick={() => setAdding("totp")}>{security.totpSince ? "Set up another app" : "Add an authenticator app"}</Button>
      </div>
      <Dialog open={adding !== null} onClose={() => setAdding(null)} title={adding === "passkey" ? "Add a passkey" : "Authenticator app"} width={460}>{adding === "passkey" ? <AddPasskey onDone={added} /> : adding === "totp" && <AddTotp onDone={added} />}</Dialog>
      <Dialog open={codes !== null} onClose={() => toast("First keep the codes: they are never shown again")} title="Your recovery codes" width={460}>{codes && <RecoveryCodes codes={codes} email={security.email} verb="Done" onKept={() => setCodes(null)} />}</Dialog>
      <ConfirmDialog open={removing !== null} onClose={() => { setRemoving(null); remove.reset(); }} danger title={removing?.kind === "passkey" ? `Remove ${removing.name}?` : "Remove the authenticator app?"} verb="Remove" busy={remove.isPending} error={remove.error} onConfirm={() => { if (removing) remove.mutate(removing); }}>
        It opens nothing any more, and all other devices are signed out.
      </ConfirmDialog>
    </Section>
  );
}

function PasskeyName({ passkey }: { passkey: Security["passkeys"][number] }) {
  const [editing, setEditing] = useState(false);
  const [name, setName] = useState(passkey.name);
  const rename = useApiMutation<string>("patch", "/api/passkeys/{id}", { request: (next) => ({ path: { id: passkey.id }, body: { name: next } }), refresh: stale, onDone: () => setEditing(false) });
  if (editing) return (
    <form className="flex min-w-0 flex-1 flex-wrap items-center gap-2" onSubmit={(event) => { event.preventDefault(); rename.mutate(name.trim()); }}>
      <span className="min-w-0 flex-1 basis-40"><Input aria-label="Name of the passkey" value={name} onChange={setName} autoFocus /></span>
      <Button size="small" kind="primary" type="submit" busy={rename.isPending} disabledBecause={name.trim() ? null : "Give it a name"}>Save</Button><Button size="small" onClick={() => setEditing(false)}>Cancel</Button>
      {rename.error && <span className="basis-full text-sm text-danger">{rename.error.message}</span>}
    </form>
  );
  return (
    <span className="min-w-0 flex-1">
      <span className="flex items-center gap-1.5"><span className="clip font-medium">{passkey.name}</span><IconButton icon="edit" size="small" label={`Rename ${passkey.name}`} onClick={() => { setName(passkey.name); setEditing(true); }} /></span>
      <span className="block clip text-sm text-ink-3">Made <DateText value={passkey.createdAt} short />{passkey.lastUsedAt && <>, used <DateText value={passkey.lastUsedAt} short /></>}{passkey.synced ? ", synced by its maker" : ""}</span>
    </span>
  );
}

const viaWords: Record<string, string> = { password: "password", passkey: "passkey", sign_up: "sign-up", invitation: "invitation", verification: "mail link", google: "Google", microsoft: "Microsoft", oidc: "single sign-on", saml: "single sign-on" };

function Devices() {
  const query = useApiQuery("/api/sessions");
  const [asking, setAsking] = useState(false);
  const endOne = useApiMutation<string>("post", "/api/sessions/{id}/end", { request: (id) => ({ path: { id } }), refresh: ["/api/sessions"], onDone: () => toast("Signed that device out") });
  const endOthers = useApiMutation<void>("post", "/api/sessions/end-others", { request: () => ({}), refresh: ["/api/sessions"], onDone: () => { setAsking(false); toast("Signed out everywhere else"); } });
  const others = query.data?.items.filter((device) => !device.isThis).length ?? 0;
  return (
    <Section title="Where you are signed in">
      {query.error && !query.data ? <FailedState compact what="The devices could not be loaded" error={query.error} again={() => void query.refetch()} /> : !query.data ? <SkeletonLines /> : (
        <ul className="border-t border-line">
          {query.data.items.map((device) => (
            <li key={device.id} className="flex items-center gap-3 border-b border-line py-2.5">
              <Icon name="shield" className="text-ink-3" />
              <span className="min-w-0 flex-1"><span className="block clip font-medium" title={device.userAgent ?? undefined}>{device.device}</span><span className="block clip text-sm text-ink-3">{device.ip ?? "Unknown address"}, by {viaWords[device.via] ?? device.via}, since <DateText value={device.createdAt} short /></span></span>
              {device.isThis ? <Tag>This one</Tag> : <><span className="text-sm text-ink-2 max-phone:hidden">Seen <DateText value={device.lastSeenAt} short /></span><Button size="small" kind="quietDanger" busy={endOne.isPending && endOne.variables === device.id} onClick={() => endOne.mutate(device.id)} aria-label={`Sign out ${device.device}`}>Sign out</Button></>}
            </li>
          ))}
        </ul>
      )}
      {endOne.error && <div className="mt-3"><Note tone="danger">{endOne.error.message}</Note></div>}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button onClick={() => setAsking(true)} disabledBecause={others === 0 ? "You are signed in nowhere else" : null}>Sign out everywhere else</Button>
        <Button icon="signOut" onClick={() => void signOut()}>Sign out here</Button>
      </div>
      <p className="mt-2 text-sm text-ink-3">On a shared device, sign out when you leave. A device you do not know? Sign it out and change the password.</p>
      <ConfirmDialog open={asking} onClose={() => { setAsking(false); endOthers.reset(); }} title="Sign out everywhere else?" verb="Sign out" busy={endOthers.isPending} error={endOthers.error} onConfirm={() => endOthers.mutate()}>{plural(others, "device has", "devices have")} to sign in again. This one stays.</ConfirmDialog>
    </Section>
  );
}

const idle = [{ value: "", label: "24 hours" }, { value: "480", label: "8 hours" }, { value: "120", label: "2 hours" }, { value: "60", label: "1 hour" }, { value: "30", label: "30 minutes" }, { value: "15", label: "15 minutes" }];
const life = [{ value: "", label: "7 days" }, { value: "72", label: "3 days" }, { value: "24", label: "1 day" }, { value: "12", label: "12 hours" }, { value: "8", label: "8 hours" }];
const withOwn = (options: { value: string; label: string }[], value: string, unit: string) => (options.some((one) => one.value === value) ? options : [...options, { value, label: `${value} ${unit}` }]);

function WorkspaceRules() {
  const query = useApiQuery("/api/workspace/security");
  if (query.error && !query.data) return <FailedState compact what="The workspace's rules could not be loaded" error={query.error} again={() => void query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={3} />;
  return <Rules key={JSON.stringify(query.data)} view={query.data} />;
}

function Rules({ view }: { view: Answer<"/api/workspace/security"> }) {
  const save = useApiMutation("put", "/api/workspace/security", { refresh: ["/api/workspace/security", "/api/security"], onDone: () => toast("Saved what sign-ins must bring") });
  const form = useForm({
    initial: { requireSecondFactor: view.requireSecondFactor, idle: view.sessionIdleMinutes === null ? "" : String(view.sessionIdleMinutes), life: view.sessionHours === null ? "" : String(view.sessionHours) },
    toBody: (values) => ({ requireSecondFactor: values.requireSecondFactor, sessionIdleMinutes: values.idle ? Number(values.idle) : null, sessionHours: values.life ? Number(values.life) : null }),
    onSubmit: (body: { requireSecondFactor: boolean; sessionIdleMinutes: number | null; sessionHours: number | null }) => save.mutateAsync(body),
  });
  return (
    <Section title="Everybody's sign-in">
      <Form form={form} id="workspace-security">
        <FormErrors />
        <div className="grid gap-5">
          <Checkbox checked={form.values.requireSecondFactor} onChange={(on) => form.set("requireSecondFactor", on)} hint={view.asksAdmins ? "Owners and admins are asked in any case. Whoever has none is led to set one up." : "Only this machine reaches this installation, so owners and admins are not asked unless you tick this."}>Ask everybody for a second factor</Checkbox>
          <div className="grid gap-4 phone:grid-cols-2">
            <Field label="Sign out when unused for"><Select value={form.values.idle} onChange={(value) => form.set("idle", value)} options={withOwn(idle, form.values.idle, "minutes")} /></Field>
            <Field label="Sign in again after"><Select value={form.values.life} onChange={(value) => form.set("life", value)} options={withOwn(life, form.values.life, "hours")} /></Field>
          </div>
          <p className="-mt-2 text-sm text-ink-3">Holds at the next request, for sessions that are open too.</p>
        </div>
      </Form>
      <UnsavedBar form={form}>{(reset) => <><Button onClick={reset}>Discard</Button><Button kind="primary" type="submit" form="workspace-security" busy={form.busy}>Save</Button></>}</UnsavedBar>
    </Section>
  );
}
