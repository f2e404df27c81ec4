import { Button, Checkbox, Combobox, Field, FieldSet, Form, FormErrors, IconButton, Note, plural, Section, Select, toast, UnsavedBar, useApiMutation, useForm } from "../../web/kit.ts";
import { SsoPolicy, type GivenRole } from "../contract.ts";
import { roleOptions, stale, type Part } from "./words.ts";

/** Who has to come by single sign-on, who may still enter without it, and what people become. */
export function Rules({ settings, own }: Part) {
  const { policy, owners } = settings;
  const save = useApiMutation<SsoPolicy>("put", "/api/sso/policy", { refresh: stale, onDone: () => toast("Saved the rules of single sign-on") });
  const form = useForm<SsoPolicy, SsoPolicy>({ initial: policy as SsoPolicy, schema: SsoPolicy, onSubmit: (body) => save.mutateAsync(body) });
  const { values } = form;
  const verified = settings.domains.filter((domain) => domain.verifiedAt).map((domain) => domain.domain);
  const ready = settings.connections.some((connection) => connection.enabled) && verified.length > 0;
  const groups = settings.directory.groups.map((group) => ({ value: group, label: group }));
  const setRule = (index: number, change: Partial<{ group: string; role: GivenRole }>) => form.set("rules", values.rules.map((rule, at) => (at === index ? { ...rule, ...change } : rule)));
  return (
    <Section title="Rules of single sign-on" id="sso-rules">
      <Form form={form} id="sso-policy">
        <fieldset disabled={!own} className="min-w-0">
          <FormErrors labels={{ rules: "Roles by group", exempt: "Owners who may still enter" }} />
          <div className="grid gap-6">
            <div>
              <Checkbox checked={values.required} disabled={!own || (!ready && !values.required)} onChange={(on) => form.update((before) => ({ ...before, required: on, exempt: on && before.exempt.length === 0 ? owners.filter((owner) => owner.isYou).map((owner) => owner.personId) : before.exempt }))}
                hint={ready ? undefined : "Needs a connection that is switched on and a verified domain."}>Require single sign-on{verified.length > 0 ? ` of people at ${verified.join(", ")}` : ""}</Checkbox>
              {values.required && (
                <div className="mt-2 grid gap-3">
                  <Note tone="doubt">{settings.affected === 0 ? "No member has an address there yet." : `${plural(settings.affected, "member", "members")} with an address there ${settings.affected === 1 ? "enters" : "enter"} by your provider alone: passwords and passkeys no longer open this workspace for them, and sessions that are open now are stopped at its door. Their other workspaces stay open to them.`} People with other addresses are not asked.</Note>
                  <FieldSet legend="Owners who may still enter with their own sign-in and a second factor" hint="For the day on which the provider is down or wrongly set. At least one." name="exempt" error={form.field("exempt").error}>
                    <div className="grid gap-1.5">{owners.map((owner) => (
                      <Checkbox key={owner.personId} disabled={!own} checked={values.exempt.includes(owner.personId)} onChange={(on) => form.set("exempt", on ? [...values.exempt, owner.personId] : values.exempt.filter((one) => one !== owner.personId))}>{owner.name}{owner.isYou ? " (you)" : ""} <span className="text-ink-3">{owner.email}</span></Checkbox>
                    ))}</div>
                  </FieldSet>
                </div>
              )}
            </div>
            <div className="grid gap-4">
              <Checkbox disabled={!own} checked={values.join} onChange={(on) => form.set("join", on)} hint="Without this only people who were invited, or whom the directory added, can enter.">A first sign-in by single sign-on makes a member</Checkbox>
              <Field label="New people become" hint={values.rules.length > 0 ? "So does, at the next sign-in, everybody who is in none of the groups below. Owners stay owners." : "Later you can change it in the team."} className="phone:max-w-[320px]"><Select value={values.defaultRole} disabled={!own} onChange={(role) => form.set("defaultRole", role)} options={roleOptions} /></Field>
            </div>
            <FieldSet legend="Roles by group" name="rules" error={form.field("rules").error} hint="By the group’s name, as the provider or the directory says it; looked at again at each sign-in, the highest counts. Owner is given by people alone.">
              <div className="grid gap-2">
                {values.rules.map((rule, index) => (
                  <div key={index} className="grid grid-cols-[minmax(0,1fr)_140px_auto] items-start gap-2 max-phone:grid-cols-[minmax(0,1fr)_auto] max-phone:border-b max-phone:border-line max-phone:pb-2" data-field={`rules.${index}`}>
                    <span className="min-w-0 max-phone:col-span-2"><Combobox free aria-label={`Group ${index + 1}`} value={rule.group} onChange={(group) => setRule(index, { group })} options={groups} placeholder="Name of the group" disabled={!own} />{form.field(`rules.${index}.group`).error && <span className="text-sm text-danger">{form.field(`rules.${index}.group`).error}</span>}</span>
                    <span className="min-w-0"><Select aria-label={`Role of group ${index + 1}`} disabled={!own} value={rule.role} onChange={(role) => setRule(index, { role })} options={roleOptions} /></span>
                    {own && <IconButton icon="trash" label={`Remove the rule for ${rule.group || `group ${index + 1}`}`} onClick={() => form.set("rules", values.rules.filter((_one, at) => at !== index))} />}
                  </div>
                ))}
                {values.rules.length === 0 && <p className="text-ink-3">None: people keep the role that they have in the team.</p>}
                {own && <span><Button size="small" icon="plus" onClick={() => form.set("rules", [...values.rules, { group: "", role: "member" }])}>Add a group</Button></span>}
              </div>
            </FieldSet>
          </div>
        </fieldset>
      </Form>
      {own && <UnsavedBar form={form}>{(reset) => <><Button onClick={reset}>Discard</Button><Button kind="primary" type="submit" form="sso-policy" busy={form.busy}>Save</Button></>}</UnsavedBar>}
    </Section>
  );
}
