import { api, ButtonLink, Content, Facts, Field, Page, Radios, Section, Select, Switch, usePreference, useSession, useTheme, type Theme } from "../../web/kit.ts";
import { roleWords } from "../../access/screens/index.ts";

/** What belongs to the person and this browser: looks and keys. How they sign in stands under Security. */
export function YouPage() {
  const { person, role, workspace } = useSession();
  return (
    <Page title="You" back="/settings" line>
      <Content narrow>
        <Section title="Sign-in"><Facts items={[["Name", person.name], ["E-mail", person.email], ["Here", `${roleWords[role].word} of ${workspace.name}`]]} /></Section>
        <Looks />
        <Keys />
        <Section title="Security"><ButtonLink to="/settings/security" icon="shield">Password, second factor, devices</ButtonLink></Section>
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
